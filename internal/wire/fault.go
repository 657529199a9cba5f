package wire

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

// FieldError is one fault of the input.
type FieldError struct {
	Path  string // where, such as "members[1].income[0].yuan"; "" is the whole value
	Value string // what stood there; "" if nothing did
	Code  string // what is wrong, one of the codes of this package or of the package that checks

	Accepted string // the words of which one can stand there, as in "urban, rural"; "" if they are no words, or many
}

// Error returns the English text.
func (e *FieldError) Error() string { return e.Text(lang.English) }

// Text says in language l what is wrong, what stood there and where.
func (e *FieldError) Text(l lang.Lang) string {
	if e == nil {
		return ""
	}
	text := meaning(e.Code, l)
	if e.Value != "" {
		value := Printable(e.Value, shownValue)
		text += l.In("：“"+value+"”", `: "`+value+`"`)
	}
	if e.Path == "" {
		text += l.In("，位于：整个值", " at the whole value")
	} else {
		text += l.In("，位于：", " at ") + Printable(e.Path, shownPath)
	}
	if e.Accepted != "" {
		text += acceptedText(strings.Split(e.Accepted, acceptedSeparator), l)
	}
	return text
}

// Errors is every fault found in one value, in the order found.
type Errors = lang.List[*FieldError]

// Missing is the error of a function that was called without what it needs.
func Missing(what string) error { return Errors{{Path: what, Code: CodeRequired}} }

// SyntaxError is text that is not the JSON wanted.
type SyntaxError struct {
	Line, Column int    // where, counted from 1; columns count characters
	Code         string // what is wrong
	Detail       string // a finer code, such as "colon" where one is missing; may be empty
	Stopped      bool   // the rest of a stream was not read, because it is not known where the next value begins
	Begins       int    // the line on which the faulty value of a stream begins; 0 if the fault is of no one value
}

// Error returns the English text.
func (e *SyntaxError) Error() string { return e.Text(lang.English) }

// Text says in language l where and what is wrong.
func (e *SyntaxError) Text(l lang.Lang) string {
	if e == nil {
		return ""
	}
	line, column := strconv.Itoa(e.Line), strconv.Itoa(e.Column)
	text := l.In("第 "+line+" 行第 "+column+" 列：", "line "+line+", column "+column+": ") + meaning(e.Code, l)
	if detail, ok := find(detailTexts[:], e.Detail, l); ok {
		text += l.In("：", ": ") + detail
	}
	if e.Begins != 0 && e.Begins != e.Line {
		begins := strconv.Itoa(e.Begins)
		text += l.In("（该值自第 "+begins+" 行开始）", " (in the value that begins on line "+begins+")")
	}
	switch {
	case e.Stopped && e.Code == CodeTruncated:
		text += l.In("；该值及其后的内容均未读取", "; neither that value nor what follows it was read")
	case e.Stopped:
		text += l.In("；其余内容未读取", "; the rest was not read")
	}
	return text
}

// Faults collects faults. The zero Faults is empty and ready for use. It is not safe for concurrent
// use.
type Faults struct {
	all  Errors
	word []byte // room for the word that is being read
}

// Add notes one fault.
func (f *Faults) Add(path, code, value string) {
	f.all = append(f.all, &FieldError{Path: path, Value: value, Code: code})
}

// Drop takes out the faults at path with this code.
func (f *Faults) Drop(path, code string) {
	f.all = slices.DeleteFunc(f.all, func(fault *FieldError) bool {
		return fault.Path == path && fault.Code == code
	})
}

// within puts path before the paths of the faults noted after the first n.
func (f *Faults) within(path string, n int) {
	for _, fault := range f.all[n:] {
		fault.Path = Within(path, fault.Path)
	}
}

// withinElement is [Faults.within] for the element i of the list at path.
func (f *Faults) withinElement(path string, i, n int) {
	if len(f.all) > n {
		f.within(Index(path, i), n)
	}
}

// Empty reports whether no fault was noted.
func (f *Faults) Empty() bool { return len(f.all) == 0 }

// All returns the faults noted so far.
func (f *Faults) All() Errors { return f.all }

// Err returns the faults noted so far as Errors, or nil if there are none.
func (f *Faults) Err() error { return f.all.Err() }
