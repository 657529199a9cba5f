package register

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// pending holds what was read of the current household. Its room is used again for the next one; a
// household is yielded in memory of its own, of just the size.
type pending struct {
	text    []byte // the ids and the kept cells
	id      span
	head    span
	kept    []span // of the first row
	keptOf  []span // of the first row of each member
	ownKept []ownKept
	income  []assistance.Income
	members []member
	lines   []incomeLine
	list    []assistance.Income // those of a row
}

// ownKept is a cell of a kept column on a row without a member.
type ownKept struct {
	column int // its place among the kept columns
	cell   span
}

// incomeLine is the line of an income, counted from the first row of the household, and the member
// whose income it is.
type incomeLine struct{ of, line int32 }

// ofNobody stands in incomeLine.of for income of the household itself.
const ofNobody = -1

// span is a part of pending.text.
type span struct{ from, to int }

// member is a member of the current household. Its ID and Income are kept apart.
type member struct {
	assistance.Member
	id     span
	who    identity
	stated bool // whether income is stated, be it none
	income []assistance.Income
	care   standards.Answer // whether long-term care is needed; without a certificate it decides nothing

	uncertified bool   // whether it is stated that there is no certificate
	unified     *Error // where the member's hukou is said to be neither urban nor rural

	totals  [len(totalColumns)]standards.Amount // income as a whole, by the columns of totals
	covered standards.Answer                    // whether the member is covered now

	place int32                // among the members
	lines [linesOfMember]int32 // counted from the first row of the household
}

// firstLine returns the line on which the member first stands, counted from the first row of the
// household.
func (m *member) firstLine() int32 { return max(m.lines[lineOfMember], ^m.lines[lineOfMember]) }

// keep adds text and returns where it stands.
func (p *pending) keep(text []byte) span {
	from := len(p.text)
	p.text = append(p.text, text...)
	return span{from, len(p.text)}
}

// at returns the text of s.
func (p *pending) at(s span) []byte { return p.text[s.from:s.to] }

// newMember adds a member who first stands on a line, in the room of an earlier one if there is
// any.
func (p *pending) newMember(id []byte, line int32) *member {
	n := len(p.members)
	if n == cap(p.members) {
		p.members = append(p.members, member{})
	}
	p.members = p.members[:n+1]
	m := &p.members[n]
	income := m.income[:0]
	*m = member{}
	m.id, m.income = p.keep(id), income
	m.place, m.lines = int32(n), [...]int32{line, line}
	return m
}

// memberWith returns the member with this id, nil if there is none.
func (p *pending) memberWith(id []byte) *member {
	for i := range p.members {
		if m := &p.members[i]; bytes.Equal(p.at(m.id), id) {
			return m
		}
	}
	return nil
}

// begin begins a household at the current row.
func (r *reading) begin(id []byte) {
	p := &r.pending
	p.text = p.text[:0]
	p.kept = p.kept[:0]
	p.keptOf = p.keptOf[:0]
	p.ownKept = p.ownKept[:0]
	p.income = p.income[:0]
	p.members = p.members[:0]
	p.lines = p.lines[:0]
	p.id, p.head = p.keep(id), span{}
	r.open, r.again, r.first, r.faults, r.unified = true, false, 0, nil, nil
	r.claims = r.claims[:0]
	r.record = Record{Line: r.at}
	r.applyOptions()
	if r.lost {
		r.faults = append(r.faults, &Error{Line: r.at, Code: codeAfterUnread})
		r.lost = false
	}
	for _, i := range r.kept {
		p.kept = append(p.kept, p.keep(r.cellsAt(i)))
	}
	if len(id) == 0 {
		r.fault(colHousehold, wire.CodeRequired)
		return
	}
	switch r.ids.see(id) {
	case seenBefore:
		r.again = true
		switch r.level {
		case LevelHouseholds:
			r.warn(colHousehold, CodeHeadTwice)
		case LevelCertificates:
			r.fault(colHousehold, CodeTwice)
		default:
			r.fault(colHousehold, codeComesBack)
		}
	case notRemembered:
		if !r.householdsFull {
			r.householdsFull = true
			r.warn(colHousehold, CodeUnremembered)
		}
	}
}

// applyOptions states what holds for every household of the file.
func (r *reading) applyOptions() {
	h := &r.record.Household
	h.Division = r.options.Division
	if r.level != LevelCertificates {
		h.Residence, h.Property = r.options.Residence, r.options.Property
	}
}

