package population

import (
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// lay puts the facts of household i on a desk.
func (c *compact) lay(d *law.Desk, i int) {
	e := &c.entries[i]
	d.Room(int(e.members))
	d.Facts.Household = c.houses[e.house].Household
	sums := c.sums[e.sums:]
	for j, who := range c.who[e.who:][:e.members] {
		m := &d.Facts.Members[j]
		*m = c.persons[who>>1].Member
		if who&1 == 1 {
			m.Income.Sums, sums = sums[0], sums[1:]
		}
	}
}

// compact decides the compact households in [from, to) one by one.
func (c *counting) compact(from, to int) {
	d := c.rules.Open(1)
	defer c.rules.Close(d)
	for i := from; i < to; i++ {
		c.Population.compact.lay(d, i)
		d.Findings.Quiet = true
		law.Decide(c.rules, d)
		c.addDecided(d, i)
	}
}

// addDecided adds what was decided of compact household i, as caseload.Totals.Add does.
func (c *counting) addDecided(d *law.Desk, i int) {
	all := &c.Population.compact
	e := &all.entries[i]
	h, o, t := &all.houses[e.house], &d.Outcome, c.totals
	place := h.Division.DivisionIndex()
	cell := &t.Cells[place][h.cell]
	addHouseholds(cell, o.Category, int64(e.members), e.weight)
	open := false
	eachPart(o, func(n benefit.Name, part *benefit.Part, people int) {
		addPart(&cell.Benefit[n], part, int64(people), e.weight)
		open = open || isOpen(c.of, n, part)
	})
	if open {
		c.open += e.weight
	}
	for j := range o.Members {
		if m := &o.Members[j]; m.Tekun.Verdict == benefit.Eligible {
			cell.AddTekun(m.SelfCare, all.persons[all.who[int(e.who)+j]>>1].placement, e.weight)
		}
	}
	waits := &d.Findings.Waits
	t.AddNeeds(waits.Facts, waits.Figures, e.weight)
	for k, above := range waits.Lines {
		if above.Stated() {
			t.Lines[place][standards.Residences()[k]][caseload.Band(above)] += e.weight
		}
	}
}

// eachPart hands over the parts that were examined, and how many people each is for.
func eachPart(o *law.Outcome, hand func(n benefit.Name, part *benefit.Part, people int)) {
	examined := func(n benefit.Name, part *benefit.Part, people int) {
		if part.Verdict != benefit.NotExamined {
			hand(n, part, people)
		}
	}
	family := lowIncome(o.LowIncome)
	examined(benefit.Dibao, &o.Dibao.Part, o.Dibao.People-o.Dibao.NotCovered)
	examined(benefit.LowIncome, &family, o.Dibao.People)
	for j := range o.Members {
		m := &o.Members[j]
		examined(benefit.Tekun, &m.Tekun, 1)
		examined(benefit.SinglePerson, &m.SinglePerson, 1)
		examined(benefit.Living, &m.Living, 1)
		examined(benefit.Nursing, &m.Nursing, 1)
	}
}
