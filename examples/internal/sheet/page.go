package sheet

import (
	"bytes"
	_ "embed"
	"html/template"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// Page is a report as one page to print: text, tables and charts, without a script and without
// anything to fetch.
type Page struct {
	Title    string
	Lang     standards.Lang
	Lines    []string // below the title, such as the drafts that it is of
	Warnings []string
	Sections []Section
}

// Section is a part of a page under a heading: a table, lists, a chart and notes, each if there is
// one.
type Section struct {
	Title string
	Rows  [][]string // the first is the header
	Texts int        // the columns of Rows, from the first on, that are text
	Sums  int        // the rows at the end of Rows that are sums
	Lists []Block
	Chart template.HTML
	Notes []string
}

//go:embed page.gohtml
var pageText string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{"text": layout.Paragraph}).Parse(pageText))

// HTML writes the page.
func (p *Page) HTML() ([]byte, error) {
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, p)
	return b.Bytes(), err
}

// Tag is the language of the page in HTML.
func (p *Page) Tag() string { return p.Lang.In("zh-CN", "en") }

// Row is a row of a table with what its cells are.
type Row struct {
	Sum   bool
	Cells []Cell
}

// Cell is a cell of a table.
type Cell struct {
	Header, Text bool
	Value        string
}

// Table lists the rows for the page.
func (s *Section) Table() []Row {
	rows := make([]Row, len(s.Rows))
	for i, values := range s.Rows {
		rows[i].Sum = i > 0 && i >= len(s.Rows)-s.Sums
		for j, value := range values {
			rows[i].Cells = append(rows[i].Cells, Cell{i == 0, j < s.Texts, value})
		}
	}
	return rows
}
