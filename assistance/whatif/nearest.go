package whatif

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// RemedyKind is what would have to be otherwise.
type RemedyKind uint8

const (
	IncomeBelow   RemedyKind = iota + 1 // an income, strictly below an amount a year
	FromDate                            // the day, from a date on
	FactOtherwise                       // a fact that is stated and refuses
	FactStated                          // a fact that is missing
	FigureStated                        // a figure that is missing, above an amount where there is one
)

var remedyWords = [...]string{"", "income-below", "from-date", "fact-otherwise", "fact-stated", "figure-stated"}

// String returns the word of the wire formats.
func (k RemedyKind) String() string {
	if int(k) < len(remedyWords) {
		return remedyWords[k]
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler.
func (k RemedyKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *RemedyKind) UnmarshalText(text []byte) error {
	if i := slices.Index(remedyWords[:], string(text)); i > 0 {
		*k = RemedyKind(i)
		return nil
	}
	return &standards.WordError{Text: string(text)}
}

// Remedy is one thing that would have to be otherwise.
type Remedy struct {
	Kind      RemedyKind          `json:"kind"`
	Member    string              `json:"member,omitempty"`   // whose income, fact or age; empty: the household's
	Residence standards.Residence `json:"residence,omitzero"` // the income is that of the counted members of this kind of hukou alone
	Amount    standards.Amount    `json:"amount,omitzero"`    // the income must be below it; another allowance must not be above it; the figure must be above it
	Date      standards.Date      `json:"date,omitzero"`
	Age       int                 `json:"age,omitzero"` // reached on Date, if the rules stay as they are
	Fact      benefit.Fact        `json:"fact,omitzero"`
	Figure    benefit.Figure      `json:"figure,omitzero"`
}

// Way is one way in which a part that is refused, or undetermined, would be due: all of its changes together, and nothing else changed. A
// part that something else leaves open is then undetermined, and no longer refused.
type Way struct {
	Part    benefit.Name `json:"part"`
	Member  string       `json:"member,omitempty"`
	Changes []Remedy     `json:"changes"`
}

// Nearest says of every part of h's decision that is refused what is nearest to change it: the income below which it would be due, the
// fact that stands against it, the age to be reached, and apart from these the next day on which it is due because a rule changes or
// someone has a birthday; and of every part that is undetermined the facts and figures that it waits for. Parts that nothing near
// would change are left out, such as a certificate whose grade is not severe enough. It decides h for every day in the span on which
// something changes, and is not meant for caseloads. It reports Errors if h cannot be used.
//
// The income of a household is the one that counts for dibao, after job costs, with who counts left as it is.
func Nearest(set *standards.Set, h assistance.Household) ([]Way, error) {
	d, err := assistance.Explain(set, h)
	if err != nil {
		return nil, err
	}
	n := nearest{set, &h, &d}
	var ways []Way
	for of, p := range d.Parts() {
		name, id := of.Part, of.Member
		var list []Remedy
		switch p.Verdict {
		case benefit.Ineligible:
			if list = n.refused(name, id); !n.suffices(name, id, list) {
				list = nil
			}
		case benefit.Undetermined:
			list = n.waiting(name, id)
		}
		if len(list) > 0 {
			ways = append(ways, Way{name, id, list})
		}
	}
	return append(ways, n.dates(ways)...), nil
}

type nearest struct {
	set *standards.Set
	h   *assistance.Household
	d   *assistance.Decision
}

// waiting lists what an undetermined part waits for.
func (n *nearest) waiting(name benefit.Name, id string) []Remedy {
	var list []Remedy
	needs, _ := assistance.Needs(n.set, *n.h, benefit.PartOf{Part: name, Member: id}) // h was decided before
	for _, need := range needs {
		r := Remedy{Kind: FactStated, Member: need.Member, Fact: need.Fact}
		if need.Fact == 0 {
			r = Remedy{Kind: FigureStated, Figure: need.Figure, Amount: need.Above}
		}
		list = together(list, []Remedy{r}) // of two amounts for a figure the lower: from there on something changes
	}
	return list
}

// refused lists what would have to be otherwise for a part that is refused, nil if that is nothing near.
func (n *nearest) refused(name benefit.Name, id string) []Remedy {
	var list []Remedy
	for _, s := range n.d.Steps {
		if s.Part != name || s.Member != id || s.Result != benefit.ResultNotMet || s.Code == benefit.StepDibaoIncome {
			continue
		}
		more, possible := n.remedy(&s)
		if !possible {
			return nil
		}
		list = together(list, more)
	}
	if name == benefit.Dibao {
		list = together(n.dibaoIncome(func(standards.Residence) standards.Residence { return 0 }), list)
	}
	return list
}

// suffices decides again with the facts of list as they would have to be, and reports whether the part is refused no more; where income
// or age would have to change as well, whether it is examined still.
func (n *nearest) suffices(name benefit.Name, id string, list []Remedy) bool {
	h := *n.h
	h.Members = slices.Clone(n.h.Members)
	rest := false
	for _, r := range list {
		if r.Kind != FactOtherwise {
			rest = true
			continue
		}
		i := slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == r.Member })
		if i < 0 {
			h.Property = benefit.Within
			continue
		}
		correct(&h.Members[i], r)
	}
	d, err := assistance.Assess(n.set, h)
	verdict := d.Part(benefit.PartOf{Part: name, Member: id}).Verdict
	return err == nil && (verdict == benefit.Eligible || verdict == benefit.Undetermined || rest && verdict == benefit.Ineligible)
}

