package population_test

import (
	"context"
	"iter"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// plain takes away from h what makes most generated households unusual, so that both forms of a
// Population are met often.
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

// Each household comes to the same by Simulate, by Decide and by Assess. A million of them:
// HOUSEHOLDS=1000000.
func TestSimulateAndDecideAgreeWithAssess(t *testing.T) {
	count := 20_000
	if n, err := strconv.Atoi(os.Getenv("HOUSEHOLDS")); err == nil {
		count = n
	} else if testing.Short() {
		count = 2_000
	}
	const batch = 200
	g := assistancetest.NewGenerator(6)
	steady := 0
	for range count / batch {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		households := make([]assistance.Household, batch)
		decisions := make([]assistance.Decision, batch)
		for i := range households {
			h := g.Household(set)
			if g.Intn(4) > 0 {
				h = plain(g, h)
			}
			households[i], decisions[i] = h, families.Decided(t, set, h)
			p := packed(t, set, h)
			got, err := p.Simulate(set, 1)
			require.NoError(t, err)
			steady += population.Steady(p)
			var want caseload.Totals
			if want.Add(&h, &decisions[i]); got != want {
				assert.Equal(t, want.All(), got.All())
				assert.Equal(t, want, got)
				t.Fatalf("%+v\n%+v", h, decisions[i])
			}
		}
		i := 0
		for result, err := range caseload.Decide(context.Background(), set, records(households), caseload.DecideOptions{}) {
			require.NoError(t, err)
			require.Equal(t, written(t, &decisions[i]), written(t, &result.Decision)) // in memory used again
			i++
		}
		require.Equal(t, batch, i)
	}
	assert.Greater(t, steady, count/4, "steady households are met often")
	assert.Greater(t, count-steady, count/4, "others too")
}

func written(t *testing.T, d *assistance.Decision) string {
	text, err := d.MarshalJSON()
	require.NoError(t, err)
	return string(text)
}

func records(households []assistance.Household) iter.Seq2[register.Record, error] {
	return func(yield func(register.Record, error) bool) {
		for _, h := range households {
			if !yield(register.Record{Household: h}, nil) {
				return
			}
		}
	}
}

// Many households come to what each comes to, for any number of workers.
func TestPopulationsAreSums(t *testing.T) {
	g := assistancetest.NewGenerator(3)
	for range 5 {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		var want caseload.Totals
		list := make([]assistance.Household, 1000)
		for i := range list {
			list[i] = plain(g, g.Household(set))
			d := families.Decided(t, set, list[i])
			want.Add(&list[i], &d)
		}
		p := packed(t, set, list...)
		for _, workers := range []int{0, 1, 7, 64} {
			got, err := p.Simulate(set, workers)
			require.NoError(t, err)
			assert.True(t, want == got, "%d workers", workers)
		}
	}
}

// Each kind of register that Simulate is measured on comes to what Assess says, household by household, decided by
// any number of workers and with any weights. A million of each: HOUSEHOLDS=1000000.
func TestRegistersAgreeWithAssess(t *testing.T) {
	count := 20_000
	if n, err := strconv.Atoi(os.Getenv("HOUSEHOLDS")); err == nil {
		count = n
	} else if testing.Short() {
		count = 2_000
	}
	for _, row := range population.Registers {
		t.Run(row.Name, func(t *testing.T) {
			set, err := families.RegisterTables(t, row.Choices...).At(row.On)
			require.NoError(t, err)
			var want caseload.Totals
			var d assistance.Decision
			p, err := population.Pack(set, func(yield func(assistance.Household, error) bool) {
				row.Register.Each(count, 4, func(h assistance.Household) {
					h.Weight = len(h.Members[0].Born.String()+h.ID) % 5 // some weight
					require.NoError(t, d.Assess(set, &h))
					want.Add(&h, &d)
					yield(h, nil)
				})
			})
			require.NoError(t, err)
			require.Equal(t, count, p.Len())
			for _, workers := range []int{1, 3} {
				got, err := p.Simulate(set, workers)
				require.NoError(t, err)
				if got != want {
					assert.Equal(t, want.All(), got.All())
					t.Fatal("they differ")
				}
			}
		})
	}
}
