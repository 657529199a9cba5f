package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// On stderr nothing moves the cursor, and no line is too long.
func TestLines(t *testing.T) {
	for _, tt := range []struct {
		name   string
		writes []string
		want   string
	}{
		{"plain text stays", []string{"a\tb\n", "株洲\n\n"}, "a\tb\n株洲\n\n"},
		{"what cannot be printed", []string{"a\x1b[2J\u202e\u200b\r\x00\x7f\u0085\u2028\xffb\n"}, "a" + strings.ReplaceAll("?[2J????????b\n", "?", "\uFFFD")},
		{"a long line", []string{strings.Repeat("x", 5000) + "\nnext\n"}, strings.Repeat("x", mostOfLine) + "…\nnext\n"},
		{"a long line in parts", []string{strings.Repeat("x", 1400), strings.Repeat("y", 1400), "z\n", "next"}, strings.Repeat("x", 1400) + strings.Repeat("y", 100) + "…\nnext"},
	} {
		var out bytes.Buffer
		l := &lines{Writer: &out}
		for _, text := range tt.writes {
			n, err := io.WriteString(l, text)
			assert.NoError(t, err)
			assert.Equal(t, len(text), n)
		}
		assert.Equal(t, tt.want, out.String(), tt.name)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// A run whose messages were lost is no success, and another fault keeps its code.
func TestLostMessages(t *testing.T) {
	for code, want := range map[int]int{OK: Refused, Refused: Refused, Usage: Usage} {
		stderr := &noting{Writer: full{}}
		p := New("p", "", "", nil, io.Discard, stderr)
		assert.Equal(t, code, stderr.code(code), "nothing was said")
		fmt.Fprintln(p.Stderr, "said")
		assert.Equal(t, want, stderr.code(code))
	}
}

// A file has every fault of a household, stderr the first hundred.
func TestSayLosesNothingInAFile(t *testing.T) {
	var stderr, file bytes.Buffer
	p := New("p", "", "", nil, io.Discard, &stderr)
	err := errors.New(strings.TrimSuffix(strings.Repeat("fault\n", 300), "\n"))
	p.Say(p.Stderr, "r.csv", "h", err)
	p.Say(&file, "r.csv", "h", err)
	assert.Equal(t, mostFaults+1, strings.Count(stderr.String(), "\n"))
	assert.Equal(t, 300, strings.Count(file.String(), "fault\n"))
}
