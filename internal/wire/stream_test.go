package wire

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// read returns what Values gives, one line for each value or error.
func read(r io.Reader) []string {
	var got []string
	for item, err := range Values(r) {
		got = append(got, line(item, err))
	}
	return got
}

func line(item Item, err error) string {
	var fault *SyntaxError
	switch {
	case errors.As(err, &fault):
		stopped := ""
		if fault.Stopped {
			stopped = " stopped"
		}
		if fault.Begins != 0 && fault.Begins != fault.Line {
			stopped += fmt.Sprintf(" from %d", fault.Begins)
		}
		return strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", fault.Line, fault.Column, fault.Code, fault.Detail)) + stopped
	case err != nil:
		return err.Error()
	}
	where := "line"
	if item.InArray {
		where = "array"
	}
	return fmt.Sprintf("%s %d %s", where, item.Line, render(item.Value))
}

func render(v Value) string {
	switch v.Kind() {
	case String:
		return string(AppendString(nil, v.Text()))
	case Array:
		var elems []string
		for _, e := range v.Elems() {
			elems = append(elems, render(e))
		}
		return "[" + strings.Join(elems, ",") + "]"
	case Object:
		var fields []string
		for _, f := range v.Fields() {
			fields = append(fields, string(AppendString(nil, f.Name))+":"+render(f.Value))
		}
		return "{" + strings.Join(fields, ",") + "}"
	}
	return v.Text()
}

