package register

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// header is the header of a register: which column stands where.
type header struct {
	options   Options
	directory directory
	level     Level
	keep      []string         // the names of the columns to pass through
	names     []string         // as they stand in the file
	byColumn  *headers         // the same by column
	kept      []int            // the position of each of keep
	unnamed   []int            // the positions of blank names
	cellAt    [columnCount]int // 1 + the position of a column; 0: the file has none
	perOf     [columnCount]standards.Period
	many      []placed // the positions of columns that may stand more than once
	headIsID  bool     // whether the name of the head tells households apart
}

// placed is a column that may stand more than once, and where it stands.
type placed struct {
	column   column
	position int
}

// maxTitles limits the rows above the header.
const maxTitles = 20

// titleCells is the most cells that a row above the header has.
const titleCells = 4

// readHeader finds the header and reads it.
func (r *reading) readHeader() error {
	for titles := 0; ; titles++ {
		row, ok := r.rows.next()
		if !ok {
			return r.noHeader(titles)
		}
		if fault := headerFault(&row); fault != nil {
			return Errors{fault}
		}
		if titles < maxTitles && r.isTitle(row.cells) {
			r.skipped.Titles++
			continue
		}
		r.file.HeaderLine = row.line
		if r.takeNames(row.cells) {
			r.joinSecond()
		}
		return r.useHeader()
	}
}

// noHeader returns why there is no header behind so many titles.
func (r *reading) noHeader(titles int) error {
	if _, err := r.rows.where(); err != io.EOF {
		return err
	}
	if titles > 0 {
		return Errors{{Line: 1, Code: codeNoHeader}}
	}
	return Errors{{Line: 1, Code: wire.CodeEmptyInput}}
}

// headerFault returns what is wrong with a row of the header as text.
func headerFault(row *row) *Error {
	switch {
	case !isText(row.raw):
		return &Error{Line: row.line, Code: codeEncoding, Detail: encodingOf(row.raw)}
	case row.fault != "":
		return &Error{Line: row.line, Code: row.fault}
	case slices.ContainsFunc(row.cells, hasReturn):
		return &Error{Line: row.line, Code: codeLineBreak}
	}
	return nil
}

// isTitle reports whether a row above the header is none: it has few cells, and no known headers.
func (r *reading) isTitle(cells [][]byte) bool {
	stated := 0
	for _, cell := range cells {
		if len(cell) == 0 {
			continue
		}
		stated++
		if c, _ := r.columnOf(string(cell)); c != noColumn || bytes.ContainsAny(cell, ";\t|，；") {
			return false
		}
	}
	return stated <= titleCells && (stated == 1 || len(cells) > stated)
}

// columnOf returns the column of a header, by what the caller says of it or by its name. A unit or
// a period in the header holds for what the caller says too.
func (h *header) columnOf(name string) (column, standards.Period) {
	ours, ok := h.options.named(name)
	if !ok {
		return h.directory.find(name)
	}
	c, per := h.directory.find(ours)
	stated := headingOf(name)
	if stated.per == 0 {
		stated.per = per
	}
	stated.odd = stated.odd || per != 0 && per != stated.per
	return c.with(stated)
}

// takeNames takes the names of the columns. It reports whether the next row may be a second one of
// the header: some names are missing.
func (r *reading) takeNames(cells [][]byte) bool {
	missing := false
	for i, cell := range cells {
		r.names = append(r.names, string(cell))
		missing = missing || len(cell) == 0 && i > 0
	}
	return missing
}

// joinSecond joins the next row to the names where it is a second one of the header: its cells
// stand where names are missing, or where the group before them begins, and nowhere else. Otherwise
// the row is held back.
func (r *reading) joinSecond() {
	row, ok := r.rows.next()
	if !ok {
		return
	}
	r.held = &row
	if row.fault != "" || !isText(row.raw) || len(row.cells) > len(r.names) {
		return
	}
	joined, group := slices.Clone(r.names), ""
	for i := range r.names {
		if r.names[i] != "" {
			group = r.names[i]
		}
		part := ""
		if i < len(row.cells) {
			part = string(row.cells[i])
		}
		opens := r.names[i] != "" && i+1 < len(r.names) && r.names[i+1] == "" // a group
		switch {
		case part == "" && (r.names[i] == "" || opens), part != "" && r.names[i] != "" && !opens, isAmount(part):
			return
		case part != "":
			joined[i] = group + "." + part
		}
	}
	r.names, r.held = joined, nil
	r.skipped.Titles++
}

