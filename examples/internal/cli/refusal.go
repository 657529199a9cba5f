package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/openminzheng/zhuzhou/standards/wire"
)

// Refuse says on w why a household of a file was refused, one fault a line: the file, the line of its first row where the faults do not
// name theirs, its id where it is known, and each fault.
func (p *Program) Refuse(w io.Writer, file string, line int, household string, err error) {
	at := file
	var faults wire.Errors
	if errors.As(err, &faults) { // found by the law's own checks, which know no lines
		at += fmt.Sprintf(p.Lang.In("：第 %d 行", ": line %d"), line)
	}
	p.Say(w, at, household, err)
}
