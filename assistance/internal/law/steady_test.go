package law_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// laid is a desk with the facts of a household.
func laid(t *testing.T, set *standards.Set, h *assistance.Household) *law.Desk {
	t.Helper()
	d := law.Of(set).Open(0)
	require.NoError(t, h.Reduce(set, d))
	return d
}

// parts are what a household comes to: of dibao and the family, and of each member examined.
type parts struct {
	Category  benefit.Category
	Dibao     benefit.Part
	LowIncome benefit.Verdict
	Members   []member
	Waits     finding.Waits
}

type member struct{ SinglePerson, Living, Nursing benefit.Part }

// decidedWhole is what the law comes to for the facts of a household as they are.
func decidedWhole(t *testing.T, set *standards.Set, h *assistance.Household) (p parts) {
	t.Helper()
	rules, d := law.Of(set), laid(t, set, h)
	defer rules.Close(d)
	d.Findings.Quiet = true
	law.Decide(rules, d)
	o := &d.Outcome
	p = parts{o.Category, o.Dibao.Part, o.LowIncome, nil, d.Findings.Waits}
	for i := range o.Members {
		if m := &o.Members[i]; rules.Examined(h.Division, &d.Facts.Members[i]) {
			p.Members = append(p.Members, member{m.SinglePerson, m.Living, m.Nursing})
		}
	}
	return p
}

// settled is p without the amounts that would be paid, which a stretch and a cover say of one income
// alone.
func settled(p parts) parts {
	open := func(part *benefit.Part) {
		if part.IfMet.Stated() {
			part.IfMet = benefit.Monthly(0, part.IfMet.Bound)
		}
	}
	open(&p.Dibao)
	for i := range p.Members {
		open(&p.Members[i].SinglePerson)
	}
	return p
}

// stretchOf is the stretch of a steady household.
func stretchOf(rules *law.Rules, s *law.Steady) law.Stretch {
	starts := rules.Starts(&s.Family, rules.Line(s.Division, s.Residence))
	from := int64(0)
	for _, start := range starts {
		if start <= s.Income {
			from = max(from, start)
		}
	}
	return rules.Stretch(&s.Family, from)
}

// decidedSteady is what the law comes to for a steady household, put together from its stretch and
// what is due to its members.
func decidedSteady(rules *law.Rules, s *law.Steady) parts {
	stretch, line := stretchOf(rules, s), rules.Line(s.Division, s.Residence)
	p := parts{stretch.Category, stretch.Dibao, stretch.LowIncome, nil, stretch.Waits}
	if stretch.Difference {
		p.Dibao.Payment = benefit.Monthly(rules.Monthly(line*int64(s.People)-s.Income), stretch.Dibao.Payment.Bound)
	}
	if p.Waits.Lines[s.Residence-1].Stated() {
		p.Waits.Lines[s.Residence-1] = standards.Fen(s.Income/int64(s.People), standards.PerYear)
	}
	asked := rules.Asked()
	defer asked.Close()
	for i := range s.Members {
		p.Members = append(p.Members, dueTo(rules, asked, s, &s.Members[i], &p))
	}
	return p
}

func dueTo(rules *law.Rules, asked law.Asked, s *law.Steady, m *law.SteadyMember, p *parts) (due member) {
	verdict, line := p.Dibao.Verdict, rules.Line(s.Division, m.Residence)
	family := p.LowIncome == benefit.Eligible || p.LowIncome == benefit.Undetermined
	if m.Counted != standards.Yes {
		verdict = benefit.Ineligible // the living subsidy is examined of those counted
	}
	var covers [law.Covers]law.Cover
	if family && asked.Covered(s.Division, &m.Member, p.LowIncome, &covers) {
		cover := covers[0]
		if m.Own >= max(line, 1) {
			cover = covers[1]
		}
		if cover.Payment.Stated() {
			cover.Payment = benefit.Monthly(rules.CoverPays(line, m.Own), cover.Payment.Bound)
		}
		due.SinglePerson = cover.Part
		p.Waits.Merge(&finding.Waits{Facts: cover.Waits.Facts, Figures: cover.Waits.Figures})
		verdict = finding.Of(verdict).Or(finding.Of(cover.Verdict)).Verdict()
	}
	if verdict == benefit.NotExamined {
		verdict = benefit.Ineligible
	}
	subsidies := asked.Subsidies(s.Division, &m.Member)[verdict]
	due.Living, due.Nursing = subsidies.Living, subsidies.Nursing
	p.Waits.Merge(&finding.Waits{Facts: subsidies.Waits.Facts, Figures: subsidies.Waits.Figures})
	return due
}

