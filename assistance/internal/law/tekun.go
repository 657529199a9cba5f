package law

import (
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// tekun decides tekun support (特困人员救助供养) of each member whose supporters are stated: no ability to
// work, no source of income, and no one legally bound and able to support the member.
func (c *deciding) tekun() {
	for i := range c.facts.Members {
		m, o := &c.facts.Members[i], &c.out.Members[i]
		switch {
		case !c.examined(m):
		case m.Support == 0:
			c.assumeSupport(i, m)
		case m.Support == benefit.Capable && !c.f.Explain:
			o.Tekun.Verdict = benefit.Ineligible // whatever else holds: only an explanation goes through all of it
		default:
			c.f.Examine(i, m.ID)
			c.tekunOf(m, o)
		}
	}
	c.f.ExamineHousehold()
}

// tekunOf decides the tekun of m, in o.
func (c *deciding) tekunOf(m *Member, o *MemberOutcome) {
	part := &o.Tekun
	unable := c.unableToWork(m)
	unsupported := finding.If(m.Support != benefit.Capable)
	free := c.outsideSchemes(m)
	poor := c.ownIncomeBelowLine(m)
	property := c.ownPropertyWithin(m)
	c.saySupport(m, unsupported)

	part.Verdict = unable.And(unsupported).And(free).And(poor).And(property).Verdict()
	c.turnOnTekun(m, unable, poor, unsupported.And(free).And(property))
	if part.Verdict == benefit.Ineligible {
		return
	}
	if m.ChildScheme == 0 {
		c.f.Assume(benefit.ChildSchemeFact)
	}
	if m.Property == 0 && property == finding.Met {
		c.f.Assume(benefit.OwnPropertyFact) // the household's is against another limit
	}
	switch part.Verdict {
	case benefit.Undetermined:
		o.tekun = tekunConditions{unable, poor, property}
		c.needTekun(m, o, benefit.Tekun)
	case benefit.Eligible:
		part.Payment = c.tekunPayment(m)
	}
}

// tekunConditions are the conditions of an undetermined tekun that it may wait for.
type tekunConditions struct{ unable, poor, property finding.Truth }

// needTekun lists, for part n of whoever is examined, what the undetermined tekun of m waits for.
func (c *deciding) needTekun(m *Member, o *MemberOutcome, n benefit.Name) {
	if o.tekun.unable == finding.Unknown {
		c.f.NeedFactOf(m.ID, benefit.ComponentsFact, n)
	}
	if o.tekun.poor == finding.Unknown {
		if m.incomeUnknown() {
			c.f.NeedFactOf(m.ID, benefit.IncomeFact, n)
		} else {
			c.needLine(c.residence(m), m.Income.Tekun, 1, n)
		}
	}
	if o.tekun.property == finding.Unknown {
		c.f.NeedFactOf(m.ID, benefit.PropertyFact, n)
	}
}

// assumeSupport lists that someone who fits, or may fit, by class and own income was taken to have
// supporters who are able.
func (c *deciding) assumeSupport(i int, m *Member) {
	explain := c.f.Explain
	c.f.Explain = false // no verdict, no steps
	unable, poor := c.unableToWork(m), finding.Unknown
	if unable != finding.NotMet || c.r.minorAgeOpen() {
		poor = c.ownIncomeBelowLine(m)
	}
	c.f.Explain = explain
	c.turnOnTekun(m, unable, poor, finding.Met)
	if unable != finding.NotMet && poor != finding.NotMet {
		c.f.Examine(i, m.ID)
		c.f.Assume(benefit.SupportFact)
	}
}

// turnOnTekun names the readings that a tekun verdict, or the assumption that replaces it, turns
// on.
func (c *deciding) turnOnTekun(m *Member, unable, poor, others finding.Truth) {
	if others == finding.NotMet {
		return
	}
	if poor != finding.NotMet {
		c.turnOnMinorAge(m)
	}
	if unable != finding.NotMet {
		c.turnOnLine(c.residence(m), m.Income.Tekun)
	}
}

// unableToWork is the condition of no ability to work (无劳动能力): old age, minority, or a disability
// of the classes listed.
func (c *deciding) unableToWork(m *Member) finding.Truth {
	unable := c.r.unableToWork(m.Age, &m.Grades)
	c.sayUnableToWork(m, unable)
	return unable
}

func (r *placeRules) unableToWork(age int, grades *disability.Grades) finding.Truth {
	if r.elder.reached(age) || r.minor.below(age) {
		return finding.Met
	}
	return grades.Within(&r.tekunGrades)
}

// turnOnMinorAge names the reading of the age of minors for someone whose ability to work goes by
// it.
func (c *deciding) turnOnMinorAge(m *Member) {
	if !c.r.minorAgeOpen() {
		return
	}
	open := c.r.minorOpen
	if !c.r.elder.reached(m.Age) && m.Age >= open[0] && m.Age < open[1] &&
		m.Grades.Within(&c.r.tekunGrades) != finding.Met {
		c.f.Turn(c.set, standards.TekunMinor2021Reading)
	}
}

// outsideSchemes is the condition that no children's scheme excludes the member.
func (c *deciding) outsideSchemes(m *Member) finding.Truth {
	if m.ChildScheme == 0 {
		return finding.Met
	}
	free := finding.If(!c.r.tekunNotWith.has(uint8(m.ChildScheme)))
	c.sayScheme(m, free)
	return free
}

// ownIncomeBelowLine is the first half of no source of income (无生活来源): own income below the dibao
// line. No income at all is below any line, on record or not.
func (c *deciding) ownIncomeBelowLine(m *Member) finding.Truth {
	line := c.line(c.residence(m))
	below := finding.Unknown
	switch own := m.Income.Tekun; {
	case own == 0 && line == nil:
		below = finding.Met
	case line == nil:
	case own < line.annual:
		below = finding.Met
	case line.bound == standards.Exactly:
		below = finding.NotMet
	}
	if below == finding.Met && m.incomeUnknown() {
		below = finding.Unknown
	}
	c.sayOwnIncome(m, below, line)
	return below
}

// ownPropertyWithin is the other half: own property within the limit for tekun. Where only the
// household's is stated, too much of it refuses a sole member, and of others it is not known whose
// it is.
func (c *deciding) ownPropertyWithin(m *Member) finding.Truth {
	t := within(m.Property)
	if m.Property == 0 && (c.facts.Property == benefit.Within || c.sole()) {
		t = within(c.facts.Property)
	}
	c.sayOwnProperty(m, t)
	return t
}

// tekunPayment is the basic living standard, and the care standard of the member's self-care on top
// (649号 art. 15). The basic standard is due whatever the care standard: it is at least that where
// the care standard, or self-care, is not known. Where the basic standard itself is not on record
// it is at least the multiple of the line that is.
func (c *deciding) tekunPayment(m *Member) benefit.Payment {
	r := c.residence(m)
	basic := c.tekunBasic(r)
	if c.r.tekunBasic[r-1] == nil {
		c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.TekunBasic), Place: c.facts.Division, Residence: r},
			standards.Amount{}, benefit.Tekun)
	}
	care := c.tekunCare(m)
	if basic.row == nil {
		return benefit.Payment{}
	}
	c.f.AddUses(&basic.row.uses)
	if care != nil {
		c.f.AddUses(&care.uses)
	}
	bound := standards.AtLeast
	if care != nil {
		bound = max(basic.bound, care.bound)
	}
	payment := c.rounded(basic.withCare(care), bound)
	c.sayTekunPayment(basic, care, payment)
	return payment
}

