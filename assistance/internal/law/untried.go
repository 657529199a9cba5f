package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// untried adds a household with more open members than are tried: dibao, the low-income family,
// single-person cover and the living subsidies of all who count or may count are undetermined and
// need their counting. What refuses whoever is counted still refuses.
func (m *merging) untried(c *deciding) {
	c = m.desk.tried.begin(m.desk, c.rules, c.assumed, c.out.Members)
	out := c.out
	certain := c.whoMayCount()
	out.Dibao.Income = -1
	property := c.householdProperty()
	out.Dibao.Verdict = finding.Unknown.And(property).Verdict()
	if c.r.multiple != nil {
		out.LowIncome = finding.Unknown.And(c.lowIncomePropertyRefuses()).Verdict()
		c.singlePersonUntried()
	}
	c.untried = true
	c.subsidies()
	c.total()
	if certain == 0 && out.category(0) != out.Category {
		out.Category = benefit.CategoryUndetermined // perhaps nobody is counted
	}
	m.f.Merge(c.f)
	m.needUntried(out)
	m.add(out)
}

// whoMayCount counts everyone who is counted or may be, and returns how many are for certain.
func (c *deciding) whoMayCount() (certain int) {
	for i := range c.facts.Members {
		m, o := &c.facts.Members[i], &c.out.Members[i]
		counted, by := c.counting(i)
		if o.Counted = counted || by == isOpen; !o.Counted {
			c.counted(i) // says why
			continue
		}
		if counted {
			certain++
		}
		g := &c.groups[c.residence(m)-1]
		g.people++
		g.truth = finding.Unknown
		if line := g.line; line != nil {
			c.out.Dibao.Lines[g.kind-1] = Line{line.Amount, line.bound}
		}
	}
	c.people = c.groups[urban].people + c.groups[rural].people
	c.out.Dibao.People = int(c.people)
	c.turnOnLines()
	return certain
}

// lowIncomePropertyRefuses is not met where property over the limit for low-income families is
// stated.
func (c *deciding) lowIncomePropertyRefuses() finding.Truth {
	return finding.If(c.facts.LowIncomeProperty != benefit.Over)
}

// singlePersonUntried leaves single-person cover open for all who fit, or may fit, the class.
func (c *deciding) singlePersonUntried() {
	for i := range c.facts.Members {
		m, o := &c.facts.Members[i], &c.out.Members[i]
		class := c.r.singlePersonClass(&m.Grades, m.SeriousIllness)
		if !o.Counted || class == finding.NotMet {
			continue
		}
		o.SinglePerson.Verdict = finding.Unknown.And(c.lowIncomePropertyRefuses()).And(c.statedForCover(m)).Verdict()
		c.turnOnCover(m)
	}
}

// needUntried lists the counting of everyone of whom it is open, for each part that waits for it.
func (m *merging) needUntried(o *Outcome) {
	need := func(n benefit.Name, v benefit.Verdict) {
		if v == benefit.Undetermined {
			m.needOpen(n)
		}
	}
	need(benefit.Dibao, o.Dibao.Verdict)
	need(benefit.LowIncome, o.LowIncome)
	for i := range o.Members {
		m.f.Examine(i, m.facts.Members[i].ID)
		need(benefit.SinglePerson, o.Members[i].SinglePerson.Verdict)
		need(benefit.Living, o.Members[i].Living.Verdict)
	}
	m.f.ExamineHousehold()
}