// correct states a fact of m as it would have to be.
func correct(m *assistance.Member, r Remedy) {
	switch r.Fact {
	case benefit.PropertyFact:
		m.Property = benefit.Within
	case benefit.SupportFact:
		m.Support = benefit.NoSupporters
	case benefit.ChildSchemeFact:
		m.ChildScheme = 0
	case benefit.WorkInjuryNursingFact:
		m.WorkInjuryNursing = standards.No
	case benefit.LongTermCareFact:
		m.Disability.LongTermCare = standards.Yes
	case benefit.LivingAllowanceFact:
		m.LivingAllowance = r.Amount
	case benefit.NursingAllowanceFact:
		m.NursingAllowance = r.Amount
	}
}

// together adds remedies; of two for one income the lower amount is kept, which suffices for both.
func together(list, more []Remedy) []Remedy {
	for _, r := range more {
		i := slices.IndexFunc(list, func(old Remedy) bool {
			return old.Kind == r.Kind && old.Member == r.Member && old.Residence == r.Residence && old.Fact == r.Fact && old.Figure == r.Figure && old.Date == r.Date
		})
		switch {
		case i < 0:
			list = append(list, r)
		case r.Amount.Stated() && r.Amount.Compare(list[i].Amount) < 0:
			list[i].Amount = r.Amount
		}
	}
	return list
}

// remedy says what would have to be otherwise for one condition, false if that is nothing near.
func (n *nearest) remedy(s *benefit.Step) (list []Remedy, possible bool) {
	otherwise := func(f benefit.Fact, member string) ([]Remedy, bool) {
		return []Remedy{{Kind: FactOtherwise, Fact: f, Member: member}}, true
	}
	switch s.Code {
	case benefit.StepDibaoProperty, benefit.StepLowIncomeProperty:
		return otherwise(benefit.PropertyFact, "")
	case benefit.StepTekunProperty:
		return otherwise(benefit.PropertyFact, s.Member)
	case benefit.StepTekunSupport:
		return otherwise(benefit.SupportFact, s.Member)
	case benefit.StepTekunScheme, benefit.StepLivingChildScheme, benefit.StepNursingChildScheme:
		return otherwise(benefit.ChildSchemeFact, s.Member)
	case benefit.StepLivingWorkInjury, benefit.StepNursingWorkInjury:
		return otherwise(benefit.WorkInjuryNursingFact, s.Member)
	case benefit.StepNursingLongTermCare:
		return otherwise(benefit.LongTermCareFact, s.Member)
	case benefit.StepLivingAllowance:
		return []Remedy{{Kind: FactOtherwise, Fact: benefit.LivingAllowanceFact, Member: s.Member, Amount: s.Right.Amount}}, true
	case benefit.StepNursingAllowance:
		return []Remedy{{Kind: FactOtherwise, Fact: benefit.NursingAllowanceFact, Member: s.Member, Amount: s.Right.Amount}}, true
	case benefit.StepSinglePersonIncome:
		if !n.staysAbove(s) {
			return nil, false
		}
		return []Remedy{{Kind: IncomeBelow, Member: s.Member, Amount: s.Right.Amount}}, true
	case benefit.StepTekunIncome:
		return []Remedy{{Kind: IncomeBelow, Member: s.Member, Amount: s.Right.Amount}}, true
	case benefit.StepTekunAbility:
		return n.birthday(s)
	case benefit.StepLowIncomeBelow:
		return n.belowMultiple(s)
	case benefit.StepLivingDibao:
		return n.ofDibao(s.Member)
	}
	return nil, false
}

