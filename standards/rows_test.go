package standards_test

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// compare is the order of the tables: key, place, residence, Of, first day, choice.
func compare(a, b standards.Standard) int {
	place := func(s standards.Standard) int { return slices.Index(everyPlace(), s.Place) }
	of := func(s standards.Standard) int { return slices.Index(ofs(s.Key.Info()), s.Of) }
	return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(place(a), place(b)), cmp.Compare(a.Residence, b.Residence),
		cmp.Compare(of(a), of(b)), a.From.Compare(b.From), cmp.Compare(a.Under, b.Under))
}

func TestRowsAreSorted(t *testing.T) {
	rows := standards.Published().All()
	assert.True(t, slices.IsSortedFunc(rows, compare))
	assert.True(t, slices.IsSortedFunc(onDay(t, "2020-10-01").Rows(), compare))
	rows[0].Of = "changed"
	assert.NotEqual(t, "changed", standards.Published().All()[0].Of, "what is returned is the caller's own")
}

// Each row is whole by itself: a value of its key's form, a place, a known word, a span, a known document.
func TestRowsAreWhole(t *testing.T) {
	for _, row := range standards.Published().All() {
		name := line(row)
		info := row.Key.Info()
		require.NotZero(t, info.Key, name)
		assert.Contains(t, everyPlace(), row.Place, name)
		assert.True(t, row.Residence == 0 || info.Residence, name)
		assert.Contains(t, ofs(info), row.Of, name)
		assert.False(t, info.OfNeeded && row.Of == "", name)
		switch {
		case info.Form == standards.Listing:
			assert.False(t, row.Amount.Stated() || row.Number.Stated() || row.Bound != 0, name)
		case info.Form&standards.Money != 0:
			assert.NoError(t, row.Amount.Check(), name)
			assert.False(t, row.Number.Stated(), name)
			assert.True(t, info.Per == 0 || info.Per == row.Amount.Per(), name)
		default:
			assert.True(t, row.Number.Stated() && !row.Amount.Stated(), name)
		}
		assert.True(t, info.Form == standards.Listing || row.Bound == standards.Exactly || row.Bound == standards.AtLeast, name)
		first, _ := standards.Span()
		assert.True(t, row.From.Valid() && !row.From.Before(first), name)
		assert.True(t, row.Until.IsZero() || row.Until.Valid() && row.From.Before(row.Until), name)
		assert.True(t, row.Carried.IsZero(), name)
		document, ok := standards.Published().Document(row.Basis.Document)
		require.True(t, ok, name)
		assert.True(t, document.From.IsZero() || !row.From.Before(document.From), "%s: before its document is in force", name)
	}
}

// One key, place, kind of hukou and word has one row on a day, under whichever choice.
func TestRowsDoNotOverlap(t *testing.T) {
	rows := standards.Published().All()
	for i, a := range rows {
		for _, b := range rows[:i] {
			overlap := a.Key == b.Key && a.Place == b.Place && a.Of == b.Of &&
				(a.Residence == 0 || b.Residence == 0 || a.Residence == b.Residence) &&
				(a.Under == 0 || b.Under == 0 || a.Under == b.Under) &&
				(a.Until.IsZero() || b.From.Before(a.Until)) && (b.Until.IsZero() || a.From.Before(b.Until))
			assert.False(t, overlap, "%s\n%s", line(a), line(b))
		}
	}
}

// What is on record on a day of 2020 stays on record to the end of the year, except what the documents begin later.
func TestNoGapInside2020(t *testing.T) {
	on := map[string]bool{}
	for _, d := range year2020() {
		set := onDay(t, d.String())
		for _, k := range standards.Keys() {
			for _, of := range ofs(k) {
				for _, p := range everyPlace() {
					for _, r := range standards.Residences() {
						cell := strings.Join([]string{k.Name, of, p.String(), r.String()}, " ")
						_, found := set.Find(k.Key, p, r, of)
						if on[cell] && !found {
							t.Fatalf("%s is no longer on record on %s", cell, d)
						}
						on[cell] = found
					}
				}
			}
		}
	}
}

