package main

import (
	"encoding/csv"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
)

// sample is a sheet to fill in: a row for the city, one for each unit, and one to be copied for
// each institution. It states nothing.
func sample(l standards.Lang) (string, error) {
	var b strings.Builder
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	header := make([]string, columns)
	for c := range columns {
		header[c] = c.Text(l)
	}
	rows := [][]string{header}
	row := func(k kind, p standards.Place, name string) {
		cells := make([]string, columns)
		cells[colKind], cells[colPlace], cells[colName] = k.Text(l), p.Text(l), name
		rows = append(rows, cells)
	}
	row(city, standards.Zhuzhou, "")
	for _, p := range places() {
		row(district, p, "")
	}
	row(institution, places()[0], l.In("（改为机构名称，每所机构一行）", "(its name; one row for each institution)"))
	err := w.WriteAll(rows)
	return b.String(), err
}
