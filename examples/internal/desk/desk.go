// Package desk decides or checks a register of households for a program: caseload, which reads
// text, and those that read and write other files with the same flags.
package desk

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

// Program says what differs between the programs.
type Program struct {
	Name string

	// Flags adds flags besides those of caseload; nil: none.
	Flags func(*flag.FlagSet)

	// Open opens a register by the options of the run; nil: register.Open. An error ends the program:
	// the file cannot be read as what it is.
	Open func(p *cli.Program, file io.Reader) (*register.File, error)

	// Usage returns what the program says of its flags besides those of caseload; nil: nothing.
	Usage func(l standards.Lang) string

	// Book returns what takes the output in place of CSV on the file named, nil where that file is
	// to be CSV; nil: it always is.
	Book func(name string, l standards.Lang) (Book, error)
}

// program is one run.
type program struct {
	*cli.Program
	kind                      Program
	out, summaryFile, rejects string
	page, totals              string
	sample                    string
	members, mask, headers    bool
	count                     int
	seed                      uint64

	outputs cli.Outputs
	beside  beside
	decided *cli.Output // of -o; nil: stdout
	failed  bool        // an output could not be written, or the run was interrupted

	name    string // of the register's file
	level   register.Level
	file    *register.File
	book    Book
	filling filling
	summary summary
	checks  checks
}

// Run runs the program and returns its exit code.
func (k Program) Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{kind: k, Program: cli.New(k.Name, k.usage(standards.Chinese), k.usage(standards.English), stdin, stdout,
		stderr)}
	p.Take("on", "tables", "assume")
	p.TakeRegister()
	keep := p.Flags.String("keep", "", "")
	p.Flags.StringVar(&p.out, "o", "", "")
	p.Flags.StringVar(&p.summaryFile, "summary", "", "")
	p.Flags.StringVar(&p.rejects, "rejects", "", "")
	p.Flags.StringVar(&p.page, "page", "", "")
	p.Flags.StringVar(&p.totals, "totals", "", "")
	p.Flags.StringVar(&p.sample, "sample", "", "")
	p.Flags.BoolVar(&p.members, "members", false, "")
	p.Flags.BoolVar(&p.mask, "mask", false, "")
	p.Flags.BoolVar(&p.headers, "headers", false, "")
	p.Flags.IntVar(&p.count, "generate", 0, "")
	p.Flags.Uint64Var(&p.seed, "seed", 1, "")
	if k.Flags != nil {
		k.Flags(p.Flags)
	}
	operands, code, ok := p.Begin(args, p.misuse)
	if !ok {
		return code
	}
	if what := p.Overwritten([]string{p.out, p.summaryFile, p.rejects, p.totals, p.page}, operands...); what != "" {
		return p.Misused(what)
	}
	if p.decided, ok = p.outputs.Create(p.Program, p.out); !ok {
		return cli.Usage
	}
	code = p.run(ctx, operands, *keep)
	return p.outputs.Finish(p.Program, code != cli.Usage && !p.failed, code)
}

// run does what the arguments ask for.
func (p *program) run(ctx context.Context, operands []string, keep string) int {
	switch {
	case p.headers:
		return p.writing(func(w io.Writer) int { return p.wrote(printHeaders(w)) })
	case p.sample != "" && p.kind.Book != nil && p.decided != nil:
		return p.sampleBook()
	case p.sample != "":
		return p.writing(func(w io.Writer) int { return p.wrote(printSample(w, p.sample)) })
	case p.count > 0:
		return p.writing(func(w io.Writer) int { return p.generate(ctx, w) })
	}
	if !p.openBeside() {
		return cli.Usage
	}
	if code, ok := p.Ready(); !ok {
		return code
	}
	if again := p.keepColumns(keep); again != "" {
		return p.Misused(p.Lang.In("-keep 中重复：", "-keep names a column twice: ") + again)
	}
	p.filling.asked = p.Fill
	p.name = operands[0]
	file, shown, ok := p.Input(p.name)
	if !ok {
		return cli.Usage
	}
	defer file.Close()
	var code int
	if p.file, code, ok = p.openRegister(file, shown); !ok {
		return code
	}
	return p.writing(func(w io.Writer) int { return p.decide(ctx, shown, w) })
}

