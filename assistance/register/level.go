package register

import (
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Level says what a row of a register is.
type Level uint8

const (
	LevelUnusable Level = iota // neither households nor certificates stand in it
	LevelUnkeyed               // a row is a person of a household, and no column tells households apart
	LevelMembers               // a row is a person of a household: households are decided
	// a row is a household with counts and amounts: nobody is decided, what stands there is checked
	LevelHouseholds
	LevelCertificates // a row is a person with a certificate (残疾人证): the two subsidies alone are decided
)

// personHeaders are headers that only a row about one person of a household has.
var personHeaders = []string{"成员类型", "成员类别"}

// levelOf finds what the rows are, by the columns that the header has.
func (h *header) levelOf() Level {
	person := h.has(colMember, colIDNumber)
	counts := h.has(colPeople, colCovered)
	certificate := h.has(colCertificate, colDisability) || h.has(colCategory) && h.has(colGrade)
	keyed := h.has(colHousehold, colDibaoNumber, colHeadNumber, colHead)
	related := h.has(colRelation) || slices.ContainsFunc(h.names, func(name string) bool {
		return slices.Contains(personHeaders, headingOf(name).name)
	})
	paid := h.has(colPaid, colPaidDibao, colPaidTekun)
	switch {
	case related && keyed:
		return LevelMembers
	case related:
		return LevelUnkeyed
	case h.has(colHousehold) && (person || !counts && !paid):
		return LevelMembers
	case h.has(colHead, colHeadNumber) && h.has(colMember):
		return LevelMembers
	case certificate && person && !counts && !h.has(colHead, colHeadNumber):
		return LevelCertificates
	case counts && (keyed || person), h.has(colHead, colHeadNumber, colDibaoNumber) && paid:
		return LevelHouseholds
	}
	return LevelUnusable
}

// Options say what a register does not say of itself.
type Options struct {
	// Keep names headers that are passed through in [Record.Kept] besides those that carry nothing
	// that decides. A column that is kept is read all the same.
	Keep []string

	// Names gives headers that are not known, each with the column that it is, by any of the names
	// of [Vocabulary]. Where such a header states a unit or a period itself, they have to fit.
	Names map[string]string

	// What holds for every household of the file. A row that says otherwise is refused.
	Division  standards.Place
	Residence standards.Residence
	Property  benefit.Property

	// On is the day for which households are decided, if it is known: it tells minors from grown
	// children, and whether parents count.
	On standards.Date
}

// named returns what the caller says that a header is.
func (o *Options) named(header string) (ours string, ok bool) {
	if len(o.Names) == 0 {
		return "", false
	}
	if ours, ok = o.Names[header]; ok {
		return ours, true
	}
	name := headingOf(header).name
	for theirs, ours := range o.Names {
		if headingOf(theirs).name == name {
			return ours, true
		}
	}
	return "", false
}
