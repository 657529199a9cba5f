package caseload_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// By the line of the members' own kind dibao is decided: a household stands under it, and under its
// own where its members are of both.
func TestTotalsGoByTheKindOfTheMembers(t *testing.T) {
	set := onDay(t, "2020-10-01")
	for _, c := range []struct {
		name              string
		household, member standards.Residence
		second            standards.Residence // of another member
		want              standards.Residence
	}{
		{"stated of the household", standards.Urban, 0, 0, standards.Urban},
		{"stated of its members", 0, standards.Rural, standards.Rural, standards.Rural},
		{"all members otherwise than the household", standards.Urban, standards.Rural, standards.Rural, standards.Rural},
		{"of both kinds", standards.Urban, 0, standards.Rural, standards.Urban},
		{"of both kinds, the household's not stated", 0, standards.Urban, standards.Rural, 0},
		{"one not stated", 0, standards.Urban, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := single("h", 0)
			h.Residence, h.Members[0].Residence = c.household, c.member
			h.Members = append(h.Members, assistance.Member{ID: "b", Born: standards.Day(1980, 1, 1), Residence: c.second})
			d := decided(t, set, h)
			var totals caseload.Totals
			totals.Add(&h, &d)
			assert.EqualValues(t, 1, totals.Cells[h.Division.DivisionIndex()][c.want].Households)
		})
	}
}

// Law 2.5: the average is over the recipient-months of the people that dibao covers. Those of a
// kind of hukou above whose line the income is are paid nothing, and no recipients.
func TestRecipientsAreThePeopleCovered(t *testing.T) {
	line := func(kind standards.Residence, yuan int64) standards.Standard {
		return standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: kind, Amount: monthly(yuan), Bound: standards.Exactly,
			From: standards.Day(2020, 1, 1)}
	}
	tables, err := standards.Published().With(standards.Overlay{ID: "youxian", Kind: standards.Supplement, Title: "youxian",
		Rows: []standards.Standard{line(standards.Urban, 500), line(standards.Rural, 400)}})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	h := single("u", 900)
	h.Division = standards.Youxian
	h.Members = append(h.Members, assistance.Member{ID: "r", Born: standards.Day(1980, 1, 1), Residence: standards.Rural, Income: []assistance.Income{}})

	var totals caseload.Totals
	d := decided(t, set, h)
	totals.Add(&h, &d)
	assert.Equal(t, caseload.Paid{Recipients: 1, Fen: 50_00}, totals.All().Benefit[benefit.Dibao])
	check, err := totals.Average(set, standards.Youxian, standards.Urban)
	require.NoError(t, err)
	assert.Equal(t, benefit.Monthly(50_00, standards.Exactly), check.Average)
	before, err := caseload.Compare(onDay(t, "2020-10-01"), set, func(yield func(assistance.Household, error) bool) { yield(h, nil) })
	require.NoError(t, err)
	assert.Equal(t, caseload.Tally{Households: 1, People: 1}, before.Resolved.Tally)
}

// What is due in all is the sum of the households' totals, and at least where one of them is.
func TestDueIsTheSumOfTheTotals(t *testing.T) {
	g := assistancetest.NewGenerator(11)
	for range 200 {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		var totals caseload.Totals
		sum, want := int64(0), standards.Exactly
		for range 5 {
			h := g.Household(set)
			d := decided(t, set, h)
			totals.Add(&h, &d)
			sum += d.Total.Amount.Fen() * int64(max(h.Weight, 1))
			want = max(want, d.Total.Bound)
			all := totals.All()
			fen, bound, err := all.Due()
			require.NoError(t, err)
			assert.Equal(t, sum, fen)
			require.Equal(t, want, bound, "%+v", d)
		}
	}
}

// A sum that is too large to be told is reported, in whatever order it is reached; one that just is
// not, is told.
func TestSumsTooLargeToBeTold(t *testing.T) {
	of := func(place int, fen int64) *caseload.Totals {
		var t caseload.Totals
		t.Cells[place][standards.Urban].Benefit[benefit.Dibao] = caseload.Paid{Recipients: 1, Fen: fen}
		return &t
	}
	random := rand.New(rand.NewPCG(3, 4))
	for _, c := range []struct {
		name    string
		parts   []*caseload.Totals
		too     bool
		average bool // of the city's five districts, which hold places 0 to 4
	}{
		{"the most that can be told", []*caseload.Totals{of(0, math.MaxInt64-6), of(0, 1), of(0, 2), of(0, 2)}, false, false},
		{"one fen more", []*caseload.Totals{of(0, math.MaxInt64-6), of(0, 2), of(0, 2), of(0, 2)}, true, true},
		{"twice round", []*caseload.Totals{of(0, math.MaxInt64), of(0, math.MaxInt64), of(0, 2), of(0, 5)}, true, true},
		{"over several places", []*caseload.Totals{of(0, math.MaxInt64/2), of(1, math.MaxInt64/2), of(2, 9)}, true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var first *caseload.Totals
			for range 20 {
				var sum caseload.Totals
				for _, i := range random.Perm(len(c.parts)) {
					sum.Merge(c.parts[i])
				}
				if first == nil {
					first = &sum
				}
				require.True(t, *first == sum, "the same in any order")
			}
			all := first.All()
			_, _, err := all.Due()
			var overflow *caseload.OverflowError
			assert.Equal(t, c.too, errors.As(err, &overflow))
			_, err = first.Average(onDay(t, "2020-10-01"), standards.CityFive, standards.Urban)
			assert.Equal(t, c.average, errors.As(err, &overflow))
		})
	}
}
