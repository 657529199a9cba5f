package assistance_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// What one part waits for is told apart from what the others do, and is what the decision lists for it.
func TestNeedsOfAPart(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	h := families.Stated(t, "Youxian rural; a 1980-01-01; b 1985-01-01 physical-1")
	h.Members[1].NursingAllowance = standards.Fen(81_00, standards.PerMonth)
	h.Members[1].Income = nil
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	facts := func(needs []benefit.Need) (all []string) {
		for _, n := range needs {
			what := n.Fact.String()
			if n.Fact == 0 {
				what = n.Figure.String()
			}
			all = append(all, n.Member+" "+what)
		}
		return all
	}
	for _, tt := range []struct {
		of   benefit.PartOf
		want []string
	}{
		{benefit.PartOf{Part: benefit.Dibao}, []string{" property", "b income"}},
		{benefit.PartOf{Part: benefit.Nursing, Member: "b"}, []string{" disability-nursing@430223"}},
		{benefit.PartOf{Part: benefit.Nursing, Member: "a"}, nil},
		{benefit.PartOf{Part: benefit.Tekun, Member: "b"}, nil},
	} {
		needs, err := assistance.Needs(set, h, tt.of)
		require.NoError(t, err)
		assert.Equal(t, tt.want, facts(needs), "%v", tt.of)
		for _, n := range needs {
			assert.True(t, n.For.Has(tt.of.Part), "%v", n)
		}
	}
	all, err := assistance.Needs(set, h, benefit.PartOf{})
	require.NoError(t, err)
	assert.Equal(t, d.Needs, all)
	h.Members[0].ID = ""
	_, err = assistance.Needs(set, h, benefit.PartOf{Part: benefit.Dibao})
	assert.Equal(t, []string{"members[0].id:required"}, codesOf(t, err))
	_, err = assistance.Needs(nil, h, benefit.PartOf{Part: benefit.Dibao})
	assert.Equal(t, []string{"standards:required"}, codesOf(t, err))
}

// A household is reduced to the facts that the law asks, or refused with every fault.
func TestReduce(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	h := families.Stated(t, "Youxian rural within; a 1960-10-01; b 2010-10-02 physical-1")
	h.OnDibao, h.LowIncomeProperty, h.OverLineSince = standards.Yes, benefit.Over, standards.Day(2020, 9, 1)
	h.JobCosts, h.RigidCosts = standards.Fen(10_00, standards.PerMonth), standards.Fen(7_00, standards.PerYear)
	h.Income = []assistance.Income{{Kind: standards.Property, Amount: standards.Fen(5_00, standards.PerMonth), Months: 2}}
	a, b := &h.Members[0], &h.Members[1]
	a.Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(100_00, standards.PerMonth)}}
	a.SelfCare, a.Relation, a.Counted, a.Property, a.SeriousIllness = eldercare.Partial, benefit.Applicant, standards.Yes, benefit.Over, standards.Yes
	b.Income, b.Cannot = nil, []eldercare.Activity{eldercare.Eating, eldercare.Bed, eldercare.Toilet, eldercare.Walking}
	b.WorkInjuryNursing, b.ChildScheme, b.Support, b.Absence = standards.No, benefit.Orphan, benefit.NoSupporters, benefit.Missing
	b.LivingAllowance, b.NursingAllowance = standards.Fen(1_00, standards.PerMonth), standards.Fen(2_00, standards.PerYear)
	b.Disability.LongTermCare, b.Residence, b.Division = standards.Yes, standards.Urban, standards.Hetang
	var desk law.Desk
	require.NoError(t, h.Reduce(set, &desk))
	f := &desk.Facts
	assert.Equal(t, []any{standards.Youxian, standards.Rural, benefit.Within, standards.Yes, benefit.Over, standards.Day(2020, 9, 1), int64(120_00), int64(7_00)},
		[]any{f.Division, f.Residence, f.Property, f.OnDibao, f.LowIncomeProperty, f.OverLineSince, f.JobCosts, f.RigidCosts})
	assert.Equal(t, []any{true, int64(10_00)}, []any{f.Income.Stated, f.Income.Dibao[1]})
	require.Len(t, f.Members, 2)
	first, second := f.Members[0], f.Members[1]
	assert.Equal(t, []any{"a", 60, eldercare.Partial, benefit.Applicant, standards.Yes, benefit.Over, standards.Yes, true, int64(1200_00), disability.Grades{}},
		[]any{first.ID, first.Age, first.SelfCare, first.Relation, first.Counted, first.Property, first.SeriousIllness, first.Income.Stated, first.Income.Dibao[1],
			first.Grades})
	assert.Equal(t, []any{"b", 9, eldercare.None, benefit.Missing, standards.No, benefit.Orphan, benefit.NoSupporters, false, standards.Urban, standards.Hetang},
		[]any{second.ID, second.Age, second.SelfCare, second.Absence, second.WorkInjuryNursing, second.ChildScheme, second.Support, second.Income.Stated,
			second.Residence, second.Division})
	assert.Equal(t, []any{b.Disability.Grades(), standards.Yes, b.LivingAllowance, b.NursingAllowance},
		[]any{second.Grades, second.LongTermCare, second.LivingAllowance, second.NursingAllowance})

	assert.Equal(t, []string{"desk:required"}, codesOf(t, h.Reduce(set, nil)))
	assert.Equal(t, []string{"standards:required"}, codesOf(t, h.Reduce(nil, &desk)))
	assert.Equal(t, []string{"household:required"}, codesOf(t, (*assistance.Household)(nil).Reduce(set, &desk)))
	h.Weight = -1
	assert.Equal(t, []string{"weight:number-range"}, codesOf(t, h.Reduce(set, &desk)))
}

