package assistance_test

import (
	"math/big"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Step 2: tekun.

func (c *refCase) selfCare(m *assistance.Member) eldercare.SelfCare {
	if m.Cannot == nil {
		return m.SelfCare
	}
	lost := map[eldercare.Activity]bool{}
	for _, a := range m.Cannot {
		if c.listed(standards.SelfCareActivity, 0, a.String()) {
			lost[a] = true
		}
	}
	partly, _ := c.number(standards.SelfCarePartly, "")
	switch {
	case len(lost) == 0:
		return eldercare.Full
	case int64(len(lost)) <= partly:
		return eldercare.Partial
	}
	return eldercare.None
}

// unable tells whether m is without ability to work.
func (c *refCase) unable(m *assistance.Member) truth {
	elder, _ := c.number(standards.TekunElderAge, "")
	minor, _ := c.number(standards.TekunMinorAge, "")
	return either(truthOf(c.age(m) >= elder), truthOf(c.age(m) < minor), c.within(m.Disability, standards.TekunGrade))
}

// belowLine tells whether an own income is below the line of m's kind, and what is needed to know.
func (c *refCase) belowLine(m *assistance.Member, own *big.Rat) (truth, []string) {
	line := c.line(c.hukou(m))
	known := yes
	switch {
	case !line.on:
		known = truthOf(own.Sign() == 0)
		if known == no {
			known = open
		}
	case own.Cmp(line.year) >= 0:
		known = no
		if line.floor {
			known = open
		}
	}
	var needs []string
	if known == open {
		needs = append(needs, c.lineNeed(c.hukou(m), own))
	}
	if known != no && c.incomeUnknown(m) {
		known = open
		needs = append(needs, factNeed(m.ID, benefit.IncomeFact))
	}
	return known, needs
}

// ownProperty tells whether m's property is within, and whether it is taken from the household's.
func (c *refCase) ownProperty(m *assistance.Member) (known truth, taken bool) {
	switch {
	case m.Property != 0:
		return limit(m.Property), false
	case c.h.Property == benefit.Over && len(c.h.Members) == 1:
		return no, false
	case c.h.Property == benefit.Within:
		return yes, true
	}
	return open, false
}

// tekun decides step 2 for member i.
func (c *refCase) tekun(i int) {
	m, p := &c.h.Members[i], &c.out.people[i]
	p.selfCare = c.selfCare(m)
	if !c.examined(m) {
		return
	}
	if m.Income == nil && !c.incomeUnknown(m) {
		c.assume(m.ID, benefit.IncomeFact)
	}
	unable := c.unable(m)
	poor, lineNeeds := c.belowLine(m, c.ownIncome(m, standards.TekunNotIncome))
	if m.Support == 0 {
		if unable != no && poor != no {
			c.assume(m.ID, benefit.SupportFact)
		}
		return
	}
	property, taken := c.ownProperty(m)
	scheme := truthOf(!c.listed(standards.TekunNotWith, 0, m.ChildScheme.String()))
	known := all(unable, truthOf(m.Support != benefit.Capable), scheme, property, poor)
	p.tekun.verdict = known.verdict()
	if known == no {
		return
	}
	if taken {
		c.assume(m.ID, benefit.OwnPropertyFact)
	}
	if m.ChildScheme == 0 && c.schemesBear(standards.TekunNotWith) {
		c.assume(m.ID, benefit.ChildSchemeFact)
	}
	if unable == open {
		p.tekunNeeds = append(p.tekunNeeds, factNeed(m.ID, benefit.ComponentsFact))
	}
	if property == open {
		p.tekunNeeds = append(p.tekunNeeds, factNeed(m.ID, benefit.PropertyFact))
	}
	if poor == open {
		p.tekunNeeds = append(p.tekunNeeds, lineNeeds...)
	}
	c.out.needs.add(benefit.Tekun, p.tekunNeeds...)
	if known == yes {
		c.tekunAmount(m, p)
	}
}

// tekunAmount pays the basic standard, or the multiple of the line that it is at least, and the care standard.
func (c *refCase) tekunAmount(m *assistance.Member, p *refPerson) {
	basic := c.rate(standards.TekunBasic, c.place, c.hukou(m), "")
	if !basic.on {
		c.out.needs.add(benefit.Tekun, figureNeed(standards.Key(standards.TekunBasic), c.place, c.hukou(m), ""))
		multiple, ok := c.ratio(standards.TekunBasicMultiple, 0, "")
		if line := c.line(c.hukou(m)); ok && line.on {
			basic = refFigure{true, new(big.Rat).Mul(line.year, multiple), true}
		}
	}
	care := refFigure{on: true, year: new(big.Rat), floor: true} // of a grade that is not stated
	if p.selfCare == 0 {
		c.out.needs.add(benefit.Tekun, factNeed(m.ID, benefit.SelfCareFact))
		for grade := eldercare.Full; grade <= eldercare.None; grade++ {
			if !c.rate(standards.TekunCare, c.place, 0, grade.String()).on {
				c.out.needs.add(benefit.Tekun, figureNeed(standards.Key(standards.TekunCare), c.place, 0, ""))
			}
		}
	} else if of := p.selfCare.String(); c.rate(standards.TekunCare, c.place, 0, of).on {
		care = c.rate(standards.TekunCare, c.place, 0, of)
	} else {
		c.out.needs.add(benefit.Tekun, figureNeed(standards.Key(standards.TekunCare), c.place, 0, of))
	}
	if basic.on {
		p.tekun.pay = c.sum(refFigure{true, new(big.Rat).Add(basic.year, care.year), basic.floor || care.floor})
	}
}

func (c *refCase) schemesBear(k standards.ListKey) bool {
	for s := benefit.Orphan; s <= benefit.UnattendedToppedUp; s++ {
		if c.listed(k, 0, s.String()) {
			return true
		}
	}
	return false
}
