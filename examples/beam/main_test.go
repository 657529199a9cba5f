package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/desk"
	"github.com/openminzheng/zhuzhou/standards"
)

// invented returns the header and the households of an invented register, of which every ninth
// cannot be used.
func invented(t *testing.T, households int) (header string, rows []string) {
	t.Helper()
	var text, faults bytes.Buffer
	args := []string{"-generate", fmt.Sprint(households), "-seed", "7"}
	code := desk.Program{Name: "caseload"}.Run(t.Context(), args, nil, &text, &faults)
	require.Zero(t, code, faults.String())
	id := ""
	for line := range strings.Lines(text.String()) {
		if header == "" {
			header = line
			continue
		}
		if of, _, _ := strings.Cut(line, ","); of != id {
			id = of
			rows = append(rows, "")
		}
		rows[len(rows)-1] += line
	}
	require.Len(t, rows, households)
	for i := 0; i < len(rows); i += 9 {
		cells := strings.SplitN(rows[i], ",", 3)
		rows[i] = cells[0] + ",nowhere," + cells[2] // its division
	}
	return header, rows
}

// ofOneMachine decides a register as one machine does.
func ofOneMachine(t *testing.T, text string) (sum Sum, decisions []string) {
	t.Helper()
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	records := register.Read(strings.NewReader(text))
	for r, err := range caseload.Decide(t.Context(), set, records, caseload.DecideOptions{Explain: true}) {
		if err != nil {
			sum.Refused++
			continue
		}
		sum.Totals.Add(&r.Household, &r.Decision)
		decision, err := r.Decision.AppendJSON(nil)
		require.NoError(t, err)
		decisions = append(decisions, string(decision))
	}
	return sum, decisions
}

// A register gives the same totals and decisions in any number of files as on one machine; what is
// refused is counted and named, and nothing is lost.
func TestTotalsAreThoseOfOneMachine(t *testing.T) {
	const households = 1800
	header, rows := invented(t, households)
	want, decided := ofOneMachine(t, header+strings.Join(rows, ""))
	require.EqualValues(t, households/9, want.Refused)
	slices.Sort(decided)
	for _, files := range []int{1, 4, 31} {
		folder := t.TempDir()
		for i, part := range slices.Collect(slices.Chunk(rows, (len(rows)+files-1)/files)) {
			file := filepath.Join(folder, fmt.Sprintf("part%d.csv", i))
			require.NoError(t, os.WriteFile(file, []byte(header+strings.Join(part, "")), 0o600))
		}
		results := filepath.Join(folder, "results")
		var out, faults bytes.Buffer
		args := []string{"-on", "2020-10-01", "-lang", "en", "-o", results, "-decisions", filepath.Join(folder, "*.csv")}
		code := run(t.Context(), args, nil, &out, &faults)
		require.Equal(t, 1, code, faults.String())
		assert.Contains(t, out.String(), fmt.Sprintf("%d files: %d households", files, households-households/9))

		var result Result
		text, err := os.ReadFile(filepath.Join(results, totalsFile))
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(text, &result))
		got := result.Sum
		assert.EqualValues(t, files, got.Files)
		assert.Equal(t, "2020-10-01", result.On.String())
		got.Files, got.Warned = 0, 0
		assert.True(t, want == got, "of %d files", files)
		assert.Equal(t, decided, sorted(t, results, decisionsFile), files)
		assert.Len(t, sorted(t, results, refusedFile), households/9, files)
	}
}

// sorted returns the lines of a file, in order.
func sorted(t *testing.T, folder, name string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, name))
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	slices.Sort(lines)
	return lines
}

// Sums come to the same in whatever order and in whatever pairs they are added up, and wherever
// they travelled between.
func TestSumsInAnyOrder(t *testing.T) {
	header, rows := invented(t, 600)
	want, _ := ofOneMachine(t, header+strings.Join(rows, ""))
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		var sums []Sum
		for i := 0; i < len(rows); {
			n := min(1+random.IntN(60), len(rows)-i)
			sum, _ := ofOneMachine(t, header+strings.Join(rows[i:i+n], ""))
			sums = append(sums, sum)
			i += n
		}
		for len(sums) > 1 {
			random.Shuffle(len(sums), func(i, j int) { sums[i], sums[j] = sums[j], sums[i] })
			data, err := encodeSum((&addSums{}).MergeAccumulators(sums[0], sums[1]))
			require.NoError(t, err)
			sum, err := decodeSum(data)
			require.NoError(t, err)
			sums = append(sums[2:], sum)
		}
		assert.True(t, want == sums[0])
	}
}

// What cannot be decided at all fails the pipeline, and says why.
func TestFailures(t *testing.T) {
	t.Cleanup(func() { *runners.Runner = "" }) // flags of Beam are global
	folder := t.TempDir()
	unread := filepath.Join(folder, "unread.csv")
	require.NoError(t, os.WriteFile(unread, []byte("household,division,household income\nx,y,z\n"), 0o600))
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{filepath.Join(folder, "none.csv")}, 2, "there is no such file"},
		{[]string{unread, filepath.Join(folder, "*.csv")}, 2, "it is named twice"},
		{[]string{unread}, 1, `column "household income": this column carries what decides`},
		{[]string{}, 2, "registers must be named"},
		{[]string{"-decisions", unread}, 2, "-decisions needs the folder of -o"},
		{[]string{"-runner", "portable", unread}, 2, "another engine needs -o"},
	} {
		var out, faults bytes.Buffer
		code := run(t.Context(), append([]string{"-on", "2020-10-01", "-lang", "en"}, c.args...), nil, &out, &faults)
		assert.Equal(t, c.code, code, c.args)
		assert.Contains(t, faults.String(), c.says)
		assert.Less(t, faults.Len(), 4000, "the pipeline is not printed")
		assert.Empty(t, out.String())
	}
	results := filepath.Join(folder, "results")
	code := run(t.Context(), []string{"-on", "2020-10-01", "-o", results, unread}, nil, io.Discard, io.Discard)
	assert.Equal(t, 1, code)
	left, err := filepath.Glob(filepath.Join(results, "*"))
	require.NoError(t, err)
	assert.Empty(t, left, "a part of the results")
}
