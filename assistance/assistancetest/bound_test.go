package assistancetest_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// A file of cases that is too long is refused, and not read to its end.
func TestAFileOfCasesThatIsTooLong(t *testing.T) {
	long := bytes.Repeat([]byte(" "), wire.MaxValue+2)
	_, err := assistancetest.ReadCases(fstest.MapFS{"x": {Data: long}}, "x")
	assert.ErrorContains(t, err, "x: line 1, column 1: too long")
}
