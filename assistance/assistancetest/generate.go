package assistancetest

import (
	"iter"
	"strconv"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Generator makes valid households, days and tables of every sort, far more often at an edge of the law
// than chance would. It is deterministic: the same seed gives the same sequence. It is not safe for
// concurrent use.
type Generator struct{ state uint64 }

// NewGenerator returns a Generator for a seed.
func NewGenerator(seed uint64) *Generator { return &Generator{seed} }

// next returns 64 bits (splitmix64).
func (g *Generator) next() uint64 {
	g.state += 0x9e3779b97f4a7c15
	z := g.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Intn returns a number from 0 to n-1; 0 where n is not positive.
func (g *Generator) Intn(n int) int {
	if n <= 0 {
		return 0
	}
	return int(g.next() % uint64(n))
}

// oneIn is true once in n times.
func (g *Generator) oneIn(n int) bool { return g.Intn(n) == 0 }

func pick[T any](g *Generator, list ...T) T { return list[g.Intn(len(list))] }

// Day returns a day of the tables' span, mostly one on which a rule changes, the day before it or the day after.
func (g *Generator) Day() standards.Date {
	first, last := standards.Span()
	changes := []standards.Date{first, last,
		standards.Day(2020, time.June, 3), standards.Day(2020, time.August, 25), standards.Day(2020, time.September, 1),
		standards.Day(2021, time.January, 1), standards.Day(2021, time.July, 1), standards.Day(2020, time.October, 1),
		standards.Day(2021, time.August, 1), standards.Day(2020, time.February, 29), standards.Day(2021, time.March, 1)}
	d := pick(g, changes...)
	switch {
	case g.oneIn(4) && first.Before(d):
		return d.Previous()
	case g.oneIn(4) && d.Before(last):
		return d.Next()
	}
	return d
}

// Households yields n households for the standards of set, for [CheckHouseholds].
func (g *Generator) Households(set *standards.Set, n int) iter.Seq[assistance.Household] {
	return func(yield func(assistance.Household) bool) {
		for range n {
			if !yield(g.Household(set)) {
				return
			}
		}
	}
}

// Household returns a household for the standards of set.
func (g *Generator) Household(set *standards.Set) assistance.Household {
	divisions := standards.Divisions()
	h := assistance.Household{
		ID: "h" + strconv.Itoa(g.Intn(1_000_000)), Division: divisions[g.Intn(len(divisions))],
		Residence: pick(g, 0, standards.Urban, standards.Urban, standards.Rural, standards.Rural),
		Property:  pick(g, 0, benefit.Within, benefit.Within, benefit.Within, benefit.Within, benefit.Over),
		OnDibao:   pick(g, 0, 0, standards.Yes, standards.No),
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
	if g.oneIn(4) {
		h.Income = g.incomes(set, &h)
	}
	if g.oneIn(4) {
		h.JobCosts = standards.Fen(int64(g.Intn(90_000)), pick(g, standards.PerMonth, standards.PerYear))
	}
	if g.oneIn(20) {
		h.Weight = 1 + g.Intn(50)
	}
	for i := range h.Members {
		if !g.oneIn(4) {
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
	if g.oneIn(2) {
		m.Relation = benefit.Relation(1 + g.Intn(int(benefit.SupportedRelative)))
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

// born returns a day of birth: mostly a birthday on the day of set, the day before it or the day after,
// of an age that a rule knows.
func (g *Generator) born(set *standards.Set) standards.Date {
	on := set.Day()
	age := g.Intn(95)
	if g.oneIn(2) {
		keys := []standards.NumberKey{standards.TekunElderAge, standards.TekunMinorAge,
			standards.TopUpElderAge, standards.TopUpMinorAge}
		if row, err := set.Number(pick(g, keys...), standards.China, 0, ""); err == nil {
			age = row.Number.Int()
		}
		if ages := standards.MinorAges(); g.oneIn(3) {
			age = ages[g.Intn(2)]
		}
	}
	born := standards.Day(on.Year-age, on.Month, on.Day)
	if !born.Valid() { // 29 February
		born = born.FirstOfMonth().NextMonth()
	}
	switch g.Intn(5) {
	case 0:
		born = born.Previous()
	case 1:
		born = born.Next()
	case 2:
		born = standards.Day(born.Year, time.Month(1+g.Intn(12)), 1+g.Intn(28))
	case 3:
		if leap := standards.Day(born.Year, time.February, 29); leap.Valid() {
			born = leap
		}
	}
	if on.Before(born) {
		return on
	}
	return born
}

func (g *Generator) certificate() disability.Certificate {
	c := disability.Certificate{
		Category:     disability.Category(1 + g.Intn(int(disability.Multiple))),
		Grade:        disability.MostSevere + g.Intn(disability.LeastSevere),
		LongTermCare: pick(g, 0, standards.Yes, standards.No),
	}
	if c.Category != disability.Multiple || g.oneIn(2) {
		return c
	}
	first := disability.Visual + disability.Category(g.Intn(int(disability.Mental)))
	c.Components = []disability.Component{{Category: first, Grade: c.Grade}}
	for other := disability.Visual; other < disability.Multiple; other++ {
		if other != first && g.oneIn(3) {
			grade := c.Grade + g.Intn(disability.LeastSevere-c.Grade+1)
			c.Components = append(c.Components, disability.Component{Category: other, Grade: grade})
		}
	}
	return c
}

func (g *Generator) activities() []eldercare.Activity {
	cannot := []eldercare.Activity{}
	for a := eldercare.Eating; a <= eldercare.Bathing; a++ {
		if g.oneIn(2) {
			cannot = append(cannot, a)
		}
	}
	return cannot
}

// allowance is none, nothing, or a sum about the rate.
func (g *Generator) allowance(set *standards.Set, k standards.RateKey) standards.Amount {
	switch g.Intn(4) {
	case 0:
		return standards.Amount{}
	case 1:
		return standards.Fen(0, standards.PerMonth)
	}
	divisions := standards.Divisions()
	rate, err := set.Rate(k, divisions[g.Intn(len(divisions))], 0, "")
	if err != nil {
		return standards.Fen(int64(g.Intn(200_00)), standards.PerMonth)
	}
	about := rate.Amount.Fen() + int64(g.Intn(3)) - 1
	if g.oneIn(2) {
		return standards.Fen(max(0, about), standards.PerMonth)
	}
	return standards.Fen(max(0, rate.Amount.Annual()+int64(g.Intn(3))-1), standards.PerYear)
}

// incomes are none to three, about the line for each person.
func (g *Generator) incomes(set *standards.Set, h *assistance.Household) []assistance.Income {
	incomes := []assistance.Income{}
	for range g.Intn(3) {
		anyKind := standards.IncomeKind(1 + g.Intn(int(standards.Relief)))
		in := assistance.Income{Kind: pick(g, standards.Wages, standards.Wages, standards.Business, anyKind)}
		per := pick(g, standards.PerMonth, standards.PerYear)
		annual := g.aboutTheLine(set, h)
		if per == standards.PerMonth {
			in.Amount = standards.Fen(annual/standards.MonthsPerYear, per)
			if g.oneIn(4) {
				in.Months = 1 + g.Intn(standards.MonthsPerYear)
			}
		} else {
			in.Amount = standards.Fen(annual, per)
		}
		incomes = append(incomes, in)
	}
	return incomes
}

// aboutTheLine is a sum a year: a part of the line, the line itself, or its multiple, and a fen less or more.
func (g *Generator) aboutTheLine(set *standards.Set, h *assistance.Household) int64 {
	line := g.line(set, h)
	switch g.Intn(6) {
	case 0:
		return 0
	case 1:
		return max(0, line+int64(g.Intn(3))-1)
	case 2:
		return int64(g.Intn(int(min(line*3, 1<<40))))
	}
	return int64(g.Intn(int(min(line, 1<<40))))
}

// line is a dibao line of the household's place in fen a year, or a likely one where none is on record.
func (g *Generator) line(set *standards.Set, h *assistance.Household) int64 {
	row, err := set.Line(standards.DibaoLine, h.Division, pick(g, standards.Urban, standards.Rural))
	if err != nil || row.Amount.Annual() <= 0 {
		return 500_000 + int64(g.Intn(300_000))
	}
	return row.Amount.Annual()
}

// toTheEdge sets one income so that the household's whole income is the line times its people, or the
// multiple of that, or a fen less or more; or so that a member's own income is the line.
func (g *Generator) toTheEdge(set *standards.Set, h *assistance.Household) {
	i := g.Intn(len(h.Members))
	line := g.line(set, h)
	edge := line * int64(len(h.Members))
	switch g.Intn(4) {
	case 0:
		edge = line
		if g.oneIn(2) {
			h.Members[i].Income = nil
		}
	case 1:
		if multiple, err := set.Number(standards.LowIncomeMultiple, standards.China, 0, ""); err == nil {
			edge = edge * multiple.Number.Num / multiple.Number.Den
		}
	}
	edge += int64(g.Intn(3)) - 1
	others := int64(0)
	for j := range h.Members {
		if j != i {
			for _, in := range h.Members[j].Income {
				others += in.Annual()
			}
		}
	}
	for _, in := range h.Income {
		others += in.Annual()
	}
	if rest := edge - others; rest >= 0 {
		kind := pick(g, standards.Wages, standards.Transfer, standards.BasicPension)
		h.Members[i].Income = []assistance.Income{{Kind: kind, Amount: standards.Fen(rest, standards.PerYear)}}
	}
}
