package server

import (
	"encoding/json"
	"net/http"

	"github.com/openminzheng/zhuzhou/standards"
)

// healthz says that the service answers, and under which data. While it stops it says so with 503,
// so that nothing new is sent to it.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) error {
	if s.stopped.Load() {
		return problem(stopping)
	}
	first, last := standards.Span()
	body, err := json.Marshal(struct {
		Status      string         `json:"status"`
		DataVersion string         `json:"dataVersion"`
		First       standards.Date `json:"first"` // day that can be decided
		Last        standards.Date `json:"last"`
	}{"ok", standards.DataVersion, first, last})
	if err != nil {
		return err
	}
	return writeJSON(w, body)
}
