package standards

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Publication is when a document that rows cite was published (公布), as far as that is on record: not before Earliest, and on
// Latest at the latest. Where the day itself is on record the two are that day.
type Publication struct {
	Document   Document
	Earliest   Date // zero: nothing on record bounds it
	Latest     Date // zero: nothing on record bounds it
	Unverified bool // Latest rests on a day that no text at hand states
}

// KnownOn reports whether the document was published on day d or before: Yes, No, or zero where that cannot be told.
func (p Publication) KnownOn(d Date) Answer {
	switch {
	case !p.Latest.IsZero() && !d.Before(p.Latest):
		return Yes
	case !p.Earliest.IsZero() && d.Before(p.Earliest):
		return No
	}
	return 0
}

// Publications lists when the documents that t's rows cite were published: the library's own in the order of [Documents], then the
// tables files in theirs. The bounds are taken, in this order, from what is on record:
//
//   - the day of publication ([DocumentInfo.Issued], [Overlay.Issued]), which settles it;
//   - the number (文号), such as 国发〔2007〕19号: it was published in that year;
//   - the first day in force: a text is published by then (the city's document is none of these: it has a day of publication);
//   - its rows: those dated from the first day of [Span] were in force when it began.
func (t *Tables) Publications() []Publication {
	rows := published()
	var all []Publication
	for _, info := range Documents() {
		cited, old := false, false
		for _, row := range rows {
			if row.Basis.Document == info.Document {
				cited = true
				old = old || row.From == firstDay
			}
		}
		if cited {
			all = append(all, info.publication(old))
		}
	}
	for _, o := range t.orPublished().overlays {
		p := Publication{Document: o.Document()}
		if o.Issued.Valid() {
			p.Earliest, p.Latest = o.Issued, o.Issued
		}
		all = append(all, p)
	}
	return all
}

// publication bounds when a published document was published; old says that it was in force on the first day of the span.
func (i DocumentInfo) publication(old bool) Publication {
	p := Publication{Document: i.Document}
	if !i.Issued.IsZero() {
		p.Earliest, p.Latest = i.Issued, i.Issued
		return p
	}
	latest := func(d Date, unverified bool) {
		if !d.IsZero() && (p.Latest.IsZero() || d.Before(p.Latest)) {
			p.Latest, p.Unverified = d, unverified
		}
	}
	if year, ok := i.year(); ok {
		p.Earliest = Date{year, time.January, 1}
		latest(Date{year + 1, time.January, 1}.Previous(), false)
	}
	latest(i.From, i.DateUnverified)
	if old {
		latest(firstDay, false)
	}
	return p
}

// year is the year in a number such as 国发〔2007〕19号.
func (i DocumentInfo) year() (int, bool) {
	_, after, found := strings.Cut(i.Number, "〔")
	inside, _, closed := strings.Cut(after, "〕")
	year, ok := digits(inside)
	return year, found && closed && ok && len(inside) == 4
}

// PublicationError says that it is not on record when a document was published, so that what was known on a day cannot be told.
type PublicationError struct {
	Document Document
	Title    string
	Known    Date // the day on which it may or may not have been known
	On       Date // the day whose standards turn on it; zero: any
	Between  Publication
}

func (e *PublicationError) Error() string { return "standards: " + e.Text(English) }

// Text says it in language l, and names the document.
func (e *PublicationError) Text(l Lang) string {
	text := fmt.Sprintf(l.In("%s（%s）何日公布无据可查，%s是否已经公布无法断定", "the day on which %s (%s) was published is not on record, so whether it was known on %s cannot be told"),
		e.Title, e.Document, e.Known)
	if !e.Between.Latest.IsZero() {
		text += fmt.Sprintf(l.In("（至迟%s）", " (%s at the latest)"), e.Between.Latest)
	}
	if !e.On.IsZero() {
		text += fmt.Sprintf(l.In("，而%s的标准以其为据", "; the standards of %s rest on it"), e.On)
	}
	return text
}

// Known are tables as they were known on a day: what was published later is left out. A Known is immutable and safe for concurrent
// use; it is made by [Tables.KnownOn].
type Known struct {
	day       Date
	tables    *Tables // without the tables files that were not yet known
	states    map[Document]Answer
	documents []Publication
	all       bool // every document was known
}

