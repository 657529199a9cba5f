package caseload

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/wire"
)

// Remembered is how many ids of households, and of people, are remembered to find those that come back: of the first ones in a file. Of those
// that follow it is not checked among themselves, so that memory stays bounded.
const Remembered = 1 << 20

// Record is one household of a caseload.
type Record struct {
	Household assistance.Household
	Line      int              // of its first row
	Rows      int              // its rows
	Paid      standards.Amount // what is being paid now, a month; zero: not stated
	Kept      []string         // the kept columns of its first row, in the order in which they were asked for
	Warnings  RowErrors        // what may be wrong and does not refuse it, such as a person who stands in an earlier household too
}

// ReadCSV reads households from the caseload format: one row a member, rows of one household together. A repeated member adds another
// income; a row without a member is income of the household's own. Blank household cells on later rows inherit.
//
// The columns are those of the format, by their names or as registers call them, and so are the values; columns that are none are an error
// unless keep names them. A day of birth may follow from an identity number, a disability from the number of its certificate.
//
// A household that cannot be used is yielded as far as it was understood, with RowErrors that list every fault by line, column and value;
// reading goes on with the next. Nothing is dropped: every row that is not blank is one of the Rows of a Record. A header that cannot be used
// or is not UTF-8, and an error of r, end the sequence. A row that cannot be read refuses the household that it stands in, and where it is not
// known which that is, the one before it and the one after it: they may lack someone. A household whose rows come back later is refused, and a person who stands in an
// earlier household is a warning, both among the ids that are [Remembered]. The sequence can be used once.
func ReadCSV(r io.Reader, keep ...string) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		read := &reading{scanner: scanner{r: r, line: 1}, keep: keep, ids: map[string]struct{}{}, people: map[string]struct{}{}}
		read.run(yield)
	}
}

type reading struct {
	scanner
	keep    []string
	headers []string
	columns []column // by position
	kept    []int    // by position: 1 + the index in keep
	ids     map[string]struct{}
	people  map[string]struct{}

	cells  []string // of the row in hand
	at     int      // its line
	record Record
	faults RowErrors
	open   bool
	lost   int              // the line of a row that could not be read and may belong to the next household; 0: none
	cellAt [columnCount]int // 1 + the position of a column
}

func (r *reading) run(yield func(Record, error) bool) {
	if err := r.header(); err != nil {
		yield(Record{Line: 1}, err)
		return
	}
	for {
		row, ok := r.next()
		if !ok {
			break
		}
		r.at = row.line
		if row.fault != "" || !utf8.ValidString(row.raw) {
			if !r.unreadable(&row, yield) {
				return
			}
			continue
		}
		r.cells = row.cells
		if id := r.cell(colHousehold); !r.open || id != "" && id != r.record.Household.ID {
			if !r.flush(yield) {
				return
			}
			r.begin(id)
		}
		r.row()
	}
	if r.open && r.err != io.EOF { // its other rows could not be read
		r.faults = append(r.faults, CellError{Line: r.line, Code: wire.CodeTruncated})
	}
	if !r.flush(yield) {
		return
	}
	if r.err != nil && r.err != io.EOF {
		yield(Record{Line: r.line}, fmt.Errorf("line %d: %w", r.line, r.err))
	}
}

// unreadable takes a row that cannot be read. Someone may be missing then: the household that it stands in is refused, and where it is not
// known which that is, the one before it and the one after it.
func (r *reading) unreadable(row *row, yield func(Record, error) bool) bool {
	fault := CellError{Line: row.line, Code: row.fault}
	if row.fault == "" {
		fault.Code, fault.Detail = CodeEncoding, encodingOf(row.raw)
	}
	r.cells = row.cells
	id := r.cell(colHousehold)
	known := id != "" && utf8.ValidString(id)
	if known && (!r.open || id != r.record.Household.ID) {
		if !r.flush(yield) {
			return false
		}
		r.begin(id)
	}
	if !known {
		r.lost = row.line
	}
	if !r.open {
		return yield(Record{Line: row.line, Rows: 1}, RowErrors{fault})
	}
	r.record.Rows++
	r.faults = append(r.faults, fault)
	return true
}

