package months

import (
	"database/sql/driver"

	"github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Value implements driver.Valuer: the form of [Month.String], and NULL for the zero Month.
func (m Month) Value() (driver.Value, error) { return column.Value(m, m.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (m *Month) Scan(src any) error { return column.Scan(m, src) }

// Value implements driver.Valuer: the form of [Sum.String]. A sum of nothing is 0.00, not NULL.
func (s Sum) Value() (driver.Value, error) {
	if s == 0 {
		return s.String(), nil
	}
	return column.Value(s, s.String())
}

// Scan implements sql.Scanner: it reads what Value stores. NULL is an error, as it says nothing of a
// sum; a column that may be NULL is read into a sql.Null.
func (s *Sum) Scan(src any) error {
	if err := column.NotNull[Sum](src); err != nil {
		return err
	}
	return column.Scan(s, src)
}

// Value reports that there is no one form of Status as a column, and what to store instead.
func (s Status) Value() (driver.Value, error) { return nil, column.None[Status](statusInstead) }

// Scan reports what Value does.
func (s *Status) Scan(any) error { return column.None[Status](statusInstead) }

// Value reports that there is no one form of ReviewClass as a column, and what to store instead.
func (c ReviewClass) Value() (driver.Value, error) {
	return nil, column.None[ReviewClass](reviewClassInstead)
}

// Scan reports what Value does.
func (c *ReviewClass) Scan(any) error { return column.None[ReviewClass](reviewClassInstead) }

// Value reports that there is no one form of Cause as a column, and what to store instead.
func (c Cause) Value() (driver.Value, error) { return nil, column.None[Cause](causeInstead) }

// Scan reports what Value does.
func (c *Cause) Scan(any) error { return column.None[Cause](causeInstead) }

// What to store instead of what has no one form.
var (
	statusInstead      = lang.Text{Zh: "须随所在记录以 JSON 存储", En: "store it in the JSON of the record that it stands in"}
	reviewClassInstead = lang.Text{Zh: "须随所在记录以 JSON 存储", En: "store it in the JSON of the record that it stands in"}
	causeInstead       = lang.Text{Zh: "须随所在记录以 JSON 存储", En: "store it in the JSON of the record that it stands in"}
)
