package assistancetest

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// ReadCases reads the case files named in fsys, or every one that [CasePattern] matches. It returns
// the cases that can be run, and [Errors] with a [*CaseError] for each fault.
func ReadCases(fsys fs.FS, names ...string) ([]Case, error) {
	if fsys == nil {
		return nil, Errors{&CaseError{File: CasePattern, Err: fs.ErrNotExist}}
	}
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
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, wire.MaxValue+1)) // one byte more is refused as too long
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
		line, counted := 1, 0 // of the text up to the case before
		for i, elem := range elems {
			var own wire.Faults
			c := readCase(elem, wire.Index("cases", i), &own)
			if c.Name == "" && own.Empty() {
				own.Add(wire.Index("cases", i)+".name", wire.CodeRequired, "")
			}
			line += bytes.Count(data[counted:elem.Offset()], []byte("\n"))
			counted = elem.Offset()
			c.File, c.Line = name, line
			if seen[c.Name] && c.Name != "" {
				own.Add(wire.Index("cases", i)+".name", wire.CodeDuplicateID, c.Name)
			}
			seen[c.Name] = true
			for j, t := range c.Tables {
				c.Tables[j] = path.Join(path.Dir(name), t)
				if slices.Contains(c.Tables[:j], c.Tables[j]) {
					own.Add(wire.Index(wire.Index("cases", i)+".tables", j), wire.CodeRepeated, t)
				}
			}
			if err := own.Err(); err != nil {
				found = append(found, &CaseError{File: name, Line: c.Line, Name: c.Name, Err: err})
				continue
			}
			cases = append(cases, c)
		}
	}
	if err := f.Err(); err != nil {
		found = append(found, &CaseError{File: name, Err: err})
	}
	return cases, found
}

// readCase reads the case that stands at path.
func readCase(v wire.Value, path string, f *wire.Faults) Case {
	return wire.Read[written](v, path, f).Case
}

// written is a case as it stands in a file.
type written struct{ Case }

func (c *written) Fields(f *wire.Fields) {
	f.Required().Text("name", &c.Name)
	f.Text("why", &c.Why)
	f.Required().Date("on", &c.On)
	wire.Texts(f, "tables", &c.Tables)
	f.Required().Record("household", true, &c.Household)
	f.Required().Special("expect", true, c.expect.Append, func(v wire.Value, path string, faults *wire.Faults) {
		if v.Kind() == wire.Null {
			faults.Add(path, wire.CodeWrongType, v.Text()) // there is always a decision
		}
		checkExpect(v, path, decisionShape(), faults)
		c.expect = v
	})
}
