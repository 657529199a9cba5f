package main

import (
	"cmp"
	"slices"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
)

// subject is one of whom targets are asked, and how it stands.
type subject struct {
	*row
	targets []finding
}

// finding is one target, and what to add to the file where it cannot be checked.
type finding struct {
	eldercare.Target
	add   []column // what is not stated and would settle it
	lines []int    // the listed institutions that leave it blank, where their sum would do
}

// itemThirteen are the columns of item 13, by which a unit and its institutions are compared.
var itemThirteen = []column{colInstitutions, colMeeting, colBeds, colNursingBeds, colWorkers, colTrained}

// ofInstitutions returns the institutions in the file, those of one unit or of all.
func (g *register) ofInstitutions(in standards.Place) (found []*row) {
	for _, r := range g.rows {
		if r.kind == institution && r.place.In(in) {
			found = append(found, r)
		}
	}
	return found
}

// settle compares each unit, and the city, with the rows of what lies in it. A row that cannot be
// true beside them is refused. Where a unit has as many institutions as are listed, what it does
// not state of item 13 is their sum.
func (g *register) settle() {
	var units []*row
	for _, r := range g.rows {
		if r.kind == district {
			g.compare(r, g.ofInstitutions(r.place), itemThirteen, true)
			g.partsWithin(r)
			if !r.refused {
				units = append(units, r)
			}
		}
	}
	for _, r := range g.rows {
		if r.kind == city {
			g.compare(r, g.ofInstitutions(standards.Zhuzhou), itemThirteen, true)
			if !r.refused { // what its institutions refute needs no second refusal
				g.compare(r, units, append([]column{colTekun, colTekunIn}, itemThirteen...), false)
			}
			g.partsWithin(r)
		}
	}
	g.rows = slices.DeleteFunc(g.rows, func(r *row) bool {
		if r.refused {
			g.refused++
		}
		return r.refused
	})
	slices.SortStableFunc(g.faults, func(a, b fault) int { return cmp.Compare(a.line, b.line) })
}

// compare compares what r states with the sum of its parts. Where whole is set, the parts may be
// all that r consists of: as many institutions as it states, none of them refused.
func (g *register) compare(r *row, parts []*row, of []column, whole bool) {
	complete := whole && r.counts[colInstitutions] == eldercare.CountOf(int64(len(parts)))
	for _, c := range of {
		sum, stated := sumOf(parts, c)
		if whole && c == colInstitutions {
			sum += g.lost(r.place)
		}
		switch own := r.counts[c]; {
		case own.Stated() && own.Int64() < sum:
			g.refuse(r, c, both("小于所列各行合计的 %d", "less than the %d of the rows listed", sum))
		case own.Stated() && complete && stated && own.Int64() != sum:
			g.refuse(r, c, both("与所列全部 %d 所机构合计的 %d 不一致",
				"all institutions are listed (%d), and they come to %d", len(parts), sum))
		case !own.Stated() && complete && stated:
			r.counts[c], r.summed = eldercare.CountOf(sum), len(parts)
		}
	}
}

// lost counts the refused rows of institutions in a place.
func (g *register) lost(in standards.Place) (n int64) {
	for p, rows := range g.lostIn {
		if p.In(in) {
			n += rows
		}
	}
	return n
}

// sumOf adds up what rows state in a column, and reports whether all of them do.
func sumOf(rows []*row, c column) (sum int64, all bool) {
	all = true
	for _, r := range rows {
		sum += r.counts[c].Int64()
		all = all && r.counts[c].Stated()
	}
	return sum, all
}

// together is the listed institutions of a place as one row. Its unit is nil where it has no row.
func together(of standards.Place, unit *row, institutions []*row) *row {
	r := &row{kind: listed, place: of, summed: len(institutions)}
	if unit != nil {
		r.outOf = unit.counts[colInstitutions]
	}
	for _, c := range itemThirteen {
		if sum, all := sumOf(institutions, c); all {
			r.counts[c] = eldercare.CountOf(sum)
		}
	}
	return r
}

// check compares everyone with the targets of the day: the city, then each unit with its
// institutions, and these together where the unit does not say that they are all.
func (g *register) check(set *standards.Set) (subjects []subject, err error) {
	var rows []*row
	for _, p := range append([]standards.Place{standards.Zhuzhou}, places()...) {
		unit := g.rowOf(p)
		if unit != nil {
			rows = append(rows, unit)
		}
		if p == standards.Zhuzhou {
			continue
		}
		inside := g.ofInstitutions(p)
		rows = append(rows, inside...)
		if len(inside) > 0 && (unit == nil || unit.counts[colInstitutions] != eldercare.CountOf(int64(len(inside)))) {
			rows = append(rows, together(p, unit, inside))
		}
	}
	for _, r := range rows {
		targets, err := r.check(set)
		if err != nil {
			return nil, err
		}
		s := subject{row: r}
		for _, t := range targets {
			s.targets = append(s.targets, g.finding(r, t))
		}
		subjects = append(subjects, s)
	}
	return subjects, nil
}

func places() []standards.Place {
	all := standards.Divisions()
	return all[:]
}

