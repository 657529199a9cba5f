package assistance_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

var updateREADME = flag.Bool("update-readme", false, "rewrite the README's table of what is not stated")

// The README's table says of each fact what decisions make of it while it is not stated: what is
// found in the decisions of households that leave out this or that. The table of facts agrees.
func TestREADMEUnstated(t *testing.T) {
	const readme = "../README.md"
	taken, needed := unstated(t)
	var b strings.Builder
	b.WriteString("| fact | 事实 | fields | while it is not stated |\n| --- | --- | --- | --- |\n")
	for f := benefit.Fact(1); f < benefit.FactCount; f++ {
		assert.Subset(t, []string{f.AssumedAs()}, taken[f], "what is assumed of %s", f)
		names, claim := fieldsOf(f)
		require.True(t, claim || len(taken[f])+len(needed[f]) > 0, "no household leaves %s out where it matters", f)
		var says []string
		if claim {
			says = append(says, "a claim: what it would open is not examined")
		}
		if len(needed[f]) > 0 {
			says = append(says, "undetermined where it would matter, listed under `needs`")
		}
		if len(taken[f]) > 0 {
			says = append(says, "taken as `"+taken[f][0]+"`, listed under `assumed`")
		}
		stated := "none"
		if len(names) > 0 {
			stated = "`" + strings.Join(names, "`, `") + "`"
		}
		b.WriteString("| " + f.Text(benefit.English) + " | " + f.Text(benefit.Chinese) + " | " + stated + " | " +
			strings.Join(says, "; ") + " |\n")
	}
	data, err := os.ReadFile(readme)
	require.NoError(t, err)
	before, rest, ok := strings.Cut(strings.ReplaceAll(string(data), "\r\n", "\n"), "<!-- unstated -->\n")
	require.True(t, ok)
	shown, after, ok := strings.Cut(rest, "<!-- end -->")
	require.True(t, ok)
	if *updateREADME {
		require.NoError(t, os.WriteFile(readme, []byte(before+"<!-- unstated -->\n"+b.String()+"<!-- end -->"+after), 0o644))
		return
	}
	assert.Equal(t, b.String(), shown, "if the change is meant, run go test ./assistance -run README -update-readme")
}

// unstated collects what each fact is taken for, and the parts that wait for it.
func unstated(t *testing.T) (taken [benefit.FactCount][]string, needed [benefit.FactCount][]benefit.Names) {
	families.All(t, func(set *standards.Set, h assistance.Household) {
		d, err := assistance.Assess(set, h)
		require.NoError(t, err)
		for _, a := range d.Assumed {
			if !slices.Contains(taken[a.Fact], a.As) {
				taken[a.Fact] = append(taken[a.Fact], a.As)
			}
		}
		for _, n := range d.Needs {
			if n.Fact > 0 && len(needed[n.Fact]) == 0 {
				needed[n.Fact] = append(needed[n.Fact], n.For)
			}
		}
	})
	return taken, needed
}

// fieldsOf are the names of the fields that state a fact, and whether it is claimed by stating it.
func fieldsOf(f benefit.Fact) (names []string, claim bool) {
	for _, field := range assistance.Fields() {
		if field.Fact == f && !slices.Contains(names, field.Name) {
			names, claim = append(names, field.Name), field.Class == fields.Claim
		}
	}
	return names, claim
}
