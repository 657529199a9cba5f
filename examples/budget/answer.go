package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

// answer says which amounts or shares spend the budget, as population.Solution does.
type answer struct {
	exact       []span
	under, over *point
	falls       int
}

// span is from one point to another, all of which spend the same.
type span struct{ from, to point }

// point is an amount or a share, and what is due under it.
type point struct {
	at string // in yuan or in percent
	population.Spent
}

// solve finds the answer over a population.
func (p *program) solve(ctx context.Context, packed *population.Population) (*answer, error) {
	progress := p.SearchProgress()
	defer progress.Clear()
	if p.search.shares {
		progress.Say(fmt.Sprintf(p.Lang.In("逐个试 %d 个百分数", "trying %d percentages"), p.search.count()))
		return p.solveShares(ctx, packed)
	}
	progress.Say(fmt.Sprintf(p.Lang.In("在 %d 个金额中求解", "searching among %d amounts"), p.search.count()))
	found, err := packed.Solve(ctx, p.search.Search, 0)
	if err != nil {
		return nil, err
	}
	a := &answer{under: pointOf(found.Under), over: pointOf(found.Over), falls: found.Falls}
	for _, e := range found.Exact {
		a.exact = append(a.exact, span{*pointOf(e.From), *pointOf(e.To)})
	}
	return a, nil
}

// pointOf is a point of the library's answer, nil where there is none.
func pointOf(s population.Spent) *point {
	if !s.Amount.Stated() {
		return nil
	}
	return &point{s.Amount.YuanText(), s}
}

// count is how many amounts or shares there are to try.
func (q *wanted) count() int64 {
	if q.shares {
		return (q.to-q.from)/q.step + 1
	}
	return (q.To.Fen()-q.From.Fen())/q.Step.Fen() + 1
}

// solveShares decides every household under one share after another.
func (p *program) solveShares(ctx context.Context, packed *population.Population) (*answer, error) {
	a, before := &answer{}, int64(0)
	for i := range p.search.count() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		set, err := p.setAt(i)
		if err != nil {
			return nil, err
		}
		spent, err := packed.Spend(set, p.search.Of, 0)
		if err != nil {
			return nil, err
		}
		same := i > 0 && spent.Fen == before
		if i > 0 && spent.Fen < before {
			a.falls++
		}
		a.add(&point{shareText(p.search.from + i*p.search.step), spent}, p.search.Budget, same)
		before = spent.Fen
	}
	return a, nil
}

// add adds what is due under the next share, which is the same as under the one before or not.
func (a *answer) add(one *point, budget int64, same bool) {
	switch {
	case one.Fen == budget && same:
		a.exact[len(a.exact)-1].to = *one
	case one.Fen == budget:
		a.exact = append(a.exact, span{*one, *one})
	case one.Fen < budget && (a.under == nil || one.Fen > a.under.Fen):
		a.under = one
	case one.Fen > budget && (a.over == nil || one.Fen < a.over.Fen):
		a.over = one
	}
}

// setAt makes the standards with the amount or the share at position i.
func (p *program) setAt(i int64) (*standards.Set, error) {
	tables, err := population.Lay(p.laid, p.search.rowAt(i), p.day)
	if err != nil {
		return nil, err
	}
	return tables.At(p.day)
}

// faultText says in the language of the run why something cannot be laid or searched: of the figure
// that is sought, by its flag rather than by the row of a file that is not there.
func (p *program) faultText(err error) string {
	var faults standards.RowErrors
	if !errors.As(err, &faults) {
		return cli.Text(err, p.Lang)
	}
	lines := make([]string, len(faults))
	for i, fault := range faults {
		one := *fault
		if strings.HasPrefix(one.Table, population.SoughtID) {
			one.Table, one.Row, one.Field = "-figure "+p.words.figure, -1, ""
		}
		lines[i] = one.Text(p.Lang)
	}
	return strings.Join(lines, "\n")
}
