package assistance

import (
	"cmp"
	"slices"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Format is the version of the wire format of decisions, and of the definitions of their digests. A
// decision made under another one can be decided again, but not compared by its digests.
const Format = 1

// Decision says what a household is due on one day, what that rests on, and what it needs and
// assumes. It is plain data: what is decoded from JSON is what was encoded.
type Decision struct {
	ID          string               // of the household
	On          standards.Date       // the day that is decided for
	Format      int                  // of the wire format and the two digests, see [Format]; 0: an older one
	DataVersion string               // of the published rows
	Tables      []standards.TableRef // the tables files that govern the household's places
	Digest      standards.Digest     // of the standards that do
	Input       standards.Digest     // of the household as checked
	Category    benefit.Category
	Dibao       Dibao            // zero: not examined
	LowIncome   benefit.Part     // verdict only
	Members     []MemberDecision // in the household's order
	Total       benefit.Payment  // a month; at least, where something is open
	Needs       []benefit.Need   // what undetermined verdicts and missing amounts wait for
	Assumed     []benefit.Assumption
	Carried     []benefit.Figure  // the city's figures that a draft's carry lets go on, and that were used
	Readings    standards.Choices // those that the decision turns on
	Steps       []benefit.Step    // by Explain
}

// Dibao holds the decision on the household's dibao (最低生活保障).
type Dibao struct {
	benefit.Part
	Lines   Lines // by kind of hukou, of those present and on record
	Members int   // who count
	// NotCovered counts those of Members whose kind of hukou is not eligible, or undetermined, in a
	// household that is eligible by the other kind: nothing is paid for them. Where a kind of hukou is
	// not stated, it is as many as that may be.
	NotCovered int
	Income     standards.Amount // of those who count, a year; not stated where it depends on the kind of hukou
}

// Covered returns how many people dibao covers if it is due: those whose recipient-months count.
func (d Dibao) Covered() int { return d.Members - d.NotCovered }

// Lines holds the dibao lines by kind of hukou, urban and rural, and how each is known.
type Lines [2]benefit.Payment

// Of returns the line of kind r, zero where it is not on record or nobody is of that kind.
func (l Lines) Of(r standards.Residence) benefit.Payment {
	if r == standards.Urban || r == standards.Rural {
		return l[r-1]
	}
	return benefit.Payment{}
}

// Tekun holds the decision on a member's tekun support (特困人员救助供养). SelfCare stands wherever it is
// stated, even if nothing else is examined.
type Tekun struct {
	benefit.Part
	SelfCare eldercare.SelfCare
}

// MemberDecision holds the decision on one member. Parts that were not examined are zero.
type MemberDecision struct {
	ID           string
	Tekun        Tekun
	SinglePerson benefit.Part // 参照单人户
	Living       benefit.Part // 困难残疾人生活补贴
	Nursing      benefit.Part // 重度残疾人护理补贴
}

// Assume adds to what d lists as assumed the facts that were filled in before it was made, which
// its household does not state. What was taken for the same as one that is listed is joined with
// it; the order stays that of the facts, and of the household's members.
func (d *Decision) Assume(filled ...benefit.Assumption) {
	if d == nil {
		return
	}
	list := slices.Clone(d.Assumed)
	for _, one := range filled {
		i := slices.IndexFunc(list, func(a benefit.Assumption) bool {
			return a.Fact == one.Fact && a.As == one.As && (len(a.Members) == 0) == (len(one.Members) == 0)
		})
		if i < 0 {
			i = len(list)
			list = append(list, benefit.Assumption{Fact: one.Fact, As: one.As})
		}
		list[i].Members = d.inOrder(slices.Concat(list[i].Members, one.Members))
	}
	slices.SortStableFunc(list, func(a, b benefit.Assumption) int {
		return cmp.Or(cmp.Compare(a.Fact, b.Fact), cmp.Compare(min(1, len(a.Members)), min(1, len(b.Members))),
			cmp.Compare(a.As, b.As))
	})
	d.Assumed = list
}

// inOrder puts the ids of members in the household's order, each once.
func (d *Decision) inOrder(ids []string) []string {
	at := func(id string) int {
		return slices.IndexFunc(d.Members, func(m MemberDecision) bool { return m.ID == id })
	}
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(at(a), at(b)), cmp.Compare(a, b)) })
	return slices.Compact(ids)
}
