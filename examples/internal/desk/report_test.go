package desk

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

// summarised decides a register and returns the summary as JSON, and what was said.
func summarised(t *testing.T, register string, args ...string) (s wireSummary, out, messages string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "s.json")
	_, out, messages = ran(t, register, append(args, "-summary", file)...)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &s))
	return s, out, messages
}

// What is paid is in one bucket each, and they come to what the register pays: the sum of paid_yuan in it, each times its weight.
func TestWhatIsPaidIsAccountedFor(t *testing.T) {
	const header = "household,division,residence,property,weight,member,born,own_income_month_yuan,paid_yuan\n"
	s, _, messages := summarised(t, header+
		"over,430211,urban,within,,m,1990-01-01,0,700\n"+
		"under,430211,urban,within,2,m,1990-01-01,0,500.50\n"+
		"same,430211,urban,within,,m,1990-01-01,0,600\n"+
		"open,430211,urban,,,m,1990-01-01,0,80\n"+
		"blank,430211,urban,within,3,m,1990-01-01,0,\n"+
		"refused,nowhere,urban,within,2,m,1990-01-01,0,300.25\n"+
		"young,430211,urban,within,,m,2020-10-02,0,40\n"+
		"unread,430211,urban,within,,m,1990-01-01,0,about 90\n"+
		"twice,430211,urban,within,,m,1990-01-01,0,200\ntwice,,,,,n,1990-01-01,0,50\ntwice,,,,,n,,,200\n"+
		"unstated,nowhere,urban,within,,m,1990-01-01,0,\n")
	require.NotNil(t, s.Paid)
	assert.Equal(t, compared{Same: 1, Over: 1, Under: 2, NotCompared: 1, Refused: 6, RefusedNotRead: 3, NotStated: 3, OverYuan: "100.00", UnderYuan: "199.00",
		ComparedPaidYuan: "2301.00", NotPaidYuan: "80.00", RefusedPaidYuan: "640.50", PaidYuan: "3021.50"}, *s.Paid)
	assert.Contains(t, messages, "compared with what is paid: 1 the same; 1 over, by 100.00; 2 under, by 199.00; 1 not comparable, paid 80.00\n"+
		"by weight 6 refused, paid 640.50, of which 3 state nothing that is known for sure; 3 decided do not state it; the register pays 3021.50 in all\n")
	s, _, messages = summarised(t, header+"a,430211,urban,within,,m,1990-01-01,0,\nb,nowhere,urban,within,,m,1990-01-01,0,\n")
	assert.Nil(t, s.Paid, "nothing is said of what is paid")
	assert.NotContains(t, messages, "what is paid")
	s, _, _ = summarised(t, header+"a,nowhere,urban,within,,m,1990-01-01,0,5\n")
	require.NotNil(t, s.Paid)
	assert.Equal(t, "5.00", s.Paid.PaidYuan)
}

// Of -keep a row of a household has what its first row states, and a row of a person what his first row does; what is not written is counted.
func TestKeptColumns(t *testing.T) {
	const register = "户号,县市区,户口性质,家庭财产,姓名,出生日期,收入类别,收入,收入周期,银行账号\n" +
		"甲,天元区,城镇,符合,张三,1990-01-01,,,,111\n甲,,,,李四,1991-01-01,,,,222\n甲,,,,王五,1992-01-01,,,,\n甲,,,,李四,,转移,5,月,333\n乙,天元区,城镇,符合,赵六,1990-01-01,,,,-12.50\n"
	s, out, messages := summarised(t, register, "-keep", "银行账号")
	rows := table(t, out)
	require.Len(t, rows, 2)
	assert.Equal(t, "111", rows[0]["银行账号"])
	assert.Equal(t, "-12.50", rows[1]["银行账号"])
	assert.Equal(t, int64(2), s.KeptElse)
	assert.Contains(t, messages, "cells of kept columns that say something else than what was written: 2\n")
	s, out, _ = summarised(t, register, "-keep", "银行账号", "-members")
	var kept []string
	for _, row := range table(t, out) {
		kept = append(kept, row["member"]+row["银行账号"])
	}
	assert.Equal(t, []string{"张三111", "李四222", "王五", "赵六-12.50"}, kept)
	assert.Equal(t, int64(1), s.KeptElse)
	_, _, messages = summarised(t, register[:strings.Index(register, "甲,,")], "-keep", "银行账号")
	assert.NotContains(t, messages, "kept columns")
}

