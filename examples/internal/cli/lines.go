package cli

import (
	"io"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/layout"
)

// mostOfLine is how many bytes of a line are shown on stderr.
const mostOfLine = 1500

// lines is stderr. Nothing that a file says moves the cursor there or fills the screen: what cannot
// be printed is replaced, and a line that is too long is cut.
type lines struct {
	io.Writer
	width int  // of the line that is being written
	cut   bool // whether it was cut
}

func (l *lines) Write(b []byte) (int, error) {
	var out strings.Builder
	for line := range strings.Lines(string(b)) {
		line, ends := strings.CutSuffix(line, "\n")
		l.add(&out, line)
		if ends {
			out.WriteByte('\n')
			l.width, l.cut = 0, false
		}
	}
	if _, err := io.WriteString(l.Writer, out.String()); err != nil {
		return 0, err
	}
	return len(b), nil
}

// add adds to the line that is being written.
func (l *lines) add(out *strings.Builder, text string) {
	for _, r := range text {
		switch {
		case l.cut:
			return
		case l.width >= mostOfLine:
			out.WriteString("…")
			l.cut = true
			return
		case r == '\t':
			out.WriteByte('\t')
			l.width++
		default:
			plain := layout.Plain(string(r))
			out.WriteString(plain)
			l.width += len(plain)
		}
	}
}
