package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const module = "github.com/openminzheng/zhuzhou"

// switches is the name by which mutated files import package active. No file has it for anything
// else.
const switches = "activeMutant"

// source is a file of a package.
type source struct {
	name string // from the root of the module, with slashes
	text []byte
	rows []string // the lines of text
	tree *ast.File
	fset *token.FileSet
}

func (s *source) offset(p token.Pos) int { return s.fset.Position(p).Offset }

// code is the text of a node.
func (s *source) code(n ast.Node) string { return string(s.text[s.offset(n.Pos()):s.offset(n.End())]) }

// row is the text of a line; lines start at one.
func (s *source) row(line int) string { return strings.TrimSpace(s.rows[line-1]) }

// library is a package that was read and checked.
type library struct {
	dir     string // from the root of the module, with slashes
	sources []*source
	info    *types.Info
	pkg     *types.Package
}

// loader reads packages of the module at root.
type loader struct {
	root    string
	listed  map[string]*listed // by import path
	imports types.Importer
}

// listed holds the go command's description of a package.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// newLoader asks the go command for the packages of dirs and what they import, and compiles what is
// not in the cache.
func newLoader(root string, dirs []string) (*loader, error) {
	arguments := []string{"list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles", "./internal/mutate/active"}
	for _, dir := range dirs {
		arguments = append(arguments, "./"+dir)
	}
	command := exec.Command("go", arguments...)
	command.Dir, command.Stderr = root, os.Stderr
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	l := &loader{root: root, listed: map[string]*listed{}}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := decoder.Decode(p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		l.listed[p.ImportPath] = p
	}
	l.imports = importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
		p := l.listed[path]
		if p == nil || p.Export == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(p.Export)
	})
	return l, nil
}

// load reads and checks the package in dir.
func (l *loader) load(dir string) (*library, error) {
	p := l.listed[module+"/"+dir]
	lib := &library{dir: dir}
	for _, file := range p.GoFiles {
		text, err := os.ReadFile(filepath.Join(p.Dir, file))
		if err != nil {
			return nil, err
		}
		lib.sources = append(lib.sources, newSource(dir+"/"+file, text))
	}
	if faults := lib.check(l.imports); len(faults) != 0 {
		return nil, fmt.Errorf("package %s: %w", dir, faults[0])
	}
	return lib, nil
}

func newSource(name string, text []byte) *source {
	return &source{name: name, text: text, rows: strings.Split(string(text), "\n")}
}

// check finds the types of the package, and returns what does not compile.
func (lib *library) check(imports types.Importer) (faults []types.Error) {
	fset := token.NewFileSet()
	var trees []*ast.File
	for _, s := range lib.sources {
		tree, err := parser.ParseFile(fset, s.name, s.text, parser.SkipObjectResolution)
		if err != nil {
			return []types.Error{{Msg: err.Error()}}
		}
		s.tree, s.fset = tree, fset
		trees = append(trees, tree)
	}
	lib.info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: imports, Error: func(err error) {
		if fault, ok := errors.AsType[types.Error](err); ok {
			faults = append(faults, fault)
		}
	}}
	lib.pkg, _ = config.Check(module+"/"+lib.dir, fset, trees, lib.info)
	return faults
}

// mutants returns the mutants of the package that compile, numbered from one, and how many do not.
func (lib *library) mutants(imports types.Importer) (all []*mutant, discarded int, err error) {
	for _, s := range lib.sources {
		all = append(all, find(lib, s)...)
	}
	found := len(all)
	for {
		faults := lib.instrumented(all).check(imports)
		if len(faults) == 0 {
			break
		}
		kept := discard(all, faults)
		if len(kept) == len(all) {
			return nil, 0, fmt.Errorf("%s does not compile with its switches: %w", lib.dir, faults[0])
		}
		all = kept
	}
	return all, found - len(all), nil
}

// instrumented is the package with the mutants behind their switches.
func (lib *library) instrumented(mutants []*mutant) *library {
	out := &library{dir: lib.dir}
	for _, s := range lib.sources {
		of := slices.DeleteFunc(slices.Clone(mutants), func(m *mutant) bool { return m.file != s.name })
		out.sources = append(out.sources, newSource(s.name, instrument(s, of)))
	}
	return out
}

// discard drops, for each fault, the innermost mutant that it is in.
func discard(all []*mutant, faults []types.Error) []*mutant {
	gone := map[*mutant]bool{}
	for _, fault := range faults {
		if fault.Fset == nil {
			continue
		}
		at := fault.Fset.Position(fault.Pos)
		for _, m := range slices.Backward(all) {
			if m.file == at.Filename && m.from <= at.Offset && at.Offset < m.until {
				gone[m] = true
				break
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(m *mutant) bool { return gone[m] })
}
