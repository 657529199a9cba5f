package assistance_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// explained is the decision on the household of the design, with its steps, as JSON.
func explained(t testing.TB) string {
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	d, err := assistance.Explain(set, families.Youxian(t))
	require.NoError(t, err)
	text, err := json.Marshal(d)
	require.NoError(t, err)
	return string(text)
}

// "Wire formats (normative; unknown, repeated or differently-cased fields are errors that name the path)" (design, section 5): of a
// decision as well. Money is "a JSON string or number whose own text is (0|[1-9][0-9]*)(\.[0-9]{1,2})?".
func TestDecisionIsReadStrictly(t *testing.T) {
	text := explained(t)
	const total = `"total":{"yuan":"380.00","per":"month","bound":"at-least"}`
	for _, c := range []struct{ from, to, path, code string }{
		{total, total + "," + total, "total", wire.CodeRepeatedField},
		{total, total + `,"TOTAL":{"yuan":"99380.00"}`, "TOTAL", wire.CodeFieldCase},
		{total, total + `,"payable":{"yuan":"99999.00"}`, "payable", wire.CodeUnknownField},
		{total, `"total":null`, "total", wire.CodeWrongType},
		{total, `"foo":1`, "total", wire.CodeRequired},
		{`"category":"dibao"`, `"category":"none","Category":"dibao"`, "Category", wire.CodeFieldCase},
		{`"category":"dibao"`, `"category":"Dibao"`, "category", wire.CodeNotAValue},
		{`"category":"dibao",`, ``, "category", wire.CodeRequired},
		{`"yuan":"380.00"`, `"yuan":"0380.00"`, "total.yuan", wire.CodeMoneyFormat},
		{`"yuan":"380.00"`, `"yuan":"380.000"`, "total.yuan", wire.CodeMoneyFormat},
		{`"yuan":"380.00"`, `"yuan":"-380.00"`, "total.yuan", wire.CodeMoneyFormat},
		{`"yuan":"380.00"`, `"yuan":3.8e2`, "total.yuan", wire.CodeMoneyFormat},
		{`"yuan":"380.00"`, `"yuan":` + strings.Repeat("9", 30), "total.yuan", wire.CodeMoneyRange},
		{`"yuan":"380.00"`, `"yuan":true`, "total.yuan", wire.CodeWrongType},
		{`"yuan":"380.00","per":"month",`, `"yuan":"380.00",`, "total.per", wire.CodeRequired},
		{`"yuan":"380.00",`, ``, "total.yuan", wire.CodeRequired},
		{`"yuan":"380.00","per":"month"`, `"yuan":"380.00","per":"day"`, "total.per", wire.CodeNotAValue},
		{`"dibao":{"verdict"`, `"dibao":{"VERDICT"`, "dibao.VERDICT", wire.CodeFieldCase},
		{`"dibao":{`, `"dibao":{"foo":1,`, "dibao.foo", wire.CodeUnknownField},
		{`"members":2`, `"members":"2"`, "dibao.members", wire.CodeWrongType},
		{`"members":2`, `"members":101`, "dibao.members", wire.CodeNumberRange},
		{`"lines":{"rural"`, `"lines":{"Rural"`, "dibao.lines.Rural", wire.CodeFieldCase},
		{`"lines":{"rural":{`, `"lines":{"rural":{"number":"1",`, "dibao.lines.rural.number", wire.CodeUnknownField},
		{`"income":{"yuan":"6000.00"`, `"income":{"bound":"exactly","yuan":"6000.00"`, "dibao.income.bound", wire.CodeUnknownField},
		{`"living":{"verdict"`, `"living":{"Verdict":"eligible","verdict"`, "members[1].living.Verdict", wire.CodeFieldCase},
		{`{"id":"father"}`, `{"id":"father","tekun":{"selfCare":"whole"}}`, "members[0].tekun.selfCare", wire.CodeNotAValue},
		{`{"id":"father"}`, `{"tekun":{"selfcare":"full"}}`, "members[0].tekun.selfcare", wire.CodeFieldCase},
		{`{"id":"father"}`, `{}`, "members[0].id", wire.CodeRequired},
		{`{"id":"father"}`, `null`, "members[0]", wire.CodeWrongType},
		{`"needs":[]`, `"needs":[{"fact":"property","for":["dibao"],"why":"x"}]`, "needs[0].why", wire.CodeUnknownField},
		{`"needs":[]`, `"needs":[{"fact":"property","for":["dibao","dibao"]}]`, "needs[0].for[1]", wire.CodeConflict},
		{`"needs":[]`, `"needs":[{"fact":"property","for":["nursing","dibao"]}]`, "needs[0].for[1]", wire.CodeConflict},
		{`"needs":[]`, `"needs":[{"fact":"property"}]`, "needs[0].for", wire.CodeRequired},
		{`"needs":[]`, `"needs":[{"figure":"dibao-line","place":"430222","for":[]}]`, "needs[0].place", wire.CodeUnknownPlace},
		{`"needs":[]`, `"needs":null`, "needs", wire.CodeWrongType},
		{`"as":"none"`, `"as":"none","As":"x"`, "assumed[0].As", wire.CodeFieldCase},
		{`"readings":{`, `"readings":{"no-such":"x",`, "readings.no-such", wire.CodeUnknownField},
		{`"long-term-care":"grade-alone"`, `"long-term-care":"alone"`, "readings.long-term-care", wire.CodeNotAValue},
		{`"long-term-care":"grade-alone"`, `"long-term-care":"grade-alone","long-term-care":"grade-alone"`, "readings.long-term-care", wire.CodeRepeatedField},
		{`"tables":[]`, `"tables":[{"id":"x","kind":"draft"}]`, "tables[0].sha256", wire.CodeRequired},
		{`"tables":[]`, `"tables":[{"id":"x","kind":"draft","sha256":"00"}]`, "tables[0].sha256", wire.CodeNotAValue},
		{`"on":"2020-10-01"`, `"on":"2020-10-1"`, "on", wire.CodeDateFormat},
		{`"on":"2020-10-01"`, `"on":""`, "on", wire.CodeDateFormat},
		{`"format":1`, `"format":2`, "format", wire.CodeUnknownFormat},
		{`"format":1`, `"format":0`, "format", wire.CodeNumberRange},
		{`"steps":[{`, `"steps":[{"note":"x",`, "steps[0].note", wire.CodeUnknownField},
		{`"result":"met"`, `"result":"Met"`, "steps[1].result", wire.CodeNotAValue},
		{`"times":"1"`, `"times":"01"`, "", wire.CodeNotAValue},
	} {
		require.Contains(t, text, c.from)
		var d assistance.Decision
		err := json.Unmarshal([]byte(strings.Replace(text, c.from, c.to, 1)), &d)
		var faults assistance.Errors
		require.ErrorAs(t, err, &faults, c.to)
		require.NotEmpty(t, faults)
		if c.path != "" {
			assert.Contains(t, pathsAndCodes(faults), c.path+" "+c.code, c.to)
			assert.Contains(t, faults.Text(benefit.Chinese), c.path)
		}
		assert.Equal(t, assistance.Decision{}, d, "a failed read changes nothing")
	}
}

