package assistancetest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The households of [CheckInvariants].
const (
	DefaultSeed       = 1
	DefaultHouseholds = 1500
)

// Invariant names a property that every household has under sound tables.
type Invariant string

// The invariants, in the order in which they are checked.
const (
	Refused         Invariant = "refused"          // a usable household is decided
	NothingNegative Invariant = "nothing-negative" // no payment is negative, and the total is the sum of them
	AnyOrder        Invariant = "any-order"        // the order of members and of incomes does not matter
	MoreIncome      Invariant = "more-income"      // more income never raises dibao while tekun verdicts stay
	OneMore         Invariant = "one-more"         // a counted member without income never lowers dibao
	// dibao brings income to the line, and above it by less than a fen a month
	ReachesLine Invariant = "reaches-line"
	// stating a fact moves eligible to ineligible, or back, only from undetermined
	UnknownRefuses Invariant = "unknown-refuses"
	CityFloor      Invariant = "city-floor" // no one in a county-level unit gets less than the city's floors
	Reversals      Invariant = "reversal"   // a total that rises with rising income does so by a known Reversal
)

var invariantTexts = map[Invariant][2]string{
	Refused:         {"可用的家庭应当能够审核", "a usable household is decided"},
	NothingNegative: {"任何一项金额不得为负，合计等于各项之和", "no payment is negative, and the total is the sum of them"},
	AnyOrder:        {"成员和收入的先后次序不影响结果", "the order of members and of incomes does not matter"},
	MoreIncome:      {"特困认定不变时，收入增加，低保金不得增加", "more income never raises dibao while tekun verdicts stay"},
	OneMore:         {"增加一名没有收入的共同生活成员，低保金不得减少", "a counted member without income never lowers dibao"},
	ReachesLine: {"发放低保金后收入达到低保标准，超出部分每月不足一分",
		"dibao brings income to the line, and above it by less than a fen a month"},
	UnknownRefuses: {"事项由未载明变为载明，不得使符合与不符合直接互换",
		"stating a fact moves eligible to ineligible, or back, only from undetermined"},
	CityFloor: {"县市区不得低于全市规定的下限", "no one in a county-level unit gets less than the city's floors"},
	Reversals: {"收入增加而合计上升，只能出于已知的原因", "a total that rises with rising income does so by a known reversal"},
}

// InvariantError is an invariant that does not hold, and the smallest household found for which it
// does not.
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
	if e == nil {
		return ""
	}
	var b strings.Builder
	pair := invariantTexts[e.Invariant]
	fmt.Fprintf(&b, "%s %s: %s", e.Day, wire.Shown(string(e.Invariant)), l.In(pair[0], pair[1]))
	if e.Failed > 1 {
		fmt.Fprintf(&b, l.In("（%d户不符，最简的一例如下）", " (fails for %d households; the simplest found)"), e.Failed)
	}
	fmt.Fprintf(&b, "\n  %s", wire.Printable(l.In(e.Detail[0], e.Detail[1]), shownJSON))
	if len(e.Household.Members) > 0 {
		fmt.Fprintf(&b, "\n  %s", householdJSON(e.Household))
	}
	for _, h := range e.Compared {
		fmt.Fprintf(&b, l.In("\n  对照 %s", "\n  against %s"), householdJSON(h))
	}
	return b.String()
}

// shownHousehold limits the characters that are shown of a household, so that it can be decided
// again.
const shownHousehold = 10_000

func householdJSON(h assistance.Household) string {
	text, err := json.Marshal(h)
	if err != nil {
		return err.Error()
	}
	return wire.Printable(string(text), shownHousehold)
}

// CheckInvariants checks every [Invariant] on the standards of set, over [DefaultHouseholds]
// households of a [Generator] with [DefaultSeed]. It returns [Errors] with an [*InvariantError] for
// each that does not hold. The error prints as JSON a simple household that fails.
func CheckInvariants(set *standards.Set) error {
	return CheckHouseholds(set, NewGenerator(DefaultSeed).Households(set, DefaultHouseholds))
}

// CheckHouseholds is [CheckInvariants] over these households: a county's own register, say, or
// another seed.
//
// A property is not checked if the tables leave it without a subject. Dibao is not compared if one
// of two verdicts is undetermined. ReachesLine is not checked with top-ups, bands or a least
// payment, with payments rounded otherwise than up to the fen, or under the reading that gives each
// person the average level. If payments are rounded up to the yuan, a rise of less than a yuan is
// none.
//
// If it is open whether a member counts, the payment is the lowest of those that the ways to settle
// it give. OneMore, ReachesLine and CityFloor then check the way in which each such member counts:
// a payment for fewer people need not reach the line for all, and the only member counts whatever
// the relation. No income is added to one that is not stated, since that settles what was unknown.
//
// UnknownRefuses takes back every fact that is stated, one at a time, but those that the law takes
// for something without a word, such as that nobody is away. What a decision lists as assumed may
// turn it.
func CheckHouseholds(set *standards.Set, households iter.Seq[assistance.Household]) error {
	if households == nil {
		return wire.Missing("households")
	}
	c := newChecker(set)
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

// invariant is one property of a household and its decision. It returns what does not hold, nil if
// all does.
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

	listed []fields.Field // see listedFields
}

func newChecker(set *standards.Set) *checker {
	c := &checker{set: set, listed: listedFields()}
	c.floors = c.floorRows()
	return c
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

// compared says what two decisions come to, the second that of h.
func compared(zh, en string, d, e *assistance.Decision, h assistance.Household) *InvariantError {
	l := standards.Chinese
	bad := failing(fmt.Sprintf("%s：%s → %s", zh, resultText(d, l), resultText(e, l)), "")
	l = standards.English
	bad.Detail[1] = fmt.Sprintf("%s: %s → %s", en, resultText(d, l), resultText(e, l))
	bad.Compared = []assistance.Household{h}
	return bad
}

// resultText says shortly what a decision comes to.
func resultText(d *assistance.Decision, l standards.Lang) string {
	return d.Category.Text(l) + " " + benefit.Dibao.Text(l) + " " + cmp.Or(d.Dibao.Payment.Text(l), "-") + " " +
		d.Total.Text(l)
}

func yuan(fen int64) string { return standards.Fen(fen, standards.PerMonth).YuanText() }
