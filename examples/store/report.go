package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// report adds up what became of decisions, and by which rows they differ.
type report struct {
	same, alike, differ, failed int
	rows                        []rowDifference
	others                      []string // each decision that differs by no row, or could not be made again
}

// rowDifference is a figure that is now another, and how many decisions rest on it.
type rowDifference struct {
	verify.FigureDifference
	decisions int
}

// add counts one outcome.
func (r *report) add(o outcome, l standards.Lang) {
	switch {
	case o.err != nil:
		r.failed++
		r.others = append(r.others, r.line(o, cli.Text(o.err, l), l))
		return
	case o.Same() && o.SameStandards():
		r.same++
		return
	case o.Same():
		r.alike++
		return
	}
	r.differ++
	if len(o.Figures) == 0 {
		r.others = append(r.others, r.line(o, o.Text(l), l))
	}
	for _, f := range o.Figures {
		i := slices.IndexFunc(r.rows, func(known rowDifference) bool { return known.FigureDifference == f })
		if i < 0 {
			i = len(r.rows)
			r.rows = append(r.rows, rowDifference{FigureDifference: f})
		}
		r.rows[i].decisions++
	}
}

// line is what is said of one decision.
func (r *report) line(o outcome, what string, l standards.Lang) string {
	return fmt.Sprintf(l.In("第 %d 号，%s，家庭 %s：%s", "number %d, %s, household %s: %s"), o.number, o.on, layout.Plain(o.id),
		strings.ReplaceAll(what, "\n", l.In("；", "; ")))
}

// text is the report in language l.
func (r *report) text(l standards.Lang) string {
	var b strings.Builder
	fmt.Fprintf(&b, l.In("复核决定 %d 件\n", "decisions made again: %d\n"), r.same+r.alike+r.differ+r.failed)
	fmt.Fprintf(&b, l.In("  一致 %d 件\n", "  same: %d\n"), r.same)
	fmt.Fprintf(&b, l.In("  结果相同，但所依据的标准不是原决定所载的标准 %d 件\n",
		"  decided alike, under standards that are not those they name: %d\n"), r.alike)
	fmt.Fprintf(&b, l.In("  不同 %d 件\n", "  differ: %d\n"), r.differ)
	if r.failed > 0 {
		fmt.Fprintf(&b, l.In("  未能复核 %d 件\n", "  could not be made again: %d\n"), r.failed)
	}
	for _, row := range r.rows {
		fmt.Fprintf(&b, l.In("因下列标准不同 %d 件：%s\n", "differ by this row, %d: %s\n"), row.decisions, row.Text(l))
	}
	for _, one := range r.others {
		b.WriteString(one + "\n")
	}
	return b.String()
}
