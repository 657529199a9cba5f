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
	mixed := family(700) // of both kinds of hukou
	mixed.Members[0].Residence = standards.Rural
	p := packed(t, families.Standards(t, "2020-10-01"), families.Single("poor", 200), family(1800), mixed, family(900))
	require.Less(t, population.Steady(p), p.Len(), "some are steady, some not")
	q := searchOf(line(standards.CityFive), 590, 610, 900_00)
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
		}
		assert.Greater(t, stops, int64(p.Len()), "it is asked for each household at least")
	}
}

// A search over thirty thousand amounts decides a tekun person, whose basic standard is 1.3 times the
// line, at some dozens of them: between, it rises evenly.
func TestSolveTriesFewAmounts(t *testing.T) {
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	tekun := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1940, 1, 1), Income: []assistance.Income{}, Property: benefit.Within, Support: benefit.NoSupporters}}}
	p, err := population.Pack(set, families.Several(tekun))
	require.NoError(t, err)
	left := new(atomic.Int64)
	const most = 1000
	left.Store(most)
	found, err := p.Solve(stoppedAfter{context.Background(), left}, population.Search{Figure: line(standards.CityFive), From: standards.Fen(500_00, standards.PerMonth),
		To: standards.Fen(800_00, standards.PerMonth), Step: standards.Fen(1, standards.PerMonth), Budget: 780_13}, 1)
	require.NoError(t, err)
	require.NotEmpty(t, found.Exact)
	assert.Equal(t, standards.Fen(600_10, standards.PerMonth), found.Exact[0].From.Amount)
	spent, err := p.Spend(set, 0, 1)
	require.NoError(t, err)
	assert.EqualValues(t, 780_00, spent.Fen)
}
