package assume

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Facts are facts and what each is filled with. The zero Facts fills nothing.
type Facts struct{ list []filled }

// filled is a fact and what it is filled with.
type filled struct {
	Fact
	word fields.Word
}

// Fact is a fact that can be filled.
type Fact struct {
	Name  string        // as Parse reads it
	Words []fields.Word // that it can be filled with

	field fields.Field
	rule  rule
}

// rule says of whom a fact is filled.
type rule struct {
	name      string // as Parse reads it
	field     string // the field's name, where it is another
	ofMember  bool
	certified bool // of members with a disability certificate: of others it decides nothing
}

// rules list what can be filled, first of the household, then of members.
var rules = [...]rule{
	{name: "property"},
	{name: "residence"},
	{name: "lowIncomeProperty"},
	{name: "onDibao"},
	{name: "income", ofMember: true},
	{name: "counted", ofMember: true},
	{name: "support", ofMember: true},
	{name: "ownProperty", field: "property", ofMember: true},
	{name: "selfCare", ofMember: true},
	{name: "seriousIllness", ofMember: true},
	{name: "childScheme", ofMember: true},
	{name: "longTermCare", field: "disability.longTermCare", ofMember: true, certified: true},
	{name: "workInjuryNursing", ofMember: true, certified: true},
	{name: "livingAllowance", ofMember: true, certified: true},
	{name: "nursingAllowance", ofMember: true, certified: true},
}

// noneWord fills incomes and allowances: there is none.
var noneWord = fields.Word{Word: "none", Label: standards.Text{Zh: "无", En: "none"}}

// All returns every fact that can be filled.
func All() []Fact {
	all := slices.Clone(allFacts())
	for i := range all {
		all[i].Words = slices.Clone(all[i].Words)
	}
	return all
}

// allFacts returns the one list of what can be filled, which nobody writes to.
var allFacts = sync.OnceValue(func() []Fact {
	known := assistance.Fields()
	all := make([]Fact, len(rules))
	for i, rule := range rules {
		name := cmp.Or(rule.field, rule.name)
		at := slices.IndexFunc(known, func(f fields.Field) bool { return f.Name == name && f.OfMember == rule.ofMember })
		all[i] = Fact{Name: rule.name, Words: known[at].Words, field: known[at], rule: rule}
		if known[at].Kind == fields.IncomesKind || known[at].Kind == fields.AmountKind {
			all[i].Words = []fields.Word{noneWord}
		}
	}
	return all
})

// Text says in language l what the fact is.
func (f Fact) Text(l standards.Lang) string {
	if f.rule.ofMember && f.field.Fact == benefit.PropertyFact {
		return l.In("本人财产是否符合规定", "whether own property is within the limit")
	}
	return f.field.Fact.Text(l)
}

// Parse reads fact=value,fact=value, such as "property=within,income=none". It reports an *Error
// for what cannot be filled.
func Parse(s string) (Facts, error) {
	var facts Facts
	for pair := range strings.SplitSeq(s, ",") {
		one, err := parseOne(pair)
		if err != nil {
			return Facts{}, err
		}
		if slices.ContainsFunc(facts.list, func(f filled) bool { return f.Name == one.Name }) {
			return Facts{}, &Error{pair, standards.Text{Zh: "同一事项只能假定一次", En: "one fact can be assumed once only"}}
		}
		facts.list = append(facts.list, one)
	}
	return facts, nil
}

func parseOne(pair string) (filled, error) {
	name, value, ok := strings.Cut(pair, "=")
	if !ok {
		return filled{}, &Error{pair, standards.Text{Zh: "须写作 事项=内容", En: "is to be written fact=value"}}
	}
	var names []string
	for _, f := range allFacts() {
		if f.Name == name {
			return f.parse(pair, value)
		}
		names = append(names, f.Name)
	}
	list := strings.Join(names, ", ")
	return filled{}, &Error{pair, standards.Text{Zh: "没有这一事项，可假定的有：" + list, En: "no such fact; there are " + list}}
}

