package law

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/standards"
)

func (a wide) big() *big.Int {
	return new(big.Int).Add(new(big.Int).Lsh(new(big.Int).SetUint64(a.hi), 64), new(big.Int).SetUint64(a.lo))
}

var edges = []int64{0, 1, 2, 3, 99, 1 << 31, 1<<32 - 1, 1 << 32, 1<<62 + 7, 1<<63 - 1}

// Sums of 128 bits are those of math/big.
func TestWideIsExact(t *testing.T) {
	number := func(n int64) *big.Int { return big.NewInt(n) }
	for _, a := range edges {
		for _, b := range edges {
			product := times(a, b)
			assert.Equal(t, new(big.Int).Mul(number(a), number(b)).String(), product.big().String(), "%d x %d", a, b)
			for _, n := range edges[:6] {
				sum := product.plus(times(n, b))
				want := new(big.Int).Add(product.big(), new(big.Int).Mul(number(n), number(b)))
				assert.Equal(t, want.String(), sum.big().String(), "%d x %d + %d x %d", a, b, n, b)
				assert.Equal(t, product.big().Cmp(sum.big()) < 0, product.less(sum))
				assert.Equal(t, sum.big().Cmp(product.big()) < 0, sum.less(product))
			}
			if b > 0 {
				quotient, remainder := product.over(uint64(b))
				assert.Equal(t, []uint64{uint64(a), 0}, []uint64{quotient, remainder}, "%d x %d / %d", a, b, b)
				quotient, remainder = product.plus(wide{lo: uint64(b - 1)}).over(uint64(b))
				assert.Equal(t, []uint64{uint64(a), uint64(b - 1)}, []uint64{quotient, remainder}, "%d x %d + %d - 1", a, b, b)
			}
		}
	}
	for _, n := range []int64{0, 1, 3, 1 << 20} { // the product of one that has both halves
		a := wide{hi: 5, lo: 1<<63 + 11}
		assert.Equal(t, new(big.Int).Mul(a.big(), number(n)).String(), a.times(n).big().String())
	}
	assert.True(t, wide{hi: 1}.less(wide{hi: 2}))
	assert.False(t, wide{hi: 2}.less(wide{hi: 1, lo: 9}))
	assert.False(t, wide{hi: 1, lo: 9}.less(wide{hi: 1, lo: 9}))
}

// R6: up to the fen, half up to the fen, and up to the yuan, and whether that changes the sum.
func TestSumRounded(t *testing.T) {
	type rounded struct {
		fen     int64
		changed bool
	}
	for _, tt := range []struct {
		num, den       int64
		up, half, yuan rounded
		alike          bool // by every choice
	}{
		{0, 12, rounded{0, false}, rounded{0, false}, rounded{0, false}, true},
		{1200, 12, rounded{100, false}, rounded{100, false}, rounded{100, false}, true},
		{1212, 12, rounded{101, false}, rounded{101, false}, rounded{200, true}, false},
		{1199 * 12, 12, rounded{1199, false}, rounded{1199, false}, rounded{1200, true}, false},
		{1, 12, rounded{1, true}, rounded{0, true}, rounded{100, true}, false},
		{5, 12, rounded{1, true}, rounded{0, true}, rounded{100, true}, false},
		{6, 12, rounded{1, true}, rounded{1, true}, rounded{100, true}, false},
		{7, 12, rounded{1, true}, rounded{1, true}, rounded{100, true}, false},
		{3, 7, rounded{1, true}, rounded{0, true}, rounded{100, true}, false},
		{4, 7, rounded{1, true}, rounded{1, true}, rounded{100, true}, false},
		{1201, 12, rounded{101, true}, rounded{100, true}, rounded{200, true}, false},
	} {
		s := sum{times(tt.num, 1), tt.den}
		for choice, want := range map[standards.Choice]rounded{standards.UpToFen: tt.up, standards.HalfUpToFen: tt.half,
			standards.UpToYuan: tt.yuan} {
			fen, changed := s.round(choice)
			assert.Equal(t, want, rounded{fen, changed}, "%d / %d, %s", tt.num, tt.den, choice)
		}
		assert.Equal(t, tt.alike, s.roundedAlike(), "%d / %d", tt.num, tt.den)
	}
	assert.True(t, sum{times(11, 1), 12}.less(1))
	assert.False(t, sum{times(12, 1), 12}.less(1))
	assert.False(t, sum{times(13, 1), 12}.less(1))
}

// The lowest income that is not below a multiple of a sum.
func TestNotBelow(t *testing.T) {
	half := standards.Fraction{Num: 3, Den: 2}
	for _, tt := range []struct {
		full     int64
		multiple standards.Fraction
		want     int64
	}{
		{0, half, 0}, {1, half, 2}, {2, half, 3}, {3, half, 5}, {7200_00, half, 10800_00}, {10, standards.Whole(1), 10},
		{7, standards.Fraction{Num: 1, Den: 3}, 3}, {6, standards.Fraction{Num: 1, Den: 3}, 2},
		{1<<63 - 1, half, 1<<63 - 1}, {1<<63 - 1, standards.Fraction{Num: 1<<62 + 1, Den: 1}, 1<<63 - 1},
		{1 << 62, standards.Whole(4), 1<<63 - 1}, {1<<62 + 2, half, 3<<61 + 3}, {1<<63 - 1, standards.Fraction{Num: 1<<63 - 1, Den: 1<<63 - 1}, 1<<63 - 1},
	} {
		assert.Equal(t, tt.want, notBelow(tt.full, tt.multiple), "%d x %s", tt.full, tt.multiple)
	}
}
