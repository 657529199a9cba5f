package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
)

const (
	draftFile  = "../testdata/draft-2021.json"
	households = "../testdata/reform-households.csv"
)

func runWith(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(append([]string{"-lang", "en", "-assume", "income=none"}, args...), strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

func TestReport(t *testing.T) {
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, households)
	require.Equal(t, 0, code, stderr)
	for _, want := range []string{
		"Reform: 2020-12-31 (before) against 2021-01-01 (after)",
		"7 households, 11 people; 0 refused",
		"3 households gain, 1 lose, 2 stay, 1 undetermined",
		"newly eligible for dibao: h2, h3",
		"no longer eligible for dibao: none",
		"undetermined in 1 households: whether property is within the limit",
		"h2  800.00 yuan a month → 300.00 yuan a month",
		"does not meet the floor of 400.00 yuan a month",
		"removed h2.a 1799.99 yuan a month → 1800.00 yuan a month",
		"added h2.a 1949.99 yuan a month → 1950.00 yuan a month",
		"passing the line opens single-person cover",
		"of these, by what is known of totals that are lower limits: 1 gain, 0 lose, 1 stay",
		"in what is known -323.33",
	} {
		assert.Contains(t, stdout, want)
	}
	assert.NotContains(t, stdout, "Warning")
}

func TestJSON(t *testing.T) {
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-json", "-households", "h2", households)
	require.Equal(t, 0, code, stderr)
	var got struct {
		Before, On string
		Gainers    int
		Cliffs     []struct {
			Household string
			At        float64
			Added     bool
		}
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	assert.Equal(t, "2020-12-31", got.Before)
	assert.Equal(t, 3, got.Gainers)
	assert.Len(t, got.Cliffs, 4)
}

func TestRecipientsOnly(t *testing.T) {
	name := filepath.Join(t.TempDir(), "h.csv")
	require.NoError(t, os.WriteFile(name, []byte("household,division,residence,property,member,born\nh1,天元区,urban,within,a,1975-01-01\n"), 0o600))
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	require.Equal(t, 0, code, stderr)
	assert.Contains(t, stdout, "Warning: no household was ineligible for dibao before.")
}

func TestARefusedHousehold(t *testing.T) {
	name := filepath.Join(t.TempDir(), "h.csv")
	require.NoError(t, os.WriteFile(name, []byte("household,division,residence,property,member,born\nh1,天元区,urban,within,a,1975-01-01\nh2,nowhere,urban,within,a,1975-01-01\n"), 0o600))
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	assert.Equal(t, 1, code)
	assert.Contains(t, stderr, "nowhere")
	assert.Contains(t, stdout, "1 refused")
}

// registerFile writes a file of households and returns its name.
func registerFile(t *testing.T, rows ...string) string {
	t.Helper()
	return fileOf(t, "household,division,residence,property,weight,member,born,member_residence,income_kind,income_yuan,income_per\n"+strings.Join(rows, "\n"))
}

// fileOf writes a register and returns its name.
func fileOf(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "h.csv")
	require.NoError(t, os.WriteFile(name, []byte(text+"\n"), 0o600))
	return name
}

// decoded is the report on a register as JSON.
func decoded(t *testing.T, args ...string) report {
	t.Helper()
	code, stdout, stderr := runWith(append([]string{"-on", "2021-01-01", "-draft", draftFile, "-json"}, args...)...)
	require.Equal(t, 0, code, stderr)
	var r report
	require.NoError(t, json.Unmarshal([]byte(stdout), &r))
	return r
}

// What is spent ties to the fen: the lines, their sums by benefit and by place, the sum of all, the total of the decisions, CSV, page and text.
func TestSumsTie(t *testing.T) {
	r := decoded(t, households)
	for _, list := range [...][]cost{r.Costs, r.ByBenefit, r.ByKind} {
		var all [4]sheet.Sum
		for _, c := range list {
			for i, one := range [...]sheet.Sum{c.Before, c.After, c.BeforeYear, c.AfterYear} {
				all[i] = all[i].Plus(one)
			}
		}
		assert.Equal(t, [4]sheet.Sum{r.All.Before, r.All.After, r.All.BeforeYear, r.All.AfterYear}, all)
	}
	assert.Equal(t, r.Totals, [2]sheet.Sum{r.All.Before, r.All.After})
	assert.Equal(t, r.Totals[1].Fen*12, r.All.AfterYear.Fen, "a year is twelve months, whatever the day")

	file := filepath.Join(t.TempDir(), "page.html")
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-csv", "-html", file, households)
	require.Zero(t, code, stderr)
	rows, err := csv.NewReader(strings.NewReader(stdout)).ReadAll()
	require.NoError(t, err)
	last := rows[len(rows)-1]
	assert.Equal(t, []string{"all", "all", "all", r.All.Before.Number(), "at-least", r.All.After.Number(), "at-least"}, last[:7])
	html, err := os.ReadFile(file)
	require.NoError(t, err)
	_, text, _ := runWith("-on", "2021-01-01", "-draft", draftFile, households)
	for _, want := range []string{r.All.Before.Yuan(), r.All.After.Yuan(), r.All.AfterYear.Wan()} {
		assert.Contains(t, string(html), want)
		assert.Contains(t, text, want)
	}
	assert.NotContains(t, string(html), "<script")
	assert.NotRegexp(t, `(src|href)=`, string(html))
	for i, c := range r.everyCost() {
		for _, one := range []sheet.Sum{c.Before, c.After} {
			assert.Contains(t, text, one.Yuan())
			assert.Contains(t, string(html), "<td>"+one.Yuan()+"</td>")
		}
		assert.Equal(t, []string{c.Before.Number(), c.Before.Bound(), c.After.Number(), c.After.Bound(), c.BeforeYear.Number(), c.AfterYear.Number()}, rows[i+1][3:9])
	}
	for _, g := range r.Groups.Benefit {
		assert.Contains(t, string(html), "<td>"+g.Gain.Yuan()+"</td><td>"+g.Loss.Yuan()+"</td>")
		assert.Regexp(t, g.Gain.Yuan()+" +"+g.Loss.Yuan(), text)
	}
	for _, list := range [][]changed{r.LargestLosses, r.LargestGains, r.EndedWhy} {
		for _, c := range list {
			require.NotEmpty(t, c.Why[standards.English], "every household in a list has its reasons")
			for _, why := range c.Why[standards.English] {
				first, _, _ := strings.Cut(why, "\n")
				assert.Contains(t, text, first)
				assert.Contains(t, string(html), first)
			}
		}
	}
}

// A draft of a day late in the year costs twelve months too.
func TestAYearIsTwelveMonths(t *testing.T) {
	late := filepath.Join(t.TempDir(), "late.json")
	draft, err := os.ReadFile(draftFile)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(late, bytes.ReplaceAll(draft, []byte(`"from":"2021-01-01"`), []byte(`"from":"2021-12-02"`)), 0o600))
	code, stdout, stderr := runWith("-on", "2021-12-02", "-before", "2020-12-31", "-draft", late, "-json", registerFile(t, "h1,天元区,urban,within,,a,1975-01-01,,wages,500,month"))
	require.Zero(t, code, stderr)
	var r report
	require.NoError(t, json.Unmarshal([]byte(stdout), &r))
	assert.Equal(t, sheet.Sum{Fen: 150_00 * 12}, r.All.AfterYear)
}

