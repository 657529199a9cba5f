package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

// A person who stands in two households is reported and counted, and nobody is refused for it.
func TestSomebodyStandsInTwoHouseholds(t *testing.T) {
	const register = "户号,县市区,户口性质,家庭财产,姓名,身份证号\n甲,天元区,城镇,符合,张三,11010519491231002X\n乙,天元区,城镇,符合,张三,11010519491231002x\n"
	file := filepath.Join(t.TempDir(), "s.json")
	code, out, messages := ran(t, register, "-summary", file, "-rejects", filepath.Join(t.TempDir(), "r.txt"))
	assert.Equal(t, 0, code)
	assert.Len(t, table(t, out), 2)
	assert.Contains(t, messages, `warning: standard input, household 乙: line 3, column "身份证号": this identity number stands in an earlier household too: "11010519491231002x"`)
	assert.Contains(t, messages, "people who stand in an earlier household too: 1\n")
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var s wireSummary
	require.NoError(t, json.Unmarshal(data, &s))
	assert.Equal(t, int64(1), s.Twice)
	assert.Equal(t, []cli.Forgotten{}, s.Forgotten)
	assert.True(t, s.Complete)
}

// What ends the reading is said on stderr, wherever refusals go.
func TestAHeaderThatCannotBeUsed(t *testing.T) {
	rejects := filepath.Join(t.TempDir(), "r.txt")
	code, out, messages := ran(t, "\xbb\xa7\xba\xc5,division\n", "-rejects", rejects)
	assert.Equal(t, 1, code)
	assert.Equal(t, 1, strings.Count(out, "\n"), "the header of the decisions")
	assert.Contains(t, messages, "it looks like GBK")
	assert.Contains(t, messages, "0 households with 0 people decided, 0 refused\nthe register was not read to its end\n")
	written, err := os.ReadFile(rejects)
	require.NoError(t, err)
	assert.Contains(t, string(written), "it looks like GBK")
	for text, want := range map[string]int{"": 1, "household,division,member,born\n": 0} {
		code, _, _ := ran(t, text)
		assert.Equal(t, want, code, "%q", text)
	}
}

// No file is written over before it was read, or by another.
func TestNoFileIsWrittenOver(t *testing.T) {
	dir := t.TempDir()
	register, result := filepath.Join(dir, "in.csv"), filepath.Join(dir, "out.csv")
	require.NoError(t, os.WriteFile(register, []byte(small), 0o644))
	for _, args := range [][]string{{"-o", register}, {"-rejects", register}, {"-summary", register}, {"-o", filepath.Join(dir, ".", "x", "..", "in.csv")}, {"-o", result, "-rejects", result}} {
		var out, messages bytes.Buffer
		args = append([]string{"-on", "2020-10-01", "-lang", "en", "-keep", "note"}, args...)
		assert.Equal(t, 2, run(context.Background(), append(args, register), nil, &out, &messages), args)
		assert.Contains(t, messages.String(), "one file cannot be both")
		have, err := os.ReadFile(register)
		require.NoError(t, err)
		assert.Equal(t, small, string(have))
	}
}

// Cells are quoted as encoding/csv does, and a spreadsheet takes none for a formula.
func TestCellsThatNeedCare(t *testing.T) {
	for _, s := range []string{"", "a", "a,b", `a"b`, "a\nb", "a\r", " a", "\u3000a", `\.`, "张三", "-1.00"} {
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		require.NoError(t, w.Write([]string{s, "x"}))
		w.Flush()
		assert.Equal(t, want.String(), string(end(cell(cell(nil, s), "x"))), "%q", s)
	}
	_, out, _ := ran(t, "household,division,residence,member,born,note\n=a,430211,urban,+m,1990-01-01,@SUM(1)\n", "-keep", " note ")
	rows := table(t, out)
	require.Len(t, rows, 1)
	assert.Equal(t, "'=a", rows[0]["household"])
	assert.Equal(t, "'@SUM(1)", rows[0]["note"])
	_, out, _ = ran(t, "household,division,residence,property,member,born,support\n=a,430211,urban,within,=m,1950-01-01,none\n", "-members")
	assert.Equal(t, "'=m", table(t, out)[0]["member"])
}

func TestYuan(t *testing.T) {
	for n, want := range map[int64]string{0: "0.00,", 5: "0.05,", 1234_56: "1234.56,", -7: "-0.07,", -1234_00: "-1234.00,"} {
		assert.Equal(t, want, string(yuan(nil, n)))
	}
}

