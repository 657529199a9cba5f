package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// What a term is of.
const (
	termLine     = "line"
	termIncome   = "income"
	termOwn      = "own-income"
	termHome     = "household-income"
	termJobCosts = "job-costs"
	termTopUp    = "topup"
	termBasic    = "tekun-basic"
	termCare     = "tekun-care"
	termMinimum  = "minimum"
)

// condition records a condition of part n that rests on row.
func (c *deciding) condition(code benefit.Code, n benefit.Name, t finding.Truth, row *standards.Standard, left benefit.Quantity, op string, right benefit.Quantity) {
	s := benefit.Step{Code: code, Part: n, Result: t.Result(), Left: left, Op: op, Right: right}
	if row != nil {
		s.Document, s.Clause = row.Basis.Document, row.Basis.Clause
	}
	c.f.Step(finding.Using(s, c.set, row))
}

func word(s string) benefit.Quantity { return benefit.Quantity{Word: s} }

func yearly(fen int64, bound standards.Bound) benefit.Quantity {
	return benefit.Quantity{Amount: standards.Fen(fen, standards.PerYear), Bound: bound}
}

func (c *deciding) stepNotExamined(m *Member) {
	if !c.f.Explain {
		return
	}
	row, _ := c.set.Listed(standards.NotExamined, c.facts.Division, 0, m.Absence.String())
	c.f.Step(benefit.Step{Code: benefit.StepNotExamined, Member: m.ID, Result: benefit.ResultComputed, Value: word(m.Absence.String()), Document: row.Basis.Document, Clause: row.Basis.Clause})
}

// stepNotCounted records why someone is not counted: an absence or a relation that is listed, or the caseworker's finding.
func (c *deciding) stepNotCounted(m *Member, why string) {
	if c.f.Explain {
		row, _ := c.set.Listed(standards.DibaoNotCounted, c.facts.Division, 0, why)
		c.f.Step(benefit.Step{Code: benefit.StepNotCounted, Member: m.ID, Result: benefit.ResultComputed, Value: word(why), Document: row.Basis.Document, Clause: row.Basis.Clause})
	}
}

func (c *deciding) stepTekunNotCounted(m *Member) {
	if c.f.Explain {
		s := benefit.Step{Code: benefit.StepTekunNotCounted, Member: m.ID, Result: benefit.ResultComputed, Value: word("tekun"), Document: standards.Order649}
		c.f.Step(finding.On(s, c.set, standards.TekunMemberReading))
	}
}

func (c *deciding) stepUnableToWork(m *Member, t finding.Truth) {
	if !c.f.Explain {
		return
	}
	years := benefit.Quantity{Number: standards.Whole(int64(m.Age))}
	elder, minor := c.r.elder, c.r.minor
	switch {
	case minor.below(m.Age):
		c.condition(benefit.StepTekunAbility, benefit.Tekun, t, &minor.Standard, years, "<", benefit.Quantity{Number: minor.Number})
	case elder != nil && (t == finding.NotMet || elder.reached(m.Age)):
		c.condition(benefit.StepTekunAbility, benefit.Tekun, t, &elder.Standard, years, ">=", benefit.Quantity{Number: elder.Number})
	case elder == nil && t == finding.NotMet:
		c.condition(benefit.StepTekunAbility, benefit.Tekun, t, nil, years, ">=", benefit.Quantity{})
	default:
		class, _ := c.set.Find(standards.Key(standards.TekunGrade), c.facts.Division, 0, disabilityWord(m))
		grade := benefit.Quantity{Number: standards.Whole(int64(m.Grades.Worst)), Word: disabilityWord(m)}
		c.condition(benefit.StepTekunAbility, benefit.Tekun, t, &class, grade, "<=", benefit.Quantity{Number: class.Number})
	}
}

// stepSupport cites the condition, or where there are supporters what makes them unable.
func (c *deciding) stepSupport(m *Member, t finding.Truth) {
	if !c.f.Explain {
		return
	}
	article := "4(3)"
	if m.Support != benefit.NoSupporters {
		article = "8"
	}
	c.statedForTekun(benefit.StepTekunSupport, t, m.Support.String(), article)
}

