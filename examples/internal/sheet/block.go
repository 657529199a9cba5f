package sheet

import "strings"

// Block is a line with what belongs to it below.
type Block struct {
	Line  string
	By    string // the amount that it is about
	Below []string
}

// Text writes blocks for a terminal, what is below a line set in.
func Text(list []Block) string {
	var b strings.Builder
	for _, one := range list {
		b.WriteString("  " + one.Line)
		if one.By != "" {
			b.WriteString("  " + one.By)
		}
		b.WriteString("\n")
		for _, below := range one.Below {
			b.WriteString("    " + strings.ReplaceAll(below, "\n", "\n    ") + "\n")
		}
	}
	return b.String()
}
