package finding_test

import (
	"math"
	"strconv"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A position outside the household, or a fact that is none, makes nothing panic and nothing listed: least of all as the household's
// own, which has a slot beside the members'.
func TestPositionsOutOfRange(t *testing.T) {
	var f finding.Findings
	for _, i := range []int{math.MinInt, -2, -1, 100, 101, 127, 128, math.MaxInt} {
		f.Examine(i, "nobody")
		f.Assume(benefit.SupportFact)
	}
	f.ExamineHousehold()
	f.Assume(benefit.FactCount)
	f.Assume(math.MaxUint8)
	assert.Empty(t, f.Assumed(strconv.Itoa))

	for _, i := range []int{0, 63, 64, 99} {
		f.Examine(i, strconv.Itoa(i))
		f.Assume(benefit.SupportFact)
	}
	f.ExamineHousehold()
	f.Assume(benefit.OnDibaoFact)
	assert.Equal(t, []benefit.Assumption{{Fact: benefit.OnDibaoFact, As: "no"}, {Fact: benefit.SupportFact, As: "capable", Members: []string{"0", "63", "64", "99"}}}, f.Assumed(strconv.Itoa))
}

func TestPlannedUntilPublication(t *testing.T) {
	published := standards.WorkPoints2020.Info().Issued
	for day, planned := range map[standards.Date]bool{published.Previous(): true, published: false} {
		set, err := standards.At(day)
		require.NoError(t, err)
		row, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
		require.NoError(t, err)
		assert.Equal(t, planned, finding.Using(benefit.Step{}, set, &row.Standard).Planned)
		assert.False(t, finding.Using(benefit.Step{}, set, nil).Planned)
	}
	set, err := standards.Published().Choose(standards.FloorExact).At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	row, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	assert.Equal(t, standards.FloorExact, finding.Using(benefit.Step{}, set, &row.Standard).Choice)
	assert.Equal(t, standards.UpToFen, finding.Using(finding.On(benefit.Step{}, set, standards.RoundingReading), set, &row.Standard).Choice)
}
