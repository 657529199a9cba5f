package main

import (
	"fmt"
	"os"
	"strings"
)

// equivalents is the file of the mutants that no test can kill, as they change nothing that can be
// seen.
const equivalents = "internal/mutate/equivalent.txt"

// readEquivalents returns the reason of each mutant listed. An entry is five lines, and entries
// have an empty line between them; a line that begins with # is a comment.
func readEquivalents(name string) (map[place]string, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return parseEquivalents(name, string(text))
}

func parseEquivalents(name, text string) (map[place]string, error) {
	all := map[place]string{}
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
			return nil, fmt.Errorf("%s:%d: an entry has %q here", name, number, fields[next].name+": ")
		}
		*fields[next].value = value
		if next++; next < len(fields) {
			continue
		}
		next = 0
		if _, twice := all[p]; twice {
			return nil, fmt.Errorf("%s:%d: this mutant is listed twice", name, number)
		}
		all[p] = reason
	}
	if next != 0 {
		return nil, fmt.Errorf("%s: the last entry has no %q", name, fields[next].name+": ")
	}
	return all, nil
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

// entry returns the line of the file for m.
func entry(m *mutant) string {
	return fmt.Sprintf("file: %s\nfunction: %s\nmutant: %s\nline: %s\nreason: \n", m.file, m.function, m.what, m.line)
}
