// Command store files decisions in a database with what they were made from, and makes them again a
// year later. It is a module of its own, so that the database stays out of the library's
// requirements: SQLite, by database/sql.
//
//	cd examples/store
//	go run . -db decisions.db -on 2020-10-01 [-tables t.json]... FILE|-
//	go run . -db decisions.db -verify 2020 [-tables t.json]...
//
// The first decides the households of a file (one, an array, or JSON lines) and files each decision
// with its household, its steps and the tables files, by their digests. The second makes every
// decision of a year again, under the files that it was filed with, or with -tables under these. It
// says how many are the same, how many are decided alike under other standards, and by which rows
// the others differ.
//
// It exits with 0 when everything was filed, or is decided as it was; 1 when something was refused,
// or differs; and 2 on wrong usage.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

func main() { cli.MainUntilInterrupted(run) }

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("store", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)
	p.Take("on", "tables")
	file := p.Flags.String("db", "", "")
	year := p.Flags.String("verify", "", "")
	operands, code, ok := p.Begin(args, func(operands []string) string { return misuse(p, *file, *year, operands) })
	if !ok {
		return code
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	if what := p.Overwritten([]string{*file}, operands...); what != "" {
		return p.Misused(what)
	}
	if *year != "" {
		code, err := verifyYear(ctx, p, *file, *year)
		return ended(p, *file, code, err)
	}
	input, shown, ok := p.Input(operands[0])
	if !ok {
		return cli.Usage
	}
	defer input.Close()
	code, err := fileHouseholds(ctx, p, *file, input, shown)
	return ended(p, *file, code, err)
}

// ended is the exit code of a run. What went wrong with the database, or with stdout, is said, and is
// no success.
func ended(p *cli.Program, file string, code int, err error) int {
	if err == nil {
		return p.Finish(code)
	}
	p.Failed(file + ": " + cli.Text(err, p.Lang))
	return max(code, cli.Refused)
}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func misuse(p *cli.Program, file, year string, operands []string) string {
	_, err := strconv.ParseUint(year, 10, 16)
	switch {
	case file == "":
		return p.Lang.In("须用 -db 指明数据库文件", "-db must name the file of the database")
	case year != "" && (err != nil || len(year) != 4):
		return p.Lang.In("-verify 须是年份，例如 2020", "-verify is a year, such as 2020")
	case year != "" && (p.On != "" || len(operands) > 0):
		return p.Lang.In("-verify 不能与 -on 或家庭文件同用", "neither -on nor a file can stand beside -verify")
	case year == "" && (p.On == "" || len(operands) != 1):
		return p.Lang.In("须用 -on 指明日期，并给出一个家庭文件", "-on must name the day, and one file must be given")
	}
	return ""
}

// fileHouseholds decides the households of a file and files the decisions in a database, which is
// opened before anything is read.
func fileHouseholds(ctx context.Context, p *cli.Program, file string, input io.Reader, shown string) (code int, err error) {
	files, err := readFiles(p.Files)
	if err != nil {
		return cli.Usage, err
	}
	a, err := open(ctx, file)
	if err != nil {
		return codeOf(err), err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	f, err := a.begin(ctx, files)
	if err != nil {
		return cli.Refused, err
	}
	filed := 0
	for entry, err := range assistance.Read(input) {
		var d assistance.Decision
		if err == nil {
			d, err = assistance.Explain(p.Set, entry.Household)
		}
		if err != nil {
			p.Say(p.Stderr, fmt.Sprintf(p.Lang.In("%s：第 %d 行", "%s: line %d"), shown, entry.Line), entry.Household.ID, err)
			code = cli.Refused
			continue
		}
		if err := f.put(entry.Household, d); err != nil {
			_ = f.drop() // the reason is told
			return cli.Refused, err
		}
		filed++
	}
	if err := f.end(); err != nil {
		return cli.Refused, err
	}
	fmt.Fprintf(p.Stdout, p.Lang.In("存档决定 %d 件\n", "decisions filed: %d\n"), filed)
	return code, nil
}

// readFiles reads tables files as they stand on disk. That they can be laid is known.
func readFiles(names []string) ([]tablesFile, error) {
	files := make([]tablesFile, 0, len(names))
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		overlay, err := draft.Parse(content)
		if err != nil {
			return nil, err
		}
		files = append(files, tablesFile{content, overlay})
	}
	return files, nil
}

// verifyYear makes the decisions of a year again and reports. A database is not made for it: where
// there is none, nothing was filed under that name.
func verifyYear(ctx context.Context, p *cli.Program, file, text string) (code int, err error) {
	year, err := strconv.Atoi(text)
	if err != nil {
		return cli.Usage, err
	}
	if _, err := os.Stat(file); err != nil {
		return p.Failed(p.CannotOpen(file, err)), nil
	}
	a, err := open(ctx, file)
	if err != nil {
		return codeOf(err), err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	var now *standards.Tables
	if len(p.Files) > 0 {
		now = p.Laid
	}
	var r report
	first, last := standards.Day(year, time.January, 1), standards.Day(year, time.December, 31)
	if err := a.review(ctx, first, last, now, func(o outcome) { r.add(o, p.Lang) }); err != nil {
		return cli.Refused, err
	}
	fmt.Fprint(p.Stdout, r.text(p.Lang))
	if r.alike+r.differ+r.failed > 0 {
		return cli.Refused, nil
	}
	return cli.OK, nil
}

func usage(l standards.Lang) string {
	return l.In(`用法：
  store -db 文件 -on 2020-10-01 [-tables t.json]... 家庭文件|-    审核并存档
  store -db 文件 -verify 2020 [-tables t.json]...                 复核一年的决定

选项：
  -db 文件         数据库文件（SQLite），没有则新建
  -on 日期         按哪一天的标准
  -verify 年份     重新审核该年的全部决定：一致、结果相同、因哪一行标准而不同
  -tables t.json   叠加数据表文件，可重复；与 -verify 同用时，以这些文件代替存档的文件
  -lang zh|en      语言
`, `Usage:
  store -db FILE -on 2020-10-01 [-tables t.json]... HOUSEHOLDS|-   decide and file
  store -db FILE -verify 2020 [-tables t.json]...                  make the decisions of a year again

Flags:
  -db FILE         the database (SQLite); it is made where there is none
  -on DAY          the day to decide for
  -verify YEAR     make every decision of the year again: same, decided alike, or by which row it differs
  -tables t.json   lay a tables file over the rows; may be repeated. Beside -verify these stand in place of the files on record
  -lang zh|en      the language
`)
}
