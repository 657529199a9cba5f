// Command tables prints the rows of the standards: every figure, class and list entry with its
// document, its clause and the words as printed.
//
//	go run ./examples/tables [-on 2020-10-01] [-tables t.json]... [-json]
//	go run ./examples/tables -sources DIR
//	go run ./examples/tables -source dibao-line@430223/rural [-sources DIR]
//	go run ./examples/tables -template 430223
//
// It prints the rows that decide, each for the days on which it does, with -on those of the day
// alone; then what is not on record. What a tables file replaces is left out, and without -on what
// stands only under a choice that is not made is marked so. -json prints the rows that decide in
// the shape of a tables file, ready to be pasted into a draft: the draft decides on those days as
// the tables did, under the same readings. -sources looks up each row's words in the archived
// texts, excerpts and restatements of a folder. -source prints what is on record of the text of
// each row of a figure: title, number, address, SHA-256, and how much of it is archived; with
// -sources the passage too, with the words marked. -template writes a supplement for a county, with
// a row for every figure that is not on record there, to be filled in.
//
// It exits with 0, with 1 when something was not found in the archived texts or differs from them,
// and with 2 on wrong usage.
package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

func main() { cli.Main(run) }

// templateDay is the day whose gaps a template fills where -on names none.
const templateDay = "2020-10-01"

// program is one run.
type program struct {
	*cli.Program
	sources  string
	template string
	source   string
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{Program: cli.New("tables", usageZh, usageEn, stdin, stdout, stderr)}
	p.Take("on", "json", "tables")
	p.Flags.StringVar(&p.sources, "sources", "", "")
	p.Flags.StringVar(&p.template, "template", "", "")
	p.Flags.StringVar(&p.source, "source", "", "")
	_, code, ok := p.Begin(args, p.misuse)
	if !ok {
		return code
	}
	tables, ok := p.Tables(p.Files)
	if !ok {
		return cli.Usage
	}
	if p.template != "" {
		return p.writeTemplate(tables)
	}
	rows, code, ok := p.rows(tables)
	if !ok {
		return code
	}
	switch {
	case p.source != "":
		return p.showSource(rows, tables)
	case p.sources != "":
		return p.checkSources(rows)
	case p.JSON:
		return p.write(rowsJSON(rows, tables))
	}
	return p.write(p.rowsText(rows, tables) + p.gapsText())
}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func (p *program) misuse(operands []string) string {
	switch {
	case len(operands) > 0:
		return p.Lang.In("多余的内容：", "not a flag: ") + operands[0]
	case p.source != "" && (p.template != "" || p.JSON):
		return p.Lang.In("-source 不与 -template、-json 同用", "-source goes with neither -template nor -json")
	case p.template != "" && (p.sources != "" || p.JSON), p.sources != "" && p.JSON:
		return p.Lang.In("-template、-sources 和 -json 只能用一个", "only one of -template, -sources and -json can stand")
	}
	return ""
}

// rows returns the rows to be printed.
func (p *program) rows(tables *standards.Tables) (rows []standards.Standard, code int, ok bool) {
	if p.On == "" && p.sources != "" && p.source == "" {
		return tables.All(), cli.OK, true
	}
	rows = tables.Deciding()
	if p.On != "" {
		set, code, ok := p.Day(p.On, tables)
		if !ok {
			return nil, code, false
		}
		return slices.DeleteFunc(rows, func(row standards.Standard) bool { return !row.InForce(set.Day()) }), cli.OK, true
	}
	if !p.JSON {
		rows = withNotChosen(rows, tables)
	}
	return rows, cli.OK, true
}

// withNotChosen adds to the rows that decide those that stand only under a choice that tables do
// not make, each behind the others of its key.
func withNotChosen(rows []standards.Standard, tables *standards.Tables) []standards.Standard {
	for _, row := range tables.All() {
		if notChosen(row, tables) {
			at := slices.IndexFunc(rows, func(other standards.Standard) bool { return other.Key > row.Key })
			if at < 0 {
				at = len(rows)
			}
			rows = slices.Insert(rows, at, row)
		}
	}
	return rows
}

// notChosen reports whether row stands only under a choice that tables do not make.
func notChosen(row standards.Standard, tables *standards.Tables) bool {
	choices := tables.Choices()
	return row.Under != 0 && choices.Of(row.Under.Reading()) != row.Under
}

// writeTemplate writes a supplement that is to be filled in.
func (p *program) writeTemplate(tables *standards.Tables) int {
	place, ok := standards.ParseDivision(p.template)
	if !ok {
		return p.Misused(fmt.Sprintf(p.Lang.In("-template 须是县市区的代码或名称，不是 %q",
			"-template is the code or name of a county-level unit, not %q"), p.template))
	}
	if p.On == "" {
		p.On = templateDay
	}
	set, code, ok := p.Day(p.On, tables)
	if !ok {
		return code
	}
	return p.write(string(draft.Template(tables, place, set.Day())))
}

// write writes the output, and returns the exit code.
func (p *program) write(s string) int {
	_, err := io.WriteString(p.Stdout, s)
	return p.Wrote(err)
}

const usageZh = `用法：
  tables [-on 2020-10-01] [-tables t.json]... [-json]    列出标准
  tables -sources 目录                                   与存档原文逐行核对
  tables -source dibao-line@430223/rural [-sources 目录]  一项标准的依据；有原文时标出所在段落
  tables -template 430223                                生成待填的补充文件

选项：
  -on 日期         只列当日起作用的标准；不写则列出所有日期的标准，每行的起止是它起作用的日子
  -lang zh|en      语言；不写则按系统语言，否则中文
  -json            输出 JSON，可直接贴入草案文件（读法不在其内）
  -tables t.json   叠加数据表文件（草案或补充），可重复，按次序叠加
  -sources 目录    存档原文所在的目录
  -source 项目@地方  该标准每一行所据文件的题名、文号、网址、SHA-256 和存档程度
  -template 代码   县市区的代码或名称
`

const usageEn = `Usage:
  tables [-on 2020-10-01] [-tables t.json]... [-json]    print the standards
  tables -sources DIR                                    check each row against the archived texts
  tables -source dibao-line@430223/rural [-sources DIR]  what a figure rests on, and with the texts its passage, marked
  tables -template 430223                                write a supplement to be filled in

Flags:
  -on DAY          only what decides on the day; without it, the rows of every date, each for the days on which it decides
  -lang zh|en      the language; without it that of the locale, else Chinese
  -json            print JSON that can be pasted into a draft (readings are not part of it)
  -tables t.json   lay a tables file (a draft or a supplement) over the rows; may be repeated, in order
  -sources DIR     the folder of the archived texts
  -source KEY@PLACE  title, number, address, SHA-256 and completeness of the text behind each row of the figure
  -template CODE   the code or name of a county-level unit
`
