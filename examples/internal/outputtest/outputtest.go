// Package outputtest tries programs that write files with what goes wrong where files are written: an
// output that is an input, a full disk, a run that fails or is killed. It is for tests.
package outputtest

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Program is a program and a good run of it.
type Program struct {
	Path    string            // of the built program
	Args    []string          // of a good run, without outputs; Input stands where the input is named
	Input   string            // the name of the input in Args
	Data    []byte            // of the input
	Code    int               // of the good run
	Others  map[string][]byte // other files that the run reads, by name
	Outputs []string          // the flags that name a file to write
	Ext     string            // of the names of outputs, such as .xlsx; "": .out
	Silent  bool              // the good run writes nothing on stderr
}

// Full is a device on which nothing can be written.
const Full = "/dev/full"

// earlier is an earlier good result.
const earlier = "an earlier result\n"

// patience is how long a program may take.
const patience = 2 * time.Minute

// run is one run in a folder of its own.
type run struct {
	*Program
	folder string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	said   bytes.Buffer // on stderr
}

func (p *Program) in(t *testing.T) *run {
	t.Helper()
	r := &run{Program: p, folder: t.TempDir(), stdout: io.Discard}
	r.stderr = &r.said
	r.write(t, p.Input, p.Data)
	for name, data := range p.Others {
		r.write(t, name, data)
	}
	return r
}

func (r *run) write(t *testing.T, name string, data []byte) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(r.folder, name), data, 0o600))
}

func (r *run) read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(r.folder, name))
	require.NoError(t, err)
	return string(data)
}

// name is the output of a flag.
func (r *run) name(flag string) string {
	if r.Ext == "" {
		return flag + ".out"
	}
	return flag + r.Ext
}

// outputs are the flags with a file for each, in which an earlier result stands; one of them may be
// elsewhere.
func (r *run) outputs(t *testing.T, elsewhere map[string]string) (args []string) {
	t.Helper()
	for _, flag := range r.Outputs {
		if name := elsewhere[flag]; name != "" {
			args = append(args, "-"+flag, name)
			continue
		}
		r.write(t, r.name(flag), []byte(earlier))
		args = append(args, "-"+flag, r.name(flag))
	}
	return args
}

// stay checks that the earlier results stand, and that nothing else was left.
func (r *run) stay(t *testing.T, args []string) {
	t.Helper()
	kept := map[string]bool{}
	for _, flag := range r.Outputs {
		for _, arg := range args {
			if arg == r.name(flag) {
				assert.True(t, earlier == r.read(t, arg), "the earlier result of -%s", flag)
				kept[arg] = true
			}
		}
	}
	assert.True(t, string(r.Data) == r.read(t, r.Input), "the input")
	list, err := os.ReadDir(r.folder)
	require.NoError(t, err)
	for _, file := range list {
		_, other := r.Others[file.Name()]
		known := other || kept[file.Name()] || file.Name() == r.Input || file.Type()&os.ModeSymlink != 0 || file.Name() == "hard"
		assert.True(t, known, "%s was left", file.Name())
	}
}

// start starts the program with args, where the input may be another.
func (r *run) start(t *testing.T, input string, outputs []string) *exec.Cmd {
	t.Helper()
	args := append([]string{"-lang", "en"}, outputs...)
	for _, arg := range r.Args {
		if arg == r.Input {
			arg = input
		}
		args = append(args, arg)
	}
	command := exec.Command(r.Path, args...)
	command.Dir, command.Stdin, command.Stdout, command.Stderr = r.folder, r.stdin, r.stdout, r.stderr
	require.NoError(t, command.Start())
	return command
}

// code waits for a run and returns its exit code.
func (r *run) code(t *testing.T, command *exec.Cmd) int {
	t.Helper()
	late := time.AfterFunc(patience, func() { _ = command.Process.Kill() })
	defer late.Stop()
	err := command.Wait()
	var exit *exec.ExitError
	require.True(t, err == nil || errors.As(err, &exit), "%v", err)
	assert.NotContains(t, r.said.String(), "goroutine ")
	return command.ProcessState.ExitCode()
}

// Check tries a program with all of it.
func (p *Program) Check(t *testing.T) {
	t.Run("a good run", p.good)
	t.Run("streams that take nothing", p.fullStreams)
	if len(p.Outputs) == 0 {
		return
	}
	t.Run("an input that cannot be read", p.unreadable)
	t.Run("killed", p.killed)
	t.Run("one output twice", p.twice)
	for _, flag := range p.Outputs {
		t.Run("-"+flag, func(t *testing.T) {
			t.Run("opened first", func(t *testing.T) { p.openedFirst(t, flag) })
			t.Run("the input", func(t *testing.T) { p.overInput(t, flag) })
			t.Run("full", func(t *testing.T) { p.full(t, flag) })
			t.Run("a full disk", func(t *testing.T) { p.fullDisk(t, flag) })
		})
	}
}

// good replaces the earlier results, through a link too, and leaves nothing beside them.
func (p *Program) good(t *testing.T) {
	r := p.in(t)
	args := r.outputs(t, nil)
	require.Equal(t, p.Code, r.code(t, r.start(t, p.Input, args)), r.said.String())
	for _, flag := range p.Outputs {
		assert.NotContains(t, r.read(t, r.name(flag)), earlier)
	}
	list, err := os.ReadDir(r.folder)
	require.NoError(t, err)
	assert.Len(t, list, 1+len(p.Others)+len(p.Outputs))
}

