package months_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

const account = `{"history":{"id":"h-17",
 "versions":[{"from":"2020-01-01","recorded":"2019-12-20","note":"申请","household":{"division":"430211","residence":"urban","property":"within",
   "members":[{"id":"mother","born":"1982-03-14","relation":"applicant","income":[]}]}}],
 "grants":[{"part":"dibao","applied":"2019-12-02","approved":"2019-12-20"},{"part":"nursing","member":"mother","applied":"2020-01-02","approved":"2020-02-20","recorded":"2020-02-21","ended":"2020-12-01"}],
 "reviews":["2020-06-15"]},
 "payments":[{"month":"2020-01","part":"dibao","yuan":"600.00","paid":"2020-09-10"},{"month":"2020-02","part":"nursing","member":"mother","yuan":100,"paid":"2020-09-10","returned":"yes"}]}`

func TestAccountsRoundTrip(t *testing.T) {
	var a, again months.Account
	require.NoError(t, json.Unmarshal([]byte(account), &a))
	assert.Equal(t, "h-17", a.History.ID)
	assert.Equal(t, months.Sum(600_00), a.Payments[0].Sum)
	assert.True(t, a.Payments[1].Returned)
	data, err := json.Marshal(a)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &again))
	assert.Equal(t, a, again)
	var h months.History
	data, err = json.Marshal(a.History)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &h))
	assert.Equal(t, a.History, h)
}

func TestStrictAccounts(t *testing.T) {
	for _, tt := range []struct{ old, new, path, code string }{
		{`"history"`, `"History"`, "History", wire.CodeFieldCase},
		{`"id":"h-17"`, `"id":"h-17","id":"h-17"`, "history.id", wire.CodeRepeatedField},
		{`"note":"申请"`, `"remark":"申请"`, "history.versions[0].remark", wire.CodeUnknownField},
		{`"from":"2020-01-01",`, ``, "history.versions[0].from", wire.CodeRequired},
		{`"recorded":"2019-12-20"`, `"recorded":"2019-02-29"`, "history.versions[0].recorded", wire.CodeDateFormat},
		{`"recorded":"2019-12-20"`, `"recorded":20191220`, "history.versions[0].recorded", wire.CodeWrongType},
		{`"division":"430211"`, `"division":"430200"`, "history.versions[0].household.division", wire.CodeUnknownPlace},
		{`"born":"1982-03-14"`, `"born":"2020-03-14"`, "history.versions[0].household.members[0].born", wire.CodeDateRange},
		{`{"part":"dibao","applied"`, `{"part":"lowIncome","applied"`, "history.grants[0].part", wire.CodeNotAValue},
		{`"approved":"2020-02-20"`, `"approved":"2020-01-01"`, "history.grants[1].approved", wire.CodeConflict},
		{`"reviews":["2020-06-15"]`, `"reviews":"2020-06-15"`, "history.reviews", wire.CodeWrongType},
		{`"reviews":["2020-06-15"]`, `"reviews":[null]`, "history.reviews[0]", wire.CodeWrongType},
		{`"month":"2020-01"`, `"month":"2020-1"`, "payments[0].month", wire.CodeDateFormat},
		{`"yuan":"600.00"`, `"yuan":"-600.00"`, "payments[0].yuan", wire.CodeMoneyFormat},
		{`"yuan":"600.00",`, ``, "payments[0].yuan", wire.CodeRequired},
		{`"returned":"yes"`, `"returned":true`, "payments[1].returned", wire.CodeWrongType},
		{`"returned":"yes"`, `"returned":"maybe"`, "payments[1].returned", wire.CodeNotAValue},
		{`"part":"nursing","member":"mother","yuan"`, `"part":"nursing","member":"nobody","yuan"`, "payments[1].member", wire.CodeConflict},
		{`"part":"dibao","yuan"`, `"part":"dibao","member":"mother","yuan"`, "payments[0].member", wire.CodeNotAllowed},
	} {
		text := strings.Replace(account, tt.old, tt.new, 1)
		require.NotEqual(t, account, text, tt.old)
		var a months.Account
		err := json.Unmarshal([]byte(text), &a)
		var faults wire.Errors
		if assert.True(t, errors.As(err, &faults), "%s: %v", tt.new, err) {
			assert.Equal(t, []string{tt.path, tt.code}, []string{faults[0].Path, faults[0].Code}, "%v", faults)
		}
		assert.Equal(t, months.Account{}, a)
	}
	for _, text := range []string{`[]`, `{}`, `{"history":{},"payments":[]}`, `{"history":[],"payments":{}}`, `null`} {
		var a months.Account
		assert.Error(t, json.Unmarshal([]byte(text), &a), text)
	}
}

