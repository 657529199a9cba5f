package standards

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"sync/atomic"
)

// Set is the standards of one day: every figure resolved once for each place, so that a look-up costs next to nothing. A Set
// is immutable and safe for concurrent use. In the zero Set nothing is on record; a nil *Set is like it.
type Set struct {
	day     Date
	tables  *Tables
	rows    []Standard        // in force, widest place first
	cells   []int32           // for each key, Of, residence and place: 1 + the row's position in rows, 0 for none
	start   [keyCount]int     // where a key's cells begin
	exempt  [2][2]IncomeKinds // DibaoNotIncome and TekunNotIncome, by residence
	open    [2][2]IncomeKinds // the kinds among them that another choice of IncomeListReading treats otherwise
	digest  Digest
	refs    []TableRef
	choices Choices
	isOpen  [readingCount]bool // the readings that are open questions on the day
	derived atomic.Pointer[derived]
}

// Digest identifies content: a SHA-256. The zero Digest means "none".
type Digest [sha256.Size]byte

// String returns d in hexadecimal, and "" for the zero Digest.
func (d Digest) String() string {
	if d == (Digest{}) {
		return ""
	}
	return hex.EncodeToString(d[:])
}

// MarshalText implements encoding.TextMarshaler.
func (d Digest) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Digest) UnmarshalText(text []byte) error {
	var read Digest
	if len(text) != 0 {
		if n, err := hex.Decode(read[:], text[:min(len(text), 2*len(read))]); err != nil || n != len(read) || len(text) != 2*len(read) {
			return &WordError{string(text)}
		}
	}
	*d = read
	return nil
}

// TableRef names a tables file that a decision rests on.
type TableRef struct {
	ID     string      `json:"id"`
	Kind   OverlayKind `json:"kind"`
	SHA256 Digest      `json:"sha256"`
}

func newSet(t *Tables, d Date) *Set {
	s := &Set{day: d, tables: t, choices: t.Choices(), rows: t.rowsOn(d)}
	for r := Reading(1); r < readingCount; r++ {
		s.isOpen[r] = span{readingTable[r].From, readingTable[r].Until}.has(d)
	}
	slices.SortStableFunc(s.rows, byPrecedence)
	size := 0
	for k := Key(1); k < keyCount; k++ {
		s.start[k] = size
		size += (1 + len(keyTable[k].Of)) * residences * rowPlaces
	}
	s.cells = make([]int32, size)
	for i := range s.rows {
		s.paint(i)
	}
	for i, k := range [...]ListKey{DibaoNotIncome, TekunNotIncome} {
		for j, r := range Residences() {
			s.exempt[i][j] = s.listedKinds(k, r)
		}
	}
	if s.Open(IncomeListReading) {
		s.compareLists()
	}
	for _, o := range t.overlays {
		s.refs = append(s.refs, TableRef{o.ID, o.Kind, o.SHA256})
	}
	s.digest = s.computeDigest()
	return s
}

// byPrecedence puts the rows that give way first: those for a wider place, then the published before those laid over them
// (the sort is stable), then those for both kinds of hukou, then those without Of.
func byPrecedence(a, b Standard) int {
	if d := b.Place.width() - a.Place.width(); d != 0 {
		return d
	}
	if a.laidOver() != b.laidOver() {
		if a.laidOver() {
			return +1
		}
		return -1
	}
	if d := int(min(a.Residence, 1)) - int(min(b.Residence, 1)); d != 0 {
		return d
	}
	return min(len(a.Of), 1) - min(len(b.Of), 1)
}

// width is 1 for a unit, 2 for a group, 3 for the city and 4 for the country.
func (p Place) width() int {
	n := len(placeInfo{}.wider) + 1
	for _, wider := range p.info().wider {
		if wider != 0 {
			n--
		}
	}
	return n
}

// laidOver reports whether s stands in a tables file.
func (s Standard) laidOver() bool { return s.Basis.Document.supplied() }

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
				if row.Residence == 0 || row.Residence == r {
					s.cells[s.cell(row.Key, o, j, p)] = int32(i + 1)
				}
			}
		}
	}
}

func (s *Set) cell(k Key, of, residence, place int) int {
	return s.start[k] + (of*residences+residence)*rowPlaces + place
}

