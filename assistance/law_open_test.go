package assistance_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

const brothers = "; s1 sibling; s2 sibling; s3 sibling; s4 sibling; s5 sibling"

// all needs the counting of each brother.
var allCounted = "s1.counted s2.counted s3.counted s4.counted s5.counted"

// waiting is that, for parts.
func waiting(parts string) string {
	return strings.ReplaceAll(allCounted, ".counted", ".counted:"+parts)
}

// More are open than are tried: each part waits for whom it may count, and nothing else (law 4.1).
func TestTruthTooManyOpen(t *testing.T) {
	const october, grades = "2020-10-01", "2020-10-01 living-grade-one-two=grades-one-two"
	rule(t, []ruling{
		{"law 4.1", "property not stated: counting comes first", october, "Tianyuan urban; a physical-1" + brothers,
			"dibao undetermined; lowIncome undetermined; waits " + waiting("dibao,lowIncome,singlePerson,living")},
		{"law 4.1", "six open", october, "Tianyuan urban within; a" + brothers + "; s6 sibling", "dibao undetermined; people 7; needs " + allCounted + " s6.counted"},
		{"law 4.1", "someone not counted beside", october, "Tianyuan urban within; a; g counted=no" + brothers, "people 6"},
		{"law 4.1", "an income not stated, R16: counting comes first", grades, "Tianyuan urban within; a physical-1 income=?" + brothers,
			"a living undetermined if 100.00; waits " + waiting("dibao,lowIncome,singlePerson,living")},
		{"law 4.1", "tekun is open too", october, "Tianyuan urban within; a support=none multiple-1" + brothers,
			"a living undetermined if 100.00; waits a.components:tekun,living,nursing " + waiting("dibao,lowIncome,singlePerson,living")},
		{"law 4.1", "the readings of the lines", october, "Tianyuan urban within; a" + brothers, "reads effective-2020=calendar-year; reads-not single-person-amount"},
		{"R8", "and of cover", october, "Tianyuan urban within; a physical-1" + brothers, "reads single-person-amount=line-less-own-income"},
		{"R17", "and of what counts of own income", october, "Tianyuan rural within; a physical-1 reward=10" + brothers, "reads rural-exemptions=not-income"},
		{"R17", "which the full line does not ask", "2020-10-01 single-person-amount=full-line", "Tianyuan rural within; a physical-1 reward=10" + brothers, "reads-not rural-exemptions"},
		{"law 4.4", "over the limit for low-income families", october, "Tianyuan urban within low-income=over; a physical-1" + brothers,
			"dibao undetermined; lowIncome ineligible; a singlePerson ineligible; waits " + waiting("dibao,living")},

		// The category where all or some are open (law 4.7).
		{"law 4.7", "tekun, and perhaps nobody is counted", october, "Tianyuan urban over low-income=over; e 1950-01-01 support=none own=within" + brothers,
			"e tekun eligible 780.00+; dibao ineligible; lowIncome ineligible; category undetermined"},
		{"law 4.7", "tekun, and one is counted for certain", october, "Tianyuan urban over low-income=over; a; e 1950-01-01 support=none own=within" + brothers, "category none"},
		{"law 4.7", "no tekun, and perhaps nobody is counted", october, "Tianyuan urban over low-income=over; a counted=no" + brothers, "category none"},
	})
}

