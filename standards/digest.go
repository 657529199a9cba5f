package standards

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sync/atomic"
)

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
	if d == nil {
		return &WordError{Value: string(text)}
	}
	var read Digest
	if len(text) != 0 && len(text) != hex.EncodedLen(len(read)) {
		return &WordError{Value: string(text)}
	}
	if _, err := hex.Decode(read[:], text); err != nil {
		return &WordError{Value: string(text)}
	}
	*d = read
	return nil
}

// Digest identifies the standards: the day, the rows in force and the choices. Two Sets with one
// digest decide alike. [Set.Governing] identifies those of a place.
//
// It is the SHA-256 of lines of UTF-8. Each line is texts, each followed by a zero byte, and a line
// feed: "set" and the day; each row in force, in the order of [Set.Rows], by its key, place, kind
// of hukou, of, amount, number, bound, from, until, "struck" where it is struck out, choice that it
// stands under, carry day, document, clause, print and where the print stands, each as in tables
// files and empty where there is none; each reading in the order of their numbers, by its name and
// the code of the choice made.
func (s *Set) Digest() Digest {
	if s == nil || s.tables == nil {
		return Digest{}
	}
	return s.Derived(wholeDigest, func(s *Set) any { return s.computeDigest(s.Rows()) }).(Digest)
}

// The keys of what this package derives of a Set, where it is first asked for.
const (
	wholeDigest = "standards: digest"
	byPlace     = "standards: governing"
)

func (s *Set) computeDigest(rows []Standard) Digest {
	h := sha256.New()
	put := func(parts ...string) {
		for _, part := range parts {
			h.Write([]byte(part))
			h.Write([]byte{0})
		}
		h.Write([]byte{'\n'})
	}
	put("set", s.day.String())
	for _, row := range rows {
		put(row.fields()...)
	}
	for r := Reading(1); r < readingCount; r++ {
		put(r.String(), s.tables.choice(r).String())
	}
	return Digest(h.Sum(nil))
}

// Governing identifies the standards that govern place p: their digest, which is [Set.Digest] over
// the rows whose place has p in it, and the tables files among them. A file for another county
// changes neither. It is for one of the ten county-level units; of any other place there are none.
func (s *Set) Governing(p Place) (Digest, []TableRef) {
	i := p.DivisionIndex()
	if i < 0 || s.Day().IsZero() {
		return Digest{}, nil
	}
	all := s.Derived(byPlace, func(s *Set) any { return &governing{rows: s.Rows()} }).(*governing)
	g := all.places[i].Load()
	if g == nil {
		g = s.governed(all.rows, p)
		all.places[i].Store(g)
	}
	return g.digest, g.refs
}

// governing holds what identifies the standards of each of the ten units, as far as it was asked
// for.
type governing struct {
	rows   []Standard // of the set
	places [DivisionCount]atomic.Pointer[governed]
}

// governed identifies the standards of one place.
type governed struct {
	digest Digest
	refs   []TableRef
}

func (s *Set) governed(all []Standard, p Place) *governed {
	var rows []Standard
	for _, row := range all {
		if p.In(row.Place) {
			rows = append(rows, row)
		}
	}
	g := &governed{digest: s.computeDigest(rows)}
	for _, o := range s.tables.overlays {
		if o.governs(p, s.day) {
			g.refs = append(g.refs, TableRef{o.ID, o.Kind, o.SHA256})
		}
	}
	return g
}

// governs reports whether o states something for place p on day d: a row in force, a choice, or
// what a carry lets go on.
func (o Overlay) governs(p Place, d Date) bool {
	if len(o.Choices) > 0 || !o.Carry.IsZero() && o.Carry.Before(d) {
		return true
	}
	return slices.ContainsFunc(o.Rows, func(row Standard) bool { return row.InForce(d) && p.In(row.Place) })
}

// fields lists every field of a row as text.
func (s Standard) fields() []string {
	struck := ""
	if s.Struck {
		struck = "struck"
	}
	return []string{s.Key.String(), s.Place.String(), s.Residence.String(), s.Of, s.Amount.String(), s.Number.String(),
		s.Bound.String(),
		s.From.String(), s.Until.String(), struck, s.Under.String(), s.Carried.String(), string(s.Basis.Document),
		s.Basis.Clause, s.Basis.Printed, s.Basis.At}
}
