package main

import (
	"cmp"
	"crypto/sha256"
	"slices"
)

// sample returns n of the mutants, in their order. The seed alone says which: a mutant is drawn by
// a digest of the seed and its id, so that a change of the code elsewhere hardly changes the
// sample.
func sample(all []*mutant, n int, seed string) []*mutant {
	if n >= len(all) {
		return all
	}
	type drawn struct {
		*mutant
		at   int
		rank string
	}
	ranks := make([]drawn, len(all))
	for i, m := range all {
		sum := sha256.Sum256([]byte(seed + "\n" + m.id))
		ranks[i] = drawn{m, i, string(sum[:])}
	}
	slices.SortFunc(ranks, func(a, b drawn) int { return cmp.Compare(a.rank, b.rank) })
	ranks = ranks[:n]
	slices.SortFunc(ranks, func(a, b drawn) int { return cmp.Compare(a.at, b.at) })
	out := make([]*mutant, n)
	for i, d := range ranks {
		out[i] = d.mutant
	}
	return out
}
