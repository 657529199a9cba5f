// Package cli holds what the example programs share: arguments, languages, exit codes, tables files
// and progress. The library itself reads no file and no environment; everything that does stands
// here.
package cli

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assume"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The exit codes of every program.
const (
	OK      = 0 // all input was decided
	Refused = 1 // some input was refused; the rest was decided
	Usage   = 2 // wrong usage; nothing was decided
)

// Main runs a program and ends it with its exit code.
func Main(run func(args []string, stdin io.Reader, stdout, stderr io.Writer) int) {
	stderr := &noting{Writer: os.Stderr}
	os.Exit(stderr.code(run(os.Args[1:], os.Stdin, os.Stdout, stderr)))
}

// MainUntilInterrupted is Main for a program that completes what it writes when it is interrupted.
// The second time ends it.
func MainUntilInterrupted(run func(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	stderr := &noting{Writer: os.Stderr}
	os.Exit(stderr.code(run(ctx, os.Args[1:], os.Stdin, os.Stdout, stderr)))
}

// Program is one run of a program: its flags, its streams and the language that it speaks.
type Program struct {
	Flags  *flag.FlagSet
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Lang   standards.Lang

	// What the shared flags say, for a program that takes them.
	On      string
	JSON    bool
	Files   List // of -tables
	Assumes List

	// What Ready makes of them.
	Laid  *standards.Tables // the published ones with those of -tables laid over them
	Set   *standards.Set    // nil without -on
	Fill  assume.Facts
	Tally Tally // of what was filled, over all households

	Refused int64  // households of a register that take no part
	Unread  bool   // the register was not read to its end
	Warned  Warned // of what was warned in a register
	Causes  Causes // of what was refused in a register

	// Assumed counts the households of a register of which a fact that is not stated was taken for
	// something, by fact, under Set.
	Assumed [benefit.FactCount]int64
	counted assistance.Decision // of the household in hand, for Assumed

	// Options are what the flags of TakeRegister say of a register.
	Options  register.Options
	register registerFlags

	usage [2]string // in Chinese and in English
	lang  string
	twice string // a flag that stands twice and has one value
}

// New prepares a run. Until its flags are parsed it speaks the language of the locale.
func New(name string, usageZh, usageEn string, stdin io.Reader, stdout, stderr io.Writer) *Program {
	p := &Program{Flags: flag.NewFlagSet(name, flag.ContinueOnError), Lang: LocaleLang(os.Getenv),
		Stdin: stdin, Stdout: &noting{Writer: stdout}, Stderr: &lines{Writer: stderr}, usage: [2]string{usageZh, usageEn}}
	p.Flags.SetOutput(io.Discard)
	p.Flags.Usage = func() {}
	p.Flags.StringVar(&p.lang, "lang", "", "")
	return p
}

// errHelp says that the usage was asked for and printed.
var errHelp = errors.New("help")

// Take adds flags that programs share: on, json, tables and assume.
func (p *Program) Take(names ...string) {
	for _, name := range names {
		switch name {
		case "on":
			p.Flags.StringVar(&p.On, name, "", "")
		case "json":
			p.Flags.BoolVar(&p.JSON, name, false, "")
		case "tables":
			p.Flags.Var(&p.Files, name, "")
		case "assume":
			p.Flags.Var(&p.Assumes, name, "")
		}
	}
}

// Begin reads args, and asks misuse what is wrong with them taken together. Where it reports false,
// the program ends with the exit code.
func (p *Program) Begin(args []string, misuse func(operands []string) string) (operands []string, code int, ok bool) {
	if operands, code, ok = p.Parse(args); !ok {
		return nil, code, false
	}
	if what := misuse(operands); what != "" {
		return nil, p.Misused(what), false
	}
	return operands, OK, true
}

// Ready makes of the shared flags what the program decides by. Where it reports false, the program
// ends with the exit code.
func (p *Program) Ready() (code int, ok bool) {
	if code, ok = p.ReadAssume(); !ok {
		return code, false
	}
	if p.Laid, ok = p.Tables(p.Files); !ok {
		return Usage, false
	}
	if p.On != "" {
		if p.Set, code, ok = p.Day(p.On, p.Laid); !ok {
			return code, false
		}
	}
	p.Options, code, ok = p.RegisterOptions()
	return code, ok
}

// Parse reads args and returns those that are no flags; flags may stand before and after them.
// Where it reports false, the program ends with the exit code.
func (p *Program) Parse(args []string) (operands []string, code int, ok bool) {
	operands, err := p.parse(args)
	switch {
	case errors.Is(err, errHelp):
		fmt.Fprint(p.Stdout, p.Lang.In(p.usage[0], p.usage[1]))
		return nil, p.Finish(OK), false
	case err != nil:
		return nil, p.Misused(p.explain(err)), false
	}
	return operands, OK, true
}

func (p *Program) parse(args []string) ([]string, error) {
	p.Flags.VisitAll(func(f *flag.Flag) {
		if single, ok := f.Value.(flag.Getter); ok && f.Name != "lang" {
			f.Value = &once{Getter: single, name: f.Name, twice: &p.twice}
		}
	})
	var operands []string
	for {
		err := p.Flags.Parse(args)
		if known := p.setLang(); err == nil {
			err = known
		}
		if errors.Is(err, flag.ErrHelp) {
			err = errHelp
		}
		if err != nil {
			return nil, err
		}
		rest := p.Flags.Args()
		if len(rest) == 0 {
			return operands, nil
		}
		if done := len(args) - len(rest); done > 0 && args[done-1] == "--" {
			return append(operands, rest...), nil
		}
		operands, args = append(operands, rest[0]), rest[1:]
	}
}

// once is a flag with one value: the second time it would take back what the first said.
type once struct {
	flag.Getter
	name  string
	said  bool
	twice *string
}

// Set takes the value the first time.
func (o *once) Set(s string) error {
	if o.said {
		*o.twice = o.name
		return errors.New("twice")
	}
	o.said = true
	return o.Getter.Set(s)
}

// IsBoolFlag tells package flag that no value needs to follow.
func (o *once) IsBoolFlag() bool {
	b, ok := o.Getter.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

func (p *Program) setLang() error {
	switch p.lang {
	case "":
	case "zh":
		p.Lang = standards.Chinese
	case "en":
		p.Lang = standards.English
	default:
		return errors.New(p.Lang.In("-lang 只能是 zh 或 en，不是 ", "-lang is zh or en, not ") + p.lang)
	}
	return nil
}

// explain says in the language of the run what package flag says in English.
func (p *Program) explain(err error) string {
	text := err.Error()
	if p.twice != "" {
		return p.Lang.In("参数给了两次：-", "the flag is given twice: -") + p.twice
	}
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: "); ok {
		return p.Lang.In("没有这个参数：", "there is no flag ") + name
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: "); ok {
		return p.Lang.In("参数后面缺少内容：", "something is missing after the flag ") + name
	}
	if written, ok := strings.CutPrefix(text, "bad flag syntax: "); ok {
		return p.Lang.In("参数写法不对：", "a flag cannot be written this way: ") + written
	}
	if value, name, ok := badValue(text); ok {
		return fmt.Sprintf(p.Lang.In("参数 -%s 的内容不可用：“%s”", `the flag -%s does not take "%s"`), name, layout.Short(value))
	}
	return text
}

// badValue finds the value and the flag in what package flag says of a value that it cannot read.
func badValue(text string) (value, name string, ok bool) {
	rest, ok := strings.CutPrefix(text, "invalid value ")
	if !ok {
		rest, ok = strings.CutPrefix(text, "invalid boolean value ")
	}
	quoted, err := strconv.QuotedPrefix(rest)
	if !ok || err != nil {
		return "", "", false
	}
	value, err = strconv.Unquote(quoted)
	_, name, found := strings.Cut(rest[len(quoted):], "-")
	name, _, _ = strings.Cut(name, ":")
	return value, name, err == nil && found
}

// Misused says on stderr what is wrong with the arguments, then how the program is used, and
// returns the exit code.
func (p *Program) Misused(what string) int {
	fmt.Fprintf(p.Stderr, "%s: %s\n\n%s", p.Flags.Name(), what, p.Lang.In(p.usage[0], p.usage[1]))
	return Usage
}

// Failed says on stderr what an argument names cannot be used, and returns the exit code. The usage
// would not help.
func (p *Program) Failed(what string) int {
	fmt.Fprintf(p.Stderr, "%s: %s\n", p.Flags.Name(), what)
	return Usage
}

// LocaleLang is the language of the locale, as getenv tells it: that of LC_ALL, else LC_MESSAGES,
// else LANG. It is Chinese unless the locale is an English one.
func LocaleLang(getenv func(string) string) standards.Lang {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := getenv(name); locale != "" {
			if locale == "en" || strings.HasPrefix(locale, "en_") || strings.HasPrefix(locale, "en.") {
				return standards.English
			}
			return standards.Chinese
		}
	}
	return standards.Chinese
}

