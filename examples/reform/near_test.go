package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
)

// Least and most are known where facts are missing, and are what the known sum is where none is.
func TestBounds(t *testing.T) {
	yuan := func(n int64) sheet.Sum { return sheet.Sum{Fen: n * 100} }
	r := decoded(t, registerFile(t,
		"known,天元区,urban,within,10,a,1975-01-01,,wages,500,month", // 600 - 500, then 650 - 500
		"open,天元区,urban,,7,a,1975-01-01,,,,",                      // of the property: nothing or the line
		"alike,天元区,urban,,3,b,1975-01-01,,,,"))
	assert.Equal(t, [2]sheet.Sum{{Fen: 1000_00, AtLeast: true}, {Fen: 1500_00, AtLeast: true}}, r.Totals)
	for i, line := range []int64{600, 650} {
		assert.Equal(t, bounds{Least: yuan(10 * (line - 500)), Most: yuan(10*(line-500) + 10*line), NoEnd: group{First: []string{}}, NotTried: group{First: []string{}}}, r.Bounds[i])
	}
	_, text, _ := runWith("-on", "2021-01-01", "-draft", draftFile, registerFile(t, "open,天元区,urban,,7,a,1975-01-01,,,,"))
	assert.Regexp(t, `least \(yuan a month\) +0\.00 +0\.00`, text)
	assert.Regexp(t, `most \(yuan a month\) +4200\.00 +4550\.00`, text)
}

// Where an amount is a lower limit there is no upper end, and the household is named.
func TestBoundsWithoutAnEnd(t *testing.T) {
	name := registerFile(t, "county,攸县,rural,within,5,a,1975-01-01,,wages,100,month", "open,攸县,rural,,2,a,1975-01-01,,wages,100,month")
	r := decoded(t, name)
	assert.Equal(t, group{7, []string{"county", "open"}}, r.Bounds[0].NoEnd)
	assert.Equal(t, sheet.Sum{Fen: 5 * 260_00, AtLeast: true}, r.Bounds[0].Most)
	_, text, _ := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	assert.Contains(t, text, "before, 7 households have no upper end on record, and the most holds what is known of them: county, open")
}

// What is tried is limited, and those who are not tried are named and counted.
func TestBoundsAreLimited(t *testing.T) {
	set, err := standards.At(standards.Day(2020, 12, 31))
	require.NoError(t, err)
	b := registerBounds{limit: 10}
	for i := range 30 {
		h := assistance.Household{ID: fmt.Sprint("h", i), Division: standards.Tianyuan, Residence: standards.Urban, Weight: 2, Members: []assistance.Member{
			{ID: "a", Born: standards.Day(1975, 1, 1), Income: []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(int64(i), standards.PerMonth)}}}}}
		d, err := assistance.Assess(set, h)
		require.NoError(t, err)
		b.add(set, &h, &d)
	}
	assert.LessOrEqual(t, b.tried, 10+1)
	assert.Greater(t, b.notTried.Households, int64(40))
	assert.Len(t, b.notTried.First, listedUnbounded)
	assert.True(t, boundsOf(&b).Most.AtLeast)
}

// Who stands within 100 yuan of a cliff is counted by weight, over the whole register and not of those
// named alone.
func TestWhoStandsNearACliff(t *testing.T) {
	rows := []string{"household,division,residence,property,weight,member,born,income_kind,income_yuan,income_per,disability_category,disability_grade"}
	for id, income := range map[string]string{"below": "1120", "above": "1290", "far": "200", "over": "1500"} {
		rows = append(rows, id+",天元区,urban,within,4,a,1975-01-01,wages,"+income+",month,hearing,3", id+",天元区,,,,b,2010-01-01,,,,,")
	}
	for i := range 30 {
		rows = append(rows, fmt.Sprintf("plain%d,天元区,urban,within,,a,1975-01-01,wages,%d,month,,", i, 100*i))
	}
	name := fileOf(t, strings.Join(rows, "\n"))
	r := decoded(t, "-households", "far", name)
	assert.Equal(t, [2]int64{46, 46}, r.Near.Screened)
	assert.Equal(t, r.Near.Near, r.Near.Looked)
	jump := &extent{sheet.Sum{Fen: -100_01}, sheet.Sum{Fen: -100_01}}
	assert.Equal(t, []nearCliff{{
		Text:       [2]string{"最低生活保障停发、困难残疾人生活补贴停发", "dibao stopped, living subsidy stopped"},
		Households: [2]int64{8, 4}, People: [2]int64{16, 8}, Jump: [2]*extent{jump, jump},
	}}, r.Near.Cliffs, "the line of two is at 1200 and then at 1300: the last fen of dibao goes, and 100 yuan of living subsidy with it")
	_, text, _ := runWith("-on", "2021-01-01", "-draft", draftFile, name)
	assert.Regexp(t, `dibao stopped, living subsidy stopped +8 → 4 +16 → 8 +-100\.01 +-100\.01`, text)
}

// No cliff hides where the total is taken to run straight.
func TestScreeningMissesNoCliff(t *testing.T) {
	g := assistancetest.NewGenerator(5)
	tables := standards.Published()
	set, err := tables.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	straight, bent := 0, 0
	for straight < 150 {
		h := g.Household(set)
		d, err := assistance.Assess(set, h)
		require.NoError(t, err)
		q, ok := quantityNear(&h)
		if !ok || len(d.Needs) > 0 || len(h.Members) > 4 {
			continue
		}
		var n nearby
		if !n.isStraight(set, &h, &q) {
			bent++
			continue
		}
		straight++
		list, err := whatif.Boundaries(tables, set.Day(), h, q)
		require.NoError(t, err)
		for _, b := range list {
			assert.False(t, b.Cliff, b.Text(standards.English))
		}
	}
	assert.Positive(t, bent)
}

// Which households are looked into does not depend on their order.
func TestTheSampleDoesNotDependOnTheOrder(t *testing.T) {
	var forward, backward nearby
	var list []assistance.Household
	for i := range 3 * mostLookedAt {
		list = append(list, assistance.Household{ID: fmt.Sprint(i), Members: []assistance.Member{{ID: "a", Born: standards.Day(1900, 1, 1).AddDays(i)}}})
	}
	for i := range list {
		forward.keep(&list[i], whatif.Quantity{}, 2)
		backward.keep(&list[len(list)-1-i], whatif.Quantity{}, 2)
	}
	require.Len(t, forward.sample, mostLookedAt)
	assert.EqualValues(t, 2*mostLookedAt, forward.lookedAt())
	assert.Equal(t, forward.sample, backward.sample)
}
