package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// writer writes a report in one language.
type writer struct {
	strings.Builder
	l standards.Lang
}

func (w *writer) say(zh, en string, args ...any) { fmt.Fprintf(w, w.l.In(zh, en)+"\n", args...) }

// report writes the report of one variant.
func (w *writer) report(r *report) {
	w.say("草案比较：%s（之前）与 %s（之后）；年龄都按 %s 计算", "Reform: %s (before) against %s (after); ages are those of %s throughout", r.Before, r.On, r.On)
	for _, line := range r.draftLines(w.l) {
		w.WriteString("  " + line + "\n")
	}
	if r.RecipientsOnly {
		w.say("\n注意：之前没有不符合低保条件的家庭。文件可能只有在保对象，看不出新增的对象。",
			"\nWarning: no household was ineligible for dibao before. The file may hold recipients only, and newly eligible ones cannot be seen.")
	}
	w.say("\n共 %d 户 %d 人，退回 %d 户", "\n%d households, %d people; %d refused", r.Households[0], r.People, r.Refused)
	if !r.Complete {
		w.WriteString(cli.UnreadText(w.l))
	}
	w.WriteString(r.warned.Text(w.l))
	w.WriteString("\n" + r.headline(w.l) + "\n")
	w.sums(r)
	w.costs(r)
	w.changes(r)
	w.distribution(r)
	w.groups(r)
	w.turns(r)
	w.averages(r)
	w.near(r)
	w.cliffs(r)
}

// headline says in language l what the draft does, in one sentence.
func (r *report) headline(l standards.Lang) string {
	more := sheet.Sum{Fen: r.Totals[1].Fen - r.Totals[0].Fen}
	zh, en := "增加", "more"
	if more.Fen < 0 {
		more.Fen, zh, en = -more.Fen, "减少", "less"
	}
	known := ""
	if r.Totals[0].AtLeast || r.Totals[1].AtLeast {
		known = l.In("（就已知部分而言）", " in what is known to be due")
	}
	year := l.In(more.Year().Wan(), more.Year().Yuan())
	people := r.CoveredPeople[1] - r.CoveredPeople[0]
	return fmt.Sprintf(l.In("草案每月支出%[1]s %[3]s 元，一年%[1]s %[4]s 万元%[5]s；低保（含单人户）%+[6]d 人；%[7]d 户增加，%[8]d 户减少，%[9]d 户不变，%[10]d 户增减不明，%[11]d 户待定。",
		"The draft costs %[3]s yuan a month %[2]s (%[4]s a year)%[5]s; people on dibao: %+[6]d; households that gain: %[7]d, that lose: %[8]d, unchanged: %[9]d, not clear: %[10]d, undetermined: %[11]d."),
		zh, en, more.Yuan(), year, known, people, r.Gainers, r.Losers, r.Unchanged, r.Unclear, r.Open)
}

func (w *writer) sums(r *report) {
	w.table(r.sumRows(w.l), 4)
	for _, note := range r.sumNotes(w.l) {
		w.WriteString("  " + note + "\n")
	}
}

// sumNotes say in language l what the sums do not know.
func (r *report) sumNotes(l standards.Lang) (notes []string) {
	for i, when := range [...]string{l.In("之前", "before"), l.In("之后", "after")} {
		b := &r.Bounds[i]
		if n := b.NoEnd.Households; n > 0 {
			notes = append(notes, fmt.Sprintf(l.In("%s有 %d 户没有在案的上限，最多只计已知部分：%s",
				"%s, %d households have no upper end on record, and the most holds what is known of them: %s"), when, n, b.NoEnd.text(l)))
		}
		if n := b.NotTried.Households; n > 0 {
			notes = append(notes, fmt.Sprintf(l.In("%s有 %d 户未载明的事项组合过多，未逐一测算：%s",
				"%s, %d households leave too much open to be tried in every way: %s"), when, n, b.NotTried.text(l)))
		}
		if k := r.Tekun[i]; k.AtLeast+k.Missing > 0 {
			notes = append(notes, fmt.Sprintf(l.In("%s特困人员的金额：%d 人只知下限，%d 人无据可查；合计只含已知部分，转为特困不是节支",
				"%s, what tekun people are due: of %d a lower limit, of %d nothing is on record; the sums hold what is known, and a move to tekun is no saving"), when, k.AtLeast, k.Missing))
		}
	}
	return notes
}

