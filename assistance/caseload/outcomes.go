package caseload

import (
	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Outcomes count households by what becomes of an amount, and by how well that is known. Each is in
// one of them.
type Outcomes struct {
	Exact Changes // the amounts are exact before and after

	// AtLeast is of households that wait for nothing and have an amount that is at least: the change
	// of what is known of it. Of two amounts that are at least, each may be higher.
	AtLeast Changes

	// Unclear is of households of which it is not known whether they gain or lose: an amount that is
	// at least is below an exact one, or a person who moves to tekun (特困), whose support is at least
	// so much, had more before. Neither is a saving.
	Unclear Changes

	Open Changes // the household waits for a fact or a figure: the change of what is known
}

// certainty says how well a change is known; each value is one of Outcomes.
type certainty uint8

const (
	exactChange certainty = iota + 1
	knownChange
	unclearChange
	openChange
)

// of returns the changes of a certainty.
func (o *Outcomes) of(c certainty) *Changes {
	return [...]*Changes{exactChange: &o.Exact, knownChange: &o.AtLeast, unclearChange: &o.Unclear, openChange: &o.Open}[c]
}

// LargestSize is the number of people from which on households stand in one of Groups.Size.
const LargestSize = 6

// Groups are the outcomes by what households are. Each household is once in Size, in Place and in
// Disability; in Benefit it is once for each benefit that is due or undetermined before or after,
// by the change of what it is due of that.
type Groups struct {
	Size  [LargestSize + 1]Outcomes                // by number of members
	Place [standards.DivisionCount][kinds]Outcomes // as Totals.Cells
	// by the most severe grade of a member; 0: nobody has a certificate
	Disability [disabilities]Outcomes
	Benefit    [benefits]Outcomes // by benefit.Name, of those that pay
}

// disabilities is the number of grades of disability, and of none.
const disabilities = 5

// add adds a household to its groups by the change of its total.
func (g *Groups) add(h *assistance.Household, by int64, known certainty, w int64) {
	g.Size[min(len(h.Members), LargestSize)].of(known).add(by, w)
	g.Disability[mostSevere(h)].of(known).add(by, w)
	if outcomes := cellOf(&g.Place, h); outcomes != nil {
		outcomes.of(known).add(by, w)
	}
}

// addBenefits adds a household to the groups by benefit.
func (g *Groups) addBenefits(old, now *assistance.Decision, w int64) {
	before, after := benefitsOf(old), benefitsOf(now)
	for n := range before {
		if before[n].stands || after[n].stands {
			by, known := before[n].changeTo(&after[n])
			g.Benefit[n].of(known).add(by, w)
		}
	}
}

// mostSevere returns the most severe grade of disability in a household, 0 where nobody has one.
func mostSevere(h *assistance.Household) int {
	most := disabilities
	for i := range h.Members {
		if grade := h.Members[i].Disability.Grade; grade > 0 {
			most = min(most, grade)
		}
	}
	if most == disabilities {
		return 0
	}
	return most
}

// amount tells what a household is due, of a benefit or in all, and how that is known.
type amount struct {
	fen    int64 // a month
	stands bool  // it is due or undetermined
	low    bool  // it is at least so much
	open   bool  // it waits for something
	tekun  bool  // someone moves to tekun, whose support is at least so much
}

// changeOf returns the change of the total, and how well it is known.
func changeOf(old, now *assistance.Decision) (fen int64, known certainty) {
	before := amount{fen: old.Total.Amount.Fen(), low: old.Total.Bound == standards.AtLeast, open: len(old.Needs) > 0}
	after := amount{fen: now.Total.Amount.Fen(), low: now.Total.Bound == standards.AtLeast, open: len(now.Needs) > 0,
		tekun: movesToTekun(old, now)}
	return before.changeTo(&after)
}

// changeTo returns the change to a later amount, and how well it is known.
func (a *amount) changeTo(b *amount) (fen int64, known certainty) {
	fen = b.fen - a.fen
	switch {
	case a.open || b.open:
		return fen, openChange
	case !a.low && !b.low:
		return fen, exactChange
	case fen < 0 && b.low && (!a.low || b.tekun), fen > 0 && a.low && !b.low:
		return fen, unclearChange
	}
	return fen, knownChange
}

// movesToTekun reports whether a member is newly eligible for tekun, with at least an amount.
func movesToTekun(old, now *assistance.Decision) bool {
	for i := range now.Members {
		is := &now.Members[i].Tekun
		was := i < len(old.Members) && old.Members[i].Tekun.Verdict == benefit.Eligible
		if !was && is.Verdict == benefit.Eligible && is.Payment.Bound == standards.AtLeast {
			return true
		}
	}
	return false
}

// benefitsOf returns what a decision grants of each benefit that pays.
func benefitsOf(d *assistance.Decision) (all [benefits]amount) {
	for of, p := range d.Parts() {
		if !benefit.Paying.Has(of.Part) {
			continue
		}
		a := &all[of.Part]
		switch p.Verdict {
		case benefit.Undetermined:
			a.stands, a.open = true, true
		case benefit.Eligible:
			a.stands = true
			a.fen += p.Payment.Amount.Fen()
			a.low = a.low || p.Payment.Bound == standards.AtLeast
			a.open = a.open || !p.Payment.Stated()
		}
	}
	return all
}
