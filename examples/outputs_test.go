package examples_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/outputtest"
)

// declared finds the flags that a program declares.
var declared = regexp.MustCompile(`\b(?:Flags|flag|f)\.(?:Func|(?:String|Bool|Int|Int64|Uint|Uint64|Float64|Duration|Text)?(?:Var)?)\((?:&?[\w.]+, )?"([\w-]+)"`)

// takenFlags finds those that cli adds.
var takenFlags = regexp.MustCompile(`case "(\w+)":\n\t+p\.Flags\.\w+\(&[\w.]+, name`)

// Every program, and every flag, stands in the table, so that one that writes a file is tried.
func TestEveryFlagIsInTheTable(t *testing.T) {
	found := map[string]map[string]bool{"internal/cli": {}, "internal/desk": {}}
	folders, err := filepath.Glob("*/*.go")
	require.NoError(t, err)
	inner, err := filepath.Glob("internal/*/*.go")
	require.NoError(t, err)
	for _, name := range append(folders, inner...) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		folder := filepath.ToSlash(filepath.Dir(name))
		if strings.HasPrefix(string(text), "package main\n") || strings.Contains(string(text), "\npackage main\n") {
			if found[folder] == nil {
				found[folder] = map[string]bool{}
			}
		}
		for _, pattern := range []*regexp.Regexp{declared, takenFlags} {
			for _, match := range pattern.FindAllStringSubmatch(string(text), -1) {
				if assert.NotNil(t, found[folder], "%s declares a flag and is in no program", name) {
					found[folder][match[1]] = true
				}
			}
		}
	}
	want := map[string]map[string]bool{}
	for folder, flags := range outputtest.Flags {
		want[folder] = map[string]bool{}
		for name := range flags {
			want[folder][name] = true
		}
	}
	assert.Equal(t, want, found)
}

// opens finds where a file is opened to be written.
var opens = regexp.MustCompile(`\b(?:os\.(?:Create|CreateTemp|OpenFile|WriteFile|Rename|Mkdir\w*)|ioutil\.\w+)\(`)

// Programs write files by package cli alone, which puts them in their place at the end.
func TestFilesAreWrittenInOnePlace(t *testing.T) {
	found := map[string]int{}
	require.NoError(t, filepath.WalkDir(".", func(name string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := os.ReadFile(name)
		if n := len(opens.FindAll(text, -1)); n > 0 {
			found[filepath.ToSlash(name)] = n
		}
		return err
	}))
	assert.Equal(t, map[string]int{
		"internal/cli/output.go":            found["internal/cli/output.go"],
		"internal/outputtest/outputtest.go": found["internal/outputtest/outputtest.go"], // a test
		"internal/page/build.go":            1,                                          // a folder of its own for the compiler
		"beam/main.go":                      1,                                          // a folder of its own, removed at the end
		"bench/table.go":                    1,                                          // its table in the README
	}, found)
}

// What a program prints besides its results is lost on a full stdout too, and is no success.
func TestFullStdout(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds programs")
	}
	full, err := os.OpenFile(outputtest.Full, os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no " + outputtest.Full)
	}
	defer full.Close()
	folder := t.TempDir()
	for _, args := range []string{"household -h", "household", "caseload -h", "caseload -headers", "caseload -sample zh", "caseload -generate 10",
		"eldercare -sample en", "tables -json", "tables -template 430223", "tables -source dibao-line@city-five/urban", "arrears -h", "cases -h",
		"budget -h", "reform -h"} {
		words := strings.Fields(args)
		var stderr bytes.Buffer
		command := exec.Command(program(t, folder, words[0]), append([]string{"-lang", "en"}, words[1:]...)...)
		command.Stdout, command.Stderr = full, &stderr
		_ = command.Run()
		assert.Equal(t, 1, command.ProcessState.ExitCode(), args)
		assert.Contains(t, stderr.String(), "no space left", args)
	}
}

// Every program that writes is tried with outputs that are inputs, that cannot be written, and with
// runs that fail or are killed.
func TestOutputs(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds programs")
	}
	folder := t.TempDir()
	family, err := os.ReadFile("testdata/family.json")
	require.NoError(t, err)
	institutions, err := os.ReadFile("testdata/eldercare-institutions.csv")
	require.NoError(t, err)
	draft, err := os.ReadFile("testdata/draft-2021.json")
	require.NoError(t, err)
	cases, err := os.ReadFile("testdata/draft-2021.cases.json")
	require.NoError(t, err)
	account, err := json.Marshal(hostileAccount("a", "-"))
	require.NoError(t, err)
	var register strings.Builder
	register.WriteString("household,division,residence,property,member,born,relation,own_income_month_yuan\n")
	for i := range 400 {
		fmt.Fprintf(&register, "h%d,天元区,urban,within,a,1975-01-01,applicant,%d\n", i, i)
	}
	few := []byte(register.String())
	some := append(bytes.Clone(few), "bad,天元区,urban,within,a,1975-13-01,applicant,1\n"...)
	tables := map[string][]byte{"t.json": draft}
	tried := map[string]bool{"page": true} // it compiles for minutes, and reads nothing
	for _, module := range []string{"beam", "office", "store"} {
		tried[module] = true // there
	}
	for _, p := range []outputtest.Program{
		{Path: "caseload", Args: strings.Fields("-on 2020-10-01 -tables t.json -map map.txt in.csv"), Data: some, Code: 1,
			Others: map[string][]byte{"t.json": draft, "map.txt": []byte("#\n")}},
		{Path: "reform", Args: strings.Fields("-on 2021-01-01 -draft t.json -set dibao-line@city-five/urban=+10 in.csv"), Data: few,
			Others: tables},
		{Path: "household", Args: strings.Fields("-on 2020-10-01 -json in.json"), Data: family, Silent: true},
		{Path: "household", Args: strings.Fields("-on 2020-10-01 -html in.json"), Data: family, Silent: true},
		{Path: "tables", Args: strings.Fields("-on 2020-10-01 -tables in.json"), Data: draft, Silent: true},
		{Path: "budget", Args: strings.Fields("-on 2020-10-01 -figure dibao-line@city-five/urban -from 600 -to 610 -budget 100 in.csv"), Data: few},
		{Path: "arrears", Args: strings.Fields("-known 2020-12-31 in.json"), Data: account, Silent: true},
		{Path: "eldercare", Args: strings.Fields("-on 2020-10-01 in.csv"), Data: institutions, Silent: true},
		{Path: "eldercare", Args: strings.Fields("-on 2020-10-01 -csv in.csv"), Data: institutions, Silent: true},
		{Path: "cases", Args: strings.Fields("in.json"), Data: cases, Others: map[string][]byte{"draft-2021.json": draft}, Silent: true},
	} {
		t.Run(p.Path, func(t *testing.T) {
			p.Outputs, tried[p.Path] = outputtest.Writes(p.Path), true
			p.Path = program(t, folder, p.Path)
			p.Input = p.Args[len(p.Args)-1]
			p.Check(t)
		})
	}
	for folder := range outputtest.Flags {
		assert.True(t, tried[folder] || len(outputtest.Writes(folder)) == 0 || strings.HasPrefix(folder, "internal/"), "%s writes files and is not tried", folder)
	}
}
