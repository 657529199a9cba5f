package main

import "github.com/quagmt/udecimal"

var udecimals = decimalLibrary[udecimal.Decimal]{
	yuan:   func(fen int64) udecimal.Decimal { return udecimal.MustFromInt64(fen, fenPlaces) },
	whole:  func(n int64) udecimal.Decimal { return udecimal.MustFromInt64(n, 0) },
	fen:    func(d udecimal.Decimal) (int64, error) { return d.Mul64(100).Int64() },
	decide: decideUdecimal,
}

func decideUdecimal(h *decimalHousehold[udecimal.Decimal], f *decimalFigures[udecimal.Decimal],
	d *decimalDue[udecimal.Decimal]) error {
	people, certified, severe := h.count()
	var income udecimal.Decimal
	for _, in := range h.incomes {
		if h.counts(in.kind) {
			income = income.Add(in.yuan.Mul(in.times))
		}
	}
	full := f.line(h.urban).Mul64(uint64(people))
	if h.within && income.LessThan(full) {
		month, err := full.Sub(income).Div64(12)
		if err != nil {
			return err
		}
		d.dibao = month.RoundAwayFromZero(fenPlaces)
		d.living = f.living.Mul64(uint64(certified))
	}
	d.nursing = f.nursing.Mul64(uint64(severe))
	return nil
}