// keepColumns takes the columns of -keep, and returns one that stands twice.
func (p *program) keepColumns(list string) (again string) {
	if list == "" {
		return ""
	}
	for name := range strings.SplitSeq(list, ",") {
		if name = strings.TrimSpace(name); slices.Contains(p.Options.Keep, name) {
			return name
		}
		p.Options.Keep = append(p.Options.Keep, name)
	}
	return ""
}

// openRegister opens the register and says how it is read.
func (p *program) openRegister(file io.Reader, shown string) (f *register.File, code int, ok bool) {
	if p.kind.Open == nil {
		f = register.Open(file, p.Options)
	} else {
		var err error
		if f, err = p.kind.Open(p.Program, file); err != nil {
			return nil, p.Failed(shown + p.colon() + err.Error()), false
		}
	}
	p.level = f.Level
	p.SayFile(shown, f)
	if f.Err() != nil {
		return f, cli.OK, true // the first record says it
	}
	if none := p.withoutTotals(f.Level); none != "" {
		return f, p.Failed(shown + p.colon() + none), false
	}
	switch f.Level {
	case register.LevelHouseholds:
		fmt.Fprint(p.Stderr, shown, p.colon(),
			p.Lang.In("每行是一户，没有成员：不审核，只核对人数、金额\n",
				"each row is a household without its members: nobody is decided, the figures are checked\n"))
	case register.LevelCertificates:
		fmt.Fprint(p.Stderr, shown, p.colon(),
			p.Lang.In("每行是一名残疾人，没有家庭：只审核残疾人两项补贴\n",
				"each row is a disabled person without the household: the two subsidies alone are decided\n"))
		if len(p.Assumes) > 0 {
			return f, p.Failed(p.Lang.In("-assume 不能用于没有家庭的名册：会把一个人当作一户",
				"-assume cannot be used without households: one person would be taken for a household")), false
		}
	}
	return f, cli.OK, true
}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func (p *program) misuse(operands []string) string {
	switch {
	case p.count < 0 || p.count > 0 && len(operands) > 0:
		return p.Lang.In("-generate 之后是户数，不再给出文件", "-generate takes a number of households and no file")
	case p.sample != "" && p.sample != "zh" && p.sample != "en":
		return p.Lang.In("-sample 之后是 zh 或 en", "-sample takes zh or en")
	case p.count > 0, p.headers, p.sample != "":
		return ""
	case len(operands) != 1:
		return p.Lang.In("须给出一个登记表文件，- 为标准输入", "one register is needed, - being standard input")
	case p.On == "":
		return p.Lang.In("须用 -on 指明按哪一天的标准，例如 -on 2020-10-01", "-on must say for which day to decide, such as -on 2020-10-01")
	}
	return ""
}

// byteOrderMark tells spreadsheet programs that a file is UTF-8.
const byteOrderMark = "\ufeff"

// writing calls do with the file of -o, or stdout.
func (p *program) writing(do func(io.Writer) int) int {
	if p.decided == nil {
		return do(p.Stdout)
	}
	if p.kind.Book != nil && p.file != nil {
		var err error
		if p.book, err = p.kind.Book(p.out, p.Lang); err != nil {
			return p.wrote(err)
		}
		if p.book != nil {
			code := do(io.Discard)
			return max(code, p.saveBook(p.book))
		}
	}
	p.Stdout = p.decided.File // that is where the output goes, so that progress may be shown
	if _, err := io.WriteString(p.decided, byteOrderMark); err != nil {
		return p.wrote(err)
	}
	return do(p.decided)
}

// wrote is Wrote, and notes that the run was not good.
func (p *program) wrote(err error) int {
	p.failed = p.failed || err != nil
	return p.Wrote(err)
}

