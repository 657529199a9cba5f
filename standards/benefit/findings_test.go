package benefit

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A position outside the household, or a fact that is none, makes nothing panic and nothing listed: least of all as the household's
// own, which has a slot beside the members'.
func TestPositionsOutOfRange(t *testing.T) {
	var f Findings
	for _, i := range []int{math.MinInt, -2, -1, 100, 101, 127, 128, math.MaxInt} {
		f.Examine(i, "nobody")
		f.Assume(SupportFact)
	}
	f.ExamineHousehold()
	f.Assume(factCount)
	f.Assume(math.MaxUint8)
	assert.Empty(t, f.Assumed(strconv.Itoa))

	for _, i := range []int{0, 63, 64, 99} {
		f.Examine(i, strconv.Itoa(i))
		f.Assume(SupportFact)
	}
	f.ExamineHousehold()
	f.Assume(OnDibaoFact)
	assert.Equal(t, []Assumption{{Fact: OnDibaoFact, As: "no"}, {Fact: SupportFact, As: "capable", Members: []string{"0", "63", "64", "99"}}}, f.Assumed(strconv.Itoa))
}
