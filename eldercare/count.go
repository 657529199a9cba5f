package eldercare

import (
	"fmt"
	"strconv"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// MaxCount is the largest count of anything. Its product with either part of a row's number stays
// within an int64.
const MaxCount = 1_000_000_000_000

// Count is a number of people, beds, institutions or the like. Counts are comparable with ==. The
// zero Count means "not stated", which is not a count of 0.
type Count struct {
	n      int64
	stated bool
}

// CountOf returns a stated count. It takes any number; what cannot be a count is refused where it
// is used.
func CountOf(n int64) Count { return Count{n, true} }

// Stated reports whether c is stated.
func (c Count) Stated() bool { return c.stated }

// Int64 returns the number, 0 where none is stated.
func (c Count) Int64() int64 { return c.n }

// String returns the number, and "" where none is stated.
func (c Count) String() string {
	if !c.stated {
		return ""
	}
	return strconv.FormatInt(c.n, 10)
}

// IsZero reports whether c is not stated, for the omitzero of JSON.
func (c Count) IsZero() bool { return !c.stated }

// MarshalJSON writes a number, and null where none is stated: leave the field out with omitzero.
func (c Count) MarshalJSON() ([]byte, error) {
	if !c.stated {
		return []byte("null"), nil
	}
	return []byte(c.String()), nil
}

// UnmarshalJSON reads a whole number or null. It reports a *standards.WordError for anything else.
func (c *Count) UnmarshalJSON(data []byte) error {
	if c == nil {
		return &standards.WordError{Value: string(data)}
	}
	if string(data) == "null" {
		*c = Count{}
		return nil
	}
	n, err := strconv.ParseInt(string(data), 10, 64)
	if err != nil {
		return &standards.WordError{Value: string(data)}
	}
	*c = CountOf(n)
	return nil
}

// Share is a part of a whole, such as the nursing beds of all beds. The zero Share means that
// neither is stated.
type Share struct {
	Part  Count `json:"part,omitzero"`
	Whole Count `json:"whole,omitzero"`
}

// ShareOf returns a stated share.
func ShareOf(part, whole int64) Share { return Share{CountOf(part), CountOf(whole)} }

// Fault says what is wrong with a fact.
type Fault uint8

const (
	Negative      Fault = iota + 1 // below zero
	TooLarge                       // above MaxCount
	AboveTheWhole                  // a part that is more than its whole
	NoAnswer                       // neither yes nor no nor unstated
	NoUnit                         // none of the ten county-level units
)

// InputError is one fact that cannot be: its field, the value found there, and for a part the whole
// that it exceeds.
type InputError struct {
	Field string // such as institutions.nursingBeds.part
	Value int64
	Whole int64 // of AboveTheWhole
	Fault Fault
}

func (e *InputError) Error() string { return "eldercare: " + e.Text(standards.English) }

// Text says it in language l.
func (e *InputError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	why := l.In("不可用", "is not usable")
	switch e.Fault {
	case Negative:
		why = l.In("是负数", "is negative")
	case TooLarge:
		why = fmt.Sprintf(l.In("大于%d", "is above %d"), int64(MaxCount))
	case AboveTheWhole:
		why = fmt.Sprintf(l.In("大于总数%d", "is more than the whole of %d"), e.Whole)
	case NoAnswer:
		why = l.In("既不是“是”也不是“否”", "is neither yes nor no")
	case NoUnit:
		why = l.In("不是十个县市区之一", "is none of the ten county-level units")
	}
	return fmt.Sprintf(l.In("%s：%d%s", "%s: %d %s"), wire.Shown(e.Field), e.Value, why)
}

// InputErrors are all the facts that cannot be, in the order of the fields.
type InputErrors = lang.List[*InputError]

// inputFaults collects what the checks of the facts find.
type inputFaults struct{ InputErrors }

// count checks a count and reports whether it can be one.
func (f *inputFaults) count(field string, c Count) bool {
	switch {
	case c.n < 0:
		f.InputErrors = append(f.InputErrors, &InputError{Field: field, Value: c.n, Fault: Negative})
	case c.n > MaxCount:
		f.InputErrors = append(f.InputErrors, &InputError{Field: field, Value: c.n, Fault: TooLarge})
	default:
		return true
	}
	return false
}

// within checks that part, if it and whole are stated, is no more than whole.
func (f *inputFaults) within(partField string, part Count, wholeField string, whole Count) {
	usable := f.count(partField, part)
	if f.count(wholeField, whole) && usable && part.stated && whole.stated && part.n > whole.n {
		f.InputErrors = append(f.InputErrors, &InputError{partField, part.n, whole.n, AboveTheWhole})
	}
}

func (f *inputFaults) share(field string, s Share) {
	f.within(field+".part", s.Part, field+".whole", s.Whole)
}

func (f *inputFaults) place(field string, p standards.Place) {
	if !p.IsDivision() {
		f.InputErrors = append(f.InputErrors, &InputError{Field: field, Value: int64(p), Fault: NoUnit})
	}
}

func (f *inputFaults) answer(field string, a standards.Answer) {
	if a > standards.No {
		f.InputErrors = append(f.InputErrors, &InputError{Field: field, Value: int64(a), Fault: NoAnswer})
	}
}
