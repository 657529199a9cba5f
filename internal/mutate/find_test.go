package main

import (
	"go/types"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// standardImports are what sources of these tests may import.
var standardImports = sync.OnceValues(func() (types.Importer, error) {
	l, err := newLoader("../..", nil)
	if err != nil {
		return nil, err
	}
	return l.imports, nil
})

// small is a package of one file.
func small(t *testing.T, text string) (*library, types.Importer) {
	t.Helper()
	imports, err := standardImports()
	require.NoError(t, err)
	lib := &library{dir: "small", sources: []*source{newSource("small/small.go", []byte(text))}}
	require.Empty(t, lib.check(imports))
	return lib, imports
}

// mutantsOf are the mutants of a package of one file, all of which compile.
func mutantsOf(t *testing.T, text string) []*mutant {
	t.Helper()
	lib, imports := small(t, text)
	all, discarded, err := lib.mutants(imports)
	require.NoError(t, err)
	assert.Zero(t, discarded)
	return all
}

func whats(mutants []*mutant) (all []string) {
	for _, m := range mutants {
		all = append(all, m.what)
	}
	return all
}

func TestOperators(t *testing.T) {
	for _, c := range []struct {
		name, code string
		want       []string
	}{
		{"a condition and the body of an if", `func f(a bool) { if a { f(false) } }`,
			[]string{"a: condition negated", "a: body dropped", "false: negated"}},
		{"the statements of a longer body", `func f(a bool) { if a { f(!a); f(a) } }`,
			[]string{"a: condition negated", "a: body dropped", "f(!a): dropped", "f(a): dropped"}},
		{"the one statement of an if with else", `func f(a bool) { if a { f(a) } else { f(!a) } }`,
			[]string{"a: condition negated", "a: body dropped", "f(a): dropped", "f(!a): dropped"}},
		{"a return that ends a function", `func f(a bool) (b bool) { b = !a; return }`,
			[]string{"b = !a: dropped"}},
		{"a return before another", `func f(a bool) (b bool) { { f(a); return }; return }`, []string{"f(a): dropped", "return: dropped"}},
		{"a return that ends a branch", `func f(a bool) (b bool) { switch { default: f(a); return } }`, []string{"f(a): dropped"}},
		{"a loop", `func f(a bool) { for a { break } }`,
			[]string{"a: condition negated", "break: dropped"}},
		{"a loop with a head: its step is kept", `func f(n int) { for i := n; i < n; i++ { continue } }`,
			[]string{"i < n: condition negated", "i < n: < to <=", "continue: dropped"}},
		{"a switch of conditions", `func f(a, b bool) { switch { case a, b: f(b, a); default: return } }`,
			[]string{"a: condition negated", "b: condition negated", "f(b, a): dropped", "return: dropped"}},
		{"a switch of values", `func f(a int) { switch a { case 3: f(a) } }`,
			[]string{"3: + 1", "3: - 1", "f(a): dropped"}},
		{"<", `func f(a, b int) bool { return a < b }`, []string{"a < b: < to <="}},
		{"<=", `func f(a, b int) bool { return a <= b }`, []string{"a <= b: <= to <"}},
		{">", `func f(a, b string) bool { return a > b }`, []string{"a > b: > to >="}},
		{">=", `func f(a, b int) bool { return a >= b }`, []string{"a >= b: >= to >"}},
		{"== and !=", `func f(a, b int) (bool, bool) { return a == b, a != b }`,
			[]string{"a == b: == to !=", "a != b: != to =="}},
		{"an equality has one mutant as a condition", `func f(a int) { if a == f2 { f(a) } }; var f2 int`,
			[]string{"a == f2: body dropped", "a == f2: == to !="}},
		{"&& with an operand that is no expression of two", `func f(a bool, b int) bool { return a && b == b }`,
			[]string{"a && b == b: && to ||", "a: negated", "b == b: == to !="}},
		{"||", `func f(a, b bool) bool { return a || !b }`,
			[]string{"a || !b: || to &&", "a: negated", "!b: negated"}},
		{"min and max", `func f(a, b int) (int, int) { return min(a, b, a), max(b, a) }`,
			[]string{"min(a, b, a): zero returned", "max(b, a): zero returned", "min(a, b, a): min to max", "max(b, a): max to min"}},
		{"arithmetic", `func f(a, b int64) { _, _, _, _ = a + b, a - b, a * b, a / b }`,
			[]string{"a + b: + to -", "a - b: - to +", "a * b: * to +", "a / b: / to *"}},
		{"texts and fractions are not added up", `func f(a string, b float64) { _, _ = a + a, b + b }`, nil},
		{"+= and -=", `func f(a int64) { a += 1; a -= a }`,
			[]string{"a += 1: dropped", "a += 1: += to -=", "1: + 1", "1: - 1", "a -= a: dropped", "a -= a: -= to +="}},
		{"zero of each result", `type t struct{ a int }; func f(a t) (t, *t, error) { return a, &a, nil }`,
			[]string{"a: zero returned", "&a: zero returned"}},
		{"results of another function", `func f(a int) (n int, err error) { return f(a) }`,
			[]string{"return f(a): zeros returned"}},
		{"zero values are returned as they are", `type t struct{}; func f() (int, string, t, *t) { return 0, "", t{}, nil }`,
			[]string{"0: + 1"}},
		{"a bool that is returned", `func f(a bool) bool { return a }`, []string{"a: negated"}},
		{"a function within", `func f() { g := func(a []int) []int { return a }; g(nil) }`,
			[]string{"a: zero returned", "g(nil): dropped"}},
		{"type parameters", `func f[T any](a T) T { return a }`, []string{"a: zero returned"}},
		{"assignments; a declaration stays", `func f(a int) { b := a; b = a; _ = b; b++ }`,
			[]string{"b = a: dropped", "b++: dropped"}},
		{"deferred calls", `func f() { defer f() }`, []string{"defer f(): dropped"}},
		{"true and false", `func f() bool { return true }`, []string{"true: negated"}},
		{"numbers of a package variable", `var a = map[int64]int{7: 0}`, []string{"7: + 1", "7: - 1", "0: + 1"}},
		{"a number as a bound has one mutant less", `func f(a int) { _, _, _, _ = a < 2, a <= 2, a > 2, a >= 2 }`,
			[]string{"a < 2: < to <=", "2: - 1", "a <= 2: <= to <", "2: + 1", "a > 2: > to >=", "2: + 1 (2)", "a >= 2: >= to >", "2: - 1 (2)"}},
		{"no switch in constants, lengths and keys of arrays", `const a = 1 + 2; var b = [2]string{1: ""}; type c [3]int`, nil},
		{"nor in capacities", `func f(a int) { _, _, _ = make([]int, 0, 9), make(map[int]int, 9), make([]int, a*a) }`,
			[]string{"a*a: * to +"}},
		{"methods are named with their receiver", `type t[K any] struct{}; func (x *t[K]) f() { x.f() }`, []string{"x.f(): dropped"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, whats(mutantsOf(t, "package small\n\n"+c.code+"\n")))
		})
	}
}

