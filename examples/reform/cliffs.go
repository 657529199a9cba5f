package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
)

// At how many households is looked for cliffs, and how many of them are drawn, where none are
// named.
const (
	lookedAt = 20
	drawn    = 3
)

// looked are the households that are kept to look for cliffs: those named, in that order, or the
// first that come.
type looked struct {
	named []string // empty: the first that come
	found []*assistance.Household
	was   [][]whatif.Boundary // of each found before, the same for every variant; as far as it was asked for
}

func lookFor(named []string) looked {
	return looked{named: named, found: make([]*assistance.Household, len(named))}
}

// add keeps h if it is to be looked at.
func (l *looked) add(h *assistance.Household) {
	if len(l.named) == 0 {
		if len(l.found) < lookedAt {
			l.found = append(l.found, h)
		}
		return
	}
	for i, id := range l.named {
		if id == h.ID {
			l.found[i] = h
		}
	}
}

// missing is the first household named that did not come, "" if all did.
func (l *looked) missing() string {
	for i, h := range l.found {
		if h == nil {
			return l.named[i]
		}
	}
	return ""
}

// drawn are the curves to draw: of all households named, or of the first.
func (l *looked) drawn(curves []curve) []curve {
	if len(l.named) > 0 {
		return curves
	}
	return curves[:min(len(curves), drawn)]
}

// cliff is a cliff of one household that stands on one side only.
type cliff struct {
	Household string      `json:"household"`
	Member    string      `json:"member"`
	At        json.Number `json:"at"` // the income a month in yuan
	Added     bool        `json:"added"`
	Text      [2]string   `json:"text"`
}

// curve is a household's total against the income of a member, before and after.
type curve struct {
	h          assistance.Household
	member     string
	boundaries [2][]whatif.Boundary
}

// curves follows the total of each household that is looked at over the income of the member who
// earns most.
func (l *looked) curves(before, after *standards.Tables, was, on standards.Date) ([]curve, error) {
	var all []curve
	for i, h := range l.found {
		q := whatif.Quantity{Kind: whatif.MemberIncome, Member: earner(h), Income: standards.Wages, Per: standards.PerMonth}
		c := curve{h: *h, member: q.Member}
		if i == len(l.was) {
			side, err := whatif.Boundaries(before, was, caseload.Aged(*h, on, was), q)
			if err != nil {
				return nil, err
			}
			l.was = append(l.was, side)
		}
		var err error
		c.boundaries[0] = l.was[i]
		if c.boundaries[1], err = whatif.Boundaries(after, on, *h, q); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// earner is the member with the highest income.
func earner(h *assistance.Household) string {
	best, most := 0, int64(-1)
	for i, m := range h.Members {
		all := int64(0)
		for _, in := range m.Income {
			all += in.Amount.Annual()
		}
		if all > most {
			best, most = i, all
		}
	}
	return h.Members[best].ID
}

// cliffs lists the cliffs of curves that the draft removes or adds.
func cliffs(curves []curve) []cliff {
	all := []cliff{}
	for i := range curves {
		c := &curves[i]
		all = append(all, c.oneSided(0, false)...)
		all = append(all, c.oneSided(1, true)...)
	}
	return all
}

// oneSided lists the cliffs of a side that are not on the other.
func (c *curve) oneSided(side int, added bool) []cliff {
	var all []cliff
	for _, b := range c.boundaries[side] {
		if !b.Cliff || slices.ContainsFunc(c.boundaries[1-side], func(o whatif.Boundary) bool { return o.Cliff && o.After.At == b.After.At }) {
			continue
		}
		all = append(all, cliff{c.h.ID, c.member, json.Number(sheet.Sum{Fen: b.After.At}.Number()), added, [2]string{short(&b, standards.Chinese), short(&b, standards.English)}})
	}
	return all
}

// short says in language l where a cliff is and what becomes of the benefits, without the reasons.
func short(b *whatif.Boundary, l standards.Lang) string {
	text := fmt.Sprintf("%s → %s: %s → %s", b.Quantity.Value(&b.Before, l), b.Quantity.Value(&b.After, l), b.Before.Decision.Total.Text(l), b.After.Decision.Total.Text(l))
	if b.Reversal != whatif.NoReversal {
		text += "\n" + b.Reversal.Text(l)
	}
	for _, c := range b.Changes {
		first, _, _ := strings.Cut(strings.TrimSpace(c.Text(l)), "\n")
		for _, end := range []string{" Reasons:", " Reason:", "。理由：", "理由："} {
			first, _, _ = strings.Cut(first, end)
		}
		text += "\n" + first
	}
	return text
}
