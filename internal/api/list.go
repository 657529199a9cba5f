package main

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

const module = "github.com/openminzheng/zhuzhou"

// list type-checks packages from source and returns a line for each exported name: the name, then
// what it is.
func list(paths []string) ([]string, error) {
	source := importer.ForCompiler(token.NewFileSet(), "source", nil)
	var packages []*types.Package
	for _, path := range paths {
		pkg, err := source.Import(path)
		if err != nil {
			return nil, err
		}
		packages = append(packages, pkg)
	}
	return listAll(packages), nil
}

func listAll(packages []*types.Package) []string {
	var lines []string
	for _, pkg := range packages {
		lines = append(lines, listPackage(pkg)...)
	}
	known := publicNames(packages)
	for i, line := range lines {
		lines[i] = known.Replace(line)
	}
	// A method that asks for an internal type, or returns one, cannot be called by an importer.
	return slices.DeleteFunc(lines, func(line string) bool {
		_, what, _ := strings.Cut(line, " ")
		return strings.HasPrefix(what, "method ") && strings.Contains(what, "internal/")
	})
}

// publicNames puts the exported name of an internal type, such as standards.Lang, in the place of
// its own.
func publicNames(packages []*types.Package) *strings.Replacer {
	var pairs []string
	for _, pkg := range packages {
		for _, name := range pkg.Scope().Names() {
			of, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if ok && of.Exported() && of.IsAlias() && isInternal(types.Unalias(of.Type())) {
				pairs = append(pairs, typeText(types.Unalias(of.Type())), short(pkg)+"."+name)
			}
		}
	}
	return strings.NewReplacer(pairs...)
}

// listPackage returns the lines of one package, in order.
func listPackage(pkg *types.Package) []string {
	var lines []string
	for _, name := range pkg.Scope().Names() {
		if token.IsExported(name) {
			lines = append(lines, listObject(pkg.Scope().Lookup(name))...)
		}
	}
	slices.Sort(lines)
	return lines
}

// listObject returns the line of a name and, of a type, those of its fields and methods.
func listObject(object types.Object) []string {
	name := short(object.Pkg()) + "." + object.Name()
	switch o := object.(type) {
	case *types.Const:
		return []string{fmt.Sprintf("%s const %s = %s", name, typeText(o.Type()), o.Val().ExactString())}
	case *types.Var:
		return []string{name + " var " + typeText(o.Type())}
	case *types.Func:
		return []string{name + " " + signatureText(o.Signature())}
	case *types.TypeName:
		return listType(name, o)
	}
	return nil
}

func isInternal(t types.Type) bool {
	named, ok := t.(*types.Named)
	return ok && named.Obj().Pkg() != nil && strings.Contains(named.Obj().Pkg().Path(), "/internal/")
}

// listType lists a type. One that is another name for a type of an internal package is listed with
// its fields and methods, as if it were declared here: importers know it by no other name.
func listType(name string, of *types.TypeName) []string {
	if of.IsAlias() && !isInternal(types.Unalias(of.Type())) {
		return []string{name + " type = " + typeText(types.Unalias(of.Type()))}
	}
	var lines []string
	switch under := of.Type().Underlying().(type) {
	case *types.Struct:
		lines = append(lines, name+" struct"+comparableText(of.Type()))
		for field := range under.Fields() {
			if field.Exported() {
				lines = append(lines, fmt.Sprintf("%s.%s field %s", name, field.Name(), typeText(field.Type())))
			}
		}
	default:
		lines = append(lines, name+" type "+typeText(under))
	}
	if types.IsInterface(of.Type()) {
		return lines // its methods stand in its line
	}
	values, all := types.NewMethodSet(of.Type()), types.NewMethodSet(types.NewPointer(of.Type()))
	for method := range all.Methods() {
		f := method.Obj().(*types.Func)
		signature := signatureText(f.Signature())
		if !f.Exported() {
			continue
		}
		kind := "method "
		if values.Lookup(f.Pkg(), f.Name()) == nil {
			kind = "method of pointer "
		}
		lines = append(lines, name+"."+f.Name()+" "+kind+signature)
	}
	return lines
}

func comparableText(t types.Type) string {
	if types.Comparable(t) {
		return ", comparable"
	}
	return ""
}

// typeText writes a type with the packages of the module by their short names.
func typeText(t types.Type) string { return types.TypeString(t, short) }

// signatureText writes a function without the names of its parameters, which may change.
func signatureText(s *types.Signature) string {
	var params []*types.TypeParam
	for p := range s.TypeParams().TypeParams() {
		params = append(params, p)
	}
	bare := types.NewSignatureType(nil, nil, nil, nameless(s.Params()), nameless(s.Results()), s.Variadic())
	if len(params) == 0 {
		return typeText(bare)
	}
	texts := make([]string, len(params))
	for i, p := range params {
		texts[i] = p.Obj().Name() + " " + typeText(p.Constraint())
	}
	return strings.Replace(typeText(bare), "func(", "func["+strings.Join(texts, ", ")+"](", 1)
}

func nameless(tuple *types.Tuple) *types.Tuple {
	var vars []*types.Var
	for v := range tuple.Variables() {
		vars = append(vars, types.NewParam(token.NoPos, nil, "", v.Type()))
	}
	return types.NewTuple(vars...)
}

// short is the path of a package within the module.
func short(pkg *types.Package) string { return strings.TrimPrefix(pkg.Path(), module+"/") }