var steadyDays = []string{"2020-03-01", "2020-06-03", "2020-10-01", "2020-10-01 average-assistance=each-person rounding=up-to-yuan",
	"2020-10-01 +grace at-the-line=neither", "2020-10-01 living-grade-one-two=grades-one-two single-person-amount=half-line",
	"2021-03-01", "2021-07-01 +carry", "2021-07-01 +carry average-assistance=each-person single-person-amount=full-line",
	"2022-03-01 long-term-care=tested"}

// A steady household comes to the same, decided by its stretch and its members or as it is.
func TestSteadyIsDecided(t *testing.T) {
	for seed, on := range steadyDays {
		set := families.Standards(t, on)
		rules, made, steady := law.Of(set), families.New(uint64(seed)), 0
		var s law.Steady
		for range 250 {
			h := made.Household("h")
			if made.IntN(2) == 0 { // more of one kind, and nearer the line
				h.Residence = families.Pick(made, standards.Urban, standards.Rural)
				for i := range h.Members {
					h.Members[i].Residence, h.Members[i].Relation = 0, 0
				}
			}
			d := laid(t, set, &h)
			is := rules.Steady(d, &s)
			rules.Close(d)
			if is {
				steady++
				if !assert.Equal(t, settled(decidedWhole(t, set, &h)), settled(decidedSteady(rules, &s)), "%s: %+v", on, h) {
					return
				}
			}
		}
		assert.Greater(t, steady, 40, on)
	}
}

// Which households are steady, and what their dibao goes by.
func TestSteady(t *testing.T) {
	for _, tt := range []struct {
		on, household string
		steady        bool
		income        int64 // yuan a year
		people        int
		members       int
		unknown       bool
		works         bool
	}{
		{on: "2020-10-01", household: "Tianyuan urban within; a wages=100", steady: true, income: 1200, people: 1, members: 1},
		{on: "2020-10-01", household: "Tianyuan urban within on-dibao=yes; a wages=100", steady: true, income: 1200, people: 1, members: 1, works: true},
		{on: "2020-10-01", household: "Tianyuan urban within on-dibao=yes; a transfer=100", steady: true, income: 1200, people: 1, members: 1},
		{on: "2020-10-01", household: "Tianyuan urban within on-dibao=yes; a; b wages=100; c", steady: true, income: 1200, people: 3, members: 3, works: true},
		{on: "2020-10-01", household: "Tianyuan urban within on-dibao=yes; a; b wages=100 counted=no", steady: true, people: 1, members: 2},
		{on: "2020-10-01", household: "Tianyuan urban within transfer=50; a wages=100; b income=?; p prison", steady: true, income: 1800, people: 2, members: 2, unknown: true},
		{on: "2021-07-01 +carry", household: "Tianyuan urban within job-costs=10 rigid-costs=20; a wages=100", steady: true, income: 840, people: 1, members: 1},
		{on: "2020-10-01", household: "Tianyuan within; a urban", steady: true, people: 1, members: 1},
		{on: "2020-10-01", household: "Tianyuan within; a urban; b rural counted=no", steady: true, people: 1, members: 2},
		{on: "2020-10-01", household: "Tianyuan within; a urban; b rural"},                // of two kinds
		{on: "2020-10-01", household: "Tianyuan within; a rural; b urban; c rural"},       // of two kinds
		{on: "2020-10-01", household: "Tianyuan within; a"},                               // the kind is open
		{on: "2020-10-01", household: "Tianyuan urban within; a; b sibling"},              // counting is open
		{on: "2020-10-01", household: "Tianyuan urban within; a counted=no; b prison"},    // nobody is counted
		{on: "2020-10-01", household: "Tianyuan urban within; a 1950-01-01 support=none"}, // perhaps tekun
		{on: "2020-10-01", household: "Tianyuan urban within; a support=none multiple-1"}, // perhaps
		{on: "2020-10-01", household: "Tianyuan urban; a 1950-01-01 support=none"},        // perhaps
		{on: "2020-10-01 +topup", household: "Tianyuan urban within; a"},                  // goes by members
		{on: "2020-10-01 +one-topup", household: "Tianyuan urban within; a"},              // goes by members
		{on: "2020-10-01 +bands", household: "Tianyuan urban within; a"},                  // by bands
		{on: "2020-10-01 +one-band", household: "Tianyuan urban within; a"},               // by bands
		{on: "2020-10-01 +least", household: "Tianyuan urban within; a"},                  // a least payment
		{on: "2020-10-01 +base", household: "Tianyuan urban within; a"},                   // a base line
		{on: "2020-10-01", household: "Tianyuan urban within; a 1950-01-01 support=capable", steady: true, people: 1, members: 1},
		{on: "2020-10-01", household: "Tianyuan urban within; a support=none", steady: true, people: 1, members: 1}, // able to work
		{on: "2020-10-01", household: "Tianyuan urban within; a 2010-01-01 support=none orphan", steady: true, people: 1, members: 1},
		{on: "2020-10-01", household: "Tianyuan urban within; a 1950-01-01 support=none own=over", steady: true, people: 1, members: 1},
	} {
		set := families.Standards(t, tt.on)
		h := families.Stated(t, tt.household)
		d := laid(t, set, &h)
		var s law.Steady
		if !assert.Equal(t, tt.steady, law.Of(set).Steady(d, &s), "%s: %s", tt.on, tt.household) || !tt.steady {
			continue
		}
		assert.Equal(t, []any{tt.income * 100, tt.people, tt.members, tt.unknown, tt.works},
			[]any{s.Income, int(s.People), len(s.Members), s.Unknown, s.Works}, "%s: %s", tt.on, tt.household)
		assert.Equal(t, standards.Urban, s.Residence)
		assert.Equal(t, h.Property, s.Property)
		assert.Zero(t, []int64{s.JobCosts, s.RigidCosts, s.Household.Income.Dibao[0]}[0])
		law.Of(set).Close(d)
	}
}

