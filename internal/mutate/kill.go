package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/openminzheng/zhuzhou/internal/mutate/active"
)

// test is a test function, an example, or a fuzz target with its seeds.
type test struct {
	suite   *suite
	name    string
	took    time.Duration
	reaches map[int]bool // the numbers of the mutants that it comes by
}

// A run of tests with a mutant ends after slack and some times what the tests take without. A
// mutant that is not done by then is killed.
const (
	slack = 10 * time.Second
	times = 10
)

// quick is the longest time of tests that run together, before the slow ones, which run one by one.
const quick = 100 * time.Millisecond

// each calls do for every item, on as many goroutines as workers says.
func each[T any](workers int, items []T, do func(int, T)) {
	var group sync.WaitGroup
	next := make(chan int)
	for range workers {
		group.Go(func() {
			for i := range next {
				do(i, items[i])
			}
		})
	}
	for i := range items {
		next <- i
	}
	close(next)
	group.Wait()
}

// measure lists and counts the tests of the suites and runs each without a mutant. It finds how
// long a test takes and which mutants it comes by, and fails if a test does.
func measure(root, folder string, suites []*suite, workers int) (count int, err error) {
	var all []*test
	for _, s := range suites {
		out, err := s.command(context.Background(), root, "-test.list", ".").Output()
		if err != nil {
			return 0, fmt.Errorf("%s: %w", s.dir, err)
		}
		for _, name := range strings.Fields(string(out)) {
			if !strings.HasPrefix(name, "Benchmark") && !slices.Contains(apart, s.dir+" "+name) {
				s.tests = append(s.tests, &test{suite: s, name: name})
			}
		}
		all = append(all, s.tests...)
	}
	failures := make([]error, len(all))
	each(workers, all, func(i int, t *test) {
		failures[i] = t.measure(root, filepath.Join(folder, "reached."+strconv.Itoa(i)))
	})
	return len(all), errors.Join(failures...)
}

// leaveOut takes away the tests that take longer than longest, and returns how many.
func leaveOut(suites []*suite, longest time.Duration) (count int) {
	for _, s := range suites {
		before := len(s.tests)
		s.tests = slices.DeleteFunc(s.tests, func(t *test) bool { return t.took > longest })
		count += before - len(s.tests)
	}
	return count
}

// command is a run of the test binary where its package stands.
func (s *suite) command(ctx context.Context, root string, arguments ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, s.binary, arguments...)
	command.Dir = filepath.Join(root, filepath.FromSlash(s.dir))
	command.WaitDelay = time.Second
	return command
}

// measure runs t alone; reached is a file of its own.
func (t *test) measure(root, reached string) error {
	command := t.suite.command(context.Background(), root, "-test.short", "-test.run", "^"+t.name+"$")
	command.Env = append(os.Environ(), active.Reached+"="+reached)
	start := time.Now()
	out, err := command.CombinedOutput()
	t.took = time.Since(start)
	if err != nil {
		return fmt.Errorf("%s %s fails with the switches compiled in and no mutant on: %w\n%s",
			t.suite.dir, t.name, err, out)
	}
	text, err := os.ReadFile(reached)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	t.reaches = map[int]bool{}
	for _, word := range strings.Fields(string(text)) {
		n, err := strconv.Atoi(word)
		if err != nil {
			return fmt.Errorf("%s: %w", reached, err)
		}
		t.reaches[n] = true
	}
	return nil
}

// batches returns the runs of tests that try m: the quick tests of each suite together, then the
// slow ones.
func batches(m *mutant, suites []*suite) (all [][]*test, reached bool) {
	var slow []*test
	for _, s := range suites {
		var together []*test
		for _, t := range s.tests {
			switch {
			case !t.reaches[m.number]:
			case t.took < quick:
				together = append(together, t)
			default:
				slow = append(slow, t)
			}
		}
		if len(together) > 0 {
			all = append(all, together)
		}
	}
	slices.SortStableFunc(slow, func(a, b *test) int { return cmp.Compare(a.took, b.took) })
	for _, t := range slow {
		all = append(all, []*test{t})
	}
	return all, len(all) > 0
}

// survived is the result of a mutant that no test kills.
const survived = "SURVIVED"

// killers holds the test that killed the last mutant of each function. It is likely to kill the
// next, too.
type killers struct {
	lock sync.Mutex
	of   map[[2]string]*test // by file and function
}

func (k *killers) get(m *mutant) *test {
	k.lock.Lock()
	defer k.lock.Unlock()
	return k.of[[2]string{m.file, m.function}]
}

func (k *killers) set(m *mutant, t *test) {
	k.lock.Lock()
	defer k.lock.Unlock()
	if k.of == nil {
		k.of = map[[2]string]*test{}
	}
	k.of[[2]string{m.file, m.function}] = t
}

// try runs the tests that come by m until one fails, and returns what killed it.
func try(root string, m *mutant, suites []*suite, last *killers) string {
	runs, reached := batches(m, suites)
	if !reached {
		return survived + ", no test comes by it"
	}
	if t := last.get(m); t != nil && t.reaches[m.number] {
		runs = slices.Insert(runs, 0, []*test{t})
	}
	for _, tests := range runs {
		by, what := run(root, m, tests)
		if what == "" {
			continue
		}
		if by != nil {
			last.set(m, by)
		}
		return "killed by " + what
	}
	return survived
}

// failed is the line of a test that failed.
var failed = regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)`)

// run runs tests of one suite with m on. It returns the one that failed, nil if it is not known
// which, and what is said of it, empty if none failed.
func run(root string, m *mutant, tests []*test) (by *test, what string) {
	limit := slack
	names := make([]string, len(tests))
	for i, t := range tests {
		limit += times * t.took
		names[i] = t.name
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	s := tests[0].suite
	command := s.command(ctx, root, "-test.short", "-test.failfast", "-test.run", "^("+strings.Join(names, "|")+")$")
	command.Env = append(os.Environ(), active.Variable+"="+strconv.Itoa(m.number))
	var out bytes.Buffer
	command.Stdout, command.Stderr = &out, &out
	if command.Run() == nil {
		return nil, ""
	}
	if ctx.Err() != nil {
		return nil, s.dir + " (not done in time)"
	}
	found := failed.FindSubmatch(out.Bytes())
	if found == nil {
		return nil, s.dir + " (crashed)"
	}
	name, _, _ := strings.Cut(string(found[1]), "/")
	if i := slices.Index(names, name); i >= 0 {
		by = tests[i]
	}
	return by, s.dir + " " + string(found[1])
}
