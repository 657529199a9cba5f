package register

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// scanned is a row as the scanner cut it.
type scanned struct {
	line  int
	cells string // with ¦ between them
	fault string
}

// scanAll cuts all rows of r, and returns how many were blank and what ended the reading.
func scanAll(r io.Reader, separator string) (rows []scanned, blank int, err error) {
	s := &scanner{r: r, line: 1, separator: separator}
	for {
		one, ok := s.next()
		if !ok {
			_, err = s.where()
			return rows, s.skipped(), err
		}
		var cells []string
		for _, cell := range one.cells {
			cells = append(cells, string(cell))
		}
		rows = append(rows, scanned{one.line, strings.Join(cells, "¦"), one.fault})
	}
}

// A row is its cells without the white space around them, on the line on which it begins. What is
// wrong with a quotation mark costs the line on which it stands.
func TestRowsOfText(t *testing.T) {
	for text, want := range map[string][]scanned{
		"":                       nil,
		"a,b\nc,d\n":             {{1, "a¦b", ""}, {2, "c¦d", ""}},
		"a,b\r\nc,d":             {{1, "a¦b", ""}, {2, "c¦d", ""}},
		"a,b\r\r\nc,\n,d":        {{1, "a¦b", ""}, {2, "c¦", ""}, {3, "¦d", ""}},
		" a,b ,\tc\u3000,\u00a0": {{1, "a¦b¦c¦", ""}},
		"\u3000a b\u0085,é":      {{1, "a b¦é", ""}},
		"d\u3000,e\u00a0,é":      {{1, "d¦e¦é", ""}},
		"\ufeffa,b\n\ufeffc\n":   {{1, "a¦b", ""}, {2, "\ufeffc", ""}},
		"\ufeff\"a\",b\n":        {{1, "a¦b", ""}},
		"\n\n\ufeffa":            {{3, "\ufeffa", ""}},
		`"a,b", "c",d`:           {{1, "a,b", "quote"}},
		`"a,b","c",d`:            {{1, "a,b¦c¦d", ""}},
		`"a""b""","""c",""`:      {{1, `a"b"¦"c¦`, ""}},
		`a,""""`:                 {{1, `a¦"`, ""}},
		`"a""b","c""d"`:          {{1, `a"b¦c"d`, ""}},
		`" a ","b`:               {{1, "a", "quote"}},
		"\"a\nb\",c\nd":          {{1, "a\nb¦c", ""}, {3, "d", ""}},
		"\"a\r\n\r\nb\"\r\nd":    {{1, "a\r\n\r\nb", ""}, {4, "d", ""}},
		"a,b\"c\nd":              {{1, "a", "quote"}, {2, "d", ""}},
		"a,\"b\"c\nd":            {{1, "a¦b", "quote"}, {2, "d", ""}},
		"a,\"b\nc,d\ne":          {{1, "a", "quote"}, {2, "c¦d", ""}, {3, "e", ""}},
		"a,\"b\nc\"x,d\ne":       {{1, "a", "quote"}, {2, "", "quote"}, {3, "e", ""}},
		"a\nb,\"c":               {{1, "a", ""}, {2, "b", "quote"}},
		"\"":                     {{1, "", "quote"}},
		"\"\"\"\n,x\n":           {{1, "", "quote"}, {2, "¦x", ""}},
		"\"a\"\"\nb\"\"\",c\nd":  {{1, "a\"\nb\"¦c", ""}, {3, "d", ""}},
	} {
		for name, r := range map[string]io.Reader{"whole": strings.NewReader(text), "byte by byte": iotest.OneByteReader(strings.NewReader(text)),
			"the end with the text": iotest.DataErrReader(strings.NewReader(text))} {
			rows, _, err := scanAll(r, ",")
			assert.Equal(t, want, rows, "%q %s", text, name)
			assert.Equal(t, io.EOF, err)
		}
	}
}

// Any separator cuts the same rows, and a row in which nothing stands is counted, not returned.
func TestSeparatorsAndBlankRows(t *testing.T) {
	const text = "a,\"b,\"\"c\"\"\",\n\n,,\n \t,\u3000,\n\"\",\" \"\r\n,,d\n,\"e\n"
	for _, separator := range separators {
		rows, blank, err := scanAll(strings.NewReader(strings.ReplaceAll(text, ",", separator)), separator)
		b := "b" + separator + `"c"`
		assert.Equal(t, []scanned{{1, "a¦" + b + "¦", ""}, {6, "¦¦d", ""}, {7, "", "quote"}}, rows, separator)
		assert.Equal(t, 4, blank, separator)
		assert.Equal(t, io.EOF, err)
	}
}

