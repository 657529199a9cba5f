package whatif

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/assistance/internal/vary"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// MaxCompletions is the number of completions that [Between] tries before it gives up.
const MaxCompletions = 4096

// Range is the least and the most that a household can be due a month.
type Range struct {
	Least    standards.Amount `json:"least"`
	Most     standards.Amount `json:"most,omitzero"`     // not stated: there is no upper end on record
	Exceeded bool             `json:"exceeded,omitzero"` // more completions than are tried: Least is due in any case, Most is not known
}

// Between finds the least and the most that h can be due under the standards of set. It tries every
// completion of the facts that the decision needs, and of those needed after that: conditions such
// as property, the kind of hukou, who counts, the components of a multiple disability. An income
// not stated is tried as none and at every multiple of a line, where alone something changes. What
// is assumed stays as assumed. Missing figures are not tried: if the total rests on one, or on a
// floor, there is no upper end. Between reports [assistance.Errors] if h cannot be used.
func Between(set *standards.Set, h assistance.Household) (Range, error) {
	r, _, err := BetweenWithin(set, h, MaxCompletions)
	return r, err
}

// BetweenWithin is [Between] with at most so many completions, and returns how many it tried.
// Callers who go through a caseload keep the time that it takes within bounds.
func BetweenWithin(set *standards.Set, h assistance.Household, most int) (r Range, tried int, err error) {
	d, err := assistance.Assess(set, h)
	if err != nil {
		return Range{}, 0, err
	}
	s := search{set: set, limit: most}
	s.try(h, d, 0)
	if s.tried > most {
		return Range{Least: d.Total.Amount, Exceeded: true}, most, nil
	}
	r.Least = standards.Fen(s.least, standards.PerMonth)
	if !s.open {
		r.Most = standards.Fen(s.most, standards.PerMonth)
	}
	return r, s.tried, nil
}

// search goes through the completions of a household.
type search struct {
	set         *standards.Set
	fields      []fields.Field // listed when the first fact is completed
	tried       int
	limit       int // of completions
	found       bool
	least, most int64 // fen a month
	open        bool  // a completion is due at least its total
}

