// Command office decides a register of households as it lies on a desk: a workbook (.xlsx), or text
// in GB18030. It has the flags of caseload, and writes a workbook.
//
//	cd examples/office
//	go run . -on 2020-10-01 [-sheet NAME] [flags of caseload] -o decisions.xlsx register.xlsx
//
// Of a workbook one sheet is read, the first that is shown or that of -sheet; which others there
// are is said on stderr. A number is taken as it is shown, or as it is stored where less is shown;
// a date as its day. A sheet with a formula that has no result is refused. Text is read as caseload
// reads it, and GB18030 besides.
//
// With -o and a name in .xlsx the decisions are the first sheet of a workbook, the summary the
// second, and what was refused the third. With another name, or without -o, they are CSV.
//
// The exit codes are those of caseload.
package main

import (
	"flag"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/desk"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.MainUntilInterrupted(newProgram().Run) }

// newProgram returns the program caseload for the files of an office.
func newProgram() desk.Program {
	o := new(opener)
	return desk.Program{
		Name:  "office",
		Flags: func(f *flag.FlagSet) { f.StringVar(&o.sheet, "sheet", "", "") },
		Open:  o.open,
		Usage: usage,
		Book:  newBook,
	}
}

// usage says in language l what the program does besides caseload.
func usage(l standards.Lang) string {
	return l.In(`
登记表可以是 Excel 工作簿（.xlsx），也可以是 CSV（GB18030 亦可）：
  -sheet 名称         读取哪一张工作表；不写则读取第一张显示的
  -o 结果.xlsx        写成工作簿：审核结果、汇总、未能审核
`, `
The register may be a workbook (.xlsx), or CSV, also in GB18030:
  -sheet NAME        the sheet to read; without it the first that is shown
  -o decisions.xlsx  write a workbook: the decisions, the summary, and what was refused
`)
}
