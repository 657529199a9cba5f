package register_test

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A hukou that is neither urban nor rural states nothing (220 art. 6): the household needs its
// residence, and the clerk is told once.
func TestAUnifiedHukouStatesNoKind(t *testing.T) {
	for _, word := range []string{"居民", "居民户口", "统一居民户口", "居民家庭户口", "家庭户", "集体户"} {
		all := readAll(t, "户号,县市区,户口性质,财产状况,姓名,出生日期\n甲,攸县,"+word+",符合,张三,1990-01-01\n甲,,"+word+",,李四,1990-01-01\n")
		require.Empty(t, all.faults, word)
		require.Len(t, all.records, 1, word)
		assert.Zero(t, all.records[0].Household.Residence, word)
		assert.Equal(t, register.Errors{{Line: 2, Column: "户口性质", Value: word, Code: register.CodeUnifiedHukou}}, all.records[0].Warnings)
	}
	all := readAll(t, "户号,县市区,户口性质,成员户口性质,姓名,出生日期\n甲,攸县,居民户口,居民户口,张三,1990-01-01\n甲,,居民户口,农业户口,李四,1990-01-01\n")
	require.Empty(t, all.faults)
	assert.Zero(t, all.records[0].Household.Residence)
	assert.Zero(t, all.records[0].Household.Members[0].Residence)
	assert.Equal(t, standards.Rural, all.records[0].Household.Members[1].Residence)
	assert.Len(t, all.records[0].Warnings, 1)
}

// Where another row states a kind of hukou the two disagree, in either order; and a member of the
// unified kind is not taken to be of the kind that his household states.
func TestAUnifiedHukouBesideAnother(t *testing.T) {
	const header = "户号,县市区,户口性质,成员户口性质,姓名,出生日期\n"
	fault := func(line int, column, value, code string) register.Errors {
		return register.Errors{{Line: line, Column: column, Value: value, Code: code}}
	}
	for _, row := range []struct {
		name, rows string
		want       register.Errors
	}{
		{"unified first", "甲,攸县,居民户口,,张三,1990-01-01\n甲,,城镇,,李四,1990-01-01\n", fault(3, "户口性质", "城镇", "disagrees")},
		{"unified then", "甲,攸县,城镇,,张三,1990-01-01\n甲,,居民户口,,李四,1990-01-01\n", fault(3, "户口性质", "居民户口", "disagrees")},
		{"a member says both", "甲,攸县,,居民户口,张三,1990-01-01\n甲,,,农业,张三,\n", fault(3, "成员户口性质", "农业", "disagrees")},
		{"a member in a rural household", "甲,攸县,农业,居民户口,张三,1990-01-01\n", fault(2, "成员户口性质", "居民户口", register.CodeUnifiedHukou)},
		{"the household's kind comes later", "甲,攸县,,居民户口,张三,1990-01-01\n甲,,农业,农业,李四,1990-01-01\n", fault(2, "成员户口性质", "居民户口", register.CodeUnifiedHukou)},
	} {
		all := readAll(t, header+row.rows)
		assert.Equal(t, row.want, all.faults, row.name)
	}
}

func TestAUnifiedHukouNeedsResidence(t *testing.T) {
	text := "户号,县市区,户口性质,财产状况,姓名,出生日期,收入类别,收入,收入周期\n甲,攸县,居民户口,符合,张三,1990-01-01,工资,450,月\n"
	for r, err := range caseload.Decide(context.Background(), october(t), register.Read(strings.NewReader(text)), caseload.DecideOptions{}) {
		require.NoError(t, err)
		assert.Equal(t, benefit.CategoryUndetermined, r.Decision.Category)
		assert.Contains(t, needed(r.Decision.Needs), benefit.ResidenceFact)
	}
}

// needed are the facts that are needed.
func needed(needs []benefit.Need) []benefit.Fact {
	var facts []benefit.Fact
	for _, n := range needs {
		facts = append(facts, n.Fact)
	}
	return facts
}

