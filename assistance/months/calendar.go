package months

import (
	"slices"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// Calendar keeps the standards of months as they were known on days, so that many households can be
// decided under the same tables. It makes each Set once. Its answers depend on the tables alone; it
// is safe for concurrent use. The zero Calendar is one of the published tables.
type Calendar struct {
	tables  *standards.Tables
	changes []standards.Date // the days on which more is known, or may be, than on the day before, in order
	start   sync.Once
	mu      sync.Mutex
	asKnown map[int]*standards.Tables // by the number of changes that have come
	sets    map[monthKnown]*known
	groups  [places][]group // of each place
}

// places are all of the county-level units together, and after that each of the ten.
const (
	places     = 1 + standards.DivisionCount
	everywhere = 0
)

// positionOf is the position of a county-level unit among the places; of anything else, everywhere.
func positionOf(p standards.Place) int { return p.DivisionIndex() + 1 }

// group is standards that decide alike in a place, but for the ages of people: one of them, and its
// rows there.
type group struct {
	set  *standards.Set
	rows []standards.Standard
}

// known is the standards of a month.
type known struct {
	set    *standards.Set
	keeps  bool        // a review period adjusts nothing for what is no marked change
	ages   []int       // those that the standards name: between two of them, how old someone is changes nothing
	groups [places]int // the position of the group in each place
}

// monthKnown is a month, and how many changes had come when it was looked at.
type monthKnown struct {
	month Month
	epoch int
}

// NewCalendar returns a calendar of tables; nil are the published ones.
func NewCalendar(tables *standards.Tables) *Calendar {
	return &Calendar{tables: tables}
}

func (c *Calendar) begin() {
	c.start.Do(func() {
		for _, p := range c.tables.Publications() {
			for _, d := range [...]standards.Date{p.Earliest, p.Latest} {
				if !d.IsZero() {
					c.changes = append(c.changes, d)
				}
			}
		}
		slices.SortFunc(c.changes, standards.Date.Compare)
		c.changes = slices.Compact(c.changes)
		c.asKnown = map[int]*standards.Tables{}
		c.sets = map[monthKnown]*known{}
	})
}

// epoch counts the changes that had come on day known.
func (c *Calendar) epoch(known standards.Date) int {
	n, found := slices.BinarySearchFunc(c.changes, known, standards.Date.Compare)
	if found {
		n++
	}
	return n
}

// At returns the standards of the first day of m as they were known on day known. It reports a
// *standards.DayError if the day is outside the span of the tables, a *standards.PublicationError
// if it cannot be told whether a document that m turns on was known, and a *standards.DateError if
// known is no day.
func (c *Calendar) At(m Month, known standards.Date) (*standards.Set, error) {
	if c == nil {
		return NewCalendar(nil).At(m, known)
	}
	c.begin()
	if !known.Valid() {
		return nil, &standards.DateError{Value: known.String()}
	}
	found, err := c.at(m, known, c.epoch(known))
	if err != nil {
		return nil, err
	}
	return found.set, nil
}

// at is At for a day on which so many changes had come.
func (c *Calendar) at(m Month, on standards.Date, epoch int) (*known, error) {
	key := monthKnown{m, epoch}
	c.mu.Lock()
	defer c.mu.Unlock()
	if found := c.sets[key]; found != nil {
		return found, nil
	}
	k := c.asKnown[key.epoch]
	if k == nil {
		var err error
		if k, err = c.tables.KnownOn(on); err != nil {
			return nil, err
		}
		c.asKnown[key.epoch] = k
	}
	set, err := k.At(m.First())
	if err != nil { // the same, of the day that was asked for
		if k, err = c.tables.KnownOn(on); err == nil {
			set, err = k.At(m.First())
		}
	}
	if err != nil {
		return nil, err
	}
	found := &known{set, !set.Day().Before(reviewKeepsFrom()), agesOf(set), c.groupsOf(set)}
	c.sets[key] = found
	return found, nil
}

// groupOf is the group of the standards that decide h: those of its place, and of all places where
// someone is of another.
func (k *known) groupOf(h *assistance.Household) int {
	for i := range h.Members {
		if p := h.Members[i].Division; p != 0 && p != h.Division {
			return k.groups[everywhere]
		}
	}
	return k.groups[positionOf(h.Division)]
}

// groupsOf puts set into a group of each place.
func (c *Calendar) groupsOf(set *standards.Set) (groups [places]int) {
	rows := set.Rows()
	for _, p := range standards.Divisions() {
		there := make([]standards.Standard, 0, len(rows))
		for _, row := range rows {
			if p.In(row.Place) {
				there = append(there, row)
			}
		}
		groups[positionOf(p)] = c.group(positionOf(p), group{set, there})
	}
	groups[everywhere] = c.group(everywhere, group{set, rows})
	return groups
}

// group is the position of the group of g in a place.
func (c *Calendar) group(place int, g group) int {
	i := slices.IndexFunc(c.groups[place], func(other group) bool {
		return slices.Equal(g.rows, other.rows) && sameChoices(g.set, other.set)
	})
	if i < 0 {
		i = len(c.groups[place])
		c.groups[place] = append(c.groups[place], g)
	}
	return i
}

// sameChoices reports whether a and b are of one year and of the same tables files, on whose days
// the same readings are open questions, with the same choices.
func sameChoices(a, b *standards.Set) bool {
	for _, info := range standards.AllReadings() {
		if a.Open(info.Reading) != b.Open(info.Reading) || a.Choice(info.Reading) != b.Choice(info.Reading) {
			return false
		}
	}
	return a.Day().Year == b.Day().Year && slices.Equal(a.Refs(), b.Refs())
}

// agesOf are the ages that the rows of set name, and those of a reading that is an open question.
func agesOf(set *standards.Set) []int {
	minors := set.OpenAges()
	ages := minors[:]
	for _, row := range set.Rows() {
		if row.Key.Info().Form&standards.Age != 0 {
			ages = append(ages, row.Number.Int())
		}
	}
	slices.Sort(ages)
	return slices.Compact(ages)
}
