package standards

import (
	"cmp"
	"errors"
	"slices"
	"sync/atomic"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Set is the standards of one day: every figure resolved once for each place, so that a look-up
// costs next to nothing. A Set is immutable and safe for concurrent use. In the zero Set nothing is
// on record; a nil *Set is like it.
type Set struct {
	day    Date
	tables *Tables
	rows   []Standard // in force, widest place first
	// for each key, Of, residence and place: 1 + the row's position in rows, 0 for none
	cells []int32
	start [keyCount]int // where a key's cells begin
	// of DibaoNotIncome and TekunNotIncome, by residence: what another choice treats otherwise
	open    [len(incomeReadings)][2][2]IncomeKinds
	refs    []TableRef
	choices Choices
	isOpen  [readingCount]bool // the readings that are open questions on the day
	derived atomic.Pointer[derived]
}

// TableRef names a tables file that a decision rests on.
type TableRef struct {
	ID     string
	Kind   OverlayKind
	SHA256 Digest
}

// Fields names the fields of the wire formats, see [Amount.Fields].
func (r *TableRef) Fields(f *wire.Fields) {
	f.Required().Text("id", &r.ID)
	f.Required().Word("kind", &r.Kind)
	f.Required().Word("sha256", &r.SHA256)
}

// MarshalJSON writes {"id":"…","kind":"draft","sha256":"…"}.
func (r TableRef) MarshalJSON() ([]byte, error) { return wire.Marshal(&r) }

// UnmarshalJSON reads the form that MarshalJSON writes, strictly.
func (r *TableRef) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, r) }

// newSet makes the Set of t's rows of day d, in the order of byPrecedence.
func newSet(t *Tables, d Date, rows []Standard) *Set {
	s := &Set{day: d, tables: t, choices: t.Choices(), rows: rows}
	for r := Reading(1); r < readingCount; r++ {
		s.isOpen[r] = span{readingTable[r].From, readingTable[r].Until}.has(d)
	}
	if t.known.of(ZhuzhouLines2022) == No {
		s.isOpen[Effective2020Reading] = true // nobody knew of what replaces the figures of 2020
	}
	size := 0
	for k := Key(1); k < keyCount; k++ {
		s.start[k] = size
		size += (1 + len(keyTable[k].Of)) * residences * rowPlaces
	}
	s.cells = make([]int32, size)
	for i := range s.rows {
		s.paint(i)
	}
	for i, r := range incomeReadings {
		if s.Open(r) {
			s.compareLists(i)
		}
	}
	for _, o := range t.overlays {
		s.refs = append(s.refs, TableRef{o.ID, o.Kind, o.SHA256})
	}
	return s
}

// byPrecedence puts the rows that give way first: those for a wider place, then the published
// before those laid over them (the sort is stable), then those for both kinds of hukou, then those
// without Of.
func byPrecedence(a, b Standard) int {
	if d := a.Place.depth() - b.Place.depth(); d != 0 {
		return d
	}
	return cmp.Or(first(!a.laidOver(), !b.laidOver()), first(a.Residence == 0, b.Residence == 0),
		first(a.Of == "", b.Of == ""))
}

// first returns -1 where a alone is true, and +1 where b alone is.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return +1
}

// depth is how many places p lies in: 0 for the country, up to 4 for a unit.
func (p Place) depth() (n int) {
	for _, wider := range p.info().wider {
		if wider != 0 {
			n++
		}
	}
	return n
}

// laidOver reports whether s stands in a tables file.
func (s Standard) laidOver() bool { return s.Basis.Document.own() == nil }

// paint enters row i in every cell that it governs.
func (s *Set) paint(i int) {
	row := s.rows[i]
	of, ok := row.Key.ofIndex(row.Of)
	if !ok {
		return // a free Of is looked up among the rows
	}
	first, last := of, of
	if of == 0 {
		last = len(keyTable[row.Key].Of)
	}
	for p := range rowPlaces {
		if !places[p].place.In(row.Place) {
			continue
		}
		for o := first; o <= last; o++ {
			for j, r := range Residences() {
				if !row.isFor(r) {
					continue
				}
				if cell := &s.cells[s.cell(row.Key, o, j, p)]; *cell == 0 || !row.givesWay(s.rows[*cell-1]) {
					*cell = int32(i + 1)
				}
			}
		}
	}
}

// givesWay reports whether s, of a nearer place, is a floor below that of wider, and so says
// nothing. A row laid over the published ones never does: a draft may go below a floor.
func (s Standard) givesWay(wider Standard) bool {
	return s.Place != wider.Place && s.Bound == AtLeast && s.lessThan(wider) && !s.laidOver()
}

func (s *Set) cell(k Key, of, residence, place int) int {
	return s.start[k] + (of*residences+residence)*rowPlaces + place
}

// Find returns the row of k that governs place p, kind of hukou r and Of: the nearest one, but not
// a floor that is below the floor of a wider place. Where r is zero, the row must govern both
// kinds. An entry of a list that a draft strikes out is not there.
func (s *Set) Find(k Key, p Place, r Residence, of string) (Standard, bool) {
	if row := s.find(k, p, r, of); row != nil {
		return *row, true
	}
	return Standard{}, false
}