// try goes through the completions of h. Its total is at least known: what was due before a fact
// was stated is due after.
func (s *search) try(h assistance.Household, d assistance.Decision, known int64) {
	known = max(known, d.Total.Amount.Fen())
	list := s.next(&h, &d)
	if list == nil {
		s.note(known, d.Total.Bound)
	}
	for _, completed := range list {
		if s.tried++; s.tried > s.limit {
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

// next returns h with one more fact stated in every way, none if it needs no fact.
func (s *search) next(h *assistance.Household, d *assistance.Decision) []assistance.Household {
	for _, isIncome := range [...]bool{false, true} { // incomes last: who counts is known then
		for _, n := range d.Needs {
			if n.Fact == 0 || isIncome != (n.Fact == benefit.IncomeFact) {
				continue
			}
			if list := s.complete(h, n); list != nil {
				return list
			}
		}
	}
	if d.Total.Bound == standards.AtLeast {
		return s.nextOpen(h) // the verdicts agree and the payments may differ
	}
	return nil
}

// nextOpen returns h with one of the facts stated that are open though no part needs them: the kind
// of hukou, and the counting of a member.
func (s *search) nextOpen(h *assistance.Household) []assistance.Household {
	if isResidenceOpen(h) {
		return s.complete(h, benefit.Need{Fact: benefit.ResidenceFact})
	}
	if len(h.Members) > 1 {
		rules := law.Of(s.set)
		for i := range h.Members {
			m := &h.Members[i]
			if m.Counted == 0 && rules.CountingOpen(h.Division, m.Relation, m.Born.AgeOn(s.set.Day())) {
				return s.complete(h, benefit.Need{Member: m.ID, Fact: benefit.CountedFact})
			}
		}
	}
	return nil
}

// isResidenceOpen reports whether a kind of hukou is not stated that something could turn on: of a
// member, or of a household with income of its own or job costs.
func isResidenceOpen(h *assistance.Household) bool {
	if h.Residence != 0 {
		return false
	}
	open := slices.ContainsFunc(h.Members, func(m assistance.Member) bool { return m.Residence == 0 })
	own := slices.ContainsFunc(h.Income, func(in assistance.Income) bool { return in.Annual() != 0 })
	return open || own || h.JobCosts.Annual() != 0 || h.RigidCosts.Annual() != 0
}

// complete returns h with the fact of n stated in every way, none if it is stated already.
func (s *search) complete(h *assistance.Household, n benefit.Need) []assistance.Household {
	if s.fields == nil {
		s.fields = assistance.Fields()
	}
	ofMember := n.Member != "" && n.Fact != benefit.ResidenceFact // one kind of hukou is tried for all
	i := slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == n.Member })
	switch {
	case n.Fact == benefit.ComponentsFact && i >= 0 && h.Members[i].Disability.Components == nil:
		return s.components(h, i)
	case n.Fact == benefit.IncomeFact && i >= 0 && h.Members[i].Income == nil:
		return s.incomes(h, i)
	case n.Fact == benefit.OverLineSinceFact && h.OverLineSince.IsZero():
		return s.overLineSince(h)
	}
	if field, ok := vary.FieldOf(s.fields, n.Fact, ofMember); ok {
		return vary.Words(h, field, i)
	}
	return nil
}

// incomes returns h with the income of member i stated: none, and every income at which that of the
// household or the member's own reaches a multiple of a line, a fen beside it, and past them all.
// Between two of them the total moves one way. The income of someone whose tekun is examined may
// also be of a kind that ends tekun and does not count for dibao: each is tried with and without
// that.
func (s *search) incomes(h *assistance.Household, i int) []assistance.Household {
	w := walker{day: s.set.Day(), h: *h, q: Quantity{Kind: MemberIncome, Member: h.Members[i].ID, Per: standards.PerYear},
		sets: map[standards.Date]*standards.Set{s.set.Day(): s.set}}
	far := w.farIncome(s.set)
	sums := []int64{0, far}
	for _, sum := range w.lineSums(s.counted(h, i, w.otherIncome())...) {
		sums = append(sums, sum-1, sum)
		if s.set.Choice(standards.AtTheLineReading) == standards.NeitherAtTheLine {
			sums = append(sums, sum+1) // at the line nothing is due yet
		}
	}
	slices.Sort(sums)
	pensions := []int64{0}
	if support := h.Members[i].Support; support == benefit.NoSupporters || support == benefit.Incapable {
		pensions = append(pensions, far)
	}
	var list []assistance.Household
	for _, fen := range slices.Compact(sums) {
		if fen < 0 {
			continue
		}
		for _, pension := range pensions {
			income := ofKind([]assistance.Income{}, standards.Wages, fen)
			income = ofKind(income, standards.VeteransPension, pension)
			list = append(list, vary.Member(h, i, func(m *assistance.Member) { m.Income = income }))
		}
	}
	return list
}

// ofKind adds an income of fen a year to a list, unless it is nil.
func ofKind(list []assistance.Income, kind standards.IncomeKind, fen int64) []assistance.Income {
	if fen == 0 {
		return list
	}
	return append(list, assistance.Income{Kind: kind, Amount: standards.Fen(fen, standards.PerYear)})
}

// counted lists the sums that count as income before costs where member i has none: that of all
// others, and those of every group in every way of what is open.
func (s *search) counted(h *assistance.Household, i int, others int64) []int64 {
	sums := []int64{others}
	d, err := assistance.Explain(s.set, vary.Member(h, i, func(m *assistance.Member) { m.Income = []assistance.Income{} }))
	if err != nil {
		return sums
	}
	for j := range d.Steps {
		if d.Steps[j].Code != benefit.StepIncomeOf {
			continue
		}
		sum := int64(0)
		for _, t := range d.Steps[j].Terms {
			if t.Times.Num > 0 { // not a cost
				sum += t.Amount.Annual()
			}
		}
		sums = append(sums, sum)
	}
	return sums
}

// overLineSince returns h with income over the line from the day on, and from so long ago that no
// grace period runs.
func (s *search) overLineSince(h *assistance.Household) []assistance.Household {
	now, long := *h, *h
	now.OverLineSince = s.set.Day()
	long.OverLineSince = standards.Date{Year: 1900, Month: 1, Day: 1}
	return []assistance.Household{now, long}
}

// components returns h with the components of member i's multiple disability stated, once for each
// way in which they bear on the classes of the law: each category at the certificate's grade with
// each other at the least severe, and all of them at the certificate's.
func (s *search) components(h *assistance.Household, i int) []assistance.Household {
	grade := h.Members[i].Disability.Grade
	tekun := disability.LimitsOf(s.set, h.Division, standards.TekunGrade)
	alone := disability.LimitsOf(s.set, h.Division, standards.SinglePersonGrade)
	var all []disability.Component
	var list []assistance.Household
	var seen [][2]finding.Truth
	add := func(components []disability.Component) {
		c := vary.Member(h, i, func(m *assistance.Member) { m.Disability.Components = components })
		grades := c.Members[i].Disability.Grades()
		class := [2]finding.Truth{grades.Within(&tekun), grades.Within(&alone)}
		if !slices.Contains(seen, class) {
			seen, list = append(seen, class), append(list, c)
		}
	}
	for c := disability.Visual; c < disability.Multiple; c++ {
		worst := disability.Component{Category: c, Grade: grade}
		all = append(all, worst)
		for other := disability.Visual; other < disability.Multiple; other++ {
			if other != c {
				add([]disability.Component{worst, {Category: other, Grade: disability.LeastSevere}})
			}
		}
	}
	add(all)
	return list
}
