package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// checkSources looks up the words of each row in the archived text that it cites, and checks that
// the texts are the archived ones.
func (p *program) checkSources(rows []standards.Standard) int {
	if info, err := os.Stat(p.sources); err != nil || !info.IsDir() {
		return p.Failed(p.sources + p.Lang.In("：不是目录", ": not a folder"))
	}
	code := cli.OK
	unseen := 0
	for _, info := range standards.Documents() {
		if cited(info, rows) && !p.checkDocument(info, rows) {
			code = cli.Refused
		}
	}
	for _, row := range rows {
		if info := row.Basis.Document.Info(); info.File == "" && info.Standing != standards.Supplied {
			unseen++
		}
	}
	if unseen > 0 {
		fmt.Fprintf(p.Stdout, p.Lang.In("另有 %d 行所据文件没有全文存档，无法核对。\n",
			"%d more rows cite texts that are not archived and cannot be checked.\n"), unseen)
	}
	return p.Finish(code)
}

// cited reports whether info has an archived file: of texts that are not whole, only one that rows
// rest on.
func cited(info standards.DocumentInfo, rows []standards.Standard) bool {
	return info.File != "" && (info.Standing == standards.Archived ||
		slices.ContainsFunc(rows, func(row standards.Standard) bool { return row.Basis.Document == info.Document }))
}

// checkDocument prints how one archived text bears out the rows that cite it, and reports whether
// it does.
func (p *program) checkDocument(info standards.DocumentInfo, rows []standards.Standard) bool {
	text, err := os.ReadFile(filepath.Join(p.sources, info.File))
	heading := fmt.Sprintf("%s  %s  ", info.Name(p.Lang), info.File)
	if info.Standing != standards.Archived {
		heading += info.Standing.Text(p.Lang) + "  "
	}
	if err != nil {
		fmt.Fprintf(p.Stdout, "%s%s\n\n", heading, p.Lang.In("缺少文件", "the file is missing"))
		return false
	}
	report := source.Check(info, text, rows)
	t := layout.Table{}
	for _, r := range report.Results {
		row := r.Row
		t.Add(p.result(r.Status), info.Cite(row.Basis.Clause, p.Lang), row.Basis.At, row.Key.String(), row.Place.Text(p.Lang),
			row.Residence.String(), row.Of, value(row, p.Lang), layout.Plain(row.Basis.Printed))
	}
	if report.Archived {
		heading += p.Lang.In("与存档一致", "the archived file")
	} else {
		heading += p.Lang.In("文本与存档不一致", "text differs from the archived one")
	}
	fmt.Fprintf(p.Stdout, "%s\n%s\n", heading, t.Render("  "))
	return report.OK()
}

// result is the word for how a row is borne out.
func (p *program) result(s source.Status) string {
	switch s {
	case source.Found:
		return p.Lang.In("相符", "found")
	case source.Differs:
		return p.Lang.In("文字不符", "text differs")
	}
	return p.Lang.In("未见", "not found")
}
