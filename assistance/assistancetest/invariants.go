package assistancetest

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// What [CheckInvariants] generates.
const (
	DefaultSeed       = 1
	DefaultHouseholds = 1500
)

// Invariant names something that holds for every household under sound tables.
type Invariant string

// The invariants, in the order in which they are checked.
const (
	Refused         Invariant = "refused"          // a usable household is decided
	NothingNegative Invariant = "nothing-negative" // no payment is negative, and the total is the sum of them
	AnyOrder        Invariant = "any-order"        // the order of members and of incomes does not matter
	MoreIncome      Invariant = "more-income"      // more income never raises dibao while tekun verdicts stay
	OneMore         Invariant = "one-more"         // a counted member without income never lowers dibao
	ReachesLine     Invariant = "reaches-line"     // dibao brings income to the line, and above it by less than a fen a month
	UnknownRefuses  Invariant = "unknown-refuses"  // stating a fact moves eligible to ineligible, or back, only from undetermined
	CityFloor       Invariant = "city-floor"       // no one in a county-level unit gets less than the city's floors
	Reversals       Invariant = "reversal"         // a total that rises with rising income does so by a known Reversal
)

var invariantTexts = map[Invariant][2]string{
	Refused:         {"可用的家庭应当能够审核", "a usable household is decided"},
	NothingNegative: {"任何一项金额不得为负，合计等于各项之和", "no payment is negative, and the total is the sum of them"},
	AnyOrder:        {"成员和收入的先后次序不影响结果", "the order of members and of incomes does not matter"},
	MoreIncome:      {"特困认定不变时，收入增加，低保金不得增加", "more income never raises dibao while tekun verdicts stay"},
	OneMore:         {"增加一名没有收入的共同生活成员，低保金不得减少", "a counted member without income never lowers dibao"},
	ReachesLine:     {"发放低保金后收入达到低保标准，超出部分每月不足一分", "dibao brings income to the line, and above it by less than a fen a month"},
	UnknownRefuses:  {"事项由未载明变为载明，不得使符合与不符合直接互换", "stating a fact moves eligible to ineligible, or back, only from undetermined"},
	CityFloor:       {"县市区不得低于全市规定的下限", "no one in a county-level unit gets less than the city's floors"},
	Reversals:       {"收入增加而合计上升，只能出于已知的原因", "a total that rises with rising income does so by a known reversal"},
}

// InvariantError is an invariant that does not hold, and the smallest household found for which it does not.
type InvariantError struct {
	Invariant Invariant
	Day       standards.Date
	Household assistance.Household   // shrunk; zero where a row alone shows it
	Compared  []assistance.Household // what it was compared with: the same with more income, say
	Row       standards.Standard     // CityFloor: the row that lies below a floor
	Failed    int                    // how many of the households it does not hold for
	Detail    [2]string              // what came out, in Chinese and in English
}

func (e *InvariantError) Error() string { return e.Text(standards.English) }

// Text says in language l what does not hold, what came out, and for which household, as JSON.
func (e *InvariantError) Text(l standards.Lang) string {
	var b strings.Builder
	pair := invariantTexts[e.Invariant]
	fmt.Fprintf(&b, "%s %s: %s", e.Day, e.Invariant, l.In(pair[0], pair[1]))
	if e.Failed > 1 {
		fmt.Fprintf(&b, l.In("（%d户不符，最简的一例如下）", " (fails for %d households; the simplest found)"), e.Failed)
	}
	fmt.Fprintf(&b, "\n  %s", l.In(e.Detail[0], e.Detail[1]))
	if len(e.Household.Members) > 0 {
		fmt.Fprintf(&b, "\n  %s", householdJSON(e.Household))
	}
	for _, h := range e.Compared {
		fmt.Fprintf(&b, l.In("\n  对照 %s", "\n  against %s"), householdJSON(h))
	}
	return b.String()
}

