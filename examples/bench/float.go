package main

import "math"

// floatFigures are the figures of a place in yuan.
type floatFigures struct{ urban, rural, living, nursing float64 }

func inYuan(fen int64) float64 { return float64(fen) / 100 }

// inFen rounds a sum in yuan to the nearest fen, so that it can be compared.
func inFen(yuan float64) int64 { return int64(math.Round(yuan * 100)) }

func floatTables() []floatFigures {
	tables := make([]floatFigures, len(places))
	for p := range places {
		f := figuresOf(uint8(p))
		tables[p] = floatFigures{inYuan(f.urban), inYuan(f.rural), inYuan(f.living), inYuan(f.nursing)}
	}
	return tables
}

// prepareFloat is the rule as one writes it at first: yuan in float64, rounded up to the fen at the
// end.
func prepareFloat(households []household) (engine, error) {
	tables := floatTables()
	decide := func(i int) (due, error) {
		h := &households[i]
		return h.decideInYuan(&tables[h.place]), nil
	}
	return engine{decide: decide}, nil
}

func (h *household) decideInYuan(f *floatFigures) due {
	people, certified, severe := h.count()
	income := 0.0
	for i := range h.members {
		if m := &h.members[i]; m.counted {
			for _, in := range m.incomes {
				if h.counts(in.kind) {
					income += inYuan(in.fen) * float64(in.times())
				}
			}
		}
	}
	line := f.rural
	if h.urban {
		line = f.urban
	}
	d := due{nursing: inFen(float64(severe) * f.nursing)}
	if full := line * float64(people); h.within && income < full {
		d.dibao = inFen(math.Ceil((full-income)/12*100) / 100)
		d.living = inFen(float64(certified) * f.living)
	}
	return d
}
