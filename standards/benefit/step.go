package benefit

import (
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Result says how a step ended.
type Result uint8

const (
	ResultMet      Result = iota + 1 // the condition is met
	ResultNotMet                     // it is not met: the part is refused
	ResultUnknown                    // it is unknown: the part is undetermined unless another condition refuses it
	ResultComputed                   // the step computes a value
)

var resultWords = [...]string{"", "met", "not-met", "unknown", "computed"}

// String returns the word of the wire formats.
func (r Result) String() string { return lang.Word(resultWords[:], int(r)) }

// MarshalText implements encoding.TextMarshaler.
func (r Result) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Result) UnmarshalText(text []byte) error { return wire.ReadWord(r, text, resultWords[:]) }

// Quantity is one side of a comparison, or the value of a computation: an amount and how it is
// known, a number, or a word. The zero Quantity means that there is none, or that it is not known.
type Quantity struct {
	Amount standards.Amount
	Bound  standards.Bound
	Number standards.Fraction
	Word   string
}

// Term is one summand of a computation: an amount, taken a number of times, negative where it is
// taken off.
type Term struct {
	// line, income, own-income, household-income, job-costs, rigid-costs, topup, tekun-basic,
	// tekun-care, minimum, rate, or a part
	What   string
	Member string
	Amount standards.Amount
	Bound  standards.Bound
	Times  standards.Fraction
}

// Step is one step of a decision: a condition with the two sides compared, or a computation with
// its terms and its value, and what it rests on.
type Step struct {
	Code      Code
	Part      Name
	Member    string
	Residence standards.Residence // the kind of hukou that it is about, where there are two
	Under     standards.Residence // the kind taken for those who state none, where both were tried
	// the members taken as counted and as not counted, where that is open and both were tried
	In, Out  []string
	Result   Result
	Left     Quantity
	Op       string // < >= =
	Right    Quantity
	Terms    []Term
	Value    Quantity
	Document standards.Document
	Clause   string
	Reading  standards.Reading // the reading that it rests on
	Choice   standards.Choice  // and the choice made
	Planned  bool              // it uses a figure of the city's plan for the year on a day before that was published
	// the texts, by Lang, that it was read from JSON with, where they are not those of Text: an
	// earlier version's, or altered
	Stored [2]string
}
