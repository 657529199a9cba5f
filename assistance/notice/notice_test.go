package notice_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the decision in the README")

// family is the household of the README's decision.
const family = `{"id":"h-17","division":"430223","residence":"rural","property":"within",
 "members":[
  {"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500.00","per":"month"}]},
  {"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],
   "disability":{"category":"intellectual","grade":1,"longTermCare":"yes"}}]}`

func decided(l standards.Lang) string {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		log.Fatal(err)
	}
	var h assistance.Household
	if err := json.Unmarshal([]byte(family), &h); err != nil {
		log.Fatal(err)
	}
	d, err := assistance.Explain(set, h)
	if err != nil {
		log.Fatal(err)
	}
	return notice.Notice{Decision: d, Household: h, Set: set}.Text(l)
}

func ExampleNotice_Text() {
	fmt.Println(decided(standards.Chinese))
	fmt.Println(decided(standards.English))
	// Output:
	// 社会救助审批结果通知
	// 家庭 h-17，攸县，农村户籍，成员2人
	// 适用日期：2020年10月1日
	//
	// 一、审批结果
	//     符合条件，给予最低生活保障：2人（father、son）。
	//     各项待遇合计：每月不低于380.00元。
	//
	// 二、每月待遇
	//     待遇                对象         结果            每月金额
	//     最低生活保障        家庭（2人）  符合条件  不低于220.00元
	//     困难残疾人生活补贴  son          符合条件   不低于80.00元
	//     重度残疾人护理补贴  son          符合条件   不低于80.00元
	//     合计                                       不低于380.00元
	//
	// 三、收入与低保标准
	//                                    每年          每月
	//     计入收入（2人）             6000.00        500.00
	//     人均收入                    3000.00        250.00
	//     农村低保标准（每人）  不低于4320.00  不低于360.00
	//
	// 四、理由和依据
	//     最低生活保障：
	//     - 计入的家庭收入：father的收入每年6000.00元（依据《最低生活保障审核审批办法（试
	//       行）》第16条）
	//     - 家庭收入每年6000.00元，低于农村低保标准每年不低于4320.00元 × 2人 = 每年不低
	//       于8640.00元，符合收入条件（依据《2020年株洲民政工作要点》第9项）
	//     - 家庭财产符合当地规定，符合财产条件（依据《社会救助暂行办法》（国务院令第649号）第九条）
	//     - 低保金计算：低保标准每年不低于4320.00元 × 2人 − 收入每年6000.00元 = 每年不低
	//       于2640.00元，折合每月不低于220.00元（依据《最低生活保障审核审批办法（试行）》
	//       第27条）
	//     困难残疾人生活补贴：
	//     - son：残疾等级为一级，规定为一级至四级，符合困难残疾人生活补贴的等级条件（依据《国
	//       务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》，转引）
	//     - son：系低保对象，符合困难残疾人生活补贴条件（依据《国务院关于全面建立困难残疾人生
	//       活补贴和重度残疾人护理补贴制度的意见》（国发〔2015〕52号），转引）
	//     - son：困难残疾人生活补贴标准：每月不低于80.00元（依据《2020年株洲民政工作要点》
	//       第31项）
	//     重度残疾人护理补贴：
	//     - son：残疾等级为一级，规定为一级至二级，符合重度残疾人护理补贴的等级条件（依据《国
	//       务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》，转引）
	//     - son：重度残疾人护理补贴标准：每月不低于80.00元（依据《2020年株洲民政工作要点》
	//       第31项）
	//
	// 五、未载明、按下列情形处理的事项
	//     - 是否纳入孤儿或事实无人抚养儿童保障：按“否”处理（son）
	//     - 是否享受其他生活类补贴：按“否”处理（son）
	//     - 是否享受其他护理类补贴：按“否”处理（son）
	//     - 法定义务人及其履行义务能力：按“有履行义务能力”处理（son）
	//     - 是否领取工伤保险生活护理费：按“否”处理（son）
	//
	// 六、对文件的理解
	//     R2  400元、223元指什么？取“全部对象的平均数”
	//     R3  100元、80元是哪一项补贴的标准？取“每一项补贴”
	//     R5  2020年的标准自何日起适用？取“2020年全年”
	//     R9  护理补贴是否审核长期照护需要？取“只看等级”
	//     R11 只知下限的县市区标准如何使用？取“当地标准可能更高”
	//     R13 2020年8月25日起低保金按档还是按差额发放？取“按实际差额”
	//
	// 七、所依据的数据
	//     数据版本：2020.1
	//     标准摘要 71e74021b755　家庭摘要 f8cc80c9b630
	//
	// NOTICE OF DECISION ON SOCIAL ASSISTANCE
	// household h-17, Youxian, rural hukou, 2 people
	// decided for 2020-10-01
	//
	// 1. Result
	//     Dibao is granted to 2 people (father, son).
	//     All payments together: at least 380.00 yuan a month.
	//
	// 2. Payments a month
	//     benefit          for                   verdict                a month
	//     dibao            household (2 people)  eligible  at least 220.00 yuan
	//     living subsidy   son                   eligible   at least 80.00 yuan
	//     nursing subsidy  son                   eligible   at least 80.00 yuan
	//     total                                            at least 380.00 yuan
	//
	// 3. Income and lines
	//                                              a year          a month
	//     income that counts (2 people)           6000.00           500.00
	//     income a head                           3000.00           250.00
	//     rural line, for each person    at least 4320.00  at least 360.00
	//
	// 4. Reasons
	//     dibao:
	//     - income that counts: father's income 6000.00 a year (Trial Measures for Dibao
	//       Review and Approval, art. 16)
	//     - income 6000.00 a year is below the rural line of at least 4320.00 x 2 people = at
	//       least 8640.00 a year: met (Zhuzhou civil affairs work points 2020, item 9)
	//     - the household's property is within the local limit: met (Interim Measures for
	//       Social Assistance, art. 9)
	//     - dibao payment: line of at least 4320.00 x 2 people - income 6000.00 = at least
	//       2640.00 a year = at least 220.00 a month (Trial Measures for Dibao Review and
	//       Approval, art. 27)
	//     living subsidy:
	//     - son: disability of grade 1, where grade 4 or more severe is asked for the living
	//       subsidy: met (Opinions on the two disability subsidies, second-hand)
	//     - son: on dibao, as the living subsidy asks: met (Opinions on the two disability
	//       subsidies, second-hand)
	//     - son: rate of the living subsidy: at least 80.00 a month (Zhuzhou civil affairs
	//       work points 2020, item 31)
	//     nursing subsidy:
	//     - son: disability of grade 1, where grade 2 or more severe is asked for the nursing
	//       subsidy: met (Opinions on the two disability subsidies, second-hand)
	//     - son: rate of the nursing subsidy: at least 80.00 a month (Zhuzhou civil affairs
	//       work points 2020, item 31)
	//
	// 5. Not stated, and taken as follows
	//     - whether in a children's scheme: no (son)
	//     - whether another living allowance is paid: no (son)
	//     - whether another nursing allowance is paid: no (son)
	//     - legal supporters and whether they are able: able to support (son)
	//     - whether the work-injury nursing benefit is paid: no (son)
	//
	// 6. How the texts are read
	//     R2  What are the 400 and the 223? Here: an average over the caseload
	//     R3  Which subsidy are 100 and 80 the rate of? Here: each of the two
	//     R5  When do the 2020 figures apply? Here: the calendar year 2020
	//     R9  Is the need for long-term care tested? Here: the grade alone decides
	//     R11 How is a county figure used that is known only as a floor? Here: the county's
	//         own may be higher
	//     R13 Is the difference paid exactly or by bands from 2020-08-25? Here: the exact
	//         difference
	//
	// 7. Data
	//     data version 2020.1
	//     standards 71e74021b755, household f8cc80c9b630
}

