package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
)

// found is what a run prints as JSON.
func found(t *testing.T, args ...string) (r struct {
	report
	Others  []report
	Against []against
	Sweep   *sweepReport
}) {
	t.Helper()
	code, stdout, stderr := runWith(append([]string{"-on", "2021-01-01", "-json"}, args...)...)
	require.Zero(t, code, stderr)
	require.NoError(t, json.Unmarshal([]byte(stdout), &r))
	return r
}

// A change on the spot is what a draft of the same rows is, and what -save keeps of it is that draft.
func TestAChangeOnTheSpotIsADraft(t *testing.T) {
	saved := filepath.Join(t.TempDir(), "saved.json")
	set := found(t, "-set", "dibao-line@city-five=650,dibao-line@county-five/rural=4600/year", "-save", saved, households)
	byDraft, bySaved := found(t, "-draft", draftFile, households), found(t, "-draft", saved, households)
	assert.Equal(t, "set-1", set.Variant)
	assert.Equal(t, byDraft.Costs, set.Costs)
	assert.Equal(t, byDraft.Bounds, set.Bounds)
	assert.Equal(t, byDraft.Near, set.Near)
	assert.Equal(t, set, bySaved)
	text, err := os.ReadFile(saved)
	require.NoError(t, err)
	for _, want := range []string{`"carry": "2020-12-31"`, `"title": "-set dibao-line@city-five=650,`,
		`{"key":"dibao-line","place":"county-five","residence":"rural","yuan":"4600.00","per":"year","bound":"at-least","from":"2021-01-01","clause":"2"}`} {
		assert.Contains(t, string(text), want)
	}
}

// What a change makes of what is in force, and what cannot be made of it.
func TestChangesOnTheSpot(t *testing.T) {
	in, err := standards.At(standards.Day(2020, 12, 31))
	require.NoError(t, err)
	for word, want := range map[string]string{
		"dibao-line@city-five/urban=+10":                            "the city's five districts, dibao line (urban): 600.00 yuan a month → 610.00 yuan a month",
		"dibao-line@city-five=-10.50":                               "the city's five districts, dibao line: 600.00 yuan a month → 589.50 yuan a month",
		"dibao-line@county-five/rural=+5%":                          "the five counties, dibao line (rural): at least 4320.00 yuan a year → at least 4536.00 yuan a year",
		"dibao-line@county-five/rural=+10/month":                    "the five counties, dibao line (rural): at least 4320.00 yuan a year → at least 4440.00 yuan a year",
		"dibao-line@county-five/rural=400/month":                    "the five counties, dibao line (rural): at least 4320.00 yuan a year → at least 400.00 yuan a month",
		"dibao-line@city-five/urban=+120/year":                      "the city's five districts, dibao line (urban): 600.00 yuan a month → 610.00 yuan a month",
		"dibao-topup@city-five/elderly=12.5%":                       "the city's five districts, dibao top-up for a member in special hardship, a sum or a percent of the line elderly: none → 12.5%",
		"low-income-multiple@china=2/1":                             "China, multiple of the line below which a family is low-income: 3/2 → 2",
		"tekun-elder-age@china=+5":                                  "China, age from which a person counts as unable to work: 60 → 65",
		"dibao-not-income@china/urban/veterans-pension=strike":      "China, kinds of income that do not count for dibao (urban) veterans-pension: listed → struck out",
		"dibao-not-income@china/relief=listed":                      "China, kinds of income that do not count for dibao relief: none → listed",
		"disability-nursing@city-five=-0%":                          "the city's five districts, nursing subsidy for severely disabled people: 100.00 yuan a month → 100.00 yuan a month",
		"dibao-line@city-five/urban=x":                              `dibao-line@city-five/urban cannot be "x"; write yuan or a change`,
		"dibao-line@city-five/urban":                                "is to be KEY@PLACE/KIND=VALUE",
		"dibao-line@city-five/urban=":                               "is to be KEY@PLACE/KIND=VALUE",
		"dibao-line@city-five/urban=20%":                            `cannot be "20%"`,
		"dibao-line@city-five/urban=+5%/month":                      `cannot be "+5%/month"`,
		"dibao-line@city-five/urban=1,dibao-line@city-five/urban=2": "dibao-line@city-five/urban stands there twice",
		"dibao-lines@city-five=1":                                   `there is no key "dibao-lines"`,
		"low-income-multiple@china=+1/2":                            `cannot be "+1/2"; write a ratio`,
		"minor-age@china=18.5":                                      `cannot be "18.5"; write a whole number`,
		"dibao-not-income@china/relief=yes":                         `cannot be "yes"; an entry of a list`,
		"disability-nursing@city-five=100/year":                     `cannot be "100/year"`,
		"dibao-line@county-five/rural=400":                          "dibao-line@county-five/rural is stated as 4320.00 yuan a year; write 400/month or 400/year",
		"dibao-line@county-five/rural=+10":                          "write +10/month or +10/year",
		"dibao-line@city-five/urban=-600.01":                        "dibao-line@city-five/urban less 600.01 is below zero",
		"dibao-line@city-five/urban=+0.01%":                         "600.00 yuan a month → 600.06 yuan a month",
		"disability-living@city-five=+0.001%":                       `cannot be "+0.001%"`,
		"disability-living@county-five=+0.01%":                      "does not come to whole fen; state the amount",
		"dibao-line@city-five/urban=+1/year":                        "a twelfth of +1/year does not come to whole fen",
		"tekun-basic@city-five=+10":                                 "tekun-basic@city-five has no value on record to be raised or lowered",
	} {
		got := made(t, in, word)
		assert.Contains(t, got, want, word)
	}
	assert.Equal(t, 2, strings.Count(made(t, in, "dibao-line@county-five=+10/month"), "→"), "one row for each kind of hukou, since they differ")
}

