package caseload

import (
	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Reached counts the households of one place and one kind of hukou (户口性质) to which something is due
// (受益户数). [Totals] count the people.
type Reached struct {
	Due  Tally // to which something is due, though its amount may not be on record
	Open Tally // that wait for a fact or a figure, whether or not something is due besides

	Benefit [benefits]int64 // households to which a benefit is due, by benefit.Name
}

// Reach counts the households of a caseload to which something is due, by place and kind of hukou
// as Totals does. The counts are sums of integers, the same in any order, and comparable.
type Reach struct {
	Cells [standards.DivisionCount][kinds]Reached // by standards.Place.DivisionIndex and standards.Residence
}

// Add adds the decision of h, as often as its weight says.
func (r *Reach) Add(h *assistance.Household, d *assistance.Decision) {
	if r == nil || h == nil || d == nil {
		return
	}
	c, w := cellOf(&r.Cells, h), Weight(h)
	if c == nil {
		return // no decision is of such a household
	}
	var due benefit.Names
	for of, p := range d.Parts() {
		if p.Verdict == benefit.Eligible {
			due |= benefit.Of(of.Part)
		}
	}
	for n := range c.Benefit {
		if due.Has(benefit.Name(n)) {
			c.Benefit[n] += w
		}
	}
	if due&benefit.Paying != 0 {
		c.Due.add(w, len(h.Members))
	}
	if len(d.Needs) > 0 {
		c.Open.add(w, len(h.Members))
	}
}

// Of sums the cells of the places in p and of one kind of hukou; of every kind where kind is zero.
func (r *Reach) Of(p standards.Place, kind standards.Residence) Reached {
	if r == nil {
		return Reached{}
	}
	return sumOf(&r.Cells, p, kind, (*Reached).merge)
}

// All sums every cell.
func (r *Reach) All() Reached { return r.Of(standards.Zhuzhou, 0) }

func (c *Reached) merge(d *Reached) {
	c.Due.merge(d.Due)
	c.Open.merge(d.Open)
	for n := range c.Benefit {
		c.Benefit[n] += d.Benefit[n]
	}
}

func (t *Tally) merge(u Tally) {
	t.Households += u.Households
	t.People += u.People
}
