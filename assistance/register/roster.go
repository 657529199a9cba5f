package register

import (
	"cmp"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Finding is something that cannot be right in what a register says of a household, or why nothing
// can be said.
type Finding uint8

const (
	OverLine      Finding = iota // more dibao is paid than the line for each person covered
	NotDifference                // dibao paid is not the line for each person less the income
	AtLine                       // dibao is paid, and the income reaches the line
	HeadTwice                    // the same household or head stands on an earlier row
	MoreCovered                  // more people are covered than the household has
	PartsNotSum                  // what is paid in parts does not come to what is paid in all

	// Why the amount was not compared with the line.
	// the line is on record as a lower limit only, or not at all, or goes by a kind of hukou that is
	// not stated
	LineNotKnown
	NoCount // how many people are covered is not stated
	NoDibao // no dibao is paid, or what is paid is not known to be dibao

	findingCount
)

// FindingCount is the length of a table by Finding.
const FindingCount = int(findingCount)

var findingTexts = [findingCount]struct {
	word string
	text lang.Text
}{
	OverLine: {"over-line", lang.Text{Zh: "低保金超过低保标准乘以保障人数",
		En: "dibao paid is more than the line for each person covered"}},
	NotDifference: {"not-difference", lang.Text{Zh: "低保金不等于低保标准乘以人数减去家庭收入",
		En: "dibao paid is not the line for each person less the income"}},
	AtLine: {"at-line", lang.Text{Zh: "人均收入不低于低保标准而发放低保金",
		En: "dibao is paid and the income per head is not below the line"}},
	HeadTwice:   {"head-twice", lang.Text{Zh: "同一户（户主）出现两次", En: "the same household or head stands twice"}},
	MoreCovered: {"more-covered", lang.Text{Zh: "保障人数多于家庭人数", En: "more people are covered than the household has"}},
	PartsNotSum: {"parts-not-sum", lang.Text{Zh: "分项发放之和与合计不一致",
		En: "what is paid in parts does not come to the total"}},
	LineNotKnown: {"line-not-known", lang.Text{Zh: "未与标准比较：低保标准只知不低于多少，或未载明户籍类别",
		En: "not compared: the line is known as a lower limit only, or the kind of hukou is not stated"}},
	NoCount: {"no-count", lang.Text{Zh: "未与标准比较：未载明人数", En: "not compared: the number of people is not stated"}},
	NoDibao: {"no-dibao", lang.Text{Zh: "未与标准比较：不是低保金", En: "not compared: what is paid is not dibao"}},
}

// String returns the word of the finding.
func (f Finding) String() string {
	if f >= findingCount {
		return ""
	}
	return findingTexts[f].word
}

// Text says in language l what was found.
func (f Finding) Text(l standards.Lang) string {
	if f >= findingCount {
		return ""
	}
	return findingTexts[f].text.In(l)
}

// IsWrong reports whether the finding says that something cannot be right.
func (f Finding) IsWrong() bool { return f < LineNotKnown }

// Checked holds the result of checking one row of a register of households.
type Checked struct {
	Findings []Finding
	People   int              // those covered, or where that is not stated those of the household; 0: not stated
	Dibao    standards.Amount // paid a month; not stated where none is known to be dibao
	Most     standards.Amount // the line for each of the people; not stated where it is not known exactly
	Due      standards.Amount // Most less the income of the household; not stated where either is not known
}

// roundedFen is below what a payment that is rounded to the yuan can be off.
const roundedFen = 100

// Check compares what a register of households ([LevelHouseholds]) says of a household with the
// dibao line of the day, and its figures with each other. Nobody is decided by it.
func (r *Record) Check(set *standards.Set) Checked {
	if r == nil {
		return Checked{}
	}
	c := Checked{People: cmp.Or(r.Claims.Covered, r.Claims.People)}
	found := func(f Finding, is bool) {
		if is {
			c.Findings = append(c.Findings, f)
		}
	}
	found(HeadTwice, r.hasWarning(CodeHeadTwice))
	found(MoreCovered, r.Claims.People != 0 && r.Claims.Covered > r.Claims.People)
	found(PartsNotSum, r.partsDiffer())
	c.Dibao = r.dibaoPaid()
	line := r.line(set)
	switch {
	case !c.Dibao.Stated():
		found(NoDibao, true)
		return c
	case c.People == 0:
		found(NoCount, true)
		return c
	case !line.Stated():
		found(LineNotKnown, true)
		return c
	}
	most := line.Annual() * int64(c.People) // a year, as lines may be
	c.Most = standards.Fen(roundUp(most), standards.PerMonth)
	over := c.Dibao.Fen()-c.Most.Fen() >= roundedFen
	found(OverLine, over)
	people := cmp.Or(r.Claims.People, r.Claims.Covered)
	income := r.Claims.income(people)
	if !income.Stated() || people != c.People {
		return c // nobody knows how much of it is that of the people covered
	}
	due := most - income.Annual()
	switch {
	case due <= 0:
		found(AtLine, c.Dibao.Fen() > 0)
	default:
		c.Due = standards.Fen(roundUp(due), standards.PerMonth)
		off, most := c.Dibao.Fen()-c.Due.Fen(), roundedFen*r.tolerance(people)
		found(NotDifference, !over && (off >= most || off <= -most))
	}
	return c
}

// tolerance is by how many yuan the amount due may be off: an income per head that is rounded to
// the yuan makes one for each of the people.
func (r *Record) tolerance(people int) int64 {
	if r.Claims.FamilyMonth.Stated() || r.Claims.FamilyYear.Stated() {
		return 1
	}
	return 1 + int64(people)
}

// roundUp returns fen a month of fen a year.
func roundUp(annual int64) int64 {
	return (annual + standards.MonthsPerYear - 1) / standards.MonthsPerYear
}

func (r *Record) hasWarning(code string) bool {
	for _, w := range r.Warnings {
		if w != nil && w.Code == code {
			return true
		}
	}
	return false
}

// partsDiffer reports whether what is paid in parts cannot come to what is paid in all.
func (r *Record) partsDiffer() bool {
	p := &r.PaidOf
	parts := p.sum()
	return r.Paid.Stated() && (parts > r.Paid.Fen() || p.Dibao.Stated() && p.Other.Stated() && parts != r.Paid.Fen())
}

// dibaoPaid returns the dibao that is paid. An amount for all support is dibao where the register
// calls the support so.
func (r *Record) dibaoPaid() standards.Amount {
	other := strings.Contains(r.Benefit, "特困") || strings.Contains(r.Benefit, "五保") || strings.Contains(r.Benefit, "孤儿")
	dibao := strings.Contains(r.Benefit, "低保") || strings.Contains(r.Benefit, "最低生活保障")
	switch {
	case other || r.PaidOf.Tekun.Stated():
		return standards.Amount{}
	case r.PaidOf.Dibao.Stated():
		return r.PaidOf.Dibao
	case dibao:
		return r.Paid
	}
	return standards.Amount{}
}

// line returns the dibao line of the household, not stated where it is not known exactly. Where the
// kind of hukou is not stated, it is known only where that of both kinds is the same.
func (r *Record) line(set *standards.Set) standards.Amount {
	all := standards.Residences()
	kinds := all[:]
	if r.Household.Residence != 0 {
		kinds = []standards.Residence{r.Household.Residence}
	} else if strings.Contains(r.Benefit, "城市") || strings.Contains(r.Benefit, "城镇") {
		kinds = []standards.Residence{standards.Urban}
	} else if strings.Contains(r.Benefit, "农村") {
		kinds = []standards.Residence{standards.Rural}
	}
	var line standards.Amount
	for _, kind := range kinds {
		row, err := set.Line(standards.DibaoLine, r.Household.Division, kind)
		if err != nil || row.Bound != standards.Exactly || line.Stated() && line.Annual() != row.Amount.Annual() {
			return standards.Amount{}
		}
		line = row.Amount
	}
	return line
}

// income returns the income of a family of so many people, not stated where it is not known.
func (c *Claims) income(people int) standards.Amount {
	for _, one := range c.ofFamily() {
		if one.amount.Stated() {
			return one.amount
		}
	}
	for _, one := range c.perHead() {
		if a := one.amount; a.Stated() && a.Fen() <= wire.MaxFen/assistance.MaxMembers && people <= assistance.MaxMembers {
			return standards.Fen(a.Fen()*int64(people), a.Per())
		}
	}
	return standards.Amount{}
}
