package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The things that terms are of.
const (
	termLine       = "line"
	termIncome     = "income"
	termOwn        = "own-income"
	termHome       = "household-income"
	termJobCosts   = "job-costs"
	termRigidCosts = "rigid-costs"
	termTopUp      = "topup"
	termBasic      = "tekun-basic"
	termBasicLine  = "tekun-basic-line"
	termCare       = "tekun-care"
	termMinimum    = "minimum"
	termBand       = "band"
)

// say records a step where the decision is to be explained.
func (c *deciding) say(step func() benefit.Step) {
	if c.f.Explain {
		c.f.Step(step())
	}
}

// condition is a step about a condition of part n.
func condition(code benefit.Code, n benefit.Name, t finding.Truth, left benefit.Quantity, op string,
	right benefit.Quantity) benefit.Step {
	return benefit.Step{Code: code, Part: n, Result: t.Result(), Left: left, Op: op, Right: right}
}

// citing returns s with the document and clause of row.
func citing(s benefit.Step, row *standards.Standard) benefit.Step {
	s.Document, s.Clause = row.Basis.Document, row.Basis.Clause
	return s
}

// resting returns s resting on the figure in row, and citing it.
func (c *deciding) resting(s benefit.Step, row *standards.Standard) benefit.Step {
	return finding.Using(citing(s, row), c.set, row)
}

// paying is a step that computes a payment.
func paying(s benefit.Step, p benefit.Payment) benefit.Step {
	s.Result = benefit.ResultComputed
	s.Value = benefit.Quantity{Amount: p.Amount, Bound: p.Bound}
	return s
}

func word(s string) benefit.Quantity { return benefit.Quantity{Word: s} }

func yearly(fen int64, bound standards.Bound) benefit.Quantity {
	return benefit.Quantity{Amount: standards.Fen(fen, standards.PerYear), Bound: bound}
}

func incomeTerm(what, member string, fen int64) benefit.Term {
	return benefit.Term{What: what, Member: member, Amount: standards.Fen(fen, standards.PerYear),
		Bound: standards.Exactly, Times: standards.Whole(1)}
}

func figureTerm(what string, row *figure, times standards.Fraction) benefit.Term {
	return benefit.Term{What: what, Amount: row.Amount, Bound: row.bound, Times: times}
}

// disabilityWord names the category of a certificate; a multiple one by "multiple".
func disabilityWord(m *Member) string { return m.Grades.Category().String() }

// listed is the row that lists something in the household's place.
func (c *deciding) listed(k standards.ListKey, r standards.Residence, of string) *standards.Standard {
	row, _ := c.set.Listed(k, c.facts.Division, r, of)
	return &row
}

// dibaoMeasures is the text on dibao that is in force, at the article that the one and the other
// has.
func (c *deciding) dibaoMeasures(s benefit.Step, of2012, of2021 string) benefit.Step {
	s.Document, s.Clause = standards.DibaoReview2012, of2012
	if c.rules.dibao2021 {
		s.Document, s.Clause = standards.DibaoReview2021, of2021
	}
	return s
}

// tekunMeasures is the text on tekun that is in force. The articles on who is tekun have the same
// numbers in both.
func (c *deciding) tekunMeasures(s benefit.Step, article string) benefit.Step {
	s.Document, s.Clause = standards.Tekun2016, article
	if c.rules.tekun2021 {
		s.Document = standards.Tekun2021
	}
	return s
}

// Who is examined and counted.

func (c *deciding) sayNotExamined(m *Member) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepNotExamined, Member: m.ID, Result: benefit.ResultComputed,
			Value: word(m.Absence.String())}
		if m.Absence > benefit.Prison && c.r.absentOpen && m.Counted == 0 {
			s = finding.On(s, c.set, standards.AbsentOthersReading)
		}
		if row := c.listed(standards.NotExamined, 0, m.Absence.String()); row.Key != 0 {
			return citing(s, row)
		}
		return c.dibaoMeasures(s, "5", "7") // by the caseworker's finding
	})
}

// sayNotCounted records why someone is not counted: an absence or a relation that is listed, or the
// caseworker's finding.
func (c *deciding) sayNotCounted(m *Member, why string) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepNotCounted, Member: m.ID, Result: benefit.ResultComputed, Value: word(why)}
		if row := c.listed(standards.DibaoNotCounted, 0, why); row.Key != 0 {
			return citing(s, row)
		}
		return c.dibaoMeasures(s, "5", "7")
	})
}

