package whatif

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// QuantityKind is what of a household moves.
type QuantityKind uint8

const (
	MemberIncome QuantityKind = iota + 1 // 一名成员的收入: in fen
	People                               // 人数: the first members, and then more like one of them
	Age                                  // 一名成员的年龄: by his day of birth, in days
	DayOf                                // 日期: the day that is decided for
)

// Quantity is what of a household moves while everything else stays. Its values are whole numbers: fen, people, or days.
type Quantity struct {
	Kind   QuantityKind
	Member string               // MemberIncome, Age: whose. People: who is there again and again; empty: someone like the last, without income
	Income standards.IncomeKind // MemberIncome: the one kind of income that he has, in place of what he states; zero: OtherIncome
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

// Boundary is a point between two neighbouring values of a quantity, at which a verdict, a bound or the slope of the total changes.
type Boundary struct {
	Quantity      Quantity
	Before, After Side
	Verdicts      bool            // a verdict, the category or how a sum is known changes; otherwise the slope alone does
	Slopes        [2]*big.Rat     // of the exact total before and after, in fen a month for each fen, person or day; nil where the total is not settled
	Cliff         bool            // the total jumps: by more than the slope, and by more than a payment is rounded by
	Reversal      Reversal        // why the total rises with rising income, where it does
	Causes        []benefit.Step  // steps of the decision after that come out otherwise than before
	Changes       []verify.Change // what becomes of the benefits
}

// Reversal is a known reason for a total to rise with rising income. It is in the rules.
type Reversal uint8

const (
	NoReversal          Reversal = iota // the total does not rise
	SinglePersonOpens                   // 参照单人户: passing the line opens single-person cover, and with it the living subsidy
	TekunEnds                           // 特困: a member's own income reaching the line ends his tekun support, and he counts for dibao again
	UnexplainedReversal                 // none that is known: the tables are broken
)

// Text says in language l what the reversal is.
func (r Reversal) Text(l standards.Lang) string {
	switch r {
	case SinglePersonOpens:
		return l.In("收入越过低保标准后，可参照单人户纳入低保，并随之享受生活补贴", "passing the line opens single-person cover, and with it the living subsidy")
	case TekunEnds:
		return l.In("本人收入达到低保标准，不再认定为特困人员，改按低保家庭成员计算", "own income reaching the line ends tekun support, and the member counts for dibao again")
	case UnexplainedReversal:
		return l.In("收入增加而合计上升，原因不在已知之列", "the total rises with rising income for no known reason")
	}
	return ""
}

// Boundaries finds every point at which a verdict, a bound or the slope of the total of h's decision changes as q moves, in order.
//
// People, Age and DayOf are decided at every value. Of an income there are too many: between two values that come out alike, the steps of
// the decisions show at which sum each comparison would turn, since every income compared is a linear function of q; those sums, a fen
// beside them, and every multiple of a line are decided too, and where two decisions differ the point between them is found by
// bisection. Each boundary is decided on both sides, one fen, person or day apart.
//
// It reports wire.Errors if h cannot be used.
func Boundaries(tables *standards.Tables, day standards.Date, h assistance.Household, q Quantity) ([]Boundary, error) {
	w := walker{tables: tables, day: day, h: h, q: q, seen: map[int64]*probe{}, sets: map[standards.Date]*standards.Set{}}
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

// probe is a decision at one value.
type probe struct {
	side    Side
	key     string  // of everything that it turned on, sums left out
	public  string  // of verdicts and bounds
	sums    []int64 // yearly amounts of the steps, in order
	exact   *big.Rat
	settled bool // nothing of the total is open
	total   int64
}

type walker struct {
	tables *standards.Tables
	day    standards.Date
	h      assistance.Household
	q      Quantity
	seen   map[int64]*probe
	sets   map[standards.Date]*standards.Set
	err    error // the first that a probe reported
}

// QuantityError says that a quantity does not fit a household.
type QuantityError struct{ Member string }

func (e *QuantityError) Error() string { return e.Text(standards.English) }

// Text says it in language l.
func (e *QuantityError) Text(l standards.Lang) string {
	return fmt.Sprintf(l.In("没有成员 %q，或者变量的范围无效", "there is no member %q, or the quantity has no values"), e.Member)
}

func (w *walker) member() int {
	return slices.IndexFunc(w.h.Members, func(m assistance.Member) bool { return m.ID == w.q.Member })
}

// oldest is how many years back a day of birth is moved at most.
const oldest = 110

// limits are the first and the last value.
func (w *walker) limits() (lo, hi int64, err error) {
	if w.member() < 0 && (w.q.Kind != People || w.q.Member != "") && w.q.Kind != DayOf || w.q.Kind == 0 || w.q.Kind > DayOf || len(w.h.Members) == 0 {
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
			hi = 10
		}
		hi = min(hi, assistance.MaxMembers)
	case Age:
		if lo == 0 {
			lo = -daysOf(w.day) + daysOf(standards.Day(w.day.Year-oldest, w.day.Month, 1))
		}
		hi = 0
	case DayOf:
		first, last := standards.Span()
		for _, m := range w.h.Members {
			if first.Before(m.Born) {
				first = m.Born
			}
		}
		if lo == 0 {
			lo = daysOf(first) - daysOf(w.day)
		}
		if hi == 0 {
			hi = daysOf(last) - daysOf(w.day)
		}
	}
	if hi < lo {
		return 0, 0, &QuantityError{w.q.Member}
	}
	return lo, hi, nil
}

// farIncome is an income past which nothing changes: above every multiple of every line.
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

// daysOf counts the days of a civil calendar up to d.
func daysOf(d standards.Date) int64 {
	y, m := int64(d.Year), int64(d.Month)
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/4/100 + (153*(m-3)+2)/5 + int64(d.Day)
}

// dayAt is the day n days after d.
func dayAt(d standards.Date, n int64) standards.Date {
	to := daysOf(d) + n
	year := standards.Day(d.Year+int(n/366), d.Month, 1)
	for ; n < 0 && daysOf(year) > to; year.Year-- {
	}
	for daysOf(year.NextMonth()) <= to {
		year = year.NextMonth()
	}
	for daysOf(year) > to {
		year = year.Previous().FirstOfMonth()
	}
	year.Day += int(to - daysOf(year))
	return year
}

func (w *walker) set(d standards.Date) (*standards.Set, error) {
	if s := w.sets[d]; s != nil {
		return s, nil
	}
	s, err := w.tables.At(d)
	if err == nil {
		w.sets[d] = s
	}
	return s, err
}

// household is h with the quantity at x, and the day to decide it for.
func (w *walker) household(x int64) (assistance.Household, standards.Date) {
	h, day := w.h, w.day
	h.Members = slices.Clone(h.Members)
	switch i := w.member(); w.q.Kind {
	case MemberIncome:
		h.Members[i].Income = []assistance.Income{{Kind: w.q.Income, Amount: standards.Fen(x, w.q.Per)}}
	case People:
		if n := int(x); n <= len(h.Members) {
			h.Members = h.Members[:n]
			break
		}
		like := h.Members[len(h.Members)-1]
		if i >= 0 {
			like = h.Members[i]
		} else {
			like.Income = []assistance.Income{}
		}
		for n := len(h.Members) + 1; n <= int(x); n++ {
			next := like
			next.ID = "+" + strconv.Itoa(n)
			h.Members = append(h.Members, next)
		}
	case Age:
		h.Members[i].Born = dayAt(day, x)
	case DayOf:
		day = dayAt(day, x)
	}
	return h, day
}

// at decides at x.
func (w *walker) at(x int64) (*probe, error) {
	if p := w.seen[x]; p != nil {
		return p, nil
	}
	h, day := w.household(x)
	set, err := w.set(day)
	if err != nil {
		return nil, err
	}
	d, err := assistance.Explain(set, h)
	if err != nil {
		return nil, err
	}
	p := newProbe(x, h, d)
	w.seen[x] = p
	return p, nil
}

// must is at, where an error is kept for later.
func (w *walker) must(x int64) *probe {
	p, err := w.at(x)
	if err != nil {
		w.err = err
		return &probe{side: Side{At: x}, exact: new(big.Rat)}
	}
	return p
}

func newProbe(x int64, h assistance.Household, d assistance.Decision) *probe {
	p := &probe{side: Side{x, h, d}, settled: Settled(&d), total: d.Total.Amount.Fen()}
	var key strings.Builder
	for _, s := range d.Steps {
		fmt.Fprint(&key, s.Code, s.Part, s.Member, s.Residence, s.Under, s.Result, s.Op, s.Left.Word, s.Right.Word, s.Choice, "(")
		for _, q := range [...]benefit.Quantity{s.Left, s.Right, s.Value} {
			p.sum(&key, q.Amount)
		}
		for _, t := range s.Terms {
			fmt.Fprint(&key, t.What, t.Member, t.Times)
			p.sum(&key, t.Amount)
		}
		key.WriteByte('\n')
	}
	p.public = publicOf(&d)
	p.exact = exactTotal(&d, &key)
	key.WriteString(p.public)
	p.key = key.String()
	return p
}

// sum notes a yearly amount. One a month is rounded, and its changes are not those of what it is computed from.
func (p *probe) sum(key *strings.Builder, a standards.Amount) {
	if !a.Stated() {
		return
	}
	fmt.Fprint(key, "#")
	if a.Per() == standards.PerYear {
		p.sums = append(p.sums, a.Fen())
	}
}

// Settled reports whether nothing of d's total is open.
func Settled(d *assistance.Decision) bool {
	for of, p := range d.Parts() {
		missing := p.Verdict == benefit.Eligible && !p.Payment.Stated() && of.Part != benefit.LowIncome
		if p.Verdict == benefit.Undetermined || missing {
			return false
		}
	}
	return true
}

// publicOf is what of a decision is no sum: the category, the verdicts, which payments stand there, and how they are known.
func publicOf(d *assistance.Decision) string {
	var b strings.Builder
	fmt.Fprint(&b, d.Category, d.Total.Bound)
	for of, p := range d.Parts() {
		fmt.Fprint(&b, ";", of.Part, of.Member, p.Verdict, p.Payment.Bound, p.IfMet.Bound)
	}
	return b.String()
}

// exactTotal is the sum of the payments of d before rounding, in fen a month, from the terms of the steps that compute them. Where the
// kind of hukou is not stated, it is the lower one, and key tells which.
func exactTotal(d *assistance.Decision, key *strings.Builder) *big.Rat {
	var under [3]*big.Rat
	for i := range under {
		under[i] = new(big.Rat)
	}
	stated := map[string]bool{}
	for of, p := range d.Parts() {
		if p.Verdict == benefit.Eligible && p.Payment.Stated() {
			stated[of.Part.String()+" "+of.Member] = true
		}
	}
	inSteps := map[string]bool{}
	for _, s := range d.Steps {
		part := s.Part.String() + " " + s.Member
		if s.Part == benefit.Dibao {
			part = s.Part.String() + " "
		}
		if !stated[part] || s.Result != benefit.ResultComputed || !strings.HasSuffix(string(s.Code), "-payment") {
			continue
		}
		inSteps[part] = true
		sum := new(big.Rat)
		for _, t := range s.Terms {
			one := new(big.Rat).SetFrac64(t.Amount.Annual(), standards.MonthsPerYear)
			if t.Times.Stated() {
				one.Mul(one, new(big.Rat).SetFrac64(t.Times.Num, t.Times.Den))
			}
			sum.Add(sum, one)
		}
		if len(s.Terms) == 0 {
			sum.SetFrac64(s.Value.Amount.Annual(), standards.MonthsPerYear)
		}
		under[s.Under].Add(under[s.Under], sum)
	}
	constant := new(big.Rat)
	for of, p := range d.Parts() {
		if part := of.Part.String() + " " + of.Member; stated[part] && !inSteps[part] {
			constant.Add(constant, new(big.Rat).SetInt64(p.Payment.Amount.Fen()))
		}
	}
	lower := under[standards.Urban]
	if c := under[standards.Rural].Cmp(lower); c != 0 {
		if c < 0 {
			lower = under[standards.Rural]
		}
		fmt.Fprint(key, "lower", c)
	}
	return constant.Add(constant, under[0]).Add(constant, lower)
}

// incomeCuts finds every value at which something changes from the value before it.
func (w *walker) incomeCuts(lo, hi int64) []int64 {
	points := []int64{lo, hi}
	for _, c := range w.lineSums() {
		for d := int64(-1); d <= 1; d++ {
			if c+d > lo && c+d < hi {
				points = append(points, c+d)
			}
		}
	}
	slices.Sort(points)
	points = slices.Compact(points)
	var cuts []int64
	for i := 1; i < len(points); i++ {
		cuts = w.cut(points[i-1], points[i], cuts)
	}
	cuts = w.bends(cuts)
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

// bends appends every value before which a yearly sum bends, while everything comes out alike. cut has decided right and left of each.
func (w *walker) bends(cuts []int64) []int64 {
	for x, p := range w.seen {
		before, after := w.seen[x-1], w.seen[x+1]
		if before == nil || after == nil || before.key != p.key || after.key != p.key {
			continue
		}
		for i := range p.sums {
			if p.sums[i]-before.sums[i] != after.sums[i]-p.sums[i] {
				cuts = append(cuts, x+1)
				break
			}
		}
	}
	return cuts
}

// lineSums are the values at which the household's income, or the member's own, is a multiple of a line.
func (w *walker) lineSums() []int64 {
	set := w.sets[w.day]
	other := int64(0)
	add := func(list []assistance.Income) {
		for _, in := range list {
			other += in.Annual()
		}
	}
	add(w.h.Income)
	for i, m := range w.h.Members {
		if i != w.member() {
			add(m.Income)
		}
	}
	multiples := []standards.Fraction{standards.Whole(1)}
	var lines []int64
	for _, row := range set.Rows() {
		switch row.Key {
		case standards.Key(standards.LowIncomeMultiple):
			multiples = append(multiples, row.Number)
		case standards.Key(standards.DibaoLine):
			if w.h.Division.In(row.Place) {
				lines = append(lines, row.Amount.Annual())
			}
		}
	}
	var sums []int64
	for _, line := range lines {
		for n := range int64(len(w.h.Members)) {
			for _, m := range multiples {
				for _, off := range [...]int64{0, other, other - w.h.JobCosts.Annual()} {
					sum := line*(n+1)*m.Num/m.Den - off
					if w.q.Per == standards.PerMonth {
						sum /= standards.MonthsPerYear
					}
					sums = append(sums, sum)
				}
			}
		}
	}
	return sums
}

// cut appends to cuts every value in (a, b] at which something changes.
func (w *walker) cut(a, b int64, cuts []int64) []int64 {
	if a >= b || w.err != nil {
		return cuts
	}
	pa, pb := w.must(a), w.must(b)
	if b == a+1 {
		if pa.key != pb.key {
			return append(cuts, b)
		}
		return cuts
	}
	if points := w.split(pa, pb); len(points) > 0 {
		for _, c := range points {
			cuts = w.cut(a, c, cuts)
			a = c
		}
		return w.cut(a, b, cuts)
	}
	if pa.key != pb.key || !w.straight(pa, pb) {
		mid := a + (b-a)/2
		return w.cut(mid, b, w.cut(a, mid, cuts))
	}
	return cuts
}

// straight reports whether every yearly sum is a linear function from one probe to the other; where it is not at the very ends, there is a
// cut between.
func (w *walker) straight(pa, pb *probe) bool {
	a, b := pa.side.At, pb.side.At
	next, last := w.must(a+1), w.must(b-1)
	if next.key != pa.key || last.key != pb.key {
		return false
	}
	for i := range pa.sums {
		d := next.sums[i] - pa.sums[i]
		if pb.sums[i]-last.sums[i] != d || pb.sums[i]-pa.sums[i] != d*(b-a) {
			return b-a <= 2 // bends finds it
		}
	}
	return true
}

// split returns the values strictly between two probes at which a comparison of one of them would turn, and those beside.
func (w *walker) split(pa, pb *probe) []int64 {
	a, b := pa.side.At, pb.side.At
	var points []int64
	try := func(at *probe, beside int64) {
		other := w.must(beside)
		if other.key != at.key {
			if beside > a && beside < b {
				points = append(points, beside)
			}
			return
		}
		for i, s := range at.side.Decision.Steps {
			o := other.side.Decision.Steps[i]
			right := turning(&s)
			slope := (o.Left.Amount.Annual() - s.Left.Amount.Annual()) * (beside - at.side.At)
			if !s.Left.Amount.Stated() || right < 0 || slope == 0 {
				continue
			}
			c := at.side.At + (right-s.Left.Amount.Annual())/slope
			for d := int64(-1); d <= 1; d++ {
				if c+d > a && c+d < b {
					points = append(points, c+d)
				}
			}
		}
	}
	try(pa, a+1)
	try(pb, b-1)
	slices.Sort(points)
	return slices.Compact(points)
}

// turning is the yearly sum that a step compares its left side with, negative if it compares none.
func turning(s *benefit.Step) int64 {
	if s.Right.Amount.Stated() {
		return s.Right.Amount.Annual()
	}
	if !s.Right.Number.Stated() || len(s.Terms) == 0 {
		return -1
	}
	sum := new(big.Rat)
	for _, t := range s.Terms {
		one := new(big.Rat).SetInt64(t.Amount.Annual())
		if t.Times.Stated() {
			one.Mul(one, new(big.Rat).SetFrac64(t.Times.Num, t.Times.Den))
		}
		sum.Add(sum, one)
	}
	return new(big.Int).Quo(sum.Num(), sum.Denom()).Int64()
}

// boundaries makes the boundaries at those cuts at which what is paid changes, and not only how it is explained.
func (w *walker) boundaries(cuts []int64, hi int64) ([]Boundary, error) {
	var list []Boundary
	for i, x := range cuts {
		before, after := w.must(x-1), w.must(x)
		b := Boundary{Quantity: w.q, Before: before.side, After: after.side, Verdicts: before.public != after.public}
		if w.q.Kind == MemberIncome {
			first, last := w.q.From, hi
			if i > 0 {
				first = cuts[i-1]
			}
			if i+1 < len(cuts) {
				last = cuts[i+1] - 1
			}
			b.Slopes = [2]*big.Rat{w.slope(first, x-1), w.slope(x, last)}
			b.Cliff = before.settled && after.settled && jumps(&b, before, after)
		} else {
			b.Cliff = before.settled && after.settled && before.total != after.total
			if w.q.Kind == People {
				b.Cliff = false
				b.Slopes = [2]*big.Rat{w.slope(max(x-2, 1), x-1), w.slope(x-1, x)}
			}
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

// slope is that of the exact total from one value to another, nil where it is not settled or there is only one value.
func (w *walker) slope(a, b int64) *big.Rat {
	pa, pb := w.must(a), w.must(b)
	if a >= b || !pa.settled || !pb.settled {
		return nil
	}
	rise := new(big.Rat).Sub(pb.exact, pa.exact)
	return rise.Quo(rise, new(big.Rat).SetInt64(b-a))
}

// jumps reports whether the exact total jumps by more than the steeper slope and a fen allow.
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
	for _, s := range after.side.Decision.Steps {
		if s.Result == benefit.ResultComputed {
			continue
		}
		if i := slices.IndexFunc(before.side.Decision.Steps, func(o benefit.Step) bool {
			return o.Code == s.Code && o.Member == s.Member && o.Residence == s.Residence && o.Under == s.Under && o.Part == s.Part
		}); i >= 0 && before.side.Decision.Steps[i].Result != s.Result {
			b.Causes = append(b.Causes, s)
		}
	}
	b.Changes = verify.Changes(before.side.Decision, after.side.Decision)
	if b.Quantity.Kind == MemberIncome && b.Cliff && after.exact.Cmp(before.exact) > 0 {
		b.Reversal = ReversalOf(before.side.Decision, after.side.Decision)
	}
}

// ReversalOf names why the total of the household with more income is the higher one.
func ReversalOf(before, after assistance.Decision) Reversal {
	for i := range before.Members {
		if i < len(after.Members) && before.Members[i].Tekun.Verdict == benefit.Eligible && after.Members[i].Tekun.Verdict != benefit.Eligible {
			return TekunEnds
		}
	}
	for i := range after.Members {
		if i < len(before.Members) && after.Members[i].SinglePerson.Verdict == benefit.Eligible && before.Members[i].SinglePerson.Verdict != benefit.Eligible {
			return SinglePersonOpens
		}
	}
	return UnexplainedReversal
}

// Text says in language l where the boundary is, what is paid on both sides, and why.
func (b *Boundary) Text(l standards.Lang) string {
	var t strings.Builder
	fmt.Fprintf(&t, "%s → %s", b.Quantity.Value(&b.Before, l), b.Quantity.Value(&b.After, l))
	fmt.Fprintf(&t, l.In("：合计%s → %s", ": total %s → %s"), b.Before.Decision.Total.Text(l), b.After.Decision.Total.Text(l))
	if b.Cliff {
		t.WriteString(l.In("（断崖）", " (cliff)"))
	}
	if b.Reversal != NoReversal {
		t.WriteString(l.In("\n  原因：", "\n  because ") + b.Reversal.Text(l))
	}
	for _, c := range b.Changes {
		t.WriteString("\n  " + strings.ReplaceAll(strings.TrimSpace(c.Text(l)), "\n", "\n  "))
	}
	if len(b.Changes) > 0 {
		return t.String() // with the reasons
	}
	for _, s := range b.Causes {
		t.WriteString("\n  " + s.Text(l))
	}
	return t.String()
}

// Value says in language l what q is on one side of a boundary, such as "1799.99 yuan a month" or "2020-06-03".
func (q Quantity) Value(s *Side, l standards.Lang) string {
	switch q.Kind {
	case MemberIncome:
		return standards.Fen(s.At, q.Per).Text(l)
	case People:
		return fmt.Sprintf(l.In("%d人", "%d people"), s.At)
	case Age:
		for _, m := range s.Household.Members {
			if m.ID == q.Member {
				return fmt.Sprintf(l.In("%s出生（%d周岁）", "born %s (%d years old)"), m.Born, m.Born.AgeOn(s.Decision.On))
			}
		}
	case DayOf:
		return s.Decision.On.String()
	}
	return ""
}
