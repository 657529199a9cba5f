package population_test

import (
	"errors"
	"math"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func packed(t testing.TB, set *standards.Set, list ...assistance.Household) *population.Population {
	t.Helper()
	p, err := population.Pack(set, families.Several(list...))
	require.NoError(t, err)
	return p
}

// What a household takes: its income and its weight, and the own income of everyone to whom something may be due
// besides dibao. Any other is kept in compact facts.
func TestWhatIsPacked(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	severe := disability.Certificate{Category: disability.Physical, Grade: 1}
	with := func(change func(h *assistance.Household)) assistance.Household {
		h := family(900)
		change(&h)
		return h
	}
	for _, row := range []struct {
		name   string
		h      assistance.Household
		steady bool
		bytes  int
	}{
		{"one person", families.Single("a", 100), true, 12},
		{"one of three has a certificate", family(900), true, 20},
		{"one more is ill", with(func(h *assistance.Household) { h.Members[0].SeriousIllness = standards.Yes }), true, 28},
		{"three have a certificate", with(func(h *assistance.Household) { h.Members[0].Disability, h.Members[1].Disability = severe, severe }), true, 36},
		{"property is not stated", with(func(h *assistance.Household) { h.Property = 0 }), true, 20},
		{"an income is not stated", with(func(h *assistance.Household) { h.Members[0].Income = nil }), true, 20},
		{"somebody is in prison", with(func(h *assistance.Household) { h.Members[0].Absence = benefit.Prison }), true, 20},
		{"costs of working", with(func(h *assistance.Household) { h.OnDibao, h.JobCosts = standards.Yes, families.Monthly(100) }), true, 20},
		{"another allowance beside no certificate", with(func(h *assistance.Household) { h.Members[0].LivingAllowance = families.Monthly(90) }), true, 20},
		{"another allowance beside a certificate", with(func(h *assistance.Household) { h.Members[2].LivingAllowance = families.Monthly(90) }), true, 20},
		{"both kinds of hukou", with(func(h *assistance.Household) { h.Members[0].Residence = standards.Rural }), false, 0},
		{"the kind of hukou is not stated", with(func(h *assistance.Household) { h.Residence = 0 }), false, 0},
		{"counting is open", with(func(h *assistance.Household) { h.Members[0].Relation = benefit.Sibling }), false, 0},
		{"components are not stated", with(func(h *assistance.Household) {
			h.Members[2].Disability = disability.Certificate{Category: disability.Multiple, Grade: 3}
		}), true, 20},
		{"tekun, alone, without income", families.Elder(standards.Day(1940, 1, 1), eldercare.None, benefit.AtHome), false, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := packed(t, set, row.h)
			assert.Equal(t, row.steady, population.Steady(p) == 1)
			assert.Equal(t, 1, p.Len())
			assert.Equal(t, row.bytes, population.PackedBytes(p))
			got, err := p.Simulate(set, 1)
			require.NoError(t, err)
			var want caseload.Totals
			d := families.Decided(t, set, row.h)
			want.Add(&row.h, &d)
			assert.Equal(t, want.All(), got.All())
			assert.True(t, want == got)
		})
	}
}

// Steady households of one family whose members are the same lie together. Others that are the same
// in all facts and have no income are one entry, whatever they are called, and the same people are
// packed once.
func TestWhatIsAlikeIsPackedOnce(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	open := func(change func(h *assistance.Household)) assistance.Household {
		h := families.Single("open", 0)
		h.Residence = 0
		change(&h)
		return h
	}
	certified := func(h *assistance.Household, grade int) {
		h.Members[0].Disability = disability.Certificate{Category: disability.Physical, Grade: grade}
	}
	plain := open(func(*assistance.Household) {})
	weighted := open(func(h *assistance.Household) { h.ID, h.Members[0].ID, h.Weight = "other", "z", 5 })
	earning := open(func(h *assistance.Household) {
		h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: families.Monthly(100)}}
	})
	moved := open(func(h *assistance.Household) { h.Division = standards.Youxian })
	graded := open(func(h *assistance.Household) { certified(h, 1) })
	placed := open(func(h *assistance.Household) { h.Members[0].Placement = benefit.InInstitution })
	for _, row := range []struct {
		name                     string
		list                     []assistance.Household
		shapes, entries, persons int
	}{
		{"three of one family", []assistance.Household{families.Single("a", 1), families.Single("b", 700), families.Single("c", 0)}, 1, 0, 0},
		{"two families, in turn", []assistance.Household{families.Single("a", 1), family(1), families.Single("b", 2), family(2)}, 2, 0, 0},
		{"one family with a certificate and without", []assistance.Household{family(1), changed(family(2), func(h *assistance.Household) { h.Members[2].Disability.Grade = 4 }),
			changed(family(3), func(h *assistance.Household) { h.Members[2].Disability = disability.Certificate{} })}, 3, 0, 0},
		{"two with the same certificates", []assistance.Household{family(1), family(2), family(3)}, 1, 0, 0},
		{"the same, however called and weighted", []assistance.Household{plain, weighted, plain}, 0, 1, 1},
		{"who has income is by themselves", []assistance.Household{earning, plain, earning}, 0, 3, 2},
		{"of another place", []assistance.Household{plain, moved, plain, moved}, 0, 2, 1},
		{"with a certificate", []assistance.Household{plain, graded, plain}, 0, 2, 2},
		{"in an institution", []assistance.Household{plain, placed, plain}, 0, 2, 2},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := packed(t, set, row.list...)
			shapes, entries, persons := population.Packed(p)
			assert.Equal(t, [3]int{row.shapes, row.entries, row.persons}, [3]int{shapes, entries, persons})
			assert.Equal(t, len(row.list), p.Len())
			var want caseload.Totals
			for i := range row.list {
				d := families.Decided(t, set, row.list[i])
				want.Add(&row.list[i], &d)
			}
			for _, workers := range []int{1, 2, 3} {
				got, err := p.Simulate(set, workers)
				require.NoError(t, err)
				assert.True(t, want == got)
			}
		})
	}
}