// made is what a -set makes, in words, or why it makes nothing.
func made(t *testing.T, in *standards.Set, word string) string {
	t.Helper()
	settings, fault := parseSettings(word, standards.English)
	if fault != "" {
		return fault
	}
	var texts []string
	for i := range settings {
		rows, fault := settings[i].rows(in, standards.Day(2021, 1, 1), "1", standards.English)
		if fault != "" {
			return fault
		}
		for j := range rows {
			texts = append(texts, rowText(&rows[j], in, standards.English))
		}
	}
	return strings.Join(texts, "\n")
}

// Each of several variants is what it is alone, and each against the other is what the second is
// against the law of the first.
func TestVariants(t *testing.T) {
	const set = "dibao-line@city-five=620"
	both := found(t, "-draft", draftFile, "-set", set, households)
	first, second := found(t, "-draft", draftFile, households), found(t, "-set", set, households)
	assert.Equal(t, first.report, both.report)
	require.Len(t, both.Others, 1)
	assert.Equal(t, second.report, both.Others[0])
	require.Len(t, both.Against, 1)
	a := both.Against[0]
	assert.Equal(t, []string{"draft-2021", "set-1"}, []string{a.From, a.To})
	assert.Equal(t, [2]sheet.Sum{first.Totals[1], second.Totals[1]}, a.Totals)
	assert.Equal(t, both.Households[0], a.Gainers+a.Losers+a.Unchanged+a.Unclear+a.Undetermined)
	assert.Equal(t, a.Totals[1].Fen-a.Totals[0].Fen, a.Gain.Fen-a.Loss.Fen, "whoever is undetermined changes by nothing")

	page := filepath.Join(t.TempDir(), "page.html")
	code, text, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-set", set, "-html", page, households)
	require.Zero(t, code, stderr)
	html, err := os.ReadFile(page)
	require.NoError(t, err)
	for _, want := range []string{first.Totals[1].Yuan(), second.Totals[1].Yuan(), a.Gain.Yuan(), a.Loss.Yuan(), "draft-2021 → set-1", second.Bounds[1].Most.Yuan()} {
		assert.Contains(t, text, want)
		assert.Contains(t, string(html), want)
	}
	code, table, stderr := runWith("-on", "2021-01-01", "-draft", draftFile, "-set", set, "-csv", households)
	require.Zero(t, code, stderr)
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	require.NoError(t, err)
	sums := map[string]string{}
	for _, row := range rows {
		if row[0] == "all" && row[2] == "all" {
			sums[row[13]] = row[5]
		}
	}
	assert.Equal(t, map[string]string{"draft-2021": first.Totals[1].Number(), "set-1": second.Totals[1].Number()}, sums)
}

// Two files of one id are told apart by their names.
func TestVariantsOfOneID(t *testing.T) {
	text, err := os.ReadFile(draftFile)
	require.NoError(t, err)
	again := filepath.Join(t.TempDir(), "again.json")
	require.NoError(t, os.WriteFile(again, text, 0o600))
	r := found(t, "-draft", draftFile, "-draft", again, households)
	require.Len(t, r.Others, 1)
	assert.Equal(t, "draft-2021 ("+again+")", r.Others[0].Variant)
	assert.Equal(t, r.Costs, r.Others[0].Costs)
	assert.Zero(t, r.Against[0].Gainers+r.Against[0].Losers)
}

