package verify

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Verification says whether a decision is what its household, day and tables give now, and otherwise what differs: first the household
// and the tables, then the fields of the decision and the figures it rests on.
type Verification struct {
	ID               string              `json:"id,omitempty"` // of the decision's household
	On               standards.Date      `json:"on"`
	AnotherHousehold bool                `json:"anotherHousehold,omitzero"` // the household handed in has another id; nothing more is compared
	OtherID          string              `json:"otherId,omitempty"`         // that id, where there is one
	FactsChanged     bool                `json:"factsChanged,omitzero"`     // the household handed in is not stated as it was
	Input            [2]standards.Digest `json:"input"`                     // of the household: of the decision, and of the one handed in
	DataVersion      [2]string           `json:"dataVersion"`               // of the published rows: then and now
	Tables           []TablesDifference  `json:"tables,omitempty"`          // tables files that are others than the decision's
	Digest           [2]standards.Digest `json:"digest"`                    // of the standards: then and now
	Fields           []FieldDifference   `json:"fields,omitempty"`          // of the decision
	Figures          []FigureDifference  `json:"figures,omitempty"`         // that the decision rests on
	Now              assistance.Decision `json:"now"`                       // the decision made again; with steps where the old one has them
}

// TablesDifference is a tables file that a decision rests on and that was not handed in, or the other way round, or of which the
// content differs. The missing one is zero.
type TablesDifference struct {
	Then standards.TableRef `json:"then,omitzero"`
	Now  standards.TableRef `json:"now,omitzero"`
}

// FieldDifference is a field of the wire format that differs, such as dibao.payment.yuan or members[son].living.verdict. A side on which
// the field does not stand is empty. Where a list has the same elements in another order, Path is the list, and each side names the first
// two that stand otherwise, as they stand. Of the text of a step, Now is what the step's own fields say.
type FieldDifference struct {
	Path string `json:"path"`
	Then string `json:"then"`
	Now  string `json:"now"`
}

// FigureDifference is a figure that differs, and the row that states it now. A side on which it is not on record is zero.
type FigureDifference struct {
	Figure benefit.Figure     `json:"figure"`
	Then   benefit.Quantity   `json:"then,omitzero"`
	Now    benefit.Quantity   `json:"now,omitzero"`
	Row    standards.Standard `json:"-"`
}

// Decision decides h again for the day of old under tables and compares. The decision may have been read from JSON, with steps or without,
// and made by an earlier version. It reports Errors if h cannot be used, and a *standards.DayError for a day that the tables do not cover.
//
// Where facts were filled in for old that its household does not state, h is the household with the same facts filled in, and filled lists
// them, as for [assistance.Decision.Assume].
//
// Which figure differs is told of the dibao lines and of the rates of the disability subsidies that were paid; of any other only where
// old has steps.
func Decision(old assistance.Decision, h assistance.Household, tables *standards.Tables, filled ...benefit.Assumption) (Verification, error) {
	set, err := tables.At(old.On)
	if err != nil {
		return Verification{}, err
	}
	decide := assistance.Assess
	if len(old.Steps) > 0 {
		decide = assistance.Explain
	}
	now, err := decide(set, h)
	if err != nil {
		return Verification{}, err
	}
	now.Assume(filled...)
	v := Verification{ID: old.ID, On: old.On, Input: [2]standards.Digest{old.Input, now.Input}, DataVersion: [2]string{old.DataVersion, now.DataVersion},
		Digest: [2]standards.Digest{old.Digest, now.Digest}, Tables: compareTables(old.Tables, now.Tables), Now: now}
	if old.ID != h.ID {
		v.AnotherHousehold, v.OtherID = true, h.ID
		return v, nil
	}
	v.FactsChanged = old.Input != now.Input
	if v.Fields, err = compareFields(old, now); err != nil {
		return Verification{}, err
	}
	v.Figures = compareFigures(&old, &now, &h, set)
	return v, nil
}

// Same reports whether the decision stands: the same household, decided alike in every field, with the same steps in the same order.
// Standards that differ in what the decision does not rest on do not matter; whether they differ is for SameStandards.
func (v *Verification) Same() bool {
	return !v.AnotherHousehold && !v.FactsChanged && len(v.Fields) == 0
}

// SameStandards reports whether the standards are those that the decision names: its data version, its tables files and its digest. Where
// they are not, what the decision says of them is not verified, even if it is decided alike.
func (v *Verification) SameStandards() bool {
	return v.DataVersion[0] == v.DataVersion[1] && v.Digest[0] == v.Digest[1] && len(v.Tables) == 0
}

