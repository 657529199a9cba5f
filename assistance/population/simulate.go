package population

import (
	"math"
	"math/bits"
	"runtime"
	"sort"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/assistance/internal/saturating"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Simulate decides every household under the standards of set, on so many workers; 0: as many as
// run at once. The totals do not depend on their number. Simulate reports a *RepackError where the
// households were packed for another day, or with other lists or classes.
func (p *Population) Simulate(set *standards.Set, workers int) (caseload.Totals, error) {
	if err := p.fits(set); err != nil {
		return caseload.Totals{}, err
	}
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, max(p.Len(), 1))
	scheme := p.schemeOf(set)
	parts := make([]caseload.Totals, workers)
	errs := make([]error, workers)
	var wait sync.WaitGroup
	for w := range parts {
		wait.Go(func() {
			from, to := func(n int) int { return n * w / workers }, func(n int) int { return n * (w + 1) / workers }
			t := &parts[w]
			scheme.sum(p, from(len(p.income)), to(len(p.income)), t)
			for _, a := range p.tekun[from(len(p.tekun)):to(len(p.tekun))] {
				errs[w] = decideInto(t, set, &a.one, a.weight, errs[w])
			}
			others := p.others[from(len(p.others)):to(len(p.others))]
			for i := range others {
				errs[w] = decideInto(t, set, &others[i], caseload.Weight(&others[i]), errs[w])
			}
		})
	}
	wait.Wait()
	for w := range parts {
		if errs[w] != nil {
			return caseload.Totals{}, errs[w]
		}
		if w > 0 {
			parts[0].Merge(&parts[w])
		}
	}
	return parts[0], nil
}

// decideInto decides h the long way and adds it to t w times, unless there was an error before.
func decideInto(t *caseload.Totals, set *standards.Set, h *assistance.Household, w int64, err error) error {
	if err != nil {
		return err
	}
	d, err := assistance.Assess(set, *h)
	if err == nil {
		t.AddTimes(h, &d, w)
	}
	return err
}

// scheme holds what usual households come to under one set: the course of each family, and the
// subsidies of each place.
type scheme struct {
	rules     *law.Rules
	courses   []course // for each shape
	subsidies [standards.DivisionCount]subsidies
	rounding  standards.Choice
}

// schemeOf returns the scheme of set for the families of p.
func (p *Population) schemeOf(set *standards.Set) *scheme {
	s := &scheme{
		rules:    law.Of(set),
		courses:  make([]course, len(p.shapes)),
		rounding: set.Choice(standards.RoundingReading),
	}
	known := map[family]course{}
	for i := range p.shapes {
		f := p.shapes[i].family
		c, ok := known[f]
		if !ok {
			c = courseOf(s.rules, f)
			known[f] = c
		}
		s.courses[i] = c
	}
	for i, place := range standards.Divisions() {
		s.subsidies[i] = subsidiesOf(s.rules.Terms(place, standards.Urban).Rates, place)
	}
	return s
}

// sum decides the usual households in [from, to) and adds them to t: shape by shape, side by side.
func (s *scheme) sum(p *Population, from, to int, t *caseload.Totals) {
	first := sort.SearchInts(p.ends, from+1)
	for i := first; i < len(p.shapes) && from < to; i++ {
		end := min(p.ends[i], to)
		s.sumShape(p, i, from, end, t)
		from = end
	}
}

// sumShape decides households of shape i, which lie in [from, end) by income.
func (s *scheme) sumShape(p *Population, i, from, end int, t *caseload.Totals) {
	s.eachSide(p, i, from, end, func(k, from, end int) { s.sumSide(p, i, k, from, end, t) })
}

// eachSide visits the households of shape i, which lie in [from, end) by income, side by side of
// their course.
func (s *scheme) eachSide(p *Population, i, from, end int, visit func(k, from, end int)) {
	c := &s.courses[i]
	for k := range c.sides {
		upTo := end
		if until := c.until(k); p.income[end-1] >= until {
			upTo = from + sort.Search(end-from, func(j int) bool { return p.income[from+j] >= until })
		}
		if upTo > from {
			visit(k, from, upTo)
		}
		if from = upTo; from == end {
			return
		}
	}
}

