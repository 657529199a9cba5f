package standards

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Standard is one row of the tables, of any kind: a figure, or an entry of a list, that holds in a
// place for a span of days, and the words it rests on. Rows are comparable with == and written as
// literals.
type Standard struct {
	Key       Key
	Place     Place     // where it holds; the nearest row wins: unit, group, city, country
	Residence Residence // the kind of hukou it is for; zero: both
	Of        string    // what it is of, where a key has several: a kind of income, a category, a grade
	Amount    Amount    // a row has an Amount, or a Number, or neither if it is an entry of a list
	Number    Fraction
	Bound     Bound
	From      Date   // the first day
	Until     Date   // the first day after; zero: no end on record
	Struck    bool   // the entry of a list is taken out, by a draft
	Under     Choice // the choice of a reading under which alone the row stands; zero: it stands under every one
	Carried   Date   // the day whose figure a draft's carry lets go on; zero for a row in its own days
	Basis     Basis
}

// Basis names the text that a row rests on.
type Basis struct {
	Document Document
	Clause   string // the item or article, such as 9 or 5(3); empty where the words at hand have no number
	Printed  string // the words as printed
	// where they stand in a file of excerpts or restatements, by its mark in brackets or as line 7;
	// empty: in the clause
	At string
}

// cite names a clause of a document and its words.
func cite(d Document, clause, printed string) Basis { return Basis{d, clause, printed, ""} }

// excerpt names a clause whose words stand at a passage of a file of excerpts.
func excerpt(d Document, clause, at, printed string) Basis { return Basis{d, clause, printed, at} }

// passage names words of a passage of a file of excerpts or restatements, which have no number.
func passage(d Document, at, printed string) Basis { return Basis{d, "", printed, at} }

// A Line, a Rate, an Average and a Number are a row of the one kind and no other. Handing one where
// another is wanted does not compile.
type (
	Line    struct{ Standard } // 标准线: income is compared with it
	Rate    struct{ Standard } // 发放标准: it is paid
	Average struct{ Standard } // 人均水平: a floor on an average, never on a payment
	Number  struct{ Standard } // a ratio, an age, a grade, a count or a target
)

// MarshalJSON reports that a row has no form in JSON by itself: package draft writes it as a row of
// a tables file.
func (s Standard) MarshalJSON() ([]byte, error) {
	return nil, errors.New("standards: a row is written in JSON by draft.AppendRow")
}

// InForce reports whether s holds on day d.
func (s Standard) InForce(d Date) bool { return span{s.From, s.Until}.has(d) }

// isFor reports whether s is for kind of hukou r, alone or with the other.
func (s Standard) isFor(r Residence) bool { return s.Residence == 0 || s.Residence == r }

// EldercareClass reads the Of of an eldercare subsidy row: the least age (0: any) and the self-care
// grade (empty: any). They are written 80, none, or 80/none; an age has no leading zero.
func (s Standard) EldercareClass() (age int, selfCare string, ok bool) {
	if s.Of == "" {
		return 0, "", true
	}
	first, second, both := strings.Cut(s.Of, "/")
	if !both && slices.Contains(selfCareOf, first) {
		return 0, first, true
	}
	age, ok = numberWithin(first, maxAge)
	if !ok || both && !slices.Contains(selfCareOf, second) {
		return 0, "", false
	}
	return age, second, true
}

// numberWithin reads a number from 1 to most, which has no leading zero.
func numberWithin(s string, most int) (int, bool) {
	n, _ := digits(s)
	return n, n >= 1 && n <= most && strconv.Itoa(n) == s
}

// TopUpClass reads the Of of a top-up row: the class, and the age or grade that the row names for
// itself, as in elderly/80; -1 where it names none.
func (s Standard) TopUpClass() (class string, own int) {
	class, number, _ := strings.Cut(s.Of, "/")
	if own, ok := digits(number); ok {
		return class, own
	}
	return class, -1
}

// topUpFits reports whether the Of of a top-up row can be read: a class, or elderly, minor or
// severe-disability with an age or a grade.
func (s Standard) topUpFits() bool {
	class, number, named := strings.Cut(s.Of, "/")
	most := maxAge
	switch class {
	case severeDisability:
		most = grades
	case seriousIllness:
		most = 0 // it has none
	}
	_, ok := numberWithin(number, most)
	return slices.Contains(hardshipOf, class) && (ok || !named)
}

// BandFrom reads the Of of a band: the income a head from which it is paid, in fen a year.
func (s Standard) BandFrom() int64 {
	fen, _ := parseYuan(s.Of)
	return fen
}
