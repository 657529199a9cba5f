package desk

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// writePage writes what the decisions come to as one page to print.
func (p *program) writePage(to io.Writer) error {
	html, err := p.sheetPage().HTML()
	if err != nil {
		return err
	}
	_, err = to.Write(html)
	return err
}

// sheetPage is the page of the totals. Sections without anything in them are left out.
func (p *program) sheetPage() *sheet.Page {
	l, all, c := p.Lang, p.summary.totals.All(), p.costs()
	day := p.Set.Day()
	page := &sheet.Page{Lang: l, Warnings: p.pageWarnings(),
		Title: fmt.Sprintf(l.In("社会救助登记表汇总：按%[1]d年%[2]d月%[3]d日的标准",
			"A register of social assistance by the standards of %[4]s"), day.Year, int(day.Month), day.Day, day)}
	page.Lines = append(page.Lines, l.In("登记表：", "register: ")+p.registerName())
	for _, o := range p.Laid.Overlays() {
		kind := l.In("补充：", "supplement: ")
		if o.Kind == standards.Draft {
			kind = l.In("草案，不是现行规定：", "draft, not law in force: ")
		}
		page.Lines = append(page.Lines, kind+layout.Short(o.ID)+l.In("，", ", ")+layout.Passage(o.Title))
	}
	page.Lines = append(page.Lines, fmt.Sprintf(l.In("审核 %d 户 %d 人，未能审核 %d 户。本表是按登记表所载情况的计算，不是审批决定。",
		"%d households with %d people were decided, %d were refused. "+
			"This is a calculation by what the register states, not a decision."), all.Households, all.People, p.Refused))
	sections := append(p.costSections(&c), p.categories(&all), p.averages(), p.paidSection(),
		p.openSection(), p.assumedSection(), p.warningSection(), p.allCosts(&c))
	for _, s := range sections {
		if len(s.Rows) > 1 || len(s.Notes) > 0 {
			page.Sections = append(page.Sections, s)
		}
	}
	return page
}

// registerName is the name of the register's file, without its folder.
func (p *program) registerName() string {
	if p.name == "-" {
		return p.Lang.In("标准输入", "standard input")
	}
	return layout.Passage(filepath.Base(p.name))
}

// pageWarnings say what makes the sums less than they seem.
func (p *program) pageWarnings() []string {
	var list []string
	l := p.Lang
	if p.summary.unread {
		list = append(list, strings.TrimSpace(cli.UnreadText(l)))
	}
	if p.Refused > 0 {
		list = append(list, fmt.Sprintf(l.In("未能审核的 %d 户不在任何合计之内。", "The %d households that were refused are in no sum."), p.Refused))
	}
	if len(p.Assumes) > 0 {
		list = append(list, l.In("部分事项由 -assume 填补，结果只供测算：", "Facts were filled by -assume, so this is an estimate: ")+strings.Join(p.Assumes, l.In("，", ", ")))
	}
	if p.level == register.LevelCertificates {
		list = append(list, l.In("登记表每行是一名残疾人，没有家庭：只审核残疾人两项补贴，是否享受低保不能从名册得知。",
			"Each row of the register is a disabled person without the household: the two subsidies alone are decided, and whether the household is on dibao is not known by it."))
	}
	if alone := strings.TrimSpace(p.aloneText()); alone != "" {
		list = append(list, alone)
	}
	return list
}

// costSections are the costs by benefit and by place, with their charts.
func (p *program) costSections(c *sheet.Costs) []sheet.Section {
	l := p.Lang
	byBenefit := sheet.Section{Title: l.In("应享受的待遇", "What is due"), Rows: costRows(append(c.ByBenefit, c.All), l, 2), Texts: 1, Sums: 1,
		Notes: append(p.costNotes(c), l.In("全年按十二个月计。一人可以享受两项待遇，所以合计的户数、人数不是各项相加。",
			"A year is twelve months. One person may have two benefits, so the households and people of the sum are not the sums of those above."))}
	var bars []sheet.Bar
	for _, one := range c.ByBenefit {
		bars = append(bars, barOf(one.Benefit.Text(l), &one, l))
	}
	byBenefit.Chart = sheet.Bars(bars)
	byPlace := sheet.Section{Title: l.In("按地方和户籍类别", "By place and kind of hukou"), Texts: 2, Sums: 1}
	bars = nil
	for i, row := range costRows(append(c.ByPlace, c.All), l, 0) {
		byPlace.Rows = append(byPlace.Rows, append(row[:2:2], row[3:]...))
		if i > 0 && i <= len(c.ByPlace) {
			bars = append(bars, barOf(row[0]+l.In("，", ", ")+row[1], &c.ByPlace[i-1], l))
		}
	}
	byPlace.Chart = sheet.Bars(bars)
	if len(c.ByPlace) == 0 {
		byPlace.Rows = nil
	}
	return []sheet.Section{byBenefit, byPlace}
}

