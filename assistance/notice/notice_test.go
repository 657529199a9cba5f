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

// A notice begins with the result and what is paid; what follows is left out here, and stands in the README.
func ExampleNotice_Text() {
	for _, l := range []standards.Lang{standards.Chinese, standards.English} {
		beginning, _, _ := strings.Cut(decided(l), l.In("\n三、", "\n3. "))
		fmt.Println(beginning)
	}
	// Output:
	// 社会救助测算结果
	// 家庭 h-17，攸县，农村户籍，成员2人
	// 适用日期：2020年10月1日
	//
	// 一、结果
	//     经测算，符合条件，可享受最低生活保障：2人（father、son）。
	//     各项待遇合计：每月不低于380.00元（大写：不低于叁佰捌拾元整）。
	//     所用标准载于《2020年株洲民政工作要点》（株洲市民政局2020年9月1日公布），系年度计划标
	//     准，该文件未载明施行日期。
	//
	// 二、每月待遇
	//     待遇                对象         结果            每月金额
	//     最低生活保障        家庭（2人）  符合条件  不低于220.00元
	//     困难残疾人生活补贴  son          符合条件   不低于80.00元
	//     重度残疾人护理补贴  son          符合条件   不低于80.00元
	//     合计                                       不低于380.00元
	//
	// CALCULATION OF SOCIAL ASSISTANCE
	// household h-17, Youxian, rural hukou, 2 people
	// decided for 2020-10-01
	//
	// 1. Result
	//     Dibao is due, by calculation, to 2 people (father, son).
	//     All payments together: at least 380.00 yuan a month.
	//     Figures of the Zhuzhou civil affairs work points 2020 (published on 2020-09-01) are
	//     those planned for the year; the document states no day from which they are in force.
	//
	// 2. Payments a month
	//     benefit          for                   verdict                a month
	//     dibao            household (2 people)  eligible  at least 220.00 yuan
	//     living subsidy   son                   eligible   at least 80.00 yuan
	//     nursing subsidy  son                   eligible   at least 80.00 yuan
	//     total                                            at least 380.00 yuan
}

// The payment is the sum over the eligible kinds of hukou (law 4.3): a member of the other kind is
// named as not covered.
func TestNoticeNamesThoseCovered(t *testing.T) {
	lines, err := draft.Parse([]byte(`{"id":"youxian","kind":"supplement","rows":[
		{"key":"dibao-line","place":"430223","residence":"urban","yuan":"500","per":"month","from":"2020-01-01","until":"2020-11-01"},
		{"key":"dibao-line","place":"430223","residence":"rural","yuan":"400","per":"month","from":"2020-01-01"}]}`))
	require.NoError(t, err)
	tables, err := standards.Published().With(lines)
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	for _, row := range []struct{ household, zh, en, kind, hukou, table string }{
		{`"residence":"urban","members":[{"id":"u","born":"1980-01-01","income":[{"kind":"wages","yuan":"900","per":"month"}]},
			{"id":"r","born":"1980-01-01","income":[],"residence":"rural"}]`, "可享受最低生活保障：1人（u）。", "Dibao is due, by calculation, to 1 person (u).", "农村户籍", "rural hukou", "household (1 person)"},
		{`"members":[{"id":"u","born":"1980-01-01","residence":"urban","income":[{"kind":"wages","yuan":"900","per":"month"}]},
			{"id":"r","born":"1980-01-01","income":[]}]`, "可享受最低生活保障：1人（u）。", "Dibao is due, by calculation, to 1 person (u).", "户籍类别未载明", "kind of hukou not stated", "household (1 person)"},
	} {
		var h assistance.Household
		require.NoError(t, json.Unmarshal([]byte(`{"id":"x","division":"430223","property":"within",`+row.household+`}`), &h))
		d, err := assistance.Explain(set, h)
		require.NoError(t, err)
		zh := notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.Chinese)
		en := notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.English)
		assert.Contains(t, zh, row.zh)
		assert.Contains(t, zh, "未予给付：1人（r），"+row.kind+"，")
		assert.Contains(t, en, row.en)
		assert.Contains(t, en, "Not covered: 1 person (r), "+row.hukou+", ")
		assert.Contains(t, en, row.table)
	}
}

