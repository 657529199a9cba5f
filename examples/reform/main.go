// Command reform compares what a file of households is due before and after one or more drafts.
//
//	go run ./examples/reform -on 2021-01-01 -draft draft.json [-draft other.json]... [-set FIGURE=VALUE]...
//	        [-sweep FIGURE=FROM..TO/STEP] [-before 2020-12-31] [-tables t.json]... [-assume fact=value,...]
//	        [-json | -csv] [-html out.html] [-chart out.svg] [-save draft.json] [-households h1,h2]
//	        [-lang zh|en] households.csv
//
// Each -draft and each -set is a variant: all are compared with the same law before, and each with
// each. A -set is a draft made on the spot, such as dibao-line@city-five/urban=+10; -save writes it as
// a tables file. -sweep tries one figure at every amount of a range and tells what each would cost.
//
// Before is by default the last day before -on with figures of the city on record, and stands in
// the heading. Ages are those of the day -on for both, so that nobody gains or loses by a birthday.
// The cliffs listed and drawn are of the households named with -households, or of the first of the
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
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

func main() { cli.Main(run) }

func usage(l standards.Lang) string {
	return l.In(`用法：
  reform -on 2021-01-01 -draft draft.json [选项] households.csv
  reform -on 2021-01-01 -set dibao-line@city-five/urban=+10 [选项] households.csv
  reform -on 2021-01-01 -sweep dibao-line@city-five/urban=600..700/10 [选项] households.csv

选项：
  -on 日期             草案审核的日期；年龄都按这一天计算
  -draft draft.json    草案；可重复，每个草案为一个方案，都与之前比较，也互相比较
  -set 项目@地方/户籍=数值  现场调整，也是一个方案：+10、-10、+5%、610、610/month；
                       同一方案调整几项的用逗号隔开；不写户籍为两种户籍；有类别的写 项目@地方/户籍/类别
  -save out.json       把 -set 形成的草案存为数据表文件
  -sweep 项目@地方/户籍=起..止/步长  逐个数值测算费用、人数和平均水平（其余按草案）
  -before 日期         与哪一天比较；不写则为此前最后一个有全市标准的日子
  -tables t.json       前后都叠加的数据表文件，可重复
  -assume 事项=内容,...  填补未载明的事项
  -division、-residence、-property、-map  登记表没有写明的，同 caseload
  -households h1,h2    查找断崖、画图的家庭；不写则为文件中的前几户
  -json                输出 JSON
  -csv                 输出费用表的 CSV；有 -sweep 时输出测算表
  -html out.html       写一个可打印的网页：费用、增减、理由、图
  -chart out.svg       画图：合计金额随收入的变化；有 -sweep 时画费用随标准的变化
  -lang zh|en          语言
`, `Usage:
  reform -on 2021-01-01 -draft draft.json [flags] households.csv
  reform -on 2021-01-01 -set dibao-line@city-five/urban=+10 [flags] households.csv
  reform -on 2021-01-01 -sweep dibao-line@city-five/urban=600..700/10 [flags] households.csv

Flags:
  -on DAY              the day to decide for under the drafts; ages are those of this day throughout
  -draft draft.json    a draft; may be repeated: each is a variant, compared with before and with each other
  -set KEY@PLACE/KIND=VALUE  a change on the spot, a variant too: +10, -10, +5%, 610, 610/month; several
                       figures of one variant are separated by commas; without a kind of hukou it is for
                       both; what a key is of comes last: KEY@PLACE/KIND/OF
  -save out.json       write the draft that -set makes as a tables file
  -sweep KEY@PLACE/KIND=FROM..TO/STEP  cost, people and averages for every amount (the rest as in the draft)
  -before DAY          the day to compare with; without it the last one before with figures of the city
  -tables t.json       a tables file to lay under both; may be repeated
  -assume fact=value,...  fill facts that are not stated
  -division, -residence, -property, -map  what the register does not say of itself, as in caseload
  -households h1,h2    whose cliffs to look for and whom to draw; without it the first of the file
  -json                print JSON
  -csv                 print the table of costs as CSV; with -sweep the table of the sweep
  -html out.html       write a page to print: costs, gains and losses, reasons, charts
  -chart out.svg       draw the total against income; with -sweep the cost against the amount
  -lang zh|en          the language
`)
}

