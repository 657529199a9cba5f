package assistance

import (
	"slices"
	"strings"
	"sync"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Fill states facts that a household does not state (假定事项), for estimates and to see what a
// decision turns on. What is stated is never changed, and everything filled is listed. The zero
// Fill fills nothing.
type Fill struct{ facts []filledFact }

// filledFact is a fact and what it is filled with.
type filledFact struct {
	Filling
	word  Word
	value wire.Value // the word in JSON
}

// with fills f with word w.
func (f Filling) with(w Word) filledFact {
	value, _ := wire.Parse(wire.AppendString(nil, w.Word))
	return filledFact{f, w, value}
}

// Filling is a fact that can be filled.
type Filling struct {
	Name  string // as ParseFill reads it
	Words []Word // that it can be filled with

	field Field
	rule  fillRule
}

// fillRule says of whom a fact is filled.
type fillRule struct {
	name      string // as ParseFill reads it
	field     string // the field's name, where it is another
	ofMember  bool
	certified bool // of members with a disability certificate: of others it decides nothing
}

// fillRules list what can be filled, first of the household, then of members.
var fillRules = [...]fillRule{
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
var noneWord = Word{"none", words{"无", "none"}}

// Fillings returns every fact that can be filled.
func Fillings() []Filling {
	all := slices.Clone(allFillings())
	for i := range all {
		all[i].Words = slices.Clone(all[i].Words)
	}
	return all
}

// allFillings returns the one list of what can be filled, which nobody writes to.
var allFillings = sync.OnceValue(func() []Filling {
	fields := allFields()
	all := make([]Filling, len(fillRules))
	for i, rule := range fillRules {
		name := rule.name
		if rule.field != "" {
			name = rule.field
		}
		field := fields[slices.IndexFunc(fields, func(f Field) bool { return f.Name == name && f.OfMember == rule.ofMember })]
		all[i] = Filling{Name: rule.name, Words: field.Words, field: field, rule: rule}
		if field.Kind == IncomesKind || field.Kind == AmountKind {
			all[i].Words = []Word{noneWord}
		}
	}
	return all
})

// Text says in language l what the fact is.
func (f Filling) Text(l standards.Lang) string {
	if f.rule.ofMember && f.field.Fact == benefit.PropertyFact {
		return l.In("本人财产是否符合规定", "whether own property is within the limit")
	}
	return f.field.Fact.Text(l)
}

// ParseFill reads fact=value,fact=value, such as "property=within,income=none". It reports a
// *FillError for what cannot be filled.
func ParseFill(s string) (Fill, error) {
	var fill Fill
	for pair := range strings.SplitSeq(s, ",") {
		one, err := parseFilled(pair)
		if err != nil {
			return Fill{}, err
		}
		if slices.ContainsFunc(fill.facts, func(f filledFact) bool { return f.Name == one.Name }) {
			return Fill{}, &FillError{pair, words{"同一事项只能假定一次", "one fact can be assumed once only"}}
		}
		fill.facts = append(fill.facts, one)
	}
	return fill, nil
}

func parseFilled(pair string) (filledFact, error) {
	name, value, ok := strings.Cut(pair, "=")
	if !ok {
		return filledFact{}, &FillError{pair, words{"须写作 事项=内容", "is to be written fact=value"}}
	}
	var names []string
	for _, f := range allFillings() {
		if f.Name == name {
			return f.parse(pair, value)
		}
		names = append(names, f.Name)
	}
	list := strings.Join(names, ", ")
	return filledFact{}, &FillError{pair, words{"没有这一事项，可假定的有：" + list, "no such fact; there are " + list}}
}

// parse fills f with one of its words.
func (f Filling) parse(pair, value string) (filledFact, error) {
	var list []string
	for _, w := range f.Words {
		if w.Word == value {
			return f.with(w), nil
		}
		list = append(list, w.Word)
	}
	if value == noneWord.Word && f.field.Fact == benefit.ChildSchemeFact {
		return filledFact{}, &FillError{pair, words{"无需假定：未载明的即按无处理，并列出",
			"need not be assumed: where it is not stated it is taken as none, and listed"}}
	}
	all := strings.Join(list, ", ")
	return filledFact{}, &FillError{pair, words{"没有这种内容，可选：" + all, "no such value; there are " + all}}
}

// FillError says that something cannot be filled.
type FillError struct {
	Pair string // as it was written: fact=value
	why  words
}

// Error returns the English text.
func (e *FillError) Error() string { return e.Text(standards.English) }

// Text says in language l what cannot be filled, and why.
func (e *FillError) Text(l standards.Lang) string { return e.Pair + l.In("：", ": ") + e.why.in(l) }

// FillOf returns the Fill that fills what was assumed, as far as it can be filled.
func FillOf(assumed ...benefit.Assumption) Fill {
	var fill Fill
	for _, a := range assumed {
		for _, f := range allFillings() {
			if f.field.Fact != a.Fact || f.rule.ofMember != (len(a.Members) > 0) {
				continue
			}
			if i := slices.IndexFunc(f.Words, func(w Word) bool { return w.Word == a.As }); i >= 0 {
				fill.facts = append(fill.facts, f.with(f.Words[i]))
				break
			}
		}
	}
	return fill
}

// String returns the text that ParseFill reads.
func (f Fill) String() string {
	pairs := make([]string, len(f.facts))
	for i, one := range f.facts {
		pairs[i] = one.Name + "=" + one.word.Word
	}
	return strings.Join(pairs, ",")
}

// Text says in language l what is taken for what.
func (f Fill) Text(l standards.Lang) string {
	texts := make([]string, len(f.facts))
	for i, one := range f.facts {
		texts[i] = one.Filling.Text(l) + l.In("：", ": ") + one.word.Text(l)
	}
	return strings.Join(texts, l.In("；", "; "))
}

// Apply states in h what h does not state, and returns what it filled, as decisions list it. The
// members of h are a new list then: those of the caller stay as they are.
func (f Fill) Apply(h *Household) []benefit.Assumption {
	if len(f.facts) == 0 {
		return nil
	}
	h.Members = slices.Clone(h.Members)
	var list []benefit.Assumption
	for _, one := range f.facts {
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
func (f *filledFact) state(h *Household, member int) bool {
	at := f.field.find(h, member)
	if at.stated() || f.rule.ofMember && !f.concerns(&h.Members[member]) {
		return false
	}
	switch at := at.(type) {
	case incomesValue:
		*at.at = []Income{}
	case amountValue:
		*at.Amount = standards.Fen(0, standards.PerMonth)
	default:
		var faults wire.Faults
		f.field.read(f.value, at, &faults)
	}
	return true
}

// concerns reports whether the fact is filled for m: self-care not where the activities state it.
func (f *filledFact) concerns(m *Member) bool {
	return (m.Disability.Stated() || !f.rule.certified) && (m.Cannot == nil || f.field.Fact != benefit.SelfCareFact)
}
