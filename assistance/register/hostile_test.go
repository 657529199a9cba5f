package register_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
)

// Text made to be slow is read in time that goes with its length: the test would not end otherwise.
// Every line is a row that is counted, or part of one.
func TestHostileText(t *testing.T) {
	const size = 2 << 20
	for name, text := range map[string]string{
		"marks alone":           strings.Repeat("\"", size),
		"a mark a line":         strings.Repeat("\"\n", size/2),
		"a mark inside a cell":  strings.Repeat("a,b\"\n", size/5),
		"an open mark each row": strings.Repeat("a,\"b,c\nd,e,f\ng,h,i\n", size/20),
		"one long line":         strings.Repeat("a", size),
		"one long line of ,":    strings.Repeat(",", size),
		"many members":          strings.Repeat(",,x,1990-01-01\n", 100) + strings.Repeat(",,y,1990-13-01\n", size/32),
		"blank lines":           strings.Repeat("\n", size),
		"one mark, then lines":  "\"" + strings.Repeat("a,430223,m,1990-01-01\n", size/22),
	} {
		t.Run(name, func(t *testing.T) {
			rows, last := 0, 0
			for record := range register.Read(strings.NewReader("household,division,member,born\n" + text)) {
				assert.GreaterOrEqual(t, record.Line, last)
				rows, last = rows+record.Rows, record.Line
			}
			assert.LessOrEqual(t, rows, 1+strings.Count(text, "\n"))
		})
	}
}

// However the text arrives, the same is read.
func TestReadersOfEveryKind(t *testing.T) {
	const text = "household,division,member,born\na,430223,\"m\nx\",1990-01-01\nb,430223,m,1990-01-01\n"
	whole := readAll(t, text)
	n := 0
	for record, err := range register.Read(iotest.OneByteReader(strings.NewReader(text))) {
		if err == nil {
			assert.Equal(t, whole.records[n].Household, record.Household)
			n++
		}
	}
	assert.Equal(t, len(whole.records), n)
}

// A text that was cut off is not taken for a whole one, however short it is: the household
// at its end may lack a member.
func TestATextThatWasCutOff(t *testing.T) {
	const text = "household,division,member,born\na,430223,m,1990-01-01\nb,430223,m,1990-01-01\n"
	for _, whole := range []string{text, "\xff\xfe" + inUTF16(text, true)} {
		var usable []string
		var last error
		for record, err := range register.Read(io.MultiReader(strings.NewReader(whole), iotest.ErrReader(io.ErrUnexpectedEOF))) {
			if last = err; err == nil {
				usable = append(usable, record.Household.ID)
			}
		}
		assert.Equal(t, []string{"a"}, usable)
		require.ErrorIs(t, last, io.ErrUnexpectedEOF)
	}
}

// What an error of reading cuts off is not decided: someone of the household may be missing.
func TestAnErrorOfReading(t *testing.T) {
	const text = "household,division,member,born\na,430223,m,1990-01-01\nb,430223,m,1990-01-01\n,,n,1990-0"
	var usable, refused []string
	var last error
	for record, err := range register.Read(io.MultiReader(strings.NewReader(text), iotest.ErrReader(iotest.ErrTimeout))) {
		switch last = err; {
		case err == nil:
			usable = append(usable, record.Household.ID)
		case record.Household.ID != "":
			refused = append(refused, record.Household.ID)
		}
	}
	assert.Equal(t, []string{"a"}, usable)
	assert.Equal(t, []string{"b"}, refused)
	require.ErrorIs(t, last, iotest.ErrTimeout)
	for _, err := range register.Read(iotest.ErrReader(iotest.ErrTimeout)) {
		require.ErrorIs(t, err, iotest.ErrTimeout)
	}
}
