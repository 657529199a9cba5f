package server

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/standards"
)

// quiet returns a server that logs nothing.
func quiet() *Server { return New(nil, slog.New(slog.DiscardHandler), DefaultLimits()) }

// request is what a test asks; the zero fields are left to the usual.
type request struct {
	method, path, body, contentType, accept, language string
}

// ask returns the answer of a handler.
func ask(t *testing.T, h http.Handler, q request) *httptest.ResponseRecorder {
	t.Helper()
	method := q.method
	if method == "" {
		method = http.MethodPost
	}
	r := httptest.NewRequestWithContext(t.Context(), method, q.path, strings.NewReader(q.body))
	for name, value := range map[string]string{"Content-Type": q.contentType, "Accept": q.accept, "Accept-Language": q.language} {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// problemIn reads the problem of an answer.
func problemIn(t *testing.T, w *httptest.ResponseRecorder) Problem {
	t.Helper()
	assert.Equal(t, mediaProblem, w.Header().Get("Content-Type"))
	var p Problem
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &p), w.Body.String())
	assert.Equal(t, w.Code, p.Status)
	return p
}

func example(t *testing.T) (*standards.Set, assistance.Household) {
	t.Helper()
	var h assistance.Household
	require.NoError(t, json.Unmarshal(exampleHousehold, &h))
	set, err := standards.At(exampleDay)
	require.NoError(t, err)
	return set, h
}

func TestDecisionsAreThoseOfTheLibrary(t *testing.T) {
	set, h := example(t)
	handler := quiet().Handler()
	for path, decide := range map[string]func(*standards.Set, assistance.Household) (assistance.Decision, error){"/v1/assess": assistance.Assess, "/v1/explain": assistance.Explain} {
		want, err := decide(set, h)
		require.NoError(t, err)
		text, err := json.Marshal(want)
		require.NoError(t, err)
		w := ask(t, handler, request{path: path + "?on=2020-10-01", body: string(exampleHousehold)})
		assert.Equal(t, http.StatusOK, w.Code)
		assert.Equal(t, string(text)+"\n", w.Body.String())
		assert.Equal(t, "application/json", w.Header().Get("Content-Type"))
	}
}

func TestNotice(t *testing.T) {
	set, h := example(t)
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	n := notice.Notice{Decision: d, Household: h, Set: set}
	handler := quiet().Handler()
	for _, c := range []struct {
		accept, language string
		media            string
		want             string
		lang             standards.Lang
	}{
		{"", "", mediaText, n.Text(standards.Chinese), standards.Chinese},
		{"text/plain", "en", mediaText, n.Text(standards.English), standards.English},
		{"text/*;q=0.5, application/json", "en-GB, zh;q=0.9", mediaText, n.Text(standards.English), standards.English},
		{"*/*", "zh-CN, en;q=0.8", mediaText, n.Text(standards.Chinese), standards.Chinese},
		{"*/*", "fr", mediaText, n.Text(standards.Chinese), standards.Chinese},
		{"text/html", "", mediaHTML, n.HTML(standards.Chinese), standards.Chinese},
		{"text/html,application/xml;q=0.9,*/*;q=0.8", "en-US,en;q=0.5", mediaHTML, n.HTML(standards.English), standards.English},
		{"text/html;q=0.4, text/plain;q=0.5", "en", mediaText, n.Text(standards.English), standards.English},
	} {
		w := ask(t, handler, request{path: "/v1/notice?on=2020-10-01", body: string(exampleHousehold), accept: c.accept, language: c.language})
		assert.Equal(t, c.want, w.Body.String(), c.language)
		assert.Equal(t, tag(c.lang), w.Header().Get("Content-Language"))
		assert.Equal(t, c.media+"; charset=utf-8", w.Header().Get("Content-Type"))
		assert.Equal(t, c.media == mediaHTML, w.Header().Get("Content-Security-Policy") != "", "what is HTML runs nothing")
		assert.Equal(t, "Accept, Accept-Language", w.Header().Get("Vary"))
	}
	w := ask(t, handler, request{path: "/v1/notice?on=2020-10-01", body: string(exampleHousehold), accept: "image/png, text/plain;q=0, text/html;q=0"})
	p := problemIn(t, w)
	assert.Equal(t, http.StatusNotAcceptable, p.Status)
	require.Len(t, p.Errors, 1)
	assert.Equal(t, "the forms are text/plain, text/html", p.Errors[0].En)
}

