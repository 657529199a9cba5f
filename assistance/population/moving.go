package population

import (
	"slices"
	"sort"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// curve is a total as a function of the position in a class: the differences of straight lines. It
// has one more than there are positions, for what ends there.
type curve []straight

// straight is the line base + slope x position.
type straight struct{ base, slope int64 }

func newCurve(n int) curve { return make(curve, n+1) }

// add adds a straight piece over [from, end) that is first at from and rises by slope.
func (c curve) add(from, end int, first, slope int64) {
	c.addLevel(from, end, first-slope*int64(from))
	c[from].slope += slope
	c[end].slope -= slope
}

// addLevel adds the same over [from, end).
func (c curve) addLevel(from, end int, fen int64) {
	c[from].base += fen
	c[end].base -= fen
}

func (c curve) merge(d curve) {
	for i := range c {
		c[i].base += d[i].base
		c[i].slope += d[i].slope
	}
}

func (c curve) totals() []int64 {
	totals := make([]int64, len(c)-1)
	var at straight
	for i := range totals {
		at.base += c[i].base
		at.slope += c[i].slope
		totals[i] = at.base + at.slope*int64(i)
	}
	return totals
}

// classPart is a part of the population under the amounts of one class.
type classPart struct {
	*search
	curve curve
	r, n  int   // the first amount of the class, and how many there are
	line  int64 // the first amount and the distance of two, in fen a year
	step  int64
	first *counting // under the first amount tried
	walks []walked
}

func (c *classPart) setAt(k int) (*standards.Set, error) { return c.set(c.r + k*c.period) }

// lineAt returns the line under amount k, in fen a year.
func (c *classPart) lineAt(k int) int64 { return c.line + int64(k)*c.step }

// steady adds the steady households in [from, to). Those whose line the figure is are followed one
// by one; of the others only what is due to their members may move.
func (c *classPart) steady(from, to int) error {
	var still caseload.Totals
	c.first = c.p.counting(c.search.first, &still, c.Of)
	defer c.first.law.Close()
	for piece := range c.p.pieces(from, to) {
		s := &c.p.shapes[piece.shape]
		one := moving{classPart: c, family: &c.p.families[s.family], members: c.p.membersOf(s)}
		if !c.moves(one.family) {
			c.first.shape(piece)
			continue
		}
		for j := piece.from; j < piece.end; j++ {
			if err := one.follow(piece.shape, j); err != nil {
				return err
			}
		}
	}
	for n, times := range c.first.times {
		if times != [law.Verdicts]int64{} {
			c.walks = append(c.walks, c.walkMember(uint32(n), &times))
		}
	}
	c.curve.addLevel(0, c.n, spentOf(&still, c.Of))
	return nil
}

// moves reports whether the figure is the line of a family.
func (c *classPart) moves(f *family) bool {
	return law.Of(c.search.first).Line(f.Division, f.Residence) != law.Of(c.last).Line(f.Division, f.Residence)
}

// spentOf returns what is spent on some benefits.
func spentOf(t *caseload.Totals, of benefit.Names) int64 {
	sum, all := int64(0), t.All()
	for _, n := range of.List() {
		sum += all.Benefit[n].Fen
	}
	return sum
}

// moving is a steady household whose line moves: it turns from one stretch to another where the
// line has passed its income, and members get single-person cover where it has passed theirs.
type moving struct {
	*classPart
	family  *family
	members []uint32
	income  int64
	own     []int64
}

// follow adds what household j, of shape i, is paid as the line moves.
func (m *moving) follow(i, j int) error {
	if err := m.stopped(); err != nil {
		return err
	}
	m.income, m.own = m.p.income[j], m.p.ownOf(i, j)
	turns := []int{0, m.n}
	for i := range len(starts{}) {
		turns = append(turns, sort.Search(m.n, func(k int) bool { return m.income < m.starts(k)[i] }))
	}
	for _, own := range m.own {
		turns = append(turns, sort.Search(m.n, func(k int) bool { return own < m.lineAt(k) }))
	}
	slices.Sort(turns)
	turns = slices.Compact(turns)
	w := int64(m.p.weight[j])
	for i, end := range turns[1:] {
		from := turns[i]
		first, err := m.due(from)
		if err != nil {
			return err
		}
		var slope int64
		if end-from > 1 {
			second, err := m.due(from + 1)
			if err != nil {
				return err
			}
			slope = second - first
		}
		m.curve.add(from, end, first*w, slope*w)
	}
	return nil
}

// starts are the incomes at which the stretches of a family begin, see [law.Rules.Starts].
type starts [5]int64

func (m *moving) starts(k int) starts {
	return m.first.rules.Starts(&m.family.Family, m.lineAt(k))
}

// due returns what the household is paid out of the budget under amount k, in fen a month.
func (m *moving) due(k int) (int64, error) {
	s, err := m.stretch(k)
	if err != nil {
		return 0, err
	}
	rules, line, sum := m.first.rules, m.lineAt(k), int64(0)
	add := func(n benefit.Name, fen int64) {
		if m.Of.Has(n) {
			sum += fen
		}
	}
	if s.Difference {
		add(benefit.Dibao, rules.Monthly(line*int64(m.family.People)-m.income))
	} else {
		add(benefit.Dibao, s.Dibao.Payment.Amount.Fen())
	}
	for i, n := range m.members {
		t, verdict := m.first.termsOf(n), s.Dibao.Verdict
		if s.LowIncome == benefit.Eligible && t.cover(s.LowIncome, m.own[i], line).Verdict == benefit.Eligible {
			add(benefit.SinglePerson, rules.CoverPays(line, m.own[i]))
			verdict = benefit.Eligible
		}
		add(benefit.Living, t.due[verdict].Living.Payment.Amount.Fen())
		add(benefit.Nursing, t.due[verdict].Nursing.Payment.Amount.Fen())
	}
	return sum, nil
}

// content is a stretch of a family, by the starts that an income has reached.
type content struct {
	family
	reached [len(starts{})]bool
}

// stretch returns what the law comes to for the family under amount k. It is asked once.
func (m *moving) stretch(k int) (law.Stretch, error) {
	key := content{family: *m.family}
	for i, start := range m.starts(k) {
		key.reached[i] = start <= m.income
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if s, ok := m.contents[key]; ok {
		return s, nil
	}
	set, err := m.setAt(k)
	if err != nil {
		return law.Stretch{}, err
	}
	s := law.Of(set).Stretch(&m.family.Family, m.income)
	m.contents[key] = s
	return s, nil
}

// walked holds what is decided anew under one amount after another, and its sums at both ends of a
// stretch of amounts.
type walked struct {
	decide func(*standards.Set) probe
	weight int64
	ends   [2]probe
}

// probe says what something comes to: the path through the law, and what is paid out of the budget
// in fen a month.
type probe struct {
	path string
	fen  int64
}

// walkMember walks someone to whom the subsidies are due so many times by each verdict. It needs no
// path: nothing is paid up to some amount of a rate, and the rate itself from there on.
func (c *classPart) walkMember(n uint32, times *[law.Verdicts]int64) walked {
	m, of := &c.p.members[n], c.Of
	return walked{weight: 1, decide: func(set *standards.Set) (p probe) {
		asked := law.Of(set).Asked()
		defer asked.Close()
		for v, due := range asked.Subsidies(m.place, &m.Member) {
			if of.Has(benefit.Living) {
				p.fen += due.Living.Payment.Amount.Fen() * times[v]
			}
			if of.Has(benefit.Nursing) {
				p.fen += due.Nursing.Payment.Amount.Fen() * times[v]
			}
		}
		return p
	}}
}

// walkCompact walks compact household i.
func (c *classPart) walkCompact(i int) walked {
	of := c.Of
	return walked{weight: c.p.compact.entries[i].weight, decide: func(set *standards.Set) (p probe) {
		rules := law.Of(set)
		d := rules.Open(1)
		defer rules.Close(d)
		c.p.compact.lay(d, i)
		d.Findings.Explain = true
		law.Decide(rules, d)
		eachPart(&d.Outcome, func(n benefit.Name, part *benefit.Part, _ int) {
			if of.Has(n) {
				p.fen += part.Payment.Amount.Fen()
			}
		})
		p.path = pathOf(d.Findings.Steps)
		return p
	}}
}

// walkAll adds what is decided anew under one amount after another.
func (c *classPart) walkAll() error {
	if len(c.walks) == 0 {
		return nil
	}
	for end, k := range [2]int{0, c.n - 1} {
		probes, err := c.probe(c.walks, k)
		if err != nil {
			return err
		}
		for i := range c.walks {
			c.walks[i].ends[end] = probes[i]
		}
	}
	for i := range c.walks {
		c.curve.addLevel(c.n-1, c.n, c.walks[i].ends[1].fen*c.walks[i].weight)
	}
	return c.walk(c.walks, 0, c.n-1)
}

// probe decides a list under amount k.
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
		probes[i] = list[i].decide(set)
	}
	return probes, nil
}

