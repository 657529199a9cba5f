package assistance_test

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Step 3: dibao.

// refKind is a kind of hukou among those counted.
type refKind struct {
	kind    standards.Residence
	n       int64 // people of it
	line    refFigure
	income  *big.Rat // that is compared, of so many heads
	heads   int64
	work    *big.Rat // wages and business in it
	unknown []string // the incomes in it that are not stated

	byMoney truth    // whether income lets it in
	below   bool     // the stated incomes are below the line, or nil where it is not on record
	missing bool     // what is paid is not on record
	member  truth    // what its members' subsidies follow: with property and all
	needs   []string // what that, where it is open, waits for
}

type refDibao struct {
	counted []int
	kinds   []*refKind
	waiting bool // for tekun
	all     *refKind
	untried []string // the counting that all waits for, where nothing is tried
	home    *refKind // whose the household's income and costs are, each group alone
}

func (d *refDibao) of(r standards.Residence) *refKind {
	for _, k := range d.kinds {
		if k.kind == r {
			return k
		}
	}
	return nil
}

func refLine(r standards.Residence, line refFigure) string {
	if !line.on {
		return ""
	}
	return fmt.Sprintf(" %s %s %t", r, line.year.FloatString(0), line.floor)
}

// add adds an income of somebody, or of the household, whose kind of hukou is r.
func (c *refCase) add(k *refKind, in assistance.Income, r standards.Residence) {
	if c.listed(standards.DibaoNotIncome, r, in.Kind.String()) {
		return
	}
	k.income.Add(k.income, incomeOf(in))
	if in.Kind == standards.Wages || in.Kind == standards.Business {
		k.work.Add(k.work, incomeOf(in))
	}
}

// gather takes the people of one or all kinds and their income, with the household's.
func (c *refCase) gather(counted []int) *refDibao {
	d := &refDibao{counted: counted, all: &refKind{income: new(big.Rat), work: new(big.Rat), n: int64(len(counted))}}
	for _, i := range counted {
		m := &c.h.Members[i]
		d.waiting = d.waiting || c.out.people[i].tekun.verdict == benefit.Undetermined
		k := d.of(c.hukou(m))
		if k == nil {
			k = &refKind{kind: c.hukou(m), income: new(big.Rat), work: new(big.Rat), line: c.line(c.hukou(m))}
			d.kinds = append(d.kinds, k)
		}
		k.n++
		for _, in := range m.Income {
			c.add(k, in, k.kind)
			c.add(d.all, in, k.kind)
		}
		if c.incomeUnknown(m) {
			k.unknown = append(k.unknown, factNeed(m.ID, benefit.IncomeFact))
			d.all.unknown = append(d.all.unknown, factNeed(m.ID, benefit.IncomeFact))
		}
	}
	if len(counted) == 0 {
		return d
	}
	d.home = d.of(c.kind)
	if d.home == nil {
		d.home = d.kinds[0]
	}
	for _, in := range c.h.Income {
		c.add(d.home, in, c.kind)
		c.add(d.all, in, c.kind)
	}
	return d
}

// costs takes job costs and rigid costs off the whole and the home group.
func (c *refCase) costs(d *refDibao) {
	anyone, recipients := c.listed(standards.JobCosts, 0, "anyone"), c.listed(standards.JobCosts, 0, "on-dibao")
	_, lowIncome := c.ratio(standards.LowIncomeMultiple, 0, "")
	refused := c.h.Property == benefit.Over && (!lowIncome || c.h.LowIncomeProperty == benefit.Over)
	if c.h.JobCosts.Stated() && c.h.JobCosts.Fen() > 0 && d.all.work.Sign() > 0 && recipients && !anyone && c.h.OnDibao == 0 && !refused {
		c.assume("", benefit.OnDibaoFact)
	}
	for _, k := range []*refKind{d.all, d.home} {
		if c.h.JobCosts.Stated() && (anyone || recipients && c.h.OnDibao == standards.Yes) {
			k.income.Sub(k.income, smaller(yearly(c.h.JobCosts), k.work))
		}
		if _, ok := c.set.Listed(standards.RigidCosts, c.place, 0, ""); ok && c.h.RigidCosts.Stated() {
			k.income.Sub(k.income, smaller(yearly(c.h.RigidCosts), k.income))
		}
	}
}

