package register

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// taker takes what columns of the current row state.
type taker struct {
	columns []column // it is called where the header has one of them
	take    func(r *reading, m *member)
}

// householdTakers take the facts of the household, in the order in which faults are listed. Their
// member is nil.
var householdTakers = [...]taker{
	{[]column{colHead}, func(r *reading, _ *member) { r.takeHead() }},
	{[]column{colDivision}, func(r *reading, _ *member) {
		takeOnce(r, colDivision, &r.record.Household.Division, r.division.read, wire.CodeUnknownPlace)
	}},
	{[]column{colRegion}, func(r *reading, _ *member) { r.takeRegion() }},
	{[]column{colResidence}, func(r *reading, _ *member) {
		r.takeHukou(colResidence, &r.record.Household.Residence, &r.unified)
	}},
	{[]column{colProperty}, func(r *reading, _ *member) {
		takeWord(r, colProperty, &r.record.Household.Property, r.property)
	}},
	{[]column{colLowIncomeProperty}, func(r *reading, _ *member) {
		takeWord(r, colLowIncomeProperty, &r.record.Household.LowIncomeProperty, r.property)
	}},
	{[]column{colOnDibao}, func(r *reading, _ *member) {
		takeWord(r, colOnDibao, &r.record.Household.OnDibao, r.answer)
	}},
	{[]column{colOverLineSince}, func(r *reading, _ *member) {
		takeOnce(r, colOverLineSince, &r.record.Household.OverLineSince, parseDay, wire.CodeDateFormat)
	}},
	{[]column{colWeight}, func(r *reading, _ *member) {
		takeOnce(r, colWeight, &r.record.Household.Weight, parseWeight, wire.CodeNumberRange)
	}},
	{[]column{colJobCosts}, func(r *reading, _ *member) {
		r.takeMonthly(colJobCosts, &r.record.Household.JobCosts)
	}},
	{[]column{colRigidCosts}, func(r *reading, _ *member) {
		r.takeMonthly(colRigidCosts, &r.record.Household.RigidCosts)
	}},
	{[]column{colPaid}, func(r *reading, _ *member) { r.takeClaimed(colPaid, &r.record.Paid, standards.PerMonth) }},
	{[]column{colPaidDibao}, func(r *reading, _ *member) { r.takeMonthly(colPaidDibao, &r.record.PaidOf.Dibao) }},
	{[]column{colPaidLiving}, func(r *reading, _ *member) { r.takeMonthly(colPaidLiving, &r.record.PaidOf.Living) }},
	{[]column{colPaidNursing}, func(r *reading, _ *member) { r.takeMonthly(colPaidNursing, &r.record.PaidOf.Nursing) }},
	{[]column{colPaidTekun}, func(r *reading, _ *member) { r.takeMonthly(colPaidTekun, &r.record.PaidOf.Tekun) }},
	{[]column{colPaidOther}, func(r *reading, _ *member) { r.takeOtherPaid() }},
	{[]column{colPeople}, func(r *reading, _ *member) { r.takeCount(colPeople, &r.record.Claims.People) }},
	{[]column{colCovered}, func(r *reading, _ *member) { r.takeCount(colCovered, &r.record.Claims.Covered) }},
	{[]column{colFamilyMonth}, func(r *reading, _ *member) {
		r.takeClaimed(colFamilyMonth, &r.record.Claims.FamilyMonth, standards.PerMonth)
	}},
	{[]column{colFamilyYear}, func(r *reading, _ *member) {
		r.takeClaimed(colFamilyYear, &r.record.Claims.FamilyYear, standards.PerYear)
	}},
	{[]column{colHeadMonth}, func(r *reading, _ *member) {
		r.takeClaimed(colHeadMonth, &r.record.Claims.HeadMonth, standards.PerMonth)
	}},
	{[]column{colHeadYear}, func(r *reading, _ *member) {
		r.takeClaimed(colHeadYear, &r.record.Claims.HeadYear, standards.PerYear)
	}},
	{[]column{colBenefit}, func(r *reading, _ *member) { r.takeBenefit() }},
}

