package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// dibao decides the minimum living guarantee (最低生活保障) of those counted: income a head below the
// line of their kind of hukou, and property within the limit (649号 art. 9). It pays the difference
// (220号 art. 27).
func (c *deciding) dibao() {
	if c.people == 0 {
		return
	}
	d := &c.out.Dibao
	c.deductCosts()
	d.Income = c.groups[urban].income + c.groups[rural].income
	income := c.belowLines()
	property := c.householdProperty()
	d.Verdict = income.And(property).Verdict()
	if property != finding.NotMet {
		c.turnOnLines()
	}
	c.payDibao()
	d.NotCovered = c.notCovered()
	c.needForDibao()
	c.assumeForDibao(property)
}

// line is the line of kind of hukou r, nil if it is not on record.
func (c *deciding) line(r standards.Residence) *figure { return c.groups[r-1].line }

func (c *deciding) lineFigure(r standards.Residence) benefit.Figure {
	return benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: c.facts.Division, Residence: r}
}

// belowLines is the condition of income: below the line of one kind of hukou present. While the
// tekun of someone counted is undetermined it is unknown: who counts is not settled, and with it
// the income.
func (c *deciding) belowLines() finding.Truth {
	explain := c.f.Explain
	if c.waits {
		c.sayTekunFirst(benefit.Dibao)
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

// compareWithLine finds whether income a head is below the line of g. The whole income is compared
// with the line times the heads: nothing is divided. An unknown income only adds: what the stated
// incomes fail is failed, what they pass is unknown.
func (c *deciding) compareWithLine(g *group) {
	line := g.line
	income, heads := c.incomeAndHeads(g)
	switch {
	case line == nil && income == 0:
		g.stated = finding.Met // no income is below any line; the amount is missing
	case line == nil:
		g.stated = finding.Unknown
	case income < line.annual*heads:
		g.stated = finding.Met
	case line.bound == standards.AtLeast:
		g.stated = finding.Unknown
	default:
		g.stated = finding.NotMet
	}
	if line != nil {
		c.out.Dibao.Lines[g.kind-1] = Line{line.Amount, line.bound}
	}
	if g.truth = g.stated; g.stated == finding.Met && c.unknownIncome(g) {
		g.truth = finding.Unknown
	}
	c.sayIncome(g, income)
	c.sayBelowLine(g, income, heads)
	if g.truth == finding.NotMet {
		c.inGrace(g)
	}
}

// incomeAndHeads is the income of those counted that the line of g is compared with, and the people
// it is shared by: the whole household, or those of the kind alone (R7).
func (c *deciding) incomeAndHeads(g *group) (income, heads int64) {
	if c.eachGroup() {
		return g.income, g.people
	}
	return c.groups[urban].income + c.groups[rural].income, c.people
}

func (c *deciding) eachGroup() bool {
	return c.set.Choice(standards.MixedHukouReading) == standards.EachGroup
}

// unknownIncome reports whether an income that is compared with the line of g is unknown.
func (c *deciding) unknownIncome(g *group) bool {
	if c.eachGroup() {
		return g.unknown
	}
	return c.groups[urban].unknown || c.groups[rural].unknown
}

// turnOnLines names the readings that the lines turn on.
func (c *deciding) turnOnLines() {
	for k := range c.groups {
		switch g := &c.groups[k]; {
		case g.people == 0:
		case g.line != nil:
			c.f.AddUses(&g.line.uses)
		default:
			c.f.Lack(c.set, c.lineFigure(g.kind))
		}
	}
	if c.mixed() {
		c.f.Turn(c.set, standards.MixedHukouReading)
	}
}

// turnOnLine names the readings of the line that an income a year for one person is compared with.
// No income is below any line.
func (c *deciding) turnOnLine(r standards.Residence, income int64) {
	line := c.line(r)
	switch {
	case line == nil && income > 0:
		c.f.Lack(c.set, c.lineFigure(r))
	case line != nil && income > 0:
		c.f.AddUses(&line.uses)
	}
}

// householdProperty is the condition that property is within the limit, which is local and not on
// record: the caller states it.
func (c *deciding) householdProperty() finding.Truth {
	t := within(c.facts.Property)
	c.sayProperty(benefit.StepDibaoProperty, benefit.Dibao, t, c.facts.Property)
	return t
}

// within says what is known of a limit on property.
func within(p benefit.Property) finding.Truth {
	if p == 0 {
		return finding.Unknown
	}
	return finding.If(p == benefit.Within)
}

// payDibao sets the payment where the household is eligible, or what it would be if every unknown
// were met, where property and incomes that are not stated are all that a kind of hukou waits for.
func (c *deciding) payDibao() {
	d := &c.out.Dibao
	if d.Verdict == benefit.Ineligible || c.waits {
		return
	}
	for k := range c.groups {
		g := &c.groups[k]
		due := g.truth
		if d.Verdict == benefit.Undetermined && g.stated == finding.Met {
			due = finding.Met
		}
		g.pays = due == finding.Met && g.grace != graceRuns
	}
	if d.Verdict == benefit.Eligible {
		d.Payment = c.difference()
	} else {
		d.IfMet = c.difference()
	}
}

// difference is line x members - income, for each kind of hukou that pays: the sum of (L - I/N) x
// n, a twelfth of it a month, rounded once. It is at least that where a line is a floor, or a kind
// is undetermined or its amount missing.
func (c *deciding) difference() benefit.Payment {
	if c.r.bands != nil {
		return c.byBands()
	}
	total, bound, stated := c.exactDifference()
	if stated && c.out.Dibao.Income > 0 {
		c.f.Turn(c.set, standards.BandsReading)
	}
	return c.leastPayment(c.eachPersonsMinimum(total, bound, stated))
}

func (c *deciding) exactDifference() (total sum, bound standards.Bound, stated bool) {
	total = sum{den: c.people * standards.MonthsPerYear}
	for k := range c.groups {
		g := &c.groups[k]
		line := g.line
		switch {
		case g.people == 0 || g.truth == finding.NotMet:
		case !g.pays || line == nil:
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

// notCovered counts, in an eligible household, those of a kind of hukou that is not eligible
// itself: the payment is the sum over the eligible kinds, and leaves them out.
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
		if g.stated == finding.Met && g.line == nil && !c.waits {
			c.needLineOf(g, benefit.Dibao) // the amount is missing
		}
		c.needKind(g, benefit.Dibao)
	}
}

// needKind lists, for part n of whoever is examined, what the dibao of those of g waits for, if it
// is undetermined.
func (c *deciding) needKind(g *group, n benefit.Name) {
	if c.kindVerdict(g) != benefit.Undetermined {
		return
	}
	switch {
	case c.waits:
		c.needTekunOfCounted(n)
	case g.truth == finding.Unknown:
		c.needIncome(g, n)
	}
	if c.facts.Property == 0 {
		c.f.NeedHouseholdFact(benefit.PropertyFact, n)
	}
}

// needIncome lists, for part n, what the condition of income of g waits for.
func (c *deciding) needIncome(g *group, n benefit.Name) {
	if g.grace != noGrace {
		c.needGrace(g, n)
		return
	}
	c.needIncomes(g, n)
	if g.stated == finding.Unknown {
		c.needLineOf(g, n)
	}
}

// needGrace lists, for part n, what the grace period of g waits for.
func (c *deciding) needGrace(g *group, n benefit.Name) {
	switch g.grace {
	case graceUnknown:
		c.f.NeedFigure(benefit.Figure{Key: standards.Key(standards.GraceMonths), Place: c.facts.Division, Residence: g.kind},
			standards.Amount{}, n)
	case graceUndated:
		c.f.NeedHouseholdFact(benefit.OverLineSinceFact, n)
	}
	if c.graceFor(g) == finding.Unknown {
		c.needIncomesOf(0, n) // whether anyone works
	}
}

// needIncomes lists, for part n, the incomes not stated that are compared with the line of g.
func (c *deciding) needIncomes(g *group, n benefit.Name) {
	if c.eachGroup() {
		c.needIncomesOf(g.kind, n)
		return
	}
	c.needIncomesOf(0, n)
}

// needIncomesOf lists, for part n, the incomes not stated of those counted who are of kind r, or of
// either where it is zero.
func (c *deciding) needIncomesOf(r standards.Residence, n benefit.Name) {
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		if c.out.Members[i].Counted && m.incomeUnknown() && (r == 0 || c.residence(m) == r) {
			c.f.NeedFactOf(m.ID, benefit.IncomeFact, n)
		}
	}
}

// needLineOf lists, for part n, the line of g, above the income that is compared with it.
func (c *deciding) needLineOf(g *group, n benefit.Name) {
	income, heads := c.incomeAndHeads(g)
	c.needLine(g.kind, income, heads, n)
}

// needLine lists the line of kind r as needed, and how high it would have to be: above income a
// head.
func (c *deciding) needLine(r standards.Residence, income, heads int64, n benefit.Name) {
	c.f.Lack(c.set, c.lineFigure(r))
	c.f.NeedFigure(c.lineFigure(r), standards.Fen(income/heads, standards.PerYear), n)
}

// needTekunOfCounted lists, for part n, what the undetermined tekun of those who are counted waits
// for: it is settled first.
func (c *deciding) needTekunOfCounted(n benefit.Name) {
	for i := range c.facts.Members {
		if o := &c.out.Members[i]; o.Counted && o.Tekun.Verdict == benefit.Undetermined {
			c.needTekun(&c.facts.Members[i], o, n)
		}
	}
}

// assumeForDibao lists what was taken for something where it is not stated and would change the
// verdict.
func (c *deciding) assumeForDibao(property finding.Truth) {
	if property == finding.NotMet {
		return
	}
	if c.facts.OnDibao == 0 && (c.graceWouldMatter() || c.jobCostsWouldMatter()) {
		c.f.Assume(benefit.OnDibaoFact)
	}
	if c.out.Dibao.Verdict != benefit.Ineligible {
		c.assumeNoSupportOwed()
	}
}

// kindVerdict is the dibao verdict of those of g, which the living subsidy of a member follows.
func (c *deciding) kindVerdict(g *group) benefit.Verdict {
	property := within(c.facts.Property)
	if c.waits && property != finding.NotMet {
		return benefit.Undetermined
	}
	return g.truth.And(property).Verdict()
}
