package standards

import (
	"crypto/sha256"
	"encoding/hex"
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
	var read Digest
	if len(text) != 0 {
		if n, err := hex.Decode(read[:], text[:min(len(text), 2*len(read))]); err != nil || n != len(read) || len(text) != 2*len(read) {
			return &WordError{string(text)}
		}
	}
	*d = read
	return nil
}

// Digest identifies the standards: the day, the rows in force and the choices. Two Sets with one
// digest decide alike.
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

// fields lists every field of a row as text.
func (s Standard) fields() []string {
	return []string{s.Key.String(), s.Place.String(), s.Residence.String(), s.Of, s.Amount.String(), s.Number.String(), s.Bound.String(),
		s.From.String(), s.Until.String(), s.Under.String(), s.Carried.String(), string(s.Basis.Document), s.Basis.Clause, s.Basis.Printed}
}
