package server

import (
	"bytes"
	"net/http"
	"slices"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance"
)

// decisions are used again, from one request to the next.
var decisions = sync.Pool{New: func() any { return new(assistance.Decision) }}

// decide answers with the decision on a household, or with one line for each line of a batch.
func (s *Server) decide(by func() decider) answer {
	return func(w http.ResponseWriter, r *http.Request) error {
		set, err := s.day(r)
		if err != nil {
			return err
		}
		if slices.Contains(linesTypes, contentType(r)) {
			return s.newBatch(w, r, set, by()).run()
		}
		h, err := s.household(w, r)
		if err != nil {
			return err
		}
		d := decisions.Get().(*assistance.Decision)
		if err := by()(d, set, &h); err != nil {
			count(w, false)
			return err
		}
		b := buffers.Get().(*bytes.Buffer)
		defer release(b)
		body, err := d.AppendJSON(b.AvailableBuffer())
		decisions.Put(d)
		if err != nil {
			return err
		}
		count(w, true)
		b.Write(append(body, '\n')) // so that what it grew to is kept with b
		return writeBody(w, b.Bytes())
	}
}
