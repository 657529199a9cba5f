package assistance_test

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Steps 4 and 5: low-income families, and single-person cover in them.

// lowIncome decides step 4.
func (c *refCase) lowIncome(d *refDibao) {
	multiple, ok := c.ratio(standards.LowIncomeMultiple, 0, "")
	if !ok || c.out.dibao.verdict != benefit.Ineligible {
		return
	}
	if d.waiting { // property over refuses dibao all the same
		for _, i := range d.counted {
			c.out.lowNeeds = append(c.out.lowNeeds, c.out.people[i].tekunNeeds...)
		}
		c.out.low.verdict = all(open, truthOf(c.h.LowIncomeProperty != benefit.Over)).verdict()
		c.lowIncomeNeeds()
		return
	}
	money := yes
	for _, k := range d.kinds {
		fits, needs := c.belowMultiple(k, multiple)
		money = all(money, fits)
		c.out.lowNeeds = append(c.out.lowNeeds, needs...)
	}
	property, taken := limit(c.h.LowIncomeProperty), false
	if property == open && c.h.Property == benefit.Within {
		property, taken = yes, true
	}
	if property == open {
		fact := benefit.LowIncomePropertyFact
		if c.h.Property == 0 {
			fact = benefit.PropertyFact
		}
		c.out.lowNeeds = append(c.out.lowNeeds, factNeed("", fact))
	}
	known := all(money, property)
	c.out.low.verdict = known.verdict()
	if taken && known != no {
		c.assume("", benefit.LowIncomePropertyFact)
	}
	c.lowIncomeNeeds()
}

func (c *refCase) lowIncomeNeeds() {
	if c.out.low.verdict != benefit.Undetermined {
		c.out.lowNeeds = nil
	}
	c.out.needs.add(benefit.LowIncome, c.out.lowNeeds...)
}

// lowIncomeLine is what income a head must be below: the line that the place publishes for it, or the multiple of the dibao line. It
// returns too what is needed where that is reached, and a floor or not on record.
func (c *refCase) lowIncomeLine(k *refKind, multiple *big.Rat) (refFigure, string) {
	head := parts(k.income, k.heads)
	if own, err := c.set.Line(standards.LowIncomeLine, c.place, k.kind); err == nil {
		figure := figureNeed(standards.Key(standards.LowIncomeLine), c.place, k.kind, "")
		return refFigure{true, yearly(own.Amount), c.floorOnly(own.Standard)}, fmt.Sprintf("%s above %d", figure, floor(head))
	}
	most := k.line
	if most.on {
		most.year = new(big.Rat).Mul(most.year, multiple)
	}
	return most, c.lineNeed(k.kind, new(big.Rat).Quo(head, multiple))
}

// belowMultiple tells whether one kind of hukou is between the line and its multiple, and what is needed to know.
func (c *refCase) belowMultiple(k *refKind, multiple *big.Rat) (truth, []string) {
	known := yes
	if c.before2021() {
		if !k.line.on || k.line.floor {
			return no, nil
		}
		above := k.income.Cmp(times(k.line.year, k.heads))
		if above < 0 || above == 0 && c.set.Choice(standards.AtTheLineReading) == standards.NeitherAtTheLine {
			if len(k.unknown) == 0 {
				return no, nil
			}
			known = open // an unknown income may refuse dibao
		}
	}
	most, need := c.lowIncomeLine(k, multiple)
	var needs []string
	switch {
	case most.on && k.income.Cmp(times(most.year, k.heads)) < 0:
	case most.on && !most.floor, c.before2021():
		return no, nil
	default:
		known = open
		needs = append(needs, need)
	}
	if known != no && len(k.unknown) > 0 {
		known = open
		needs = append(needs, k.unknown...)
	}
	return known, needs
}

// singlePerson decides step 5 for member i.
func (c *refCase) singlePerson(i int, d *refDibao) {
	m, p := &c.h.Members[i], &c.out.people[i]
	if !slices.Contains(d.counted, i) || c.out.low.verdict != benefit.Eligible && c.out.low.verdict != benefit.Undetermined {
		return
	}
	class := either(c.within(m.Disability, standards.SinglePersonGrade), truthOf(m.SeriousIllness == standards.Yes))
	if class == no {
		return
	}
	own := c.ownIncome(m, standards.DibaoNotIncome)
	poor, lineNeeds := yes, []string(nil)
	if c.set.Choice(standards.SinglePersonReading) == standards.LineLessOwnIncome {
		poor, lineNeeds = c.belowLine(m, own)
	}
	family := yes
	if c.out.low.verdict == benefit.Undetermined {
		family = open
	}
	settled := yes // whether he is tekun
	if p.tekun.verdict == benefit.Undetermined {
		settled = open
	}
	known := all(class, poor, family, settled)
	p.single.verdict = known.verdict()
	pay := c.singlePersonSum(c.line(c.hukou(m)), own)
	switch known {
	case yes:
		p.single.pay = pay
	case open:
		if class == open {
			p.singleNeeds = append(p.singleNeeds, factNeed(m.ID, benefit.ComponentsFact))
		}
		p.singleNeeds = append(p.singleNeeds, lineNeeds...)
		p.singleNeeds = append(p.singleNeeds, c.out.lowNeeds...)
		if settled == open {
			p.singleNeeds = append(p.singleNeeds, p.tekunNeeds...)
		}
		c.out.needs.add(benefit.SinglePerson, p.singleNeeds...)
		if (family == open || c.incomeUnknown(m)) && settled == yes {
			p.single.ifMet = pay
		}
	}
}

// singlePersonSum is what single-person cover pays (R8), none where that is not known.
func (c *refCase) singlePersonSum(line refFigure, own *big.Rat) refSum {
	if !line.on {
		return refSum{}
	}
	year := line.year
	switch c.set.Choice(standards.SinglePersonReading) {
	case standards.LineLessOwnIncome:
		if own.Cmp(line.year) >= 0 {
			return refSum{}
		}
		year = new(big.Rat).Sub(line.year, own)
	case standards.HalfLine:
		year = parts(line.year, 2)
	}
	return c.sum(refFigure{true, year, line.floor})
}