// statedForTekun records a condition of tekun that is a fact of the caller's, with its article of the text in force. Of the text of 2016 the
// articles on these conditions are not on record.
func (c *deciding) statedForTekun(code benefit.Code, t finding.Truth, stated, article2021 string) {
	s := benefit.Step{Code: code, Part: benefit.Tekun, Result: t.Result(), Left: word(stated), Document: standards.Tekun2016}
	if c.rules.tekun2021 {
		s.Document, s.Clause = standards.Tekun2021, article2021
	}
	c.f.Step(s)
}

func (c *deciding) stepScheme(m *Member, t finding.Truth) {
	if c.f.Explain {
		row, _ := c.set.Listed(standards.TekunNotWith, c.facts.Division, 0, m.ChildScheme.String())
		c.condition(benefit.StepTekunScheme, benefit.Tekun, t, &row, word(m.ChildScheme.String()), "", benefit.Quantity{})
	}
}

func (c *deciding) stepOwnIncome(m *Member, t finding.Truth, line *figure) {
	if !c.f.Explain {
		return
	}
	var right benefit.Quantity
	var row *standards.Standard
	if line != nil {
		right, row = yearly(line.annual, line.bound), &line.Standard
	}
	c.condition(benefit.StepTekunIncome, benefit.Tekun, t, row, yearly(m.Income.Tekun, standards.Exactly), "<", right)
}

func (c *deciding) stepOwnProperty(m *Member, t finding.Truth) {
	if c.f.Explain {
		stated := m.Property
		if stated == 0 {
			stated = c.facts.Property
		}
		c.statedForTekun(benefit.StepTekunProperty, t, stated.String(), "6")
	}
}

func (c *deciding) stepTekunPayment(basic, care *figure, p benefit.Payment) benefit.Payment {
	if !c.f.Explain {
		return p
	}
	terms := []benefit.Term{{What: termBasic, Amount: basic.Amount, Bound: basic.bound, Times: standards.Whole(1)}}
	if care != nil {
		terms = append(terms, benefit.Term{What: termCare, Amount: care.Amount, Bound: care.bound, Times: standards.Whole(1)})
	}
	s := benefit.Step{Code: benefit.StepTekunPayment, Part: benefit.Tekun, Terms: terms, Document: basic.Basis.Document, Clause: basic.Basis.Clause}
	annual := basic.annual
	if care != nil {
		annual += care.annual
	}
	if p.Amount.Annual() != annual {
		s = finding.On(s, c.set, standards.RoundingReading)
	}
	c.computed(finding.Using(s, c.set, &basic.Standard), p)
	return p
}

// computed records a computation whose value is a payment.
func (c *deciding) computed(s benefit.Step, p benefit.Payment) {
	s.Result = benefit.ResultComputed
	s.Value = benefit.Quantity{Amount: p.Amount, Bound: p.Bound}
	c.f.Step(s)
}

func (c *deciding) stepTekunFirst() {
	if c.f.Explain {
		s := benefit.Step{Code: benefit.StepDibaoTekunFirst, Part: benefit.Dibao, Result: benefit.ResultUnknown}
		c.f.Step(finding.On(s, c.set, standards.TekunMemberReading))
	}
}

