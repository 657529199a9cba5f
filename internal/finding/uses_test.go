package finding_test

import (
	"testing"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// found is the row of a key for a place on a day.
func found(t *testing.T, day standards.Date, k standards.Key, p standards.Place,
	r standards.Residence) (*standards.Set, standards.Standard) {
	t.Helper()
	set, err := standards.At(day)
	require.NoError(t, err)
	row, ok := set.Find(k, p, r, "")
	require.True(t, ok, "%s at %s", k, p)
	return set, row
}

// What using a row turns on: from when the figures of 2020 apply (R5), which places are 城市五区 where
// that is a question (R1), of what the rate of item 31 is (R3), and whether a floor is the line or the
// rate (R11).
func TestUses(t *testing.T) {
	const urban, rural = standards.Urban, standards.Rural
	line := standards.Key(standards.DibaoLine)
	average, multiple := standards.Key(standards.AverageAssistance), standards.Key(standards.TekunBasicMultiple)
	living, nursing := standards.Key(standards.DisabilityLiving), standards.Key(standards.DisabilityNursing)
	r1, r3, r5, r11 := standards.WithYunlong, standards.EachSubsidy, standards.CalendarYear, standards.FloorMayBeHigher
	october, march := standards.Day(2020, 10, 1), standards.Day(2021, 3, 1)
	type choices []standards.Choice
	for _, tt := range []struct {
		why   string
		day   standards.Date
		key   standards.Key
		place standards.Place
		kind  standards.Residence
		want  choices
	}{
		{"a line of item 9", october, line, standards.Tianyuan, urban, choices{r5}},
		{"of Yunlong, which is one of the five by R1", october, line, standards.Yunlong, urban, choices{r1, r5}},
		{"a county's floor", october, line, standards.Youxian, rural, choices{r5, r11}},
		{"of Lukou, which is none of the five by R1", october, line, standards.Lukou, rural, choices{r1, r5, r11}},
		{"a rate of item 31", october, living, standards.Tianyuan, 0, choices{r3, r5}},
		{"the other rate", october, nursing, standards.Tianyuan, 0, choices{r3, r5}},
		{"the floor of a rate, of Lukou", october, nursing, standards.Lukou, 0, choices{r1, r3, r5, r11}},
		{"an average is no line and no rate", october, average, standards.Youxian, rural, choices{r5}},
		{"the average is of the whole city", october, average, standards.Yunlong, urban, choices{r5}},
		{"the province's floor", october, line, standards.Youxian, urban, choices{r11}},
		{"the province's multiple is no line and no rate", october, multiple, standards.Tianyuan, 0, nil},
		{"the province's floor, the city's figure over", march, line, standards.Tianyuan, urban, choices{r5, r11}},
		{"the same of Yunlong", march, line, standards.Yunlong, urban, choices{r5, r11}},
		{"the notice of 2022 names the places", standards.Day(2022, 3, 1), line, standards.Yunlong, urban, nil},
	} {
		set, row := found(t, tt.day, tt.key, tt.place, tt.kind)
		var f, want finding.Findings
		f.Use(set, &row, tt.place)
		for _, c := range tt.want {
			want.Readings[c.Reading()] = c
		}
		assert.Equal(t, want.Readings, f.Readings, "%s: %s", tt.why, f.Readings)
		assert.Empty(t, f.Carried, tt.why)
		var merged finding.Findings
		merged.Merge(&f)
		merged.Merge(new(finding.Findings))
		assert.Equal(t, want.Readings, merged.Readings, tt.why)
	}
}

// A county's own figure stands whatever is read of those of 2020; the city's for all its places, laid
// over where they are out of their days, does not.
func TestUsesOfOwnFigures(t *testing.T) {
	for place, named := range map[standards.Place]bool{standards.Youxian: false, standards.Zhuzhou: true} {
		tables, err := standards.Published().With(standards.Overlay{ID: "own", Kind: standards.Supplement,
			Rows: []standards.Standard{{Key: standards.Key(standards.DibaoLine), Place: place, Residence: standards.Rural,
				Amount: yearly(9000), From: standards.Day(2021, 1, 1), Basis: standards.Basis{Clause: "1"}}}})
		require.NoError(t, err)
		set, err := tables.At(standards.Day(2021, 3, 1))
		require.NoError(t, err)
		row, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
		require.NoError(t, err)
		require.Equal(t, place, row.Place)
		var f finding.Findings
		f.Use(set, &row.Standard, standards.Youxian)
		assert.Equal(t, named, f.Readings.Of(standards.Effective2020Reading) != 0, "%s", place)
	}
}

// A figure that a draft lets go on is named once, however often it is used.
func TestUsesNameWhatIsCarried(t *testing.T) {
	tables, err := standards.Published().With(standards.Overlay{ID: "carry", Kind: standards.Draft,
		Carry: standards.Day(2020, 12, 31)})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2021, 3, 1))
	require.NoError(t, err)
	line, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	rate, ok := set.Find(standards.Key(standards.DisabilityLiving), standards.Hetang, 0, "")
	require.True(t, ok)
	var f, g finding.Findings
	f.Use(set, &line.Standard, standards.Youxian)
	f.Use(set, &line.Standard, standards.Chaling)
	g.Use(set, &rate, standards.Hetang)
	g.Use(set, &line.Standard, standards.Youxian)
	f.Merge(&g)
	assert.Equal(t, []benefit.Figure{{Key: line.Key, Place: line.Place, Residence: standards.Rural},
		{Key: rate.Key, Place: rate.Place}}, f.Carried)
}

