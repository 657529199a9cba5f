package benefit

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math"
	"math/big"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// alsoWords are codes that stand in the sources as something else as well: fields of the wire formats, and keys of tables files.
var alsoWords = []Code{StepTotal, StepDibaoTopUp, StepDibaoBand, StepWay}

// codesInSources returns the values of the constants Step... in the Go files of the module, tests left out, and the codes that are typed as text
// anywhere else.
func codesInSources(t *testing.T) (declared, typed []Code) {
	require.NoError(t, filepath.WalkDir("../..", func(file string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if !strings.HasPrefix(n.Names[0].Name, "Step") {
					return true
				}
				for _, v := range n.Values {
					declared = append(declared, codeOf(v))
				}
				return false
			case *ast.BasicLit:
				if code := codeOf(n); isCode(code) && !slices.Contains(alsoWords, code) {
					typed = append(typed, code)
				}
			}
			return true
		})
		return nil
	}))
	return declared, typed
}

// codeOf is the text of a string literal, "" for anything else.
func codeOf(e ast.Expr) Code {
	if literal, ok := e.(*ast.BasicLit); ok && literal.Kind == token.STRING {
		text, _ := strconv.Unquote(literal.Value)
		return Code(text)
	}
	return ""
}

func isCode(c Code) bool {
	return slices.ContainsFunc(codeTable[:], func(i CodeInfo) bool { return i.Code == c })
}

// Every code is declared once, whichever package records it, and has its meaning in the one list, which has no other. Nowhere is one typed as
// text, where a slip of the pen would go unnoticed.
func TestCodesAreListedOnce(t *testing.T) {
	var listed []Code
	for _, info := range Codes() {
		assert.Regexp(t, `^[a-z]+(-[a-z]+)*$`, string(info.Code))
		assert.Regexp(t, `\p{Han}`, info.Chinese)
		assert.Regexp(t, `^[a-z][ -~]+$`, info.English)
		assert.NotContains(t, listed, info.Code)
		listed = append(listed, info.Code)
		assert.Equal(t, info.Chinese, info.Code.Text(Chinese))
		assert.Equal(t, info.English, info.Code.Text(English))
	}
	declared, typed := codesInSources(t)
	assert.ElementsMatch(t, declared, listed)
	assert.Empty(t, typed)
	assert.Equal(t, "no-such-code", Code("no-such-code").Text(Chinese))
}

var blanks = regexp.MustCompile(`\{[a-z-]+\}`)

// Every code has texts, the same ones in both languages with the same blanks, and every blank is one that can be filled in.
func TestTextsAreComplete(t *testing.T) {
	require.Len(t, english, len(chinese))
	results := map[Code][]string{}
	for i, zh := range chinese {
		en := english[i]
		require.Equal(t, zh.code, en.code)
		require.Equal(t, zh.form, en.form, zh.code)
		zhBlanks, enBlanks := blanks.FindAllString(zh.text, -1), blanks.FindAllString(en.text, -1)
		assert.ElementsMatch(t, slices.Compact(slices.Sorted(slices.Values(zhBlanks))), slices.Compact(slices.Sorted(slices.Values(enBlanks))), "%s %s", zh.code, zh.form)
		assert.NotContains(t, results[zh.code], zh.form)
		assert.NotContains(t, en.text, ";;")
		assert.Regexp(t, `^[ -~]+$`, en.text)
		results[zh.code] = append(results[zh.code], zh.form)
	}
	for _, info := range Codes() {
		forms := results[info.Code]
		if len(forms) == 0 {
			forms = results[Code(strings.Replace(string(info.Code), "nursing-", "living-", 1))]
		}
		assert.NotEmpty(t, forms, info.Code)
		for _, form := range forms {
			if base, _, variant := strings.Cut(form, "/"); variant && info.Code != "living-work-injury" {
				assert.True(t, slices.Contains(forms, base) || base == "unknown" || base == "computed", "%s %s", info.Code, form)
			}
		}
	}
	for code := range results {
		assert.True(t, isCode(code), code)
	}
}

// Words and terms are known in both languages.
func TestWordsAreComplete(t *testing.T) {
	words := func(list []plainWord) (all []string) {
		for _, w := range list {
			assert.NotContains(t, all, w.word)
			all = append(all, w.word)
		}
		return all
	}
	assert.ElementsMatch(t, words(chineseWords[:]), words(englishWords[:]))
	assert.ElementsMatch(t, words(chineseTerms[:]), words(englishTerms[:]))
	assert.ElementsMatch(t, words(chineseSelfCare[:]), words(englishSelfCare[:]))
	for _, vocabulary := range [][]string{verdictWords[:], relationWords[:], absenceWords[:], supportWords[:], schemeWords[:]} {
		for _, word := range vocabulary {
			assert.Contains(t, words(chineseWords[:]), word)
		}
	}
	for n := Tekun; n <= Nursing; n++ {
		if n != LowIncome {
			assert.Contains(t, words(chineseTerms[:]), n.String())
		}
	}
}

