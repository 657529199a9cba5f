package months

import (
	"errors"
	"fmt"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Decided is one month of a household. The decisions of months may share their lists.
type Decided struct {
	Month    Month
	Version  int                 // the position of the history's version that holds, -1 if none was on record
	Decision assistance.Decision // of the month's first day; zero if no version was on record
	Due      []Due               // of the benefits that were granted, or would be due if they were
	Readings standards.Choices   // beside those of the decision: that a change within the month counts from the next (R18)
	Total    benefit.Payment     // of those that run
}

// MonthError says that months cannot be decided: the first is after the last, or the history does
// not reach back to the first.
type MonthError struct {
	Month  Month // the first that is asked for
	Before Month // the month that it may not be after; zero if it is not that
	Begins Month // the first month that the history covers; zero if it is not that
}

func (e *MonthError) Error() string { return "months: " + e.Text(standards.English) }

// Text says it in language l.
func (e *MonthError) Text(l standards.Lang) string {
	if !e.Before.IsZero() {
		return fmt.Sprintf(l.In("起始月份%s晚于截止月份%s", "the first month, %s, is after the last, %s"), e.Month, e.Before)
	}
	return fmt.Sprintf(l.In("家庭记录自%[2]s起，不含%[1]s", "month %s is before the history begins, in %s"), e.Month, e.Begins)
}

// Decide decides each month from from to to: under the standards and on the facts of its first day,
// as far as either was known on day known. A change in the middle of a month counts from the next.
// What was granted is due from the month that [Grant] says to the one in which it was ended;
// whoever has dibao granted in the month before is already on dibao.
//
// Where the income of a household with dibao passes the line through work, and a tables file gives
// the length of the grace period (grace-months) for its kinds of hukou, dibao of the last month
// below the line, and the living subsidies that went with it, stay due for so many months;
// [Due.Last] is the last of them. That the amount stays the same is a reading: no text says what is
// paid.
//
// It reports wire.Errors if the history cannot be used, a *MonthError for months that it does not
// cover, and the errors of [Calendar.At]: a month outside the tables is refused, not skipped.
func (c *Calendar) Decide(h History, from, to Month, known standards.Date) ([]Decided, error) {
	r, err := c.run(&h)
	if err != nil {
		return nil, err
	}
	if !known.Valid() {
		return nil, &standards.DateError{Text: known.String()}
	}
	if err := r.covers(from, to); err != nil {
		return nil, err
	}
	n := to.Since(from) + 1
	r.all, r.from = make([]Decided, 0, n), from
	r.due = make([]Due, 0, n*(len(h.Grants)+1))
	v := r.known(known, known)
	for m := from; !to.Before(m); m = m.Next() {
		r.all = append(r.all, Decided{Month: m})
		if err := r.fillMonth(&r.all[len(r.all)-1], v); err != nil {
			return nil, err
		}
	}
	return r.all, nil
}

// view is what was known: the tables as on one day, the household's record as on another.
type view struct {
	tables, records standards.Date
	epoch           int // of the day of tables
}

// known is what was known of the tables on one day and of the household on another.
func (r *run) known(tables, records standards.Date) view {
	return view{tables, records, r.c.epoch(tables)}
}

// run decides months of one household, each under each view once.
type run struct {
	c         *Calendar
	h         *History
	all       []Decided // those of Decide, which are all under one view; nil elsewhere
	from      Month     // the first of them
	due       []Due     // room for what is due in months
	months    map[monthView]*Decided
	decisions map[decisionKey]*Decided // the last one with the decision of the key
}

// monthView is a month and a view of it.
type monthView struct {
	month   Month
	epoch   int
	records standards.Date
}

// decisionKey is what a single decision turns on, beside the ages of people: the facts, and the
// standards but for their day.
type decisionKey struct {
	version int
	group   int
	onDibao bool
}

func (c *Calendar) run(h *History) (*run, error) {
	c.begin()
	if err := h.Check(); err != nil {
		return nil, err
	}
	return &run{c: c, h: h}, nil
}

// begins is the first month that the history covers from its first day.
func (h *History) begins() Month {
	m := MonthOf(h.Versions[0].From)
	if m.First().Before(h.Versions[0].From) {
		m = m.Next()
	}
	return m
}

// covers refuses months that the tables or the history do not cover.
func (r *run) covers(from, to Month) error {
	if to.Before(from) {
		return &MonthError{Month: from, Before: to}
	}
	first, last := standards.Span()
	for _, m := range [...]Month{from, to} {
		if d := m.First(); !d.Valid() || d.Before(first) || last.Before(d) {
			return &standards.DayError{Day: d, First: first, Last: last}
		}
	}
	if begins := r.h.begins(); from.Before(begins) {
		return &MonthError{Month: from, Begins: begins}
	}
	return nil
}

// version is the position of the version true on the first day of m as known on day known, -1 if
// there was none.
func (r *run) version(m Month, known standards.Date) int { return r.versionOn(m.First(), known) }

// grant is the grant of k that runs in m as known on day known, nil if none does. One that was
// approved in another place than version i of the household is in does not run there: moved tells.
func (r *run) grant(k Key, m Month, i int, known standards.Date) (granted *Grant, moved bool) {
	for j := range r.h.Grants {
		g := &r.h.Grants[j]
		if g.Part != k.Part || g.Member != k.Member || !g.runs(m, known) {
			continue
		}
		if r.placeOf(k, max(r.versionOn(g.Approved, known), 0)) == r.placeOf(k, i) {
			return g, false
		}
		moved = true
	}
	return nil, moved
}

// placeOf is the place that grants k in version i: the household's, and for the two subsidies the
// member's own.
func (r *run) placeOf(k Key, i int) standards.Place {
	h := &r.h.Versions[i].Household
	if m := h.Member(k.Member); m != nil && m.Division != 0 && fromApplication(k.Part) {
		return m.Division
	}
	return h.Division
}

var dibaoKey = Key{Part: benefit.Dibao}

// month decides m under v.
func (r *run) month(m Month, v view) (*Decided, error) {
	if i := m.Since(r.from); i >= 0 && i < len(r.all) {
		return &r.all[i], nil
	}
	key := monthView{m, v.epoch, v.records}
	if d := r.months[key]; d != nil {
		return d, nil
	}
	d := &Decided{Month: m}
	if err := r.fillMonth(d, v); err != nil {
		return nil, err
	}
	if r.months == nil {
		r.months = map[monthView]*Decided{}
	}
	r.months[key] = d
	return d, nil
}

// fillMonth decides d's month under v.
func (r *run) fillMonth(d *Decided, v view) error {
	if d.Version = r.version(d.Month, v.records); d.Version < 0 {
		d.Total = benefit.Monthly(0, standards.AtLeast)
		return nil
	}
	law, err := r.c.at(d.Month, v.tables, v.epoch)
	if err != nil {
		return err
	}
	if r.h.Versions[d.Version].ended() {
		r.fillEnded(d, v)
		return nil
	}
	household := r.household(d.Version)
	dibao, _ := r.grant(dibaoKey, d.Month.Previous(), d.Version, v.records)
	onDibao := dibao != nil
	if onDibao {
		household.OnDibao = standards.Yes
	}
	key := decisionKey{d.Version, law.group, onDibao}
	if same := r.decisions[key]; same != nil && sameAges(&household, law.ages, same.Month.First(), d.Month.First()) {
		d.Decision = same.Decision
		d.Decision.NameStandards(law.set, &household)
	} else if d.Decision, err = assistance.Assess(law.set, household); err != nil {
		return named(err, d.Version)
	} else {
		if r.decisions == nil {
			r.decisions = map[decisionKey]*Decided{}
		}
		r.decisions[key] = d
	}
	if r.version(d.Month.Next(), v.records) != d.Version {
		d.Readings[standards.ChangesFromReading] = standards.FromNextMonth
	}
	grace, err := r.grace(d, &household, v)
	if err != nil {
		return err
	}
	review, err := r.unadjusted(d, v, onDibao)
	if err != nil {
		return err
	}
	r.fill(d, grace, review, v)
	return nil
}

// sameAges reports whether everyone is on one day on the same side of the ages that the law names
// as on the other.
func sameAges(h *assistance.Household, ages []int, a, b standards.Date) bool {
	for i := range h.Members {
		before, after := h.Members[i].Born.AgeOn(a), h.Members[i].Born.AgeOn(b)
		for _, age := range ages {
			if (before < age) != (after < age) {
				return false
			}
		}
	}
	return true
}

// household is the household of version i.
func (r *run) household(i int) assistance.Household {
	household := r.h.Versions[i].Household
	household.ID = r.h.ID
	return household
}

// named puts before the paths of a household's faults which version it is.
func named(err error, version int) error {
	var faults wire.Errors
	if !errors.As(err, &faults) {
		return err
	}
	var f wire.Faults
	for _, fault := range faults {
		f.Add(wire.Within(wire.Index("versions", version)+".household", fault.Path), fault.Code, fault.Value)
	}
	return f.Err()
}
