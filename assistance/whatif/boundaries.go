package whatif

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/vary"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// QuantityKind names the input that [Boundaries] moves.
type QuantityKind uint8

const (
	MemberIncome QuantityKind = iota + 1 // 一名成员的收入, in fen
	People                               // 人数: the first members, and then more like one of them
	Age                                  // 一名成员的年龄, by the day of birth, in days
	DayOf                                // 日期: the day that is decided for
)

// Quantity is an input of a household that moves while everything else stays. Its values are whole
// numbers: fen, people, or days.
type Quantity struct {
	Kind QuantityKind
	// Member names the member whose income or age moves. For People it is the member who is added
	// again and again; empty: someone like the last, without income.
	Member string
	Income standards.IncomeKind // MemberIncome: the one kind of income, in place of what is stated; zero: OtherIncome
	Keeps  []assistance.Income  // MemberIncome: what of the member's income stays, beside the one kind
	Per    standards.Period     // MemberIncome: the fen are for each month or year; zero: month
	From   int64                // the first value; for Age and DayOf days before (negative) and after the day
	Until  int64                // the last value; zero: as far as anything can change
}

// Side is a household at one value of a quantity, and its decision.
type Side struct {
	At        int64
	Household assistance.Household
	Decision  assistance.Decision // with steps
}

// Boundary is a point between two neighbouring values of a quantity at which a verdict, a bound or
// the slope of the total changes.
type Boundary struct {
	Quantity      Quantity
	Before, After Side
	Verdicts      bool // a verdict, the category or the bound of a sum changes; otherwise the slope alone
	// Slopes are those of the exact total before and after, in fen a month for each fen, person or
	// day; nil if the total is not settled.
	Slopes   [2]*big.Rat
	Cliff    bool            // the total jumps by more than slope and rounding allow
	Reversal Reversal        // why the total rises with rising income, if it does
	Causes   []benefit.Step  // steps of the decision after that have another result than before
	Changes  []verify.Change // what becomes of the benefits
}

// Boundaries finds every point at which a verdict, a bound or the slope of the total of h's
// decision changes as q moves, in order. Each boundary is decided on both sides, one fen, person or
// day apart.
//
// It decides People, Age and DayOf at every value. An income has too many values. Every income that
// is compared is a linear function of q, so the steps of two decisions that come out alike show at
// which sum each comparison would turn. Boundaries decides those sums, a fen beside them, and every
// multiple of a line; if two decisions differ, it finds the point between them by bisection.
//
// It reports a [*QuantityError] if q does not fit h, a *standards.DayError for a day that the
// tables do not cover, and [assistance.Errors] if h cannot be used.
func Boundaries(tables *standards.Tables, day standards.Date, h assistance.Household, q Quantity) ([]Boundary, error) {
	w := newWalker(tables, day, h, q)
	lo, hi, err := w.limits()
	if err != nil {
		return nil, err
	}
	if _, err := w.at(lo); err != nil {
		return nil, err
	}
	var cuts []int64
	if q.Kind == MemberIncome {
		cuts = w.incomeCuts(lo, hi)
	} else {
		for x := lo + 1; x <= hi; x++ {
			cuts = append(cuts, x)
		}
	}
	if w.err != nil {
		return nil, w.err
	}
	return w.boundaries(cuts, hi)
}

// walker moves a quantity of a household.
type walker struct {
	tables *standards.Tables
	day    standards.Date
	h      assistance.Household
	q      Quantity
	seen   map[int64]*probe
	sets   map[standards.Date]*standards.Set
	err    error // the first that a probe reported
}

func newWalker(tables *standards.Tables, day standards.Date, h assistance.Household, q Quantity) walker {
	return walker{tables: tables, day: day, h: h, q: q, seen: map[int64]*probe{},
		sets: map[standards.Date]*standards.Set{}}
}

// QuantityError says that a quantity does not fit a household.
type QuantityError struct{ Member string }

