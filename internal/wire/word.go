package wire

import (
	"encoding"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

// WordError says that a text is none of the words that a field takes.
type WordError struct {
	Value string
	words []string // of the type of the field, after an empty one; nil if they are many
}

// Words returns the words that the field takes, nil if they are many.
func (e *WordError) Words() []string {
	if e == nil || len(e.words) == 0 {
		return nil
	}
	return slices.Clone(e.words[1:])
}

// Error returns the English text.
func (e *WordError) Error() string { return "standards: " + e.Text(lang.English) }

// Text says in language l what is no word, and which words there are.
func (e *WordError) Text(l lang.Lang) string {
	if e == nil {
		return ""
	}
	shown := Shown(e.Value)
	return l.In("“"+shown+"”不是此处可用的取值", `"`+shown+`" is not a word known here`) + acceptedText(e.Words(), l)
}

// shownWords is how many characters of a list of words a text shows.
const shownWords = 256

func acceptedText(words []string, l lang.Lang) string {
	if len(words) == 0 {
		return ""
	}
	shown := Printable(strings.Join(words, l.In("、", ", ")), shownWords)
	return l.In("（可用："+shown+"）", " (accepted: "+shown+")")
}

// ReadWord sets into to the value of a word among the words of a type, of which the first is empty:
// that of the zero value, which no text names. It reports a *[WordError] for any other text, and
// where into is nil.
func ReadWord[T ~uint8](into *T, text []byte, words []string) error {
	for i := 1; i < len(words) && into != nil; i++ {
		if words[i] == string(text) {
			*into = T(i)
			return nil
		}
	}
	return &WordError{string(text), words}
}

// NoWord notes that value, which stands at path, is none of the words that of reads.
func (f *Faults) NoWord(path, value string, of encoding.TextUnmarshaler) {
	f.NotAmong(path, value, wordsOf(of.UnmarshalText(nil)))
}

// NotOneOf notes that value, which stands at path, is none of the words for values.
func NotOneOf[T fmt.Stringer](f *Faults, path, value string, values []T) {
	var words []string
	for _, one := range values {
		words = append(words, one.String())
	}
	f.NotAmong(path, value, words)
}

// NotAmong notes that value, which stands at path, is none of words.
func (f *Faults) NotAmong(path, value string, words []string) {
	f.all = append(f.all, &FieldError{path, value, CodeNotAValue, strings.Join(words, acceptedSeparator)})
}

// acceptedSeparator stands between the words of [FieldError.Accepted].
const acceptedSeparator = ", "

// wordsOf returns the words that are accepted in place of what err is about.
func wordsOf(err error) []string {
	var known *WordError
	errors.As(err, &known)
	return known.Words()
}
