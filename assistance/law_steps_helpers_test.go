package assistance_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// An account is what the explanation of a household says of some steps: the day and the household
// as in a ruling, the codes of the steps by how they begin, and the steps, one on a line. A step is
// written as stepText does, and ends with the clause that it cites.
type account struct{ name, on, household, of, want string }

func recount(t *testing.T, rows []account) {
	t.Helper()
	names := map[string]bool{}
	for _, row := range rows {
		require.False(t, names[row.name], "two rows are named %q", row.name)
		names[row.name] = true
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			d, err := assistance.Explain(families.Standards(t, row.on), families.Stated(t, row.household))
			require.NoError(t, err)
			assert.Equal(t, lines(row.want), stepsOf(d, row.of), "%s: %s", row.on, row.household)
		})
	}
}

// lines are the lines of a text that are not empty, without the space around them. One that begins
// with a semicolon goes on the line before it.
func lines(text string) (all []string) {
	for line := range strings.Lines(text) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, ";"):
			all[len(all)-1] += line
		case line != "":
			all = append(all, line)
		}
	}
	return all
}

// stepsOf writes the steps of a decision whose codes begin with one of some words.
func stepsOf(d assistance.Decision, of string) (text []string) {
	for i := range d.Steps {
		for begin := range strings.FieldsSeq(of) {
			if strings.HasPrefix(string(d.Steps[i].Code), begin) {
				text = append(text, stepText(&d.Steps[i]))
			}
		}
	}
	return text
}

// stepText writes a step: its code, the kind of hukou it is about and the member, the way of what is
// open, the two sides of a comparison, the result, the value, the terms of a sum, and what it rests
// on.
//
//	dibao-income-below-line/urban: 7200.00/year < 7200.00/year not-met; line 600.00/month x 1; order-649 9
func stepText(s *benefit.Step) string {
	var b strings.Builder
	put := func(words ...string) { b.WriteString(strings.Join(words, "")) }
	put(string(s.Code))
	if s.Residence != 0 {
		put("/", s.Residence.String())
	}
	if s.Member != "" {
		put("@", s.Member)
	}
	way := []string{s.Under.String()}
	for _, id := range s.In {
		way = append(way, "+"+id)
	}
	for _, id := range s.Out {
		way = append(way, "-"+id)
	}
	if named := strings.Fields(strings.Join(way, " ")); len(named) > 0 {
		put(" (", strings.Join(named, " "), ")")
	}
	if s.Code == benefit.StepCountingOpen || s.Code == benefit.StepResidence {
		put(" of ", s.Part.String())
	}
	put(":")
	for _, side := range []string{quantityText(s.Left), s.Op, quantityText(s.Right), s.Result.String()} {
		if side != "" {
			put(" ", side)
		}
	}
	if value := quantityText(s.Value); value != "" {
		put(" ", value)
	}
	for _, term := range s.Terms {
		put("; ", term.What)
		if term.Member != "" {
			put("@", term.Member)
		}
		put(" ", quantityText(benefit.Quantity{Amount: term.Amount, Bound: term.Bound}), " x ", term.Times.String())
	}
	if s.Document != "" {
		put("; ", strings.TrimSpace(string(s.Document)+" "+s.Clause))
	}
	if s.Reading != 0 {
		put("; ", s.Reading.String(), "=", s.Choice.String())
	}
	if s.Planned {
		put("; planned")
	}
	return b.String()
}

func quantityText(q benefit.Quantity) string {
	var text []string
	if q.Amount.Stated() {
		of := q.Amount.YuanText() + "/" + q.Amount.Per().String()
		if q.Bound == standards.AtLeast {
			of += "+"
		}
		text = append(text, of)
	}
	if q.Number.Stated() {
		text = append(text, q.Number.String())
	}
	if q.Word != "" {
		text = append(text, q.Word)
	}
	return strings.Join(text, " ")
}
