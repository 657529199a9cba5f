package wire

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Codes of faults.
const (
	CodeUnknownField  = "unknown-field"
	CodeRepeatedField = "repeated-field"
	CodeFieldCase     = "field-case" // a known field in other letters, upper for lower
	CodeRequired      = "required"
	CodeWrongType     = "wrong-type"
	CodeNotAValue     = "not-a-value" // not one of the words accepted
	CodeNotAllowed    = "not-allowed-here"
	CodeConflict      = "conflict" // two fields disagree
	CodeRepeated      = "repeated"
	CodeTooMany       = "too-many"

	CodeSyntax       = "syntax"
	CodeTruncated    = "truncated"
	CodeTooDeep      = "too-deep"
	CodeInvalidUTF8  = "invalid-utf8"
	CodeTooLong      = "too-long" // one value above the size limit
	CodeEmptyInput   = "empty-input"
	CodeTrailingData = "trailing-data"

	CodeMoneyFormat  = "money-format"
	CodeMoneyRange   = "money-range"
	CodeNumberRange  = "number-range"
	CodeDateFormat   = "date-format"
	CodeDateRange    = "date-range"
	CodeDuplicateID  = "duplicate-id"
	CodeIDFormat     = "id-format"
	CodeUnknownPlace = "unknown-place"

	CodeUnknownFormat = "unknown-format" // a later one than this version reads
)

// Details of syntax faults: what is missing or wrong at the place.
const (
	detailValue          = "value"
	detailName           = "name"
	detailColon          = "colon"
	detailQuote          = "quote"
	detailCommaOrBrace   = "comma-or-brace"
	detailCommaOrBracket = "comma-or-bracket"
	detailTrailingComma  = "trailing-comma"
	detailWord           = "word"
	detailNumber         = "number"
	detailEscape         = "escape"
	detailSurrogate      = "surrogate"
	detailControl        = "control-character"
	detailByteOrderMark  = "byte-order-mark"
	detailParts          = "parts"
)

type text struct{ code, chinese, english string }

var codeTexts = [...]text{
	{CodeUnknownField, "未知字段", "unknown field"},
	{CodeRepeatedField, "字段重复", "field stands more than once"},
	{CodeFieldCase, "字段名大小写不符", "field name differs from a known one in upper and lower case"},
	{CodeRequired, "缺少必填字段", "required field is missing"},
	{CodeWrongType, "值的类型不对", "wrong type of value"},
	{CodeNotAValue, "不是可接受的取值", "not one of the values accepted here"},
	{CodeNotAllowed, "此处不得填写，须与另一字段配合使用", "not allowed here, goes only with another field"},
	{CodeConflict, "与另一字段不一致", "does not agree with another field"},
	{CodeRepeated, "重复列出", "is listed more than once"},
	{CodeTooMany, "数量过多", "too many"},

	{CodeSyntax, "不是合法的 JSON", "not valid JSON"},
	{CodeTruncated, "内容不完整，提前结束", "the input ends too early"},
	{CodeTooDeep, "嵌套过深", "nested too deeply"},
	{CodeInvalidUTF8, "不是 UTF-8 编码的文字", "not UTF-8 text"},
	{CodeTooLong, "内容过长", "too long"},
	{CodeEmptyInput, "没有内容", "nothing to read"},
	{CodeTrailingData, "值之后有多余内容", "something stands after the value"},

	{CodeMoneyFormat, "不是金额（元，至多两位小数）", "not an amount in yuan with at most two decimals"},
	{CodeMoneyRange, "金额超出范围", "amount out of range"},
	{CodeNumberRange, "数字超出范围", "number out of range"},
	{CodeDateFormat, "不是日期（格式如 2020-10-01）", "not a date such as 2020-10-01"},
	{CodeDateRange, "日期超出范围", "date out of range"},
	{CodeDuplicateID, "编号重复", "id is used more than once"},
	{CodeIDFormat, "编号格式不对", "not a well-formed id"},
	{CodeUnknownPlace, "未知地区", "unknown place"},
	{CodeUnknownFormat, "格式版本较新，须用更新的程序读取", "a later format, which takes a newer version to read"},
}

var detailTexts = [...]text{
	{detailValue, "此处应为一个值", "a value is wanted here"},
	{detailName, "此处应为双引号内的字段名", "a field name in double quotes is wanted here"},
	{detailColon, "此处应为冒号", "a colon is wanted here"},
	{detailQuote, "字符串没有结束", "the string has no closing quote"},
	{detailCommaOrBrace, "此处应为逗号或 }", "a comma or } is wanted here"},
	{detailCommaOrBracket, "此处应为逗号或 ]", "a comma or ] is wanted here"},
	{detailTrailingComma, "最后一项之后不得有逗号", "a comma stands after the last item"},
	{detailWord, "只有 true、false 和 null 不用引号", "only true, false and null stand without quotes"},
	{detailNumber, "数字写法不对", "a number cannot be written this way"},
	{detailEscape, "反斜杠之后的写法不对", "this cannot follow a backslash"},
	{detailSurrogate, "代理对不完整", "half of a surrogate pair"},
	{detailControl, "字符串内有未转义的换行或控制字符", "a line break or control character stands in a string"},
	{detailByteOrderMark, "值之前有字节顺序标记", "a byte order mark stands before the value"},
	{detailParts, "一个值内所含的值过多", "one value is made of too many"},
}

// CodeText returns what code means, in language l, and whether there is such a code.
func CodeText(code string, l lang.Lang) (string, bool) { return find(codeTexts[:], code, l) }

func find(texts []text, code string, l lang.Lang) (string, bool) {
	for _, t := range texts {
		if t.code == code {
			return l.In(t.chinese, t.english), true
		}
	}
	return "", false
}

// meaning is CodeText for any code: one that is not known is its own text.
func meaning(code string, l lang.Lang) string {
	if text, ok := CodeText(code, l); ok {
		return text
	}
	return l.In("错误 ", "fault ") + Printable(code, shownValue)
}

// How many characters of a value and of a path a text shows.
const (
	shownValue = 64 // an id is shown whole
	shownPath  = 200
)

// Shown returns s as texts of faults show it: at most 64 characters, then how many there are, with
// those that cannot be printed escaped.
func Shown(s string) string { return Printable(s, shownValue) }

// Printable is [Shown] with another limit.
func Printable(s string, limit int) string {
	var b strings.Builder
	count := 0
	for i, r := range s {
		if count++; count > limit {
			b.WriteString("…(" + strconv.Itoa(utf8.RuneCountInString(s)) + ")")
			break
		}
		switch {
		case r == '\uFFFD' && !strings.HasPrefix(s[i:], "\uFFFD"):
			b.WriteString(`\x` + strconv.FormatUint(uint64(s[i]), 16))
		case strconv.IsPrint(r):
			b.WriteRune(r)
		default:
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		}
	}
	return b.String()
}
