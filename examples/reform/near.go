package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Who stands near a cliff (断崖), and how many households are looked into.
const (
	nearFen      = 100_00 // a month of income, up or down
	mostLookedAt = 1000   // households that differ, under one law
)

// nearby finds who stands near a cliff under one law. Every household of a register is screened: where
// the total runs straight within the income that is near, there is no cliff. Of the others those that
// differ are looked into, at most so many, chosen by their facts alone: in any order of the register
// the same.
type nearby struct {
	screened int64 // households by weight
	near     int64 // of these, those of which the total does not run straight
	open     int64 // households that wait for something, and are not screened
	sample   []standing
	scratch  [3]assistance.Decision
}

// standing is households alike that stand near something.
type standing struct {
	place      uint64 // in the order in which they are chosen
	h          assistance.Household
	q          whatif.Quantity
	households int64
	people     int64
}

// add screens a household under a set, by which it is decided.
func (n *nearby) add(set *standards.Set, h *assistance.Household, d *assistance.Decision) {
	w := caseload.Weight(h)
	q, ok := quantityNear(h)
	if len(d.Needs) > 0 || !ok {
		n.open += w
		return
	}
	n.screened += w
	if n.isStraight(set, h, &q) {
		return
	}
	n.near += w
	n.keep(h, q, w)
}

// quantityNear is the income of the member who earns most, from what is near below it to what is near
// above. What a member has that does not count everywhere stays.
func quantityNear(h *assistance.Household) (q whatif.Quantity, ok bool) {
	best, most := -1, int64(-1)
	for i := range h.Members {
		if earned := earnedBy(&h.Members[i]); h.Members[i].Income != nil && earned > most {
			best, most = i, earned
		}
	}
	if best < 0 {
		return q, false
	}
	m := &h.Members[best]
	at := most / standards.MonthsPerYear
	q = whatif.Quantity{Kind: whatif.MemberIncome, Member: m.ID, Income: standards.Wages, Per: standards.PerMonth, From: max(at-nearFen, 0), Until: at + nearFen}
	for _, in := range m.Income {
		if !countsEverywhere(in.Kind) {
			q.Keeps = append(q.Keeps, in)
		}
	}
	return q, true
}

// earnedBy is a member's income of the kinds that count everywhere, in fen a year.
func earnedBy(m *assistance.Member) (fen int64) {
	for _, in := range m.Income {
		if countsEverywhere(in.Kind) {
			fen += in.Annual()
		}
	}
	return fen
}

// countsEverywhere reports whether income of a kind counts for dibao and for tekun alike, so that wages
// stand for it.
func countsEverywhere(k standards.IncomeKind) bool {
	switch k {
	case standards.Wages, standards.Business, standards.Property, standards.Transfer, standards.OtherIncome:
		return true
	}
	return false
}

// isStraight reports whether the total runs straight over a quantity, with the same verdicts
// throughout: at both ends and in the middle.
func (n *nearby) isStraight(set *standards.Set, h *assistance.Household, q *whatif.Quantity) bool {
	middle := q.From + (q.Until-q.From)/2
	var totals [3]int64
	for i, fen := range [...]int64{q.From, middle, q.Until} {
		moved := withIncome(h, q, fen)
		if n.scratch[i].Assess(set, &moved) != nil {
			return false
		}
		totals[i] = n.scratch[i].Total.Amount.Fen()
	}
	for i := range n.scratch[1:] {
		if !sameVerdicts(&n.scratch[i], &n.scratch[i+1]) {
			return false
		}
	}
	// by whole fen, each total is off by less than one
	rise := (totals[1]-totals[0])*(q.Until-middle) - (totals[2]-totals[1])*(middle-q.From)
	return max(rise, -rise) <= 2*(q.Until-q.From)
}

// withIncome is h with the income of a quantity at so many fen.
func withIncome(h *assistance.Household, q *whatif.Quantity, fen int64) assistance.Household {
	moved := *h
	moved.Members = slices.Clone(h.Members)
	for i := range moved.Members {
		if moved.Members[i].ID == q.Member {
			moved.Members[i].Income = append(slices.Clone(q.Keeps), assistance.Income{Kind: q.Income, Amount: standards.Fen(fen, q.Per)})
		}
	}
	return moved
}

// sameVerdicts reports whether two decisions of one household come to the same verdicts and bounds.
func sameVerdicts(a, b *assistance.Decision) bool {
	return a.Category == b.Category && a.Total.Bound == b.Total.Bound && slices.Equal(verdictsOf(a), verdictsOf(b))
}

// verdict is what a decision comes to of one part.
type verdict struct {
	of benefit.PartOf
	is benefit.Verdict
}

func verdictsOf(d *assistance.Decision) []verdict {
	all := make([]verdict, 0, 1+4*len(d.Members))
	for of, p := range d.Parts() {
		all = append(all, verdict{of, p.Verdict})
	}
	return all
}

// keep adds a household to those that are looked into, with those alike, and keeps the first of all
// in an order that their facts make.
func (n *nearby) keep(h *assistance.Household, q whatif.Quantity, w int64) {
	sum := sha256.Sum256([]byte(factsOf(h)))
	place := binary.BigEndian.Uint64(sum[:])
	at, found := slices.BinarySearchFunc(n.sample, place, func(s standing, place uint64) int { return cmp.Compare(s.place, place) })
	if !found {
		if at == mostLookedAt {
			return
		}
		n.sample = slices.Insert(n.sample, at, standing{place: place, h: *h, q: q})
		n.sample = n.sample[:min(len(n.sample), mostLookedAt)]
	}
	n.sample[at].households += w
	n.sample[at].people += w * int64(len(h.Members))
}

