package main

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/examples/internal/sample"
	"github.com/openminzheng/zhuzhou/standards"
)

func decided(t *testing.T, stdin string, args ...string) (assistance.Decision, string) {
	t.Helper()
	got := runWith(stdin, append([]string{"-lang", "en", "-on", sample.Day, "-json"}, append(args, "-")...)...)
	require.Equal(t, 0, got.code, got.stderr)
	var d assistance.Decision
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &d))
	return d, got.stderr
}

func TestAssume(t *testing.T) {
	d, stderr := decided(t, youxian)
	assert.Equal(t, "undetermined", d.Category.String())
	assert.Empty(t, stderr)

	d, stderr = decided(t, youxian, "-assume", "property=within,income=none,support=capable", "-assume", "livingAllowance=none,residence=urban")
	assert.Equal(t, "dibao", d.Category.String())
	assert.Equal(t, "at least 380.00 yuan a month", d.Total.Text(standards.English))
	assert.Equal(t, "-assume filled 4 in all\n  property=within 1\n  support=capable 2\n  livingAllowance=none 1\n", stderr,
		"the hukou is stated, and so are the incomes; the father has no certificate")
}

func TestAssumeNeverChangesWhatIsStated(t *testing.T) {
	for _, f := range families {
		stated, _ := decided(t, f.JSON)
		assumed, stderr := decided(t, f.JSON, "-assume", "property=over,residence=rural")
		if stderr == "-assume filled 0 in all\n" {
			assert.Equal(t, stated, assumed, f.English)
		} else {
			assert.NotEqual(t, stated.Input, assumed.Input, f.English)
		}
	}
}

func TestAssumedFactsStandInTheNotice(t *testing.T) {
	got := runWith(youxian, "-lang", "zh", "-on", sample.Day, "-assume", "property=within,support=capable", "-")
	assert.Contains(t, got.stdout, "经办人以 -assume 假定3项")
	assert.Contains(t, got.stdout, "法定义务人有履行义务能力（father、son）")
	assert.Contains(t, got.stderr, "-assume 共填补 3 项")
}

func TestEveryFactCanBeAssumed(t *testing.T) {
	open := `{"division":"攸县","members":[{"id":"a","born":"1950-01-01","disability":{"category":"visual","grade":1}}]}`
	_, stderr := decided(t, open, "-assume", strings.Join([]string{"property=within", "residence=rural", "onDibao=no", "income=none", "support=none",
		"ownProperty=within", "selfCare=none", "seriousIllness=no", "childScheme=orphan", "longTermCare=yes", "workInjuryNursing=no", "livingAllowance=none",
		"nursingAllowance=none"}, ","))
	assert.True(t, strings.HasPrefix(stderr, "-assume filled 13 in all\n"), stderr)
}

func TestSeveralTablesFiles(t *testing.T) {
	chaling := file(t, "chaling.json", `{"id":"chaling-2020","kind":"supplement","rows":[
		{"key":"tekun-basic","place":"茶陵县","residence":"rural","yuan":"600","per":"month","from":"2020-01-01"},
		{"key":"tekun-care","place":"茶陵县","of":"partial","yuan":"200","per":"month","from":"2020-01-01"}]}`)
	tekun := families[7].JSON
	d, _ := decided(t, tekun, "-tables", supplement)
	assert.Len(t, d.Needs, 2)
	d, _ = decided(t, tekun, "-tables", supplement, "-tables", chaling)
	assert.Empty(t, d.Needs)
	assert.Equal(t, "800.00 yuan a month", d.Total.Text(standards.English))
	require.Len(t, d.Tables, 1, "the other file is of another county")
	assert.Equal(t, "chaling-2020", d.Tables[0].ID)
}

func TestWarningsOfTablesFiles(t *testing.T) {
	path := file(t, "s.json", `{"id":"s","kind":"supplement","rows":[
		{"key":"grace-months","place":"430223","count":6,"from":"2020-01-01","until":"2020-12-31"}]}`)
	_, stderr := decided(t, youxian, "-tables", path)
	assert.Contains(t, stderr, "this is the last day of a month")
}

