// Command budget finds the line or the rate that spends a budget over a register of households.
//
//	go run ./examples/budget -on 2020-10-01 -figure dibao-line@city-five/urban -from 500 -to 800 [-step 1] [-per month] -budget 12000
//	    [-of dibao,singlePerson] [-tables t.json]... [-assume fact=value,...] [-json] [-lang zh|en] households.csv
//
// The figure is a key, a place and, where the key goes by them, a kind of hukou and a class. The budget is in yuan a month, for all benefits
// or those of -of; what is spent is what is known to be due. Where more may be due, ≥ stands before it, with how many households are
// undetermined or without an amount. A figure that a tables file states is replaced there, any other is laid over as a draft. Every amount from
// -from to -to is accounted for, exactly: where none spends the budget to the fen, the nearest on both sides stand.
//
// It exits with 0 when all input was decided, 1 when some of it was refused (each refusal is on stderr, and the rest is still decided) or the
// run was interrupted, and 2 on wrong usage.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/signal"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // the second time it ends the program
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func usage(l standards.Lang) string {
	return l.In(`用法：
  budget -on 2020-10-01 -figure dibao-line@city-five/urban -from 500 -to 800 -budget 12000 [选项] 登记表.csv|-

选项：
  -on 日期             按哪一天的标准
  -figure 项目@地方    所求的标准，例如 dibao-line@430223/rural、disability-living@city-five
  -from -to 元         在此范围内求，含两端
  -step 元             每隔多少试一个；不写为 1 元
  -per month|year      金额按月还是按年；不写为按月
  -budget 元           每月的资金
  -of dibao,living,... 由这笔资金支付的待遇：tekun、dibao、singlePerson、living、nursing；不写为全部
  -tables t.json       叠加数据表文件，可重复
  -assume 事项=内容,...  填补未载明的事项
  -json                输出 JSON
  -lang zh|en          语言
`, `Usage:
  budget -on 2020-10-01 -figure dibao-line@city-five/urban -from 500 -to 800 -budget 12000 [flags] households.csv|-

Flags:
  -on DAY              the day to decide for
  -figure KEY@PLACE    the figure sought, such as dibao-line@430223/rural or disability-living@city-five
  -from, -to YUAN      the amounts to look among, both included
  -step YUAN           how far apart they are; without it 1 yuan
  -per month|year      what the amounts are for; without it a month
  -budget YUAN         what there is to spend a month
  -of dibao,living,... the benefits that are paid out of it: tekun, dibao, singlePerson, living, nursing; without it all
  -tables t.json       lay a tables file over the rows; may be repeated
  -assume fact=value,...  fill facts that are not stated
  -json                print JSON
  -lang zh|en          the language
`)
}

// program is one run.
type program struct {
	*cli.Program
	set     *standards.Set
	fill    assistance.Fill
	tally   cli.Tally // of what was filled for households that take part
	refused int64
	warned  cli.Warned
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("budget", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)}
	var files, assumes cli.List
	var words searchWords
	on := p.Flags.String("on", "", "")
	p.Flags.StringVar(&words.figure, "figure", "", "")
	p.Flags.StringVar(&words.from, "from", "", "")
	p.Flags.StringVar(&words.to, "to", "", "")
	p.Flags.StringVar(&words.step, "step", "1", "")
	p.Flags.StringVar(&words.per, "per", standards.PerMonth.String(), "")
	p.Flags.StringVar(&words.budget, "budget", "", "")
	p.Flags.StringVar(&words.of, "of", "", "")
	asJSON := p.Flags.Bool("json", false, "")
	p.Flags.Var(&files, "tables", "")
	p.Flags.Var(&assumes, "assume", "")
	operands, code, ok := p.Parse(args)
	if !ok {
		return code
	}
	if len(operands) != 1 || *on == "" {
		return p.Misused(p.Lang.In("须给出 -on 和一个登记表文件", "-on and one register are needed"))
	}
	search, fault := words.search()
	if fault != "" {
		return p.Misused(fmt.Sprintf(p.Lang.In("参数 %s 不可用", "the flag %s cannot be used"), fault))
	}
	var err error
	if p.fill, err = cli.ParseFill(assumes); err != nil {
		return p.Misused(cli.Text(err, p.Lang))
	}
	tables, ok := p.Tables(files)
	if !ok {
		return cli.Usage
	}
	if p.set, code, ok = p.Day(*on, tables); !ok {
		return code
	}
	file, shown, err := p.Open(operands[0])
	if err != nil {
		return p.Failed(p.CannotOpen(operands[0], err))
	}
	defer file.Close()
	packed, err := population.Pack(p.set, p.usable(ctx, file, shown))
	var solution population.Solution
	if err == nil {
		solution, err = packed.Solve(ctx, search, 0)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return p.interrupted()
	case err != nil:
		return p.Failed(cli.Text(err, p.Lang))
	}
	if len(assumes) > 0 {
		fmt.Fprint(stderr, p.tally.Text(p.Lang))
	}
	r := newReport(p, &search, packed.Len(), &solution)
	if *asJSON {
		encoder := json.NewEncoder(stdout)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		err = encoder.Encode(r)
	} else {
		_, err = io.WriteString(stdout, r.text(p.Lang))
	}
	if err != nil {
		return p.Failed(err.Error())
	}
	if p.refused > 0 {
		return cli.Refused
	}
	return cli.OK
}

