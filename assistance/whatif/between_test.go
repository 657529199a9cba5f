package whatif_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// completed states what is open at random, one fact after the other: those that a decision needs, and the counting of members of whom
// both was tried.
func completed(t *testing.T, f families.Families, set *standards.Set, h assistance.Household) (assistance.Household, assistance.Decision) {
	h.Members = slices.Clone(h.Members)
	if h.Residence == 0 { // payments may differ where verdicts do not
		h.Residence = standards.Residence(1 + f.IntN(2))
	}
	for {
		d, err := assistance.Explain(set, h)
		require.NoError(t, err)
		if !completeOne(f, set, &h, d.Needs) && !completeCounting(f, &h, d.Steps) {
			for _, n := range d.Needs {
				assert.Zero(t, n.Fact, "not completed")
			}
			return h, d
		}
	}
}

func completeCounting(f families.Families, h *assistance.Household, steps []benefit.Step) bool {
	for i := range h.Members {
		m := &h.Members[i]
		open := slices.ContainsFunc(steps, func(s benefit.Step) bool { return slices.Contains(s.In, m.ID) || slices.Contains(s.Out, m.ID) })
		if open && m.Counted == 0 {
			m.Counted = standards.Answer(1 + f.IntN(2))
			return true
		}
	}
	return false
}

func completeOne(f families.Families, set *standards.Set, h *assistance.Household, needs []benefit.Need) bool {
	for _, n := range needs {
		i := slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == n.Member })
		switch {
		case n.Fact == benefit.PropertyFact && i < 0 && h.Property == 0:
			h.Property = benefit.Property(1 + f.IntN(2))
		case n.Fact == benefit.PropertyFact && i >= 0 && h.Members[i].Property == 0:
			h.Members[i].Property = benefit.Property(1 + f.IntN(2))
		case n.Fact == benefit.LowIncomePropertyFact && h.LowIncomeProperty == 0:
			h.LowIncomeProperty = benefit.Property(1 + f.IntN(2))
		case n.Fact == benefit.OverLineSinceFact && h.OverLineSince.IsZero():
			h.OverLineSince = families.Pick(f, set.Day(), set.Day().Previous(), standards.Day(2019, time.June, 1), standards.Day(2020, time.January, 15))
		case n.Fact == benefit.CountedFact && h.Members[i].Counted == 0:
			h.Members[i].Counted = standards.Answer(1 + f.IntN(2))
		case n.Fact == benefit.IncomeFact && h.Members[i].Income == nil:
			if h.Members[i].Income = f.Incomes(); h.Members[i].Income == nil {
				h.Members[i].Income = otherIncome(f.Int64N(12000_00))
			}
		case n.Fact == benefit.LongTermCareFact && h.Members[i].Disability.LongTermCare == 0:
			h.Members[i].Disability.LongTermCare = standards.Answer(1 + f.IntN(2))
		case n.Fact == benefit.SelfCareFact && h.Members[i].SelfCare == 0:
			h.Members[i].SelfCare = eldercare.SelfCare(1 + f.IntN(3))
		case n.Fact == benefit.ComponentsFact && h.Members[i].Disability.Components == nil:
			c := &h.Members[i].Disability
			order := f.Perm(6)
			c.Components = []disability.Component{{Category: disability.Category(1 + order[0]), Grade: c.Grade}}
			for _, other := range order[1 : 2+f.IntN(3)] {
				c.Components = append(c.Components, disability.Component{Category: disability.Category(1 + other), Grade: c.Grade + f.IntN(5-c.Grade)})
			}
		default:
			continue
		}
		return true
	}
	return false
}

