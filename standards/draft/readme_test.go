package draft_test

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Example_readme is the snippet of the README.
func Example_readme() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		log.Fatal(err)
	}
	household := assistance.Household{
		Division:  standards.Youxian,
		Residence: standards.Rural,
		Property:  benefit.Within,
		Members: []assistance.Member{
			{ID: "father", Born: standards.Day(1968, time.March, 2), Income: []assistance.Income{
				{Kind: standards.Wages, Amount: standards.Fen(500_00, standards.PerMonth)}}},
			{ID: "son", Born: standards.Day(1995, time.July, 15), Income: []assistance.Income{},
				Disability: disability.Certificate{Category: disability.Intellectual, Grade: 1}},
		},
	}
	d, err := assistance.Assess(set, household)
	if err != nil {
		log.Fatal(err) // every fault of the input, each with its path
	}
	if d.Dibao.Verdict == benefit.Eligible {
		fmt.Println(d.Dibao.Payment.Text(benefit.English))
	}
	fmt.Println(d.Total.Text(benefit.English))
	// Output:
	// at least 220.00 yuan a month
	// at least 380.00 yuan a month
}

const readme = "../../README.md"

var update = flag.Bool("update", false, "rewrite the generated sections of the README")

// Example_years decides one household in a county under the standards of three years.
func Example_years() {
	household := assistance.Household{
		Division:  standards.Youxian,
		Residence: standards.Urban,
		Property:  benefit.Within,
		Members: []assistance.Member{{ID: "a", Born: standards.Day(1975, time.May, 20), Income: []assistance.Income{
			{Kind: standards.Wages, Amount: standards.Fen(480_00, standards.PerMonth)}}}},
	}
	var before *standards.Set
	for _, year := range []int{2020, 2021, 2022} {
		set, err := standards.At(standards.Day(year, time.October, 1))
		if err != nil {
			log.Fatal(err)
		}
		d, err := assistance.Assess(set, household)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(year, d.Dibao.Payment.Text(benefit.English))
		if before != nil {
			fmt.Println("  standards changed:", len(standards.Diff(before, set)))
		}
		before = set
	}
	// Output:
	// 2020 at least 20.00 yuan a month
	// 2021 at least 70.00 yuan a month
	//   standards changed: 38
	// 2022 120.00 yuan a month
	//   standards changed: 11
}

// The README's snippets are the Examples above, to the letter.
func TestREADMESnippets(t *testing.T) {
	source, err := os.ReadFile("readme_test.go")
	require.NoError(t, err)
	for name, function := range map[string]string{"snippet": "Example_readme", "years": "Example_years"} {
		_, body, ok := strings.Cut(string(source), "func "+function+"() {\n")
		require.True(t, ok)
		body, _, ok = strings.Cut(body, "\n}\n")
		require.True(t, ok)
		body = strings.TrimPrefix(strings.ReplaceAll(body, "\n\t", "\n"), "\t")
		section(t, name, "```go\n"+body+"\n```\n")
	}
}

// The README's table of figures is what the rows of the city and the province say.
func TestREADMEFigures(t *testing.T) {
	var b strings.Builder
	b.WriteString("| from | before | document | printed | what | where | figure |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, row := range standards.Published().All() {
		if row.Place == standards.China || row.Key.IsList() {
			continue
		}
		what := row.Key.Text(standards.English)
		if row.Of != "" {
			what += " (" + row.Of + ")"
		}
		where := row.Place.Text(standards.Chinese)
		if row.Residence != 0 {
			where += "，" + row.Residence.Text(standards.Chinese)
		}
		figure := row.Number.String()
		if row.Amount.Stated() {
			figure = row.Amount.Text(standards.English)
		}
		if row.Bound == standards.AtLeast {
			figure = "at least " + figure
		}
		document := string(row.Basis.Document) + " " + row.Basis.Clause + row.Basis.At
		if standing := row.Basis.Document.Info().Standing; standing != standards.Archived {
			document += ", " + standing.String()
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |\n", row.From, row.Until, document, row.Basis.Printed, what, where, figure)
	}
	section(t, "figures", b.String())
}

// The README lists every key of tables files.
func TestREADMEKeys(t *testing.T) {
	section(t, "keys", draft.KeyTable(standards.English))
}

// section compares the part of the README between <!-- name --> and <!-- end -->, or rewrites it under -update.
func section(t *testing.T, name, want string) {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(readme))
	require.NoError(t, err)
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	start := strings.Index(text, "<!-- "+name)
	require.GreaterOrEqual(t, start, 0, "the README has no section %s", name)
	start += strings.Index(text[start:], "-->\n") + len("-->\n")
	length := strings.Index(text[start:], "<!-- end -->")
	require.GreaterOrEqual(t, length, 0, "section %s of the README does not end", name)
	if *update {
		require.NoError(t, os.WriteFile(filepath.FromSlash(readme), []byte(text[:start]+want+text[start+length:]), 0o644))
		return
	}
	assert.Equal(t, want, text[start:start+length], "if the change is meant, run go test ./standards/draft -run README -update")
}
