package population

import (
	"errors"
	"math"
	"slices"
	"sort"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// curve is a total as a function of the position in a class: the differences of pieces of straight
// lines, base + slope x position.
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
	}
	// What a usual household is paid by a rate rises evenly with it.
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
	var t caseload.Totals
	c.p.schemeOf(set).sum(c.p, from, to, &t)
	return c.spent(&t), nil
}

func (c *classPart) spent(t *caseload.Totals) int64 {
	sum, all := int64(0), t.All()
	for _, n := range c.Of.List() {
		sum += all.Benefit[n].Fen
	}
	return sum
}

// byLine adds usual households in [from, to) where the figure is a line.
func (c *classPart) byLine(from, to int) error {
	var still caseload.Totals
	for i := sort.SearchInts(c.p.ends, from+1); i < len(c.p.shapes) && from < to; i++ {
		end := min(c.p.ends[i], to)
		if !c.moves[c.p.shapes[i].family] {
			c.scheme.sumShape(c.p, i, from, end, &still)
		} else if err := c.shapeByLine(i, from, end); err != nil {
			return err
		}
		from = end
	}
	c.curve.add(0, c.n, c.spent(&still), 0)
	return nil
}

// shapeByLine adds the households of shape i in [from, end): each turns from one side of its course
// to another where the line has passed its income.
func (c *classPart) shapeByLine(i, from, end int) error {
	sh := &c.p.shapes[i]
	one := moving{part: c, shape: sh, terms: c.scheme.rules.Terms(sh.division(), sh.kind)}
	alone := sh.couldBeAlone()
	for j := from; j < end; j++ {
		if err := c.stopped(); err != nil {
			return err
		}
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

// benefits is the number of benefits.
const benefits = int(benefit.Nursing) + 1

// moving is a usual household whose line moves.
type moving struct {
	part   *classPart
	shape  *shape
	terms  law.Terms // but for the line
	income int64
	weight int64
	own    []int64
}

// startCount is the number of starts of sides: see moving.starts.
const startCount = 4

// starts returns from where on an income is past the minimum, at the line, past it and past its
// multiple, for a line in fen a year.
func (m *moving) starts(line int64) [startCount]int64 {
	people := int64(m.shape.people)
	full := line * people
	starts := [startCount]int64{math.MaxInt64, full, full + 1, math.MaxInt64}
	if m.terms.Minimum > 0 {
		starts[0] = full - m.terms.Minimum*people + 1
	}
	if m.terms.Multiple.Stated() {
		starts[3] = notBelow(full, m.terms.Multiple)
	}
	return starts
}

// reached returns the starts that the household's income has reached, as bits.
func (m *moving) reached(line int64) uint8 {
	bits := uint8(0)
	for i, start := range m.starts(line) {
		if m.income >= start {
			bits |= 1 << i
		}
	}
	return bits
}

// line returns the line under amount k, in fen a year.
func (m *moving) line(k int) int64 { return m.part.line + int64(k)*m.part.step }

// add adds what the household is paid as the line moves.
func (m *moving) add() error {
	var room [2 + startCount + mostAlone]int
	turns := append(room[:0], 0, m.part.n)
	for i := range startCount {
		turns = append(turns, sort.Search(m.part.n, func(k int) bool { return m.income < m.starts(m.line(k))[i] }))
	}
	for _, own := range m.own {
		turns = append(turns, sort.Search(m.part.n, func(k int) bool { return own < m.line(k) }))
	}
	slices.Sort(turns)
	for i, from := range turns[:len(turns)-1] {
		end := turns[i+1]
		if from == end {
			continue
		}
		first, err := m.due(from)
		if err != nil {
			return err
		}
		slope := int64(0)
		if end-from > 1 {
			second, err := m.due(from + 1)
			if err != nil {
				return err
			}
			slope = second - first
		}
		m.part.curve.add(from, end, first*m.weight, slope*m.weight)
	}
	return nil
}

// due returns what the household is paid out of the budget under amount k, in fen a month.
func (m *moving) due(k int) (int64, error) {
	line := m.line(k)
	side, err := m.part.contentOf(content{m.shape.family, m.reached(line)}, k, m.income)
	if err != nil {
		return 0, err
	}
	var due [benefits]int64
	switch {
	case side.difference:
		due[benefit.Dibao] = m.part.scheme.rules.Monthly(line*int64(m.shape.people) - m.income)
	default:
		due[benefit.Dibao] = side.payment.Amount.Fen()
	}
	rates := &m.part.scheme.subsidies[m.shape.place]
	for g := range gradeCount {
		counted, excluded := int64(m.shape.counted[g]), int64(m.shape.excluded[g])
		due[benefit.Living] += counted * rates.living[g][side.dibao].Payment.Amount.Fen()
		due[benefit.Nursing] += (counted + excluded) * rates.nursing[g].Payment.Amount.Fen()
	}
	if side.lowIncome == benefit.Eligible {
		m.singlePerson(line, &due)
	}
	sum := int64(0)
	for n := benefit.Tekun; n <= benefit.Nursing; n++ {
		if m.part.Of.Has(n) {
			sum += due[n]
		}
	}
	return sum, nil
}

// singlePerson adds single-person cover under a line, and the living subsidy that comes with it.
func (m *moving) singlePerson(line int64, due *[benefits]int64) {
	for i, own := range m.own {
		fen, poor := m.part.scheme.rules.SinglePerson(line, own)
		if !poor {
			continue
		}
		due[benefit.SinglePerson] += fen
		if grade := m.shape.alone[i]; grade != byIllness {
			living := &m.part.scheme.subsidies[m.shape.place].living[grade-1][benefit.Eligible]
			due[benefit.Living] += living.Payment.Amount.Fen()
		}
	}
}

// contentOf returns what the law comes to for a side. It asks once, of a household that stands on
// the side under amount k.
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

// walked is a household that is decided the long way, and its decisions at both ends of a stretch
// of amounts.
type walked struct {
	household *assistance.Household
	weight    int64
	ends      [2]probe
}

// probe says what a decision comes to: its steps, and what is paid out of the budget in fen a
// month.
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
		list = append(list, walked{household: &others[i], weight: caseload.Weight(&others[i])})
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
		if err := c.stopped(); err != nil {
			return nil, err
		}
		d, err := assistance.Explain(set, *list[i].household)
		if err != nil {
			return nil, err
		}
		probes[i] = probe{pathOf(&d), c.paid(&d)}
	}
	return probes, nil
}

