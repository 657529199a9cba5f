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
	"os"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

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

// options are what the flags say.
type options struct {
	on, sample    string
	asJSON, asCSV bool
	tables        cli.List
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("eldercare", usageZh, usageEn, stdin, stdout, stderr)
	var o options
	p.Flags.StringVar(&o.on, "on", "", "")
	p.Flags.StringVar(&o.sample, "sample", "", "")
	p.Flags.BoolVar(&o.asJSON, "json", false, "")
	p.Flags.BoolVar(&o.asCSV, "csv", false, "")
	p.Flags.Var(&o.tables, "tables", "")
	operands, code, ok := p.Parse(args)
	switch {
	case !ok:
		return code
	case o.sample != "":
		return printSample(p, &o, operands)
	case len(operands) != 1 || o.on == "":
		return p.Misused(p.Lang.In("须给出 -on 和一个 CSV 文件", "-on and one CSV file are needed"))
	case o.asJSON && o.asCSV:
		return p.Misused(p.Lang.In("-json 和 -csv 只能用一个", "-json and -csv cannot be used together"))
	}
	tables, ok := p.Tables(o.tables)
	if !ok {
		return cli.Usage
	}
	set, code, ok := p.Day(o.on, tables)
	if !ok {
		return code
	}
	return checkFile(p, &o, set, operands[0])
}

// printSample prints a sheet to fill in.
func printSample(p *cli.Program, o *options, operands []string) int {
	languages := map[string]standards.Lang{"zh": standards.Chinese, "en": standards.English}
	l, ok := languages[o.sample]
	if !ok {
		return p.Misused(p.Lang.In("-sample 只能是 zh 或 en，不是 ", "-sample is zh or en, not ") + o.sample)
	}
	if len(operands) > 0 || o.on != "" || len(o.tables) > 0 || o.asJSON || o.asCSV {
		return p.Misused(p.Lang.In("-sample 单独使用", "-sample stands alone"))
	}
	text, err := sample(l)
	return write(p, text, err)
}

// checkFile checks one file and prints the report.
func checkFile(p *cli.Program, o *options, set *standards.Set, name string) int {
	file, shown, err := p.Open(name)
	if err != nil {
		return p.Failed(p.CannotOpen(name, err))
	}
	defer file.Close()
	g, err := readRegister(file)
	if err != nil {
		return p.Failed(shown + p.Lang.In("：", ": ") + cli.Text(err, p.Lang))
	}
	g.settle()
	subjects, err := g.check(set)
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
	r := newReport(g, set, subjects)
	text := ""
	switch {
	case o.asJSON:
		text, err = r.json()
	case o.asCSV:
		text, err = r.csv(p.Lang)
	default:
		text = r.text(p.Lang)
	}
	if code := write(p, text, err); code != cli.OK || g.refused == 0 {
		return code
	}
	return cli.Refused
}

// write prints text, unless it could not be made.
func write(p *cli.Program, text string, err error) int {
	if err == nil {
		_, err = io.WriteString(p.Stdout, text)
	}
	if err != nil {
		return p.Failed(err.Error())
	}
	return cli.OK
}
