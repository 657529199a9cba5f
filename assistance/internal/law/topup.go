package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// shareDen is the common denominator of top-ups that are a share of the line: that of every share
// in the tables divides it.
const shareDen = standards.ShareDenominator

// addTopUps adds, where a place gives rates, what its rules add for members in special hardship
// (649号 art. 12; 220号 art. 28): to each counted member of an eligible kind whose line is on record,
// the highest that fits.
func (c *deciding) addTopUps(total sum, bound standards.Bound) (sum, standards.Bound) {
	if len(c.r.topUps) == 0 {
		return total, bound
	}
	total = sum{total.num.times(shareDen), total.den * shareDen}
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		if !c.out.Members[i].Counted {
			continue
		}
		g := &c.groups[c.residence(m)-1]
		if !g.pays || g.line == nil {
			continue
		}
		best, rate, known := c.topUp(m, g.line)
		if rate == nil {
			continue
		}
		total.num = total.num.plus(best.times(c.people)) // best is over shareDen x 12
		bound = max(bound, known)
		c.sayTopUp(i, rate, g.line)
	}
	return total, bound
}

// topUp is one rate of a top-up and whom it is for: a class of members in special hardship, from an
// age or down to a grade where it names one of its own.
type topUp struct {
	figure
	class hardship
	own   int // the age or grade that the row names; -1: that of the class
}

// hardship is a class of members in special hardship (649号 art. 12).
type hardship uint8

const (
	elderly hardship = iota
	minor
	severeDisability
	seriousIllness
	hardshipClasses
)

var hardshipWords = [hardshipClasses]string{"elderly", "minor", "severe-disability", "serious-illness"}

// topUp is the highest top-up that fits m, in fen a year over shareDen, and its row; nil if none
// fits. It is at least that where any that fits is a floor: it may be the higher one.
func (c *deciding) topUp(m *Member, line *figure) (best wide, row *figure, known standards.Bound) {
	for i := range c.r.topUps {
		rate := &c.r.topUps[i]
		if !c.topUpFits(m, rate) {
			continue
		}
		amount := times(rate.annual, shareDen)
		if share := rate.Number; share.Stated() {
			amount = times(line.annual, share.Num).times(shareDen / share.Den)
		}
		if row == nil || best.less(amount) {
			best, row = amount, &rate.figure
		}
		known = max(known, rate.bound)
		c.f.AddUses(&rate.uses)
	}
	return best, row, known
}

// topUpFits reports whether a top-up is for m.
func (c *deciding) topUpFits(m *Member, t *topUp) bool {
	switch t.class {
	case elderly:
		if t.own >= 0 {
			return m.Age >= t.own
		}
		return c.r.topUpElder.reached(m.Age)
	case minor:
		if t.own >= 0 {
			return m.Age < t.own
		}
		return c.r.topUpMinor.below(m.Age)
	case severeDisability:
		grade := t.own
		if grade < 0 && c.r.topUpGrade != nil {
			grade = c.r.topUpGrade.whole
		}
		return m.Grades.Worst != 0 && int(m.Grades.Worst) <= grade
	}
	return m.SeriousIllness == standards.Yes
}

// eachPersonsMinimum rounds a payment, and under the other reading of item 9 (R2) raises it to the
// average of its kind for each person of a kind that pays.
func (c *deciding) eachPersonsMinimum(total sum, bound standards.Bound, stated bool) benefit.Payment {
	least := c.averages()
	if least > 0 && (!stated || total.less(least)) {
		c.turnOnAverage()
		if c.set.Choice(standards.AverageReading) == standards.EachPerson {
			payment := c.rounded(sum{times(least, 1), 1}, standards.AtLeast)
			c.sayMinimum(payment)
			return payment
		}
	}
	if !stated {
		return benefit.Payment{}
	}
	fen, changed := c.round(total)
	payment := benefit.Monthly(fen, bound)
	c.sayDifference(payment, changed)
	return payment
}

// averages is the average of item 9 for each person of a kind that pays, in fen a month.
func (c *deciding) averages() (least int64) {
	for k := range c.groups {
		g := &c.groups[k]
		if !g.pays {
			continue
		}
		if average := c.r.averages[k]; average != nil {
			least += average.Amount.Fen() * g.people
		} else if c.set.Choice(standards.AverageReading) == standards.EachPerson {
			c.f.Lack(c.set, benefit.Figure{Key: standards.Key(standards.AverageAssistance), Place: c.facts.Division,
				Residence: g.kind})
		}
	}
	return least
}

// leastPayment raises a payment to the least that a draft pays to an eligible household.
func (c *deciding) leastPayment(p benefit.Payment) benefit.Payment {
	least := c.r.minimumPayment
	if least == nil || !p.Stated() || p.Amount.Fen() >= least.Amount.Fen() {
		return p
	}
	c.f.AddUses(&least.uses)
	p = benefit.Payment{Amount: least.Amount, Bound: max(p.Bound, least.bound)}
	c.sayLeastPayment(least, p)
	return p
}

// byBands returns the payment by a draft's bands: to each person of a kind that pays the sum of the
// band that the household's income a head falls in.
func (c *deciding) byBands() benefit.Payment {
	var fen int64
	bound, stated := standards.Exactly, false
	for k := range c.groups {
		g := &c.groups[k]
		if g.people == 0 || g.truth == finding.NotMet {
			continue
		}
		row := c.bandOf(g)
		if !g.pays || row == nil {
			bound = standards.AtLeast
			continue
		}
		c.f.AddUses(&row.uses)
		fen, bound, stated = fen+row.Amount.Fen()*g.people, max(bound, row.bound), true
		c.sayBand(g, &row.figure)
	}
	if !stated {
		return benefit.Payment{}
	}
	return c.leastPayment(c.rounded(sum{times(fen, 1), 1}, bound))
}

// band holds the payment of a draft to each person from an income a head on.
type band struct {
	figure
	from int64 // fen a year
}

// bandOf is the highest band that the income a head compared with the line of g reaches, nil if
// there is none.
func (c *deciding) bandOf(g *group) (best *band) {
	income, heads := c.incomeAndHeads(g)
	for i := range c.r.bands {
		b := &c.r.bands[i]
		reached := income >= b.from*heads && (b.Residence == 0 || b.Residence == g.kind)
		if reached && (best == nil || b.from >= best.from) {
			best = b
		}
	}
	return best
}

// turnOnAverage names the reading of item 9, and those that the figures themselves turn on.
func (c *deciding) turnOnAverage() {
	c.f.Turn(c.set, standards.AverageReading)
	for k := range c.groups {
		if row := c.r.averages[k]; row != nil && c.groups[k].people > 0 {
			c.f.AddUses(&row.uses)
		}
	}
}

// round rounds a monthly sum to fen, and names the reading where the choices differ. It reports
// whether that changed the sum.
func (c *deciding) round(s sum) (fen int64, changed bool) {
	if !s.roundedAlike() {
		c.f.Turn(c.set, standards.RoundingReading)
	}
	return s.round(c.set.Choice(standards.RoundingReading))
}

// rounded is a monthly sum as a payment.
func (c *deciding) rounded(s sum, bound standards.Bound) benefit.Payment {
	fen, _ := c.round(s)
	return benefit.Monthly(fen, bound)
}
