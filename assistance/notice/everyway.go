package notice

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// fewWays limits the ways of what is open that are given with their reasons; of more only the table
// tells.
const fewWays = 4

// everyWay tables how a household comes out in each way of what is open.
func (w *writer) everyWay() {
	t := Table{Head: []string{w.in("情形", "way"), w.in("计入收入（每年，元）", "income (yuan a year)"), w.in("最低生活保障", "dibao"),
		w.in("每月合计", "total a month")},
		Right: []bool{false, true, false, true}}
	for _, s := range w.Decision.Steps {
		if s.Code != benefit.StepWay {
			continue
		}
		var verdict benefit.Verdict
		_ = verdict.UnmarshalText([]byte(s.Left.Word)) // "" is not examined
		t.add(w.capital(s.WayText(w.lang)), w.incomeIn(s), verdict.Text(w.lang),
			w.totalOf(benefit.Payment{Amount: s.Value.Amount, Bound: s.Value.Bound}))
	}
	if len(t.Rows) > 0 {
		w.table(t)
	}
}

// wayCount counts the ways that were decided; 1 where nothing is open.
func (w *writer) wayCount() int {
	n := 0
	for i := range w.Decision.Steps {
		if w.Decision.Steps[i].Code == benefit.StepWay {
			n++
		}
	}
	return max(n, 1)
}

// incomeIn is the income that counts in one way, before costs; empty where none is compared.
func (w *writer) incomeIn(way benefit.Step) string {
	for _, s := range w.Decision.Steps {
		if s.Code == benefit.StepIncomeOf && sameWay(s, way) {
			return w.atLeast(s.Value.Bound) + w.over(s.Value.Amount.Annual(), 1)
		}
	}
	return ""
}

// sameWay reports whether two steps were decided in the same way of what is open.
func sameWay(a, b benefit.Step) bool {
	return a.Under == b.Under && slices.Equal(a.In, b.In) && slices.Equal(a.Out, b.Out)
}

// ways says of what is refused what is nearest to change it. What is undetermined has its needs.
func (w *writer) ways() {
	ways, err := whatif.Nearest(w.Set, w.Household)
	if err != nil {
		return // it was decided, so it can be used
	}
	for _, way := range ways {
		if w.verdict(way.Part, way.Member) == benefit.Ineligible {
			w.item(bullet, w.capital(way.Text(w.lang)))
		}
	}
}
