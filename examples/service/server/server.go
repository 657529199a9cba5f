package server

import (
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// Server decides households under one set of tables. New makes it; it is safe for concurrent use.
type Server struct {
	tables   *standards.Tables
	log      *slog.Logger
	limits   Limits
	days     days
	metrics  metrics
	room     chan struct{} // one place for each request that is being answered
	stopping chan struct{} // closed when no batch may go on
	stopped  atomic.Bool
	requests atomic.Int64

	assess, explain decider
	page            func() (http.Handler, error)
}

// decider is Decision.Assess or Decision.Explain; tests put one in its place that fails.
type decider func(*assistance.Decision, *standards.Set, *assistance.Household) error

// New returns a server that decides under tables, nil for the published ones, and logs each
// request.
func New(tables *standards.Tables, log *slog.Logger, limits Limits) *Server {
	if tables == nil {
		tables = standards.Published()
	}
	return &Server{
		tables:   tables,
		log:      log,
		limits:   limits,
		days:     days{tables: tables},
		room:     make(chan struct{}, limits.Requests),
		stopping: make(chan struct{}),
		assess:   (*assistance.Decision).Assess,
		explain:  (*assistance.Decision).Explain,
		page:     noPage,
	}
}

// Stop lets every batch end after the household that it is deciding. What was answered is sent, and
// a last line says from where on nothing was decided.
func (s *Server) Stop() {
	if s.stopped.CompareAndSwap(false, true) {
		close(s.stopping)
	}
}

// Handler returns the whole interface.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		mux.Handle(r.method+" "+r.pattern, s.serve(r.path(), r.answer))
		mux.Handle(r.pattern, s.serve(r.path(), notAllowed(r.method)))
	}
	mux.Handle("/", s.serve("other", func(http.ResponseWriter, *http.Request) error { return problem(notFound) }))
	return mux
}

// answer answers one request, or returns why it cannot: an error that problemOf turns into a
// problem.
type answer func(w http.ResponseWriter, r *http.Request) error

// route is one method of one path.
type route struct {
	method, pattern string
	answer          answer
}

// path is the path as the document, the log and the metrics name it.
func (r route) path() string { return strings.TrimSuffix(r.pattern, "{$}") }

func (s *Server) routes() []route {
	return []route{
		{"GET", "/{$}", s.root},
		{"POST", "/v1/assess", s.decide(func() decider { return s.assess })},
		{"POST", "/v1/explain", s.decide(func() decider { return s.explain })},
		{"POST", "/v1/notice", s.notice},
		{"POST", "/v1/verify", s.verify},
		{"POST", "/v1/nearest", s.nearest},
		{"POST", "/v1/between", s.between},
		{"GET", "/v1/standards", s.standards},
		{"GET", "/v1/schema", s.schemas},
		{"GET", "/v1/schema/{name}", s.schema},
		{"GET", "/openapi.json", s.openapi},
		{"GET", "/healthz", s.healthz},
		{"GET", "/metrics", s.writeMetrics},
	}
}

// notAllowed answers every method but the one that a path has.
func notAllowed(method string) answer {
	if method == http.MethodGet {
		method += ", " + http.MethodHead
	}
	return func(w http.ResponseWriter, _ *http.Request) error {
		w.Header().Set("Allow", method)
		return problem(methodNotAllowed)
	}
}
