package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
)

// suite is the compiled tests of a package.
type suite struct {
	dir    string // from the root of the module
	binary string
	tests  []*test
}

// build compiles the tests of dirs with every mutant behind its switch. No file of the tree
// changes: the go command reads the mutated copies in place of the files, from folder.
func build(root, folder string, libraries []*library, mutants []*mutant, dirs []string) ([]*suite, error) {
	overlay, err := writeCopies(root, folder, libraries, mutants)
	if err != nil {
		return nil, err
	}
	binaries := filepath.Join(folder, "tests") + string(filepath.Separator)
	arguments := []string{"test", "-c", "-overlay", overlay, "-vet=off", "-ldflags=-s -w", "-o", binaries}
	for _, dir := range dirs {
		arguments = append(arguments, "./"+dir)
	}
	command := exec.Command("go", arguments...)
	command.Dir = root
	if out, err := command.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go test -c: %w\n%s", err, out)
	}
	ending := ".test"
	if runtime.GOOS == "windows" {
		ending += ".exe"
	}
	var suites []*suite
	for _, dir := range dirs {
		suites = append(suites, &suite{dir: dir, binary: filepath.Join(binaries, path.Base(dir)+ending)})
	}
	return suites, nil
}

// writeCopies writes the mutated copies into folder, and the file that says what they stand for.
func writeCopies(root, folder string, libraries []*library, mutants []*mutant) (overlay string, err error) {
	replace := map[string]string{}
	for _, lib := range libraries {
		of := slices.DeleteFunc(slices.Clone(mutants), func(m *mutant) bool { return m.dir != lib.dir })
		if len(of) == 0 {
			continue
		}
		for _, s := range lib.instrumented(of).sources {
			name := filepath.Join(folder, strconv.Itoa(len(replace))+".go")
			if err := os.WriteFile(name, s.text, 0o600); err != nil {
				return "", err
			}
			replace[filepath.Join(root, filepath.FromSlash(s.name))] = name
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(folder, "overlay.json")
	return overlay, os.WriteFile(overlay, text, 0o600)
}

// suiteDirs returns the packages whose tests try a mutant of dir, in the order in which they run.
func suiteDirs(root string, table []target, dir string) (dirs []string) {
	for _, t := range table {
		if t.dir != dir {
			continue
		}
		for _, tested := range append([]string{dir}, t.also...) {
			files, _ := filepath.Glob(filepath.Join(root, filepath.FromSlash(tested), "*_test.go"))
			if len(files) > 0 {
				dirs = append(dirs, tested)
			}
		}
	}
	return dirs
}