// Sums that are too large to be told stop, and say so.
func TestSumsDoNotWrap(t *testing.T) {
	code, _, messages := ran(t, "household,division,residence,property,weight,paid_yuan,member,born\na,430211,urban,within,1000000,100000000000,m,1990-01-01\n")
	assert.Equal(t, 0, code)
	assert.Contains(t, messages, "1000000 over, by ≥92233720368547758.07")
}

// stopping stops the run after some writes.
type stopping struct {
	bytes.Buffer
	cancel context.CancelFunc
}

func (s *stopping) Write(text []byte) (int, error) {
	s.cancel()
	return s.Buffer.Write(text)
}

// An interrupted run leaves complete lines, and says so on stderr.
func TestInterruptedInTheMiddle(t *testing.T) {
	rejects := filepath.Join(t.TempDir(), "r.txt")
	ctx, cancel := context.WithCancel(context.Background())
	out := stopping{cancel: cancel}
	endless := io.MultiReader(strings.NewReader(generated(t)), &rows{})
	var messages bytes.Buffer
	assert.Equal(t, 1, run(ctx, []string{"-on", "2020-10-01", "-lang", "en", "-rejects", rejects, "-"}, endless, &out, &messages))
	assert.True(t, strings.HasSuffix(out.String(), "\n"))
	assert.Contains(t, messages.String(), "interrupted; the rows written are complete")
	assert.Contains(t, messages.String(), "the register was not read to its end")
	list, err := csv.NewReader(&out.Buffer).ReadAll()
	require.NoError(t, err)
	assert.Greater(t, len(list), 100)
}

// rows are rows without end.
type rows struct{ n int }

func (r *rows) Read(into []byte) (int, error) {
	r.n++
	return copy(into, "x"+strings.Repeat("y", r.n%50)+strings.Repeat("z", r.n/50%50)+",430211,urban,within,m1,1990-01-01,,,,,,,,,,\n"), nil
}

// broken is a file that nobody reads on.
type broken struct{}

var errBroken = errors.New("broken pipe")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestNobodyReadsOn(t *testing.T) {
	var messages bytes.Buffer
	assert.Equal(t, 1, run(context.Background(), []string{"-on", "2020-10-01", "-lang", "en", "-"}, strings.NewReader(generated(t)), broken{}, &messages))
	assert.Contains(t, messages.String(), "broken pipe")
	assert.Equal(t, 1, run(context.Background(), []string{"-generate", "10000"}, nil, broken{}, &messages))
}

// What is generated can be decided whole: every identity number is well formed and stands once.
func TestGeneratedIsUsable(t *testing.T) {
	code, out, messages := ran(t, generated(t))
	assert.Equal(t, 0, code, messages)
	assert.Len(t, table(t, out), 2000)
	assert.NotContains(t, messages, "warning")
	var other bytes.Buffer
	require.Equal(t, 0, run(context.Background(), []string{"-generate", "2000", "-seed", "8"}, nil, &other, io.Discard))
	assert.NotEqual(t, generated(t), other.String())
	assert.Greater(t, strings.Count(generated(t), ",,43"), 500, "identity numbers")
}

// The total is at least what it says where a payment is, an amount is missing or a part is undetermined (law.md, section 4.7).
func TestTheTotalIsAtLeast(t *testing.T) {
	const header = "household,division,residence,property,member,born,income_kind,income_yuan,income_per,support,self_care\n"
	for _, row := range []struct{ name, household, total, bound string }{
		{"exact", "a,430211,urban,within,m,1990-01-01,wages,300,month,,\n", "300.00", "exactly"},
		{"a floor", "a,430223,rural,within,m,1990-01-01,wages,300,month,,\n", "60.00", "at-least"},
		{"an amount is missing", "a,430211,urban,within,m,1950-01-01,wages,0,month,none,full\n", "0.00", "at-least"},
		{"undetermined", "a,430223,rural,within,m,1990-01-01,wages,400,month,,\n", "0.00", "at-least"},
	} {
		t.Run(row.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "s.json")
			code, _, messages := ran(t, header+row.household, "-summary", file)
			require.Zero(t, code, messages)
			assert.Equal(t, row.bound == "at-least", strings.Contains(messages, "at least "+row.total))
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			var s wireSummary
			require.NoError(t, json.Unmarshal(data, &s))
			assert.Equal(t, row.total, s.TotalYuan)
			assert.Equal(t, row.bound, s.TotalBound.String())
		})
	}
}
