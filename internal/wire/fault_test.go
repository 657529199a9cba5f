package wire

import (
	"errors"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

func parsed(t *testing.T, text string) Value {
	v, err := Parse([]byte(text))
	require.NoError(t, err)
	return v
}

// declared returns the values of the string constants of texts.go whose names begin with prefix.
func declared(t *testing.T, prefix string) []string {
	file, err := goparser.ParseFile(token.NewFileSet(), "texts.go", nil, goparser.SkipObjectResolution)
	require.NoError(t, err)
	var values []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if ok && strings.HasPrefix(spec.Names[0].Name, prefix) && len(spec.Values) == 1 {
			if literal, ok := spec.Values[0].(*ast.BasicLit); ok {
				value, err := strconv.Unquote(literal.Value)
				require.NoError(t, err)
				values = append(values, value)
			}
		}
		return true
	})
	return values
}

func codes(texts []text) []string {
	var codes []string
	for _, t := range texts {
		codes = append(codes, t.code)
	}
	return codes
}

func TestEveryCodeHasBothTexts(t *testing.T) {
	assert.Equal(t, declared(t, "Code"), codes(codeTexts[:]))
	assert.Equal(t, declared(t, "detail"), codes(detailTexts[:]))
	seen := map[string]bool{}
	for _, entry := range append(codeTexts[:], detailTexts[:]...) {
		assert.Regexp(t, `^[a-z]+[a-z0-9]*(-[a-z0-9]+)*$`, entry.code)
		assert.Regexp(t, `\p{Han}`, entry.chinese)
		assert.Regexp(t, `^[A-Za-z][ -~]+$`, entry.english)
		assert.False(t, seen[entry.code] || seen[entry.chinese] || seen[entry.english], entry)
		seen[entry.code], seen[entry.chinese], seen[entry.english] = true, true, true
	}
	got, ok := CodeText(CodeRequired, lang.Chinese)
	assert.Equal(t, "缺少必填字段", got)
	assert.True(t, ok)
	_, ok = CodeText("no-such-code", lang.English)
	assert.False(t, ok)
}

func TestFieldErrorText(t *testing.T) {
	for _, c := range []struct {
		fault            FieldError
		chinese, english string
	}{
		{FieldError{Path: "members[1].born", Value: "2020-13-01", Code: CodeDateFormat},
			"不是日期（格式如 2020-10-01）：“2020-13-01”，位于：members[1].born",
			`not a date such as 2020-10-01: "2020-13-01" at members[1].born`},
		{FieldError{Path: "id", Value: "", Code: CodeRequired}, "缺少必填字段，位于：id", "required field is missing at id"},
		{FieldError{Path: "", Value: "[...]", Code: CodeWrongType}, "值的类型不对：“[...]”，位于：整个值", `wrong type of value: "[...]" at the whole value`},
		{FieldError{Path: "a", Value: "x\n\u202e\xff", Code: "my-own"}, `错误 my-own：“x\n\u202e\xff”，位于：a`, `fault my-own: "x\n\u202e\xff" at a`},
		{FieldError{Path: "a", Value: strings.Repeat("株", 65), Code: CodeNotAValue},
			"不是可接受的取值：“" + strings.Repeat("株", 64) + "…(65)”，位于：a",
			`not one of the values accepted here: "` + strings.Repeat("株", 64) + `…(65)" at a`},
		{FieldError{}, "错误 ，位于：整个值", "fault  at the whole value"},
	} {
		assert.Equal(t, c.chinese, c.fault.Text(lang.Chinese))
		assert.Equal(t, c.english, c.fault.Text(lang.English))
		assert.EqualError(t, &c.fault, c.english)
	}
}

func TestErrors(t *testing.T) {
	var f Faults
	assert.True(t, f.Empty())
	assert.NoError(t, f.Err())
	f.Add("id", CodeRequired, "")
	f.Add("weight", CodeNumberRange, "0")
	assert.False(t, f.Empty())
	err := f.Err()
	assert.Equal(t, f.All(), err)
	assert.EqualError(t, err, `required field is missing at id; number out of range: "0" at weight`)
	assert.Equal(t, "缺少必填字段，位于：id\n数字超出范围：“0”，位于：weight", f.All().Text(lang.Chinese))
	var first *FieldError
	require.True(t, errors.As(err, &first))
	assert.Equal(t, FieldError{Path: "id", Value: "", Code: CodeRequired}, *first)
}

