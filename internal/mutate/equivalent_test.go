package main

import (
	"os"
	"path/filepath"
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

// parsed returns the entries of one file.
func parsed(text string) (map[place]string, error) {
	all := map[place]string{}
	return all, parseEquivalents(all, "small.txt", text)
}

func TestReadEquivalents(t *testing.T) {
	all, err := parsed(listedOnce + "\n" + `file: small/small.go
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
		{"twice", listedOnce + "\n" + listedOnce, "small.txt:15: this mutant is listed twice"},
		{"no reason", "file: a\nfunction: f\nmutant: m\nline: l\n", `small.txt: the last entry has no "reason: "`},
		{"an empty reason", "file: a\nfunction: f\nmutant: m\nline: l\nreason:\n", `small.txt:5: an entry has "reason: " here`},
		{"another order", "function: f\n", `small.txt:1: an entry has "file: " here`},
		{"an entry cut short", "file: a\nfunction: f\n\nfile: b\n", `small.txt:3: an entry has "mutant: " here`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := parsed(c.text)
			assert.EqualError(t, err, c.want)
		})
	}
}

func TestStaleEntry(t *testing.T) {
	listed, err := parsed(listedOnce)
	require.NoError(t, err)
	m := &mutant{place: place{"small/small.go", "f", "a < b: < to <=", "if a < b {"}}
	assert.NoError(t, stale(listed, []*mutant{m}))
	m.line = "if a < b { // changed"
	assert.EqualError(t, stale(listed, []*mutant{m}),
		"internal/mutate/equivalent: there is no such mutant (any more): small/small.go, f: a < b: < to <= | if a < b {")
}

// What is printed for a survivor is an entry, but for its reason.
func TestEntry(t *testing.T) {
	m := &mutant{place: place{"small/small.go", "f", "a < b: < to <=", "if a < b {"}}
	all, err := parsed(entry(m)[:len(entry(m))-1] + "it is so\n")
	require.NoError(t, err)
	assert.Equal(t, map[place]string{m.place: "it is so"}, all)
}

// An entry may stand in any file of the folder, but only in one.
func TestEquivalentsOfAFolder(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "large.txt"), []byte("# None.\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "small.txt"), []byte(listedOnce), 0o600))
	all, err := readEquivalents(folder)
	require.NoError(t, err)
	assert.Equal(t, map[place]string{{"small/small.go", "f", "a < b: < to <=", "if a < b {"}: "they are never equal"}, all)

	require.NoError(t, os.WriteFile(filepath.Join(folder, "large.txt"), []byte(listedOnce), 0o600))
	_, err = readEquivalents(folder)
	assert.ErrorContains(t, err, "small.txt:7: this mutant is listed twice")
}