// sumSide adds households of shape i whose incomes are on side k of its course.
func (s *scheme) sumSide(p *Population, i, k, from, end int, t *caseload.Totals) {
	sh, c := &p.shapes[i], &s.courses[i]
	side := &c.sides[k]
	income, weights := p.income[from:end], p.weight[from:end]
	cell := &t.Cells[sh.place][sh.kind]
	var w, fen int64
	if side.difference {
		w, fen = s.differences(c.full, income, weights)
	} else {
		w = total(weights)
		fen = saturating.Add(0, side.payment.Amount.Fen(), w)
	}
	people := int64(sh.people)
	cell.Households += w
	cell.People += int64(sh.members) * w
	cell.Category[side.category].Households += w
	cell.Category[side.category].People += int64(sh.members) * w
	cell.Benefit[benefit.Dibao].Add(benefit.Part{Verdict: side.dibao, Payment: side.payment}, people*w, fen)
	lowIncome := benefit.Part{Verdict: side.lowIncome, Payment: benefit.Monthly(0, standards.Exactly)}
	cell.Benefit[benefit.LowIncome].Add(lowIncome, people*w, 0)
	t.AddNeeds(side.facts, side.figures, w)
	if side.figures>>standards.DibaoLine&1 == 1 {
		addBands(t.Lines[sh.place][sh.kind][:], income, weights, people)
	}
	s.sumSubsidies(sh, side.dibao, w, t)
	mayBeLowIncome := side.lowIncome == benefit.Eligible || side.lowIncome == benefit.Undetermined
	if alone := sh.couldBeAlone(); alone > 0 && mayBeLowIncome {
		s.singlePerson(sh, side.lowIncome, p.ownOf(from, end, alone), weights, t)
	}
}

// differences returns the number of households, and what dibao pays them: a twelfth of what each
// lacks of full, rounded.
func (s *scheme) differences(full int64, income []int64, weights []int32) (w, fen int64) {
	w = total(weights)
	up, plain := s.roundingUp()
	if hi, lo := bits.Mul64(uint64(full), uint64(w)); !plain || hi != 0 || lo > math.MaxInt64 {
		for i, in := range income {
			fen = saturating.Add(fen, s.rules.Monthly(full-in), int64(weights[i]))
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
func (s *scheme) roundingUp() (fen int64, ok bool) {
	switch s.rounding {
	case standards.UpToFen:
		return standards.MonthsPerYear - 1, true
	case standards.HalfUpToFen:
		return standards.MonthsPerYear / 2, true
	}
	return 0, false
}

// addBands adds households that wait for a line, by how high a head the line would have to be.
func addBands(bands []int64, income []int64, weights []int32, people int64) {
	for i, in := range income {
		bands[caseload.Band(standards.Fen(in/people, standards.PerYear))] += int64(weights[i])
	}
}

// addPart adds the part of so many people, who are each paid the same.
func addPart(to *caseload.Paid, part benefit.Part, people int64) {
	to.Add(part, people, saturating.Add(0, part.Payment.Amount.Fen(), people))
}

// total returns the number of households.
func total(weights []int32) int64 {
	sum := int64(0)
	for _, w := range weights {
		sum += int64(w)
	}
	return sum
}

// singlePerson adds single-person cover (单人户低保) in families of one shape that are low-income or may
// be, and the living subsidy that comes with it.
func (s *scheme) singlePerson(sh *shape, family benefit.Verdict, own []int64, weights []int32, t *caseload.Totals) {
	alone, line := sh.couldBeAlone(), s.rules.Terms(sh.division(), sh.kind).Line
	cell, living := &t.Cells[sh.place][sh.kind], &s.subsidies[sh.place].living
	for i, n := range weights {
		w, missing := int64(n), false
		for k, o := range own[i*alone : (i+1)*alone] {
			fen, due := s.rules.SinglePerson(line, o)
			if !due {
				continue
			}
			part := benefit.Part{Verdict: family, Payment: benefit.Monthly(fen, standards.Exactly)}
			addPart(&cell.Benefit[benefit.SinglePerson], part, w)
			if grade := sh.alone[k]; grade != byIllness {
				l := &living[grade-1][family]
				addPart(&cell.Benefit[benefit.Living], l.Part, w)
				missing = missing || l.missing
			}
		}
		if missing {
			t.Figures[standards.DisabilityLiving] += w
		}
	}
}

// sumSubsidies adds the two disability subsidies of w households of one shape, by the verdict on
// their dibao.
func (s *scheme) sumSubsidies(sh *shape, dibao benefit.Verdict, w int64, t *caseload.Totals) {
	if sh.counted == [gradeCount]uint8{} && sh.excluded == [gradeCount]uint8{} {
		return
	}
	cell, rates := &t.Cells[sh.place][sh.kind], &s.subsidies[sh.place]
	var noLiving, noNursing bool // a rate is missing
	for g := range gradeCount {
		counted, all := int64(sh.counted[g])*w, (int64(sh.counted[g])+int64(sh.excluded[g]))*w
		if counted > 0 {
			l := &rates.living[g][dibao]
			addPart(&cell.Benefit[benefit.Living], l.Part, counted)
			noLiving = noLiving || l.missing
		}
		if all > 0 {
			n := &rates.nursing[g]
			addPart(&cell.Benefit[benefit.Nursing], n.Part, all)
			noNursing = noNursing || n.missing
		}
	}
	if noLiving {
		t.Figures[standards.DisabilityLiving] += w
	}
	if noNursing {
		t.Figures[standards.DisabilityNursing] += w
	}
}