// The figures of 城市五区 are exact, the province's are floors; no county floor is above the city's figure, and no rural figure above
// the urban one.
func TestCountyFloorsAndRuralFigures(t *testing.T) {
	for _, row := range standards.Published().All() {
		switch row.Place {
		case standards.CityFive:
			assert.Equal(t, standards.Exactly, row.Bound, line(row))
		case standards.Hunan:
			assert.Equal(t, standards.AtLeast, row.Bound, line(row))
		}
	}
	set := onDay(t, "2020-10-01")
	for _, k := range standards.Keys() {
		if k.Form&standards.Money == 0 {
			continue
		}
		for _, r := range standards.Residences() {
			city, okCity := set.Find(k.Key, standards.CityFive, r, "")
			county, okCounty := set.Find(k.Key, standards.CountyFive, r, "")
			assert.False(t, okCity && okCounty && county.Amount.Compare(city.Amount) > 0, k.Name)
		}
		for _, p := range everyPlace() {
			urban, okUrban := set.Find(k.Key, p, standards.Urban, "")
			rural, okRural := set.Find(k.Key, p, standards.Rural, "")
			assert.False(t, okUrban && okRural && rural.Amount.Compare(urban.Amount) > 0, "%s, %s", k.Name, p)
		}
	}
}

// line prints a row on one line: the form of testdata/rows.golden.
func line(s standards.Standard) string {
	fields := []string{s.Key.String(), s.Place.String(), s.Residence.String(), s.Of, value(s), s.From.String() + ".." + s.Until.String(), s.Under.String(),
		string(s.Basis.Document), s.Basis.Clause, s.Basis.Printed}
	return strings.Join(fields, " | ")
}

// The golden list has every row, so that a change of the law is a line in review. Its first line is DataVersion and the SHA-256 of
// the rest: rows do not change under one version.
func TestRowsGolden(t *testing.T) {
	var b strings.Builder
	for _, row := range standards.Published().All() {
		b.WriteString(line(row) + "\n")
	}
	rows := b.String()
	head := fmt.Sprintf("%s %x\n", standards.DataVersion, sha256.Sum256([]byte(rows)))

	path := filepath.Join("testdata", "rows.golden")
	kept, err := os.ReadFile(path)
	if *update && os.IsNotExist(err) {
		kept = []byte(head + rows)
		require.NoError(t, os.WriteFile(path, kept, 0o666))
	} else {
		require.NoError(t, err)
	}
	keptHead, keptRows, _ := strings.Cut(string(kept), "\n")
	keptVersion, keptSum, _ := strings.Cut(keptHead, " ")
	require.Equal(t, fmt.Sprintf("%x", sha256.Sum256([]byte(keptRows))), keptSum, "%s was edited by hand", path)

	diff := firstDifference(keptRows, rows)
	switch {
	case diff == "" && keptVersion == standards.DataVersion:
	case diff != "" && keptVersion == standards.DataVersion:
		t.Errorf("the rows changed: change DataVersion, now %s, and run go test ./standards -update (before the first release, delete %s instead)\n%s",
			keptVersion, path, diff)
	case *update:
		require.NoError(t, os.WriteFile(path, []byte(head+rows), 0o666))
	default:
		t.Errorf("DataVersion is %s, %s is of %s: run go test ./standards -update\n%s", standards.DataVersion, path, keptVersion, diff)
	}
}

func TestSpan(t *testing.T) {
	first, last := standards.Span()
	assert.Equal(t, "2020-01-01 2022-10-19", first.String()+" "+last.String())
	for _, d := range []standards.Date{first, last, standards.Day(2020, time.February, 29), standards.Day(2021, time.July, 1)} {
		set, err := standards.At(d)
		require.NoError(t, err)
		assert.Equal(t, d, set.Day())
	}
	for _, d := range []standards.Date{first.Previous(), last.Next(), {}, {2021, time.February, 29}, {2020, 0, 1}, {2020, 13, 1}, {2019, time.October, 1}, {9999, time.December, 31}} {
		set, err := standards.At(d)
		assert.Nil(t, set)
		var fault *standards.DayError
		require.ErrorAs(t, err, &fault, d)
		assert.Equal(t, standards.DayError{Day: d, First: first, Last: last}, *fault)
		for _, text := range []string{fault.Error(), fault.Text(standards.Chinese)} {
			assert.Contains(t, text, "2020-01-01")
			assert.Contains(t, text, "2022-10-19")
			assert.Contains(t, text, d.String())
		}
	}
}