func TestVerify(t *testing.T) {
	household := file(t, "h.json", youxian)
	array := file(t, "all.json", "["+families[0].JSON+","+families[4].JSON+"]")
	for _, tt := range []struct {
		name   string
		before []string // how it was decided
		verify []string
		code   int
		want   []string
	}{
		{"same", []string{"-tables", supplement, household}, []string{"-tables", supplement, household}, 0, []string{"verified: on 2020-10-01 household h-17 is decided as it was"}},
		{"same, with steps", []string{"-steps", household}, []string{household}, 0, []string{"is decided as it was"}},
		{"without the tables file", []string{"-tables", supplement, household}, []string{household}, 1, []string{"tables file youxian-2020", "dibao-line@430223/rural"}},
		{"with facts assumed", []string{"-assume", "property=within", household}, []string{"-assume", "property=within", household}, 0, []string{"is decided as it was"}},
		{"without them", []string{"-assume", "property=within", household}, []string{household}, 1, []string{"not stated as it was", "category was dibao and is undetermined",
			"the decision assumes property=within; verify it with the -assume that it was made with\n"}},
		{"with others", []string{"-assume", "property=within", household}, []string{"-assume", "property=over", household}, 1, []string{"not stated as it was", "property=within", "verify it with the -assume that it was made with"}},
		{"another household", []string{household}, []string{file(t, "other.json", families[0].JSON)}, 1, []string{"another household: the decision is of h-17, the household handed in is full-line"}},
		{"a household without an id", []string{household}, []string{file(t, "none.json", strings.Replace(youxian, `"id":"h-17",`, "", 1))}, 1,
			[]string{"another household: the decision is of h-17, the household handed in is (no id)"}},
		{"several", []string{array}, []string{array}, 0, []string{"household full-line is decided", "household disabled-county is decided"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := runWith("", append([]string{"-on", sample.Day, "-json"}, tt.before...)...)
			require.Equal(t, 0, before.code, before.stderr)
			decision := file(t, "decision.json", before.stdout)
			got := runWith("", append([]string{"-lang", "en", "-verify", decision}, tt.verify...)...)
			assert.Equal(t, tt.code, got.code, got.stderr)
			for _, want := range tt.want {
				assert.Contains(t, got.stdout, want)
			}
		})
	}
	t.Run("a household that is not there", func(t *testing.T) {
		before := runWith("", "-on", sample.Day, "-json", array)
		got := runWith("", "-lang", "en", "-verify", file(t, "decisions.json", before.stdout), household)
		assert.Equal(t, 1, got.code)
		assert.Contains(t, got.stderr, household+`: there is no household full-line`)
	})
	t.Run("of no household", func(t *testing.T) {
		none := strings.Replace(youxian, `"id":"h-17",`, "", 1)
		before := runWith("", "-on", sample.Day, "-json", file(t, "none.json", none))
		got := runWith("", "-lang", "en", "-verify", file(t, "decision.json", before.stdout), array)
		assert.Equal(t, 1, got.code)
		assert.Contains(t, got.stderr, "there is no telling which household a decision without an id is of")
	})
	t.Run("in the shape of the decisions", func(t *testing.T) {
		before := runWith("", "-on", sample.Day, "-json", household)
		one := strings.TrimSpace(before.stdout)
		for decisions, prefix := range map[string]string{one: "{", "[" + one + "]": "[\n{", one + "\n" + one: "{"} {
			got := runWith("", "-json", "-verify", file(t, "decisions.json", decisions), household)
			assert.Equal(t, 0, got.code, got.stderr)
			assert.True(t, strings.HasPrefix(got.stdout, prefix), got.stdout)
		}
	})
	t.Run("a faulty file", func(t *testing.T) {
		got := runWith("", "-lang", "en", "-verify", file(t, "decision.json", "{"), household)
		assert.Equal(t, 1, got.code)
		assert.Contains(t, got.stderr, "the input ends too early")
	})
	t.Run("a file that is not there", func(t *testing.T) {
		got := runWith("", "-lang", "en", "-verify", household+".not", household)
		assert.Equal(t, 2, got.code)
	})
	t.Run("a household beyond its day", func(t *testing.T) {
		before := runWith("", "-on", sample.Day, "-json", household)
		late := file(t, "late.json", strings.Replace(youxian, "1995-07-15", "2020-10-02", 1))
		got := runWith("", "-lang", "en", "-verify", file(t, "decision.json", before.stdout), late)
		assert.Equal(t, 1, got.code)
		assert.Equal(t, late+": line 1, household h-17: date out of range: \"2020-10-02\" at members[1].born\n", got.stderr)
	})
	t.Run("a decision beyond the rules", func(t *testing.T) {
		before := runWith("", "-on", sample.Day, "-json", household)
		got := runWith("", "-lang", "en", "-verify", file(t, "decision.json", strings.Replace(before.stdout, sample.Day, "2019-10-01", 1)), household)
		assert.Equal(t, 1, got.code)
		assert.Contains(t, got.stderr, "2019-10-01 is outside the days")
	})
}

