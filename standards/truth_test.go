package standards_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// The truth table: each key for each of the ten places, each kind of hukou and the first of each month from before the span to
// after the second change of the rules, written from the law and not from the rows. What no line gives is not on record.
//
// key, of, places, residences (u urban, r rural, b asked without one), first and last month, what is stated.
const truths = `
	dibao-line              -            five     u,r,b  2020-01 2020-12  600.00 a month exactly
	dibao-line              -            counties r      2020-01 2020-12  4320.00 a year at-least
	dibao-line              -            counties u      2020-01 2020-10  500.00 a month at-least
	dibao-line              -            counties u      2020-11 2021-12  550.00 a month at-least
	dibao-line              -            five     u      2021-01 2021-12  550.00 a month at-least
	dibao-line              -            all      r      2021-01 2021-12  4300.00 a year at-least
	dibao-line              -            five     u,r,b  2022-01 2022-10  650.00 a month exactly
	dibao-line              -            counties u      2022-01 2022-10  600.00 a month exactly
	dibao-line              -            counties r      2022-01 2022-10  4600.00 a year at-least
	average-assistance      -            all      u      2020-01 2020-12  400.00 a month at-least
	average-assistance      -            all      r      2020-01 2020-12  223.00 a month at-least
	disability-living       -,1,2,3,4    five     u,r,b  2020-01 2020-12  100.00 a month exactly
	disability-living       -,1,2,3,4    counties u,r,b  2020-01 2020-12  80.00 a month at-least
	disability-living     -,1,2,3,4    all      u,r,b  2021-01 2021-12  70.00 a month at-least
	disability-living     -,1,2,3,4    five     u,r,b  2022-01 2022-10  100.00 a month exactly
	disability-living     -,1,2,3,4    counties u,r,b  2022-01 2022-10  80.00 a month exactly
	disability-nursing      -,1,2,3,4    five     u,r,b  2020-01 2020-12  100.00 a month exactly
	disability-nursing      -,1,2,3,4    counties u,r,b  2020-01 2020-12  80.00 a month at-least
	disability-nursing    -,1,2,3,4    all      u,r,b  2021-01 2021-12  70.00 a month at-least
	disability-nursing    -,1,2,3,4    five     u,r,b  2022-01 2022-10  100.00 a month exactly
	disability-nursing    -,1,2,3,4    counties u,r,b  2022-01 2022-10  80.00 a month exactly

	tekun-institution-share -            all      u,r,b  2020-01 2020-12  50% at-least
	tekun-institutions      -            all      u,r,b  2020-01 2020-12  2 exactly
	tekun-beds              -            all      u,r,b  2020-01 2020-12  200 exactly
	tekun-nursing-beds      -            all      u,r,b  2020-01 2020-12  160 exactly
	community-coverage      city         all      u,r,b  2020-01 2020-12  90% at-least
	community-coverage      county       all      u,r,b  2020-01 2020-12  70% at-least
	service-quality         -            all      u,r,b  2020-01 2020-12  100% exactly
	nursing-bed-share       -            all      u,r,b  2020-01 2020-12  50% at-least
	worker-training         -            all      u,r,b  2020-01 2020-12  100% exactly
	elder-canteens          -            all      u,r,b  2020-01 2020-12  1 at-least

	low-income-multiple     -            all      u,r,b  2020-07 2022-10  3/2 exactly
	tekun-basic-multiple    -            all      u,r,b  2020-01 2022-10  13/10 at-least
	minor-age               -            all      u,r,b  2020-01 2022-10  18 exactly
	tekun-elder-age         -            all      u,r,b  2020-01 2022-10  60 exactly
	tekun-minor-age         -            all      u,r,b  2020-01 2020-06  16 exactly
	tekun-minor-age         -            all      u,r,b  2020-07 2022-10  18 exactly
	tekun-grade             visual       all      u,r,b  2021-07 2022-10  1 exactly
	tekun-grade             physical     all      u,r,b  2020-01 2021-06  1 exactly
	tekun-grade             physical     all      u,r,b  2021-07 2022-10  2 exactly
	tekun-grade             intellectual,mental all u,r,b 2020-01 2021-06 2 exactly
	tekun-grade             intellectual,mental all u,r,b 2021-07 2022-10 3 exactly
	single-person-grade     visual,hearing,speech,physical all u,r,b 2020-07 2022-10 2 exactly
	single-person-grade     intellectual,mental all u,r,b 2020-07 2022-10 3 exactly
	disability-living-grade  -           all      u,r,b  2020-01 2022-10  4 exactly
	disability-nursing-grade -           all      u,r,b  2020-01 2022-10  2 exactly
	dibao-topup-elder-age   -            all      u,r,b  2020-01 2022-10  60 exactly
	dibao-topup-minor-age   -            all      u,r,b  2020-01 2022-10  18 exactly
	dibao-topup-grade       -            all      u,r,b  2020-01 2022-10  2 exactly
	self-care-partly-lost   -            all      u,r,b  2020-01 2022-10  3 exactly

	dibao-not-counted       clergy       all      u,r,b  2020-01 2022-10  listed
	dibao-counting-open     adult-child,independent-adult-child,child-spouse,grandchild,grandparent,sibling,supported-relative all u,r,b 2020-01 2022-10 listed
	dibao-counting-open     parent       all      u,r,b  2021-07 2022-10  listed
	not-examined            prison,compulsory-rehabilitation,missing all u,r,b 2020-01 2022-10 listed
	dibao-not-income        veterans-pension all  u,r    2020-01 2022-10  listed
	dibao-not-income        veterans-pension all  b      2021-07 2022-10  listed
	dibao-not-income        reward       all      r      2020-01 2022-10  listed
	dibao-not-income        reward       all      u,b    2021-07 2022-10  listed
	dibao-not-income        basic-pension,relief all u,r,b 2021-07 2022-10 listed
	dibao-not-income        disability-subsidy,child-subsidy all u,r,b 2020-01 2022-10 listed
	tekun-not-income        veterans-pension all  u,r,b  2021-07 2022-10  listed
	tekun-not-income        basic-pension,old-age-allowance,child-subsidy all u,r,b 2020-01 2022-10 listed
	tekun-not-income        disability-subsidy all u,r,b 2020-01 2021-06 listed
	tekun-not-with          orphan       all      u,r,b  2020-01 2022-10  listed
	tekun-not-with          unattended-full,unattended-topped-up all u,r,b 2021-07 2022-10 listed
	disability-living-not-with  tekun,work-injury-nursing,orphan,unattended-full all u,r,b 2020-01 2022-10 listed
	disability-nursing-not-with tekun,work-injury-nursing all u,r,b 2020-01 2022-10 listed
	job-costs               on-dibao     all      u,r,b  2020-09 2021-06  listed
	job-costs               anyone       all      u,r,b  2021-07 2022-10  listed
	rigid-costs             -            all      u,r,b  2021-07 2022-10  listed
	grace                   -,work       all      r      2020-01 2020-12  listed
	grace                   work         all      r      2021-01 2022-10  listed
	grace                   work         all      u      2020-09 2022-10  listed
	grace                   work         all      b      2021-01 2022-10  listed
	self-care-activity      eating,dressing,bed,toilet,walking,bathing all u,r,b 2020-01 2022-10 listed
`

