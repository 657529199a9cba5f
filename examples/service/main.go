// Command service decides households over HTTP, with net/http and the standard library alone.
//
//	go run ./examples/service [-addr 127.0.0.1:8080] [-tables t.json]... [-log text|json] [-lang zh|en]
//
// It starts at once with the published tables. GET /openapi.json describes the interface; GET / is
// the page of examples/page: the one that the program was compiled with, else one that it builds
// when it is first asked for, which takes the go command and the folder of the module. On SIGTERM
// or an interrupt it takes no new request, answers those that are under way, lets every batch end
// after the household that it is deciding, and exits with 0. It exits with 1 if it could not serve,
// and 2 on wrong usage. Package server is what to copy.
package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/page"
	"github.com/openminzheng/zhuzhou/examples/service/server"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second time ends it
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run serves until ctx is done.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("service", usage(standards.Chinese), usage(standards.English), stdin, stdout, stderr)
	p.Take("tables")
	addr := p.Flags.String("addr", "127.0.0.1:8080", "")
	format := p.Flags.String("log", "text", "")
	_, code, ok := p.Begin(args, func(operands []string) string {
		switch {
		case len(operands) > 0:
			return p.Lang.In("不接受其他参数", "it takes no arguments but flags")
		case *format != "text" && *format != "json":
			return p.Lang.In("-log 只能是 text 或 json", "-log is text or json")
		}
		return ""
	})
	if !ok {
		return code
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	listener, err := net.Listen("tcp", *addr)
	var malformed *net.AddrError
	switch {
	case errors.As(err, &malformed):
		return p.Failed(err.Error())
	case err != nil:
		return p.Wrote(err)
	}
	log := slog.New(slog.NewTextHandler(stderr, nil))
	if *format == "json" {
		log = slog.New(slog.NewJSONHandler(stderr, nil))
	}
	if err := serve(ctx, listener, p.Laid, log); err != nil {
		p.Failed(err.Error())
		return cli.Refused
	}
	return cli.OK
}

// How long a client may take, and how long requests under way have to end when the service stops.
const (
	headerTime = 5 * time.Second
	idleTime   = 2 * time.Minute
	endTime    = 20 * time.Second
)

// maxHeader is the largest header of a request, in bytes.
const maxHeader = 16 << 10

// serve answers on listener until ctx is done, and then until what is under way has ended.
func serve(ctx context.Context, listener net.Listener, tables *standards.Tables, log *slog.Logger) error {
	limits := server.DefaultLimits()
	s := server.New(tables, log, limits)
	s.ServePage(pageFor(ctx, log))
	h := &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       limits.Stall,
		WriteTimeout:      2 * limits.Stall,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(listener) }()
	log.Info("serving", "addr", listener.Addr().String(), "dataVersion", standards.DataVersion)
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping")
	s.Stop()
	grace, cancel := context.WithTimeout(context.Background(), endTime)
	defer cancel()
	if err := h.Shutdown(grace); err != nil {
		return errors.Join(err, h.Close())
	}
	log.Info("stopped")
	return nil
}

// pageFor is the page that the program was compiled with, or that it builds when it is first asked
// for, where it runs in the folder of the module.
func pageFor(ctx context.Context, log *slog.Logger) func() (http.Handler, error) {
	maker := page.NewMaker(ctx, ".", log)
	return func() (http.Handler, error) {
		h, err := maker.Handler()
		if errors.Is(err, page.ErrBuilding) {
			err = server.ErrNotYet
		}
		return h, err
	}
}

func usage(l standards.Lang) string {
	return l.In(`用法：
  service [选项]          提供 HTTP 审核服务，接口见 /openapi.json；/ 为测算页面

选项：
  -addr 地址:端口    监听地址，默认 127.0.0.1:8080
  -tables t.json     叠加数据表文件（草案或补充），可重复，按次序叠加
  -log text|json     日志形式，默认 text；日志不含家庭情况、姓名和身份证号
  -lang zh|en        本程序提示的语言
`, `Usage:
  service [flags]         decides households over HTTP; /openapi.json describes the interface, / is the page

Flags:
  -addr HOST:PORT    where to listen; 127.0.0.1:8080 if not stated
  -tables t.json     lay a tables file (a draft or a supplement) over the rows; may be repeated, in order
  -log text|json     the form of the log, text if not stated; no fact, name or identity number stands in it
  -lang zh|en        the language of the program's own messages
`)
}
