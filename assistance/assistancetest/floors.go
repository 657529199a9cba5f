package assistancetest

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// cityFloor checks what is paid: the difference to the floor of the line, and the floors of the
// subsidies.
func (c *checker) cityFloor(h *assistance.Household, d *assistance.Decision) *InvariantError {
	below := func(n benefit.Name, paid benefit.Payment, annual int64) *InvariantError {
		least := (annual + standards.MonthsPerYear - 1) / standards.MonthsPerYear
		if !paid.Stated() || paid.Amount.Fen() >= least {
			return nil
		}
		return failing(n.Text(standards.Chinese)+paid.Text(standards.Chinese)+"，按下限应为"+yuan(least)+"元",
			n.String()+": "+paid.Text(standards.English)+", "+yuan(least)+" by the floor")
	}
	all, settled := c.everyoneIn(h, d)
	if r, ok := c.lineAlone(all, settled); ok {
		floor := c.floor(standards.Key(standards.DibaoLine), h.Division, r)
		due := floor*int64(settled.Dibao.Members) - settled.Dibao.Income.Annual()
		if bad := below(benefit.Dibao, settled.Dibao.Payment, due); bad != nil {
			return bad
		}
	}
	for i := range d.Members {
		place := cmp.Or(h.Members[i].Division, h.Division)
		m := &d.Members[i]
		floor := c.floor(standards.Key(standards.DisabilityLiving), place, 0)
		if bad := below(benefit.Living, m.Living.Payment, floor); bad != nil {
			return bad
		}
		floor = c.floor(standards.Key(standards.DisabilityNursing), place, 0)
		if bad := below(benefit.Nursing, m.Nursing.Payment, floor); bad != nil {
			return bad
		}
	}
	return nil
}

// floorRows returns the money rows for a group or the city that are floors, of the published tables
// and of those laid over them.
func (c *checker) floorRows() []standards.Standard {
	rows := c.set.Rows()
	if published, err := standards.At(c.set.Day()); err == nil {
		rows = append(rows, published.Rows()...)
	}
	return slices.DeleteFunc(rows, func(s standards.Standard) bool {
		return s.Bound != standards.AtLeast || !s.Amount.Stated() || s.Place.IsDivision() || s.Place == standards.China
	})
}

// floor is the highest floor of k for place p and kind of hukou r, zero where there is none.
func (c *checker) floor(k standards.Key, p standards.Place, r standards.Residence) int64 {
	var high int64
	for _, s := range c.floors {
		if s.Key == k && s.Of == "" && p.In(s.Place) && (s.Residence == 0 || s.Residence == r) {
			high = max(high, s.Amount.Annual())
		}
	}
	return high
}

// lowRows finds the rows that govern a county-level unit with less than a floor.
func (c *checker) lowRows() []*InvariantError {
	var found []*InvariantError
	var seen []standards.Standard
	for _, f := range c.floors {
		for _, p := range standards.Divisions() {
			for _, r := range standards.Residences() {
				if !p.In(f.Place) || f.Residence != 0 && f.Residence != r {
					continue
				}
				row, ok := c.set.Find(f.Key, p, r, f.Of)
				if !ok || row.Amount.Compare(f.Amount) >= 0 || !row.Amount.Stated() || slices.Contains(seen, row) {
					continue
				}
				seen = append(seen, row)
				found = append(found, c.belowFloor(row, f))
			}
		}
	}
	return found
}

// belowFloor says that a row lies below a floor.
func (c *checker) belowFloor(row, floor standards.Standard) *InvariantError {
	zh, en := standards.Chinese, standards.English
	bad := failing(
		fmt.Sprintf("%s %s：%s，低于下限%s", row.Place.Text(zh), floor.Key.Text(zh), row.Amount.Text(zh), floor.Amount.Text(zh)),
		fmt.Sprintf("%s, %s: %s, below the floor of %s", row.Place.Text(en), floor.Key, row.Amount.Text(en),
			floor.Amount.Text(en)))
	bad.Invariant, bad.Day, bad.Row = CityFloor, c.set.Day(), row
	return bad
}
