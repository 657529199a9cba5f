package caseload

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The sizes of the tables in Totals. Positions are the values of the types named.
const (
	categories = int(benefit.CategoryUndetermined) + 1 // by benefit.Category
	benefits   = int(benefit.Nursing) + 1              // by benefit.Name
	kinds      = 3                                     // by standards.Residence; 0: see KindOf
	facts      = int(benefit.WorkInjuryNursingFact) + 1
	keys       = 64 // by standards.Key
	bands      = 32 // by Band

	bandFen = 1_200_00 // the width of a band, in fen a year
)

// Tally counts households and the people in them, each household as often as its weight says.
type Tally struct{ Households, People int64 }

// Paid adds up what is due of one benefit a month. Recipients of dibao are the people whom it
// covers.
type Paid struct {
	Recipients int64 // people to whom it is due

	// Fen is the sum that is known to be due, a month. It is math.MaxInt64 where it comes to that or
	// more, and Cell.Due reports it.
	Fen int64

	AtLeast int64 // recipients whose payment is at least what stands in Fen
	Missing int64 // recipients whose amount is not on record

	// Undetermined counts the people for whom it is undetermined; of dibao and the low-income
	// family, those who are counted.
	Undetermined int64
}

// Cell adds up what is due to the households of one place and one kind of hukou (户口性质). The kind is
// that of all members; where they are of both kinds, or one is not stated, that of the household.
type Cell struct {
	Tally
	Category [categories]Tally // by benefit.Category
	Benefit  [benefits]Paid    // by benefit.Name

	TekunNeedCare int64 // tekun people (特困人员) who have wholly or partly lost self-care
	TekunPlaced   int64 // of these, supported in institutions
	TekunUnplaced int64 // of these, whose placement is not stated
	TekunUnknown  int64 // tekun people whose self-care is not stated
}

// Totals add up what the households of a caseload are due. They are sums of integers, the same in
// any order, and comparable.
//
// Counts do not overflow: the largest household with the largest weight has 10^8 people, and
// 9·10^10 of them fit. Amounts could, as a draft may set any, so sums of fen stop at math.MaxInt64,
// in whatever order they reach it.
type Totals struct {
	Cells   [standards.DivisionCount][kinds]Cell // by standards.Place.DivisionIndex and standards.Residence
	Facts   [facts]int64                         // households that wait for a fact, by benefit.Fact
	Figures [keys]int64                          // households that wait for a figure, by standards.Key

	// Lines counts the households that wait for the dibao line of a place, by place, kind of hukou
	// and Band: the line from which on something would change.
	Lines [standards.DivisionCount][kinds][bands]int64
}

// Add adds the decision of h, as often as its weight says.
func (t *Totals) Add(h *assistance.Household, d *assistance.Decision) { t.AddTimes(h, d, Weight(h)) }

// AddTimes adds the decision of h w times, whatever its weight: of w households that are alike one
// is decided.
func (t *Totals) AddTimes(h *assistance.Household, d *assistance.Decision, w int64) {
	c := t.CellOf(h)
	if c == nil || d == nil || int(d.Category) >= categories {
		return // no decision is of such a household
	}
	people := w * int64(len(h.Members))
	c.Households += w
	c.People += people
	c.Category[d.Category].Households += w
	c.Category[d.Category].People += people
	c.Benefit[benefit.Dibao].add(d.Dibao.Part, w*int64(d.Dibao.Covered()), w)
	lowIncome := benefit.Part{Verdict: d.LowIncome.Verdict, Payment: benefit.Monthly(0, standards.Exactly)}
	c.Benefit[benefit.LowIncome].add(lowIncome, w*int64(d.Dibao.Members), w)
	for i := range d.Members {
		m := &d.Members[i]
		c.Benefit[benefit.Tekun].add(m.Tekun.Part, w, w)
		c.Benefit[benefit.SinglePerson].add(m.SinglePerson, w, w)
		c.Benefit[benefit.Living].add(m.Living, w, w)
		c.Benefit[benefit.Nursing].add(m.Nursing, w, w)
		if m.Tekun.Verdict == benefit.Eligible && i < len(h.Members) {
			c.AddTekun(m.Tekun.SelfCare, h.Members[i].Placement, w)
		}
	}
	t.addNeedsOf(d, w)
}

