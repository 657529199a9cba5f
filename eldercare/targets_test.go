package eldercare_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
)

// A subject is one of whom targets are asked.
type subject interface {
	Check(*standards.Set) ([]eldercare.Target, error)
}

// ask checks s and returns its target for the key.
func ask(t testing.TB, set *standards.Set, s subject, key standards.NumberKey) eldercare.Target {
	t.Helper()
	targets, err := s.Check(set)
	require.NoError(t, err)
	for _, target := range targets {
		if target.Key == key {
			return target
		}
	}
	t.Fatalf("%T has no target %v", s, standards.Key(key))
	return eldercare.Target{}
}

type (
	count = eldercare.Count
	share = eldercare.Share
)

// everyTarget is each target of each subject: how its fact is stated, and the figure as printed.
var everyTarget = []struct {
	item    string
	key     standards.NumberKey
	of      string
	place   standards.Place
	percent int64 // 0: a count
	figure  int64 // of a count
	share   func(share) subject
	count   func(count) subject
}{
	{"10", standards.TekunInstitutionShare, "", standards.Zhuzhou, 50, 0, func(s share) subject { return eldercare.City{TekunInInstitutions: s} }, nil},
	{"10", standards.TekunInstitutionShare, "", standards.Youxian, 50, 0, func(s share) subject { return eldercare.District{Place: standards.Youxian, TekunInInstitutions: s} }, nil},
	{"12", standards.TekunInstitutions, "", standards.Zhuzhou, 0, 2, nil, func(c count) subject { return eldercare.City{TekunInstitutions: c} }},
	{"12", standards.TekunBeds, "", standards.Zhuzhou, 0, 200, nil, func(c count) subject { return eldercare.City{TekunBeds: c} }},
	{"12", standards.TekunNursingBeds, "", standards.Zhuzhou, 0, 160, nil, func(c count) subject { return eldercare.City{TekunNursingBeds: c} }},
	{"12", standards.CommunityCoverage, "city", standards.Zhuzhou, 90, 0, func(s share) subject { return eldercare.City{Coverage: s} }, nil},
	{"12", standards.CommunityCoverage, "county", standards.Yunlong, 70, 0, func(s share) subject { return eldercare.District{Place: standards.Yunlong, Coverage: s} }, nil},
	{"12", standards.CommunityCoverage, "county", standards.Liling, 70, 0, func(s share) subject { return eldercare.District{Place: standards.Liling, Coverage: s} }, nil},
	{"13", standards.ServiceQuality, "", standards.Zhuzhou, 100, 0, func(s share) subject {
		return eldercare.City{Institutions: eldercare.Institutions{MeetingStandard: s}}
	}, nil},
	{"13", standards.NursingBedShare, "", standards.Zhuzhou, 50, 0, func(s share) subject { return eldercare.City{Institutions: eldercare.Institutions{NursingBeds: s}} }, nil},
	{"13", standards.WorkerTraining, "", standards.Zhuzhou, 100, 0, func(s share) subject {
		return eldercare.City{Institutions: eldercare.Institutions{TrainedWorkers: s}}
	}, nil},
	{"13", standards.ServiceQuality, "", standards.Lukou, 100, 0, func(s share) subject {
		return eldercare.District{Place: standards.Lukou, Institutions: eldercare.Institutions{MeetingStandard: s}}
	}, nil},
	{"13", standards.NursingBedShare, "", standards.Lukou, 50, 0, func(s share) subject {
		return eldercare.District{Place: standards.Lukou, Institutions: eldercare.Institutions{NursingBeds: s}}
	}, nil},
	{"13", standards.WorkerTraining, "", standards.Lukou, 100, 0, func(s share) subject {
		return eldercare.District{Place: standards.Lukou, Institutions: eldercare.Institutions{TrainedWorkers: s}}
	}, nil},
	{"13", standards.NursingBedShare, "", standards.Hetang, 50, 0, func(s share) subject { return eldercare.Institution{Place: standards.Hetang, NursingBeds: s} }, nil},
	{"13", standards.WorkerTraining, "", standards.Hetang, 100, 0, func(s share) subject { return eldercare.Institution{Place: standards.Hetang, TrainedWorkers: s} }, nil},
	{"14", standards.ElderCanteens, "", standards.Tianyuan, 0, 1, nil, func(c count) subject { return eldercare.District{Place: standards.Tianyuan, Canteens: c} }},
	{"14", standards.ElderCanteens, "", standards.Chaling, 0, 1, nil, func(c count) subject { return eldercare.District{Place: standards.Chaling, Canteens: c} }},
}

