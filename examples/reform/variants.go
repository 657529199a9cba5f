package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

// mostVariants is how many drafts one run compares at most, each with each.
const mostVariants = 8

// variant is a draft that is compared with the law before, and what came of it.
type variant struct {
	name       string
	draft      standards.Overlay
	tables     *standards.Tables
	set        *standards.Set
	comparison caseload.Comparison
	decision   assistance.Decision // of the household in hand
	bounds     registerBounds
	nearby     nearby
	assumed    map[string]int64 // households of which a fact was taken for something, by fact
}

// pair is two variants, one compared with the other.
type pair struct {
	one, other *variant
	comparison caseload.Comparison
}

// standards makes the standards of both days, of every variant and of every amount of a sweep. Where
// it reports false, the program ends with the exit code.
func (p *program) standards() (code int, ok bool) {
	read, ok := p.ReadTables(append(slices.Clone(p.Files), p.drafts...))
	if !ok {
		return cli.Usage, false
	}
	files, drafts := read.Overlays[:len(p.Files)], read.Overlays[len(p.Files):]
	for i, o := range drafts {
		if o.Kind != standards.Draft {
			return p.Misused(p.drafts[i] + p.Lang.In("：是补充文件，不是草案；补充文件用 -tables",
				": is a supplement, not a draft; a supplement goes with -tables")), false
		}
	}
	if p.tables, ok = p.Lay(read, files...); !ok {
		return cli.Usage, false
	}
	if code, ok = p.sides(); !ok {
		return code, false
	}
	made, fault := p.madeDrafts(drafts)
	if fault != "" {
		return p.Failed(fault), false
	}
	for i, o := range slices.Concat(drafts, made) {
		v := &variant{name: o.ID, draft: o, assumed: map[string]int64{}}
		if i < len(drafts) && slices.ContainsFunc(p.variants, func(other *variant) bool { return other.draft.ID == o.ID }) {
			v.name += " (" + p.drafts[i] + ")"
		}
		if v.tables, v.set, code, ok = p.under(read, o); !ok {
			return code, false
		}
		p.variants = append(p.variants, v)
	}
	p.bounds.limit = mostCompletions / (len(p.variants) + 1)
	for _, v := range p.variants {
		v.bounds.limit = p.bounds.limit
	}
	p.WarnOfTables(read)
	return p.sweeps(read)
}

// sides makes the standards before, and finds the day of them. Where it reports false, the program
// ends with the exit code.
func (p *program) sides() (code int, ok bool) {
	after, code, ok := p.Day(p.On, p.tables)
	if !ok {
		return code, false
	}
	p.day = after.Day()
	if p.was == "" {
		day, found := lastDayWithFigures(p.tables, p.day)
		if !found {
			return p.Misused(p.Lang.In("此前没有全市标准在案的日子，须用 -before 指明",
				"no day before has figures of the city; -before must name one")), false
		}
		p.was = day.String()
	}
	if _, err := standards.ParseDate(p.was); err != nil {
		return p.Misused(fmt.Sprintf(p.Lang.In("-before 须是形如 2020-12-31 的日期，不是 %q",
			"-before is a day such as 2020-12-31, not %q"), p.was)), false
	}
	if p.before, code, ok = p.Day(p.was, p.tables); ok && p.day.Before(p.before.Day()) {
		return p.Misused(p.Lang.In("-before 不得晚于 -on", "-before is not after -on")), false
	}
	return code, ok
}

// madeDrafts are the drafts that -set makes, one each. A fault says in the language of the run why
// one cannot be made.
func (p *program) madeDrafts(others []standards.Overlay) (all []standards.Overlay, fault string) {
	for i, settings := range p.settings {
		o := p.emptyDraft(fmt.Sprintf("set-%d", i+1), "-set "+p.sets[i], slices.Concat(p.tables.Overlays(), others, all))
		for j := range settings {
			rows, fault := settings[j].rows(p.before, p.day, strconv.Itoa(j+1), p.Lang)
			if fault != "" {
				return nil, "-set " + p.sets[i] + p.Lang.In("：", ": ") + fault
			}
			o.Rows = append(o.Rows, rows...)
		}
		all = append(all, o)
	}
	return all, ""
}

// emptyDraft is a draft without rows, by a name that none of the others has. Where the city's figures
// are not on record for the day of the drafts, those of the day before go on.
func (p *program) emptyDraft(id, title string, others []standards.Overlay) standards.Overlay {
	for slices.ContainsFunc(others, func(o standards.Overlay) bool { return o.ID == id }) {
		id += "-"
	}
	o := standards.Overlay{ID: id, Kind: standards.Draft, Title: title}
	if set, err := p.tables.At(p.day); err == nil && !hasFigures(set) {
		o.Carry = p.before.Day()
	}
	return o
}

// under lays an overlay over the tables files under both sides. Where it reports false, the program
// ends with the exit code.
func (p *program) under(read cli.TablesFiles, o standards.Overlay) (tables *standards.Tables, set *standards.Set, code int, ok bool) {
	if tables, ok = p.Lay(read, append(p.tables.Overlays(), o)...); !ok {
		return nil, nil, cli.Usage, false
	}
	set, code, ok = p.Day(p.On, tables)
	return tables, set, code, ok
}

