package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
	"github.com/openminzheng/zhuzhou/standards/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// result is what a run came to.
type result struct {
	code           int
	stdout, stderr string
}

func runWith(args ...string) result {
	var stdout, stderr bytes.Buffer
	code := run(args, strings.NewReader(""), &stdout, &stderr)
	return result{code, stdout.String(), stderr.String()}
}

const (
	supplement = "../testdata/youxian-2020.json"
	proposed   = "../testdata/draft-2021.json"
)

func TestText(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		got := runWith("-lang", lang, "-on", "2020-10-01")
		assert.Equal(t, 0, got.code)
		assert.Empty(t, got.stderr)
		path := filepath.Join("testdata", "2020-10-01."+lang+".golden")
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(path, []byte(got.stdout), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err, "run the test with -update")
		assert.Equal(t, strings.ReplaceAll(string(want), "\r\n", "\n"), got.stdout)
	}
}

func TestColumnsLineUp(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		lines := strings.Split(runWith("-lang", lang).stdout, "\n")[2:]
		column := -1
		for i, row := range standards.Published().All() {
			line := lines[i+1]
			at := layout.Width(line[:strings.Index(line, row.From.String())])
			if column >= 0 {
				assert.Equal(t, column, at, line)
			}
			column = at
		}
	}
}

func TestEveryRowIsListed(t *testing.T) {
	text := runWith("-lang", "en").stdout
	assert.Contains(t, text, fmt.Sprintf("every date, %d rows", len(standards.Published().All())))
	assert.Regexp(t, `tekun-minor-age .* R14 under-18\n`, text)
	assert.Regexp(t, `tekun-minor-age .* R14 under-16 \(not chosen\)\n`, text)

	var rows []map[string]any
	require.NoError(t, json.Unmarshal([]byte(runWith("-json").stdout), &rows))
	assert.Len(t, rows, len(standards.Published().Deciding()))
	for _, row := range rows {
		for _, field := range []string{"key", "place", "from", "document", "standing"} {
			assert.NotEmpty(t, row[field], row)
		}
	}
}

func TestGapsAreListed(t *testing.T) {
	got := runWith("-lang", "zh").stdout
	for _, gap := range source.NotOnRecord() {
		assert.Contains(t, got, gap.What.Zh)
	}
}

// "tables -json prints rows in the flat shape of a tables file ... so that output pastes into a draft" (section 6): the draft decides on
// the day, or without -on on every day, as the tables printed did.
func TestRowsPasteIntoADraft(t *testing.T) {
	split := written(t, "split.json", `{"id":"split","kind":"draft","title":"x","rows":[
		{"key":"dibao-line","place":"city-five","residence":"urban","yuan":"650","per":"month","from":"2020-10-01","until":"2020-11-01","clause":"1"},
		{"key":"tekun-basic","place":"430200","yuan":"780","per":"month","from":"2020-10-01","clause":"2"}]}`)
	reading := written(t, "reading.json", `{"id":"reading","kind":"draft","title":"x","readings":{"effective-2020":"until-replaced","tekun-minor-2021":"under-16","income-list":"as-2021"}}`)
	for _, laid := range [][]string{{}, {supplement}, {proposed}, {supplement, proposed}, {split}, {reading}, {reading, split, supplement}} {
		overlays := make([]standards.Overlay, len(laid))
		var args []string
		for i, name := range laid {
			text, err := os.ReadFile(name)
			require.NoError(t, err)
			overlays[i], err = draft.Parse(text)
			require.NoError(t, err)
			args = append(args, "-tables", name)
		}
		tables, err := standards.Published().With(overlays...)
		require.NoError(t, err)
		everyDay := pasted(t, tables, args...)
		for _, text := range []string{"2020-01-01", "2020-06-03", "2020-10-01", "2020-10-31", "2020-11-01", "2020-12-31", "2021-01-01", "2021-02-01", "2021-07-01", "2021-12-31", "2022-01-01", "2022-10-19"} {
			day, err := standards.ParseDate(text)
			require.NoError(t, err)
			want, err := tables.At(day)
			require.NoError(t, err)
			for _, from := range []*standards.Tables{everyDay, pasted(t, tables, append(args, "-on", text)...)} {
				got, err := from.At(day)
				require.NoError(t, err)
				assert.Empty(t, standards.Diff(want, got), "%s of %s", text, laid)
			}
		}
	}
	assert.Equal(t, "[]\n", rowsJSON(nil, standards.Published()))
}