// The words of which one is accepted, as a fault lists them.
const (
	partCategories = "visual, hearing, speech, physical, intellectual, mental"
	incomeKinds    = "wages, business, property, transfer, other, veterans-pension, reward, basic-pension, old-age-allowance, " +
		"disability-subsidy, child-subsidy, relief"
)

// A certificate built in Go that there cannot be is refused, each fault with what stands there.
func TestCertificatesThatCannotBe(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	part := func(c disability.Category, grade int) disability.Component {
		return disability.Component{Category: c, Grade: grade}
	}
	multiple := func(grade int, parts ...disability.Component) disability.Certificate {
		return disability.Certificate{Category: disability.Multiple, Grade: grade, Components: parts}
	}
	all := []disability.Component{part(disability.Visual, 1), part(disability.Hearing, 2), part(disability.Speech, 3), part(disability.Physical, 4),
		part(disability.Intellectual, 1), part(disability.Mental, 2)}
	const at = "members[0].disability."
	type faults = assistance.Errors
	for _, tt := range []struct {
		name string
		give disability.Certificate
		want faults
	}{
		{"none", disability.Certificate{}, nil},
		{"grade 1", disability.Certificate{Category: disability.Visual, Grade: 1}, nil},
		{"grade 4", disability.Certificate{Category: disability.Multiple, Grade: 4}, nil},
		{"all six categories", multiple(1, all...), nil},
		{"two", multiple(3, part(disability.Speech, 3), part(disability.Mental, 4)), nil},
		{"the need for care alone", disability.Certificate{LongTermCare: standards.No},
			faults{{Path: at + "category", Code: wire.CodeRequired}, {Path: at + "grade", Code: wire.CodeNumberRange, Value: "0"}}},
		{"a grade alone", disability.Certificate{Grade: 1}, faults{{Path: at + "category", Code: wire.CodeRequired}}},
		{"no such category", disability.Certificate{Category: disability.Multiple + 1, Grade: 1}, faults{{Path: at + "category", Code: wire.CodeNotAValue, Value: "8", Accepted: partCategories + ", multiple"}}},
		{"grade 0", disability.Certificate{Category: disability.Visual}, faults{{Path: at + "grade", Code: wire.CodeNumberRange, Value: "0"}}},
		{"grade 5", disability.Certificate{Category: disability.Visual, Grade: 5}, faults{{Path: at + "grade", Code: wire.CodeNumberRange, Value: "5"}}},
		{"an answer that is none", disability.Certificate{Category: disability.Visual, Grade: 1, LongTermCare: standards.No + 1},
			faults{{Path: at + "longTermCare", Code: wire.CodeNotAValue, Value: "3", Accepted: "yes, no"}}},
		{"components of one category", disability.Certificate{Category: disability.Visual, Grade: 1, Components: all}, faults{{Path: at + "components", Code: wire.CodeNotAllowed, Value: "visual"}}},
		{"no components", disability.Certificate{Category: disability.Multiple, Grade: 1, Components: []disability.Component{}}, faults{{Path: at + "components", Code: wire.CodeRequired}}},
		{"one component", multiple(2, part(disability.Mental, 2)), faults{{Path: at + "components[1]", Code: wire.CodeRequired}}},
		{"seven components", multiple(1, append(all, part(disability.Mental, 1))...), faults{{Path: at + "components", Code: wire.CodeTooMany, Value: "7"}}},
		{"a component of no category", multiple(1, part(0, 1), part(disability.Mental, 2)), faults{{Path: at + "components[0].category", Code: wire.CodeNotAValue, Value: "0", Accepted: partCategories}}},
		{"a multiple component", multiple(1, part(disability.Mental, 1), part(disability.Multiple, 2)), faults{{Path: at + "components[1].category", Code: wire.CodeNotAValue, Value: "multiple", Accepted: partCategories}}},
		{"a component of grade 0", multiple(1, part(disability.Mental, 1), part(disability.Visual, 0)), faults{{Path: at + "components[1].grade", Code: wire.CodeNumberRange, Value: "0"}}},
		{"a component of grade 5", multiple(1, part(disability.Mental, 5), part(disability.Visual, 2)), faults{{Path: at + "components[0].grade", Code: wire.CodeNumberRange, Value: "5"}}},
		{"one category twice", multiple(1, part(disability.Mental, 1), part(disability.Mental, 2)), faults{{Path: at + "components[1].category", Code: wire.CodeRepeated, Value: "mental"}}},
		{"better than its worst component", multiple(2, part(disability.Mental, 1), part(disability.Visual, 2)), faults{{Path: at + "grade", Code: wire.CodeConflict, Value: "2"}}},
		{"worse than its worst component", multiple(1, part(disability.Mental, 3), part(disability.Visual, 2)), faults{{Path: at + "grade", Code: wire.CodeConflict, Value: "1"}}},
		{"grade 5, of components that there are", multiple(5, part(disability.Mental, 3), part(disability.Visual, 2)), faults{{Path: at + "grade", Code: wire.CodeNumberRange, Value: "5"}}},
	} {
		h := families.Stated(t, "Tianyuan urban within; a")
		h.Members[0].Disability = tt.give
		_, err := assistance.Check(set, h)
		if tt.want == nil {
			assert.NoError(t, err, tt.name)
			continue
		}
		assert.Equal(t, tt.want, err, tt.name)
	}
}

