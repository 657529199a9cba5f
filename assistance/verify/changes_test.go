package verify_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// parts lists what is decided of every part of a decision.
func parts(d assistance.Decision) map[string]benefit.Part {
	all := map[string]benefit.Part{"dibao ": d.Dibao.Part, "lowIncome ": d.LowIncome}
	for _, m := range d.Members {
		all["tekun "+m.ID], all["singlePerson "+m.ID], all["living "+m.ID], all["nursing "+m.ID] = m.Tekun.Part, m.SinglePerson, m.Living, m.Nursing
	}
	return all
}

// What changes between two decisions is every part that is due otherwise and no other; amounts that are exact add up; the steps given as
// reasons are those of the later decision.
func TestChangesAreComplete(t *testing.T) {
	f := families.New(5)
	seen := map[verify.ChangeKind]int{}
	sets := families.Sets(t)
	families.Each(t, func(set *standards.Set, h assistance.Household) {
		before, err := assistance.Explain(set, h)
		require.NoError(t, err)
		assert.Empty(t, verify.Changes(before, before))
		for range 3 {
			later := set
			if other := families.Pick(f, sets...); set.Day().Before(other.Day()) {
				later = other // the figures, and what is known of them, change too
			}
			changeOnce(t, f, later, h, before, seen)
		}
	})
	for k := verify.Begun; k <= verify.Unclear; k++ {
		assert.Positive(t, seen[k], k.String())
	}
}

// changeOnce changes the incomes, the property and perhaps an id of h at random, and counts the kinds of change.
func changeOnce(t *testing.T, f families.Families, set *standards.Set, h assistance.Household, before assistance.Decision, seen map[verify.ChangeKind]int) {
	h.Members = slices.Clone(h.Members)
	for i := range h.Members {
		if f.IntN(2) == 0 {
			h.Members[i].Income = f.Incomes()
		}
	}
	h.Property = benefit.Property(families.Pick(f, 0, 1, 1, 1))
	if f.IntN(8) == 0 {
		h.Members[0].ID = "newcomer"
	}
	after, err := assistance.Explain(set, h)
	require.NoError(t, err)
	a, b := parts(before), parts(after)
	for _, c := range verify.Changes(before, after) {
		seen[c.Kind]++
		key := c.Part.String() + " " + c.Member
		was, is := a[key], b[key]
		delete(a, key)
		delete(b, key)
		assert.Equal(t, was.Payment, c.Before)
		assert.Equal(t, is.Payment, c.After)
		switch c.Kind {
		case verify.Begun:
			assert.NotEqual(t, benefit.Eligible, was.Verdict)
			assert.Equal(t, benefit.Eligible, is.Verdict)
		case verify.Stopped:
			assert.Equal(t, benefit.Eligible, was.Verdict)
			assert.NotEqual(t, benefit.Undetermined, is.Verdict)
			_, stands := b["tekun "+c.Member]
			if is.Verdict == benefit.Ineligible && stands {
				assert.NotEmpty(t, c.Steps, "%+v", c)
			}
		case verify.Reopened:
			assert.Equal(t, benefit.Undetermined, is.Verdict)
		case verify.Raised:
			assert.Equal(t, c.After.Amount.Fen(), c.Before.Amount.Fen()+c.By.Amount.Fen())
			assert.True(t, c.Before.Bound == standards.Exactly || c.Floors)
		case verify.Lowered:
			assert.Equal(t, c.After.Amount.Fen(), c.Before.Amount.Fen()-c.By.Amount.Fen())
			assert.True(t, c.After.Bound == standards.Exactly || c.Floors)
		}
		for _, s := range c.Steps {
			assert.True(t, slices.ContainsFunc(after.Steps, func(o benefit.Step) bool { return assert.ObjectsAreEqual(o, s) }))
		}
		for _, l := range []benefit.Lang{benefit.Chinese, benefit.English} {
			assert.Equal(t, len(c.Steps), strings.Count(c.Text(l), "\n"))
		}
		data, err := json.Marshal(c)
		require.NoError(t, err)
		var read verify.Change
		require.NoError(t, json.Unmarshal(data, &read))
		assert.True(t, assert.ObjectsAreEqual(c, read), "%s", data)
	}
	for key, was := range a { // not listed: due as before
		is := b[key]
		assert.Equal(t, was.Verdict == benefit.Eligible, is.Verdict == benefit.Eligible, key)
		assert.Equal(t, was.Payment, is.Payment, key)
	}
}

func due(fen int64, b standards.Bound) benefit.Part {
	return benefit.Part{Verdict: benefit.Eligible, Payment: benefit.Monthly(fen, b)}
}

