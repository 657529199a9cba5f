package assistancetest

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// ReadCases reads the case files named in fsys, or every one that [CasePattern] matches. It returns the
// cases that can be run, and [Errors] with a [*CaseError] for each fault.
func ReadCases(fsys fs.FS, names ...string) ([]Case, error) {
	if len(names) == 0 {
		names, _ = fs.Glob(fsys, CasePattern)
		if len(names) == 0 {
			return nil, Errors{&CaseError{File: CasePattern, Err: fs.ErrNotExist}}
		}
	}
	var (
		all   []Case
		found Errors
	)
	for _, name := range names {
		data, err := readFile(fsys, name)
		if err != nil {
			found = append(found, &CaseError{File: name, Err: err})
			continue
		}
		data = trimMark(data)
		v, err := wire.Parse(data)
		if err != nil {
			found = append(found, &CaseError{File: name, Err: err})
			continue
		}
		cases, faults := casesOf(v, data, name)
		all = append(all, cases...)
		found = append(found, faults...)
	}
	return all, found.err()
}

// errFolder says that what should be a file is a folder.
var errFolder = errors.New("a folder, not a file")

// readFile is fs.ReadFile for a file that may be a folder.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, fs.ErrInvalid
	}
	if info, err := fs.Stat(fsys, name); err == nil && info.IsDir() {
		return nil, errFolder
	}
	return fs.ReadFile(fsys, name)
}

// trimMark takes off a byte order mark.
func trimMark(data []byte) []byte {
	return []byte(strings.TrimPrefix(string(data), "\uFEFF"))
}

// casesOf reads the cases of a file, whose text is data.
func casesOf(v wire.Value, data []byte, name string) (cases []Case, found Errors) {
	var f wire.Faults
	o := f.Object(v, "", "cases")
	list, ok := f.Required(o, "cases")
	if ok {
		elems, _ := f.Array(list, "cases")
		if len(elems) == 0 && f.Empty() {
			f.Add("cases", wire.CodeRequired, "")
		}
		seen := map[string]bool{}
		for i, elem := range elems {
			var own wire.Faults
			c := readCase(elem, wire.Index("cases", i), &own)
			c.File, c.Line = name, 1+bytes.Count(data[:elem.Offset()], []byte("\n"))
			if seen[c.Name] && c.Name != "" {
				own.Add(wire.Index("cases", i)+".name", wire.CodeDuplicateID, c.Name)
			}
			seen[c.Name] = true
			if err := own.Err(); err != nil {
				found = append(found, &CaseError{File: name, Line: c.Line, Name: c.Name, Err: err})
				continue
			}
			for j, t := range c.Tables {
				c.Tables[j] = path.Join(path.Dir(name), t)
			}
			cases = append(cases, c)
		}
	}
	if err := f.Err(); err != nil {
		found = append(found, &CaseError{File: name, Err: err})
	}
	return cases, found
}

func readCase(v wire.Value, at string, f *wire.Faults) Case {
	var c Case
	o := f.Object(v, at, "name", "why", "on", "tables", "household", "expect")
	if name, ok := f.Required(o, "name"); ok {
		if c.Name, ok = f.String(name, o.Path("name")); ok && c.Name == "" {
			f.Add(o.Path("name"), wire.CodeRequired, "")
		}
	}
	if why, ok := o.Get("why"); ok {
		c.Why, _ = f.String(why, o.Path("why"))
	}
	if on, ok := f.Required(o, "on"); ok {
		if text, ok := f.String(on, o.Path("on")); ok {
			day, err := standards.ParseDate(text)
			if err != nil {
				f.Add(o.Path("on"), wire.CodeDateFormat, text)
			}
			c.On = day
		}
	}
	if list, ok := o.Get("tables"); ok {
		elems, _ := f.Array(list, o.Path("tables"))
		for i, elem := range elems {
			if name, ok := f.String(elem, wire.Index(o.Path("tables"), i)); ok {
				c.Tables = append(c.Tables, name)
			}
		}
	}
	if h, ok := f.Required(o, "household"); ok {
		c.Household = assistance.DecodeHousehold(h, o.Path("household"), f)
	}
	if expect, ok := f.Required(o, "expect"); ok {
		checkExpect(expect, o.Path("expect"), &decisionShape, f)
		c.expect = expect
	}
	return c
}
