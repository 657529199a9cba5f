package assistance_test

import (
	"math/big"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Step 1: who is examined, and who counts.

// measures2021 is the day on which the dibao and tekun measures of 2021 begin.
var measures2021 = standards.Day(2021, 7, 1)

// refCase is a household in one way of what is open: a kind of hukou for whoever states none, and who of the open is counted.
type refCase struct {
	set   *standards.Set
	h     *assistance.Household
	kind  standards.Residence // of the household
	place standards.Place
	in    map[int]bool // of the open members, those taken as counted
	out   refResult
}

func (c *refCase) before2021() bool { return c.set.Day().Before(measures2021) }

func (c *refCase) assume(id string, f benefit.Fact) { c.out.assumed[id+"."+f.String()] = true }

// hukou is the kind of member m.
func (c *refCase) hukou(m *assistance.Member) standards.Residence {
	if m.Residence != 0 {
		return m.Residence
	}
	return c.kind
}

func (c *refCase) age(m *assistance.Member) int64 {
	on := c.set.Day()
	years := on.Year - m.Born.Year
	if on.Month < m.Born.Month || on.Month == m.Born.Month && on.Day < m.Born.Day {
		years--
	}
	return int64(years)
}

func (c *refCase) minor(m *assistance.Member) bool {
	age, _ := c.number(standards.MinorAge, "")
	return c.age(m) < age
}

// examined reports whether anything is examined of m (R15).
func (c *refCase) examined(m *assistance.Member) bool {
	listed := c.listed(standards.NotExamined, 0, m.Absence.String())
	finding := c.before2021() && (m.Absence == benefit.CompulsoryRehabilitation || m.Absence == benefit.Missing)
	switch {
	case finding && m.Counted == standards.Yes:
		return true
	case finding && m.Counted == standards.No:
		return false
	}
	return !listed
}

// counting tells whether member i counts for dibao by what is stated of the household.
func (c *refCase) counting(i int) truth {
	m := &c.h.Members[i]
	only := len(c.h.Members) == 1
	switch {
	case !c.examined(m), c.out.people[i].tekun.verdict == benefit.Eligible, m.Counted == standards.No:
		return no
	case only:
		return yes
	case c.listed(standards.DibaoNotCounted, 0, m.Absence.String()):
		return no
	case m.Counted == standards.Yes:
		return yes
	case c.listed(standards.DibaoNotCounted, 0, m.Relation.String()):
		return no
	}
	switch m.Relation {
	case benefit.MinorChild:
		if !c.minor(m) {
			return open
		}
	case benefit.Parent:
		ofMinor := func(a assistance.Member) bool { return a.Relation == benefit.Applicant && c.minor(&a) }
		if slices.ContainsFunc(c.h.Members, ofMinor) {
			return yes
		}
	}
	if c.listed(standards.CountingOpen, 0, m.Relation.String()) {
		return open
	}
	return yes
}

// counted reports whether member i counts for dibao in the way of c.
func (c *refCase) counted(i int) bool {
	t := c.counting(i)
	return t == yes || t == open && c.in[i]
}

func (c *refCase) openMembers() []int {
	var list []int
	for i := range c.h.Members {
		if c.counting(i) == open {
			list = append(list, i)
		}
	}
	return list
}

// incomeUnknown reports whether the income of m is not known: of whoever is younger than sixteen it is taken as none.
func (c *refCase) incomeUnknown(m *assistance.Member) bool { return m.Income == nil && c.age(m) >= 16 }

// ownIncome is what m has himself, of the kinds that count for tekun or for dibao.
func (c *refCase) ownIncome(m *assistance.Member, exempt standards.ListKey) *big.Rat {
	own := new(big.Rat)
	for _, in := range m.Income {
		if !c.listed(exempt, c.hukou(m), in.Kind.String()) {
			own.Add(own, incomeOf(in))
		}
	}
	return own
}

// has reports whether m has income of one of these kinds, whether it counts or not.
func has(m *assistance.Member, kinds ...standards.IncomeKind) bool {
	return slices.ContainsFunc(m.Income, func(in assistance.Income) bool {
		return slices.Contains(kinds, in.Kind) && incomeOf(in).Sign() > 0
	})
}

// within tells whether a certificate belongs to a class of categories and grades.
func (c *refCase) within(cert disability.Certificate, class standards.NumberKey) truth {
	if cert.Category == 0 {
		return no
	}
	fits := func(category disability.Category, grade int) bool {
		least, ok := c.number(class, category.String())
		return ok && int64(grade) <= least
	}
	if cert.Category != disability.Multiple {
		return truthOf(fits(cert.Category, cert.Grade))
	}
	if len(cert.Components) > 0 {
		return truthOf(slices.ContainsFunc(cert.Components, func(one disability.Component) bool { return fits(one.Category, one.Grade) }))
	}
	can := 0
	for category := disability.Visual; category < disability.Multiple; category++ {
		if fits(category, cert.Grade) {
			can++
		}
	}
	switch can {
	case 0:
		return no
	case int(disability.Multiple - disability.Visual):
		return yes
	}
	return open
}
