package desk

import (
	"github.com/openminzheng/zhuzhou/internal/layout"
)

// safe is a text as it is written: see [layout.Cell]. A book keeps texts from being formulas itself.
func (p *program) safe(s string) string {
	if p.book != nil {
		return layout.PlainLines(s)
	}
	return layout.Cell(s)
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