// header reads the header.
func (r *reading) header() error {
	row, ok := r.next()
	text := strings.TrimPrefix(row.raw, "\ufeff")
	switch {
	case !ok && r.err != nil && r.err != io.EOF:
		return r.err
	case !ok:
		return RowErrors{{Line: 1, Code: wire.CodeEmptyInput}}
	case !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0:
		return RowErrors{{Line: row.line, Code: CodeEncoding, Detail: encodingOf(row.raw)}}
	case row.fault != "":
		return RowErrors{{Line: row.line, Code: row.fault}}
	}
	r.headers, ok = split(text)
	if !ok {
		return RowErrors{{Line: row.line, Code: CodeQuote}}
	}
	var faults RowErrors
	r.columns, r.kept = make([]column, len(r.headers)), make([]int, len(r.headers))
	for i, name := range r.headers {
		if k := slices.Index(r.keep, name); k >= 0 {
			r.kept[i] = k + 1
			continue
		}
		c := columnOf(name)
		switch {
		case c == noColumn && name == "":
			continue
		case c == noColumn:
			faults = append(faults, CellError{Line: row.line, Column: name, Code: CodeUnknownColumn})
		case r.cellAt[c] != 0:
			faults = append(faults, CellError{Line: row.line, Column: name, Code: CodeColumnTwice, Value: r.headers[r.cellAt[c]-1]})
		default:
			r.columns[i], r.cellAt[c] = c, i+1
		}
	}
	for _, name := range r.keep {
		if !slices.Contains(r.headers, name) {
			faults = append(faults, CellError{Line: row.line, Column: name, Code: CodeNoColumn})
		}
	}
	for _, c := range [...]column{colHousehold, colDivision} {
		if r.cellAt[c] == 0 {
			faults = append(faults, CellError{Line: row.line, Column: c.String(), Code: CodeNoColumn})
		}
	}
	if r.cellAt[colMember] == 0 && r.cellAt[colIDNumber] == 0 {
		faults = append(faults, CellError{Line: row.line, Column: colMember.String(), Code: CodeNoColumn})
	}
	if faults != nil {
		return faults
	}
	return nil
}

