package main

import (
	"encoding/json"
	"io"
)

// output writes decisions, one after another. JSON stands one decision a line, in the shape of the
// input: one object is an object, several are JSON lines, and an array is an array.
type output struct {
	w     io.Writer
	array func() bool // whether the input is an array; asked once the first household was read
	count int
	err   error // of w; nothing is written after it
}

// json writes d, a decision or what became of one, as JSON.
func (o *output) json(d any) error {
	line, err := json.Marshal(d)
	if err != nil {
		return err
	}
	switch {
	case !o.array():
		line = append(line, '\n')
	case o.count == 0:
		line = append([]byte("[\n"), line...)
	default:
		line = append([]byte(",\n"), line...)
	}
	o.write(line)
	return nil
}

// text writes a notice, apart from the one before.
func (o *output) text(s string) {
	if o.count > 0 {
		s = "\n\n" + s
	}
	o.write([]byte(s))
}

func (o *output) write(b []byte) {
	o.count++
	if o.err == nil {
		_, o.err = o.w.Write(b)
	}
}

// end closes an array in JSON.
func (o *output) end() {
	if o.err == nil && o.array() {
		closing := "\n]\n"
		if o.count == 0 {
			closing = "[]\n"
		}
		_, o.err = io.WriteString(o.w, closing)
	}
}
