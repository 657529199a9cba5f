package whatif

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// MaxCompletions is how many completions of the facts that are needed [Between] tries before it gives up.
const MaxCompletions = 4096

// Range is the least and the most that a household can be due a month.
type Range struct {
	Least    standards.Amount `json:"least"`
	Most     standards.Amount `json:"most,omitzero"`     // not stated: there is no upper end on record
	Exceeded bool             `json:"exceeded,omitzero"` // there were more than MaxCompletions; Least is what is due in any case, and Most is not stated
}

// Between finds the least and the most that h can be due under the standards of set, by trying every completion of the facts that its
// decision needs, and of those that are needed then: conditions such as property, the kind of hukou, the components of a multiple
// disability. What is assumed stays as assumed. Figures that are missing are not tried: where one of them, or a floor, is involved,
// there is no upper end. It reports Errors if h cannot be used.
func Between(set *standards.Set, h assistance.Household) (Range, error) {
	d, err := assistance.Assess(set, h)
	if err != nil {
		return Range{}, err
	}
	s := search{set: set}
	s.try(h, d, 0)
	if s.tried > MaxCompletions {
		return Range{Least: d.Total.Amount, Exceeded: true}, nil
	}
	r := Range{Least: standards.Fen(s.least, standards.PerMonth)}
	if !s.open {
		r.Most = standards.Fen(s.most, standards.PerMonth)
	}
	return r, nil
}

// Text returns r in language l, such as "每月0.00元至380.00元之间" or "between 0.00 and 380.00 yuan a month".
func (r Range) Text(l standards.Lang) string {
	switch {
	case !r.Least.Stated():
		return r.Least.Text(l)
	case !r.Most.Stated():
		return benefit.Payment{Amount: r.Least, Bound: standards.AtLeast}.Text(l)
	case r.Least == r.Most:
		return r.Least.Text(l)
	}
	least, most := r.Least.YuanText(), r.Most.YuanText()
	return l.In("每月"+least+"元至"+most+"元之间", "between "+least+" and "+most+" yuan a month")
}

// search goes through the completions of a household.
type search struct {
	set         *standards.Set
	tried       int
	found       bool
	least, most int64
	open        bool // a completion is due at least its total
}

// try goes through the completions of h, whose total is at least known: what was due before a fact was stated is due after.
func (s *search) try(h assistance.Household, d assistance.Decision, known int64) {
	known = max(known, d.Total.Amount.Fen())
	list := s.next(&h, &d)
	if list == nil {
		s.note(known, d.Total.Bound)
	}
	for _, completed := range list {
		if s.tried++; s.tried > MaxCompletions {
			return
		}
		if then, err := assistance.Assess(s.set, completed); err == nil {
			s.try(completed, then, known)
		}
	}
}

// note takes the total of a household that needs no more facts.
func (s *search) note(total int64, bound standards.Bound) {
	if !s.found || total < s.least {
		s.least = total
	}
	s.most, s.found = max(s.most, total), true
	s.open = s.open || bound == standards.AtLeast
}

// next returns h with one more fact stated, in every way in which it can be; none where no fact is needed.
func (s *search) next(h *assistance.Household, d *assistance.Decision) []assistance.Household {
	for _, n := range d.Needs {
		if list := s.complete(h, n); n.Fact != 0 && list != nil {
			return list
		}
	}
	if d.Total.Bound == standards.AtLeast && residenceOpen(h) {
		return s.complete(h, benefit.Need{Fact: benefit.ResidenceFact}) // the verdicts agree and the payments differ
	}
	return nil
}

// residenceOpen reports whether a kind of hukou is not stated that something could turn on: of a
// member, or of the household where it has income of its own, or job costs.
func residenceOpen(h *assistance.Household) bool {
	if h.Residence != 0 {
		return false
	}
	open := slices.ContainsFunc(h.Members, func(m assistance.Member) bool { return m.Residence == 0 })
	own := slices.ContainsFunc(h.Income, func(in assistance.Income) bool { return in.Annual() != 0 })
	return open || own || h.JobCosts.Annual() != 0
}

// complete returns h with the fact of n stated, in every way in which it can be; none if it is stated already.
func (s *search) complete(h *assistance.Household, n benefit.Need) []assistance.Household {
	i := slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == n.Member })
	switch n.Fact {
	case benefit.ResidenceFact:
		if h.Residence == 0 {
			kinds := standards.Residences()
			return each(kinds[:], func(r standards.Residence) assistance.Household { c := *h; c.Residence = r; return c })
		}
	case benefit.PropertyFact:
		stated := []benefit.Property{benefit.Within, benefit.Over}
		switch {
		case n.Member == "" && h.Property == 0:
			return each(stated, func(p benefit.Property) assistance.Household { c := *h; c.Property = p; return c })
		case i >= 0 && h.Members[i].Property == 0:
			return each(stated, func(p benefit.Property) assistance.Household {
				return withMember(h, i, func(m *assistance.Member) { m.Property = p })
			})
		}
	case benefit.LongTermCareFact:
		if i >= 0 && h.Members[i].Disability.LongTermCare == 0 {
			return each([]standards.Answer{standards.Yes, standards.No}, func(a standards.Answer) assistance.Household {
				return withMember(h, i, func(m *assistance.Member) { m.Disability.LongTermCare = a })
			})
		}
	case benefit.SelfCareFact:
		if i >= 0 && h.Members[i].SelfCare == 0 {
			return each([]eldercare.SelfCare{eldercare.Full, eldercare.Partial, eldercare.None}, func(c eldercare.SelfCare) assistance.Household {
				return withMember(h, i, func(m *assistance.Member) { m.SelfCare = c })
			})
		}
	case benefit.ComponentsFact:
		if i >= 0 && h.Members[i].Disability.Components == nil {
			return s.components(h, i)
		}
	}
	return nil
}

// components returns h with the components of member i's multiple disability stated, once for each way in which they bear on the
// classes of the law: each category alone at the certificate's grade, and all of them.
func (s *search) components(h *assistance.Household, i int) []assistance.Household {
	grade := h.Members[i].Disability.Grade
	tekun := disability.LimitsOf(s.set, h.Division, standards.TekunGrade)
	alone := disability.LimitsOf(s.set, h.Division, standards.SinglePersonGrade)
	var all []disability.Component
	var list []assistance.Household
	var seen [][2]finding.Truth
	add := func(components []disability.Component) {
		c := withMember(h, i, func(m *assistance.Member) { m.Disability.Components = components })
		grades := c.Members[i].Disability.Grades()
		class := [2]finding.Truth{grades.Within(&tekun), grades.Within(&alone)}
		if !slices.Contains(seen, class) {
			seen, list = append(seen, class), append(list, c)
		}
	}
	for c := disability.Visual; c < disability.Multiple; c++ {
		all = append(all, disability.Component{Category: c, Grade: grade})
		add(all[len(all)-1:])
	}
	add(all)
	return list
}

// withMember returns h with member i changed; h itself stays as it is.
func withMember(h *assistance.Household, i int, change func(m *assistance.Member)) assistance.Household {
	c := *h
	c.Members = slices.Clone(h.Members)
	change(&c.Members[i])
	return c
}

func each[T any](values []T, complete func(T) assistance.Household) []assistance.Household {
	list := make([]assistance.Household, 0, len(values))
	for _, v := range values {
		list = append(list, complete(v))
	}
	return list
}
