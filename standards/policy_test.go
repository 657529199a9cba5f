package standards_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

const (
	module = "github.com/openminzheng/zhuzhou"
	root   = ".." // of the module, from this package
)

// Who may import whom among the packages of this module. It is a statement of policy: an import that fails here is moved, not
// added. A package that is not named may not exist; what stands under examples may import everything, and so may the mutation
// test.
const imports = `
	internal/lang:
	internal/column:           internal/lang
	internal/logged:
	internal/wire:             internal/lang
	internal/layout:
	standards:                 internal/lang internal/wire internal/column
	standards/source:          standards internal/column internal/lang
	standards/benefit:         standards internal/lang internal/wire internal/column
	standards/draft:           standards internal/wire
	internal/finding:          standards standards/benefit
	disability:                standards internal/wire internal/finding standards/benefit internal/column internal/lang
	eldercare:                 standards internal/lang internal/wire internal/finding standards/benefit internal/column
	assistance/internal/law:   standards internal/wire internal/finding standards/benefit disability eldercare
	assistance/fields:         standards internal/lang standards/benefit internal/column
	assistance:                standards internal/lang internal/wire internal/finding standards/benefit standards/draft disability eldercare assistance/fields assistance/internal/law internal/column internal/logged
	assistance/assume:         standards standards/benefit assistance/fields assistance internal/wire
	internal/saturating:
	assistance/verify:         standards internal/lang internal/wire standards/benefit assistance internal/column
	assistance/internal/vary:  standards/benefit assistance/fields assistance
	assistance/whatif:         standards internal/lang standards/benefit internal/finding disability assistance/internal/law assistance/fields assistance assistance/internal/vary assistance/verify internal/column internal/wire
	assistance/schema:
	assistance/register:       standards internal/column internal/lang internal/saturating internal/wire standards/benefit disability eldercare assistance/fields assistance
	assistance/caseload:       standards internal/wire internal/finding standards/benefit eldercare assistance internal/saturating assistance/register assistance/verify assistance/whatif
	assistance/population:     standards internal/lang internal/wire internal/finding standards/benefit disability eldercare assistance assistance/internal/law internal/saturating assistance/caseload
	assistance/months:         standards internal/lang internal/wire internal/finding standards/benefit standards/draft disability eldercare assistance assistance/internal/law assistance/verify internal/column internal/logged
	assistance/notice:         standards internal/layout standards/benefit eldercare assistance assistance/assume assistance/whatif assistance/months
	assistance/assistancetest: standards standards/source internal/lang internal/wire internal/layout standards/benefit standards/draft disability eldercare assistance/fields assistance assistance/internal/vary assistance/verify assistance/whatif assistance/caseload assistance/schema
	assistance/internal/families: standards internal/lang standards/benefit standards/draft disability eldercare assistance assistance/assistancetest
`

// What library packages do not import: they are pure.
var forbiddenImports = []string{"os", "net", "math/rand", "unsafe", "reflect", "syscall", "log", "plugin", "database"}

// What library packages may name of packages that they import for an interface alone: how a value is logged, and how it is stored.
var interfacesAlone = map[string][]string{
	"log/slog":            {"Value", "LogValuer", "GroupValue", "StringValue", "AnyValue", "Attr", "String", "Int", "Bool", "Any"},
	"database/sql/driver": {"Value"},
}

// What library packages do not name, by import path: no clock, no zone of the machine, no setting that changes results elsewhere.
var forbiddenNames = map[string][]string{
	"time": {"Now", "Local", "LoadLocation", "Since", "Until", "After", "AfterFunc", "Sleep", "Tick", "NewTimer", "NewTicker"},
	"github.com/shopspring/decimal": {"DivisionPrecision", "PowPrecisionNegativeExponent", "MarshalJSONWithoutQuotes", "TrimTrailingZeros",
		"UseScientificNotation", "ExpMaxIterations", "MaxDecodeExponent", "Avg"},
}

