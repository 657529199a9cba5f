package main

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

func runArrears(stdin string, args ...string) (code int, stdout, stderr string) {
	var out, errs strings.Builder
	code = run(args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "run go test with -update")
	assert.Equal(t, strings.ReplaceAll(string(want), "\r\n", "\n"), got)
}

// The sample in both languages: as known before the publication, after it, and at the end of the year.
func TestSample(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, known := range []string{"2020-08-31", "2020-09-01", "2020-12-31"} {
			code, stdout, stderr := runArrears(sample, "-lang", lang, "-known", known, "-")
			assert.Zero(t, code, stderr)
			golden(t, known+"."+lang+".golden", stdout)
		}
		code, stdout, _ := runArrears("", "-lang", lang)
		assert.Zero(t, code)
		data, err := os.ReadFile(filepath.Join("testdata", "2020-12-31."+lang+".golden"))
		require.NoError(t, err)
		assert.Equal(t, strings.ReplaceAll(string(data), "\r\n", "\n"), stdout)
	}
}

// named is an account of another id.
func named(account, id string) string { return strings.Replace(account, "family-3", id, 1) }

// JSON stands in the shape of the input.
func TestJSONShapes(t *testing.T) {
	one := strings.ReplaceAll(sample, "\n", "")
	for _, tt := range []struct{ name, in, first, last string }{
		{"object", sample, `{"id":"family-3","known":"2020-12-31"`, "}\n"},
		{"lines", one + "\n" + named(one, "b"), `{"id":`, "}\n"},
		{"array", "[" + sample + "," + named(sample, "b") + "]", "[\n{\"id\":", "}\n]\n"},
	} {
		code, stdout, stderr := runArrears(tt.in, "-known", "2020-12-31", "-json", "-")
		assert.Zero(t, code, stderr)
		assert.True(t, strings.HasPrefix(stdout, tt.first), "%s: %.60s", tt.name, stdout)
		assert.True(t, strings.HasSuffix(stdout, tt.last), tt.name)
		decoder := json.NewDecoder(strings.NewReader(stdout))
		for decoder.More() {
			var v any
			require.NoError(t, decoder.Decode(&v), tt.name)
		}
	}
	for in, want := range map[string]string{"[]": "[]\n", " [ ]": "[]\n", "[null]": "[]\n", "[{\"id\":": "[]\n", "null": ""} {
		_, stdout, _ := runArrears(in, "-known", "2020-12-31", "-json", "-")
		assert.Equal(t, want, stdout, `"-json prints ... an array for an array" (section 6): %s`, in)
	}
	_, stdout, _ := runArrears("", "-json")
	assert.Contains(t, stdout, `"totals":{"due":"12300.00","bound":"exactly","paid":"13300.00","underpaid":"1800.00","overpaid":"2800.00","open":"0.00"}`)
	assert.Contains(t, stdout, `"nextReview":{"due":"2021-06-28"`)
}

// What cannot be used is refused with file, line and field; the rest goes on.
func TestRefusals(t *testing.T) {
	one := strings.ReplaceAll(sample, "\n", "")
	bad := strings.Replace(one, `"recorded":"2020-10-12","note":"七月`, `"recorded":"2020-07-01","note":"七月`, 1)
	require.NotEqual(t, one, bad)
	code, stdout, stderr := runArrears(one+"\n"+named(bad, "b")+"\n{\n"+named(one, "c"), "-lang", "en", "-known", "2020-12-31", "-json", "-")
	assert.Equal(t, 1, code)
	assert.Equal(t, 1, strings.Count(stdout, `"id":"family-3"`))
	assert.Equal(t, 1, strings.Count(stdout, `"id":"c"`))
	assert.Contains(t, stderr, `standard input: line 2: does not agree with another field: "2020-07-01" at history.versions[3].recorded`)
	code, _, stderr = runArrears(sample, "-lang", "en", "-known", "2023-02-01", "-")
	assert.Equal(t, 1, code)
	assert.Contains(t, stderr, "2023-01-01 is outside the days")
	code, stdout, _ = runArrears("[{}]", "-known", "2020-12-31", "-json", "-")
	assert.Equal(t, 1, code)
	assert.Equal(t, "[]\n", stdout)
}

func TestRange(t *testing.T) {
	code, stdout, stderr := runArrears(strings.Replace(sample, `{"month":"2020-01","part":"dibao","yuan":"1100.00","paid":"2020-01-09"},`, "", 1),
		"-lang", "en", "-known", "2020-12-31", "-from", "2020-09", "-to", "2020-10", "-")
	assert.Equal(t, 1, code, "payments for other months are named, not skipped")
	assert.Empty(t, stdout)
	assert.Contains(t, stderr, `"2020-02" at payments[0].month`)
}

func TestTablesMustSayWhenTheyWereIssued(t *testing.T) {
	const file = "../testdata/youxian-2020.json"
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	code, _, stderr := runArrears("", "-tables", file)
	assert.Zero(t, code, stderr)
	undated := filepath.Join(t.TempDir(), "undated.json")
	require.NoError(t, os.WriteFile(undated, []byte(strings.Replace(string(data), `"issued": "2019-12-20",`, "", 1)), 0o600))
	code, _, stderr = runArrears("", "-lang", "en", "-tables", undated)
	assert.Equal(t, 1, code)
	assert.Contains(t, stderr, "(youxian-2020) was published is not on record")
}

func TestMisuse(t *testing.T) {
	for _, args := range [][]string{
		{"a.json"}, {"-known", "2020-12-31", "a.json", "b.json"}, {"-known", "soon"}, {"-from", "2020"}, {"-to", "x"}, {"-lang", "fr"}, {"-no-such-flag"},
		{"-known", "2020-12-31", "testdata/no-such-file.json"}, {"-tables", "testdata/no-such-file.json"},
	} {
		code, stdout, stderr := runArrears("", args...)
		assert.Equal(t, 2, code, "%v", args)
		assert.Empty(t, stdout)
		assert.NotEmpty(t, stderr)
	}
	code, stdout, _ := runArrears("", "-h")
	assert.Zero(t, code)
	assert.NotEmpty(t, stdout)
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestNobodyReads(t *testing.T) {
	var errs strings.Builder
	assert.Equal(t, 1, run([]string{"-json"}, strings.NewReader(""), closed{}, &errs))
	assert.NotEmpty(t, errs.String())
}
