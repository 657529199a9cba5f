package families

import (
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
	"github.com/stretchr/testify/require"
)

// tablesFiles are the tables files of the truth tables, made-up figures all of them.
var tablesFiles = map[string]string{
	// A line of 632 yuan, as in the overpayment that was really made.
	"632": `{"id":"632","kind":"draft","rows":[{"key":"dibao-line","place":"430211","yuan":"632","per":"month","from":"2020-01-01"}]}`,
	// A county's own figures for all that needs one.
	"county": `{"id":"county","kind":"supplement","rows":[
		{"key":"dibao-line","place":"430223","residence":"urban","yuan":"500","per":"month","from":"2020-01-01","until":"2020-11-01"},
		{"key":"dibao-line","place":"430223","residence":"rural","yuan":"4800","per":"year","from":"2020-01-01","until":"2020-11-01"}]}`,
	// A county's urban line alone: its rural one is still a floor.
	"town": `{"id":"town","kind":"supplement","rows":[{"key":"dibao-line","place":"430223","residence":"urban","yuan":"500","per":"month","from":"2020-01-01","until":"2020-11-01"}]}`,
	// Tekun: the basic standard and the care standards.
	"basic": `{"id":"basic","kind":"supplement","rows":[{"key":"tekun-basic","place":"430200","yuan":"780","per":"month","from":"2020-01-01"}]}`,
	"care": `{"id":"care","kind":"supplement","rows":[
		{"key":"tekun-care","place":"430200","of":"full","yuan":"80","per":"month","from":"2020-01-01"},
		{"key":"tekun-care","place":"430200","of":"partial","yuan":"240","per":"month","from":"2020-01-01"},
		{"key":"tekun-care","place":"430200","of":"none","yuan":"480","per":"month","bound":"at-least","from":"2020-01-01"}]}`,
	"grace":         `{"id":"grace","kind":"supplement","rows":[{"key":"grace-months","place":"430200","count":6,"from":"2020-01-01"}]}`,
	"grace-by-kind": `{"id":"grace-by-kind","kind":"supplement","rows":[{"key":"grace-months","place":"430200","residence":"urban","count":5,"from":"2020-01-01"}]}`,
	// Top-ups: sums, and a percent of the line.
	"topup": `{"id":"topup","kind":"supplement","rows":[
		{"key":"dibao-topup","place":"430200","of":"elderly","yuan":"50","per":"month","from":"2020-01-01"},
		{"key":"dibao-topup","place":"430200","of":"minor","yuan":"40","per":"month","from":"2020-01-01"},
		{"key":"dibao-topup","place":"430200","of":"severe-disability","percent":"10","from":"2020-01-01"},
		{"key":"dibao-topup","place":"430200","of":"serious-illness","yuan":"70","per":"month","bound":"at-least","from":"2020-01-01"}]}`,
	// What a draft may try: a least payment, and a payment by bands.
	"least": `{"id":"least","kind":"draft","rows":[{"key":"dibao-minimum","place":"430200","yuan":"50","per":"month","from":"2020-01-01"}]}`,
	"bands": `{"id":"bands","kind":"draft","rows":[
		{"key":"dibao-band","place":"430200","of":"0","yuan":"550","per":"month","from":"2020-01-01"},
		{"key":"dibao-band","place":"430200","of":"1200","yuan":"400","per":"month","from":"2020-01-01"}]}`,
	// A base line of its own for low-income families.
	"base":       `{"id":"base","kind":"supplement","rows":[{"key":"low-income-line","place":"430211","residence":"urban","yuan":"1000","per":"month","from":"2020-01-01"}]}`,
	"base-floor": `{"id":"base-floor","kind":"supplement","rows":[{"key":"low-income-line","place":"430211","residence":"urban","yuan":"1000","per":"month","bound":"at-least","from":"2020-01-01"}]}`,
	// Rates that are floors, bands by kind of hukou, top-ups from ages and down to grades of their own, and an average of a fen.
	"least-floor": `{"id":"least-floor","kind":"draft","rows":[{"key":"dibao-minimum","place":"430200","yuan":"50","per":"month","bound":"at-least","from":"2020-01-01"}]}`,
	"bands-by-kind": `{"id":"bands-by-kind","kind":"draft","rows":[
		{"key":"dibao-band","place":"430200","of":"0","yuan":"500","per":"month","from":"2020-01-01"},
		{"key":"dibao-band","place":"430200","of":"1200","residence":"urban","yuan":"400","per":"month","bound":"at-least","from":"2020-01-01"},
		{"key":"dibao-band","place":"430200","of":"2400","yuan":"300","per":"month","from":"2020-01-01"},
		{"key":"dibao-band","place":"430211","of":"2400","residence":"rural","yuan":"200","per":"month","from":"2020-01-01"}]}`,
	"topup-own": `{"id":"topup-own","kind":"supplement","rows":[
		{"key":"dibao-topup","place":"430200","of":"elderly/80","yuan":"80","per":"month","from":"2020-01-01"},
		{"key":"dibao-topup","place":"430200","of":"minor/6","yuan":"60","per":"month","from":"2020-01-01"},
		{"key":"dibao-topup","place":"430200","of":"severe-disability/1","yuan":"100","per":"month","from":"2020-01-01"}]}`,
	"average-of-a-fen": `{"id":"average-of-a-fen","kind":"draft","rows":[{"key":"average-assistance","place":"430200","residence":"urban","yuan":"0.01","per":"month","from":"2020-01-01"}]}`,
	"one-topup":        `{"id":"one-topup","kind":"supplement","rows":[{"key":"dibao-topup","place":"430200","of":"elderly","yuan":"50","per":"month","from":"2020-01-01"}]}`,
	"one-band":         `{"id":"one-band","kind":"draft","rows":[{"key":"dibao-band","place":"430200","of":"0","yuan":"550","per":"month","from":"2020-01-01"}]}`,
	// Lists that have an entry more, or one under a clause of their own.
	"lists": `{"id":"lists","kind":"draft","rows":[
		{"key":"dibao-not-counted","place":"430200","of":"child-spouse","from":"2020-01-01","clause":"1"},
		{"key":"not-examined","place":"430200","of":"prison","from":"2020-01-01","clause":"2"},
		{"key":"tekun-not-with","place":"430200","of":"unattended-topped-up","from":"2020-01-01","clause":"3"},
		{"key":"tekun-not-income","place":"430200","of":"relief","from":"2020-01-01","clause":"4"}]}`,
	// The lines and rates of 2020 go on.
	"carry": `{"id":"carry","kind":"draft","carry":"2020-12-31","rows":[]}`,
}

