package months

import (
	"encoding/json"
	"io"
	"iter"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The fields of the wire formats, all listed here and nowhere else. Days are 2020-09-01, months 2020-09, and yuan is money as
// everywhere in this library. * marks those that are required.
//
//	account   history*, payments*
//	history   id*, versions* [version], grants [grant], reviews [day]
//	version   from* day, recorded* day, note (to 200 characters), household* (as in package assistance; its id may be left out;
//	          "members":[] after the first: the household has ended), marked yes|no (its circumstances changed markedly)
//	grant     part* tekun|dibao|singlePerson|living|nursing, member (required but for dibao, where it may not stand), applied day
//	          (required for living and nursing), approved* day, recorded day, ended day
//	payment   month*, part*, member (as in a grant), yuan*, paid* day, returned yes|no
var (
	accountFields = []string{"history", "payments"}
	historyFields = []string{"id", "versions", "grants", "reviews"}
	versionFields = []string{"from", "recorded", "note", "household", "marked"}
	grantFields   = []string{"part", "member", "applied", "approved", "recorded", "ended"}
	paymentFields = []string{"month", "part", "member", "yuan", "paid", "returned"}
)

// partWords are the benefits that are granted and paid.
var partWords = map[string]benefit.Name{"tekun": benefit.Tekun, "dibao": benefit.Dibao, "singlePerson": benefit.SinglePerson, "living": benefit.Living, "nursing": benefit.Nursing}

// Read reads accounts from JSON: one object, an array, or JSON lines. An account that cannot be used is yielded as far as it was
// understood, with wire.Errors that list every fault; the others go on. Text that is no JSON is yielded as a *wire.SyntaxError. The
// sequence can be used once.
func Read(r io.Reader) iter.Seq2[Account, error] {
	return func(yield func(Account, error) bool) {
		for item, err := range wire.Values(r) {
			if err != nil {
				if !yield(Account{}, err) {
					return
				}
				continue
			}
			var f wire.Faults
			a := DecodeAccount(item.Value, &f)
			if !yield(a, f.Err()) {
				return
			}
		}
	}
}

// DecodeAccount reads a history and the payments beside it, and adds every fault to f.
func DecodeAccount(v wire.Value, f *wire.Faults) Account {
	var a Account
	o := f.Object(v, "", accountFields...)
	if h, ok := f.Required(o, "history"); ok {
		a.History = DecodeHistory(h, "history", f)
	}
	p, ok := f.Required(o, "payments")
	if !ok {
		return a
	}
	var own wire.Faults
	a.Payments = DecodePayments(p, "payments", &own)
	if own.Empty() && len(a.Payments) <= MaxPayments {
		a.History.checkPayments(&own, a.Payments)
	}
	for _, fault := range own.All() {
		f.Add(fault.Path, fault.Code, fault.Value)
	}
	return a
}

// DecodeHistory reads a history that stands at path, and adds every fault to f.
func DecodeHistory(v wire.Value, path string, f *wire.Faults) History {
	var own wire.Faults
	h := decodeHistory(v, &own)
	if own.Empty() {
		h.check(&own)
	}
	for _, fault := range own.All() {
		f.Add(within(path, fault.Path), fault.Code, fault.Value)
	}
	return h
}

// decodeVersion reads the household of a version. One without members has ended.
func decodeVersion(v wire.Value, path string, f *wire.Faults) assistance.Household {
	var own wire.Faults
	h := assistance.DecodeHousehold(v, path, &own)
	for _, fault := range own.All() {
		if fault.Path != path+".members" || fault.Code != wire.CodeRequired || !hasMembers(v) {
			f.Add(fault.Path, fault.Code, fault.Value)
		}
	}
	return h
}

// hasMembers reports whether an object has a list of members, be it empty.
func hasMembers(v wire.Value) bool {
	var ignored wire.Faults
	members, ok := ignored.Object(v, "", "members").Get("members")
	return ok && members.Kind() == wire.Array
}

func within(path, inner string) string {
	switch {
	case path == "":
		return inner
	case inner == "" || inner[0] == '[':
		return path + inner
	}
	return path + "." + inner
}

func decodeHistory(v wire.Value, f *wire.Faults) History {
	o := f.Object(v, "", historyFields...)
	f.Required(o, "id")
	f.Required(o, "versions")
	h := History{ID: text(o, "id", f)}
	for i, elem := range list(o, "versions", MaxVersions, f) {
		version := f.Object(elem, wire.Index("versions", i), versionFields...)
		one := Version{From: day(version, "from", true, f), Recorded: day(version, "recorded", true, f), Note: text(version, "note", f)}
		if household, ok := f.Required(version, "household"); ok {
			one.Household = decodeVersion(household, version.Path("household"), f)
		}
		f.Word(version, "marked", &one.Marked)
		h.Versions = append(h.Versions, one)
	}
	for i, elem := range list(o, "grants", MaxVersions, f) {
		grant := f.Object(elem, wire.Index("grants", i), grantFields...)
		h.Grants = append(h.Grants, Grant{Part: part(grant, f), Member: text(grant, "member", f), Applied: day(grant, "applied", false, f),
			Approved: day(grant, "approved", true, f), Recorded: day(grant, "recorded", false, f), Ended: day(grant, "ended", false, f)})
	}
	for i, elem := range list(o, "reviews", MaxVersions, f) {
		h.Reviews = append(h.Reviews, parseDay(elem, wire.Index("reviews", i), f))
	}
	return h
}

// DecodePayments reads a list of payments that stands at path, and adds every fault to f. Whether they fit a history is for [Arrears].
func DecodePayments(v wire.Value, path string, f *wire.Faults) []Payment {
	elems, ok := f.Array(v, path)
	if !ok {
		return nil
	}
	if len(elems) > MaxPayments {
		f.Add(path, wire.CodeTooMany, strconv.Itoa(len(elems)))
		return nil
	}
	var all []Payment
	for i, elem := range elems {
		o := f.Object(elem, wire.Index(path, i), paymentFields...)
		p := Payment{Part: part(o, f), Member: text(o, "member", f), Paid: day(o, "paid", true, f)}
		if month, ok := f.Required(o, "month"); ok {
			if s, ok := f.String(month, o.Path("month")); ok {
				var err error
				if p.Month, err = ParseMonth(s); err != nil {
					f.Add(o.Path("month"), wire.CodeDateFormat, s)
				}
			}
		}
		if yuan, ok := f.Required(o, "yuan"); ok {
			fen, _ := f.Money(yuan, o.Path("yuan"))
			p.Sum = Sum(fen)
		}
		if returned, ok := o.Get("returned"); ok {
			if s, ok := f.String(returned, o.Path("returned")); ok {
				answer, known := standards.ParseAnswer(s)
				if !known {
					f.Add(o.Path("returned"), wire.CodeNotAValue, s)
				}
				p.Returned = answer == standards.Yes
			}
		}
		all = append(all, p)
	}
	return all
}

// list returns the elements of a field, none where there are more than most.
func list(o wire.Obj, name string, most int, f *wire.Faults) []wire.Value {
	v, ok := o.Get(name)
	if !ok {
		return nil
	}
	elems, _ := f.Array(v, o.Path(name))
	if len(elems) > most {
		f.Add(o.Path(name), wire.CodeTooMany, strconv.Itoa(len(elems)))
		return nil
	}
	return elems
}

func text(o wire.Obj, name string, f *wire.Faults) string {
	v, ok := o.Get(name)
	if !ok {
		return ""
	}
	s, ok := f.String(v, o.Path(name))
	if ok && s == "" {
		f.Add(o.Path(name), wire.CodeIDFormat, "")
	}
	return s
}

func day(o wire.Obj, name string, required bool, f *wire.Faults) standards.Date {
	v, ok := o.Get(name)
	if !ok {
		if required {
			f.Required(o, name)
		}
		return standards.Date{}
	}
	return parseDay(v, o.Path(name), f)
}

func parseDay(v wire.Value, path string, f *wire.Faults) standards.Date {
	s, ok := f.String(v, path)
	if !ok {
		return standards.Date{}
	}
	d, err := standards.ParseDate(s)
	if err != nil {
		f.Add(path, wire.CodeDateFormat, s)
	}
	return d
}

func part(o wire.Obj, f *wire.Faults) benefit.Name {
	v, ok := f.Required(o, "part")
	if !ok {
		return 0
	}
	s, ok := f.String(v, o.Path("part"))
	if !ok {
		return 0
	}
	n, ok := partWords[s]
	if !ok {
		f.Add(o.Path("part"), wire.CodeNotAValue, s)
	}
	return n
}

// UnmarshalJSON reads the wire format of an account, strictly: it reports wire.Errors, every fault at once, and a *wire.SyntaxError for text that is
// no JSON.
func (a *Account) UnmarshalJSON(data []byte) error {
	return decoded(a, data, DecodeAccount)
}

// UnmarshalJSON reads the wire format, as [Account.UnmarshalJSON] does.
func (h *History) UnmarshalJSON(data []byte) error {
	return decoded(h, data, func(v wire.Value, f *wire.Faults) History { return DecodeHistory(v, "", f) })
}

func decoded[T any](to *T, data []byte, decode func(wire.Value, *wire.Faults) T) error {
	v, err := wire.Parse(data)
	if err != nil {
		return err
	}
	var f wire.Faults
	read := decode(v, &f)
	if err := f.Err(); err != nil {
		return err
	}
	*to = read
	return nil
}

// MarshalJSON writes the wire format.
func (a Account) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		History  History   `json:"history"`
		Payments []Payment `json:"payments"`
	}{a.History, listed(a.Payments)})
}

