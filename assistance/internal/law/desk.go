package law

import (
	"slices"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
)

// Desk holds all that deciding one household takes. It is lent by [Rules.Open], and what it holds
// is gone once it is given back.
type Desk struct {
	Facts    Facts
	Findings finding.Findings
	Outcome  Outcome
	whole    deciding // of what is not open
	base     way      // of one kind of hukou taken, up to tekun
	tried    way      // with members taken as counted or not, from there on
	differs  []memberDiffers
	open     []bool
}

// way is one way of what is open while it is decided.
type way struct {
	deciding
	findings finding.Findings
	outcome  Outcome
}

// begin makes w ready for a way of the facts on d, under the kind of hukou taken for those who
// state none. The members' outcomes are those of another way; nil: clear.
func (w *way) begin(d *Desk, rules *Rules, under standards.Residence, members []MemberOutcome) *deciding {
	d.Findings.PartInto(&w.findings, under)
	n := len(d.Facts.Members)
	w.outcome = Outcome{Members: slices.Grow(w.outcome.Members[:0], n)[:n]}
	clear(w.outcome.Members)
	copy(w.outcome.Members, members)
	w.deciding.begin(rules, &d.Facts, &w.findings, &w.outcome, under)
	return &w.deciding
}

// Open lends a Desk with room for n members, all clear.
func (r *Rules) Open(n int) *Desk {
	d, ok := r.desks.Get().(*Desk)
	if !ok {
		d = new(Desk)
	}
	d.room(n)
	return d
}

// Room clears d for another household, of n members.
func (d *Desk) Room(n int) {
	d.Clear()
	d.room(n)
}

// room sizes a clear Desk for n members: each list grows by itself, so that one may hold more than
// the other.
func (d *Desk) room(n int) {
	d.Facts.Members = slices.Grow(d.Facts.Members[:0], n)[:n]
	d.Outcome.Members = slices.Grow(d.Outcome.Members[:0], n)[:n]
}

// Close takes a Desk back. No decision may hold on to it.
func (r *Rules) Close(d *Desk) {
	d.Clear()
	r.desks.Put(d)
}

// Clear clears d.
func (d *Desk) Clear() {
	members, outcomes := d.Facts.Members, d.Outcome.Members
	clear(members)
	clear(outcomes)
	d.Facts, d.Outcome = Facts{Members: members}, Outcome{Members: outcomes}
	d.Findings.Clear()
}