// Before is the last day with figures of the city, past the months in which the province's floor alone decides.
func TestBeforeIsADayWithFiguresOfTheCity(t *testing.T) {
	late := filepath.Join(t.TempDir(), "late.json")
	draft, err := os.ReadFile(draftFile)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(late, bytes.ReplaceAll(draft, []byte(`"from":"2021-01-01"`), []byte(`"from":"2021-06-01"`)), 0o600))
	code, stdout, stderr := runWith("-on", "2021-06-01", "-draft", late, households)
	require.Zero(t, code, stderr)
	assert.Contains(t, stdout, "Reform: 2020-12-31 (before) against 2021-06-01 (after)")
}

// Each of the largest losses says which parts fall and which steps differ.
func TestLosersHaveReasons(t *testing.T) {
	r := decoded(t, households)
	require.Len(t, r.LargestLosses, 1)
	why := strings.Join(r.LargestLosses[0].Why[standards.English], "\n")
	for _, want := range []string{"dibao begins: 100.00", "c: single-person cover stops; it was 600.00", "650.00 x 12 months x 3 people"} {
		assert.Contains(t, why, want)
	}
	assert.Len(t, r.LargestLosses[0].Why[standards.Chinese], len(r.LargestLosses[0].Why[standards.English]))
}

// Each household stands for as many as its weight says, in every sum and count.
func TestWeightsCount(t *testing.T) {
	r := decoded(t, registerFile(t,
		"h1,天元区,urban,within,1000000,a,1975-01-01,,wages,500,month",
		"h2,天元区,urban,within,20,a,1975-01-01,,wages,640,month",
		"h3,天元区,urban,within,3,a,1975-01-01,,wages,5000,month",
		"h4,天元区,urban,,7,a,1975-01-01,,,,"))
	assert.Equal(t, [2]int64{1_000_030, 23}, r.Households)
	assert.Equal(t, [2]int64{1_000_000, 1_000_020}, r.Covered)
	assert.Equal(t, [2]sheet.Sum{{Fen: 100_00 * 1_000_000, AtLeast: true}, {Fen: 150_00*1_000_000 + 10_00*20, AtLeast: true}}, r.Totals)
	assert.Equal(t, changes{Gainers: 1_000_020, Same: 3, Gain: sheet.Sum{Fen: 50_00*1_000_000 + 10_00*20}}, r.Distribution.Exact)
	assert.Zero(t, r.Distribution.AtLeast)
	assert.EqualValues(t, 7, r.Open)
	assert.Equal(t, []open{{"property", [2]string{"财产是否符合规定", "whether property is within the limit"}, 7}}, r.Why)
	assert.Equal(t, turn{20, 20, []string{"h2"}}, r.Turns["begun"])
	require.Len(t, r.Costs, 1)
	assert.Equal(t, [2]int64{7, 7}, r.Costs[0].Undetermined)
	assert.Equal(t, r.Totals[1], r.Costs[0].After)
}

