package law

import (
	"cmp"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// subsidies decides the two disability subsidies (残疾人两项补贴) of those with a certificate: the living
// subsidy of counted and of tekun members, the nursing subsidy of everyone examined.
func (c *deciding) subsidies() {
	for i := range c.facts.Members {
		m, o := &c.facts.Members[i], &c.out.Members[i]
		if m.Grades.Worst == 0 || !c.examined(m) {
			continue
		}
		rates, p := c.person(m, o) // which decide nothing elsewhere
		c.f.Examine(i, m.ID)
		if o.Counted || o.Tekun.Verdict == benefit.Eligible {
			p.Dibao = c.onDibao(m, o)
			if c.untried {
				p.Wages = cmp.Or(p.Wages, standards.No) // who is counted is asked first
			}
			rates.DecideLiving(&o.Living, &p, c.f)
			c.needForLiving(m, o, &p)
		}
		rates.DecideNursing(&o.Nursing, &p, c.f)
		if o.Nursing.Verdict == benefit.Undetermined && o.Tekun.Verdict == benefit.Undetermined {
			c.needTekun(m, o, benefit.Nursing)
		}
	}
	c.f.ExamineHousehold()
}

// person is m as the two subsidies ask about them, and the rates of the place, nil outside the
// city.
func (c *deciding) person(m *Member, o *MemberOutcome) (*disability.Rates, disability.Person) {
	p := c.ratesOf(m)
	place := c.rules.of(p)
	if place == nil {
		return nil, disability.Person{}
	}
	return &place.rates, disability.Person{Place: p, Grades: m.Grades, LongTermCare: m.LongTermCare,
		Tekun:             o.Tekun.Verdict,
		WorkInjuryNursing: m.WorkInjuryNursing, ChildScheme: m.ChildScheme, LivingAllowance: m.LivingAllowance,
		NursingAllowance: m.NursingAllowance, Wages: m.wages()}
}

// ratesOf is the place whose rates m has: the member's own division, or else the household's.
func (c *deciding) ratesOf(m *Member) standards.Place {
	if m.Division != 0 {
		return m.Division
	}
	return c.facts.Division
}

// wages tells whether the member has wages above nil (R16).
func (m *Member) wages() standards.Answer {
	switch {
	case m.Income.Kinds.Has(standards.Wages):
		return standards.Yes
	case m.incomeUnknown():
		return 0
	}
	return standards.No
}

// onDibao returns the verdict that the living subsidy follows: the dibao verdict of the member's
// own kind of hukou, or the member's single-person cover.
func (c *deciding) onDibao(m *Member, o *MemberOutcome) benefit.Verdict {
	cover := finding.Of(o.SinglePerson.Verdict)
	if c.coverWaits(m, o) {
		cover = finding.Unknown
	}
	return finding.Of(c.kindVerdict(&c.groups[c.residence(m)-1])).Or(cover).Verdict()
}

// coverWaits reports whether the dibao of those of m's kind of hukou is refused, and single-person
// cover is not examined because the dibao of the other kind is undetermined: it may come with that.
func (c *deciding) coverWaits(m *Member, o *MemberOutcome) bool {
	return o.SinglePerson.Verdict == benefit.NotExamined && c.out.Dibao.Verdict == benefit.Undetermined &&
		c.kindVerdict(&c.groups[c.residence(m)-1]) == benefit.Ineligible &&
		c.r.multiple != nil && c.r.singlePersonClass(&m.Grades, m.SeriousIllness) != finding.NotMet
}

// needForLiving lists what an undetermined living subsidy waits for with what it follows: tekun,
// the dibao of the member's own kind of hukou, or single-person cover.
func (c *deciding) needForLiving(m *Member, o *MemberOutcome, p *disability.Person) {
	if c.untried && o.Living.Verdict == benefit.Eligible { // if counted
		o.Living = benefit.Part{Verdict: benefit.Undetermined, IfMet: o.Living.Payment}
	}
	if o.Living.Verdict != benefit.Undetermined {
		return
	}
	if o.Tekun.Verdict == benefit.Undetermined {
		c.needTekun(m, o, benefit.Living)
	}
	if c.untried || p.ByGradeAlone(c.set) == finding.Met {
		return
	}
	c.needKind(&c.groups[c.residence(m)-1], benefit.Living)
	if c.coverWaits(m, o) {
		c.needKind(&c.groups[2-c.residence(m)], benefit.Living)
	}
	if o.SinglePerson.Verdict == benefit.Undetermined {
		c.needSinglePerson(m, benefit.Living)
	}
}
