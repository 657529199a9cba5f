package register

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Record is one household of a caseload.
type Record struct {
	Household    assistance.Household
	Line         int              // of its first row
	Rows         int              // its rows
	Paid         standards.Amount // what is being paid now, a month; zero: not stated, or not the same on all rows
	Kept         []string         // the kept columns of its first row, in the order in which they were asked for; KeptOf has those of a member
	KeptElse     int              // cells of kept columns that state something else than Kept: it has them not
	KeptElseOf   int              // cells of kept columns that state something else than KeptOf: it has them of nobody
	Warnings     Errors           // what may be wrong and does not refuse it, such as a person who stands in an earlier household too
	Unidentified int              // members of whom no usable identity number is stated: they were not looked for in earlier households

	place  place
	keptOf []string // of each member
}

// KeptOf returns the kept columns of the first row of member i, as the household was read.
func (r *Record) KeptOf(i int) []string {
	n := len(r.Kept)
	if (i+1)*n > len(r.keptOf) {
		return nil
	}
	return r.keptOf[i*n : (i+1)*n]
}

// Households returns the households of records, as caseload.Compare and population.Pack take them. What else a record has, its Warnings among
// it, is left behind: to see that, range over the records.
func Households(records iter.Seq2[Record, error]) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		for r, err := range records {
			if !yield(r.Household, err) {
				return
			}
		}
	}
}

// Read reads households from the caseload format: one row a member, rows of one household together. A repeated member adds another
// income; a row without a member is income of the household's own. Blank household cells on later rows inherit.
//
// The columns are those of the format, by their names or as registers call them, and so are the values; columns that are none are an error
// unless keep names them. What keep names is passed through and not read. A day of birth may follow from an identity number, a disability
// from the number of its certificate.
//
// A household that cannot be used is yielded as far as it was understood, with Errors that list every fault by line, column and value;
// reading goes on with the next. Nothing is dropped: every row that is not blank is one of the Rows of a Record. A header that cannot be used
// or is not UTF-8, and an error of r, end the sequence. A row that cannot be read refuses the household that it stands in, and where it is not
// known which that is, the one before it and the one after it: they may lack someone. A household whose rows come back later is refused, and a
// person who stands in an earlier household is a warning, both as far as they are [Remembered]. Who a person is shows by his identity number,
// be it in a column of its own, in that of his certificate or in place of his name; of whom none is stated is [Record.Unidentified]. The sequence
// can be used once.
func Read(r io.Reader, keep ...string) iter.Seq2[Record, error] {
	return readRemembering(r, Remembered, keep)
}

// readRemembering is Read with so many places to remember.
func readRemembering(r io.Reader, places int, keep []string) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		read := &reading{scanner: scanner{r: r, line: 1}, keep: keep, places: new(headers), ids: newIDs(places), people: newPeople(places), dictionary: newDictionary()}
		read.run(yield)
	}
}

type reading struct {
	scanner
	dictionary
	keep    []string
	headers []string
	places  *headers         // the same by column
	kept    []int            // the position of each of keep
	unnamed []int            // the positions of headers that are blank
	cellAt  [columnCount]int // 1 + the position of a column
	byHead  bool             // the name of the head is the id of a household
	ids     *ids
	people  *people

	ofHousehold, ofMember []func(*reading, *member) // what takes the columns that the header has

	cells   [][]byte // of the row in hand
	at      int      // its line
	open    bool     // there is a household in hand
	record  Record   // of it, without what stands in the fields that follow
	hand    hand
	faults  Errors
	unified *Error // where its hukou is said to be neither urban nor rural
	again   bool   // it had rows before
	first   int    // the line on which its first applicant stands; 0: none
	lost    int    // the line of a row that could not be read and may belong to the next household; 0: none

	householdsFull, peopleFull bool // it was said that not all are remembered
}

