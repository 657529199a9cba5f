package assistancetest

import (
	"time"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
)

// incomeAge is the age from which an income that is not stated is unknown.
const incomeAge = 16

// born returns a day of birth: mostly a birthday on the day of set, the day before it or the day
// after, of an age that a rule knows.
func (g *Generator) born(set *standards.Set) standards.Date {
	on := set.Day()
	age := g.Intn(95)
	if g.oneIn(2) {
		keys := []standards.NumberKey{standards.TekunElderAge, standards.TekunMinorAge, standards.TopUpElderAge,
			standards.TopUpMinorAge, standards.MinorAge}
		if row, err := set.Number(pick(g, keys...), standards.China, 0, ""); err == nil {
			age = row.Number.Int()
		}
		if g.oneIn(3) {
			age = set.OpenAges()[g.Intn(2)]
		}
		if g.oneIn(5) {
			age = incomeAge
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
	c := disability.Certificate{Category: disability.Category(1 + g.Intn(int(disability.Multiple))),
		Grade:        disability.MostSevere + g.Intn(disability.LeastSevere),
		LongTermCare: pick(g, 0, standards.Yes, standards.No)}
	if c.Category != disability.Multiple || g.oneIn(2) {
		return c
	}
	first := disability.Visual + disability.Category(g.Intn(int(disability.Mental)))
	c.Components = []disability.Component{{Category: first, Grade: c.Grade}}
	second := disability.Visual + (first-disability.Visual+1+disability.Category(g.Intn(int(disability.Mental)-1)))%disability.Mental
	for other := disability.Visual; other < disability.Multiple; other++ {
		if other == second || other != first && g.oneIn(3) {
			c.Components = append(c.Components, disability.Component{Category: other,
				Grade: c.Grade + g.Intn(disability.LeastSevere-c.Grade+1)})
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
