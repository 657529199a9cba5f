package main

import (
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
)

// household is the schema of a household: its fields are those of assistance.Fields.
func (b builder) household() object {
	return b.def("household", func() object {
		var household, member, certificate []fields.Field
		for _, f := range assistance.Fields() {
			name, part := strings.CutPrefix(f.Name, "disability.")
			switch {
			case part:
				f.Name = name
				certificate = append(certificate, f)
			case f.OfMember:
				member = append(member, f)
			default:
				household = append(household, f)
			}
		}
		of := func(known []fields.Field, more ...field) object {
			return b.record(required(known), append(b.facts(known), more...)...)
		}
		members := append(list(b.def("member", func() object {
			return of(member, field{"disability", b.def("certificate", func() object { return of(certificate) })})
		})), field{"minItems", 1}, field{"maxItems", assistance.MaxMembers})
		return b.record(append(required(household), "members"), append(b.facts(household),
			field{"members", members})...)
	})
}

func required(known []fields.Field) []string {
	var names []string
	for _, f := range known {
		if f.Required {
			names = append(names, f.Name)
		}
	}
	return names
}

// facts are fields with their titles.
func (b builder) facts(known []fields.Field) []field {
	all := make([]field, len(known))
	for i, f := range known {
		all[i] = field{f.Name, titled(textOf(f), b.fact(f))}
	}
	return all
}

// textOf is the title of a field in Chinese and English, and its description in both.
func textOf(f fields.Field) [4]string {
	zh, en := standards.Chinese, standards.English
	return [4]string{f.Label.In(zh), f.Label.In(en), f.Hint.In(zh), f.Hint.In(en)}
}

// fact is the schema of a field by its kind.
func (b builder) fact(f fields.Field) object {
	switch f.Kind {
	case fields.IDKind:
		return b.id()
	case fields.DateKind:
		return b.date()
	case fields.PlaceKind:
		return b.place()
	case fields.WordKind:
		return b.factWord(f)
	case fields.WordsKind:
		return append(list(b.factWord(f)), field{"maxItems", len(f.Words)}, field{"uniqueItems", true})
	case fields.IncomesKind:
		return append(list(b.income(f)), field{"maxItems", assistance.MaxIncomes})
	case fields.AmountKind:
		return b.stated()
	case fields.NumberKind:
		return b.number(f.Name)
	case fields.ComponentsKind:
		return append(list(b.component()), field{"minItems", 2}, field{"maxItems", int(disability.Multiple) - 1})
	}
	panic("schema: no schema for the kind of " + f.Name)
}

// factWord is one of the words of a field, under a name that no other words have.
func (b builder) factWord(f fields.Field) object {
	list := make([]string, len(f.Words))
	for i, w := range f.Words {
		list[i] = w.Word
	}
	name := f.Name
	switch {
	case list[0] == "yes":
		name = "answer"
	case name == "category":
		name = "disability-category"
	case name == "cannot":
		name = "activity"
	}
	return b.is(name, word(list))
}

// number is the schema of a whole number within its limits.
func (b builder) number(name string) object {
	least, most := 1, assistance.MaxWeight
	if name == "grade" {
		least, most = disability.MostSevere, disability.LeastSevere
	}
	return object{{"type", "integer"}, {"minimum", least}, {"maximum", most}}
}

func (b builder) income(f fields.Field) object {
	return b.def("income", func() object {
		kinds := make([]string, len(f.Words))
		for i, w := range f.Words {
			kinds[i] = w.Word
		}
		months := object{{"type", "integer"}, {"minimum", 1}, {"maximum", standards.MonthsPerYear}}
		return b.record([]string{"kind", "yuan", "per"}, field{"kind", b.is("income-kind", word(kinds))},
			field{"yuan", b.yuan()},
			field{"per", b.period()}, field{"months", months})
	})
}

// stated is an amount as a household states it.
func (b builder) stated() object {
	return b.def("stated-amount", func() object {
		return b.record([]string{"yuan", "per"}, field{"yuan", b.yuan()}, field{"per", b.period()})
	})
}

func (b builder) component() object {
	return b.def("component", func() object {
		return b.record([]string{"category", "grade"},
			field{"category", b.is("disability-category", words[disability.Category]())},
			field{"grade", b.number("grade")})
	})
}

func (b builder) period() object { return b.is("period", words[standards.Period]()) }

func (b builder) residence() object { return b.is("residence", words[standards.Residence]()) }

func (b builder) bound() object { return b.is("bound", words[standards.Bound]()) }