func TestObject(t *testing.T) {
	var f Faults
	o := f.Object(parsed(t, `{"id":"a","ID":1,"incme":[],"Born":{},"id":"b","a.b\n":null,"":true,"\u212a":0}`), "members[1]", "id", "born", "k")
	assert.True(t, o.Valid())
	assert.Equal(t, Errors{
		{Path: "members[1].ID", Value: "1", Code: CodeFieldCase},
		{Path: "members[1].incme", Value: "[...]", Code: CodeUnknownField},
		{Path: "members[1].Born", Value: "{...}", Code: CodeFieldCase},
		{Path: "members[1].id", Value: "b", Code: CodeRepeatedField},
		{Path: `members[1]["a.b\n"]`, Value: "null", Code: CodeUnknownField},
		{Path: `members[1][""]`, Value: "true", Code: CodeUnknownField},
		{Path: "members[1].\u212a", Value: "0", Code: CodeUnknownField},
	}, f.All())
	id, ok := o.Get("id")
	assert.True(t, ok)
	assert.Equal(t, "a", id.Text())
	_, ok = o.Get("born")
	assert.False(t, ok)
}

func TestObjectVariantBeforeName(t *testing.T) {
	var f Faults
	o := f.Object(parsed(t, `{"Id":1,"id":2}`), "", "id")
	id, _ := o.Get("id")
	assert.Equal(t, "2", id.Text())
	assert.Equal(t, Errors{{Path: "Id", Value: "1", Code: CodeFieldCase}}, f.All())
}

func TestRequired(t *testing.T) {
	var f Faults
	o := f.Object(parsed(t, `{"a":1,"B":2}`), "", "a", "b", "c")
	for _, name := range []string{"a", "b", "c"} {
		f.Required(o, name)
	}
	none := f.Object(Value{}, "x", "a")
	assert.False(t, none.Valid())
	_, ok := f.Required(none, "a")
	assert.False(t, ok)
	assert.Equal(t, Errors{{Path: "B", Value: "2", Code: CodeFieldCase}, {Path: "c", Code: CodeRequired},
		{Path: "x", Value: "null", Code: CodeWrongType}}, f.All())
}

func TestReadersRefuseOtherKinds(t *testing.T) {
	for _, text := range []string{`null`, `true`, `12`, `"12"`, `[]`, `{}`} {
		v := parsed(t, text)
		var f Faults
		_, isString := f.String(v, "p")
		_, isArray := f.Array(v, "p")
		_, isInt := f.Int(v, "p", 0, 100)
		_, isMoney := f.Money(v, "p")
		isObject := f.Object(v, "p").Valid()
		assert.Equal(t, v.Kind() == String, isString, text)
		assert.Equal(t, v.Kind() == Array, isArray, text)
		assert.Equal(t, v.Kind() == Number, isInt, text)
		assert.Equal(t, v.Kind() == Number || v.Kind() == String, isMoney, text)
		assert.Equal(t, v.Kind() == Object, isObject, text)
		for _, fault := range f.All() {
			assert.Equal(t, &FieldError{Path: "p", Value: shown(v), Code: CodeWrongType}, fault)
		}
	}
}

func TestStringAndArray(t *testing.T) {
	var f Faults
	s, _ := f.String(parsed(t, `"株\n"`), "")
	assert.Equal(t, "株\n", s)
	elems, _ := f.Array(parsed(t, `[1,2]`), "")
	assert.Len(t, elems, 2)
	assert.Equal(t, "members[1].income[0]", Index("members[1].income", 0))
	assert.True(t, f.Empty())
}

