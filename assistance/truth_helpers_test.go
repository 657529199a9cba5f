package assistance_test

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// A ruling is one row of a truth table: the words of the law that it rests on, what it shows, the day, a household, and what is said of it.
//
// A clause is an article of a text (649号 9: article 9 of order 649; 220号 and 57号: the dibao measures of 2012 and 2021; 43号 and "2016 text": those
// on tekun; 69号 and 62号; 2020-08: the opinions of August 2020), an item of the city's document, a reading (R1 to R15), or where several texts meet
// the section or step of law.md (law 4.3).
//
// The day is followed by the readings chosen (rounding=up-to-yuan) and the tables files laid over the published rows (+county).
//
// A household is written "Tianyuan urban within; a wages=500; b 2010-05-01 physical-1": the division, the facts of the household, then its
// members. A member without a date of birth was born on 1980-01-01; one without incomes has none. Sums are yuan a month: wages=500; or yuan a
// year: wages=6000/year; or yuan a month in some months: wages=500x6.
//
// What is wanted is a list: "dibao eligible 100.00; a nursing ineligible; total 100.00". A sum with + is "at least"; "needs" and "lines" name
// all there are, "waits" each need with the parts that wait for it; "assumes", "reads" and "reads-not" name some.
type ruling struct{ clause, name, on, household, want string }

func rule(t *testing.T, rows []ruling) {
	t.Helper()
	names := map[string]bool{}
	for _, row := range rows {
		require.False(t, names[row.name], "two rows are named %q", row.name)
		names[row.name] = true
		require.NotEmpty(t, row.clause, row.name)
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			set := standardsOf(t, row.on)
			h := householdOf(t, row.household)
			d, err := assistance.Assess(set, h)
			require.NoError(t, err)
			for want := range strings.SplitSeq(row.want, "; ") {
				assert.Equal(t, want, said(t, d, want), "%s\non %s: %s\nall: %s", row.clause, row.on, row.household, everything(d))
			}
		})
	}
}

// decided decides one household on one day, both written as in a ruling.
func decided(t testing.TB, on, household string) assistance.Decision {
	t.Helper()
	d, err := assistance.Assess(standardsOf(t, on), householdOf(t, household))
	require.NoError(t, err, household)
	return d
}

var madeStandards sync.Map // by the text

