// Command reform compares what a file of households is due before and after a draft.
//
//	go run ./examples/reform -on 2021-01-01 -draft draft.json [-before 2020-12-31] [-tables t.json]... [-assume fact=value,...]
//	        [-json | -csv] [-html out.html] [-chart out.svg] [-households h1,h2] [-lang zh|en] households.csv
//
// Before is by default the last day before -on with figures of the city on record, and stands in
// the heading. Ages are those of the day -on for both, so that nobody gains or loses by a birthday.
// The cliffs and the chart are of the households named with -households, or of the first of the
// file: the total against the monthly income of the member who earns most.
//
// It exits with 0 when all input was decided, 1 when some of it was refused (each refusal is on
// stderr, and the rest is still decided), and 2 on wrong usage.
package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.Main(run) }

func usage(l standards.Lang) string {
	return l.In(`用法：
  reform -on 2021-01-01 -draft draft.json [选项] households.csv

选项：
  -on 日期             草案审核的日期；年龄都按这一天计算
  -draft draft.json    草案
  -before 日期         与哪一天比较；不写则为此前最后一个有全市标准的日子
  -tables t.json       前后都叠加的数据表文件，可重复
  -assume 事项=内容,...  填补未载明的事项
  -division、-residence、-property、-map  登记表没有写明的，同 caseload
  -households h1,h2    查找断崖、画图的家庭；不写则为文件中的前几户
  -json                输出 JSON
  -csv                 输出费用表的 CSV
  -html out.html       写一个可打印的网页：费用、增减、理由、图
  -chart out.svg       画图：合计金额随收入的变化
  -lang zh|en          语言
`, `Usage:
  reform -on 2021-01-01 -draft draft.json [flags] households.csv

Flags:
  -on DAY              the day to decide for under the draft; ages are those of this day throughout
  -draft draft.json    the draft
  -before DAY          the day to compare with; without it the last one before with figures of the city
  -tables t.json       a tables file to lay under both; may be repeated
  -assume fact=value,...  fill facts that are not stated
  -division, -residence, -property, -map  what the register does not say of itself, as in caseload
  -households h1,h2    whose cliffs to look for and whom to draw; without it the first of the file
  -json                print JSON
  -csv                 print the table of costs as CSV
  -html out.html       write a page to print: costs, gains and losses, reasons, charts
  -chart out.svg       draw the total against income
  -lang zh|en          the language
`)
}

// program is one run.
type program struct {
	*cli.Program
	was         string
	chart, html string
	csv         bool
	drafts      cli.List

	before, after *standards.Set
	tables        [2]*standards.Tables // before and after
	comparison    caseload.Comparison
	looked        looked
	failed        bool // the output could not be written
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("reform", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)}
	p.Take("on", "json", "tables", "assume")
	p.TakeRegister()
	p.Flags.Var(&p.drafts, "draft", "")
	p.Flags.StringVar(&p.was, "before", "", "")
	p.Flags.StringVar(&p.chart, "chart", "", "")
	p.Flags.StringVar(&p.html, "html", "", "")
	p.Flags.BoolVar(&p.csv, "csv", false, "")
	chosen := p.Flags.String("households", "", "")
	operands, code, ok := p.Begin(args, p.misuse)
	if !ok {
		return code
	}
	if what := p.Overwritten([]string{p.chart, p.html}, operands[0], p.drafts[0]); what != "" {
		return p.Misused(what)
	}
	var outputs cli.Outputs
	drawing, ok := outputs.Create(p.Program, p.chart)
	if !ok {
		return cli.Usage
	}
	printed, ok := outputs.Create(p.Program, p.html)
	if !ok {
		return outputs.Finish(p.Program, false, cli.Usage)
	}
	code = p.report(operands[0], *chosen, drawing, printed)
	return outputs.Finish(p.Program, code != cli.Usage && !p.failed, code)
}

// report compares what a file of households is due, and prints and draws it.
func (p *program) report(name, chosen string, drawing, printed *cli.Output) int {
	if code, ok := p.ReadAssume(); !ok {
		return code
	}
	if chosen != "" {
		p.looked = lookFor(strings.Split(chosen, ","))
	}
	if code, ok := p.standards(); !ok {
		return code
	}
	options, code, ok := p.RegisterOptions() // of no day, since it is decided on two
	if !ok {
		return code
	}
	p.Options, p.Set = options, p.after
	file, shown, ok := p.Input(name)
	if !ok {
		return cli.Usage
	}
	defer file.Close()
	p.compare(file, shown)
	r, curves, err := p.made()
	if err != nil {
		return p.Failed(cli.Text(err, p.Lang))
	}
	if err := p.print(r, curves, drawing, printed); err != nil {
		p.failed = true
		return p.Wrote(err)
	}
	if p.Refused > 0 {
		return cli.Refused
	}
	return cli.OK
}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func (p *program) misuse(operands []string) string {
	switch {
	case len(operands) != 1 || p.On == "" || len(p.drafts) == 0:
		return p.Lang.In("须给出 -on、-draft 和一个家庭文件", "-on, -draft and one file of households are needed")
	case p.JSON && p.csv:
		return p.Lang.In("-json 和 -csv 只能用一个", "either -json or -csv")
	case len(p.drafts) > 1:
		return p.Lang.In("一次只比较一个草案；前后都适用的数据表用 -tables", "one draft at a time; what holds before and after goes with -tables")
	}
	return ""
}

