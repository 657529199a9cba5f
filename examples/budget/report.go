package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// report is what is printed.
type report struct {
	On         standards.Date       `json:"on"`
	Tables     []standards.TableRef `json:"tables"`
	Figure     string               `json:"figure"`
	Per        standards.Period     `json:"per"`
	Households int                  `json:"households"`
	Refused    int64                `json:"refused"`
	Complete   bool                 `json:"complete"` // the register was read to its end
	BudgetYuan string               `json:"budgetYuan"`
	Of         benefit.Names        `json:"of"`
	Exact      []amounts            `json:"exact"`
	Under      *spent               `json:"under,omitempty"`
	Over       *spent               `json:"over,omitempty"`
	Falls      int                  `json:"falls"`
	cli.WarnedJSON
	warned cli.Warned
}

// amounts are those next to each other that spend the budget; pairs are of the two ends.
type amounts struct {
	From  string    `json:"fromYuan"`
	To    string    `json:"toYuan"`
	Spent [2]string `json:"spentYuan"`
	Open  [2]int64  `json:"open"`
}

// spent is an amount and what is known to be due under it, with ≥ before what is a lower limit
// only.
type spent struct {
	Yuan  string `json:"yuan"`
	Spent string `json:"spentYuan"`
	Open  int64  `json:"open"` // households, by weight, of which a benefit is undetermined or its amount missing
}

func newReport(p *program, q *population.Search, households int, s *population.Solution) *report {
	figure := benefit.Figure{Key: q.Figure.Key, Place: q.Figure.Place, Residence: q.Figure.Residence, Of: q.Figure.Of}
	r := &report{On: p.Set.Day(), Tables: p.Set.Refs(), Figure: figure.String(), Per: q.From.Per(), Households: households, Refused: p.Refused, Complete: !p.Unread,
		BudgetYuan: wire.FormatFen(q.Budget), Of: q.Of, Exact: []amounts{}, Falls: s.Falls, WarnedJSON: p.Warned.JSON(), warned: p.Warned}
	if r.Tables == nil {
		r.Tables = []standards.TableRef{}
	}
	if r.Of == 0 {
		r.Of = benefit.Paying
	}
	for _, e := range s.Exact {
		r.Exact = append(r.Exact, amounts{e.From.Amount.YuanText(), e.To.Amount.YuanText(), [2]string{sum(e.From), sum(e.To)}, [2]int64{e.From.Open, e.To.Open}})
	}
	r.Under, r.Over = spentBy(s.Under), spentBy(s.Over)
	return r
}

func spentBy(s population.Spent) *spent {
	if !s.Amount.Stated() {
		return nil
	}
	return &spent{s.Amount.YuanText(), sum(s), s.Open}
}

// sum is what is spent, in yuan a month.
func sum(s population.Spent) string {
	if s.Bound == standards.AtLeast {
		return lowerLimit + wire.FormatFen(s.Fen)
	}
	return wire.FormatFen(s.Fen)
}

// lowerLimit stands before a sum that is at least what it says.
const lowerLimit = "≥"

// openText says how many households are open, nothing where none is.
func openText(open int64, l standards.Lang) string {
	if open == 0 {
		return ""
	}
	return fmt.Sprintf(l.In("，待定或缺金额 %d 户", ", %d households undetermined or without an amount"), open)
}

// lower reports whether a sum is a lower limit.
func lower(sum string) bool { return strings.HasPrefix(sum, lowerLimit) }

// bounded reports whether any sum is a lower limit.
func (r *report) bounded() bool {
	return slices.ContainsFunc(r.Exact, amounts.bounded) || r.Under != nil && lower(r.Under.Spent) || r.Over != nil && lower(r.Over.Spent)
}

func (e amounts) bounded() bool { return lower(e.Spent[0]) || lower(e.Spent[1]) }

// ends are the amounts themselves, one where both are the same.
func (e amounts) ends() []spent {
	first, last := spent{e.From, e.Spent[0], e.Open[0]}, spent{e.To, e.Spent[1], e.Open[1]}
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
	per := l.In("每月", "a month")
	if r.Per == standards.PerYear {
		per = l.In("每年", "a year")
	}
	var of []string
	for _, n := range r.Of.List() {
		of = append(of, n.Text(l))
	}
	w.say("%s：%d 户，退回 %d 户；每月资金 %s 元，用于%s", "%s: %d households, %d refused; %s yuan a month to spend, on %s", r.On, r.Households, r.Refused, r.BudgetYuan,
		strings.Join(of, l.In("、", ", ")))
	if !r.Complete {
		w.WriteString(cli.UnreadText(l))
	}
	w.WriteString(r.warned.Text(l))
	w.exact(r, per)
	w.nearest("不超过的最接近者", "the nearest that spends less", r.Under, per)
	w.nearest("超过的最接近者", "the nearest that spends more", r.Over, per)
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

// exact says which amounts spend the budget, and of each where only a lower limit is known.
func (w *writer) exact(r *report, per string) {
	if len(r.Exact) == 0 {
		w.say("没有一个金额恰好用完：", "no amount spends it to the fen:")
	}
	for _, e := range r.Exact {
		known := ""
		if e.bounded() {
			known = w.l.In("（就已知应发的金额而言）", " in what is known to be due")
		}
		if e.From == e.To {
			w.say("%s 为%s %s 元时恰好用完%s", "%s at %[3]s yuan %[2]s spends it to the fen%[4]s", r.Figure, per, e.From, known)
		} else {
			w.say("%s 为%s %s 元至 %s 元时都恰好用完%s", "%s at %[3]s to %[4]s yuan %[2]s spends it to the fen%[5]s", r.Figure, per, e.From, e.To, known)
		}
		for _, end := range e.ends() {
			if lower(end.Spent) {
				w.say("  %s 元时应发 %s 元%s", "  at %s due is %s%s", end.Yuan, end.Spent, openText(end.Open, w.l))
			}
		}
	}
}

// nearest names the amount on one side of the budget, if there is one.
func (w *writer) nearest(zh, en string, s *spent, per string) {
	if s != nil {
		w.say("  %[1]s：%[3]s %[4]s 元，用去 %[5]s 元%[6]s", "  %[2]s: %[4]s yuan %[3]s, which spends %[5]s%[6]s", zh, en, per, s.Yuan, s.Spent, openText(s.Open, w.l))
	}
}