func (r *reading) run(yield func(Record, error) bool) {
	if err := r.readHeader(); err != nil {
		yield(Record{Line: 1}, err)
		return
	}
	for {
		row, ok := r.next()
		if !ok {
			break
		}
		r.at, r.cells = row.line, row.cells
		if row.fault != "" || !isText(row.raw) {
			if !r.unreadable(&row, yield) {
				return
			}
			continue
		}
		if id := r.cell(colHousehold); !r.open || len(id) > 0 && !bytes.Equal(id, r.hand.at(r.hand.id)) {
			if !r.flush(yield) {
				return
			}
			r.begin(id)
		}
		r.take()
	}
	if r.open && r.err != io.EOF { // its other rows could not be read
		r.faults = append(r.faults, &Error{Line: r.line, Code: wire.CodeTruncated})
	}
	if !r.flush(yield) {
		return
	}
	if r.err != nil && r.err != io.EOF {
		yield(Record{Line: r.line}, fmt.Errorf("line %d: %w", r.line, r.err))
	}
}

// isText reports whether a row is UTF-8 and not, as UTF-16 can be, so by accident.
func isText(raw []byte) bool { return utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 }

// unreadable takes a row that cannot be read. Someone may be missing then: the household that it stands in is refused, and where it is not
// known which that is, the one before it and the one after it.
func (r *reading) unreadable(row *row, yield func(Record, error) bool) bool {
	fault := &Error{Line: row.line, Code: row.fault}
	if row.fault == "" {
		fault.Code, fault.Detail = CodeEncoding, encodingOf(row.raw)
	}
	id := r.cell(colHousehold)
	known := len(id) > 0 && isText(id)
	if known && (!r.open || !bytes.Equal(id, r.hand.at(r.hand.id))) {
		if !r.flush(yield) {
			return false
		}
		r.begin(id)
	}
	if !known {
		r.lost = row.line
	}
	if !r.open {
		return yield(Record{Line: row.line, Rows: 1}, Errors{fault})
	}
	r.record.Rows++
	r.faults = append(r.faults, fault)
	return true
}

// readHeader reads the header.
func (r *reading) readHeader() error {
	row, ok := r.next()
	raw := bytes.TrimPrefix(row.raw, []byte(byteOrderMark))
	switch {
	case !ok && r.err != nil && r.err != io.EOF:
		return r.err
	case !ok:
		return Errors{{Line: 1, Code: wire.CodeEmptyInput}}
	case !isText(raw):
		return Errors{{Line: row.line, Code: CodeEncoding, Detail: encodingOf(row.raw)}}
	case row.fault != "":
		return Errors{{Line: row.line, Code: row.fault}}
	case !r.split(raw):
		return Errors{{Line: row.line, Code: CodeQuote}}
	case slices.ContainsFunc(r.room, hasReturn):
		return Errors{{Line: row.line, Code: CodeLineBreak}}
	case len(r.room) == 1 && bytes.ContainsAny(raw, ";\t|，；"):
		return Errors{{Line: row.line, Code: CodeSeparator, Value: string(raw)}}
	}
	for _, cell := range r.room {
		r.headers = append(r.headers, string(cell))
	}
	if faults := r.findColumns(row.line); faults != nil {
		return faults
	}
	return nil
}

// hasIDs reports whether a header other than the name of the head tells households apart; one that is kept is not read.
func (r *reading) hasIDs() bool {
	return slices.ContainsFunc(r.headers, func(name string) bool { return columnOf(name) == colHousehold && !slices.Contains(r.keep, name) })
}

// hasReturn reports whether a cell has a carriage return in it that is no part of a line break.
func hasReturn(cell []byte) bool {
	return bytes.Count(cell, []byte("\r")) > bytes.Count(cell, []byte("\r\n"))
}

