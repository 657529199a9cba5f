package assistancetest

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

var (
	first2020 = standards.Day(2020, time.January, 1)
	last2020  = standards.Day(2020, time.December, 31)
)

func TestEveryFigureOf2020IsCoveredOnce(t *testing.T) {
	assert.NoError(t, Coverage(standards.Published(), first2020, last2020))
}

func TestFiguresOf2020DoNotGoOn(t *testing.T) {
	err := Coverage(standards.Published(), first2020, standards.Day(2021, time.January, 31))
	require.Error(t, err)
	assert.Contains(t, err.Error(), "gap: dibao-line/urban, the city's five districts, 2021-01-01 to 2021-01-31")
}

func TestADraftWithoutCarryLeavesGaps(t *testing.T) {
	draft := standards.Overlay{ID: "gap", Kind: standards.Draft, Rows: []standards.Standard{
		{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Amount: standards.Fen(650_00, standards.PerMonth), Bound: standards.Exactly,
			From: standards.Day(2021, time.February, 1)},
	}}
	tables, err := standards.Published().With(draft)
	require.NoError(t, err)
	err = Coverage(tables, last2020, standards.Day(2021, time.March, 31))
	require.Error(t, err)
	assert.Contains(t, err.Error(), "gap: dibao-line/urban, the city's five districts, 2021-01-01 to 2021-01-31\n")
	assert.Contains(t, err.Error(), "disability-living, ")

	draft.Carry = last2020
	tables, err = standards.Published().With(draft)
	require.NoError(t, err)
	assert.NoError(t, Coverage(tables, last2020, standards.Day(2021, time.March, 31)))
}

// Where a draft has no bands and no least payment, the difference is paid: to state them in one place for some days leaves no gap.
func TestBandsAndTheLeastPaymentLeaveNoGap(t *testing.T) {
	least := standards.Standard{Key: standards.Key(standards.DibaoMinimum), Place: standards.China, Amount: standards.Fen(30_00, standards.PerMonth),
		From: standards.Day(2020, time.June, 1), Until: standards.Day(2020, time.July, 1)}
	band := standards.Standard{Key: standards.Key(standards.DibaoBand), Place: standards.Tianyuan, Of: "0", Amount: standards.Fen(400_00, standards.PerMonth),
		From: standards.Day(2020, time.June, 1)}
	lay := func(rows ...standards.Standard) *standards.Tables {
		tables, err := standards.Published().With(standards.Overlay{ID: "paid", Kind: standards.Draft, Rows: rows})
		require.NoError(t, err)
		return tables
	}
	assert.NoError(t, Coverage(lay(least, band), first2020, last2020))
	another := band
	another.Of = "1200"
	assert.NoError(t, Coverage(lay(band, another), first2020, last2020), "two bands are no overlap")
	assert.Len(t, overlaps([]standards.Standard{least, least}, first2020, last2020), 1)
}

func TestRowsOfEqualRankOverlap(t *testing.T) {
	row := standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Amount: standards.Fen(650_00, standards.PerMonth), Bound: standards.Exactly,
		From: first2020, Until: standards.Day(2020, time.July, 1), Basis: standards.Basis{Document: "draft"}}
	other := row
	other.From, other.Until = standards.Day(2020, time.June, 1), standards.Date{}
	found := overlaps([]standards.Standard{row, other}, first2020, last2020)
	require.Len(t, found, 1)
	assert.Equal(t, standards.Day(2020, time.June, 1), found[0].From)
	assert.Equal(t, standards.Day(2020, time.July, 1), found[0].Until)
	assert.Contains(t, found[0].Error(), "2020-06-01 to 2020-06-30")
	assert.Contains(t, found[0].Text(standards.Chinese), "重叠：dibao-line，城市五区")
	other.Basis.Document = "another"
	assert.Empty(t, overlaps([]standards.Standard{row, other}, first2020, last2020), "one file over another")
}

func TestDaysOutsideTheSpanAreNotCovered(t *testing.T) {
	err := Coverage(standards.Published(), standards.Day(2019, time.December, 31), last2020)
	var day *standards.DayError
	assert.ErrorAs(t, err, &day)
}
