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

	// Paid holds the payment of the household now, a month, in all, and PaidOf that of one
	// benefit. The zero Amount: not stated, or not the same on all rows.
	Paid   standards.Amount
	PaidOf PaidOf

	// Claims holds what the register says of a household and the rows are checked against.
	Claims Claims

	// Benefit names the support as the register does, where it does.
	Benefit string

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
// were read, nil where there is no such member.
func (r *Record) KeptOf(i int) []string {
	if r == nil {
		return nil
	}
	n := len(r.Kept)
	if i < 0 || n == 0 || i >= len(r.keptOf)/n {
		return nil
	}
	return r.keptOf[i*n : (i+1)*n]
}

// PaidOf holds the payment of each benefit to a household now, a month.
type PaidOf struct{ Dibao, Living, Nursing, Tekun, Other standards.Amount }

// Claims are counts and sums of a household as a register states them. Zero: not stated.
type Claims struct {
	People, Covered         int
	FamilyMonth, FamilyYear standards.Amount // income of the family
	HeadMonth, HeadYear     standards.Amount // and per head
}

// Households returns the households of records, as caseload.Compare and population.Pack take them.
// It drops the rest of each record, its Warnings too; who needs them ranges over the records.
func Households(records iter.Seq2[Record, error]) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		if records == nil {
			yield(assistance.Household{}, wire.Missing("records"))
			return
		}
		for r, err := range records {
			if !yield(r.Household, err) {
				return
			}
		}
	}
}

// File is a register whose header was read.
type File struct {
	Level      Level
	Kind       string   // the encoding, such as "UTF-8"; "" of rows that were cut already
	Separator  string   // between cells; "" of rows that were cut already
	HeaderLine int      // on which the header stands, from 1
	Kept       []string // the headers of what [Record.Kept] holds, in its order

	reading *reading
	err     error
}

// Skipped counts the rows that are no part of a household.
type Skipped struct {
	Blank   int `json:"blank"`
	Titles  int `json:"titles"`  // above the header, and a second row of it
	Headers int `json:"headers"` // the header once more
	Totals  int `json:"totals"`  // sums of the rows above
	Signed  int `json:"signed"`  // by whom the register was made, and notes
}

// Rows returns how many they are, without those that are blank.
func (s Skipped) Rows() int { return s.Titles + s.Headers + s.Totals + s.Signed }

// Open reads the header of a register that is text with separators: UTF-8 or UTF-16, and commas,
// tabs, semicolons, Chinese commas or bars, which are found. What is wrong with the header is the
// error of the first record, and of [File.Err].
func Open(r io.Reader, options Options) *File { return open(r, Remembered, options) }

// OpenRows is Open for rows that are cut into cells already, such as those of a sheet. Faults name
// the cell. An error of rows ends the reading. The rows are stopped where the header cannot be used,
// and else when [File.Records] ends, which has to be ranged over.
func OpenRows(rows iter.Seq2[Row, error], options Options) *File {
	f := newFile(Remembered, options)
	f.reading.inSheet = true
	if rows == nil {
		f.err = wire.Missing("rows")
		return f
	}
	f.reading.rows = newSheet(rows)
	if f.err = f.reading.readHeader(); f.err != nil {
		f.reading.rows.stop()
	}
	return f
}

func open(r io.Reader, places int, options Options) *File {
	f := newFile(places, options)
	if r == nil {
		f.err = wire.Missing("reader")
		return f
	}
	head, err := readHead(r)
	rest := io.MultiReader(bytes.NewReader(head), r)
	switch f.Kind = KindOf(head); f.Kind {
	case "UTF-16LE", "UTF-16BE":
		decoded := &fromUTF16{r: rest, low: f.Kind == "UTF-16LE"}
		head, err = readHead(decoded)
		rest = io.MultiReader(bytes.NewReader(head), decoded)
	case "UTF-8", "GB18030", "":
	default:
		f.err = Errors{{Line: 1, Code: codeNoText, Detail: f.Kind}}
		return f
	}
	if err != nil {
		rest = io.MultiReader(bytes.NewReader(head), failing{err})
	}
	f.Separator = f.reading.directory.separatorOf(head)
	f.reading.rows = &scanner{r: rest, line: 1, separator: f.Separator}
	f.err = f.reading.readHeader()
	return f
}

// failing is a reader that is at its end, or fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func newFile(places int, options Options) *File {
	f := new(File)
	f.reading = &reading{
		file:       f,
		header:     header{keep: options.Keep, options: options, directory: newDirectory(), byColumn: newHeaders()},
		ids:        newIDs(places),
		people:     newPeople(places),
		dictionary: newDictionary(),
	}
	return f
}

// Err returns what is wrong with the header, nil where the register can be read.
func (f *File) Err() error {
	if f == nil || f.reading == nil {
		return wire.Missing("register")
	}
	return f.err
}

// Skipped counts the rows that were left out so far.
func (f *File) Skipped() Skipped {
	if f == nil || f.reading == nil {
		return Skipped{}
	}
	s := f.reading.skipped
	if f.reading.rows != nil {
		s.Blank = f.reading.rows.skipped()
	}
	return s
}