// CellOf returns the cell to which Add adds h, nil where h is of no place or kind of hukou that is
// decided.
func (t *Totals) CellOf(h *assistance.Household) *Cell {
	if t == nil || h == nil {
		return nil
	}
	return cellOf(&t.Cells, h)
}

// cellOf returns the cell of the place and kind of hukou of h, nil where it is of none that is
// decided.
func cellOf[C any](cells *[standards.DivisionCount][kinds]C, h *assistance.Household) *C {
	place, kind := h.Division.DivisionIndex(), KindOf(h)
	if place < 0 || int(kind) >= kinds {
		return nil
	}
	return &cells[place][kind]
}

// AddTekun adds w tekun people (特困人员) by their self-care and placement.
func (c *Cell) AddTekun(care eldercare.SelfCare, placement benefit.Placement, w int64) {
	if c == nil {
		return
	}
	switch care {
	case 0:
		c.TekunUnknown += w
	case eldercare.Partial, eldercare.None:
		c.TekunNeedCare += w
		switch placement {
		case 0:
			c.TekunUnplaced += w
		case benefit.InInstitution:
			c.TekunPlaced += w
		}
	}
}

// addNeedsOf counts what a household waits for, each fact and figure once.
func (t *Totals) addNeedsOf(d *assistance.Decision, w int64) {
	var facts, figures uint64
	for i, n := range d.Needs {
		if n.Fact != 0 {
			facts |= 1 << n.Fact
			continue
		}
		figures |= 1 << n.Figure.Key
		place, kind := n.Figure.Place.DivisionIndex(), int(n.Figure.Residence)
		isLine := n.Figure.Key == standards.Key(standards.DibaoLine)
		if place >= 0 && kind < kinds && isLine && lowestForDibao(d.Needs, i) {
			t.Lines[place][kind][Band(n.Above)] += w
		}
	}
	t.AddNeeds(facts, figures, w)
}

// lowestForDibao reports whether needs[i] is the need for dibao of its figure with the lowest
// amount, from which on something changes. A household may have several while it waits for the
// tekun of its members.
func lowestForDibao(needs []benefit.Need, i int) bool {
	n := &needs[i]
	return n.For.Has(benefit.Dibao) && !slices.ContainsFunc(needs, func(other benefit.Need) bool {
		return other.Figure == n.Figure && other.For.Has(benefit.Dibao) && other.Above.Compare(n.Above) < 0
	})
}

// AddNeeds adds w households that wait for facts and figures, which are bits by benefit.Fact and by
// standards.Key; bits of neither are nothing.
func (t *Totals) AddNeeds(facts, figures uint64, w int64) {
	if t == nil {
		return
	}
	facts &= 1<<len(t.Facts) - 1 // there is one of Figures for every bit
	for ; facts != 0; facts &= facts - 1 {
		t.Facts[bits.TrailingZeros64(facts)] += w
	}
	for ; figures != 0; figures &= figures - 1 {
		t.Figures[bits.TrailingZeros64(figures)] += w
	}
}

// Band returns the band of an amount in Totals.Lines: steps of 1,200 yuan a year, of which the last
// has no upper end.
func Band(above standards.Amount) int {
	return int(min(max(above.Annual()/bandFen, 0), bands-1))
}

// add adds a part of w households, for so many people in them.
func (p *Paid) add(part benefit.Part, people, w int64) {
	p.Add(part, people, saturating.Add(0, part.Payment.Amount.Fen(), w))
}

