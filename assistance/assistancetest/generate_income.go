package assistancetest

import (
	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// incomes are none to three, about the line for each person.
func (g *Generator) incomes(set *standards.Set, h *assistance.Household) []assistance.Income {
	incomes := []assistance.Income{}
	for range g.Intn(3) {
		in := assistance.Income{Kind: pick(g, standards.Wages, standards.Wages, standards.Business,
			standards.IncomeKind(1+g.Intn(int(standards.Relief))))}
		per := pick(g, standards.PerMonth, standards.PerYear)
		annual := g.aboutTheLine(set, h)
		if per == standards.PerMonth {
			in.Amount = standards.Fen(annual/standards.MonthsPerYear, per)
			if g.oneIn(4) {
				in.Months = 1 + g.Intn(standards.MonthsPerYear)
			}
		} else {
			in.Amount = standards.Fen(annual, per)
		}
		incomes = append(incomes, in)
	}
	return incomes
}

// aboutTheLine is a sum a year: a part of the line, the line itself, or its multiple, and a fen
// less or more.
func (g *Generator) aboutTheLine(set *standards.Set, h *assistance.Household) int64 {
	line := g.line(set, h)
	switch g.Intn(6) {
	case 0:
		return 0
	case 1:
		return max(0, line+int64(g.Intn(3))-1)
	case 2:
		return int64(g.Intn(int(min(line*3, 1<<40))))
	}
	return int64(g.Intn(int(min(line, 1<<40))))
}

// line is a dibao line of the household's place in fen a year, or a likely one where none is on
// record.
func (g *Generator) line(set *standards.Set, h *assistance.Household) int64 {
	row, err := set.Line(standards.DibaoLine, h.Division, pick(g, standards.Urban, standards.Rural))
	if err != nil || row.Amount.Annual() <= 0 {
		return 500_000 + int64(g.Intn(300_000))
	}
	return row.Amount.Annual()
}

// toTheEdge sets one income so that what the household has in all is the line times its people, or
// the multiple of that, and a fen less or more; or that a member's own income is the line.
func (g *Generator) toTheEdge(set *standards.Set, h *assistance.Household) {
	i := g.Intn(len(h.Members))
	line := g.line(set, h)
	edge := line * int64(len(h.Members))
	switch g.Intn(4) {
	case 0:
		edge = line
		if g.oneIn(2) {
			h.Members[i].Income = nil
		}
	case 1:
		if multiple, err := set.Number(standards.LowIncomeMultiple, standards.China, 0, ""); err == nil {
			edge = edge * multiple.Number.Num / multiple.Number.Den
		}
	}
	edge += int64(g.Intn(3)) - 1
	others := int64(0)
	for j := range h.Members {
		if j != i {
			for _, in := range h.Members[j].Income {
				others += in.Annual()
			}
		}
	}
	for _, in := range h.Income {
		others += in.Annual()
	}
	if rest := edge - others; rest >= 0 {
		h.Members[i].Income = []assistance.Income{{Kind: pick(g, standards.Wages, standards.Transfer, standards.BasicPension),
			Amount: standards.Fen(rest, standards.PerYear)}}
	}
}
