package standards_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

func TestAgeOn(t *testing.T) {
	for _, tt := range []struct {
		why      string
		born, on string
		want     int
	}{
		{"the day before a birthday", "1960-10-02", "2020-10-01", 59},
		{"a birthday counts", "1960-10-01", "2020-10-01", 60},
		{"the day after", "1960-09-30", "2020-10-01", 60},
		{"an earlier month, a later day", "1960-09-30", "2020-10-29", 60},
		{"a later month, an earlier day", "1960-11-01", "2020-10-29", 59},
		{"the day of birth", "2020-10-01", "2020-10-01", 0},
		{"born on 29 February, the day before in a common year", "2004-02-29", "2021-02-28", 16},
		{"born on 29 February, 1 March in a common year", "2004-02-29", "2021-03-01", 17},
		{"born on 29 February, 28 February of a leap year", "2004-02-29", "2020-02-28", 15},
		{"born on 29 February, 29 February of a leap year", "2004-02-29", "2020-02-29", 16},
		{"born on 28 February, in a leap year", "2004-02-28", "2020-02-28", 16},
		{"born on 31 December", "2002-12-31", "2020-12-30", 17},
		{"not yet born", "2020-10-02", "2020-10-01", -1},
	} {
		assert.Equal(t, tt.want, date(t, tt.born).AgeOn(date(t, tt.on)), tt.why)
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "2020", "2020-9-1", "2020-09-1", "20-09-2001", "2020/09/01", "2020-09-31", "2021-02-29", "1900-02-29", "2020-00-10", "2020-13-01", "2020-01-00",
		"0000-01-01", "-001-01-01", "+020-01-01", "2020-09-01 ", " 2020-09-01", "2020-09-01T00:00:00Z", "２０２０-09-01", "2020年9月1日", "2020-0a-01", "2020-09-\x00\x00",
	} {
		got, err := standards.ParseDate(s)
		var fault *standards.DateError
		require.ErrorAs(t, err, &fault, s)
		assert.Equal(t, s, fault.Value)
		assert.Equal(t, standards.Date{}, got)
		assert.Contains(t, err.Error(), "2020-09-01")
	}
	for _, s := range []string{"2020-02-29", "2000-02-29", "0001-01-01", "9999-12-31"} {
		assert.Equal(t, s, date(t, s).String())
	}
}

func TestDateSteps(t *testing.T) {
	for _, tt := range []struct{ day, next, month string }{
		{"2020-01-01", "2020-01-02", "2020-02-01"},
		{"2020-01-31", "2020-02-01", "2020-02-01"},
		{"2020-02-28", "2020-02-29", "2020-03-01"},
		{"2020-02-29", "2020-03-01", "2020-03-01"},
		{"2021-02-28", "2021-03-01", "2021-03-01"},
		{"1900-02-28", "1900-03-01", "1900-03-01"},
		{"2000-02-28", "2000-02-29", "2000-03-01"},
		{"2020-04-30", "2020-05-01", "2020-05-01"},
		{"2020-12-31", "2021-01-01", "2021-01-01"},
		{"2020-12-01", "2020-12-02", "2021-01-01"},
	} {
		d, next := date(t, tt.day), date(t, tt.next)
		assert.Equal(t, next, d.Next(), tt.day)
		assert.Equal(t, d, next.Previous(), tt.next)
		assert.Equal(t, date(t, tt.month), d.NextMonth(), tt.day)
		assert.Equal(t, tt.day[:8]+"01", d.FirstOfMonth().String())
		assert.True(t, d.Before(next))
		assert.Equal(t, []int{-1, 0, +1}, []int{d.Compare(next), d.Compare(d), next.Compare(d)})
	}
}

// Days between dates, counted by hand.
func TestSince(t *testing.T) {
	for _, tt := range []struct {
		day, since string
		want       int
	}{
		{"2020-03-01", "2020-02-28", 2}, {"2021-03-01", "2021-02-28", 1}, {"1900-03-01", "1900-02-28", 1}, {"2000-03-01", "2000-02-28", 2},
		{"2020-01-01", "2020-12-31", -365}, {"2021-01-01", "2020-01-01", 366}, {"2020-10-01", "2020-10-01", 0},
		{"2001-01-01", "1601-01-01", 146097}, {"1801-01-01", "1601-01-01", 73048}, {"9999-12-31", "0001-01-01", 3652058},
	} {
		assert.Equal(t, tt.want, date(t, tt.day).Since(date(t, tt.since)), "%s since %s", tt.day, tt.since)
		assert.Equal(t, date(t, tt.day), date(t, tt.since).AddDays(tt.want), "%d days after %s", tt.want, tt.since)
	}
}

