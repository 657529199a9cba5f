package notice

import (
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
)

// Capitals writes an amount in the capital numerals of Chinese accounts (大写), exact to the fen,
// such as 叁佰捌拾元整 for 380.00. The period is left out. It is empty where a is not stated or negative.
func Capitals(a standards.Amount) string {
	fen := a.Fen()
	if !a.Stated() || fen < 0 {
		return ""
	}
	yuan, jiao, rest := fen/100, fen/10%10, fen%10
	var b strings.Builder
	if yuan > 0 || fen == 0 {
		b.WriteString(capitalNumber(yuan) + "元")
	}
	switch {
	case jiao > 0:
		b.WriteString(capitalDigits[jiao] + "角")
	case rest > 0 && yuan > 0:
		b.WriteString(capitalDigits[0])
	}
	if rest == 0 {
		return b.String() + "整"
	}
	return b.String() + capitalDigits[rest] + "分"
}

var (
	capitalDigits = [...]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}
	capitalUnits  = [...]string{"", "拾", "佰", "仟"}
	capitalGroups = [...]struct {
		unit string
		size int64
	}{{"亿", 100_000_000}, {"万", 10_000}}
)

// capitalNumber writes a whole number: by groups of 亿 and 万, with a 零 where the thousands of the
// group that follows are missing.
func capitalNumber(n int64) string {
	for _, group := range capitalGroups {
		if n < group.size {
			continue
		}
		rest := n % group.size
		text := capitalNumber(n/group.size) + group.unit
		switch {
		case rest == 0:
			return text
		case rest < group.size/10:
			text += capitalDigits[0]
		}
		return text + capitalNumber(rest)
	}
	return capitalGroup(n)
}

// capitalGroup writes a number below 10,000; zeros between digits are one 零.
func capitalGroup(n int64) string {
	if n == 0 {
		return capitalDigits[0]
	}
	text, gap := "", false
	for place, size := len(capitalUnits)-1, int64(1000); place >= 0; place, size = place-1, size/10 {
		switch digit := n / size % 10; {
		case digit != 0 && gap:
			text += capitalDigits[0] + capitalDigits[digit] + capitalUnits[place]
			gap = false
		case digit != 0:
			text += capitalDigits[digit] + capitalUnits[place]
		default:
			gap = text != ""
		}
	}
	return text
}
