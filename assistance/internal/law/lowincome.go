package law

import (
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// lowIncome decides whether a household that is not eligible for dibao is a low-income family
// (低保边缘家庭): income a head below a multiple of the line for every kind of hukou present, to
// 2021-06-30 not below the line itself, and property within the limit for such families
// (民发〔2020〕69号; 57号 art. 8).
func (c *deciding) lowIncome() {
	if c.r.multiple == nil {
		return
	}
	if c.out.Dibao.Verdict == benefit.Eligible {
		c.sayOneKindOnDibao()
	}
	if c.out.Dibao.Verdict != benefit.Ineligible {
		return
	}
	income := c.lowIncomeByIncome()
	property := c.lowIncomeProperty()
	c.out.LowIncome = income.And(property).Verdict()
	if c.out.LowIncome != benefit.Ineligible && c.facts.LowIncomeProperty == 0 && property == finding.Met {
		c.f.Assume(benefit.LowIncomePropertyFact)
	}
	if property != finding.NotMet && c.facts.OnDibao == 0 && c.jobCostsWouldMatter() {
		c.f.Assume(benefit.OnDibaoFact) // the income is after costs
	}
	c.needLowIncome(benefit.LowIncome)
	if property != finding.NotMet {
		c.turnOnTheLine()
		if c.mixed() {
			c.f.Turn(c.set, standards.MixedHukouReading)
		}
	}
}

// lowIncomeByIncome is the condition of income. While the tekun of someone counted is undetermined
// it is unknown.
func (c *deciding) lowIncomeByIncome() finding.Truth {
	if c.waits {
		c.sayTekunFirst(benefit.LowIncome)
		return finding.Unknown
	}
	income := finding.Met
	for k := range c.groups {
		g := &c.groups[k]
		if g.people == 0 {
			continue
		}
		if !c.rules.dibao2021 {
			income = income.And(c.aboveLine(g))
		}
		income = income.And(c.belowMultiple(g))
	}
	return income
}

// lowIncomeProperty is the condition of property: the limit for low-income families is a rule of
// its own. What is within that for dibao is taken to be within it.
func (c *deciding) lowIncomeProperty() finding.Truth {
	t := within(c.facts.LowIncomeProperty)
	stated := c.facts.LowIncomeProperty
	if stated == 0 && c.facts.Property == benefit.Within {
		t, stated = finding.Met, benefit.Within
	}
	c.sayProperty(benefit.StepLowIncomeProperty, benefit.LowIncome, t, stated)
	return t
}

// needLowIncome lists, for part n of whoever is examined, what the undetermined verdict on the
// family waits for.
func (c *deciding) needLowIncome(n benefit.Name) {
	if c.out.LowIncome != benefit.Undetermined {
		return
	}
	if c.waits { // that tekun is settled first
		c.needTekunOfCounted(n)
		return
	}
	c.needLowIncomes(n)
	switch {
	case c.facts.LowIncomeProperty != 0 || c.facts.Property == benefit.Within:
	case c.facts.Property == 0:
		c.f.NeedHouseholdFact(benefit.PropertyFact, n)
	default:
		c.f.NeedHouseholdFact(benefit.LowIncomePropertyFact, n)
	}
}

// needLowIncomes lists, for part n, what the condition of income waits for: incomes, and lines that
// are floors or not on record.
func (c *deciding) needLowIncomes(n benefit.Name) {
	for k := range c.groups {
		g := &c.groups[k]
		if g.people == 0 {
			continue
		}
		c.needIncomes(g, n)
		if c.rules.dibao2021 && c.statedBelowMultiple(g) == finding.Unknown {
			c.needLowIncomeLine(g, n)
		}
	}
}

// needLowIncomeLine lists the line of g as needed, above the income of one person over the
// multiple.
func (c *deciding) needLowIncomeLine(g *group, n benefit.Name) {
	income, heads := c.incomeAndHeads(g)
	if row := c.r.lowIncomeLines[g.kind-1]; row != nil {
		c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.LowIncomeLine), Place: c.facts.Division,
			Residence: g.kind},
			standards.Fen(income/heads, standards.PerYear), n)
		return
	}
	multiple := c.r.multiple.Number
	c.f.Lack(c.set, c.lineFigure(g.kind))
	head, _ := times(income, multiple.Den).over(uint64(multiple.Num * heads))
	c.f.NeedFigure(c.lineFigure(g.kind), standards.Fen(int64(head), standards.PerYear), n)
}