func TestVerify(t *testing.T) {
	set, h := example(t)
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	verify := func(d assistance.Decision, h assistance.Household) map[string]any {
		body, err := json.Marshal(map[string]any{"decision": d, "household": h})
		require.NoError(t, err)
		w := ask(t, quiet().Handler(), request{path: "/v1/verify", body: string(body)})
		require.Equal(t, http.StatusOK, w.Code, w.Body.String())
		var answer map[string]any
		require.NoError(t, json.Unmarshal(w.Body.Bytes(), &answer))
		return answer
	}
	stands := verify(d, h)
	assert.Equal(t, true, stands["same"])
	assert.Equal(t, true, stands["sameStandards"])
	assert.Contains(t, stands["en"], "verified: on 2020-10-01 household h-17")
	assert.NotNil(t, stands["now"])
	d.Total.Amount = standards.Fen(1, standards.PerMonth)
	differs := verify(d, h)
	assert.Equal(t, false, differs["same"])
	assert.Contains(t, differs["zh"], "total.yuan")
	h.ID = "another"
	other := verify(d, h)
	assert.Equal(t, true, other["anotherHousehold"])
	assert.NotContains(t, other, "now", "nothing was decided")
}

// Every fault of both is told, at its place in the body.
func TestVerifyTellsEveryFault(t *testing.T) {
	handler := quiet().Handler()
	for body, want := range map[string][]string{
		`{"decision":{"on":"2020-02-30"},"household":{"division":"x","members":[]}}`: {"/decision/dataVersion", "/decision/on", "/household/division", "/household/members"},
		`{"decision":{},"a/b":1}`: {"/a~1b", "/household"},
		`[]`:                      {""},
	} {
		w := ask(t, handler, request{path: "/v1/verify", body: body})
		p := problemIn(t, w)
		assert.Equal(t, http.StatusUnprocessableEntity, p.Status)
		var pointers []string
		for _, fault := range p.Errors {
			pointers = append(pointers, *fault.Pointer)
		}
		for _, pointer := range want {
			assert.Contains(t, pointers, pointer, body)
		}
	}
}

func TestStandardsNameTheirSources(t *testing.T) {
	w := ask(t, quiet().Handler(), request{method: http.MethodGet, path: "/v1/standards?on=2020-10-01"})
	require.Equal(t, http.StatusOK, w.Code)
	var answer struct {
		Documents []struct{ Document, Zh string }
		Rows      []struct{ Key, Document, Clause string }
	}
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &answer))
	set, _ := example(t)
	assert.Len(t, answer.Rows, len(set.Deciding()))
	known := map[string]bool{}
	for _, d := range answer.Documents {
		known[d.Document] = d.Zh != ""
	}
	for _, row := range answer.Rows {
		assert.True(t, known[row.Document], row.Document)
	}
}

func TestSchemas(t *testing.T) {
	handler := quiet().Handler()
	w := ask(t, handler, request{method: http.MethodGet, path: "/v1/schema"})
	var names []string
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &names))
	assert.Contains(t, names, "household.schema.json")
	for _, name := range names {
		w := ask(t, handler, request{method: http.MethodGet, path: "/v1/schema/" + name})
		assert.Equal(t, mediaSchema, w.Header().Get("Content-Type"))
		assert.True(t, json.Valid(w.Body.Bytes()))
	}
	assert.Equal(t, http.StatusNotFound, ask(t, handler, request{method: http.MethodGet, path: "/v1/schema/server.go"}).Code)
}

