package verify_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func readCase(t testing.TB, name string, c any) {
	data, err := os.ReadFile("../testdata/explain/" + name + ".json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, c))
}

// A decision read back from JSON, with steps or without, stands.
func TestVerifySame(t *testing.T) {
	families.Each(t, func(set *standards.Set, h assistance.Household) {
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
		v, err := verify.Decision(old, h, set.Tables())
		require.NoError(t, err)
		assert.True(t, v.Same() && v.SameStandards(), v.Text(benefit.English))
		assert.Empty(t, v.Figures)
		assert.Contains(t, v.Text(benefit.English), "verified: on "+set.Day().String())
		assert.Contains(t, v.Text(benefit.Chinese), "复核一致")
	})
}

// Whatever word of a decision is changed, that field is named.
func TestVerifyNamesTheField(t *testing.T) {
	h := families.Youxian(t)
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
		v, err := verify.Decision(old, h, nil)
		require.NoError(t, err)
		assert.False(t, v.Same())
		assert.Contains(t, v.Fields, verify.FieldDifference{Path: c.path, Then: c.then, Now: c.now})
		assert.Contains(t, v.Text(benefit.English), "differs: "+c.path+" was ")
		assert.Contains(t, v.Text(benefit.Chinese), "不同："+c.path+" 原为")
	}
}

// The household and the tables are told first, then the fields, then the rows.
func TestVerifyOthers(t *testing.T) {
	h := families.Youxian(t)
	on := standards.Day(2020, time.October, 1)
	published, err := standards.At(on)
	require.NoError(t, err)
	old, err := assistance.Assess(published, h)
	require.NoError(t, err)

	other := h
	other.ID = "h-18"
	v, err := verify.Decision(old, other, nil)
	require.NoError(t, err)
	assert.False(t, v.Same())
	assert.Equal(t, "another household: the decision is of h-17, the household handed in is h-18", v.Text(benefit.English))
	assert.Empty(t, v.Fields)

	changed := h
	changed.Members = slices.Clone(h.Members)
	changed.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(400_00, standards.PerMonth)}}
	v, err = verify.Decision(old, changed, nil)
	require.NoError(t, err)
	assert.False(t, v.Same())
	assert.True(t, v.FactsChanged)
	assert.Contains(t, v.Fields, verify.FieldDifference{Path: "dibao.payment.yuan", Then: "220.00", Now: "320.00"})
	assert.True(t, strings.HasPrefix(v.Text(benefit.English), "the household is not stated as it was (digest "+old.Input.String()[:12]))
	assert.True(t, strings.HasPrefix(v.Text(benefit.Chinese), "家庭情况与原决定不同"))

	v, err = verify.Decision(old, h, families.CountyTables(t))
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
	county, err := families.CountyTables(t).At(on)
	require.NoError(t, err)
	explained, err := assistance.Explain(county, h)
	require.NoError(t, err)
	v, err = verify.Decision(explained, h, nil)
	require.NoError(t, err)
	assert.Contains(t, v.Text(benefit.English), "tables file county-2020 ("+explained.Tables[0].SHA256.String()[:12]+"), which the decision rests on, is missing")
	assert.Contains(t, v.Text(benefit.Chinese), "缺少原决定所依据的数据表county-2020")
	explained.Tables[0].SHA256[0]++
	v, err = verify.Decision(explained, h, families.CountyTables(t))
	require.NoError(t, err)
	assert.True(t, v.Same())
	assert.False(t, v.SameStandards())
	assert.Contains(t, v.Text(benefit.English), "tables file county-2020 has other content")
	assert.Contains(t, v.Text(benefit.English), "\ndecided alike: on 2020-10-01 household h-17 comes to the same under the standards at hand")

	// An earlier version, and another reading.
	earlier := old
	earlier.DataVersion, earlier.Digest[0] = "2019.1", old.Digest[0]+1
	v, err = verify.Decision(earlier, h, nil)
	require.NoError(t, err)
	assert.True(t, v.Same())
	assert.False(t, v.SameStandards())
	assert.Equal(t, "another data version: 2019.1 then, "+standards.DataVersion+" now\ndecided alike: on 2020-10-01 household h-17 comes to the same under the standards at hand; "+
		"they are not those that the decision names, which remain unchecked", v.Text(benefit.English))
	v, err = verify.Decision(old, h, standards.Published().Choose(standards.FloorExact))
	require.NoError(t, err)
	assert.Contains(t, v.Text(benefit.English), "other standards or readings")
	assert.Contains(t, v.Fields, verify.FieldDifference{Path: "readings.floor-as-line", Then: "may-be-higher", Now: "exact"})

	_, err = verify.Decision(assistance.Decision{}, h, nil)
	assert.ErrorAs(t, err, new(*standards.DayError))
	_, err = verify.Decision(old, assistance.Household{}, nil)
	assert.ErrorAs(t, err, new(assistance.Errors))
}

