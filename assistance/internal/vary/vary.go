// Package vary makes a household that differs from another in one thing. The what-if functions and the
// invariants vary households with it.
//
// Facts are varied through [assistance.Fields]: a fact that is added there is varied without a line
// here. The household that is varied stays as it is.
package vary

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Member returns h with member i changed.
func Member(h *assistance.Household, i int, change func(*assistance.Member)) assistance.Household {
	varied := *h
	varied.Members = slices.Clone(h.Members)
	change(&varied.Members[i])
	return varied
}

// Field returns h with a field stated as a text, as by [assistance.Field.Set]; "" takes back what was
// stated. It returns false if the field does not take the text.
func Field(h *assistance.Household, f assistance.Field, member int, text string) (assistance.Household, bool) {
	varied := *h
	varied.Members = slices.Clone(h.Members)
	err := f.Set(&varied, member, text)
	return varied, err == nil
}

// FieldOf returns the field, of a household or of a member, that states a fact in one word or one
// amount, and false if there is none.
func FieldOf(fields []assistance.Field, fact benefit.Fact, ofMember bool) (assistance.Field, bool) {
	for _, f := range fields {
		isOne := f.Kind == assistance.WordKind || f.Kind == assistance.AmountKind
		if isOne && f.Fact == fact && f.OfMember == ofMember && fact != 0 {
			return f, true
		}
	}
	return assistance.Field{}, false
}

// Words returns h with a field stated as each of the words that it takes, none if it is stated already
// or takes no words.
func Words(h *assistance.Household, f assistance.Field, member int) []assistance.Household {
	if f.Kind != assistance.WordKind || f.Get(h, member) != "" {
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
