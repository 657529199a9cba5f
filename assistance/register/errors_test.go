package register_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

const (
	asUTF8Zh = "；请在表格软件中“另存为”时选择“CSV UTF-8”"
	asUTF8En = `; in the spreadsheet choose "Save as", and there "CSV UTF-8"`
	officeZh = "；可直接用 examples/office 读取：cd examples/office && go run . -on 日期 -o 结果.xlsx 文件；或者在表格软件中“另存为”时选择“CSV UTF-8”"
	officeEn = "; examples/office reads it as it is: cd examples/office && go run . -on DAY -o decisions.xlsx FILE; " +
		`or choose "Save as" in the spreadsheet, and there "CSV UTF-8"`
)

// A fault says where it is, what it is, what stood there, and what to do, each only where it is
// known.
func TestTextOfAFault(t *testing.T) {
	for _, c := range []struct {
		fault  register.Error
		zh, en string
	}{
		{register.Error{Line: 7, Code: "quote"}, "第 7 行：引号不成对", "line 7: a quotation mark is not closed, or stands inside a cell"},
		{register.Error{Line: 7, Column: "姓名", Value: "张三", Code: "comes-back"},
			"第 7 行，列“姓名”：该户的行不连续，前面已出现过：“张三”", `line 7, column "姓名": this household had rows before, with others between: "张三"`},
		{register.Error{Line: 7, Cell: "B7", Column: "姓名", Code: "required"},
			"第 7 行（B7），列“姓名”：缺少必填字段", `line 7 (B7), column "姓名": required field is missing`},
		{register.Error{Line: 2, Column: "born", Value: "1990-13-01", Code: "date-format"},
			"第 2 行，列“出生日期”：不是日期（格式如 2020-10-01）：“1990-13-01”", `line 2, column "born": not a date such as 2020-10-01: "1990-13-01"`},
		{register.Error{Line: 2, Column: "出生日期\n", Value: "a\x1b[2J", Code: "new\tcode"},
			"第 2 行，列“出生日期\\n”：new\\tcode：“a\\x1b[2J”", `line 2, column "出生日期\n": new\tcode: "a\x1b[2J"`},
		{register.Error{Line: 3, Column: "id_number", Value: "11010519491231002x", Code: "identity"},
			"第 3 行，列“身份证号”：身份证号不正确（位数、出生日期或校验码）：“1101**********002x”",
			`line 3, column "id_number": not an identity number: length, day of birth or check character: "1101**********002x"`},
	} {
		assert.Equal(t, c.zh, c.fault.Text(standards.Chinese))
		assert.Equal(t, c.en, c.fault.Text(standards.English))
		assert.Equal(t, c.en, c.fault.Error())
	}
	own := register.Error{Line: 2, Column: "account", Code: "column-twice"}
	assert.Equal(t, "第 2 行，列“account”：同一列出现两次", own.Text(standards.Chinese), "a header that is no word of the format")
	var none *register.Error
	assert.Equal(t, []string{"", "", ""}, []string{none.Text(standards.Chinese), none.Error(), none.Cause(standards.Chinese)})
}

// The cause is said without where it is and what stood there.
func TestCauseOfAFault(t *testing.T) {
	for _, c := range []struct{ code, zh, en string }{
		{"cells", "单元格多于表头", "more cells than the header has"},
		{"required", "缺少必填字段", "required field is missing"},
		{"no code", "no code", "no code"},
	} {
		e := register.Error{Line: 7, Column: "姓名", Value: "张三", Code: c.code}
		assert.Equal(t, c.zh, e.Cause(standards.Chinese))
		assert.Equal(t, c.en, e.Cause(standards.English))
	}
}

