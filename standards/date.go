package standards

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Date is a civil date, the kind that laws and birth certificates state: no clock, no time zone.
// Dates are comparable with ==. The zero Date means "not stated"; it is before every other date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Day returns the date y-m-d as written, valid or not; see [Date.Valid].
func Day(y int, m time.Month, d int) Date { return Date{y, m, d} }

// ParseDate reads a date in the form 2020-09-01. It reports a *DateError if s is not of that form
// or names a day that does not exist.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, &DateError{strings.Clone(s)}
	}
	y, _ := digits(s[:4]) // 0 if it is no number: no year, no month and no day has it
	m, _ := digits(s[5:7])
	d, _ := digits(s[8:])
	date := Date{y, time.Month(m), d}
	if !date.Valid() {
		return Date{}, &DateError{strings.Clone(s)}
	}
	return date, nil
}

// DateError says that a text is not a date of the form 2020-09-01, or no day of the calendar.
type DateError struct{ Value string }

// Error returns the English text.
func (e *DateError) Error() string { return "standards: " + e.Text(English) }

// Text says in language l what is no day.
func (e *DateError) Text(l Lang) string {
	if e == nil {
		return ""
	}
	return l.In("“"+wire.Shown(e.Value)+"”不是日期（格式如 2020-09-01）", quoted(e.Value)+" is not a day of the form 2020-09-01")
}

// digits reads a run of ASCII digits. It returns 0 for anything else.
func digits(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0
}