// standardsOf reads a day, readings and tables files as in a ruling.
func standardsOf(t testing.TB, on string) *standards.Set {
	t.Helper()
	if made, ok := madeStandards.Load(on); ok {
		return made.(*standards.Set)
	}
	words := strings.Fields(on)
	tables := standards.Published()
	var choices []standards.Choice
	for _, word := range words[1:] {
		if name, ok := strings.CutPrefix(word, "+"); ok {
			require.Contains(t, truthFiles, name)
			overlay, err := draft.Parse([]byte(truthFiles[name]))
			require.NoError(t, err)
			tables, err = tables.With(overlay)
			require.NoError(t, err)
			continue
		}
		name, code, _ := strings.Cut(word, "=")
		reading, ok := standards.ParseReading(name)
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

// householdOf reads a household as in a ruling.
func householdOf(t testing.TB, text string) assistance.Household {
	t.Helper()
	parts := strings.Split(text, ";")
	h := assistance.Household{ID: "h"}
	for _, word := range strings.Fields(parts[0]) {
		require.True(t, stateOfHousehold(t, &h, word), "%q in %q", word, text)
	}
	for _, part := range parts[1:] {
		words := strings.Fields(part)
		m := assistance.Member{ID: words[0], Born: standards.Date{Year: 1980, Month: 1, Day: 1}, Income: []assistance.Income{}}
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
		return parsed(&h.OnDibao, value, standards.ParseAnswer)
	case "job-costs":
		h.JobCosts = amountIn(t, value)
		return true
	}
	return parsed(&h.Division, word, standards.ParseDivision) || parsed(&h.Residence, word, standards.ParseResidence) ||
		parsed(&h.Property, word, benefit.ParseProperty) || incomeIn(t, &h.Income, name, value)
}

func stateOfMember(t testing.TB, m *assistance.Member, word string) bool {
	name, value, _ := strings.Cut(word, "=")
	switch {
	case word == "income=?":
		m.Income = nil
		return true
	case name == "counted":
		return parsed(&m.Counted, value, standards.ParseAnswer)
	case name == "own":
		return parsed(&m.Property, value, benefit.ParseProperty)
	case name == "ill":
		return parsed(&m.SeriousIllness, value, standards.ParseAnswer)
	case name == "support":
		return parsed(&m.Support, value, benefit.ParseSupport)
	case name == "self-care":
		return parsed(&m.SelfCare, value, eldercare.ParseSelfCare)
	case name == "injury":
		return parsed(&m.WorkInjuryNursing, value, standards.ParseAnswer)
	case name == "long-term-care":
		return parsed(&m.Disability.LongTermCare, value, standards.ParseAnswer)
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
			if a != "" && !parsed(&one, a, eldercare.ParseActivity) {
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
	return parsed(&m.Residence, word, standards.ParseResidence) || parsed(&m.Relation, word, benefit.ParseRelation) || parsed(&m.Absence, word, benefit.ParseAbsence) ||
		parsed(&m.ChildScheme, word, benefit.ParseChildScheme) || incomeIn(t, &m.Income, name, value) || certificateIn(t, &m.Disability, word) ||
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
	if !parsed(&in.Kind, kind, standards.ParseIncomeKind) {
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
		category, ok = disability.ParseCategory(name)
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

// said is what d says of what a ruling wants, in the words of rulings.
func said(t testing.TB, d assistance.Decision, want string) string {
	t.Helper()
	words := strings.Fields(want)
	listing := func(all []string) string { return strings.Join(append(words[:1:1], sortedOrNothing(all)...), " ") }
	some := func(all []string) string {
		var named []string
		for _, w := range words[1:] {
			if slices.Contains(all, w) {
				named = append(named, w)
			}
		}
		if len(words) == 2 && words[1] == "nothing" {
			return listing(all)
		}
		return strings.Join(append(words[:1:1], named...), " ")
	}
	switch words[0] {
	case "dibao":
		return "dibao " + partText(d.Dibao.Part)
	case "lowIncome":
		return "lowIncome " + partText(d.LowIncome)
	case "category":
		return "category " + d.Category.String()
	case "total":
		return "total " + sumText(d.Total)
	case "people":
		return "people " + strconv.Itoa(d.Dibao.Members)
	case "not-covered":
		return "not-covered " + strconv.Itoa(d.Dibao.NotCovered)
	case "income":
		return "income " + d.Dibao.Income.YuanText()
	case "needs":
		return listing(needsIn(d))
	case "waits":
		return listing(waitsIn(d))
	case "assumes":
		return some(assumedIn(d))
	case "lines":
		return listing(linesIn(d))
	case "reads":
		return some(readIn(d))
	case "reads-not":
		var absent []string
		for _, w := range words[1:] {
			if !slices.ContainsFunc(readIn(d), func(s string) bool { return strings.HasPrefix(s, w+"=") }) {
				absent = append(absent, w)
			}
		}
		return strings.Join(append(words[:1:1], absent...), " ")
	}
	require.GreaterOrEqual(t, len(words), 3, want)
	i := slices.IndexFunc(d.Members, func(m assistance.MemberDecision) bool { return m.ID == words[0] })
	require.GreaterOrEqual(t, i, 0, want)
	m := d.Members[i]
	if words[1] == "self-care" {
		return words[0] + " self-care " + m.Tekun.SelfCare.String()
	}
	part, ok := map[string]benefit.Part{"tekun": m.Tekun.Part, "singlePerson": m.SinglePerson, "living": m.Living, "nursing": m.Nursing}[words[1]]
	require.True(t, ok, want)
	return words[0] + " " + words[1] + " " + partText(part)
}

func sortedOrNothing(all []string) []string {
	if len(all) == 0 {
		return []string{"nothing"}
	}
	return slices.Sorted(slices.Values(all))
}

// partText writes a part: unexamined, eligible 2.00, eligible missing, undetermined if 100.00+.
func partText(p benefit.Part) string {
	switch {
	case p.Verdict == benefit.NotExamined:
		return "unexamined"
	case p.Verdict == benefit.Eligible && p.Payment.Stated():
		return "eligible " + sumText(p.Payment)
	case p.Verdict == benefit.Eligible:
		return "eligible missing"
	case p.IfMet.Stated():
		return p.Verdict.String() + " if " + sumText(p.IfMet)
	}
	return p.Verdict.String()
}

func sumText(p benefit.Payment) string {
	text := p.Amount.YuanText()
	if p.Bound == standards.AtLeast {
		text += "+"
	}
	return text
}

func needsIn(d assistance.Decision) []string {
	var all []string
	for _, n := range d.Needs {
		text := n.Figure.String()
		if n.Fact != 0 {
			text = n.Fact.String()
		}
		if n.Member != "" {
			text = n.Member + "." + text
		}
		if n.Above.Stated() {
			text += ">" + n.Above.YuanText() + "/" + n.Above.Per().String()
		}
		all = append(all, text)
	}
	return all
}

// waitsIn are the needs, each with the parts that wait for it.
func waitsIn(d assistance.Decision) []string {
	all := needsIn(d)
	for i, n := range d.Needs {
		var parts []string
		for _, part := range n.For.List() {
			parts = append(parts, part.String())
		}
		all[i] += ":" + strings.Join(parts, ",")
	}
	return all
}

func assumedIn(d assistance.Decision) []string {
	var all []string
	for _, a := range d.Assumed {
		for _, id := range a.Members {
			all = append(all, id+"."+a.Fact.String())
		}
		if len(a.Members) == 0 {
			all = append(all, a.Fact.String())
		}
	}
	return all
}

func linesIn(d assistance.Decision) []string {
	var all []string
	for _, r := range standards.Residences() {
		if line := d.Dibao.Lines.Of(r); line.Amount.Stated() {
			text := r.String() + "=" + line.Amount.YuanText() + "/" + line.Amount.Per().String()
			if line.Bound == standards.AtLeast {
				text += "+"
			}
			all = append(all, text)
		}
	}
	return all
}

func readIn(d assistance.Decision) []string {
	var all []string
	for r, c := range d.Readings {
		if c != 0 {
			all = append(all, standards.Reading(r).String()+"="+c.String())
		}
	}
	return all
}

// everything is all that d says, for the message of a failure.
func everything(d assistance.Decision) string {
	text := []string{"category " + d.Category.String(), "dibao " + partText(d.Dibao.Part), "lowIncome " + partText(d.LowIncome)}
	for _, m := range d.Members {
		for name, p := range map[string]benefit.Part{"tekun": m.Tekun.Part, "singlePerson": m.SinglePerson, "living": m.Living, "nursing": m.Nursing} {
			if p != (benefit.Part{}) {
				text = append(text, m.ID+" "+name+" "+partText(p))
			}
		}
	}
	text = append(text, "total "+sumText(d.Total), "needs "+strings.Join(needsIn(d), " "), "assumes "+strings.Join(assumedIn(d), " "), "reads "+strings.Join(readIn(d), " "))
	return strings.Join(text, "; ")
}

// truthFiles are the tables files of the truth tables, made-up figures all of them.
var truthFiles = map[string]string{
	// A line of 632 yuan, as in the overpayment that was really made.
	"632": `{"id":"632","kind":"draft","rows":[{"key":"dibao-line","place":"430211","yuan":"632","per":"month","from":"2020-01-01"}]}`,
	// A county's own figures for all that needs one.
	"county": `{"id":"county","kind":"supplement","rows":[
		{"key":"dibao-line","place":"430223","residence":"urban","yuan":"500","per":"month","from":"2020-01-01"},
		{"key":"dibao-line","place":"430223","residence":"rural","yuan":"4800","per":"year","from":"2020-01-01"}]}`,
	// A county's urban line alone: its rural one is still a floor.
	"town": `{"id":"town","kind":"supplement","rows":[{"key":"dibao-line","place":"430223","residence":"urban","yuan":"500","per":"month","from":"2020-01-01"}]}`,
	// Tekun: the basic standard and the care standards.
	"basic": `{"id":"basic","kind":"supplement","rows":[{"key":"tekun-basic","place":"430200","yuan":"780","per":"month","from":"2020-01-01"}]}`,
	"care": `{"id":"care","kind":"supplement","rows":[
		{"key":"tekun-care","place":"430200","of":"full","yuan":"80","per":"month","from":"2020-01-01"},
		{"key":"tekun-care","place":"430200","of":"partial","yuan":"240","per":"month","from":"2020-01-01"},
		{"key":"tekun-care","place":"430200","of":"none","yuan":"480","per":"month","bound":"at-least","from":"2020-01-01"}]}`,
	"grace": `{"id":"grace","kind":"supplement","rows":[{"key":"grace-months","place":"430200","count":6,"from":"2020-01-01"}]}`,
	// Top-ups: sums, and a percent of the line.
	"topup": `{"id":"topup","kind":"supplement","rows":[
		{"key":"dibao-topup","place":"430200","of":"elderly","yuan":"50","per":"month","from":"2020-01-01"},
		{"key":"dibao-topup","place":"430200","of":"minor","yuan":"40","per":"month","from":"2020-01-01"},
		{"key":"dibao-topup","place":"430200","of":"severe-disability","percent":"10","from":"2020-01-01"},
		{"key":"dibao-topup","place":"430200","of":"serious-illness","yuan":"70","per":"month","bound":"at-least","from":"2020-01-01"}]}`,
	// The lines and rates of 2020 go on.
	"carry": `{"id":"carry","kind":"draft","carry":"2020-12-31","rows":[]}`,
}
