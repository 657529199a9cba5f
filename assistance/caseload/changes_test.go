package caseload_test

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// total is a decision that comes to so much, exactly, and to nothing else.
func total(fen int64) assistance.Decision {
	return assistance.Decision{Total: benefit.Monthly(fen, standards.Exactly)}
}

// The bands of changes are 50 yuan a month wide: the tenth on either side has no end, and no change
// is in the middle.
func TestBandsOfChanges(t *testing.T) {
	h := families.Single("h", 0)
	h.Weight = 3
	for _, row := range []struct {
		change int64
		band   int
	}{
		{0, 10}, {1, 11}, {50_00, 11}, {50_01, 12}, {100_00, 12}, {100_01, 13}, {450_00, 19}, {450_01, 20}, {500_00, 20}, {500_01, 20}, {9000_00, 20},
		{-1, 9}, {-50_00, 9}, {-50_01, 8}, {-100_00, 8}, {-100_01, 7}, {-450_00, 1}, {-450_01, 0}, {-500_00, 0}, {-500_01, 0}, {-9000_00, 0},
	} {
		var c caseload.Comparison
		before, after := total(9000_00), total(9000_00+row.change)
		c.AddDecided(&h, &before, &after)
		var want caseload.Changes
		want.Bands[row.band] = 3
		switch {
		case row.change > 0:
			want.Gainers, want.Gain = 3, 3*row.change
		case row.change < 0:
			want.Losers, want.Loss = 3, -3*row.change
		default:
			want.Same = 3
		}
		assert.Equal(t, caseload.Outcomes{Exact: want}, c.Outcomes, row.change)
		assert.Equal(t, [2]bool{row.change > 0, row.change < 0}, [2]bool{len(c.Gains) == 1, len(c.Losses) == 1}, row.change)
	}
}

// Gains and losses that are too large to be told stop there, each for itself.
func TestGainsAndLossesThatAreTooLarge(t *testing.T) {
	h := families.Single("h", 0)
	h.Weight = 2
	for _, row := range []struct{ fen, want int64 }{
		{math.MaxInt64 / 2, math.MaxInt64 - 1}, {math.MaxInt64/2 + 1, math.MaxInt64},
	} {
		nothing, much := total(0), total(row.fen)
		var c caseload.Comparison
		c.AddDecided(&h, &nothing, &much)
		c.AddDecided(&h, &much, &nothing)
		assert.Equal(t, row.want, c.Exact.Gain)
		assert.Equal(t, row.want, c.Exact.Loss)
		assert.Equal(t, [2]int64{2, 2}, [2]int64{c.Exact.Gainers, c.Exact.Losers})
	}
}

// The lists of the largest changes do not depend on the order in which households come: the largest
// first, of those alike the first by id, and no more than are listed.
func TestTheLargestChanges(t *testing.T) {
	of := func(n int) (h assistance.Household, fen int64) {
		return families.Single(fmt.Sprintf("h%02d", n), 0), int64(1 + n/2) // two alike
	}
	for _, count := range []int{1, caseload.Listed - 1, caseload.Listed, caseload.Listed + 1, 2 * caseload.Listed} {
		for _, forward := range []bool{true, false} {
			var c caseload.Comparison
			for i := range count {
				if !forward {
					i = count - 1 - i
				}
				h, fen := of(i)
				nothing, some := total(0), total(fen)
				c.AddDecided(&h, &nothing, &some)
				c.AddDecided(&h, &some, &nothing)
			}
			var want []caseload.Difference
			for pair := (count - 1) / 2; pair >= 0; pair-- {
				for _, n := range []int{2 * pair, 2*pair + 1} {
					if h, fen := of(n); n < count && len(want) < caseload.Listed {
						want = append(want, caseload.Difference{ID: h.ID, By: fen, Before: total(0).Total, After: total(fen).Total, Household: h})
					}
				}
			}
			assert.Equal(t, want, c.Gains, "%d, %t", count, forward)
			for i := range want {
				want[i].By, want[i].Before, want[i].After = -want[i].By, want[i].After, want[i].Before
			}
			assert.Equal(t, want, c.Losses, "%d, %t", count, forward)
		}
	}
}

