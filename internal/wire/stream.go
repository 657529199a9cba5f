package wire

import (
	"bytes"
	"fmt"
	"io"
	"iter"
)

// Item is one value of a stream.
type Item struct {
	Value   Value
	Line    int  // where the value begins, counted from 1
	InArray bool // whether the stream is one array and Value an element of it
}

// Values reads the values of r one by one: the elements of r's array if it begins with one,
// otherwise each value on its own. Each pair is an Item or an error, a [*SyntaxError] or what r
// reported, wrapped; the Item beside an error is zero. An empty array has no values and no error.
// Without r, the error is [Missing].
//
// The sequence reads on after a faulty value where it can, as the package comment says; an error of
// r ends it. Values does not read ahead of need by more than a buffer. The sequence can be used
// once.
func Values(r io.Reader) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		if r == nil {
			yield(Item{}, Missing("reader"))
			return
		}
		s := stream{input: input{r: r, at: start}, yield: yield}
		s.run()
	}
}

// A stream cuts the values out of its input, one frame after another: the bytes of one value, told
// from what follows by looking at brackets and quotes only. What stands in a frame is for Parse.
type stream struct {
	input
	yield   func(Item, error) bool
	inArray bool
}

// extent says how a frame ended.
type extent uint8

const (
	whole  extent = iota // where its value ends
	cut                  // with the input
	broken               // where it became certain that its value is faulty and unknown where it ends
	large                // where its value ends, or the input does, but it was too long to keep
	lost                 // broken after it was too long to keep
)

func (s *stream) run() {
	s.skipByteOrderMark()
	s.space()
	switch c, ok := s.peek(); {
	case !ok:
		s.end(CodeEmptyInput)
	case c == '[':
		s.array()
	default:
		s.lines()
	}
}

// lines reads values separated by white space.
func (s *stream) lines() {
	for {
		s.space()
		first, ok := s.peek()
		if !ok {
			s.end("")
			return
		}
		at := s.at
		how := s.frame()
		if how == cut && s.failed() {
			s.end("")
			return
		}
		v, err := s.value(at, how)
		if err == nil {
			if !s.yield(Item{Value: v, Line: at.line}, nil) {
				return
			}
			continue
		}
		if !s.yield(Item{}, err) {
			return
		}
		s.recover(first, how)
	}
}

// recover goes to where the next value may begin, after a faulty one that began with the byte
// first.
func (s *stream) recover(first byte, how extent) {
	bracket := first == '{' || first == '['
	if bracket && (how == whole || how == large) {
		return
	}
	if how == broken || how == cut {
		s.pos = s.from // the lines it swallowed may be good
	}
	s.skipLine()
	for c, ok := s.peek(); bracket && ok && c != '{' && c != '['; c, ok = s.peek() {
		s.skipLine()
	}
}

// array reads the elements of the array whose bracket comes next.
func (s *stream) array() {
	s.inArray = true
	s.pos++
	s.space()
	if c, _ := s.peek(); c == ']' {
		s.afterArray()
		return
	}
	for s.element() {
		switch c, ok := s.peek(); {
		case !ok:
			s.end(CodeTruncated)
			return
		case c == ']':
			s.afterArray()
			return
		}
		s.pos++
	}
}

// element reads one element, up to the comma or bracket behind it, and reports whether to go on
// from there.
func (s *stream) element() bool {
	s.space()
	at := s.at
	how := s.frame()
	if how == cut && (s.failed() || s.pos == s.from) {
		s.end(CodeTruncated)
		return false
	}
	v, err := s.value(at, how)
	if err != nil {
		unknown := how != whole && how != large
		err.Stopped = unknown
		return s.yield(Item{}, err) && !unknown
	}
	if how == cut && v.kind == Number { // it may have had more digits
		s.end(CodeTruncated)
		return false
	}
	return s.yield(Item{v, at.line, true}, nil)
}

func (s *stream) afterArray() {
	s.pos++
	s.space()
	if s.more() {
		s.yield(Item{}, &SyntaxError{Line: s.at.line, Column: s.at.column, Code: CodeTrailingData, Stopped: true})
		return
	}
	s.end("")
}

// end reports why there is no more input, if that is an error: the reader's, or else code unless it
// is empty.
func (s *stream) end(code string) {
	switch {
	case s.failed():
		s.release()
		s.yield(Item{}, fmt.Errorf("line %d: %w", s.at.line, s.err))
	case code != "":
		s.release()
		s.yield(Item{}, &SyntaxError{Line: s.at.line, Column: s.at.column, Code: code})
	}
}

// firstCheck is the length at which a frame that is not complete is looked at for the first time,
// then at each double.
const firstCheck = 4 << 10

// frame reads the bytes of one value. Between lines it looks at unfinished ones from time to time:
// a bracket that is never closed must not take all that follows with it.
func (s *stream) frame() extent {
	var b brackets
	check := firstCheck
	long := false
	for {
		c, ok := s.peek()
		switch ended := !ok || b.outside() && s.ends(c); {
		case ended && long:
			return large
		case !ok:
			return cut
		case ended:
			return whole
		}
		s.pos++
		if !b.add(c) {
			if long {
				return lost
			}
			return broken
		}
		if n := s.pos - s.from; n > MaxValue {
			long = true
			s.release()
		} else if n == check && !long && !s.inArray {
			if s.faulty() {
				return broken
			}
			check *= 2
		}
	}
}

