package assistancetest

import (
	"iter"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// Generator makes valid households, days and tables of every sort, far more often at an edge of the
// law than chance would. It is deterministic: the same seed gives the same sequence. It is not safe
// for concurrent use.
type Generator struct{ state uint64 }

// NewGenerator returns a Generator for a seed.
func NewGenerator(seed uint64) *Generator { return &Generator{seed} }

// next returns 64 bits (splitmix64).
func (g *Generator) next() uint64 {
	if g == nil {
		return 0
	}
	g.state += 0x9e3779b97f4a7c15
	z := g.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Intn returns a number from 0 to n-1; 0 where n is not positive.
func (g *Generator) Intn(n int) int {
	if n <= 0 {
		return 0
	}
	return int(g.next() % uint64(n))
}

// oneIn is true once in n times.
func (g *Generator) oneIn(n int) bool { return g.Intn(n) == 0 }

func pick[T any](g *Generator, list ...T) T { return list[g.Intn(len(list))] }

// Day returns a day of the tables' span, mostly one on which a rule changes, the day before it or
// the day after.
func (g *Generator) Day() standards.Date {
	first, last := standards.Span()
	changes := []standards.Date{first, last,
		standards.Day(2020, time.June, 3), standards.Day(2020, time.August, 25), standards.Day(2020, time.September, 1),
		standards.Day(2021, time.January, 1), standards.Day(2021, time.July, 1), standards.Day(2020, time.October, 1),
		standards.Day(2021, time.August, 1), standards.Day(2020, time.February, 29), standards.Day(2021, time.March, 1)}
	d := pick(g, changes...)
	switch {
	case g.oneIn(4) && first.Before(d):
		return d.Previous()
	case g.oneIn(4) && d.Before(last):
		return d.Next()
	}
	return d
}

// Households yields n households for the standards of set, for [CheckHouseholds].
func (g *Generator) Households(set *standards.Set, n int) iter.Seq[assistance.Household] {
	return func(yield func(assistance.Household) bool) {
		for range n {
			if !yield(g.Household(set)) {
				return
			}
		}
	}
}