// fullStreams loses stdout or stderr, which is no success.
func (p *Program) fullStreams(t *testing.T) {
	full, err := os.OpenFile(Full, os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no " + Full)
	}
	defer full.Close()
	if len(p.Outputs) == 0 {
		r := p.in(t)
		r.stdout = full
		assert.Equal(t, 1, r.code(t, r.start(t, p.Input, nil)), "stdout")
		assert.NotEmpty(t, r.said.String())
	}
	if !p.Silent {
		r := p.in(t)
		r.stderr = full
		assert.Equal(t, 1, r.code(t, r.start(t, p.Input, r.outputs(t, nil))), "stderr")
	}
}

// unreadable ends before the first row.
func (p *Program) unreadable(t *testing.T) {
	r := p.in(t)
	args := r.outputs(t, nil)
	assert.Equal(t, 2, r.code(t, r.start(t, "none", args)))
	r.stay(t, args)

	r = p.in(t)
	args = r.outputs(t, nil)
	r.stdin = bytes.NewReader([]byte{0x89, 'P', 'N', 'G', 0, 0xff, 0xfe})
	assert.NotZero(t, r.code(t, r.start(t, "-", args)))
	assert.NotEmpty(t, r.said.String())
}

// killed is killed, or told to end, while it reads.
func (p *Program) killed(t *testing.T) {
	for _, signal := range []os.Signal{syscall.SIGTERM, os.Kill} {
		r := p.in(t)
		args := r.outputs(t, nil)
		from, to, err := os.Pipe()
		require.NoError(t, err)
		r.stdin = from
		command := r.start(t, "-", args)
		_, err = to.Write(p.Data)
		require.NoError(t, err)
		time.Sleep(300 * time.Millisecond) // it has begun
		require.NoError(t, command.Process.Signal(signal))
		if signal != os.Kill {
			time.Sleep(100 * time.Millisecond)
			require.NoError(t, to.Close()) // what reads a pipe is not interrupted
		}
		assert.NotZero(t, r.code(t, command), "%v", signal)
		to.Close()
		from.Close()
		for _, flag := range p.Outputs {
			assert.True(t, earlier == r.read(t, r.name(flag)), "%v: the earlier result of -%s", signal, flag)
		}
	}
}

// twice names one file in two flags.
func (p *Program) twice(t *testing.T) {
	for i, one := range p.Outputs {
		for _, other := range p.Outputs[i+1:] {
			r := p.in(t)
			require.NoError(t, os.Symlink("new", filepath.Join(r.folder, "link")))
			args := r.outputs(t, map[string]string{one: "./new", other: "link"})
			assert.Equal(t, 2, r.code(t, r.start(t, p.Input, args)), "%s %s", one, other)
			assert.Contains(t, r.said.String(), "written twice")
			r.stay(t, args)
		}
	}
}

// openedFirst names an output that cannot be opened, beside an input that never ends.
func (p *Program) openedFirst(t *testing.T, flag string) {
	for _, name := range []string{".", "none/new"} {
		r := p.in(t)
		args := r.outputs(t, map[string]string{flag: name})
		from, to, err := os.Pipe()
		require.NoError(t, err)
		r.stdin = from
		assert.Equal(t, 2, r.code(t, r.start(t, "-", args)), name)
		assert.Contains(t, r.said.String(), name)
		r.stay(t, args)
		from.Close()
		to.Close()
	}
}

// overInput names a file that is read as an output, by every spelling.
func (p *Program) overInput(t *testing.T, flag string) {
	inputs := []string{p.Input}
	for name := range p.Others {
		inputs = append(inputs, name)
	}
	for _, input := range inputs {
		for _, spelling := range []string{"", "./", "link", "hard", "absolute"} {
			r := p.in(t)
			require.NoError(t, os.Symlink(input, filepath.Join(r.folder, "link")))
			require.NoError(t, os.Link(filepath.Join(r.folder, input), filepath.Join(r.folder, "hard")))
			name := map[string]string{"": input, "./": "./" + input, "absolute": filepath.Join(r.folder, input)}[spelling]
			if name == "" {
				name = spelling
			}
			args := r.outputs(t, map[string]string{flag: name})
			assert.Equal(t, 2, r.code(t, r.start(t, p.Input, args)), "%s as %s", input, spelling)
			assert.Contains(t, r.said.String(), "both read and written")
			r.stay(t, args)
		}
	}
}

// full writes an output to a device that takes nothing. No other output is put in its place.
func (p *Program) full(t *testing.T, flag string) {
	if _, err := os.Stat(Full); err != nil {
		t.Skip("this system has no " + Full)
	}
	r := p.in(t)
	args := r.outputs(t, map[string]string{flag: Full})
	assert.Equal(t, 1, r.code(t, r.start(t, p.Input, args)))
	assert.Contains(t, r.said.String(), "no space left")
	r.stay(t, args)
}

// fullDisk writes an output to a small disk that is full, where this may be mounted.
func (p *Program) fullDisk(t *testing.T, flag string) {
	disk := t.TempDir()
	if err := mountSmall(disk); err != nil {
		t.Skip("no disk can be mounted")
	}
	defer unmount(disk)
	require.NoError(t, os.WriteFile(filepath.Join(disk, "out"), []byte(earlier), 0o600))
	fill, err := os.Create(filepath.Join(disk, "fill"))
	require.NoError(t, err)
	for err == nil {
		_, err = fill.Write(make([]byte, 512))
	}
	fill.Close()
	r := p.in(t)
	args := r.outputs(t, map[string]string{flag: filepath.Join(disk, "out")})
	assert.Equal(t, 1, r.code(t, r.start(t, p.Input, args)))
	assert.Contains(t, r.said.String(), "no space left")
	r.stay(t, args)
	data, err := os.ReadFile(filepath.Join(disk, "out"))
	require.NoError(t, err)
	assert.Equal(t, earlier, string(data))
	list, err := os.ReadDir(disk)
	require.NoError(t, err)
	assert.Len(t, list, 2, "nothing was left on the disk")
}
