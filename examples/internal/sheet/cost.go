package sheet

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Caseload is what a caseload comes to: the totals, and to which households something is due.
type Caseload struct {
	Totals *caseload.Totals
	Reach  *caseload.Reach
}

// Cost says what a benefit costs in a place, for one kind of hukou, or what several of them come
// to.
type Cost struct {
	Place     standards.Place     // zero: all
	Residence standards.Residence // zero: of both kinds or not stated, and where Place is zero all
	Benefit   benefit.Name        // zero: all
	Sides     []Side              // one for each caseload
}

// Side is a cost in one caseload. One person may have two benefits, so of all benefits together the
// households are counted, and the people in them.
type Side struct {
	Month        Sum   // what is known to be due
	Households   int64 // to which it is due
	People       int64 // to whom it is due; of all benefits, the people of these households
	Undetermined int64 // people for whom it is undetermined; of all benefits, those of households that wait for something
	Waiting      int64 // of all benefits, the households that wait for something
}

// Costs is the table of costs: each place, kind of hukou and benefit that costs something or is
// undetermined, what they add up to by benefit and by place and kind, and all together.
type Costs struct {
	Rows, ByBenefit, ByPlace []Cost
	All                      Cost
}

// CostsOf makes the table of caseloads, side by side.
func CostsOf(of ...Caseload) Costs {
	var c Costs
	for _, place := range standards.Divisions() {
		for kind := range standards.Residence(len(of[0].Totals.Cells[0])) {
			for _, n := range benefit.Paying.List() {
				c.add(of, place, kind, n)
			}
			c.addPlace(of, place, kind)
		}
	}
	for _, n := range benefit.Paying.List() {
		c.addBenefit(n, len(of))
	}
	c.addAll(of)
	return c
}

// add adds the row of a place, kind of hukou and benefit where there is something in it.
func (c *Costs) add(of []Caseload, place standards.Place, kind standards.Residence, n benefit.Name) {
	row, some := Cost{Place: place, Residence: kind, Benefit: n}, false
	for _, one := range of {
		at := place.DivisionIndex()
		paid := &one.Totals.Cells[at][kind].Benefit[n]
		row.Sides = append(row.Sides, Side{
			Month: sumOf(paid), Households: one.Reach.Cells[at][kind].Benefit[n], People: paid.Recipients,
			Undetermined: paid.Undetermined,
		})
		some = some || paid.Recipients+paid.Undetermined > 0
	}
	if some {
		c.Rows = append(c.Rows, row)
	}
}

// addBenefit adds the sum of a benefit over all places and kinds of hukou, if it has any row.
func (c *Costs) addBenefit(n benefit.Name, sides int) {
	sum := Cost{Benefit: n, Sides: make([]Side, sides)}
	some := false
	for _, row := range c.Rows {
		if row.Benefit != n {
			continue
		}
		some = true
		for i := range sum.Sides {
			s, r := &sum.Sides[i], &row.Sides[i]
			s.Month = s.Month.Plus(r.Month)
			s.Households += r.Households
			s.People += r.People
			s.Undetermined += r.Undetermined
		}
	}
	if some {
		c.ByBenefit = append(c.ByBenefit, sum)
	}
}

// addPlace adds the sum of a place and kind of hukou, if it has any household.
func (c *Costs) addPlace(of []Caseload, place standards.Place, kind standards.Residence) {
	sum, some := Cost{Place: place, Residence: kind}, false
	for _, one := range of {
		at := place.DivisionIndex()
		cell := &one.Totals.Cells[at][kind]
		sum.Sides = append(sum.Sides, together(cell, one.Reach.Cells[at][kind]))
		some = some || cell.Households > 0
	}
	if some {
		c.ByPlace = append(c.ByPlace, sum)
	}
}

// addAll makes the sum of all there is.
func (c *Costs) addAll(of []Caseload) {
	for _, one := range of {
		cell := one.Totals.All()
		c.All.Sides = append(c.All.Sides, together(&cell, one.Reach.All()))
	}
}

// together is all that is due to the households of a cell. It is a lower limit also where the
// verdict on a low-income family is open, on which single-person cover depends.
func together(cell *caseload.Cell, reached caseload.Reached) Side {
	s := Side{Households: reached.Due.Households, People: reached.Due.People, Waiting: reached.Open.Households,
		Undetermined: reached.Open.People}
	for n := range cell.Benefit {
		s.Month = s.Month.Plus(sumOf(&cell.Benefit[n]))
	}
	return s
}

// sumOf is what is known to be due of a benefit.
func sumOf(p *caseload.Paid) Sum { return SumOf(p.Fen, p.AtLeast+p.Missing+p.Undetermined > 0) }

// Every lists all rows in the order of the table.
func (c *Costs) Every() []Cost { return slices.Concat(c.Rows, c.ByBenefit, c.ByPlace, []Cost{c.All}) }

// Names are the place, the kind of hukou and the benefit of c in language l.
func (c *Cost) Names(l standards.Lang) []string {
	all := l.In("合计", "all")
	place, kind, name := all, all, all
	if c.Place != 0 {
		place, kind = c.Place.Text(l), l.In("两种或未载明", "both or not stated")
		if c.Residence != 0 {
			kind = c.Residence.Text(l)
		}
	}
	if c.Benefit != 0 {
		name = c.Benefit.Text(l)
	}
	return []string{place, kind, name}
}
