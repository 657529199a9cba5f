// Package sheet holds the blocks of which reform and caseload make their reports: sums of money,
// the table of costs, lists, charts, and one page for printing on A4.
package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Sum is a sum of money in fen, on the wire a number of yuan with its bound apart.
type Sum struct {
	Fen     int64
	AtLeast bool
}

// SumOf is a sum of which only a lower limit may be known. One of math.MaxInt64 is too large to be
// told, and a lower limit too.
func SumOf(fen int64, atLeast bool) Sum { return Sum{fen, atLeast || fen == math.MaxInt64} }

// MarshalJSON writes the sum as a number, and its bound apart.
func (s Sum) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `{"yuan":%s,"bound":%q}`, s.Number(), s.Bound()), nil
}

// UnmarshalJSON reads what MarshalJSON writes, digit by digit.
func (s *Sum) UnmarshalJSON(text []byte) error {
	v, err := wire.Parse(text)
	if err != nil {
		return err
	}
	for _, f := range v.Fields() {
		switch f.Name {
		case "yuan":
			s.Fen, err = strconv.ParseInt(strings.Replace(f.Value.Text(), ".", "", 1), 10, 64)
		case "bound":
			s.AtLeast = f.Value.Text() == standards.AtLeast.String()
		}
	}
	return err
}

// Yuan writes the sum in yuan, with ≥ before a lower limit.
func (s Sum) Yuan() string { return s.mark() + wire.FormatFen(s.Fen) }

// Wan writes the sum in 万元, rounded half up to two decimals for display.
func (s Sum) Wan() string {
	half := int64(wan / 2)
	if s.Fen < 0 {
		half = -half
	}
	whole, rest := s.Fen/wan, s.Fen%wan
	return s.mark() + wire.FormatFen(whole+(rest+half)/wan)
}

// wan is the hundredths of 10,000 yuan in fen.
const wan = 10_000

// Number writes the sum in yuan without its bound.
func (s Sum) Number() string { return wire.FormatFen(s.Fen) }

// Bound is the word of the sum's bound.
func (s Sum) Bound() string {
	if s.AtLeast {
		return standards.AtLeast.String()
	}
	return standards.Exactly.String()
}

// Year is twelve months of it.
func (s Sum) Year() Sum {
	if s.Fen < 0 {
		year := Sum{-s.Fen, s.AtLeast}.Year()
		year.Fen = -year.Fen
		return year
	}
	return SumOf(saturating.Add(0, s.Fen, standards.MonthsPerYear), s.AtLeast)
}

// Plus adds a sum, neither of them below zero.
func (s Sum) Plus(o Sum) Sum { return SumOf(saturating.Add(s.Fen, o.Fen, 1), s.AtLeast || o.AtLeast) }

func (s Sum) mark() string {
	if s.AtLeast {
		return "≥"
	}
	return ""
}
