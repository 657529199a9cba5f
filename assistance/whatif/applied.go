package whatif

import (
	"slices"
	"sort"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// trial is the household with the changes of a list made, with the incomes taken from the first
// member on and from the last one on.
type trial struct {
	list    []Remedy
	part    benefit.Name // whose own incomes they are
	applied [2]assistance.Household
	decided [2]assistance.Decision
	ok      bool // the changes can be made
}

// try makes the changes of list, once for all parts that would have the same changes.
func (n *nearest) try(of benefit.PartOf, list []Remedy) *trial {
	for _, t := range n.trials {
		if slices.Equal(t.list, list) && t.part == of.Part {
			return t
		}
	}
	t := &trial{list: list, part: of.Part, ok: true}
	n.trials = append(n.trials, t)
	for i, backwards := range [...]bool{false, true} {
		h, ok := n.applied(of, list, backwards)
		d, err := assistance.Assess(n.set, h)
		t.applied[i], t.decided[i], t.ok = h, d, t.ok && ok && err == nil
	}
	return t
}

// complete decides again with everything in list as it would have to be. It returns the list with
// what the part then still waits for, or nil if the part is still refused, or if those who count
// are then always others.
func (n *nearest) complete(of benefit.PartOf, list []Remedy) []Remedy {
	if list == nil {
		return nil
	}
	t := n.try(of, list)
	if !t.ok {
		return nil
	}
	completed, holds := list, false
	for i := range t.decided {
		d := &t.decided[i]
		switch d.Part(of).Verdict {
		case benefit.Eligible:
			holds = true
		case benefit.Undetermined:
			holds, completed = true, merge(slices.Clip(completed), n.waiting(t.applied[i], of))
		default:
			if n.countsTheSame(d) {
				return nil
			}
		}
	}
	if !holds {
		return nil
	}
	return completed
}

// countsTheSame reports whether the verdicts on tekun, by which members are left out of dibao, are
// those of the decision that is to be changed.
func (n *nearest) countsTheSame(d *assistance.Decision) bool {
	return slices.EqualFunc(d.Members, n.d.Members, func(a, b assistance.MemberDecision) bool {
		return a.Tekun.Verdict == b.Tekun.Verdict
	})
}

// applied returns the household with the changes of list made: facts first, then ages, own incomes,
// and the household's income. It reports false if a change cannot be made.
func (n *nearest) applied(of benefit.PartOf, list []Remedy, backwards bool) (assistance.Household, bool) {
	h := *n.h
	h.Members = slices.Clone(h.Members)
	for _, r := range list {
		switch {
		case r.Kind == FactOtherwise:
			if n.fields == nil {
				n.fields = assistance.Fields()
			}
			h = correct(&h, r, n.fields)
		case r.Kind == FromDate:
			h.Member(r.Member).Born = n.set.Day().AddYears(-r.Age)
		}
	}
	order := n.incomes(&h)
	if backwards {
		slices.Reverse(order)
	}
	for _, ofMember := range [...]bool{true, false} {
		for _, r := range list {
			if r.Kind != IncomeBelow || ofMember != (r.Member != "") {
				continue
			}
			lowered, ok := n.lower(h, of, r, order)
			if !ok {
				return h, false
			}
			h = lowered
		}
	}
	return h, true
}

// incomeAt locates an income: at a position in the incomes of a member, or of the household,
// whose position is -1.
type incomeAt struct{ member, at int }

// incomes lists where incomes of h stand that count for something, those of the household last.
// What does not count is left as it is when an income is lowered.
func (n *nearest) incomes(h *assistance.Household) []incomeAt {
	not := law.Of(n.set).NotIncome(h.Division)
	var list []incomeAt
	add := func(member int, incomes []assistance.Income) {
		for at, in := range incomes {
			one := standards.IncomeKinds(0).With(in.Kind)
			if one&not.Tekun&not.Dibao[0]&not.Dibao[1] == 0 {
				list = append(list, incomeAt{member, at})
			}
		}
	}
	for i := range h.Members {
		add(i, h.Members[i].Income)
	}
	add(-1, h.Income)
	return list
}

// lower returns h with incomes taken away in this order, and the last of them in part, until the
// income that r limits is just below the limit. It reports false if that cannot be.
func (n *nearest) lower(
	h assistance.Household, of benefit.PartOf, r Remedy, order []incomeAt,
) (assistance.Household, bool) {
	if r.Member != "" {
		i := slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == r.Member })
		order = slices.DeleteFunc(slices.Clone(order), func(at incomeAt) bool { return at.member != i })
	}
	limit := r.Amount.Annual() - 1
	over := func(h assistance.Household) int64 { return n.limited(&h, of, r) - limit }
	if limit < 0 || over(without(h, order)) > 0 {
		return h, false
	}
	none := sort.Search(len(order), func(i int) bool { return over(without(h, order[:i])) <= 0 })
	if none == 0 {
		return h, true
	}
	h = without(h, order[:none-1])
	last := order[none-1]
	income := incomesOf(&h, last)[last.at].Annual()
	for taken := over(h); taken < income; {
		lowered := with(h, last, income-taken)
		more := over(lowered)
		if more <= 0 {
			return lowered, true
		}
		taken += more
	}
	return with(h, last, 0), true
}