// Every completion of the facts that are needed lies between the least and the most.
func TestEveryCompletionLiesBetween(t *testing.T) {
	f := families.New(99)
	wide, bounded := 0, 0
	families.Each(t, func(set *standards.Set, h assistance.Household) {
		r, err := whatif.Between(set, h)
		require.NoError(t, err)
		if r.Exceeded {
			return
		}
		d, err := assistance.Assess(set, h)
		require.NoError(t, err)
		ok := assert.LessOrEqual(t, d.Total.Amount.Fen(), r.Least.Fen(), "what is due in any case")
		if d.Total.Bound == standards.Exactly {
			ok = ok && assert.Equal(t, whatif.Range{Least: d.Total.Amount, Most: d.Total.Amount}, r)
		}
		for range 4 {
			c, then := completed(t, f, set, h)
			total := then.Total
			if total.Bound == standards.Exactly {
				ok = ok && assert.LessOrEqual(t, r.Least.Fen(), total.Amount.Fen())
			}
			if r.Most.Stated() {
				ok = ok && assert.Equal(t, standards.Exactly, total.Bound) && assert.LessOrEqual(t, total.Amount.Fen(), r.Most.Fen())
			}
			if !ok {
				from, _ := json.Marshal(h)
				to, _ := json.Marshal(c)
				t.Logf("%s on %s\n%s\n%s\n%+v", r.Text(benefit.English), set.Day(), from, to, then)
				return
			}
		}
		if r.Least != r.Most && r.Most.Stated() {
			wide++
		}
		if r.Most.Stated() {
			bounded++
		}
	})
	assert.Greater(t, wide, 15, "households with a range")
	assert.Greater(t, bounded, wide)
}

func TestBetween(t *testing.T) {
	born := standards.Day(1980, time.May, 5)
	severe := disability.Certificate{Category: disability.Physical, Grade: 1}
	none := []assistance.Income{}
	for _, c := range []struct {
		name    string
		h       assistance.Household
		day     standards.Date
		chinese string
		english string
	}{
		{"nothing is needed", assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{{ID: "a", Born: born, Income: none}}},
			standards.Day(2020, time.October, 1), "每月600.00元", "600.00 yuan a month"},
		{"property", assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Members: []assistance.Member{{ID: "a", Born: born, Income: none, Disability: severe}}},
			standards.Day(2020, time.October, 1), "每月100.00元至800.00元之间", "between 100.00 and 800.00 yuan a month"},
		{"a floor has no upper end", assistance.Household{Division: standards.Youxian, Residence: standards.Rural, Members: []assistance.Member{{ID: "a", Born: born, Income: none}}},
			standards.Day(2020, time.October, 1), "每月不低于0.00元", "at least 0.00 yuan a month"},
		{"tekun or dibao", assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Members: []assistance.Member{{ID: "a", Born: standards.Day(1950, time.May, 5), Income: none, Support: benefit.NoSupporters}}},
			standards.Day(2020, time.October, 1), "每月不低于0.00元", "at least 0.00 yuan a month"},
		{"income refuses whatever the property", assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Members: []assistance.Member{
			{ID: "a", Born: born, Income: []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(3000_00, standards.PerMonth)}}}}},
			standards.Day(2020, time.May, 1), "每月0.00元", "0.00 yuan a month"},
		{"property of a low-income family", assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Members: []assistance.Member{{ID: "a", Born: born, Income: none, Disability: severe},
			{ID: "b", Born: born, Income: []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(1300_00, standards.PerMonth)}}}}},
			standards.Day(2020, time.October, 1), "每月100.00元至800.00元之间", "between 100.00 and 800.00 yuan a month"},
		{"an income not stated", assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{{ID: "a", Born: born}}},
			standards.Day(2020, time.October, 1), "每月0.00元至600.00元之间", "between 0.00 and 600.00 yuan a month"},
		{"who counts", assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{{ID: "a", Born: born, Income: none},
			{ID: "b", Born: born, Relation: benefit.Sibling, Income: none}}},
			standards.Day(2020, time.October, 1), "每月600.00元至1200.00元之间", "between 600.00 and 1200.00 yuan a month"},
	} {
		set, err := standards.At(c.day)
		require.NoError(t, err)
		r, err := whatif.Between(set, c.h)
		require.NoError(t, err)
		assert.Equal(t, c.chinese, r.Text(benefit.Chinese), c.name)
		assert.Equal(t, c.english, r.Text(benefit.English), c.name)
	}
	assert.Equal(t, "not stated", whatif.Range{}.Text(benefit.English))
	_, err := whatif.Between(nil, assistance.Household{})
	assert.Error(t, err)
}