// staysAbove reports whether the family would still be above the lines if one of its members earned just below his own.
func (n *nearest) staysAbove(s *benefit.Step) bool {
	less := gap(s) + 1
	return !slices.ContainsFunc(n.d.Steps, func(above benefit.Step) bool {
		return above.Code == benefit.StepLowIncomeAbove && above.Under == s.Under && gap(&above) <= less
	})
}

// birthday is the day on which someone reaches the age of those unable to work.
func (n *nearest) birthday(s *benefit.Step) ([]Remedy, bool) {
	i := slices.IndexFunc(n.h.Members, func(m assistance.Member) bool { return m.ID == s.Member })
	if i < 0 || s.Op != ">=" {
		return nil, false
	}
	age := s.Right.Number.Int()
	return []Remedy{{Kind: FromDate, Member: s.Member, Date: birthdayOf(n.h.Members[i].Born, age), Age: age}}, true
}

// birthdayOf is the day on which someone born on d completes so many years.
func birthdayOf(d standards.Date, age int) standards.Date {
	on := standards.Date{Year: d.Year + age, Month: d.Month, Day: d.Day}
	if !on.Valid() {
		return on.NextMonth() // born on 29 February
	}
	return on
}

// belowMultiple is the income below the multiple of the line, if there is room for one between that and the lines.
func (n *nearest) belowMultiple(s *benefit.Step) ([]Remedy, bool) {
	limit := new(big.Rat)
	for _, t := range s.Terms {
		limit.Add(limit, new(big.Rat).Mul(new(big.Rat).SetInt64(t.Amount.Annual()), big.NewRat(t.Times.Num, t.Times.Den)))
	}
	fen := new(big.Int).Quo(new(big.Int).Add(limit.Num(), new(big.Int).Sub(limit.Denom(), big.NewInt(1))), limit.Denom()).Int64()
	for _, above := range n.d.Steps {
		if above.Code == benefit.StepLowIncomeAbove && above.Under == s.Under && (above.Residence == s.Residence || above.Left == s.Left) && above.Right.Amount.Annual() >= fen {
			return nil, false
		}
	}
	return []Remedy{{Kind: IncomeBelow, Residence: n.group(s), Amount: standards.Fen(fen, standards.PerYear)}}, true
}

// group is the kind of hukou of a step whose income is that of the members of this kind alone.
func (n *nearest) group(s *benefit.Step) standards.Residence {
	if n.set.Choice(standards.MixedHukouReading) != standards.EachGroup {
		return 0
	}
	for _, other := range n.d.Steps {
		if other.Code == s.Code && other.Under == s.Under && other.Residence != s.Residence {
			return s.Residence
		}
	}
	return 0
}

// ofDibao is what would have to be otherwise for the dibao of a member's own kind of hukou, or for his single-person cover where that is
// nearer.
func (n *nearest) ofDibao(id string) ([]Remedy, bool) {
	i := slices.IndexFunc(n.h.Members, func(m assistance.Member) bool { return m.ID == id })
	if i < 0 || n.d.Dibao.Verdict == benefit.NotExamined {
		return nil, false
	}
	if list := n.ofLowIncome(&n.h.Members[i]); list != nil {
		return list, true
	}
	list := n.dibaoIncome(func(under standards.Residence) standards.Residence {
		return cmp.Or(n.h.ResidenceOf(&n.h.Members[i]), under)
	})
	for _, s := range n.d.Steps {
		if s.Code == benefit.StepDibaoProperty && s.Result == benefit.ResultNotMet {
			more, _ := n.remedy(&s)
			list = together(list, more)
		}
	}
	return list, len(list) > 0
}

// ofLowIncome is what would have to be otherwise for the family of m to be a low-income family, if he would be covered alone then.
func (n *nearest) ofLowIncome(m *assistance.Member) []Remedy {
	if n.d.LowIncome.Verdict != benefit.Ineligible {
		return nil
	}
	grades := m.Disability.Grades()
	if law.Of(n.set).SinglePersonClass(n.h.Division, &grades, m.SeriousIllness) != finding.Met {
		return nil
	}
	if n.set.Choice(standards.SinglePersonReading) == standards.LineLessOwnIncome && !n.poor(m) {
		return nil
	}
	return n.refused(benefit.LowIncome, "")
}

