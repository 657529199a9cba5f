package population

import (
	"math"
	"runtime"
	"slices"
	"sort"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// maxWorkers is more than any machine runs at once.
const maxWorkers = 1024

// Simulate decides every household under the standards of set, on so many workers; 0: as many as
// run at once. The totals do not depend on their number. Simulate reports a *RepackError where the
// households were packed for another day, or with other lists or classes.
func (p *Population) Simulate(set *standards.Set, workers int) (caseload.Totals, error) {
	if err := p.fits(set); err != nil {
		return caseload.Totals{}, err
	}
	totals, _ := p.simulate(set, workers, benefit.Of())
	return totals, nil
}

// simulate is Simulate of a set that fits, and counts the households, by weight, of which one of
// some benefits is undetermined or its amount missing.
func (p *Population) simulate(set *standards.Set, workers int, of benefit.Names) (caseload.Totals, int64) {
	workers = p.workers(workers)
	parts, opens := make([]caseload.Totals, workers), make([]int64, workers)
	var wait sync.WaitGroup
	for w := range parts {
		wait.Go(func() {
			c := p.counting(set, &parts[w], of)
			defer c.law.Close()
			c.steady(share(len(p.income), w, workers))
			c.addMembers()
			c.compact(share(len(p.compact.entries), w, workers))
			opens[w] = c.open
		})
	}
	wait.Wait()
	for w := range parts[1:] {
		parts[0].Merge(&parts[w+1])
		opens[0] += opens[w+1]
	}
	return parts[0], opens[0]
}

// workers returns how many workers share the households, where so many are asked for: 0 or less is
// as many as run at once.
func (p *Population) workers(asked int) int {
	if asked <= 0 {
		asked = runtime.GOMAXPROCS(0)
	}
	return min(asked, max(p.Len(), 1), maxWorkers)
}

// share is the part of n that worker w of so many takes.
func share(n, w, workers int) (from, to int) { return n * w / workers, n * (w + 1) / workers }

// counting adds up households under one set. What the law says of families and members is asked
// once.
type counting struct {
	*Population
	totals   *caseload.Totals
	of       benefit.Names
	open     int64 // households of which one of those benefits is open, by weight
	rules    *law.Rules
	law      law.Asked
	rounding standards.Choice
	asked    []*terms              // for each of members; nil: not yet
	times    [][law.Verdicts]int64 // for each of members, how often something is due by each verdict
	courses  map[law.Family]*course
	met      []*course // by family
}

func (p *Population) counting(set *standards.Set, to *caseload.Totals, of benefit.Names) *counting {
	return &counting{
		Population: p, totals: to, of: of, rules: law.Of(set), law: law.Of(set).Asked(),
		rounding: set.Choice(standards.RoundingReading),
		asked:    make([]*terms, len(p.members)), times: make([][law.Verdicts]int64, len(p.members)),
		courses: map[law.Family]*course{}, met: make([]*course, len(p.families)),
	}
}

// course holds what the law comes to for one family as its income rises.
type course struct {
	stretches []law.Stretch
	full      int64 // line x people, in fen a year
}

func courseOf(rules *law.Rules, f *law.Family) *course {
	line := rules.Line(f.Division, f.Residence)
	c := &course{full: line * int64(f.People)}
	starts := rules.Starts(f, line)
	slices.Sort(starts[:])
	for i, from := range starts {
		if i == 0 || from != starts[i-1] {
			c.stretches = append(c.stretches, rules.Stretch(f, from))
		}
	}
	return c
}

// until returns where stretch k ends.
func (c *course) until(k int) int64 {
	if k+1 < len(c.stretches) {
		return c.stretches[k+1].From
	}
	return math.MaxInt64
}

// at returns the stretch of an income.
func (c *course) at(income int64) int {
	k := 0
	for c.until(k) <= income {
		k++
	}
	return k
}

// terms holds the law's answer for one member: what is due, and single-person cover by the verdict
// on the low-income family.
type terms struct {
	due    [law.Verdicts]law.Due
	covers [law.Verdicts][law.Covers]law.Cover // of an eligible and of an undetermined family
	may    bool                                // single-person cover may be due
	line   int64
	cell   *caseload.Cell
}

func termsOf(law law.Asked, m *member) *terms {
	t := &terms{due: law.Subsidies(m.place, &m.Member)}
	for _, family := range [...]benefit.Verdict{benefit.Eligible, benefit.Undetermined} {
		t.may = law.Covered(m.place, &m.Member, family, &t.covers[family])
	}
	return t
}

// cover returns single-person cover by the verdict on the family and an own income, beside a line; 0
// where that is not on record.
func (t *terms) cover(family benefit.Verdict, own, line int64) *law.Cover {
	covers := &t.covers[family]
	if own < max(line, 1) {
		return &covers[0]
	}
	return &covers[1]
}

// termsOf returns the terms of a member.
func (c *counting) termsOf(n uint32) *terms {
	if c.asked[n] == nil {
		m := &c.members[n]
		c.asked[n] = termsOf(c.law, m)
		c.asked[n].line, c.asked[n].cell = c.rules.Line(m.place, m.Residence), c.cell(m.place, m.cell)
	}
	return c.asked[n]
}

func (c *counting) cell(p standards.Place, kind standards.Residence) *caseload.Cell {
	return &c.totals.Cells[p.DivisionIndex()][kind]
}

// courseOf returns the course of family n.
func (c *counting) courseOf(n uint32) *course {
	if c.met[n] == nil {
		f := &c.families[n].Family
		if c.courses[*f] == nil {
			c.courses[*f] = courseOf(c.rules, f)
		}
		c.met[n] = c.courses[*f]
	}
	return c.met[n]
}

// steady adds the steady households in [from, to).
func (c *counting) steady(from, to int) {
	for piece := range c.pieces(from, to) {
		c.shape(piece)
	}
}

// shape adds households of one shape, which lie there by income: stretch by stretch.
func (c *counting) shape(p piece) {
	course := c.courseOf(c.shapes[p.shape].family)
	from := p.from
	for k := course.at(c.income[from]); from < p.end; k++ {
		to := p.end
		if until := course.until(k); c.income[p.end-1] >= until {
			to = from + sort.Search(p.end-from, func(j int) bool { return c.income[from+j] >= until })
		}
		if to > from {
			c.stretch(p.shape, course, k, from, to)
		}
		from = to
	}
}

// stretch adds households of shape i in [from, to), whose incomes are in stretch k of the course.
func (c *counting) stretch(i int, course *course, k, from, to int) {
	s, f := &course.stretches[k], &c.families[c.shapes[i].family]
	income, weights := c.income[from:to], c.weight[from:to]
	cell := c.cell(f.Division, f.cell)
	var w, fen int64
	if s.Difference {
		w, fen = c.differences(course.full, income, weights)
	} else {
		w = total(weights)
		fen = saturating.Add(0, s.Dibao.Payment.Amount.Fen(), w)
	}
	people := int64(f.People)
	addHouseholds(cell, s.Category, int64(f.all), w)
	cell.Benefit[benefit.Dibao].Add(s.Dibao, people*w, fen)
	cell.Benefit[benefit.LowIncome].Add(lowIncome(s.LowIncome), people*w, 0)
	c.totals.AddNeeds(s.Waits.Facts, s.Waits.Figures, w)
	if s.Waits.Lines[f.Residence-1].Stated() {
		bands := &c.totals.Lines[f.Division.DivisionIndex()][f.Residence]
		for i, in := range income {
			bands[caseload.Band(standards.Fen(in/people, standards.PerYear))] += int64(weights[i])
		}
	}
	c.addStretch(i, s, from, to, w)
}

// familyOpen reports whether dibao or the verdict on the low-income family is open.
func (c *counting) familyOpen(s *law.Stretch) bool {
	family := lowIncome(s.LowIncome)
	return isOpen(c.of, benefit.Dibao, &s.Dibao) || isOpen(c.of, benefit.LowIncome, &family)
}

// isOpen reports whether a part is one of some benefits and undetermined, or its amount missing.
func isOpen(of benefit.Names, n benefit.Name, part *benefit.Part) bool {
	return of.Has(n) && (part.Verdict == benefit.Undetermined || part.Verdict == benefit.Eligible &&
		!part.Payment.Stated())
}

// addHouseholds adds w households, of so many members each.
func addHouseholds(cell *caseload.Cell, category benefit.Category, members, w int64) {
	cell.Households += w
	cell.People += members * w
	cell.Category[category].Households += w
	cell.Category[category].People += members * w
}

// lowIncome is a verdict on a low-income family, which is paid nothing as such.
func lowIncome(v benefit.Verdict) benefit.Part {
	return benefit.Part{Verdict: v, Payment: benefit.Monthly(0, standards.Exactly)}
}

// addStretch adds what is due to members of households in [from, to), which all are on one stretch:
// w of them by weight.
func (c *counting) addStretch(i int, s *law.Stretch, from, to int, w int64) {
	members := c.membersOf(&c.shapes[i])
	mayBeAlone := (s.LowIncome == benefit.Eligible || s.LowIncome == benefit.Undetermined) &&
		slices.ContainsFunc(members, func(n uint32) bool { return c.termsOf(n).may })
	if !mayBeAlone {
		c.addMembersOf(s, members, nil, w)
		return
	}
	for j := from; j < to; j++ {
		c.addMembersOf(s, members, c.ownOf(i, j), int64(c.weight[j]))
	}
}

// addMembersOf adds what is due to the members of w households, whose own incomes are given where
// they may have single-person cover.
func (c *counting) addMembersOf(s *law.Stretch, members []uint32, own []int64, w int64) {
	var waits finding.Waits
	open := c.familyOpen(s)
	for k, n := range members {
		t, verdict := c.termsOf(n), s.Dibao.Verdict
		if own != nil && t.may {
			cover := t.cover(s.LowIncome, own[k], t.line)
			var fen int64
			if cover.Payment.Stated() {
				fen = saturating.Add(0, c.rules.CoverPays(t.line, own[k]), w)
			}
			t.cell.Benefit[benefit.SinglePerson].Add(cover.Part, w, fen)
			waits.Merge(&cover.Waits)
			open = open || isOpen(c.of, benefit.SinglePerson, &cover.Part)
			verdict = finding.Of(verdict).Or(finding.Of(cover.Verdict)).Verdict()
		}
		due := &t.due[verdict]
		c.times[n][verdict] += w
		waits.Merge(&due.Waits)
		open = open || isOpen(c.of, benefit.Living, &due.Living) || isOpen(c.of, benefit.Nursing, &due.Nursing)
	}
	if open {
		c.open += w
	}
	c.totals.AddNeeds(waits.Facts&^s.Waits.Facts, waits.Figures&^s.Waits.Figures, w)
}

// addMembers adds the subsidies that were counted.
func (c *counting) addMembers() {
	for n := range c.times {
		for v, w := range c.times[n] {
			if w > 0 {
				t := c.termsOf(uint32(n))
				addPart(&t.cell.Benefit[benefit.Living], &t.due[v].Living, 1, w)
				addPart(&t.cell.Benefit[benefit.Nursing], &t.due[v].Nursing, 1, w)
			}
		}
	}
}

// addPart adds a part of w households, for so many people in each.
func addPart(to *caseload.Paid, part *benefit.Part, people, w int64) {
	to.Add(*part, people*w, saturating.Add(0, part.Payment.Amount.Fen(), w))
}

// differences returns the number of households, and what dibao pays them: a twelfth of what each
// lacks of full, rounded.
func (c *counting) differences(full int64, income []int64, weights []int32) (w, fen int64) {
	w = total(weights)
	up, plain := c.roundingUp()
	if !plain || full > math.MaxInt64/w {
		for i, in := range income {
			fen = saturating.Add(fen, c.rules.Monthly(full-in), int64(weights[i]))
		}
		return w, fen
	}
	weights = weights[:len(income)]
	for i, in := range income {
		fen += int64(uint64(full-in+up)/standards.MonthsPerYear) * int64(weights[i])
	}
	return w, fen
}

// roundingUp returns what to add to a sum a year before a twelfth of it is cut off to whole fen, so
// that it is rounded as R6 is read. It reports false where adding does not do it.
func (c *counting) roundingUp() (fen int64, ok bool) {
	switch c.rounding {
	case standards.UpToFen:
		return standards.MonthsPerYear - 1, true
	case standards.HalfUpToFen:
		return standards.MonthsPerYear / 2, true
	}
	return 0, false
}

// total returns the number of households.
func total(weights []int32) int64 {
	sum := int64(0)
	for _, w := range weights {
		sum += int64(w)
	}
	return sum
}
