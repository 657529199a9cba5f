package assistancetest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
)

// What an error rests on may be missing.
func TestErrorsOfNothingCanBeTold(t *testing.T) {
	assert.Equal(t, ": (not stated)", (&assistancetest.TableError{}).Error())
	assert.Equal(t, "(not stated)", assistancetest.Errors{nil}.Error())
}
