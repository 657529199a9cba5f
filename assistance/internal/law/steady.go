package law

import (
	"math"
	"math/bits"

	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A household is steady where it is settled before any income is known who is counted, all of them
// of one kind of hukou, and nobody can be tekun. Its dibao then goes by one income, and what else
// is due to a member by the verdict on that: the law is asked once for a [Family], and once for
// each of its [Steady] members.

// Family holds what the dibao of a steady household goes by, besides its income.
type Family struct {
	Household       // without incomes and costs; the kind of hukou is that of those counted
	People    uint8 // counted
	Unknown   bool  // the income of one of them is unknown
	Works     bool  // one of them has income from work, in a household that is on dibao already
}

// SteadyMember is someone of a steady household to whom something may be due besides dibao: the
// facts that are not settled, and the own income that counts for dibao, in fen a year.
type SteadyMember struct {
	Member
	Own int64
}

// Steady is a steady household.
type Steady struct {
	Family
	Income  int64 // that its line is compared with, in fen a year
	Members []SteadyMember
}

// Steady fills in s where the facts on d are those of a steady household, and reports whether they
// are. What it finds holds for every set of the same day with the same lists, ages and classes.
func (r *Rules) Steady(d *Desk, s *Steady) bool {
	facts := &d.Facts
	if facts.ResidenceOpen() || r.of(facts.Division).byMember() {
		return false
	}
	d.Findings.Quiet = true
	c := &d.whole
	c.begin(r, facts, &d.Findings, &d.Outcome, 0)
	*s = Steady{Family: Family{Household: facts.Household}, Members: s.Members[:0]}
	s.Household.Income, s.JobCosts, s.RigidCosts, s.Residence = Income{}, 0, 0, 0
	for i := range facts.Members {
		m := &facts.Members[i]
		counted, by := c.counting(i)
		if by == isOpen || by != notExamined && !c.surelyNotTekun(m) {
			return false
		}
		if by != notExamined {
			s.Members = append(s.Members, c.settled(m, counted))
		}
		if !counted {
			continue
		}
		if s.Residence == 0 {
			s.Residence = c.residence(m)
		}
		if s.Residence != c.residence(m) {
			return false
		}
		s.Works = s.Works || facts.OnDibao == standards.Yes && m.Income.Kinds&Work != 0
	}
	if s.Residence == 0 {
		return false
	}
	c.whoCounts()
	c.deductCosts()
	g := &c.groups[s.Residence-1]
	s.People, s.Unknown, s.Income = uint8(g.people), g.unknown, g.income
	return true
}

// byMember reports whether what dibao pays in the place goes by more than the income of all.
func (r *placeRules) byMember() bool {
	return len(r.topUps) > 0 || len(r.bands) > 0 || r.minimumPayment != nil || r.lowIncomeLines != [kinds]*figure{}
}

// PaysByMember are the keys of the rows by which it does.
var PaysByMember = []standards.Key{standards.Key(standards.DibaoTopUp), standards.Key(standards.DibaoBand),
	standards.Key(standards.DibaoMinimum), standards.Key(standards.LowIncomeLine)}

// surelyNotTekun reports whether m is refused tekun support, or not examined for it, whatever the
// lines are.
func (c *deciding) surelyNotTekun(m *Member) bool {
	return m.Support == 0 || m.Support == benefit.Capable ||
		c.unableToWork(m).And(c.outsideSchemes(m)).And(c.ownPropertyWithin(m)) == finding.NotMet
}

// settled is m without the facts that are settled: whether m is counted, the kind of hukou and the
// place of the rates, and that m is no tekun.
func (c *deciding) settled(m *Member, counted bool) SteadyMember {
	s := SteadyMember{Member: *m}
	r := c.residence(m)
	if counted && r != 0 {
		s.Own = m.Income.Dibao[r-1]
	}
	s.Income = Income{Stated: !m.incomeUnknown()}
	if c.set.Choice(standards.LivingGradeReading) == standards.LivingGradesOneOrTwo {
		s.Income.Kinds = m.Income.Kinds & Work // wages are asked about
	}
	s.ID, s.Age, s.Residence, s.Division, s.Counted = "", IncomeAsked, r, c.ratesOf(m), standards.No
	if counted {
		s.Counted = standards.Yes
	}
	s.Relation, s.Absence, s.Property, s.Support, s.SelfCare = 0, 0, 0, 0, 0
	return s
}

// Line is the dibao line in place p for kind of hukou kind, in fen a year; 0 where it is not on
// record.
func (r *Rules) Line(p standards.Place, kind standards.Residence) int64 {
	return r.of(p).lines[kind-1].fen()
}

// Monthly returns a twelfth of a sum in fen a year, rounded as the day's reading says.
func (r *Rules) Monthly(annual int64) int64 {
	fen, _ := sum{times(annual, 1), standards.MonthsPerYear}.round(r.set.Choice(standards.RoundingReading))
	return fen
}

// CoverPays returns what single-person cover pays, in fen a month, for a line and an own income in
// fen a year.
func (r *Rules) CoverPays(line, own int64) int64 {
	due := singlePersonDue(r.set.Choice(standards.SinglePersonReading), line, own)
	fen, _ := due.round(r.set.Choice(standards.RoundingReading))
	return fen
}

// Stretch holds the law's answer for a family with incomes from one on, up to that of the next
// stretch.
type Stretch struct {
	From       int64 // fen a year
	Category   benefit.Category
	Dibao      benefit.Part // its payment is that for an income of From
	Difference bool         // dibao pays what the income lacks of the line
	LowIncome  benefit.Verdict
	Waits      finding.Waits
}

// Starts returns the incomes at which the stretches of f begin, in no order and some of them twice:
// nil, the line, past it, its multiple, and where the difference is less than the average of item 9
// (R2). None of them falls where the line rises. Where no line is on record, more than nil is past
// it.
func (r *Rules) Starts(f *Family, line int64) (starts [5]int64) {
	rules, people := r.of(f.Division), int64(f.People)
	full := line * people
	starts = [5]int64{0, full, full + 1}
	if rules.multiple != nil {
		starts[3] = notBelow(full, rules.multiple.Number)
	}
	if average := r.minimum(f); average > 0 {
		starts[4] = max(0, full-average*people+1)
	}
	return starts
}

// minimum returns the least payment to each person of f, where item 9 is read so (R2), in fen a
// year.
func (r *Rules) minimum(f *Family) int64 {
	if r.set.Choice(standards.AverageReading) != standards.EachPerson {
		return 0
	}
	return r.of(f.Division).averages[f.Residence-1].fen()
}

// notBelow returns the lowest income that is not below multiple x full.
func notBelow(full int64, multiple standards.Fraction) int64 {
	hi, lo := bits.Mul64(uint64(full), uint64(multiple.Num))
	lo, carry := bits.Add64(lo, uint64(multiple.Den-1), 0)
	if hi += carry; hi >= uint64(multiple.Den) {
		return math.MaxInt64
	}
	quotient, _ := bits.Div64(hi, lo, uint64(multiple.Den))
	return int64(min(quotient, math.MaxInt64))
}

// Stretch asks what the law comes to for f with an income.
func (r *Rules) Stretch(f *Family, income int64) Stretch {
	d := r.Open(int(f.People))
	defer r.Close(d)
	d.Facts.Household = f.Household
	d.Facts.Income.Dibao[f.Residence-1] = income
	for i := range d.Facts.Members {
		m := &d.Facts.Members[i]
		m.Counted, m.Age, m.Income.Stated = standards.Yes, IncomeAsked, i > 0 || !f.Unknown
	}
	if f.Works {
		d.Facts.Members[0].Income.Kinds = Work
	}
	d.Findings.Quiet = true
	Decide(r, d)
	out := &d.Outcome
	s := Stretch{From: income, Category: out.Category, Dibao: out.Dibao.Part, LowIncome: out.LowIncome,
		Waits: d.Findings.Waits}
	line, least := r.Line(f.Division, f.Residence), r.minimum(f)
	s.Difference = s.Dibao.Verdict == benefit.Eligible && s.Dibao.Payment.Stated() &&
		line*int64(f.People)-income >= least*int64(f.People)
	return s
}

// Due returns what is due to a member of a steady household, by the verdict on the dibao of their
// kind of hukou or on their single-person cover.
type Due struct {
	Living, Nursing benefit.Part
	Waits           finding.Waits
}

// Verdicts is the length of a table by benefit.Verdict.
const Verdicts = int(benefit.Undetermined) + 1

// Asked is the law asked about one member after another of steady households, alone, as all else is
// settled.
type Asked struct {
	rules *Rules
	desk  *Desk
}

// Asked lends the law to be asked about members. It is given back by Close.
func (r *Rules) Asked() Asked { return Asked{r, r.Open(1)} }

// Close gives back what was lent.
func (a Asked) Close() { a.rules.Close(a.desk) }

// begin begins to ask about m, of a household in place p.
func (a Asked) begin(p standards.Place, m *Member) (*deciding, *Member, *MemberOutcome) {
	d := a.desk
	d.Facts.Household = Household{Division: p, Residence: m.Residence, Property: benefit.Within}
	d.Facts.Members[0], d.Outcome.Members[0] = *m, MemberOutcome{Counted: m.Counted == standards.Yes}
	d.Findings.Quiet, d.Findings.Waits = true, finding.Waits{}
	c := &d.whole
	c.begin(a.rules, &d.Facts, &d.Findings, &d.Outcome, 0)
	return c, &d.Facts.Members[0], &d.Outcome.Members[0]
}

// Subsidies asks what is due to m, of a steady household in place p, by each verdict.
func (a Asked) Subsidies(p standards.Place, m *Member) (due [Verdicts]Due) {
	c, m, o := a.begin(p, m)
	rates, person := c.person(m, o)
	rates.DecideNursing(&o.Nursing, &person, c.f)
	nursing := c.f.Waits
	for v := benefit.Eligible; v <= benefit.Undetermined; v++ {
		c.f.Waits, o.Living, person.Dibao = nursing, benefit.Part{}, v
		if o.Counted {
			rates.DecideLiving(&o.Living, &person, c.f)
		}
		due[v] = Due{o.Living, o.Nursing, c.f.Waits}
	}
	return due
}

// Cover is the single-person cover of a member. What it pays is by [Rules.CoverPays], where a
// payment is stated.
type Cover struct {
	benefit.Part
	Waits finding.Waits
}

// Covers is the length of a table of single-person cover by own income: none or less than the line,
// and some that is no less.
const Covers = 2

// Covered asks about the single-person cover of m, of a steady household in place p that is a
// low-income family by this verdict, by each own income. It reports false, and nothing else, where m
// is not of the class.
func (a Asked) Covered(p standards.Place, m *Member, family benefit.Verdict, covers *[Covers]Cover) bool {
	if m.Counted != standards.Yes || a.rules.of(p).singlePersonClass(&m.Grades, m.SeriousIllness) == finding.NotMet {
		return false
	}
	for i, own := range [Covers]int64{0, max(a.rules.Line(p, m.Residence), 1)} {
		c, m, o := a.begin(p, m)
		c.out.LowIncome = family
		m.Income.Dibao[m.Residence-1] = own
		c.singlePersonOf(m, o)
		covers[i] = Cover{o.SinglePerson, c.f.Waits}
	}
	return true
}
