package standards_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// What a row states is what it prints; that the text prints it is checked in package source.

// print is what printed words say of a figure.
type print struct {
	numbers []printed // in order
	per     standards.Period
	bound   standards.Bound
}

// printed is one number and the unit after it.
type printed struct {
	number standards.Fraction
	unit   string
}

func readPrint(t *testing.T, s string) print {
	t.Helper()
	p := print{bound: standards.Exactly}
	if strings.Contains(s, "不低于") || strings.Contains(s, "不少于") || strings.Contains(s, "指导标准") {
		p.bound = standards.AtLeast
	}
	s = strings.NewReplacer("六十周岁", "60周岁", "十八周岁", "18周岁").Replace(s)
	if strings.Contains(s, "每年") || strings.Contains(s, "元/年") {
		p.per = standards.PerYear
	} else if strings.Contains(s, "月") {
		p.per = standards.PerMonth
	}
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		if grade := strings.IndexRune("一二三四", runes[i]); grade >= 0 && gradeFollows(string(runes[i+1:])) {
			p.numbers = append(p.numbers, printed{standards.Whole(int64(grade/len("一") + 1)), "级"})
			continue
		}
		start := i
		for i < len(runes) && (unicode.IsDigit(runes[i]) || runes[i] == '.' && i > start) {
			i++
		}
		if i == start {
			continue
		}
		p.numbers = append(p.numbers, printed{fraction(t, string(runes[start:i])), unitOf(string(runes[i:]))})
		i--
	}
	return p
}

// gradeFollows reports whether a Chinese numeral before rest is one of a list of grades, as in 一、二、三级.
func gradeFollows(rest string) bool {
	return strings.HasPrefix(strings.TrimLeft(rest, "一二三四、"), "级")
}

func fraction(t *testing.T, digits string) standards.Fraction {
	t.Helper()
	whole, decimals, _ := strings.Cut(digits, ".")
	n, err := strconv.ParseInt(whole+decimals, 10, 64)
	require.NoError(t, err)
	f := standards.Whole(n)
	for range decimals {
		f.Den *= 10
	}
	return f
}

func unitOf(rest string) string {
	for _, unit := range []string{"%", "所", "张", "家", "元", "周岁", "倍", "项", "/月"} {
		if strings.HasPrefix(rest, unit) {
			return unit
		}
	}
	return ""
}

// The unit that each key's figure is printed in. The scan lost 元 after 600 and 80, and % after one of the 100.
var printedUnits = map[standards.Key][]string{
	standards.Key(standards.DibaoLine): {"元", "/月"}, standards.Key(standards.AverageAssistance): {"元"},
	standards.Key(standards.DisabilityLiving): {"元", ""}, standards.Key(standards.DisabilityNursing): {"元", ""},
	standards.Key(standards.TekunInstitutionShare): {"%"}, standards.Key(standards.CommunityCoverage): {"%"}, standards.Key(standards.ServiceQuality): {"%"},
	standards.Key(standards.NursingBedShare): {"%"}, standards.Key(standards.WorkerTraining): {""},
	standards.Key(standards.TekunInstitutions): {"所"}, standards.Key(standards.TekunBeds): {"张"}, standards.Key(standards.TekunNursingBeds): {"张"},
	standards.Key(standards.ElderCanteens): {"家"}, standards.Key(standards.LowIncomeMultiple): {"倍"},
	standards.Key(standards.TekunBasicMultiple): {"倍"}, standards.Key(standards.MinorAge): {"周岁"}, standards.Key(standards.TopUpMinorAge): {"周岁"},
	standards.Key(standards.TopUpGrade): {"级"}, standards.Key(standards.NursingGrade): {"级"},
	standards.Key(standards.TekunElderAge): {"周岁"}, standards.Key(standards.TekunMinorAge): {"周岁"}, standards.Key(standards.TopUpElderAge): {"周岁"},
	standards.Key(standards.TekunGrade): {"级"}, standards.Key(standards.SinglePersonGrade): {"级"}, standards.Key(standards.SelfCarePartly): {"项"},
}

// The words by which a category or a kind of hukou is printed.
var printedAs = map[string]string{"visual": "视力", "physical": "肢体", "intellectual": "智力", "mental": "精神"}

