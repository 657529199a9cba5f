package wire

import (
	"strings"
	"unicode/utf8"
)

// Limits of one value.
const (
	MaxDepth = 32           // objects and arrays inside one another
	MaxValue = 16 << 20     // bytes
	MaxParts = MaxValue / 8 // values inside one another, all counted
)

// Kind is the kind of a JSON value. The zero Kind is Null.
type Kind uint8

const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// Value is one JSON value. The zero Value is null.
type Value struct {
	text   string
	elems  []Value
	fields []Field
	offset int32
	kind   Kind
}

// Field is one field of an object.
type Field struct {
	Name  string
	Value Value
}

// Kind returns the kind of v.
func (v Value) Kind() Kind { return v.kind }

// Text returns the content of a string, the digits of a number as they were written, or "true",
// "false" or "null". It is empty for arrays and objects.
func (v Value) Text() string {
	if v.kind == Null {
		return "null"
	}
	return v.text
}

// Elems returns the elements of an array. They must not be changed.
func (v Value) Elems() []Value { return v.elems }

// Fields returns the fields of an object as they were written, repeated ones included. They must
// not be changed.
func (v Value) Fields() []Field { return v.fields }

// Offset returns where v begins, in bytes from the beginning of the text that was parsed. In a
// stream that is the text of the one value.
func (v Value) Offset() int { return int(v.offset) }

// ObjectOf returns an object with one field.
func ObjectOf(name string, v Value) Value {
	return Value{kind: Object, fields: []Field{{Name: name, Value: v}}}
}

// Parse reads exactly one value, surrounded by white space only. Its error is a [*SyntaxError].
func Parse(data []byte) (Value, error) {
	v, fault := parse(data)
	if fault != nil {
		return Value{}, fault
	}
	return v, nil
}

func parse(data []byte) (Value, *SyntaxError) {
	if len(data) > MaxValue {
		return Value{}, &SyntaxError{Line: 1, Column: 1, Code: CodeTooLong}
	}
	p := parser{src: string(data)}
	p.fields.open = make([]Field, 0, 16) // room for most objects
	v, ok := p.document()
	if !ok {
		at := start.after(data[:p.fault.pos])
		return Value{}, &SyntaxError{Line: at.line, Column: at.column, Code: p.fault.code, Detail: p.fault.detail}
	}
	return v, nil
}

// A place is a line and a column, both counted from 1. Columns count characters.
type place struct{ line, column int }

var start = place{1, 1}

// after returns the place behind text that begins at p.
func (p place) after(text []byte) place {
	for _, c := range text {
		switch {
		case c == '\n':
			p = place{p.line + 1, 1}
		case c&0xC0 != 0x80: // not the continuation of a character
			p.column++
		}
	}
	return p
}

// A parser reads src from pos on. The elements and fields of the arrays and objects that are still
// open wait on two stacks, so that each closed one is made in its final size.
type parser struct {
	src    string
	pos    int
	parts  int
	elems  stack[Value]
	fields stack[Field]
	fault  struct {
		pos          int
		code, detail string
	}
}

// A stack holds what open arrays or objects hold, and room for what closed ones do.
type stack[T any] struct {
	open []T
	room []T
}

// largeValue is the number of parts from which a value is given room for more at a time.
const largeValue = 32

// close takes what stands from base on off the stack, for good. So many parts were read.
func (s *stack[T]) close(base, parts int) []T {
	n := len(s.open) - base
	if n == 0 {
		return nil
	}
	if len(s.room) < n {
		size := n
		if parts >= largeValue {
			size = max(n, largeValue)
		}
		s.room = make([]T, size)
	}
	closed := s.room[:n:n]
	s.room = s.room[n:]
	copy(closed, s.open[base:])
	s.open = s.open[:base]
	return closed
}

func (p *parser) document() (Value, bool) {
	if at := invalidUTF8(p.src); at >= 0 {
		return Value{}, p.failAt(at, CodeInvalidUTF8, "")
	}
	p.space()
	switch {
	case p.pos == len(p.src):
		return Value{}, p.failAt(p.pos, CodeEmptyInput, "")
	case strings.HasPrefix(p.src, byteOrderMark):
		return Value{}, p.failAt(0, CodeSyntax, detailByteOrderMark)
	}
	v, ok := p.value(0)
	if !ok {
		return Value{}, false
	}
	p.space()
	if p.pos < len(p.src) {
		return Value{}, p.failAt(p.pos, CodeTrailingData, "")
	}
	return v, true
}

const byteOrderMark = "\uFEFF"

// invalidUTF8 returns where src is not UTF-8, or -1. A character that is cut off by the end of src
// does not count.
func invalidUTF8(src string) int {
	if utf8.ValidString(src) {
		return -1
	}
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRuneInString(src[i:])
		if r == utf8.RuneError && size == 1 {
			if !utf8.FullRuneInString(src[i:]) {
				return -1
			}
			return i
		}
		i += size
	}
	return -1
}

