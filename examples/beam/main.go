// Command beam decides registers of households as a pipeline of Apache Beam: on this machine, or
// where the data of a province lies, on the engine that is there (Flink, Spark, Dataflow). It is a
// module of its own, so that Beam stays out of the library's requirements.
//
//	cd examples/beam
//	go run . -on 2020-10-01 [flags] register.csv...
//	go run . -on 2020-10-01 -runner portable -endpoint host:port -o FOLDER 'FOLDER/*.csv'
//
// Each file is a register of people of households, as caseload reads it, and is decided whole on
// one machine; what the files come to is added up by a combiner. The totals are integers, and the
// same for any way to spread the files. Households are compared with others of their file alone:
// one that stands in two files is decided twice.
//
// It exits with 0 when all households were decided, 1 when some were refused or the pipeline
// failed, and 2 on wrong usage.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func main() { cli.MainUntilInterrupted(run) }

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := cli.New("beam", usageZh, usageEn, stdin, stdout, stderr)
	p.Take("on", "tables")
	p.TakeRegister()
	folder := p.Flags.String("o", "", "")
	decisions := p.Flags.Bool("decisions", false, "")
	takeBeam(p)
	patterns, code, ok := p.Parse(args)
	if !ok {
		return code
	}
	initialize()
	if what := misuse(p, patterns, *folder, *decisions); what != "" {
		return p.Misused(what)
	}
	if code, ok = p.Ready(); !ok {
		return code
	}
	files, err := match(ctx, p, patterns)
	if err != nil {
		return p.Failed(err.Error())
	}
	decide, err := deciding(p, *decisions)
	if err != nil {
		return p.Failed(err.Error())
	}
	return decideIn(ctx, p, decide, files, *folder)
}

// match returns the files that patterns name. One that matches none, and a file that two name, are
// errors: households would be left out, or decided twice.
func match(ctx context.Context, p *cli.Program, patterns []string) ([]string, error) {
	var all []string
	seen := map[string]bool{}
	for _, pattern := range patterns {
		system, err := filesystem.New(ctx, pattern)
		if err != nil {
			return nil, err
		}
		found, err := system.List(ctx, pattern)
		system.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pattern, err)
		}
		if len(found) == 0 {
			return nil, errors.New(pattern + p.Lang.In("：没有这样的文件", ": there is no such file"))
		}
		for _, name := range found {
			if seen[resolved(name)] {
				return nil, errors.New(name + p.Lang.In("：给出了两次", ": it is named twice"))
			}
			seen[resolved(name)] = true
		}
		all = append(all, found...)
	}
	return all, nil
}

// resolved is the one name of a file of this machine, and any other as it is written.
func resolved(name string) string {
	if at, err := filepath.EvalSymlinks(name); err == nil {
		name = at
	}
	if at, err := filepath.Abs(name); err == nil && !strings.Contains(name, "://") {
		name = at
	}
	return name
}

// decideIn runs the pipeline with its results in folder, or in one that is removed.
func decideIn(ctx context.Context, p *cli.Program, decide *decideFile, files []string, folder string) int {
	if folder == "" {
		made, err := os.MkdirTemp("", "beam")
		if err != nil {
			return p.Failed(err.Error())
		}
		defer os.RemoveAll(made)
		folder = made
	} else if what := occupied(ctx, p, folder); what != "" {
		return p.Failed(what)
	}
	pipeline, s := beam.NewPipelineWithRoot()
	result := Result{On: p.Set.Day(), DataVersion: standards.DataVersion, Digest: p.Set.Digest()}
	build(s, files, decide, result, folder)
	if runner() == prism {
		slog.SetDefault(slog.New(slog.DiscardHandler)) // the error says what the log would
	}
	if _, err := beam.Run(ctx, runner(), pipeline); err != nil {
		drop(context.WithoutCancel(ctx), folder)
		p.Failed(cause(err))
		return cli.Refused
	}
	return report(ctx, p, folder)
}

// cause is the cause at the root of an error of Beam, which prints the pipeline before it.
func cause(err error) string {
	text := err.Error()
	for _, before := range [...]string{"caused by:", "] failed:"} {
		if at := strings.LastIndex(text, before); at >= 0 {
			text = text[at+len(before):]
		}
	}
	return strings.TrimSpace(text)
}

// deciding is what decides a file, by the flags.
func deciding(p *cli.Program, decisions bool) (*decideFile, error) {
	o := p.Options
	d := &decideFile{On: p.Set.Day(), Lang: p.Lang, Decisions: decisions,
		Names: o.Names, Division: o.Division, Residence: o.Residence, Property: o.Property}
	for _, name := range p.Files {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		d.Tables = append(d.Tables, string(text))
	}
	return d, nil
}

// misuse says what is wrong with the arguments taken together, nothing if they fit.
func misuse(p *cli.Program, patterns []string, folder string, decisions bool) string {
	switch {
	case len(patterns) == 0:
		return p.Lang.In("须给出登记表文件，可用通配符", "registers must be named, by patterns too")
	case p.On == "":
		return p.Lang.In("须用 -on 指明按哪一天的标准，例如 -on 2020-10-01",
			"-on must say for which day to decide, such as -on 2020-10-01")
	case decisions && folder == "":
		return p.Lang.In("-decisions 须同时用 -o 指明文件夹", "-decisions needs the folder of -o")
	case runner() != prism && folder == "":
		return p.Lang.In("在其他引擎上运行时，须用 -o 指明各机器都能写入的文件夹",
			"another engine needs -o, a folder that its machines can write")
	case *jobopts.Async:
		return p.Lang.In("-async 不能使用：汇总要等流程结束才能读取",
			"-async cannot be used: the totals are read when the pipeline has ended")
	}
	return ""
}

// takeBeam adds the flags of Beam, such as runner and endpoint. An engine passes some to the
// program when it starts it on its machines.
func takeBeam(p *cli.Program) {
	flag.VisitAll(func(f *flag.Flag) { p.Flags.Var(f.Value, f.Name, f.Usage) })
}

// initialize starts Beam once. On a machine of an engine it works for the engine, and ends the
// process.
func initialize() {
	if !beam.Initialized() {
		log.LogLevel = "error"
		beam.Init()
	}
}

// prism is the runner that runs in this process.
const prism = "prism"

// runner is the runner that -runner names.
func runner() string {
	if *runners.Runner == "" {
		return prism
	}
	return *runners.Runner
}
