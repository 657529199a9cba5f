package assistance_test

import (
	"fmt"
	"math/big"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The reference: the law a second time, written from its text alone, plainly and without regard to speed. Money is a rational number of
// fen a year. A Set serves as a look-up of figures only.

// truth is what is known of a condition.
type truth int

const (
	no truth = iota
	open
	yes
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// all is a conjunction, either a disjunction.
func all(list ...truth) truth { return slices.Min(list) }

func either(list ...truth) truth { return slices.Max(list) }

func (t truth) verdict() benefit.Verdict {
	return [...]benefit.Verdict{benefit.Ineligible, benefit.Undetermined, benefit.Eligible}[t]
}

// refSum is a payment: whole fen a month.
type refSum struct {
	stated, least bool
	fen           int64
}

func (s refSum) String() string {
	switch {
	case !s.stated:
		return "-"
	case s.least:
		return fmt.Sprintf("%d+", s.fen)
	}
	return strconv.FormatInt(s.fen, 10)
}

// refNeeds are what is needed, each for its parts. A figure that would have to be above a sum is another need for another sum.
type refNeeds map[string]benefit.Names

func (n refNeeds) add(part benefit.Name, needs ...string) {
	for _, need := range needs {
		n[need] |= benefit.Of(part)
	}
}

func factNeed(id string, f benefit.Fact) string { return id + "." + f.String() }

func figureNeed(k standards.Key, p standards.Place, r standards.Residence, of string) string {
	return benefit.Figure{Key: k, Place: p, Residence: r, Of: of}.String()
}

type refPart struct {
	verdict    benefit.Verdict
	pay, ifMet refSum
}

func (p refPart) String() string {
	return fmt.Sprintf("%q pays %v ifMet %v", p.verdict.String(), p.pay, p.ifMet)
}

type refPerson struct {
	tekun, single, living, nursing refPart
	selfCare                       eldercare.SelfCare
	tekunNeeds, singleNeeds        []string // what his tekun and single-person cover, where undetermined, wait for
	livingRate, nursingRate        refSum   // what would be paid, for a household whose kind of hukou is open
}

type refResult struct {
	category   benefit.Category
	dibao, low refPart
	heads      int
	unpaid     int    // of those counted, the ones of kinds that are not eligible in an eligible household
	income     string // of those counted, a year; empty where it is not one
	people     []refPerson
	total      refSum
	assumed    map[string]bool
	needs      refNeeds
	figures    [2]string // the lines of the kinds of hukou present
	unsure     bool      // heads and income are of one kind of hukou alone
}

// lines renders r for comparison.
func (r *refResult) lines(ids []string) []string {
	l := []string{
		"category " + r.category.String(),
		"dibao " + r.dibao.String(),
		"lowIncome " + r.low.String(),
		"total " + r.total.String(),
	}
	if r.dibao.verdict != 0 && !r.unsure {
		l = append(l, fmt.Sprintf("members %d income %s lines%s", r.heads, r.income, strings.Join(r.figures[:], "")))
	}
	if r.unpaid > 0 {
		l = append(l, fmt.Sprintf("not covered %d", r.unpaid))
	}
	for i, p := range r.people {
		for _, part := range []struct {
			name string
			refPart
		}{{"tekun", p.tekun}, {"singlePerson", p.single}, {"living", p.living}, {"nursing", p.nursing}} {
			if part.refPart != (refPart{}) {
				l = append(l, ids[i]+" "+part.name+" "+part.String())
			}
		}
		if p.selfCare != 0 {
			l = append(l, ids[i]+" selfCare "+p.selfCare.String())
		}
	}
	for need, parts := range r.needs {
		l = append(l, fmt.Sprint("need ", need, " for ", parts.List()))
	}
	for a := range r.assumed {
		l = append(l, "assumed "+a)
	}
	sort.Strings(l)
	return l
}

// refCase is a household with one kind of hukou taken for it.
type refCase struct {
	set   *standards.Set
	h     *assistance.Household
	kind  standards.Residence // of the household
	place standards.Place
	out   refResult
}

// refDecide decides h. Where its kind of hukou is not stated it is decided under each, and the two are joined.
func refDecide(set *standards.Set, h *assistance.Household) refResult {
	if h.Residence != 0 {
		return refUnder(set, h, h.Residence)
	}
	return refJoin(refUnder(set, h, standards.Urban), refUnder(set, h, standards.Rural))
}

func refUnder(set *standards.Set, h *assistance.Household, kind standards.Residence) refResult {
	c := &refCase{set: set, h: h, kind: kind, place: h.Division}
	c.out.needs, c.out.assumed = refNeeds{}, map[string]bool{}
	c.out.people = make([]refPerson, len(h.Members))
	for i := range h.Members {
		c.tekun(i)
	}
	d := c.dibao()
	c.lowIncome(d)
	for i := range h.Members {
		c.singlePerson(i, d)
	}
	for i := range h.Members {
		c.subsidies(i, d)
	}
	c.out.category = c.category(len(d.counted) > 0)
	c.out.total = refTotal(&c.out)
	return c.out
}

// lineNeed is the line of the household's place, above a sum for each person.
func (c *refCase) lineNeed(r standards.Residence, above *big.Rat) string {
	return fmt.Sprintf("%s above %d", figureNeed(standards.Key(standards.DibaoLine), c.place, r, ""), floor(above))
}

func (c *refCase) assume(id string, f benefit.Fact) { c.out.assumed[id+"."+f.String()] = true }

// yearly is an amount in fen a year.
func yearly(a standards.Amount) *big.Rat {
	fen := big.NewRat(a.Fen(), 1)
	if a.Per() == standards.PerMonth {
		fen.Mul(fen, big.NewRat(12, 1))
	}
	return fen
}

func incomeOf(in assistance.Income) *big.Rat {
	if in.Amount.Per() == standards.PerMonth && in.Months != 0 {
		return big.NewRat(in.Amount.Fen()*int64(in.Months), 1)
	}
	return yearly(in.Amount)
}

func times(a *big.Rat, n int64) *big.Rat { return new(big.Rat).Mul(a, big.NewRat(n, 1)) }

// monthly rounds a twelfth of a sum of fen a year by the reading of the day (R6).
func (c *refCase) monthly(year *big.Rat) int64 {
	x := new(big.Rat).Quo(year, big.NewRat(12, 1))
	switch {
	case x.IsInt():
		return x.Num().Int64()
	case c.set.Choice(standards.RoundingReading) == standards.UpToYuan:
		return 100 * ceiling(new(big.Rat).Quo(x, big.NewRat(100, 1)))
	case c.set.Choice(standards.RoundingReading) == standards.HalfUpToFen:
		return floor(new(big.Rat).Add(x, big.NewRat(1, 2)))
	}
	return ceiling(x)
}

func floor(x *big.Rat) int64 { return new(big.Int).Div(x.Num(), x.Denom()).Int64() }

func ceiling(x *big.Rat) int64 { return -floor(new(big.Rat).Neg(x)) }

// floorOnly reports whether a figure is known as a floor only (R11).
func (c *refCase) floorOnly(s standards.Standard) bool {
	return s.Bound == standards.AtLeast && c.set.Choice(standards.FloorAsLineReading) != standards.FloorExact
}

// refFigure is a figure that is paid or compared with: fen a year.
type refFigure struct {
	on    bool
	year  *big.Rat
	floor bool
}

func (c *refCase) line(r standards.Residence) refFigure {
	l, err := c.set.Line(standards.DibaoLine, c.place, r)
	if err != nil {
		return refFigure{}
	}
	return refFigure{true, yearly(l.Amount), c.floorOnly(l.Standard)}
}

func (c *refCase) rate(k standards.RateKey, p standards.Place, r standards.Residence, of string) refFigure {
	s, err := c.set.Rate(k, p, r, of)
	if err != nil {
		return refFigure{}
	}
	return refFigure{true, yearly(s.Amount), c.floorOnly(s.Standard)}
}

// sum is f as a payment.
func (c *refCase) sum(f refFigure) refSum {
	if !f.on {
		return refSum{}
	}
	return refSum{true, f.floor, c.monthly(f.year)}
}

func (c *refCase) number(k standards.NumberKey, of string) (int64, bool) {
	n, err := c.set.Number(k, c.place, 0, of)
	if err != nil {
		return 0, false
	}
	return n.Number.Num / n.Number.Den, true
}

func (c *refCase) listed(k standards.ListKey, r standards.Residence, of string) bool {
	if of == "" {
		return false
	}
	_, ok := c.set.Listed(k, c.place, r, of)
	return ok
}

// hukou is the kind of member m.
func (c *refCase) hukou(m *assistance.Member) standards.Residence {
	if m.Residence != 0 {
		return m.Residence
	}
	return c.kind
}

func (c *refCase) examined(m *assistance.Member) bool {
	return !c.listed(standards.NotExamined, 0, m.Absence.String())
}

func (c *refCase) age(m *assistance.Member) int64 {
	on := c.set.Day()
	years := on.Year - m.Born.Year
	if on.Month < m.Born.Month || on.Month == m.Born.Month && on.Day < m.Born.Day {
		years--
	}
	return int64(years)
}

// within tells whether a certificate belongs to a class of categories and grades.
func (c *refCase) within(cert disability.Certificate, class standards.NumberKey) truth {
	if cert.Category == 0 {
		return no
	}
	fits := func(category disability.Category, grade int) bool {
		limit, ok := c.number(class, category.String())
		return ok && int64(grade) <= limit
	}
	if cert.Category != disability.Multiple {
		return truthOf(fits(cert.Category, cert.Grade))
	}
	if len(cert.Components) > 0 {
		return truthOf(slices.ContainsFunc(cert.Components, func(one disability.Component) bool { return fits(one.Category, one.Grade) }))
	}
	can := 0
	for category := disability.Visual; category < disability.Multiple; category++ {
		if fits(category, cert.Grade) {
			can++
		}
	}
	switch can {
	case 0:
		return no
	case int(disability.Multiple - disability.Visual):
		return yes
	}
	return open
}

func (c *refCase) selfCare(m *assistance.Member) eldercare.SelfCare {
	if m.Cannot == nil {
		return m.SelfCare
	}
	lost := map[eldercare.Activity]bool{}
	for _, a := range m.Cannot {
		if c.listed(standards.SelfCareActivity, 0, a.String()) {
			lost[a] = true
		}
	}
	partly, _ := c.number(standards.SelfCarePartly, "")
	switch {
	case len(lost) == 0:
		return eldercare.Full
	case int64(len(lost)) <= partly:
		return eldercare.Partial
	}
	return eldercare.None
}

// tekun decides step 2 for member i, and what is taken of his income.
func (c *refCase) tekun(i int) {
	m, p := &c.h.Members[i], &c.out.people[i]
	p.selfCare = c.selfCare(m)
	if !c.examined(m) {
		return
	}
	if m.Income == nil {
		c.assume(m.ID, benefit.IncomeFact)
	}

	elder, _ := c.number(standards.TekunElderAge, "")
	minor, _ := c.number(standards.TekunMinorAge, "")
	unable := either(truthOf(c.age(m) >= elder), truthOf(c.age(m) < minor), c.within(m.Disability, standards.TekunGrade))

	own := new(big.Rat)
	for _, in := range m.Income {
		if !c.listed(standards.TekunNotIncome, c.hukou(m), in.Kind.String()) {
			own.Add(own, incomeOf(in))
		}
	}
	poor := yes
	line := c.line(c.hukou(m))
	switch {
	case !line.on:
		if own.Sign() > 0 {
			poor = open
		}
	case own.Cmp(line.year) >= 0:
		poor = no
		if line.floor {
			poor = open
		}
	}

	if m.Support == 0 {
		if unable != no && poor != no {
			c.assume(m.ID, benefit.SupportFact)
		}
		return
	}

	property := yes
	switch {
	case m.Property == benefit.Over:
		property = no
	case m.Property == benefit.Within:
	case c.h.Property == benefit.Over:
		property = open
		if len(c.h.Members) == 1 {
			property = no
		}
	case c.h.Property == 0:
		property = open
	}
	scheme := truthOf(!c.listed(standards.TekunNotWith, 0, m.ChildScheme.String()))
	known := all(unable, truthOf(m.Support != benefit.Capable), scheme, property, poor)
	p.tekun.verdict = known.verdict()
	if known == no {
		return
	}
	if m.ChildScheme == 0 && c.schemesBear(standards.TekunNotWith) {
		c.assume(m.ID, benefit.ChildSchemeFact)
	}
	if unable == open {
		p.tekunNeeds = append(p.tekunNeeds, factNeed(m.ID, benefit.ComponentsFact))
	}
	if property == open {
		p.tekunNeeds = append(p.tekunNeeds, factNeed(m.ID, benefit.PropertyFact))
	}
	if poor == open {
		p.tekunNeeds = append(p.tekunNeeds, c.lineNeed(c.hukou(m), own))
	}
	c.out.needs.add(benefit.Tekun, p.tekunNeeds...)
	if known == yes {
		c.tekunAmount(m, p)
	}
}

// tekunAmount pays the basic standard and the care standard, as far as they are on record.
func (c *refCase) tekunAmount(m *assistance.Member, p *refPerson) {
	basic := c.rate(standards.TekunBasic, c.place, c.hukou(m), "")
	if !basic.on {
		c.out.needs.add(benefit.Tekun, figureNeed(standards.Key(standards.TekunBasic), c.place, c.hukou(m), ""))
	}
	if p.selfCare == 0 {
		c.out.needs.add(benefit.Tekun, factNeed(m.ID, benefit.SelfCareFact))
		for grade := eldercare.Full; grade <= eldercare.None; grade++ {
			if !c.rate(standards.TekunCare, c.place, 0, grade.String()).on {
				c.out.needs.add(benefit.Tekun, figureNeed(standards.Key(standards.TekunCare), c.place, 0, ""))
			}
		}
		p.tekun.pay = c.sum(basic)
		p.tekun.pay.least = p.tekun.pay.stated
		return
	}
	care := c.rate(standards.TekunCare, c.place, 0, p.selfCare.String())
	if !care.on {
		c.out.needs.add(benefit.Tekun, figureNeed(standards.Key(standards.TekunCare), c.place, 0, p.selfCare.String()))
	}
	if basic.on && care.on {
		p.tekun.pay = c.sum(refFigure{true, new(big.Rat).Add(basic.year, care.year), basic.floor || care.floor})
	}
}

func (c *refCase) schemesBear(k standards.ListKey) bool {
	for s := benefit.Orphan; s <= benefit.UnattendedToppedUp; s++ {
		if c.listed(k, 0, s.String()) {
			return true
		}
	}
	return false
}

// refKind is a kind of hukou among those counted.
type refKind struct {
	kind    standards.Residence
	n       int64 // people of it
	line    refFigure
	income  *big.Rat // that is compared, of so many heads
	heads   int64
	work    *big.Rat // wages and business in it
	byMoney truth    // whether income lets it in
	member  truth    // what its members' subsidies follow: with property and all
	needs   []string // what that, where it is open, waits for
}

type refDibao struct {
	counted []int
	kinds   []*refKind
	waiting bool // for tekun
	all     *refKind
}

func (d *refDibao) of(r standards.Residence) *refKind {
	for _, k := range d.kinds {
		if k.kind == r {
			return k
		}
	}
	return nil
}

func refLine(r standards.Residence, line refFigure) string {
	if !line.on {
		return ""
	}
	return fmt.Sprintf(" %s %s %t", r, line.year.FloatString(0), line.floor)
}

// counts reports whether income of a kind counts for dibao.
func (c *refCase) counts(in assistance.Income, r standards.Residence) bool {
	return !c.listed(standards.DibaoNotIncome, r, in.Kind.String())
}

func isWork(in assistance.Income) bool {
	return in.Kind == standards.Wages || in.Kind == standards.Business
}

// countedMember reports whether member i counts for dibao.
func (c *refCase) countedMember(i int) bool {
	m := &c.h.Members[i]
	switch {
	case !c.examined(m), c.listed(standards.DibaoNotCounted, 0, m.Absence.String()), c.out.people[i].tekun.verdict == benefit.Eligible:
		return false
	case m.Counted != 0:
		return m.Counted == standards.Yes
	}
	return !c.listed(standards.DibaoNotCounted, 0, m.Relation.String())
}

// dibao decides step 3.
func (c *refCase) dibao() *refDibao {
	d := &refDibao{}
	works := false // a counted member has wages or business income
	groups := map[standards.Residence]*refKind{}
	d.all = &refKind{income: new(big.Rat), work: new(big.Rat)}
	add := func(g *refKind, in assistance.Income, r standards.Residence) {
		if c.counts(in, r) {
			g.income.Add(g.income, incomeOf(in))
			if isWork(in) {
				g.work.Add(g.work, incomeOf(in))
			}
		}
	}
	for i := range c.h.Members {
		m := &c.h.Members[i]
		if !c.countedMember(i) {
			continue
		}
		d.counted = append(d.counted, i)
		d.waiting = d.waiting || c.out.people[i].tekun.verdict == benefit.Undetermined
		r := c.hukou(m)
		g := groups[r]
		if g == nil {
			g = &refKind{kind: r, income: new(big.Rat), work: new(big.Rat), line: c.line(r)}
			groups[r] = g
			d.kinds = append(d.kinds, g)
		}
		g.n++
		for _, in := range m.Income {
			add(g, in, r)
			add(d.all, in, r)
			works = works || isWork(in) && incomeOf(in).Sign() > 0
		}
	}
	if len(d.counted) == 0 {
		return d
	}
	home := groups[c.kind]
	if home == nil {
		home = d.kinds[0]
	}
	for _, in := range c.h.Income {
		add(home, in, c.kind)
		add(d.all, in, c.kind)
	}
	d.all.n = int64(len(d.counted))

	// Job costs.
	anyone, recipients := c.listed(standards.JobCosts, 0, "anyone"), c.listed(standards.JobCosts, 0, "on-dibao")
	left := new(big.Rat)
	if c.h.JobCosts.Stated() {
		left = yearly(c.h.JobCosts)
	}
	if c.h.Property != benefit.Over && c.h.OnDibao == 0 && recipients && !anyone && left.Sign() > 0 && d.all.work.Sign() > 0 {
		c.assume("", benefit.OnDibaoFact)
	}
	if anyone || recipients && c.h.OnDibao == standards.Yes {
		off := smaller(left, d.all.work)
		d.all.income.Sub(d.all.income, off)
		order := []*refKind{home}
		for _, g := range d.kinds {
			if g != home {
				order = append(order, g)
			}
		}
		for _, g := range order {
			off := smaller(left, g.work)
			g.income.Sub(g.income, off)
			left = new(big.Rat).Sub(left, off)
		}
	}
	for _, k := range d.kinds {
		k.heads = k.n
		if c.set.Choice(standards.MixedHukouReading) != standards.EachGroup {
			k.income, k.heads = d.all.income, d.all.n
		}
	}

	c.out.heads = len(d.counted)
	for _, r := range standards.Residences() {
		if k := d.of(r); k != nil {
			c.out.figures[r-1] = refLine(r, k.line)
		}
	}
	c.out.income = d.all.income.FloatString(0)

	// Income, by kind.
	property := map[benefit.Property]truth{benefit.Within: yes, benefit.Over: no, 0: open}[c.h.Property]
	result, openKind, missing := no, false, false
	for _, k := range d.kinds {
		switch {
		case !k.line.on:
			k.byMoney = truthOf(k.income.Sign() == 0)
			if k.byMoney == no {
				k.byMoney = open
			}
		case k.income.Cmp(times(k.line.year, k.heads)) < 0:
			k.byMoney = yes
		case k.line.floor:
			k.byMoney = open
		}
		_, months := c.set.Number(standards.GraceMonths, c.place, k.kind, "")
		_, grace := c.set.Listed(standards.Grace, c.place, k.kind, "")
		needGrace := false
		if k.byMoney == no && grace && months != nil && works && property != no {
			switch c.h.OnDibao {
			case standards.Yes:
				k.byMoney, needGrace = open, true
			case 0:
				c.assume("", benefit.OnDibaoFact)
			}
		}
		k.member = all(k.byMoney, property)
		if d.waiting {
			k.member = all(open, property)
		}
		line := c.lineNeed(k.kind, new(big.Rat).Quo(k.income, big.NewRat(k.heads, 1)))
		switch {
		case d.waiting: // its tekun first
			for _, i := range d.counted {
				k.needs = append(k.needs, c.out.people[i].tekunNeeds...)
			}
		case needGrace:
			k.needs = append(k.needs, figureNeed(standards.Key(standards.GraceMonths), c.place, k.kind, ""))
		case k.byMoney == open:
			k.needs = append(k.needs, line)
		case k.byMoney == yes && !k.line.on && k.member != no: // its amount is missing, whatever the verdict
			c.out.needs.add(benefit.Dibao, line)
		}
		if property == open {
			k.needs = append(k.needs, factNeed("", benefit.PropertyFact))
		}
		if k.member == open {
			c.out.needs.add(benefit.Dibao, k.needs...)
		}
		openKind = openKind || k.byMoney == open
		missing = missing || k.byMoney == yes && !k.line.on
		result = either(result, k.member)
	}
	c.out.dibao.verdict = result.verdict()
	for _, k := range d.kinds {
		if result == yes && k.member != yes {
			c.out.unpaid += int(k.n)
		}
	}
	if d.waiting || result == no {
		return d
	}
	pay := c.dibaoPayment(d)
	if pay.stated && (openKind || missing) {
		pay.least = true
	}
	if result == yes {
		c.out.dibao.pay = pay
	} else if property == open {
		c.out.dibao.ifMet = pay
	}
	return d
}

func smaller(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return new(big.Rat).Set(a)
	}
	return new(big.Rat).Set(b)
}

// dibaoPayment is the payment for the kinds that income lets in.
func (c *refCase) dibaoPayment(d *refDibao) refSum {
	year := new(big.Rat)
	var pay refSum
	for _, k := range d.kinds {
		if k.byMoney != yes || !k.line.on {
			continue
		}
		pay.stated = true
		pay.least = pay.least || k.line.floor
		head := new(big.Rat).Quo(k.income, big.NewRat(k.heads, 1))
		year.Add(year, times(new(big.Rat).Sub(k.line.year, head), k.n))
		for _, i := range d.counted {
			if m := &c.h.Members[i]; c.hukou(m) == k.kind {
				top, least := c.topUp(m, k)
				year.Add(year, top)
				pay.least = pay.least || least
			}
		}
	}
	if least := c.eachPerson(d); year.Cmp(least) < 0 {
		year, pay.stated, pay.least = least, true, true
	}
	if pay.stated {
		pay.fen = c.monthly(year)
	}
	return pay
}

// eachPerson is what the reading that the averages are a minimum for each person (R2) makes of the kinds that income lets in, fen a year.
func (c *refCase) eachPerson(d *refDibao) *big.Rat {
	minimum := new(big.Rat)
	if c.set.Choice(standards.AverageReading) != standards.EachPerson {
		return minimum
	}
	for _, k := range d.kinds {
		if a, err := c.set.Average(standards.AverageAssistance, c.place, k.kind); err == nil && k.byMoney == yes {
			minimum.Add(minimum, times(yearly(a.Amount), k.n))
		}
	}
	return minimum
}

// topUp is the highest top-up that fits m, fen a year.
func (c *refCase) topUp(m *assistance.Member, k *refKind) (*big.Rat, bool) {
	elder, _ := c.number(standards.TopUpElderAge, "")
	minor, _ := c.number(standards.TopUpMinorAge, "")
	grade, _ := c.number(standards.TopUpGrade, "")
	best, least := new(big.Rat), false
	for _, one := range []struct {
		of   string
		fits bool
	}{
		{"elderly", c.age(m) >= elder},
		{"minor", c.age(m) < minor},
		{"severe-disability", m.Disability.Category != 0 && int64(m.Disability.Grade) <= grade},
		{"serious-illness", m.SeriousIllness == standards.Yes},
	} {
		s, err := c.set.Rate(standards.DibaoTopUp, c.place, 0, one.of)
		if err != nil || !one.fits {
			continue
		}
		sum := yearly(s.Amount)
		if s.Number.Stated() {
			sum = new(big.Rat).Mul(k.line.year, big.NewRat(s.Number.Num, s.Number.Den))
		}
		least = least || c.floorOnly(s.Standard)
		if sum.Cmp(best) > 0 {
			best = sum
		}
	}
	return best, least
}

// lowIncome decides step 4.
func (c *refCase) lowIncome(d *refDibao) {
	multiple, err := c.set.Number(standards.LowIncomeMultiple, c.place, 0, "")
	if err != nil || c.out.dibao.verdict != benefit.Ineligible {
		return
	}
	fits := true
	for _, k := range d.kinds {
		if !k.line.on || k.line.floor {
			fits = false
			continue
		}
		line := times(k.line.year, k.heads)
		top := new(big.Rat).Mul(line, big.NewRat(multiple.Number.Num, multiple.Number.Den))
		above := k.income.Cmp(line)
		if above < 0 || above == 0 && c.set.Choice(standards.AtTheLineReading) == standards.NeitherAtTheLine || k.income.Cmp(top) >= 0 {
			fits = false
		}
	}
	property := map[benefit.Property]truth{benefit.Within: yes, benefit.Over: no, 0: open}[c.h.Property]
	known := all(truthOf(fits), property)
	c.out.low.verdict = known.verdict()
	if known == open {
		c.out.needs.add(benefit.LowIncome, factNeed("", benefit.PropertyFact))
	}
}

// singlePerson decides step 5 for member i.
func (c *refCase) singlePerson(i int, d *refDibao) {
	m, p := &c.h.Members[i], &c.out.people[i]
	if !slices.Contains(d.counted, i) || c.out.low.verdict != benefit.Eligible && c.out.low.verdict != benefit.Undetermined {
		return
	}
	class := either(c.within(m.Disability, standards.SinglePersonGrade), truthOf(m.SeriousIllness == standards.Yes))
	if class == no {
		return
	}
	own := new(big.Rat)
	for _, in := range m.Income {
		if c.counts(in, c.hukou(m)) {
			own.Add(own, incomeOf(in))
		}
	}
	line := c.line(c.hukou(m))
	year, poor := line.year, yes
	switch c.set.Choice(standards.SinglePersonReading) {
	case standards.LineLessOwnIncome:
		poor = truthOf(own.Cmp(line.year) < 0)
		year = new(big.Rat).Sub(line.year, own)
	case standards.HalfLine:
		year = new(big.Rat).Mul(line.year, big.NewRat(1, 2))
	}
	family, settled := yes, yes
	if c.out.low.verdict == benefit.Undetermined {
		family = open
	}
	if p.tekun.verdict == benefit.Undetermined {
		settled = open
	}
	known := all(class, poor, family, settled)
	p.single.verdict = known.verdict()
	switch known {
	case yes:
		p.single.pay = refSum{true, line.floor, c.monthly(year)}
	case open:
		if class == open {
			p.singleNeeds = append(p.singleNeeds, factNeed(m.ID, benefit.ComponentsFact))
		}
		if family == open {
			p.singleNeeds = append(p.singleNeeds, factNeed("", benefit.PropertyFact))
		}
		if settled == open {
			p.singleNeeds = append(p.singleNeeds, p.tekunNeeds...)
		}
		c.out.needs.add(benefit.SinglePerson, p.singleNeeds...)
		p.single.ifMet = refSum{true, line.floor, c.monthly(year)}
	}
}

// subsidies decides step 6 for member i.
func (c *refCase) subsidies(i int, d *refDibao) {
	m, p := &c.h.Members[i], &c.out.people[i]
	place := c.place
	if m.Division != 0 {
		place = m.Division
	}
	if m.Disability.Category == 0 || !c.examined(m) || place == standards.Elsewhere {
		return
	}
	counted := slices.Contains(d.counted, i)
	if counted || p.tekun.verdict == benefit.Eligible {
		follows, followed := no, []string(nil)
		if counted {
			follows = d.of(c.hukou(m)).member
			switch p.single.verdict {
			case benefit.Eligible:
				follows = yes
			case benefit.Undetermined:
				follows = either(follows, open)
			}
		}
		if follows == open {
			followed = append(slices.Clone(p.singleNeeds), d.of(c.hukou(m)).openNeeds()...)
		}
		p.living, p.livingRate = c.subsidy(i, place, standards.DisabilityLiving, standards.LivingGrade, standards.LivingNotWith, m.LivingAllowance, benefit.Living, follows, followed)
	}
	care := yes
	if c.set.Choice(standards.LongTermCareReading) == standards.LongTermCareTested {
		care = map[standards.Answer]truth{standards.Yes: yes, standards.No: no, 0: open}[m.Disability.LongTermCare]
	}
	p.nursing, p.nursingRate = c.subsidy(i, place, standards.DisabilityNursing, standards.NursingGrade, standards.NursingNotWith, m.NursingAllowance, benefit.Nursing, care, []string{factNeed(m.ID, benefit.LongTermCareFact)})
}

// openNeeds is what dibao by k's line waits for, if it is undetermined.
func (k *refKind) openNeeds() []string {
	if k.member != open {
		return nil
	}
	return k.needs
}

// subsidy is decided by the figures, classes and lists of the place that governs it. It follows something else, which may be open and wait for
// its own needs.
func (c *refCase) subsidy(i int, place standards.Place, key standards.RateKey, class standards.NumberKey, notWith standards.ListKey, other standards.Amount,
	name benefit.Name, follows truth, followed []string) (refPart, refSum) {
	m, p := &c.h.Members[i], &c.out.people[i]
	home := c.place
	c.place = place
	defer func() { c.place = home }()
	grade := strconv.Itoa(m.Disability.Grade)
	rate := c.rate(key, place, 0, grade)
	limit, _ := c.number(class, "")
	free := truthOf(!(p.tekun.verdict == benefit.Eligible && c.listed(notWith, 0, "tekun") ||
		m.WorkInjuryNursing == standards.Yes && c.listed(notWith, 0, "work-injury-nursing") || c.listed(notWith, 0, m.ChildScheme.String())))
	if p.tekun.verdict == benefit.Undetermined && c.listed(notWith, 0, "tekun") {
		free = all(free, open)
	}
	allowance := yes
	if other.Stated() && other.Fen() > 0 {
		switch {
		case !rate.on:
			allowance = open
		case yearly(other).Cmp(rate.year) > 0:
			allowance = no
			if rate.floor {
				allowance = open
			}
		}
	}
	known := all(free, truthOf(int64(m.Disability.Grade) <= limit), allowance, follows)
	part := refPart{verdict: known.verdict()}
	sum := c.sum(rate)
	if allowance != yes {
		sum = refSum{}
	}
	if known == no {
		return part, sum
	}
	if m.WorkInjuryNursing == 0 && c.listed(notWith, 0, "work-injury-nursing") {
		c.assume(m.ID, benefit.WorkInjuryNursingFact)
	}
	if m.ChildScheme == 0 && c.schemesBear(notWith) {
		c.assume(m.ID, benefit.ChildSchemeFact)
	}
	if !other.Stated() {
		c.assume(m.ID, map[benefit.Name]benefit.Fact{benefit.Living: benefit.LivingAllowanceFact, benefit.Nursing: benefit.NursingAllowanceFact}[name])
	}
	figure := figureNeed(standards.Key(key), place, 0, "") // a class is named where a key must have one
	switch {
	case !rate.on:
		c.out.needs.add(name, figure)
	case allowance == open: // it must not be lower than the other allowance: above the last fen a month below that
		month := new(big.Rat).Quo(yearly(other), big.NewRat(12, 1))
		c.out.needs.add(name, fmt.Sprintf("%s above %d", figure, 12*(ceiling(month)-1)))
	}
	if known == open && p.tekun.verdict == benefit.Undetermined {
		c.out.needs.add(name, p.tekunNeeds...)
	}
	if known == open && follows == open {
		c.out.needs.add(name, followed...)
	}
	if known == yes {
		part.pay = sum
	} else {
		part.ifMet = sum
	}
	return part, sum
}

// category is step 7.
func (c *refCase) category(counted bool) benefit.Category {
	someone := func(v benefit.Verdict) bool {
		return slices.ContainsFunc(c.out.people, func(p refPerson) bool { return p.tekun.verdict == v })
	}
	switch {
	case someone(benefit.Eligible) && !counted:
		return benefit.CategoryTekun
	case c.out.dibao.verdict == benefit.Eligible:
		return benefit.CategoryDibao
	case c.out.dibao.verdict == benefit.Undetermined, c.out.low.verdict == benefit.Undetermined, someone(benefit.Undetermined) && !counted:
		return benefit.CategoryUndetermined
	case c.out.low.verdict == benefit.Eligible:
		return benefit.CategoryLowIncome
	}
	return benefit.CategoryNone
}

func refTotal(r *refResult) refSum {
	total := refSum{stated: true}
	add := func(p refPart, paid bool) {
		total.fen += p.pay.fen
		if p.verdict == benefit.Undetermined || p.pay.least || paid && p.verdict == benefit.Eligible && !p.pay.stated {
			total.least = true
		}
	}
	add(r.dibao, true)
	add(r.low, false)
	for _, p := range r.people {
		add(p.tekun, true)
		add(p.single, true)
		add(p.living, true)
		add(p.nursing, true)
	}
	return total
}

// refJoin joins what is decided under each kind of hukou, where the household's is not stated.
func refJoin(a, b refResult) refResult {
	r := refResult{category: a.category, heads: a.heads, income: a.income, needs: refNeeds{}, assumed: map[string]bool{}}
	for _, one := range []refResult{a, b} {
		for need, parts := range one.needs {
			r.needs[need] |= parts
		}
		for fact := range one.assumed {
			r.assumed[fact] = true
		}
	}
	part := func(n benefit.Name, a, b refPart, rate refSum) refPart {
		if a.verdict != b.verdict {
			r.needs.add(n, factNeed("", benefit.ResidenceFact))
			return refPart{verdict: benefit.Undetermined, ifMet: rate}
		}
		return refPart{a.verdict, lower(a.pay, b.pay), lower(a.ifMet, b.ifMet)}
	}
	r.dibao = part(benefit.Dibao, a.dibao, b.dibao, refSum{})
	r.low = part(benefit.LowIncome, a.low, b.low, refSum{})
	r.heads = max(a.heads, b.heads)
	if r.dibao.verdict == benefit.Eligible {
		r.unpaid = r.heads - min(a.heads-a.unpaid, b.heads-b.unpaid) // more are not sure to be paid
	}
	for i := range a.people {
		p, q := a.people[i], b.people[i]
		r.people = append(r.people, refPerson{selfCare: p.selfCare,
			tekun:   part(benefit.Tekun, p.tekun, q.tekun, refSum{}),
			single:  part(benefit.SinglePerson, p.single, q.single, refSum{}),
			living:  part(benefit.Living, p.living, q.living, lower(p.livingRate, q.livingRate)),
			nursing: part(benefit.Nursing, p.nursing, q.nursing, lower(p.nursingRate, q.nursingRate)),
		})
	}
	if a.category != b.category {
		r.category = benefit.CategoryUndetermined
	}
	if a.income != b.income {
		r.income = ""
	}
	r.unsure = a.heads != b.heads
	for i := range r.figures {
		r.figures[i] = max(a.figures[i], b.figures[i])
	}
	r.total = refTotal(&r)
	return r
}

// lower is the lower of two payments, at least where they differ, and none if one is missing.
func lower(a, b refSum) refSum {
	switch {
	case a == b:
		return a
	case !a.stated || !b.stated:
		return refSum{}
	}
	return refSum{true, true, min(a.fen, b.fen)}
}

// linesOf renders what the library decided, as lines does the reference.
func linesOf(h *assistance.Household, d *assistance.Decision, unsure bool) []string {
	sum := func(p benefit.Payment) refSum {
		if !p.Stated() {
			return refSum{}
		}
		return refSum{true, p.Bound == standards.AtLeast, p.Amount.Fen()}
	}
	part := func(p benefit.Part) refPart { return refPart{p.Verdict, sum(p.Payment), sum(p.IfMet)} }
	r := refResult{category: d.Category, dibao: part(d.Dibao.Part), low: part(d.LowIncome), heads: d.Dibao.Members, unpaid: d.Dibao.NotCovered, total: sum(d.Total), unsure: unsure,
		needs: refNeeds{}, assumed: map[string]bool{}}
	for _, k := range standards.Residences() {
		line := d.Dibao.Lines.Of(k)
		r.figures[k-1] = refLine(k, refFigure{line.Amount.Stated(), yearly(line.Amount), line.Bound == standards.AtLeast})
	}
	if d.Dibao.Income.Stated() {
		r.income = strconv.FormatInt(d.Dibao.Income.Annual(), 10)
	}
	for _, m := range d.Members {
		r.people = append(r.people, refPerson{tekun: part(m.Tekun.Part), single: part(m.SinglePerson), living: part(m.Living), nursing: part(m.Nursing),
			selfCare: m.Tekun.SelfCare})
	}
	for _, n := range d.Needs {
		need := n.Figure.String()
		switch {
		case n.Fact != 0:
			need = factNeed(n.Member, n.Fact)
		case n.Above.Stated():
			need += " above " + strconv.FormatInt(n.Above.Annual(), 10)
		}
		r.needs[need] |= n.For
	}
	for _, a := range d.Assumed {
		for _, id := range a.Members {
			r.assumed[id+"."+a.Fact.String()] = true
		}
		if len(a.Members) == 0 {
			r.assumed["."+a.Fact.String()] = true
		}
	}
	return r.lines(idsOf(h))
}

func idsOf(h *assistance.Household) []string {
	ids := make([]string, len(h.Members))
	for i := range h.Members {
		ids[i] = h.Members[i].ID
	}
	return ids
}

// differences lists the lines that only one of two has.
func differences(want, got []string) string {
	var b strings.Builder
	for _, line := range want {
		if !slices.Contains(got, line) {
			b.WriteString("\n  reference: " + line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			b.WriteString("\n  library:   " + line)
		}
	}
	return b.String()
}