// What of a member is not settled: a family of one kind is one whatever else its members state.
func TestSteadyMember(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	grades := families.Standards(t, "2020-10-01 living-grade-one-two=grades-one-two")
	of := func(set *standards.Set, text string) law.SteadyMember {
		h := families.Stated(t, "Tianyuan urban within; a; "+text)
		var s law.Steady
		d := laid(t, set, &h)
		require.True(t, law.Of(set).Steady(d, &s), text)
		require.Len(t, s.Members, 2)
		return s.Members[1]
	}
	want := of(set, "b physical-2")
	assert.Equal(t, law.SteadyMember{Member: law.Member{Age: law.IncomeAsked, Residence: standards.Urban, Division: standards.Tianyuan,
		Counted: standards.Yes, Income: law.Income{Stated: true}, Grades: want.Grades}}, want)
	for _, text := range []string{"b physical-2 1950-01-01", "b physical-2 spouse", "b physical-2 own=over", "b physical-2 urban",
		"b physical-2 Tianyuan", "b physical-2 support=capable self-care=none", "b physical-2 counted=yes", "b physical-2 2010-01-01 income=?"} {
		assert.Equal(t, want, of(set, text), text)
	}
	own := of(set, "b physical-2 wages=10 transfer=5")
	assert.Equal(t, int64(180_00), own.Own)
	own.Own = 0
	assert.Equal(t, want, own)
	assert.False(t, of(set, "b physical-2 income=?").Income.Stated)
	out := of(set, "b physical-2 wages=10 counted=no rural Youxian")
	assert.Equal(t, []any{standards.No, int64(0), standards.Rural, standards.Youxian}, []any{out.Counted, out.Own, out.Residence, out.Division})
	assert.Equal(t, law.Work&(1<<standards.Wages), of(grades, "b physical-2 wages=10 transfer=5").Income.Kinds) // which R16 asks about
}

// Where stretches begin: nil, the line and past it, the multiple of the line, and where R2 raises the
// difference; and what the difference is.
func TestStarts(t *testing.T) {
	for _, tt := range []struct {
		on     string
		people uint8
		want   []int64 // yuan a year, without those that are nil
	}{
		{"2020-03-01", 1, []int64{7200_00, 7200_01}},
		{"2020-10-01", 1, []int64{7200_00, 7200_01, 10800_00}},
		{"2020-10-01", 3, []int64{21600_00, 21600_01, 32400_00}},
		{"2020-10-01 average-assistance=each-person", 1, []int64{2400_01, 7200_00, 7200_01, 10800_00}},
		{"2020-10-01 average-assistance=each-person", 3, []int64{7200_01, 21600_00, 21600_01, 32400_00}},
	} {
		rules := rulesOf(t, tt.on)
		f := law.Family{Household: law.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within},
			People: tt.people}
		starts := rules.Starts(&f, rules.Line(f.Division, f.Residence))
		slices.Sort(starts[:])
		got := slices.DeleteFunc(starts[:], func(n int64) bool { return n == 0 })
		assert.Equal(t, tt.want, got, "%s, %d", tt.on, tt.people)
	}
	each := rulesOf(t, "2020-10-01 average-assistance=each-person")
	f := law.Family{Household: law.Household{Division: standards.Youxian, Residence: standards.Urban}, People: 1}
	assert.Equal(t, int64(1200_01), each.Starts(&f, each.Line(f.Division, f.Residence))[4])
	assert.Equal(t, int64(0), each.Starts(&f, 100)[4]) // a line below the average
	f.Residence, f.Property, f.Division = standards.Rural, benefit.Within, standards.Tianyuan
	for income, difference := range map[int64]bool{0: true, 4524_00: true, 4524_01: false, 7200_00: false} { // 223 a month
		assert.Equal(t, difference, each.Stretch(&f, income).Difference, "%d", income)
	}
	grace := rulesOf(t, "2020-10-01 +grace") // at the line nothing is computed: it goes on as before
	f.OnDibao, f.OverLineSince = standards.Yes, standards.Day(2020, 9, 1)
	over := grace.Stretch(&f, 7200_00)
	assert.Equal(t, []any{benefit.Eligible, false}, []any{over.Dibao.Verdict, over.Difference})
	assert.Equal(t, int64(0), law.WithoutLines(families.Standards(t, "2020-10-01")).Line(standards.Youxian, standards.Rural))
	assert.Equal(t, int64(4320_00), each.Line(standards.Youxian, standards.Rural))
	assert.Equal(t, int64(6000_00), each.Line(standards.Youxian, standards.Urban))
}