// Only what was filled in households that were written is counted.
func TestAssumedIsCountedWhereItIsWritten(t *testing.T) {
	const register = "household,division,residence,property,member,born\na,430211,urban,,m,1990-01-01\nb,430211,urban,,m,2020-10-02\nc,nowhere,urban,,m,1990-01-01\n" +
		"d,430211,urban,within,m,1990-01-01\ne,430211,urban,,m,1990-01-01\n"
	_, out, messages := ran(t, register, "-assume", "property=within")
	assert.Len(t, table(t, out), 3)
	assert.Contains(t, messages, "-assume filled 2 in all\n  property=within 2\n")
	var said bytes.Buffer
	assert.Equal(t, 1, caserun(context.Background(), []string{"-on", "2020-10-01", "-lang", "en", "-assume", "childScheme=orphan", "-"}, strings.NewReader(generated(t)), broken{}, &said))
	assert.Contains(t, said.String(), "-assume filled ")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	said.Reset()
	assert.Equal(t, 1, caserun(ctx, []string{"-on", "2020-10-01", "-lang", "en", "-assume", "property=within", "-"}, strings.NewReader(register), io.Discard, &said))
	assert.Contains(t, said.String(), "-assume filled 0 in all")
}

// Of whom no identity number is stated nobody knows whether he stands in another household: how many they are is said once.
func TestPeopleWhoWereNotLookedFor(t *testing.T) {
	s, _, messages := summarised(t, small, "-keep", "note")
	assert.Equal(t, int64(4), s.Unidentified)
	assert.Equal(t, 1, strings.Count(messages, "people without a usable identity number, who were not looked for in other households: 4 of 4 read\n"))
	s, _, messages = summarised(t, "户号,县市区,姓名,出生日期\n甲,天元区,11010519491231002X,1949-12-31\n乙,天元区,11010519491231002X,1949-12-31\n")
	assert.Zero(t, s.Unidentified)
	assert.Equal(t, int64(1), s.Twice)
	assert.NotContains(t, messages, "not looked for")
}

// What may be so of a whole register is said once, and counted; two applicants are said each time.
func TestWarningsAreCounted(t *testing.T) {
	s, _, messages := summarised(t, "户号,县市区,户口性质,家庭财产,与户主关系,姓名,出生日期\n甲,天元区,居民户口,符合,户主,张三,1990-01-01\n甲,,,,户主,李四,1990-01-01\n"+
		"乙,天元区,居民户口,符合,户主,张三,1990-01-01\n乙,,,,户主,李四,1990-01-01\n丙,天元区,城镇,符合,户主,张三,1990-01-01\n")
	assert.Equal(t, 1, strings.Count(messages, `column "户口性质"`))
	assert.Contains(t, messages, `warning: standard input, household 甲: line 2, column "户口性质"`)
	assert.Contains(t, messages, "which counts as not stated: 2\n")
	assert.Equal(t, int64(2), s.Unified)
	assert.Equal(t, 2, strings.Count(messages, `column "与户主关系"`))
	assert.Contains(t, messages, `household 乙: line 5, column "与户主关系"`)
	assert.Equal(t, int64(2), s.Applicants)
}

// A person who stands in two households is reported and counted, and nobody is refused for it.
func TestSomebodyStandsInTwoHouseholds(t *testing.T) {
	const register = "户号,县市区,户口性质,家庭财产,姓名,身份证号\n甲,天元区,城镇,符合,张三,11010519491231002X\n乙,天元区,城镇,符合,张三,11010519491231002x\n"
	file := filepath.Join(t.TempDir(), "s.json")
	code, out, messages := ran(t, register, "-summary", file, "-rejects", filepath.Join(t.TempDir(), "r.txt"))
	assert.Equal(t, 0, code)
	assert.Len(t, table(t, out), 2)
	assert.Contains(t, messages, `warning: standard input, household 乙: line 3, column "身份证号": this identity number stands in an earlier household too: "1101**********002x"`)
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
	assert.Contains(t, messages, "it looks like GB18030")
	assert.Contains(t, messages, "0 households with 0 people decided, 0 refused\nthe register was not read to its end\n")
	written, err := os.ReadFile(rejects)
	require.NoError(t, err)
	assert.Contains(t, string(written), "it looks like GB18030")
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
		assert.Equal(t, 2, caserun(context.Background(), append(args, register), nil, &out, &messages), args)
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
	code, _, messages := ran(t, "household,division,residence,property,weight,paid_yuan,member,born,own_income_month_yuan\na,430211,urban,within,1000000,100000000000,m,1990-01-01,0\n")
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
	assert.Equal(t, 1, caserun(ctx, []string{"-on", "2020-10-01", "-lang", "en", "-rejects", rejects, "-"}, endless, &out, &messages))
	assert.True(t, strings.HasSuffix(out.String(), "\n"))
	assert.Contains(t, messages.String(), "interrupted; the rows written are complete")
	assert.Contains(t, messages.String(), "the register was not read to its end")
	list, err := csv.NewReader(&out.Buffer).ReadAll()
	require.NoError(t, err)
	assert.Greater(t, len(list), 100)
}