// stepIncome records the income that is compared with the line of g, term by term.
func (c *deciding) stepIncome(g *group, income int64) {
	if !c.f.Explain {
		return
	}
	each := c.set.Choice(standards.MixedHukouReading) == standards.EachGroup
	s := benefit.Step{Code: benefit.StepIncomeOf, Part: benefit.Dibao, Residence: g.kind, Result: benefit.ResultComputed, Value: yearly(income, standards.Exactly), Document: standards.DibaoReview2012, Clause: "16"}
	if c.rules.dibao2021 {
		s.Document, s.Clause = standards.DibaoReview2021, "13"
	}
	if c.mixed() {
		s = finding.On(s, c.set, standards.MixedHukouReading)
	}
	var sum int64
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		if own := c.residence(m); c.out.Members[i].Counted && (!each || own == g.kind) {
			s.Terms = append(s.Terms, term(termOwn, m.ID, m.Income.Dibao[own-1]))
			sum += m.Income.Dibao[own-1]
		}
	}
	if home := c.residence(nil); home != 0 {
		if own := c.facts.Income.Dibao[home-1]; own != 0 && c.homeIn(g, home, each) {
			s.Terms = append(s.Terms, term(termHome, "", own))
			sum += own
		}
	}
	if off := sum - income; off > 0 {
		t := term(termJobCosts, "", off)
		t.Times = standards.Fraction{Num: -1, Den: 1}
		s.Terms = append(s.Terms, t)
	}
	c.f.Step(s)
}

// stepBelowLine records the comparison of that income with the line.
func (c *deciding) stepBelowLine(g *group, income, heads int64) {
	if !c.f.Explain {
		return
	}
	s := benefit.Step{Code: benefit.StepDibaoIncome, Part: benefit.Dibao, Residence: g.kind, Result: g.truth.Result(), Left: yearly(income, standards.Exactly), Op: "<",
		Document: standards.Order649, Clause: "9"}
	if line := g.line; line != nil {
		s.Right = yearly(line.annual*heads, line.bound)
		s.Terms = []benefit.Term{{What: termLine, Amount: line.Amount, Bound: line.bound, Times: standards.Whole(heads)}}
		s.Document, s.Clause = line.Basis.Document, line.Basis.Clause
		s = finding.Using(s, c.set, &line.Standard)
	}
	c.f.Step(s)
}

// homeIn reports whether the household's own income is in the income compared with the line of g.
func (c *deciding) homeIn(g *group, home standards.Residence, each bool) bool {
	return !each || home == g.kind || c.groups[home-1].people == 0
}

func term(what, member string, fen int64) benefit.Term {
	return benefit.Term{What: what, Member: member, Amount: standards.Fen(fen, standards.PerYear), Bound: standards.Exactly, Times: standards.Whole(1)}
}

func (c *deciding) stepGrace(r standards.Residence) {
	if !c.f.Explain {
		return
	}
	row, _ := c.set.Listed(standards.Grace, c.facts.Division, r, "")
	c.f.Step(benefit.Step{Code: benefit.StepDibaoGrace, Part: benefit.Dibao, Residence: r, Result: benefit.ResultUnknown, Document: row.Basis.Document, Clause: row.Basis.Clause})
}

func (c *deciding) stepProperty(n benefit.Name, t finding.Truth) {
	if !c.f.Explain {
		return
	}
	code := benefit.StepDibaoProperty
	if n == benefit.LowIncome {
		code = benefit.StepLowIncomeProperty
	}
	c.f.Step(benefit.Step{Code: code, Part: n, Result: t.Result(), Left: word(c.facts.Property.String()), Document: standards.Order649, Clause: "9"})
}

func (c *deciding) stepJobCosts(r standards.Residence, off int64) {
	if !c.f.Explain || off == 0 {
		return
	}
	row, ok := c.set.Listed(standards.JobCosts, c.facts.Division, 0, "anyone")
	if !ok {
		row, _ = c.set.Listed(standards.JobCosts, c.facts.Division, 0, "on-dibao")
	}
	c.f.Step(benefit.Step{Code: benefit.StepJobCosts, Part: benefit.Dibao, Residence: r, Result: benefit.ResultComputed,
		Value: yearly(off, standards.Exactly), Document: row.Basis.Document, Clause: row.Basis.Clause})
}

