package population_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A search that cannot be used is refused by the first of its fields that cannot, with its value.
func TestSolveRefusesByField(t *testing.T) {
	p := packed(t, families.Standards(t, "2020-10-01"), families.Single("poor", 200))
	of := func(key standards.Key) standards.Standard {
		return standards.Standard{Key: key, Place: standards.CityFive, Bound: standards.Exactly}
	}
	month := func(fen int64) standards.Amount { return standards.Fen(fen, standards.PerMonth) }
	year := func(fen int64) standards.Amount { return standards.Fen(fen, standards.PerYear) }
	const most = 1 << 20 // amounts
	noSum, noFigure := "is no usable amount, or not for the period of From", "is neither a line nor a rate"
	for _, row := range []struct {
		name                 string
		figure               standards.Standard
		from, to, step       standards.Amount
		field, value, reason string
	}{
		{"a number", of(standards.Key(standards.LowIncomeMultiple)), month(1), month(2), month(1), "Figure", "low-income-multiple", noFigure},
		{"an average", of(standards.Key(standards.AverageAssistance)), month(1), month(2), month(1), "Figure", "average-assistance", noFigure},
		{"a list", of(standards.Key(standards.Grace)), month(1), month(2), month(1), "Figure", "grace", noFigure},
		{"no key", standards.Standard{}, month(1), month(2), month(1), "Figure", "", noFigure},
		{"no amount at all", line(standards.CityFive), standards.Amount{}, standards.Amount{}, standards.Amount{}, "From", "not stated", noSum},
		{"an amount below nothing", line(standards.CityFive), month(-1), month(2), month(1), "From", "-0.01 a month", noSum},
		{"no end", line(standards.CityFive), month(1), standards.Amount{}, month(1), "To", "not stated", noSum},
		{"an end for another period", line(standards.CityFive), month(1), year(20), month(1), "To", "0.20 a year", noSum},
		{"an end that no row may have", line(standards.CityFive), month(1), month(standards.MaxYuan*100 + 1), month(1), "To", "100000000000.01 a month", noSum},
		{"a step for another period", line(standards.CityFive), month(1), month(2), year(1), "Step", "0.01 a year", noSum},
		{"a step of nothing", line(standards.CityFive), month(1), month(2), month(0), "Step", "0.00 a month", noSum},
		{"a step backwards", line(standards.CityFive), month(1), month(2), month(-1), "Step", "-0.01 a month", noSum},
		{"the wrong way", line(standards.CityFive), month(600_00), month(599_99), month(1), "To", "599.99 a month", "is below From"},
		{"one amount too many", line(standards.CityFive), month(1), month(1 + most), month(1), "Step", "0.01 a month", "leaves too many amounts to be tried"},
		{"one amount too many, in steps", line(standards.CityFive), month(1), month(1 + 3*most), month(3), "Step", "0.03 a month", "leaves too many amounts to be tried"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, err := p.Solve(t.Context(), population.Search{Figure: row.figure, From: row.from, To: row.to, Step: row.step}, 1)
			assert.Zero(t, got)
			var search *population.SearchError
			require.ErrorAs(t, err, &search)
			assert.Equal(t, row.field, search.Field)
			assert.Equal(t, row.value, search.Value)
			text := row.field + ` "` + row.value + `": ` + row.reason
			assert.Equal(t, text, search.Text(standards.English))
			assert.EqualError(t, search, "population: "+text)
			assert.Contains(t, search.Text(standards.Chinese), row.field+` "`+row.value+`"：`)
			assert.NotContains(t, search.Text(standards.Chinese), row.reason)
		})
	}
	assert.Empty(t, (*population.SearchError)(nil).Text(standards.English))
}

