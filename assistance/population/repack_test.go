package population_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// laidOn lays rows from the beginning of 2020 over tables, as a draft.
func laidOn(t testing.TB, tables *standards.Tables, day standards.Date, rows ...standards.Standard) *standards.Set {
	t.Helper()
	for i := range rows {
		rows[i].From = standards.Day(2020, 1, 1)
	}
	tables, err := tables.With(standards.Overlay{ID: "d", Kind: standards.Draft, Title: "d", Rows: rows})
	require.NoError(t, err)
	set, err := tables.At(day)
	require.NoError(t, err)
	return set
}

// A set that decides by what households are packed by is refused; one whose figures alone differ is
// not.
func TestRepack(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	p := packed(t, set, family(900))
	laid := func(row standards.Standard) *standards.Set {
		return laidOn(t, standards.Published(), set.Day(), row)
	}
	chosen := func(c standards.Choice) *standards.Set {
		set, err := standards.Published().Choose(c).At(set.Day())
		require.NoError(t, err)
		return set
	}
	for _, row := range []struct {
		name   string
		set    *standards.Set
		want   *population.RepackError
		zh, en string
	}{
		{name: "the same", set: set},
		{name: "another line", set: laid(standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Amount: families.Monthly(700), Bound: standards.Exactly})},
		{name: "another multiple", set: laid(standards.Standard{Key: standards.Key(standards.LowIncomeMultiple), Place: standards.China, Number: standards.Whole(2), Bound: standards.Exactly})},
		{name: "another reading of long-term care", set: chosen(standards.LongTermCareTested)},
		{"another day", families.Standards(t, "2020-10-02"), &population.RepackError{Packed: set.Day(), Asked: standards.Day(2020, 10, 2)},
			"家庭按2020-10-01打包，不能按2020-10-02测算，须重新打包",
			"the households were packed for 2020-10-01 and not for 2020-10-02: pack them again"},
		{"another list", laid(standards.Standard{Key: standards.Key(standards.DibaoNotIncome), Place: standards.China, Of: "wages"}),
			&population.RepackError{Packed: set.Day(), Asked: set.Day(), Key: standards.Key(standards.DibaoNotIncome)},
			"家庭打包后“低保：不计入家庭收入”有变化，须重新打包",
			`the households were packed with another "kinds of income that do not count for dibao": pack them again`},
		{"top-ups", laid(standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.Hetang, Of: "elderly", Amount: families.Monthly(50), Bound: standards.Exactly}),
			&population.RepackError{Packed: set.Day(), Asked: set.Day(), Key: standards.Key(standards.DibaoTopUp)},
			"家庭打包后“低保家庭特殊困难成员增发标准”有变化，须重新打包",
			`the households were packed with another "dibao top-up for a member in special hardship, a sum or a percent of the line": pack them again`},
		{"another reading of the grades", chosen(standards.LivingGradesOneOrTwo),
			&population.RepackError{Packed: set.Day(), Asked: set.Day(), Reading: standards.LivingGradeReading},
			"家庭打包后读法“living-grade-one-two”有变化，须重新打包",
			`the households were packed under another choice of "living-grade-one-two": pack them again`},
		{"another reading of who is counted", chosen(standards.AbsentCounted),
			&population.RepackError{Packed: set.Day(), Asked: set.Day(), Reading: standards.AbsentOthersReading},
			"家庭打包后读法“absent-others”有变化，须重新打包",
			`the households were packed under another choice of "absent-others": pack them again`},
	} {
		t.Run(row.name, func(t *testing.T) {
			totals, err := p.Simulate(row.set, 1)
			spent, failed := p.Spend(row.set, 0, 1)
			if row.want == nil {
				require.NoError(t, err)
				require.NoError(t, failed)
				return
			}
			assert.Zero(t, totals)
			assert.Zero(t, spent)
			assert.Equal(t, err, failed)
			var repack *population.RepackError
			require.ErrorAs(t, err, &repack)
			assert.Equal(t, *row.want, *repack)
			assert.Equal(t, row.zh, repack.Text(standards.Chinese))
			assert.Equal(t, row.en, repack.Text(standards.English))
			assert.EqualError(t, err, "population: "+row.en)
		})
	}
	assert.Empty(t, (*population.RepackError)(nil).Text(standards.English))
}

