package examples_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// block is a fenced block of the guide: what stands after the fence, and its text.
var block = regexp.MustCompile("(?ms)^```(\\w*) ?([^\n]*)\n(.*?)^```$")

// Every command of the guide is run as it stands, in a copy of the repository, with the files that the guide shows.
func TestEveryCommandOfTheGuide(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds every program")
	}
	guide, err := os.ReadFile("README.md")
	require.NoError(t, err)
	folder := t.TempDir()
	copyTree(t, "..", folder)
	ran, printed := 0, ""
	for _, b := range block.FindAllStringSubmatch(string(guide), -1) {
		switch kind, name, text := b[1], b[2], b[3]; kind {
		case "json":
			require.NotEmpty(t, name)
			require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
		case "sh":
			n, out := runLines(t, folder, text)
			ran, printed = ran+n, out
		case "text":
			assert.True(t, strings.Contains(printed, text), "the commands before do not print\n%s", text)
		default:
			t.Errorf("a block of %s", kind)
		}
	}
	assert.Greater(t, ran, 10)
	chart, err := os.ReadFile(filepath.Join(folder, "my-draft", "chart.svg"))
	require.NoError(t, err)
	assert.Contains(t, string(chart), "<svg")
}

// So is every command of the README, but for the tests themselves.
func TestEveryCommandOfTheReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds every program")
	}
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	folder := t.TempDir()
	copyTree(t, "..", folder)
	ran, printed := 0, ""
	for _, b := range block.FindAllStringSubmatch(string(readme), -1) {
		switch b[1] {
		case "":
			n, out := runLines(t, folder, b[3])
			ran, printed = ran+n, out
		case "text":
			if b[2] == "printed" { // the others are held by the tests of the packages
				assert.True(t, strings.Contains(printed, b[3]), "the commands before do not print\n%s", b[3])
			}
		}
	}
	assert.Greater(t, ran, 8)
}

// runLines runs commands, one a line, and returns how many there were and what they print.
func runLines(t *testing.T, folder, text string) (ran int, printed string) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "git clone ") || strings.HasPrefix(line, "cd ") || strings.HasPrefix(line, "go test ./... ") {
			continue // the copy stands for it, and the tests are under way
		}
		command := exec.Command("sh", "-c", line)
		command.Dir = folder
		out, err := command.CombinedOutput()
		assert.NoError(t, err, "%s\n%s", line, out)
		ran++
		printed += string(out)
	}
	return ran, printed
}

// copyTree copies the files of the repository.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") && rel != "." {
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), data, 0o600)
	}))
}

// Each example program has a section of its own.
func TestEveryProgramHasASection(t *testing.T) {
	guide, err := os.ReadFile("README.md")
	require.NoError(t, err)
	programs, err := filepath.Glob("*/main.go")
	require.NoError(t, err)
	for _, p := range programs {
		name := filepath.Dir(p)
		assert.Regexp(t, `(?m)^## .*\b`+name+`\b`, string(guide))
	}
}
