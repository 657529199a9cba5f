package standards_test

import (
	"go/ast"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// docLink is a link of a doc comment, such as [Tables.At] or [*wire.SyntaxError].
var docLink = regexp.MustCompile(`\[\*?((?:[a-z][a-z0-9]*\.)?[A-Z]\w*(?:\.[A-Z]\w*)?)\]`)

// Every doc link of the library names something that there is. Links to the standard library are left to it, and programs have none.
func TestDocLinks(t *testing.T) {
	comments := map[string][]string{} // by package
	there := map[string]bool{}        // package.Name, package.Type.Method and package.Type.Field
	packages := map[string]bool{}
	for _, source := range sourceFiles(t) {
		name := source.tree.Name.Name
		if name == "main" {
			continue
		}
		packages[name] = true
		for _, group := range source.tree.Comments {
			comments[name] = append(comments[name], group.Text())
		}
		for _, d := range source.tree.Decls {
			for _, declared := range namesOf(d) {
				there[name+"."+declared] = true
			}
		}
	}
	for name, texts := range comments {
		for _, text := range texts {
			for _, link := range docLink.FindAllStringSubmatch(text, -1) {
				target := link[1]
				other, _, _ := strings.Cut(target, ".")
				if strings.ToLower(other[:1]) != other[:1] {
					target, other = name+"."+target, name
				}
				assert.True(t, there[target] || !packages[other], "package %s links to %s, which does not exist", name, link[0])
			}
		}
	}
}

// namesOf returns the names that d declares, as links write them.
func namesOf(d ast.Decl) (names []string) {
	if f, ok := d.(*ast.FuncDecl); ok {
		if f.Recv == nil {
			return []string{f.Name.Name}
		}
		receiver := f.Recv.List[0].Type
		if pointer, ok := receiver.(*ast.StarExpr); ok {
			receiver = pointer.X
		}
		switch generic := receiver.(type) {
		case *ast.IndexExpr:
			receiver = generic.X
		case *ast.IndexListExpr:
			receiver = generic.X
		}
		return []string{receiver.(*ast.Ident).Name + "." + f.Name.Name}
	}
	for _, spec := range d.(*ast.GenDecl).Specs {
		switch s := spec.(type) {
		case *ast.ValueSpec:
			for _, name := range s.Names {
				names = append(names, name.Name)
			}
		case *ast.TypeSpec:
			names = append(names, s.Name.Name)
			if fields, ok := s.Type.(*ast.StructType); ok {
				for _, field := range fields.Fields.List {
					for _, name := range field.Names {
						names = append(names, s.Name.Name+"."+name.Name)
					}
				}
			}
		}
	}
	return names
}
