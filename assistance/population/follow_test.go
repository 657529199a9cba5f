package population_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// changed is h with one more thing said of it.
func changed(h assistance.Household, change func(h *assistance.Household)) assistance.Household {
	change(&h)
	return h
}

// earning is an income of wages in fen a month.
func earning(fen int64) []assistance.Income {
	return []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(fen, standards.PerMonth)}}
}

// couple is two people in Tianyuan with wages in fen a month, of whom the second is of grade 1.
func couple(first, second int64) assistance.Household {
	h := families.Single("couple", 0)
	h.Division = standards.Tianyuan
	h.Members[0].Income = earning(first)
	h.Members = append(h.Members, assistance.Member{ID: "b", Born: standards.Day(1980, 1, 1), Income: earning(second),
		Disability: disability.Certificate{Category: disability.Physical, Grade: 1}})
	return h
}

// steadyOnes are households whose dibao goes by one income, near a line of 600 yuan a month, for
// every turn that it may take.
func steadyOnes() []assistance.Household {
	single := func(fen int64) assistance.Household {
		return changed(families.Single("single", 0), func(h *assistance.Household) { h.Members[0].Income = earning(fen) })
	}
	return []assistance.Household{
		single(0), single(1), single(200_00),
		single(599_99), single(600_00), single(600_01), // just below the line, at it, and past it
		single(399_99), single(400_00), // one and a half times a line that is tried
		couple(9000_00, 0),      // the nursing subsidy alone, whatever the line
		couple(1205_00, 0),      // a low-income family: single-person cover without own income
		couple(700_00, 510_00),  // with own income, below a line that is tried and past another
		couple(700_00, 600_00),  // at the line of 600
		couple(1100_00, 100_00), // at it the two together
		changed(couple(700_00, 510_00), func(h *assistance.Household) { h.Property = 0 }),
		changed(couple(700_00, 510_00), func(h *assistance.Household) { h.LowIncomeProperty, h.Weight = benefit.Over, 5 }),
		changed(couple(700_00, 0), func(h *assistance.Household) { h.Members[0].Income = nil }),
		changed(couple(1205_00, 0), func(h *assistance.Household) {
			h.Members[0].SeriousIllness, h.Weight = standards.Yes, 3
		}),
		changed(single(610_00), func(h *assistance.Household) { h.OnDibao = standards.Yes }), // in its grace period, perhaps
		changed(couple(1205_00, 0), func(h *assistance.Household) { h.Residence = standards.Rural }),
		changed(couple(500_00, 0), func(h *assistance.Household) { h.Division = standards.Youxian }), // of another line
	}
}

// otherOnes are households that the law decides as a whole under each amount.
func otherOnes() []assistance.Household {
	elder := func(fen int64) assistance.Household {
		return changed(families.Elder(standards.Day(1940, 1, 1), 0, 0), func(h *assistance.Household) { h.Members[0].Income = earning(fen) })
	}
	mixed := func(h *assistance.Household) { h.Members[0].Residence = standards.Rural }
	return []assistance.Household{
		elder(1), elder(599_99), elder(600_00), elder(620_00),
		changed(couple(700_00, 510_00), mixed), changed(couple(1100_00, 100_00), mixed),
		changed(couple(700_00, 600_00), func(h *assistance.Household) { h.Residence, h.Weight = 0, 4 }),
		changed(couple(1100_00, 100_00), func(h *assistance.Household) { h.Members[0].Relation = benefit.Sibling }),
		// Before there were low-income families nothing turns but near the end.
		changed(couple(1500_00, 0), func(h *assistance.Household) {
			mixed(h)
			h.Members[1].Disability = disability.Certificate{}
		}),
	}
}

// agrees holds what is spent under every amount of a search to the households decided one by one.
func agrees(t *testing.T, set *standards.Set, q population.Search, list []assistance.Household) {
	t.Helper()
	p := packed(t, set, list...)
	totals, at, err := population.SearchTotals(p, q, 2)
	require.NoError(t, err)
	for i, got := range totals {
		on, err := at(i)
		require.NoError(t, err)
		if want := spent(t, on, list, q.Of); want != got {
			for _, h := range list {
				alone, _, err := population.SearchTotals(packed(t, set, h), q, 1)
				require.NoError(t, err)
				assert.Equal(t, spent(t, on, []assistance.Household{h}, q.Of), alone[i], "amount %d, of %+v", i, h)
			}
			require.Equal(t, want, got, "amount %d", i)
		}
	}
}

