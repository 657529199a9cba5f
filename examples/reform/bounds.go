package main

import (
	"encoding/json"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/standards"
)

// Limits of bounding a register, so that it takes seconds whatever is missing in it.
const (
	mostCompletions = 1_500_000 // of facts that are not stated, in all
	mostOfHousehold = 256       // of one household
	mostRemembered  = 4_000     // households, so that one like an earlier one is not tried again
	listedUnbounded = 10        // ids
)

// registerBounds adds up the least and the most that a register can be due a month: households that
// wait for facts are tried with every completion of them. A registerBounds of a limit has added
// nothing.
type registerBounds struct {
	least, most int64 // fen
	noEnd       group // no upper end is on record: an amount is a lower limit, or a figure is missing
	notTried    group // the facts could be completed in too many ways
	tried       int
	limit       int // of completions
	known       map[string]whatif.Range
}

// group is households, by weight, and the ids of the first of them.
type group struct {
	Households int64    `json:"households"`
	First      []string `json:"first"`
}

func (g *group) add(id string, w int64) {
	g.Households += w
	if len(g.First) < listedUnbounded {
		g.First = append(g.First, id)
	}
}

// add adds a household with its decision under a set.
func (b *registerBounds) add(set *standards.Set, h *assistance.Household, d *assistance.Decision) {
	w := caseload.Weight(h)
	r := whatif.Range{Least: d.Total.Amount}
	switch {
	case waitsForFact(d):
		r = b.between(set, h, d)
	case d.Total.Bound == standards.Exactly && len(d.Needs) == 0:
		r.Most = r.Least
	}
	b.least = saturating.Add(b.least, r.Least.Fen(), w)
	switch {
	case r.Most.Stated():
		b.most = saturating.Add(b.most, r.Most.Fen(), w)
		return
	case r.Exceeded:
		b.notTried.add(h.ID, w)
	default:
		b.noEnd.add(h.ID, w)
	}
	b.most = saturating.Add(b.most, r.Least.Fen(), w)
}

// waitsForFact reports whether a decision waits for a fact, and not only for figures.
func waitsForFact(d *assistance.Decision) bool {
	for i := range d.Needs {
		if d.Needs[i].Fact != 0 {
			return true
		}
	}
	return false
}

// between bounds one household that waits for facts, as long as there are completions left.
func (b *registerBounds) between(set *standards.Set, h *assistance.Household, d *assistance.Decision) whatif.Range {
	key := factsOf(h)
	if r, ok := b.known[key]; ok {
		return r
	}
	left := min(b.limit-b.tried, mostOfHousehold)
	if left <= 0 {
		return whatif.Range{Least: d.Total.Amount, Exceeded: true}
	}
	r, tried, err := whatif.BetweenWithin(set, *h, left)
	if err != nil {
		return whatif.Range{Least: d.Total.Amount, Exceeded: true} // it was decided, so this does not happen
	}
	b.tried += tried + 1
	if b.known == nil {
		b.known = map[string]whatif.Range{}
	}
	if len(b.known) < mostRemembered {
		b.known[key] = r
	}
	return r
}

// factsOf spells the facts of a household without the names in it, the same for households alike.
func factsOf(h *assistance.Household) string {
	alike := nameless(h)
	text, err := json.Marshal(&alike)
	if err != nil {
		return h.ID
	}
	return string(text)
}

// nameless is h with numbers in place of ids and without its weight.
func nameless(h *assistance.Household) assistance.Household {
	alike := *h
	alike.ID, alike.Weight = "", 0
	alike.Members = append([]assistance.Member{}, h.Members...)
	for i := range alike.Members {
		alike.Members[i].ID = strconv.Itoa(i)
	}
	return alike
}

// bounds are the least and the most that a register can be due a month.
type bounds struct {
	Least    sheet.Sum `json:"least"`
	Most     sheet.Sum `json:"most"`       // a lower limit where a household has no upper end or was not tried
	NoEnd    group     `json:"noUpperEnd"` // households of which no upper end is on record
	NotTried group     `json:"notTried"`   // households whose facts could be completed in too many ways
}

func boundsOf(b *registerBounds) bounds {
	open := b.noEnd.Households+b.notTried.Households > 0
	return bounds{Least: sheet.SumOf(b.least, false), Most: sheet.SumOf(b.most, open), NoEnd: listedGroup(b.noEnd), NotTried: listedGroup(b.notTried)}
}

// listedGroup is g, on the wire with [] where nobody is in it.
func listedGroup(g group) group { return group{g.Households, listOf(g.First)} }