// poor reports whether m's own income that counts is below the line of his kind of hukou, whichever it is.
func (n *nearest) poor(m *assistance.Member) bool {
	for _, s := range n.d.Steps {
		if s.Code != benefit.StepIncomeOf {
			continue
		}
		line := n.d.Dibao.Lines.Of(cmp.Or(n.h.ResidenceOf(m), s.Under))
		for _, t := range s.Terms {
			if t.Member == m.ID && (!line.Amount.Stated() || t.Amount.Annual() >= line.Amount.Annual()) {
				return false
			}
		}
	}
	return true
}

// dibaoIncome is the income below which the line of the kind of hukou that kindOf names is not reached, or where it names none, the line
// of the kind that is nearest; nothing where income does not refuse. A kind may be assumed, which kindOf is told.
func (n *nearest) dibaoIncome(kindOf func(under standards.Residence) standards.Residence) []Remedy {
	var list []Remedy
	for _, under := range [...]standards.Residence{0, standards.Urban, standards.Rural} {
		var best *benefit.Step
		refused := true
		for i := range n.d.Steps {
			s := &n.d.Steps[i]
			if s.Code != benefit.StepDibaoIncome || s.Under != under || kindOf(under) != 0 && kindOf(under) != s.Residence {
				continue
			}
			if s.Result != benefit.ResultNotMet {
				refused = false
			} else if best == nil || gap(s) < gap(best) {
				best = s
			}
		}
		if refused && best != nil {
			list = together(list, []Remedy{{Kind: IncomeBelow, Residence: n.group(best), Amount: best.Right.Amount}})
		}
	}
	return list
}

// gap is by how much income is above what it must be below.
func gap(s *benefit.Step) int64 { return s.Left.Amount.Annual() - s.Right.Amount.Annual() }

// dates lists, for each refused part, the next day on which it is due without anything else changed, unless that is said already.
func (n *nearest) dates(said []Way) []Way {
	open := map[benefit.PartOf]bool{}
	var parts []benefit.PartOf
	for of, p := range n.d.Parts() {
		if p.Verdict == benefit.Ineligible {
			parts = append(parts, of)
			open[of] = true
		}
	}
	var ways []Way
	for _, day := range n.days() {
		if len(open) == 0 {
			break
		}
		set, err := n.set.Tables().At(day)
		if err != nil {
			break
		}
		then, err := assistance.Assess(set, *n.h)
		if err != nil {
			continue
		}
		for _, p := range parts {
			if open[p] && then.Part(p).Verdict == benefit.Eligible {
				delete(open, p)
				way := Way{p.Part, p.Member, []Remedy{{Kind: FromDate, Date: day}}}
				if !slices.ContainsFunc(said, func(w Way) bool {
					return w.Part == way.Part && w.Member == way.Member && len(w.Changes) == 1 && w.Changes[0].Date == day
				}) {
					ways = append(ways, way)
				}
			}
		}
	}
	return ways
}

// days lists the days after that of the set on which a rule changes or a member reaches an age that a rule names.
func (n *nearest) days() []standards.Date {
	_, last := standards.Span()
	var days []standards.Date
	add := func(d standards.Date) {
		if n.set.Day().Before(d) && !last.Before(d) {
			days = append(days, d)
		}
	}
	for _, row := range n.set.Tables().All() {
		add(row.From)
		add(row.Until)
		if row.Key.Info().Form&standards.Age != 0 {
			for i := range n.h.Members {
				add(birthdayOf(n.h.Members[i].Born, row.Number.Int()))
			}
		}
	}
	slices.SortFunc(days, standards.Date.Compare)
	return slices.Compact(days)
}

// Text says w in language l, such as "家庭收入低于每年8640.00元（每月720.00元）的，可享受最低生活保障", or that the part can be decided once what
// is missing is stated.
func (w Way) Text(l standards.Lang) string {
	var changes []string
	open := false
	for _, r := range w.Changes {
		changes = append(changes, r.Text(l))
		open = open || r.Kind == FactStated || r.Kind == FigureStated
	}
	who, name := "", w.Part.Text(l)
	if w.Member != "" {
		who = w.Member + l.In("：", ": ")
	}
	if l == standards.English {
		due := " would be due if "
		switch {
		case open:
			due = " can be decided once "
		case w.Part == benefit.LowIncome:
			due = " if "
		}
		return who + name + due + strings.Join(changes, " and ")
	}
	due := "可享受" + name
	switch {
	case open:
		due = "可以作出" + name + "的决定"
	case w.Part == benefit.LowIncome:
		due = "可认定为" + name
	}
	return who + strings.Join(changes, "，并且") + "的，" + due
}