// MarshalJSON writes the wire format, with what is stated.
func (h History) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		ID       string           `json:"id"`
		Versions []Version        `json:"versions"`
		Grants   []Grant          `json:"grants,omitempty"`
		Reviews  []standards.Date `json:"reviews,omitempty"`
	}{h.ID, listed(h.Versions), h.Grants, h.Reviews})
}

// MarshalJSON writes the wire format.
func (v Version) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		From      standards.Date       `json:"from"`
		Recorded  standards.Date       `json:"recorded"`
		Note      string               `json:"note,omitempty"`
		Household assistance.Household `json:"household"`
	}{v.From, v.Recorded, v.Note, v.Household})
}

// MarshalJSON writes the wire format, with what is stated.
func (g Grant) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Part     benefit.Name   `json:"part"`
		Member   string         `json:"member,omitempty"`
		Applied  standards.Date `json:"applied,omitzero"`
		Approved standards.Date `json:"approved"`
		Recorded standards.Date `json:"recorded,omitzero"`
		Ended    standards.Date `json:"ended,omitzero"`
	}(g))
}

// MarshalJSON writes the wire format, with what is stated.
func (p Payment) MarshalJSON() ([]byte, error) {
	w := struct {
		Month    Month            `json:"month"`
		Part     benefit.Name     `json:"part"`
		Member   string           `json:"member,omitempty"`
		Yuan     Sum              `json:"yuan"`
		Paid     standards.Date   `json:"paid"`
		Returned standards.Answer `json:"returned,omitzero"`
	}{Month: p.Month, Part: p.Part, Member: p.Member, Yuan: p.Sum, Paid: p.Paid}
	if p.Returned {
		w.Returned = standards.Yes
	}
	return json.Marshal(w)
}

// listed returns an empty list for none: the wire formats have no null.
func listed[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}
