package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// width is how wide the notes are set.
const width = 96

// text is the report for a reader: who stands how, the totals, the targets with their sources, and
// what is to be known of them.
func (r *report) text(l standards.Lang) string {
	var b strings.Builder
	day := l.In(fmt.Sprintf("%d年%d月%d日", r.On.Year, r.On.Month, r.On.Day), r.On.String())
	fmt.Fprintf(&b, l.In("养老服务目标核对，%s（读取 %d 行，其中不可用 %d 行）\n",
		"eldercare targets on %s (rows read: %d, refused of them: %d)\n"), day, r.Rows, r.Refused)
	b.WriteString(r.summaryText(l))
	for _, o := range r.overlays {
		of := l.In("补充：", "supplement: ")
		if o.Kind == standards.Draft {
			of = l.In("草案，不是现行规定：", "draft, not law in force: ")
		}
		b.WriteString(of + layout.Short(o.ID) + "  " + layout.Passage(o.Title) + "\n")
	}
	b.WriteString("\n")
	if len(r.subjects) > 0 {
		b.WriteString(r.subjectsText(l))
		b.WriteString(l.In("合计\n", "totals\n") + r.totalsText(l) + "\n")
	}
	b.WriteString(l.In("目标与出处\n", "targets and sources\n") + r.sourcesText(l) + "\n")
	b.WriteString(r.notesText(l))
	return b.String()
}

// summaryText says in a line how many targets stand how.
func (r *report) summaryText(l standards.Lang) string {
	var all total
	for _, sum := range r.Totals {
		all.Asked += sum.Asked
		all.Met += sum.Met
		all.Missed += sum.Missed
		all.NotStated += sum.NotStated
		all.NotApplicable += sum.NotApplicable
		all.NotOnRecord += sum.NotOnRecord
	}
	s := fmt.Sprintf(l.In("应核对 %d 项：达到 %d 项，未达到 %d 项，未载明 %d 项",
		"%d targets asked: %d met, %d missed, %d not stated"), all.Asked, all.Met, all.Missed, all.NotStated)
	if all.NotApplicable > 0 {
		s += fmt.Sprintf(l.In("，不适用 %d 项", ", %d with none to count"), all.NotApplicable)
	}
	if all.NotOnRecord > 0 {
		s += fmt.Sprintf(l.In("，目标无据 %d 项", ", %d without a target on record"), all.NotOnRecord)
	}
	return s + "\n"
}

// subjectsText is a table in which each subject has a heading, the columns being as wide for all.
func (r *report) subjectsText(l standards.Lang) string {
	t := layout.Table{Right: []bool{2: true, 3: true}}
	if l == standards.English {
		t.Add("source", "target", "figure", "actual", "result", "wanting")
	} else {
		t.Add("出处", "目标", "标准", "实际", "结果", "还差")
	}
	for _, s := range r.subjects {
		for _, f := range s.targets {
			last := ""
			switch {
			case f.Wanting > 0:
				last = f.Counted(f.Wanting, l)
			case len(f.add) > 0:
				last = r.addText(f, l)
			}
			t.Add(f.itemText(l), askedBy(f.Key).name(l), f.figureText(l), f.actualText(), f.verdictText(l), last)
		}
	}
	lines := strings.SplitAfter(t.Render("  "), "\n")
	var b strings.Builder
	b.WriteString(lines[0])
	next := 1
	for _, s := range r.subjects {
		b.WriteString(s.heading(l) + "\n")
		b.WriteString(strings.Join(lines[next:next+len(s.targets)], ""))
		next += len(s.targets)
	}
	return b.String() + "\n"
}

// heading says who it is and where it stands in the file.
func (s subject) heading(l standards.Lang) string {
	who := s.place.Text(l)
	switch {
	case s.kind == institution:
		who += l.In("　", ", ") + layout.Short(s.name)
	case s.kind == listed:
		if s.outOf.Stated() {
			return who + fmt.Sprintf(l.In("　所列机构合计（%[1]d 所，该县市区共 %[2]s 所）",
				", the institutions listed, together (%[1]d of %[2]s)"), s.summed, s.outOf)
		}
		return who + fmt.Sprintf(l.In("　所列机构合计（%d 所，是否全部未载明）",
			", the institutions listed, together (%d; whether these are all is not stated)"), s.summed)
	}
	who += fmt.Sprintf(l.In("（第 %d 行", " (line %d"), s.line)
	if s.summed > 0 {
		who += fmt.Sprintf(l.In("；第13项未填的数字按所列 %d 所机构合计",
			"; what it leaves blank of item 13 is the sum of the institutions listed, %d"), s.summed)
	}
	return who + l.In("）", ")")
}

// name is the short name of a target.
func (a asked) name(l standards.Lang) string { return l.In(a.zh, a.en) }

