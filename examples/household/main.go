// Command household decides what households are due on one day, and says so as a caseworker would
// read it.
//
//	go run ./examples/household
//	go run ./examples/household -on 2020-10-01 [-lang zh|en] [-json|-html] [-office NAME [-number N] [-decided DAY]] [-steps] [-tables t.json]... [-assume fact=value,...] FILE|-
//	go run ./examples/household -verify decision.json household.json
//
// Without a file it decides built-in families that show the range: the full line and a part of it,
// exactly at the line, disabled people in the city and in a county, what is undetermined for want
// of a fact or a figure, tekun support, a low-income family, and both kinds of hukou in one
// household. A file holds one household, an array, or JSON lines; -json prints the same shape.
//
// What it writes is a calculation; with -office it is the notice of that office's decision, with
// -number and -decided its number and day. With -html it is one HTML page, fit for printing, each
// notice on sheets of its own.
//
// With -assume, facts that are not stated are filled in. They are counted on stderr, and listed in
// the notice, and in JSON under assumed beside what the law takes for granted.
//
// With -verify, a decision is verified when the whole of it is what its household, its day and the
// tables files handed in give, the standards that it names included: its data version, tables files
// and digest. Where only these differ it is decided alike, and said to be so, but not verified. A
// decision that lists facts filled by -assume is verified with the same -assume; without it the
// household is not stated as it was, and the facts are named.
//
// It exits with 0 when all input was decided, and all of it verified with -verify, 1 when some of
// it was refused or not verified (each refusal is on stderr with file, line and field, and the rest
// is still decided), and 2 on wrong usage.
package main

