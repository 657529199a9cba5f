package whatif_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// How many households TestNearestIsRight asks about. NEAREST_HOUSEHOLDS in the environment asks for another number, such as 300000.
const (
	nearestHouseholds      = 6_000
	nearestHouseholdsShort = 1_500
	nearestPerSet          = 20
)

func nearestCount() int {
	if n, err := strconv.Atoi(os.Getenv("NEAREST_HOUSEHOLDS")); err == nil {
		return n
	}
	if testing.Short() {
		return nearestHouseholdsShort
	}
	return nearestHouseholds
}

// advice is one way that Nearest names, of a household.
type advice struct {
	g   *assistancetest.Generator
	set *standards.Set
	h   assistance.Household
	d   assistance.Decision // of h as it is, with steps
	way whatif.Way
}

// state states a fact as a remedy would have it.
func state(h *assistance.Household, r whatif.Remedy) {
	m := &assistance.Member{}
	if r.Member != "" {
		m = memberOf(h, r.Member)
	}
	switch {
	case r.Fact == benefit.LowIncomePropertyFact:
		h.LowIncomeProperty = benefit.Within
	case r.Fact == benefit.PropertyFact && r.Member == "":
		h.Property = benefit.Within
	case r.Fact == benefit.PropertyFact:
		m.Property = benefit.Within
	case r.Fact == benefit.SupportFact:
		m.Support = benefit.NoSupporters
	case r.Fact == benefit.ChildSchemeFact:
		m.ChildScheme = 0
	case r.Fact == benefit.WorkInjuryNursingFact:
		m.WorkInjuryNursing = standards.No
	case r.Fact == benefit.LongTermCareFact:
		m.Disability.LongTermCare = standards.Yes
	case r.Fact == benefit.LivingAllowanceFact:
		m.LivingAllowance = r.Amount
	case r.Fact == benefit.NursingAllowanceFact:
		m.NursingAllowance = r.Amount
	}
}

// isLimit reports whether a remedy is an income that must be below a limit, or a day that must be reached.
func isLimit(r whatif.Remedy) bool { return r.Kind == whatif.IncomeBelow || r.Kind == whatif.FromDate }

// apply makes the changes of the way, with each income so many fen below its limit, each age reached or, where none are below, missed by
// a day. It reports false where incomes cannot be brought there.
func (a *advice) apply(t *testing.T, below int64) (*standards.Set, assistance.Household, bool) {
	set, h := a.set, a.h
	h.Members = slices.Clone(h.Members)
	for _, r := range a.way.Changes {
		switch {
		case r.Kind == whatif.FactOtherwise:
			state(&h, r)
		case r.Kind == whatif.FromDate && r.Age == 0:
			day := r.Date
			if below < 1 {
				day = day.Previous()
			}
			then, err := set.Tables().At(day)
			require.NoError(t, err)
			set = then
		case r.Kind == whatif.FromDate:
			m := memberOf(&h, r.Member)
			assert.Equal(t, r.Age, m.Born.AgeOn(r.Date))
			assert.Equal(t, r.Age-1, m.Born.AgeOn(r.Date.Previous()))
			m.Born = set.Day()
			m.Born.Year -= r.Age
			if !m.Born.Valid() {
				return set, h, false
			}
			if below < 1 {
				m.Born = m.Born.Next()
			}
		}
	}
	for _, own := range []bool{true, false} {
		for _, r := range a.way.Changes {
			if r.Kind == whatif.IncomeBelow && own == (r.Member != "") && !a.lower(t, set, &h, r, r.Amount.Annual()-below) {
				return set, h, false
			}
		}
	}
	return set, h, true
}

// limited is the income that a remedy limits: the member's own that counts for the part, or the highest that counts for dibao in a way
// of what is open.
func (a *advice) limited(t *testing.T, set *standards.Set, h *assistance.Household, r whatif.Remedy) int64 {
	if r.Member != "" {
		m, not := memberOf(h, r.Member), law.Of(set).NotIncome(h.Division)
		lists := []standards.IncomeKinds{not.Tekun}
		if a.way.Part != benefit.Tekun {
			lists = not.Dibao[:]
			if own := h.ResidenceOf(m); own != 0 {
				lists = lists[own-1 : own]
			}
		}
		most := int64(0)
		for _, list := range lists {
			sum := int64(0)
			for _, in := range m.Income {
				if list&standards.IncomeKinds(0).With(in.Kind) == 0 {
					sum += in.Annual()
				}
			}
			most = max(most, sum)
		}
		return most
	}
	d, err := assistance.Explain(set, *h)
	require.NoError(t, err)
	most := int64(0)
	for _, s := range d.Steps {
		if s.Code == benefit.StepIncomeOf && (r.Residence == 0 || r.Residence == s.Residence) {
			most = max(most, s.Value.Amount.Annual())
		}
	}
	return most
}