// Add adds parts with the verdict and the bound of part, for so many people, who are paid fen in
// all.
func (p *Paid) Add(part benefit.Part, people, fen int64) {
	if p == nil {
		return
	}
	switch part.Verdict {
	case benefit.Undetermined:
		p.Undetermined += people
	case benefit.Eligible:
		p.Recipients += people
		switch {
		case !part.Payment.Stated():
			p.Missing += people
		case part.Payment.Bound == standards.AtLeast:
			p.AtLeast += people
		}
		p.Fen = saturating.Add(p.Fen, fen, 1)
	}
}

// KindOf returns the kind of hukou of all members of h, by whose line dibao is decided, and else
// that of the household.
func KindOf(h *assistance.Household) standards.Residence {
	if h == nil {
		return 0
	}
	kind := h.Residence
	for i := range h.Members {
		own := h.ResidenceOf(&h.Members[i])
		if i > 0 && own != kind {
			return h.Residence
		}
		kind = own
	}
	return kind
}

// Weight returns the number of households that h stands for: its Weight, and one where that is not
// stated.
func Weight(h *assistance.Household) int64 {
	if h == nil {
		return 0
	}
	return int64(max(h.Weight, 1))
}

// Merge adds the totals of other households.
func (t *Totals) Merge(u *Totals) {
	if t == nil || u == nil {
		return
	}
	for p := range t.Cells {
		for r := range t.Cells[p] {
			t.Cells[p][r].merge(&u.Cells[p][r])
			for b := range t.Lines[p][r] {
				t.Lines[p][r][b] += u.Lines[p][r][b]
			}
		}
	}
	for i := range t.Facts {
		t.Facts[i] += u.Facts[i]
	}
	for i := range t.Figures {
		t.Figures[i] += u.Figures[i]
	}
}

func (c *Cell) merge(d *Cell) {
	c.Tally.merge(d.Tally)
	for i := range c.Category {
		c.Category[i].merge(d.Category[i])
	}
	for i := range c.Benefit {
		b, e := &c.Benefit[i], &d.Benefit[i]
		b.Recipients += e.Recipients
		b.Fen = saturating.Add(b.Fen, e.Fen, 1)
		b.AtLeast += e.AtLeast
		b.Missing += e.Missing
		b.Undetermined += e.Undetermined
	}
	c.TekunNeedCare += d.TekunNeedCare
	c.TekunPlaced += d.TekunPlaced
	c.TekunUnplaced += d.TekunUnplaced
	c.TekunUnknown += d.TekunUnknown
}

// Of sums the cells of the places in p and of kind of hukou r; of every kind where r is zero.
func (t *Totals) Of(p standards.Place, r standards.Residence) Cell {
	if t == nil {
		return Cell{}
	}
	return sumOf(&t.Cells, p, r, (*Cell).merge)
}

// sumOf sums the cells of the places in p and of one kind of hukou; of every kind where kind is
// zero.
func sumOf[C any](cells *[standards.DivisionCount][kinds]C, p standards.Place, kind standards.Residence,
	merge func(sum, c *C)) (sum C) {
	for i, place := range standards.Divisions() {
		if !place.In(p) {
			continue
		}
		for k := range cells[i] {
			if kind == 0 || k == int(kind) {
				merge(&sum, &cells[i][k])
			}
		}
	}
	return sum
}

// All sums every cell.
func (t *Totals) All() Cell { return t.Of(standards.Zhuzhou, 0) }

// OnDibao counts the people on dibao (低保对象): those whom dibao covers and those under single-person
// cover (参照“单人户”纳入低保). alone counts the latter apart.
func (c *Cell) OnDibao() (people, alone int64) {
	if c == nil {
		return 0, 0
	}
	alone = c.Benefit[benefit.SinglePerson].Recipients
	return c.Benefit[benefit.Dibao].Recipients + alone, alone
}

