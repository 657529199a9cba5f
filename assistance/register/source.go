package register

import (
	"bytes"
	"cmp"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// source yields the rows of a register that are not blank.
type source interface {
	next() (row, bool)
	where() (line int, err error) // how far it was read, and io.EOF or what ended it
	skipped() int                 // how many blank rows were left out
	stop()                        // ends the reading, read to the end or not
}

// Row is a row of a sheet: its number, from 1, and its cells as text, from the first column on.
type Row struct {
	Number int
	Cells  []string
}

// sheet is the source of rows that are cut into cells already.
type sheet struct {
	pull  func() (Row, error, bool)
	halt  func()
	line  int
	err   error
	blank int
	room  [][]byte
	text  []byte
}

func newSheet(rows iter.Seq2[Row, error]) *sheet {
	s := new(sheet)
	s.pull, s.halt = iter.Pull2(rows)
	return s
}

func (s *sheet) where() (int, error) { return s.line, s.err }
func (s *sheet) skipped() int        { return s.blank }
func (s *sheet) stop()               { s.halt() }

func (s *sheet) next() (row, bool) {
	for s.err == nil {
		r, err, ok := s.pull()
		switch {
		case !ok:
			s.err = io.EOF
		case err != nil:
			s.err = err
		default:
			s.line = r.Number
			if one := s.row(r); one.fault != "" || slices.ContainsFunc(one.cells, isStated) {
				return one, true
			}
			s.blank++
		}
	}
	return row{}, false
}

// row copies the cells of r, those before the fault where it has one.
func (s *sheet) row(r Row) row {
	s.room, s.text = s.room[:0], s.text[:0]
	one := row{line: r.Number}
	for _, cell := range r.Cells {
		cell = strings.TrimSpace(cell)
		from := len(s.text)
		if from+len(cell) > maxRow {
			one.fault = codeTooLong
			break
		}
		if !utf8.ValidString(cell) {
			one.fault = codeEncoding
		}
		s.text = append(s.text, cell...)
		s.room = append(s.room, s.text[from:len(s.text):len(s.text)])
	}
	one.cells = s.room
	return one
}

// cellName returns the name of a cell in a sheet, such as C7.
func cellName(position, line int) string {
	name := ""
	for n := position + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name + strconv.Itoa(line)
}

// headSize is the size of the beginning of a file in which its encoding and separator are found.
const headSize = 64 << 10

// readHead reads the beginning of r. The error is io.EOF where r ends in it; one of r is kept, as a
// text that was cut off has io.ErrUnexpectedEOF.
func readHead(r io.Reader) ([]byte, error) {
	head, err := io.ReadAll(io.LimitReader(r, headSize))
	if err == nil && len(head) < headSize {
		err = io.EOF
	}
	return head, err
}

// The kinds of files that are no text, by how they begin.
var fileKinds = [...]struct{ begins, kind string }{
	{"PK\x03\x04", "xlsx"},
	{"PK\x05\x06", "xlsx"},
	{"\xd0\xcf\x11\xe0", "xls"},
	{"<?xml", "XML"},
	{"<html", "HTML"},
	{"<HTML", "HTML"},
	{"<table", "HTML"},
	{"<!DOCTYPE", "HTML"},
	{"%PDF", "PDF"},
	{"\x1f\x8b", "gzip"},
	{"Rar!", "RAR"},
}

// KindOf names the kind of file that begins so: "xlsx", "xls", "XML", "HTML", "PDF", "gzip" or
// "RAR" of one that is no text with separators; else the encoding, "UTF-8", "UTF-16LE", "UTF-16BE"
// or "GB18030", and "" where it is none of these.
func KindOf(head []byte) string {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n")
	for _, k := range fileKinds {
		if bytes.HasPrefix(text, []byte(k.begins)) {
			return k.kind
		}
	}
	if kind := cmp.Or(markOf(head), utf16Of(head)); kind != "" {
		return kind
	}
	for n := 1; n < utf8.UTFMax && n <= len(head); n++ { // a character may be cut off at the end
		if last := head[len(head)-n:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				head = head[:len(head)-n]
			}
			break
		}
	}
	if utf8.Valid(head) {
		return "UTF-8"
	}
	return encodingOf(head)
}