// lower takes parts of incomes away, of one taken at random after the other, until the income that r limits comes to the goal.
func (a *advice) lower(t *testing.T, set *standards.Set, h *assistance.Household, r whatif.Remedy, goal int64) bool {
	var incomes []*assistance.Income
	own := func(list *[]assistance.Income) {
		*list = slices.Clone(*list)
		for i := range *list {
			incomes = append(incomes, &(*list)[i])
		}
	}
	for i := range h.Members {
		if m := &h.Members[i]; r.Member == "" || m.ID == r.Member {
			own(&m.Income)
		}
	}
	if r.Member == "" {
		own(&h.Income)
	}
	for tries := 0; len(incomes) > 0 && tries < 200; tries++ {
		over := a.limited(t, set, h, r) - goal
		if over <= 0 {
			return over == 0
		}
		in := incomes[a.g.Intn(len(incomes))]
		less := min(over, in.Annual())
		if a.g.Intn(3) == 0 {
			less = (less + 1) / 2
		}
		before := *in
		in.Amount, in.Months = standards.Fen(in.Annual()-less, standards.PerYear), 0
		if a.limited(t, set, h, r) == over+goal {
			*in = before // it does not count
		}
	}
	return a.limited(t, set, h, r) == goal
}

// sameTekun reports whether the same members are left out of dibao as before, for their tekun.
func sameTekun(a, b *assistance.Decision) bool {
	return slices.EqualFunc(a.Members, b.Members, func(x, y assistance.MemberDecision) bool { return x.Tekun.Verdict == y.Tekun.Verdict })
}

// waysOpen reports whether the decision is taken in several ways of what is open.
func waysOpen(d *assistance.Decision) bool {
	return slices.ContainsFunc(d.Steps, func(s benefit.Step) bool { return s.Code == benefit.StepWay })
}

// stated lists the facts and figures that the way wants to be stated.
func stated(changes []whatif.Remedy) (list []whatif.Remedy) {
	for _, r := range changes {
		if r.Kind == whatif.FactStated || r.Kind == whatif.FigureStated {
			list = append(list, r)
		}
	}
	return list
}

// checkKept checks that the part is due with the changes made, or where facts are to be stated that it waits for these alone.
func (a *advice) checkKept(t *testing.T, counts map[string]int) {
	of := benefit.PartOf{Part: a.way.Part, Member: a.way.Member}
	set, h, ok := a.apply(t, 1)
	if !ok {
		counts["not applied"]++
		return
	}
	then, err := assistance.Assess(set, h)
	require.NoError(t, err)
	open := stated(a.way.Changes)
	verdict := then.Part(of).Verdict
	switch {
	case verdict == benefit.Eligible:
		counts["eligible"]++
	case verdict == benefit.Undetermined && len(open) > 0:
		counts["undetermined"]++
		if slices.ContainsFunc(a.way.Changes, func(r whatif.Remedy) bool { return r.Kind == whatif.IncomeBelow }) && waysOpen(&a.d) {
			return // for what it waits goes by whose income it is that falls
		}
		needs, err := assistance.Needs(set, h, of)
		require.NoError(t, err)
		for _, n := range needs {
			assert.True(t, slices.ContainsFunc(open, func(r whatif.Remedy) bool {
				return r.Fact == n.Fact && r.Member == n.Member && r.Figure == n.Figure
			}), "%s: waits for %v", a.way.Text(benefit.English), n)
		}
	case !sameTekun(&a.d, &then):
		counts["others count"]++
	case waysOpen(&a.d) && (of.Part == benefit.LowIncome || of.Part == benefit.SinglePerson) && then.Dibao.Verdict != benefit.Ineligible:
		counts["dibao instead"]++ // in the ways in which fewer count their income may fall below the line
	default:
		assert.Fail(t, verdict.String(), a.way.Text(benefit.English))
	}
}

