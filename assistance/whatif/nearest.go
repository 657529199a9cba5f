package whatif

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// RemedyKind says what would have to be otherwise.
type RemedyKind uint8

const (
	IncomeBelow   RemedyKind = iota + 1 // an income, strictly below an amount a year
	FromDate                            // the day, from a date on
	FactOtherwise                       // a fact that is stated and refuses
	FactStated                          // a fact that is missing
	FigureStated                        // a figure that is missing, above an amount if one is given
)

var remedyWords = [...]string{"", "income-below", "from-date", "fact-otherwise", "fact-stated", "figure-stated"}

// String returns the word of the wire formats.
func (k RemedyKind) String() string {
	return lang.Word(remedyWords[:], int(k))
}

// MarshalText implements encoding.TextMarshaler.
func (k RemedyKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *RemedyKind) UnmarshalText(text []byte) error {
	return wire.ReadWord(k, text, remedyWords[:])
}

// Remedy is one thing that would have to be otherwise.
type Remedy struct {
	Kind   RemedyKind `json:"kind"`
	Member string     `json:"member,omitempty"` // whose income, fact or age; empty: the household's
	// Residence says that the income is that of the counted members of this kind of hukou alone.
	Residence standards.Residence `json:"residence,omitzero"`
	// Amount is the limit: the income must be below it, another allowance not above it, the figure
	// above it.
	Amount standards.Amount `json:"amount,omitzero"`
	Date   standards.Date   `json:"date,omitzero"`
	Until  standards.Date   `json:"until,omitzero"` // the first day on which it is no longer due; zero: none is known
	Age    int              `json:"age,omitzero"`   // in years, reached on Date if the rules stay as they are
	Fact   benefit.Fact     `json:"fact,omitzero"`
	Figure benefit.Figure   `json:"figure,omitzero"`
}

// Way is one way in which a part that is refused or undetermined would be due: all of its changes
// together, and nothing else changed. If facts or figures are to be stated among them, the part can
// then be decided and is not yet due.
type Way struct {
	Part    benefit.Name `json:"part"`
	Member  string       `json:"member,omitempty"`
	Changes []Remedy     `json:"changes"`
}

// Nearest names the nearest ways in which the parts of h's decision would be due.
//
// For every part that is refused they are the income below which it would be due, the fact that
// stands against it, the age to be reached, and apart from these the next day on which it is due
// because a rule changes or someone has a birthday. For every part that is undetermined they are
// the facts and figures that it waits for; a part that is refused lists these beside the changes if
// it would wait for them then. Parts that nothing near would change are left out, such as those
// refused by the grade of a certificate.
//
// The income of a household is the one that counts for dibao, after costs, with the same members
// counted; where counting is open, the one in every way. The household is decided with each way's
// changes made, and what would not make the part due then is left out. Nearest also decides h for
// every day in the span on which something changes, so it is not meant for caseloads. It reports
// [assistance.Errors] if h cannot be used.
func Nearest(set *standards.Set, h assistance.Household) ([]Way, error) {
	d, err := assistance.Explain(set, h)
	if err != nil {
		return nil, err
	}
	n := nearest{set: set, h: &h, d: &d}
	var ways []Way
	for of, p := range d.Parts() {
		var list []Remedy
		switch p.Verdict {
		case benefit.Ineligible:
			list = n.refused(of)
		case benefit.Undetermined:
			list = n.waiting(h, of)
		}
		if len(list) > 0 {
			ways = append(ways, Way{of.Part, of.Member, list})
		}
	}
	return append(ways, n.dates(ways)...), nil
}

type nearest struct {
	set *standards.Set
	h   *assistance.Household
	d   *assistance.Decision

	trials []*trial
	fields []fields.Field // listed when the first fact is changed
}

// waiting lists what an undetermined part of h waits for.
func (n *nearest) waiting(h assistance.Household, of benefit.PartOf) []Remedy {
	var list []Remedy
	needs, _ := assistance.Needs(n.set, h, of) // h was decided before
	for _, need := range needs {
		r := Remedy{Kind: FactStated, Member: need.Member, Fact: need.Fact}
		if need.Fact == 0 {
			r = Remedy{Kind: FigureStated, Figure: need.Figure, Amount: need.Above}
		}
		list = merge(list, []Remedy{r}) // of two amounts for a figure the lower: from there on something changes
	}
	return list
}

// refused lists what would have to be otherwise for a part that is refused, nil if that is nothing
// near. The living subsidy follows single-person cover or dibao: the first of them that is near is
// taken.
func (n *nearest) refused(of benefit.PartOf) []Remedy {
	list, followsDibao := n.conditions(of.Part, of.Member)
	if !followsDibao {
		return n.nearer(of, list)
	}
	m := n.h.Member(of.Member)
	if all := n.complete(of, join(list, n.ofLowIncome(m))); all != nil {
		return all
	}
	return n.complete(of, join(list, n.ofDibao(m)))
}

