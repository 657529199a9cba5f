package law

import (
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The two kinds of hukou, as positions: those of figures that go by kind.
const (
	urban = 0
	rural = 1
	kinds = 2
)

// Income is the income of a person, or of a household as such, in whole fen a year: what of it
// counts for each benefit.
type Income struct {
	Sums
	Stated   bool
	Kinds    standards.IncomeKinds // the kinds of which there is any
	Transfer bool                  // a transfer is stated, of whatever amount
}

// Sums are the sums of an income, in whole fen a year.
type Sums struct {
	Dibao  [kinds]int64 // what counts for dibao, by the list of each kind of hukou
	Tekun  int64        // what counts for tekun
	Earned [kinds]int64 // the income from work in Dibao
}

// Work are the kinds of income from work: wages and business income.
const Work standards.IncomeKinds = 1<<standards.Wages | 1<<standards.Business

// NotIncome are the kinds of income that do not count in a place.
type NotIncome struct {
	Dibao [kinds]standards.IncomeKinds // for dibao, by kind of hukou
	Tekun standards.IncomeKinds
}

// Add adds fen a year of one kind of income to i: what of it counts for which benefit.
func (i *Income) Add(kind standards.IncomeKind, fen int64, not *NotIncome) {
	i.Transfer = i.Transfer || kind == standards.Transfer
	if fen == 0 {
		return
	}
	i.Kinds = i.Kinds.With(kind)
	for k := range i.Dibao {
		if not.Dibao[k].Has(kind) {
			continue
		}
		i.Dibao[k] += fen
		if Work.Has(kind) {
			i.Earned[k] += fen
		}
	}
	if !not.Tekun.Has(kind) {
		i.Tekun += fen
	}
}

// Member holds what the law asks of one member.
type Member struct {
	ID                string
	Age               int                 // in full years, on the day
	Residence         standards.Residence // zero: the household's
	Division          standards.Place     // zero: the household's
	Counted           standards.Answer
	Relation          benefit.Relation
	Absence           benefit.Absence
	Income            Income
	Property          benefit.Property
	Grades            disability.Grades
	LongTermCare      standards.Answer
	SeriousIllness    standards.Answer
	Support           benefit.Support
	SelfCare          eldercare.SelfCare
	WorkInjuryNursing standards.Answer
	ChildScheme       benefit.ChildScheme
	LivingAllowance   standards.Amount
	NursingAllowance  standards.Amount
}

// IncomeAsked is the age from which an income that is not stated is unknown. That of someone
// younger is taken as none, and listed. It is no figure of the law.
const IncomeAsked = 16

// incomeUnknown reports whether the member's income is not stated and may be anything.
func (m *Member) incomeUnknown() bool { return !m.Income.Stated && m.Age >= IncomeAsked }

// Facts holds what the law asks of a household and its members: checked, in whole fen a year. It
// holds no verdicts.
type Facts struct {
	Household
	Members []Member
}

// Household holds what the law asks of a household as such.
type Household struct {
	Division          standards.Place
	Residence         standards.Residence
	Property          benefit.Property
	LowIncomeProperty benefit.Property // against the limit for low-income families
	OnDibao           standards.Answer
	OverLineSince     standards.Date // the day from which income is over the line; for the grace period
	JobCosts          int64          // fen a year
	RigidCosts        int64          // fen a year
	Income            Income         // of the household as such
}

// Outcome holds what the law comes to for a household.
type Outcome struct {
	Category  benefit.Category
	Dibao     Dibao
	LowIncome benefit.Verdict
	Members   []MemberOutcome // as in Facts; provided by the caller
	Total     benefit.Payment
}

// Dibao holds the decision on dibao.
type Dibao struct {
	benefit.Part
	Lines  [kinds]Line // by kind of hukou, where one of that kind is counted and a line is on record
	People int         // counted
	// NotCovered counts those of them of a kind of hukou that is not eligible, or undetermined,
	// where the other kind is: nothing is paid for them.
	NotCovered int
	// of those counted and of the household, less job costs, in fen a year; -1: it depends on the kind
	// of hukou
	Income int64
}

// Line is a dibao line as a decision uses it.
type Line struct {
	Amount standards.Amount
	Bound  standards.Bound
}

// MemberOutcome holds the decisions on one member.
type MemberOutcome struct {
	SelfCare     eldercare.SelfCare
	Counted      bool
	Tekun        benefit.Part
	SinglePerson benefit.Part
	Living       benefit.Part
	Nursing      benefit.Part
	tekun        tekunConditions
}