// pasted returns tables with a draft of the rows that a run prints, under the choices of those printed.
func pasted(t *testing.T, printed *standards.Tables, args ...string) *standards.Tables {
	t.Helper()
	got := runWith(append(args, "-json")...)
	require.Equal(t, 0, got.code, got.stderr)
	o, err := draft.Parse([]byte(`{"id":"pasted","kind":"draft","rows":` + got.stdout + `}`))
	require.NoError(t, err, args)
	choices := printed.Choices()
	tables, err := standards.Published().Choose(choices[1:]...).With(o)
	require.NoError(t, err, args)
	return tables
}

func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// "the city's figures of that day go on unless a row restates them" (section 5): what is restated is not listed beside what restates it.
func TestReplacedRowsAreNotListed(t *testing.T) {
	for _, args := range [][]string{{}, {"-json"}} {
		got := runWith(append([]string{"-lang", "en", "-on", "2021-02-01", "-tables", proposed}, args...)...)
		assert.Equal(t, 0, got.code, got.stderr)
		assert.Regexp(t, `dibao-line.*650\.00`, got.stdout)
		assert.NotRegexp(t, `dibao-line.*[ "](600|4320)\.00`, got.stdout)
		assert.Regexp(t, `disability-living.*as on 2020-12-31`, got.stdout)
	}
}

func TestTablesFilesStandInTheTable(t *testing.T) {
	got := runWith("-lang", "en", "-on", "2021-02-01", "-tables", supplement, "-tables", proposed)
	assert.Equal(t, 0, got.code, got.stderr)
	assert.Contains(t, got.stdout, "supplement: youxian-2020  ")
	assert.Contains(t, got.stdout, "draft, not law in force: draft-2021  ")
	assert.Regexp(t, `dibao-line .* 650\.00 yuan a month .* draft-2021 .* supplied`, got.stdout)
	assert.Regexp(t, `disability-living .* zhuzhou-2020 .* as on 2020-12-31`, got.stdout)
	assert.NotRegexp(t, `(?m)^dibao-line .* youxian-2020 `, got.stdout, "it ended with 2020")
}

func TestTemplate(t *testing.T) {
	got := runWith("-template", "攸县")
	assert.Equal(t, 0, got.code)
	assert.Equal(t, runWith("-template", "430223", "-on", templateDay).stdout, got.stdout)
	var supplement struct {
		ID, Kind string
		Rows     []map[string]any
	}
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &supplement))
	assert.Equal(t, "430223-2020", supplement.ID)
	assert.Equal(t, "supplement", supplement.Kind)
	assert.NotEmpty(t, supplement.Rows)
	_, err := draft.Parse([]byte(got.stdout))
	assert.Error(t, err, "it is to be filled in first")
}

// archive is where the archived texts are, beside the repository.
const archive = "../../../shared/sources"

// archived copies the archived texts, to be changed.
func archived(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(archive); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the archived texts must be at %s here: %v", archive, err)
		}
		t.Skipf("the archived texts are not at %s", archive)
	}
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(archive)))
	return dir
}

