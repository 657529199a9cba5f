package standards_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// "a supplement: a county's own figures, never below a city floor" and "carry (drafts): the city's
// figures of that day go on unless a row restates them" (section 5): a floor that goes on is one.
func TestSupplementBelowACarriedFloor(t *testing.T) {
	own := func(fen int64, from, until string) standards.Overlay {
		row := money(standards.Key(standards.DibaoLine), standards.Youxian, standards.Rural, fen, standards.PerMonth)
		row.From = date(t, from)
		if until != "" {
			row.Until = date(t, until)
		}
		return supplement(row)
	}
	carry := func(rows ...standards.Standard) standards.Overlay {
		return standards.Overlay{ID: "carry", Kind: standards.Draft, Rows: rows, Carry: standards.Day(2020, time.December, 31)}
	}
	restated := func(fen int64, from, until string) standards.Standard {
		row := own(fen, from, until).Rows[0]
		row.Place, row.Bound = standards.CountyFive, standards.AtLeast
		return row
	}
	for _, c := range []struct {
		why string
		own standards.Overlay
		by  standards.Overlay
		ok  bool
	}{
		{"below", own(359_00, "2021-01-01", "2022-01-01"), carry(), false},
		{"at it", own(360_00, "2021-01-01", "2022-01-01"), carry(), true},
		{"without a carry", own(359_00, "2021-01-01", "2022-01-01"), standards.Overlay{ID: "other", Kind: standards.Draft}, true},
		{"where the draft lowers it", own(359_00, "2021-01-01", "2022-01-01"), carry(restated(250_00, "2021-01-01", "")), true},
		{"where the draft lowers it too late", own(359_00, "2021-01-01", "2022-01-01"), carry(restated(250_00, "2021-02-01", "")), false},
		{"where the draft lowers it not long enough", own(359_00, "2021-01-01", "2022-01-01"), carry(restated(250_00, "2021-01-01", "2021-02-01")), false},
		{"where the draft lowers it so long", own(359_00, "2021-01-01", "2021-02-01"), carry(restated(250_00, "2021-01-01", "2021-02-01")), true},
	} {
		for _, laid := range [][]standards.Overlay{{c.own, c.by}, {c.by, c.own}} {
			_, err := standards.Published().With(laid...)
			var faults standards.RowErrors
			if c.ok {
				assert.NoError(t, err, c.why)
				continue
			}
			require.ErrorAs(t, err, &faults, c.why)
			assert.Equal(t, `own: rows[0].yuan "359.00 a month": is below the floor that holds there (carry: carry 2020-12-31 dibao-line@county-five rural 4320.00 a year at-least)`,
				faults.Text(standards.English), c.why)
		}
		if !c.ok {
			tables, err := standards.Published().With(c.by)
			require.NoError(t, err)
			_, err = tables.With(c.own)
			assert.Error(t, err, "%s, laid one after the other", c.why)
		}
	}
	two := carry()
	two.ID = "two"
	_, err := standards.Published().With(carry(), two)
	assert.NoError(t, err, "two drafts may carry one day")

	// What is laid beside a carry is laid as it is.
	laid, err := standards.Published().With(carry(), own(360_00, "2021-01-01", "2022-01-01"))
	require.NoError(t, err)
	line, err := setOf(t, laid, "2021-03-01").Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	assert.Equal(t, "360.00 a month exactly own", value(line.Standard)+" "+string(line.Basis.Document))
}