// KnownOn returns the tables as they were known on day d: rows of documents and tables files that were published after d are left
// out, and rules that one of them ends go on, since nobody knew of their end.
//
// Where no day of publication is on record, [Tables.Publications] says what bounds it. A document within whose bounds d lies may or may
// not have been known. It does no harm while its rows are not yet in force; [Known.At] reports a *PublicationError for a day
// on which they are. KnownOn itself reports one for a document that nothing bounds, such as a tables file without a day of
// publication, and a *DateError if d is no day.
func (t *Tables) KnownOn(d Date) (*Known, error) {
	if !d.Valid() {
		return nil, &DateError{d.String()}
	}
	k := &Known{day: d, states: map[Document]Answer{}, documents: t.Publications(), all: true}
	for _, p := range k.documents {
		if p.Earliest.IsZero() && p.Latest.IsZero() {
			info, _ := t.Document(p.Document)
			return nil, &PublicationError{Document: p.Document, Title: info.Title, Known: d, Between: p}
		}
		k.states[p.Document] = p.KnownOn(d)
		k.all = k.all && k.states[p.Document] == Yes
	}
	k.tables = t.orPublished().knowing(k.states)
	return k, nil
}

// knowing returns t without the tables files that are not known, and without their choices.
func (t *Tables) knowing(states map[Document]Answer) *Tables {
	known := &Tables{choices: t.chosen, chosen: t.chosen}
	for _, o := range t.overlays {
		if states[o.Document()] != Yes {
			continue
		}
		known.overlays = append(known.overlays, o)
		for _, c := range o.Choices {
			if r := c.Info().Reading; r != 0 && t.chosen[r] == 0 {
				known.choices[r] = c
			}
		}
	}
	return known
}

// Day returns the day on which the tables were known so.
func (k *Known) Day() Date { return k.orZero().day }

// Tables returns the tables with the tables files that were known. Their published rows are those known today.
func (k *Known) Tables() *Tables { return k.orZero().tables }

// Publications lists the documents that the tables rest on and when each was published, in the order of [Tables.Publications]; those on
// whose unverified dates it turns what was known say so.
func (k *Known) Publications() []Publication { return slices.Clone(k.orZero().documents) }

// At returns the standards of day d as they were known. It reports a *DayError if d is outside [Span], and a *PublicationError if it
// cannot be told whether a document was known whose rows are in force on d.
//
// A row that a [Choice] calls for on days that are not its own, such as the lists of 2021 under [ListAs2021], is no question of what
// was known, and stays.
func (k *Known) At(d Date) (*Set, error) {
	k = k.orZero()
	s, err := k.tables.At(d)
	if err != nil || k.all {
		return s, err
	}
	var rows []Standard
	for _, row := range s.rows {
		own := row.InForce(d) || row.ofYear2020()
		switch state := k.states[row.Basis.Document]; {
		case state == Yes || !own:
			rows = append(rows, row)
		case state == 0:
			return nil, k.untold(row.Basis.Document, d)
		}
	}
	rows = append(rows, k.goingOn(d)...)
	s.restate(rows)
	return s, nil
}

func (k *Known) untold(document Document, on Date) error {
	e := &PublicationError{Document: document, Known: k.day, On: on}
	info, _ := k.tables.Document(document)
	e.Title = info.Title
	for _, p := range k.documents {
		if p.Document == document {
			e.Between = p
		}
	}
	return e
}

// goingOn returns the known rows that have ended by d, but only through documents that were not known.
func (k *Known) goingOn(d Date) []Standard {
	rows := published()
	succeeds := func(next, row Standard, state Answer) bool {
		return next.Key == row.Key && next.From == row.Until && k.states[next.Basis.Document] == state &&
			(next.Under == 0 || k.tables.choice(next.Under.Info().Reading) == next.Under)
	}
	var on []Standard
	for _, row := range rows {
		if k.states[row.Basis.Document] != Yes || row.ofYear2020() || row.Until.IsZero() || d.Before(row.Until) {
			continue
		}
		ended, replaced := false, false
		for _, next := range rows {
			ended = ended || succeeds(next, row, No)
			replaced = replaced || succeeds(next, row, Yes) && next.Of == row.Of && next.Residence == row.Residence
		}
		if ended && !replaced {
			row.Until = Date{}
			on = append(on, row)
		}
	}
	return on
}

// restate gives s, which nobody else has yet, other rows.
func (s *Set) restate(rows []Standard) {
	s.rows = rows
	slices.SortStableFunc(s.rows, byPrecedence)
	clear(s.cells)
	for i := range s.rows {
		s.paint(i)
	}
	for i, k := range [...]ListKey{DibaoNotIncome, TekunNotIncome} {
		for j, r := range Residences() {
			s.exempt[i][j] = s.listedKinds(k, r)
		}
	}
	s.digest = s.computeDigest()
}
