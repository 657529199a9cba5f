package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/openminzheng/zhuzhou/standards"
)

// Progress says on a terminal how many households were read so far. Anywhere else it says nothing,
// so that a log stays clean.
type Progress struct {
	to    io.Writer // nil: it says nothing
	lang  standards.Lang
	count int
	shown bool
}

// every is after how many households something is said.
const every = 1000

// Progress returns the progress on stderr, silent unless stderr is a terminal and stdout is none:
// there the output itself shows it.
func (p *Program) Progress() *Progress {
	if isTerminal(p.Stdout) {
		return &Progress{}
	}
	return p.SearchProgress()
}

// SearchProgress is Progress of a program that prints nothing before its end, so that nothing else
// shows how far it is.
func (p *Program) SearchProgress() *Progress {
	if !isTerminal(p.Stderr) {
		return &Progress{}
	}
	return &Progress{to: bare(p.Stderr), lang: p.Lang}
}

// Say says what goes on now.
func (p *Progress) Say(what string) {
	p.Clear()
	if p.to != nil {
		fmt.Fprintf(p.to, "\r%s …", what)
		p.shown = true
	}
}

// isTerminal reports whether w is a terminal or another device that takes characters.
func isTerminal(w io.Writer) bool {
	file, ok := bare(w).(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// bare is what a stream of a program writes to.
func bare(w io.Writer) io.Writer {
	for {
		switch of := w.(type) {
		case *noting:
			w = of.Writer
		case *lines:
			w = of.Writer
		default:
			return w
		}
	}
}

// Add counts one more household.
func (p *Progress) Add() {
	if p.count++; p.to != nil && p.count%every == 0 {
		fmt.Fprintf(p.to, p.lang.In("\r已处理 %d 户", "\r%d households"), p.count)
		p.shown = true
	}
}

// Clear takes away what Add wrote, so that something else can stand on the line.
func (p *Progress) Clear() {
	if p.shown {
		fmt.Fprintf(p.to, "\r%60s\r", "")
		p.shown = false
	}
}
