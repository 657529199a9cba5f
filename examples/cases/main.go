// Command cases runs case files: households, each with a day and with what must come out, so that a
// draft can be tested without writing Go.
//
//	go run ./examples/cases [-lang zh|en] [-tables t.json]... [-untouched] cases.json...
//
// A case that names tables files names them by paths beside its own file; those given with -tables
// are laid under all cases. What does not come out is printed with its path, what came out and what
// should have, the expect that would pass, and the steps of that decision. -untouched lists the
// figures that no case comes to; it is no failure that there are some.
//
// It exits with 0 when every case comes out, 1 when one does not or cannot be read (the others are
// still run), and 2 on wrong usage.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

func main() { cli.Main(run) }

const (
	usageZh = `用法：
  cases [选项] cases.json...      逐个运行用例文件，列出不符之处

选项：
  -tables t.json     先叠加的数据表文件（草案或补充），可重复；用例自己写明的文件不必再写
  -untouched         另外列出没有用例涉及的标准：按地方、户籍类别、类别和残疾等级
  -lang zh|en        语言；不写则按系统语言，否则中文
`
	usageEn = `Usage:
  cases [flags] cases.json...     run case files and list what does not come out

Flags:
  -tables t.json     a tables file (a draft or a supplement) to lay under all cases; may be repeated; those that cases name need not be
  -untouched         list the figures that no case touches as well: by place, kind of hukou, class and grade of disability
  -lang zh|en        the language; without it that of the locale, else Chinese
`
)

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("cases", usageZh, usageEn, stdin, stdout, stderr)
	p.Take("tables")
	untouched := p.Flags.Bool("untouched", false, "")
	names, code, ok := p.Begin(args, func(names []string) string {
		if len(names) == 0 {
			return p.Lang.In("须给出用例文件", "a file of cases is needed")
		}
		return ""
	})
	if !ok {
		return code
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	warned := map[standards.Digest]bool{} // of the tables files whose warnings were printed
	for _, o := range p.Laid.Overlays() {
		warned[o.SHA256] = true
	}
	for _, name := range names {
		code = max(code, runFile(p, p.Laid, name, warned))
		if *untouched && code != cli.Usage {
			sayUntouched(p, name)
		}
	}
	return p.Finish(code)
}

// mostFailed is how many failed cases of a file are printed; the others are counted.
const mostFailed = 100

// runFile runs the cases of one file.
func runFile(p *cli.Program, tables *standards.Tables, name string, warned map[standards.Digest]bool) int {
	if err := readable(p, name); err != nil {
		return p.Failed(p.CannotOpen(name, err))
	}
	dir, base := filepath.Split(name)
	if dir == "" {
		dir = "."
	}
	cases, _ := assistancetest.ReadCases(os.DirFS(dir), base)
	warn(p, dir, cases, warned)
	err := assistancetest.RunCases(os.DirFS(dir), tables, base)
	var failed assistancetest.Errors
	if errors.As(err, &failed) {
		for _, one := range failed[:min(len(failed), mostFailed)] {
			fmt.Fprintln(p.Stderr, strings.TrimSuffix(cli.First(cli.Text(in(dir, one), p.Lang), p.Lang), "\n"))
		}
		if more := len(failed) - mostFailed; more > 0 {
			fmt.Fprintf(p.Stderr, p.Lang.In("%s：另有%d处不符\n", "%s: %d more failed\n"), name, more)
		}
		fmt.Fprintf(p.Stdout, p.Lang.In("%s：%d个用例，%d处不符\n", "%s: %d cases, %d failed\n"), name, len(cases), len(failed))
		return cli.Refused
	}
	fmt.Fprintf(p.Stdout, p.Lang.In("%s：%d个用例，全部相符\n", "%s: %d cases, all as expected\n"), name, len(cases))
	return cli.OK
}

// sayUntouched lists the figures that no case of a file touches.
func sayUntouched(p *cli.Program, name string) {
	dir, base := filepath.Split(name)
	err := assistancetest.Untouched(os.DirFS(cmp.Or(dir, ".")), p.Laid, base)
	var left assistancetest.Errors
	if errors.As(err, &left) {
		fmt.Fprintln(p.Stdout, left.Text(p.Lang))
		return
	}
	fmt.Fprintf(p.Stdout, p.Lang.In("%s：每项标准都有用例涉及\n", "%s: a case touches every figure\n"), name)
}

// readable reports why there is no such file of cases.
func readable(p *cli.Program, name string) error {
	if name == "-" {
		return os.ErrNotExist // cases name files beside theirs
	}
	file, _, err := p.Open(name)
	if err == nil {
		file.Close()
	}
	return err
}

// warn prints the warnings of the tables files that cases name, which are read once each. One that
// cannot be read is told with its case.
func warn(p *cli.Program, dir string, cases []assistancetest.Case, warned map[standards.Digest]bool) {
	read := map[string]bool{}
	for _, c := range cases {
		for _, name := range c.Tables {
			path := filepath.Join(dir, name)
			if read[path] {
				continue
			}
			read[path] = true
			data, err := os.ReadFile(path)
			if err != nil {
				continue
			}
			if o, err := draft.Parse(data); err == nil && !warned[o.SHA256] {
				warned[o.SHA256] = true
				p.Warn(path, o)
			}
		}
	}
}

// in returns err with the files that it names found from dir.
func in(dir string, err error) error {
	switch e := err.(type) {
	case *assistancetest.CaseError:
		found := *e
		found.File, found.Err = filepath.Join(dir, e.File), in(dir, e.Err)
		return &found
	case *assistancetest.TableError:
		return &assistancetest.TableError{File: filepath.Join(dir, e.File), Err: e.Err}
	case assistancetest.Errors:
		found := make(assistancetest.Errors, len(e))
		for i, one := range e {
			found[i] = in(dir, one)
		}
		return found
	}
	return err
}