// Amounts a month, rounded as the reading says, and single-person cover by R8.
func TestMonthlyAndCover(t *testing.T) {
	for _, tt := range []struct {
		on           string
		fen, monthly int64
		own, pays    int64 // of a line of 7200 yuan
	}{
		{"2020-10-01", 1200, 100, 0, 600_00}, {"2020-10-01", 1201, 101, 1200_00, 500_00}, {"2020-10-01", 1, 1, 1, 600_00},
		{"2020-10-01 rounding=half-up-to-fen", 1205, 100, 6, 600_00}, {"2020-10-01 rounding=half-up-to-fen", 1206, 101, 7, 599_99},
		{"2020-10-01 rounding=up-to-yuan", 1201, 200, 1200_00, 500_00},
		{"2020-10-01 single-person-amount=full-line", 12, 1, 1200_00, 600_00},
		{"2020-10-01 single-person-amount=half-line", 12, 1, 1200_00, 300_00},
	} {
		rules := rulesOf(t, tt.on)
		assert.Equal(t, tt.monthly, rules.Monthly(tt.fen), tt.on)
		assert.Equal(t, tt.pays, rules.CoverPays(7200_00, tt.own), tt.on)
	}
}

// What is found on the way to a steady household is nobody's.
func TestSteadyListsNothing(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	h := families.Stated(t, "Youxian rural within; a reward=10")
	d := laid(t, set, &h)
	var s law.Steady
	require.True(t, law.Of(set).Steady(d, &s))
	assert.Zero(t, d.Findings.Readings)
	assert.Empty(t, d.Findings.Needs)
}

// What is due to a member is asked of one place after another, of rules that have decided nothing.
func TestAsked(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for _, rules := range []*law.Rules{law.WithoutMultiple(set), law.WithoutLines(set)} {
		asked := rules.Asked()
		defer asked.Close()
		m := law.Member{Residence: standards.Urban, Counted: standards.Yes, Grades: *grades(disability.Physical, 1), Income: law.Income{Stated: true}}
		rates := map[standards.Place]int64{standards.Tianyuan: 100_00, standards.Youxian: 80_00, standards.Elsewhere: 0}
		for _, p := range []standards.Place{standards.Tianyuan, standards.Youxian, standards.Elsewhere} {
			m.Division = p
			due := asked.Subsidies(standards.Tianyuan, &m)
			assert.Equal(t, rates[p], due[benefit.Eligible].Living.Payment.Amount.Fen(), "%s", p)
			assert.Equal(t, rates[p], due[benefit.Ineligible].Nursing.Payment.Amount.Fen(), "%s", p)
			assert.Zero(t, due[benefit.Ineligible].Living.Payment)
		}
		m.Division = standards.Youxian
		var covers [law.Covers]law.Cover
		for _, p := range []standards.Place{standards.Tianyuan, standards.Youxian} {
			require.True(t, asked.Covered(p, &m, benefit.Eligible, &covers))
			assert.Equal(t, benefit.Eligible, covers[0].Verdict)
			assert.Equal(t, rules.Line(p, standards.Urban), covers[0].Payment.Amount.Fen()*12)
		}
		assert.Equal(t, benefit.Undetermined, covers[1].Verdict) // at a floor, and at no line
		m.Grades = *grades(disability.Physical, 3)
		assert.False(t, asked.Covered(standards.Tianyuan, &m, benefit.Eligible, &covers))
		m.Grades, m.Counted = *grades(disability.Physical, 1), standards.No
		assert.False(t, asked.Covered(standards.Tianyuan, &m, benefit.Eligible, &covers))
	}
}