// text names the first households of a group in language l, and says that there are others.
func (g *group) text(l standards.Lang) string {
	ids := strings.Join(g.First, l.In("、", ", "))
	if g.Households > int64(len(g.First)) {
		ids += l.In("等", " and others")
	}
	return ids
}

// sumRows are the header and the rows of the table of sums in language l.
func (r *report) sumRows(l standards.Lang) [][]string {
	change := sheet.Sum{Fen: r.Totals[1].Fen - r.Totals[0].Fen}
	known := "" // of two lower limits the difference is not known
	if r.Totals[0].AtLeast || r.Totals[1].AtLeast {
		known = l.In("已知部分 ", "in what is known ")
	}
	people := func(zh, en string, n [2]int64) []string {
		return []string{l.In(zh, en), fmt.Sprint(n[0]), fmt.Sprint(n[1]), fmt.Sprintf("%+d", n[1]-n[0])}
	}
	return [][]string{
		{"", l.In("之前", "before"), l.In("之后", "after"), l.In("增减", "change")},
		people("应享受待遇的户数", "households with something due", r.Covered),
		people("低保（含单人户）人数", "people on dibao, single-person cover included", r.CoveredPeople),
		people("其中单人户", "of these single-person cover", r.SinglePeople),
		{l.In("合计（元/月）", "total (yuan a month)"), r.Totals[0].Yuan(), r.Totals[1].Yuan(), known + change.Yuan()},
		{l.In("合计（万元/年）", "total (10,000 yuan a year)"), r.Totals[0].Year().Wan(), r.Totals[1].Year().Wan(), known + change.Year().Wan()},
		{l.In("最少（元/月）", "least (yuan a month)"), r.Bounds[0].Least.Yuan(), r.Bounds[1].Least.Yuan(), ""},
		{l.In("最多（元/月）", "most (yuan a month)"), r.Bounds[0].Most.Yuan(), r.Bounds[1].Most.Yuan(), ""},
	}
}

// costs is the table of what is spent, with its sums.
func (w *writer) costs(r *report) {
	w.say("\n按地方、户籍类别和项目（元/月；万元/年，按十二个月计）", "\nBy place, kind of hukou and benefit (yuan a month; 10,000 yuan a year of twelve months)")
	w.table(r.costRows(w.l), 3)
}

// costRows are the header and the rows of the table of costs in language l: each place, kind of hukou and benefit, then what they add
// up to by benefit, by place and kind, and all together.
func (r *report) costRows(l standards.Lang) [][]string {
	rows := [][]string{{l.In("地方", "place"), l.In("户籍", "hukou"), l.In("项目", "benefit"), l.In("之前", "before"), l.In("之后", "after"),
		l.In("之前（万元/年）", "before (10,000 a year)"), l.In("之后（万元/年）", "after (10,000 a year)"), l.In("人数", "people"), l.In("待定人数", "undetermined")}}
	for _, c := range r.everyCost() {
		people, undetermined := "", ""
		if c.Benefit != 0 {
			people = arrow(c.Recipients)
		}
		if c.Undetermined != [2]int64{} {
			undetermined = arrow(c.Undetermined)
		}
		rows = append(rows, append(c.names(l), c.Before.Yuan(), c.After.Yuan(), c.BeforeYear.Wan(), c.AfterYear.Wan(), people, undetermined))
	}
	return rows
}

// everyCost are the costs in the order of the table, with their sums.
func (r *report) everyCost() []cost {
	return slices.Concat(r.Costs, r.ByBenefit, r.ByKind, []cost{r.All})
}

// names are the place, the kind of hukou and the benefit of c in language l.
func (c *cost) names(l standards.Lang) []string {
	return (&sheet.Cost{Place: c.Place, Residence: c.Residence, Benefit: c.Benefit}).Names(l)
}

// gainsAndLosses are the largest of each, with their reasons.
func (r *report) gainsAndLosses(l standards.Lang) []sheet.Block {
	return blocksOf(slices.Concat(r.LargestGains, r.LargestLosses), l)
}

// blocksOf are changed households with their reasons.
func blocksOf(list []changed, l standards.Lang) []sheet.Block {
	var all []sheet.Block
	for _, c := range list {
		all = append(all, sheet.Block{Line: c.ID + "  " + c.Before.Text(l) + " → " + c.After.Text(l), By: c.By.Yuan(), Below: c.Why[l]})
	}
	return all
}