// Each way of rounding (R6) comes to what Assess says, of shares of a fen and of whole fen, a
// twelfth of what is lacking.
func TestSimulateRounds(t *testing.T) {
	for _, rounding := range []string{"up-to-fen", "half-up-to-fen", "up-to-yuan"} {
		set := families.Standards(t, "2020-10-01 rounding="+rounding)
		for fen := range int64(26) { // a year, below the line of 7200 yuan
			h := families.Single("h", 0)
			h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(7200_00-fen, standards.PerYear)}}
			h.Weight = 3
			p := packed(t, set, h, h)
			require.Equal(t, 2, population.Steady(p))
			got, err := p.Simulate(set, 1)
			require.NoError(t, err)
			d := families.Decided(t, set, h)
			assert.Equal(t, 6*d.Dibao.Payment.Amount.Fen(), got.All().Benefit[benefit.Dibao].Fen, "%s of %d", rounding, fen)
		}
	}
}

// No more workers share the households than there are, and one at least.
func TestWorkers(t *testing.T) {
	const procs = 4
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
	set := families.Standards(t, "2020-10-01")
	several := func(count int) *population.Population {
		var list []assistance.Household
		for range count {
			list = append(list, families.Single("h", 0))
		}
		return packed(t, set, list...)
	}
	for _, row := range []struct{ households, asked, want int }{
		{0, 1, 1}, {0, 7, 1}, {1, 7, 1}, {5, 1, 1}, {5, 4, 4}, {5, 5, 5}, {5, 6, 5}, {5, math.MaxInt, 5}, {2000, math.MaxInt, 1024}, {2000, 1024, 1024},
		{2000, 0, procs}, {2000, -1, procs}, {2000, math.MinInt, procs}, {2000, 1, 1},
	} {
		assert.Equal(t, row.want, population.Workers(several(row.households), row.asked), row)
	}
	assert.Equal(t, procs, runtime.GOMAXPROCS(0))
	got, err := several(0).Simulate(set, 3)
	require.NoError(t, err)
	assert.Zero(t, got.All())
	s := solved(t, set, searchOf(line(standards.CityFive), 500, 501, 1))
	assert.Equal(t, population.Spent{Amount: families.Monthly(500), Bound: standards.Exactly}, s.Under)
	assert.Zero(t, s.Over)
}

// Sums of fen stop where they are too large, the same as when decisions are added one by one.
func TestSimulateStopsWhereSumsAreTooLarge(t *testing.T) {
	for _, row := range []struct {
		name    string
		yuan    int64 // of the line
		weights []int
		over    bool
	}{
		{"they fit", 99_999_999_999, []int{400_000, 400_000}, false},
		{"just", 99_999_999_999, []int{922_337}, false},
		{"just not", 99_999_999_999, []int{922_338}, true},
		{"the line and the weights do not, what is due does", 99_999_999_999, []int{100_000}, false},
		{"far too large", 99_999_999_999, []int{assistance.MaxWeight, assistance.MaxWeight, assistance.MaxWeight}, true},
		{"far too large, odd", 99_999_999_999, []int{assistance.MaxWeight, assistance.MaxWeight, assistance.MaxWeight - 1}, true},
		{"far too large, and so many times that it comes round", 1 << 36, []int{assistance.MaxWeight, assistance.MaxWeight, 683_546}, true},
	} {
		t.Run(row.name, func(t *testing.T) {
			set := families.Raised(t, row.yuan)
			var list []assistance.Household
			var want caseload.Totals
			for _, weight := range row.weights {
				h := families.Single("many", 0)
				h.Weight = weight
				d := families.Decided(t, set, h)
				want.Add(&h, &d)
				list = append(list, h)
			}
			got, err := packed(t, set, list...).Simulate(set, 1)
			require.NoError(t, err)
			assert.True(t, want == got)
			all := got.All()
			assert.Equal(t, row.over, all.Benefit[benefit.Dibao].Fen == math.MaxInt64)
			_, _, err = all.Due()
			var overflow *caseload.OverflowError
			assert.Equal(t, row.over, errors.As(err, &overflow))
		})
	}
}

