package standards

import (
	"encoding"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Residence is a kind of hukou (户籍类别): which of the two dibao lines a person is measured against.
// The zero Residence means "not stated" in a household and "both kinds" in a row.
type Residence uint8

const (
	Urban Residence = iota + 1 // 城市
	Rural                      // 农村
)

const residences = 2

// Residences are both kinds of hukou.
func Residences() [residences]Residence { return [2]Residence{Urban, Rural} }

// String returns the word of the wire formats: urban or rural.
func (r Residence) String() string { return lang.Word(residenceWords[:], int(r)) }

// Text returns the word for r in language l.
func (r Residence) Text(l Lang) string {
	switch r {
	case Urban:
		return l.In("城市", "urban")
	case Rural:
		return l.In("农村", "rural")
	}
	return l.In("城乡", "urban and rural")
}

var residenceWords = [...]string{"", "urban", "rural"}

// Bound says how a figure or a payment is known: to the fen, or as a lower limit only (不低于).
type Bound uint8

const (
	Exactly Bound = iota + 1 // the figure itself
	AtLeast                  // 不低于: the figure may be higher
)

// String returns the word of the wire formats: exactly or at-least.
func (b Bound) String() string { return lang.Word(boundWords[:], int(b)) }

var boundWords = [...]string{"", "exactly", "at-least"}

// Answer says yes or no to a fact. The zero Answer means that it is not stated, which is never
// taken for no without saying so.
type Answer uint8

const (
	Yes Answer = iota + 1
	No
)

// String returns the word of the wire formats: yes or no.
func (a Answer) String() string { return lang.Word(answerWords[:], int(a)) }

var answerWords = [...]string{"", "yes", "no"}

// MarshalText implements encoding.TextMarshaler.
func (r Residence) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Residence) UnmarshalText(text []byte) error {
	return wire.ReadWord(r, text, residenceWords[:])
}

// MarshalText implements encoding.TextMarshaler.
func (b Bound) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (b *Bound) UnmarshalText(text []byte) error { return wire.ReadWord(b, text, boundWords[:]) }

// MarshalText implements encoding.TextMarshaler.
func (a Answer) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (a *Answer) UnmarshalText(text []byte) error { return wire.ReadWord(a, text, answerWords[:]) }

// WordError says that a text is none of the words that a field takes, and which it takes.
type WordError = wire.WordError

// Parse reads a word of a type of this library, such as Parse[Residence]("urban") or the name of a
// [Key]. It reports false for any other text, the empty one included.
func Parse[T comparable, P interface {
	*T
	encoding.TextUnmarshaler
}](s string) (T, bool) {
	return lang.Read[T, P](s)
}