// The payment is the sum over the eligible kinds of hukou (law 4.3): a member of the other kind is
// named as not covered.
func TestNoticeNamesThoseCovered(t *testing.T) {
	lines, err := draft.Parse([]byte(`{"id":"youxian","kind":"supplement","rows":[
		{"key":"dibao-line","place":"430223","residence":"urban","yuan":"500","per":"month","from":"2020-01-01"},
		{"key":"dibao-line","place":"430223","residence":"rural","yuan":"400","per":"month","from":"2020-01-01"}]}`))
	require.NoError(t, err)
	tables, err := standards.Published().With(lines)
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	for _, row := range []struct{ household, zh, en, table string }{
		{`"residence":"urban","members":[{"id":"u","born":"1980-01-01","income":[{"kind":"wages","yuan":"900","per":"month"}]},
			{"id":"r","born":"1980-01-01","income":[],"residence":"rural"}]`, "给予最低生活保障：1人（u）。", "Dibao is granted to 1 person (u).", "household (1 person)"},
		{`"members":[{"id":"u","born":"1980-01-01","residence":"urban","income":[{"kind":"wages","yuan":"900","per":"month"}]},
			{"id":"r","born":"1980-01-01","income":[]}]`, "给予最低生活保障：1人（u）。", "Dibao is granted to 1 person (u).", "household (1 person)"},
	} {
		var h assistance.Household
		require.NoError(t, json.Unmarshal([]byte(`{"id":"x","division":"430223","property":"within",`+row.household+`}`), &h))
		d, err := assistance.Explain(set, h)
		require.NoError(t, err)
		zh := notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.Chinese)
		en := notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.English)
		assert.Contains(t, zh, row.zh)
		assert.Contains(t, zh, "未予给付：1人（r），")
		assert.Contains(t, en, row.en)
		assert.Contains(t, en, "Not covered: 1 person (r), ")
		assert.Contains(t, en, row.table)
	}
}

