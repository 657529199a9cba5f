package caseload_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func ExampleCompareOn() {
	before, err := standards.At(standards.Day(2020, 12, 31))
	if err != nil {
		fmt.Println(err)
		return
	}
	tables, err := standards.Published().With(standards.Overlay{ID: "draft", Kind: standards.Draft, Title: "a draft", Carry: before.Day(), Rows: []standards.Standard{
		{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Amount: standards.Fen(650_00, standards.PerMonth), Bound: standards.Exactly,
			From: standards.Day(2021, 1, 1)}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := tables.At(standards.Day(2021, 1, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := strings.NewReader(`household,division,residence,property,weight,member,born,income_kind,income_yuan,income_per
poor,天元区,urban,within,10,a,1975-01-01,wages,200,month
near,天元区,urban,within,,a,1975-01-01,wages,620,month
open,天元区,urban,,,a,1975-01-01,wages,200,month
`)
	c, err := caseload.CompareOn(after.Day(), before, after, register.Households(register.Read(text)))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Exact.Gainers, "gain", c.Exact.Gain, "fen a month")
	fmt.Println("newly eligible:", c.Begun.Households, c.Begun.First)
	for lack, households := range c.Lacking {
		fmt.Println(households, "not settled for want of", lack)
	}
	// Output:
	// 11 gain 53000 fen a month
	// newly eligible: 1 [near]
	// 1 not settled for want of property
}

// due counts the households to which something is due, before and after.
func due(c *caseload.Comparison) [2]int64 {
	return [2]int64{c.Reach[0].All().Due.Households, c.Reach[1].All().Due.Households}
}

func TestCompare(t *testing.T) {
	before, after := families.Standards(t, "2020-12-31"), families.Raised(t, 650)
	line, err := before.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	require.NoError(t, err)
	old := line.Amount.Fen() / 100
	require.Less(t, old, int64(650))
	weighted, refused := families.Single("weighted", 0), families.Single("refused", 0)
	weighted.Weight, refused.Members = 10, nil
	c, err := caseload.Compare(before, after, families.Several(weighted, families.Single("new", old), refused, families.Single("same", 3000)))
	require.NoError(t, err)
	rise := 650_00 - line.Amount.Fen()
	assert.EqualValues(t, 11, c.Exact.Gainers)
	assert.Equal(t, 11*rise, c.Exact.Gain)
	assert.EqualValues(t, 1, c.Exact.Same)
	assert.Zero(t, c.Exact.Losers)
	assert.Zero(t, c.Open)
	assert.Equal(t, caseload.Tally{Households: 1, People: 1}, c.Begun.Tally)
	assert.Equal(t, []string{"new"}, c.Begun.First)
	assert.Equal(t, []assistance.Household{families.Single("new", old)}, c.Begun.Examples)
	assert.Equal(t, caseload.Tally{Households: 2, People: 2}, c.Ineligible)
	assert.Equal(t, [2]int64{10, 11}, due(&c))
	assert.EqualValues(t, 1, c.Refused, "counted, and the next one goes on")
	require.Len(t, c.Refusals, 1)
	require.Len(t, c.Gains, 2)
	assert.Equal(t, "new", c.Gains[0].ID, "of those alike, the first by id")
	assert.Equal(t, rise, c.Gains[0].By)
	assert.Equal(t, c.After.All().Benefit[benefit.Dibao].Fen-c.Before.All().Benefit[benefit.Dibao].Fen, c.Exact.Gain)

	back, err := caseload.Compare(after, before, families.Several(weighted, families.Single("new", old), families.Single("same", 3000)))
	require.NoError(t, err)
	assert.Equal(t, c.Exact.Gain, back.Exact.Loss)
	assert.Equal(t, c.Exact.Gainers, back.Exact.Losers)
	assert.Equal(t, c.Begun, back.Ended)
	assert.Equal(t, -rise, back.Losses[0].By)
}

func TestBandsHoldEveryHousehold(t *testing.T) {
	before, after := families.Standards(t, "2020-12-31"), families.Raised(t, 650)
	g := assistancetest.NewGenerator(3)
	var households []assistance.Household
	for range 300 {
		households = append(households, g.Household(before))
	}
	c, err := caseload.Compare(before, after, families.Several(households...))
	require.NoError(t, err)
	var sum int64
	for _, changes := range []caseload.Changes{c.Exact, c.AtLeast, c.Unclear, c.Open} {
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
	before, after := families.Standards(t, "2020-12-31"), families.Raised(t, 650)
	age, err := before.Number(standards.TekunElderAge, standards.China, 0, "")
	require.NoError(t, err)
	h := families.Elder(standards.Day(2021-age.Number.Int(), 1, 1), eldercare.Full, benefit.AtHome)
	tekun := func(c caseload.Comparison) [2]int64 {
		return [2]int64{c.Before.All().Category[benefit.CategoryTekun].Households, c.After.All().Category[benefit.CategoryTekun].Households}
	}
	c, err := caseload.Compare(before, after, families.Several(h))
	require.NoError(t, err)
	assert.Equal(t, [2]int64{0, 1}, tekun(c), "of age on the later day")
	c, err = caseload.CompareOn(before.Day(), before, after, families.Several(h))
	require.NoError(t, err)
	assert.Equal(t, [2]int64{0, 0}, tekun(c))
	c, err = caseload.CompareOn(after.Day(), before, after, families.Several(h))
	require.NoError(t, err)
	assert.Equal(t, [2]int64{1, 1}, tekun(c))
	assert.Equal(t, standards.Day(2021-age.Number.Int(), 1, 1), h.Members[0].Born, "the household itself is not changed")
}

// Whoever was born between two days is as old on the day before as on the day after, and so is
// everyone else.
func TestAged(t *testing.T) {
	before, after := standards.Day(2020, 2, 29), standards.Day(2021, 3, 1)
	for _, born := range []standards.Date{standards.Day(1960, 12, 31), standards.Day(1961, 1, 1), standards.Day(2021, 1, 5), standards.Day(1940, 2, 29),
		standards.Day(1961, 3, 1), standards.Day(1961, 3, 2), standards.Day(2020, 2, 29), standards.Day(2021, 3, 1)} {
		for _, days := range [][2]standards.Date{{after, before}, {before, after}} {
			if days[0].Before(born) {
				continue
			}
			h := assistance.Household{Members: []assistance.Member{{Born: born}}}
			aged := caseload.Aged(h, days[0], days[1]).Members[0].Born
			assert.True(t, aged.Valid())
			assert.False(t, days[1].Before(aged), "%s is born by %s", born, days[1])
			assert.Equal(t, born.AgeOn(days[0]), aged.AgeOn(days[1]), "%s from %s to %s", born, days[0], days[1])
			assert.Equal(t, born, h.Members[0].Born, "the household itself is not changed")
		}
	}
}

// By the ages of the day after, neither a child born between the days is refused, nor one whose day
// of birth stands as the first that is accepted.
func TestNobodyIsRefusedByHisAgeOnTheOtherDay(t *testing.T) {
	before, after := families.Standards(t, "2020-12-31"), families.Raised(t, 650)
	born, oldest := families.Single("born", 0), families.Single("oldest", 0)
	born.Members[0].Born, oldest.Members[0].Born = after.Day(), standards.Day(1900, 1, 1)
	c, err := caseload.CompareOn(after.Day(), before, after, families.Several(born, oldest))
	require.NoError(t, err)
	assert.Empty(t, c.Refusals)
	assert.EqualValues(t, 2, c.Exact.Gainers)
}

// What is known as a lower limit only is no exact change, and who needs something has none.
func TestExactAtLeastAndOpenAreKeptApart(t *testing.T) {
	before, after := families.Standards(t, "2020-12-31"), families.Raised(t, 650)
	rural, open, floor := families.Single("rural", 0), families.Single("open", 0), families.Single("floor", 0)
	rural.Division, rural.Residence = standards.Youxian, standards.Rural
	open.Property, open.Weight = 0, 4
	floor.Division = standards.Youxian // of its urban line the province's floor alone is on record
	c, err := caseload.Compare(before, after, families.Several(rural, open, floor, families.Single("exact", 0)))
	require.NoError(t, err)
	count := func(ch caseload.Changes) int64 { return ch.Gainers + ch.Losers + ch.Same }
	assert.EqualValues(t, 1, count(c.Exact))
	assert.EqualValues(t, 2, count(c.AtLeast))
	assert.EqualValues(t, 4, count(c.Open))
	assert.Equal(t, map[caseload.Lack]int64{{Fact: benefit.PropertyFact}: 4}, c.Lacking)
	assert.Equal(t, "property", caseload.Lack{Fact: benefit.PropertyFact}.String())
	assert.Equal(t, [2]int64{3, 3}, due(&c))
}

// Who was undetermined and is eligible now need not be newly eligible.
func TestUndeterminedIsNotIneligible(t *testing.T) {
	before, after := families.Standards(t, "2020-12-31"), families.Standards(t, "2021-01-01") // on the later day the province's floor alone is on record
	c, err := caseload.Compare(before, after, families.Several(families.Single("h", 580)))
	require.NoError(t, err)
	one := caseload.Tally{Households: 1, People: 1}
	assert.Equal(t, one, c.Reopened.Tally)
	assert.Equal(t, []string{"h"}, c.Reopened.First)
	assert.Zero(t, c.Ended)
	c, err = caseload.Compare(after, before, families.Several(families.Single("h", 580)))
	require.NoError(t, err)
	assert.Equal(t, one, c.Resolved.Tally)
	assert.Equal(t, []string{"h"}, c.Resolved.First)
	assert.Zero(t, c.Begun)
}

// A register may be of any length: what is listed is not.
func TestListsAreBounded(t *testing.T) {
	before, after := families.Standards(t, "2020-12-31"), families.Raised(t, 650)
	var households []assistance.Household
	for i := range 3 * caseload.Listed {
		households = append(households, families.Single(fmt.Sprintf("h%03d", i), 620))
	}
	c, err := caseload.Compare(before, after, families.Several(households...))
	require.NoError(t, err)
	assert.EqualValues(t, 3*caseload.Listed, c.Begun.Households)
	assert.Len(t, c.Begun.First, caseload.Listed)
	assert.Len(t, c.Gains, caseload.Listed)
}

func TestCompareNeedsBothSets(t *testing.T) {
	_, err := caseload.Compare(nil, families.Standards(t, "2020-10-01"), families.Several())
	assert.Error(t, err)
}

func TestHouseholdsOfRecords(t *testing.T) {
	text := "household,division,residence,property,member,born,wages_yuan,income_per\n" +
		"a,430211,urban,within,m,1990-01-01,0,month\nb,nowhere,urban,within,m,1990-01-01,0,month\n"
	set := families.Standards(t, "2020-10-01")
	c, err := caseload.Compare(set, set, register.Households(register.Read(strings.NewReader(text))))
	require.NoError(t, err)
	assert.EqualValues(t, 1, c.Exact.Same)
	assert.EqualValues(t, 1, c.Refused)
}