// program is one run.
type program struct {
	*cli.Program
	was, swept        string
	chart, html, save string
	csv               bool
	drafts, sets      cli.List
	settings          [][]setting // of each -set
	sweep             *sweep      // that of -sweep
	around            []*sweep    // those around the lines of the first draft, for a page

	day        standards.Date
	before     *standards.Set
	tables     *standards.Tables // of both sides
	variants   []*variant
	against    []*pair
	old, tried assistance.Decision // of the household in hand
	bounds     registerBounds      // before
	nearby     nearby
	cliffs     []sideCliff
	looked     looked
	failed     bool // the output could not be written
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("reform", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)}
	p.Take("on", "json", "tables", "assume")
	p.TakeRegister()
	p.Flags.Var(&p.drafts, "draft", "")
	p.Flags.Var(&p.sets, "set", "")
	p.Flags.StringVar(&p.save, "save", "", "")
	p.Flags.StringVar(&p.swept, "sweep", "", "")
	p.Flags.StringVar(&p.was, "before", "", "")
	p.Flags.StringVar(&p.chart, "chart", "", "")
	p.Flags.StringVar(&p.html, "html", "", "")
	p.Flags.BoolVar(&p.csv, "csv", false, "")
	chosen := p.Flags.String("households", "", "")
	operands, code, ok := p.Begin(args, p.misuse)
	if !ok {
		return code
	}
	if what := p.Overwritten([]string{p.chart, p.html, p.save}, append(slices.Clone(p.drafts), operands[0])...); what != "" {
		return p.Misused(what)
	}
	if *chosen != "" {
		ids := strings.Split(*chosen, ",")
		for i, id := range ids {
			if slices.Contains(ids[:i], id) {
				return p.Misused(p.Lang.In("-households 中重复：", "-households names a household twice: ") + id)
			}
		}
		p.looked = lookFor(ids)
	}
	var out outputs
	if !out.create(p) {
		return out.all.Finish(p.Program, false, cli.Usage)
	}
	code = p.report(operands[0], &out)
	return out.all.Finish(p.Program, code != cli.Usage && !p.failed, code)
}

// outputs are the files that a run writes; nil: not asked for.
type outputs struct {
	all                cli.Outputs
	chart, page, draft *cli.Output
}

// create opens the files. Where it reports false, why was said, and the program ends.
func (o *outputs) create(p *program) (ok bool) {
	for _, one := range [...]struct {
		name string
		into **cli.Output
	}{{p.chart, &o.chart}, {p.html, &o.page}, {p.save, &o.draft}} {
		if *one.into, ok = o.all.Create(p.Program, one.name); !ok {
			return false
		}
	}
	return true
}

// report compares what a file of households is due, and prints and draws it.
func (p *program) report(name string, out *outputs) int {
	if code, ok := p.ReadAssume(); !ok {
		return code
	}
	if code, ok := p.standards(); !ok {
		return code
	}
	options, code, ok := p.RegisterOptions() // of no day, since it is decided on two
	if !ok {
		return code
	}
	p.Options, p.Set = options, p.firstSet()
	file, shown, ok := p.Input(name)
	if !ok {
		return cli.Usage
	}
	defer file.Close()
	p.compare(file, shown)
	r, err := p.made()
	if err != nil {
		return p.Failed(cli.Text(err, p.Lang))
	}
	if err := p.print(r, out); err != nil {
		p.failed = true
		return p.Wrote(err)
	}
	if p.Refused > 0 {
		return cli.Refused
	}
	return cli.OK
}

// firstSet is the first of the standards after.
func (p *program) firstSet() *standards.Set {
	if len(p.variants) > 0 {
		return p.variants[0].set
	}
	return p.sweep.points[0].set
}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func (p *program) misuse(operands []string) string {
	variants := len(p.drafts) + len(p.sets)
	switch {
	case len(operands) != 1 || p.On == "" || variants == 0 && p.swept == "":
		return p.Lang.In("须给出 -on、-draft（或 -set、-sweep）和一个家庭文件",
			"-on, -draft (or -set, or -sweep) and one file of households are needed")
	case p.JSON && p.csv:
		return p.Lang.In("-json 和 -csv 只能用一个", "either -json or -csv")
	case variants > mostVariants:
		return fmt.Sprintf(p.Lang.In("一次最多比较 %d 个方案", "at most %d variants at a time"), mostVariants)
	case p.swept != "" && variants > 1:
		return p.Lang.In("-sweep 只能在一个方案上逐个测算", "-sweep goes over one variant at most")
	case p.save != "" && len(p.sets) != 1:
		return p.Lang.In("-save 保存的是一个 -set", "-save keeps one -set")
	}
	return p.misread()
}

