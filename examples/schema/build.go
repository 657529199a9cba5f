package main

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// object is a JSON object whose fields keep their order.
type object []field

type field struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := plainJSON(f.name)
		if err != nil {
			return nil, err
		}
		value, err := plainJSON(f.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON leaves < and > as they are.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// file is one schema.
type file struct {
	name   string
	schema object
}

func (f file) text() []byte {
	plain, err := plainJSON(f.schema)
	if err != nil {
		panic(err) // a value that is none: a fault of this program
	}
	var b bytes.Buffer
	if err := json.Indent(&b, plain, "", "  "); err != nil {
		panic(err)
	}
	b.WriteByte('\n')
	return b.Bytes()
}

const base = "https://github.com/openminzheng/zhuzhou/examples/schema/"

func files() []file {
	head := func(name, zh, en, zhMore, enMore string, s object) file {
		return file{name, append(object{
			{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", base + name},
			{"title", zh + " / " + en}, {"description", zhMore + " / " + enMore}}, s...)}
	}
	full, partial := builder{}, builder{partial: true}
	return []file{
		head("household.schema.json", "家庭", "household", "审核一户所需的事实；未载明的不等于“无”", "the facts of one household; what is not stated is never the same as none",
			full.household()),
		head("decision.schema.json", "决定", "decision", "某日对一户的审核结果，以及所依据、所缺少、所推定的事项", "what a household is due on a day, and what that rests on, needs and assumes",
			full.decision()),
		head("tables.schema.json", "数据表文件", "tables file", "草案（draft）或补充（supplement）：叠加在已公布标准之上的数据", "a draft or a supplement: figures laid over the published ones",
			full.tables()),
		head("account.schema.json", "账目", "account", "一户的历史和已发放的款项，用于逐月核算", "the history of a household and what it was paid, for decisions month by month",
			full.account()),
		head("cases.schema.json", "用例文件", "case file", "家庭、日期和应有的结果；expect 是决定的一部分，载明的字段必须相符", "households, days and what must come out; expect is part of a decision, and fields that are stated must match",
			object{{"type", "object"}, {"additionalProperties", false}, {"required", []string{"cases"}}, {"properties", object{
				{"cases", labelled("cases", object{{"type", "array"}, {"minItems", 1}, {"items", object{
					{"type", "object"}, {"additionalProperties", false}, {"required", []string{"name", "on", "household", "expect"}},
					{"properties", object{
						{"name", labelled("name", object{{"type", "string"}, {"minLength", 1}})},
						{"why", labelled("why", object{{"type", "string"}})},
						{"on", labelled("on", date)},
						{"tables", labelled("caseTables", object{{"type", "array"}, {"items", object{{"type", "string"}}}})},
						{"household", labelled("household", full.household())},
						{"expect", labelled("expect", partial.decision())},
					}}}}})}}}}),
	}
}

// labelled puts title and description before a schema. A field without them fails the test.
func labelled(name string, s object) object {
	text, ok := labelOf(name)
	if !ok {
		panic("schema: no title for " + name)
	}
	return append(object{{"title", text[0] + " / " + text[1]}, {"description", text[2] + " / " + text[3]}}, s...)
}

var (
	date  = object{{"type", "string"}, {"format", "date"}, {"pattern", `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}}
	ident = object{{"type", "string"}, {"pattern", `^[^\s\p{Cc}]{1,64}$`}}
	money = object{{"anyOf", []object{{{"type", "string"}, {"pattern", `^(0|[1-9][0-9]*)(\.[0-9]{1,2})?$`}}, {{"type", "number"}, {"minimum", 0}, {"multipleOf", json.Number("0.01")}}}}}
	paid  = object{{"type", "string"}, {"pattern", `^(0|[1-9][0-9]*)\.[0-9]{2}$`}} // as decisions print it
	text  = object{{"type", "string"}}
	flag  = object{{"const", true}}
	place = object{{"type", "string"}, {"minLength", 1}}
)

// words are those of a type whose values count up from one.
func words[T interface {
	~uint8
	String() string
}]() object {
	var list []string
	for v := T(1); v != 0 && v.String() != ""; v++ {
		list = append(list, v.String())
	}
	return object{{"type", "string"}, {"enum", list}}
}

// builder makes the schema of a format, or of a part of one that may state any of its fields, and null for those that must not be there.
type builder struct{ partial bool }

// record is an object of these fields and no others.
func (b builder) record(required []string, fields ...field) object {
	for i, f := range fields {
		s := labelled(f.name, f.value.(object))
		if b.partial {
			s = labelled(f.name, object{{"anyOf", []object{f.value.(object), {{"type", "null"}}}}})
		}
		fields[i].value = s
	}
	o := object{{"type", "object"}, {"additionalProperties", false}}
	if len(required) > 0 && !b.partial {
		o = append(o, field{"required", required})
	}
	return append(o, field{"properties", object(fields)})
}

func list(of object) object { return object{{"type", "array"}, {"items", of}} }

// wireName is the field of the wire format for a field of a struct.
func wireName(f reflect.StructField) string {
	if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); tag != "" {
		return tag
	}
	if f.Name == "ID" {
		return "id"
	}
	return strings.ToLower(f.Name[:1]) + f.Name[1:]
}

// of is the schema of a Go type of the household format.
func (b builder) of(t reflect.Type) object {
	switch t {
	case reflect.TypeFor[string]():
		return ident
	case reflect.TypeFor[standards.Date]():
		return date
	case reflect.TypeFor[standards.Place]():
		return place
	case reflect.TypeFor[standards.Amount]():
		return b.record([]string{"yuan", "per"}, field{"yuan", money}, field{"per", words[standards.Period]()})
	case reflect.TypeFor[standards.Residence]():
		return words[standards.Residence]()
	case reflect.TypeFor[standards.Answer]():
		return words[standards.Answer]()
	case reflect.TypeFor[standards.IncomeKind]():
		return words[standards.IncomeKind]()
	case reflect.TypeFor[benefit.Property]():
		return words[benefit.Property]()
	case reflect.TypeFor[benefit.Relation]():
		return words[benefit.Relation]()
	case reflect.TypeFor[benefit.Absence]():
		return words[benefit.Absence]()
	case reflect.TypeFor[benefit.Support]():
		return words[benefit.Support]()
	case reflect.TypeFor[benefit.Placement]():
		return words[benefit.Placement]()
	case reflect.TypeFor[benefit.ChildScheme]():
		return words[benefit.ChildScheme]()
	case reflect.TypeFor[eldercare.SelfCare]():
		return words[eldercare.SelfCare]()
	case reflect.TypeFor[eldercare.Activity]():
		return words[eldercare.Activity]()
	case reflect.TypeFor[disability.Category]():
		return words[disability.Category]()
	}
	switch t.Kind() {
	case reflect.Slice:
		return list(b.of(t.Elem()))
	case reflect.Struct:
		return b.structure(t)
	}
	panic("schema: no schema for " + t.String())
}

// required are the fields of each structure that must be there.
var required = map[reflect.Type][]string{
	reflect.TypeFor[assistance.Household]():   {"division", "members"},
	reflect.TypeFor[assistance.Member]():      {"id", "born"},
	reflect.TypeFor[assistance.Income]():      {"kind", "yuan", "per"},
	reflect.TypeFor[disability.Certificate](): {"category", "grade"},
	reflect.TypeFor[disability.Component]():   {"category", "grade"},
}

func (b builder) structure(t reflect.Type) object {
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		switch name := wireName(f); {
		case name == "amount": // of an income: its fields stand in the income itself
			fields = append(fields, field{"yuan", money}, field{"per", words[standards.Period]()})
		case name == "grade":
			fields = append(fields, field{name, object{{"type", "integer"}, {"minimum", disability.MostSevere}, {"maximum", disability.LeastSevere}}})
		case name == "months":
			fields = append(fields, field{name, object{{"type", "integer"}, {"minimum", 1}, {"maximum", standards.MonthsPerYear}}})
		case name == "weight":
			fields = append(fields, field{name, object{{"type", "integer"}, {"minimum", 1}, {"maximum", assistance.MaxWeight}}})
		case name == "members":
			fields = append(fields, field{name, append(list(b.of(f.Type.Elem())), field{"minItems", 1}, field{"maxItems", assistance.MaxMembers})})
		case name == "income":
			fields = append(fields, field{name, append(list(b.of(f.Type.Elem())), field{"maxItems", assistance.MaxIncomes})})
		default:
			fields = append(fields, field{name, b.of(f.Type)})
		}
	}
	return b.record(required[t], fields...)
}

func (b builder) household() object { return b.of(reflect.TypeFor[assistance.Household]()) }

// sums is what money is written as: as decisions print it, or in an expectation as anyone would.
func (b builder) sums() object {
	if b.partial {
		return money
	}
	return paid
}

func (b builder) amount() object {
	return b.record([]string{"yuan", "per"}, field{"yuan", b.sums()}, field{"per", words[standards.Period]()})
}

func (b builder) bounded(per object) object {
	return b.record([]string{"yuan", "per", "bound"}, field{"yuan", b.sums()}, field{"per", per}, field{"bound", words[standards.Bound]()})
}

func (b builder) payment() object {
	return b.bounded(object{{"const", standards.PerMonth.String()}})
}

func verdicts() object {
	var list []string
	for v := benefit.Eligible; v.String() != ""; v++ {
		list = append(list, v.String())
	}
	return object{{"type", "string"}, {"enum", list}}
}

func (b builder) part(more ...field) object {
	req := []string{"verdict"}
	if len(more) > 0 && more[0].name == "selfCare" {
		req = nil
	}
	return b.record(req, append([]field{{"verdict", verdicts()}, {"payment", b.payment()}, {"ifMet", b.payment()}}, more...)...)
}

// keys are the names of all keys.
func keys() object {
	var list []string
	for _, k := range standards.Keys() {
		list = append(list, k.Name)
	}
	return object{{"type", "string"}, {"enum", list}}
}

func (b builder) readings() object {
	var fields object
	for _, r := range standards.AllReadings() {
		var codes []string
		for _, c := range r.Choices {
			codes = append(codes, c.String())
		}
		fields = append(fields, field{r.Name, object{{"title", r.ID + " " + r.Question.Zh + " / " + r.Question.En}, {"description", r.Why.Zh + " / " + r.Why.En}, {"enum", codes}}})
	}
	return object{{"type", "object"}, {"additionalProperties", false}, {"properties", fields}}
}

func (b builder) quantity() object {
	return b.record(nil, field{"yuan", b.sums()}, field{"per", words[standards.Period]()}, field{"bound", words[standards.Bound]()}, field{"number", text}, field{"word", text})
}

func (b builder) step() object {
	var codes []string
	for _, c := range benefit.Codes() {
		if code := string(c.Code); !strings.HasPrefix(code, "eldercare-") { // which no decision has
			codes = append(codes, code)
		}
	}
	var choices []string
	for _, r := range standards.AllReadings() {
		for _, c := range r.Choices {
			if !slices.Contains(choices, c.String()) {
				choices = append(choices, c.String())
			}
		}
	}
	kind := words[standards.Residence]()
	return b.record([]string{"code", "result", "zh", "en"},
		field{"code", object{{"type", "string"}, {"enum", codes}}}, field{"part", words[benefit.Name]()}, field{"member", text}, field{"residence", kind}, field{"under", kind},
		field{"result", words[benefit.Result]()}, field{"left", b.quantity()}, field{"op", text}, field{"right", b.quantity()},
		field{"terms", list(b.record([]string{"what", "times"}, field{"what", text}, field{"member", text}, field{"yuan", b.sums()}, field{"per", words[standards.Period]()},
			field{"bound", words[standards.Bound]()}, field{"times", text}))},
		field{"value", b.quantity()}, field{"document", text}, field{"clause", text}, field{"reading", words[standards.Reading]()},
		field{"choice", object{{"enum", choices}}}, field{"planned", flag}, field{"zh", text}, field{"en", text})
}

func (b builder) decision() object {
	hash := object{{"type", "string"}, {"pattern", "^([0-9a-f]{64})?$"}}
	figure := []field{{"figure", keys()}, {"place", place}, {"residence", words[standards.Residence]()}, {"of", text}}
	need := append([]field{{"member", text}, {"fact", words[benefit.Fact]()}}, slices.Clone(figure)...)
	need = append(need, field{"above", b.amount()}, field{"for", list(words[benefit.Name]())})
	line := b.bounded(words[standards.Period]())
	member := b.record([]string{"id"}, field{"id", ident}, field{"tekun", b.part(field{"selfCare", words[eldercare.SelfCare]()})},
		field{"singlePerson", b.part()}, field{"living", b.part()}, field{"nursing", b.part()})
	if b.partial {
		member = append(member, field{"required", []string{"id"}})
	}
	return b.record([]string{"on", "dataVersion", "tables", "digest", "input", "category", "members", "total", "needs", "assumed", "readings", "steps"},
		field{"id", ident}, field{"on", date}, field{"dataVersion", text},
		field{"tables", list(b.record([]string{"id", "kind", "sha256"}, field{"id", text}, field{"kind", words[standards.OverlayKind]()}, field{"sha256", hash}))},
		field{"digest", hash}, field{"input", hash}, field{"category", words[benefit.Category]()},
		field{"dibao", b.record([]string{"verdict", "members"}, field{"verdict", verdicts()}, field{"payment", b.payment()}, field{"ifMet", b.payment()},
			field{"lines", b.record(nil, field{"urban", line}, field{"rural", line})}, field{"members", object{{"type", "integer"}, {"minimum", 1}}},
			field{"notCovered", object{{"type", "integer"}, {"minimum", 1}}}, field{"income", b.amount()})},
		field{"lowIncome", b.record([]string{"verdict"}, field{"verdict", verdicts()})},
		field{"members", list(member)}, field{"total", b.payment()},
		field{"needs", list(b.record([]string{"for"}, need...))},
		field{"assumed", list(b.record([]string{"fact", "as"}, field{"fact", words[benefit.Fact]()}, field{"as", text}, field{"members", list(text)}))},
		field{"carried", list(b.record([]string{"figure", "place"}, figure...))},
		field{"readings", b.readings()}, field{"steps", list(b.step())})
}

// account is the schema of the history and the payments of package months.
func (b builder) account() object {
	month := object{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}}
	var parts []string
	for _, n := range benefit.Paying.List() {
		parts = append(parts, n.String())
	}
	part := object{{"type", "string"}, {"enum", parts}}
	ofMember := field{"allOf", []object{{
		{"if", object{{"properties", object{{"part", object{{"const", benefit.Dibao.String()}}}}}}},
		{"then", object{{"properties", object{{"member", false}}}}},
		{"else", object{{"required", []string{"member"}}}},
	}}}
	applied := field{"allOf", []object{ofMember.value.([]object)[0], {
		{"if", object{{"properties", object{{"part", object{{"enum", []string{benefit.Living.String(), benefit.Nursing.String()}}}}}}}},
		{"then", object{{"required", []string{"applied"}}}},
	}}}
	version := b.record([]string{"from", "recorded", "household"}, field{"from", date}, field{"recorded", date}, field{"note", text}, field{"household", b.household()})
	grant := append(b.record([]string{"part", "approved"}, field{"part", part}, field{"member", ident}, field{"applied", date}, field{"approved", date}, field{"recorded", date},
		field{"ended", date}), applied)
	payment := append(b.record([]string{"month", "part", "yuan", "paid"}, field{"month", month}, field{"part", part}, field{"member", ident}, field{"yuan", money}, field{"paid", date},
		field{"returned", words[standards.Answer]()}), ofMember)
	history := b.record([]string{"id", "versions"}, field{"id", ident}, field{"versions", list(version)}, field{"grants", list(grant)}, field{"reviews", list(date)})
	return b.record([]string{"history", "payments"}, field{"history", history}, field{"payments", list(payment)})
}

// tables is the schema of a tables file. What a row may state goes by its key.
func (b builder) tables() object {
	filled := object{{"type", "string"}, {"minLength", 1}, {"not", object{{"const", draft.Blank}}}}
	whole := object{{"type", "integer"}, {"minimum", 0}}
	percent := object{{"anyOf", []object{{{"type", "string"}, {"pattern", `^[0-9]{1,3}(\.[0-9]{1,4})?$`}}, {{"type", "number"}, {"minimum", 0}, {"maximum", 100}}}}}
	row := b.record([]string{"key", "place", "from"},
		field{"key", keys()}, field{"place", place}, field{"residence", words[standards.Residence]()}, field{"of", filled}, field{"yuan", money}, field{"per", words[standards.Period]()},
		field{"ratio", object{{"type", "string"}, {"pattern", `^[1-9][0-9]*(/[1-9][0-9]*)?$`}}}, field{"percent", percent}, field{"count", whole}, field{"age", whole},
		field{"bound", words[standards.Bound]()}, field{"from", date}, field{"until", date}, field{"clause", filled}, field{"printed", filled},
		field{"document", text}, field{"standing", text}, field{"note", text})
	row = append(row, field{"allOf", rowRules()})
	return b.record([]string{"id", "kind"},
		field{"id", object{{"type", "string"}, {"pattern", "^[A-Za-z0-9._-]{1,64}$"}, {"not", object{{"const", draft.Blank}}}}}, field{"kind", words[standards.OverlayKind]()},
		field{"title", filled}, field{"number", filled}, field{"issuer", filled}, field{"issued", date},
		field{"rows", append(list(row), field{"maxItems", draft.MaxRows})}, field{"readings", b.readings()}, field{"carry", date}, field{"note", text})
}

// rowRules say for each key which value a row of it states, and by what it goes.
func rowRules() []object {
	forms := []struct {
		form standards.Form
		name string
	}{{standards.Money, "yuan"}, {standards.Ratio, "ratio"}, {standards.Share, "percent"}, {standards.Count, "count"}, {standards.Age, "age"}}
	var rules []object
	for _, info := range standards.Keys() {
		var barred object
		var values []object
		for _, f := range forms {
			if info.Form&f.form == 0 {
				barred = append(barred, field{f.name, false})
				continue
			}
			needs := []string{f.name}
			if f.form == standards.Money {
				needs = append(needs, "per")
			}
			values = append(values, object{{"required", needs}})
		}
		if info.Form&standards.Money == 0 {
			barred = append(barred, field{"per", false})
		}
		if info.Form&standards.Money != 0 && info.Per != 0 {
			barred = append(barred, field{"per", object{{"const", info.Per.String()}}})
		}
		if !info.Residence {
			barred = append(barred, field{"residence", false})
		}
		if info.Form == standards.Listing {
			barred = append(barred, field{"bound", false})
		}
		switch {
		case info.Key == standards.Key(standards.EldercareSubsidy):
			barred = append(barred, field{"of", object{{"pattern", "^([1-9][0-9]{0,2})?(/?(full|partial|none))?$"}}})
		case len(info.Of) > 0:
			barred = append(barred, field{"of", object{{"enum", info.Of}}})
		default:
			barred = append(barred, field{"of", false})
		}
		then := object{{"title", info.Text.Zh + " / " + info.Text.En}, {"properties", barred}}
		if len(values) > 0 {
			then = append(then, field{"oneOf", values})
		}
		if info.OfNeeded {
			then = append(then, field{"required", []string{"of"}})
		}
		rules = append(rules, object{{"if", object{{"properties", object{{"key", object{{"const", info.Name}}}}}, {"required", []string{"key"}}}}, {"then", then}})
	}
	return rules
}
