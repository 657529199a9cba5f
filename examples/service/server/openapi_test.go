package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func parsed(t *testing.T) node {
	t.Helper()
	text, err := Document()
	require.NoError(t, err)
	var d node
	require.NoError(t, json.Unmarshal(text, &d))
	return d
}

// Every route is described, and nothing else.
func TestEveryRouteIsDescribed(t *testing.T) {
	var served, described []string
	for _, r := range quiet().routes() {
		served = append(served, strings.ToLower(r.method)+" "+r.path())
	}
	for path, methods := range parsed(t).at("paths") {
		for method := range methods.(map[string]any) {
			described = append(described, method+" "+path)
		}
	}
	assert.ElementsMatch(t, served, described)
}

// Every reference of the document leads somewhere.
func TestReferencesLeadSomewhere(t *testing.T) {
	d := parsed(t)
	seen := 0
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if to, ok := v["$ref"].(string); ok {
				seen++
				path := strings.Split(strings.TrimPrefix(to, "#/"), "/")
				assert.Contains(t, d.at(path[:len(path)-1]...), path[len(path)-1], to)
			}
			for _, inner := range v {
				walk(inner)
			}
		case []any:
			for _, inner := range v {
				walk(inner)
			}
		}
	}
	walk(map[string]any(d))
	assert.Greater(t, seen, 100)
}

// The examples of the document are what the service answers.
func TestExamplesAreDecided(t *testing.T) {
	d := parsed(t)
	handler := quiet().Handler()
	household := d.at("components", "requestBodies", "household", "content", mediaJSON)["example"]
	for path, example := range map[string]struct {
		request, answer any
	}{
		"/v1/assess":  {household, d.at("components", "responses", "decision", "content", mediaJSON)["example"]},
		"/v1/nearest": {household, d.at("paths", "/v1/nearest", "post", "responses", "200", "content", mediaJSON)["example"]},
		"/v1/between": {household, d.at("paths", "/v1/between", "post", "responses", "200", "content", mediaJSON)["example"]},
		"/v1/verify": {d.at("paths", "/v1/verify", "post", "requestBody", "content", mediaJSON)["example"],
			d.at("paths", "/v1/verify", "post", "responses", "200", "content", mediaJSON)["example"]},
	} {
		body, err := json.Marshal(example.request)
		require.NoError(t, err)
		want, err := json.Marshal(example.answer)
		require.NoError(t, err)
		query := "?on=" + d.at("components", "parameters", "on")["example"].(string)
		if path == "/v1/verify" {
			query = ""
		}
		w := ask(t, handler, request{path: path + query, body: string(body)})
		assert.Equal(t, http.StatusOK, w.Code, w.Body.String())
		assert.JSONEq(t, string(want), w.Body.String(), path)
	}
	body, err := json.Marshal(household)
	require.NoError(t, err)
	w := ask(t, handler, request{path: "/v1/notice?on=2020-10-01", body: string(body), language: "en"})
	assert.Equal(t, d.at("paths", "/v1/notice", "post", "responses", "200", "content", mediaText)["example"], w.Body.String())
	w = ask(t, handler, request{method: http.MethodGet, path: "/openapi.json"})
	assert.True(t, json.Valid(w.Body.Bytes()))
}
