package law_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// said is what an outcome says of a household whose first member is asked about.
func said(d *law.Desk) map[string]string {
	o, m := &d.Outcome, &d.Outcome.Members[0]
	text := func(p benefit.Part) string {
		all := []string{p.Verdict.String()}
		for _, paid := range []benefit.Payment{p.Payment, p.IfMet} {
			if paid.Stated() {
				all = append(all, paid.Amount.YuanText()+map[standards.Bound]string{standards.AtLeast: "+"}[paid.Bound])
			}
		}
		return strings.Join(all, " ")
	}
	var needs []string
	for _, n := range d.Findings.Needs {
		what := n.Figure.String()
		if n.Fact != 0 {
			what = n.Fact.String()
		}
		if n.Above.Stated() {
			what += ">" + n.Above.YuanText()
		}
		var of []string
		for _, part := range n.For.List() {
			of = append(of, part.String())
		}
		needs = append(needs, what+":"+strings.Join(of, ","))
	}
	r5 := d.Findings.Readings.Of(standards.Effective2020Reading)
	return map[string]string{"dibao": text(o.Dibao.Part), "family": o.LowIncome.String(), "tekun": text(m.Tekun),
		"cover": text(m.SinglePerson), "total": o.Total.Amount.YuanText(), "needs": strings.Join(needs, " "), "r5": r5.String()}
}

// Where no line is on record an income of nil is below any, its amount missing; another is undetermined,
// and needs the line and how high it would have to be (law 4.2 to 4.5, 4.9). R5 is named where another
// choice would have the line on record.
func TestWithoutLines(t *testing.T) {
	const october, july, later = "2020-10-01", "2021-07-01", "2022-03-01"
	for _, tt := range []struct {
		why, on, household string
		want               map[string]string
	}{
		{"no income: eligible, and the amount is missing", later, "Youxian urban within; a",
			map[string]string{"dibao": "eligible", "total": "0.00", "needs": "dibao-line@430223/urban>0.00:dibao", "r5": ""}},
		{"no income, and property over: refused, and nothing is needed", later, "Youxian urban over low-income=over; a",
			map[string]string{"dibao": "ineligible", "needs": "", "r5": ""}},
		{"no income, and property not stated", later, "Youxian urban low-income=over; a",
			map[string]string{"dibao": "undetermined", "needs": "dibao-line@430223/urban>0.00:dibao property:dibao"}},
		{"a fen a year", later, "Youxian urban within; a wages=0.01/year",
			map[string]string{"dibao": "undetermined", "needs": "dibao-line@430223/urban>0.01:dibao"}},
		{"income, for two", later, "Youxian urban within; a wages=100; b",
			map[string]string{"dibao": "undetermined", "needs": "dibao-line@430223/urban>600.00:dibao"}},
		{"an income not stated", later, "Youxian urban within; a income=?",
			map[string]string{"dibao": "undetermined", "needs": "dibao-line@430223/urban>0.00:dibao income:dibao"}},
		{"of both kinds", later, "Youxian urban within; a; b rural",
			map[string]string{"dibao": "eligible", "needs": "dibao-line@430223/urban>0.00:dibao dibao-line@430223/rural>0.00:dibao"}},
		{"a line of 2020 that another choice would have", july, "Tianyuan urban within; a",
			map[string]string{"dibao": "eligible", "r5": "calendar-year"}},
		{"tekun first: the line is named all the same", july, "Tianyuan urban within; a support=none multiple-1",
			map[string]string{"dibao": "undetermined", "r5": "calendar-year", "needs": "components:tekun,dibao,living,nursing"}},

		{"tekun first, nothing else by a figure of 2020", july, "Tianyuan urban; a 1950-01-01 support=none",
			map[string]string{"dibao": "undetermined", "tekun": "undetermined", "r5": "calendar-year"}},
		{"supporters not stated, and income", july, "Tianyuan urban over low-income=over; a 1950-01-01 wages=0.01/year",
			map[string]string{"dibao": "ineligible", "family": "ineligible", "r5": "calendar-year"}},
		{"supporters not stated, and no income", july, "Tianyuan urban over low-income=over; a 1950-01-01",
			map[string]string{"dibao": "ineligible", "family": "ineligible", "r5": ""}},
		{"tekun without income", later, "Youxian urban within; a 1950-01-01 support=none",
			map[string]string{"tekun": "eligible", "needs": "tekun-basic@430223/urban:tekun selfCare:tekun tekun-care@430223:tekun", "r5": ""}},
		{"tekun with income", later, "Youxian urban within; a 1950-01-01 support=none wages=0.01/year",
			map[string]string{"tekun": "undetermined", "needs": "dibao-line@430223/urban>0.01:tekun,dibao"}},
		{"tekun with income, by another choice on record", july, "Tianyuan urban within; a 1950-01-01 support=none own=within wages=100; b counted=no",
			map[string]string{"tekun": "undetermined", "r5": "calendar-year"}},
		{"tekun, the basic standard on record", later + " +basic", "Youxian urban within; a 1950-01-01 support=none self-care=full",
			map[string]string{"tekun": "eligible 780.00+"}},

		{"a family without income, property over for dibao alone, to 2021-06-30", october, "Youxian urban over low-income=within; a",
			map[string]string{"dibao": "ineligible", "family": "ineligible", "needs": ""}},
		{"from 2021-07-01", later, "Youxian urban over low-income=within; a wages=100; b; c",
			map[string]string{"family": "undetermined", "needs": "dibao-line@430223/urban>266.66:lowIncome", "r5": ""}},
		{"from 2021-07-01, by another choice on record", july, "Tianyuan urban over low-income=within; a wages=100",
			map[string]string{"family": "undetermined", "needs": "dibao-line@430211/urban>800.00:lowIncome", "r5": "calendar-year"}},
		{"cover without own income, the family undetermined: no amount to say", later, "Youxian urban over low-income=within; a physical-1; b wages=100",
			map[string]string{"family": "undetermined", "cover": "undetermined"}},

		// A place that publishes a base line has families, and may have no line to pay cover by.
		{"cover by a base line", july + " +base", "Tianyuan urban over low-income=within; a ill=yes; b wages=100",
			map[string]string{"family": "eligible", "cover": "eligible", "needs": "dibao-line@430211/urban>0.00:singlePerson", "r5": "calendar-year"}},
		{"cover by a base line, with own income", july + " +base", "Tianyuan urban over low-income=within; a ill=yes wages=0.01/year; b wages=100",
			map[string]string{"family": "eligible", "cover": "undetermined", "needs": "dibao-line@430211/urban>0.01:singlePerson", "r5": "calendar-year"}},
		{"the full line, with own income", july + " +base single-person-amount=full-line", "Tianyuan urban over low-income=within; a physical-1 wages=10; b wages=100",
			map[string]string{"family": "eligible", "cover": "eligible"}},
		{"the base line is what it waits for where it is a floor", july + " +base-floor", "Tianyuan urban over low-income=within; a wages=1000",
			map[string]string{"family": "undetermined", "needs": "low-income-line@430211/urban>12000.00:lowIncome"}},
	} {
		set := families.Standards(t, tt.on)
		rules, h := law.WithoutLines(set), families.Stated(t, tt.household)
		for _, explain := range []bool{false, true} {
			d := laid(t, set, &h)
			d.Findings.Explain = explain
			law.Decide(rules, d)
			got := said(d)
			for k := range got {
				if _, asked := tt.want[k]; !asked {
					delete(got, k)
				}
			}
			assert.Equal(t, tt.want, got, "%s\n%s: %s", tt.why, tt.on, tt.household)
		}
	}
}

