package desk

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// costs is the table of what is due. Of a register of certificates it is of the two subsidies alone.
func (p *program) costs() sheet.Costs {
	c := sheet.CostsOf(sheet.Caseload{Totals: &p.summary.totals, Reach: &p.summary.reach})
	if p.level == register.LevelCertificates {
		other := func(one sheet.Cost) bool { return one.Benefit != benefit.Living && one.Benefit != benefit.Nursing }
		c.Rows, c.ByBenefit = slices.DeleteFunc(c.Rows, other), slices.DeleteFunc(c.ByBenefit, other)
	}
	return c
}

// costHeader are the headers of the table of costs in language l.
func costHeader(l standards.Lang) []string {
	return []string{
		l.In("地方", "place"), l.In("户籍", "hukou"), l.In("项目", "benefit"),
		l.In("户数", "households"), l.In("人数", "people"), l.In("待定人数", "people undetermined"),
		l.In("元/月", "yuan a month"), l.In("万元/年", "10,000 yuan a year"),
	}
}

// costRow is a row of the table of costs in language l. Where no amount is known and something is
// open, it says why in place of a zero.
func costRow(c *sheet.Cost, l standards.Lang) []string {
	s := &c.Sides[0]
	row := append(c.Names(l), count(s.Households), count(s.People), unlessNone(s.Undetermined))
	switch {
	case s.Month.Fen > 0 || !s.Month.AtLeast:
		return append(row, s.Month.Yuan(), s.Month.Year().Wan())
	case s.People > 0:
		return append(row, l.In("金额无依据", "not on record"), "")
	}
	return append(row, l.In("待定", "undetermined"), "")
}

// costRows is the header and rows of the table of costs, but for so many columns at the beginning.
func costRows(rows []sheet.Cost, l standards.Lang, without int) [][]string {
	list := [][]string{costHeader(l)[without:]}
	for i := range rows {
		list = append(list, costRow(&rows[i], l)[without:])
	}
	return list
}

func count(n int64) string { return strconv.FormatInt(n, 10) }

// unlessNone is n, "" where it is none.
func unlessNone(n int64) string {
	if n == 0 {
		return ""
	}
	return count(n)
}

// costText is what is due by benefit, and by place and kind of hukou where there are several, for
// people.
func (p *program) costText() string {
	l, c := p.Lang, p.costs()
	byBenefit := layout.Table{Right: []bool{false, true, true, true, true, true}}
	for i, row := range costRows(append(c.ByBenefit, c.All), l, 2) {
		if i == 0 {
			row[0] = ""
		}
		byBenefit.Add(row...)
	}
	text := l.In("应享受的待遇\n", "what is due\n") + byBenefit.Render("  ")
	if len(c.ByPlace) > 1 {
		byPlace := layout.Table{Right: []bool{false, false, true, true, true, true, true}}
		for _, row := range costRows(append(c.ByPlace, c.All), l, 0) {
			byPlace.Add(slices.Delete(row, 2, 3)...)
		}
		text += l.In("按地方和户籍类别\n", "by place and kind of hukou\n") + byPlace.Render("  ")
	}
	for _, note := range p.costNotes(&c) {
		text += note + "\n"
	}
	return text
}

// costNotes say what the table of costs does not: who is on dibao, and what is not in the sums.
func (p *program) costNotes(c *sheet.Costs) []string {
	var notes []string
	l, all, side := p.Lang, p.summary.totals.All(), &c.All.Sides[0]
	if people, alone := all.OnDibao(); people > 0 {
		notes = append(notes, fmt.Sprintf(l.In("低保对象 %d 人，其中按单人户纳入 %d 人",
			"people on dibao: %d, of them %d under single-person cover"), people, alone))
	}
	if side.Waiting > 0 {
		notes = append(notes, fmt.Sprintf(l.In("有待定事项的 %d 户 %d 人：待定的部分没有金额，不在以上合计之内，不是 0",
			"households that wait for something: %d, with %d people; "+
				"what is undetermined has no amount and is in no sum above, which does not mean 0"), side.Waiting, side.Undetermined))
	}
	if side.Month.AtLeast {
		notes = append(notes, l.In("≥ 表示只知下限：有标准只知不低于多少、金额没有依据或有待定的部分",
			"≥ marks a lower limit: a figure is known as a floor only, "+
				"an amount is not on record, or a part is undetermined"))
	}
	return notes
}

// wireCost is a row of the table of costs as reports have it, amounts as numbers with their bound
// apart.
type wireCost struct {
	Place        standards.Place     `json:"place,omitzero"`     // absent: all
	Residence    standards.Residence `json:"residence,omitzero"` // absent beside a place: both, or not stated
	Benefit      benefit.Name        `json:"benefit,omitzero"`   // absent: all
	Households   int64               `json:"households"`         // to which it is due
	People       int64               `json:"people"`             // to whom it is due; of all, those of these households
	Undetermined int64               `json:"undetermined"`       // people for whom it is; of all, those of waiting households
	Waiting      int64               `json:"waiting,omitzero"`   // of all benefits, households that wait for something
	Month        sheet.Sum           `json:"month"`
	Year         sheet.Sum           `json:"year"` // twelve months of it
}

func wireCostOf(c sheet.Cost) wireCost {
	s := &c.Sides[0]
	return wireCost{
		Place: c.Place, Residence: c.Residence, Benefit: c.Benefit, Households: s.Households, People: s.People,
		Undetermined: s.Undetermined, Waiting: s.Waiting, Month: s.Month, Year: s.Month.Year(),
	}
}

func wireCosts(rows []sheet.Cost) []wireCost {
	list := make([]wireCost, len(rows))
	for i, row := range rows {
		list[i] = wireCostOf(row)
	}
	return list
}

// writeTotals writes the table of costs as CSV for a spreadsheet: numbers are bare, and how they are
// known stands in a column of its own.
func (p *program) writeTotals(to io.Writer) error {
	if _, err := io.WriteString(to, byteOrderMark); err != nil {
		return err
	}
	l, c := p.Lang, p.costs()
	rows := [][]string{{
		l.In("地方", "place"), l.In("户籍", "hukou"), l.In("项目", "benefit"), l.In("户数", "households"), l.In("人数", "people"),
		l.In("待定人数", "undetermined_people"), l.In("有待定事项的户数", "waiting_households"),
		l.In("每月（元）", "month_yuan"), l.In("全年（元）", "year_yuan"), l.In("金额是否确定", "bound"),
	}}
	for _, one := range c.Every() {
		s, waiting := &one.Sides[0], ""
		if one.Benefit == 0 {
			waiting = count(one.Sides[0].Waiting)
		}
		counts := []string{count(s.Households), count(s.People), count(s.Undetermined), waiting}
		sums := []string{s.Month.Number(), s.Month.Year().Number(), p.boundWord(s.Month)}
		rows = append(rows, slices.Concat(one.Names(l), counts, sums))
	}
	return csv.NewWriter(to).WriteAll(rows)
}

// boundWord says how a sum is known, as the decisions do.
func (p *program) boundWord(s sheet.Sum) string {
	bound := standards.Exactly
	if s.AtLeast {
		bound = standards.AtLeast
	}
	word := p.bound(nil, bound)
	return string(word[:len(word)-1])
}
