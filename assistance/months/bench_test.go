package months_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// benchHistory is a household whose facts change twice in the year.
func benchHistory() months.History {
	h := onDibao(version("2020-01-01", "2019-12-20", disabledFamily(500_00)), version("2020-05-10", "2020-05-12", disabledFamily(800_00)),
		version("2020-10-01", "2020-10-02", disabledFamily(650_00)))
	for _, n := range []benefit.Name{benefit.Living, benefit.Nursing} {
		h.Grants = append(h.Grants, months.Grant{Part: n, Member: "child", Applied: date("2019-12-02"), Approved: date("2019-12-20")})
	}
	return h
}

// BenchmarkSingleDecision is what a year is measured by: it costs about twelve of these.
func BenchmarkSingleDecision(b *testing.B) {
	set, err := standards.At(date("2020-10-01"))
	require.NoError(b, err)
	h := disabledFamily(650_00)
	h.ID, h.OnDibao = "h-1", standards.Yes
	b.ReportAllocs()
	for b.Loop() {
		if _, err := assistance.Assess(set, h); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkYear(b *testing.B) {
	c, h := months.NewCalendar(nil), benchHistory()
	from, to, known := month("2020-01"), month("2020-12"), date("2020-12-31")
	_, err := c.Decide(h, from, to, known)
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Decide(h, from, to, known); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkArrearsOfAYear(b *testing.B) {
	c, h := months.NewCalendar(nil), benchHistory()
	paid := regular("2020-09", "2020-12", "700.00")
	known := date("2020-12-31")
	_, err := c.Arrears(h, paid, months.Month{}, months.Month{}, known)
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Arrears(h, paid, months.Month{}, months.Month{}, known); err != nil {
			b.Fatal(err)
		}
	}
}

// A year of one household takes no more memory than eight single decisions, although its facts change
// twice and the standards three times. The benchmarks measure the time.
func TestYearTakesTheMemoryOfEightDecisions(t *testing.T) {
	c, h := months.NewCalendar(nil), benchHistory()
	set, err := standards.At(date("2020-10-01"))
	require.NoError(t, err)
	one := testing.AllocsPerRun(20, func() {
		_, _ = assistance.Assess(set, h.Versions[2].Household)
	})
	year := testing.AllocsPerRun(20, func() {
		_, _ = c.Decide(h, month("2020-01"), month("2020-12"), date("2020-12-31"))
	})
	assert.LessOrEqual(t, year, 8*one)
}

// BenchmarkYearInDecisions measures a year by single decisions made in turn with it, so that a busy machine stretches both.
func BenchmarkYearInDecisions(b *testing.B) {
	c, h := months.NewCalendar(nil), benchHistory()
	set, err := standards.At(date("2020-10-01"))
	require.NoError(b, err)
	household := h.Versions[2].Household
	household.ID, household.OnDibao = h.ID, standards.Yes
	from, to, known := month("2020-01"), month("2020-12"), date("2020-12-31")
	var year, sixteen []time.Duration
	for b.Loop() {
		begun := time.Now()
		_, err := c.Decide(h, from, to, known)
		decided := time.Now()
		for range 16 {
			_, _ = assistance.Assess(set, household)
		}
		if err != nil {
			b.Fatal(err)
		}
		year, sixteen = append(year, decided.Sub(begun)), append(sixteen, time.Since(decided))
	}
	slices.Sort(year)
	slices.Sort(sixteen)
	b.ReportMetric(16*float64(year[len(year)/2])/float64(sixteen[len(sixteen)/2]), "decisions/year")
}
