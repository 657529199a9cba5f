package whatif

import (
	"database/sql/driver"

	"github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Value implements driver.Valuer: the word, and NULL for the zero RemedyKind.
func (k RemedyKind) Value() (driver.Value, error) { return column.Value(k, k.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (k *RemedyKind) Scan(src any) error { return column.Scan(k, src) }

// Value reports that there is no one form of QuantityKind as a column, and what to store instead.
func (q QuantityKind) Value() (driver.Value, error) {
	return nil, column.None[QuantityKind](quantityKindInstead)
}

// Scan reports what Value does.
func (q *QuantityKind) Scan(any) error { return column.None[QuantityKind](quantityKindInstead) }

// Value reports that there is no one form of Reversal as a column, and what to store instead.
func (r Reversal) Value() (driver.Value, error) { return nil, column.None[Reversal](reversalInstead) }

// Scan reports what Value does.
func (r *Reversal) Scan(any) error { return column.None[Reversal](reversalInstead) }

// What to store instead of what has no one form.
var (
	quantityKindInstead = lang.Text{Zh: "须随所在记录以 JSON 存储", En: "store it in the JSON of the record that it stands in"}
	reversalInstead     = lang.Text{Zh: "存储其说明文字", En: "store its text"}
)
