package register

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Codes of warnings, which programs count or say once. Those of faults are below; a cell that
// cannot be read has a code of the JSON reader, such as "required" or "not-a-value".
const (
	CodeTwice        = "person-twice"   // the identity number stands in an earlier household too
	CodeApplicants   = "two-applicants" // another member is the applicant too: two families may stand together
	CodeUnifiedHukou = "unified-hukou"  // the hukou is neither urban nor rural and counts as not stated
	CodeUnremembered = "unremembered"   // from here on not all are remembered, see Remembered
)

// Codes of faults. CodeApplicants is a fault where the name of the head is the household's id, and
// CodeUnifiedHukou that of a member whose household states a kind of hukou.
const (
	codeQuote         = "quote"          // a quotation mark is not closed, or stands inside a cell
	codeTooLong       = "row-too-long"   // a row is longer than a mebibyte
	codeUnknownColumn = "unknown-column" // the header names no column of the format, nor one to keep
	codeColumnTwice   = "column-twice"   // two headers name one column
	codeNoColumn      = "no-column"      // a column that is needed is missing
	codeCells         = "cells"          // a row has more cells than the header
	codeSeparator     = "separator"      // the header is one cell: its cells are not separated by commas
	codeLineBreak     = "line-break"     // the header has a carriage return: lines do not end in a line feed
	codeEncoding      = "encoding"       // the text is not UTF-8
	codeIdentity      = "identity"       // no identity number: its length, its day of birth or its check character
	codeCertificate   = "certificate"    // no certificate number
	codeDisagrees     = "disagrees"      // another cell, or another row of the household, says otherwise
	codeComesBack     = "comes-back"     // the household had its rows before, with others between
	codeAfterUnread   = "after-unread"   // a row before it could not be read and may belong to this household
	codeSamePerson    = "same-person"    // the identity number is that of another member of the household
)

// codeTexts are the texts of the codes in both languages.
var codeTexts = map[string]lang.Text{
	codeQuote: {Zh: "引号不成对",
		En: "a quotation mark is not closed, or stands inside a cell"},
	codeTooLong: {Zh: "一行过长",
		En: "the row is too long"},
	codeUnknownColumn: {Zh: "没有这一列（如需原样保留，请列入保留列）",
		En: "no such column (to pass it through, name it as one to keep)"},
	codeColumnTwice: {Zh: "同一列出现两次",
		En: "two headers name one column"},
	codeNoColumn: {Zh: "缺少这一列",
		En: "this column is needed"},
	codeCells: {Zh: "单元格多于表头",
		En: "more cells than the header has"},
	codeSeparator: {Zh: "单元格须以半角逗号分隔",
		En: "cells are to be separated by commas"},
	codeLineBreak: {Zh: "各行须以换行符（LF 或 CRLF）结尾",
		En: "lines are to end in LF or CRLF"},
	codeEncoding: {Zh: "不是 UTF-8 编码",
		En: "not UTF-8"},
	codeIdentity: {Zh: "身份证号不正确（位数、出生日期或校验码）",
		En: "not an identity number: length, day of birth or check character"},
	codeCertificate: {Zh: "残疾证号不正确",
		En: "not the number of a disability certificate"},
	codeDisagrees: {Zh: "与其他单元格或本户其他行不一致",
		En: "does not agree with another cell, or another row of the household"},
	codeComesBack: {Zh: "该户的行不连续，前面已出现过",
		En: "this household had rows before, with others between"},
	codeAfterUnread: {Zh: "前面有一行无法读取，可能属于本户",
		En: "a row before it could not be read and may belong to this household"},
	codeSamePerson: {Zh: "本户另一成员也是该身份证号",
		En: "another member of the household has this identity number"},
	CodeTwice: {Zh: "该身份证号在前面另一户中已出现",
		En: "this identity number stands in an earlier household too"},
	CodeApplicants: {Zh: "本户已有一名成员是户主（申请人），可能是两户混在一起",
		En: "another member of this household is the applicant: two families may stand together"},
	CodeUnifiedHukou: {Zh: "不分城乡的户口没有载明户口类别，须按居住地、承包地和集体收益分配认定后填写",
		En: "a hukou that is neither urban nor rural states no kind, " +
			"which is to be found by residence, land and collective income"},
	CodeUnremembered: {Zh: "编号过多，自此不再全部记住：后面再次出现的可能查不出",
		En: "too many to remember: what stands from here on may come back without being noticed"},
}

// Error is one fault of a register: where it stands, what stood there, and a stable code.
type Error struct {
	Line   int    // from 1
	Column string // the header as it stands in the file; empty: the row as a whole
	Value  string // the cell as it stands in the file
	Code   string // a stable word, such as "comes-back"
	Detail string // more on it, such as the encoding, the words to write instead, or the other line
}

// Error returns the English text.
func (e *Error) Error() string { return e.Text(standards.English) }

// Text says in language l where the fault is and what it is.
func (e *Error) Text(l standards.Lang) string {
	var b strings.Builder
	b.WriteString(l.In("第 ", "line ") + strconv.Itoa(e.Line) + l.In(" 行", ""))
	if e.Column != "" {
		b.WriteString(l.In("，列“", `, column "`) + quoted(e.Column) + l.In("”", `"`))
	}
	b.WriteString(l.In("：", ": "))
	if pair, ok := codeTexts[e.Code]; ok {
		b.WriteString(pair.In(l))
	} else if text, ok := wire.CodeText(e.Code, l); ok {
		b.WriteString(text)
	} else {
		b.WriteString(e.Code)
	}
	if e.Value != "" {
		b.WriteString(l.In("：“", `: "`) + quoted(e.Value) + l.In("”", `"`))
	}
	b.WriteString(e.advice(l))
	return b.String()
}

// advice says in language l what to write or to do instead.
func (e *Error) advice(l standards.Lang) string {
	var text string
	if e.Code != codeCells && e.Code != codeSeparator && fullWidth(e.Value+e.Column) {
		text = l.In("（有全角字符，请改为半角）", " (it has full-width characters; write half-width ones)")
	}
	switch e.Code {
	case codeEncoding:
		if e.Detail != "" {
			text += l.In("（看来是 ", " (it looks like ") + e.Detail + l.In("）", ")")
		}
	case CodeApplicants:
		text += l.In("（另一名在第 ", " (the other on line ") + e.Detail + l.In(" 行）", ")")
	case wire.CodeNotAValue:
		if e.Detail != "" {
			text += l.In("；请写明是：", "; write which: ") + e.Detail
		}
	}
	switch e.Code {
	case codeEncoding, codeSeparator, codeLineBreak:
		text += l.In("；请在表格软件中“另存为”时选择“CSV UTF-8”",
			`; in the spreadsheet choose "Save as", and there "CSV UTF-8"`)
	}
	return text
}

// fullWidth reports whether s has digits, letters, or the marks of numbers, days and rows, in their
// full-width form (全角).
func fullWidth(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return '０' <= r && r <= '９' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ' || strings.ContainsRune("，．－／", r)
	})
}

// quoted returns at most a line of a value, without characters that could move the cursor.
func quoted(s string) string {
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

// Errors lists all the faults of a household, or of the header, in the order found.
type Errors = lang.List[*Error]
