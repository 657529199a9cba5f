package register

import (
	"errors"
	"io"
	"iter"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sheetRows yields rows of cells, numbered from 1, and then err if there is one. It notes when it
// ends.
func sheetRows(ended *bool, err error, rows ...[]string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		defer func() { *ended = true }()
		for i, cells := range rows {
			if !yield(Row{Number: i + 1, Cells: cells}, nil) {
				return
			}
		}
		if err != nil {
			yield(Row{}, err)
		}
	}
}

// The cells of a sheet are taken without the white space around them; a row of blanks is counted, and
// one that is too long or no text is refused.
func TestRowsOfCells(t *testing.T) {
	x := strings.Repeat("x", maxRow-1)
	for _, c := range []struct {
		name  string
		cells []string
		want  []string
		fault string
	}{
		{"spaces", []string{" a ", "\u3000b", "c\n", ""}, []string{"a", "b", "c", ""}, ""},
		{"one cell", []string{"a"}, []string{"a"}, ""},
		{"as long as can be", []string{x, "b", ""}, []string{x, "b", ""}, ""},
		{"longer", []string{"a", x, "b"}, []string{"a", x}, "row-too-long"},
		{"one long cell", []string{"a", x + "xx", "b"}, []string{"a"}, "row-too-long"},
		{"no text", []string{"a", "\xd0\xd5", "b"}, []string{"a", "\xd0\xd5", "b"}, "encoding"},
	} {
		s := newSheet(sheetRows(new(bool), nil, nil, []string{"", " \t"}, c.cells))
		one, ok := s.next()
		require.True(t, ok, c.name)
		assert.Equal(t, 3, one.line, c.name)
		assert.Equal(t, c.fault, one.fault, c.name)
		var got []string
		for _, cell := range one.cells {
			got = append(got, string(cell))
		}
		assert.True(t, assert.ObjectsAreEqual(c.want, got), c.name)
		assert.Equal(t, 2, s.skipped(), c.name)
		_, ok = s.next()
		assert.False(t, ok, c.name)
		line, err := s.where()
		assert.Equal(t, 3, line, c.name)
		assert.Equal(t, io.EOF, err, c.name)
		s.stop()
	}
}

// A cell is not changed by what is appended to it.
func TestCellsAreApart(t *testing.T) {
	s := newSheet(sheetRows(new(bool), nil, []string{"a", "b"}))
	one, _ := s.next()
	_ = append(one.cells[0], 'x')
	assert.Equal(t, "b", string(one.cells[1]))
}

// The rows of a sheet are stopped when the reading ends: at its end, at an error, where the caller
// stops, and where the header or the level is not what is wanted.
func TestTheRowsOfASheetAreStopped(t *testing.T) {
	header, row := []string{"户号", "县市区", "姓名", "出生日期"}, []string{"甲", "攸县", "张三", "1990-01-01"}
	roster := []string{"户主姓名", "县市区", "家庭人口数", "低保金额"}
	broken := errors.New("broken")
	for _, c := range []struct {
		name string
		err  error
		rows [][]string
		stop int // after so many records
	}{
		{"at the end", nil, [][]string{header, row}, 9},
		{"at an error", broken, [][]string{header, row}, 9},
		{"by the caller", nil, [][]string{header, row, {"乙", "攸县", "张三", "1990-01-01"}, row}, 1},
		{"at the header", nil, [][]string{{"x"}, {"a", "b"}, row, row}, 9},
		{"at the level", nil, [][]string{roster, row, row}, 9},
	} {
		ended, n := false, 0
		for range OfPeople(OpenRows(sheetRows(&ended, c.err, c.rows...), Options{})) {
			if n++; n == c.stop {
				break
			}
		}
		assert.True(t, ended, c.name)
		assert.Positive(t, n, c.name)
	}
	ended := false
	require.Error(t, OpenRows(sheetRows(&ended, nil, []string{"a", "b"}, row), Options{}).Err())
	assert.True(t, ended, "a header that cannot be used")
}

// An error of the rows is said with the line that was read last, and costs the household that it
// cuts off.
func TestAnErrorOfTheRowsOfASheet(t *testing.T) {
	broken := errors.New("broken")
	rows := sheetRows(new(bool), broken, []string{"户号", "县市区", "姓名", "出生日期"}, []string{"甲", "攸县", "张三", "1990-01-01"})
	var all []error
	for _, err := range OpenRows(rows, Options{}).Records() {
		all = append(all, err)
	}
	require.Len(t, all, 2)
	assert.Equal(t, Errors{{Line: 2, Code: "truncated"}}, all[0])
	assert.EqualError(t, all[1], "line 2: broken")
	require.ErrorIs(t, all[1], broken)
	assert.Equal(t, broken, OpenRows(sheetRows(new(bool), broken, []string{"花名册"}), Options{}).Err(), "above the header")
}

