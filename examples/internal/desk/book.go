package desk

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

// Book takes the output as rows of cells, such as a workbook. Its texts are as they are: nothing
// keeps a spreadsheet from taking them for formulas.
type Book interface {
	Header(columns []Column) error // of the decisions; it comes first
	Row(cells []string) error      // of the decisions
	Refused(one Refusal) error
	Summary(lines []string) error
	Save(w io.Writer) error // and end
}

// Column is a column of the decisions.
type Column struct {
	Header string
	Kind   Kind
}

// Kind says what stands in the cells of a column, as far as they are not blank.
type Kind int

// The kinds of columns.
const (
	Text  Kind = iota
	Count      // a whole number
	Yuan       // an amount in yuan with two decimals
)

// Refusal is one fault for which a household was refused.
type Refusal struct {
	Household string // its id, masked
	Row       int    // of the register, from 1; 0: not known
	Column    string // its header; "" of the row as a whole
	Cell      string // in a sheet, such as C7
	Fault     string
}

// refuseInBook writes what was refused into the book, with the cells.
func (p *program) refuseInBook(r *caseload.Result, err error) error {
	household := register.Masked(r.Household.ID)
	var faults register.Errors
	if !errors.As(err, &faults) {
		return p.book.Refused(Refusal{Household: household, Row: r.Line, Fault: cli.Text(err, p.Lang)})
	}
	for _, e := range faults {
		one := Refusal{household, e.Line, e.Column, e.Cell, e.Text(p.Lang)}
		if err := p.book.Refused(one); err != nil {
			return err
		}
	}
	return nil
}

// saveBook saves a book as the file of -o, unless that was dropped.
func (p *program) saveBook(b Book) int {
	if !slices.Contains(p.outputs, p.decided) {
		return p.wrote(b.Save(io.Discard))
	}
	return p.wrote(b.Save(p.decided))
}

// sampleBook writes the sample into a book, all of it as text, or as CSV where the file is none.
func (p *program) sampleBook() int {
	book, err := p.kind.Book(p.out, p.Lang)
	if err != nil {
		return p.wrote(err)
	}
	if book == nil {
		return p.writing(func(w io.Writer) int { return p.wrote(printSample(w, p.sample)) })
	}
	var text bytes.Buffer
	err = printSample(&text, p.sample)
	rows, parsed := csv.NewReader(&text).ReadAll()
	err = errors.Join(err, parsed)
	for i, row := range rows {
		if i > 0 {
			err = errors.Join(err, book.Row(row))
			continue
		}
		columns := make([]Column, len(row))
		for at, header := range row {
			columns[at].Header = header
		}
		err = errors.Join(err, book.Header(columns))
	}
	return max(p.wrote(err), p.saveBook(book))
}
