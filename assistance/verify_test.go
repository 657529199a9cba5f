package assistance_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// youxianFamily is the household of the design, decided on 2020-10-01.
func youxianFamily(t testing.TB) assistance.Household {
	var c struct{ Household assistance.Household }
	readCase(t, "rural-with-disabled-son", &c)
	return c.Household
}

func readCase(t testing.TB, name string, c any) {
	data, err := testdata.ReadFile("testdata/explain/" + name + ".json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, c))
}

// A decision read back from JSON, with steps or without, stands.
func TestVerifySame(t *testing.T) {
	eachFamily(t, func(set *standards.Set, h assistance.Household) {
		decide := assistance.Assess
		if len(h.Members)%2 == 0 {
			decide = assistance.Explain
		}
		d, err := decide(set, h)
		require.NoError(t, err)
		data, err := json.Marshal(d)
		require.NoError(t, err)
		var old assistance.Decision
		require.NoError(t, json.Unmarshal(data, &old))
		v, err := assistance.Verify(old, h, set.Tables())
		require.NoError(t, err)
		assert.True(t, v.Same(), v.Text(benefit.English))
		assert.Empty(t, v.Figures)
		assert.Contains(t, v.Text(benefit.English), "verified: on "+set.Day().String())
		assert.Contains(t, v.Text(benefit.Chinese), "复核一致")
	})
}

// Whatever word of a decision is changed, that field is named.
func TestVerifyNamesTheField(t *testing.T) {
	h := youxianFamily(t)
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	data, err := json.Marshal(d)
	require.NoError(t, err)
	for _, c := range []struct{ from, to, path, then, now string }{
		{`"category":"dibao"`, `"category":"none"`, "category", "none", "dibao"},
		{`"dibao":{"verdict":"eligible","payment":{"yuan":"220.00"`, `"dibao":{"verdict":"eligible","payment":{"yuan":"220.01"`, "dibao.payment.yuan", "220.01", "220.00"},
		{`"members":2`, `"members":3`, "dibao.members", "3", "2"},
		{`"nursing":{"verdict":"eligible"`, `"nursing":{"verdict":"ineligible"`, "members[son].nursing.verdict", "ineligible", "eligible"},
		{`"long-term-care":"grade-alone"`, `"long-term-care":"tested"`, "readings.long-term-care", "tested", "grade-alone"},
		{`"floor-as-line":"may-be-higher",`, ``, "readings.floor-as-line", "", "may-be-higher"},
		{`"op":"\u003c"`, `"op":"\u003e"`, "steps[dibao-income-below-line rural].op", ">", "<"},
		{`{"fact":"workInjuryNursing","as":"no","members":["son"]}`, `{"fact":"workInjuryNursing","as":"no","members":["father"]}`,
			`assumed[{"fact":"workInjuryNursing","as":"no","members":["father"]}]`, "true", ""},
	} {
		require.Contains(t, string(data), c.from)
		var old assistance.Decision
		require.NoError(t, json.Unmarshal([]byte(strings.Replace(string(data), c.from, c.to, 1)), &old))
		v, err := assistance.Verify(old, h, nil)
		require.NoError(t, err)
		assert.False(t, v.Same())
		assert.Contains(t, v.Fields, assistance.FieldDifference{Path: c.path, Then: c.then, Now: c.now})
		assert.Contains(t, v.Text(benefit.English), "differs: "+c.path+" was ")
		assert.Contains(t, v.Text(benefit.Chinese), "不同："+c.path+" 原为")
	}
}

// The household and the tables are told first, then the fields, then the rows.
func TestVerifyOthers(t *testing.T) {
	h := youxianFamily(t)
	on := standards.Day(2020, time.October, 1)
	published, err := standards.At(on)
	require.NoError(t, err)
	old, err := assistance.Assess(published, h)
	require.NoError(t, err)

	other := h
	other.ID = "h-18"
	v, err := assistance.Verify(old, other, nil)
	require.NoError(t, err)
	assert.False(t, v.Same())
	assert.Equal(t, "another household: the decision is of h-17, the household handed in is h-18", v.Text(benefit.English))
	assert.Empty(t, v.Fields)

	changed := h
	changed.Members = slices.Clone(h.Members)
	changed.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(400_00, standards.PerMonth)}}
	v, err = assistance.Verify(old, changed, nil)
	require.NoError(t, err)
	assert.False(t, v.Same())
	assert.True(t, v.FactsChanged)
	assert.Contains(t, v.Fields, assistance.FieldDifference{Path: "dibao.payment.yuan", Then: "220.00", Now: "320.00"})
	assert.True(t, strings.HasPrefix(v.Text(benefit.English), "the household is not stated as it was (digest "+old.Input.String()[:12]))
	assert.True(t, strings.HasPrefix(v.Text(benefit.Chinese), "家庭情况与原决定不同"))

	v, err = assistance.Verify(old, h, countyTables(t))
	require.NoError(t, err)
	assert.False(t, v.Same())
	require.Len(t, v.Tables, 1)
	assert.Equal(t, "county-2020", v.Tables[0].Now.ID)
	require.Len(t, v.Figures, 1)
	assert.Equal(t, "dibao-line@430223/rural", v.Figures[0].Figure.String())
	text := strings.Split(v.Text(benefit.English), "\n")
	assert.Contains(t, text[0], "tables file county-2020")
	assert.Contains(t, text[1], "differs: dibao.payment.yuan was 220.00 and is 250.00")
	assert.Equal(t, "figure differs: dibao-line@430223/rural was at least 4320.00 yuan a year and is 4500.00 yuan a year (tables file county-2020, item 2)", text[len(text)-1])

	// Back again: the file that the decision rests on is missing. Its content may differ, too.
	county, err := countyTables(t).At(on)
	require.NoError(t, err)
	explained, err := assistance.Explain(county, h)
	require.NoError(t, err)
	v, err = assistance.Verify(explained, h, nil)
	require.NoError(t, err)
	assert.Contains(t, v.Text(benefit.English), "tables file county-2020 ("+explained.Tables[0].SHA256.String()[:12]+"), which the decision rests on, is missing")
	assert.Contains(t, v.Text(benefit.Chinese), "缺少原决定所依据的数据表county-2020")
	explained.Tables[0].SHA256[0]++
	v, err = assistance.Verify(explained, h, countyTables(t))
	require.NoError(t, err)
	assert.True(t, v.Same())
	assert.Contains(t, v.Text(benefit.English), "tables file county-2020 has other content")

	// An earlier version, and another reading.
	earlier := old
	earlier.DataVersion, earlier.Digest[0] = "2019.1", old.Digest[0]+1
	v, err = assistance.Verify(earlier, h, nil)
	require.NoError(t, err)
	assert.True(t, v.Same())
	assert.Equal(t, "another data version: 2019.1 then, "+standards.DataVersion+" now\nverified: on 2020-10-01 household h-17 is decided as it was", v.Text(benefit.English))
	v, err = assistance.Verify(old, h, standards.Published().Choose(standards.FloorExact))
	require.NoError(t, err)
	assert.Contains(t, v.Text(benefit.English), "other standards or readings")
	assert.Contains(t, v.Fields, assistance.FieldDifference{Path: "readings.floor-as-line", Then: "may-be-higher", Now: "exact"})

	_, err = assistance.Verify(assistance.Decision{}, h, nil)
	assert.ErrorAs(t, err, new(*standards.DayError))
	_, err = assistance.Verify(old, assistance.Household{}, nil)
	assert.ErrorAs(t, err, new(assistance.Errors))
}

