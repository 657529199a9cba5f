package assume_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assume"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// An estimate for a family of which property and incomes are not known: what was filled is listed with the decision.
func ExampleParse() {
	facts, err := assume.Parse("property=within,income=none,residence=urban")
	if err != nil {
		fmt.Println(err)
		return
	}
	h := assistance.Household{Division: standards.Tianyuan, Members: []assistance.Member{{ID: "a", Born: standards.Day(1985, time.May, 2)}}}
	filled := facts.Apply(&h)
	set, _ := standards.At(standards.Day(2020, time.October, 1))
	d, err := assistance.Assess(set, h)
	if err != nil {
		fmt.Println(err)
		return
	}
	d.Assume(filled...)
	fmt.Println(d.Dibao.Verdict, d.Dibao.Payment.Text(standards.English))
	fmt.Println(assume.Of(filled...).Text(standards.English))
	// Output:
	// eligible 600.00 yuan a month
	// whether property is within the limit: within the limit; income: none; kind of hukou (urban or rural): urban
}

// Each fact that can be filled is filled with each of its words where it is not stated, and only there.
func TestAssumeEachWord(t *testing.T) {
	for _, f := range assume.All() {
		assert.NotEmpty(t, f.Words, f.Name)
		assert.NotEqual(t, f.Text(standards.Chinese), f.Text(standards.English))
		for _, w := range f.Words {
			text := f.Name + "=" + w.Word
			facts, err := assume.Parse(text)
			require.NoError(t, err)
			assert.Equal(t, text, facts.String())
			h := least()
			filled := facts.Apply(&h)
			require.Len(t, filled, 1, text)
			assert.Equal(t, w.Word, filled[0].As)
			assert.NotZero(t, filled[0].Fact)
			assert.Equal(t, text, assume.Of(filled...).String())
			_, err = assistance.Check(families.Standards(t, "2020-10-01"), h)
			assert.NoError(t, err, text)
			before := h
			assert.Empty(t, facts.Apply(&h), "%s: it is stated now", text)
			assert.Equal(t, before, h)
		}
	}
}

// The members of the caller's household are not written to, and facts that decide nothing of a member are not filled.
func TestApplyLeavesTheRest(t *testing.T) {
	h := least()
	h.Members = append(h.Members, assistance.Member{ID: "b", Born: standards.Day(1990, time.May, 1), SelfCare: 1})
	h.Members = append(h.Members, assistance.Member{ID: "c", Born: standards.Day(1990, time.May, 1)})
	h.Members[0].Cannot = nil
	kept := slices.Clone(h.Members)
	own := h
	facts, err := assume.Parse("selfCare=none,nursingAllowance=none,onDibao=no")
	require.NoError(t, err)
	assert.Equal(t, []benefit.Assumption{
		{Fact: benefit.SelfCareFact, As: "none", Members: []string{"a", "c"}},
		{Fact: benefit.NursingAllowanceFact, As: "none", Members: []string{"a"}},
		{Fact: benefit.OnDibaoFact, As: "no"}}, facts.Apply(&own))
	assert.Equal(t, kept, h.Members)
	var none assume.Facts
	assert.Empty(t, none.Apply(&own))
	assert.Empty(t, none.String())
}

func TestBadFacts(t *testing.T) {
	for _, row := range []struct{ text, pair, why string }{
		{"", "", "is to be written fact=value"},
		{"property", "property", "is to be written fact=value"},
		{"property=within,property=over", "property=over", "one fact can be assumed once only"},
		{"income=none,wealth=none", "wealth=none", "no such fact; there are property, residence, lowIncomeProperty, onDibao, income, counted, support, ownProperty, selfCare, " +
			"seriousIllness, childScheme, longTermCare, workInjuryNursing, livingAllowance, nursingAllowance"},
		{"property=some", "property=some", "no such value; there are within, over"},
		{"income=wages", "income=wages", "no such value; there are none"},
		{"childScheme=none", "childScheme=none", "need not be assumed: where it is not stated it is taken as none, and listed"},
	} {
		facts, err := assume.Parse(row.text)
		var fault *assume.Error
		require.True(t, errors.As(err, &fault), row.text)
		assert.Equal(t, row.pair, fault.Pair)
		assert.Equal(t, row.pair+": "+row.why, fault.Error())
		assert.NotEqual(t, fault.Text(standards.Chinese), fault.Text(standards.English))
		assert.Zero(t, facts)
	}
	assert.Zero(t, assume.Of(benefit.Assumption{Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"a"}}), "the law assumes it")
}

// least is a household with a member who has a certificate, and states nothing else.
func least() assistance.Household {
	return assistance.Household{Division: standards.Tianyuan, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1980, time.May, 1), Disability: disability.Certificate{Category: disability.Multiple, Grade: 1}}}}
}