func compareTables(then, now []standards.TableRef) []TablesDifference {
	find := func(list []standards.TableRef, id string) standards.TableRef {
		if i := slices.IndexFunc(list, func(r standards.TableRef) bool { return r.ID == id }); i >= 0 {
			return list[i]
		}
		return standards.TableRef{}
	}
	var differ []TablesDifference
	for _, r := range then {
		if other := find(now, r.ID); other != r {
			differ = append(differ, TablesDifference{r, other})
		}
	}
	for _, r := range now {
		if find(then, r.ID) == (standards.TableRef{}) {
			differ = append(differ, TablesDifference{Now: r})
		}
	}
	return differ
}

// leaf is a word or a number of the wire format and where it stands.
type leaf struct{ path, value string }

// listing is a list of the wire format: where it stands, and its elements by name, in order.
type listing struct {
	path  string
	names []string
}

// flat is a decision as words and numbers, in the order in which they stand.
type flat struct {
	leaves []leaf
	lists  []listing
	at     map[string]int // the position in lists, by path
}

// compareFields compares two decisions field by field, leaving out what is told apart: what the decision rests on.
func compareFields(then, now assistance.Decision) ([]FieldDifference, error) {
	a, err := flatOf(then)
	if err != nil {
		return nil, err
	}
	b, err := flatOf(now)
	if err != nil {
		return nil, err
	}
	return slices.Concat(compareLeaves(a.leaves, b.leaves), compareTexts(then.Steps, a.names("steps")), compareOrder(a, b)), nil
}

func compareLeaves(then, now []leaf) []FieldDifference {
	var differ []FieldDifference
	at := map[string]string{}
	for _, l := range now {
		at[l.path] = l.value
	}
	for _, l := range then {
		value, stands := at[l.path]
		delete(at, l.path)
		if !stands || value != l.value {
			differ = append(differ, FieldDifference{l.path, l.value, value})
		}
	}
	for _, l := range now {
		if value, left := at[l.path]; left {
			differ = append(differ, FieldDifference{l.path, "", value})
		}
	}
	return differ
}

// compareTexts compares the texts that steps were stored with to what the steps say.
func compareTexts(steps []benefit.Step, names []string) []FieldDifference {
	var differ []FieldDifference
	for i, s := range steps {
		for l, field := range [...]string{benefit.Chinese: "zh", benefit.English: "en"} {
			if s.Stored[l] != "" {
				differ = append(differ, FieldDifference{"steps[" + names[i] + "]." + field, s.Stored[l], s.Text(standards.Lang(l))})
			}
		}
	}
	return differ
}

// compareOrder compares the order of what stands in both of two lists.
func compareOrder(then, now flat) []FieldDifference {
	var differ []FieldDifference
	for _, list := range then.lists {
		a, b := list.names, now.names(list.path)
		a, b = common(a, b), common(b, a)
		for i := range a {
			if a[i] != b[i] {
				differ = append(differ, FieldDifference{list.path, a[i] + ", " + b[i], b[i] + ", " + a[i]})
				break
			}
		}
	}
	return differ
}

// common returns those of names that stand in others as well.
func common(names, others []string) []string {
	in := map[string]bool{}
	for _, name := range others {
		in[name] = true
	}
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !in[name] })
}

// names returns the names of the elements of the list at path.
func (f *flat) names(path string) []string {
	if i, ok := f.at[path]; ok {
		return f.lists[i].names
	}
	return nil
}

// toldApart are the fields of a decision that a Verification tells by themselves.
var toldApart = []string{"id", "on", "dataVersion", "tables", "digest", "input"}

func flatOf(d assistance.Decision) (flat, error) {
	f := flat{at: map[string]int{}}
	data, err := json.Marshal(d)
	if err != nil {
		return flat{}, err
	}
	err = eachField(data, func(name string, value json.RawMessage) error {
		if slices.Contains(toldApart, name) {
			return nil
		}
		return f.add(name, value)
	})
	return f, err
}

// eachField hands out the fields of an object in order.
func eachField(object json.RawMessage, field func(name string, value json.RawMessage) error) error {
	dec := json.NewDecoder(bytes.NewReader(object))
	if _, err := dec.Token(); err != nil {
		return err
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return err
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return err
		}
		if err := field(fmt.Sprint(name), value); err != nil {
			return err
		}
	}
	return nil
}