// aboveLine is the condition that income refuses dibao against a known line, which a floor is not.
// Exactly at the line is a reading (R4).
func (c *deciding) aboveLine(g *group) finding.Truth {
	above := finding.NotMet
	if g.line != nil {
		c.f.AddUses(&g.line.uses)
	}
	switch {
	case g.line == nil || g.line.bound == standards.AtLeast:
	case g.stated == finding.Met && c.unknownIncome(g):
		above = finding.Unknown
	case g.stated != finding.NotMet:
	case !c.atTheLine(g) || c.set.Choice(standards.AtTheLineReading) != standards.NeitherAtTheLine:
		above = finding.Met
	case c.unknownIncome(g):
		above = finding.Unknown
	}
	c.sayAboveLine(g, above)
	return above
}

func (c *deciding) atTheLine(g *group) bool {
	income, heads := c.incomeAndHeads(g)
	return g.line != nil && income == g.line.annual*heads
}

func (c *deciding) turnOnTheLine() {
	for k := range c.groups {
		if g := &c.groups[k]; g.stated == finding.NotMet && c.atTheLine(g) {
			c.f.Turn(c.set, standards.AtTheLineReading)
		}
	}
}

// belowMultiple is the condition that income a head is below the multiple of the line, or below the
// base line that the place publishes.
func (c *deciding) belowMultiple(g *group) finding.Truth {
	t := c.statedBelowMultiple(g)
	if t == finding.Met && c.unknownIncome(g) {
		t = finding.Unknown
	}
	if limit := c.lowIncomeLimit(g); limit.row != nil {
		c.f.AddUses(&limit.row.uses)
	}
	c.sayBelowMultiple(g, t)
	return t
}

// statedBelowMultiple is belowMultiple by the incomes that are stated. At a floor it is unknown by
// the measures of 2021, and not met before.
func (c *deciding) statedBelowMultiple(g *group) finding.Truth {
	limit := c.lowIncomeLimit(g)
	income, heads := c.incomeAndHeads(g)
	open := finding.NotMet
	if c.rules.dibao2021 {
		open = finding.Unknown
	}
	switch {
	case limit.row == nil:
		return open
	case times(income, limit.times.Den).less(times(limit.row.annual*heads, limit.times.Num)):
		return finding.Met
	case limit.row.bound == standards.AtLeast:
		return open
	}
	return finding.NotMet
}

// limit is a row that income is compared with, taken a number of times.
type limit struct {
	row   *figure // nil: not on record
	times standards.Fraction
}

// lowIncomeLimit returns the limit that the income a head of a low-income family must be below.
func (c *deciding) lowIncomeLimit(g *group) limit {
	if row := c.r.lowIncomeLines[g.kind-1]; row != nil {
		return limit{row, standards.Whole(1)}
	}
	return limit{g.line, c.r.multiple.Number}
}

// singlePerson decides single-person cover (参照“单人户”) of the severely disabled and the seriously ill
// in a low-income family.
func (c *deciding) singlePerson() {
	if c.out.LowIncome != benefit.Eligible && c.out.LowIncome != benefit.Undetermined {
		return
	}
	for i := range c.facts.Members {
		if c.out.Members[i].Counted {
			c.f.Examine(i, c.facts.Members[i].ID)
			c.singlePersonOf(&c.facts.Members[i], &c.out.Members[i])
		}
	}
	c.f.ExamineHousehold()
}

// singlePersonOf decides the cover of m, in o.
func (c *deciding) singlePersonOf(m *Member, o *MemberOutcome) {
	class := c.r.singlePersonClass(&m.Grades, m.SeriousIllness)
	if class == finding.NotMet {
		return // not of the class: not examined
	}
	family := finding.Of(c.out.LowIncome)
	c.saySinglePersonFamily(family)
	c.saySinglePersonClass(m, class)
	c.turnOnCover(m)
	poor := c.ownIncomeForCover(m)
	settled := finding.If(o.Tekun.Verdict != benefit.Undetermined)
	if settled == finding.NotMet {
		settled = finding.Unknown
	}
	part := &o.SinglePerson
	part.Verdict = family.And(class).And(poor).And(settled).Verdict()
	switch part.Verdict {
	case benefit.Eligible:
		part.Payment = c.singlePersonPayment(m)
	case benefit.Undetermined:
		c.needSinglePerson(m, benefit.SinglePerson)
		open := family == finding.Unknown || m.incomeUnknown()
		if open && settled == finding.Met && c.statedForCover(m) == finding.Met && c.line(c.residence(m)) != nil {
			part.IfMet = c.singlePersonPayment(m)
		}
	}
}

