package population

import (
	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/saturating"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Spent says what is due under an amount of the benefits that are paid out of a budget, as
// [caseload.Totals] add it up.
type Spent struct {
	Amount standards.Amount
	Fen    int64 // a month, as far as it is known to be due

	// Bound is AtLeast where a payment is, where its amount is missing or where it is undetermined,
	// as in [caseload.Cell.Due].
	Bound standards.Bound

	// Open counts the households, by weight, of which one of these benefits is undetermined or its
	// amount is missing.
	Open int64
}

// add adds w households that are alike and whose totals are in c.
func (s *Spent) add(of benefit.Names, c *caseload.Cell, w int64) {
	for n := range c.Benefit {
		if p := &c.Benefit[n]; of.Has(benefit.Name(n)) {
			s.Fen = saturating.Add(s.Fen, p.Fen, 1)
			if p.AtLeast+p.Missing+p.Undetermined > 0 {
				s.Bound = standards.AtLeast
			}
		}
	}
	if isOpen(c, of) {
		s.Open += w
	}
}

// isOpen reports whether one of these benefits is undetermined for someone, or its amount is
// missing.
func isOpen(c *caseload.Cell, of benefit.Names) bool {
	for n := range c.Benefit {
		if p := &c.Benefit[n]; of.Has(benefit.Name(n)) && p.Missing+p.Undetermined > 0 {
			return true
		}
	}
	return false
}

// settle finds the bounds of what is spent under the amounts of an answer.
func (s *search) settle(answer *Solution) error {
	list := []*Spent{&answer.Under, &answer.Over}
	for i := range answer.Exact {
		list = append(list, &answer.Exact[i].From, &answer.Exact[i].To)
	}
	for i, one := range list {
		if !one.Amount.Stated() {
			continue
		}
		if i > 0 && list[i-1].Amount == one.Amount { // a range of one amount
			*one = *list[i-1]
			continue
		}
		var err error
		if *one, err = s.spentUnder(one.Amount); err != nil {
			return err
		}
	}
	return nil
}

// spentUnder decides every household once more under an amount that was tried: the search itself
// asks only what is paid.
func (s *search) spentUnder(amount standards.Amount) (Spent, error) {
	set, err := s.set(int((amount.Fen() - s.From.Fen()) / s.Step.Fen()))
	if err != nil {
		return Spent{}, err
	}
	one := account{search: s, scheme: s.p.schemeOf(set), set: set, spent: Spent{Amount: amount, Bound: standards.Exactly}}
	from := 0
	for i, end := range s.p.ends {
		if err := s.stopped(); err != nil {
			return Spent{}, err
		}
		one.scheme.eachSide(s.p, i, from, end, func(k, from, end int) { one.side(i, k, from, end) })
		from = end
	}
	for i := range s.p.tekun {
		if err := one.longWay(&s.p.tekun[i].one, s.p.tekun[i].weight); err != nil {
			return Spent{}, err
		}
	}
	for i := range s.p.others {
		if err := one.longWay(&s.p.others[i], caseload.Weight(&s.p.others[i])); err != nil {
			return Spent{}, err
		}
	}
	return one.spent, nil
}

// account is what is spent under one amount while it is added up.
type account struct {
	*search
	scheme *scheme // of set, not of the first amount
	set    *standards.Set
	spent  Spent
	totals caseload.Totals // of the households in hand
}

// side adds households of shape i on side k of its course. They are alike but for single-person
// cover: where something is open and someone of them could have that, they are looked at one by
// one.
func (a *account) side(i, k, from, end int) {
	sh := &a.p.shapes[i]
	a.totals = caseload.Totals{}
	a.scheme.sumSide(a.p, i, k, from, end, &a.totals)
	cell := &a.totals.Cells[sh.place][sh.kind]
	if end-from > 1 && sh.couldBeAlone() > 0 && isOpen(cell, a.Of) {
		for j := from; j < end; j++ {
			a.side(i, k, j, j+1)
		}
		return
	}
	a.spent.add(a.Of, cell, total(a.p.weight[from:end]))
}

// longWay decides h and adds it w times.
func (a *account) longWay(h *assistance.Household, w int64) error {
	if err := a.stopped(); err != nil {
		return err
	}
	a.totals = caseload.Totals{}
	if err := decideInto(&a.totals, a.set, h, w, nil); err != nil {
		return err
	}
	a.spent.add(a.Of, a.totals.CellOf(h), w)
	return nil
}
