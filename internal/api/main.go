// Command api lists the exported names of the library, one a line, and compares them with those of
// a release.
//
//	go run ./internal/api > api/v1.0.0.txt    # at a release
//	go run ./internal/api -against api/v1.0.0.txt
//
// A name that was removed, or is of another type, must be named in the newest section of
// CHANGELOG.md. Without that the exit code is 1.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

func main() {
	against := flag.String("against", "", "the listing of a release")
	flag.Parse()
	if err := run(*against, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "api: %v\n", err)
		os.Exit(1)
	}
}

// run prints the listing, or what differs from that of a release.
func run(against string, out io.Writer) error {
	paths, err := libraryPackages()
	if err != nil {
		return err
	}
	listing, err := list(paths)
	if err != nil {
		return err
	}
	if against == "" {
		_, err = fmt.Fprintln(out, strings.Join(listing, "\n"))
		return err
	}
	released, err := os.ReadFile(against)
	if err != nil {
		return err
	}
	changelog, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		return err
	}
	changes, added := compare(strings.Split(strings.TrimSpace(string(released)), "\n"), listing)
	fmt.Fprintf(out, "since %s: %d names removed or changed, %d added\n", against, len(changes), added)
	unsaid := 0
	for _, c := range changes {
		if !c.saidIn(newest(string(changelog))) {
			unsaid++
			fmt.Fprintln(out, c)
		}
	}
	if unsaid > 0 {
		return fmt.Errorf("%d names were removed or changed, and CHANGELOG.md does not say so", unsaid)
	}
	return nil
}

// libraryPackages returns the import paths of the packages that importers may use.
func libraryPackages() ([]string, error) {
	text, err := exec.Command("go", "list", "./...").Output()
	if err != nil {
		return nil, err
	}
	var paths []string
	for path := range strings.FieldsSeq(string(text)) {
		if !strings.Contains(path, "/internal/") && !strings.HasPrefix(path, module+"/examples/") {
			paths = append(paths, path)
		}
	}
	return paths, nil
}