// memberTakers take the facts of a member, in the order in which faults are listed.
var memberTakers = [...]taker{
	{[]column{colBorn}, func(r *reading, m *member) {
		takeOnce(r, colBorn, &m.Born, parseDay, wire.CodeDateFormat)
	}},
	{[]column{colIDNumber}, (*reading).takeIdentity},
	{[]column{colCertificate, colCategory, colGrade, colDisability}, (*reading).takeCertificate},
	{[]column{colLongTermCare}, func(r *reading, m *member) { takeWord(r, colLongTermCare, &m.care, r.answer) }},
	{[]column{colMemberResidence}, func(r *reading, m *member) {
		r.takeHukou(colMemberResidence, &m.Residence, &m.unified)
	}},
	{[]column{colMemberDivision}, func(r *reading, m *member) {
		takeOnce(r, colMemberDivision, &m.Division, r.ownDivision.read, wire.CodeUnknownPlace)
	}},
	{[]column{colOwnProperty}, func(r *reading, m *member) { takeWord(r, colOwnProperty, &m.Property, r.ownProperty) }},
	{[]column{colCounted}, func(r *reading, m *member) { takeWord(r, colCounted, &m.Counted, r.answer) }},
	{[]column{colRelation}, (*reading).takeRelation},
	{[]column{colAbsence}, func(r *reading, m *member) { takeWord(r, colAbsence, &m.Absence, r.absence) }},
	{[]column{colSeriousIllness}, func(r *reading, m *member) {
		takeWord(r, colSeriousIllness, &m.SeriousIllness, r.answer)
	}},
	{[]column{colSupport}, func(r *reading, m *member) { takeWord(r, colSupport, &m.Support, r.support) }},
	{[]column{colSelfCare}, (*reading).takeSelfCare},
	{[]column{colPlacement}, func(r *reading, m *member) { takeWord(r, colPlacement, &m.Placement, r.placement) }},
	{[]column{colWorkInjury}, func(r *reading, m *member) {
		takeWord(r, colWorkInjury, &m.WorkInjuryNursing, r.answer)
	}},
	{[]column{colChildScheme}, func(r *reading, m *member) { takeWord(r, colChildScheme, &m.ChildScheme, r.scheme) }},
	{[]column{colLivingAllowance}, func(r *reading, m *member) {
		r.takeMonthly(colLivingAllowance, &m.LivingAllowance)
	}},
	{[]column{colNursingAllowance}, func(r *reading, m *member) {
		r.takeMonthly(colNursingAllowance, &m.NursingAllowance)
	}},
	{[]column{colCannot}, (*reading).takeCannot},
	{[]column{colIsCovered}, func(r *reading, m *member) { takeWord(r, colIsCovered, &m.covered, r.coverage) }},
	{[]column{colOwnMonth}, func(r *reading, m *member) { r.takeOwn(colOwnMonth, m, standards.PerMonth) }},
	{[]column{colOwnYear}, func(r *reading, m *member) { r.takeOwn(colOwnYear, m, standards.PerYear) }},
	{[]column{colOwnTotal}, (*reading).takeOwnTotal},
	{[]column{colHealth}, func(r *reading, m *member) { r.takeHealth(m) }},
	{[]column{colSource}, func(r *reading, _ *member) { r.refuseAmount(colSource) }},
}

// inHeader returns the takers that have a column in the header.
func (r *reading) inHeader(all []taker) []func(*reading, *member) {
	var list []func(*reading, *member)
	for _, t := range all {
		if slices.ContainsFunc(t.columns, func(c column) bool { return r.cellAt[c] != 0 }) {
			list = append(list, t.take)
		}
	}
	return list
}

