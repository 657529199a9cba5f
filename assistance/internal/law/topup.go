package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// shareDen is the common denominator of top-ups that are a share of the line: that of every share in the tables divides it.
const shareDen = standards.ShareDenominator

// addTopUps adds, where a place gives rates, what its rules add for members in special hardship (649号 art. 12; 220号 art. 28): to each
// counted member of an eligible kind whose line is on record, the highest that fits.
func (c *deciding) addTopUps(total sum, bound standards.Bound) (sum, standards.Bound) {
	if !c.r.anyTopUp {
		return total, bound
	}
	total = sum{total.num.times(shareDen), total.den * shareDen}
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		if !c.out.Members[i].Counted {
			continue
		}
		g := &c.groups[c.residence(m)-1]
		if g.truth != finding.Met || g.line == nil {
			continue
		}
		best, rate, known := c.topUp(m, g.line)
		if rate == nil {
			continue
		}
		total.num = total.num.plus(best.times(c.people)) // best is over shareDen x 12
		bound = max(bound, known)
		c.f.AddUses(&rate.uses)
		c.stepTopUp(i, rate, g.line)
	}
	return total, bound
}

// The classes of members in special hardship.
const hardshipClasses = 4

var hardshipWords = [hardshipClasses]string{"elderly", "minor", "severe-disability", "serious-illness"}

// topUp is the highest top-up that fits m, in fen a year over shareDen, and its row; nil if none fits. It is at least that where any that
// fits is a floor: it may be the higher one.
func (c *deciding) topUp(m *Member, line *figure) (best wide, row *figure, known standards.Bound) {
	fits := c.hardships(m)
	for i, rate := range c.r.topUps {
		if !fits[i] || rate == nil {
			continue
		}
		amount := times(rate.annual, shareDen)
		if share := rate.Number; share.Stated() {
			amount = times(line.annual, share.Num).times(shareDen / share.Den)
		}
		if row == nil || best.less(amount) {
			best, row = amount, rate
		}
		known = max(known, rate.bound)
		if rate.Bound == standards.AtLeast {
			c.f.AddUses(&rate.uses)
		}
	}
	return best, row, known
}

// hardships are the classes of top-up that fit m, in the order of hardshipWords.
func (c *deciding) hardships(m *Member) [hardshipClasses]bool {
	return [hardshipClasses]bool{
		c.r.topUpElder.reached(m.Age),
		c.r.topUpMinor.below(m.Age),
		m.Grades.Worst != 0 && c.r.topUpGrade != nil && int(m.Grades.Worst) <= c.r.topUpGrade.whole,
		m.SeriousIllness == standards.Yes,
	}
}

// eachPersonsMinimum rounds a payment, and under the other reading of item 9 (R2) raises it to the average of its kind for each person
// of an eligible kind.
func (c *deciding) eachPersonsMinimum(total sum, bound standards.Bound, stated bool) benefit.Payment {
	var least int64
	for k := range c.groups {
		g := &c.groups[k]
		if g.truth != finding.Met {
			continue
		}
		if average := c.r.averages[k]; average != nil {
			least += average.Amount.Fen() * g.people
		} else if c.set.Choice(standards.AverageReading) == standards.EachPerson {
			c.f.Lack(c.set, benefit.Figure{Key: standards.Key(standards.AverageAssistance), Place: c.facts.Division, Residence: g.kind})
		}
	}
	if least > 0 && (!stated || total.less(least)) {
		c.turnOnAverage()
		if c.set.Choice(standards.AverageReading) == standards.EachPerson {
			c.stepMinimum(least)
			return benefit.Monthly(least, standards.AtLeast)
		}
	}
	if !stated {
		return benefit.Payment{}
	}
	fen, whole := c.round(total)
	payment := benefit.Monthly(fen, bound)
	c.stepDifference(payment, !whole)
	return payment
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

// round rounds a monthly sum to fen, and names the reading where that changes it. It reports whether the sum was whole fen.
func (c *deciding) round(s sum) (fen int64, whole bool) {
	fen, whole = s.round(c.set.Choice(standards.RoundingReading))
	if !whole {
		c.f.Turn(c.set, standards.RoundingReading)
	}
	return fen, whole
}

// rounded is a monthly sum as a payment.
func (c *deciding) rounded(s sum, bound standards.Bound) benefit.Payment {
	fen, _ := c.round(s)
	return benefit.Monthly(fen, bound)
}
