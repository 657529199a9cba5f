package register

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

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
	// in a register of households, the same household or head stands on an earlier row too
	CodeHeadTwice = "head-twice"
	CodePerHead   = "per-head" // the income of the family follows from that per head, which may be rounded
	CodeBirth     = "birth"    // the day of birth contradicts the relation to the applicant
	// a disability or illness is named, and no certificate and no finding is stated: it is not
	// examined
	CodeHealth = "health"
)

// Codes of faults. CodeApplicants is a fault where the name of the head is the household's id, and
// CodeUnifiedHukou that of a member whose household states a kind of hukou.
const (
	codeQuote         = "quote"          // a quotation mark is not closed, or stands inside a cell
	codeTooLong       = "row-too-long"   // a row is longer than a mebibyte
	codeUnknownColumn = "unknown-column" // what the caller names is no column of the format
	codeCarries       = "carries"        // the header carries what decides, and is no column
	codeUnit          = "unit"           // the unit or the period in a header is none of its column
	codePeriod        = "period"         // the header does not say whether the amounts are a month or a year
	codeNoHousehold   = "no-household"   // a row is a person of a household, and no column tells households apart
	codeNoDivision    = "no-division"    // no column states the division, nor does the caller
	codeNoHeader      = "no-header"      // no row has headers that are known
	codeExtract       = "extract"        // neither households nor certificates stand in the file
	codeLevel         = "level"          // a row is no person of a household
	codeNoText        = "no-text"        // the file is a workbook or the like
	codeCount         = "count"          // a number of people is not that of the rows
	codeIncomeSum     = "income-sum"     // an income as a whole is not the sum of the incomes
	codeIncomeTwice   = "income-twice"   // the same income, or the same kind in one row, is stated twice
	codeWhoseIncome   = "whose-income"   // the income of a family in which this person may not count
	codePaidSum       = "paid-sum"       // what is paid in parts is more than what is paid in all
	codeNoHead        = "no-head"        // everyone stands in a relation to a head who is not among the rows
	codeNotCovered    = "not-covered"    // the member is not covered now, others are
	codeColumnTwice   = "column-twice"   // two headers name one column
	codeNoColumn      = "no-column"      // a column that is needed is missing
	codeCells         = "cells"          // a row has more cells than the header
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
	codeUnknownColumn: {Zh: "对照表中所写的列不存在",
		En: "what the map names is no column"},
	codeCarries: {Zh: "这一列载有影响审核的内容，但不认识，不能略过",
		En: "this column carries what decides, is not known, and cannot be left out"},
	codeUnit: {Zh: "表头所写的单位或周期与这一列不符，不能按元读取",
		En: "the unit or the period in the header does not fit the column: its amounts are not read as yuan"},
	codePeriod: {Zh: "没有写明是每月还是每年",
		En: "it does not say whether it is a month or a year"},
	codeNoHousehold: {Zh: "每行是家庭中的一个人，但没有区分家庭的列",
		En: "each row is a person of a household, and no column tells households apart"},
	codeNoDivision: {Zh: "没有载明县市区的列",
		En: "no column states the division"},
	codeNoHeader: {Zh: "没有找到表头（各列的名称）",
		En: "no header was found"},
	codeExtract: {Zh: "既不是家庭登记表（没有户和关系），也不是残疾人证名册，据此不能审核任何人",
		En: "neither a register of households (no household and relation) nor of disability certificates: nobody can be decided by it"},
	codeLevel: {Zh: "每行不是家庭中的一个人，不能据以审核家庭",
		En: "its rows are not people of households, so no household can be decided"},
	codeNoText: {Zh: "不是文本表格",
		En: "not a table in text"},
	codeCount: {Zh: "人数与行数不一致",
		En: "the number of people is not that of the rows"},
	codeIncomeSum: {Zh: "收入与各项收入之和不一致",
		En: "the income is not the sum of the incomes"},
	codeIncomeTwice: {Zh: "同一笔收入出现两次（重复的行，或同类收入在两列中）",
		En: "the same income stands twice: a repeated row, or one kind in two columns"},
	codeWhoseIncome: {Zh: "只载明了全家收入，而本户有人可能不计入家庭成员，不能确定是谁的收入",
		En: "only the income of the family is stated, and this member may not count: whose income it is cannot be told"},
	codePaidSum: {Zh: "分项发放之和多于发放合计",
		En: "what is paid in parts is more than what is paid in all"},
	codeNoHead: {Zh: "本户没有户主（申请人）这一行，可能有成员没有列出",
		En: "the head (applicant) is not among the rows of the household: others may be missing too"},
	codeNotCovered: {Zh: "本户有人享受而该成员不享受，不能确定是否计入家庭成员",
		En: "others of the household are covered and this member is not: whether the member counts cannot be told"},
	CodeHeadTwice: {Zh: "同一户（户主）在前面已出现",
		En: "the same household or head stands on an earlier row"},
	CodePerHead: {Zh: "全家收入按人均收入乘以人数计算，人均收入可能已四舍五入",
		En: "the income of the family is taken as that per head times the people, which may be rounded"},
	CodeBirth: {Zh: "出生日期与“与申请人关系”不符：父辈不年长于申请人，或者子辈不年幼于申请人",
		En: "the day of birth contradicts the relation: a parent who is no older than the applicant, or a child who is no younger"},
	CodeHealth: {Zh: "写有残疾或患病，但没有残疾人证、重病认定的列，未予审核",
		En: "a disability or illness is named, without a certificate or finding: it is not examined"},
	codeColumnTwice: {Zh: "同一列出现两次",
		En: "two headers name one column"},
	codeNoColumn: {Zh: "缺少这一列",
		En: "this column is needed"},
	codeCells: {Zh: "单元格多于表头",
		En: "more cells than the header has"},
	codeLineBreak: {Zh: "各行须以换行符（LF 或 CRLF）结尾",
		En: "lines are to end in LF or CRLF"},
	codeEncoding: {Zh: "不是 UTF-8 或 UTF-16 编码",
		En: "neither UTF-8 nor UTF-16"},
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
	Cell   string // in a sheet, such as C7; empty elsewhere
	Column string // the header as it stands in the file; empty: the row as a whole
	Value  string // the cell as it stands in the file
	Code   string // a stable word, such as "comes-back"
	Detail string // more on it, such as the encoding, the words to write instead, or the other line
}

