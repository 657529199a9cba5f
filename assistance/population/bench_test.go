package population

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

var sink int64

// households is how many households the benchmarks have: a million, or as many as HOUSEHOLDS says.
func households() int {
	if n, err := strconv.Atoi(os.Getenv("HOUSEHOLDS")); err == nil {
		return n
	}
	return 1_000_000
}

// invented is a register: small households in all ten units, incomes to the fen about the lines,
// every fifth person with a disability certificate, every twentieth household with property over
// the limit. None is left to be decided the long way.
func invented(count int) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		divisions := standards.Divisions()
		for range count {
			h := assistance.Household{Division: divisions[r.IntN(len(divisions))], Residence: standards.Rural, Property: benefit.Within}
			if h.Division.In(standards.CityFive) || r.IntN(3) == 0 {
				h.Residence = standards.Urban
			}
			if r.IntN(20) == 0 {
				h.Property = benefit.Over
			}
			for i := range 1 + r.IntN(2) + r.IntN(3)*r.IntN(2) {
				m := assistance.Member{ID: strconv.Itoa(i), Born: standards.Day(1940+r.IntN(60), time.March, 1), Income: []assistance.Income{
					{Kind: standards.Wages, Amount: standards.Fen(int64(r.IntN(12_000_00)), standards.PerYear)}}}
				if r.IntN(5) == 0 {
					m.Disability = disability.Certificate{Category: disability.Physical, Grade: 1 + r.IntN(4)}
				}
				if i >= mostAlone {
					m.Disability = disability.Certificate{}
				}
				h.Members = append(h.Members, m)
			}
			if !yield(h, nil) {
				return
			}
		}
	}
}

func packedRegister(b *testing.B) (*standards.Set, *Population) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(b, err)
	p, err := Pack(set, invented(households()))
	require.NoError(b, err)
	return set, p
}

// BenchmarkSimulate decides packed households, beside its baseline: one plain pass that sums the
// bytes that they are packed in.
func BenchmarkSimulate(b *testing.B) {
	set, p := packedRegister(b)
	b.Logf("%d households, %d of them usual, %d shapes", p.Len(), Usual(p), len(p.shapes))
	b.Run("baseline-sum", func(b *testing.B) {
		for b.Loop() {
			for _, n := range p.income {
				sink += n
			}
			for _, n := range p.own {
				sink += n
			}
			for _, n := range p.weight {
				sink += int64(n)
			}
		}
	})
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers-%d", workers), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				t, err := p.Simulate(set, workers)
				require.NoError(b, err)
				sink += t.Cells[0][1].Households
			}
		})
	}
}

// BenchmarkSolve finds the city's line for a budget among 40,001 amounts.
func BenchmarkSolve(b *testing.B) {
	_, p := packedRegister(b)
	q := Search{Figure: standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Bound: standards.Exactly},
		From: standards.Fen(400_00, standards.PerMonth), To: standards.Fen(800_00, standards.PerMonth), Budget: int64(households()) * 300_00}
	for b.Loop() {
		s, err := p.Solve(context.Background(), q, 1)
		require.NoError(b, err)
		sink += s.Under.Fen
	}
}