// Every day of four centuries is counted as the standard library counts it.
func TestDateAgreesWithTime(t *testing.T) {
	at := time.Date(1800, time.January, 1, 0, 0, 0, 0, time.UTC)
	for d := standards.Day(1800, time.January, 1); d.Year < 2200; d = d.Next() {
		if at.Format("2006-01-02") != d.String() || !d.Valid() || d.Next().Previous() != d {
			t.Fatalf("%s is %s, valid %t, the day before the next %s", at.Format("2006-01-02"), d, d.Valid(), d.Next().Previous())
		}
		at = at.AddDate(0, 0, 1)
	}
}

func TestDateZero(t *testing.T) {
	var zero standards.Date
	assert.True(t, zero.IsZero())
	assert.False(t, zero.Valid())
	assert.Equal(t, "", zero.String())
	assert.True(t, zero.Before(standards.Day(1, time.January, 1)))

	text, err := json.Marshal(map[string]standards.Date{"none": {}, "some": standards.Day(2020, time.September, 1)})
	require.NoError(t, err)
	assert.Equal(t, `{"none":"","some":"2020-09-01"}`, string(text))
	var back map[string]standards.Date
	require.NoError(t, json.Unmarshal(text, &back))
	assert.Equal(t, map[string]standards.Date{"none": {}, "some": standards.Day(2020, time.September, 1)}, back)
	var fault *standards.DateError
	assert.ErrorAs(t, json.Unmarshal([]byte(`{"none":"2020-09-31"}`), &back), &fault)
}

// No date written as a literal makes a method fail, however far from the calendar.
func TestDatesOffTheCalendar(t *testing.T) {
	for _, d := range []standards.Date{{2020, 0, 0}, {2020, 13, 1}, {2020, time.February, 30}, {-1, -1, -1}, {1 << 40, 99, 99}} {
		assert.False(t, d.Valid(), d)
		_, _, _, _ = d.Next(), d.Previous(), d.NextMonth(), d.AgeOn(d)
		_, err := standards.At(d)
		var fault *standards.DayError
		assert.ErrorAs(t, err, &fault)
	}
}

// A date is written as it stands, on the calendar or off it, so that a message shows what was stated.
func TestDateString(t *testing.T) {
	for want, d := range map[string]standards.Date{
		"2020-09-01": {2020, 9, 1}, "0000-00-01": {0, 0, 1}, "0001-00-00": {1, 0, 0}, "9999-99-99": {9999, 99, 99},
		"10000-01-01": {10000, 1, 1}, "-001-01-01": {-1, 1, 1}, "2020--1-01": {2020, -1, 1}, "2020-100-01": {2020, 100, 1},
		"2020-01--1": {2020, 1, -1}, "2020-01-100": {2020, 1, 100},
	} {
		assert.Equal(t, want, d.String())
	}
	for year, valid := range map[int]bool{0: false, 1: true, 9999: true, 10000: false} {
		assert.Equal(t, valid, standards.Day(year, time.January, 1).Valid(), year)
	}
}

// What is read into a date replaces it, unless it is no date; nothing is read into nil.
func TestDateUnmarshalText(t *testing.T) {
	d := standards.Day(2020, time.September, 1)
	assert.Error(t, d.UnmarshalText([]byte("2020-09-31")))
	assert.Equal(t, standards.Day(2020, time.September, 1), d)
	require.NoError(t, d.UnmarshalText(nil))
	assert.Equal(t, standards.Date{}, d)
	assert.Equal(t, &standards.DateError{Value: "2020-09-01"}, (*standards.Date)(nil).UnmarshalText([]byte("2020-09-01")))
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2020-09-01", "2020-02-29", "2021-02-29", "", "0001-01-01", "9999-12-31", "2020-9-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := standards.ParseDate(s)
		if err != nil {
			if d != (standards.Date{}) {
				t.Errorf("ParseDate(%q) = %v with an error", s, d)
			}
			return
		}
		if d.String() != s || !d.Valid() {
			t.Errorf("ParseDate(%q) = %v, valid %t", s, d, d.Valid())
		}
		if _, err := time.Parse("2006-01-02", s); err != nil {
			t.Errorf("%q is no day for the standard library: %v", s, err)
		}
		if !d.Before(d.Next()) || d.Next().Previous() != d || d.AgeOn(d) != 0 {
			t.Errorf("the day after %v is %v, before that %v", d, d.Next(), d.Next().Previous())
		}
	})
}