// Each target just below, at and just above its figure, of small wholes and of the largest.
func TestEveryTarget(t *testing.T) {
	set := onDay(t, "2020-10-01")
	for _, tt := range everyTarget {
		check := func(s subject, actual share, wanting int64) {
			t.Helper()
			got := ask(t, set, s, tt.key)
			verdict := eldercare.Met
			if wanting > 0 {
				verdict = eldercare.Missed
			}
			assert.Equal(t, []any{tt.of, tt.place, actual, verdict, wanting, standards.CalendarYear}, []any{got.Of, got.Place, got.Actual, got.Verdict, got.Wanting, got.Under},
				"item %s, %s", tt.item, got.Text(standards.English))
			assert.Equal(t, []any{standards.WorkPoints2020, tt.item}, []any{got.Row.Basis.Document, got.Row.Basis.Clause})
		}
		if tt.count != nil {
			for n := max(0, tt.figure-3); n < tt.figure+3; n++ {
				check(tt.count(eldercare.CountOf(n)), share{Part: eldercare.CountOf(n)}, max(0, tt.figure-n))
			}
			check(tt.count(eldercare.CountOf(eldercare.MaxCount)), share{Part: eldercare.CountOf(eldercare.MaxCount)}, 0)
			continue
		}
		for _, whole := range []int64{1, 2, 3, 7, 10, 99, 100, 101, 1000, 999_999_999_999, eldercare.MaxCount} {
			needed := int64(0) // the least part that is the percentage or more, by big numbers
			r := new(big.Int).Mul(big.NewInt(whole), big.NewInt(tt.percent))
			rest := new(big.Int)
			r.DivMod(r, big.NewInt(100), rest)
			if needed = r.Int64(); rest.Sign() > 0 {
				needed++
			}
			for _, part := range []int64{0, needed - 2, needed - 1, needed, needed + 1, whole} {
				if part >= 0 && part <= whole {
					actual := eldercare.ShareOf(part, whole)
					check(tt.share(actual), actual, max(0, needed-part))
				}
			}
		}
	}
}

// What is asked of whom, and in which order; every fact is its own.
func TestWhoIsAskedWhat(t *testing.T) {
	set := onDay(t, "2020-10-01")
	for _, tt := range []struct {
		s    subject
		want []standards.NumberKey
	}{
		{eldercare.City{}, []standards.NumberKey{standards.TekunInstitutionShare, standards.TekunInstitutions, standards.TekunBeds, standards.TekunNursingBeds,
			standards.CommunityCoverage, standards.ServiceQuality, standards.NursingBedShare, standards.WorkerTraining}},
		{eldercare.District{Place: standards.Lusong}, []standards.NumberKey{standards.TekunInstitutionShare, standards.CommunityCoverage, standards.ServiceQuality,
			standards.NursingBedShare, standards.WorkerTraining, standards.ElderCanteens}},
		{eldercare.Institution{Place: standards.Lusong}, []standards.NumberKey{standards.ServiceQuality, standards.NursingBedShare, standards.WorkerTraining}},
	} {
		targets, err := tt.s.Check(set)
		require.NoError(t, err)
		var keys []standards.NumberKey
		for _, target := range targets {
			keys = append(keys, target.Key)
			assert.Equal(t, eldercare.NotStated, target.Verdict, "nothing is stated of %T", tt.s)
			assert.Zero(t, target.Wanting)
		}
		assert.Equal(t, tt.want, keys)
	}
	for _, tt := range everyTarget { // stating one fact leaves the others not stated
		var s subject
		if tt.count != nil {
			s = tt.count(eldercare.CountOf(0))
		} else {
			s = tt.share(eldercare.ShareOf(0, 1))
		}
		targets, err := s.Check(set)
		require.NoError(t, err)
		stated := 0
		for _, target := range targets {
			if target.Verdict != eldercare.NotStated {
				stated++
				assert.Equal(t, tt.key, target.Key)
			}
		}
		assert.Equal(t, 1, stated)
	}
}

