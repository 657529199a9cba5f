// Command budget finds the line or the rate that spends a budget over a register of households.
//
//	go run ./examples/budget -on 2020-10-01 -figure dibao-line@city-five/urban -from 500 -to 800 [-step 1] [-per month|year|percent] -budget 12000
//	    [-of dibao,singlePerson] [-tables t.json]... [-assume fact=value,...] [-json] [-lang zh|en] households.csv
//
// The figure is a key, a place and, where the key goes by them, a kind of hukou and a class. The
// budget is in yuan a month, for all benefits or those of -of; what is spent is what is known to be
// due. Where more may be due, ≥ stands before it, with how many households are undetermined or
// without an amount. A figure that a tables file states is replaced there, any other is laid over
// as a draft. With -per percent it is a share of the line (dibao-topup) or a multiple
// (low-income-multiple, tekun-basic-multiple), of which each is tried. Every amount from -from to
// -to is accounted for, exactly: where none spends the budget to the fen, the nearest on both sides
// stand.
//
// It exits with 0 when all input was decided, 1 when some of it was refused (each refusal is on
// stderr, and the rest is still decided) or the run was interrupted, and 2 on wrong usage.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.MainUntilInterrupted(run) }

func usage(l standards.Lang) string {
	return l.In(`用法：
  budget -on 2020-10-01 -figure dibao-line@city-five/urban -from 500 -to 800 -budget 12000 [选项] 登记表.csv|-

选项：
  -on 日期             按哪一天的标准
  -figure 项目@地方    所求的标准，例如 dibao-line@430223/rural、disability-living@city-five、dibao-topup@city-five/elderly
  -from -to 元         在此范围内求，含两端
  -step 元             每隔多少试一个；不写为 1
  -per month|year|percent  金额按月还是按年，或者求百分数（增发比例、倍数：150 即 1.5 倍）；不写为按月
  -budget 元           每月的资金
  -of dibao,living,... 由这笔资金支付的待遇：tekun、dibao、singlePerson、living、nursing；不写为全部
  -tables t.json       叠加数据表文件，可重复
  -assume 事项=内容,...  填补未载明的事项
  -division、-residence、-property、-map  登记表没有写明的，同 caseload
  -json                输出 JSON
  -lang zh|en          语言
`, `Usage:
  budget -on 2020-10-01 -figure dibao-line@city-five/urban -from 500 -to 800 -budget 12000 [flags] households.csv|-

Flags:
  -on DAY              the day to decide for
  -figure KEY@PLACE    the figure sought, such as dibao-line@430223/rural, disability-living@city-five or dibao-topup@city-five/elderly
  -from, -to YUAN      the amounts to look among, both included
  -step YUAN           how far apart they are; without it 1
  -per month|year|percent  what the amounts are for, without it a month; or percentages, of a top-up or a multiple (150 is 1.5 times)
  -budget YUAN         what there is to spend a month
  -of dibao,living,... the benefits that are paid out of it: tekun, dibao, singlePerson, living, nursing; without it all
  -tables t.json       lay a tables file over the rows; may be repeated
  -assume fact=value,...  fill facts that are not stated
  -division, -residence, -property, -map  what the register does not say of itself, as in caseload
  -json                print JSON
  -lang zh|en          the language
`)
}

// program is one run.
type program struct {
	*cli.Program
	words  searchWords
	search wanted
	laid   *standards.Tables // those of -tables, without the figure that is sought
	day    standards.Date
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("budget", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)}
	p.Take("on", "json", "tables", "assume")
	p.TakeRegister()
	p.Flags.StringVar(&p.words.figure, "figure", "", "")
	p.Flags.StringVar(&p.words.from, "from", "", "")
	p.Flags.StringVar(&p.words.to, "to", "", "")
	p.Flags.StringVar(&p.words.step, "step", "1", "")
	p.Flags.StringVar(&p.words.per, "per", standards.PerMonth.String(), "")
	p.Flags.StringVar(&p.words.budget, "budget", "", "")
	p.Flags.StringVar(&p.words.of, "of", "", "")
	operands, code, ok := p.Begin(args, p.misuse)
	if !ok {
		return code
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	refs := p.Set.Refs()
	if code, ok = p.lay(); !ok {
		return code
	}
	file, shown, ok := p.Input(operands[0])
	if !ok {
		return cli.Usage
	}
	defer file.Close()
	packed, err := population.Pack(p.Set, p.Households(ctx, file, shown, func(h *assistance.Household) error {
		_, err := assistance.Check(p.Set, *h)
		return err
	}))
	var found *answer
	if err == nil {
		found, err = p.solve(ctx, packed)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return p.interrupted()
	case err != nil:
		return p.Failed(p.faultText(err))
	}
	p.SayFilled()
	return p.print(newReport(p, refs, packed.Len(), found))
}

// lay lays the first and the last amount or share, so that what cannot be laid is found before the
// register is read, and households are packed by the figure that is sought.
func (p *program) lay() (code int, ok bool) {
	p.laid, p.day = p.Laid, p.Set.Day()
	if fault := p.search.neededKind(p.Set, p.Lang); fault != "" {
		return p.Failed(fault), false
	}
	last, err := p.setAt(p.search.count() - 1)
	if err != nil {
		return p.Failed(p.faultText(err)), false
	}
	here, elsewhere := p.search.governed(last)
	nearer := p.search.nearer(last, elsewhere, p.Lang)
	if len(here) == 0 {
		return p.Failed("-figure " + nearer), false
	}
	if nearer != "" {
		fmt.Fprintln(p.Stderr, p.Lang.In("提醒：", "warning: ")+nearer)
	}
	first, err := p.setAt(0)
	if err != nil {
		return p.Failed(p.faultText(err)), false
	}
	p.Set = first
	return cli.OK, true
}

// misuse says what is wrong with the arguments, and reads what is searched for.
func (p *program) misuse(operands []string) string {
	if len(operands) != 1 || p.On == "" {
		return p.Lang.In("须给出 -on 和一个登记表文件", "-on and one register are needed")
	}
	var fault string
	p.search, fault = p.words.read(p.Lang)
	return fault
}

// print writes the report.
func (p *program) print(r *report) (code int) {
	var err error
	if p.JSON {
		err = p.WriteJSON(r)
	} else {
		_, err = io.WriteString(p.Stdout, r.text(p.Lang))
	}
	switch {
	case err != nil:
		return p.Wrote(err)
	case p.Refused > 0:
		return cli.Refused
	}
	return cli.OK
}

// interrupted says that there is no answer, and returns the exit code.
func (p *program) interrupted() int {
	fmt.Fprintln(p.Stderr, p.Lang.In("budget：已中断，没有结果", "budget: interrupted; there is no answer"))
	return cli.Refused
}
