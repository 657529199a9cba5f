package outputtest

import (
	"maps"
	"slices"
)

// What a flag of a program is.
const (
	says   = ""       // something that is no file
	reads  = "reads"  // a file that is read
	writes = "writes" // a file that is written
)

// Flags are the flags of each program, by its folder under examples, and of what programs share.
var Flags = map[string]map[string]string{
	"internal/cli": {"lang": says, "on": says, "json": says, "tables": reads, "assume": says,
		"map": reads, "division": says, "residence": says, "property": says},
	"internal/desk": {"keep": says, "o": writes, "summary": writes, "rejects": writes, "page": writes, "totals": writes,
		"sample": says, "members": says, "mask": says, "headers": says, "generate": says, "seed": says},
	"arrears":   {"known": says, "from": says, "to": says},
	"beam":      {"o": writes, "decisions": says},
	"bench":     {},
	"budget":    {"figure": says, "from": says, "to": says, "step": says, "per": says, "budget": says, "of": says},
	"caseload":  {},
	"cases":     {"untouched": says},
	"eldercare": {"sample": says, "csv": says},
	"household": {"steps": says, "html": says, "office": says, "number": says, "decided": says, "verify": reads},
	"mcp":       {},
	"office":    {"sheet": says},
	"page":      {"o": writes, "serve": says, "addr": says},
	"reform": {"draft": reads, "set": says, "save": writes, "sweep": says, "before": says, "chart": writes, "html": writes,
		"csv": says, "households": says},
	"service":  {"addr": says, "log": says},
	"store":    {"db": writes, "verify": says},
	"tables":   {"sources": reads, "template": says, "source": says},
	"validate": {},
}

// Writes are the flags of a program, by its folder under examples, that name a file to write.
func Writes(program string) (flags []string) {
	folders := []string{program}
	if program == "caseload" || program == "office" {
		folders = append(folders, "internal/desk")
	}
	for _, folder := range folders {
		for _, flag := range slices.Sorted(maps.Keys(Flags[folder])) {
			if Flags[folder][flag] == writes {
				flags = append(flags, flag)
			}
		}
	}
	return flags
}
