package source

import (
	"database/sql/driver"

	"github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Value reports that there is no one form of Status as a column, and what to store instead.
func (s Status) Value() (driver.Value, error) { return nil, column.None[Status](statusInstead) }

// Scan reports what Value does.
func (s *Status) Scan(any) error { return column.None[Status](statusInstead) }

// What to store instead of what has no one form.
var (
	statusInstead = lang.Text{Zh: "存储其说明文字", En: "store its text"}
)
