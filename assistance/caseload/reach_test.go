package caseload_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Reach counts each household once for each benefit, where Totals count the people: alike where people
// live alone, never more, and as the decisions say.
func TestReach(t *testing.T) {
	set, made := families.Standards(t, "2020-12-31"), families.New(18)
	var totals caseload.Totals
	var reach caseload.Reach
	var due, open caseload.Tally
	for i := range 2000 {
		h := made.Household("h" + strconv.Itoa(i))
		h.Weight = i % 4
		d, err := assistance.Assess(set, h)
		if err != nil {
			continue
		}
		totals.Add(&h, &d)
		reach.Add(&h, &d)
		w, people := caseload.Weight(&h), int64(len(h.Members))
		if len(d.Needs) > 0 {
			open = caseload.Tally{Households: open.Households + w, People: open.People + w*people}
		}
		some := false
		for of, p := range d.Parts() {
			some = some || p.Verdict == benefit.Eligible && of.Part != benefit.LowIncome
		}
		if some {
			due = caseload.Tally{Households: due.Households + w, People: due.People + w*people}
		}
	}
	all, cell := reach.All(), totals.All()
	assert.Equal(t, due, all.Due)
	assert.Equal(t, open, all.Open)
	assert.Equal(t, cell.Category[benefit.CategoryDibao].Households, all.Benefit[benefit.Dibao])
	for _, n := range benefit.Paying.List() {
		require.Positive(t, all.Benefit[n], n.String())
		assert.LessOrEqual(t, all.Benefit[n], cell.Benefit[n].Recipients)
	}
	city, county := reach.Of(standards.CityFive, 0), reach.Of(standards.CountyFive, 0)
	assert.Equal(t, all.Due, caseload.Tally{Households: city.Due.Households + county.Due.Households, People: city.Due.People + county.Due.People})
	var byKind int64
	for _, kind := range standards.Residences() {
		byKind += reach.Of(standards.Zhuzhou, kind).Due.Households
	}
	assert.Less(t, byKind, all.Due.Households, "some are of both kinds, or of none stated")
	reach.Add(&assistance.Household{}, &assistance.Decision{})
	assert.Equal(t, all, reach.All(), "of no place")
}
