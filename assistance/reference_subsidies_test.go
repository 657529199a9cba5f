package assistance_test

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Step 6: the two disability subsidies.

// refSubsidy is one of the two.
type refSubsidy struct {
	name    benefit.Name
	rate    standards.RateKey
	grade   standards.NumberKey
	notWith standards.ListKey
	other   benefit.Fact
}

var refLiving = refSubsidy{benefit.Living, standards.DisabilityLiving, standards.LivingGrade, standards.LivingNotWith, benefit.LivingAllowanceFact}

var refNursing = refSubsidy{benefit.Nursing, standards.DisabilityNursing, standards.NursingGrade, standards.NursingNotWith, benefit.NursingAllowanceFact}

// subsidies decides step 6 for member i.
func (c *refCase) subsidies(i int, d *refDibao) {
	m, p := &c.h.Members[i], &c.out.people[i]
	place := c.place
	if m.Division != 0 {
		place = m.Division
	}
	if m.Disability.Category == 0 || !c.examined(m) || place == standards.Elsewhere {
		return
	}
	var follows truth
	var needs []string
	counted := slices.Contains(d.counted, i)
	if counted {
		follows, needs = c.onDibao(i, d)
	}
	there := &refCase{set: c.set, h: c.h, kind: c.kind, place: place, out: c.out}
	part, rate := there.subsidy(refLiving, m, p, m.LivingAllowance, follows)
	p.livingRate = rate
	if counted || p.tekun.verdict == benefit.Eligible {
		p.living = part
		there.keep(refLiving, m, p, m.LivingAllowance, part, follows, needs)
		onDibao := counted && (d.of(c.hukou(m)).member == yes || p.single.verdict == benefit.Eligible)
		if part.verdict != benefit.Ineligible && counted && !onDibao && c.gradeAlone(m) != no {
			c.assume(m.ID, benefit.GuideExclusionsFact)
		}
	}
	care := yes
	if c.set.Choice(standards.LongTermCareReading) == standards.LongTermCareTested {
		care = map[standards.Answer]truth{standards.Yes: yes, standards.No: no, 0: open}[m.Disability.LongTermCare]
	}
	needs = []string{factNeed(m.ID, benefit.LongTermCareFact)}
	p.nursing, p.nursingRate = there.subsidy(refNursing, m, p, m.NursingAllowance, care)
	there.keep(refNursing, m, p, m.NursingAllowance, p.nursing, care, needs)
}

// onDibao tells whether counted member i is on dibao for the living subsidy, and what is needed to know.
func (c *refCase) onDibao(i int, d *refDibao) (truth, []string) {
	m, p := &c.h.Members[i], &c.out.people[i]
	kind := d.of(c.hukou(m))
	follows := kind.member
	var needs []string
	if kind.member == open {
		needs = slices.Clone(kind.needs)
	}
	switch p.single.verdict {
	case benefit.Eligible:
		follows = yes
	case benefit.Undetermined:
		follows = either(follows, open)
		needs = append(needs, p.singleNeeds...)
	}
	if p.single.verdict == benefit.NotExamined && kind.member == no && c.out.dibao.verdict == benefit.Undetermined && c.mayBeCovered(m) {
		follows = open // once the other kind of hukou is refused
		for _, other := range d.kinds {
			if other.member == open {
				needs = append(needs, other.needs...)
			}
		}
	}
	if alone := c.gradeAlone(m); alone != no {
		follows = either(follows, alone)
		if alone == open {
			needs = append(needs, factNeed(m.ID, benefit.IncomeFact))
		}
	}
	if d.untried != nil {
		return min(follows, open), d.untried
	}
	return follows, needs
}

// mayBeCovered tells whether m is, or may be, of the class of single-person cover.
func (c *refCase) mayBeCovered(m *assistance.Member) bool {
	_, ok := c.ratio(standards.LowIncomeMultiple, 0, "")
	return ok && either(c.within(m.Disability, standards.SinglePersonGrade), truthOf(m.SeriousIllness == standards.Yes)) != no
}