// checkNearest checks that a fen more, or a day less, is not enough, where one limit stands in the way, and nothing is open.
func (a *advice) checkNearest(t *testing.T, counts map[string]int) {
	of := benefit.PartOf{Part: a.way.Part, Member: a.way.Member}
	limits := 0
	for _, r := range a.way.Changes {
		if isLimit(r) {
			limits++
		}
	}
	byGrade := a.way.Part == benefit.Living && a.set.Choice(standards.LivingGradeReading) == standards.LivingGradesOneOrTwo
	if limits != 1 || waysOpen(&a.d) || byGrade {
		return // by grade alone it is due to whoever is left without wages
	}
	set, h, ok := a.apply(t, 0)
	if !ok {
		return
	}
	over, err := assistance.Assess(set, h)
	require.NoError(t, err)
	alone := a.way.Part == benefit.Living && over.Part(benefit.PartOf{Part: benefit.SinglePerson, Member: a.way.Member}).Verdict != benefit.NotExamined
	if alone || !sameTekun(&a.d, &over) {
		return // above the line the member may be covered alone
	}
	counts["nearest"]++
	assert.NotEqual(t, benefit.Eligible, over.Part(of).Verdict, "%s: a fen more, or a day less, is enough", a.way.Text(benefit.English))
}

// checkUntil checks that the part is due on each day on which a rule changes until the day that the way names, and not on that.
func (a *advice) checkUntil(t *testing.T) {
	r := a.way.Changes[0]
	if len(a.way.Changes) != 1 || r.Kind != whatif.FromDate || r.Age != 0 {
		return
	}
	for _, day := range []standards.Date{standards.Day(2020, 6, 3), standards.Day(2020, 8, 25), standards.Day(2020, 11, 1), standards.Day(2021, 1, 1),
		standards.Day(2021, 7, 1), standards.Day(2022, 1, 1), standards.Day(2022, 10, 19), r.Until} {
		if day.Before(r.Date) || day.IsZero() {
			continue
		}
		set, err := a.set.Tables().At(day)
		require.NoError(t, err)
		then, err := assistance.Assess(set, a.h)
		require.NoError(t, err)
		due := then.Part(benefit.PartOf{Part: a.way.Part, Member: a.way.Member}).Verdict == benefit.Eligible
		switch {
		case day == r.Until:
			assert.False(t, due, "%s: still due on %s", a.way.Text(benefit.English), day)
		case r.Until.IsZero() || day.Before(r.Until):
			assert.True(t, due, "%s: not due on %s", a.way.Text(benefit.English), day)
		}
	}
}

// Of every household, each way that is named gives what it promises: the part is due, and no longer with a fen more or a day earlier;
// where facts are to be stated, it waits for these alone.
func TestNearestIsRight(t *testing.T) {
	counts := map[string]int{}
	kinds, parts := map[whatif.RemedyKind]int{}, map[benefit.Name]int{}
	for batch := range nearestCount() / nearestPerSet {
		g := assistancetest.NewGenerator(uint64(batch))
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		for range nearestPerSet {
			h := g.Household(set)
			if len(h.Members) > 9 {
				continue // one of them takes as long as many others
			}
			d, err := assistance.Explain(set, h)
			require.NoError(t, err)
			ways, err := whatif.Nearest(set, h)
			require.NoError(t, err)
			for _, way := range ways {
				a := advice{g, set, h, d, way}
				parts[way.Part]++
				for _, r := range way.Changes {
					kinds[r.Kind]++
				}
				if d.Part(benefit.PartOf{Part: way.Part, Member: way.Member}).Verdict == benefit.Undetermined {
					assert.Equal(t, way.Changes, stated(way.Changes))
					continue
				}
				assert.NotEqual(t, way.Changes, stated(way.Changes))
				a.checkKept(t, counts)
				a.checkNearest(t, counts)
				a.checkUntil(t)
				if t.Failed() {
					in, _ := json.Marshal(h)
					t.Fatalf("%s on %s, %v, batch %d", in, set.Day(), set.Tables().Choices(), batch)
				}
			}
		}
	}
	t.Log(counts, kinds, parts)
	for k := whatif.IncomeBelow; k <= whatif.FigureStated; k++ {
		assert.Positive(t, kinds[k], k.String())
	}
	for n := benefit.Tekun; n <= benefit.Nursing; n++ {
		assert.Positive(t, parts[n], n.String())
	}
	assert.Greater(t, counts["eligible"], counts["undetermined"]+counts["others count"]+counts["dibao instead"]+counts["not applied"])
	assert.Positive(t, counts["nearest"])
}

// A way is read from JSON as it was written.
func TestWaysInJSON(t *testing.T) {
	g := assistancetest.NewGenerator(7)
	for range 60 {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		ways, err := whatif.Nearest(set, g.Household(set))
		require.NoError(t, err)
		data, err := json.Marshal(ways)
		require.NoError(t, err)
		var read []whatif.Way
		require.NoError(t, json.Unmarshal(data, &read))
		assert.Equal(t, ways, read)
	}
}
