package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// mostOpen limits the members whose counting is open and is tried every way.
const mostOpen = 4

// ResidenceOpen reports whether a kind of hukou is not stated that something could turn on: of a
// member, or of the household where it has income or costs of its own.
func (f *Facts) ResidenceOpen() bool {
	if f.Residence != 0 {
		return false
	}
	for i := range f.Members {
		if f.Members[i].Residence == 0 {
			return true
		}
	}
	return f.Income.Kinds != 0 || f.JobCosts != 0 || f.RigidCosts != 0
}

// findOpen finds the members whose counting is open, at most one more than are tried.
func (c *deciding) findOpen() {
	c.open = c.openIn[:0]
	for i := range c.facts.Members {
		if _, by := c.counting(i); by == isOpen && len(c.open) < cap(c.open) {
			c.open = append(c.open, i)
		}
	}
}

// decideEveryWay decides a household in every way of what is open: each of the kinds of hukou, and
// of each member whose counting is open, counted and not. Parts whose verdicts agree stand; parts
// that differ are undetermined and need what is open.
func decideEveryWay(rules *Rules, d *Desk, kinds ...standards.Residence) {
	n := len(d.Facts.Members)
	if cap(d.differs) < n {
		d.differs, d.open = make([]memberDiffers, n), make([]bool, n)
	}
	m := merging{desk: d, rules: rules, facts: &d.Facts, f: &d.Findings, out: &d.Outcome, residence: len(kinds) > 1,
		differs: d.differs[:n], open: d.open[:n]}
	clear(m.differs)
	clear(m.open)
	for _, kind := range kinds {
		c := d.base.begin(d, rules, kind, nil)
		c.whoIsExamined()
		c.tekun()
		c.findOpen()
		m.begin(c)
		if len(c.open) > mostOpen {
			m.untried(c)
		} else {
			m.everyCounting(rules, c)
		}
	}
	m.settle()
}

// merging puts the ways of a household together.
type merging struct {
	rules     *Rules
	desk      *Desk
	facts     *Facts
	f         *finding.Findings
	out       *Outcome
	residence bool   // the kind of hukou is open
	open      []bool // whose counting is, by position
	anyOpen   bool
	ways      int

	dibao, lowIncome, category bool // the ways differ in it
	familyLater                bool // in some way the low-income family waits until dibao is settled
	differs                    []memberDiffers
	income                     bool
	covered                    int
}

// memberDiffers tells in which parts of a member the ways differ, and whether in some way their
// single-person cover waits until dibao is settled.
type memberDiffers struct{ tekun, singlePerson, living, nursing, coverLater bool }

// begin notes what is open in the ways of one kind of hukou, and takes over what was found before
// dibao.
func (m *merging) begin(c *deciding) {
	for i := range c.facts.Members {
		if _, by := c.counting(i); by == isOpen {
			m.open[i], m.anyOpen = true, true
		}
	}
	m.f.Merge(c.f)
}

// everyCounting decides the ways of one kind of hukou, from dibao on.
func (m *merging) everyCounting(rules *Rules, base *deciding) {
	for in := range uint(1) << len(base.open) {
		c := m.desk.tried.begin(m.desk, rules, base.assumed, base.out.Members)
		c.open, c.in = base.open, in
		c.nameWay()
		c.fromDibaoOn()
		c.sayWay()
		m.f.Merge(c.f)
		m.add(c.out)
	}
}

// nameWay names on the steps who is taken as counted, and who is not.
func (c *deciding) nameWay() {
	if !c.f.Explain {
		return
	}
	for bit, i := range c.open {
		id := c.facts.Members[i].ID
		if c.in>>bit&1 == 1 {
			c.f.In = append(c.f.In, id)
		} else {
			c.f.Out = append(c.f.Out, id)
		}
	}
}

// add adds one way to those before it.
func (m *merging) add(o *Outcome) {
	m.ways++
	m.noteLater(o)
	if m.ways == 1 {
		members := m.out.Members
		copy(members, o.Members)
		*m.out = *o
		m.out.Members = members
		m.covered = o.Dibao.covered()
		return
	}
	to := m.out
	join(&to.Dibao.Part, o.Dibao.Part, &m.dibao)
	for k := range to.Dibao.Lines {
		if to.Dibao.Lines[k] == (Line{}) {
			to.Dibao.Lines[k] = o.Dibao.Lines[k]
		}
	}
	m.income = m.income || to.Dibao.Income != o.Dibao.Income || (to.Dibao.People == 0) != (o.Dibao.People == 0)
	to.Dibao.People = max(to.Dibao.People, o.Dibao.People)
	m.covered = min(m.covered, o.Dibao.covered())
	family := benefit.Part{Verdict: to.LowIncome}
	join(&family, benefit.Part{Verdict: o.LowIncome}, &m.lowIncome)
	to.LowIncome = family.Verdict
	for i := range to.Members {
		a, b, differs := &to.Members[i], &o.Members[i], &m.differs[i]
		join(&a.Tekun, b.Tekun, &differs.tekun)
		join(&a.SinglePerson, b.SinglePerson, &differs.singlePerson)
		joinSubsidy(&a.Living, b.Living, &differs.living)
		joinSubsidy(&a.Nursing, b.Nursing, &differs.nursing)
	}
	m.category = m.category || to.Category != o.Category
}

