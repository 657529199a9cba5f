package assistancetest_test

import (
	"testing"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Generated households pass the input checks, are the same for the same seed, and reach every verdict of every part.
func TestGenerator(t *testing.T) {
	g, again := assistancetest.NewGenerator(7), assistancetest.NewGenerator(7)
	type seen struct {
		part    benefit.Name
		verdict benefit.Verdict
	}
	found := map[seen]int{}
	categories := map[benefit.Category]int{}
	for range 400 {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		same, err := again.Tables().At(again.Day())
		require.NoError(t, err)
		require.Equal(t, set.Digest(), same.Digest())
		for range 20 {
			h := g.Household(set)
			require.Equal(t, h, again.Household(same))
			d, err := assistance.Assess(set, h)
			require.NoError(t, err)
			categories[d.Category]++
			found[seen{benefit.Dibao, d.Dibao.Verdict}]++
			found[seen{benefit.LowIncome, d.LowIncome.Verdict}]++
			for _, m := range d.Members {
				found[seen{benefit.Tekun, m.Tekun.Verdict}]++
				found[seen{benefit.SinglePerson, m.SinglePerson.Verdict}]++
				found[seen{benefit.Living, m.Living.Verdict}]++
				found[seen{benefit.Nursing, m.Nursing.Verdict}]++
			}
		}
	}
	for n := benefit.Tekun; n <= benefit.Nursing; n++ {
		for v := benefit.NotExamined; v <= benefit.Undetermined; v++ {
			assert.NotZero(t, found[seen{n, v}], "%s %s", n, v)
		}
	}
	for c := benefit.CategoryTekun; c <= benefit.CategoryUndetermined; c++ {
		assert.NotZero(t, categories[c], c)
	}
}
