package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// resultFiles are the files that a run may write.
var resultFiles = [...]string{totalsFile, refusedFile, warnedFile, decisionsFile}

// drop removes from folder what a run wrote that failed, where its file system can: a part of the
// results passes for all of them.
func drop(ctx context.Context, folder string) {
	files, err := filesystem.New(ctx, folder)
	if err != nil {
		return
	}
	defer files.Close()
	if remover, ok := files.(filesystem.Remover); ok {
		for _, name := range resultFiles {
			_ = remover.Remove(ctx, inFolder(folder, name)) // it may not have been written
		}
	}
}

// occupied says that folder holds the results of another run, "" where it does not.
func occupied(ctx context.Context, p *cli.Program, folder string) string {
	files, err := filesystem.New(ctx, folder)
	if err != nil {
		return err.Error()
	}
	defer files.Close()
	for _, name := range resultFiles {
		found, err := files.List(ctx, inFolder(folder, name))
		if err != nil {
			return err.Error()
		}
		if len(found) > 0 {
			return found[0] + p.Lang.In("：已有文件，不覆盖；请另选文件夹",
				": it is there, and is not overwritten; name another folder")
		}
	}
	return ""
}

// report prints what the pipeline wrote to folder, and returns the exit code.
func report(ctx context.Context, p *cli.Program, folder string) int {
	var sum Result
	decode := func(r io.Reader) error { return json.NewDecoder(r).Decode(&sum) }
	err := readFile(ctx, inFolder(folder, totalsFile), decode)
	if err == nil && sum.Warned > 0 {
		err = printFirst(ctx, p, folder, warnedFile, p.Lang.In("提醒：", "warning: "))
	}
	if err == nil && sum.Refused > 0 {
		err = printFirst(ctx, p, folder, refusedFile, "")
	}
	if err != nil {
		p.Failed(err.Error())
		return cli.Refused
	}
	all := sum.Totals.All()
	_, err = fmt.Fprintf(p.Stdout, p.Lang.In("%s：%d 个文件，审核 %d 户 %d 人，未能审核 %d 户\n%s",
		"%s, %d files: %d households with %d people decided, %d refused\n%s"),
		p.On, sum.Files, all.Households, all.People, sum.Refused, totalsText(&all, p.Lang))
	if code := p.Wrote(err); code != cli.OK {
		return code
	}
	if sum.Refused > 0 {
		return cli.Refused
	}
	return p.Finish(cli.OK)
}

// totalsText is what totals come to, for people: a line for each benefit and one for all of them.
func totalsText(all *caseload.Cell, l standards.Lang) string {
	table := layout.Table{Right: []bool{false, true, true, true}}
	table.Add(l.In("项目", "benefit"), l.In("人数", "people"),
		l.In("待定人数", "people undetermined"), l.In("元/月", "yuan a month"))
	for _, n := range benefit.Paying.List() {
		paid := &all.Benefit[n]
		if paid.Recipients+paid.Undetermined == 0 {
			continue
		}
		month := sheet.SumOf(paid.Fen, paid.AtLeast+paid.Missing > 0)
		table.Add(n.Text(l), fmt.Sprint(paid.Recipients), fmt.Sprint(paid.Undetermined), month.Yuan())
	}
	fen, bound, err := all.Due()
	if err != nil {
		fen = math.MaxInt64
	}
	table.Add(l.In("合计", "all"), "", "", sheet.SumOf(fen, bound == standards.AtLeast).Yuan())
	return table.Render("  ")
}

// mostLines is how many lines of a file of the results are printed.
const mostLines = 20

// printFirst prints the first lines of a file of the results on stderr, and how many more there
// are.
func printFirst(ctx context.Context, p *cli.Program, folder, name, before string) error {
	return readFile(ctx, inFolder(folder, name), func(r io.Reader) error {
		lines := bufio.NewScanner(r)
		n := 0
		for ; lines.Scan(); n++ {
			if n < mostLines {
				fmt.Fprintf(p.Stderr, "%s%s\n", before, lines.Text())
			}
		}
		if n > mostLines {
			fmt.Fprintf(p.Stderr, p.Lang.In("%s另有 %d 处（%s）\n", "%s%d more (%s)\n"), before, n-mostLines, name)
		}
		return lines.Err()
	})
}

// readFile reads a file of any file system.
func readFile(ctx context.Context, name string, read func(io.Reader) error) error {
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer files.Close()
	file, err := files.OpenRead(ctx, name)
	if err != nil {
		return err
	}
	defer file.Close()
	return read(file)
}

const usageZh = `用法：
  beam -on 2020-10-01 [选项] 登记表.csv...

用 Apache Beam 审核登记表：每个文件是一份登记表，整份在一台机器上审核，各文件的汇总相加。

选项：
  -on 日期             按哪一天的标准，例如 2020-10-01
  -lang zh|en          语言；不写则按系统语言，否则中文
  -tables t.json       叠加数据表文件（草案或补充），可重复，按次序叠加
  -division 县市区       所有登记表都属于的县市区
  -residence 城市|农村    所有登记表的户籍类别
  -property 符合规定      所有登记表的财产状况
  -map 文件            列名对照，每行一个：他们的列名=本程序的列名
  -o 文件夹            写入 totals.json、refused.txt、warned.txt；已有的不覆盖
  -decisions           另写 decisions.jsonl，每行一户，次序不定
  -runner、-endpoint   在哪个引擎上运行；不写则在本机运行。Beam 的其他参数也可使用

文件名可用通配符，例如 '登记表/*.csv'。只在同一文件内查找重复的家庭和人员：同时在两个文件中的家庭会审核两次。

退出码：0 全部审核；1 有的未能审核，或流程失败；2 用法错误。
`

const usageEn = `usage:
  beam -on 2020-10-01 [flags] register.csv...

Decides registers with Apache Beam: each file is a register and is decided whole on one machine; what the files
come to is added up.

flags:
  -on DAY              decide by the standards of this day, such as 2020-10-01
  -lang zh|en          the language; without it that of the locale, else Chinese
  -tables t.json       lay a tables file (a draft or a supplement) over the standards; repeatable, in order
  -division D          the county-level unit of all registers
  -residence R         the kind of hukou in all registers
  -property P          the property in all registers
  -map FILE            what headers mean, one a line: THEIR HEADER=OUR COLUMN
  -o FOLDER            write totals.json, refused.txt and warned.txt; what is there is not overwritten
  -decisions           write decisions.jsonl too, a household a line, in no order
  -runner, -endpoint   the engine; without them it runs on this machine. Other flags of Beam work too

Names may be patterns, such as 'registers/*.csv'. Households and people that come twice are found within one file
alone: a household that stands in two files is decided twice.

exit codes: 0 all were decided; 1 some were refused, or the pipeline failed; 2 wrong usage.
`