func TestProblems(t *testing.T) {
	small := DefaultLimits()
	small.Body = 400
	handler := New(nil, slog.New(slog.DiscardHandler), small).Handler()
	const on = "/v1/assess?on=2020-10-01"
	for _, c := range []struct {
		ask    request
		kind   kind
		faults []string // pointer or parameter, and code
	}{
		{request{path: "/v1/assess", body: "{}"}, dayMissing, []string{"on required"}},
		{request{path: "/v1/assess?on=", body: "{}"}, badParameter, []string{"on date-format"}},
		{request{path: "/v1/assess?on=2020-13-01", body: "{}"}, badParameter, []string{"on date-format"}},
		{request{path: "/v1/assess?on=1999-01-01", body: "{}"}, dayNotCovered, []string{"on day-not-covered"}},
		{request{path: "/v1/assess?on=2020-10-01&On=x&on=2020-10-02"}, badParameter, []string{"On unknown-parameter", "on repeated-parameter"}},
		{request{path: on, body: `{"members":[{"id":"a","born":"1990-01-01","income":[{"kind":"wages","yuan":"1.234","per":"month"}]}],"x":1}`}, unusable,
			[]string{"/x unknown-field", "/division required", "/members/0/income/0/yuan money-format"}},
		{request{path: on, body: `{"division":"430223","members":[{"id":"a","born":"2020-12-01"}]}`}, unusable, []string{"/members/0/born date-range"}},
		{request{path: on, body: `{"id":}`}, notJSON, []string{" not-json"}},
		{request{path: on}, notJSON, []string{" not-json"}},
		{request{path: on, body: strings.Repeat(" ", 401)}, bodyTooLarge, []string{" body-too-large"}},
		{request{path: on, body: "{}", contentType: "text/csv"}, badMediaType, nil},
		{request{path: "/v1/nowhere"}, notFound, nil},
		{request{method: http.MethodGet, path: on}, methodNotAllowed, nil},
		{request{path: "/metrics"}, methodNotAllowed, nil},
	} {
		w := ask(t, handler, c.ask)
		p := problemIn(t, w)
		assert.Equal(t, typeBase+c.kind.name, p.Type, "%+v", c.ask)
		assert.Equal(t, c.kind.status, w.Code)
		assert.Equal(t, []string{c.kind.title.Zh, c.kind.title.Zh, c.kind.title.En}, []string{p.Title, p.Zh, p.En})
		var faults []string
		for _, fault := range p.Errors {
			at := fault.Parameter
			if fault.Pointer != nil {
				at = *fault.Pointer
			}
			faults = append(faults, at+" "+fault.Code)
			assert.NotEmpty(t, fault.Zh)
			assert.NotEmpty(t, fault.En)
		}
		assert.Equal(t, c.faults, faults, "%+v", c.ask)
	}
	w := ask(t, handler, request{path: "/v1/assess", language: "en"})
	assert.Equal(t, dayMissing.title.En, problemIn(t, w).Title)
	assert.Equal(t, "POST", ask(t, handler, request{method: http.MethodDelete, path: on}).Header().Get("Allow"))
}

// A panic ends the request in which it is, and tells the log no fact.
func TestPanicEndsOneRequest(t *testing.T) {
	var log bytes.Buffer
	s := New(nil, slog.New(slog.NewJSONHandler(&log, nil)), DefaultLimits())
	s.assess = func(*assistance.Decision, *standards.Set, *assistance.Household) error { panic("father 500.00") }
	handler := s.Handler()
	w := ask(t, handler, request{path: "/v1/assess?on=2020-10-01", body: string(exampleHousehold)})
	assert.Equal(t, typeBase+"internal", problemIn(t, w).Type)
	assert.Equal(t, http.StatusOK, ask(t, handler, request{path: "/v1/explain?on=2020-10-01", body: string(exampleHousehold)}).Code)
	assert.Contains(t, log.String(), `"msg":"panic"`)
	assert.NotContains(t, log.String(), "500.00")
	assert.Contains(t, ask(t, handler, request{method: http.MethodGet, path: "/metrics"}).Body.String(), "zhuzhou_panics_total 1\n")
	assert.Empty(t, s.room, "every request gives its place back")
}

// An answer that a panic cuts off is broken off: its client does not take a part for the whole.
func TestPanicAfterTheAnswerBegan(t *testing.T) {
	s := quiet()
	web := httptest.NewServer(s.serve("/", func(w http.ResponseWriter, _ *http.Request) error {
		_, _ = io.WriteString(w, strings.Repeat("x", 100_000))
		panic("half way")
	}))
	defer web.Close()
	answer, err := web.Client().Get(web.URL)
	require.NoError(t, err)
	_, err = io.ReadAll(answer.Body)
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.NoError(t, answer.Body.Close())
}

