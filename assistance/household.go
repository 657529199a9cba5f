package assistance

import (
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The limits of input.
const (
	MaxMembers = 100       // members of a household
	MaxIncomes = 100       // incomes of a member, or of a household as such
	MaxWeight  = 1_000_000 // the households that one stands for
	maxID      = 64        // characters of an id
)

// firstBirth is the earliest day of birth that is taken for one.
var firstBirth = standards.Date{Year: 1900, Month: 1, Day: 1}

// Household is a household as the caseworker knows it. Zero fields are not stated, which is never the same as no or nothing.
type Household struct {
	ID                string
	Division          standards.Place     // one of the ten county-level units; required
	Residence         standards.Residence // kind of hukou (户籍类别), for members who do not state their own
	Property          benefit.Property    // the household's, against the local limit for dibao
	OnDibao           standards.Answer    // already on dibao
	Income            []Income            // of the household as such, such as from land: it counts for dibao, never as anyone's own; nil: none
	JobCosts          standards.Amount    // necessary costs of working (必要的就业成本)
	RigidCosts        standards.Amount    // of disability or illness (刚性支出), as far as the caseworker found them deductible; from 2021-07-01
	LowIncomeProperty benefit.Property    // against the limit for low-income families, a rule of its own
	OverLineSince     standards.Date      // the day from which income is over the line, for the grace period (渐退期)
	Weight            int                 // how many households this one stands for; 0: one
	Members           []Member            // required
}

// Member is a member of a household.
type Member struct {
	ID                string              // required, and unique in the household
	Born              standards.Date      // required
	Residence         standards.Residence // where it differs from the household's
	Division          standards.Place     // where it differs; standards.Elsewhere: outside Zhuzhou. It governs the subsidies only
	Counted           standards.Answer    // the caseworker's finding whether the member counts; it goes before the relation
	Relation          benefit.Relation
	Absence           benefit.Absence
	Income            []Income // nil: not stated, which is unknown from 16 on, and taken as none and listed of anyone younger; empty: none
	Property          benefit.Property
	Disability        disability.Certificate
	SeriousIllness    standards.Answer
	Support           benefit.Support
	Cannot            []eldercare.Activity // activities not managed; nil: not stated; empty: all are managed
	SelfCare          eldercare.SelfCare   // the grade itself; where Cannot is stated too, they must agree
	Placement         benefit.Placement
	WorkInjuryNursing standards.Answer // gets the nursing benefit of work-injury insurance (工伤保险生活护理费)
	ChildScheme       benefit.ChildScheme
	LivingAllowance   standards.Amount // another welfare living allowance; it is compared, and is no income
	NursingAllowance  standards.Amount // another welfare nursing allowance
}

// Income is an income of one kind.
type Income struct {
	Kind   standards.IncomeKind
	Amount standards.Amount
	Months int // of a monthly amount: in how many months of the year it is had; 0: in all
}

// Annual returns the fen a year that i comes to.
func (i Income) Annual() int64 {
	if i.Amount.Per() == standards.PerMonth && i.Months != 0 {
		return i.Amount.Fen() * int64(i.Months)
	}
	return i.Amount.Annual()
}