// lookedAt is how many households, by weight, are looked into.
func (n *nearby) lookedAt() (households int64) {
	for i := range n.sample {
		households += n.sample[i].households
	}
	return households
}

// sideCliff is a kind of cliff under one law, and who stands near it.
type sideCliff struct {
	text               [2]string
	households, people int64
	jump               extent
	example            *assistance.Household
}

// extent is what a total changes by as income passes a cliff, a month: from the lowest to the highest.
type extent struct {
	From sheet.Sum `json:"from"`
	To   sheet.Sum `json:"to"`
}

// cliffs looks into who stands near which cliff under the law of tables on a day.
func (n *nearby) cliffs(tables *standards.Tables, day standards.Date) (all []sideCliff, err error) {
	for i := range n.sample {
		s := &n.sample[i]
		list, err := whatif.Boundaries(tables, day, s.h, s.q)
		if err != nil {
			return nil, err
		}
		seen := map[[2]string]bool{}
		for j := range list {
			if b := &list[j]; b.Cliff {
				text := [2]string{cliffText(b, standards.Chinese), cliffText(b, standards.English)}
				all = addCliff(all, text, b.After.Decision.Total.Amount.Fen()-b.Before.Decision.Total.Amount.Fen(), s, !seen[text])
				seen[text] = true
			}
		}
	}
	return all, nil
}

// examplesOf are households that stand near the cliffs near which most do, one for each kind.
func examplesOf(all []sideCliff) (list []*assistance.Household) {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b sideCliff) int { return cmp.Compare(b.households, a.households) })
	for i := range sorted {
		if len(list) < drawn && !slices.Contains(list, sorted[i].example) {
			list = append(list, sorted[i].example)
		}
	}
	return list
}

// addCliff adds a cliff to its kind, and who stands near it unless they are in it.
func addCliff(all []sideCliff, text [2]string, jump int64, s *standing, isNew bool) []sideCliff {
	at := slices.IndexFunc(all, func(c sideCliff) bool { return c.text == text })
	if at < 0 {
		at = len(all)
		all = append(all, sideCliff{text: text, example: &s.h, jump: extent{sheet.Sum{Fen: jump}, sheet.Sum{Fen: jump}}})
	}
	c := &all[at]
	c.jump.From.Fen, c.jump.To.Fen = min(c.jump.From.Fen, jump), max(c.jump.To.Fen, jump)
	if isNew {
		c.households += s.households
		c.people += s.people
	}
	return all
}

// cliffText says in language l what becomes of each benefit as income passes a cliff, in the order of
// the law whoever it is due to.
func cliffText(b *whatif.Boundary, l standards.Lang) string {
	changes := slices.DeleteFunc(slices.Clone(b.Changes), func(c verify.Change) bool {
		return c.Part == benefit.LowIncome && c.Kind == verify.Begun // nothing is paid for it as such
	})
	slices.SortStableFunc(changes, func(a, b verify.Change) int { return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Kind, b.Kind)) })
	var words []string
	for _, c := range changes {
		words = append(words, c.Part.Text(l)+l.In("", " ")+c.Kind.Text(l))
	}
	if len(words) == 0 {
		return l.In("金额跳变", "the amount jumps")
	}
	return strings.Join(slices.Compact(words), l.In("、", ", "))
}

// nearCliffs are the cliffs of a register, before and after.
type nearCliffs struct {
	Screened [2]int64    `json:"screened"`     // households
	Open     [2]int64    `json:"undetermined"` // households that wait for something, and are not screened
	Near     [2]int64    `json:"near"`         // of those screened, near a cliff or a bend
	Looked   [2]int64    `json:"looked"`       // of these, looked into
	Cliffs   []nearCliff `json:"cliffs"`
}

// nearCliff is a kind of cliff, before and after: what becomes of the benefits as income rises past it,
// and who stands within 100 yuan a month of one.
type nearCliff struct {
	Text       [2]string  `json:"text"` // in Chinese and English
	Households [2]int64   `json:"households"`
	People     [2]int64   `json:"people"` // in these households
	Jump       [2]*extent `json:"jump"`   // null: nobody stands near it
}

// cliffsOf puts the cliffs of two sides together, those near which most households stand first.
func cliffsOf(sides [2]*nearby, cliffs [2][]sideCliff) *nearCliffs {
	c := &nearCliffs{Cliffs: []nearCliff{}}
	for i, n := range sides {
		c.Screened[i], c.Open[i], c.Near[i], c.Looked[i] = n.screened, n.open, n.near, n.lookedAt()
		for j := range cliffs[i] {
			side := &cliffs[i][j]
			one := c.kindOf(side.text)
			one.Households[i], one.People[i], one.Jump[i] = side.households, side.people, &side.jump
		}
	}
	slices.SortFunc(c.Cliffs, func(a, b nearCliff) int {
		return cmp.Or(cmp.Compare(b.Households[0]+b.Households[1], a.Households[0]+a.Households[1]), cmp.Compare(a.Text[1], b.Text[1]))
	})
	return c
}

// kindOf is the kind of cliff of a text, a new one where there is none yet.
func (c *nearCliffs) kindOf(text [2]string) *nearCliff {
	at := slices.IndexFunc(c.Cliffs, func(o nearCliff) bool { return o.Text == text })
	if at < 0 {
		at = len(c.Cliffs)
		c.Cliffs = append(c.Cliffs, nearCliff{Text: text})
	}
	return &c.Cliffs[at]
}
