package benefit

import (
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Name names a part of a decision. The zero Name is the household as a whole.
type Name uint8

const (
	Tekun        Name = iota + 1 // 特困人员救助供养
	Dibao                        // 最低生活保障
	LowIncome                    // 低保边缘家庭
	SinglePerson                 // 参照单人户
	Living                       // 困难残疾人生活补贴
	Nursing                      // 重度残疾人护理补贴
)

var nameWords = [...]string{"", "tekun", "dibao", "lowIncome", "singlePerson", "living", "nursing"}

// String returns the word of the wire formats.
func (n Name) String() string { return lang.Word(nameWords[:], int(n)) }

// Text returns the benefit's name in language l.
func (n Name) Text(l Lang) string {
	switch n {
	case Tekun:
		return l.In("特困人员救助供养", "tekun support")
	case Dibao:
		return l.In("最低生活保障", "dibao")
	case LowIncome:
		return l.In("低保边缘家庭", "low-income family")
	case SinglePerson:
		return l.In("参照单人户低保", "single-person cover")
	case Living:
		return l.In("困难残疾人生活补贴", "living subsidy")
	case Nursing:
		return l.In("重度残疾人护理补贴", "nursing subsidy")
	}
	return l.In("家庭", "household")
}

// MarshalText implements encoding.TextMarshaler.
func (n Name) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (n *Name) UnmarshalText(text []byte) error { return wire.ReadWord(n, text, nameWords[:]) }

// Names is a set of parts. On the wire it is a list, in the order of the law.
type Names uint8

// Paying are the parts by which something is paid: all but the low-income family, which is a
// verdict only.
const Paying Names = 1<<Tekun | 1<<Dibao | 1<<SinglePerson | 1<<Living | 1<<Nursing

// Has reports whether n is in the set.
func (s Names) Has(n Name) bool { return s>>n&1 == 1 }

// Of returns the set of these parts.
func Of(names ...Name) Names {
	var s Names
	for _, n := range names {
		s |= 1 << n
	}
	return s
}

// List returns the parts in the order of the law.
func (s Names) List() []Name {
	var list []Name
	for n := Tekun; n <= Nursing; n++ {
		if s.Has(n) {
			list = append(list, n)
		}
	}
	return list
}
