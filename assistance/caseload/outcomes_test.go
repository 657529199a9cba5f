package caseload_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// addUp adds outcomes up.
func addUp(list ...caseload.Outcomes) (sum caseload.Outcomes) {
	for _, o := range list {
		for i, c := range []caseload.Changes{o.Exact, o.AtLeast, o.Unclear, o.Open} {
			to := []*caseload.Changes{&sum.Exact, &sum.AtLeast, &sum.Unclear, &sum.Open}[i]
			to.Gainers, to.Losers, to.Same = to.Gainers+c.Gainers, to.Losers+c.Losers, to.Same+c.Same
			to.Gain, to.Loss = to.Gain+c.Gain, to.Loss+c.Loss
			for b := range c.Bands {
				to.Bands[b] += c.Bands[b]
			}
		}
	}
	return sum
}

// Every household is once in each of the groups by size, place and disability.
func TestGroupsAddUpToAll(t *testing.T) {
	before, after := families.Standards(t, "2020-12-31"), families.Raised(t, 650)
	g := assistancetest.NewGenerator(7)
	var households []assistance.Household
	for i := range 400 {
		h := g.Household(before)
		h.Weight = 1 + i%3
		households = append(households, h)
	}
	c, err := caseload.CompareOn(after.Day(), before, after, families.Several(households...))
	require.NoError(t, err)
	assert.Equal(t, c.Outcomes, addUp(c.Groups.Size[:]...))
	assert.Equal(t, c.Outcomes, addUp(c.Groups.Disability[:]...))
	var places caseload.Outcomes
	for _, kinds := range c.Groups.Place {
		places = addUp(places, addUp(kinds[:]...))
	}
	assert.Equal(t, c.Outcomes, places)
	assert.NotZero(t, c.Exact.Gainers)
	assert.NotZero(t, c.Open)
	var net int64
	for _, o := range c.Groups.Benefit {
		for _, changes := range []caseload.Changes{o.Exact, o.AtLeast, o.Unclear, o.Open} {
			net += changes.Gain - changes.Loss
		}
	}
	was, now := c.Before.All(), c.After.All()
	for n := range was.Benefit {
		net -= now.Benefit[n].Fen - was.Benefit[n].Fen
	}
	assert.Zero(t, net, "what each benefit changes by is what its sums differ by")
}

// decided is a decision with one person, paid so much of dibao or of tekun.
func decided(of benefit.Name, fen int64, bound standards.Bound) assistance.Decision {
	part := benefit.Part{Verdict: benefit.Eligible, Payment: benefit.Monthly(fen, bound)}
	d := assistance.Decision{Members: []assistance.MemberDecision{{ID: "a"}}, Total: part.Payment}
	if of == benefit.Tekun {
		d.Members[0].Tekun.Part = part
	} else {
		d.Dibao.Part = part
	}
	return d
}

// A gain or a loss of which the other side may be higher is neither, and a move to tekun is no saving.
func TestUnclearChanges(t *testing.T) {
	exact, least := standards.Exactly, standards.AtLeast
	for _, c := range []struct {
		why           string
		before, after assistance.Decision
		in            func(*caseload.Outcomes) int64
	}{
		{"both exact", decided(benefit.Dibao, 500_00, exact), decided(benefit.Dibao, 400_00, exact), func(o *caseload.Outcomes) int64 { return o.Exact.Losers }},
		{"at least less than an exact amount", decided(benefit.Dibao, 500_00, exact), decided(benefit.Dibao, 400_00, least), func(o *caseload.Outcomes) int64 { return o.Unclear.Losers }},
		{"at least more than an exact amount", decided(benefit.Dibao, 400_00, exact), decided(benefit.Dibao, 500_00, least), func(o *caseload.Outcomes) int64 { return o.AtLeast.Gainers }},
		{"exactly more than at least so much", decided(benefit.Dibao, 400_00, least), decided(benefit.Dibao, 500_00, exact), func(o *caseload.Outcomes) int64 { return o.Unclear.Gainers }},
		{"exactly less than at least so much", decided(benefit.Dibao, 500_00, least), decided(benefit.Dibao, 400_00, exact), func(o *caseload.Outcomes) int64 { return o.AtLeast.Losers }},
		{"a floor that falls", decided(benefit.Dibao, 500_00, least), decided(benefit.Dibao, 400_00, least), func(o *caseload.Outcomes) int64 { return o.AtLeast.Losers }},
		{"a move to tekun", decided(benefit.Dibao, 500_00, least), decided(benefit.Tekun, 400_00, least), func(o *caseload.Outcomes) int64 { return o.Unclear.Losers }},
		{"a move to tekun of someone of whom nothing was decided", assistance.Decision{Total: benefit.Monthly(500_00, least)}, decided(benefit.Tekun, 400_00, least), func(o *caseload.Outcomes) int64 { return o.Unclear.Losers }},
		{"tekun as before", decided(benefit.Tekun, 500_00, least), decided(benefit.Tekun, 400_00, least), func(o *caseload.Outcomes) int64 { return o.AtLeast.Losers }},
	} {
		h := families.Single("a", 0)
		h.Weight = 7
		var got caseload.Comparison
		got.AddDecided(&h, &c.before, &c.after)
		assert.EqualValues(t, 7, c.in(&got.Outcomes), c.why)
		assert.Equal(t, got.Unclear == caseload.Changes{}, len(got.Gains)+len(got.Losses) == 1, "%s: what is not clear is no gain and no loss", c.why)
	}
}
