package caseload

import (
	"cmp"
	"iter"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The bands of Changes.
const (
	ChangeBands = 10    // bands on either side of no change; the last has no end
	ChangeFen   = 50_00 // the width of a band, in fen a month
)

// Changes counts the households that gain or lose, and how much.
type Changes struct {
	Gainers, Losers, Same int64 // households

	// Gain and Loss are fen a month, never netted, and math.MaxInt64 where they come to that or
	// more.
	Gain, Loss int64

	// Bands counts households by change: the largest losses first, no change in the middle.
	Bands [2*ChangeBands + 1]int64
}

// Listed is the length of the lists in a Comparison: of the largest gains and losses, of the ids of
// a Turn, and of the refusals.
const Listed = 20

// Difference says what changes for one household.
type Difference struct {
	ID string

	// By is the change in fen a month, below zero for a loss. Of totals that are at least, it is
	// the change of what is known of them.
	By int64

	Before, After benefit.Payment

	// Household is the household, to explain why: verify.Changes of its two decisions.
	Household assistance.Household
}

// Turn counts the households whose verdict on dibao turns from one to another. Its people are those
// whom dibao covers where it is eligible.
type Turn struct {
	Tally
	First []string // ids, in the order in which they come, at most Listed

	// Examples are the households of First, to explain why: verify.Changes of their two decisions.
	Examples []assistance.Household
}

// Lack names what a household waits for: a fact, or a figure.
type Lack struct {
	Fact   benefit.Fact
	Figure benefit.Figure // zero where it is a fact
}

// String names the fact or the figure shortly: property, dibao-line@430223/urban.
func (l Lack) String() string {
	if l.Fact != 0 {
		return l.Fact.String()
	}
	return l.Figure.String()
}

// Comparison sets what households are due before and after side by side, by weight.
//
// Every household that is not refused is in one of the Outcomes, of which only an exact change is
// certain.
type Comparison struct {
	Before, After Totals

	Reach [2]Reach // to which households something is due, before and after

	Outcomes        // of all households
	Groups   Groups // of the same households, by what they are

	Lacking    map[Lack]int64 // households in Open by what they wait for, each once for each
	Ineligible Tally          // households not eligible for dibao before; people are those counted

	Begun    Turn // newly eligible for dibao
	Ended    Turn // no longer eligible: ineligible or not examined after
	Reopened Turn // eligible before, undetermined after
	Resolved Turn // undetermined before, eligible after: whether newly is not known

	// Gains and Losses list the largest changes in Exact and AtLeast, at most Listed of each, and
	// of changes alike the first by id.
	Gains, Losses []Difference

	Refused  int64   // households that could not be used, which are in nothing else
	Refusals []error // the first of them, at most Listed
}

// Compare decides households under two sets of standards, with everyone as old as on the day of
// each: between two days some come of age. CompareOn takes the ages of one day. Compare counts a
// household that comes with an error or is refused, and goes on. It reports an error only where a
// set is missing.
func Compare(before, after *standards.Set, households iter.Seq2[assistance.Household, error]) (Comparison, error) {
	return CompareOn(standards.Date{}, before, after, households)
}

// CompareOn is Compare with everyone as old as on one day under both sets, so that nothing but the
// law differs: see [Aged].
func CompareOn(day standards.Date, before, after *standards.Set,
	households iter.Seq2[assistance.Household, error]) (Comparison, error) {
	if before == nil || after == nil {
		return Comparison{}, wire.Missing("standards")
	}
	if households == nil {
		return Comparison{}, wire.Missing("households")
	}
	var c Comparison
	var old, now assistance.Decision
	for h, err := range households {
		if err == nil {
			err = c.add(day, before, after, &h, &old, &now)
		}
		if err == nil {
			continue
		}
		if c.Refused++; len(c.Refusals) < Listed {
			c.Refusals = append(c.Refusals, err)
		}
	}
	return c, nil
}

// Add compares one household, with everyone as old as on the given day under both sets; the zero
// Date is the day of each set. It reports the errors of a household that is refused, and adds
// nothing then.
func (c *Comparison) Add(day standards.Date, before, after *standards.Set, h *assistance.Household) error {
	switch {
	case c == nil:
		return wire.Missing("comparison")
	case h == nil:
		return wire.Missing("household")
	}
	var old, now assistance.Decision
	return c.add(day, before, after, h, &old, &now)
}

// add is Add with room for the two decisions.
func (c *Comparison) add(day standards.Date, before, after *standards.Set, h *assistance.Household, old,
	now *assistance.Decision) error {
	if err := assessOn(old, day, before, h); err != nil {
		return err
	}
	if err := assessOn(now, day, after, h); err != nil {
		return err
	}
	c.AddDecided(h, old, now)
	return nil
}

// AddDecided compares one household by its decisions before and after. Callers who compare several
// drafts with one law decide each household once under each.
func (c *Comparison) AddDecided(h *assistance.Household, old, now *assistance.Decision) {
	if c == nil || h == nil || old == nil || now == nil {
		return
	}
	w := Weight(h)
	c.Before.Add(h, old)
	c.After.Add(h, now)
	for i, d := range [...]*assistance.Decision{old, now} {
		c.Reach[i].Add(h, d)
	}
	c.addChange(h, old, now, w)
	c.addTurn(h, &old.Dibao, &now.Dibao, w)
}

// assessOn decides h under set into d, with everyone as old as on a day; the zero Date is that of
// set, as nobody is born by it.
func assessOn(d *assistance.Decision, day standards.Date, set *standards.Set, h *assistance.Household) error {
	aged := Aged(*h, day, set.Day())
	return d.Assess(set, &aged)
}

// addChange adds the change of the total of a household.
func (c *Comparison) addChange(h *assistance.Household, old, now *assistance.Decision, w int64) {
	by, known := changeOf(old, now)
	c.Outcomes.of(known).add(by, w)
	c.Groups.add(h, by, known, w)
	c.Groups.addBenefits(old, now, w)
	d := Difference{ID: h.ID, By: by, Before: old.Total, After: now.Total, Household: *h}
	switch {
	case known == openChange:
		c.addLacks(old, now, w)
	case known == unclearChange:
	case by > 0:
		c.Gains = insertLargest(c.Gains, d)
	case by < 0:
		c.Losses = insertLargest(c.Losses, d)
	}
}

// addLacks counts what a household waits for, before or after, each fact and figure once.
func (c *Comparison) addLacks(old, now *assistance.Decision, w int64) {
	if c.Lacking == nil {
		c.Lacking = map[Lack]int64{}
	}
	var seen []Lack
	for _, needs := range [...][]benefit.Need{old.Needs, now.Needs} {
		for i := range needs {
			l := Lack{Fact: needs[i].Fact, Figure: needs[i].Figure}
			if !slices.Contains(seen, l) {
				seen = append(seen, l)
				c.Lacking[l] += w
			}
		}
	}
}

// addTurn adds the turn of the verdict on dibao.
func (c *Comparison) addTurn(h *assistance.Household, old, now *assistance.Dibao, w int64) {
	if old.Verdict == benefit.Ineligible {
		c.Ineligible.add(w, old.Members)
	}
	was, is := old.Verdict == benefit.Eligible, now.Verdict == benefit.Eligible
	switch {
	case was == is:
	case is && old.Verdict == benefit.Undetermined:
		c.Resolved.add(h, w, now.Covered())
	case is:
		c.Begun.add(h, w, now.Covered())
	case now.Verdict == benefit.Undetermined:
		c.Reopened.add(h, w, old.Covered())
	default:
		c.Ended.add(h, w, old.Covered())
	}
}

func (t *Turn) add(h *assistance.Household, w int64, people int) {
	t.Tally.add(w, people)
	if len(t.First) < Listed {
		t.First, t.Examples = append(t.First, h.ID), append(t.Examples, *h)
	}
}

func (t *Tally) add(w int64, people int) {
	t.Households += w
	t.People += w * int64(people)
}

func (c *Changes) add(change, w int64) {
	band := ChangeBands
	switch {
	case change > 0:
		c.Gainers += w
		c.Gain = saturating.Add(c.Gain, change, w)
		band += int(min(1+(change-1)/ChangeFen, ChangeBands))
	case change < 0:
		c.Losers += w
		c.Loss = saturating.Add(c.Loss, -change, w)
		band -= int(min(1+(-change-1)/ChangeFen, ChangeBands))
	default:
		c.Same += w
	}
	c.Bands[band] += w
}

// insertLargest inserts d into the list of the largest changes. The list does not depend on the
// order in which changes come.
func insertLargest(list []Difference, d Difference) []Difference {
	at, _ := slices.BinarySearchFunc(list, d, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(max(b.By, -b.By), max(a.By, -a.By)), cmp.Compare(a.ID, b.ID))
	})
	list = slices.Insert(list, at, d)
	return list[:min(len(list), Listed)]
}

// oldest is the highest age that Aged gives anyone: above it nobody could be born on a day that is
// accepted, and no rule asks for more.
const oldest = 120

// Aged returns h with everyone as old on the day to as on the day from, so that nobody gains or
// loses by a birthday where the law of two days is compared. A member who would be of another age
// is taken as born so many full years before the day to. A member born after the day from, or older
// than 120 on it, stays unchanged. Aged does not change h itself.
func Aged(h assistance.Household, from, to standards.Date) assistance.Household {
	var aged []assistance.Member
	for i := range h.Members {
		born := h.Members[i].Born
		if !born.Valid() || from.Before(born) {
			continue
		}
		age := born.AgeOn(from)
		if age > oldest || age == born.AgeOn(to) && !to.Before(born) {
			continue
		}
		if aged == nil {
			aged = slices.Clone(h.Members)
		}
		aged[i].Born = to.AddYears(-age)
	}
	if aged != nil {
		h.Members = aged
	}
	return h
}
