package main

// cases is the schema of a case file. What must come out is part of a decision.
func (b builder) cases() object {
	expected := b
	expected.partial = true
	one := b.record([]string{"name", "on", "household", "expect"},
		field{"name", object{{"type", "string"}, {"minLength", 1}}}, field{"why", text}, field{"on", b.date()},
		field{"tables", labelled("caseTables", list(text))}, field{"household", b.household()},
		field{"expect", expected.decision()})
	return b.record([]string{"cases"}, field{"cases", append(list(one), field{"minItems", 1})})
}
