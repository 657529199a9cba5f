package sheet_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/hostile"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func TestSums(t *testing.T) {
	for _, row := range []struct {
		fen               int64
		yuan, wan, twelve string
	}{
		{0, "0.00", "0.00", "0.00"},
		{5, "0.05", "0.00", "0.60"},
		{50_00, "50.00", "0.01", "600.00"},
		{49_99, "49.99", "0.00", "599.88"},
		{-50_00, "-50.00", "-0.01", "-600.00"},
		{1_234_567_89, "1234567.89", "123.46", "14814814.68"},
		{math.MaxInt64, "92233720368547758.07", "9223372036854.78", "≥92233720368547758.07"},
	} {
		s := sheet.Sum{Fen: row.fen}
		assert.Equal(t, row.yuan, s.Yuan())
		assert.Equal(t, row.wan, s.Wan())
		assert.Equal(t, row.twelve, s.Year().Yuan())
		s.AtLeast = true
		assert.Equal(t, "≥"+row.yuan, s.Yuan())
		text, err := json.Marshal(s)
		require.NoError(t, err)
		assert.Equal(t, `{"yuan":`+row.yuan+`,"bound":"at-least"}`, string(text))
		var read sheet.Sum
		require.NoError(t, json.Unmarshal(text, &read))
		assert.Equal(t, s, read)
	}
	assert.Equal(t, sheet.Sum{Fen: math.MaxInt64, AtLeast: true}, sheet.SumOf(math.MaxInt64-1, false).Plus(sheet.SumOf(1, false)), "too large to be told")
}

// decided adds up two households: on dibao with a disabled member, and waiting for its property.
func decided(t *testing.T) sheet.Caseload {
	t.Helper()
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	of := sheet.Caseload{Totals: new(caseload.Totals), Reach: new(caseload.Reach)}
	for _, h := range []assistance.Household{
		{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Weight: 3, Members: []assistance.Member{
			{ID: "a", Born: standards.Day(1975, 1, 1), Income: []assistance.Income{}}, {ID: "b", Born: standards.Day(2010, 1, 1), Income: []assistance.Income{}}}},
		{Division: standards.Youxian, Residence: standards.Rural, Members: []assistance.Member{{ID: "a", Born: standards.Day(1975, 1, 1), Income: []assistance.Income{}}}},
	} {
		d, err := assistance.Assess(set, h)
		require.NoError(t, err)
		of.Totals.Add(&h, &d)
		of.Reach.Add(&h, &d)
	}
	return of
}

// What waits for a fact stands beside the sum that is known, not in it as a zero.
func TestCosts(t *testing.T) {
	got := sheet.CostsOf(decided(t))
	due := sheet.Side{Month: sheet.Sum{Fen: 3 * 1200_00}, Households: 3, People: 6}
	open := sheet.Side{Month: sheet.Sum{AtLeast: true}, Undetermined: 1}
	both := sheet.Side{Month: sheet.Sum{Fen: 3 * 1200_00, AtLeast: true}, Households: 3, People: 6, Undetermined: 1}
	waiting, all := open, both
	waiting.Waiting, all.Waiting = 1, 1
	assert.Equal(t, sheet.Costs{
		Rows: []sheet.Cost{{standards.Tianyuan, standards.Urban, benefit.Dibao, []sheet.Side{due}},
			{standards.Youxian, standards.Rural, benefit.Dibao, []sheet.Side{open}}},
		ByBenefit: []sheet.Cost{{Benefit: benefit.Dibao, Sides: []sheet.Side{both}}},
		ByPlace: []sheet.Cost{{standards.Tianyuan, standards.Urban, 0, []sheet.Side{due}},
			{standards.Youxian, standards.Rural, 0, []sheet.Side{waiting}}},
		All: sheet.Cost{Sides: []sheet.Side{all}},
	}, got)
	assert.Equal(t, []string{"Youxian", "rural", "all"}, got.ByPlace[1].Names(standards.English))
	assert.Equal(t, []string{"合计", "合计", "合计"}, got.All.Names(standards.Chinese))
}

// Whatever stands in a report, the page is well formed and carries no markup of it.
func TestPage(t *testing.T) {
	const text = hostile.Marks + hostile.Controls
	p := sheet.Page{Title: text, Lines: []string{text}, Warnings: []string{text}, Sections: []sheet.Section{{
		Title: text, Rows: [][]string{{text, "n"}, {text, "1"}, {"sum", "1"}}, Texts: 1, Sums: 1, Lists: []sheet.Block{{text, text, []string{text}}},
		Chart: sheet.Bars([]sheet.Bar{{text, 5, text, sheet.Hatched}, {"none", 0, "0", sheet.Solid}}), Notes: []string{text}}, {Title: text, Rows: [][]string{{text, "n"}}}}}
	html, err := p.HTML()
	require.NoError(t, err)
	assert.NotContains(t, string(html), "<script")
	assert.Contains(t, string(html), `<tr class="s"><td class="t">sum</td><td>1</td></tr>`)
	assert.NoError(t, hostile.HTML(html))
}