// What a clerk can do about a fault stands behind it.
func TestAdvice(t *testing.T) {
	for _, c := range []struct {
		fault  register.Error
		zh, en string // behind the cause
	}{
		{register.Error{Code: "encoding"}, asUTF8Zh, asUTF8En},
		{register.Error{Code: "encoding", Detail: "UTF-16"}, "（看来是 UTF-16）" + asUTF8Zh, " (it looks like UTF-16)" + asUTF8En},
		{register.Error{Code: "encoding", Detail: "GB18030"}, "（看来是 GB18030）" + officeZh, " (it looks like GB18030)" + officeEn},
		{register.Error{Code: "no-text", Detail: "xlsx"}, "（是 Excel 工作簿 .xlsx）" + officeZh, " (it is an Excel workbook, .xlsx)" + officeEn},
		{register.Error{Code: "no-text", Detail: "xls"}, "（是旧版 Excel 工作簿 .xls）；请用表格软件打开，另存为 .xlsx 或“CSV UTF-8”",
			` (it is an old Excel workbook, .xls); open it in the spreadsheet and save it as .xlsx or "CSV UTF-8"`},
		{register.Error{Code: "no-text", Detail: "PDF"}, "（是 PDF）" + asUTF8Zh, " (it is PDF)" + asUTF8En},
		{register.Error{Code: "line-break"}, asUTF8Zh, asUTF8En},
		{register.Error{Code: "two-applicants", Detail: "2"}, "（另一名在第 2 行）", " (the other on line 2)"},
		{register.Error{Code: "not-a-value", Detail: "甲, 乙"}, "；请写明是：甲, 乙", "; write which: 甲, 乙"},
		{register.Error{Code: "not-a-value"}, "", ""},
		{register.Error{Code: "unknown-column", Detail: "姓\t"}, "：姓\\t（可用的列见 -headers）", "：姓\\t (-headers lists the columns)"},
		{register.Error{Code: "period", Detail: "家庭月收入、家庭年收入"}, "；请把表头改为 家庭月收入、家庭年收入", "; name the header 家庭月收入、家庭年收入"},
		{register.Error{Code: "period"}, "；请把表头改为 收入合计（元/月）、收入合计（元/年）", "; name the header 收入合计（元/月）、收入合计（元/年）"},
		{register.Error{Code: "column-twice"}, "", ""},
		{register.Error{Code: "column-twice", Detail: "户号"}, "（另一列是“户号”）", ` (the other is "户号")`},
		{register.Error{Code: "count", Detail: "3"}, "，该户有 3 行（人）", "; the household has 3 rows (people)"},
		{register.Error{Code: "income-sum", Detail: "500.00"}, "，各项之和是 500.00", "; their sum is 500.00"},
		{register.Error{Code: "paid-sum", Detail: "500.00"}, "，各项之和是 500.00", "; their sum is 500.00"},
		{register.Error{Code: "not-covered"}, "；请加一列“是否计入”，写 是 或 否", "; add a column 是否计入 (counted) that says yes or no"},
		{register.Error{Code: "quote"}, "", ""},
		{register.Error{Code: "carries"}, "；请写入相应的收入列", "; write it in a column of incomes"},
	} {
		assert.Equal(t, "第 1 行："+c.fault.Cause(standards.Chinese)+c.zh, at(c.fault).Text(standards.Chinese))
		assert.Equal(t, "line 1: "+c.fault.Cause(standards.English)+c.en, at(c.fault).Text(standards.English))
	}
	twice := register.Error{Line: 1, Column: "备注", Code: "column-twice", Detail: "备注"}
	assert.Equal(t, "第 1 行，列“备注”：同一列出现两次", twice.Text(standards.Chinese), "of one name the other says nothing")
}

// at is the fault on the first line.
func at(e register.Error) *register.Error {
	e.Line = 1
	return &e
}