// rowOf returns the row of the city or of a unit, nil where there is none.
func (g *register) rowOf(p standards.Place) *row {
	for _, r := range g.rows {
		if r.kind != institution && r.place == p {
			return r
		}
	}
	return nil
}

// unlisted are the city and the units of which there is no usable row.
func (g *register) unlisted() []standards.Place {
	without := []standards.Place{}
	for _, p := range append([]standards.Place{standards.Zhuzhou}, places()...) {
		if g.rowOf(p) == nil {
			without = append(without, p)
		}
	}
	return without
}

func (r *row) share(part, whole column) eldercare.Share {
	return eldercare.Share{Part: r.counts[part], Whole: r.counts[whole]}
}

func (r *row) check(set *standards.Set) ([]eldercare.Target, error) {
	beds, workers := r.share(colNursingBeds, colBeds), r.share(colTrained, colWorkers)
	meeting := r.share(colMeeting, colInstitutions)
	institutions := eldercare.Institutions{MeetingStandard: meeting, NursingBeds: beds, TrainedWorkers: workers}
	tekun, coverage := r.share(colTekunIn, colTekun), r.share(colCovered, colCommunities)
	switch r.kind {
	case city:
		return eldercare.City{
			TekunInInstitutions: tekun, Coverage: coverage, Institutions: institutions,
			TekunInstitutions: r.counts[colBuilt], TekunBeds: r.counts[colBedsAdded],
			TekunNursingBeds: r.counts[colNursingBedsAdded],
		}.Check(set)
	case district:
		return eldercare.District{
			Place: r.place, TekunInInstitutions: tekun, Coverage: coverage, Institutions: institutions,
			Canteens: r.counts[colCanteens],
		}.Check(set)
	case institution:
		return eldercare.Institution{
			Place: r.place, MeetsStandard: r.meetsStandard(), NursingBeds: beds, TrainedWorkers: workers,
		}.Check(set)
	}
	all, err := eldercare.District{Place: r.place, Institutions: institutions}.Check(set)
	return slices.DeleteFunc(all, func(t eldercare.Target) bool {
		return !slices.Contains(itemThirteen, askedBy(t.Key).part)
	}), err
}

func (r *row) meetsStandard() standards.Answer {
	switch r.counts[colMeeting] {
	case eldercare.CountOf(1):
		return standards.Yes
	case eldercare.CountOf(0):
		return standards.No
	}
	return 0
}

// finding says what to add where a target of r cannot be checked.
func (g *register) finding(r *row, t eldercare.Target) finding {
	f := finding{Target: t}
	if t.Verdict != eldercare.NotStated {
		return f
	}
	a := askedBy(t.Key)
	wanted := []column{a.part}
	if a.share {
		wanted = []column{a.whole, a.part}
	}
	if r.kind == institution && a.part == colMeeting {
		f.add = []column{colMeetsStandard}
		return f
	}
	for _, c := range wanted {
		if !r.counts[c].Stated() {
			f.add = append(f.add, c)
		}
	}
	f.lines = g.blank(r, f.add)
	return f
}

// blank returns the lines of the institutions that r is the sum of and that leave one of the
// columns blank.
func (g *register) blank(r *row, of []column) (lines []int) {
	if r.kind == institution {
		return nil
	}
	inside := g.ofInstitutions(r.place)
	if r.kind != listed && r.counts[colInstitutions] != eldercare.CountOf(int64(len(inside))) {
		return nil
	}
	for _, one := range inside {
		if slices.ContainsFunc(of, func(c column) bool {
			return slices.Contains(itemThirteen, c) && !one.counts[c].Stated()
		}) {
			lines = append(lines, one.line)
		}
	}
	return lines
}

// total adds up how one target stands among rows of one kind.
type total struct {
	Kind          kind             `json:"kind"`
	Key           standards.Key    `json:"key"`
	Asked         int              `json:"asked"`
	Met           int              `json:"met"`
	Missed        int              `json:"missed"`
	NotStated     int              `json:"notStated"`
	NotApplicable int              `json:"notApplicable"`
	NotOnRecord   int              `json:"notOnRecord"`
	Wanting       int64            `json:"wanting"`
	one           eldercare.Target // any of them, for its words
}

// totalsOf adds up the targets of the city, of the units and of the institutions, each by itself.
func totalsOf(subjects []subject) []total {
	totals := []total{}
	for _, k := range [...]kind{city, district, institution} {
		for _, a := range askedTable {
			t := total{Kind: k, Key: standards.Key(a.key)}
			for _, s := range subjects {
				if s.kind == k {
					t.add(s.targets)
				}
			}
			if t.Asked > 0 {
				totals = append(totals, t)
			}
		}
	}
	return totals
}

func (t *total) add(targets []finding) {
	for _, f := range targets {
		if standards.Key(f.Key) != t.Key {
			continue
		}
		t.one = f.Target
		t.Asked++
		t.Wanting += f.Wanting
		switch f.Verdict {
		case eldercare.Met:
			t.Met++
		case eldercare.Missed:
			t.Missed++
		case eldercare.NotStated:
			t.NotStated++
		case eldercare.NotApplicable:
			t.NotApplicable++
		case eldercare.NotOnRecord:
			t.NotOnRecord++
		}
	}
}
