package register_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

func TestWordsOfFindings(t *testing.T) {
	for f, want := range []struct {
		word  string
		wrong bool
	}{
		{"over-line", true}, {"not-difference", true}, {"at-line", true}, {"head-twice", true}, {"more-covered", true},
		{"parts-not-sum", true}, {"line-not-known", false}, {"no-count", false}, {"no-dibao", false},
	} {
		finding := register.Finding(f)
		assert.Equal(t, want.word, finding.String())
		assert.Equal(t, want.wrong, finding.IsWrong(), want.word)
		assert.NotEmpty(t, finding.Text(standards.Chinese))
		assert.NotEqual(t, finding.Text(standards.Chinese), finding.Text(standards.English))
	}
	assert.Equal(t, 9, register.FindingCount)
	for _, f := range []register.Finding{register.Finding(register.FindingCount), math.MaxUint8} {
		assert.Empty(t, f.String())
		assert.Empty(t, f.Text(standards.Chinese))
		assert.False(t, f.IsWrong())
	}
}

// yuan is a sum of whole yuan a month.
func yuan(n int64) standards.Amount { return standards.Fen(n*100, standards.PerMonth) }

// inTianyuan is a row that states dibao of this much. The line there is 600 yuan a month for both
// kinds of hukou (株民发〔2020〕16号).
func inTianyuan(dibao standards.Amount, c register.Claims) register.Record {
	return register.Record{
		Household: assistance.Household{Division: standards.Tianyuan},
		PaidOf:    register.PaidOf{Dibao: dibao},
		Claims:    c,
	}
}

