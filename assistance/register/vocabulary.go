package register

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/standards"
)

// Column is a column of a register as forms and programs list it.
type Column struct {
	Name    string   // in the format
	Headers []string // by which registers call it, that of the format first
	Values  []Value  // the words that it takes, if it takes words

	says lang.Text
}

// Text says in language l what the column states.
func (c Column) Text(l standards.Lang) string { return c.says.In(l) }

// Value is a word that a column takes, and how registers write it.
type Value struct {
	Word    string // in the format
	Written []string
}

// wordsOf are the words of the columns that take words.
var wordsOf = map[column]vocabulary{
	colResidence: residenceWords, colMemberResidence: residenceWords, colProperty: propertyWords, colLowIncomeProperty: propertyWords, colOwnProperty: propertyWords,
	colOnDibao: answerWords, colCounted: answerWords, colSeriousIllness: answerWords, colWorkInjury: answerWords, colLongTermCare: answerWords,
	colRelation: relationWords, colAbsence: absenceWords, colIncomeKind: incomeWords, colIncomePer: perWords, colCategory: categoryWords, colGrade: gradeWords,
	colSupport: supportWords, colCannot: activityWords, colSelfCare: selfCareWords, colPlacement: placementWords, colChildScheme: schemeWords, colIsCovered: coverageWords,
}

// Vocabulary lists every column that a register may have, with the headers and the values that are
// read. It is made from the table of [assistance.Fields] and the columns of registers alone.
func Vocabulary() []Column {
	var list []Column
	known := assistance.Fields()
	names := columnNames()
	for _, f := range fieldOf {
		i := slices.IndexFunc(known, func(one fields.Field) bool { return one.Name == f.field && one.OfMember == f.ofMember })
		says := lang.Text{Zh: known[i].Label.In(standards.Chinese), En: known[i].Label.In(standards.English)}
		list = append(list, Column{names[f.column][0], names[f.column], valuesOf(f.column, known), says})
	}
	for _, own := range ownColumns {
		list = append(list, Column{own.names[0], own.names, valuesOf(own.column, known), own.says})
	}
	return list
}

// valuesOf lists the words of a column in their order, and how registers write them.
func valuesOf(c column, known []fields.Field) []Value {
	v, ok := wordsOf[c]
	if !ok {
		return nil
	}
	var list []Value
	find := func(word string) *Value {
		for i := range list {
			if list[i].Word == word {
				return &list[i]
			}
		}
		list = append(list, Value{Word: word})
		return &list[len(list)-1]
	}
	for _, f := range known {
		if f.Name != fieldOfWords[v] {
			continue
		}
		for _, word := range f.Words {
			if one := find(word.Word); len(one.Written) == 0 {
				one.Written = append(one.Written, word.Label.In(standards.Chinese))
			}
		}
	}
	for _, alias := range slices.SortedFunc(maps.Keys(aliases[v]), func(a, b string) int {
		return cmp.Or(cmp.Compare(aliases[v][a], aliases[v][b]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	}) {
		if one := find(aliases[v][alias]); !slices.Contains(one.Written, alias) {
			one.Written = append(one.Written, alias)
		}
	}
	if v == relationWords {
		list = append(list, Value{"minor-child | adult-child", childWords})
	}
	return list
}

// Knows reports whether a header is known: as a column, or as one that carries nothing that
// decides.
func Knows(header string) bool {
	c, _ := newDirectory().find(header)
	return c != noColumn || isPlain(header)
}
