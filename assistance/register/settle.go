package register

import (
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/saturating"
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

// claim is a figure of the register that is checked, and where it stands.
type claim struct {
	column column
	of     int32 // the place of the member whom it is about; ofNobody: the household
	line   int
	value  span
}

// noteClaim notes where a figure that is checked stands first: in column c of the current row.
func (r *reading) noteClaim(c column, of int32) {
	cell := r.cell(c)
	if _, noted := r.claimOf(c, of); noted || len(cell) == 0 {
		return
	}
	r.claims = append(r.claims, claim{c, of, r.at, r.pending.keep(cell)})
}

// takeCount takes a number of people of the household, which may be none, and notes where it
// stands.
func (r *reading) takeCount(c column, into *int) {
	cell := r.cell(c)
	if len(cell) == 0 {
		return
	}
	n, ok := parseCount(cell)
	_, stated := r.claimOf(c, ofNobody)
	switch {
	case !ok:
		r.fault(c, wire.CodeNumberRange)
	case stated && n != *into:
		r.fault(c, codeDisagrees)
	default:
		r.noteClaim(c, ofNobody)
		*into = n
	}
}

// claimOf returns the claim of a column about a member, or with ofNobody about the household.
func (r *reading) claimOf(c column, of int32) (claim, bool) {
	i := slices.IndexFunc(r.claims, func(one claim) bool { return one.column == c && one.of == of })
	if i < 0 {
		return claim{}, false
	}
	return r.claims[i], true
}

// errorOfClaim returns the error of a figure that is checked, where the figure stands.
func (r *reading) errorOfClaim(c column, of int32, code string) *Error {
	one, _ := r.claimOf(c, of)
	e := r.errorOn(one.line, c, code)
	e.Value = string(r.pending.at(one.value))
	return e
}

// errorOn returns the error of a column on a line.
func (r *reading) errorOn(line int, c column, code string) *Error {
	e := &Error{Line: line, Column: r.byColumn.of(c), Code: code}
	if r.inSheet && r.cellAt[c] != 0 {
		e.Cell = cellName(r.cellAt[c]-1, line)
	}
	return e
}

// dispute refuses the household for a figure that does not agree with what was found, and says
// both.
func (r *reading) dispute(c column, of int32, code, found string) {
	e := r.errorOfClaim(c, of, code)
	e.Detail = found
	r.faults = append(r.faults, e)
}

// lineOf returns the line on which a member first stands.
func (r *reading) lineOf(m *member) int { return r.record.Line + int(m.firstLine()) }

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
	if r.first != 0 || r.record.Claims.People != 0 || len(r.pending.members) == 0 {
		return
	}
	for i := range r.pending.members {
		if r.pending.members[i].Relation == 0 {
			return
		}
	}
	r.faults = append(r.faults, r.errorOn(r.record.Line, colRelation, codeNoHead))
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
	if on.Before(standards.Day(m.Born.Year+adulthood, m.Born.Month, m.Born.Day)) {
		m.Relation = benefit.MinorChild
	}
}

// settleIncome takes the income that is stated for a member as a whole: as income where nothing
// else is stated, as a sum to be checked where kinds of income are.
func (r *reading) settleIncome(m *member) {
	first, from := standards.Amount{}, noColumn
	for i, total := range m.totals {
		if !total.Stated() {
			continue
		}
		c := totalColumns[i]
		sum := annualOf(m.income)
		switch {
		case m.stated && !near(total, sum):
			r.dispute(c, m.place, codeIncomeSum, yearText(sum))
		case first.Stated() && !near(total, first.Annual()) && !near(first, total.Annual()):
			r.dispute(c, m.place, codeIncomeSum, first.YuanText()+perText(first.Per()))
		case !first.Stated():
			first, from = total, c
		}
	}
	if m.stated || !first.Stated() {
		return
	}
	m.stated = true
	if first.Fen() > 0 {
		m.income = append(m.income, assistance.Income{Kind: standards.OtherIncome, Amount: first})
		r.noteIncome(m.place, from, m.place)
	}
}

// noteIncome notes on which line an income stands that column c states of a member or, with
// ofNobody, of the household.
func (r *reading) noteIncome(whose int32, c column, of int32) {
	one, _ := r.claimOf(c, of)
	r.pending.lines = append(r.pending.lines, incomeLine{whose, int32(one.line - r.record.Line)})
}