// flush yields the current household, if there is one. It reports whether to go on.
func (r *reading) flush(yield func(Record, error) bool) bool {
	if !r.open {
		return true
	}
	r.open = false
	r.settle()
	// the current row is already that of the next household
	if len(r.pending.members) == 0 && r.faults == nil && r.level != LevelHouseholds {
		r.faults = append(r.faults, r.errorOn(r.record.Line, colMember, wire.CodeRequired))
	}
	r.refuseUnifiedMembers()
	for i := range r.pending.members {
		if r.pending.members[i].who == 0 {
			r.record.Unidentified++
		}
	}
	record := r.record
	record.place.headers = r.byColumn
	r.pending.give(&record)
	if r.faults != nil {
		if !r.paidIsSure() {
			record.Paid, record.PaidOf = standards.Amount{}, PaidOf{}
		}
		return yield(record, r.faults)
	}
	return yield(record, nil)
}

// refuseUnifiedMembers refuses members whose hukou is neither urban nor rural in a household that
// states a kind: without a kind of their own they would be decided by that of the household.
func (r *reading) refuseUnifiedMembers() {
	for i := range r.pending.members {
		if m := &r.pending.members[i]; m.unified != nil && r.record.Household.Residence != 0 {
			r.faults = append(r.faults, m.unified)
		}
	}
}

// paidIsSure reports whether it is known what a refused household is paid. It is not where its rows
// differ, nor where the household comes back: its earlier rows may have stated the same payment.
func (r *reading) paidIsSure() bool {
	return !r.again && !slices.ContainsFunc(r.faults, func(f *Error) bool {
		return f.Code == codeDisagrees && slices.Contains(r.paidHeaders, f.Column)
	})
}

// keepRow keeps the kept columns of a member's first row, and counts the cells that differ from
// what is kept.
func (r *reading) keepRow(m *member) {
	p := &r.pending
	first := m != nil && len(p.keptOf) == int(m.place)*len(r.kept)
	for n, i := range r.kept {
		cell := r.cellsAt(i)
		stated := len(cell) > 0
		if stated && !bytes.Equal(cell, p.at(p.kept[n])) {
			r.record.KeptElse++
		}
		switch {
		case first:
			p.keptOf = append(p.keptOf, p.keep(cell))
		case m == nil && stated && len(p.ownKept) >= assistance.MaxMembers*len(r.kept):
			r.record.KeptElseOf++ // more than are compared with those of the members
		case m == nil && stated:
			p.ownKept = append(p.ownKept, ownKept{n, p.keep(cell)})
		case stated && !bytes.Equal(cell, p.at(p.keptOf[int(m.place)*len(r.kept)+n])):
			r.record.KeptElseOf++
		}
	}
}

// give copies the household into record.
func (p *pending) give(record *Record) {
	lines := len(p.text)
	p.appendLines()
	text := string(p.text)
	record.place.lines = text[lines:]
	part := func(s span) string { return text[s.from:s.to] }
	record.Household.ID = part(p.id)
	if len(p.kept) > 0 {
		p.giveKept(record, part)
	}
	incomes := p.incomeRoom()
	if len(p.income) > 0 {
		record.Household.Income = incomes(p.income)
	}
	if len(p.members) == 0 {
		return
	}
	record.Household.Members = make([]assistance.Member, len(p.members))
	for i := range p.members {
		m, to := &p.members[i], &record.Household.Members[i]
		*to = m.Member
		to.ID = part(m.id)
		if to.Disability.Stated() {
			to.Disability.LongTermCare = m.care
		}
		if m.stated {
			to.Income = incomes(m.income)
		}
	}
}

// incomeRoom returns a function that copies lists of incomes into one room for all of the
// household.
func (p *pending) incomeRoom() func(list []assistance.Income) []assistance.Income {
	count := len(p.income)
	for i := range p.members {
		count += len(p.members[i].income)
	}
	room := make([]assistance.Income, 0, count)
	return func(list []assistance.Income) []assistance.Income {
		from := len(room)
		room = append(room, list...)
		return room[from:len(room):len(room)]
	}
}

// giveKept copies the kept columns into record, and counts the cells on rows without a member that
// no member has.
func (p *pending) giveKept(record *Record, part func(span) string) {
	record.Kept = make([]string, len(p.kept))
	for i, s := range p.kept {
		record.Kept[i] = part(s)
	}
	record.keptOf = make([]string, len(p.keptOf))
	for i, s := range p.keptOf {
		record.keptOf[i] = part(s)
	}
	for _, own := range p.ownKept {
		found := false
		for i := own.column; i < len(record.keptOf); i += len(p.kept) {
			found = found || record.keptOf[i] == part(own.cell)
		}
		if !found {
			record.KeptElseOf++
		}
	}
}

// appendLines appends the lines of a place to the text: those of each member, then that of each
// income, the household's own first.
func (p *pending) appendLines() {
	for i := range p.members {
		for _, line := range p.members[i].lines {
			p.text = binary.LittleEndian.AppendUint32(p.text, uint32(line))
		}
	}
	slices.SortStableFunc(p.lines, func(a, b incomeLine) int { return cmp.Compare(a.of, b.of) })
	for _, income := range p.lines {
		p.text = binary.LittleEndian.AppendUint32(p.text, uint32(income.line))
	}
}
