package standards

import (
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Cite names a clause of the document, such as 《社会救助暂行办法》（国务院令第649号）第九条 or "art. 5(3)".
// The items of a document without articles keep the numerals that it prints.
func (i DocumentInfo) Cite(clause string, l Lang) string { return string(i.AppendCite(nil, clause, l)) }

// AppendCite appends what [DocumentInfo.Cite] returns to dst.
func (i *DocumentInfo) AppendCite(dst []byte, clause string, l Lang) []byte {
	if i == nil {
		return dst
	}
	if len(clause) > shownClause { // of a tables file, which may write anything
		clause = wire.Printable(clause, shownClause)
	}
	if l != English {
		return i.appendChineseClause(i.appendNumbered(dst), clause)
	}
	dst = append(dst, i.Title.En...)
	switch {
	case clause == "":
		return dst
	case i.Articles:
		dst = append(dst, ", art. "...)
	default:
		dst = append(dst, ", item "...)
	}
	return append(dst, clause...)
}

// shownClause is how many characters of a clause are shown, as of a sentence of law.
const shownClause = 384

// Citation is Cite as the texts of steps have it: with how well the document is known, where its
// text was not at hand or its date is not verified.
func (i DocumentInfo) Citation(clause string, l Lang) string {
	return string(i.AppendCitation(nil, clause, l))
}

// AppendCitation appends what [DocumentInfo.Citation] returns to dst.
func (i *DocumentInfo) AppendCitation(dst []byte, clause string, l Lang) []byte {
	if i == nil {
		return dst
	}
	dst = i.AppendCite(dst, clause, l)
	switch {
	case i.Standing == SecondHand || i.Standing == Unverified:
		dst = append(dst, l.In("，", ", ")...)
		dst = append(dst, i.Standing.Text(l)...)
	case i.DateUnverified:
		dst = append(dst, l.In("，施行日期未核实", ", its date not verified")...)
	}
	return dst
}

// appendNumbered appends the title with the number (文号) behind it. The number takes the place of a
// year that tells two texts of one title apart. A number that no text at hand prints is left out.
func (i *DocumentInfo) appendNumbered(dst []byte) []byte {
	title := i.Title.Zh
	if i.NumberUnverified || strings.Contains(title, i.Number) { // or there is no number
		return append(dst, title...)
	}
	const mark = "》"
	if name, _, marked := strings.Cut(title, mark); marked {
		title = title[:len(name)+len(mark)]
	}
	dst = append(append(dst, title...), "（"...)
	return append(append(dst, i.Number...), "）"...)
}

// appendChineseClause appends a clause as lawyers write it: 第五条第（四）项 of a document with articles,
// else 第9项.
func (i *DocumentInfo) appendChineseClause(dst []byte, clause string) []byte {
	if clause == "" {
		return dst
	}
	article, item, _ := strings.Cut(strings.TrimSuffix(clause, ")"), "(")
	dst = append(dst, "第"...)
	switch {
	case i.Articles:
		dst = append(appendChineseNumber(dst, article), "条"...)
	case item != "":
		dst = append(appendChineseNumber(dst, article), "部分"...)
	default:
		return append(append(dst, article...), "项"...)
	}
	if item == "" {
		return dst
	}
	dst = append(dst, "第（"...)
	return append(appendChineseNumber(dst, item), "）项"...)
}

var chineseDigits = [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// appendChineseNumber appends a number from 1 to 99 in Chinese numerals, and anything else as it
// is.
func appendChineseNumber(dst []byte, digits string) []byte {
	n, _ := strconv.Atoi(digits)
	if n < 1 || n > 99 {
		return append(dst, digits...)
	}
	if n >= 20 {
		dst = append(dst, chineseDigits[n/10]...)
	}
	if n >= 10 {
		dst = append(dst, "十"...)
	}
	return append(dst, chineseDigits[n%10]...)
}
