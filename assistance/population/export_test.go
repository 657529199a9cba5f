package population

import (
	"context"

	"github.com/openminzheng/zhuzhou/standards"
)

// SearchTotals returns what is spent under each amount of a search, and the standards with an
// amount.
func SearchTotals(p *Population, q Search, workers int) ([]int64, func(i int) (*standards.Set, error), error) {
	s, err := newSearch(context.Background(), p, q)
	if err != nil {
		return nil, nil, err
	}
	totals, err := s.totals(workers)
	return totals, s.set, err
}

// SpentUnder returns what is spent under an amount of a search, and how it is known.
func SpentUnder(p *Population, q Search) (func(i int) (Spent, error), error) {
	s, err := newSearch(context.Background(), p, q)
	return func(i int) (Spent, error) { return s.spentUnder(s.amount(i)) }, err
}

// PackedBytes returns what the usual households of p take, but for the shapes that they share.
func PackedBytes(p *Population) int { return 8*len(p.income) + 4*len(p.weight) + 8*len(p.own) }

// Usual returns how many households of p are packed, and not kept whole.
func Usual(p *Population) int { return p.Len() - len(p.others) }
