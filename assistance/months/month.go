package months

import (
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/standards"
)

// Month is a calendar month, the span that benefits are paid for. Months are comparable with ==;
// the zero Month means "not stated".
type Month struct {
	Year  int
	Month time.Month
}

// MonthOf returns the month that d lies in.
func MonthOf(d standards.Date) Month { return Month{d.Year, d.Month} }

// ParseMonth reads a month in the form 2020-09. It reports a *standards.DateError for anything
// else.
func ParseMonth(s string) (Month, error) {
	d, err := standards.ParseDate(s + "-01")
	if err != nil {
		return Month{}, &standards.DateError{Value: s}
	}
	return MonthOf(d), nil
}

// First returns the first day of m, the one whose facts decide the month.
func (m Month) First() standards.Date { return standards.Day(m.Year, m.Month, 1) }

// Last returns the last day of m.
func (m Month) Last() standards.Date { return m.First().NextMonth().Previous() }

// Next returns the month after m.
func (m Month) Next() Month { return MonthOf(m.First().NextMonth()) }

// Previous returns the month before m.
func (m Month) Previous() Month { return m.Add(-1) }

// Add returns the month n months after m, before it where n is negative.
func (m Month) Add(n int) Month { return monthAt(m.index() + n) }

// Since returns how many months m is after n.
func (m Month) Since(n Month) int { return m.index() - n.index() }

// Before reports whether m is an earlier month than n.
func (m Month) Before(n Month) bool { return m.index() < n.index() }

// IsZero reports whether no month is stated.
func (m Month) IsZero() bool { return m == Month{} }

// Valid reports whether m is a month of the years 1 to 9999.
func (m Month) Valid() bool { return m.First().Valid() }

// String returns m in the form 2020-09, and "" for the zero Month.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year, int(m.Month))
}

// MarshalText implements encoding.TextMarshaler: the form of [Month.String].
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler: the form of [ParseMonth], or nothing for the
// zero Month.
func (m *Month) UnmarshalText(text []byte) error {
	if m == nil {
		return &standards.DateError{Value: string(text)}
	}
	if len(text) == 0 {
		*m = Month{}
		return nil
	}
	read, err := ParseMonth(string(text))
	if err == nil {
		*m = read
	}
	return err
}

// index counts months.
func (m Month) index() int { return m.Year*standards.MonthsPerYear + int(m.Month) - 1 }

func monthAt(index int) Month {
	return Month{index / standards.MonthsPerYear, time.Month(index%standards.MonthsPerYear + 1)}
}
