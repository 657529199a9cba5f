package wire

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// AppendString appends s as a JSON string to dst. It escapes quotes, backslashes and control
// characters, and nothing else; what is not UTF-8 becomes U+FFFD.
func AppendString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= ' ' && r != '"' && r != '\\' && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = appendEscape(dst, r)
		i += size
		from = i
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}

func appendEscape(dst []byte, r rune) []byte {
	if r == utf8.RuneError {
		return utf8.AppendRune(dst, r)
	}
	if i := strings.IndexRune("\"\\\b\f\n\r\t", r); i >= 0 {
		return append(dst, '\\', `"\bfnrt`[i])
	}
	return appendHexEscape(dst, r)
}

const hexDigits = "0123456789abcdef"

// appendHexEscape appends r, which is below U+10000, as \u and four digits.
func appendHexEscape(dst []byte, r rune) []byte {
	return append(dst, '\\', 'u', hexDigits[r>>12&0xF], hexDigits[r>>8&0xF], hexDigits[r>>4&0xF], hexDigits[r&0xF])
}

// AppendEscaped appends s as a JSON string to dst, byte for byte as encoding/json writes it:
// besides what [AppendString] escapes also <, > and &, the line separators U+2028 and U+2029, and
// what is not UTF-8, as U+FFFD.
func AppendEscaped[S ~string | ~[]byte](dst []byte, s S) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if isPlain(c) {
				i++
				continue
			}
			dst = append(dst, s[from:i]...)
			i++
			from = i
			dst = appendEscapedByte(dst, c)
			continue
		}
		r, size := utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
		if r == utf8.RuneError && size == 1 || r == '\u2028' || r == '\u2029' {
			dst = append(dst, s[from:i]...)
			dst = appendHexEscape(dst, r)
			from = i + size
		}
		i += size
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}

// AppendComposed is [AppendEscaped] for what write appends, which is copied only if something in it
// is to be escaped.
func AppendComposed(dst []byte, write func(dst []byte) []byte) []byte {
	before := len(dst)
	dst = write(append(dst, '"'))
	if text := dst[before+1:]; !isPlainText(text) {
		return AppendEscaped(dst[:before], string(text))
	}
	return append(dst, '"')
}

// isPlainText reports whether nothing in text is to be escaped.
func isPlainText(text []byte) bool {
	ascii := true
	for i, c := range text {
		if c < utf8.RuneSelf {
			if !isPlain(c) {
				return false
			}
			continue
		}
		ascii = false
		if c == separator[0] && i+2 < len(text) && text[i+1] == separator[1] && text[i+2]&^1 == separator[2] {
			return false
		}
	}
	return ascii || utf8.Valid(text)
}

// separator is U+2028; U+2029 differs in the last bit.
const separator = "\u2028"

func appendEscapedByte(dst []byte, c byte) []byte {
	if c == '<' || c == '>' || c == '&' {
		return appendHexEscape(dst, rune(c))
	}
	return appendEscape(dst, rune(c))
}

// isPlain reports whether c, which is ASCII, stands in a string as it is.
func isPlain(c byte) bool {
	return c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&'
}

func appendInt(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }
