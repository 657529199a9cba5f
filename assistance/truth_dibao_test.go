package assistance_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/standards"
)

// The test of dibao (649号 art. 9): income a head strictly below the line, property within, and the payment of 220号 art. 27.
func TestTruthDibao(t *testing.T) {
	rule(t, []ruling{
		// The edge of the line: 600 a month is 7200 a year.
		{"649号 9", "nothing at all", "2020-10-01", "Tianyuan urban within; a", "dibao eligible 600.00; total 600.00; category dibao; lines urban=600.00/month; needs nothing"},
		{"649号 9", "one fen a month below the line", "2020-10-01", "Tianyuan urban within; a wages=599.99", "dibao eligible 0.01"},
		{"649号 9", "exactly at the line", "2020-10-01", "Tianyuan urban within; a wages=600", "dibao ineligible; category low-income; total 0.00"},
		{"649号 9", "one fen a month above the line", "2020-10-01", "Tianyuan urban within; a wages=600.01", "dibao ineligible; category low-income"},
		{"220号 27", "one fen a year below the line", "2020-10-01", "Tianyuan urban within; a wages=7199.99/year", "dibao eligible 0.01; reads rounding=up-to-fen"},
		{"649号 9", "exactly at the line a year", "2020-10-01", "Tianyuan urban within; a wages=7200/year", "dibao ineligible"},
		{"649号 9", "one fen a year above the line", "2020-10-01", "Tianyuan urban within; a wages=7200.01/year", "dibao ineligible"},
		{"649号 9", "three people one fen a year below", "2020-10-01", "Tianyuan urban within; a wages=21599.99/year; b; c", "dibao eligible 0.01; people 3; income 21599.99"},
		{"649号 9", "three people at the line", "2020-10-01", "Tianyuan urban within; a wages=21600/year; b; c", "dibao ineligible; people 3"},

		// Members, one to nine, with 600 a month in all.
		{"220号 27", "1 member", "2020-10-01", "Tianyuan urban within; a wages=600", "dibao ineligible"},
		{"220号 27", "2 members", "2020-10-01", "Tianyuan urban within; a wages=600; b", "dibao eligible 600.00"},
		{"220号 27", "3 members", "2020-10-01", "Tianyuan urban within; a wages=600; b; c", "dibao eligible 1200.00"},
		{"220号 27", "4 members", "2020-10-01", "Tianyuan urban within; a wages=600; b; c; d", "dibao eligible 1800.00"},
		{"220号 27", "5 members", "2020-10-01", "Tianyuan urban within; a wages=600; b; c; d; e", "dibao eligible 2400.00"},
		{"220号 27", "6 members", "2020-10-01", "Tianyuan urban within; a wages=600; b; c; d; e; f", "dibao eligible 3000.00"},
		{"220号 27", "7 members", "2020-10-01", "Tianyuan urban within; a wages=600; b; c; d; e; f; g", "dibao eligible 3600.00"},
		{"220号 27", "8 members", "2020-10-01", "Tianyuan urban within; a wages=600; b; c; d; e; f; g; i", "dibao eligible 4200.00"},
		{"220号 27", "9 members", "2020-10-01", "Tianyuan urban within; a wages=600; b; c; d; e; f; g; i; j", "dibao eligible 4800.00; people 9"},

		// Months and years.
		{"220号 15", "monthly, part-year and yearly income", "2020-10-01", "Tianyuan urban within; a wages=100 business=300x4; b transfer=600/year", "income 3000.00; dibao eligible 950.00"},
		{"220号 15", "income in one month of the year", "2020-10-01", "Tianyuan urban within; a wages=7199.99x1", "dibao eligible 0.01"},
		{"220号 15", "income in one month that reaches the line", "2020-10-01", "Tianyuan urban within; a wages=7200x1", "dibao ineligible"},
		{"220号 15", "income in eleven months", "2020-10-01", "Tianyuan urban within; a wages=600x11", "dibao eligible 50.00"},
		{"220号 15", "income in twelve months", "2020-10-01", "Tianyuan urban within; a wages=600x12", "dibao ineligible"},

		// The payment is line x members - income, rounded once.
		{"220号 27", "the real overpayment: 1894 a month, three people, line 632", "2020-10-01 +632", "Tianyuan urban within; a wages=1894; b; c", "dibao eligible 2.00; reads-not rounding"},
		{"220号 27", "a third of a fen is no fen lost", "2020-10-01", "Tianyuan urban within; a wages=1000/year; b; c", "dibao eligible 1716.67"},

		// R6, where the difference is 1716.666...
		{"R6", "up to the fen", "2020-10-01 rounding=up-to-fen", "Tianyuan urban within; a wages=1000/year; b; c", "dibao eligible 1716.67; reads rounding=up-to-fen"},
		{"R6", "half up, above the half", "2020-10-01 rounding=half-up-to-fen", "Tianyuan urban within; a wages=1000/year; b; c", "dibao eligible 1716.67; reads rounding=half-up-to-fen"},
		{"R6", "half up, below the half", "2020-10-01 rounding=half-up-to-fen", "Tianyuan urban within; a wages=1000.04/year; b; c", "dibao eligible 1716.66"},
		{"R6", "up to the fen, below the half", "2020-10-01", "Tianyuan urban within; a wages=1000.04/year; b; c", "dibao eligible 1716.67"},
		{"R6", "half up, exactly the half", "2020-10-01 rounding=half-up-to-fen", "Tianyuan urban within; a wages=0.06/year", "dibao eligible 600.00"},
		{"R6", "up to the yuan", "2020-10-01 rounding=up-to-yuan", "Tianyuan urban within; a wages=1000/year; b; c", "dibao eligible 1717.00; reads rounding=up-to-yuan"},
		{"R6", "whole fen are rounded up to the yuan too", "2020-10-01 rounding=up-to-yuan", "Tianyuan urban within; a wages=0.01", "dibao eligible 600.00"},

		// A county's rural line is a floor: at or above it nobody is refused.
		{"item 9", "below the floor", "2020-10-01", "Youxian rural within; a wages=100", "dibao eligible 260.00+; lines rural=4320.00/year+; reads floor-as-line=may-be-higher; needs nothing"},
		{"item 9", "one fen a year below the floor", "2020-10-01", "Youxian rural within; a wages=4319.99/year", "dibao eligible 0.01+"},
		{"item 9", "at the floor", "2020-10-01", "Youxian rural within; a wages=360", "dibao undetermined; needs dibao-line@430223/rural>4320.00/year; category undetermined; total 0.00+"},
		{"item 9", "above the floor, for two", "2020-10-01", "Youxian rural within; a wages=1000; b", "dibao undetermined; needs dibao-line@430223/rural>6000.00/year"},
		{"item 9", "above the floor, for three: whole fen", "2020-10-01", "Youxian rural within; a wages=14000/year; b; c", "dibao undetermined; needs dibao-line@430223/rural>4666.66/year"},
		{"R11", "the floor as exact, below", "2020-10-01 floor-as-line=exact", "Youxian rural within; a wages=100", "dibao eligible 260.00; reads floor-as-line=exact"},
		{"R11", "the floor as exact, at it", "2020-10-01 floor-as-line=exact", "Youxian rural within; a wages=360", "dibao ineligible; category low-income; needs nothing; reads floor-as-line=exact"},
		{"supplement", "a county's own rural line, at the floor", "2020-10-01 +county", "Youxian rural within; a wages=360", "dibao eligible 40.00; reads-not floor-as-line"},
		{"supplement", "a county's own rural line, at it", "2020-10-01 +county", "Youxian rural within; a wages=400", "dibao ineligible; category low-income"},

		// The counties' urban line is not on record.
		{"law 1", "no income, the line a floor of the province", "2020-10-01", "Youxian urban within; a", "dibao eligible 500.00+; needs nothing; category dibao; total 500.00+; lines urban=500.00/month+"},
		{"law 1", "income below the province's floor", "2020-10-01", "Youxian urban within; a wages=300", "dibao eligible 200.00+; needs nothing; category dibao"},
		{"law 1", "income of two below the province's floor", "2020-10-01", "Youxian urban within; a wages=300; b", "dibao eligible 700.00+; needs nothing"},
		{"supplement", "the same two with the county's own line", "2020-10-01 +county", "Youxian urban within; a wages=300; b", "dibao eligible 700.00; needs nothing"},

		// Property.
		{"649号 9", "property over", "2020-10-01", "Tianyuan urban over; a", "dibao ineligible; category none; needs nothing"},
		{"649号 9", "property not stated", "2020-10-01", "Tianyuan urban; a wages=100", "dibao undetermined if 500.00; needs property; category undetermined; total 0.00+"},
		{"649号 9", "property not stated, income refuses", "2020-10-01", "Tianyuan urban; a wages=900", "dibao ineligible; lowIncome ineligible; category none; needs nothing"},
		{"law 4.3", "property not stated and income at a floor: no sum", "2020-10-01", "Youxian rural; a wages=360", "dibao undetermined; needs dibao-line@430223/rural>4320.00/year property"},
		{"law 4.3", "property over and income at a floor", "2020-10-01", "Youxian rural over; a wages=360", "dibao ineligible; needs nothing"},
		{"law 4.3", "property over and the line not on record", "2020-10-01", "Youxian urban over; a wages=360", "dibao ineligible; needs nothing"},

		// R4, exactly at the line.
		{"R4", "at the line: low-income", "2020-10-01", "Tianyuan urban within; a wages=600", "lowIncome eligible missing; reads at-the-line=low-income"},
		{"R4", "at the line: neither", "2020-10-01 at-the-line=neither", "Tianyuan urban within; a wages=600", "lowIncome ineligible; category none; reads at-the-line=neither"},
		{"R4", "above the line it does not matter", "2020-10-01 at-the-line=neither", "Tianyuan urban within; a wages=600.01", "lowIncome eligible missing; reads-not at-the-line"},
	})
}

