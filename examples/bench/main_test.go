package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every engine finds the same due, household by household, and what keeps yuan in float64 is right
// in nearly all.
func TestEveryContenderAgrees(t *testing.T) {
	households := invent(2_000, 1)
	for _, c := range contenders() {
		differ, err := compare(&c, households)
		require.NoError(t, err, c.String())
		if c.naive {
			assert.Positive(t, differ, "%s: float64 shows nowhere", &c)
			assert.Less(t, differ, len(households)/50, "%s: more than rounding", &c)
		} else {
			assert.Zero(t, differ, c.String())
		}
	}
}

// Other households than those of the README agree as well.
func TestOtherSeedsAgree(t *testing.T) {
	for seed := range uint64(5) {
		for _, c := range contenders() {
			_, err := compare(&c, invent(200, 100+seed))
			require.NoError(t, err, "seed %d", 100+seed)
		}
	}
}

// wrong is a contender that finds by fen too much of household i.
func wrong(i int, by due) contender {
	return contender{name: "wrong", prepare: func(households []household) (engine, error) {
		return engine{decide: func(k int) (due, error) {
			d := households[k].decide()
			if k == i {
				d.add(by)
			}
			return d, nil
		}}, nil
	}}
}

// A fen too much or too little of any of the three in one household is caught, and named with both
// figures.
func TestAWrongEngineIsCaught(t *testing.T) {
	households := invent(100, 1)
	for _, by := range []due{{dibao: 1}, {dibao: -1}, {living: 1}, {nursing: -1}} {
		c := wrong(41, by)
		_, err := compare(&c, households)
		var found *disagreement
		require.ErrorAs(t, err, &found)
		want := households[41].decide()
		got := want
		got.add(by)
		assert.Equal(t, disagreement{"household h42", "wrong", got, want}, *found)
		assert.Equal(t, "household h42: wrong finds "+got.String()+"; the int64 loop "+want.String(), err.Error())
	}
	assert.Equal(t, "dibao 1234.05, living -0.01, nursing 0.00", due{1234_05, -1, 0}.String())
}

// So are wrong totals of an engine that decides all at once.
func TestWrongTotalsAreCaught(t *testing.T) {
	c := contender{name: "wrong", prepare: func(households []household) (engine, error) {
		e, err := loop(households)
		right := e.all
		e.all = func() (due, error) {
			d, err := right()
			d.living++
			return d, err
		}
		return e, err
	}}
	_, err := compare(&c, invent(10, 1))
	assert.ErrorContains(t, err, "households h1 to h10 together: wrong finds ")
}

// The command ends with 1, and says why, when one engine is wrong, and does not touch the file.
func TestAWrongEngineFailsTheCommand(t *testing.T) {
	file := readme(t, "old\n")
	o := options{households: 50, seed: 1, write: file}
	err := o.bench([]contender{contenders()[0], wrong(3, due{dibao: 1})}, io.Discard, io.Discard)
	require.ErrorContains(t, err, "household h4: wrong finds ")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(text), "old\n")
}

// The households are what the README says of them, and the edges of the rule are among them.
func TestPopulation(t *testing.T) {
	households := invent(20_000, 1)
	assert.Equal(t, households, invent(20_000, 1), "a seed gives the same households")
	assert.NotEqual(t, households, invent(20_000, 2))
	c := censusOf(households)
	near := func(percent, part, of int, what string) {
		assert.InDelta(t, percent, 100*float64(part)/float64(of), 1, what)
	}
	near(60, c.eligible, c.households, "eligible")
	near(15, c.certificates, c.members, "certificates")
	near(4, c.injured, c.households, "work injury")

	seen := map[string]int{}
	for i := range households {
		h := &households[i]
		people, _, _ := h.count()
		lack := figuresOf(h.place).line(h.urban)*people - incomeOf(h)
		for edge, is := range map[string]bool{
			"at the line":                   lack == 0,
			"a fen below it":                lack == 1,
			"property over, below the line": !h.within && lack > 0,
			"no whole fen a month":          lack > 0 && lack%12 != 0,
			"no income":                     incomeOf(h) == 0,
			"one member":                    len(h.members) == 1,
			"eight members":                 len(h.members) == 8,
			"not all count":                 people < int64(len(h.members)),
		} {
			if is {
				seen[edge]++
			}
		}
	}
	assert.Len(t, seen, 8)
	for edge, n := range seen {
		assert.Greater(t, n, 50, edge)
	}
}

