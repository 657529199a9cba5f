package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Decide applies the rules of a day to the facts of a household. What it needs, assumes and turns
// on, and the steps if they are asked for, is added to the findings.
func Decide(rules *Rules, d *Desk) {
	if d.Facts.ResidenceOpen() {
		decideEveryWay(rules, d, standards.Urban, standards.Rural)
		return
	}
	c := &d.whole
	c.begin(rules, &d.Facts, &d.Findings, &d.Outcome, 0)
	c.whoIsExamined()
	c.tekun()
	if c.findOpen(); len(c.open) == 0 {
		c.oneWay = true
		c.fromDibaoOn()
		return
	}
	d.Findings.Restart()
	decideEveryWay(rules, d, 0)
}

// fromDibaoOn is the order of the law once everyone's tekun is decided.
func (c *deciding) fromDibaoOn() {
	c.whoCounts()
	c.dibao()
	c.lowIncome()
	c.singlePerson()
	c.subsidies()
	c.total()
}

// deciding is one household while the law is applied to it, in one way of what is open.
type deciding struct {
	set     *standards.Set
	rules   *Rules
	r       *placeRules // of the household's place
	facts   *Facts
	f       *finding.Findings
	out     *Outcome
	assumed standards.Residence // the kind of hukou taken for those who state none; zero: everyone states it
	open    []int               // the positions of those whose counting is open, see findOpen
	in      uint                // which of them are taken as counted, a bit for each
	groups  [kinds]group        // those counted, by kind of hukou
	oneWay  bool                // nothing is open
	untried bool                // so many are open that no way of counting is tried
	waits   bool                // the tekun of someone counted is undetermined
	people  int64               // counted
	openIn  [mostOpen + 1]int   // room for open
}

// group holds the counted members of one kind of hukou.
type group struct {
	kind     standards.Residence
	line     *figure // the dibao line (低保标准) of the household's place, nil where it is not on record
	people   int64
	income   int64 // their own that counts, in fen a year, and the household's where it is added to theirs
	work     int64 // the wages and business income in it
	had      standards.IncomeKinds
	costs    int64 // what was taken off income, and of it the costs of working
	jobCosts int64
	unknown  bool          // the income of one of them is unknown
	stated   finding.Truth // whether the incomes that are stated are below the line
	truth    finding.Truth // whether income is below the line, with the grace period
	grace    grace
	pays     bool // it is in the payment, or in what the payment would be
}

// begin makes c ready for a household, under the kind of hukou taken for those who state none.
func (c *deciding) begin(rules *Rules, facts *Facts, f *finding.Findings, out *Outcome, assumed standards.Residence) {
	*c = deciding{set: rules.set, rules: rules, r: rules.of(facts.Division), facts: facts, f: f, out: out,
		assumed: assumed}
	c.groups[urban].kind, c.groups[urban].line = standards.Urban, c.r.lines[urban]
	c.groups[rural].kind, c.groups[rural].line = standards.Rural, c.r.lines[rural]
}

// residence is the kind of hukou of m, or of the household where m is nil.
func (c *deciding) residence(m *Member) standards.Residence {
	switch {
	case m != nil && m.Residence != 0:
		return m.Residence
	case c.facts.Residence != 0:
		return c.facts.Residence
	}
	return c.assumed
}

// sole reports whether the file has one member.
func (c *deciding) sole() bool { return len(c.facts.Members) == 1 }

// examined reports whether anything is examined for m: not for people in prison, nor for those in
// compulsory rehabilitation or declared missing. Before the measures of 2021 the caseworker's
// finding goes before the rule on the latter (220号 art. 5; R15).
func (c *deciding) examined(m *Member) bool { return c.r.examined(m.Absence, m.Counted) }

func (r *placeRules) examined(a benefit.Absence, found standards.Answer) bool {
	if a == 0 || a == benefit.Clergy {
		return true
	}
	if found != 0 && a != benefit.Prison && r.absentOpen {
		return found == standards.Yes
	}
	return !r.notExamined.has(uint8(a))
}

// whoIsExamined lists what is assumed of those examined, and why others are not.
func (c *deciding) whoIsExamined() {
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		c.out.Members[i].SelfCare = m.SelfCare
		if m.Absence > benefit.Prison && m.Counted == 0 {
			c.f.Turn(c.set, standards.AbsentOthersReading)
		}
		if !c.examined(m) {
			c.sayNotExamined(m)
			continue
		}
		if !m.Income.Stated && !m.incomeUnknown() {
			c.f.Examine(i, m.ID)
			c.f.Assume(benefit.IncomeFact)
		}
	}
	c.f.ExamineHousehold()
}

