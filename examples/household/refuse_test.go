package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/sample"
)

// good is a household on one line; in it a part is replaced by something that cannot be.
const good = `{"id":"h","division":"430223","residence":"rural","property":"within","members":[{"id":"a","born":"1968-03-02","income":[{"kind":"wages","yuan":"500","per":"month","months":6}],"disability":{"category":"visual","grade":2}}]}`

func TestRefusals(t *testing.T) {
	const yuan = "not an amount in yuan with at most two decimals: "
	for _, tt := range []struct{ name, old, bad, want string }{
		{"no members", good[strings.Index(good, `[{"id":"a"`) : len(good)-1], `[]`, `line 2, household h: required field is missing at members`},
		{"two members with one id", `"members":[`, `"members":[{"id":"a","born":"1970-01-01"},`, `line 2, household h: id is used more than once: "a" at members[1].id`},
		{"unknown division", `"430223"`, `"430299"`, `line 2, household h: unknown place: "430299" at division`},
		{"the city as division", `"430223"`, `"430200"`, `line 2, household h: unknown place: "430200" at division`},
		{"residence misspelt", `"rural"`, `"ruarl"`, `line 2, household h: not one of the values accepted here: "ruarl" at residence (accepted: urban, rural)`},
		{"negative", `"500"`, `"-500"`, `line 2, household h: ` + yuan + `"-500" at members[0].income[0].yuan`},
		{"three decimals", `"500"`, `"500.005"`, `line 2, household h: ` + yuan + `"500.005" at members[0].income[0].yuan`},
		{"an exponent", `"500"`, `1e30`, `line 2, household h: ` + yuan + `"1e30" at members[0].income[0].yuan`},
		{"too much", `"500"`, `"100000000000.01"`, `line 2, household h: amount out of range: "100000000000.01" at members[0].income[0].yuan`},
		{"not a number", `"500"`, `"NaN"`, `line 2, household h: ` + yuan + `"NaN" at members[0].income[0].yuan`},
		{"full-width digits", `"500"`, `"１２"`, `line 2, household h: ` + yuan + `"１２" at members[0].income[0].yuan`},
		{"thirteen months", `"months":6`, `"months":13`, `line 2, household h: number out of range: "13" at members[0].income[0].months`},
		{"grade 0", `"grade":2`, `"grade":0`, `line 2, household h: number out of range: "0" at members[0].disability.grade`},
		{"grade 5", `"grade":2`, `"grade":5`, `line 2, household h: number out of range: "5" at members[0].disability.grade`},
		{"born later", `"1968-03-02"`, `"2020-10-02"`, `line 2, household h: date out of range: "2020-10-02" at members[0].born`},
		{"born on no day", `"1968-03-02"`, `"1968-02-30"`, `line 2, household h: not a date such as 2020-10-01: "1968-02-30" at members[0].born`},
		{"born in 1800", `"1968-03-02"`, `"1800-01-01"`, `line 2, household h: date out of range: "1800-01-01" at members[0].born`},
		{"a week", `"per":"month"`, `"per":"week"`, `line 2, household h: not one of the values accepted here: "week" at members[0].income[0].per (accepted: month, year)`},
		{"another case", `"residence"`, `"Residence"`, `line 2, household h: field name differs from a known one in upper and lower case: "rural" at Residence`},
		{"a field twice", `"residence":"rural"`, `"residence":"rural","residence":"urban"`, `line 2, household h: field stands more than once: "urban" at residence`},
		{"unknown field", `"residence"`, `"hukou"`, `line 2, household h: unknown field: "rural" at hukou`},
		{"no id", `"id":"h",`, ``, `line 2: required field is missing at id`},
		{"no JSON", good, `{"id":"h" "division":"430223"}`, `line 2, column 11: not valid JSON: a comma or } is wanted here`},
		{"a word", good, `h-17`, `line 2, column 1: not valid JSON: a value is wanted here`},
		{"not UTF-8", `"id":"h"`, "\"id\":\"h\xff\"", `line 2, column 9: not UTF-8 text`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Contains(t, good, tt.old)
			bad := strings.Replace(good, tt.old, tt.bad, 1)
			path := file(t, "in.jsonl", strings.Replace(good, `"h"`, `"before"`, 1)+"\n"+bad+"\n"+strings.Replace(good, `"h"`, `"after"`, 1)+"\n")
			got := runWith("", "-lang", "en", "-on", sample.Day, "-json", path)
			assert.Equal(t, 1, got.code)
			assert.True(t, strings.HasPrefix(got.stderr, path+": "+tt.want+"\n"), got.stderr)
			require.Len(t, strings.Split(got.stdout, "\n"), 3, "the others are decided")
			assert.Contains(t, got.stdout, `{"id":"before"`)
			assert.Contains(t, got.stdout, `{"id":"after"`)
			chinese := runWith("", "-lang", "zh", "-on", sample.Day, path)
			assert.Equal(t, 1, chinese.code)
			assert.Regexp(t, `：第 2 行.*\p{Han}`, chinese.stderr)
			assert.Equal(t, 2, strings.Count(chinese.stdout, "社会救助测算结果"))
		})
	}
}

func TestRefusalsOfWholeFiles(t *testing.T) {
	two := good + "\n" + strings.Replace(good, `"h"`, `"h2"`, 1)
	for _, tt := range []struct {
		name, in, want string
		decided        int
	}{
		{"empty", "", "line 1, column 1: nothing to read", 0},
		{"white space", "\n \n", "line 3, column 1: nothing to read", 0},
		{"truncated", good[:60], "line 1, column 61: the input ends too early", 0},
		{"truncated lines", two[:len(two)-20], "line 2, column ", 1},
		{"truncated array", "[" + good + ",", "line 1, column ", 1},
		{"brackets", strings.Repeat("[", 10<<20), "line 1, column ", 0},
		{"closing brackets", strings.Repeat("]", 10<<20), "line 1, column 1: not valid JSON", 0},
		{"braces", strings.Repeat("{", 10<<20), "line 1, column ", 0},
		{"a long word", `"` + strings.Repeat("x", 20<<20) + `"`, "line 1, column 1: too long", 0},
		{"null", "null", "line 1: wrong type of value: \"null\" at the whole value", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runWith(tt.in, "-lang", "en", "-on", sample.Day, "-")
			assert.Equal(t, 1, got.code)
			require.True(t, strings.HasPrefix(got.stderr, "standard input: "+tt.want), "%.300s", got.stderr)
			assert.Less(t, len(got.stderr), 1000, "one message, and a short one")
			assert.Equal(t, tt.decided, strings.Count(got.stdout, "CALCULATION OF SOCIAL ASSISTANCE"))
		})
	}
}

func TestEveryFaultIsNamed(t *testing.T) {
	bad := strings.NewReplacer(`,"months":6`, "", `"rural"`, `"ruarl"`, `"500"`, `"x"`, `"grade":2`, `"grade":9`).Replace(good)
	got := runWith(bad, "-lang", "en", "-on", sample.Day, "-")
	assert.Equal(t, 1, got.code)
	assert.Equal(t, 3, strings.Count(got.stderr, "\n"))
	for _, field := range []string{"at residence", "at members[0].income[0].yuan", "at members[0].disability.grade"} {
		assert.Contains(t, got.stderr, field)
	}
}
