package finding

import (
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Uses holds the readings that using one row for one place turns on, with the choices made, and the
// figure that a draft's carry lets go on. It is worked out once for a Set and valid for that Set
// alone.
type Uses struct {
	turns   [mostTurns]turn // the first count of them
	count   int
	carried benefit.Figure // zero: none
}

// turn is a reading that something turns on, and the choice made.
type turn struct {
	reading standards.Reading
	choice  standards.Choice
}

const mostTurns = 4 // readings that one row can turn on: those that UsesOf names

// UsesOf works out what using row for place p turns on under set.
func UsesOf(set *standards.Set, row *standards.Standard, p standards.Place) (u Uses) {
	if row.Bound == standards.AtLeast && (row.Key.IsLine() || row.Key.IsRate()) {
		u.turn(set, standards.FloorAsLineReading)
	}
	if row.Basis.Document != standards.WorkPoints2020 {
		wide := row.Place == standards.Zhuzhou || row.Place == standards.Hunan || row.Place == standards.China
		if wide && row.Key.StatedFor2020(p, row.Residence, row.Of) { // a nearer figure of 2020 is out of its days
			u.turn(set, standards.Effective2020Reading)
		}
		return u
	}
	if !row.Carried.IsZero() {
		u.carried = benefit.Figure{Key: row.Key, Place: row.Place, Residence: row.Residence, Of: row.Of}
	}
	u.turn(set, standards.Effective2020Reading)
	if (p == standards.Yunlong || p == standards.Lukou) &&
		(row.Place == standards.CityFive || row.Place == standards.CountyFive) {
		u.turn(set, standards.CityFiveReading)
	}
	switch row.Key {
	case standards.Key(standards.DisabilityLiving), standards.Key(standards.DisabilityNursing):
		u.turn(set, standards.EachSubsidyReading)
	}
	return u
}

// turn adds a reading, if it is an open question on the day of set.
func (u *Uses) turn(set *standards.Set, r standards.Reading) {
	if set.Open(r) {
		u.turns[u.count] = turn{r, set.Choice(r)}
		u.count++
	}
}

// Use names the readings that using row for place p turns on.
func (f *Findings) Use(set *standards.Set, row *standards.Standard, p standards.Place) {
	u := UsesOf(set, row, p)
	f.AddUses(&u)
}

// AddUses is [Findings.Use] for the row and the place that u was worked out for.
func (f *Findings) AddUses(u *Uses) {
	if f.Quiet {
		return
	}
	for _, t := range u.turns[:u.count] {
		f.Readings[t.reading] = t.choice
	}
	if u.carried.Key != 0 {
		f.carry(u.carried)
	}
}

// BoundOf returns how a figure that stands in row is known: a county's floor may be taken as exact,
// which is a reading. [Findings.Use] names that it was.
func BoundOf(set *standards.Set, row *standards.Standard) standards.Bound {
	if row.Bound == standards.AtLeast && set.Choice(standards.FloorAsLineReading) != standards.FloorExact {
		return standards.AtLeast
	}
	return standards.Exactly
}

// On returns s resting on a reading, with the choice that set makes.
func On(s benefit.Step, set *standards.Set, r standards.Reading) benefit.Step {
	s.Reading, s.Choice = r, set.Choice(r)
	return s
}

// Using returns s with what is to be said of the figure in row, which may be nil: that it is
// planned for the year, or a floor that is taken as exact.
func Using(s benefit.Step, set *standards.Set, row *standards.Standard) benefit.Step {
	if row == nil {
		return s
	}
	if Planned(set, row) {
		s.Planned = true
	}
	if s.Reading == 0 && row.Bound == standards.AtLeast && BoundOf(set, row) == standards.Exactly {
		return On(s, set, standards.FloorAsLineReading)
	}
	return s
}

// Planned reports whether row is a figure of the city's plan for the year, used on a day before the
// plan was published.
func Planned(set *standards.Set, row *standards.Standard) bool {
	document := row.Basis.Document
	return document == standards.WorkPoints2020 && set.Day().Before(document.Info().Issued)
}
