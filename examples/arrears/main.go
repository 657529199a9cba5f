// Command arrears accounts for what a household was due and what it was paid, month by month, and
// says what each difference comes from.
//
//	go run ./examples/arrears
//	go run ./examples/arrears -known 2020-12-31 [-from 2020-01] [-to 2020-12] [-lang zh|en] [-json] [-tables t.json]... FILE|-
//
// Without a file it accounts for a made-up family decided for January 2020: the city's figures are
// published in September for the whole year, a job found in May is reported in October, a child
// turns 18 in July. A file holds one account (a household's history and the payments to it, as
// package months describes them), an array, or JSON lines; -json prints the same shape.
//
// It exits with 0 when every account was drawn up, 1 when some of it was refused (each refusal is
// on stderr with file, line and field, and the rest is still drawn up), and 2 on wrong usage.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.Main(run) }

// program is one run.
type program struct {
	*cli.Program
	known    string
	from, to string

	calendar *months.Calendar
	day      standards.Date
	first    months.Month // zero: not stated
	last     months.Month
	count    int
	seen     map[string]bool // the ids of the accounts read
	broken   error           // of stdout; nothing is written after it
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("arrears", usageZh, usageEn, stdin, stdout, stderr)}
	p.Take("json", "tables")
	p.Flags.StringVar(&p.known, "known", "", "")
	p.Flags.StringVar(&p.from, "from", "", "")
	p.Flags.StringVar(&p.to, "to", "", "")
	operands, code, ok := p.Begin(args, p.misuse)
	if !ok {
		return code
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	p.calendar = months.NewCalendar(p.Laid)
	input, shown := io.NopCloser(strings.NewReader(sample)), p.Lang.In("内置示例", "the sample")
	if len(operands) == 1 {
		if input, shown, ok = p.Input(operands[0]); !ok {
			return cli.Usage
		}
	}
	defer input.Close()
	return p.all(input, shown)
}

// misuse says what is wrong with the arguments, and reads the days and months.
func (p *program) misuse(operands []string) string {
	switch {
	case len(operands) > 1:
		return p.Lang.In("一次只能给一个文件", "one file at a time")
	case len(operands) == 1 && p.known == "":
		return p.Lang.In("须用 -known 指明按哪一天已知的情况，例如 -known 2020-12-31",
			"-known must say as known on which day, such as -known 2020-12-31")
	case p.known == "":
		p.known = sampleKnown
	}
	return p.parseDays()
}

// parseDays reads the flags that are days and months, and says what is wrong with them.
func (p *program) parseDays() string {
	var err error
	if p.day, err = standards.ParseDate(p.known); err != nil {
		return fmt.Sprintf(p.Lang.In("-known 须是形如 2020-12-31 的日期，不是 %q", "-known is a day such as 2020-12-31, not %q"),
			p.known)
	}
	for _, flag := range []struct {
		name, value string
		to          *months.Month
	}{{"-from", p.from, &p.first}, {"-to", p.to, &p.last}} {
		if flag.value == "" {
			continue
		}
		if *flag.to, err = months.ParseMonth(flag.value); err != nil {
			return fmt.Sprintf(p.Lang.In("%s 须是形如 2020-01 的月份，不是 %q", "%s is a month such as 2020-01, not %q"), flag.name,
				flag.value)
		}
	}
	return ""
}

// all draws up every account of input. One that cannot be used is refused on stderr; the others go
// on.
func (p *program) all(input io.Reader, shown string) int {
	code, shape := cli.OK, &cli.Shape{Reader: input}
	p.seen = map[string]bool{}
	for item, err := range wire.Values(shape) {
		if err != nil {
			fmt.Fprintf(p.Stderr, "%s%s%s\n", shown, p.Lang.In("：", ": "), cli.Text(err, p.Lang))
			code = cli.Refused
			continue
		}
		if err := p.one(item); err != nil {
			p.refuse(shown, item.Line, err)
			code = cli.Refused
		}
		if p.broken != nil {
			break // nobody reads on
		}
	}
	switch {
	case p.JSON && shape.Array() && p.count == 0:
		p.write("[]\n")
	case p.JSON && shape.Array():
		p.write("\n]\n")
	}
	return max(code, p.Wrote(p.broken))
}