// Each fault of a value says where it stands and what stands there.
func TestFaultsOfValues(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	type fault = assistance.FieldError
	const a = "members[0]."
	income := func(in ...assistance.Income) func(*assistance.Household) {
		return func(h *assistance.Household) { h.Members[0].Income = in }
	}
	month := func(fen int64) standards.Amount { return standards.Fen(fen, standards.PerMonth) }
	for _, tt := range []struct {
		change func(*assistance.Household)
		want   []fault
	}{
		{func(h *assistance.Household) { h.ID = "a b" }, []fault{{Path: "id", Code: wire.CodeIDFormat, Value: "a b"}}},
		{func(h *assistance.Household) { h.Members[0].Born = standards.Date{} }, []fault{{Path: a + "born", Code: wire.CodeRequired}}},
		{func(h *assistance.Household) { h.Members[0].Born = standards.Day(1980, 2, 30) }, []fault{{Path: a + "born", Code: wire.CodeDateFormat, Value: "1980-02-30"}}},
		{func(h *assistance.Household) { h.Members[0].Born = standards.Day(1899, 12, 31) }, []fault{{Path: a + "born", Code: wire.CodeDateRange, Value: "1899-12-31"}}},
		{func(h *assistance.Household) { h.Members[0].Born = standards.Day(2020, 10, 2) }, []fault{{Path: a + "born", Code: wire.CodeDateRange, Value: "2020-10-02"}}},
		{func(h *assistance.Household) { h.OverLineSince = standards.Day(2020, 10, 2) }, []fault{{Path: "overLineSince", Code: wire.CodeDateRange, Value: "2020-10-02"}}},
		{func(h *assistance.Household) {
			h.OverLineSince, h.Members[0].Born = standards.Day(2020, 10, 1), standards.Day(2020, 10, 1)
		}, nil},
		{func(h *assistance.Household) { h.Division = standards.Elsewhere }, []fault{{Path: "division", Code: wire.CodeUnknownPlace, Value: "elsewhere"}}},
		{func(h *assistance.Household) { h.Members[0].Division = standards.Zhuzhou }, []fault{{Path: a + "division", Code: wire.CodeUnknownPlace, Value: "430200"}}},
		{func(h *assistance.Household) { h.Members[0].Division = standards.Elsewhere }, nil},
		{func(h *assistance.Household) { h.Property = benefit.Over + 1 }, []fault{{Path: "property", Code: wire.CodeNotAValue, Value: "3", Accepted: "within, over"}}},
		{func(h *assistance.Household) { h.Weight = 1_000_001 }, []fault{{Path: "weight", Code: wire.CodeNumberRange, Value: "1000001"}}},
		{func(h *assistance.Household) { h.JobCosts = month(-5) }, []fault{{Path: "jobCosts", Code: wire.CodeMoneyFormat, Value: "-0.05"}}},
		{func(h *assistance.Household) { h.JobCosts = month(wire.MaxFen + 1) }, []fault{{Path: "jobCosts", Code: wire.CodeMoneyRange, Value: "100000000000.01"}}},
		{func(h *assistance.Household) { h.JobCosts = standards.Fen(wire.MaxFen+1, standards.PerYear) },
			[]fault{{Path: "jobCosts", Code: wire.CodeMoneyRange, Value: "100000000000.01"}}},
		{func(h *assistance.Household) { h.JobCosts = standards.Fen(5, standards.PerYear+1) }, []fault{{Path: "jobCosts", Code: wire.CodeMoneyFormat, Value: "0.05"}}},
		{func(h *assistance.Household) { h.Members[0].Cannot = []eldercare.Activity{7, 0, 7} },
			[]fault{{Path: a + "cannot[0]", Code: wire.CodeNotAValue, Value: "7", Accepted: "eating, dressing, bed, toilet, walking, bathing"}, {Path: a + "cannot[1]", Code: wire.CodeNotAValue, Value: "0", Accepted: "eating, dressing, bed, toilet, walking, bathing"},
				{Path: a + "cannot[2]", Code: wire.CodeNotAValue, Value: "7", Accepted: "eating, dressing, bed, toilet, walking, bathing"}}},
		{func(h *assistance.Household) {
			h.Members[0].Cannot = []eldercare.Activity{eldercare.Bathing, eldercare.Bathing}
		},
			[]fault{{Path: a + "cannot[1]", Code: wire.CodeRepeated, Value: "bathing"}}},
		{func(h *assistance.Household) { h.Members[0].Cannot = []eldercare.Activity{1, 2, 3, 4, 5, 6, 6} },
			[]fault{{Path: a + "cannot", Code: wire.CodeTooMany, Value: "7"}}},
		{func(h *assistance.Household) {
			h.Members[0].Cannot, h.Members[0].SelfCare = []eldercare.Activity{}, eldercare.Partial
		}, []fault{{Path: a + "selfCare", Code: wire.CodeConflict, Value: "partial"}}},
		{func(h *assistance.Household) {
			h.Members[0].Cannot, h.Members[0].SelfCare = []eldercare.Activity{eldercare.Bed}, eldercare.Partial
		}, nil},
		{income(assistance.Income{Kind: standards.Wages, Amount: month(1), Months: 13}), []fault{{Path: a + "income[0].months", Code: wire.CodeNumberRange, Value: "13"}}},
		{income(assistance.Income{Kind: standards.Relief, Amount: month(1), Months: 13}), []fault{{Path: a + "income[0].months", Code: wire.CodeNumberRange, Value: "13"}}},
		{income(assistance.Income{Kind: standards.Wages, Amount: month(1), Months: -1}), []fault{{Path: a + "income[0].months", Code: wire.CodeNumberRange, Value: "-1"}}},
		{income(assistance.Income{Kind: standards.Wages, Amount: standards.Fen(1, standards.PerYear), Months: 12}),
			[]fault{{Path: a + "income[0].months", Code: wire.CodeNotAllowed, Value: "12"}}},
		{income(assistance.Income{Kind: standards.Relief + 1, Amount: month(-1), Months: 12}),
			[]fault{{Path: a + "income[0].kind", Code: wire.CodeNotAValue, Value: "13", Accepted: incomeKinds}, {Path: a + "income[0].yuan", Code: wire.CodeMoneyFormat, Value: "-0.01"}}},
		{income(slices.Repeat([]assistance.Income{{Kind: standards.Wages, Amount: month(1)}}, 101)...), []fault{{Path: a + "income", Code: wire.CodeTooMany, Value: "101"}}},
		{func(h *assistance.Household) { h.Members = nil }, []fault{{Path: "members", Code: wire.CodeRequired}}},
		{func(h *assistance.Household) { h.Members = slices.Repeat(h.Members, 101) }, []fault{{Path: "members", Code: wire.CodeTooMany, Value: "101"}}},
		{func(h *assistance.Household) { h.Members = slices.Repeat(h.Members, 3) },
			[]fault{{Path: "members[1].id", Code: wire.CodeDuplicateID, Value: "a"}, {Path: "members[2].id", Code: wire.CodeDuplicateID, Value: "a"}}},
		{func(h *assistance.Household) { // every fault of a household, in the order of the fields and the members
			h.Weight, h.Division, h.Members = -1, 0, append(h.Members, assistance.Member{Born: standards.Day(2021, 1, 1)})
			h.Members[0].Counted = 9
		}, []fault{{Path: "division", Code: wire.CodeRequired}, {Path: "weight", Code: wire.CodeNumberRange, Value: "-1"}, {Path: a + "counted", Code: wire.CodeNotAValue, Value: "9", Accepted: "yes, no"},
			{Path: "members[1].id", Code: wire.CodeRequired}, {Path: "members[1].born", Code: wire.CodeDateRange, Value: "2021-01-01"}}},
	} {
		h := families.Stated(t, "Tianyuan urban within; a")
		tt.change(&h)
		_, err := assistance.Check(set, h)
		if tt.want == nil {
			assert.NoError(t, err)
			continue
		}
		var faults assistance.Errors
		require.ErrorAs(t, err, &faults)
		var got []fault
		for _, one := range faults {
			got = append(got, *one)
		}
		assert.Equal(t, tt.want, got)
	}
}

