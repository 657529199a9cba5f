package desk

import (
	"fmt"
	"math"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// summary is what the decisions come to.
type summary struct {
	totals   caseload.Totals
	reach    caseload.Reach // to which households something is due
	rows     int64
	paid     compared
	assumed  [benefit.FactCount]int64 // households of which a fact was taken for something, by weight
	families int64                    // households of more than one person
	unread   bool                     // the register was not read to its end
	keptElse int64                    // cells of kept columns that were not written, as another is
}

// compared is what is paid beside what is due; over, under and what is not compared are never
// netted.
type compared struct {
	Same           int64 `json:"same"` // households here and below are counted by weight
	Over           int64 `json:"over"`
	Under          int64 `json:"under"`
	NotCompared    int64 `json:"notCompared"`
	Refused        int64 `json:"refused"`
	RefusedNotRead int64 `json:"refusedNotRead"` // of those refused: what is paid is not stated, could not be read, differs between rows, or may be that of earlier rows
	NotStated      int64 `json:"notStated"`      // decided, and what is paid is not stated

	overFen, underFen, comparedFen, notFen, refusedFen int64

	OverYuan         string `json:"overYuan"`
	UnderYuan        string `json:"underYuan"`
	ComparedPaidYuan string `json:"comparedPaidYuan"` // what is paid to same, over and under
	NotPaidYuan      string `json:"notComparedPaidYuan"`
	RefusedPaidYuan  string `json:"refusedPaidYuan"`
	PaidYuan         string `json:"paidYuan"` // all that the register pays and that could be read
}

// any reports whether something is paid, as far as it could be read.
func (c *compared) any() bool {
	return c.Same+c.Over+c.Under+c.NotCompared+c.Refused-c.RefusedNotRead > 0
}

// weight is how many households one stands for.
func weight(r *caseload.Result) int64 { return caseload.Weight(&r.Household) }

// refuse counts what is paid to a household that is refused.
func (s *summary) refuse(r *caseload.Result) {
	s.paid.Refused += weight(r)
	paid, _, stated := paidAndDue(r)
	if !stated {
		s.paid.RefusedNotRead += weight(r)
	}
	s.paid.refusedFen = saturating.Add(s.paid.refusedFen, paid, weight(r))
}

// add adds a household that was decided and written, one row a member if members.
func (s *summary) add(r *caseload.Result, members bool) {
	s.rows++
	s.totals.Add(&r.Household, &r.Decision)
	s.reach.Add(&r.Household, &r.Decision)
	if len(r.Household.Members) > 1 {
		s.families++
	}
	for _, a := range r.Decision.Assumed {
		if a.Fact < benefit.FactCount {
			s.assumed[a.Fact] += weight(r)
		}
	}
	if members {
		s.keptElse += int64(r.KeptElseOf)
	} else {
		s.keptElse += int64(r.KeptElse)
	}
	s.paid.add(r)
}

// add adds what is paid to a household that was decided.
func (c *compared) add(r *caseload.Result) {
	w := weight(r)
	paid, due, stated := paidAndDue(r)
	switch difference := paid - due.Amount.Fen(); {
	case !stated:
		c.NotStated += w
		return
	case due.Bound != standards.Exactly:
		c.NotCompared += w
		c.notFen = saturating.Add(c.notFen, paid, w)
		return
	case difference > 0:
		c.Over += w
		c.overFen = saturating.Add(c.overFen, difference, w)
	case difference < 0:
		c.Under += w
		c.underFen = saturating.Add(c.underFen, -difference, w)
	default:
		c.Same += w
	}
	c.comparedFen = saturating.Add(c.comparedFen, paid, w)
}

// paidFen is all that the register pays and that could be read.
func (c *compared) paidFen() int64 {
	return saturating.Add(saturating.Add(c.comparedFen, c.notFen, 1), c.refusedFen, 1)
}

// text is what is paid beside what is due, for people.
func (c *compared) text(l standards.Lang) string {
	return fmt.Sprintf(l.In("与现发放金额比较：相符 %d 户；多发 %d 户，共 %s 元；少发 %d 户，共 %s 元；不能比较 %d 户，现发放 %s 元\n",
		"compared with what is paid: %d the same; %d over, by %s; %d under, by %s; %d not comparable, paid %s\n"),
		c.Same, c.Over, fen(c.overFen), c.Under, fen(c.underFen), c.NotCompared, fen(c.notFen)) +
		fmt.Sprintf(l.In("未能审核的按权数 %d 户，现发放 %s 元，其中 %d 户未载明或不能确定；已审核而未载明 %d 户；登记表现发放合计 %s 元\n",
			"by weight %d refused, paid %s, of which %d state nothing that is known for sure; %d decided do not state it; the register pays %s in all\n"),
			c.Refused, fen(c.refusedFen), c.RefusedNotRead, c.NotStated, fen(c.paidFen()))
}

// fen is an amount of fen in yuan, with a sign before one that is too large to be told.
func fen(n int64) string {
	text := wire.FormatFen(n)
	if n == math.MaxInt64 {
		return "≥" + text
	}
	return text
}

type tally struct {
	Households int64 `json:"households"`
	People     int64 `json:"people"`
}

type money struct {
	Recipients   int64  `json:"recipients"`
	Yuan         string `json:"yuan"`
	AtLeast      int64  `json:"atLeast"`
	Missing      int64  `json:"amountMissing"`
	Undetermined int64  `json:"undetermined"`
}

type wireSummary struct {
	On         standards.Date    `json:"on"`
	Digest     standards.Digest  `json:"digest"`
	Rows       int64             `json:"rows"`
	Refused    int64             `json:"refused"`
	Complete   bool              `json:"complete"` // the register was read to its end
	Households int64             `json:"households"`
	People     int64             `json:"people"`
	Category   map[string]tally  `json:"category"`
	Benefit    map[string]money  `json:"benefit"`
	TotalYuan  string            `json:"totalYuan"`
	TotalBound standards.Bound   `json:"totalBound"` // at-least where a payment is, an amount is missing or a part is undetermined
	Costs      []wireCost        `json:"costs"`      // by place, kind of hukou and benefit
	ByBenefit  []wireCost        `json:"costsByBenefit"`
	ByPlace    []wireCost        `json:"costsByPlace"` // and kind of hukou
	All        wireCost          `json:"costsInAll"`
	OnDibao    int64             `json:"dibaoPeople"` // single-person cover included
	Alone      int64             `json:"singlePersonPeople"`
	Paid       *compared         `json:"paid,omitempty"`
	Average    map[string]string `json:"average"`
	Placement  string            `json:"tekunPlacement,omitempty"` // item 10, where there are tekun people
	Needs      map[string]int64  `json:"needs"`
	Assumed    map[string]int64  `json:"assumed"` // households of which a fact that is not stated was taken for something
	Skipped    register.Skipped  `json:"skipped"` // rows of the register that are no household
	Checks     *wireChecks       `json:"checks,omitempty"`
	KeptElse   int64             `json:"keptNotWritten"` // cells of kept columns that state something else than what is written
	cli.WarnedJSON
}

func (s *summary) wire(p *program) wireSummary {
	all := s.totals.All()
	w := wireSummary{On: p.Set.Day(), Digest: p.Set.Digest(), Rows: s.rows, Refused: p.Refused, Complete: !s.unread, Households: all.Households, People: all.People,
		Category: map[string]tally{}, Benefit: map[string]money{}, Average: map[string]string{}, Needs: map[string]int64{}, Assumed: cli.AssumedCounts(&s.assumed), Skipped: p.file.Skipped(),
		KeptElse: s.keptElse, WarnedJSON: p.Warned.JSON()}
	w.TotalYuan, w.TotalBound = due(&all)
	costs := p.costs()
	w.Costs, w.ByBenefit, w.ByPlace, w.All = wireCosts(costs.Rows), wireCosts(costs.ByBenefit), wireCosts(costs.ByPlace), wireCostOf(costs.All)
	w.OnDibao, w.Alone = all.OnDibao()
	w.Placement = p.placement()
	for c := benefit.CategoryTekun; c <= benefit.CategoryUndetermined; c++ {
		w.Category[c.String()] = tally(all.Category[c])
	}
	for _, n := range benefit.Paying.List() {
		b := &all.Benefit[n]
		w.Benefit[n.String()] = money{b.Recipients, fen(b.Fen), b.AtLeast, b.Missing, b.Undetermined}
	}
	for _, r := range standards.Residences() {
		if check, err := s.totals.Average(p.Set, standards.Zhuzhou, r); err == nil {
			w.Average[r.String()] = check.Text(p.Lang)
		}
	}
	for f, n := range s.totals.Facts {
		if n > 0 {
			w.Needs[benefit.Fact(f).String()] = n
		}
	}
	for k, n := range s.totals.Figures {
		if n > 0 {
			w.Needs[standards.Key(k).String()] = n
		}
	}
	if p.level == register.LevelHouseholds {
		w.Checks = p.checks.wire()
	}
	if c := s.paid; c.any() {
		c.OverYuan, c.UnderYuan, c.ComparedPaidYuan = fen(c.overFen), fen(c.underFen), fen(c.comparedFen)
		c.NotPaidYuan, c.RefusedPaidYuan, c.PaidYuan = fen(c.notFen), fen(c.refusedFen), fen(c.paidFen())
		w.Paid = &c
	}
	return w
}

// due is what is due in all, in yuan a month, and how it is known.
func due(all *caseload.Cell) (yuan string, bound standards.Bound) {
	sum, bound, err := all.Due()
	if err != nil {
		return fen(math.MaxInt64), standards.AtLeast
	}
	return fen(sum), bound
}

// placement is how the placement of tekun people stands against item 10, "" where there are none.
func (p *program) placement() string {
	target, err := p.summary.totals.Placement(p.Set, standards.Zhuzhou)
	if err != nil || target.Verdict == eldercare.NotApplicable {
		return ""
	}
	return target.Text(p.Lang)
}

// text is the summary for people.
func (p *program) text() string {
	if p.level == register.LevelHouseholds {
		return p.checkText() + p.warningText()
	}
	l, all := p.Lang, p.summary.totals.All()
	var b strings.Builder
	fmt.Fprintf(&b, l.In("%s：审核 %d 户 %d 人，未能审核 %d 户\n", "%s: %d households with %d people decided, %d refused\n"), p.Set.Day(), all.Households, all.People, p.Refused)
	if p.summary.unread {
		b.WriteString(cli.UnreadText(l))
	}
	decides := p.level != register.LevelCertificates // households, not the two subsidies alone
	table := layout.Table{Right: []bool{false, true, true, true}}
	for c := benefit.CategoryTekun; c <= benefit.CategoryUndetermined; c++ {
		if t := all.Category[c]; decides && t.Households > 0 {
			table.Add(c.Text(l), fmt.Sprintf(l.In("%d 户", "%d households"), t.Households), fmt.Sprintf(l.In("%d 人", "%d people"), t.People))
		}
	}
	b.WriteString(table.Render("  ") + p.costText())
	for _, text := range p.averageTexts() {
		b.WriteString(text + "\n")
	}
	if p.summary.paid.any() {
		b.WriteString(p.summary.paid.text(l))
	}
	b.WriteString(cli.AssumedText(&p.summary.assumed, l))
	if open := p.openText(); open != "" && decides {
		b.WriteString(open)
	}
	if n := p.summary.keptElse; n > 0 {
		fmt.Fprintf(&b, l.In("原样写出的列中同一户各行不同、只写出第一行的：%d 格（-members 每人一行）\n", "cells of kept columns that say something else than what was written: %d\n"), n)
	}
	return b.String() + p.warningText()
}

// averageTexts say how the averages of item 9 and the placement of item 10 stand, where someone is
// paid or placed.
func (p *program) averageTexts() []string {
	if p.level == register.LevelCertificates {
		return nil
	}
	var list []string
	for _, r := range standards.Residences() {
		if check, err := p.summary.totals.Average(p.Set, standards.Zhuzhou, r); err == nil && check.Average.Stated() {
			list = append(list, r.Text(p.Lang)+p.colon()+check.Text(p.Lang))
		}
	}
	if text := p.placement(); text != "" {
		list = append(list, text)
	}
	return list
}

// warningText is what was warned of, and which rows were left out.
func (p *program) warningText() string {
	return p.Warned.Text(p.Lang) + p.aloneText() + cli.SkippedText(p.file.Skipped(), p.Lang)
}

// aloneText warns of a register in which everyone is alone and no number of people is stated: it may
// list the heads of households, whose other members it leaves out.
func (p *program) aloneText() string {
	const few = 3
	s := &p.summary
	if p.level != register.LevelMembers || s.families > 0 || s.rows < few || p.file.HeaderOf("people") != "" {
		return ""
	}
	if p.file.HeaderOf("relation") != "" {
		return p.Lang.In("提醒：每户都只有一人，又没有“家庭人口数”列；如果登记表只列户主，以上结论不对\n",
			"warning: every household has one person, and people is not stated; if the register lists heads alone, "+
				"these decisions are wrong\n")
	}
	return p.Lang.In("提醒：每户都只有一人，又没有“与户主关系”“家庭人口数”列；如果登记表只列户主，以上结论不对\n",
		"warning: every household has one person, and neither relation nor people is stated; "+
			"if the register lists heads alone, these decisions are wrong\n")
}

// openText says what would settle the households that are undetermined: the fact, in how many, and
// the column or the flag that states it.
func (p *program) openText() string {
	var parts []string
	for f, n := range p.summary.totals.Facts {
		fact := benefit.Fact(f)
		if n == 0 {
			continue
		}
		text := fmt.Sprintf(p.Lang.In("%s %d 户", "%s: %d"), fact.Text(p.Lang), n)
		if how := settles(fact, p.Lang); how != "" {
			text += p.Lang.In("（", " (") + how + p.Lang.In("）", ")")
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return p.Lang.In("待定家庭尚需（户数）：", "undetermined households need (households): ") + strings.Join(parts, p.Lang.In("；", "; ")) + "\n"
}

// settles says in language l which column states a fact, and which flag does for the whole
// register.
func settles(fact benefit.Fact, l standards.Lang) string {
	for _, f := range assistance.Fields() {
		if f.Fact != fact || len(f.Columns) == 0 {
			continue
		}
		column := f.Columns[0]
		if l == standards.Chinese && len(f.Columns) > 1 {
			column = f.Columns[1]
		}
		switch fact {
		case benefit.IncomeFact:
			return l.In("“月收入”列，没有收入的写 0", "a column own_income_month_yuan, 0 where there is none")
		case benefit.ResidenceFact:
			return l.In("“"+column+"”列，或 -residence", "a column "+column+", or -residence")
		case benefit.PropertyFact:
			return l.In("“"+column+"”列，或 -property", "a column "+column+", or -property")
		}
		return l.In("“"+column+"”列", "a column "+column)
	}
	return ""
}