// result is what is printed of one account.
type result struct {
	months.Ledger
	review  months.Review    // zero: there is none
	decided []months.Decided // the months, for the text
}

// one draws up one account.
func (p *program) one(item wire.Item) error {
	var faults wire.Faults
	account := wire.Read[months.Account](item.Value, "", &faults)
	if id := account.History.ID; id != "" {
		if p.seen[id] {
			faults.Add("history.id", wire.CodeDuplicateID, id)
		}
		p.seen[strings.Clone(id)] = true // not the text that it was read from
	}
	if err := faults.Err(); err != nil {
		return err
	}
	ledger, err := p.calendar.Arrears(account.History, account.Payments, p.first, p.last, p.day)
	if err != nil {
		return err
	}
	drawn := result{Ledger: ledger}
	var none *months.ReviewError
	if drawn.review, err = p.calendar.NextReview(account.History, p.day); err != nil && !errors.As(err, &none) {
		return err
	}
	if !p.JSON {
		if drawn.decided, err = p.calendar.Decide(account.History, ledger.From, ledger.To, p.day); err != nil {
			return err
		}
		if p.count > 0 {
			p.write("\n\n")
		}
		p.write(p.text(account.History, drawn, none))
		p.count++
		return nil
	}
	line, err := drawn.json()
	if err != nil {
		return err
	}
	switch {
	case !item.InArray:
		p.write(string(line) + "\n")
	case p.count == 0:
		p.write("[\n" + string(line))
	default:
		p.write(",\n" + string(line))
	}
	p.count++
	return nil
}

// json is the ledger in JSON, with the next review beside it.
func (r result) json() ([]byte, error) {
	line, err := json.Marshal(r.Ledger)
	if err != nil || r.review == (months.Review{}) {
		return line, err
	}
	review, err := json.Marshal(r.review)
	return append(append(append(line[:len(line)-1], `,"nextReview":`...), review...), '}'), err
}

func (p *program) write(s string) {
	if p.broken == nil {
		_, p.broken = io.WriteString(p.Stdout, s)
	}
}

// refuse says on stderr why an account was refused: each fault on a line of its own.
func (p *program) refuse(file string, line int, err error) {
	at := fmt.Sprintf(p.Lang.In("%s：第 %d 行：", "%s: line %d: "), file, line)
	for text := range strings.Lines(cli.First(cli.Text(err, p.Lang), p.Lang)) {
		fmt.Fprintf(p.Stderr, "%s%s\n", at, layout.Plain(strings.TrimSuffix(text, "\n")))
	}
}

const usageZh = `用法：
  arrears                                    内置示例家庭的账目
  arrears -known 2020-12-31 [选项] 文件|-    文件（- 为标准输入）中各户的账目

选项：
  -known 日期        按哪一天已公布的标准、已登记的情况和已发放的款项；有文件时必填
  -from 月份         从哪个月起，例如 2020-01；不写则从家庭记录的第一个整月起
  -to 月份           到哪个月止；不写则到 -known 时已结束的最后一个月
  -lang zh|en        语言；不写则按系统语言，否则中文
  -json              输出 JSON，形式与输入相同（对象、数组或逐行）
  -tables t.json     叠加数据表文件（草案或补充），可重复；须载明公布日期
`

const usageEn = `Usage:
  arrears                                      the account of a sample family
  arrears -known 2020-12-31 [flags] FILE|-     the accounts of a file, - being standard input

Flags:
  -known DAY         by the standards published, the facts recorded and the money paid up to this day; needed with a file
  -from MONTH        the first month, such as 2020-01; without it the first whole month of the history
  -to MONTH          the last month; without it the last that is over on -known
  -lang zh|en        the language; without it that of the locale, else Chinese
  -json              print JSON, in the shape of the input: object, array or lines
  -tables t.json     lay a tables file (a draft or a supplement) over the rows; may be repeated. It must say when it was issued
`
