package standards

import (
	"bytes"
	"encoding/json"
	"io"
)

// jsonField is the value of one field: a text, or a number as it was written.
type jsonField struct {
	kind fieldKind
	text string
}

type fieldKind uint8

const (
	textField fieldKind = iota + 1
	numberField
)

func (f jsonField) there() bool { return f.kind != 0 }

// fieldsOf reads an object of texts and numbers. It reports a *WordError where a field stands twice or holds anything else. Package wire,
// which says more, stands above this one.
func fieldsOf(data []byte) (map[string]jsonField, error) {
	in := json.NewDecoder(bytes.NewReader(data))
	in.UseNumber()
	if begin, err := in.Token(); err != nil || begin != json.Delim('{') {
		return nil, &WordError{string(data)}
	}
	fields := map[string]jsonField{}
	for in.More() {
		name, value, err := nextField(in)
		if err != nil || fields[name].there() {
			return nil, &WordError{string(data)}
		}
		fields[name] = value
	}
	if _, err := in.Token(); err != nil { // the closing brace
		return nil, &WordError{string(data)}
	}
	if _, err := in.Token(); err != io.EOF {
		return nil, &WordError{string(data)}
	}
	return fields, nil
}

func nextField(in *json.Decoder) (name string, value jsonField, err error) {
	before, err := in.Token()
	if err != nil {
		return "", jsonField{}, err
	}
	name, ok := before.(string)
	after, err := in.Token()
	if err != nil {
		return "", jsonField{}, err
	}
	switch after := after.(type) {
	case string:
		value = jsonField{textField, after}
	case json.Number:
		value = jsonField{numberField, after.String()}
	default:
		ok = false
	}
	if !ok {
		err = &WordError{name}
	}
	return name, value, err
}