// findColumns finds what stands in which column.
func (r *reading) findColumns(line int) Errors {
	var faults Errors
	fault := func(name, code, value string) {
		faults = append(faults, &Error{Line: line, Column: name, Code: code, Value: value})
	}
	for i, name := range r.headers {
		if slices.Contains(r.keep, name) {
			if first := slices.Index(r.headers, name); first < i {
				fault(name, CodeColumnTwice, name)
			}
			continue
		}
		c := columnOf(name)
		if c == colHead && !r.hasIDs() {
			c, r.byHead = colHousehold, true
		}
		switch {
		case c == noColumn && name == "":
			r.unnamed = append(r.unnamed, i)
		case c == noColumn:
			fault(name, CodeUnknownColumn, "")
		case r.cellAt[c] != 0:
			fault(name, CodeColumnTwice, r.headers[r.cellAt[c]-1])
		default:
			r.cellAt[c], r.places[c] = i+1, name
		}
	}
	for _, name := range r.keep {
		i := slices.Index(r.headers, name)
		if i < 0 {
			fault(name, CodeNoColumn, "")
		}
		r.kept = append(r.kept, i)
	}
	for _, c := range [...]column{colHousehold, colDivision} {
		if r.cellAt[c] == 0 {
			fault(c.String(), CodeNoColumn, "")
		}
	}
	if r.cellAt[colMember] == 0 && r.cellAt[colIDNumber] == 0 {
		fault(colMember.String(), CodeNoColumn, "")
	}
	if asksWhetherWithin(r.places.of(colProperty)) {
		r.property = newWords(propertyWords, parseWithin)
	}
	if asksWhetherWithin(r.places.of(colOwnProperty)) {
		r.ownProperty = newWords(propertyWords, parseWithin)
	}
	r.ofHousehold, r.ofMember = r.asked(householdTakers[:]), r.asked(memberTakers[:])
	return faults
}

// encodingOf names the encoding that text seems to have.
func encodingOf(text []byte) string {
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")):
		return "UTF-16LE"
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		return "UTF-16BE"
	case bytes.IndexByte(text, 0) >= 0:
		return "UTF-16"
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < utf8.RuneSelf:
		case c == 0x80 || c == 0xff || i+1 == len(text) || text[i+1] < 0x30 || text[i+1] == 0x7f || text[i+1] == 0xff:
			return ""
		default:
			i++
		}
	}
	return "GBK"
}

// cell is what stands in a column, nothing where it is blank.
func (r *reading) cell(c column) []byte {
	if i := r.cellAt[c]; i > 0 && i <= len(r.cells) {
		return r.cells[i-1]
	}
	return nil
}

func (r *reading) fault(c column, code string) {
	r.faults = append(r.faults, r.about(c, code))
}

// warn says that something may be wrong in a column.
func (r *reading) warn(c column, code string) {
	r.record.Warnings = append(r.record.Warnings, r.about(c, code))
}

// about is a fault of a column in the row in hand.
func (r *reading) about(c column, code string) *Error {
	e := &Error{Line: r.at, Column: r.places.of(c), Value: string(r.cell(c)), Code: code}
	if code == wire.CodeNotAValue {
		e.Detail = insteadOf(c, r.cell(c))
	}
	return e
}

// row is the row in hand, from the first row of the household.
func (r *reading) row() int32 { return int32(r.at - r.record.Line) }

// keptCell is what stands at the position of a kept column.
func (r *reading) keptCell(i int) []byte {
	if i < len(r.cells) {
		return r.cells[i]
	}
	return nil
}

// keepRow keeps the kept columns of a member's first row, and counts what states something else than is kept.
func (r *reading) keepRow(m *member) {
	h := &r.hand
	first := m != nil && len(h.keptOf) == int(m.place)*len(r.kept)
	for n, i := range r.kept {
		cell := r.keptCell(i)
		stated := len(cell) > 0
		if stated && !bytes.Equal(cell, h.at(h.kept[n])) {
			r.record.KeptElse++
		}
		switch {
		case first:
			h.keptOf = append(h.keptOf, h.keep(cell))
		case m == nil && stated && len(h.ownKept) >= assistance.MaxMembers*len(r.kept):
			r.record.KeptElseOf++ // more than are compared with those of the members
		case m == nil && stated:
			h.ownKept = append(h.ownKept, ownKept{n, h.keep(cell)})
		case stated && !bytes.Equal(cell, h.at(h.keptOf[int(m.place)*len(r.kept)+n])):
			r.record.KeptElseOf++
		}
	}
}

