package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cell is a text as it stands in a cell of CSV: with an apostrophe before what a spreadsheet might
// take for a formula, and without characters that cannot be printed, but for its line breaks and
// tabs. A number is no formula, and no text is cut.
func Cell(s string) string {
	s = PlainLines(s)
	begins := strings.TrimLeftFunc(s, unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(begins)
	switch {
	case begins == "":
		return s
	case s[0] == '\t', s[0] == '\n', strings.ContainsRune("=+-@＝＋－＠", first) && !isNumber(begins):
		return "'" + s
	}
	return s
}

// isNumber reports whether s is digits with at most one point, behind a sign or none.
func isNumber(s string) bool {
	digits, points := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case c == '.':
			points++
		case i > 0 || c != '-' && c != '+':
			return false
		}
	}
	return digits > 0 && points <= 1
}
