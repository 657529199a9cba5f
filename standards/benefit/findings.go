package benefit

import (
	"math/bits"
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
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
func (n Name) String() string { return wordOf(nameWords[:], int(n)) }

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
func (n *Name) UnmarshalText(text []byte) error { return readWord(n, nameWords[:], text) }

// Names is a set of parts. On the wire it is a list, in the order of the law.
type Names uint8

// Paying are the parts by which something is paid: all but the low-income family, which is a verdict only.
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

// MarshalJSON implements json.Marshaler.
func (s Names) MarshalJSON() ([]byte, error) {
	out := []byte{'['}
	for _, n := range s.List() {
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(append(append(out, '"'), n.String()...), '"')
	}
	return append(out, ']'), nil
}

// Fact is a fact of a household or a member that a decision needs or assumes.
type Fact uint8

const (
	ChildSchemeFact       Fact = iota + 1 // 儿童保障
	ComponentsFact                        // 多重残疾的各类等级
	IncomeFact                            // 收入
	LivingAllowanceFact                   // 其他生活类补贴
	LongTermCareFact                      // 长期照护需要
	NursingAllowanceFact                  // 其他护理类补贴
	OnDibaoFact                           // 是否已享受低保
	PropertyFact                          // 财产状况
	ResidenceFact                         // 户籍类别
	SelfCareFact                          // 生活自理能力
	SeriousIllnessFact                    // 是否为重病患者
	SupportFact                           // 法定义务人
	WorkInjuryNursingFact                 // 工伤保险生活护理费

	factCount
)

var factWords = [factCount]string{"", "childScheme", "components", "income", "livingAllowance", "longTermCare", "nursingAllowance", "onDibao", "property",
	"residence", "selfCare", "seriousIllness", "support", "workInjuryNursing"}

// assumedAs says what an unstated fact is taken for, where it is.
var assumedAs = [factCount]string{ChildSchemeFact: "none", IncomeFact: "none", LivingAllowanceFact: "none", NursingAllowanceFact: "none", OnDibaoFact: "no",
	SupportFact: "capable", WorkInjuryNursingFact: "no"}

// String returns the name of the field of the wire formats.
func (f Fact) String() string { return wordOf(factWords[:], int(f)) }

// Text returns the fact's name in language l.
func (f Fact) Text(l Lang) string {
	if f >= factCount {
		return ""
	}
	return l.In(factChinese[f], factEnglish[f])
}

var factChinese = [factCount]string{"", "是否纳入孤儿或事实无人抚养儿童保障", "多重残疾的各残疾类别和等级", "收入", "是否享受其他生活类补贴", "是否需要长期照护", "是否享受其他护理类补贴",
	"是否已享受低保", "财产是否符合规定", "户籍类别（城市或农村）", "生活自理能力", "是否为重病患者", "法定义务人及其履行义务能力", "是否领取工伤保险生活护理费"}

var factEnglish = [factCount]string{"", "whether in a children's scheme", "the components of the multiple disability", "income", "whether another living allowance is paid",
	"whether long-term care is needed", "whether another nursing allowance is paid", "whether already on dibao", "whether property is within the limit",
	"kind of hukou (urban or rural)", "self-care", "whether seriously ill", "legal supporters and whether they are able", "whether the work-injury nursing benefit is paid"}

// MarshalText implements encoding.TextMarshaler.
func (f Fact) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (f *Fact) UnmarshalText(text []byte) error { return readWord(f, factWords[:], text) }

// Figure names a figure that is not on record: the key, the place, the kind of hukou and the class where it goes by them.
type Figure struct {
	Key       standards.Key
	Place     standards.Place
	Residence standards.Residence
	Of        string
}

// String names the figure shortly: dibao-line@430223/urban, tekun-care@430223/none.
func (f Figure) String() string {
	s := f.Key.String() + "@" + f.Place.String()
	if f.Residence != 0 {
		s += "/" + f.Residence.String()
	}
	if f.Of != "" {
		s += "/" + f.Of
	}
	return s
}

// Need is what an undetermined verdict, or a payment whose amount is missing, waits for: a fact of the household or of a member,
// or a figure, which for a line would have to be above an amount to change anything. Where that is not the same amount for all parts, the
// figure is needed more than once, each time for the parts of that amount.
type Need struct {
	Member string
	Fact   Fact
	Figure Figure
	Above  standards.Amount
	For    Names
}

// PartOf names a part: of the member with this id, or of the household where it is empty.
type PartOf struct {
	Part   Name
	Member string
}

// Assumption is an unstated fact that was taken for something, and the members of whom. Household facts name no member.
type Assumption struct {
	Fact    Fact     `json:"fact"`
	As      string   `json:"as"`
	Members []string `json:"members,omitempty"`
}

// maxMembers is how many members a household may have, as the checks of package assistance allow.
const maxMembers = 100

// noMember is a Findings' member where the position is that of none.
const noMember = -1

// memberSet is a set of positions of members; the one at maxMembers is the household.
type memberSet [2]uint64

func (s *memberSet) add(i int)     { s[i>>6] |= 1 << (i & 63) }
func (s memberSet) has(i int) bool { return s[i>>6]>>(i&63)&1 == 1 }
func (s memberSet) count() int     { return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) }

