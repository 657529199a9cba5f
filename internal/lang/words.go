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

// SetWord sets into to the value of a word among the words of a type, and reports whether it is one
// of them. The empty word is none. Where into is nil there is nothing to set, and it reports false.
func SetWord[T ~uint8](into *T, words []string, text []byte) bool {
	for i := 1; i < len(words) && into != nil; i++ {
		if words[i] == string(text) {
			*into = T(i)
			return true
		}
	}
	return false
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