func TestNotStatedAndNotApplicable(t *testing.T) {
	set := onDay(t, "2020-10-01")
	unstated, none, five := eldercare.Count{}, eldercare.CountOf(0), eldercare.CountOf(5)
	for _, tt := range []struct {
		why  string
		give share
		want eldercare.Verdict
	}{
		{"nothing is stated", share{}, eldercare.NotStated},
		{"the whole is not stated", share{five, unstated}, eldercare.NotStated},
		{"a part of 0 of an unstated whole may be 0 of 0", share{none, unstated}, eldercare.NotStated},
		{"the part is not stated", share{unstated, five}, eldercare.NotStated},
		{"0 of 0 is no share", share{none, none}, eldercare.NotApplicable},
		{"nor is anything of nothing", share{unstated, none}, eldercare.NotApplicable},
		{"none of five is missed", share{none, five}, eldercare.Missed},
		{"five of five is met", share{five, five}, eldercare.Met},
	} {
		for _, target := range everyTarget {
			if target.share == nil {
				continue
			}
			assert.Equal(t, tt.want, ask(t, set, target.share(tt.give), target.key).Verdict, "%s: %v", tt.why, standards.Key(target.key))
		}
	}
	for _, target := range everyTarget {
		if target.count != nil {
			assert.Equal(t, eldercare.NotStated, ask(t, set, target.count(unstated), target.key).Verdict)
			assert.Equal(t, eldercare.Missed, ask(t, set, target.count(none), target.key).Verdict, "a count of 0 is stated")
		}
	}
	for answer, want := range map[standards.Answer]eldercare.Verdict{0: eldercare.NotStated, standards.Yes: eldercare.Met, standards.No: eldercare.Missed} {
		got := ask(t, set, eldercare.Institution{Place: standards.Hetang, MeetsStandard: answer}, standards.ServiceQuality)
		assert.Equal(t, want, got.Verdict, "%q", answer)
	}
}

// R5: the days on which the targets begin and end. Other years have none.
func TestDaysOfTheTargets(t *testing.T) {
	for _, tt := range []struct {
		choice standards.Choice
		day    string
		on     bool
	}{
		{standards.CalendarYear, "2020-01-01", true}, {standards.CalendarYear, "2020-08-31", true}, {standards.CalendarYear, "2020-12-31", true},
		{standards.CalendarYear, "2021-01-01", false}, {standards.CalendarYear, "2021-12-31", false},
		{standards.FromPublication, "2020-08-31", false}, {standards.FromPublication, "2020-09-01", true}, {standards.FromPublication, "2020-12-31", true},
		{standards.FromPublication, "2021-01-01", false},
		{standards.UntilReplaced, "2020-01-01", true}, {standards.UntilReplaced, "2021-12-31", true},
	} {
		set := under(t, tt.day, tt.choice)
		for _, target := range everyTarget {
			var s subject
			if target.count != nil {
				s = target.count(eldercare.CountOf(target.figure))
			} else {
				s = target.share(eldercare.ShareOf(100, 100))
			}
			got := ask(t, set, s, target.key)
			want := eldercare.Met
			if !tt.on {
				want = eldercare.NotOnRecord
				assert.Zero(t, got.Row)
			}
			assert.Equal(t, []any{want, tt.choice}, []any{got.Verdict, got.Under}, "%s on %s: %v", tt.choice, tt.day, standards.Key(target.key))
		}
	}
	// Not stated and not applicable come after: without a figure there is nothing to state.
	set := onDay(t, "2021-01-01")
	assert.Equal(t, eldercare.NotOnRecord, ask(t, set, eldercare.City{}, standards.TekunBeds).Verdict)
	assert.Equal(t, eldercare.NotOnRecord, ask(t, set, eldercare.City{Coverage: eldercare.ShareOf(0, 0)}, standards.CommunityCoverage).Verdict)
	got := ask(t, new(standards.Set), eldercare.City{TekunBeds: eldercare.CountOf(1)}, standards.TekunBeds)
	assert.Equal(t, eldercare.NotOnRecord, got.Verdict, "in the zero Set nothing is on record")
}