func householdJSON(h assistance.Household) string {
	text, err := json.Marshal(h)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// CheckInvariants checks every [Invariant] on the standards of set over [DefaultHouseholds] households of a [Generator] with
// [DefaultSeed], and returns Errors with an [*InvariantError] for each that does not hold: its failing household is shrunk to a simple
// one that still fails, and printed as JSON.
func CheckInvariants(set *standards.Set) error {
	return CheckHouseholds(set, NewGenerator(DefaultSeed).Households(set, DefaultHouseholds))
}

// CheckHouseholds is [CheckInvariants] over these households: a county's own register, say, or another seed.
//
// Where the tables leave a property without a subject it is not checked: the line that is reached, with top-ups, with payments rounded
// otherwise than up to the fen, and under the reading that gives each person the average level; dibao that is compared, where one of
// the two verdicts is undetermined. Where payments are rounded up to the yuan, which leaves those of whole fen as they are, a rise of less
// than a yuan is none.
func CheckHouseholds(set *standards.Set, households iter.Seq[assistance.Household]) error {
	c := checker{set: set}
	c.floors = c.floorRows()
	first := map[Invariant]*InvariantError{}
	for h := range households {
		for _, one := range invariants {
			bad := c.check(one, h)
			if bad == nil {
				continue
			}
			if first[bad.Invariant] == nil {
				first[bad.Invariant] = c.shrink(one, bad)
			}
			first[bad.Invariant].Failed++
		}
	}
	var found Errors
	for _, e := range c.lowRows() {
		found = append(found, e)
	}
	for _, one := range invariants {
		if e := first[one.name]; e != nil {
			found = append(found, e)
		}
	}
	return found.err()
}

// invariant is one property of a household and its decision. It returns what does not hold, nil if all does.
type invariant struct {
	name  Invariant
	holds func(c *checker, h *assistance.Household, d *assistance.Decision) *InvariantError
}

var invariants = []invariant{
	{Refused, func(*checker, *assistance.Household, *assistance.Decision) *InvariantError { return nil }},
	{NothingNegative, (*checker).nothingNegative},
	{AnyOrder, (*checker).anyOrder},
	{MoreIncome, (*checker).moreIncome},
	{OneMore, (*checker).oneMore},
	{ReachesLine, (*checker).reachesLine},
	{UnknownRefuses, (*checker).unknownRefuses},
	{CityFloor, (*checker).cityFloor},
	{Reversals, (*checker).reversals},
}

type checker struct {
	set    *standards.Set
	floors []standards.Standard
}

// check applies one invariant to h.
func (c *checker) check(one invariant, h assistance.Household) *InvariantError {
	d, err := assistance.Assess(c.set, h)
	var bad *InvariantError
	switch {
	case err != nil && one.name == Refused:
		bad = failing("不予审核："+textOf(err, standards.Chinese), "refused: "+textOf(err, standards.English))
	case err == nil:
		bad = one.holds(c, &h, &d)
	}
	if bad != nil {
		bad.Invariant, bad.Day, bad.Household = one.name, c.set.Day(), h
	}
	return bad
}

func failing(zh, en string) *InvariantError { return &InvariantError{Detail: [2]string{zh, en}} }

func (c *checker) nothingNegative(_ *assistance.Household, d *assistance.Decision) *InvariantError {
	var (
		sum int64
		bad *InvariantError
	)
	for of, p := range d.Parts() {
		if p.Verdict == benefit.Eligible && p.Payment.Stated() {
			sum += p.Payment.Amount.Fen()
		}
		if p.Payment.Amount.Fen() < 0 || p.IfMet.Amount.Fen() < 0 {
			bad = failing(of.Part.Text(standards.Chinese)+" "+p.Payment.Text(standards.Chinese),
				of.Part.String()+" "+of.Member+" "+p.Payment.Text(standards.English))
		}
	}
	if total := d.Total.Amount.Fen(); bad == nil && total != sum {
		bad = failing("合计"+d.Total.Text(standards.Chinese)+"，各项之和为"+yuan(sum), "the total is "+d.Total.Text(standards.English)+", the parts sum to "+yuan(sum))
	}
	return bad
}

func yuan(fen int64) string { return standards.Fen(fen, standards.PerMonth).YuanText() }

func (c *checker) anyOrder(h *assistance.Household, d *assistance.Decision) *InvariantError {
	turned := *h
	turned.Members = slices.Clone(h.Members)
	slices.Reverse(turned.Members)
	for i := range turned.Members {
		turned.Members[i].Income = slices.Clone(turned.Members[i].Income)
		slices.Reverse(turned.Members[i].Income)
	}
	turned.Income = slices.Clone(h.Income)
	slices.Reverse(turned.Income)
	e, err := assistance.Assess(c.set, turned)
	if err != nil {
		return nil
	}
	slices.Reverse(e.Members)
	same := e.Category == d.Category && e.Dibao == d.Dibao && e.LowIncome == d.LowIncome && e.Total == d.Total && slices.Equal(e.Members, d.Members) &&
		e.Readings == d.Readings && len(e.Needs) == len(d.Needs) && len(e.Assumed) == len(d.Assumed)
	if same {
		return nil
	}
	return compared("按相反次序", "in reverse", d, &e, turned)
}

// compared says what two decisions come to.
func compared(zh, en string, d, e *assistance.Decision, h assistance.Household) *InvariantError {
	l := standards.Chinese
	bad := failing(fmt.Sprintf("%s：%s → %s", zh, sum(d, l), sum(e, l)), "")
	l = standards.English
	bad.Detail[1] = fmt.Sprintf("%s: %s → %s", en, sum(d, l), sum(e, l))
	bad.Compared = []assistance.Household{h}
	return bad
}

// sum says shortly what a decision comes to.
func sum(d *assistance.Decision, l standards.Lang) string {
	return d.Category.Text(l) + " " + benefit.Dibao.Text(l) + " " + or(d.Dibao.Payment.Text(l), "-") + " " + d.Total.Text(l)
}

// more are the incomes that are added, one at a time.
var more = []standards.Amount{standards.Fen(1, standards.PerYear), standards.Fen(1, standards.PerMonth), standards.Fen(137_31, standards.PerMonth), standards.Fen(1000_00, standards.PerMonth)}

// richer yields h with more income of each member, and of the household, and the decision of it.
func (c *checker) richer(h *assistance.Household) iter.Seq2[assistance.Household, assistance.Decision] {
	return func(yield func(assistance.Household, assistance.Decision) bool) {
		for i := range min(len(h.Members), 8) {
			for _, a := range more {
				rich := *h
				rich.Members = slices.Clone(h.Members)
				m := &rich.Members[i]
				m.Income = append(slices.Clone(m.Income), assistance.Income{Kind: standards.Wages, Amount: a})
				if e, err := assistance.Assess(c.set, rich); err == nil && !yield(rich, e) {
					return
				}
			}
		}
	}
}

// slack is by how much rounding alone may raise a payment. Rounding up to the yuan leaves a payment that is whole fen as it is, so that a
// fen more income can round one up that stood just above.
func (c *checker) slack() int64 {
	if c.set.Choice(standards.RoundingReading) == standards.UpToYuan {
		return 99
	}
	return 0
}

func sameTekun(d, e *assistance.Decision) bool {
	for i := range d.Members {
		if i >= len(e.Members) || d.Members[i].Tekun.Verdict != e.Members[i].Tekun.Verdict {
			return false
		}
	}
	return true
}

// dibaoOf is the dibao paid, false where that is not known.
func dibaoOf(d *assistance.Decision) (int64, bool) {
	switch d.Dibao.Verdict {
	case benefit.Eligible:
		return d.Dibao.Payment.Amount.Fen(), d.Dibao.Payment.Stated()
	case benefit.Undetermined:
		return 0, false
	}
	return 0, true
}

func (c *checker) moreIncome(h *assistance.Household, d *assistance.Decision) *InvariantError {
	before, ok := dibaoOf(d)
	if !ok {
		return nil
	}
	for rich, e := range c.richer(h) {
		after, ok := dibaoOf(&e)
		if ok && sameTekun(d, &e) && after > before+c.slack() {
			return compared("收入增加后", "with more income", d, &e, rich)
		}
	}
	return nil
}

func (c *checker) oneMore(h *assistance.Household, d *assistance.Decision) *InvariantError {
	before, ok := dibaoOf(d)
	if !ok || before == 0 || len(h.Members) >= assistance.MaxMembers {
		return nil
	}
	grown := *h
	on := c.set.Day()
	grown.Members = append(slices.Clone(h.Members), assistance.Member{ID: "+1", Born: standards.Day(on.Year-30, time.January, 1), Counted: standards.Yes,
		Income: []assistance.Income{}, Residence: h.Members[0].Residence})
	e, err := assistance.Assess(c.set, grown)
	if err != nil {
		return nil
	}
	if after, ok := dibaoOf(&e); ok && after < before {
		return compared("增加一名没有收入的成员", "with one more member, without income", d, &e, grown)
	}
	return nil
}

// oneKind is the kind of hukou of every member, false where there are two or it is not stated.
func oneKind(h *assistance.Household) (standards.Residence, bool) {
	var r standards.Residence
	for i := range h.Members {
		own := h.ResidenceOf(&h.Members[i])
		if own == 0 || i > 0 && own != r {
			return 0, false
		}
		r = own
	}
	return r, true
}

// plain reports whether dibao is the difference to the line alone, rounded up to the fen.
func (c *checker) plain(place standards.Place) bool {
	if c.set.Choice(standards.RoundingReading) != standards.UpToFen || c.set.Choice(standards.AverageReading) == standards.EachPerson {
		return false
	}
	for _, of := range standards.Key(standards.DibaoTopUp).Info().Of {
		for _, r := range standards.Residences() {
			if _, ok := c.set.Find(standards.Key(standards.DibaoTopUp), place, r, of); ok {
				return false
			}
		}
	}
	return true
}

func (c *checker) reachesLine(h *assistance.Household, d *assistance.Decision) *InvariantError {
	r, ok := oneKind(h)
	line := d.Dibao.Lines.Of(r)
	if !ok || !c.plain(h.Division) || d.Dibao.Verdict != benefit.Eligible || !line.Amount.Stated() {
		return nil
	}
	if row, err := c.set.Line(standards.DibaoLine, h.Division, r); err == nil {
		line.Amount = row.Amount
	}
	want := line.Amount.Annual()*int64(d.Dibao.Members) - d.Dibao.Income.Annual()
	over := d.Dibao.Payment.Amount.Fen()*standards.MonthsPerYear - want
	if over >= 0 && over < standards.MonthsPerYear {
		return nil
	}
	return failing(fmt.Sprintf("每年与低保标准相差%s元，发放%s", standards.Fen(want, standards.PerYear).YuanText(), d.Dibao.Payment.Text(standards.Chinese)),
		fmt.Sprintf("%s yuan a year below the line, and paid %s", standards.Fen(want, standards.PerYear).YuanText(), d.Dibao.Payment.Text(standards.English)))
}

// lessKnown yields h with one condition not stated where h states it. Facts that are taken as absent while not stated are none.
func lessKnown(set *standards.Set, h *assistance.Household) iter.Seq2[string, assistance.Household] {
	return func(yield func(string, assistance.Household) bool) {
		if h.Property != 0 {
			less := *h
			less.Property = 0
			if !yield("property", less) {
				return
			}
		}
		if h.Residence != 0 {
			less := *h
			less.Residence = 0
			if !yield("residence", less) {
				return
			}
		}
		for i := range h.Members {
			if c := h.Members[i].Disability; len(c.Components) > 0 {
				less := *h
				less.Members = slices.Clone(h.Members)
				less.Members[i].Disability.Components = nil
				if !yield("components", less) {
					return
				}
			}
			if h.Members[i].Disability.LongTermCare != 0 {
				less := *h
				less.Members = slices.Clone(h.Members)
				less.Members[i].Disability.LongTermCare = 0
				if !yield("longTermCare", less) {
					return
				}
			}
		}
	}
}

func (c *checker) unknownRefuses(h *assistance.Household, d *assistance.Decision) *InvariantError {
	for fact, less := range lessKnown(c.set, h) {
		e, err := assistance.Assess(c.set, less)
		if err != nil {
			continue
		}
		for of, p := range e.Parts() {
			known := d.Part(of).Verdict
			if p.Verdict == benefit.Eligible && known == benefit.Ineligible || p.Verdict == benefit.Ineligible && known == benefit.Eligible {
				return compared("载明"+fact, "by stating "+fact, &e, d, less)
			}
		}
	}
	return nil
}

// floorRows are the money rows for a group or the city that are floors: of the published tables, and of those laid over them.
func (c *checker) floorRows() []standards.Standard {
	rows := c.set.Rows()
	if published, err := standards.At(c.set.Day()); err == nil {
		rows = append(rows, published.Rows()...)
	}
	return slices.DeleteFunc(rows, func(s standards.Standard) bool {
		return s.Bound != standards.AtLeast || !s.Amount.Stated() || s.Place.IsDivision() || s.Place == standards.China
	})
}

// floor is the highest floor of k for place p and kind of hukou r, zero where there is none.
func (c *checker) floor(k standards.Key, p standards.Place, r standards.Residence) int64 {
	var high int64
	for _, s := range c.floors {
		if s.Key == k && s.Of == "" && p.In(s.Place) && (s.Residence == 0 || s.Residence == r) {
			high = max(high, s.Amount.Annual())
		}
	}
	return high
}

// lowRows finds the rows that govern a county-level unit with less than a floor.
func (c *checker) lowRows() []*InvariantError {
	var found []*InvariantError
	var seen []standards.Standard
	for _, f := range c.floors {
		for _, p := range standards.Divisions() {
			for _, r := range standards.Residences() {
				if !p.In(f.Place) || f.Residence != 0 && f.Residence != r {
					continue
				}
				row, ok := c.set.Find(f.Key, p, r, f.Of)
				if !ok || row.Amount.Compare(f.Amount) >= 0 || !row.Amount.Stated() || slices.Contains(seen, row) {
					continue
				}
				seen = append(seen, row)
				bad := failing(fmt.Sprintf("%s %s：%s，低于下限%s", row.Place.Text(standards.Chinese), f.Key.Text(standards.Chinese), row.Amount.Text(standards.Chinese), f.Amount.Text(standards.Chinese)),
					fmt.Sprintf("%s, %s: %s, below the floor of %s", row.Place.Text(standards.English), f.Key, row.Amount.Text(standards.English), f.Amount.Text(standards.English)))
				bad.Invariant, bad.Day, bad.Row = CityFloor, c.set.Day(), row
				found = append(found, bad)
			}
		}
	}
	return found
}

// cityFloor checks what is paid: the difference to the floor of the line, and the floors of the subsidies.
func (c *checker) cityFloor(h *assistance.Household, d *assistance.Decision) *InvariantError {
	below := func(n benefit.Name, paid benefit.Payment, annual int64) *InvariantError {
		least := (annual + standards.MonthsPerYear - 1) / standards.MonthsPerYear
		if !paid.Stated() || paid.Amount.Fen() >= least {
			return nil
		}
		return failing(n.Text(standards.Chinese)+paid.Text(standards.Chinese)+"，按下限应为"+yuan(least)+"元", n.String()+": "+paid.Text(standards.English)+", "+yuan(least)+" by the floor")
	}
	if r, ok := oneKind(h); ok && c.plain(h.Division) && d.Dibao.Verdict == benefit.Eligible {
		floor := c.floor(standards.Key(standards.DibaoLine), h.Division, r)
		if bad := below(benefit.Dibao, d.Dibao.Payment, floor*int64(d.Dibao.Members)-d.Dibao.Income.Annual()); bad != nil {
			return bad
		}
	}
	for i := range d.Members {
		place := h.Members[i].Division
		if place == 0 {
			place = h.Division
		}
		m := &d.Members[i]
		if bad := below(benefit.Living, m.Living.Payment, c.floor(standards.Key(standards.DisabilityLiving), place, 0)); bad != nil {
			return bad
		}
		if bad := below(benefit.Nursing, m.Nursing.Payment, c.floor(standards.Key(standards.DisabilityNursing), place, 0)); bad != nil {
			return bad
		}
	}
	return nil
}

func (c *checker) reversals(h *assistance.Household, d *assistance.Decision) *InvariantError {
	for rich, e := range c.richer(h) {
		rises := e.Total.Amount.Fen() > d.Total.Amount.Fen()+c.slack()
		if rises && whatif.ReversalOf(*d, e) == whatif.UnexplainedReversal {
			return compared("收入增加后", "with more income", d, &e, rich)
		}
	}
	return nil
}

// shrink makes the failing household as simple as it can be while it still fails.
func (c *checker) shrink(one invariant, bad *InvariantError) *InvariantError {
	for simpler := true; simpler; {
		simpler = false
		for h := range simplified(bad.Household) {
			if again := c.check(one, h); again != nil {
				bad, simpler = again, true
				break
			}
		}
	}
	return bad
}

// simplified yields households that are h with a little less.
func simplified(h assistance.Household) iter.Seq[assistance.Household] {
	return func(yield func(assistance.Household) bool) {
		for i := range h.Members {
			less := h
			less.Members = slices.Delete(slices.Clone(h.Members), i, i+1)
			if len(less.Members) > 0 && !yield(less) {
				return
			}
		}
		for _, f := range assistance.Fields() {
			for i := range h.Members {
				if f.OfMember || i == 0 {
					less := h
					less.Members = slices.Clone(h.Members)
					if drop(&less, i, f) && !yield(less) {
						return
					}
				}
			}
		}
		if less := h; fewerIncomes(&less.Income) && !yield(less) {
			return
		}
		for i := range h.Members {
			for _, change := range [...]func(*[]assistance.Income) bool{fewerIncomes, rounder} {
				less := h
				less.Members = slices.Clone(h.Members)
				if change(&less.Members[i].Income) && !yield(less) {
					return
				}
			}
		}
	}
}

// drop takes a fact back, of a certificate the whole of it with its category, and reports whether it was stated.
func drop(h *assistance.Household, member int, f assistance.Field) bool {
	switch {
	case f.Get(h, member) == "":
		return false
	case f.Name == "disability.category":
		h.Members[member].Disability = disability.Certificate{}
		return true
	}
	return !f.Required && f.Set(h, member, "") == nil
}

// fewerIncomes drops the last income.
func fewerIncomes(list *[]assistance.Income) bool {
	if len(*list) == 0 {
		return false
	}
	*list = slices.Clone((*list)[:len(*list)-1])
	return true
}

// rounder makes the first income that is not whole hundreds of yuan so.
func rounder(list *[]assistance.Income) bool {
	for i, in := range *list {
		for _, unit := range [...]int64{100_00, 1_00} {
			if rest := in.Amount.Fen() % unit; rest != 0 {
				*list = slices.Clone(*list)
				(*list)[i].Amount = standards.Fen(in.Amount.Fen()-rest, in.Amount.Per())
				return true
			}
		}
	}
	return false
}

// Households yields n households for the standards of set, for [CheckHouseholds].
func (g *Generator) Households(set *standards.Set, n int) iter.Seq[assistance.Household] {
	return func(yield func(assistance.Household) bool) {
		for range n {
			if !yield(g.Household(set)) {
				return
			}
		}
	}
}