// takeOnce takes a value from a cell. A blank cell states nothing. A cell that cannot be parsed is
// a fault with this code, and one that differs from an earlier cell disagrees with it.
func takeOnce[T comparable](r *reading, c column, into *T, parse func([]byte) (T, bool), code string) {
	cell := r.cell(c)
	if len(cell) == 0 {
		return
	}
	v, ok := parse(cell)
	var zero T
	switch {
	case !ok:
		r.fault(c, code)
	case *into != zero && *into != v:
		r.fault(c, codeDisagrees)
	default:
		*into = v
	}
}

// takeWord is takeOnce for a column that takes words.
func takeWord[T comparable](r *reading, c column, into *T, words *words[T]) {
	takeOnce(r, c, into, words.read, wire.CodeNotAValue)
}

// takeMonthly takes an amount of yuan a month.
func (r *reading) takeMonthly(c column, into *standards.Amount) {
	r.takeMoney(c, into, standards.PerMonth)
}

// takeMoney takes an amount of yuan.
func (r *reading) takeMoney(c column, into *standards.Amount, per standards.Period) {
	cell := r.cell(c)
	if len(cell) == 0 {
		return
	}
	fen, code := parseMoney(cell)
	parse := func([]byte) (standards.Amount, bool) { return standards.Fen(fen, per), code == "" }
	takeOnce(r, c, into, parse, code)
}

// takeClaimed takes an amount that is checked when the household is whole.
func (r *reading) takeClaimed(c column, into *standards.Amount, per standards.Period) {
	r.noteClaim(c, ofNobody)
	r.takeMoney(c, into, per)
}

// takeOwn takes an income of a member as a whole, which is checked when the household is whole.
func (r *reading) takeOwn(c column, m *member, per standards.Period) {
	r.noteClaim(c, m.place)
	r.takeMoney(c, &m.totals[c-colOwnMonth], per)
}

// takeOtherPaid adds up what else is paid, which may stand in more than one column. It is not
// stated where it is not the same on all rows: a top-up may stand beside the member for whom it is.
func (r *reading) takeOtherPaid() {
	sum, stated := int64(0), false
	for _, one := range r.many {
		cell := r.cellsAt(one.position)
		if one.column != colPaidOther || len(cell) == 0 {
			continue
		}
		fen, code := parseMoney(cell)
		if code != "" {
			r.faults = append(r.faults, r.errorAt(one.position, code))
			return
		}
		sum, stated = saturating.Add(sum, fen, 1), true
	}
	other := standards.Fen(sum, standards.PerMonth)
	_, before := r.claimOf(colPaidOther, ofNobody)
	switch {
	case !stated:
	case !before:
		r.claims = append(r.claims, claim{column: colPaidOther, of: ofNobody, line: r.at})
		r.record.PaidOf.Other = other
	case r.record.PaidOf.Other != other:
		r.record.PaidOf.Other = standards.Amount{}
	}
}

// takeBenefit keeps what the register calls the support.
func (r *reading) takeBenefit() {
	if r.level != LevelHouseholds {
		return
	}
	for _, one := range r.many {
		if cell := r.cellsAt(one.position); one.column == colBenefit && len(cell) > 0 {
			if r.record.Benefit != "" {
				r.record.Benefit += " "
			}
			r.record.Benefit += string(cell)
		}
	}
}

// takeHealth warns of a member whose health is said to be that of a disabled or ill person, and of
// whom no certificate and no finding is stated.
func (r *reading) takeHealth(m *member) {
	if m.Disability.Stated() || m.SeriousIllness != 0 {
		return
	}
	for _, one := range r.many {
		cell := r.cellsAt(one.position)
		if one.column == colHealth && saysIll(string(cell)) {
			r.record.Warnings = append(r.record.Warnings, r.errorAt(one.position, CodeHealth))
			return
		}
	}
}

// saysIll reports whether a cell about health names a disability or an illness.
func saysIll(cell string) bool {
	if strings.Contains(cell, "无") || strings.Contains(cell, "未") || strings.Contains(cell, "非") {
		return false
	}
	return strings.Contains(cell, "残") || strings.Contains(cell, "病") || strings.Contains(cell, "癌") ||
		strings.Contains(cell, "尿毒症")
}

