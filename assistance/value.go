package assistance

import (
	"encoding"
	"strconv"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Kind says how a field is stated: as which JSON value, and as which text by [Field.Set].
type Kind uint8

// The kinds of fields. Those up to WordKind are strings in JSON. The order is also that in which
// faults are listed.
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
	groupKind                      // fields that stand together in an object of their own
)

// isText reports whether the field is a string in JSON.
func (k Kind) isText() bool { return k <= WordKind }

// value is a field of one household or member: how it is read, written and checked.
type value interface {
	kind() Kind
	read(v wire.Value, path string, f *wire.Faults)
	write(b []byte) []byte // where it is stated
	stated() bool
	clear()
	check(f *wire.Faults, path string) // finds nothing where it is not stated
}

type idValue struct{ *string }

func (idValue) kind() Kind     { return IDKind }
func (i idValue) stated() bool { return *i.string != "" }
func (i idValue) clear()       { *i.string = "" }

func (i idValue) read(v wire.Value, path string, f *wire.Faults) {
	s, ok := f.String(v, path)
	if ok && !ValidID(s) {
		f.Add(path, wire.CodeIDFormat, s)
	}
	*i.string = s
}

func (i idValue) write(b []byte) []byte { return wire.AppendString(b, *i.string) }

func (i idValue) check(f *wire.Faults, path string) {
	if i.stated() && !ValidID(*i.string) {
		f.Add(path, wire.CodeIDFormat, *i.string)
	}
}

// dayValue is a day, of birth or another.
type dayValue struct{ *standards.Date }

func (dayValue) kind() Kind     { return DateKind }
func (d dayValue) stated() bool { return !d.IsZero() }
func (d dayValue) clear()       { *d.Date = standards.Date{} }

func (d dayValue) read(v wire.Value, path string, f *wire.Faults) {
	s, ok := f.String(v, path)
	if !ok {
		return
	}
	day, err := standards.ParseDate(s)
	if err != nil {
		f.Add(path, wire.CodeDateFormat, s)
	}
	*d.Date = day
}

func (d dayValue) write(b []byte) []byte { return wire.AppendString(b, d.String()) }

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

func (placeValue) kind() Kind     { return PlaceKind }
func (p placeValue) stated() bool { return *p.Place != 0 }
func (p placeValue) clear()       { *p.Place = 0 }

func (p placeValue) read(v wire.Value, path string, f *wire.Faults) {
	s, ok := f.String(v, path)
	if !ok {
		return
	}
	if p.ofMember && s == standards.Elsewhere.String() {
		*p.Place = standards.Elsewhere
		return
	}
	if *p.Place, ok = standards.ParseDivision(s); !ok {
		f.Add(path, wire.CodeUnknownPlace, s)
	}
}

func (p placeValue) write(b []byte) []byte { return wire.AppendString(b, p.String()) }

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
	encoding.TextUnmarshaler
}] struct{ at P }

// word is a field that takes one of a few words.
func word[W wordType, P interface {
	*W
	encoding.TextUnmarshaler
}](at P) value {
	return wordValue[W, P]{at}
}

func (wordValue[W, P]) kind() Kind     { return WordKind }
func (w wordValue[W, P]) stated() bool { return *w.at != 0 }
func (w wordValue[W, P]) clear()       { *w.at = 0 }

func (w wordValue[W, P]) read(v wire.Value, path string, f *wire.Faults) { f.WordAt(v, path, w.at) }
func (w wordValue[W, P]) write(b []byte) []byte                          { return wire.AppendString(b, (*w.at).String()) }

func (w wordValue[W, P]) check(f *wire.Faults, path string) {
	if w.stated() && (*w.at).String() == "" {
		f.Add(path, wire.CodeNotAValue, strconv.Itoa(int(*w.at)))
	}
}

type activitiesValue struct{ at *[]eldercare.Activity }

func (activitiesValue) kind() Kind     { return WordsKind }
func (a activitiesValue) stated() bool { return *a.at != nil }
func (a activitiesValue) clear()       { *a.at = nil }

func (a activitiesValue) read(v wire.Value, path string, f *wire.Faults) {
	elems, ok := f.Array(v, path)
	if !ok {
		return
	}
	*a.at = make([]eldercare.Activity, len(elems))
	for i, elem := range elems {
		f.WordAt(elem, wire.Index(path, i), &(*a.at)[i])
	}
}

func (a activitiesValue) write(b []byte) []byte {
	return appendList(b, *a.at, func(b []byte, a *eldercare.Activity) []byte { return wire.AppendString(b, a.String()) })
}

func (a activitiesValue) check(f *wire.Faults, path string) {
	for i, one := range *a.at {
		if one < eldercare.Eating || one > eldercare.Bathing {
			f.Add(wire.Index(path, i), wire.CodeNotAValue, strconv.Itoa(int(one)))
		}
	}
}

type amountValue struct{ *standards.Amount }

