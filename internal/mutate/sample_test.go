package main

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func numbered(n int) (all []*mutant) {
	for i := range n {
		all = append(all, &mutant{id: fmt.Sprintf("%010d", i), number: i})
	}
	return all
}

func TestSample(t *testing.T) {
	all := numbered(1000)
	first := sample(all, 60, "a seed")
	require.Len(t, first, 60)
	assert.Equal(t, first, sample(all, 60, "a seed"), "the seed says which")
	assert.NotEqual(t, first, sample(all, 60, "another seed"))
	assert.True(t, slices.IsSortedFunc(first, func(a, b *mutant) int { return a.number - b.number }), "in their order")
	assert.Equal(t, all, sample(all, 1000, "a seed"))
	assert.Equal(t, all, sample(all, 2000, "a seed"))
}

// Mutants are tried in the order of the code, whatever the order of the ids, and each once.
func TestMutantsByID(t *testing.T) {
	all := numbered(5)
	chosen, err := withIDs(all, []string{all[3].id, all[1].id, all[3].id})
	require.NoError(t, err)
	assert.Equal(t, []*mutant{all[1], all[3]}, chosen)
}

// Code that is added hardly changes what is drawn.
func TestSampleStaysWhenCodeIsAdded(t *testing.T) {
	all := numbered(1010)
	kept := 0
	after := sample(all, 60, "a seed")
	for _, m := range sample(all[:1000], 60, "a seed") {
		if slices.Contains(after, m) {
			kept++
		}
	}
	assert.GreaterOrEqual(t, kept, 50)
}