// Rates and tekun amounts that differ are named, with the row that states them now.
func TestVerifyNamesTheRow(t *testing.T) {
	var c struct{ Household assistance.Household }
	readCase(t, "tekun-elder", &c)
	from := standards.Day(2020, time.January, 1)
	set, err := families.CountyTables(t).At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	old, err := assistance.Explain(set, c.Household)
	require.NoError(t, err)
	raised, err := families.CountyTables(t).With(standards.Overlay{ID: "draft-2020", Kind: standards.Draft, Rows: []standards.Standard{
		{Key: standards.Key(standards.TekunCare), Place: standards.Youxian, Of: "partial", Amount: standards.Fen(320_00, standards.PerMonth), From: from, Basis: standards.Basis{Clause: "7"}},
		{Key: standards.Key(standards.TekunElderAge), Place: standards.Youxian, Number: standards.Whole(65), From: from},
		{Key: standards.Key(standards.DibaoTopUp), Place: standards.Youxian, Of: "serious-illness", Number: standards.Percent(20), From: from},
	}})
	require.NoError(t, err)
	v, err := verify.Decision(old, c.Household, raised)
	require.NoError(t, err)
	var figures []string
	for _, f := range v.Figures {
		figures = append(figures, f.Figure.String())
	}
	assert.ElementsMatch(t, []string{"tekun-elder-age@430223", "tekun-care@430223/partial", "dibao-topup@430223/serious-illness"}, figures)
	assert.Contains(t, v.Text(benefit.Chinese), "标准不同：tekun-care@430223/partial 原为每月不低于300.00元，现为每月320.00元（数据表draft-2020第7项）")
}

// The months of grace are a figure, and named by their row.
func TestVerifyNamesTheMonthsOfGrace(t *testing.T) {
	under := func(months int64) *standards.Tables {
		from := standards.Day(2020, time.January, 1)
		tables, err := standards.Published().With(standards.Overlay{ID: "youxian", Kind: standards.Supplement, Rows: []standards.Standard{
			{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural, Amount: standards.Fen(4800_00, standards.PerYear), From: from},
			{Key: standards.Key(standards.GraceMonths), Place: standards.Youxian, Residence: standards.Rural, Number: standards.Whole(months), From: from},
		}})
		require.NoError(t, err)
		return tables
	}
	h := assistance.Household{ID: "x", Division: standards.Youxian, Residence: standards.Rural, Property: benefit.Within,
		OnDibao: standards.Yes, OverLineSince: standards.Day(2020, time.May, 1),
		Members: []assistance.Member{{ID: "a", Born: standards.Day(1980, time.January, 1),
			Income: []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(500_00, standards.PerMonth)}}}}}
	set, err := under(12).At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	old, err := assistance.Explain(set, h)
	require.NoError(t, err)
	v, err := verify.Decision(old, h, under(3))
	require.NoError(t, err)
	require.Len(t, v.Figures, 1)
	assert.Equal(t, "grace-months@430223/rural", v.Figures[0].Figure.String())
	assert.Equal(t, standards.Whole(12), v.Figures[0].Then.Number)
	assert.Equal(t, standards.Whole(3), v.Figures[0].Now.Number)
}

