package standards_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// faultsOf lists what With has against files, as code, field and value.
func faultsOf(t *testing.T, laid ...standards.Overlay) (all []string) {
	t.Helper()
	_, err := standards.Published().With(laid...)
	var faults standards.RowErrors
	if err != nil {
		require.True(t, errors.As(err, &faults), err)
	}
	for _, f := range faults {
		all = append(all, strings.TrimSpace(f.Code+" "+f.Field+" "+f.Value))
	}
	return all
}

// An id is 1 to 64 letters, digits, points, hyphens and low lines.
func TestIDs(t *testing.T) {
	for id, ok := range map[string]bool{
		"": false, "a": true, strings.Repeat("a", 64): true, strings.Repeat("a", 65): false,
		"0": true, "9": true, "a-z": true, "A.Z": true, "a_b": true, "z": true, "Z": true, "-": true, " a": false, "a ": false,
		"/": false, ":": false, "@": false, "[": false, "`": false, "{": false, "a/b": false, "\x00": false, "ａ": false,
	} {
		o := draft()
		o.ID = id
		want := []string(nil)
		if !ok {
			want = []string{strings.TrimSpace("id id " + id)}
		}
		assert.Equal(t, want, faultsOf(t, o), "%q", id)
	}
}

// Each number is within what its key can be: the least and the most of each form, and what is just
// outside.
func TestNumbersWithinTheirForms(t *testing.T) {
	ratio, share, age, beds := standards.LowIncomeMultiple, standards.NursingBedShare, standards.TekunElderAge, standards.TekunBeds
	of := func(num, den int64) standards.Fraction { return standards.Fraction{Num: num, Den: den} }
	for _, tt := range []struct {
		key  standards.NumberKey
		good []standards.Fraction
		bad  []standards.Fraction
	}{
		{ratio, []standards.Fraction{of(1, 2), of(1, 1), of(3, 1_000_000), of(1_000_000, 1)},
			[]standards.Fraction{of(0, 1), of(-1, 1), of(1, -1), of(1, 1_000_001), of(1_000_001, 1)}},
		{share, []standards.Fraction{of(0, 100), of(100, 100), of(1, 8), of(999_999, 1_000_000)},
			[]standards.Fraction{of(-1, 100), of(101, 100), of(1, 3), of(1, 2_000_000)}},
		{age, []standards.Fraction{of(0, 1), of(1, 1), of(150, 1)}, []standards.Fraction{of(-1, 1), of(151, 1), of(60, 2), of(60, 100)}},
		{beds, []standards.Fraction{of(0, 1), of(1, 1), of(1_000_000, 1)}, []standards.Fraction{of(-1, 1), of(1_000_001, 1), of(4, 2)}},
		{standards.TopUpGrade, []standards.Fraction{of(1, 1), of(4, 1)}, []standards.Fraction{of(5, 1)}},
		{standards.SelfCarePartly, []standards.Fraction{of(0, 1), of(6, 1)}, []standards.Fraction{of(7, 1)}},
	} {
		for _, n := range tt.good {
			assert.Empty(t, faultsOf(t, draft(number(tt.key, n))), "%s %s", standards.Key(tt.key), n)
		}
		for _, n := range tt.bad {
			faults := faultsOf(t, draft(number(tt.key, n)))
			require.Len(t, faults, 1, "%s %s", standards.Key(tt.key), n)
			assert.True(t, strings.HasPrefix(faults[0], "number ") && strings.HasSuffix(faults[0], " "+n.String()), faults)
		}
	}
}

