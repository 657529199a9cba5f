package standards_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// rowOf is a row of Youxian for a class, 100 yuan a month.
func rowOf(k standards.RateKey, of string) standards.Standard {
	row := money(standards.Key(k), standards.Youxian, 0, 100_00, standards.PerMonth)
	row.Of = of
	return row
}

// A top-up names a class, and perhaps an age or a grade of its own; nothing else is laid.
func TestTopUpClass(t *testing.T) {
	for _, tt := range []struct {
		of, class string
		own       int
		ok        bool
	}{
		{"elderly", "elderly", -1, true}, {"minor", "minor", -1, true}, {"severe-disability", "severe-disability", -1, true},
		{"serious-illness", "serious-illness", -1, true},
		{"elderly/1", "elderly", 1, true}, {"elderly/80", "elderly", 80, true}, {"elderly/150", "elderly", 150, true}, {"minor/6", "minor", 6, true},
		{"severe-disability/1", "severe-disability", 1, true}, {"severe-disability/4", "severe-disability", 4, true},
		{"elderly/0", "elderly", 0, false}, {"elderly/151", "elderly", 151, false}, {"elderly/080", "elderly", 80, false},
		{"elderly/18446744073709551696", "elderly", 80, false}, // 80 more than fit into 64 bits
		{"elderly/", "elderly", -1, false}, {"elderly/x", "elderly", -1, false}, {"elderly/-1", "elderly", -1, false},
		{"severe-disability/0", "severe-disability", 0, false}, {"severe-disability/5", "severe-disability", 5, false},
		{"serious-illness/1", "serious-illness", 1, false}, {"serious-illness/", "serious-illness", -1, false},
		{"", "", -1, false}, {"old", "old", -1, false}, {"old/80", "old", 80, false}, {"/80", "", 80, false}, {"elderly/80/1", "elderly", -1, false},
	} {
		row := rowOf(standards.DibaoTopUp, tt.of)
		class, own := row.TopUpClass()
		assert.Equal(t, []any{tt.class, tt.own}, []any{class, own}, tt.of)
		_, err := standards.Published().With(draft(row))
		assert.Equal(t, tt.ok, err == nil, "%q: %v", tt.of, err)
	}
}

// A band names the income a head in yuan a year from which it is paid.
func TestBandFrom(t *testing.T) {
	for _, tt := range []struct {
		of  string
		fen int64
		ok  bool
	}{
		{"0", 0, true}, {"4320", 4320_00, true}, {"1200.5", 1200_50, true}, {"0.01", 1, true},
		{"", 0, false}, {"x", 0, false}, {"-1", 0, false}, {"1.001", 0, false}, {"01", 0, false},
	} {
		row := rowOf(standards.DibaoBand, tt.of)
		assert.Equal(t, tt.fen, row.BandFrom(), tt.of)
		_, err := standards.Published().With(draft(row))
		assert.Equal(t, tt.ok, err == nil, "%q: %v", tt.of, err)
	}
}

// Rows with classes of their own are listed by Classes, for the place asked for, the nearest of
// each class and kind of hukou; Find looks up the words of the tables alone.
func TestClasses(t *testing.T) {
	at := func(k standards.RateKey, p standards.Place, r standards.Residence, of string, fen int64, bound standards.Bound) standards.Standard {
		row := money(standards.Key(k), p, r, fen, standards.PerMonth)
		row.Of, row.Bound = of, bound
		return row
	}
	tables, err := standards.Published().With(draft(
		at(standards.DibaoTopUp, standards.Youxian, 0, "elderly/80", 90_00, standards.Exactly),
		at(standards.DibaoTopUp, standards.Zhuzhou, 0, "elderly/80", 60_00, standards.Exactly),
		at(standards.DibaoTopUp, standards.Zhuzhou, 0, "elderly", 50_00, standards.Exactly),
		at(standards.DibaoTopUp, standards.Zhuzhou, 0, "elderly/90", 70_00, standards.Exactly),
		at(standards.DibaoTopUp, standards.Hetang, 0, "minor", 40_00, standards.Exactly),
		at(standards.DibaoBand, standards.Zhuzhou, standards.Rural, "0", 300_00, standards.Exactly),
		at(standards.DibaoBand, standards.Zhuzhou, standards.Urban, "0", 500_00, standards.Exactly),
		at(standards.EldercareSubsidy, standards.Youxian, 0, "80", 55_00, standards.Exactly),
	))
	require.NoError(t, err)
	set := setOf(t, tables, "2020-10-01")
	list := func(k standards.RateKey, p standards.Place) (all []string) {
		for _, row := range set.Classes(k, p) {
			all = append(all, row.Place.String()+" "+row.Residence.String()+" "+row.Of+" "+row.Amount.YuanText())
		}
		return all
	}
	assert.Equal(t, []string{"430223  elderly/80 90.00", "430200  elderly 50.00", "430200  elderly/90 70.00"}, list(standards.DibaoTopUp, standards.Youxian))
	assert.Equal(t, []string{"430200  elderly/80 60.00", "430200  elderly 50.00", "430200  elderly/90 70.00", "430202  minor 40.00"},
		list(standards.DibaoTopUp, standards.Hetang))
	assert.Equal(t, []string{"430200 rural 0 300.00", "430200 urban 0 500.00"}, list(standards.DibaoBand, standards.Youxian))
	assert.Equal(t, []string{"430223  80 55.00"}, list(standards.EldercareSubsidy, standards.Youxian))
	assert.Empty(t, list(standards.EldercareSubsidy, standards.Chaling))
	assert.Empty(t, new(standards.Set).Classes(standards.DibaoTopUp, standards.Youxian))
	// A published floor gives way to a higher one of a wider place in the list, as it does everywhere.
	higher, err := standards.Published().With(draft(at(standards.DisabilityLiving, standards.Zhuzhou, 0, "", 85_00, standards.AtLeast)))
	require.NoError(t, err)
	set = setOf(t, higher, "2020-10-01")
	assert.Equal(t, []string{"430200   85.00"}, list(standards.DisabilityLiving, standards.Youxian))
	assert.Equal(t, []string{"city-five   100.00"}, list(standards.DisabilityLiving, standards.Hetang))

	set = setOf(t, tables, "2020-10-01")
	for _, of := range []string{"", "80", "90"} {
		_, found := set.Find(standards.Key(standards.EldercareSubsidy), standards.Youxian, 0, of)
		assert.False(t, found, "a subsidy from 80 on is none for %q", of)
	}
	_, found := set.Find(standards.Key(standards.DibaoTopUp), standards.Youxian, 0, "elderly")
	assert.True(t, found)
	_, found = set.Find(standards.Key(standards.DibaoTopUp), standards.Youxian, 0, "elderly/80")
	assert.False(t, found, "the ages of a county are read by Classes")
}