// basicStandard returns the basic living standard as far as it is known, a month.
type basicStandard struct {
	row      *figure // that states it, or the line; nil: nothing is known
	multiple *figure // of the line, where that is what is known
	total    sum
	bound    standards.Bound
}

// withCare is the basic standard and a care standard, which may be nil, a month.
func (b basicStandard) withCare(care *figure) sum {
	total := b.total
	if care != nil {
		total.num = total.num.plus(times(care.annual, total.den/standards.MonthsPerYear))
	}
	return total
}

// tekunBasic is the basic living standard of kind of hukou r, or at least the multiple of the line.
func (c *deciding) tekunBasic(r standards.Residence) basicStandard {
	if row := c.r.tekunBasic[r-1]; row != nil {
		return basicStandard{row: row, total: sum{times(row.annual, 1), standards.MonthsPerYear}, bound: row.bound}
	}
	line, multiple := c.line(r), c.r.tekunMultiple
	if line == nil || multiple == nil {
		return basicStandard{}
	}
	n := multiple.Number
	return basicStandard{row: line, multiple: multiple,
		total: sum{times(line.annual, n.Num), n.Den * standards.MonthsPerYear}, bound: standards.AtLeast}
}

// tekunCare is the care standard of the member's self-care, nil where either is not known, and what
// is then needed.
func (c *deciding) tekunCare(m *Member) *figure {
	if m.SelfCare == 0 {
		c.f.NeedFact(benefit.SelfCareFact, benefit.Tekun)
		c.needAnyCare()
		return nil
	}
	care := c.r.tekunCare[m.SelfCare]
	if care == nil {
		c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.TekunCare), Place: c.facts.Division,
			Of: m.SelfCare.String()},
			standards.Amount{}, benefit.Tekun)
	}
	return care
}

// needAnyCare lists the care standard as needed if that of any self-care grade is not on record.
func (c *deciding) needAnyCare() {
	for s := eldercare.Full; s <= eldercare.None; s++ {
		if c.r.tekunCare[s] == nil {
			c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.TekunCare), Place: c.facts.Division}, standards.Amount{},
				benefit.Tekun)
			return
		}
	}
}
