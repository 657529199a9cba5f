package register

import (
	"bytes"
	"io"
	"slices"
	"unicode/utf8"
)

// The longest row, and how much is read at once.
const (
	maxRow   = 1 << 20
	readSize = 64 << 10
)

const byteOrderMark = "\ufeff"

// scanner cuts rows out of text with separators. A quotation mark that is never closed costs its
// own line, not the rest.
type scanner struct {
	r         io.Reader
	buf       []byte
	pos       int
	line      int // of the next row, from 1
	err       error
	cut       bool     // the rest of a row that was too long follows
	separator string   // between cells
	blanks    int      // rows that are blank and were left out
	room      [][]byte // for the cells of a row
	unescaped []byte   // room for cells with doubled quotation marks
}

func (s *scanner) where() (line int, err error) { return s.line, s.err }
func (s *scanner) skipped() int                 { return s.blanks }
func (s *scanner) stop()                        {}

// row is one row: its cells and the line on which it begins. It is valid until the next row is
// asked for.
type row struct {
	cells [][]byte
	line  int
	raw   []byte
	fault string // a code, where the row cannot be read
}

// fill reads more, and reports whether there is any.
func (s *scanner) fill() bool {
	if s.err != nil {
		return false
	}
	s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
	s.pos = 0
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

// skipLine skips what is left of a line.
func (s *scanner) skipLine() {
	for {
		if i := bytes.IndexByte(s.buf[s.pos:], '\n'); i >= 0 {
			s.pos += i + 1
			s.line++
			return
		}
		s.pos = len(s.buf)
		if !s.fill() {
			return
		}
	}
}

// next returns the next row that is not blank, and false at the end.
func (s *scanner) next() (row, bool) {
	if s.cut {
		s.cut = false
		s.skipLine()
	}
	for {
		end, whole := s.rowEnd()
		if !whole && (end == s.pos || s.err != io.EOF) { // what an error of reading cuts off is no row
			return row{}, false
		}
		raw := s.buf[s.pos:end]
		if len(raw) > maxRow { // of a row of more lines the first is lost
			raw = firstLine(raw)
		}
		text, ok := s.split(raw)
		if !ok { // a stray quotation mark does not cost the rows up to the next one
			raw = firstLine(raw)
			text, _ = s.split(raw)
		}
		one := row{cells: s.room, line: s.line, raw: text}
		s.pos += len(raw)
		s.line += bytes.Count(raw, []byte{'\n'})
		switch {
		case len(raw) > maxRow:
			one.fault = codeTooLong
			s.cut = !bytes.HasSuffix(raw, []byte{'\n'})
		case !ok:
			one.fault = codeQuote
		case !slices.ContainsFunc(one.cells, isStated):
			s.blanks++
			continue
		}
		return one, true
	}
}

// firstLine returns the first line of text, with its break.
func firstLine(text []byte) []byte {
	for line := range bytes.Lines(text) {
		return line
	}
	return nil
}

// isStated reports whether something stands in a cell.
func isStated(cell []byte) bool { return len(cell) > 0 }

var quote = []byte{'"'}

// rowEnd finds the end of the row at pos: behind the first line break that stands outside quotation
// marks.
func (s *scanner) rowEnd() (end int, whole bool) {
	at, open := 0, false // from pos
	for {
		rest := s.buf[s.pos+at:]
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			if len(s.buf)-s.pos > maxRow {
				return len(s.buf), true // the rest of the row is skipped
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

// split cuts a row into its cells. It returns its text without the line break and the mark before
// the first line, and reports whether it is well formed; if not, the cells are those before the
// fault. A cell in quotation marks may hold commas, line breaks and doubled quotation marks.
func (s *scanner) split(raw []byte) (text []byte, ok bool) {
	text = bytes.TrimRight(raw, "\r\n")
	if s.line == 1 {
		text = bytes.TrimPrefix(text, []byte(byteOrderMark))
	}
	s.room, s.unescaped = s.room[:0], s.unescaped[:0]
	if bytes.IndexByte(text, '"') < 0 {
		s.splitPlain(text)
		return text, true
	}
	return text, s.splitQuoted(text)
}

// splitQuoted cuts a row with quotation marks.
func (s *scanner) splitQuoted(text []byte) bool {
	separator := []byte(s.separator)
	for {
		if len(text) == 0 || text[0] != '"' {
			cell, rest, more := bytes.Cut(text, separator)
			if bytes.IndexByte(cell, '"') >= 0 {
				return false
			}
			s.room = append(s.room, trim(cell))
			if !more {
				return true
			}
			text = rest
			continue
		}
		cell, rest, closed := s.quotedCell(text[1:])
		if !closed {
			return false
		}
		s.room = append(s.room, trim(cell))
		switch text = rest; {
		case len(text) == 0:
			return true
		case !bytes.HasPrefix(text, separator):
			return false
		}
		text = text[len(separator):]
	}
}

// splitPlain cuts a row without quotation marks.
func (s *scanner) splitPlain(text []byte) {
	if len(s.separator) > 1 {
		for cell := range bytes.SplitSeq(text, []byte(s.separator)) {
			s.room = append(s.room, trim(cell))
		}
		return
	}
	from, separator := 0, s.separator[0]
	for i, c := range text {
		if c == separator {
			s.room = append(s.room, trim(text[from:i]))
			from = i + 1
		}
	}
	s.room = append(s.room, trim(text[from:]))
}

// quotedCell returns the cell whose opening quotation mark stands before text, and what follows its
// closing one.
func (s *scanner) quotedCell(text []byte) (cell, rest []byte, closed bool) {
	from := len(s.unescaped)
	for {
		i := bytes.IndexByte(text, '"')
		if i < 0 {
			return nil, nil, false
		}
		if i+1 == len(text) || text[i+1] != '"' {
			if len(s.unescaped) == from {
				return text[:i], text[i+1:], true
			}
			s.unescaped = append(s.unescaped, text[:i]...)
			return s.unescaped[from:], text[i+1:], true
		}
		s.unescaped = append(s.unescaped, text[:i+1]...)
		text = text[i+2:]
	}
}

// trim returns cell without white space at its ends.
func trim(cell []byte) []byte {
	if n := len(cell); n == 0 || isVisible(cell[0]) && isVisible(cell[n-1]) {
		return cell
	}
	return bytes.TrimSpace(cell)
}

// isVisible reports whether c is a character by itself, and no white space.
func isVisible(c byte) bool { return c > ' ' && c < utf8.RuneSelf }
