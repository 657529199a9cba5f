package notice

import (
	"html/template"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// Whatever a text says, it is escaped as html/template escapes it, and has no character that cannot
// be printed.
func FuzzTextIsEscaped(f *testing.F) {
	for _, s := range []string{"", "父亲", `</p><script>alert("x")</script>`, "a & b < c > d + e", "it's", "&lt;", "\x00", "\xff\xfe", "\u2028"} {
		f.Add(s)
	}
	asTemplate := template.Must(template.New("").Parse(`<p>{{.}}</p>`))
	f.Fuzz(func(t *testing.T, s string) {
		var want strings.Builder
		require.NoError(t, asTemplate.Execute(&want, layout.PlainLines(s)))
		var p page
		p.element("p", s)
		assert.Equal(t, want.String(), p.String())
	})
}

// tags finds the tags of a page.
var tags = regexp.MustCompile(`<[^>]*>`)

// Every text of a content is escaped: with texts that would break out, the page has the tags that it has with
// harmless ones.
func TestEveryTextOfAPageIsEscaped(t *testing.T) {
	const hostile = `"></p></td></style><script>'&`
	filledWith := func(s string) string {
		sections := []Section{{s, s, []Block{{Text: s}, {Mark: bullet, Text: s}, {Text: s}, {Mark: "1" + s, Text: s},
			{Table: &Table{Head: []string{s, s}, Rows: [][]string{{s, s}, {s, s}}, Right: []bool{false, true}, Total: true}}}}}
		some := []string{s, s}
		return Page(Content{standards.English, some, s, s, some, sections, some, sections},
			Content{Lang: standards.Chinese, Title: s, Sections: sections})
	}
	harmless := filledWith("x")
	assert.Equal(t, tags.FindAllString(harmless, -1), tags.FindAllString(filledWith(hostile), -1))
	assert.Equal(t, strings.Count(harmless, "x</"), strings.Count(filledWith(hostile), "&lt;script&gt;&#39;&amp;</"))
}
