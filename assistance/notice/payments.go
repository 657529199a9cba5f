package notice

import (
	"fmt"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// payments lists every part that was examined: whose it is, the verdict, and the sum.
func (w *writer) payments() {
	t := Table{
		Head:  []string{w.in("待遇", "benefit"), w.in("对象", "for"), w.in("结果", "verdict"), w.in("每月金额", "a month")},
		Right: []bool{false, false, false, true}, Total: true,
	}
	d := &w.Decision
	if d.Dibao.Verdict != benefit.NotExamined {
		w.part(&t, benefit.Dibao, fmt.Sprintf(w.in("家庭（%d人）", "household (%d %s)"), w.people(d.Dibao.Covered())...),
			d.Dibao.Part)
	}
	for i := range d.Members {
		m := &d.Members[i]
		w.part(&t, benefit.Tekun, m.ID, m.Tekun.Part)
		w.part(&t, benefit.SinglePerson, m.ID, m.SinglePerson)
		w.part(&t, benefit.Living, m.ID, m.Living)
		w.part(&t, benefit.Nursing, m.ID, m.Nursing)
	}
	t.add(w.in("合计", "total"), "", "", w.totalOf(d.Total))
	w.table(t)
}

func (w *writer) part(t *Table, n benefit.Name, who string, p benefit.Part) {
	if p.Verdict == benefit.NotExamined {
		return
	}
	sum := ""
	switch {
	case p.Verdict == benefit.Eligible:
		sum = w.money(p.Payment)
	case p.IfMet.Stated():
		sum = w.in("如符合：", "if met: ") + w.money(p.IfMet)
	}
	t.add(n.Text(w.lang), who, p.Verdict.Text(w.lang), sum)
}

// totalOf is a sum of payments; one of nothing to which more may come is undetermined.
func (w *writer) totalOf(p benefit.Payment) string {
	if p.Amount.Fen() == 0 && p.Bound == standards.AtLeast {
		return w.in("待定", "undetermined")
	}
	return w.money(p)
}

// money is a payment without "a month", for a column that says so.
func (w *writer) money(p benefit.Payment) string {
	if !p.Stated() {
		return w.in("金额无据可查", "amount not on record")
	}
	sum := p.Amount.YuanText() + w.in("元", " yuan")
	if p.Bound == standards.AtLeast {
		return w.in("不低于", "at least ") + sum
	}
	return sum
}