// 是 and 否 answer whether property is within the limit only where the header asks that: 家庭财产 否 may
// as well mean that there is none.
func TestAnswersOfProperty(t *testing.T) {
	for _, c := range []struct {
		header, word string
		want         benefit.Property // 0: refused
	}{
		{"家庭财产", "是", 0}, {"家庭财产", "否", 0}, {"财产状况", "否", 0}, {"property", "是", 0}, {"家庭财产", "有", 0}, {"家庭财产", "无", 0},
		{"财产是否符合规定", "是", benefit.Within}, {"财产是否符合规定", "否", benefit.Over}, {"家庭财产是否符合规定", "否", benefit.Over},
		{"财产是否符合规定", "符合", benefit.Within}, {"家庭财产", "符合规定", benefit.Within}, {"家庭财产", "超标", benefit.Over}, {"property", "over", benefit.Over},
	} {
		all := readAll(t, "户号,县市区,"+c.header+",姓名,出生日期\n甲,攸县,"+c.word+",张三,1990-01-01\n")
		if c.want == 0 {
			require.Len(t, all.faults, 1, c)
			assert.Equal(t, c.header, all.faults[0].Column)
			assert.Equal(t, c.word, all.faults[0].Value)
			assert.Equal(t, "not-a-value", all.faults[0].Code)
			assert.Contains(t, all.faults[0].Text(standards.Chinese), "请写明是：符合规定 (within), 超出规定 (over)")
			continue
		}
		require.Empty(t, all.faults, c)
		assert.Equal(t, c.want, all.records[0].Household.Property, c)
	}
	for header, want := range map[string]benefit.Property{"本人财产": 0, "本人财产状况": 0, "own_property": 0, "本人财产是否符合规定": benefit.Over} {
		all := readAll(t, "户号,县市区,财产是否符合规定,"+header+",姓名,出生日期\n甲,攸县,是,否,张三,1990-01-01\n")
		assert.Equal(t, want == 0, len(all.faults) == 1, header)
		if want != 0 {
			assert.Equal(t, want, all.records[0].Household.Members[0].Property, header)
		}
	}
}

// A word that could mean two things is refused, and what to write instead is said.
func TestUnclearWords(t *testing.T) {
	for _, c := range []struct{ column, word, instead, also string }{
		{"与户主关系", "侄子", "其他法定赡养扶养抚养关系人 (supported-relative)", ""},
		{"与户主关系", "其他", "其他法定赡养扶养抚养关系人 (supported-relative)", "counted no"},
		{"离家原因", "失踪", "宣告失踪 (missing)", ""},
		{"收入类别", "抚恤金", "优待抚恤金 (veterans-pension)", "转移净收入 (transfer)"},
		{"收入类别", "奖励", "奖励性补助 (reward)", "工资 (wages)"},
		{"收入类别", "残疾人补贴", "残疾人两项补贴 (disability-subsidy)", "转移净收入 (transfer)"},
		{"收入类别", "儿童基本生活费", "事实无人抚养儿童补贴 (child-subsidy)", "转移净收入 (transfer)"},
	} {
		amount := "\n甲,攸县,张三,1990-01-01," + c.word + ",,\n"
		if c.column == "与户主关系" {
			amount += "甲,,李四,1980-01-01,户主,,\n"
		}
		if c.column == "收入类别" {
			amount = "\n甲,攸县,张三,1990-01-01," + c.word + ",5,月\n"
		}
		all := readAll(t, "户号,县市区,姓名,出生日期,"+c.column+",收入,收入周期"+amount)
		require.Len(t, all.faults, 1, c)
		for _, l := range []standards.Lang{standards.Chinese, standards.English} {
			text := all.faults[0].Text(l)
			assert.Contains(t, text, c.word)
			assert.Contains(t, text, c.instead)
			assert.Contains(t, text, c.also)
			for _, part := range []string{c.instead, c.also} { // what is to be written is read
				word, _, words := strings.Cut(part, " (")
				if !words {
					continue
				}
				row := strings.Replace(amount, c.word, word, 1)
				assert.Empty(t, readAll(t, "户号,县市区,姓名,出生日期,"+c.column+",收入,收入周期"+row).faults, word)
			}
		}
	}
}

// A number in place of a name states the day of birth as one in its own column does (GB 11643).
func TestANumberInPlaceOfAName(t *testing.T) {
	const number = "11010519491231002X"
	all := readAll(t, "户号,县市区,姓名,出生日期\n甲,天元区,"+number+",\n")
	require.Empty(t, all.faults)
	assert.Equal(t, standards.Day(1949, 12, 31), all.records[0].Household.Members[0].Born)
	all = readAll(t, "户号,县市区,姓名,出生日期\n甲,天元区,"+number+",1961-01-01\n")
	assert.Equal(t, register.Errors{{Line: 2, Column: "姓名", Value: number, Code: "disagrees"}}, all.faults)
}

