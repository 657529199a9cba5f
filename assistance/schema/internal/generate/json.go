package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"unicode/utf8"
)

// object is a JSON object whose fields keep their order.
type object []field

type field struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := plainJSON(f.name)
		if err != nil {
			return nil, err
		}
		value, err := plainJSON(f.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON leaves < and > as they are.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// text is the file as it is written.
func (f file) text() []byte {
	plain, err := plainJSON(f.schema)
	if err != nil {
		panic(err) // a value that is none: a fault of this program
	}
	var b bytes.Buffer
	if err := json.Indent(&b, plain, "", "  "); err != nil {
		panic(err)
	}
	b.WriteByte('\n')
	return spaces.ReplaceAllFunc(b.Bytes(), func(space []byte) []byte {
		r, _ := utf8.DecodeRune(space)
		return fmt.Appendf(nil, `\u%04X`, r)
	})
}

// spaces are the spaces beside the common one. They are escaped, to be seen.
var spaces = regexp.MustCompile(`[^\P{Z} ]`)
