package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
)

// The most bytes and rows that are read, and the most that a cell may count. No sum over a file is
// more than package eldercare counts.
const (
	maxSize = 32 << 20
	maxRows = 100_000
	maxCell = eldercare.MaxCount / maxRows
)

// byteOrderMark may begin a UTF-8 file. Spreadsheets need it to read Chinese.
const byteOrderMark = "\uFEFF"

// row is one row of the file, and so one institution, one unit or the city. What is not stated is
// the zero Count.
type row struct {
	line    int
	kind    kind
	place   standards.Place
	name    string
	counts  [columns]eldercare.Count
	values  [columns]string // the cells as they stand
	summed  int             // how many listed institutions were added up for what the row does not state; 0: none were
	outOf   eldercare.Count // of listed: how many institutions the unit states
	refused bool            // something of the row is wrong
}

// identity is what no two rows may share. Only institutions are told apart by name.
type identity struct {
	kind  kind
	place standards.Place
	name  string
}

// headers are those of a file as they stand there; empty: there is no such column.
type headers [columns]string

// of returns the header of a column, and where the file has none the one to write.
func (h headers) of(c column) text {
	if h[c] != "" {
		return text{shown(h[c]), shown(h[c])}
	}
	return text{c.Text(standards.Chinese), c.Text(standards.English)}
}

// register is what a file holds: the rows that can be used, and what is wrong with the others.
type register struct {
	headers headers
	rows    []*row
	read    int // rows that state something
	refused int
	faults  []fault
	unused  []fault                   // columns that are not read
	lines   map[identity]int          // on which line who stands
	lostIn  map[standards.Place]int64 // the refused rows of institutions whose unit is known
}

// refuse notes what is wrong with a cell of r. The row takes no part.
func (g *register) refuse(r *row, c column, why text) {
	g.faults = append(g.faults, fault{r.line, g.headers.of(c), r.values[c], why})
	r.refused = true
}

// errText is an error that says what is wrong in both languages: nothing of the file can be used.
type errText struct{ text }

func (e errText) Error() string                 { return e.En }
func (e errText) Text(l standards.Lang) string  { return e.in(l) }
func unusable(zh, en string, args ...any) error { return errText{both(zh, en, args...)} }
func both(zh, en string, args ...any) text {
	return text{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}
func plainText(zh, en string) text { return text{zh, en} }

// readRegister reads a file. It reports an error only where nothing of the file can be used.
func readRegister(file io.Reader) (*register, error) {
	content, err := io.ReadAll(io.LimitReader(file, maxSize+1))
	if err != nil {
		return nil, err
	}
	if len(content) > maxSize {
		return nil, unusable("文件超过 %d MB", "the file is above %d MB", maxSize>>20)
	}
	if !utf8.Valid(content) || bytes.IndexByte(content, 0) >= 0 {
		return nil, unusable("第 %d 行：不是 UTF-8 编码；请在表格软件中“另存为”时选择“CSV UTF-8”",
			`line %d: not UTF-8; in the spreadsheet choose "Save as", and there "CSV UTF-8"`, firstNotUTF8(content))
	}
	cells := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte(byteOrderMark))))
	cells.FieldsPerRecord = -1
	g := &register{lines: map[identity]int{}, lostIn: map[standards.Place]int64{}}
	header, err := cells.Read()
	if err != nil {
		return nil, unusable("没有表头：第一行应是各列的名称（-sample zh 给出样表）",
			"no header: the first row names the columns (-sample en prints a sheet)")
	}
	line, _ := cells.FieldPos(0)
	order, err := g.header(line, header)
	if err != nil {
		return nil, err
	}
	for {
		record, err := cells.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			g.torn(err)
			continue
		}
		if g.read == maxRows {
			return nil, unusable("超过 %d 行", "more than %d rows", maxRows)
		}
		line, _ := cells.FieldPos(0)
		g.add(line, record, order)
	}
	if g.read == 0 {
		return nil, unusable("表头下面没有内容", "nothing stands below the header")
	}
	return g, nil
}

