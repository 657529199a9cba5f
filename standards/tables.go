package standards

import (
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// DataVersion names the state of the published rows. It changes whenever one of them does.
const DataVersion = "2020.2"

// The first and the last day for which the national rules were checked. [Tables.At] refuses every
// other day: on the day after the last, a notice opens rules that are not encoded.
var (
	firstDay = Date{2020, time.January, 1}
	lastDay  = Date{2022, time.October, 19}
)

// Span returns the first and the last day for which the national rules were checked.
func Span() (first, last Date) { return firstDay, lastDay }

// Tables are the rows of all dates, the published ones and any tables files laid over them, with a
// choice made for every reading. Tables are immutable and safe for concurrent use. The zero Tables
// are the published ones, and so is a nil *Tables.
type Tables struct {
	overlays []Overlay
	choices  Choices // zero for a reading: its default
	chosen   Choices // those of Choose, which go before those of tables files
	known    *knowledge
}

// Published returns the rows of this library under the default readings.
func Published() *Tables { return &Tables{} }

// At returns the standards of day d. It reports a *DayError if d is outside [Span].
func At(d Date) (*Set, error) { return Published().At(d) }

// Choose returns the tables under other choices; later ones go before earlier ones, and before
// those of tables files.
func (t *Tables) Choose(choices ...Choice) *Tables {
	chosen := *t.orPublished()
	for _, c := range choices {
		if r := c.Reading(); r != 0 {
			chosen.choices[r], chosen.chosen[r] = c, c
		}
	}
	return &chosen
}

// Choices returns the choice that t makes for every reading.
func (t *Tables) Choices() Choices {
	var all Choices
	for r := range all {
		all[r] = t.choice(Reading(r))
	}
	return all
}

// choose makes the choices of a tables file, which give way to those of Choose.
func (t *Tables) choose(choices []Choice) {
	for _, c := range choices {
		if r := c.Reading(); t.chosen[r] == 0 {
			t.choices[r] = c
		}
	}
}

// choice returns the choice made for r.
func (t *Tables) choice(r Reading) Choice {
	if t != nil && t.choices.Of(r) != 0 {
		return t.choices.Of(r)
	}
	return r.Default()
}

// Overlays returns the tables files laid over the published rows, in order.
func (t *Tables) Overlays() []Overlay {
	t = t.orPublished()
	all := make([]Overlay, len(t.overlays))
	for i, o := range t.overlays {
		all[i] = o.clone()
	}
	return all
}

// All returns every row of t for every date: the published rows under every choice, then those of
// each tables file; each sorted by key, place, residence, Of and date. Of tables as known on a day
// it returns the rows of documents that were known.
func (t *Tables) All() []Standard {
	t = t.orPublished()
	all := slices.DeleteFunc(slices.Clone(published()),
		func(row Standard) bool { return t.known.of(row.Basis.Document) != Yes })
	for _, o := range t.overlays {
		rows := slices.Clone(o.Rows)
		slices.SortStableFunc(rows, compareRows)
		all = append(all, rows...)
	}
	return all
}

// published returns the library's own rows, sorted. They are put together once, and nobody writes
// to them.
var published = sync.OnceValue(func() []Standard {
	rows := slices.Concat(local(), national())
	slices.SortStableFunc(rows, compareRows)
	return rows
})

// local are the published rows of the city and the province.
func local() []Standard { return slices.Concat(zhuzhou2020(), zhuzhou2022(), hunan()) }

// compareRows orders rows by key, place, residence, Of, first day and choice.
func compareRows(a, b Standard) int {
	if a.Key != b.Key {
		return int(a.Key) - int(b.Key)
	}
	if a.Place != b.Place {
		return a.Place.index() - b.Place.index()
	}
	if a.Residence != b.Residence {
		return int(a.Residence) - int(b.Residence)
	}
	if a.Of != b.Of {
		i, _ := a.Key.ofIndex(a.Of)
		j, _ := b.Key.ofIndex(b.Of)
		if i != j {
			return i - j
		}
		return slices.Compare([]byte(a.Of), []byte(b.Of))
	}
	if c := a.From.Compare(b.From); c != 0 {
		return c
	}
	return int(a.Under) - int(b.Under)
}

// rowsOn returns the rows in force on day d under t's choices: the published ones, those that a
// draft's carry lets go on, and those of the tables files; those that give way first.
func (t *Tables) rowsOn(d Date) []Standard {
	rows := t.publishedOn(d)
	for _, o := range t.overlays {
		rows = append(rows, t.carriedBy(o, d)...)
	}
	for _, o := range t.overlays {
		for _, row := range o.Rows {
			if row.InForce(d) {
				rows = append(rows, row)
			}
		}
	}
	if len(t.overlays) > 0 {
		slices.SortStableFunc(rows, byPrecedence)
	}
	return rows
}

// byWidth returns the published rows in the order of byPrecedence.
var byWidth = sync.OnceValue(func() []Standard {
	rows := slices.Clone(published())
	slices.SortStableFunc(rows, byPrecedence)
	return rows
})

// publishedOn returns the published rows in force on day d under t's choices, those that give way
// first.
func (t *Tables) publishedOn(d Date) []Standard {
	all := byWidth()
	on := make([]Standard, 0, len(all))
	for _, row := range all {
		if t.stands(row) && t.applies(row, d) {
			on = append(on, row)
		}
	}
	return on
}

// stands reports whether row stands under the choices of t.
func (t *Tables) stands(row Standard) bool {
	return row.Under == 0 || t.choice(row.Under.Reading()) == row.Under
}

// applies reports whether a published row applies on day d under t's readings of when it does.
func (t *Tables) applies(row Standard, d Date) bool {
	if row.ofYear2020() {
		return choiceTable[t.choice(Effective2020Reading)].figures.has(d)
	}
	if row.Key == Key(DibaoNotIncome) {
		if lists := choiceTable[t.choice(IncomeListReading)].listsOf; d.Before(lists) {
			d = lists
		}
	}
	return row.InForce(d)
}

// ofYear2020 reports whether s is a figure of the city's document, which states no dates.
func (s Standard) ofYear2020() bool {
	return s.Basis.Document == WorkPoints2020 && !s.Key.IsList()
}

// carriedBy returns the city's figures of o's carry day, if d is later, they no longer apply by
// themselves, and the city states no other for d.
func (t *Tables) carriedBy(o Overlay, d Date) []Standard {
	if o.Carry.IsZero() || !o.Carry.Before(d) {
		return nil
	}
	var carried []Standard
	today := t.publishedOn(d)
	for _, row := range t.publishedOn(o.Carry) {
		replaced := slices.ContainsFunc(today, func(now Standard) bool {
			return now.sameSubject(row) && t.known.of(now.Basis.Document) != No
		})
		if row.ofYear2020() && !replaced {
			row.Carried = o.Carry
			carried = append(carried, row)
		}
	}
	return carried
}

// At returns the standards of day d. It reports a *DayError if d is outside [Span]; and, of tables
// as known on a day, a *PublicationError if it cannot be told whether a document was known whose
// rows are in force on d.
func (t *Tables) At(d Date) (*Set, error) {
	if !d.Valid() || d.Before(firstDay) || lastDay.Before(d) {
		return nil, &DayError{d, firstDay, lastDay}
	}
	t = t.orPublished()
	rows := t.rowsOn(d)
	if err := t.untold(rows, d); err != nil {
		return nil, err
	}
	return newSet(t, d, t.asKnown(rows, d)), nil
}

// MarshalJSON reports that tables have no form in JSON by themselves: package draft writes a tables
// file.
func (t *Tables) MarshalJSON() ([]byte, error) {
	return nil, errors.New("standards: tables are written in JSON by draft.Format, file by file")
}

// String says in English which tables they are: the data version, and the tables files laid over it.
func (t *Tables) String() string {
	text := "data " + DataVersion
	for _, o := range t.Overlays() {
		text += " with " + wire.Shown(o.ID)
	}
	return text
}
