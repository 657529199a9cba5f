package caseload_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// By the line of the members' own kind dibao is decided: a household stands under it, and under its
// own where its members are of both.
func TestTotalsGoByTheKindOfTheMembers(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
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
			h := families.Single("h", 0)
			h.Residence, h.Members[0].Residence = c.household, c.member
			h.Members = append(h.Members, assistance.Member{ID: "b", Born: standards.Day(1980, 1, 1), Residence: c.second})
			d := families.Decided(t, set, h)
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
		return standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: kind, Amount: families.Monthly(yuan), Bound: standards.Exactly,
			From: standards.Day(2020, 1, 1), Until: standards.Day(2020, 11, 1)}
	}
	tables, err := standards.Published().With(standards.Overlay{ID: "youxian", Kind: standards.Supplement, Title: "youxian",
		Rows: []standards.Standard{line(standards.Urban, 500), line(standards.Rural, 400)}})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	h := families.Single("u", 900)
	h.Division = standards.Youxian
	h.Members = append(h.Members, assistance.Member{ID: "r", Born: standards.Day(1980, 1, 1), Residence: standards.Rural, Income: []assistance.Income{}})

	var totals caseload.Totals
	d := families.Decided(t, set, h)
	totals.Add(&h, &d)
	assert.Equal(t, caseload.Paid{Recipients: 1, Fen: 50_00}, totals.All().Benefit[benefit.Dibao])
	check, err := totals.Average(set, standards.Youxian, standards.Urban)
	require.NoError(t, err)
	assert.Equal(t, benefit.Monthly(50_00, standards.Exactly), check.Average)
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
			d := families.Decided(t, set, h)
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
			_, err = first.Average(families.Standards(t, "2020-10-01"), standards.CityFive, standards.Urban)
			assert.Equal(t, c.average, errors.As(err, &overflow))
		})
	}
}

func TestTotalsByHand(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	var totals caseload.Totals
	add := func(h assistance.Household) {
		d := families.Decided(t, set, h)
		totals.Add(&h, &d)
	}
	poor, open, county := families.Single("poor", 200), families.Single("open", 0), families.Single("county", 730)
	poor.Weight, open.Property, county.Division = 3, 0, standards.Youxian
	for _, h := range []assistance.Household{poor, families.Single("rich", 5000), open, county} {
		add(h)
	}
	all := totals.All()
	assert.Equal(t, caseload.Tally{Households: 6, People: 6}, all.Tally)
	assert.Equal(t, caseload.Tally{Households: 3, People: 3}, all.Category[benefit.CategoryDibao])
	assert.Equal(t, caseload.Tally{Households: 1, People: 1}, all.Category[benefit.CategoryNone])
	assert.Equal(t, caseload.Tally{Households: 2, People: 2}, all.Category[benefit.CategoryUndetermined])
	line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	require.NoError(t, err)
	want := caseload.Paid{Recipients: 3, Fen: 3 * (line.Amount.Fen() - 200_00), Undetermined: 1}
	assert.Equal(t, want, totals.Of(standards.CityFive, standards.Urban).Benefit[benefit.Dibao])
	assert.Zero(t, totals.Of(standards.CityFive, standards.Rural))
	assert.EqualValues(t, 1, totals.Facts[benefit.PropertyFact])
	i := standards.Youxian.DivisionIndex()
	assert.EqualValues(t, 1, totals.Lines[i][standards.Urban][caseload.Band(families.Monthly(730))], "it waits for a line above 730")
}

// A household that waits for a line above several sums is counted once, in the band of the lowest
// that dibao waits for.
func TestLinesCountAHouseholdOnce(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for name, row := range map[string]struct {
		counted standards.Answer // the elders
		want    int64            // yuan a month
	}{
		"tekun waits for lower ones, dibao does not": {standards.No, 700},
		"dibao waits for the tekun of both":          {0, 600},
	} {
		h := families.Single("h", 700)
		h.Division = standards.Youxian
		for i, wages := range []int64{900, 600} {
			elder := families.Single("", wages).Members[0]
			elder.ID, elder.Born, elder.Support, elder.Counted = string(rune('e'+i)), standards.Day(1950, 1, 1), benefit.NoSupporters, row.counted
			h.Members = append(h.Members, elder)
		}
		d := families.Decided(t, set, h)
		var totals, want caseload.Totals
		totals.Add(&h, &d)
		i := standards.Youxian.DivisionIndex()
		want.Lines[i][standards.Urban][caseload.Band(families.Monthly(row.want))] = 1
		assert.Equal(t, want.Lines, totals.Lines, name)
	}
}

