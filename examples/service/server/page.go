package server

import (
	"errors"
	"io"
	"net/http"

	"github.com/openminzheng/zhuzhou/standards"
)

// ErrNotYet is reported of a page that will be there shortly.
var ErrNotYet = errors.New("the page is not there yet")

// ServePage has page answer at /. It is asked at each request for what serves the page, and reports
// ErrNotYet or another error where nothing does. Without it / says that there is no page.
func (s *Server) ServePage(page func() (http.Handler, error)) { s.page = page }

// noPage is a server without a page.
func noPage() (http.Handler, error) { return nil, errors.New("no page") }

// root answers at / with the page. Where there is none, a browser is told so as one that shows
// HTML.
func (s *Server) root(w http.ResponseWriter, r *http.Request) error {
	page, err := s.page()
	if err == nil {
		page.ServeHTTP(w, r)
		return nil
	}
	p := problem(pageMissing)
	if errors.Is(err, ErrNotYet) {
		p = problem(pageNotYet)
	}
	if media, _ := accepted(r, mediaProblem, mediaHTML); media != mediaHTML {
		return p
	}
	setHTML(w, language(r))
	if p.kind.name == pageNotYet.name {
		w.Header().Set("Retry-After", retryAfter)
		w.Header().Set("Refresh", retryAfter) // a browser asks again by itself
	}
	w.WriteHeader(p.Status)
	_, err = io.WriteString(w, `<!DOCTYPE html>
<html lang="`+tag(language(r))+`"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>`+p.kind.title.In(language(r))+`</title>
<body style="max-width:40em;margin:15vh auto;padding:0 1em;font:18px/1.7 system-ui,sans-serif;overflow-wrap:anywhere">
<p lang="zh-CN">`+p.Zh+`</p>
<p lang="en">`+p.En+`</p>
<p><a href="/openapi.json">/openapi.json</a></p>
`)
	return err
}

// setHTML sets the headers of an answer in HTML that runs nothing and loads nothing.
func setHTML(w http.ResponseWriter, l standards.Lang) {
	h := w.Header()
	h.Set("Content-Type", mediaHTML+"; charset=utf-8")
	h.Set("Content-Language", tag(l))
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
}
