package register

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// incomeColumns are the columns of one kind of income each.
var incomeColumns = [...]struct {
	column column
	kind   standards.IncomeKind
}{
	{colWages, standards.Wages},
	{colBusiness, standards.Business},
	{colPropertyIncome, standards.Property},
	{colTransfer, standards.Transfer},
	{colOther, standards.OtherIncome},
}

// takeIncomes takes the incomes of the current row: of a member, or of the household itself where m
// is nil.
func (r *reading) takeIncomes(m *member) {
	into, stated, of := &r.pending.income, new(bool), int32(ofNobody)
	if m != nil {
		into, stated, of = &m.income, &m.stated, m.place
	}
	list, ok := r.incomesOfRow()
	switch {
	case !ok:
	case len(list)+len(*into) > assistance.MaxIncomes:
		r.fault(colIncomeYuan, wire.CodeTooMany)
	case r.repeats(*into, list):
	default:
		*stated = true
		*into = append(*into, list...)
		for range list {
			r.pending.lines = append(r.pending.lines, incomeLine{of, r.row()})
		}
	}
}

// repeats refuses an income that was stated before, on another row or in another column: the row is
// there twice, or the income is.
func (r *reading) repeats(before, list []assistance.Income) bool {
	for i, income := range list {
		if slices.Contains(before, income) ||
			slices.ContainsFunc(list[:i], func(other assistance.Income) bool { return other.Kind == income.Kind }) {
			c := colIncomeYuan
			for _, w := range incomeColumns {
				if w.kind == income.Kind && len(r.cell(w.column)) > 0 {
					c = w.column
				}
			}
			r.fault(c, codeIncomeTwice)
			return true
		}
	}
	return false
}

// incomesOfRow returns the incomes of the current row, and whether it states income, be it none.
func (r *reading) incomesOfRow() (list []assistance.Income, stated bool) {
	r.pending.list = r.pending.list[:0]
	per := standards.PerMonth
	if cell := r.cell(colIncomePer); len(cell) > 0 {
		var ok bool
		if per, ok = r.per.read(cell); !ok {
			r.fault(colIncomePer, wire.CodeNotAValue)
			return nil, false
		}
	}
	months := r.incomeMonths(per)
	if r.takeNamedIncome(per, months) {
		stated = true
	}
	for _, c := range incomeColumns {
		if len(r.cell(c.column)) > 0 && r.addIncome(c.column, c.kind, per, months) {
			stated = true
		}
	}
	return r.pending.list, stated
}

// takeNamedIncome takes the income whose kind stands beside its amount. It reports whether the row
// states one.
func (r *reading) takeNamedIncome(per standards.Period, months int) bool {
	kind, yuan := r.cell(colIncomeKind), r.cell(colIncomeYuan)
	if len(kind) == 0 && len(yuan) == 0 {
		return false
	}
	k, ok := r.kind.read(kind)
	switch {
	case len(yuan) == 0:
		r.fault(colIncomeYuan, wire.CodeRequired)
	case len(kind) == 0 && string(yuan) != "0":
		r.fault(colIncomeKind, wire.CodeRequired)
	case len(kind) > 0 && !ok:
		r.fault(colIncomeKind, wire.CodeNotAValue)
	default:
		return r.addIncome(colIncomeYuan, k, per, months)
	}
	return false
}

// addIncome adds the income in a column to those of the row, unless it is zero. It reports whether
// the amount can be read.
func (r *reading) addIncome(c column, kind standards.IncomeKind, per standards.Period, months int) bool {
	fen, code := parseMoney(r.cell(c))
	if code != "" {
		r.fault(c, code)
		return false
	}
	stated := len(r.cell(colIncomePer)) > 0
	if of := r.perOf[c]; of != 0 {
		if stated && of != per || months != 0 && of != standards.PerMonth {
			r.fault(colIncomePer, codeDisagrees)
			return false
		}
		per, stated = of, true
	}
	switch {
	case !stated && fen != 0:
		r.fault(colIncomePer, wire.CodeRequired)
	case fen != 0:
		income := assistance.Income{Kind: kind, Amount: standards.Fen(fen, per), Months: months}
		r.pending.list = append(r.pending.list, income)
	}
	return true
}

// incomeMonths returns the months of the year in which the income of the current row is had, 0
// where the row does not say.
func (r *reading) incomeMonths(per standards.Period) int {
	cell := r.cell(colIncomeMonths)
	if len(cell) == 0 {
		return 0
	}
	n, ok := wholeNumber(cell)
	switch {
	case !ok || n < 1 || n > standards.MonthsPerYear:
		r.fault(colIncomeMonths, wire.CodeNumberRange)
	case per != standards.PerMonth:
		r.fault(colIncomeMonths, wire.CodeNotAllowed)
	default:
		return n
	}
	return 0
}
