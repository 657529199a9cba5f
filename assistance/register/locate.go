package register

import (
	"cmp"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// place locates a record in its file.
type place struct {
	headers *headers

	// lines are counted from the first row of the household: linesOfMember for each member, then
	// one for each income. Each takes lineSize bytes, behind the ids and in the same memory.
	lines string
}

// lineSize is the size of an encoded line in bytes.
const lineSize = 4

// The lines that are kept of a member.
const (
	lineOfMember   = iota // the first row, which states the day of birth; complemented where an identity number does
	lineOfSelfCare        // the row that states the self-care
	linesOfMember
)

// headers are the headers of a file by column. The records of a file share them.
type headers struct {
	in    [columnCount]string // as they stand in the file, empty where it has none
	names [columnCount]string // those of the format
}

// newHeaders returns the headers of a file that has none yet.
func newHeaders() *headers {
	h := new(headers)
	for c, names := range columnNames() {
		if len(names) != 0 {
			h.names[c] = names[0]
		}
	}
	return h
}

// of returns the header of a column, or that of another column which states the same. Where the
// file has neither, it returns the name of the column.
func (h *headers) of(c column) string {
	also := noColumn
	switch c {
	case colMember, colBorn:
		also = colIDNumber
	case colCategory, colGrade:
		also = colCertificate
	case colIDNumber:
		also = colMember // a number in place of a name
	case colDivision:
		also = colRegion
	case colIncomeYuan:
		also = cmp.Or(h.firstOf(colOwnMonth, colOwnYear, colOwnTotal), h.firstOf(colFamilyMonth, colFamilyYear, colHeadMonth,
			colHeadYear))
	}
	return cmp.Or(h.in[c], h.in[also], h.names[c])
}

// firstOf returns the first of the columns that the file has.
func (h *headers) firstOf(list ...column) column {
	for _, c := range list {
		if h.in[c] != "" {
			return c
		}
	}
	return noColumn
}

// ofIncome returns the header of a column of incomes; where each kind of income has a column, that
// of the kind.
func (h *headers) ofIncome(c column, kind standards.IncomeKind) string {
	if h.in[c] == "" && (c == colIncomeKind || c == colIncomeYuan) {
		for _, w := range incomeColumns {
			if w.kind == kind && h.in[w.column] != "" {
				c = w.column
			}
		}
	}
	return h.of(c)
}

// columnOfField returns the column that states a field of the household or of a member, by its
// path.
func columnOfField(path string, ofMember bool) (column, bool) {
	if path == "income" {
		return colIncomeYuan, true
	}
	for _, f := range fieldOf {
		if f.field == path && f.ofMember == ofMember {
			return f.column, true
		}
	}
	return noColumn, false
}

// incomeFields are the columns of the fields of an income, by path.
var incomeFields = map[string]column{
	"kind":   colIncomeKind,
	"yuan":   colIncomeYuan,
	"per":    colIncomePer,
	"months": colIncomeMonths,
}

// Locate returns the [assistance.Errors] of a household as [Errors], each fault with its line,
// column and value. The household has the members and incomes that were read, in their order.
//
// It returns any other error as it is; also the error of a field that no column states, of a
// household with more or fewer members or incomes than were read, and of a record that is not from
// CSV.
func (r *Record) Locate(err error) error {
	if r == nil || r.place.headers == nil || !r.asRead() {
		return err
	}
	var faults assistance.Errors
	if !errors.As(err, &faults) {
		return err
	}
	located := make(Errors, len(faults))
	for i, f := range faults {
		line, column, ok := r.locate(f.Path)
		if !ok {
			return err
		}
		located[i] = &Error{Line: line, Column: column, Value: f.Value, Code: f.Code}
	}
	return located
}

// asRead reports whether the household has as many members and incomes as were read.
func (r *Record) asRead() bool {
	incomes := len(r.Household.Income)
	for i := range r.Household.Members {
		incomes += len(r.Household.Members[i].Income)
	}
	return len(r.place.lines) == (linesOfMember*len(r.Household.Members)+incomes)*lineSize
}

// locate returns the line and the header of the field at path, and whether a column states it.
func (r *Record) locate(path string) (line int, header string, ok bool) {
	h := &r.Household
	list, i, field := element(path)
	switch {
	case path == "members":
		return r.Line, r.place.headers.of(colMember), true
	case list == "":
		c, ok := columnOfField(path, false)
		return r.Line, r.place.headers.of(c), ok
	case list == "income" && i < len(h.Income):
		return r.locateIncome(h.Income[i].Kind, i, field)
	case list == "members" && i < len(h.Members):
		return r.locateMember(i, field)
	}
	return 0, "", false
}

// locateMember is locate for a field of member i.
func (r *Record) locateMember(i int, path string) (line int, header string, ok bool) {
	h := &r.Household
	switch list, j, field := element(path); {
	case list == "cannot":
		path = list
	case list == "income" && j < len(h.Members[i].Income):
		kind := h.Members[i].Income[j].Kind
		for _, m := range h.Members[:i] {
			j += len(m.Income)
		}
		return r.locateIncome(kind, len(h.Income)+j, field)
	}
	c, _ := columnOfField(path, true)
	line, numbered := r.lineOf(i, lineOfMember)
	switch {
	case c == colBorn && numbered:
		c = colIDNumber
	case c == colSelfCare:
		line, _ = r.lineOf(i, lineOfSelfCare)
	}
	return line, r.place.headers.of(c), c != noColumn
}

// locateIncome is locate for a field of income i, counting those of the household and then those of
// its members.
func (r *Record) locateIncome(kind standards.IncomeKind, i int, field string) (line int, header string, ok bool) {
	c, ok := incomeFields[field]
	line, _ = r.lineAt(linesOfMember*len(r.Household.Members) + i)
	return line, r.place.headers.ofIncome(c, kind), ok
}

// lineOf returns one of the lines that are kept of member i, and whether it is complemented.
func (r *Record) lineOf(i, which int) (line int, complement bool) {
	return r.lineAt(linesOfMember*i + which)
}

// lineAt returns the line that is kept at i, and whether it is complemented.
func (r *Record) lineAt(i int) (line int, complement bool) {
	n := int32(binary.LittleEndian.Uint32([]byte(r.place.lines[i*lineSize:])))
	if n < 0 {
		return r.Line + int(^n), true
	}
	return r.Line + int(n), false
}

// element cuts the path of a field of an element, such as members[2].born, into the list, the index
// and the field. Of any other path the list is empty.
func element(path string) (list string, i int, field string) {
	before, rest, _ := strings.Cut(path, "[")
	index, rest, closed := strings.Cut(rest, "]")
	i, err := strconv.Atoi(index)
	if !closed || err != nil || i < 0 || strings.Contains(before, ".") {
		return
	}
	return before, i, strings.TrimPrefix(rest, ".")
}
