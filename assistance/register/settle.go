package register

import (
	"fmt"
	"math/bits"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// childOfHead is the relation of a child whose kind the day of birth has to tell: 子, 长女.
const childOfHead benefit.Relation = 1<<8 - 1

// The days on which the library decides: who was of age before the first is a grown child on all
// of them.
var firstDecided = standards.Date{Year: 2020, Month: 1, Day: 1}

// adulthood is the age in years from which a child is grown.
const adulthood = 18

// parentsCountUntil is the first day on which a parent does not count as such (民发〔2021〕57号 art. 7).
var parentsCountUntil = standards.Date{Year: 2021, Month: 7, Day: 1}

// claim is a figure of the register about a household that is checked, and where it stands.
type claim struct {
	column column
	line   int
	value  string
}

// takeClaim takes a figure of the household, and notes where it stands.
func takeClaim[T comparable](r *reading, c column, into *T, parse func([]byte) (T, bool), code string) {
	var zero T
	if *into == zero && len(r.cell(c)) > 0 {
		r.claims = append(r.claims, claim{c, r.at, string(r.cell(c))})
	}
	takeOnce(r, c, into, parse, code)
}

// dispute refuses the household for a figure that does not agree with what was found, and says
// both.
func (r *reading) dispute(c column, code, found string) {
	e := &Error{Line: r.record.Line, Column: r.byColumn.of(c), Code: code, Detail: found}
	for _, one := range r.claims {
		if one.column == c {
			e.Line, e.Value = one.line, one.value
			if r.inSheet {
				e.Cell = cellName(r.cellAt[c]-1, one.line)
			}
		}
	}
	r.faults = append(r.faults, e)
}

// settle finishes the household when its last row was read: what only all of its rows can tell.
func (r *reading) settle() {
	if r.cellAt[colRelation] != 0 {
		for i := range r.pending.members {
			r.settleRelation(&r.pending.members[i])
		}
		r.requireHead()
		r.warnOfBirths()
	}
	if !r.claiming {
		return
	}
	for i := range r.pending.members {
		r.settleIncome(&r.pending.members[i])
	}
	r.checkPaid()
	if r.level == LevelMembers && len(r.pending.members) > 0 {
		r.checkCounts()
		r.checkCoverage()
		r.settleFamilyIncome()
	}
}

// requireHead refuses a household in which everyone stands in a relation to a head who is not
// there: the register may list some of its members alone. A number of people that is that of the
// rows says that it lists them all.
func (r *reading) requireHead() {
	if r.first != 0 || r.level != LevelMembers || r.record.Claims.People != 0 || len(r.pending.members) == 0 {
		return
	}
	for i := range r.pending.members {
		if r.pending.members[i].Relation == 0 {
			return
		}
	}
	r.faults = append(r.faults, &Error{Line: r.record.Line, Column: r.byColumn.of(colRelation), Code: codeNoHead})
}

// settleRelation finds the kind of a child by the day of birth: who is under 18 on the day is a
// minor child, anyone else a grown child.
func (r *reading) settleRelation(m *member) {
	if m.Relation != childOfHead {
		return
	}
	on := r.options.On
	if on.IsZero() {
		on = firstDecided // the law finds who comes of age after it
	}
	m.Relation = benefit.AdultChild
	if !m.Born.IsZero() && on.Before(standards.Day(m.Born.Year+adulthood, m.Born.Month, m.Born.Day)) {
		m.Relation = benefit.MinorChild
	}
}

// settleIncome takes the income that is stated for a member as a whole: as income where nothing
// else is stated, as a sum to be checked where kinds of income are.
func (r *reading) settleIncome(m *member) {
	first := standards.Amount{}
	for i, total := range m.totals {
		if !total.Stated() {
			continue
		}
		c := totalColumns[i]
		sum, known := annualOf(m.income), m.stated && r.hasKinds()
		switch {
		case known && !near(total, sum):
			r.disputeOf(m, c, yearText(sum))
		case first.Stated() && !near(total, first.Annual()) && !near(first, total.Annual()):
			r.disputeOf(m, c, first.YuanText()+perText(first.Per()))
		case !first.Stated():
			first = total
		}
	}
	if m.stated || !first.Stated() {
		return
	}
	m.stated = true
	if first.Fen() > 0 {
		m.income = append(m.income, assistance.Income{Kind: standards.OtherIncome, Amount: first})
		r.pending.lines = append(r.pending.lines, incomeLine{m.place, m.firstLine()})
	}
}

// totalColumns are the columns of the income of a member as a whole.
var totalColumns = [...]column{colOwnMonth, colOwnYear, colOwnTotal}

// hasKinds reports whether the file states incomes by kind.
func (h *header) hasKinds() bool {
	return h.has(colIncomeYuan, colWages, colBusiness, colPropertyIncome, colTransfer, colOther)
}

// disputeOf is dispute for a figure of a member.
func (r *reading) disputeOf(m *member, c column, found string) {
	line := r.record.Line + int(m.firstLine())
	r.faults = append(r.faults, &Error{Line: line, Column: r.byColumn.of(c), Code: codeIncomeSum,
		Value: m.totals[c-colOwnMonth].YuanText(), Detail: found})
}

// annualOf adds up incomes, in fen a year.
func annualOf(list []assistance.Income) (sum int64) {
	for _, income := range list {
		sum = plus(sum, income.Annual())
	}
	return sum
}

// plus adds two sums of fen that are not negative, and stops at the largest.
func plus(a, b int64) int64 {
	sum, carry := bits.Add64(uint64(a), uint64(b), 0)
	if carry != 0 || sum > 1<<63-1 {
		return 1<<63 - 1
	}
	return int64(sum)
}

// near reports whether an amount is sum, in fen a year, as far as an amount a month can tell.
func near(a standards.Amount, sum int64) bool {
	d := a.Annual() - sum
	if a.Per() == standards.PerMonth {
		return -standards.MonthsPerYear/2 <= d && d <= standards.MonthsPerYear/2
	}
	return d == 0
}

// yearText is a sum of fen a year in words.
func yearText(sum int64) string { return wire.FormatFen(sum) + perText(standards.PerYear) }

// perText is the unit of yuan for a period.
func perText(p standards.Period) string {
	if p == standards.PerMonth {
		return "元/月"
	}
	return "元/年"
}

// checkPaid refuses parts of what is paid that come to more than all of it.
func (r *reading) checkPaid() {
	p := &r.record.PaidOf
	parts := plus(plus(plus(p.Dibao.Fen(), p.Living.Fen()), plus(p.Nursing.Fen(), p.Tekun.Fen())), p.Other.Fen())
	if r.record.Paid.Stated() && parts > r.record.Paid.Fen() && r.level != LevelHouseholds {
		r.dispute(colPaid, codePaidSum, wire.FormatFen(parts))
	}
}

// checkCounts compares how many people the register says the household has with its rows.
func (r *reading) checkCounts() {
	all, counted, covered, said := len(r.pending.members), 0, 0, false
	for i := range r.pending.members {
		m := &r.pending.members[i]
		if m.Counted != standards.No {
			counted++
		}
		if m.covered != 0 {
			said = true
			if m.covered == standards.Yes {
				covered++
			}
		}
	}
	if n := r.record.Claims.People; n != 0 && n != all && n != counted {
		r.dispute(colPeople, codeCount, fmt.Sprint(all))
	}
	if !said {
		covered = counted
	}
	if n := r.record.Claims.Covered; r.cellAt[colCovered] > 0 && r.stated(colCovered) && n != covered && (said || n != 0) {
		r.dispute(colCovered, codeCount, fmt.Sprint(covered))
	}
}

// stated reports whether a figure of the household was stated.
func (r *reading) stated(c column) bool {
	for _, one := range r.claims {
		if one.column == c {
			return true
		}
	}
	return false
}

// checkCoverage refuses a household of which some are covered now and some are not, unless it is
// stated whether the others count.
func (r *reading) checkCoverage() {
	some := false
	for i := range r.pending.members {
		some = some || r.pending.members[i].covered == standards.Yes
	}
	if !some {
		return
	}
	for i := range r.pending.members {
		m := &r.pending.members[i]
		if m.covered == standards.No && m.Counted == 0 && m.Absence == 0 {
			line := r.record.Line + int(m.firstLine())
			r.faults = append(r.faults, &Error{Line: line, Column: r.byColumn.of(colIsCovered), Code: codeNotCovered})
		}
	}
}

// settleFamilyIncome checks the income of the family against the incomes of its members, and takes
// it for their income where they state none.
func (r *reading) settleFamilyIncome() {
	total, c := r.familyIncome()
	if !total.Stated() {
		return
	}
	sum, open := annualOf(r.pending.income), 0
	for i := range r.pending.members {
		m := &r.pending.members[i]
		sum = plus(sum, annualOf(m.income))
		if !m.stated {
			open++
		}
	}
	of := r.record.Claims.ofSum(total)
	switch {
	case r.faults != nil:
	case open == 0 && !r.isSum(c, total, sum), total.Annual() < sum && !r.isSum(c, total, sum):
		r.dispute(c, codeIncomeSum, of(sum, len(r.pending.members)))
	case open > 0 && r.isSum(c, total, sum): // nothing is left for the others
		for i := range r.pending.members {
			r.pending.members[i].stated = true
		}
	case open == len(r.pending.members) && len(r.pending.income) == 0:
		r.takeFamilyIncome(total, c)
	}
}

// familyIncome returns the income of the family as it is stated, or as it follows from that per
// head, and the column.
func (r *reading) familyIncome() (standards.Amount, column) {
	claims := &r.record.Claims
	people := len(r.pending.members)
	month, year := claims.FamilyMonth, claims.FamilyYear
	if month.Stated() && year.Stated() && !near(month, year.Annual()) {
		r.dispute(colFamilyYear, codeIncomeSum, month.YuanText()+perText(standards.PerMonth))
	}
	for _, one := range [...]struct {
		column column
		amount standards.Amount
	}{{colFamilyMonth, month}, {colFamilyYear, year}} {
		if one.amount.Stated() {
			r.checkPerHead(one.amount, people)
			return one.amount, one.column
		}
	}
	for _, one := range [...]struct {
		column column
		amount standards.Amount
	}{{colHeadMonth, claims.HeadMonth}, {colHeadYear, claims.HeadYear}} {
		if one.amount.Stated() && one.amount.Fen() <= wire.MaxFen/assistance.MaxMembers {
			return standards.Fen(one.amount.Fen()*int64(people), one.amount.Per()), one.column
		}
	}
	return standards.Amount{}, noColumn
}

// checkPerHead compares the income per head with that of the family.
func (r *reading) checkPerHead(total standards.Amount, people int) {
	claims := &r.record.Claims
	for _, one := range [...]struct {
		column column
		amount standards.Amount
	}{{colHeadMonth, claims.HeadMonth}, {colHeadYear, claims.HeadYear}} {
		if one.amount.Stated() && !perHeadFits(one.amount, total.Annual(), people) {
			r.dispute(one.column, codeIncomeSum, total.YuanText()+perText(total.Per()))
		}
	}
}

// perHeadFits reports whether an amount per head, rounded to fen or to yuan, is that of a sum a
// year.
func perHeadFits(a standards.Amount, sum int64, people int) bool {
	unit := int64(1)
	if a.Fen()%100 == 0 {
		unit = 100
	}
	factor := int64(people)
	if a.Per() == standards.PerMonth {
		factor *= standards.MonthsPerYear
	}
	if a.Fen() > wire.MaxFen/assistance.MaxMembers {
		return false
	}
	d := a.Fen()*factor - sum
	return -unit*factor <= d && d <= unit*factor
}

// isSum reports whether the income that column c states is that of the sum a year.
func (r *reading) isSum(c column, total standards.Amount, sum int64) bool {
	switch people := len(r.pending.members); c {
	case colHeadMonth:
		return perHeadFits(r.record.Claims.HeadMonth, sum, people)
	case colHeadYear:
		return perHeadFits(r.record.Claims.HeadYear, sum, people)
	}
	return near(total, sum)
}

// ofSum returns how a sum a year is said beside a total.
func (*Claims) ofSum(total standards.Amount) func(sum int64, people int) string {
	return func(sum int64, _ int) string {
		if total.Per() == standards.PerMonth && sum%standards.MonthsPerYear == 0 {
			return wire.FormatFen(sum/standards.MonthsPerYear) + perText(standards.PerMonth)
		}
		return yearText(sum)
	}
}

// takeFamilyIncome takes the income of the family where no member states income. Of one person it
// is the person's own. Of several it is income of the household, and nothing is left for anyone
// else: but the own income of a member for whom it could decide something by itself stays not
// stated, and a household in which someone may not count is refused, since nobody knows whose
// income it is.
func (r *reading) takeFamilyIncome(total standards.Amount, c column) {
	members := r.pending.members
	if c == colHeadMonth || c == colHeadYear {
		r.warnOfHousehold(c, CodePerHead)
	}
	switch {
	case total.Fen() == 0:
		for i := range members {
			members[i].stated = true
		}
		return
	case len(members) == 1:
		members[0].stated = true
		members[0].income = append(members[0].income, assistance.Income{Kind: standards.OtherIncome, Amount: total})
		r.pending.lines = append(r.pending.lines, incomeLine{0, 0})
		return
	}
	for i := range members {
		if m := &members[i]; !r.surelyCounted(m) {
			line := r.record.Line + int(m.firstLine())
			r.faults = append(r.faults, &Error{Line: line, Column: r.byColumn.of(c), Code: codeWhoseIncome})
			return
		}
	}
	r.pending.income = append(r.pending.income, assistance.Income{Kind: standards.OtherIncome, Amount: total})
	r.pending.lines = append(r.pending.lines, incomeLine{ofNobody, 0})
	for i := range members {
		m := &members[i]
		m.stated = !m.Disability.Stated() && m.SeriousIllness != standards.Yes &&
			(m.Support == 0 || m.Support == benefit.Capable) && m.Residence == 0
	}
}

// warnOfHousehold warns of a figure of the household.
func (r *reading) warnOfHousehold(c column, code string) {
	e := &Error{Line: r.record.Line, Column: r.byColumn.of(c), Code: code}
	for _, one := range r.claims {
		if one.column == c {
			e.Line, e.Value = one.line, one.value
		}
	}
	r.record.Warnings = append(r.record.Warnings, e)
}

// surelyCounted reports whether a member counts on every reading of the facts.
func (r *reading) surelyCounted(m *member) bool {
	if m.Absence != 0 || m.Counted == standards.No {
		return false
	}
	if m.Counted == standards.Yes {
		return true
	}
	switch m.Relation {
	case 0, benefit.Applicant, benefit.Spouse, benefit.Student, benefit.DependentAdultChild:
		return true
	case benefit.MinorChild:
		return r.options.On.IsZero() || r.options.On.Before(standards.Day(m.Born.Year+adulthood, m.Born.Month, m.Born.Day))
	case benefit.Parent:
		return !r.options.On.IsZero() && r.options.On.Before(parentsCountUntil)
	}
	return false
}