// begin begins a household.
func (r *reading) begin(id []byte) {
	h := &r.hand
	h.text = h.text[:0]
	h.kept = h.kept[:0]
	h.keptOf = h.keptOf[:0]
	h.ownKept = h.ownKept[:0]
	h.income = h.income[:0]
	h.members = h.members[:0]
	h.lines = h.lines[:0]
	h.id, h.head = h.keep(id), span{}
	r.open, r.again, r.first, r.faults, r.unified = true, false, 0, nil, nil
	r.record = Record{Line: r.at}
	if r.lost > 0 {
		r.faults = append(r.faults, &Error{Line: r.at, Code: CodeAfterUnread})
		r.lost = 0
	}
	for _, i := range r.kept {
		h.kept = append(h.kept, h.keep(r.keptCell(i)))
	}
	if len(id) == 0 {
		r.fault(colHousehold, wire.CodeRequired)
		return
	}
	switch r.ids.see(id) {
	case isKnown:
		r.again = true
		r.fault(colHousehold, CodeComesBack)
	case isUnremembered:
		if !r.householdsFull {
			r.householdsFull = true
			r.warn(colHousehold, CodeUnremembered)
		}
	}
}

// flush yields the household in hand.
func (r *reading) flush(yield func(Record, error) bool) bool {
	if !r.open {
		return true
	}
	r.open = false
	if len(r.hand.members) == 0 && r.faults == nil { // the row in hand is that of the next household
		r.faults = append(r.faults, &Error{Line: r.record.Line, Column: r.places.of(colMember), Code: wire.CodeRequired})
	}
	r.unifiedMembers()
	for i := range r.hand.members {
		if r.hand.members[i].who == 0 {
			r.record.Unidentified++
		}
	}
	record := r.record
	record.place.headers = r.places
	r.hand.give(&record)
	if r.faults != nil {
		if !r.paidIsSure() {
			record.Paid = standards.Amount{}
		}
		return yield(record, r.faults)
	}
	return yield(record, nil)
}

// paidIsSure reports whether what is paid to a household that is refused is known: not where its rows say different things of it, nor where the
// household comes back, whose earlier rows may have said the same.
func (r *reading) paidIsSure() bool {
	return !r.again && !slices.ContainsFunc(r.faults, func(f *Error) bool { return f.Code == CodeDisagrees && f.Column == r.places.of(colPaid) })
}

// take takes one row of the household in hand.
func (r *reading) take() {
	r.record.Rows++
	if len(r.cells) > len(r.headers) {
		r.faults = append(r.faults, &Error{Line: r.at, Code: CodeCells, Value: strconv.Itoa(len(r.cells))})
	}
	for _, i := range r.unnamed {
		if i < len(r.cells) && len(r.cells[i]) > 0 {
			r.faults = append(r.faults, &Error{Line: r.at, Code: CodeCells, Value: string(r.cells[i])})
		}
	}
	for _, take := range r.ofHousehold {
		take(r, nil)
	}
	m := r.member()
	r.keepRow(m)
	r.incomes(m)
}

// once takes what a cell says of something: nothing where it is blank, and a fault where it was said otherwise before.
func once[T comparable](r *reading, c column, into *T, parse func([]byte) (T, bool), code string) {
	cell := r.cell(c)
	if len(cell) == 0 {
		return
	}
	v, ok := parse(cell)
	var zero T
	switch {
	case !ok:
		r.fault(c, code)
	case *into != zero && *into != v:
		r.fault(c, CodeDisagrees)
	default:
		*into = v
	}
}

// head takes the name of the head of a household that has an id.
func (r *reading) head() {
	name := r.cell(colHead)
	switch known := r.hand.at(r.hand.head); {
	case len(name) == 0:
	case len(known) == 0:
		r.hand.head = r.hand.keep(name)
	case !bytes.Equal(name, known):
		r.fault(colHead, CodeDisagrees)
	}
}

// relationOf takes the relation of a member. Two applicants may be those of two families, of which one lacks its id.
func (r *reading) relationOf(m *member) {
	was := m.Relation
	once(r, colRelation, &m.Relation, r.relation.read, wire.CodeNotAValue)
	switch {
	case was == m.Relation || m.Relation != benefit.Applicant:
	case r.first == 0:
		r.first = r.at
	default:
		e := r.about(colRelation, CodeApplicants)
		e.Detail = strconv.Itoa(r.first)
		if r.byHead {
			r.faults = append(r.faults, e)
		} else {
			r.record.Warnings = append(r.record.Warnings, e)
		}
	}
}

