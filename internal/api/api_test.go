package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// listed returns the listing of a package of this text.
func listed(t *testing.T, text string) []string {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n"+text, 0)
	require.NoError(t, err)
	pkg, err := new(types.Config).Check(module+"/p", fset, []*ast.File{file}, nil)
	require.NoError(t, err)
	return listPackage(pkg)
}

const text = `
type Kind uint8
const First Kind = 1
type Row struct { ID string; note string; Base }
type Base struct { Kinds []Kind }
func (b Base) Count() int { return len(b.Kinds) }
func (r *Row) Set(id string) (before string) { return r.note }
func (r *Row) hidden() {}
type Errors = []error
type Texter interface { Text(l Kind) string }
func Sum[N int | int64](all ...N) (sum N) { return }
func hidden() {}
`

func TestListing(t *testing.T) {
	assert.Equal(t, strings.Split(`p.Base struct
p.Base.Count method func() int
p.Base.Kinds field []p.Kind
p.Errors type = []error
p.First const p.Kind = 1
p.Kind type uint8
p.Row struct
p.Row.Base field p.Base
p.Row.Count method func() int
p.Row.ID field string
p.Row.Set method of pointer func(string) string
p.Sum func[N int | int64](...N) N
p.Texter type interface{Text(l p.Kind) string}`, "\n"), listed(t, text))
}

// A removed and a changed name are found, and a name of a parameter is none; what the changelog
// names by package or by type is said.
func TestComparison(t *testing.T) {
	for _, c := range []struct {
		was, now, want, said string
	}{
		{"(id string)", "(row string)", "", ""},
		{"ID string;", "", "removed: p.Row.ID field string", "`Row.ID` is gone"},
		{"ID string;", "ID string; Line int;", "", ""},
		{"Kind = 1", "Kind = 2", "changed: p.First const p.Kind = 1\n     to: p.First const p.Kind = 2", "`p.First` is 2"},
		{"(l Kind)", "(l Kind, deep bool)", "changed: p.Texter type interface{Text(l p.Kind) string}\n" +
			"     to: p.Texter type interface{Text(l p.Kind, deep bool) string}", "`p.Texter` asks how deep"},
		{"func (b Base) Count", "func (b *Base) Count", "changed: p.Base.Count method func() int\n" +
			"     to: p.Base.Count method of pointer func() int\n" +
			"changed: p.Row.Count method func() int\n     to: p.Row.Count method of pointer func() int", "`Base.Count` and `Row.Count`"},
	} {
		now := strings.Replace(text, c.was, c.now, 1)
		var texts []string
		changes, _ := compare(listed(t, text), listed(t, now))
		for _, one := range changes {
			texts = append(texts, one.String())
			assert.True(t, one.saidIn(c.said), one)
			assert.False(t, one.saidIn("Row, ID, First, Texter, Count"), one)
		}
		assert.Equal(t, c.want, strings.Join(texts, "\n"), c.now)
	}
}

// Only the newest section of a changelog speaks of the next release.
func TestNewestSection(t *testing.T) {
	assert.Equal(t, "v2\n\nnew\n", newest("# Changelog\n\n## v2\n\nnew\n\n## v1\n\nold\n"))
}

// A type of an internal package that has an exported name is listed by it, with its fields and methods.
func TestListingOfAliases(t *testing.T) {
	lines, err := list([]string{module + "/standards"})
	require.NoError(t, err)
	for _, want := range []string{
		"standards.Text struct, comparable",
		"standards.Text.Zh field string",
		"standards.Text.In method func(standards.Lang) string",
		"standards.RowErrors type []*standards.RowError",
		"standards.WordError.Words method of pointer func() []string",
	} {
		assert.Contains(t, lines, want)
	}
	assert.NotContains(t, strings.Join(lines, "\n"), "internal/")
}
