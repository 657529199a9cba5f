package cli_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

// program is a run that says what it says in English.
func program(t *testing.T, stdout io.Writer) (*cli.Program, *bytes.Buffer) {
	t.Helper()
	var stderr bytes.Buffer
	p := cli.New("p", "", "", nil, stdout, &stderr)
	_, _, ok := p.Parse([]string{"-lang", "en"})
	require.True(t, ok)
	return p, &stderr
}

// An earlier result stands until a good run has ended, and after a run that failed; nothing is left beside it.
func TestOutputIsPutInItsPlaceAtTheEnd(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.csv"), filepath.Join(dir, "link.csv")
	require.NoError(t, os.WriteFile(real, []byte("earlier"), 0o600))
	require.NoError(t, os.Symlink("real.csv", link))
	text := func() string {
		data, err := os.ReadFile(real)
		require.NoError(t, err)
		return string(data)
	}
	p, _ := program(t, io.Discard)
	for _, good := range []bool{false, true} {
		var all cli.Outputs
		o, ok := all.Create(p, link)
		require.True(t, ok)
		_, err := io.WriteString(o, "new")
		require.NoError(t, err)
		assert.Equal(t, "earlier", text(), "while it is written")
		assert.Equal(t, cli.OK, all.Finish(p, good, cli.OK))
		assert.Equal(t, map[bool]string{false: "earlier", true: "new"}[good], text())
	}
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, list, 2, "the file and the link to it")
	info, err := os.Stat(real)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "who may read it stays")
}

func TestOutputThatCannotBeOpened(t *testing.T) {
	p, stderr := program(t, io.Discard)
	var all cli.Outputs
	for _, name := range []string{t.TempDir(), filepath.Join(t.TempDir(), "none", "x")} {
		_, ok := all.Create(p, name)
		assert.False(t, ok)
	}
	assert.Contains(t, stderr.String(), "it is a folder, not a file")
	assert.Empty(t, all)
}

// Two spellings of a path, links and hard links are of one file.
func TestOverwritten(t *testing.T) {
	dir := t.TempDir()
	in, link, hard := filepath.Join(dir, "in"), filepath.Join(dir, "link"), filepath.Join(dir, "hard")
	require.NoError(t, os.WriteFile(in, nil, 0o600))
	require.NoError(t, os.Symlink(in, link))
	require.NoError(t, os.Link(in, hard))
	require.NoError(t, os.Symlink("new", filepath.Join(dir, "to-new")))
	require.NoError(t, os.Symlink(dir, filepath.Join(dir, "same")))
	p, _ := program(t, io.Discard)
	for _, write := range [][]string{
		{in}, {link}, {hard}, {dir + "/./in"}, {filepath.Join(dir, "same", "in")},
		{filepath.Join(dir, "new"), dir + "/./new"}, {filepath.Join(dir, "new"), filepath.Join(dir, "to-new")},
		{filepath.Join(dir, "new"), "", filepath.Join(dir, "same", "new")},
	} {
		assert.NotEmpty(t, p.Overwritten(write, in), write)
	}
	for _, write := range [][]string{nil, {""}, {filepath.Join(dir, "a"), filepath.Join(dir, "b")}, {os.DevNull, os.DevNull}} {
		assert.Empty(t, p.Overwritten(write, in, "-"), write)
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

// What could not be written is no success, whether the program looked or not.
func TestFinishTellsOfALostOutput(t *testing.T) {
	p, stderr := program(t, full{})
	_, err := io.WriteString(p.Stdout, "x")
	require.Error(t, err)
	assert.Equal(t, cli.Refused, p.Finish(cli.OK))
	assert.Equal(t, "p: no space left\n", stderr.String())
	p, _ = program(t, io.Discard)
	assert.Equal(t, cli.OK, p.Finish(cli.OK))
}

func TestRefusalsAreNotLost(t *testing.T) {
	var or bytes.Buffer
	r := &cli.Rejects{To: full{}, Or: &or}
	for _, text := range []string{"one\n", "two\n"} {
		n, err := io.WriteString(r, text)
		require.NoError(t, err)
		assert.Equal(t, len(text), n)
	}
	assert.Equal(t, "one\ntwo\n", or.String())
	assert.ErrorIs(t, r.Err, errFull)
}