// hukou takes a kind of hukou. One that is neither urban nor rural states nothing, which is said once for a household; unified is where it
// was said of the household or of the member.
func (r *reading) hukou(c column, into *standards.Residence, unified **Error) {
	cell := r.cell(c)
	if len(cell) == 0 {
		return
	}
	kind, ok := r.residence.read(cell)
	switch said := *unified != nil; {
	case !ok, kind != 0 && !said:
		once(r, c, into, func([]byte) (standards.Residence, bool) { return kind, ok }, wire.CodeNotAValue)
	case kind != 0, *into != 0:
		r.fault(c, CodeDisagrees)
	case !said:
		*unified = r.about(c, CodeUnifiedHukou)
		if !slices.ContainsFunc(r.record.Warnings, func(w *Error) bool { return w.Code == CodeUnifiedHukou }) {
			r.record.Warnings = append(r.record.Warnings, *unified)
		}
	}
}

// unifiedMembers refuses members of the unified kind in a household that states a kind: theirs would be taken for the same.
func (r *reading) unifiedMembers() {
	for i := range r.hand.members {
		if m := &r.hand.members[i]; m.unified != nil && r.record.Household.Residence != 0 {
			r.faults = append(r.faults, m.unified)
		}
	}
}

// taker takes columns of the row in hand.
type taker struct {
	columns []column // it is asked where one of them is in the header
	take    func(r *reading, m *member)
}

// householdTakers take what is of the household, in the order in which faults are listed. There is no member then.
var householdTakers = [...]taker{
	{[]column{colHead}, func(r *reading, _ *member) { r.head() }},
	{[]column{colDivision}, func(r *reading, _ *member) {
		once(r, colDivision, &r.record.Household.Division, r.division.read, wire.CodeUnknownPlace)
	}},
	{[]column{colResidence}, func(r *reading, _ *member) {
		r.hukou(colResidence, &r.record.Household.Residence, &r.unified)
	}},
	{[]column{colProperty}, func(r *reading, _ *member) {
		once(r, colProperty, &r.record.Household.Property, r.property.read, wire.CodeNotAValue)
	}},
	{[]column{colOnDibao}, func(r *reading, _ *member) {
		once(r, colOnDibao, &r.record.Household.OnDibao, r.answer.read, wire.CodeNotAValue)
	}},
	{[]column{colWeight}, func(r *reading, _ *member) {
		once(r, colWeight, &r.record.Household.Weight, weightOf, wire.CodeNumberRange)
	}},
	{[]column{colJobCosts}, func(r *reading, _ *member) {
		r.monthly(colJobCosts, &r.record.Household.JobCosts)
	}},
	{[]column{colPaid}, func(r *reading, _ *member) { r.monthly(colPaid, &r.record.Paid) }},
}

// memberTakers take what is of the member, in the order in which faults are listed.
var memberTakers = [...]taker{
	{[]column{colBorn}, func(r *reading, m *member) { once(r, colBorn, &m.Born, dayIn, wire.CodeDateFormat) }},
	{[]column{colIDNumber}, (*reading).identity},
	{[]column{colCertificate, colCategory, colGrade}, (*reading).certificate},
	{[]column{colLongTermCare}, func(r *reading, m *member) { once(r, colLongTermCare, &m.care, r.answer.read, wire.CodeNotAValue) }},
	{[]column{colMemberResidence}, func(r *reading, m *member) { r.hukou(colMemberResidence, &m.Residence, &m.unified) }},
	{[]column{colMemberDivision}, func(r *reading, m *member) {
		once(r, colMemberDivision, &m.Division, r.ownDivision.read, wire.CodeUnknownPlace)
	}},
	{[]column{colOwnProperty}, func(r *reading, m *member) {
		once(r, colOwnProperty, &m.Property, r.ownProperty.read, wire.CodeNotAValue)
	}},
	{[]column{colCounted}, func(r *reading, m *member) { once(r, colCounted, &m.Counted, r.answer.read, wire.CodeNotAValue) }},
	{[]column{colRelation}, (*reading).relationOf},
	{[]column{colAbsence}, func(r *reading, m *member) { once(r, colAbsence, &m.Absence, r.absence.read, wire.CodeNotAValue) }},
	{[]column{colSeriousIllness}, func(r *reading, m *member) {
		once(r, colSeriousIllness, &m.SeriousIllness, r.answer.read, wire.CodeNotAValue)
	}},
	{[]column{colSupport}, func(r *reading, m *member) { once(r, colSupport, &m.Support, r.support.read, wire.CodeNotAValue) }},
	{[]column{colSelfCare}, (*reading).selfCareOf},
	{[]column{colPlacement}, func(r *reading, m *member) { once(r, colPlacement, &m.Placement, r.placement.read, wire.CodeNotAValue) }},
	{[]column{colWorkInjury}, func(r *reading, m *member) {
		once(r, colWorkInjury, &m.WorkInjuryNursing, r.answer.read, wire.CodeNotAValue)
	}},
	{[]column{colChildScheme}, func(r *reading, m *member) {
		once(r, colChildScheme, &m.ChildScheme, r.scheme.read, wire.CodeNotAValue)
	}},
	{[]column{colLivingAllowance}, func(r *reading, m *member) {
		r.monthly(colLivingAllowance, &m.LivingAllowance)
	}},
	{[]column{colNursingAllowance}, func(r *reading, m *member) {
		r.monthly(colNursingAllowance, &m.NursingAllowance)
	}},
	{[]column{colCannot}, (*reading).cannot},
}

