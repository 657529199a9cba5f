package assistancetest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// CasePattern is which files [RunCases] runs where none is named.
const CasePattern = "*.cases.json"

// Case is one case (用例) of a case file: a household, a day, and what must come out.
type Case struct {
	File      string
	Line      int            // of the file, on which the case begins
	Name      string         // unique in its file
	Why       string         // for people: the clause, or what the case shows
	On        standards.Date // the day to decide for
	Tables    []string       // tables files, by their paths in the file system
	Household assistance.Household

	expect wire.Value
}

// CaseError is one case that does not come out as it should, or cannot be run.
type CaseError struct {
	File       string
	Line       int // of the file, on which the case begins; 0 where it is not known
	Name       string
	Mismatches []Mismatch
	Steps      []benefit.Step // of the decision; none where the case could not be decided
	Err        error          // why it could not be decided
}

// Mismatch is a field of a decision that differs from what a case expects, such as dibao.payment.yuan or members[son].living.verdict.
type Mismatch struct {
	Path string
	Got  string // as JSON; empty where the field is not there
	Want string // as JSON; empty where the field should not be there
}

func (e *CaseError) Error() string { return e.Text(standards.English) }

// Unwrap returns why the case could not be decided.
func (e *CaseError) Unwrap() error { return e.Err }

// Text says in language l what differs, a field a line, and then the steps of the decision. Of a case that could not be decided, each
// fault is a line with file, line and case.
func (e *CaseError) Text(l standards.Lang) string {
	if e.Err != nil {
		return prefixed(e.at(l)+l.In("：", ": "), textOf(e.Err, l))
	}
	var b strings.Builder
	b.WriteString(e.at(l))
	none := l.In("（无）", "(nothing)")
	for _, m := range e.Mismatches {
		fmt.Fprintf(&b, l.In("\n  %s：实为 %s，应为 %s", "\n  %s: got %s, want %s"), m.Path, or(m.Got, none), or(m.Want, none))
	}
	if len(e.Steps) > 0 {
		b.WriteString(l.In("\n  审核步骤：", "\n  steps of the decision:"))
	}
	for _, s := range e.Steps {
		b.WriteString("\n    ")
		if s.Member != "" {
			b.WriteString(s.Member + l.In("：", ": "))
		}
		b.WriteString(s.Text(l))
	}
	return b.String()
}

// at names the case.
func (e *CaseError) at(l standards.Lang) string {
	at := e.File
	if e.Line > 0 {
		at += fmt.Sprintf(l.In("：第 %d 行", ": line %d"), e.Line)
	}
	if e.Name != "" {
		at += l.In("：用例“", ": case \"") + e.Name + l.In("”", "\"")
	}
	return at
}

// prefixed puts the same before each line of text.
func prefixed(before, text string) string {
	return before + strings.ReplaceAll(text, "\n", "\n"+before)
}

// TableError is a tables file that a case names and that cannot be used.
type TableError struct {
	File string
	Err  error
}

func (e *TableError) Error() string { return e.Text(standards.English) }

// Unwrap returns why the file cannot be used.
func (e *TableError) Unwrap() error { return e.Err }

