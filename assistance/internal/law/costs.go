package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// deductCosts takes off the income what may be taken off: the necessary costs of working (必要的就业成本),
// at most the wages and business income, and then the rigid costs of disability or illness (刚性支出),
// at most what is left (2020-08 text, item 11; 57号 art. 13).
func (c *deciding) deductCosts() {
	if c.facts.JobCosts > 0 && c.r.jobCostsOf(c.facts.OnDibao) {
		off := c.deduct(c.facts.JobCosts, func(g *group) int64 { return g.work })
		c.groups[urban].jobCosts, c.groups[rural].jobCosts = c.groups[urban].costs, c.groups[rural].costs
		c.sayCosts(benefit.StepJobCosts, off)
	}
	if c.facts.RigidCosts > 0 && c.r.rigidCosts {
		off := c.deduct(c.facts.RigidCosts, func(g *group) int64 { return g.income })
		c.sayCosts(benefit.StepRigidCosts, off)
	}
}

// deduct takes costs off the incomes of the household, at most what most says of each group, and
// returns what was taken off. Where each group is taken for itself (R7) they come off the one that
// they go to.
func (c *deciding) deduct(costs int64, most func(*group) int64) int64 {
	first := c.home()
	left := costs
	for _, g := range [kinds]*group{first, c.otherGroup(first)} {
		off := min(left, most(g), g.income)
		g.income -= off
		g.costs += off
		left -= off
		if left > 0 && c.mixed() {
			c.f.Turn(c.set, standards.MixedHukouReading)
		}
		if c.eachGroup() {
			break
		}
	}
	return costs - left
}

func (c *deciding) otherGroup(g *group) *group { return &c.groups[other(int(g.kind-1))] }

// jobCostsOf reports whether the costs of working come off, of a household that is on dibao already
// or is not.
func (r *placeRules) jobCostsOf(onDibao standards.Answer) bool {
	return r.jobCostsOfAnyone || r.jobCostsOfRecipients && onDibao == standards.Yes
}

// jobCostsWouldMatter reports whether job costs would come off if the household were on dibao.
func (c *deciding) jobCostsWouldMatter() bool {
	return c.r.jobCostsOfRecipients && !c.r.jobCostsOf(c.facts.OnDibao) &&
		c.facts.JobCosts > 0 && c.groups[urban].work+c.groups[rural].work > 0
}

// grace says how the grace period (渐退期) bears on a kind of hukou that income would make ineligible.
type grace uint8

const (
	noGrace      grace = iota
	graceUnknown       // there is one, and its length is not on record
	graceUndated       // since when income is over the line is not stated
	graceRuns          // it has not ended: eligible, with what was paid before
	graceEnded         // it has ended: income decides
)

// inGrace finds whether the grace period keeps those of g on dibao: in a household that is on it
// already, whatever raised the income where the rule asks for no work (item 6 of the city's
// document), else where someone counted works (2020-08 text, item 11; 57号 art. 33).
func (c *deciding) inGrace(g *group) {
	applies := c.graceFor(g)
	if c.facts.OnDibao != standards.Yes || applies == finding.NotMet {
		return
	}
	switch g.grace = c.graceNow(g); g.grace {
	case graceEnded:
	case graceRuns:
		g.truth = applies
	default:
		g.truth = finding.Unknown
	}
	c.sayGrace(g)
}

// graceNow finds whether the grace period of g, where there is one, has ended on the day.
func (c *deciding) graceNow(g *group) grace {
	switch months := c.r.graceMonths[g.kind-1]; {
	case months == nil:
		return graceUnknown
	case c.facts.OverLineSince.IsZero():
		return graceUndated
	case c.set.Day().Before(c.facts.OverLineSince.AddMonths(months.whole)):
		return graceRuns
	}
	return graceEnded
}

// graceFor tells whether there is a grace period for those of g. Where it asks for work, and only
// an income that is not stated could be from work, that is unknown.
func (c *deciding) graceFor(g *group) finding.Truth {
	work := finding.NotMet
	switch {
	case (c.groups[urban].had|c.groups[rural].had)&Work != 0:
		work = finding.Met
	case c.groups[urban].unknown || c.groups[rural].unknown:
		work = finding.Unknown
	}
	there := finding.If(c.r.graceOfAny[g.kind-1]).Or(finding.If(c.r.graceOfWork[g.kind-1]).And(work))
	return there.And(finding.If(c.facts.Property != benefit.Over))
}

// graceWouldMatter reports whether the grace period would keep someone on dibao if the household
// were on it.
func (c *deciding) graceWouldMatter() bool {
	for k := range c.groups {
		g := &c.groups[k]
		if g.truth == finding.NotMet && c.graceFor(g) != finding.NotMet && c.graceNow(g) != graceEnded {
			return true
		}
	}
	return false
}

// assumeNoSupportOwed lists that nothing was taken to be owed by a grown child who stands in the
// file and is not counted, to a parent who is counted and states no transfer (271号 art. 2).
func (c *deciding) assumeNoSupportOwed() {
	toApplicant, toParent := c.grownChildrenLeftOut()
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		owed := m.Relation == benefit.Applicant && toApplicant || m.Relation == benefit.Parent && toParent
		if owed && c.out.Members[i].Counted && !m.Income.Transfer {
			c.f.Examine(i, m.ID)
			c.f.Assume(benefit.SupportOwedFact)
		}
	}
	c.f.ExamineHousehold()
}

// grownChildrenLeftOut reports whether a grown child of the applicant stands in the file and is not
// counted, and whether the applicant is a grown child who is not counted.
func (c *deciding) grownChildrenLeftOut() (ofApplicant, applicant bool) {
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		if c.out.Members[i].Counted || c.r.minorAge.below(m.Age) {
			continue
		}
		switch m.Relation {
		case benefit.MinorChild, benefit.Student, benefit.DependentAdultChild, benefit.AdultChild,
			benefit.IndependentAdultChild:
			ofApplicant = true
		case benefit.Applicant:
			applicant = true
		}
	}
	return ofApplicant, applicant
}