// asked are those of the takers that have a column in the header.
func (r *reading) asked(all []taker) []func(*reading, *member) {
	var list []func(*reading, *member)
	for _, t := range all {
		if slices.ContainsFunc(t.columns, func(c column) bool { return r.cellAt[c] != 0 }) {
			list = append(list, t.take)
		}
	}
	return list
}

func weightOf(cell []byte) (int, bool) {
	n, ok := wholeNumber(cell)
	return n, ok && n >= 1 && n <= assistance.MaxWeight
}

// wholeNumber reads digits: no sign, and no zero before others.
func wholeNumber(cell []byte) (int, bool) {
	n, err := strconv.Atoi(string(cell))
	return n, err == nil && strconv.Itoa(n) == string(cell) && n >= 0
}

// monthly takes an amount a month.
func (r *reading) monthly(c column, into *standards.Amount) {
	if cell := r.cell(c); len(cell) > 0 {
		fen, code := wire.ParseFen(string(cell))
		once(r, c, into, func([]byte) (standards.Amount, bool) { return standards.Fen(fen, standards.PerMonth), code == "" }, code)
	}
}

// saysOfMember reports whether a cell of the row says something of a member.
func (r *reading) saysOfMember() bool {
	return slices.ContainsFunc(memberTakers[:], func(t taker) bool {
		return slices.ContainsFunc(t.columns, func(c column) bool { return len(r.cell(c)) > 0 })
	})
}

// member is the member that the row is about, nil where it is about the household's own income.
func (r *reading) member() *member {
	number := upper(r.cell(colIDNumber))
	id := r.cell(colMember)
	if len(id) == 0 {
		id = number
	}
	if len(id) == 0 {
		if r.saysOfMember() {
			r.fault(colMember, wire.CodeRequired)
		}
		return nil
	}
	m := r.hand.memberOf(id)
	if m == nil {
		if len(r.hand.members) == assistance.MaxMembers {
			r.fault(colMember, wire.CodeTooMany)
			return nil
		}
		m = r.hand.newMember(id, r.row())
	}
	for _, take := range r.ofMember {
		take(r, m)
	}
	if len(number) == 0 {
		if who, born, ok := identityOf(r.cell(colMember)); ok { // the number itself stands for the name
			r.identified(m, who, born, colMember)
		}
	}
	if m.Born.IsZero() && len(number) == 0 && len(r.cell(colBorn)) == 0 {
		r.fault(colBorn, wire.CodeRequired)
	}
	return m
}

// upper is cell in upper case.
func upper(cell []byte) []byte {
	for _, c := range cell {
		if c >= 'a' {
			return bytes.ToUpper(cell)
		}
	}
	return cell
}

// selfCareOf takes the self-care of a member.
func (r *reading) selfCareOf(m *member) {
	if m.SelfCare == 0 {
		m.lines[lineOfSelfCare] = r.row()
	}
	once(r, colSelfCare, &m.SelfCare, r.selfCare.read, wire.CodeNotAValue)
}