// No fact, name or identity number of a household stands in the log, whatever is asked.
func TestLogTellsNothingOfAFamily(t *testing.T) {
	var log bytes.Buffer
	handler := New(nil, slog.New(slog.NewTextHandler(&log, nil)), DefaultLimits()).Handler()
	const body = `{"id":"430202196803021238","division":"430223","members":[{"id":"王五","born":"1968-03-02","income":[{"kind":"wages","yuan":"123.45","per":"month"}]}]}`
	for _, path := range []string{"/v1/assess", "/v1/explain", "/v1/notice", "/v1/nearest", "/v1/between", "/v1/verify", "/王五"} {
		for _, q := range []string{"", "?on=2020-10-01", "?on=王五", "?王五=1"} {
			ask(t, handler, request{path: path + q, body: body})
			ask(t, handler, request{path: path + q, body: body[:100]})
			ask(t, handler, request{path: path + q, body: strings.Replace(body, "born", "王五", 1) + "\n" + body, contentType: mediaLines})
		}
	}
	require.Contains(t, log.String(), "route=/v1/verify status=4")
	for _, fact := range []string{"王五", "430202", "1968", "123.45", "wages"} {
		assert.NotContains(t, log.String(), fact)
	}
}

// What there is no room for is told to come back, and is not decided.
func TestBusy(t *testing.T) {
	s := quiet()
	for range s.limits.Requests {
		require.True(t, s.enter())
	}
	w := ask(t, s.Handler(), request{path: "/v1/assess?on=2020-10-01", body: string(exampleHousehold)})
	assert.Equal(t, typeBase+"busy", problemIn(t, w).Type)
	assert.Equal(t, retryAfter, w.Header().Get("Retry-After"))
}

func TestHealth(t *testing.T) {
	s := quiet()
	handler := s.Handler()
	assert.Contains(t, ask(t, handler, request{method: http.MethodGet, path: "/healthz"}).Body.String(), `"status":"ok"`)
	s.Stop()
	s.Stop()
	assert.Equal(t, http.StatusServiceUnavailable, ask(t, handler, request{method: http.MethodGet, path: "/healthz"}).Code)
}

func TestMetrics(t *testing.T) {
	handler := quiet().Handler()
	ask(t, handler, request{path: "/v1/assess?on=2020-10-01", body: string(exampleHousehold)})
	ask(t, handler, request{path: "/v1/assess?on=2020-10-01", body: "{}"})
	ask(t, handler, request{path: "/no/such/王五"})
	text := ask(t, handler, request{method: http.MethodGet, path: "/metrics"}).Body.String()
	for _, line := range []string{
		`zhuzhou_households_total{result="decided"} 1`, `zhuzhou_households_total{result="refused"} 1`,
		`zhuzhou_requests_total{route="/v1/assess",status="2xx"} 1`, `zhuzhou_requests_total{route="/v1/assess",status="4xx"} 1`,
		`zhuzhou_requests_total{route="other",status="4xx"} 1`, `zhuzhou_request_seconds_bucket{route="/v1/assess",le="+Inf"} 2`,
		`zhuzhou_request_seconds_count{route="/v1/assess"} 2`,
	} {
		assert.Contains(t, text, line+"\n")
	}
	assert.NotContains(t, text, "王五")
}

// The standards of more days than are kept are made again.
func TestDaysAreBounded(t *testing.T) {
	s := quiet()
	day := exampleDay
	for range 2 * maxDays {
		set, err := s.days.at(day)
		require.NoError(t, err)
		again, err := s.days.at(day)
		require.NoError(t, err)
		assert.Same(t, set, again)
		day = day.Next()
	}
	assert.LessOrEqual(t, len(s.days.sets), maxDays)
}

// A request whose body breaks off is not answered as if it were whole.
func TestBrokenBody(t *testing.T) {
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/v1/assess?on=2020-10-01", io.MultiReader(bytes.NewReader(exampleHousehold[:40]), broken{}))
	w := httptest.NewRecorder()
	quiet().Handler().ServeHTTP(w, r)
	assert.Equal(t, typeBase+"batch-broken", problemIn(t, w).Type)
}

// broken is a body that ends too early.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