// Which figures hold where: each place, each kind of hukou, in each month of 2020 and on the days about its ends (R5).
func TestTruthDibaoPlaces(t *testing.T) {
	places := []struct{ name, urban, rural string }{
		{"Hetang", "eligible 600.00", "eligible 600.00"},
		{"Lusong", "eligible 600.00", "eligible 600.00"},
		{"Shifeng", "eligible 600.00", "eligible 600.00"},
		{"Tianyuan", "eligible 600.00", "eligible 600.00"},
		{"Yunlong", "eligible 600.00", "eligible 600.00"},
		{"Lukou", "", "eligible 360.00+"},
		{"Liling", "", "eligible 360.00+"},
		{"Youxian", "", "eligible 360.00+"},
		{"Chaling", "", "eligible 360.00+"},
		{"Yanling", "", "eligible 360.00+"},
	}
	// The province's floors for the counties' towns, and for all from 2021 on, and the city's own figures of 2022.
	towns := func(on string) string {
		if on < "2020-11-01" {
			return "eligible 500.00+"
		}
		return "eligible 550.00+"
	}
	days := []string{"2020-01-01", "2020-02-01", "2020-02-29", "2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01", "2020-06-02", "2020-06-03", "2020-06-04", "2020-07-01", "2020-08-01",
		"2020-08-24", "2020-08-25", "2020-08-26", "2020-08-31", "2020-09-01", "2020-09-02", "2020-10-01", "2020-11-01", "2020-12-01", "2020-12-30", "2020-12-31"}
	for _, p := range places {
		for _, on := range days {
			urban := cmp.Or(p.urban, towns(on))
			for kind, want := range map[string]string{"urban": urban, "rural": p.rural} {
				d := decided(t, on, p.name+" "+kind+" within; a")
				assert.Equal(t, want, partText(d.Dibao.Part), "%s %s on %s", p.name, kind, on)
			}
		}
		for _, on := range []string{"2021-01-01", "2021-01-02", "2021-06-30", "2021-07-01", "2021-07-02", "2021-12-31"} {
			for kind, want := range map[string]string{"urban": "eligible 550.00+", "rural": "eligible 358.34+"} {
				d := decided(t, on, p.name+" "+kind+" within; a")
				assert.Equal(t, want, partText(d.Dibao.Part), "%s %s on %s: the province's floor", p.name, kind, on)
				asked := p.urban != "" || kind == "rural" // whether the city's figure of 2020 goes on is asked
				assert.Equal(t, asked, slices.Contains(readIn(d), "effective-2020=calendar-year"), "%s %s on %s", p.name, kind, on)
			}
		}
		for _, on := range []string{"2022-01-01", "2022-04-28", "2022-10-19"} {
			five := p.urban != ""
			for kind, want := range map[string][2]string{"urban": {"eligible 600.00", "eligible 650.00"}, "rural": {"eligible 383.34+", "eligible 650.00"}} {
				d := decided(t, on, p.name+" "+kind+" within; a")
				at := want[0]
				if five {
					at = want[1]
				}
				assert.Equal(t, at, partText(d.Dibao.Part), "%s %s on %s", p.name, kind, on)
			}
		}
	}
	rule(t, []ruling{
		{"R5", "calendar year, before", "2020-08-31 effective-2020=calendar-year", "Tianyuan urban within; a", "dibao eligible 600.00; reads effective-2020=calendar-year"},
		{"R5", "from publication, the day before", "2020-08-31 effective-2020=from-publication", "Tianyuan urban within; a wages=1", "dibao eligible 499.00+; needs nothing; reads effective-2020=from-publication"},
		{"R5", "from publication, the day", "2020-09-01 effective-2020=from-publication", "Tianyuan urban within; a wages=1", "dibao eligible 599.00"},
		{"R5", "from publication, the day after", "2020-09-02 effective-2020=from-publication", "Tianyuan urban within; a wages=1", "dibao eligible 599.00"},
		{"R5", "from publication, the last day", "2020-12-31 effective-2020=from-publication", "Tianyuan urban within; a wages=1", "dibao eligible 599.00"},
		{"R5", "from publication, the year after", "2021-01-01 effective-2020=from-publication", "Tianyuan urban within; a wages=1", "dibao eligible 549.00+"},
		{"R5", "calendar year, the year after", "2021-01-01", "Tianyuan urban within; a wages=1", "dibao eligible 549.00+; needs nothing"},
		{"R5", "until replaced, the year after", "2021-01-01 effective-2020=until-replaced", "Tianyuan urban within; a wages=1", "dibao eligible 599.00; reads effective-2020=until-replaced"},
		{"R5", "until replaced, the last day of the tables", "2021-12-31 effective-2020=until-replaced", "Tianyuan urban within; a wages=1", "dibao eligible 599.00"},
		{"carry", "a draft carries the figures on", "2021-01-01 +carry", "Tianyuan urban within; a wages=1", "dibao eligible 599.00; needs nothing"},
		{"R1", "Yunlong is one of the five", "2020-10-01", "Yunlong urban within; a wages=1", "dibao eligible 599.00; reads city-five=with-yunlong"},
		{"R1", "Lukou is not", "2020-10-01", "Lukou rural within; a wages=1", "dibao eligible 359.00+; reads city-five=with-yunlong"},
		{"R1", "elsewhere it is no question", "2020-10-01", "Tianyuan urban within; a wages=1", "reads-not city-five"},
		{"R13", "bands, before the text", "2020-08-24", "Tianyuan urban within; a wages=1", "reads-not bands"},
		{"R13", "bands, from the text on", "2020-08-25", "Tianyuan urban within; a wages=1", "dibao eligible 599.00; reads bands=exact-difference"},
	})
}

