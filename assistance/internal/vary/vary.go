// Package vary makes a household that differs from another in one thing. The what-if functions and
// the invariants vary households with it.
//
// Facts are varied through [assistance.Fields]: a fact that is added there is varied without a line
// here. The household that is varied stays as it is.
package vary

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Member returns h with member i changed.
func Member(h *assistance.Household, i int, change func(*assistance.Member)) assistance.Household {
	varied := *h
	varied.Members = slices.Clone(h.Members)
	change(&varied.Members[i])
	return varied
}

// Field returns h with a field stated as a text, as by [assistance.Household.Set]; "" takes back
// what was stated. It returns false if the field does not take the text.
func Field(h *assistance.Household, f fields.Field, member int, text string) (assistance.Household, bool) {
	varied := *h
	varied.Members = slices.Clone(h.Members)
	err := varied.Set(f, member, text)
	return varied, err == nil
}

// FieldOf returns the field, of a household or of a member, that states a fact in one word or one
// amount, and false if there is none.
func FieldOf(known []fields.Field, fact benefit.Fact, ofMember bool) (fields.Field, bool) {
	for _, f := range known {
		isOne := f.Kind == fields.WordKind || f.Kind == fields.AmountKind
		if isOne && f.Fact == fact && f.OfMember == ofMember && fact != 0 {
			return f, true
		}
	}
	return fields.Field{}, false
}

// Words returns h with a field stated as each of the words that it takes, none if it is stated
// already or takes no words.
func Words(h *assistance.Household, f fields.Field, member int) []assistance.Household {
	if f.Kind != fields.WordKind || h.Get(f, member) != "" {
		return nil
	}
	var all []assistance.Household
	for _, word := range f.Words {
		if varied, ok := Field(h, f, member, word.Word); ok {
			all = append(all, varied)
		}
	}
	return all
}
