package standards

import (
	"database/sql/driver"
	"time"

	"github.com/openminzheng/zhuzhou/internal/column"
	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Value implements driver.Valuer: the form of [Date.String], and NULL for the zero Date.
func (d Date) Value() (driver.Value, error) { return column.Value(d, d.String()) }

// Scan implements sql.Scanner: it reads what Value stores, and the day of a column of dates.
func (d *Date) Scan(src any) error {
	if day, ok := src.(time.Time); ok {
		*d = Day(day.Date())
		return nil
	}
	return column.Scan(d, src)
}

// Value implements driver.Valuer: the word, and NULL for the zero Residence.
func (r Residence) Value() (driver.Value, error) { return column.Value(r, r.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (r *Residence) Scan(src any) error { return column.Scan(r, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Bound.
func (b Bound) Value() (driver.Value, error) { return column.Value(b, b.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (b *Bound) Scan(src any) error { return column.Scan(b, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Answer.
func (a Answer) Value() (driver.Value, error) { return column.Value(a, a.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (a *Answer) Scan(src any) error { return column.Scan(a, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Period.
func (p Period) Value() (driver.Value, error) { return column.Value(p, p.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (p *Period) Scan(src any) error { return column.Scan(p, src) }

// Value implements driver.Valuer: the word, and NULL for the zero IncomeKind.
func (k IncomeKind) Value() (driver.Value, error) { return column.Value(k, k.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (k *IncomeKind) Scan(src any) error { return column.Scan(k, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Key.
func (k Key) Value() (driver.Value, error) { return column.Value(k, k.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (k *Key) Scan(src any) error { return column.Scan(k, src) }

// Value implements driver.Valuer: the word, and NULL for the zero OverlayKind.
func (k OverlayKind) Value() (driver.Value, error) { return column.Value(k, k.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (k *OverlayKind) Scan(src any) error { return column.Scan(k, src) }

// Value implements driver.Valuer: the word, and NULL for the zero Reading.
func (r Reading) Value() (driver.Value, error) { return column.Value(r, r.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (r *Reading) Scan(src any) error { return column.Scan(r, src) }

// Value implements driver.Valuer: the code, and NULL for the zero Place.
func (p Place) Value() (driver.Value, error) { return column.Value(p, p.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (p *Place) Scan(src any) error { return column.Scan(p, src) }

// Value implements driver.Valuer: in hexadecimal, and NULL for the zero Digest.
func (d Digest) Value() (driver.Value, error) { return column.Value(d, d.String()) }

// Scan implements sql.Scanner: it reads what Value stores.
func (d *Digest) Scan(src any) error { return column.Scan(d, src) }

// Value reports that there is no one form of Amount as a column, and what to store instead.
func (a Amount) Value() (driver.Value, error) { return nil, column.None[Amount](amountInstead) }

// Scan reports what Value does.
func (a *Amount) Scan(any) error { return column.None[Amount](amountInstead) }

// Value reports that there is no one form of Fraction as a column, and what to store instead.
func (f Fraction) Value() (driver.Value, error) { return nil, column.None[Fraction](fractionInstead) }

// Scan reports what Value does.
func (f *Fraction) Scan(any) error { return column.None[Fraction](fractionInstead) }

// Value reports that there is no one form of IncomeKinds as a column, and what to store instead.
func (s IncomeKinds) Value() (driver.Value, error) {
	return nil, column.None[IncomeKinds](incomeKindsInstead)
}

// Scan reports what Value does.
func (s *IncomeKinds) Scan(any) error { return column.None[IncomeKinds](incomeKindsInstead) }

// Value reports that there is no one form of Choice as a column, and what to store instead.
func (c Choice) Value() (driver.Value, error) { return nil, column.None[Choice](choiceInstead) }

// Scan reports what Value does.
func (c *Choice) Scan(any) error { return column.None[Choice](choiceInstead) }

// Value reports that there is no one form of Form as a column, and what to store instead.
func (f Form) Value() (driver.Value, error) { return nil, column.None[Form](formInstead) }

// Scan reports what Value does.
func (f *Form) Scan(any) error { return column.None[Form](formInstead) }

// Value reports that there is no one form of Standing as a column, and what to store instead.
func (s Standing) Value() (driver.Value, error) { return nil, column.None[Standing](standingInstead) }

// Scan reports what Value does.
func (s *Standing) Scan(any) error { return column.None[Standing](standingInstead) }

// Value reports that there is no one form of Completeness as a column, and what to store instead.
func (c Completeness) Value() (driver.Value, error) {
	return nil, column.None[Completeness](standingInstead)
}

// Scan reports what Value does.
func (c *Completeness) Scan(any) error { return column.None[Completeness](standingInstead) }

// What to store instead of what has no one form.
var (
	amountInstead = lang.Text{Zh: "金额与时间单位须分列存储（YuanText、Per）",
		En: "store its yuan and its period in two columns (YuanText, Per)"}
	fractionInstead    = lang.Text{Zh: "以 String 的文本存储", En: "store the text of String"}
	incomeKindsInstead = lang.Text{Zh: "按其中各词逐行存储", En: "store its words, one a row"}
	choiceInstead      = lang.Text{Zh: "存储其读法及选项代码", En: "store its reading and its code"}
	formInstead        = lang.Text{Zh: "可由项目（Key）得出，存储项目", En: "it follows from the key; store that"}
	standingInstead    = lang.Text{Zh: "可由文件得出，存储文件代码", En: "it follows from the document; store the document"}
)
