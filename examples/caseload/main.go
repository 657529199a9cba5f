// Command caseload decides a register of households and writes the decisions as CSV.
//
//	go run ./examples/caseload -on 2020-10-01 [-tables t.json]... [-assume fact=value,...] [-members] [-mask] [-keep a,b] [-map FILE]
//	    [-division D] [-residence R] [-property P] [-o FILE] [-summary s.json] [-rejects FILE] households.csv > decisions.csv
//	go run ./examples/caseload -headers | -sample zh|en > register.csv
//	go run ./examples/caseload -generate 1000 -seed 1 > households.csv
//
// The register is read as counties keep it, see package register: its encoding, its separator and
// its header are found, and what a row is. Of a row a person of a household, households are
// decided, row by row, in the same order, at constant memory. Of a row a household nobody is
// decided: what stands there is checked. Of a row a person with a certificate the two subsidies
// alone are decided.
//
// -members writes one row a person, -o writes a file that spreadsheet programs open. Columns that
// carry nothing that decides are passed through. What cannot be decided is refused, with line,
// column and value, on stderr (the first of each cause, the others counted) or whole in the file of
// -rejects, and the rest is still decided. What may be wrong and refuses nobody is on stderr; what
// may be so of a whole register is said once and counted. At the end a summary is on stderr, and in
// the file of -summary: also what was taken for something without being stated, and which rows were
// left out. What is being paid (in all, or by benefit) is compared with what is due of the same:
// over, under, not comparable, refused and not stated are kept apart, and come to what the register
// pays. Identity numbers are masked in all but the decisions, and with -mask there too.
//
// It exits with 0 when all input was decided or checked, 1 when some of it was refused or the run
// was interrupted, and 2 on wrong usage.
package main

import (
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/desk"
)

func main() { cli.MainUntilInterrupted(desk.Program{Name: "caseload"}.Run) }
