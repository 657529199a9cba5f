package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/internal/layout"
)

// Numbers are left as they are; whatever else a spreadsheet would compute is not.
func TestNoCellIsAFormula(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "12": "12", "-12.50": "-12.50", "+7": "+7", "-0": "-0", "-.5": "-.5", "张三=李四": "张三=李四", " ": " ", "\t": "\t",
		"-": "'-", "+": "'+", "-.": "'-.", "-1-1": "'-1-1", "--1": "'--1", "-1.2.3": "'-1.2.3", "-1e5": "'-1e5", "-A1": "'-A1",
		"=1": "'=1", "=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0", "@SUM(A1)": "'@SUM(A1)", "-１": "'-１",
		"\t1": "'\t1", "\n1": "'\n1", "\t=1": "'\t=1", " =1": "' =1", "　=1": "'　=1", "\u00a0+A1": "'\u00a0+A1", " -5": " -5",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x",
		"\u200b=1": "\uFFFD=1", "\ufeff=1": "\uFFFD=1", "\r=1": "\uFFFD=1", "\x00=1": "\uFFFD=1",
	} {
		assert.Equal(t, want, layout.Cell(text), "%q", text)
	}
}

// A cell keeps its lines, and loses what moves a cursor or turns a line around. It is never cut.
func TestCellIsPlain(t *testing.T) {
	assert.Equal(t, "a\nb\tc\uFFFD[2J\uFFFD低保", layout.Cell("a\nb\tc\x1b[2J\u202e低保"))
	long := strings.Repeat("长", 100_000)
	assert.Equal(t, long, layout.Cell(long))
}