// whoCounts finds who is counted for dibao, and sums their income.
func (c *deciding) whoCounts() {
	for i := range c.facts.Members {
		m, o := &c.facts.Members[i], &c.out.Members[i]
		if o.Counted = c.counted(i); !o.Counted {
			continue
		}
		r := c.residence(m)
		g := &c.groups[r-1]
		g.people++
		g.add(&m.Income, r)
		g.had |= m.Income.Kinds
		g.unknown = g.unknown || m.incomeUnknown()
		c.waits = c.waits || o.Tekun.Verdict == benefit.Undetermined
	}
	c.people = c.groups[urban].people + c.groups[rural].people
	c.out.Dibao.People = int(c.people)
	for k := range c.groups {
		c.turnOnList(c.groups[k].had, c.groups[k].kind)
	}
	c.addHouseholdIncome()
}

// other is the other kind of hukou.
func other(kind int) int { return 1 - kind }

// mixed reports whether people of both kinds of hukou are counted.
func (c *deciding) mixed() bool { return c.groups[urban].people > 0 && c.groups[rural].people > 0 }

// add adds an income to that of g, by the list of kind of hukou r.
func (g *group) add(income *Income, r standards.Residence) {
	g.income += income.Dibao[r-1]
	g.work += income.Earned[r-1]
}

// counted reports whether member i is counted for dibao, and says why if not.
func (c *deciding) counted(i int) bool {
	m := &c.facts.Members[i]
	counted, why := c.counting(i)
	switch why {
	case byTekun:
		if !c.sole() {
			c.f.Turn(c.set, standards.TekunMemberReading)
		}
		c.sayTekunNotCounted(m)
	case byAbsence:
		c.sayNotCounted(m, m.Absence.String())
	case byFinding:
		if !counted {
			c.sayNotCounted(m, "counted")
		}
	case byRelation:
		c.sayNotCounted(m, m.Relation.String())
	case isOpen:
		for bit, at := range c.open {
			if at == i {
				return c.in>>bit&1 == 1
			}
		}
	}
	return counted
}

// reason says why someone is counted for dibao or not; zero: nothing is against it.
type reason uint8

const (
	notExamined reason = iota + 1
	byTekun            // eligible for tekun
	byAbsence          // clergy with others
	byFinding          // the caseworker's finding
	byRelation
	isOpen // by having long lived together, which is not stated
)

// counting tells whether member i is counted, and by what (220号 arts. 5, 10; 57号 arts. 7, 8). Who
// signs decides nothing: where a relation counts only by having long lived together, counting is
// open until the caller states it.
func (c *deciding) counting(i int) (counted bool, by reason) {
	m := &c.facts.Members[i]
	switch {
	case !c.examined(m):
		return false, notExamined
	case c.out.Members[i].Tekun.Verdict == benefit.Eligible:
		return false, byTekun
	case c.sole():
		return m.Counted != standards.No, byFinding
	case c.r.absentNotCounted.has(uint8(m.Absence)):
		return false, byAbsence
	case m.Counted != 0:
		return m.Counted == standards.Yes, byFinding
	case c.r.notCounted.has(uint8(m.Relation)):
		return false, byRelation
	case c.r.countingOpen(m.Relation, m.Age) && !(m.Relation == benefit.Parent && c.aMinorApplies()):
		return false, isOpen
	}
	return true, 0
}

// countingOpen reports whether someone of this relation and age counts only by having long lived
// together.
func (r *placeRules) countingOpen(relation benefit.Relation, age int) bool {
	return r.openRelations.has(uint8(relation)) || relation == benefit.MinorChild && r.minorAge.reached(age)
}

// aMinorApplies reports whether the applicant is a minor: a parent is then counted from the child's
// side (57号 art. 7(2)).
func (c *deciding) aMinorApplies() bool {
	for i := range c.facts.Members {
		if m := &c.facts.Members[i]; m.Relation == benefit.Applicant && c.r.minorAge.below(m.Age) {
			return true
		}
	}
	return false
}

// addHouseholdIncome adds the household's own income to the group of its kind of hukou, or to the
// other if nobody of that kind is counted. What of it counts goes by the household's kind.
func (c *deciding) addHouseholdIncome() {
	own := &c.facts.Income
	r := c.residence(nil)
	if c.people == 0 || r == 0 {
		return
	}
	c.home().add(own, r)
	c.turnOnList(own.Kinds, r)
}

// home is the group that the household's own income and costs go to: that of its kind of hukou, or
// the other where nobody counted is of it.
func (c *deciding) home() *group {
	k := urban
	if c.residence(nil) == standards.Rural {
		k = rural
	}
	if c.groups[k].people == 0 {
		k = other(k)
	}
	return &c.groups[k]
}

// turnOnList names the readings of what does not count for dibao, where there is income that they
// treat otherwise.
func (c *deciding) turnOnList(had standards.IncomeKinds, r standards.Residence) {
	if had == 0 {
		return
	}
	for _, reading := range [...]standards.Reading{standards.IncomeListReading, standards.RuralExemptionsReading} {
		if had&c.set.OpenIncome(reading, standards.DibaoNotIncome, r) != 0 {
			c.f.Turn(c.set, reading)
		}
	}
}