func TestSources(t *testing.T) {
	dir := archived(t)
	got := runWith("-lang", "en", "-sources", dir)
	assert.Equal(t, 0, got.code, got.stdout)
	assert.NotContains(t, got.stdout, "not found")
	assert.NotContains(t, got.stdout, "differs")
	for _, info := range standards.Documents() {
		cited := slices.ContainsFunc(standards.Published().All(), func(row standards.Standard) bool { return row.Basis.Document == info.Document })
		assert.Equal(t, info.Standing == standards.Archived || cited, strings.Contains(got.stdout, info.Name(standards.English)+"  "+info.File), info.Document)
	}

	quotes := filepath.Join(dir, "zhuzhou-figures-2019-2023.quotes.txt")
	kept, err := os.ReadFile(quotes)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(quotes, bytes.Replace(kept, []byte("提高到600元/月"), []byte("提高到610元/月"), 1), 0o600))
	got = runWith("-lang", "en", "-sources", dir)
	assert.Equal(t, 1, got.code)
	assert.Regexp(t, `text differs .*\[B\] .*城市最低生活保障标准提高到600元/月`, got.stdout)
	require.NoError(t, os.WriteFile(quotes, kept, 0o600))

	path := filepath.Join(dir, "zhuzhou-2020-work-points.txt")
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, bytes.Replace(text, []byte("4320"), []byte("4230"), 1), 0o600))
	got = runWith("-lang", "zh", "-sources", dir)
	assert.Equal(t, 1, got.code)
	assert.Contains(t, got.stdout, "文本与存档不一致")
	assert.Regexp(t, `文字不符 .*每人每年不低于4320元`, got.stdout)

	require.NoError(t, os.WriteFile(path, []byte("9 600/月\n"), 0o600))
	got = runWith("-lang", "en", "-sources", dir)
	assert.Equal(t, 1, got.code)
	assert.Regexp(t, `found  .*600/月`, got.stdout)
	assert.Regexp(t, `not found  .*不低于每人每月80`, got.stdout)

	require.NoError(t, os.Remove(path))
	got = runWith("-lang", "en", "-sources", dir)
	assert.Equal(t, 1, got.code)
	assert.Contains(t, got.stdout, "zhuzhou-2020-work-points.txt  the file is missing")
}

func TestMissingSourcesAreNotAPass(t *testing.T) {
	got := runWith("-lang", "en", "-sources", t.TempDir())
	assert.Equal(t, 1, got.code)
	assert.Contains(t, got.stdout, "the file is missing")
}

func TestWrongUsage(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"rows.json"}, "tables: not a flag: rows.json"},
		{[]string{"-when", "2020-10-01"}, "tables: there is no flag -when"},
		{[]string{"-on", "2020-9-1"}, `tables: -on is a day such as 2020-10-01, not "2020-9-1"`},
		{[]string{"-on", "2019-12-31"}, "tables: 2019-12-31 is outside the days for which the national rules were checked"},
		{[]string{"-json", "-template", "430223"}, "tables: only one of -template, -sources and -json can stand"},
		{[]string{"-template", "430200"}, `tables: -template is the code or name of a county-level unit, not "430200"`},
		{[]string{"-template", "430223", "-on", "2022-10-20"}, "tables: 2022-10-20 is outside"},
		{[]string{"-sources", "no-such-folder"}, "tables: no-such-folder: not a folder"},
		{[]string{"-tables", "no-such-file"}, "tables: no-such-file: there is no such file"},
	} {
		got := runWith(append([]string{"-lang", "en"}, tt.args...)...)
		assert.Equal(t, 2, got.code, tt.args)
		assert.Empty(t, got.stdout, tt.args)
		assert.True(t, strings.HasPrefix(got.stderr, tt.want), got.stderr)
		got = runWith(append([]string{"-lang", "zh"}, tt.args...)...)
		assert.Equal(t, 2, got.code, tt.args)
		assert.Regexp(t, `\p{Han}`, strings.SplitN(got.stderr, "\n", 2)[0])
	}
	assert.Equal(t, 0, runWith("-h").code)
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// A full disk is no success.
func TestAFullDisk(t *testing.T) {
	var stderr bytes.Buffer
	assert.Equal(t, 1, run([]string{"-sources", t.TempDir()}, nil, fullDisk{}, &stderr))
	assert.Contains(t, stderr.String(), "no space left")
}