// isAmount reports whether a cell has a digit and nothing but numbers.
func isAmount(cell string) bool {
	return cell != "" && strings.Trim(cell, "0123456789.,-") == ""
}

// useHeader finds the columns, and prepares to take them.
func (r *reading) useHeader() error {
	faults := r.findColumns(r.file.HeaderLine)
	r.file.Level, r.file.Kept = r.level, r.keep
	if faults != nil {
		return faults
	}
	if asksWhetherWithin(r.byColumn.of(colProperty)) {
		r.property = newWords(propertyWords, parseWithin)
	}
	if asksWhetherWithin(r.byColumn.of(colOwnProperty)) {
		r.ownProperty = newWords(propertyWords, parseWithin)
	}
	if r.summed = r.prepareSums(); r.summed != nil {
		r.sums = make([]int64, len(r.summed))
	}
	for _, c := range [...]column{colPaid, colPaidDibao, colPaidLiving, colPaidNursing, colPaidTekun} {
		if r.cellAt[c] != 0 {
			r.paidHeaders = append(r.paidHeaders, r.byColumn.in[c])
		}
	}
	r.claiming = r.has(colOwnMonth, colOwnYear, colOwnTotal, colFamilyMonth, colFamilyYear, colHeadMonth, colHeadYear,
		colPeople, colCovered, colIsCovered, colPaid)
	r.ofHousehold, r.ofMember = r.inHeader(householdTakers[:]), r.inHeader(memberTakers[:])
	return nil
}

// hasReturn reports whether a cell has a carriage return in it that is no part of a line break.
func hasReturn(cell []byte) bool {
	return bytes.Count(cell, []byte("\r")) > bytes.Count(cell, []byte("\r\n"))
}

// findColumns finds the position of each column and what the rows are. It returns the faults of the
// header on this line.
func (h *header) findColumns(line int) Errors {
	var faults, carried Errors
	fault := func(name, code, detail string) {
		e := &Error{Line: line, Column: name, Code: code, Detail: detail}
		if _, mapped := h.options.named(name); code == codeCarries || code == codeUnit && !mapped {
			carried = append(carried, e)
			return
		}
		faults = append(faults, e)
	}
	asked := h.keep
	h.keep = nil
	for at, name := range asked {
		i := slices.Index(h.names, name)
		switch {
		case i < 0:
			fault(name, codeNoColumn, "")
		case slices.Contains(asked[:at], name):
			fault(name, codeColumnTwice, "") // Keep names it twice
		case slices.Contains(h.names[i+1:], name):
			fault(name, codeColumnTwice, "")
		}
		h.passThrough(name, max(i, 0))
	}
	for i, name := range h.names {
		h.findColumn(i, name, slices.Contains(asked, name), fault)
	}
	h.readBesideKinds(asked, fault)
	h.level = h.levelOf()
	if h.level == LevelMembers || h.level == LevelCertificates && h.carriesDisability(carried) {
		faults = append(faults, carried...)
	}
	h.chooseID()
	h.require(fault)
	return faults
}

// carriesDisability reports whether one of the columns that are no columns carries disability.
func (h *header) carriesDisability(faults Errors) bool {
	return slices.ContainsFunc(faults, func(e *Error) bool { return carries(e.Column) == &carrying[0] })
}

func (h *header) passThrough(name string, position int) {
	h.keep, h.kept = append(h.keep, name), append(h.kept, position)
}

// findColumn finds which column the name at position i is.
func (h *header) findColumn(i int, name string, asked bool, fault func(name, code, detail string)) {
	c, per := h.columnOf(name)
	ours, mapped := h.options.named(name)
	switch {
	case name == "":
		h.unnamed = append(h.unnamed, i)
	case mapped && !h.directory.knows(ours):
		fault(name, codeUnknownColumn, ours)
	case c == noColumn && (mapped || h.directory.decides(name)):
		fault(name, codeUnit, "")
	case c == noColumn && carries(name) != nil && !isPlain(name):
		fault(name, codeCarries, "")
	case c == noColumn || c == colPlain:
		if !asked {
			h.passThrough(name, i)
		}
	case c == colSerial:
	case (c == colHead || c == colHeadNumber) && h.cellAt[c] != 0: // the applicant beside the head
		if !asked {
			h.passThrough(name, i)
		}
	case c == colBenefit || c == colHealth || c == colPaidOther:
		h.many = append(h.many, placed{c, i})
		h.cellAt[c], h.byColumn.in[c] = i+1, name
		if c == colBenefit && !asked {
			h.passThrough(name, i)
		}
	case h.cellAt[c] != 0:
		fault(name, codeColumnTwice, h.names[h.cellAt[c]-1])
	default:
		h.cellAt[c], h.byColumn.in[c], h.perOf[c] = i+1, name, per
		if c == colSource && !asked {
			h.passThrough(name, i)
		}
	}
}

