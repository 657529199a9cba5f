package caseload_test

import (
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func onDay(t testing.TB, day string) *standards.Set {
	t.Helper()
	d, err := standards.ParseDate(day)
	require.NoError(t, err)
	set, err := standards.At(d)
	require.NoError(t, err)
	return set
}

func monthly(yuan int64) standards.Amount { return standards.Fen(yuan*100, standards.PerMonth) }

// single is a household of one, urban in Hetang, with wages a month.
func single(id string, wages int64) assistance.Household {
	return assistance.Household{ID: id, Division: standards.Hetang, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{{
		ID: "a", Born: standards.Day(1975, 3, 2), Income: []assistance.Income{{Kind: standards.Wages, Amount: monthly(wages)}}}}}
}

// elder is someone without supporters, born on a day.
func elder(born standards.Date, care eldercare.SelfCare, placement benefit.Placement) assistance.Household {
	h := single("h", 0)
	m := &h.Members[0]
	m.Born, m.Support, m.Property, m.SelfCare, m.Placement = born, benefit.NoSupporters, benefit.Within, care, placement
	return h
}

func decided(t testing.TB, set *standards.Set, h assistance.Household) assistance.Decision {
	t.Helper()
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	return d
}

func several(households ...assistance.Household) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		for _, h := range households {
			if !yield(h, nil) {
				return
			}
		}
	}
}

// raised is a draft with another urban line for the city's five districts, the city's other figures carried on.
func raised(t testing.TB, yuan int64) *standards.Set {
	t.Helper()
	tables, err := standards.Published().With(standards.Overlay{ID: "raised", Kind: standards.Draft, Title: "raised", Carry: standards.Day(2020, 12, 31),
		Rows: []standards.Standard{{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Residence: standards.Urban, Amount: monthly(yuan),
			Bound: standards.Exactly, From: standards.Day(2021, 1, 1)}}})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2021, 1, 1))
	require.NoError(t, err)
	return set
}

