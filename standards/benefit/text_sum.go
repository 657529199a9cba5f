package benefit

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// compared says how the left side stands to what it is compared with: the right side, or the sum.
func (s *Step) compared(l Lang) string {
	switch s.compare() {
	case -1:
		return l.In("低于", "below")
	case 0:
		return l.In("等于", "exactly at")
	}
	return l.In("高于", "above")
}

// compare is compared as a number: -1, 0 or +1.
func (s *Step) compare() int {
	if s.Right.Amount.Stated() {
		return s.Left.Amount.Compare(s.Right.Amount)
	}
	left := s.Left.Amount.Annual()
	if right, whole := s.annual(); whole {
		return cmp.Compare(left, right)
	}
	return new(big.Rat).SetInt64(left).Cmp(s.ExactSum())
}

// annual returns the sum of the terms in fen a year, and whether it is whole.
func (s *Step) annual() (fen int64, whole bool) {
	for i := range s.Terms {
		part, ok := times(s.Terms[i].Amount.Annual(), s.Terms[i].Times)
		sum := fen + part
		if !ok || sum < fen != (part < 0) {
			return s.wholeOfExact()
		}
		fen = sum
	}
	return fen, true
}

// wholeOfExact is annual where a term is not whole, or a sum is too large on the way.
func (s *Step) wholeOfExact() (fen int64, whole bool) {
	total := s.ExactSum()
	return total.Num().Int64(), total.IsInt() && total.Num().IsInt64()
}

// ExactSum returns the exact sum of the terms, each as often as it is taken, in fen a year.
func (s *Step) ExactSum() *big.Rat {
	if s == nil {
		return new(big.Rat)
	}
	total := new(big.Rat)
	for _, t := range s.Terms {
		if t.Times.Stated() {
			total.Add(total, new(big.Rat).Mul(new(big.Rat).SetInt64(t.Amount.Annual()), big.NewRat(t.Times.Num, t.Times.Den)))
		}
	}
	return total
}

// times returns n taken f times, if that is whole and fits.
func times(n int64, f standards.Fraction) (int64, bool) {
	hi, lo := bits.Mul64(uint64(max(n, -n)), uint64(max(f.Num, -f.Num)))
	if f.Den < 0 || hi >= uint64(f.Den) {
		return 0, false
	}
	quo, rem := bits.Div64(hi, lo, uint64(f.Den))
	if rem != 0 || quo > math.MaxInt64 {
		return 0, false
	}
	if n^f.Num < 0 {
		return -int64(quo), true
	}
	return int64(quo), true
}

// appendSum spells out the terms and what they come to: 低保标准每年4320.00元 × 2人 − 收入每年6000.00元 =
// 每年2640.00元，折合每月220.00元.
func (s *Step) appendSum(dst []byte, l Lang) []byte {
	result := s.Value
	if s.Right.Amount.Stated() {
		result = s.Right
	}
	perYear := result.Amount.Per() == standards.PerYear || s.Left.Amount.Per() == standards.PerYear
	for i := range s.Terms {
		perYear = perYear || s.Terms[i].Amount.Per() == standards.PerYear
	}
	shown, only := 0, &Term{}
	for i := range s.Terms {
		t := &s.Terms[i]
		if !t.shown() {
			continue // no income is no term
		}
		switch {
		case t.Times.Num < 0:
			dst = append(dst, l.In(" − ", " - ")...)
		case shown > 0:
			dst = append(dst, " + "...)
		}
		dst = s.appendTerm(dst, t, perYear, l)
		shown, only = shown+1, t
	}
	if shown == 1 && !s.several(only, perYear) {
		return appendAlone(dst, only, l)
	}
	if shown > 0 {
		dst = append(dst, " = "...)
	}
	dst = s.appendResult(dst, result, perYear, l)
	return append(dst, s.open(l)...)
}

// shown reports whether the term is spelled out.
func (t *Term) shown() bool { return t.Amount.Fen() != 0 || t.What == "line" || t.What == "rate" }

// several reports whether t, the one term that is shown, does not already say what it comes to.
func (s *Step) several(t *Term, perYear bool) bool {
	return t.Times.Num != t.Times.Den || perYear && t.Amount.Per() == standards.PerMonth ||
		s.Value.Amount.Stated() && (s.Value.Amount != t.Amount || isFloor(s.Value.Bound) != isFloor(t.Bound))
}

func isFloor(b standards.Bound) bool { return b == standards.AtLeast }

// appendAlone appends the period of an English sum of one term, which ends without a result to
// state it.
func appendAlone(dst []byte, t *Term, l Lang) []byte {
	if l != English {
		return dst
	}
	return append(append(dst, " a "...), t.Amount.Per().String()...)
}

// open says why a sum of exact terms is only known as a lower limit: something else is not settled.
func (s *Step) open(l Lang) string {
	if !isFloor(s.Value.Bound) || slices.ContainsFunc(s.Terms, func(t Term) bool { return isFloor(t.Bound) }) {
		return ""
	}
	return l.In("，尚有未定的部分，故为下限", ", a lower limit because something else is not settled")
}