// incomeTable is the table of law 2.1: what counts, by kind of income and rule.
const incomeTable = `
kind                urban-2020 rural-2020 urban-2021 rural-2021 tekun-2020 tekun-2021
wages               counts     counts     counts     counts     counts     counts
business            counts     counts     counts     counts     counts     counts
property            counts     counts     counts     counts     counts     counts
transfer            counts     counts     counts     counts     counts     counts
other               counts     counts     counts     counts     counts     counts
veterans-pension    no         no         no         no         counts     no
reward              counts     no         no         no         counts     counts
basic-pension       counts     counts     no         no         no         no
old-age-allowance   counts     counts     counts     counts     no         no
disability-subsidy  no         no         no         no         no         counts
child-subsidy       no         no         no         no         no         no
relief              counts     counts     no         no         counts     counts
`

// Every kind of income in every column, on the first and the last day of each text, and under R12.
func TestTruthIncomeKinds(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(incomeTable), "\n")
	columns := strings.Fields(lines[0])[1:]
	days := map[string][]string{"2020": {"2020-01-01", "2020-06-03", "2020-08-25", "2020-12-31", "2021-06-30 +carry"}, "2021": {"2021-07-01 +carry", "2021-12-31 +carry"}}
	cells := map[string]string{}
	for _, line := range lines[1:] {
		words := strings.Fields(line)
		for i, column := range columns {
			cells[words[0]+"@"+column] = words[i+1]
		}
	}
	kinds := 0
	for kind := standards.Wages; kind <= standards.Relief; kind++ {
		kinds++
		for _, column := range columns {
			who, year, _ := strings.Cut(column, "-")
			cell := cells[kind.String()+"@"+column]
			if !assert.NotEmpty(t, cell, "%s in %s", kind, column) {
				continue
			}
			for _, on := range days[year] {
				checkCounts(t, on, who, kind, cell == "counts")
				if year == "2020" && who != "tekun" { // R12 switches these columns to the list of 2021
					checkCounts(t, on+" income-list=as-2021", who, kind, cells[kind.String()+"@"+who+"-2021"] == "counts")
				}
			}
		}
	}
	assert.Equal(t, kinds, len(lines)-1, "every kind has its line, and no line is without one")
}

