package assistance_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/standards"
)

// everyField is a household that states everything that the wire format has, in its order.
const everyField = `{"id":"h-1","division":"430223","residence":"rural","property":"within","onDibao":"yes",` +
	`"income":[{"kind":"property","yuan":"1200.00","per":"year"}],"jobCosts":{"yuan":"50.00","per":"month"},"weight":1000000,"members":[` +
	`{"id":"父","born":"1968-03-02","residence":"urban","division":"elsewhere","counted":"yes","relation":"applicant","absence":"clergy",` +
	`"income":[{"kind":"wages","yuan":"500.05","per":"month","months":12},{"kind":"relief","yuan":"0.00","per":"year"}],"property":"over",` +
	`"disability":{"category":"multiple","grade":1,"components":[{"category":"visual","grade":1},{"category":"mental","grade":4}],"longTermCare":"no"},` +
	`"seriousIllness":"yes","support":"incapable","cannot":["eating","bathing"],"selfCare":"partial","placement":"institution","workInjuryNursing":"no",` +
	`"childScheme":"unattended-topped-up","livingAllowance":{"yuan":"0.01","per":"month"},"nursingAllowance":{"yuan":"100000000000.00","per":"year"}},` +
	`{"id":"b","born":"1900-01-01","income":[],"cannot":[]}]}`

// What is accepted is written back as it was, in the form of the format.
func TestHouseholdRoundTrip(t *testing.T) {
	for _, row := range []struct{ name, in, out string }{
		{"every field", everyField, everyField},
		{"the least", `{"division":"430211","members":[{"id":"a","born":"1980-01-01"}]}`, ""},
		{"no income stated is not an empty list", `{"division":"430211","members":[{"id":"a","born":"1980-01-01","income":[]}]}`, ""},
		{"a town's code", `{"division":"430211001","members":[{"id":"a","born":"1980-01-01"}]}`, `{"division":"430211","members":[{"id":"a","born":"1980-01-01"}]}`},
		{"a village's code", `{"division":"430211001001","members":[{"id":"a","born":"1980-01-01"}]}`, `{"division":"430211","members":[{"id":"a","born":"1980-01-01"}]}`},
		{"the former county", `{"division":"430221","members":[{"id":"a","born":"1980-01-01"}]}`, `{"division":"430212","members":[{"id":"a","born":"1980-01-01"}]}`},
		{"a Chinese name", `{"division":"湖南省株洲市攸县","members":[{"id":"a","born":"1980-01-01"}]}`, `{"division":"430223","members":[{"id":"a","born":"1980-01-01"}]}`},
		{"an English name", `{"division":"Youxian","members":[{"id":"a","born":"1980-01-01"}]}`, `{"division":"430223","members":[{"id":"a","born":"1980-01-01"}]}`},
		{"money as a number", `{"division":"430211","jobCosts":{"yuan":12.5,"per":"month"},"members":[{"id":"a","born":"1980-01-01"}]}`,
			`{"division":"430211","jobCosts":{"yuan":"12.50","per":"month"},"members":[{"id":"a","born":"1980-01-01"}]}`},
		{"fields in another order", `{"members":[{"born":"1980-01-01","id":"a"}],"division":"430211"}`, `{"division":"430211","members":[{"id":"a","born":"1980-01-01"}]}`},
		{"escapes", `{"id":"\u6237","division":"430211","members":[{"id":"a\"\\","born":"1980-01-01"}]}`, `{"id":"户","division":"430211","members":[{"id":"a\"\\","born":"1980-01-01"}]}`},
	} {
		t.Run(row.name, func(t *testing.T) {
			var h assistance.Household
			require.NoError(t, json.Unmarshal([]byte(row.in), &h))
			text, err := json.Marshal(h)
			require.NoError(t, err)
			want := row.out
			if want == "" {
				want = row.in
			}
			assert.Equal(t, want, string(text))
			var again assistance.Household
			require.NoError(t, json.Unmarshal(text, &again))
			assert.Equal(t, h, again)
		})
	}
}