func TestValues(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"one object", " {\"a\":\n1}\n", []string{`line 1 {"a":1}`}},
		{"one number", "5", []string{`line 1 5`}},
		{"lines", "{\"a\":1}\r\n\n{\"a\":2} {\"a\":3}", []string{`line 1 {"a":1}`, `line 3 {"a":2}`, `line 3 {"a":3}`}},
		{"array later", "1\n[2,3]\n", []string{`line 1 1`, `line 2 [2,3]`}},
		{"array", "\n[ {\"a\":[1,\"],\"]} ,\n2 , \"x\"]\n", []string{`array 2 {"a":[1,"],"]}`, `array 3 2`, `array 3 "x"`}},
		{"empty array", "[ ]", nil},
		{"byte order mark", "\uFEFF{}", []string{`line 1 {}`}},
		{"empty", "", []string{"1:1 empty-input"}},
		{"white space", " \n\t", []string{"2:2 empty-input"}},
		{"only a byte order mark", "\uFEFF\n", []string{"2:1 empty-input"}},
		{"two byte order marks", "\uFEFF\uFEFF{}", []string{"1:1 syntax byte-order-mark"}},

		{"faulty line", "{\"a\":1}\n{\"b\" 2}\n{\"c\":3}", []string{`line 1 {"a":1}`, "2:6 syntax colon", `line 3 {"c":3}`}},
		{"faulty value before another", "{bad} {\"c\":3}", []string{"1:2 syntax name", `line 1 {"c":3}`}},
		{"words", "hello there\n{}", []string{"1:1 syntax value", "line 2 {}"}},
		{"word cut by its line", "tru\n-\n1", []string{"1:4 syntax word", "2:2 syntax number", "line 3 1"}},
		{"open bracket", "{\"a\":1\n{\"b\":2}\n{\"c\":3}", []string{"2:1 syntax comma-or-brace from 1", `line 2 {"b":2}`, `line 3 {"c":3}`}},
		{"open string", "{\"a\":\"x}\n{\"b\":2}", []string{"1:9 syntax control-character", `line 2 {"b":2}`}},
		{"extra bracket", "{\"a\":1}}\n{}", []string{"1:8 trailing-data", "line 2 {}"}},
		{"wrong bracket", "{\"a\":[1}\n{}", []string{"1:8 syntax comma-or-bracket", "line 2 {}"}},
		{"comma between lines", "{},\n{}", []string{"1:3 trailing-data", "line 2 {}"}},
		{"no space between", "{}{}\n[]", []string{"1:3 trailing-data", "line 2 []"}},
		{"faulty value of many lines", "{\n \"a\": nul,\n \"b\": [\n  1]\n}\n{}", []string{"2:10 syntax word from 1", "line 6 {}"}},
		{"faulty brackets of many lines", "{\n \"a\": [1},\n \"b\": {\n }\n}\n{}", []string{"2:9 syntax comma-or-bracket from 1", "line 6 {}"}},
		{"truncated line", "{}\n{\"a\":[", []string{"line 1 {}", "2:7 truncated value"}},
		{"truncated word", "{}\ntru", []string{"line 1 {}", "2:4 truncated word"}},
		{"truncated string", "{}\n\"x", []string{"line 1 {}", "2:3 truncated quote"}},
		{"open bracket takes all that follows", "{\"a\":1}\n{\"id\":\n{\"c\":3}\n", []string{`line 1 {"a":1}`, "4:1 truncated comma-or-brace from 2", `line 3 {"c":3}`}},
		{"open brackets take all that follows", "{}\n{\"m\":[{\"i\":[\n{\"c\":3}\n{\"d\":4}", []string{"line 1 {}", "4:1 syntax comma-or-bracket from 2", `line 3 {"c":3}`, `line 4 {"d":4}`}},
		{"open array takes all that follows", "{}\n[\n{\"c\":3}\n", []string{"line 1 {}", "4:1 truncated comma-or-bracket from 2", `line 3 {"c":3}`}},
		{"several open brackets", "{\"a\":\n{\"b\":\n{\"c\":3}", []string{"3:8 truncated comma-or-brace from 1", "3:8 truncated comma-or-brace from 2", `line 3 {"c":3}`}},
		{"truncated value of many lines", "{}\n{\n \"a\":1,\n \"b\":", []string{"line 1 {}", "4:6 truncated value from 2"}},
		{"not UTF-8", "{\"a\":\"\xd6\xea\"} {}\n{}", []string{"1:7 invalid-utf8", "line 1 {}", "line 2 {}"}},
		{"half a pair", "\"\\ud800\"\n{}", []string{"1:2 invalid-utf8 surrogate", "line 2 {}"}},
		{"too deep", "{}\n" + strings.Repeat("[", 40) + "\n{}", []string{"line 1 {}", "2:33 too-deep", "line 3 {}"}},

		{"faulty element", `[{"a":1},{"b" 2},{"c":3}]`, []string{`array 1 {"a":1}`, "1:15 syntax colon", `array 1 {"c":3}`}},
		{"faulty word", "[1,\n tru ,3]", []string{"array 1 1", "2:5 syntax word", "array 2 3"}},
		{"no comma", `[{} {}, 1]`, []string{"1:5 syntax comma-or-bracket", "array 1 1"}},
		{"trailing comma", `[1,]`, []string{"array 1 1", "1:4 syntax trailing-comma"}},
		{"no element", `[,1]`, []string{"1:2 syntax value", "array 1 1"}},
		{"wrong bracket inside", `[1,{"a":[1},2]`, []string{"array 1 1", "1:11 syntax comma-or-bracket stopped"}},
		{"open bracket inside", `[{"a":1,{"b":2}]`, []string{"1:9 syntax name stopped"}},
		{"open string inside", "[{\"a\":\"x},\n{\"b\":2}]", []string{"1:11 syntax control-character stopped"}},
		{"tab in a string", "[\"a\tb\",2]", []string{"1:4 syntax control-character", "array 1 2"}},
		{"not UTF-8 inside", "[\"\xff\",2]", []string{"1:3 invalid-utf8", "array 1 2"}},
		{"too deep inside", strings.Repeat("[", 40), []string{"1:34 too-deep stopped"}},
		{"truncated array", `[1`, []string{"1:3 truncated"}},
		{"truncated behind an element", "[1,{}", []string{"array 1 1", "array 1 {}", "1:6 truncated"}},
		{"truncated behind a comma", "[1, ", []string{"array 1 1", "1:5 truncated"}},
		{"truncated element", `[1,{"a"`, []string{"array 1 1", "1:8 truncated colon stopped"}},
		{"open brackets take the rest of an array", "[1,\n{\"m\":[2,\n{\"m\":[3]}\n]", []string{"array 1 1", "4:2 truncated comma-or-brace stopped from 2"}},
		{"truncated faulty element", `[1,{"a" 2,`, []string{"array 1 1", "1:9 syntax colon stopped"}},
		{"truncated at once", "[", []string{"1:2 truncated"}},
		{"behind an array", "[1]\n[2]", []string{"array 1 1", "2:1 trailing-data stopped"}},
		{"behind an empty array", "[] x", []string{"1:4 trailing-data stopped"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, read(strings.NewReader(c.text)))
			assert.Equal(t, c.want, read(iotest.OneByteReader(strings.NewReader(c.text))))
			assert.Equal(t, c.want, read(iotest.DataErrReader(strings.NewReader(c.text))))
		})
	}
}

// repeated reads as text, count times over.
func repeated(text string, count int) io.Reader {
	var readers []io.Reader
	block := strings.Repeat(text, 1024)
	for ; count >= 1024; count -= 1024 {
		readers = append(readers, strings.NewReader(block))
	}
	return io.MultiReader(append(readers, strings.NewReader(strings.Repeat(text, count)))...)
}

