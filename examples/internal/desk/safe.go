package desk

import "strings"

// safe is a text as it is written: in CSV so that a spreadsheet does not take it for a formula.
func (p *program) safe(s string) string {
	if p.book != nil {
		return s
	}
	return safe(s)
}

// safe keeps a spreadsheet from taking a text for a formula. A number is none.
func safe(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 && !isNumber(s) {
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

// hidden hides the middle of the numbers in a text that may be those of identities, accounts or
// telephones.
func hidden(s string) string {
	const shortest, shown = 11, 3 // a mobile number
	text, run := []byte(s), 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && (text[i] >= '0' && text[i] <= '9' || run > 0 && (text[i] == 'X' || text[i] == 'x')) {
			run++
			continue
		}
		if run >= shortest {
			for j := i - run + shown; j < i-shown-1; j++ {
				text[j] = '*'
			}
		}
		run = 0
	}
	return string(text)
}