// household is the position that stands for the household in a memberSet.
const household = maxMembers

// Findings collects what a decision needs, assumes and turns on while the law is applied, and its steps where it is to be
// explained. The zero Findings is ready for use.
type Findings struct {
	Needs    []Need
	Carried  []Figure // figures that a draft's carry lets go on
	Readings standards.Choices
	Steps    []Step
	Explain  bool                // record steps
	Only     PartOf              // list what this part needs and no other; zero: what each part does
	Under    standards.Residence // the kind of hukou taken for those who state none, on the steps recorded
	assumed  [factCount]memberSet
	assumes  bool // anything at all
	member   int  // 1 + the position of the member that is examined; 0: the household; below: a position that is none
	id       string
}

// Examine says that what follows concerns member i, counted from 0, with this id. A household has 100 members at most: of one at another
// position nothing is listed as assumed.
func (f *Findings) Examine(i int, id string) {
	f.member, f.id = i+1, id
	if uint(i) >= maxMembers {
		f.member = noMember
	}
}

// ExamineHousehold says that what follows concerns the household.
func (f *Findings) ExamineHousehold() { f.member, f.id = 0, "" }

// Assume lists that fact is not stated of whoever is examined and was taken as absent. What is no fact is not listed.
func (f *Findings) Assume(fact Fact) {
	if fact >= factCount || f.member == noMember {
		return
	}
	f.assumes = true
	if f.member == 0 {
		f.assumed[fact].add(household)
		return
	}
	f.assumed[fact].add(f.member - 1)
}

// NeedFact lists that part n waits for a fact of whoever is examined.
func (f *Findings) NeedFact(fact Fact, n Name) { f.NeedFactOf(f.id, fact, n) }

// NeedHouseholdFact lists that part n waits for a fact of the household, whoever is examined.
func (f *Findings) NeedHouseholdFact(fact Fact, n Name) { f.NeedFactOf("", fact, n) }

// NeedFactOf lists that part n of whoever is examined waits for a fact of the member with this id.
func (f *Findings) NeedFactOf(id string, fact Fact, n Name) {
	f.need(Need{Member: id, Fact: fact, For: Of(n)})
}

// NeedFigure lists that part n waits for a figure, above an amount where that is stated.
func (f *Findings) NeedFigure(figure Figure, above standards.Amount, n Name) {
	f.need(Need{Figure: figure, Above: above, For: Of(n)})
}

// need lists what a part of whoever is examined waits for, unless only those of another part are wanted.
func (f *Findings) need(n Need) {
	if f.Only.Part == 0 || n.For.Has(f.Only.Part) && f.id == f.Only.Member {
		f.list(n)
	}
}

// list adds a need, or its parts to one that is listed. A figure that would have to be above different amounts for different parts is a need
// for each amount.
func (f *Findings) list(n Need) {
	for i := range f.Needs {
		old := &f.Needs[i]
		if old.Member == n.Member && old.Fact == n.Fact && old.Figure == n.Figure && old.Above == n.Above {
			old.For |= n.For
			return
		}
	}
	f.Needs = append(f.Needs, n)
}

// Turn names a reading that the decision turns on, if it is an open question on the day of set.
func (f *Findings) Turn(set *standards.Set, r standards.Reading) {
	if set.Open(r) {
		f.Readings[r] = set.Choice(r)
	}
}

// Uses is what using one row for one place turns on, worked out once for a Set and valid for it alone: the readings with the choices made,
// and the figure that a draft's carry lets go on.
type Uses struct {
	turns   [mostTurns]turn // as many as there are
	count   int
	carried Figure // zero: none
}

// turn is a reading that something turns on, and the choice made.
type turn struct {
	reading standards.Reading
	choice  standards.Choice
}

