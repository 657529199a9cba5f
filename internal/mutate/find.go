package main

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// finder goes through a file and collects its mutants.
type finder struct {
	*source
	lib      *library
	stack    []ast.Node // what the node visited stands in, the file first
	function string
	mutants  []*mutant
	alike    map[place]int
}

// find returns the mutants of a file, each before those that stand within it.
func find(lib *library, s *source) []*mutant {
	f := &finder{source: s, lib: lib, alike: map[place]int{}}
	for _, d := range s.tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			f.function = functionName(d)
			if d.Body != nil {
				f.stack = []ast.Node{d}
				f.walk(d.Body)
			}
		case *ast.GenDecl:
			if d.Tok == token.VAR {
				f.function = "package"
				f.stack = nil
				f.walk(d)
			}
		}
	}
	return f.mutants
}

func (f *finder) walk(n ast.Node) {
	base := len(f.stack)
	ast.Inspect(n, func(n ast.Node) bool {
		if n == nil {
			f.stack = f.stack[:len(f.stack)-1]
			return true
		}
		if !f.enters(n) {
			return false
		}
		f.visit(n)
		f.stack = append(f.stack, n)
		return true
	})
	f.stack = f.stack[:base]
}

// enters says whether code within n is mutated. Constants are not, as they have no switch at run
// time, nor capacities, on which nothing depends but speed.
func (f *finder) enters(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GenDecl:
		return n.Tok == token.VAR
	case *ast.ArrayType, *ast.FuncType, *ast.InterfaceType, *ast.StructType, *ast.MapType, *ast.ChanType:
		return false
	case *ast.CallExpr:
		return f.builtin(n) != "make" || len(n.Args) == 2 && f.isSlice(n.Args[0])
	}
	return true
}

func (f *finder) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.IfStmt:
		f.negate(n.Cond, "condition negated")
		f.add(n.Cond, "body dropped", f.wrap(n.Cond, "((", ") && !"+switches+".Is(#))"))
	case *ast.ForStmt:
		f.negate(n.Cond, "condition negated")
	case *ast.CaseClause:
		if s, ok := f.parent(1).(*ast.SwitchStmt); ok && s.Tag == nil {
			for _, condition := range n.List {
				f.negate(condition, "condition negated")
			}
		}
	case *ast.BinaryExpr:
		f.binary(n)
	case *ast.CallExpr:
		f.extreme(n)
	case *ast.ReturnStmt:
		f.returned(n)
	case *ast.BasicLit:
		f.literal(n)
	case *ast.Ident:
		f.truth(n)
	}
	if s, ok := n.(ast.Stmt); ok {
		f.statement(s)
	}
}

// add records a mutant of n, unless it has none.
func (f *finder) add(n ast.Node, change string, edits []edit) {
	at := f.fset.Position(n.Pos())
	p := place{f.name, f.function, short(f.code(n)) + ": " + change, f.row(at.Line)}
	f.alike[p]++
	if k := f.alike[p]; k > 1 {
		p.what += fmt.Sprintf(" (%d)", k)
	}
	f.mutants = append(f.mutants, &mutant{
		id: p.digest(), place: p, row: at.Line, column: at.Column, dir: f.lib.dir, edits: edits,
	})
}