// ends reports whether c, outside all brackets and strings, ends a frame.
func (s *stream) ends(c byte) bool {
	if s.inArray {
		return c == ',' || c == ']'
	}
	return isSpace(c)
}

// faulty reports whether the frame so far cannot become a value.
func (s *stream) faulty() bool {
	_, fault := parse(s.buf[s.from:s.pos])
	return fault != nil && fault.Code != CodeTruncated
}

// value parses the frame that began at and lets go of it unless it may have to be read again.
func (s *stream) value(at place, how extent) (Value, *SyntaxError) {
	if how == large || how == lost {
		return Value{}, &SyntaxError{Line: at.line, Column: at.column, Code: CodeTooLong, Begins: at.line}
	}
	if s.pos == s.from { // between two commas
		return Value{}, s.missing()
	}
	v, fault := parse(s.buf[s.from:s.pos])
	if fault == nil {
		s.release()
		return v, nil
	}
	if fault.Line == 1 {
		fault.Column += at.column - 1
	}
	fault.Line += at.line - 1
	fault.Begins = at.line
	switch {
	case fault.Code == CodeTruncated && how == whole:
		fault.Code = CodeSyntax
	case fault.Code == CodeTrailingData && s.inArray:
		fault.Code, fault.Detail = CodeSyntax, detailCommaOrBracket
	}
	return Value{}, fault
}

// missing is the error for an element that is not there.
func (s *stream) missing() *SyntaxError {
	fault := &SyntaxError{Line: s.at.line, Column: s.at.column, Code: CodeSyntax, Detail: detailValue, Begins: s.at.line}
	if c, _ := s.peek(); c == ']' {
		fault.Detail = detailTrailingComma
	}
	return fault
}

// brackets tells where a value ends. It knows the open brackets and whether a string is open.
type brackets struct {
	depth    int
	square   uint64 // one bit for each open bracket, the innermost lowest: 1 for [, 0 for {
	inString bool
	escaped  bool // after a backslash
}

func (b *brackets) outside() bool { return b.depth == 0 && !b.inString }

// add takes one more byte. It reports false if brackets do not match or are too deep, or a line
// ends in a string: then no value has this beginning, and nobody knows where the one meant ends.
func (b *brackets) add(c byte) bool {
	if b.inString {
		b.addToString(c)
		return c != '\n'
	}
	switch c {
	case '"':
		b.inString = true
	case '{', '[':
		b.depth++
		b.square <<= 1
		if c == '[' {
			b.square |= 1
		}
		return b.depth <= MaxDepth
	case '}', ']':
		matches := b.depth > 0 && (b.square&1 == 1) == (c == ']')
		b.depth--
		b.square >>= 1
		return matches
	}
	return true
}

func (b *brackets) addToString(c byte) {
	switch {
	case b.escaped:
		b.escaped = false
	case c == '\\':
		b.escaped = true
	case c == '"':
		b.inString = false
	}
}

// An input is a reader with the bytes that are still needed.
type input struct {
	r    io.Reader
	buf  []byte
	from int   // where the frame begins in buf; what stands before is not needed any more
	pos  int   // the next byte
	at   place // of from
	err  error // why r has no more
}

// peek returns the next byte, and false at the end.
func (in *input) peek() (byte, bool) {
	if in.pos == len(in.buf) && !in.fill() {
		return 0, false
	}
	return in.buf[in.pos], true
}

func (in *input) more() bool {
	_, ok := in.peek()
	return ok
}

// failed reports whether r ended with an error and all before was read.
func (in *input) failed() bool { return !in.more() && in.err != io.EOF }

// release lets go of what stands before pos.
func (in *input) release() {
	in.at = in.at.after(in.buf[in.from:in.pos])
	in.from = in.pos
}

const (
	readSize  = 64 << 10
	emptyRead = 100 // how many reads without a byte and without an error are borne
)

// fill reads at least one more byte, or reports false.
func (in *input) fill() bool {
	if in.err != nil {
		return false
	}
	in.makeRoom()
	for range emptyRead {
		n, err := in.r.Read(in.buf[len(in.buf):cap(in.buf)])
		in.buf = in.buf[:len(in.buf)+n]
		in.err = err
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	in.err = io.ErrNoProgress
	return false
}

// makeRoom drops what is not needed and makes sure that there is room for more.
func (in *input) makeRoom() {
	if in.from > 0 {
		in.buf = in.buf[:copy(in.buf, in.buf[in.from:])]
		in.pos -= in.from
		in.from = 0
	}
	if len(in.buf) == cap(in.buf) {
		in.buf = append(make([]byte, 0, max(readSize, 2*len(in.buf))), in.buf...)
	}
}

func (in *input) skipByteOrderMark() {
	for i := range len(byteOrderMark) {
		if c, ok := in.peek(); !ok || c != byteOrderMark[i] {
			in.pos = 0
			return
		}
		in.pos++
	}
	in.from = in.pos
}

// space skips white space.
func (in *input) space() {
	for in.more() && isSpace(in.buf[in.pos]) {
		if in.pos++; in.pos == len(in.buf) {
			in.release()
		}
	}
	in.release()
}

// skipLine skips what is left of the line.
func (in *input) skipLine() {
	for {
		rest := in.buf[in.pos:]
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			in.pos += i + 1
			in.release()
			return
		}
		in.pos = len(in.buf)
		in.release()
		if !in.more() {
			return
		}
	}
}