// Text says in language l what is wrong with the file, each fault on a line with the file.
func (e *TableError) Text(l standards.Lang) string {
	return prefixed(e.File+l.In("：", ": "), textOf(e.Err, l))
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

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// textOf says in language l what err says, if it can.
func textOf(err error, l standards.Lang) string {
	var texter interface{ Text(standards.Lang) string }
	switch {
	case errors.As(err, &texter):
		return texter.Text(l)
	case errors.Is(err, errFolder):
		return l.In("是文件夹，不是文件", "it is a folder, not a file")
	case errors.Is(err, fs.ErrNotExist):
		return l.In("没有这个文件", "there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return l.In("没有读取权限", "it may not be read")
	case errors.Is(err, fs.ErrInvalid):
		return l.In("不是用例文件所在文件夹之内的路径", "it is no path inside the folder of the case file")
	}
	return err.Error()
}

// Errors is everything that a check of this package found, in order.
type Errors []error

func (e Errors) Error() string { return e.Text(standards.English) }

// Unwrap returns what was found.
func (e Errors) Unwrap() []error { return e }

// Text says in language l what was found, one after the other.
func (e Errors) Text(l standards.Lang) string {
	texts := make([]string, len(e))
	for i, err := range e {
		texts[i] = textOf(err, l)
	}
	return strings.Join(texts, "\n")
}

func (e Errors) err() error {
	if len(e) == 0 {
		return nil
	}
	return e
}

// RunCases runs the case files (用例文件) named in fsys, or every one that [CasePattern] matches, and returns [Errors] with a [*CaseError]
// for each case that does not come out as it should. A case is decided under tables with its own tables files laid over them; a file
// that tables hold already is not laid twice. That there is nothing to run is an error too.
//
// What a case expects is part of a decision in the wire format, and is compared by these rules, in this order:
//   - A field that is stated must be there with the same content; fields that are not stated are not looked at. null states that a field
//     is not there.
//   - Sums of money are compared as sums: 220 is 220.00. Their period must be the same.
//   - Members are found by id.
//   - Each element stated in needs, assumed, tables, carried and steps must be matched by one there, in any order; an empty list states
//     that there is none. Only an empty list of steps states nothing: it is how a decision that was not explained has them.
//   - Any other list must be the same, element by element.
func RunCases(fsys fs.FS, tables *standards.Tables, names ...string) error {
	var found Errors
	cases, err := ReadCases(fsys, names...)
	if err != nil {
		found = append(found, flatten(err)...)
	}
	laid := layers{fsys: fsys, base: tables}
	for _, c := range cases {
		if err := c.run(&laid); err != nil {
			found = append(found, err)
		}
	}
	return found.err()
}

func flatten(err error) Errors {
	if list, ok := err.(Errors); ok {
		return list
	}
	return Errors{err}
}

// ReadCases reads the case files named in fsys, or every one that [CasePattern] matches. It returns the cases that can be run, and Errors
// with a [*CaseError] for each fault.
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

// layers are tables with the files of cases laid over them.
type layers struct {
	fsys fs.FS
	base *standards.Tables
	laid map[string]*standards.Tables
}

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

// inFiles says of each fault found in laying tables files in which file it is. One of a file laid before is none of the case's.
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

func holds(t *standards.Tables, sum standards.Digest) bool {
	first, _ := standards.Span()
	set, err := t.At(first)
	return err == nil && slices.ContainsFunc(set.Refs(), func(r standards.TableRef) bool { return r.SHA256 == sum })
}

func (c *Case) run(l *layers) error {
	fail := func(err error) error { return &CaseError{File: c.File, Line: c.Line, Name: c.Name, Err: err} }
	tables, err := l.with(c.Tables)
	if err != nil {
		return fail(err)
	}
	set, err := tables.At(c.On)
	if err != nil {
		return fail(err)
	}
	d, err := assistance.Explain(set, c.Household)
	if err != nil {
		return fail(err)
	}
	text, err := json.Marshal(d)
	if err != nil {
		return fail(err)
	}
	got, err := wire.Parse(text)
	if err != nil {
		return fail(err)
	}
	var m matcher
	m.match("", got, true, c.expect, &decisionShape)
	if len(m.found) == 0 {
		return nil
	}
	return &CaseError{File: c.File, Line: c.Line, Name: c.Name, Mismatches: m.found, Steps: d.Steps}
}

// shape is what an expectation may state: the fields of an object, or the elements of a list. One without either is a plain value.
type shape struct {
	fields   map[string]*shape
	free     bool // the object of readings
	elem     *shape
	byID     bool // its elements are found by id
	contains bool // its elements are stated in any order, and there may be more
	optional bool // an empty list of them states nothing
	money    bool
	word     func(string) bool // of a plain value: whether it is one of the words that may stand there
}

var (
	plainShape    = &shape{}
	verdictShape  = &shape{word: isWord[benefit.Verdict]}
	categoryShape = &shape{word: isWord[benefit.Category]}
	boundShape    = &shape{word: isWord[standards.Bound]}
	perShape      = &shape{word: isWord[standards.Period]}
	yuanShape     = &shape{money: true}

	amountShape  = &shape{fields: map[string]*shape{"yuan": yuanShape, "per": perShape}}
	paymentShape = &shape{fields: map[string]*shape{"yuan": yuanShape, "per": perShape, "bound": boundShape}}
	valueShape   = &shape{fields: map[string]*shape{"yuan": yuanShape, "per": perShape, "bound": boundShape, "number": plainShape, "word": plainShape}}
	wordsShape   = &shape{elem: plainShape}
	partFields   = map[string]*shape{"verdict": verdictShape, "payment": paymentShape, "ifMet": paymentShape}
	partShape    = &shape{fields: partFields}

	decisionShape = shape{fields: map[string]*shape{
		"id": plainShape, "on": plainShape, "format": plainShape, "dataVersion": plainShape, "digest": plainShape, "input": plainShape, "category": categoryShape,
		"tables": {contains: true, elem: &shape{fields: map[string]*shape{"id": plainShape, "kind": plainShape, "sha256": plainShape}}},
		"dibao": {fields: map[string]*shape{"verdict": verdictShape, "payment": paymentShape, "ifMet": paymentShape, "members": plainShape, "notCovered": plainShape, "income": amountShape,
			"lines": {fields: map[string]*shape{"urban": paymentShape, "rural": paymentShape}}}},
		"lowIncome": {fields: map[string]*shape{"verdict": verdictShape}},
		"members": {byID: true, elem: &shape{fields: map[string]*shape{"id": plainShape, "singlePerson": partShape, "living": partShape, "nursing": partShape,
			"tekun": {fields: map[string]*shape{"verdict": verdictShape, "payment": paymentShape, "selfCare": plainShape}}}}},
		"total": paymentShape,
		"needs": {contains: true, elem: &shape{fields: map[string]*shape{"member": plainShape, "fact": plainShape, "figure": plainShape, "place": plainShape,
			"residence": plainShape, "of": plainShape, "above": amountShape, "for": wordsShape}}},
		"assumed":  {contains: true, elem: &shape{fields: map[string]*shape{"fact": plainShape, "as": plainShape, "members": wordsShape}}},
		"carried":  {contains: true, elem: &shape{fields: map[string]*shape{"figure": plainShape, "place": plainShape, "residence": plainShape, "of": plainShape}}},
		"readings": {free: true},
		"steps": {contains: true, optional: true, elem: &shape{fields: map[string]*shape{"code": plainShape, "part": plainShape, "member": plainShape, "residence": plainShape,
			"under": plainShape, "result": plainShape, "left": valueShape, "op": plainShape, "right": valueShape, "value": valueShape, "document": plainShape,
			"clause": plainShape, "reading": plainShape, "choice": plainShape, "planned": plainShape, "zh": plainShape, "en": plainShape,
			"terms": {contains: true, elem: &shape{fields: map[string]*shape{"what": plainShape, "member": plainShape, "yuan": yuanShape, "per": perShape,
				"bound": boundShape, "times": plainShape}}}}}},
	}}
)

// isWord reports whether s is a word of the type T.
func isWord[T ~uint8, P interface {
	*T
	UnmarshalText([]byte) error
}](s string) bool {
	var v T
	return P(&v).UnmarshalText([]byte(s)) == nil && v != 0
}

// names are the fields that s knows, sorted.
func (s *shape) names() []string {
	var names []string
	for name := range s.fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// checkExpect finds what a decision could never hold: fields that it does not have, and values of another type.
func checkExpect(v wire.Value, at string, s *shape, f *wire.Faults) {
	switch {
	case v.Kind() == wire.Null:
	case s.fields != nil:
		o := f.Object(v, at, s.names()...)
		for _, field := range v.Fields() {
			if sub := s.fields[field.Name]; sub != nil {
				checkExpect(field.Value, o.Path(field.Name), sub, f)
			}
		}
	case s.free:
		readingsFit(v, at, f)
	case s.elem != nil:
		elems, _ := f.Array(v, at)
		for i, elem := range elems {
			if checkExpect(elem, wire.Index(at, i), s.elem, f); s.byID && id(elem) == "" {
				f.Add(wire.Index(at, i)+".id", wire.CodeRequired, "")
			}
		}
	case s.money:
		f.Money(v, at)
	case v.Kind() == wire.Object, v.Kind() == wire.Array:
		f.Add(at, wire.CodeWrongType, "")
	case s.word != nil && !s.word(v.Text()):
		f.Add(at, wire.CodeNotAValue, v.Text())
	}
}

// readingsFit finds readings and choices that there are none of.
func readingsFit(v wire.Value, at string, f *wire.Faults) {
	for _, field := range v.Fields() {
		r, ok := standards.ParseReading(field.Name)
		if !ok {
			f.Add(at+"."+field.Name, wire.CodeUnknownField, field.Name)
			continue
		}
		if _, ok := r.Choose(field.Value.Text()); !ok && field.Value.Kind() != wire.Null {
			f.Add(at+"."+field.Name, wire.CodeNotAValue, field.Value.Text())
		}
	}
	if v.Kind() != wire.Object {
		f.Add(at, wire.CodeWrongType, v.Text())
	}
}

func field(v wire.Value, name string) (wire.Value, bool) {
	for _, f := range v.Fields() {
		if f.Name == name {
			return f.Value, true
		}
	}
	return wire.Value{}, false
}

func id(v wire.Value) string {
	if got, ok := field(v, "id"); ok {
		return got.Text()
	}
	return ""
}

// matcher collects what differs.
type matcher struct{ found []Mismatch }

func (m *matcher) differ(at string, got wire.Value, there bool, want wire.Value) {
	one := Mismatch{Path: at, Want: compact(want)}
	if there {
		one.Got = compact(got)
	}
	if want.Kind() == wire.Null {
		one.Want = ""
	}
	m.found = append(m.found, one)
}

func (m *matcher) match(at string, got wire.Value, there bool, want wire.Value, s *shape) {
	switch {
	case s.optional && want.Kind() == wire.Array && len(want.Elems()) == 0:
	case want.Kind() == wire.Null:
		if there {
			m.differ(at, got, there, want)
		}
	case !there:
		if s.contains && len(want.Elems()) == 0 || s.free && len(want.Fields()) == 0 {
			return // an empty list that is left out
		}
		m.differ(at, got, there, want)
	case s.fields != nil || s.free:
		for _, f := range want.Fields() {
			sub := s.fields[f.Name]
			if sub == nil {
				sub = plainShape
			}
			value, there := field(got, f.Name)
			m.match(join(at, f.Name), value, there, f.Value, sub)
		}
	case s.contains:
		m.contain(at, got, want, s)
	case s.byID:
		for _, elem := range want.Elems() {
			i := slices.IndexFunc(got.Elems(), func(v wire.Value) bool { return id(v) == id(elem) })
			path := at + "[" + id(elem) + "]"
			if i < 0 {
				m.differ(path, wire.Value{}, false, elem)
				continue
			}
			m.match(path, got.Elems()[i], true, elem, s.elem)
		}
	case s.money:
		have, bad := wire.ParseFen(got.Text())
		if fen, code := wire.ParseFen(want.Text()); bad != "" || code != "" || fen != have {
			m.differ(at, got, there, want)
		}
	case compact(got) != compact(want) && got.Text() != want.Text(), got.Kind() == wire.Array && compact(got) != compact(want):
		m.differ(at, got, there, want)
	}
}

// contain finds the elements stated that nothing there matches. Each element there matches one at most.
func (m *matcher) contain(at string, got, want wire.Value, s *shape) {
	if len(want.Elems()) == 0 {
		if len(got.Elems()) > 0 {
			m.differ(at, got, true, want)
		}
		return
	}
	used := make([]bool, len(got.Elems()))
	for i, elem := range want.Elems() {
		matched := -1
		for j, have := range got.Elems() {
			var one matcher
			if !used[j] {
				one.match("", have, true, elem, s.elem)
			}
			if !used[j] && len(one.found) == 0 {
				matched = j
				break
			}
		}
		if matched < 0 {
			m.differ(wire.Index(at, i), got, true, elem)
			continue
		}
		used[matched] = true
	}
}

func join(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}

// compact writes v as JSON on one line.
func compact(v wire.Value) string {
	switch v.Kind() {
	case wire.String:
		return string(wire.AppendString(nil, v.Text()))
	case wire.Array:
		parts := make([]string, len(v.Elems()))
		for i, elem := range v.Elems() {
			parts[i] = compact(elem)
		}
		return "[" + strings.Join(parts, ",") + "]"
	case wire.Object:
		parts := make([]string, len(v.Fields()))
		for i, f := range v.Fields() {
			parts[i] = strconv.Quote(f.Name) + ":" + compact(f.Value)
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	return v.Text()
}
