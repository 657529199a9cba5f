// Command caseload decides a register of households and writes the decisions as CSV.
//
//	go run ./examples/caseload -on 2020-10-01 [-tables t.json]... [-assume fact=value,...] [-members] [-keep a,b] [-o FILE]
//	    [-summary s.json] [-rejects FILE] households.csv > decisions.csv
//	go run ./examples/caseload -generate 1000 -seed 1 > households.csv
//
// The register is read and the decisions are written row by row, in the same order, at constant memory. -members writes one row a person,
// -keep passes columns through, -o writes a file that spreadsheet programs open. What cannot be decided is refused, with line, column and
// value, on stderr or in the file of -rejects, and the rest is still decided. What may be wrong and refuses nobody, such as a person who
// stands in two households, is on stderr; what may be so of a whole register, such as a hukou of the unified kind, is said once and counted. At
// the end a summary is on stderr, and in the file of -summary. What is being paid (paid_yuan) is compared with what is due: over, under, not
// comparable, refused and not stated are kept apart, and come to what the register pays. Of -keep a row of a household has what its first row
// states, and a row of a person what his first row does. The column difference_yuan is what is paid less what is due, blank
// where what is due is known as a lower limit only.
//
// It exits with 0 when all input was decided, 1 when some of it was refused or the run was interrupted, and 2 on wrong usage.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.MainUntilInterrupted(run) }

// program is one run.
type program struct {
	*cli.Program
	out, summaryFile, rejects string
	members                   bool
	keep                      []string
	count                     int
	seed                      uint64

	filling filling
	summary summary
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("caseload", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)}
	p.Take("on", "tables", "assume")
	keep := p.Flags.String("keep", "", "")
	p.Flags.StringVar(&p.out, "o", "", "")
	p.Flags.StringVar(&p.summaryFile, "summary", "", "")
	p.Flags.StringVar(&p.rejects, "rejects", "", "")
	p.Flags.BoolVar(&p.members, "members", false, "")
	p.Flags.IntVar(&p.count, "generate", 0, "")
	p.Flags.Uint64Var(&p.seed, "seed", 1, "")
	operands, code, ok := p.Begin(args, p.misuse)
	if !ok {
		return code
	}
	if p.count > 0 {
		return p.writing(func(w io.Writer) int { return p.generate(ctx, w) })
	}
	if *keep != "" {
		for name := range strings.SplitSeq(*keep, ",") {
			p.keep = append(p.keep, strings.TrimSpace(name))
		}
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	p.filling.asked = p.Fill
	file, shown, ok := p.Input(operands[0])
	if !ok {
		return cli.Usage
	}
	defer file.Close()
	if what := p.overwritten(append([]string{operands[0]}, p.Files...)); what != "" {
		return p.Misused(what)
	}
	return p.writing(func(w io.Writer) int { return p.decide(ctx, file, shown, w) })
}

// overwritten says which file would be written over before it was read, or by another; nothing if none would.
func (p *program) overwritten(read []string) string {
	taken := read
	for _, name := range []string{p.out, p.summaryFile, p.rejects} {
		if name == "" {
			continue
		}
		if slices.ContainsFunc(taken, func(other string) bool { return sameFile(name, other) }) {
			return p.Lang.In("同一个文件不能既读又写，也不能写两次：", "one file cannot be both read and written, or written twice: ") + name
		}
		taken = append(taken, name)
	}
	return ""
}