// Due returns what is due a month in all, in fen. Its bound is AtLeast where a payment is, where an
// amount is missing or where a part is undetermined. It reports an *OverflowError where the sum is
// too large to be told.
func (c *Cell) Due() (fen int64, bound standards.Bound, err error) {
	if c == nil {
		return 0, standards.Exactly, nil
	}
	bound = standards.Exactly
	for i := range c.Benefit {
		b := &c.Benefit[i]
		fen = saturating.Add(fen, b.Fen, 1)
		if b.AtLeast+b.Missing+b.Undetermined > 0 {
			bound = standards.AtLeast
		}
	}
	if fen == math.MaxInt64 {
		return 0, 0, &OverflowError{}
	}
	return fen, bound, nil
}

// OverflowError says that payments cannot be added up: they come to math.MaxInt64 fen a month, or
// more.
type OverflowError struct{}

// Error returns the English text.
func (e *OverflowError) Error() string { return "caseload: " + e.Text(standards.English) }

// Text says it in language l.
func (e *OverflowError) Text(l standards.Lang) string {
	return fmt.Sprintf(l.In("每月合计达到或超过 %d 分，无法相加",
		"the payments come to %d fen a month or more, too much to be added up"), int64(math.MaxInt64))
}

// Average compares the average dibao payment in place p to people of kind of hukou r with its
// floor, as CheckAverage does. Top-ups and single-person cover are part of it. A household is of
// one kind, as in Cells, and its recipients of the month are its recipient-months. It reports an
// *OverflowError where the payments are too large to be added up.
func (t *Totals) Average(set *standards.Set, p standards.Place, r standards.Residence) (AverageCheck, error) {
	c := t.Of(p, r)
	dibao, alone := &c.Benefit[benefit.Dibao], &c.Benefit[benefit.SinglePerson]
	paid := Payments{Fen: saturating.Add(dibao.Fen, alone.Fen, 1), Bound: standards.Exactly}
	paid.RecipientMonths, _ = c.OnDibao()
	if paid.Fen == math.MaxInt64 {
		return AverageCheck{}, &OverflowError{}
	}
	if dibao.AtLeast+dibao.Missing+alone.AtLeast+alone.Missing > 0 {
		paid.Bound = standards.AtLeast
	}
	return CheckAverage(set, p, r, paid)
}

// Placement compares the share of tekun people without full self-care who are supported in
// institutions (集中供养率) with the target of item 10 of 2020年株洲民政工作要点. Place p is the city or one of
// its units. The verdict is eldercare.NotStated where it turns on people whose placement or
// self-care is not stated.
func (t *Totals) Placement(set *standards.Set, p standards.Place) (eldercare.Target, error) {
	c := t.Of(p, 0)
	known, err := placement(set, p, c.TekunPlaced, c.TekunNeedCare)
	all := c.TekunNeedCare + c.TekunUnknown
	least, ofLeast := placement(set, p, c.TekunPlaced, all)
	most, ofMost := placement(set, p, c.TekunPlaced+c.TekunUnplaced+c.TekunUnknown, all)
	if err := cmp.Or(err, ofLeast, ofMost); err != nil {
		return eldercare.Target{}, err
	}
	if least.Verdict != most.Verdict {
		known.Verdict, known.Wanting = eldercare.NotStated, 0
	}
	return known, nil
}

// placement checks the share placed of so many people.
func placement(set *standards.Set, p standards.Place, placed, of int64) (eldercare.Target, error) {
	share := eldercare.ShareOf(placed, of)
	var targets []eldercare.Target
	var err error
	if p == standards.Zhuzhou {
		targets, err = eldercare.City{TekunInInstitutions: share}.Check(set)
	} else {
		targets, err = eldercare.District{Place: p, TekunInInstitutions: share}.Check(set)
	}
	if err != nil {
		return eldercare.Target{}, err
	}
	return targets[0], nil // item 10 comes first
}
