// Command validate checks JSON files against the schemas of the wire formats. It is a module of its own, so that the validator stays out
// of the library's requirements.
//
//	cd examples/validate
//	go run . household|decision|tables|cases|account FILE...
//
// It exits with 0 when every file is valid, 1 when one is not, and 2 on wrong usage.
package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

var formats = []string{"household", "decision", "tables", "cases", "account"}

func run(args []string, stdout, stderr io.Writer) int {
	if len(args) < 2 || !slices.Contains(formats, args[0]) {
		fmt.Fprintln(stderr, "用法 / usage: validate household|decision|tables|cases|account FILE...")
		return 2
	}
	schema, err := compile(args[0])
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	code := 0
	for _, name := range args[1:] {
		if err := validateFile(schema, name); err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", name, err)
			code = 1
			continue
		}
		fmt.Fprintf(stdout, "%s: 符合 / valid\n", name)
	}
	return code
}

// compile reads the schema of a format, which stands in ../schema.
func compile(format string) (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	return c.Compile("../schema/" + format + ".schema.json")
}

func validateFile(schema *jsonschema.Schema, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	v, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		return err
	}
	return schema.Validate(v)
}