// A decision names what it rests on (design, section 5: "digest of the set", "tables"). Where that is not what it is verified under, no text
// says that it is verified.
func TestVerifySaysWhatIsVerified(t *testing.T) {
	h := families.Youxian(t)
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	made, err := assistance.Assess(set, h)
	require.NoError(t, err)
	v, err := verify.Decision(made, h, nil)
	require.NoError(t, err)
	assert.True(t, v.Same() && v.SameStandards())
	assert.Equal(t, "verified: on 2020-10-01 household h-17 is decided as it was", v.Text(benefit.English))
	for _, c := range []struct {
		name   string
		change func(*assistance.Decision)
		says   string
	}{
		{"digest", func(d *assistance.Decision) { d.Digest = standards.Digest{1} }, "other standards or readings (digest 010000000000 then, "},
		{"digest left out", func(d *assistance.Decision) { d.Digest = standards.Digest{} }, "other standards or readings (digest - then, "},
		{"tables", func(d *assistance.Decision) {
			d.Tables = []standards.TableRef{{ID: "x", Kind: standards.Draft}}
		}, "tables file x (-), which the decision rests on, is missing"},
		{"data version", func(d *assistance.Decision) { d.DataVersion = "2020.0" }, "another data version: 2020.0 then"},
	} {
		forged := made
		c.change(&forged)
		v, err := verify.Decision(forged, h, nil)
		require.NoError(t, err, c.name)
		assert.True(t, v.Same(), "standards that differ in what the decision does not rest on do not matter")
		assert.False(t, v.SameStandards(), c.name)
		text := v.Text(benefit.English)
		assert.Contains(t, text, c.says)
		assert.NotContains(t, text, "verified")
		assert.NotContains(t, v.Text(benefit.Chinese), "复核一致")
		assert.Contains(t, v.Text(benefit.Chinese), "结果相同")
	}
	forged := made
	forged.Input = standards.Digest{1}
	v, err = verify.Decision(forged, h, nil)
	require.NoError(t, err)
	assert.False(t, v.Same())
	assert.Contains(t, v.Text(benefit.English), "\ndecided alike: on 2020-10-01 household h-17 is decided as it was nevertheless")
}

// A household without an id is called so, whichever side it stands on; "-" is an id like any other.
func TestVerifyWithoutID(t *testing.T) {
	h := families.Youxian(t)
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	anonymous, dash := h, h
	anonymous.ID, dash.ID = "", "-"
	for _, c := range []struct {
		then, now assistance.Household
		says      string
	}{
		{anonymous, h, "another household: the decision is of (no id), the household handed in is h-17"},
		{h, anonymous, "another household: the decision is of h-17, the household handed in is (no id)"},
		{dash, anonymous, "another household: the decision is of -, the household handed in is (no id)"},
		{anonymous, anonymous, "verified: on 2020-10-01 household (no id) is decided as it was"},
	} {
		old, err := assistance.Assess(set, c.then)
		require.NoError(t, err)
		v, err := verify.Decision(old, c.now, nil)
		require.NoError(t, err)
		assert.Equal(t, c.says, v.Text(benefit.English))
	}
}