// Faults in a sheet name the cell, where there is one.
func TestCellNames(t *testing.T) {
	for position, want := range map[int]string{0: "A7", 1: "B7", 25: "Z7", 26: "AA7", 51: "AZ7", 52: "BA7", 701: "ZZ7", 702: "AAA7", 728: "ABA7"} {
		assert.Equal(t, want, cellName(position, 7))
	}
	var faults Errors
	rows := sheetRows(new(bool), nil, []string{"出生日期", "户号", "县市区", "姓名", "工资性收入", "物价补贴", "病种"},
		[]string{"1990-13-01", "甲", "攸县", "张三", "5", "约5", ""}, []string{"1990-01-01", "乙", "攸县", "张三", "0", "5", "癌症"})
	file := OpenRows(rows, Options{})
	for record, err := range file.Records() {
		var list Errors
		if errors.As(err, &list) {
			faults = append(faults, list...)
		}
		faults = append(faults, record.Warnings...)
	}
	assert.Equal(t, Errors{
		{Line: 2, Cell: "F2", Column: "物价补贴", Value: "约5", Code: "money-format"},
		{Line: 2, Cell: "A2", Column: "出生日期", Value: "1990-13-01", Code: "date-format"},
		{Line: 2, Column: "income_per", Code: "required"},
		{Line: 3, Cell: "G3", Column: "病种", Value: "癌症", Code: "health"},
	}, faults)
}

// What a file is follows from how it begins.
func TestKindsOfFiles(t *testing.T) {
	for text, want := range map[string]string{
		"PK\x03\x04\x14": "xlsx", "PK\x05\x06": "xlsx", "\xd0\xcf\x11\xe0\xa1": "xls", "<?xml version": "XML", "\ufeff <?xml": "XML", "<html>": "HTML",
		"\r\n\t<HTML>": "HTML", "<table ": "HTML", "<!DOCTYPE html": "HTML", "%PDF-1.4": "PDF", "\x1f\x8b\x08": "gzip", "Rar!\x1a": "RAR",
		"": "UTF-8", "a,b\n": "UTF-8", "\ufeffa": "UTF-8", "户号,姓名": "UTF-8", "PK,a": "UTF-8",
		"\xff\xfe7b\xf7S":    "UTF-16LE", // with its mark, and no zero byte
		"\xfe\xffb7S\xf7":    "UTF-16BE",
		"\xfe\xff\x01\x00b7": "UTF-16BE", // whatever the first zero byte says
		"a\x00,\x00":         "UTF-16LE",
		"\x00a\x00,":         "UTF-16BE",
		"7b\xf7S,\x00\n\x00": "UTF-16LE",
		"b7S\xf7\x00,\x00\n": "UTF-16BE",
		"b7S\xf7b7\x00,":     "UTF-16BE",
		"a,b\nc\x00":         "UTF-8", // below the first line: a row that is refused
		"户\xe6":              "UTF-8", // a character cut off
		"户\xe6\x88":          "UTF-8",
		"\xe6\x88":           "UTF-8",
		"a\xf0":              "UTF-8",
		"a\xf0\x9f":          "UTF-8",
		"a\xf0\x9f\x98":      "UTF-8",
		"a\xf0\x9f\x98\x80":  "UTF-8",
		"\xe6\x88\xe6":       "GB18030", // only the last one can be cut off
		"\xe6\x88a":          "GB18030",
		"\xbb\xa7\xba\xc5,a": "GB18030",
		"\xbb\xa7\nb\x00":    "UTF-16",
		"\xbb\xa7\x80":       "",
		"\xbb\xa7,\xff":      "",
	} {
		assert.Equal(t, want, KindOf([]byte(text)), "%q", text)
	}
}