// The steps say what is compared with what where no line is on record: nothing.
func TestStepsWithoutLines(t *testing.T) {
	for _, tt := range []struct{ on, household, want string }{
		{"2022-03-01", "Youxian urban within; a wages=100; b", "dibao-income-below-line 1200.00 < - 649 9"},
		{"2022-03-01", "Youxian urban over; a 1950-01-01 support=none wages=100", "tekun-income-below-line 1200.00 < - 43 6"},
		{"2020-10-01", "Youxian urban over low-income=within; a wages=100", "low-income-above-line 1200.00 >= - 69"},
		{"2020-10-01", "Youxian urban over low-income=within; a wages=100", "low-income-below-multiple 1200.00 < - 69"},
		{"2022-03-01", "Youxian urban over low-income=within; a physical-1 wages=10; b wages=100", "single-person-income 120.00 < - 57 8"},
	} {
		set := families.Standards(t, tt.on)
		h := families.Stated(t, tt.household)
		d := laid(t, set, &h)
		d.Findings.Explain = true
		law.Decide(law.WithoutLines(set), d)
		var got []string
		for _, s := range d.Findings.Steps {
			right := "-"
			if s.Right.Amount.Stated() {
				right = s.Right.Amount.YuanText()
			}
			document := string(s.Document)
			for _, name := range [][2]string{{"order-649", "649"}, {"minfa-2021-43", "43"}, {"minfa-2020-69", "69"}, {"minfa-2021-57", "57"}} {
				document = strings.ReplaceAll(document, name[0], name[1])
			}
			got = append(got, strings.TrimSpace(strings.Join([]string{string(s.Code), s.Left.Amount.YuanText(), s.Op, right, document, s.Clause}, " ")))
		}
		assert.Contains(t, got, tt.want, tt.household)
	}
}

// Without the multiple nothing is known of the basic standard that is not on record.
func TestWithoutMultiple(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	h := families.Stated(t, "Tianyuan urban within; a 1950-01-01 support=none self-care=full")
	for _, explain := range []bool{false, true} {
		d := laid(t, set, &h)
		d.Findings.Explain = explain
		law.Decide(law.WithoutMultiple(set), d)
		got := said(d)
		require.Equal(t, "eligible", got["tekun"])
		assert.Equal(t, "tekun-basic@430211/urban:tekun tekun-care@430211/full:tekun", got["needs"])
	}
}

// Without an age of the old the ability to work goes by the certificate alone, and the step cites the
// article.
func TestWithoutElders(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for text, want := range map[string]string{"a 1950-01-01": "ineligible", "a 1950-01-01 mental-1": "eligible 780.00+"} {
		h := families.Stated(t, "Tianyuan urban within; "+text+" support=none")
		d := laid(t, set, &h)
		d.Findings.Explain = true
		law.Decide(law.WithoutElders(set), d)
		assert.Equal(t, want, said(d)["tekun"], text)
		s := d.Findings.Steps[0]
		assert.Equal(t, []any{benefit.StepTekunAbility, standards.Tekun2016, "5"}, []any{s.Code, s.Document, s.Clause}, text)
	}
}