// Methods by which a decimal is divided. Nothing is divided before the last step, and then in whole fen.
var forbiddenMethods = []string{"Div", "DivRound", "QuoRem", "Pow", "PowWithPrecision", "Ln", "ExpTaylor", "InexactFloat64", "Float64"}

// The files that hold the figures of the law and the words of its lists, and nothing else.
var dataFiles = []string{"standards/zhuzhou_2020.go", "standards/zhuzhou_2022.go", "standards/hunan.go", "standards/national.go", "standards/reading.go",
	"standards/documents.go", "standards/document.go", "standards/key.go"}

// The figures of the law, as they might stand in code: in yuan and fen, ages, and the multiple. None is written anywhere but in the
// rows. 100, 100_00, 80, 1, 2, 3 and 4 are the law's as well, and too common to look for.
var figures = []int64{600, 600_00, 4320, 4320_00, 360_00, 400, 400_00, 223, 223_00, 80_00, 60, 16, 18, 650_00, 4000_00, 4600_00, 70_00}

// Literals that happen to equal a figure of the law, by file, with what they are.
var allowedFigures = map[string]map[int64]string{
	"standards/date.go":                            {400: "leap years"},
	"assistance/assistancetest/generate_member.go": {16: "the age from which income is asked, by this library"},
	"assistance/assistancetest/generate_tables.go": {400_00: "the most of an invented band"},
	"assistance/register/settle.go":                {18: "who is a grown child on every day, where a register says 子女"},
	"assistance/internal/law/facts.go":             {16: "the age from which income is asked, by this library"},
	"internal/wire/value.go":                       {16: "the base of an escape"},
	"internal/wire/texts.go":                       {16: "the base of an escape"},
}

// sourceFile is a non-test file of the module.
type sourceFile struct {
	file string // from the module's root, with slashes
	pkg  string // its directory
	tree *ast.File
	fset *token.FileSet
}

func (s sourceFile) at(n ast.Node) string {
	return fmt.Sprintf("%s:%d", s.file, s.fset.Position(n.Pos()).Line)
}

// library reports whether s is of a package that importers build; programs and what only tests import are not.
func (s sourceFile) library() bool {
	for _, other := range []string{"examples", "internal/api", "internal/mutate", "assistance/internal/families", "assistance/schema/internal/generate"} {
		if s.pkg == other || strings.HasPrefix(s.pkg, other+"/") {
			return false
		}
	}
	return true
}

// sourceFiles parses every non-test file of the module. Nested modules, testdata and what begins with a dot are not in it.
func sourceFiles(t *testing.T) []sourceFile {
	t.Helper()
	var all []sourceFile
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		file, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		file = filepath.ToSlash(file)
		if d.IsDir() {
			if _, err := os.Stat(filepath.Join(name, "go.mod")); name != root && (err == nil || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") || d.Name() == "bin") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		all = append(all, sourceFile{file, path.Dir(file), tree, fset})
		return err
	})
	require.NoError(t, err)
	require.NotEmpty(t, all)
	return all
}

func importPath(i *ast.ImportSpec) string {
	p, _ := strconv.Unquote(i.Path.Value)
	return p
}

func TestImportsFollowTheTable(t *testing.T) {
	allowed := map[string][]string{}
	for text := range strings.Lines(strings.TrimSpace(imports)) {
		pkg, on, _ := strings.Cut(strings.TrimSpace(text), ":")
		allowed[pkg] = strings.Fields(on)
		for _, other := range allowed[pkg] {
			require.Contains(t, allowed, other, "%s imports what stands below it", pkg)
		}
	}
	for _, s := range sourceFiles(t) {
		if !s.library() {
			continue
		}
		on, ok := allowed[s.pkg]
		if !ok {
			t.Errorf("%s: package %s is not in the table", s.file, s.pkg)
			continue
		}
		for _, i := range s.tree.Imports {
			if other, ours := strings.CutPrefix(importPath(i), module+"/"); ours && !slices.Contains(on, other) {
				t.Errorf("%s: %s may not import %s", s.at(i), s.pkg, other)
			}
		}
	}
}