// Find returns the row of k that governs place p, kind of hukou r and Of: the nearest one. Where r is zero, the row must
// govern both kinds.
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
	if n == 0 {
		return nil
	}
	return &s.rows[n-1]
}

func (s *Set) notOnRecord(k Key, p Place, r Residence, of string) error {
	return &NotOnRecordError{k, p, r, of, s.Day()}
}

// Line returns the line of p for kind of hukou r, such as the dibao line (低保标准). Its Bound is AtLeast where only a floor is
// on record. It reports a *NotOnRecordError if there is none.
func (s *Set) Line(k LineKey, p Place, r Residence) (Line, error) {
	if row := s.find(Key(k), p, r, ""); row != nil {
		return Line{*row}, nil
	}
	return Line{}, s.notOnRecord(Key(k), p, r, "")
}

// Rate returns a sum that is paid in p, for kind of hukou r where it goes by that, of the class of where it has classes. Its
// Bound is AtLeast where only a floor is on record. It reports a *NotOnRecordError if there is none.
func (s *Set) Rate(k RateKey, p Place, r Residence, of string) (Rate, error) {
	if row := s.find(Key(k), p, r, of); row != nil {
		return Rate{*row}, nil
	}
	return Rate{}, s.notOnRecord(Key(k), p, r, of)
}

// Average returns a floor on an average over a caseload (月人均救助水平), never on one payment. It reports a *NotOnRecordError if
// there is none.
func (s *Set) Average(k AverageKey, p Place, r Residence) (Average, error) {
	if row := s.find(Key(k), p, r, ""); row != nil {
		return Average{*row}, nil
	}
	return Average{}, s.notOnRecord(Key(k), p, r, "")
}

// Number returns a ratio, an age, a grade, a count or a target. It reports a *NotOnRecordError if there is none.
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

// NotIncome returns the kinds of income that the list k, DibaoNotIncome or TekunNotIncome, leaves out for kind of hukou r.
func (s *Set) NotIncome(k ListKey, r Residence) IncomeKinds {
	return ofList(&s.orZero().exempt, k, r)
}

// compareLists finds the kinds of income that the choices of IncomeListReading treat otherwise on s's day: by the published rows, since a
// tables file says the same under each.
func (s *Set) compareLists() {
	choices := readingTable[IncomeListReading].Choices
	for i, k := range [...]ListKey{DibaoNotIncome, TekunNotIncome} {
		for j, r := range Residences() {
			first := s.tables.Choose(choices[0]).publishedKinds(k, r, s.day)
			for _, c := range choices[1:] {
				s.open[i][j] |= first ^ s.tables.Choose(c).publishedKinds(k, r, s.day)
			}
		}
	}
}

// publishedKinds are the kinds of income that the published list k has for kind of hukou r on day d.
func (t *Tables) publishedKinds(k ListKey, r Residence, d Date) IncomeKinds {
	var kinds IncomeKinds
	for _, row := range published() {
		if kind, ok := ParseIncomeKind(row.Of); ok && row.Key == Key(k) && (row.Residence == 0 || row.Residence == r) && t.applies(row, d) {
			kinds |= 1 << kind
		}
	}
	return kinds
}