// A missing figure names R5 where another choice would have it on record, and no reading is named
// that is no question on the day.
func TestLack(t *testing.T) {
	r5 := standards.Effective2020Reading
	line, basic := standards.Key(standards.DibaoLine), standards.Key(standards.TekunBasic)
	set, err := standards.At(standards.Day(2021, 3, 1))
	require.NoError(t, err)
	for _, tt := range []struct {
		figure benefit.Figure
		named  bool
	}{
		{benefit.Figure{Key: line, Place: standards.Tianyuan, Residence: standards.Urban}, true},
		{benefit.Figure{Key: line, Place: standards.Youxian, Residence: standards.Urban}, false},
		{benefit.Figure{Key: basic, Place: standards.Tianyuan, Residence: standards.Urban}, false},
	} {
		var f finding.Findings
		f.Lack(set, tt.figure)
		assert.Equal(t, tt.named, f.Readings.Of(r5) != 0, "%v", tt.figure)
		f = finding.Findings{Quiet: true}
		f.Lack(set, tt.figure)
		assert.Zero(t, f.Readings)
	}
	var f finding.Findings
	later, err := standards.At(standards.Day(2021, 7, 1))
	require.NoError(t, err)
	f.Turn(later, standards.AbsentOthersReading) // 57号 art. 7 has settled it
	assert.Zero(t, f.Readings)
	f.Turn(set, standards.AbsentOthersReading)
	assert.Equal(t, standards.AbsentLeftOut, f.Readings.Of(standards.AbsentOthersReading))
}

// A step says of its figure that it is planned for the year, or a floor taken as exact; a reading
// that it rests on already stays.
func TestUsing(t *testing.T) {
	line := standards.Key(standards.DibaoLine)
	published := standards.WorkPoints2020.Info().Issued
	for _, tt := range []struct {
		why  string
		day  standards.Date
		kind standards.Residence
		step benefit.Step
	}{
		{"the city's figure before it was published", published.Previous(), standards.Rural, benefit.Step{Planned: true}},
		{"on the day", published, standards.Rural, benefit.Step{}},
		{"the province's is no plan", published.Previous(), standards.Urban, benefit.Step{}},
	} {
		set, row := found(t, tt.day, line, standards.Youxian, tt.kind)
		assert.Equal(t, tt.step, finding.Using(benefit.Step{}, set, &row), tt.why)
		assert.Equal(t, tt.step.Planned, finding.Planned(set, &row), tt.why)
		assert.Equal(t, standards.AtLeast, finding.BoundOf(set, &row), tt.why)
	}
	exact, err := standards.Published().Choose(standards.FloorExact).At(published)
	require.NoError(t, err)
	row, err := exact.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	assert.Equal(t, standards.Exactly, finding.BoundOf(exact, &row.Standard))
	floor := benefit.Step{Reading: standards.FloorAsLineReading, Choice: standards.FloorExact}
	assert.Equal(t, floor, finding.Using(benefit.Step{}, exact, &row.Standard))
	rounding := benefit.Step{Reading: standards.RoundingReading, Choice: standards.UpToFen}
	assert.Equal(t, rounding, finding.On(benefit.Step{}, exact, standards.RoundingReading))
	assert.Equal(t, rounding, finding.Using(rounding, exact, &row.Standard))
	assert.Equal(t, rounding, finding.Using(rounding, exact, nil))
	city, err := exact.Line(standards.DibaoLine, standards.Tianyuan, standards.Urban)
	require.NoError(t, err)
	assert.Equal(t, standards.Exactly, finding.BoundOf(exact, &city.Standard))
	assert.Equal(t, benefit.Step{}, finding.Using(benefit.Step{}, exact, &city.Standard))
}
