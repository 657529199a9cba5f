package assistance_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
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
// What is wanted is a list: "dibao eligible 100.00; a nursing ineligible; total 100.00". A sum with + is "at least"; "needs", "carried" and
// "lines" name all there are, "waits" each need with the parts that wait for it; "assumes", "reads" and "reads-not" name some.
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
			set := families.Standards(t, row.on)
			h := families.Stated(t, row.household)
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
	d, err := assistance.Assess(families.Standards(t, on), families.Stated(t, household))
	require.NoError(t, err, household)
	return d
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
	case "carried":
		var all []string
		for _, f := range d.Carried {
			all = append(all, f.String())
		}
		return listing(all)
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
