package main

// The four decimal libraries by hand: the rule in yuan, in the straightforward way of each. Amounts
// and figures are made decimals before the clock starts. Rounding is up to the fen, after the only
// division.

// fenPlaces are the places behind the point of a sum in whole fen.
const fenPlaces = 2

// decimalHousehold is a household with its sums as D, in yuan.
type decimalHousehold[D any] struct {
	*household
	incomes []decimalIncome[D] // those of the members counted
}

type decimalIncome[D any] struct {
	kind  kind
	yuan  D
	times D // how often in a year
}

// decimalFigures are the figures of a place in yuan.
type decimalFigures[D any] struct{ urban, rural, living, nursing D }

func (f *decimalFigures[D]) line(urban bool) *D {
	if urban {
		return &f.urban
	}
	return &f.rural
}

// decimalDue is what a household is due, in yuan a month.
type decimalDue[D any] struct{ dibao, living, nursing D }

// prepareDecimals converts households, and the figures of every place, to the decimals of one
// library.
func prepareDecimals[D any](households []household, yuan func(fen int64) D, fen func(D) (int64, error),
	decide func(*decimalHousehold[D], *decimalFigures[D], *decimalDue[D]) error) engine {
	tables := make([]decimalFigures[D], len(places))
	for p := range places {
		f := figuresOf(uint8(p))
		tables[p] = decimalFigures[D]{yuan(f.urban), yuan(f.rural), yuan(f.living), yuan(f.nursing)}
	}
	converted := make([]decimalHousehold[D], len(households))
	for i := range households {
		h, to := &households[i], &converted[i]
		to.household = h
		for j := range h.members {
			if !h.members[j].counted {
				continue
			}
			for _, in := range h.members[j].incomes {
				to.incomes = append(to.incomes, decimalIncome[D]{in.kind, yuan(in.fen), yuan(in.times() * 100)})
			}
		}
	}
	var last decimalDue[D]
	run := func(i int) error {
		last = decimalDue[D]{}
		return decide(&converted[i], &tables[converted[i].place], &last)
	}
	return engine{run: run, decide: func(i int) (due, error) {
		if err := run(i); err != nil {
			return due{}, err
		}
		return last.inFen(fen)
	}}
}

// inFen converts what is due back to fen.
func (d *decimalDue[D]) inFen(fen func(D) (int64, error)) (due, error) {
	dibao, err := fen(d.dibao)
	if err != nil {
		return due{}, err
	}
	living, err := fen(d.living)
	if err != nil {
		return due{}, err
	}
	nursing, err := fen(d.nursing)
	return due{dibao, living, nursing}, err
}
