package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The low-income family and single-person cover.

// sayOneKindOnDibao records that a family whose one kind of hukou is on dibao is not examined as a
// low-income family, where someone of the other kind could be covered alone: the texts leave it
// open.
func (c *deciding) sayOneKindOnDibao() {
	for i := range c.facts.Members {
		m, o := &c.facts.Members[i], &c.out.Members[i]
		if !o.Counted || c.groups[c.residence(m)-1].truth != finding.NotMet ||
			c.r.singlePersonClass(&m.Grades, m.SeriousIllness) == finding.NotMet {
			continue
		}
		c.say(func() benefit.Step {
			s := benefit.Step{Code: benefit.StepLowIncomeMixed, Part: benefit.LowIncome, Member: m.ID,
				Result: benefit.ResultComputed, Value: word("dibao")}
			return citing(s, &c.r.multiple.Standard)
		})
	}
}

func (c *deciding) sayAboveLine(g *group, t finding.Truth) {
	c.say(func() benefit.Step {
		income, heads := c.incomeAndHeads(g)
		left := yearly(income, standards.Exactly)
		if c.unknownIncome(g) {
			left.Bound = standards.AtLeast
		}
		s := condition(benefit.StepLowIncomeAbove, benefit.LowIncome, t, left, ">=", benefit.Quantity{})
		s.Residence = g.kind
		if c.set.Choice(standards.AtTheLineReading) == standards.NeitherAtTheLine {
			s.Op = ">"
		}
		if c.atTheLine(g) {
			s = finding.On(s, c.set, standards.AtTheLineReading)
		}
		line := g.line
		if line == nil {
			return citing(s, &c.r.multiple.Standard)
		}
		s.Right = yearly(line.annual*heads, line.bound)
		s.Terms = []benefit.Term{figureTerm(termLine, line, standards.Whole(heads))}
		return c.resting(s, &line.Standard)
	})
}

func (c *deciding) sayBelowMultiple(g *group, t finding.Truth) {
	c.say(func() benefit.Step {
		limit := c.lowIncomeLimit(g)
		income, heads := c.incomeAndHeads(g)
		left := yearly(income, standards.Exactly)
		if c.unknownIncome(g) {
			left.Bound = standards.AtLeast
		}
		s := condition(benefit.StepLowIncomeBelow, benefit.LowIncome, t, left, "<", benefit.Quantity{Number: limit.times})
		s.Residence = g.kind
		s = citing(s, &c.r.multiple.Standard)
		if limit.row == nil {
			return s
		}
		s.Terms = []benefit.Term{figureTerm(termLine, limit.row, standards.Fraction{Num: limit.times.Num * heads,
			Den: limit.times.Den})}
		if limit.row != g.line {
			s = citing(s, &limit.row.Standard)
		}
		return finding.Using(s, c.set, &limit.row.Standard)
	})
}

func (c *deciding) saySinglePersonFamily(t finding.Truth) {
	c.say(func() benefit.Step {
		s := condition(benefit.StepSinglePersonFamily, benefit.SinglePerson, t, word(t.Verdict().String()), "",
			benefit.Quantity{})
		return c.resting(s, &c.r.multiple.Standard)
	})
}

func (c *deciding) saySinglePersonClass(m *Member, t finding.Truth) {
	c.say(func() benefit.Step {
		s := condition(benefit.StepSinglePersonClass, benefit.SinglePerson, t,
			benefit.Quantity{Number: standards.Whole(int64(m.Grades.Worst)), Word: disabilityWord(m)}, "", benefit.Quantity{})
		if m.SeriousIllness == standards.Yes {
			s.Left = word("serious-illness")
			return c.resting(s, &c.r.multiple.Standard)
		}
		row, ok := c.set.Find(standards.Key(standards.SinglePersonGrade), c.facts.Division, 0, disabilityWord(m))
		if !ok {
			row = c.r.multiple.Standard
		}
		return c.resting(s, &row)
	})
}

func (c *deciding) saySinglePersonIncome(m *Member, t finding.Truth) {
	c.say(func() benefit.Step {
		r := c.residence(m)
		left := yearly(m.Income.Dibao[r-1], standards.Exactly)
		if m.incomeUnknown() {
			left = benefit.Quantity{}
		}
		s := condition(benefit.StepSinglePersonIncome, benefit.SinglePerson, t, left, "<", benefit.Quantity{})
		line := c.line(r)
		if line == nil {
			return citing(s, &c.r.multiple.Standard)
		}
		s.Right = yearly(line.annual, line.bound)
		return c.resting(s, &line.Standard)
	})
}

func (c *deciding) saySinglePersonPayment(m *Member, own int64, line *figure, p benefit.Payment) {
	c.say(func() benefit.Step {
		choice := c.set.Choice(standards.SinglePersonReading)
		s := citing(benefit.Step{Code: benefit.StepSinglePersonPayment, Part: benefit.SinglePerson}, &line.Standard)
		s = finding.Using(finding.On(s, c.set, standards.SinglePersonReading), c.set, &line.Standard)
		t := figureTerm(termLine, line, standards.Whole(1))
		if choice == standards.HalfLine {
			t.Times = standards.Fraction{Num: 1, Den: 2}
		}
		s.Terms = append(s.Terms, t)
		if choice == standards.LineLessOwnIncome && own > 0 {
			off := incomeTerm(termOwn, m.ID, own)
			off.Times = standards.Whole(-1)
			s.Terms = append(s.Terms, off)
		}
		return paying(s, p)
	})
}

// What is open, and the total.

// sayWay records what the household comes to in one way of what is open.
func (c *deciding) sayWay() {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepWay, Left: word(c.out.Dibao.Verdict.String())}
		return c.dibaoMeasures(paying(s, c.out.Total), "5", "7")
	})
}

// sayDiffers records that part n is undetermined because the ways differ.
func (m *merging) sayDiffers(n benefit.Name) {
	s := benefit.Step{Code: benefit.StepResidence, Part: n, Result: benefit.ResultUnknown,
		Document: standards.DibaoReview2012, Clause: "6"}
	if m.rules.dibao2021 {
		s.Document, s.Clause = standards.Order649, "9"
	}
	if m.anyOpen && n != benefit.Tekun && n != benefit.Nursing {
		s.Code, s.Document, s.Clause = benefit.StepCountingOpen, standards.DibaoReview2012, "5"
		if m.rules.dibao2021 {
			s.Document, s.Clause = standards.DibaoReview2021, "7"
		}
	}
	m.f.Step(s)
}

// sayTotal records the sum of the payments.
func (o *Outcome) sayTotal(facts *Facts, f *finding.Findings) {
	if !f.Explain {
		return
	}
	s := benefit.Step{Code: benefit.StepTotal}
	add := func(n benefit.Name, id string, p benefit.Payment) {
		if p.Stated() {
			s.Terms = append(s.Terms, benefit.Term{What: n.String(), Member: id, Amount: p.Amount, Bound: p.Bound,
				Times: standards.Whole(1)})
		}
	}
	add(benefit.Dibao, "", o.Dibao.Payment)
	for i := range o.Members {
		m, id := &o.Members[i], facts.Members[i].ID
		add(benefit.Tekun, id, m.Tekun.Payment)
		add(benefit.SinglePerson, id, m.SinglePerson.Payment)
		add(benefit.Living, id, m.Living.Payment)
		add(benefit.Nursing, id, m.Nursing.Payment)
	}
	f.Step(paying(s, o.Total))
}
