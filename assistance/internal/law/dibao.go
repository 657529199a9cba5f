package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// line is the line of kind of hukou r, nil if it is not on record.
func (c *deciding) line(r standards.Residence) *figure { return c.groups[r-1].line }

// turnOnLine names the readings of the line that an income a year for one person is compared with. No income is below any line.
func (c *deciding) turnOnLine(r standards.Residence, income int64) {
	line := c.line(r)
	switch {
	case line == nil && income > 0:
		c.f.Lack(c.set, benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: c.facts.Division, Residence: r})
	case line != nil && income > 0:
		c.f.AddUses(&line.uses)
	}
}

// needLine lists the line of kind r as needed, and how high it would have to be: above income a head.
func (c *deciding) needLine(r standards.Residence, income, heads int64, n benefit.Name) {
	figure := benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: c.facts.Division, Residence: r}
	c.f.Lack(c.set, figure)
	c.f.NeedFigure(figure, standards.Fen(income/heads, standards.PerYear), n)
}

// dibao decides the minimum living guarantee (最低生活保障) of those counted: income a head below the line of their kind of hukou, and
// property within the limit (649号 art. 9). It pays the difference (220号 art. 27).
func (c *deciding) dibao() {
	if c.people == 0 {
		return
	}
	d := &c.out.Dibao
	c.deductJobCosts()
	d.Income = c.groups[urban].income + c.groups[rural].income
	income := c.belowLines()
	property := c.householdProperty(benefit.Dibao)
	d.Verdict = income.And(property).Verdict()
	if property != finding.NotMet {
		c.turnOnLines()
	}
	c.payDibao(income, property)
	d.NotCovered = c.notCovered()
	c.needForDibao()
	c.assumeNotOnDibao(property)
}

// belowLines is the condition of income: below the line of one kind of hukou present. While the tekun of someone counted is
// undetermined it is unknown: who counts is not settled, and with it the income.
func (c *deciding) belowLines() finding.Truth {
	explain := c.f.Explain
	if c.waits {
		c.stepTekunFirst()
		c.f.Explain = false
	}
	income := finding.Truth(0)
	for k := range c.groups {
		if g := &c.groups[k]; g.people > 0 {
			c.compareWithLine(g)
			income = income.Or(g.truth)
		}
	}
	c.f.Explain = explain
	if c.waits {
		return finding.Unknown
	}
	return income
}

// turnOnLines names the readings that the lines turn on.
func (c *deciding) turnOnLines() {
	for k := range c.groups {
		switch g := &c.groups[k]; {
		case g.people == 0:
		case g.line != nil:
			c.f.AddUses(&g.line.uses)
		default:
			c.f.Lack(c.set, benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: c.facts.Division, Residence: g.kind})
		}
	}
	if c.mixed() {
		c.f.Turn(c.set, standards.MixedHukouReading)
	}
}

// householdProperty is the condition that property is within the limit, which is local and not on record: the caller states it.
func (c *deciding) householdProperty(n benefit.Name) finding.Truth {
	t := finding.Unknown
	if c.facts.Property != 0 {
		t = finding.If(c.facts.Property == benefit.Within)
	}
	c.stepProperty(n, t)
	return t
}

// incomeAndHeads is the income of those counted that the line of g is compared with, and the people it is shared by: the whole
// household, or those of the kind alone (R7).
func (c *deciding) incomeAndHeads(g *group) (income, heads int64) {
	if c.set.Choice(standards.MixedHukouReading) == standards.EachGroup {
		return g.income, g.people
	}
	return c.groups[urban].income + c.groups[rural].income, c.people
}

// compareWithLine finds whether income a head is below the line of g. The whole income is compared with the line times the heads:
// nothing is divided.
func (c *deciding) compareWithLine(g *group) {
	line := g.line
	income, heads := c.incomeAndHeads(g)
	switch {
	case line == nil && income == 0:
		g.truth = finding.Met // no income is below any line; the amount is missing
	case line == nil:
		g.truth = finding.Unknown
	case income < line.annual*heads:
		g.truth = finding.Met
	case line.bound == standards.AtLeast:
		g.truth = finding.Unknown
	default:
		g.truth = finding.NotMet
	}
	if line != nil {
		c.out.Dibao.Lines[g.kind-1] = Line{line.Amount, line.bound}
	}
	c.stepIncome(g, income)
	c.stepBelowLine(g, income, heads)
	if g.truth == finding.NotMet && c.inGrace(g.kind) {
		g.truth, g.grace = finding.Unknown, true
		c.stepGrace(g.kind)
	}
}

// deductJobCosts takes off the necessary costs of working (必要的就业成本), at most the wages and business income: from the 2020-08 text
// (item 11) of households already on dibao, from 2021-07-01 (57号 art. 13) of any.
func (c *deciding) deductJobCosts() {
	if c.facts.JobCosts == 0 || !c.mayDeductJobCosts() {
		return
	}
	left := c.facts.JobCosts
	first := urban
	if c.residence(nil) == standards.Rural {
		first = rural
	}
	for _, k := range [kinds]int{first, other(first)} {
		g := &c.groups[k]
		off := min(left, g.work, g.income)
		g.income -= off
		left -= off
		c.stepJobCosts(g.kind, off)
	}
}

func (c *deciding) mayDeductJobCosts() bool { return c.r.jobCostsOf(c.facts.OnDibao) }

// jobCostsOf reports whether the costs of working come off, of a household that is on dibao already or is not.
func (r *placeRules) jobCostsOf(onDibao standards.Answer) bool {
	return r.jobCostsOfAnyone || r.jobCostsOfRecipients && onDibao == standards.Yes
}