// Library packages read no clock, no file and no network, keep no state that changes, and do not panic.
func TestLibraryIsPure(t *testing.T) {
	for _, s := range sourceFiles(t) {
		if !s.library() {
			continue
		}
		names := map[string]string{} // by which a file calls a package
		for _, i := range s.tree.Imports {
			p := importPath(i)
			names[path.Base(p)] = p
			if i.Name != nil {
				names[i.Name.Name] = p
				if i.Name.Name == "." || i.Name.Name == "_" {
					t.Errorf("%s: import %s %q", s.at(i), i.Name.Name, p)
				}
			}
			for _, forbidden := range forbiddenImports {
				if interfacesAlone[p] == nil && (p == forbidden || strings.HasPrefix(p, forbidden+"/")) {
					t.Errorf("%s: a library package may not import %s", s.at(i), p)
				}
			}
			if !strings.HasPrefix(p, module+"/") && strings.Contains(p, ".") && p != "github.com/shopspring/decimal" {
				t.Errorf("%s: a library package may not depend on %s", s.at(i), p)
			}
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				x, ok := n.X.(*ast.Ident)
				if ok && slices.Contains(forbiddenNames[names[x.Name]], n.Sel.Name) {
					t.Errorf("%s: a library package may not use %s.%s", s.at(n), x.Name, n.Sel.Name)
				}
				if ok && interfacesAlone[names[x.Name]] != nil && !slices.Contains(interfacesAlone[names[x.Name]], n.Sel.Name) {
					t.Errorf("%s: a library package may not use %s.%s", s.at(n), x.Name, n.Sel.Name)
				}
				if slices.Contains(forbiddenMethods, n.Sel.Name) {
					t.Errorf("%s: nothing is divided or made inexact by .%s", s.at(n), n.Sel.Name)
				}
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s: no work on start-up", s.at(n))
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "panic" {
					t.Errorf("%s: a library package does not panic", s.at(n))
				}
			case *ast.Ident:
				if n.Name == "float64" || n.Name == "float32" {
					t.Errorf("%s: no floating point", s.at(n))
				}
			}
			return true
		})
	}
}

// A type of whole numbers is stored by its word, or says that it cannot be: never by the number behind it, which means nothing to who
// reads the column.
func TestNoNumberOfAnEnumerationIsStored(t *testing.T) {
	types, stored := map[string]string{}, map[string]bool{}
	for _, s := range sourceFiles(t) {
		if !s.library() || strings.Contains(s.pkg, "internal") || s.pkg == "assistance/assistancetest" {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				number, ok := n.Type.(*ast.Ident)
				if ok && n.Name.IsExported() && strings.Contains(number.Name, "int") && !n.Assign.IsValid() {
					types[s.pkg+"."+n.Name.Name] = s.at(n)
				}
			case *ast.FuncDecl:
				if n.Recv != nil && (n.Name.Name == "Value" || n.Name.Name == "Scan") {
					of := n.Recv.List[0].Type
					if pointer, ok := of.(*ast.StarExpr); ok {
						of = pointer.X
					}
					if name, ok := of.(*ast.Ident); ok {
						stored[s.pkg+"."+name.Name+n.Name.Name] = true
					}
				}
			}
			return true
		})
	}
	require.Greater(t, len(types), 30)
	for name, at := range types {
		if !stored[name+"Value"] || !stored[name+"Scan"] {
			t.Errorf("%s: %s has no Value and Scan, so that a database would store its number", at, name)
		}
	}
}