// A tables file's own target turns on no reading; one that a draft carries on does.
func TestTargetsOfTablesFiles(t *testing.T) {
	row := standards.Standard{Key: standards.Key(standards.ElderCanteens), Place: standards.CountyFive, Number: standards.Whole(3), From: standards.Day(2021, 1, 1)}
	set := setOf(t, laid(t, standards.Overlay{ID: "plan-2021", Kind: standards.Draft, Rows: []standards.Standard{row}, Carry: standards.Day(2020, 12, 31)}), "2021-03-01")
	got := ask(t, set, eldercare.District{Place: standards.Yanling, Canteens: eldercare.CountOf(1)}, standards.ElderCanteens)
	assert.Equal(t, []any{eldercare.Missed, int64(2), standards.Choice(0)}, []any{got.Verdict, got.Wanting, got.Under})
	assert.Equal(t, "炎陵县，各县市区长者餐厅：目标3家，实际1家，未达到，还差2家（数据表plan-2021）", got.Text(standards.Chinese))
	got = ask(t, set, eldercare.District{Place: standards.Tianyuan, Canteens: eldercare.CountOf(1)}, standards.ElderCanteens)
	assert.Equal(t, []any{eldercare.Met, standards.Day(2020, 12, 31), standards.CalendarYear}, []any{got.Verdict, got.Row.Carried, got.Under})
}

// Every target row matters: by its smallest unit up or down, and on the day after its last.
func TestEveryTargetRowMatters(t *testing.T) {
	const whole = 1_000_000 // of which every share is a whole number
	for _, tt := range everyTarget {
		set := onDay(t, "2020-10-01")
		reach := func(set *standards.Set, n int64) eldercare.Verdict {
			if tt.count != nil {
				return ask(t, set, tt.count(eldercare.CountOf(n)), tt.key).Verdict
			}
			return ask(t, set, tt.share(eldercare.ShareOf(n, whole)), tt.key).Verdict
		}
		row := ask(t, set, func() subject {
			if tt.count != nil {
				return tt.count(eldercare.Count{})
			}
			return tt.share(share{})
		}(), tt.key).Row
		figure := row.Number.Num * whole / row.Number.Den
		if tt.count != nil {
			figure = row.Number.Num
		}
		assert.Equal(t, eldercare.Met, reach(set, figure))
		assert.Equal(t, eldercare.Missed, reach(set, figure-1))
		for _, by := range []int64{-1, +1} {
			moved := row
			if tt.count != nil {
				moved.Number.Num += by
			} else {
				moved.Number = standards.Fraction{Num: figure + by, Den: whole}
			}
			if moved.Number.Num > moved.Number.Den && tt.count == nil {
				continue // above 100 %
			}
			draft := with(t, "2020-10-01", standards.Draft, moved)
			assert.Equal(t, by > 0, reach(draft, figure) == eldercare.Missed, "%v by %d", standards.Key(tt.key), by)
			assert.Equal(t, by < 0, reach(draft, figure-1) == eldercare.Met, "%v by %d", standards.Key(tt.key), by)
		}
		assert.Equal(t, eldercare.NotOnRecord, reach(onDay(t, row.Until.String()), figure))
	}
	asked := map[standards.NumberKey]bool{}
	for _, tt := range everyTarget {
		asked[tt.key] = true
	}
	for _, k := range standards.Keys() {
		if k.Key >= standards.Key(standards.TekunInstitutionShare) && k.Key <= standards.Key(standards.ElderCanteens) {
			assert.True(t, asked[standards.NumberKey(k.Key)], k.Name)
		}
	}
}

