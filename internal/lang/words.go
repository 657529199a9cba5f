package lang

import "encoding"

// Word returns the word of value i among the words of a type, and "" where there is none. The first
// word is empty: it is that of the zero value.
func Word(words []string, i int) string {
	if i < len(words) {
		return words[i]
	}
	return ""
}

// Read reads a word of a type. The empty word is never found.
func Read[T comparable, P interface {
	*T
	encoding.TextUnmarshaler
}](s string) (T, bool) {
	var v, zero T
	if err := P(&v).UnmarshalText([]byte(s)); err != nil {
		return zero, false
	}
	return v, v != zero
}
