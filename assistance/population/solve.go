package population

import (
	"cmp"
	"context"
	"errors"
	"math"
	"math/bits"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// maxAmounts is the most amounts that Population.Solve tries.
const maxAmounts = 1 << 20

// Search asks which amount of a line or a rate spends a budget.
type Search struct {
	// Figure is the line or the rate: its key, place, kind of hukou, class and bound. Its amount
	// and its days are not used.
	Figure standards.Standard

	// From, To and Step are the amounts to try, of one period, at most 1,048,576 of them. Step
	// zero: every fen.
	From, To, Step standards.Amount

	Budget int64         // fen a month
	Of     benefit.Names // the benefits that are paid out of it; zero: all that pay
}

// Solution says which amounts spend a budget. There may be several or none, as a total need not
// rise with a line: a household that dibao begins to reach may lose its single-person cover.
//
// The search goes by what is known to be due. Where a [Spent] is AtLeast, more may be due than the
// budget, also under an amount in Exact.
type Solution struct {
	// Exact lists the amounts that spend the budget to the fen, ascending. Empty: none that was
	// tried does.
	Exact []AmountRange

	// Under and Over are the amounts that spend less, and more, and come nearest to the budget; of
	// several alike, the lowest. Zero: there is none.
	Under, Over Spent

	Falls int // the number of amounts that spend less than the one before
}

// AmountRange is a range of amounts that spend the same, both ends included.
type AmountRange struct{ From, To Spent }

// SearchError says which field of a Search cannot be used, and why.
type SearchError struct {
	Field, Value string
	reason       lang.Text
}

// Error returns the English text.
func (e *SearchError) Error() string { return "population: " + e.Text(standards.English) }

// Text says it in language l.
func (e *SearchError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	return wire.Shown(e.Field) + ` "` + wire.Shown(e.Value) + `"` + l.In("：", ": ") + e.reason.In(l)
}

var (
	noSum = lang.Text{Zh: "不是可用的金额，或与 From 的周期不同",
		En: "is no usable amount, or not for the period of From"}
	noFigure = lang.Text{Zh: "既不是标准线也不是发放标准",
		En: "is neither a line nor a rate"}
	belowFrom = lang.Text{Zh: "低于 From",
		En: "is below From"}
	// Rows that were not known on a day are in no tables from which a set could be made again.
	notRebuilt = lang.Text{Zh: "打包所用的标准是截至某日所知的，不能另行改动",
		En: "cannot be varied: the households were packed with standards as known on a day"}
	tooMany = lang.Text{Zh: "待试的金额过多",
		En: "leaves too many amounts to be tried"}
)

// check reports a *SearchError for the first field that cannot be used.
func (q *Search) check() error {
	key, per := q.Figure.Key, q.From.Per()
	usable := func(a standards.Amount) bool { return a.Check() == nil && a.Per() == per }
	switch {
	case !key.IsLine() && !key.IsRate():
		return &SearchError{"Figure", q.Figure.Key.String(), noFigure}
	case !usable(q.From):
		return &SearchError{"From", q.From.String(), noSum}
	case !usable(q.To):
		return &SearchError{"To", q.To.String(), noSum}
	case !usable(q.Step) || q.Step.Fen() == 0:
		return &SearchError{"Step", q.Step.String(), noSum}
	case q.To.Fen() < q.From.Fen():
		return &SearchError{"To", q.To.String(), belowFrom}
	case (q.To.Fen()-q.From.Fen())/q.Step.Fen() >= maxAmounts:
		return &SearchError{"Step", q.Step.String(), tooMany}
	}
	return nil
}

// Solve finds the amounts of a figure that spend a budget, under the standards with which the
// population was packed. Where a tables file states the figure for the same place and kinds of
// hukou, Solve replaces its amount and bound there; otherwise it lays the figure over as a draft.
// Every amount from From to To is accounted for exactly, though most are not tried one by one: as a
// line rises, each comparison of the law turns once, and between two turns the payments rise
// evenly.
//
// Solve takes longest where amounts are for a year, are rounded to yuan or where top-ups are shares
// of the line; a step of whole yuan a month is good for most. It decides households that are not
// usual again at each turn. Where ctx is done the search stops and reports its error.
//
// Solve reports a *SearchError of a search that cannot be used, a *caseload.OverflowError where the
// sums may be too large to be told, a *RepackError where households are packed by the figure, and
// the standards.RowErrors of an amount that cannot be laid.
func (p *Population) Solve(ctx context.Context, q Search, workers int) (Solution, error) {
	s, err := newSearch(ctx, p, q)
	if err != nil {
		return Solution{}, err
	}
	totals, err := s.totals(workers)
	if err != nil {
		return Solution{}, err
	}
	answer := s.solution(totals)
	if err := s.settle(&answer, workers); err != nil {
		return Solution{}, err
	}
	return answer, nil
}

// totals returns what is spent under each amount.
func (s *search) totals(workers int) ([]int64, error) {
	totals := make([]int64, s.amounts)
	for r := range min(s.period, s.amounts) {
		class, err := s.class(r, workers)
		if err != nil {
			return nil, cmp.Or(s.stopped(), err) // each worker has that of the context
		}
		for k, total := range class {
			totals[r+k*s.period] = total
		}
	}
	return totals, nil
}

// search is a Search while it is answered.
type search struct {
	Search
	stopped func() error // reports the error of the context, once it is done; asked where much is still to be done
	p       *Population
	amounts int // the number of amounts

	// period is a number of amounts: between amounts that far apart every payment differs by whole
	// fen, and evenly. Each such class is searched by itself.
	period int

	first, last *standards.Set // with the lowest and the highest amount

	mu       sync.Mutex
	contents map[content]law.Stretch
}

func newSearch(ctx context.Context, p *Population, q Search) (*search, error) {
	if q.Step == (standards.Amount{}) {
		q.Step = standards.Fen(1, q.From.Per())
	}
	if q.Of == 0 {
		q.Of = benefit.Paying
	}
	if p == nil {
		return nil, p.fits(nil)
	}
	if ctx == nil {
		ctx = context.Background()
	}
	if err := cmp.Or(p.fits(p.set), q.check()); err != nil {
		return nil, err
	}
	s := &search{
		Search:   q,
		stopped:  ctx.Err,
		p:        p,
		amounts:  int((q.To.Fen()-q.From.Fen())/q.Step.Fen()) + 1,
		contents: map[content]law.Stretch{},
	}
	if same, err := s.rebuilt(); err != nil || same.Digest() != p.set.Digest() {
		return nil, &SearchError{"Figure", q.Figure.Key.String(), notRebuilt}
	}
	var ends [2]*standards.Set
	for i, at := range [...]int{0, s.amounts - 1} {
		set, err := s.set(at)
		if err != nil {
			return nil, err
		}
		ends[i] = set
	}
	s.first, s.last = ends[0], ends[1]
	if err := p.fits(s.first); err != nil {
		return nil, err
	}
	if s.tooBig() {
		return nil, &caseload.OverflowError{}
	}
	s.period = s.periodOf()
	return s, nil
}

// amount returns the amount tried at i.
func (s *search) amount(i int) standards.Amount {
	return standards.Fen(s.From.Fen()+int64(i)*s.Step.Fen(), s.From.Per())
}

// set returns the standards with the amount tried at i.
func (s *search) set(i int) (*standards.Set, error) {
	row, day := s.Figure, s.p.set.Day()
	row.Amount, row.Number = s.amount(i), standards.Fraction{}
	return s.on(Lay(s.p.set.Tables(), row, day))
}

// rebuilt returns the standards that the population was packed with, made again from its tables
// files.
func (s *search) rebuilt() (*standards.Set, error) {
	return s.on(relaid(s.p.set.Tables(), s.p.set.Tables().Overlays()))
}

// on returns the standards of the search's day by some tables.
func (s *search) on(tables *standards.Tables, err error) (*standards.Set, error) {
	if err != nil {
		return nil, err
	}
	return tables.At(s.p.set.Day())
}

// periodOf returns the number of steps between amounts that change every payment by whole fen, or
// by whole yuan where payments are rounded to them. A line counts in full, in half for
// single-person cover (R8), by its shares for top-ups, and by its multiple for tekun support.
func (s *search) periodOf() int {
	unit, parts := int64(1), int64(1)
	if s.From.Per() == standards.PerYear {
		unit = standards.MonthsPerYear
	}
	if s.first.Choice(standards.RoundingReading) == standards.UpToYuan {
		unit *= fenPerYuan
	}
	if s.first.Choice(standards.SinglePersonReading) == standards.HalfLine {
		parts = 2
	}
	for _, row := range s.first.Rows() {
		isOfLine := row.Key == standards.Key(standards.DibaoTopUp) || row.Key == standards.Key(standards.TekunBasicMultiple)
		if share := row.Number; isOfLine && share.Stated() {
			den := share.Den / common(share.Num, share.Den)
			parts = parts / common(parts, den) * den
		}
	}
	return int(unit * parts / common(unit*parts, s.Step.Fen()))
}

const fenPerYuan = 100

// common returns the greatest common divisor.
func common(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// tooBig reports whether the sums might not fit: every person paid every sum that there is in the
// standards of the highest amount.
func (s *search) tooBig() bool {
	people, most, from := int64(0), int64(0), 0
	for i := range s.p.compact.entries {
		e := &s.p.compact.entries[i]
		people += int64(e.members) * e.weight
	}
	for i := range s.p.shapes {
		sh := &s.p.shapes[i]
		people += int64(s.p.families[sh.family].all) * total(s.p.weight[from:sh.end])
		from = int(sh.end)
	}
	for _, row := range s.last.Rows() {
		most += row.Amount.Annual()
	}
	hi, lo := bits.Mul64(uint64(people), uint64(most))
	return hi != 0 || lo > math.MaxInt64/8 // with room for both ends of a curve's lines
}

// class returns the totals under the amounts at r, r + period, r + 2 period and so on.
func (s *search) class(r, workers int) ([]int64, error) {
	workers = s.p.workers(workers)
	n := (s.amounts - r + s.period - 1) / s.period
	curves, errs := make([]curve, workers), make([]error, workers)
	var wait sync.WaitGroup
	for w := range curves {
		curves[w] = newCurve(n)
		wait.Go(func() {
			part := classPart{search: s, curve: curves[w], r: r, n: n}
			part.line, part.step = s.amount(r).Annual(), s.Step.Fen()*int64(s.period)
			if s.From.Per() == standards.PerMonth {
				part.step *= standards.MonthsPerYear
			}
			from, to := share(len(s.p.compact.entries), w, workers)
			for i := from; i < to; i++ {
				part.walks = append(part.walks, part.walkCompact(i))
			}
			if errs[w] = part.steady(share(len(s.p.income), w, workers)); errs[w] == nil {
				errs[w] = part.walkAll()
			}
		})
	}
	wait.Wait()
	for w := range curves[1:] {
		curves[0].merge(curves[w+1])
	}
	return curves[0].totals(), errors.Join(errs...)
}

// solution reads the answer off the totals, but for how it is known.
func (s *search) solution(totals []int64) Solution {
	var answer Solution
	for i, total := range totals {
		one := Spent{Amount: s.amount(i), Fen: total}
		if i > 0 && total < totals[i-1] {
			answer.Falls++
		}
		switch {
		case total < s.Budget:
			if answer.Under == (Spent{}) || total > answer.Under.Fen {
				answer.Under = one
			}
		case total > s.Budget:
			if answer.Over == (Spent{}) || total < answer.Over.Fen {
				answer.Over = one
			}
		case i > 0 && totals[i-1] == total:
			answer.Exact[len(answer.Exact)-1].To = one
		default:
			answer.Exact = append(answer.Exact, AmountRange{one, one})
		}
	}
	return answer
}

// Spent says what is due under an amount of the benefits that are paid out of a budget, as
// [caseload.Totals] add it up.
type Spent struct {
	Amount standards.Amount
	Fen    int64 // a month, as far as it is known to be due

	// Bound is AtLeast where a payment is, where its amount is missing or where it is undetermined,
	// as in [caseload.Cell.Due].
	Bound standards.Bound

	// Open counts the households, by weight, of which one of these benefits is undetermined or its
	// amount is missing.
	Open int64
}

// settle finds the bounds of what is spent under the amounts of an answer.
func (s *search) settle(answer *Solution, workers int) error {
	list := []*Spent{&answer.Under, &answer.Over}
	for i := range answer.Exact {
		list = append(list, &answer.Exact[i].From, &answer.Exact[i].To)
	}
	for i, one := range list {
		if !one.Amount.Stated() {
			continue
		}
		if i > 0 && list[i-1].Amount == one.Amount { // a range of one amount
			*one = *list[i-1]
			continue
		}
		var err error
		if *one, err = s.spentUnder(one.Amount, workers); err != nil {
			return err
		}
	}
	return nil
}

// spentUnder decides every household once more under an amount that was tried: the search itself
// asks only what is paid.
func (s *search) spentUnder(amount standards.Amount, workers int) (Spent, error) {
	set, err := s.set(int((amount.Fen() - s.From.Fen()) / s.Step.Fen()))
	if err = cmp.Or(s.stopped(), err); err != nil {
		return Spent{}, err
	}
	spent, err := s.p.Spend(set, s.Of, workers)
	spent.Amount = amount
	return spent, err
}