func yearly(fen int64, b standards.Bound) Quantity {
	return Quantity{Amount: standards.Fen(fen, standards.PerYear), Bound: b}
}

func TestStepText(t *testing.T) {
	line := func(fen int64, per standards.Period, b standards.Bound, times standards.Fraction) Term {
		return Term{What: "line", Amount: standards.Fen(fen, per), Bound: b, Times: times}
	}
	income := func(fen int64, times standards.Fraction) Term {
		return Term{What: "income", Amount: standards.Fen(fen, standards.PerYear), Bound: standards.Exactly, Times: times}
	}
	month := func(fen int64, b standards.Bound) Quantity {
		return Quantity{Amount: standards.Fen(fen, standards.PerMonth), Bound: b}
	}
	for _, c := range []struct {
		step    Step
		chinese string
		english string
	}{
		{Step{Code: "dibao-payment", Part: Dibao, Result: ResultComputed, Document: standards.DibaoReview2012, Clause: "27",
			Terms: []Term{line(4320_00, standards.PerYear, standards.Exactly, standards.Whole(2)), income(6000_00, standards.Fraction{Num: -2, Den: 2})}, Value: month(220_00, standards.Exactly)},
			"低保金计算：低保标准每年4320.00元 × 2人 − 收入每年6000.00元 = 每年2640.00元，折合每月220.00元（依据《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）第二十七条）",
			"dibao payment: line 4320.00 x 2 people - income 6000.00 = 2640.00 a year = 220.00 a month (Trial Measures for Dibao Review and Approval, art. 27)"},
		{Step{Code: "dibao-payment", Part: Dibao, Result: ResultComputed,
			Terms: []Term{line(4320_00, standards.PerYear, standards.AtLeast, standards.Whole(2)), income(6000_00, standards.Fraction{Num: -2, Den: 2})}, Value: month(220_00, standards.AtLeast)},
			"低保金计算：低保标准每年不低于4320.00元 × 2人 − 收入每年6000.00元 = 每年不低于2640.00元，折合每月不低于220.00元",
			"dibao payment: line of at least 4320.00 x 2 people - income 6000.00 = at least 2640.00 a year = at least 220.00 a month"},
		{Step{Code: "dibao-payment", Part: Dibao, Result: ResultComputed, Reading: standards.RoundingReading, Choice: standards.UpToFen,
			Terms: []Term{line(600_00, standards.PerMonth, standards.Exactly, standards.Whole(2)), income(100_00, standards.Fraction{Num: -2, Den: 3})}, Value: month(1194_45, standards.AtLeast)},
			"低保金计算：低保标准每月600.00元 × 12个月 × 2人 − 收入每年100.00元 × 2/3 = 每年合计数，除以12个月，取整为每月不低于1194.45元，尚有未定的部分，故为下限（读法：不足一分的尾数如何处理？本决定取“进位到分”）",
			"dibao payment: line 600.00 x 12 months x 2 people - income 100.00 x 2/3 = so much a year, over 12 months and rounded: at least 1194.45 a month, a lower limit because something else is not settled (reading: how is a payment that is not whole fen rounded? here: up to the fen)"},
		{Step{Code: "dibao-payment", Part: Dibao, Result: ResultComputed,
			Terms: []Term{line(600_00, standards.PerMonth, standards.Exactly, standards.Whole(3)), {"topup", "son", standards.Fen(600_00, standards.PerMonth), standards.Exactly, standards.Percent(20)}}, Value: month(1920_00, standards.Exactly)},
			"低保金计算：低保标准每月600.00元 × 3人 + son的增发每月600.00元 × 20% = 每月1920.00元",
			"dibao payment: line 600.00 x 3 people + son's top-up 600.00 x 20% = 1920.00 a month"},
		{Step{Code: "dibao-topup", Part: Dibao, Member: "son", Result: ResultComputed, Document: "youxian-2020", Clause: "2", Value: Quantity{Word: "minor"},
			Terms: []Term{{"topup", "son", standards.Fen(600_00, standards.PerMonth), standards.Exactly, standards.Percent(20)}}},
			"son：属于未成年人，增发低保金：增发每月600.00元 × 20% = 每月120.00元（依据数据表youxian-2020第2项）",
			"son: top-up for minors: top-up 600.00 x 20% = 120.00 a month (tables file youxian-2020, item 2)"},
		{Step{Code: "low-income-below-multiple", Part: LowIncome, Residence: standards.Urban, Result: ResultNotMet, Left: yearly(32400_00, standards.Exactly), Op: "<",
			Right: Quantity{Number: standards.Fraction{Num: 3, Den: 2}}, Terms: []Term{line(600_00, standards.PerMonth, standards.Exactly, standards.Fraction{Num: 9, Den: 2})}},
			"家庭收入每年32400.00元，等于城市低保标准每月600.00元 × 12个月 × 3人 × 1.5 = 每年32400.00元，不符合低保边缘家庭的收入上限",
			"income 32400.00 a year is exactly at the urban line 600.00 x 12 months x 3 people x 1.5 = 32400.00 a year: not met"},
		{Step{Code: "dibao-income-below-line", Part: Dibao, Residence: standards.Urban, Under: standards.Urban, Result: ResultUnknown, Left: yearly(6000_00, standards.Exactly), Op: "<",
			Document: standards.Order649, Clause: "9"},
			"（按城市户籍）家庭收入每年6000.00元，当地城市低保标准无据可查，待定（依据《社会救助暂行办法》（国务院令第649号）第九条）",
			"(if urban) income 6000.00 a year, and the urban line there is not on record: undetermined (Interim Measures for Social Assistance, art. 9)"},
		{Step{Code: "dibao-income-below-line", Part: Dibao, Residence: standards.Rural, Result: ResultUnknown, Left: yearly(9000_00, standards.Exactly), Op: "<",
			Right: yearly(8640_00, standards.AtLeast), Terms: []Term{line(4320_00, standards.PerYear, standards.AtLeast, standards.Whole(2))}, Document: standards.WorkPoints2020, Clause: "9", Planned: true},
			"家庭收入每年9000.00元，高于已知的农村低保标准每年不低于4320.00元 × 2人 = 每年不低于8640.00元，当地标准可能更高，待定（依据《2020年株洲民政工作要点》第9项；所用标准为年度计划标准，2020年9月1日公布，此前按计划标准计算）",
			"income 9000.00 a year is above the rural line of at least 4320.00 x 2 people = at least 8640.00 a year, as far as it is known; the county's own may be higher: undetermined (Zhuzhou civil affairs work points 2020, item 9; the figure is the one planned for the year, applied before its publication on 2020-09-01)"},
		{Step{Code: "living-dibao", Part: Living, Member: "son", Result: ResultNotMet, Left: Quantity{Word: "ineligible"}, Document: standards.TwoSubsidies2015},
			"son：不是低保对象，不符合困难残疾人生活补贴条件；当地是否将范围延伸至低收入家庭，未见规定文本（依据《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》（国发〔2015〕52号））",
			"son: not on dibao, as the living subsidy asks: not met; a local extension to low-income families may exist and is not on record (Opinions on the two disability subsidies)"},
		{Step{Code: "nursing-grade", Part: Nursing, Member: "son", Result: ResultNotMet, Left: Quantity{Number: standards.Whole(3)}, Op: "<=", Right: Quantity{Number: standards.Whole(2)}},
			"son：残疾等级为三级，规定为一级至二级，不符合重度残疾人护理补贴的等级条件", "son: disability of grade 3, where grade 2 or more severe is asked for the nursing subsidy: not met"},
		{Step{Code: "residence-not-stated", Part: Dibao, Result: ResultUnknown, Left: Quantity{Word: "eligible"}, Op: "=", Right: Quantity{Word: ""}},
			"最低生活保障：户籍类别未载明，按城市户籍和按农村户籍结论不同，待定",
			"dibao: the kind of hukou is not stated, and the verdicts differ between urban and rural: undetermined"},
		{Step{Code: "total", Result: ResultComputed, Value: month(0, standards.Exactly)}, "合计：每月0.00元", "total: 0.00 a month"},
		{Step{Code: "dibao-income-counted", Result: ResultComputed, Terms: []Term{{"own-income", "A", standards.Fen(0, standards.PerYear), standards.Exactly, standards.Whole(1)}}, Value: yearly(0, standards.Exactly)},
			"计入的家庭收入：每年0.00元", "income that counts: 0.00 a year"},
		{Step{Code: "no-such-code", Result: ResultMet}, "no-such-code", "no-such-code"},
	} {
		assert.Equal(t, c.chinese, c.step.Text(Chinese))
		assert.Equal(t, c.english, c.step.Text(English))
	}
}

