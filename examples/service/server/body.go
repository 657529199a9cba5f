package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance"
)

// The media types that are read and written.
const (
	mediaJSON    = "application/json"
	mediaLines   = "application/x-ndjson"
	mediaProblem = "application/problem+json"
	mediaText    = "text/plain"
	mediaHTML    = "text/html"
)

// linesTypes are the names by which JSON lines go.
var linesTypes = []string{mediaLines, "application/jsonl", "application/json-lines"}

// errBrokenBody says that a client broke off.
var errBrokenBody = errors.New("the body ends too early")

// buffers are used again, from one request to the next.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// keptBuffer is the largest buffer that is kept for the next request.
const keptBuffer = 64 << 10

func release(b *bytes.Buffer) {
	if b.Cap() <= keptBuffer {
		b.Reset()
		buffers.Put(b)
	}
}

// read reads the body of r into a buffer, which its user releases.
func (s *Server) read(w http.ResponseWriter, r *http.Request) (*bytes.Buffer, error) {
	if contentType(r) != mediaJSON {
		return nil, problem(badMediaType)
	}
	b := buffers.Get().(*bytes.Buffer)
	if _, err := b.ReadFrom(http.MaxBytesReader(w, r.Body, s.limits.Body)); err != nil {
		release(b)
		if errors.Is(err, io.ErrUnexpectedEOF) {
			err = fmt.Errorf("%w: %w", errBrokenBody, err)
		}
		return nil, err
	}
	return b, nil
}

// household reads the one household that is the body of r.
func (s *Server) household(w http.ResponseWriter, r *http.Request) (h assistance.Household, err error) {
	b, err := s.read(w, r)
	if err != nil {
		return h, err
	}
	defer release(b)
	if err = h.UnmarshalJSON(b.Bytes()); err != nil {
		count(w, false)
	}
	return h, err
}

// fieldsOf returns the values of the fields of a JSON object, all of which must be there, once, and
// none besides.
func fieldsOf(data []byte, names ...string) (map[string]json.RawMessage, error) {
	if !json.Valid(data) {
		return nil, problem(notJSON)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return nil, problem(unusable, fieldFault("", "wrong-type", "值的类型不对，须为对象", "wrong type of value: an object is wanted"))
	}
	fields := make(map[string]json.RawMessage, len(names))
	var faults []Fault
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		name, _ := token.(string)
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, err
		}
		switch {
		case !slices.Contains(names, name):
			faults = append(faults, fieldFault(name, "unknown-field", "未知字段", "unknown field"))
		case fields[name] != nil:
			faults = append(faults, fieldFault(name, "repeated-field", "字段重复", "field stands more than once"))
		}
		fields[name] = value
	}
	for _, name := range names {
		if fields[name] == nil {
			faults = append(faults, fieldFault(name, "required", "缺少必填字段", "required field is missing"))
		}
	}
	if len(faults) > 0 {
		return nil, problem(unusable, faults...)
	}
	return fields, nil
}

// fieldFault is a fault of the field of the body, or of the whole body where name is empty.
func fieldFault(name, code, zh, en string) Fault {
	pointer := ""
	if name != "" {
		pointer = "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
	}
	return Fault{Pointer: &pointer, Code: code, Zh: zh, En: en}
}

// writeJSON answers with JSON and ends its line.
func writeJSON(w http.ResponseWriter, body []byte) error { return writeBody(w, append(body, '\n')) }

// writeBody answers with JSON. How long it is goes before it: it is sent whole, not in chunks.
func writeBody(w http.ResponseWriter, body []byte) error {
	w.Header().Set("Content-Type", mediaJSON)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, err := w.Write(body)
	return err
}
