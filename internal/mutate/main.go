// Mutate is the mutation test of the library: it changes the code in one place at a time, runs the
// tests, and says which changes no test notices.
//
//	go run ./internal/mutate -sample 60 -seed "$(git rev-parse HEAD)" -least 90
//	go run ./internal/mutate -packages eldercare,assistance/months/review.go -longest 1s
//	go run ./internal/mutate -list -packages disability
//	go run ./internal/mutate -run 1f0c5ab37e
//
// A mutant is a condition turned round, a bound moved (< to <=), && for ||, min for max, + for -, a
// result made zero, a statement or the body of an if dropped, a whole number one more or less, true
// for false. All mutants of a run are compiled at once, each behind a switch, into copies of the
// files that go test -overlay reads; a run of a test binary has one of them on. First each test
// runs without, which shows the mutants that it comes by: only those tests run that can kill a
// mutant. Declared constants and texts are not mutated.
//
// A mutant is killed when a test fails, crashes, or is not done in time. Mutants that change
// nothing that can be seen stand in the files of equivalent, each with the reason, and are not
// counted.
// Mutate exits 1 if fewer are killed than -least percent, and 2 if it cannot run.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// options holds the settings of the command line.
type options struct {
	seed     string
	sample   int
	packages string
	run      string
	list     bool
	least    int
	longest  time.Duration
}

