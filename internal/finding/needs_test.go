package finding_test

import (
	"strconv"
	"testing"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// needSome needs a fact of a member examined, one of the household, one of another member, and a
// line above two amounts.
func needSome(f *finding.Findings) {
	f.Examine(0, "a")
	f.NeedFact(benefit.SelfCareFact, benefit.Tekun)
	f.NeedFact(benefit.IncomeFact, benefit.Tekun)
	f.NeedFactOf("b", benefit.IncomeFact, benefit.Living)
	f.NeedHouseholdFact(benefit.PropertyFact, benefit.Living)
	f.NeedFigure(lineOf(standards.Urban), yearly(7200), benefit.Tekun)
	f.ExamineHousehold()
	f.NeedFactOf("a", benefit.IncomeFact, benefit.Dibao)
	f.NeedHouseholdFact(benefit.PropertyFact, benefit.Dibao)
	f.NeedFigure(lineOf(standards.Urban), yearly(7200), benefit.Dibao)
	f.NeedFigure(lineOf(standards.Urban), yearly(9600), benefit.Dibao)
	f.NeedFigure(lineOf(standards.Rural), yearly(9600), benefit.Dibao)
}

// One need stands once, for all the parts that wait for it: one of another member, fact, figure or
// amount is another.
func TestNeeds(t *testing.T) {
	const tekun, dibao, living = benefit.Tekun, benefit.Dibao, benefit.Living
	all := []benefit.Need{
		{Member: "a", Fact: benefit.SelfCareFact, For: benefit.Of(tekun)},
		{Member: "a", Fact: benefit.IncomeFact, For: benefit.Of(tekun, dibao)},
		{Member: "b", Fact: benefit.IncomeFact, For: benefit.Of(living)},
		{Fact: benefit.PropertyFact, For: benefit.Of(living, dibao)},
		{Figure: lineOf(standards.Urban), Above: yearly(7200), For: benefit.Of(tekun, dibao)},
		{Figure: lineOf(standards.Urban), Above: yearly(9600), For: benefit.Of(dibao)},
		{Figure: lineOf(standards.Rural), Above: yearly(9600), For: benefit.Of(dibao)},
	}
	var f finding.Findings
	needSome(&f)
	assert.Equal(t, all, f.Needs)
	assert.Equal(t, finding.Waits{}, f.Waits)

	var both finding.Findings
	both.Merge(&f)
	both.Merge(&f)
	assert.Equal(t, all, both.Needs)

	for _, tt := range []struct {
		only benefit.PartOf
		want []benefit.Need
	}{
		{benefit.PartOf{Part: dibao}, []benefit.Need{
			{Member: "a", Fact: benefit.IncomeFact, For: benefit.Of(dibao)},
			{Fact: benefit.PropertyFact, For: benefit.Of(dibao)},
			{Figure: lineOf(standards.Urban), Above: yearly(7200), For: benefit.Of(dibao)},
			{Figure: lineOf(standards.Urban), Above: yearly(9600), For: benefit.Of(dibao)},
			{Figure: lineOf(standards.Rural), Above: yearly(9600), For: benefit.Of(dibao)}}},
		{benefit.PartOf{Part: living, Member: "a"}, []benefit.Need{
			{Member: "b", Fact: benefit.IncomeFact, For: benefit.Of(living)},
			{Fact: benefit.PropertyFact, For: benefit.Of(living)}}},
		{benefit.PartOf{Part: living, Member: "b"}, nil}, // nobody examined b
	} {
		f := finding.Findings{Only: tt.only}
		needSome(&f)
		assert.Equal(t, tt.want, f.Needs, "%v", tt.only)
	}
}

// What is assumed is listed by fact, each with the members of whom it is assumed, in their order.
func TestAssumed(t *testing.T) {
	var f, g finding.Findings
	assert.Nil(t, f.Assumed(strconv.Itoa))
	f.Examine(3, "3")
	f.Assume(benefit.IncomeFact)
	f.ExamineHousehold()
	f.Assume(benefit.OnDibaoFact)
	g.Examine(70, "70")
	g.Assume(benefit.IncomeFact)
	g.Assume(benefit.SupportFact)
	g.Examine(1, "1")
	g.Assume(benefit.IncomeFact)
	g.ExamineHousehold()
	g.Assume(benefit.SupportFact) // of the household and of a member
	f.Merge(&g)
	want := []benefit.Assumption{
		{Fact: benefit.IncomeFact, As: "none", Members: []string{"1", "3", "70"}},
		{Fact: benefit.OnDibaoFact, As: "no"},
		{Fact: benefit.SupportFact, As: "capable", Members: []string{"70"}},
	}
	assert.Equal(t, want, f.Assumed(strconv.Itoa))

	// The memory of a list is used again, whatever stood in it, and by none of its entries for another.
	used := []benefit.Assumption{{Fact: benefit.SupportFact, Members: make([]string, 1, 2)},
		{Members: make([]string, 5, 9)}}
	list := f.AppendAssumed(used[:0], strconv.Itoa)
	require.Len(t, list, 3)
	for i := range want {
		assert.Equal(t, want[i].Fact, list[i].Fact)
		assert.ElementsMatch(t, want[i].Members, list[i].Members)
	}
	kept := list[0].Members
	again := f.AppendAssumed(list[:0], strconv.Itoa)
	assert.Same(t, &list[0], &again[0])
	assert.Same(t, &kept[0], &again[0].Members[0])
	assert.Empty(t, new(finding.Findings).AppendAssumed(list[:0], strconv.Itoa))
}

// Steps are recorded where they are asked for, each of whoever is examined and in the way of what is
// open that is decided.
func TestSteps(t *testing.T) {
	f := finding.Findings{Under: standards.Rural, In: []string{"b"}, Out: []string{"c"}}
	f.Step(benefit.Step{Code: benefit.StepTotal})
	assert.Empty(t, f.Steps)
	f.Explain = true
	f.Examine(0, "a")
	f.Step(benefit.Step{Code: benefit.StepNotCounted})
	f.Step(benefit.Step{Code: benefit.StepNotCounted, Member: "b"})
	f.ExamineHousehold()
	f.Step(benefit.Step{Code: benefit.StepTotal})
	way := benefit.Step{Under: standards.Rural, In: []string{"b"}, Out: []string{"c"}}
	of := func(code benefit.Code, member string) benefit.Step {
		s := way
		s.Code, s.Member = code, member
		return s
	}
	want := []benefit.Step{of(benefit.StepNotCounted, "a"), of(benefit.StepNotCounted, "b"), of(benefit.StepTotal, "")}
	assert.Equal(t, want, f.Steps)

	whole := finding.Findings{Steps: []benefit.Step{{Code: benefit.StepWay}}}
	whole.Merge(&f)
	assert.Equal(t, append([]benefit.Step{{Code: benefit.StepWay}}, want...), whole.Steps)
	assert.Equal(t, want, f.Decided(benefit.Part{}).Steps)
}

// full are findings with something of everything in them.
func full(t *testing.T) *finding.Findings {
	t.Helper()
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	f := &finding.Findings{Explain: true, Only: benefit.PartOf{Part: benefit.Dibao}, Under: standards.Urban,
		In: []string{"a"}, Out: []string{"b"}, Carried: []benefit.Figure{lineOf(standards.Urban)}}
	needSome(f)
	f.Examine(0, "a")
	f.Assume(benefit.IncomeFact)
	f.Step(benefit.Step{Code: benefit.StepTotal})
	f.Turn(set, standards.RoundingReading)
	return f
}

// shown is all that can be seen of findings.
func shown(f *finding.Findings) finding.Findings {
	return finding.Findings{Needs: append([]benefit.Need(nil), f.Needs...),
		Carried: append([]benefit.Figure(nil), f.Carried...), Readings: f.Readings,
		Steps: append([]benefit.Step(nil), f.Steps...), Explain: f.Explain, Quiet: f.Quiet, Waits: f.Waits,
		Only: f.Only, Under: f.Under, In: f.In, Out: f.Out}
}

// Findings are forgotten whole, all but what they are to record where they start again, or where
// they are for one way of what is open.
func TestForgotten(t *testing.T) {
	f := full(t)
	steps, needs, carried := f.Steps, f.Needs, f.Carried
	f.Clear()
	assert.Equal(t, finding.Findings{}, shown(f))
	assert.Empty(t, f.Assumed(strconv.Itoa))
	assert.Equal(t, benefit.Step{}, steps[0]) // holds on to nothing
	assert.Equal(t, benefit.Need{}, needs[0])
	assert.Equal(t, benefit.Figure{}, carried[0])
	f.Explain = true
	f.Step(benefit.Step{}) // of nobody
	assert.Equal(t, []benefit.Step{{}}, f.Steps)
	f.Assume(benefit.OnDibaoFact)
	assert.Equal(t, []benefit.Assumption{{Fact: benefit.OnDibaoFact, As: "no"}}, f.Assumed(strconv.Itoa))

	only := benefit.PartOf{Part: benefit.Dibao}
	f = full(t)
	f.Restart()
	assert.Equal(t, finding.Findings{Explain: true, Only: only}, shown(f))

	f = full(t)
	way := full(t)
	f.PartInto(way, standards.Rural)
	assert.Equal(t, finding.Findings{Explain: true, Only: only, Under: standards.Rural}, shown(way))
	assert.Empty(t, way.Assumed(strconv.Itoa))

	quiet := finding.Findings{Quiet: true}
	quiet.PartInto(way, standards.Rural)
	assert.Equal(t, finding.Findings{Quiet: true, Under: standards.Rural}, shown(way))
	needSome(way)
	way.Examine(0, "a")
	way.Clear()
	assert.Equal(t, finding.Findings{}, shown(way))
	way.Assume(benefit.OnDibaoFact)
	assert.Equal(t, []benefit.Assumption{{Fact: benefit.OnDibaoFact, As: "no"}}, way.Assumed(strconv.Itoa))
	way.NeedFact(benefit.IncomeFact, benefit.Tekun)
	assert.Equal(t, []benefit.Need{{Fact: benefit.IncomeFact, For: benefit.Of(benefit.Tekun)}}, way.Needs)
}

// Where nothing is to be listed, nothing is.
func TestQuiet(t *testing.T) {
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	row, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	f := finding.Findings{Quiet: true}
	needSome(&f)
	f.Waits = finding.Waits{}
	f.Assume(benefit.OnDibaoFact)
	f.Use(set, &row.Standard, standards.Youxian)
	f.Turn(set, standards.RoundingReading)
	f.Merge(full(t))
	assert.Equal(t, finding.Findings{Quiet: true}, shown(&f))
	assert.Empty(t, f.Assumed(strconv.Itoa))
}

func TestDecided(t *testing.T) {
	f := full(t)
	part := benefit.Part{Verdict: benefit.Eligible}
	assert.Equal(t, benefit.Decided{Part: part, Needs: f.Needs, Carried: f.Carried, Readings: f.Readings, Steps: f.Steps,
		Assumed: []benefit.Assumption{{Fact: benefit.IncomeFact, As: "none", Members: []string{""}}}}, f.Decided(part))
	assert.NotEmpty(t, f.Needs)
	assert.NotEmpty(t, f.Carried)
	assert.NotZero(t, f.Readings)
	assert.NotEmpty(t, f.Steps)
}