// other is a row of a key that says otherwise than the published ones: a sum, a number or an entry.
func other(info standards.KeyInfo) standards.Standard {
	row := standards.Standard{Key: info.Key, Place: standards.China}
	if info.OfNeeded && len(info.Of) > 0 {
		row.Of = info.Of[0]
	}
	switch {
	case info.Key == standards.Key(standards.EldercareSubsidy):
		row.Of = "80"
		row.Amount = families.Monthly(123)
	case info.Key == standards.Key(standards.DibaoBand):
		row.Of = "0"
		row.Amount = families.Monthly(123)
	case info.Form&standards.Money != 0 && info.Per == standards.PerYear:
		row.Amount = standards.Fen(1476_00, standards.PerYear)
	case info.Form&standards.Money != 0:
		row.Amount = families.Monthly(123)
	case info.Form == standards.Share:
		row.Number = standards.Percent(7)
	case info.Form == standards.Ratio:
		row.Number = standards.Fraction{Num: 7, Den: 3}
	case info.Form == standards.Count:
		row.Number = standards.Whole(4)
	case info.Form == standards.Age:
		row.Number = standards.Whole(33)
	}
	if !row.Key.IsList() {
		row.Bound = standards.Exactly
	}
	return row
}

// By the rows of these keys households are packed: a set with others of them is refused. Rows of
// all other keys are asked anew, and households packed before come to what Assess says.
func TestByWhichKeysHouseholdsArePacked(t *testing.T) {
	packedBy := map[string]bool{
		"dibao-not-income": true, "tekun-not-income": true, "dibao-not-counted": true, "dibao-counting-open": true, "not-examined": true, "job-costs": true, "rigid-costs": true, // lists
		"minor-age": true, "tekun-elder-age": true, "tekun-minor-age": true, "dibao-topup-elder-age": true, "dibao-topup-minor-age": true, // ages
		"tekun-grade": true, "single-person-grade": true, "dibao-topup-grade": true, "tekun-not-with": true, "self-care-partly-lost": true, "self-care-activity": true, // classes
		"dibao-topup": true, "dibao-band": true, "dibao-minimum": true, "low-income-line": true, // what pays by member, where there was none
	}
	day := standards.Day(2020, 10, 1)
	set := families.Standards(t, "2020-10-01")
	g := assistancetest.NewGenerator(31)
	var list []assistance.Household
	for range 150 {
		list = append(list, plain(g, g.Household(set)))
	}
	p := packed(t, set, list...)
	require.Greater(t, population.Steady(p), len(list)/3)
	for _, info := range standards.Keys() {
		t.Run(info.Name, func(t *testing.T) {
			row := other(info)
			if _, stands := set.Find(row.Key, standards.Hetang, standards.Rural, row.Of); stands && row.Key.IsList() {
				row.Struck, row.Basis.Clause = true, "1"
			}
			on := laidOn(t, standards.Published(), day, row)
			require.NotEqual(t, set.Digest(), on.Digest())
			got, err := p.Simulate(on, 1)
			if packedBy[info.Name] {
				assert.Equal(t, &population.RepackError{Packed: day, Asked: day, Key: info.Key}, err)
				return
			}
			require.NoError(t, err)
			var want caseload.Totals
			for i := range list {
				d := families.Decided(t, on, list[i])
				want.Add(&list[i], &d)
			}
			assert.True(t, want == got, "%+v\n%+v", want.All(), got.All())
		})
	}
}

// Under every other choice of every reading, households that were packed are either refused or come
// to what Assess says; what a reading chooses between is asked anew wherever it can be.
func TestByWhichReadingsHouseholdsArePacked(t *testing.T) {
	refused := map[string]bool{
		"2020-10-01 as-2021": true, "2020-10-01 income": true, // other lists of income
		"2020-10-01 counted": true, "2020-10-01 grades-one-two": true,
		"2021-08-01 counted":        true,                              // though nothing goes by it any more
		"2021-08-01 grades-one-two": true, "2021-08-01 under-16": true, // another age
	}
	for _, on := range []string{"2020-10-01", "2021-08-01"} {
		set := families.Standards(t, on)
		g := assistancetest.NewGenerator(32)
		var list []assistance.Household
		for range 100 {
			list = append(list, plain(g, g.Household(set)))
		}
		p := packed(t, set, list...)
		for _, reading := range standards.AllReadings() {
			for _, choice := range reading.Choices[1:] {
				t.Run(on+" "+choice.String(), func(t *testing.T) {
					chosen := families.Standards(t, on+" "+reading.Name+"="+choice.String())
					got, err := p.Simulate(chosen, 1)
					if refused[on+" "+choice.String()] {
						var repack *population.RepackError
						require.ErrorAs(t, err, &repack)
						return
					}
					require.NoError(t, err)
					var want caseload.Totals
					for i := range list {
						d := families.Decided(t, chosen, list[i])
						want.Add(&list[i], &d)
					}
					assert.True(t, want == got)
				})
			}
		}
	}
}

