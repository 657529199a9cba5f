package eldercare

import (
	"database/sql/driver"

	"github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Value implements driver.Valuer: the word, and NULL for the zero SelfCare.
func (s SelfCare) Value() (driver.Value, error) { return column.Value(s, s.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (s *SelfCare) Scan(src any) error { return column.Scan(s, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Activity.
func (a Activity) Value() (driver.Value, error) { return column.Value(a, a.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (a *Activity) Scan(src any) error { return column.Scan(a, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Verdict.
func (v Verdict) Value() (driver.Value, error) { return column.Value(v, v.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (v *Verdict) Scan(src any) error { return column.Scan(v, src) }

// Value reports that there is no one form of Activities as a column, and what to store instead.
func (s Activities) Value() (driver.Value, error) {
	return nil, column.None[Activities](activitiesInstead)
}

// Scan reports what Value does.
func (s *Activities) Scan(any) error { return column.None[Activities](activitiesInstead) }

// Value reports that there is no one form of Fault as a column, and what to store instead.
func (f Fault) Value() (driver.Value, error) { return nil, column.None[Fault](faultInstead) }

// Scan reports what Value does.
func (f *Fault) Scan(any) error { return column.None[Fault](faultInstead) }

// What to store instead of what has no one form.
var (
	activitiesInstead = lang.Text{Zh: "按其中各词逐行存储", En: "store its words, one a row"}
	faultInstead      = lang.Text{Zh: "存储其说明文字", En: "store the text of the error"}
)
