package cli_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func TestOperandsMayStandAnywhere(t *testing.T) {
	for _, args := range []string{"-on x a b", "a -on x b", "a b -on x", "-on x -- a b", "a -on x -- b"} {
		var stdout, stderr bytes.Buffer
		p := cli.New("p", "用法\n", "usage\n", nil, &stdout, &stderr)
		on := p.Flags.String("on", "", "")
		operands, code, ok := p.Parse(strings.Fields(args))
		require.True(t, ok, stderr.String())
		assert.Equal(t, cli.OK, code)
		assert.Equal(t, []string{"a", "b"}, operands, args)
		assert.Equal(t, "x", *on, args)
	}
}

func TestWhatFollowsDashesIsNoFlag(t *testing.T) {
	var stdout, stderr bytes.Buffer
	p := cli.New("p", "", "", nil, &stdout, &stderr)
	operands, _, ok := p.Parse([]string{"--", "-on"})
	require.True(t, ok)
	assert.Equal(t, []string{"-on"}, operands)
}

func TestTextOfAnError(t *testing.T) {
	assert.Equal(t, "plain", cli.Text(errors.New("plain"), standards.Chinese))
	_, err := standards.At(standards.Day(2030, 1, 1))
	assert.Contains(t, cli.Text(err, standards.Chinese), "不在已核对国家规定的期间")
}

// tables lays files of the given texts and returns the folder and what was said on stderr.
func tables(t *testing.T, lang string, texts ...string) (dir, said string, ok bool) {
	t.Helper()
	dir = t.TempDir()
	var names []string
	for i, text := range texts {
		names = append(names, filepath.Join(dir, string('a'+rune(i))+".json"))
		require.NoError(t, os.WriteFile(names[i], []byte(text), 0o600))
	}
	var stderr bytes.Buffer
	p := cli.New("p", "", "", nil, &bytes.Buffer{}, &stderr)
	_, _, ok = p.Parse([]string{"-lang", lang})
	require.True(t, ok)
	_, ok = p.Tables(names)
	return dir, stderr.String(), ok
}

// "each refusal on stderr with file, line and field" (section 6): a fault of a tables file names
// the file, whatever its id.
func TestFaultsOfTablesNameTheFile(t *testing.T) {
	const (
		own   = `{"id":"own","kind":"supplement","title":"x","rows":[{"key":"dibao-line","place":"430223","residence":"rural","yuan":"400","per":"month","from":"2021-01-01","clause":"1"}]}`
		raise = `{"id":"raise","kind":"draft","title":"x","rows":[{"key":"dibao-line","place":"county-five","residence":"rural","yuan":"5000","per":"year","bound":"at-least","from":"2021-01-01","clause":"1"}]}`
	)
	for _, texts := range [][]string{{own, raise}, {raise, own}} {
		dir, said, ok := tables(t, "en", texts...)
		assert.False(t, ok)
		file := "a.json"
		if texts[1] == own {
			file = "b.json"
		}
		assert.Equal(t, filepath.Join(dir, file)+`: own: rows[0] "dibao-line@430223 rural 400.00 a month": is below the floor that holds there `+
			"(raise: rows[0] dibao-line@county-five rural 5000.00 a year at-least)\n", said, "it is the 400 that is below")
	}
	dir, said, ok := tables(t, "en", own, strings.Replace(own, "400", "450", 1))
	assert.False(t, ok)
	assert.True(t, strings.HasPrefix(said, filepath.Join(dir, "a.json")+", "+filepath.Join(dir, "b.json")+`: own: id "own": `), said)
}

// What may not be absent by section 5 and is: a warning, and the file is laid.
func TestWarningsNameTheFile(t *testing.T) {
	const unnamed = `{"id":"own","kind":"draft","rows":[{"key":"dibao-line","place":"city-five","yuan":"650","per":"month","from":"2021-01-01"}]}`
	dir, said, ok := tables(t, "en", unnamed)
	assert.True(t, ok)
	file := filepath.Join(dir, "a.json")
	assert.Equal(t, file+": own: title: note: the document that the figures come from is not named\n"+
		file+": own: rows[0].clause: note: it does not say on which item of the document it rests\n", said)
	_, said, _ = tables(t, "zh", unnamed)
	assert.Contains(t, said, "提示：未写明依据文件的哪一条款\n")
}

