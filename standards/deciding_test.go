package standards_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// spans prints rows as dates, place, kind of hukou and value.
func spans(rows []standards.Standard, k standards.Key) []string {
	var all []string
	for _, row := range rows {
		if row.Key == k {
			text := row.From.String() + " to " + row.Until.String() + " " + row.Place.String() + " " + row.Residence.String() + " " + value(row)
			if !row.Carried.IsZero() {
				text += " as on " + row.Carried.String()
			}
			all = append(all, text)
		}
	}
	return all
}

// "carry (drafts): the city's figures of that day go on unless a row restates them" (section 5): a restated figure is not in force beside
// the row that restates it, for the kind of hukou that is restated.
func TestDecidingLeavesOutWhatIsReplaced(t *testing.T) {
	line := standards.Key(standards.DibaoLine)
	o := draft(money(line, standards.CityFive, standards.Urban, 650_00, standards.PerMonth), money(line, standards.CountyFive, 0, 400_00, standards.PerMonth))
	for i := range o.Rows {
		o.Rows[i].From = standards.Day(2021, time.January, 1)
	}
	o.Carry = standards.Day(2020, time.December, 31)
	tables, err := standards.Published().With(o)
	require.NoError(t, err)
	set := setOf(t, tables, "2021-02-01")
	assert.True(t, slices.IsSortedFunc(set.Deciding(), compare))
	assert.Equal(t, []string{
		"2021-01-01 to  city-five urban 650.00 a month exactly",
		"2020-01-01 to 2021-01-01 city-five rural 600.00 a month exactly as on 2020-12-31",
		"2021-01-01 to  county-five  400.00 a month exactly",
		"2020-11-01 to 2022-01-01 430000 urban 550.00 a month at-least", "2021-01-01 to 2022-01-01 430000 rural 4300.00 a year at-least",
	}, spans(set.Deciding(), line))
	assert.Len(t, set.Rows(), len(set.Deciding())+1, "the county floor is replaced; the line of the city is for rural people only")

	var zero standards.Set
	assert.Empty(t, zero.Deciding())
}

// Nothing published replaces anything, on any day on which other rows are in force than on the day before.
func TestPublishedRowsAllDecide(t *testing.T) {
	for _, day := range []string{"2020-01-01", "2020-06-03", "2020-08-25", "2020-09-01", "2020-11-01", "2021-01-01", "2021-07-01", "2022-01-01"} {
		on := onDay(t, day)
		assert.Equal(t, on.Rows(), on.Deciding(), day)
	}
}

// What is in force before the span begins and ends before it decides on no day; a figure that is carried has no end on record.
func TestDecidingWithinTheSpan(t *testing.T) {
	early := money(standards.Key(standards.TekunBasic), standards.Youxian, standards.Urban, 700_00, standards.PerMonth)
	early.From, early.Until = standards.Day(2019, time.January, 1), standards.Day(2020, time.January, 1)
	late := early
	late.From, late.Until = standards.Day(2022, time.October, 20), standards.Date{}
	last := early
	last.Place, last.From, last.Until = standards.Chaling, standards.Day(2022, time.October, 19), standards.Day(2022, time.October, 20)
	o := draft(early, late, last)
	o.Carry = standards.Day(2020, time.December, 31)
	tables, err := standards.Published().With(o)
	require.NoError(t, err)
	rows := tables.Deciding()
	assert.Equal(t, []string{"2022-10-19 to 2022-10-20 430224 urban 700.00 a month exactly"}, spans(rows, standards.Key(standards.TekunBasic)))
	assert.Equal(t, []string{"2020-01-01 to 2021-01-01 430200 urban 400.00 a month at-least", "2021-01-01 to  430200 urban 400.00 a month at-least as on 2020-12-31",
		"2020-01-01 to 2021-01-01 430200 rural 223.00 a month at-least", "2021-01-01 to  430200 rural 223.00 a month at-least as on 2020-12-31"},
		spans(rows, standards.Key(standards.AverageAssistance)))
	assert.Equal(t, []string{"2020-01-01 to 2021-01-01 city-five  100.00 a month exactly", "2021-01-01 to 2022-01-01 city-five  100.00 a month exactly as on 2020-12-31",
		"2022-01-01 to 2023-01-01 city-five  100.00 a month exactly"}, spans(rows, standards.Key(standards.DisabilityLiving))[:3])
}

