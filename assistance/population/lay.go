package population

import (
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
)

// SoughtID begins the id of the draft that Lay lays.
const SoughtID = "sought-figure"

// Lay returns tables under which a line, a rate or a number holds on a day, as if it were sought.
// Where a tables file states the figure for the same place and kinds of hukou, Lay replaces its
// value and bound there; otherwise it lays row as a draft, whose id begins with [SoughtID]. It
// reports the standards.RowErrors of a value that cannot be laid.
func Lay(tables *standards.Tables, row standards.Standard, day standards.Date) (*standards.Tables, error) {
	row.From, row.Until = day, day.Next()
	overlays, laid := tables.Overlays(), false
	for _, o := range overlays {
		for j := range o.Rows {
			r := &o.Rows[j]
			if r.Key == row.Key && r.Place == row.Place && r.Residence == row.Residence && r.Of == row.Of && r.InForce(day) {
				r.Amount, r.Number, r.Bound, laid = row.Amount, row.Number, row.Bound, true
			}
		}
	}
	if !laid {
		overlays = append(overlays, standards.Overlay{
			ID:    freeID(overlays),
			Kind:  standards.Draft,
			Title: "the figure that is sought",
			Rows:  []standards.Standard{row},
		})
	}
	return relaid(tables, overlays)
}

// relaid returns the published tables with other files laid over them, under the readings of
// tables.
func relaid(tables *standards.Tables, overlays []standards.Overlay) (*standards.Tables, error) {
	laid, err := standards.Published().With(overlays...)
	if err != nil {
		return nil, err
	}
	choices := tables.Choices()
	return laid.Choose(choices[:]...), nil
}

// freeID returns an id that none of the tables files has.
func freeID(overlays []standards.Overlay) string {
	id := SoughtID
	for slices.ContainsFunc(overlays, func(o standards.Overlay) bool { return o.ID == id }) {
		id += "-"
	}
	return id
}
