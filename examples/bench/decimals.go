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

// decimalLibrary is one of the libraries: how it makes numbers of fen and of whole ones, and fen of
// numbers, and the rule in it.
type decimalLibrary[D any] struct {
	yuan   func(fen int64) D
	whole  func(int64) D
	fen    func(D) (int64, error)
	decide func(*decimalHousehold[D], *decimalFigures[D], *decimalDue[D]) error
}

// prepare converts households, and the figures of every place.
func (l decimalLibrary[D]) prepare(households []household) (engine, error) {
	tables := make([]decimalFigures[D], len(places))
	for p := range places {
		f := figuresOf(uint8(p))
		tables[p] = decimalFigures[D]{l.yuan(f.urban), l.yuan(f.rural), l.yuan(f.living), l.yuan(f.nursing)}
	}
	converted := l.convert(households)
	var last decimalDue[D]
	run := func(i int) error {
		last = decimalDue[D]{}
		return l.decide(&converted[i], &tables[converted[i].place], &last)
	}
	return engine{run: run, decide: func(i int) (due, error) {
		if err := run(i); err != nil {
			return due{}, err
		}
		return last.inFen(l.fen)
	}}, nil
}

// convert converts households, with their incomes one after the other in memory.
func (l decimalLibrary[D]) convert(households []household) []decimalHousehold[D] {
	count := 0
	for i := range households {
		for j := range households[i].members {
			count += len(households[i].members[j].incomes)
		}
	}
	converted, row := make([]decimalHousehold[D], len(households)), make([]decimalIncome[D], 0, count)
	for i := range households {
		h := &households[i]
		from := len(row)
		for j := range h.members {
			if !h.members[j].counted {
				continue
			}
			for _, in := range h.members[j].incomes {
				row = append(row, decimalIncome[D]{in.kind, l.yuan(in.fen), l.whole(in.times())})
			}
		}
		converted[i] = decimalHousehold[D]{h, row[from:]}
	}
	return converted
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
