package benefit

import (
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Lang is a language in which texts can be read.
type Lang = standards.Lang

const (
	Chinese = standards.Chinese
	English = standards.English
)

// Verdict is the answer to whether a benefit is due. The zero Verdict means that it was not
// examined.
type Verdict uint8

const (
	NotExamined  Verdict = iota
	Eligible             // 符合条件
	Ineligible           // 不符合条件
	Undetermined         // 待定: a fact or a figure is missing
)

var verdictWords = [...]string{"", "eligible", "ineligible", "undetermined"}

// String returns the word of the wire formats, "" for NotExamined.
func (v Verdict) String() string { return lang.Word(verdictWords[:], int(v)) }

// Text returns the verdict in language l.
func (v Verdict) Text(l Lang) string {
	switch v {
	case Eligible:
		return l.In("符合条件", "eligible")
	case Ineligible:
		return l.In("不符合条件", "not eligible")
	case Undetermined:
		return l.In("待定", "undetermined")
	}
	return l.In("未审核", "not examined")
}

// MarshalText implements encoding.TextMarshaler.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (v *Verdict) UnmarshalText(text []byte) error { return wire.ReadWord(v, text, verdictWords[:]) }

// Payment is a sum due a month and how it is known. The zero Payment means that there is none, or
// that its amount is not on record: the Verdict beside it tells which.
type Payment struct {
	Amount standards.Amount
	Bound  standards.Bound
}

// Monthly returns a payment of n fen a month.
func Monthly(n int64, bound standards.Bound) Payment {
	return Payment{standards.Fen(n, standards.PerMonth), bound}
}

// Stated reports whether p is a sum at all.
func (p Payment) Stated() bool { return p.Amount.Stated() }

// String returns the text of p in English, see Text.
func (p Payment) String() string { return p.Text(English) }

// Text returns p in language l, such as "每月不低于220.00元" or "at least 220.00 yuan a month".
func (p Payment) Text(l Lang) string {
	switch {
	case !p.Stated():
		return l.In("金额无据可查", "amount not on record")
	case p.Bound != standards.AtLeast:
		return p.Amount.Text(l)
	case l == English:
		return "at least " + p.Amount.Text(l)
	}
	return "每月不低于" + p.Amount.YuanText() + "元"
}

// Part holds the decision on one benefit.
type Part struct {
	Verdict Verdict
	Payment Payment // where eligible and the amount is on record
	IfMet   Payment // where undetermined and it can be computed: the payment if every unknown were met
}

// Category classes a household as a whole. The zero Category means that nothing was
// decided.
type Category uint8

const (
	CategoryTekun        Category = iota + 1 // 特困人员
	CategoryDibao                            // 低保家庭
	CategoryLowIncome                        // 低保边缘家庭
	CategoryNone                             // none of them; a subsidy may still be due
	CategoryUndetermined                     // 待定
)

var categoryWords = [...]string{"", "tekun", "dibao", "low-income", "none", "undetermined"}

// String returns the word of the wire formats.
func (c Category) String() string { return lang.Word(categoryWords[:], int(c)) }

// Text returns the category in language l.
func (c Category) Text(l Lang) string {
	switch c {
	case CategoryTekun:
		return l.In("特困人员救助供养", "tekun")
	case CategoryDibao:
		return l.In("最低生活保障家庭", "dibao household")
	case CategoryLowIncome:
		return l.In("低保边缘家庭", "low-income family")
	case CategoryNone:
		return l.In("不属于低保、特困和低保边缘家庭", "neither dibao, nor tekun, nor low-income")
	}
	return l.In("待定", "undetermined")
}

// MarshalText implements encoding.TextMarshaler.
func (c Category) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *Category) UnmarshalText(text []byte) error { return wire.ReadWord(c, text, categoryWords[:]) }
