package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// sweepReport is what every amount of a figure would cost.
type sweepReport struct {
	Before     standards.Date   `json:"before"`
	On         standards.Date   `json:"on"`
	Figure     string           `json:"figure"`
	Per        standards.Period `json:"per"`
	Was        standards.Amount `json:"was,omitzero"`      // in force before
	Drafted    standards.Amount `json:"drafted,omitzero"`  // in force in the draft
	Variant    string           `json:"variant,omitempty"` // the draft that holds for the rest
	Households int64            `json:"households"`
	People     int64            `json:"people"`
	registerRead
	CostBefore sheet.Sum    `json:"costBefore"` // a month
	Points     []sweepPoint `json:"points"`
	warned     cli.Warned
	figure     benefit.Figure
}

// sweepPoint is what one amount costs, and whom it reaches.
type sweepPoint struct {
	Yuan         json.Number    `json:"yuan"`
	Cost         sheet.Sum      `json:"cost"` // a month
	CostYear     sheet.Sum      `json:"costYear"`
	Covered      int64          `json:"covered"`     // households to which something is due
	DibaoPeople  int64          `json:"dibaoPeople"` // single-person cover included
	Single       int64          `json:"singlePersonPeople"`
	Gainers      int64          `json:"gainers"` // households, against before
	Losers       int64          `json:"losers"`
	Unclear      int64          `json:"unclear"`
	Undetermined int64          `json:"undetermined"`
	Averages     []pointAverage `json:"averages"`
}

// pointAverage is the average assistance level of item 9 in the place of the figure.
type pointAverage struct {
	Residence standards.Residence `json:"residence"`
	Average   benefit.Payment     `json:"average"`
	Floor     standards.Amount    `json:"floor"`
	Met       standards.Answer    `json:"met,omitzero"` // not stated: it cannot be said
}

// report puts together what came of a sweep. It reports an error where sums are too large to be told.
func (w *sweep) report(p *program) (*sweepReport, error) {
	r := &sweepReport{Before: p.before.Day(), On: p.day, Figure: w.figure.String(), Per: w.per, registerRead: p.readOf(cli.AssumedCounts(&p.Assumed)), warned: p.Warned, figure: w.figure,
		Was: w.was, Drafted: w.drafted}
	if len(p.variants) > 0 {
		r.Variant = p.variants[0].name
	}
	for i := range w.points {
		c := &w.points[i].comparison
		was := c.Before.All()
		var err error
		if r.CostBefore, err = dueOf(&was); err != nil {
			return nil, err
		}
		r.Households, r.People = was.Households, was.People
		one, err := w.reportOf(&w.points[i])
		if err != nil {
			return nil, err
		}
		r.Points = append(r.Points, one)
	}
	return r, nil
}

// reportOf is what one amount costs, and whom it reaches.
func (w *sweep) reportOf(at *point) (one sweepPoint, err error) {
	c := &at.comparison
	all := c.After.All()
	one.Yuan = json.Number(at.amount.YuanText())
	if one.Cost, err = dueOf(&all); err != nil {
		return one, err
	}
	one.CostYear, one.Covered = one.Cost.Year(), c.Reach[1].All().Due.Households
	one.DibaoPeople, one.Single = all.OnDibao()
	var g groupChanges
	g.count(&c.Outcomes)
	one.Gainers, one.Losers, one.Unclear, one.Undetermined = g.Gainers, g.Losers, g.Unclear, g.Undetermined
	one.Averages = []pointAverage{}
	for _, kind := range standards.Residences() {
		if w.figure.Residence != 0 && kind != w.figure.Residence {
			continue
		}
		check, err := c.After.Average(at.set, w.figure.Place, kind)
		if err == nil && check.Average.Stated() {
			one.Averages = append(one.Averages, pointAverage{kind, check.Average, check.Floor.Amount, check.Met})
		}
	}
	return one, nil
}

// csvRows are the header and a row for each amount, for a spreadsheet.
func (r *sweepReport) csvRows() [][]string {
	rows := [][]string{{"figure", "per", "yuan", "cost_yuan", "cost_bound", "cost_year_yuan", "covered_households", "dibao_people", "single_person_people",
		"gainers", "losers", "unclear", "undetermined", "average_urban_yuan", "average_rural_yuan"}}
	for i := range r.Points {
		p := &r.Points[i]
		row := []string{r.Figure, r.Per.String(), p.Yuan.String(), p.Cost.Number(), p.Cost.Bound(), p.CostYear.Number()}
		for _, n := range [...]int64{p.Covered, p.DibaoPeople, p.Single, p.Gainers, p.Losers, p.Unclear, p.Undetermined} {
			row = append(row, strconv.FormatInt(n, 10))
		}
		for _, kind := range [...]standards.Residence{standards.Urban, standards.Rural} {
			row = append(row, p.average(kind))
		}
		rows = append(rows, row)
	}
	return rows
}

// average is the average for a kind of hukou in yuan a month, nothing where there is none.
func (p *sweepPoint) average(kind standards.Residence) string {
	for _, a := range p.Averages {
		if a.Residence == kind {
			return a.Average.Amount.YuanText()
		}
	}
	return ""
}

