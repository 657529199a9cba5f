package main

import (
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// tables is the schema of a tables file.
func (b builder) tables() object {
	id := object{{"type", "string"}, {"pattern", "^[A-Za-z0-9._-]{1,64}$"}, {"not", object{{"const", draft.Blank}}}}
	return b.record([]string{"id", "kind"},
		field{"id", id}, field{"kind", b.overlayKind()}, field{"title", b.filled()},
		field{"number", b.filled()}, field{"issuer", b.filled()},
		field{"issued", b.date()}, field{"approvedBy", b.filled()},
		field{"rows", append(list(b.row()), field{"maxItems", draft.MaxRows})},
		field{"readings", b.readings()},
		field{"carry", b.date()}, field{"note", text})
}

// filled is a text that is not left as a template has it.
func (b builder) filled() object {
	return b.is("filled", object{{"type", "string"}, {"minLength", 1}, {"not", object{{"const", draft.Blank}}}})
}

// row is the schema of a row. What it may state goes by its key.
func (b builder) row() object {
	whole := object{{"type", "integer"}, {"minimum", 0}}
	ratio := object{{"type", "string"}, {"pattern", `^[1-9][0-9]*(/[1-9][0-9]*)?$`}}
	percent := object{{"anyOf", []object{
		{{"type", "string"}, {"pattern", `^[0-9]{1,3}(\.[0-9]{1,4})?$`}},
		{{"type", "number"}, {"minimum", 0}, {"maximum", 100}},
	}}}
	return b.def("row", func() object {
		row := b.record([]string{"key", "place", "from"},
			field{"key", b.key()}, field{"place", b.place()}, field{"residence", b.residence()},
			field{"of", b.filled()},
			field{"yuan", b.yuan()}, field{"per", b.period()}, field{"ratio", ratio},
			field{"percent", percent}, field{"count", whole}, field{"age", whole},
			field{"bound", b.bound()}, field{"strike", object{{"type", "boolean"}}},
			field{"from", b.date()}, field{"until", b.date()},
			field{"clause", b.filled()}, field{"printed", b.filled()}, field{"at", b.filled()},
			field{"document", text}, field{"standing", text}, field{"file", text},
			field{"completeness", text}, field{"sha256", text}, field{"address", text}, field{"note", text})
		return append(row, field{"allOf", rowRules()})
	})
}

// rowRules say for each key which value a row of it states, and by what it goes.
func rowRules() []object {
	forms := []struct {
		form standards.Form
		name string
	}{{standards.Money, "yuan"}, {standards.Ratio, "ratio"}, {standards.Share, "percent"}, {standards.Count, "count"},
		{standards.Age, "age"}}
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
		} else {
			barred = append(barred, field{"strike", false})
		}
		switch {
		case info.Key == standards.Key(standards.EldercareSubsidy):
			barred = append(barred, field{"of", object{{"type", "string"},
				{"pattern", "^([1-9][0-9]{0,2})?(/?(full|partial|none))?$"}}})
		case info.Key == standards.Key(standards.DibaoTopUp):
			barred = append(barred, field{"of", object{{"type", "string"},
				{"pattern", "^((elderly|minor)(/[1-9][0-9]{0,2})?|severe-disability(/[1-4])?|serious-illness)$"}}})
		case info.Key == standards.Key(standards.DibaoBand):
			barred = append(barred, field{"of", object{{"type", "string"}, {"pattern", "^(0|[1-9][0-9]*)([.][0-9]{1,2})?$"}}})
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
		ofKey := object{{"properties", object{{"key", object{{"const", info.Name}}}}}, {"required", []string{"key"}}}
		rules = append(rules, object{{"if", ofKey}, {"then", then}})
	}
	return rules
}
