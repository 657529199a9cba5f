package server

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/schema"
)

// mediaSchema is the media type of a JSON Schema.
const mediaSchema = "application/schema+json"

// schemas answers with the names of the schemas.
func (s *Server) schemas(w http.ResponseWriter, r *http.Request) error {
	names, err := schemaNames()
	if err != nil {
		return err
	}
	body, err := json.Marshal(names)
	if err != nil {
		return err
	}
	return writeJSON(w, body)
}

// schema answers with one schema.
func (s *Server) schema(w http.ResponseWriter, r *http.Request) error {
	names, err := schemaNames()
	if err != nil {
		return err
	}
	name := r.PathValue("name")
	if !slices.Contains(names, name) {
		return problem(notFound)
	}
	body, err := fs.ReadFile(schema.FS(), name)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", mediaSchema)
	_, err = w.Write(body)
	return err
}

func schemaNames() ([]string, error) { return fs.Glob(schema.FS(), "*.schema.json") }
