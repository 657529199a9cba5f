package assistance_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/standards"
)

// One Set serves many goroutines, which all come to the same.
func TestConcurrentUse(t *testing.T) {
	g := assistancetest.NewGenerator(8)
	tables := g.Tables()
	made := func() *standards.Set {
		set, err := tables.At(standards.Day(2020, 10, 1))
		require.NoError(t, err)
		return set
	}
	alone, shared := made(), made()
	households := make([]assistance.Household, 200)
	want := make([]assistance.Decision, len(households))
	for i := range households {
		households[i] = g.Household(alone)
		var err error
		want[i], err = assistance.Explain(alone, households[i])
		require.NoError(t, err)
	}
	var wait sync.WaitGroup
	for worker := range 16 {
		wait.Go(func() {
			for n := range households {
				i := (n*7 + worker*13) % len(households)
				explained, err := assistance.Explain(shared, households[i])
				assert.NoError(t, err)
				assert.Equal(t, want[i], explained)
				assessed, err := assistance.Assess(shared, households[i])
				assert.NoError(t, err)
				explained.Steps = nil
				assert.Equal(t, explained, assessed)
			}
		})
	}
	wait.Wait()
}
