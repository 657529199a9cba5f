package main

import "github.com/shopspring/decimal"

var shopspringTwelve = decimal.NewFromInt(12)

var shopspringDecimals = decimalLibrary[decimal.Decimal]{
	yuan:   func(fen int64) decimal.Decimal { return decimal.New(fen, -fenPlaces) },
	whole:  decimal.NewFromInt,
	fen:    func(d decimal.Decimal) (int64, error) { return d.Shift(fenPlaces).IntPart(), nil },
	decide: decideShopspring,
}

func decideShopspring(h *decimalHousehold[decimal.Decimal], f *decimalFigures[decimal.Decimal],
	d *decimalDue[decimal.Decimal]) error {
	people, certified, severe := h.count()
	var income decimal.Decimal
	for _, in := range h.incomes {
		if h.counts(in.kind) {
			income = income.Add(in.yuan.Mul(in.times))
		}
	}
	full := f.line(h.urban).Mul(decimal.NewFromInt(people))
	if h.within && income.LessThan(full) {
		d.dibao = full.Sub(income).Div(shopspringTwelve).RoundCeil(fenPlaces)
		d.living = f.living.Mul(decimal.NewFromInt(certified))
	}
	d.nursing = f.nursing.Mul(decimal.NewFromInt(severe))
	return nil
}
