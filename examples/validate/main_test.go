package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

func schemaOf(t *testing.T, format string) *jsonschema.Schema {
	t.Helper()
	s, err := compile(format)
	require.NoError(t, err)
	return s
}

func validate(s *jsonschema.Schema, text string) error {
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// Every sample file is of its format: tables and cases by their names.
func TestSampleFiles(t *testing.T) {
	all, err := filepath.Glob("../testdata/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, all)
	for _, name := range all {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		format := ""
		switch {
		case strings.HasSuffix(name, ".cases.json"):
			format = "cases"
		case bytes.Contains(data, []byte(`"kind": "draft"`)), bytes.Contains(data, []byte(`"kind": "supplement"`)):
			format = "tables"
		case bytes.Contains(data, []byte(`"dataVersion"`)):
			format = "decision"
		case bytes.Contains(data, []byte(`"division"`)) && bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")):
			format = "household"
		default:
			continue // of another program
		}
		assert.NoError(t, validateFile(schemaOf(t, format), name), name)
	}
}

func TestGeneratedHouseholdsAndDecisions(t *testing.T) {
	households, decisions, tablesFiles := schemaOf(t, "household"), schemaOf(t, "decision"), schemaOf(t, "tables")
	g := assistancetest.NewGenerator(3)
	for range 60 {
		tables := g.Tables()
		for _, o := range tables.Overlays() {
			assert.NoError(t, validate(tablesFiles, string(draft.Format(o))))
		}
		set, err := tables.At(g.Day())
		require.NoError(t, err)
		for range 20 {
			h := g.Household(set)
			text, err := json.Marshal(h)
			require.NoError(t, err)
			require.NoError(t, validate(households, string(text)), string(text))
			for _, decide := range []func(*standards.Set, assistance.Household) (assistance.Decision, error){assistance.Assess, assistance.Explain} {
				d, err := decide(set, h)
				require.NoError(t, err)
				text, err := json.Marshal(d)
				require.NoError(t, err)
				require.NoError(t, validate(decisions, string(text)), string(text))
			}
		}
	}
}

// What the library refuses by its form, the schemas refuse too.
func TestBrokenFilesFail(t *testing.T) {
	const (
		household = `{"division":"430223","members":[{"id":"a","born":"1968-03-02","income":[{"kind":"wages","yuan":"500.00","per":"month"}]}]}`
		table     = `{"id":"x","kind":"draft","rows":[{"key":"dibao-line","place":"430223","residence":"urban","yuan":"500","per":"month","from":"2021-01-01"}]}`
		cases     = `{"cases":[{"name":"n","on":"2021-01-01","household":` + household + `,"expect":{"category":"dibao"}}]}`
		account   = `{"history":{"id":"h","versions":[{"from":"2020-01-01","recorded":"2020-01-01","household":` + household + `}],"grants":[{"part":"dibao","approved":"2020-01-02"}]},
			"payments":[{"month":"2020-02","part":"dibao","yuan":"10.00","paid":"2020-02-09"}]}`
	)
	for _, c := range []struct{ format, text, old, new string }{
		{"account", account, `"recorded":"2020-01-01",`, ``},
		{"account", account, `"part":"dibao","approved"`, `"part":"dibao","member":"a","approved"`},
		{"account", account, `"part":"dibao","approved"`, `"part":"living","member":"a","approved"`},
		{"account", account, `"part":"dibao","yuan"`, `"part":"nursing","yuan"`},
		{"account", account, `"part":"dibao","yuan"`, `"part":"lowIncome","yuan"`},
		{"account", account, `"2020-02"`, `"2020-02-01"`},
		{"account", account, `"payments":`, `"Payments":`},
		{"household", household, `"members"`, `"Members"`},
		{"household", household, `"born":"1968-03-02",`, ``},
		{"household", household, `"wages"`, `"salary"`},
		{"household", household, `"500.00"`, `"-1"`},
		{"household", household, `"500.00"`, `"1.234"`},
		{"household", household, `"500.00"`, `1.234`},
		{"household", household, `"month"`, `"week"`},
		{"household", household, `"1968-03-02"`, `"1968-02-30"`},
		{"household", household, `"id":"a"`, `"id":"a b"`},
		{"household", household, `"id":"a"`, `"id":"a","disability":{"category":"visual","grade":5}`},
		{"household", household, `"division":"430223"`, `"division":null`},
		{"tables", table, `"dibao-line"`, `"dibao-lines"`},
		{"tables", table, `"yuan":"500","per":"month"`, `"count":5`},
		{"tables", table, `"yuan":"500",`, ``},
		{"tables", table, `"residence":"urban"`, `"of":"1"`},
		{"tables", table, `"dibao-line"`, `"tekun-care"`},
		{"tables", table, `"kind":"draft"`, `"kind":"law"`},
		{"tables", table, `"rows"`, `"readings":{"rounding":"down"},"rows"`},
		{"cases", cases, `"category"`, `"categories"`},
		{"cases", cases, `"expect":{"category":"dibao"}`, `"expects":{}`},
		{"cases", cases, `"dibao"}`, `"rich"}`},
		{"cases", cases, `"name":"n"`, `"name":""`},
	} {
		s := schemaOf(t, c.format)
		require.NoError(t, validate(s, c.text))
		require.NoError(t, refusedByLibrary(c.format, c.text))
		broken := strings.Replace(c.text, c.old, c.new, 1)
		require.NotEqual(t, c.text, broken)
		assert.Error(t, validate(s, broken), broken)
		assert.Error(t, refusedByLibrary(c.format, broken), broken)
	}
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(household), &h))
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	text, err := json.Marshal(d)
	require.NoError(t, err)
	decision := schemaOf(t, "decision")
	require.NoError(t, validate(decision, string(text)))
	for _, c := range [][2]string{{`"category":`, `"Category":`}, {`"per":"month"`, `"per":"week"`}, {`"on":"2020-10-01",`, ``}, {`"steps":[{`, `"steps":[{"x":1,`}} {
		broken := strings.Replace(string(text), c[0], c[1], 1)
		require.NotEqual(t, string(text), broken)
		assert.Error(t, validate(decision, broken), broken)
	}
}

func refusedByLibrary(format, text string) error {
	switch format {
	case "household":
		var h assistance.Household
		return json.Unmarshal([]byte(text), &h)
	case "account":
		for _, err := range months.Read(strings.NewReader(text)) {
			if err != nil {
				return err
			}
		}
		return nil
	case "tables":
		o, err := draft.Parse([]byte(text))
		if err == nil {
			_, err = standards.Published().With(o)
		}
		return err
	}
	_, err := wire.Parse([]byte(text))
	if err == nil {
		_, err = assistancetest.ReadCases(fstest.MapFS{"x": {Data: []byte(text)}}, "x")
	}
	return err
}

func TestCommand(t *testing.T) {
	var stdout, stderr bytes.Buffer
	assert.Equal(t, 0, run([]string{"tables", "../testdata/draft-2021.json"}, &stdout, &stderr), stderr.String())
	assert.Contains(t, stdout.String(), "valid")
	assert.Equal(t, 1, run([]string{"cases", "../testdata/draft-2021.json"}, &stdout, &stderr))
	assert.Equal(t, 2, run([]string{"cases"}, &stdout, &stderr))
	assert.Equal(t, 2, run([]string{"case", "x"}, &stdout, &stderr))
}
