package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// mostPoints is how many amounts one sweep tries at most.
const mostPoints = 200

// sweep tries one figure at several amounts, the rest staying as in a draft.
type sweep struct {
	figure         benefit.Figure
	from, to, step int64 // fen
	per            standards.Period
	was, drafted   standards.Amount // what is in force before and in the draft; not stated: none
	points         []point
}

// point is one amount of a sweep.
type point struct {
	amount     standards.Amount
	set        *standards.Set
	comparison caseload.Comparison
}

// parseSweep reads key@place/kind=from..to/step, with /month or /year behind. A fault says in
// language l what cannot be used.
func parseSweep(s string, l standards.Lang) (w *sweep, fault string) {
	figure, word, _ := strings.Cut(s, "=")
	from, rest, okTo := strings.Cut(word, "..")
	to, rest, okStep := strings.Cut(rest, "/")
	if !okTo || !okStep {
		return nil, fmt.Sprintf(l.In("%q 须写作 项目@地方/户籍=起..止/步长，例如 dibao-line@city-five/urban=600..700/10",
			"%q is to be KEY@PLACE/KIND=FROM..TO/STEP, such as dibao-line@city-five/urban=600..700/10"), s)
	}
	w = &sweep{}
	if w.figure, fault = cli.ParseFigure(figure, l); fault != "" {
		return nil, fault
	}
	info := w.figure.Key.Info()
	if info.Form&standards.Money == 0 {
		return nil, fmt.Sprintf(l.In("%s 不是金额，不能逐个测算", "%s is no amount, and cannot be swept"), w.figure)
	}
	step, per, hasPer := strings.Cut(rest, "/")
	if hasPer {
		var ok bool
		if w.per, ok = standards.Parse[standards.Period](per); !ok || info.Per != 0 && w.per != info.Per {
			return nil, fmt.Sprintf(l.In("期间 %q 不可用", "the period %q cannot be used"), per)
		}
	}
	for _, one := range [...]struct {
		word string
		into *int64
	}{{from, &w.from}, {to, &w.to}, {step, &w.step}} {
		var code string
		if *one.into, code = wire.ParseFen(one.word); code != "" {
			return nil, fmt.Sprintf(l.In("%q 不是金额（元）", "%q is no amount in yuan"), one.word)
		}
	}
	return w, w.rangeFault(l)
}

// rangeFault says in language l what is wrong with the amounts, nothing if they can be tried.
func (w *sweep) rangeFault(l standards.Lang) string {
	switch {
	case w.step == 0:
		return l.In("步长不能是 0", "the step cannot be 0")
	case w.to < w.from:
		return fmt.Sprintf(l.In("%s 到 %s 之间没有数值",
			"there is nothing from %s to %s"), wire.FormatFen(w.from), wire.FormatFen(w.to))
	case (w.to-w.from)/w.step >= mostPoints:
		return fmt.Sprintf(l.In("%d 个数值太多，最多 %d 个",
			"%d amounts are too many; at most %d"), (w.to-w.from)/w.step+1, mostPoints)
	}
	return ""
}

// settle finds what is in force for the figure in before and in the draft, and the period of the
// amounts. A fault says in language l why they cannot be tried.
func (w *sweep) settle(before, drafted *standards.Set, l standards.Lang) (fault string) {
	rows := inForce(before, w.figure)
	if len(rows) == 1 {
		w.was = rows[0].Amount
	}
	if drafted != nil {
		if rows := inForce(drafted, w.figure); len(rows) == 1 {
			w.drafted = rows[0].Amount
		}
	}
	if w.per != 0 {
		return ""
	}
	for _, row := range rows {
		if row.Amount.Per() == standards.PerYear {
			return fmt.Sprintf(l.In("%s 在案的是%s，须在步长后写明 /month 或 /year",
				"%s is stated as %s; write /month or /year behind the step"), figureOf(&row), row.Amount.Text(l))
		}
	}
	w.per = standards.PerMonth
	return ""
}

// rows are the rows that state one amount of the figure, with the bounds that are in force in a set.
func (w *sweep) rows(in *standards.Set, on standards.Date, amount standards.Amount) []standards.Standard {
	rows := inForce(in, w.figure)
	for i := range rows {
		r := &rows[i]
		r.Amount, r.Number, r.From, r.Until, r.Basis = amount, standards.Fraction{}, on, standards.Date{}, standards.Basis{Clause: "1"}
	}
	return rows
}

// replaced is an overlay with its rows of a figure replaced by others. Of a row for both kinds of
// hukou the kind that is not replaced stays.
func replaced(o standards.Overlay, f benefit.Figure, rows []standards.Standard) standards.Overlay {
	kept := []standards.Standard{}
	for _, r := range o.Rows {
		switch {
		case r.Key != f.Key || r.Place != f.Place || r.Of != f.Of:
		case r.Residence == 0 && f.Residence != 0:
			r.Residence = standards.Urban + standards.Rural - f.Residence
		case f.Residence == 0 || r.Residence == f.Residence:
			continue
		}
		kept = append(kept, r)
	}
	o.Rows, o.SHA256 = slices.Concat(kept, rows), standards.Digest{}
	return o
}
