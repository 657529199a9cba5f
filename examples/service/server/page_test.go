package server

import (
	"errors"
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPage(t *testing.T) {
	s := quiet()
	s.ServePage(func() (http.Handler, error) {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "<p>x") }), nil
	})
	handler := s.Handler()
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		w := ask(t, handler, request{method: method, path: "/"})
		assert.Equal(t, http.StatusOK, w.Code)
		assert.Equal(t, "<p>x", w.Body.String())
	}
	assert.Equal(t, http.StatusNotFound, ask(t, handler, request{method: http.MethodGet, path: "/page"}).Code)
	assert.Equal(t, "GET, HEAD", ask(t, handler, request{path: "/"}).Header().Get("Allow"))
}

// Where there is no page, a program is told by a problem, and a person in words.
func TestNoPage(t *testing.T) {
	for _, c := range []struct {
		err            error
		kind           kind
		again, reloads string
	}{
		{ErrNotYet, pageNotYet, retryAfter, retryAfter},
		{errors.New("no go command"), pageMissing, "", ""},
	} {
		s := quiet()
		s.ServePage(func() (http.Handler, error) { return nil, c.err })
		handler := s.Handler()
		w := ask(t, handler, request{method: http.MethodGet, path: "/", accept: "*/*", language: "en"})
		p := problemIn(t, w)
		assert.Equal(t, typeBase+c.kind.name, p.Type)
		assert.Equal(t, c.again, w.Header().Get("Retry-After"))
		w = ask(t, handler, request{method: http.MethodGet, path: "/", accept: "text/html,application/xml;q=0.9,*/*;q=0.8"})
		assert.Equal(t, c.kind.status, w.Code)
		assert.Equal(t, "text/html; charset=utf-8", w.Header().Get("Content-Type"))
		assert.Contains(t, w.Body.String(), c.kind.title.Zh)
		assert.Contains(t, w.Body.String(), c.kind.title.En)
		assert.Equal(t, c.reloads, w.Header().Get("Refresh"))
	}
	w := ask(t, quiet().Handler(), request{method: http.MethodGet, path: "/"})
	assert.Equal(t, typeBase+pageMissing.name, problemIn(t, w).Type)
}
