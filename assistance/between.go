package assistance

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/internal/law"
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
func Between(set *standards.Set, h Household) (Range, error) {
	d, err := Assess(set, h)
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
func (s *search) try(h Household, d Decision, known int64) {
	known = max(known, d.Total.Amount.Fen())
	list := s.next(&h, &d)
	if list == nil {
		s.note(known, d.Total.Bound)
	}
	for _, completed := range list {
		if s.tried++; s.tried > MaxCompletions {
			return
		}
		if then, err := Assess(s.set, completed); err == nil {
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
func (s *search) next(h *Household, d *Decision) []Household {
	for _, n := range d.Needs {
		if list := s.complete(h, n); n.Fact != 0 && list != nil {
			return list
		}
	}
	if d.Total.Bound == standards.AtLeast && s.residenceOpen(h) {
		return s.complete(h, benefit.Need{Fact: benefit.ResidenceFact}) // the verdicts agree and the payments differ
	}
	return nil
}

// residenceOpen reports whether a kind of hukou is not stated that something could turn on.
func (s *search) residenceOpen(h *Household) bool {
	rules := law.Of(s.set)
	var desk law.Desk
	rules.Open(&desk, len(h.Members))
	defer rules.Close(&desk)
	h.reduce(rules, s.set, &desk.Facts)
	return desk.Facts.ResidenceOpen()
}

// complete returns h with the fact of n stated, in every way in which it can be; none if it is stated already.
func (s *search) complete(h *Household, n benefit.Need) []Household {
	i := slices.IndexFunc(h.Members, func(m Member) bool { return m.ID == n.Member })
	switch n.Fact {
	case benefit.ResidenceFact:
		if h.Residence == 0 {
			kinds := standards.Residences()
			return each(kinds[:], func(r standards.Residence) Household { c := *h; c.Residence = r; return c })
		}
	case benefit.PropertyFact:
		stated := []benefit.Property{benefit.Within, benefit.Over}
		switch {
		case n.Member == "" && h.Property == 0:
			return each(stated, func(p benefit.Property) Household { c := *h; c.Property = p; return c })
		case i >= 0 && h.Members[i].Property == 0:
			return each(stated, func(p benefit.Property) Household { return h.with(i, func(m *Member) { m.Property = p }) })
		}
	case benefit.LongTermCareFact:
		if i >= 0 && h.Members[i].Disability.LongTermCare == 0 {
			return each([]standards.Answer{standards.Yes, standards.No}, func(a standards.Answer) Household {
				return h.with(i, func(m *Member) { m.Disability.LongTermCare = a })
			})
		}
	case benefit.SelfCareFact:
		if i >= 0 && h.Members[i].SelfCare == 0 {
			return each([]eldercare.SelfCare{eldercare.Full, eldercare.Partial, eldercare.None}, func(c eldercare.SelfCare) Household {
				return h.with(i, func(m *Member) { m.SelfCare = c })
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
func (s *search) components(h *Household, i int) []Household {
	grade := h.Members[i].Disability.Grade
	tekun := disability.LimitsOf(s.set, h.Division, standards.TekunGrade)
	alone := disability.LimitsOf(s.set, h.Division, standards.SinglePersonGrade)
	var all []disability.Component
	var list []Household
	var seen [][2]finding.Truth
	add := func(components []disability.Component) {
		c := h.with(i, func(m *Member) { m.Disability.Components = components })
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

// with returns h with member i changed; h itself stays as it is.
func (h *Household) with(i int, change func(m *Member)) Household {
	c := *h
	c.Members = slices.Clone(h.Members)
	change(&c.Members[i])
	return c
}

func each[T any](values []T, complete func(T) Household) []Household {
	list := make([]Household, 0, len(values))
	for _, v := range values {
		list = append(list, complete(v))
	}
	return list
}
