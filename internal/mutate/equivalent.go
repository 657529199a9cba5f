package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// equivalents is the folder that lists the mutants that no test can kill, as they change nothing
// that can be seen: a file for each package.
const equivalents = "internal/mutate/equivalent"

// readEquivalents returns the reason of each mutant listed in the files of folder.
func readEquivalents(folder string) (map[place]string, error) {
	all := map[place]string{}
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if err := parseEquivalents(all, name, string(text)); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// parseEquivalents adds the entries of a file to all. An entry is five lines, and entries have an
// empty line between them; a line that begins with # is a comment.
func parseEquivalents(all map[place]string, name, text string) error {
	var p place
	var reason string
	fields := []struct {
		name  string
		value *string
	}{{"file", &p.file}, {"function", &p.function}, {"mutant", &p.what}, {"line", &p.line}, {"reason", &reason}}
	next, number := 0, 0
	for row := range strings.Lines(text) {
		number++
		row = strings.TrimSpace(row)
		if strings.HasPrefix(row, "#") || row == "" && next == 0 {
			continue
		}
		value, ok := strings.CutPrefix(row, fields[next].name+": ")
		if !ok {
			return fmt.Errorf("%s:%d: an entry has %q here", name, number, fields[next].name+": ")
		}
		*fields[next].value = value
		if next++; next < len(fields) {
			continue
		}
		next = 0
		if _, twice := all[p]; twice {
			return fmt.Errorf("%s:%d: this mutant is listed twice", name, number)
		}
		all[p] = reason
	}
	if next != 0 {
		return fmt.Errorf("%s: the last entry has no %q", name, fields[next].name+": ")
	}
	return nil
}

// stale returns an error that names the entries whose mutant does not exist.
func stale(listed map[place]string, all []*mutant) error {
	known := map[place]bool{}
	for _, m := range all {
		known[m.place] = true
	}
	for p := range listed {
		if !known[p] {
			return fmt.Errorf("%s: there is no such mutant (any more): %s, %s: %s | %s",
				equivalents, p.file, p.function, p.what, p.line)
		}
	}
	return nil
}

// entry returns what a file lists m with, but for the reason.
func entry(m *mutant) string {
	return fmt.Sprintf("file: %s\nfunction: %s\nmutant: %s\nline: %s\nreason: \n", m.file, m.function, m.what, m.line)
}