// turnOnCover names the readings that the cover of m turns on: what it pays, the line, and where it
// goes by own income what of that counts.
func (c *deciding) turnOnCover(m *Member) {
	c.f.Turn(c.set, standards.SinglePersonReading)
	if line := c.line(c.residence(m)); line != nil {
		c.f.AddUses(&line.uses)
	}
	if c.coverGoesByIncome() {
		c.turnOnList(m.Income.Kinds, c.residence(m))
	}
}

func (r *placeRules) singlePersonClass(grades *disability.Grades, illness standards.Answer) finding.Truth {
	return grades.Within(&r.singlePersonGrades).Or(finding.If(illness == standards.Yes))
}

// needSinglePerson lists, for part n of whoever is examined, what the undetermined single-person
// cover of m waits for: the class, what the family waits for, and own income.
func (c *deciding) needSinglePerson(m *Member, n benefit.Name) {
	if c.r.singlePersonClass(&m.Grades, m.SeriousIllness) == finding.Unknown {
		c.f.NeedFactOf(m.ID, benefit.ComponentsFact, n)
	}
	c.needLowIncome(n)
	switch c.statedForCover(m) {
	case finding.Unknown:
		c.needLine(c.residence(m), m.Income.Dibao[c.residence(m)-1], 1, n)
	case finding.Met:
		if m.incomeUnknown() && c.coverGoesByIncome() {
			c.f.NeedFactOf(m.ID, benefit.IncomeFact, n)
		}
	}
}

// coverGoesByIncome reports whether single-person cover pays by the difference from own income
// (R8).
func (c *deciding) coverGoesByIncome() bool {
	return c.set.Choice(standards.SinglePersonReading) == standards.LineLessOwnIncome
}

// ownIncomeForCover is the condition that own income is below the line, where cover goes by it.
func (c *deciding) ownIncomeForCover(m *Member) finding.Truth {
	t := c.statedForCover(m)
	if !c.coverGoesByIncome() {
		return t
	}
	if t == finding.Met && m.incomeUnknown() {
		t = finding.Unknown
	}
	c.saySinglePersonIncome(m, t)
	return t
}

// statedForCover is ownIncomeForCover by the income that is stated.
func (c *deciding) statedForCover(m *Member) finding.Truth {
	r := c.residence(m)
	line, own := c.line(r), m.Income.Dibao[r-1]
	switch {
	case !c.coverGoesByIncome(), line == nil && own == 0:
		return finding.Met
	case line == nil:
		return finding.Unknown
	case own < line.annual:
		return finding.Met
	case line.bound == standards.AtLeast:
		return finding.Unknown
	}
	return finding.NotMet
}

// singlePersonPayment returns the payment of single-person cover (R8): job and rigid costs are not
// taken off here. Where the line is not on record the amount is missing, and the line is needed.
func (c *deciding) singlePersonPayment(m *Member) benefit.Payment {
	r := c.residence(m)
	line, own := c.line(r), m.Income.Dibao[r-1]
	if line == nil {
		c.needLine(r, own, 1, benefit.SinglePerson)
		return benefit.Payment{}
	}
	payment := c.rounded(singlePersonDue(c.set.Choice(standards.SinglePersonReading), line.annual, own), line.bound)
	c.saySinglePersonPayment(m, own, line, payment)
	return payment
}

// singlePersonDue returns the sum of single-person cover by a choice of R8, for a line and an own
// income below it in fen a year.
func singlePersonDue(choice standards.Choice, line, own int64) sum {
	switch choice {
	case standards.FullLine:
		return sum{times(line, 1), standards.MonthsPerYear}
	case standards.HalfLine:
		return sum{times(line, 1), 2 * standards.MonthsPerYear}
	}
	return sum{times(line-own, 1), standards.MonthsPerYear}
}