// A household of a place that pays by member is kept in compact facts. Other sums for its members
// are asked anew, and so is none any more; the first ones of a place are not.
func TestWhatPaysByMemberIsAskedAnewWhereItWas(t *testing.T) {
	day := standards.Day(2020, 10, 1)
	sum := func(key standards.Key, of string, yuan int64) standards.Standard {
		return standards.Standard{Key: key, Place: standards.Hetang, Of: of, Amount: families.Monthly(yuan), Bound: standards.Exactly}
	}
	for _, row := range []standards.Standard{
		sum(standards.Key(standards.DibaoTopUp), "elderly", 50), sum(standards.Key(standards.DibaoBand), "0", 300),
		sum(standards.Key(standards.DibaoMinimum), "", 20), sum(standards.Key(standards.LowIncomeLine), "", 900),
	} {
		t.Run(row.Key.String(), func(t *testing.T) {
			with := laidOn(t, standards.Published(), day, row)
			h := families.Single("h", 590)
			h.Members[0].Born = standards.Day(1950, 1, 1)
			p := packed(t, with, h)
			require.Zero(t, population.Steady(p))
			more := row
			more.Amount = families.Monthly(row.Amount.Fen()/100 + 7)
			for _, on := range []*standards.Set{with, laidOn(t, standards.Published(), day, more), families.Standards(t, "2020-10-01")} {
				got, err := p.Simulate(on, 1)
				require.NoError(t, err)
				var want caseload.Totals
				d := families.Decided(t, on, h)
				want.Add(&h, &d)
				assert.True(t, want == got)
			}
		})
	}
}

// What cannot be packed or asked without standards, households or a population says what is
// missing, and nothing panics.
func TestWhatIsMissing(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	empty := func(func(assistance.Household, error) bool) {}
	q := searchOf(line(standards.CityFive), 400, 600, 0)
	for _, without := range []*standards.Set{nil, {}} {
		p, err := population.Pack(without, empty)
		assert.EqualError(t, err, "required field is missing at standards")
		require.NotNil(t, p)
		assert.Zero(t, p.Len())
		for _, p := range []*population.Population{{}, packed(t, set, families.Single("a", 0))} {
			_, err = p.Simulate(without, 1)
			assert.EqualError(t, err, "required field is missing at standards")
			_, err = p.Spend(without, 0, 1)
			assert.EqualError(t, err, "required field is missing at standards")
		}
	}
	_, err := new(population.Population).Simulate(set, 1)
	assert.EqualError(t, err, "required field is missing at standards")
	_, err = new(population.Population).Solve(t.Context(), q, 1)
	assert.EqualError(t, err, "required field is missing at standards")
	p, err := population.Pack(set, nil)
	assert.EqualError(t, err, "required field is missing at households")
	require.NotNil(t, p)
	assert.Zero(t, p.Len())
	var none *population.Population
	assert.Zero(t, none.Len())
	_, err = none.Simulate(set, 1)
	assert.EqualError(t, err, "required field is missing at population")
	_, err = none.Spend(set, 0, 1)
	assert.EqualError(t, err, "required field is missing at population")
	_, err = none.Solve(t.Context(), q, 1)
	assert.EqualError(t, err, "required field is missing at population")
}

// Pack stops at the first error of the sequence, or household that cannot be used, with what was
// packed before.
func TestPackStopsAtTheFirstError(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	broken := errors.New("the register is broken")
	open := families.Single("open", 100)
	open.Residence = 0 // not steady
	p, err := population.Pack(set, func(yield func(assistance.Household, error) bool) {
		_ = yield(families.Single("a", 100), nil) && yield(open, nil) && yield(families.Single("b", 100), broken) &&
			assert.Fail(t, "it goes on after an error")
	})
	assert.Equal(t, broken, err)
	assert.Equal(t, 2, p.Len())
	p, err = population.Pack(set, families.Several(families.Single("a", 100), assistance.Household{}, families.Single("b", 100)))
	var faults assistance.Errors
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 1, p.Len())
	totals, err := p.Simulate(set, 1)
	require.NoError(t, err)
	assert.Equal(t, caseload.Paid{Recipients: 1, Fen: 500_00}, totals.All().Benefit[benefit.Dibao])
}
