package wire_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// A list with an element that is nil can be told.
func TestNilFaultsCanBeTold(t *testing.T) {
	assert.NotPanics(t, func() {
		list := wire.Errors{nil, {Path: "id", Code: wire.CodeRequired}}
		assert.Equal(t, "; required field is missing at id", list.Error())
		assert.Empty(t, (*wire.SyntaxError)(nil).Text(lang.Chinese))
	})
}