// output writes rows: as CSV, and to the book if there is one.
type output struct {
	*bufio.Writer
	book Book
}

// header writes the columns.
func (o *output) header(columns []Column) error {
	if o.book != nil {
		return o.book.Header(columns)
	}
	var row []byte
	for _, c := range columns {
		row = cell(row, c.Header)
	}
	_, err := o.Write(end(row))
	return err
}

func (o *output) rows(text []byte) error {
	if o.book == nil {
		_, err := o.Write(text)
		return err
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	for _, row := range rows {
		err = errors.Join(err, o.book.Row(row))
	}
	return err
}

// decide decides or checks a register.
func (p *program) decide(ctx context.Context, shown string, w io.Writer) int {
	refusals := &cli.Rejects{To: p.Stderr, Or: p.Stderr}
	if p.beside.rejects != nil {
		refusals.To = p.beside.rejects
	}
	out := &output{bufio.NewWriterSize(w, writeSize), p.book}
	err := out.header(p.header(p.file))
	code := cli.OK
	progress := p.Progress()
	some := false // was decided
	for result, refusal := range p.results(ctx) {
		filled := p.filling.next()
		progress.Add()
		if len(result.Warnings) > 0 || refusal != nil {
			progress.Clear()
		}
		p.WarnOf(shown, &result.Record)
		if refusal != nil {
			code = cli.Refused
			if err = p.refuse(refusals, shown, &result, refusal); err != nil {
				break
			}
			continue
		}
		if err = out.rows(result.Text); err != nil {
			break // nobody reads on
		}
		some = true
		p.countResult(&result)
		p.Tally.Add(filled)
	}
	progress.Clear()
	if err == nil {
		err = out.Flush()
	}
	if p.summary.unread && !some {
		p.outputs.Drop(p.decided) // an earlier result is worth more than a header
	}
	p.SayFilled()
	said := p.Causes.Text(p.Lang, p.rejects == "") + p.text()
	fmt.Fprint(p.Stderr, said)
	if p.book != nil {
		err = errors.Join(err, p.book.Summary(strings.Split(strings.TrimSuffix(said, "\n"), "\n")))
	}
	return max(code, p.wrote(errors.Join(err, p.writeBeside(), refusals.Err)))
}

// results decides the households of the register, or checks its rows.
func (p *program) results(ctx context.Context) iter.Seq2[caseload.Result, error] {
	if p.level == register.LevelHouseholds && p.file.Err() == nil {
		return p.checked(ctx)
	}
	// the reason is a step
	options := caseload.DecideOptions{Explain: p.level == register.LevelMembers && !p.members, Render: p.render}
	return caseload.Decide(ctx, p.Set, p.filling.fill(p.file.Records()), options)
}

// countResult counts a result that was written.
func (p *program) countResult(r *caseload.Result) {
	if p.level != register.LevelHouseholds {
		p.summary.add(r, p.members || p.level == register.LevelCertificates)
	}
}

// writeSize is how much is written at once.
const writeSize = 64 << 10

// generate writes an invented register.
func (p *program) generate(ctx context.Context, w io.Writer) int {
	err := generate(ctx, w, p.count, p.seed)
	if errors.Is(err, context.Canceled) {
		p.failed = true
		p.interrupted()
		return cli.Refused
	}
	return p.wrote(err)
}

func (p *program) interrupted() {
	what := p.Lang.In("已中断，已写出的行是完整的", "interrupted; the rows written are complete")
	if p.decided != nil {
		what = p.Lang.In("已中断，没有写出文件", "interrupted; no file was written")
	}
	fmt.Fprintf(p.Stderr, "%s%s%s\n", p.kind.Name, p.colon(), what)
}

// refuse says why a household was refused, one fault a line, the first of each cause. What ends the
// reading is said on stderr as well, wherever the rest goes.
func (p *program) refuse(w *cli.Rejects, file string, r *caseload.Result, err error) error {
	if errors.Is(err, context.Canceled) {
		p.summary.unread, p.failed = true, true
		p.interrupted()
		return nil
	}
	if r.Rows == 0 {
		p.summary.unread = true
	} else {
		p.Refused++
		p.summary.refuse(r)
	}
	var to io.Writer = w
	if p.rejects == "" {
		to = p.Stderr
	}
	p.Refuse(to, file, r.Household.ID, err)
	if r.Rows == 0 && p.rejects != "" {
		p.Say(p.Stderr, file, r.Household.ID, err)
	}
	if p.book != nil {
		return p.refuseInBook(r, err)
	}
	return nil
}

func (p *program) colon() string { return p.Lang.In("：", ": ") }

// usage says in language l how the program is used.
func (k Program) usage(l standards.Lang) string {
	text := strings.ReplaceAll(l.In(usageZh, usageEn), "{}", k.Name) + cli.FillUsage("      ", l)
	if k.Usage != nil {
		text += k.Usage(l)
	}
	return text
}

const (
	usageZh = `用法：
  {} -on 2020-10-01 [选项] 登记表.csv|- > 结果.csv
  {} -headers                 列出认识的列名和内容
  {} -sample zh > 登记表.csv    可以照着填写的登记表
  {} -generate 1000 [-seed 1] > 登记表.csv

选项：
  -on 日期           按哪一天的标准，例如 2020-10-01
  -lang zh|en        语言；不写则按系统语言，否则中文
  -tables t.json     叠加数据表文件（草案或补充），可重复，按次序叠加
  -members           每人一行；不写则每户一行
  -mask              结果中的身份证号也隐去中间几位（用于公示）
  -division 县市区     整个登记表都属于的县市区
  -residence 城市|农村  整个登记表的户籍类别
  -property 符合规定    整个登记表的财产状况
  -map 文件          列名对照，每行一个：他们的列名=本程序的列名
  -keep 甲,乙        另外还要原样写出的列
  -o 文件            写入文件，带字节顺序标记，可直接用电子表格打开
  -page 文件         汇总写成一个可打印的网页：费用、待定、未载明而认定的、图
  -totals 文件       费用表写成 CSV：按地方、户籍类别、项目及合计，每月和全年
  -summary s.json    汇总另存为 JSON
  -rejects 文件      无法审核的家庭及原因全部写入文件；不写则同一原因只说前三处
  -generate 户数     生成虚构的登记表，-seed 为随机种子
  -assume 事项=内容,...  填补未载明的事项，供测算；可用的有：
`
	usageEn = `Usage:
  {} -on 2020-10-01 [flags] households.csv|- > decisions.csv
  {} -headers                       list the headers and the values that are known
  {} -sample en > households.csv     a register to fill in
  {} -generate 1000 [-seed 1] > households.csv

Flags:
  -on DAY            the day to decide for, such as 2020-10-01
  -lang zh|en        the language; without it that of the locale, else Chinese
  -tables t.json     lay a tables file (a draft or a supplement) over the rows; may be repeated, in order
  -members           one row a person instead of one a household
  -mask              mask identity numbers in the decisions too
  -division PLACE    the division of the whole register
  -residence KIND    the kind of hukou of the whole register, urban or rural
  -property WORD     how property stands in the whole register, within or over
  -map FILE          what headers are, one a line: THEIR HEADER=OUR COLUMN
  -keep A,B          more columns to pass through
  -o FILE            write a file with a byte order mark, for spreadsheet programs
  -page FILE         the totals as a page to print: costs, what is undetermined, what was assumed, charts
  -totals FILE       the table of costs as CSV: by place, kind of hukou and benefit with sums, a month and a year
  -summary s.json    the summary as JSON besides
  -rejects FILE      all that was refused, and why; without it the first three of a cause are on stderr
  -generate N        write an invented register of N households; -seed is that of chance
  -assume fact=value,...  fill facts that are not stated, for estimates; there are:
`
)
