package assistancetest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// CoverageError is a run of days on which a figure has no row, or two of equal rank.
type CoverageError struct {
	Key       standards.Key
	Places    []standards.Place   // the units, or the group or city that they make up
	Residence standards.Residence // zero: both kinds, or the key does not go by them
	Of        string
	From      standards.Date
	Until     standards.Date       // the first day after
	Rows      []standards.Standard // those that overlap; none: there is a gap
}

func (e *CoverageError) Error() string { return e.Text(standards.English) }

// Text says in language l what is not covered, or covered twice, where and when.
func (e *CoverageError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	names := make([]string, len(e.Places))
	for i, p := range e.Places {
		names[i] = p.Text(l)
	}
	subject := e.Key.String()
	for _, part := range []string{e.Residence.String(), wire.Shown(e.Of)} {
		if part != "" {
			subject += "/" + part
		}
	}
	where := strings.Join(names, l.In("、", ", "))
	days := fmt.Sprintf(l.In("%s至%s", "%s to %s"), e.From, e.Until.Previous())
	if len(e.Rows) == 0 {
		return fmt.Sprintf(l.In("空缺：%s，%s，%s", "gap: %s, %s, %s"), subject, where, days)
	}
	rows := make([]string, len(e.Rows))
	for i, r := range e.Rows {
		rows[i] = fmt.Sprintf("%s %s [%s, %s)", wire.Shown(string(r.Basis.Document)),
			cmp.Or(r.Amount.Text(l)+r.Number.String(), "-"), r.From, r.Until)
	}
	return fmt.Sprintf(l.In("重叠：%s，%s，%s：%s", "overlap: %s, %s, %s: %s"), subject, where, days, strings.Join(rows, "; "))
}

// Coverage checks that each figure has exactly one row for each county-level unit, each kind of
// hukou if it goes by that, each word Of that it needs, and each day from the first to the last; or
// that [source.NotOnRecord] lists it. It returns [Errors] with a [*CoverageError] for each gap and
// each overlap, as spans.
//
// A floor of the province (湖南省) fills no gap in a local figure: it says how low the place may go,
// not what the place pays.
//
// Two rows overlap if they are of one file, or both published, for the same place. A row of a
// tables file over a published one, or a nearer one over a wider, is no overlap: tables are meant
// to be laid so. A national rule that begins later is no gap before it begins, and a class that no
// row ever names does not exist. Lists are not checked: what is not listed is not in the list. For
// gaps in the least payment of dibao ([standards.DibaoMinimum]) and in its bands
// ([standards.DibaoBand]) it does not look either: where there is none, the difference to the line
// is paid.
//
// It reports a *standards.DayError if one of the days is outside [standards.Span].
func Coverage(tables *standards.Tables, from, until standards.Date) error {
	var found Errors
	for _, e := range overlaps(tables.All(), from, until) {
		found = append(found, e)
	}
	gaps, err := gaps(tables, from, until)
	if err != nil {
		return err
	}
	for _, e := range gaps {
		found = append(found, e)
	}
	return found.err()
}

// overlaps finds rows of equal rank that hold on a common day from the first to the last.
func overlaps(rows []standards.Standard, from, last standards.Date) []*CoverageError {
	var found []*CoverageError
	for i, a := range rows {
		for _, b := range rows[:i] {
			same := a.Key == b.Key && a.Place == b.Place && a.Residence == b.Residence && a.Of == b.Of && a.Under == b.Under
			if !same || a.Carried != b.Carried || layer(a) != layer(b) {
				continue
			}
			begin, end := later(later(a.From, b.From), from), sooner(sooner(a.Until, b.Until), last.Next())
			if begin.Before(end) {
				found = append(found, &CoverageError{a.Key, []standards.Place{a.Place}, a.Residence, a.Of, begin, end,
					[]standards.Standard{b, a}})
			}
		}
	}
	return found
}

// layer returns the file of a row, "" of a published one.
func layer(s standards.Standard) standards.Document {
	for _, d := range standards.Documents() {
		if d.Document == s.Basis.Document {
			return ""
		}
	}
	return s.Basis.Document
}

