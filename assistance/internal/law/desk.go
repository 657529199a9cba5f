package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Desk holds all that deciding one household takes.
type Desk struct {
	Facts    Facts
	Findings finding.Findings
	Outcome  Outcome
	lent     *room
}

// room is what the Desk of one household lends to that of the next. No decision may hold on to it.
type room struct {
	members  []Member
	outcomes []MemberOutcome
	needs    []benefit.Need
	steps    []benefit.Step
}

// Open gives d, which is zero, room for n members, all clear.
func (r *Rules) Open(d *Desk, n int) {
	lent, ok := r.rooms.Get().(*room)
	if !ok {
		lent = new(room)
	}
	if cap(lent.members) < n {
		lent.members, lent.outcomes = make([]Member, n), make([]MemberOutcome, n)
	}
	d.Facts.Members, d.Outcome.Members = lent.members[:n], lent.outcomes[:n]
	d.Findings.Needs, d.Findings.Steps = lent.needs[:0], lent.steps[:0]
	d.lent = lent
}

// Close takes the room of d back.
func (r *Rules) Close(d *Desk) {
	clear(d.Facts.Members)
	clear(d.Outcome.Members)
	clear(d.Findings.Needs)
	clear(d.Findings.Steps)
	d.lent.needs, d.lent.steps = d.Findings.Needs[:0], d.Findings.Steps[:0]
	r.rooms.Put(d.lent)
}