// add adds the words and numbers of value.
func (f *flat) add(path string, value json.RawMessage) error {
	switch value[0] {
	case '{':
		return eachField(value, func(name string, v json.RawMessage) error { return f.add(path+"."+name, v) })
	case '[':
		return f.addList(path, value)
	case '"':
		var text string
		if err := json.Unmarshal(value, &text); err != nil {
			return err
		}
		f.leaves = append(f.leaves, leaf{path, text})
		return nil
	}
	f.leaves = append(f.leaves, leaf{path, string(value)})
	return nil
}

// addList adds the elements of a list. They are named by what they are about, not by their place; what has no name is its own.
func (f *flat) addList(path string, list json.RawMessage) error {
	var elems []json.RawMessage
	if err := json.Unmarshal(list, &elems); err != nil {
		return err
	}
	at := len(f.lists)
	f.lists, f.at[path] = append(f.lists, listing{path: path}), at
	given := labels{}
	for _, elem := range elems {
		name, value, err := nameOf(elem)
		if err != nil {
			return err
		}
		if name == "" {
			name, value = string(elem), json.RawMessage("true")
		}
		name = given.unique(name)
		f.lists[at].names = append(f.lists[at].names, name)
		if err := f.add(path+"["+name+"]", value); err != nil {
			return err
		}
	}
	return nil
}

// labels are the names given to elements of a list so far, and up to which number each was given.
type labels map[string]int

// unique returns name, with a number where it was given before.
func (l labels) unique(name string) string {
	one := name
	for l[one] > 0 {
		l[name]++
		one = name + " " + strconv.Itoa(l[name])
	}
	l[one] = 1
	return one
}

// nameOf names an element of a list by its id, or a step by what it is about; the texts of a step, which should follow from the rest, are left out.
func nameOf(elem json.RawMessage) (name string, kept json.RawMessage, err error) {
	if elem[0] != '{' {
		return "", elem, nil
	}
	var about struct {
		ID        string
		Code      string
		Part      string
		Member    string
		Residence string
		Under     string
	}
	if err := json.Unmarshal(elem, &about); err != nil {
		return "", nil, err
	}
	if about.Code == "" {
		return about.ID, elem, nil
	}
	for _, word := range [...]string{about.Code, about.Member, about.Residence, about.Under} {
		if word != "" {
			name = strings.TrimSpace(name + " " + word)
		}
	}
	kept = []byte{'{'}
	err = eachField(elem, func(field string, value json.RawMessage) error {
		if field != "zh" && field != "en" {
			if len(kept) > 1 {
				kept = append(kept, ',')
			}
			kept = append(append(strconv.AppendQuote(kept, field), ':'), value...)
		}
		return nil
	})
	return name, append(kept, '}'), err
}

// used is a figure that a decision rests on, and its value there.
type used struct {
	figure benefit.Figure
	value  benefit.Quantity
}

func compareFigures(then, now *assistance.Decision, h *assistance.Household, set *standards.Set) []FigureDifference {
	a, b := figuresOf(then, h), figuresOf(now, h)
	var differ []FigureDifference
	find := func(list []used, f benefit.Figure) benefit.Quantity {
		for _, u := range list {
			if u.figure == f {
				return u.value
			}
		}
		return benefit.Quantity{}
	}
	add := func(f benefit.Figure, was, is benefit.Quantity) {
		row, _ := set.Find(f.Key, f.Place, f.Residence, f.Of)
		differ = append(differ, FigureDifference{f, was, is, row})
	}
	for _, u := range a {
		if is := find(b, u.figure); is != u.value && (is != benefit.Quantity{} || !onRecord(set, u.figure, u.value)) {
			add(u.figure, u.value, is)
		}
	}
	for _, u := range b {
		if was := find(a, u.figure); was == (benefit.Quantity{}) && len(a) > 0 && u.figure.Key == standards.Key(standards.DibaoLine) {
			add(u.figure, was, u.value)
		}
	}
	return differ
}

// onRecord reports whether a figure that a decision no longer rests on still is what it was.
func onRecord(set *standards.Set, f benefit.Figure, value benefit.Quantity) bool {
	row, ok := set.Find(f.Key, f.Place, f.Residence, f.Of)
	return ok && row.Amount == value.Amount && (!value.Number.Stated() || row.Number == value.Number)
}