// checkCounts shows whether an income counts: one that reaches the line refuses if it does.
func checkCounts(t *testing.T, on, who string, kind standards.IncomeKind, counts bool) {
	t.Helper()
	want := "eligible"
	if counts {
		want = "ineligible"
	}
	if who == "tekun" {
		d := decided(t, on, "Tianyuan urban within; a 1950-01-01 support=none "+kind.String()+"=600")
		assert.Equal(t, want, d.Members[0].Tekun.Verdict.String(), "tekun: %s on %s", kind, on)
		return
	}
	d := decided(t, on, "Tianyuan "+who+" within; a "+kind.String()+"=600")
	assert.Equal(t, want, d.Dibao.Verdict.String(), "dibao %s: %s on %s", who, kind, on)
	own := decided(t, on, "Tianyuan "+who+" within "+kind.String()+"=600; a")
	assert.Equal(t, want, own.Dibao.Verdict.String(), "dibao %s, income of the household: %s on %s", who, kind, on)
}

func TestTruthDibaoIncome(t *testing.T) {
	rule(t, []ruling{
		{"law 2.1", "household income counts", "2020-10-01", "Tianyuan urban within business=300; a; b", "dibao eligible 900.00; income 3600.00"},
		{"law 2.1", "household income is nobody's own for tekun", "2020-10-01", "Tianyuan urban within business=900; a 1950-01-01 support=none", "a tekun eligible 780.00+"},
		{"law 2.1", "exemptions go by the earner's own kind: rural", "2020-10-01", "Tianyuan urban within; a rural reward=500; b", "dibao eligible 1200.00"},
		{"law 2.1", "exemptions go by the earner's own kind: urban", "2020-10-01", "Tianyuan rural within; a urban reward=500; b", "dibao eligible 700.00"},
		{"law 2.1", "exemptions of household income go by the household's kind: rural", "2020-10-01", "Tianyuan rural within reward=500; a urban; b", "dibao eligible 1200.00"},
		{"law 2.1", "exemptions of household income go by the household's kind: urban", "2020-10-01", "Tianyuan urban within reward=500; a rural; b", "dibao eligible 700.00"},
		{"law 4", "income not stated is unknown", "2020-10-01", "Tianyuan urban within; a income=?; b wages=100", "dibao undetermined if 1100.00"},
		{"law 4", "no income stated is none", "2020-10-01", "Tianyuan urban within; a", "assumes nothing"},
		{"R12", "named where it matters", "2020-10-01", "Tianyuan urban within; a relief=100", "dibao eligible 500.00; reads income-list=by-text"},
		{"R12", "not named where it does not", "2020-10-01", "Tianyuan urban within; a wages=100", "reads-not income-list"},
		{"R12", "the 2021 list", "2020-10-01 income-list=as-2021", "Tianyuan urban within; a relief=100", "dibao eligible 600.00; reads income-list=as-2021"},
		{"57号 13", "relief, the last day of the 2012 text", "2021-06-30 +carry", "Tianyuan urban within; a relief=100", "dibao eligible 500.00; reads income-list=by-text"},
		{"57号 13", "relief, the first day of the 2021 text", "2021-07-01 +carry", "Tianyuan urban within; a relief=100", "dibao eligible 600.00; reads-not income-list"},

		// Job costs.
		{"2020-08 item 11", "job costs the day before", "2020-08-24", "Tianyuan urban within on-dibao=yes job-costs=100; a wages=650; b; c wages=600", "income 15000.00; dibao eligible 550.00"},
		{"2020-08 item 11", "job costs the day", "2020-08-25", "Tianyuan urban within on-dibao=yes job-costs=100; a wages=650; b; c wages=600", "income 13800.00; dibao eligible 650.00"},
		{"2020-08 item 11", "job costs the day after", "2020-08-26", "Tianyuan urban within on-dibao=yes job-costs=100; a wages=650; b", "dibao eligible 650.00"},
		{"2020-08 item 11", "job costs of a household not on dibao", "2020-08-25", "Tianyuan urban within on-dibao=no job-costs=100; a wages=650; b", "dibao eligible 550.00; assumes nothing"},
		{"2020-08 item 11", "job costs where it is not stated", "2020-08-25", "Tianyuan urban within job-costs=100; a wages=650; b", "dibao eligible 550.00; assumes onDibao"},
		{"57号 13", "job costs of anyone, the day before", "2021-06-30 +carry", "Tianyuan urban within on-dibao=no job-costs=100; a wages=650; b", "dibao eligible 550.00"},
		{"57号 13", "job costs of anyone, the day", "2021-07-01 +carry", "Tianyuan urban within on-dibao=no job-costs=100; a wages=650; b", "dibao eligible 650.00"},
		{"57号 13", "job costs of anyone, not stated", "2021-07-01 +carry", "Tianyuan urban within job-costs=100; a wages=650; b", "dibao eligible 650.00; assumes nothing"},
		{"law 4.3", "job costs at most the wages and business income", "2020-10-01", "Tianyuan urban within on-dibao=yes job-costs=900; a wages=200 business=100 transfer=50; b", "income 600.00; dibao eligible 1150.00"},
		{"law 4.3", "job costs without work", "2020-10-01", "Tianyuan urban within on-dibao=yes job-costs=900; a transfer=50; b", "income 600.00"},

		// The grace period.
		{"item 6", "grace, rural, from the first day of 2020", "2020-01-01", "Tianyuan rural within on-dibao=yes; a wages=900", "dibao undetermined; needs grace-months@430211/rural"},
		{"item 6", "grace, rural, at the line", "2020-01-01", "Tianyuan rural within on-dibao=yes; a wages=600", "dibao undetermined; needs grace-months@430211/rural"},
		{"2020-08 item 11", "grace, urban, the day before", "2020-08-24", "Tianyuan urban within on-dibao=yes; a wages=900", "dibao ineligible"},
		{"2020-08 item 11", "grace, urban, the day", "2020-08-25", "Tianyuan urban within on-dibao=yes; a wages=900", "dibao undetermined; needs grace-months@430211/urban"},
		{"2020-08 item 11", "grace, rural, the day before", "2020-08-24", "Tianyuan rural within on-dibao=yes; a wages=900", "dibao undetermined; needs grace-months@430211/rural"},
		{"2020-08 item 11", "grace, rural, the day", "2020-08-25", "Tianyuan rural within on-dibao=yes; a business=900", "dibao undetermined; needs grace-months@430211/rural"},
		{"57号 33", "grace, urban, 2021-06-30", "2021-06-30 +carry", "Tianyuan urban within on-dibao=yes; a wages=900", "dibao undetermined; needs grace-months@430211/urban"},
		{"57号 33", "grace, urban, 2021-07-01", "2021-07-01 +carry", "Tianyuan urban within on-dibao=yes; a wages=900", "dibao undetermined; needs grace-months@430211/urban"},
		{"law 4.3", "rural grace in 2020 whatever raised the income", "2020-10-01", "Tianyuan rural within on-dibao=yes; a transfer=900", "dibao undetermined; needs grace-months@430211/rural"},
		{"law 4.3", "grace only if already on dibao", "2020-10-01", "Tianyuan rural within on-dibao=no; a wages=900", "dibao ineligible; needs nothing; assumes nothing"},
		{"law 4.3", "grace, on dibao not stated", "2020-10-01", "Tianyuan rural within; a wages=900", "dibao ineligible; assumes onDibao"},
		{"law 4.3", "no grace with property over", "2020-10-01", "Tianyuan rural over on-dibao=yes; a wages=900", "dibao ineligible; needs nothing"},
		{"law 4.3", "grace with property not stated", "2020-10-01", "Tianyuan rural on-dibao=yes; a wages=900", "dibao undetermined; needs grace-months@430211/rural property"},
		{"supplement", "its length on record, the day that income passed the line not stated", "2020-10-01 +grace", "Tianyuan rural within on-dibao=yes; a wages=900", "dibao undetermined; needs overLineSince"},
	})
}

