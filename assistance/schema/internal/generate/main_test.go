package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRegeneratingGivesNoDifference(t *testing.T) {
	for _, f := range files() {
		have, err := os.ReadFile(filepath.Join("..", "..", f.name))
		require.NoError(t, err)
		assert.Equal(t, string(f.text()), string(have), "%s: run go generate ./assistance/schema", f.name)
	}
}

// Every object is strict, and every field has a title and a description in both languages.
func TestSchemasAreStrictAndBilingual(t *testing.T) {
	for _, f := range files() {
		var schema map[string]any
		require.NoError(t, json.Unmarshal(f.text(), &schema))
		check(t, f.name, schema)
	}
}

func check(t *testing.T, at string, v any) {
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			check(t, at, one)
		}
	case map[string]any:
		if v["type"] == "object" {
			assert.Equal(t, false, v["additionalProperties"], at)
			for name, one := range v["properties"].(map[string]any) {
				for _, text := range []string{"title", "description"} {
					words, _ := one.(map[string]any)[text].(string)
					assert.True(t, strings.Contains(words, " / "), "%s.%s: %s %q", at, name, text, words)
				}
			}
		}
		for name, one := range v {
			if name != "enum" && name != "required" {
				check(t, at+"."+name, one)
			}
		}
	}
}

func TestEveryLabelIsUsed(t *testing.T) {
	var all strings.Builder
	for _, f := range files() {
		all.Write(f.text())
	}
	for name, text := range labels {
		assert.Contains(t, all.String(), text[0]+" / "+text[1], name)
	}
}

// Each schema stands by itself: every definition is used and every reference found. A definition
// has one form in all of them.
func TestDefinitionsAreSharedAndUsed(t *testing.T) {
	forms := map[string]any{}
	for _, f := range files() {
		var schema map[string]any
		require.NoError(t, json.Unmarshal(f.text(), &schema))
		defs := schema["$defs"].(map[string]any)
		for name, form := range defs {
			assert.Contains(t, string(f.text()), `"#/$defs/`+name+`"`, "%s: %s is not used", f.name, name)
			if other, ok := forms[name]; ok {
				assert.Equal(t, other, form, "%s: %s", f.name, name)
			}
			forms[name] = form
		}
		for _, ref := range regexp.MustCompile(`"\$ref": "([^"]*)"`).FindAllStringSubmatch(string(f.text()), -1) {
			name, ok := strings.CutPrefix(ref[1], "#/$defs/")
			assert.True(t, ok, "%s: %s", f.name, ref[1])
			assert.Contains(t, defs, name, f.name)
		}
	}
}

// Patterns use what the regular expressions of Go, JavaScript and Python have in common.
func TestPatternsAreCommon(t *testing.T) {
	for _, f := range files() {
		for _, pattern := range regexp.MustCompile(`"pattern": ("[^"]*")`).FindAllStringSubmatch(string(f.text()), -1) {
			var text string
			require.NoError(t, json.Unmarshal([]byte(pattern[1]), &text))
			assert.NotRegexp(t, `\\[^x.]|\(\?`, text, f.name)
			_, err := regexp.Compile(text)
			assert.NoError(t, err)
		}
	}
}