// stepTopUp records the top-up of member i.
func (c *deciding) stepTopUp(i int, row, line *figure) {
	if !c.f.Explain {
		return
	}
	s := benefit.Step{Code: benefit.StepDibaoTopUp, Part: benefit.Dibao, Member: c.facts.Members[i].ID, Result: benefit.ResultComputed,
		Terms: []benefit.Term{topUpTerm(c.facts.Members[i].ID, row, line)}, Value: word(row.Of), Document: row.Basis.Document, Clause: row.Basis.Clause}
	if row.Number.Stated() {
		s = finding.Using(s, c.set, &line.Standard)
	}
	c.f.Step(finding.Using(s, c.set, &row.Standard))
}

func topUpTerm(id string, row, line *figure) benefit.Term {
	if row.Number.Stated() {
		return benefit.Term{What: termTopUp, Member: id, Amount: line.Amount, Bound: max(line.bound, row.bound), Times: row.Number}
	}
	return benefit.Term{What: termTopUp, Member: id, Amount: row.Amount, Bound: row.bound, Times: standards.Whole(1)}
}

func (c *deciding) stepMinimum(least int64) {
	if !c.f.Explain {
		return
	}
	s := finding.On(benefit.Step{Code: benefit.StepDibaoMinimum, Part: benefit.Dibao}, c.set, standards.AverageReading)
	for k := range c.groups {
		g := &c.groups[k]
		average := c.r.averages[k]
		if g.truth != finding.Met || average == nil {
			continue
		}
		s.Terms = append(s.Terms, benefit.Term{What: termMinimum, Amount: average.Amount, Bound: standards.AtLeast, Times: standards.Whole(g.people)})
		s.Document, s.Clause = average.Basis.Document, average.Basis.Clause
		s = finding.Using(s, c.set, &average.Standard)
	}
	c.computed(s, benefit.Monthly(least, standards.AtLeast))
}

// stepDifference records the arithmetic of the payment: the line times the people of each eligible kind, their share of the income taken
// off, and the top-ups.
func (c *deciding) stepDifference(p benefit.Payment, rounded bool) {
	if !c.f.Explain {
		return
	}
	s := benefit.Step{Code: benefit.StepDibaoPayment, Part: benefit.Dibao, Document: standards.DibaoReview2012, Clause: "27"}
	if rounded {
		s = finding.On(s, c.set, standards.RoundingReading)
	}
	if c.rules.dibao2021 {
		s.Document, s.Clause = standards.DibaoReview2021, "23"
	}
	for k := range c.groups {
		g := &c.groups[k]
		line := g.line
		if g.truth != finding.Met || line == nil {
			continue
		}
		income, heads := c.incomeAndHeads(g)
		s.Terms = append(s.Terms, benefit.Term{What: termLine, Amount: line.Amount, Bound: line.bound, Times: standards.Whole(g.people)})
		s = finding.Using(s, c.set, &line.Standard)
		if income > 0 {
			t := term(termIncome, "", income)
			t.Times = standards.Fraction{Num: -g.people, Den: heads}
			s.Terms = append(s.Terms, t)
		}
	}
	for _, earlier := range c.f.Steps {
		if earlier.Code == benefit.StepDibaoTopUp {
			s.Terms = append(s.Terms, earlier.Terms...)
		}
	}
	c.computed(s, p)
}

func (c *deciding) stepAboveLine(g *group, t finding.Truth) {
	if !c.f.Explain {
		return
	}
	income, heads := c.incomeAndHeads(g)
	s := benefit.Step{Code: benefit.StepLowIncomeAbove, Part: benefit.LowIncome, Residence: g.kind, Result: t.Result(), Left: yearly(income, standards.Exactly), Op: ">="}
	if c.set.Choice(standards.AtTheLineReading) == standards.NeitherAtTheLine {
		s.Op = ">"
	}
	if c.atTheLine(g) {
		s = finding.On(s, c.set, standards.AtTheLineReading)
	}
	if line := g.line; line != nil {
		s.Right = yearly(line.annual*heads, line.bound)
		s.Terms = []benefit.Term{{What: termLine, Amount: line.Amount, Bound: line.bound, Times: standards.Whole(heads)}}
		s = finding.Using(s, c.set, &line.Standard)
		s.Document, s.Clause = line.Basis.Document, line.Basis.Clause
	}
	c.f.Step(s)
}