func TestDateArithmetic(t *testing.T) {
	day := func(d standards.Date, n int) standards.Date { return d.AddDays(n) }
	months := func(d standards.Date, n int) standards.Date { return d.AddMonths(n) }
	years := func(d standards.Date, n int) standards.Date { return d.AddYears(n) }
	birthday := func(d standards.Date, n int) standards.Date { return d.Birthday(n) }
	for _, tt := range []struct {
		why  string
		add  func(standards.Date, int) standards.Date
		from string
		n    int
		want string
	}{
		{"the day itself", day, "2020-02-29", 0, "2020-02-29"},
		{"over a leap day", day, "2020-02-28", 2, "2020-03-01"},
		{"back over the end of a year", day, "2021-01-01", -1, "2020-12-31"},
		{"a hundred years without a leap day at their end", day, "1900-02-28", 1, "1900-03-01"},
		{"the whole calendar", day, "0001-01-01", 3652058, "9999-12-31"},
		{"and back", day, "9999-12-31", -3652058, "0001-01-01"},
		{"beyond its end", day, "9999-12-31", 1, ""},
		{"before its beginning", day, "0001-01-01", -1, ""},
		{"a calendar and a day beyond", day, "0001-01-01", 3652060, ""},
		{"far beyond", day, "2020-01-01", math.MaxInt, ""},
		{"far before", day, "2020-01-01", math.MinInt, ""},

		{"the same day of the next month", months, "2020-01-15", 1, "2020-02-15"},
		{"a shorter month", months, "2020-01-31", 1, "2020-02-29"},
		{"a shorter month of a common year", months, "2021-01-31", 1, "2021-02-28"},
		{"into the next year", months, "2020-12-31", 2, "2021-02-28"},
		{"back into the year before", months, "2020-01-31", -2, "2019-11-30"},
		{"before the calendar", months, "0001-01-01", -1, ""},
		{"beyond the calendar", months, "9999-12-01", 1, ""},
		{"the whole calendar", months, "0001-01-31", 9998*12 + 11, "9999-12-31"},
		{"and back", months, "9999-12-31", -9998*12 - 11, "0001-01-31"},
		{"far beyond", months, "2020-01-01", math.MaxInt, ""},
		{"far before", months, "2020-01-01", math.MinInt, ""},

		{"a year", years, "2020-10-01", 1, "2021-10-01"},
		{"29 February in a common year", years, "2020-02-29", 1, "2021-02-28"},
		{"29 February in a leap year", years, "2020-02-29", -4, "2016-02-29"},
		{"the whole calendar", years, "0001-06-30", 9998, "9999-06-30"},
		{"a year beyond", years, "0001-06-30", 9999, ""},
		{"before the calendar", years, "0001-06-30", -1, ""},
		{"far beyond", years, "2020-01-01", math.MaxInt, ""},
		{"years whose months come round to none", years, "2020-01-01", 1 << 62, ""},
		{"far before", years, "2020-01-01", math.MinInt, ""},

		{"a birthday", birthday, "1960-10-01", 60, "2020-10-01"},
		{"born on 29 February, in a common year", birthday, "2004-02-29", 17, "2021-03-01"},
		{"born on 29 February, in a leap year", birthday, "2004-02-29", 16, "2020-02-29"},
		{"beyond the calendar", birthday, "9990-01-01", 60, ""},

		{"no day stays no day", day, "", 5, ""},
		{"no day has no month after", months, "", 5, ""},
		{"no day has no birthday", birthday, "", 5, ""},
	} {
		var from standards.Date
		require.NoError(t, from.UnmarshalText([]byte(tt.from)), tt.why)
		assert.Equal(t, tt.want, tt.add(from, tt.n).String(), tt.why)
	}
	none, day1 := standards.Day(2021, time.February, 29), date(t, "2021-01-01")
	assert.Equal(t, [3]standards.Date{}, [3]standards.Date{none.AddDays(1), none.AddMonths(1), none.AddYears(1)}, "no such day")
	assert.Equal(t, [2]int{}, [2]int{none.Since(day1), day1.Since(none)}, "which is no days after another")
}

// Adding days is taking so many steps, and Since counts them.
func TestAddDaysIsSteps(t *testing.T) {
	for _, run := range []struct {
		from  string
		until int
	}{{"0001-01-01", 10}, {"1899-01-01", 1902}, {"1996-01-01", 2006}, {"2099-01-01", 2102}, {"9995-01-01", 9999}} {
		from, n := date(t, run.from), 0
		for d := from; d.Year < run.until; d = d.Next() {
			if from.AddDays(n) != d || d.AddDays(-n) != from || d.Since(from) != n {
				t.Fatalf("%s and %d days are %s, not %s; back, %s; in between are %d days", from, n, from.AddDays(n), d, d.AddDays(-n), d.Since(from))
			}
			n++
		}
	}
	for year := 1; year <= 9999; year++ { // a count of years may slip at their ends
		first, d := standards.Day(1, time.January, 1), standards.Day(year, time.December, 31)
		if got := first.AddDays(d.Since(first)); got != d {
			t.Fatalf("%s comes back as %s", d, got)
		}
	}
}

// On a birthday the age is reached, and the day before it is not.
func TestBirthdayIsTheFirstDayOfTheAge(t *testing.T) {
	for born := date(t, "2003-12-30"); born.Year < 2005; born = born.Next() {
		for age := 1; age < 20; age++ {
			on := born.Birthday(age)
			require.Equal(t, age, born.AgeOn(on), "%s, %d", born, age)
			require.Equal(t, age-1, born.AgeOn(on.Previous()), "%s, %d", born, age)
		}
	}
}