func main() {
	var o options
	flag.StringVar(&o.seed, "seed", "1", "draw the sample by this `text`, such as the hash of a commit")
	flag.IntVar(&o.sample, "sample", 0, "try this `number` of mutants, drawn by the seed; 0 is all")
	flag.StringVar(&o.packages, "packages", "", "mutate the packages and files of this `list`, with commas; empty is all of the table")
	flag.StringVar(&o.run, "run", "", "try the mutants of this `list` of ids, with commas, and those listed as equivalent too")
	flag.BoolVar(&o.list, "list", false, "print the mutants, and run nothing")
	flag.IntVar(&o.least, "least", 97, "fail if fewer are killed, in `percent`")
	flag.DurationVar(&o.longest, "longest", 0, "leave out the tests that take longer than this `time`; 0 is none")
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	enough := false
	if err == nil {
		enough, err = mutate(os.Stdout, strings.TrimSpace(string(out)), targets, o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !enough {
		os.Exit(1)
	}
}

// mutate finds the mutants of the table's packages in the module at root and tries those that o
// asks for. It says whether enough were killed.
func mutate(w io.Writer, root string, table []target, o options) (enough bool, err error) {
	libraries, all, discarded, err := collect(root, table)
	if err != nil {
		return false, err
	}
	listed, err := readEquivalents(filepath.Join(root, filepath.FromSlash(equivalents)))
	if err == nil {
		err = stale(listed, all)
	}
	if err != nil {
		return false, err
	}
	chosen, err := choose(all, table, listed, o)
	if err != nil {
		return false, err
	}
	if o.list {
		for _, m := range chosen {
			fmt.Fprintln(w, m)
		}
		fmt.Fprintf(w, "%d mutants of %d; %d more do not compile\n", len(chosen), len(all), discarded)
		return true, nil
	}
	results, err := tryAll(w, root, table, libraries, chosen, o.longest)
	if err != nil {
		return false, err
	}
	return report(w, chosen, results, o.least), nil
}

// collect reads the packages of the table that exist and finds their mutants, and how many do not
// compile.
func collect(root string, table []target) (libraries []*library, all []*mutant, discarded int, err error) {
	var dirs []string
	for _, t := range table {
		files, _ := filepath.Glob(filepath.Join(root, filepath.FromSlash(t.dir), "*.go"))
		if len(files) > 0 {
			dirs = append(dirs, t.dir)
		}
	}
	l, err := newLoader(root, dirs)
	if err != nil {
		return nil, nil, 0, err
	}
	for _, dir := range dirs {
		lib, err := l.load(dir)
		if err != nil {
			return nil, nil, 0, err
		}
		mutants, gone, err := lib.mutants(l.imports)
		if err != nil {
			return nil, nil, 0, err
		}
		libraries, all, discarded = append(libraries, lib), append(all, mutants...), discarded+gone
	}
	for i, m := range all {
		m.number = i + 1
	}
	return libraries, all, discarded, nil
}

// choose returns the mutants that o asks for, without those listed as equivalent.
func choose(all []*mutant, table []target, listed map[place]string, o options) ([]*mutant, error) {
	if o.run != "" {
		return withIDs(all, strings.Split(o.run, ","))
	}
	wanted := map[string]bool{}
	for _, name := range strings.Split(o.packages, ",") {
		known := slices.ContainsFunc(table, func(t target) bool { return t.dir == name }) ||
			slices.ContainsFunc(all, func(m *mutant) bool { return m.file == name })
		if name != "" && !known {
			return nil, fmt.Errorf("-packages: %q is not in the table of targets.go, nor a file with mutants", name)
		}
		wanted[name] = true
	}
	var chosen []*mutant
	for _, m := range all {
		if _, equivalent := listed[m.place]; !equivalent && (o.packages == "" || wanted[m.dir] || wanted[m.file]) {
			chosen = append(chosen, m)
		}
	}
	if o.sample > 0 {
		chosen = sample(chosen, o.sample, o.seed)
	}
	return chosen, nil
}

// withIDs returns the mutants with these ids, in the order of all, which [instrument] needs.
func withIDs(all []*mutant, ids []string) (chosen []*mutant, err error) {
	for _, id := range ids {
		if !slices.ContainsFunc(all, func(m *mutant) bool { return m.id == id }) {
			return nil, fmt.Errorf("-run: there is no mutant %q", id)
		}
	}
	for _, m := range all {
		if slices.Contains(ids, m.id) {
			chosen = append(chosen, m)
		}
	}
	return chosen, nil
}

// tryAll compiles the mutants and tries each, and prints a line for each as it is known, in their
// order. Tests that take longer than longest are left out, unless it is zero.
func tryAll(w io.Writer, root string, table []target, libraries []*library, mutants []*mutant,
	longest time.Duration) ([]string, error) {
	folder, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	var dirs []string // of all suites, each once
	of := map[string][]string{}
	for _, m := range mutants {
		if _, known := of[m.dir]; !known {
			of[m.dir] = suiteDirs(root, table, m.dir)
			dirs = append(dirs, of[m.dir]...)
		}
	}
	slices.Sort(dirs)
	dirs = slices.Compact(dirs)
	workers := runtime.GOMAXPROCS(0)
	start := time.Now()
	suites, err := build(root, folder, libraries, mutants, dirs)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(w, "compiled the tests of %d package(s) in %d s\n", len(suites), int(time.Since(start).Seconds()))
	start = time.Now()
	count, err := measure(root, folder, suites, workers)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(w, "%d tests pass without a mutant, in %d s\n", count, int(time.Since(start).Seconds()))
	if longest > 0 {
		fmt.Fprintf(w, "%d of them take longer than %s and are left out\n", leaveOut(suites, longest), longest)
	}
	done := make([]chan string, len(mutants))
	for i := range done {
		done[i] = make(chan string, 1)
	}
	var last killers
	go each(workers, mutants, func(i int, m *mutant) {
		done[i] <- try(root, m, pick(suites, of[m.dir]), &last)
	})
	results := make([]string, len(mutants))
	for i, m := range mutants {
		results[i] = <-done[i]
		fmt.Fprintf(w, "%s: %s\n", m, results[i])
	}
	return results, nil
}

// pick returns the suites of dirs, in the order of dirs.
func pick(suites []*suite, dirs []string) (picked []*suite) {
	for _, dir := range dirs {
		picked = append(picked, suites[slices.IndexFunc(suites, func(s *suite) bool { return s.dir == dir })])
	}
	return picked
}

// report prints how many were killed, and how to list a survivor that is equivalent.
func report(w io.Writer, mutants []*mutant, results []string, least int) (enough bool) {
	killed := 0
	var survivors []*mutant
	for i, m := range mutants {
		if strings.HasPrefix(results[i], survived) {
			survivors = append(survivors, m)
		} else {
			killed++
		}
	}
	if len(survivors) > 0 {
		fmt.Fprintf(w, "\nWrite a test for each survivor, or list it in %s if nobody can see its change:\n", equivalents)
		for _, m := range survivors {
			fmt.Fprintf(w, "\n%s", entry(m))
		}
		fmt.Fprintln(w)
	}
	tenths := 1000
	if len(mutants) > 0 {
		tenths = killed * 1000 / len(mutants)
	}
	fmt.Fprintf(w, "%d of %d mutants killed (%d.%d %%)\n", killed, len(mutants), tenths/10, tenths%10)
	return tenths >= least*10
}