func TestFunctionsAreNamed(t *testing.T) {
	all := mutantsOf(t, `package small

type t[K any] struct{}

var n = true

func (x *t[K]) f() { x.f() }
func (x t[K]) g()  { x.g() }
func h()           { h() }
`)
	var names []string
	for _, m := range all {
		names = append(names, m.function)
	}
	assert.Equal(t, []string{"package", "(*t).f", "t.g", "h"}, names)
}

// The text with all switches is what is compiled. Mutants that stand within each other stay within
// each other, and no line gets another number.
func TestInstrument(t *testing.T) {
	lib, imports := small(t, `package small // a comment

func f(a, b int, c bool) int {
	if a < b && c { // another
		a += b
	}
	return min(a, b)
}
`)
	all, _, err := lib.mutants(imports)
	require.NoError(t, err)
	for i, m := range all {
		m.number = i + 1
	}
	assert.Equal(t, []string{"a < b && c: condition negated", "a < b && c: body dropped", "a < b && c: && to ||", "c: negated",
		"a < b: < to <=", "a += b: += to -=", "min(a, b): zero returned", "min(a, b): min to max"}, whats(all))
	want := `package small; import activeMutant "github.com/openminzheng/zhuzhou/internal/mutate/active" // a comment

func f(a, b int, c bool) int {
	if ((((((((activeMutant.Less(5, a , b)) != activeMutant.Is(3)) && ((((c) != activeMutant.Is(4))) != activeMutant.Is(3))) != activeMutant.Is(3))) && !activeMutant.Is(2))) != activeMutant.Is(1)) { // another
		a += activeMutant.Signed[int](6, b)
	}
	return activeMutant.Zero[int](7, activeMutant.Min(8, a, b))
}
`
	assert.Equal(t, want, string(lib.instrumented(all).sources[0].text))
}

// A mutant that does not compile is dropped, and the others of its line stay.
func TestDiscard(t *testing.T) {
	lib, imports := small(t, "package small\n\ntype yes bool\n\nfunc f(a yes, n int) { if a { f(!a, n+n) } }\n")
	all, discarded, err := lib.mutants(imports)
	require.NoError(t, err)
	assert.Equal(t, []string{"n+n: + to -"}, whats(all))
	assert.Equal(t, 2, discarded)
}

// The id is the same when lines are added above, and another when the line changes. Two alike on
// one line are two.
func TestIDs(t *testing.T) {
	const code = "func f(a int) { f(a + a); f(a + a) }\n"
	before := mutantsOf(t, "package small\n\n"+code)
	moved := mutantsOf(t, "package small\n\n// A comment.\n\n"+code)
	changed := mutantsOf(t, "package small\n\n"+strings.TrimSuffix(code, "\n")+" // new\n")
	require.Len(t, before, 4)
	ids := map[string]bool{}
	for i := range before {
		assert.Equal(t, before[i].id, moved[i].id)
		assert.NotEqual(t, before[i].id, changed[i].id)
		ids[before[i].id] = true
	}
	assert.Len(t, ids, 4)
	assert.Equal(t, 5, moved[0].row)
}