// Where no line is on record who has nothing is eligible, of an amount that is missing, and of who
// has a fen a year it is undetermined (law.md, section 4.3).
func TestSimulateWithoutALine(t *testing.T) {
	known, err := standards.Published().KnownOn(standards.Day(2022, 1, 1)) // and the lines of that year not yet
	require.NoError(t, err)
	set, err := known.At(standards.Day(2022, 2, 1))
	require.NoError(t, err)
	_, err = set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	require.Error(t, err)
	severe := func(h *assistance.Household, fen int64) {
		h.Members = append(h.Members, assistance.Member{ID: "b", Born: standards.Day(1980, 1, 1), Disability: disability.Certificate{Category: disability.Physical, Grade: 1},
			Income: []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(fen, standards.PerYear)}}})
	}
	for _, fen := range []int64{0, 1, 2, 500_00} {
		for _, own := range []int64{-1, 0, 1, 2, 100_00} {
			h := families.Single("h", 0)
			h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(fen, standards.PerYear)}}
			if own >= 0 {
				severe(&h, own)
			}
			p := packed(t, set, h)
			require.Equal(t, 1, population.Steady(p))
			got, err := p.Simulate(set, 1)
			require.NoError(t, err)
			d := families.Decided(t, set, h)
			if fen+max(own, 0) == 0 {
				require.Equal(t, benefit.Part{Verdict: benefit.Eligible}, d.Dibao.Part)
			} else {
				require.Equal(t, benefit.Undetermined, d.Dibao.Verdict)
			}
			var want caseload.Totals
			want.Add(&h, &d)
			assert.True(t, want == got, "%d, %d", fen, own)
		}
	}
}

// Households are packed once and decided under sets that differ at random: where the set is not
// refused, each comes to what Assess says.
func TestPackedOnceDecidedUnderOtherStandards(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	g := assistancetest.NewGenerator(21)
	compared, refused := 0, 0
	for range rounds {
		day, tables := g.Day(), g.Tables()
		with, err := tables.At(day)
		require.NoError(t, err)
		sets := []*standards.Set{with}
		for _, row := range []standards.Standard{
			{Key: standards.Key(standards.DibaoLine), Place: standards.Divisions()[g.Intn(standards.DivisionCount)], Amount: standards.Fen(1+int64(g.Intn(90_000)), standards.PerMonth)},
			{Key: standards.Key(standards.LowIncomeMultiple), Place: standards.China, Number: standards.Fraction{Num: int64(1 + g.Intn(9)), Den: int64(1 + g.Intn(6))}},
			{Key: standards.Key(standards.DisabilityLiving), Place: standards.CountyFive, Of: "2", Amount: standards.Fen(int64(g.Intn(20_000)), standards.PerMonth)},
			{Key: standards.Key(standards.LivingGrade), Place: standards.China, Number: standards.Whole(int64(g.Intn(5)))},
			{Key: standards.Key(standards.SinglePersonGrade), Place: standards.China, Of: "physical", Number: standards.Whole(int64(g.Intn(5)))},
			{Key: standards.Key(standards.TekunNotWith), Place: standards.China, Of: "orphan"},
		} {
			row.From = standards.Day(2020, 1, 1)
			if !row.Key.IsList() {
				row.Bound = standards.Exactly
			}
			other, err := tables.With(standards.Overlay{ID: "other", Kind: standards.Draft, Title: "other", Rows: []standards.Standard{row}})
			if err != nil {
				continue // it conflicts with a random file
			}
			set, err := other.Choose(standards.AllReadings()[g.Intn(len(standards.AllReadings()))].Choices[0]).At(day)
			require.NoError(t, err)
			sets = append(sets, set)
		}
		for range 40 {
			h := plain(g, g.Household(with))
			p := packed(t, with, h)
			for _, set := range sets {
				got, err := p.Simulate(set, 1)
				var repack *population.RepackError
				if errors.As(err, &repack) {
					refused++
					continue
				}
				require.NoError(t, err)
				compared++
				d := families.Decided(t, set, h)
				var want caseload.Totals
				if want.Add(&h, &d); want != got {
					assert.Equal(t, want.All(), got.All())
					t.Fatalf("%+v\n%+v", h, standards.Diff(with, set))
				}
			}
		}
	}
	assert.Greater(t, compared, 60*rounds)
	assert.Greater(t, refused, rounds)
}
