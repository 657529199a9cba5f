package caseload

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// ChangeBands is how many bands of changes there are on either side of none, each of ChangeFen a month, the last without an end.
const (
	ChangeBands = 10
	ChangeFen   = 50_00
)

// Changes are how what households are due a month changes.
type Changes struct {
	Gainers, Losers, Same int64                    // households
	Gain, Loss            int64                    // fen a month; never netted
	Bands                 [2*ChangeBands + 1]int64 // households by change: the largest losses first, no change in the middle
}

// Listed is how many of the largest gains and losses, and of the refusals, a Comparison lists.
const Listed = 20

// Difference is what changes for one household.
type Difference struct {
	ID            string
	By            int64 // fen a month, below zero for a loss; where a total is at least, how far what is known of them lies apart
	Before, After benefit.Payment
}

// Comparison is what households are due before and after, by weight.
type Comparison struct {
	Before, After Totals
	Exact         Changes      // of households whose totals are exact before and after
	Open          Changes      // of those with a total that is at least: of what is known of it
	Begun, Ended  Tally        // newly eligible for dibao, and no longer; people are those counted
	Reopened      Tally        // eligible before, undetermined after
	Gains, Losses []Difference // the largest, at most Listed, each household once; of those alike the first by id
	Refused       int64        // households that could not be used: they are in nothing else
	Refusals      []error      // the first of them, at most Listed
}

// Compare decides households before and after, everyone as old as on the day of each set: between two days some come of age. CompareOn takes
// the ages of one day. A household that comes with an error, or that is refused, is counted, and the next one goes on. It reports an error
// only where a set is missing.
func Compare(before, after *standards.Set, households iter.Seq2[assistance.Household, error]) (Comparison, error) {
	return CompareOn(standards.Date{}, before, after, households)
}

// CompareOn is Compare with everyone as old as on one day under both sets, so that nothing but the law differs: as if born so many years
// earlier or later. Someone born after that day stays as he is.
func CompareOn(day standards.Date, before, after *standards.Set, households iter.Seq2[assistance.Household, error]) (Comparison, error) {
	var c Comparison
	if before == nil || after == nil {
		_, err := assistance.Assess(nil, assistance.Household{})
		return c, err
	}
	for h, err := range households {
		if err == nil {
			err = c.add(day, before, after, &h)
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

// Households are the households of records, for Compare and Pack.
func Households(records iter.Seq2[Record, error]) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		for r, err := range records {
			if !yield(r.Household, err) {
				return
			}
		}
	}
}

// Add compares one household, as old as on the day of each set. It reports the errors of a household that is refused, and adds nothing.
func (c *Comparison) Add(before, after *standards.Set, h *assistance.Household) error {
	return c.add(standards.Date{}, before, after, h)
}

func (c *Comparison) add(day standards.Date, before, after *standards.Set, h *assistance.Household) error {
	old, err := assistance.Assess(before, agedOn(day, before, h))
	if err != nil {
		return err
	}
	now, err := assistance.Assess(after, agedOn(day, after, h))
	if err != nil {
		return err
	}
	w := weight(h)
	c.Before.Add(h, &old)
	c.After.Add(h, &now)
	into := &c.Exact
	if old.Total.Bound == standards.AtLeast || now.Total.Bound == standards.AtLeast {
		into = &c.Open
	}
	d := Difference{h.ID, now.Total.Amount.Fen() - old.Total.Amount.Fen(), old.Total, now.Total}
	into.add(d.By, w)
	switch {
	case d.By > 0:
		c.Gains = listed(c.Gains, d)
	case d.By < 0:
		c.Losses = listed(c.Losses, d)
	}
	was, is := old.Dibao.Verdict == benefit.Eligible, now.Dibao.Verdict == benefit.Eligible
	switch {
	case is && !was:
		c.Begun.add(w, now.Dibao.Members)
	case was && now.Dibao.Verdict == benefit.Undetermined:
		c.Reopened.add(w, old.Dibao.Members)
	case was && !is:
		c.Ended.add(w, old.Dibao.Members)
	}
	return nil
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
		c.Gain += change * w
		band += int(min(1+(change-1)/ChangeFen, ChangeBands))
	case change < 0:
		c.Losers += w
		c.Loss -= change * w
		band -= int(min(1+(-change-1)/ChangeFen, ChangeBands))
	default:
		c.Same += w
	}
	c.Bands[band] += w
}

// listed puts d among the largest, whatever the order in which they come.
func listed(list []Difference, d Difference) []Difference {
	at, _ := slices.BinarySearchFunc(list, d, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(max(b.By, -b.By), max(a.By, -a.By)), cmp.Compare(a.ID, b.ID))
	})
	if at == Listed {
		return list
	}
	list = slices.Insert(list, at, d)
	return list[:min(len(list), Listed)]
}

// agedOn returns h with everyone as old on the day of set as on day; h itself where no day is asked.
func agedOn(day standards.Date, set *standards.Set, h *assistance.Household) assistance.Household {
	if day.IsZero() || day == set.Day() {
		return *h
	}
	aged := *h
	aged.Members = slices.Clone(h.Members)
	for i := range aged.Members {
		born := &aged.Members[i].Born
		if !born.Valid() || day.Before(*born) || set.Day().Before(*born) {
			continue
		}
		if years := born.AgeOn(set.Day()) - born.AgeOn(day); years != 0 {
			*born = shifted(*born, years)
		}
		if set.Day().Before(*born) {
			*born = set.Day()
		}
	}
	return aged
}

// shifted returns the same day of another year, 1 March for a 29 February that the year does not have.
func shifted(d standards.Date, years int) standards.Date {
	to := standards.Day(d.Year+years, d.Month, d.Day)
	if !to.Valid() {
		to = standards.Day(d.Year+years, time.March, 1)
	}
	return to
}
