package months

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// graceRun is a grace period that runs in a month, or cannot be told.
type graceRun struct {
	below *Decided // the last month below the line; nil: it lies before what is decided, so that nothing can be told
	last  Month
}

// payment returns the part of k that stays due, not stated if nothing does.
func (g *graceRun) payment(k Key) benefit.Payment {
	if g == nil || g.below == nil || k.Part != benefit.Dibao && k.Part != benefit.Living {
		return benefit.Payment{}
	}
	for i := range g.below.Due {
		if due := &g.below.Due[i]; due.Key == k && due.Status == Running {
			return due.Payment
		}
	}
	return benefit.Payment{}
}

func (g *graceRun) unsettled() bool { return g != nil && g.below == nil }

// grace finds the grace period that runs in d's month, nil if none does: dibao runs and is refused
// for its income, someone who counts works, and the month is one of those after the last one below
// the line that a figure on record gives.
func (r *run) grace(d *Decided, h *assistance.Household, v view) (*graceRun, error) {
	if !d.overLine() || h.Property != benefit.Within || !r.dibaoRuns(d.Month, d.Version, v) {
		return nil, nil
	}
	first, _ := standards.Span()
	origin := max(MonthOf(first).index(), r.h.begins().index())
	over := d // the first month over the line without a break
	for m := d.Month.Previous(); ; m = m.Previous() {
		if !r.dibaoRuns(m, d.Version, v) {
			return nil, nil // dibao was granted to those who were never below the line
		}
		if m.index() < origin {
			n, err := r.graceMonths(over, v)
			if d.Month.Since(over.Month) < n {
				return &graceRun{}, nil
			}
			return nil, err
		}
		before, err := r.month(m, v)
		if err != nil {
			return nil, err
		}
		switch verdict := before.Decision.Dibao.Verdict; {
		case before.overLine():
			if r.h.Versions[before.Version].Household.Property != benefit.Within {
				return nil, nil
			}
			over = before
		case verdict == benefit.Eligible:
			n, err := r.graceMonths(over, v)
			if last := m.Add(n); !last.Before(d.Month) {
				return &graceRun{before, last}, nil
			}
			return nil, err
		default:
			n, err := r.graceMonths(over, v)
			if n > 0 {
				return &graceRun{}, nil // whether it was below the line is open
			}
			return nil, err
		}
	}
}

// dibaoRuns reports whether dibao was granted for m where version i of the household is.
func (r *run) dibaoRuns(m Month, i int, v view) bool {
	grants := r.grantsOf(i, v.records)
	for j := range grants {
		if g := &grants[j]; g.Part == benefit.Dibao && !g.moved && g.in(m.index()) {
			return true
		}
	}
	return false
}

// graceMonths returns the length in months of the grace period of a household that passes the line
// in d's month; 0 if there is none, or its length is not on record, for one of the kinds of hukou of
// those who count, and 0 beside an error. Of two kinds the shorter goes.
func (r *run) graceMonths(d *Decided, v view) (int, error) {
	day, err := r.c.at(d.Month, v.tables, v.epoch)
	if err != nil {
		return 0, err
	}
	h := r.household(d.Version)
	rules := law.Of(day.set)
	works := false
	for i := range h.Members {
		works = works || counts(day.set, &h, i, &d.Decision.Members[i]) && earns(&h.Members[i])
	}
	months := 0
	for i := range h.Members {
		if !counts(day.set, &h, i, &d.Decision.Members[i]) {
			continue
		}
		n := rules.GraceMonths(h.Division, h.ResidenceOf(&h.Members[i]), works)
		if n == 0 {
			return 0, nil
		}
		if months == 0 || n < months {
			months = n
		}
	}
	return months, nil
}

// counts reports whether member i of h counts for dibao, or may: who counts by having long lived
// with the household is taken to.
func counts(set *standards.Set, h *assistance.Household, i int, decided *assistance.MemberDecision) bool {
	m := &h.Members[i]
	return decided.Tekun.Verdict != benefit.Eligible &&
		law.Of(set).Counts(h.Division, m.Absence, m.Counted, m.Relation, len(h.Members) == 1)
}

// earns reports whether m has income from work.
func earns(m *assistance.Member) bool {
	return slices.ContainsFunc(m.Income, func(in assistance.Income) bool { return law.Work.Has(in.Kind) && in.Amount.Fen() > 0 })
}
