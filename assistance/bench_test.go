package assistance_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The household of the benchmarks: every fact stated, so that nothing is needed or assumed.
const benchHousehold = `{"id":"h-17","division":"430211","residence":"urban","property":"within","onDibao":"no","members":[
 {"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"800.00","per":"month"},{"kind":"transfer","yuan":"1200.00","per":"year"}]},
 {"id":"mother","born":"1970-11-20","relation":"spouse","income":[{"kind":"business","yuan":"450.50","per":"month","months":7}]},
 {"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],"support":"capable","workInjuryNursing":"no","childScheme":"unattended-topped-up",
  "livingAllowance":{"yuan":"0.00","per":"month"},"nursingAllowance":{"yuan":"0.00","per":"month"},
  "disability":{"category":"intellectual","grade":1,"longTermCare":"yes"}},
 {"id":"daughter","born":"2001-07-15","relation":"student","income":[{"kind":"other","yuan":"300.00","per":"year"}]}]}`

func benchCase(b *testing.B) (*standards.Set, assistance.Household) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(b, err)
	var h assistance.Household
	require.NoError(b, json.Unmarshal([]byte(benchHousehold), &h))
	d, err := assistance.Assess(set, h)
	require.NoError(b, err)
	require.Empty(b, d.Needs)
	require.Empty(b, d.Assumed)
	want := plainDecimal(h)
	require.True(b, d.Total.Amount.Yuan().Equal(want), "%s against %s", d.Total.Amount, want)
	return set, h
}

func BenchmarkAssess(b *testing.B) {
	set, h := benchCase(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := assistance.Assess(set, h); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExplain(b *testing.B) {
	set, h := benchCase(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := assistance.Explain(set, h); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPlainDecimal is the baseline: dibao and the two subsidies alone, as one writes them with decimal.Decimal.
func BenchmarkPlainDecimal(b *testing.B) {
	_, h := benchCase(b)
	b.ReportAllocs()
	for b.Loop() {
		plainDecimal(h)
	}
}

// plainDecimal decides dibao and the two subsidies of a household in the city's five districts in the straightforward way: income a month and
// a head, compared with the line a month. No checks, no reasons, no citations, one kind of hukou, everything stated.
func plainDecimal(h assistance.Household) decimal.Decimal {
	line, rate := decimal.NewFromInt(600), decimal.NewFromInt(100)
	twelve, people := decimal.NewFromInt(12), decimal.NewFromInt(int64(len(h.Members)))
	income := decimal.Zero
	for _, m := range h.Members {
		for _, in := range m.Income {
			a := in.Amount.Yuan()
			switch {
			case in.Amount.Per() == standards.PerYear:
				a = a.Div(twelve)
			case in.Months != 0:
				a = a.Mul(decimal.NewFromInt(int64(in.Months))).Div(twelve)
			}
			income = income.Add(a)
		}
	}
	perCapita := income.Div(people)
	total := decimal.Zero
	onDibao := perCapita.LessThan(line)
	if onDibao {
		total = line.Sub(perCapita).Mul(people).Round(8).RoundCeil(2) // the quotients are not exact
	}
	for _, m := range h.Members {
		if !m.Disability.Stated() {
			continue
		}
		if onDibao {
			total = total.Add(rate)
		}
		if m.Disability.Grade <= 2 {
			total = total.Add(rate)
		}
	}
	return total
}

// A household of up to eight members costs two allocations at most when nothing is needed or assumed, and four otherwise.
func TestAllocations(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	for _, row := range []struct {
		name, household string
		most            float64
	}{
		{"nothing needed or assumed", benchHousehold, 2},
		{"facts and a figure needed, facts assumed", `{"division":"430223","residence":"urban","members":[
			{"id":"a","born":"1968-03-02","income":[{"kind":"wages","yuan":"500","per":"month"}]},{"id":"b","born":"1999-01-01","disability":{"category":"mental","grade":1}}]}`, 4},
	} {
		var h assistance.Household
		require.NoError(t, json.Unmarshal([]byte(row.household), &h))
		got := testing.AllocsPerRun(1000, func() { _, _ = assistance.Assess(set, h) })
		if raceEnabled {
			continue // the detector allocates too
		}
		assert.LessOrEqual(t, got, row.most, row.name)
	}
}
