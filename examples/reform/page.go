package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html/template"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
)

// csv is the table of costs for a spreadsheet: numbers are bare, and their bounds stand in columns of their own.
func (r *report) csv(l standards.Lang) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"place", "hukou", "benefit", "before_yuan", "before_bound", "after_yuan", "after_bound", "before_year_yuan", "after_year_yuan",
		"people_before", "people_after", "undetermined_before", "undetermined_after"}}
	for _, c := range r.everyCost() {
		row := append(c.names(l), c.Before.Number(), c.Before.Bound(), c.After.Number(), c.After.Bound(), c.BeforeYear.Number(), c.AfterYear.Number())
		for _, n := range [...]int64{c.Recipients[0], c.Recipients[1], c.Undetermined[0], c.Undetermined[1]} {
			people := strconv.FormatInt(n, 10)
			if c.Benefit == 0 {
				people = "" // of several benefits people are not added up
			}
			row = append(row, people)
		}
		rows = append(rows, row)
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// html writes the report as a page in language l. The chart is an SVG picture of the households that were looked at.
func (r *report) html(l standards.Lang, overlays []standards.Overlay, chart []byte) ([]byte, error) {
	p := sheet.Page{Lang: l, Title: fmt.Sprintf(l.In("草案比较：%s（之前）与 %s（之后）", "Reform: %s (before) against %s (after)"), r.Before, r.On)}
	for _, o := range overlays {
		p.Lines = append(p.Lines, o.ID+l.In("：", ": ")+o.Title)
	}
	if r.RecipientsOnly {
		p.Warnings = []string{l.In("注意：之前没有不符合低保条件的家庭，文件可能只有在保对象，看不出新增的对象。", "Warning: no household was ineligible for dibao before. The file may hold recipients only, and newly eligible ones cannot be seen.")}
	}
	p.Sections = []sheet.Section{
		{Title: fmt.Sprintf(l.In("共 %d 户 %d 人，退回 %d 户", "%d households, %d people; %d refused"), r.Households[0], r.People, r.Refused), Rows: r.sumRows(l), Texts: 1,
			Notes: []string{l.In("≥ 表示只知下限。年度金额按十二个月计。", "≥ marks what is known as a lower limit only. A year is twelve months.")}},
		{Title: l.In("增减的分布（每户每月，元）", "The distribution of changes (yuan a month, by household)"), Chart: r.bars(l),
			Notes: []string{fmt.Sprintf(l.In("增加 %d 户，减少 %d 户，不变 %d 户，待定 %d 户", "%d households gain, %d lose, %d stay, %d undetermined"), r.Gainers, r.Losers, r.Unchanged, r.Open)}},
		{Title: l.In("增加和减少最多的家庭", "The largest gains and losses"), Lists: r.gainsAndLosses(l)},
		{Title: l.In("按地方、户籍类别和项目（元/月；万元/年）", "By place, kind of hukou and benefit (yuan a month; 10,000 yuan a year)"), Rows: r.costRows(l), Texts: 3, Sums: len(r.ByBenefit) + len(r.ByKind) + 1},
		{Title: l.In("断崖：草案新增和消除的", "Cliffs that the draft adds or removes"), Lists: r.cliffList(l), Chart: template.HTML(chart), //nolint:gosec // written by svg, which escapes what it prints
			Notes: []string{l.In("收入多一分，合计变动超过一分；仅为所查的家庭。", "A fen more income changes the total by more than a fen; of the households looked at.")}},
	}
	return p.HTML()
}

// bars is the distribution as a picture: a bar for each band that has households, those that lose hatched.
func (r *report) bars(l standards.Lang) template.HTML {
	var bars []sheet.Bar
	for i, band := range r.Distribution.Bands {
		n := band.Exact + band.AtLeast
		if n == 0 {
			continue
		}
		fill := sheet.Solid
		switch {
		case i < caseload.ChangeBands:
			fill = sheet.Hatched
		case i == caseload.ChangeBands:
			fill = sheet.Light
		}
		bars = append(bars, sheet.Bar{Name: bandText(i-caseload.ChangeBands, band, l), Size: n, Value: strconv.FormatInt(n, 10), Fill: fill})
	}
	return sheet.Bars(bars)
}
