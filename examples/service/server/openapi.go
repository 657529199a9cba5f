package server

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance/schema"
)

// base is the document without what the library knows better: the schemas of its formats, the forms
// of a notice, and the examples.
//
//go:embed openapi.base.json
var base []byte

// Document returns the OpenAPI 3.1 document of the service: the paths, the schemas of the library's
// own formats, and an example of each answer, which the library decides.
var Document = sync.OnceValues(func() ([]byte, error) {
	var document node
	if err := json.Unmarshal(base, &document); err != nil {
		return nil, err
	}
	schemas := document.at("components", "schemas")
	for _, format := range [][]byte{schema.Household(), schema.Decision()} {
		if err := addSchemas(schemas, format); err != nil {
			return nil, err
		}
	}
	forms := document.at("paths", "/v1/notice", "post", "responses", "200", "content")
	for _, format := range noticeFormats {
		forms[format.media] = node{"schema": node{"type": "string"}}
	}
	if err := addExamples(document); err != nil {
		return nil, err
	}
	return json.MarshalIndent(document, "", "  ")
})

// node is an object of the document.
type node map[string]any

// at returns the object inside n that stands at path, and an empty one that stands nowhere if there
// is none.
func (n node) at(path ...string) node {
	for _, name := range path {
		switch inner := n[name].(type) {
		case node:
			n = inner
		case map[string]any:
			n = inner
		default:
			return node{}
		}
	}
	return n
}

// addSchemas adds the definitions of a JSON Schema. One name has one form in all of them.
func addSchemas(schemas node, format []byte) error {
	moved := strings.ReplaceAll(string(format), `"#/$defs/`, `"#/components/schemas/`)
	var own struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(moved), &own); err != nil {
		return err
	}
	for name, definition := range own.Defs {
		if there, ok := schemas[name]; ok && fmt.Sprint(there) != fmt.Sprint(definition) {
			return fmt.Errorf("the schema %s has two forms", name)
		}
		schemas[name] = definition
	}
	return nil
}

// openapi answers with the document.
func (s *Server) openapi(w http.ResponseWriter, _ *http.Request) error {
	document, err := Document()
	if err != nil {
		return err
	}
	return writeJSON(w, document)
}
