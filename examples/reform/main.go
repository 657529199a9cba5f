// Command reform compares what a file of households is due before and after a draft.
//
//	go run ./examples/reform -on 2021-01-01 -draft draft.json [-before 2020-12-31] [-tables t.json]... [-assume fact=value,...]
//	        [-json] [-chart out.svg] [-households h1,h2] [-lang zh|en] households.csv
//
// Before is by default the last day before -on with figures of the city on record, and stands in the heading. Ages are those of the
// day -on for both, so that nobody gains or loses by a birthday. The cliffs and the chart are of the households named with -households,
// or of the first of the file: the total against the monthly income of the member who earns most.
//
// It exits with 0 when all input was decided, 1 when some of it was refused (each refusal is on stderr, and the rest is still decided),
// and 2 on wrong usage.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/assume"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func usage(l standards.Lang) string {
	return l.In(`用法：
  reform -on 2021-01-01 -draft draft.json [选项] households.csv

选项：
  -on 日期             草案审核的日期；年龄都按这一天计算
  -draft draft.json    草案
  -before 日期         与哪一天比较；不写则为此前最后一个有全市标准的日子
  -tables t.json       前后都叠加的数据表文件，可重复
  -assume 事项=内容,...  填补未载明的事项
  -households h1,h2    查找断崖、画图的家庭；不写则为文件中的前几户
  -json                输出 JSON
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
  -households h1,h2    whose cliffs to look for and whom to draw; without it the first of the file
  -json                print JSON
  -chart out.svg       draw the total against income
  -lang zh|en          the language
`)
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("reform", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)
	var files, assumes cli.List
	on := p.Flags.String("on", "", "")
	draftFile := p.Flags.String("draft", "", "")
	before := p.Flags.String("before", "", "")
	asJSON := p.Flags.Bool("json", false, "")
	chart := p.Flags.String("chart", "", "")
	chosen := p.Flags.String("households", "", "")
	p.Flags.Var(&files, "tables", "")
	p.Flags.Var(&assumes, "assume", "")
	operands, code, ok := p.Parse(args)
	if !ok {
		return code
	}
	if len(operands) != 1 || *on == "" || *draftFile == "" {
		return p.Misused(p.Lang.In("须给出 -on、-draft 和一个家庭文件", "-on, -draft and one file of households are needed"))
	}
	var facts assume.Facts
	for _, s := range assumes {
		more, err := assume.Parse(s, facts)
		if err != nil {
			return p.Misused(cli.Text(err, p.Lang))
		}
		facts = more
	}
	old, ok := p.Tables(files)
	if !ok {
		return cli.Usage
	}
	tables, ok := p.Tables(append(files, *draftFile))
	if !ok {
		return cli.Usage
	}
	r := report{beforeTables: old, afterTables: tables}
	if r.after, code, ok = p.Day(*on, tables); !ok {
		return code
	}
	if *before == "" {
		day, found := lastDayWithFigures(old, r.after.Day())
		if !found {
			return p.Misused(p.Lang.In("此前没有全市标准在案的日子，须用 -before 指明", "no day before has figures of the city; -before must name one"))
		}
		*before = day.String()
	}
	if r.before, code, ok = p.Day(*before, old); !ok {
		return code
	}
	file, shown, err := p.Open(operands[0])
	if err != nil {
		return p.Failed(p.CannotOpen(operands[0], err))
	}
	defer file.Close()
	var tally assume.Tally
	code = cli.OK
	progress := p.Progress()
	for record, err := range caseload.ReadCSV(file) {
		if err == nil {
			h, filled := facts.Fill(record.Household)
			tally.Add(filled)
			err = r.add(h)
		}
		if err != nil {
			progress.Clear()
			for line := range strings.Lines(cli.Text(err, p.Lang)) {
				fmt.Fprintf(stderr, "%s: %s\n", shown, strings.TrimSpace(line))
			}
			code = cli.Refused
			r.Refused++
			continue
		}
		progress.Add()
	}
	progress.Clear()
	if err := r.finish(*chosen); err != nil {
		return p.Failed(cli.Text(err, p.Lang))
	}
	if len(facts) > 0 {
		fmt.Fprint(stderr, tally.Text(p.Lang))
	}
	if *asJSON {
		encoder := json.NewEncoder(stdout)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		err = encoder.Encode(&r)
	} else {
		_, err = io.WriteString(stdout, r.text(p.Lang))
	}
	if err == nil && *chart != "" {
		err = os.WriteFile(*chart, r.svg(), 0o644)
	}
	if err != nil {
		return p.Failed(err.Error())
	}
	return code
}

// lastDayWithFigures is the last day before on for which the city's line is on record.
func lastDayWithFigures(tables *standards.Tables, on standards.Date) (standards.Date, bool) {
	first, _ := standards.Span()
	for day := on.Previous(); !day.Before(first); day = day.Previous() {
		set, err := tables.At(day)
		if err != nil {
			return day, false
		}
		if _, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban); err == nil {
			return day, true
		}
	}
	return on, false
}
