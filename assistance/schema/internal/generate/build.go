package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/schema"
)

// file is one schema.
type file struct {
	name   string
	schema object
}

// files are the schemas of all formats.
func files() []file {
	household, decision, tables, account, cases := newBuilder(), newBuilder(), newBuilder(), newBuilder(), newBuilder()
	reform, summary, budget := newBuilder(), newBuilder(), newBuilder()
	return []file{
		household.file("household", "家庭", "household",
			"审核一户所需的事实；未载明的不等于“无”", "the facts of one household; what is not stated is never the same as none",
			household.household()),
		decision.file("decision", "决定", "decision",
			"某日对一户的审核结果，以及所依据、所缺少、所推定的事项", "what a household is due on a day, and what that rests on, needs and assumes",
			decision.decision()),
		tables.file("tables", "数据表文件", "tables file",
			"草案（draft）或补充（supplement）：叠加在已公布标准之上的数据", "a draft or a supplement: figures laid over the published ones",
			tables.tables()),
		account.file("account", "账目", "account",
			"一户的历史和已发放的款项，用于逐月核算", "the history of a household and what it was paid, for decisions month by month",
			account.account()),
		cases.file("cases", "用例文件", "case file", "家庭、日期和应有的结果；expect 是决定的一部分，载明的字段必须相符",
			"households, days and what must come out; expect is part of a decision, and fields that are stated must match",
			cases.cases()),
		reform.file("reform", "草案测算", "comparison of drafts", "程序 reform 以 -json 输出的结果：费用、增减、理由、上下限、断崖、各方案和逐个数值的测算",
			"what the program reform prints with -json: costs, gains and losses with reasons, bounds, cliffs, variants and sweeps", reform.reform()),
		summary.file("summary", "汇总", "summary",
			"程序 caseload 以 -summary 写出的汇总：应发金额、类别、待定和认定的事项、与现发放金额的比较、对登记表的核对",
			"what the program caseload writes with -summary: what is due, categories, what is needed and assumed, "+
				"what is paid beside it, and the check of a register of households", summary.summary()),
		budget.file("budget", "资金测算", "search for a budget",
			"程序 budget 以 -json 输出的结果：恰好用完资金的数值，以及两侧最接近的数值",
			"what the program budget prints with -json: the amounts that spend the budget, and the nearest on both sides",
			budget.budget()),
	}
}

// builder makes the schema of a format, or of a part of one that may state any of its fields, and
// null for those that must not be there.
type builder struct {
	partial bool
	defs    map[string]object // by name; nil while one is being made
}

func newBuilder() builder { return builder{defs: map[string]object{}} }

// file completes the schema of a format.
func (b builder) file(format, zh, en, zhMore, enMore string, s object) file {
	name := format + ".schema.json"
	head := object{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", schema.Base + name},
		{"title", zh + " / " + en}, {"description", zhMore + " / " + enMore}}
	var defs object
	for _, name := range slices.Sorted(maps.Keys(b.defs)) {
		defs = append(defs, field{name, b.defs[name]})
	}
	return file{name, append(append(head, s...), field{"$defs", defs})}
}

// def refers to the definition of a name, which make makes the first time. Definitions of one name
// are the same in all schemas; those of parts of a decision have names of their own.
func (b builder) def(name string, make func() object) object {
	if _, ok := b.defs[name]; !ok {
		b.defs[name] = nil
		b.defs[name] = make()
	}
	return object{{"$ref", "#/$defs/" + name}}
}

// own is def of what differs between a decision and an expected part of one.
func (b builder) own(name string, make func() object) object {
	if b.partial {
		name = "expected-" + name
	}
	return b.def(name, make)
}

// is refers to the definition of a name as s.
func (b builder) is(name string, s object) object { return b.def(name, func() object { return s }) }

// record is an object of these fields and no others.
func (b builder) record(required []string, fields ...field) object {
	for i, f := range fields {
		s := f.value.(object)
		if b.partial {
			s = object{{"anyOf", []object{s, {{"type", "null"}}}}}
		}
		if s[0].name != "title" {
			s = labelled(f.name, s)
		}
		fields[i].value = s
	}
	o := object{{"type", "object"}, {"additionalProperties", false}}
	if len(required) > 0 && !b.partial {
		o = append(o, field{"required", required})
	}
	return append(o, field{"properties", object(fields)})
}

// labelled gives a field its title and description in Chinese and English. A field without them
// fails the test.
func labelled(name string, s object) object {
	text, ok := labelOf(name)
	if !ok {
		panic(fmt.Sprintf("schema: no title for %s", name))
	}
	return titled(text, s)
}

// titled gives s a title and a description, each in Chinese and English.
func titled(text [4]string, s object) object {
	return append(object{{"title", text[0] + " / " + text[1]}, {"description", text[2] + " / " + text[3]}}, s...)
}

func list(of object) object { return object{{"type", "array"}, {"items", of}} }

// word is a string that is one of list.
func word(list []string) object { return object{{"type", "string"}, {"enum", list}} }

// words are those of a type whose values count up from one.
func words[T interface {
	~uint8
	String() string
}]() object {
	var list []string
	for v := T(1); v != 0 && v.String() != ""; v++ {
		list = append(list, v.String())
	}
	return word(list)
}

var (
	text = object{{"type", "string"}}
	flag = object{{"const", true}}
)

// noSpace is the pattern of ids: no spaces and no control characters. Classes such as \s and \p
// differ between languages, so it names them one by one.
const noSpace = `^[^\x00-\x20\x7F-\xA0` + "\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000" + `]{1,64}$`

func (b builder) date() object {
	return b.is("date", object{{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}})
}

func (b builder) id() object { return b.is("id", object{{"type", "string"}, {"pattern", noSpace}}) }

func (b builder) place() object { return b.is("place", object{{"type", "string"}, {"minLength", 1}}) }

// yuan is money as anyone writes it. That a number has at most two decimals is not said: validators
// that compute in binary would refuse 0.29.
func (b builder) yuan() object {
	return b.is("yuan", object{{"anyOf", []object{
		{{"type", "string"}, {"pattern", `^(0|[1-9][0-9]*)(\.[0-9]{1,2})?$`}},
		{{"type", "number"}, {"minimum", 0}},
	}}})
}