// Every household is in one band or undetermined, and bands follow each other without a gap.
func TestDistribution(t *testing.T) {
	r := decoded(t, households)
	all := r.Open
	for i, b := range r.Distribution.Bands {
		all += b.Exact + b.AtLeast
		if i > 0 {
			require.NotNil(t, b.From)
			assert.Equal(t, r.Distribution.Bands[i-1].To.Fen+1, b.From.Fen)
		}
	}
	assert.Equal(t, r.Households[0], all)
	assert.Nil(t, r.Distribution.Bands[0].From)
	assert.Nil(t, r.Distribution.Bands[len(r.Distribution.Bands)-1].To)
	_, stdout, _ := runWith("-on", "2021-01-01", "-draft", draftFile, households)
	for _, want := range []string{`less by 450\.01 or more +1 +0`, `no change +1 +1`, `more by 0\.01 to 50\.00 +1 +1`, `gains in all \(yuan a month\) +130\.00 +46\.67`} {
		assert.Regexp(t, want, stdout)
	}
}

// A household stands under the kind of hukou of its members; of both kinds and none stated for itself it is in no average.
func TestKindsOfHukou(t *testing.T) {
	name := registerFile(t,
		"h1,天元区,urban,within,,a,1975-01-01,rural,,,",
		"h2,天元区,,within,,a,1975-01-01,rural,,,", "h2,,,,,b,1975-01-01,urban,,,",
		"h3,天元区,urban,within,,a,1975-01-01,,,,", "h3,,,,,b,1975-01-01,rural,,,")
	r := decoded(t, name)
	recipients := map[standards.Residence]int64{}
	for _, c := range r.Costs {
		recipients[c.Residence] = c.Recipients[1]
	}
	assert.Equal(t, map[standards.Residence]int64{standards.Rural: 1, 0: 2, standards.Urban: 2}, recipients)
	assert.Equal(t, [2]int64{2, 2}, r.NoAverage)
	_, stdout, _ := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	assert.Contains(t, stdout, "both or not stated")
	assert.Contains(t, stdout, "are in no average: 2 → 2 people")
}