func TestValuesTooLong(t *testing.T) {
	long := func() io.Reader {
		return io.MultiReader(strings.NewReader(`"`), repeated("x", MaxValue), strings.NewReader(`"`))
	}
	object := func() io.Reader {
		return io.MultiReader(strings.NewReader("{\n\"a\":"), long(), strings.NewReader("\n}"))
	}
	text := strings.NewReader
	assert.Equal(t, []string{"line 1 {}", "2:1 too-long", "line 4 {}", "line 5 {}"},
		read(io.MultiReader(text("{}\n"), object(), text(" {}\n{}"))))
	assert.Equal(t, []string{"1:1 too-long", "line 2 {}"}, read(io.MultiReader(long(), text(" {}\n{}"))))
	assert.Equal(t, []string{"array 1 1", "2:1 too-long", "array 4 3"}, read(io.MultiReader(text("[1,\n"), object(), text(",3]"))))
	assert.Equal(t, []string{"1:2 too-long", "1:16777220 truncated"}, read(io.MultiReader(text("["), long())))
	assert.Equal(t, []string{"1:2 too-long stopped"}, read(io.MultiReader(text(`[{"a":`), long(), text("],2]"))))
	assert.Equal(t, []string{"1:1 too-long", "line 2 {}"}, read(io.MultiReader(text(`{"a":`), long(), text("]\n{}"))))
}

func TestValuesBigInputs(t *testing.T) {
	assert.Equal(t, []string{"1:34 too-deep stopped"}, read(repeated("[", 10_000_000)))
	assert.Equal(t, []string{"line 1 1", "2:33 too-deep"}, read(io.MultiReader(strings.NewReader("1\n"), repeated("[", 10_000_000))))
	assert.Equal(t, []string{"10000001:1 empty-input"}, read(repeated("\n", 10_000_000)))
	assert.Equal(t, []string{"1:1 syntax value"}, read(repeated("x", 10_000_000)))
	assert.Len(t, read(repeated("{\"a\":1\n", 100_000)), 100_000)
	assert.Len(t, read(repeated("{\"a\":\n", 100_000)), 100_000)
}

// However many values are left open, each is told once and the good ones are read: "each refusal on stderr ...; the rest is still decided"
// (section 6).
func TestValuesOpenAtTheEnd(t *testing.T) {
	got := read(io.MultiReader(strings.NewReader("{\"a\":[\n"), repeated("1,\n", 100_000), repeated("{\"a\":\n", MaxDepth), repeated("{}\n", 10_000)))
	require.Len(t, got, 1+MaxDepth+10_000)
	assert.Equal(t, "line 110033 {}", got[len(got)-1])
}

// An open bracket takes only so much of what follows with it.
func TestValuesLongAfterOpenBracket(t *testing.T) {
	got := read(io.MultiReader(strings.NewReader("{\"a\":1\n"), repeated("{\"b\":2}\n", 10_000)))
	require.Len(t, got, 10_001)
	assert.Equal(t, "2:1 syntax comma-or-brace from 1", got[0])
	assert.Equal(t, `line 2 {"b":2}`, got[1])
}

func TestValuesReaderError(t *testing.T) {
	broken := errors.New("broken")
	for text, want := range map[string][]string{
		"":                {"line 1: broken"},
		" \n":             {"line 2: broken"},
		"{}\n{\"a\":":     {"line 1 {}", "line 2: broken"},
		"[1,\n{":          {"array 1 1", "line 2: broken"},
		"[1,":             {"array 1 1", "line 1: broken"},
		"[1]":             {"array 1 1", "line 1: broken"},
		"[1}":             {"1:3 syntax comma-or-bracket stopped"},
		"{\"a\" 1}\n2\n{": {"1:6 syntax colon", "line 2 2", "line 3: broken"},
	} {
		r := io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
		assert.Equal(t, want, read(r), "%q", text)
	}
	for _, err := range Values(iotest.ErrReader(broken)) {
		assert.ErrorIs(t, err, broken)
	}
}

type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

func TestValuesIdleReader(t *testing.T) {
	for _, err := range Values(idle{}) {
		assert.ErrorIs(t, err, io.ErrNoProgress)
	}
}

func TestValuesBreak(t *testing.T) {
	for _, text := range []string{"1 2 3", "[1,2,3]", "x\ny\nz", "[x,y,z]", "", "[1", "[] []", "[1}"} {
		count := 0
		for range Values(strings.NewReader(text)) {
			count++
			break
		}
		assert.Equal(t, 1, count, text)
	}
}

func FuzzValues(f *testing.F) {
	for _, seed := range []string{household, "[" + household + "," + household + "]", "{\"a\":1\n{\"b\":2}\n\n{\"c\" 3}", "[1,tru,,\"\xff\"]", "\uFEFF[] 1",
		"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{\"a\":\"\n{\n{\n}\n", "tru\n\"\\ud800\""} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got := read(bytes.NewReader(data))
		assert.Equal(t, got, read(iotest.OneByteReader(bytes.NewReader(data))))
		assert.LessOrEqual(t, len(got), len(data)+1)
		v, err := Parse(data)
		switch {
		case err != nil:
		case v.Kind() == Array:
			require.Len(t, got, len(v.Elems()))
			for i, e := range v.Elems() {
				assert.True(t, strings.HasSuffix(got[i], " "+render(e)) && strings.HasPrefix(got[i], "array "))
			}
		default:
			require.Len(t, got, 1)
			assert.True(t, strings.HasSuffix(got[0], " "+render(v)) && strings.HasPrefix(got[0], "line "))
		}
	})
}