// sweeps makes the standards of every amount that is tried: what -sweep asks for, and for a page the
// lines of the first draft. Where it reports false, the program ends with the exit code.
func (p *program) sweeps(read cli.TablesFiles) (code int, ok bool) {
	if p.sweep != nil {
		base := p.emptyDraft("sweep", "-sweep "+p.swept, p.tables.Overlays())
		if len(p.variants) > 0 {
			base = p.variants[0].draft
		}
		if code, ok := p.points(read, p.sweep, base); !ok {
			return code, false
		}
	}
	if p.html == "" || len(p.variants) == 0 || p.sweep != nil {
		return cli.OK, true
	}
	for _, w := range curvesAround(p.before, p.variants[0], p.day) {
		if code, ok := p.points(read, w, p.variants[0].draft); !ok {
			return code, false
		}
		p.around = append(p.around, w)
	}
	return cli.OK, true
}

// points makes the standards of every amount of a sweep, over a draft. Where it reports false, the
// program ends with the exit code.
func (p *program) points(read cli.TablesFiles, w *sweep, base standards.Overlay) (code int, ok bool) {
	in := p.before
	var drafted *standards.Set
	if len(p.variants) > 0 {
		in, drafted = p.variants[0].set, p.variants[0].set
	}
	if fault := w.settle(p.before, drafted, p.Lang); fault != "" {
		return p.Failed("-sweep " + p.swept + p.Lang.In("：", ": ") + fault), false
	}
	for fen := w.from; fen <= w.to; fen += w.step {
		one := point{amount: standards.Fen(fen, w.per)}
		o := replaced(base, w.figure, w.rows(in, p.day, one.amount))
		if _, one.set, code, ok = p.under(read, o); !ok {
			return code, false
		}
		w.points = append(w.points, one)
	}
	return cli.OK, true
}

// Around a drafted line a page shows some amounts on either side, in whole ten yuan where it can.
const (
	aroundSteps = 4
	aroundFen   = 10_00
	mostAround  = 2 // lines
)

// curvesAround are the sweeps around the dibao lines that a draft states for a day.
func curvesAround(before *standards.Set, v *variant, on standards.Date) (all []*sweep) {
	for _, row := range v.draft.Rows {
		if row.Key != standards.Key(standards.DibaoLine) || !row.InForce(on) || len(all) == mostAround || len(inForce(v.set, figureOf(&row))) != 1 {
			continue
		}
		if around := around(&row, inForce(before, figureOf(&row))); around.from > 0 {
			all = append(all, around)
		}
	}
	return all
}

// around is the sweep around one drafted line, as far as what is in force before, which is among the
// amounts where whole steps come to it.
func around(row *standards.Standard, before []standards.Standard) *sweep {
	step, steps, drafted := int64(aroundFen), int64(aroundSteps), row.Amount.Fen()
	if row.Amount.Per() == standards.PerYear {
		step *= standards.MonthsPerYear
	}
	if was := before[0].Amount; len(before) == 1 && was.Per() == row.Amount.Per() {
		apart := max(drafted-was.Fen(), was.Fen()-drafted)
		for _, n := range [...]int64{5, 4, 6, 7, 8} {
			if apart > 0 && apart%(n*aroundFen) == 0 {
				step, steps = apart/n, n
				break
			}
		}
	}
	return &sweep{figure: figureOf(row), per: row.Amount.Per(), step: step, from: drafted - steps*step, to: drafted + steps*step}
}

// hasFigures reports whether the city's line is on record in a set: the floor that the province sets
// for all its places is none of the city's.
func hasFigures(set *standards.Set) bool {
	line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	return err == nil && line.Place != standards.Hunan
}

// lastDayWithFigures is the last day before on for which the city's line is on record.
func lastDayWithFigures(tables *standards.Tables, on standards.Date) (standards.Date, bool) {
	first, _ := standards.Span()
	for day := on.Previous(); !day.Before(first); day = day.Previous() {
		set, err := tables.At(day)
		if err != nil {
			return day, false
		}
		if hasFigures(set) {
			return day, true
		}
	}
	return on, false
}

// decide decides a household before, under every variant and at every amount of a sweep, and adds it
// to all comparisons. It adds nothing of a household that is refused.
func (p *program) decide(h *assistance.Household) error {
	aged := caseload.Aged(*h, p.day, p.before.Day())
	if err := p.old.Assess(p.before, &aged); err != nil {
		return err
	}
	for _, v := range p.variants {
		if err := v.decision.Assess(v.set, h); err != nil {
			return err
		}
	}
	if err := p.decidePoints(h); err != nil {
		return err
	}
	if len(p.variants) > 0 {
		p.bounds.add(p.before, &aged, &p.old)
		p.nearby.add(p.before, &aged, &p.old)
	}
	for _, v := range p.variants {
		v.comparison.AddDecided(h, &p.old, &v.decision)
		v.bounds.add(v.set, h, &v.decision)
		v.nearby.add(v.set, h, &v.decision)
		for _, a := range v.decision.Assumed {
			v.assumed[a.Fact.String()] += caseload.Weight(h)
		}
	}
	for _, a := range p.against {
		a.comparison.AddDecided(h, &a.one.decision, &a.other.decision)
	}
	return nil
}

// decidePoints decides a household at every amount of the sweeps. What refuses it at one refuses it
// at all: the facts do not fit the day.
func (p *program) decidePoints(h *assistance.Household) error {
	sweeps := p.around
	if p.sweep != nil {
		sweeps = []*sweep{p.sweep} // then there are none around
	}
	for _, w := range sweeps {
		for i := range w.points {
			if err := p.tried.Assess(w.points[i].set, h); err != nil {
				return err
			}
			w.points[i].comparison.AddDecided(h, &p.old, &p.tried)
		}
	}
	return nil
}