// Every amount of a sweep is what a change to it on the spot is; over a draft, the draft's own amount is
// what the draft is.
func TestSweep(t *testing.T) {
	sweep := found(t, "-sweep", "dibao-line@city-five=610..650/20", households).Sweep
	require.NotNil(t, sweep)
	require.Len(t, sweep.Points, 3)
	for _, p := range sweep.Points {
		one := found(t, "-set", "dibao-line@city-five="+p.Yuan.String(), households)
		assert.Equal(t, one.Totals, [2]sheet.Sum{sweep.CostBefore, p.Cost})
		assert.Equal(t, one.All.AfterYear, p.CostYear)
		assert.Equal(t, []int64{one.Covered[1], one.CoveredPeople[1], one.SinglePeople[1], one.Gainers, one.Losers, one.Open},
			[]int64{p.Covered, p.DibaoPeople, p.Single, p.Gainers, p.Losers, p.Undetermined})
	}
	over := found(t, "-draft", draftFile, "-sweep", "dibao-line@city-five/urban=600..650/50", households)
	assert.Equal(t, "draft-2021", over.Sweep.Variant)
	assert.Equal(t, over.Totals[1], over.Sweep.Points[1].Cost, "the draft states 650 for both kinds, and the rural one stays")
	assert.Equal(t, []string{"600.00", "650.00"}, []string{over.Sweep.Was.YuanText(), over.Sweep.Drafted.YuanText()})

	chart := filepath.Join(t.TempDir(), "chart.svg")
	code, table, stderr := runWith("-on", "2021-01-01", "-sweep", "dibao-line@city-five=610..650/20", "-csv", "-chart", chart, households)
	require.Zero(t, code, stderr)
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 4)
	for i, p := range sweep.Points {
		assert.Equal(t, []string{"dibao-line@city-five", "month", p.Yuan.String(), p.Cost.Number(), p.Cost.Bound()}, rows[i+1][:5])
	}
	picture, err := os.ReadFile(chart)
	require.NoError(t, err)
	assert.Contains(t, string(picture), "the city&#39;s five districts, dibao line")
	code, text, stderr := runWith("-on", "2021-01-01", "-sweep", "dibao-line@city-five=610..650/20", households)
	require.Zero(t, code, stderr)
	for _, p := range sweep.Points {
		assert.Regexp(t, p.Yuan.String()+` +`+p.Cost.Yuan()+` +`+p.CostYear.Wan(), text)
	}
}

// What -sweep, -set and -save may be is told by name.
func TestWrongVariants(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-sweep", "dibao-line@city-five/urban=600..700/0"}, "-sweep dibao-line@city-five/urban=600..700/0: the step cannot be 0"},
		{[]string{"-sweep", "dibao-line@city-five/urban=700..600/10"}, "there is nothing from 700.00 to 600.00"},
		{[]string{"-sweep", "dibao-line@city-five/urban=1..1000/1"}, "1000 amounts are too many; at most 200"},
		{[]string{"-sweep", "dibao-line@city-five/urban=600..x/1"}, `"x" is no amount in yuan`},
		{[]string{"-sweep", "dibao-line@city-five/urban=600"}, "is to be KEY@PLACE/KIND=FROM..TO/STEP"},
		{[]string{"-sweep", "dibao-line@city-five/urban=600..700/10/week"}, `the period "week" cannot be used`},
		{[]string{"-sweep", "minor-age@china=16..18/1"}, "minor-age@china is no amount"},
		{[]string{"-sweep", "dibao-line@nowhere=600..700/10"}, `there is no place "nowhere"`},
		{[]string{"-sweep", "dibao-line@county-five/rural=4000..5000/100"}, "write /month or /year behind the step"},
		{[]string{"-draft", draftFile, "-draft", draftFile, "-sweep", "dibao-line@city-five=600..700/50"}, "-sweep goes over one variant at most"},
		{[]string{"-draft", draftFile, "-save", "x.json"}, "-save keeps one -set"},
		{[]string{"-set", "dibao-line@city-five=1", "-set", "dibao-line@city-five=2", "-save", "x.json"}, "-save keeps one -set"},
		{[]string{"-set", "dibao-line@city-five/urban=ten"}, `-set dibao-line@city-five/urban=ten: dibao-line@city-five/urban cannot be "ten"`},
		{[]string{"-set", "dibao-line@430223/urban=1", "-draft", "../testdata/youxian-2020.json"}, "is a supplement, not a draft"},
	} {
		code, stdout, stderr := runWith(append([]string{"-on", "2021-01-01", households}, c.args...)...)
		assert.Equal(t, 2, code, c.args)
		assert.Empty(t, stdout, c.args)
		assert.Contains(t, stderr, c.want)
		assert.NotRegexp(t, `\p{Han}`, strings.SplitN(stderr, "\n", 2)[0])
	}
	var many []string
	for range mostVariants + 1 {
		many = append(many, "-draft", draftFile)
	}
	code, _, stderr := runWith(append(many, "-on", "2021-01-01", households)...)
	assert.Equal(t, 2, code)
	assert.Contains(t, stderr, "at most 8 variants at a time")
}

