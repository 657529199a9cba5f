// Package saturating adds sums of money that stop at the largest number.
//
// Packages that add up a caseload call it: a draft may set any amount, so a sum of fen may not fit.
// A sum that does not fit is math.MaxInt64, whatever the order in which it is added up, and the
// caller reports it.
package saturating

import (
	"math"
	"math/bits"
)

// Add returns sum + times x fen, none of them below zero, and math.MaxInt64 where that is as much
// or more. What is added is never negative, so a sum that is too large once stays so.
func Add(sum, fen, times int64) int64 {
	hi, lo := bits.Mul64(uint64(fen), uint64(times))
	lo, carry := bits.Add64(lo, uint64(sum), 0)
	if hi|carry != 0 || lo > math.MaxInt64 {
		return math.MaxInt64
	}
	return int64(lo)
}
