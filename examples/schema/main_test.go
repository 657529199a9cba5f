package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRegeneratingGivesNoDifference(t *testing.T) {
	for _, f := range files() {
		have, err := os.ReadFile(f.name)
		require.NoError(t, err)
		assert.Equal(t, string(f.text()), string(have), "%s: run go generate ./examples/schema", f.name)
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
