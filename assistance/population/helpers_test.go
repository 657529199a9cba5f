package population_test

import (
	"iter"
	"testing"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/require"
)

func onDay(t testing.TB, day string) *standards.Set {
	t.Helper()
	d, err := standards.ParseDate(day)
	require.NoError(t, err)
	set, err := standards.At(d)
	require.NoError(t, err)
	return set
}

func monthly(yuan int64) standards.Amount { return standards.Fen(yuan*100, standards.PerMonth) }

// single is a household of one, urban in Hetang, with wages a month.
func single(id string, wages int64) assistance.Household {
	return assistance.Household{ID: id, Division: standards.Hetang, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{{
		ID: "a", Born: standards.Day(1975, 3, 2), Income: []assistance.Income{{Kind: standards.Wages, Amount: monthly(wages)}}}}}
}

// elder is someone without supporters, born on a day.
func elder(born standards.Date, care eldercare.SelfCare, placement benefit.Placement) assistance.Household {
	h := single("h", 0)
	m := &h.Members[0]
	m.Born, m.Support, m.Property, m.SelfCare, m.Placement = born, benefit.NoSupporters, benefit.Within, care, placement
	return h
}

func decided(t testing.TB, set *standards.Set, h assistance.Household) assistance.Decision {
	t.Helper()
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	return d
}

func several(households ...assistance.Household) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		for _, h := range households {
			if !yield(h, nil) {
				return
			}
		}
	}
}

// raised is a draft with another urban line for the city's five districts, the city's other figures
// carried on.
func raised(t testing.TB, yuan int64) *standards.Set {
	t.Helper()
	tables, err := standards.Published().With(standards.Overlay{ID: "raised", Kind: standards.Draft, Title: "raised", Carry: standards.Day(2020, 12, 31),
		Rows: []standards.Standard{{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Residence: standards.Urban, Amount: monthly(yuan),
			Bound: standards.Exactly, From: standards.Day(2021, 1, 1)}}})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2021, 1, 1))
	require.NoError(t, err)
	return set
}