// "Unknown, repeated or differently-cased fields are errors that name the path" (design, section 5), of a decision that is verified as well:
// each on stderr with file, line and field, in the language of the run, and the rest is still verified (section 6).
func TestVerifyRefusesWhatIsNoDecision(t *testing.T) {
	household := file(t, "h.json", youxian)
	before := runWith("", "-on", sample.Day, "-json", household)
	require.Equal(t, 0, before.code, before.stderr)
	good := before.stdout
	total := regexp.MustCompile(`"total":\{[^}]*\}`).FindString(good)
	require.NotEmpty(t, total)
	for _, c := range []struct{ from, to, en, zh string }{
		{total, `"total":{"yuan":"99380.00","per":"month","bound":"exactly"},` + total, `field stands more than once: "{...}" at total`, `字段重复：“{...}”，位于：total`},
		{total, total + `,"TOTAL":1`, `field name differs from a known one in upper and lower case: "1" at TOTAL`, "字段名大小写不符"},
		{`"verdict"`, `"VERDICT"`, "at dibao.VERDICT", "dibao.VERDICT"},
		{total, `"total":null`, `wrong type of value: "null" at total`, "值的类型不对"},
		{total, `"total":{"yuan":"0380.00","per":"month","bound":"at-least"}`, `not an amount in yuan with at most two decimals: "0380.00" at total.yuan`, "不是金额"},
	} {
		require.Contains(t, good, c.from)
		bad := file(t, "bad.json", good+strings.ReplaceAll(good, c.from, c.to))
		got := runWith("", "-lang", "en", "-verify", bad, household)
		assert.Equal(t, 1, got.code)
		assert.Contains(t, got.stderr, bad+": line 2, household h-17: ")
		assert.Contains(t, got.stderr, c.en)
		assert.Equal(t, 1, strings.Count(got.stdout, "verified: "), "the good one")
		got = runWith("", "-lang", "zh", "-verify", bad, household)
		assert.Contains(t, got.stderr, bad+"：第 2 行，家庭 h-17：")
		assert.Contains(t, got.stderr, c.zh)
	}
}

// What the decision says of its standards is verified, too: if it is not so, it is not "verified", and the exit code tells.
func TestVerifyForgedStandards(t *testing.T) {
	household := file(t, "h.json", youxian)
	before := runWith("", "-on", sample.Day, "-json", household)
	digest := regexp.MustCompile(`"digest":"[0-9a-f]{64}"`)
	for _, forged := range []string{
		digest.ReplaceAllString(before.stdout, `"digest":"`+strings.Repeat("0", 63)+`1"`),
		strings.Replace(before.stdout, `"tables":[]`, `"tables":[{"id":"x","kind":"draft","sha256":"`+strings.Repeat("0", 64)+`"}]`, 1),
	} {
		require.NotEqual(t, before.stdout, forged)
		got := runWith("", "-lang", "en", "-verify", file(t, "decision.json", forged), household)
		assert.Equal(t, 1, got.code)
		assert.Contains(t, got.stdout, "decided alike: ")
		assert.NotContains(t, got.stdout, "verified")
	}
}

// "-assume fills only facts that are not stated, lists them" (design, section 6), "What is assumed is listed" (section 1.3): in JSON by
// assumed, where the law's own defaults stand as well.
func TestAssumedFactsStandInJSON(t *testing.T) {
	open := `{"division":"430223","members":[{"id":"a","born":"1950-03-02"},{"id":"b","born":"1960-03-02","disability":{"category":"visual","grade":1}}]}`
	const flags = "property=within,residence=rural,income=none,support=capable,workInjuryNursing=no,livingAllowance=none,nursingAllowance=none"
	household := file(t, "open.json", open)
	got := runWith("", "-on", sample.Day, "-json", "-assume", flags, household)
	require.Equal(t, 0, got.code, got.stderr)
	var written struct{ Assumed json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &written))
	assert.JSONEq(t, `[{"fact":"childScheme","as":"none","members":["b"]},{"fact":"income","as":"none","members":["a","b"]},
		{"fact":"livingAllowance","as":"none","members":["b"]},{"fact":"nursingAllowance","as":"none","members":["b"]},{"fact":"property","as":"within"},
		{"fact":"residence","as":"rural"},{"fact":"support","as":"capable","members":["a","b"]},{"fact":"workInjuryNursing","as":"no","members":["b"]}]`, string(written.Assumed))

	decision := file(t, "decision.json", got.stdout)
	got = runWith("", "-lang", "en", "-verify", decision, "-assume", flags, household)
	assert.Equal(t, 0, got.code, got.stdout)
	assert.Contains(t, got.stdout, "verified: on 2020-10-01 household (no id)")
	got = runWith("", "-lang", "en", "-verify", decision, household)
	assert.Equal(t, 1, got.code)
	assert.Contains(t, got.stdout, "the decision assumes ")
	assert.Contains(t, got.stdout, "property=within,residence=rural")

	forged := file(t, "forged.json", strings.Replace(readFile(t, decision), `{"fact":"property","as":"within"},`, "", 1))
	got = runWith("", "-lang", "en", "-verify", forged, "-assume", flags, household)
	assert.Equal(t, 1, got.code, "what was assumed and is not listed")
}

// Every fact that can be assumed is listed by JSON under the name of its field.
func TestEveryAssumptionIsListed(t *testing.T) {
	open := `{"division":"攸县","members":[{"id":"a","born":"1950-01-01","disability":{"category":"visual","grade":1}}]}`
	d, _ := decided(t, open, "-assume", "ownProperty=over,seriousIllness=yes,longTermCare=yes,onDibao=no,selfCare=none")
	var listed []string
	for _, a := range d.Assumed {
		listed = append(listed, a.Fact.String()+"="+a.As+" "+strings.Join(a.Members, ","))
	}
	assert.Subset(t, listed, []string{"property=over a", "seriousIllness=yes a", "longTermCare=yes a", "onDibao=no ", "selfCare=none a"})
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}
