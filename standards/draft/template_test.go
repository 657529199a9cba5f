package draft_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

var october = standards.Day(2020, time.October, 1)

// fill fills in a template with what any row may state.
func fill(template []byte) string {
	text := string(template)
	for _, pair := range [][2]string{
		{`"title":`, `"made up"`}, {`"number":`, `"1"`}, {`"issuer":`, `"nobody"`}, {`"issued":`, `"2020-01-01"`}, {`"approvedBy":`, `"nobody"`},
		{`"yuan":`, `"9999"`}, {`"per":`, `"year"`}, {`"count":`, `12`}, {`"from":`, `"2020-01-01","until":"2021-01-01"`}, {`"clause":`, `"2"`},
	} {
		for _, space := range []string{"", " "} {
			text = strings.ReplaceAll(text, pair[0]+space+`"`+draft.Blank+`"`, pair[0]+pair[1])
		}
	}
	return text
}

// subjects lists what the rows of a template are about.
func subjects(t *testing.T, template []byte) []string {
	o := parsed(t, fill(template))
	var all []string
	for _, r := range o.Rows {
		all = append(all, strings.Join([]string{r.Key.String(), r.Place.String(), r.Residence.String(), r.Of}, " "))
	}
	return all
}

func TestTemplate(t *testing.T) {
	template := draft.Template(standards.Published(), standards.Youxian, october)
	assert.Equal(t, []string{
		"dibao-line 430223 urban ", "dibao-line 430223 rural ", "low-income-line 430223 urban ", "low-income-line 430223 rural ", "disability-living 430223  ", "disability-nursing 430223  ",
		"tekun-basic 430223 urban ", "tekun-basic 430223 rural ", "tekun-care 430223  full", "tekun-care 430223  partial", "tekun-care 430223  none",
		"dibao-topup 430223  elderly", "dibao-topup 430223  minor", "dibao-topup 430223  severe-disability", "dibao-topup 430223  serious-illness",
		"eldercare-subsidy 430223  ", "grace-months 430223 urban ", "grace-months 430223 rural ",
	}, subjects(t, template))
	for _, line := range []string{
		`    {"key":"dibao-line","place":"430223","residence":"urban","yuan":"待填 / to be filled in","per":"待填 / to be filled in","bound":"exactly","from":"待填 / to be filled in","clause":"待填 / to be filled in",` +
			`"note":"攸县城市最低生活保障标准：不低于每月500.00元（湖南省2019年城乡低保指导标准） / Youxian, urban, dibao line: at least 500.00 yuan a month (Hunan's guide standards for dibao of 2019)"},`,
		`    {"key":"dibao-line","place":"430223","residence":"rural","yuan":"待填 / to be filled in","per":"待填 / to be filled in","bound":"exactly","from":"待填 / to be filled in","clause":"待填 / to be filled in",` +
			`"note":"攸县农村最低生活保障标准：不低于每年4320.00元（《2020年株洲民政工作要点》第9项） / Youxian, rural, dibao line: at least 4320.00 yuan a year (Zhuzhou civil affairs work points 2020, item 9)"},`,
		`    {"key":"grace-months","place":"430223","residence":"rural","count":"待填 / to be filled in","bound":"exactly","from":"待填 / to be filled in","clause":"待填 / to be filled in",` +
			`"note":"攸县农村渐退期月数：无据可查 / Youxian, rural, months of the grace period: not on record"}`,
	} {
		assert.Contains(t, strings.Split(string(template), "\n"), line)
	}
}

// A template is refused until all of it is filled in; then it is a supplement, and nothing is missing any more.
func TestTemplateToBeFilledIn(t *testing.T) {
	for _, p := range append([]standards.Place{standards.CountyFive}, (func() []standards.Place { all := standards.Divisions(); return all[:] })()...) {
		template := draft.Template(standards.Published(), p, october)
		_, err := draft.Parse(template)
		var faults wire.Errors
		require.ErrorAs(t, err, &faults)
		assert.Len(t, faults, strings.Count(string(template), `"`+draft.Blank+`"`))
		for _, fault := range faults {
			assert.Equal(t, wire.CodeRequired, fault.Code)
			assert.Equal(t, draft.Blank, fault.Value)
		}
		assert.Contains(t, faults.Text(standards.English), `required field is missing: "待填 / to be filled in" at rows[0].yuan`)

		o := parsed(t, fill(template))
		assert.Equal(t, standards.Supplement, o.Kind)
		assert.Equal(t, p.String()+"-2020", o.ID)
		assert.Empty(t, o.Warnings(), "the clause and the title were asked for")
		tables, err := standards.Published().With(o)
		require.NoError(t, err)
		assert.Empty(t, subjects(t, draft.Template(tables, p, october)))
	}
}

