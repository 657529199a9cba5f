package whatif

import (
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

var october = standards.Day(2020, time.October, 1)

// tianyuan is the family of law.md section 4 step 8: three people, one of grade 1 without income.
func tianyuan() assistance.Household {
	none := []assistance.Income{}
	return assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "father", Born: standards.Day(1970, time.January, 1), Income: none},
		{ID: "mother", Born: standards.Day(1972, time.January, 1), Income: none},
		{ID: "son", Born: standards.Day(1995, time.January, 1), Income: none, Disability: disability.Certificate{Category: disability.Physical, Grade: 1}, Support: benefit.Capable},
	}}
}

func TestTheReversalAtTheLineIsNamed(t *testing.T) {
	list, err := Boundaries(standards.Published(), october, tianyuan(), Quantity{Kind: MemberIncome, Member: "father"})
	require.NoError(t, err)
	require.Len(t, list, 2)
	at := list[0]
	assert.Equal(t, int64(1799_99), at.Before.At)
	assert.Equal(t, int64(1800_00), at.After.At)
	assert.Equal(t, "200.01", at.Before.Decision.Total.Amount.YuanText(), "0.01 dibao, 100 living, 100 nursing")
	assert.Equal(t, "800.00", at.After.Decision.Total.Amount.YuanText(), "600 single-person cover, 100 living, 100 nursing")
	assert.True(t, at.Cliff)
	assert.Equal(t, SinglePersonOpens, at.Reversal)
	assert.Contains(t, at.Text(standards.English), "because passing the line opens single-person cover")
	assert.Contains(t, at.Text(standards.Chinese), "断崖")
	end := list[1]
	assert.Equal(t, int64(2700_00), end.After.At)
	assert.True(t, end.Cliff)
	assert.Equal(t, NoReversal, end.Reversal)
	assert.Equal(t, big.NewRat(-1, 1), at.Slopes[0])
}

func TestTheEndOfTekunIsNamed(t *testing.T) {
	h := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "elder", Born: standards.Day(1945, time.January, 1), Support: benefit.NoSupporters, Property: benefit.Within},
		{ID: "grandson", Born: standards.Day(1999, time.January, 1), Income: []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(590_00, standards.PerMonth)}}},
	}}
	tables, err := standards.Published().With(standards.Overlay{ID: "tekun", Kind: standards.Draft, Rows: []standards.Standard{
		{Key: standards.Key(standards.TekunBasic), Place: standards.Zhuzhou, Amount: standards.Fen(5_00, standards.PerMonth), From: standards.Day(2020, time.January, 1)},
		{Key: standards.Key(standards.TekunCare), Place: standards.Zhuzhou, Of: "full", Amount: standards.Fen(0, standards.PerMonth), From: standards.Day(2020, time.January, 1)},
	}})
	require.NoError(t, err)
	h.Members[0].SelfCare = 1
	list, err := Boundaries(tables, october, h, Quantity{Kind: MemberIncome, Member: "elder"})
	require.NoError(t, err)
	require.NotEmpty(t, list)
	assert.Equal(t, int64(600_00), list[0].After.At)
	assert.True(t, list[0].Cliff)
	h.Members[1].Income[0].Amount = standards.Fen(400_00, standards.PerMonth)
	h.Members[0].Income = nil
	list, err = Boundaries(tables, october, h, Quantity{Kind: MemberIncome, Member: "elder"})
	require.NoError(t, err)
	require.NotEmpty(t, list)
	for _, b := range list {
		assert.NotEqual(t, UnexplainedReversal, b.Reversal)
	}
}

func TestBoundariesOfPeopleAgeAndDay(t *testing.T) {
	h := tianyuan()
	h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(2000_00, standards.PerMonth)}}
	list, err := Boundaries(standards.Published(), october, h, Quantity{Kind: People, Until: 6})
	require.NoError(t, err)
	require.NotEmpty(t, list)

	list, err = Boundaries(standards.Published(), october, tianyuan(), Quantity{Kind: DayOf})
	require.NoError(t, err)
	days := []string{}
	for _, b := range list {
		days = append(days, b.After.Decision.On.String())
	}
	assert.Contains(t, days, "2021-01-01", "the figures of 2020 end")

	h = assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within,
		Members: []assistance.Member{{ID: "elder", Born: standards.Day(1960, time.January, 1), Support: benefit.NoSupporters, Income: []assistance.Income{}}}}
	list, err = Boundaries(standards.Published(), october, h, Quantity{Kind: Age, Member: "elder"})
	require.NoError(t, err)
	require.Len(t, list, 2)
	assert.Equal(t, standards.Day(1960, time.October, 1), list[0].Before.Household.Members[0].Born)
	assert.Equal(t, standards.Day(1960, time.October, 2), list[0].After.Household.Members[0].Born, "60 tomorrow")
	assert.Equal(t, "born 1960-10-02 (59 years old)", list[0].Quantity.Value(&list[0].After, standards.English))
	assert.Equal(t, standards.Day(2002, time.October, 2), list[1].After.Household.Members[0].Born, "not yet 18")
}

func TestQuantitiesThatDoNotFit(t *testing.T) {
	for _, q := range []Quantity{{}, {Kind: MemberIncome, Member: "nobody"}, {Kind: DayOf, From: 5, Until: 4}} {
		_, err := Boundaries(standards.Published(), october, tianyuan(), q)
		var bad *QuantityError
		require.ErrorAs(t, err, &bad)
		assert.NotEmpty(t, bad.Text(standards.Chinese))
	}
	_, err := Boundaries(standards.Published(), october, assistance.Household{Members: []assistance.Member{{ID: "a"}}}, Quantity{Kind: MemberIncome, Member: "a"})
	assert.Error(t, err)
}

func TestReversalOfIsOfTotalsThatRise(t *testing.T) {
	set, err := standards.At(october)
	require.NoError(t, err)
	earning := func(fen int64) assistance.Decision {
		h := tianyuan()
		h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(fen, standards.PerMonth)}}
		d, err := assistance.Assess(set, h)
		require.NoError(t, err)
		return d
	}
	below, at := earning(1799_99), earning(1800_00)
	assert.Equal(t, SinglePersonOpens, ReversalOf(below, at))
	assert.Equal(t, NoReversal, ReversalOf(at, below), "the total falls")
	assert.Equal(t, NoReversal, ReversalOf(at, at))

	h := tianyuan()
	h.Property = 0
	open, err := assistance.Assess(set, h)
	require.NoError(t, err)
	assert.Equal(t, NoReversal, ReversalOf(open, at), "a total that is open is compared with nothing")

	richer := at
	richer.Total.Amount = standards.Fen(at.Total.Amount.Fen()+1, standards.PerMonth)
	assert.Equal(t, UnexplainedReversal, ReversalOf(at, richer))
}
