package law

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Decide applies the rules of a day to the facts of a household. What it needs, assumes and turns on, and the steps if they are asked
// for, is added to the findings.
func Decide(rules *Rules, d *Desk) {
	if d.Facts.ResidenceOpen() {
		decideBoth(rules, d)
		return
	}
	c := deciding{set: rules.set, rules: rules, r: rules.of(d.Facts.Division), facts: &d.Facts, f: &d.Findings, out: &d.Outcome}
	c.decide()
}

// decide is the order of the law.
func (c *deciding) decide() {
	c.groups[urban].kind, c.groups[urban].line = standards.Urban, c.r.lines[urban]
	c.groups[rural].kind, c.groups[rural].line = standards.Rural, c.r.lines[rural]
	c.whoIsExamined()
	c.tekun()
	c.whoCounts()
	c.dibao()
	c.lowIncome()
	c.singlePerson()
	c.subsidies()
	c.total()
}

// deciding is one household while the law is applied to it.
type deciding struct {
	set     *standards.Set
	rules   *Rules
	r       *placeRules // of the household's place
	facts   *Facts
	f       *finding.Findings
	out     *Outcome
	assumed standards.Residence // the kind of hukou taken for those of whom none is stated; zero: it is stated of everyone
	groups  [kinds]group        // those counted, by kind of hukou
	waits   bool                // the tekun of someone who would be counted is undetermined
	people  int64               // counted
}

// group is the counted members of one kind of hukou.
type group struct {
	kind   standards.Residence
	line   *figure // the dibao line (低保标准) of the household's place, nil where it is not on record
	people int64
	income int64                 // their own that counts, in fen a year, and the household's where it is added to theirs
	work   int64                 // the wages and business income in it
	had    standards.IncomeKinds // the kinds of income that they have
	truth  finding.Truth         // whether income is below the line
	grace  bool                  // it waits for the length of the grace period instead of being refused
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

// examined reports whether anything is examined for m: not for people in prison, in compulsory rehabilitation or declared missing.
func (c *deciding) examined(m *Member) bool { return c.r.examined(m.Absence) }

func (r *placeRules) examined(a benefit.Absence) bool { return a == 0 || !r.notExamined.has(uint8(a)) }

// whoIsExamined lists what is assumed of those examined, and why others are not.
func (c *deciding) whoIsExamined() {
	for i := range c.facts.Members {
		m := &c.facts.Members[i]
		c.out.Members[i].SelfCare = m.SelfCare
		if !c.examined(m) {
			if m.Absence != benefit.Prison {
				c.f.Turn(c.set, standards.AbsentOthersReading)
			}
			c.stepNotExamined(m)
			continue
		}
		if !m.Income.Stated {
			c.f.Examine(i, m.ID)
			c.f.Assume(benefit.IncomeFact)
		}
	}
	c.f.ExamineHousehold()
}

// whoCounts finds who is counted for dibao: those examined who are neither clergy nor eligible for tekun, by the caseworker's finding
// where there is one and otherwise by relation.
func (c *deciding) whoCounts() {
	for i := range c.facts.Members {
		m, o := &c.facts.Members[i], &c.out.Members[i]
		if o.Counted = c.counted(m, o); !o.Counted {
			continue
		}
		r := c.residence(m)
		g := &c.groups[r-1]
		g.people++
		g.add(&m.Income, r)
		g.had |= m.Income.Kinds
		c.waits = c.waits || o.Tekun.Verdict == benefit.Undetermined
	}
	c.people = c.groups[urban].people + c.groups[rural].people
	c.out.Dibao.People = int(c.people)
	for k := range c.groups {
		if g := &c.groups[k]; g.people > 0 {
			c.turnOnList(g.had, standards.DibaoNotIncome, g.kind)
		}
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

func (c *deciding) counted(m *Member, o *MemberOutcome) bool {
	if !c.examined(m) {
		return false
	}
	if c.r.awayNotCounted(m.Absence) {
		c.stepNotCounted(m, m.Absence.String())
		return false
	}
	if o.Tekun.Verdict == benefit.Eligible {
		if len(c.facts.Members) > 1 {
			c.f.Turn(c.set, standards.TekunMemberReading)
		}
		c.stepTekunNotCounted(m)
		return false
	}
	if !c.r.countedAs(m.Counted, m.Relation) {
		why := "counted"
		if m.Counted == 0 {
			why = m.Relation.String()
		}
		c.stepNotCounted(m, why)
		return false
	}
	return true
}

// awayNotCounted reports whether someone who is away for this reason is not counted.
func (r *placeRules) awayNotCounted(a benefit.Absence) bool {
	return a != 0 && r.absentNotCounted.has(uint8(a))
}

// countedAs reports whether someone is counted by the caseworker's finding, or where there is none by his relation.
func (r *placeRules) countedAs(finding standards.Answer, relation benefit.Relation) bool {
	if finding != 0 {
		return finding == standards.Yes
	}
	return !r.notCounted.has(uint8(relation))
}

// addHouseholdIncome adds the household's own income to the group of its kind of hukou, or to the other if nobody of that kind is
// counted. What of it counts goes by the household's kind.
func (c *deciding) addHouseholdIncome() {
	own := &c.facts.Income
	r := c.residence(nil)
	if c.people == 0 || r == 0 {
		return
	}
	g := &c.groups[r-1]
	if g.people == 0 {
		g = &c.groups[other(int(r-1))]
	}
	g.add(own, r)
	c.turnOnList(own.Kinds, standards.DibaoNotIncome, r)
}

// turnOnList names the reading of what does not count, where there is income that it treats otherwise.
func (c *deciding) turnOnList(had standards.IncomeKinds, list standards.ListKey, r standards.Residence) {
	if had&c.set.OpenIncome(list, r) != 0 {
		c.f.Turn(c.set, standards.IncomeListReading)
	}
}