// A household whose verdict on dibao turns is in one turn, with the people whom dibao covers where
// it is eligible. Whoever was not eligible before is counted apart, by those who count.
func TestTurnsOfTheVerdict(t *testing.T) {
	verdicts := []benefit.Verdict{benefit.NotExamined, benefit.Eligible, benefit.Ineligible, benefit.Undetermined}
	names := []string{"", "begun", "ended", "reopened", "resolved"}
	turns := map[[2]benefit.Verdict]int{
		{benefit.NotExamined, benefit.Eligible}: 1, {benefit.Ineligible, benefit.Eligible}: 1,
		{benefit.Eligible, benefit.NotExamined}: 2, {benefit.Eligible, benefit.Ineligible}: 2,
		{benefit.Eligible, benefit.Undetermined}: 3, {benefit.Undetermined, benefit.Eligible}: 4,
	}
	h := families.Single("h", 0)
	h.Weight = 3
	decided := func(v benefit.Verdict, members, notCovered int) *assistance.Decision {
		d := &assistance.Decision{}
		d.Dibao.Verdict, d.Dibao.Members, d.Dibao.NotCovered = v, members, notCovered
		return d
	}
	for _, was := range verdicts {
		for _, is := range verdicts {
			var c caseload.Comparison
			c.AddDecided(&h, decided(was, 5, 1), decided(is, 7, 1))
			at := turns[[2]benefit.Verdict{was, is}]
			for i, turn := range []caseload.Turn{{}, c.Begun, c.Ended, c.Reopened, c.Resolved} {
				want := caseload.Turn{}
				if i > 0 && i == at {
					covered := int64(4) // before
					if is == benefit.Eligible {
						covered = 6
					}
					want = caseload.Turn{Tally: caseload.Tally{Households: 3, People: 3 * covered}, First: []string{"h"}, Examples: []assistance.Household{h}}
				}
				assert.Equal(t, want, turn, "from %s to %s: %s", was, is, names[i])
			}
			ineligible := caseload.Tally{}
			if was == benefit.Ineligible {
				ineligible = caseload.Tally{Households: 3, People: 15}
			}
			assert.Equal(t, ineligible, c.Ineligible)
		}
	}
	var c caseload.Comparison
	for i := range caseload.Listed + 1 {
		h := families.Single(fmt.Sprint(i), 0)
		c.AddDecided(&h, decided(benefit.Ineligible, 1, 0), decided(benefit.Eligible, 1, 0))
	}
	assert.Len(t, c.Begun.First, caseload.Listed)
	assert.Len(t, c.Begun.Examples, caseload.Listed)
	assert.Equal(t, "0", c.Begun.First[0])
	assert.EqualValues(t, caseload.Listed+1, c.Begun.Households)
}

// What a household waits for, before or after, is counted once for each fact and figure.
func TestLackingIsCountedOnce(t *testing.T) {
	figure := benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban}
	needs := func(list ...benefit.Need) *assistance.Decision { return &assistance.Decision{Needs: list} }
	property, income, line := benefit.Need{Fact: benefit.PropertyFact}, benefit.Need{Fact: benefit.IncomeFact, Member: "a"}, benefit.Need{Figure: figure}
	of := income
	of.Member = "b"
	h := families.Single("h", 0)
	h.Weight = 3
	var c caseload.Comparison
	c.AddDecided(&h, needs(property, line), needs(line, income, of))
	c.AddDecided(&h, needs(), needs(line))
	c.AddDecided(&h, needs(of), needs())
	c.AddDecided(&h, needs(), needs())
	assert.Equal(t, map[caseload.Lack]int64{{Fact: benefit.PropertyFact}: 3, {Fact: benefit.IncomeFact}: 6, {Figure: figure}: 6}, c.Lacking)
	assert.EqualValues(t, 9, c.Open.Same)
	assert.EqualValues(t, 3, c.Exact.Same)
	assert.Equal(t, "income", caseload.Lack{Fact: benefit.IncomeFact}.String())
	assert.Equal(t, "dibao-line@430223/urban", caseload.Lack{Figure: figure}.String())
	assert.Empty(t, c.Gains, "what is open is in no list")
}

// Households that come with an error or are refused are counted, and so many of the errors are kept
// as are listed. They are in nothing else.
func TestRefusals(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	broken := errors.New("no such row")
	for _, count := range []int64{caseload.Listed - 1, caseload.Listed, caseload.Listed + 1} {
		c, err := caseload.CompareOn(standards.Day(2020, 10, 2), set, set, func(yield func(assistance.Household, error) bool) {
			for range count - 1 {
				if !yield(families.Single("h", 0), broken) {
					return
				}
			}
			yield(assistance.Household{}, nil)
		})
		require.NoError(t, err)
		assert.Equal(t, count, c.Refused)
		require.Len(t, c.Refusals, int(min(count, caseload.Listed)))
		assert.Equal(t, broken, c.Refusals[0])
		if count <= caseload.Listed {
			var faults assistance.Errors
			assert.ErrorAs(t, c.Refusals[count-1], &faults)
		}
		assert.Equal(t, caseload.Comparison{Refused: count, Refusals: c.Refusals}, c)
	}
}

