package assistance_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
)

// A Decision that is used again holds what a new one would, and nothing of the household before; of one that cannot be used it
// holds nothing.
func TestDecisionUsedAgain(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	poor := families.Stated(t, "Youxian rural within; a 1980-01-01 wages=100; b 2010-01-01 physical-1")
	rich := families.Stated(t, "Tianyuan urban over; a 1980-01-01 wages=9000; b 2010-01-01")
	bad := families.Stated(t, "Tianyuan urban over; a 1980-01-01")
	bad.Weight = -1
	var d assistance.Decision
	require.NoError(t, d.Explain(set, &poor))
	want, err := assistance.Explain(set, poor)
	require.NoError(t, err)
	assert.Equal(t, want, d)
	assert.NotEmpty(t, d.Steps)

	require.NoError(t, d.Assess(set, &rich))
	fresh, err := assistance.Assess(set, rich)
	require.NoError(t, err)
	for _, list := range []int{len(d.Steps), len(d.Needs), len(d.Carried)} {
		assert.Zero(t, list)
	}
	assert.Equal(t, fresh.Members, d.Members)
	d.Steps, d.Needs, d.Carried, d.Assumed = nil, nil, nil, append(fresh.Assumed[:0:0], d.Assumed...)
	assert.Equal(t, fresh, d)

	for _, decide := range []func(*standards.Set, *assistance.Household) error{d.Assess, d.Explain} {
		require.NoError(t, d.Assess(set, &poor))
		assert.Equal(t, []string{"weight:number-range"}, codesOf(t, decide(set, &bad)))
		assert.Zero(t, d.ID+d.DataVersion)
		assert.Zero(t, len(d.Members)+len(d.Needs)+len(d.Assumed)+len(d.Steps)+d.Format)
		assert.Zero(t, d.Total)
		assert.Equal(t, []string{"household:required"}, codesOf(t, decide(set, nil)))
		assert.Equal(t, []string{"standards:required"}, codesOf(t, decide(nil, &poor)))
	}
	// Without a Decision to decide into the household is checked all the same.
	var none *assistance.Decision
	assert.NoError(t, none.Assess(set, &poor))
	assert.Equal(t, []string{"weight:number-range"}, codesOf(t, none.Assess(set, &bad)))
	assert.NoError(t, none.Explain(set, &poor))
	assert.Equal(t, []string{"weight:number-range"}, codesOf(t, none.Explain(set, &bad)))
}