func TestTemplateOfOtherPlacesAndDays(t *testing.T) {
	of := func(tables *standards.Tables, p standards.Place, on standards.Date) string {
		return strings.Join(subjects(t, draft.Template(tables, p, on)), ";")
	}
	tianyuan := of(standards.Published(), standards.Tianyuan, october)
	assert.NotContains(t, tianyuan, "dibao-line")
	assert.NotContains(t, tianyuan, "disability-living")
	assert.Contains(t, tianyuan, "tekun-basic 430211 rural")

	assert.Contains(t, of(standards.Published(), standards.Tianyuan, standards.Day(2021, time.January, 1)), "dibao-line 430211 urban")
	assert.Contains(t, of(standards.Published(), standards.Tianyuan, standards.Day(2019, time.January, 1)), "dibao-line 430211 urban")
	assert.Contains(t, of(standards.Published(), standards.Zhuzhou, october), "dibao-line 430200 urban")
	for _, p := range []standards.Place{standards.China, standards.Elsewhere, 0, 7} {
		assert.Empty(t, of(standards.Published(), p, october), p)
	}
	for _, p := range standards.Divisions() {
		assert.NotContains(t, of(standards.Published(), p, october), "average-assistance")
	}

	with, err := standards.Published().With(sample(t, "youxian-2020.json"))
	require.NoError(t, err)
	youxian := of(with, standards.Youxian, october)
	assert.NotContains(t, youxian, "dibao-line")
	assert.NotContains(t, youxian, "tekun")
	assert.NotContains(t, youxian, "grace")
	assert.Contains(t, youxian, "disability-living 430223")
}

// What a tables file gives is a floor of its own, or enough.
func TestTemplateOverTablesFiles(t *testing.T) {
	with, err := standards.Published().With(parsed(t, file(
		row(`"key":"grace-months","count":6,"bound":"at-least","clause":"3"`)+","+row(`"key":"eldercare-subsidy","of":"80","yuan":"50","per":"month"`))))
	require.NoError(t, err)
	template := string(draft.Template(with, standards.Youxian, october))
	assert.Contains(t, template, "攸县城市渐退期月数：不低于6（数据表d-1第3项） / Youxian, urban, months of the grace period: at least 6 (tables file d-1, item 3)")
	assert.NotContains(t, template, "eldercare-subsidy")
}

func TestKeyTable(t *testing.T) {
	for _, l := range []standards.Lang{standards.Chinese, standards.English} {
		lines := strings.Split(strings.TrimSuffix(draft.KeyTable(l), "\n"), "\n")
		require.Len(t, lines, 2+len(standards.Keys()))
		for i, line := range lines {
			assert.Equal(t, 8, strings.Count(line, "|"), line)
			if i >= 2 {
				info := standards.Keys()[i-2]
				assert.True(t, strings.HasPrefix(line, "| `"+info.Name+"` | "), line)
				assert.True(t, strings.HasSuffix(line, " | "+info.Key.Text(l)+" |"), line)
				for _, word := range info.Of {
					assert.Contains(t, line, "`"+word+"`")
				}
			}
		}
	}
	for _, line := range []string{
		"| key | value | per | residence | of | stated by | meaning |\n| --- | --- | --- | --- | --- | --- | --- |\n",
		"| `dibao-line` | `yuan` | `month` or `year` | optional |  | draft, supplement | dibao line |\n",
		"| `disability-living` | `yuan` | `month` |  | optional: `1` `2` `3` `4` | draft, supplement | living subsidy for disabled people |\n",
		"| `dibao-topup` | `yuan` or `percent` | `month` |  | required: `elderly` `minor` `severe-disability` `serious-illness`, also with an age or a grade, such as `elderly/80` `severe-disability/1` | draft, supplement | ",
		"| `dibao-band` | `yuan` | `month` | optional | required: the least per-capita income in yuan a year, such as `0` `1200.00` | draft | ",
		"| `low-income-line` | `yuan` | `month` or `year` | optional |  | draft, supplement | ",
		"| `eldercare-subsidy` | `yuan` | `month` |  | optional, such as `80` `none` `80/none` | draft, supplement | ",
		"| `low-income-multiple` | `ratio` |  |  |  | draft | ",
		"| `grace` | none (list entry) |  | optional | optional: `work` | draft | ",
	} {
		assert.Contains(t, draft.KeyTable(standards.English), line)
	}
	assert.Contains(t, draft.KeyTable(standards.Chinese), "| `tekun-care` | `yuan` | `month` |  | 必填：`full` `partial` `none` | 草案、补充 | 特困人员照料护理标准 |\n")
}