// What is paid is the line for each person less the income of the family, and never more than the
// line for each person (暂行办法 art. 9): a payment that is rounded to the yuan is right.
func TestPaidIsTheLineLessTheIncome(t *testing.T) {
	fen := func(n int64) standards.Amount { return standards.Fen(n, standards.PerMonth) }
	year := func(n int64) standards.Amount { return standards.Fen(n*100, standards.PerYear) }
	type found = []register.Finding
	for _, c := range []struct {
		name   string
		record register.Record
		people int
		most   standards.Amount
		due    standards.Amount
		want   found
	}{
		{"the line for each of two", inTianyuan(yuan(1200), register.Claims{Covered: 2}), 2, yuan(1200), standards.Amount{}, nil},
		{"less than a yuan above", inTianyuan(fen(1200_99), register.Claims{Covered: 2}), 2, yuan(1200), standards.Amount{}, nil},
		{"a yuan above", inTianyuan(yuan(1201), register.Claims{Covered: 2}), 2, yuan(1200), standards.Amount{}, found{register.OverLine}},
		{"nothing is paid", inTianyuan(yuan(0), register.Claims{Covered: 2}), 2, yuan(1200), standards.Amount{}, nil},
		{"one, by the people of the household", inTianyuan(yuan(601), register.Claims{People: 1}), 1, yuan(600), standards.Amount{},
			found{register.OverLine}},
		{"two of three are covered", inTianyuan(yuan(1201), register.Claims{People: 3, Covered: 2}), 2, yuan(1200), standards.Amount{},
			found{register.OverLine}},
		{"all are covered", inTianyuan(yuan(1200), register.Claims{People: 2, Covered: 2}), 2, yuan(1200), standards.Amount{}, nil},
		{"more are covered than there are", inTianyuan(yuan(1200), register.Claims{People: 1, Covered: 2}), 2, yuan(1200),
			standards.Amount{}, found{register.MoreCovered}},

		{"less the income of the family", inTianyuan(yuan(900), register.Claims{Covered: 2, FamilyMonth: yuan(300)}), 2, yuan(1200), yuan(900), nil},
		{"99 fen off", inTianyuan(fen(900_99), register.Claims{Covered: 2, FamilyMonth: yuan(300)}), 2, yuan(1200), yuan(900), nil},
		{"a yuan more", inTianyuan(yuan(901), register.Claims{Covered: 2, FamilyMonth: yuan(300)}), 2, yuan(1200), yuan(900), found{register.NotDifference}},
		{"99 fen less", inTianyuan(fen(899_01), register.Claims{Covered: 2, FamilyMonth: yuan(300)}), 2, yuan(1200), yuan(900), nil},
		{"a yuan less", inTianyuan(yuan(899), register.Claims{Covered: 2, FamilyMonth: yuan(300)}), 2, yuan(1200), yuan(900), found{register.NotDifference}},
		{"the income a year", inTianyuan(yuan(900), register.Claims{Covered: 2, FamilyYear: year(3600)}), 2, yuan(1200), yuan(900), nil},
		{"the income a year, a yuan more", inTianyuan(yuan(901), register.Claims{Covered: 2, FamilyYear: year(3600)}), 2, yuan(1200), yuan(900), found{register.NotDifference}},
		{"an income a year that is no whole fen a month", inTianyuan(yuan(900), register.Claims{Covered: 2, FamilyYear: standards.Fen(3600_01, standards.PerYear)}),
			2, yuan(1200), yuan(900), nil},
		{"and one fen above that", inTianyuan(yuan(900), register.Claims{Covered: 2, FamilyYear: standards.Fen(3599_88, standards.PerYear)}),
			2, yuan(1200), fen(900_01), nil},
		{"the income of the family before that per head", inTianyuan(yuan(901), register.Claims{Covered: 2, FamilyMonth: yuan(300), HeadMonth: yuan(500)}),
			2, yuan(1200), yuan(900), found{register.NotDifference}},
		{"over the line is said once", inTianyuan(yuan(1300), register.Claims{Covered: 2, FamilyMonth: yuan(300)}), 2, yuan(1200), yuan(900), found{register.OverLine}},
		{"a fen is due", inTianyuan(fen(1), register.Claims{Covered: 1, FamilyYear: standards.Fen(7199_99, standards.PerYear)}), 1, yuan(600), fen(1), nil},
		{"the income is the line", inTianyuan(fen(1), register.Claims{Covered: 1, FamilyMonth: yuan(600)}), 1, yuan(600), standards.Amount{}, found{register.AtLine}},
		{"the income is above it", inTianyuan(yuan(5), register.Claims{Covered: 1, FamilyMonth: yuan(700)}), 1, yuan(600), standards.Amount{}, found{register.AtLine}},
		{"and nothing is paid", inTianyuan(yuan(0), register.Claims{Covered: 1, FamilyMonth: yuan(600)}), 1, yuan(600), standards.Amount{}, nil},
		{"over the line, and the income is above it", inTianyuan(yuan(700), register.Claims{Covered: 1, FamilyMonth: yuan(600)}), 1, yuan(600), standards.Amount{},
			found{register.OverLine, register.AtLine}},

		// an income per head is that of each person, rounded to the yuan
		{"per head", inTianyuan(yuan(900), register.Claims{Covered: 2, HeadMonth: yuan(150)}), 2, yuan(1200), yuan(900), nil},
		{"per head, less than three yuan off", inTianyuan(fen(902_99), register.Claims{Covered: 2, HeadMonth: yuan(150)}), 2, yuan(1200), yuan(900), nil},
		{"per head, three yuan off", inTianyuan(yuan(903), register.Claims{Covered: 2, HeadMonth: yuan(150)}), 2, yuan(1200), yuan(900), found{register.NotDifference}},
		{"per head, three yuan less", inTianyuan(yuan(897), register.Claims{People: 2, HeadMonth: yuan(150)}), 2, yuan(1200), yuan(900), found{register.NotDifference}},
		{"per head, less than three yuan less", inTianyuan(fen(897_01), register.Claims{People: 2, Covered: 2, HeadMonth: yuan(150)}), 2, yuan(1200), yuan(900), nil},
		{"per head a year", inTianyuan(yuan(900), register.Claims{Covered: 2, HeadYear: year(1800)}), 2, yuan(1200), yuan(900), nil},
		{"per head a month before that a year", inTianyuan(yuan(910), register.Claims{Covered: 2, HeadMonth: yuan(150), HeadYear: year(0)}), 2, yuan(1200), yuan(900),
			found{register.NotDifference}},
		{"per head of no one", inTianyuan(yuan(900), register.Claims{HeadMonth: yuan(150)}), 0, standards.Amount{}, standards.Amount{}, found{register.NoCount}},

		// whose income it is, of three of whom two are covered, is not known
		{"income of three", inTianyuan(yuan(10), register.Claims{People: 3, Covered: 2, FamilyMonth: yuan(300)}), 2, yuan(1200), standards.Amount{}, nil},
		{"income per head of three", inTianyuan(yuan(10), register.Claims{People: 3, Covered: 2, HeadMonth: yuan(300)}), 2, yuan(1200), standards.Amount{}, nil},
	} {
		got := c.record.Check(october(t))
		want := register.Checked{Findings: c.want, People: c.people, Dibao: c.record.PaidOf.Dibao, Most: c.most, Due: c.due}
		assert.Equal(t, want, got, c.name)
	}
}

