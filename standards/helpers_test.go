package standards_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

var update = flag.Bool("update", false, "rewrite the golden files in testdata")

// onDay returns the published standards of a day written 2020-10-01.
func onDay(t testing.TB, day string) *standards.Set {
	t.Helper()
	return setOf(t, standards.Published(), day)
}

func setOf(t testing.TB, tables *standards.Tables, day string) *standards.Set {
	t.Helper()
	set, err := tables.At(date(t, day))
	require.NoError(t, err)
	return set
}

func date(t testing.TB, s string) standards.Date {
	t.Helper()
	d, err := standards.ParseDate(s)
	require.NoError(t, err)
	return d
}

// everyPlace is every place that a row can hold for, in the order of the tables.
func everyPlace() []standards.Place {
	divisions := standards.Divisions()
	return append(divisions[:], standards.CityFive, standards.CountyFive, standards.Zhuzhou, standards.Hunan, standards.China)
}

// ofs are the words that a key's rows may name, and none.
func ofs(k standards.KeyInfo) []string { return append([]string{""}, k.Of...) }

// value prints what a row states: 600.00 a month exactly, 3/2 exactly, or listed.
func value(row standards.Standard) string {
	switch {
	case row.Amount.Stated():
		return row.Amount.String() + " " + row.Bound.String()
	case row.Number.Stated():
		return row.Number.String() + " " + row.Bound.String()
	}
	return "listed"
}

// days are all days from the first to the last.
func days(first, last standards.Date) []standards.Date {
	var all []standards.Date
	for d := first; !last.Before(d); d = d.Next() {
		all = append(all, d)
	}
	return all
}

func year2020() []standards.Date {
	return days(standards.Day(2020, time.January, 1), standards.Day(2020, time.December, 31))
}

// golden compares got with a file in testdata, or rewrites it under -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	if diff := firstDifference(string(want), got); diff != "" {
		t.Errorf("%s differs; if that is meant, run go test ./standards -update\n%s", path, diff)
	}
}

// firstDifference shows the first lines in which two texts differ.
func firstDifference(want, got string) string {
	if want == got {
		return ""
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; ; i++ {
		switch {
		case i >= len(w):
			return "more than there was: " + g[i]
		case i >= len(g):
			return "no longer there: " + w[i]
		case w[i] != g[i]:
			return "was: " + w[i] + "\nis:  " + g[i]
		}
	}
}

// notIncome are the kinds of income that list k leaves out for kind of hukou r.
func notIncome(set *standards.Set, k standards.ListKey, r standards.Residence) standards.IncomeKinds {
	var kinds standards.IncomeKinds
	for kind := standards.Wages; kind <= standards.Relief; kind++ {
		if _, ok := set.Listed(k, standards.China, r, kind.String()); ok {
			kinds = kinds.With(kind)
		}
	}
	return kinds
}
