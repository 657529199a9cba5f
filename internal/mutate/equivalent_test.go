package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const listedOnce = `# A comment.

file: small/small.go
function: f
mutant: a < b: < to <=
line: if a < b {
reason: they are never equal
`

func TestReadEquivalents(t *testing.T) {
	all, err := parseEquivalents("equivalent.txt", listedOnce+"\n"+`file: small/small.go
function: f
mutant: a < b: < to <= (2)
line: if a < b {
reason: nor here
`)
	require.NoError(t, err)
	assert.Equal(t, map[place]string{
		{"small/small.go", "f", "a < b: < to <=", "if a < b {"}:     "they are never equal",
		{"small/small.go", "f", "a < b: < to <= (2)", "if a < b {"}: "nor here",
	}, all)
}

func TestEntriesThatCannotBeRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"twice", listedOnce + "\n" + listedOnce, "equivalent.txt:15: this mutant is listed twice"},
		{"no reason", "file: a\nfunction: f\nmutant: m\nline: l\n", `equivalent.txt: the last entry has no "reason: "`},
		{"an empty reason", "file: a\nfunction: f\nmutant: m\nline: l\nreason:\n", `equivalent.txt:5: an entry has "reason: " here`},
		{"another order", "function: f\n", `equivalent.txt:1: an entry has "file: " here`},
		{"an entry cut short", "file: a\nfunction: f\n\nfile: b\n", `equivalent.txt:3: an entry has "mutant: " here`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := parseEquivalents("equivalent.txt", c.text)
			assert.EqualError(t, err, c.want)
		})
	}
}

func TestStaleEntry(t *testing.T) {
	listed, err := parseEquivalents("equivalent.txt", listedOnce)
	require.NoError(t, err)
	m := &mutant{place: place{"small/small.go", "f", "a < b: < to <=", "if a < b {"}}
	assert.NoError(t, stale(listed, []*mutant{m}))
	m.line = "if a < b { // changed"
	assert.EqualError(t, stale(listed, []*mutant{m}),
		"internal/mutate/equivalent.txt: there is no such mutant (any more): small/small.go, f: a < b: < to <= | if a < b {")
}

// What is printed for a survivor is an entry, but for its reason.
func TestEntry(t *testing.T) {
	m := &mutant{place: place{"small/small.go", "f", "a < b: < to <=", "if a < b {"}}
	all, err := parseEquivalents("equivalent.txt", entry(m)[:len(entry(m))-1]+"it is so\n")
	require.NoError(t, err)
	assert.Equal(t, map[place]string{m.place: "it is so"}, all)
}
