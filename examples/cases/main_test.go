package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func runWith(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(append([]string{"-lang", "en"}, args...), strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

func TestSampleCases(t *testing.T) {
	code, stdout, stderr := runWith("../testdata/youxian-2020.cases.json", "../testdata/draft-2021.cases.json")
	assert.Equal(t, 0, code, stderr)
	assert.Empty(t, stderr)
	assert.Equal(t, "../testdata/youxian-2020.cases.json: 4 cases, all as expected\n../testdata/draft-2021.cases.json: 5 cases, all as expected\n", stdout)
}

func TestAFailingCaseShowsPathAndSteps(t *testing.T) {
	data, err := os.ReadFile("../testdata/draft-2021.cases.json")
	require.NoError(t, err)
	dir := t.TempDir()
	name := filepath.Join(dir, "wrong.cases.json")
	require.NoError(t, os.WriteFile(name, bytes.Replace(data, []byte(`"yuan": "400"`), []byte(`"yuan": "401"`), 1), 0o600))
	table, err := os.ReadFile("../testdata/draft-2021.json")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "draft-2021.json"), table, 0o600))
	code, stdout, stderr := runWith(name)
	assert.Equal(t, 1, code)
	assert.Contains(t, stdout, "5 cases, 1 failed")
	assert.Contains(t, stderr, `dibao.payment.yuan: got "400.00", want "401"`)
	assert.Contains(t, stderr, "steps of the decision:")
	assert.Contains(t, stderr, "is below the urban line")
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{{}, {"-tables"}, {"-nothing", "x"}, {"missing.cases.json"}, {"-tables", "missing.json", "../testdata/draft-2021.cases.json"}} {
		code, _, stderr := runWith(args...)
		assert.Equal(t, 2, code, args)
		assert.NotEmpty(t, stderr)
	}
}

func TestTablesUnderAllCases(t *testing.T) {
	code, _, stderr := runWith("-tables", "../testdata/draft-2021.json", "../testdata/draft-2021.cases.json")
	assert.Equal(t, 0, code, stderr)
}