// nearer is complete, but leaves out the incomes where the part is due without a change of them:
// where property refuses a household on dibao, say, whose grace period runs.
func (n *nearest) nearer(of benefit.PartOf, list []Remedy) []Remedy {
	isIncome := func(r Remedy) bool { return r.Kind == IncomeBelow }
	rest := slices.DeleteFunc(slices.Clone(list), isIncome)
	if len(rest) > 0 && len(rest) < len(list) {
		all := n.complete(of, rest)
		if all != nil && !slices.ContainsFunc(all, isStated) {
			return all
		}
	}
	return n.complete(of, list)
}

// isStated reports whether a fact or a figure is to be stated.
func isStated(r Remedy) bool { return r.Kind == FactStated || r.Kind == FigureStated }

// conditions lists what would have to be otherwise for the conditions that refuse a part, nil if
// that is nothing near. It reports whether the part is also refused by the dibao that it follows,
// of which it lists nothing.
func (n *nearest) conditions(name benefit.Name, id string) (list []Remedy, followsDibao bool) {
	list = []Remedy{}
	for _, s := range n.d.Steps {
		isRefusal := s.Part == name && s.Member == id && s.Result == benefit.ResultNotMet
		switch {
		case !isRefusal || s.Code == benefit.StepDibaoIncome:
		case s.Code == benefit.StepLivingDibao:
			followsDibao = true
		default:
			more, possible := n.remedy(&s)
			if !possible {
				return nil, false
			}
			list = merge(list, more)
		}
	}
	if name == benefit.Dibao {
		list = merge(n.dibaoIncome("", func(standards.Residence) standards.Residence { return 0 }), list)
	}
	return list, followsDibao
}

// join merges two lists, nil if one of them is.
func join(list, more []Remedy) []Remedy {
	if list == nil || more == nil {
		return nil
	}
	return merge(slices.Clone(list), more)
}

// merge adds remedies to a list. Of two for one income it keeps the lower amount, which suffices
// for both.
func merge(list, more []Remedy) []Remedy {
	for _, r := range more {
		i := slices.IndexFunc(list, func(old Remedy) bool {
			return old.Kind == r.Kind && old.Member == r.Member && old.Residence == r.Residence &&
				old.Fact == r.Fact && old.Figure == r.Figure && old.Date == r.Date
		})
		switch {
		case i < 0:
			list = append(list, r)
		case r.Amount.Stated() && r.Amount.Compare(list[i].Amount) < 0:
			list[i].Amount = r.Amount
		}
	}
	return list
}

// dates lists, for each refused part, the next day on which it is due with nothing else changed and
// until when, unless a way says so already.
func (n *nearest) dates(said []Way) []Way {
	var ways []Way // in the order of the days
	var parts []benefit.PartOf
	for of, p := range n.d.Parts() {
		if p.Verdict == benefit.Ineligible {
			parts = append(parts, of)
		}
	}
	for _, day := range n.days() {
		set, err := n.set.Tables().At(day)
		if err != nil {
			break
		}
		then, err := assistance.Assess(set, *n.h)
		if err != nil {
			continue
		}
		for _, of := range parts {
			ways = dueFrom(ways, of, day, then.Part(of).Verdict == benefit.Eligible)
		}
	}
	return slices.DeleteFunc(ways, func(w Way) bool {
		return slices.ContainsFunc(said, func(s Way) bool {
			return s.Part == w.Part && s.Member == w.Member && len(s.Changes) == 1 && s.Changes[0].Date == w.Changes[0].Date
		})
	})
}

// dueFrom adds to ways that a part is due from the day on, if none of them says so yet, or states
// on which day it ends.
func dueFrom(ways []Way, of benefit.PartOf, day standards.Date, due bool) []Way {
	i := slices.IndexFunc(ways, func(w Way) bool { return w.Part == of.Part && w.Member == of.Member })
	switch {
	case i < 0 && due:
		return append(ways, Way{of.Part, of.Member, []Remedy{{Kind: FromDate, Date: day}}})
	case i >= 0 && !due && ways[i].Changes[0].Until.IsZero():
		ways[i].Changes[0].Until = day
	}
	return ways
}

// days lists the days after that of the set on which something may change by itself: a rule, a
// member's age, or the grace period.
func (n *nearest) days() []standards.Date {
	_, last := standards.Span()
	var days []standards.Date
	add := func(d standards.Date) {
		if n.set.Day().Before(d) && !last.Before(d) {
			days = append(days, d)
		}
	}
	ages := []int{law.IncomeAsked}
	for _, row := range n.set.Tables().All() {
		add(row.From)
		add(row.Until)
		switch {
		case row.Key.Info().Form&standards.Age != 0:
			ages = append(ages, row.Number.Int())
		case row.Key == standards.Key(standards.GraceMonths) && !n.h.OverLineSince.IsZero():
			add(n.h.OverLineSince.AddMonths(row.Number.Int()))
		}
	}
	add(standards.WorkPoints2020.Info().Issued) // by one reading its figures are those from that day on (R5)
	for _, o := range n.set.Tables().Overlays() {
		if !o.Carry.IsZero() {
			add(o.Carry.Next())
		}
	}
	for i := range n.h.Members {
		for _, age := range ages {
			add(n.h.Members[i].Born.Birthday(age))
		}
	}
	slices.SortFunc(days, standards.Date.Compare)
	return slices.Compact(days)
}
