package register

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// hand is room for what is gathered of the household in hand. A household is given away in memory of its own, of just the size.
type hand struct {
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

// ownKept is the cell of a kept column, by its place among them, on a row without a member.
type ownKept struct {
	column int
	cell   span
}

// incomeLine is the line of an income, from the first row of the household, and whose it is: that of a member by his place, or of no one.
type incomeLine struct{ of, line int32 }

const ofNoOne = -1

// span is a part of the text in hand.
type span struct{ from, to int }

// member is a member in hand. Its ID and Income stand apart.
type member struct {
	assistance.Member
	id     span
	who    identity
	stated bool // whether there is income, be it none
	income []assistance.Income
	care   standards.Answer // whether long-term care is needed: it decides nothing without a certificate

	uncertified bool   // it is stated that there is no certificate
	unified     *Error // where his hukou is said to be neither urban nor rural

	place int32                // among the members
	lines [linesOfMember]int32 // from the first row of the household
}

func (h *hand) keep(text []byte) span {
	from := len(h.text)
	h.text = append(h.text, text...)
	return span{from, len(h.text)}
}

func (h *hand) at(s span) []byte { return h.text[s.from:s.to] }

// newMember adds a member who first stands on a line, in the room of one of an earlier household if there is any.
func (h *hand) newMember(id []byte, line int32) *member {
	n := len(h.members)
	if n == cap(h.members) {
		h.members = append(h.members, member{})
	}
	h.members = h.members[:n+1]
	m := &h.members[n]
	income := m.income[:0]
	*m = member{}
	m.id, m.income = h.keep(id), income
	m.place, m.lines = int32(n), [...]int32{line, line}
	return m
}

// memberOf finds a member by his id.
func (h *hand) memberOf(id []byte) *member {
	for i := range h.members {
		if m := &h.members[i]; bytes.Equal(h.at(m.id), id) {
			return m
		}
	}
	return nil
}

// give gives the household away.
func (h *hand) give(record *Record) {
	lines := len(h.text)
	h.keepLines()
	text := string(h.text)
	record.place.lines = text[lines:]
	part := func(s span) string { return text[s.from:s.to] }
	record.Household.ID = part(h.id)
	if len(h.kept) > 0 {
		h.giveKept(record, part)
	}
	count := len(h.income)
	for i := range h.members {
		count += len(h.members[i].income)
	}
	room := make([]assistance.Income, 0, count)
	incomes := func(list []assistance.Income) []assistance.Income {
		from := len(room)
		room = append(room, list...)
		return room[from:len(room):len(room)]
	}
	if len(h.income) > 0 {
		record.Household.Income = incomes(h.income)
	}
	if len(h.members) == 0 {
		return
	}
	record.Household.Members = make([]assistance.Member, len(h.members))
	for i := range h.members {
		m, to := &h.members[i], &record.Household.Members[i]
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

// giveKept gives the kept columns away, and counts the cells on rows without a member that no member has.
func (h *hand) giveKept(record *Record, part func(span) string) {
	record.Kept = make([]string, len(h.kept))
	for i, s := range h.kept {
		record.Kept[i] = part(s)
	}
	record.keptOf = make([]string, len(h.keptOf))
	for i, s := range h.keptOf {
		record.keptOf[i] = part(s)
	}
	for _, own := range h.ownKept {
		found := false
		for i := own.column; i < len(record.keptOf); i += len(h.kept) {
			found = found || record.keptOf[i] == part(own.cell)
		}
		if !found {
			record.KeptElseOf++
		}
	}
}

// keepLines adds the lines of a place to the text.
func (h *hand) keepLines() {
	for i := range h.members {
		for _, line := range h.members[i].lines {
			h.text = binary.LittleEndian.AppendUint32(h.text, uint32(line))
		}
	}
	slices.SortStableFunc(h.lines, func(a, b incomeLine) int { return cmp.Compare(a.of, b.of) })
	for _, income := range h.lines {
		h.text = binary.LittleEndian.AppendUint32(h.text, uint32(income.line))
	}
}
