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

var causeWords = [causeCount]string{"", "published-late", "recorded-late", "corrected", "payment-missed",
	"payment-doubled", "not-determined"}

// String returns the word of the wire formats.
func (c Cause) String() string { return lang.Word(causeWords[:], int(c)) }

// MarshalText implements encoding.TextMarshaler.
func (c Cause) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Share is the part of a difference that one cause explains: above zero what is still to be paid,
// below zero what was paid too much.
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
		return Ledger{}, &standards.DateError{Value: known.String()}
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
	var underpaid, overpaid [causeCount]Sum
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
				underpaid[share.Cause] += max(share.Sum, 0)
				overpaid[share.Cause] += min(share.Sum, 0)
			}
			l.Rows = append(l.Rows, row)
		}
		r.forget()
	}
	for _, sums := range [...][causeCount]Sum{underpaid, overpaid} {
		for cause, sum := range sums {
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

func (t *Totals) add(row *Row) {
	t.Due += Sum(row.Due.Amount.Fen())
	t.Bound = max(t.Bound, row.Due.Bound)
	t.Paid += row.Paid
	for _, share := range row.Causes {
		if share.Cause == NotDetermined {
			t.Open -= share.Sum
			continue
		}
		t.Underpaid += max(share.Sum, 0)
		t.Overpaid -= min(share.Sum, 0)
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
	members := r.h.members()
	slices.SortFunc(all, func(a, b Key) int {
		if a.Part != b.Part {
			return int(a.Part) - int(b.Part)
		}
		return slices.Index(members, a.Member) - slices.Index(members, b.Member)
	})
	return all
}

// members are the ids of the members of each version in turn.
func (h *History) members() (ids []string) {
	for i := range h.Versions {
		for j := range h.Versions[i].Household.Members {
			ids = append(ids, h.Versions[i].Household.Members[j].ID)
		}
	}
	return ids
}

// changes are the days up to known on which more is known than on the day before, of the standards
// or of the household. The end of a grant is none: it changes later months alone, which are due
// after it.
func (r *run) changes(known standards.Date) []standards.Date {
	days := slices.Clone(r.c.changes)
	for i := range r.h.Versions {
		days = append(days, r.h.Versions[i].Recorded)
	}
	for i := range r.h.Grants {
		days = append(days, r.h.Grants[i].recorded())
	}
	slices.SortFunc(days, standards.Date.Compare)
	days = slices.Compact(days)
	return slices.DeleteFunc(days, known.Before)
}
