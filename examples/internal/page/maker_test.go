package page

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http/httptest"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The page is built once, when it is first asked for, and nobody waits for it.
func TestMakerBuildsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		builds, going := 0, make(chan struct{})
		m := &Maker{log: slog.New(slog.NewTextHandler(&log, nil)), err: ErrBuilding, build: func() ([]byte, Size, error) {
			<-going
			builds++
			return []byte("<p>x"), Size{Page: 4}, nil
		}}
		for range 2 {
			_, err := m.Handler()
			assert.ErrorIs(t, err, ErrBuilding)
		}
		close(going)
		synctest.Wait()
		for range 2 {
			h, err := m.Handler()
			require.NoError(t, err)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
			assert.Equal(t, "<p>x", w.Body.String())
		}
		assert.Equal(t, 1, builds)
		assert.Contains(t, log.String(), "the page was built")
	})
}

// A build that failed is logged once and not tried again.
func TestMakerTellsOfAFailure(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		builds, failed := 0, errors.New("no go command")
		m := &Maker{log: slog.New(slog.NewTextHandler(&log, nil)), err: ErrBuilding, build: func() ([]byte, Size, error) {
			builds++
			return nil, Size{}, failed
		}}
		_, err := m.Handler()
		assert.ErrorIs(t, err, ErrBuilding)
		synctest.Wait()
		for range 2 {
			_, err = m.Handler()
			assert.ErrorIs(t, err, failed)
		}
		assert.Equal(t, 1, builds)
		assert.Equal(t, 1, bytes.Count(log.Bytes(), []byte("no go command")))
	})
}

// A program that carries the page builds none.
func TestMakerOfAProgramThatCarriesThePage(t *testing.T) {
	html, carried := Built()
	m := NewMaker(t.Context(), ".", slog.New(slog.DiscardHandler))
	assert.Equal(t, carried, m.begun)
	assert.Equal(t, carried, len(html) > 0)
}
