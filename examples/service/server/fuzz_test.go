package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// FuzzRequests sends any body to each path that takes one. Nothing of it makes the service fail, and
// every line of a batch is answered by one line.
func FuzzRequests(f *testing.F) {
	for _, body := range []string{"", "{", string(exampleHousehold), family("a") + "\n{\n" + family("b"), `{"decision":{},"household":{}}`, "\n\n[]\nnull"} {
		f.Add(body)
	}
	s := quiet()
	handler := s.Handler()
	f.Fuzz(func(t *testing.T, body string) {
		for _, r := range s.routes() {
			if r.method != http.MethodPost {
				continue
			}
			path := r.pattern + "?on=2020-10-01"
			if r.pattern == "/v1/verify" {
				path = r.pattern
			}
			for _, media := range []string{mediaJSON, mediaLines} {
				request := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
				request.Header.Set("Content-Type", media)
				w := httptest.NewRecorder()
				handler.ServeHTTP(w, request)
				assert.Less(t, w.Code, 500, "%s %s", path, w.Body)
				if w.Header().Get("Content-Type") == mediaLines {
					assert.Equal(t, lines(body), strings.Count(w.Body.String(), "\n"))
				}
			}
		}
		assert.Zero(t, s.metrics.panics.Load())
	})
}

// lines counts the lines of a batch that are not blank.
func lines(body string) (n int) {
	for line := range strings.Lines(body) {
		if len(strings.TrimSpace(line)) > 0 {
			n++
		}
	}
	return n
}
