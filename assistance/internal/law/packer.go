package law

import (
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Terms are what a place goes by for one kind of hukou, as far as a household that is packed is sorted by it. Sums are fen a year.
type Terms struct {
	Line     int64              // the dibao line; 0 where it is not on record
	Minimum  int64              // what each person is paid at least, where item 9 is read so (R2); 0 where it is not
	Multiple standards.Fraction // of the line, below which a family is low-income; not stated where it is not on record
	Rates    *disability.Rates  // of the two subsidies
}

// Terms returns the terms of place p, one of the ten units, for kind of hukou kind.
func (r *Rules) Terms(p standards.Place, kind standards.Residence) Terms {
	rules := r.of(p)
	t := Terms{Line: rules.lines[kind-1].fen(), Rates: &rules.rates}
	if rules.multiple != nil {
		t.Multiple = rules.multiple.Number
	}
	if r.set.Choice(standards.AverageReading) == standards.EachPerson {
		t.Minimum = rules.averages[kind-1].fen()
	}
	return t
}

// SinglePerson returns what single-person cover pays, in fen a month, where the line and an own income are so many fen a year, and whether
// anything is due.
func (r *Rules) SinglePerson(line, own int64) (fen int64, due bool) {
	choice := r.set.Choice(standards.SinglePersonReading)
	if choice == standards.LineLessOwnIncome && own >= line {
		return 0, false
	}
	fen, _ = singlePersonDue(choice, line, own).round(r.set.Choice(standards.RoundingReading))
	return fen, true
}

// Monthly returns a twelfth of a sum in fen a year, rounded as the day's reading says.
func (r *Rules) Monthly(annual int64) int64 {
	fen, _ := sum{times(annual, 1), standards.MonthsPerYear}.round(r.set.Choice(standards.RoundingReading))
	return fen
}

// Examined reports whether anything is examined in place p for someone who is away for this reason.
func (r *Rules) Examined(p standards.Place, absence benefit.Absence, found standards.Answer) bool {
	return r.of(p).examined(absence, found)
}

// Counts reports whether a member counts for dibao in place p, whom nothing but a reason to be away, the caseworker's finding and a relation
// is known of.
func (r *Rules) Counts(p standards.Place, absence benefit.Absence, found standards.Answer, relation benefit.Relation) bool {
	rules := r.of(p)
	if found != 0 || absence != 0 {
		return rules.examined(absence, found) && found == standards.Yes && absence != benefit.Clergy
	}
	return !rules.notCounted.has(uint8(relation))
}

// CountingOpen reports whether someone of this relation and age counts in place p only by having long lived
// with the household.
func (r *Rules) CountingOpen(p standards.Place, relation benefit.Relation, age int) bool {
	return r.of(p).countingOpen(relation, age)
}

// UnableToWork is the condition of no ability to work in place p (无劳动能力) of someone of this age and with this certificate.
func (r *Rules) UnableToWork(p standards.Place, age int, grades *disability.Grades) finding.Truth {
	return r.of(p).unableToWork(age, grades)
}

// SinglePersonClass is the condition of single-person cover in place p that someone is severely disabled or seriously ill.
func (r *Rules) SinglePersonClass(p standards.Place, grades *disability.Grades, illness standards.Answer) finding.Truth {
	return r.of(p).singlePersonClass(grades, illness)
}

// GraceMonths is the length of the grace period in place p for kind of hukou kind, of a household someone of whom works or
// not; 0 where there is none or its length is not on record.
func (r *Rules) GraceMonths(p standards.Place, kind standards.Residence, works bool) int {
	rules := r.of(p)
	if kind == 0 || rules.graceMonths[kind-1] == nil || !rules.graceOfAny[kind-1] && !(works && rules.graceOfWork[kind-1]) {
		return 0
	}
	return rules.graceMonths[kind-1].whole
}

// DeductsJobCosts reports whether the costs of working come off in place p, of a household that is on dibao already or is not.
func (r *Rules) DeductsJobCosts(p standards.Place, onDibao standards.Answer) bool {
	return r.of(p).jobCostsOf(onDibao)
}

// TopsUp reports whether place p gives rates of top-ups.
func (r *Rules) TopsUp(p standards.Place) bool {
	rules := r.of(p)
	return len(rules.topUps) > 0 || len(rules.bands) > 0 || rules.minimumPayment != nil || rules.lowIncomeLines != [kinds]*figure{}
}