// dibao decides step 3.
func (c *refCase) dibao() *refDibao {
	var counted []int
	for i := range c.h.Members {
		if c.counted(i) {
			counted = append(counted, i)
		}
	}
	d := c.gather(counted)
	if len(counted) == 0 {
		return d
	}
	c.costs(d)
	alone := c.set.Choice(standards.MixedHukouReading) == standards.EachGroup // R7
	sum := new(big.Rat)
	for _, k := range d.kinds {
		sum.Add(sum, k.income)
		k.heads = k.n
		if !alone {
			k.income, k.heads, k.unknown = d.all.income, d.all.n, d.all.unknown
		}
	}
	if !alone {
		sum = d.all.income
	}
	c.describe(d)
	c.out.income = sum.FloatString(0)
	result := no
	for _, k := range d.kinds {
		c.decideKind(d, k)
		result = either(result, k.member)
	}
	c.out.dibao.verdict = result.verdict()
	for _, k := range d.kinds {
		if result == yes && k.member != yes {
			c.out.unpaid += int(k.n)
		}
	}
	switch {
	case d.waiting:
	case result == yes:
		c.out.dibao.pay = c.dibaoPayment(d, func(k *refKind) bool { return k.byMoney == yes && k.below })
	case result == open:
		c.out.dibao.ifMet = c.dibaoPayment(d, func(k *refKind) bool { return k.below })
	}
	if result != no {
		c.supportOwed(d)
	}
	return d
}

// describe states who counts and the lines of the kinds present.
func (c *refCase) describe(d *refDibao) {
	c.out.heads = len(d.counted)
	for _, k := range d.kinds {
		c.out.figures[k.kind-1] = refLine(k.kind, k.line)
	}
}

// decideKind decides whether one kind of hukou is let in.
func (c *refCase) decideKind(d *refDibao, k *refKind) {
	property := limit(c.h.Property)
	line := c.lineNeed(k.kind, parts(k.income, k.heads))
	switch {
	case !k.line.on && k.income.Sign() == 0:
		k.byMoney, k.below, k.missing = yes, true, true
	case !k.line.on:
		k.byMoney = open
	case k.income.Cmp(times(k.line.year, k.heads)) < 0:
		k.byMoney, k.below = yes, true
	case k.line.floor:
		k.byMoney = open
	}
	if k.byMoney == open {
		k.needs = append(k.needs, line)
	}
	if k.byMoney != no && len(k.unknown) > 0 {
		k.byMoney = open
		k.needs = append(k.needs, k.unknown...)
	}
	if k.byMoney == no && property != no {
		c.grace(d, k)
	}
	k.member = all(k.byMoney, property)
	if property == open {
		k.needs = append(k.needs, factNeed("", benefit.PropertyFact))
	}
	if k.below && k.missing && k.member != no && !d.waiting { // its amount is missing, whatever the verdict
		c.out.needs.add(benefit.Dibao, line)
	}
	if d.waiting { // its tekun first
		k.member = all(open, property)
		k.needs = nil
		for _, i := range d.counted {
			k.needs = append(k.needs, c.out.people[i].tekunNeeds...)
		}
		if property == open {
			k.needs = append(k.needs, factNeed("", benefit.PropertyFact))
		}
	}
	if k.member == open {
		c.out.needs.add(benefit.Dibao, k.needs...)
	}
}

// grace decides a kind that income refuses in a household that may be on dibao.
func (c *refCase) grace(d *refDibao, k *refKind) {
	_, whatever := c.set.Listed(standards.Grace, c.place, k.kind, "")
	_, work := c.set.Listed(standards.Grace, c.place, k.kind, "work")
	applies := truthOf(whatever)
	var unknown []string
	for _, i := range d.counted {
		m := &c.h.Members[i]
		switch {
		case !work:
		case has(m, standards.Wages, standards.Business):
			applies = yes
		case c.incomeUnknown(m):
			applies = either(applies, open)
			unknown = append(unknown, factNeed(m.ID, benefit.IncomeFact))
		}
	}
	months, ok := c.ratio(standards.GraceMonths, k.kind, "")
	running, need := open, factNeed("", benefit.OverLineSinceFact)
	switch {
	case !ok:
		need = figureNeed(standards.Key(standards.GraceMonths), c.place, k.kind, "")
	case !c.h.OverLineSince.IsZero():
		running = truthOf(c.set.Day().Before(c.h.OverLineSince.AddMonths(int(floor(months)))))
	}
	if all(applies, running) == no || c.h.OnDibao == standards.No {
		return
	}
	if c.h.OnDibao == 0 {
		c.assume("", benefit.OnDibaoFact)
		return
	}
	k.byMoney = all(applies, running)
	k.missing = true
	if applies == open {
		k.needs = append(k.needs, unknown...)
	}
	if running == open {
		k.needs = append(k.needs, need)
	}
}