// totalColumns are the columns of the income of a member as a whole.
var totalColumns = [...]column{colOwnMonth, colOwnYear, colOwnTotal}

// annualOf adds up incomes, in fen a year.
func annualOf(list []assistance.Income) (sum int64) {
	for _, income := range list {
		sum = saturating.Add(sum, income.Annual(), 1)
	}
	return sum
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

// sum adds up what is paid of each benefit, in fen a month.
func (p *PaidOf) sum() (fen int64) {
	for _, a := range [...]standards.Amount{p.Dibao, p.Living, p.Nursing, p.Tekun, p.Other} {
		fen = saturating.Add(fen, a.Fen(), 1)
	}
	return fen
}

// checkPaid refuses parts of what is paid that come to more than all of it.
func (r *reading) checkPaid() {
	parts := r.record.PaidOf.sum()
	if r.record.Paid.Stated() && parts > r.record.Paid.Fen() && r.level != LevelHouseholds {
		r.dispute(colPaid, ofNobody, codePaidSum, wire.FormatFen(parts))
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
		r.dispute(colPeople, ofNobody, codeCount, strconv.Itoa(all))
	}
	if !said {
		covered = counted
	}
	_, stated := r.claimOf(colCovered, ofNobody)
	if n := r.record.Claims.Covered; stated && n != covered && (said || n != 0) {
		r.dispute(colCovered, ofNobody, codeCount, strconv.Itoa(covered))
	}
}

// checkCoverage refuses a household of which some are covered now and some are not, unless it is
// stated whether the others count.
func (r *reading) checkCoverage() {
	if !slices.ContainsFunc(r.pending.members, func(m member) bool { return m.covered == standards.Yes }) {
		return
	}
	for i := range r.pending.members {
		m := &r.pending.members[i]
		if m.covered == standards.No && m.Counted == 0 && m.Absence == 0 {
			r.faults = append(r.faults, r.errorOn(r.lineOf(m), colIsCovered, codeNotCovered))
		}
	}
}

// settleFamilyIncome checks the income of the family against the incomes of its members, and takes
// it for their income where they state none.
func (r *reading) settleFamilyIncome() {
	family := r.familyIncome()
	total, c := family.amount, family.column
	if !total.Stated() {
		return
	}
	sum, open := annualOf(r.pending.income), 0
	for i := range r.pending.members {
		m := &r.pending.members[i]
		sum = saturating.Add(sum, annualOf(m.income), 1)
		if !m.stated {
			open++
		}
	}
	fits := r.isSum(c, total, sum)
	switch {
	case r.faults != nil:
	case fits: // nothing is left for those who state none
		for i := range r.pending.members {
			r.pending.members[i].stated = true
		}
	case open == 0 || total.Annual() < sum:
		r.dispute(c, ofNobody, codeIncomeSum, sumText(sum, total.Per()))
	case open == len(r.pending.members) && len(r.pending.income) == 0:
		r.takeFamilyIncome(total, c)
	}
}

// amountIn is an amount, and the column that states it.
type amountIn struct {
	column column
	amount standards.Amount
}

// ofFamily returns the incomes of the family that are stated, those a month first.
func (c *Claims) ofFamily() [2]amountIn {
	return [...]amountIn{{colFamilyMonth, c.FamilyMonth}, {colFamilyYear, c.FamilyYear}}
}

// perHead returns the incomes per head that are stated, those a month first.
func (c *Claims) perHead() [2]amountIn {
	return [...]amountIn{{colHeadMonth, c.HeadMonth}, {colHeadYear, c.HeadYear}}
}

// familyIncome returns the income of the family as it is stated, or as it follows from that per
// head, and the column. Where it is stated more than once, it compares the statements.
func (r *reading) familyIncome() amountIn {
	claims := &r.record.Claims
	people := len(r.pending.members)
	month, year := claims.FamilyMonth, claims.FamilyYear
	if month.Stated() && year.Stated() && !near(month, year.Annual()) {
		r.dispute(colFamilyYear, ofNobody, codeIncomeSum, month.YuanText()+perText(standards.PerMonth))
	}
	for _, one := range claims.ofFamily() {
		if one.amount.Stated() {
			r.checkPerHead(one.amount, people)
			return one
		}
	}
	if claims.HeadMonth.Stated() && claims.HeadYear.Stated() && !headsAgree(claims.HeadMonth, claims.HeadYear) {
		r.dispute(colHeadYear, ofNobody, codeIncomeSum, claims.HeadMonth.YuanText()+perText(standards.PerMonth))
	}
	for _, one := range claims.perHead() {
		if one.amount.Stated() && one.amount.Fen() <= wire.MaxFen/assistance.MaxMembers {
			return amountIn{one.column, standards.Fen(one.amount.Fen()*int64(people), one.amount.Per())}
		}
	}
	return amountIn{}
}

// checkPerHead compares the income per head with that of the family.
func (r *reading) checkPerHead(total standards.Amount, people int) {
	for _, one := range r.record.Claims.perHead() {
		if one.amount.Stated() && !perHeadFits(one.amount, total.Annual(), people) {
			r.dispute(one.column, ofNobody, codeIncomeSum, total.YuanText()+perText(total.Per()))
		}
	}
}

// roundedTo returns what an amount is rounded to, in fen: to the yuan where it has no fen.
func roundedTo(a standards.Amount) int64 {
	if a.Fen()%fenPerYuan == 0 {
		return fenPerYuan
	}
	return 1
}

// fenPerYuan is a yuan in fen.
const fenPerYuan = 100

// perHeadFits reports whether an amount per head, rounded up or down to fen or to yuan, is that of
// a sum a year. What is one fen or yuan off is no rounding.
func perHeadFits(a standards.Amount, sum int64, people int) bool {
	d := a.Annual()*int64(people) - sum
	most := standards.Fen(roundedTo(a), a.Per()).Annual() * int64(people)
	return -most < d && d < most
}

// headsAgree reports whether an amount per head a month and one a year, each rounded, can be of one
// sum.
func headsAgree(month, year standards.Amount) bool {
	d := month.Annual() - year.Annual()
	most := roundedTo(month)*standards.MonthsPerYear + roundedTo(year)
	return -most < d && d < most
}

// isSum reports whether the income that column c states is that of the sum a year.
func (r *reading) isSum(c column, total standards.Amount, sum int64) bool {
	for _, one := range r.record.Claims.perHead() {
		if one.column == c {
			return perHeadFits(one.amount, sum, len(r.pending.members))
		}
	}
	return near(total, sum)
}

// sumText is a sum of fen a year in words, for the period of a total beside it where it comes to
// whole fen.
func sumText(sum int64, per standards.Period) string {
	if per == standards.PerMonth && sum%standards.MonthsPerYear == 0 {
		return wire.FormatFen(sum/standards.MonthsPerYear) + perText(per)
	}
	return yearText(sum)
}

// takeFamilyIncome takes the income of the family where no member states income. Of one person it
// is the person's own. Of several it is income of the household, and nothing is left for anyone
// else: but the own income of a member for whom it could decide something by itself stays not
// stated, and a household in which someone may not count is refused, since nobody knows whose
// income it is.
func (r *reading) takeFamilyIncome(total standards.Amount, c column) {
	members := r.pending.members
	if c == colHeadMonth || c == colHeadYear {
		r.record.Warnings = append(r.record.Warnings, r.errorOfClaim(c, ofNobody, CodePerHead))
	}
	income := assistance.Income{Kind: standards.OtherIncome, Amount: total}
	if len(members) == 1 {
		members[0].stated, members[0].income = true, append(members[0].income, income)
		r.noteIncome(members[0].place, c, ofNobody)
		return
	}
	for i := range members {
		if m := &members[i]; !r.surelyCounted(m) {
			r.faults = append(r.faults, r.errorOn(r.lineOf(m), c, codeWhoseIncome))
			return
		}
	}
	r.pending.income = append(r.pending.income, income)
	r.noteIncome(ofNobody, c, ofNobody)
	for i := range members {
		m := &members[i]
		m.stated = !m.Disability.Stated() && m.SeriousIllness != standards.Yes &&
			(m.Support == 0 || m.Support == benefit.Capable) && m.Residence == 0
	}
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