// cliffList are the cliffs that the draft adds or removes.
func cliffList(cliffs []cliff, l standards.Lang) []sheet.Block {
	var all []sheet.Block
	for _, c := range cliffs {
		sign := l.In("消除", "removed")
		if c.Added {
			sign = l.In("新增", "added")
		}
		lines := strings.Split(c.Text[l], "\n")
		all = append(all, sheet.Block{Line: fmt.Sprintf("%s %s.%s %s", sign, c.Household, c.Member, lines[0]), Below: lines[1:]})
	}
	return all
}

// lossesAndGains are the largest of each, losses first.
func (r *report) lossesAndGains(l standards.Lang) []sheet.Block {
	return blocksOf(slices.Concat(r.LargestLosses, r.LargestGains), l)
}

// changeNotes say in language l how many gain and lose.
func (r *report) changeNotes(l standards.Lang) []string {
	notes := []string{fmt.Sprintf(l.In("增加 %d 户，减少 %d 户，不变 %d 户，待定 %d 户",
		"%d households gain, %d lose, %d stay, %d undetermined"), r.Gainers, r.Losers, r.Unchanged, r.Open)}
	if a := r.Distribution.AtLeast; a.Gainers+a.Losers+a.Same > 0 {
		notes = append(notes, fmt.Sprintf(l.In("其中金额只知下限、以已知部分比较的：增加 %d 户，减少 %d 户，不变 %d 户",
			"of these, by what is known of totals that are lower limits: %d gain, %d lose, %d stay"), a.Gainers, a.Losers, a.Same))
	}
	if r.Unclear > 0 {
		notes = append(notes, fmt.Sprintf(l.In("另有 %d 户因金额只知下限，增减不明",
			"of %d more, whose amounts are lower limits, it is not clear whether they gain or lose"), r.Unclear))
	}
	return notes
}

func (w *writer) changes(r *report) {
	notes := r.changeNotes(w.l)
	w.WriteString("\n" + strings.Join(notes, "\n  ") + "\n")
	w.WriteString(sheet.Text(r.gainsAndLosses(w.l)))
}

// distribution is the table of how many households change by how much; bands without any are left
// out.
func (w *writer) distribution(r *report) {
	l := w.l
	w.say("\n增减的分布（每户每月，元）", "\nThe distribution of changes (yuan a month, by household)")
	t := layout.Table{Right: []bool{false, true, true}}
	t.Add("", l.In("金额确定（户）", "exact"), l.In("只知下限（户）", "lower limits"))
	for i, b := range r.Distribution.Bands {
		if b.Exact+b.AtLeast > 0 {
			t.Add(bandText(i-caseload.ChangeBands, b, l), fmt.Sprint(b.Exact), fmt.Sprint(b.AtLeast))
		}
	}
	exact, known := &r.Distribution.Exact, &r.Distribution.AtLeast
	t.Add(l.In("增加合计（元/月）", "gains in all (yuan a month)"), exact.Gain.Yuan(), known.Gain.Yuan())
	t.Add(l.In("减少合计（元/月）", "losses in all (yuan a month)"), exact.Loss.Yuan(), known.Loss.Yuan())
	w.WriteString(t.Render("  "))
}

// bandText names a band so many steps above none, or below it.
func bandText(steps int, b band, l standards.Lang) string {
	switch {
	case steps == 0:
		return l.In("不变", "no change")
	case b.From == nil:
		return fmt.Sprintf(l.In("减少 %s 以上", "less by %s or more"), sheet.Sum{Fen: -b.To.Fen}.Yuan())
	case b.To == nil:
		return fmt.Sprintf(l.In("增加 %s 以上", "more by %s or more"), b.From.Yuan())
	case steps < 0:
		return fmt.Sprintf(l.In("减少 %s 至 %s",
			"less by %s to %s"), sheet.Sum{Fen: -b.To.Fen}.Yuan(), sheet.Sum{Fen: -b.From.Fen}.Yuan())
	}
	return fmt.Sprintf(l.In("增加 %s 至 %s", "more by %s to %s"), b.From.Yuan(), b.To.Yuan())
}

// groups are the tables of who gains and who loses.
func (w *writer) groups(r *report) {
	for _, t := range r.Groups.tables(w.l) {
		if len(t.list) > 0 {
			w.say("\n谁增谁减：%s", "\nWho gains and who loses, %s", t.title)
			w.table(t.rows(w.l), 1)
		}
	}
}