// refuseAmount refuses an amount in a column of words.
func (r *reading) refuseAmount(c column) {
	if bytes.ContainsAny(r.cell(c), "0123456789") {
		r.fault(c, codeCarries)
	}
}

// takeOwnTotal takes the sum of the incomes of a member, for the period of the incomes beside it.
func (r *reading) takeOwnTotal(m *member) {
	per := r.perOf[colOwnTotal]
	for _, c := range incomeColumns {
		if per == 0 {
			per = r.perOf[c.column]
		}
	}
	if per == 0 {
		per, _ = r.per.read(r.cell(colIncomePer))
	}
	switch {
	case len(r.cell(colOwnTotal)) == 0:
	case per == 0:
		r.fault(colOwnTotal, codePeriod)
	default:
		r.takeOwn(colOwnTotal, m, per)
	}
}

// takeRegion takes the division out of a place that may name more or less. What names no division
// says nothing where the division is stated otherwise.
func (r *reading) takeRegion() {
	if r.record.Household.Division != 0 || r.cellAt[colDivision] != 0 {
		if _, ok := r.division.read(r.cell(colRegion)); !ok {
			return
		}
	}
	takeOnce(r, colRegion, &r.record.Household.Division, r.division.read, wire.CodeUnknownPlace)
}

// parseCount reads a number of people.
func parseCount(cell []byte) (int, bool) {
	n, ok := wholeNumber(bytes.TrimSuffix(cell, []byte("人")))
	return n, ok && n <= assistance.MaxMembers
}

// takeHead takes the name of the head (户主姓名) of a household that has an id.
func (r *reading) takeHead() {
	name := r.cell(colHead)
	switch known := r.pending.at(r.pending.head); {
	case len(name) == 0:
	case len(known) == 0:
		r.pending.head = r.pending.keep(name)
	case !bytes.Equal(name, known):
		r.fault(colHead, codeDisagrees)
	}
}

// takeMember takes the member of the current row. It returns nil where the row is about income of
// the household itself.
func (r *reading) takeMember() *member {
	number := r.cell(colIDNumber)
	id := r.cell(colMember)
	if len(id) == 0 {
		id = bytes.ToUpper(number)
	}
	if len(id) == 0 {
		if r.saysOfMember() {
			r.fault(colMember, wire.CodeRequired)
		}
		return nil
	}
	m := r.pending.memberWith(id)
	if m == nil {
		if len(r.pending.members) == assistance.MaxMembers {
			r.fault(colMember, wire.CodeTooMany)
			return nil
		}
		m = r.pending.newMember(id, r.row())
	}
	for _, take := range r.ofMember {
		take(r, m)
	}
	if len(number) == 0 {
		if who, born, ok := parseIdentity(r.cell(colMember)); ok { // the number stands in place of the name
			r.identify(m, who, born, colMember)
		}
	}
	if m.Born.IsZero() && len(number) == 0 && len(r.cell(colBorn)) == 0 &&
		r.byColumn.of(colBorn) != r.byColumn.of(colHousehold) { // else it is refused already
		r.fault(colBorn, wire.CodeRequired)
	}
	return m
}

// saysOfMember reports whether a cell of the current row states something of a member.
func (r *reading) saysOfMember() bool {
	return slices.ContainsFunc(memberTakers[:], func(t taker) bool {
		return slices.ContainsFunc(t.columns, func(c column) bool { return len(r.cell(c)) > 0 })
	})
}

// takeRelation takes the relation of a member. A second applicant may be the head of another
// family, whose rows lack the household's id: where the name of the head is the id, the household
// is refused.
func (r *reading) takeRelation(m *member) {
	before := m.Relation
	takeWord(r, colRelation, &m.Relation, r.relation)
	if before == m.Relation || m.Relation != benefit.Applicant {
		return
	}
	if r.first == 0 {
		r.first = r.at
		return
	}
	e := r.errorIn(colRelation, CodeApplicants)
	e.Detail = strconv.Itoa(r.first)
	if r.headIsID {
		r.faults = append(r.faults, e)
	} else {
		r.record.Warnings = append(r.record.Warnings, e)
	}
}

