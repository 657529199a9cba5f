package assistance

import (
	"io"
	"iter"
	"strings"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Read reads households from JSON: one object, an array, or JSON lines. A household that cannot be used is yielded, as far as it
// was understood, with Errors that list every fault; the others go on. Text that is no JSON is yielded as a *wire.SyntaxError. Where
// there are several households, each needs an id.
func Read(r io.Reader) iter.Seq2[Household, error] {
	return func(yield func(Household, error) bool) {
		for entry, err := range ReadEntries(r) {
			if !yield(entry.Household, err) {
				return
			}
		}
	}
}

// Entry is one household of a stream, and where it stands in it.
type Entry struct {
	Household Household
	Line      int  // on which it begins, from 1; 0 beside an error of syntax, which has its own
	InArray   bool // it is an element of an array
}

// ReadEntries is Read with the place of each household.
func ReadEntries(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		var held *wire.Item // the household last read: whether it needs an id shows when another follows
		several := false
		flush := func() bool {
			if held == nil {
				return true
			}
			h, err := householdOf(held.Value, several)
			entry := Entry{h, held.Line, held.InArray}
			held = nil
			return yield(entry, err)
		}
		for item, err := range wire.Values(r) {
			if err != nil {
				if !flush() || !yield(Entry{}, err) {
					return
				}
				continue
			}
			several = several || held != nil
			if !flush() {
				return
			}
			held = &item
		}
		flush()
	}
}

// UnmarshalJSON reads the wire format, strictly: it reports Errors, every fault at once, for a household that cannot be used, and a
// *wire.SyntaxError for text that is no JSON.
func (h *Household) UnmarshalJSON(data []byte) error {
	v, err := wire.Parse(data)
	if err != nil {
		return err
	}
	read, err := householdOf(v, false)
	if err == nil {
		*h = read
	}
	return err
}

// DecodeHousehold reads a household that stands inside another document, at path, and adds its faults to f.
func DecodeHousehold(v wire.Value, path string, f *wire.Faults) Household {
	var own wire.Faults
	h := readHousehold(v, &own)
	h.checkBeside(&own)
	for _, fault := range own.All() {
		f.Add(join(path, fault.Path), fault.Code, fault.Value)
	}
	return h
}

func householdOf(v wire.Value, needsID bool) (Household, error) {
	var f wire.Faults
	h := readHousehold(v, &f)
	if needsID && h.ID == "" && !at(&f, "id") && v.Kind() == wire.Object {
		f.Add("id", wire.CodeRequired, "")
	}
	h.checkBeside(&f)
	return h, f.Err()
}

// checkBeside adds the faults that check finds to those of decoding, without naming a path twice: what could not be decoded is missing
// for that reason.
func (h *Household) checkBeside(f *wire.Faults) {
	if f.Empty() {
		h.check(f)
		return
	}
	var own wire.Faults
	h.check(&own)
	for _, fault := range own.All() {
		if !covered(f, fault.Path) {
			f.Add(fault.Path, fault.Code, fault.Value)
		}
	}
}

func at(f *wire.Faults, path string) bool {
	for _, fault := range f.All() {
		if fault.Path == path {
			return true
		}
	}
	return false
}

// covered reports whether a fault is already listed at path, at something that it lies in, or in the same income: an income of which one
// field could not be read is not checked as a whole.
func covered(f *wire.Faults, path string) bool {
	for _, fault := range f.All() {
		p := fault.Path
		if i := strings.LastIndex(p, "income["); i >= 0 {
			if end := strings.IndexByte(p[i:], ']'); end >= 0 {
				p = p[:i+end+1]
			}
		}
		if p == path || p == "" || len(path) > len(p) && path[:len(p)] == p && (path[len(p)] == '.' || path[len(p)] == '[') {
			return true
		}
	}
	return false
}

var householdFields = []string{"id", "division", "residence", "property", "onDibao", "income", "jobCosts", "weight", "members"}

