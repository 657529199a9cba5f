// Package page is the page of the library: one HTML file that decides a household, or a register,
// without a network, by the library itself compiled to WebAssembly.
//
// Build puts the file together. A program that serves it may build it first, or carry the one that
// was put into the folder built when the program itself was compiled:
//
//	go run ./examples/page -o examples/internal/page/built/page.html
//
// Without that the program carries no page, and Built says so.
package page

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"strings"
)

//go:embed built
var built embed.FS

// Built returns the page with which this program was compiled, and whether there is one.
func Built() ([]byte, bool) {
	html, err := built.ReadFile("built/page.html")
	return html, err == nil
}

// Policy is the content security policy of the page, as a header. The page states a stricter one of
// its own: it connects to nothing.
const Policy = "frame-ancestors 'none'"

// Handler serves the page at every path that it is asked for, compressed where the client takes
// that.
func Handler(html []byte) http.Handler {
	sum := sha256.Sum256(html)
	plain := `"` + hex.EncodeToString(sum[:8]) + `"`
	packed, err := pack(html)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, tag, body := w.Header(), plain, html
		compressed := err == nil && takesGzip(r)
		if compressed {
			tag, body = plain[:len(plain)-1]+`-gzip"`, packed
		}
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Security-Policy", Policy)
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-cache")
		h.Set("Vary", "Accept-Encoding")
		h.Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		if compressed {
			h.Set("Content-Encoding", "gzip")
		}
		w.Write(body)
	})
}

// takesGzip reports whether a client takes what gzip has compressed.
func takesGzip(r *http.Request) bool {
	for one := range strings.SplitSeq(strings.Join(r.Header.Values("Accept-Encoding"), ","), ",") {
		name, weight, _ := strings.Cut(one, ";")
		if strings.TrimSpace(name) == "gzip" {
			return weight == "" || strings.Trim(weight, " q=0.") != ""
		}
	}
	return false
}
