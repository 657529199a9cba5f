package active

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// on switches mutant n on until the test ends.
func on(t *testing.T, n int) {
	t.Helper()
	before := mutant
	mutant = n
	t.Cleanup(func() { mutant = before })
}

func TestSwitches(t *testing.T) {
	truth := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	for _, c := range []struct {
		name    string
		value   func() int
		off, on int
	}{
		{"1 < 1", func() int { return truth(Less(7, 1, 1)) }, 0, 1},
		{"1 < 2", func() int { return truth(Less(7, 1, 2)) }, 1, 1},
		{"2 < 1", func() int { return truth(Less(7, 2, 1)) }, 0, 0},
		{"1 <= 1", func() int { return truth(LessOrEqual(7, 1, 1)) }, 1, 0},
		{"1 <= 2", func() int { return truth(LessOrEqual(7, 1, 2)) }, 1, 1},
		{"2 <= 1", func() int { return truth(LessOrEqual(7, 2, 1)) }, 0, 0},
		{"1 > 1", func() int { return truth(Greater(7, 1, 1)) }, 0, 1},
		{"2 > 1", func() int { return truth(Greater(7, 2, 1)) }, 1, 1},
		{"1 > 2", func() int { return truth(Greater(7, 1, 2)) }, 0, 0},
		{"1 >= 1", func() int { return truth(GreaterOrEqual(7, 1, 1)) }, 1, 0},
		{"2 >= 1", func() int { return truth(GreaterOrEqual(7, 2, 1)) }, 1, 1},
		{"1 >= 2", func() int { return truth(GreaterOrEqual(7, 1, 2)) }, 0, 0},
		{"min of three", func() int { return Min(7, 5, 3, 9) }, 3, 9},
		{"max of three", func() int { return Max(7, 5, 9, 3) }, 9, 3},
		{"6 + 3", func() int { return Plus(7, 6, 3) }, 9, 3},
		{"6 - 3", func() int { return Minus(7, 6, 3) }, 3, 9},
		{"6 * 3", func() int { return Times(7, 6, 3) }, 18, 9},
		{"6 / 3", func() int { return Over(7, 6, 3) }, 2, 18},
		{"signed 6", func() int { return Signed(7, 6) }, 6, -6},
		{"more than 6", func() int { return More(7, 6) }, 6, 7},
		{"fewer than 6", func() int { return Fewer(7, 6) }, 6, 5},
		{"zero of 6", func() int { return Zero(7, 6) }, 6, 0},
		{"the switch itself", func() int { return truth(Is(7)) }, 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.off, c.value(), "no mutant on")
			on(t, 8)
			assert.Equal(t, c.off, c.value(), "another mutant on")
			on(t, 7)
			assert.Equal(t, c.on, c.value(), "the mutant on")
		})
	}
}

// A run that records writes each mutant that it comes by once, and switches none on.
func TestRecording(t *testing.T) {
	name := filepath.Join(t.TempDir(), "reached")
	t.Setenv(Reached, name)
	recording = true
	t.Cleanup(func() {
		recording = false
		seen.Clear()
	})
	for _, n := range []int{3, 12, 3} {
		assert.False(t, Is(n))
	}
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "3\n12\n", string(text))
}