// Each field of a row, just inside and just outside of what it may be; a fault is told once, with
// its field and value.
func TestRowsAtTheirLimits(t *testing.T) {
	keys := len(standards.Keys())
	for _, tt := range []struct {
		why    string
		change func(*standards.Standard)
		want   string // empty: none
	}{
		{"as it is", func(*standards.Standard) {}, ""},
		{"the last key, a list", func(s *standards.Standard) {
			*s = standards.Standard{Key: standards.Key(keys), Place: standards.China, Of: "bed", From: s.From}
		}, ""},
		{"the first number after the keys", func(s *standards.Standard) { s.Key = standards.Key(keys + 1) }, "key key"},
		{"the country", func(s *standards.Standard) { s.Place = standards.China }, ""},
		{"a city that there is not", func(s *standards.Standard) { s.Place = 430222 }, "place place 430222"},
		{"no money", func(s *standards.Standard) { s.Amount = standards.Fen(0, standards.PerMonth) }, "amount yuan 0.00 a month"},
		{"a fen", func(s *standards.Standard) { s.Amount = standards.Fen(1, standards.PerMonth) }, ""},
		{"no money, of a rate", func(s *standards.Standard) {
			s.Key, s.Residence, s.Amount = standards.Key(standards.DisabilityLiving), 0, standards.Fen(0, standards.PerMonth)
		}, ""},
		{"the most", func(s *standards.Standard) { s.Amount = standards.Fen(standards.MaxYuan*100, standards.PerYear) }, ""},
		{"a fen more", func(s *standards.Standard) { s.Amount = standards.Fen(standards.MaxYuan*100+1, standards.PerYear) },
			"amount yuan 100000000000.01 a year"},
		{"money and a number", func(s *standards.Standard) { s.Number = standards.Whole(1) }, "form yuan 560.00 a month"},
		{"money for a list", func(s *standards.Standard) {
			s.Key, s.Of, s.Bound = standards.Key(standards.DibaoNotIncome), "reward", 0
		}, "form yuan 560.00 a month"},
		{"a percent for a top-up", func(s *standards.Standard) {
			s.Key, s.Residence, s.Of = standards.Key(standards.DibaoTopUp), 0, "minor"
			s.Amount, s.Number = standards.Amount{}, standards.Percent(30)
		}, ""},
		{"a class of the subsidy", func(s *standards.Standard) {
			s.Key, s.Residence, s.Of = standards.Key(standards.DisabilityLiving), 0, "4"
		}, ""},
		{"a class that it has not", func(s *standards.Standard) {
			s.Key, s.Residence, s.Of = standards.Key(standards.DisabilityLiving), 0, "5"
		}, "of of 5"},
		{"a day", func(s *standards.Standard) { s.Until = s.From.Next() }, ""},
		{"no day", func(s *standards.Standard) { s.Until = s.From }, "until until 2020-07-01"},
		{"an end that is no day", func(s *standards.Standard) { s.Until = standards.Day(2021, time.February, 29) }, "until until 2021-02-29"},
	} {
		var want []string
		if tt.want != "" {
			want = []string{tt.want}
		}
		assert.Equal(t, want, faultsOf(t, draft(with(tt.change))), tt.why)
	}
	// Of a supplement no more is said than what is wrong with the row itself.
	for _, k := range []standards.Key{0, standards.Key(keys + 1)} {
		assert.Equal(t, []string{"key key"}, faultsOf(t, supplement(with(func(s *standards.Standard) { s.Key = k }))))
	}
	assert.Equal(t, []string{"national key dibao-line"}, faultsOf(t, supplement(with(func(s *standards.Standard) {
		s.Place, s.Amount = standards.Hunan, standards.Fen(1, standards.PerMonth) // below the floor, too
	}))))
	// A figure stated again and again is told once for each row, with the first that states it.
	class := with(func(s *standards.Standard) {
		s.Key, s.Residence, s.Of = standards.Key(standards.DisabilityLiving), 0, "1"
	})
	other := class
	other.Of = "2"
	_, err := standards.Published().With(draft(class, other, class, class))
	var faults standards.RowErrors
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 2)
	assert.Equal(t, []any{2, "rows[0]", 3, "rows[0]"}, []any{faults[0].Row, faults[0].Against, faults[1].Row, faults[1].Against})
}

// Two files stand beside each other unless they state one thing twice, or one is below a floor of
// the other for its place, class, kind of hukou and days.
func TestFilesBesideEachOther(t *testing.T) {
	at := func(k standards.RateKey, p standards.Place, of string, fen int64, bound standards.Bound) standards.Standard {
		row := until(money(standards.Key(k), p, 0, fen, standards.PerMonth), 2021)
		row.Of, row.Bound = of, bound
		return row
	}
	living, nursing := standards.DisabilityLiving, standards.DisabilityNursing
	next := at(living, standards.Youxian, "", 90_00, standards.Exactly)
	next.From, next.Until = standards.Day(2021, time.January, 1), standards.Day(2022, time.January, 1)
	for _, tt := range []struct {
		why   string
		floor standards.Standard
		row   standards.Standard
		want  []string
	}{
		{"below it", at(living, standards.CountyFive, "", 95_00, standards.AtLeast), at(living, standards.Youxian, "", 90_00, standards.Exactly),
			[]string{"below-floor  disability-living@430223 90.00 a month"}},
		{"at it", at(living, standards.CountyFive, "", 95_00, standards.AtLeast), at(living, standards.Youxian, "", 95_00, standards.Exactly), nil},
		{"no floor", at(living, standards.CountyFive, "", 95_00, standards.Exactly), at(living, standards.Youxian, "", 90_00, standards.Exactly), nil},
		{"elsewhere", at(living, standards.CountyFive, "", 95_00, standards.AtLeast), at(living, standards.Hetang, "", 90_00, standards.Exactly), nil},
		{"of another key", at(living, standards.CountyFive, "", 95_00, standards.AtLeast), at(nursing, standards.Youxian, "", 90_00, standards.Exactly), nil},
		{"of another class", at(living, standards.CountyFive, "1", 95_00, standards.AtLeast), at(living, standards.Youxian, "2", 90_00, standards.Exactly), nil},
		{"of a class of those that the floor is for", at(living, standards.CountyFive, "", 95_00, standards.AtLeast),
			at(living, standards.Youxian, "2", 90_00, standards.Exactly), []string{"below-floor  disability-living@430223 2 90.00 a month"}},
		{"on later days", at(living, standards.CountyFive, "", 95_00, standards.AtLeast), next, nil},
		{"in the same place, for a class", at(living, standards.Youxian, "1", 95_00, standards.AtLeast), at(living, standards.Youxian, "", 90_00, standards.Exactly), nil},
	} {
		one, other := draft(tt.floor), draft(tt.row)
		one.ID, other.ID = "one", "other"
		assert.Equal(t, tt.want, faultsOf(t, one, other), tt.why)
		assert.Equal(t, tt.want, faultsOf(t, other, one), "%s, the other way round", tt.why)
	}
	choosing := func(id string, choices ...standards.Choice) standards.Overlay {
		return standards.Overlay{ID: id, Kind: standards.Draft, Choices: choices}
	}
	for _, tt := range []struct {
		one, other standards.Overlay
		want       []string
	}{
		{choosing("one", standards.UpToYuan), choosing("other", standards.FullLine), nil},
		{choosing("one", standards.UpToYuan), choosing("other", standards.UpToYuan), nil},
		{choosing("one", standards.UpToYuan), choosing("other", standards.FullLine, standards.HalfUpToFen), []string{"conflict readings half-up-to-fen"}},
	} {
		assert.Equal(t, tt.want, faultsOf(t, tt.one, tt.other))
	}
}
