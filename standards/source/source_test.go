package source_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// sources is where the archived texts are kept, beside the repository.
const sources = "../../../shared/sources"

func read(t *testing.T, d standards.Document) (standards.DocumentInfo, []byte) {
	t.Helper()
	if _, err := os.Stat(sources); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the archived texts are not at %s: %v", sources, err)
		}
		t.Skipf("the archived texts are not at %s, so rows are not checked against them", sources)
	}
	info, ok := standards.Published().Document(d)
	require.True(t, ok, d)
	text, err := os.ReadFile(filepath.Join(sources, info.File))
	require.NoError(t, err)
	return info, text
}

// archived are the documents with an archived file: of the text, or of excerpts or restatements.
func archived() []standards.DocumentInfo {
	var all []standards.DocumentInfo
	for _, info := range standards.Documents() {
		if info.File != "" {
			all = append(all, info)
		}
	}
	return all
}

func TestCheck(t *testing.T) {
	for _, info := range archived() {
		_, text := read(t, info.Document)
		report := source.Check(info, text, standards.Published().All())
		assert.True(t, report.OK(), "%s: %v", info.Document, report)
		assert.Len(t, report.Results, len(citing(info.Document)))
	}
}

// Every row of the library is proved in an archived file, and the address at which words were read stands in it.
func TestEveryRowIsProved(t *testing.T) {
	proved := 0
	for _, info := range archived() {
		_, text := read(t, info.Document)
		report := source.Check(info, text, standards.Published().All())
		assert.True(t, report.Archived, info.File)
		proved += len(report.Results)
		assert.Contains(t, string(text), info.Address, info.Document)
	}
	assert.Equal(t, len(standards.Published().All()), proved)
}

func TestPassageText(t *testing.T) {
	const text = "标题\n存本：[A] 网址\n\n【A 全文】\n甲一\n甲二\n【B 续，繁转简】乙\n[G] 庚（网址）\n[2020-11] 一\n[2020-11] 二\n【衔接】丁\n末"
	for _, tt := range []struct{ at, want string }{
		{"[A]", "【A 全文】\n甲一\n甲二"}, {"[B]", "【B 续，繁转简】乙"}, {"[G]", "[G] 庚（网址）"}, {"[2020-11]", "[2020-11] 一\n[2020-11] 二"},
		{"[衔接]", "【衔接】丁\n末"}, {"line 1", "标题"}, {"line 12", "末"},
		{"[C]", ""}, {"[]", ""}, {"A", ""}, {"[A", ""}, {"line 0", ""}, {"line 13", ""}, {"line x", ""}, {"", ""},
	} {
		got, ok := source.PassageText([]byte(text), tt.at)
		assert.Equal(t, tt.want, got, tt.at)
		assert.Equal(t, tt.want != "", ok, tt.at)
	}
	for _, unclosed := range []string{"[A\n甲", "【A\n甲", "[A】\n甲"} {
		_, ok := source.PassageText([]byte(unclosed), "[A]")
		assert.False(t, ok, "a bracket that is not closed is no mark: %q", unclosed)
	}
	row := standards.Standard{Basis: standards.Basis{Clause: "5", Printed: "甲二", At: "[A]"}}
	assert.Equal(t, source.Found, source.Find(standards.DocumentInfo{}, []byte(text), row))
	row.Basis.At = "[B]"
	assert.Equal(t, source.Differs, source.Find(standards.DocumentInfo{}, []byte(text), row))
	row.Basis.At = "[C]"
	assert.Equal(t, source.NoClause, source.Find(standards.DocumentInfo{}, []byte(text), row))
}

func citing(d standards.Document) []standards.Standard {
	return slices.DeleteFunc(standards.Published().All(), func(row standards.Standard) bool { return row.Basis.Document != d })
}

// A status has no form as a column: it is told by its text.
func TestNoColumn(t *testing.T) {
	const instead = "source.Status: it has no one form as a column; store its text"
	status := source.Found
	stored, err := status.Value()
	assert.EqualError(t, err, instead)
	assert.Nil(t, stored)
	assert.EqualError(t, status.Scan("found"), instead)
}