func TestRowsStateWhatTheyPrint(t *testing.T) {
	checked := 0
	for _, row := range standards.Published().All() {
		if row.Key.IsList() || row.Key == standards.Key(standards.LivingGrade) { // of any grade: it prints none
			continue
		}
		name := row.Key.String() + " " + row.Of + ": " + row.Basis.Printed
		p := readPrint(t, row.Basis.Printed)
		require.NotEmpty(t, p.numbers, name)
		figure := p.numbers[len(p.numbers)-1] // of 16 to 18, of grades 1 to 3: the last
		if row.Of == "city" {
			figure = p.numbers[0] // 市、县两级…分别
		}
		assert.Contains(t, printedUnits[row.Key], figure.unit, name)
		bound := row.Bound
		if row.Basis.Document == standards.HunanSubsidies2021 { // 省定标准, as a place restates it
			assert.Equal(t, standards.AtLeast, bound, name)
			bound = standards.Exactly
		}
		assert.Equal(t, p.bound, bound, name)
		if row.Amount.Stated() {
			assert.Equal(t, standards.Fen(figure.number.Num*100, p.per), row.Amount, name)
		} else {
			want := figure.number
			if row.Key.Info().Form == standards.Share {
				want = standards.Percent(want.Num)
			}
			assert.Equal(t, 0, want.Compare(row.Number), "%s: printed %s, stated %s", name, want, row.Number)
		}
		if row.Key == standards.Key(standards.TekunGrade) {
			assert.Contains(t, row.Basis.Printed, printedAs[row.Of], name)
		}
		checked++
	}
	assert.Equal(t, 67, checked, "rows with a figure and words")
}

func TestReadPrint(t *testing.T) {
	for s, want := range map[string]print{
		"600/月":        {[]printed{{standards.Whole(600), "/月"}}, standards.PerMonth, standards.Exactly},
		"每人每年不低于4320元": {[]printed{{standards.Whole(4320), "元"}}, standards.PerYear, standards.AtLeast},
		"不低于90%70%":    {[]printed{{standards.Whole(90), "%"}, {standards.Whole(70), "%"}}, 0, standards.AtLeast},
		"低于标准1.5倍":     {[]printed{{standards.Fraction{15, 10}, "倍"}}, 0, standards.Exactly},
		"为一、二、三级的智力":   {[]printed{{standards.Whole(1), "级"}, {standards.Whole(2), "级"}, {standards.Whole(3), "级"}}, 0, standards.Exactly},
		"一级、二级重度残疾人":   {[]printed{{standards.Whole(1), "级"}, {standards.Whole(2), "级"}}, 0, standards.Exactly},
		"从16周岁延长至18周岁": {[]printed{{standards.Whole(16), "周岁"}, {standards.Whole(18), "周岁"}}, 0, standards.Exactly},
	} {
		assert.Equal(t, want, readPrint(t, s), s)
	}
}

// Each row prints words, and says where they stand: a clause of a text that is archived whole, else a passage of the archived file of
// excerpts or restatements, or a clause that the file numbers.
func TestRowsPrintWhatWasSeen(t *testing.T) {
	without := 0
	for _, row := range standards.Published().All() {
		info, ok := standards.Published().Document(row.Basis.Document)
		require.True(t, ok, row.Basis.Document)
		name := line(row)
		assert.NotEmpty(t, row.Basis.Printed, name)
		assert.NotEmpty(t, info.File, name)
		if info.Standing == standards.Archived {
			assert.NotEmpty(t, row.Basis.Clause, name)
			assert.Empty(t, row.Basis.At, name)
		}
		if row.Basis.Clause == "" && row.Basis.At == "" {
			without++
		}
	}
	assert.Zero(t, without, "rows that cite nothing")
}

// What is unverified is a row under a reading alone, which each decision that turns on it names.
func TestNothingUnverifiedIsADefaultFigure(t *testing.T) {
	for _, row := range standards.Published().All() {
		if row.Basis.Document.Info().Standing == standards.Unverified {
			assert.Equal(t, []any{true, standards.RuralNotIncome}, []any{row.Key.IsList(), row.Under}, line(row))
		}
	}
}