// An income that is too large for a household, or of more people than a household has, is not
// multiplied.
func TestIncomesPerHeadThatAreTooLarge(t *testing.T) {
	const most = 100_000_000_000_00 / 100 // fen, of one of a hundred
	due := func(people int, head int64) (bool, []register.Finding) {
		r := inTianyuan(yuan(1), register.Claims{Covered: people, HeadMonth: standards.Fen(head, standards.PerMonth)})
		c := r.Check(october(t))
		return c.Due.Stated(), c.Findings
	}
	for _, c := range []struct {
		people int
		head   int64
		want   []register.Finding
	}{
		{1, most, []register.Finding{register.AtLine}},
		{1, most + 1, nil},
		{100, 600_00, []register.Finding{register.AtLine}},
		{101, 600_00, nil},
	} {
		stated, got := due(c.people, c.head)
		assert.False(t, stated)
		assert.Equal(t, c.want, got, c)
	}
	stated, _ := due(100, 1_00)
	assert.True(t, stated)
	stated, _ = due(101, 1_00)
	assert.False(t, stated)
}

// What is paid in parts comes to what is paid in all: to no more than it, and to just that where
// dibao and the rest are stated.
func TestPartsOfWhatIsPaid(t *testing.T) {
	wrong := []register.Finding{register.PartsNotSum, register.NoDibao}
	for _, c := range []struct {
		name string
		paid standards.Amount
		of   register.PaidOf
		want []register.Finding
	}{
		{"all that there is", yuan(100), register.PaidOf{Living: yuan(40), Nursing: yuan(60)}, []register.Finding{register.NoDibao}},
		{"more than all", yuan(100), register.PaidOf{Living: yuan(40), Nursing: yuan(61)}, wrong},
		{"less than all", yuan(100), register.PaidOf{Living: yuan(40)}, []register.Finding{register.NoDibao}},
		{"more than all, by other support", yuan(100), register.PaidOf{Other: yuan(101)}, wrong},
		{"more than all, by tekun", yuan(100), register.PaidOf{Tekun: yuan(101)}, wrong},
		{"no total", standards.Amount{}, register.PaidOf{Living: yuan(40)}, []register.Finding{register.NoDibao}},
		{"no part", yuan(100), register.PaidOf{}, []register.Finding{register.NoDibao}},
		{"more than fits", yuan(100), register.PaidOf{Living: yuan(math.MaxInt64 / 100), Nursing: yuan(math.MaxInt64 / 100)}, wrong},
		{"dibao and the rest", yuan(100), register.PaidOf{Dibao: yuan(60), Other: yuan(40)}, []register.Finding{register.NoCount}},
		{"dibao and the rest, of less", yuan(100), register.PaidOf{Dibao: yuan(60), Other: yuan(39)},
			[]register.Finding{register.PartsNotSum, register.NoCount}},
		{"dibao alone", yuan(100), register.PaidOf{Dibao: yuan(60)}, []register.Finding{register.NoCount}},
		{"dibao alone, of more", yuan(100), register.PaidOf{Dibao: yuan(101)}, []register.Finding{register.PartsNotSum, register.NoCount}},
	} {
		r := register.Record{Paid: c.paid, PaidOf: c.of}
		assert.Equal(t, c.want, r.Check(october(t)).Findings, c.name)
	}
}