func (c *deciding) sayTekunNotCounted(m *Member) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepTekunNotCounted, Member: m.ID, Result: benefit.ResultComputed,
			Value:    word("tekun"),
			Document: standards.Order649, Clause: "15"}
		return finding.On(s, c.set, standards.TekunMemberReading)
	})
}

// Tekun.

func (c *deciding) sayUnableToWork(m *Member, t finding.Truth) {
	c.say(func() benefit.Step {
		years := benefit.Quantity{Number: standards.Whole(int64(m.Age))}
		ability := func(op string, row *figure) benefit.Step {
			s := condition(benefit.StepTekunAbility, benefit.Tekun, t, years, op, benefit.Quantity{Number: row.Number})
			return c.resting(s, &row.Standard)
		}
		elder, minor := c.r.elder, c.r.minor
		switch {
		case minor.below(m.Age):
			return ability("<", minor)
		case elder != nil && (t == finding.NotMet || elder.reached(m.Age)):
			return ability(">=", elder)
		case t == finding.NotMet:
			return c.tekunMeasures(condition(benefit.StepTekunAbility, benefit.Tekun, t, years, ">=", benefit.Quantity{}), "5")
		}
		class, _ := c.set.Find(standards.Key(standards.TekunGrade), c.facts.Division, 0, disabilityWord(m))
		grade := benefit.Quantity{Number: standards.Whole(int64(m.Grades.Worst)), Word: disabilityWord(m)}
		s := condition(benefit.StepTekunAbility, benefit.Tekun, t, grade, "<=", benefit.Quantity{Number: class.Number})
		if class.Key == 0 {
			return c.tekunMeasures(s, "5")
		}
		return c.resting(s, &class)
	})
}

// saySupport cites the condition, or where there are supporters what makes them unable.
func (c *deciding) saySupport(m *Member, t finding.Truth) {
	c.say(func() benefit.Step {
		article := "4(3)"
		if m.Support != benefit.NoSupporters {
			article = "8"
		}
		return c.tekunMeasures(condition(benefit.StepTekunSupport, benefit.Tekun, t, word(m.Support.String()), "",
			benefit.Quantity{}), article)
	})
}

func (c *deciding) sayScheme(m *Member, t finding.Truth) {
	c.say(func() benefit.Step {
		scheme := m.ChildScheme.String()
		s := condition(benefit.StepTekunScheme, benefit.Tekun, t, word(scheme), "", benefit.Quantity{})
		if row := c.listed(standards.TekunNotWith, 0, scheme); row.Key != 0 {
			return citing(s, row)
		}
		return c.tekunMeasures(s, "9")
	})
}

func (c *deciding) sayOwnIncome(m *Member, t finding.Truth, line *figure) {
	c.say(func() benefit.Step {
		left := yearly(m.Income.Tekun, standards.Exactly)
		if m.incomeUnknown() {
			left = benefit.Quantity{}
		}
		s := c.tekunMeasures(condition(benefit.StepTekunIncome, benefit.Tekun, t, left, "<", benefit.Quantity{}), "6")
		if line == nil {
			return s
		}
		s.Right = yearly(line.annual, line.bound)
		return c.resting(s, &line.Standard)
	})
}

func (c *deciding) sayOwnProperty(m *Member, t finding.Truth) {
	c.say(func() benefit.Step {
		stated := m.Property
		if stated == 0 {
			stated = c.facts.Property
		}
		return c.tekunMeasures(condition(benefit.StepTekunProperty, benefit.Tekun, t, word(stated.String()), "",
			benefit.Quantity{}), "6")
	})
}

func (c *deciding) sayTekunPayment(basic basicStandard, care *figure, p benefit.Payment) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepTekunPayment, Part: benefit.Tekun,
			Terms: []benefit.Term{figureTerm(termBasic, basic.row, standards.Whole(1))}}
		row := basic.row
		if basic.multiple != nil {
			s.Terms[0] = figureTerm(termBasicLine, basic.row, basic.multiple.Number)
			s.Terms[0].Bound = standards.AtLeast
			row = basic.multiple
		}
		if care != nil {
			s.Terms = append(s.Terms, figureTerm(termCare, care, standards.Whole(1)))
		}
		if _, changed := c.round(basic.withCare(care)); changed {
			s = finding.On(s, c.set, standards.RoundingReading)
		}
		s = citing(s, &row.Standard)
		return paying(finding.Using(s, c.set, &basic.row.Standard), p)
	})
}