// parse fills f with one of its words.
func (f Fact) parse(pair, value string) (filled, error) {
	var list []string
	for _, w := range f.Words {
		if w.Word == value {
			return filled{f, w}, nil
		}
		list = append(list, w.Word)
	}
	if value == noneWord.Word && f.field.Fact == benefit.ChildSchemeFact {
		return filled{}, &Error{pair, standards.Text{Zh: "无需假定：未载明的即按无处理，并列出",
			En: "need not be assumed: where it is not stated it is taken as none, and listed"}}
	}
	all := strings.Join(list, ", ")
	return filled{}, &Error{pair, standards.Text{Zh: "没有这种内容，可选：" + all, En: "no such value; there are " + all}}
}

// Error says that something cannot be filled.
type Error struct {
	Pair string // as it was written: fact=value
	why  standards.Text
}

// Error returns the English text.
func (e *Error) Error() string { return e.Text(standards.English) }

// Text says in language l what cannot be filled, and why.
func (e *Error) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	return wire.Shown(e.Pair) + l.In("：", ": ") + e.why.In(l)
}

// Of returns the Facts that fill what was assumed, as far as it can be filled.
func Of(assumed ...benefit.Assumption) Facts {
	var facts Facts
	for _, a := range assumed {
		for _, f := range allFacts() {
			if f.field.Fact != a.Fact || f.rule.ofMember != (len(a.Members) > 0) {
				continue
			}
			if i := slices.IndexFunc(f.Words, func(w fields.Word) bool { return w.Word == a.As }); i >= 0 {
				facts.list = append(facts.list, filled{f, f.Words[i]})
				break
			}
		}
	}
	return facts
}

// String returns the text that Parse reads.
func (f Facts) String() string {
	pairs := make([]string, len(f.list))
	for i, one := range f.list {
		pairs[i] = one.Name + "=" + one.word.Word
	}
	return strings.Join(pairs, ",")
}

// Text says in language l what is taken for what.
func (f Facts) Text(l standards.Lang) string {
	texts := make([]string, len(f.list))
	for i, one := range f.list {
		texts[i] = one.Fact.Text(l) + l.In("：", ": ") + one.word.Label.In(l)
	}
	return strings.Join(texts, l.In("；", "; "))
}

// Apply states in h what h does not state, and returns what it filled, as decisions list it. The
// members of h are a new list then: those of the caller stay as they are.
func (f Facts) Apply(h *assistance.Household) []benefit.Assumption {
	if len(f.list) == 0 {
		return nil
	}
	h.Members = slices.Clone(h.Members)
	var list []benefit.Assumption
	for _, one := range f.list {
		a := benefit.Assumption{Fact: one.field.Fact, As: one.word.Word}
		if !one.rule.ofMember {
			if one.state(h, 0) {
				list = append(list, a)
			}
			continue
		}
		for i := range h.Members {
			if one.state(h, i) {
				a.Members = append(a.Members, h.Members[i].ID)
			}
		}
		if a.Members != nil {
			list = append(list, a)
		}
	}
	return list
}

// state states the fact unless h does, and reports whether it did.
func (f *filled) state(h *assistance.Household, member int) bool {
	if h.Stated(f.field, member) || f.rule.ofMember && !f.concerns(&h.Members[member]) {
		return false
	}
	text := f.word.Word
	switch f.field.Kind {
	case fields.IncomesKind:
		text = "[]"
	case fields.AmountKind:
		text = `{"yuan":"0.00","per":"month"}`
	}
	return h.Set(f.field, member, text) == nil
}

// concerns reports whether the fact is filled for m: self-care not where the activities state it.
func (f *filled) concerns(m *assistance.Member) bool {
	return (m.Disability.Stated() || !f.rule.certified) && (m.Cannot == nil || f.field.Fact != benefit.SelfCareFact)
}
