package assistancetest

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/vary"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// statements are texts that a field of h takes: every word, and of fields without words some about the edges of the law.
func statements(set *standards.Set, h *assistance.Household, f fields.Field, member int) []string {
	switch f.Kind {
	case fields.WordKind:
		var texts []string
		for _, w := range f.Words {
			texts = append(texts, w.Word)
		}
		return texts
	case fields.AmountKind:
		return []string{`{"yuan":"0","per":"month"}`, `{"yuan":"79.99","per":"month"}`, `{"yuan":"5000","per":"month"}`}
	case fields.DateKind:
		return []string{set.Day().String(), set.Day().AddMonths(-3).String(), set.Day().AddMonths(-12).String(), "1999-01-01"}
	case fields.WordsKind:
		return []string{`[]`, `["eating"]`, `["eating","dressing","bed","toilet","walking"]`}
	case fields.IncomesKind:
		return incomeStatements(set, h)
	case fields.ComponentsKind:
		return componentStatements(h.Members[member].Disability.Grade)
	}
	return nil
}

// incomeStatements are no income, a transfer, and wages and a pension about the rural line.
func incomeStatements(set *standards.Set, h *assistance.Household) []string {
	line := int64(7200_00)
	if row, err := set.Line(standards.DibaoLine, h.Division, standards.Rural); err == nil {
		line = row.Amount.Annual()
	}
	texts := []string{`[]`, `[{"kind":"transfer","yuan":"0.01","per":"year"}]`}
	for _, kind := range []string{"wages", "veterans-pension"} {
		for _, fen := range []int64{1, max(line-1, 0), line, 3 * line} {
			yuan := standards.Fen(fen, standards.PerYear).YuanText()
			texts = append(texts, `[{"kind":"`+kind+`","yuan":"`+yuan+`","per":"year"}]`)
		}
	}
	return texts
}

// componentStatements are pairs of disabilities, the first of this grade.
func componentStatements(grade int) []string {
	var texts []string
	for _, pair := range [][2]string{{"hearing", "speech"}, {"intellectual", "physical"}, {"physical", "speech"}, {"visual", "hearing"}} {
		data, err := json.Marshal([]map[string]any{{"category": pair[0], "grade": grade}, {"category": pair[1], "grade": 4}})
		if err == nil {
			texts = append(texts, string(data))
		}
	}
	return texts
}

// movedParts lists the parts that are eligible or ineligible in one decision and otherwise in the other, where both examine them.
func movedParts(before, after *assistance.Decision) (list []benefit.PartOf) {
	for of, b := range before.Parts() {
		a := after.Part(of).Verdict
		if b.Verdict != benefit.Undetermined && a != benefit.NotExamined && a != b.Verdict {
			list = append(list, of)
		}
	}
	return list
}

// What is not stated is never taken for a denial, nor for a grant without a word: stating any one fact, whatever it is, moves no part that
// is eligible or ineligible, unless the decision lists under what the fact was assumed.
func TestStatingAFactMovesNothing(t *testing.T) {
	sets := 400
	if testing.Short() {
		sets = 40
	}
	known := listedFields()
	stated := map[string]int{}
	g := NewGenerator(15)
	for range sets {
		set, err := g.Tables().At(g.Day())
		require.NoError(t, err)
		for range 25 {
			if h := g.Household(set); len(h.Members) <= 9 {
				stateEverything(t, set, &h, known, stated)
			}
			if t.Failed() {
				return
			}
		}
	}
	for _, f := range known {
		assert.Positive(t, stated[f.Name], "%s was never stated", f.Name)
	}
}

// stateEverything states each of the known fields that h does not state, in every way, and counts them by name.
func stateEverything(t *testing.T, set *standards.Set, h *assistance.Household, known []fields.Field, stated map[string]int) {
	d, err := assistance.Assess(set, *h)
	require.NoError(t, err)
	for _, f := range known {
		for i := range h.Members {
			if h.Get(f, i) != "" || !f.OfMember && i > 0 || isOfSoleOver(h, f) || assumes(&d, f, h.Members[i].ID) {
				continue
			}
			for _, text := range statements(set, h, f, i) {
				one, ok := vary.Field(h, f, i, text)
				if !ok {
					continue
				}
				after, err := assistance.Assess(set, one)
				if err != nil {
					continue // it contradicts another fact
				}
				stated[f.Name]++
				if moved := movedParts(&d, &after); !assert.Empty(t, moved, "by stating %s of %s: %s", f.Name, h.Members[i].ID, text) {
					t.Logf("%s on %s, %v", householdJSON(*h), set.Day(), set.Tables().Choices())
				}
			}
		}
	}
}

// Every field is listed, or is one of those that the law takes for something without a word.
func TestUnlistedFieldsAreFields(t *testing.T) {
	assert.Len(t, listedFields(), len(assistance.Fields())-len(unlisted))
}

// What the library decides cannot break the invariant, so a decision that is broken is handed to it.
func TestADenialByWhatIsNotStatedIsFound(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	c := newChecker(set)
	h := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1970, time.January, 1), Income: []assistance.Income{}, Support: benefit.NoSupporters}}}
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	assert.Nil(t, c.unknownRefuses(&h, &d))
	d.Dibao.Verdict = benefit.Ineligible // as if support that is not stated had made it eligible
	assert.NotNil(t, c.unknownRefuses(&h, &d))
}