// incomeOf is the income a year that counts.
func incomeOf(h *household) (sum int64) {
	for _, m := range h.members {
		for _, in := range m.incomes {
			if m.counted && h.counts(in.kind) {
				sum += in.fen * in.times()
			}
		}
	}
	return sum
}

// readme is a file with a section that holds text.
func readme(t *testing.T, text string) string {
	file := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(file, []byte("# Title\n\n"+startMark+text+endMark+"\n\nafter\n<!-- end -->\n"), 0o600))
	return file
}

// The section stands between its markers, once, and what is about it stays.
func TestTheSectionIsWritten(t *testing.T) {
	file := readme(t, "old\n")
	for range 2 {
		require.NoError(t, writeSection(file, "new\n"))
	}
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "# Title\n\n"+startMark+"new\n"+endMark+"\n\nafter\n<!-- end -->\n", string(text))

	for _, without := range []string{"# Title\n", startMark + "open\n"} {
		require.NoError(t, os.WriteFile(file, []byte(without), 0o600))
		assert.ErrorContains(t, writeSection(file, "new\n"), "has no line <!-- ")
		kept, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, without, string(kept))
	}
}

func TestTable(t *testing.T) {
	assert.Equal(t, `| engine | sums in | a household | to the loop | allocations | bytes | wrong sums |
| --- | --- | ---: | ---: | ---: | ---: | --- |
| loop, by hand | fen | 40 ns | 1.0 | 0 | 0 | none |
| slow | yuan | 123 µs | 3,100 | 1,235 | 16 | 7 of 2,000 households |
| **zhuzhou, Assess** | fen | 1.5 µs | 38 | 3.2 | 1,004 | none |
`, table([]line{
		{contender{name: "loop", how: "by hand", sums: "fen"}, measurement{nanoseconds: 40.04, bytes: 0.004}, 0, 2_000},
		{contender{name: "slow", sums: "yuan"}, measurement{123_456, 1_234.5, 15.5}, 7, 2_000},
		{contender{name: ours, how: "Assess", sums: "fen"}, measurement{1_504, 3.21, 1_004}, 0, 2_000},
	}))
	for ns, want := range map[float64]string{4.26: "4.3 ns", 433: "433 ns", 9_940: "9.9 µs", 12_345: "12 µs", 607_000: "607 µs"} {
		assert.Equal(t, want, duration(ns))
	}
	for x, want := range map[float64]string{1: "1.0", 9.94: "9.9", 9.96: "10", 99.4: "99", 99.6: "100", 1_272: "1,300"} {
		assert.Equal(t, want, ratio(x))
	}
}

// What is measured is a time, and a row of the table for each contender stands in the file.
func TestMeasuredAndWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures two contenders")
	}
	file := readme(t, "old\n")
	o := options{households: 200, seed: 1, write: file}
	list := slices.Concat(contenders()[:1], library[:1])
	var out bytes.Buffer
	require.NoError(t, o.bench(list, &out, io.Discard))
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(text), startMark+out.String()+endMark)
	assert.Contains(t, out.String(), "Households: 200 invented, of 1 to 8 members")
	assert.Contains(t, out.String(), " cores of which one is used, Go 1.")
	rows := strings.Split(strings.TrimSpace(out.String()), "\n")
	assert.Regexp(t, `^\| int64 loop, by hand \| fen, int64 \| \d[\d.]* ns \| 1\.0 \| 0 \| 0 \| none \|$`, rows[len(rows)-2])
	assert.Regexp(t, `^\| \*\*zhuzhou, Decision.Assess, memory used again\*\* \| fen, int64 \| \d[\d.]* [nµ]s( \| [\d,.]+){3} \| none \|$`, rows[len(rows)-1])
}

// Briefly, all agree, and nothing is said of time.
func TestBrief(t *testing.T) {
	var out, progress bytes.Buffer
	require.Zero(t, run([]string{"-brief", "-households", "300"}, &out, &progress), progress.String())
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, len(contenders()))
	for i, c := range contenders() {
		assert.True(t, strings.HasPrefix(lines[i], c.String()+": 300 households, "), lines[i])
		assert.NotContains(t, lines[i], " ns")
		assert.NotContains(t, lines[i], "µs")
	}
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{{"-unknown"}, {"more"}, {"-households", "-1"}, {"-brief", "-write", "README.md"}} {
		var out, errs bytes.Buffer
		assert.Equal(t, 2, run(args, &out, &errs), args)
		assert.Contains(t, errs.String(), "-households")
		assert.Empty(t, out.String())
	}
}
