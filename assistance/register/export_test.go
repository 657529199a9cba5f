package register

import (
	"io"
	"iter"
)

// ReadRemembering is Read with so many places to remember.
func ReadRemembering(r io.Reader, places int, keep ...string) iter.Seq2[Record, error] {
	return OfPeople(open(r, places, Options{Keep: keep}))
}

// SeeIDs returns a function that shows an id to a set with so many places. It returns whether it is
// known, and whether it has no place.
func SeeIDs(places int) func(id string) (known, unremembered bool) {
	s := newIDs(places)
	return func(id string) (bool, bool) {
		m := s.see([]byte(id))
		return m == seenBefore, m == notRemembered
	}
}

// SeePeople is SeeIDs for identity numbers.
func SeePeople(places int) func(number uint64) (known, unremembered bool) {
	p := newPeople(places)
	return func(number uint64) (bool, bool) {
		m := p.see(number)
		return m == seenBefore, m == notRemembered
	}
}