func readHousehold(v wire.Value, f *wire.Faults) Household {
	o := f.Object(v, "", householdFields...)
	h := Household{
		ID:        readText(o, "id", f),
		Division:  readWord(o, "division", f, wire.CodeUnknownPlace, standards.ParseDivision),
		Residence: readWord(o, "residence", f, wire.CodeNotAValue, standards.ParseResidence),
		Property:  readWord(o, "property", f, wire.CodeNotAValue, benefit.ParseProperty),
		OnDibao:   readWord(o, "onDibao", f, wire.CodeNotAValue, standards.ParseAnswer),
		Income:    readIncomes(o, f),
		JobCosts:  readAmount(o, "jobCosts", f),
		Weight:    readInt(o, "weight", 1, MaxWeight, f),
	}
	f.Required(o, "division")
	f.Required(o, "members")
	list, ok := o.Get("members")
	if !ok {
		return h
	}
	elems, _ := f.Array(list, o.Path("members"))
	if len(elems) > MaxMembers {
		h.Members = make([]Member, len(elems)) // refused by its number; nothing more is read
		return h
	}
	for i, elem := range elems {
		h.Members = append(h.Members, readMember(elem, wire.Index(o.Path("members"), i), f))
	}
	return h
}

var memberFields = []string{"id", "born", "residence", "division", "counted", "relation", "absence", "income", "property", "disability", "seriousIllness", "support",
	"cannot", "selfCare", "placement", "workInjuryNursing", "childScheme", "livingAllowance", "nursingAllowance"}

func readMember(v wire.Value, path string, f *wire.Faults) Member {
	o := f.Object(v, path, memberFields...)
	m := Member{
		ID:                readText(o, "id", f),
		Born:              readDate(o, "born", f),
		Residence:         readWord(o, "residence", f, wire.CodeNotAValue, standards.ParseResidence),
		Division:          readWord(o, "division", f, wire.CodeUnknownPlace, parseOwnDivision),
		Counted:           readWord(o, "counted", f, wire.CodeNotAValue, standards.ParseAnswer),
		Relation:          readWord(o, "relation", f, wire.CodeNotAValue, benefit.ParseRelation),
		Absence:           readWord(o, "absence", f, wire.CodeNotAValue, benefit.ParseAbsence),
		Income:            readIncomes(o, f),
		Property:          readWord(o, "property", f, wire.CodeNotAValue, benefit.ParseProperty),
		Disability:        readCertificate(o, f),
		SeriousIllness:    readWord(o, "seriousIllness", f, wire.CodeNotAValue, standards.ParseAnswer),
		Support:           readWord(o, "support", f, wire.CodeNotAValue, benefit.ParseSupport),
		Cannot:            readActivities(o, f),
		SelfCare:          readWord(o, "selfCare", f, wire.CodeNotAValue, eldercare.ParseSelfCare),
		Placement:         readWord(o, "placement", f, wire.CodeNotAValue, benefit.ParsePlacement),
		WorkInjuryNursing: readWord(o, "workInjuryNursing", f, wire.CodeNotAValue, standards.ParseAnswer),
		ChildScheme:       readWord(o, "childScheme", f, wire.CodeNotAValue, benefit.ParseChildScheme),
		LivingAllowance:   readAmount(o, "livingAllowance", f),
		NursingAllowance:  readAmount(o, "nursingAllowance", f),
	}
	f.Required(o, "id")
	f.Required(o, "born")
	return m
}

// parseOwnDivision reads a member's division: one of the ten units, or elsewhere.
func parseOwnDivision(s string) (standards.Place, bool) {
	if s == standards.Elsewhere.String() {
		return standards.Elsewhere, true
	}
	return standards.ParseDivision(s)
}

func readText(o wire.Obj, name string, f *wire.Faults) string {
	v, ok := o.Get(name)
	if !ok {
		return ""
	}
	s, ok := f.String(v, o.Path(name))
	if ok && !ValidID(s) {
		f.Add(o.Path(name), wire.CodeIDFormat, s)
	}
	return s
}

func readWord[T ~uint8 | ~uint32](o wire.Obj, name string, f *wire.Faults, code string, parse func(string) (T, bool)) T {
	v, ok := o.Get(name)
	if !ok {
		return 0
	}
	s, ok := f.String(v, o.Path(name))
	if !ok {
		return 0
	}
	word, ok := parse(s)
	if !ok {
		f.Add(o.Path(name), code, s)
	}
	return word
}

