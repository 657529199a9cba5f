// Command mcp lets an assistant ask the library: it is a server of
// the Model Context Protocol over standard input and output.
//
//	cd examples/mcp
//	go run . [-tables t.json]...
//
// Its tools explain a decision, say what would change it, bound it while facts are missing, list
// the standards of a day with their sources, and verify an earlier decision. A tool answers with
// nothing that the library did not compute, and what the library does not know comes back as a
// question with the words that may answer it. Nothing is kept, and no household is logged.
//
// It ends with 0 when its client closes the input, 1 if it could not serve, and 2 on wrong usage.
package main

import (
	"context"
	"errors"
	"io"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.MainUntilInterrupted(run) }

// run serves until stdin ends or ctx is done.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("mcp", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)
	p.Take("tables")
	_, code, ok := p.Begin(args, func(operands []string) string {
		if len(operands) > 0 {
			return p.Lang.In("不接受其他参数", "it takes no arguments but flags")
		}
		return ""
	})
	if !ok {
		return code
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	server, err := newServer(p.Laid)
	if err != nil {
		return p.Failed(err.Error())
	}
	err = server.Run(ctx, &mcp.IOTransport{Reader: io.NopCloser(stdin), Writer: writeCloser{stdout}})
	if err != nil && !errors.Is(err, io.EOF) && ctx.Err() == nil {
		p.Failed(err.Error())
		return cli.Refused
	}
	return cli.OK
}

// writeCloser is an output that stays open.
type writeCloser struct{ io.Writer }

func (writeCloser) Close() error { return nil }

func usage(l standards.Lang) string {
	return l.In(`用法：
  mcp [-tables t.json]...    经标准输入输出提供 MCP 工具，供智能助手调用

选项：
  -tables t.json     叠加数据表文件（草案或补充），可重复，按次序叠加
  -lang zh|en        本程序提示的语言；工具的语言由调用时的 lang 决定
`, `Usage:
  mcp [-tables t.json]...    serves tools of the Model Context Protocol over standard input and output

Flags:
  -tables t.json     lay a tables file (a draft or a supplement) over the rows; may be repeated, in order
  -lang zh|en        the language of the program's own messages; a call says by lang what its answer is in
`)
}
