// Package assume fills facts that a household does not state, as the -assume flag of the programs asks: for estimates, and to see
// what a decision turns on. What is stated is never changed, and everything filled is listed.
package assume

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A fact can be assumed: of a household, or of each member.
type fact struct {
	name      string
	listed    benefit.Fact // as decisions list it
	zh, en    string
	values    []value
	household func(h *assistance.Household, word string) bool // it fills the fact unless it is stated, and reports whether it did
	member    func(m *assistance.Member, word string) bool
}

type value struct{ word, zh, en string }

var (
	yesNo  = []value{{"yes", "是", "yes"}, {"no", "否", "no"}}
	within = []value{{"within", "符合规定", "within the limit"}, {"over", "超出规定", "over the limit"}}
	none   = []value{{"none", "无", "none"}}
)

func named(f benefit.Fact) (name, zh, en string) {
	return f.String(), f.Text(standards.Chinese), f.Text(standards.English)
}

// facts lists what can be assumed, first of the household, then of members.
func facts() []fact {
	all := []fact{
		ofHousehold(benefit.PropertyFact, within, func(h *assistance.Household, word string) bool {
			return fill(&h.Property, word, benefit.ParseProperty)
		}),
		ofHousehold(benefit.ResidenceFact, []value{{"urban", "城市", "urban"}, {"rural", "农村", "rural"}}, func(h *assistance.Household, word string) bool {
			return fill(&h.Residence, word, standards.ParseResidence)
		}),
		ofHousehold(benefit.OnDibaoFact, yesNo, func(h *assistance.Household, word string) bool {
			return fill(&h.OnDibao, word, standards.ParseAnswer)
		}),
		ofMember(benefit.IncomeFact, none, func(m *assistance.Member, _ string) bool {
			if m.Income != nil {
				return false
			}
			m.Income = []assistance.Income{}
			return true
		}),
		ofMember(benefit.SupportFact, []value{{"none", "无法定义务人", "no supporters"}, {"incapable", "法定义务人无履行义务能力", "supporters are not able"},
			{"capable", "法定义务人有履行义务能力", "supporters are able"}}, func(m *assistance.Member, word string) bool {
			return fill(&m.Support, word, benefit.ParseSupport)
		}),
		{name: "ownProperty", listed: benefit.PropertyFact, zh: "本人财产是否符合规定", en: "whether own property is within the limit", values: within, member: func(m *assistance.Member, word string) bool {
			return fill(&m.Property, word, benefit.ParseProperty)
		}},
		ofMember(benefit.SelfCareFact, []value{{"full", "具备", "full"}, {"partial", "部分丧失", "partly lost"}, {"none", "完全丧失", "wholly lost"}},
			func(m *assistance.Member, word string) bool {
				return m.Cannot == nil && fill(&m.SelfCare, word, eldercare.ParseSelfCare)
			}),
		ofMember(benefit.SeriousIllnessFact, yesNo, func(m *assistance.Member, word string) bool {
			return fill(&m.SeriousIllness, word, standards.ParseAnswer)
		}),
		ofMember(benefit.ChildSchemeFact, []value{{"orphan", "孤儿", "orphan"}, {"unattended-full", "事实无人抚养儿童，全额", "unattended, full rate"},
			{"unattended-topped-up", "事实无人抚养儿童，补差", "unattended, topped up"}}, func(m *assistance.Member, word string) bool {
			return fill(&m.ChildScheme, word, benefit.ParseChildScheme)
		}),
	}
	for _, f := range []fact{
		ofMember(benefit.LongTermCareFact, yesNo, func(m *assistance.Member, word string) bool {
			return fill(&m.Disability.LongTermCare, word, standards.ParseAnswer)
		}),
		ofMember(benefit.WorkInjuryNursingFact, yesNo, func(m *assistance.Member, word string) bool {
			return fill(&m.WorkInjuryNursing, word, standards.ParseAnswer)
		}),
		ofMember(benefit.LivingAllowanceFact, none, func(m *assistance.Member, _ string) bool { return noAllowance(&m.LivingAllowance) }),
		ofMember(benefit.NursingAllowanceFact, none, func(m *assistance.Member, _ string) bool { return noAllowance(&m.NursingAllowance) }),
	} {
		f.member = withCertificate(f.member)
		all = append(all, f)
	}
	return all
}

