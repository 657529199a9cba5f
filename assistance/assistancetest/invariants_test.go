package assistancetest

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func TestInvariantsOnOwnTables(t *testing.T) {
	for _, day := range []standards.Date{first2020, standards.Day(2020, time.June, 3), standards.Day(2020, time.October, 1), standards.Day(2021, time.July, 1)} {
		set, err := standards.At(day)
		require.NoError(t, err)
		assert.NoError(t, CheckInvariants(set), day.String())
	}
}

func TestInvariantsUnderEveryChoice(t *testing.T) {
	for _, r := range standards.AllReadings() {
		for _, c := range r.Choices {
			set, err := standards.Published().Choose(c).At(standards.Day(2020, time.October, 1))
			require.NoError(t, err)
			g := NewGenerator(uint64(c))
			assert.NoError(t, CheckHouseholds(set, g.Households(set, 120)), c.String())
		}
	}
}

func TestInvariantsOnRandomTables(t *testing.T) {
	g := NewGenerator(7)
	for range 40 {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		err = CheckHouseholds(set, g.Households(set, 100))
		for _, one := range foundBy(err) {
			var bad *InvariantError
			if errors.As(one, &bad) && bad.Invariant == CityFloor {
				continue // a random draft may go below a floor
			}
			t.Error(one)
		}
	}
}
func foundBy(err error) Errors {
	if err == nil {
		return nil
	}
	return flatten(err)
}

func broken(t *testing.T, rows ...standards.Standard) *standards.Set {
	t.Helper()
	tables, err := standards.Published().With(standards.Overlay{ID: "broken", Kind: standards.Draft, Rows: rows})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	return set
}

func TestALineBelowTheCitysFloorIsFound(t *testing.T) {
	set := broken(t, standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural, Amount: standards.Fen(4000_00, standards.PerYear), From: first2020})
	err := CheckInvariants(set)
	require.Error(t, err)
	var bad *InvariantError
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, CityFloor, bad.Invariant)
	assert.Equal(t, standards.Youxian, bad.Row.Place)
	assert.Contains(t, err.Error(), "Youxian")
	assert.Contains(t, err.Error(), "below the floor of 4320.00 yuan a year")
	list := foundBy(err)
	require.Len(t, list, 2, "the row, and a household that is paid by it")
	require.ErrorAs(t, list[1], &bad)
	assert.Len(t, bad.Household.Members, 1, "shrunk")
	assert.Contains(t, bad.Error(), `{"division":"430223","residence":"rural","property":"within","members":[{"id":`)
}

// What the library decides cannot break the other invariants by its tables, so decisions that are broken are handed to them.
func TestBrokenDecisionsAreFound(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	c := newChecker(set)
	h := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1970, time.January, 1), Income: []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(100_00, standards.PerMonth)}}},
		{ID: "b", Born: standards.Day(1990, time.January, 1), Income: []assistance.Income{}}}}
	pays := func(fen int64) *assistance.Decision {
		d, err := assistance.Assess(set, h)
		require.NoError(t, err)
		d.Dibao.Payment.Amount = standards.Fen(fen, standards.PerMonth)
		d.Total.Amount = d.Dibao.Payment.Amount
		return &d
	}
	right := pays(1100_00)
	for _, one := range invariants {
		assert.Nil(t, one.holds(c, &h, right), one.name)
	}
	assert.NotNil(t, c.nothingNegative(&h, pays(-1)))
	assert.NotNil(t, c.anyOrder(&h, pays(1100_01)))
	assert.NotNil(t, c.moreIncome(&h, pays(900_00)))
	assert.NotNil(t, c.oneMore(&h, pays(1800_01)))
	assert.NotNil(t, c.reachesLine(&h, pays(1099_99)))
	assert.NotNil(t, c.reachesLine(&h, pays(1100_01)))
	assert.NotNil(t, c.reversals(&h, pays(900_00)))
}