func readDate(o wire.Obj, name string, f *wire.Faults) standards.Date {
	v, ok := o.Get(name)
	if !ok {
		return standards.Date{}
	}
	s, ok := f.String(v, o.Path(name))
	if !ok {
		return standards.Date{}
	}
	d, err := standards.ParseDate(s)
	if err != nil {
		f.Add(o.Path(name), wire.CodeDateFormat, s)
	}
	return d
}

func readInt(o wire.Obj, name string, least, most int, f *wire.Faults) int {
	v, ok := o.Get(name)
	if !ok {
		return 0
	}
	n, _ := f.Int(v, o.Path(name), least, most)
	return n
}

func readAmount(o wire.Obj, name string, f *wire.Faults) standards.Amount {
	v, ok := o.Get(name)
	if !ok {
		return standards.Amount{}
	}
	a := f.Object(v, o.Path(name), "yuan", "per")
	return amountOf(a, f)
}

// amountOf reads the fields yuan and per, both required.
func amountOf(o wire.Obj, f *wire.Faults) standards.Amount {
	f.Required(o, "yuan")
	f.Required(o, "per")
	per := readWord(o, "per", f, wire.CodeNotAValue, standards.ParsePeriod)
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

func readIncomes(o wire.Obj, f *wire.Faults) []Income {
	v, ok := o.Get("income")
	if !ok {
		return nil
	}
	elems, ok := f.Array(v, o.Path("income"))
	if !ok {
		return nil
	}
	if len(elems) > MaxIncomes {
		return make([]Income, len(elems)) // refused by its number; nothing more is read
	}
	list := make([]Income, 0, len(elems))
	for i, elem := range elems {
		in := f.Object(elem, wire.Index(o.Path("income"), i), "kind", "yuan", "per", "months")
		f.Required(in, "kind")
		list = append(list, Income{
			Kind:   readWord(in, "kind", f, wire.CodeNotAValue, standards.ParseIncomeKind),
			Amount: amountOf(in, f),
			Months: readInt(in, "months", 1, standards.MonthsPerYear, f),
		})
	}
	return list
}

func readCertificate(o wire.Obj, f *wire.Faults) disability.Certificate {
	v, ok := o.Get("disability")
	if !ok {
		return disability.Certificate{}
	}
	c := f.Object(v, o.Path("disability"), "category", "grade", "components", "longTermCare")
	f.Required(c, "category")
	f.Required(c, "grade")
	return disability.Certificate{
		Category:     readWord(c, "category", f, wire.CodeNotAValue, disability.ParseCategory),
		Grade:        readInt(c, "grade", disability.MostSevere, disability.LeastSevere, f),
		Components:   readComponents(c, f),
		LongTermCare: readWord(c, "longTermCare", f, wire.CodeNotAValue, standards.ParseAnswer),
	}
}

func readComponents(c wire.Obj, f *wire.Faults) []disability.Component {
	v, ok := c.Get("components")
	if !ok {
		return nil
	}
	elems, ok := f.Array(v, c.Path("components"))
	if !ok {
		return nil
	}
	list := make([]disability.Component, 0, len(elems))
	for i, elem := range elems {
		one := f.Object(elem, wire.Index(c.Path("components"), i), "category", "grade")
		f.Required(one, "category")
		f.Required(one, "grade")
		list = append(list, disability.Component{
			Category: readWord(one, "category", f, wire.CodeNotAValue, disability.ParseCategory),
			Grade:    readInt(one, "grade", disability.MostSevere, disability.LeastSevere, f),
		})
	}
	return list
}

func readActivities(o wire.Obj, f *wire.Faults) []eldercare.Activity {
	v, ok := o.Get("cannot")
	if !ok {
		return nil
	}
	elems, ok := f.Array(v, o.Path("cannot"))
	if !ok {
		return nil
	}
	list := make([]eldercare.Activity, 0, len(elems))
	for i, elem := range elems {
		path := wire.Index(o.Path("cannot"), i)
		s, ok := f.String(elem, path)
		if !ok {
			continue
		}
		a, ok := eldercare.ParseActivity(s)
		if !ok {
			f.Add(path, wire.CodeNotAValue, s)
		}
		list = append(list, a)
	}
	return list
}
