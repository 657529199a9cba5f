package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
	"github.com/openminzheng/zhuzhou/standards/wire"
)

// Tables lays the tables files named over the published rows, in order. Every fault of every file goes to stderr, and so does what
// is allowed in them but probably not meant. Where it reports false, nothing can be decided.
func (p *Program) Tables(names []string) (*standards.Tables, bool) {
	overlays := make([]standards.Overlay, 0, len(names))
	for _, name := range names {
		if o, ok := p.overlay(name); ok {
			overlays = append(overlays, o)
		}
	}
	if len(overlays) < len(names) {
		return nil, false
	}
	tables, err := standards.Published().With(overlays...)
	if err != nil {
		p.complain("", err)
		return nil, false
	}
	for _, o := range overlays {
		if notes := o.Warnings(); len(notes) > 0 {
			p.complain("", notes)
		}
	}
	return tables, true
}

// overlay reads one tables file.
func (p *Program) overlay(name string) (standards.Overlay, bool) {
	file, shown, err := p.Open(name)
	if err != nil {
		p.Failed(p.CannotOpen(name, err))
		return standards.Overlay{}, false
	}
	defer file.Close()
	o, err := draft.Read(file)
	if err != nil {
		p.complain(shown, err)
		return standards.Overlay{}, false
	}
	return o, true
}

// complain prints each fault of a tables file on a line of its own.
func (p *Program) complain(file string, err error) {
	if file != "" {
		file += p.Lang.In("：", ": ")
	}
	for line := range strings.Lines(Text(err, p.Lang)) {
		fmt.Fprintf(p.Stderr, "%s%s\n", file, strings.TrimSuffix(line, "\n"))
	}
}

// Text says in language l what err says, if it can.
func Text(err error, l standards.Lang) string {
	var (
		fields wire.Errors
		texter interface{ Text(standards.Lang) string }
	)
	switch {
	case errors.As(err, &fields):
		return fields.Text(l)
	case errors.As(err, &texter):
		return texter.Text(l)
	}
	return err.Error()
}

// Day reads the day that a flag names and makes the standards of it. Where it reports false, the program ends with the exit code.
func (p *Program) Day(on string, tables *standards.Tables) (set *standards.Set, code int, ok bool) {
	day, err := standards.ParseDate(on)
	if err != nil {
		return nil, p.Misused(fmt.Sprintf(p.Lang.In("-on 须是形如 2020-10-01 的日期，不是 %q", "-on is a day such as 2020-10-01, not %q"), on)), false
	}
	set, err = tables.At(day)
	if err != nil {
		return nil, p.Failed(Text(err, p.Lang)), false
	}
	return set, OK, true
}
