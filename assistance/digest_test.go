package assistance_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// variation sets one field of a household, or of its first member, to one of its values.
type variation struct {
	field string
	set   func(*assistance.Household)
}

// everyWord has a variation for each word of a field that takes one of a few.
func everyWord[T ~uint8](field string, last T, at func(*assistance.Household) *T) []variation {
	var all []variation
	for word := T(1); word <= last; word++ {
		all = append(all, variation{field, func(h *assistance.Household) { *at(h) = word }})
	}
	return all
}

// everyValue has a variation for each of these values of a field.
func everyValue[T any](field string, at func(*assistance.Household) *T, values ...T) []variation {
	var all []variation
	for _, value := range values {
		all = append(all, variation{field, func(h *assistance.Household) { *at(h) = value }})
	}
	return all
}

func variations() []variation {
	amounts := []standards.Amount{standards.Fen(0, standards.PerMonth), standards.Fen(0, standards.PerYear), standards.Fen(1, standards.PerMonth), standards.Fen(1, standards.PerYear),
		standards.Fen(128, standards.PerMonth), standards.Fen(100_000_000_000_00, standards.PerYear)}
	wages := func(n int64, per standards.Period, months int) assistance.Income {
		return assistance.Income{Kind: standards.Wages, Amount: standards.Fen(n, per), Months: months}
	}
	incomes := [][]assistance.Income{{}, {wages(0, standards.PerMonth, 0)}, {wages(0, standards.PerYear, 0)}, {wages(1, standards.PerMonth, 0)}, {wages(0, standards.PerMonth, 1)}, {wages(0, standards.PerMonth, 12)},
		{wages(1, standards.PerMonth, 0), wages(1, standards.PerMonth, 0)}, {{Kind: standards.Relief, Amount: standards.Fen(0, standards.PerMonth)}}}
	first := func(h *assistance.Household) *assistance.Member { return &h.Members[0] }
	var all []variation
	for _, these := range [][]variation{
		everyValue("id", func(h *assistance.Household) *string { return &h.ID }, "h", "h-1"),
		everyValue("division", func(h *assistance.Household) *standards.Place { return &h.Division }, standards.Hetang, standards.Yunlong, standards.Youxian),
		everyWord("residence", standards.Rural, func(h *assistance.Household) *standards.Residence { return &h.Residence }),
		everyWord("property", benefit.Over, func(h *assistance.Household) *benefit.Property { return &h.Property }),
		everyWord("onDibao", standards.No, func(h *assistance.Household) *standards.Answer { return &h.OnDibao }),
		everyValue("income", func(h *assistance.Household) *[]assistance.Income { return &h.Income }, incomes...),
		everyValue("jobCosts", func(h *assistance.Household) *standards.Amount { return &h.JobCosts }, amounts...),
		everyValue("weight", func(h *assistance.Household) *int { return &h.Weight }, 1, 2, 128, assistance.MaxWeight),
		{{"members", func(h *assistance.Household) {
			h.Members = append(h.Members, assistance.Member{ID: "second", Born: standards.Day(1980, time.May, 1)})
		}}},

		everyValue("member id", func(h *assistance.Household) *string { return &first(h).ID }, "b", "父"),
		everyValue("born", func(h *assistance.Household) *standards.Date { return &first(h).Born },
			standards.Day(1980, time.May, 2), standards.Day(1980, time.June, 1), standards.Day(1981, time.May, 1), standards.Day(1900, time.January, 1), standards.Day(1999, time.December, 31)),
		everyWord("member residence", standards.Rural, func(h *assistance.Household) *standards.Residence { return &first(h).Residence }),
		everyValue("member division", func(h *assistance.Household) *standards.Place { return &first(h).Division }, standards.Tianyuan, standards.Liling, standards.Elsewhere),
		everyWord("counted", standards.No, func(h *assistance.Household) *standards.Answer { return &first(h).Counted }),
		everyWord("relation", benefit.SupportedRelative, func(h *assistance.Household) *benefit.Relation { return &first(h).Relation }),
		everyWord("absence", benefit.Missing, func(h *assistance.Household) *benefit.Absence { return &first(h).Absence }),
		everyValue("member income", func(h *assistance.Household) *[]assistance.Income { return &first(h).Income }, incomes...),
		everyWord("member property", benefit.Over, func(h *assistance.Household) *benefit.Property { return &first(h).Property }),
		everyValue("disability", func(h *assistance.Household) *disability.Certificate { return &first(h).Disability },
			disability.Certificate{Category: disability.Visual, Grade: 1}, disability.Certificate{Category: disability.Visual, Grade: 2},
			disability.Certificate{Category: disability.Visual, Grade: 4}, disability.Certificate{Category: disability.Hearing, Grade: 1},
			disability.Certificate{Category: disability.Multiple, Grade: 1}, disability.Certificate{Category: disability.Visual, Grade: 1, LongTermCare: standards.Yes},
			disability.Certificate{Category: disability.Visual, Grade: 1, LongTermCare: standards.No},
			disability.Certificate{Category: disability.Multiple, Grade: 1, Components: []disability.Component{{Category: disability.Mental, Grade: 1}, {Category: disability.Hearing, Grade: 4}}},
			disability.Certificate{Category: disability.Multiple, Grade: 1, Components: []disability.Component{{Category: disability.Mental, Grade: 1}, {Category: disability.Visual, Grade: 4}}}),
		everyWord("seriousIllness", standards.No, func(h *assistance.Household) *standards.Answer { return &first(h).SeriousIllness }),
		everyWord("support", benefit.Capable, func(h *assistance.Household) *benefit.Support { return &first(h).Support }),
		everyValue("cannot", func(h *assistance.Household) *[]eldercare.Activity { return &first(h).Cannot },
			[]eldercare.Activity{}, []eldercare.Activity{eldercare.Eating}, []eldercare.Activity{eldercare.Bathing}, []eldercare.Activity{eldercare.Eating, eldercare.Bathing}),
		everyWord("selfCare", eldercare.None, func(h *assistance.Household) *eldercare.SelfCare { return &first(h).SelfCare }),
		everyWord("placement", benefit.InInstitution, func(h *assistance.Household) *benefit.Placement { return &first(h).Placement }),
		everyWord("workInjuryNursing", standards.No, func(h *assistance.Household) *standards.Answer { return &first(h).WorkInjuryNursing }),
		everyWord("childScheme", benefit.UnattendedToppedUp, func(h *assistance.Household) *benefit.ChildScheme { return &first(h).ChildScheme }),
		everyValue("livingAllowance", func(h *assistance.Household) *standards.Amount { return &first(h).LivingAllowance }, amounts...),
		everyValue("nursingAllowance", func(h *assistance.Household) *standards.Amount { return &first(h).NursingAllowance }, amounts...),
	} {
		all = append(all, these...)
	}
	return all
}

