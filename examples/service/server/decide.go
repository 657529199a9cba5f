package server

import (
	"net/http"
	"slices"
)

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
		d, err := by()(set, h)
		if err != nil {
			count(w, false)
			return err
		}
		body, err := d.MarshalJSON()
		if err != nil {
			return err
		}
		count(w, true)
		return writeJSON(w, body)
	}
}
