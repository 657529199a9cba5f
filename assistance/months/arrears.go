package months

import (
	"slices"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Cause says why what is due and what was paid differ.
type Cause uint8

const (
	PublishedLate  Cause = iota + 1 // a figure was published after the month was due
	RecordedLate                    // a fact or a grant was recorded after the month was due
	Corrected                       // a fact on record was corrected
	PaymentMissed                   // what was known to be due was not paid, or not in full
	PaymentDoubled                  // more was paid than was known to be due
	NotDetermined                   // it was paid while it is not determined what is due: no overpayment is known

	causeCount
)

var causeWords = [causeCount]string{"", "published-late", "recorded-late", "corrected", "payment-missed", "payment-doubled", "not-determined"}

// String returns the word of the wire formats.
func (c Cause) String() string { return lang.Word(causeWords[:], int(c)) }

// MarshalText implements encoding.TextMarshaler.
func (c Cause) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Share is how much of a difference one cause explains: above zero what is still to be paid, below
// zero what was paid too much.
type Share struct {
	Cause Cause
	Sum   Sum
}

// Event is one entry of a month's account: what was known to be due changed, or money was paid or
// returned. The events of a month that are no payments add up to what is due; those that are, to
// less what was paid.
type Event struct {
	On    standards.Date
	Cause Cause // zero: it is a payment, or what was known when the month was due
	Sum   Sum   // of a payment: less than zero; of money returned: more
	Paid  bool  // it is a payment or a return of one
}

// Row is the account of one benefit for one month.
type Row struct {
	Month Month
	Key
	Due        benefit.Payment // as known on the day of the ledger
	Paid       Sum             // less what was returned
	Difference Sum             // Due less Paid
	Causes     []Share         // all of the sign of Difference, and adding up to it
	Events     []Event         // in order of time
}

// Totals are sums over rows. Underpaid and overpaid stand apart: Underpaid - Overpaid - Open is Due
// - Paid, and neither is taken off the other.
type Totals struct {
	Due       Sum
	Bound     standards.Bound // at least, where something is not determined
	Paid      Sum
	Underpaid Sum // still to be paid
	Overpaid  Sum // paid too much
	Open      Sum // paid beyond what is known to be due, where that is known as a lower limit only
}

// Ledger is the account of a household, month by month and benefit by benefit.
type Ledger struct {
	ID       string
	Known    standards.Date // what was known on this day
	From, To Month
	Rows     []Row // by month, then in the order of the law; only those with something due or paid
	Totals   Totals
	Causes   []Share // what each cause comes to over the rows, underpaid and overpaid apart

	Readings   standards.Choices    // those that what is due turns on
	Unverified []standards.Document // those that came within the months, on a day that no text at hand states
}

// Arrears compares, month by month, what is due as known on day known with what was paid by then,
// and says what each difference comes from. The zero from is the first month that the history
// covers; the zero to is the last one that is over, or a later one that was paid for already.
// [History.Since] cuts a history that begins before the tables.
//
// The account of a benefit in a month begins with what was known to be due on the day on which the
// month was first paid, if that lies in it, else on its last day. Each difference is found by
// replay: what a figure published later changes is told by the facts known on that day, and what a
// record made later changes by the figures known in the end. So a wage corrected in June is a
// correction for every month before, whatever was published in September. Changes and payments are
// entered in order of time; where nobody could say on that day what was due, what was published
// later comes first. A change, and a payment, first takes back what is open the other way, so what
// remains at the end adds up to the difference and is all of one sign. A payment settles first what
// was known to be due when the month was due, then what became known later. Nothing that was taken
// back is lost: [Row.Events] has it.
//
// What is paid while the amount due is not determined, or is known as a lower limit only, is no
// overpayment; it stands as NotDetermined until the amount is known.
//
// It reports wire.Errors for a history or payments that cannot be used, a payment for a month
// outside from and to among them, and the errors of [Calendar.Decide].
func (c *Calendar) Arrears(h History, paid []Payment, from, to Month, known standards.Date) (Ledger, error) {
	r, err := c.run(&h)
	if err != nil {
		return Ledger{}, err
	}
	if !known.Valid() {
		return Ledger{}, &standards.DateError{Text: known.String()}
	}
	var f wire.Faults
	h.checkPayments(&f, paid)
	if err := f.Err(); err != nil {
		return Ledger{}, err
	}
	if from.IsZero() {
		from = h.begins()
	}
	if to.IsZero() {
		if to = MonthOf(known); known.Before(to.Last()) {
			to = to.Previous() // the month is not over, so nothing was missed in it
		}
		for i := range paid {
			if p := &paid[i]; !known.Before(p.Paid) && to.Before(p.Month) {
				to = p.Month
			}
		}
	}
	if err := r.covers(from, to); err != nil {
		return Ledger{}, err
	}
	for i := range paid {
		if m := paid[i].Month; m.Before(from) || to.Before(m) && !known.Before(paid[i].Paid) {
			f.Add(wire.Index("payments", i)+".month", wire.CodeDateRange, m.String())
		}
	}
	if err := f.Err(); err != nil {
		return Ledger{}, err
	}
	return r.ledger(paid, from, to, known)
}

func (r *run) ledger(paid []Payment, from, to Month, known standards.Date) (Ledger, error) {
	l := Ledger{ID: r.h.ID, Known: known, From: from, To: to, Totals: Totals{Bound: standards.Exactly}}
	keys := r.keys(paid)
	changes := r.changes(known)
	var sums [2][causeCount]Sum
	for _, p := range r.c.tables.Publications() {
		if p.Unverified && from.First().Before(p.Latest) && !known.Before(p.Latest) && !to.Last().Before(p.Latest) {
			l.Unverified = append(l.Unverified, p.Document)
		}
	}
	for m := from; !to.Before(m); m = m.Next() {
		d, err := r.month(m, r.known(known, known))
		if err != nil {
			return Ledger{}, err
		}
		for i, choice := range d.Decision.Readings {
			l.Readings[i] = max(l.Readings[i], choice, d.Readings[i])
		}
		for _, k := range keys {
			row, err := r.row(m, k, paid, changes, known)
			if err != nil {
				return Ledger{}, err
			}
			if row.Due.Amount.Fen() == 0 && row.Due.Bound == standards.Exactly && len(row.Events) == 0 {
				continue
			}
			l.Totals.add(&row)
			for _, share := range row.Causes {
				sums[signed(share.Sum)][share.Cause] += share.Sum
			}
			l.Rows = append(l.Rows, row)
		}
		r.forget()
	}
	for _, bySign := range sums {
		for cause, sum := range bySign {
			if sum != 0 {
				l.Causes = append(l.Causes, Share{Cause(cause), sum})
			}
		}
	}
	return l, nil
}

// forget lets go of months decided under many views. They are decided again where they are asked
// for.
func (r *run) forget() {
	const most = 500
	if len(r.months) > most {
		r.months, r.due, r.decisions = nil, nil, nil
	}
}

// signed is 0 for what is still to be paid, 1 for what was paid too much.
func signed(s Sum) int {
	if s < 0 {
		return 1
	}
	return 0
}

func (t *Totals) add(row *Row) {
	t.Due += Sum(row.Due.Amount.Fen())
	t.Bound = max(t.Bound, row.Due.Bound)
	t.Paid += row.Paid
	for _, share := range row.Causes {
		switch {
		case share.Cause == NotDetermined:
			t.Open -= share.Sum
		case share.Sum > 0:
			t.Underpaid += share.Sum
		default:
			t.Overpaid -= share.Sum
		}
	}
}

// keys are the benefits that were granted or paid, in the order of the law, and members in that of
// the versions.
func (r *run) keys(paid []Payment) []Key {
	var all []Key
	add := func(k Key) {
		if !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	for i := range r.h.Grants {
		add(Key{r.h.Grants[i].Part, r.h.Grants[i].Member})
	}
	for i := range paid {
		add(Key{paid[i].Part, paid[i].Member})
	}
	slices.SortFunc(all, func(a, b Key) int {
		if a.Part != b.Part {
			return int(a.Part) - int(b.Part)
		}
		return r.place(a.Member) - r.place(b.Member)
	})
	return all
}

// place is where a member first stands in the versions.
func (r *run) place(member string) int {
	n := 0
	for i := range r.h.Versions {
		for j := range r.h.Versions[i].Household.Members {
			if r.h.Versions[i].Household.Members[j].ID == member {
				return n
			}
			n++
		}
	}
	return n
}

// changes are the days up to known on which more is known than on the day before, of the standards
// or of the household.
func (r *run) changes(known standards.Date) []standards.Date {
	days := slices.Clone(r.c.changes)
	for i := range r.h.Versions {
		days = append(days, r.h.Versions[i].Recorded)
	}
	for i := range r.h.Grants {
		days = append(days, r.h.Grants[i].recorded())
		if ended := r.h.Grants[i].Ended; !ended.IsZero() {
			days = append(days, ended)
		}
	}
	slices.SortFunc(days, standards.Date.Compare)
	days = slices.Compact(days)
	return slices.DeleteFunc(days, known.Before)
}

// row accounts for k in m. What a figure published late changes is told apart from what a record
// changes: by the facts as they were known when the month was due, and the figures as they came to
// be known; a record by the figures known in the end, whatever was published when.
func (r *run) row(m Month, k Key, paid []Payment, changes []standards.Date, known standards.Date) (Row, error) {
	payments := paidFor(m, k, paid, known)
	begun := r.dueOn(m, payments, known)
	replay := replay{r: r, month: m, key: k, begun: begun, known: known}
	published, err := replay.publications(changes)
	if err != nil {
		return Row{}, err
	}
	recorded, err := replay.records(changes)
	if err != nil {
		return Row{}, err
	}
	a := account{row: Row{Month: m, Key: k}}
	a.begin(begun, replay.then)
	if replay.then.Bound == standards.AtLeast { // nobody could say then what was due
		a.enter(published)
		published = nil
	}
	a.inOrder(slices.Concat(published, recorded), payments)
	return a.close(replay.now), nil
}

// replay is one benefit of one month, decided again by what was known on each day.
type replay struct {
	r     *run
	month Month
	key   Key
	begun standards.Date // the day on which the month was due
	known standards.Date
	then  benefit.Payment // what was known to be due on it
	now   benefit.Payment // what is
}

// due is what was due by the figures known on one day and the records of another.
func (p *replay) due(figures, records standards.Date) (benefit.Payment, error) {
	d, err := p.r.month(p.month, p.r.known(figures, records))
	if err != nil {
		return benefit.Payment{}, err
	}
	return d.due(p.key), nil
}

// publications lists what each day on which a figure became known changes, by the facts known when
// the month was due.
func (p *replay) publications(changes []standards.Date) ([]Event, error) {
	last, err := p.due(p.begun, p.begun)
	if err != nil {
		return nil, err
	}
	p.then = last
	return p.follow(changes, last, func(on standards.Date) (benefit.Payment, Cause, error) {
		due, err := p.due(on, p.begun)
		return due, PublishedLate, err
	})
}

// records lists what each day on which something was recorded changes, by the figures known in the
// end.
func (p *replay) records(changes []standards.Date) ([]Event, error) {
	last, err := p.due(p.known, p.begun)
	if err != nil {
		return nil, err
	}
	p.now = last
	events, err := p.follow(changes, last, func(on standards.Date) (benefit.Payment, Cause, error) {
		due, err := p.due(p.known, on)
		return due, p.r.recordCause(p.month, on), err
	})
	if err == nil {
		p.now, err = p.due(p.known, p.known)
	}
	return events, err
}

// follow lists how what is due changes from day to day after the month was due.
func (p *replay) follow(changes []standards.Date, last benefit.Payment, due func(standards.Date) (benefit.Payment, Cause, error)) ([]Event, error) {
	var events []Event
	for _, on := range changes {
		if !p.begun.Before(on) {
			continue
		}
		next, cause, err := due(on)
		if err != nil {
			return nil, err
		}
		if delta := Sum(next.Amount.Fen() - last.Amount.Fen()); delta != 0 {
			events = append(events, Event{On: on, Cause: cause, Sum: delta})
		}
		last = next
	}
	return events, nil
}

// dueOn is the day on which a month was due: that of its first payment if it lies in the month,
// else the last day of the month, but never after known.
func (r *run) dueOn(m Month, payments []Payment, known standards.Date) standards.Date {
	day := m.Last()
	if len(payments) > 0 && payments[0].Paid.Before(day) {
		day = payments[0].Paid
		if day.Before(m.First()) {
			day = m.First()
		}
	}
	if known.Before(day) {
		return known
	}
	return day
}

// paidFor are the payments of k for m up to known, in order of time.
func paidFor(m Month, k Key, paid []Payment, known standards.Date) []Payment {
	var all []Payment
	for _, p := range paid {
		if p.Month == m && p.Part == k.Part && p.Member == k.Member && !known.Before(p.Paid) {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b Payment) int { return a.Paid.Compare(b.Paid) })
	return all
}

// recordCause says what a record made on a day is to month m. It is a correction if the version
// that holds in m is replaced by another with the same From, or, where the same version holds, if
// nothing but corrections were recorded; else a fact recorded late. A correction that carries on,
// into later versions, a fact recorded on the same day is part of that.
func (r *run) recordCause(m Month, on standards.Date) Cause {
	before, after := r.version(m, on.Previous()), r.version(m, on)
	if before < 0 || before != after && r.h.Versions[before].From != r.h.Versions[after].From {
		return RecordedLate
	}
	corrected := false
	for i := range r.h.Versions {
		if v := &r.h.Versions[i]; v.Recorded == on {
			correction := r.h.corrects(i)
			if !correction && (before == after || v.From.Before(r.h.Versions[after].From)) {
				return RecordedLate
			}
			corrected = corrected || correction
		}
	}
	for i := range r.h.Grants {
		if before == after && r.h.Grants[i].recorded() == on {
			return RecordedLate
		}
	}
	if corrected {
		return Corrected
	}
	return RecordedLate
}

// corrects reports whether version i corrects the one before it.
func (h *History) corrects(i int) bool { return i > 0 && h.Versions[i-1].From == h.Versions[i].From }

// account follows one row through time. What is open is all of one sign.
type account struct {
	row  Row
	open [causeCount]Sum
}

// begin enters what was known to be due when the month was due.
func (a *account) begin(on standards.Date, then benefit.Payment) {
	if due := Sum(then.Amount.Fen()); due != 0 {
		a.row.Events = append(a.row.Events, Event{On: on, Sum: due})
		a.settle(PaymentMissed, due)
	}
}

// enter enters changes of what is due.
func (a *account) enter(changes []Event) {
	for _, e := range changes {
		a.row.Events = append(a.row.Events, e)
		a.settle(e.Cause, e.Sum)
	}
}

// inOrder enters changes and payments in order of time; of one day the changes come first.
func (a *account) inOrder(changes []Event, payments []Payment) {
	slices.SortStableFunc(changes, func(x, y Event) int { return x.On.Compare(y.On) })
	for i := range payments {
		n := 0
		for n < len(changes) && !payments[i].Paid.Before(changes[n].On) {
			n++
		}
		a.enter(changes[:n])
		changes = changes[n:]
		a.pay(&payments[i])
	}
	a.enter(changes)
}

// pay enters a payment, or the return of one. A payment settles first what was known to be due: only
// what it leaves of that was missed.
func (a *account) pay(p *Payment) {
	if p.Sum == 0 {
		return
	}
	sum, cause := -p.Sum, PaymentDoubled
	if p.Returned {
		sum, cause = p.Sum, PaymentMissed
	}
	a.row.Paid -= sum
	a.row.Events = append(a.row.Events, Event{On: p.Paid, Sum: sum, Paid: true})
	a.settle(cause, a.take(PaymentMissed, sum))
}

// settle takes sum off what is open the other way, and enters the rest under cause.
func (a *account) settle(cause Cause, sum Sum) {
	for i := range a.open {
		sum = a.take(Cause(i), sum)
	}
	a.open[cause] += sum
}

// take takes sum off what is open the other way under cause, and returns the rest.
func (a *account) take(cause Cause, sum Sum) Sum {
	switch open := a.open[cause]; {
	case open > 0 && sum < 0:
		taken := min(open, -sum)
		a.open[cause] -= taken
		return sum + taken
	case open < 0 && sum > 0:
		taken := min(-open, sum)
		a.open[cause] += taken
		return sum - taken
	}
	return sum
}

// close puts the row together. What was paid beyond what is due is no overpayment while that is
// known as a lower limit only.
func (a *account) close(due benefit.Payment) Row {
	a.row.Due = due
	a.row.Difference = Sum(due.Amount.Fen()) - a.row.Paid
	if due.Bound == standards.AtLeast {
		for i := range a.open {
			if Cause(i) != NotDetermined && a.open[i] < 0 {
				a.open[NotDetermined] += a.open[i]
				a.open[i] = 0
			}
		}
	}
	for cause, sum := range a.open {
		if sum != 0 {
			a.row.Causes = append(a.row.Causes, Share{Cause(cause), sum})
		}
	}
	slices.SortStableFunc(a.row.Events, func(x, y Event) int { return x.On.Compare(y.On) })
	return a.row
}