// Members of both kinds of hukou: 600 in the city for either, so a county with its own lines (urban 500, rural 400 a month) shows it.
func TestTruthDibaoBothKinds(t *testing.T) {
	rule(t, []ruling{
		{"R7", "whole household, below both lines", "2020-10-01 +county", "Youxian rural within; a urban wages=600; b", "dibao eligible 300.00; lines rural=4800.00/year urban=500.00/month; reads mixed-hukou=whole-household"},
		{"R7", "each group alone, the earner above his line", "2020-10-01 +county mixed-hukou=each-group", "Youxian rural within; a urban wages=600; b", "dibao eligible 400.00; reads mixed-hukou=each-group"},
		{"R7", "whole household, between the lines", "2020-10-01 +county", "Youxian rural within; a urban wages=900; b", "dibao eligible 50.00"},

		// Recipient-months are of the people it covers, and the payment is the sum over the eligible kinds (law 2.5, 4.3).
		{"law 2.5", "the rural member is paid nothing and not covered", "2020-10-01 +county", "Youxian urban within; u wages=900; r rural", "dibao eligible 50.00; people 2; not-covered 1"},
		{"law 2.5", "of both kinds, both eligible", "2020-10-01 +county", "Youxian urban within; u wages=600; r rural", "dibao eligible 300.00; people 2; not-covered 0"},
		{"law 2.5", "of both kinds, both refused", "2020-10-01 +county", "Youxian urban within; u wages=1000; r rural", "dibao ineligible; people 2; not-covered 0"},
		{"law 2.5", "of both kinds, one undetermined", "2020-10-01 +town", "Youxian urban within; u wages=900; r rural; s rural; t wages=900", "dibao eligible 100.00+; people 4; not-covered 2"},
		{"law 2.5", "of both kinds, property not stated", "2020-10-01 +county", "Youxian urban; u wages=900; r rural", "dibao undetermined if 50.00; not-covered 0"},
		{"law 2.5", "both lines floors, and no income", "2020-10-01", "Youxian rural within; u urban; r", "dibao eligible 860.00+; not-covered 0"},
		{"law 4.1", "hukou not stated: no more are covered than under either kind", "2020-10-01 +county", "Youxian within; u urban wages=900; r", "dibao eligible 50.00+; people 2; not-covered 1"},
		{"R7", "whole household, above both", "2020-10-01 +county", "Youxian rural within; a urban wages=1000; b", "dibao ineligible; category low-income"},
		{"R7", "each group alone, both eligible", "2020-10-01 +county mixed-hukou=each-group", "Youxian rural within; a urban wages=499; b wages=399", "dibao eligible 2.00"},
		{"R7", "whole household, the same", "2020-10-01 +county", "Youxian rural within; a urban wages=499; b wages=399", "dibao eligible 51.00; reads-not rounding"},
		{"R7", "whole household, a third", "2020-10-01 +county", "Youxian rural within; a urban wages=1201; b; c", "dibao eligible 99.67; reads rounding=up-to-fen"},
		{"R7", "one kind is no question", "2020-10-01 +county", "Youxian rural within; a wages=600; b", "reads-not mixed-hukou"},
		{"law 4.3", "both kinds' lines are floors", "2020-10-01", "Youxian rural within; a urban wages=600; b", "dibao eligible 260.00+; needs nothing"},
		{"law 4.3", "no income: one kind's line a floor of the province", "2020-10-01", "Youxian rural within; a urban; b", "dibao eligible 860.00+; needs nothing"},
		{"law 4.3", "household income goes to its own kind", "2020-10-01 +county mixed-hukou=each-group", "Youxian rural within business=400; a urban; b", "dibao eligible 500.00"},
	})
}