func (e *QuantityError) Error() string { return e.Text(standards.English) }

// member returns the index of the member whose quantity moves, -1 if there is none.
func (w *walker) member() int {
	return slices.IndexFunc(w.h.Members, func(m assistance.Member) bool { return m.ID == w.q.Member })
}

// fits reports whether the quantity is one of the household's.
func (w *walker) fits() bool {
	switch w.q.Kind {
	case MemberIncome, Age:
		return w.member() >= 0
	case People:
		return len(w.h.Members) > 0 && (w.q.Member == "" || w.member() >= 0)
	case DayOf:
		return len(w.h.Members) > 0
	}
	return false
}

const (
	oldest     = 110 // years that a day of birth is moved back at most
	mostPeople = 10  // unless the quantity states more
)

// limits completes the quantity and returns its first and its last value.
func (w *walker) limits() (lo, hi int64, err error) {
	if !w.fits() {
		return 0, 0, &QuantityError{w.q.Member}
	}
	set, err := w.set(w.day)
	if err != nil {
		return 0, 0, err
	}
	lo, hi = w.q.From, w.q.Until
	switch w.q.Kind {
	case MemberIncome:
		if w.q.Per == 0 {
			w.q.Per = standards.PerMonth
		}
		if w.q.Income == 0 {
			w.q.Income = standards.OtherIncome
		}
		if hi == 0 {
			hi = w.farIncome(set)
		}
	case People:
		lo = max(lo, 1)
		if hi == 0 {
			hi = mostPeople
		}
		hi = min(hi, assistance.MaxMembers)
	case Age:
		if lo == 0 {
			lo = w.daysUntil(w.day.AddYears(-oldest).FirstOfMonth())
		}
		hi = 0
	case DayOf:
		first, last := standards.Span()
		if lo == 0 {
			lo = w.daysUntil(w.firstDay(first))
		}
		if hi == 0 {
			hi = w.daysUntil(last)
		}
	}
	if hi < lo {
		return 0, 0, &QuantityError{w.q.Member}
	}
	return lo, hi, nil
}

// daysUntil returns how many days d is after the day that the quantity moves from.
func (w *walker) daysUntil(d standards.Date) int64 { return int64(d.Since(w.day)) }

// firstDay returns the first day, not before first, on which every member is born.
func (w *walker) firstDay(first standards.Date) standards.Date {
	for i := range w.h.Members {
		if first.Before(w.h.Members[i].Born) {
			first = w.h.Members[i].Born
		}
	}
	return first
}

// farIncome returns an income above every multiple of every line: past it nothing changes.
func (w *walker) farIncome(set *standards.Set) int64 {
	line := int64(0)
	times := int64(2)
	for _, row := range set.Rows() {
		if row.Key == standards.Key(standards.DibaoLine) {
			line = max(line, row.Amount.Annual())
		}
		if row.Key == standards.Key(standards.LowIncomeMultiple) {
			times = max(times, int64(row.Number.Int())+1)
		}
	}
	if line == 0 {
		line = 10_000_00
	}
	far := line*times*int64(len(w.h.Members)+1) + w.h.JobCosts.Annual()
	if w.q.Per == standards.PerMonth {
		return far / standards.MonthsPerYear
	}
	return far
}

// household returns h with the quantity at x, and the day to decide it for.
func (w *walker) household(x int64) (assistance.Household, standards.Date) {
	i := w.member()
	switch w.q.Kind {
	case MemberIncome:
		return vary.Member(&w.h, i, func(m *assistance.Member) {
			m.Income = append(slices.Clone(w.q.Keeps), assistance.Income{Kind: w.q.Income, Amount: standards.Fen(x, w.q.Per)})
		}), w.day
	case People:
		return w.people(int(x)), w.day
	case Age:
		return vary.Member(&w.h, i, func(m *assistance.Member) { m.Born = w.day.AddDays(int(x)) }), w.day
	}
	h := w.h
	h.Members = slices.Clone(h.Members)
	return h, w.day.AddDays(int(x))
}

