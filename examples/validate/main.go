// Command validate checks JSON files against the schemas of the wire formats. It is a module of its
// own, so that the validator stays out of the library's requirements.
//
//	cd examples/validate
//	go run . household|decision|tables|cases|account|reform|summary|budget FILE...
//
// It exits with 0 when every file is valid, 1 when one is not, and 2 on wrong usage.
package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/openminzheng/zhuzhou/assistance/schema"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

var formats = []string{"household", "decision", "tables", "cases", "account", "reform", "summary", "budget"}

func run(args []string, stdout, stderr io.Writer) int {
	if len(args) < 2 || !slices.Contains(formats, args[0]) {
		fmt.Fprintln(stderr, "用法 / usage: validate household|decision|tables|cases|account|reform|summary|budget FILE...")
		return 2
	}
	validator, err := compile(args[0])
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	code := 0
	for _, name := range args[1:] {
		if err := validateFile(validator, name); err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", name, err)
			code = 1
			continue
		}
		fmt.Fprintf(stdout, "%s: 符合 / valid\n", name)
	}
	return code
}

// compile makes a validator of the schema of a format.
func compile(format string) (*jsonschema.Schema, error) {
	name := format + ".schema.json"
	file, err := schema.FS().Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	document, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(schema.Base+name, document); err != nil {
		return nil, err
	}
	return c.Compile(schema.Base + name)
}

func validateFile(validator *jsonschema.Schema, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	v, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		return err
	}
	return validator.Validate(v)
}
