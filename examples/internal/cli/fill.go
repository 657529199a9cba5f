package cli

import (
	"fmt"
	"maps"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/assume"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// ReadAssume reads what the flags -assume ask to fill, nothing where there is none. Where it
// reports false, the program ends with the exit code.
func (p *Program) ReadAssume() (code int, ok bool) {
	if len(p.Assumes) == 0 {
		return OK, true
	}
	var err error
	if p.Fill, err = assume.Parse(strings.Join(p.Assumes, ",")); err != nil {
		return p.Misused("-assume " + Text(err, p.Lang)), false
	}
	return OK, true
}

// SayFilled says on stderr how much was filled, where -assume asked for it.
func (p *Program) SayFilled() {
	if len(p.Assumes) > 0 {
		fmt.Fprint(p.Stderr, p.Tally.Text(p.Lang))
	}
}

// FillUsage lists what can be filled, one fact a line after indent, in language l.
func FillUsage(indent string, l standards.Lang) string {
	var b strings.Builder
	for _, f := range assume.All() {
		words := make([]string, len(f.Words))
		for i, w := range f.Words {
			words[i] = w.Word
		}
		fmt.Fprintf(&b, "%s%-18s %s\n", indent, f.Name, strings.Join(words, " | ")+"  "+f.Text(l))
	}
	return b.String()
}

// Tally counts what was filled over many households. The zero Tally has counted none.
type Tally struct {
	total  int
	facts  []string // fact=value, in the order in which they were first filled
	counts map[string]int
}

// Add counts what was filled for one household.
func (t *Tally) Add(filled []benefit.Assumption) {
	if t.counts == nil {
		t.counts = map[string]int{}
	}
	for _, a := range filled {
		fact := assume.Of(a).String()
		if t.counts[fact] == 0 {
			t.facts = append(t.facts, fact)
		}
		t.counts[fact] += FilledCount(a)
		t.total += FilledCount(a)
	}
}

// Counts returns how many facts were filled, by fact=value.
func (t *Tally) Counts() map[string]int {
	counts := map[string]int{}
	maps.Copy(counts, t.counts)
	return counts
}

// FilledCount is how many facts a stands for.
func FilledCount(a benefit.Assumption) int { return max(1, len(a.Members)) }

// Text says in language l how many facts were filled, and which, one a line.
func (t *Tally) Text(l standards.Lang) string {
	var b strings.Builder
	fmt.Fprintf(&b, l.In("-assume 共填补 %d 项\n", "-assume filled %d in all\n"), t.total)
	for _, fact := range t.facts {
		fmt.Fprintf(&b, l.In("  %s %d 项\n", "  %s %d\n"), fact, t.counts[fact])
	}
	return b.String()
}
