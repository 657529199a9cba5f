package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A test that is gone is not named as one that does not run here.
func TestTestsApartExist(t *testing.T) {
	for _, name := range apart {
		dir, function, _ := strings.Cut(name, " ")
		files, err := filepath.Glob(filepath.Join("../..", filepath.FromSlash(dir), "*_test.go"))
		require.NoError(t, err)
		found := false
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			found = found || strings.Contains(string(text), "\nfunc "+function+"(t *testing.T)")
		}
		assert.True(t, found, name)
	}
}

// Each package stands in the table once, and some are found: the table does not speak of a tree that is gone.
func TestTargets(t *testing.T) {
	seen := map[string]bool{}
	exist := 0
	for _, target := range targets {
		assert.False(t, seen[target.dir], target.dir)
		seen[target.dir] = true
		if files, _ := filepath.Glob(filepath.Join("../..", filepath.FromSlash(target.dir), "*.go")); len(files) > 0 {
			exist++
			assert.NotEmpty(t, suiteDirs("../..", targets, target.dir), "%s has no tests", target.dir)
		}
	}
	assert.Greater(t, exist, len(targets)/2)
}
