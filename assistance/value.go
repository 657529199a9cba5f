package assistance

import (
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// groupKind is the kind of fields that stand together in an object of their own.
const groupKind = fields.ComponentsKind + 1

// value is a field of one household or member: how it is read and written, and checked.
type value interface {
	kind() fields.Kind
	walk(f *wire.Fields, name string)
	stated() bool
	clear()
	check(f *wire.Faults, path string) // finds nothing where it is not stated
}

type idValue struct{ *string }

func (idValue) kind() fields.Kind { return fields.IDKind }
func (i idValue) stated() bool    { return *i.string != "" }
func (i idValue) clear()          { *i.string = "" }

func (i idValue) walk(f *wire.Fields, name string) { f.Name(name, i.string) }

func (i idValue) check(f *wire.Faults, path string) {
	if i.stated() && !ValidID(*i.string) {
		f.Add(path, wire.CodeIDFormat, *i.string)
	}
}

// dayValue is a day, of birth or another.
type dayValue struct{ *standards.Date }

func (dayValue) kind() fields.Kind { return fields.DateKind }
func (d dayValue) stated() bool    { return !d.IsZero() }
func (d dayValue) clear()          { *d.Date = standards.Date{} }

func (d dayValue) walk(f *wire.Fields, name string) { f.Date(name, d.Date) }

func (d dayValue) check(f *wire.Faults, path string) {
	switch {
	case d.IsZero():
	case !d.Valid():
		f.Add(path, wire.CodeDateFormat, d.String())
	case d.Before(firstBirth):
		f.Add(path, wire.CodeDateRange, d.String())
	}
}

// placeValue is the division of a household, or of a member, which may be elsewhere.
type placeValue struct {
	*standards.Place
	ofMember bool
}

func (placeValue) kind() fields.Kind { return fields.PlaceKind }
func (p placeValue) stated() bool    { return *p.Place != 0 }
func (p placeValue) clear()          { *p.Place = 0 }

func (p placeValue) walk(f *wire.Fields, name string) { f.Place(name, p) }

// UnmarshalText reads a division, and of a member also elsewhere.
func (p placeValue) UnmarshalText(text []byte) error {
	if p.ofMember && string(text) == standards.Elsewhere.String() {
		*p.Place = standards.Elsewhere
		return nil
	}
	read, ok := standards.ParseDivision(string(text))
	if !ok {
		return &standards.WordError{Value: string(text)}
	}
	*p.Place = read
	return nil
}

func (p placeValue) check(f *wire.Faults, path string) {
	if p.stated() && !p.IsDivision() && !(p.ofMember && *p.Place == standards.Elsewhere) {
		f.Add(path, wire.CodeUnknownPlace, p.String())
	}
}

// wordType is a type whose values are a few words, counted up from 1.
type wordType interface {
	~uint8
	String() string
}

type wordValue[W wordType, P interface {
	*W
	wire.Word
}] struct{ at P }

// word is a field that takes one of a few words.
func word[W wordType, P interface {
	*W
	wire.Word
}](at P) value {
	return wordValue[W, P]{at}
}

func (wordValue[W, P]) kind() fields.Kind { return fields.WordKind }
func (w wordValue[W, P]) stated() bool    { return *w.at != 0 }
func (w wordValue[W, P]) clear()          { *w.at = 0 }

func (w wordValue[W, P]) walk(f *wire.Fields, name string) { f.Word(name, w.at) }

func (w wordValue[W, P]) check(f *wire.Faults, path string) {
	if w.stated() && (*w.at).String() == "" {
		f.NoWord(path, strconv.Itoa(int(*w.at)), P(new(W)))
	}
}

type activitiesValue struct{ at *[]eldercare.Activity }

func (activitiesValue) kind() fields.Kind { return fields.WordsKind }
func (a activitiesValue) stated() bool    { return *a.at != nil }
func (a activitiesValue) clear()          { *a.at = nil }

func (a activitiesValue) walk(f *wire.Fields, name string) {
	wire.Words(f.Most(maxActivities), name, a.at)
}

func (a activitiesValue) check(f *wire.Faults, path string) {
	if len(*a.at) > maxActivities {
		f.Add(path, wire.CodeTooMany, strconv.Itoa(len(*a.at)))
		return
	}
	for i, one := range *a.at {
		if one < eldercare.Eating || one > eldercare.Bathing {
			f.NoWord(wire.Index(path, i), strconv.Itoa(int(one)), new(eldercare.Activity))
		}
	}
}

type amountValue struct{ *standards.Amount }

func (amountValue) kind() fields.Kind { return fields.AmountKind }
func (a amountValue) stated() bool    { return a.Amount.Stated() }
func (a amountValue) clear()          { *a.Amount = standards.Amount{} }

func (a amountValue) walk(f *wire.Fields, name string) { f.Record(name, a.stated(), a.Amount) }

func (a amountValue) check(f *wire.Faults, path string) {
	if *a.Amount != (standards.Amount{}) && !a.Usable() {
		f.Add(path, amountCode(*a.Amount), a.YuanText())
	}
}

func amountCode(a standards.Amount) string {
	if a.Fen() < 0 || a.Per() != standards.PerMonth && a.Per() != standards.PerYear {
		return wire.CodeMoneyFormat
	}
	return wire.CodeMoneyRange
}

// numberValue is a whole number of a range.
type numberValue struct {
	at          *int
	least, most int
}

func (numberValue) kind() fields.Kind { return fields.NumberKind }
func (n numberValue) stated() bool    { return *n.at != 0 }
func (n numberValue) clear()          { *n.at = 0 }

func (n numberValue) walk(f *wire.Fields, name string) { f.Number(name, n.at, n.least, n.most) }

func (n numberValue) check(f *wire.Faults, path string) {
	if n.stated() && (*n.at < n.least || *n.at > n.most) {
		f.Add(path, wire.CodeNumberRange, strconv.Itoa(*n.at))
	}
}

type incomesValue struct{ at *[]Income }

func (incomesValue) kind() fields.Kind { return fields.IncomesKind }
func (i incomesValue) stated() bool    { return *i.at != nil }
func (i incomesValue) clear()          { *i.at = nil }

func (i incomesValue) walk(f *wire.Fields, name string) { wire.List(f.Most(MaxIncomes), name, i.at) }

// Fields names the fields of the wire format.
func (i *Income) Fields(f *wire.Fields) {
	f.Required().Word("kind", &i.Kind)
	i.Amount.Fields(f)
	f.Number("months", &i.Months, 1, standards.MonthsPerYear)
}

func (i incomesValue) check(f *wire.Faults, path string) {
	if len(*i.at) > MaxIncomes {
		f.Add(path, wire.CodeTooMany, strconv.Itoa(len(*i.at)))
		return
	}
	for j := range *i.at {
		if in := &(*i.at)[j]; !in.usable() {
			in.check(f, wire.Index(path, j))
		}
	}
}

// check finds the faults of an income that cannot be used.
func (i *Income) check(f *wire.Faults, path string) {
	switch {
	case i.Kind == 0:
		f.Add(path+".kind", wire.CodeRequired, "")
	case i.Kind > standards.Relief:
		f.NoWord(path+".kind", strconv.Itoa(int(i.Kind)), new(standards.IncomeKind))
	}
	missing := i.Amount == (standards.Amount{})
	switch {
	case missing:
		f.Add(path+".yuan", wire.CodeRequired, "")
	case !i.Amount.Usable():
		f.Add(path+".yuan", amountCode(i.Amount), i.Amount.YuanText())
	}
	switch {
	case i.Months < 0 || i.Months > standards.MonthsPerYear:
		f.Add(path+".months", wire.CodeNumberRange, strconv.Itoa(i.Months))
	case i.Months != 0 && !missing && i.Amount.Per() != standards.PerMonth:
		f.Add(path+".months", wire.CodeNotAllowed, strconv.Itoa(i.Months))
	}
}

// usable reports whether i can be counted.
func (i *Income) usable() bool {
	return i.Kind >= standards.Wages && i.Kind <= standards.Relief && i.Amount.Usable() &&
		(i.Months == 0 || i.Months > 0 && i.Months <= standards.MonthsPerYear && i.Amount.Per() == standards.PerMonth)
}

type componentsValue struct{ at *[]disability.Component }

func (componentsValue) kind() fields.Kind { return fields.ComponentsKind }
func (c componentsValue) stated() bool    { return *c.at != nil }
func (c componentsValue) clear()          { *c.at = nil }

func (c componentsValue) walk(f *wire.Fields, name string) {
	wire.List(f.Most(maxComponents), name, c.at)
}

// check finds nothing: components are checked with the certificate.
func (componentsValue) check(*wire.Faults, string) {}

type certificateValue struct{ at *disability.Certificate }

func (certificateValue) kind() fields.Kind { return groupKind }
func (c certificateValue) stated() bool    { return c.at.Stated() }
func (c certificateValue) clear()          { *c.at = disability.Certificate{} }

func (c certificateValue) walk(f *wire.Fields, name string) {
	f.Record(name, c.stated(), certificate(c))
}

// certificate is a certificate as it is read and written.
type certificate struct{ at *disability.Certificate }

func (c certificate) Fields(f *wire.Fields) { walkFields(f, certificateFields[:], c.at) }

func (c certificateValue) check(f *wire.Faults, path string) { checkCertificate(f, path, c.at) }