func (s *Set) listedKinds(k ListKey, r Residence) IncomeKinds {
	var kinds IncomeKinds
	for kind := Wages; kind <= Relief; kind++ {
		if _, ok := s.Listed(k, China, r, kind.String()); ok {
			kinds |= 1 << kind
		}
	}
	return kinds
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

// Open reports whether r is an open question on the day of s.
func (s *Set) Open(r Reading) bool { return s != nil && r < readingCount && s.isOpen[r] }

// StatedFor2020 reports whether the city's document of 2020 states a figure of k for place p, kind of hukou r and Of. On which days it is on
// record depends on the choice of [Effective2020Reading].
func StatedFor2020(k Key, p Place, r Residence, of string) bool {
	rows := published()
	first := sort.Search(len(rows), func(i int) bool { return rows[i].Key >= k }) // they are sorted by key
	for i := first; i < len(rows) && rows[i].Key == k; i++ {
		row := &rows[i]
		if row.ofYear2020() && p.In(row.Place) && (row.Residence == 0 || row.Residence == r) && (row.Of == "" || row.Of == of) {
			return true
		}
	}
	return false
}

// OpenIncome returns the kinds of income that the list k treats otherwise under another choice of [IncomeListReading], on a day
// on which that is an open question.
func (s *Set) OpenIncome(k ListKey, r Residence) IncomeKinds {
	return ofList(&s.orZero().open, k, r)
}

func ofList(kinds *[2][2]IncomeKinds, k ListKey, r Residence) IncomeKinds {
	list, kind := 0, 0
	if k == TekunNotIncome {
		list = 1
	}
	if r == Rural {
		kind = 1
	}
	return kinds[list][kind]
}

// MinorAges returns the lowest and the highest age that the choices of [TekunMinor2021Reading] give, on the days on which that is an open
// question.
func MinorAges() [2]int {
	ages := [2]int{maxAge, 0}
	for _, row := range published() {
		if row.Key == Key(TekunMinorAge) && row.Under != 0 {
			ages[0] = min(ages[0], row.Number.Int())
			ages[1] = max(ages[1], row.Number.Int())
		}
	}
	return ages
}

// derived is what one package made of a Set, before what others did. It does not change once it is in the list.
type derived struct {
	made any
	next *derived
}

// Derived returns what build makes of s, which is made by the first call for the type T and kept with s: a package that uses the standards in
// a form of its own prepares it here, under a type of its own that is no interface. Calls that come first at the same time may each build it;
// all return the one that is kept. Of a nil Set nothing is kept.
func Derived[T any](s *Set, build func(*Set) T) T {
	if s == nil {
		return build(s)
	}
	first := s.derived.Load()
	if made, ok := madeBefore[T](first); ok {
		return made
	}
	made := build(s)
	for !s.derived.CompareAndSwap(first, &derived{made, first}) {
		first = s.derived.Load()
		if other, ok := madeBefore[T](first); ok {
			return other
		}
	}
	return made
}

// madeBefore finds what was made of type T.
func madeBefore[T any](d *derived) (T, bool) {
	for ; d != nil; d = d.next {
		if made, ok := d.made.(T); ok {
			return made, true
		}
	}
	var none T
	return none, false
}

// Refs names the tables files laid over the published rows, in order.
func (s *Set) Refs() []TableRef { return slices.Clone(s.orZero().refs) }

// Rows returns every row in force, sorted by key, place, residence and Of: also those that a row laid over them replaces, which
// [Set.Deciding] leaves out.
func (s *Set) Rows() []Standard {
	rows := slices.Clone(s.orZero().rows)
	slices.SortStableFunc(rows, compareRows)
	return rows
}

// Digest identifies the standards: the day, the rows in force and the choices. Two Sets with one digest decide alike.
func (s *Set) Digest() Digest { return s.orZero().digest }

func (s *Set) computeDigest() Digest {
	h := sha256.New()
	put := func(parts ...string) {
		for _, part := range parts {
			h.Write([]byte(part))
			h.Write([]byte{0})
		}
		h.Write([]byte{'\n'})
	}
	put("set", s.day.String())
	for _, row := range s.Rows() {
		put(row.fields()...)
	}
	for r := Reading(1); r < readingCount; r++ {
		put(r.String(), s.tables.choice(r).String())
	}
	return Digest(h.Sum(nil))
}

// fields are all that a row says, as text.
func (s Standard) fields() []string {
	return []string{s.Key.String(), s.Place.String(), s.Residence.String(), s.Of, s.Amount.String(), s.Number.String(), s.Bound.String(),
		s.From.String(), s.Until.String(), s.Under.String(), s.Carried.String(), string(s.Basis.Document), s.Basis.Clause, s.Basis.Printed}
}

// Change is a difference between two Sets: a row that is changed, added (Before is zero) or ended (After is zero).
type Change struct{ Before, After Standard }

// Diff lists how the rows that decide in after differ from those in before, sorted by key, place, residence and Of. A row whose
// value and bound are the same is not listed, whatever its dates and its document. Where only one kind of hukou is concerned, both
// rows of the change are for that kind.
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

// figure is what a row is about, but for the kind of hukou.
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
		if !ok {
			continue
		}
		at := figure{row.Key, row.Place, row.Of}
		rows := all[at]
		for j, r := range Residences() {
			if decides.Residence == 0 || decides.Residence == r {
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
	if c.Before.Key == c.After.Key && c.Before.Amount == c.After.Amount && c.Before.Number == c.After.Number && c.Before.Bound == c.After.Bound {
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