// The ways of what is open put together: payments, verdicts, and what is examined later in some way
// (law 4.1).
func TestTruthWaysTogether(t *testing.T) {
	const october = "2020-10-01"
	rule(t, []ruling{
		{"law 4.1", "in one way the amount is missing", "2020-10-01 +grace", "Tianyuan urban within on-dibao=yes over-since=2020-09-01; a wages=700; b sibling",
			"dibao eligible missing; total 0.00+"},
		{"law 4.1", "nobody is covered where the ways differ", "2020-10-01 +county", "Youxian urban within; u wages=900; r rural; s sibling wages=5000",
			"dibao undetermined; not-covered 0"},
		{"law 4.1", "the family is examined later under one kind", "2020-10-01 +town", "Youxian within; a wages=1000",
			"dibao undetermined; lowIncome unexamined; needs dibao-line@430223/rural>12000.00/year residence"},
		{"law 4.1", "cover is examined later under one kind", "2020-10-01 +town", "Youxian within; a wages=550 physical-1",
			"dibao undetermined; a singlePerson unexamined"},
		{"law 4.1", "cover is refused in every way", october, "Tianyuan urban within; a wages=700 physical-1; b sibling wages=700", "a singlePerson ineligible"},
		{"law 4.1", "cover of someone whom the undetermined way does not count", october, "Tianyuan urban within; a wages=300; d income=?; c sibling wages=2000 physical-1",
			"dibao undetermined; c singlePerson ineligible"},
		{"law 4.1", "tekun differs by kind of hukou: what is due beside it waits for that, at its rate", "2020-10-01 +county", "Youxian within; a 1950-01-01 support=none wages=450 visual-1",
			"a tekun undetermined; a nursing undetermined if 80.00+; a living ineligible; needs a.selfCare residence tekun-basic@430223/urban tekun-care@430223"},
		{"law 4.1", "counting is needed for neither tekun nor nursing", "2020-10-01 +county", "Youxian within; a 1950-01-01 support=none wages=450 visual-1; b sibling",
			"waits a.selfCare:tekun b.counted:dibao,lowIncome,living residence:tekun,dibao,lowIncome,living,nursing tekun-basic@430223/urban:tekun tekun-care@430223:tekun"},
		{"law 4.1", "costs alone make the household's kind a question", "2021-07-01 +carry mixed-hukou=each-group", "Tianyuan within rigid-costs=500; a urban transfer=900; b rural transfer=700",
			"dibao eligible 200.00+; needs nothing"},
		{"law 4.1", "no costs and no income of its own", "2021-07-01 +carry mixed-hukou=each-group", "Tianyuan within; a urban transfer=900; b rural transfer=700", "dibao ineligible; needs nothing"},
	})
	recount(t, []account{
		{"a household whose members all state their kind is tried no way", october, "Tianyuan within; a urban; b rural", "way dibao-payment", `
			dibao-payment: computed 1200.00/month; line 600.00/month x 1; line 600.00/month x 1; minfa-2012-220 27`},
		{"with costs of its own it is", "2021-07-01 +carry", "Tianyuan within rigid-costs=0.01/year; a urban", "way", `
			way (urban): eligible computed 600.00/month; minfa-2021-57 7
			way (rural): eligible computed 600.00/month; minfa-2021-57 7`},
		{"one of five is tekun under one kind: too many are open under the other", october + " +county",
			"Youxian within; a; e 1950-01-01 sibling support=none wages=450; s1 sibling; s2 sibling; s3 sibling; s4 sibling", "residence counting", `
			counting-not-stated of dibao: unknown; minfa-2012-220 5
			counting-not-stated of lowIncome: unknown; minfa-2012-220 5
			residence-not-stated@e of tekun: unknown; minfa-2012-220 6`},
		{"too many are open: each is said once why", october, "Tianyuan urban within; e 1950-01-01 support=capable; g clergy; p prison" + brothers,
			"member- tekun-no-support", `
			member-not-examined@p: computed prison; minfa-2012-220 5
			tekun-no-support@e: capable not-met; minfa-2016-178 8
			member-not-counted@g: computed clergy; minfa-2012-220 5`},
	})
}

// What one part waits for is that part's alone, too where more are open than are tried.
func TestNeedsOfOnePart(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	h := families.Stated(t, "Tianyuan urban within; a physical-1; b physical-1"+brothers)
	want := []benefit.Need{}
	for _, m := range h.Members[2:] {
		want = append(want, benefit.Need{Member: m.ID, Fact: benefit.CountedFact})
	}
	for _, of := range []benefit.PartOf{{Part: benefit.Dibao}, {Part: benefit.LowIncome}, {Part: benefit.SinglePerson, Member: "a"},
		{Part: benefit.Living, Member: "a"}, {Part: benefit.Living, Member: "b"}} {
		needs, err := assistance.Needs(set, h, of)
		require.NoError(t, err)
		for i := range want {
			want[i].For = benefit.Of(of.Part)
		}
		assert.Equal(t, want, needs, "%v", of)
	}
	for _, of := range []benefit.PartOf{{Part: benefit.Living}, {Part: benefit.Dibao, Member: "a"}, {Part: benefit.Nursing, Member: "a"}} {
		needs, err := assistance.Needs(set, h, of)
		require.NoError(t, err)
		assert.Empty(t, needs, "%v", of)
	}
}