// cell is one question of the truth table.
type cell struct {
	key, of   string
	place     standards.Place
	residence standards.Residence
	month     string
}

// expectations answers the questions to which the truth table has an answer.
func expectations(t *testing.T) map[cell]string {
	t.Helper()
	places := map[string][]standards.Place{
		"five":     {standards.Hetang, standards.Lusong, standards.Shifeng, standards.Tianyuan, standards.Yunlong},
		"counties": {standards.Lukou, standards.Liling, standards.Youxian, standards.Chaling, standards.Yanling},
	}
	places["all"] = slices.Concat(places["five"], places["counties"])
	residences := map[string]standards.Residence{"u": standards.Urban, "r": standards.Rural, "b": 0}
	want := map[cell]string{}
	for text := range strings.Lines(strings.TrimSpace(truths)) {
		f := strings.Fields(text)
		if len(f) == 0 {
			continue
		}
		require.GreaterOrEqual(t, len(f), 7, text)
		require.Contains(t, places, f[2], text)
		for _, of := range strings.Split(f[1], ",") {
			for _, p := range places[f[2]] {
				for _, r := range strings.Split(f[3], ",") {
					for d := date(t, f[4]+"-01"); d.String()[:7] <= f[5]; d = d.NextMonth() {
						q := cell{f[0], strings.TrimPrefix(of, "-"), p, residences[r], d.String()[:7]}
						if want[q] != "" {
							t.Fatalf("%+v is stated twice", q)
						}
						want[q] = strings.Join(f[6:], " ")
					}
				}
			}
		}
	}
	return want
}