// figuresOf lists the figures that a decision of household h rests on, as far as it shows them, each once.
func figuresOf(d *assistance.Decision, h *assistance.Household) []used {
	f := figures{d: d, h: h}
	f.addLines()
	f.addRates()
	for i := range d.Steps {
		f.addStep(&d.Steps[i])
	}
	return f.list
}

// figures collects the figures of one decision.
type figures struct {
	d    *assistance.Decision
	h    *assistance.Household
	list []used
}

func (f *figures) add(k standards.Key, p standards.Place, r standards.Residence, of string, value benefit.Quantity) {
	figure := benefit.Figure{Key: k, Place: p, Residence: r, Of: of}
	if value != (benefit.Quantity{}) && !slices.ContainsFunc(f.list, func(u used) bool { return u.figure == figure }) {
		f.list = append(f.list, used{figure, value})
	}
}

// addNumber adds a number that holds for the household, whatever the kind of hukou.
func (f *figures) addNumber(k standards.NumberKey, value benefit.Quantity) {
	f.add(standards.Key(k), f.h.Division, 0, "", value)
}

// addLines adds the dibao lines.
func (f *figures) addLines() {
	for _, r := range standards.Residences() {
		if line := f.d.Dibao.Lines.Of(r); line.Amount.Stated() {
			f.add(standards.Key(standards.DibaoLine), f.h.Division, r, "", benefit.Quantity{Amount: line.Amount, Bound: line.Bound})
		}
	}
}

// addRates adds the rates of the disability subsidies that are paid: those of the member's own division, by his grade.
func (f *figures) addRates() {
	for i := range f.d.Members {
		m := &f.d.Members[i]
		stated := f.h.Member(m.ID)
		if stated == nil {
			continue
		}
		place := f.h.Division
		if stated.Division.IsDivision() {
			place = stated.Division
		}
		for _, paid := range [...]struct {
			key standards.RateKey
			p   benefit.Payment
		}{{standards.DisabilityLiving, m.Living.Payment}, {standards.DisabilityNursing, m.Nursing.Payment}} {
			if paid.p.Stated() {
				f.add(standards.Key(paid.key), place, 0, strconv.Itoa(stated.Disability.Grade), benefit.Quantity{Amount: paid.p.Amount, Bound: paid.p.Bound})
			}
		}
	}
}

// addStep adds the figures that a step shows.
func (f *figures) addStep(s *benefit.Step) {
	switch s.Code {
	case benefit.StepLowIncomeBelow:
		f.addNumber(standards.LowIncomeMultiple, s.Right)
	case benefit.StepTekunAbility:
		switch s.Op {
		case "<":
			f.addNumber(standards.TekunMinorAge, s.Right)
		case ">=":
			f.addNumber(standards.TekunElderAge, s.Right)
		}
	case benefit.StepLivingGrade:
		f.addNumber(standards.LivingGrade, s.Right)
	case benefit.StepNursingGrade:
		f.addNumber(standards.NursingGrade, s.Right)
	case benefit.StepDibaoTopUp:
		f.addTopUp(s)
	case benefit.StepTekunPayment:
		f.addTekun(s)
	}
}

// addTopUp adds the rates of a top-up: each a sum, or a percentage of the line.
func (f *figures) addTopUp(s *benefit.Step) {
	for _, t := range s.Terms {
		value := benefit.Quantity{Amount: t.Amount, Bound: t.Bound}
		if t.Times != standards.Whole(1) {
			value = benefit.Quantity{Number: t.Times}
		}
		f.add(standards.Key(standards.DibaoTopUp), f.h.Division, 0, s.Value.Word, value)
	}
}

// addTekun adds the two standards of tekun support: the basic one by the member's kind of hukou, the care standard by self-care.
func (f *figures) addTekun(s *benefit.Step) {
	i := slices.IndexFunc(f.h.Members, func(m assistance.Member) bool { return m.ID == s.Member })
	for _, t := range s.Terms {
		value := benefit.Quantity{Amount: t.Amount, Bound: t.Bound}
		switch {
		case t.What == "tekun-basic":
			r := f.h.Residence
			if i >= 0 && f.h.Members[i].Residence != 0 {
				r = f.h.Members[i].Residence
			}
			f.add(standards.Key(standards.TekunBasic), f.h.Division, max(r, s.Under), "", value)
		case t.What == "tekun-care" && i >= 0 && i < len(f.d.Members):
			f.add(standards.Key(standards.TekunCare), f.h.Division, 0, f.d.Members[i].Tekun.SelfCare.String(), value)
		}
	}
}

