package whatif

import (
	"math/big"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// Point is what is decided at one value of a quantity: its verdicts and bounds, and the exact total.
type Point struct {
	Public  string
	Settled bool
	Exact   *big.Rat
	Total   int64
}

func (p *probe) point() Point { return Point{p.public, p.settled, p.exact, p.total} }

// Points returns a function that decides at a value of q. It panics where h cannot be used.
func Points(tables *standards.Tables, day standards.Date, h assistance.Household, q Quantity) func(x int64) Point {
	w := newWalker(tables, day, h, q)
	return func(x int64) Point {
		p, err := w.at(x)
		if err != nil {
			panic(err)
		}
		return p.point()
	}
}

// PointOf returns what d, decided with steps, is.
func PointOf(h assistance.Household, d assistance.Decision) Point { return newProbe(0, h, d).point() }