// dibaoPayment is the payment for the kinds that are paid, at least where another is undetermined or its amount missing.
func (c *refCase) dibaoPayment(d *refDibao, paid func(*refKind) bool) refSum {
	if rows := c.set.Classes(standards.DibaoBand, c.place); len(rows) > 0 {
		return c.bands(rows, d, paid)
	}
	year, minimum := new(big.Rat), new(big.Rat)
	var pay refSum
	for _, k := range d.kinds {
		if !paid(k) {
			pay.least = pay.least || k.byMoney != no
			continue
		}
		if a, err := c.set.Average(standards.AverageAssistance, c.place, k.kind); err == nil && c.set.Choice(standards.AverageReading) == standards.EachPerson {
			minimum.Add(minimum, times(yearly(a.Amount), k.n))
		}
		if k.missing {
			pay.least = true
			continue
		}
		pay.stated = true
		pay.least = pay.least || k.line.floor
		year.Add(year, times(new(big.Rat).Sub(k.line.year, parts(k.income, k.heads)), k.n))
		for _, i := range d.counted {
			if m := &c.h.Members[i]; c.hukou(m) == k.kind {
				top, least := c.topUp(m, k)
				year.Add(year, top)
				pay.least = pay.least || least
			}
		}
	}
	if year.Cmp(minimum) < 0 {
		year, pay.stated, pay.least = minimum, true, true
	}
	if !pay.stated {
		return refSum{}
	}
	pay.fen = c.monthly(year)
	return c.leastPayment(pay)
}

// leastPayment raises a payment to the least that a draft pays.
func (c *refCase) leastPayment(pay refSum) refSum {
	least := c.rate(standards.DibaoMinimum, c.place, 0, "")
	if !least.on || !pay.stated || pay.fen >= floor(parts(least.year, 12)) {
		return pay
	}
	return refSum{true, pay.least || least.floor, floor(parts(least.year, 12))}
}

// bands pays by a draft's bands: to each person the sum of the highest band that the income a head reaches.
func (c *refCase) bands(rows []standards.Standard, d *refDibao, paid func(*refKind) bool) refSum {
	year := new(big.Rat)
	var pay refSum
	for _, k := range d.kinds {
		if !paid(k) {
			pay.least = pay.least || k.byMoney != no
			continue
		}
		var best *standards.Standard
		for i, row := range rows {
			reached := parts(k.income, k.heads).Cmp(big.NewRat(row.BandFrom(), 1)) >= 0
			if reached && (row.Residence == 0 || row.Residence == k.kind) && (best == nil || row.BandFrom() >= best.BandFrom()) {
				best = &rows[i]
			}
		}
		if best == nil {
			pay.least = true
			continue
		}
		pay.stated, pay.least = true, pay.least || c.floorOnly(*best)
		year.Add(year, times(yearly(best.Amount), k.n))
	}
	if !pay.stated {
		return refSum{}
	}
	pay.fen = c.monthly(year)
	return c.leastPayment(pay)
}

// topUp is the highest top-up that fits m, fen a year.
func (c *refCase) topUp(m *assistance.Member, k *refKind) (*big.Rat, bool) {
	elder, _ := c.number(standards.TopUpElderAge, "")
	minor, _ := c.number(standards.TopUpMinorAge, "")
	grade, _ := c.number(standards.TopUpGrade, "")
	best, least := new(big.Rat), false
	for _, row := range c.set.Classes(standards.DibaoTopUp, c.place) {
		class, own := row.TopUpClass()
		than := func(rule int64) int64 {
			if own >= 0 {
				return int64(own)
			}
			return rule
		}
		fits := map[string]bool{
			"elderly":           c.age(m) >= than(elder),
			"minor":             c.age(m) < than(minor),
			"severe-disability": m.Disability.Category != 0 && int64(m.Disability.Grade) <= than(grade),
			"serious-illness":   m.SeriousIllness == standards.Yes,
		}
		if !fits[class] || row.Residence != 0 && row.Residence != k.kind {
			continue
		}
		sum := yearly(row.Amount)
		if row.Number.Stated() {
			sum = new(big.Rat).Mul(k.line.year, big.NewRat(row.Number.Num, row.Number.Den))
		}
		least = least || c.floorOnly(row)
		if sum.Cmp(best) > 0 {
			best = sum
		}
	}
	return best, least
}

// supportOwed lists what a grown child who is not counted may owe to a parent who is and states no transfer: a child of the applicant to
// the applicant, and the applicant to a member who is the applicant's parent.
func (c *refCase) supportOwed(d *refDibao) {
	leftOut := func(relations ...benefit.Relation) bool {
		for i := range c.h.Members {
			m := &c.h.Members[i]
			if slices.Contains(relations, m.Relation) && !c.minor(m) && !slices.Contains(d.counted, i) {
				return true
			}
		}
		return false
	}
	owed := map[benefit.Relation]bool{
		benefit.Parent: leftOut(benefit.Applicant),
		benefit.Applicant: leftOut(benefit.MinorChild, benefit.Student, benefit.DependentAdultChild, benefit.AdultChild,
			benefit.IndependentAdultChild),
	}
	for _, i := range d.counted {
		m := &c.h.Members[i]
		transfer := func(in assistance.Income) bool { return in.Kind == standards.Transfer }
		if owed[m.Relation] && !slices.ContainsFunc(m.Income, transfer) {
			c.assume(m.ID, benefit.SupportOwedFact)
		}
	}
}
