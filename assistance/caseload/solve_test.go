package caseload_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// spent is what the households come to under the standards of set, decided one by one.
func spent(t testing.TB, set *standards.Set, households []assistance.Household, of benefit.Names) int64 {
	sum := int64(0)
	for i := range households {
		d := decided(t, set, households[i])
		var totals caseload.Totals
		totals.Add(&households[i], &d)
		all := totals.All()
		for n := benefit.Tekun; n <= benefit.Nursing; n++ {
			if of == 0 || of.Has(n) {
				sum += all.Benefit[n].Fen
			}
		}
	}
	return sum
}

// figures are those that searches are for.
func figures(g *assistancetest.Generator) (standards.Standard, standards.Period) {
	places := []standards.Place{standards.CityFive, standards.CountyFive, standards.Zhuzhou, standards.Hetang, standards.Youxian}
	row := standards.Standard{Place: places[g.Intn(len(places))], Bound: standards.Exactly}
	if g.Intn(6) == 0 {
		row.Bound = standards.AtLeast
	}
	switch g.Intn(8) {
	case 0:
		row.Key = standards.Key(standards.DisabilityLiving)
	case 1:
		row.Key = standards.Key(standards.DisabilityNursing)
	case 2:
		row.Key, row.Residence = standards.Key(standards.TekunBasic), standards.Residence(g.Intn(3))
	default:
		row.Key, row.Residence = standards.Key(standards.DibaoLine), standards.Residence(g.Intn(3))
		return row, []standards.Period{standards.PerMonth, standards.PerMonth, standards.PerYear}[g.Intn(3)]
	}
	return row, standards.PerMonth
}

// Under every amount of a search as much is spent as by deciding household by household.
func TestSolveAgreesWithAssess(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	g := assistancetest.NewGenerator(11)
	searched, refused := 0, 0
	for round := range rounds {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		var list []assistance.Household
		for range 25 {
			h := g.Household(set)
			if g.Intn(4) > 0 {
				h = plain(g, h)
			}
			list = append(list, h)
		}
		p, err := caseload.Pack(set, several(list...))
		require.NoError(t, err)
		row, per := figures(g)
		from, step := int64(g.Intn(70_000)), int64(1+g.Intn(3)*g.Intn(400))
		if per == standards.PerYear {
			from *= standards.MonthsPerYear
		}
		q := caseload.Search{Figure: row, From: standards.Fen(from, per), To: standards.Fen(from+step*int64(g.Intn(60)), per), Step: standards.Fen(step, per)}
		if g.Intn(4) == 0 {
			q.Of = benefit.Of(benefit.Dibao, benefit.SinglePerson)
		}
		totals, at, err := caseload.SearchTotals(p, q, 1+g.Intn(3))
		if err != nil {
			refused++ // the figure conflicts with a random file
			continue
		}
		searched++
		for i, total := range totals {
			on, err := at(i)
			require.NoError(t, err)
			if want := spent(t, on, list, q.Of); want != total {
				for _, h := range list {
					one, err := caseload.Pack(set, several(h))
					require.NoError(t, err)
					alone, _, err := caseload.SearchTotals(one, q, 1)
					require.NoError(t, err)
					if want := spent(t, on, []assistance.Household{h}, q.Of); want != alone[i] {
						t.Fatalf("round %d, %s at %d: %d instead of %d for\n%+v", round, fmt.Sprintf("%+v", q), i, alone[i], want, h)
					}
				}
				t.Fatalf("round %d: %+v at %d: %d instead of %d", round, q, i, total, want)
			}
		}
	}
	assert.Greater(t, searched, rounds/2)
	t.Log(searched, "searched,", refused, "refused")
}
