package assistance_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"text/template"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// What a value is printed as where no form of its own is asked for: its text, never its memory.
func TestPlainTexts(t *testing.T) {
	payment := benefit.Monthly(220_00, standards.AtLeast)
	made := new(strings.Builder)
	require.NoError(t, template.Must(template.New("").Parse("{{.}}")).Execute(made, payment))
	var choices standards.Choices
	choices[standards.LongTermCareReading] = standards.GradeAlone
	for name, c := range map[string]struct{ got, want string }{
		"a payment in a template": {made.String(), "at least 220.00 yuan a month"},
		"a payment":               {fmt.Sprint(payment), "at least 220.00 yuan a month"},
		"no payment":              {fmt.Sprint(benefit.Payment{}), "amount not on record"},
		"a choice":                {fmt.Sprint(standards.GradeAlone), "grade-alone"},
		"no choice":               {fmt.Sprint(standards.Choice(0)), ""},
		"choices":                 {fmt.Sprint(choices), "long-term-care=grade-alone"},
		"no choices":              {fmt.Sprint(standards.Choices{}), ""},
		"no set":                  {fmt.Sprint(new(standards.Set)), "standards of no day"},
	} {
		assert.Equal(t, c.want, c.got, name)
	}
}

// What has no form in JSON of its own says so: {} would be read as standards without rows.
func TestNoFormOfTheirOwn(t *testing.T) {
	set := setWith(t, standards.Day(2020, time.October, 1))
	for name, c := range map[string]struct {
		value any
		want  string
	}{
		"a set":  {set, "draft.AppendRow"},
		"rows":   {set.Deciding(), "draft.AppendRow"},
		"tables": {standards.Published(), "draft.Format"},
	} {
		_, err := json.Marshal(c.value)
		require.Error(t, err, name)
		assert.Contains(t, err.Error(), c.want, name)
	}
	data, err := json.Marshal(standards.GradeAlone)
	require.NoError(t, err)
	assert.Equal(t, `"grade-alone"`, string(data), "a choice is its code")
}

// A decision that is written in another format than its own comes out, or is refused; it never panics.
func TestDecisionInXML(t *testing.T) {
	set := setWith(t, standards.Day(2020, time.October, 1))
	d, err := assistance.Explain(set, family())
	require.NoError(t, err)
	data, err := xml.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(data), "long-term-care=grade-alone")
}