// Lists of ids are short, and say how many there are.
func TestManyNewlyEligible(t *testing.T) {
	var rows []string
	for i := range 30 {
		rows = append(rows, fmt.Sprintf("h%d,天元区,urban,within,,a,1975-01-01,,wages,620,month", i))
	}
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, registerFile(t, rows...))
	require.Equal(t, 0, code, stderr)
	assert.Contains(t, stdout, "newly eligible for dibao: h0, h1, ")
	assert.Contains(t, stdout, "h19, in all 30 households")
}

// Sums that are too large to be told are not printed.
func TestADraftTooLargeToBeAddedUp(t *testing.T) {
	draft, err := os.ReadFile(draftFile)
	require.NoError(t, err)
	large := filepath.Join(t.TempDir(), "large.json")
	require.NoError(t, os.WriteFile(large, bytes.Replace(draft, []byte("650.00"), []byte("90000000000.00"), 1), 0o600))
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", large, registerFile(t, "h1,天元区,urban,within,1000000,a,1975-01-01,,,,", "h2,天元区,urban,within,1000000,a,1975-01-01,,,,"))
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Contains(t, stderr, "too much to be added up")
}

// What is refused is named with file, line and field, whether the reader finds it or the law's own checks.
func TestRefusalsAreNamed(t *testing.T) {
	name := registerFile(t, "h1,nowhere,urban,within,,a,1975-01-01,,,,", "h2,天元区,urban,within,,a,2022-01-01,,,,", "h3,天元区,urban,within,,a,2021-01-01,,,,")
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	assert.Equal(t, 1, code)
	assert.Contains(t, stdout, "1 households, 1 people; 2 refused")
	assert.Contains(t, stderr, name+`, household h1: line 2, column "division"`)
	assert.Contains(t, stderr, name+`, household h2: line 3, column "born": date out of range: "2022-01-01"`)
	assert.NotContains(t, stderr, "h3", "born between the two days")
}

// A person who stands in two households is warned of and counted, and nobody is refused for it.
func TestWarnings(t *testing.T) {
	name := filepath.Join(t.TempDir(), "h.csv")
	require.NoError(t, os.WriteFile(name, []byte("household,division,residence,property,member,id_number\nh1,天元区,urban,within,a,11010519491231002X\nh2,天元区,urban,within,a,11010519491231002X\n"), 0o600))
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	assert.Equal(t, 0, code)
	assert.Contains(t, stderr, "warning: "+name+", household h2: line 3, column \"id_number\": this identity number stands in an earlier household too: \"1101**********002X\"\n")
	assert.Contains(t, stdout, "2 households, 2 people; 0 refused\npeople who stand in an earlier household too: 1\n")
	r := decoded(t, name)
	assert.Equal(t, cli.WarnedJSON{Twice: 1, Forgotten: []cli.Forgotten{}}, r.WarnedJSON)
}

// What is filled is counted of the households that take part: of three, the reader refuses one and the law's own checks another.
func TestAssumedIsCountedOfThoseWhoTakePart(t *testing.T) {
	name := registerFile(t, "h1,天元区,urban,,,a,1975-01-01,,wages,0,month", "h2,nowhere,urban,,,a,1975-01-01,,,,", "h3,天元区,urban,,,a,2022-01-01,,,,")
	var out, errs bytes.Buffer
	code := run([]string{"-lang", "en", "-on", "2021-01-01", "-draft", draftFile, "-assume", "property=within", name}, strings.NewReader(""), &out, &errs)
	stdout, stderr := out.String(), errs.String()
	assert.Equal(t, 1, code)
	assert.Contains(t, stdout, "1 households, 1 people; 2 refused")
	assert.Contains(t, stderr, "-assume filled 1 in all\n  property=within 1\n")
}

