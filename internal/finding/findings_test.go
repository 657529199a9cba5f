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

// A position outside the household, or a fact that is none, makes nothing panic and nothing listed:
// least of all as the household's own.
func TestPositionsOutOfRange(t *testing.T) {
	var f finding.Findings
	for _, i := range []int{math.MinInt, -2, -1, 100, 101, 127, 128, math.MaxInt} {
		f.Examine(i, "nobody")
		f.Assume(benefit.SupportFact)
	}
	f.ExamineHousehold()
	f.Assume(0)
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

// R5 is named where a row of a wider place is used while the figure of 2020 nearer by is out of its days, and where another choice
// would have it on record: not in 2022, when the city states others.
func TestUsesNameWhenTheFiguresApply(t *testing.T) {
	rural, urban := standards.Rural, standards.Urban
	for _, tt := range []struct {
		why       string
		choice    standards.Choice
		day       standards.Date
		place     standards.Place
		residence standards.Residence
		document  standards.Document
		named     bool
	}{
		{"the figure of 2020 itself", standards.CalendarYear, standards.Day(2020, time.October, 1), standards.Youxian, rural, standards.WorkPoints2020, true},
		{"a county's urban line: the city states none", standards.CalendarYear, standards.Day(2020, time.October, 1), standards.Youxian, urban, standards.HunanUrban2019, false},
		{"the province's floor in its place", standards.CalendarYear, standards.Day(2021, time.March, 1), standards.Youxian, rural, standards.HunanRural2021, true},
		{"before publication", standards.FromPublication, standards.Day(2020, time.March, 1), standards.Tianyuan, urban, standards.HunanUrban2019, true},
		{"until replaced", standards.UntilReplaced, standards.Day(2021, time.March, 1), standards.Tianyuan, urban, standards.WorkPoints2020, true},
		{"the city's figure of 2022", standards.UntilReplaced, standards.Day(2022, time.March, 1), standards.Youxian, rural, standards.ZhuzhouLines2022, false},
	} {
		set, err := standards.Published().Choose(tt.choice).At(tt.day)
		require.NoError(t, err, tt.why)
		row, err := set.Line(standards.DibaoLine, tt.place, tt.residence)
		require.NoError(t, err, tt.why)
		require.Equal(t, tt.document, row.Basis.Document, tt.why)
		var f finding.Findings
		f.Use(set, &row.Standard, tt.place)
		assert.Equal(t, tt.named, f.Readings.Of(standards.Effective2020Reading) != 0, tt.why)
		assert.Equal(t, row.Bound == standards.AtLeast, f.Readings.Of(standards.FloorAsLineReading) != 0, tt.why)
	}
}