// encodingOf names the encoding that text seems to have.
func encodingOf(text string) string {
	switch {
	case strings.HasPrefix(text, "\xff\xfe"):
		return "UTF-16LE"
	case strings.HasPrefix(text, "\xfe\xff"):
		return "UTF-16BE"
	case strings.IndexByte(text, 0) >= 0:
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

// cell is what stands in a column, "" where nothing does.
func (r *reading) cell(c column) string {
	if i := r.cellAt[c]; i > 0 && i <= len(r.cells) {
		return r.cells[i-1]
	}
	return ""
}

func (r *reading) fault(c column, code string) {
	value := r.cell(c)
	name := c.String()
	if i := r.cellAt[c]; i > 0 {
		name = r.headers[i-1]
	}
	r.faults = append(r.faults, CellError{Line: r.at, Column: name, Value: value, Code: code})
}

// begin begins a household.
func (r *reading) begin(id string) {
	r.open, r.faults = true, nil
	r.record = Record{Line: r.at, Household: assistance.Household{ID: id}}
	if r.lost > 0 {
		r.faults = append(r.faults, CellError{Line: r.at, Code: CodeAfterUnread})
		r.lost = 0
	}
	if len(r.keep) > 0 {
		r.record.Kept = make([]string, len(r.keep))
		for i, k := range r.kept {
			if k > 0 && i < len(r.cells) {
				r.record.Kept[k-1] = r.cells[i]
			}
		}
	}
	if id == "" {
		r.fault(colHousehold, wire.CodeRequired)
		return
	}
	if _, before := r.ids[id]; before {
		r.fault(colHousehold, CodeComesBack)
		return
	}
	if len(r.ids) < Remembered {
		r.ids[id] = struct{}{}
	}
}

// flush yields the household in hand.
func (r *reading) flush(yield func(Record, error) bool) bool {
	if !r.open {
		return true
	}
	r.open = false
	h := &r.record.Household
	if len(h.Members) == 0 && r.faults == nil {
		r.fault(colMember, wire.CodeRequired)
	}
	record := r.record
	r.record = Record{}
	if r.faults != nil {
		return yield(record, r.faults)
	}
	return yield(record, nil)
}

// row takes one row of the household in hand.
func (r *reading) row() {
	r.record.Rows++
	if len(r.cells) > len(r.headers) {
		r.faults = append(r.faults, CellError{Line: r.at, Code: CodeCells, Value: strconv.Itoa(len(r.cells))})
	}
	r.household()
	m := r.member()
	incomes := r.incomes(m)
	if incomes == nil {
		return
	}
	if m == nil {
		r.record.Household.Income = append(r.record.Household.Income, incomes...)
		return
	}
	if m.Income == nil {
		m.Income = []assistance.Income{}
	}
	m.Income = append(m.Income, incomes...)
}

// once takes what a cell says of something: nothing where it is blank, and a fault where it was said otherwise before.
func once[T comparable](r *reading, c column, into *T, parse func(string) (T, bool), code string) {
	s := r.cell(c)
	if s == "" {
		return
	}
	v, ok := parse(s)
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

// in is parse for words that registers write otherwise.
func in[T any](v vocabulary, parse func(string) (T, bool)) func(string) (T, bool) {
	return func(s string) (T, bool) { return parse(v.word(s)) }
}

func (r *reading) household() {
	h := &r.record.Household
	once(r, colDivision, &h.Division, standards.ParseDivision, wire.CodeUnknownPlace)
	once(r, colResidence, &h.Residence, in(residenceWords, standards.ParseResidence), wire.CodeNotAValue)
	once(r, colProperty, &h.Property, in(propertyWords, benefit.ParseProperty), wire.CodeNotAValue)
	once(r, colOnDibao, &h.OnDibao, in(answerWords, standards.ParseAnswer), wire.CodeNotAValue)
	once(r, colWeight, &h.Weight, parseWeight, wire.CodeNumberRange)
	once(r, colJobCosts, &h.JobCosts, monthly, wire.CodeMoneyFormat)
	once(r, colPaid, &r.record.Paid, monthly, wire.CodeMoneyFormat)
}

func parseWeight(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= assistance.MaxWeight
}

func monthly(s string) (standards.Amount, bool) {
	fen, code := wire.ParseFen(s)
	return standards.Fen(fen, standards.PerMonth), code == ""
}

// member is the member that the row is about, nil where it is about the household's own income.
func (r *reading) member() *assistance.Member {
	number := strings.ToUpper(r.cell(colIDNumber))
	id := r.cell(colMember)
	if id == "" {
		id = number
	}
	if id == "" {
		for c := colBorn; c <= colAbsence; c++ { // a member's cells need a member
			if r.cell(c) != "" {
				r.fault(colMember, wire.CodeRequired)
				return nil
			}
		}
		return nil
	}
	h := &r.record.Household
	i := slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == id })
	if i < 0 {
		if len(h.Members) == assistance.MaxMembers {
			r.fault(colMember, wire.CodeTooMany)
			return nil
		}
		h.Members = append(h.Members, assistance.Member{ID: id})
		i = len(h.Members) - 1
		r.person(number)
	}
	m := &h.Members[i]
	once(r, colBorn, &m.Born, parseDay, wire.CodeDateFormat)
	once(r, colIDNumber, &m.Born, birthOf, CodeIdentity)
	r.certificate(m, number)
	once(r, colMemberResidence, &m.Residence, in(residenceWords, standards.ParseResidence), wire.CodeNotAValue)
	once(r, colMemberDivision, &m.Division, parseOwnDivision, wire.CodeUnknownPlace)
	once(r, colOwnProperty, &m.Property, in(propertyWords, benefit.ParseProperty), wire.CodeNotAValue)
	once(r, colCounted, &m.Counted, in(answerWords, standards.ParseAnswer), wire.CodeNotAValue)
	once(r, colRelation, &m.Relation, in(relationWords, benefit.ParseRelation), wire.CodeNotAValue)
	once(r, colAbsence, &m.Absence, in(absenceWords, benefit.ParseAbsence), wire.CodeNotAValue)
	once(r, colSeriousIllness, &m.SeriousIllness, in(answerWords, standards.ParseAnswer), wire.CodeNotAValue)
	once(r, colSupport, &m.Support, in(supportWords, benefit.ParseSupport), wire.CodeNotAValue)
	once(r, colSelfCare, &m.SelfCare, in(selfCareWords, eldercare.ParseSelfCare), wire.CodeNotAValue)
	once(r, colPlacement, &m.Placement, in(placementWords, benefit.ParsePlacement), wire.CodeNotAValue)
	once(r, colWorkInjury, &m.WorkInjuryNursing, in(answerWords, standards.ParseAnswer), wire.CodeNotAValue)
	once(r, colChildScheme, &m.ChildScheme, in(schemeWords, benefit.ParseChildScheme), wire.CodeNotAValue)
	once(r, colLivingAllowance, &m.LivingAllowance, monthly, wire.CodeMoneyFormat)
	once(r, colNursingAllowance, &m.NursingAllowance, monthly, wire.CodeMoneyFormat)
	r.cannot(m)
	if m.Born.IsZero() {
		if r.cell(colIDNumber) == "" && r.cell(colBorn) == "" {
			r.fault(colBorn, wire.CodeRequired)
		}
	}
	return m
}

// person notes a person's identity number.
func (r *reading) person(number string) {
	if _, ok := birthOf(number); !ok {
		return
	}
	if _, before := r.people[number]; before {
		r.record.Warnings = append(r.record.Warnings, CellError{Line: r.at, Column: r.headers[r.cellAt[colIDNumber]-1], Value: number, Code: CodeTwice})
	} else if len(r.people) < Remembered {
		r.people[number] = struct{}{}
	}
}

// parseDay reads a day as registers write it: 1968-03-02, 1968/3/2, 19680302.
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

func parseOwnDivision(s string) (standards.Place, bool) {
	if s == standards.Elsewhere.String() || s == standards.Elsewhere.Text(standards.Chinese) {
		return standards.Elsewhere, true
	}
	return standards.ParseDivision(s)
}

// certificate takes the certificate by its number, and by category and grade.
func (r *reading) certificate(m *assistance.Member, number string) {
	c := &m.Disability
	if s := r.cell(colCertificate); s != "" {
		identity, read, ok := certificateOf(strings.ToUpper(s))
		switch {
		case !ok:
			r.fault(colCertificate, CodeCertificate)
		case number != "" && identity != number, c.Category != 0 && (c.Category != read.Category || c.Grade != read.Grade):
			r.fault(colCertificate, CodeDisagrees)
		default:
			c.Category, c.Grade = read.Category, read.Grade
		}
	}
	once(r, colCategory, &c.Category, in(categoryWords, disability.ParseCategory), wire.CodeNotAValue)
	once(r, colGrade, &c.Grade, in(gradeWords, parseGrade), wire.CodeNumberRange)
	if c.Category != 0 && c.Grade == 0 {
		r.fault(colGrade, wire.CodeRequired)
	}
	if c.Grade != 0 && c.Category == 0 {
		r.fault(colCategory, wire.CodeRequired)
	}
	if c.Category != 0 { // without a certificate the need for care decides nothing
		once(r, colLongTermCare, &c.LongTermCare, in(answerWords, standards.ParseAnswer), wire.CodeNotAValue)
	}
}

func parseGrade(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= disability.MostSevere && n <= disability.LeastSevere
}

// cannot takes the activities that a member cannot manage.
func (r *reading) cannot(m *assistance.Member) {
	s := r.cell(colCannot)
	if s == "" || m.Cannot != nil {
		return
	}
	list := []eldercare.Activity{}
	if s != "-" {
		for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,，、;；", r) }) {
			a, ok := eldercare.ParseActivity(activityWords.word(word))
			if !ok {
				r.fault(colCannot, wire.CodeNotAValue)
				return
			}
			list = append(list, a)
		}
	}
	m.Cannot = list
}