// Rows with classes of their own decide too, and are sorted: those first whose word is none of the
// tables', in the order of their text.
func TestClassesAreSorted(t *testing.T) {
	o := draft(rowOf(standards.DibaoTopUp, "minor"), rowOf(standards.DibaoTopUp, "elderly/90"), rowOf(standards.DibaoTopUp, "elderly"),
		rowOf(standards.DibaoTopUp, "elderly/80"), rowOf(standards.DisabilityLiving, "1"))
	o.Rows = append(o.Rows, with(func(s *standards.Standard) { s.Place = standards.Hetang }))
	tables, err := standards.Published().With(o)
	require.NoError(t, err)
	want := []string{"dibao-line 430202 ", "disability-living 430223 1", "dibao-topup 430223 elderly/80", "dibao-topup 430223 elderly/90",
		"dibao-topup 430223 elderly", "dibao-topup 430223 minor"}
	own := func(rows []standards.Standard) (all []string) {
		for _, row := range rows {
			if row.Basis.Document == "own" {
				all = append(all, row.Key.String()+" "+row.Place.String()+" "+row.Of)
			}
		}
		return all
	}
	set := setOf(t, tables, "2020-10-01")
	assert.Equal(t, want, own(tables.All()))
	assert.Equal(t, want, own(set.Rows()))
	assert.Equal(t, want, own(set.Deciding()))
	assert.Equal(t, want, own(tables.Deciding()))
}

// Of the rows of one place, that of one kind of hukou goes before that of both, and then that of a
// word before that of none, in whatever order they are written.
func TestNarrowerRowWins(t *testing.T) {
	grade := with(func(s *standards.Standard) {
		s.Key, s.Residence, s.Of, s.Amount = standards.Key(standards.DisabilityLiving), 0, "1", standards.Fen(120_00, standards.PerMonth)
	})
	anyGrade := grade
	anyGrade.Of, anyGrade.Amount = "", standards.Fen(90_00, standards.PerMonth)
	entry := func(r standards.Residence, of string, struck bool) standards.Standard {
		return standards.Standard{Key: standards.Key(standards.Grace), Place: standards.Youxian, Residence: r, Of: of, Struck: struck,
			From: standards.Day(2021, time.January, 1), Basis: standards.Basis{Clause: "1"}}
	}
	ask := func(first, second standards.Standard, day string, k standards.Key, r standards.Residence, of string) string {
		t.Helper()
		var got [3]string
		one, other := draft(first), draft(second)
		one.ID, other.ID = "one", "other"
		for i, laid := range [][]standards.Overlay{{draft(first, second)}, {draft(second, first)}, {other, one}} {
			tables, err := standards.Published().With(laid...)
			require.NoError(t, err)
			got[i] = "none"
			if row, ok := setOf(t, tables, day).Find(k, standards.Youxian, r, of); ok {
				got[i] = value(row)
			}
		}
		assert.Equal(t, [3]string{got[0], got[0], got[0]}, got, "the order in which rows are written or files laid is nothing")
		return got[0]
	}
	assert.Equal(t, "120.00 a month exactly", ask(grade, anyGrade, "2020-10-01", grade.Key, 0, "1"))
	assert.Equal(t, "90.00 a month exactly", ask(grade, anyGrade, "2020-10-01", grade.Key, 0, "2"))
	// Grace is struck out for those who find work, and rural people have it whatever raised their income: they keep it.
	struck, rural := entry(0, "work", true), entry(standards.Rural, "", false)
	assert.Equal(t, "listed", ask(struck, rural, "2021-02-01", struck.Key, standards.Rural, "work"))
	assert.Equal(t, "none", ask(struck, rural, "2021-02-01", struck.Key, standards.Urban, "work"))
	// And the other way round.
	kept, out := entry(standards.Urban, "", true), entry(0, "work", false)
	assert.Equal(t, "none", ask(kept, out, "2021-02-01", struck.Key, standards.Urban, "work"))
	assert.Equal(t, "listed", ask(kept, out, "2021-02-01", struck.Key, standards.Rural, "work"))
}