// firstNotUTF8 returns the line on which text stops to be UTF-8.
func firstNotUTF8(content []byte) int {
	at := 0
	for at < len(content) && content[at] != 0 {
		r, size := utf8.DecodeRune(content[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return 1 + bytes.Count(content[:at], []byte("\n"))
}

// header reads the first row. It returns the column of each cell, columns where it is not read.
func (g *register) header(line int, record []string) ([]column, error) {
	order := make([]column, len(record))
	for i, cell := range record {
		cell = strings.TrimSpace(cell)
		c, ok := parseColumn(cell)
		switch {
		case !ok:
			order[i] = columns
			if cell != "" {
				g.unused = append(g.unused, fault{line, text{cell, cell}, "", plainText("没有用到这一列",
					"this column is not read")})
			}
			continue
		case g.headers[c] != "":
			return nil, unusable("第 %[1]d 行：“%[2]s”与“%[3]s”是同一列",
				`line %[1]d: "%[2]s" and "%[3]s" are the same column`, line, shown(g.headers[c]), shown(cell))
		}
		order[i], g.headers[c] = c, cell
	}
	for _, c := range [...]column{colKind, colPlace} {
		if g.headers[c] == "" {
			return nil, unusable("第 %[1]d 行：表头没有“%[2]s”一列；第一行应是各列的名称（-sample zh 给出样表）",
				`line %[1]d: the header has no column "%[3]s"; the first row names the columns (-sample en prints a sheet)`,
				line, c.Text(standards.Chinese), c.String())
		}
	}
	return order, nil
}

// torn notes a row that is no CSV.
func (g *register) torn(err error) {
	f := fault{why: plainText("引号用得不对", "a quotation mark is misplaced")}
	var at *csv.ParseError
	if errors.As(err, &at) {
		f.line = at.StartLine
		if at.Line > at.StartLine {
			f.why = both("引号没有配对，到第 %d 行为止没有读入",
				"a quotation mark is not closed, and nothing was read down to line %d", at.Line)
		}
	}
	g.faults = append(g.faults, f)
	g.read++
	g.refused++
}

// add reads one row. A row without content is left out.
func (g *register) add(line int, record []string, order []column) {
	r := &row{line: line}
	beyond := ""
	for i, cell := range record {
		cell = strings.TrimSpace(cell)
		switch {
		case i >= len(order):
			if cell != "" && beyond == "" {
				beyond = cell
			}
		case order[i] < columns:
			r.values[order[i]] = cell
		}
	}
	if beyond == "" && r.values == [columns]string{} {
		return
	}
	g.read++
	if beyond != "" {
		g.faults = append(g.faults, fault{line, text{}, beyond, both("有 %d 个单元格，表头只有 %d 列",
			"%d cells, and the header has %d columns", len(record), len(order))})
		r.refused = true
	}
	g.whose(r)
	if r.kind != 0 {
		g.facts(r)
	}
	if r.refused {
		g.refused++
		if r.kind == institution && g.lines[r.identity()] == r.line {
			g.lostIn[r.place]++
		}
		return
	}
	g.rows = append(g.rows, r)
}

// whose reads of whom the row is.
func (g *register) whose(r *row) {
	var ok bool
	if r.kind, ok = parseKind(r.values[colKind]); !ok {
		g.refuse(r, colKind, plainText("须写明是养老机构、县市区还是全市", "write institution, district or city"))
		return
	}
	r.name = r.values[colName]
	if r.kind == city {
		r.place = standards.Zhuzhou
		if word := r.values[colPlace]; word != "" && !isCity(word) {
			g.refuse(r, colPlace, plainText("全市一行，此处须留空或写株洲市",
				"in the row of the city leave it blank or write Zhuzhou"))
		}
	} else if p, ok := standards.ParseDivision(r.values[colPlace]); ok {
		r.place = p
	} else {
		g.refuse(r, colPlace, plainText("须是株洲市十个县市区之一", "write one of the ten county-level units"))
	}
	if r.kind == institution && r.name == "" {
		g.refuse(r, colName, plainText("须写明是哪一家机构", "name the institution"))
	}
	if r.place != 0 {
		g.once(r)
	}
}

// isCity reports whether a cell names the city.
func isCity(word string) bool {
	p, ok := standards.Parse[standards.Place](word)
	return ok && p == standards.Zhuzhou
}

// identity returns who the row is of.
func (r *row) identity() identity {
	if r.kind == institution {
		return identity{r.kind, r.place, r.name}
	}
	return identity{kind: r.kind, place: r.place}
}

// once refuses a row of whom an earlier row is. Nobody knows who an institution without a name is.
func (g *register) once(r *row) {
	line, ok := g.lines[r.identity()]
	switch {
	case !ok || r.kind == institution && r.name == "":
		g.lines[r.identity()] = r.line
	case r.kind == institution:
		g.refuse(r, colName, both("与第 %d 行重复", "it already stands on line %d", line))
	default:
		g.refuse(r, colPlace, both("与第 %d 行重复", "it already stands on line %d", line))
	}
}

// facts reads what the row states.
func (g *register) facts(r *row) {
	for c := colMeetsStandard; c < columns; c++ {
		value := r.values[c]
		switch {
		case value == "":
		case !c.askedOf(r.kind):
			g.refuse(r, c, both("%[1]s的行不填此列，请留空",
				"leave it blank in the row of %[2]s", r.kind.Text(standards.Chinese), article[r.kind]))
		case c == colMeetsStandard:
			g.answer(r, value)
		default:
			g.count(r, c, value)
		}
	}
	if r.kind == institution {
		r.counts[colInstitutions] = eldercare.CountOf(1)
		g.partsWithin(r)
	}
}

// article names a kind with its article.
var article = map[kind]string{city: "the city", district: "a district", institution: "an institution"}

func (g *register) answer(r *row, value string) {
	switch {
	case slices.Contains([]string{"是", "符合", "yes"}, strings.ToLower(value)):
		r.counts[colMeeting] = eldercare.CountOf(1)
	case slices.Contains([]string{"否", "不符合", "no"}, strings.ToLower(value)):
		r.counts[colMeeting] = eldercare.CountOf(0)
	default:
		g.refuse(r, colMeetsStandard, plainText("须写“是”或“否”；不清楚的请留空",
			"write yes or no, and leave it blank where it is not known"))
	}
}

func (g *register) count(r *row, c column, value string) {
	n, err := strconv.ParseUint(value, 10, 63)
	switch {
	case errors.Is(err, strconv.ErrRange), err == nil && n > maxCell:
		g.refuse(r, c, both("大于 %d", "above %d", int64(maxCell)))
	case err != nil:
		g.refuse(r, c, plainText("须是 0 或正整数，只写数字；不清楚的请留空",
			"write a whole number in digits alone, and leave it blank where it is not known"))
	default:
		r.counts[c] = eldercare.CountOf(int64(n))
	}
}

// partsWithin refuses a part that is more than its whole.
func (g *register) partsWithin(r *row) {
	for _, p := range parts {
		part, whole, of := r.counts[p.part], r.counts[p.whole], g.headers.of(p.whole)
		if part.Stated() && whole.Stated() && part.Int64() > whole.Int64() {
			g.refuse(r, p.part, both("大于“%[1]s”的 %[3]d", `more than the %[3]d of "%[2]s"`, of.Zh, of.En, whole.Int64()))
		}
	}
}
