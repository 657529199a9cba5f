package main

import (
	"fmt"
	"math/rand/v2"
	"strconv"
)

// relation is the relation of a member to the applicant. All of these count for dibao in 2020 by
// themselves.
type relation uint8

const (
	applicant relation = iota
	spouse
	parent
	minorChild
	student
	dependentChild
)

// The households that are invented: what they have in the given shares, in percent.
const (
	eligibleShare    = 60 // are eligible for dibao
	certificateShare = 15 // of the members have a certificate
	workInjuryShare  = 4  // have a member who gets the nursing benefit of work-injury insurance
	overShare        = 6  // are below the line and have property over the limit
	atLineShare      = 2  // of those above have income exactly at the line; as many of those below are one fen below it
	nilShare         = 10 // of those below have no income
	uncountedShare   = 4  // of the members besides the applicant are not counted, by the caseworker's finding
	otherShare       = 10 // of the members also have income of a kind that does not count
)

// sizes are how many households of a hundred have one member, two, and so on.
var sizes = [...]int{22, 22, 18, 15, 10, 6, 4, 3}

// random draws from a sequence that a seed determines.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 1))} }

func (r random) percent(share int) bool { return r.IntN(100) < share }

// between draws from low to high, without high.
func (r random) between(low, high int64) int64 { return low + r.Int64N(max(high-low, 1)) }

func (r random) size() int {
	n := r.IntN(100)
	for i, share := range sizes {
		if n -= share; n < 0 {
			return i + 1
		}
	}
	return len(sizes)
}

// invent invents households. The same seed gives the same ones.
func invent(count int, seed uint64) []household {
	r := newRandom(seed)
	households := make([]household, count)
	for i := range households {
		households[i] = r.household(i)
	}
	return inRow(households)
}

// inRow lays the members and the incomes of households one after the other in memory, as whoever
// cares for speed does.
func inRow(households []household) []household {
	var members []member
	var incomes []income
	for i := range households {
		members = append(members, households[i].members...)
		for _, m := range households[i].members {
			incomes = append(incomes, m.incomes...)
		}
	}
	for i := range members {
		n := len(members[i].incomes)
		members[i].incomes, incomes = incomes[:n:n], incomes[n:]
	}
	for i := range households {
		n := len(households[i].members)
		households[i].members, members = members[:n:n], members[n:]
	}
	return households
}

func (r random) household(i int) household {
	h := household{id: "h" + strconv.Itoa(i+1), place: uint8(r.IntN(len(places))), urban: r.percent(50), within: true}
	for j := range r.size() {
		h.members = append(h.members, r.member(j))
	}
	if r.percent(workInjuryShare) {
		h.injured().workInjury = true
	}
	people, _, _ := h.count()
	r.spread(&h, r.income(&h, figuresOf(h.place).line(h.urban)*people))
	for j := range h.members {
		if m := &h.members[j]; r.percent(otherShare) {
			m.incomes = append(m.incomes, income{kind: r.notCounting(&h), fen: r.between(20_00, 600_00), months: 12})
		}
	}
	return h
}

func (r random) member(j int) member {
	m := member{counted: true}
	switch {
	case j == 0:
		m.relation, m.born = applicant, r.year(1940, 55)
	case j == 1 && r.percent(60):
		m.relation, m.born = spouse, r.year(1940, 55)
	default:
		m.relation = parent + relation(r.IntN(4))
		m.born = r.year([...]int16{parent: 1930, minorChild: 2006, student: 1998, dependentChild: 1980}[m.relation], 4)
	}
	if r.percent(certificateShare) {
		m.grade, m.category = uint8(1+r.IntN(4)), uint8(1+r.IntN(6))
	}
	m.counted = j == 0 || !r.percent(uncountedShare)
	return m
}

// year draws one of so many years from the first on.
func (r random) year(first int16, years int) int16 { return first + int16(r.IntN(years)) }

// injured is the member who gets the work-injury benefit: one with a certificate, where there is
// one.
func (h *household) injured() *member {
	for j := range h.members {
		if h.members[j].grade > 0 {
			return &h.members[j]
		}
	}
	return &h.members[0]
}

// income draws the income a year that counts, and whether property is within the limit.
func (r random) income(h *household, line int64) int64 {
	switch n := r.IntN(100); {
	case n < eligibleShare:
		if r.percent(nilShare) {
			return 0
		}
		if r.percent(atLineShare) {
			return line - 1
		}
		return r.between(1, line)
	case n < eligibleShare+overShare:
		h.within = false
		return r.between(1, line)
	case h.mayBeAlone():
		return r.between(line*3/2+1, line*3)
	case r.percent(atLineShare):
		return line
	}
	return r.between(line, line*3)
}

// mayBeAlone reports whether someone may have single-person cover in a low-income family, which the
// rule leaves out: grade 1 or 2, and grade 3 of an intellectual or mental disability. Such families
// are not drawn between the line and one and a half times the line.
func (h *household) mayBeAlone() bool {
	for j := range h.members {
		if g := h.members[j].grade; g > 0 && g <= 3 {
			return true
		}
	}
	return false
}

// spread spreads an income a year over the counted members who are not minors.
func (r random) spread(h *household, year int64) {
	var earners []*member
	for j := range h.members {
		if m := &h.members[j]; m.counted && m.relation != minorChild {
			earners = append(earners, m)
		}
	}
	for parts := 1 + r.IntN(2*len(earners)); year > 0; parts-- {
		in := income{kind: r.counting(h), fen: year}
		if parts > 1 {
			in.months = 12
			if r.percent(40) {
				in.months = uint8(1 + r.IntN(11))
			}
			in.fen = r.between(0, year*2/3+1)/int64(in.months) + 1
			if in.fen*in.times() > year {
				continue
			}
		}
		m := earners[r.IntN(len(earners))]
		m.incomes = append(m.incomes, in)
		year -= in.fen * in.times()
	}
}

// counting draws a kind of income that counts.
func (r random) counting(h *household) kind {
	kinds := [...]kind{wages, wages, business, property, transfer, basicPension, reward}
	if h.urban {
		return kinds[r.IntN(len(kinds))]
	}
	return kinds[r.IntN(len(kinds)-1)]
}

// notCounting draws a kind that does not.
func (r random) notCounting(h *household) kind {
	kinds := [...]kind{veteransPension, disabilitySubsidy, reward}
	if h.urban {
		return kinds[r.IntN(len(kinds)-1)]
	}
	return kinds[r.IntN(len(kinds))]
}

// census counts what households are like.
type census struct{ households, members, eligible, certificates, injured int }

func censusOf(households []household) census {
	c := census{households: len(households)}
	for i := range households {
		h := &households[i]
		c.members += len(h.members)
		if h.decide().dibao > 0 {
			c.eligible++
		}
		injured := false
		for j := range h.members {
			if h.members[j].grade > 0 {
				c.certificates++
			}
			injured = injured || h.members[j].workInjury
		}
		if injured {
			c.injured++
		}
	}
	return c
}

// String says what the households are like.
func (c census) String() string {
	percent := func(part, of int) string { return fmt.Sprintf("%.0f %%", 100*float64(part)/float64(max(of, 1))) }
	return fmt.Sprintf("%s invented, of 1 to 8 members (%.1f on average) in all ten county-level units:\n"+
		"%s eligible for dibao, %s of the members with a disability certificate,\n%s of the households with a work-injury nursing benefit",
		grouped(int64(c.households)), float64(c.members)/float64(max(c.households, 1)),
		percent(c.eligible, c.households), percent(c.certificates, c.members), percent(c.injured, c.households))
}