func later(a, b standards.Date) standards.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// sooner returns the earlier of two days, of which zero is none.
func sooner(a, b standards.Date) standards.Date {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// figure is a figure that must have a row.
type figure struct {
	key       standards.Key
	place     standards.Place
	residence standards.Residence
	of        string
}

// departures are other ways to pay dibao than the difference to the line. A draft may state them;
// nothing waits for them.
var departures = [...]standards.Key{standards.Key(standards.DibaoMinimum), standards.Key(standards.DibaoBand)}

// figures lists what must have a row, except what is not on record.
func figures() []figure {
	var all []figure
	for _, info := range standards.Keys() {
		if info.Key.IsList() || slices.Contains(departures[:], info.Key) {
			continue
		}
		kinds, words := []standards.Residence{0}, []string{""}
		if info.Residence {
			all := standards.Residences()
			kinds = all[:]
		}
		if info.OfNeeded {
			words = info.Of
		}
		for _, of := range words {
			for _, r := range kinds {
				for _, p := range standards.Divisions() {
					if f := (figure{info.Key, p, r, of}); !f.isNotOnRecord() {
						all = append(all, f)
					}
				}
			}
		}
	}
	return all
}

// isNotOnRecord reports whether f is known to have no document.
func (f figure) isNotOnRecord() bool {
	return slices.ContainsFunc(source.NotOnRecord(), func(g source.Gap) bool {
		return g.Key == f.key && f.place.In(g.Place) && (g.Residence == 0 || g.Residence == f.residence)
	})
}

// gaps finds the figures that have no row on some day.
func gaps(tables *standards.Tables, from, last standards.Date) ([]*CoverageError, error) {
	all := figures()
	var found []*CoverageError
	open := map[figure]*CoverageError{}
	begun := beginnings(tables)
	for day := from; !last.Before(day); day = day.Next() {
		set, err := tables.At(day)
		if err != nil {
			return nil, err
		}
		for _, f := range all {
			start, national := begun[standards.Standard{Key: f.key, Of: f.of}]
			missing := !isCovered(set, f) && (!national || !start.IsZero() && !day.Before(start))
			switch gap := open[f]; {
			case missing && gap == nil:
				open[f] = &CoverageError{f.key, []standards.Place{f.place}, f.residence, f.of, day, day.Next(), nil}
				found = append(found, open[f])
			case missing:
				gap.Until = day.Next()
			case gap != nil:
				delete(open, f)
			}
		}
	}
	return mergePlaces(found), nil
}

// isCovered reports whether f has a row, or one for each word that it may be of. A local figure
// that only the province gives a floor to has none.
func isCovered(set *standards.Set, f figure) bool {
	if row, ok := set.Find(f.key, f.place, f.residence, f.of); ok {
		return !f.key.Info().Local || row.Place != standards.Hunan
	}
	words := f.key.Info().Of
	if f.of != "" || len(words) == 0 {
		return false
	}
	for _, of := range words {
		if _, ok := set.Find(f.key, f.place, f.residence, of); !ok {
			return false
		}
	}
	return true
}

// beginnings returns the first day of each class of a national rule; zero for a class that no row
// names.
func beginnings(tables *standards.Tables) map[standards.Standard]standards.Date {
	begun := map[standards.Standard]standards.Date{}
	for _, row := range tables.All() {
		if row.Place != standards.China {
			continue
		}
		for _, of := range append(row.Key.Info().Of, "") {
			k := standards.Standard{Key: row.Key, Of: of}
			start := begun[k]
			if of == row.Of && (start.IsZero() || row.From.Before(start)) {
				start = row.From
			}
			begun[k] = start
		}
	}
	return begun
}

// mergePlaces joins gaps that differ by place alone.
func mergePlaces(list []*CoverageError) []*CoverageError {
	var joined []*CoverageError
	for _, e := range list {
		i := slices.IndexFunc(joined, func(o *CoverageError) bool {
			return o.Key == e.Key && o.Residence == e.Residence && o.Of == e.Of && o.From == e.From && o.Until == e.Until
		})
		if i < 0 {
			joined = append(joined, e)
			continue
		}
		joined[i].Places = append(joined[i].Places, e.Places...)
	}
	for _, e := range joined {
		e.Places = wholes(e.Places)
	}
	return joined
}

// wholes names the city or a group in place of its units, if all of them are there.
func wholes(units []standards.Place) []standards.Place {
	for _, whole := range [...]standards.Place{standards.Zhuzhou, standards.CityFive, standards.CountyFive} {
		var in []standards.Place
		for _, p := range standards.Divisions() {
			if p.In(whole) {
				in = append(in, p)
			}
		}
		if slices.ContainsFunc(in, func(p standards.Place) bool { return !slices.Contains(units, p) }) {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(units), func(p standards.Place) bool { return slices.Contains(in, p) })
		units = append(others, whole)
	}
	return units
}
