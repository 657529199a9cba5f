package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// report is what is printed.
type report struct {
	On         standards.Date       `json:"on"`
	Tables     []standards.TableRef `json:"tables"`
	Figure     string               `json:"figure"`
	Per        string               `json:"per"` // month, year or percent
	Households int                  `json:"households"`
	Refused    int64                `json:"refused"`
	Complete   bool                 `json:"complete"` // the register was read to its end
	BudgetYuan string               `json:"budgetYuan"`
	Of         benefit.Names        `json:"of"`
	Exact      []amounts            `json:"exact"`
	Under      *spent               `json:"under,omitempty"`
	Over       *spent               `json:"over,omitempty"`
	Falls      int                  `json:"falls"`
	Assumed    map[string]int64     `json:"assumed"` // households of which a fact that is not stated was taken for something
	cli.WarnedJSON
	warned cli.Warned
}

// amounts are those next to each other that spend the budget; pairs are of the two ends. They are
// in yuan or in percent.
type amounts struct {
	From        string       `json:"fromYuan,omitempty"`
	To          string       `json:"toYuan,omitempty"`
	FromPercent string       `json:"fromPercent,omitempty"`
	ToPercent   string       `json:"toPercent,omitempty"`
	Spent       [2]string    `json:"spentYuan"`
	Sum         [2]sheet.Sum `json:"spent"`
	Open        [2]int64     `json:"open"`
}

// spent is an amount, or a percentage, and what is known to be due under it, with ≥ before what is
// a lower limit only.
type spent struct {
	Yuan    string    `json:"yuan,omitempty"`
	Percent string    `json:"percent,omitempty"`
	Spent   string    `json:"spentYuan"`
	Sum     sheet.Sum `json:"spent"` // the same as a number, with its bound apart
	Open    int64     `json:"open"`  // households, by weight, of which a benefit is undetermined or its amount missing
}

func newReport(p *program, refs []standards.TableRef, households int, a *answer) *report {
	q := &p.search
	figure := benefit.Figure{Key: q.Figure.Key, Place: q.Figure.Place, Residence: q.Figure.Residence, Of: q.Figure.Of}
	r := &report{On: p.day, Tables: refs, Figure: figure.String(), Per: p.words.per, Households: households,
		Refused: p.Refused, Complete: !p.Unread,
		BudgetYuan: wire.FormatFen(q.Budget), Of: q.Of, Exact: []amounts{}, Falls: a.falls, Assumed: cli.AssumedCounts(&p.Assumed),
		WarnedJSON: p.Warned.JSON(), warned: p.Warned}
	if r.Tables == nil {
		r.Tables = []standards.TableRef{}
	}
	if r.Of == 0 {
		r.Of = benefit.Paying
	}
	for _, e := range a.exact {
		one := amounts{Sum: [2]sheet.Sum{sumOf(&e.from), sumOf(&e.to)}, Open: [2]int64{e.from.Open, e.to.Open}}
		one.Spent = [2]string{one.Sum[0].Yuan(), one.Sum[1].Yuan()}
		if q.shares {
			one.FromPercent, one.ToPercent = e.from.at, e.to.at
		} else {
			one.From, one.To = e.from.at, e.to.at
		}
		r.Exact = append(r.Exact, one)
	}
	r.Under, r.Over = spentBy(a.under, q.shares), spentBy(a.over, q.shares)
	return r
}

func spentBy(at *point, shares bool) *spent {
	if at == nil {
		return nil
	}
	sum := sumOf(at)
	if shares {
		return &spent{Percent: at.at, Spent: sum.Yuan(), Sum: sum, Open: at.Open}
	}
	return &spent{Yuan: at.at, Spent: sum.Yuan(), Sum: sum, Open: at.Open}
}

// sumOf is what is spent a month.
func sumOf(at *point) sheet.Sum { return sheet.SumOf(at.Fen, at.Bound == standards.AtLeast) }

// openText says how many households are open, nothing where none is.
func openText(open int64, l standards.Lang) string {
	if open == 0 {
		return ""
	}
	return fmt.Sprintf(l.In("，待定或缺金额 %d 户", ", %d households undetermined or without an amount"), open)
}

// bounded reports whether any sum is a lower limit.
func (r *report) bounded() bool {
	return slices.ContainsFunc(r.Exact, amounts.bounded) || r.Under != nil && r.Under.Sum.AtLeast || r.Over != nil &&
		r.Over.Sum.AtLeast
}

