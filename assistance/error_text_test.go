package assistance_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/standards"
)

// hostile is a text that would move the cursor, turn the line round, and fill the screen.
var hostile = "\x1b[2J\u202e\u200b\a\r\n\x00\x7f\u0085\u2028\xff" + strings.Repeat("长", 5000)

// Whatever stands in an input, the texts of its faults print on one line each, and shortly.
func TestTextsOfErrorsArePlainAndShort(t *testing.T) {
	say := saying{name: "hostile", number: 1, text: hostile, list: 1, real: true}
	count := 0
	for _, pointer := range exportedTypes {
		of := reflect.TypeOf(pointer)
		if !of.Implements(reflect.TypeFor[error]()) {
			continue
		}
		value := reflect.New(of.Elem())
		value.Elem().Set(say.value(of.Elem(), 0))
		texts := []string{value.Interface().(error).Error()}
		if texter, ok := value.Interface().(interface {
			Text(standards.Lang) string
		}); ok {
			texts = append(texts, texter.Text(standards.Chinese), texter.Text(standards.English))
		}
		for _, text := range texts {
			count++
			for line := range strings.Lines(text) {
				assert.Less(t, len(line), 2000, "%s: %.200s", of, line)
			}
			for _, r := range text {
				assert.True(t, r == '\n' || r == ' ' || unicode.IsPrint(r), "%s: %q in %.100q", of, r, text)
			}
			assert.LessOrEqual(t, strings.Count(text, "\n"), 4, "%s: %.200q", of, text)
		}
	}
	assert.Greater(t, count, 60)
}