var madeStandards sync.Map // by the text

// Standards reads a day, readings and tables files as in a ruling.
func Standards(t testing.TB, on string) *standards.Set {
	t.Helper()
	if made, ok := madeStandards.Load(on); ok {
		return made.(*standards.Set)
	}
	words := strings.Fields(on)
	tables := standards.Published()
	var choices []standards.Choice
	for _, word := range words[1:] {
		if name, ok := strings.CutPrefix(word, "+"); ok {
			require.Contains(t, tablesFiles, name)
			overlay, err := draft.Parse([]byte(tablesFiles[name]))
			require.NoError(t, err)
			tables, err = tables.With(overlay)
			require.NoError(t, err)
			continue
		}
		name, code, _ := strings.Cut(word, "=")
		reading, ok := standards.Parse[standards.Reading](name)
		require.True(t, ok, word)
		choice, ok := reading.Choose(code)
		require.True(t, ok, word)
		choices = append(choices, choice)
	}
	day, err := standards.ParseDate(words[0])
	require.NoError(t, err)
	set, err := tables.Choose(choices...).At(day)
	require.NoError(t, err)
	madeStandards.Store(on, set)
	return set
}

// Stated reads a household written as in a ruling of a truth table.
func Stated(t testing.TB, text string) assistance.Household {
	t.Helper()
	parts := strings.Split(text, ";")
	h := assistance.Household{ID: "h"}
	for _, word := range strings.Fields(parts[0]) {
		require.True(t, stateOfHousehold(t, &h, word), "%q in %q", word, text)
	}
	for _, part := range parts[1:] {
		words := strings.Fields(part)
		m := assistance.Member{ID: words[0], Born: standards.Date{Year: 1980, Month: 1, Day: 1},
			Income: []assistance.Income{}}
		for _, word := range words[1:] {
			require.True(t, stateOfMember(t, &m, word), "%q in %q", word, text)
		}
		h.Members = append(h.Members, m)
	}
	return h
}

// parsed sets into to what parse makes of s.
func parsed[T any](into *T, s string, parse func(string) (T, bool)) bool {
	v, ok := parse(s)
	if ok {
		*into = v
	}
	return ok
}