// What is paid to a household that comes back is not known: its earlier rows may have said the
// same.
func TestWhatIsPaidToAHouseholdThatComesBack(t *testing.T) {
	const text = "户号,县市区,姓名,出生日期,现发放金额\n甲,天元区,张三,1990-01-01,500\n乙,天元区,李四,1990-01-01,300\n甲,天元区,王五,1990-01-01,500\n"
	var paid []int64
	for r := range register.Read(strings.NewReader(text)) {
		paid = append(paid, r.Paid.Fen())
	}
	assert.Equal(t, []int64{500_00, 300_00, 0}, paid)
}

// Of rows without a member no more kept cells are held than a household could have members: the
// rest is counted.
func TestKeptCellsOfManyRowsWithoutAMember(t *testing.T) {
	var text strings.Builder
	text.WriteString("户号,县市区,姓名,出生日期,序号\n甲,天元区,张三,1990-01-01,0\n")
	for i := 1; i <= 5000; i++ {
		text.WriteString("甲,,,," + strconv.Itoa(i) + "\n")
	}
	all := readAll(t, text.String(), "序号")
	require.Empty(t, all.faults)
	assert.Equal(t, 5000, all.records[0].KeptElseOf)
	assert.Equal(t, 5000, all.records[0].KeptElse)
}

// Every word that the vocabulary lists is read, and means what the format's word beside it means.
func TestEveryWordOfTheVocabularyIsRead(t *testing.T) {
	const header, row = "household,division,member,born,", ",攸县,张三,1990-01-01,"
	for _, c := range register.Vocabulary() {
		if len(c.Values) == 0 {
			continue
		}
		text, want := header+c.Name+"\n", []string{}
		for _, v := range c.Values {
			if strings.Contains(v.Word, "|") {
				continue // children: by their day of birth
			}
			for _, word := range append([]string{v.Word}, v.Written...) {
				text += strconv.Itoa(len(want)) + row + word + "\n"
				want = append(want, v.Word)
			}
		}
		households := map[string]assistance.Household{} // by the format's word
		n := 0
		for r, err := range register.Read(strings.NewReader(text)) {
			var faults register.Errors
			if errors.As(err, &faults) {
				for _, f := range faults {
					assert.NotEqual(t, "not-a-value", f.Code, "%s: %s", c.Name, f.Value)
				}
			}
			h := r.Household
			h.ID = ""
			if known, ok := households[want[n]]; ok {
				assert.Equal(t, known, h, "%s: %s", c.Name, want[n])
			}
			households[want[n]] = h
			n++
		}
		assert.Len(t, want, n, c.Name)
	}
}

// A word that is none is refused each time that it stands.
func TestAWordThatIsNoneIsRefusedEachTime(t *testing.T) {
	all := readAll(t, "户号,县市区,姓名,出生日期,户口性质\n甲,攸县,张三,1990-01-01,城里\n乙,攸县,李四,1990-01-01,城里\n丙,攸县,王五,1990-01-01,城镇\n丁,攸县,赵六,1990-01-01,城里\n")
	var lines []int
	for _, f := range all.faults {
		assert.Equal(t, "not-a-value", f.Code)
		lines = append(lines, f.Line)
	}
	assert.Equal(t, []int{2, 3, 5}, lines)
}

// The kind of a child follows from the day of birth where the word does not tell it.
func TestAChildByTheDayOfBirth(t *testing.T) {
	for _, word := range []string{"子", "女儿", "长子", "养女", "孩子"} {
		all := readAll(t, "户号,县市区,姓名,出生日期,与户主关系\n甲,攸县,张三,1970-01-01,户主\n甲,,李四,1995-01-01,"+word+"\n甲,,王五,2015-01-01,"+word+"\n")
		require.Empty(t, all.faults, word)
		assert.Equal(t, benefit.AdultChild, all.records[0].Household.Members[1].Relation, word)
		assert.Equal(t, benefit.MinorChild, all.records[0].Household.Members[2].Relation, word)
	}
}