// wide are the columns of one kind of income each.
var wide = [...]struct {
	column column
	kind   standards.IncomeKind
}{{colWages, standards.Wages}, {colBusiness, standards.Business}, {colPropertyIncome, standards.Property}, {colTransfer, standards.Transfer},
	{colOther, standards.OtherIncome}}

// incomes are those that the row states; nil where it states none.
func (r *reading) incomes(m *assistance.Member) []assistance.Income {
	var list []assistance.Income
	per := standards.PerMonth
	perText := r.cell(colIncomePer)
	if perText != "" {
		var ok bool
		if per, ok = standards.ParsePeriod(perWords.word(perText)); !ok {
			r.fault(colIncomePer, wire.CodeNotAValue)
			return nil
		}
	}
	months := 0
	if s := r.cell(colIncomeMonths); s != "" {
		n, err := strconv.Atoi(s)
		switch {
		case err != nil || n < 1 || n > standards.MonthsPerYear:
			r.fault(colIncomeMonths, wire.CodeNumberRange)
		case per != standards.PerMonth:
			r.fault(colIncomeMonths, wire.CodeNotAllowed)
		default:
			months = n
		}
	}
	add := func(c column, kind standards.IncomeKind) {
		fen, code := wire.ParseFen(r.cell(c))
		if code != "" {
			r.fault(c, code)
			return
		}
		if list == nil {
			list = []assistance.Income{}
		}
		switch {
		case perText == "" && fen != 0:
			r.fault(colIncomePer, wire.CodeRequired)
		case fen != 0:
			list = append(list, assistance.Income{Kind: kind, Amount: standards.Fen(fen, per), Months: months})
		}
	}
	if kind, yuan := r.cell(colIncomeKind), r.cell(colIncomeYuan); kind != "" || yuan != "" {
		k, ok := standards.ParseIncomeKind(incomeWords.word(kind))
		switch {
		case yuan == "":
			r.fault(colIncomeYuan, wire.CodeRequired)
		case kind == "" && yuan != "0":
			r.fault(colIncomeKind, wire.CodeRequired)
		case kind != "" && !ok:
			r.fault(colIncomeKind, wire.CodeNotAValue)
		default:
			add(colIncomeYuan, k)
		}
	}
	for _, w := range wide {
		if r.cell(w.column) != "" {
			add(w.column, w.kind)
		}
	}
	if m == nil && len(list)+len(r.record.Household.Income) > assistance.MaxIncomes || m != nil && len(list)+len(m.Income) > assistance.MaxIncomes {
		r.fault(colIncomeYuan, wire.CodeTooMany)
		return nil
	}
	return list
}
