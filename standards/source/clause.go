package source

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/standards"
)

// ClauseText returns a clause of text: an article (条) such as 5, of a document that is divided
// into articles; else an item (项) such as 9, or a paragraph of a section, such as 3(1) for
// 三、（一）. In a document with articles, 5(3) is what article 5 lists as （三）. It reports false
// if there is no such clause.
func ClauseText(info standards.DocumentInfo, text []byte, clause string) (string, bool) {
	clause, paragraph, nested := strings.Cut(clause, "(")
	number, ok := clauseNumber(clause)
	if !ok {
		return "", false
	}
	begins, level := strconv.Itoa(number), itemLevel
	switch {
	case info.Articles:
		begins, level = "第"+chineseNumber(number)+"条", articleLevel
	case nested:
		begins, level = chineseNumber(number)+"、", sectionLevel
	}
	lines := clauseLines(strings.Split(string(text), "\n"), begins, level)
	if nested {
		paragraph, closed := strings.CutSuffix(paragraph, ")")
		number, ok := clauseNumber(paragraph)
		if !ok || !closed {
			return "", false
		}
		lines = clauseLines(lines, "（"+chineseNumber(number)+"）", paragraphLevel)
	}
	return strings.Join(lines, "\n"), len(lines) > 0
}

const maxClause = 99

// clauseNumber reads the number of a clause.
func clauseNumber(s string) (int, bool) {
	number, _ := strconv.Atoi(s)
	return number, number >= 1 && number <= maxClause
}

// The levels of headings, widest first: a clause runs to the next heading of its own level or a
// wider one.
const (
	articleLevel   = iota + 1 // 第九条, and 第二章
	sectionLevel              // 三、
	paragraphLevel            // （一）
	itemLevel                 // 9
)

// clauseLines returns the first line with the heading begins and those after it that belong to it.
func clauseLines(lines []string, begins string, level int) []string {
	var clause []string
	for _, line := range lines {
		line = strings.TrimSpace(line)
		switch found, at := heading(line); {
		case clause == nil && found == begins:
			clause = append(clause, line)
		case clause != nil && at != 0 && at <= level:
			return clause
		case clause != nil:
			clause = append(clause, line)
		}
	}
	return clause
}

// heading returns the number that line begins with, in the form of 第九条, 三、, （一） or 9, and
// its level; 0 if there is none.
func heading(line string) (string, int) {
	if n := prefixLen(line, "0123456789"); n > 0 {
		return line[:n], itemLevel
	}
	if rest, ok := strings.CutPrefix(line, "第"); ok {
		n := prefixLen(rest, chineseDigits)
		for _, unit := range [...]string{"条", "章"} {
			after, ok := strings.CutPrefix(rest[n:], unit)
			if space, _ := utf8.DecodeRuneInString(after); ok && n != 0 && unicode.IsSpace(space) {
				return "第" + rest[:n] + unit, articleLevel
			}
		}
		return "", 0
	}
	line = strings.NewReplacer("(", "（", ")", "）").Replace(line)
	if rest, ok := strings.CutPrefix(line, "（"); ok {
		if n := prefixLen(rest, chineseDigits); n != 0 && strings.HasPrefix(rest[n:], "）") {
			return "（" + rest[:n] + "）", paragraphLevel
		}
		return "", 0
	}
	if n := prefixLen(line, chineseDigits); n != 0 && strings.HasPrefix(line[n:], "、") {
		return line[:n] + "、", sectionLevel
	}
	return "", 0
}

// prefixLen returns how many bytes of s are of the characters in set.
func prefixLen(s, set string) int { return len(s) - len(strings.TrimLeft(s, set)) }

const chineseDigits = "一二三四五六七八九十"

// chineseNumber writes n, from 1 to 99, as 九, 十, 十三, 二十, 二十一.
func chineseNumber(n int) string {
	digit := func(d int) string {
		if d == 0 {
			return ""
		}
		return string([]rune(chineseDigits)[d-1])
	}
	switch tens := n / 10; tens {
	case 0:
		return digit(n)
	case 1:
		return "十" + digit(n%10)
	default:
		return digit(tens) + "十" + digit(n%10)
	}
}