// What was filled in is joined with what is listed already of the same fact and answer, and stands in the order of the facts,
// the household's before the members', and of the members.
func TestAssumeJoins(t *testing.T) {
	d := assistance.Decision{Members: []assistance.MemberDecision{{ID: "father"}, {ID: "son"}, {ID: "aunt"}}, Assumed: []benefit.Assumption{
		{Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"son"}}, {Fact: benefit.IncomeFact, As: "none", Members: []string{"son"}}}}
	listed := d.Assumed
	d.Assume(
		benefit.Assumption{Fact: benefit.PropertyFact, As: "within", Members: []string{"aunt"}},
		benefit.Assumption{Fact: benefit.PropertyFact, As: "over", Members: []string{"son"}},
		benefit.Assumption{Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"aunt", "father", "son"}},
		benefit.Assumption{Fact: benefit.PropertyFact, As: "within"},
		benefit.Assumption{Fact: benefit.IncomeFact, As: "none", Members: []string{"zoe", "adam", "father"}}, // two who are none of the household's
	)
	assert.Equal(t, []benefit.Assumption{
		{Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"father", "son", "aunt"}},
		{Fact: benefit.IncomeFact, As: "none", Members: []string{"adam", "zoe", "father", "son"}},
		{Fact: benefit.PropertyFact, As: "within"},
		{Fact: benefit.PropertyFact, As: "over", Members: []string{"son"}},
		{Fact: benefit.PropertyFact, As: "within", Members: []string{"aunt"}},
	}, d.Assumed)
	assert.Equal(t, []benefit.Assumption{{Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"son"}}, {Fact: benefit.IncomeFact, As: "none", Members: []string{"son"}}},
		listed, "what was listed is not written to")
	// In whatever order it was filled in.
	filled := []benefit.Assumption{{Fact: benefit.PropertyFact, As: "within"}, {Fact: benefit.PropertyFact, As: "over", Members: []string{"father", "son"}},
		{Fact: benefit.PropertyFact, As: "within", Members: []string{"aunt"}}, {Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"son"}}}
	want := []benefit.Assumption{filled[3], filled[0], filled[1], filled[2]}
	for range 2 {
		for range filled {
			filled = append(filled[1:], filled[0])
			d.Assumed = nil
			d.Assume(filled...)
			assert.Equal(t, want, d.Assumed)
		}
		slices.Reverse(filled)
	}
	var none *assistance.Decision
	assert.NotPanics(t, func() { none.Assume(benefit.Assumption{Fact: benefit.PropertyFact}) })
}
