package register

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Codes of faults that only a caseload has; the others are those of package wire.
const (
	CodeQuote         = "quote"          // a quotation mark is not closed, or stands inside a cell
	CodeTooLong       = "row-too-long"   // a row is longer than a mebibyte
	CodeUnknownColumn = "unknown-column" // the header names no column of the format, and it is not to be kept
	CodeColumnTwice   = "column-twice"   // two headers name one column
	CodeNoColumn      = "no-column"      // a column that is needed is not there
	CodeCells         = "cells"          // a row has more cells than the header
	CodeSeparator     = "separator"      // the header is one cell: its cells are not separated by commas
	CodeLineBreak     = "line-break"     // the header has a carriage return in it: lines do not end in a line feed
	CodeEncoding      = "encoding"       // the text is not UTF-8
	CodeIdentity      = "identity"       // no identity number: its length, its day of birth or its check character
	CodeCertificate   = "certificate"    // no certificate number
	CodeDisagrees     = "disagrees"      // another cell, or another row of the household, says otherwise
	CodeComesBack     = "comes-back"     // the household had its rows before, with others between
	CodeAfterUnread   = "after-unread"   // a row before it could not be read and may belong to this household
	CodeSamePerson    = "same-person"    // the identity number is that of another member of the household
	CodeTwice         = "person-twice"   // the identity number stands in an earlier household too
	CodeApplicants    = "two-applicants" // another member of the household is the applicant too: two families may stand together
	CodeUnifiedHukou  = "unified-hukou"  // the kind of hukou is neither urban nor rural: it counts as not stated, and a member is refused where that would be his household's
	CodeUnremembered  = "unremembered"   // from here on not every household, or not every person, is remembered, see Remembered
)

var codeTexts = map[string][2]string{
	CodeQuote:         {"引号不成对", "a quotation mark is not closed, or stands inside a cell"},
	CodeTooLong:       {"一行过长", "the row is too long"},
	CodeUnknownColumn: {"没有这一列（如需原样保留，请列入保留列）", "no such column (to pass it through, name it as one to keep)"},
	CodeColumnTwice:   {"同一列出现两次", "two headers name one column"},
	CodeNoColumn:      {"缺少这一列", "this column is needed"},
	CodeCells:         {"单元格多于表头", "more cells than the header has"},
	CodeSeparator:     {"单元格须以半角逗号分隔", "cells are to be separated by commas"},
	CodeLineBreak:     {"各行须以换行符（LF 或 CRLF）结尾", "lines are to end in LF or CRLF"},
	CodeEncoding:      {"不是 UTF-8 编码", "not UTF-8"},
	CodeIdentity:      {"身份证号不正确（位数、出生日期或校验码）", "not an identity number: length, day of birth or check character"},
	CodeCertificate:   {"残疾证号不正确", "not the number of a disability certificate"},
	CodeDisagrees:     {"与其他单元格或本户其他行不一致", "does not agree with another cell, or another row of the household"},
	CodeComesBack:     {"该户的行不连续，前面已出现过", "this household had rows before, with others between"},
	CodeAfterUnread:   {"前面有一行无法读取，可能属于本户", "a row before it could not be read and may belong to this household"},
	CodeSamePerson:    {"本户另一成员也是该身份证号", "another member of the household has this identity number"},
	CodeTwice:         {"该身份证号在前面另一户中已出现", "this identity number stands in an earlier household too"},
	CodeApplicants:    {"本户已有一名成员是户主（申请人），可能是两户混在一起", "another member of this household is the applicant: two families may stand together"},
	CodeUnifiedHukou:  {"不分城乡的户口没有载明户口类别，须按居住地、承包地和集体收益分配认定后填写", "a hukou that is neither urban nor rural states no kind, which is to be found by residence, land and collective income"},
	CodeUnremembered:  {"编号过多，自此不再全部记住：后面再次出现的可能查不出", "too many to remember: what stands from here on may come back without being noticed"},
}

// Error is one fault of the input: where it stands, what stood there, and a stable code.
type Error struct {
	Line   int    // from 1
	Column string // the header as it stands in the file; empty: the row as a whole
	Value  string
	Code   string
	Detail string // more on it, such as the encoding that was recognised, the words to write instead, or the other line
}

// Error returns the English text.
func (e *Error) Error() string { return e.Text(standards.English) }

// Text says in language l where the fault is and what it is.
func (e *Error) Text(l standards.Lang) string {
	var b strings.Builder
	b.WriteString(l.In("第 ", "line ") + strconv.Itoa(e.Line) + l.In(" 行", ""))
	if e.Column != "" {
		b.WriteString(l.In("，列“", `, column "`) + shown(e.Column) + l.In("”", `"`))
	}
	b.WriteString(l.In("：", ": "))
	if pair, ok := codeTexts[e.Code]; ok {
		b.WriteString(l.In(pair[0], pair[1]))
	} else if text, ok := wire.CodeText(e.Code, l); ok {
		b.WriteString(text)
	} else {
		b.WriteString(e.Code)
	}
	if e.Value != "" {
		b.WriteString(l.In("：“", `: "`) + shown(e.Value) + l.In("”", `"`))
	}
	if e.Code != CodeCells && e.Code != CodeSeparator && fullWidth(e.Value+e.Column) {
		b.WriteString(l.In("（有全角字符，请改为半角）", " (it has full-width characters; write half-width ones)"))
	}
	if e.Code == CodeEncoding && e.Detail != "" {
		b.WriteString(l.In("（看来是 ", " (it looks like ") + e.Detail + l.In("）", ")"))
	}
	if e.Code == CodeApplicants {
		b.WriteString(l.In("（另一名在第 ", " (the other on line ") + e.Detail + l.In(" 行）", ")"))
	}
	if e.Code == wire.CodeNotAValue && e.Detail != "" {
		b.WriteString(l.In("；请写明是：", "; write which: ") + e.Detail)
	}
	if e.Code == CodeEncoding || e.Code == CodeSeparator || e.Code == CodeLineBreak {
		b.WriteString(l.In("；请在表格软件中“另存为”时选择“CSV UTF-8”", `; in the spreadsheet choose "Save as", and there "CSV UTF-8"`))
	}
	return b.String()
}

// fullWidth reports whether s has digits, letters, or the marks of numbers, days and rows, in their full-width form (全角).
func fullWidth(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return '０' <= r && r <= '９' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ' || strings.ContainsRune("，．－／", r)
	})
}

// shown is at most a line of s that cannot move the cursor.
func shown(s string) string {
	const most = 40
	n := 0
	return strings.Map(func(r rune) rune {
		if n++; n > most {
			return -1
		}
		if !unicode.IsPrint(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// Errors are all the faults of a household, or of the header, in order.
type Errors = lang.List[*Error]
