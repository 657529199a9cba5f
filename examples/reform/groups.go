package main

import (
	"fmt"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// groups are who gains and who loses. Each household is once in Size, Place and Disability, and in
// Benefit once for each benefit that is due or undetermined before or after.
type groups struct {
	Size       []groupChanges `json:"size"`
	Place      []groupChanges `json:"place"`
	Disability []groupChanges `json:"disability"`
	Benefit    []groupChanges `json:"benefit"`
}

// groupChanges are the households of a group, by what becomes of what they are due.
type groupChanges struct {
	Size         int                 `json:"size,omitzero"` // people; the last is for so many or more
	Place        standards.Place     `json:"place,omitzero"`
	Residence    standards.Residence `json:"residence,omitzero"`
	Grade        *int                `json:"grade,omitempty"` // the most severe of a member; 0: nobody has a certificate
	Benefit      benefit.Name        `json:"benefit,omitzero"`
	Gainers      int64               `json:"gainers"`
	Losers       int64               `json:"losers"`
	Unchanged    int64               `json:"unchanged"`
	Unclear      int64               `json:"unclear"`
	Undetermined int64               `json:"undetermined"`
	Gain         sheet.Sum           `json:"gain"` // a month, never netted; a lower limit where some of it is
	Loss         sheet.Sum           `json:"loss"`
}

// groupsOf lists the groups in which there is a household.
func groupsOf(g *caseload.Groups) groups {
	all := groups{Size: []groupChanges{}, Place: []groupChanges{}, Disability: []groupChanges{}, Benefit: []groupChanges{}}
	for size := range g.Size {
		addGroup(&all.Size, groupChanges{Size: size}, &g.Size[size])
	}
	for i, place := range standards.Divisions() {
		for kind := range g.Place[i] {
			addGroup(&all.Place, groupChanges{Place: place, Residence: standards.Residence(kind)}, &g.Place[i][kind])
		}
	}
	for grade := range g.Disability {
		addGroup(&all.Disability, groupChanges{Grade: &grade}, &g.Disability[grade])
	}
	for _, n := range benefit.Paying.List() {
		addGroup(&all.Benefit, groupChanges{Benefit: n}, &g.Benefit[n])
	}
	return all
}

// addGroup adds the outcomes of a group, if it has a household.
func addGroup(list *[]groupChanges, group groupChanges, o *caseload.Outcomes) {
	if group.count(o); group.Gainers+group.Losers+group.Unchanged+group.Unclear+group.Undetermined > 0 {
		*list = append(*list, group)
	}
}

// count says how many households gain, lose and stay, and how much.
func (g *groupChanges) count(o *caseload.Outcomes) {
	g.Gainers, g.Losers = o.Exact.Gainers+o.AtLeast.Gainers, o.Exact.Losers+o.AtLeast.Losers
	g.Unchanged = o.Exact.Same + o.AtLeast.Same
	g.Unclear = o.Unclear.Gainers + o.Unclear.Losers
	g.Undetermined = o.Open.Gainers + o.Open.Losers + o.Open.Same
	g.Gain = sheet.SumOf(o.Exact.Gain, o.AtLeast.Gainers > 0).Plus(sheet.SumOf(o.AtLeast.Gain, false))
	g.Loss = sheet.SumOf(o.Exact.Loss, o.AtLeast.Losers > 0).Plus(sheet.SumOf(o.AtLeast.Loss, false))
}

// name is what a group is of, in language l.
func (g *groupChanges) name(l standards.Lang) string {
	switch {
	case g.Size == caseload.LargestSize:
		return fmt.Sprintf(l.In("%d人及以上", "%d people or more"), g.Size)
	case g.Size == 1:
		return l.In("1人", "1 person")
	case g.Size > 0:
		return fmt.Sprintf(l.In("%d人", "%d people"), g.Size)
	case g.Place != 0:
		return g.Place.Text(l) + l.In("", " ") + kindName(g.Residence, l)
	case g.Benefit != 0:
		return g.Benefit.Text(l)
	case g.Grade == nil || *g.Grade == 0:
		return l.In("没有残疾人证", "no certificate")
	}
	return fmt.Sprintf(l.In("最重为%s级残疾",
		"most severe: grade %s"), l.In([]string{"", "一", "二", "三", "四"}[*g.Grade], fmt.Sprint(*g.Grade)))
}

// kindName is a kind of hukou in language l.
func kindName(r standards.Residence, l standards.Lang) string {
	if r == 0 {
		return l.In("（两种或未载明）", "(both or not stated)")
	}
	return r.Text(l)
}

// groupTable is a table of groups with its title.
type groupTable struct {
	title string
	list  []groupChanges
}

// tables are the groups with their titles in language l.
func (g *groups) tables(l standards.Lang) []groupTable {
	return []groupTable{
		{l.In("按家庭人数", "by size of household"), g.Size},
		{l.In("按地方和户籍", "by place and kind of hukou"), g.Place},
		{l.In("按家庭成员的残疾等级", "by disability in the household"), g.Disability},
		{l.In("按待遇项目", "by benefit"), g.Benefit},
	}
}

// rows are the header and the rows of a table of groups in language l.
func (t *groupTable) rows(l standards.Lang) [][]string {
	rows := [][]string{{"", l.In("增加（户）",
		"gain"), l.In("减少（户）", "lose"), l.In("不变（户）", "unchanged"), l.In("增减不明（户）", "not clear"),
		l.In("待定（户）", "undetermined"), l.In("增加（元/月）", "gains (yuan a month)"), l.In("减少（元/月）", "losses (yuan a month)")}}
	for i := range t.list {
		g := &t.list[i]
		row := []string{g.name(l)}
		for _, n := range [...]int64{g.Gainers, g.Losers, g.Unchanged, g.Unclear, g.Undetermined} {
			row = append(row, fmt.Sprint(n))
		}
		rows = append(rows, append(row, g.Gain.Yuan(), g.Loss.Yuan()))
	}
	return rows
}
