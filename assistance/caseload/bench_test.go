package caseload_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
)

const benchHouseholds = 1_000_000

var sink int64

func benchPopulation(b *testing.B) (*standards.Set, *caseload.Population) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(b, err)
	g := assistancetest.NewGenerator(1)
	var usual []assistance.Household
	for len(usual) < 5000 {
		h := plain(g, g.Household(set))
		if p, err := caseload.Pack(set, one(h)); err == nil && p.Usual() == 1 {
			usual = append(usual, h)
		}
	}
	p, err := caseload.Pack(set, func(yield func(assistance.Household, error) bool) {
		for i := range benchHouseholds {
			if !yield(usual[i%len(usual)], nil) {
				return
			}
		}
	})
	require.NoError(b, err)
	return set, p
}

func BenchmarkSimulate(b *testing.B) {
	set, p := benchPopulation(b)
	words := make([]int64, benchHouseholds*4) // the same bytes
	b.Run("baseline-sum", func(b *testing.B) {
		for b.Loop() {
			sum := int64(0)
			for _, w := range words {
				sum += w
			}
			sink += sum
		}
	})
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers-%d", workers), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				t, err := p.Simulate(set, workers)
				require.NoError(b, err)
				sink += t.All().Households
			}
		})
	}
}