// No figure of the law stands in code: each is a row.
func TestNoFigureOutsideTheRows(t *testing.T) {
	used := map[string]bool{}
	for _, s := range sourceFiles(t) {
		if !s.library() || slices.Contains(dataFiles, s.file) {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok {
				return true
			}
			switch literal.Kind {
			case token.FLOAT, token.IMAG:
				t.Errorf("%s: %s is no whole number", s.at(n), literal.Value)
			case token.INT:
				figure, err := strconv.ParseInt(literal.Value, 0, 64)
				if err != nil || !slices.Contains(figures, figure) {
					return true
				}
				if allowedFigures[s.file][figure] == "" {
					t.Errorf("%s: %s is a figure of the law; it belongs in a row (or, if it is something else, in allowedFigures)", s.at(n), literal.Value)
				}
				used[s.file+strconv.FormatInt(figure, 10)] = true
			}
			return true
		})
	}
	for file, literals := range allowedFigures {
		for figure := range literals {
			if !used[file+strconv.FormatInt(figure, 10)] {
				t.Errorf("allowedFigures: %s no longer has %d", file, figure)
			}
		}
	}
}

// The multiple of a low-income family is no expression either.
func TestNoMultipleOutsideTheRows(t *testing.T) {
	number := func(e ast.Expr, value string) bool {
		literal, ok := e.(*ast.BasicLit)
		return ok && literal.Kind == token.INT && literal.Value == value
	}
	for _, s := range sourceFiles(t) {
		if !s.library() || slices.Contains(dataFiles, s.file) {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				times, ok := n.X.(*ast.BinaryExpr)
				if n.Op == token.QUO && number(n.Y, "2") && (number(n.X, "3") || ok && times.Op == token.MUL && (number(times.X, "3") || number(times.Y, "3"))) {
					t.Errorf("%s: 3/2 of the line is a row", s.at(n))
				}
			case *ast.CompositeLit:
				if len(n.Elts) == 2 && number(n.Elts[0], "3") && number(n.Elts[1], "2") {
					t.Errorf("%s: 3/2 of the line is a row", s.at(n))
				}
			}
			return true
		})
	}
}

// plainWords are words of the rows that mean other things too, and are not looked for.
var plainWords = []string{"1", "2", "3", "4", "full", "partial", "none", "city", "county", "property", "other", "missing", "anyone", "bed", "transfer", "business", "tekun"}

// lookUps are the calls that ask the rows for a word.
var lookUps = []string{"find", "listed", "rate", "number"}

// Words of the rows in functions that decide nothing by them, by file.
var allowedWords = map[string]map[string]string{
	"standards/benefit/text.go":                 {"clergy": "what a step shows"},
	"assistance/internal/law/explain_family.go": {"serious-illness": "what a step shows"},
	"disability/subsidies.go":                   {"work-injury-nursing": "a table of words, as a switch"},
}

// Classes of the law, kinds of income, categories and schemes are decided by rows. Functions ask the rows for a word, or take it from a
// table of words at the top of a file, such as that of a wire format; none decides by a word of its own.
func TestNoClassOutsideTheRows(t *testing.T) {
	words := map[string]bool{}
	for _, k := range standards.Keys() {
		for _, of := range k.Of {
			words[of] = !slices.Contains(plainWords, of)
		}
	}
	used := map[string]bool{}
	for _, s := range sourceFiles(t) {
		if !s.library() || slices.Contains(dataFiles, s.file) {
			continue
		}
		for _, d := range s.tree.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			asked := map[ast.Node]bool{} // the arguments of look-ups
			ast.Inspect(f.Body, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok && slices.Contains(lookUps, strings.ToLower(callee(call))) {
					for _, argument := range call.Args {
						asked[argument] = true
					}
				}
				literal, ok := n.(*ast.BasicLit)
				if !ok || literal.Kind != token.STRING || asked[n] {
					return true
				}
				word, err := strconv.Unquote(literal.Value)
				if err != nil || !words[word] {
					return true
				}
				if allowedWords[s.file][word] == "" {
					t.Errorf("%s: %s is a word of the rows; ask the rows for it, or take it from a table of words", s.at(n), literal.Value)
				}
				used[s.file+word] = true
				return true
			})
		}
	}
	for file, literals := range allowedWords {
		for word := range literals {
			if !used[file+word] {
				t.Errorf("allowedWords: %s no longer has %s", file, word)
			}
		}
	}
}

// callee is the name of what a call calls, without its receiver or package.
func callee(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}
