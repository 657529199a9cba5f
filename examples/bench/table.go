package main

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
)

// line is a row of the table.
type line struct {
	contender
	measurement
	differ, compared int // households whose figures differ, of how many
}

// table writes the table in Markdown, with ratios to the first row.
func table(lines []line) string {
	var b strings.Builder
	b.WriteString("| engine | sums in | a household | to the loop | allocations | bytes | wrong sums |\n")
	b.WriteString("| --- | --- | ---: | ---: | ---: | ---: | --- |\n")
	for _, l := range lines {
		wrong := "none"
		if l.differ > 0 {
			wrong = fmt.Sprintf("%s of %s households", grouped(int64(l.differ)), grouped(int64(l.compared)))
		}
		name := l.String()
		if l.name == ours {
			name = "**" + name + "**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |\n", name, l.sums, duration(l.nanoseconds),
			ratio(l.nanoseconds/lines[0].nanoseconds), count(l.allocations), count(l.bytes), wrong)
	}
	return b.String()
}

// duration writes nanoseconds with two figures or more.
func duration(ns float64) string {
	switch {
	case ns < 10:
		return fmt.Sprintf("%.1f ns", ns)
	case ns < 1_000:
		return fmt.Sprintf("%.0f ns", ns)
	case ns < 10_000:
		return fmt.Sprintf("%.1f µs", ns/1_000)
	}
	return fmt.Sprintf("%.0f µs", ns/1_000)
}

// ratio writes x with two figures.
func ratio(x float64) string {
	if x < 9.95 {
		return fmt.Sprintf("%.1f", x)
	}
	unit := math.Pow(10, math.Floor(math.Log10(x))-1)
	return grouped(int64(math.Round(x/unit) * unit))
}

// count writes an average: nothing for what is less than a hundredth.
func count(x float64) string {
	switch {
	case x < 0.01:
		return "0"
	case x < 10:
		return strconv.FormatFloat(x, 'f', 1, 64)
	}
	return grouped(int64(x + 0.5))
}

// grouped writes n with commas between thousands.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// versionOf is the version of a module that was built in; empty where it is not known.
func versionOf(module string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok || module == "" {
		return ""
	}
	for _, dep := range info.Deps {
		if dep.Path == module {
			return dep.Version
		}
	}
	return ""
}

// machine says on what is measured.
func machine() string {
	return fmt.Sprintf("%s, %d cores of which one is used, %s", cmp.Or(processor(), runtime.GOARCH), runtime.NumCPU(),
		strings.Replace(runtime.Version(), "go", "Go ", 1))
}

// processor is the model as Linux names it; empty elsewhere.
func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	for l := range strings.Lines(string(info)) {
		if name, model, ok := strings.Cut(l, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(model)
		}
	}
	return ""
}

// section is what stands in the README: what was measured, on what, and the table.
func section(c census, seed uint64, lines []line) string {
	return fmt.Sprintf("Households: %s (seed %d).\n"+
		"Machine: %s; processor time, the fastest of %d rounds.\nRule engines are timed on the first %s households.\n\n%s",
		c, seed, machine(), rounds, grouped(fewer), table(lines))
}

// The markers that the section stands between.
const (
	startMark = "<!-- engines -->\n"
	endMark   = "<!-- end -->"
)

// writeSection puts text between the markers of a Markdown file.
func writeSection(file, text string) error {
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, rest, ok := bytes.Cut(old, []byte(startMark))
	if !ok {
		return fmt.Errorf("%s has no line %s", file, strings.TrimSpace(startMark))
	}
	_, after, ok := bytes.Cut(rest, []byte(endMark))
	if !ok {
		return fmt.Errorf("%s has no line %s after %s", file, endMark, strings.TrimSpace(startMark))
	}
	parts := [][]byte{before, []byte(startMark), []byte(text), []byte(endMark), after}
	return os.WriteFile(file, bytes.Join(parts, nil), 0o644)
}