func TestTruthDibaoHukouNotStated(t *testing.T) {
	rule(t, []ruling{
		{"law 4.1", "payments agree", "2020-10-01", "Tianyuan within; a wages=100", "dibao eligible 500.00; needs nothing"},
		{"law 4.1", "verdicts agree, payments differ: the lower at least", "2020-10-01 +county", "Youxian within; a wages=100", "dibao eligible 300.00+"},
		{"law 4.1", "verdicts differ", "2020-10-01 +county", "Youxian within; a wages=450", "dibao undetermined; needs residence; category undetermined"},
		{"law 4.1", "both refuse", "2020-10-01 +county", "Youxian within; a wages=900", "dibao ineligible; needs nothing"},
		{"law 4.1", "verdicts differ by what counts", "2020-10-01", "Tianyuan within; a reward=600", "dibao undetermined; needs residence"},
		{"law 4.1", "stated of each member, nothing is open", "2020-10-01 +county", "Youxian within; a rural wages=450", "dibao ineligible; needs nothing"},
		{"law 4.1", "the household's own income waits for its kind", "2020-10-01", "Tianyuan within reward=1200; a urban; b rural", "dibao undetermined; needs residence"},
		{"law 4.1", "no household income: its kind does not matter", "2020-10-01", "Tianyuan within; a urban; b rural", "dibao eligible 1200.00; needs nothing"},
		{"law 4.1", "two floors: the lower at least", "2020-10-01", "Youxian within; a", "dibao eligible 360.00+"},
	})
}

