package disability

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Category is a category of disability (GB/T 26341-2010). The zero Category means that none is
// stated.
type Category uint8

const (
	Visual       Category = iota + 1 // 视力
	Hearing                          // 听力
	Speech                           // 言语
	Physical                         // 肢体
	Intellectual                     // 智力
	Mental                           // 精神
	Multiple                         // 多重

	categoryCount
)

var categoryWords = [categoryCount]string{"", "visual", "hearing", "speech", "physical", "intellectual", "mental",
	"multiple"}

// String returns the word of the wire formats.
func (c Category) String() string {
	if c < categoryCount {
		return categoryWords[c]
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler.
func (c Category) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *Category) UnmarshalText(text []byte) error {
	return wire.ReadWord(c, text, categoryWords[:])
}

// The most and the least severe grade (一级, 四级).
const (
	MostSevere  = 1
	LeastSevere = 4
)

// Component is one category of a multiple disability, and its grade.
type Component struct {
	Category Category
	Grade    int
}

// Fields names the fields of the wire format, for package wire.
func (c *Component) Fields(f *wire.Fields) {
	f.Required().Word("category", &c.Category)
	f.Required().Number("grade", &c.Grade, MostSevere, LeastSevere)
}

// MarshalJSON writes {"category":"visual","grade":1}.
func (c Component) MarshalJSON() ([]byte, error) { return wire.Marshal(&c) }

// UnmarshalJSON reads the form that MarshalJSON writes, strictly.
func (c *Component) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, c) }

// Certificate is a disability certificate (残疾人证): a category and a grade from 1, the most severe,
// to 4. A multiple disability has the grade of its worst component; its Components say which it is
// made of, and are nil where they are not stated. The zero Certificate means that none is stated:
// it is a claim, and nothing is examined without it.
type Certificate struct {
	Category     Category         `json:"category"`
	Grade        int              `json:"grade"`
	Components   []Component      `json:"components,omitzero"`
	LongTermCare standards.Answer `json:"longTermCare,omitzero"` // whether care is needed for six months or more
}

// Stated reports whether there is a certificate.
func (c Certificate) Stated() bool { return c.Category != 0 }

// Grades are the grades of a certificate by category, 0 where a category is not certified. It is
// the compact form of a Certificate.
type Grades struct {
	Worst  uint8                // the grade of the certificate; 0: there is none
	Open   bool                 // a multiple disability whose components are not stated
	Single [categoryCount]uint8 // by category; that of Multiple is always 0
}

// Grades returns the compact form of c. A certificate with a category or a grade that there is not
// is none, and so is a component; only a multiple disability has components.
func (c Certificate) Grades() Grades {
	if c.Category == 0 || c.Category > Multiple || !gradeExists(c.Grade) {
		return Grades{}
	}
	g := Grades{Worst: uint8(c.Grade)}
	if c.Category != Multiple {
		g.Single[c.Category] = uint8(c.Grade)
		return g
	}
	g.Open = true
	for _, one := range c.Components {
		if one.Category == 0 || one.Category >= Multiple || !gradeExists(one.Grade) {
			continue
		}
		g.Open = false
		worst := &g.Single[one.Category]
		if *worst == 0 {
			*worst = LeastSevere
		}
		*worst = min(*worst, uint8(one.Grade))
	}
	return g
}

func gradeExists(grade int) bool { return grade >= MostSevere && grade <= LeastSevere }

// Category returns the category of the certificate, Multiple where there are several or they are
// not stated, and zero where there is no certificate.
func (g Grades) Category() Category {
	found := Category(0)
	for c := Visual; c < Multiple; c++ {
		if g.Single[c] == 0 {
			continue
		}
		if found != 0 {
			return Multiple
		}
		found = c
	}
	if g.Open {
		return Multiple
	}
	return found
}

// Limits are the least severe grade of each category that belongs to a class of people; 0: none
// does.
type Limits [categoryCount]uint8

// LimitsOf returns the class that the key states for place p, such as standards.TekunGrade.
func LimitsOf(set *standards.Set, p standards.Place, class standards.NumberKey) Limits {
	var limits Limits
	for c := Visual; c < Multiple; c++ {
		if row, ok := set.Find(standards.Key(class), p, 0, categoryWords[c]); ok {
			limits[c] = uint8(min(row.Number.Int(), LeastSevere)) // which no draft goes beyond
		}
	}
	return limits
}

// Within tells whether a certificate belongs to a class of people. A multiple disability belongs to
// it by any component; where the components are not stated it may belong to it, unless no category
// could have its grade.
func (g *Grades) Within(limits *Limits) finding.Truth {
	if g == nil || limits == nil {
		return finding.NotMet
	}
	if g.Worst == 0 {
		return finding.NotMet
	}
	every, some := true, false
	for c := Visual; c < Multiple; c++ {
		limit := limits[c]
		if grade := g.Single[c]; grade != 0 && grade <= limit {
			return finding.Met
		}
		every = every && g.Worst <= limit
		some = some || g.Worst <= limit
	}
	switch {
	case !g.Open || !some:
		return finding.NotMet
	case every:
		return finding.Met
	}
	return finding.Unknown
}
