package main

import (
	"fmt"

	"github.com/govalues/decimal"
)

var govaluesTwelve = decimal.MustNew(12, 0)

var govaluesDecimals = decimalLibrary[decimal.Decimal]{
	yuan:  func(fen int64) decimal.Decimal { return decimal.MustNew(fen, fenPlaces) },
	whole: func(n int64) decimal.Decimal { return decimal.MustNew(n, 0) },
	fen: func(d decimal.Decimal) (int64, error) {
		whole, part, ok := d.Int64(fenPlaces)
		if !ok {
			return 0, fmt.Errorf("%s is too large", d)
		}
		return whole*100 + part, nil
	},
	decide: decideGovalues,
}

func decideGovalues(h *decimalHousehold[decimal.Decimal], f *decimalFigures[decimal.Decimal],
	d *decimalDue[decimal.Decimal]) error {
	people, certified, severe := h.count()
	var income decimal.Decimal
	var err error
	for _, in := range h.incomes {
		if h.counts(in.kind) {
			if income, err = income.AddMul(in.yuan, in.times); err != nil {
				return err
			}
		}
	}
	full, err := f.line(h.urban).Mul(decimal.MustNew(people, 0))
	if err != nil {
		return err
	}
	if h.within && income.Less(full) {
		lack, err := full.Sub(income)
		if err != nil {
			return err
		}
		month, err := lack.Quo(govaluesTwelve)
		if err != nil {
			return err
		}
		d.dibao = month.Ceil(fenPlaces)
		if d.living, err = f.living.Mul(decimal.MustNew(certified, 0)); err != nil {
			return err
		}
	}
	d.nursing, err = f.nursing.Mul(decimal.MustNew(severe, 0))
	return err
}