// Ages of another day: at the bound of 120 years, of whoever is born later or on no day, and of
// several members, of whom only those change who would be of another age.
func TestAgedAtItsBounds(t *testing.T) {
	from, to := standards.Day(2020, time.December, 31), standards.Day(2021, time.January, 1)
	for _, row := range []struct {
		name       string
		born, want standards.Date
	}{
		{"of age between the days", standards.Day(1961, 1, 1), standards.Day(1962, 1, 1)},
		{"as old on both", standards.Day(1961, 1, 2), standards.Day(1961, 1, 2)},
		{"a hundred and twenty", standards.Day(1900, 1, 1), standards.Day(1901, 1, 1)},
		{"a hundred and twenty, and not one more by the later day", standards.Day(1900, 12, 31), standards.Day(1900, 12, 31)},
		{"a hundred and twenty-one", standards.Day(1899, 1, 1), standards.Day(1899, 1, 1)},
		{"born on the day", from, from},
		{"born on the later day", to, to},
		{"no day", standards.Date{}, standards.Date{}},
		{"no such day", standards.Day(1961, 2, 30), standards.Day(1961, 2, 30)},
	} {
		h := assistance.Household{Members: []assistance.Member{{ID: "other", Born: standards.Day(1980, 6, 1)}, {ID: "m", Born: row.born}, {ID: "last", Born: standards.Day(1990, 1, 1)}}}
		aged := caseload.Aged(h, from, to)
		assert.Equal(t, row.want, aged.Members[1].Born, row.name)
		assert.Equal(t, standards.Day(1980, 6, 1), aged.Members[0].Born)
		assert.Equal(t, standards.Day(1991, 1, 1), aged.Members[2].Born)
		assert.Equal(t, row.born, h.Members[1].Born, "the household itself is not changed")
		assert.Equal(t, standards.Day(1990, 1, 1), h.Members[2].Born)
	}
	back := caseload.Aged(assistance.Household{Members: []assistance.Member{{Born: to}}}, to, from)
	assert.Equal(t, from, back.Members[0].Born, "not yet born on the earlier day: as old as on the day of birth")
	same := assistance.Household{Members: []assistance.Member{{Born: standards.Day(1980, 6, 1)}}}
	kept := caseload.Aged(same, from, to)
	assert.Same(t, &same.Members[0], &kept.Members[0], "nobody is of another age, so nothing is copied")
}

// Each household is in one group by size, by place and by the most severe grade of a member, and in
// one for each benefit that is due or undetermined before or after.
func TestGroupsByHand(t *testing.T) {
	graded := func(grades ...int) assistance.Household {
		h := assistance.Household{ID: "h", Division: standards.Youxian, Residence: standards.Rural, Weight: 3}
		for _, grade := range grades {
			h.Members = append(h.Members, assistance.Member{Disability: disability.Certificate{Grade: grade}})
		}
		return h
	}
	one := caseload.Outcomes{Exact: caseload.Changes{Gainers: 3, Gain: 300}}
	one.Exact.Bands[11] = 3
	for _, row := range []struct {
		name             string
		h                assistance.Household
		size, disability int
	}{
		{"one person", graded(0), 1, 0},
		{"a grade that is none", graded(5), 1, 0},
		{"the least severe grade", graded(4), 1, 4},
		{"the most severe of several", graded(3, 0, 2, 4), 4, 2},
		{"and one without", graded(3, 0), 2, 3},
		{"the most severe comes first", graded(1, 3), 2, 1},
		{"five", graded(0, 0, 0, 0, 4), 5, 4},
		{"six", graded(0, 0, 0, 0, 0, 3), 6, 3},
		{"seven", graded(0, 0, 0, 0, 0, 0, 2), 6, 2},
	} {
		t.Run(row.name, func(t *testing.T) {
			var c caseload.Comparison
			before, after := total(100), total(200)
			c.AddDecided(&row.h, &before, &after)
			var want caseload.Groups
			want.Size[row.size], want.Disability[row.disability], want.Place[standards.Youxian.DivisionIndex()][standards.Rural] = one, one, one
			assert.Equal(t, want, c.Groups)
		})
	}
	nowhere := graded(1)
	nowhere.Division = standards.Elsewhere
	var c caseload.Comparison
	before, after := total(100), total(200)
	c.AddDecided(&nowhere, &before, &after)
	assert.Equal(t, caseload.Groups{}.Place, c.Groups.Place)
	assert.Equal(t, one, c.Groups.Size[1])
}

