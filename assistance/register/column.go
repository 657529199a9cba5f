package register

import (
	"database/sql/driver"

	stored "github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Value reports that there is no one form of Level as a column, and what to store instead.
func (l Level) Value() (driver.Value, error) { return nil, stored.None[Level](levelInstead) }

// Scan reports what Value does.
func (l *Level) Scan(any) error { return stored.None[Level](levelInstead) }

// Value reports that there is no one form of Finding as a column, and what to store instead.
func (f Finding) Value() (driver.Value, error) { return nil, stored.None[Finding](findingInstead) }

// Scan reports what Value does.
func (f *Finding) Scan(any) error { return stored.None[Finding](findingInstead) }

// What to store instead.
var (
	levelInstead   = lang.Text{Zh: "可由登记表的表头得出", En: "it follows from the header of the register"}
	findingInstead = lang.Text{Zh: "存储其代码（String）", En: "store its word (String)"}
)