// Dibao.

// sayTekunFirst records that part n waits for the tekun of someone counted.
func (c *deciding) sayTekunFirst(n benefit.Name) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepDibaoTekunFirst, Part: n, Result: benefit.ResultUnknown,
			Document: standards.Order649, Clause: "15"}
		return finding.On(s, c.set, standards.TekunMemberReading)
	})
}

// sayIncome records the income that is compared with the line of g, term by term.
func (c *deciding) sayIncome(g *group, income int64) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepIncomeOf, Part: benefit.Dibao, Residence: g.kind, Result: benefit.ResultComputed,
			Value: yearly(income, standards.Exactly)}
		s = c.dibaoMeasures(s, "16", "13")
		if c.mixed() {
			s = finding.On(s, c.set, standards.MixedHukouReading)
		}
		s.Terms = c.costTerms(c.incomeTerms(g), g)
		if c.unknownIncome(g) {
			s.Value.Bound = standards.AtLeast
		}
		return s
	})
}

// costTerms adds to terms what was taken off the incomes that are compared with the line of g.
func (c *deciding) costTerms(terms []benefit.Term, g *group) []benefit.Term {
	costs, jobs := g.costs, g.jobCosts
	if !c.eachGroup() {
		costs, jobs = costs+c.otherGroup(g).costs, jobs+c.otherGroup(g).jobCosts
	}
	for _, off := range [...]struct {
		what string
		fen  int64
	}{{termJobCosts, jobs}, {termRigidCosts, costs - jobs}} {
		if off.fen > 0 {
			t := incomeTerm(off.what, "", off.fen)
			t.Times = standards.Whole(-1)
			terms = append(terms, t)
		}
	}
	return terms
}

// incomeTerms lists the incomes that are compared with the line of g. That of someone whose income
// is unknown is nil, at least.
func (c *deciding) incomeTerms(g *group) (terms []benefit.Term) {
	terms = make([]benefit.Term, 0, c.people+1)
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		if own := c.residence(m); c.out.Members[i].Counted && (!c.eachGroup() || own == g.kind) {
			t := incomeTerm(termOwn, m.ID, m.Income.Dibao[own-1])
			if m.incomeUnknown() {
				t.Bound = standards.AtLeast
			}
			terms = append(terms, t)
		}
	}
	if home := c.residence(nil); home != 0 && (!c.eachGroup() || c.home() == g) {
		if own := c.facts.Income.Dibao[home-1]; own != 0 {
			terms = append(terms, incomeTerm(termHome, "", own))
		}
	}
	return terms
}

// sayBelowLine records the comparison of that income with the line.
func (c *deciding) sayBelowLine(g *group, income, heads int64) {
	c.say(func() benefit.Step {
		left := yearly(income, standards.Exactly)
		if c.unknownIncome(g) {
			left.Bound = standards.AtLeast
		}
		s := condition(benefit.StepDibaoIncome, benefit.Dibao, g.truth, left, "<", benefit.Quantity{})
		s.Residence, s.Document, s.Clause = g.kind, standards.Order649, "9"
		if line := g.line; line != nil {
			s.Right = yearly(line.annual*heads, line.bound)
			s.Terms = []benefit.Term{figureTerm(termLine, line, standards.Whole(heads))}
			s = c.resting(s, &line.Standard)
		}
		return s
	})
}

// sayCosts records costs that are taken off.
func (c *deciding) sayCosts(code benefit.Code, off int64) {
	if off == 0 {
		return
	}
	c.say(func() benefit.Step {
		row := c.listed(standards.RigidCosts, 0, "")
		if code == benefit.StepJobCosts {
			if row = c.listed(standards.JobCosts, 0, "anyone"); row.Key == 0 {
				row = c.listed(standards.JobCosts, 0, "on-dibao")
			}
		}
		s := benefit.Step{Code: code, Part: benefit.Dibao, Residence: c.residence(nil), Result: benefit.ResultComputed,
			Value: yearly(off, standards.Exactly)}
		return citing(s, row)
	})
}

