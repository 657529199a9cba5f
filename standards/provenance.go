package standards

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// PrintStatus says whether the words that a row quotes stand in the clause that it names.
type PrintStatus uint8

const (
	NoPrint  PrintStatus = iota + 1 // the row quotes nothing
	NotFound                        // its words do not stand in that clause, or there is no such clause
	Found
)

// String returns no-print, not-found or found.
func (s PrintStatus) String() string {
	return wordOf([]string{"", "no-print", "not-found", "found"}, int(s))
}

// Text returns the status in language l.
func (s PrintStatus) Text(l Lang) string {
	if l == English {
		return wordOf([]string{"", "nothing quoted", "not found in the clause", "found in the clause"}, int(s))
	}
	return wordOf([]string{"", "未引原文", "条款中未见", "与原文相符"}, int(s))
}

// FindPrint looks for the words that row quotes in the clause of text that it names; info says how text is divided.
func FindPrint(info DocumentInfo, text []byte, row Standard) PrintStatus {
	if row.Basis.Printed == "" {
		return NoPrint
	}
	if clause, ok := ClauseText(info, text, row.Basis.Clause); ok && strings.Contains(clause, row.Basis.Printed) {
		return Found
	}
	return NotFound
}

// CheckSource compares an archived text with the published rows that cite it. It reports a *SourceError if d is not archived, if
// text is not the archived one to the byte, or if a row's words do not stand in the clause that the row names.
func CheckSource(d Document, text []byte) error {
	info, _ := Published().Document(d)
	if info.Standing != Archived {
		return &SourceError{Document: d, NotArchived: true}
	}
	e := &SourceError{Document: d, TextDiffers: fmt.Sprintf("%x", sha256.Sum256(text)) != info.SHA256}
	for _, row := range published() {
		if row.Basis.Document == d && FindPrint(info, text, row) != Found {
			e.Missing = append(e.Missing, row)
		}
	}
	if e.TextDiffers || len(e.Missing) > 0 {
		return e
	}
	return nil
}

// SourceError says how a text fails to bear out the rows that cite it.
type SourceError struct {
	Document    Document
	NotArchived bool       // there is no archived text to compare with
	TextDiffers bool       // text is not the one that was archived
	Missing     []Standard // rows whose words do not stand in the clause that they name, in the order of the tables
}

func (e *SourceError) Error() string { return "standards: " + e.Text(English) }

// Text says it in language l.
func (e *SourceError) Text(l Lang) string {
	if e.NotArchived {
		return string(e.Document) + l.In("：没有全文存档，无法核对", ": is not archived, so there is no text to check against")
	}
	var faults []string
	if e.TextDiffers {
		faults = append(faults, l.In("文本与存档不一致", "the text is not the archived one"))
	}
	for _, row := range e.Missing {
		faults = append(faults, fmt.Sprintf(l.In("%s：第%s条（项）中未见%q", "%s: clause %s does not contain %q"), row.label(), row.Basis.Clause, row.Basis.Printed))
	}
	return string(e.Document) + l.In("：", ": ") + strings.Join(faults, l.In("；", "; "))
}

// ClauseText returns a clause of text: an article (条) such as 5, of a document that is divided into articles; else an item (项)
// such as 9, or a paragraph of a section, such as 3(1) for 三、（一）. In a document with articles, 5(3) is what article 5 lists
// as （三）. It reports false if there is no such clause.
func ClauseText(info DocumentInfo, text []byte, clause string) (string, bool) {
	clause, paragraph, nested := strings.Cut(clause, "(")
	number, err := strconv.Atoi(clause)
	if err != nil || number < 1 || number > maxClause {
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
		number, err := strconv.Atoi(strings.TrimSuffix(paragraph, ")"))
		if err != nil || number < 1 || number > maxClause || !strings.HasSuffix(paragraph, ")") {
			return "", false
		}
		lines = clauseLines(lines, "（"+chineseNumber(number)+"）", paragraphLevel)
	}
	return strings.Join(lines, "\n"), len(lines) > 0
}

const maxClause = 99

// The levels of headings, widest first: a clause runs to the next heading of its own level or a wider one.
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

// heading returns the number that line begins with, in the form of 第九条, 三、, （一） or 9, and its level; 0 if there is none.
func heading(line string) (string, int) {
	if n := prefixLen(line, "0123456789"); n > 0 {
		return line[:n], itemLevel
	}
	if rest, ok := strings.CutPrefix(line, "第"); ok {
		n := prefixLen(rest, chineseDigits)
		for _, unit := range [...]string{"条", "章"} {
			after, ok := strings.CutPrefix(rest[n:], unit)
			if space, _ := utf8.DecodeRuneInString(after); ok && n > 0 && unicode.IsSpace(space) {
				return "第" + rest[:n] + unit, articleLevel
			}
		}
		return "", 0
	}
	line = strings.NewReplacer("(", "（", ")", "）").Replace(line)
	if rest, ok := strings.CutPrefix(line, "（"); ok {
		if n := prefixLen(rest, chineseDigits); n > 0 && strings.HasPrefix(rest[n:], "）") {
			return "（" + rest[:n] + "）", paragraphLevel
		}
		return "", 0
	}
	if n := prefixLen(line, chineseDigits); n > 0 && strings.HasPrefix(line[n:], "、") {
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