// A row may have a mebibyte, its line break included. Of a longer one nothing is taken for a row of
// its own, wherever the text is cut while it is read.
func TestTheLongestRow(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for _, c := range []struct {
		name string
		text []string // read in these parts
		want []scanned
	}{
		{"as long as can be", []string{x(maxRow-1) + "\n", "a\n"}, []scanned{{1, x(maxRow - 1), ""}, {2, "a", ""}}},
		{"as long as can be, at the end", []string{x(maxRow)}, []scanned{{1, x(maxRow), ""}}},
		{"one more", []string{x(maxRow) + "\n", "a\n"}, []scanned{{1, x(maxRow), "row-too-long"}, {2, "a", ""}}},
		{"one more, cut before its break", []string{x(maxRow), "\na\n"}, []scanned{{1, x(maxRow), "row-too-long"}, {2, "a", ""}}},
		{"two more, cut before its break", []string{x(maxRow + 1), "\na\n"}, []scanned{{1, x(maxRow + 1), "row-too-long"}, {2, "a", ""}}},
		{"cut inside", []string{x(maxRow + 1), x(100), x(100) + "\na,b", "\nc\nd"},
			[]scanned{{1, x(maxRow + 1), "row-too-long"}, {2, "a¦b", ""}, {3, "c", ""}, {4, "d", ""}}},
		{"of two lines, as long as can be", []string{"\"" + x(maxRow-5) + "\ny\"\na\n"}, []scanned{{1, x(maxRow-5) + "\ny", ""}, {3, "a", ""}}},
		{"and another", []string{x(maxRow + 1), "\n" + x(maxRow), x(9), "\na"},
			[]scanned{{1, x(maxRow + 1), "row-too-long"}, {2, x(maxRow + 9), "row-too-long"}, {3, "a", ""}}},
		{"at the end", []string{"a\n", x(maxRow + 1)}, []scanned{{1, "a", ""}, {2, x(maxRow + 1), "row-too-long"}}},
		{"of blanks", []string{strings.Repeat(" ", maxRow+1), "\na"}, []scanned{{1, "", "row-too-long"}, {2, "a", ""}}},
		{"with a stray mark", []string{"a,b\"" + x(maxRow), "\na"}, []scanned{{1, "a", "row-too-long"}, {2, "a", ""}}},
		{"of two lines in marks", []string{"a,\"b\n" + x(maxRow) + "\"\nc\n"},
			[]scanned{{1, "a", "quote"}, {2, "", "row-too-long"}, {3, "c", ""}}},
		{"whose first line is as long as can be", []string{"\"" + x(maxRow-2) + "\ny\",z\na\n"},
			[]scanned{{1, "", "quote"}, {2, "", "quote"}, {3, "a", ""}}},
		{"a mark that is not closed", []string{"a,\"b\n" + strings.Repeat("c,"+x(1<<10)+"\n", 1<<10), "e"}, nil},
	} {
		var parts []io.Reader
		for _, part := range c.text {
			parts = append(parts, strings.NewReader(part))
		}
		rows, _, err := scanAll(io.MultiReader(parts...), ",")
		require.Equal(t, io.EOF, err, c.name)
		if c.want == nil { // the first line is lost, and no other
			require.Len(t, rows, 2+1<<10, c.name)
			assert.Equal(t, []scanned{{1, "a", "quote"}, {2, "c¦" + x(1<<10), ""}}, rows[:2], c.name)
			assert.Equal(t, scanned{2 + 1<<10, "e", ""}, rows[1+1<<10], c.name)
			continue
		}
		require.Len(t, rows, len(c.want), c.name)
		for i := range rows {
			assert.True(t, c.want[i] == rows[i], "%s: row %d is on line %d, %s", c.name, i, rows[i].line, rows[i].fault)
		}
	}
}

// idle is a reader that returns nothing so many times before each part.
type idle struct {
	r     io.Reader
	times int
	left  int
}

func (s *idle) Read(into []byte) (int, error) {
	if s.left > 0 {
		s.left--
		return 0, nil
	}
	s.left = s.times
	return s.r.Read(into)
}

// An error of the source ends the reading for good; so does one that returns nothing a hundred
// times in a row.
func TestWhatEndsTheReading(t *testing.T) {
	text := strings.Repeat("a,b\n", 60)
	rows, _, err := scanAll(&idle{iotest.OneByteReader(strings.NewReader(text)), 99, 99}, ",")
	assert.Equal(t, io.EOF, err)
	assert.Len(t, rows, 60)
	rows, _, err = scanAll(&idle{iotest.OneByteReader(strings.NewReader(text)), 100, 0}, ",")
	assert.Equal(t, io.ErrNoProgress, err)
	assert.Empty(t, rows)

	s := &scanner{r: iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("a\nb\n"))), line: 1, separator: ","}
	for range 3 {
		_, ok := s.next()
		assert.False(t, ok, "the text would go on")
		_, err := s.where()
		assert.Equal(t, iotest.ErrTimeout, err)
	}
	s = &scanner{r: io.MultiReader(strings.NewReader("a\n\"b\nc"), iotest.ErrReader(iotest.ErrTimeout)), line: 1, separator: ","}
	one, ok := s.next()
	assert.True(t, ok)
	assert.Equal(t, "a", string(one.raw))
	_, ok = s.next()
	assert.False(t, ok, "what the error cuts off is no row")
	line, err := s.where()
	assert.Equal(t, 2, line)
	assert.Equal(t, iotest.ErrTimeout, err)
}

// What was read is forgotten: the room for text does not grow with it.
func TestTheScannerForgets(t *testing.T) {
	s := &scanner{r: strings.NewReader(strings.Repeat("h1,430223,1990-01-01\n", 1<<16)), line: 1, separator: ","}
	for range 1 << 16 {
		_, ok := s.next()
		require.True(t, ok)
	}
	assert.LessOrEqual(t, cap(s.buf), 4*readSize)
	s = &scanner{r: strings.NewReader(strings.Repeat("x", 8*maxRow) + "\na\n"), line: 1, separator: ","}
	long, _ := s.next()
	assert.Equal(t, codeTooLong, long.fault)
	one, _ := s.next()
	assert.Equal(t, "a", string(one.raw))
	assert.LessOrEqual(t, cap(s.buf), 3*maxRow, "nor with what a row has too much")
}