func (c *deciding) sayGrace(g *group) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepDibaoGrace, Part: benefit.Dibao, Residence: g.kind, Result: g.truth.Result()}
		if months := c.r.graceMonths[g.kind-1]; months != nil {
			s.Right = benefit.Quantity{Number: months.Number}
		}
		if since := c.facts.OverLineSince; !since.IsZero() {
			s.Left = word(since.String())
		}
		return citing(s, c.listed(standards.Grace, g.kind, "work"))
	})
}

func (c *deciding) sayProperty(code benefit.Code, n benefit.Name, t finding.Truth, stated benefit.Property) {
	c.say(func() benefit.Step {
		s := condition(code, n, t, word(stated.String()), "", benefit.Quantity{})
		s.Document, s.Clause = standards.Order649, "9"
		if n == benefit.LowIncome {
			return citing(s, &c.r.multiple.Standard)
		}
		return s
	})
}

// sayTopUp records the top-up of member i.
func (c *deciding) sayTopUp(i int, row, line *figure) {
	c.say(func() benefit.Step {
		id := c.facts.Members[i].ID
		t := figureTerm(termTopUp, row, standards.Whole(1))
		if row.Number.Stated() {
			t.Amount, t.Bound, t.Times = line.Amount, max(line.bound, row.bound), row.Number
		}
		t.Member = id
		s := benefit.Step{Code: benefit.StepDibaoTopUp, Part: benefit.Dibao, Member: id, Result: benefit.ResultComputed,
			Terms: []benefit.Term{t}, Value: word(row.Of)}
		s = citing(s, &row.Standard)
		if row.Number.Stated() {
			s = finding.Using(s, c.set, &line.Standard)
		}
		return finding.Using(s, c.set, &row.Standard)
	})
}

func (c *deciding) sayMinimum(p benefit.Payment) {
	c.say(func() benefit.Step {
		s := finding.On(benefit.Step{Code: benefit.StepDibaoMinimum, Part: benefit.Dibao}, c.set, standards.AverageReading)
		for k := range c.groups {
			g, average := &c.groups[k], c.r.averages[k]
			if !g.pays || average == nil {
				continue
			}
			t := figureTerm(termMinimum, average, standards.Whole(g.people))
			t.Bound = standards.AtLeast
			s.Terms = append(s.Terms, t)
			s = c.resting(s, &average.Standard)
		}
		return paying(s, p)
	})
}

func (c *deciding) sayLeastPayment(row *figure, p benefit.Payment) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepDibaoLeast, Part: benefit.Dibao,
			Terms: []benefit.Term{figureTerm(termMinimum, row, standards.Whole(1))}}
		return paying(c.resting(s, &row.Standard), p)
	})
}

func (c *deciding) sayBand(g *group, row *figure) {
	c.say(func() benefit.Step {
		s := benefit.Step{Code: benefit.StepDibaoBand, Part: benefit.Dibao, Residence: g.kind,
			Terms: []benefit.Term{figureTerm(termBand, row, standards.Whole(g.people))}}
		return paying(c.resting(s, &row.Standard), benefit.Monthly(row.Amount.Fen()*g.people, row.bound))
	})
}

// sayDifference records the arithmetic of the payment: the line times the people of each kind that
// pays, their share of the income taken off, and the top-ups.
func (c *deciding) sayDifference(p benefit.Payment, rounded bool) {
	c.say(func() benefit.Step {
		s := c.dibaoMeasures(benefit.Step{Code: benefit.StepDibaoPayment, Part: benefit.Dibao}, "27", "23")
		if rounded {
			s = finding.On(s, c.set, standards.RoundingReading)
		}
		for k := range c.groups {
			g := &c.groups[k]
			if !g.pays || g.line == nil {
				continue
			}
			income, heads := c.incomeAndHeads(g)
			s.Terms = append(s.Terms, figureTerm(termLine, g.line, standards.Whole(g.people)))
			s = finding.Using(s, c.set, &g.line.Standard)
			if income > 0 {
				t := incomeTerm(termIncome, "", income)
				t.Times = standards.Fraction{Num: -g.people, Den: heads}
				s.Terms = append(s.Terms, t)
			}
		}
		for _, earlier := range c.f.Steps {
			if earlier.Code == benefit.StepDibaoTopUp {
				s.Terms = append(s.Terms, earlier.Terms...)
			}
		}
		return paying(s, p)
	})
}