// The group of a benefit goes by the change of what is due of that benefit, to all members
// together, and by how well it is known.
func TestGroupsByBenefit(t *testing.T) {
	part := func(v benefit.Verdict, p benefit.Payment) benefit.Part { return benefit.Part{Verdict: v, Payment: p} }
	paid := func(fen int64, bound standards.Bound) benefit.Part {
		return part(benefit.Eligible, benefit.Monthly(fen, bound))
	}
	living := func(parts ...benefit.Part) *assistance.Decision {
		d := &assistance.Decision{}
		for i, p := range parts {
			d.Members = append(d.Members, assistance.MemberDecision{ID: fmt.Sprint(i), Living: p})
		}
		return d
	}
	exact, least := standards.Exactly, standards.AtLeast
	none, refused, open, missing := benefit.Part{}, part(benefit.Ineligible, benefit.Payment{}), part(benefit.Undetermined, benefit.Payment{}), part(benefit.Eligible, benefit.Payment{})
	h := families.Single("h", 0)
	h.Weight = 3
	for _, row := range []struct {
		name          string
		before, after *assistance.Decision
		by            int64
		in            string // of Outcomes; empty: the household is not in the group
	}{
		{"not due", living(refused), living(none), 0, ""},
		{"newly due", living(refused), living(paid(100, exact)), 100, "exact"},
		{"due no more", living(paid(100, exact)), living(none), -100, "exact"},
		{"to two members", living(paid(100, exact), paid(50, exact)), living(paid(100, exact), paid(80, exact)), 30, "exact"},
		{"to one of two at least", living(paid(100, exact), paid(50, exact)), living(paid(130, exact), paid(50, least)), 30, "at least"},
		{"to the first of two at least", living(paid(100, exact), paid(50, exact)), living(paid(130, least), paid(50, exact)), 30, "at least"},
		{"at least less than exactly so much", living(paid(100, exact)), living(paid(70, least)), -30, "unclear"},
		{"exactly more than at least so much", living(paid(70, least)), living(paid(100, exact)), 30, "unclear"},
		{"exactly a fen more than at least so much", living(paid(70, least)), living(paid(71, exact)), 1, "unclear"},
		{"at least a fen less than exactly so much", living(paid(70, exact)), living(paid(69, least)), -1, "unclear"},
		{"a low-income family, which is paid nothing", &assistance.Decision{LowIncome: refused}, &assistance.Decision{LowIncome: paid(5, exact)}, 0, ""},
		{"exactly as much as at least so much", living(paid(70, least)), living(paid(70, exact)), 0, "at least"},
		{"at least as much as exactly so much", living(paid(70, exact)), living(paid(70, least)), 0, "at least"},
		{"undetermined before", living(open), living(paid(100, exact)), 100, "open"},
		{"undetermined after", living(paid(100, exact)), living(open), -100, "open"},
		{"undetermined of one of two", living(open, paid(100, exact)), living(none, paid(100, exact)), 0, "open"},
		{"the amount is missing", living(none), living(missing), 0, "open"},
		{"the amount of the first of two is missing", living(none, none), living(missing, paid(100, exact)), 100, "open"},
	} {
		t.Run(row.name, func(t *testing.T) {
			var c caseload.Comparison
			c.AddDecided(&h, row.before, row.after)
			var want caseload.Groups
			if row.in != "" {
				var changes caseload.Changes
				switch {
				case row.by > 0:
					changes.Gainers, changes.Gain, changes.Bands[11] = 3, 3*row.by, 3
				case row.by < 0:
					changes.Losers, changes.Loss, changes.Bands[9] = 3, -3*row.by, 3
				default:
					changes.Same, changes.Bands[10] = 3, 3
				}
				o := &want.Benefit[benefit.Living]
				*map[string]*caseload.Changes{"exact": &o.Exact, "at least": &o.AtLeast, "unclear": &o.Unclear, "open": &o.Open}[row.in] = changes
			}
			assert.Equal(t, want.Benefit, c.Groups.Benefit)
		})
	}
}
