package benefit

import (
	"database/sql/driver"

	"github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Value implements driver.Valuer: the word, and NULL for the zero Fact.
func (f Fact) Value() (driver.Value, error) { return column.Value(f, f.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (f *Fact) Scan(src any) error { return column.Scan(f, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Name.
func (n Name) Value() (driver.Value, error) { return column.Value(n, n.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (n *Name) Scan(src any) error { return column.Scan(n, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Relation.
func (r Relation) Value() (driver.Value, error) { return column.Value(r, r.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (r *Relation) Scan(src any) error { return column.Scan(r, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Absence.
func (a Absence) Value() (driver.Value, error) { return column.Value(a, a.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (a *Absence) Scan(src any) error { return column.Scan(a, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Property.
func (p Property) Value() (driver.Value, error) { return column.Value(p, p.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (p *Property) Scan(src any) error { return column.Scan(p, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Support.
func (s Support) Value() (driver.Value, error) { return column.Value(s, s.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (s *Support) Scan(src any) error { return column.Scan(s, src) }

// Value implements driver.Valuer: the word, and NULL for the zero ChildScheme.
func (c ChildScheme) Value() (driver.Value, error) { return column.Value(c, c.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (c *ChildScheme) Scan(src any) error { return column.Scan(c, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Placement.
func (p Placement) Value() (driver.Value, error) { return column.Value(p, p.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (p *Placement) Scan(src any) error { return column.Scan(p, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Verdict.
func (v Verdict) Value() (driver.Value, error) { return column.Value(v, v.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (v *Verdict) Scan(src any) error { return column.Scan(v, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Category.
func (c Category) Value() (driver.Value, error) { return column.Value(c, c.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (c *Category) Scan(src any) error { return column.Scan(c, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Result.
func (r Result) Value() (driver.Value, error) { return column.Value(r, r.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (r *Result) Scan(src any) error { return column.Scan(r, src) }

// Value reports that there is no one form of Names as a column, and what to store instead.
func (s Names) Value() (driver.Value, error) { return nil, column.None[Names](namesInstead) }

// Scan reports what Value does.
func (s *Names) Scan(any) error { return column.None[Names](namesInstead) }

// What to store instead of what has no one form.
var (
	namesInstead = lang.Text{Zh: "按其中各词逐行存储", En: "store its words, one a row"}
)