// List is a flag that may stand several times.
type List []string

func (l *List) String() string { return strings.Join(*l, " ") }

// Set adds one more.
func (l *List) Set(s string) error {
	*l = append(*l, s)
	return nil
}

// Open opens the file named, or hands back stdin for "-", with the name by which messages call it.
// A folder is no file.
func (p *Program) Open(name string) (file io.ReadCloser, shown string, err error) {
	if name == "-" {
		return io.NopCloser(p.Stdin), p.Lang.In("标准输入", "standard input"), nil
	}
	opened, err := os.Open(name)
	if err != nil {
		return nil, name, err
	}
	if info, err := opened.Stat(); err == nil && info.IsDir() {
		opened.Close()
		return nil, name, errFolder
	}
	return opened, name, nil
}

// Input is Open for what the program decides. Where it reports false, why was said, and the program
// ends with the code Usage.
func (p *Program) Input(name string) (file io.ReadCloser, shown string, ok bool) {
	file, shown, err := p.Open(name)
	if err != nil {
		p.Failed(p.CannotOpen(name, err))
	}
	return file, shown, err == nil
}

// WriteJSON writes v as JSON to be read.
func (p *Program) WriteJSON(v any) error {
	encoder := json.NewEncoder(p.Stdout)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// Wrote is the exit code after the output was written, or could not be.
func (p *Program) Wrote(err error) int {
	if err != nil {
		fmt.Fprintf(p.Stderr, "%s: %s\n", p.Flags.Name(), p.cannotWrite(err))
		return Refused
	}
	return OK
}

// cannotWrite says in the language of the run why something was not written.
func (p *Program) cannotWrite(err error) string {
	var at *os.PathError
	if p.Lang != standards.Chinese || !errors.As(err, &at) {
		return err.Error()
	}
	why := at.Err.Error()
	switch {
	case errors.Is(err, syscall.ENOSPC):
		why = "磁盘已满"
	case errors.Is(err, syscall.EPIPE), errors.Is(err, os.ErrClosed):
		why = "已无人接收"
	case errors.Is(err, os.ErrPermission):
		why = "没有写入权限"
	}
	return "无法写入 " + at.Path + "：" + why
}

// errFolder says that what should be a file is a folder.
var errFolder = errors.New("a folder, not a file")

// CannotOpen says in the language of the run why a file cannot be read.
func (p *Program) CannotOpen(name string, err error) string {
	why := err.Error()
	var at *os.PathError
	switch {
	case errors.Is(err, errFolder), errors.Is(err, syscall.EISDIR):
		why = p.Lang.In("是文件夹，不是文件", "it is a folder, not a file")
	case errors.Is(err, os.ErrNotExist):
		why = p.Lang.In("没有这个文件", "there is no such file")
	case errors.Is(err, os.ErrPermission):
		why = p.Lang.In("没有读取权限", "it may not be read")
	case errors.As(err, &at):
		why = at.Err.Error()
	}
	return name + p.Lang.In("：", ": ") + why
}
