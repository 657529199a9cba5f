package main

import (
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/openminzheng/zhuzhou/examples/internal/desk"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// book is a workbook that is written row by row.
type book struct {
	titles                       [4]string // of the sheets, and of one that is a register
	file                         *excelize.File
	decisions, summary, refusals sheet
	kinds                        []desk.Kind
	head, yuan                   int // the styles of headers and of amounts
}

// sheet is a sheet of it.
type sheet struct {
	*excelize.StreamWriter
	rows int // that were written
}

// newBook returns a workbook where the name of the file is one in .xlsx, else nil.
func newBook(name string, l standards.Lang) (desk.Book, error) {
	if !strings.EqualFold(filepath.Ext(name), ".xlsx") {
		return nil, nil
	}
	titles := [...]string{l.In("审核结果", "decisions"), l.In("汇总", "summary"), l.In("未能审核", "refused"),
		l.In("登记表", "register")}
	b := &book{file: excelize.NewFile(), titles: titles}
	err := b.file.SetSheetName("Sheet1", titles[0])
	for i, s := range []*sheet{&b.decisions, &b.summary, &b.refusals} {
		if i > 0 && err == nil {
			_, err = b.file.NewSheet(titles[i])
		}
		if err == nil {
			s.StreamWriter, err = b.file.NewStreamWriter(titles[i])
		}
	}
	if err == nil {
		b.head, err = b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true},
			Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}})
	}
	if err == nil {
		const twoDecimals = 2 // 0.00
		b.yuan, err = b.file.NewStyle(&excelize.Style{NumFmt: twoDecimals})
	}
	if err == nil {
		err = b.summary.SetColWidth(1, 1, wideColumn)
	}
	if err == nil {
		err = b.refusals.begin(b.head, []desk.Column{{Header: l.In("户编号", "household")},
			{Header: l.In("行", "row"), Kind: desk.Count},
			{Header: l.In("列", "column")}, {Header: l.In("单元格", "cell")}, {Header: l.In("原因", "reason")}}, wideColumn)
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// The widths of columns, in characters.
const (
	countColumn = 8
	yuanColumn  = 13
	textColumn  = 18
	wideColumn  = 100
)

// begin writes the header of a sheet, which stays in sight. The last column has its own width.
func (s *sheet) begin(style int, columns []desk.Column, last float64) error {
	var errs []error
	cells := make([]any, len(columns))
	for i, c := range columns {
		cells[i] = excelize.Cell{StyleID: style, Value: cellOf(c.Header)}
		width := [...]float64{desk.Text: textColumn, desk.Count: countColumn, desk.Yuan: yuanColumn}[c.Kind]
		if i == len(columns)-1 {
			width = last
		}
		errs = append(errs, s.SetColWidth(i+1, i+1, width))
	}
	errs = append(errs, s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		s.add(cells))
	return errors.Join(errs...)
}

// add writes one row.
func (s *sheet) add(cells []any) error {
	s.rows++
	return s.SetRow("A"+strconv.Itoa(s.rows), cells)
}

// Header writes the header of the decisions.
func (b *book) Header(columns []desk.Column) error {
	for _, c := range columns {
		b.kinds = append(b.kinds, c.Kind)
	}
	return b.decisions.begin(b.head, columns, textColumn)
}

// Row writes a row of the decisions: numbers as numbers, all else as text.
func (b *book) Row(cells []string) error {
	row := make([]any, len(cells))
	for i, text := range cells {
		var err error
		if row[i], err = b.value(text, i); err != nil {
			return err
		}
	}
	return b.decisions.add(row)
}

// value is a cell of the decisions.
func (b *book) value(text string, column int) (any, error) {
	switch {
	case text == "":
		return nil, nil
	case b.kinds[column] == desk.Count:
		return strconv.ParseInt(text, 10, 64)
	case b.kinds[column] != desk.Yuan:
		return cellOf(text), nil
	case len(text) > len("-999999999999.99"): // a spreadsheet would not keep the last digits
		return text, nil
	}
	n, err := strconv.ParseFloat(text, 64)
	return excelize.Cell{StyleID: b.yuan, Value: n}, err
}

// mostOfCell is how many characters of a text are written into a cell, which holds 32,767 units of
// UTF-16.
const mostOfCell = 16_000

// cellOf is a text as a cell has it: what cannot be printed is replaced, and what a cell does not hold
// is cut, with how much there is.
func cellOf(text string) string {
	first, count := layout.Cut(text, mostOfCell)
	return layout.PlainLines(first) + count
}

// Refused writes one fault.
func (b *book) Refused(r desk.Refusal) error {
	return b.refusals.add([]any{cellOf(r.Household), r.Row, cellOf(r.Column), r.Cell, cellOf(r.Fault)})
}

// Summary writes the summary, a line a row.
func (b *book) Summary(lines []string) error {
	for _, line := range lines {
		if err := b.summary.add([]any{cellOf(line)}); err != nil {
			return err
		}
	}
	return nil
}

// Save writes the workbook. Without a summary it is a register to fill in, which has one sheet.
func (b *book) Save(w io.Writer) error {
	err := errors.Join(b.decisions.Flush(), b.summary.Flush(), b.refusals.Flush())
	if b.summary.rows == 0 {
		err = errors.Join(err, b.file.DeleteSheet(b.titles[1]), b.file.DeleteSheet(b.titles[2]),
			b.file.SetSheetName(b.titles[0], b.titles[3]))
	}
	if err == nil {
		err = b.file.Write(w)
	}
	return errors.Join(err, b.file.Close())
}
