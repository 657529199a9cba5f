package families

import (
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Monthly is so many yuan a month.
func Monthly(yuan int64) standards.Amount { return standards.Fen(yuan*100, standards.PerMonth) }

// Single is a household of one, urban in Hetang, with wages a month.
func Single(id string, wages int64) assistance.Household {
	return assistance.Household{ID: id, Division: standards.Hetang, Residence: standards.Urban, Property: benefit.Within,
		Members: []assistance.Member{{
			ID: "a", Born: standards.Day(1975, 3, 2),
			Income: []assistance.Income{{Kind: standards.Wages, Amount: Monthly(wages)}}}}}
}

// Elder is someone without supporters, born on a day.
func Elder(born standards.Date, care eldercare.SelfCare, placement benefit.Placement) assistance.Household {
	h := Single("h", 0)
	m := &h.Members[0]
	m.Born, m.Support, m.Property, m.SelfCare, m.Placement = born, benefit.NoSupporters, benefit.Within, care, placement
	return h
}

// Decided is the decision of h.
func Decided(t testing.TB, set *standards.Set, h assistance.Household) assistance.Decision {
	t.Helper()
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	return d
}

// Several hands out households.
func Several(households ...assistance.Household) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		for _, h := range households {
			if !yield(h, nil) {
				return
			}
		}
	}
}

// Raised is a draft with another urban line for the city's five districts, the city's other figures
// carried on.
func Raised(t testing.TB, yuan int64) *standards.Set {
	t.Helper()
	tables, err := standards.Published().With(standards.Overlay{ID: "raised", Kind: standards.Draft, Title: "raised",
		Carry: standards.Day(2020, 12, 31),
		Rows: []standards.Standard{{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive,
			Residence: standards.Urban, Amount: Monthly(yuan),
			Bound: standards.Exactly, From: standards.Day(2021, 1, 1)}}})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2021, 1, 1))
	require.NoError(t, err)
	return set
}
