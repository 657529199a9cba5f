package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// decideFile decides every household of a file. One that cannot be used is refused on stderr; the
// others go on.
func (p *program) decideFile(name string) int {
	file, shown, err := p.Open(name)
	if err != nil {
		return p.Failed(p.CannotOpen(name, err))
	}
	defer file.Close()
	input := &cli.Shape{Reader: file}
	out := output{w: p.Stdout, array: input.Array}
	progress := p.Progress()
	code := cli.OK
	for entry, err := range assistance.Read(input) {
		if err == nil {
			err = p.decide(entry.Household, "", &out)
		}
		if out.err != nil {
			break // nobody reads on
		}
		progress.Add()
		if err != nil {
			progress.Clear()
			p.refuse(shown, entry.Line, entry.Household.ID, err)
			code = cli.Refused
		}
	}
	progress.Clear()
	return max(code, p.finish(&out))
}

// refuse says on stderr why a household, or a decision on it, was refused: each fault on a line of
// its own, with file, line and field.
func (p *program) refuse(file string, line int, id string, err error) {
	colon := p.Lang.In("：", ": ")
	var faults wire.Errors
	if !errors.As(err, &faults) {
		// of syntax, which names its own line, or of reading
		fmt.Fprintf(p.Stderr, "%s%s%s\n", file, colon, cli.Text(err, p.Lang))
		return
	}
	at := fmt.Sprintf(p.Lang.In("%s：第 %d 行", "%s: line %d"), file, line)
	if id != "" {
		at += p.Lang.In("，家庭 ", ", household ") + layout.Short(id)
	}
	for fault := range strings.Lines(cli.First(faults.Text(p.Lang), p.Lang)) {
		fmt.Fprintf(p.Stderr, "%s%s%s\n", at, colon, strings.TrimSuffix(fault, "\n"))
	}
}