// identity takes the identity number of a member.
func (r *reading) identity(m *member) {
	number := r.cell(colIDNumber)
	if len(number) == 0 {
		return
	}
	who, born, ok := identityOf(number)
	if !ok {
		r.fault(colIDNumber, CodeIdentity)
		return
	}
	r.identified(m, who, born, colIDNumber)
}

// identified takes what an identity number in column c says of a member: who he is, and when he was born.
func (r *reading) identified(m *member, who identity, born standards.Date, c column) {
	if !m.Born.IsZero() && m.Born != born || m.who != 0 && m.who != who {
		r.fault(c, CodeDisagrees)
		return
	}
	if m.Born.IsZero() {
		m.lines[lineOfMember] = ^m.lines[lineOfMember]
	}
	m.Born = born
	r.person(m, who, c)
}

// person notes who a member is, as column c says: nobody else of the household, and nobody of an earlier one.
func (r *reading) person(m *member, who identity, c column) {
	if m.who == who {
		return
	}
	for i := range r.hand.members {
		if r.hand.members[i].who == who {
			r.fault(c, CodeSamePerson)
			return
		}
	}
	m.who = who
	switch r.people.see(uint64(who)) {
	case isKnown:
		if !r.again { // the earlier household may be this one
			r.warn(c, CodeTwice)
		}
	case isUnremembered:
		if !r.peopleFull {
			r.peopleFull = true
			r.warn(c, CodeUnremembered)
		}
	}
}

// dayIn reads a day as registers write it.
func dayIn(cell []byte) (standards.Date, bool) {
	if len(cell) == len("2006-01-02") && cell[4] == '-' && cell[7] == '-' {
		if d := dayOf(cell[:4], cell[5:7], cell[8:]); d.Valid() {
			return d, true
		}
	}
	return parseDay(string(cell))
}

// parseDay reads a day as registers write it: 1968-03-02, 1968/3/2, 1968年3月2日, 19680302.
func parseDay(s string) (standards.Date, bool) {
	if d, err := standards.ParseDate(s); err == nil {
		return d, true
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-/.年月日", r) })
	if len(parts) == 1 && len(s) == len("20060102") {
		parts = []string{s[:4], s[4:6], s[6:]}
	}
	if len(parts) != 3 || len(parts[0]) != 4 || len(parts[1]) > 2 || len(parts[2]) > 2 {
		return standards.Date{}, false
	}
	d, err := standards.ParseDate(parts[0] + "-" + strings.Repeat("0", 2-len(parts[1])) + parts[1] + "-" + strings.Repeat("0", 2-len(parts[2])) + parts[2])
	return d, err == nil
}

// noCertificate is what registers write in the columns of a certificate where there is none.
const noCertificate = "无"

var certificateColumns = [...]column{colCertificate, colCategory, colGrade}

// certificate takes the certificate by its number, and by category and grade, or that there is none.
func (r *reading) certificate(m *member) {
	c := &m.Disability
	said := noColumn
	for _, column := range certificateColumns {
		switch cell := r.cell(column); {
		case len(cell) == 0:
			continue
		case string(cell) == noCertificate:
			m.uncertified = true
		default:
			r.certificateCell(m, column)
		}
		said = cmp.Or(said, column)
	}
	switch {
	case m.uncertified && (c.Category != 0 || c.Grade != 0):
		if said != noColumn {
			r.fault(said, CodeDisagrees)
		}
	case c.Category != 0 && c.Grade == 0:
		r.fault(colGrade, wire.CodeRequired)
	case c.Grade != 0 && c.Category == 0:
		r.fault(colCategory, wire.CodeRequired)
	}
}

// certificateCell takes what one column states of a certificate.
func (r *reading) certificateCell(m *member, column column) {
	c := &m.Disability
	switch column {
	case colCategory:
		once(r, colCategory, &c.Category, r.category.read, wire.CodeNotAValue)
	case colGrade:
		once(r, colGrade, &c.Grade, r.grade.read, wire.CodeNumberRange)
	case colCertificate:
		who, born, read, ok := certificateOf(upper(r.cell(colCertificate)))
		switch {
		case !ok:
			r.fault(colCertificate, CodeCertificate)
		case m.who != 0 && m.who != who, !m.Born.IsZero() && m.Born != born, c.Category != 0 && (c.Category != read.Category || c.Grade != read.Grade):
			r.fault(colCertificate, CodeDisagrees)
		default:
			c.Category, c.Grade = read.Category, read.Grade
			r.person(m, who, colCertificate)
		}
	}
}

// cannot takes the activities that a member cannot manage.
func (r *reading) cannot(m *member) {
	s := string(r.cell(colCannot))
	if s == "" {
		return
	}
	list := []eldercare.Activity{}
	if s != "-" {
		for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,，、;；", r) }) {
			a, ok := r.activity.read([]byte(word))
			if !ok {
				r.fault(colCannot, wire.CodeNotAValue)
				return
			}
			list = append(list, a)
		}
		if len(list) == 0 { // separators alone are not a dash
			r.fault(colCannot, wire.CodeNotAValue)
			return
		}
	}
	if m.Cannot != nil && eldercare.ActivitiesOf(m.Cannot...) != eldercare.ActivitiesOf(list...) {
		r.fault(colCannot, CodeDisagrees)
		return
	}
	m.Cannot = list
}