// limited returns the income that r limits, in fen a year: the member's own, or the highest that
// counts for dibao, after costs, in a way of what is open.
func (n *nearest) limited(h *assistance.Household, of benefit.PartOf, r Remedy) int64 {
	if r.Member != "" {
		return n.ownIncome(h, of.Part, h.Member(r.Member))
	}
	most := int64(0)
	for _, way := range n.highestWays(h) {
		d, err := assistance.Explain(n.set, way)
		if err != nil {
			return 0
		}
		for _, s := range d.Steps {
			if s.Code == benefit.StepIncomeOf && (r.Residence == 0 || s.Residence == r.Residence) {
				most = max(most, s.Value.Amount.Annual())
			}
		}
	}
	return most
}

// highestWays returns h in the ways of what is open in which the most counts: everyone does whose
// counting is open. Where each kind of hukou is taken for itself it returns h as it is: whose
// income the household's own is added to, and whose costs come off, goes by who counts.
func (n *nearest) highestWays(h *assistance.Household) []assistance.Household {
	all := *h
	if n.set.Choice(standards.MixedHukouReading) == standards.EachGroup {
		return []assistance.Household{all}
	}
	all.Members = slices.Clone(h.Members)
	for _, s := range n.d.Steps {
		for _, id := range s.Out {
			all.Member(id).Counted = standards.Yes
		}
	}
	if !isResidenceOpen(&all) {
		return []assistance.Household{all}
	}
	rural := all
	all.Residence, rural.Residence = standards.Urban, standards.Rural
	return []assistance.Household{all, rural}
}

// ownIncome returns the income of m that counts for a part, the most of what the kinds of hukou
// come to that m may be of.
func (n *nearest) ownIncome(h *assistance.Household, part benefit.Name, m *assistance.Member) int64 {
	not := law.Of(n.set).NotIncome(h.Division)
	if part == benefit.Tekun {
		return sumWithout(m.Income, not.Tekun)
	}
	most := int64(0)
	for k, kind := range standards.Residences() {
		if own := h.ResidenceOf(m); own == 0 || own == kind {
			most = max(most, sumWithout(m.Income, not.Dibao[k]))
		}
	}
	return most
}

// sumWithout adds incomes that are of none of these kinds, in fen a year.
func sumWithout(incomes []assistance.Income, kinds standards.IncomeKinds) int64 {
	sum := int64(0)
	for _, in := range incomes {
		if standards.IncomeKinds(0).With(in.Kind)&kinds == 0 {
			sum += in.Annual()
		}
	}
	return sum
}

func incomesOf(h *assistance.Household, at incomeAt) []assistance.Income {
	if at.member < 0 {
		return h.Income
	}
	return h.Members[at.member].Income
}

// with returns h with one income of so many fen a year.
func with(h assistance.Household, at incomeAt, fen int64) assistance.Household {
	incomes := slices.Clone(incomesOf(&h, at))
	incomes[at.at].Amount, incomes[at.at].Months = standards.Fen(fen, standards.PerYear), 0
	if at.member < 0 {
		h.Income = incomes
		return h
	}
	h.Members = slices.Clone(h.Members)
	h.Members[at.member].Income = incomes
	return h
}

// without returns h with none of these incomes.
func without(h assistance.Household, list []incomeAt) assistance.Household {
	for _, at := range list {
		h = with(h, at, 0)
	}
	return h
}
