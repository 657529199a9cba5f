package whatif

import (
	"math/big"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// incomeCuts finds every value at which something changes from the value before it.
func (w *walker) incomeCuts(lo, hi int64) []int64 {
	points := []int64{lo, hi}
	others, kept := w.otherIncome(), int64(0)
	for _, in := range w.q.Keeps {
		kept += in.Annual()
	}
	for _, c := range w.lineSums(others, kept, others+kept) {
		for d := int64(-1); d <= 1; d++ {
			if c+d > lo && c+d < hi {
				points = append(points, c+d)
			}
		}
	}
	slices.Sort(points)
	points = slices.Compact(points)
	var cuts []int64
	for i := 1; i < len(points); i++ {
		cuts = w.cut(points[i-1], points[i], cuts)
	}
	cuts = w.bends(cuts)
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

// bends appends every value before which a yearly sum bends while everything comes out alike. The
// values beside it were decided by cut.
func (w *walker) bends(cuts []int64) []int64 {
	for x, p := range w.seen {
		before, after := w.seen[x-1], w.seen[x+1]
		if before == nil || after == nil || before.key != p.key || after.key != p.key {
			continue
		}
		for i := range p.sums {
			if p.sums[i]-before.sums[i] != after.sums[i]-p.sums[i] {
				cuts = append(cuts, x+1)
				break
			}
		}
	}
	return cuts
}

// lineSums lists the values at which the household's income, or the member's own, is a multiple of
// a line, for each of the sums, in fen a year, that the others' income may be.
func (w *walker) lineSums(others ...int64) []int64 {
	multiples, lines := w.multiplesAndLines()
	offs := []int64{0}
	for _, other := range others {
		job, rigid := w.h.JobCosts.Annual(), w.h.RigidCosts.Annual()
		offs = append(offs, other, other-job, other-job-rigid, other-rigid)
	}
	slices.Sort(offs)
	offs = slices.Compact(offs)
	var sums []int64
	for _, line := range lines {
		for n := range int64(len(w.h.Members)) {
			for _, m := range multiples {
				for _, off := range offs {
					sum := line*(n+1)*m.Num/m.Den - off
					if w.q.Per == standards.PerMonth {
						sum /= standards.MonthsPerYear
					}
					sums = append(sums, sum)
				}
			}
		}
	}
	return sums
}

// otherIncome returns what the household and the other members have, in fen a year.
func (w *walker) otherIncome() int64 {
	total := int64(0)
	add := func(list []assistance.Income) {
		for _, in := range list {
			total += in.Annual()
		}
	}
	add(w.h.Income)
	for i, m := range w.h.Members {
		if i != w.member() {
			add(m.Income)
		}
	}
	return total
}

// multiplesAndLines returns the multiples of the low-income family, and one, and the dibao lines of
// the household's place in fen a year.
func (w *walker) multiplesAndLines() (multiples []standards.Fraction, lines []int64) {
	multiples = []standards.Fraction{standards.Whole(1)}
	for _, row := range w.sets[w.day].Rows() {
		switch row.Key {
		case standards.Key(standards.LowIncomeMultiple):
			multiples = append(multiples, row.Number)
		case standards.Key(standards.DibaoLine):
			if w.h.Division.In(row.Place) {
				lines = append(lines, row.Amount.Annual())
			}
		}
	}
	return multiples, lines
}

// cut appends to cuts every value in (a, b] at which something changes.
func (w *walker) cut(a, b int64, cuts []int64) []int64 {
	if a >= b || w.err != nil {
		return cuts
	}
	pa, pb := w.must(a), w.must(b)
	if b == a+1 {
		if pa.key != pb.key {
			return append(cuts, b)
		}
		return cuts
	}
	if points := w.split(pa, pb); len(points) > 0 {
		for _, c := range points {
			cuts = w.cut(a, c, cuts)
			a = c
		}
		return w.cut(a, b, cuts)
	}
	if pa.key != pb.key || !w.isStraight(pa, pb) {
		mid := a + (b-a)/2
		return w.cut(mid, b, w.cut(a, mid, cuts))
	}
	return cuts
}

// isStraight reports whether every yearly sum is a linear function from one probe to the other. If
// it is not at the very ends, there is a cut between.
func (w *walker) isStraight(pa, pb *probe) bool {
	a, b := pa.side.At, pb.side.At
	next, last := w.must(a+1), w.must(b-1)
	if next.key != pa.key || last.key != pb.key {
		return false
	}
	for i := range pa.sums {
		d := next.sums[i] - pa.sums[i]
		if pb.sums[i]-last.sums[i] != d || pb.sums[i]-pa.sums[i] != d*(b-a) {
			return b-a <= 2 // bends finds it
		}
	}
	return true
}

// split returns the values strictly between two probes at which a comparison of one of them would
// turn, and the values beside these.
func (w *walker) split(pa, pb *probe) []int64 {
	a, b := pa.side.At, pb.side.At
	var points []int64
	try := func(at *probe, beside int64) {
		other := w.must(beside)
		if other.key != at.key {
			if beside > a && beside < b {
				points = append(points, beside)
			}
			return
		}
		for i, s := range at.side.Decision.Steps {
			o := other.side.Decision.Steps[i]
			right := turning(&s)
			slope := (o.Left.Amount.Annual() - s.Left.Amount.Annual()) * (beside - at.side.At)
			if !s.Left.Amount.Stated() || right < 0 || slope == 0 {
				continue
			}
			c := at.side.At + (right-s.Left.Amount.Annual())/slope
			for d := int64(-1); d <= 1; d++ {
				if c+d > a && c+d < b {
					points = append(points, c+d)
				}
			}
		}
	}
	try(pa, a+1)
	try(pb, b-1)
	slices.Sort(points)
	return slices.Compact(points)
}

// turning returns the yearly sum in fen that a step compares its left side with, negative if it
// compares none.
func turning(s *benefit.Step) int64 {
	if s.Right.Amount.Stated() {
		return s.Right.Amount.Annual()
	}
	if !s.Right.Number.Stated() || len(s.Terms) == 0 {
		return -1
	}
	sum := s.ExactSum()
	return new(big.Int).Quo(sum.Num(), sum.Denom()).Int64()
}
