package assistancetest

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/vary"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

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
		bad = failing("合计"+d.Total.Text(standards.Chinese)+"，各项之和为"+yuan(sum),
			"the total is "+d.Total.Text(standards.English)+", the parts sum to "+yuan(sum))
	}
	return bad
}

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
	same := e.Category == d.Category && e.Dibao == d.Dibao && e.LowIncome == d.LowIncome && e.Total == d.Total &&
		slices.Equal(e.Members, d.Members) &&
		e.Readings == d.Readings && len(e.Needs) == len(d.Needs) && len(e.Assumed) == len(d.Assumed)
	if same {
		return nil
	}
	return compared("按相反次序", "in reverse", d, &e, turned)
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

// oneMore does not add to a household of one who is absent: the only member counts as clergy, and
// one of two does not. It settles what is open, since the only member also counts whatever the
// relation.
func (c *checker) oneMore(h *assistance.Household, d *assistance.Decision) *InvariantError {
	h, d = c.everyoneIn(h, d)
	before, ok := dibaoOf(d)
	aloneAbsent := len(h.Members) == 1 && h.Members[0].Absence != 0
	if !ok || before == 0 || aloneAbsent || len(h.Members) >= assistance.MaxMembers {
		return nil
	}
	grown := *h
	on := c.set.Day()
	grown.Members = append(slices.Clone(h.Members),
		assistance.Member{ID: "+1", Born: standards.Day(on.Year-30, time.January, 1),
			Counted: standards.Yes, Income: []assistance.Income{}, Residence: h.Members[0].Residence})
	e, err := assistance.Assess(c.set, grown)
	if err != nil {
		return nil
	}
	if after, ok := dibaoOf(&e); ok && after < before {
		return compared("增加一名没有收入的成员", "with one more member, without income", d, &e, grown)
	}
	return nil
}

func (c *checker) reachesLine(h *assistance.Household, d *assistance.Decision) *InvariantError {
	h, d = c.everyoneIn(h, d)
	r, ok := c.lineAlone(h, d)
	line := d.Dibao.Lines.Of(r)
	if !ok || !line.Amount.Stated() || !d.Dibao.Payment.Stated() {
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
	below := standards.Fen(want, standards.PerYear).YuanText()
	return failing(fmt.Sprintf("每年与低保标准相差%s元，发放%s", below, d.Dibao.Payment.Text(standards.Chinese)),
		fmt.Sprintf("%s yuan a year below the line, and paid %s", below, d.Dibao.Payment.Text(standards.English)))
}

func (c *checker) unknownRefuses(h *assistance.Household, d *assistance.Decision) *InvariantError {
	for taken, less := range c.lessKnown(h) {
		e, err := assistance.Assess(c.set, less)
		if err != nil || assumes(&e, taken.field, h.Members[taken.member].ID) {
			continue
		}
		if len(reversedParts(&e, d)) > 0 {
			name := strings.TrimPrefix(taken.field.Name, "disability.")
			return compared("载明"+name, "by stating "+name, &e, d, less)
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

// moreIncomes returns the incomes that richer adds, one at a time.
func moreIncomes() [4]standards.Amount {
	return [...]standards.Amount{standards.Fen(1, standards.PerYear), standards.Fen(1, standards.PerMonth),
		standards.Fen(137_31, standards.PerMonth), standards.Fen(1000_00, standards.PerMonth)}
}

// richer yields h with more income of a member, and the decision on it. An income that is not
// stated is left so: to state it is to settle what was unknown, and that may open a kind of hukou
// that was undetermined. Of who is young enough it is taken as none.
func (c *checker) richer(h *assistance.Household) iter.Seq2[assistance.Household, assistance.Decision] {
	return func(yield func(assistance.Household, assistance.Decision) bool) {
		for i := range min(len(h.Members), 8) {
			if m := &h.Members[i]; m.Income == nil && m.Born.AgeOn(c.set.Day()) >= incomeAge {
				continue
			}
			for _, a := range moreIncomes() {
				rich := vary.Member(h, i, func(m *assistance.Member) {
					m.Income = append(slices.Clone(m.Income), assistance.Income{Kind: standards.Wages, Amount: a})
				})
				if e, err := assistance.Assess(c.set, rich); err == nil && !yield(rich, e) {
					return
				}
			}
		}
	}
}

// slack returns by how many fen rounding alone may raise a payment. Rounding up to the yuan leaves
// whole fen as they are, so with a fen more income a payment that stood just above can be rounded
// up.
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

// dibaoOf returns the dibao paid in fen a month, and false if that is not known.
func dibaoOf(d *assistance.Decision) (int64, bool) {
	switch d.Dibao.Verdict {
	case benefit.Eligible:
		return d.Dibao.Payment.Amount.Fen(), d.Dibao.Payment.Stated()
	case benefit.Undetermined:
		return 0, false
	}
	return 0, true
}

// oneKind returns the kind of hukou of every member, and false if there are two or it is not
// stated.
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

// everyoneIn returns h with each member counted whose relation may leave that open, and the
// decision on it. It returns h and d themselves if there is no such member.
//
// What is open is decided every way, and the payment is the lowest of the ways, for fewer people
// than d.Dibao.Members where a member is left out. So each way pays up to the line, and the lowest
// payment need not.
func (c *checker) everyoneIn(
	h *assistance.Household, d *assistance.Decision,
) (*assistance.Household, *assistance.Decision) {
	settled, open := *h, false
	settled.Members = slices.Clone(h.Members)
	for i := range settled.Members {
		m := &settled.Members[i]
		examined := m.Absence == 0 || c.set.Choice(standards.AbsentOthersReading) == standards.AbsentCounted
		if examined && m.Counted == 0 && slices.Contains(mayBeOpen[:], m.Relation) {
			m.Counted, open = standards.Yes, true
		}
	}
	if !open {
		return h, d
	}
	e, err := assistance.Assess(c.set, settled)
	if err != nil {
		return h, d
	}
	return &settled, &e
}

// mayBeOpen are the relations that leave counting open on some day or at some age.
var mayBeOpen = [...]benefit.Relation{benefit.AdultChild, benefit.IndependentAdultChild, benefit.ChildSpouse,
	benefit.Grandchild,
	benefit.Grandparent, benefit.Sibling, benefit.SupportedRelative, benefit.Parent, benefit.MinorChild}

// lineAlone returns the kind of hukou of all members of h, and whether d pays them the difference
// to its line alone. It does not where no one income is stated: the household's own income then
// goes by a kind of hukou that is open, and each way takes another.
func (c *checker) lineAlone(h *assistance.Household, d *assistance.Decision) (standards.Residence, bool) {
	r, ok := oneKind(h)
	return r, ok && c.isLineAlone(h.Division) && d.Dibao.Verdict == benefit.Eligible && d.Dibao.Income.Stated()
}

// isLineAlone reports whether dibao is the difference to the line alone, rounded up to the fen:
// without top-ups, bands or a least payment.
func (c *checker) isLineAlone(place standards.Place) bool {
	if c.set.Choice(standards.RoundingReading) != standards.UpToFen ||
		c.set.Choice(standards.AverageReading) == standards.EachPerson {
		return false
	}
	_, least := c.set.Find(standards.Key(standards.DibaoMinimum), place, 0, "")
	return !least && len(c.set.Classes(standards.DibaoTopUp, place)) == 0 &&
		len(c.set.Classes(standards.DibaoBand, place)) == 0
}