// At the bounds of a search: one amount alone, from nothing, the most that a row may state, and the
// most amounts that are tried.
func TestSolveAtItsBounds(t *testing.T) {
	p := packed(t, families.Standards(t, "2020-10-01"), families.Single("poor", 200))
	month := func(fen int64) standards.Amount { return standards.Fen(fen, standards.PerMonth) }
	const top = standards.MaxYuan * 100
	for _, row := range []struct {
		name           string
		from, to, step int64
		amounts        int
		first, last    int64 // what is spent
	}{
		{"one amount", 500_00, 500_00, 1, 1, 300_00, 300_00},
		{"from a fen", 1, 3, 1, 3, 0, 0},
		{"a last step that is not whole is left out", 500_00, 500_99, 50, 2, 300_00, 300_50},
		{"the last step is whole", 500_00, 501_00, 50, 3, 300_00, 301_00},
		{"the highest amounts that a row may state", top - 1, top, 1, 2, top - 1 - 200_00, top - 200_00},
		{"the highest amount alone", top, top, 1, 1, top - 200_00, top - 200_00},
		{"the most amounts, in steps", 200_00, 200_00 + 3<<20 - 1, 3, 1 << 20, 0, 3<<20 - 3},
	} {
		t.Run(row.name, func(t *testing.T) {
			totals, _, err := population.SearchTotals(p, population.Search{Figure: line(standards.CityFive), From: month(row.from), To: month(row.to), Step: month(row.step)}, 1)
			require.NoError(t, err)
			require.Len(t, totals, row.amounts)
			assert.Equal(t, row.first, totals[0])
			assert.Equal(t, row.last, totals[row.amounts-1])
		})
	}
	rich := families.Single("rich", standards.MaxYuan) // on dibao from the next amount on, if there were one
	rich.Members[0].Income[0].Amount = month(top)
	totals, _, err := population.SearchTotals(packed(t, families.Standards(t, "2020-10-01"), rich), population.Search{Figure: line(standards.CityFive), From: month(top - 10), To: month(top), Step: month(10)}, 1)
	require.NoError(t, err)
	assert.Equal(t, []int64{0, 0}, totals)
	var none context.Context // is one that is never done
	without, err := p.Solve(none, searchOf(line(standards.CityFive), 500, 500, 300_00), 1)
	require.NoError(t, err)
	assert.Equal(t, int64(300_00), without.Exact[0].From.Fen)
}

// A figure by which households are packed, one that cannot be laid, and standards that cannot be
// made again are refused; no search is for nobody.
func TestSolveRefusesWhatCannotBeVaried(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	p := packed(t, set, families.Single("poor", 200))
	topUp := standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.CityFive, Of: "elderly", Bound: standards.Exactly}
	_, err := p.Solve(t.Context(), searchOf(topUp, 10, 20, 0), 1)
	assert.Equal(t, &population.RepackError{Packed: set.Day(), Asked: set.Day(), Key: topUp.Key}, err)
	_, _, before := population.SearchTotals(p, searchOf(topUp, 10, 20, 0), 1)
	assert.Equal(t, err, before, "before anything is searched")

	var rows standards.RowErrors
	_, err = p.Solve(t.Context(), searchOf(line(standards.Elsewhere), 10, 20, 0), 1)
	assert.ErrorAs(t, err, &rows)
	averages := standards.Standard{Key: standards.Key(standards.DisabilityLiving), Place: standards.CityFive, Bound: standards.Exactly}
	yearly := population.Search{Figure: averages, From: standards.Fen(1, standards.PerYear), To: standards.Fen(2, standards.PerYear)}
	_, err = p.Solve(t.Context(), yearly, 1)
	assert.ErrorAs(t, err, &rows, "the subsidies are for a month")

	published, err := standards.Published().KnownOn(standards.Day(2020, 2, 1))
	require.NoError(t, err)
	known, err := published.At(standards.Day(2020, 5, 1))
	require.NoError(t, err)
	got, err := packed(t, known, families.Single("a", 100)).Solve(t.Context(), searchOf(line(standards.CityFive), 400, 600, 0), 1)
	assert.EqualError(t, err, `population: Figure "dibao-line": cannot be varied: the households were packed with standards as known on a day`)
	assert.Zero(t, got)
}

// A search is refused where not every sum might fit: every person, by weight, paid every sum of the
// standards of its highest amount. Just below that it is answered.
func TestSolveRefusesSumsThatMayNotFit(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	// 2^60 - 1, an eighth of the most fen that can be told, is each x people.
	const each, people = 1321 * 331 * 151 * 41, 9 * 25 * 7 * 11 * 13 * 31 * 61
	require.Equal(t, int64(math.MaxInt64/8), int64(each)*people)
	year := func(fen int64) standards.Amount { return standards.Fen(fen, standards.PerYear) }
	q := population.Search{Figure: line(standards.CityFive), From: year(1), To: year(1)}
	one := packed(t, set, families.Single("one", 0))
	_, at, err := population.SearchTotals(one, q, 1)
	require.NoError(t, err)
	lowest, err := at(0)
	require.NoError(t, err)
	others := int64(-1) // fen a year, of all other rows
	for _, row := range lowest.Rows() {
		others += row.Amount.Annual()
	}
	q.To, q.Step = year(each-others), year(each-others-1)
	open := families.Single("open", 0)
	open.Residence = 0 // kept in compact facts
	for _, row := range []struct {
		name string
		h    assistance.Household
	}{{"steady", families.Single("steady", 0)}, {"compact", open}} {
		// Households of ten, with the largest weight, and one person for the rest.
		h := row.h
		for i := 1; i < 10; i++ {
			m := h.Members[0]
			m.ID = string(rune('a' + i))
			h.Members = append(h.Members, m)
		}
		h.Weight = assistance.MaxWeight
		var list []assistance.Household
		left := people
		for ; left >= 10*assistance.MaxWeight; left -= 10 * assistance.MaxWeight {
			list = append(list, h)
		}
		h.Weight = int(left / 10)
		list = append(list, h)
		rest := row.h
		rest.Weight = int(left % 10)
		if rest.Weight > 0 {
			list = append(list, rest)
		}
		most := packed(t, set, list...)
		require.Equal(t, row.name == "steady", population.Steady(most) > 0)
		_, _, err := population.SearchTotals(most, q, 1)
		require.NoError(t, err, row.name)
		_, err = packed(t, set, append(list, row.h)...).Solve(t.Context(), q, 1)
		assert.Equal(t, &caseload.OverflowError{}, err, row.name)
	}
}

