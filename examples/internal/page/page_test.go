package page_test

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/page"
)

// The page is one file: whatever it names outside would be a request.
func TestThePageIsOneFile(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles the library to WebAssembly")
	}
	html, size, err := page.Build(context.Background(), ".")
	require.NoError(t, err)
	text := string(html)
	assert.NotContains(t, text, "{{")
	assert.NotRegexp(t, `(?m)^(import|export) `, text, "every module is joined")
	assert.NotRegexp(t, `(src|href)="(https?:)?//`, text)
	assert.Contains(t, text, "default-src 'none'")
	assert.Equal(t, size.Page, len(html))
	assert.Less(t, size.Page, 3_400_000)
	assert.Equal(t, 3, strings.Count(text, "</script>"))
}

func TestHandler(t *testing.T) {
	encoding := ""
	get := func(tag string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Header.Set("If-None-Match", tag)
		r.Header.Set("Accept-Encoding", encoding)
		w := httptest.NewRecorder()
		page.Handler([]byte("<p>x")).ServeHTTP(w, r)
		return w
	}
	first := get("")
	assert.Equal(t, http.StatusOK, first.Code)
	assert.Equal(t, "<p>x", first.Body.String())
	assert.Equal(t, "text/html; charset=utf-8", first.Header().Get("Content-Type"))
	assert.Equal(t, http.StatusNotModified, get(first.Header().Get("ETag")).Code)

	for _, encoding = range []string{"identity", "gzip;q=0", "br, gzip; q=0.0"} {
		assert.Empty(t, get("").Header().Get("Content-Encoding"), encoding)
	}
	for _, encoding = range []string{"gzip", "br, gzip", "br;q=1, gzip;q=0.5"} {
		w := get("")
		assert.Equal(t, "gzip", w.Header().Get("Content-Encoding"), encoding)
		assert.NotEqual(t, first.Header().Get("ETag"), w.Header().Get("ETag"))
		unpacked, err := gzip.NewReader(w.Body)
		require.NoError(t, err)
		text, err := io.ReadAll(unpacked)
		require.NoError(t, err)
		assert.Equal(t, "<p>x", string(text))
		assert.Equal(t, http.StatusNotModified, get(w.Header().Get("ETag")).Code)
	}
}
