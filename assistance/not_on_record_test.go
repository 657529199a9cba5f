package assistance_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// own is a supplement that states one figure of a unit from a day on.
func own(from standards.Date, k standards.Key, p standards.Place, r standards.Residence, of string) standards.Overlay {
	row := standards.Standard{Key: k, Place: p, Residence: r, Of: of, From: from}
	switch k {
	case standards.Key(standards.GraceMonths):
		row.Number = standards.Whole(6)
	case standards.Key(standards.TekunBasic):
		row.Amount = standards.Fen(900_00, standards.PerMonth)
	case standards.Key(standards.DibaoLine):
		row.Amount, row.Until = standards.Fen(560_00, standards.PerMonth), standards.Day(2022, 1, 1)
	default:
		row.Amount = standards.Fen(500_00, standards.PerMonth)
	}
	return standards.Overlay{ID: fmt.Sprintf("own-%s-%s%s", k, r, of), Kind: standards.Supplement, Rows: []standards.Standard{row}}
}

func setWith(t *testing.T, day standards.Date, overlays ...standards.Overlay) *standards.Set {
	t.Helper()
	tables, err := standards.Published().With(overlays...)
	require.NoError(t, err)
	set, err := tables.At(day)
	require.NoError(t, err)
	return set
}

// getter asks a set for a figure by its typed getter.
func getter(set *standards.Set, k standards.Key, p standards.Place, r standards.Residence, of string) error {
	var err error
	switch {
	case k.IsLine():
		_, err = set.Line(standards.LineKey(k), p, r)
	case k.IsRate():
		_, err = set.Rate(standards.RateKey(k), p, r, of)
	case k.IsAverage():
		_, err = set.Average(standards.AverageKey(k), p, r)
	default:
		_, err = set.Number(standards.NumberKey(k), p, r, of)
	}
	return err
}

// Every key that is not on record, asked for in every place: the typed error; a decision that needs exactly it; and the decision once a
// supplement gives it.
func TestNotOnRecord(t *testing.T) {
	october, january := standards.Day(2020, 10, 1), standards.Day(2021, 1, 1)
	line, basic, care, months := standards.Key(standards.DibaoLine), standards.Key(standards.TekunBasic), standards.Key(standards.TekunCare), standards.Key(standards.GraceMonths)
	rows := []struct {
		key       standards.Key
		residence standards.Residence // of the figure; zero: it does not go by kind
		of        string
		day       standards.Date
		household string          // after the place
		above     string          // how high the figure would have to be
		others    []standards.Key // what else is not on record there, and is supplied beside
		want      string          // without the figure
		then      string          // with it
	}{
		{basic, standards.Urban, "", october, "urban within; a 1950-01-01 support=none self-care=full", "", []standards.Key{care}, "", "a tekun eligible 1400.00"},
		{basic, standards.Rural, "", january, "rural within; a 1950-01-01 support=none self-care=full", "", []standards.Key{care}, "", "a tekun eligible 1400.00"},
		{care, 0, "full", october, "rural within; a 1950-01-01 support=none self-care=full", "", []standards.Key{basic}, "a tekun eligible 900.00+", "a tekun eligible 1400.00"},
		{care, 0, "partial", october, "urban within; a 1950-01-01 support=none self-care=partial", "", []standards.Key{basic}, "a tekun eligible 900.00+", "a tekun eligible 1400.00"},
		{care, 0, "none", january, "rural within; a 1950-01-01 support=none self-care=none", "", []standards.Key{basic}, "a tekun eligible 900.00+", "a tekun eligible 1400.00"},
		{months, standards.Urban, "", january, "urban within on-dibao=yes; a wages=700", "", []standards.Key{line}, "dibao undetermined", "dibao undetermined"},
		{months, standards.Rural, "", january, "rural within on-dibao=yes; a wages=700", "", []standards.Key{line}, "dibao undetermined", "dibao undetermined"},
	}
	asked := map[standards.Key]bool{}
	for _, p := range standards.Divisions() {
		for _, row := range rows {
			of := row.of
			var beside []standards.Overlay
			for _, k := range row.others {
				if k == care {
					beside = append(beside, own(row.day, k, p, 0, "full"))
				} else {
					beside = append(beside, own(row.day, k, p, 0, ""))
				}
			}
			set := setWith(t, row.day, beside...)
			err := getter(set, row.key, p, max(row.residence, standards.Urban), of)
			if err == nil {
				require.Equal(t, line, row.key, "%s in %s", row.key, p)
				continue // the city's urban line of 2020
			}
			name := fmt.Sprintf("%s %s %s in %s on %s", row.key, row.residence, of, p, row.day)
			var missing *standards.NotOnRecordError
			require.ErrorAs(t, err, &missing, name)
			assert.Equal(t, standards.NotOnRecordError{Key: row.key, Place: p, Residence: max(row.residence, standards.Urban), Of: of, On: row.day}, *missing)
			assert.NotEqual(t, missing.Text(standards.Chinese), missing.Text(standards.English))

			h := families.Stated(t, p.String()+" "+row.household)
			d, err := assistance.Assess(set, h)
			require.NoError(t, err)
			if row.want != "" { // else 1.3 times the line of the place, and the care standard
				assert.Equal(t, row.want, said(t, d, row.want), name)
			}
			figure := benefit.Figure{Key: row.key, Place: p, Residence: row.residence, Of: of}
			assert.Equal(t, []string{figure.String() + row.above}, needsIn(d), "%s: exactly the figure", name)
			assert.Equal(t, standards.AtLeast, d.Total.Bound, name)

			d, err = assistance.Assess(setWith(t, row.day, append(beside, own(row.day, row.key, p, row.residence, of))...), h)
			require.NoError(t, err)
			assert.Equal(t, row.then, said(t, d, row.then), name)
			for _, n := range d.Needs {
				assert.NotEqual(t, row.key, n.Figure.Key, name)
			}
			asked[row.key] = true
		}
	}
	// Where there is no top-up nothing is undetermined, and the eldercare subsidy is not decided of households: their keys only report the error.
	for _, gap := range source.NotOnRecord() {
		if gap.Key == 0 || asked[gap.Key] || gap.Key == line {
			continue // of the counties' own line the province's floor is on record
		}
		for _, p := range standards.Divisions() {
			for _, of := range append(gap.Key.Info().Of, "") {
				var missing *standards.NotOnRecordError
				require.ErrorAs(t, getter(setWith(t, october), gap.Key, p, standards.Urban, of), &missing, "%s in %s", gap.Key, p)
			}
		}
	}
}