// Error returns the English text.
func (e *Error) Error() string { return e.Text(standards.English) }

// Text says in language l where the fault is and what it is.
func (e *Error) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(l.In("第 ", "line ") + strconv.Itoa(e.Line) + l.In(" 行", ""))
	if e.Cell != "" {
		b.WriteString(l.In("（", " (") + wire.Shown(e.Cell) + l.In("）", ")"))
	}
	if e.Column != "" {
		b.WriteString(l.In("，列“", `, column "`) + wire.Shown(columnText(e.Column, l)) + l.In("”", `"`))
	}
	b.WriteString(l.In("：", ": ") + e.Cause(l))
	if e.Value != "" {
		b.WriteString(l.In("：“", `: "`) + wire.Shown(Masked(e.Value)) + l.In("”", `"`))
	}
	b.WriteString(e.advice(l))
	return b.String()
}

// Cause says in language l what it is, without where it stands and what stood there.
func (e *Error) Cause(l standards.Lang) string {
	if e == nil {
		return ""
	}
	if pair, ok := codeTexts[e.Code]; ok {
		return pair.In(l)
	}
	if text, ok := wire.CodeText(e.Code, l); ok {
		return text
	}
	return wire.Shown(e.Code)
}

// columnText names a column of the format in Chinese too, where a Chinese text names it.
func columnText(column string, l standards.Lang) string {
	if l != standards.Chinese || !isVisible(column[0]) {
		return column
	}
	for _, names := range columnNames() {
		if slices.Index(names, column) == 0 {
			return names[1]
		}
	}
	return column
}

// advice says in language l what to write or to do instead.
func (e *Error) advice(l standards.Lang) string {
	var text string
	if e.Code != codeCells && e.Code != codeCarries && fullWidth(e.Value+e.Column) {
		text = l.In("（有全角字符，请改为半角）", " (it has full-width characters; write half-width ones)")
	}
	return text + e.instead(l)
}

// instead says in language l what to do about a fault.
func (e *Error) instead(l standards.Lang) string {
	asUTF8 := l.In("；请在表格软件中“另存为”时选择“CSV UTF-8”", `; in the spreadsheet choose "Save as", and there "CSV UTF-8"`)
	switch e.Code {
	case codeEncoding:
		text := ""
		if e.Detail != "" {
			text = l.In("（看来是 ", " (it looks like ") + e.Detail + l.In("）", ")")
		}
		if e.Detail == gb18030 {
			return text + officeText(l)
		}
		return text + asUTF8
	case codeNoText:
		if e.Detail == "xlsx" {
			return l.In("（是 Excel 工作簿 .xlsx）", " (it is an Excel workbook, .xlsx)") + officeText(l)
		}
		if e.Detail == "xls" {
			return l.In("（是旧版 Excel 工作簿 .xls）；请用表格软件打开，另存为 .xlsx 或“CSV UTF-8”",
				` (it is an old Excel workbook, .xls); open it in the spreadsheet and save it as .xlsx or "CSV UTF-8"`)
		}
		return l.In("（是 ", " (it is ") + e.Detail + l.In("）", ")") + asUTF8
	case codeLineBreak:
		return asUTF8
	case CodeApplicants:
		return l.In("（另一名在第 ", " (the other on line ") + e.Detail + l.In(" 行）", ")")
	case wire.CodeNotAValue:
		if e.Detail != "" {
			return l.In("；请写明是：", "; write which: ") + e.Detail
		}
	case codeCarries:
		return e.carriesWhat(l)
	case codeUnknownColumn:
		return "：" + wire.Shown(e.Detail) + l.In("（可用的列见 -headers）", " (-headers lists the columns)")
	case codePeriod:
		return l.In("；请把表头改为 ", "; name the header ") + cmp.Or(e.Detail, "收入合计（元/月）、收入合计（元/年）")
	case codeColumnTwice:
		if e.Detail != "" && e.Detail != e.Column {
			return l.In("（另一列是“", ` (the other is "`) + wire.Shown(e.Detail) + l.In("”）", `")`)
		}
	case codeCount:
		return l.In("，该户有 ", "; the household has ") + e.Detail + l.In(" 行（人）", " rows (people)")
	case codeIncomeSum, codePaidSum:
		return l.In("，各项之和是 ", "; their sum is ") + e.Detail
	}
	if pair, ok := adviceTexts[e.Code]; ok {
		return pair.In(l)
	}
	return ""
}

