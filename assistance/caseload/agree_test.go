package caseload_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// plain takes away from h what makes most generated households unusual, so that both forms of a Population are met often.
func plain(g *assistancetest.Generator, h assistance.Household) assistance.Household {
	if h.Residence == 0 {
		h.Residence = standards.Residence(1 + g.Intn(2))
	}
	if h.Property == 0 {
		h.Property = benefit.Within
	}
	if g.Intn(10) > 0 {
		h.JobCosts = standards.Amount{}
	}
	for i := range h.Members {
		m := &h.Members[i]
		if g.Intn(30) > 0 {
			m.Residence, m.Division, m.Absence, m.Support, m.ChildScheme = 0, 0, 0, 0, 0
			m.WorkInjuryNursing, m.LivingAllowance, m.NursingAllowance = 0, standards.Amount{}, standards.Amount{}
		}
		if g.Intn(2) > 0 {
			m.Disability, m.SeriousIllness = disability.Certificate{}, 0
		}
	}
	return h
}

func one(h assistance.Household) func(func(assistance.Household, error) bool) {
	return func(yield func(assistance.Household, error) bool) { yield(h, nil) }
}

// Each household comes to the same by Simulate and by Assess. A million of them: HOUSEHOLDS=1000000.
func TestSimulateAgreesWithAssess(t *testing.T) {
	count := 20_000
	if n, err := strconv.Atoi(os.Getenv("HOUSEHOLDS")); err == nil {
		count = n
	} else if testing.Short() {
		count = 2_000
	}
	g := assistancetest.NewGenerator(6)
	usual := 0
	for range count / 200 {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		for range 200 {
			h := g.Household(set)
			if g.Intn(4) > 0 {
				h = plain(g, h)
			}
			d, err := assistance.Assess(set, h)
			require.NoError(t, err)
			var want caseload.Totals
			want.Add(&h, &d)
			p, err := caseload.Pack(set, one(h))
			require.NoError(t, err)
			got, err := p.Simulate(set, 1)
			require.NoError(t, err)
			usual += p.Usual()
			if got != want {
				assert.Equal(t, want.All(), got.All())
				assert.Equal(t, want, got)
				t.Fatalf("%+v\n%+v", h, d)
			}
		}
	}
	assert.Greater(t, usual, count/5, "usual households are met often")
}