// Valid reports whether d is a day of the calendar, from the year 1 to the year 9999.
func (d Date) Valid() bool {
	return d.Year >= 1 && d.Year <= lastYear && d.Month >= time.January && d.Month <= time.December &&
		d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// IsZero reports whether no date is stated.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int {
	switch a, b := d.ordinal(), e.ordinal(); {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.ordinal() < e.ordinal() }

// ordinal grows with the date; it is not a count of days.
func (d Date) ordinal() int { return d.Year<<9 | int(d.Month)<<5 | d.Day }

// Next returns the day after d.
func (d Date) Next() Date {
	d.Day++
	if d.Day > daysIn(d.Year, d.Month) {
		d.Day = 1
		d.Month++
	}
	if d.Month > time.December {
		d.Month = time.January
		d.Year++
	}
	return d
}

// Previous returns the day before d.
func (d Date) Previous() Date {
	d.Day--
	if d.Day < 1 {
		d.Month--
		if d.Month < time.January {
			d.Month = time.December
			d.Year--
		}
		d.Day = daysIn(d.Year, d.Month)
	}
	return d
}

// FirstOfMonth returns the first day of d's month.
func (d Date) FirstOfMonth() Date { return Date{d.Year, d.Month, 1} }

// NextMonth returns the first day of the month after d's.
func (d Date) NextMonth() Date {
	if d.Month == time.December {
		return Date{d.Year + 1, time.January, 1}
	}
	return Date{d.Year, d.Month + 1, 1}
}

// AddDays returns the day n days after d, before d where n is negative. It returns the zero Date if
// d is not [Date.Valid], or the result is not.
func (d Date) AddDays(n int) Date {
	if !d.Valid() {
		return Date{}
	}
	to := d.dayNumber() + n // a sum too large for an int is negative
	if to < 1 || to > calendarDays {
		return Date{}
	}
	on := Date{yearOf(to), time.January, 1}
	left := to - on.dayNumber()
	for ; left >= daysIn(on.Year, on.Month); on.Month++ {
		left -= daysIn(on.Year, on.Month)
	}
	on.Day += left
	return on
}

// AddMonths returns the same day of the month n months after d, before d where n is negative; the
// last day of that month where it is shorter. It returns the zero Date if d is not [Date.Valid], or
// the result is not.
func (d Date) AddMonths(n int) Date {
	months := d.Year*MonthsPerYear + int(d.Month-time.January) + n
	return d.inMonth(months/MonthsPerYear, time.January+time.Month(months%MonthsPerYear))
}

// inMonth returns the day of d in another month, or its last where it is shorter. It returns the
// zero Date if d or the result is not [Date.Valid].
func (d Date) inMonth(year int, month time.Month) Date {
	to := Date{year, month, min(d.Day, daysIn(year, month))}
	if !d.Valid() || !to.Valid() {
		return Date{}
	}
	return to
}

// AddYears returns the same day n years after d, before d where n is negative; 28 February for a 29
// February that the year does not have. It returns the zero Date if d is not [Date.Valid], or the
// result is not.
func (d Date) AddYears(n int) Date {
	return d.inMonth(d.Year+n, d.Month)
}

// Birthday returns the day on which someone born on d completes age full years (周岁), as
// [Date.AgeOn] counts them: 1 March for someone born on 29 February, where the year has no such
// day. It returns the zero Date if d is not [Date.Valid], or the result is not.
func (d Date) Birthday(age int) Date {
	on := d.AddYears(age)
	if on.Valid() && on.Day < d.Day {
		return on.Next()
	}
	return on
}

// Since returns how many days d is after e; it is negative where d is before e, and 0 where one of
// them is not [Date.Valid].
func (d Date) Since(e Date) int {
	if !d.Valid() || !e.Valid() {
		return 0
	}
	return d.dayNumber() - e.dayNumber()
}

// The calendar of this package, and the runs of years of which each has a leap year more, or less.
const (
	lastYear     = 9999
	calendarDays = 3652059 // from 0001-01-01 to 9999-12-31
	yearDays     = 365
	fourYears    = 4*yearDays + 1
	century      = 25*fourYears - 1
	leapCycle    = 4*century + 1 // after 400 years leap years repeat
)

// yearOf returns the year of a day by its number. The last year of four, and the last century of
// four, has a day more than the others.
func yearOf(number int) int {
	day := number - 1
	cycles, day := day/leapCycle, day%leapCycle
	centuries := min(day/century, 3)
	day -= centuries * century
	fours, day := day/fourYears, day%fourYears
	return 1 + 400*cycles + 100*centuries + 4*fours + min(day/yearDays, 3)
}

// dayNumber counts the days from 0001-01-01, which is day 1, to d, which is a day.
func (d Date) dayNumber() int {
	before := d.Year - 1
	n := yearDays*before + before/4 - before/100 + before/400 + d.Day
	for m := time.January; m < d.Month; m++ {
		n += daysIn(d.Year, m)
	}
	return n
}

// AgeOn returns the full years (周岁) that someone born on d has lived on the day on. The birthday
// counts; someone born on 29 February completes the year on 1 March in common years.
func (d Date) AgeOn(on Date) int {
	age := on.Year - d.Year
	if on.Month < d.Month || on.Month == d.Month && on.Day < d.Day {
		age--
	}
	return age
}

// Text returns d as texts in language l write it: 2020年9月1日, 2020-09-01.
func (d Date) Text(l Lang) string {
	if l == English || d.IsZero() {
		return d.String()
	}
	return strconv.Itoa(d.Year) + "年" + strconv.Itoa(int(d.Month)) + "月" + strconv.Itoa(d.Day) + "日"
}

// String returns d in the form 2020-09-01, and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if d.Year < 0 || d.Year > lastYear || d.Month < 0 || d.Month > 99 || d.Day < 0 || d.Day > 99 {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
	}
	text := [10]byte{4: '-', 7: '-'}
	putDigits(text[:4], d.Year)
	putDigits(text[5:7], int(d.Month))
	putDigits(text[8:], d.Day)
	return string(text[:])
}

// putDigits fills to with the last digits of n.
func putDigits(to []byte, n int) {
	for i := len(to) - 1; i >= 0; i-- {
		to[i] = byte('0' + n%10)
		n /= 10
	}
}

// MarshalText implements encoding.TextMarshaler: the form of [Date.String].
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler: the form of [ParseDate], or nothing for the
// zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if d == nil {
		return &DateError{string(text)}
	}
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}

func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