// A division is read with what registers put before and behind it, and without its last character;
// no part of a name is guessed at.
func TestDivisionsAsRegistersWriteThem(t *testing.T) {
	for text, want := range map[string]standards.Place{
		"天元区": standards.Tianyuan, "430211": standards.Tianyuan, "４３０２１１": standards.Tianyuan, "Tianyuan District": standards.Tianyuan, "430211001": standards.Tianyuan,
		"天元": standards.Tianyuan, "株洲天元": standards.Tianyuan, "株洲市天元区": standards.Tianyuan, "湖南省株洲市天元区": standards.Tianyuan, "湖南株洲天元区": standards.Tianyuan,
		"湖南省株洲市天元区嵩山路街道": standards.Tianyuan, "天元区嵩山路街道": standards.Tianyuan, "湖南省/株洲市/天元区": standards.Tianyuan, "湖南省-株洲市>天元区": standards.Tianyuan,
		"湖南省 株洲市 天元区 ": standards.Tianyuan, "湖南省、株洲市\\天元区": standards.Tianyuan, "攸县": standards.Youxian, "攸县新市镇": standards.Youxian, "醴陵": standards.Liling,
		"株洲县": standards.Lukou, "湖南株洲县": standards.Lukou, "渌口": standards.Lukou, "茶陵": standards.Chaling, "云龙示范": standards.Yunlong, "湖南省４３０２１１": standards.Tianyuan,
		"攸": 0, "天": 0, "天元镇": 0, "株洲": 0, "湖南省": 0, "长沙市": 0, "长沙市天元区": 0, "": 0, "外地": 0, "elsewhere": 0,
	} {
		got, ok := register.ParseDivision(text)
		assert.Equal(t, want, got, text)
		assert.Equal(t, want != 0, ok, text)
	}
}

// The place of a member's own hukou may be outside the city; that of the household may not.
func TestAHukouElsewhere(t *testing.T) {
	for word, want := range map[string]standards.Place{"外地": standards.Elsewhere, "elsewhere": standards.Elsewhere, "攸县": standards.Youxian, "长沙市": 0} {
		all := readAll(t, "户号,县市区,姓名,出生日期,户籍所在地\n甲,攸县,张三,1990-01-01,"+word+"\n")
		if want == 0 {
			assert.Equal(t, register.Errors{{Line: 2, Column: "户籍所在地", Value: word, Code: "unknown-place"}}, all.faults)
			continue
		}
		require.Empty(t, all.faults, word)
		assert.Equal(t, want, all.records[0].Household.Members[0].Division, word)
	}
	all := readAll(t, "户号,县市区,姓名,出生日期\n甲,外地,张三,1990-01-01\n")
	assert.Equal(t, register.Errors{{Line: 2, Column: "县市区", Value: "外地", Code: "unknown-place"}}, all.faults)
}

// A kind of hukou and a word of property are read alone as in a register; what states no kind is
// none.
func TestWordsThatAreReadAlone(t *testing.T) {
	for word, want := range map[string]standards.Residence{"城镇": standards.Urban, "农业户口": standards.Rural, "rural": standards.Rural, "居民": 0, "城里": 0, "": 0} {
		got, ok := register.ParseResidence(word)
		assert.Equal(t, want, got, word)
		assert.Equal(t, want != 0, ok, word)
	}
	for word, want := range map[string]benefit.Property{"符合规定": benefit.Within, "over": benefit.Over, "超标": benefit.Over, "是": 0, "": 0} {
		got, ok := register.ParseProperty(word)
		assert.Equal(t, want, got, word)
		assert.Equal(t, want != 0, ok, word)
	}
}

// Category and grade may stand in one cell; either may be missing, and nothing else may stand there.
func TestCategoryAndGradeInOneCell(t *testing.T) {
	type stated struct {
		category disability.Category
		grade    int
	}
	none := stated{}
	of := func(category disability.Category, grade int) stated { return stated{category, grade} }
	for cell, want := range map[string]stated{
		"肢体二级": of(disability.Physical, 2), "肢体残疾二级": of(disability.Physical, 2), "肢体 2级": of(disability.Physical, 2), "精神Ⅰ级": of(disability.Mental, 1),
		"精神残疾iv级": of(disability.Mental, 4), "视力一级残疾": of(disability.Visual, 1), "多重四": of(disability.Multiple, 4), "听力３": of(disability.Hearing, 3),
		"肢体": of(disability.Physical, 0), "肢体残疾": of(disability.Physical, 0), "二级": of(0, 2), "4": of(0, 4), "肆级": of(0, 4), "1级": of(0, 1),
		"肢体五级": none, "肢体0": none, "肢体视力": none, "肢体残疾残疾": none, "5": none, "0": none, "级": none, "＊": none, "重度": none,
	} {
		for r, err := range register.Read(strings.NewReader("户号,县市区,姓名,出生日期,残疾情况\n甲,攸县,张三,1990-01-01," + cell + "\n")) {
			c := r.Household.Members[0].Disability
			assert.Equal(t, want, stated{c.Category, c.Grade}, cell)
			if want == none {
				assert.Equal(t, register.Errors{{Line: 2, Column: "残疾情况", Value: cell, Code: "not-a-value"}}, err, cell)
			}
		}
	}
}
