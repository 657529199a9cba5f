package months

import (
	"slices"
	"sync"

	"github.com/openminzheng/zhuzhou/standards"
)

// Calendar keeps the standards of months as they were known on days, so that many households can be decided under the same tables. It
// makes each Set once. Its answers depend on the tables alone; it is safe for concurrent use. The zero Calendar is one of the published
// tables.
type Calendar struct {
	tables  *standards.Tables
	changes []standards.Date // the days on which more is known, or may be, than on the day before, in order
	start   sync.Once
	mu      sync.Mutex
	known   map[int]*standards.Known // by the number of changes that have come
	sets    map[monthKnown]*standards.Set
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
		c.known = map[int]*standards.Known{}
		c.sets = map[monthKnown]*standards.Set{}
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

// At returns the standards of the first day of m as they were known on day known. It reports a *standards.DayError if the day is
// outside the span of the tables, a *standards.PublicationError if it cannot be told whether a document that m turns on was known, and
// a *standards.DateError if known is no day.
func (c *Calendar) At(m Month, known standards.Date) (*standards.Set, error) {
	c.begin()
	if !known.Valid() {
		return nil, &standards.DateError{Text: known.String()}
	}
	key := monthKnown{m, c.epoch(known)}
	c.mu.Lock()
	defer c.mu.Unlock()
	if set := c.sets[key]; set != nil {
		return set, nil
	}
	k := c.known[key.epoch]
	if k == nil {
		var err error
		if k, err = c.tables.KnownOn(known); err != nil {
			return nil, err
		}
		c.known[key.epoch] = k
	}
	set, err := k.At(m.First())
	if err != nil && k.Day() != known { // the same, of the day that was asked for
		if k, err = c.tables.KnownOn(known); err == nil {
			set, err = k.At(m.First())
		}
	}
	if err != nil {
		return nil, err
	}
	c.sets[key] = set
	return set, nil
}