// sameFile reports whether two names are of one file, or will be.
func sameFile(a, b string) bool {
	one, errA := os.Stat(a)
	other, errB := os.Stat(b)
	if errA != nil && errB != nil {
		return filepath.Clean(a) == filepath.Clean(b)
	}
	return errA == nil && errB == nil && one.Mode().IsRegular() && os.SameFile(one, other)
}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func (p *program) misuse(operands []string) string {
	switch {
	case p.count < 0 || p.count > 0 && len(operands) > 0:
		return p.Lang.In("-generate 之后是户数，不再给出文件", "-generate takes a number of households and no file")
	case p.count > 0:
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
	if p.out == "" {
		return do(p.Stdout)
	}
	file, err := os.Create(p.out)
	if err != nil {
		return p.Failed(p.CannotOpen(p.out, err))
	}
	code := cli.Usage
	p.Stdout = file // that is where the output goes, so that progress may be shown
	if _, err = io.WriteString(file, byteOrderMark); err == nil {
		code = do(file)
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return max(code, p.Failed(err.Error()))
	}
	return code
}

// decide decides a register.
func (p *program) decide(ctx context.Context, file io.Reader, shown string, w io.Writer) int {
	refusals, err := p.open(p.rejects)
	if err != nil {
		return p.Failed(p.CannotOpen(p.rejects, err))
	}
	summary, err := p.open(p.summaryFile)
	if err != nil {
		return p.Failed(p.CannotOpen(p.summaryFile, err))
	}
	out := bufio.NewWriterSize(w, writeSize)
	_, err = out.Write(p.header())
	code := cli.OK
	progress := p.Progress()
	options := caseload.DecideOptions{Explain: !p.members, Render: p.render} // the reason is a step
	records := p.filling.fill(register.Read(file, p.keep...))
	for result, refusal := range caseload.Decide(ctx, p.Set, records, options) {
		filled := p.filling.next()
		progress.Add()
		if len(result.Warnings) > 0 || refusal != nil {
			progress.Clear()
		}
		p.WarnOf(shown, &result.Record)
		if refusal != nil {
			p.refuse(refusals, shown, &result, refusal)
			code = cli.Refused
			continue
		}
		if _, err = out.Write(result.Text); err != nil {
			break // nobody reads on
		}
		p.summary.add(&result, p.members)
		p.Tally.Add(filled)
	}
	progress.Clear()
	if err == nil {
		err = out.Flush()
	}
	p.SayFilled()
	fmt.Fprint(p.Stderr, p.text())
	if p.summaryFile != "" {
		err = errors.Join(err, p.writeSummary(summary))
	}
	return max(code, p.Wrote(errors.Join(err, refusals.Close(), summary.Close())))
}

// writeSize is how much is written at once.
const writeSize = 64 << 10

// generate writes an invented register.
func (p *program) generate(ctx context.Context, w io.Writer) int {
	err := generate(ctx, w, p.count, p.seed)
	if errors.Is(err, context.Canceled) {
		p.interrupted()
		return cli.Refused
	}
	return p.Wrote(err)
}

func (p *program) interrupted() {
	fmt.Fprintf(p.Stderr, "caseload%s%s\n", p.colon(), p.Lang.In("已中断，已写出的行是完整的", "interrupted; the rows written are complete"))
}

// open creates a file beside the decisions. Without a name what is written goes to stderr.
func (p *program) open(name string) (io.WriteCloser, error) {
	if name == "" {
		return toStderr{p.Stderr}, nil
	}
	return os.Create(name)
}

// toStderr is stderr, which stays open.
type toStderr struct{ io.Writer }

func (toStderr) Close() error { return nil }

func (p *program) writeSummary(w io.Writer) error {
	text, err := json.MarshalIndent(p.summary.wire(p), "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

// refuse says why a household was refused, one fault a line. What ends the reading is said on stderr as well, wherever the rest goes.
func (p *program) refuse(w io.Writer, file string, r *caseload.Result, err error) {
	if errors.Is(err, context.Canceled) {
		p.summary.unread = true
		p.interrupted()
		return
	}
	if r.Rows == 0 {
		p.summary.unread = true
	} else {
		p.Refused++
		p.summary.refuse(r)
	}
	p.say(w, file, r, err)
	if r.Rows == 0 && p.rejects != "" {
		p.say(p.Stderr, file, r, err)
	}
}

// say says what is wrong with a household, one fault a line.
func (p *program) say(w io.Writer, at string, r *caseload.Result, err error) {
	p.Say(w, at, r.Household.ID, err)
}

func (p *program) colon() string { return p.Lang.In("：", ": ") }

func usage(l standards.Lang) string {
	return l.In(`用法：
  caseload -on 2020-10-01 [选项] 登记表.csv|- > 结果.csv
  caseload -generate 1000 [-seed 1] > 登记表.csv

选项：
  -on 日期           按哪一天的标准，例如 2020-10-01
  -lang zh|en        语言；不写则按系统语言，否则中文
  -tables t.json     叠加数据表文件（草案或补充），可重复，按次序叠加
  -members           每人一行；不写则每户一行
  -keep 甲,乙        原样保留、不作解读的列
  -o 文件            写入文件，带字节顺序标记，可直接用电子表格打开
  -summary s.json    汇总另存为 JSON
  -rejects 文件      无法审核的家庭及原因写入文件；不写则写到标准错误
  -generate 户数     生成虚构的登记表，-seed 为随机种子
  -assume 事项=内容,...  填补未载明的事项，供测算；可用的有：
`, `Usage:
  caseload -on 2020-10-01 [flags] households.csv|- > decisions.csv
  caseload -generate 1000 [-seed 1] > households.csv

Flags:
  -on DAY            the day to decide for, such as 2020-10-01
  -lang zh|en        the language; without it that of the locale, else Chinese
  -tables t.json     lay a tables file (a draft or a supplement) over the rows; may be repeated, in order
  -members           one row a person instead of one a household
  -keep A,B          columns to pass through without reading them
  -o FILE            write a file with a byte order mark, for spreadsheet programs
  -summary s.json    the summary as JSON besides
  -rejects FILE      what was refused, and why; without it on stderr
  -generate N        write an invented register of N households; -seed is that of chance
  -assume fact=value,...  fill facts that are not stated, for estimates; there are:
`) + cli.FillUsage("      ", l)
}
