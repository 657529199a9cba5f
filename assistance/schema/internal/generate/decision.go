package main

import (
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// decision is the schema of a decision, or of an expected part of one.
func (b builder) decision() object {
	return b.own("decision", func() object {
		need := append([]field{{"member", text}, {"fact", b.neededFact()}}, b.figure()...)
		need = append(need, field{"above", b.amount()}, field{"for", list(b.benefit())})
		assumed := b.record([]string{"fact", "as"}, field{"fact", b.neededFact()}, field{"as", text},
			field{"members", list(text)})
		return b.record([]string{"on", "dataVersion", "tables", "digest", "input", "category", "members", "total", "needs",
			"assumed", "readings", "steps"},
			field{"id", b.id()}, field{"on", b.date()},
			field{"format", object{{"type", "integer"}, {"minimum", 1}, {"maximum", assistance.Format}}},
			field{"dataVersion", text}, field{"tables", list(b.tablesFile())},
			field{"digest", b.hash()}, field{"input", b.hash()},
			field{"category", b.is("category", words[benefit.Category]())},
			field{"dibao", b.dibao()}, field{"lowIncome", b.record([]string{"verdict"},
				field{"verdict", b.verdict()})},
			field{"members", list(b.memberDecision())}, field{"total", b.payment()},
			field{"needs", list(b.record([]string{"for"}, need...))}, field{"assumed", list(assumed)},
			field{"carried", list(b.record([]string{"figure", "place"}, b.figure()...))},
			field{"readings", b.readings()}, field{"steps", list(b.step())})
	})
}

// tablesFile names a tables file that a result rests on.
func (b builder) tablesFile() object {
	return b.record([]string{"id", "kind", "sha256"}, field{"id", text}, field{"kind", b.overlayKind()},
		field{"sha256", b.hash()})
}

func (b builder) dibao() object {
	people := object{{"type", "integer"}, {"minimum", 1}}
	line := b.bounded(b.period())
	return b.own("dibao", func() object {
		return b.record([]string{"verdict", "members"}, field{"verdict", b.verdict()},
			field{"payment", b.payment()}, field{"ifMet", b.payment()},
			field{"lines", b.record(nil, field{"urban", line}, field{"rural", line})}, field{"members", people},
			field{"notCovered", people}, field{"income", b.amount()})
	})
}

// memberDecision describes the decision on a member, who is always named.
func (b builder) memberDecision() object {
	return b.own("member-decision", func() object {
		member := b.record([]string{"id"}, field{"id", b.id()}, field{"tekun", b.tekun()},
			field{"singlePerson", b.part()}, field{"living", b.part()}, field{"nursing", b.part()})
		if b.partial {
			member = append(member, field{"required", []string{"id"}})
		}
		return member
	})
}

func (b builder) tekun() object {
	return b.own("tekun", func() object {
		return b.record(nil, append(b.partFields(),
			field{"selfCare", b.is("selfCare", words[eldercare.SelfCare]())})...)
	})
}

func (b builder) part() object {
	return b.own("part", func() object { return b.record([]string{"verdict"}, b.partFields()...) })
}

func (b builder) partFields() []field {
	return []field{{"verdict", b.verdict()}, {"payment", b.payment()}, {"ifMet", b.payment()}}
}

// sums says how money is written: as decisions print it, or in an expectation as anyone would.
func (b builder) sums() object {
	if b.partial {
		return b.yuan()
	}
	return b.is("printed-yuan", object{{"type", "string"}, {"pattern", `^(0|[1-9][0-9]*)\.[0-9]{2}$`}})
}

func (b builder) amount() object {
	return b.own("amount", func() object {
		return b.record([]string{"yuan", "per"}, field{"yuan", b.sums()}, field{"per", b.period()})
	})
}

func (b builder) bounded(per object) object {
	return b.record([]string{"yuan", "per", "bound"}, field{"yuan", b.sums()}, field{"per", per},
		field{"bound", b.bound()})
}

func (b builder) payment() object {
	return b.own("payment", func() object { return b.bounded(object{{"const", standards.PerMonth.String()}}) })
}

func (b builder) hash() object {
	return b.is("sha256", object{{"type", "string"}, {"pattern", "^([0-9a-f]{64})?$"}})
}

func (b builder) overlayKind() object { return b.is("tables-kind", words[standards.OverlayKind]()) }

func (b builder) neededFact() object { return b.is("fact", words[benefit.Fact]()) }

func (b builder) benefit() object { return b.is("benefit", words[benefit.Name]()) }

func (b builder) verdict() object {
	var list []string
	for v := benefit.Eligible; v.String() != ""; v++ {
		list = append(list, v.String())
	}
	return b.is("verdict", word(list))
}

// figure is a key of the tables with what it goes by.
func (b builder) figure() []field {
	return []field{{"figure", b.key()}, {"place", b.place()}, {"residence", b.residence()}, {"of", text}}
}

// key is one of the names of all keys.
func (b builder) key() object {
	var list []string
	for _, k := range standards.Keys() {
		list = append(list, k.Name)
	}
	return b.is("key", word(list))
}

func (b builder) readings() object {
	return b.def("readings", func() object {
		var fields object
		for _, r := range standards.AllReadings() {
			fields = append(fields, field{r.Name, titled(
				[4]string{r.ID + " " + r.Question.Zh, r.Question.En, r.Why.Zh, r.Why.En}, object{{"enum", choices(r)}})})
		}
		return object{{"type", "object"}, {"additionalProperties", false}, {"properties", fields}}
	})
}

func choices(of ...standards.ReadingInfo) []string {
	var list []string
	for _, r := range of {
		for _, c := range r.Choices {
			if !slices.Contains(list, c.String()) {
				list = append(list, c.String())
			}
		}
	}
	return list
}

func (b builder) quantity() object {
	return b.own("quantity", func() object {
		return b.record(nil, field{"yuan", b.sums()}, field{"per", b.period()}, field{"bound", b.bound()},
			field{"number", text}, field{"word", text})
	})
}

func (b builder) term() object {
	return b.own("term", func() object {
		return b.record([]string{"what", "times"}, field{"what", text}, field{"member", text},
			field{"yuan", b.sums()}, field{"per", b.period()},
			field{"bound", b.bound()}, field{"times", text})
	})
}

func (b builder) step() object {
	return b.own("step", func() object {
		var codes []string
		for _, c := range benefit.Codes() {
			if code := string(c.Code); !strings.HasPrefix(code, "eldercare-") { // which no decision has
				codes = append(codes, code)
			}
		}
		return b.record([]string{"code", "result", "zh", "en"},
			field{"code", b.is("step-code", word(codes))}, field{"part", b.benefit()}, field{"member", text},
			field{"residence", b.residence()}, field{"under", b.residence()},
			field{"in", list(text)}, field{"out", list(text)},
			field{"result", b.is("result", words[benefit.Result]())},
			field{"left", b.quantity()}, field{"op", text}, field{"right", b.quantity()},
			field{"terms", list(b.term())},
			field{"value", b.quantity()}, field{"document", text}, field{"clause", text},
			field{"reading", b.is("reading", words[standards.Reading]())},
			field{"choice", object{{"enum", choices(standards.AllReadings()...)}}}, field{"planned", flag},
			field{"zh", text}, field{"en", text})
	})
}