// A clause is named by a number up to 99, as texts write it in Chinese numerals.
func TestClauseNumbers(t *testing.T) {
	order := standards.DocumentInfo{Articles: true}
	for clause, heading := range map[string]string{"1": "第一条", "9": "第九条", "10": "第十条", "11": "第十一条", "19": "第十九条", "20": "第二十条",
		"35": "第三十五条", "90": "第九十条", "99": "第九十九条"} {
		text, ok := source.ClauseText(order, []byte("第一百条 百\n"+heading+" 文\n第一百零一条 完"), clause)
		assert.True(t, ok, clause)
		assert.Equal(t, heading+" 文", strings.SplitN(text, "\n", 2)[0], clause)
	}
	text, ok := source.ClauseText(order, []byte("第一条 文\n（九十九）末"), "1(99)")
	assert.True(t, ok)
	assert.Equal(t, "（九十九）末", text)
	_, ok = source.ClauseText(standards.DocumentInfo{}, []byte("0零\n1一"), "0")
	assert.False(t, ok, "items begin with 1")
	for _, clause := range []string{"0", "100", "-1", "+", "1(0)", "1(100)", "1(-1)", "1(x)", "1(1", "1)", "()", "1(1)x"} {
		text, ok := source.ClauseText(order, []byte("第一条 文\n（一）一\n第一百条 百\n第条 空\n（）空"), clause)
		assert.False(t, ok, clause)
		assert.Empty(t, text, clause)
	}
}

// A line that only looks like a heading ends nothing: it belongs to the clause in which it stands.
func TestWhatIsNoHeading(t *testing.T) {
	for _, line := range []string{"第条 空", "第九 人", "第九条所称", "第九条", "（）空", "（一未完", "（甲）", "、续", "三人", "三", "九九", "A】文"} {
		text := "第一条 文\n" + line + "\n续"
		got, ok := source.ClauseText(standards.DocumentInfo{Articles: true}, []byte(text), "1")
		assert.True(t, ok, line)
		assert.Equal(t, text, got, line)
		_, ok = source.ClauseText(standards.DocumentInfo{Articles: true}, []byte(text), "9")
		assert.False(t, ok, line)
		text = "三、甲\n（二）乙\n" + line + "\n续"
		got, ok = source.ClauseText(standards.DocumentInfo{}, []byte(text), "3(2)")
		assert.True(t, ok, line)
		assert.Equal(t, strings.TrimPrefix(text, "三、甲\n"), got, line)
		text = "[A]\n甲\n" + line + "\n[未完\n【未完\n续"
		got, ok = source.PassageText([]byte(text), "[A]")
		assert.True(t, ok, line)
		assert.Equal(t, text, got, line)
	}
	_, ok := source.PassageText([]byte("A】文"), "[A]")
	assert.False(t, ok)
}

// A report is good if the text is the archived one and has the words of every row.
func TestReportOK(t *testing.T) {
	found, differs := source.Result{Status: source.Found}, source.Result{Status: source.Differs}
	for _, tt := range []struct {
		report source.Report
		want   bool
	}{
		{source.Report{}, false}, {source.Report{Archived: true}, true},
		{source.Report{Archived: true, Results: []source.Result{found}}, true},
		{source.Report{Archived: true, Results: []source.Result{found, differs}}, false},
		{source.Report{Results: []source.Result{found}}, false},
	} {
		assert.Equal(t, tt.want, tt.report.OK(), "%v", tt.report)
	}
}

// What readings and gaps cite is there too.
func TestCitedClausesExist(t *testing.T) {
	exists := func(d standards.Document, clause, what string) {
		if info, _ := standards.Published().Document(d); info.Standing != standards.Archived || clause == "" {
			return
		}
		info, text := read(t, d)
		_, ok := source.ClauseText(info, text, clause)
		assert.True(t, ok, "%s: %s, clause %s", what, d, clause)
	}
	for _, r := range standards.AllReadings() {
		exists(r.Document, r.Clause, r.Name)
	}
	gaps := source.NotOnRecord()
	assert.Len(t, gaps, 16, "seven that a key would supply, and nine that none does")
	for _, gap := range gaps {
		exists(gap.Document, gap.Clause, gap.What.En)
	}
}

func TestCheckFindsWhatDiffers(t *testing.T) {
	info, text := read(t, standards.WorkPoints2020)
	replace := func(pairs ...string) []byte { return []byte(strings.NewReplacer(pairs...).Replace(string(text))) }
	for _, tt := range []struct {
		why     string
		text    []byte
		missing string // key and clause of the rows whose words are not found
	}{
		{"a character at the end", append(bytes.Clone(text), '\n'), ""},
		{"a figure altered", replace("600/月", "650/月"), "dibao-line 9"},
		{"a bound altered", replace("不低于每人每月80", "每人每月80"), "disability-living 31, disability-nursing 31"},
		{"a print moved to another item", replace("五县市区农村低保标准每人每年不低于4320元", "", "统筹提高城市五区", "每人每年不低于4320元统筹提高城市五区"), "dibao-line 9"},
		{"two items with each other's numbers", replace("\n9提高", "\n10提高", "\n10完善", "\n9完善"), "dibao-line 9, dibao-line 9, average-assistance 9, average-assistance 9, tekun-institution-share 10"},
		{"an item cut short by a heading", replace("31提升残疾人福利水平。", "31提升残疾人福利水平。\n十、"), "disability-living 31, disability-living 31, disability-nursing 31, disability-nursing 31"},
		{"an item that is not there", replace("\n14深化", "\n深化"), "elder-canteens 14"},
		{"nothing at all", nil, "everything"},
	} {
		report := source.Check(info, tt.text, standards.Published().All())
		assert.False(t, report.Archived || report.OK(), tt.why)
		var missing []string
		for _, result := range report.Results {
			if result.Status != source.Found {
				missing = append(missing, result.Row.Key.String()+" "+result.Row.Basis.Clause)
			}
		}
		if tt.missing == "everything" {
			assert.Len(t, missing, len(citing(info.Document)), tt.why)
			continue
		}
		assert.Equal(t, tt.missing, strings.Join(missing, ", "), tt.why)
	}
}