// A header that carries what decides is told which columns it may be, by their usual names.
func TestWhatAHeaderCarriesAndWhereItMayGo(t *testing.T) {
	for header, want := range map[string]struct{ zh, en string }{
		"伤残等次": {"（残疾）；请改表头，或用 -map 写明它是哪一列，例如 残疾证号、残疾类别、残疾等级、生活补贴金额、护理补贴金额",
			" (disability); rename it, or say with -map which column it is, such as 残疾证号, 残疾类别, 残疾等级, 生活补贴金额, 护理补贴金额"},
		"养老金": {"（收入）；请改表头，或用 -map 写明它是哪一列，例如 月收入、年收入、家庭月收入、家庭年收入、工资性收入、转移净收入",
			" (income); rename it, or say with -map which column it is, such as 月收入, 年收入, 家庭月收入, 家庭年收入, 工资性收入, 转移净收入"},
		"房产": {"（财产）；请改表头，或用 -map 写明它是哪一列，例如 家庭财产、本人财产",
			" (property); rename it, or say with -map which column it is, such as 家庭财产, 本人财产"},
		"外出人数": {"（人数）；请改表头，或用 -map 写明它是哪一列，例如 家庭人口数、保障人数",
			" (a number of people); rename it, or say with -map which column it is, such as 家庭人口数, 保障人数"},
	} {
		e := &register.Error{Line: 1, Column: header, Code: "carries"}
		assert.Equal(t, "第 1 行，列“"+header+"”：这一列载有影响审核的内容，但不认识，不能略过"+want.zh, e.Text(standards.Chinese))
		assert.Equal(t, `line 1, column "`+header+`": this column carries what decides, is not known, and cannot be left out`+want.en,
			e.Text(standards.English))
	}
}

// Full-width letters, digits and marks of numbers are pointed out, in the value and in the header;
// letters and marks beside them are not, nor where the width is not the cause.
func TestFullWidthIsPointedOut(t *testing.T) {
	for value, want := range map[string]bool{
		"０": true, "９": true, "Ａ": true, "Ｚ": true, "ａ": true, "ｚ": true, "，": true, "．": true, "－": true, "／": true, "5，000": true,
		"／０": true, "：": false, "＠": false, "［": false, "｀": false, "｛": false, "（": false, "0": false, "Z": false, "五": false, "": false,
	} {
		for _, e := range []register.Error{{Line: 1, Value: value, Code: "money-format"}, {Line: 1, Column: value, Code: "money-format"}} {
			assertEnds(t, want, e.Text(standards.Chinese), "（有全角字符，请改为半角）", value)
			assertEnds(t, want, e.Text(standards.English), " (it has full-width characters; write half-width ones)", value)
		}
	}
	for _, code := range []string{"cells", "carries"} {
		assert.NotContains(t, at(register.Error{Value: "０", Column: "收入", Code: code}).Text(standards.Chinese), "全角")
	}
}

// assertEnds asserts that a text ends in end, or does not.
func assertEnds(t *testing.T, want bool, text, end, of string) {
	t.Helper()
	if got := len(text) >= len(end) && text[len(text)-len(end):] == end; got != want {
		assert.Fail(t, text, "%q: ends in %q: %v, want %v", of, end, got, want)
	}
}

// The middle of an identity number is hidden wherever it stands, in the number of a certificate
// (two digits more, and a letter and a digit of a replacement) and in one whose check character was
// left out; shorter and longer numbers are none.
func TestMasked(t *testing.T) {
	for text, want := range map[string]string{
		"11010519491231002X":      "1101**********002X",
		"11010519491231002x":      "1101**********002x",
		"110105194912310021":      "1101**********0021",
		"11010519491231009":       "1101*********1009", // 17 digits
		"1101051949123100":        "1101051949123100",  // 16
		"1101051949123100X":       "1101051949123100X",
		"11010519491231002X42":    "1101************2X42",
		"11010519491231002X42B1":  "1101************2X42B1",
		"1101051949123100214212":  "1101**************4212",  // 22
		"11010519491231002142123": "11010519491231002142123", // 23
		"身份证11010519491231002X，又110105194912310021。": "身份证1101**********002X，又1101**********0021。",
		"a11010519491231002Xb": "a1101**********002Xb",
		"11010519491231002Y":   "1101*********1002Y",
		"99999999999999999":    "9999*********9999",
		"00000000000000000":    "0000*********0000",
		"/////////////////":    "/////////////////",
		":::::::::::::::::":    ":::::::::::::::::",
		"X":                    "X",
		"":                     "",
	} {
		assert.Equal(t, want, register.Masked(text), text)
	}
}