// gradeAlone tells whether grade 1 or 2 alone gives m the living subsidy (R16).
func (c *refCase) gradeAlone(m *assistance.Member) truth {
	switch {
	case c.set.Choice(standards.LivingGradeReading) != standards.LivingGradesOneOrTwo, m.Disability.Grade > 2, has(m, standards.Wages):
		return no
	case c.incomeUnknown(m):
		return open
	}
	return yes
}

// subsidy is decided by the figures, classes and lists of the place of c, and by what it follows. It returns what is paid too.
func (c *refCase) subsidy(s refSubsidy, m *assistance.Member, p *refPerson, other standards.Amount, follows truth) (refPart, refSum) {
	rate := c.rate(s.rate, c.place, 0, strconv.Itoa(m.Disability.Grade))
	least, _ := c.number(s.grade, "")
	free := truthOf(!(p.tekun.verdict == benefit.Eligible && c.listed(s.notWith, 0, "tekun") ||
		m.WorkInjuryNursing == standards.Yes && c.listed(s.notWith, 0, "work-injury-nursing") || c.listed(s.notWith, 0, m.ChildScheme.String())))
	if p.tekun.verdict == benefit.Undetermined && c.listed(s.notWith, 0, "tekun") {
		free = all(free, open)
	}
	allowance := compareAllowance(rate, other)
	known := all(free, truthOf(int64(m.Disability.Grade) <= least), allowance, follows)
	part, sum := refPart{verdict: known.verdict()}, refSum{}
	if rate.on && allowance == yes { // a rate is paid as it is on record: nothing is computed, nor rounded
		sum = refSum{true, rate.floor, floor(parts(rate.year, 12))}
	}
	switch known {
	case yes:
		part.pay = sum
	case open:
		part.ifMet = sum
	}
	return part, sum
}

// compareAllowance tells whether another allowance of the kind is no higher than the rate.
func compareAllowance(rate refFigure, other standards.Amount) truth {
	switch {
	case !other.Stated() || other.Fen() == 0:
		return yes
	case !rate.on:
		return open
	case yearly(other).Cmp(rate.year) <= 0:
		return yes
	case rate.floor:
		return open
	}
	return no
}

// keep lists what a subsidy that is not refused needs and assumes.
func (c *refCase) keep(s refSubsidy, m *assistance.Member, p *refPerson, other standards.Amount, part refPart, follows truth, followed []string) {
	if part.verdict == benefit.Ineligible {
		return
	}
	if m.WorkInjuryNursing == 0 && c.listed(s.notWith, 0, "work-injury-nursing") {
		c.assume(m.ID, benefit.WorkInjuryNursingFact)
	}
	if m.ChildScheme == 0 && c.schemesBear(s.notWith) {
		c.assume(m.ID, benefit.ChildSchemeFact)
	}
	if !other.Stated() {
		c.assume(m.ID, s.other)
	}
	rate := c.rate(s.rate, c.place, 0, strconv.Itoa(m.Disability.Grade))
	figure := figureNeed(standards.Key(s.rate), c.place, 0, "") // a class is named where a key must have one
	switch {
	case !rate.on:
		c.out.needs.add(s.name, figure)
	case compareAllowance(rate, other) == open:
		month := parts(yearly(other), 12) // an equal rate is not lower: above the last fen a month below the allowance
		c.out.needs.add(s.name, fmt.Sprintf("%s above %d", figure, 12*(ceiling(month)-1)))
	}
	if part.verdict != benefit.Undetermined {
		return
	}
	if p.tekun.verdict == benefit.Undetermined && c.listed(s.notWith, 0, "tekun") {
		c.out.needs.add(s.name, p.tekunNeeds...)
	}
	if follows == open {
		c.out.needs.add(s.name, followed...)
	}
}