func ofHousehold(f benefit.Fact, values []value, fill func(*assistance.Household, string) bool) fact {
	name, zh, en := named(f)
	return fact{name: name, listed: f, zh: zh, en: en, values: values, household: fill}
}

func ofMember(f benefit.Fact, values []value, fill func(*assistance.Member, string) bool) fact {
	name, zh, en := named(f)
	return fact{name: name, listed: f, zh: zh, en: en, values: values, member: fill}
}

// withCertificate leaves members without a disability certificate out: of them the fact decides nothing.
func withCertificate(fill func(*assistance.Member, string) bool) func(*assistance.Member, string) bool {
	return func(m *assistance.Member, word string) bool { return m.Disability.Category != 0 && fill(m, word) }
}

func fill[T comparable](into *T, word string, parse func(string) (T, bool)) bool {
	var unstated T
	v, ok := parse(word)
	if !ok || *into != unstated {
		return false
	}
	*into = v
	return true
}

func noAllowance(a *standards.Amount) bool {
	if a.Stated() {
		return false
	}
	*a = standards.Fen(0, standards.PerMonth)
	return true
}

// Facts are what is assumed where it is not stated. The zero Facts assume nothing.
type Facts []assumed

type assumed struct {
	fact  fact
	value value
}

// Parse reads fact=value,fact=value and adds it to what is assumed already. It reports a *Error for what cannot be assumed.
func Parse(s string, already Facts) (Facts, error) {
	all := slices.Clone(already)
	for _, pair := range strings.Split(s, ",") {
		one, err := parsePair(pair)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, func(a assumed) bool { return a.fact.name == one.fact.name }) {
			return nil, &Error{Pair: pair, zh: "同一事项只能假定一次", en: "one fact can be assumed once only"}
		}
		all = append(all, one)
	}
	return all, nil
}

func parsePair(pair string) (assumed, error) {
	name, word, ok := strings.Cut(pair, "=")
	if !ok {
		return assumed{}, &Error{Pair: pair, zh: "须写作 事项=内容", en: "is to be written fact=value"}
	}
	for _, f := range facts() {
		if f.name != name {
			continue
		}
		for _, v := range f.values {
			if v.word == word {
				return assumed{f, v}, nil
			}
		}
		return assumed{}, f.noValue(pair, word)
	}
	return assumed{}, &Error{Pair: pair, zh: "没有这一事项，可假定的有：" + names(), en: "no such fact; there are " + names()}
}

func (f fact) noValue(pair, word string) *Error {
	if word == "none" && f.name == benefit.ChildSchemeFact.String() {
		return &Error{Pair: pair, zh: "无需假定：未载明的即按无处理，并列出", en: "need not be assumed: where it is not stated it is taken as none, and listed"}
	}
	words := make([]string, len(f.values))
	for i, v := range f.values {
		words[i] = v.word
	}
	list := strings.Join(words, ", ")
	return &Error{Pair: pair, zh: "没有这种内容，可选：" + list, en: "no such value; there are " + list}
}

func names() string {
	var all []string
	for _, f := range facts() {
		all = append(all, f.name)
	}
	return strings.Join(all, ", ")
}

// Usage lists what can be assumed, one fact a line after indent, in language l.
func Usage(indent string, l standards.Lang) string {
	var b strings.Builder
	for _, f := range facts() {
		words := make([]string, len(f.values))
		for i, v := range f.values {
			words[i] = v.word
		}
		fmt.Fprintf(&b, "%s%-18s %s\n", indent, f.name, strings.Join(words, " | ")+"  "+l.In(f.zh, f.en))
	}
	return b.String()
}