// misread reads what -set and -sweep say, and says what of it cannot be used.
func (p *program) misread() (fault string) {
	for i, word := range p.sets {
		if slices.Contains(p.sets[:i], word) {
			return p.Lang.In("-set 重复：", "-set stands there twice: ") + word
		}
		settings, fault := parseSettings(word, p.Lang)
		if fault != "" {
			return "-set " + word + p.Lang.In("：", ": ") + fault
		}
		p.settings = append(p.settings, settings)
	}
	if p.swept == "" {
		return ""
	}
	if p.sweep, fault = parseSweep(p.swept, p.Lang); fault != "" {
		return "-sweep " + p.swept + p.Lang.In("：", ": ") + fault
	}
	return ""
}

// compare decides every household of a file before and after. What is refused is said at once, and
// the rest goes on.
func (p *program) compare(file io.Reader, shown string) {
	for i, one := range p.variants {
		for _, other := range p.variants[i+1:] {
			p.against = append(p.against, &pair{one: one, other: other})
		}
	}
	for h := range p.Households(context.Background(), file, shown, p.decide) {
		p.looked.add(&h)
	}
	p.SayFilled()
}

// made makes what is printed.
func (p *program) made() (*results, error) {
	if id := p.looked.missing(); id != "" {
		return nil, fmt.Errorf(p.Lang.In("没有可审核的家庭 %q", "there is no household %q that can be decided"), id)
	}
	r := &results{}
	var err error
	if p.cliffs, err = p.nearby.cliffs(p.tables, p.before.Day()); err != nil {
		return nil, err
	}
	for _, v := range p.variants {
		one, err := p.reportOf(v)
		if err != nil {
			return nil, err
		}
		r.add(one)
	}
	for _, a := range p.against {
		one, err := againstOf(a)
		if err != nil {
			return nil, err
		}
		r.Against = append(r.Against, one)
	}
	if p.sweep != nil {
		if r.Sweep, err = p.sweep.report(p); err != nil {
			return nil, err
		}
	}
	for _, w := range p.around {
		one, err := w.report(p)
		if err != nil {
			return nil, err
		}
		r.around = append(r.around, one)
	}
	return r, nil
}

// reportOf puts together what came of one variant.
func (p *program) reportOf(v *variant) (*report, error) {
	r, err := newReport(p.before, v, p.readOf(v.assumed), p.Warned)
	if err != nil {
		return nil, err
	}
	r.Bounds = [2]bounds{boundsOf(&p.bounds), boundsOf(&v.bounds)}
	after, err := v.nearby.cliffs(v.tables, r.On)
	if err != nil {
		return nil, err
	}
	r.Near = cliffsOf([2]*nearby{&p.nearby, &v.nearby}, [2][]sideCliff{p.cliffs, after})
	return r, p.addCurves(r, v, examplesOf(after))
}

// addCurves follows the households that are looked at. Drawn are those named, else the examples, else
// the first.
func (p *program) addCurves(r *report, v *variant, examples []*assistance.Household) error {
	curves, err := p.looked.curves(p.tables, v.tables, r.Before, r.On)
	r.Cliffs, r.drawn = cliffs(curves), p.looked.drawn(curves)
	if err == nil && len(p.looked.named) == 0 && len(examples) > 0 {
		r.drawn, err = (&looked{found: examples}).curves(p.tables, v.tables, r.Before, r.On)
	}
	if err != nil {
		return fmt.Errorf(p.Lang.In("查找断崖：%s", "looking for cliffs: %s"), cli.Text(err, p.Lang))
	}
	return nil
}

// print writes the results, and the chart, the page and the draft that are asked for.
func (p *program) print(r *results, out *outputs) error {
	if err := p.write(r); err != nil {
		return err
	}
	if out.chart != nil {
		if _, err := out.chart.Write(p.drawing(r)); err != nil {
			return err
		}
	}
	if out.draft != nil {
		if _, err := out.draft.Write(draft.Format(p.variants[len(p.variants)-1].draft)); err != nil {
			return err
		}
	}
	if out.page == nil {
		return nil
	}
	page, err := p.page(r)
	if err != nil {
		return err
	}
	_, err = out.page.Write(page)
	return err
}

// drawing is the chart: what the sweep costs, or the curves of the first variant.
func (p *program) drawing(r *results) []byte {
	if r.Sweep != nil {
		return r.Sweep.svg(r.Sweep.title(p.Lang), p.Lang)
	}
	return svg(r.drawn, r.Before, r.On)
}

// write writes the results to standard output in the form that is asked for.
func (p *program) write(r *results) error {
	if p.JSON {
		return p.WriteJSON(r)
	}
	text := []byte(r.text(p.Lang))
	if p.csv {
		var err error
		if text, err = r.csv(p.Lang); err != nil {
			return err
		}
	}
	_, err := p.Stdout.Write(text)
	return err
}