// A floor that goes on is one for its own key, place and kind of hukou, and for supplements alone.
func TestWhatACarriedFloorConcerns(t *testing.T) {
	carry := func(rows ...standards.Standard) standards.Overlay {
		return standards.Overlay{ID: "carry", Kind: standards.Draft, Rows: rows, Carry: standards.Day(2020, time.December, 31)}
	}
	in2021 := func(k standards.Key, p standards.Place, r standards.Residence, fen int64) standards.Standard {
		return standards.Standard{Key: k, Place: p, Residence: r, Amount: standards.Fen(fen, standards.PerMonth),
			From: standards.Day(2021, time.January, 1), Until: standards.Day(2022, time.January, 1), Basis: standards.Basis{Clause: "1"}}
	}
	line, average := standards.Key(standards.DibaoLine), standards.Key(standards.AverageAssistance)
	urbanAverage := in2021(average, standards.Zhuzhou, standards.Urban, 200_00)
	urbanAverage.Bound = standards.AtLeast
	draftBelow := draft(in2021(line, standards.Youxian, standards.Rural, 359_00))
	for _, c := range []struct {
		why  string
		own  standards.Overlay
		by   standards.Overlay
		want []string
	}{
		{"the floor of the county's group", supplement(in2021(line, standards.Youxian, standards.Rural, 359_00)), carry(), []string{"below-floor yuan 359.00 a month"}},
		{"a figure for the group itself", supplement(in2021(line, standards.CountyFive, standards.Rural, 359_00)), carry(), []string{"below-floor yuan 359.00 a month"}},
		{"a draft may go below it", draftBelow, carry(), nil},
		{"a district has another", supplement(in2021(line, standards.Hetang, standards.Rural, 359_00)), carry(), nil},
		{"another figure of the county", supplement(in2021(standards.Key(standards.TekunBasic), standards.Youxian, standards.Rural, 300_00)), carry(), nil},
		{"the other kind of hukou", supplement(in2021(average, standards.Youxian, standards.Rural, 223_00)), carry(), nil},
		{"its own kind of hukou", supplement(in2021(average, standards.Youxian, standards.Urban, 399_99)), carry(), []string{"below-floor yuan 399.99 a month"}},
		{"both kinds, of which it is one", supplement(in2021(average, standards.Youxian, 0, 399_99)), carry(), []string{"below-floor yuan 399.99 a month"}},
		{"both kinds, of which a draft lowers the one", supplement(in2021(average, standards.Youxian, 0, 300_00)), carry(urbanAverage), nil},
	} {
		assert.Equal(t, c.want, faultsOf(t, c.by, c.own), c.why)
		if c.want == nil { // what is laid beside a carry is laid as it is
			laid, err := standards.Published().With(c.by, c.own)
			require.NoError(t, err)
			row := c.own.Rows[0]
			got, _ := setOf(t, laid, "2021-03-01").Find(row.Key, row.Place, row.Residence, row.Of)
			assert.Equal(t, row.Amount, got.Amount, c.why)
		}
	}
}

// What is carried begins where it no longer applies by itself: not on the days of the year itself,
// and never before the carry day.
func TestCarryLooksForwardOnly(t *testing.T) {
	for _, c := range []struct {
		choice     standards.Choice
		carry, day string
		carried    bool
	}{
		{standards.CalendarYear, "2020-06-30", "2020-10-01", false},
		{standards.CalendarYear, "2020-06-30", "2020-12-31", false},
		{standards.CalendarYear, "2020-06-30", "2021-01-01", true},
		{standards.FromPublication, "2020-12-31", "2020-03-01", false},
		{standards.FromPublication, "2020-12-31", "2020-12-31", false},
		{standards.FromPublication, "2020-12-31", "2021-01-01", true},
		{standards.FromPublication, "2020-06-30", "2021-03-01", false}, // on the carry day none of them applied
	} {
		o := draft()
		o.Carry = date(t, c.carry)
		under := standards.Published().Choose(c.choice)
		tables, err := under.With(o)
		require.NoError(t, err)
		rows, own := setOf(t, tables, c.day).Rows(), setOf(t, under, c.day).Rows()
		marked := 0
		for _, row := range rows {
			if !row.Carried.IsZero() {
				marked++
			}
		}
		assert.Equal(t, c.carried, marked > 0, "%v", c)
		assert.Len(t, rows, len(own)+marked, "%v", c)
	}
}
