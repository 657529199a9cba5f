package standards

import (
	"slices"
	"strconv"
	"strings"
)

// check finds what is wrong with o by itself.
func (o Overlay) check() RowErrors {
	var faults RowErrors
	file := func(fault string, field, value string) {
		faults = append(faults, &RowError{Table: o.ID, Row: -1, Field: field, Value: value, Code: fault})
	}
	if !validID(o.ID) || o.document().own() != nil {
		file(faultID, "id", o.ID)
	}
	if o.Kind.String() == "" {
		file(faultKind, "kind", "")
	}
	var chosen Choices
	for _, c := range o.Choices {
		r := c.Reading()
		if r == 0 || chosen[r] != 0 {
			file(faultChoice, "readings", c.String())
		}
		chosen[r] = c
	}
	if !o.Carry.IsZero() && (!o.Carry.Valid() || o.Carry.Before(firstDay) || lastDay.Before(o.Carry)) {
		file(faultCarry, "carry", o.Carry.String())
	}
	var sound []int
	for i, row := range o.Rows {
		if fault, field, value := row.fault(); fault != "" {
			faults = append(faults, &RowError{o.ID, i, field, value, "", fault})
			continue
		}
		for _, j := range sound {
			if row.sameFigure(o.Rows[j]) {
				faults = append(faults, &RowError{o.ID, i, "", row.label(), "rows[" + strconv.Itoa(j) + "]", faultOverlap})
				break
			}
		}
		sound = append(sound, i)
	}
	return faults
}

func validID(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return len(s) >= 1 && len(s) <= 64
}

// admit finds what stands against laying o over t.
func (t *Tables) admit(o Overlay) RowErrors {
	var faults RowErrors
	for _, earlier := range t.overlays {
		faults = append(faults, o.against(earlier)...)
	}
	if o.Kind == Supplement {
		faults = append(faults, o.overreach()...)
	}
	return faults
}

// against finds where o and an earlier file conflict.
func (o Overlay) against(earlier Overlay) RowErrors {
	var faults RowErrors
	if o.ID == earlier.ID {
		faults = append(faults, &RowError{o.ID, -1, "id", o.ID, "", faultID})
	}
	for _, c := range o.Choices {
		for _, d := range earlier.Choices {
			if c != d && c.Reading() == d.Reading() {
				faults = append(faults, &RowError{o.ID, -1, "readings", c.String(), earlier.ID + ": " + d.String(), faultConflict})
			}
		}
	}
	if !o.Carry.IsZero() && !earlier.Carry.IsZero() && o.Carry != earlier.Carry {
		faults = append(faults, &RowError{o.ID, -1, "carry", o.Carry.String(), earlier.ID + ": " + earlier.Carry.String(),
			faultConflict})
	}
	for i := range o.Rows {
		if fault := o.rowAgainst(i, earlier); fault != nil {
			faults = append(faults, fault)
		}
	}
	return faults
}

// rowAgainst finds the first row of an earlier file with which row i of o conflicts, or where one
// of the two is below the floor that the other sets. The fault is then of the lower one, whichever
// file it stands in.
func (o Overlay) rowAgainst(i int, earlier Overlay) *RowError {
	for j, other := range earlier.Rows {
		switch row := o.Rows[i]; {
		case row.sameFigure(other):
			return o.faultBeside(i, earlier, j, faultConflict)
		case row.below(other):
			return o.faultBeside(i, earlier, j, faultBelowFloor)
		case other.below(row):
			return earlier.faultBeside(j, o, i, faultBelowFloor)
		}
	}
	return nil
}

// faultBeside is a fault of row i of o, measured against row j of another file.
func (o Overlay) faultBeside(i int, other Overlay, j int, fault string) *RowError {
	return &RowError{o.ID, i, "", o.Rows[i].label(), other.ID + ": rows[" + strconv.Itoa(j) + "] " + other.Rows[j].label(),
		fault}
}

// below reports whether s states less than a floor that a wider row sets for its place.
func (s Standard) below(floor Standard) bool {
	return s.Place != floor.Place && s.Place.In(floor.Place) && s.concerns(floor) && s.lessThan(floor)
}

// lessThan reports whether s states less than floor does, where floor is one.
func (s Standard) lessThan(floor Standard) bool {
	return floor.Bound == AtLeast && s.Amount.Stated() && floor.Amount.Stated() && s.Amount.Compare(floor.Amount) < 0
}

// overreach finds where a supplement does more than state what is not on record, or a county's own
// figure over a floor.
func (o Overlay) overreach() RowErrors {
	var faults RowErrors
	published := local()
	for i, row := range o.Rows {
		if row.Key == 0 || row.Key >= keyCount {
			continue
		}
		if row.Struck {
			faults = append(faults, &RowError{o.ID, i, "strike", row.Of, "", faultStrike})
			continue
		}
		if !keyTable[row.Key].Local || row.Place == China || row.Place == Hunan {
			faults = append(faults, &RowError{o.ID, i, "key", row.Key.String(), "", faultNational})
			continue
		}
		for _, on := range published {
			if fault := o.beyond(i, on); fault != nil {
				faults = append(faults, fault)
				break
			}
		}
	}
	return faults
}