// Text says in language l whether the decision is verified, or what differs, a line each.
func (v *Verification) Text(l standards.Lang) string {
	var lines []string
	say := func(zh, en string, args ...any) { lines = append(lines, fmt.Sprintf(l.In(zh, en), args...)) }
	if v.AnotherHousehold {
		say("不是同一家庭：原决定的家庭为%s，提交复核的家庭为%s", "another household: the decision is of %s, the household handed in is %s", idText(v.ID, l), idText(v.OtherID, l))
		return strings.Join(lines, "\n")
	}
	if v.FactsChanged {
		say("家庭情况与原决定不同（申报内容摘要原为%s，现为%s）", "the household is not stated as it was (digest %s then, %s now)", short(v.Input[0]), short(v.Input[1]))
	}
	for _, t := range v.Tables {
		switch {
		case t.Now.ID == "":
			say("缺少原决定所依据的数据表%s（%s）", "tables file %s (%s), which the decision rests on, is missing", t.Then.ID, short(t.Then.SHA256))
		case t.Then.ID == "":
			say("多出原决定未依据的数据表%s（%s）", "tables file %s (%s) is not one that the decision rests on", t.Now.ID, short(t.Now.SHA256))
		default:
			say("数据表%s的内容不同（摘要原为%s，现为%s）", "tables file %s has other content (digest %s then, %s now)", t.Then.ID, short(t.Then.SHA256), short(t.Now.SHA256))
		}
	}
	switch {
	case v.DataVersion[0] != v.DataVersion[1]:
		say("数据版本不同：原为%s，现为%s", "another data version: %s then, %s now", v.DataVersion[0], v.DataVersion[1])
	case v.Digest[0] != v.Digest[1] && len(v.Tables) == 0:
		say("所依据的标准或者读法不同（摘要原为%s，现为%s）", "other standards or readings (digest %s then, %s now)", short(v.Digest[0]), short(v.Digest[1]))
	}
	for _, f := range v.Fields {
		say("不同：%s 原为%s，现为%s", "differs: %s was %s and is %s", f.Path, orNone(f.Then, l), orNone(f.Now, l))
	}
	for _, f := range v.Figures {
		say("标准不同：%s 原为%s，现为%s%s", "figure differs: %s was %s and is %s%s", f.Figure, f.value(f.Then, l), f.value(f.Now, l), f.source(l))
	}
	if len(v.Fields) == 0 {
		lines = append(lines, v.decidedAlike(l))
	}
	return strings.Join(lines, "\n")
}

// decidedAlike says of a decision that no field differs in how much of it is verified.
func (v *Verification) decidedAlike(l standards.Lang) string {
	text := l.In("结果相同：%s的家庭%s按现有标准审核，结果与原决定相同，但现有标准不是原决定所载的标准，未能核实其所载的标准",
		"decided alike: on %s household %s comes to the same under the standards at hand; they are not those that the decision names, which remain unchecked")
	switch {
	case v.FactsChanged:
		text = l.In("结果相同：%s的家庭%s重新审核的结果仍与原决定相同", "decided alike: on %s household %s is decided as it was nevertheless")
	case v.SameStandards():
		text = l.In("复核一致：%s的家庭%s重新审核的结果与原决定相同", "verified: on %s household %s is decided as it was")
	}
	return fmt.Sprintf(text, v.On, idText(v.ID, l))
}

// idText is the id of a household in a message.
func idText(id string, l standards.Lang) string {
	if id == "" {
		return l.In("（无编号）", "(no id)")
	}
	return id
}

// short is the beginning of a digest.
func short(d standards.Digest) string {
	const shown = 12
	if text := d.String(); text != "" {
		return text[:shown]
	}
	return "-"
}

func orNone(s string, l standards.Lang) string {
	if s == "" {
		return l.In("无", "absent")
	}
	return s
}

func (f FigureDifference) value(q benefit.Quantity, l standards.Lang) string {
	switch {
	case q.Amount.Stated():
		return benefit.Payment{Amount: q.Amount, Bound: q.Bound}.Text(l)
	case q.Number.Stated():
		return q.Number.String()
	}
	return l.In("无据可查", "not on record")
}

// source names the document of the row that states the figure now.
func (f FigureDifference) source(l standards.Lang) string {
	if f.Row.Key == 0 {
		return ""
	}
	return l.In("（", " (") + f.Row.Basis.Document.Info().Cite(f.Row.Basis.Clause, l) + l.In("）", ")")
}
