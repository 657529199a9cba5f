package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/ast"
	"slices"
	"strings"
)

// mutant is one change of the code.
type mutant struct {
	id string // a digest of place: it stays when lines move
	place
	row, column int    // where the change stands today, for people
	dir         string // of its package
	edits       []edit
	number      int // of its switch; numbers start at one
	from, until int // the bytes of the mutated copy that its edits span, once it is written
}

// place names a mutant by what it changes, not by the number of a line.
type place struct {
	file     string // from the root of the module, with slashes
	function string
	what     string // the code and its change; the second alike of a line has "(2)" after it
	line     string // the text of the line
}

func (p place) digest() string {
	sum := sha256.Sum256([]byte(p.file + "\n" + p.function + "\n" + p.what + "\n" + p.line))
	return hex.EncodeToString(sum[:5])
}

func (m *mutant) String() string {
	return fmt.Sprintf("%s %s:%d:%d %s: %s", m.id, m.file, m.row, m.column, m.function, m.what)
}

// edit puts text in the place of source[from:until]. In text, # is the number of the mutant.
type edit struct {
	from, until int
	text        string
	kind        editKind
}

type editKind uint8

// The order of edits at one place: what ends there, what begins, what is replaced.
const (
	closing editKind = iota
	opening
	replacing
)

// wrap is the edits that put text before and after a node.
func wrap(from, until int, before, after string) []edit {
	return []edit{{from, from, before, opening}, {until, until, after, closing}}
}

// instrument returns the source with every mutant behind its switch. The mutants are in the order
// in which they were found: one that stands within another comes after it. Lines keep their
// numbers.
func instrument(s *source, mutants []*mutant) []byte {
	if len(mutants) == 0 {
		return s.text
	}
	type ordered struct {
		edit
		order int
		of    *mutant
	}
	name := s.offset(s.tree.Name.End())
	statement := "; import " + switches + ` "` + module + `/internal/mutate/active"`
	all := []ordered{{edit{name, name, statement, closing}, 0, new(mutant)}}
	for i, m := range mutants {
		m.from, m.until = -1, -1
		for _, e := range m.edits {
			e.text = strings.ReplaceAll(e.text, "#", fmt.Sprint(m.number))
			order := i
			if e.kind == closing {
				order = -i
			}
			all = append(all, ordered{e, order, m})
		}
	}
	slices.SortStableFunc(all, func(a, b ordered) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.kind, b.kind), cmp.Compare(a.order, b.order))
	})
	var out []byte
	at := 0
	for _, e := range all {
		out = append(out, s.text[at:e.from]...)
		if e.of.from < 0 {
			e.of.from = len(out)
		}
		out = append(out, e.text...)
		e.of.until, at = len(out), e.until
	}
	return append(out, s.text[at:]...)
}

// functionName is the name of a declared function with its receiver: f, T.f, (*T).f.
func functionName(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return f.Name.Name
	}
	t, star := f.Recv.List[0].Type, false
	for {
		switch of := t.(type) {
		case *ast.StarExpr:
			t, star = of.X, true
		case *ast.IndexExpr:
			t = of.X
		case *ast.IndexListExpr:
			t = of.X
		case *ast.Ident:
			if star {
				return "(*" + of.Name + ")." + f.Name.Name
			}
			return of.Name + "." + f.Name.Name
		default:
			return f.Name.Name
		}
	}
}
