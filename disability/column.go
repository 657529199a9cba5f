package disability

import (
	"database/sql/driver"

	"github.com/openminzheng/zhuzhou/internal/column"
)

// Value implements driver.Valuer: the word, and NULL for the zero Category.
func (c Category) Value() (driver.Value, error) { return column.Value(c, c.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (c *Category) Scan(src any) error { return column.Scan(c, src) }
