package months

import (
	"errors"
	"fmt"
	"slices"

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
	if e == nil {
		return ""
	}
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
		return nil, &standards.DateError{Value: known.String()}
	}
	if err := r.covers(from, to); err != nil {
		return nil, err
	}
	n := to.Since(from) + 1
	r.all, r.from = make([]Decided, 0, n), from
	r.due, r.decisions = make([]Due, 0, n*(len(h.Grants)+1)), make([]decidedFor, 0, n)
	v := r.known(known, known)
	for m := from; !to.Before(m); m = m.Next() {
		r.all = r.all[:len(r.all)+1]
		d := &r.all[len(r.all)-1]
		d.Month = m
		if err := r.fillMonth(d, v); err != nil {
			return nil, err
		}
	}
	return r.all, nil
}

// view holds what was known: the tables as on one day, the household's record as on another.
type view struct {
	tables, records standards.Date
	epoch           int // of the day of tables
}

// known returns the view of the tables on one day and of the household on another.
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
	decisions []decidedFor        // the months that were decided for themselves, in turn
	scratch   assistance.Decision // memory to decide in

	running      []running // the grants, of a version and a day known
	runningOf    int
	runningKnown standards.Date
}

// monthView is a month and a view of it.
type monthView struct {
	month   Month
	epoch   int
	records standards.Date
}

// decisionKey identifies what a single decision turns on, beside the ages of people: the facts, and
// the standards but for their day.
type decisionKey struct {
	version int
	group   int // of the household's place
	onDibao bool
}

// decidedFor is a month that was decided for itself, and for what.
type decidedFor struct {
	decisionKey
	month *Decided
}

func (c *Calendar) run(h *History) (*run, error) {
	if c == nil {
		return NewCalendar(nil).run(h)
	}
	c.begin()
	if err := h.Check(); err != nil {
		return nil, err
	}
	return &run{c: c, h: h, runningOf: -1}, nil
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

// running is the months in which a grant runs, as known on one day and where one version of the
// household is.
type running struct {
	Key
	first, last int  // counted as Month.index does; last is before first where it never runs
	moved       bool // it was approved in another place, and does not run there
}

// in reports whether the grant runs in the month at index m, be it in another place.
func (g *running) in(m int) bool { return g.first <= m && m <= g.last }

// grantsOf are the months of the grants as known on day known, where version i of the household is.
// They hold until the next call.
func (r *run) grantsOf(i int, known standards.Date) []running {
	if r.runningOf == i && r.runningKnown == known {
		return r.running
	}
	r.running, r.runningOf, r.runningKnown = r.running[:0], i, known
	for j := range r.h.Grants {
		g := &r.h.Grants[j]
		months := running{Key: Key{g.Part, g.Member}, moved: r.movedSince(g, i, known)}
		months.first, months.last = g.months(known)
		r.running = append(r.running, months)
	}
	return r.running
}

// movedSince reports whether g was approved in another place than that of version i, as known on
// day known.
func (r *run) movedSince(g *Grant, i int, known standards.Date) bool {
	k, then := Key{g.Part, g.Member}, max(r.versionOn(g.Approved, known), 0)
	return then != i && r.placeOf(k, then) != r.placeOf(k, i)
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
	onDibao := r.dibaoRuns(d.Month.Previous(), d.Version, v)
	if onDibao {
		household.OnDibao = standards.Yes
	}
	if err := r.decide(d, law, &household); err != nil {
		return named(err, d.Version)
	}
	if r.version(d.Month.Next(), v.records) != d.Version {
		d.Readings[standards.ChangesFromReading] = standards.FromNextMonth
	}
	grace, err := r.grace(d, &household, v)
	if err != nil {
		return err
	}
	review, err := r.unadjusted(d, v, law, onDibao)
	if err != nil {
		return err
	}
	r.fill(d, grace, review, v)
	return nil
}

// decide decides d's month for itself, or by an earlier month with the same decision.
func (r *run) decide(d *Decided, law *known, h *assistance.Household) error {
	key := decisionKey{d.Version, law.groupOf(h), h.OnDibao == standards.Yes}
	for i := len(r.decisions) - 1; i >= 0; i-- {
		same := &r.decisions[i]
		if same.decisionKey == key && sameAges(h, law.ages, same.month.Month.First(), d.Month.First()) {
			d.Decision = same.month.Decision
			d.Decision.NameStandards(law.set, h)
			return nil
		}
	}
	if err := r.scratch.Assess(law.set, h); err != nil {
		return err
	}
	r.keep(&d.Decision)
	r.decisions = append(r.decisions, decidedFor{key, d})
	return nil
}

// keep puts the decision in the scratch memory into d. A list that holds the same as that of the
// decision before is shared with it, so that most months take no memory; another is handed over.
func (r *run) keep(d *assistance.Decision) {
	*d = r.scratch
	before := new(assistance.Decision)
	if n := len(r.decisions); n > 0 {
		before = &r.decisions[n-1].month.Decision
	}
	keep(&d.Members, &r.scratch.Members, before.Members, func(a, b assistance.MemberDecision) bool { return a == b })
	keep(&d.Needs, &r.scratch.Needs, before.Needs, func(a, b benefit.Need) bool { return a == b })
	keep(&d.Carried, &r.scratch.Carried, before.Carried, func(a, b benefit.Figure) bool { return a == b })
	keep(&d.Assumed, &r.scratch.Assumed, before.Assumed, func(a, b benefit.Assumption) bool {
		return a.Fact == b.Fact && a.As == b.As && slices.Equal(a.Members, b.Members)
	})
	for i := range d.Assumed {
		if one := &d.Assumed[i]; len(one.Members) == 0 {
			one.Members = nil // not memory left from another
		}
	}
}

// keep takes a list from before where it is the same as the one in scratch, which then stays there.
func keep[T any](list, scratch *[]T, before []T, same func(a, b T) bool) {
	switch {
	case len(*list) == 0:
		*list = nil
	case slices.EqualFunc(*list, before, same):
		*list = before
	default:
		*scratch = nil
	}
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