// itemText names the item of the city's document, or the clause of a tables file.
func (f finding) itemText(l standards.Lang) string {
	basis := f.Row.Basis
	switch {
	case f.Row.Key == 0:
		return "-"
	case basis.Document == standards.WorkPoints2020:
		return clauseText(basis.Clause, l)
	}
	return layout.Passage(f.Citation(l))
}

// figureText is the target, with ≥ where the document says so.
func (f finding) figureText(l standards.Lang) string {
	if f.Row.Key == 0 {
		return "-"
	}
	figure := f.Row.Number.String()
	if !askedBy(f.Key).share {
		figure = f.Counted(f.Row.Number.Num, l)
	}
	if f.Row.Bound == standards.AtLeast {
		return "≥" + figure
	}
	return figure
}

// actualText is what there is, as far as it is stated: 209/300 of a share, ? standing for what is
// not.
func (f finding) actualText() string {
	if !askedBy(f.Key).share {
		return orUnknown(f.Actual.Part)
	}
	if !f.Actual.Part.Stated() && !f.Actual.Whole.Stated() {
		return "?"
	}
	return orUnknown(f.Actual.Part) + "/" + orUnknown(f.Actual.Whole)
}

func orUnknown(c eldercare.Count) string {
	if c.Stated() {
		return c.String()
	}
	return "?"
}

// verdictText is a word or two; why a target does not apply is in the notes.
func (f finding) verdictText(l standards.Lang) string {
	switch f.Verdict {
	case eldercare.NotStated:
		return l.In("未载明", "not stated")
	case eldercare.NotApplicable:
		return l.In("不适用", "none to count")
	case eldercare.NotOnRecord:
		return l.In("目标无据", "no target")
	}
	return f.Verdict.Text(l)
}

// addText says what to add so that the target can be checked.
func (r *report) addText(f finding, l standards.Lang) string {
	names := make([]string, len(f.add))
	for i, c := range f.add {
		names[i] = r.headers.of(c).in(l)
	}
	add := l.In("请补：", "add: ") + strings.Join(names, l.In("、", ", "))
	if len(f.lines) == 0 {
		return add
	}
	const most = 5
	at := make([]string, min(len(f.lines), most))
	for i := range at {
		at[i] = strconv.Itoa(f.lines[i])
	}
	where := strings.Join(at, l.In("、", ", "))
	if all := len(f.lines); all > most {
		return add + fmt.Sprintf(l.In("（第 %[1]s 行等 %[2]d 行未填）",
			" (blank on %[2]d lines: %[1]s and others)"), where, all)
	}
	return add + fmt.Sprintf(l.In("（第 %s 行未填）", " (blank on line %s)"), where)
}

// totalsText leaves out the columns in which nothing stands.
func (r *report) totalsText(l standards.Lang) string {
	counts := []struct {
		zh, en string
		of     func(total) int
		stands bool
	}{
		{"应核对", "asked", func(t total) int { return t.Asked }, true},
		{"达到", "met", func(t total) int { return t.Met }, true},
		{"未达到", "missed", func(t total) int { return t.Missed }, true},
		{"未载明", "not stated", func(t total) int { return t.NotStated }, true},
		{"不适用", "none to count", func(t total) int { return t.NotApplicable }, false},
		{"目标无据", "no target", func(t total) int { return t.NotOnRecord }, false},
	}
	t := layout.Table{Right: []bool{2: true, 3: true, 4: true, 5: true, 6: true, 7: true, 8: true}}
	cells := []string{l.In("对象", "of"), l.In("目标", "target")}
	for i := range counts {
		some := func(t total) bool { return counts[i].of(t) > 0 }
		if counts[i].stands = counts[i].stands || slices.ContainsFunc(r.Totals, some); counts[i].stands {
			cells = append(cells, l.In(counts[i].zh, counts[i].en))
		}
	}
	t.Add(append(cells, l.In("还差", "wanting"))...)
	for _, sum := range r.Totals {
		cells := []string{sum.Kind.Text(l), askedBy(standards.NumberKey(sum.Key)).name(l)}
		for _, count := range counts {
			if count.stands {
				cells = append(cells, dashed(count.of(sum) > 0, strconv.Itoa(count.of(sum))))
			}
		}
		t.Add(append(cells, dashed(sum.Wanting > 0, sum.one.Counted(sum.Wanting, l)))...)
	}
	return t.Render("  ")
}

// dashed is s, or a dash where there is none.
func dashed(some bool, s string) string {
	if some {
		return s
	}
	return "-"
}