// Who counts (220号 art. 5; 57号 art. 7). Two people, one with an income of 800: refused alone or payments that tell who was counted.
func TestTruthWhoCounts(t *testing.T) {
	var rows []ruling
	relations := []struct{ word, until, from string }{ // on dibao's count to 2021-06-30, and from 2021-07-01
		{"applicant", "yes", "yes"}, {"spouse", "yes", "yes"}, {"parent", "yes", "open"}, {"minor-child", "open", "open"}, {"student", "yes", "yes"},
		{"2010-01-01 minor-child", "yes", "yes"}, {"dependent-adult-child", "yes", "yes"}, {"adult-child", "open", "open"},
		{"independent-adult-child", "open", "open"}, {"child-spouse", "open", "open"}, {"grandchild", "open", "open"}, {"grandparent", "open", "open"},
		{"sibling", "open", "open"}, {"supported-relative", "open", "open"},
		{"clergy", "no", "no"}, {"prison", "no", "no"}, {"compulsory-rehabilitation", "no", "no"}, {"missing", "no", "no"},
	}
	counted := map[string]string{"yes": "people 2; dibao eligible 1200.00", "no": "people 1; dibao eligible 600.00",
		"open": "people 2; dibao eligible 600.00+; needs nothing"}
	for _, r := range relations {
		for _, on := range []string{"2020-01-01", "2020-06-03", "2020-08-25", "2020-12-31", "2021-06-30 +carry"} {
			rows = append(rows, ruling{"220号 5", r.word + " on " + on, on, "Tianyuan urban within; a; b " + r.word, counted[r.until]})
		}
		for _, on := range []string{"2021-07-01 +carry", "2021-07-02 +carry"} {
			rows = append(rows, ruling{"57号 7", r.word + " on " + on, on, "Tianyuan urban within; a; b " + r.word, counted[r.from]})
		}
	}
	rows = append(rows,
		ruling{"law 4.1", "the caseworker counts a parent in 2021", "2021-07-01 +carry", "Tianyuan urban within; a; b parent counted=yes", counted["yes"]},
		ruling{"law 4.1", "the caseworker does not count a spouse", "2020-10-01", "Tianyuan urban within; a; b spouse counted=no", counted["no"]},
		ruling{"law 4.1", "the caseworker counts a grown child", "2020-10-01", "Tianyuan urban within; a; b independent-adult-child counted=yes", counted["yes"]},
		ruling{"law 4.1", "a finding does not go before absence: clergy", "2020-10-01", "Tianyuan urban within; a; b clergy counted=yes", counted["no"]},
		ruling{"law 4.1", "a finding does not go before absence: prison", "2020-10-01", "Tianyuan urban within; a; b prison counted=yes", counted["no"]},
		ruling{"law 4.1", "a finding does not go before tekun", "2020-10-01", "Tianyuan urban within; a; b 1950-01-01 support=none counted=yes", "people 1; b tekun eligible 780.00+; reads tekun-member=left-out"},
		ruling{"law 4.1", "a grown child's counting is open", "2020-10-01", "Tianyuan urban within; a; b independent-adult-child wages=9000", "people 2; dibao undetermined; income 0.00"},
		ruling{"R15", "missing before 2021-07-01", "2021-06-30 +carry", "Tianyuan urban within; a; b missing", "reads absent-others=left-out"},
		ruling{"R15", "compulsory rehabilitation before 2021-07-01", "2020-10-01", "Tianyuan urban within; a; b compulsory-rehabilitation", "reads absent-others=left-out"},
		ruling{"R15", "missing from 2021-07-01", "2021-07-01 +carry", "Tianyuan urban within; a; b missing", "reads-not absent-others"},
		ruling{"R15", "prison is no question", "2020-10-01", "Tianyuan urban within; a; b prison", "reads-not absent-others"},
		ruling{"law 4.3", "clergy alone are counted", "2020-10-01", "Tianyuan urban within; a clergy", "dibao eligible 600.00; category dibao; total 600.00; people 1"},
		ruling{"law 4.1", "nobody examined assumes nothing", "2020-10-01", "Tianyuan urban; a prison income=? mental-1", "dibao unexamined; a nursing unexamined; a living unexamined; assumes nothing; needs nothing; total 0.00"},
	)
	rule(t, rows)
}

// R2: what the 400 and the 223 are.
func TestTruthEachPersonsMinimum(t *testing.T) {
	rule(t, []ruling{
		{"R2", "an average does not raise a payment", "2020-10-01", "Tianyuan urban within; a wages=500", "dibao eligible 100.00; reads average-assistance=caseload-average"},
		{"R2", "each person, urban", "2020-10-01 average-assistance=each-person", "Tianyuan urban within; a wages=500", "dibao eligible 400.00+; reads average-assistance=each-person"},
		{"R2", "each person, rural", "2020-10-01 average-assistance=each-person", "Tianyuan rural within; a wages=500", "dibao eligible 223.00+"},
		{"R2", "each person, exactly the minimum", "2020-10-01 average-assistance=each-person", "Tianyuan urban within; a wages=200", "dibao eligible 400.00; reads-not average-assistance"},
		{"R2", "each person, a fen less than the minimum", "2020-10-01 average-assistance=each-person", "Tianyuan urban within; a wages=200.01", "dibao eligible 400.00+"},
		{"R2", "each person, two people", "2020-10-01 average-assistance=each-person", "Tianyuan urban within; a wages=1000; b", "dibao eligible 800.00+"},
		{"R2", "each person, both kinds", "2020-10-01 average-assistance=each-person", "Tianyuan urban within; a wages=1000; b rural", "dibao eligible 623.00+"},
		{"R2", "each person, the ineligible get none", "2020-10-01 average-assistance=each-person", "Tianyuan urban within; a wages=600", "dibao ineligible; total 0.00; reads-not average-assistance"},
		{"R2", "each person, those of a refused kind get none", "2020-10-01 average-assistance=each-person +county", "Youxian rural within; a urban wages=900; b", "dibao eligible 400.00+"},
		{"R2", "each person, a province's floor is more", "2020-10-01 average-assistance=each-person", "Youxian urban within; a", "dibao eligible 500.00+; needs nothing"},
		{"R2", "each person, property not stated", "2020-10-01 average-assistance=each-person", "Tianyuan urban; a wages=500", "dibao undetermined if 400.00+"},
		{"R2", "enough already", "2020-10-01", "Tianyuan urban within; a wages=200", "reads-not average-assistance"},
	})
}

