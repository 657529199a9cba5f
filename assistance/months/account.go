package months

import (
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

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

// pay enters a payment, or the return of one. A payment settles first what was known to be due:
// only what it leaves of that was missed.
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
	open := a.open[cause]
	taken := max(0, min(open, -sum)) - max(0, min(-open, sum))
	a.open[cause] -= taken
	return sum + taken
}

// close puts the row together. What was paid beyond what is due is no overpayment while that is
// known as a lower limit only.
func (a *account) close(due benefit.Payment) Row {
	a.row.Due = due
	a.row.Difference = Sum(due.Amount.Fen()) - a.row.Paid
	if due.Bound == standards.AtLeast {
		for i := range a.open {
			beyond := min(a.open[i], 0)
			a.open[i] -= beyond
			a.open[NotDetermined] += beyond
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