// What was filled and never written, since the run was interrupted, is not counted.
func TestInterruptedWhileFilling(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	out := stopping{cancel: cancel}
	var messages bytes.Buffer
	endless := io.MultiReader(strings.NewReader(generatedHeader), &rows{})
	assert.Equal(t, 1, caserun(ctx, []string{"-on", "2020-10-01", "-lang", "en", "-assume", "selfCare=full", "-"}, endless, &out, &messages))
	written := strings.Count(out.String(), "\n") - 1
	assert.Greater(t, written, 100)
	assert.Contains(t, messages.String(), fmt.Sprintf("-assume filled %d in all\n", written))
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
	assert.Equal(t, 1, caserun(context.Background(), []string{"-on", "2020-10-01", "-lang", "en", "-"}, strings.NewReader(generated(t)), broken{}, &messages))
	assert.Contains(t, messages.String(), "broken pipe")
	assert.Equal(t, 1, caserun(context.Background(), []string{"-generate", "10000"}, nil, broken{}, &messages))
}

// What is generated can be decided whole: every identity number is well formed and stands once.
func TestGeneratedIsUsable(t *testing.T) {
	code, out, messages := ran(t, generated(t))
	assert.Equal(t, 0, code, messages)
	assert.Len(t, table(t, out), 2000)
	assert.NotContains(t, messages, "warning")
	var other bytes.Buffer
	require.Equal(t, 0, caserun(context.Background(), []string{"-generate", "2000", "-seed", "8"}, nil, &other, io.Discard))
	assert.NotEqual(t, generated(t), other.String())
	assert.Greater(t, strings.Count(generated(t), ",,43"), 500, "identity numbers")
}

// The total is at least what it says where a payment is, an amount is missing or a part is undetermined (law.md, section 4.7).
func TestTheTotalIsAtLeast(t *testing.T) {
	const header = "household,division,residence,property,member,born,income_kind,income_yuan,income_per,support,self_care\n"
	for _, row := range []struct{ name, household, total, bound, said string }{
		{"exact", "a,430211,urban,within,m,1990-01-01,wages,300,month,,\n", "300.00", "exactly", " 300.00 "},
		{"a floor", "a,430223,rural,within,m,1990-01-01,wages,300,month,,\n", "60.00", "at-least", " ≥60.00 "},
		{"an amount is at least", "a,430211,urban,within,m,1950-01-01,wages,0,month,none,full\n", "780.00", "at-least", " ≥780.00 "},
		{"undetermined", "a,430223,rural,within,m,1990-01-01,wages,400,month,,\n", "0.00", "at-least", " undetermined\n"},
	} {
		t.Run(row.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "s.json")
			code, _, messages := ran(t, header+row.household, "-summary", file)
			require.Zero(t, code, messages)
			assert.Regexp(t, "\n  all .*"+row.said, messages)
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			var s wireSummary
			require.NoError(t, json.Unmarshal(data, &s))
			assert.Equal(t, row.total, s.TotalYuan)
			assert.Equal(t, row.bound, s.TotalBound.String())
		})
	}
}

// An earlier result outlives a run that fails before its first row, one whose output cannot be written and one that is interrupted.
func TestAnEarlierResultOutlivesAFailedRun(t *testing.T) {
	dir := t.TempDir()
	decisions, summary := filepath.Join(dir, "d.csv"), filepath.Join(dir, "s.json")
	earlier := func() {
		for _, name := range []string{decisions, summary} {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			assert.Equal(t, "earlier", string(data), name)
		}
	}
	for _, name := range []string{decisions, summary} {
		require.NoError(t, os.WriteFile(name, []byte("earlier"), 0o644))
	}
	code, _, _ := ran(t, "household,household\n", "-o", decisions)
	assert.Equal(t, 1, code)
	earlier()
	code, _, messages := ran(t, small, "-keep", "note,note", "-o", decisions, "-summary", summary)
	assert.Equal(t, 2, code, "a column twice")
	assert.Contains(t, messages, "-keep names a column twice: note")
	earlier()
	if full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0); err == nil {
		full.Close()
		code, _, _ = ran(t, small, "-keep", "note", "-o", "/dev/full", "-summary", summary)
		assert.Equal(t, 1, code, "a full disk is no wrong usage")
		earlier()
		code, _, messages = ran(t, small+"x,nowhere,,,,m,1990-01-01,\n", "-keep", "note", "-rejects", "/dev/full")
		assert.Equal(t, 1, code)
		assert.Contains(t, messages, "nowhere", "a refusal that -rejects took not is said on stderr")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, said bytes.Buffer
	code = caserun(ctx, []string{"-on", "2020-10-01", "-lang", "en", "-o", decisions, "-summary", summary, "-"}, strings.NewReader(generated(t)), &out, &said)
	assert.Equal(t, 1, code)
	earlier()
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, list, 2, "nothing is left beside them")
}