// Top-ups where a tables file gives rates: 50 for the old, 40 for minors, 10 percent of the line for the severely disabled, at least 70
// for the seriously ill. The highest that fits.
func TestTruthTopUps(t *testing.T) {
	rule(t, []ruling{
		{"220号 28", "nobody fits", "2020-10-01 +topup", "Tianyuan urban within; a", "dibao eligible 600.00"},
		{"220号 28", "no rates on record", "2020-10-01", "Tianyuan urban within; a 1950-01-01", "dibao eligible 600.00"},
		{"649号 12", "60 tomorrow", "2020-10-01 +topup", "Tianyuan urban within; a 1960-10-02", "dibao eligible 600.00"},
		{"649号 12", "60 today", "2020-10-01 +topup", "Tianyuan urban within; a 1960-10-01", "dibao eligible 650.00"},
		{"649号 12", "60 yesterday", "2020-10-01 +topup", "Tianyuan urban within; a 1960-09-30", "dibao eligible 650.00"},
		{"649号 12", "18 tomorrow", "2020-10-01 +topup", "Tianyuan urban within; a 2002-10-02", "dibao eligible 640.00"},
		{"649号 12", "18 today", "2020-10-01 +topup", "Tianyuan urban within; a 2002-10-01", "dibao eligible 600.00"},
		{"649号 12", "born today", "2020-10-01 +topup", "Tianyuan urban within; a; b 2020-10-01 minor-child", "dibao eligible 1240.00"},
		{"law 4.1", "29 February: 60 on 1 March", "2020-02-29 +topup", "Tianyuan urban within; a 1960-02-29", "dibao eligible 650.00"},
		{"law 4.1", "29 February: 29 February counts in a leap year", "2020-02-28 +topup", "Tianyuan urban within; a 1960-02-29", "dibao eligible 600.00"},
		{"law 4.1", "29 February: not yet 18 on 28 February of a common year", "2021-02-28 +topup +carry", "Tianyuan urban within; a 2003-03-01", "dibao eligible 640.00"},
		{"649号 12", "grade 1", "2020-10-01 +topup", "Tianyuan urban within; a visual-1", "dibao eligible 660.00"},
		{"649号 12", "grade 2", "2020-10-01 +topup", "Tianyuan urban within; a visual-2", "dibao eligible 660.00"},
		{"649号 12", "grade 3", "2020-10-01 +topup", "Tianyuan urban within; a mental-3", "dibao eligible 600.00"},
		{"649号 12", "serious illness, at least", "2020-10-01 +topup", "Tianyuan urban within; a ill=yes", "dibao eligible 670.00+"},
		{"649号 12", "not seriously ill", "2020-10-01 +topup", "Tianyuan urban within; a ill=no", "dibao eligible 600.00"},
		{"law 4.3", "the highest of two: percent before money", "2020-10-01 +topup", "Tianyuan urban within; a 1950-01-01 visual-1", "dibao eligible 660.00"},
		{"law 4.3", "the highest of all", "2020-10-01 +topup", "Tianyuan urban within; a 1950-01-01 visual-1 ill=yes", "dibao eligible 670.00+"},
		{"law 4.3", "money before a percent of a lower line", "2020-10-01 +topup +county", "Youxian rural within; a 1950-01-01 visual-1", "dibao eligible 450.00"},
		{"law 4.3", "added before rounding", "2020-10-01 +topup +county", "Youxian rural within; a wages=1/year; b; c visual-2", "dibao eligible 1239.92"},
		{"law 4.3", "none to whom no line refuses", "2020-10-01 +topup", "Tianyuan urban within; a 1950-01-01 wages=600", "dibao ineligible; total 0.00"},
		{"law 4.3", "none for those not counted", "2020-10-01 +topup", "Tianyuan urban within; a; b 1950-01-01 counted=no", "dibao eligible 600.00"},
		{"law 4.3", "none to those of a kind that is refused", "2020-10-01 +topup +county", "Youxian rural within; a urban wages=900; b 1950-01-01", "dibao eligible 50.00"},
		{"law 4.3", "two members, two top-ups", "2020-10-01 +topup", "Tianyuan urban within; a 1950-01-01; b 2010-01-01", "dibao eligible 1290.00"},
	})
}

// The known reversals and the monotony of dibao alone: each fen more of income never raises it.
func TestTruthDibaoFenByFen(t *testing.T) {
	last := int64(600_00)
	for fen := int64(599_90); fen <= 600_10; fen++ {
		d := decided(t, "2020-10-01", fmt.Sprintf("Tianyuan urban within; a wages=%s", standards.Fen(fen, standards.PerMonth).YuanText()))
		assert.LessOrEqual(t, d.Dibao.Payment.Amount.Fen(), last)
		last = d.Dibao.Payment.Amount.Fen()
		assert.Equal(t, max(0, 600_00-fen), last)
	}
}
