package cli_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

// A hundred faults are said and the others counted.
func TestFirst(t *testing.T) {
	for _, n := range []int{1, 99, 100} {
		text := strings.TrimSuffix(strings.Repeat("x\n", n), "\n")
		assert.Equal(t, text, cli.First(text, standards.English), n)
	}
	text := strings.TrimSuffix(strings.Repeat("x\n", 30_000), "\n")
	assert.Equal(t, strings.Repeat("x\n", 100)+"29900 more", cli.First(text, standards.English))
	assert.True(t, strings.HasSuffix(cli.First(text, standards.Chinese), "另有 29900 处"))
}
