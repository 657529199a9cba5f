package main

import (
	"context"
	"encoding/json"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const twoHouseholds = "household,division,residence,property,member,born,income_kind,income_yuan,income_per\n" +
	"h1,天元区,urban,within,a,1968-03-02,wages,200,month\nh2,nowhere,urban,within,a,1968-03-02,,,\nh3,荷塘区,urban,,a,1971-05-09,wages,0,month\n,,,,b,2010-01-20,,,\n"

func ran(args ...string) (code int, stdout, stderr string) {
	return ranUntil(context.Background(), args...)
}

// ranUntil is ran under a context.
func ranUntil(ctx context.Context, args ...string) (code int, stdout, stderr string) {
	var out, errs strings.Builder
	code = run(ctx, append([]string{"-lang", "en", "-on", "2020-10-01", "-figure", "dibao-line@city-five/urban", "-from", "500", "-to", "800"}, args...),
		strings.NewReader(twoHouseholds), &out, &errs)
	return code, out.String(), errs.String()
}

func TestBudget(t *testing.T) {
	for _, row := range []struct {
		name, budget, assume string
		want                 []string
	}{
		{"one household is decided: 550 - 200; of the other property is not stated", "350", "", []string{"2 households, 1 refused",
			"dibao-line@city-five/urban at 550.00 yuan a month spends it to the fen in what is known to be due\n  at 550.00 yuan a month due is ≥350.00, 1 households undetermined or without an amount\n",
			"549.00 yuan a month, which spends ≥349.00, 1 households undetermined or without an amount\n", "note: only what is known to be due is searched over"}},
		{"both are: 550 - 200 + 2 x 550, exactly", "1450", "property=within,income=none", []string{"550.00 yuan a month spends it to the fen\n  the nearest that spends less: 549.00 yuan a month, which spends 1447.00\n"}},
		{"two: 3 x line - 200 is never 1800", "1800", "property=within,income=none", []string{"no amount spends it to the fen", "666.00 yuan a month, which spends 1798.00\n", "667.00 yuan a month, which spends 1801.00\n"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			args := []string{"-budget", row.budget, "-"}
			if row.assume != "" {
				args = append(args, "-assume", row.assume)
			}
			code, stdout, stderr := ran(args...)
			assert.Equal(t, 1, code, "one is refused")
			assert.Contains(t, stderr, "line 3")
			for _, want := range row.want {
				assert.Contains(t, stdout, want)
			}
		})
	}
}

func TestBudgetAsJSON(t *testing.T) {
	_, stdout, _ := ran("-budget", "350", "-of", "dibao,living", "-json", "-")
	var got struct {
		Exact []struct {
			FromYuan, ToYuan string
			SpentYuan        [2]string
			Open             [2]int64
		}
		Under, Over *struct {
			Yuan, SpentYuan string
			Open            int64
		}
		Of          []string
		Tables      []any
		Households  int
		Refused     int
		Figure, Per string
		BudgetYuan  string
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	require.Len(t, got.Exact, 1)
	assert.Equal(t, "550.00", got.Exact[0].FromYuan)
	assert.Equal(t, [2]string{"≥350.00", "≥350.00"}, got.Exact[0].SpentYuan)
	assert.Equal(t, [2]int64{1, 1}, got.Exact[0].Open)
	assert.Equal(t, "549.00", got.Under.Yuan)
	assert.Equal(t, "≥349.00", got.Under.SpentYuan)
	assert.Equal(t, int64(1), got.Under.Open)
	assert.Equal(t, []string{"dibao", "living"}, got.Of)
	assert.NotNil(t, got.Tables)
}

// A range of amounts is known in one way at one end and in another at the other: income of 150 refuses up to a line of 150, property or not.
func TestBudgetOverARange(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "dibao-line@city-five at 100.00 to 200.00 yuan a month spends it to the fen in what is known to be due\n  at 200.00 yuan a month due is ≥0.00, 9 households undetermined or without an amount\n",
		"zh": "dibao-line@city-five 为每月 100.00 元至 200.00 元时都恰好用完（就已知应发的金额而言）\n  每月 200.00 元时应发 ≥0.00 元，待定或缺金额 9 户\n注意：求解只按已知应发的金额",
	} {
		var out, errs strings.Builder
		code := run(context.Background(), []string{"-on", "2020-10-01", "-lang", lang, "-figure", "dibao-line@city-five", "-from", "100", "-to", "200", "-budget", "0", "-of", "dibao", "-"},
			strings.NewReader("household,division,residence,weight,member,born,income_kind,income_yuan,income_per\nh,天元区,urban,9,a,1975-01-01,wages,150,month\n"), &out, &errs)
		require.Equal(t, 0, code, errs.String())
		assert.Contains(t, out.String(), want)
	}
}

// of runs it over another register.
func of(register string, args ...string) (code int, stdout, stderr string) {
	var out, errs strings.Builder
	code = run(context.Background(), append([]string{"-lang", "en", "-on", "2020-10-01", "-figure", "dibao-line@city-five", "-from", "500", "-to", "800", "-"}, args...),
		strings.NewReader(register), &out, &errs)
	return code, out.String(), errs.String()
}

// A person who stands in two households is warned of and counted, and nobody is refused for it.
func TestWarnings(t *testing.T) {
	const twice = "household,division,residence,property,member,id_number\nh1,天元区,urban,within,a,11010519491231002X\nh2,天元区,urban,within,a,11010519491231002X\n"
	code, stdout, stderr := of(twice, "-budget", "1200")
	assert.Equal(t, 0, code)
	assert.Contains(t, stderr, "warning: standard input, household h2: line 3, column \"id_number\": this identity number stands in an earlier household too: \"1101**********002X\"\n")
	assert.Contains(t, stdout, "2 households, 0 refused")
	assert.Contains(t, stdout, "\npeople who stand in an earlier household too: 1\n")
	_, stdout, _ = of(twice, "-budget", "1200", "-json")
	var got struct {
		PersonTwice  int
		Unremembered []any
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	assert.Equal(t, 1, got.PersonTwice)
	assert.NotNil(t, got.Unremembered)
}

// What is filled is counted of the households that take part: of three, the reader refuses one and the law's own checks another.
func TestAssumedIsCountedOfThoseWhoTakePart(t *testing.T) {
	code, stdout, stderr := of("household,division,residence,member,born\nh1,天元区,urban,a,1975-01-01\nh2,nowhere,urban,a,1975-01-01\nh3,天元区,urban,a,2022-01-01\n",
		"-budget", "600", "-assume", "property=within")
	assert.Equal(t, 1, code)
	assert.Contains(t, stdout, "1 households, 2 refused")
	assert.Contains(t, stderr, "-assume filled 1 in all\n  property=within 1\n")
}

// The total falls where the family of law.md's known reversal passes from single-person cover to dibao.
func TestBudgetWhereTheTotalFalls(t *testing.T) {
	var out, errs strings.Builder
	code := run(context.Background(), []string{"-on", "2020-10-01", "-lang", "zh", "-figure", "dibao-line@city-five", "-from", "590", "-to", "900", "-budget", "800", "-assume", "income=none", "-"},
		strings.NewReader("household,division,residence,property,member,born,income_kind,income_yuan,income_per,disability_category,disability_grade\n"+
			"f,天元区,urban,within,a,1970-01-01,wages,1800,month,,\n,,,,b,1972-01-01,wages,0,month,,\n,,,,c,1980-01-01,wages,0,month,physical,1\n"), &out, &errs)
	require.Equal(t, 0, code, errs.String())
	assert.Equal(t, 2, strings.Count(out.String(), "恰好用完"))
	assert.Contains(t, out.String(), "注意：有 1 个金额")
}

// Stopped wherever, while the register is read or while the search runs, it says so and prints no answer.
func TestInterrupted(t *testing.T) {
	const rows = 3 // the households that are read
	stops := int64(0)
	for ; ; stops++ {
		left := new(atomic.Int64)
		left.Store(stops)
		code, stdout, stderr := ranUntil(stoppedAfter{context.Background(), left}, "-budget", "350", "-")
		require.Equal(t, 1, code)
		if stdout != "" {
			assert.NotContains(t, stderr, "interrupted")
			break
		}
		require.True(t, strings.HasSuffix(stderr, "budget: interrupted; there is no answer\n"), stderr)
	}
	assert.Greater(t, stops, int64(rows))
}

// stoppedAfter is a context that is done once it was asked so many times.
type stoppedAfter struct {
	context.Context
	left *atomic.Int64
}

func (c stoppedAfter) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{{}, {"-"}, {"-budget", "x", "-"}, {"-budget", "1", "-of", "rent", "-"}, {"-budget", "1", "-figure", "dibao-line@nowhere", "-"},
		{"-budget", "1", "-figure", "dibao-line@city-five/urban/a/b", "-"}, {"-budget", "1", "-step", "0", "-"}, {"-budget", "1", "-per", "week", "-"},
		{"-budget", "1", "-figure", "elder-canteens@430200", "-"}, {"-budget", "1", "missing.csv"}, {"-budget", "1", "-tables", "missing.json", "-"},
		{"-budget", "1", "-assume", "x", "-"}, {"-budget", "1", "-on", "2030-01-01", "-"}} {
		code, stdout, stderr := ran(args...)
		assert.Equal(t, 2, code, args)
		assert.Empty(t, stdout, args)
		assert.NotEmpty(t, stderr, args)
	}
}

// A benefit is paid out of the budget once, and a register that could not be read to its end is said to be so.
func TestBudgetRefusesRepetitionAndTellsOfTheEnd(t *testing.T) {
	code, _, stderr := ran("-budget", "1000", "-of", "dibao,dibao", "-")
	assert.Equal(t, 2, code)
	assert.Contains(t, stderr, `-of dibao,dibao: "dibao" cannot be used; it takes tekun, dibao,`)
	_, stdout, _ := ran("-budget", "1000", "-")
	assert.NotContains(t, stdout, "was not read to its end")
	var out, errs strings.Builder
	broken := io.MultiReader(strings.NewReader(twoHouseholds), iotest.ErrReader(io.ErrUnexpectedEOF))
	code = run(context.Background(), []string{"-lang", "en", "-on", "2020-10-01", "-figure", "dibao-line@city-five/urban", "-from", "500", "-to", "800", "-budget", "1000", "-"},
		broken, &out, &errs)
	assert.Equal(t, 1, code, errs.String())
	assert.Contains(t, out.String(), "the register was not read to its end\n")
}

// sought runs a search over a register of an old couple on dibao, an old tekun person and a low-income
// family with a disabled member.
func sought(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	const register = "household,division,residence,property,member,born,own_income_month_yuan,disability_category,disability_grade,support,self_care\n" +
		"old,天元区,urban,within,a,1940-01-01,300,,,capable,\nold,,,,b,1942-01-01,0,,,capable,\n" +
		"alone,天元区,urban,within,a,1940-01-01,0,,,none,full\n" +
		"low,天元区,urban,within,a,1980-01-01,1700,,,,\nlow,,,,b,1982-01-01,0,physical,1,,\n"
	var out, errs strings.Builder
	code = run(context.Background(), append([]string{"-lang", "en", "-on", "2020-10-01", "-"}, args...), strings.NewReader(register), &out, &errs)
	return code, out.String(), errs.String()
}

// A rate, the percent of a top-up and a multiple are searched for as a line is, each worked out by hand.
func TestRatesSharesAndMultiples(t *testing.T) {
	for _, row := range []struct{ name, args, want string }{
		{"650 a month and 50 more would be 900 and 100: two are 65 or over, and 10 % of 600 is 60 each",
			"-figure dibao-topup@city-five/elderly -per percent -from 5 -to 20 -budget 1020 -of dibao",
			"dibao-topup@city-five/elderly at 10.00 % spends it to the fen\n  the nearest that spends less: 9.00 %, which spends 1008.00\n  the nearest that spends more: 11.00 %, which spends 1032.00\n"},
		{"in yuan", "-figure dibao-topup@city-five/elderly -from 10 -to 100 -budget 1020 -of dibao", "at 60.00 yuan a month spends it to the fen"},
		{"130 % of 600 is 780, 150 % 900", "-figure tekun-basic-multiple@430000 -per percent -from 130 -to 200 -budget 900 -of tekun",
			"tekun-basic-multiple@430000 at 150.00 % spends it to the fen in what is known to be due\n"},
		{"850 a head is below 1.42 times 600 and not below 1.41 times", "-figure low-income-multiple@china -per percent -from 140 -to 145 -step 0.5 -budget 600 -of singlePerson",
			"low-income-multiple@china at 142.00 to 145.00 % spends it to the fen\n  the nearest that spends less: 140.00 %, which spends 0.00\n"},
		{"the nursing subsidy", "-figure disability-nursing@city-five -from 100 -to 200 -budget 150 -of nursing", "disability-nursing@city-five at 150.00 yuan a month spends it to the fen\n"},
		{"the tekun standard", "-figure tekun-basic@city-five/urban -from 780 -to 900 -budget 850.5 -step 0.5 -of tekun", "tekun-basic@city-five/urban at 850.50 yuan a month spends it to the fen"},
	} {
		t.Run(row.name, func(t *testing.T) {
			code, stdout, stderr := sought(t, strings.Fields(row.args)...)
			require.Zero(t, code, stderr)
			assert.Contains(t, stdout, row.want)
		})
	}
}

// What cannot be searched for is said with what may be written, before the register is read.
func TestFaultsSayWhatMayBeWritten(t *testing.T) {
	for args, want := range map[string]string{
		"-figure dibao-line@county-five -budget 1":                                    "-figure dibao-line@county-five: in Lukou the urban and the rural figure differ, so name the kind of hukou: dibao-line@county-five/urban or dibao-line@county-five/rural",
		"-figure tekun-basic-multiple@china -per percent -budget 1":                   "-figure tekun-basic-multiple@china: in Hetang, Lusong, Shifeng, Tianyuan, Yunlong, Lukou, Youxian, Chaling, Yanling, Liling it is tekun-basic-multiple@430000 that decides, not the figure sought",
		"-figure low-income-multiple@china -per percent -from 0 -budget 1":            `-figure low-income-multiple@china "0/10000": is out of range for this key`,
		"-figure minor-age@china -budget 1":                                           "-figure minor-age cannot be searched for; these can: dibao-line, ",
		"-figure dibao-lines@city-five -budget 1":                                     `-figure there is no key "dibao-lines"`,
		"-figure dibao-line@city-five/urban -per percent -budget 1":                   `-per of dibao-line is month or year, not "percent"`,
		"-figure dibao-topup@city-five/elderly -per year -budget 1":                   `-per of dibao-topup is month or percent, not "year"`,
		"-figure low-income-multiple@china -budget 1":                                 `-per of low-income-multiple is percent, not "month"`,
		"-figure dibao-line@city-five/urban -from 6oo -budget 1":                      `-from is an amount in yuan, such as 600 or 600.50, not "6oo"`,
		"-figure low-income-multiple@china -per percent -from 1.234 -budget 1":        `-from is a percentage, such as 150 or 12.5, not "1.234"`,
		"-figure low-income-multiple@china -per percent -step 0.01 -to 500 -budget 1": "there are 40001 percentages to try, and at most 10000 are; make -step larger",
		"-figure dibao-line@city-five/urban -to 50 -budget 1":                         "-to cannot be less than -from",
		"-figure dibao-line@city-five/urban -step 0 -budget 1":                        "-step cannot be 0",
		"-figure dibao-line@city-five/urban -budget 1万":                               `-budget is what there is a month in yuan, such as 12000 or 12000.50, not "1万"`,
	} {
		for _, flag := range []string{"-from 100", "-to 200"} {
			if name, _, _ := strings.Cut(flag, " "); !strings.Contains(args, name+" ") {
				args = flag + " " + args
			}
		}
		code, stdout, stderr := sought(t, strings.Fields(args)...)
		assert.Equal(t, 2, code, args)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, want, args)
		assert.NotContains(t, stderr, "sought-figure")
		assert.NotContains(t, stderr, "rows[")
	}
}