// A folder is no more a file than one that does not exist.
func TestAFolderIsNoFile(t *testing.T) {
	for lang, want := range map[string]string{"en": "it is a folder, not a file", "zh": "是文件夹，不是文件"} {
		p := cli.New("p", "", "", nil, &bytes.Buffer{}, &bytes.Buffer{})
		_, _, ok := p.Parse([]string{"-lang", lang})
		require.True(t, ok)
		dir := t.TempDir()
		_, _, err := p.Open(dir)
		require.Error(t, err)
		assert.Equal(t, dir+p.Lang.In("：", ": ")+want, p.CannotOpen(dir, err))
	}
}

// Each warning is on a line of its own with the file and the household, and is counted by its kind;
// ids cannot move the cursor.
func TestWarnings(t *testing.T) {
	twice := &register.Error{Line: 3, Column: "id_number", Value: "x", Code: register.CodeTwice}
	forgotten := &register.Error{Line: 7, Column: "household", Value: "h", Code: register.CodeUnremembered}
	const both = `warning: f.csv, household h\uFFFD: line 3, column "id_number": this identity number stands in an earlier household too: "x"
warning: f.csv, household h\uFFFD: line 7, column "household": too many to remember: what stands from here on may come back without being noticed: "h"
`
	var stderr bytes.Buffer
	p := cli.New("p", "", "", nil, &bytes.Buffer{}, &stderr)
	_, _, ok := p.Parse([]string{"-lang", "en"})
	require.True(t, ok)
	record := func(id string, warnings ...*register.Error) *register.Record {
		return &register.Record{Household: assistance.Household{ID: id}, Warnings: warnings}
	}
	p.WarnOf("f.csv", record("h\x1b"))
	assert.Zero(t, p.Warned)
	assert.Empty(t, stderr.String())
	assert.Empty(t, p.Warned.Text(standards.English))
	assert.Equal(t, cli.WarnedJSON{Forgotten: []cli.Forgotten{}}, p.Warned.JSON(), "an empty list, not null")
	p.WarnOf("f.csv", record("h\x1b", twice, forgotten))
	p.WarnOf("f.csv", record("", twice))
	assert.Equal(t, strings.ReplaceAll(both, `\uFFFD`, "\uFFFD")+"warning: f.csv: line 3, column \"id_number\": this identity number stands in an earlier household too: \"x\"\n", stderr.String())
	assert.Equal(t, cli.WarnedJSON{Twice: 2, Forgotten: []cli.Forgotten{{Line: 7, Column: "household"}}}, p.Warned.JSON())
	assert.Equal(t, "people who stand in an earlier household too: 2\n"+forgotten.Text(standards.English)+"\n", p.Warned.Text(standards.English))
	assert.True(t, strings.HasPrefix(p.Warned.Text(standards.Chinese), "身份证号在前面另一户中已出现：2 人\n第 7 行"))
}

func TestNoProgressInALog(t *testing.T) {
	log, err := os.Create(t.TempDir() + "/log")
	require.NoError(t, err)
	defer log.Close()
	p := cli.New("p", "", "", nil, &bytes.Buffer{}, log)
	progress := p.Progress()
	for range 10_000 {
		progress.Add()
	}
	progress.Clear()
	info, err := log.Stat()
	require.NoError(t, err)
	assert.Zero(t, info.Size())
}

// The shared flags are read in one order, and what cannot be used ends the program with its message.
func TestBeginAndReady(t *testing.T) {
	for _, row := range []struct {
		args, said string
		ok         bool
	}{
		{"-on 2020-10-01 -assume property=within a", "", true},
		{"-on 2020-10-01", "one file", false},
		{"-on soon a", "-on is a day such as 2020-10-01", false},
		{"-on 2030-01-01 a", "2030-01-01", false},
		{"-assume property=high a", "-assume property=high: no such value", false},
		{"-tables missing.json a", "missing.json: there is no such file", false},
	} {
		var stderr bytes.Buffer
		p := cli.New("p", "", "", nil, &bytes.Buffer{}, &stderr)
		p.Take("on", "json", "tables", "assume")
		_, code, ok := p.Begin(append(strings.Fields(row.args), "-lang", "en"), func(operands []string) string {
			if len(operands) != 1 {
				return "one file"
			}
			return ""
		})
		if ok {
			code, ok = p.Ready()
		}
		assert.Equal(t, row.ok, ok, row.args)
		assert.Contains(t, stderr.String(), row.said, row.args)
		if !ok {
			assert.Equal(t, cli.Usage, code, row.args)
			continue
		}
		assert.Equal(t, standards.Day(2020, 10, 1), p.Set.Day())
		assert.Equal(t, "property=within", p.Fill.String())
	}
}