func TestTruthTable(t *testing.T) {
	want := expectations(t)
	asked, known := 0, 0
	for d := standards.Day(2019, time.December, 1); d != standards.Day(2022, time.November, 1); d = d.NextMonth() {
		set, err := standards.At(d)
		if d.Year < 2020 {
			var fault *standards.DayError
			require.ErrorAs(t, err, &fault)
			continue
		}
		require.NoError(t, err)
		for _, k := range standards.Keys() {
			for _, of := range ofs(k) {
				for _, p := range standards.Divisions() {
					for _, r := range []standards.Residence{0, standards.Urban, standards.Rural} {
						q := cell{k.Name, of, p, r, d.String()[:7]}
						asked++
						if want[q] != "" {
							known++
						}
						if got := answer(t, set, k.Key, p, r, of); got != want[q] {
							t.Errorf("%+v: got %q, want %q", q, got, want[q])
						}
					}
				}
			}
		}
	}
	assert.Equal(t, 34*10*3*ofCount(), asked)
	assert.NotZero(t, known)
}

func ofCount() int {
	n := 0
	for _, k := range standards.Keys() {
		n += 1 + len(k.Of)
	}
	return n
}

// answer asks a Set by the method of the key's kind, and checks that what is not on record says so.
func answer(t *testing.T, set *standards.Set, k standards.Key, p standards.Place, r standards.Residence, of string) string {
	t.Helper()
	row, found := set.Find(k, p, r, of)
	var typed standards.Standard
	var err error
	switch {
	case k.IsLine():
		var got standards.Line
		got, err = set.Line(standards.LineKey(k), p, r)
		typed = got.Standard
	case k.IsRate():
		var got standards.Rate
		got, err = set.Rate(standards.RateKey(k), p, r, of)
		typed = got.Standard
	case k.IsAverage():
		var got standards.Average
		got, err = set.Average(standards.AverageKey(k), p, r)
		typed = got.Standard
	case !k.IsList():
		var got standards.Number
		got, err = set.Number(standards.NumberKey(k), p, r, of)
		typed = got.Standard
	default:
		got, ok := set.Listed(standards.ListKey(k), p, r, of)
		if !ok {
			err = &standards.NotOnRecordError{Key: k, Place: p, Residence: r, Of: of, On: set.Day()}
		}
		typed = got
	}
	if err != nil {
		var missing *standards.NotOnRecordError
		if !errors.As(err, &missing) || found || *missing != (standards.NotOnRecordError{Key: k, Place: p, Residence: r, Of: of, On: set.Day()}) {
			t.Fatalf("%s, %s %s %q: %v", k, p, r, of, err)
		}
		return ""
	}
	if typed != row || !row.InForce(set.Day()) || !p.In(row.Place) {
		t.Fatalf("%s, %s %s %q: %+v by its method, %+v by Find", k, p, r, of, typed, row)
	}
	return value(row)
}

// The same questions, answered with the document and clause, month by month: what users read before they rely on a figure.
func TestTruthGolden(t *testing.T) {
	var b strings.Builder
	for _, k := range standards.Keys() {
		for _, of := range ofs(k) {
			for _, r := range []standards.Residence{standards.Urban, standards.Rural} {
				byAnswer := map[string][]string{} // the history of a place, and the places that share it
				var order []string
				for _, p := range standards.Divisions() {
					h := history(t, k.Key, p, r, of)
					if byAnswer[h] == nil {
						order = append(order, h)
					}
					byAnswer[h] = append(byAnswer[h], p.String())
				}
				for _, h := range order {
					places := strings.Join(byAnswer[h], " ")
					if len(byAnswer[h]) == len(standards.Divisions()) {
						places = "all"
					}
					b.WriteString(strings.Join([]string{k.Name, of, r.String(), places}, " | ") + "\n" + h)
				}
			}
		}
	}
	golden(t, "truth.golden", b.String())
}

// history prints what governs a place, from the first month of a run to the last.
func history(t *testing.T, k standards.Key, p standards.Place, r standards.Residence, of string) string {
	var runs [][3]string // first month, last month, answer
	for d := standards.Day(2020, time.January, 1); d != standards.Day(2022, time.November, 1); d = d.NextMonth() {
		got, month := "not on record", d.String()[:7]
		if row, ok := onMonth(t, d).Find(k, p, r, of); ok {
			got = value(row) + ", " + string(row.Basis.Document) + " " + row.Basis.Clause + row.Basis.At
		}
		if n := len(runs); n > 0 && runs[n-1][2] == got {
			runs[n-1][1] = month
		} else {
			runs = append(runs, [3]string{month, month, got})
		}
	}
	var b strings.Builder
	for _, run := range runs {
		b.WriteString("\t" + run[0] + ".." + run[1] + " " + strings.TrimSpace(run[2]) + "\n")
	}
	return b.String()
}

var months = map[standards.Date]*standards.Set{}

func onMonth(t *testing.T, d standards.Date) *standards.Set {
	if months[d] == nil {
		months[d] = onDay(t, d.String())
	}
	return months[d]
}
