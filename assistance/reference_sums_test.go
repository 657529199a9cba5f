package assistance_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The reference is the law a second time, written from its text alone, plainly and without regard to speed. Money is a rational
// number of fen a year. A Set serves as a look-up of figures only. Its files follow the steps of the law: who is examined and
// counted, tekun, dibao, low-income families, the subsidies, and the ways of what is open.

// truth is what is known of a condition.
type truth int

const (
	no truth = iota
	open
	yes
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// all is a conjunction, either a disjunction.
func all(list ...truth) truth { return slices.Min(list) }

func either(list ...truth) truth { return slices.Max(list) }

func (t truth) verdict() benefit.Verdict {
	return [...]benefit.Verdict{benefit.Ineligible, benefit.Undetermined, benefit.Eligible}[t]
}

// limit is what is known of property against a limit.
func limit(p benefit.Property) truth {
	return map[benefit.Property]truth{benefit.Within: yes, benefit.Over: no, 0: open}[p]
}

// refSum is a payment: whole fen a month.
type refSum struct {
	stated, least bool
	fen           int64
}

func (s refSum) String() string {
	switch {
	case !s.stated:
		return "-"
	case s.least:
		return fmt.Sprintf("%d+", s.fen)
	}
	return strconv.FormatInt(s.fen, 10)
}

// lowest is the lowest of several payments, at least where they differ, and none if one is missing.
func lowest(list []refSum) refSum {
	low := list[0]
	for _, s := range list[1:] {
		switch {
		case !s.stated || !low.stated:
			return refSum{}
		case s != low:
			low = refSum{true, true, min(s.fen, low.fen)}
		}
	}
	return low
}

// refNeeds are what is needed, each for its parts. A figure that would have to be above a sum is another need for another sum.
type refNeeds map[string]benefit.Names

func (n refNeeds) add(part benefit.Name, needs ...string) {
	for _, need := range needs {
		n[need] |= benefit.Of(part)
	}
}

func factNeed(id string, f benefit.Fact) string { return id + "." + f.String() }

func figureNeed(k standards.Key, p standards.Place, r standards.Residence, of string) string {
	return benefit.Figure{Key: k, Place: p, Residence: r, Of: of}.String()
}

// lineNeed is the line of the household's place, above a sum for each person.
func (c *refCase) lineNeed(r standards.Residence, above *big.Rat) string {
	return fmt.Sprintf("%s above %d", figureNeed(standards.Key(standards.DibaoLine), c.place, r, ""), floor(above))
}

// yearly is an amount in fen a year.
func yearly(a standards.Amount) *big.Rat {
	fen := big.NewRat(a.Fen(), 1)
	if a.Per() == standards.PerMonth {
		fen.Mul(fen, big.NewRat(12, 1))
	}
	return fen
}

func incomeOf(in assistance.Income) *big.Rat {
	if in.Amount.Per() == standards.PerMonth && in.Months != 0 {
		return big.NewRat(in.Amount.Fen()*int64(in.Months), 1)
	}
	return yearly(in.Amount)
}

func times(a *big.Rat, n int64) *big.Rat { return new(big.Rat).Mul(a, big.NewRat(n, 1)) }

func parts(a *big.Rat, n int64) *big.Rat { return new(big.Rat).Quo(a, big.NewRat(n, 1)) }

func floor(x *big.Rat) int64 { return new(big.Int).Div(x.Num(), x.Denom()).Int64() }

func ceiling(x *big.Rat) int64 { return -floor(new(big.Rat).Neg(x)) }

func smaller(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return new(big.Rat).Set(a)
	}
	return new(big.Rat).Set(b)
}

// monthly rounds a twelfth of a sum of fen a year by the reading of the day (R6).
func (c *refCase) monthly(year *big.Rat) int64 {
	x := parts(year, 12)
	switch c.set.Choice(standards.RoundingReading) {
	case standards.UpToYuan: // every payment
		return 100 * ceiling(parts(x, 100))
	case standards.HalfUpToFen:
		return floor(new(big.Rat).Add(x, big.NewRat(1, 2)))
	}
	return ceiling(x)
}

// refFigure is a figure that is paid or compared with: fen a year.
type refFigure struct {
	on    bool
	year  *big.Rat
	floor bool
}

// floorOnly reports whether a figure is known as a floor only (R11).
func (c *refCase) floorOnly(s standards.Standard) bool {
	return s.Bound == standards.AtLeast && c.set.Choice(standards.FloorAsLineReading) != standards.FloorExact
}

func (c *refCase) line(r standards.Residence) refFigure {
	l, err := c.set.Line(standards.DibaoLine, c.place, r)
	if err != nil {
		return refFigure{}
	}
	return refFigure{true, yearly(l.Amount), c.floorOnly(l.Standard)}
}

func (c *refCase) rate(k standards.RateKey, p standards.Place, r standards.Residence, of string) refFigure {
	s, err := c.set.Rate(k, p, r, of)
	if err != nil {
		return refFigure{}
	}
	return refFigure{true, yearly(s.Amount), c.floorOnly(s.Standard)}
}

// sum is f as a payment.
func (c *refCase) sum(f refFigure) refSum {
	if !f.on {
		return refSum{}
	}
	return refSum{true, f.floor, c.monthly(f.year)}
}

// ratio is a number of the tables.
func (c *refCase) ratio(k standards.NumberKey, r standards.Residence, of string) (*big.Rat, bool) {
	n, err := c.set.Number(k, c.place, r, of)
	if err != nil {
		return nil, false
	}
	return big.NewRat(n.Number.Num, n.Number.Den), true
}

func (c *refCase) number(k standards.NumberKey, of string) (int64, bool) {
	n, ok := c.ratio(k, 0, of)
	if !ok {
		return 0, false
	}
	return floor(n), true
}

func (c *refCase) listed(k standards.ListKey, r standards.Residence, of string) bool {
	if of == "" {
		return false
	}
	_, ok := c.set.Listed(k, c.place, r, of)
	return ok
}
