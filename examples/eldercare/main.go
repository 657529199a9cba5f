// Command eldercare checks the city, its county-level units and eldercare institutions against the
// targets of items 10, 12, 13 and 14.
//
//	go run ./examples/eldercare -on 2020-10-01 [-tables t.json]... [-json|-csv] [-lang zh|en] institutions.csv|-
//	go run ./examples/eldercare -sample zh|en > institutions.csv
//
// The file is CSV in UTF-8: one row for the city, for each unit and for each institution, with
// Chinese or English headers. A blank is not stated: what needs it is neither met nor missed, and
// the report says what to add. What a unit does not state of item 13 is the sum of its institutions
// in the file, where it states that they are all.
//
// It exits with 0 when every row was checked, 1 when some were refused (each is on stderr with its
// line, column and value, and the others are still checked), and 2 on wrong usage.
package main

import (
	"fmt"
	"io"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.Main(run) }

const (
	usageZh = `用法：
  eldercare -on 2020-10-01 [选项] 机构.csv|-    核对全市、县市区和养老机构
  eldercare -sample zh > 机构.csv               输出待填的样表

选项：
  -on 日期        按哪一天的目标
  -tables t.json  叠加数据表文件，可重复
  -json           输出 JSON
  -csv            输出 CSV，可用表格软件打开
  -sample zh|en   输出待填的样表
  -lang zh|en     语言

每所机构、每个县市区、全市各占一行；不清楚的留空，不填 0。
`
	usageEn = `Usage:
  eldercare -on 2020-10-01 [flags] institutions.csv|-    check the city, its units and eldercare institutions
  eldercare -sample en > institutions.csv                print a sheet to fill in

Flags:
  -on DAY         the day whose targets are asked
  -tables t.json  lay a tables file over the rows; may be repeated
  -json           print JSON
  -csv            print CSV for a spreadsheet
  -sample zh|en   print a sheet to fill in
  -lang zh|en     the language

One row for each institution, each unit and the city; leave blank what is not known, and write no 0 for it.
`
)

// program is one run.
type program struct {
	*cli.Program
	sample string
	csv    bool
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("eldercare", usageZh, usageEn, stdin, stdout, stderr)}
	p.Take("on", "json", "tables")
	p.Flags.StringVar(&p.sample, "sample", "", "")
	p.Flags.BoolVar(&p.csv, "csv", false, "")
	operands, code, ok := p.Begin(args, p.misuse)
	switch {
	case !ok:
		return code
	case p.sample != "":
		return p.printSample()
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	return p.checkFile(operands[0])
}

// languages are those of a sample.
var languages = map[string]standards.Lang{"zh": standards.Chinese, "en": standards.English}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func (p *program) misuse(operands []string) string {
	_, known := languages[p.sample]
	switch {
	case p.sample != "" && !known:
		return p.Lang.In("-sample 只能是 zh 或 en，不是 ", "-sample is zh or en, not ") + p.sample
	case p.sample != "" && (len(operands) > 0 || p.On != "" || len(p.Files) > 0 || p.JSON || p.csv):
		return p.Lang.In("-sample 单独使用", "-sample stands alone")
	case p.sample != "":
		return ""
	case len(operands) != 1 || p.On == "":
		return p.Lang.In("须给出 -on 和一个 CSV 文件", "-on and one CSV file are needed")
	case p.JSON && p.csv:
		return p.Lang.In("-json 和 -csv 只能用一个", "-json and -csv cannot be used together")
	}
	return ""
}

// printSample prints a sheet to fill in.
func (p *program) printSample() int {
	text, err := sample(languages[p.sample])
	return p.write(text, err)
}

// checkFile checks one file and prints the report.
func (p *program) checkFile(name string) int {
	file, shown, ok := p.Input(name)
	if !ok {
		return cli.Usage
	}
	defer file.Close()
	g, err := readRegister(file)
	if err != nil {
		return p.Failed(shown + p.Lang.In("：", ": ") + cli.Text(err, p.Lang))
	}
	g.settle()
	subjects, err := g.check(p.Set)
	if err != nil {
		return p.Failed(cli.Text(err, p.Lang))
	}
	say := func(what string, faults []fault) {
		for _, f := range faults {
			fmt.Fprintf(p.Stderr, "%s%s%s%s\n", what, shown, p.Lang.In("：", ": "), f.Text(p.Lang))
		}
	}
	say(p.Lang.In("提醒：", "warning: "), g.unused)
	say("", g.faults)
	r := newReport(g, p.Set, subjects)
	text := ""
	switch {
	case p.JSON:
		text, err = r.json()
	case p.csv:
		text, err = r.csv(p.Lang)
	default:
		text = r.text(p.Lang)
	}
	if code := p.write(text, err); code != cli.OK || g.refused == 0 {
		return code
	}
	return cli.Refused
}

// write prints text, unless it could not be made.
func (p *program) write(text string, err error) int {
	if err != nil {
		return p.Failed(err.Error())
	}
	_, err = io.WriteString(p.Stdout, text)
	return p.Wrote(err)
}