// Which of two amounts is higher is said only where what is known of them tells.
func TestChangesOfAmounts(t *testing.T) {
	missing := benefit.Part{Verdict: benefit.Eligible}
	for _, c := range []struct {
		before, after benefit.Part
		kind          verify.ChangeKind
		by            benefit.Payment
		chinese       string
		english       string
	}{
		{due(220_00, standards.Exactly), due(260_00, standards.Exactly), verify.Raised, benefit.Monthly(40_00, standards.Exactly),
			"增发最低生活保障，由每月220.00元增至每月260.00元，增加每月40.00元（依据《社会救助暂行办法》（国务院令第649号）第十三条）",
			"dibao is raised by 40.00 yuan a month, from 220.00 yuan a month to 260.00 yuan a month (Interim Measures for Social Assistance, art. 13)"},
		{due(220_00, standards.Exactly), due(260_00, standards.AtLeast), verify.Raised, benefit.Monthly(40_00, standards.AtLeast), "增加每月不低于40.00元", "raised by at least 40.00"},
		{due(260_00, standards.AtLeast), due(220_00, standards.Exactly), verify.Lowered, benefit.Monthly(40_00, standards.AtLeast), "减少每月不低于40.00元", "lowered by at least 40.00"},
		{due(220_00, standards.AtLeast), due(260_00, standards.AtLeast), verify.Raised, benefit.Monthly(40_00, standards.Exactly), "按已知下限计算", "as the lower limits go"},
		{due(260_00, standards.Exactly), due(220_00, standards.AtLeast), verify.Unclear, benefit.Payment{}, "金额待核", "nobody can say which is higher"},
		{due(220_00, standards.AtLeast), due(260_00, standards.Exactly), verify.Unclear, benefit.Payment{}, "金额待核", "nobody can say which is higher"},
		{due(220_00, standards.Exactly), due(220_00, standards.AtLeast), verify.Unclear, benefit.Payment{}, "现发每月不低于220.00元", "is at least 220.00"},
		{due(220_00, standards.Exactly), missing, verify.Unclear, benefit.Payment{}, "现发金额无据可查", "not on record"},
		{benefit.Part{Verdict: benefit.Ineligible}, missing, verify.Begun, benefit.Payment{}, "新增最低生活保障，金额无据可查", "dibao begins: an amount that is not on record"},
		{due(220_00, standards.Exactly), benefit.Part{Verdict: benefit.Undetermined}, verify.Reopened, benefit.Payment{}, "此非停发决定", "This does not stop it"},
		{due(220_00, standards.Exactly), benefit.Part{}, verify.Stopped, benefit.Monthly(220_00, standards.Exactly),
			"停发最低生活保障，原发每月220.00元（依据《社会救助暂行办法》（国务院令第649号）第十三条）。理由：所依据的前提已不存在，本次未予审核", "dibao stops; it was 220.00 yuan a month"},
	} {
		changes := verify.Changes(assistance.Decision{Dibao: assistance.Dibao{Part: c.before}}, assistance.Decision{Dibao: assistance.Dibao{Part: c.after}})
		require.Len(t, changes, 1, c.english)
		assert.Equal(t, c.kind, changes[0].Kind, c.english)
		assert.Equal(t, c.by, changes[0].By, c.english)
		assert.Contains(t, changes[0].Text(benefit.Chinese), c.chinese)
		assert.Contains(t, changes[0].Text(benefit.English), c.english)
	}
}

// A family's income rises over the line: dibao and the living subsidy stop, for reasons in writing; the nursing subsidy goes on.
func TestChangesOfAFamily(t *testing.T) {
	var c struct{ Household assistance.Household }
	readCase(t, "rural-with-disabled-son", &c)
	h := c.Household
	h.Division = standards.Tianyuan
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	before, err := assistance.Explain(set, h)
	require.NoError(t, err)
	h.Members = slices.Clone(h.Members)
	h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(1900_00, standards.PerMonth)}}
	h.Members = append(h.Members, assistance.Member{ID: "baby", Born: standards.Day(2020, time.September, 9), Income: []assistance.Income{}})
	after, err := assistance.Explain(set, h)
	require.NoError(t, err)
	for _, l := range []benefit.Lang{benefit.Chinese, benefit.English} {
		var b strings.Builder
		for _, c := range verify.Changes(before, after) {
			b.WriteString(c.Text(l) + "\n")
		}
		b.WriteString("\n")
		for _, c := range verify.Changes(after, before) {
			b.WriteString(c.Text(l) + "\n")
		}
		families.Golden(t, "testdata/changes"+l.In(".zh.golden", ".en.golden"), b.String())
	}
	gone := verify.Changes(before, assistance.Decision{})
	require.NotEmpty(t, gone)
	assert.True(t, gone[len(gone)-1].Absent)
	assert.Contains(t, gone[len(gone)-1].Text(benefit.English), "no longer among the members")
	assert.Error(t, new(verify.ChangeKind).UnmarshalText([]byte("x")))
}
