package examples_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// repeated are runs in which an entry of a list stands twice, by the flag that lists it, with what is
// said of it.
var repeated = map[string][][2]string{
	"tables": {{"caseload -on 2020-10-01 -tables t.json -tables ./t.json in.csv", "the tables file is given twice: ./t.json"},
		{"caseload -on 2020-10-01 -tables t.json -tables link in.csv", "the tables file is given twice: link"},
		{"caseload -on 2020-10-01 -tables t.json -tables copy.json in.csv", "the id is empty, taken"}},
	"assume": {{"caseload -on 2020-10-01 -assume property=within,property=within in.csv", "one fact can be assumed once only"},
		{"caseload -on 2020-10-01 -assume property=within -assume property=over in.csv", "one fact can be assumed once only"}},
	"draft": {{"reform -on 2021-01-01 -draft t.json -draft t.json in.csv", "the tables file is given twice: t.json"},
		{"reform -on 2021-01-01 -draft t.json -tables t.json in.csv", "the tables file is given twice: t.json"}},
	"set": {{"reform -on 2021-01-01 -set dibao-line@city-five/urban=+10,dibao-line@city-five/urban=+20 in.csv", "stands there twice"},
		{"reform -on 2021-01-01 -set dibao-line@city-five/urban=+10 -set dibao-line@city-five/urban=+10 in.csv", "-set stands there twice"}},
	"households": {{"reform -on 2021-01-01 -draft t.json -households a,a in.csv", "-households names a household twice: a"}},
	"keep":       {{"caseload -on 2020-10-01 -keep note,note in.csv", "-keep names a column twice: note"}},
	"of":         {{"budget -on 2020-10-01 -figure dibao-line@city-five/urban -from 600 -to 610 -budget 1 -of dibao,dibao in.csv", "each once"}},
	"map":        {{"caseload -on 2020-10-01 -map map.txt in.csv", "a header stands there twice: x"}},
	"a flag":     {{"caseload -on 2020-10-01 -on 2020-10-01 in.csv", "the flag is given twice: -on"}},
	"a file": {{"household -on 2020-10-01 twice.json", `id is used more than once: "f"`},
		{"arrears -known 2020-12-31 accounts.json", `id is used more than once: "f" at history.id`},
		{"cases cases.json", `id is used more than once: "n" at cases[1].name`}},
}

// severalTimes finds the flags that may stand several times.
var severalTimes = regexp.MustCompile(`Flags\.Var\(&[\w.]+, "?(\w+)"?`)

// Every list that a flag or a file states is a set, which refuses by name what stands twice.
func TestRepeatedEntries(t *testing.T) {
	sources, err := filepath.Glob("*/*.go")
	require.NoError(t, err)
	for _, name := range sources {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, match := range severalTimes.FindAllStringSubmatch(string(text), -1) {
			assert.Contains(t, repeated, match[1], "%s: the list must join", name)
		}
	}
	if testing.Short() {
		t.Skip("it builds programs")
	}
	folder := t.TempDir()
	draft, err := os.ReadFile("testdata/draft-2021.json")
	require.NoError(t, err)
	family := `{"id":"f","division":"天元区","residence":"urban","members":[{"id":"x","born":"1968-03-02","income":[]}]}`
	account := `{"history":{"id":"f","versions":[{"from":"2020-01-01","recorded":"2020-01-01","household":` + family + `}]},"payments":[]}`
	one := `{"name":"n","why":"w","on":"2020-10-01","household":` + family + `,"expect":{}}`
	for name, text := range map[string]string{"t.json": string(draft), "copy.json": string(draft), "map.txt": "x=note\nx=household\n",
		"in.csv":     "household,division,residence,member,born,note\na,天元区,urban,a,1975-01-01,x\n",
		"twice.json": family + "\n" + family + "\n", "accounts.json": "[" + account + "," + account + "]",
		"cases.json": `{"cases":[` + one + "," + one + "]}"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	require.NoError(t, os.Symlink("t.json", filepath.Join(folder, "link")))
	for of, runs := range repeated {
		for _, run := range runs {
			words := strings.Fields(run[0])
			var stderr bytes.Buffer
			command := exec.Command(program(t, folder, words[0]), append([]string{"-lang", "en"}, words[1:]...)...)
			command.Dir, command.Stderr = folder, &stderr
			_ = command.Run()
			assert.NotZero(t, command.ProcessState.ExitCode(), run[0])
			assert.Contains(t, stderr.String(), run[1], "%s: %s", of, run[0])
		}
	}
}
