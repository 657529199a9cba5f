package main

// form is a household as the rule engines take it that read Go values, with sums as N: fen or yuan.
type form[N int | int64 | float64] struct {
	Place   int
	Urban   bool
	Within  bool
	Members []formMember[N]
}

type formMember[N int | int64 | float64] struct {
	Counted    bool
	Grade      int
	WorkInjury bool
	Incomes    []formIncome[N]
}

type formIncome[N int | int64 | float64] struct {
	Kind   string
	Amount N
	Times  N // how often in a year
}

// formFigures are the figures of a place.
type formFigures[N int | int64 | float64] struct{ Urban, Rural, Living, Nursing N }

// asIs keeps fen.
func asIs[N int | int64](fen int64) N { return N(fen) }

// formsOf are households, and the figures of every place, with their sums by amount.
func formsOf[N int | int64 | float64](households []household, amount func(fen int64) N) (
	[]form[N], []formFigures[N]) {
	forms := make([]form[N], len(households))
	for i := range households {
		h := &households[i]
		forms[i] = form[N]{int(h.place), h.urban, h.within, make([]formMember[N], len(h.members))}
		for j := range h.members {
			m := &h.members[j]
			to := &forms[i].Members[j]
			*to = formMember[N]{Counted: m.counted, Grade: int(m.grade), WorkInjury: m.workInjury}
			for _, in := range m.incomes {
				to.Incomes = append(to.Incomes, formIncome[N]{kindWords[in.kind], amount(in.fen), N(in.times())})
			}
		}
	}
	tables := make([]formFigures[N], len(places))
	for p := range places {
		f := figuresOf(uint8(p))
		tables[p] = formFigures[N]{amount(f.urban), amount(f.rural), amount(f.living), amount(f.nursing)}
	}
	return forms, tables
}
