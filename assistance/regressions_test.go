package assistance_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func decideJSON(t *testing.T, tables *standards.Tables, household string) assistance.Decision {
	t.Helper()
	set, err := tables.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(household), &h))
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	return d
}

// Law 4.1: job costs come off those of the household's kind of hukou first; where that is not stated, both kinds are decided.
func TestJobCostsOfAHouseholdWithoutHukou(t *testing.T) {
	d := decideJSON(t, standards.Published().Choose(standards.EachGroup), `{"division":"430211","property":"within","onDibao":"yes",
		"jobCosts":{"yuan":"100.00","per":"month"},"members":[
		{"id":"u","born":"1990-01-01","residence":"urban","income":[{"kind":"wages","yuan":"650.00","per":"month"}]},
		{"id":"r","born":"1990-01-01","residence":"rural","income":[{"kind":"wages","yuan":"690.00","per":"month"}],"disability":{"category":"hearing","grade":3}}]}`)
	assert.Equal(t, benefit.Monthly(10_00, standards.AtLeast), d.Dibao.Payment)
	assert.Equal(t, benefit.Undetermined, d.Members[1].Living.Verdict)
	assert.Contains(t, d.Needs, benefit.Need{Fact: benefit.ResidenceFact, For: benefit.Of(benefit.Living)})
}

// Sums of incomes may pass the limit of one amount; the decision is still written, and read again.
func TestDecisionOnTheLargestIncomes(t *testing.T) {
	d := decideJSON(t, standards.Published(), `{"division":"430211","residence":"urban","property":"within","members":[
		{"id":"a","born":"1990-01-01","income":[{"kind":"wages","yuan":"100000000000.00","per":"month"},{"kind":"other","yuan":"100000000000.00","per":"month"}]}]}`)
	text, err := json.Marshal(d)
	require.NoError(t, err)
	var read assistance.Decision
	require.NoError(t, json.Unmarshal(text, &read))
	assert.Equal(t, d, read)
	assert.Equal(t, "2400000000000.00", read.Dibao.Income.YuanText())
}

// Law 4.2: whoever may be tekun, and whose supporters are not stated, is listed as taken to have some who are able: here the components
// of a multiple disability would decide.
func TestSupportAssumedOfThoseWhoMayFit(t *testing.T) {
	d := decideJSON(t, standards.Published(), `{"division":"430211","residence":"urban","property":"within","members":[
		{"id":"a","born":"1990-01-01","income":[{"kind":"wages","yuan":"2000.00","per":"month"}]},
		{"id":"b","born":"1990-01-01","income":[],"disability":{"category":"multiple","grade":1}}]}`)
	assert.Contains(t, d.Assumed, benefit.Assumption{Fact: benefit.SupportFact, As: "capable", Members: []string{"b"}})
}

// 43号 art. 4(3): nobody bound or none able; art. 8: who is not able; art. 6: income below the line, and property within the local limit. Of the
// text of 2016 the articles are not on record.
func TestArticlesOfWhatIsStatedForTekun(t *testing.T) {
	for _, row := range []struct{ on, support, document, ofSupport, ofProperty string }{
		{"2021-06-30", "none", "minfa-2016-178", "4(3)", "6"},
		{"2021-07-01", "none", "minfa-2021-43", "4(3)", "6"},
		{"2021-07-01", "incapable", "minfa-2021-43", "8", "6"},
		{"2021-07-01", "capable", "minfa-2021-43", "8", "6"},
	} {
		d, err := assistance.Explain(families.Standards(t, row.on), families.Stated(t, "Tianyuan urban within; e 1940-01-01 support="+row.support))
		require.NoError(t, err)
		found := map[benefit.Code]string{}
		for _, s := range d.Steps {
			found[s.Code] = string(s.Document) + "/" + s.Clause
		}
		assert.Equal(t, row.document+"/"+row.ofSupport, found["tekun-no-support"], row)
		assert.Equal(t, row.document+"/"+row.ofProperty, found["tekun-property"], row)
	}
}
