package caseload

import (
	"bytes"
	"io"
	"strings"
)

// The longest row, and how much is read at once.
const (
	maxRow   = 1 << 20
	readSize = 64 << 10
)

const byteOrderMark = "\ufeff"

// scanner cuts rows out of comma-separated text. A quotation mark that is never closed costs the line that it stands on, not the rest.
type scanner struct {
	r    io.Reader
	buf  []byte
	pos  int
	line int // of the next row, from 1
	err  error
}

// row is one row: its cells and the line on which it begins.
type row struct {
	cells []string
	line  int
	raw   string
	fault string // a code, where it is no row
}

// fill reads more, and reports whether there is any.
func (s *scanner) fill() bool {
	if s.err != nil {
		return false
	}
	if s.pos > 0 {
		s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
		s.pos = 0
	}
	if cap(s.buf)-len(s.buf) < readSize {
		s.buf = append(make([]byte, 0, 2*cap(s.buf)+readSize), s.buf...)
	}
	for range 100 {
		n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		s.err = err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// next returns the next row that is not blank, and false at the end.
func (s *scanner) next() (row, bool) {
	for {
		end, whole := s.rowEnd()
		if !whole && (end == s.pos || s.err != io.EOF) { // what an error of reading cuts off is no row
			return row{}, false
		}
		raw := s.buf[s.pos:end]
		line := s.line
		fault := ""
		if !whole && len(raw) > 0 && bytes.Count(raw, quote)%2 == 1 || len(raw) > maxRow {
			first := bytes.IndexByte(raw, '\n') // only the line on which it began is lost
			if first >= 0 {
				end = s.pos + first + 1
				raw = s.buf[s.pos:end]
			}
			fault = CodeQuote
			if len(raw) > maxRow {
				fault = CodeTooLong
			}
		}
		text := strings.TrimRight(string(raw), "\r\n")
		if line == 1 {
			text = strings.TrimPrefix(text, byteOrderMark)
		}
		cells, ok := split(text)
		if first := strings.IndexByte(text, '\n'); !ok && fault == "" && first >= 0 { // a stray mark does not cost the rows up to the next one
			text = strings.TrimRight(text[:first], "\r")
			end = s.pos + first + 1
			raw = s.buf[s.pos:end]
			cells, _ = split(text)
		}
		s.line += bytes.Count(raw, []byte{'\n'})
		s.pos = end
		switch {
		case strings.Trim(text, ", \t") == "":
			continue
		case fault == "" && !ok:
			fault = CodeQuote
		}
		return row{cells: cells, line: line, raw: text, fault: fault}, true
	}
}

var quote = []byte{'"'}

// rowEnd finds the end of the row at pos: behind the first line break that stands outside quotation marks.
func (s *scanner) rowEnd() (end int, whole bool) {
	at, open := 0, false // from pos
	for {
		rest := s.buf[s.pos+at:]
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			if len(s.buf)-s.pos > maxRow {
				return s.longEnd(), true
			}
			if !s.fill() {
				return len(s.buf), false
			}
			continue
		}
		if bytes.Count(rest[:i], quote)%2 == 1 {
			open = !open
		}
		at += i + 1
		if !open || at > maxRow {
			return s.pos + at, true
		}
	}
}

// longEnd is the end of what is given up of a row that is too long.
func (s *scanner) longEnd() int { return len(s.buf) }

// split cuts a row into its cells; where it is not well formed, into those before the fault. A cell in quotation marks may hold commas, line breaks and doubled quotation marks.
func split(text string) ([]string, bool) {
	cells := make([]string, 0, 1+strings.Count(text, ","))
	if strings.IndexByte(text, '"') < 0 {
		for {
			cell, rest, more := strings.Cut(text, ",")
			cells = append(cells, strings.TrimSpace(cell))
			if !more {
				return cells, true
			}
			text = rest
		}
	}
	for {
		if !strings.HasPrefix(text, `"`) {
			cell, rest, more := strings.Cut(text, ",")
			if strings.Contains(cell, `"`) {
				return cells, false
			}
			cells = append(cells, strings.TrimSpace(cell))
			if !more {
				return cells, true
			}
			text = rest
			continue
		}
		text = text[1:]
		var cell strings.Builder
		for {
			i := strings.IndexByte(text, '"')
			if i < 0 {
				return cells, false
			}
			cell.WriteString(text[:i])
			text = text[i+1:]
			if !strings.HasPrefix(text, `"`) {
				break
			}
			cell.WriteByte('"')
			text = text[1:]
		}
		cells = append(cells, strings.TrimSpace(cell.String()))
		switch {
		case text == "":
			return cells, true
		case text[0] != ',':
			return cells, false
		}
		text = text[1:]
	}
}