// standards makes the standards of both days. Where it reports false, the program ends with the
// exit code.
func (p *program) standards() (code int, ok bool) {
	draft := p.drafts[0]
	if p.tables[1], ok = p.Tables(append(slices.Clone(p.Files), draft)); !ok {
		return cli.Usage, false
	}
	if p.tables[1].Overlays()[len(p.Files)].Kind != standards.Draft {
		return p.Misused(draft + p.Lang.In("：是补充文件，不是草案；补充文件用 -tables", ": is a supplement, not a draft; a supplement goes with -tables")), false
	}
	var err error
	if p.tables[0], err = standards.Published().With(p.tables[1].Overlays()[:len(p.Files)]...); err != nil {
		return p.Failed(cli.Text(err, p.Lang)), false
	}
	if p.after, code, ok = p.Day(p.On, p.tables[1]); !ok {
		return code, false
	}
	if p.was == "" {
		day, found := lastDayWithFigures(p.tables[0], p.after.Day())
		if !found {
			return p.Misused(p.Lang.In("此前没有全市标准在案的日子，须用 -before 指明", "no day before has figures of the city; -before must name one")), false
		}
		p.was = day.String()
	}
	if _, err := standards.ParseDate(p.was); err != nil {
		return p.Misused(fmt.Sprintf(p.Lang.In("-before 须是形如 2020-12-31 的日期，不是 %q", "-before is a day such as 2020-12-31, not %q"), p.was)), false
	}
	if p.before, code, ok = p.Day(p.was, p.tables[0]); ok && p.after.Day().Before(p.before.Day()) {
		return p.Misused(p.Lang.In("-before 不得晚于 -on", "-before is not after -on")), false
	}
	return code, ok
}

// compare decides every household of a file before and after. What is refused is said at once, and
// the rest goes on.
func (p *program) compare(file io.Reader, shown string) {
	for h := range p.Households(context.Background(), file, shown, func(h *assistance.Household) error {
		return p.comparison.Add(p.after.Day(), p.before, p.after, h)
	}) {
		p.looked.add(&h)
	}
	p.SayFilled()
}

// made makes the report, and the curves to draw.
func (p *program) made() (*report, []curve, error) {
	if id := p.looked.missing(); id != "" {
		return nil, nil, fmt.Errorf(p.Lang.In("没有可审核的家庭 %q", "there is no household %q that can be decided"), id)
	}
	r, err := newReport(p.before, p.after, &p.comparison, p.Refused, p.Warned)
	if err != nil {
		return nil, nil, err
	}
	r.Complete = !p.Unread
	curves, err := p.looked.curves(p.tables[0], p.tables[1], r.Before, r.On)
	if err != nil {
		return nil, nil, fmt.Errorf(p.Lang.In("查找断崖：%s", "looking for cliffs: %s"), cli.Text(err, p.Lang))
	}
	r.Cliffs = cliffs(curves)
	return r, curves, nil
}

// print writes the report, and the chart and the page that are asked for.
func (p *program) print(r *report, curves []curve, drawing, printed *cli.Output) error {
	if err := p.write(r); err != nil {
		return err
	}
	chart := svg(p.looked.drawn(curves), r.Before, r.On)
	if drawing != nil {
		if _, err := drawing.Write(chart); err != nil {
			return err
		}
	}
	if printed == nil {
		return nil
	}
	page, err := r.html(p.Lang, p.tables[1].Overlays(), chart)
	if err != nil {
		return err
	}
	_, err = printed.Write(page)
	return err
}

// write writes the report to standard output in the form that is asked for.
func (p *program) write(r *report) error {
	if p.JSON {
		return p.WriteJSON(r)
	}
	text := []byte(r.text(p.Lang, p.tables[1].Overlays()))
	if p.csv {
		var err error
		if text, err = r.csv(p.Lang); err != nil {
			return err
		}
	}
	_, err := p.Stdout.Write(text)
	return err
}

// lastDayWithFigures is the last day before on for which the city's line is on record: the floor that
// the province sets for all its places is none of the city's.
func lastDayWithFigures(tables *standards.Tables, on standards.Date) (standards.Date, bool) {
	first, _ := standards.Span()
	for day := on.Previous(); !day.Before(first); day = day.Previous() {
		set, err := tables.At(day)
		if err != nil {
			return day, false
		}
		line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
		if err == nil && line.Place != standards.Hunan {
			return day, true
		}
	}
	return on, false
}
