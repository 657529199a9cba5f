// Package lang holds what every text of the library needs: the two languages, a text in both, and
// the list of errors that speak both. All other packages stand on it; it imports none of them.
package lang

// Lang is a language in which this library's texts can be read. Every text exists in both; the zero
// Lang is Chinese, the language of the law.
type Lang uint8

const (
	Chinese Lang = iota // 中文
	English
)

// In returns the text of the two that is in language l.
func (l Lang) In(chinese, english string) string {
	if l == English {
		return english
	}
	return chinese
}

// Text is one text in both languages.
type Text struct{ Zh, En string }

// In returns the text in language l.
func (t Text) In(l Lang) string { return l.In(t.Zh, t.En) }
