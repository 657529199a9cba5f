package law

import (
	"math/bits"

	"github.com/openminzheng/zhuzhou/standards"
)

// wide is a natural number of 128 bits. Products of amounts fit with room to spare under the limits
// of the input checks.
type wide struct{ hi, lo uint64 }

// times returns a x b. Neither is negative.
func times(a, b int64) wide {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	return wide{hi, lo}
}

func (a wide) plus(b wide) wide {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	return wide{a.hi + b.hi + carry, lo}
}

// times returns a x n. The product must fit.
func (a wide) times(n int64) wide {
	hi, lo := bits.Mul64(a.lo, uint64(n))
	return wide{hi + a.hi*uint64(n), lo}
}

func (a wide) less(b wide) bool {
	return a.hi < b.hi || a.hi == b.hi && a.lo < b.lo
}

// over returns the quotient and the remainder of a / d. The quotient must fit in 64 bits.
func (a wide) over(d uint64) (quotient, remainder uint64) {
	if a.hi == 0 {
		return a.lo / d, a.lo % d
	}
	return bits.Div64(a.hi%d, a.lo, d)
}

// sum is an exact amount in fen a month: a natural number over a small denominator. Nothing is
// divided until it is rounded.
type sum struct {
	num wide
	den int64
}

// less reports whether s is less than n fen.
func (s sum) less(n int64) bool { return s.num.less(times(n, s.den)) }

// round returns s in whole fen by a choice of R6, and whether that is another sum. Up to the yuan
// takes every sum up, whole fen too, so that it never rises with income.
func (s sum) round(choice standards.Choice) (fen int64, changed bool) {
	whole, rest := s.num.over(uint64(s.den))
	up := whole
	switch {
	case choice == standards.UpToYuan:
		if over := whole % fenPerYuan; over != 0 || rest != 0 {
			up = whole - over + fenPerYuan
		}
	case rest == 0:
	case choice != standards.HalfUpToFen || rest >= uint64(s.den)-rest:
		up++
	}
	return int64(up), up != whole || rest != 0
}

// roundedAlike reports whether every choice of R6 leaves s as it is.
func (s sum) roundedAlike() bool {
	fen, rest := s.num.over(uint64(s.den))
	return rest == 0 && fen%fenPerYuan == 0
}

const fenPerYuan = 100