// Where counting is open the lowest payment of the ways stands, and each way is held to the line and to the floors.
func TestOpenCountingIsHeldToTheLineInItsWay(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	c := newChecker(set)
	h := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1970, time.January, 1), Income: []assistance.Income{}},
		{ID: "b", Born: standards.Day(1990, time.January, 1), Income: []assistance.Income{}, Relation: benefit.AdultChild}}}
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	assert.Equal(t, int64(600_00), d.Dibao.Payment.Amount.Fen(), "the lower of 600 for one and 1200 for two")
	assert.Equal(t, standards.AtLeast, d.Dibao.Payment.Bound)
	assert.Equal(t, 2, d.Dibao.Members, "the most that a way counts")
	settled, in := c.everyoneIn(&h, &d)
	assert.Equal(t, standards.Yes, settled.Members[1].Counted)
	assert.Zero(t, h.Members[1].Counted, "the household handed in is left as it is")
	assert.Equal(t, int64(1200_00), in.Dibao.Payment.Amount.Fen())
	for _, one := range invariants {
		assert.Nil(t, one.holds(c, &h, &d), one.name)
	}
	h.Members[1].Counted = standards.Yes
	assert.NotNil(t, c.reachesLine(&h, &d), "600 for two who are known to count")
	same, _ := c.everyoneIn(&h, &d)
	assert.Same(t, &h, same, "nothing is open")
}

// The household's own income goes by the household's kind of hukou: while that is open, no one difference to the line is due.
func TestTheLineIsNotComparedWithAnIncomeThatIsOpen(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	c := newChecker(set)
	h := assistance.Household{Division: standards.Tianyuan, Property: benefit.Within,
		Income: []assistance.Income{{Kind: standards.Reward, Amount: standards.Fen(100_00, standards.PerMonth)}},
		Members: []assistance.Member{
			{ID: "a", Born: standards.Day(1970, time.January, 1), Residence: standards.Urban, Income: []assistance.Income{}}}}
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	assert.Equal(t, int64(500_00), d.Dibao.Payment.Amount.Fen(), "as an urban household's; a rural one's reward does not count")
	assert.False(t, d.Dibao.Income.Stated())
	assert.Nil(t, c.reachesLine(&h, &d))
	assert.Nil(t, c.cityFloor(&h, &d))
}

// One who joins a sibling who lived alone leaves open whether the sibling counts.
func TestOneMoreSettlesWhoCounts(t *testing.T) {
	topUp := standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.CityFive, Of: "elderly", Number: standards.Percent(10), From: first2020}
	set := broken(t, topUp)
	h := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1950, time.January, 1), Relation: benefit.Sibling, Income: []assistance.Income{}}}}
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	assert.Equal(t, int64(660_00), d.Dibao.Payment.Amount.Fen())
	assert.Nil(t, newChecker(set).oneMore(&h, &d))
	h.Members = append(h.Members, assistance.Member{ID: "b", Born: standards.Day(1990, time.January, 1), Counted: standards.Yes, Income: []assistance.Income{}})
	d, err = assistance.Assess(set, h)
	require.NoError(t, err)
	assert.Equal(t, int64(600_00), d.Dibao.Payment.Amount.Fen(), "the lowest way leaves the sibling out")
}

// A draft's bands that pay more to those who have more are found.
func TestBandsThatRiseAreFound(t *testing.T) {
	band := func(from string, yuan int64) standards.Standard {
		return standards.Standard{Key: standards.Key(standards.DibaoBand), Place: standards.CityFive, Of: from, Amount: standards.Fen(yuan*100, standards.PerMonth),
			From: first2020}
	}
	h := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1970, time.January, 1), Income: []assistance.Income{}}}}
	one := func(yield func(assistance.Household) bool) { yield(h) }
	assert.NoError(t, CheckHouseholds(broken(t, band("0", 400), band("1200", 300)), one))
	err := CheckHouseholds(broken(t, band("0", 300), band("1200", 400)), one)
	var bad *InvariantError
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, MoreIncome, bad.Invariant)
}

// A fact that is not stated never refuses: the city's line for both kinds of hukou makes the two agree, so the verdict stands without it.
func TestARefusalForWantOfAFactIsFound(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	c := newChecker(set)
	h := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1970, time.January, 1), Income: []assistance.Income{}}}}
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	assert.Nil(t, c.unknownRefuses(&h, &d))
	d.Dibao.Verdict = benefit.Ineligible
	assert.NotNil(t, c.unknownRefuses(&h, &d), "the verdict without the kind of hukou is eligible")
}

func TestARefusedHouseholdIsFound(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	err = CheckHouseholds(set, func(yield func(assistance.Household) bool) { yield(assistance.Household{}) })
	var bad *InvariantError
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, Refused, bad.Invariant)
}
