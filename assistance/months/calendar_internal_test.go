package months

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// setOn returns the standards of a day.
func setOn(t *testing.T, tables *standards.Tables, day string) *standards.Set {
	t.Helper()
	on, err := standards.ParseDate(day)
	require.NoError(t, err)
	set, err := tables.At(on)
	require.NoError(t, err)
	return set
}

// laidOver is the published tables with a file laid over them.
func laidOver(t *testing.T) *standards.Tables {
	t.Helper()
	tables, err := standards.Published().With(standards.Overlay{ID: "laid-over", Kind: standards.Draft, Rows: []standards.Standard{
		{Key: standards.Key(standards.GraceMonths), Place: standards.Hetang, Number: standards.Whole(3), From: standards.Day(2020, 1, 1)}}})
	require.NoError(t, err)
	return tables
}

// Standards are of the same choices if they are of one year, file and choice, with the same questions open.
func TestSameChoices(t *testing.T) {
	published := standards.Published()
	september := setOn(t, published, "2020-09-01")
	for _, tt := range []struct {
		name  string
		other *standards.Set
		want  bool
	}{
		{"the same day", september, true},
		{"another day of the year", setOn(t, published, "2020-12-01"), true},
		{"another year", setOn(t, published, "2021-01-01"), false},
		{"before the question of bands (R13) was open", setOn(t, published, "2020-08-24"), false},
		{"another choice", setOn(t, published.Choose(standards.FromPublication), "2020-09-01"), false},
		{"another choice", setOn(t, published.Choose(standards.MinorUnder16), "2020-09-01"), false},
		{"another tables file", setOn(t, laidOver(t), "2020-09-01"), false},
	} {
		assert.Equal(t, tt.want, sameChoices(september, tt.other), tt.name)
		assert.Equal(t, tt.want, sameChoices(tt.other, september), tt.name)
	}
}

// Standards with the same rows are of one group if they are of the same choices.
func TestGroupsOfStandards(t *testing.T) {
	published := standards.Published()
	september, december := setOn(t, published, "2020-09-01"), setOn(t, published, "2020-12-01")
	otherwise := setOn(t, published.Choose(standards.MinorUnder16), "2020-09-01")
	rows := september.Rows()
	var c Calendar
	for _, tt := range []struct {
		name string
		g    group
		want int
	}{
		{"the first", group{september, rows}, 0},
		{"the same rows on another day", group{december, rows}, 0},
		{"other rows", group{september, rows[1:]}, 1},
		{"the same rows, another choice", group{otherwise, rows}, 2},
		{"those of before", group{september, rows}, 0},
		{"those of before", group{december, rows[1:]}, 1},
		{"those of before", group{otherwise, rows}, 2},
	} {
		assert.Equal(t, tt.want, c.group(everywhere, tt.g), tt.name)
	}
}
