package assistance

import (
	"iter"
	"slices"

	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Parts returns every part of d that was examined, in the order of the law: dibao, the low-income
// family, and each member's tekun support, single-person cover, living and nursing subsidy.
func (d *Decision) Parts() iter.Seq2[benefit.PartOf, benefit.Part] {
	if d == nil {
		return func(func(benefit.PartOf, benefit.Part) bool) {}
	}
	return func(yield func(benefit.PartOf, benefit.Part) bool) {
		hand := func(n benefit.Name, id string, p benefit.Part) bool {
			return p.Verdict == benefit.NotExamined || yield(benefit.PartOf{Part: n, Member: id}, p)
		}
		if !hand(benefit.Dibao, "", d.Dibao.Part) || !hand(benefit.LowIncome, "", d.LowIncome) {
			return
		}
		for i := range d.Members {
			m := &d.Members[i]
			if !hand(benefit.Tekun, m.ID, m.Tekun.Part) || !hand(benefit.SinglePerson, m.ID, m.SinglePerson) ||
				!hand(benefit.Living, m.ID, m.Living) || !hand(benefit.Nursing, m.ID, m.Nursing) {
				return
			}
		}
	}
}

// Part returns one part of d, zero where it was not examined.
func (d *Decision) Part(of benefit.PartOf) benefit.Part {
	for found, p := range d.Parts() {
		if found == of {
			return p
		}
	}
	return benefit.Part{}
}

// Member returns what is decided of the member with this id, and whether there is one.
func (d *Decision) Member(id string) (MemberDecision, bool) {
	if d == nil {
		return MemberDecision{}, false
	}
	if i := slices.IndexFunc(d.Members, func(m MemberDecision) bool { return m.ID == id }); i >= 0 {
		return d.Members[i], true
	}
	return MemberDecision{}, false
}

// Member returns the member of h with this id, nil where there is none.
func (h *Household) Member(id string) *Member {
	if h == nil {
		return nil
	}
	if i := slices.IndexFunc(h.Members, func(m Member) bool { return m.ID == id }); i >= 0 {
		return &h.Members[i]
	}
	return nil
}
