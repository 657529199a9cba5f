package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// write puts files into a module of its own, with the switches.
func write(t *testing.T, files map[string]string) (root string) {
	t.Helper()
	root = t.TempDir()
	text, err := os.ReadFile("active/active.go")
	require.NoError(t, err)
	files["internal/mutate/active/active.go"] = string(text)
	files["go.mod"] = "module " + module + "\n\ngo 1.26\n"
	for name, text := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	return root
}

// A package without tests is tested through another. One mutant is killed by a test, one by a
// crash; one is not seen, and one is reached by no test.
func TestMutate(t *testing.T) {
	root := write(t, map[string]string{
		"small/small.go": `package small

func Less(a, b int) bool { return a < b }

func Last(a []int) int { return a[len(a)-1] }

func Never() { println() }
`,
		"large/large.go": "package large\n",
		"large/large_test.go": `package large

import (
	"testing"

	"` + module + `/small"
)

func TestLess(t *testing.T) {
	small.Less(1, 1)
	if !small.Less(1, 2) {
		t.Error()
	}
}

func TestLast(t *testing.T) {
	if small.Last([]int{1, 2}) != 2 {
		t.Error()
	}
}
`,
		equivalents + "/small.txt": `file: small/small.go
function: Last
mutant: 1: + 1
line: func Last(a []int) int { return a[len(a)-1] }
reason: it stands here to be left out
`,
	})
	table := []target{{"gone", nil}, {"small", []string{"large", "gone"}}}
	var out bytes.Buffer
	enough, err := mutate(&out, root, table, options{least: 60})
	require.NoError(t, err)
	assert.True(t, enough, "three of five are")
	lines := strings.Split(regexp.MustCompile(`(?m)^[0-9a-f]{10} `).ReplaceAllString(out.String(), ""), "\n")
	require.Greater(t, len(lines), 7)
	assert.Contains(t, lines[0], "compiled the tests of 1 package(s) in ")
	assert.Contains(t, lines[1], "2 tests pass without a mutant, in ")
	assert.Equal(t, []string{
		"small/small.go:3:35 Less: a < b: < to <=: SURVIVED",
		"small/small.go:5:33 Last: a[len(a)-1]: zero returned: killed by large TestLast",
		"small/small.go:5:35 Last: len(a)-1: - to +: killed by large TestLast",
		"small/small.go:5:42 Last: 1: - 1: killed by large TestLast",
		"small/small.go:7:16 Never: println(): dropped: SURVIVED, no test comes by it",
	}, lines[2:7])
	assert.Contains(t, out.String(), "\n3 of 5 mutants killed (60.0 %)\n")

	enough, err = mutate(&out, root, table, options{least: 61, run: survivorID(t, out.String())})
	require.NoError(t, err)
	assert.False(t, enough, "the one that survives alone")

	out.Reset()
	_, err = mutate(&out, root, table, options{packages: "small/small.go", longest: time.Nanosecond})
	require.NoError(t, err)
	assert.Contains(t, out.String(), "\n2 of them take longer than 1ns and are left out\n")
	assert.Contains(t, out.String(), "\n0 of 5 mutants killed (0.0 %)\n", "no test is left")
}

// survivorID is the id of the first mutant that survived.
func survivorID(t *testing.T, output string) string {
	t.Helper()
	found := regexp.MustCompile(`(?m)^([0-9a-f]{10}) .*: SURVIVED`).FindStringSubmatch(output)
	require.NotNil(t, found)
	return found[1]
}

func TestWhatCannotRun(t *testing.T) {
	const failing = "package small\n\nimport \"testing\"\n\nfunc TestF(t *testing.T) { t.Error(F()) }\n"
	for _, c := range []struct {
		name, list, test string
		options          options
		want             string
	}{
		{"a stale entry", listedOnce, failing, options{list: true}, "there is no such mutant (any more)"},
		{"an unknown package", "", failing, options{packages: "smal"}, `-packages: "smal" is not in the table of targets.go, nor a file with mutants`},
		{"an unknown mutant", "", failing, options{run: "0123456789"}, `-run: there is no mutant "0123456789"`},
		{"a test that fails anyhow", "", failing, options{}, "small TestF fails with the switches compiled in and no mutant on"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := write(t, map[string]string{
				"small/small.go":       "package small\n\nfunc F() bool { return true }\n",
				"small/small_test.go":  c.test,
				equivalents + "/a.txt": c.list,
			})
			_, err := mutate(new(bytes.Buffer), root, []target{{"small", nil}}, c.options)
			assert.ErrorContains(t, err, c.want)
		})
	}
}
