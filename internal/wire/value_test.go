package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

const household = `{"id":"h-17","division":"430223","residence":"rural","property":"within",
 "members":[
  {"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500.00","per":"month"}]},
  {"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],
   "disability":{"category":"intellectual","grade":1,"longTermCare":"yes"}}]}`

// tree turns v into what encoding/json makes of it, and reports whether no field is repeated.
func tree(v Value) (any, bool) {
	switch v.Kind() {
	case Null:
		return nil, true
	case Bool:
		return v.Text() == "true", true
	case Number:
		return json.Number(v.Text()), true
	case String:
		return v.Text(), true
	case Array:
		elems, all := make([]any, len(v.Elems())), true
		for i, e := range v.Elems() {
			elem, once := tree(e)
			elems[i], all = elem, all && once
		}
		return elems, all
	}
	fields, all := map[string]any{}, true
	for _, f := range v.Fields() {
		field, once := tree(f.Value)
		fields[f.Name], all = field, all && once
	}
	return fields, all && len(fields) == len(v.Fields())
}

func standardTree(t *testing.T, data []byte) any {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var want any
	require.NoError(t, d.Decode(&want))
	return want
}

func TestParseHousehold(t *testing.T) {
	v, err := Parse([]byte(household))
	require.NoError(t, err)
	got, once := tree(v)
	assert.True(t, once)
	assert.Equal(t, standardTree(t, []byte(household)), got)
	assert.Equal(t, strings.Index(household, "["), v.Fields()[4].Value.Offset())
}

func TestParseAccepts(t *testing.T) {
	for _, text := range []string{
		`null`, `true`, ` false `, `0`, `-0`, `-1.50e+10`, `1E3`, `""`, "\t{}\r\n", `[]`, `[[],{}]`, `[1, "2",null]`,
		`{"a":{"b":[{}]},"":0}`, `"株洲市"`, `"\"\\\/\b\f\n\r\t"`, `"\u682a洲\u0000"`, `"\uD83D\uDE00😀"`, "\"\u007f\u2028\"",
		strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth),
	} {
		v, err := Parse([]byte(text))
		require.NoError(t, err, text)
		got, _ := tree(v)
		assert.Equal(t, standardTree(t, []byte(text)), got, text)
	}
}

func TestZeroValueIsNull(t *testing.T) {
	assert.Equal(t, Null, Value{}.Kind())
	assert.Equal(t, "null", Value{}.Text())
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		text string
		want SyntaxError
	}{
		{"", SyntaxError{1, 1, CodeEmptyInput, "", false, 0}},
		{" \n ", SyntaxError{2, 2, CodeEmptyInput, "", false, 0}},
		{"1 2", SyntaxError{1, 3, CodeTrailingData, "", false, 0}},
		{"{}}", SyntaxError{1, 3, CodeTrailingData, "", false, 0}},
		{"\uFEFF{}", SyntaxError{1, 1, CodeSyntax, detailByteOrderMark, false, 0}},
		{"{\n \"株洲\" 1}", SyntaxError{2, 7, CodeSyntax, detailColon, false, 0}},
		{`{1:2}`, SyntaxError{1, 2, CodeSyntax, detailName, false, 0}},
		{`{"a":}`, SyntaxError{1, 6, CodeSyntax, detailValue, false, 0}},
		{`{"a":1 "b":2}`, SyntaxError{1, 8, CodeSyntax, detailCommaOrBrace, false, 0}},
		{`[1 2]`, SyntaxError{1, 4, CodeSyntax, detailCommaOrBracket, false, 0}},
		{`[1,]`, SyntaxError{1, 4, CodeSyntax, detailTrailingComma, false, 0}},
		{`{"a":1,}`, SyntaxError{1, 8, CodeSyntax, detailTrailingComma, false, 0}},
		{`[1,,2]`, SyntaxError{1, 4, CodeSyntax, detailValue, false, 0}},
		{`[tru]`, SyntaxError{1, 5, CodeSyntax, detailWord, false, 0}},
		{`{"a":NaN}`, SyntaxError{1, 6, CodeSyntax, detailValue, false, 0}},
		{`[01]`, SyntaxError{1, 3, CodeSyntax, detailNumber, false, 0}},
		{`[1.]`, SyntaxError{1, 4, CodeSyntax, detailNumber, false, 0}},
		{`[-]`, SyntaxError{1, 3, CodeSyntax, detailNumber, false, 0}},
		{`[1e]`, SyntaxError{1, 4, CodeSyntax, detailNumber, false, 0}},
		{`+1`, SyntaxError{1, 1, CodeSyntax, detailValue, false, 0}},
		{`'a'`, SyntaxError{1, 1, CodeSyntax, detailValue, false, 0}},
		{`"\x"`, SyntaxError{1, 3, CodeSyntax, detailEscape, false, 0}},
		{`"\u12g4"`, SyntaxError{1, 6, CodeSyntax, detailEscape, false, 0}},
		{"\"a\nb\"", SyntaxError{1, 3, CodeSyntax, detailControl, false, 0}},
		{"\x00", SyntaxError{1, 1, CodeSyntax, detailValue, false, 0}},
		{"1 // one", SyntaxError{1, 3, CodeTrailingData, "", false, 0}},
		{`"\ud83d"`, SyntaxError{1, 2, CodeInvalidUTF8, detailSurrogate, false, 0}},
		{`"\ude00"`, SyntaxError{1, 2, CodeInvalidUTF8, detailSurrogate, false, 0}},
		{`"\ud83d\u0041"`, SyntaxError{1, 2, CodeInvalidUTF8, detailSurrogate, false, 0}},
		{`"\ud83d\n"`, SyntaxError{1, 2, CodeInvalidUTF8, detailSurrogate, false, 0}},
		{"\"\xd6\xea\xd6\xde\"", SyntaxError{1, 2, CodeInvalidUTF8, "", false, 0}},
		{"\"\xed\xa0\x80\"", SyntaxError{1, 2, CodeInvalidUTF8, "", false, 0}},
		{strings.Repeat("[", MaxDepth+1), SyntaxError{1, MaxDepth + 1, CodeTooDeep, "", false, 0}},
		{strings.Repeat(`{"a":`, MaxDepth+1), SyntaxError{1, 5*MaxDepth + 1, CodeTooDeep, "", false, 0}},
		{"[" + strings.Repeat("0,", MaxParts) + "0]", SyntaxError{1, 2 * MaxParts, CodeTooMany, detailParts, false, 0}},
		{strings.Repeat(" ", MaxValue) + "1", SyntaxError{1, 1, CodeTooLong, "", false, 0}},
	} {
		_, err := Parse([]byte(c.text))
		var got *SyntaxError
		require.ErrorAs(t, err, &got, "%.40q", c.text)
		assert.Equal(t, c.want, *got, "%.40q", c.text)
	}
}