// interrupted says that there is no answer, and returns the exit code.
func (p *program) interrupted() int {
	fmt.Fprintln(p.Stderr, p.Lang.In("budget：已中断，没有结果", "budget: interrupted; there is no answer"))
	return cli.Refused
}

// usable yields the households of a register that can be decided; the others are refused on stderr. Where ctx is done its error ends them.
func (p *program) usable(ctx context.Context, file io.Reader, shown string) iter.Seq2[assistance.Household, error] {
	return func(yield func(assistance.Household, error) bool) {
		progress := p.Progress()
		defer progress.Clear()
		for record, err := range register.Read(file) {
			if ctx.Err() != nil {
				yield(assistance.Household{}, ctx.Err())
				return
			}
			h := record.Household
			filled := p.fill.Apply(&h)
			if err == nil {
				_, err = assistance.Check(p.set, h)
			}
			if err != nil || len(record.Warnings) > 0 {
				progress.Clear()
			}
			p.WarnOf(shown, &record, &p.warned)
			if err != nil {
				p.refuse(shown, &record, err)
				continue
			}
			p.tally.Add(filled)
			progress.Add()
			if !yield(h, nil) {
				return
			}
		}
	}
}

// refuse says why a household of the register takes no part, and counts it.
func (p *program) refuse(shown string, r *register.Record, err error) {
	p.Say(p.Stderr, shown, r.Household.ID, r.Locate(err))
	p.refused++
}

// searchWords are what the flags say of the search.
type searchWords struct{ figure, from, to, step, per, budget, of string }

// search reads the words; where one cannot be used it returns the flag and what stood there.
func (w *searchWords) search() (q population.Search, fault string) {
	row, ok := figureOf(w.figure)
	if !ok {
		return q, "-figure " + w.figure
	}
	q.Figure = row
	for _, one := range []struct {
		flag, word string
		into       *standards.Amount
	}{{"-from", w.from, &q.From}, {"-to", w.to, &q.To}, {"-step", w.step, &q.Step}} {
		amount, err := standards.ParseAmount(one.word, w.per)
		if err != nil {
			return q, one.flag + " " + one.word + " -per " + w.per
		}
		*one.into = amount
	}
	fen, code := wire.ParseFen(w.budget)
	if code != "" {
		return q, "-budget " + w.budget
	}
	q.Budget = fen
	if w.of == "" {
		return q, ""
	}
	for name := range strings.SplitSeq(w.of, ",") {
		var n benefit.Name
		if err := n.UnmarshalText([]byte(name)); err != nil || !benefit.Paying.Has(n) {
			return q, "-of " + w.of
		}
		q.Of |= benefit.Of(n)
	}
	return q, ""
}

// figureOf reads a figure as needs are written: dibao-line@430223/urban, tekun-care@city-five/none.
func figureOf(s string) (row standards.Standard, ok bool) {
	name, rest, _ := strings.Cut(s, "@")
	words := strings.Split(rest, "/")
	row.Bound = standards.Exactly
	if row.Key, ok = standards.ParseKey(name); !ok {
		return row, false
	}
	if row.Place, ok = standards.ParsePlace(words[0]); !ok {
		return row, false
	}
	words = words[1:]
	if len(words) > 0 {
		if r, is := standards.ParseResidence(words[0]); is {
			row.Residence, words = r, words[1:]
		}
	}
	if len(words) > 0 {
		row.Of, words = words[0], words[1:]
	}
	return row, len(words) == 0
}
