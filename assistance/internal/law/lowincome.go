package law

import (
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// lowIncome decides whether a household that is not eligible for dibao is a low-income family (低保边缘家庭): income a head not below the
// line but below its multiple, for every kind of hukou present, and property within the limit (民发〔2020〕69号; 57号 art. 8).
func (c *deciding) lowIncome() {
	multiple := c.r.multiple
	if multiple == nil || c.out.Dibao.Verdict != benefit.Ineligible {
		return
	}
	income := finding.Met
	for k := range c.groups {
		if g := &c.groups[k]; g.people > 0 {
			income = income.And(c.aboveLine(g)).And(c.belowMultiple(g, multiple))
		}
	}
	property := c.householdProperty(benefit.LowIncome)
	c.out.LowIncome = income.And(property).Verdict()
	if c.out.LowIncome == benefit.Undetermined {
		c.f.NeedFact(benefit.PropertyFact, benefit.LowIncome)
	}
	if property != finding.NotMet {
		c.turnOnTheLine()
	}
}

// aboveLine is the condition that income refuses dibao against a known line. Exactly at the line is a reading (R4).
func (c *deciding) aboveLine(g *group) finding.Truth {
	above := finding.If(g.truth == finding.NotMet &&
		!(c.atTheLine(g) && c.set.Choice(standards.AtTheLineReading) == standards.NeitherAtTheLine))
	c.stepAboveLine(g, above)
	return above
}

func (c *deciding) atTheLine(g *group) bool {
	income, heads := c.incomeAndHeads(g)
	return g.line != nil && income == g.line.annual*heads
}

func (c *deciding) turnOnTheLine() {
	for k := range c.groups {
		if g := &c.groups[k]; g.truth == finding.NotMet && c.atTheLine(g) {
			c.f.Turn(c.set, standards.AtTheLineReading)
		}
	}
}

// belowMultiple is the condition that income a head is below the multiple of the line.
func (c *deciding) belowMultiple(g *group, multiple *figure) finding.Truth {
	if g.line == nil {
		return finding.NotMet
	}
	income, heads := c.incomeAndHeads(g)
	n := multiple.Number
	below := finding.If(times(income, n.Den).less(times(g.line.annual*heads, n.Num)))
	c.stepBelowMultiple(g, below, income, heads, multiple)
	return below
}

// singlePerson decides single-person cover (参照“单人户”) of the severely disabled and the seriously ill in a low-income family.
func (c *deciding) singlePerson() {
	if c.out.LowIncome != benefit.Eligible && c.out.LowIncome != benefit.Undetermined {
		return
	}
	for i := range c.facts.Members {
		if c.out.Members[i].Counted {
			c.f.Examine(i, c.facts.Members[i].ID)
			c.out.Members[i].SinglePerson = c.singlePersonOf(&c.facts.Members[i])
		}
	}
	c.f.ExamineHousehold()
}

func (c *deciding) singlePersonOf(m *Member) benefit.Part {
	class := c.singlePersonClass(m)
	if class == finding.NotMet {
		return benefit.Part{} // not of the class: not examined
	}
	family := finding.Of(c.out.LowIncome)
	c.stepSinglePersonFamily(family)
	c.stepSinglePersonClass(m, class)
	payment, poor := c.singlePersonPayment(m)
	c.f.Turn(c.set, standards.SinglePersonReading)
	if c.set.Choice(standards.SinglePersonReading) == standards.LineLessOwnIncome {
		c.turnOnList(m.Income.Kinds, standards.DibaoNotIncome, c.residence(m))
	}
	verdict := family.And(class).And(poor).Verdict()
	switch verdict {
	case benefit.Eligible:
		return benefit.Part{Verdict: verdict, Payment: payment}
	case benefit.Undetermined:
		c.needSinglePerson(m, benefit.SinglePerson)
		return benefit.Part{Verdict: verdict, IfMet: payment}
	}
	return benefit.Part{Verdict: verdict}
}

// singlePersonClass is the condition that m is severely disabled or seriously ill.
func (c *deciding) singlePersonClass(m *Member) finding.Truth {
	return c.r.singlePersonClass(&m.Grades, m.SeriousIllness)
}

func (r *placeRules) singlePersonClass(grades *disability.Grades, illness standards.Answer) finding.Truth {
	return grades.Within(&r.singlePersonGrades).Or(finding.If(illness == standards.Yes))
}

// needSinglePerson lists, for part n of m, what his undetermined single-person cover waits for: his class, and what the low-income family does.
func (c *deciding) needSinglePerson(m *Member, n benefit.Name) {
	if c.singlePersonClass(m) == finding.Unknown {
		c.f.NeedFact(benefit.ComponentsFact, n)
	}
	if c.out.LowIncome == benefit.Undetermined {
		c.f.NeedHouseholdFact(benefit.PropertyFact, n)
	}
}

// singlePersonPayment is what single-person cover pays (R8). By the difference from his own income nothing is due, and he is not
// eligible, if that is not below the line.
func (c *deciding) singlePersonPayment(m *Member) (benefit.Payment, finding.Truth) {
	r := c.residence(m)
	line, own, choice := c.line(r), m.Income.Dibao[r-1], c.set.Choice(standards.SinglePersonReading)
	due, poor := singlePersonDue(choice, line.annual, own)
	if choice == standards.LineLessOwnIncome {
		c.stepSinglePersonIncome(m, finding.If(poor), own, line)
	}
	if !poor {
		return benefit.Payment{}, finding.NotMet
	}
	payment := c.rounded(due, line.bound)
	c.stepSinglePersonPayment(m, own, line, payment)
	return payment, finding.Met
}

// singlePersonDue is what single-person cover comes to by a choice of R8, for a line and an own income in fen a year, and whether that
// income leaves anything due.
func singlePersonDue(choice standards.Choice, line, own int64) (due sum, poor bool) {
	switch {
	case choice == standards.FullLine:
		return sum{times(line, 1), standards.MonthsPerYear}, true
	case choice == standards.HalfLine:
		return sum{times(line, 1), 2 * standards.MonthsPerYear}, true
	case own >= line:
		return sum{}, false
	}
	return sum{times(line-own, 1), standards.MonthsPerYear}, true
}