// An amount for all support is dibao where the register calls the support so, and never where it
// is paid by tekun.
func TestWhatIsPaidAsDibao(t *testing.T) {
	for _, c := range []struct {
		benefit string
		of      register.PaidOf
		want    standards.Amount
	}{
		{"", register.PaidOf{}, standards.Amount{}},
		{"低保", register.PaidOf{}, yuan(500)},
		{"城市最低生活保障", register.PaidOf{}, yuan(500)},
		{"临时救助", register.PaidOf{}, standards.Amount{}},
		{"低保", register.PaidOf{Dibao: yuan(400)}, yuan(400)},
		{"", register.PaidOf{Dibao: yuan(400)}, yuan(400)},
		{"低保", register.PaidOf{Tekun: yuan(400)}, standards.Amount{}},
		{"", register.PaidOf{Dibao: yuan(100), Tekun: yuan(400)}, standards.Amount{}},
		{"特困供养 低保", register.PaidOf{}, standards.Amount{}},
		{"五保 低保", register.PaidOf{}, standards.Amount{}},
		{"孤儿 低保", register.PaidOf{Dibao: yuan(400)}, standards.Amount{}},
	} {
		r := register.Record{Paid: yuan(500), PaidOf: c.of, Benefit: c.benefit}
		checked := r.Check(october(t))
		assert.Equal(t, c.want, checked.Dibao, c)
		assert.Equal(t, c.want == standards.Amount{}, checked.Findings[0] == register.NoDibao, c)
		assert.Len(t, checked.Findings, 1)
	}
}

// linesOf is a set in which the county has these lines of its own.
func linesOf(t *testing.T, rows string) *standards.Set {
	t.Helper()
	overlay, err := draft.Read(strings.NewReader(`{"id":"own","kind":"supplement","title":"made up","rows":[` + rows + `]}`))
	require.NoError(t, err)
	tables, err := standards.Published().With(overlay)
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	return set
}

// The line goes by the kind of hukou: that of the household, that in the name of the support, and
// where neither is stated the line of both kinds if it is one.
func TestTheLineOfARow(t *testing.T) {
	const urban = `{"key":"dibao-line","place":"430223","residence":"urban","yuan":"700","per":"month","from":"2020-01-01","until":"2021-01-01"}`
	const rural = `{"key":"dibao-line","place":"430223","residence":"rural","yuan":"5000.01","per":"year","from":"2020-01-01","until":"2021-01-01"}`
	own := linesOf(t, urban+","+rural)
	urbanAlone := linesOf(t, urban)
	ruralMost := standards.Fen((2*5000_01+11)/12, standards.PerMonth)
	for _, c := range []struct {
		name      string
		set       *standards.Set
		division  standards.Place
		residence standards.Residence
		benefit   string
		most      standards.Amount // of two; not stated: the line is not known
	}{
		{"urban", own, standards.Youxian, standards.Urban, "低保", yuan(1400)},
		{"rural, rounded up once", own, standards.Youxian, standards.Rural, "低保", ruralMost},
		{"the household's kind before that of the support", own, standards.Youxian, standards.Urban, "农村低保", yuan(1400)},
		{"urban by the name of the support", own, standards.Youxian, 0, "城市低保", yuan(1400)},
		{"urban by another name", own, standards.Youxian, 0, "城镇低保", yuan(1400)},
		{"rural by the name", own, standards.Youxian, 0, "农村低保", ruralMost},
		{"no kind, and two lines", own, standards.Youxian, 0, "低保", standards.Amount{}},
		{"no kind, and one line", own, standards.Tianyuan, 0, "低保", yuan(1200)},
		{"a lower limit", urbanAlone, standards.Youxian, standards.Rural, "低保", standards.Amount{}},
		{"a line, and a lower limit", urbanAlone, standards.Youxian, 0, "低保", standards.Amount{}},
		{"no division", own, 0, standards.Urban, "低保", standards.Amount{}},
	} {
		r := register.Record{
			Household: assistance.Household{Division: c.division, Residence: c.residence},
			Paid:      yuan(100), Benefit: c.benefit, Claims: register.Claims{Covered: 2},
		}
		got := r.Check(c.set)
		assert.Equal(t, c.most, got.Most, c.name)
		var want []register.Finding
		if !c.most.Stated() {
			want = []register.Finding{register.LineNotKnown}
		}
		assert.Equal(t, want, got.Findings, c.name)
		assert.Equal(t, 2, got.People)
	}
}

