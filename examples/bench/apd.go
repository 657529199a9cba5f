package main

import "github.com/cockroachdb/apd/v3"

var (
	apdTwelve  = apd.New(12, 0)
	apdContext = &apd.Context{Precision: 20, MaxExponent: apd.MaxExponent, MinExponent: apd.MinExponent,
		Traps:    apd.DefaultTraps,
		Rounding: apd.RoundCeiling}
)

var apdDecimals = decimalLibrary[apd.Decimal]{
	yuan:  func(fen int64) apd.Decimal { return *apd.New(fen, -fenPlaces) },
	whole: func(n int64) apd.Decimal { return *apd.New(n, 0) },
	fen: func(d apd.Decimal) (int64, error) {
		d.Exponent += fenPlaces
		return d.Int64()
	},
	decide: decideApd,
}

func decideApd(h *decimalHousehold[apd.Decimal], f *decimalFigures[apd.Decimal],
	d *decimalDue[apd.Decimal]) error {
	people, certified, severe := h.count()
	sums := apd.MakeErrDecimal(apdContext)
	var income, year, full, count apd.Decimal
	for i := range h.incomes {
		if in := &h.incomes[i]; h.counts(in.kind) {
			sums.Mul(&year, &in.yuan, &in.times)
			sums.Add(&income, &income, &year)
		}
	}
	sums.Mul(&full, f.line(h.urban), count.SetInt64(people))
	if h.within && income.Cmp(&full) < 0 {
		sums.Sub(&full, &full, &income)
		sums.Quo(&full, &full, apdTwelve)
		ceilFen(&sums, &d.dibao, &full)
		sums.Mul(&d.living, &f.living, count.SetInt64(certified))
	}
	sums.Mul(&d.nursing, &f.nursing, count.SetInt64(severe))
	return sums.Err()
}

// ceilFen rounds yuan, which it spoils, up to the fen. In v3.2.3 two straighter ways pay nothing
// where less than a tenth of a fen is lacking: Quantize, whatever the rounding of the context, and
// Ceil of a number into itself.
func ceilFen(sums *apd.ErrDecimal, to, yuan *apd.Decimal) {
	yuan.Exponent += fenPlaces
	sums.Ceil(to, yuan)
	to.Exponent -= fenPlaces
}
