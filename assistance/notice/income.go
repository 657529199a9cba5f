package notice

import (
	"fmt"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// income shows whose income is counted, what it is a head, and the lines. What is rounded for
// display is marked so; the decision itself divides nothing.
func (w *writer) income() {
	w.incomes()
	dibao := &w.Decision.Dibao
	if dibao.Verdict == benefit.NotExamined {
		return
	}
	t := Table{Head: []string{"", w.in("每年", "a year"), w.in("每月", "a month")}, Right: []bool{false, true, true}}
	if dibao.Income.Stated() {
		year, least := dibao.Income.Annual(), w.atLeast(w.incomeBound())
		title := fmt.Sprintf(w.in("计入收入（%d人）", "income that counts (%d %s)"), w.people(dibao.Members)...)
		t.add(title, least+w.over(year, 1), least+w.over(year, standards.MonthsPerYear))
		if heads := int64(dibao.Members); heads > 0 {
			t.add(w.in("人均收入", "income a head"), least+w.over(year, heads), least+w.over(year, heads*standards.MonthsPerYear))
		}
	} else {
		t.add(w.in("计入收入", "income that counts"), w.in("因情形而异", "depends on what is open"), "")
	}
	has, open := w.kinds()
	for i, r := range standards.Residences() {
		if has[i] || open {
			w.addLine(&t, r)
		}
	}
	w.table(t)
}

// incomeBound says how the income that counts is known: at least, where someone's is not stated.
func (w *writer) incomeBound() standards.Bound {
	for i := range w.Decision.Steps {
		if s := &w.Decision.Steps[i]; s.Code == benefit.StepIncomeOf && s.Value.Bound == standards.AtLeast {
			return standards.AtLeast
		}
	}
	return standards.Exactly
}

func (w *writer) atLeast(b standards.Bound) string {
	if b == standards.AtLeast {
		return w.in("不低于", "at least ")
	}
	return ""
}

// addLine adds the line of kind r, or that it is not on record.
func (w *writer) addLine(t *Table, r standards.Residence) {
	name := w.in(r.Text(w.lang)+"低保标准（每人）", r.Text(w.lang)+" line, for each person")
	line := w.Decision.Dibao.Lines.Of(r)
	if !line.Amount.Stated() {
		if _, ok := w.Set.Find(standards.Key(standards.DibaoLine), w.Household.Division, r, ""); ok {
			return // it is on record, but nobody of this kind counts
		}
		t.add(name, w.in("无据可查", "not on record"), "")
		return
	}
	floor := w.atLeast(line.Bound)
	year := line.Amount.Annual()
	t.add(name, floor+w.over(year, 1), floor+w.over(year, standards.MonthsPerYear))
}

// over returns fen over n in yuan, rounded to the fen, marked where that changes it.
func (w *writer) over(fen, n int64) string {
	quotient, rest := fen/n, fen%n
	about := ""
	if rest != 0 {
		about = w.in("约", "about ")
	}
	if rest >= n-rest {
		quotient++
	}
	return about + standards.Fen(quotient, standards.PerMonth).YuanText()
}

// both returns a yearly amount with what it is a month.
func (w *writer) both(a standards.Amount) string {
	if a.Per() != standards.PerYear {
		return a.Text(w.lang)
	}
	return a.Text(w.lang) + w.in("（每月", " (") + w.over(a.Annual(), standards.MonthsPerYear) + w.in("元）", " a month)")
}
