package register_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

func october(t testing.TB) *standards.Set {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	return set
}
