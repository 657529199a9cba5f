package population_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/standards"
)

// A figure that a file states is replaced there: its value and bound, and in no other row, however
// near. The tables themselves stay as they are.
func TestLayReplacesWhatAFileStates(t *testing.T) {
	day := standards.Day(2020, 10, 1)
	rate := func(place standards.Place, of string, yuan int64) standards.Standard {
		return standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: place, Of: of, Amount: families.Monthly(yuan), Bound: standards.Exactly,
			From: standards.Day(2020, 1, 1), Until: day.Next()}
	}
	urban := func(kind standards.Residence, yuan int64) standards.Standard {
		return standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: kind, Amount: families.Monthly(yuan), Bound: standards.Exactly,
			From: standards.Day(2020, 1, 1)}
	}
	later := rate(standards.CityFive, "elderly", 70)
	later.From, later.Until = day.Next(), standards.Day(2021, 1, 1)
	minimum := rate(standards.CityFive, "", 30)
	minimum.Key = standards.Key(standards.DibaoMinimum)
	rows := []standards.Standard{
		rate(standards.CityFive, "elderly", 50),
		later,                                   // of another time
		rate(standards.CityFive, "minor", 51),   // of another class
		rate(standards.CountyFive, "minor", 52), // of another place
		minimum,                                 // of another key
		urban(standards.Urban, 510), urban(standards.Rural, 410),
	}
	tables, err := standards.Published().Choose(standards.HalfLine).With(
		standards.Overlay{ID: "a", Kind: standards.Draft, Title: "a", Rows: rows, Choices: []standards.Choice{standards.UpToYuan}},
		standards.Overlay{ID: "b", Kind: standards.Draft, Title: "b", Choices: []standards.Choice{standards.FloorExact}})
	require.NoError(t, err)
	before := tables.Overlays()
	for _, c := range []struct {
		name string
		row  standards.Standard
		at   int // of the row that is replaced, in the first file
	}{
		{name: "a sum", row: standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.CityFive, Of: "elderly", Amount: families.Monthly(60), Bound: standards.AtLeast}},
		{name: "a sum by a share", row: standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.CityFive, Of: "elderly", Number: standards.Percent(12), Bound: standards.Exactly}},
		{name: "a class", row: standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.CityFive, Of: "minor", Amount: families.Monthly(60), Bound: standards.Exactly}, at: 2},
		{name: "a place", row: standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.CountyFive, Of: "minor", Amount: families.Monthly(60), Bound: standards.Exactly}, at: 3},
		{name: "a kind of hukou", row: standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural, Amount: families.Monthly(430), Bound: standards.Exactly}, at: 6},
		{name: "the other kind", row: standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban, Amount: families.Monthly(530), Bound: standards.Exactly}, at: 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			laid, err := population.Lay(tables, c.row, day)
			require.NoError(t, err)
			want := tables.Overlays()
			r := &want[0].Rows[c.at]
			r.Amount, r.Number, r.Bound = c.row.Amount, c.row.Number, c.row.Bound
			assert.Equal(t, want, laid.Overlays())
			assert.Equal(t, tables.Choices(), laid.Choices())
			assert.Equal(t, before, tables.Overlays())
		})
	}
}

// A figure that no file states is laid as a draft of that day, whose id is free.
func TestLayLaysADraft(t *testing.T) {
	day := standards.Day(2020, 10, 1)
	row := standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Amount: families.Monthly(650), Bound: standards.Exactly,
		From: standards.Day(1999, 1, 1), Until: standards.Day(2000, 1, 1)}
	tables := standards.Published().Choose(standards.HalfLine)
	for _, id := range []string{"sought-figure", "sought-figure-", "sought-figure--"} {
		laid, err := population.Lay(tables, row, day)
		require.NoError(t, err)
		files := laid.Overlays()
		require.Len(t, files, len(tables.Overlays())+1)
		last := files[len(files)-1]
		assert.Equal(t, id, last.ID)
		assert.Equal(t, standards.Draft, last.Kind)
		assert.Equal(t, "the figure that is sought", last.Title)
		require.Len(t, last.Rows, 1)
		assert.Equal(t, day, last.Rows[0].From)
		assert.Equal(t, day.Next(), last.Rows[0].Until)
		assert.Equal(t, tables.Choices(), laid.Choices())
		set, err := laid.At(day)
		require.NoError(t, err)
		found, err := set.Line(standards.DibaoLine, standards.Tianyuan, standards.Rural)
		require.NoError(t, err)
		assert.Equal(t, families.Monthly(650), found.Amount)
		// A file of that id that says nothing of the day.
		tables, err = tables.With(standards.Overlay{ID: id, Kind: standards.Draft, Title: "t", Rows: []standards.Standard{
			{Key: row.Key, Place: standards.CityFive, Amount: row.Amount, Bound: standards.Exactly, From: standards.Day(2021, 1, len(files)), Until: standards.Day(2021, 1, len(files)+1)}}})
		require.NoError(t, err)
	}
	row.Amount = standards.Amount{}
	laid, err := population.Lay(tables, row, day)
	var rows standards.RowErrors
	assert.ErrorAs(t, err, &rows)
	assert.Nil(t, laid)
}
