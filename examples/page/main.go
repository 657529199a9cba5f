// Command page builds the page: one HTML file that decides a household, or a register, on any
// computer with a browser and without a network.
//
//	go run ./examples/page -o page.html
//	go run ./examples/page -serve [-addr 127.0.0.1:8080]
//
// It compiles the library to WebAssembly by the go command, and so is run from a folder of the
// module. It exits with 0 when the page was built, or served until it was interrupted, with 1 when
// it could not be built, written or served, and with 2 on wrong usage.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/page"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.MainUntilInterrupted(run) }

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("page", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)
	out := p.Flags.String("o", "", "")
	serving := p.Flags.Bool("serve", false, "")
	addr := p.Flags.String("addr", "127.0.0.1:8080", "")
	operands, code, ok := p.Parse(args)
	switch {
	case !ok:
		return code
	case len(operands) > 0:
		return p.Misused(p.Lang.In("不需要其他参数", "it takes no operands"))
	case *out == "" && !*serving:
		return p.Misused(p.Lang.In("须用 -o 指明写入的文件，或用 -serve 提供页面", "-o must name the file to write, or -serve serve it"))
	}
	var outputs cli.Outputs
	file, ok := outputs.Create(p, *out)
	if !ok {
		return cli.Usage
	}
	html, size, err := page.Build(ctx, ".")
	if err == nil && file != nil {
		_, err = file.Write(html)
	}
	if code = outputs.Finish(p, err == nil, p.Wrote(err)); code != cli.OK {
		return code
	}
	if file != nil {
		fmt.Fprintf(p.Stderr, p.Lang.In("%s：%d 字节（WebAssembly %d，压缩后 %d）\n",
			"%s: %d bytes (WebAssembly %d, compressed %d)\n"),
			*out, size.Page, size.Wasm, size.Packed)
	}
	if *serving {
		return serve(ctx, p, *addr, html)
	}
	return cli.OK
}

// serve serves the page until ctx is done.
func serve(ctx context.Context, p *cli.Program, addr string, html []byte) int {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return p.Wrote(err)
	}
	const patience = 10 * time.Second
	server := &http.Server{Handler: page.Handler(html), ReadHeaderTimeout: patience}
	fmt.Fprintf(p.Stderr, p.Lang.In("页面地址：http://%s/（按 Ctrl+C 结束）\n", "the page is at http://%s/ (Ctrl+C ends)\n"),
		listener.Addr())
	go func() {
		<-ctx.Done()
		closing, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		server.Shutdown(closing)
	}()
	if err := server.Serve(listener); err != http.ErrServerClosed {
		return p.Wrote(err)
	}
	return cli.OK
}

func usage(l standards.Lang) string {
	return l.In(`用法：
  page -o page.html            生成页面：一个文件，不联网也能用
  page -serve [-addr 地址]     生成并提供页面，默认 127.0.0.1:8080

须在本库的文件夹中运行：它用 go 命令把本库编译为 WebAssembly。
`, `Usage:
  page -o page.html            build the page: one file that needs no network
  page -serve [-addr ADDRESS]  build it and serve it, by default at 127.0.0.1:8080

It is run from a folder of the module: it compiles the library to WebAssembly by the go command.
`)
}
