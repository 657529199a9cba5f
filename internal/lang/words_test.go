package lang_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

func TestWords(t *testing.T) {
	words := []string{"", "urban", "rural"}
	for i, word := range words[1:] {
		var value uint8
		ok := lang.SetWord(&value, words, []byte(word))
		assert.True(t, ok)
		assert.Equal(t, word, lang.Word(words, int(value)))
		assert.EqualValues(t, i+1, value)
	}
	for _, s := range []string{"", "Urban", "x"} {
		var value uint8
		ok := lang.SetWord(&value, words, []byte(s))
		assert.False(t, ok, s)
		assert.Zero(t, value)
	}
	assert.False(t, lang.SetWord[uint8](nil, words, []byte("urban")))
	assert.Empty(t, lang.Word(words, 0))
	assert.Empty(t, lang.Word(words, 3))
}