func stateOfHousehold(t testing.TB, h *assistance.Household, word string) bool {
	name, value, _ := strings.Cut(word, "=")
	switch name {
	case "on-dibao":
		return parsed(&h.OnDibao, value, standards.Parse[standards.Answer])
	case "job-costs":
		h.JobCosts = amountIn(t, value)
		return true
	case "rigid-costs":
		h.RigidCosts = amountIn(t, value)
		return true
	case "low-income":
		return parsed(&h.LowIncomeProperty, value, lang.Read[benefit.Property])
	case "over-since":
		day, err := standards.ParseDate(value)
		h.OverLineSince = day
		return err == nil
	}
	return parsed(&h.Division, word, standards.ParseDivision) ||
		parsed(&h.Residence, word, standards.Parse[standards.Residence]) ||
		parsed(&h.Property, word, lang.Read[benefit.Property]) || incomeIn(t, &h.Income, name, value)
}

func stateOfMember(t testing.TB, m *assistance.Member, word string) bool {
	name, value, _ := strings.Cut(word, "=")
	switch {
	case word == "income=?":
		m.Income = nil
		return true
	case name == "counted":
		return parsed(&m.Counted, value, standards.Parse[standards.Answer])
	case name == "own":
		return parsed(&m.Property, value, lang.Read[benefit.Property])
	case name == "ill":
		return parsed(&m.SeriousIllness, value, standards.Parse[standards.Answer])
	case name == "support":
		return parsed(&m.Support, value, lang.Read[benefit.Support])
	case name == "self-care":
		return parsed(&m.SelfCare, value, standards.Parse[eldercare.SelfCare])
	case name == "injury":
		return parsed(&m.WorkInjuryNursing, value, standards.Parse[standards.Answer])
	case name == "long-term-care":
		return parsed(&m.Disability.LongTermCare, value, standards.Parse[standards.Answer])
	case name == "living":
		m.LivingAllowance = amountIn(t, value)
		return true
	case name == "nursing":
		m.NursingAllowance = amountIn(t, value)
		return true
	case name == "cannot":
		m.Cannot = []eldercare.Activity{}
		for a := range strings.SplitSeq(value, ",") {
			var one eldercare.Activity
			if a != "" && !parsed(&one, a, standards.Parse[eldercare.Activity]) {
				return false
			} else if a != "" {
				m.Cannot = append(m.Cannot, one)
			}
		}
		return true
	}
	if born, err := standards.ParseDate(word); err == nil {
		m.Born = born
		return true
	}
	return parsed(&m.Residence, word, standards.Parse[standards.Residence]) ||
		parsed(&m.Relation, word, lang.Read[benefit.Relation]) || parsed(&m.Absence, word, lang.Read[benefit.Absence]) ||
		parsed(&m.ChildScheme, word, lang.Read[benefit.ChildScheme]) || incomeIn(t, &m.Income, name, value) ||
		certificateIn(t, &m.Disability, word) ||
		parsed(&m.Division, word, func(s string) (standards.Place, bool) {
			if s == "elsewhere" {
				return standards.Elsewhere, true
			}
			return standards.ParseDivision(s)
		})
}

// incomeIn reads wages=500, wages=6000/year or wages=500x6.
func incomeIn(t testing.TB, list *[]assistance.Income, kind, value string) bool {
	var in assistance.Income
	if !parsed(&in.Kind, kind, standards.Parse[standards.IncomeKind]) {
		return false
	}
	value, months, part := strings.Cut(value, "x")
	if part {
		n, err := strconv.Atoi(months)
		require.NoError(t, err)
		in.Months = n
	}
	in.Amount = amountIn(t, value)
	*list = append(*list, in)
	return true
}

func amountIn(t testing.TB, text string) standards.Amount {
	t.Helper()
	yuan, per, _ := strings.Cut(text, "/")
	if per == "" {
		per = "month"
	}
	a, err := standards.ParseAmount(yuan, per)
	require.NoError(t, err, text)
	return a
}

// certificateIn reads mental-2, multiple-2, or multiple-2:visual-2,mental-4.
func certificateIn(t testing.TB, c *disability.Certificate, word string) bool {
	whole, components, open := strings.Cut(word, ":")
	one := func(text string) (category disability.Category, grade int, ok bool) {
		name, digit, _ := strings.Cut(text, "-")
		category, ok = standards.Parse[disability.Category](name)
		grade, _ = strconv.Atoi(digit)
		return
	}
	category, grade, ok := one(whole)
	if !ok {
		return false
	}
	c.Category, c.Grade = category, grade
	if !open {
		return true
	}
	for text := range strings.SplitSeq(components, ",") {
		category, grade, ok := one(text)
		require.True(t, ok, word)
		c.Components = append(c.Components, disability.Component{Category: category, Grade: grade})
	}
	return true
}