func TestFactsThatCannotBe(t *testing.T) {
	n := eldercare.CountOf
	for _, tt := range []struct {
		give subject
		want []string
	}{
		{eldercare.City{TekunInInstitutions: eldercare.ShareOf(11, 10)}, []string{"tekunInInstitutions.part: 11 is more than the whole of 10"}},
		{eldercare.City{TekunBeds: n(100), TekunNursingBeds: n(101)}, []string{"tekunNursingBeds: 101 is more than the whole of 100"}},
		{eldercare.City{TekunNursingBeds: n(101)}, nil},
		{eldercare.City{TekunInstitutions: n(-1), Coverage: eldercare.ShareOf(-1, -2)},
			[]string{"tekunInstitutions: -1 is negative", "coverage.part: -1 is negative", "coverage.whole: -2 is negative"}},
		{eldercare.City{TekunBeds: n(eldercare.MaxCount + 1)}, []string{"tekunBeds: 1000000000001 is above 1000000000000"}},
		{eldercare.City{Institutions: eldercare.Institutions{MeetingStandard: eldercare.ShareOf(1, 0), NursingBeds: share{Part: n(-5)}, TrainedWorkers: share{Whole: n(-1 << 63)}}},
			[]string{"institutions.meetingStandard.part: 1 is more than the whole of 0", "institutions.nursingBeds.part: -5 is negative",
				"institutions.trainedWorkers.whole: -9223372036854775808 is negative"}},
		{eldercare.District{}, []string{"place: 0 is none of the ten county-level units"}},
		{eldercare.District{Place: standards.Zhuzhou, Canteens: n(-1)}, []string{"place: 430200 is none of the ten county-level units", "canteens: -1 is negative"}},
		{eldercare.District{Place: standards.Elsewhere}, []string{"place: 999999 is none of the ten county-level units"}},
		{eldercare.District{Place: standards.Youxian, TekunInInstitutions: eldercare.ShareOf(1<<62, 1), Coverage: eldercare.ShareOf(2, 1)},
			[]string{"tekunInInstitutions.part: 4611686018427387904 is above 1000000000000", "coverage.part: 2 is more than the whole of 1"}},
		{eldercare.District{Place: standards.Youxian, Institutions: eldercare.Institutions{NursingBeds: eldercare.ShareOf(3, 2)}},
			[]string{"institutions.nursingBeds.part: 3 is more than the whole of 2"}},
		{eldercare.Institution{Place: standards.Youxian, MeetsStandard: 3, NursingBeds: eldercare.ShareOf(3, 2), TrainedWorkers: eldercare.ShareOf(1, -1)},
			[]string{"meetsStandard: 3 is neither yes nor no", "nursingBeds.part: 3 is more than the whole of 2", "trainedWorkers.whole: -1 is negative"}},
	} {
		for _, day := range []string{"2020-10-01", "2021-10-01"} { // on record or not
			targets, err := tt.give.Check(onDay(t, day))
			if tt.want == nil {
				assert.NoError(t, err)
				continue
			}
			assert.Nil(t, targets)
			var faults eldercare.InputErrors
			require.ErrorAs(t, err, &faults)
			assert.Equal(t, strings.Join(tt.want, "\n"), faults.Text(standards.English))
			assert.Equal(t, "eldercare: "+strings.Join(tt.want, "; "), err.Error())
			var first *eldercare.InputError
			require.True(t, errors.As(err, &first))
			assert.Equal(t, "eldercare: "+tt.want[0], first.Error())
		}
	}
	_, err := eldercare.City{Coverage: eldercare.ShareOf(3, 2), TekunBeds: n(-7)}.Check(onDay(t, "2020-10-01"))
	var faults eldercare.InputErrors
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, "tekunBeds：-7是负数\ncoverage.part：3大于总数2", faults.Text(standards.Chinese))
	assert.Equal(t, eldercare.InputError{Field: "coverage.part", Value: 3, Whole: 2, Fault: eldercare.AboveTheWhole}, *faults[1])
	assert.Contains(t, (&eldercare.InputError{Field: "x", Fault: 99}).Error(), "not usable")
}

