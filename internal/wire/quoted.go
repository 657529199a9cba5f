package wire

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// text reads the string whose opening quote stands at pos.
func (p *parser) text() (string, bool) {
	p.pos++
	from := p.pos
	var decoded []byte // what stands before from, if there was an escape
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; {
		case c == '"':
			rest := p.src[from:p.pos]
			p.pos++
			if decoded == nil {
				return rest, true
			}
			return string(append(decoded, rest...)), true
		case c == '\\':
			decoded = append(decoded, p.src[from:p.pos]...)
			r, ok := p.escape()
			if !ok {
				return "", false
			}
			decoded = utf8.AppendRune(decoded, r)
			from = p.pos
		case c < ' ':
			return "", p.fail(detailControl)
		default:
			p.pos++
		}
	}
	return "", p.fail(detailQuote)
}

// escape reads the escape whose backslash stands at pos.
func (p *parser) escape() (rune, bool) {
	p.pos++
	if p.peek() == 'u' {
		return p.unicode()
	}
	i := strings.IndexByte(`"\/bfnrt`, p.peek())
	if i < 0 {
		return 0, p.fail(detailEscape)
	}
	p.pos++
	return rune("\"\\/\b\f\n\r\t"[i]), true
}

// unicode reads the escape whose u stands at pos, with a second one where the two make a pair.
func (p *parser) unicode() (rune, bool) {
	at := p.pos - 1
	high, ok := p.hex()
	if !ok || !utf16.IsSurrogate(high) {
		return high, ok
	}
	if high >= 0xDC00 { // a second half
		return 0, p.failAt(at, CodeInvalidUTF8, detailSurrogate)
	}
	for _, c := range []byte(`\u`) {
		if p.pos == len(p.src) {
			return 0, p.fail(detailSurrogate)
		}
		if p.peek() != c {
			return 0, p.failAt(at, CodeInvalidUTF8, detailSurrogate)
		}
		p.pos++
	}
	p.pos--
	low, ok := p.hex()
	if !ok {
		return 0, false
	}
	r := utf16.DecodeRune(high, low)
	if r == utf8.RuneError {
		return 0, p.failAt(at, CodeInvalidUTF8, detailSurrogate)
	}
	return r, true
}

// hex reads the u at pos and four hexadecimal digits.
func (p *parser) hex() (rune, bool) {
	p.pos++
	var r rune
	for range 4 {
		digit := hexDigit(p.peek())
		if digit < 0 {
			return 0, p.fail(detailEscape)
		}
		r = r<<4 | digit
		p.pos++
	}
	return r, true
}

func hexDigit(c byte) rune {
	switch {
	case isDigit(c):
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c - 'a' + 10)
	case 'A' <= c && c <= 'F':
		return rune(c - 'A' + 10)
	}
	return -1
}
