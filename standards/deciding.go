package standards

import "slices"

// Deciding returns the rows of s that decide, sorted by key, place, residence and Of: not those
// that a row laid over them replaces. Of a row for both kinds of hukou that is replaced for one,
// the other is left.
func (s *Set) Deciding() []Standard {
	s = s.orZero()
	var rows []Standard
	for i := range s.rows {
		if row, ok := s.deciding(i); ok {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, compareRows)
	return rows
}

// deciding returns row i for the kinds of hukou for which it governs its own place, and whether
// there is one. A row that does not govern its own place governs no other: what replaces it there
// was laid over it everywhere.
func (s *Set) deciding(i int) (Standard, bool) {
	row := s.rows[i]
	of, ok := row.Key.ofIndex(row.Of)
	if !ok {
		return row, true // a free Of is looked up among the rows
	}
	urban := s.cells[s.cell(row.Key, of, 0, row.Place.index())] == int32(i+1)
	rural := s.cells[s.cell(row.Key, of, 1, row.Place.index())] == int32(i+1)
	switch {
	case urban && !rural:
		row.Residence = Urban
	case rural && !urban:
		row.Residence = Rural
	}
	return row, urban || rural
}

// Deciding returns the rows that decide on one day or another of [Span], under the choices of t,
// sorted by key, place, residence, Of and date. From and Until are those of the days on which a row
// decides: where a tables file replaces it for a time, or a choice or a draft's carry lets it go
// on, they are not the row's own. One that still decides on the last day of the span ends when the
// row does.
func (t *Tables) Deciding() []Standard {
	t = t.orPublished()
	var rows []Standard
	since := map[Standard]Date{}
	end := lastDay.Next()
	for _, day := range append(t.turns(), end) {
		still := map[Standard]bool{}
		if day.Before(end) {
			for _, row := range newSet(t, day, t.asKnown(t.rowsOn(day), day)).Deciding() {
				still[row] = true
			}
		}
		for row, from := range since {
			if !still[row] {
				rows = append(rows, row.within(from, day))
				delete(since, row)
			}
		}
		for row := range still {
			if _, ok := since[row]; !ok {
				since[row] = day
			}
		}
	}
	slices.SortFunc(rows, compareRows)
	return rows
}

// within returns s for the days from one to the day before another. Beyond the span of the tables
// it keeps its own days.
func (s Standard) within(from, until Date) Standard {
	if from != firstDay || firstDay.Before(s.From) {
		s.From = from
	}
	if !lastDay.Before(until) {
		s.Until = until
	} else if !lastDay.Before(s.Until) {
		s.Until = Date{}
	}
	return s
}

// turns are the days of the span on which other rows may be in force than on the day before, in
// order; the first day is one. A draft's carry makes no turn of its own: what it lets go on is in
// force by itself until a day that is one.
func (t *Tables) turns() []Date {
	days := []Date{firstDay}
	add := func(more ...Date) {
		for _, d := range more {
			if firstDay.Before(d) && !lastDay.Before(d) {
				days = append(days, d)
			}
		}
	}
	for _, row := range published() {
		add(row.From, row.Until)
	}
	for _, info := range choiceTable {
		add(info.figures.from, info.figures.until, info.listsOf)
	}
	for _, o := range t.overlays {
		for _, row := range o.Rows {
			add(row.From, row.Until)
		}
	}
	slices.SortFunc(days, Date.Compare)
	return slices.Compact(days)
}