// In JSON sums are numbers with their bound apart, and what was assumed is counted by fact.
func TestJSONOfShares(t *testing.T) {
	code, stdout, stderr := sought(t, strings.Fields("-figure tekun-basic-multiple@430000 -per percent -from 150 -to 151 -budget 900 -of tekun -json")...)
	require.Zero(t, code, stderr)
	var got struct {
		Per    string
		Tables []any
		Exact  []struct {
			FromPercent, FromYuan string
			Spent                 [2]struct {
				Yuan  float64
				Bound string
			}
		}
		Assumed map[string]int64
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	assert.Equal(t, "percent", got.Per)
	assert.Empty(t, got.Tables, "the figure that is sought is no file")
	require.Len(t, got.Exact, 1)
	assert.Equal(t, "150.00", got.Exact[0].FromPercent)
	assert.Empty(t, got.Exact[0].FromYuan)
	assert.Equal(t, 900.0, got.Exact[0].Spent[0].Yuan)
	assert.Equal(t, "at-least", got.Exact[0].Spent[0].Bound)
	assert.Equal(t, map[string]int64{"childScheme": 2, "livingAllowance": 1, "lowIncomeProperty": 1, "nursingAllowance": 1, "ownProperty": 1, "support": 1, "workInjuryNursing": 1}, got.Assumed)
}