func TestTogether(t *testing.T) {
	one := func(meets standards.Answer, beds, workers share) eldercare.Institution {
		return eldercare.Institution{Place: standards.Liling, MeetsStandard: meets, NursingBeds: beds, TrainedWorkers: workers}
	}
	of := eldercare.ShareOf
	for _, tt := range []struct {
		why  string
		give []eldercare.Institution
		want eldercare.Institutions
	}{
		{"none: every count is 0", nil, eldercare.Institutions{MeetingStandard: of(0, 0), NursingBeds: of(0, 0), TrainedWorkers: of(0, 0)}},
		{"one and another", []eldercare.Institution{one(standards.Yes, of(10, 40), of(3, 3)), one(standards.No, of(50, 60), of(0, 2))},
			eldercare.Institutions{MeetingStandard: of(1, 2), NursingBeds: of(60, 100), TrainedWorkers: of(3, 5)}},
		{"what one does not state is not stated together", []eldercare.Institution{one(standards.Yes, of(10, 40), share{}), one(0, share{Whole: eldercare.CountOf(9)}, of(1, 1))},
			eldercare.Institutions{NursingBeds: share{Whole: eldercare.CountOf(49)}}},
	} {
		got, err := eldercare.Together(tt.give...)
		require.NoError(t, err)
		assert.Equal(t, tt.want, got, tt.why)
	}
	most := int64(eldercare.MaxCount)
	for _, tt := range []struct {
		give []eldercare.Institution
		want string
	}{
		{[]eldercare.Institution{one(0, of(most, most), share{}), one(0, of(0, 1), share{})}, "eldercare: nursingBeds.whole: 1000000000001 is above 1000000000000"},
		{[]eldercare.Institution{one(0, share{}, share{}), {}, one(9, of(2, 1), share{})},
			"eldercare: [1].place: 0 is none of the ten county-level units; [2].meetsStandard: 9 is neither yes nor no; [2].nursingBeds.part: 2 is more than the whole of 1"},
		{[]eldercare.Institution{one(0, of(1<<62, 1<<62), share{}), one(0, of(-1<<63, 1<<62), share{}), one(0, of(-1<<63, 1<<62), share{})},
			"eldercare: [0].nursingBeds.part: 4611686018427387904 is above 1000000000000; [0].nursingBeds.whole: 4611686018427387904 is above 1000000000000; " +
				"[1].nursingBeds.part: -9223372036854775808 is negative; [1].nursingBeds.whole: 4611686018427387904 is above 1000000000000; " +
				"[2].nursingBeds.part: -9223372036854775808 is negative; [2].nursingBeds.whole: 4611686018427387904 is above 1000000000000"},
	} {
		_, err := eldercare.Together(tt.give...)
		assert.EqualError(t, err, tt.want)
	}
}

func TestCount(t *testing.T) {
	var zero count
	assert.False(t, zero.Stated())
	assert.False(t, zero == eldercare.CountOf(0), "not stated is not 0")
	assert.Equal(t, []string{"", "0", "-3"}, []string{zero.String(), eldercare.CountOf(0).String(), eldercare.CountOf(-3).String()})
	assert.Equal(t, int64(12), eldercare.CountOf(12).Int64())

	d := eldercare.District{Place: standards.Youxian, Coverage: share{Whole: eldercare.CountOf(12)}, Canteens: eldercare.CountOf(0)}
	data, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Equal(t, `{"place":"430223","coverage":{"whole":12},"canteens":0}`, string(data))
	var back eldercare.District
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, d, back)
	data, err = json.Marshal(zero)
	require.NoError(t, err)
	assert.Equal(t, "null", string(data))
	require.NoError(t, json.Unmarshal(data, &zero))
	assert.False(t, zero.Stated())
	for _, text := range []string{`1.5`, `"1"`, `1e3`, `9223372036854775808`, `true`, `{}`} {
		var fault *standards.WordError
		assert.ErrorAs(t, json.Unmarshal([]byte(text), &zero), &fault, text)
	}
}

