package benefit

import (
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Relation is a member's relation to the applicant, as the rules on who counts tell them apart.
type Relation uint8

const (
	Applicant             Relation = iota + 1 // 申请人
	Spouse                                    // 配偶
	Parent                                    // 父母
	MinorChild                                // 未成年子女
	Student                                   // 在校接受本科及以下学历教育的成年子女
	DependentAdultChild                       // 已成年但不能独立生活的子女
	AdultChild                                // 成年子女，能否独立生活未载明
	IndependentAdultChild                     // 能独立生活的成年子女
	ChildSpouse                               // 儿媳、女婿
	Grandchild                                // 孙子女、外孙子女
	Grandparent                               // 祖父母、外祖父母
	Sibling                                   // 兄弟姐妹
	SupportedRelative                         // 其他具有法定赡养、扶养、抚养义务关系并长期共同居住的人员
)

var relationWords = [...]string{"", "applicant", "spouse", "parent", "minor-child", "student", "dependent-adult-child",
	"adult-child", "independent-adult-child",
	"child-spouse", "grandchild", "grandparent", "sibling", "supported-relative"}

// Absence gives the reason why a person is away from the household. The zero Absence means that
// none is stated.
type Absence uint8

const (
	Clergy                   Absence = iota + 1 // 连续三年以上脱离家庭独立生活的宗教教职人员
	Prison                                      // 在监狱内服刑
	CompulsoryRehabilitation                    // 强制隔离戒毒
	Missing                                     // 宣告失踪
)

var absenceWords = [...]string{"", "clergy", "prison", "compulsory-rehabilitation", "missing"}

// Property compares property with the local limit, which is not on record: the caller
// states it.
type Property uint8

const (
	Within Property = iota + 1 // 符合规定
	Over                       // 超出规定
)

var propertyWords = [...]string{"", "within", "over"}

// Support describes those legally bound to support a person (法定赡养、抚养、扶养义务人).
type Support uint8

const (
	NoSupporters Support = iota + 1 // 无法定义务人
	Incapable                       // 法定义务人无履行义务能力
	Capable                         // 法定义务人有履行义务能力
)

var supportWords = [...]string{"", "none", "incapable", "capable"}

// ChildScheme is a children's scheme that a person is in.
type ChildScheme uint8

const (
	Orphan             ChildScheme = iota + 1 // 孤儿基本生活保障
	UnattendedFull                            // 事实无人抚养儿童，全额发放
	UnattendedToppedUp                        // 事实无人抚养儿童，补差发放
)

var schemeWords = [...]string{"", "orphan", "unattended-full", "unattended-topped-up"}

// Placement says where a tekun person is supported.
type Placement uint8

const (
	AtHome        Placement = iota + 1 // 分散供养
	InInstitution                      // 集中供养
)

var placementWords = [...]string{"", "home", "institution"}

// String returns the word of the wire formats.
func (r Relation) String() string { return lang.Word(relationWords[:], int(r)) }

// MarshalText implements encoding.TextMarshaler.
func (r Relation) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Relation) UnmarshalText(text []byte) error { return wire.ReadWord(r, text, relationWords[:]) }

// String returns the word of the wire formats.
func (a Absence) String() string { return lang.Word(absenceWords[:], int(a)) }

// MarshalText implements encoding.TextMarshaler.
func (a Absence) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (a *Absence) UnmarshalText(text []byte) error { return wire.ReadWord(a, text, absenceWords[:]) }

// String returns the word of the wire formats.
func (p Property) String() string { return lang.Word(propertyWords[:], int(p)) }

// MarshalText implements encoding.TextMarshaler.
func (p Property) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *Property) UnmarshalText(text []byte) error { return wire.ReadWord(p, text, propertyWords[:]) }

// String returns the word of the wire formats.
func (s Support) String() string { return lang.Word(supportWords[:], int(s)) }

// MarshalText implements encoding.TextMarshaler.
func (s Support) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Support) UnmarshalText(text []byte) error { return wire.ReadWord(s, text, supportWords[:]) }

// String returns the word of the wire formats.
func (c ChildScheme) String() string { return lang.Word(schemeWords[:], int(c)) }

// MarshalText implements encoding.TextMarshaler.
func (c ChildScheme) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *ChildScheme) UnmarshalText(text []byte) error { return wire.ReadWord(c, text, schemeWords[:]) }

// String returns the word of the wire formats.
func (p Placement) String() string { return lang.Word(placementWords[:], int(p)) }

// MarshalText implements encoding.TextMarshaler.
func (p Placement) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *Placement) UnmarshalText(text []byte) error {
	return wire.ReadWord(p, text, placementWords[:])
}