func TestTotalsByHand(t *testing.T) {
	set := onDay(t, "2020-10-01")
	var totals caseload.Totals
	add := func(h assistance.Household) {
		d := decided(t, set, h)
		totals.Add(&h, &d)
	}
	poor, open, county := single("poor", 200), single("open", 0), single("county", 730)
	poor.Weight, open.Property, county.Division = 3, 0, standards.Youxian
	for _, h := range []assistance.Household{poor, single("rich", 5000), open, county} {
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
	assert.EqualValues(t, 1, totals.Lines[i][standards.Urban][caseload.Band(monthly(730))], "it waits for a line above 730")
}

func TestPlacementOfThoseWhoNeedCare(t *testing.T) {
	set := onDay(t, "2020-10-01")
	var totals caseload.Totals
	for _, h := range []assistance.Household{elder(standards.Day(1940, 1, 1), eldercare.None, benefit.InInstitution),
		elder(standards.Day(1940, 1, 1), eldercare.Partial, benefit.AtHome), elder(standards.Day(1940, 1, 1), eldercare.Full, 0)} {
		d := decided(t, set, h)
		require.Equal(t, benefit.Eligible, d.Members[0].Tekun.Verdict)
		totals.Add(&h, &d)
	}
	assert.EqualValues(t, 2, totals.All().TekunNeedCare)
	assert.EqualValues(t, 1, totals.All().TekunPlaced)
}

// Totals are the same in any order and in any parts.
func TestTotalsDoNotDependOnTheOrder(t *testing.T) {
	set := onDay(t, "2020-10-01")
	g := assistancetest.NewGenerator(7)
	var households []assistance.Household
	var whole caseload.Totals
	for range 500 {
		h := g.Household(set)
		d := decided(t, set, h)
		whole.Add(&h, &d)
		households = append(households, h)
	}
	random := rand.New(rand.NewPCG(1, 2))
	parts := make([]caseload.Totals, 7)
	for _, i := range random.Perm(len(households)) {
		d := decided(t, set, households[i])
		parts[random.IntN(len(parts))].Add(&households[i], &d)
	}
	var merged caseload.Totals
	for _, i := range random.Perm(len(parts)) {
		merged.Merge(&parts[i])
	}
	assert.True(t, whole == merged)
}

func TestCompare(t *testing.T) {
	before, after := onDay(t, "2020-12-31"), raised(t, 650)
	line, err := before.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	require.NoError(t, err)
	old := line.Amount.Fen() / 100
	require.Less(t, old, int64(650))
	weighted, refused := single("weighted", 0), single("refused", 0)
	weighted.Weight, refused.Members = 10, nil
	c, err := caseload.Compare(before, after, several(weighted, single("new", old), refused, single("same", 3000)))
	require.NoError(t, err)
	rise := 650_00 - line.Amount.Fen()
	assert.EqualValues(t, 11, c.Exact.Gainers)
	assert.Equal(t, 11*rise, c.Exact.Gain)
	assert.EqualValues(t, 1, c.Exact.Same)
	assert.Zero(t, c.Exact.Losers)
	assert.Zero(t, c.Open)
	assert.Equal(t, caseload.Tally{Households: 1, People: 1}, c.Begun)
	assert.EqualValues(t, 1, c.Refused, "counted, and the next one goes on")
	require.Len(t, c.Refusals, 1)
	require.Len(t, c.Gains, 2)
	assert.Equal(t, "new", c.Gains[0].ID, "of those alike, the first by id")
	assert.Equal(t, rise, c.Gains[0].By)
	assert.Equal(t, c.After.All().Benefit[benefit.Dibao].Fen-c.Before.All().Benefit[benefit.Dibao].Fen, c.Exact.Gain)

	back, err := caseload.Compare(after, before, several(weighted, single("new", old), single("same", 3000)))
	require.NoError(t, err)
	assert.Equal(t, c.Exact.Gain, back.Exact.Loss)
	assert.Equal(t, c.Exact.Gainers, back.Exact.Losers)
	assert.Equal(t, c.Begun, back.Ended)
	assert.Equal(t, -rise, back.Losses[0].By)
}

func TestBandsHoldEveryHousehold(t *testing.T) {
	before, after := onDay(t, "2020-12-31"), raised(t, 650)
	g := assistancetest.NewGenerator(3)
	var households []assistance.Household
	for range 300 {
		households = append(households, g.Household(before))
	}
	c, err := caseload.Compare(before, after, several(households...))
	require.NoError(t, err)
	var sum int64
	for _, changes := range []caseload.Changes{c.Exact, c.Open} {
		for i, n := range changes.Bands {
			sum += n
			if i == caseload.ChangeBands {
				assert.Equal(t, changes.Same, n)
			}
		}
	}
	assert.Equal(t, c.Before.All().Households, sum)
	assert.LessOrEqual(t, len(c.Losses), caseload.Listed)
}

// Between two days some come of age; with the ages of one day nobody does.
func TestCompareByTheAgesOfEachDayOrOfOne(t *testing.T) {
	before, after := onDay(t, "2020-12-31"), raised(t, 650)
	age, err := before.Number(standards.TekunElderAge, standards.China, 0, "")
	require.NoError(t, err)
	h := elder(standards.Day(2021-age.Number.Int(), 1, 1), eldercare.Full, benefit.AtHome)
	tekun := func(c caseload.Comparison) [2]int64 {
		return [2]int64{c.Before.All().Category[benefit.CategoryTekun].Households, c.After.All().Category[benefit.CategoryTekun].Households}
	}
	c, err := caseload.Compare(before, after, several(h))
	require.NoError(t, err)
	assert.Equal(t, [2]int64{0, 1}, tekun(c), "of age on the later day")
	c, err = caseload.CompareOn(before.Day(), before, after, several(h))
	require.NoError(t, err)
	assert.Equal(t, [2]int64{0, 0}, tekun(c))
	c, err = caseload.CompareOn(after.Day(), before, after, several(h))
	require.NoError(t, err)
	assert.Equal(t, [2]int64{1, 1}, tekun(c))
	assert.Equal(t, standards.Day(2021-age.Number.Int(), 1, 1), h.Members[0].Born, "the household itself is not changed")
}

func TestCompareNeedsBothSets(t *testing.T) {
	_, err := caseload.Compare(nil, onDay(t, "2020-10-01"), several())
	assert.Error(t, err)
}

func TestHouseholdsOfRecords(t *testing.T) {
	register := "household,division,residence,property,member,born\na,430211,urban,within,m,1990-01-01\nb,nowhere,urban,within,m,1990-01-01\n"
	set := onDay(t, "2020-10-01")
	c, err := caseload.Compare(set, set, caseload.Households(caseload.ReadCSV(strings.NewReader(register))))
	require.NoError(t, err)
	assert.EqualValues(t, 1, c.Exact.Same)
	assert.EqualValues(t, 1, c.Refused)
}
