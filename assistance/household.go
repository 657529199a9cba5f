package assistance

import (
	"cmp"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The limits of input.
const (
	MaxMembers = 100       // members of a household
	MaxIncomes = 100       // incomes of a member, or of a household as such
	MaxWeight  = 1_000_000 // households that one stands for
	maxID      = 64        // characters of an id
)

// firstBirth is the earliest day of birth that is accepted.
var firstBirth = standards.Date{Year: 1900, Month: 1, Day: 1}

// Household is a household (家庭) as the caseworker knows it. A zero field is not stated, which is
// never the same as no or none. [Fields] lists the facts with their names and texts.
type Household struct {
	ID        string              // needed where there are several households
	Division  standards.Place     // one of the ten county-level units; required
	Residence standards.Residence // kind of hukou (户籍类别) of the members who do not state their own
	Property  benefit.Property    // against the local limit for dibao, as the caseworker finds
	OnDibao   standards.Answer    // already on dibao
	Income    []Income            // of the household as such, for dibao, never a member's own; nil: none
	JobCosts  standards.Amount    // necessary costs of working (必要的就业成本)

	RigidCosts        standards.Amount // of disability or illness (刚性支出), as far as found deductible; from 2021-07-01
	LowIncomeProperty benefit.Property // against the limit for low-income families, a rule of its own
	OverLineSince     standards.Date   // the day from which income is over the line, for the grace period (渐退期)

	Weight  int      // how many households this one stands for; 0: one
	Members []Member // required
}

// Member is a member of a household (家庭成员).
type Member struct {
	ID                string                 // unique in the household; required
	Born              standards.Date         // required
	Residence         standards.Residence    // where it differs from the household's
	Division          standards.Place        // where it differs, or standards.Elsewhere; for the subsidies only
	Counted           standards.Answer       // whether the member counts, as found; before the relation
	Relation          benefit.Relation       // to the applicant
	Absence           benefit.Absence        // why the member is away
	Income            []Income               // nil: not stated, which under 16 is taken as none; empty: none
	Property          benefit.Property       // the member's own, for tekun support
	Disability        disability.Certificate // zero: none is stated
	SeriousIllness    standards.Answer       // 重病
	Support           benefit.Support        // what is known of those legally bound to support the member
	Cannot            []eldercare.Activity   // activities not managed; nil: not stated; empty: all are managed
	SelfCare          eldercare.SelfCare     // the grade itself; where Cannot is stated too, they must agree
	Placement         benefit.Placement      // where a tekun member is supported
	WorkInjuryNursing standards.Answer       // gets the nursing benefit of work-injury insurance (工伤保险生活护理费)
	ChildScheme       benefit.ChildScheme    // a children's scheme that the member is in
	LivingAllowance   standards.Amount       // another welfare living allowance; compared, and no income
	NursingAllowance  standards.Amount       // another welfare nursing allowance; compared, and no income
}

// ResidenceOf returns the kind of hukou of member m of h: the member's own, else that of the
// household. It is zero where neither is stated.
func (h *Household) ResidenceOf(m *Member) standards.Residence {
	if h == nil || m == nil {
		return 0
	}
	return cmp.Or(m.Residence, h.Residence)
}

// Income is an income of one kind (收入), net of tax and contributions.
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
