package fields

import (
	"database/sql/driver"

	"github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Value reports that there is no one form of Class as a column, and what to store instead.
func (c Class) Value() (driver.Value, error) { return nil, column.None[Class](classInstead) }

// Scan reports what Value does.
func (c *Class) Scan(any) error { return column.None[Class](classInstead) }

// Value reports that there is no one form of Kind as a column, and what to store instead.
func (k Kind) Value() (driver.Value, error) { return nil, column.None[Kind](kindInstead) }

// Scan reports what Value does.
func (k *Kind) Scan(any) error { return column.None[Kind](kindInstead) }

// What to store instead of what has no one form.
var (
	classInstead = lang.Text{Zh: "可由事项得出，存储事项名称", En: "it follows from the field; store the name of that"}
	kindInstead  = lang.Text{Zh: "可由事项得出，存储事项名称", En: "it follows from the field; store the name of that"}
)