// The bytes of Chinese text that is not Unicode are told from bytes that are no text at all (GB
// 18030: a second byte of 30 to 39, 40 to 7E or 80 to FE).
func TestEncodingOfARow(t *testing.T) {
	for text, want := range map[string]string{
		"a": "GB18030", "a\xbb\xa7b": "GB18030", "\x81\x30\x81\x30": "GB18030", "\x81\x40": "GB18030", "\x81\x7e": "GB18030", "\x81\x80": "GB18030",
		"\x81\xfe": "GB18030", "\xfe\xfea": "GB18030", "\x81": "GB18030", "a\xfe": "GB18030", "\x7f\x81\x80": "GB18030",
		"\x81\x2f": "", "\x81\x7f": "", "\x81\xff": "", "\x80a": "", "\xffa": "", "a\x80": "", "a,\x81\x80\x80": "", "\x81\x80\xff": "", "\x81\n": "",
		"\xff\xfea": "UTF-16LE", "\xfe\xffa": "UTF-16BE", "\x00a": "UTF-16", "a\x00": "UTF-16",
	} {
		assert.Equal(t, want, encodingOf([]byte(text)), "%q", text)
	}
}

// UTF-16 is read as UTF-8 in parts of any size. What is no character is a byte that no text has.
func TestFromUTF16(t *testing.T) {
	for _, c := range []struct {
		units []uint16
		odd   bool // one byte more
		want  string
	}{
		{nil, false, ""}, {[]uint16{'a', 0x6237, '\n'}, false, "a户\n"}, {[]uint16{0xfeff, 'a'}, false, "\ufeffa"},
		{[]uint16{0xd83d, 0xde00, 'a'}, false, "😀a"}, {[]uint16{0xd800, 0xdc00}, false, "𐀀"}, {[]uint16{0xdbff, 0xdfff}, false, "\U0010ffff"},
		{[]uint16{0xd83d, 'a'}, false, "\xffa"}, {[]uint16{0xd83d, 0xd83d, 0xde00}, false, "\xff😀"}, {[]uint16{0xdbff, 'a'}, false, "\xffa"},
		{[]uint16{0xde00, 'a'}, false, "\xffa"}, {[]uint16{0xdc00, 'a'}, false, "\xffa"}, {[]uint16{0xdfff, 0xe000}, false, "\xff\ue000"},
		{[]uint16{0xdc00, 0xdc01, 0xfffd}, false, "\xff\xff\ufffd"}, {[]uint16{0xd7ff}, false, "\ud7ff"}, {[]uint16{'a', 0xd83d}, false, "a\xff"}, {[]uint16{'a'}, true, "a\xff"}, {[]uint16{0xd83d}, true, "\xff"},
		{nil, true, "\xff"},
	} {
		for _, low := range []bool{true, false} {
			var raw strings.Builder
			for _, unit := range c.units {
				pair := []byte{byte(unit >> 8), byte(unit)}
				if low {
					pair[0], pair[1] = pair[1], pair[0]
				}
				raw.Write(pair)
			}
			if c.odd {
				raw.WriteByte('x')
			}
			for name, r := range map[string]io.Reader{"whole": strings.NewReader(raw.String()), "bytes": iotest.OneByteReader(strings.NewReader(raw.String())),
				"end": iotest.DataErrReader(strings.NewReader(raw.String()))} {
				got, err := io.ReadAll(iotest.OneByteReader(&fromUTF16{r: r, low: low}))
				require.NoError(t, err)
				assert.Equal(t, c.want, string(got), "%x %v %s", c.units, low, name)
			}
		}
	}
	got, err := io.ReadAll(&fromUTF16{r: io.MultiReader(strings.NewReader("a\x00b"), iotest.ErrReader(iotest.ErrTimeout)), low: true})
	assert.Equal(t, iotest.ErrTimeout, err)
	assert.Equal(t, "a\xff", string(got))
}

// The separator is that by which the most headers are known in the first row that has two.
func TestSeparatorOfAText(t *testing.T) {
	d := newDirectory()
	for text, want := range map[string]string{
		"":                        ",",
		"户号,姓名\n":                 ",",
		"户号\t姓名,收入\t县市区\n":        "\t",
		"户号;姓名\n":                 ";",
		"户号，姓名":                   "，",
		"\ufeff\"户号\"|\"姓名\"\r\n": "|",
		"花名册\n\n户号;姓名\n户号,姓名,县市区\n": ";",
		"户号;a,姓名\n":                            ",", // none knows two
		"姓名，性别，户号\n":                           "，",
		"姓名;性别,户号\t县市区\t生日\n":                  "\t",
		"姓名;户号,县市区;生日\n":                       ";", // two each way
		"户号,姓名,x|生日|县市区\n":                     ",", // the first of two that know as many
		"姓名\n户号;姓名\n":                          ";", // one is none
		strings.Repeat("标题\n", 20) + "户号;姓名\n": ";",
		strings.Repeat("标题\n", 21) + "户号;姓名\n": ",",
		"户号;x;姓名\n":                            ";",
	} {
		assert.Equal(t, want, d.separatorOf([]byte(text)), "%q", text)
	}
}
