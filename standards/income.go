package standards

import (
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// IncomeKind is a kind of income, as the lists of what does not count tell them apart. The zero
// IncomeKind means "not stated".
type IncomeKind uint8

const (
	Wages             IncomeKind = iota + 1 // 工资性收入
	Business                                // 经营净收入
	Property                                // 财产净收入
	Transfer                                // 转移净收入
	OtherIncome                             // 其他收入
	VeteransPension                         // 优待抚恤金
	Reward                                  // 奖励性补助: family planning, scholarship, bravery
	BasicPension                            // 城乡居民基本养老保险基础养老金
	OldAgeAllowance                         // 高龄津贴
	DisabilitySubsidy                       // 残疾人两项补贴
	ChildSubsidy                            // 事实无人抚养儿童基本生活补贴
	Relief                                  // 其他社会救助款物

	incomeKinds = int(Relief) + 1
)

var incomeWords = [incomeKinds]string{"", "wages", "business", "property", "transfer", "other", "veterans-pension",
	"reward",
	"basic-pension", "old-age-allowance", "disability-subsidy", "child-subsidy", "relief"}

// String returns the word of the wire formats, such as veterans-pension.
func (k IncomeKind) String() string { return lang.Word(incomeWords[:], int(k)) }

// MarshalText implements encoding.TextMarshaler.
func (k IncomeKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *IncomeKind) UnmarshalText(text []byte) error { return wire.ReadWord(k, text, incomeWords[:]) }

// IncomeKinds is a set of kinds of income.
type IncomeKinds uint16

// Has reports whether k is in the set.
func (s IncomeKinds) Has(k IncomeKind) bool { return s>>k&1 == 1 }

// With returns the set with k in it.
func (s IncomeKinds) With(k IncomeKind) IncomeKinds { return s | 1<<k }