// Item 10: at least half of the tekun people without full self-care are supported in institutions.
// What is not stated refuses nothing.
func TestPlacementOfThoseWhoNeedCare(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	old := standards.Day(1940, 1, 1)
	placed, home, able := families.Elder(old, eldercare.None, benefit.InInstitution), families.Elder(old, eldercare.Partial, benefit.AtHome), families.Elder(old, eldercare.Full, 0)
	unplaced, unknown := families.Elder(old, eldercare.None, 0), families.Elder(old, 0, benefit.AtHome)
	for _, row := range []struct {
		name       string
		households []assistance.Household
		want       eldercare.Verdict
		wanting    int64
	}{
		{"one of two", []assistance.Household{placed, home, able}, eldercare.Met, 0},
		{"one of three", []assistance.Household{placed, home, home, able}, eldercare.Missed, 1},
		{"none who needs care", []assistance.Household{able}, eldercare.NotApplicable, 0},
		{"one of three, and of one it is not stated", []assistance.Household{placed, home, unplaced}, eldercare.NotStated, 0},
		{"two of three, and of one it is not stated", []assistance.Household{placed, placed, unplaced}, eldercare.Met, 0},
		{"none of three, and of one it is not stated", []assistance.Household{home, home, unplaced}, eldercare.Missed, 2},
		{"one of two, and one may need care", []assistance.Household{placed, home, unknown}, eldercare.NotStated, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			var totals caseload.Totals
			for _, h := range row.households {
				d := families.Decided(t, set, h)
				require.Equal(t, benefit.Eligible, d.Members[0].Tekun.Verdict)
				totals.Add(&h, &d)
			}
			for _, place := range []standards.Place{standards.Zhuzhou, standards.Hetang} {
				target, err := totals.Placement(set, place)
				require.NoError(t, err)
				assert.Equal(t, row.want, target.Verdict)
				assert.Equal(t, row.wanting, target.Wanting)
			}
			packed, err := population.Pack(set, families.Several(row.households...))
			require.NoError(t, err)
			simulated, err := packed.Simulate(set, 1)
			require.NoError(t, err)
			assert.True(t, totals == simulated)
		})
	}
}

// The largest household with the largest weight and the highest line that a draft may set.
func TestTheLargestPaymentIsNotWrapped(t *testing.T) {
	before, after := families.Standards(t, "2020-12-31"), families.Raised(t, 100_000_000_000)
	h := families.Single("h", 0)
	for i := 1; i < assistance.MaxMembers; i++ {
		h.Members = append(h.Members, assistance.Member{ID: fmt.Sprint("m", i), Born: standards.Day(1980, 1, 1), Income: []assistance.Income{}})
	}
	h.Weight = assistance.MaxWeight
	var c caseload.Comparison
	require.NoError(t, c.Add(standards.Date{}, before, after, &h))
	all := c.Before.All()
	fen, bound, err := all.Due()
	require.NoError(t, err)
	assert.Equal(t, int64(600_00*assistance.MaxMembers*assistance.MaxWeight), fen)
	assert.Equal(t, standards.Exactly, bound)
	all = c.After.All()
	_, _, err = all.Due()
	assert.Equal(t, &caseload.OverflowError{}, err)
	assert.EqualValues(t, math.MaxInt64, all.Benefit[benefit.Dibao].Fen)
	assert.EqualValues(t, math.MaxInt64, c.Exact.Gain)
	assert.Contains(t, err.(*caseload.OverflowError).Text(standards.Chinese), "无法相加")
}

// Totals are the same in any order and in any parts.
func TestTotalsDoNotDependOnTheOrder(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	g := assistancetest.NewGenerator(7)
	var households []assistance.Household
	var whole caseload.Totals
	for range 500 {
		h := g.Household(set)
		d := families.Decided(t, set, h)
		whole.Add(&h, &d)
		households = append(households, h)
	}
	random := rand.New(rand.NewPCG(1, 2))
	parts := make([]caseload.Totals, 7)
	for _, i := range random.Perm(len(households)) {
		d := families.Decided(t, set, households[i])
		parts[random.IntN(len(parts))].Add(&households[i], &d)
	}
	var merged caseload.Totals
	for _, i := range random.Perm(len(parts)) {
		merged.Merge(&parts[i])
	}
	assert.True(t, whole == merged)
}
