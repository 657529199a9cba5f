package standards

import (
	"strconv"
	"strings"
)

// Fraction is an exact number that is not money: a ratio, a share, a count or an age. It is written
// as printed (3/2, 50/100, 60/1) and not reduced, so equal values need not be ==. The zero Fraction
// means "none".
type Fraction struct{ Num, Den int64 }

// Whole returns n as a Fraction.
func Whole(n int64) Fraction { return Fraction{n, 1} }

// Percent returns n hundredths.
func Percent(n int64) Fraction { return Fraction{n, 100} }

// maxFraction bounds both parts of a Fraction, so that products with amounts stay exact in 128
// bits.
const maxFraction = 1_000_000

// Stated reports whether f is a number at all.
func (f Fraction) Stated() bool { return f.Den != 0 }

// Int returns f as a whole number, rounded down.
func (f Fraction) Int() int {
	if f.Den == 0 {
		return 0
	}
	return int(f.Num / f.Den)
}

// Compare returns -1, 0 or +1 as f is less than, equal to or more than g.
func (f Fraction) Compare(g Fraction) int {
	switch a, b := f.Num*g.Den, g.Num*f.Den; {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

// String returns f as a reader would write it: 60, 50%, 3/2.
func (f Fraction) String() string {
	switch f.Den {
	case 0:
		return ""
	case 1:
		return strconv.FormatInt(f.Num, 10)
	case 100:
		return strconv.FormatInt(f.Num, 10) + "%"
	}
	return strconv.FormatInt(f.Num, 10) + "/" + strconv.FormatInt(f.Den, 10)
}

// MarshalText implements encoding.TextMarshaler: the form of [Fraction.String].
func (f Fraction) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler; an empty text is no number.
func (f *Fraction) UnmarshalText(text []byte) error {
	if f == nil {
		return &WordError{Value: string(text)}
	}
	if len(text) == 0 {
		*f = Fraction{}
		return nil
	}
	num, den := string(text), int64(1)
	if before, after, cut := strings.Cut(num, "/"); cut {
		d, err := strconv.ParseInt(after, 10, 64)
		if err != nil || d < 1 {
			return &WordError{Value: string(text)}
		}
		num, den = before, d
	} else if before, cut := strings.CutSuffix(num, "%"); cut {
		num, den = before, 100
	}
	n, err := strconv.ParseInt(num, 10, 64)
	if err != nil {
		return &WordError{Value: string(text)}
	}
	*f = Fraction{n, den}
	return nil
}