// ranges are amounts that turn all that is about a line of 600 yuan a month, far apart and near each
// other. Their steps are of ten fen, so that tekun support of 1.3 times the line rises evenly and
// all amounts are searched as one class.
func ranges() []population.Search {
	month := func(fen int64) standards.Amount { return standards.Fen(fen, standards.PerMonth) }
	return []population.Search{
		{Figure: line(standards.CityFive), From: month(399_00), To: month(830_00), Step: month(23_50)},
		{Figure: line(standards.CityFive), From: month(599_70), To: month(600_30), Step: month(10)},
	}
}

// Each household is followed as the line moves: it is paid what Assess says under every amount,
// under every reading by which that differs.
func TestSteadyHouseholdsAreFollowed(t *testing.T) {
	for _, on := range []string{
		"2020-10-01", "2021-08-01", "2020-10-01 average-assistance=each-person", "2020-10-01 at-the-line=neither",
		"2020-10-01 single-person-amount=full-line", "2020-10-01 rounding=half-up-to-fen single-person-amount=half-line",
	} {
		t.Run(on, func(t *testing.T) {
			list := steadyOnes()
			require.Equal(t, len(list), population.Steady(packed(t, families.Standards(t, on), list...)))
			for _, q := range ranges() {
				agrees(t, families.Standards(t, on), q, list)
			}
		})
	}
}

// Payments of parts of a fen are rounded: amounts a fen a year apart, or a fen a month where half of
// the line is paid, differ unevenly from one to the next, and evenly from one in so many.
func TestUnevenAmounts(t *testing.T) {
	year := population.Search{Figure: line(standards.CityFive), From: standards.Fen(7199_90, standards.PerYear), To: standards.Fen(7200_15, standards.PerYear)}
	month := population.Search{Figure: line(standards.CityFive), From: standards.Fen(599_97, standards.PerMonth), To: standards.Fen(600_03, standards.PerMonth)}
	for _, row := range []struct {
		on string
		q  population.Search
		h  assistance.Household
	}{
		{"2020-10-01", year, families.Single("h", 200)},
		{"2020-10-01 rounding=half-up-to-fen", year, families.Single("h", 0)},
		{"2020-10-01 single-person-amount=half-line", month, couple(1205_00, 0)},
		{"2020-10-01 rounding=up-to-yuan", month, families.Single("h", 200)},
	} {
		t.Run(row.on, func(t *testing.T) {
			set := families.Standards(t, row.on)
			require.Equal(t, 1, population.Steady(packed(t, set, row.h)))
			agrees(t, set, row.q, []assistance.Household{row.h})
		})
	}
}

// So is what is decided as a whole, from one amount to another.
func TestOtherHouseholdsAreFollowed(t *testing.T) {
	for _, on := range []string{
		"2020-10-01", "2020-05-01", "2021-08-01", "2020-10-01 mixed-hukou=each-group single-person-amount=full-line",
	} {
		t.Run(on, func(t *testing.T) {
			list := otherOnes()
			require.Zero(t, population.Steady(packed(t, families.Standards(t, on), list...)))
			for _, q := range ranges() {
				agrees(t, families.Standards(t, on), q, list)
			}
		})
	}
}

// Each benefit alone is spent as Assess says, of a line that is a floor too.
func TestWhatIsSpentOfEachBenefit(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for _, n := range benefit.Paying.List() {
		for _, bound := range []standards.Bound{standards.Exactly, standards.AtLeast} {
			t.Run(n.String()+" "+bound.String(), func(t *testing.T) {
				q := ranges()[0]
				q.Step, q.Of, q.Figure.Bound = standards.Fen(110_00, standards.PerMonth), benefit.Of(n), bound
				agrees(t, set, q, append(steadyOnes(), otherOnes()...))
			})
		}
	}
}