import (
	"fmt"
	"io"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sample"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.Main(run) }

// program is one run.
type program struct {
	*cli.Program
	steps   bool
	html    bool
	office  string
	number  string
	decided string
	verify  string

	day     standards.Date   // on which the office decided
	notices []notice.Content // of the HTML page
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("household", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)}
	p.Take("on", "json", "tables", "assume")
	p.Flags.BoolVar(&p.steps, "steps", false, "")
	p.Flags.BoolVar(&p.html, "html", false, "")
	p.Flags.StringVar(&p.office, "office", "", "")
	p.Flags.StringVar(&p.number, "number", "", "")
	p.Flags.StringVar(&p.decided, "decided", "", "")
	p.Flags.StringVar(&p.verify, "verify", "", "")
	operands, code, ok := p.Begin(args, p.misuse)
	if !ok {
		return code
	}
	if p.decided != "" {
		p.day, _ = standards.ParseDate(p.decided) // it is a day: misuse said otherwise
	}
	if p.On == "" && p.verify == "" {
		p.On = sample.Day
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	if p.verify != "" {
		return p.verifyFiles(p.Laid, operands[0])
	}
	if len(operands) == 0 {
		return p.decideFamilies()
	}
	return p.decideFile(operands[0])
}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func (p *program) misuse(operands []string) string {
	switch {
	case len(operands) > 1:
		return p.Lang.In("一次只能给一个文件", "one file at a time")
	case p.verify != "" && len(operands) == 0:
		return p.Lang.In("-verify 之后还须给出家庭文件", "-verify needs the file of the household besides")
	case p.verify != "" && p.On != "":
		return p.Lang.In("-verify 按决定所载日期核对，不能再用 -on", "-verify goes by the day of the decision; -on cannot stand beside it")
	case p.JSON && p.html:
		return p.Lang.In("-json 和 -html 只能用其一", "-json and -html do not go together")
	case p.verify != "" && (p.html || p.office != ""):
		return p.Lang.In("-html 和 -office 用于结果通知，不能与 -verify 同用",
			"-html and -office are for notices; they do not go with -verify")
	case p.JSON && p.office != "":
		return p.Lang.In("-office 用于结果通知，不能与 -json 同用", "-office is for notices; it does not go with -json")
	case p.office != "" && len(p.Assumes) > 0:
		return p.Lang.In("-office 的决定须以查明的事实为据，不能与 -assume 同用",
			"an office decides on facts that are stated; -office does not go with -assume")
	case p.office == "" && (p.number != "" || p.decided != ""):
		return p.Lang.In("-number 和 -decided 须与 -office 同用", "-number and -decided need -office")
	case p.decided != "" && !isDay(p.decided):
		return p.Lang.In("-decided 须为日期，例如 2020-10-12", "-decided must be a day, such as 2020-10-12")
	case p.verify == "" && len(operands) == 1 && p.On == "":
		return p.Lang.In("须用 -on 指明按哪一天的标准，例如 -on 2020-10-01", "-on must say for which day to decide, such as -on 2020-10-01")
	}
	return ""
}

func isDay(text string) bool {
	_, err := standards.ParseDate(text)
	return err == nil
}

// decideFamilies decides the built-in families.
func (p *program) decideFamilies() int {
	out := output{w: p.Stdout, array: func() bool { return true }}
	for i, f := range families {
		h, err := f.Household()
		if err == nil {
			title := fmt.Sprintf("%s %d：%s\n\n", "示例", i+1, f.Chinese)
			if p.Lang == standards.English {
				title = fmt.Sprintf("Family %d: %s\n\n", i+1, f.English)
			}
			err = p.decide(h, title, &out)
		}
		if err != nil {
			return p.Failed(f.English + ": " + cli.Text(err, p.Lang)) // no such day for someone born after it
		}
	}
	return p.finish(&out)
}

// decide decides one household and prints the decision, a notice under its title.
func (p *program) decide(h assistance.Household, title string, out *output) error {
	filled := p.Fill.Apply(&h)
	decide := assistance.Explain
	if p.JSON && !p.steps {
		decide = assistance.Assess
	}
	d, err := decide(p.Set, h)
	if err != nil {
		return err
	}
	p.Tally.Add(filled)
	if p.JSON {
		d.Assume(filled...)
		return out.json(d)
	}
	n := notice.Notice{Decision: d, Household: h, Set: p.Set, Filled: filled, AllSteps: p.steps,
		Office: p.office, Number: p.number, Decided: p.day}
	if p.html {
		p.notices = append(p.notices, n.Content(p.Lang))
		return nil
	}
	out.text(title + n.Text(p.Lang))
	return nil
}

// finish ends the output and says on stderr how much was assumed.
func (p *program) finish(out *output) int {
	if p.JSON {
		out.end()
	}
	if len(p.notices) > 0 {
		out.text(notice.Page(p.notices...))
	}
	p.SayFilled()
	return p.Wrote(out.err)
}

func usage(l standards.Lang) string {
	return l.In(`用法：
  household                                          审核内置的示例家庭
  household -on 2020-10-01 [选项] 文件|-             审核文件（- 为标准输入）中的家庭
  household -verify decision.json household.json     核对以往的决定，须用原来的 -tables 和 -assume

选项：
  -on 日期           按哪一天的标准，例如 2020-10-01；有文件时必填
  -lang zh|en        语言；不写则按系统语言，否则中文
  -json              输出 JSON，形式与输入相同（对象、数组或逐行）
  -html              输出一个可打印的网页（A4）
  -office 机关       决定机关；有此项才是通知，否则是测算结果
  -number 文号       通知的文号，与 -office 同用
  -decided 日期      作出决定的日期，与 -office 同用
  -steps             列出全部审核步骤
  -tables t.json     叠加数据表文件（草案或补充），可重复，按次序叠加
  -assume 事项=内容,...  填补未载明的事项，供测算；可用的有：
`, `Usage:
  household                                          decide the built-in families
  household -on 2020-10-01 [flags] FILE|-            decide the households of a file, - being standard input
  household -verify decision.json household.json     verify an earlier decision, with the -tables and -assume that it had

Flags:
  -on DAY            the day to decide for, such as 2020-10-01; needed with a file
  -lang zh|en        the language; without it that of the locale, else Chinese
  -json              print JSON, in the shape of the input: object, array or lines
  -html              print one HTML page, fit for printing on A4
  -office NAME       the office that decides; with it this is a notice, without it a calculation
  -number NUMBER     the number of the notice, with -office
  -decided DAY       the day of the decision, with -office
  -steps             print every step of the decision
  -tables t.json     lay a tables file (a draft or a supplement) over the rows; may be repeated, in order
  -assume fact=value,...  fill facts that are not stated, for estimates; there are:
`) + cli.FillUsage("      ", l)
}
