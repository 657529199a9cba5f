package months

import (
	"io"
	"iter"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// The wire formats. Days are 2020-09-01, months 2020-09, and yuan is money as everywhere in this
// library. * marks the fields that are required.
//
//	account   history*, payments*
//	history   id*, versions* [version], grants [grant], reviews [day]
//	version   from* day, recorded* day, note (to 200 characters), household* (as in package assistance;
//	          its id may be left out; "members":[] after the first: the household has ended),
//	          marked yes|no (its circumstances changed markedly)
//	grant     part* tekun|dibao|singlePerson|living|nursing, member (required but for dibao, where it may
//	          not stand), applied day (required for living and nursing), approved* day, recorded day,
//	          ended day
//	payment   month*, part*, member (as in a grant), yuan*, paid* day, returned yes|no

// Read reads accounts from JSON: one object, an array, or JSON lines. An account that cannot be
// used is yielded as far as it was understood, with assistance.Errors that list every fault; the
// others go on. An id that an earlier account has is a fault: what was paid would count twice. Text
// that is no JSON is yielded as a *wire.SyntaxError. The sequence can be used once.
func Read(r io.Reader) iter.Seq2[Account, error] {
	return func(yield func(Account, error) bool) {
		seen := map[string]struct{}{}
		for item, err := range wire.Values(r) {
			var a Account
			if err == nil {
				a, err = readAccount(item.Value, seen)
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// readAccount reads an account, and adds its id to those seen before.
func readAccount(v wire.Value, seen map[string]struct{}) (Account, error) {
	var f wire.Faults
	a := wire.Read[Account](v, "", &f)
	if id := a.History.ID; id != "" {
		if _, again := seen[id]; again {
			f.Add("history.id", wire.CodeDuplicateID, id)
		}
		seen[strings.Clone(id)] = struct{}{} // not the text that it was read from
	}
	return a, f.Err()
}

// Fields names the fields of the wire format, once for reading and writing. It is for package wire,
// as every method Fields here; importers read and write JSON with encoding/json.
func (a *Account) Fields(f *wire.Fields) {
	f.Required().Record("history", true, &a.History)
	wire.Each(f.Required().Most(MaxPayments), "payments", &a.Payments)
}

// CheckFields adds the faults of the payments, if they could be read.
func (a *Account) CheckFields(f *wire.Faults) {
	for _, fault := range f.All() {
		if !strings.HasPrefix(fault.Path, "history") {
			return
		}
	}
	a.History.checkPayments(f, a.Payments)
}

// MarshalJSON writes the wire format.
func (a Account) MarshalJSON() ([]byte, error) { return wire.Marshal(&a) }

// UnmarshalJSON reads the wire format, strictly: it reports assistance.Errors, every fault at once,
// and a *wire.SyntaxError for text that is no JSON.
func (a *Account) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, a) }

// Fields names the fields of the wire format.
func (h *History) Fields(f *wire.Fields) {
	f.Required().Name("id", &h.ID)
	wire.Each(f.Required().Most(MaxVersions), "versions", &h.Versions)
	wire.Each(f.Most(MaxVersions), "grants", &h.Grants)
	wire.Dates(f.Most(MaxVersions), "reviews", &h.Reviews)
}

// CheckFields adds the faults that Check finds, if the history could be read.
func (h *History) CheckFields(f *wire.Faults) {
	if f.Empty() {
		h.check(f)
	}
}

// MarshalJSON writes the wire format, with what is stated.
func (h History) MarshalJSON() ([]byte, error) { return wire.Marshal(&h) }

// UnmarshalJSON reads the wire format, as [Account.UnmarshalJSON] does.
func (h *History) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, h) }

// Fields names the fields of the wire format.
func (v *Version) Fields(f *wire.Fields) {
	f.Required().Date("from", &v.From)
	f.Required().Date("recorded", &v.Recorded)
	f.Name("note", &v.Note)
	f.Required().Record("household", true, versionHousehold{&v.Household})
	f.Word("marked", &v.Marked)
}

// MarshalJSON writes the wire format.
func (v Version) MarshalJSON() ([]byte, error) { return wire.Marshal(&v) }

// versionHousehold is the household of a version. One with an empty list of members has ended.
type versionHousehold struct{ *assistance.Household }

// CheckFields adds the faults of the household, but for an empty list of members.
func (h versionHousehold) CheckFields(f *wire.Faults) {
	ended := h.Members != nil && len(h.Members) == 0
	h.Household.CheckFields(f)
	if ended {
		f.Drop("members", wire.CodeRequired)
		h.Members = nil
	}
}

// Fields names the fields of the wire format.
func (g *Grant) Fields(f *wire.Fields) {
	f.Required().Word("part", &g.Part)
	f.Name("member", &g.Member)
	f.Date("applied", &g.Applied)
	f.Required().Date("approved", &g.Approved)
	f.Date("recorded", &g.Recorded)
	f.Date("ended", &g.Ended)
}

// MarshalJSON writes the wire format, with what is stated.
func (g Grant) MarshalJSON() ([]byte, error) { return wire.Marshal(&g) }

// Fields names the fields of the wire format.
func (p *Payment) Fields(f *wire.Fields) {
	f.Required().Date("month", &p.Month)
	f.Required().Word("part", &p.Part)
	f.Name("member", &p.Member)
	f.Required().Yuan("yuan", (*int64)(&p.Sum))
	f.Required().Date("paid", &p.Paid)
	var returned standards.Answer
	if p.Returned {
		returned = standards.Yes
	}
	f.Word("returned", &returned)
	if read := returned == standards.Yes; read != p.Returned {
		p.Returned = read
	}
}

// MarshalJSON writes the wire format, with what is stated.
func (p Payment) MarshalJSON() ([]byte, error) { return wire.Marshal(&p) }

// The methods Fields of what is decided are for writing alone.

// Fields names the fields of the wire format. Version and decision are left out where no version
// was on record, the decision where the household has ended.
func (d *Decided) Fields(f *wire.Fields) {
	f.Required().Date("month", &d.Month)
	if d.Version >= 0 {
		f.Required().Number("version", &d.Version, 0, MaxVersions)
	}
	f.Record("decision", !d.Decision.On.IsZero(), &d.Decision)
	wire.Each(f.Required(), "due", &d.Due)
	wire.Nested(f.Required(), "total", &d.Total)
	wire.Nested(f, "readings", &d.Readings)
}

// MarshalJSON writes {"month","version","decision","due":[],"total","readings"}.
func (d Decided) MarshalJSON() ([]byte, error) { return wire.Marshal(&d) }

// Fields names the fields of the wire format.
func (d *Due) Fields(f *wire.Fields) {
	d.Key.fields(f)
	status := d.Status.String()
	f.Required().Text("status", &status)
	wire.Nested(f.Required(), "payment", &d.Payment)
	f.Date("last", &d.Last)
}

// MarshalJSON writes {"part","member","status","payment","last"}.
func (d Due) MarshalJSON() ([]byte, error) { return wire.Marshal(&d) }

func (k *Key) fields(f *wire.Fields) {
	f.Required().Word("part", &k.Part)
	f.Text("member", &k.Member)
}

// Fields names the fields of the wire format.
func (s *Share) Fields(f *wire.Fields) {
	cause := s.Cause.String()
	f.Required().Text("cause", &cause)
	f.Required().Yuan("yuan", (*int64)(&s.Sum))
}

// MarshalJSON writes {"cause","yuan"}.
func (s Share) MarshalJSON() ([]byte, error) { return wire.Marshal(&s) }

// Fields names the fields of the wire format. A payment is not negative there.
func (e *Event) Fields(f *wire.Fields) {
	what, sum := "due", e.Sum
	switch {
	case e.Paid && e.Sum > 0:
		what = "returned"
	case e.Paid:
		what, sum = "paid", -e.Sum
	}
	cause := e.Cause.String()
	f.Required().Date("on", &e.On)
	f.Required().Text("what", &what)
	f.Text("cause", &cause)
	f.Required().Yuan("yuan", (*int64)(&sum))
}

// MarshalJSON writes {"on","what":"due|paid|returned","cause","yuan"}.
func (e Event) MarshalJSON() ([]byte, error) { return wire.Marshal(&e) }

// Fields names the fields of the wire format.
func (r *Row) Fields(f *wire.Fields) {
	f.Required().Date("month", &r.Month)
	r.Key.fields(f)
	wire.Nested(f.Required(), "due", &r.Due)
	f.Required().Yuan("paid", (*int64)(&r.Paid))
	f.Required().Yuan("difference", (*int64)(&r.Difference))
	wire.Each(f.Required(), "causes", &r.Causes)
	wire.Each(f.Required(), "events", &r.Events)
}

// MarshalJSON writes {"month","part","member","due","paid","difference","causes":[],"events":[]}.
func (r Row) MarshalJSON() ([]byte, error) { return wire.Marshal(&r) }

// Fields names the fields of the wire format.
func (t *Totals) Fields(f *wire.Fields) {
	f.Required().Yuan("due", (*int64)(&t.Due))
	f.Required().Word("bound", &t.Bound)
	f.Required().Yuan("paid", (*int64)(&t.Paid))
	f.Required().Yuan("underpaid", (*int64)(&t.Underpaid))
	f.Required().Yuan("overpaid", (*int64)(&t.Overpaid))
	f.Required().Yuan("open", (*int64)(&t.Open))
}

// MarshalJSON writes {"due","bound","paid","underpaid","overpaid","open"}.
func (t Totals) MarshalJSON() ([]byte, error) { return wire.Marshal(&t) }

// Fields names the fields of the wire format.
func (l *Ledger) Fields(f *wire.Fields) {
	f.Required().Text("id", &l.ID)
	f.Required().Date("known", &l.Known)
	f.Required().Date("from", &l.From)
	f.Required().Date("to", &l.To)
	wire.Each(f.Required(), "rows", &l.Rows)
	f.Required().Record("totals", true, &l.Totals)
	wire.Each(f.Required(), "causes", &l.Causes)
	wire.Nested(f.Required(), "readings", &l.Readings)
	wire.Texts(f.Required(), "unverified", &l.Unverified)
}

// MarshalJSON writes
// {"id","known","from","to","rows":[],"totals","causes":[],"readings","unverified":[]}.
func (l Ledger) MarshalJSON() ([]byte, error) { return wire.Marshal(&l) }
