// Command cases runs case files: households, each with a day and with what must come out, so that a draft can be tested without
// writing Go.
//
//	go run ./examples/cases [-lang zh|en] [-tables t.json]... cases.json...
//
// A case that names tables files names them by paths beside its own file; those given with -tables are laid under all cases. What does
// not come out is printed with its path, what came out and what should have, and the steps of that decision.
//
// It exits with 0 when every case comes out, 1 when one does not or cannot be read (the others are still run), and 2 on wrong usage.
package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const (
	usageZh = `用法：
  cases [选项] cases.json...      逐个运行用例文件，列出不符之处

选项：
  -tables t.json     先叠加的数据表文件（草案或补充），可重复；用例自己写明的文件不必再写
  -lang zh|en        语言；不写则按系统语言，否则中文
`
	usageEn = `Usage:
  cases [flags] cases.json...     run case files and list what does not come out

Flags:
  -tables t.json     a tables file (a draft or a supplement) to lay under all cases; may be repeated; those that cases name need not be
  -lang zh|en        the language; without it that of the locale, else Chinese
`
)

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("cases", usageZh, usageEn, stdin, stdout, stderr)
	var files cli.List
	p.Flags.Var(&files, "tables", "")
	names, code, ok := p.Parse(args)
	if !ok {
		return code
	}
	if len(names) == 0 {
		return p.Misused(p.Lang.In("须给出用例文件", "a file of cases is needed"))
	}
	tables, ok := p.Tables(files)
	if !ok {
		return cli.Usage
	}
	code = cli.OK
	for _, name := range names {
		if one := runFile(p, tables, name); one != cli.OK {
			code = max(code, one)
		}
	}
	return code
}

// runFile runs the cases of one file.
func runFile(p *cli.Program, tables *standards.Tables, name string) int {
	if _, err := os.Stat(name); err != nil {
		return p.Failed(p.CannotOpen(name, err))
	}
	dir, base := filepath.Split(name)
	if dir == "" {
		dir = "."
	}
	cases, _ := assistancetest.ReadCases(os.DirFS(dir), base)
	err := assistancetest.RunCases(os.DirFS(dir), tables, base)
	failed := 0
	if err != nil {
		for _, one := range err.(assistancetest.Errors) {
			failed++
			fmt.Fprintln(p.Stderr, cli.Text(one, p.Lang))
		}
		fmt.Fprintf(p.Stdout, p.Lang.In("%s：%d个用例，%d处不符\n", "%s: %d cases, %d failed\n"), name, len(cases), failed)
		return cli.Refused
	}
	fmt.Fprintf(p.Stdout, p.Lang.In("%s：%d个用例，全部相符\n", "%s: %d cases, all as expected\n"), name, len(cases))
	return cli.OK
}
