package standards

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Publication bounds the day on which a document was published (公布): not before Earliest, and on
// Latest at the latest. Where the day itself is on record the two are that day.
type Publication struct {
	Document   Document
	Earliest   Date // zero: nothing on record bounds it
	Latest     Date // zero: nothing on record bounds it
	Unverified bool // Latest rests on a day that no text at hand states
}

// KnownOn reports whether the document was published on day d or before: Yes, No, or zero where
// that cannot be told.
func (p Publication) KnownOn(d Date) Answer {
	switch {
	case !p.Latest.IsZero() && !d.Before(p.Latest):
		return Yes
	case !p.Earliest.IsZero() && d.Before(p.Earliest):
		return No
	}
	return 0
}

// Publications lists when the documents that t's rows cite were published: the library's own in the
// order of [Documents], then the tables files in theirs. The bounds are taken, in this order, from
// what is on record:
//
//   - the day of publication ([DocumentInfo.Issued], [Overlay.Issued]), which settles it;
//   - the number (文号), such as 国发〔2007〕19号: it was published in that year;
//   - the day of a report ([DocumentInfo.Reported]), where nothing else of these is on record;
//   - the first day in force: a text is published by then (the city's document is none of these:
//     it has a day of publication);
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
		p := Publication{Document: o.document()}
		if o.Issued.Valid() {
			p.Earliest, p.Latest = o.Issued, o.Issued
		}
		all = append(all, p)
	}
	return all
}

// publication bounds when a published document was published; old says that it was in force on the
// first day of the span.
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
	if year := i.year(); year != 0 {
		p.Earliest = Date{year, time.January, 1}
		latest(Date{year, time.December, 31}, false)
	}
	latest(i.From, i.DateUnverified)
	if old {
		latest(firstDay, false)
	}
	if p.Latest.IsZero() && !i.Reported.IsZero() {
		p.Earliest, p.Latest, p.Unverified = i.Reported, i.Reported, true
	}
	return p
}

// year is the year in a number such as 国发〔2007〕19号, 0 if there is none.
func (i DocumentInfo) year() int {
	_, after, _ := strings.Cut(i.Number, "〔")
	inside, _, _ := strings.Cut(after, "〕")
	year, _ := digits(inside)
	return year
}

// PublicationError says that it is not on record when a document was published, so that what was
// known on a day cannot be told.
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
	if e == nil {
		return ""
	}
	text := fmt.Sprintf(l.In("%s（%s）何日公布无据可查，%s是否已经公布无法断定",
		"the day on which %s (%s) was published is not on record, so whether it was known on %s cannot be told"),
		wire.Shown(e.Title), wire.Shown(string(e.Document)), e.Known)
	if !e.Between.Latest.IsZero() {
		text += fmt.Sprintf(l.In("（至迟%s）", " (%s at the latest)"), e.Between.Latest)
	}
	if !e.On.IsZero() {
		text += fmt.Sprintf(l.In("，而%s的标准以其为据", "; the standards of %s rest on it"), e.On)
	}
	return text
}

// knowledge says which of the library's own documents were published by a day.
type knowledge struct {
	day    Date
	states map[Document]Answer
}

// KnownOn returns the tables as they were known on day d: rows of documents and tables files that
// were published after d are left out, and rules that one of them ends go on, since nobody knew of
// their end. Choices of t stay, those of a tables file go with it.
//
// Where no day of publication is on record, [Tables.Publications] says what bounds it. A document
// within whose bounds d lies may or may not have been known. It does no harm while its rows are not
// yet in force; At reports a *PublicationError for a day on which they are, and [Tables.Deciding]
// leaves them out. KnownOn itself reports one for a document that nothing bounds, such as a tables
// file without a day of publication, and a *DateError if d is no day.
//
// A row that a [Choice] calls for on days that are not its own, such as the lists of 2021 under
// [ListAs2021], is no question of what was known, and stays. Tables files laid over the result are
// taken as known.
func (t *Tables) KnownOn(d Date) (*Tables, error) {
	if !d.Valid() {
		return nil, &DateError{d.String()}
	}
	t = t.orPublished()
	if t.known != nil && t.known.day.Before(d) {
		return t, nil // what became known after the earlier day is left out of t
	}
	states := map[Document]Answer{}
	for _, p := range t.Publications() {
		if p.Earliest.IsZero() && p.Latest.IsZero() {
			info, _ := t.Document(p.Document)
			return nil, &PublicationError{Document: p.Document, Title: info.Title.Zh, Known: d, Between: p}
		}
		states[p.Document] = p.KnownOn(d)
	}
	known := &Tables{choices: t.chosen, chosen: t.chosen, known: &knowledge{d, states}}
	for _, o := range t.overlays {
		if states[o.document()] == Yes {
			known.overlays = append(known.overlays, o)
			known.choose(o.Choices)
		}
	}
	return known, nil
}

// of returns whether a document was known. Nil knowledge is today's: everything is known. Tables
// files are: those that were not known are no longer laid over the rows.
func (k *knowledge) of(d Document) Answer {
	if k == nil || d.own() == nil {
		return Yes
	}
	return k.states[d]
}

// asKnown returns the rows of day d without those of documents that were not known, and with those
// that go on for it.
func (t *Tables) asKnown(rows []Standard, d Date) []Standard {
	if t.known == nil {
		return rows
	}
	rows = slices.DeleteFunc(rows, func(row Standard) bool {
		return row.onItsDays(d) && t.known.of(row.Basis.Document) != Yes
	})
	rows = append(rows, t.goingOn(d)...)
	slices.SortStableFunc(rows, byPrecedence)
	return rows
}

// untold reports a *PublicationError if it cannot be told whether the document of one of the rows
// of day d was known.
func (t *Tables) untold(rows []Standard, d Date) error {
	if t.known == nil {
		return nil
	}
	for _, row := range rows {
		if document := row.Basis.Document; row.onItsDays(d) && t.known.of(document) == 0 {
			between := Publication{}
			for _, p := range t.Publications() {
				if p.Document == document {
					between = p
				}
			}
			return &PublicationError{Document: document, Title: document.Info().Title.Zh, Known: t.known.day, On: d,
				Between: between}
		}
	}
	return nil
}

// onItsDays reports whether a row in force on day d is so by its own dates, and not by a choice.
func (s Standard) onItsDays(d Date) bool { return s.InForce(d) || s.ofYear2020() }

// goingOn returns the known rows that have ended by d, but only through documents that were not
// known.
func (t *Tables) goingOn(d Date) []Standard {
	rows := published()
	succeeds := func(next, row Standard, state Answer) bool {
		return next.Key == row.Key && next.Place == row.Place && next.From == row.Until &&
			t.known.of(next.Basis.Document) == state && t.stands(next)
	}
	var on []Standard
	for _, row := range rows {
		if row.ofYear2020() {
			row.Until = choiceTable[t.choice(Effective2020Reading)].figures.until
		}
		if t.known.of(row.Basis.Document) != Yes || row.Until.IsZero() || d.Before(row.Until) {
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
