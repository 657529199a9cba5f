// Command generate writes the JSON Schemas of package schema into a folder. The words, the facts,
// the keys with their values and the codes are those of the library.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

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
