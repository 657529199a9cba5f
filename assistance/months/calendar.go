package months

import (
	"slices"
	"sync"

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
	sets    map[monthKnown]known
	groups  []*standards.Set // one of each group
}

// known is the standards of a month. Those of one group differ in nothing but the day.
type known struct {
	set   *standards.Set
	group int
	ages  []int // those that the standards name: between two of them, how old someone is changes nothing
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
		if c.tables == nil {
			c.tables = standards.Published()
		}
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
		c.sets = map[monthKnown]known{}
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
	c.begin()
	if !known.Valid() {
		return nil, &standards.DateError{Text: known.String()}
	}
	found, err := c.at(m, known, c.epoch(known))
	return found.set, err
}

// at is At for a day on which so many changes had come.
func (c *Calendar) at(m Month, on standards.Date, epoch int) (known, error) {
	key := monthKnown{m, epoch}
	c.mu.Lock()
	defer c.mu.Unlock()
	if found := c.sets[key]; found.set != nil {
		return found, nil
	}
	k := c.asKnown[key.epoch]
	if k == nil {
		var err error
		if k, err = c.tables.KnownOn(on); err != nil {
			return known{}, err
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
		return known{}, err
	}
	found := known{set, c.group(set), agesOf(set)}
	c.sets[key] = found
	return found, nil
}

// group is the group of set: that of the sets of the same year, rows and choices, on whose days the
// same readings are open questions.
func (c *Calendar) group(set *standards.Set) int {
	i := slices.IndexFunc(c.groups, func(other *standards.Set) bool { return sameLaw(set, other) })
	if i < 0 {
		i = len(c.groups)
		c.groups = append(c.groups, set)
	}
	return i
}

// sameLaw reports whether a and b decide alike, but for the ages of people.
func sameLaw(a, b *standards.Set) bool {
	for _, info := range standards.AllReadings() {
		if a.Open(info.Reading) != b.Open(info.Reading) || a.Choice(info.Reading) != b.Choice(info.Reading) {
			return false
		}
	}
	return a.Day().Year == b.Day().Year && slices.Equal(a.Refs(), b.Refs()) && slices.Equal(a.Rows(), b.Rows())
}

// agesOf are the ages that the rows of set name, and those of a reading that is an open question.
func agesOf(set *standards.Set) []int {
	minors := standards.MinorAges()
	ages := minors[:]
	for _, row := range set.Rows() {
		if row.Key.Info().Form&standards.Age != 0 {
			ages = append(ages, row.Number.Int())
		}
	}
	slices.Sort(ages)
	return slices.Compact(ages)
}
