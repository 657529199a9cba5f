package wire_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

var colors = []string{"", "red", "green"}

type color uint8

func (c color) String() string                   { return lang.Word(colors, int(c)) }
func (c *color) UnmarshalText(text []byte) error { return wire.ReadWord(c, text, colors) }
func TestReadWord(t *testing.T) {
	for i, word := range colors[1:] {
		var c color
		require.NoError(t, wire.ReadWord(&c, []byte(word), colors))
		assert.Equal(t, color(i+1), c)
	}
	for _, s := range []string{"", "Red", "x"} {
		c := color(1)
		var fault *wire.WordError
		require.ErrorAs(t, wire.ReadWord(&c, []byte(s), colors), &fault, s)
		assert.Equal(t, color(1), c, "stays as it was")
		assert.Equal(t, s, fault.Value)
		assert.Equal(t, []string{"red", "green"}, fault.Words())
	}
	assert.Error(t, wire.ReadWord[color](nil, []byte("red"), colors))
}

// The words that an error returns are the caller's own.
func TestWordsAreACopy(t *testing.T) {
	var fault *wire.WordError
	require.ErrorAs(t, new(color).UnmarshalText(nil), &fault)
	fault.Words()[0] = "changed"
	assert.Equal(t, []string{"red", "green"}, fault.Words())
	assert.Nil(t, (*wire.WordError)(nil).Words())
	assert.Nil(t, (&wire.WordError{Value: "x"}).Words())
}

// A fault lists the words of which one can stand there, whether they come from a type, from values
// or from a list.
func TestAcceptedWords(t *testing.T) {
	for name, note := range map[string]func(f *wire.Faults){
		"of a type": func(f *wire.Faults) { f.NoWord("a.b", "blue", new(color)) },
		"of values": func(f *wire.Faults) { wire.NotOneOf(f, "a.b", "blue", []color{1, 2}) },
		"of a list": func(f *wire.Faults) { f.NotAmong("a.b", "blue", colors[1:]) },
		"of a reader": func(f *wire.Faults) {
			v, err := wire.Parse([]byte(`"blue"`))
			require.NoError(t, err)
			f.WordAt(v, "a.b", new(color))
		},
	} {
		t.Run(name, func(t *testing.T) {
			var f wire.Faults
			note(&f)
			require.Len(t, f.All(), 1)
			fault := f.All()[0]
			assert.Equal(t, wire.FieldError{Path: "a.b", Value: "blue", Code: wire.CodeNotAValue, Accepted: "red, green"}, *fault)
			assert.Equal(t, `not one of the values accepted here: "blue" at a.b (accepted: red, green)`, fault.Text(lang.English))
			assert.Equal(t, "不是可接受的取值：“blue”，位于：a.b（可用：red、green）", fault.Text(lang.Chinese))
		})
	}
}