// takeHukou takes a kind of hukou. A hukou that is neither urban nor rural states no kind; the
// household is warned of it once, and unified keeps where it was said.
func (r *reading) takeHukou(c column, into *standards.Residence, unified **Error) {
	cell := r.cell(c)
	if len(cell) == 0 {
		return
	}
	kind, ok := r.residence.read(cell)
	switch said := *unified != nil; {
	case !ok, kind != 0 && !said:
		takeWord(r, c, into, r.residence)
	case kind == 0 && c == colResidence && r.options.Residence != 0: // the caller says which
	case kind != 0, *into != 0:
		r.fault(c, codeDisagrees)
	case !said:
		*unified = r.errorIn(c, CodeUnifiedHukou)
		if !r.warned(CodeUnifiedHukou) {
			r.record.Warnings = append(r.record.Warnings, *unified)
		}
	}
}

// takeSelfCare takes the self-care of a member, and keeps the row that states it.
func (r *reading) takeSelfCare(m *member) {
	if m.SelfCare == 0 {
		m.lines[lineOfSelfCare] = r.row()
	}
	takeWord(r, colSelfCare, &m.SelfCare, r.selfCare)
}

// takeCannot takes the activities that a member cannot manage. A dash states that there are none.
func (r *reading) takeCannot(m *member) {
	cell := string(r.cell(colCannot))
	if cell == "" {
		return
	}
	list, ok := r.parseActivities(cell)
	switch {
	case !ok:
		r.fault(colCannot, wire.CodeNotAValue)
	case m.Cannot != nil && eldercare.ActivitiesOf(m.Cannot...) != eldercare.ActivitiesOf(list...):
		r.fault(colCannot, codeDisagrees)
	default:
		m.Cannot = list
	}
}

// parseActivities reads a list of activities. Separators alone are no list.
func (r *reading) parseActivities(cell string) ([]eldercare.Activity, bool) {
	list := []eldercare.Activity{}
	if cell == "-" {
		return list, true
	}
	separator := func(r rune) bool { return strings.ContainsRune(" ,，、;；", r) }
	for _, word := range strings.FieldsFunc(cell, separator) {
		a, ok := r.activity.read([]byte(word))
		if !ok {
			return nil, false
		}
		list = append(list, a)
	}
	return list, len(list) > 0
}

// parseWeight reads how many households a household stands for.
func parseWeight(cell []byte) (int, bool) {
	n, ok := wholeNumber(cell)
	return n, ok && n >= 1 && n <= assistance.MaxWeight
}

// wholeNumber reads digits: no sign, and no zero before others.
func wholeNumber(cell []byte) (int, bool) {
	n, err := strconv.Atoi(string(cell))
	return n, err == nil && strconv.Itoa(n) == string(cell) && n >= 0
}

// parseDay reads a day as registers write it: 1968-03-02, 1968/3/2, 1968年3月2日, 19680302.
func parseDay(cell []byte) (standards.Date, bool) {
	if day, clock, ok := bytes.Cut(cell, []byte{' '}); ok && len(bytes.Trim(clock, "0:.")) == 0 {
		cell = day // as spreadsheets write midnight
	}
	year, rest := cutDay(bytes.TrimSuffix(cell, []byte("日")))
	month, day := cutDay(rest)
	if len(year) == len("20060102") && rest == nil {
		year, month, day = year[:4], year[4:6], year[6:]
	}
	if len(year) != 4 || len(month) > 2 || len(day) > 2 {
		return standards.Date{}, false
	}
	d := dayOf(year, month, day)
	return d, d.Valid()
}

// cutDay cuts a text at the first mark that stands between year, month and day. Where there is
// none, rest is nil.
func cutDay(text []byte) (part, rest []byte) {
	i := bytes.IndexAny(text, "-/.年月")
	if i < 0 {
		return text, nil
	}
	_, size := utf8.DecodeRune(text[i:])
	return text[:i], text[i+size:]
}