// short is code on one line, and not too much of it.
func short(code string) string {
	const most = 70
	runes := []rune(strings.Join(strings.Fields(code), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}

func (f *finder) wrap(n ast.Node, before, after string) []edit {
	return wrap(f.offset(n.Pos()), f.offset(n.End()), before, after)
}

// parent returns the node i levels above the one visited, nil above the top.
func (f *finder) parent(i int) ast.Node {
	if i >= len(f.stack) {
		return nil
	}
	return f.stack[len(f.stack)-1-i]
}

func (f *finder) isConstant(e ast.Expr) bool { return f.lib.info.Types[e].Value != nil }

func (f *finder) isSlice(e ast.Expr) bool {
	t := f.lib.info.Types[e].Type
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Slice)
	return ok
}

func (f *finder) isInteger(e ast.Expr) bool {
	t := f.lib.info.Types[e].Type
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// builtin is the name of the built-in function that is called, empty for others.
func (f *finder) builtin(call *ast.CallExpr) string {
	if name, ok := call.Fun.(*ast.Ident); ok {
		if b, ok := f.lib.info.Uses[name].(*types.Builtin); ok {
			return b.Name()
		}
	}
	return ""
}

// negate adds the mutant of a condition that is turned round. An equality has it as a binary
// expression.
func (f *finder) negate(e ast.Expr, change string) {
	if e == nil || f.isConstant(e) {
		return
	}
	if b, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && (b.Op == token.EQL || b.Op == token.NEQ) {
		return
	}
	f.add(e, change, f.wrap(e, "((", ") != "+switches+".Is(#))"))
}

// bounds are the comparisons, with the function that has their switch and what they turn to.
var bounds = map[token.Token][2]string{
	token.LSS: {"Less", "<="},
	token.LEQ: {"LessOrEqual", "<"},
	token.GTR: {"Greater", ">="},
	token.GEQ: {"GreaterOrEqual", ">"},
}

// arithmetic is the same of the operators on integers.
var arithmetic = map[token.Token][2]string{
	token.ADD: {"Plus", "-"},
	token.SUB: {"Minus", "+"},
	token.MUL: {"Times", "+"},
	token.QUO: {"Over", "*"},
}

func (f *finder) binary(b *ast.BinaryExpr) {
	if f.isConstant(b) {
		return
	}
	if to, ok := bounds[b.Op]; ok {
		f.call(b, to)
	}
	if to, ok := arithmetic[b.Op]; ok && f.isInteger(b) {
		f.call(b, to)
	}
	switch b.Op {
	case token.EQL:
		f.add(b, "== to !=", f.wrap(b, "((", ") != "+switches+".Is(#))"))
	case token.NEQ:
		f.add(b, "!= to ==", f.wrap(b, "((", ") != "+switches+".Is(#))"))
	case token.LAND, token.LOR:
		f.logic(b)
	}
}

// call makes a call of a binary expression: a < b is Less(n, a, b).
func (f *finder) call(b *ast.BinaryExpr, to [2]string) {
	at := f.offset(b.OpPos)
	edits := f.wrap(b, switches+"."+to[0]+"(#, ", ")")
	f.add(b, b.Op.String()+" to "+to[1], append(edits, edit{at, at + len(b.Op.String()), ",", replacing}))
}

// logic turns && to || and back. With the mutant both sides and the whole are negated, which is the
// other operator; neither side is evaluated twice.
func (f *finder) logic(b *ast.BinaryExpr) {
	to := map[token.Token]string{token.LAND: "||", token.LOR: "&&"}[b.Op]
	is := ") != " + switches + ".Is(#)"
	edits := append(f.wrap(b, "((", is+")"), append(f.wrap(b.X, "((", is+")"), f.wrap(b.Y, "((", is+")")...)...)
	f.add(b, b.Op.String()+" to "+to, edits)
	for _, side := range []ast.Expr{b.X, b.Y} {
		if _, ok := ast.Unparen(side).(*ast.BinaryExpr); !ok {
			f.negate(side, "negated")
		}
	}
}

// extreme turns min to max and back.
func (f *finder) extreme(call *ast.CallExpr) {
	to := map[string][2]string{"min": {"Min", "max"}, "max": {"Max", "min"}}
	name := f.builtin(call)
	if change, ok := to[name]; ok && !f.isConstant(call) && len(call.Args) > 1 {
		from, until := f.offset(call.Fun.Pos()), f.offset(call.Args[0].Pos())
		f.add(call, name+" to "+change[1], []edit{{from, until, switches + "." + change[0] + "(#, ", replacing}})
	}
}

// literal adds one more and one less of a whole number. Where it is a bound, one of them is what
// the moved bound is: a < 2 and a <= 1 are the same.
func (f *finder) literal(l *ast.BasicLit) {
	if l.Kind != token.INT || f.isArrayKey(l) {
		return
	}
	kind, ok := f.typeText(f.lib.info.Types[l].Type)
	if !ok || !f.isInteger(l) {
		return
	}
	bound := token.ILLEGAL
	if b, ok := f.parent(0).(*ast.BinaryExpr); ok && b.Y == l {
		bound = b.Op
	}
	if bound != token.LSS && bound != token.GEQ {
		f.add(l, "+ 1", f.wrap(l, switches+".More["+kind+"](#, ", ")"))
	}
	if bound != token.LEQ && bound != token.GTR && constant.Sign(f.lib.info.Types[l].Value) != 0 {
		f.add(l, "- 1", f.wrap(l, switches+".Fewer["+kind+"](#, ", ")"))
	}
}

// isArrayKey says whether e is the key of an element of an array or a slice, which is a constant.
func (f *finder) isArrayKey(e ast.Expr) bool {
	pair, ok := f.parent(0).(*ast.KeyValueExpr)
	if !ok || pair.Key != e {
		return false
	}
	in, ok := f.parent(1).(*ast.CompositeLit)
	if !ok {
		return false
	}
	_, isMap := f.lib.info.Types[in].Type.Underlying().(*types.Map)
	return !isMap
}

// typeText is t as this file would write it; not ok for what has no type yet.
func (f *finder) typeText(t types.Type) (string, bool) {
	if b, ok := t.(*types.Basic); t == nil || ok && b.Info()&types.IsUntyped != 0 {
		return "", false
	}
	return types.TypeString(t, func(p *types.Package) string {
		if p == f.lib.pkg {
			return ""
		}
		for _, i := range f.tree.Imports {
			if i.Name != nil && strings.Trim(i.Path.Value, `"`) == p.Path() {
				return i.Name.Name
			}
		}
		return p.Name()
	}), true
}

// truth turns true and false round.
func (f *finder) truth(name *ast.Ident) {
	of := f.lib.info.Uses[name]
	if of == types.Universe.Lookup("true") || of == types.Universe.Lookup("false") {
		f.add(name, "negated", f.wrap(name, "(", " != "+switches+".Is(#))"))
	}
}

// returned makes a returned value zero, each of several alone. A bool is negated, unless its own
// expression has a mutant.
func (f *finder) returned(r *ast.ReturnStmt) {
	results := f.results()
	if len(r.Results) == 1 && len(results) > 1 {
		zeros := make([]string, len(results))
		for i, t := range results {
			zeros[i] = "*new(" + t + ")"
		}
		at := f.offset(r.Pos())
		text := "if " + switches + ".Is(#) { return " + strings.Join(zeros, ", ") + " }; "
		f.add(r, "zeros returned", []edit{{at, at, text, opening}})
		return
	}
	if len(r.Results) != len(results) {
		return
	}
	for i, e := range r.Results {
		switch {
		case isZero(e) || strings.Contains(results[i], "\n"):
		case results[i] != "bool":
			f.add(e, "zero returned", f.wrap(e, switches+".Zero["+results[i]+"](#, ", ")"))
		default:
			if _, ok := ast.Unparen(e).(*ast.BinaryExpr); !ok {
				f.negate(e, "negated")
			}
		}
	}
}

// around returns the type and the body of the function around.
func (f *finder) around() (*ast.FuncType, *ast.BlockStmt) {
	for _, n := range slices.Backward(f.stack) {
		switch function := n.(type) {
		case *ast.FuncLit:
			return function.Type, function.Body
		case *ast.FuncDecl:
			return function.Type, function.Body
		}
	}
	return &ast.FuncType{}, &ast.BlockStmt{}
}

// results are the types that the function around returns, as they are written.
func (f *finder) results() (all []string) {
	function, _ := f.around()
	if function.Results == nil {
		return nil
	}
	for _, field := range function.Results.List {
		for range max(1, len(field.Names)) {
			all = append(all, f.code(field.Type))
		}
	}
	return all
}

// isZero says whether e is a zero value as it is written, or 1, whose other mutant is zero.
func isZero(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name == "nil"
	case *ast.BasicLit:
		return e.Value == "0" || e.Value == "1" || e.Value == `""`
	case *ast.CompositeLit:
		return len(e.Elts) == 0
	}
	return false
}

// statement drops a statement, and turns += to -= and back.
func (f *finder) statement(s ast.Stmt) {
	if !f.inList(s) {
		return
	}
	if isDroppable(s) && !f.isWholeBody(s) && !f.ends(s) {
		f.add(s, "dropped", f.wrap(s, "if !"+switches+".Is(#) { ", " }"))
	}
	to := map[token.Token]string{token.ADD_ASSIGN: "+= to -=", token.SUB_ASSIGN: "-= to +="}
	if a, ok := s.(*ast.AssignStmt); ok && to[a.Tok] != "" && f.isInteger(a.Lhs[0]) {
		if kind, ok := f.typeText(f.lib.info.Types[a.Lhs[0]].Type); ok {
			f.add(a, to[a.Tok], f.wrap(a.Rhs[0], switches+".Signed["+kind+"](#, ", ")"))
		}
	}
}

// inList says whether s stands in a list of statements, and not in the head of another.
func (f *finder) inList(s ast.Stmt) bool {
	switch in := f.parent(0).(type) {
	case *ast.BlockStmt:
		return true
	case *ast.CaseClause:
		return slices.Contains(in.Body, s)
	case *ast.CommClause:
		return slices.Contains(in.Body, s)
	}
	return false
}

func isDroppable(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ExprStmt, *ast.IncDecStmt, *ast.SendStmt, *ast.DeferStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok == token.BREAK || s.Tok == token.CONTINUE
	case *ast.AssignStmt:
		return s.Tok != token.DEFINE && slices.ContainsFunc(s.Lhs, func(e ast.Expr) bool {
			name, ok := e.(*ast.Ident)
			return !ok || name.Name != "_"
		})
	case *ast.ReturnStmt:
		return len(s.Results) == 0
	}
	return false
}

// ends says whether s is a return without which the function around might not end in one, as a
// function with results must.
func (f *finder) ends(s ast.Stmt) bool {
	if _, ok := s.(*ast.ReturnStmt); !ok || len(f.results()) == 0 {
		return false
	}
	_, body := f.around()
	last := body.List[len(body.List)-1]
	_, ok := last.(*ast.ReturnStmt)
	return !ok || last == s
}

// isWholeBody says whether s is all that an if without else does: its mutant is the body dropped.
func (f *finder) isWholeBody(s ast.Stmt) bool {
	in, _ := f.parent(1).(*ast.IfStmt)
	return in != nil && in.Else == nil && len(in.Body.List) == 1 && in.Body.List[0] == s
}
