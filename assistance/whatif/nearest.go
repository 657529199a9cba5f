package whatif

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
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
	if int(k) < len(remedyWords) {
		return remedyWords[k]
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler.
func (k RemedyKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *RemedyKind) UnmarshalText(text []byte) error {
	if i := slices.Index(remedyWords[:], string(text)); i > 0 {
		*k = RemedyKind(i)
		return nil
	}
	return &standards.WordError{Text: string(text)}
}

// Remedy is one thing that would have to be otherwise.
type Remedy struct {
	Kind   RemedyKind `json:"kind"`
	Member string     `json:"member,omitempty"` // whose income, fact or age; empty: the household's
	// Residence says that the income is that of the counted members of this kind of hukou alone.
	Residence standards.Residence `json:"residence,omitzero"`
	// Amount is the limit: the income must be below it, another allowance not above it, the figure above it.
	Amount standards.Amount `json:"amount,omitzero"`
	Date   standards.Date   `json:"date,omitzero"`
	Age    int              `json:"age,omitzero"` // in years, reached on Date if the rules stay as they are
	Fact   benefit.Fact     `json:"fact,omitzero"`
	Figure benefit.Figure   `json:"figure,omitzero"`
}

// Way is one way in which a part that is refused or undetermined would be due: all of its changes
// together, and nothing else changed. If something else leaves the part open, it is then undetermined
// and no longer refused.
type Way struct {
	Part    benefit.Name `json:"part"`
	Member  string       `json:"member,omitempty"`
	Changes []Remedy     `json:"changes"`
}

// Nearest names the nearest ways in which the parts of h's decision would be due.
//
// For every part that is refused they are the income below which it would be due, the fact that stands
// against it, the age to be reached, and apart from these the next day on which it is due because a rule
// changes or someone has a birthday. For every part that is undetermined they are the facts and figures
// that it waits for. Parts that nothing near would change are left out, such as those refused by the
// grade of a certificate.
//
// The income of a household is the one that counts for dibao, after job costs, with the same members
// counted. Nearest decides h for every day in the span on which something changes, so it is not meant
// for caseloads. It reports [assistance.Errors] if h cannot be used.
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
			if list = n.refused(of.Part, of.Member); !n.suffices(of, list) {
				list = nil
			}
		case benefit.Undetermined:
			list = n.waiting(of)
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
}

// waiting lists what an undetermined part waits for.
func (n *nearest) waiting(of benefit.PartOf) []Remedy {
	var list []Remedy
	needs, _ := assistance.Needs(n.set, *n.h, of) // h was decided before
	for _, need := range needs {
		r := Remedy{Kind: FactStated, Member: need.Member, Fact: need.Fact}
		if need.Fact == 0 {
			r = Remedy{Kind: FigureStated, Figure: need.Figure, Amount: need.Above}
		}
		list = merge(list, []Remedy{r}) // of two amounts for a figure the lower: from there on something changes
	}
	return list
}

// refused lists what would have to be otherwise for a part that is refused, nil if that is nothing near.
// Where costs are taken off and it is open who counts, no limit of income holds in every way.
func (n *nearest) refused(name benefit.Name, id string) []Remedy {
	if (n.h.JobCosts.Stated() || n.h.RigidCosts.Stated()) && slices.ContainsFunc(n.d.Steps, func(s benefit.Step) bool { return len(s.Out) > 0 }) {
		return nil
	}
	var list []Remedy
	for _, s := range n.d.Steps {
		isRefusal := s.Part == name && s.Member == id && s.Result == benefit.ResultNotMet
		if !isRefusal || s.Code == benefit.StepDibaoIncome {
			continue
		}
		more, possible := n.remedy(&s)
		if !possible {
			return nil
		}
		list = merge(list, more)
	}
	if name == benefit.Dibao {
		list = merge(n.dibaoIncome("", func(standards.Residence) standards.Residence { return 0 }), list)
	}
	return list
}

// suffices decides again with the facts of list as they would have to be. It reports whether the part is
// no longer refused, or if an income or an age would have to change as well, whether it is still
// examined.
func (n *nearest) suffices(of benefit.PartOf, list []Remedy) bool {
	h := *n.h
	hasMore := false
	var known []fields.Field
	for _, r := range list {
		if r.Kind != FactOtherwise {
			hasMore = true
			continue
		}
		if known == nil {
			known = assistance.Fields()
		}
		h = correct(&h, r, known)
	}
	d, err := assistance.Assess(n.set, h)
	verdict := d.Part(of).Verdict
	return err == nil && (verdict == benefit.Eligible || verdict == benefit.Undetermined || hasMore && verdict == benefit.Ineligible)
}

// merge adds remedies to a list. Of two for one income it keeps the lower amount, which suffices for
// both.
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

// dates lists, for each refused part, the next day on which it is due with nothing else changed, unless
// a way says so already.
func (n *nearest) dates(said []Way) []Way {
	isOpen := map[benefit.PartOf]bool{}
	var parts []benefit.PartOf
	for of, p := range n.d.Parts() {
		if p.Verdict == benefit.Ineligible {
			parts = append(parts, of)
			isOpen[of] = true
		}
	}
	var ways []Way
	for _, day := range n.days() {
		if len(isOpen) == 0 {
			break
		}
		set, err := n.set.Tables().At(day)
		if err != nil {
			break
		}
		then, err := assistance.Assess(set, *n.h)
		if err != nil {
			continue
		}
		for _, of := range parts {
			if !isOpen[of] || then.Part(of).Verdict != benefit.Eligible {
				continue
			}
			delete(isOpen, of)
			isSaid := func(w Way) bool {
				return w.Part == of.Part && w.Member == of.Member && len(w.Changes) == 1 && w.Changes[0].Date == day
			}
			if !slices.ContainsFunc(said, isSaid) {
				ways = append(ways, Way{of.Part, of.Member, []Remedy{{Kind: FromDate, Date: day}}})
			}
		}
	}
	return ways
}

// days lists the days after that of the set on which a rule changes, or a member reaches an age that a
// rule names.
func (n *nearest) days() []standards.Date {
	_, last := standards.Span()
	var days []standards.Date
	add := func(d standards.Date) {
		if n.set.Day().Before(d) && !last.Before(d) {
			days = append(days, d)
		}
	}
	for _, row := range n.set.Tables().All() {
		add(row.From)
		add(row.Until)
		if row.Key.Info().Form&standards.Age != 0 {
			for i := range n.h.Members {
				add(n.h.Members[i].Born.Birthday(row.Number.Int()))
			}
		}
	}
	slices.SortFunc(days, standards.Date.Compare)
	return slices.Compact(days)
}