func barOf(name string, c *sheet.Cost, l standards.Lang) sheet.Bar {
	month := c.Sides[0].Month
	return sheet.Bar{Name: name, Size: month.Fen, Value: month.Yuan() + l.In(" 元/月", " a month")}
}

// allCosts is the whole table, by place, kind of hukou and benefit.
func (p *program) allCosts(c *sheet.Costs) sheet.Section {
	return sheet.Section{Title: p.Lang.In("按地方、户籍类别和项目", "By place, kind of hukou and benefit"), Rows: costRows(append(c.Rows, c.All), p.Lang, 0), Texts: 3, Sums: 1}
}

// categories are the households by category.
func (p *program) categories(all *caseload.Cell) sheet.Section {
	l := p.Lang
	s := sheet.Section{Title: l.In("家庭类别", "Households by category"), Texts: 1, Rows: [][]string{{l.In("类别", "category"), l.In("户数", "households"), l.In("人数", "people")}}}
	if p.level == register.LevelCertificates {
		return s
	}
	for c := benefit.CategoryTekun; c <= benefit.CategoryUndetermined; c++ {
		if t := all.Category[c]; t.Households > 0 {
			s.Rows = append(s.Rows, []string{c.Text(l), count(t.Households), count(t.People)})
		}
	}
	return s
}

// averages say how the averages of item 9 and the placement of item 10 stand.
func (p *program) averages() sheet.Section {
	s := sheet.Section{Title: p.Lang.In("月人均救助水平和集中供养率（要点第9、10项）", "Averages and placement (items 9 and 10 of the work points)")}
	s.Notes = p.averageTexts()
	return s
}

// paidSection compares what is paid with what is due.
func (p *program) paidSection() sheet.Section {
	s := sheet.Section{Title: p.Lang.In("与现发放金额比较", "Compared with what is paid")}
	if p.summary.paid.any() {
		s.Notes = strings.Split(strings.TrimSpace(p.summary.paid.text(p.Lang)), "\n")
	}
	return s
}

// openSection says what undetermined households need.
func (p *program) openSection() sheet.Section {
	l := p.Lang
	s := sheet.Section{Title: l.In("待定家庭尚需的事项和标准", "What undetermined households need"), Texts: 1,
		Rows: [][]string{{l.In("事项或标准", "fact or figure"), l.In("户数", "households")}}}
	for f, n := range p.summary.totals.Facts {
		if fact := benefit.Fact(f); n > 0 {
			s.Rows = append(s.Rows, []string{fact.Text(l) + bracketed(settles(fact, l), l), count(n)})
		}
	}
	for k, n := range p.summary.totals.Figures {
		if n > 0 {
			s.Rows = append(s.Rows, []string{standards.Key(k).Text(l) + bracketed(l.In("县市区自定的标准，用 -tables 载入", "a figure of the place, by -tables"), l), count(n)})
		}
	}
	return s
}

// bracketed is text in brackets, "" where there is none.
func bracketed(text string, l standards.Lang) string {
	if text == "" {
		return ""
	}
	return l.In("（", " (") + text + l.In("）", ")")
}

// assumedSection says what was taken for something without being stated.
func (p *program) assumedSection() sheet.Section {
	l := p.Lang
	s := sheet.Section{Title: l.In("登记表未载明而作了认定的", "Taken for something without being stated"), Texts: 2,
		Rows: [][]string{{l.In("事项", "fact"), l.In("认定为", "taken for"), l.In("户数", "households")}}}
	for f, n := range p.summary.assumed {
		if fact := benefit.Fact(f); n > 0 {
			s.Rows = append(s.Rows, []string{fact.Text(l), cli.AssumedWord(fact.AssumedAs(), l), count(n)})
		}
	}
	return s
}

// warningSection says what was warned of, and which rows were left out.
func (p *program) warningSection() sheet.Section {
	s := sheet.Section{Title: p.Lang.In("登记表的提醒", "What to know of the register")}
	if text := strings.TrimSpace(p.Warned.Text(p.Lang) + cli.SkippedText(p.file.Skipped(), p.Lang)); text != "" {
		s.Notes = strings.Split(text, "\n")
	}
	return s
}
