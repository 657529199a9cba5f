package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/internal/layout"
)

func TestWidth(t *testing.T) {
	for _, tt := range []struct {
		text string
		want int
	}{
		{"", 0}, {"dibao", 5}, {"低保", 4}, {"（元）", 6}, {"１２", 4}, {"e\u0301", 1}, {"é", 1}, {"―", 1}, {"𠀀", 2}, {"한글", 4}, {"\u200b", 0},
	} {
		assert.Equal(t, tt.want, layout.Width(tt.text), "%q", tt.text)
	}
}

func TestTableLinesUp(t *testing.T) {
	table := layout.Table{Right: []bool{false, false, true}}
	table.Add("待遇", "", "每月")
	table.Add("nursing", "", "80.00元")
	table.Add("护理", "", "")
	assert.Equal(t, "| 待遇        每月\n| nursing  80.00元\n| 护理\n", table.Render("| "))
	assert.True(t, new(layout.Table).Empty())
	assert.Empty(t, new(layout.Table).Render(""))
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"short", "a b", 20, "- a b\n"},
		{"words", "one two three", 9, "- one two\n  three\n"},
		{"a word too long", "a abcdefghijkl b", 8, "- a\n  abcdefghijkl\n  b\n"},
		{"Chinese", "最低生活保障", 8, "- 最低生\n  活保障\n"},
		{"no punctuation first", "低保金，合计", 8, "- 低保\n  金，合\n  计\n"},
		{"no bracket last", "依据（第九", 8, "- 依据\n  （第九\n"},
		{"figures stay whole", "不低于4320.00元整", 12, "- 不低\n  于4320.00元\n  整\n"},
		{"每 stays with what follows", "低每月", 6, "- 低\n  每月\n"},
		{"empty", "", 8, "-\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, layout.Wrap(tt.text, "- ", "  ", tt.width))
		})
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("不低于4320.00元，每月 80.00元", 9)
	f.Fuzz(func(t *testing.T, text string, width int) {
		got := layout.Wrap(text, "", "", width)
		bare := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r == ' ' || r == '\n' {
					return -1
				}
				return r
			}, s)
		}
		if bare(got) != bare(strings.ToValidUTF8(text, "\uFFFD")) && strings.ToValidUTF8(text, "") == text {
			t.Fatalf("Wrap(%q) = %q", text, got)
		}
	})
}

func TestPlain(t *testing.T) {
	assert.Equal(t, "a\uFFFD[2J 低保", layout.Plain("a\x1b[2J 低保"))
	assert.Equal(t, "张　三\u00a0\ue000", layout.Plain("张　三\u00a0\ue000"), "spaces and private use")
	assert.Equal(t, "a\uFFFDb\uFFFD", layout.Plain("a\nb\xff"))
	for _, r := range "\x00\a\b\v\f\r\x1b\x7f\u0085\u009b\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\U000e0041" {
		assert.Equal(t, "\uFFFD", layout.Plain(string(r)), "%U", r)
		assert.Equal(t, "\uFFFD", layout.PlainLines(string(r)), "%U", r)
	}
	assert.Equal(t, "a\tb\nc 低保　\uFFFD", layout.PlainLines("a\tb\nc 低保　\xff"))
}

// A paragraph keeps its lines, and is cut late.
func TestParagraph(t *testing.T) {
	assert.Equal(t, "a\n\uFFFDb", layout.Paragraph("a\n\u202eb"))
	assert.Equal(t, strings.Repeat("长", 4000), layout.Paragraph(strings.Repeat("长", 4000)))
	assert.Equal(t, strings.Repeat("长", 4000)+"…(4001)", layout.Paragraph(strings.Repeat("长", 4001)))
}

// A title is cut later than a name, and says how long it is.
func TestPassage(t *testing.T) {
	assert.Equal(t, strings.Repeat("长", 384), layout.Passage(strings.Repeat("长", 384)))
	assert.Equal(t, strings.Repeat("长", 384)+"…(385)", layout.Passage(strings.Repeat("长", 385)))
	assert.Equal(t, "a\uFFFDb", layout.Passage("a\u202eb"))
}