// officeText names the program that reads files which this one does not, and what else can be done.
func officeText(l standards.Lang) string {
	return l.In("；可直接用 examples/office 读取：cd examples/office && go run . -on 日期 -o 结果.xlsx 文件；"+
		"或者在表格软件中“另存为”时选择“CSV UTF-8”",
		"; examples/office reads it as it is: cd examples/office && go run . -on DAY -o decisions.xlsx FILE; "+
			`or choose "Save as" in the spreadsheet, and there "CSV UTF-8"`)
}

// carriesWhat says in language l what an unknown header carries, and which columns it may be.
func (e *Error) carriesWhat(l standards.Lang) string {
	what := carries(e.Column)
	if what == nil {
		return l.In("；请写入相应的收入列", "; write it in a column of incomes")
	}
	names := columnNames()
	var list []string
	for _, c := range what.columns {
		list = append(list, names[c][1])
	}
	return l.In("（", " (") + what.what.In(l) + l.In("）；请改表头，或用 -map 写明它是哪一列，例如 ",
		"); rename it, or say with -map which column it is, such as ") + strings.Join(list, l.In("、", ", "))
}

// adviceTexts say what to do about faults for which it is always the same.
var adviceTexts = map[string]lang.Text{
	codeNoHousehold: {Zh: "；请加一列“户编号”（同一户各行相同），或“户主姓名”",
		En: "; add a column 户编号 (household), the same on the rows of one household, or 户主姓名 (head)"},
	codeNoDivision: {Zh: "；请加一列“县市区”，或用 -division 写明，例如 -division 天元区",
		En: "; add a column 县市区 (division), or say it with -division, such as -division 430211"},
	codeExtract: {Zh: "；家庭登记表须有“户编号”“姓名”“与户主关系”，花名册须有“户主姓名”和“保障人数”或“月保障金额”，残疾人名册须有“残疾证号”或残疾类别、等级",
		En: "; a register of households has 户编号 (household), 姓名 (member) and 与户主关系 (relation), a list of heads 户主姓名 and 保障人数 or 月保障金额, a list of the disabled 残疾证号 or category and grade"},
	codeNoHeader: {Zh: "；表头应单独一行，每列一格，可用的名称见 -headers", En: "; it is a row with a name in each cell; -headers lists them"},
	codeUnit: {Zh: "；请先把各格换算为元，并按这一列的周期（每月或每年），再改表头",
		En: "; convert the amounts to yuan and to the period of the column first, and then rename the header"},
	codeLevel: {Zh: "；请用 caseload 核对", En: "; caseload checks it"},
	codeIncomeTwice: {Zh: "；确为两笔的请合并为一笔",
		En: "; write two incomes that are alike as one"},
	codeWhoseIncome: {Zh: "；请按人写明收入，或用“是否计入”写明该成员是否计入",
		En: "; state incomes by person, or whether the member counts (counted)"},
	codeNoHead: {Zh: "；请补上户主的行，或用“家庭人口数”列写明全家人数",
		En: "; add the row of the head, or state with people how many the household has"},
	codeNotCovered: {Zh: "；请加一列“是否计入”，写 是 或 否",
		En: "; add a column 是否计入 (counted) that says yes or no"},
	CodeHealth: {Zh: "；有残疾人证或认定的，请加“残疾类别”“残疾等级”或“是否重病”列",
		En: "; where there is a certificate or a finding, add its columns"},
}

// Masked hides the middle of identity numbers (身份证号) in a text, those in the numbers of
// certificates too: 4302**********0012.
func Masked(text string) string {
	out, run := []byte(nil), 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && (text[i] >= '0' && text[i] <= '9' || run >= identityDigits &&
			(text[i] == 'x' || text[i] == 'X')) {
			run++
			continue
		}
		if run >= identityDigits && run <= certificateLength+2 {
			if out == nil {
				out = []byte(text)
			}
			const shown = 4
			for j := i - run + shown; j < i-shown; j++ {
				out[j] = '*'
			}
		}
		run = 0
	}
	if out == nil {
		return text
	}
	return string(out)
}

// fullWidth reports whether s has digits, letters, or the marks of numbers, days and rows, in their
// full-width form (全角).
func fullWidth(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return '０' <= r && r <= '９' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ' || strings.ContainsRune("，．－／", r)
	})
}

// Errors lists all the faults of a household, or of the header, in the order found.
type Errors = lang.List[*Error]
