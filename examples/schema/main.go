// Command schema writes the JSON Schemas (2020-12) of the wire formats: household, decision, tables, cases and account. It is run by go generate;
// the words, the keys with their values, and the codes are those of the library.
//
//	go run ./examples/schema [FOLDER]
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

//go:generate go run .

func main() {
	folder := "."
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	for _, f := range files() {
		if err := os.WriteFile(filepath.Join(folder, f.name), f.text(), 0o644); err != nil {
			fmt.Fprintln(os.Stderr, "schema:", err)
			os.Exit(2)
		}
	}
}