func (amountValue) kind() Kind     { return AmountKind }
func (a amountValue) stated() bool { return a.Amount.Stated() }
func (a amountValue) clear()       { *a.Amount = standards.Amount{} }

func (a amountValue) read(v wire.Value, path string, f *wire.Faults) {
	*a.Amount = readAmount(f.Object(v, path, "yuan", "per"), f)
}

// readAmount reads the fields yuan and per of an object, both required.
func readAmount(o wire.Obj, f *wire.Faults) standards.Amount {
	f.RequireAll(o, "yuan", "per")
	var per standards.Period
	f.Word(o, "per", &per)
	v, ok := o.Get("yuan")
	if !ok {
		return standards.Amount{}
	}
	fen, ok := f.Money(v, o.Path("yuan"))
	if !ok || per == 0 {
		return standards.Amount{}
	}
	return standards.Fen(fen, per)
}

func (a amountValue) write(b []byte) []byte {
	var o object
	o.amount(*a.Amount)
	return o.appendTo(b)
}

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

func (numberValue) kind() Kind     { return NumberKind }
func (n numberValue) stated() bool { return *n.at != 0 }
func (n numberValue) clear()       { *n.at = 0 }

func (n numberValue) read(v wire.Value, path string, f *wire.Faults) {
	*n.at, _ = f.Int(v, path, n.least, n.most)
}

func (n numberValue) write(b []byte) []byte { return strconv.AppendInt(b, int64(*n.at), 10) }

func (n numberValue) check(f *wire.Faults, path string) {
	if n.stated() && (*n.at < n.least || *n.at > n.most) {
		f.Add(path, wire.CodeNumberRange, strconv.Itoa(*n.at))
	}
}

type incomesValue struct{ at *[]Income }

func (incomesValue) kind() Kind     { return IncomesKind }
func (i incomesValue) stated() bool { return *i.at != nil }
func (i incomesValue) clear()       { *i.at = nil }

func (i incomesValue) read(v wire.Value, path string, f *wire.Faults) {
	elems, ok := f.Array(v, path)
	if !ok {
		return
	}
	*i.at = make([]Income, len(elems))
	if len(elems) > MaxIncomes {
		return // refused by their number; nothing more is read
	}
	for j, elem := range elems {
		(*i.at)[j].read(elem, wire.Index(path, j), f)
	}
}

func (i *Income) read(v wire.Value, path string, f *wire.Faults) {
	o := f.Object(v, path, "kind", "yuan", "per", "months")
	f.Required(o, "kind")
	f.Word(o, "kind", &i.Kind)
	i.Amount = readAmount(o, f)
	f.Number(o, "months", &i.Months, 1, standards.MonthsPerYear)
}

func (i incomesValue) write(b []byte) []byte {
	return appendList(b, *i.at, func(b []byte, in *Income) []byte {
		var o object
		o.text("kind", in.Kind.String())
		o.amount(in.Amount)
		o.number("months", in.Months)
		return o.appendTo(b)
	})
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
		f.Add(path+".kind", wire.CodeNotAValue, strconv.Itoa(int(i.Kind)))
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

func (componentsValue) kind() Kind     { return ComponentsKind }
func (c componentsValue) stated() bool { return *c.at != nil }
func (c componentsValue) clear()       { *c.at = nil }

func (c componentsValue) read(v wire.Value, path string, f *wire.Faults) {
	elems, ok := f.Array(v, path)
	if !ok {
		return
	}
	*c.at = make([]disability.Component, len(elems))
	for i, elem := range elems {
		one := f.Object(elem, wire.Index(path, i), "category", "grade")
		f.RequireAll(one, "category", "grade")
		f.Word(one, "category", &(*c.at)[i].Category)
		f.Number(one, "grade", &(*c.at)[i].Grade, disability.MostSevere, disability.LeastSevere)
	}
}

func (c componentsValue) write(b []byte) []byte {
	return appendList(b, *c.at, func(b []byte, one *disability.Component) []byte {
		var o object
		o.text("category", one.Category.String())
		o.number("grade", one.Grade)
		return o.appendTo(b)
	})
}

// check finds nothing: components are checked with the certificate.
func (componentsValue) check(*wire.Faults, string) {}

type certificateValue struct{ at *disability.Certificate }

func (certificateValue) kind() Kind     { return groupKind }
func (c certificateValue) stated() bool { return c.at.Stated() }
func (c certificateValue) clear()       { *c.at = disability.Certificate{} }

func (c certificateValue) read(v wire.Value, path string, f *wire.Faults) {
	o := f.Object(v, path, namesOf(certificateFields[:])...)
	requireFields(o, f, certificateFields[:])
	readFields(o, f, certificateFields[:], c.at)
}

func (c certificateValue) write(b []byte) []byte {
	var o object
	writeFields(&o, certificateFields[:], c.at)
	return o.appendTo(b)
}

func (c certificateValue) check(f *wire.Faults, path string) { checkCertificate(f, path, c.at) }