// gb18030 names the encoding of Chinese text that is not Unicode, GBK and GB2312 included.
const gb18030 = "GB18030"

// encodingOf names the encoding that text seems to have.
func encodingOf(text []byte) string {
	if kind := markOf(text); kind != "" {
		return kind
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return "UTF-16"
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < utf8.RuneSelf:
		case c == 0x80 || c == 0xff || i+1 < len(text) && (text[i+1] < 0x30 || text[i+1] == 0x7f || text[i+1] == 0xff):
			return ""
		default:
			i++
		}
	}
	return gb18030
}

// markOf names the kind of UTF-16 whose mark stands before a text, "" where there is none.
func markOf(text []byte) string {
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")):
		return "UTF-16LE"
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		return "UTF-16BE"
	}
	return ""
}

// utf16Of names the kind of UTF-16 that text without a mark is in, "" where it is not. One of the
// two bytes of each separator in the first line is zero.
func utf16Of(head []byte) string {
	first, _, _ := bytes.Cut(head, []byte{'\n'})
	switch i := bytes.IndexByte(first, 0); {
	case i < 0:
		return ""
	case i%2 == 0:
		return "UTF-16BE"
	}
	return "UTF-16LE"
}

// fromUTF16 reads UTF-16 as UTF-8. What is no character becomes a byte that no UTF-8 has, so that
// its row is refused.
type fromUTF16 struct {
	r    io.Reader
	low  bool // whether the low byte comes first
	raw  []byte
	out  []byte
	err  error
	unit uint16 // the first half of a pair; zero: none
}

// notUTF8 stands for what is no character.
const notUTF8 = 0xff

func (u *fromUTF16) Read(into []byte) (int, error) {
	for len(u.out) == 0 {
		if u.err != nil {
			return 0, u.err
		}
		u.fill()
	}
	n := copy(into, u.out)
	u.out = u.out[n:]
	return n, nil
}

// fill decodes what comes next.
func (u *fromUTF16) fill() {
	from := len(u.raw)
	u.raw = append(u.raw, make([]byte, readSize)...)
	n, err := u.r.Read(u.raw[from:])
	u.raw, u.err, u.out = u.raw[:from+n], err, u.out[:0]
	i := 0
	for ; i+1 < len(u.raw); i += 2 {
		unit := uint16(u.raw[i])<<8 | uint16(u.raw[i+1])
		if u.low {
			unit = unit>>8 | unit<<8
		}
		u.add(unit)
	}
	u.raw = append(u.raw[:0], u.raw[i:]...)
	if err != nil && (len(u.raw) > 0 || u.unit != 0) {
		u.out = append(u.out, notUTF8)
	}
}

func (u *fromUTF16) add(unit uint16) {
	first := u.unit
	u.unit = 0
	switch r := rune(unit); {
	case utf16.DecodeRune(rune(first), r) != utf8.RuneError:
		u.out = utf8.AppendRune(u.out, utf16.DecodeRune(rune(first), r))
	case first != 0:
		u.out = append(u.out, notUTF8)
		u.add(unit)
	case utf16.IsSurrogate(r): // a second half makes no pair with what follows it
		u.unit = unit
	default:
		u.out = utf8.AppendRune(u.out, r)
	}
}

// separators may stand between cells.
var separators = [...]string{",", "\t", ";", "，", "|"}

// separatorOf finds what separates the cells of a text: that by which the most cells of the header
// are known. The header is the first row of which two are.
func (d directory) separatorOf(head []byte) string {
	rows := 0
	for line := range bytes.Lines(head) {
		best, most := "", 1
		for _, separator := range separators {
			if known := d.knownIn(line, separator); known > most {
				best, most = separator, known
			}
		}
		if best != "" {
			return best
		}
		if rows++; rows > maxTitles {
			break
		}
	}
	return separators[0]
}

// knownIn counts the cells of a line that are known headers.
func (d directory) knownIn(line []byte, separator string) (known int) {
	for cell := range bytes.SplitSeq(line, []byte(separator)) {
		if c, _ := d.find(strings.Trim(string(cell), "\" \r\n\ufeff")); c != noColumn {
			known++
		}
	}
	return known
}
