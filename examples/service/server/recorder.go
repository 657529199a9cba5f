package server

import (
	"fmt"
	"io"
	"net/http"
)

// recorder is a ResponseWriter that notes what the log and the metrics tell.
type recorder struct {
	http.ResponseWriter
	status  int // 0: nothing was sent
	bytes   int64
	decided int // households
	refused int
}

func (w *recorder) begun() bool { return w.status != 0 }

func (w *recorder) WriteHeader(status int) {
	if !w.begun() {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(b []byte) (int, error) {
	if !w.begun() {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// WriteString is Write of a text, without a copy of it where the inner writer takes texts.
func (w *recorder) WriteString(s string) (int, error) {
	if !w.begun() {
		w.status = http.StatusOK
	}
	n, err := io.WriteString(w.ResponseWriter, s)
	w.bytes += int64(n)
	return n, err
}

// Unwrap is for http.ResponseController.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// count notes that one household was decided, or refused.
func count(w http.ResponseWriter, decided bool) {
	if r, ok := w.(*recorder); ok && decided {
		r.decided++
	} else if ok {
		r.refused++
	}
}

func typeName(v any) string { return fmt.Sprintf("%T", v) }
