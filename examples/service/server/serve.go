package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"runtime/debug"
	"strconv"
	"time"
)

// serve puts around an answer what every route has: a number for the request, room for it, its log
// line and figures, and the care that a panic ends this request alone.
func (s *Server) serve(pattern string, answer answer) http.Handler {
	figures := s.metrics.route(pattern)
	return http.HandlerFunc(func(plain http.ResponseWriter, r *http.Request) {
		w := &recorder{ResponseWriter: plain}
		began := time.Now()
		number := s.requests.Add(1)
		w.Header().Set("X-Request-Id", strconv.FormatInt(number, 10))
		defer func() {
			took := time.Since(began)
			figures.add(w.status, took)
			s.log.LogAttrs(context.Background(), slog.LevelInfo, "request", slog.Int64("request", number),
				slog.String("method", method(r)), slog.String("route", pattern), slog.Int("status", w.status),
				slog.Int64("bytes", w.bytes),
				slog.Int("households", w.decided), slog.Int("refused", w.refused), slog.Duration("took", took))
			s.metrics.households(w.decided, w.refused)
		}()
		defer s.recoverPanic(w, r, number)
		if !s.enter() {
			s.writeProblem(w, r, problem(busy))
			return
		}
		defer s.leave()
		if err := answer(w, r); err != nil && !w.begun() && !errors.Is(err, context.Canceled) {
			s.writeProblem(w, r, s.told(err, number))
		}
	})
}

// told is the problem of an error. What nobody foresaw is logged by its type: its text might tell
// of a family.
func (s *Server) told(err error, number int64) *Problem {
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return problem(slowClient)
	case errors.Is(err, errBrokenBody):
		return problem(batchBroken)
	}
	p := problemOf(err, "")
	if p.kind.name == internal.name {
		s.log.Error("failed", "request", number, "type", typeName(err))
	}
	return p
}

// recoverPanic ends a request that panicked with a problem if nothing was sent, else by breaking it
// off, so that the client does not take a part for the whole. Other requests go on.
func (s *Server) recoverPanic(w *recorder, r *http.Request, number int64) {
	caught := recover()
	if caught == nil {
		return
	}
	s.logPanic(caught, number)
	if w.begun() {
		panic(http.ErrAbortHandler)
	}
	s.writeProblem(w, r, problem(internal))
}

// logPanic logs where a panic came from. What was panicked with may tell of a family, and only its
// type is logged.
func (s *Server) logPanic(caught any, number int64) {
	s.metrics.panics.Add(1)
	s.log.Error("panic", "request", number, "type", typeName(caught), "stack", string(debug.Stack()))
}

// enter takes a place for a request, and reports false where there is none.
func (s *Server) enter() bool {
	select {
	case s.room <- struct{}{}:
		return true
	default:
		return false
	}
}

func (s *Server) leave() { <-s.room }

// method is the method of r if it is a known one: a log is no place for what a client makes up.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete,
		http.MethodOptions:
		return r.Method
	}
	return "other"
}