// Text says r in language l.
func (r Remedy) Text(l standards.Lang) string {
	who := r.Member
	switch r.Kind {
	case IncomeBelow:
		return r.income(l)
	case FromDate:
		switch {
		case r.Age != 0:
			return l.In("自"+r.Date.String()+"起，即"+who+"年满"+standards.Whole(int64(r.Age)).String()+"周岁，规定届时不变",
				"the day is "+r.Date.String()+" or later, when "+who+" is "+standards.Whole(int64(r.Age)).String()+", if the rules stay as they are")
		default:
			return l.In("自"+r.Date.String()+"起，其他情况不变", "the day is "+r.Date.String()+" or later, with nothing else changed")
		}
	case FactOtherwise:
		return r.fact(l)
	case FactStated:
		text := r.Fact.Text(l)
		if who != "" {
			text = who + l.In("：", ": ") + text
		}
		return l.In("补充说明“"+text+"”", "it is stated "+text)
	case FigureStated:
		f := r.Figure
		name := f.Place.Text(l) + l.In("", ", ") + f.Key.Text(l)
		if f.Residence != 0 {
			name = l.In(f.Place.Text(l)+f.Residence.Text(l)+f.Key.Text(l), f.Place.Text(l)+", "+f.Residence.Text(l)+" "+f.Key.Text(l))
		}
		if f.Of != "" {
			name += " " + f.Of
		}
		if r.Amount.Stated() && r.Amount.Fen() > 0 {
			return l.In("补充当地文件载明的“"+name+"”（高于"+r.Amount.Text(l)+"才符合条件）", "a document states the figure "+name+" (due only above "+r.Amount.Text(l)+")")
		}
		return l.In("补充当地文件载明的“"+name+"”", "a document states the figure "+name)
	}
	return ""
}

// income says below what an income must be, a year, and a month where that is whole fen.
func (r Remedy) income(l standards.Lang) string {
	whose := l.In("家庭收入", "the household's income")
	switch {
	case r.Member != "":
		whose = l.In(r.Member+"的本人收入", r.Member+"'s own income")
	case r.Residence != 0:
		whose = l.In(r.Residence.Text(l)+"户籍成员的收入", "the income of the members of "+r.Residence.Text(l)+" hukou")
	}
	month := ""
	if year := r.Amount.Annual(); year%standards.MonthsPerYear == 0 {
		a := standards.Fen(year/standards.MonthsPerYear, standards.PerMonth)
		month = l.In("（"+a.Text(l)+"）", ", that is "+a.Text(l))
	}
	return l.In(whose+"低于"+r.Amount.Text(l)+month, whose+" is below "+r.Amount.Text(l)+month)
}

// fact says how a fact would have to be.
func (r Remedy) fact(l standards.Lang) string {
	who, whose := r.Member, r.Member+"'s"
	if who == "" {
		who, whose = "家庭", "the household's"
	}
	switch r.Fact {
	case benefit.PropertyFact:
		return l.In(who+"财产符合当地规定", whose+" property is within the local limit")
	case benefit.SupportFact:
		return l.In(who+"没有法定赡养、抚养、扶养义务人，或者义务人没有履行义务能力", "nobody is legally bound and able to support "+who)
	case benefit.ChildSchemeFact:
		return l.In(who+"不在该项儿童保障范围内", who+" is not in that children's scheme")
	case benefit.WorkInjuryNursingFact:
		return l.In(who+"不领取工伤保险生活护理费", who+" does not get the work-injury nursing benefit")
	case benefit.LongTermCareFact:
		return l.In(who+"需要长期照护", who+" needs long-term care")
	case benefit.LivingAllowanceFact, benefit.NursingAllowanceFact:
		return l.In(who+"另享受的同类补贴不高于"+r.Amount.Text(l), whose+" other allowance is not above "+r.Amount.Text(l))
	}
	return r.Fact.Text(l)
}