// inGrace reports whether a kind of hukou that income makes ineligible waits for the length of the grace period (渐退期) instead: the
// household is already on dibao, someone counted works, and the length is not on record. Once it is, the months are counted from
// the household's history; the day's verdict is that of its income.
func (c *deciding) inGrace(r standards.Residence) bool {
	return c.facts.OnDibao == standards.Yes && c.graceMatters(r)
}

func (c *deciding) graceMatters(r standards.Residence) bool {
	if c.facts.Property == benefit.Over || (c.groups[urban].had|c.groups[rural].had)&Work == 0 {
		return false
	}
	return c.r.grace[r-1]
}

// payDibao sets the payment where the household is eligible, or what it would be where property is all that is unknown.
func (c *deciding) payDibao(income, property finding.Truth) {
	if income != finding.Met || property == finding.NotMet {
		return
	}
	payment := c.difference()
	if property == finding.Met {
		c.out.Dibao.Payment = payment
	} else {
		c.out.Dibao.IfMet = payment
	}
}

// difference is line x members - income, for each eligible kind: the sum of (L - I/N) x n, a twelfth of it a month, rounded once. It is
// at least that where a line is a floor or a kind's amount is missing.
func (c *deciding) difference() benefit.Payment {
	total, bound, stated := c.exactDifference()
	if !stated {
		return c.eachPersonsMinimum(total, bound, false)
	}
	if c.out.Dibao.Income > 0 {
		c.f.Turn(c.set, standards.BandsReading)
	}
	return c.eachPersonsMinimum(total, bound, true)
}

func (c *deciding) exactDifference() (total sum, bound standards.Bound, stated bool) {
	total = sum{den: c.people * standards.MonthsPerYear}
	bound = standards.Exactly
	for k := range c.groups {
		g := &c.groups[k]
		line := g.line
		switch {
		case g.people == 0 || g.truth == finding.NotMet:
		case g.truth == finding.Unknown || line == nil:
			bound = standards.AtLeast
		default:
			income, heads := c.incomeAndHeads(g)
			// (line x heads - income) x n / heads, over the common denominator N
			total.num = total.num.plus(times(line.annual*heads-income, g.people*c.people/heads))
			bound = max(bound, line.bound)
			stated = true
		}
	}
	if stated {
		total, bound = c.addTopUps(total, bound)
	}
	return total, bound, stated
}

// notCovered counts, in an eligible household, those of a kind of hukou that is not eligible itself: the payment is the sum over the
// eligible kinds, and leaves them out.
func (c *deciding) notCovered() int {
	if c.out.Dibao.Verdict != benefit.Eligible {
		return 0
	}
	n := 0
	for k := range c.groups {
		if g := &c.groups[k]; g.truth != finding.Met {
			n += int(g.people)
		}
	}
	return n
}

// needForDibao lists what the verdict, or a missing amount, waits for.
func (c *deciding) needForDibao() {
	if c.out.Dibao.Verdict == benefit.Ineligible {
		return
	}
	for k := range c.groups {
		g := &c.groups[k]
		if g.truth == finding.Met && g.line == nil && !c.waits {
			c.needLineOf(g, benefit.Dibao) // the amount is missing
		}
		c.needKind(g, benefit.Dibao)
	}
}

// needKind lists, for part n of whoever is examined, what the dibao of those of g waits for, if it is undetermined.
func (c *deciding) needKind(g *group, n benefit.Name) {
	if c.kindVerdict(g) != benefit.Undetermined {
		return
	}
	switch {
	case c.waits:
		c.needTekunOfCounted(n)
	case g.grace:
		c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.GraceMonths), Place: c.facts.Division, Residence: g.kind}, standards.Amount{}, n)
	case g.truth == finding.Unknown:
		c.needLineOf(g, n)
	}
	if c.facts.Property == 0 {
		c.f.NeedHouseholdFact(benefit.PropertyFact, n)
	}
}

// needLineOf lists, for part n, the line of g, above the income that is compared with it.
func (c *deciding) needLineOf(g *group, n benefit.Name) {
	income, heads := c.incomeAndHeads(g)
	c.needLine(g.kind, income, heads, n)
}

// needTekunOfCounted lists, for part n, what the undetermined tekun of those who are counted waits for: it is settled first.
func (c *deciding) needTekunOfCounted(n benefit.Name) {
	for i := range c.facts.Members {
		if o := &c.out.Members[i]; o.Counted && o.Tekun.Verdict == benefit.Undetermined {
			c.needTekun(&c.facts.Members[i], o, n)
		}
	}
}

// assumeNotOnDibao lists that the household was taken not to be on dibao already, where it is not stated and would change something: job
// costs taken off, or a refusal that would wait for the grace period.
func (c *deciding) assumeNotOnDibao(property finding.Truth) {
	if c.facts.OnDibao != 0 || property == finding.NotMet {
		return
	}
	for k := range c.groups {
		if g := &c.groups[k]; g.truth == finding.NotMet && c.graceMatters(g.kind) {
			c.f.Assume(benefit.OnDibaoFact)
		}
	}
	if c.r.jobCostsOfRecipients && !c.mayDeductJobCosts() &&
		c.facts.JobCosts > 0 && c.groups[urban].work+c.groups[rural].work > 0 {
		c.f.Assume(benefit.OnDibaoFact)
	}
}

// kindVerdict is the dibao verdict of those of g, which the living subsidy of a member follows.
func (c *deciding) kindVerdict(g *group) benefit.Verdict {
	if c.out.Dibao.Verdict == benefit.NotExamined || g.people == 0 {
		return benefit.Ineligible
	}
	property := finding.Unknown
	if c.facts.Property != 0 {
		property = finding.If(c.facts.Property == benefit.Within)
	}
	if c.waits && property != finding.NotMet {
		return benefit.Undetermined
	}
	return g.truth.And(property).Verdict()
}