func (c *deciding) stepBelowMultiple(g *group, t finding.Truth, income, heads int64, multiple *figure) {
	if !c.f.Explain {
		return
	}
	line, n := g.line, multiple.Number
	s := benefit.Step{Code: benefit.StepLowIncomeBelow, Part: benefit.LowIncome, Residence: g.kind, Result: t.Result(), Left: yearly(income, standards.Exactly), Op: "<",
		Right:    benefit.Quantity{Number: n},
		Terms:    []benefit.Term{{What: termLine, Amount: line.Amount, Bound: line.bound, Times: standards.Fraction{Num: n.Num * heads, Den: n.Den}}},
		Document: multiple.Basis.Document, Clause: multiple.Basis.Clause}
	c.f.Step(finding.Using(s, c.set, &line.Standard))
}

func (c *deciding) stepSinglePersonFamily(t finding.Truth) {
	if c.f.Explain {
		c.condition(benefit.StepSinglePersonFamily, benefit.SinglePerson, t, &c.r.multiple.Standard, word(t.Verdict().String()), "", benefit.Quantity{})
	}
}

func (c *deciding) stepSinglePersonClass(m *Member, t finding.Truth) {
	if !c.f.Explain {
		return
	}
	left := benefit.Quantity{Number: standards.Whole(int64(m.Grades.Worst)), Word: disabilityWord(m)}
	if m.SeriousIllness == standards.Yes {
		left = word("serious-illness")
	}
	c.condition(benefit.StepSinglePersonClass, benefit.SinglePerson, t, &c.r.multiple.Standard, left, "", benefit.Quantity{})
}

func (c *deciding) stepSinglePersonIncome(m *Member, t finding.Truth, own int64, line *figure) {
	if c.f.Explain {
		c.condition(benefit.StepSinglePersonIncome, benefit.SinglePerson, t, &line.Standard, yearly(own, standards.Exactly), "<", yearly(line.annual, line.bound))
	}
}

func (c *deciding) stepSinglePersonPayment(m *Member, own int64, line *figure, p benefit.Payment) {
	if !c.f.Explain {
		return
	}
	s := benefit.Step{Code: benefit.StepSinglePersonPayment, Part: benefit.SinglePerson, Document: line.Basis.Document, Clause: line.Basis.Clause}
	s = finding.Using(finding.On(s, c.set, standards.SinglePersonReading), c.set, &line.Standard)
	t := benefit.Term{What: termLine, Amount: line.Amount, Bound: line.bound, Times: standards.Whole(1)}
	choice := c.set.Choice(standards.SinglePersonReading)
	if choice == standards.HalfLine {
		t.Times = standards.Fraction{Num: 1, Den: 2}
	}
	s.Terms = append(s.Terms, t)
	if choice == standards.LineLessOwnIncome && own > 0 {
		off := term(termOwn, m.ID, own)
		off.Times = standards.Whole(-1)
		s.Terms = append(s.Terms, off)
	}
	c.computed(s, p)
}

// stepTotal records the sum of the payments.
func (o *Outcome) stepTotal(facts *Facts, f *finding.Findings) {
	if !f.Explain {
		return
	}
	s := benefit.Step{Code: benefit.StepTotal}
	add := func(n benefit.Name, id string, p benefit.Payment) {
		if p.Stated() {
			s.Terms = append(s.Terms, benefit.Term{What: n.String(), Member: id, Amount: p.Amount, Bound: p.Bound, Times: standards.Whole(1)})
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
	s.Result, s.Value = benefit.ResultComputed, benefit.Quantity{Amount: o.Total.Amount, Bound: o.Total.Bound}
	f.Step(s)
}

// disabilityWord names the category of a certificate; a multiple one by "multiple".
func disabilityWord(m *Member) string {
	return m.Grades.Category().String()
}
