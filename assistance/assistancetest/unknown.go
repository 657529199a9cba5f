package assistancetest

import (
	"iter"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/vary"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// unlisted are the fields that may turn a decision without having been needed or assumed in it, and
// what the law takes while they are not stated.
var unlisted = map[string]string{
	"id":                         "decides nothing",
	"division":                   "required",
	"income":                     "the household as such has none; members have incomes",
	"jobCosts":                   "a claim: not examined",
	"rigidCosts":                 "a claim: not examined",
	"weight":                     "decides nothing",
	"member.id":                  "required",
	"member.born":                "required",
	"member.residence":           "the household's kind of hukou; of all who state none it is one and the same",
	"member.division":            "the household's place",
	"member.relation":            "counted, as a member of the household handed in",
	"member.counted":             "by the relation; where that leaves it open, every way is decided",
	"member.absence":             "not away",
	"member.seriousIllness":      "a claim: not examined",
	"member.disability.category": "a claim: not examined",
	"member.disability.grade":    "a claim: not examined",
}

// listedFields returns all other fields. While one of them is not stated, no part is decided
// otherwise than it could be with it, unless the decision lists under what the fact was assumed.
func listedFields() []fields.Field {
	return slices.DeleteFunc(assistance.Fields(), func(f fields.Field) bool {
		name := f.Name
		if f.OfMember {
			name = "member." + name
		}
		_, ok := unlisted[name]
		return ok
	})
}

// statedField is a field of a household, or of one of its members.
type statedField struct {
	field  fields.Field
	member int
}

// lessKnown yields h with one of the listed fields not stated that h states.
func (c *checker) lessKnown(h *assistance.Household) iter.Seq2[statedField, assistance.Household] {
	return func(yield func(statedField, assistance.Household) bool) {
		for _, f := range c.listed {
			for i := range h.Members {
				if !f.OfMember && i > 0 || !h.Stated(f, i) || isOfSoleOver(h, f) {
					continue
				}
				if less, ok := vary.Field(h, f, i, ""); ok && !yield(statedField{f, i}, less) {
					return
				}
			}
		}
	}
}

// isOfSoleOver reports whether a field is the own property of the only member of a household whose
// property is over the limit: that is then the member's, and not listed.
func isOfSoleOver(h *assistance.Household, f fields.Field) bool {
	return f.OfMember && f.Fact == benefit.PropertyFact && len(h.Members) == 1 && h.Property == benefit.Over
}

// reversedParts lists the parts that are eligible in one decision and ineligible in the other.
func reversedParts(before, after *assistance.Decision) (list []benefit.PartOf) {
	for of, p := range before.Parts() {
		pair := [2]benefit.Verdict{p.Verdict, after.Part(of).Verdict}
		if pair == [2]benefit.Verdict{benefit.Eligible, benefit.Ineligible} ||
			pair == [2]benefit.Verdict{benefit.Ineligible, benefit.Eligible} {
			list = append(list, of)
		}
	}
	return list
}

// assumes reports whether d lists a field, of the household or of a member, as taken for something.
func assumes(d *assistance.Decision, f fields.Field, member string) bool {
	fact := f.Fact
	if f.OfMember && fact == benefit.PropertyFact {
		fact = benefit.OwnPropertyFact
	}
	return slices.ContainsFunc(d.Assumed, func(a benefit.Assumption) bool {
		return fact != 0 && a.Fact == fact && (len(a.Members) == 0 || slices.Contains(a.Members, member))
	})
}
