package population

import (
	"math"
	"math/bits"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// course says what the law comes to for one family as its income rises. On each side of a line, of
// its multiple and of a minimum it comes to the same for every income, but for the difference that
// dibao pays. The law itself is asked, with an income of that side.
type course struct {
	sides []side
	full  int64 // line x people, in fen a year
}

// side says what the law comes to for the incomes from one on, up to the next side.
type side struct {
	from       int64 // fen a year
	category   benefit.Category
	dibao      benefit.Verdict
	payment    benefit.Payment // of dibao; its amount is that for an income of from
	difference bool            // it pays the difference between full and income
	lowIncome  benefit.Verdict
	facts      uint64 // that are needed, by benefit.Fact
	figures    uint64 // that are needed, by standards.Key
}

// courseOf returns the course of family f.
func courseOf(rules *law.Rules, f family) course {
	terms := rules.Terms(f.division(), f.kind)
	people := int64(f.people)
	c := course{full: terms.Line * people}
	minimum := int64(math.MaxInt64)
	starts := []int64{0, 1} // of a line that is not on record only this is known: no income is below it
	if terms.Line > 0 {
		starts = []int64{0, c.full, c.full + 1}
		if terms.Multiple.Stated() {
			starts = append(starts, notBelow(c.full, terms.Multiple))
		}
		if terms.Minimum > 0 {
			minimum = max(0, c.full-terms.Minimum*people+1) // from here on the difference is less than the minimum
			starts = append(starts, minimum)
		}
	}
	slices.Sort(starts)
	for _, from := range slices.Compact(starts) {
		s := decided(rules, f, from)
		s.difference = s.dibao == benefit.Eligible && terms.Line > 0 && from < minimum
		c.sides = append(c.sides, s)
	}
	return c
}

// notBelow returns the lowest income that is not below multiple x full.
func notBelow(full int64, multiple standards.Fraction) int64 {
	hi, lo := bits.Mul64(uint64(full), uint64(multiple.Num))
	lo, carry := bits.Add64(lo, uint64(multiple.Den-1), 0)
	if hi += carry; hi >= uint64(multiple.Den) {
		return math.MaxInt64
	}
	quotient, _ := bits.Div64(hi, lo, uint64(multiple.Den))
	return int64(min(quotient, math.MaxInt64))
}

// decided asks the law about family f with an income in fen a year.
func decided(rules *law.Rules, f family, income int64) side {
	desk := rules.Open(int(f.people))
	defer rules.Close(desk)
	facts := &desk.Facts
	facts.Division, facts.Residence, facts.Property = f.division(), f.kind, f.property
	for i := range facts.Members {
		facts.Members[i].Income.Stated = true
	}
	first := &facts.Members[0].Income
	first.Dibao[f.kind-1] = income
	if f.works {
		facts.OnDibao, first.Kinds = standards.Yes, law.Work
	}
	law.Decide(rules, desk)
	out := &desk.Outcome
	s := side{
		from:      income,
		category:  out.Category,
		dibao:     out.Dibao.Verdict,
		payment:   out.Dibao.Payment,
		lowIncome: out.LowIncome,
	}
	for _, n := range desk.Findings.Needs {
		if n.Fact != 0 {
			s.facts |= 1 << n.Fact
		} else {
			s.figures |= 1 << n.Figure.Key
		}
	}
	return s
}

// until returns where side i ends: at the first income of the next one.
func (c *course) until(i int) int64 {
	if i+1 < len(c.sides) {
		return c.sides[i+1].from
	}
	return math.MaxInt64
}

// subsidies holds the two disability subsidies in one place for someone with a certificate of each
// grade to whom nothing else applies: the living subsidy by the verdict on dibao.
type subsidies struct {
	living  [gradeCount][benefit.Undetermined + 1]subsidy
	nursing [gradeCount]subsidy
}

// subsidy is one of the two for one grade.
type subsidy struct {
	benefit.Part
	missing bool // the rate is needed and not on record
}

// subsidiesOf returns the subsidies of a place.
func subsidiesOf(rates *disability.Rates, place standards.Place) subsidies {
	var s subsidies
	for g := range gradeCount {
		grades := disability.Grades{Worst: uint8(g + 1)}
		p := disability.Person{Place: place, Grades: grades, WorkInjuryNursing: standards.No}
		var f finding.Findings
		rates.DecideNursing(&s.nursing[g].Part, &p, &f)
		s.nursing[g].missing = len(f.Needs) > 0
		for v := benefit.Eligible; v <= benefit.Undetermined; v++ {
			p.Dibao = v
			f = finding.Findings{}
			rates.DecideLiving(&s.living[g][v].Part, &p, &f)
			s.living[g][v].missing = len(f.Needs) > 0
		}
	}
	return s
}