// Error says that something cannot be assumed.
type Error struct {
	Pair   string
	zh, en string
}

func (e *Error) Error() string { return e.Text(standards.English) }

// Text says it in language l.
func (e *Error) Text(l standards.Lang) string {
	return "-assume " + e.Pair + l.In("："+e.zh, ": "+e.en)
}

// Filled is a fact that was filled, and the members of whom. A fact of the household names none.
type Filled struct {
	Fact    string
	Value   string
	Members []string
	listed  benefit.Fact
	zh, en  string
}

// Count is how many facts f stands for.
func (f Filled) Count() int { return max(1, len(f.Members)) }

// Assumptions are what was filled as decisions list it.
func Assumptions(filled []Filled) []benefit.Assumption {
	var list []benefit.Assumption
	for _, f := range filled {
		list = append(list, benefit.Assumption{Fact: f.listed, As: f.Value, Members: f.Members})
	}
	return list
}

// Flags returns in the form of the flag, fact=value, what listed has and lawful has not: what a decision lists as assumed beside what the
// law takes for granted, as far as it can be assumed here.
func Flags(listed, lawful []benefit.Assumption) []string {
	var flags []string
	for _, a := range listed {
		granted := slices.ContainsFunc(lawful, func(b benefit.Assumption) bool {
			return b.Fact == a.Fact && b.As == a.As && slices.Equal(b.Members, a.Members)
		})
		if flag, ok := flagOf(a); ok && !granted {
			flags = append(flags, flag)
		}
	}
	return flags
}

func flagOf(a benefit.Assumption) (string, bool) {
	for _, f := range facts() {
		if f.listed == a.Fact && (f.household != nil) == (len(a.Members) == 0) && slices.ContainsFunc(f.values, func(v value) bool { return v.word == a.As }) {
			return f.name + "=" + a.As, true
		}
	}
	return "", false
}

// Text says in language l what was taken for what.
func (f Filled) Text(l standards.Lang) string { return l.In(f.zh, f.en) }

// Fill returns h with the facts that it does not state, and what was filled. h itself is not changed.
func (a Facts) Fill(h assistance.Household) (assistance.Household, []Filled) {
	h.Members = slices.Clone(h.Members)
	var list []Filled
	for _, one := range a {
		f := Filled{Fact: one.fact.name, Value: one.value.word, listed: one.fact.listed, zh: one.fact.zh + "：" + one.value.zh, en: one.fact.en + ": " + one.value.en}
		if one.fact.household != nil {
			if one.fact.household(&h, one.value.word) {
				list = append(list, f)
			}
			continue
		}
		for i := range h.Members {
			if one.fact.member(&h.Members[i], one.value.word) {
				f.Members = append(f.Members, h.Members[i].ID)
			}
		}
		if f.Members != nil {
			list = append(list, f)
		}
	}
	return h, list
}

// Tally counts what was filled over many households. The zero Tally has counted none.
type Tally struct {
	total  int
	filled []Filled // one for each fact, without members
	counts []int
}

// Add counts what was filled for one household.
func (t *Tally) Add(list []Filled) {
	for _, f := range list {
		i := slices.IndexFunc(t.filled, func(g Filled) bool { return g.Fact == f.Fact })
		if i < 0 {
			i = len(t.filled)
			t.filled, t.counts = append(t.filled, f), append(t.counts, 0)
		}
		t.counts[i] += f.Count()
		t.total += f.Count()
	}
}

// Text says in language l how many facts were filled, and which, one a line.
func (t *Tally) Text(l standards.Lang) string {
	var b strings.Builder
	fmt.Fprintf(&b, l.In("-assume 共填补 %d 项\n", "-assume filled %d in all\n"), t.total)
	for i, f := range t.filled {
		fmt.Fprintf(&b, l.In("  %s=%s %d 项\n", "  %s=%s %d\n"), f.Fact, f.Value, t.counts[i])
	}
	return b.String()
}
