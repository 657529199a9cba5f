package verify

import (
	"database/sql/driver"

	"github.com/openminzheng/zhuzhou/internal/column"
)

// Value implements driver.Valuer: the word, and NULL for the zero ChangeKind.
func (k ChangeKind) Value() (driver.Value, error) { return column.Value(k, k.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (k *ChangeKind) Scan(src any) error { return column.Scan(k, src) }