// turns says whose verdict of dibao turns, and why totals are not settled.
func (w *writer) turns(r *report) {
	w.say("新符合低保：%s", "newly eligible for dibao: %s", w.who(r.Turns["begun"]))
	w.say("不再符合低保：%s", "no longer eligible for dibao: %s", w.who(r.Turns["ended"]))
	w.WriteString(sheet.Text(blocksOf(r.EndedWhy, w.l)))
	if t := r.Turns["reopened"]; t.Households > 0 {
		w.say("原符合低保、现为待定：%s", "eligible for dibao before and undetermined after: %s", w.who(t))
	}
	if t := r.Turns["resolved"]; t.Households > 0 {
		w.say("原为待定、现符合低保：%s", "undetermined before and eligible for dibao after: %s", w.who(t))
	}
	for _, o := range r.Why {
		w.say("  待定：%d 户缺“%s”", "  undetermined in %d households: %s", o.Households, o.Text[w.l])
	}
}

// who names the first households of a turn, and says how many there are where they are more.
func (w *writer) who(t turn) string {
	if t.Households == 0 {
		return w.l.In("无", "none")
	}
	ids := strings.Join(t.First, w.l.In("、", ", "))
	if t.Households > int64(len(t.First)) {
		ids += fmt.Sprintf(w.l.In("等，共 %d 户", ", in all %d households"), t.Households)
	}
	return ids
}

func (w *writer) averages(r *report) {
	l := w.l
	w.say("\n第9项的月人均救助水平", "\nThe averages of item 9")
	for _, a := range r.Averages {
		when := l.In("之前", "before")
		if a.When == sides[1] {
			when = l.In("之后", "after")
		}
		fmt.Fprintf(w, "  %s %s %s: %s\n", a.Place.Text(l), a.Residence.Text(l), when, a.Text[l])
	}
	if r.NoAverage != [2]int64{} {
		w.say("  两种户籍或户籍未载明的家庭不计入：%s 人", "  households of both kinds of hukou, or none stated, are in no average: %s people", arrow(r.NoAverage))
	}
}

// near is the table of who stands near a cliff.
func (w *writer) near(r *report) {
	w.say("\n站在断崖附近的家庭（月收入相差一百元以内；收入多一分，合计变动超过一分）",
		"\nWho stands near a cliff: within 100 yuan of income a month, where a fen more changes the total by more than a fen")
	for _, note := range r.nearNotes(w.l) {
		w.WriteString("  " + note + "\n")
	}
	if len(r.Near.Cliffs) > 0 {
		w.table(r.nearRows(w.l), 1)
	}
}

// nearNotes say in language l what was looked at.
func (r *report) nearNotes(l standards.Lang) []string {
	n := r.Near
	notes := []string{fmt.Sprintf(l.In("逐户查看 %s 户；合计在此范围内有转折的 %s 户，其中细查 %s 户；待定的 %s 户未查",
		"screened: %s households; of these the total bends within it for %s, and %s were looked into; %s undetermined ones were not screened"),
		arrow(n.Screened), arrow(n.Near), arrow(n.Looked), arrow(n.Open))}
	if len(n.Cliffs) == 0 {
		notes = append(notes, l.In("无", "none"))
	}
	return notes
}

// nearRows are the header and the rows of the table of cliffs in language l.
func (r *report) nearRows(l standards.Lang) [][]string {
	rows := [][]string{{l.In("收入越过时",
		"as income passes it"), l.In("户数", "households"), l.In("人数", "people"), l.In("之前合计变动（元/月）", "total before changes by (yuan a month)"),
		l.In("之后合计变动（元/月）", "total after changes by (yuan a month)")}}
	for _, c := range r.Near.Cliffs {
		rows = append(rows, []string{c.Text[l], arrow(c.Households), arrow(c.People), c.Jump[0].text(l), c.Jump[1].text(l)})
	}
	return rows
}

// text is an extent in language l; nothing where nobody stands near a cliff.
func (e *extent) text(l standards.Lang) string {
	switch {
	case e == nil:
		return ""
	case e.From == e.To:
		return e.From.Yuan()
	}
	return e.From.Yuan() + l.In(" 至 ", " to ") + e.To.Yuan()
}

func (w *writer) cliffs(r *report) {
	w.say("\n断崖明细：草案新增和消除的，以 %d 户为例", "\nCliffs that the draft adds or removes, with %d households as examples", len(r.drawn))
	list := cliffs(r.drawn)
	if len(list) == 0 {
		w.say("  无", "  none")
	}
	w.WriteString(sheet.Text(cliffList(list, w.l)))
}

// arrow writes how many there were and are.
func arrow(pair [2]int64) string { return fmt.Sprintf("%d → %d", pair[0], pair[1]) }