func TestDocuments(t *testing.T) {
	seen := map[standards.Document]bool{}
	for _, info := range standards.Documents() {
		assert.False(t, seen[info.Document], info.Document)
		seen[info.Document] = true
		assert.NotEmpty(t, info.Title.Zh)
		assert.NotEmpty(t, info.Title.En)
		assert.Contains(t, []standards.Standing{standards.Archived, standards.Excerpt, standards.SecondHand, standards.Unverified}, info.Standing)
		if info.Standing != standards.Unverified {
			assert.NotEmpty(t, info.File, info.Document)
		}
		if info.File != "" {
			assert.Len(t, info.SHA256, 64, info.Document)
			assert.NotEmpty(t, info.Completeness.String(), info.Document)
		}
		assert.Equal(t, info.Standing == standards.Archived, info.Completeness == standards.WholeText, info.Document)
		if info.Standing == standards.Excerpt || info.Standing == standards.SecondHand {
			assert.NotEmpty(t, info.Address, info.Document)
		}
		assert.False(t, info.DateUnverified && info.From.IsZero(), info.Document)
		assert.Equal(t, info, info.Document.Info())
	}
	assert.Equal(t, standards.DocumentInfo{}, standards.Document("").Info())
	county := standards.Document("youxian-2020").Info()
	assert.Equal(t, []string{"数据表youxian-2020第2项", "tables file youxian-2020, item 2"}, []string{county.Cite("2", standards.Chinese), county.Cite("2", standards.English)})
	assert.Equal(t, standards.Supplied, county.Standing)
	// The dates of section 2: from which day, and whether a text at hand states it.
	for _, tt := range []struct {
		document   standards.Document
		from       string
		unverified bool
	}{
		{standards.Order271, "1999-10-01", false},
		{standards.Order649, "2014-05-01", false},
		{standards.TwoSubsidies2015, "2016-01-01", false},
		{standards.Children2019, "2020-01-01", true},
		{standards.Relief2020, "2020-06-03", true},
		{standards.HunanUrban2020, "2020-11-01", false},
		{standards.HunanRural2021, "2021-01-01", false},
		{standards.ZhuzhouLines2022, "2022-01-01", false},
		{standards.ZhuzhouSubsidies2022, "2022-01-01", true},
		{standards.Reform2020, "2020-08-25", true},
		{standards.DibaoReview2021, "2021-07-01", false},
		{standards.Tekun2021, "2021-07-01", false},
	} {
		info, ok := standards.Published().Document(tt.document)
		require.True(t, ok)
		assert.Equal(t, tt.from, info.From.String(), tt.document)
		assert.Equal(t, tt.unverified, info.DateUnverified, tt.document)
	}
	plan, _ := standards.Published().Document(standards.WorkPoints2020)
	assert.Equal(t, "2020-09-01", plan.Issued.String())
	assert.True(t, plan.From.IsZero(), "it states no effective date")
	assert.Equal(t, "《2020年株洲民政工作要点》第9项", plan.Cite("9", standards.Chinese))
	assert.Equal(t, "Zhuzhou civil affairs work points 2020, item 9", plan.Cite("9", standards.English))
	order, _ := standards.Published().Document(standards.Order649)
	assert.Equal(t, "《社会救助暂行办法》（国务院令第649号）第九条", order.Cite("9", standards.Chinese))
	assert.Equal(t, "Interim Measures for Social Assistance, art. 9", order.Cite("9", standards.English))
	assert.Equal(t, "《社会救助暂行办法》（国务院令第649号）", order.Cite("", standards.Chinese))
}

// The golden list has what is on record of every document, so that a change is a line in review.
func TestDocumentsGolden(t *testing.T) {
	var b strings.Builder
	for _, i := range standards.Documents() {
		number := i.Number + map[bool]string{true: " (unverified)"}[i.NumberUnverified]
		from := i.From.String() + map[bool]string{true: " (unverified)"}[i.DateUnverified]
		form := map[bool]string{true: "articles", false: "items"}[i.Articles]
		b.WriteString(strings.Join([]string{string(i.Document), i.Title.Zh, i.Title.En, number, i.Issuer, "issued " + i.Issued.String(),
			"reported " + i.Reported.String(), "from " + from, i.Standing.String(), form, i.Completeness.String(), i.File, i.SHA256, i.Address}, " | ") + "\n")
	}
	golden(t, "documents.golden", b.String())
}