// title says in language l what is swept.
func (r *sweepReport) title(l standards.Lang) string {
	from, to := r.Points[0].Yuan, r.Points[len(r.Points)-1].Yuan
	per := l.In("每月", "a month")
	if r.Per == standards.PerYear {
		per = l.In("每年", "a year")
	}
	return fmt.Sprintf(l.In("逐个数值测算：%[1]s 为%[4]s %[2]s 元至 %[3]s 元",
		"%[1]s from %[2]s to %[3]s yuan %[4]s"), figureText(r.figure, l), from, to, per)
}

// rows are the header and the rows of the table of amounts in language l.
func (r *sweepReport) rows(l standards.Lang) [][]string {
	header := []string{l.In("数值（元）",
		"yuan"), l.In("费用（元/月）", "cost (yuan a month)"), l.In("费用（万元/年）", "10,000 a year"), l.In("比之前（元/月）", "above before"),
		l.In("享受户数", "households due"), l.In("低保人数", "people on dibao"), l.In("增加（户）", "gain"), l.In("减少（户）", "lose"), l.In("增减不明（户）", "not clear"), l.In("待定（户）", "undetermined")}
	kinds := r.kinds()
	for _, kind := range kinds {
		header = append(header, l.In("月人均（"+kind.Text(l)+"）", "average, "+kind.Text(l)))
	}
	rows := [][]string{header}
	for i := range r.Points {
		p := &r.Points[i]
		more := sheet.Sum{Fen: p.Cost.Fen - r.CostBefore.Fen}
		row := []string{p.Yuan.String() + r.mark(p, l), p.Cost.Yuan(), p.CostYear.Wan(), more.Yuan()}
		for _, n := range [...]int64{p.Covered, p.DibaoPeople, p.Gainers, p.Losers, p.Unclear, p.Undetermined} {
			row = append(row, strconv.FormatInt(n, 10))
		}
		for _, kind := range kinds {
			row = append(row, p.average(kind))
		}
		rows = append(rows, row)
	}
	return rows
}

// kinds are the kinds of hukou for which there is an average at some amount.
func (r *sweepReport) kinds() (kinds []standards.Residence) {
	for _, kind := range standards.Residences() {
		if slices.ContainsFunc(r.Points, func(p sweepPoint) bool { return p.average(kind) != "" }) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// mark says in language l where an amount is the one in force before or in the draft.
func (r *sweepReport) mark(p *sweepPoint, l standards.Lang) string {
	is := func(a standards.Amount) bool { return a.Per() == r.Per && a.YuanText() == p.Yuan.String() }
	switch {
	case is(r.Drafted):
		return l.In("（草案）", " (draft)")
	case is(r.Was):
		return l.In("（之前）", " (before)")
	}
	return ""
}

// notes say in language l what the table does not.
func (r *sweepReport) notes(l standards.Lang) []string {
	notes := []string{fmt.Sprintf(l.In("之前（%s）的费用：每月 %s 元",
		"cost before (%s): %s yuan a month"), r.Before, r.CostBefore.Yuan())}
	if r.Points[0].Cost.AtLeast || r.CostBefore.AtLeast {
		notes = append(notes, l.In("≥ 表示只知下限；“比之前”只比较已知部分",
			"≥ marks what is known as a lower limit only; what is above before is of what is known"))
	}
	if r.Variant != "" {
		notes = append(notes, fmt.Sprintf(l.In("其余按草案 %s", "for the rest the draft %s holds"), r.Variant))
	}
	return notes
}

// sweep writes a sweep, with a heading of its own where there is no other.
func (w *writer) sweep(r *sweepReport, heading bool) {
	if heading {
		w.say("测算：%s（之前）与 %s（之后）；年龄都按 %s 计算", "Sweep: %s (before) against %s (after); ages are those of %s throughout", r.Before, r.On, r.On)
		w.say("\n共 %d 户 %d 人，退回 %d 户", "\n%d households, %d people; %d refused", r.Households, r.People, r.Refused)
		if !r.Complete {
			w.WriteString(cli.UnreadText(w.l))
		}
		w.WriteString(r.warned.Text(w.l) + "\n")
	}
	w.WriteString(r.title(w.l) + "\n")
	w.table(r.rows(w.l), 0)
	for _, note := range r.notes(w.l) {
		w.WriteString("  " + note + "\n")
	}
}

// svg draws under a title what each amount costs, and below it how many people are on dibao.
func (r *sweepReport) svg(title string, l standards.Lang) []byte {
	per := l.In("元/月", "yuan a month")
	if r.Per == standards.PerYear {
		per = l.In("元/年", "yuan a year")
	}
	cost := plot{title: l.In("每月费用（元）", "cost a month (yuan)"), across: figureText(r.figure, l) + l.In("，", ", ") + per}
	people := plot{title: l.In("低保（含单人户）人数", "people on dibao, single-person cover included"), across: cost.across}
	for i := range r.Points {
		p := &r.Points[i]
		x, _ := wire.ParseFen(p.Yuan.String())
		cost.dots = append(cost.dots, dot{x, p.Cost.Fen})
		people.dots = append(people.dots, dot{x, p.DibaoPeople * fenOfYuan})
	}
	for _, m := range [...]struct {
		amount standards.Amount
		text   string
	}{{r.Was, l.In("之前", "before")}, {r.Drafted, l.In("草案", "draft")}} {
		if m.amount.Stated() && m.amount.Per() == r.Per {
			cost.marks = append(cost.marks, mark{m.amount.Fen(), m.text})
			people.marks = cost.marks
		}
	}
	return plots(title, &cost, &people)
}

// fenOfYuan is how a plot counts in hundredths.
const fenOfYuan = 100
