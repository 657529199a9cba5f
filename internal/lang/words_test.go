package lang_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

func TestWords(t *testing.T) {
	words := []string{"", "urban", "rural"}
	assert.Equal(t, "urban", lang.Word(words, 1))
	assert.Equal(t, "rural", lang.Word(words, 2))
	assert.Empty(t, lang.Word(words, 0))
	assert.Empty(t, lang.Word(words, 3))
}
