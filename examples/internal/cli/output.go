package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
)

// Output is a file that a program writes. What is written stands beside it until the run is known
// to be good: an earlier result outlives a run that fails or is killed.
type Output struct {
	*os.File
	target string // "" where the file is written in place, since it is a device or a pipe
}

// Create opens an output. It goes through links to the file that they name.
func Create(name string) (*Output, error) {
	target := resolved(name)
	if info, err := os.Stat(target); err == nil {
		switch {
		case info.IsDir():
			return nil, errFolder
		case !info.Mode().IsRegular():
			file, err := os.OpenFile(target, os.O_WRONLY, 0)
			return &Output{File: file}, err
		}
		if file, err := os.OpenFile(target, os.O_WRONLY, 0); err != nil {
			return nil, err // it may not be replaced either
		} else if err = file.Close(); err != nil {
			return nil, err
		}
	}
	file, err := os.CreateTemp(filepath.Dir(target), ".*-"+filepath.Base(target))
	if err != nil {
		return nil, err
	}
	mode := os.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	return &Output{file, target}, file.Chmod(mode)
}

// Keep ends the output and puts it in its place. Where that fails, the error says where what was
// written stands.
func (o *Output) Keep() error {
	if err := o.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		o.Drop()
		return err
	}
	if o.target == "" {
		return nil
	}
	return os.Rename(o.Name(), o.target)
}

// Drop takes away what was written.
func (o *Output) Drop() {
	o.Close()
	if o.target != "" {
		os.Remove(o.Name())
	}
}

// maxLinks is how many links from one to another are followed.
const maxLinks = 40

// resolved is the path of the file that name names, or will be of.
func resolved(name string) string {
	for range maxLinks {
		to, err := os.Readlink(name)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(name), to)
		}
		name = to
	}
	dir, base := filepath.Dir(name), filepath.Base(name)
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	return filepath.Join(dir, base)
}

// sameFile reports whether two names are of one file, or will be. A device may stand twice.
func sameFile(a, b string) bool {
	one, errA := os.Stat(a)
	other, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return one.Mode().IsRegular() && os.SameFile(one, other)
	}
	return errA != nil && errB != nil && resolved(a) == resolved(b)
}

// Overwritten says which of the files to write would be written over one that is read, or twice;
// nothing if none would. Names that are empty or - are of no file.
func (p *Program) Overwritten(write []string, read ...string) string {
	var taken []string
	for _, name := range read {
		if name != "" && name != "-" {
			taken = append(taken, name)
		}
	}
	taken = append(append(taken, p.Files...), p.mapFile()...)
	for _, name := range write {
		if name == "" {
			continue
		}
		for _, other := range taken {
			if sameFile(name, other) {
				return p.Lang.In("同一个文件不能既读又写，也不能写两次：", "one file cannot be both read and written, or written twice: ") + name
			}
		}
		taken = append(taken, name)
	}
	return ""
}

// mapFile is the file of -map, if there is one.
func (p *Program) mapFile() []string {
	if p.register.names == "" {
		return nil
	}
	return []string{p.register.names}
}

// Outputs are the files that a run writes.
type Outputs []*Output

// Create opens one more; without a name it opens none, and nil is returned. Where it reports false,
// why was said, and the program ends with the code Usage.
func (all *Outputs) Create(p *Program, name string) (*Output, bool) {
	if name == "" {
		return nil, true
	}
	o, err := Create(name)
	if err != nil {
		p.Failed(p.CannotOpen(name, err))
		return nil, false
	}
	*all = append(*all, o)
	return o, true
}

// Drop takes away what was written to one of the outputs, nil being none.
func (all *Outputs) Drop(one *Output) {
	*all = slices.DeleteFunc(*all, func(o *Output) bool {
		if o == one {
			o.Drop()
		}
		return o == one
	})
}

// Finish puts the outputs in their places where the run was good, and takes them away where it was
// not. It returns the exit code.
func (all Outputs) Finish(p *Program, good bool, code int) int {
	for _, o := range all {
		if !good {
			o.Drop()
			continue
		}
		if err := o.Keep(); err != nil {
			code = max(code, p.Wrote(err))
		}
	}
	return code
}

// noting is stdout or stderr, and remembers why it could not be written.
type noting struct {
	io.Writer
	err error
}

func (n *noting) Write(b []byte) (int, error) {
	if n.err != nil {
		return 0, n.err
	}
	written, err := n.Writer.Write(b)
	n.err = err
	return written, err
}

// code is the exit code of a run whose messages went to n: messages that were lost are no success.
func (n *noting) code(code int) int {
	if n.err != nil {
		return max(code, Refused)
	}
	return code
}

// Finish returns the exit code of a program that did not look whether its output was written. What
// could not be written is said, and is no success.
func (p *Program) Finish(code int) int {
	if n, ok := p.Stdout.(*noting); ok {
		return max(code, p.Wrote(n.err))
	}
	return code
}

// Rejects writes refusals to a file, and to another writer from where on the file takes no more: a
// refusal is not lost.
type Rejects struct {
	To, Or io.Writer
	Err    error // why the file took no more
}

func (r *Rejects) Write(b []byte) (int, error) {
	if r.Err == nil {
		var n int
		if n, r.Err = r.To.Write(b); r.Err == nil {
			return n, nil
		}
	}
	return r.Or.Write(b)
}

// UnreadText says in language l that a register was not read to its end.
func UnreadText(l standards.Lang) string {
	return l.In("登记表没有读完\n", "the register was not read to its end\n")
}