// beyond finds whether row i of a supplement restates the exact figure of a published row, or is
// below its floor.
func (o Overlay) beyond(i int, on Standard) *RowError {
	switch row := o.Rows[i]; {
	case !row.Place.In(on.Place) || !row.concerns(on):
		return nil
	case on.Bound == Exactly:
		return &RowError{o.ID, i, "", row.label(), on.label() + " " + on.days(), faultOnRecord}
	case row.lessThan(on):
		return &RowError{o.ID, i, "yuan", row.Amount.String(), on.label() + " " + on.days(), faultBelowFloor}
	}
	return nil
}

// belowCarried finds where a supplement goes below a floor of the city that a file's carry lets go
// on.
func (t *Tables) belowCarried() RowErrors {
	var faults RowErrors
	for _, carrier := range t.overlays {
		for _, floor := range t.carriedFigures(carrier) {
			for _, o := range t.overlays {
				for i, row := range o.Rows {
					if o.Kind == Supplement && row.Place.In(floor.Place) && row.concerns(floor) && row.lessThan(floor) &&
						t.goesOn(floor, row) {
						where := carrier.ID + ": carry " + carrier.Carry.String() + " " + floor.label()
						faults = append(faults, &RowError{o.ID, i, "yuan", row.Amount.String(), where, faultBelowFloor})
					}
				}
			}
		}
	}
	return faults
}

// carriedFigures are the figures of the city that o's carry lets go on, from the day after.
func (t *Tables) carriedFigures(o Overlay) []Standard {
	var figures []Standard
	for _, row := range t.publishedOn(o.Carry) { // without a carry there are none
		if row.ofYear2020() {
			row.From, row.Until, row.Carried = o.Carry.Next(), Date{}, o.Carry
			figures = append(figures, row)
		}
	}
	return figures
}

// goesOn reports whether on one day of row a carried floor governs its own place, as far as row is
// concerned: a draft that restates the floor takes its place there.
func (t *Tables) goesOn(floor, row Standard) bool {
	drafts := *t
	drafts.overlays = slices.Clone(t.overlays)
	for i := range drafts.overlays {
		if drafts.overlays[i].Kind != Draft {
			drafts.overlays[i].Rows = nil
		}
	}
	for _, d := range t.turns() {
		if !row.InForce(d) || !floor.InForce(d) {
			continue
		}
		set := newSet(&drafts, d, drafts.rowsOn(d))
		for _, r := range Residences() {
			if !row.isFor(r) || !floor.isFor(r) {
				continue
			}
			if on := set.find(floor.Key, floor.Place, r, row.Of); on != nil && on.Carried == floor.Carried &&
				on.Place == floor.Place {
				return true
			}
		}
	}
	return false
}

// Warnings finds what is allowed in o but probably not meant: no title, a supplement that names
// nobody who approved it (649 art. 10), an until on the last day of
// a month, rows for a group or a wider place that a published row nearer by goes before everywhere,
// and rows without a clause, which are named together.
func (o Overlay) Warnings() RowErrors {
	var notes RowErrors
	published := local()
	if o.Title == "" {
		notes = append(notes, &RowError{o.ID, -1, "title", "", "", faultNoTitle})
	}
	if o.Kind == Supplement && o.ApprovedBy == "" {
		notes = append(notes, &RowError{o.ID, -1, "approvedBy", "", "", faultNotApproved})
	}
	for i, row := range o.Rows {
		if !row.Until.IsZero() && row.Until.Next().Day == 1 {
			notes = append(notes, &RowError{o.ID, i, "until", row.Until.String(), "", faultMonthEnd})
		}
		if row.shadowed(published) {
			notes = append(notes, &RowError{o.ID, i, "place", row.Place.String(), row.label(), faultShadowed})
		}
	}
	return append(notes, o.withoutClause()...)
}

// named bounds how many more rows without a clause a warning names.
const named = 9

// withoutClause is one warning for all rows without a clause: it is of the first of them and names
// the others.
func (o Overlay) withoutClause() RowErrors {
	var note *RowError
	var others []string
	for i, row := range o.Rows {
		switch {
		case row.Basis.Clause != "":
		case note == nil:
			note = &RowError{o.ID, i, "clause", "", "", faultNoClause}
		case len(others) < named:
			others = append(others, "rows["+strconv.Itoa(i)+"]")
		case len(others) == named:
			others = append(others, "…")
		}
	}
	if note == nil {
		return nil
	}
	note.Against = strings.Join(others, ", ")
	return RowErrors{note}
}

// shadowed reports whether published rows nearer by go before s on all its days, in every unit and
// for every kind of hukou that it covers.
func (s Standard) shadowed(published []Standard) bool {
	for _, p := range Divisions() {
		for _, r := range Residences() {
			if !p.In(s.Place) || !s.isFor(r) {
				continue
			}
			var nearer []span
			for _, on := range published {
				if p.In(on.Place) && on.Place != s.Place && on.Place.In(s.Place) && on.concerns(s) && !on.givesWay(s) &&
					on.isFor(r) && (on.Of == "" || on.Of == s.Of) {
					nearer = append(nearer, span{on.From, on.Until})
				}
			}
			if !covered(s, nearer) {
				return false
			}
		}
	}
	return true
}

// covered reports whether spans have every day of s that is in the tables, and one at least.
func covered(s Standard, spans []span) bool {
	day := s.From
	if day.Before(firstDay) {
		day = firstDay
	}
	for !lastDay.Before(day) && s.InForce(day) {
		i := slices.IndexFunc(spans, func(one span) bool { return one.has(day) })
		if i < 0 {
			return false
		}
		day = spans[i].until // of a span without end it is zero, which no row has
	}
	return len(spans) > 0
}
