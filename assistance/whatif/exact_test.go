package whatif_test

import (
	"encoding/json"
	"math/big"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every boundary that one finds by deciding at every fen is found, and no other, in households of every sort.
func TestBoundariesAreExact(t *testing.T) {
	g := assistancetest.NewGenerator(11)
	tried := 0
	for tried < 12 {
		tables, day := g.Tables(), g.Day()
		set, err := tables.At(day)
		require.NoError(t, err)
		h := g.Household(set)
		if len(h.Members) > 3 {
			continue
		}
		tried++
		q := whatif.Quantity{Kind: whatif.MemberIncome, Member: h.Members[0].ID, Income: []standards.IncomeKind{standards.Wages, standards.OtherIncome, standards.BasicPension}[g.Intn(3)], Per: standards.PerMonth}
		// a window about a line, in which every fen is decided
		line := lineOf(set, &h) / standards.MonthsPerYear * int64(1+g.Intn(len(h.Members)))
		if line > 1_000_000 {
			continue
		}
		if tried%2 == 0 { // what stays comes to some of the line
			q.Keeps = h.Members[0].Income
			for _, in := range q.Keeps {
				line -= min(in.Annual()/standards.MonthsPerYear, line)
			}
		}
		q.From = max(0, line-800)
		q.Until = line + 800
		list, err := whatif.Boundaries(tables, day, h, q)
		require.NoError(t, err)
		found := map[int64]bool{}
		for _, b := range list {
			found[b.After.At] = true
			assert.Equal(t, b.Before.At+1, b.After.At)
		}
		at := whatif.Points(tables, day, h, q)
		for x := q.From + 1; x <= q.Until; x++ {
			before, after := at(x-1), at(x)
			if before.Public != after.Public {
				assert.True(t, found[x], "%s: verdicts change at %d", householdJSON(h), x)
			}
			if x < q.Until && before.Public == after.Public {
				next := at(x + 1)
				if next.Public == after.Public && before.Settled && !bent(before, after, next) {
					assert.True(t, found[x] || found[x+1], "%s: the slope changes at %d: %v %v %v", householdJSON(h), x, before.Exact, after.Exact, next.Exact)
				}
			}
		}
	}
}

// bent reports whether three neighbours are on one straight line.
func bent(a, b, c whatif.Point) bool {
	first, second := new(big.Rat).Sub(b.Exact, a.Exact), new(big.Rat).Sub(c.Exact, b.Exact)
	return first.Cmp(second) == 0
}

// The exact total is what the payments are rounded from.
func TestTheExactTotalIsRoundedToThePayments(t *testing.T) {
	g := assistancetest.NewGenerator(5)
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	for range 1500 {
		h := g.Household(set)
		d, err := assistance.Explain(set, h)
		require.NoError(t, err)
		p := whatif.PointOf(h, d)
		off := new(big.Rat).Sub(new(big.Rat).SetInt64(p.Total), p.Exact)
		assert.True(t, off.Sign() >= 0 && off.Cmp(big.NewRat(int64(len(h.Members)+1), 1)) < 0, "%s: total %d, exact %v", householdJSON(h), p.Total, p.Exact)
	}
}

// lineOf is a dibao line of the household's place, in fen a year.
func lineOf(set *standards.Set, h *assistance.Household) int64 {
	row, err := set.Line(standards.DibaoLine, h.Division, standards.Urban)
	if err != nil || row.Amount.Annual() <= 0 {
		return 6000_00
	}
	return row.Amount.Annual()
}

func householdJSON(h assistance.Household) string {
	text, err := json.Marshal(h)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
