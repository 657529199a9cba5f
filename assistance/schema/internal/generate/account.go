package main

import (
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// account is the schema of the history and the payments of package months.
func (b builder) account() object {
	history := b.record([]string{"id", "versions"}, field{"id", b.id()},
		field{"versions", list(b.version())}, field{"grants", list(b.grant())},
		field{"reviews", list(b.date())})
	return b.record([]string{"history", "payments"}, field{"history", history},
		field{"payments", list(b.paidMonth())})
}

func (b builder) version() object {
	return b.def("version", func() object {
		return b.record([]string{"from", "recorded", "household"}, field{"from", b.date()},
			field{"recorded", b.date()}, field{"note", text},
			field{"household", b.household()}, field{"marked", b.is("answer", words[standards.Answer]())})
	})
}

func (b builder) grant() object {
	subsidies := []string{benefit.Living.String(), benefit.Nursing.String()}
	return b.def("grant", func() object {
		grant := b.record([]string{"part", "approved"}, field{"part", b.paying()}, field{"member", b.id()},
			field{"applied", b.date()},
			field{"approved", b.date()}, field{"recorded", b.date()}, field{"ended", b.date()})
		return append(grant, field{"allOf", []object{memberUnlessDibao(),
			whenPart(object{{"enum", subsidies}}, object{{"required", []string{"applied"}}})}})
	})
}

func (b builder) paidMonth() object {
	month := object{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}}
	return b.def("paid-month", func() object {
		payment := b.record([]string{"month", "part", "yuan", "paid"}, field{"month", month},
			field{"part", b.paying()}, field{"member", b.id()},
			field{"yuan", b.yuan()}, field{"paid", b.date()},
			field{"returned", b.is("answer", words[standards.Answer]())})
		return append(payment, field{"allOf", []object{memberUnlessDibao()}})
	})
}

// paying are the parts that pay.
func (b builder) paying() object {
	var parts []string
	for _, n := range benefit.Paying.List() {
		parts = append(parts, n.String())
	}
	return b.is("paying-benefit", word(parts))
}

// memberUnlessDibao says that dibao is the household's, and any other benefit a member's.
func memberUnlessDibao() object {
	return append(whenPart(object{{"const", benefit.Dibao.String()}}, object{{"properties", object{{"member", false}}}}),
		field{"else", object{{"required", []string{"member"}}}})
}

// whenPart is then of what states such a part.
func whenPart(part, then object) object {
	return object{{"if", object{{"properties", object{{"part", part}}}}}, {"then", then}}
}