// Rates and tekun amounts that differ are named, with the row that states them now.
func TestVerifyNamesTheRow(t *testing.T) {
	var c struct{ Household assistance.Household }
	readCase(t, "tekun-elder", &c)
	from := standards.Day(2020, time.January, 1)
	set, err := countyTables(t).At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	old, err := assistance.Explain(set, c.Household)
	require.NoError(t, err)
	raised, err := countyTables(t).With(standards.Overlay{ID: "draft-2020", Kind: standards.Draft, Rows: []standards.Standard{
		{Key: standards.Key(standards.TekunCare), Place: standards.Youxian, Of: "partial", Amount: standards.Fen(320_00, standards.PerMonth), From: from, Basis: standards.Basis{Clause: "7"}},
		{Key: standards.Key(standards.TekunElderAge), Place: standards.Youxian, Number: standards.Whole(65), From: from},
		{Key: standards.Key(standards.DibaoTopUp), Place: standards.Youxian, Of: "serious-illness", Number: standards.Percent(20), From: from},
	}})
	require.NoError(t, err)
	v, err := assistance.Verify(old, c.Household, raised)
	require.NoError(t, err)
	var figures []string
	for _, f := range v.Figures {
		figures = append(figures, f.Figure.String())
	}
	assert.ElementsMatch(t, []string{"tekun-elder-age@430223", "tekun-care@430223/partial", "dibao-topup@430223/serious-illness"}, figures)
	assert.Contains(t, v.Text(benefit.Chinese), "标准不同：tekun-care@430223/partial 原为每月不低于300.00元，现为每月320.00元（数据表draft-2020第7项）")
}