func (s *Set) find(k Key, p Place, r Residence, of string) *Standard {
	if s == nil || k == 0 || k >= keyCount {
		return nil
	}
	place := p.index()
	i, ok := k.ofIndex(of)
	if place < 0 || place >= rowPlaces || !ok || len(s.cells) == 0 {
		return nil
	}
	var n int32
	switch r {
	case Urban:
		n = s.cells[s.cell(k, i, 0, place)]
	case Rural:
		n = s.cells[s.cell(k, i, 1, place)]
	default:
		if n = s.cells[s.cell(k, i, 0, place)]; n != s.cells[s.cell(k, i, 1, place)] {
			return nil
		}
	}
	if n == 0 || s.rows[n-1].Struck {
		return nil
	}
	return &s.rows[n-1]
}

// String says in English which standards they are: of which day, by which data and tables files.
func (s *Set) String() string {
	if s.Day().IsZero() {
		return "standards of no day"
	}
	return "standards of " + s.Day().String() + " by " + s.Tables().String() + ", digest " + s.Digest().String()
}

// MarshalJSON reports that standards have no form in JSON by themselves: package draft writes their
// rows, as of Deciding, and a decision names them by their digest.
func (s *Set) MarshalJSON() ([]byte, error) {
	return nil, errors.New("standards: the rows of a Set are written in JSON by draft.AppendRow, see Deciding")
}

// Classes returns the rows of k that govern place p, of which each names a class of its own in Of:
// top-ups ([DibaoTopUp]) and bands ([DibaoBand]).
func (s *Set) Classes(k RateKey, p Place) []Standard {
	var list []Standard
	for _, row := range s.orZero().rows { // those that give way first
		if row.Key != Key(k) || !p.In(row.Place) {
			continue
		}
		same := func(old Standard) bool { return old.Of == row.Of && old.Residence == row.Residence }
		switch i := slices.IndexFunc(list, same); {
		case i < 0:
			list = append(list, row)
		case !row.givesWay(list[i]):
			list[i] = row
		}
	}
	return list
}

func (s *Set) notOnRecord(k Key, p Place, r Residence, of string) error {
	return &NotOnRecordError{k, p, r, of, s.Day()}
}

// Line returns the line of p for kind of hukou r, such as the dibao line (低保标准). Its Bound is
// AtLeast where only a floor is on record. It reports a *NotOnRecordError if there is none.
func (s *Set) Line(k LineKey, p Place, r Residence) (Line, error) {
	if row := s.find(Key(k), p, r, ""); row != nil {
		return Line{*row}, nil
	}
	return Line{}, s.notOnRecord(Key(k), p, r, "")
}

// Rate returns a sum that is paid in p, for kind of hukou r where it goes by that, of the class of
// where it has classes. Its Bound is AtLeast where only a floor is on record. It reports a
// *NotOnRecordError if there is none.
func (s *Set) Rate(k RateKey, p Place, r Residence, of string) (Rate, error) {
	if row := s.find(Key(k), p, r, of); row != nil {
		return Rate{*row}, nil
	}
	return Rate{}, s.notOnRecord(Key(k), p, r, of)
}

// Average returns a floor on an average over a caseload (月人均救助水平), never on one payment. It
// reports a *NotOnRecordError if there is none.
func (s *Set) Average(k AverageKey, p Place, r Residence) (Average, error) {
	if row := s.find(Key(k), p, r, ""); row != nil {
		return Average{*row}, nil
	}
	return Average{}, s.notOnRecord(Key(k), p, r, "")
}

// Number returns a ratio, an age, a grade, a count or a target. It reports a *NotOnRecordError if
// there is none.
func (s *Set) Number(k NumberKey, p Place, r Residence, of string) (Number, error) {
	if row := s.find(Key(k), p, r, of); row != nil {
		return Number{*row}, nil
	}
	return Number{}, s.notOnRecord(Key(k), p, r, of)
}

// Listed returns the entry of k for of, and whether there is one.
func (s *Set) Listed(k ListKey, p Place, r Residence, of string) (Standard, bool) {
	return s.Find(Key(k), p, r, of)
}

// Day returns the day of the standards.
func (s *Set) Day() Date { return s.orZero().day }

// Tables returns the tables that s was made from.
func (s *Set) Tables() *Tables { return s.orZero().tables }

// Choice returns the choice made for r.
func (s *Set) Choice(r Reading) Choice {
	if s == nil || s.tables == nil {
		return r.Default() // of the zero Set
	}
	return s.choices.Of(r)
}

// Refs names the tables files laid over the published rows, in order.
func (s *Set) Refs() []TableRef { return slices.Clone(s.orZero().refs) }

// Rows returns every row in force, sorted by key, place, residence and Of: also those that a row
// laid over them replaces, which [Set.Deciding] leaves out.
func (s *Set) Rows() []Standard {
	rows := slices.Clone(s.orZero().rows)
	slices.SortStableFunc(rows, compareRows)
	return rows
}