// sourcesText lists each figure that something was compared with, once, by document, with the words
// printed there.
func (r *report) sourcesText(l standards.Lang) string {
	var documents []standards.Document
	tables := map[standards.Document]*layout.Table{}
	var seen []standards.Standard
	for _, f := range r.byTarget() {
		if f.Row.Key == 0 || slices.Contains(seen, f.Row) {
			continue
		}
		seen = append(seen, f.Row)
		document := f.Row.Basis.Document
		if tables[document] == nil {
			documents = append(documents, document)
			tables[document] = &layout.Table{}
		}
		name := standards.Key(f.Key).Text(l) + ofText(f.Of, l)
		tables[document].Add(clauseText(f.Row.Basis.Clause, l), name, f.figureText(l), f.printedText(l))
	}
	switch {
	case len(r.subjects) == 0:
		return l.In("  没有可核对的行\n", "  there is no row to check\n")
	case len(documents) == 0:
		return l.In("  该日没有可据的目标；可用 -tables 载入\n", "  no target is on record for the day; -tables lays one over\n")
	}
	var b strings.Builder
	for _, document := range documents {
		b.WriteString("  " + document.Info().Name(l) + "\n" + tables[document].Render("    "))
	}
	return b.String()
}

// byTarget returns every finding in the order of the items.
func (r *report) byTarget() (all []finding) {
	for _, a := range askedTable {
		for _, s := range r.subjects {
			for _, f := range s.targets {
				if f.Key == a.key {
					all = append(all, f)
				}
			}
		}
	}
	return all
}

// clauseText names an item of a document, "" where none is stated.
func clauseText(clause string, l standards.Lang) string {
	if clause == "" {
		return ""
	}
	return layout.Passage(l.In("第"+clause+"项", "item "+clause))
}

// printedText is the figure as its document prints it, and the day from which a draft lets it go
// on.
func (f finding) printedText(l standards.Lang) string {
	s := ""
	if printed := f.Row.Basis.Printed; printed != "" {
		s = l.In("原文：", "printed: ") + layout.Passage(printed)
	}
	if carried := f.Row.Carried; !carried.IsZero() {
		s += fmt.Sprintf(l.In("（草案沿用 %s 的标准）", " (the draft carries on the figure of %s)"), carried)
	}
	return s
}

// ofText tells the coverage of the city from that of a unit.
func ofText(of string, l standards.Lang) string {
	switch of {
	case "city":
		return l.In("（市级）", " (city level)")
	case "county":
		return l.In("（县级）", " (county level)")
	}
	return ""
}

// notesText says what is to be known of the report, as far as it applies to it.
func (r *report) notesText(l standards.Lang) string {
	var notes []string
	note := func(zh, en string) { notes = append(notes, l.In(zh, en)) }
	verdicts := func(k kind, v eldercare.Verdict) bool {
		return slices.ContainsFunc(r.subjects, func(s subject) bool {
			return s.kind&k != 0 && slices.ContainsFunc(s.targets, func(f finding) bool { return f.Verdict == v })
		})
	}
	const everyone = city | district | institution | listed
	if verdicts(everyone, eldercare.NotStated) {
		note("未载明：缺少所需的数字，既不算达到，也不算未达到；空白不当作 0。",
			"Not stated: a number is not in the file. It is neither met nor missed, and a blank is no 0.")
	}
	if verdicts(everyone, eldercare.NotApplicable) {
		note("不适用：总数为 0，没有比例可言。", "None to count: the whole is 0, and a share of nothing is none.")
	}
	if slices.ContainsFunc(r.Totals, func(t total) bool {
		return t.Kind == institution && t.Key == standards.Key(standards.NursingBedShare) && t.Missed > 0
	}) {
		note("护理型床位占比按全部养老机构合计考核：单个机构低于该比例不是违反，只表明床位差在哪里；各机构差额相加可能大于合计所差。",
			"The share of nursing beds is asked of all institutions together: one below it is no breach "+
				"and only shows where beds are wanting, and these may come to more than what is wanting of all.")
	}
	if slices.ContainsFunc(r.subjects, func(s subject) bool { return s.kind == listed }) {
		zh, en := r.headers.of(colInstitutions).Zh, r.headers.of(colInstitutions).En
		note("县市区一行填写“"+zh+"”，且与所列机构数相同的，其未填的第13项数字按所列机构合计。",
			`Where the row of a district states as many "`+en+`" as are listed, what it leaves blank of item 13 `+
				"is their sum.")
	}
	if r.planned() {
		note("该日在目标公布之前：按当年计划核对。",
			"The day is before the targets were published: they are applied as planned for the year.")
	}
	if c := r.turnsOn(); c != 0 {
		note("目标的适用期间取“"+c.Text(standards.Chinese)+"”。",
			"The days to which the targets apply are read as: "+c.Text(standards.English)+".")
	}
	if len(r.Unlisted) > 0 {
		names := make([]string, len(r.Unlisted))
		for i, p := range r.Unlisted {
			names[i] = p.Text(l)
		}
		note("没有可用的行、其目标未核对："+strings.Join(names, "、")+"。",
			"Without a usable row, so not checked: "+strings.Join(names, ", ")+".")
	}
	var b strings.Builder
	if len(notes) > 0 {
		b.WriteString(l.In("说明\n", "notes\n"))
	}
	for _, n := range notes {
		b.WriteString(layout.Wrap(n, "  ", "  ", width))
	}
	return b.String()
}
