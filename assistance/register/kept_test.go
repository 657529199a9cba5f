package register_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance/register"
)

// Of a member that there is not, nothing is kept.
func TestKeptOfNoMember(t *testing.T) {
	for _, r := range []register.Record{{}, {Kept: []string{"x"}}} {
		for _, i := range []int{math.MinInt, -1, 0, math.MaxInt} {
			assert.Nil(t, r.KeptOf(i))
		}
	}
}
