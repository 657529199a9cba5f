package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// results are what one run finds: the report of the first variant and those of the others, each
// with each, and a sweep.
type results struct {
	*report              // nil: there is only a sweep
	Others  []*report    `json:"others,omitempty"`
	Against []against    `json:"against,omitempty"`
	Sweep   *sweepReport `json:"sweep,omitempty"`
	around  []*sweepReport
}

// add adds the report of one more variant.
func (r *results) add(one *report) {
	if r.report == nil {
		r.report = one
		return
	}
	r.Others = append(r.Others, one)
}

// variants are the reports of all variants.
func (r *results) variants() []*report {
	if r.report == nil {
		return nil
	}
	return append([]*report{r.report}, r.Others...)
}

// against is what changes from one variant to another.
type against struct {
	From         string       `json:"from"` // the variants
	To           string       `json:"to"`
	Totals       [2]sheet.Sum `json:"totals"` // a month
	Gainers      int64        `json:"gainers"`
	Losers       int64        `json:"losers"`
	Unchanged    int64        `json:"unchanged"`
	Unclear      int64        `json:"unclear"`
	Undetermined int64        `json:"undetermined"`
	Gain         sheet.Sum    `json:"gain"` // a month, never netted
	Loss         sheet.Sum    `json:"loss"`
}

func againstOf(p *pair) (a against, err error) {
	a = against{From: p.one.name, To: p.other.name}
	for i, totals := range [...]*caseload.Totals{&p.comparison.Before, &p.comparison.After} {
		all := totals.All()
		if a.Totals[i], err = dueOf(&all); err != nil {
			return a, err
		}
	}
	var g groupChanges
	g.count(&p.comparison.Outcomes)
	a.Gainers, a.Losers, a.Unchanged, a.Unclear, a.Undetermined = g.Gainers, g.Losers, g.Unchanged, g.Unclear,
		g.Undetermined
	a.Gain, a.Loss = g.Gain, g.Loss
	return a, nil
}

// readOf is how the register of a run was read, and in how many households what was assumed.
func (p *program) readOf(assumed map[string]int64) registerRead {
	return registerRead{Refused: p.Refused, Complete: !p.Unread, Assumed: assumed, Filled: p.Tally.Counts()}
}

// text is what is printed in language l.
func (r *results) text(l standards.Lang) string {
	w := &writer{l: l}
	all := r.variants()
	if len(all) > 1 {
		w.say("方案对照：都与 %s（之前）比较", "Variants, each against %s (before)", r.Before)
		w.table(r.sideBySide(l), 1)
		w.say("\n方案之间", "\nEach against the other")
		w.table(r.againstRows(l), 1)
		w.WriteString("\n")
	}
	for i, one := range all {
		if i > 0 {
			w.WriteString("\n")
		}
		w.report(one)
	}
	if r.Sweep != nil {
		if len(all) > 0 {
			w.WriteString("\n")
		}
		w.sweep(r.Sweep, len(all) == 0)
	}
	return w.String()
}

// table writes rows, of which the first is the header, with so many columns of text.
func (w *writer) table(rows [][]string, texts int) {
	var t layout.Table
	for i := range rows[0] {
		t.Right = append(t.Right, i >= texts)
	}
	for _, row := range rows {
		t.Add(row...)
	}
	w.WriteString(t.Render("  "))
}

// sideBySide are the header and the rows of the table of variants beside what is before, in
// language l.
func (r *results) sideBySide(l standards.Lang) [][]string {
	header := []string{"", l.In("之前", "before")}
	for _, v := range r.variants() {
		header = append(header, v.Variant)
	}
	rows := [][]string{header}
	add := func(zh, en string, cell func(v *report, side int) string) {
		row := []string{l.In(zh, en), cell(r.report, 0)}
		for _, v := range r.variants() {
			row = append(row, cell(v, 1))
		}
		rows = append(rows, row)
	}
	count := func(zh, en string, of func(v *report) int64) {
		add(zh, en, func(v *report, side int) string {
			if side == 0 {
				return ""
			}
			return strconv.FormatInt(of(v), 10)
		})
	}
	add("应享受待遇的户数", "households with something due",
		func(v *report, i int) string { return strconv.FormatInt(v.Covered[i], 10) })
	add("低保（含单人户）人数", "people on dibao, single-person cover included",
		func(v *report, i int) string { return strconv.FormatInt(v.CoveredPeople[i], 10) })
	add("合计（元/月）", "total (yuan a month)", func(v *report, i int) string { return v.Totals[i].Yuan() })
	add("合计（万元/年）", "total (10,000 yuan a year)", func(v *report, i int) string { return v.Totals[i].Year().Wan() })
	add("最少（元/月）", "least (yuan a month)", func(v *report, i int) string { return v.Bounds[i].Least.Yuan() })
	add("最多（元/月）", "most (yuan a month)", func(v *report, i int) string { return v.Bounds[i].Most.Yuan() })
	count("增加（户）", "households that gain", func(v *report) int64 { return v.Gainers })
	count("减少（户）", "households that lose", func(v *report) int64 { return v.Losers })
	count("增减不明（户）", "households of which it is not clear", func(v *report) int64 { return v.Unclear })
	count("待定（户）", "undetermined households", func(v *report) int64 { return v.Open })
	count("新符合低保（户）", "newly eligible for dibao", func(v *report) int64 { return v.Turns["begun"].Households })
	count("不再符合低保（户）", "no longer eligible for dibao", func(v *report) int64 { return v.Turns["ended"].Households })
	add("增加合计（元/月）", "gains in all (yuan a month)",
		func(v *report, i int) string { return sideText(i, v.Distribution.gain().Yuan()) })
	add("减少合计（元/月）", "losses in all (yuan a month)",
		func(v *report, i int) string { return sideText(i, v.Distribution.loss().Yuan()) })
	return rows
}

