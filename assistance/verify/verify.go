package verify

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Verification (复核) says whether a decision is what its household, day and tables give now, and
// otherwise what differs: the household, the tables, the fields of the decision, the figures it
// rests on.
type Verification struct {
	ID string         `json:"id,omitempty"` // of the decision's household
	On standards.Date `json:"on"`
	// AnotherHousehold says that the household handed in has another id, OtherID. Nothing more is
	// compared then.
	AnotherHousehold bool   `json:"anotherHousehold,omitzero"`
	OtherID          string `json:"otherId,omitempty"`
	// AnotherForm says that the decision was made with another form of the digests: neither the
	// household nor the standards can be compared by them.
	AnotherForm bool `json:"anotherForm,omitzero"`
	// FactsChanged says that the household handed in is not stated as it was.
	FactsChanged bool                `json:"factsChanged,omitzero"`
	Input        [2]standards.Digest `json:"input"`             // of the household: the decision's, and that of the one handed in
	DataVersion  [2]string           `json:"dataVersion"`       // of the published rows: then and now
	Tables       []TablesDifference  `json:"tables,omitempty"`  // the tables files that differ
	Digest       [2]standards.Digest `json:"digest"`            // of the standards: then and now
	Fields       []FieldDifference   `json:"fields,omitempty"`  // of the decision
	Figures      []FigureDifference  `json:"figures,omitempty"` // that the decision rests on
	Now          assistance.Decision `json:"now"`               // the decision made again; with steps if the old one has them
}

// TablesDifference is a tables file whose content differs, or that only one side has. The side
// without it is zero.
type TablesDifference struct {
	Then standards.TableRef `json:"then,omitzero"`
	Now  standards.TableRef `json:"now,omitzero"`
}

// FieldDifference is a field of the wire format that differs, such as dibao.payment.yuan or
// members[son].living.verdict. A side that does not have the field is empty.
//
// If a list has the same elements in another order, Path is the list, and each side names the first
// two that changed places. Of the text of a step, Now is what the step's own fields say.
type FieldDifference struct {
	Path string `json:"path"`
	Then string `json:"then"`
	Now  string `json:"now"`
}

// FigureDifference is a figure that differs, and the row that states it now. A side on which the
// figure is not on record is zero.
type FigureDifference struct {
	Figure benefit.Figure     `json:"figure"`
	Then   benefit.Quantity   `json:"then,omitzero"`
	Now    benefit.Quantity   `json:"now,omitzero"`
	Row    standards.Standard `json:"-"`
}

// Decision decides h again for the day of old under tables and compares the two. The old decision
// may have been read from JSON, with steps or without, and made by an earlier version. Decision
// reports [assistance.Errors] if h cannot be used, and a *standards.DayError for a day that the
// tables do not cover.
//
// If facts were filled in for old that its household does not state, pass h with the same facts
// filled in, and list them in filled as for [assistance.Decision.Assume].
//
// Differing figures are the dibao lines and the rates of the disability subsidies that were paid;
// others are told only if old has steps.
func Decision(old assistance.Decision, h assistance.Household, tables *standards.Tables,
	filled ...benefit.Assumption) (Verification, error) {
	set, err := tables.At(old.On)
	if err != nil {
		return Verification{}, err
	}
	decide := assistance.Assess
	if len(old.Steps) > 0 {
		decide = assistance.Explain
	}
	now, err := decide(set, h)
	if err != nil {
		return Verification{}, err
	}
	now.Assume(filled...)
	v := Verification{
		ID: old.ID, On: old.On, Now: now,
		Input:       [2]standards.Digest{old.Input, now.Input},
		DataVersion: [2]string{old.DataVersion, now.DataVersion},
		Digest:      [2]standards.Digest{old.Digest, now.Digest},
		Tables:      compareTables(old.Tables, now.Tables),
	}
	if old.ID != h.ID {
		v.AnotherHousehold, v.OtherID = true, h.ID
		return v, nil
	}
	v.AnotherForm = old.Format != now.Format
	v.FactsChanged = old.Input != now.Input && !v.AnotherForm
	if v.Fields, err = compareFields(old, now); err != nil {
		return Verification{}, err
	}
	v.Figures = compareFigures(&old, &now, &h, set)
	return v, nil
}

// Same reports whether the decision stands: the same household, decided alike in every field, with
// the same steps in the same order. Standards that differ where the decision does not rest on them
// do not matter here; see [Verification.SameStandards].
func (v *Verification) Same() bool {
	if v == nil {
		return false
	}
	return !v.AnotherHousehold && !v.AnotherForm && !v.FactsChanged && len(v.Fields) == 0
}

// SameStandards reports whether the standards are those that the decision names: its data version,
// its tables files and its digest. If they are not, what the decision says of them is not verified,
// even if it is decided alike.
func (v *Verification) SameStandards() bool {
	if v == nil {
		return false
	}
	return v.DataVersion[0] == v.DataVersion[1] && v.Digest[0] == v.Digest[1] && len(v.Tables) == 0
}

func compareTables(then, now []standards.TableRef) []TablesDifference {
	find := func(list []standards.TableRef, id string) standards.TableRef {
		if i := slices.IndexFunc(list, func(r standards.TableRef) bool { return r.ID == id }); i >= 0 {
			return list[i]
		}
		return standards.TableRef{}
	}
	var differ []TablesDifference
	for _, r := range then {
		if other := find(now, r.ID); other != r {
			differ = append(differ, TablesDifference{r, other})
		}
	}
	for _, r := range now {
		if find(then, r.ID) == (standards.TableRef{}) {
			differ = append(differ, TablesDifference{Now: r})
		}
	}
	return differ
}