func TestAHouseholdNamedThatIsNotThere(t *testing.T) {
	code, stdout, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-households", "h1,h99", households)
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Contains(t, stderr, `"h99"`)
}

// A tables file that lies under both sides is read once.
func TestTablesUnderBothSides(t *testing.T) {
	supplement, err := os.ReadFile("../testdata/youxian-2020.json")
	require.NoError(t, err)
	var out, errs bytes.Buffer
	code := run([]string{"-lang", "en", "-assume", "income=none", "-on", "2021-01-01", "-draft", draftFile, "-tables", "-", households}, bytes.NewReader(supplement), &out, &errs)
	require.Equal(t, 0, code, errs.String())
	assert.Regexp(t, `Youxian +rural +dibao +300\.00 +≥266\.67`, out.String())
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{{}, {households}, {"-on", "2021-01-01", households}, {"-on", "2021-01-01", "-draft", "missing.json", households},
		{"-on", "never", "-draft", draftFile, households}, {"-on", "2021-01-01", "-draft", draftFile, "missing.csv"},
		{"-on", "2021-01-01", "-draft", draftFile, "-households", "nobody", households}, {"-on", "2020-01-01", "-draft", draftFile, households}} {
		code, _, stderr := runWith(args...)
		assert.Equal(t, 2, code, args)
		assert.NotEmpty(t, stderr)
	}
}

// What -on, -before and -draft may be, told in the language of the run alone.
func TestWrongDaysAndDrafts(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-before", "x"}, `reform: -before is a day such as 2020-12-31, not "x"`},
		{[]string{"-before", "2021-01-02"}, "reform: -before is not after -on"},
		{[]string{"-csv", "-json"}, "reform: either -json or -csv"},
		{[]string{"-households", "nosuch"}, `reform: there is no household "nosuch" that can be decided`},
	} {
		args := append([]string{"-on", "2021-01-01", "-draft", draftFile, households}, c.args...)
		code, _, stderr := runWith(args...)
		assert.Equal(t, 2, code, c.args)
		assert.True(t, strings.HasPrefix(stderr, c.want) || strings.Contains(stderr, "\n"+c.want), stderr)
		assert.NotRegexp(t, `\p{Han}`, strings.SplitN(stderr, "\n", 2)[0])
	}
	code, _, stderr := runWith("-on", "2021-01-01", "-draft", "../testdata/youxian-2020.json", households)
	assert.Equal(t, 2, code)
	assert.True(t, strings.HasPrefix(stderr, "reform: ../testdata/youxian-2020.json: is a supplement, not a draft"), stderr)
	code, _, stderr = runWith("-on", "2021-01-01", "-before", "2021-01-01", "-draft", draftFile, households)
	assert.Equal(t, 0, code, "one day, without the draft and with it: %s", stderr)
}

func TestChart(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.svg")
	code, _, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-chart", name, "-households", "h2,h4,h7", households)
	require.Equal(t, 0, code, stderr)
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		_, err := d.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
	}
	for _, want := range []string{"之前 / before 2020-12-31", "合计（元/月）/ total (yuan a month)", "1950.00", "断崖 / cliff", "全部待定 / undetermined throughout"} {
		assert.Contains(t, string(data), want)
	}
}

// The chart is not drawn over what the run reads, whatever the spelling.
func TestChartOverAnInput(t *testing.T) {
	for _, name := range []string{households, draftFile, filepath.Dir(draftFile) + "/./" + filepath.Base(draftFile)} {
		before, err := os.ReadFile(name)
		require.NoError(t, err)
		code, _, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-chart", name, households)
		assert.Equal(t, 2, code)
		assert.Contains(t, stderr, "one file cannot be both read and written")
		after, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, before, after)
	}
}
