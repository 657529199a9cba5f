// Package layout lays out plain text for a terminal or a printer of fixed width, where a Chinese
// character takes two columns.
package layout

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wide are the characters that take two columns: those of East Asian scripts and the full-width
// forms.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115F, Stride: 1}, {Lo: 0x2E80, Hi: 0x303E, Stride: 1}, {Lo: 0x3041, Hi: 0x4DBF, Stride: 1},
		{Lo: 0x4E00, Hi: 0xA4CF, Stride: 1},
		{Lo: 0xAC00, Hi: 0xD7A3, Stride: 1}, {Lo: 0xF900, Hi: 0xFAFF, Stride: 1}, {Lo: 0xFE30, Hi: 0xFE6F, Stride: 1},
		{Lo: 0xFF01, Hi: 0xFF60, Stride: 1},
		{Lo: 0xFFE0, Hi: 0xFFE6, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0x1F300, Hi: 0x1F64F, Stride: 1}, {Lo: 0x1F900, Hi: 0x1F9FF, Stride: 1},
		{Lo: 0x20000, Hi: 0x3FFFD, Stride: 1}},
}

func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// Width is the number of columns that s takes. Quotation marks and the like, which take two columns
// in some fonts and one in others, count as one.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// Pad appends spaces to s, up to width.
func Pad(s string, width int) string { return s + spaces(width-Width(s)) }

// PadLeft puts spaces before s, up to width.
func PadLeft(s string, width int) string { return spaces(width-Width(s)) + s }

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Plain returns s with characters that cannot be printed replaced, so that nothing in a file moves
// the cursor. Spaces of any width stay, and so do characters for private use, which names have that
// no standard knew.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		if canStand(r) {
			return r
		}
		return '\uFFFD'
	}, s)
}

// PlainLines is [Plain] for a text that may have several lines, and tabs.
func PlainLines(s string) string {
	if isVisible(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || canStand(r) {
			return r
		}
		return '\uFFFD'
	}, s)
}

// canStand reports whether r stays in its place on a line.
func canStand(r rune) bool { return unicode.IsPrint(r) || unicode.In(r, unicode.Zs, unicode.Co) }

// isVisible reports whether s is of visible ASCII characters and blanks alone.
func isVisible(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// The characters that [Short], [Passage] and [Paragraph] show: an id is shown whole, and so is a
// sentence of law.
const (
	mostOfName      = 64
	mostOfPassage   = 384
	mostOfParagraph = 4000
)

// Short is [Plain] for an id or a name, which may be of any length: one that is too long is cut,
// and ends with how many characters it has.
func Short(s string) string { return cut(s, mostOfName) }

// Passage is [Short] for a title or words as printed.
func Passage(s string) string { return cut(s, mostOfPassage) }

// Paragraph is [PlainLines] for a paragraph of a page, cut as [Short] cuts.
func Paragraph(s string) string {
	s, count := Cut(s, mostOfParagraph)
	return PlainLines(s) + count
}

func cut(s string, most int) string {
	s, count := Cut(s, most)
	return Plain(s) + count
}

// Cut returns the first characters of s, most of them, and what to write behind them: how many there
// are in all where some are left out.
func Cut(s string, most int) (first, count string) {
	if len(s) <= most {
		return s, ""
	}
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i], "…(" + strconv.Itoa(utf8.RuneCountInString(s)) + ")"
		}
	}
	return s, ""
}

// Table is text in columns, two spaces apart.
type Table struct {
	Right []bool // which columns are set flush right; those beyond its end are not
	rows  [][]string
}

// Add adds a row.
func (t *Table) Add(cells ...string) { t.rows = append(t.rows, cells) }

// Empty reports whether there are no rows.
func (t *Table) Empty() bool { return len(t.rows) == 0 }

// Render returns the rows, each on a line that begins with indent and has no spaces at its end. A
// column that is empty in all rows is left out.
func (t *Table) Render(indent string) string {
	widths := t.widths()
	var b strings.Builder
	for _, row := range t.rows {
		line := indent
		gap := ""
		for i, cell := range row {
			if widths[i] == 0 {
				continue
			}
			line += gap
			if i < len(t.Right) && t.Right[i] {
				line += PadLeft(cell, widths[i])
			} else {
				line += Pad(cell, widths[i])
			}
			gap = "  "
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

func (t *Table) widths() []int {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], Width(cell))
		}
	}
	return widths
}

// notFirst are characters that cannot begin a line, notLast those that cannot end one: opening
// brackets, and 每 and 第, which say what the next word is.
const (
	notFirst = "，。、；：？！）》〉】」』〕”’%,.;:?!)]}"
	notLast  = "（《〈【「『〔“‘([{每第"
)

// Wrap breaks s into lines of at most width columns, between words and between Chinese characters.
// The first line begins with first, the others with rest; a word that is too long for a line stands
// on one of its own.
func Wrap(s, first, rest string, width int) string {
	var b strings.Builder
	line, indent := first, first
	for _, piece := range pieces(s) {
		word := strings.TrimRight(piece, " ")
		if line != indent && Width(line)+Width(word) > width {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line, indent = rest, rest
		}
		line += piece
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
	return b.String()
}

// pieces cuts s where a line may end: after spaces, and between wide characters unless punctuation
// forbids it.
func pieces(s string) []string {
	var all []string
	var piece strings.Builder
	var last rune
	for _, r := range s {
		if last != 0 && mayBreak(last, r) {
			all = append(all, piece.String())
			piece.Reset()
		}
		piece.WriteRune(r)
		last = r
	}
	return append(all, piece.String())
}

func mayBreak(before, after rune) bool {
	switch {
	case after == ' ' || strings.ContainsRune(notFirst, after) || strings.ContainsRune(notLast, before):
		return false
	case before == ' ':
		return true
	}
	return runeWidth(before) == 2 && runeWidth(after) == 2
}
