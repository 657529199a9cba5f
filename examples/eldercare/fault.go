package main

import (
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// text is one text in both languages.
type text struct {
	Zh string `json:"zh"`
	En string `json:"en"`
}

func (t text) in(l standards.Lang) string { return l.In(t.Zh, t.En) }

// fault is what is wrong with a cell, or with a row where no column is named.
type fault struct {
	line   int
	column text // the header as it stands in the file
	value  string
	why    text
}

// Text says in language l where the fault is and what it is.
func (f fault) Text(l standards.Lang) string {
	var b strings.Builder
	b.WriteString(l.In("第 ", "line ") + strconv.Itoa(f.line) + l.In(" 行", ""))
	if f.column.Zh != "" {
		b.WriteString(l.In("，列“", `, column "`) + shown(f.column.in(l)) + l.In("”", `"`))
	}
	b.WriteString(l.In("：", ": ") + f.why.in(l))
	if f.value != "" {
		b.WriteString(l.In("：“", `: "`) + shown(f.value) + l.In("”", `"`))
	}
	return b.String()
}

// shown is at most a line of s that cannot move the cursor.
func shown(s string) string {
	const most = 40
	runes := []rune(s)
	return layout.Plain(string(runes[:min(len(runes), most)]))
}
