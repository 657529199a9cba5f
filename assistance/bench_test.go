package assistance_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
)

// The households of the benchmarks, all in the city's five districts, where the line and the rates are known exactly. Every fact is stated,
// so that nothing is needed or assumed.
const (
	onePerson = `{"id":"h-3","division":"430203","residence":"urban","property":"within","onDibao":"no","members":[
 {"id":"widow","born":"1972-09-30","relation":"applicant","income":[{"kind":"wages","yuan":"480.00","per":"month","months":10}]}]}`

	familyOfFour = `{"id":"h-17","division":"430211","residence":"urban","property":"within","onDibao":"no","members":[
 {"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"800.00","per":"month"},{"kind":"transfer","yuan":"1200.00","per":"year"}]},
 {"id":"mother","born":"1970-11-20","relation":"spouse","income":[{"kind":"business","yuan":"450.50","per":"month","months":7}]},
 {"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],"support":"capable","workInjuryNursing":"no","childScheme":"unattended-topped-up",
  "livingAllowance":{"yuan":"0.00","per":"month"},"nursingAllowance":{"yuan":"0.00","per":"month"},
  "disability":{"category":"intellectual","grade":1,"longTermCare":"yes"}},
 {"id":"daughter","born":"2001-07-15","relation":"student","income":[{"kind":"other","yuan":"300.00","per":"year"}]}]}`

	ruralFamilyOfFive = `{"id":"h-208","division":"430202","residence":"rural","property":"within","onDibao":"no",
 "income":[{"kind":"transfer","yuan":"386.40","per":"year"},{"kind":"property","yuan":"650.00","per":"year"}],"members":[
 {"id":"grandfather","born":"1949-05-06","relation":"parent","support":"capable","childScheme":"unattended-topped-up","workInjuryNursing":"no",
  "income":[{"kind":"basic-pension","yuan":"118.00","per":"month"},{"kind":"veterans-pension","yuan":"690.00","per":"month"}],
  "livingAllowance":{"yuan":"0.00","per":"month"},"nursingAllowance":{"yuan":"0.00","per":"month"},"disability":{"category":"physical","grade":2}},
 {"id":"grandmother","born":"1951-01-17","relation":"parent","support":"capable","income":[{"kind":"basic-pension","yuan":"113.00","per":"month"},{"kind":"other","yuan":"1000.00","per":"year"}]},
 {"id":"father","born":"1974-08-23","relation":"applicant","income":[{"kind":"wages","yuan":"1650.00","per":"month","months":8},{"kind":"business","yuan":"3120.00","per":"year"}]},
 {"id":"mother","born":"1977-12-01","relation":"spouse","support":"capable","childScheme":"unattended-topped-up","workInjuryNursing":"no",
  "income":[{"kind":"business","yuan":"1480.00","per":"year"}],
  "livingAllowance":{"yuan":"0.00","per":"month"},"nursingAllowance":{"yuan":"0.00","per":"month"},"disability":{"category":"mental","grade":3}},
 {"id":"daughter","born":"2006-04-11","relation":"minor-child","support":"capable","income":[{"kind":"reward","yuan":"1250.00","per":"year"}]}]}`
)

// benchHousehold is the one that others than Assess itself are measured by.
const benchHousehold = familyOfFour

func benchCase(b *testing.B, household string) (*standards.Set, assistance.Household) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(b, err)
	var h assistance.Household
	require.NoError(b, json.Unmarshal([]byte(household), &h))
	d, err := assistance.Assess(set, h)
	require.NoError(b, err)
	require.Empty(b, d.Needs)
	require.Empty(b, d.Assumed)
	return set, h
}

// BenchmarkAssess measures Assess beside its baseline, household by household: dibao and the two subsidies alone, as one writes them with
// decimal.Decimal. What the baseline finds due is checked against Assess. Beside both stands what Assess does before it comes to the law,
// which the baseline leaves out: the checks, and the digest of the household.
func BenchmarkAssess(b *testing.B) {
	for _, row := range []struct{ name, household string }{
		{"one person", onePerson}, {"family of four", familyOfFour}, {"rural family of five", ruralFamilyOfFive},
	} {
		b.Run(row.name, func(b *testing.B) {
			set, h := benchCase(b, row.household)
			plain := plainOf(h)
			requireSame(b, set, h, plain.decide())
			b.Run("Assess", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := assistance.Assess(set, h); err != nil {
						b.Fatal(err)
					}
				}
			})
			b.Run("Check", func(b *testing.B) { // the part of it that comes before the law
				b.ReportAllocs()
				for b.Loop() {
					if _, err := assistance.Check(set, h); err != nil {
						b.Fatal(err)
					}
				}
			})
			b.Run("plain decimal", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					plain.decide()
				}
			})
		})
	}
}

// BenchmarkReadHousehold measures the reading of a household from JSON, strictly and checked, in
// turn with encoding/json, which reads the same text into maps and checks nothing.
func BenchmarkReadHousehold(b *testing.B) {
	const each = 1000
	data := []byte(benchHousehold)
	var read, plain time.Duration
	for b.Loop() {
		begun := families.CPU()
		for range each {
			var h assistance.Household
			if err := h.UnmarshalJSON(data); err != nil {
				b.Fatal(err)
			}
		}
		done := families.CPU()
		for range each {
			var h map[string]any
			if err := json.Unmarshal(data, &h); err != nil {
				b.Fatal(err)
			}
		}
		read, plain = read+done-begun, plain+families.CPU()-done
	}
	b.ReportMetric(float64(read.Nanoseconds())/float64(b.N)/each, "read-ns")
	b.ReportMetric(float64(read)/float64(plain), "read/plain")
	b.ReportMetric(0, "ns/op")
}

// A household of four is read in a few pieces of memory: what is not faulty has no path made for
// it, and no list of its fields.
func TestAllocationsOfReading(t *testing.T) {
	data := []byte(benchHousehold)
	got := testing.AllocsPerRun(100, func() {
		var h assistance.Household
		_ = h.UnmarshalJSON(data)
	})
	if !raceEnabled { // the detector allocates too
		assert.LessOrEqual(t, got, 40.0)
	}
}

func BenchmarkExplain(b *testing.B) {
	set, h := benchCase(b, benchHousehold)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := assistance.Explain(set, h); err != nil {
			b.Fatal(err)
		}
	}
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
