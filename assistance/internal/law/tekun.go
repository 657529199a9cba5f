package law

import (
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// tekun decides tekun support (特困人员救助供养) of each member whose supporters are stated: no ability to work, no source of income, and no
// one legally bound and able to support him.
func (c *deciding) tekun() {
	for i := range c.facts.Members {
		m, o := &c.facts.Members[i], &c.out.Members[i]
		if !c.examined(m) {
			continue
		}
		c.f.Examine(i, m.ID)
		if m.Support == 0 {
			c.assumeSupport(m)
			continue
		}
		o.Tekun = c.tekunOf(m)
	}
	c.f.ExamineHousehold()
}

func (c *deciding) tekunOf(m *Member) benefit.Part {
	unable := c.unableToWork(m)
	unsupported := benefit.If(m.Support != benefit.Capable)
	free := c.outsideSchemes(m)
	poor := c.ownIncomeBelowLine(m)
	property := c.ownPropertyWithin(m)
	c.stepSupport(m, unsupported)

	verdict := unable.And(unsupported).And(free).And(poor).And(property).Verdict()
	c.turnOnTekun(m, unable, poor, unsupported.And(free).And(property))
	if verdict == benefit.Ineligible {
		return benefit.Part{Verdict: verdict}
	}
	if m.ChildScheme == 0 {
		c.f.Assume(benefit.ChildSchemeFact)
	}
	if unable == benefit.Unknown {
		c.f.NeedFact(benefit.ComponentsFact, benefit.Tekun)
	}
	if poor == benefit.Unknown {
		c.needLine(c.residence(m), m.Income.Tekun, 1, benefit.Tekun)
	}
	if property == benefit.Unknown {
		c.f.NeedFact(benefit.PropertyFact, benefit.Tekun)
	}
	if verdict != benefit.Eligible {
		return benefit.Part{Verdict: verdict}
	}
	return benefit.Part{Verdict: verdict, Payment: c.tekunPayment(m)}
}

// assumeSupport lists that someone who fits by class and own income was taken to have supporters who are able.
func (c *deciding) assumeSupport(m *Member) {
	explain := c.f.Explain
	c.f.Explain = false // no verdict, no steps
	unable, poor := c.unableToWork(m), c.ownIncomeBelowLine(m)
	c.f.Explain = explain
	c.turnOnTekun(m, unable, poor, benefit.Met)
	if unable == benefit.Met && poor == benefit.Met {
		c.f.Assume(benefit.SupportFact)
	}
}

// turnOnTekun names the readings that a tekun verdict, or the assumption that replaces it, turns on.
func (c *deciding) turnOnTekun(m *Member, unable, poor, others benefit.Truth) {
	if others == benefit.NotMet {
		return
	}
	if poor != benefit.NotMet {
		c.turnOnMinorAge(m)
	}
	if unable != benefit.NotMet {
		c.turnOnLine(c.residence(m), m.Income.Tekun)
		c.turnOnList(&m.Income, standards.TekunNotIncome, c.residence(m))
	}
}

// unableToWork is the condition of no ability to work (无劳动能力): old age, minority, or a disability of the classes listed.
func (c *deciding) unableToWork(m *Member) benefit.Truth {
	age := m.Born.AgeOn(c.set.Day())
	elder, _ := c.number(standards.TekunElderAge)
	minor, hasMinor := c.number(standards.TekunMinorAge)
	unable := benefit.If(elder.Number.Stated() && age >= elder.Number.Int() || hasMinor && age < minor.Number.Int())
	if unable == benefit.NotMet {
		unable = m.Grades.Within(c.set, standards.TekunGrade)
	}
	c.stepUnableToWork(m, age, unable, &elder, &minor)
	return unable
}

// turnOnMinorAge names the reading of the age of minors for someone whose ability to work goes by it.
func (c *deciding) turnOnMinorAge(m *Member) {
	if !c.set.Open(standards.TekunMinor2021Reading) {
		return
	}
	if elder, ok := c.number(standards.TekunElderAge); ok && m.Born.AgeOn(c.set.Day()) >= elder.Number.Int() {
		return
	}
	if m.Grades.Within(c.set, standards.TekunGrade) != benefit.Met && c.set.TurnsOnMinorAge(m.Born.AgeOn(c.set.Day())) {
		c.f.Turn(c.set, standards.TekunMinor2021Reading)
	}
}

func (c *deciding) number(k standards.NumberKey) (standards.Standard, bool) {
	return c.set.Find(standards.Key(k), standards.China, 0, "")
}

// outsideSchemes is the condition that no children's scheme excludes him.
func (c *deciding) outsideSchemes(m *Member) benefit.Truth {
	if m.ChildScheme == 0 {
		return benefit.Met
	}
	row, listed := c.set.Listed(standards.TekunNotWith, c.facts.Division, 0, m.ChildScheme.String())
	c.stepScheme(m, benefit.If(!listed), &row)
	return benefit.If(!listed)
}

// ownIncomeBelowLine is the first half of no source of income (无生活来源): his own income below the dibao line. No income at all is
// below any line, on record or not.
func (c *deciding) ownIncomeBelowLine(m *Member) benefit.Truth {
	line, bound := c.line(c.residence(m))
	below := benefit.Unknown
	switch own := m.Income.Tekun; {
	case own == 0 && line == nil:
		below = benefit.Met
	case line == nil:
	case own < line.Amount.Annual():
		below = benefit.Met
	case bound == standards.Exactly:
		below = benefit.NotMet
	}
	c.stepOwnIncome(m, below, line, bound)
	return below
}

// ownPropertyWithin is the other half: his own property within the limit. Where only the household's is stated, too much of it
// refuses a sole member, and of others it is not known whose it is.
func (c *deciding) ownPropertyWithin(m *Member) benefit.Truth {
	within := benefit.Unknown
	switch {
	case m.Property != 0:
		within = benefit.If(m.Property == benefit.Within)
	case c.facts.Property == benefit.Within:
		within = benefit.Met
	case c.facts.Property == benefit.Over && len(c.facts.Members) == 1:
		within = benefit.NotMet
	}
	c.stepOwnProperty(m, within)
	return within
}

// tekunPayment is the basic living standard and the care standard of his self-care. Where self-care is not stated it is at least the
// basic standard; where a figure is not on record there is none.
func (c *deciding) tekunPayment(m *Member) benefit.Payment {
	r := c.residence(m)
	basic, basicErr := c.set.Rate(standards.TekunBasic, c.facts.Division, r, "")
	if basicErr != nil {
		c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.TekunBasic), Place: c.facts.Division, Residence: r}, standards.Amount{}, benefit.Tekun)
	}
	if m.SelfCare == 0 {
		c.f.NeedFact(benefit.SelfCareFact, benefit.Tekun)
		c.needAnyCare()
		if basicErr != nil {
			return benefit.Payment{}
		}
		c.f.Use(c.set, &basic.Standard, c.facts.Division)
		return c.stepTekunPayment(&basic, nil, benefit.Monthly(c.round(annual(basic.Amount)), standards.AtLeast))
	}
	care, careErr := c.set.Rate(standards.TekunCare, c.facts.Division, r, m.SelfCare.String())
	if careErr != nil {
		c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.TekunCare), Place: c.facts.Division, Of: m.SelfCare.String()}, standards.Amount{}, benefit.Tekun)
	}
	if basicErr != nil || careErr != nil {
		return benefit.Payment{}
	}
	c.f.Use(c.set, &basic.Standard, c.facts.Division)
	c.f.Use(c.set, &care.Standard, c.facts.Division)
	total := sum{times(basic.Amount.Annual(), 1).plus(times(care.Amount.Annual(), 1)), standards.MonthsPerYear}
	bound := max(benefit.BoundOf(c.set, &basic.Standard), benefit.BoundOf(c.set, &care.Standard))
	return c.stepTekunPayment(&basic, &care, benefit.Monthly(c.round(total), bound))
}

// needAnyCare lists the care standard as needed if that of any self-care grade is not on record.
func (c *deciding) needAnyCare() {
	for s := eldercare.Full; s <= eldercare.None; s++ {
		if _, ok := c.set.Find(standards.Key(standards.TekunCare), c.facts.Division, 0, s.String()); !ok {
			c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.TekunCare), Place: c.facts.Division}, standards.Amount{}, benefit.Tekun)
			return
		}
	}
}
