package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

const oneFamily = `{"id":"city","division":"Tianyuan","residence":"urban","property":"within","members":[{"id":"x","born":"1968-03-02","income":[]}]}`

// A database is no file that is read, and none is made where there is nothing to file, or nothing
// filed to verify.
func TestDatabaseIsNoOtherFile(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	empty, tables := at("empty.json"), at("t.json")
	require.NoError(t, os.WriteFile(empty, nil, 0o600))
	text, err := os.ReadFile(supplement)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(tables, text, 0o600))
	require.NoError(t, os.Symlink("empty.json", at("link")))
	require.NoError(t, os.Link(empty, at("hard")))
	for _, db := range []string{empty, at("link"), at("hard"), folder + "/./empty.json", tables} {
		code, said, complained := command(t, db, "", "-on 2020-10-01 -tables "+tables+" "+empty)
		assert.Equal(t, cli.Usage, code)
		assert.Empty(t, said)
		assert.Contains(t, complained, "both read and written", db)
	}
	written, err := os.ReadFile(empty)
	require.NoError(t, err)
	assert.Empty(t, written)

	code, _, complained := command(t, at("new.db"), "", "-on 2020-10-01 "+at("none.json"))
	assert.Equal(t, cli.Usage, code)
	assert.Contains(t, complained, "no such file")
	code, said, complained := command(t, at("new.db"), "", "-verify 2020")
	assert.Equal(t, cli.Usage, code)
	assert.Empty(t, said)
	assert.Contains(t, complained, "no such file")
	assert.NoFileExists(t, at("new.db"))
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// A database that cannot be written is wrong usage, unless the disk is full; what stdout did not
// take is no success.
func TestWhatCannotBeWritten(t *testing.T) {
	folder := t.TempDir()
	for db, want := range map[string]int{folder: cli.Usage, filepath.Join(folder, "none", "x"): cli.Usage, "/dev/full": cli.Refused} {
		code, said, complained := command(t, db, oneFamily, "-on 2020-10-01 -")
		assert.Equal(t, want, code, db)
		assert.Empty(t, said)
		assert.Contains(t, complained, db)
	}
	db := filepath.Join(folder, "a.db")
	for _, args := range []string{"-on 2020-10-01 -", "-verify 2020"} {
		var stderr bytes.Buffer
		code := run(t.Context(), append([]string{"-lang", "en", "-db", db}, strings.Fields(args)...), strings.NewReader(oneFamily), full{}, &stderr)
		assert.Equal(t, cli.Refused, code)
		assert.Equal(t, "store: no space left\n", stderr.String())
	}
	list, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, list, 1)
}