// An income not stated is tried beside those alone that count, and of a kind that ends tekun and does not count for dibao.
func TestBetweenTriesTheIncomesThatMatter(t *testing.T) {
	for _, c := range []struct {
		day      standards.Date
		tables   *standards.Tables
		open     string
		complete assistance.Income
	}{
		{standards.Day(2020, time.October, 1), standards.Published(), // m1 does not count: m0 beside m2 alone is a low-income family
			`{"id":"h","division":"430204","residence":"urban","property":"over","onDibao":"no","lowIncomeProperty":"within","members":[
			{"id":"m0","born":"1962-02-16","disability":{"category":"hearing","grade":1}},
			{"id":"m1","born":"1967-09-16","counted":"no","income":[{"kind":"business","yuan":"34222.17","per":"year"}]},
			{"id":"m2","born":"1995-08-11","income":[{"kind":"basic-pension","yuan":"14399.99","per":"year"}]}]}`,
			assistance.Income{Kind: standards.OtherIncome, Amount: standards.Fen(1239_10, standards.PerYear)}},
		{standards.Day(2020, time.February, 29), families.CountyTables(t), // a veterans' pension ends tekun, and dibao is due with a top-up
			`{"id":"h","division":"430211","residence":"urban","property":"within","onDibao":"no","members":[
			{"id":"m0","born":"1970-06-04","property":"within","disability":{"category":"intellectual","grade":2},"seriousIllness":"yes","support":"incapable","selfCare":"full"}]}`,
			assistance.Income{Kind: standards.VeteransPension, Amount: standards.Fen(19117_63, standards.PerYear)}},
	} {
		set, err := c.tables.At(c.day)
		require.NoError(t, err)
		var h assistance.Household
		require.NoError(t, json.Unmarshal([]byte(c.open), &h))
		r, err := whatif.Between(set, h)
		require.NoError(t, err)
		h.Members[0].Income = []assistance.Income{c.complete}
		d, err := assistance.Assess(set, h)
		require.NoError(t, err)
		assert.Equal(t, standards.Exactly, d.Total.Bound)
		assert.LessOrEqual(t, r.Least.Fen(), d.Total.Amount.Fen())
		assert.GreaterOrEqual(t, r.Most.Fen(), d.Total.Amount.Fen())
		assert.True(t, r.Most.Stated())
	}
}

// The costs of working come off those of the household's own kind of hukou first: where that is not stated, the range holds both payments
// (57号 art. 13; R7, each group by itself).
func TestBetweenAsksWhoseCostsOfWorking(t *testing.T) {
	tables := standards.Published().Choose(standards.EachGroup, standards.UntilReplaced)
	set, err := tables.At(standards.Day(2021, time.August, 1))
	require.NoError(t, err)
	wages := func(yuan int64) []assistance.Income {
		return []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(yuan*100, standards.PerMonth)}}
	}
	h := assistance.Household{Division: standards.Hetang, Property: benefit.Within, JobCosts: standards.Fen(150_00, standards.PerMonth), Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1980, time.May, 5), Residence: standards.Urban, Income: wages(500)},
		{ID: "b", Born: standards.Day(1981, time.May, 5), Residence: standards.Rural, Income: wages(700)}}}
	between, err := whatif.Between(set, h)
	require.NoError(t, err)
	for _, r := range standards.Residences() {
		stated := h
		stated.Residence = r
		d, err := assistance.Assess(set, stated)
		require.NoError(t, err)
		assert.Equal(t, standards.Exactly, d.Total.Bound)
		if r == standards.Urban {
			assert.Equal(t, d.Total.Amount, between.Most, "off the lower wages: more is due")
		} else {
			assert.Equal(t, d.Total.Amount, between.Least)
		}
	}
	assert.NotEqual(t, between.Least, between.Most)
}

// A household with too many open facts is said to be one.
func TestBetweenIsBounded(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	h := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban}
	for i := range assistance.MaxMembers {
		h.Members = append(h.Members, assistance.Member{ID: fmt.Sprint(i), Born: standards.Day(1950, time.May, 5), Support: benefit.NoSupporters,
			Disability: disability.Certificate{Category: disability.Multiple, Grade: 2}})
	}
	r, err := whatif.Between(set, h)
	require.NoError(t, err)
	assert.Equal(t, whatif.Range{Least: standards.Fen(0, standards.PerMonth), Exceeded: true}, r)
	h.Members = h.Members[:1]
	r, tried, err := whatif.BetweenWithin(set, h, whatif.MaxCompletions)
	require.NoError(t, err)
	assert.False(t, r.Exceeded)
	assert.Positive(t, tried)
	same, _, err := whatif.BetweenWithin(set, h, tried)
	require.NoError(t, err)
	assert.Equal(t, r, same, "as many as there are suffice")
	less, spent, err := whatif.BetweenWithin(set, h, tried-1)
	require.NoError(t, err)
	assert.True(t, less.Exceeded)
	assert.Equal(t, tried-1, spent)
}
