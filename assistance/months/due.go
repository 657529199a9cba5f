package months

import (
	"github.com/openminzheng/zhuzhou/internal/lang"
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

var statusWords = [...]string{"", "running", "not-granted", "not-on-dibao", "grace", "refused", "undetermined",
	"within-review", "moved", "ended"}

// String returns the word of the wire formats.
func (s Status) String() string { return lang.Word(statusWords[:], int(s)) }

// MarshalText implements encoding.TextMarshaler.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Key names a benefit and whose it is: the household's dibao, or a benefit of one member.
type Key struct {
	Part   benefit.Name
	Member string // "" for Dibao
}

// Due holds the sum that is due of one benefit in one month.
type Due struct {
	Key
	Status  Status
	Payment benefit.Payment // 0.00 where nothing is due; at least, where something is open
	Last    Month           // in the grace period: the last month of it
}

// fill lists what is due in d's month. grace is the last month below the line where the grace
// period runs, review what dibao was by the facts of the last review where incomes alone changed
// since; nil elsewhere.
func (r *run) fill(d *Decided, grace *graceRun, review *benefit.Payment, v view) {
	l := dueList{r: r, d: d, grace: grace, review: review, granted: r.grantsOf(d.Version, v.records)}
	begin := len(r.due)
	onDibao := l.add(dibaoKey, &d.Decision.Dibao.Part, true)
	for i := range d.Decision.Members {
		m := &d.Decision.Members[i]
		l.add(Key{benefit.Tekun, m.ID}, &m.Tekun.Part, true)
		alone := l.add(Key{benefit.SinglePerson, m.ID}, &m.SinglePerson, true)
		l.add(Key{benefit.Living, m.ID}, &m.Living, onDibao || alone)
		l.add(Key{benefit.Nursing, m.ID}, &m.Nursing, true)
	}
	d.listDue(r.due, begin)
	d.Total = benefit.Monthly(l.total, l.bound)
}

// listDue makes what stands in due from begin on d's list; it stays nil where that is nothing.
func (d *Decided) listDue(due []Due, begin int) {
	if end := len(due); end > begin {
		d.Due = due[begin:end:end]
	}
}

// dueList puts together what is due in one month.
type dueList struct {
	r       *run
	d       *Decided
	grace   *graceRun
	review  *benefit.Payment
	granted []running
	total   int64 // fen a month
	bound   standards.Bound
}

// add lists what is due of k, of which the month's decision is part: nothing where it was not
// granted and could not be. It may be due only where may says so. It reports whether k runs.
func (l *dueList) add(k Key, part *benefit.Part, may bool) (runs bool) {
	granted, moved := l.isGranted(k)
	open := part.Verdict == benefit.Eligible ||
		part.Verdict == benefit.Undetermined && !(k.Part == benefit.Dibao && l.d.overLine())
	if !granted && !moved && !open {
		return false
	}
	due := Due{Key: k, Payment: benefit.Monthly(0, standards.Exactly)}
	switch {
	case moved:
		due.Status = Moved
	case !granted:
		due.Status = NotGranted
	case !may:
		due.Status = NotOnDibao
	default:
		due.run(part, l.grace, l.d.overLine())
	}
	if k.Part == benefit.Dibao && due.Status == Running && l.review != nil {
		due.Status, due.Payment = WithinReview, *l.review
	}
	l.total += due.Payment.Amount.Fen()
	l.bound = max(l.bound, due.Payment.Bound)
	l.r.due = append(l.r.due, due)
	return granted && due.Status != Refused
}

// isGranted reports whether a grant of k runs in the month, or was approved in another place alone.
func (l *dueList) isGranted(k Key) (granted, moved bool) {
	month := l.d.Month.index()
	for i := range l.granted {
		if g := &l.granted[i]; g.Part == k.Part && g.Member == k.Member && g.in(month) {
			if !g.moved {
				return true, false
			}
			moved = true
		}
	}
	return false, moved
}

// run says what is due of a benefit that was granted, by the month's part of the decision.
func (due *Due) run(part *benefit.Part, grace *graceRun, overLine bool) {
	kept := grace.payment(due.Key)
	refused := part.Verdict == benefit.Ineligible || overLine && due.Part == benefit.Dibao
	switch {
	case kept.Stated():
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

// due returns the sum that is due of k in d's month: nothing where it is not listed, at least
// nothing where nobody knew of the household.
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

// fillEnded lists the grants of a household that has ended: nothing is due.
func (r *run) fillEnded(d *Decided, v view) {
	begin := len(r.due)
	for _, g := range r.grantsOf(d.Version, v.records) {
		if g.in(d.Month.index()) {
			r.due = append(r.due, Due{Key: g.Key, Status: Ended, Payment: benefit.Monthly(0, standards.Exactly)})
		}
	}
	d.listDue(r.due, begin)
	d.Total = benefit.Monthly(0, standards.Exactly)
}