// Each beginning of a good text is either good itself or cut off, never something else.
func TestParseTruncated(t *testing.T) {
	for _, text := range []string{household, `"\u682a\ud83d\ude00株\n"`, `[true,false,null,-1.5e-3]`} {
		for i := 1; i < len(text); i++ {
			_, err := Parse([]byte(text[:i]))
			var got *SyntaxError
			require.ErrorAs(t, err, &got, text[:i])
			assert.Equal(t, CodeTruncated, got.Code, text[:i])
		}
	}
}

func TestSyntaxErrorText(t *testing.T) {
	err := &SyntaxError{Line: 3, Column: 7, Code: CodeSyntax, Detail: detailColon, Stopped: true}
	assert.EqualError(t, err, "line 3, column 7: not valid JSON: a colon is wanted here; the rest was not read")
	assert.Equal(t, "第 3 行第 7 列：不是合法的 JSON：此处应为冒号；其余内容未读取", err.Text(lang.Chinese))
	err.Begins = 3
	assert.NotContains(t, err.Text(lang.English), "begins", "the line is named")
	err.Begins, err.Code, err.Detail = 1, CodeTruncated, ""
	assert.EqualError(t, err, "line 3, column 7: the input ends too early (in the value that begins on line 1); neither that value nor what follows it was read")
	assert.Equal(t, "第 3 行第 7 列：内容不完整，提前结束（该值自第 1 行开始）；该值及其后的内容均未读取", err.Text(lang.Chinese))
}

func TestAppendString(t *testing.T) {
	for s, want := range map[string]string{
		"":                    `""`,
		"株洲 <a&b>":            `"株洲 <a&b>"`,
		"a\"b\\c/":            `"a\"b\\c/"`,
		"\b\f\n\r\t\x00\x1f":  `"\b\f\n\r\t\u0000\u001f"`,
		"\xd6株\xea":           "\"\uFFFD株\uFFFD\"",
		"\uFFFD\u007f\u2028😀": "\"\uFFFD\u007f\u2028😀\"",
	} {
		assert.Equal(t, want, string(AppendString(nil, s)))
	}
	assert.Equal(t, `x"y"`, string(AppendString([]byte("x"), "y")))
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{household, `[1,-0.5e+7,true,false,null,"\ud83d\ude00\u0041\n"]`, `{"a":{"a":[]},"A":1}`, `[1,]`,
		"\uFEFF1", "\"\xff\"", `"\ud800"`, "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := Parse(data)
		if err != nil {
			var fault *SyntaxError
			require.True(t, errors.As(err, &fault))
			known := fault.Code == CodeTooDeep || fault.Code == CodeInvalidUTF8 || fault.Code == CodeTooMany
			assert.True(t, known || !json.Valid(data), "%q: %v", data, err)
			return
		}
		require.True(t, json.Valid(data), "%q", data)
		got, once := tree(v)
		if once {
			assert.Equal(t, standardTree(t, data), got)
		}
		checkAppend(t, v)
	})
}

// checkAppend checks that each string of v survives being written and read.
func checkAppend(t *testing.T, v Value) {
	if v.Kind() == String {
		back, err := Parse(AppendString(nil, v.Text()))
		require.NoError(t, err)
		assert.Equal(t, v.Text(), back.Text())
	}
	for _, e := range v.Elems() {
		checkAppend(t, e)
	}
	for _, f := range v.Fields() {
		checkAppend(t, f.Value)
	}
}

func BenchmarkParse(b *testing.B) {
	data := []byte(household)
	b.Run("wire", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if _, err := Parse(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			var v any
			if err := json.Unmarshal(data, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
}