// No other text is the archived file, and none is that of a document without one.
func TestCheckNeedsAnArchivedText(t *testing.T) {
	for _, d := range []standards.Document{standards.Tekun2016, standards.Relief2020, standards.MinorsProtection, standards.DisabilityGrades, "no-such-document", ""} {
		for _, text := range []string{"", "一"} {
			assert.Equal(t, source.Report{}, source.Check(d.Info(), []byte(text), nil), d)
		}
	}
}

func TestFind(t *testing.T) {
	plan := standards.DocumentInfo{}
	order := standards.DocumentInfo{Articles: true}
	const planText = "2020年工作要点\r\n一、总则\n1一次。\n2.再次\n续行\n三、重点\n（一）甲甲\n（二）乙乙\n四、其他\n（一）丙丙\n10十项15分钟\n"
	const orderText = "前言第九条\n第一章　总则\n第八条　八\n　(一)八一\n　（二）八二\n第九条所称不算\n第九条 九\n1999年之文\n第十条　十\n第二章 末\n第二十一条　廿一\n"
	for _, tt := range []struct {
		why     string
		info    standards.DocumentInfo
		text    string
		clause  string
		printed string
		want    source.Status
	}{
		{"in its item", plan, planText, "1", "一次", source.Found},
		{"in another item", plan, planText, "1", "再次", source.Differs},
		{"an item with a point", plan, planText, "2", "再次", source.Found},
		{"a line that goes on", plan, planText, "2", "续行", source.Found},
		{"not beyond a heading", plan, planText, "2", "甲甲", source.Differs},
		{"10 is not 1", plan, planText, "1", "十项", source.Differs},
		{"10", plan, planText, "10", "十项", source.Found},
		{"a number inside a line begins nothing", plan, planText, "15", "分钟", source.NoClause},
		{"a paragraph of a section", plan, planText, "3(1)", "甲甲", source.Found},
		{"the next paragraph", plan, planText, "3(1)", "乙乙", source.Differs},
		{"the same paragraph of another section", plan, planText, "3(1)", "丙丙", source.Differs},
		{"the other section", plan, planText, "4(1)", "丙丙", source.Found},
		{"no such paragraph", plan, planText, "4(2)", "丙丙", source.NoClause},
		{"an article", order, orderText, "9", "九", source.Found},
		{"an article goes on over a line with a number", order, orderText, "9", "1999年", source.Found},
		{"not into the next", order, orderText, "9", "十", source.Differs},
		{"a chapter ends it", order, orderText, "10", "末", source.Differs},
		{"an article named inside a line begins nothing", order, orderText, "9", "所称", source.Differs},
		{"but belongs to the one before", order, orderText, "8", "所称", source.Found},
		{"an article's list", order, orderText, "8(1)", "八一", source.Found},
		{"with either kind of brackets", order, orderText, "8(2)", "八二", source.Found},
		{"twenty-one", order, orderText, "21", "廿一", source.Found},
		{"nothing quoted", order, orderText, "9", "", source.NoPrint},
		{"no clause", order, orderText, "", "九", source.NoClause},
		{"no number", order, orderText, "nine", "九", source.NoClause},
		{"zero", order, orderText, "0", "九", source.NoClause},
		{"too large", order, orderText, "100", "九", source.NoClause},
		{"a bracket too few", order, orderText, "8(1", "八一", source.NoClause},
		{"brackets with nothing in them", order, orderText, "8()", "八一", source.NoClause},
	} {
		row := standards.Standard{Basis: standards.Basis{Clause: tt.clause, Printed: tt.printed}}
		assert.Equal(t, tt.want, source.Find(tt.info, []byte(tt.text), row), tt.why)
	}
}
