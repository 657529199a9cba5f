package main

import "strings"

// change is a name that was removed, or is something else than it was.
type change struct {
	name     string // such as assistance.Household.ID
	was, now string // its lines; now is empty where it was removed
}

func (c change) String() string {
	if c.now == "" {
		return "removed: " + c.was
	}
	return "changed: " + c.was + "\n     to: " + c.now
}

// saidIn reports whether text names what changed, by its type and member or by its package and
// name.
func (c change) saidIn(text string) bool {
	name := c.name[strings.LastIndexByte(c.name, '/')+1:]
	if strings.Contains(text, "`"+name) {
		return true
	}
	_, member, _ := strings.Cut(name, ".")
	return strings.Contains(member, ".") && strings.Contains(text, "`"+member)
}

// compare returns what changed from a released listing to the present one, and how many names were
// added.
func compare(released, present []string) (changes []change, added int) {
	now := byName(present)
	before := byName(released)
	for _, line := range released {
		name := nameOf(line)
		if now[name] != line {
			changes = append(changes, change{name, line, now[name]})
		}
	}
	for name := range now {
		if before[name] == "" {
			added++
		}
	}
	return changes, added
}

func byName(lines []string) map[string]string {
	m := make(map[string]string, len(lines))
	for _, line := range lines {
		m[nameOf(line)] = line
	}
	return m
}

func nameOf(line string) string {
	name, _, _ := strings.Cut(line, " ")
	return name
}

// newest returns the first section of a changelog.
func newest(changelog string) string {
	_, section, _ := strings.Cut(changelog, "\n## ")
	section, _, _ = strings.Cut(section, "\n## ")
	return section
}