// walk adds households over [from, end), whose decisions at both ends are known. Where the two are
// by the same steps, so are all between them, since each comparison turns once; what is paid is
// then a sum of straight lines, or the lower of two such where the kind of hukou is not stated, and
// straight if it is so in the middle.
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

// straightLine returns by how much values rise from one position to the next, and whether the three
// lie on one line of whole fen.
func straightLine(first, middle, last int64, from, between, end int) (slope int64, ok bool) {
	slope = (last - first) / int64(end-from)
	return slope, last == first+slope*int64(end-from) && middle == first+slope*int64(between-from)
}

// pathOf writes down the steps of a decision: what each compared and how it came out, without the
// sums.
func pathOf(d *assistance.Decision) string {
	var b []byte
	for i := range d.Steps {
		s := &d.Steps[i]
		b = append(b, s.Code...)
		b = append(b, 0, byte(s.Part), byte(s.Residence), byte(s.Under), byte(s.Result), byte(s.Choice))
		texts := [...]string{s.Member, s.Left.Word, s.Right.Word, s.Value.Word, string(s.Document), s.Clause}
		for _, text := range texts {
			b = append(append(b, text...), 0)
		}
	}
	return string(b)
}

// paid returns what is paid out of the budget, in fen a month.
func (c *classPart) paid(d *assistance.Decision) int64 {
	sum := int64(0)
	for of, p := range d.Parts() {
		if c.Of.Has(of.Part) {
			sum += p.Payment.Amount.Fen()
		}
	}
	return sum
}