// A household or head that stands on an earlier row is found by its warning, and by no other.
func TestTheSameHeadTwice(t *testing.T) {
	for _, c := range []struct {
		warnings register.Errors
		want     []register.Finding
	}{
		{nil, nil},
		{register.Errors{{Code: register.CodeHeadTwice}}, []register.Finding{register.HeadTwice}},
		{register.Errors{{Code: register.CodeTwice}, nil, {Code: register.CodeHeadTwice}}, []register.Finding{register.HeadTwice}},
		{register.Errors{{Code: register.CodeTwice}, nil}, nil},
	} {
		r := inTianyuan(yuan(600), register.Claims{Covered: 1})
		r.Warnings = c.warnings
		assert.Equal(t, c.want, r.Check(october(t)).Findings)
	}
	var none *register.Record
	assert.Equal(t, register.Checked{}, none.Check(october(t)))
}

// A register of households as the systems write it is read and checked: names of support in more
// than one column, and what else is paid in more than one.
func TestARegisterOfHouseholds(t *testing.T) {
	const header = "户主姓名,县市区,业务类型,户口性质,保障人数,低保金额,分类施保金,价格补贴,合计金额,人员类别\n"
	file := register.Open(strings.NewReader(header+
		"张三,天元区,城市低保,城镇,2人,900,50,20,970,一类\n"+
		"李四,天元区,低保,,1,600,,,600,A\n"+
		"张三,天元区,,农村,1,600,,10,620,三类\n"+
		"赵六,天元区,低保,,1,600,,,600,\n"+
		"王五,天元区,低保,城镇,101,600,x,,600,\n"), register.Options{})
	require.NoError(t, file.Err())
	assert.Equal(t, register.LevelHouseholds, file.Level)
	var got []register.Record
	var faults register.Errors
	for r, err := range file.Records() {
		if err != nil {
			faults = append(faults, err.(register.Errors)...)
			continue
		}
		got = append(got, r)
	}
	require.Len(t, got, 4)
	assert.Equal(t, "城市低保 一类", got[0].Benefit)
	assert.Equal(t, "低保 A", got[1].Benefit)
	assert.Equal(t, "三类", got[2].Benefit)
	assert.Equal(t, "低保", got[3].Benefit)
	assert.Equal(t, yuan(70), got[0].PaidOf.Other)
	assert.Equal(t, standards.Amount{}, got[1].PaidOf.Other)
	assert.Equal(t, yuan(10), got[2].PaidOf.Other)
	assert.Equal(t, register.Claims{Covered: 2}, got[0].Claims)
	assert.Empty(t, got[0].Household.Members)
	assert.Empty(t, got[0].Check(october(t)).Findings)
	assert.Empty(t, got[1].Check(october(t)).Findings)
	assert.Equal(t, []register.Finding{register.HeadTwice, register.PartsNotSum}, got[2].Check(october(t)).Findings)
	assert.Equal(t, register.Errors{
		{Line: 6, Column: "分类施保金", Value: "x", Code: "money-format"},
		{Line: 6, Column: "保障人数", Value: "101", Code: "number-range"},
	}, faults)
}
