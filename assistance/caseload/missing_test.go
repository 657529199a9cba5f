package caseload_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// What is missing adds nothing, and is named where there is an error to name it; nothing panics.
func TestWhatIsMissingAddsNothing(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	h := families.Single("h", 0)
	d := families.Decided(t, set, h)
	var noTotals *caseload.Totals
	var noReach *caseload.Reach
	var noCell *caseload.Cell
	var noPaid *caseload.Paid
	var noComparison *caseload.Comparison
	noTotals.Add(&h, &d)
	noTotals.AddTimes(&h, &d, 2)
	noTotals.AddNeeds(1, 1, 1)
	noTotals.Merge(&caseload.Totals{})
	noReach.Add(&h, &d)
	noCell.AddTekun(eldercare.None, 0, 1)
	noPaid.Add(d.Dibao.Part, 1, 1)
	noComparison.AddDecided(&h, &d, &d)
	assert.Nil(t, noTotals.CellOf(&h))
	assert.Zero(t, noTotals.Of(standards.Zhuzhou, 0))
	assert.Zero(t, noTotals.All())
	assert.Zero(t, noReach.Of(standards.Zhuzhou, 0))
	assert.Zero(t, noReach.All())
	people, alone := noCell.OnDibao()
	assert.Zero(t, people+alone)
	fen, bound, err := noCell.Due()
	require.NoError(t, err)
	assert.Equal(t, standards.Exactly, bound)
	assert.Zero(t, fen)
	assert.Zero(t, caseload.Weight(nil))
	assert.Zero(t, caseload.KindOf(nil))

	var totals caseload.Totals
	var reach caseload.Reach
	var c caseload.Comparison
	totals.Add(nil, &d)
	totals.Add(&h, nil)
	totals.Merge(nil)
	reach.Add(nil, &d)
	reach.Add(&h, nil)
	c.AddDecided(nil, &d, &d)
	c.AddDecided(&h, nil, &d)
	c.AddDecided(&h, &d, nil)
	assert.Nil(t, totals.CellOf(nil))
	assert.True(t, totals == caseload.Totals{})
	assert.True(t, reach == caseload.Reach{})
	assert.Equal(t, caseload.Comparison{}, c)

	assert.EqualError(t, noComparison.Add(standards.Date{}, set, set, &h), "required field is missing at comparison")
	assert.EqualError(t, c.Add(standards.Date{}, set, set, nil), "required field is missing at household")
	assert.EqualError(t, c.Add(standards.Date{}, nil, set, &h), "required field is missing at standards")
	assert.EqualError(t, c.Add(standards.Date{}, set, nil, &h), "required field is missing at standards")
	assert.EqualError(t, c.Add(set.Day(), nil, set, &h), "required field is missing at standards")
	assert.EqualError(t, c.Add(set.Day(), set, nil, &h), "required field is missing at standards")
	assert.Equal(t, caseload.Comparison{}, c, "whoever is refused is in nothing")
	for _, sets := range [][2]*standards.Set{{nil, set}, {set, nil}} {
		_, err := caseload.Compare(sets[0], sets[1], families.Several(h))
		assert.EqualError(t, err, "required field is missing at standards")
	}
	_, err = caseload.CompareOn(set.Day(), set, set, nil)
	assert.EqualError(t, err, "required field is missing at households")
}

// A household or a decision that no set of standards is for adds nothing.
func TestWhatIsOfNoPlaceOrCategory(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	one := families.Single("h", 0)
	d := families.Decided(t, set, one)
	nowhere, elsewhere, kind := one, one, one
	nowhere.Division, elsewhere.Division, kind.Residence = 0, standards.Elsewhere, standards.Rural+1
	var totals caseload.Totals
	var reach caseload.Reach
	for _, h := range []assistance.Household{nowhere, elsewhere, kind} {
		assert.Nil(t, totals.CellOf(&h))
		totals.Add(&h, &d)
		reach.Add(&h, &d)
	}
	other := d
	other.Category = benefit.CategoryUndetermined + 1
	totals.Add(&one, &other)
	assert.True(t, totals == caseload.Totals{})
	assert.True(t, reach == caseload.Reach{})

	// The household that waits for a figure of no kind of hukou waits for no line.
	waits := assistance.Decision{Needs: []benefit.Need{
		{Figure: benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Hetang, Residence: standards.Rural + 1}, For: benefit.Of(benefit.Dibao)},
		{Figure: benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Elsewhere, Residence: standards.Rural}, For: benefit.Of(benefit.Dibao)},
		{Fact: 200}, {Figure: benefit.Figure{Key: 200}},
	}}
	totals.Add(&one, &waits)
	assert.Zero(t, totals.Lines)
	assert.Zero(t, totals.Facts)
	assert.EqualValues(t, 1, totals.Figures[standards.DibaoLine])
	assert.EqualValues(t, 1, totals.All().Households)
}
