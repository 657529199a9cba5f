package main

import (
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// rowsText lays rows out in columns.
func (p *program) rowsText(rows []standards.Standard, tables *standards.Tables) string {
	l := p.Lang
	t := layout.Table{Right: []bool{4: true}}
	if l == standards.English {
		t.Add("key", "place", "residence", "of", "value", "bound", "from", "until", "document", "clause", "at", "printed",
			"standing", "note")
	} else {
		t.Add("项目", "地方", "户籍", "类别", "数值", "界限", "自", "至（不含）", "文件", "条款", "存本", "原文", "状态", "说明")
	}
	for _, row := range rows {
		info, _ := tables.Document(row.Basis.Document)
		residence := ""
		if row.Residence != 0 {
			residence = row.Residence.Text(l)
		}
		t.Add(row.Key.String(), row.Place.Text(l), residence, row.Of, value(row, l), bound(row, l), row.From.String(),
			row.Until.String(),
			layout.Short(string(row.Basis.Document)), layout.Short(row.Basis.Clause), layout.Short(row.Basis.At),
			layout.Passage(row.Basis.Printed), info.Standing.Text(l), note(row, tables, l))
	}
	return p.title(len(rows), tables) + t.Render("")
}

// title says what is listed.
func (p *program) title(n int, tables *standards.Tables) string {
	day := p.On
	if day == "" {
		day = p.Lang.In("所有日期", "every date")
	}
	s := fmt.Sprintf(p.Lang.In("标准：%s，%d 行，数据版本 %s\n", "standards: %s, %d rows, data version %s\n"), day, n,
		standards.DataVersion)
	for _, o := range tables.Overlays() {
		kind := p.Lang.In("数据表（补充）：", "supplement: ")
		if o.Kind == standards.Draft {
			kind = p.Lang.In("数据表（草案，不是现行规定）：", "draft, not law in force: ")
		}
		s += kind + layout.Short(o.ID) + "  " + layout.Passage(o.Title) + "\n"
	}
	return s + "\n"
}

func value(row standards.Standard, l standards.Lang) string {
	if row.Amount.Stated() {
		return row.Amount.Text(l)
	}
	return row.Number.String()
}

func bound(row standards.Standard, l standards.Lang) string {
	switch row.Bound {
	case standards.AtLeast:
		return l.In("不低于", "at least")
	case standards.Exactly:
		return l.In("确数", "exactly")
	}
	return ""
}

// note says what a row's columns do not: the reading under which alone it stands, and whether a
// draft lets it go on.
func note(row standards.Standard, tables *standards.Tables, l standards.Lang) string {
	switch {
	case row.Struck:
		return l.In("删去", "struck out")
	case row.Under != 0:
		text := row.Under.Reading().Info().ID + " " + row.Under.String()
		if notChosen(row, tables) {
			text += l.In("（未选用）", " (not chosen)")
		}
		return text
	case !row.Carried.IsZero():
		return l.In("沿用 ", "as on ") + row.Carried.String()
	}
	return ""
}

// rowsJSON writes rows as an array in the shape of a tables file, one a line.
func rowsJSON(rows []standards.Standard, tables *standards.Tables) string {
	if len(rows) == 0 {
		return "[]\n"
	}
	var out []byte
	for i, row := range rows {
		out = append(out, map[bool]string{true: "[\n", false: ",\n"}[i == 0]...)
		info, _ := tables.Document(row.Basis.Document)
		out = draft.AppendRow(out, row, draft.Extra{Document: info, Note: note(row, tables, standards.English)})
	}
	return string(out) + "\n]\n"
}

// gapsText lists what is not on record and is not invented.
func (p *program) gapsText() string {
	l := p.Lang
	var t layout.Table
	for _, gap := range source.NotOnRecord() {
		where := gap.Place.Text(l)
		if gap.Residence != 0 {
			where += l.In("", ", ") + gap.Residence.Text(l)
		}
		supplied := l.In("无项目可补", "no key")
		switch {
		case gap.Key != 0:
			supplied = gap.Key.String()
		case gap.Reading != 0:
			supplied = l.In("读法 ", "reading ") + gap.Reading.String()
		}
		t.Add(gap.What.In(l), where, supplied, string(gap.Document), gap.Clause, gap.Why.In(l))
	}
	return l.In("\n无据可查，也不推定（第三列为可补充的项目）：\n\n",
		"\nNot on record, and not invented (the third column names the key that would supply it):\n\n") +
		strings.TrimSuffix(t.Render(""), "\n") + "\n"
}
