package months

import (
	"errors"
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Status says why a benefit is due in a month, or is not.
type Status uint8

const (
	Running      Status = iota + 1 // it was granted, and what the decision says is due
	NotGranted                     // the decision would give it, or leaves it open, but no grant runs
	NotOnDibao                     // the living subsidy was granted, but dibao does not run
	Grace                          // income passed the line, and the grace period (渐退期) runs
	Refused                        // it was granted, and the month's decision refuses it
	Undetermined                   // it was granted, and the month's decision waits for a fact or a figure
	WithinReview                   // incomes changed within the review period (核查期), which adjusts nothing unless markedly
	Moved                          // it was granted in another place, and is not approved here (649号 art. 11)
	Ended                          // it was granted, and the household has ended
)

var statusWords = [...]string{"", "running", "not-granted", "not-on-dibao", "grace", "refused", "undetermined", "within-review", "moved", "ended"}

// String returns the word of the wire formats.
func (s Status) String() string { return lang.Word(statusWords[:], int(s)) }

// MarshalText implements encoding.TextMarshaler.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Key names a benefit and whose it is: the household's dibao, or a benefit of one member.
type Key struct {
	Part   benefit.Name
	Member string // "" for Dibao
}

// Due is what is due of one benefit in one month.
type Due struct {
	Key
	Status  Status
	Payment benefit.Payment // 0.00 where nothing is due; at least, where something is open
	Last    Month           // in the grace period: the last month of it
}

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

// fillEnded lists the grants of a household that has ended: nothing is due.
func (r *run) fillEnded(d *Decided, v view) {
	for i := range r.h.Grants {
		if g := &r.h.Grants[i]; g.runs(d.Month, v.records) {
			r.due = append(r.due, Due{Key: Key{g.Part, g.Member}, Status: Ended, Payment: benefit.Monthly(0, standards.Exactly)})
			d.Due = append(d.Due, r.due[len(r.due)-1])
		}
	}
	d.Total = benefit.Monthly(0, standards.Exactly)
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

// fill lists what is due in d's month. grace is the last month below the line where the grace
// period runs, review what dibao was by the facts of the last review where incomes alone changed
// since; nil elsewhere.
func (r *run) fill(d *Decided, grace *graceRun, review *benefit.Payment, v view) {
	total, bound := int64(0), standards.Exactly
	begin := len(r.due)
	add := func(k Key, part benefit.Part, may bool) (runs bool) {
		granted, moved := r.grant(k, d.Month, d.Version, v.records)
		open := part.Verdict == benefit.Eligible || part.Verdict == benefit.Undetermined && !(k == dibaoKey && d.overLine())
		if granted == nil && !moved && !open {
			return false
		}
		due := Due{Key: k, Payment: benefit.Monthly(0, standards.Exactly)}
		switch {
		case granted == nil && moved:
			due.Status = Moved
		case granted == nil:
			due.Status = NotGranted
		case !may:
			due.Status = NotOnDibao
		default:
			due.run(part, grace, d.overLine())
		}
		if k == dibaoKey && due.Status == Running && review != nil {
			due.Status, due.Payment = WithinReview, *review
		}
		total += due.Payment.Amount.Fen()
		bound = max(bound, due.Payment.Bound)
		r.due = append(r.due, due)
		return granted != nil && due.Status != Refused
	}
	onDibao := add(dibaoKey, d.Decision.Dibao.Part, true)
	for i := range d.Decision.Members {
		m := &d.Decision.Members[i]
		add(Key{benefit.Tekun, m.ID}, m.Tekun.Part, true)
		alone := add(Key{benefit.SinglePerson, m.ID}, m.SinglePerson, true)
		add(Key{benefit.Living, m.ID}, m.Living, onDibao || alone)
		add(Key{benefit.Nursing, m.ID}, m.Nursing, true)
	}
	if end := len(r.due); end > begin {
		d.Due = r.due[begin:end:end]
	}
	d.Total = benefit.Monthly(total, bound)
}

// run says what is due of a benefit that was granted, by the month's part of the decision.
func (due *Due) run(part benefit.Part, grace *graceRun, overLine bool) {
	kept := grace.payment(due.Key)
	refused := part.Verdict == benefit.Ineligible || overLine && due.Part == benefit.Dibao
	switch {
	case (refused || overLine && due.Part == benefit.Living) && kept.Stated():
		due.Status, due.Payment, due.Last = Grace, kept, grace.last
	case part.Verdict == benefit.Eligible:
		due.Status, due.Payment = Running, part.Payment
		if !due.Payment.Stated() {
			due.Payment = benefit.Monthly(0, standards.AtLeast) // its amount is not on record
		}
	case refused && !(due.Key == dibaoKey && grace.unsettled()):
		due.Status = Refused
	default:
		due.Status, due.Payment = Undetermined, benefit.Monthly(0, standards.AtLeast)
	}
}

// overLine reports whether income refuses dibao in d's month: what the decision of one day leaves
// open for want of the day from which income is over the line, the history tells.
func (d *Decided) overLine() bool {
	dibao := d.Decision.Dibao
	if dibao.Verdict != benefit.Undetermined {
		return dibao.Verdict == benefit.Ineligible
	}
	undated := false
	for _, n := range d.Decision.Needs {
		if n.For.Has(benefit.Dibao) {
			if n.Fact != benefit.OverLineSinceFact {
				return false
			}
			undated = true
		}
	}
	return undated
}

// due is what is due of k in d's month: nothing where it is not listed, at least nothing where
// nobody knew of the household.
func (d *Decided) due(k Key) benefit.Payment {
	for i := range d.Due {
		if d.Due[i].Key == k {
			return d.Due[i].Payment
		}
	}
	if d.Version < 0 {
		return benefit.Monthly(0, standards.AtLeast)
	}
	return benefit.Monthly(0, standards.Exactly)
}

// graceRun is a grace period that runs in a month, or cannot be told.
type graceRun struct {
	below *Decided // the last month below the line; nil: it lies before what is decided, so that nothing can be told
	last  Month
}

// payment is what stays due of k, not stated if nothing does.
func (g *graceRun) payment(k Key) benefit.Payment {
	if g == nil || g.below == nil || k.Part != benefit.Dibao && k.Part != benefit.Living {
		return benefit.Payment{}
	}
	for i := range g.below.Due {
		if due := &g.below.Due[i]; due.Key == k && due.Status == Running {
			return due.Payment
		}
	}
	return benefit.Payment{}
}

func (g *graceRun) unsettled() bool { return g != nil && g.below == nil }

// grace finds the grace period that runs in d's month, nil if none does: dibao runs and is refused
// for its income, someone who counts works, and the month is one of those after the last one below
// the line that a figure on record gives.
func (r *run) grace(d *Decided, h *assistance.Household, v view) (*graceRun, error) {
	if !d.overLine() || h.Property != benefit.Within || !r.dibaoRuns(d.Month, d.Version, v) {
		return nil, nil
	}
	first, _ := standards.Span()
	origin := max(MonthOf(first).index(), r.h.begins().index())
	over := d // the first month over the line without a break
	for m := d.Month.Previous(); ; m = m.Previous() {
		if !r.dibaoRuns(m, d.Version, v) {
			return nil, nil // dibao was granted to those who were never below the line
		}
		if m.index() < origin {
			if n, err := r.graceMonths(over, v); err != nil || n == 0 || d.Month.Since(over.Month) >= n {
				return nil, err
			}
			return &graceRun{}, nil
		}
		before, err := r.month(m, v)
		if err != nil {
			return nil, err
		}
		switch verdict := before.Decision.Dibao.Verdict; {
		case before.overLine():
			if r.h.Versions[before.Version].Household.Property != benefit.Within {
				return nil, nil
			}
			over = before
		case verdict == benefit.Eligible:
			n, err := r.graceMonths(over, v)
			if last := m.Add(n); err == nil && n > 0 && !last.Before(d.Month) {
				return &graceRun{before, last}, nil
			}
			return nil, err
		default:
			n, err := r.graceMonths(over, v)
			if err == nil && n > 0 {
				return &graceRun{}, nil // whether it was below the line is open
			}
			return nil, err
		}
	}
}

// dibaoRuns reports whether dibao was granted for m where version i of the household is.
func (r *run) dibaoRuns(m Month, i int, v view) bool {
	g, _ := r.grant(dibaoKey, m, i, v.records)
	return g != nil
}

// graceMonths is how many months the grace period of a household lasts that passes the line in d's
// month; 0 if there is none, or its length is not on record, for one of the kinds of hukou of those
// who count. Of two kinds the shorter goes.
func (r *run) graceMonths(d *Decided, v view) (int, error) {
	day, err := r.c.at(d.Month, v.tables, v.epoch)
	if err != nil {
		return 0, err
	}
	h := r.household(d.Version)
	rules := law.Of(day.set)
	works := false
	for i := range h.Members {
		works = works || counts(day.set, &h, i, &d.Decision.Members[i]) && earns(&h.Members[i])
	}
	months := 0
	for i := range h.Members {
		if !counts(day.set, &h, i, &d.Decision.Members[i]) {
			continue
		}
		n := rules.GraceMonths(h.Division, h.ResidenceOf(&h.Members[i]), works)
		if n == 0 {
			return 0, nil
		}
		if months == 0 || n < months {
			months = n
		}
	}
	return months, nil
}

// counts reports whether member i of h counts for dibao, or may: who counts by having long lived
// with the household is taken to.
func counts(set *standards.Set, h *assistance.Household, i int, decided *assistance.MemberDecision) bool {
	m := &h.Members[i]
	rules := law.Of(set)
	return decided.Tekun.Verdict != benefit.Eligible && (rules.Counts(h.Division, m.Absence, m.Counted, m.Relation) ||
		m.Counted == 0 && m.Absence == 0 && rules.CountingOpen(h.Division, m.Relation, m.Born.AgeOn(set.Day())))
}

// earns reports whether m has income from work.
func earns(m *assistance.Member) bool {
	return slices.ContainsFunc(m.Income, func(in assistance.Income) bool { return law.Work.Has(in.Kind) && in.Amount.Fen() > 0 })
}
