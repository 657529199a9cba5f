package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// showSource prints for each row of a figure what is on record of the text that it rests on, and
// with -sources the passage of the archived file with the words that the row prints marked.
func (p *program) showSource(rows []standards.Standard, tables *standards.Tables) int {
	figure, fault := cli.ParseFigure(p.source, p.Lang)
	if fault != "" {
		return p.Misused("-source " + fault)
	}
	rows = slices.DeleteFunc(slices.Clone(rows), func(row standards.Standard) bool { return !isOf(row, figure) })
	if len(rows) == 0 {
		fmt.Fprintf(p.Stderr, p.Lang.In("%s：没有这样的标准\n", "%s: there is no such row\n"), layout.Short(p.source))
		return p.Finish(cli.Refused)
	}
	code := cli.OK
	for i, row := range rows {
		if i > 0 {
			fmt.Fprintln(p.Stdout)
		}
		info, _ := tables.Document(row.Basis.Document)
		fmt.Fprint(p.Stdout, p.onRecord(row, info))
		if p.sources != "" && !p.showPassage(row, info) {
			code = cli.Refused
		}
	}
	return p.Finish(code)
}

// isOf reports whether row is one from which a figure may follow.
func isOf(row standards.Standard, figure benefit.Figure) bool {
	return row.Key == figure.Key && figure.Place.In(row.Place) && (figure.Of == "" || row.Of == figure.Of) &&
		(figure.Residence == 0 || row.Residence == 0 || row.Residence == figure.Residence)
}

// onRecord says what a row states, and what is on record of the text that it rests on.
func (p *program) onRecord(row standards.Standard, info standards.DocumentInfo) string {
	l := p.Lang
	unknown := l.In("无据可查", "not on record")
	title := info.Title.In(l)
	if l == standards.English && info.Title.Zh != "" {
		title += " (" + info.Title.Zh + ")"
	}
	t := layout.Table{}
	for _, line := range [...]struct{ zh, en, is string }{
		{"项目", "key", strings.Join(slices.DeleteFunc([]string{row.Key.String(), row.Place.Text(l), row.Residence.Text(l),
			row.Of},
			func(s string) bool { return s == "" }), l.In("，", ", "))},
		{"数值", "value", strings.TrimSpace(bound(row, l) + " " + value(row, l))},
		{"起止", "days", fmt.Sprintf(l.In("自%s起，至%s（不含）", "from %s, before %s"), row.From,
			cmp.Or(row.Until.String(), l.In("未定", "no day")))},
		{"文件", "document", layout.Passage(title)},
		{"文号", "number", cmp.Or(layout.Short(info.Number), unknown)},
		{"发文机关", "issuer", cmp.Or(layout.Short(info.Issuer), unknown)},
		{"公布", "published", cmp.Or(info.Issued.String(), unknown)},
		{"条款", "clause", cmp.Or(layout.Short(row.Basis.Clause), unknown)},
		{"原文", "printed", cmp.Or(layout.Passage(row.Basis.Printed), unknown)},
		{"状态", "standing", info.Standing.Text(l)},
		{"存本", "archived file", cmp.Or(info.File, unknown)},
		{"存本所含", "it has", cmp.Or(info.Completeness.Text(l), unknown)},
		{"SHA-256", "SHA-256", cmp.Or(info.SHA256, unknown)},
		{"网址", "address", cmp.Or(layout.Passage(info.Address), unknown)},
	} {
		t.Add(l.In(line.zh, line.en), line.is)
	}
	return t.Render("")
}

// showPassage prints where the words of a row stand, marked, and reports whether they stand there
// in the archived file.
func (p *program) showPassage(row standards.Standard, info standards.DocumentInfo) bool {
	if info.File == "" {
		fmt.Fprintln(p.Stdout, p.Lang.In("没有存档，无法核对。", "The text is not archived and cannot be checked."))
		return true
	}
	text, err := os.ReadFile(filepath.Join(p.sources, info.File))
	if err != nil {
		fmt.Fprintln(p.Stdout, p.CannotOpen(filepath.Join(p.sources, info.File), err))
		return false
	}
	archived := source.Check(info, text, nil).Archived
	if !archived {
		fmt.Fprintln(p.Stdout, p.Lang.In("文本与存档不一致。", "The file differs from the archived one."))
	}
	words, ok := source.Words(info, text, row)
	if !ok || row.Basis.Printed == "" || !strings.Contains(words, row.Basis.Printed) {
		fmt.Fprintln(p.Stdout, p.result(source.Find(info, text, row)))
		return false
	}
	for line := range strings.Lines(strings.ReplaceAll(words, row.Basis.Printed, "【"+row.Basis.Printed+"】")) {
		fmt.Fprintln(p.Stdout, "  "+layout.Plain(strings.TrimSpace(line)))
	}
	return archived
}
