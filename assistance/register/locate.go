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

// place is where a record stands in its file.
type place struct {
	headers *headers
	lines   string // counted from the first row of the household: linesOfMember for each member, then one for each income
}

// lineSize is how many bytes of the lines a line takes. They stand behind the ids, in the same memory.
const lineSize = 4

// What stands in the lines of a member.
const (
	lineOfMember   = iota // his first row, which states his day of birth; its complement where his identity number does
	lineOfSelfCare        // the row that states his self-care
	linesOfMember
)

// headers are the headers of a file by column, empty where it has none. The records of a file share them.
type headers [columnCount]string

// of is the header of a column, or of the column that states the same where the file has only that; the name of the column where it has neither.
func (h *headers) of(c column) string {
	also := noColumn
	switch c {
	case colMember, colBorn:
		also = colIDNumber
	case colCategory, colGrade:
		also = colCertificate
	case colIDNumber:
		also = colMember // a number in place of a name
	}
	return cmp.Or(h[c], h[also], c.String())
}

// ofIncome is the header of a column of incomes; where each kind has a column of its own, that of the kind.
func (h *headers) ofIncome(c column, kind standards.IncomeKind) string {
	if h[c] == "" && (c == colIncomeKind || c == colIncomeYuan) {
		for _, w := range wide {
			if w.kind == kind {
				c = w.column
			}
		}
	}
	return h.of(c)
}

// Fields by their paths: those of a household, of a member and of an income, and the columns that state them.
var (
	householdFields = map[string]column{"id": colHousehold, "division": colDivision, "residence": colResidence, "property": colProperty, "onDibao": colOnDibao,
		"weight": colWeight, "jobCosts": colJobCosts, "members": colMember, "income": colIncomeYuan}
	memberFields = map[string]column{"id": colMember, "born": colBorn, "residence": colMemberResidence, "division": colMemberDivision, "property": colOwnProperty,
		"counted": colCounted, "relation": colRelation, "absence": colAbsence, "income": colIncomeYuan, "disability.category": colCategory,
		"disability.grade": colGrade, "disability.longTermCare": colLongTermCare, "seriousIllness": colSeriousIllness, "support": colSupport, "cannot": colCannot,
		"selfCare": colSelfCare, "placement": colPlacement, "workInjuryNursing": colWorkInjury, "childScheme": colChildScheme,
		"livingAllowance": colLivingAllowance, "nursingAllowance": colNursingAllowance}
	incomeFields = map[string]column{"kind": colIncomeKind, "yuan": colIncomeYuan, "per": colIncomePer, "months": colIncomeMonths}
)

// Locate returns err, if it is [assistance.Errors] of the household of r, as Errors: of each fault the line, the column and the value. The
// household has the members and incomes that were read, in their order. An error of another kind, one of a field that no column states, one of
// a household with more or fewer members or incomes than were read, and one of a record that is not from CSV, is returned as it is.
func (r *Record) Locate(err error) error {
	if err == nil || r.place.headers == nil || !r.asRead() {
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

// locate finds the line and the header of the field at path, and reports whether a column states it.
func (r *Record) locate(path string) (line int, header string, ok bool) {
	h := &r.Household
	list, i, field := element(path)
	switch {
	case list == "":
		c, ok := householdFields[path]
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
	c, ok := memberFields[path]
	line, numbered := r.row(linesOfMember*i + lineOfMember)
	switch {
	case c == colBorn && numbered:
		c = colIDNumber
	case c == colSelfCare:
		line, _ = r.row(linesOfMember*i + lineOfSelfCare)
	}
	return line, r.place.headers.of(c), ok
}

// locateIncome is locate for a field of income i of all: those of the household, then those of its members.
func (r *Record) locateIncome(kind standards.IncomeKind, i int, field string) (line int, header string, ok bool) {
	c, ok := incomeFields[field]
	line, _ = r.row(linesOfMember*len(r.Household.Members) + i)
	return line, r.place.headers.ofIncome(c, kind), ok
}

// row is the line that stands at i, and whether its complement does. What was not read is on the first row of the household.
func (r *Record) row(i int) (line int, complement bool) {
	if (i+1)*lineSize > len(r.place.lines) {
		return r.Line, false
	}
	n := int32(binary.LittleEndian.Uint32([]byte(r.place.lines[i*lineSize:])))
	if n < 0 {
		return r.Line + int(^n), true
	}
	return r.Line + int(n), false
}

// element cuts the path of a field of an element, such as members[2].born, into the list, the index and the field. Of any other path the list
// is empty.
func element(path string) (list string, i int, field string) {
	list, rest, ok := strings.Cut(path, "[")
	index, rest, closed := strings.Cut(rest, "]")
	i, err := strconv.Atoi(index)
	if !ok || !closed || err != nil || i < 0 || strings.Contains(list, ".") {
		return "", 0, ""
	}
	return list, i, strings.TrimPrefix(rest, ".")
}
