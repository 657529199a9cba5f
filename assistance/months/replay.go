package months

import (
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

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

// due returns the sum that was due by the figures known on one day and the records of another.
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
func (p *replay) follow(changes []standards.Date, last benefit.Payment,
	due func(standards.Date) (benefit.Payment, Cause, error)) ([]Event, error) {
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

// recordCause says what a record made on a day, which changed what is due, is to month m. It is a
// correction if the version that holds in m is replaced by another with the same From, or, where
// the same version holds, if nothing but corrections were recorded; else a fact recorded late. A
// correction that carries on, into later versions, a fact recorded on the same day is part of that.
func (r *run) recordCause(m Month, on standards.Date) Cause {
	before, after := r.version(m, on.Previous()), r.version(m, on)
	if before < 0 || before != after && r.h.Versions[before].From != r.h.Versions[after].From {
		return RecordedLate
	}
	for i := range r.h.Versions {
		v := &r.h.Versions[i]
		if v.Recorded == on && !r.h.corrects(i) && (before == after || v.From.Before(r.h.Versions[after].From)) {
			return RecordedLate
		}
	}
	for i := range r.h.Grants {
		if before == after && r.h.Grants[i].recorded() == on {
			return RecordedLate
		}
	}
	return Corrected
}

// corrects reports whether version i corrects the one before it.
func (h *History) corrects(i int) bool { return i > 0 && h.Versions[i-1].From == h.Versions[i].From }