// HeaderOf returns the header under which the file states what the format calls name, such as
// "division", and "" where it does not.
func (f *File) HeaderOf(name string) string {
	if f == nil || f.reading == nil {
		return ""
	}
	return f.reading.byColumn.in[f.reading.directory[name]]
}

// Records reads the rows behind the header. The sequence can be used once.
//
// A household that cannot be used is yielded as far as it was understood, with [Errors] that list
// every fault by line, column and value; reading goes on with the next. Every row that is not blank
// is one of the Rows of a Record, or is counted in [File.Skipped]. A header that cannot be used,
// and an error of the source, end the sequence.
//
// A row that cannot be read refuses the household in which it stands. Where that is not known, it
// refuses the one before it and the one after it, as either may lack a member. A household whose
// rows come back later is refused, and a person who stands in an earlier household is a warning,
// both as far as they are [Remembered]. A person is known by the identity number: in its own
// column, in the number of the certificate or in place of the name.
func (f *File) Records() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if err := f.Err(); err != nil {
			yield(Record{Line: 1}, err)
			return
		}
		defer f.reading.rows.stop()
		f.reading.run(yield)
	}
}

// Read reads the households of a register, of which a row is a member; the rows of a household
// stand together. It is [Open] and [File.Records], and a register of another [Level] is refused.
//
// A repeated member adds another income, and a row without a member is income of the household
// itself. Household cells that are blank on later rows repeat the first. Columns and values have
// the format's English words or those that registers use. A day of birth may follow from an
// identity number, a disability from the number of its certificate. A column that carries nothing
// that decides is passed through; one that does, and is not known, refuses the file.
func Read(r io.Reader, keep ...string) iter.Seq2[Record, error] {
	return OfPeople(Open(r, Options{Keep: keep}))
}

// OfPeople returns the records of a file whose rows are people of households. A file of another
// [Level] is refused.
func OfPeople(f *File) iter.Seq2[Record, error] {
	if f.Err() == nil && f.Level != LevelMembers {
		f.err = Errors{{Line: f.HeaderLine, Code: codeLevel}}
		f.reading.rows.stop()
	}
	return f.Records()
}

// reading is the state of one call of Read.
type reading struct {
	file    *File
	rows    source
	held    *row // that comes next, where it was read already
	inSheet bool // whether faults name the cell
	skipped Skipped
	sums    []int64 // of the columns of amounts and counts, by position; nil: the file has none
	summed  []int   // the positions of these columns

	paidHeaders []string // of the columns that say what is paid
	claiming    bool     // whether the file states totals or counts
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
	unified *Error  // where the household's hukou is said to be neither urban nor rural
	again   bool    // whether the household had rows before
	claims  []claim // its figures that are checked
	first   int     // the line of its first applicant; 0: none
	lost    bool    // whether an unreadable row may belong to the next household

	householdsFull, peopleFull bool // whether it was said that not all are remembered
}

func (r *reading) run(yield func(Record, error) bool) {
	for {
		row, ok := r.nextRow()
		if !ok {
			break
		}
		if !r.takeRow(&row, yield) {
			return
		}
	}
	line, err := r.rows.where()
	if r.open && err != io.EOF { // its other rows could not be read
		r.faults = append(r.faults, &Error{Line: line, Code: wire.CodeTruncated})
	}
	if !r.flush(yield) {
		return
	}
	if err != io.EOF {
		yield(Record{Line: line}, fmt.Errorf("line %d: %w", line, err))
	}
}

// nextRow returns the next row.
func (r *reading) nextRow() (row, bool) {
	if held := r.held; held != nil {
		r.held = nil
		return *held, true
	}
	return r.rows.next()
}

// takeRow takes one row, of the current household or of the next. It reports whether to go on.
func (r *reading) takeRow(row *row, yield func(Record, error) bool) bool {
	r.at, r.cells = row.line, row.cells
	if row.fault != "" || !isText(row.raw) {
		return r.unreadable(row, yield)
	}
	if r.isNoHousehold() {
		return true
	}
	if id := r.cell(colHousehold); !r.open || r.level != LevelMembers || len(id) > 0 &&
		!bytes.Equal(id, r.pending.at(r.pending.id)) {
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
	if r.level == LevelHouseholds {
		return true // what is kept of its one row was kept when it began
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
		r.lost = true
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
	if r.inSheet && r.cellAt[c] > 0 {
		e.Cell = cellName(r.cellAt[c]-1, r.at)
	}
	if code == wire.CodeNotAValue {
		e.Detail = insteadOf(c, r.cell(c))
	}
	return e
}

// errorAt returns the error of the cell at a position in the current row.
func (r *reading) errorAt(position int, code string) *Error {
	e := &Error{Line: r.at, Column: r.names[position], Value: string(r.cellsAt(position)), Code: code}
	if r.inSheet {
		e.Cell = cellName(position, r.at)
	}
	return e
}

// row returns the current row, counted from the first row of the household.
func (r *reading) row() int32 { return int32(r.at - r.record.Line) }

// warned reports whether the current household has a warning with this code.
func (r *reading) warned(code string) bool {
	return slices.ContainsFunc(r.record.Warnings, func(w *Error) bool { return w.Code == code })
}