// Whatever the facts, a check gives an error or as many targets as there are, and what it finds wanting is exactly that.
func FuzzTargets(f *testing.F) {
	f.Add(int64(1), int64(2), uint8(3), int64(50), int64(100))
	f.Add(int64(0), int64(0), uint8(0), int64(1), int64(1))
	f.Add(int64(-1), int64(1)<<62, uint8(7), int64(999_999), int64(1_000_000))
	sets := []*standards.Set{onDay(f, "2020-10-01"), onDay(f, "2021-10-01"), new(standards.Set)}
	f.Fuzz(func(t *testing.T, part, whole int64, stated uint8, num, den int64) {
		s := share{}
		if stated&1 != 0 {
			s.Part = eldercare.CountOf(part)
		}
		if stated&2 != 0 {
			s.Whole = eldercare.CountOf(whole)
		}
		tables, err := standards.Published().With(standards.Overlay{ID: "fuzz", Kind: standards.Draft, Rows: []standards.Standard{{Key: standards.Key(standards.NursingBedShare),
			Place: standards.Hetang, Number: standards.Fraction{Num: num, Den: den}, From: standards.Day(2020, 1, 1)}}})
		all := sets
		if err == nil {
			all = append(all[:3:3], setOf(t, tables, "2021-10-01"))
		}
		for i, set := range all {
			targets, err := eldercare.Institution{Place: standards.Hetang, NursingBeds: s}.Check(set)
			bad := func(c count) bool { return c.Int64() < 0 || c.Int64() > eldercare.MaxCount }
			if refused := bad(s.Part) || bad(s.Whole) || s.Part.Stated() && s.Whole.Stated() && s.Part.Int64() > s.Whole.Int64(); refused != (err != nil) {
				t.Fatalf("%+v: %v", s, err)
			}
			if err != nil {
				continue
			}
			target := targets[1]
			if i == 3 && s.Part.Stated() && s.Whole.Stated() && whole > 0 {
				// (part + wanting) / whole reaches num / den, and one less does not.
				goal := big.NewRat(num, den)
				reaches := func(n int64) bool { return big.NewRat(n, whole).Cmp(goal) >= 0 }
				if !reaches(part+target.Wanting) || target.Wanting > 0 && reaches(part+target.Wanting-1) || (target.Verdict == eldercare.Met) != reaches(part) {
					t.Errorf("%d of %d against %v: %s", part, whole, goal, target.Text(standards.English))
				}
			}
			if target.Wanting < 0 || (target.Wanting > 0) != (target.Verdict == eldercare.Missed) || target.Verdict == 0 || target.Text(standards.Chinese) == "" {
				t.Errorf("%+v: %+v", s, target)
			}
		}
	})
}

// What each target counts, one of it and several.
func TestCounted(t *testing.T) {
	for key, want := range map[standards.NumberKey][3]string{
		standards.TekunInstitutionShare: {"1 person", "2 people", "2人"},
		standards.TekunInstitutions:     {"1 institution", "2 institutions", "2所"},
		standards.TekunBeds:             {"1 bed", "2 beds", "2张"},
		standards.TekunNursingBeds:      {"1 bed", "2 beds", "2张"},
		standards.CommunityCoverage:     {"1 community", "2 communities", "2个社区"},
		standards.ServiceQuality:        {"1 institution", "2 institutions", "2家"},
		standards.NursingBedShare:       {"1 bed", "2 beds", "2张"},
		standards.WorkerTraining:        {"1 worker", "2 workers", "2人"},
		standards.ElderCanteens:         {"1 canteen", "2 canteens", "2家"},
	} {
		target := eldercare.Target{Key: key}
		assert.Equal(t, want, [3]string{target.Counted(1, standards.English), target.Counted(2, standards.English), target.Counted(2, standards.Chinese)})
	}
}