// value reads the value that begins at pos, inside depth others.
func (p *parser) value(depth int) (Value, bool) {
	if p.pos == len(p.src) {
		return Value{}, p.fail(detailValue)
	}
	if p.parts++; p.parts > MaxParts {
		return Value{}, p.failAt(p.pos, CodeTooMany, detailParts)
	}
	switch c := p.src[p.pos]; {
	case c == '{', c == '[':
		if depth == MaxDepth {
			return Value{}, p.failAt(p.pos, CodeTooDeep, "")
		}
		if c == '{' {
			return p.object(depth + 1)
		}
		return p.array(depth + 1)
	case c == '"':
		at := p.pos
		text, ok := p.text()
		return Value{kind: String, text: text, offset: int32(at)}, ok
	case c == '-', isDigit(c):
		return p.number()
	case c == 't':
		return p.word("true", Bool)
	case c == 'f':
		return p.word("false", Bool)
	case c == 'n':
		return p.word("null", Null)
	}
	return Value{}, p.fail(detailValue)
}

func (p *parser) array(depth int) (Value, bool) {
	v, base := Value{kind: Array, offset: int32(p.pos)}, len(p.elems.open)
	p.pos++
	for first := true; ; first = false {
		more, ok := p.another(']', first)
		if !ok {
			return Value{}, false
		}
		if !more {
			break
		}
		elem, ok := p.value(depth)
		if !ok {
			return Value{}, false
		}
		p.elems.open = append(p.elems.open, elem)
	}
	v.elems = p.elems.close(base, p.parts)
	return v, true
}

func (p *parser) object(depth int) (Value, bool) {
	v, base := Value{kind: Object, offset: int32(p.pos)}, len(p.fields.open)
	p.pos++
	for first := true; ; first = false {
		more, ok := p.another('}', first)
		if !ok {
			return Value{}, false
		}
		if !more {
			break
		}
		field, ok := p.field(depth)
		if !ok {
			return Value{}, false
		}
		p.fields.open = append(p.fields.open, field)
	}
	v.fields = p.fields.close(base, p.parts)
	return v, true
}

// another goes to the next element or field, over a comma unless it is the first, or over the
// closing bracket. It reports whether there is one more.
func (p *parser) another(closing byte, first bool) (more, ok bool) {
	p.space()
	switch c := p.peek(); {
	case c == closing:
		p.pos++
		return false, true
	case first:
		return true, true
	case c != ',' && closing == '}':
		return false, p.fail(detailCommaOrBrace)
	case c != ',':
		return false, p.fail(detailCommaOrBracket)
	}
	p.pos++
	p.space()
	if p.peek() == closing {
		return false, p.fail(detailTrailingComma)
	}
	return true, true
}

func (p *parser) field(depth int) (Field, bool) {
	if p.peek() != '"' {
		return Field{}, p.fail(detailName)
	}
	name, ok := p.text()
	if !ok {
		return Field{}, false
	}
	p.space()
	if p.peek() != ':' {
		return Field{}, p.fail(detailColon)
	}
	p.pos++
	p.space()
	v, ok := p.value(depth)
	return Field{name, v}, ok
}

func (p *parser) word(word string, kind Kind) (Value, bool) {
	at := p.pos
	for i := range len(word) {
		if p.peek() != word[i] {
			return Value{}, p.fail(detailWord)
		}
		p.pos++
	}
	return Value{kind: kind, text: word, offset: int32(at)}, true
}

func (p *parser) number() (Value, bool) {
	at := p.pos
	if p.peek() == '-' {
		p.pos++
	}
	if p.peek() == '0' {
		p.pos++
		if isDigit(p.peek()) {
			return Value{}, p.fail(detailNumber)
		}
	} else if !p.digits() {
		return Value{}, false
	}
	if p.peek() == '.' {
		p.pos++
		if !p.digits() {
			return Value{}, false
		}
	}
	if !p.exponent() {
		return Value{}, false
	}
	return Value{kind: Number, text: p.src[at:p.pos], offset: int32(at)}, true
}

func (p *parser) exponent() bool {
	if c := p.peek(); c != 'e' && c != 'E' {
		return true
	}
	p.pos++
	if c := p.peek(); c == '+' || c == '-' {
		p.pos++
	}
	return p.digits()
}

// digits reads one digit or more.
func (p *parser) digits() bool {
	if !isDigit(p.peek()) {
		return p.fail(detailNumber)
	}
	for isDigit(p.peek()) {
		p.pos++
	}
	return true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func (p *parser) space() {
	for p.pos < len(p.src) && isSpace(p.src[p.pos]) {
		p.pos++
	}
}

// peek returns the byte at pos, or 0 at the end, which fits nowhere in JSON.
func (p *parser) peek() byte {
	if p.pos == len(p.src) {
		return 0
	}
	return p.src[p.pos]
}

// fail notes that what detail names is missing at pos, or that the end comes there.
func (p *parser) fail(detail string) bool {
	if p.pos == len(p.src) {
		return p.failAt(p.pos, CodeTruncated, detail)
	}
	return p.failAt(p.pos, CodeSyntax, detail)
}

func (p *parser) failAt(pos int, code, detail string) bool {
	p.fault.pos, p.fault.code, p.fault.detail = pos, code, detail
	return false
}