// walk adds a list over [from, end), whose probes at both ends are known. Where the two are by the
// same path, so are all between them, since each comparison turns once; what is paid is then a sum
// of straight lines, or the lower of two such where the kind of hukou is not stated, and straight
// if it is so in the middle.
func (c *classPart) walk(list []walked, from, end int) error {
	if end-from <= 1 {
		for i := range list {
			c.curve.addLevel(from, end, list[i].ends[0].fen*list[i].weight)
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
		h := list[i]
		slope, straight := straightLine(h.ends[0].fen, m.fen, h.ends[1].fen, from, middle, end)
		if straight && h.ends[0].path == h.ends[1].path {
			c.curve.add(from, end, h.ends[0].fen*h.weight, slope*h.weight)
			continue
		}
		left = append(left, walked{h.decide, h.weight, [2]probe{h.ends[0], m}})
		right = append(right, walked{h.decide, h.weight, [2]probe{m, h.ends[1]}})
	}
	if len(left) == 0 {
		return nil
	}
	if err := c.walk(left, from, middle); err != nil {
		return err
	}
	return c.walk(right, middle, end)
}

// straightLine returns by how much values rise from one position to the next, and whether the three
// lie on one line of whole fen.
func straightLine(first, middle, last int64, from, between, end int) (slope int64, ok bool) {
	slope = (last - first) / int64(end-from)
	return slope, last == first+slope*int64(end-from) && middle == first+slope*int64(between-from)
}

// pathOf writes down steps: what each compared or took and how it came out, without the sums.
func pathOf(steps []benefit.Step) string {
	var b []byte
	for i := range steps {
		s := &steps[i]
		b = append(append(b, s.Code...), byte(s.Part), byte(s.Residence), byte(s.Under), byte(s.Result), byte(s.Choice))
		b = append(append(b, s.Value.Word...), '\n')
	}
	return string(b)
}
