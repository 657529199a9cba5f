package population

import (
	"context"
	"time"

	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
)

// Registers are what Simulate is measured on, and held to Assess, the hardest first.
var Registers = []struct {
	Name     string
	On       standards.Date
	Register families.Register
	Choices  []standards.Choice
}{
	{"counting open in 5 %", october, with(func(r *families.Register) { r.Open = 7 }), nil}, // of those with several members
	{"mixed hukou in 5 %", october, with(func(r *families.Register) { r.Mixed = 6 }), nil},
	{"exclusions and allowances stated", october, with(func(r *families.Register) { r.Allowances = 100 }), nil},
	{"long-term care tested", october, with(func(r *families.Register) { r.CareStated = 60 }), []standards.Choice{standards.LongTermCareTested}},
	{"incomes not stated in 5 %", october, with(func(r *families.Register) { r.Unstated = 5 }), nil},
	{"October 2020", october, families.Usual, nil},
	{"March 2020", standards.Day(2020, time.March, 1), families.Usual, nil},
}

var october = standards.Day(2020, time.October, 1)

func with(change func(*families.Register)) families.Register {
	r := families.Usual
	change(&r)
	return r
}

// SearchTotals returns what is spent under each amount of a search, and the standards with an
// amount.
func SearchTotals(p *Population, q Search, workers int) ([]int64, func(i int) (*standards.Set, error), error) {
	return SearchTotalsIn(context.Background(), p, q, workers)
}

// SearchTotalsIn is SearchTotals in a context.
func SearchTotalsIn(ctx context.Context, p *Population, q Search, workers int) ([]int64, func(i int) (*standards.Set, error), error) {
	s, err := newSearch(ctx, p, q)
	if err != nil {
		return nil, nil, err
	}
	totals, err := s.totals(workers)
	return totals, s.set, err
}

// SpentUnder returns what is spent under an amount of a search, and how it is known.
func SpentUnder(p *Population, q Search) (func(i int) (Spent, error), error) {
	s, err := newSearch(context.Background(), p, q)
	return func(i int) (Spent, error) { return s.spentUnder(s.amount(i), 1) }, err
}

// PackedBytes returns what the steady households of p take, but for the shapes that they share.
func PackedBytes(p *Population) int { return 8*len(p.income) + 4*len(p.weight) + 8*len(p.own) }

// Steady returns how many households of p are packed by their income.
func Steady(p *Population) int { return len(p.income) }

// Packed says in how many parts p is packed: shapes of steady households, entries of others and the
// persons in those.
func Packed(p *Population) (shapes, entries, persons int) {
	return len(p.shapes), len(p.compact.entries), len(p.compact.persons)
}

// StraightLine and PathOf are how a search knows between which amounts it need not look.
var (
	StraightLine = straightLine
	PathOf       = pathOf
)

// Workers returns how many workers share the households of p, where so many are asked for.
func Workers(p *Population, asked int) int { return p.workers(asked) }