// The groups of who gains and who loses add up to the whole.
func TestGroupsTie(t *testing.T) {
	r := decoded(t, households)
	for _, list := range [][]groupChanges{r.Groups.Size, r.Groups.Place, r.Groups.Disability} {
		var all groupChanges
		for _, g := range list {
			all.Gainers, all.Losers, all.Unchanged = all.Gainers+g.Gainers, all.Losers+g.Losers, all.Unchanged+g.Unchanged
			all.Unclear, all.Undetermined = all.Unclear+g.Unclear, all.Undetermined+g.Undetermined
			all.Gain, all.Loss = all.Gain.Plus(g.Gain), all.Loss.Plus(g.Loss)
		}
		assert.Equal(t, groupChanges{Gainers: r.Gainers, Losers: r.Losers, Unchanged: r.Unchanged, Unclear: r.Unclear, Undetermined: r.Open,
			Gain: r.Distribution.gain(), Loss: r.Distribution.loss()}, all)
	}
	net := sheet.Sum{}
	for _, g := range r.Groups.Benefit {
		net.Fen += g.Gain.Fen - g.Loss.Fen
	}
	assert.Equal(t, r.Totals[1].Fen-r.Totals[0].Fen, net.Fen)
}

// What was taken for something is counted in JSON, as it is on stderr.
func TestAssumedIsCounted(t *testing.T) {
	r := found(t, "-draft", draftFile, "-assume", "property=within", households)
	assert.Equal(t, map[string]int{"property=within": 1}, r.Filled)
	assert.EqualValues(t, 2, r.Assumed["childScheme"])
}

// Whoever is no longer eligible is named with the part that falls and the step that differs.
func TestEndedHaveReasons(t *testing.T) {
	name := registerFile(t, "h1,天元区,urban,within,3,a,1975-01-01,,wages,550,month")
	r := found(t, "-set", "dibao-line@city-five=500", name)
	require.Len(t, r.EndedWhy, 1)
	why := r.EndedWhy[0]
	assert.Equal(t, "h1", why.ID)
	assert.Equal(t, sheet.Sum{Fen: -50_00}, why.By)
	for _, want := range []string{"dibao stops; it was 50.00 yuan a month", "income 6600.00 a year is above the urban line 500.00 x 12 months = 6000.00 a year: not met (tables file set-1, item 1)"} {
		assert.Contains(t, strings.Join(why.Why[standards.English], "\n"), want)
		_, text, _ := runWith("-on", "2021-01-01", "-set", "dibao-line@city-five=500", name)
		assert.Contains(t, text, want)
	}
	assert.EqualValues(t, 3, r.Turns["ended"].Households)
}

// What tekun people are due is shown as the lower limit that it is, and no move to tekun as a saving.
func TestTekunIsALowerLimit(t *testing.T) {
	name := fileOf(t, "household,division,residence,property,weight,member,born,income_kind,income_yuan,income_per,support,own_property\n"+
		"elder,天元区,urban,within,2,a,1950-01-01,wages,620,month,none,within")
	r := found(t, "-draft", draftFile, name)
	assert.Equal(t, [2]tekunKnown{{}, {AtLeast: 2}}, r.Tekun)
	assert.Equal(t, [2]sheet.Sum{{}, {Fen: 2 * 845_00, AtLeast: true}}, r.Totals)
	assert.EqualValues(t, 2, r.Open, "what is due for care is on no record")
	_, text, _ := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	assert.Contains(t, text, "after, what tekun people are due: of 2 a lower limit, of 0 nothing is on record; the sums hold what is known, and a move to tekun is no saving")
	assert.Contains(t, text, "in what is known 1690.00")
}