// Households that differ in any one field, or in any two, have different digests: a list that is empty differs from one that is not stated.
func TestDifferentHouseholdsHaveDifferentDigests(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	seen := map[standards.Digest]string{}
	try := func(changes ...variation) {
		h := assistance.Household{Division: standards.Tianyuan, Members: []assistance.Member{{ID: "a", Born: standards.Day(1980, time.May, 1)}}}
		for _, change := range changes {
			change.set(&h)
		}
		digest, err := assistance.Check(set, h)
		if err != nil {
			return // self-care that contradicts the activities
		}
		described := fmt.Sprintf("%#v", h)
		if held, ok := seen[digest]; ok {
			require.Equal(t, held, described)
		}
		seen[digest] = described
	}
	all := variations()
	try()
	for i, one := range all {
		try(one)
		for _, other := range all[i+1:] {
			if one.field != other.field {
				try(one, other)
			}
		}
	}
	require.Greater(t, len(seen), 4000)
}

// Of generated households two have one digest only if they are one household.
func TestGeneratedHouseholdsHaveOneDigestEach(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	g := assistancetest.NewGenerator(7)
	digests, texts := map[standards.Digest]string{}, map[string]standards.Digest{}
	for range 20_000 {
		h := g.Household(set)
		digest, err := assistance.Check(set, h)
		require.NoError(t, err)
		text, err := json.Marshal(h)
		require.NoError(t, err)
		if held, ok := digests[digest]; ok {
			require.Equal(t, held, string(text))
		}
		if held, ok := texts[string(text)]; ok {
			require.Equal(t, held, digest)
		}
		digests[digest], texts[string(text)] = string(text), digest
	}
}
