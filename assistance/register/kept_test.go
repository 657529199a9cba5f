package register_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
)

// Of a member that there is not, nothing is kept.
func TestKeptOfNoMember(t *testing.T) {
	assert.Nil(t, (*register.Record)(nil).KeptOf(0))
	for _, r := range []register.Record{{}, {Kept: []string{"x"}}} {
		for _, i := range []int{math.MinInt, -1, 0, math.MaxInt} {
			assert.Nil(t, r.KeptOf(i))
		}
	}
}

// A register of households has no members of which cells could be kept: nothing is dropped.
func TestKeptOfARowAHousehold(t *testing.T) {
	const text = "户主姓名,县市区,家庭人口数,低保金额,备注,账号\n张三,攸县,1,5,b,1\n李四,攸县,1,5,,2\n"
	var kept [][]string
	for record, err := range register.Open(strings.NewReader(text), register.Options{}).Records() {
		require.NoError(t, err)
		kept = append(kept, record.Kept)
		assert.Zero(t, record.KeptElse)
		assert.Zero(t, record.KeptElseOf)
		assert.Nil(t, record.KeptOf(0))
	}
	assert.Equal(t, [][]string{{"b", "1"}, {"", "2"}}, kept)
}