// Between amounts under which a household comes to the same it may come to something else: of single
// persons, a family is paid nothing under a line that is low or high, and something in between.
func TestWhatIsSpentBetweenAmountsThatSpendTheSame(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	h := changed(couple(900_00, 0), func(h *assistance.Household) { h.Members[0].Residence = standards.Rural })
	require.Zero(t, population.Steady(packed(t, set, h)))
	q := searchOf(line(standards.CityFive), 290, 690, 350_00)
	q.Step, q.Of = families.Monthly(10), benefit.Of(benefit.SinglePerson)
	agrees(t, set, q, []assistance.Household{h})
	at := population.Spent{Amount: families.Monthly(350), Fen: 350_00, Bound: standards.Exactly}
	got := solved(t, set, q, h)
	assert.Equal(t, []population.AmountRange{{From: at, To: at}}, got.Exact)
	assert.Equal(t, 1, got.Falls)
	assert.Equal(t, families.Monthly(340), got.Under.Amount)
	assert.Equal(t, families.Monthly(360), got.Over.Amount)
}

// A top-up that is a sum, not a share of the line, leaves the amounts even.
func TestSolveWithATopUpThatIsASum(t *testing.T) {
	set := laidOn(t, standards.Published(), standards.Day(2020, 10, 1), standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.Zhuzhou, Of: "elderly",
		Amount: families.Monthly(50), Bound: standards.Exactly})
	elder := changed(families.Single("elder", 200), func(h *assistance.Household) { h.Members[0].Born = standards.Day(1950, 1, 1) })
	at := population.Spent{Amount: families.Monthly(500), Fen: 350_00, Bound: standards.Exactly}
	s := solved(t, set, searchOf(line(standards.CityFive), 499, 501, 350_00), elder)
	assert.Equal(t, []population.AmountRange{{From: at, To: at}}, s.Exact)
}

// Three values lie on one line of whole fen, or not.
func TestStraightLine(t *testing.T) {
	for _, row := range []struct {
		name                string
		first, middle, last int64
		from, between, end  int
		slope               int64
		ok                  bool
	}{
		{"level", 5, 5, 5, 0, 1, 2, 0, true},
		{"rising", 5, 7, 9, 0, 1, 2, 2, true},
		{"falling", 9, 7, 5, 0, 1, 2, -2, true},
		{"from further on", 5, 8, 14, 10, 11, 13, 3, true},
		{"the middle is above", 5, 8, 9, 0, 1, 2, 2, false},
		{"the middle is below", 5, 6, 9, 0, 1, 2, 2, false},
		{"the middle is on a line of parts of fen", 0, 1, 3, 0, 1, 2, 1, false},
		{"the last is beside the line of the others", 0, 1, 5, 0, 1, 4, 1, false},
	} {
		slope, ok := population.StraightLine(row.first, row.middle, row.last, row.from, row.between, row.end)
		assert.Equal(t, row.ok, ok, row.name)
		assert.Equal(t, row.slope, slope, row.name)
	}
}

// Two decisions are by the same path where each step compared the same and came out the same,
// whatever the sums.
func TestPathOf(t *testing.T) {
	step := benefit.Step{Code: "line", Part: benefit.Dibao, Residence: standards.Urban, Under: standards.Urban, Result: benefit.ResultMet, Choice: standards.HalfLine,
		Value: benefit.Quantity{Word: "elderly"}}
	other := func(change func(s *benefit.Step)) []benefit.Step {
		s := step
		change(&s)
		return []benefit.Step{s}
	}
	path := population.PathOf([]benefit.Step{step})
	assert.Equal(t, path, population.PathOf(other(func(s *benefit.Step) { s.Left.Amount, s.Right.Amount = families.Monthly(1), families.Monthly(2) })))
	seen := map[string]bool{path: true, population.PathOf(nil): true, population.PathOf([]benefit.Step{step, step}): true}
	for _, steps := range [][]benefit.Step{
		other(func(s *benefit.Step) { s.Code = "multiple" }),
		other(func(s *benefit.Step) { s.Part = benefit.Living }),
		other(func(s *benefit.Step) { s.Residence = standards.Rural }),
		other(func(s *benefit.Step) { s.Under = standards.Rural }),
		other(func(s *benefit.Step) { s.Result = benefit.ResultNotMet }),
		other(func(s *benefit.Step) { s.Choice = standards.FullLine }),
		other(func(s *benefit.Step) { s.Value.Word = "minor" }),
	} {
		path := population.PathOf(steps)
		assert.False(t, seen[path], "%+v", steps)
		seen[path] = true
	}
	assert.Len(t, seen, 10)
}
