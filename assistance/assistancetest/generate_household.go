package assistancetest

import (
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Household returns a household for the standards of set.
func (g *Generator) Household(set *standards.Set) assistance.Household {
	divisions := standards.Divisions()
	h := assistance.Household{
		ID: "h" + strconv.Itoa(g.Intn(1_000_000)), Division: divisions[g.Intn(len(divisions))],
		Residence: pick(g, 0, standards.Urban, standards.Urban, standards.Rural, standards.Rural),
		Property:  pick(g, 0, benefit.Within, benefit.Within, benefit.Within, benefit.Within, benefit.Over),
		OnDibao:   pick(g, 0, 0, standards.Yes, standards.No),
	}
	h.LowIncomeProperty = pick(g, 0, 0, benefit.Within, benefit.Over)
	if h.OnDibao == standards.Yes && g.oneIn(2) || g.oneIn(20) {
		h.OverLineSince = g.overLineSince(set)
	}
	people := 1 + g.Intn(4)
	if g.oneIn(10) {
		people = 1 + g.Intn(9)
	}
	if g.oneIn(500) {
		people = 90 + g.Intn(11)
	}
	for i := range people {
		h.Members = append(h.Members, g.member(set, i))
	}
	g.relations(&h)
	if g.oneIn(4) {
		h.Income = g.incomes(set, &h)
	}
	if g.oneIn(4) {
		h.JobCosts = standards.Fen(int64(g.Intn(90_000)), pick(g, standards.PerMonth, standards.PerYear))
	}
	if g.oneIn(4) {
		h.RigidCosts = standards.Fen(int64(g.Intn(90_000)), pick(g, standards.PerMonth, standards.PerYear))
	}
	if g.oneIn(20) {
		h.Weight = 1 + g.Intn(50)
	}
	unstated := pick(g, 4, 10, 30)
	for i := range h.Members {
		if !g.oneIn(unstated) {
			h.Members[i].Income = g.incomes(set, &h)
		}
	}
	if g.oneIn(2) {
		g.toTheEdge(set, &h)
	}
	return h
}

// member returns a member without income.
func (g *Generator) member(set *standards.Set, i int) assistance.Member {
	m := assistance.Member{ID: "m" + strconv.Itoa(i), Born: g.born(set)}
	if g.oneIn(6) {
		m.Residence = pick(g, standards.Urban, standards.Rural)
	}
	if g.oneIn(10) {
		divisions := standards.Divisions()
		m.Division = pick(g, standards.Elsewhere, divisions[g.Intn(len(divisions))])
	}
	if g.oneIn(10) {
		m.Counted = pick(g, standards.Yes, standards.No)
	}
	if g.oneIn(12) {
		m.Absence = benefit.Absence(1 + g.Intn(int(benefit.Missing)))
	}
	if g.oneIn(5) {
		m.Property = pick(g, benefit.Within, benefit.Within, benefit.Over)
	}
	if g.oneIn(2) {
		m.Disability = g.certificate()
	}
	m.SeriousIllness = pick(g, 0, 0, 0, standards.Yes, standards.No)
	if g.oneIn(3) {
		m.Support = pick(g, benefit.NoSupporters, benefit.Incapable, benefit.Incapable, benefit.Capable)
	}
	switch g.Intn(4) {
	case 0:
		m.SelfCare = eldercare.SelfCare(1 + g.Intn(int(eldercare.None)))
	case 1:
		m.Cannot = g.activities()
	}
	m.Placement = pick(g, 0, benefit.AtHome, benefit.InInstitution)
	m.WorkInjuryNursing = pick(g, 0, 0, standards.No, standards.No, standards.Yes)
	if g.oneIn(6) {
		m.ChildScheme = benefit.ChildScheme(1 + g.Intn(int(benefit.UnattendedToppedUp)))
	}
	m.LivingAllowance = g.allowance(set, standards.DisabilityLiving)
	m.NursingAllowance = g.allowance(set, standards.DisabilityNursing)
	return m
}

// relations states how the members are related to the applicant: of none, of some, or of all, and
// in some households of many whose counting is open.
func (g *Generator) relations(h *assistance.Household) {
	stated, open := pick(g, 0, 1, 1, 2), pick(g, 0, 2, 4)
	for i := range h.Members {
		switch m := &h.Members[i]; {
		case stated == 0 || stated > 1 && g.oneIn(stated):
		case open != 0 && g.oneIn(open):
			m.Relation = pick(g, benefit.AdultChild, benefit.IndependentAdultChild, benefit.ChildSpouse, benefit.Grandchild,
				benefit.Grandparent,
				benefit.Sibling, benefit.SupportedRelative, benefit.Parent, benefit.MinorChild)
		default:
			m.Relation = pick(g, benefit.Applicant, benefit.Spouse, benefit.Parent, benefit.Parent, benefit.MinorChild,
				benefit.Student,
				benefit.DependentAdultChild, benefit.AdultChild)
		}
	}
}

// overLineSince is a day from which income is over the line: mostly one on whose day of the month,
// some months later, the day of set is, or the day before it or after it.
func (g *Generator) overLineSince(set *standards.Set) standards.Date {
	on := set.Day()
	since := on.AddMonths(-g.Intn(13))
	if row, err := set.Number(standards.GraceMonths, standards.Zhuzhou, standards.Rural, ""); err == nil && g.oneIn(2) {
		since = on.AddMonths(-min(row.Number.Int(), 120))
	}
	switch g.Intn(3) {
	case 0:
		since = since.Previous()
	case 1:
		since = since.Next()
	}
	if on.Before(since) {
		return on
	}
	return since
}
