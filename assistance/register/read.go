package register

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Record is one household of a register, and what stands in the register beside its facts.
type Record struct {
	Household assistance.Household
	Line      int // of its first row, from 1
	Rows      int // how many rows it has

	// Paid is what the household is paid now, a month. The zero Amount: not stated, or not the same
	// on all rows.
	Paid standards.Amount

	// Kept holds the kept columns of the first row, in the order in which Read was asked for them.
	// KeptOf has those of a member.
	Kept []string

	KeptElse   int // cells of kept columns that differ from Kept and were dropped
	KeptElseOf int // cells of kept columns that differ from KeptOf and were dropped

	// Warnings lists what may be wrong and refuses nobody, such as a person who stands in an
	// earlier household too.
	Warnings Errors

	// Unidentified counts the members without a usable identity number (身份证号). They were not looked
	// for in earlier households.
	Unidentified int

	place  place
	keptOf []string // of each member
}

// KeptOf returns the kept columns of the first row of member i, by the order of members as they
// were read.
func (r *Record) KeptOf(i int) []string {
	n := len(r.Kept)
	if (i+1)*n > len(r.keptOf) {
		return nil
	}
	return r.keptOf[i*n : (i+1)*n]
}

// Households returns the households of records, as caseload.Compare and population.Pack take them.
// It drops the rest of each record, its Warnings too; who needs them ranges over the records.
func Households(records iter.Seq2[Record, error]) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		for r, err := range records {
			if !yield(r.Household, err) {
				return
			}
		}
	}
}

// Read reads the households of a register in CSV. A row is a member, and the rows of a household
// stand together. A repeated member adds another income, and a row without a member is income of
// the household itself. Household cells that are blank on later rows repeat the first.
//
// Columns and values have the format's English words or those that registers use. A column that is
// neither is an error, unless keep names it: what keep names is passed through in [Record.Kept] and
// not read. A day of birth may follow from an identity number, a disability from the number of its
// certificate.
//
// A household that cannot be used is yielded as far as it was understood, with [Errors] that list
// every fault by line, column and value; reading goes on with the next. Every row that is not blank
// is one of the Rows of a Record. A header that cannot be used or is not UTF-8, and an error of r,
// end the sequence.
//
// A row that cannot be read refuses the household in which it stands. Where that is not known, it
// refuses the one before it and the one after it, as either may lack a member. A household whose
// rows come back later is refused, and a person who stands in an earlier household is a warning,
// both as far as they are [Remembered]. A person is known by the identity number: in its own
// column, in the number of the certificate or in place of the name.
//
// The sequence can be used once.
func Read(r io.Reader, keep ...string) iter.Seq2[Record, error] {
	return readRemembering(r, Remembered, keep)
}

// readRemembering is Read with another number of places for what is remembered.
func readRemembering(r io.Reader, places int, keep []string) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		read := &reading{
			scanner:    scanner{r: r, line: 1},
			header:     header{keep: keep, byColumn: new(headers)},
			ids:        newIDs(places),
			people:     newPeople(places),
			dictionary: newDictionary(),
		}
		read.run(yield)
	}
}

// reading is the state of one call of Read.
type reading struct {
	scanner
	header
	dictionary
	ids    *ids
	people *people

	ofHousehold, ofMember []func(*reading, *member) // the takers of the columns that the header has

	cells [][]byte // of the current row
	at    int      // the line of the current row

	open    bool   // whether there is a current household
	record  Record // of the current household, without what pending holds
	pending pending
	faults  Errors
	unified *Error // where the household's hukou is said to be neither urban nor rural
	again   bool   // whether the household had rows before
	first   int    // the line of its first applicant; 0: none
	lost    int    // the line of an unreadable row that may belong to the next household; 0: none

	householdsFull, peopleFull bool // whether it was said that not all are remembered
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
		if !r.takeRow(&row, yield) {
			return
		}
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

// takeRow takes one row, of the current household or of the next. It reports whether to go on.
func (r *reading) takeRow(row *row, yield func(Record, error) bool) bool {
	r.at, r.cells = row.line, row.cells
	if row.fault != "" || !isText(row.raw) {
		return r.unreadable(row, yield)
	}
	if id := r.cell(colHousehold); !r.open || len(id) > 0 && !bytes.Equal(id, r.pending.at(r.pending.id)) {
		if !r.flush(yield) {
			return false
		}
		r.begin(id)
	}
	r.record.Rows++
	r.refuseCellsWithoutHeader()
	for _, take := range r.ofHousehold {
		take(r, nil)
	}
	m := r.takeMember()
	r.keepRow(m)
	r.takeIncomes(m)
	return true
}

// refuseCellsWithoutHeader refuses cells behind the last header or under a blank one.
func (r *reading) refuseCellsWithoutHeader() {
	if len(r.cells) > len(r.names) {
		r.faults = append(r.faults, &Error{Line: r.at, Code: codeCells, Value: strconv.Itoa(len(r.cells))})
	}
	for _, i := range r.unnamed {
		if i < len(r.cells) && len(r.cells[i]) > 0 {
			r.faults = append(r.faults, &Error{Line: r.at, Code: codeCells, Value: string(r.cells[i])})
		}
	}
}

// isText reports whether a row is UTF-8. A row of UTF-16 may be so by accident, but has zero bytes.
func isText(raw []byte) bool { return utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 }

// unreadable takes a row that cannot be read, which may have held a member. It refuses the
// household in which the row stands; where that is not known, the one before it and the one after
// it.
func (r *reading) unreadable(row *row, yield func(Record, error) bool) bool {
	fault := &Error{Line: row.line, Code: row.fault}
	if row.fault == "" {
		fault.Code, fault.Detail = codeEncoding, encodingOf(row.raw)
	}
	id := r.cell(colHousehold)
	known := len(id) > 0 && isText(id)
	if known && (!r.open || !bytes.Equal(id, r.pending.at(r.pending.id))) {
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

// cell returns the cell of a column in the current row, nothing where it is blank.
func (r *reading) cell(c column) []byte {
	if i := r.cellAt[c]; i > 0 && i <= len(r.cells) {
		return r.cells[i-1]
	}
	return nil
}

// cellsAt returns the cell at a position of the current row, nothing where the row is shorter.
func (r *reading) cellsAt(position int) []byte {
	if position < len(r.cells) {
		return r.cells[position]
	}
	return nil
}

// fault refuses the household for a column of the current row.
func (r *reading) fault(c column, code string) {
	r.faults = append(r.faults, r.errorIn(c, code))
}

// warn adds a warning of a column of the current row.
func (r *reading) warn(c column, code string) {
	r.record.Warnings = append(r.record.Warnings, r.errorIn(c, code))
}

// errorIn returns the error of a column in the current row.
func (r *reading) errorIn(c column, code string) *Error {
	e := &Error{Line: r.at, Column: r.byColumn.of(c), Value: string(r.cell(c)), Code: code}
	if code == wire.CodeNotAValue {
		e.Detail = insteadOf(c, r.cell(c))
	}
	return e
}

// row returns the current row, counted from the first row of the household.
func (r *reading) row() int32 { return int32(r.at - r.record.Line) }

// warned reports whether the current household has a warning with this code.
func (r *reading) warned(code string) bool {
	return slices.ContainsFunc(r.record.Warnings, func(w *Error) bool { return w.Code == code })
}