// noteLater notes what is not examined in a way because its dibao is undetermined. That is no
// refusal, which a part not examined is otherwise taken for beside one.
func (m *merging) noteLater(o *Outcome) {
	if o.Dibao.Verdict != benefit.Undetermined {
		return
	}
	m.familyLater = m.familyLater || o.LowIncome == benefit.NotExamined
	for i := range o.Members {
		isLater := o.Members[i].Counted && o.Members[i].SinglePerson.Verdict == benefit.NotExamined
		m.differs[i].coverLater = m.differs[i].coverLater || isLater
	}
}

// settle makes what is said of the ways together.
func (m *merging) settle() {
	o := m.out
	if m.income {
		o.Dibao.Income = -1
	}
	o.Dibao.NotCovered = 0
	if !m.dibao && o.Dibao.Verdict == benefit.Eligible {
		o.Dibao.NotCovered = o.Dibao.People - m.covered // no more are sure to be covered
	}
	m.settlePart(&o.Dibao.Part, benefit.Dibao, m.dibao)
	family := benefit.Part{Verdict: o.LowIncome}
	m.settlePart(&family, benefit.LowIncome, m.lowIncome)
	o.LowIncome = unlessLater(family, m.familyLater).Verdict
	for i := range o.Members {
		a, differs := &o.Members[i], &m.differs[i]
		a.SinglePerson = unlessLater(a.SinglePerson, differs.coverLater)
		m.f.Examine(i, m.facts.Members[i].ID)
		m.settlePart(&a.Tekun, benefit.Tekun, differs.tekun)
		m.settlePart(&a.SinglePerson, benefit.SinglePerson, differs.singlePerson)
		m.settlePart(&a.Living, benefit.Living, differs.living)
		m.settlePart(&a.Nursing, benefit.Nursing, differs.nursing)
	}
	m.f.ExamineHousehold()
	if m.category {
		o.Category = benefit.CategoryUndetermined
	}
	o.Total = o.sum()
	o.sayTotal(m.facts, m.f)
}

// unlessLater leaves a part that no way finds due unexamined, where in some way it is examined
// later.
func unlessLater(p benefit.Part, later bool) benefit.Part {
	if later && p.Verdict == benefit.Ineligible {
		return benefit.Part{}
	}
	return p
}

// settlePart makes a part in which the ways differ undetermined, and lists what is open as needed.
// Of a subsidy what would be paid is its rate, which does not go by what is open.
func (m *merging) settlePart(p *benefit.Part, n benefit.Name, differs bool) {
	if !differs {
		return
	}
	rate := benefit.Payment{}
	if n == benefit.Living || n == benefit.Nursing {
		rate = p.IfMet
	}
	*p = benefit.Part{Verdict: benefit.Undetermined, IfMet: rate}
	if m.residence {
		m.f.NeedHouseholdFact(benefit.ResidenceFact, n)
	}
	if n != benefit.Tekun && n != benefit.Nursing {
		m.needOpen(n)
	}
	m.sayDiffers(n)
}

// needOpen lists, for part n, the counting of everyone of whom it is open.
func (m *merging) needOpen(n benefit.Name) {
	for i, open := range m.open {
		if open {
			m.f.NeedFactOf(m.facts.Members[i].ID, benefit.CountedFact, n)
		}
	}
}

func (d *Dibao) covered() int { return d.People - d.NotCovered }

// join makes p what stands whichever of p and q is right, or notes that they differ. A part that is
// not examined agrees with one that is refused.
func join(p *benefit.Part, q benefit.Part, differs *bool) {
	a, b := refusedOrNot(p.Verdict, q.Verdict), refusedOrNot(q.Verdict, p.Verdict)
	*differs = *differs || a != b
	*p = benefit.Part{Verdict: a, Payment: lower(p.Payment, q.Payment), IfMet: lower(p.IfMet, q.IfMet)}
}

// joinSubsidy is join, and keeps the rate where the two differ.
func joinSubsidy(p *benefit.Part, q benefit.Part, differs *bool) {
	rate := p.IfMet
	for _, known := range [...]benefit.Payment{p.Payment, q.Payment, q.IfMet} {
		if !rate.Stated() {
			rate = known
		}
	}
	if join(p, q, differs); *differs {
		p.IfMet = rate
	}
}

// refusedOrNot takes a part not examined as refused beside one that was examined.
func refusedOrNot(v, beside benefit.Verdict) benefit.Verdict {
	if v == benefit.NotExamined && beside != benefit.NotExamined {
		return benefit.Ineligible
	}
	return v
}

// lower is the lower of two payments, at least where they differ; none where one of them is
// missing.
func lower(a, b benefit.Payment) benefit.Payment {
	switch {
	case a == b:
		return a
	case !a.Stated() || !b.Stated():
		return benefit.Payment{}
	}
	return benefit.Monthly(min(a.Amount.Fen(), b.Amount.Fen()), standards.AtLeast)
}