// A decision is plain data: what is decoded is what was encoded, steps and all, and it has no null.
func TestDecisionRoundTrip(t *testing.T) {
	g := assistancetest.NewGenerator(5)
	for range 400 {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		h := g.Household(set)
		for _, decide := range []func(*standards.Set, assistance.Household) (assistance.Decision, error){assistance.Assess, assistance.Explain} {
			d, err := decide(set, h)
			require.NoError(t, err)
			text, err := json.Marshal(d)
			require.NoError(t, err)
			assert.NotContains(t, string(text), "null")
			var again assistance.Decision
			require.NoError(t, json.Unmarshal(text, &again))
			require.Equal(t, d, again, "%s", text)
			second, err := json.Marshal(again)
			require.NoError(t, err)
			require.Equal(t, string(text), string(second))
		}
	}
}

// A caseFile is a file of cases, in which expect is part of a decision.
type caseFile struct {
	Cases []struct {
		Name, Why string
		On        standards.Date
		Household assistance.Household
		Expect    json.RawMessage
	}
}

// The cases of testdata: each field that is expected stands in the decision, members are found by id, needs and assumptions contain.
func TestCases(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "cases", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		var file caseFile
		require.NoError(t, json.Unmarshal(data, &file), name)
		for _, c := range file.Cases {
			t.Run(c.Name, func(t *testing.T) {
				set, err := standards.At(c.On)
				require.NoError(t, err)
				d, err := assistance.Assess(set, c.Household)
				require.NoError(t, err)
				text, err := json.Marshal(d)
				require.NoError(t, err)
				var want, got any
				require.NoError(t, json.Unmarshal(c.Expect, &want))
				require.NoError(t, json.Unmarshal(text, &got))
				for _, missing := range missingIn(want, got, "") {
					assert.Fail(t, missing, "%s\n%s", c.Why, text)
				}
			})
		}
	}
}

// missingIn lists what want states and got does not.
func missingIn(want, got any, path string) []string {
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			return []string{path + " is no object"}
		}
		var missing []string
		for name, value := range want {
			missing = append(missing, missingIn(value, object[name], path+"."+name)...)
		}
		return missing
	case []any:
		list, _ := got.([]any)
		var missing []string
		for _, value := range want {
			if !slices.ContainsFunc(list, func(one any) bool { return len(missingIn(value, one, "")) == 0 }) {
				text, _ := json.Marshal(value)
				missing = append(missing, path+" has no "+string(text))
			}
		}
		if len(want) == 0 && len(list) > 0 {
			missing = append(missing, path+" is not empty")
		}
		return missing
	}
	if want != got {
		text, _ := json.Marshal([2]any{want, got})
		return []string{path + ": " + string(text)}
	}
	return nil
}

// Decoding never panics, and what it accepts is written back to itself and decided without an error but for the day.
func FuzzHousehold(f *testing.F) {
	for _, seed := range []string{everyField, good1, refused, noID, "", "[]", "{}", `{"division":"430211","members":[{"id":"a","born":"1980-01-01","income":[{"kind":"wages","yuan":1e3,"per":"month"}]}]}`,
		strings.Repeat("[", 1000), "{\"\xff\":1}", `{"a":1,"a":2}`, `{"weight":-0}`} {
		f.Add([]byte(seed))
	}
	set, err := standards.At(standards.Day(2021, 12, 31))
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		var h assistance.Household
		if err := json.Unmarshal(data, &h); err != nil {
			for range assistance.Read(bytes.NewReader(data)) {
				continue
			}
			return
		}
		text, err := json.Marshal(h)
		require.NoError(t, err)
		var again assistance.Household
		require.NoError(t, json.Unmarshal(text, &again), "%s", text)
		require.Equal(t, h, again)
		second, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(text), string(second))
		if d, err := assistance.Assess(set, h); err == nil {
			input, err := assistance.Check(set, again)
			require.NoError(t, err)
			assert.Equal(t, d.Input, input)
		}
	})
}
