package law

import (
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Counts reports whether a member who is not eligible for tekun support counts for dibao in place p,
// or may: who counts by having long lived with the household is taken to. It goes by what the
// member is away for, the caseworker's finding, the relation, and whether the file has no other.
func (r *Rules) Counts(p standards.Place, absence benefit.Absence, found standards.Answer,
	relation benefit.Relation, sole bool) bool {
	rules := r.of(p)
	switch {
	case !rules.examined(absence, found):
		return false
	case sole:
		return found != standards.No
	case rules.absentNotCounted.has(uint8(absence)):
		return false
	case found != 0:
		return found == standards.Yes
	}
	return !rules.notCounted.has(uint8(relation))
}

// CountingOpen reports whether someone of this relation and age counts in place p only by having
// long lived with the household.
func (r *Rules) CountingOpen(p standards.Place, relation benefit.Relation, age int) bool {
	return r.of(p).countingOpen(relation, age)
}

// UnableToWork is the condition of no ability to work in place p (无劳动能力) of someone of this age and
// with this certificate.
func (r *Rules) UnableToWork(p standards.Place, age int, grades *disability.Grades) finding.Truth {
	return r.of(p).unableToWork(age, grades)
}

// SinglePersonClass is the condition of single-person cover in place p that someone is severely
// disabled or seriously ill.
func (r *Rules) SinglePersonClass(p standards.Place, grades *disability.Grades,
	illness standards.Answer) finding.Truth {
	return r.of(p).singlePersonClass(grades, illness)
}

// GraceMonths is the length of the grace period in place p for kind of hukou kind, of a household
// someone of whom works or not; 0 where there is none or its length is not on record.
func (r *Rules) GraceMonths(p standards.Place, kind standards.Residence, works bool) int {
	rules := r.of(p)
	if kind == 0 || rules.graceMonths[kind-1] == nil || !rules.graceOfAny[kind-1] &&
		!(works && rules.graceOfWork[kind-1]) {
		return 0
	}
	return rules.graceMonths[kind-1].whole
}
