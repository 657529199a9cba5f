package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/service/server"
)

// described is the service, and the router of the document that describes it.
func described(t *testing.T) (http.Handler, routers.Router, *openapi3.T) {
	t.Helper()
	text, err := server.Document()
	require.NoError(t, err)
	document, err := openapi3.NewLoader().LoadFromData(text)
	require.NoError(t, err)
	require.NoError(t, document.Validate(t.Context()))
	router, err := gorillamux.NewRouter(document)
	require.NoError(t, err)
	for media, as := range map[string]string{"application/x-ndjson": "text/plain", "text/html": "text/plain", "application/schema+json": "application/json"} {
		openapi3filter.RegisterBodyDecoder(media, openapi3filter.RegisteredBodyDecoder(as))
	}
	return server.New(nil, slog.New(slog.DiscardHandler), server.DefaultLimits()).Handler(), router, document
}

// The document is sound, and each answer of the service, good or not, is one that it describes.
func TestTheServiceAnswersAsItsDocumentSays(t *testing.T) {
	handler, router, document := described(t)
	household, err := json.Marshal(document.Components.RequestBodies["household"].Value.Content["application/json"].Example)
	require.NoError(t, err)
	decision, err := json.Marshal(document.Components.Responses["decision"].Value.Content["application/json"].Example)
	require.NoError(t, err)
	family, again := string(household), `{"decision":`+string(decision)+`,"household":`+string(household)+`}`
	for _, c := range []struct {
		method, path, media, body string
		status                    int
	}{
		{"GET", "/", "", "", 404},
		{"POST", "/v1/assess?on=2020-10-01", "application/json", family, 200},
		{"POST", "/v1/explain?on=2021-03-01", "application/json", family, 200},
		{"POST", "/v1/assess?on=2020-10-01", "application/x-ndjson", family + "\n{\n" + family, 200},
		{"POST", "/v1/notice?on=2020-10-01", "application/json", family, 200},
		{"POST", "/v1/nearest?on=2020-10-01", "application/json", family, 200},
		{"POST", "/v1/between?on=2020-10-01", "application/json", family, 200},
		{"POST", "/v1/verify", "application/json", again, 200},
		{"POST", "/v1/verify", "application/json", strings.Replace(again, `"yuan":"80.00"`, `"yuan":"81.00"`, 1), 200},
		{"POST", "/v1/verify", "application/json", strings.Replace(again, `"id":"h-17"`, `"id":"h-18"`, 1), 200},
		{"GET", "/v1/standards?on=2020-10-01", "", "", 200},
		{"GET", "/v1/schema", "", "", 200},
		{"GET", "/v1/schema/decision.schema.json", "", "", 200},
		{"GET", "/v1/schema/none", "", "", 404},
		{"GET", "/openapi.json", "", "", 200},
		{"GET", "/healthz", "", "", 200},
		{"GET", "/metrics", "", "", 200},
	} {
		r := newRequest(t, c.method, c.path, c.media, c.body)
		route, parameters, err := router.FindRoute(r)
		require.NoError(t, err, c.path)
		input := &openapi3filter.RequestValidationInput{Request: r, PathParams: parameters, Route: route}
		require.NoError(t, openapi3filter.ValidateRequest(t.Context(), input), c.path)
		checkAnswer(t, handler, input, c.status)
		r = newRequest(t, c.method, c.path, c.media, c.body)
		r.Header.Set("Accept", "text/html,*/*;q=0.8") // as a browser asks
		input.Request = r
		checkAnswer(t, handler, input, c.status)
	}
}

// A request that the document does not allow is a problem, as the document describes it.
func TestWhatTheDocumentRefusesTheServiceRefuses(t *testing.T) {
	handler, router, _ := described(t)
	for _, c := range []struct {
		path, media, body string
		status            int
	}{
		{"/v1/assess", "application/json", "{}", 400},
		{"/v1/assess?on=yesterday", "application/json", "{}", 400},
		{"/v1/assess?on=2020-10-01", "application/json", `{"division":"430223","Members":[]}`, 422},
		{"/v1/assess?on=2020-10-01", "text/csv", `{}`, 415},
		{"/v1/verify", "application/json", `{"decision":{}}`, 422},
	} {
		r := newRequest(t, "POST", c.path, c.media, c.body)
		route, parameters, err := router.FindRoute(r)
		require.NoError(t, err)
		input := &openapi3filter.RequestValidationInput{Request: r, PathParams: parameters, Route: route}
		assert.Error(t, openapi3filter.ValidateRequest(t.Context(), input), c.path)
		checkAnswer(t, handler, &openapi3filter.RequestValidationInput{Request: newRequest(t, "POST", c.path, c.media, c.body), PathParams: parameters, Route: route}, c.status)
	}
}

func newRequest(t *testing.T, method, path, media, body string) *http.Request {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	return r
}

// checkAnswer has the service answer, and holds the answer to the document.
func checkAnswer(t *testing.T, handler http.Handler, input *openapi3filter.RequestValidationInput, status int) {
	t.Helper()
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, input.Request)
	assert.Equal(t, status, w.Code, w.Body.String())
	response := &openapi3filter.ResponseValidationInput{RequestValidationInput: input, Status: w.Code, Header: w.Header(),
		Body: io.NopCloser(bytes.NewReader(w.Body.Bytes())), Options: &openapi3filter.Options{IncludeResponseStatus: true}}
	assert.NoError(t, openapi3filter.ValidateResponse(t.Context(), response), input.Request.URL.Path)
}
