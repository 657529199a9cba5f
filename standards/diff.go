package standards

import "slices"

// Change is a difference between two Sets: a row that is changed, added (Before is zero) or ended
// (After is zero).
type Change struct{ Before, After Standard }

// Diff lists how the rows that decide in after differ from those in before, sorted by key, place,
// residence and Of. A row whose value and bound are the same is not listed, whatever its dates and
// its document. Where only one kind of hukou is concerned, both rows of the change are for that
// kind.
func Diff(before, after *Set) []Change {
	old, now := before.figures(), after.figures()
	var changes []Change
	for at, was := range old {
		changes = append(changes, was.changes(now[at])...)
		delete(now, at)
	}
	for _, is := range now {
		changes = append(changes, bothKinds{}.changes(is)...)
	}
	slices.SortFunc(changes, func(a, b Change) int { return compareRows(a.row(), b.row()) })
	return changes
}

// figure names the subject of a row: its key, its place and its word Of, whatever the kind of
// hukou.
type figure struct {
	key   Key
	place Place
	of    string
}

// bothKinds are the rows of one figure for the two kinds of hukou, zero where there is none.
type bothKinds [residences]Standard

// figures are the rows that decide, as they stand, by what they are about.
func (s *Set) figures() map[figure]bothKinds {
	s = s.orZero()
	all := map[figure]bothKinds{}
	for i, row := range s.rows {
		decides, ok := s.deciding(i)
		if !ok || row.Struck {
			continue
		}
		at := figure{row.Key, row.Place, row.Of}
		rows := all[at]
		for j, r := range Residences() {
			if decides.isFor(r) {
				rows[j] = row
			}
		}
		all[at] = rows
	}
	return all
}

// changes lists how is differs from b, as one change where it is the same for both kinds of hukou.
func (b bothKinds) changes(is bothKinds) []Change {
	if b[0] == b[1] && is[0] == is[1] {
		return Change{b[0], is[0]}.ifAny()
	}
	var changes []Change
	for j, r := range Residences() {
		changes = append(changes, Change{b[j].only(r), is[j].only(r)}.ifAny()...)
	}
	return changes
}

// only returns s for one kind of hukou.
func (s Standard) only(r Residence) Standard {
	if s.Key != 0 {
		s.Residence = r
	}
	return s
}

// ifAny returns c unless nothing differs.
func (c Change) ifAny() []Change {
	if c.Before.Key == c.After.Key && c.Before.Amount == c.After.Amount && c.Before.Number == c.After.Number &&
		c.Before.Bound == c.After.Bound {
		return nil
	}
	return []Change{c}
}

func (c Change) row() Standard {
	if c.After.Key != 0 {
		return c.After
	}
	return c.Before
}