// people returns h with its first members, and more like one of them if it has fewer than count.
func (w *walker) people(count int) assistance.Household {
	h := w.h
	h.Members = slices.Clone(h.Members)
	if count <= len(h.Members) {
		h.Members = h.Members[:count]
		return h
	}
	like := h.Members[len(h.Members)-1]
	if i := w.member(); i >= 0 {
		like = h.Members[i]
	} else {
		like.Income = []assistance.Income{}
	}
	for n := len(h.Members) + 1; n <= count; n++ {
		like.ID = "+" + strconv.Itoa(n)
		h.Members = append(h.Members, like)
	}
	return h
}

// boundaries makes the boundaries at those cuts at which what is paid changes, and not only how it
// is explained.
func (w *walker) boundaries(cuts []int64, hi int64) ([]Boundary, error) {
	var list []Boundary
	for i, x := range cuts {
		before, after := w.must(x-1), w.must(x)
		b := Boundary{Quantity: w.q, Before: before.side, After: after.side, Verdicts: before.public != after.public}
		settled := before.settled && after.settled
		switch w.q.Kind {
		case MemberIncome:
			first, last := w.q.From, hi
			if i > 0 {
				first = cuts[i-1]
			}
			if i+1 < len(cuts) {
				last = cuts[i+1] - 1
			}
			b.Slopes = [2]*big.Rat{w.slope(first, x-1), w.slope(x, last)}
			b.Cliff = settled && jumps(&b, before, after)
		case People:
			b.Slopes = [2]*big.Rat{w.slope(max(x-2, 1), x-1), w.slope(x-1, x)}
		default:
			b.Cliff = settled && before.total != after.total
		}
		sameSlope := b.Slopes[0] == nil || b.Slopes[1] == nil || b.Slopes[0].Cmp(b.Slopes[1]) == 0
		if !b.Verdicts && !b.Cliff && sameSlope {
			continue
		}
		b.explain(before, after)
		list = append(list, b)
	}
	return list, w.err
}

// slope returns that of the exact total from one value to another, nil if the total is not settled
// or there is only one value.
func (w *walker) slope(a, b int64) *big.Rat {
	pa, pb := w.must(a), w.must(b)
	if a >= b || !pa.settled || !pb.settled {
		return nil
	}
	rise := new(big.Rat).Sub(pb.exact, pa.exact)
	return rise.Quo(rise, new(big.Rat).SetInt64(b-a))
}

// jumps reports whether the exact total jumps by more than the steeper slope, and by more than a
// fen.
func jumps(b *Boundary, before, after *probe) bool {
	jump := new(big.Rat).Sub(after.exact, before.exact)
	jump.Abs(jump)
	allowed := big.NewRat(1, 1)
	for _, s := range b.Slopes {
		if s == nil {
			continue
		}
		if a := new(big.Rat).Abs(s); a.Cmp(allowed) > 0 {
			allowed = a
		}
	}
	return jump.Cmp(allowed) > 0
}

// explain fills in what causes the boundary.
func (b *Boundary) explain(before, after *probe) {
	was := before.side.Decision.Steps
	for _, s := range after.side.Decision.Steps {
		if s.Result == benefit.ResultComputed {
			continue
		}
		i := slices.IndexFunc(was, func(o benefit.Step) bool {
			return o.Code == s.Code && o.Member == s.Member && o.Residence == s.Residence && isSameWay(&o, &s) &&
				o.Part == s.Part
		})
		if i >= 0 && was[i].Result != s.Result {
			b.Causes = append(b.Causes, s)
		}
	}
	b.Changes = verify.Changes(before.side.Decision, after.side.Decision)
	if b.Quantity.Kind == MemberIncome && b.Cliff && after.exact.Cmp(before.exact) > 0 {
		b.Reversal = reversal(&before.side.Decision, &after.side.Decision)
	}
}