func (e amounts) bounded() bool { return e.Sum[0].AtLeast || e.Sum[1].AtLeast }

// ends are the amounts themselves, one where both are the same.
func (e amounts) ends() []spent {
	first := spent{Yuan: e.From, Percent: e.FromPercent, Spent: e.Spent[0], Sum: e.Sum[0], Open: e.Open[0]}
	last := spent{Yuan: e.To, Percent: e.ToPercent, Spent: e.Spent[1], Sum: e.Sum[1], Open: e.Open[1]}
	return slices.Compact([]spent{first, last})
}

// writer writes a report in one language.
type writer struct {
	strings.Builder
	l standards.Lang
}

func (w *writer) say(zh, en string, args ...any) { fmt.Fprintf(w, w.l.In(zh, en)+"\n", args...) }

func (r *report) text(l standards.Lang) string {
	w := &writer{l: l}
	var of []string
	for _, n := range r.Of.List() {
		of = append(of, n.Text(l))
	}
	w.say("%s：%d 户，退回 %d 户；每月资金 %s 元，用于%s", "%s: %d households, %d refused; %s yuan a month to spend, on %s", r.On,
		r.Households, r.Refused, r.BudgetYuan,
		strings.Join(of, l.In("、", ", ")))
	if !r.Complete {
		w.WriteString(cli.UnreadText(l))
	}
	w.WriteString(r.warned.Text(l))
	w.exact(r)
	w.nearest("不超过的最接近者", "the nearest that spends less", r, r.Under)
	w.nearest("超过的最接近者", "the nearest that spends more", r, r.Over)
	if r.bounded() {
		w.say("注意：求解只按已知应发的金额；≥ 表示应发不低于此数，可能超出资金",
			"note: only what is known to be due is searched over; ≥ marks a sum that is at least what it says, and more than the budget may be due")
	}
	if r.Falls > 0 {
		w.say("注意：有 %d 个金额比前一个用得少——家庭由参照单人户转为低保的，支出可能下降",
			"note: %d of the amounts spend less than the one before: where a family passes from single-person cover to dibao, what it is paid may fall", r.Falls)
	}
	return w.String()
}

// at writes an amount with what it is for, or a percentage.
func (r *report) at(yuan, share string, l standards.Lang) string {
	switch {
	case share != "":
		return share + " %"
	case r.Per == standards.PerYear.String():
		return l.In("每年 "+yuan+" 元", yuan+" yuan a year")
	}
	return l.In("每月 "+yuan+" 元", yuan+" yuan a month")
}

// between is a range of amounts, "" where there are none.
func between(from, to, word string) string {
	if from == "" {
		return ""
	}
	return from + word + to
}

// exact says which amounts spend the budget, and of each where only a lower limit is known.
func (w *writer) exact(r *report) {
	if len(r.Exact) == 0 {
		w.say("没有一个金额恰好用完：", "no amount spends it to the fen:")
	}
	for _, e := range r.Exact {
		known := ""
		if e.bounded() {
			known = w.l.In("（就已知应发的金额而言）", " in what is known to be due")
		}
		ends := e.ends()
		if len(ends) == 1 {
			w.say("%s 为%s时恰好用完%s", "%s at %s spends it to the fen%s", r.Figure, r.at(e.From, e.FromPercent, w.l), known)
		} else {
			w.say("%s 为%s时都恰好用完%s", "%s at %s spends it to the fen%s", r.Figure,
				r.at(between(e.From, e.To, w.l.In(" 元至 ", " to ")),
					between(e.FromPercent, e.ToPercent, w.l.In(" 至 ", " to ")), w.l), known)
		}
		for _, end := range ends {
			if end.Sum.AtLeast {
				w.say("  %s时应发 %s 元%s", "  at %s due is %s%s", r.at(end.Yuan, end.Percent, w.l), end.Spent, openText(end.Open, w.l))
			}
		}
	}
}

// nearest names the amount on one side of the budget, if there is one.
func (w *writer) nearest(zh, en string, r *report, s *spent) {
	if s != nil {
		w.say("  %[1]s：%[3]s，用去 %[4]s 元%[5]s", "  %[2]s: %[3]s, which spends %[4]s%[5]s", zh, en,
			r.at(s.Yuan, s.Percent, w.l), s.Spent, openText(s.Open, w.l))
	}
}
