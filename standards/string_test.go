package standards_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// Printed, standards say which they are, and nothing of how they are held.
func TestStandardsAsText(t *testing.T) {
	laid, err := standards.Published().With(standards.Overlay{ID: "draft-a", Kind: standards.Draft})
	require.NoError(t, err)
	set, err := laid.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	assert.Equal(t, "data "+standards.DataVersion+" with draft-a", fmt.Sprint(laid))
	assert.Equal(t, "standards of 2020-10-01 by data "+standards.DataVersion+" with draft-a, digest "+set.Digest().String(), fmt.Sprint(set))
	assert.Equal(t, "data "+standards.DataVersion, fmt.Sprint((*standards.Tables)(nil)))
	assert.Equal(t, "standards of no day", fmt.Sprint(new(standards.Set)))
	assert.Equal(t, "standards of no day", fmt.Sprint((*standards.Set)(nil)))
}