// wide are the columns of one kind of income each.
var wide = [...]struct {
	column column
	kind   standards.IncomeKind
}{{colWages, standards.Wages}, {colBusiness, standards.Business}, {colPropertyIncome, standards.Property}, {colTransfer, standards.Transfer},
	{colOther, standards.OtherIncome}}

// incomes takes those that the row states, of a member, or of the household as such where m is nil.
func (r *reading) incomes(m *member) {
	into, stated, of := &r.hand.income, new(bool), int32(ofNoOne)
	if m != nil {
		into, stated, of = &m.income, &m.stated, m.place
	}
	list, ok := r.incomesOfRow()
	switch {
	case !ok:
	case len(list)+len(*into) > assistance.MaxIncomes:
		r.fault(colIncomeYuan, wire.CodeTooMany)
	default:
		*stated = true
		*into = append(*into, list...)
		for range list {
			r.hand.lines = append(r.hand.lines, incomeLine{of, r.row()})
		}
	}
}

// incomesOfRow are those that the row in hand states, and whether it states any, be it none.
func (r *reading) incomesOfRow() (list []assistance.Income, stated bool) {
	list = r.hand.list[:0]
	per := standards.PerMonth
	perText := r.cell(colIncomePer)
	if len(perText) > 0 {
		var ok bool
		if per, ok = r.per.read(perText); !ok {
			r.fault(colIncomePer, wire.CodeNotAValue)
			return nil, false
		}
	}
	months := r.months(per)
	add := func(c column, kind standards.IncomeKind) {
		fen, code := wire.ParseFen(string(r.cell(c)))
		if code != "" {
			r.fault(c, code)
			return
		}
		stated = true
		switch {
		case len(perText) == 0 && fen != 0:
			r.fault(colIncomePer, wire.CodeRequired)
		case fen != 0:
			list = append(list, assistance.Income{Kind: kind, Amount: standards.Fen(fen, per), Months: months})
		}
	}
	if kind, yuan := r.cell(colIncomeKind), r.cell(colIncomeYuan); len(kind) > 0 || len(yuan) > 0 {
		k, ok := r.kind.read(kind)
		switch {
		case len(yuan) == 0:
			r.fault(colIncomeYuan, wire.CodeRequired)
		case len(kind) == 0 && string(yuan) != "0":
			r.fault(colIncomeKind, wire.CodeRequired)
		case len(kind) > 0 && !ok:
			r.fault(colIncomeKind, wire.CodeNotAValue)
		default:
			add(colIncomeYuan, k)
		}
	}
	for _, w := range wide {
		if len(r.cell(w.column)) > 0 {
			add(w.column, w.kind)
		}
	}
	r.hand.list = list
	return list, stated
}

// months are those in which income is had, 0 where the row does not say.
func (r *reading) months(per standards.Period) int {
	cell := r.cell(colIncomeMonths)
	if len(cell) == 0 {
		return 0
	}
	n, ok := wholeNumber(cell)
	switch {
	case !ok || n < 1 || n > standards.MonthsPerYear:
		r.fault(colIncomeMonths, wire.CodeNumberRange)
	case per != standards.PerMonth:
		r.fault(colIncomeMonths, wire.CodeNotAllowed)
	default:
		return n
	}
	return 0
}
