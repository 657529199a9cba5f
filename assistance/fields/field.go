package fields

import (
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Field describes a fact of a household or of its members: what it is called, what it may be, and
// how it is stated.
type Field struct {
	Name     string         // in JSON and case files, such as "property"; of a certificate "disability.grade"
	OfMember bool           // of each member, not of the household
	Required bool           // every household, member or certificate states it
	Kind     Kind           // how it is stated
	Fact     benefit.Fact   // under which decisions need or assume it; zero: none does
	Class    Class          // what it means that it is not stated
	Since    standards.Date // the first day on which it decides anything; zero: the first of the library
	Words    []Word         // that it takes, if it takes words; of incomes, their kinds
	Columns  []string       // that state it in a register (CSV): by the format's own name, then by those of registers
	Label    standards.Text // its name for people
	Hint     standards.Text // what it takes or decides
}

// Word is a word that a field takes.
type Word struct {
	Word  string         // in JSON and case files
	Label standards.Text // what it means
}

// Kind says how a field is stated: as which JSON value, and as which text by Household.Set.
type Kind uint8

// The kinds of fields. The order is also that in which faults are listed.
const (
	IDKind         Kind = iota + 1 // 1 to 64 characters without spaces
	DateKind                       // a day: 1968-03-02
	PlaceKind                      // a code or a name of a division
	WordKind                       // one of Field.Words
	WordsKind                      // a list of Field.Words, each once
	IncomesKind                    // a list of incomes: [{"kind":"wages","yuan":"500.00","per":"month"}]
	AmountKind                     // an amount of money: {"yuan":"500.00","per":"month"}
	NumberKind                     // a whole number
	ComponentsKind                 // a list of disabilities: [{"category":"visual","grade":1}]
)

// IsText reports whether a field of this kind is a string in JSON.
func (k Kind) IsText() bool { return k >= IDKind && k <= WordKind }

// Class says what it means that a fact is not stated.
type Class uint8

// The classes of facts. Fields of the zero Class are required, or decide nothing while they are not
// stated.
const (
	Condition Class = iota + 1 // a verdict that turns on it stays undetermined
	Exclusion                  // it is taken as none, and listed as assumed
	Claim                      // what it would give is not examined
)
