package law

import (
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// total sums the payments and names what the household is, taken as a whole.
func (c *deciding) total() {
	c.out.Category = c.out.category(c.people)
	c.out.Total = c.out.sum()
	if c.oneWay {
		c.out.sayTotal(c.facts, c.f)
	}
}

// category is tekun if someone is and nobody is counted, else dibao if eligible, else undetermined
// if something that could make it one of them is, else low-income, else none.
func (o *Outcome) category(counted int64) benefit.Category {
	tekun, open := false, false
	for i := range o.Members {
		tekun = tekun || o.Members[i].Tekun.Verdict == benefit.Eligible
		open = open || o.Members[i].Tekun.Verdict == benefit.Undetermined
	}
	switch {
	case tekun && counted == 0:
		return benefit.CategoryTekun
	case o.Dibao.Verdict == benefit.Eligible:
		return benefit.CategoryDibao
	case o.Dibao.Verdict == benefit.Undetermined, o.LowIncome == benefit.Undetermined, open && counted == 0:
		return benefit.CategoryUndetermined
	case o.LowIncome == benefit.Eligible:
		return benefit.CategoryLowIncome
	}
	return benefit.CategoryNone
}

// sum is the total: at least the payments, where one of them is, or where a part is undetermined or
// its amount is missing.
func (o *Outcome) sum() benefit.Payment {
	var fen int64
	bound := standards.Exactly
	add := func(p *benefit.Part) {
		fen += p.Payment.Amount.Fen()
		open := p.Verdict == benefit.Undetermined || p.Verdict == benefit.Eligible && !p.Payment.Stated()
		if open || p.Payment.Bound == standards.AtLeast {
			bound = standards.AtLeast
		}
	}
	add(&o.Dibao.Part)
	if o.LowIncome == benefit.Undetermined {
		bound = standards.AtLeast
	}
	for i := range o.Members {
		m := &o.Members[i]
		add(&m.Tekun)
		add(&m.SinglePerson)
		add(&m.Living)
		add(&m.Nursing)
	}
	return benefit.Monthly(fen, bound)
}
