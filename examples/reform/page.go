package main

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
)

// page writes the results as a page to print.
func (p *program) page(r *results) ([]byte, error) {
	l := p.Lang
	page := sheet.Page{Lang: l}
	if r.report == nil {
		page.Title = fmt.Sprintf(l.In("测算：%s（之前）与 %s（之后）",
			"Sweep: %s (before) against %s (after)"), r.Sweep.Before, r.Sweep.On)
		page.Lines = []string{fmt.Sprintf(l.In("共 %d 户 %d 人，退回 %d 户",
			"%d households, %d people; %d refused"), r.Sweep.Households, r.Sweep.People, r.Sweep.Refused)}
		page.Warnings = unreadWarnings(&r.Sweep.registerRead, l)
		page.Sections = []sheet.Section{r.Sweep.section(l)}
		return page.HTML()
	}
	page.Title = fmt.Sprintf(l.In("草案比较：%s（之前）与 %s（之后）", "Reform: %s (before) against %s (after)"), r.Before, r.On)
	page.Lines = []string{fmt.Sprintf(l.In("共 %d 户 %d 人，退回 %d 户；年龄都按 %s 计算",
		"%d households, %d people; %d refused; ages are those of %s throughout"), r.Households[0], r.People, r.Refused, r.On)}
	page.Warnings = unreadWarnings(&r.registerRead, l)
	if r.RecipientsOnly {
		page.Warnings = append(page.Warnings, l.In("注意：之前没有不符合低保条件的家庭，文件可能只有在保对象，看不出新增的对象。",
			"Warning: no household was ineligible for dibao before. The file may hold recipients only, and newly eligible ones cannot be seen."))
	}
	all := r.variants()
	if len(all) == 1 {
		page.Lines = slices.Concat(r.draftLines(l), page.Lines, []string{r.headline(l)})
	} else {
		page.Sections = append(page.Sections, sheet.Section{Title: l.In("方案对照",
			"Variants side by side"), Rows: r.sideBySide(l), Texts: 1},
			sheet.Section{Title: l.In("方案之间", "Each variant against the other"), Rows: r.againstRows(l), Texts: 1})
	}
	var curves []sheet.Section
	for _, w := range r.around {
		curves = append(curves, w.section(l))
	}
	if r.Sweep != nil {
		curves = append(curves, r.Sweep.section(l))
	}
	for i, one := range all {
		sections := p.sectionsOf(one, len(all) > 1)
		if i == 0 {
			sections = slices.Insert(sections, 2, curves...) // after what the draft does, and to how many
		}
		page.Sections = append(page.Sections, sections...)
	}
	return page.HTML()
}

// unreadWarnings warn in language l of a register that was not read to its end.
func unreadWarnings(read *registerRead, l standards.Lang) []string {
	if read.Complete {
		return nil
	}
	return []string{cli.UnreadText(l)}
}

// section is a sweep on a page in language l.
func (r *sweepReport) section(l standards.Lang) sheet.Section {
	return sheet.Section{Title: r.title(l), Rows: r.rows(l), Texts: 0, Notes: r.notes(l), Chart: picture(r.svg("", l))}
}

// picture is an SVG picture on a page; those who draw escape what they print.
func picture(svg []byte) template.HTML { return template.HTML(svg) } //nolint:gosec // see above

// sectionsOf are the sections of one variant, named by it where there are several.
func (p *program) sectionsOf(r *report, several bool) []sheet.Section {
	l := p.Lang
	title := func(zh, en string) string {
		if several {
			return r.Variant + l.In("：", ": ") + l.In(zh, en)
		}
		return l.In(zh, en)
	}
	known := l.In("≥ 表示只知下限；一年按十二个月计。最少、最多：未载明的事项取各种可能时的合计。",
		"≥ marks what is known as a lower limit only. A year is twelve months. Least and most: the total whatever is not stated turns out to be.")
	costs := sheet.Section{Title: title("总体影响", "What the draft does"), Rows: r.sumRows(l), Texts: 1,
		Notes: append([]string{known}, r.sumNotes(l)...)}
	if several {
		costs.Lists = []sheet.Block{{Line: r.headline(l), Below: r.draftLines(l)}}
	}
	sections := []sheet.Section{
		costs,
		{Title: title("增减的分布（每户每月，元）", "The distribution of changes (yuan a month, by household)"), Chart: r.bars(l), Notes: r.changeNotes(l)},
	}
	for _, t := range r.Groups.tables(l) {
		sections = append(sections, sheet.Section{Title: title("谁增谁减："+t.title, "Who gains and who loses, "+t.title), Rows: t.rows(l), Texts: 1})
	}
	sections = append(sections, sheet.Section{Title: title("减少和增加最多的家庭及理由", "The largest losses and gains, with the reasons"), Lists: r.lossesAndGains(l)})
	if len(r.EndedWhy) > 0 {
		sections = append(sections, sheet.Section{Title: title("不再符合低保的家庭及理由", "No longer eligible for dibao, with the reasons"), Lists: blocksOf(r.EndedWhy, l)})
	}
	return append(sections,
		sheet.Section{Title: title("按地方、户籍类别和项目（元/月；万元/年）", "By place, kind of hukou and benefit (yuan a month; 10,000 yuan a year)"), Rows: r.costRows(l), Texts: 3, Sums: len(r.ByBenefit) + len(r.ByKind) + 1},
		sheet.Section{Title: title("站在断崖附近的家庭", "Who stands near a cliff"), Rows: r.nearRows(l), Texts: 1, Notes: append([]string{
			l.In("断崖：收入多一分，合计变动超过一分。附近：月收入相差一百元以内。",
				"A cliff: a fen more income changes the total by more than a fen. Near: within 100 yuan of income a month.")}, r.nearNotes(l)...)},
		sheet.Section{Title: title("断崖明细：草案新增和消除的", "Cliffs that the draft adds or removes"), Lists: cliffList(cliffs(r.drawn), l), Chart: r.drawings(),
			Notes: []string{fmt.Sprintf(l.In("以 %d 户为例。", "Of %d households, as examples."), len(r.drawn))}})
}

// drawings are the curves, each a picture that fits on a printed page.
func (r *report) drawings() (all template.HTML) {
	for i := range r.drawn {
		all += picture(svg(r.drawn[i:i+1], r.Before, r.On))
	}
	return all
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
