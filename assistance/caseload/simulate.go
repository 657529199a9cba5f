package caseload

import (
	"math/bits"
	"strconv"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// scheme is what usual households are decided by, looked up once for each place and kind of hukou.
type scheme struct {
	cells    [standards.DivisionCount * kinds]terms
	rounding standards.Choice
	minimum  bool // item 9 is each person's minimum
	neither  bool // who is exactly at the line is no low-income family
	alone    standards.Choice
}

type terms struct {
	line      int64 // fen a year; meaningless unless known
	known     bool
	floor     bool // the line is at least that
	num, den  int64
	multiple  bool
	average   int64 // fen a month
	residence standards.Residence
	place     int
	living    [gradeCount]subsidyTerms
	nursing   [gradeCount]subsidyTerms
}

type subsidyTerms struct {
	fits bool // the grade does
	part benefit.Payment
}

func schemeOf(set *standards.Set) *scheme {
	s := &scheme{rounding: set.Choice(standards.RoundingReading), minimum: set.Choice(standards.AverageReading) == standards.EachPerson,
		neither: set.Choice(standards.AtTheLineReading) == standards.NeitherAtTheLine, alone: set.Choice(standards.SinglePersonReading)}
	for i, p := range standards.Divisions() {
		for _, r := range standards.Residences() {
			t := &s.cells[i*kinds+int(r)]
			t.residence, t.place = r, i
			if line, err := set.Line(standards.DibaoLine, p, r); err == nil {
				t.line, t.known = line.Amount.Annual(), true
				t.floor = benefit.BoundOf(set, &line.Standard) == standards.AtLeast
			}
			if m, err := set.Number(standards.LowIncomeMultiple, p, 0, ""); err == nil {
				t.num, t.den, t.multiple = m.Number.Num, m.Number.Den, true
			}
			if a, err := set.Average(standards.AverageAssistance, p, r); err == nil {
				t.average = a.Amount.Fen()
			}
			for g := range gradeCount {
				t.living[g] = subsidyOf(set, p, standards.DisabilityLiving, standards.LivingGrade, g+1)
				t.nursing[g] = subsidyOf(set, p, standards.DisabilityNursing, standards.NursingGrade, g+1)
			}
		}
	}
	return s
}

func subsidyOf(set *standards.Set, p standards.Place, rate standards.RateKey, least standards.NumberKey, grade int) subsidyTerms {
	var t subsidyTerms
	if n, err := set.Number(least, p, 0, ""); err == nil {
		t.fits = grade <= n.Number.Int()
	}
	if row, err := set.Rate(rate, p, 0, strconv.Itoa(grade)); err == nil {
		t.part = benefit.Payment{Amount: row.Amount, Bound: benefit.BoundOf(set, &row.Standard)}
	}
	return t
}

// round rounds n twelfths of a fen.
func (s *scheme) round(n, den int64) int64 {
	fen, rest := n/den, n%den
	switch {
	case rest == 0:
	case s.rounding == standards.HalfUpToFen:
		if rest >= den-rest {
			fen++
		}
	case s.rounding == standards.UpToYuan:
		fen += fenPerYuan - fen%fenPerYuan
	default:
		fen++
	}
	return fen
}

// sum decides usual households and adds them to t. Nothing is allocated.
func (s *scheme) sum(list []usual, t *Totals) {
	for i := range list {
		s.decide(&list[i], t)
	}
}

// decide decides one household, in the order of the law, and adds it to t.
func (s *scheme) decide(u *usual, t *Totals) {
	k := &s.cells[u.where]
	c := &t.Cells[k.place][k.residence]
	w, n, people := int64(u.weight), int64(u.counted), int64(u.members)*int64(u.weight)
	c.Households += w
	c.People += people
	over := u.flags&flagOver != 0

	below := benefit.NotMet
	full := k.line * n
	switch {
	case !k.known && u.income == 0, k.known && u.income < full:
		below = benefit.Met
	case !k.known || k.floor:
		below = benefit.Unknown
	}
	dibao := below
	if over {
		dibao = benefit.NotMet
	}
	low, alone := benefit.NotMet, benefit.NotMet
	category := benefit.CategoryNone
	lowDue := int64(0)
	switch dibao {
	case benefit.Met:
		category = benefit.CategoryDibao
		s.pay(u, k, c, w, n, full)
		if !k.known {
			t.Figures[standards.DibaoLine] += w
			t.Lines[k.place][k.residence][0] += w
		}
	case benefit.Unknown:
		category = benefit.CategoryUndetermined
		c.Benefit[benefit.Dibao].Undetermined += n * w
		t.Figures[standards.DibaoLine] += w
		t.Lines[k.place][k.residence][min(u.income/n/BandFen, Bands-1)] += w
	default:
		if k.multiple && !over && k.known && !(s.neither && u.income == full) {
			hiA, loA := bits.Mul64(uint64(u.income), uint64(k.den))
			hiB, loB := bits.Mul64(uint64(full), uint64(k.num))
			low = benefit.If(hiA < hiB || hiA == hiB && loA < loB)
		}
		if low == benefit.Met {
			category = benefit.CategoryLowIncome
			c.Benefit[benefit.LowIncome].Recipients += n * w
			if u.flags&flagAlone != 0 {
				alone, lowDue = s.singlePerson(u, k)
			}
		}
	}
	c.Category[category].Households += w
	c.Category[category].People += people
	if alone == benefit.Met {
		b := &c.Benefit[benefit.SinglePerson]
		b.Recipients += w
		b.Fen += lowDue * w
		if k.floor {
			b.AtLeast += w
		}
	}
	if u.grades != [gradeCount]uint8{} || u.others != [gradeCount]uint8{} {
		s.subsidies(u, k, c, t, dibao, alone)
	}
}

// pay adds the payment of an eligible household.
func (s *scheme) pay(u *usual, k *terms, c *Cell, w, n, full int64) {
	b := &c.Benefit[benefit.Dibao]
	b.Recipients += n * w
	least := k.average * n
	if s.minimum && least > 0 && (!k.known || full-u.income < least*standards.MonthsPerYear) {
		b.Fen += least * w
		b.AtLeast += n * w
		return
	}
	if !k.known {
		b.Missing += n * w
		return
	}
	b.Fen += s.round(full-u.income, standards.MonthsPerYear) * w
	if k.floor {
		b.AtLeast += n * w
	}
}

func (s *scheme) singlePerson(u *usual, k *terms) (benefit.Truth, int64) {
	switch s.alone {
	case standards.FullLine:
		return benefit.Met, s.round(k.line, standards.MonthsPerYear)
	case standards.HalfLine:
		return benefit.Met, s.round(k.line, 2*standards.MonthsPerYear)
	}
	if u.own >= k.line {
		return benefit.NotMet, 0
	}
	return benefit.Met, s.round(k.line-u.own, standards.MonthsPerYear)
}

// subsidies adds the two disability subsidies.
func (s *scheme) subsidies(u *usual, k *terms, c *Cell, t *Totals, dibao, alone benefit.Truth) {
	w := int64(u.weight)
	grade := int(u.flags >> gradeShift)
	living, nursing := &c.Benefit[benefit.Living], &c.Benefit[benefit.Nursing]
	noLiving, noNursing := false, false // a rate is missing
	for g := range gradeCount {
		counted := int64(u.grades[g])
		if l := &k.living[g]; l.fits && counted > 0 {
			covered := int64(0) // by single-person cover
			if alone == benefit.Met && grade == g+1 {
				covered = 1
			}
			switch dibao {
			case benefit.Met:
				noLiving = l.add(living, counted*w) || noLiving
			case benefit.Unknown:
				living.Undetermined += counted * w
				noLiving = noLiving || !l.part.Stated()
			default:
				if covered > 0 {
					noLiving = l.add(living, covered*w) || noLiving
				}
			}
		}
		if l := &k.nursing[g]; l.fits && counted+int64(u.others[g]) > 0 {
			noNursing = l.add(nursing, (counted+int64(u.others[g]))*w) || noNursing
		}
	}
	if noLiving {
		t.Figures[standards.DisabilityLiving] += w
	}
	if noNursing {
		t.Figures[standards.DisabilityNursing] += w
	}
}

// add adds a subsidy of eligible people, and reports whether its rate is missing.
func (l *subsidyTerms) add(b *Paid, people int64) (missing bool) {
	b.Recipients += people
	switch {
	case !l.part.Stated():
		b.Missing += people
		return true
	case l.part.Bound == standards.AtLeast:
		b.AtLeast += people
	}
	b.Fen += l.part.Amount.Fen() * people
	return false
}