const mostTurns = 4 // readings that one row can turn on: those that UsesOf names

// UsesOf works out what using row for place p turns on under set.
func UsesOf(set *standards.Set, row *standards.Standard, p standards.Place) (u Uses) {
	if kind := row.Key.Kind(); row.Bound == standards.AtLeast && (kind == standards.LineKind || kind == standards.RateKind) {
		u.turn(set, standards.FloorAsLineReading)
	}
	if row.Basis.Document != standards.WorkPoints2020 {
		wide := row.Place == standards.Zhuzhou || row.Place == standards.China
		if wide && standards.StatedFor2020(row.Key, p, row.Residence, row.Of) { // a nearer figure of 2020 is out of its days
			u.turn(set, standards.Effective2020Reading)
		}
		return u
	}
	if !row.Carried.IsZero() {
		u.carried = Figure{row.Key, row.Place, row.Residence, row.Of}
	}
	u.turn(set, standards.Effective2020Reading)
	if (p == standards.Yunlong || p == standards.Lukou) && (row.Place == standards.CityFive || row.Place == standards.CountyFive) {
		u.turn(set, standards.CityFiveReading)
	}
	switch row.Key {
	case standards.Key(standards.DisabilityLiving), standards.Key(standards.DisabilityNursing):
		u.turn(set, standards.EachSubsidyReading)
	}
	return u
}

// Use names the readings that using row for place p turns on.
func (f *Findings) Use(set *standards.Set, row *standards.Standard, p standards.Place) {
	u := UsesOf(set, row, p)
	f.AddUses(&u)
}

// AddUses is [Findings.Use] for the row and the place that u was worked out for.
func (f *Findings) AddUses(u *Uses) {
	for _, t := range u.turns[:u.count] {
		f.Readings[t.reading] = t.choice
	}
	if u.carried.Key != 0 {
		f.carry(u.carried)
	}
}

// turn adds a reading, if it is an open question on the day of set.
func (u *Uses) turn(set *standards.Set, r standards.Reading) {
	if set.Open(r) {
		u.turns[u.count] = turn{r, set.Choice(r)}
		u.count++
	}
}

func (f *Findings) carry(figure Figure) {
	if !slices.Contains(f.Carried, figure) {
		f.Carried = append(f.Carried, figure)
	}
}

// BoundOf returns how a figure that stands in row is known: a county's floor may be taken as exact, which is a reading. That it
// was is named by [Findings.Use].
func BoundOf(set *standards.Set, row *standards.Standard) standards.Bound {
	if row.Bound == standards.AtLeast && set.Choice(standards.FloorAsLineReading) != standards.FloorExact {
		return standards.AtLeast
	}
	return standards.Exactly
}

// Lack names the reading without whose choice the figure would be on record.
func (f *Findings) Lack(set *standards.Set, figure Figure) {
	if standards.StatedFor2020(figure.Key, figure.Place, figure.Residence, figure.Of) {
		f.Turn(set, standards.Effective2020Reading)
	}
}

// Assumed returns what was assumed, in order of the facts' names; ids are those of the members.
func (f *Findings) Assumed(id func(i int) string) []Assumption {
	if !f.assumes {
		return nil
	}
	facts, members := 0, 0
	for _, set := range &f.assumed {
		if n := set.count(); n > 0 {
			facts++
			members += n
		}
	}
	list := make([]Assumption, 0, facts)
	ids := make([]string, 0, members)
	for fact, set := range &f.assumed {
		if set.count() == 0 {
			continue
		}
		first := len(ids)
		for i := range maxMembers {
			if set.has(i) {
				ids = append(ids, id(i))
			}
		}
		one := Assumption{Fact: Fact(fact), As: assumedAs[fact]}
		if len(ids) > first {
			one.Members = ids[first:len(ids):len(ids)]
		}
		list = append(list, one)
	}
	return list
}

// Merge adds what g found to f.
func (f *Findings) Merge(g *Findings) {
	for _, n := range g.Needs {
		f.list(n)
	}
	for r, c := range g.Readings {
		if c != 0 {
			f.Readings[r] = c
		}
	}
	f.assumes = f.assumes || g.assumes
	for fact := range g.assumed {
		for i := range f.assumed[fact] {
			f.assumed[fact][i] |= g.assumed[fact][i]
		}
	}
	for _, figure := range g.Carried {
		f.carry(figure)
	}
	f.Steps = append(f.Steps, g.Steps...)
}