// A figure is named once, with the amount that it would have to be above for each benefit, and a
// fact with those whose benefits wait for it.
func TestNoticeOfNeeds(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(`{"id":"x","division":"430223","residence":"urban","members":[
		{"id":"e","born":"1950-01-01","counted":"no","support":"none","property":"within","income":[{"kind":"wages","yuan":"100","per":"month"}]},
		{"id":"f","born":"1950-01-01","counted":"no","support":"none","income":[]},
		{"id":"a","born":"1980-01-01","income":[{"kind":"wages","yuan":"400","per":"month"}]}]}`), &h))
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	const need = "尚需查明的事项"
	_, zh, ok := strings.Cut(notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.Chinese), need)
	require.True(t, ok)
	zh, _, _ = strings.Cut(zh, "\n\n")
	assert.Equal(t, `
    - 财产是否符合规定：f（用于特困人员救助供养）
    - 财产是否符合规定：家庭（用于最低生活保障）
    - 攸县城市最低生活保障标准：无据可查，高于每年1200.00元（每月100.00元）才改变结果
      （用于特困人员救助供养），高于每年4800.00元（每月400.00元）才改变结果（用于最低生
      活保障）`, zh)
}

// The README shows the notices of the Example, to the letter.
func TestREADMEDecision(t *testing.T) {
	const readme = "../../README.md"
	data, err := os.ReadFile(readme)
	require.NoError(t, err)
	before, rest, ok := strings.Cut(strings.ReplaceAll(string(data), "\r\n", "\n"), "<!-- decision -->\n")
	require.True(t, ok)
	shown, after, ok := strings.Cut(rest, "<!-- end -->")
	require.True(t, ok)
	want := "The household:\n\n```json\n" + family + "\n```\n\nOn 2020-10-01:\n\n```text\n" + decided(standards.English) + "```\n\n```text\n" + decided(standards.Chinese) + "```\n"
	if *update {
		require.NoError(t, os.WriteFile(readme, []byte(before+"<!-- decision -->\n"+want+"<!-- end -->"+after), 0o644))
		return
	}
	assert.Equal(t, want, shown, "if the change is meant, run go test ./assistance/notice -run README -update")
}

// The zero notice is of nobody, but can be printed.
func TestNoticeOfNothing(t *testing.T) {
	for _, l := range []standards.Lang{standards.Chinese, standards.English} {
		assert.Contains(t, notice.Notice{}.Text(l), l.In("没有应发放的待遇。", "Nothing is due."))
	}
}

// The content is what the text shows, before it is laid out.
func TestContentOfANotice(t *testing.T) {
	n := explained(t, family)
	n.Filled = []benefit.Assumption{{Fact: benefit.PropertyFact, As: "within"}}
	content := n.Content(standards.English)
	assert.Empty(t, content.Warnings)
	assert.Equal(t, []string{"household h-17, Youxian, rural hukou, 2 people", "decided for 2020-10-01"}, content.About)
	var titles []string
	for _, s := range content.Sections {
		titles = append(titles, s.Number+s.Title)
		require.NotEmpty(t, s.Blocks, s.Title)
	}
	assert.Equal(t, []string{"1. Result", "2. Payments a month", "3. Income and lines", "4. Reasons", "5. Not stated, and taken as follows",
		"6. How the texts are read", "7. Data"}, titles)
	payments := content.Sections[1].Blocks
	require.Len(t, payments, 1)
	assert.Equal(t, []string{"benefit", "for", "verdict", "a month"}, payments[0].Table.Head)
	assert.Equal(t, []string{"total", "", "", "at least 380.00 yuan"}, payments[0].Table.Rows[3])
	assumed := content.Sections[4].Blocks
	assert.Equal(t, notice.Block{Mark: "- ", Text: "whether property is within the limit: within the limit"}, assumed[len(assumed)-1])
}

// A decision under proposed law says so in both languages, whichever the notice is in.
func TestNoticeUnderADraftWarns(t *testing.T) {
	lines, err := draft.Parse([]byte(`{"id":"raise","kind":"draft","rows":[
		{"key":"dibao-line","place":"430223","residence":"rural","yuan":"400","per":"month","from":"2020-01-01"}]}`))
	require.NoError(t, err)
	tables, err := standards.Published().With(lines)
	require.NoError(t, err)
	n := explainedUnder(t, tables, family)
	text := n.Text(standards.Chinese)
	assert.True(t, strings.HasPrefix(text, strings.Repeat("!", 88)+"\n!! 草案测算：本结果按草案 raise 作出"), text)
	assert.Contains(t, text, "!! DRAFT: decided under proposed law, raise,")
	assert.Len(t, n.Content(standards.English).Warnings, 2)
}

func explained(t *testing.T, household string) notice.Notice {
	t.Helper()
	return explainedUnder(t, standards.Published(), household)
}

func explainedUnder(t *testing.T, tables *standards.Tables, household string) notice.Notice {
	t.Helper()
	set, err := tables.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(household), &h))
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	return notice.Notice{Decision: d, Household: h, Set: set}
}
