package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
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
	assert.Contains(t, stderr, "  field               stated  came out\n  dibao.payment.yuan  \"401\"   \"400.00\"\n")
	assert.Contains(t, stderr, "the expect that would pass, if what came out is right:\n    {\"category\":\"dibao\",\"dibao\":{\"payment\":{\"yuan\":\"400.00\",")
	assert.Contains(t, stderr, "steps of the decision:")
	assert.Contains(t, stderr, "is below the urban line")
}

// "each refusal on stderr with file, line and field" (section 6): two files of one name in two folders are told apart, and so are their
// tables files.
func TestRefusalsNameTheirFile(t *testing.T) {
	const household = `{"division":"Tianyuan","residence":"urban","property":"within","members":[{"id":"a","born":"1980-01-01","income":[]}]}`
	root := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(root, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	cases := func(more string) string {
		return `{"cases":[` + "\n" + `{"name":"n","on":"2020-10-01",` + more + `"household":` + household + `,"expect":{"category":"none"}}]}`
	}
	first, second := write("a/c.json", cases(`"foo":1,`)), write("b/c.json", cases(""))
	third, none := write("c/c.json", cases(`"tables":["t.json"],`)), write("d/c.json", cases(`"tables":["none.json"],`))
	table := write("c/t.json", `{"id":"t","kind":"draft","rows":[{"key":"dibao","place":"china","from":"2020-01-01"}]}`)
	code, stdout, stderr := runWith(first, second, third, none)
	assert.Equal(t, 1, code)
	assert.Contains(t, stderr, first+`: line 2: case "n": unknown field: "1" at cases[0].foo`+"\n")
	assert.Contains(t, stderr, second+`: line 2: case "n"`+"\n  field     stated  came out\n  category  ")
	assert.Contains(t, stderr, third+`: line 2: case "n": `+table+`: not one of the values accepted here: "dibao" at rows[0].key`+"\n")
	assert.Contains(t, stderr, none+`: line 2: case "n": `+filepath.Join(root, "d", "none.json")+": there is no such file\n")
	assert.Contains(t, stdout, second+": 1 cases, 1 failed\n")
	_, _, stderr = runWith("-lang", "zh", none)
	assert.Equal(t, none+"：第 2 行：用例“n”："+filepath.Join(root, "d", "none.json")+"：没有这个文件\n", stderr)

	code, _, stderr = runWith(root)
	assert.Equal(t, 2, code)
	assert.Equal(t, "cases: "+root+": it is a folder, not a file\n", stderr)
}

// A tables file that cases name is warned of like one given, and once.
func TestWarningsOfTablesThatCasesName(t *testing.T) {
	dir := t.TempDir()
	table, cases := filepath.Join(dir, "t.json"), filepath.Join(dir, "c.json")
	require.NoError(t, os.WriteFile(table, []byte(`{"id":"t","kind":"draft","title":"x","rows":[{"key":"dibao-line","place":"city-five","yuan":"650","per":"month","from":"2021-01-01"}]}`), 0o600))
	one := `{"name":"NAME","on":"2021-01-01","tables":["t.json"],"household":{"division":"Tianyuan","members":[{"id":"a","born":"1980-01-01"}]},"expect":{}}`
	require.NoError(t, os.WriteFile(cases, []byte(`{"cases":[`+one+`,`+strings.Replace(one, "NAME", "2", 1)+`]}`), 0o600))
	const note = ": t: rows[0].clause: note: it does not say on which item of the document it rests\n"
	for _, args := range [][]string{{cases}, {cases, cases}, {"-tables", table, cases}} {
		code, _, stderr := runWith(args...)
		assert.Equal(t, 0, code)
		assert.Equal(t, table+note, stderr, args)
	}
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{{}, {"-tables"}, {"-nothing", "x"}, {"missing.cases.json"}, {"-"}, {"-tables", "missing.json", "../testdata/draft-2021.cases.json"}} {
		code, _, stderr := runWith(args...)
		assert.Equal(t, 2, code, args)
		assert.NotEmpty(t, stderr)
	}
}

func TestTablesUnderAllCases(t *testing.T) {
	code, _, stderr := runWith("-tables", "../testdata/draft-2021.json", "../testdata/draft-2021.cases.json")
	assert.Equal(t, 0, code, stderr)
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// A full disk is no success.
func TestAFullDisk(t *testing.T) {
	var stderr bytes.Buffer
	assert.Equal(t, 1, run([]string{"../testdata/youxian-2020.cases.json"}, nil, fullDisk{}, &stderr))
	assert.Contains(t, stderr.String(), "no space left")
}

// A hundred failed cases are printed and a hundred faults of one, and the others are counted; a list of tables is a set, and
// there is always a decision.
func TestBounds(t *testing.T) {
	const household = `{"division":"Tianyuan","residence":"urban","property":"within","members":[{"id":"a","born":"1980-01-01","income":[]}]}`
	dir := t.TempDir()
	file := filepath.Join(dir, "c.json")
	run := func(cases ...string) (code int, stdout, stderr string) {
		require.NoError(t, os.WriteFile(file, []byte(`{"cases":[`+strings.Join(cases, ",")+`]}`), 0o600))
		return runWith(file)
	}
	one := func(name, more, expect string) string {
		return `{"name":"` + name + `","on":"2020-10-01",` + more + `"household":` + household + `,"expect":` + expect + `}`
	}
	var many []string
	for i := range 300 {
		many = append(many, one(strconv.Itoa(i), "", `{"foo":1}`))
	}
	code, stdout, stderr := run(many...)
	assert.Equal(t, 1, code)
	assert.Equal(t, 101, strings.Count(stderr, "\n"))
	assert.True(t, strings.HasSuffix(stderr, file+": 200 more failed\n"))
	assert.Equal(t, file+": 0 cases, 300 failed\n", stdout)

	wide := strings.TrimSuffix(strings.Repeat(`{"member":"b","fact":"property"},`, 300), ",")
	_, _, stderr = run(one("n", "", `{"needs":[`+wide+`]}`))
	assert.Equal(t, 101, strings.Count(stderr, "\n"))

	_, _, stderr = run(one("n", `"tables":["t.json","./t.json"],`, "{}"), one("m", "", "null"))
	assert.Equal(t, file+`: line 1: case "n": is listed more than once: "./t.json" at cases[0].tables[1]`+"\n"+
		file+`: line 1: case "m": wrong type of value: "null" at cases[1].expect`+"\n", stderr)
}

// -untouched lists the figures that no case touches, and is no failure.
func TestUntouched(t *testing.T) {
	code, stdout, stderr := runWith("-untouched", "../testdata/draft-2021.cases.json", "../testdata/youxian-2020.cases.json")
	assert.Equal(t, 0, code, stderr)
	assert.Contains(t, stdout, "draft-2021.cases.json: a case touches every figure\n")
	assert.Contains(t, stdout, "no case touches nursing subsidy for severely disabled people, disability of grade 2 (the five counties)\n")
}
