package assistancetest

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// TableError is a tables file that a case names and that cannot be used.
type TableError struct {
	File string
	Err  error
}

func (e *TableError) Error() string { return e.Text(standards.English) }

// Unwrap returns why the file cannot be used.
func (e *TableError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// Text says in language l what is wrong with the file, each fault on a line with the file.
func (e *TableError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	return prefixed(wire.Printable(e.File, shownFile)+l.In("：", ": "), textOf(e.Err, l))
}

// layers holds tables with the files of cases laid over them, by the names of the files.
type layers struct {
	fsys fs.FS
	base *standards.Tables
	laid map[string]*standards.Tables
}

// with returns the tables with these files laid over them.
func (l *layers) with(names []string) (*standards.Tables, error) {
	id := strings.Join(names, "\x00")
	if t := l.laid[id]; t != nil {
		return t, nil
	}
	var overlays []standards.Overlay
	files := map[string]string{} // by the id that a file states
	for _, name := range names {
		o, err := l.read(name)
		if err != nil {
			return nil, &TableError{name, err}
		}
		if !holds(l.base, o.SHA256) {
			overlays = append(overlays, o)
			files[o.ID] = name
		}
	}
	t, err := l.base.With(overlays...)
	if err != nil {
		return nil, inFiles(err, files)
	}
	if l.laid == nil {
		l.laid = map[string]*standards.Tables{}
	}
	l.laid[id] = t
	return t, nil
}

func (l *layers) read(name string) (standards.Overlay, error) {
	data, err := readFile(l.fsys, name)
	if err != nil {
		return standards.Overlay{}, err
	}
	return draft.Parse(data)
}

// inFiles names the file of each fault found in laying tables files. A fault in a file that was
// laid before is not the case's.
func inFiles(err error, files map[string]string) error {
	var faults standards.RowErrors
	if !errors.As(err, &faults) {
		return err
	}
	var found Errors
	for _, fault := range faults {
		if name := files[fault.Table]; name != "" {
			found = append(found, &TableError{name, fault})
		} else {
			found = append(found, fault)
		}
	}
	return found
}

// holds reports whether a tables file is laid over t already.
func holds(t *standards.Tables, sum standards.Digest) bool {
	first, _ := standards.Span()
	set, err := t.At(first)
	return err == nil && slices.ContainsFunc(set.Refs(), func(r standards.TableRef) bool { return r.SHA256 == sum })
}