// Where counting is open the people who are not sure to be covered are said to be open, and not of a kind of hukou that is refused.
func TestNoticeOfThosePerhapsCovered(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(`{"id":"x","division":"430211","residence":"urban","property":"within","members":[
		{"id":"a","born":"1960-01-01","relation":"applicant","income":[]},{"id":"c","born":"1990-01-01","relation":"adult-child","income":[]}]}`), &h))
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	zh := notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.Chinese)
	en := notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.English)
	assert.Contains(t, zh, "可享受最低生活保障：1人。\n    另有1人是否享受最低生活保障，因未载明的事项而异，见各种情形。")
	assert.Contains(t, en, "Whether more are covered (1 person) differs by what is not stated; see the ways.")
	assert.NotContains(t, zh, "未予给付")
}

// A figure is named once, and that it is to be supplied, for all the benefits that wait for it; a fact
// with those whose benefits do.
func TestNoticeOfNeeds(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(`{"id":"x","division":"430223","residence":"urban","members":[
		{"id":"e","born":"1950-01-01","counted":"no","support":"none","property":"within","income":[{"kind":"wages","yuan":"600","per":"month"}]},
		{"id":"f","born":"1950-01-01","counted":"no","support":"none","income":[]},
		{"id":"a","born":"1980-01-01","income":[{"kind":"wages","yuan":"650","per":"month"}]}]}`), &h))
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	const need = "尚需查明的事项"
	_, zh, ok := strings.Cut(notice.Notice{Decision: d, Household: h, Set: set}.Text(standards.Chinese), need)
	require.True(t, ok)
	zh, _, _ = strings.Cut(zh, "\n\n")
	assert.Equal(t, `
    - 财产是否符合规定：f（用于特困人员救助供养）
    - 财产是否符合规定：家庭（用于最低生活保障）
    - 攸县城市最低生活保障标准：只知不低于每月500.00元。请提供当地公布的该标准及其文件
      （用于特困人员救助供养、最低生活保障）`, zh)
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
	for _, s := range content.Annex {
		titles = append(titles, s.Number+s.Title)
		require.NotEmpty(t, s.Blocks, s.Title)
	}
	assert.Equal(t, []string{"1. Result", "2. Payments a month", "3. Income and lines", "4. Reasons", "5. The income at which it would end",
		"6. Not stated, and taken as follows", "7. What was not examined", "8. Rights and duties",
		"A1. How the texts are read", "A2. Documents", "A3. Data"}, titles)
	payments := content.Sections[1].Blocks
	require.Len(t, payments, 1)
	assert.Equal(t, []string{"benefit", "for", "verdict", "a month"}, payments[0].Table.Head)
	assert.Equal(t, []string{"total", "", "", "at least 380.00 yuan"}, payments[0].Table.Rows[3])
	assumed := content.Sections[5].Blocks
	assert.Equal(t, notice.Block{Mark: "- ", Text: "Whether property is within the limit: within the limit"}, assumed[len(assumed)-1])
}

// A decision under proposed law says so in both languages, whichever the notice is in.
func TestNoticeUnderADraftWarns(t *testing.T) {
	lines, err := draft.Parse([]byte(`{"id":"raise","kind":"draft","rows":[
		{"key":"dibao-line","place":"430223","residence":"rural","yuan":"400","per":"month","from":"2020-01-01"}]}`))
	require.NoError(t, err)
	tables, err := standards.Published().With(lines)
	require.NoError(t, err)
	n := explainedUnder(t, tables, family)
	n.Office = "攸县民政局"
	text := n.Text(standards.Chinese)
	assert.Contains(t, text, "社会救助测算结果\n", "no office signs proposed law")
	assert.NotContains(t, text, n.Office)
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
