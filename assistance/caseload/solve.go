package caseload

import (
	"errors"
	"math"
	"math/bits"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// MaxAmounts is how many amounts [Population.Solve] tries at most.
const MaxAmounts = 1 << 20

// Search asks which amount of a line or a rate spends a budget.
type Search struct {
	Figure         standards.Standard // the figure: its key, place, kind of hukou, class and bound; its amount and its days are not used
	From, To, Step standards.Amount   // the amounts that are tried, of one period; Step zero: every fen
	Budget         int64              // fen a month
	Of             benefit.Names      // the benefits that are paid out of it; zero: all
}

// Solution says what amounts spend a budget. A total need not rise with a line: a household that dibao begins to reach may lose its
// single-person cover. So there may be several such amounts, or none.
type Solution struct {
	Exact       []AmountRange // the amounts that spend it to the fen, ascending; none: no amount that was tried does
	Under, Over Spent         // of those that spend less, and more, the one nearest to it, the lowest of those alike; zero: none does
	Falls       int           // how many of the amounts spend less than the one before
}

// AmountRange are amounts next to each other, both ends included.
type AmountRange struct{ From, To standards.Amount }

// Spent is an amount and what is due under it: fen a month, as far as it is known to be due.
type Spent struct {
	Amount standards.Amount
	Fen    int64
}

// SearchError says which field of a Search cannot be used, and why.
type SearchError struct {
	Field, Value string
	reason       [2]string // in both languages
}

func (e *SearchError) Error() string { return "caseload: " + e.Text(standards.English) }

// Text says it in language l.
func (e *SearchError) Text(l standards.Lang) string {
	return e.Field + " " + strconv.Quote(e.Value) + l.In("：", ": ") + l.In(e.reason[0], e.reason[1])
}

var (
	noSum     = [2]string{"不是可用的金额，或与 From 的周期不同", "is no usable amount, or not for the period of From"}
	noFigure  = [2]string{"既不是标准线也不是发放标准", "is neither a line nor a rate"}
	belowFrom = [2]string{"低于 From", "is below From"}
	tooMany   = [2]string{"待试的金额过多", "leaves too many amounts to be tried"}
)

// check reports a *SearchError for the first field that cannot be used.
func (q *Search) check() error {
	kind, per := q.Figure.Key.Kind(), q.From.Per()
	usable := func(a standards.Amount) bool { return a.Check() == nil && a.Per() == per }
	switch {
	case kind != standards.LineKind && kind != standards.RateKind:
		return &SearchError{"Figure", q.Figure.Key.String(), noFigure}
	case !usable(q.From):
		return &SearchError{"From", q.From.String(), noSum}
	case !usable(q.To):
		return &SearchError{"To", q.To.String(), noSum}
	case !usable(q.Step) || q.Step.Fen() == 0:
		return &SearchError{"Step", q.Step.String(), noSum}
	case q.To.Fen() < q.From.Fen():
		return &SearchError{"To", q.To.String(), belowFrom}
	case (q.To.Fen()-q.From.Fen())/q.Step.Fen() >= MaxAmounts:
		return &SearchError{"Step", q.Step.String(), tooMany}
	}
	return nil
}

// Solve finds the amounts of a figure that spend a budget, in the population as it was packed, all else being as in the standards that it
// was packed with. Where a tables file states the figure already, its amount is replaced there; otherwise it is laid over as a draft. Every
// amount from From to To is accounted for, exactly, though most are not tried one by one: as a line rises each comparison of the law turns
// once, and between two turns what is paid rises evenly.
//
// It reports a *SearchError; an *OverflowError where the sums may be too large to be told; a *RepackError where the figure is one that
// households are packed by; and the standards.RowErrors of an amount that cannot be laid.
func (p *Population) Solve(q Search, workers int) (Solution, error) {
	s, err := newSearch(p, q)
	if err != nil {
		return Solution{}, err
	}
	totals, err := s.totals(workers)
	if err != nil {
		return Solution{}, err
	}
	return s.solution(totals), nil
}

// totals returns what is spent under each amount.
func (s *search) totals(workers int) ([]int64, error) {
	totals := make([]int64, s.amounts)
	for r := range min(s.period, s.amounts) {
		class, err := s.class(r, workers)
		if err != nil {
			return nil, err
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
	p       *Population
	amounts int // how many are tried
	period  int // of amounts this far apart every payment differs by whole fen, and evenly: each such class is searched by itself
	first   *standards.Set
	moves   map[family]bool // whose line the figure is

	mu       sync.Mutex
	contents map[content]side
}

// content is a side of the course of a family, by the starts of courseAt that an income has reached.
type content struct {
	family
	reached uint8
}

func newSearch(p *Population, q Search) (*search, error) {
	if q.Step == (standards.Amount{}) {
		q.Step = standards.Fen(1, q.From.Per())
	}
	if q.Of == 0 {
		q.Of = math.MaxUint8
	}
	if err := q.check(); err != nil {
		return nil, err
	}
	s := &search{Search: q, p: p, amounts: int((q.To.Fen()-q.From.Fen())/q.Step.Fen()) + 1, contents: map[content]side{}, moves: map[family]bool{}}
	first, err := s.set(0)
	if err != nil {
		return nil, err
	}
	s.first = first
	last, err := s.set(s.amounts - 1)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(p.fits(first), p.fits(last)); err != nil {
		return nil, err
	}
	if s.tooBig(last) {
		return nil, &OverflowError{}
	}
	before, after := law.Of(first), law.Of(last)
	for i := range p.shapes {
		f := p.shapes[i].family
		s.moves[f] = after.Terms(f.division(), f.kind).Line != before.Terms(f.division(), f.kind).Line
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
	row := s.Figure
	row.Amount, row.Number, row.From, row.Until = s.amount(i), standards.Fraction{}, s.p.set.Day(), standards.Date{}
	overlays, laid := s.p.set.Tables().Overlays(), false
	for _, o := range overlays {
		for j := range o.Rows {
			r := &o.Rows[j]
			if r.Key == row.Key && r.Place == row.Place && r.Residence == row.Residence && r.Of == row.Of && r.InForce(s.p.set.Day()) {
				r.Amount, r.Number, laid = row.Amount, row.Number, true
			}
		}
	}
	if !laid {
		overlays = append(overlays, standards.Overlay{ID: "searched-figure", Kind: standards.Draft, Title: "the figure that is searched", Rows: []standards.Standard{row}})
	}
	tables, err := standards.Published().With(overlays...)
	if err != nil {
		return nil, err
	}
	choices := s.p.set.Tables().Choices()
	return tables.Choose(choices[:]...).At(s.p.set.Day())
}

// periodOf returns how many steps apart amounts are that every payment differs between by whole fen, or whole yuan where it is rounded to
// them.
func (s *search) periodOf() int {
	fen := int64(1)
	if s.From.Per() == standards.PerYear {
		fen = standards.MonthsPerYear
	}
	if s.first.Choice(standards.SinglePersonReading) == standards.HalfLine {
		fen *= 2
	}
	if s.first.Choice(standards.RoundingReading) == standards.UpToYuan {
		fen *= fenPerYuan
	}
	for _, row := range s.first.Rows() {
		if row.Key == standards.Key(standards.DibaoTopUp) && row.Number.Stated() {
			fen = fen / common(fen, row.Number.Den) * row.Number.Den
		}
	}
	return int(fen / common(fen, s.Step.Fen()))
}

const fenPerYuan = 100

// common returns the greatest common divisor.
func common(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// tooBig reports whether the sums might not fit: every person paid every sum that there is in the standards of the highest amount.
func (s *search) tooBig(last *standards.Set) bool {
	people, most := int64(0), int64(0)
	for i := range s.p.others {
		people += int64(len(s.p.others[i].Members)) * weight(&s.p.others[i])
	}
	for i := range s.p.tekun {
		people += s.p.tekun[i].weight
	}
	for i, from := range append([]int{0}, s.p.ends...) {
		if i < len(s.p.ends) {
			people += int64(s.p.shapes[i].members) * total(s.p.weight[from:s.p.ends[i]])
		}
	}
	for _, row := range last.Rows() {
		most += row.Amount.Annual()
	}
	hi, lo := bits.Mul64(uint64(people), uint64(most))
	return hi != 0 || lo > math.MaxInt64/8 // with room for both ends of a curve's lines
}

// class returns the totals under the amounts at r, r + period, r + 2 period and so on.
func (s *search) class(r, workers int) ([]int64, error) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	n := (s.amounts - r + s.period - 1) / s.period
	curves, errs := make([]curve, workers), make([]error, workers)
	var wait sync.WaitGroup
	for w := range curves {
		curves[w] = newCurve(n)
		wait.Go(func() {
			from, to := func(n int) int { return n * w / workers }, func(n int) int { return n * (w + 1) / workers }
			part := classPart{search: s, curve: &curves[w], r: r, n: n, line: s.amount(r).Annual(), step: s.Step.Fen() * int64(s.period)}
			if s.From.Per() == standards.PerMonth {
				part.step *= standards.MonthsPerYear
			}
			errs[w] = errors.Join(part.usual(from(len(s.p.income)), to(len(s.p.income))),
				part.longWay(s.p.tekun[from(len(s.p.tekun)):to(len(s.p.tekun))], s.p.others[from(len(s.p.others)):to(len(s.p.others))]))
		})
	}
	wait.Wait()
	for w := range curves[1:] {
		curves[0].merge(&curves[w+1])
	}
	return curves[0].totals(), errors.Join(errs...)
}

// curve is a total as a function of the position in a class: the differences of pieces of straight lines, base + slope x position.
type curve struct{ base, slope []int64 }

func newCurve(n int) curve { return curve{make([]int64, n+1), make([]int64, n+1)} }

// add adds a straight piece over [from, end) that is first at from and rises by slope.
func (c *curve) add(from, end int, first, slope int64) {
	base := first - slope*int64(from)
	c.base[from] += base
	c.base[end] -= base
	c.slope[from] += slope
	c.slope[end] -= slope
}

func (c *curve) merge(d *curve) {
	for i := range c.base {
		c.base[i] += d.base[i]
		c.slope[i] += d.slope[i]
	}
}

func (c *curve) totals() []int64 {
	totals := make([]int64, len(c.base)-1)
	base, slope := int64(0), int64(0)
	for i := range totals {
		base += c.base[i]
		slope += c.slope[i]
		totals[i] = base + slope*int64(i)
	}
	return totals
}

// classPart is a part of the population under the amounts of one class.
type classPart struct {
	*search
	curve *curve
	r, n  int   // the first amount of the class, and how many there are
	line  int64 // the first amount and the distance of two, in fen a year
	step  int64
}

func (c *classPart) setAt(k int) (*standards.Set, error) { return c.set(c.r + k*c.period) }

// usual adds the usual households in [from, to).
func (c *classPart) usual(from, to int) error {
	if c.Figure.Key.Kind() == standards.LineKind {
		return c.byLine(from, to)
	} // what a usual household is paid by a rate rises evenly with it
	first, err := c.totalOfUsual(0, from, to)
	if err != nil {
		return err
	}
	slope := int64(0)
	if c.n > 1 {
		second, err := c.totalOfUsual(1, from, to)
		if err != nil {
			return err
		}
		slope = second - first
	}
	c.curve.add(0, c.n, first, slope)
	return nil
}

// totalOfUsual returns what usual households in [from, to) come to under amount k.
func (c *classPart) totalOfUsual(k, from, to int) (int64, error) {
	set, err := c.setAt(k)
	if err != nil {
		return 0, err
	}
	var t Totals
	c.p.schemeOf(set).sum(c.p, from, to, &t)
	return c.spent(&t), nil
}

func (c *classPart) spent(t *Totals) int64 {
	sum, all := int64(0), t.All()
	for _, n := range c.Of.List() {
		sum += all.Benefit[n].Fen
	}
	return sum
}

// byLine adds usual households in [from, to) where the figure is a line.
func (c *classPart) byLine(from, to int) error {
	scheme := c.p.schemeOf(c.first)
	var still Totals
	for i := sort.SearchInts(c.p.ends, from+1); i < len(c.p.shapes) && from < to; i++ {
		end := min(c.p.ends[i], to)
		if !c.moves[c.p.shapes[i].family] {
			scheme.sumShape(c.p, i, from, end, &still)
		} else if err := c.shapeByLine(scheme, i, from, end); err != nil {
			return err
		}
		from = end
	}
	c.curve.add(0, c.n, c.spent(&still), 0)
	return nil
}

// shapeByLine adds the households of shape i in [from, end): each turns from one side of its course to another where the line has passed its
// income.
func (c *classPart) shapeByLine(scheme *scheme, i, from, end int) error {
	sh := &c.p.shapes[i]
	one := household{part: c, scheme: scheme, shape: sh, terms: scheme.rules.Terms(sh.division(), sh.kind)}
	alone := sh.couldBeAlone()
	for j := from; j < end; j++ {
		one.income, one.weight = c.p.income[j], int64(c.p.weight[j])
		if alone > 0 {
			one.own = c.p.ownOf(j, j+1, alone)
		}
		if err := one.add(); err != nil {
			return err
		}
	}
	return nil
}

// household is a usual household while the line moves.
type household struct {
	part   *classPart
	scheme *scheme
	shape  *shape
	terms  law.Terms // but for the line
	income int64
	weight int64
	own    []int64
}

// startCount is how many starts of sides there are: see starts.
const startCount = 4

// starts returns from where on an income is past the minimum, at the line, past it and past its multiple, for a line in fen a year.
func (h *household) starts(line int64) [startCount]int64 {
	people := int64(h.shape.people)
	full := line * people
	starts := [startCount]int64{math.MaxInt64, full, full + 1, math.MaxInt64}
	if h.terms.Minimum > 0 {
		starts[0] = full - h.terms.Minimum*people + 1
	}
	if h.terms.Multiple.Stated() {
		starts[3] = notBelow(full, h.terms.Multiple)
	}
	return starts
}

// reached returns the starts that the household's income has reached, as bits.
func (h *household) reached(line int64) uint8 {
	bits := uint8(0)
	for i, start := range h.starts(line) {
		if h.income >= start {
			bits |= 1 << i
		}
	}
	return bits
}

func (h *household) line(k int) int64 { return h.part.line + int64(k)*h.part.step }

// add adds what the household is paid as the line moves.
func (h *household) add() error {
	var room [2 + startCount + mostAlone]int
	turns := append(room[:0], 0, h.part.n)
	for i := range startCount {
		turns = append(turns, sort.Search(h.part.n, func(k int) bool { return h.income < h.starts(h.line(k))[i] }))
	}
	for _, own := range h.own {
		turns = append(turns, sort.Search(h.part.n, func(k int) bool { return own < h.line(k) }))
	}
	slices.Sort(turns)
	for i, from := range turns[:len(turns)-1] {
		end := turns[i+1]
		if from == end {
			continue
		}
		first, err := h.due(from)
		if err != nil {
			return err
		}
		slope := int64(0)
		if end-from > 1 {
			second, err := h.due(from + 1)
			if err != nil {
				return err
			}
			slope = second - first
		}
		h.part.curve.add(from, end, first*h.weight, slope*h.weight)
	}
	return nil
}

// due returns what the household is paid out of the budget under amount k, in fen a month.
func (h *household) due(k int) (int64, error) {
	line := h.line(k)
	side, err := h.part.contentOf(content{h.shape.family, h.reached(line)}, k, h.income)
	if err != nil {
		return 0, err
	}
	var due [benefits]int64
	switch {
	case side.difference:
		due[benefit.Dibao] = h.scheme.rules.Monthly(line*int64(h.shape.people) - h.income)
	default:
		due[benefit.Dibao] = side.payment.Amount.Fen()
	}
	rates := &h.scheme.subsidies[h.shape.place]
	for g := range gradeCount {
		counted, excluded := int64(h.shape.counted[g]), int64(h.shape.excluded[g])
		due[benefit.Living] += counted * rates.living[g][side.dibao].Payment.Amount.Fen()
		due[benefit.Nursing] += (counted + excluded) * rates.nursing[g].Payment.Amount.Fen()
	}
	if side.lowIncome == benefit.Eligible {
		h.singlePerson(line, &due)
	}
	sum := int64(0)
	for n := benefit.Tekun; n <= benefit.Nursing; n++ {
		if h.part.Of.Has(n) {
			sum += due[n]
		}
	}
	return sum, nil
}

func (h *household) singlePerson(line int64, due *[benefits]int64) {
	for i, own := range h.own {
		fen, poor := h.scheme.rules.SinglePerson(line, own)
		if !poor {
			continue
		}
		due[benefit.SinglePerson] += fen
		if grade := h.shape.alone[i]; grade != byIllness {
			due[benefit.Living] += h.scheme.subsidies[h.shape.place].living[grade-1][benefit.Eligible].Payment.Amount.Fen()
		}
	}
}

// contentOf returns what the law comes to for a side, asked once: of a household that stands on it under amount k.
func (c *classPart) contentOf(key content, k int, income int64) (side, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s, ok := c.contents[key]; ok {
		return s, nil
	}
	set, err := c.setAt(k)
	if err != nil {
		return side{}, err
	}
	s := decided(law.Of(set), key.family, income)
	s.difference = s.dibao == benefit.Eligible && key.reached&1 == 0
	c.contents[key] = s
	return s, nil
}

// walked is a household that is decided the long way, and its decisions at both ends of a stretch of amounts.
type walked struct {
	household *assistance.Household
	weight    int64
	ends      [2]probe
}

// probe is what a decision comes to: by what steps, and what is paid out of the budget, in fen a month.
type probe struct {
	path string
	fen  int64
}

// longWay adds households that are decided the long way.
func (c *classPart) longWay(tekun []alike, others []assistance.Household) error {
	list := make([]walked, 0, len(tekun)+len(others))
	for i := range tekun {
		list = append(list, walked{household: &tekun[i].one, weight: tekun[i].weight})
	}
	for i := range others {
		list = append(list, walked{household: &others[i], weight: weight(&others[i])})
	}
	if len(list) == 0 {
		return nil
	}
	for end, k := range [2]int{0, c.n - 1} {
		probes, err := c.probe(list, k)
		if err != nil {
			return err
		}
		for i := range list {
			list[i].ends[end] = probes[i]
		}
	}
	for i := range list {
		c.curve.add(c.n-1, c.n, list[i].ends[1].fen*list[i].weight, 0)
	}
	return c.walk(list, 0, c.n-1)
}

// probe decides households under amount k.
func (c *classPart) probe(list []walked, k int) ([]probe, error) {
	set, err := c.setAt(k)
	if err != nil {
		return nil, err
	}
	probes := make([]probe, len(list))
	for i := range list {
		d, err := assistance.Explain(set, *list[i].household)
		if err != nil {
			return nil, err
		}
		probes[i] = probe{pathOf(&d), c.paid(&d)}
	}
	return probes, nil
}

// walk adds households over [from, end), whose decisions at both ends are known. Where the two are by the same steps, so are all between
// them, since each comparison turns once; what is paid is then a sum of straight lines, or the lower of two such where the kind of hukou is not
// stated, and straight if it is so in the middle.
func (c *classPart) walk(list []walked, from, end int) error {
	if end-from <= 1 {
		for i := range list {
			c.curve.add(from, end, list[i].ends[0].fen*list[i].weight, 0)
		}
		return nil
	}
	middle := from + (end-from)/2
	probes, err := c.probe(list, middle)
	if err != nil {
		return err
	}
	var left, right []walked
	for i, m := range probes {
		h := &list[i]
		slope, straight := straightLine(h.ends[0].fen, m.fen, h.ends[1].fen, from, middle, end)
		if straight && h.ends[0].path == h.ends[1].path {
			c.curve.add(from, end, h.ends[0].fen*h.weight, slope*h.weight)
			continue
		}
		left = append(left, walked{h.household, h.weight, [2]probe{h.ends[0], m}})
		right = append(right, walked{h.household, h.weight, [2]probe{m, h.ends[1]}})
	}
	if len(left) == 0 {
		return nil
	}
	return errors.Join(c.walk(left, from, middle), c.walk(right, middle, end))
}

// straightLine returns by how much values rise from one position to the next, and whether the three lie on one line of whole fen.
func straightLine(first, middle, last int64, from, between, end int) (slope int64, ok bool) {
	slope = (last - first) / int64(end-from)
	return slope, last == first+slope*int64(end-from) && middle == first+slope*int64(between-from)
}

// pathOf writes down by what steps a decision came about: what each compared and how it came out, sums left out.
func pathOf(d *assistance.Decision) string {
	var b []byte
	for i := range d.Steps {
		s := &d.Steps[i]
		b = append(b, s.Code...)
		b = append(b, 0, byte(s.Part), byte(s.Residence), byte(s.Under), byte(s.Result), byte(s.Choice))
		for _, text := range [...]string{s.Member, s.Left.Word, s.Right.Word, s.Value.Word, string(s.Document), s.Clause} {
			b = append(append(b, text...), 0)
		}
	}
	return string(b)
}

// paid returns what is paid out of the budget, in fen a month.
func (c *classPart) paid(d *assistance.Decision) int64 {
	sum := int64(0)
	add := func(n benefit.Name, p benefit.Part) {
		if c.Of.Has(n) {
			sum += p.Payment.Amount.Fen()
		}
	}
	add(benefit.Dibao, d.Dibao.Part)
	for i := range d.Members {
		m := &d.Members[i]
		add(benefit.Tekun, m.Tekun.Part)
		add(benefit.SinglePerson, m.SinglePerson)
		add(benefit.Living, m.Living)
		add(benefit.Nursing, m.Nursing)
	}
	return sum
}

// solution reads the answer off the totals.
func (s *search) solution(totals []int64) Solution {
	var answer Solution
	for i, total := range totals {
		amount := s.amount(i)
		if i > 0 && total < totals[i-1] {
			answer.Falls++
		}
		switch {
		case total == s.Budget && i > 0 && totals[i-1] == total:
			answer.Exact[len(answer.Exact)-1].To = amount
		case total == s.Budget:
			answer.Exact = append(answer.Exact, AmountRange{amount, amount})
		case total < s.Budget && (answer.Under == Spent{} || total > answer.Under.Fen):
			answer.Under = Spent{amount, total}
		case total > s.Budget && (answer.Over == Spent{} || total < answer.Over.Fen):
			answer.Over = Spent{amount, total}
		}
	}
	return answer
}
