package law

import (
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// shareDen is the common denominator of top-ups that are a share of the line: that of every share in the tables divides it.
const shareDen = standards.ShareDenominator

// addTopUps adds, where a place gives rates, what its rules add for members in special hardship (649号 art. 12; 220号 art. 28): to each
// counted member of an eligible kind whose line is on record, the highest that fits.
func (c *deciding) addTopUps(total sum, bound standards.Bound) (sum, standards.Bound) {
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		if !c.out.Members[i].Counted {
			continue
		}
		g := &c.groups[c.residence(m)-1]
		if g.truth != benefit.Met || g.line == nil {
			continue
		}
		best, row := c.topUp(m, g.line)
		if row == nil {
			continue
		}
		if total.den%shareDen != 0 {
			total = sum{total.num.times(shareDen), total.den * shareDen}
		}
		total.num = total.num.plus(best.times(int64(c.people))) // best is over shareDen x 12
		bound = max(bound, benefit.BoundOf(c.set, row))
		c.f.Use(c.set, row, c.facts.Division)
		c.stepTopUp(i, row, g.line)
	}
	return total, bound
}

// topUp is the highest top-up that fits m, in fen a year over shareDen, and its row; nil if none fits.
func (c *deciding) topUp(m *Member, line *standards.Standard) (wide, *standards.Standard) {
	var best wide
	var row *standards.Standard
	for _, of := range c.hardships(m) {
		if of == "" {
			continue
		}
		found, ok := c.set.Find(standards.Key(standards.DibaoTopUp), c.facts.Division, 0, of)
		if !ok {
			continue
		}
		amount := times(found.Amount.Annual(), shareDen)
		if share := found.Number; share.Stated() {
			amount = times(line.Amount.Annual(), share.Num).times(shareDen / share.Den)
		}
		if row == nil || best.less(amount) {
			best, row = amount, &found
		}
	}
	return best, row
}

// hardships are the classes of top-up that fit m; empty words are none.
func (c *deciding) hardships(m *Member) [4]string {
	var fit [4]string
	age := m.Born.AgeOn(c.set.Day())
	if from, ok := c.number(standards.TopUpElderAge); ok && age >= from.Number.Int() {
		fit[0] = "elderly"
	}
	if under, ok := c.number(standards.TopUpMinorAge); ok && age < under.Number.Int() {
		fit[1] = "minor"
	}
	if least, ok := c.number(standards.TopUpGrade); ok && m.Grades.Worst != 0 && int(m.Grades.Worst) <= least.Number.Int() {
		fit[2] = "severe-disability"
	}
	if m.SeriousIllness == standards.Yes {
		fit[3] = "serious-illness"
	}
	return fit
}

// eachPersonsMinimum rounds a payment, and under the other reading of item 9 (R2) raises it to the average of its kind for each person
// of an eligible kind.
func (c *deciding) eachPersonsMinimum(total sum, bound standards.Bound, stated bool) benefit.Payment {
	var least int64
	for k := range c.groups {
		g := &c.groups[k]
		if g.people == 0 || g.truth != benefit.Met {
			continue
		}
		if row, ok := c.set.Find(standards.Key(standards.AverageAssistance), c.facts.Division, standards.Residence(k+1), ""); ok {
			least += row.Amount.Fen() * g.people
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
	payment := benefit.Monthly(c.round(total), bound)
	c.stepDifference(payment)
	return payment
}

// turnOnAverage names the reading of item 9, and those that the figures themselves turn on.
func (c *deciding) turnOnAverage() {
	c.f.Turn(c.set, standards.AverageReading)
	for k := range c.groups {
		if row, ok := c.set.Find(standards.Key(standards.AverageAssistance), c.facts.Division, standards.Residence(k+1), ""); ok && c.groups[k].people > 0 {
			c.f.Use(c.set, &row, c.facts.Division)
		}
	}
}

// round rounds a monthly sum to fen and names the reading where that changes it.
func (c *deciding) round(s sum) int64 {
	if !s.whole() {
		c.f.Turn(c.set, standards.RoundingReading)
	}
	return s.round(c.set.Choice(standards.RoundingReading))
}

// annual returns an amount as a sum a month.
func annual(a standards.Amount) sum {
	return sum{times(a.Annual(), 1), standards.MonthsPerYear}
}
