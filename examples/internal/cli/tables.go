package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// Tables lays the tables files named over the published rows, in order. Every fault of every file
// goes to stderr, and so does what is allowed in them but probably not meant. Where it reports
// false, nothing can be decided.
func (p *Program) Tables(names []string) (*standards.Tables, bool) {
	read, ok := p.ReadTables(names)
	if !ok {
		return nil, false
	}
	tables, ok := p.Lay(read, read.Overlays...)
	if ok {
		p.WarnOfTables(read)
	}
	return tables, ok
}

// TablesFiles are tables files that were read, in order.
type TablesFiles struct {
	Overlays []standards.Overlay
	shown    map[string]string // by the id that a file states, the name by which messages call it
}

// ReadTables reads the tables files named. Every fault of every file goes to stderr. Where it
// reports false, nothing can be decided.
func (p *Program) ReadTables(names []string) (read TablesFiles, ok bool) {
	read.shown = map[string]string{}
	for i, name := range names {
		if slices.ContainsFunc(names[:i], func(other string) bool { return other == name || sameFile(other, name) }) {
			p.Failed(p.Lang.In("数据表文件给了两次：", "the tables file is given twice: ") + name)
			return read, false
		}
		if o, shown, ok := p.overlay(name); ok {
			read.Overlays = append(read.Overlays, o)
			if other := read.shown[o.ID]; other != "" && other != shown {
				shown = other + p.Lang.In("、", ", ") + shown // which of the two is not known
			}
			read.shown[o.ID] = shown
		}
	}
	return read, len(read.Overlays) == len(names)
}

// Lay lays overlays, of the files that were read or others, over the published rows. Every fault
// goes to stderr with the file that it is in. Where it reports false, nothing can be decided.
func (p *Program) Lay(read TablesFiles, overlays ...standards.Overlay) (*standards.Tables, bool) {
	tables, err := standards.Published().With(overlays...)
	if err != nil {
		p.complainOfRows(read.shown, err)
		return nil, false
	}
	return tables, true
}

// WarnOfTables says on stderr what is allowed in the files that were read but probably not meant.
func (p *Program) WarnOfTables(read TablesFiles) {
	for _, o := range read.Overlays {
		p.Warn(read.shown[o.ID], o)
	}
}

// complainOfRows prints each fault found in laying tables files, with the file that it is in.
func (p *Program) complainOfRows(files map[string]string, err error) {
	var faults standards.RowErrors
	if !errors.As(err, &faults) {
		p.complain("", err)
		return
	}
	for _, fault := range faults {
		p.complain(files[fault.Table], fault)
	}
}

// Warn says on stderr what is allowed in a tables file but probably not meant.
func (p *Program) Warn(file string, o standards.Overlay) {
	if notes := o.Warnings(); len(notes) > 0 {
		p.complain(file, notes)
	}
}

// overlay reads one tables file, and hands it back with the name by which messages call it.
func (p *Program) overlay(name string) (o standards.Overlay, shown string, ok bool) {
	file, shown, err := p.Open(name)
	if err != nil {
		p.Failed(p.CannotOpen(name, err))
		return o, shown, false
	}
	defer file.Close()
	if o, err = draft.Read(file); err != nil {
		p.complain(shown, err)
		return o, shown, false
	}
	return o, shown, true
}

// complain prints each fault of a tables file on a line of its own.
func (p *Program) complain(file string, err error) {
	if file != "" {
		file += p.Lang.In("：", ": ")
	}
	for line := range strings.Lines(First(Text(err, p.Lang), p.Lang)) {
		fmt.Fprintf(p.Stderr, "%s%s\n", file, strings.TrimSuffix(line, "\n"))
	}
}

// Text says in language l what err says, if it can: the outermost error that can, since it names
// where those inside it were found.
func Text(err error, l standards.Lang) string {
	var texter interface{ Text(standards.Lang) string }
	if errors.As(err, &texter) {
		return texter.Text(l)
	}
	return err.Error()
}

// Day reads the day that a flag names and makes the standards of it. Where it reports false, the
// program ends with the exit code.
func (p *Program) Day(on string, tables *standards.Tables) (set *standards.Set, code int, ok bool) {
	day, err := standards.ParseDate(on)
	if err != nil {
		return nil, p.Misused(fmt.Sprintf(p.Lang.In("-on 须是形如 2020-10-01 的日期，不是 %q",
			"-on is a day such as 2020-10-01, not %q"), on)), false
	}
	set, err = tables.At(day)
	if err != nil {
		return nil, p.Failed(Text(err, p.Lang)), false
	}
	return set, OK, true
}