// appendTerm appends one term, without its sign.
func (s *Step) appendTerm(dst []byte, t *Term, perYear bool, l Lang) []byte {
	if t.Member != "" && t.Member != s.Member {
		dst = append(append(dst, t.Member...), l.In("的", "'s ")...)
	}
	if l == English {
		dst = appendEnglishAmount(dst, t)
	} else {
		dst = append(dst, lookUp(chineseTerms[:], t.What)...)
		dst = appendAmount(dst, t.Amount, t.Bound, l)
	}
	if perYear && t.Amount.Per() == standards.PerMonth {
		dst = append(dst, l.In(" × 12个月", " x 12 months")...)
	}
	return s.appendTimes(dst, t, l)
}

// appendEnglishAmount appends what the term is and its yuan: "line of at least 360.00".
func appendEnglishAmount(dst []byte, t *Term) []byte {
	if what := lookUp(englishTerms[:], t.What); what != "" {
		dst = append(append(dst, what...), atLeast(t.Bound, " of")...)
		dst = append(dst, ' ')
	}
	return wire.AppendFen(append(dst, atLeast(t.Bound, "at least ")...), t.Amount.Fen())
}

// appendTimes appends how often a term is taken: for so many people, and by which multiple.
func (s *Step) appendTimes(dst []byte, t *Term, l Lang) []byte {
	if t.Times.Den == 0 {
		return dst
	}
	multiple := s.Right.Number
	ofLine := multiple.Stated() && multiple.Num > 0 && t.What == "line"
	people := t.What == "line" || t.What == "minimum"
	if t.Times.Den == 1 && !ofLine && t.Times.Num != math.MinInt64 {
		return appendCount(dst, max(t.Times.Num, -t.Times.Num), people, l)
	}
	n := new(big.Rat).Abs(big.NewRat(t.Times.Num, t.Times.Den))
	switch {
	case ofLine:
		factor := big.NewRat(multiple.Num, multiple.Den)
		dst, n = appendPeople(dst, new(big.Rat).Quo(n, factor), l), factor
	case n.IsInt() && people:
		return appendPeople(dst, n, l)
	}
	if isOne(n) {
		return dst
	}
	return append(append(dst, l.In(" × ", " x ")...), factorText(n, t.Times)...)
}

// appendCount is appendTimes for a whole number, of people or of times.
func appendCount(dst []byte, n int64, people bool, l Lang) []byte {
	if n == 1 {
		return dst
	}
	dst = strconv.AppendInt(append(dst, l.In(" × ", " x ")...), n, 10)
	if people {
		dst = append(dst, l.In("人", " people")...)
	}
	return dst
}

func isOne(n *big.Rat) bool { return n.IsInt() && n.Num().IsInt64() && n.Num().Int64() == 1 }

func appendPeople(dst []byte, n *big.Rat, l Lang) []byte {
	if isOne(n) {
		return dst
	}
	dst = append(append(dst, l.In(" × ", " x ")...), n.RatString()...)
	return append(dst, l.In("人", " people")...)
}

// factorText writes a factor as a percentage where it is stated as one, as a decimal number where
// it has few places, and else as a fraction.
func factorText(n *big.Rat, stated standards.Fraction) string {
	if stated.Den == 100 {
		return strconv.FormatInt(stated.Num, 10) + "%"
	}
	if places, exact := n.FloatPrec(); exact && places <= 4 {
		return n.FloatString(places)
	}
	return n.RatString()
}

// appendResult appends what the terms come to: in a year where that is whole fen, and in a month
// where the step computes a payment.
func (s *Step) appendResult(dst []byte, q Quantity, perYear bool, l Lang) []byte {
	if !q.Amount.Stated() {
		return s.appendUnstated(dst, q.Bound, l)
	}
	if q.Amount.Per() == standards.PerYear {
		return appendAmount(dst, q.Amount, q.Bound, l)
	}
	total, whole := s.annual()
	rounded := !whole || q.Amount.Annual() != total
	switch {
	case rounded && whole:
		dst = appendAmount(dst, standards.Fen(total, standards.PerYear), q.Bound, l)
		dst = append(dst, l.In("，除以12个月，取整为", ", over 12 months and rounded: ")...)
	case rounded:
		dst = append(dst, l.In("每年合计数，除以12个月，取整为", "so much a year, over 12 months and rounded: ")...)
	case perYear:
		dst = appendAmount(dst, standards.Fen(total, standards.PerYear), q.Bound, l)
		dst = append(dst, l.In("，折合", " = ")...)
	}
	return appendAmount(dst, q.Amount, q.Bound, l)
}

// appendUnstated appends what the terms come to where the step states no result: a year where it
// compares a year, and else a month.
func (s *Step) appendUnstated(dst []byte, bound standards.Bound, l Lang) []byte {
	per, months := standards.PerMonth, int64(standards.MonthsPerYear)
	if s.Left.Amount.Per() == standards.PerYear {
		per, months = standards.PerYear, 1
	}
	for i := range s.Terms {
		bound = max(bound, s.Terms[i].Bound)
	}
	if total, whole := s.annual(); whole && total%months == 0 {
		return appendAmount(dst, standards.Fen(total/months, per), bound, l)
	}
	dst = append(dst, l.In(chinesePer(per), "")...)
	dst = append(dst, new(big.Rat).Quo(s.ExactSum(), big.NewRat(months, 1)).RatString()...)
	return append(dst, l.In("分", " fen a "+per.String())...)
}