// Rows of every date stand for the days on which they decide.
func TestDecidingOfAllDates(t *testing.T) {
	line := standards.Key(standards.DibaoLine)
	later := []string{"2022-01-01 to  city-five  650.00 a month exactly", "2022-01-01 to  county-five urban 600.00 a month exactly",
		"2022-01-01 to  county-five rural 4600.00 a year at-least"}
	province := []string{"2020-01-01 to 2020-11-01 430000 urban 500.00 a month at-least", "2020-11-01 to 2022-01-01 430000 urban 550.00 a month at-least",
		"2020-01-01 to 2021-01-01 430000 rural 4000.00 a year at-least", "2021-01-01 to 2022-01-01 430000 rural 4300.00 a year at-least"}
	for _, c := range []struct {
		why   string
		laid  func(*standards.Overlay)
		under standards.Choice
		want  []string
	}{
		{"as published", func(*standards.Overlay) {}, 0, []string{
			"2020-01-01 to 2021-01-01 city-five  600.00 a month exactly", later[0], later[1],
			"2020-01-01 to 2021-01-01 county-five rural 4320.00 a year at-least", later[2]}},
		{"replaced for a time", func(o *standards.Overlay) {
			row := money(line, standards.CityFive, 0, 650_00, standards.PerMonth)
			row.From, row.Until = date(t, "2020-10-01"), date(t, "2020-11-01")
			o.Rows = append(o.Rows, row)
		}, 0, []string{"2020-01-01 to 2020-10-01 city-five  600.00 a month exactly", "2020-10-01 to 2020-11-01 city-five  650.00 a month exactly",
			"2020-11-01 to 2021-01-01 city-five  600.00 a month exactly", later[0], later[1], "2020-01-01 to 2021-01-01 county-five rural 4320.00 a year at-least", later[2]}},
		{"carried", func(o *standards.Overlay) { o.Carry = date(t, "2020-12-31") }, 0, []string{
			"2020-01-01 to 2021-01-01 city-five  600.00 a month exactly", "2021-01-01 to 2022-01-01 city-five  600.00 a month exactly as on 2020-12-31",
			later[0], later[1], "2020-01-01 to 2021-01-01 county-five rural 4320.00 a year at-least",
			"2021-01-01 to 2022-01-01 county-five rural 4320.00 a year at-least as on 2020-12-31", later[2]}},
		{"from publication", func(*standards.Overlay) {}, standards.FromPublication, []string{
			"2020-09-01 to 2021-01-01 city-five  600.00 a month exactly", later[0], later[1],
			"2020-09-01 to 2021-01-01 county-five rural 4320.00 a year at-least", later[2]}},
		{"until replaced", func(*standards.Overlay) {}, standards.UntilReplaced, []string{
			"2020-01-01 to 2022-01-01 city-five  600.00 a month exactly", later[0], later[1],
			"2020-01-01 to 2022-01-01 county-five rural 4320.00 a year at-least", later[2]}},
		{"beyond the span", func(o *standards.Overlay) {
			row := money(line, standards.Youxian, standards.Urban, 500_00, standards.PerMonth)
			row.From, row.Until = date(t, "2019-07-01"), date(t, "2023-07-01")
			o.Rows = append(o.Rows, row)
		}, 0, []string{"2019-07-01 to 2023-07-01 430223 urban 500.00 a month exactly",
			"2020-01-01 to 2021-01-01 city-five  600.00 a month exactly", later[0], later[1],
			"2020-01-01 to 2021-01-01 county-five rural 4320.00 a year at-least", later[2]}},
	} {
		o := draft()
		c.laid(&o)
		tables, err := standards.Published().Choose(c.under).With(o)
		require.NoError(t, err)
		assert.Equal(t, append(c.want, province...), spans(tables.Deciding(), line), c.why)
	}
	assert.Equal(t, []string{"2020-01-01 to 2020-06-03 china  16 exactly", "2020-06-03 to 2020-08-25 china  18 exactly", "2020-08-25 to 2021-07-01 china  18 exactly",
		"2021-07-01 to  china  16 exactly"}, spans(standards.Published().Choose(standards.MinorUnder16).Deciding(), standards.Key(standards.TekunMinorAge)), "one choice of R14")
}

// Whatever is in force on a day is what Deciding has for that day.
func TestDecidingHoldsOnEveryDay(t *testing.T) {
	o := draft(with(func(s *standards.Standard) { s.Residence = 0 }))
	o.Carry = standards.Day(2020, time.December, 31)
	tables, err := standards.Published().Choose(standards.FromPublication, standards.ListAs2021).With(o)
	require.NoError(t, err)
	rows := tables.Deciding()
	first, last := standards.Span()
	for _, d := range days(first, last) {
		n := 0
		for _, row := range rows {
			if row.InForce(d) {
				n++
			}
		}
		assert.Equal(t, len(setOf(t, tables, d.String()).Deciding()), n, d)
	}
}

// A change for one kind of hukou is told for that kind alone, and a row split by kind is none.
func TestDiffByKindOfHukou(t *testing.T) {
	line := standards.Key(standards.DibaoLine)
	urban, err := standards.Published().With(draft(money(line, standards.CityFive, standards.Urban, 650_00, standards.PerMonth)))
	require.NoError(t, err)
	changes := standards.Diff(onDay(t, "2020-10-01"), setOf(t, urban, "2020-10-01"))
	require.Len(t, changes, 1)
	assert.Equal(t, "600.00 a month exactly, 650.00 a month exactly", value(changes[0].Before)+", "+value(changes[0].After))
	assert.Equal(t, []standards.Residence{standards.Urban, standards.Urban}, []standards.Residence{changes[0].Before.Residence, changes[0].After.Residence})

	split, err := standards.Published().With(draft(money(line, standards.CityFive, standards.Urban, 600_00, standards.PerMonth),
		money(line, standards.CityFive, standards.Rural, 600_00, standards.PerMonth)))
	require.NoError(t, err)
	assert.Empty(t, standards.Diff(onDay(t, "2020-10-01"), setOf(t, split, "2020-10-01")))
}
