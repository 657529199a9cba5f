package assistancetest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"iter"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// CasePattern matches the files that [RunCases] runs if none is named.
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

// RunCases runs the case files (用例文件) named in fsys, or every one that [CasePattern] matches. It
// returns [Errors] with a [*CaseError] for each case that does not come out as it should. A case is
// decided under tables with its own tables files laid over them; a file that tables hold already is
// not laid twice. It is an error too if there is nothing to run.
//
// What a case expects is part of a decision in the wire format, and is compared by these rules, in
// this order:
//   - A field that is stated must be there with the same content; fields that are not stated are
//     not looked at. null states that a field is not there.
//   - Sums of money are compared as sums: 220 is 220.00. Their period must be the same.
//   - Members are found by id.
//   - Each element stated in needs, assumed, tables, carried and steps must be matched by one
//     there, in any order; an empty list states that there is none. Only an empty list of steps
//     states nothing: a decision that was not explained has one.
//   - Any other list must be the same, element by element.
func RunCases(fsys fs.FS, tables *standards.Tables, names ...string) error {
	var found Errors
	for _, err := range Results(fsys, tables, names...) {
		if err != nil {
			found = append(found, err)
		}
	}
	return found.err()
}

// Results runs case files as [RunCases] does, and yields each case with a [*CaseError] where it
// does not come out as it should, so that each can be a subtest:
//
//	for c, err := range assistancetest.Results(os.DirFS("testdata"), tables, "draft.cases.json") {
//		t.Run(c.Title(), func(t *testing.T) {
//			if err != nil {
//				t.Error(err)
//			}
//		})
//	}
//
// What cannot be read comes first, each fault with the file and the name as far as they are known.
func Results(fsys fs.FS, tables *standards.Tables, names ...string) iter.Seq2[Case, error] {
	return func(yield func(Case, error) bool) {
		cases, err := ReadCases(fsys, names...)
		if err != nil {
			for _, fault := range flatten(err) {
				unread := Case{}
				if e, ok := fault.(*CaseError); ok {
					unread = Case{File: e.File, Line: e.Line, Name: e.Name}
				}
				if !yield(unread, fault) {
					return
				}
			}
		}
		laid := layers{fsys: fsys, base: tables}
		for _, c := range cases {
			if !yield(c, c.run(&laid)) {
				return
			}
		}
	}
}

// Title names the case for a subtest: why it is so, which is the clause as a rule, and its name.
// Slashes, which would part the names of subtests, are dashes in it.
func (c *Case) Title() string {
	if c == nil {
		return ""
	}
	title := cmp.Or(c.Name, c.File)
	if c.Why != "" {
		title = c.Why + ": " + title
	}
	return strings.ReplaceAll(title, "/", "-")
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
	m.match("", got, true, c.expect, decisionShape())
	if len(m.found) == 0 {
		return nil
	}
	passing := string(appendPassing(nil, got, true, c.expect, decisionShape()))
	return &CaseError{
		File: c.File, Line: c.Line, Name: c.Name, Why: c.Why, Mismatches: m.found, Passing: passing, Steps: d.Steps,
	}
}

// CaseError is one case that does not come out as it should, or cannot be run.
type CaseError struct {
	File       string
	Line       int // of the file, on which the case begins; 0 where it is not known
	Name       string
	Why        string
	Mismatches []Mismatch
	Passing    string         // the expect, as JSON, with which the case would pass; empty where it could not be decided
	Steps      []benefit.Step // of the decision; none where the case could not be decided
	Err        error          // why it could not be decided
}

// Mismatch is a field of a decision that differs from what a case expects, such as
// dibao.payment.yuan or members[son].living.verdict.
type Mismatch struct {
	Path string
	Got  string // as JSON; empty where the field is not there
	Want string // as JSON; empty where the field should not be there
}

func (e *CaseError) Error() string { return e.Text(standards.English) }

// Unwrap returns why the case could not be decided.
func (e *CaseError) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// Text says in language l what differs: field by field what is stated and what came out, then the
// part to paste if what came out is right, and the steps of the decision. If the case could not be
// decided, each fault is a line with file, line and case.
func (e *CaseError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	if e.Err != nil {
		return prefixed(e.where(l)+l.In("：", ": "), textOf(e.Err, l))
	}
	var b strings.Builder
	b.WriteString(e.where(l) + "\n")
	if e.Why != "" {
		b.WriteString("  " + wire.Printable(e.Why, shownJSON) + "\n")
	}
	none := l.In("（无）", "(nothing)")
	var table layout.Table
	table.Add(l.In("字段", "field"), l.In("应为", "stated"), l.In("实为", "came out"))
	for _, m := range e.Mismatches {
		want, got := cmp.Or(m.Want, none), cmp.Or(m.Got, none)
		table.Add(wire.Printable(m.Path, shownJSON), wire.Printable(want, shownJSON), wire.Printable(got, shownJSON))
	}
	b.WriteString(table.Render("  "))
	if e.Passing != "" {
		b.WriteString(l.In("  如果实际结果是对的，expect 改为：\n    ",
			"  the expect that would pass, if what came out is right:\n    "))
		b.WriteString(wire.Printable(e.Passing, shownPassing) + "\n")
	}
	if len(e.Steps) > 0 {
		b.WriteString(l.In("  审核步骤：\n", "  steps of the decision:\n"))
	}
	for _, s := range e.Steps {
		b.WriteString("    ")
		if s.Member != "" {
			b.WriteString(wire.Shown(s.Member) + l.In("：", ": "))
		}
		b.WriteString(wire.Printable(s.Text(l), shownJSON) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// How many characters are shown of a file's path, of a field, its path or a step, and of what would
// pass.
const (
	shownFile    = 160
	shownJSON    = 500
	shownPassing = 20_000
)

// where names the case.
func (e *CaseError) where(l standards.Lang) string {
	at := wire.Printable(e.File, shownFile)
	if e.Line > 0 {
		at += fmt.Sprintf(l.In("：第 %d 行", ": line %d"), e.Line)
	}
	if e.Name != "" {
		at += l.In("：用例“", ": case \"") + wire.Shown(e.Name) + l.In("”", "\"")
	}
	return at
}