func TestReadGoesOn(t *testing.T) {
	again := strings.ReplaceAll(account, "\n", "") + "\n"
	lines := account + "\n{\"history\":1}\n" + strings.Replace(again, "h-17", "h-18", 1) + again
	var faults, good int
	for a, err := range months.Read(strings.NewReader(lines)) {
		if err != nil {
			faults++
			continue
		}
		good++
		assert.Equal(t, []string{"h-17", "h-18"}[good-1], a.History.ID)
	}
	assert.Equal(t, []int{2, 2}, []int{good, faults}, "the same account twice is a fault")
	for a, err := range months.Read(strings.NewReader(lines)) { // it can be left before its end
		require.NoError(t, err)
		assert.Equal(t, "h-17", a.History.ID)
		break
	}
	for _, err := range months.Read(strings.NewReader(`[{]`)) {
		var syntax *wire.SyntaxError
		assert.True(t, errors.As(err, &syntax))
	}
}

func TestLedgersAndMonthsAsJSON(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(500_00)))
	l := arrears(t, h, []months.Payment{paidFor("2020-08", "700.00", "2020-08-08"), paidFor("2020-09", "800.00", "2020-09-08")}, "2020-09-30")
	l.Rows = l.Rows[7:]
	data, err := json.Marshal(l)
	require.NoError(t, err)
	assert.JSONEq(t, `{"id":"h-1","known":"2020-09-30","from":"2020-01","to":"2020-09","rows":[
	 {"month":"2020-08","part":"dibao","due":{"yuan":"700.00","per":"month","bound":"exactly"},"paid":"700.00","difference":"0.00","causes":[],
	  "events":[{"on":"2020-08-08","what":"due","yuan":"500.00"},{"on":"2020-08-08","what":"paid","yuan":"700.00"},
   {"on":"2020-09-01","what":"due","cause":"published-late","yuan":"200.00"}]},
	 {"month":"2020-09","part":"dibao","due":{"yuan":"700.00","per":"month","bound":"exactly"},"paid":"800.00","difference":"-100.00",
	  "causes":[{"cause":"payment-doubled","yuan":"-100.00"}],"events":[{"on":"2020-09-08","what":"due","yuan":"700.00"},{"on":"2020-09-08","what":"paid","yuan":"800.00"}]}],
	 "totals":{"due":"6300.00","bound":"exactly","paid":"1500.00","underpaid":"4900.00","overpaid":"100.00","open":"0.00"},
	 "causes":[{"cause":"published-late","yuan":"1400.00"},{"cause":"payment-missed","yuan":"3500.00"},{"cause":"payment-doubled","yuan":"-100.00"}],
	 "readings":{"average-assistance":"caseload-average","bands":"exact-difference","effective-2020":"calendar-year"},"unverified":["minfa-2020-69","reform-2020-08"]}`, string(data))
	decided, err := published.Decide(h, month("2020-01"), month("2020-01"), date("2020-12-31"))
	require.NoError(t, err)
	data, err = json.Marshal(decided[0])
	require.NoError(t, err)
	assert.Contains(t, string(data), `{"month":"2020-01","version":0,"decision":{"id":"h-1","on":"2020-01-01"`)
	assert.Contains(t, string(data), `"due":[{"part":"dibao","status":"running","payment":{"yuan":"700.00","per":"month","bound":"exactly"}}],"total":{"yuan":"700.00","per":"month","bound":"exactly"}}`)
	data, err = json.Marshal(months.Decided{Month: month("2020-01"), Version: -1})
	require.NoError(t, err)
	assert.Equal(t, `{"month":"2020-01","due":[],"total":{}}`, string(data))
	assert.NotContains(t, string(data), "null")
}

// Nothing that is read panics; what is accepted is written as it was read, and can be accounted for.
func FuzzAccount(f *testing.F) {
	f.Add([]byte(account), uint16(300))
	f.Add([]byte(`{"history":{"id":"x","versions":[]},"payments":[]}`), uint16(0))
	for _, old := range []string{"2020-01-01", "2020-01", "dibao", "mother", "600.00"} {
		f.Add([]byte(strings.Replace(account, old, "", 1)), uint16(700))
	}
	first, _ := standards.Span()
	f.Fuzz(func(t *testing.T, data []byte, days uint16) {
		var a, again months.Account
		if json.Unmarshal(data, &a) != nil {
			return
		}
		written, err := json.Marshal(a)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(written, &again))
		require.Equal(t, a, again)
		known := first
		for range days % 900 {
			known = known.Next()
		}
		if l, err := published.Arrears(a.History, a.Payments, months.Month{}, months.Month{}, known); err == nil {
			checkLedger(t, l)
			_, err := json.Marshal(l)
			require.NoError(t, err)
		}
		_, _ = published.NextReview(a.History, known)
	})
}
