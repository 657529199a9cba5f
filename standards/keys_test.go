package standards_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// The keys of tables files, in their order: what a row of each states, whether rows differ by kind
// of hukou (h), whether a supplement may state it (s), and its classes, of which every row names
// one where it ends in an exclamation mark.
const keyRules = `
	dibao-line               money       hs
	low-income-line          money       hs
	disability-living        month       -s 1,2,3,4
	disability-nursing       month       -s 1,2,3,4
	tekun-basic              money       hs
	tekun-care               month       -s full,partial,none!
	dibao-topup              month,share -s elderly,minor,severe-disability,serious-illness!
	dibao-minimum            month       --
	dibao-band               month       h-
	eldercare-subsidy        month       -s
	average-assistance       month       hs
	low-income-multiple      ratio       --
	tekun-basic-multiple     ratio       --
	minor-age                age         --
	grace-months             count       hs
	tekun-elder-age          age         --
	tekun-minor-age          age         --
	tekun-grade              count       -- visual,hearing,speech,physical,intellectual,mental!
	single-person-grade      count       -- visual,hearing,speech,physical,intellectual,mental!
	disability-living-grade  count       --
	disability-nursing-grade count       --
	dibao-topup-elder-age    age         --
	dibao-topup-minor-age    age         --
	dibao-topup-grade        count       --
	self-care-partly-lost    count       --
	tekun-institution-share  share       --
	tekun-institutions       count       --
	tekun-beds               count       --
	tekun-nursing-beds       count       --
	community-coverage       share       -- city,county!
	service-quality          share       --
	nursing-bed-share        share       --
	worker-training          share       --
	elder-canteens           count       --
	dibao-not-income         list        h- wages,business,property,transfer,other,veterans-pension,reward,basic-pension,old-age-allowance,disability-subsidy,child-subsidy,relief!
	tekun-not-income         list        -- wages,business,property,transfer,other,veterans-pension,reward,basic-pension,old-age-allowance,disability-subsidy,child-subsidy,relief!
	dibao-not-counted        list        -- applicant,spouse,parent,minor-child,student,dependent-adult-child,adult-child,independent-adult-child,child-spouse,grandchild,grandparent,sibling,supported-relative,clergy!
	dibao-counting-open      list        -- applicant,spouse,parent,minor-child,student,dependent-adult-child,adult-child,independent-adult-child,child-spouse,grandchild,grandparent,sibling,supported-relative!
	not-examined             list        -- prison,compulsory-rehabilitation,missing!
	tekun-not-with           list        -- orphan,unattended-full,unattended-topped-up!
	disability-living-not-with  list     -- tekun,work-injury-nursing,orphan,unattended-full,unattended-topped-up!
	disability-nursing-not-with list     -- tekun,work-injury-nursing,orphan,unattended-full,unattended-topped-up!
	job-costs                list        -- on-dibao,anyone!
	rigid-costs              list        --
	grace                    list        h- work
	self-care-activity       list        -- eating,dressing,bed,toilet,walking,bathing!
`

func TestKeyRules(t *testing.T) {
	forms := map[string]standards.Form{"money": standards.Money, "month": standards.Money, "ratio": standards.Ratio, "share": standards.Share,
		"count": standards.Count, "age": standards.Age, "list": standards.Listing}
	keys := standards.Keys()
	lines := strings.Split(strings.TrimSpace(keyRules), "\n")
	require.Len(t, keys, len(lines))
	for i, line := range lines {
		f, k := strings.Fields(line), keys[i]
		require.Equal(t, f[0], k.Name)
		var form standards.Form
		per := standards.Period(0)
		for _, word := range strings.Split(f[1], ",") {
			form |= forms[word]
			if word == "month" {
				per = standards.PerMonth
			}
		}
		assert.Equal(t, []any{form, per}, []any{k.Form, k.Per}, k.Name)
		assert.Equal(t, []bool{f[2][0] == 'h', f[2][1] == 's'}, []bool{k.Residence, k.Local}, k.Name)
		of := ""
		if len(f) > 3 {
			of = f[3]
		}
		assert.Equal(t, of, strings.Join(k.Of, ",")+map[bool]string{true: "!"}[k.OfNeeded], k.Name)
	}
	var none standards.Key
	for _, text := range []string{"", "dibao", "dibao-line "} {
		assert.Equal(t, &standards.WordError{Value: text}, none.UnmarshalText([]byte(text)), "%q", text)
	}
	assert.Zero(t, none)
}

// A figure of a key does not reach into another: each has its own place among the rows of a day.
func TestKeysAreKeptApart(t *testing.T) {
	tables, err := standards.Published().With(draft(
		money(standards.Key(standards.LowIncomeLine), standards.Hetang, 0, 900_00, standards.PerMonth),
		money(standards.Key(standards.TekunBasic), standards.Hetang, 0, 780_00, standards.PerMonth)))
	require.NoError(t, err)
	set := setOf(t, tables, "2020-10-01")
	for k, want := range map[standards.LineKey]string{standards.DibaoLine: "600.00 a month exactly", standards.LowIncomeLine: "900.00 a month exactly"} {
		line, err := set.Line(k, standards.Hetang, standards.Urban)
		require.NoError(t, err)
		assert.Equal(t, want, value(line.Standard))
	}
	rate, err := set.Rate(standards.DisabilityNursing, standards.Hetang, 0, "4")
	require.NoError(t, err)
	assert.Equal(t, "100.00 a month exactly", value(rate.Standard))
	basic, err := set.Rate(standards.TekunBasic, standards.Hetang, standards.Urban, "")
	require.NoError(t, err)
	assert.Equal(t, "780.00 a month exactly", value(basic.Standard))
	_, err = set.Average(standards.AverageAssistance, standards.China, standards.Urban)
	assert.Equal(t, &standards.NotOnRecordError{Key: standards.Key(standards.AverageAssistance), Place: standards.China, Residence: standards.Urban,
		On: set.Day()}, err)
}