// No value of a step makes its text panic or leaves a blank open.
func TestStepTextOfAnything(t *testing.T) {
	odd := []Quantity{{}, {Word: "x"}, {Number: standards.Whole(7)}, {Number: standards.Fraction{Num: 1, Den: 3}}, yearly(1, standards.AtLeast),
		{Amount: standards.Fen(1<<62, standards.PerMonth)}, {Amount: standards.Fen(-5, standards.PerYear)}}
	terms := [][]Term{nil, {{}}, {{What: "line", Times: standards.Fraction{Num: -1, Den: 3}}}, {{What: "rate", Amount: standards.Fen(1<<62, standards.PerMonth), Times: standards.Whole(1 << 60)}, {What: "?"}}}
	for _, info := range append(Codes(), CodeInfo{}) {
		for r := range ResultComputed + 2 {
			for i, q := range odd {
				for _, list := range terms {
					s := Step{Code: info.Code, Result: r, Left: q, Right: odd[(i+3)%len(odd)], Value: odd[(i+5)%len(odd)], Terms: list, Residence: 9, Part: 9, Reading: 99, Choice: 99, Document: "?"}
					assert.NotContains(t, s.Text(Chinese)+s.Text(English), "{")
				}
			}
		}
	}
}

func TestStepJSON(t *testing.T) {
	step := Step{Code: "dibao-payment", Part: Dibao, Result: ResultComputed, Reading: standards.RoundingReading, Choice: standards.UpToYuan, Planned: true,
		Terms: []Term{{"line", "", standards.Fen(600_00, standards.PerMonth), standards.Exactly, standards.Whole(2)}}, Value: Quantity{Amount: standards.Fen(1200_00, standards.PerMonth), Bound: standards.Exactly}}
	text, err := json.Marshal(step)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"reading":"rounding","choice":"up-to-yuan","planned":true`)
	var read Step
	require.NoError(t, json.Unmarshal(text, &read))
	assert.Equal(t, step, read)
	for _, bad := range []string{`{"code":"total","result":"computed","reading":"rounding","choice":"left-out"}`, `{"code":"total","result":"computed","choice":"left-out"}`} {
		assert.Error(t, json.Unmarshal([]byte(bad), &read), bad)
	}
}

// Whole numbers that fit are taken as such, and else the exact ones: the one agrees with the other, however large they are.
func TestSumsAreExact(t *testing.T) {
	numbers := []int64{0, 1, -1, 7, -12, 1 << 31, math.MaxInt64 / 2, math.MaxInt64, math.MinInt64 / 2, math.MinInt64}
	for _, n := range numbers {
		for _, num := range numbers {
			for _, den := range []int64{1, 2, 12, math.MaxInt64} {
				f := standards.Fraction{Num: num, Den: den}
				want := new(big.Rat).Mul(new(big.Rat).SetInt64(n), big.NewRat(num, den))
				got, ok := times(n, f)
				if !ok && got != 0 {
					t.Errorf("%d taken %s times is not known, and %d", n, f, got)
				}
				if fits := want.IsInt() && want.Num().IsInt64(); ok && (!fits || want.Num().Int64() != got) {
					t.Errorf("%d taken %s times is %s, not %d", n, f, want.RatString(), got)
				} else if !ok && fits && want.Num().Int64() != math.MinInt64 {
					t.Errorf("%d taken %s times fits", n, f)
				}
				terms := []Term{{Amount: standards.Fen(n, standards.PerYear), Times: f}, {Amount: standards.Fen(num, standards.PerYear), Times: standards.Whole(1)},
					{Amount: standards.Fen(7, standards.PerYear)}} // taken no stated number of times
				s := Step{Terms: terms}
				want.Add(want, new(big.Rat).SetInt64(num))
				assert.Zero(t, want.Cmp(s.ExactSum()))
				fen, whole := s.annual()
				if fits := want.IsInt() && want.Num().IsInt64(); whole != fits || fits && fen != want.Num().Int64() {
					t.Errorf("%d taken %s times and %d are %s, not %d (whole: %t)", n, f, num, want.RatString(), fen, whole)
				}
				for _, left := range []int64{fen - 1, fen, fen + 1} {
					s.Left.Amount = standards.Fen(left, standards.PerYear)
					if got, want := s.compare(), new(big.Rat).SetInt64(left).Cmp(want); got != want {
						t.Errorf("%d against %d taken %s times and %d: %d, not %d", left, n, f, num, got, want)
					}
				}
			}
		}
	}
	for _, den := range []int64{0, -1, math.MinInt64} {
		got, ok := times(6, standards.Fraction{Num: 1, Den: den})
		assert.False(t, ok, den)
		assert.Zero(t, got, den)
	}
}
