package wire

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// color is a word.
type color uint8

var colors = []string{"", "red", "green"}

func (c color) String() string { return colors[c] }

func (c *color) UnmarshalText(text []byte) error {
	for i, word := range colors {
		if word == string(text) {
			*c = color(i)
			return nil
		}
	}
	return errors.New("no color")
}

// span is a group of two numbers that stand together.
type span struct{ from, to int }

func (s *span) Fields(f *Fields) {
	f.Group([]string{"from", "to"}, func() {
		if *s != (span{}) {
			f.Required().Number("from", &s.from, 0, 99)
			f.Required().Number("to", &s.to, 0, 99)
		}
	}, func(o Obj, faults *Faults) {
		if o.HasAny("from", "to") {
			faults.Required(o, "from")
			faults.Required(o, "to")
			f.Number("from", &s.from, 0, 99)
			f.Number("to", &s.to, 0, 99)
		}
	})
}

type part struct {
	Name  string
	Color color
	Span  span
}

func (p *part) Fields(f *Fields) {
	f.Required().Text("name", &p.Name)
	f.Word("color", &p.Color)
	p.Span.Fields(f)
}

type thing struct {
	ID    string
	Tags  []string
	Done  bool
	Count int
	Place color
	Day   color
	Main  part
	Parts []part
	Some  []part
	Upper string
}

func (r *thing) Fields(f *Fields) {
	f.Text("id", &r.ID)
	Texts(f, "tags", &r.Tags)
	f.Flag("done", &r.Done)
	f.Required().Number("count", &r.Count, 0, 9)
	f.Place("place", &r.Place)
	f.Date("day", &r.Day)
	Nested(f, "main", &r.Main)
	Each(f.Required(), "parts", &r.Parts)
	Each(f, "some", &r.Some)
	f.Special("upper", r.Upper != "", func(dst []byte) []byte {
		return AppendComposed(dst, func(dst []byte) []byte { return append(dst, strings.ToUpper(r.Upper)...) })
	}, func(v Value, path string, faults *Faults) {
		text, _ := faults.String(v, path)
		r.Upper = strings.ToLower(text)
	})
}

func TestRecordsAreWrittenInTheOrderOfTheirFields(t *testing.T) {
	for want, r := range map[string]thing{
		`{"count":0,"parts":[]}`: {},
		`{"id":"a\u003cb","tags":["x","y"],"done":true,"count":7,"place":"red","day":"green","main":{"name":"","color":"red"},` +
			`"parts":[{"name":"p","from":0,"to":3},{"name":"q"}],"some":[{"name":"r"}],"upper":"\"X\u003e"}`: {
			ID: "a<b", Tags: []string{"x", "y"}, Done: true, Count: 7, Place: 1, Day: 2, Main: part{Color: 1},
			Parts: []part{{Name: "p", Span: span{0, 3}}, {Name: "q"}}, Some: []part{{Name: "r"}}, Upper: `"x>`,
		},
	} {
		got, err := Marshal(&r)
		require.NoError(t, err)
		assert.Equal(t, want, string(got))
		var back thing
		require.NoError(t, Unmarshal(got, &back))
		assert.Equal(t, r, back)
	}
}

// Faults come in the order of names, of what is missing, and of the fields, whatever the order in the text.
func TestRecordsAreReadStrictly(t *testing.T) {
	const text = `{"parts":[{"color":"blue","from":1},{"name":1,"Color":"red"}],"zz":1,"day":"","place":"x","id":2,"id":3,"done":0,"tags":["a",1],"main":[]}`
	kept := thing{ID: "kept"}
	err := Unmarshal([]byte(text), &kept)
	assert.Equal(t, thing{ID: "kept"}, kept)
	var faults Errors
	require.ErrorAs(t, err, &faults)
	var got []string
	for _, fault := range faults {
		got = append(got, fault.Path+" "+fault.Code)
	}
	assert.Equal(t, []string{
		"zz unknown-field", "id repeated-field", "count required", "id wrong-type", "tags[1] wrong-type", "done wrong-type", "place unknown-place",
		"day date-format", "main wrong-type", "parts[0].name required", "parts[0].color not-a-value", "parts[0].to required",
		"parts[1].Color field-case", "parts[1].name wrong-type",
	}, got)
	var syntax *SyntaxError
	assert.ErrorAs(t, Unmarshal([]byte("{"), &kept), &syntax)
}

type refused struct{}

func (refused) Fields(f *Fields) {
	f.Fail(errors.New("first"))
	f.Fail(errors.New("second"))
}

func TestWhatCannotBeWrittenLeavesTheBufferAsItWas(t *testing.T) {
	got, err := Append([]byte("x"), refused{})
	require.EqualError(t, err, "first")
	assert.Equal(t, "x", string(got))
}

func FuzzEscape(f *testing.F) {
	for _, seed := range []string{"", "plain", "<&>\"\\\b\f\n\r\t\x00\x1f\x7f", "株洲\u2028\u2029\u2027", "\xff\xe2\x80", "\uFFFD"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := json.Marshal(s)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(AppendEscaped(nil, s)))
		assert.Equal(t, string(want), string(AppendComposed(nil, func(dst []byte) []byte { return append(dst, s...) })))
	})
}
