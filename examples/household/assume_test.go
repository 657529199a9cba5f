package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

func decided(t *testing.T, stdin string, args ...string) (assistance.Decision, string) {
	t.Helper()
	got := runWith(stdin, append([]string{"-lang", "en", "-on", sampleDay, "-json"}, append(args, "-")...)...)
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
	assert.Equal(t, "-assume filled 5 in all\n  property=within 1\n  income=none 1\n  support=capable 2\n  livingAllowance=none 1\n", stderr,
		"the hukou is stated, and so is the father's income; he has no certificate")
}

func TestAssumeNeverChangesWhatIsStated(t *testing.T) {
	for _, f := range families {
		stated, _ := decided(t, f.json)
		assumed, stderr := decided(t, f.json, "-assume", "property=over,residence=rural")
		if stderr == "-assume filled 0 in all\n" {
			assert.Equal(t, stated, assumed, f.en)
		} else {
			assert.NotEqual(t, stated.Input, assumed.Input, f.en)
		}
	}
}

func TestAssumedFactsStandInTheNotice(t *testing.T) {
	got := runWith(youxian, "-lang", "zh", "-on", sampleDay, "-assume", "property=within,support=capable", "-")
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
	tekun := families[7].json
	d, _ := decided(t, tekun, "-tables", supplement)
	assert.Len(t, d.Needs, 2)
	d, _ = decided(t, tekun, "-tables", supplement, "-tables", chaling)
	assert.Empty(t, d.Needs)
	assert.Equal(t, "800.00 yuan a month", d.Total.Text(standards.English))
	require.Len(t, d.Tables, 2)
	assert.Equal(t, []string{"youxian-2020", "chaling-2020"}, []string{d.Tables[0].ID, d.Tables[1].ID})
}

func TestWarningsOfTablesFiles(t *testing.T) {
	path := file(t, "s.json", `{"id":"s","kind":"supplement","rows":[
		{"key":"grace-months","place":"430223","count":6,"from":"2020-01-01","until":"2020-12-31"}]}`)
	_, stderr := decided(t, youxian, "-tables", path)
	assert.Contains(t, stderr, "this is the last day of a month")
}

func TestVerify(t *testing.T) {
	household := file(t, "h.json", youxian)
	array := file(t, "all.json", "["+families[0].json+","+families[4].json+"]")
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
		{"without them", []string{"-assume", "property=within", household}, []string{household}, 1, []string{"not stated as it was", "category was dibao and is undetermined"}},
		{"another household", []string{household}, []string{file(t, "other.json", families[0].json)}, 1, []string{"another household"}},
		{"several", []string{array}, []string{array}, 0, []string{"household full-line is decided", "household disabled-county is decided"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := runWith("", append([]string{"-on", sampleDay, "-json"}, tt.before...)...)
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
		before := runWith("", "-on", sampleDay, "-json", array)
		got := runWith("", "-lang", "en", "-verify", file(t, "decisions.json", before.stdout), household)
		assert.Equal(t, 1, got.code)
		assert.Contains(t, got.stderr, household+`: there is no household "full-line"`)
	})
	t.Run("a faulty file", func(t *testing.T) {
		got := runWith("", "-lang", "en", "-verify", file(t, "decision.json", "{"), household)
		assert.Equal(t, 2, got.code)
		assert.Contains(t, got.stderr, "the input ends too early")
	})
}