// sideText is a text that is of the side after alone.
func sideText(side int, text string) string {
	if side == 0 {
		return ""
	}
	return text
}

// gain and loss are what is gained and lost in all; of lower limits, by what is known.
func (d *distribution) gain() sheet.Sum {
	return d.Exact.Gain.Plus(sheet.SumOf(d.AtLeast.Gain.Fen, d.AtLeast.Gainers > 0))
}

func (d *distribution) loss() sheet.Sum {
	return d.Exact.Loss.Plus(sheet.SumOf(d.AtLeast.Loss.Fen, d.AtLeast.Losers > 0))
}

// againstRows are the header and the rows of the table of each variant against the other, in
// language l.
func (r *results) againstRows(l standards.Lang) [][]string {
	rows := [][]string{{l.In("方案", "variants"), l.In("前者（元/月）", "first (yuan a month)"),
		l.In("后者（元/月）", "second (yuan a month)"), l.In("增加（户）", "gain"), l.In("减少（户）", "lose"),
		l.In("不变（户）", "unchanged"), l.In("增减不明（户）", "not clear"), l.In("待定（户）", "undetermined"), l.In("增加（元/月）", "gains"),
		l.In("减少（元/月）", "losses")}}
	for _, a := range r.Against {
		rows = append(rows, []string{a.From + " → " + a.To, a.Totals[0].Yuan(), a.Totals[1].Yuan(), fmt.Sprint(a.Gainers),
			fmt.Sprint(a.Losers),
			fmt.Sprint(a.Unchanged), fmt.Sprint(a.Unclear), fmt.Sprint(a.Undetermined), a.Gain.Yuan(), a.Loss.Yuan()})
	}
	return rows
}

// csv is the table of costs of every variant, or that of the sweep, for a spreadsheet: numbers are
// bare, and their bounds stand in columns of their own.
func (r *results) csv(l standards.Lang) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if r.Sweep != nil {
		err := w.WriteAll(r.Sweep.csvRows())
		return b.Bytes(), err
	}
	rows := [][]string{{"place", "hukou", "benefit", "before_yuan", "before_bound", "after_yuan", "after_bound",
		"before_year_yuan", "after_year_yuan",
		"people_before", "people_after", "undetermined_before", "undetermined_after", "variant"}}
	for _, one := range r.variants() {
		rows = append(rows, one.csvRows(l)...)
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// csvRows are the costs of one variant for a spreadsheet.
func (r *report) csvRows(l standards.Lang) (rows [][]string) {
	for _, c := range r.everyCost() {
		row := append(c.names(l), c.Before.Number(), c.Before.Bound(), c.After.Number(), c.After.Bound(),
			c.BeforeYear.Number(), c.AfterYear.Number())
		for _, n := range [...]int64{c.Recipients[0], c.Recipients[1], c.Undetermined[0], c.Undetermined[1]} {
			people := strconv.FormatInt(n, 10)
			if c.Benefit == 0 {
				people = "" // of several benefits people are not added up
			}
			row = append(row, people)
		}
		rows = append(rows, append(row, layout.Cell(r.Variant)))
	}
	return rows
}

// draftLines name the tables files under both sides and the draft, in language l.
func (r *report) draftLines(l standards.Lang) []string {
	var lines []string
	for _, o := range append(slices.Clone(r.tables), r.draft) {
		lines = append(lines, layout.Short(o.ID)+l.In("：", ": ")+layout.Passage(o.Title))
	}
	for _, row := range r.draft.Rows {
		if row.InForce(r.On) {
			lines = append(lines, "  "+rowText(&row, r.beforeSet, l))
		}
	}
	return lines
}

// rowText says in language l what a row of a draft makes of what was in force.
func rowText(row *standards.Standard, before *standards.Set, l standards.Lang) string {
	was := l.In("无", "none")
	if old, ok := before.Find(row.Key, row.Place, row.Residence, row.Of); ok {
		was = valueText(&old, l)
	} else if kinds := inForce(before, figureOf(row)); len(kinds) == 2 {
		was = valueText(&kinds[0], l) + l.In("（城市）、", " (urban), ") + valueText(&kinds[1], l) + l.In("（农村）", " (rural)")
	}
	return figureText(figureOf(row), l) + l.In("：", ": ") + was + " → " + valueText(row, l)
}

// valueText is the value of a row in language l.
func valueText(row *standards.Standard, l standards.Lang) string {
	switch {
	case row.Amount.Stated():
		return benefit.Payment{Amount: row.Amount, Bound: row.Bound}.Text(l)
	case row.Number.Stated() && row.Key.Info().Form&standards.Share != 0:
		hundredths := row.Number.Num * 100_00 / row.Number.Den // at most four decimals of one
		return strings.TrimSuffix(strings.TrimRight(sheet.Sum{Fen: hundredths}.Yuan(), "0"), ".") + "%"
	case row.Number.Stated():
		return row.Number.String()
	case row.Struck:
		return l.In("删去", "struck out")
	}
	return l.In("列入", "listed")
}
