package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
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

// What reform prints is of its schema: one draft and a sweep, several variants, a sweep alone.
func TestReform(t *testing.T) {
	if testing.Short() {
		t.Skip("builds another program")
	}
	of := schemaOf(t, "reform")
	for _, flags := range [][]string{
		{"-draft", "../testdata/draft-2021.json", "-sweep", "dibao-line@city-five/urban=600..700/50"},
		{"-draft", "../testdata/draft-2021.json", "-set", "dibao-line@city-five/urban=+10", "-assume", "income=none"},
		{"-sweep", "dibao-line@county-five/rural=4320..4600/140/year"},
	} {
		args := append([]string{"run", "github.com/openminzheng/zhuzhou/examples/reform", "-on", "2021-01-01", "-json"}, flags...)
		out, err := exec.Command("go", append(args, "../testdata/reform-households.csv")...).Output()
		require.NoError(t, err, flags)
		assert.NoError(t, validate(of, string(out)), flags)
		assert.Error(t, validate(of, strings.Replace(string(out), `"complete"`, `"completed"`, 1)), flags)
	}
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

// sample is values of a format, and what is refused by its form.
type sample struct {
	Valid  []json.RawMessage `json:"valid"`
	Faulty []struct {
		Why   string          `json:"why"`
		Value json.RawMessage `json:"value"`
	} `json:"faulty"`
}

// samples are those of each format. Validators of other languages are held to them too.
func samples(t *testing.T) (all map[string]sample) {
	t.Helper()
	data, err := os.ReadFile("../../assistance/schema/testdata/samples.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &all))
	return all
}

// What the library refuses by its form, the schemas refuse too, and they take what it takes.
func TestSamples(t *testing.T) {
	for format, of := range samples(t) {
		s := schemaOf(t, format)
		for _, text := range of.Valid {
			assert.NoError(t, validate(s, string(text)), string(text))
			assert.NoError(t, refusedByLibrary(format, string(text)), string(text))
		}
		for _, faulty := range of.Faulty {
			assert.Error(t, validate(s, string(faulty.Value)), "%s: %s", format, faulty.Why)
			assert.Error(t, refusedByLibrary(format, string(faulty.Value)), "%s: %s", format, faulty.Why)
		}
	}
}

func TestBrokenDecisionsFail(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	var h assistance.Household
	require.NoError(t, json.Unmarshal(samples(t)["household"].Valid[0], &h))
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