// besideKinds are the headers that mean something beside kinds of income alone.
var besideKinds = map[string]column{"合计": colOwnTotal, "小计": colOwnTotal, "其他": colOther, "其它": colOther}

// readBesideKinds reads the headers that mean something beside kinds of income alone: 合计 and 其他. A
// second 合计 is that of something else.
func (h *header) readBesideKinds(asked []string, fault func(name, code, detail string)) {
	if !h.has(colWages, colBusiness, colPropertyIncome, colTransfer) {
		return
	}
	for i, name := range h.names {
		if known, _ := h.columnOf(name); known != noColumn {
			continue // by what the caller says of it
		}
		c, stated := noColumn, headingOf(name)
		for _, one := range append(stated.withoutPeriod(), stated) {
			if found, ok := besideKinds[one.name]; ok {
				c, stated = found, one
			}
		}
		switch {
		case c == noColumn, c == colOwnTotal && h.cellAt[c] != 0:
		case h.cellAt[c] != 0:
			fault(name, codeCarries, "")
		case stated.odd:
			fault(name, codeUnit, "")
		default:
			h.cellAt[c], h.byColumn.in[c], h.perOf[c] = i+1, name, stated.per
			if !slices.Contains(asked, name) {
				h.dropKept(i)
			}
		}
	}
}

func (h *header) dropKept(position int) {
	if n := slices.Index(h.kept, position); n >= 0 {
		h.keep, h.kept = slices.Delete(h.keep, n, n+1), slices.Delete(h.kept, n, n+1)
	}
}

// has reports whether the file has one of the columns.
func (h *header) has(list ...column) bool {
	return slices.ContainsFunc(list, func(c column) bool { return h.cellAt[c] != 0 })
}

// chooseID chooses the column that tells households apart.
func (h *header) chooseID() {
	candidates := []column{colHousehold, colHeadNumber, colDibaoNumber, colHead}
	switch h.level {
	case LevelHouseholds:
		candidates = []column{colHousehold, colDibaoNumber, colHeadNumber, colIDNumber, colHead, colMember}
	case LevelCertificates:
		candidates = []column{colIDNumber, colCertificate, colMember}
	}
	for _, c := range candidates {
		if h.cellAt[c] == 0 {
			continue
		}
		if c != colHousehold {
			h.cellAt[colHousehold], h.byColumn.in[colHousehold] = h.cellAt[c], h.byColumn.in[c]
		}
		h.headIsID = c == colHead && h.level == LevelMembers
		break
	}
	for _, c := range [...]column{colHead, colDibaoNumber} { // names that tell the clerk who it is
		at := h.cellAt[c] - 1
		if at >= 0 && at != h.cellAt[colHousehold]-1 && !slices.Contains(h.kept, at) {
			h.passThrough(h.names[at], at)
		}
	}
}

// require faults what is missing.
func (h *header) require(fault func(name, code, detail string)) {
	if h.level == LevelUnusable {
		fault("", codeExtract, "")
		return
	}
	if h.level == LevelUnkeyed {
		fault("", codeNoHousehold, "")
	}
	if h.level == LevelMembers && !h.has(colMember, colIDNumber) {
		fault(h.byColumn.names[colMember], codeNoColumn, "")
	}
	if !h.has(colDivision, colRegion) && h.options.Division == 0 {
		fault("", codeNoDivision, "")
	}
	if h.level != LevelMembers {
		return
	}
	for _, c := range [...]column{colFamilyIncome, colPerHead} {
		if h.cellAt[c] != 0 {
			fault(h.byColumn.in[c], codePeriod, c.periods())
		}
	}
}

// periods says which headers state the period of a column whose header does not.
func (c column) periods() string {
	for _, open := range openColumns {
		if open.column == c {
			return open.says.Zh
		}
	}
	return ""
}
