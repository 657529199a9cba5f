package standards

// Lang is a language in which this library's texts can be read. Every text exists in both; the zero Lang is Chinese,
// the language of the law.
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
