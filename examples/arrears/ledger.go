package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// width is that of a page.
const width = 100

// text is the account as a caseworker reads it: what was recorded, month by month what was due and
// paid, the totals, the next review.
func (p *program) text(h months.History, r result, none *months.ReviewError) string {
	l := p.Lang
	var b strings.Builder
	fmt.Fprintf(&b, l.In("家庭 %s 的账目，%s至%s，按%s已知的情况（单位：元）\n", "Account of household %s, %s to %s, as known on %s, in yuan\n"), layout.Plain(r.ID), r.From, r.To, r.Known)
	b.WriteString("\n" + l.In("登记", "On record") + "\n" + records(h, r.Known, l))
	b.WriteString("\n" + l.In("逐月", "Month by month") + "\n" + rows(r.Rows, l))
	if text := exceptions(r.decided, l); text != "" {
		b.WriteString("\n" + l.In("未照常发放的月份", "Months that are not simply due") + "\n" + text)
	}
	b.WriteString("\n" + l.In("合计", "Totals") + "\n" + totals(r.Ledger, l))
	review := ""
	if none != nil {
		review = none.Text(l)
	} else {
		review = r.review.Text(l)
	}
	b.WriteString("\n" + layout.Wrap(review, "", "  ", width))
	b.WriteString("\n" + rests(r.Ledger, l))
	return b.String()
}

// records lists what was recorded up to a day.
func records(h months.History, known standards.Date, l standards.Lang) string {
	table := layout.Table{}
	table.Add(l.In("登记日期", "recorded"), l.In("自何日起", "true from"), "")
	for i, v := range h.Versions {
		if known.Before(v.Recorded) {
			continue
		}
		note := layout.Passage(v.Note)
		if i > 0 && h.Versions[i-1].From == v.From {
			note += l.In("（更正）", " (a correction)")
		}
		table.Add(v.Recorded.String(), v.From.String(), note)
	}
	return table.Render("  ")
}

func rows(all []months.Row, l standards.Lang) string {
	table := layout.Table{Right: []bool{false, false, true, true, true}}
	table.Add(l.In("月份", "month"), l.In("项目", "benefit"), l.In("应发", "due"), l.In("已发", "paid"), l.In("差额", "difference"), l.In("原因", "cause"))
	last := months.Month{}
	for _, r := range all {
		month := ""
		if r.Month != last {
			month = r.Month.String()
		}
		last = r.Month
		due := r.Due.Amount.YuanText()
		if r.Due.Bound == standards.AtLeast {
			due = l.In("不低于", "at least ") + due
		}
		table.Add(month, name(r.Key, l), due, r.Paid.String(), signed(r.Difference), causes(r.Causes, l))
	}
	return table.Render("  ")
}

// stretch is a run of months in which the same holds of one benefit.
type stretch struct {
	months.Key
	status      months.Status
	first, last months.Month
}

// exceptions says of each benefit in which months something else holds than that it is due: a grant
// that ended with a move, a change within the review period, a grace period.
func exceptions(all []months.Decided, l standards.Lang) string {
	var list []stretch
	for _, d := range all {
		for _, due := range d.Due {
			i := slices.IndexFunc(list, func(s stretch) bool {
				return s.Key == due.Key && s.status == due.Status && s.last.Next() == d.Month
			})
			switch {
			case due.Status == months.Running:
			case i >= 0:
				list[i].last = d.Month
			default:
				list = append(list, stretch{due.Key, due.Status, d.Month, d.Month})
			}
		}
	}
	var b strings.Builder
	for _, s := range list {
		when := s.first.String()
		if s.last != s.first {
			when += l.In("至", " to ") + s.last.String()
		}
		text := "- " + when + l.In("，", ", ") + name(s.Key, l) + l.In("：", ": ") + s.status.Text(l)
		b.WriteString(layout.Wrap(text, "  ", "    ", width))
	}
	return b.String()
}

func name(k months.Key, l standards.Lang) string {
	if k.Part == benefit.Dibao {
		return k.Part.Text(l)
	}
	return k.Part.Text(l) + l.In("：", ": ") + layout.Plain(k.Member)
}

// signed writes a difference: + is still to be paid, - was paid too much.
func signed(s months.Sum) string {
	if s > 0 {
		return "+" + s.String()
	}
	return s.String()
}

func causes(all []months.Share, l standards.Lang) string {
	texts := make([]string, len(all))
	for i, c := range all {
		texts[i] = c.Cause.Text(l)
		if len(all) > 1 {
			texts[i] += " " + signed(c.Sum)
		}
	}
	return strings.Join(texts, l.In("；", "; "))
}

// totals keeps what is still to be paid and what was paid too much apart.
func totals(r months.Ledger, l standards.Lang) string {
	table := layout.Table{Right: []bool{false, true}}
	due := r.Totals.Due.String()
	if r.Totals.Bound == standards.AtLeast {
		due = l.In("不低于", "at least ") + due
	}
	table.Add(l.In("应发", "due"), due)
	table.Add(l.In("已发", "paid"), r.Totals.Paid.String())
	part := func(title string, sum months.Sum, of func(months.Share) bool) {
		if sum == 0 {
			return
		}
		table.Add(title, sum.String())
		for _, c := range r.Causes {
			if of(c) {
				table.Add("  "+c.Cause.Text(l), max(c.Sum, -c.Sum).String())
			}
		}
	}
	part(l.In("应补发", "still to be paid"), r.Totals.Underpaid, func(c months.Share) bool { return c.Sum > 0 })
	part(l.In("多发", "paid too much"), r.Totals.Overpaid, func(c months.Share) bool { return c.Sum < 0 && c.Cause != months.NotDetermined })
	part(l.In("超出已知下限，是否多发待定", "beyond what is known to be due, not determined"), r.Totals.Open, func(months.Share) bool { return false })
	return table.Render("  ")
}

// rests says which readings and which unverified days what is due rests on.
func rests(r months.Ledger, l standards.Lang) string {
	var b strings.Builder
	line := func(text string) { b.WriteString(layout.Wrap("- "+text, "  ", "    ", width)) }
	b.WriteString(l.In("依据的读法和未核实的日期", "Readings and unverified dates") + "\n")
	for _, info := range standards.AllReadings() {
		if choice := r.Readings.Of(info.Reading); choice != 0 {
			line(info.ID + " " + info.Question.In(l) + " " + choice.Text(l))
		}
	}
	line(l.In("两项补贴自申请当月起发放：未见全文，按此理解", "the two subsidies run from the month of application: no text at hand says so"))
	for _, document := range r.Unverified {
		if info, ok := standards.Published().Document(document); ok {
			line(fmt.Sprintf(l.In("%s：施行日期%s未核实", "%s: that it is in force from %s is unverified"), info.Name(l), info.From))
		}
	}
	return b.String()
}