func TestInt(t *testing.T) {
	for text, want := range map[string]string{
		"0": "", "-5": "", "12": "",
		"13": CodeNumberRange, "-6": CodeNumberRange, "99999999999999999999": CodeNumberRange,
		"-0": CodeWrongType, "1.0": CodeWrongType, "1e1": CodeWrongType, "1E1": CodeWrongType,
	} {
		var f Faults
		n, ok := f.Int(parsed(t, text), "n", -5, 12)
		if want == "" {
			assert.True(t, ok, text)
			assert.Equal(t, text, strconv.Itoa(n))
			continue
		}
		assert.False(t, ok, text)
		assert.Equal(t, 0, n)
		assert.Equal(t, Errors{{Path: "n", Value: text, Code: want}}, f.All())
	}
}

func TestParseFen(t *testing.T) {
	for _, c := range []struct {
		text string
		fen  int64
		code string
	}{
		{"0", 0, ""}, {"0.0", 0, ""}, {"0.05", 5, ""}, {"0.5", 50, ""}, {"500", 50000, ""}, {"500.00", 50000, ""}, {"4320.1", 432010, ""},
		{"100000000000", MaxFen, ""}, {"100000000000.00", MaxFen, ""}, {"99999999999.99", MaxFen - 1, ""},
		{"100000000000.01", 0, CodeMoneyRange}, {"100000000001", 0, CodeMoneyRange}, {"9" + strings.Repeat("0", 5000), 0, CodeMoneyRange},
		{"", 0, CodeMoneyFormat}, {".5", 0, CodeMoneyFormat}, {"5.", 0, CodeMoneyFormat}, {"05", 0, CodeMoneyFormat}, {"00", 0, CodeMoneyFormat},
		{"-1", 0, CodeMoneyFormat}, {"+1", 0, CodeMoneyFormat}, {"1e3", 0, CodeMoneyFormat}, {"1.234", 0, CodeMoneyFormat}, {"1,000", 0, CodeMoneyFormat},
		{" 1", 0, CodeMoneyFormat}, {"1.2.3", 0, CodeMoneyFormat}, {"１", 0, CodeMoneyFormat}, {strings.Repeat("9", 50) + "x", 0, CodeMoneyFormat},
	} {
		fen, code := ParseFen(c.text)
		assert.Equal(t, c.fen, fen, c.text)
		assert.Equal(t, c.code, code, c.text)
	}
}

func TestMoney(t *testing.T) {
	var f Faults
	fen, ok := f.Money(parsed(t, `"500.5"`), "yuan")
	assert.True(t, ok)
	assert.Equal(t, int64(50050), fen)
	fen, ok = f.Money(parsed(t, `500.50`), "yuan")
	assert.True(t, ok)
	assert.Equal(t, int64(50050), fen)
	f.Money(parsed(t, `-0`), "a")
	f.Money(parsed(t, `"200000000000"`), "b")
	assert.Equal(t, Errors{{Path: "a", Value: "-0", Code: CodeMoneyFormat}, {Path: "b", Value: "200000000000", Code: CodeMoneyRange}}, f.All())
}

func TestFormatFen(t *testing.T) {
	for fen, want := range map[int64]string{
		0: "0.00", 5: "0.05", 50: "0.50", 50000: "500.00", -5: "-0.05", -12345: "-123.45",
		MaxFen: "100000000000.00", math.MaxInt64: "92233720368547758.07", math.MinInt64: "-92233720368547758.08",
	} {
		assert.Equal(t, want, FormatFen(fen))
	}
}

func FuzzMoney(f *testing.F) {
	for _, seed := range []string{"0", "500.00", "0.5", "100000000000", "100000000000.01", "05", "1e3", "-1", "9999999999999999999"} {
		f.Add(seed, int64(len(seed)))
	}
	f.Fuzz(func(t *testing.T, text string, fen int64) {
		assert.Equal(t, decimal.New(fen, -2).StringFixed(2), FormatFen(fen))
		if fen >= 0 && fen <= MaxFen {
			back, code := ParseFen(FormatFen(fen))
			assert.Equal(t, "", code)
			assert.Equal(t, fen, back)
		}
		fen, code := ParseFen(text)
		if code != "" {
			return
		}
		want, err := decimal.NewFromString(text)
		require.NoError(t, err)
		assert.True(t, want.Equal(decimal.New(fen, -2)), text)
	})
}