func pathsAndCodes(faults assistance.Errors) []string {
	var all []string
	for _, f := range faults {
		all = append(all, f.Path+" "+f.Code)
	}
	return all
}

// Every fault is named at once, and text that is no JSON is named by line and column.
func TestDecisionNamesEveryFault(t *testing.T) {
	var d assistance.Decision
	err := json.Unmarshal([]byte(`{"on":1,"foo":2}`), &d)
	var faults assistance.Errors
	require.ErrorAs(t, err, &faults)
	assert.Subset(t, pathsAndCodes(faults), []string{"foo " + wire.CodeUnknownField, "on " + wire.CodeWrongType, "digest " + wire.CodeRequired, "steps " + wire.CodeRequired})
	assert.ErrorAs(t, d.UnmarshalJSON([]byte("{\n,")), new(*wire.SyntaxError))
}

// Money may be a number, and need not show its decimals: it is the same decision.
func TestDecisionMoneyAsNumber(t *testing.T) {
	text := explained(t)
	var want assistance.Decision
	require.NoError(t, json.Unmarshal([]byte(text), &want))
	for _, yuan := range []string{`380`, `380.0`, `380.00`, `"380"`, `"380.0"`} {
		var d assistance.Decision
		require.NoError(t, json.Unmarshal([]byte(strings.Replace(text, `"380.00"`, yuan, 1)), &d))
		assert.Equal(t, want, d, yuan)
	}
}

// The parts of a decision read by themselves are read as strictly.
func TestPartsOfDecisionsAreReadStrictly(t *testing.T) {
	for _, c := range []struct {
		to   json.Unmarshaler
		text string
	}{
		{new(assistance.Dibao), `{"verdict":"eligible","members":1,"Members":2}`},
		{new(assistance.Lines), `{"urban":{"yuan":"1.00","per":"month"},"urban":{"yuan":"2.00","per":"month"}}`},
		{new(assistance.Tekun), `{"selfCare":"full","verdicts":"eligible"}`},
		{new(assistance.MemberDecision), `{"id":"a","ID":"b"}`},
		{new(benefit.Part), `{"verdict":"eligible","Payment":{}}`},
		{new(benefit.Payment), `{"yuan":"01.00","per":"month"}`},
		{new(benefit.Payment), `{"bound":"at-least"}`},
		{new(benefit.Need), `{"for":["dibao"],"for":["tekun"]}`},
		{new(benefit.Figure), `{"figure":"dibao-line","Place":"430223"}`},
		{new(benefit.Assumption), `{"fact":"income","as":"none","member":"a"}`},
		{new(benefit.Names), `["dibao","tekun"]`},
		{new(benefit.Quantity), `{"word":"x","Word":"y"}`},
		{new(benefit.Term), `{"what":"line","times":"1","number":"2"}`},
		{new(benefit.Step), `{"code":"total","result":"computed","zh":"x"}`},
	} {
		var faults assistance.Errors
		assert.ErrorAs(t, json.Unmarshal([]byte(c.text), c.to), &faults, c.text)
	}
}
