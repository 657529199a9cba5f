package page

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// ErrBuilding says that the page is being built and will be there shortly.
var ErrBuilding = errors.New("the page is being built")

// Maker has the page for a program that serves it: the one that the program was compiled with or,
// without it, one that is built when it is first asked for. It is safe for concurrent use.
type Maker struct {
	build func() ([]byte, Size, error)
	log   *slog.Logger

	mu      sync.Mutex
	begun   bool
	handler http.Handler
	err     error
}

// NewMaker returns a maker that builds in a folder of the module, until ctx is done, and logs how
// that went.
func NewMaker(ctx context.Context, folder string, log *slog.Logger) *Maker {
	m := &Maker{build: func() ([]byte, Size, error) { return Build(ctx, folder) }, log: log, err: ErrBuilding}
	if html, ok := Built(); ok {
		m.begun, m.handler, m.err = true, Handler(html), nil
	}
	return m
}

// Handler returns what serves the page, or ErrBuilding, or why the page cannot be built. A build
// that failed is not tried again: each try would take the machine from those who are served.
func (m *Maker) Handler() (http.Handler, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.begun {
		m.begun = true
		go m.make()
	}
	return m.handler, m.err
}

// make builds the page.
func (m *Maker) make() {
	began := time.Now()
	html, size, err := m.build()
	var handler http.Handler
	if err != nil {
		m.log.Warn("the page was not built", "error", err)
	} else {
		m.log.Info("the page was built", "bytes", size.Page, "took", time.Since(began))
		handler = Handler(html)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.handler, m.err = handler, err
}