// What is spent of some benefits: of all that pay where none is named, and of the low-income family,
// which is paid nothing, nothing.
func TestSpend(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	certified := family(0) // three on dibao, one of grade 1
	unstated := families.Single("unstated", 200)
	unstated.Property, unstated.Weight = 0, 7
	tekun := families.Elder(standards.Day(1940, 1, 1), 0, 0)
	// Beside a rate that is a floor, a higher allowance of another kind leaves a subsidy open.
	county := changed(couple(200_00, 0), func(h *assistance.Household) {
		h.Division, h.Weight, h.Members[1].NursingAllowance = standards.Youxian, 2, families.Monthly(90)
	})
	living := changed(couple(200_00, 0), func(h *assistance.Household) {
		h.Division, h.Weight, h.Members[1].LivingAllowance = standards.Youxian, 3, families.Monthly(90)
	})
	p := packed(t, set, certified, unstated, tekun)
	open := packed(t, set, county, living)
	for _, row := range []struct {
		name string
		of   benefit.Names
		want population.Spent
	}{
		{"all: 1800 of dibao, 780 at least of tekun, 100 of each subsidy", 0, population.Spent{Fen: 1800_00 + 780_00 + 200_00, Bound: standards.AtLeast, Open: 7}},
		{"dibao alone", benefit.Of(benefit.Dibao), population.Spent{Fen: 1800_00, Bound: standards.AtLeast, Open: 7}},
		{"tekun alone, at least", benefit.Of(benefit.Tekun), population.Spent{Fen: 780_00, Bound: standards.AtLeast}},
		{"a subsidy alone, exactly", benefit.Of(benefit.Living), population.Spent{Fen: 100_00, Bound: standards.Exactly}},
		{"both subsidies", benefit.Of(benefit.Living, benefit.Nursing), population.Spent{Fen: 200_00, Bound: standards.Exactly}},
		{"single-person cover, of nobody", benefit.Of(benefit.SinglePerson), population.Spent{Bound: standards.Exactly}},
	} {
		for _, workers := range []int{0, 1, 2, 5000} {
			got, err := p.Spend(set, row.of, workers)
			require.NoError(t, err)
			assert.Equal(t, row.want, got, row.name)
		}
	}
	for _, row := range []struct {
		of   benefit.Names
		want population.Spent
	}{
		{benefit.Of(benefit.Living), population.Spent{Fen: 2 * 80_00, Bound: standards.AtLeast, Open: 3}},
		{benefit.Of(benefit.Nursing), population.Spent{Fen: 3 * 80_00, Bound: standards.AtLeast, Open: 2}},
		{benefit.Of(benefit.Living, benefit.Nursing), population.Spent{Fen: 5 * 80_00, Bound: standards.AtLeast, Open: 5}},
		{benefit.Of(benefit.Dibao), population.Spent{Fen: 5 * 800_00, Bound: standards.AtLeast}},
	} {
		got, err := open.Spend(set, row.of, 1)
		require.NoError(t, err)
		assert.Equal(t, row.want, got, row.of)
	}
	raised, h := families.Raised(t, standards.MaxYuan), family(0)
	h.Weight = assistance.MaxWeight
	most := packed(t, raised, h)
	got, err := most.Spend(raised, 0, 1)
	assert.Equal(t, &caseload.OverflowError{}, err)
	assert.Zero(t, got)
	got, err = most.Spend(raised, benefit.Of(benefit.Nursing), 1)
	require.NoError(t, err, "what is not asked for is not added up")
	assert.Equal(t, int64(assistance.MaxWeight*100_00), got.Fen)
}
