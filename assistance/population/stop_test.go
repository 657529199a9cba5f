package population_test

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// stoppedAfter is a context that is done once it was asked so many times.
type stoppedAfter struct {
	context.Context
	left *atomic.Int64
}

func (c stoppedAfter) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// Wherever a search is stopped, it reports that and has no answer, and goes no further; once it is
// no longer stopped it has the whole one.
func TestSolveStops(t *testing.T) {
	mixed := func(h *assistance.Household) { h.Members[0].Residence = standards.Rural } // of both kinds of hukou
	p := packed(t, families.Standards(t, "2020-10-01"), families.Single("poor", 200), family(1800), changed(family(700), mixed),
		changed(couple(600_00, 597_00), mixed), family(900))
	require.Less(t, population.Steady(p), p.Len(), "some are steady, some not")
	q := searchOf(line(standards.CityFive), 595, 603, 900_00)
	q.Step = standards.Fen(100, standards.PerMonth)
	for _, workers := range []int{1, 2} {
		want, err := p.Solve(context.Background(), q, workers)
		require.NoError(t, err)
		stops := int64(0)
		for ; ; stops++ {
			left := new(atomic.Int64)
			left.Store(stops)
			got, err := p.Solve(stoppedAfter{context.Background(), left}, q, workers)
			if err == nil {
				assert.Equal(t, want, got)
				break
			}
			require.Equal(t, context.Canceled, err, "after %d", stops)
			require.Zero(t, got)
			require.GreaterOrEqual(t, left.Load(), int64(-1-workers), "it stops where it is told to, and asks why at the end")
			left.Store(stops)
			if totals, _, err := population.SearchTotalsIn(stoppedAfter{context.Background(), left}, p, q, workers); left.Load() < 0 {
				require.Equal(t, context.Canceled, err, "after %d", stops)
				require.Nil(t, totals)
			}
		}
		left := new(atomic.Int64)
		_, err = p.Solve(stoppedAfter{context.Background(), left}, q, workers)
		require.Error(t, err)
		left.Store(2 * stops)
		_, err = p.Solve(stoppedAfter{context.Background(), left}, q, workers)
		require.NoError(t, err)
		assert.Equal(t, stops, left.Load(), "each time it is asked it may stop")
		assert.Greater(t, stops, int64(p.Len()), "it is asked for each household at least")
	}
}

// A search over thirty thousand amounts decides a tekun person, whose basic standard is a multiple of
// the line, at some dozens of them: between, it rises evenly.
func TestSolveTriesFewAmounts(t *testing.T) {
	tekun := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1940, 1, 1), Income: []assistance.Income{}, Property: benefit.Within, Support: benefit.NoSupporters}}}
	for _, row := range []struct {
		multiple   standards.Fraction // zero: 1.3, as published
		budget, at int64
		spent      int64 // by the line of 600
	}{
		{standards.Fraction{}, 780_13, 600_10, 780_00},
		{standards.Fraction{Num: 5, Den: 4}, 875_00, 700_00, 750_00},
		{standards.Fraction{Num: 125, Den: 100}, 875_00, 700_00, 750_00},
	} {
		set := families.Standards(t, "2020-10-01")
		if row.multiple.Stated() {
			set = laidOn(t, standards.Published(), set.Day(), standards.Standard{Key: standards.Key(standards.TekunBasicMultiple), Place: standards.Zhuzhou, Number: row.multiple, Bound: standards.Exactly})
		}
		p := packed(t, set, tekun)
		left := new(atomic.Int64)
		const most = 1000
		left.Store(most)
		found, err := p.Solve(stoppedAfter{context.Background(), left}, population.Search{Figure: line(standards.CityFive), From: standards.Fen(500_00, standards.PerMonth),
			To: standards.Fen(800_00, standards.PerMonth), Step: standards.Fen(1, standards.PerMonth), Budget: row.budget}, 1)
		require.NoError(t, err)
		require.NotEmpty(t, found.Exact)
		assert.Equal(t, standards.Fen(row.at, standards.PerMonth), found.Exact[0].From.Amount)
		spent, err := p.Spend(set, 0, 1)
		require.NoError(t, err)
		assert.Equal(t, row.spent, spent.Fen)
	}
}
