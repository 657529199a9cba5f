package register

import (
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// warnOfBirths warns of each member whose day of birth contradicts the relation to the applicant: a
// parent or grandparent who is no older, a child or grandchild who is no younger.
func (r *reading) warnOfBirths() {
	applicant := r.pending.bornOfApplicant()
	if applicant.IsZero() {
		return
	}
	for i := range r.pending.members {
		m := &r.pending.members[i]
		if m.Born.IsZero() || !isContradicted(m.Relation, m.Born, applicant) {
			continue
		}
		e := r.errorOn(r.lineOf(m), colRelation, CodeBirth)
		e.Value = m.Relation.String()
		r.record.Warnings = append(r.record.Warnings, e)
	}
}

// bornOfApplicant returns the day of birth of the first applicant, zero where none is known.
func (p *pending) bornOfApplicant() standards.Date {
	for i := range p.members {
		if p.members[i].Relation == benefit.Applicant {
			return p.members[i].Born
		}
	}
	return standards.Date{}
}

// isContradicted reports whether someone who is related so to an applicant cannot be born on this
// day.
func isContradicted(relation benefit.Relation, born, applicant standards.Date) bool {
	switch relation {
	case benefit.Parent, benefit.Grandparent:
		return !born.Before(applicant)
	case benefit.MinorChild, benefit.Student, benefit.DependentAdultChild, benefit.AdultChild,
		benefit.IndependentAdultChild, benefit.Grandchild:
		return !applicant.Before(born)
	}
	return false
}
