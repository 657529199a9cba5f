package engine

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// need is a fact to be asked for: where it stands in the form, and how many parts of the decision
// turn on it.
type need struct {
	Path    string `json:"path"`
	Label   string `json:"label"`
	Member  string `json:"member,omitempty"`
	Settles int    `json:"settles"`
}

// place is a field of the form: of the household where the member is -1.
type place struct {
	field  fields.Field
	member int
}

func (p place) path() string {
	if p.member < 0 {
		return p.field.Name
	}
	return fmt.Sprintf("members[%d].%s", p.member, p.field.Name)
}

// ask lists the facts that still matter, those that settle most first: what undetermined parts wait
// for, and what else could change a part if it were stated.
func ask(set *standards.Set, h assistance.Household, d assistance.Decision, l standards.Lang) (needs, offers []need) {
	waiting := waitingFor(set, h, &d)
	for _, p := range unstated(&h) {
		one := need{Path: p.path(), Label: p.field.Label.In(l)}
		if p.member >= 0 {
			one.Member = h.Members[p.member].ID
		}
		if one.Settles = waiting[waitsFor{p.field.Fact, one.Member}]; one.Settles > 0 && p.field.Fact != 0 {
			needs = append(needs, one)
		} else if one.Settles = changed(set, &h, &d, p); one.Settles > 0 {
			offers = append(offers, one)
		}
	}
	bySettles := func(a, b need) int { return cmp.Compare(b.Settles, a.Settles) }
	slices.SortStableFunc(needs, bySettles)
	slices.SortStableFunc(offers, bySettles)
	return needs, offers
}

// waitsFor names a fact of a member, or of the household where the member is "".
type waitsFor struct {
	fact   benefit.Fact
	member string
}

// waitingFor counts, for each fact that is needed, the undetermined parts that wait for it.
func waitingFor(set *standards.Set, h assistance.Household, d *assistance.Decision) map[waitsFor]int {
	count := map[waitsFor]int{}
	for of, p := range d.Parts() {
		if p.Verdict != benefit.Undetermined {
			continue
		}
		needs, err := assistance.Needs(set, h, of)
		if err != nil {
			return count // of a household that was decided there is none
		}
		seen := map[waitsFor]bool{}
		for _, n := range needs {
			if one := (waitsFor{n.Fact, n.Member}); n.Fact != 0 && !seen[one] {
				seen[one] = true
				count[one]++
			}
		}
	}
	for _, n := range d.Needs { // what an amount waits for, whose verdict is settled
		if one := (waitsFor{n.Fact, n.Member}); n.Fact != 0 && count[one] == 0 {
			count[one] = len(n.For.List())
		}
	}
	return count
}

// unstated lists the fields that h does not state, apart from ids, and from further parts of a
// certificate that is not stated at all.
func unstated(h *assistance.Household) []place {
	var all []place
	for _, f := range assistance.Fields() {
		if f.Kind == fields.IDKind {
			continue
		}
		group, _, nested := strings.Cut(f.Name, ".")
		opening := firstOf(group)
		for member := range h.Members {
			p := place{f, member}
			if !f.OfMember {
				p.member = -1
			}
			if h.Get(f, member) == "" && (!nested || f.Name == opening.Name || h.Get(opening, member) != "") {
				all = append(all, p)
			}
			if !f.OfMember {
				break
			}
		}
	}
	return all
}

// changed counts the parts of d that would come out otherwise if p were stated in one way or
// another. A part that was not examined is not due, as one that is refused.
func changed(set *standards.Set, h *assistance.Household, d *assistance.Decision, p place) int {
	parts := map[benefit.PartOf]bool{}
	before := dueOf(d)
	for _, value := range tries(p.field, set.Day()) {
		tried := clone(h)
		if tried.Set(p.field, p.member, value) != nil || !complete(&tried, p) {
			continue
		}
		after, err := assistance.Assess(set, tried)
		if err != nil {
			continue // such as a relation that there is already
		}
		now := dueOf(&after)
		for of, due := range now {
			if before[of] != due {
				parts[of] = true
			}
		}
		for of, due := range before {
			if now[of] != due {
				parts[of] = true
			}
		}
	}
	return len(parts)
}

// dueOf returns the parts of d that are due or open.
func dueOf(d *assistance.Decision) map[benefit.PartOf]benefit.Part {
	due := map[benefit.PartOf]benefit.Part{}
	for of, p := range d.Parts() {
		if p.Verdict != benefit.Ineligible {
			due[of] = p
		}
	}
	return due
}

// complete states what a certificate has to state besides the field that is tried, as severe as can
// be, and reports whether it could.
func complete(h *assistance.Household, tried place) bool {
	group, _, nested := strings.Cut(tried.field.Name, ".")
	if !nested {
		return true
	}
	for _, f := range assistance.Fields() {
		if !f.Required || !strings.HasPrefix(f.Name, group+".") || h.Get(f, tried.member) != "" {
			continue
		}
		values := tries(f, standards.Date{})
		if len(values) == 0 || h.Set(f, tried.member, values[0]) != nil {
			return false
		}
	}
	return true
}

// firstOf is the field with which a group of fields begins.
func firstOf(group string) fields.Field {
	known := assistance.Fields()
	if i := slices.IndexFunc(known, func(f fields.Field) bool { return strings.HasPrefix(f.Name, group+".") }); i >= 0 {
		return known[i]
	}
	return fields.Field{}
}

// clone copies h as far as setting a field of it can reach.
func clone(h *assistance.Household) assistance.Household {
	c := *h
	c.Members = slices.Clone(h.Members)
	return c
}

// tries are the ways of stating a field that are tried: every word, and of what has no words the
// extremes.
func tries(f fields.Field, day standards.Date) []string {
	const large = `"yuan":"1000000","per":"month"`
	var all []string
	switch f.Kind {
	case fields.WordKind, fields.PlaceKind:
		for _, w := range f.Words {
			all = append(all, w.Word)
		}
	case fields.WordsKind:
		list := make([]string, len(f.Words))
		for i, w := range f.Words {
			list[i] = `"` + w.Word + `"`
		}
		all = []string{"[]", "[" + strings.Join(list, ",") + "]"}
	case fields.IncomesKind:
		all = []string{"[]"}
		for _, w := range f.Words {
			all = append(all, `[{"kind":"`+w.Word+`",`+large+`}]`)
		}
	case fields.AmountKind:
		all = []string{"{" + large + "}"}
	case fields.NumberKind:
		all = []string{"1", "2", "3", "4"}
	case fields.DateKind:
		if day.Valid() {
			all = []string{day.String(), day.AddDays(-500).String()}
		}
	}
	return all
}