// "Every decision can show its steps: what was compared with what" (design, section 1.5): texts that are not what the steps say, and
// steps, members or assumptions in another order, are told. They are read all the same, and written again as they were read.
func TestVerifyTextsAndOrder(t *testing.T) {
	h := families.Youxian(t)
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	d, err := assistance.Explain(set, families.Youxian(t))
	require.NoError(t, err)
	data, err := json.Marshal(d)
	require.NoError(t, err)
	text := string(data)
	var made assistance.Decision
	require.NoError(t, json.Unmarshal([]byte(text), &made))
	check := func(old assistance.Decision) verify.Verification {
		v, err := verify.Decision(old, h, nil)
		require.NoError(t, err)
		return v
	}
	v := check(made)
	require.True(t, v.Same(), v.Text(benefit.English))

	for _, c := range []struct{ language, from, to string }{
		{"en", "= at least 220.00 a month", "= at least 9999.00 a month"},
		{"zh", "折合每月不低于220.00元", "折合每月不低于9999.00元"},
	} {
		require.Equal(t, 1, strings.Count(text, c.from))
		var altered assistance.Decision
		require.NoError(t, json.Unmarshal([]byte(strings.Replace(text, c.from, c.to, 1)), &altered))
		v := check(altered)
		assert.False(t, v.Same())
		require.Len(t, v.Fields, 1)
		assert.Equal(t, "steps[dibao-payment]."+c.language, v.Fields[0].Path)
		assert.Contains(t, v.Fields[0].Then, c.to)
		assert.Contains(t, v.Fields[0].Now, c.from)
		written, err := json.Marshal(altered)
		require.NoError(t, err)
		assert.Contains(t, string(written), c.to, "what is decoded is what was encoded")
	}
	require.Error(t, json.Unmarshal([]byte(strings.Replace(text, `"en":"`, `"en":"","EN":"`, 1)), new(assistance.Decision)))
	assert.ErrorContains(t, json.Unmarshal([]byte(`{"code":"total","result":"computed","zh":"","en":"x"}`), new(benefit.Step)), "required field is missing at zh")

	for _, c := range []struct {
		path    string
		reorder func(*assistance.Decision)
	}{
		{"steps", func(d *assistance.Decision) { slices.Reverse(d.Steps) }},
		{"members", func(d *assistance.Decision) { slices.Reverse(d.Members) }},
		{"assumed", func(d *assistance.Decision) { d.Assumed[0], d.Assumed[1] = d.Assumed[1], d.Assumed[0] }},
	} {
		var altered assistance.Decision
		require.NoError(t, json.Unmarshal([]byte(text), &altered))
		c.reorder(&altered)
		v := check(altered)
		assert.False(t, v.Same(), c.path)
		require.Len(t, v.Fields, 1)
		assert.Equal(t, c.path, v.Fields[0].Path)
	}
	reversed := made
	reversed.Members = []assistance.MemberDecision{made.Members[1], made.Members[0]}
	v = check(reversed)
	assert.Equal(t, verify.FieldDifference{Path: "members", Then: "son, father", Now: "father, son"}, v.Fields[0])
	for range 3 { // the same element over and over, one that looks like its second, and none of it makes Verify stumble
		reversed.Members = append(reversed.Members, assistance.MemberDecision{ID: "son"}, assistance.MemberDecision{ID: "son 2"})
		v = check(reversed)
		assert.False(t, v.Same())
	}
}

// What was filled in is listed beside what the law takes for granted, in the order of the facts and of the members; a decision that
// lists it is verified with the same facts filled in.
func TestAssume(t *testing.T) {
	open := families.Youxian(t)
	open.Property = 0
	filled := open
	filled.Property = benefit.Within
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	d, err := assistance.Assess(set, filled)
	require.NoError(t, err)
	lawful := slices.Clone(d.Assumed)
	property := benefit.Assumption{Fact: benefit.PropertyFact, As: "within"}
	scheme := benefit.Assumption{Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"father"}}
	d.Assume(scheme, benefit.Assumption{Fact: benefit.PropertyFact, As: "over", Members: []string{"son"}}, property)
	require.Equal(t, benefit.Assumption{Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"father", "son"}}, d.Assumed[0])
	assert.Equal(t, []string{"son"}, lawful[0].Members, "what was listed is not written to")
	at := slices.IndexFunc(d.Assumed, func(a benefit.Assumption) bool { return a.Fact == benefit.PropertyFact })
	assert.Equal(t, []benefit.Assumption{property, {Fact: benefit.PropertyFact, As: "over", Members: []string{"son"}}}, d.Assumed[at:at+2], "the household's before the members' own")
	assert.True(t, slices.IsSortedFunc(d.Assumed, func(a, b benefit.Assumption) int { return int(a.Fact) - int(b.Fact) }))

	d.Assumed = lawful
	d.Assume(property)
	v, err := verify.Decision(d, filled, nil, property)
	require.NoError(t, err)
	assert.True(t, v.Same() && v.SameStandards(), v.Text(benefit.English))
	v, err = verify.Decision(d, filled, nil)
	require.NoError(t, err)
	assert.False(t, v.Same(), "a list that says more than was filled in")
	v, err = verify.Decision(d, open, nil)
	require.NoError(t, err)
	assert.True(t, v.FactsChanged)
	var nothing assistance.Decision
	nothing.Assume()
	assert.Equal(t, assistance.Decision{}, nothing)
}
