package eldercare_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
)

// A share of one is all of them, however a tables file states it.
func TestTextOfAWholeShare(t *testing.T) {
	for _, number := range []standards.Fraction{standards.Whole(1), standards.Percent(100)} {
		set := with(t, "2020-10-01", standards.Draft, standards.Standard{Key: standards.Key(standards.ServiceQuality), Place: standards.Hetang, Number: number,
			From: standards.Day(2020, 1, 1)})
		got := ask(t, set, eldercare.Institution{Place: standards.Hetang, MeetsStandard: standards.No}, standards.ServiceQuality)
		assert.Equal(t, "Hetang, eldercare institutions that meet GB/T 35796-2017: target 100%, actual 0 of 1 institution, missed, "+
			"1 institution wanting (tables file laid-over)", got.Text(standards.English))
	}
}

func TestTargetText(t *testing.T) {
	city := eldercare.City{TekunInInstitutions: eldercare.ShareOf(49, 101), TekunInstitutions: eldercare.CountOf(1), TekunBeds: eldercare.CountOf(200),
		TekunNursingBeds: eldercare.CountOf(0), Coverage: eldercare.ShareOf(9, 10), Institutions: eldercare.Institutions{MeetingStandard: eldercare.ShareOf(0, 0),
			NursingBeds: share{Part: eldercare.CountOf(4)}}}
	texts := func(day string, l standards.Lang) (all []string) {
		targets, err := city.Check(onDay(t, day))
		require.NoError(t, err)
		for _, target := range targets {
			all = append(all, target.Text(l))
		}
		return all
	}
	assert.Equal(t, []string{
		"Zhuzhou, share of tekun people without full self-care supported in institutions: target 50%, actual 49 of 101 people, missed, 2 people wanting (Zhuzhou civil affairs work points 2020, item 10)",
		"Zhuzhou, tekun institutions built or extended: target 2 institutions, actual 1 institution, missed, 1 institution wanting (Zhuzhou civil affairs work points 2020, item 12)",
		"Zhuzhou, beds added: target 200 beds, actual 200 beds, met (Zhuzhou civil affairs work points 2020, item 12)",
		"Zhuzhou, nursing beds added: target 160 beds, actual 0 beds, missed, 160 beds wanting (Zhuzhou civil affairs work points 2020, item 12)",
		"Zhuzhou, community eldercare facility coverage: target 90%, actual 9 of 10 communities, met (Zhuzhou civil affairs work points 2020, item 12)",
		"Zhuzhou, eldercare institutions that meet GB/T 35796-2017: target 100%, actual 0 of 0 institutions, not applicable, there are none (Zhuzhou civil affairs work points 2020, item 13)",
		"Zhuzhou, nursing beds as a share of institutions' beds: target 50%, not stated (Zhuzhou civil affairs work points 2020, item 13)",
		"Zhuzhou, eldercare workers with pre-post training: target 100%, not stated (Zhuzhou civil affairs work points 2020, item 13)",
	}, texts("2020-10-01", standards.English))
	assert.Equal(t, []string{
		"株洲市，失能半失能特困人员集中供养率：目标50%，实际101人中49人，未达到，还差2人（《2020年株洲民政工作要点》第10项）",
		"株洲市，新改扩建特困人员集中供养机构：目标2所，实际1所，未达到，还差1所（《2020年株洲民政工作要点》第12项）",
		"株洲市，新增床位：目标200张，实际200张，达到（《2020年株洲民政工作要点》第12项）",
		"株洲市，新增护理床位：目标160张，实际0张，未达到，还差160张（《2020年株洲民政工作要点》第12项）",
		"株洲市，社区养老服务设施覆盖率：目标90%，实际10个社区中9个社区，达到（《2020年株洲民政工作要点》第12项）",
		"株洲市，符合《养老机构服务质量基本规范》的养老机构：目标100%，实际0家中0家，不适用（没有对象）（《2020年株洲民政工作要点》第13项）",
		"株洲市，养老机构护理型床位占比：目标50%，事实未载明（《2020年株洲民政工作要点》第13项）",
		"株洲市，养老护理员上岗培训率：目标100%，事实未载明（《2020年株洲民政工作要点》第13项）",
	}, texts("2020-10-01", standards.Chinese))
	assert.Equal(t, "Zhuzhou, beds added: actual 200 beds, no target on record", texts("2021-01-01", standards.English)[2])
	assert.Equal(t, "株洲市，新增床位：实际200张，目标无据可查", texts("2021-01-01", standards.Chinese)[2])
	assert.Equal(t, "Zhuzhou, beds added: target 200 beds, actual 200 beds, met (Zhuzhou civil affairs work points 2020, item 12, applied as planned for the year)",
		texts("2020-08-31", standards.English)[2], "R5: before publication the text says so")
	assert.Equal(t, "株洲市，新增床位：目标200张，实际200张，达到（《2020年株洲民政工作要点》第12项，按当年计划执行）", texts("2020-08-31", standards.Chinese)[2])
	assert.NotContains(t, texts("2020-09-01", standards.English)[2], "planned")
	assert.NotPanics(t, func() {
		_ = eldercare.Target{}.Text(standards.English) + eldercare.Target{Verdict: 99, Key: 255}.Text(standards.Chinese)
	})
}

func TestVerdictWords(t *testing.T) {
	for i, word := range []string{"met", "missed", "not-stated", "not-applicable", "not-on-record"} {
		v := eldercare.Verdict(i + 1)
		assert.Equal(t, word, v.String())
		data, err := json.Marshal(v)
		require.NoError(t, err)
		var back eldercare.Verdict
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, v, back)
		assert.NotEqual(t, v.Text(standards.Chinese), v.Text(standards.English))
	}
	var v eldercare.Verdict
	var fault *standards.WordError
	assert.ErrorAs(t, v.UnmarshalText([]byte("Met")), &fault)
	assert.ErrorAs(t, v.UnmarshalText(nil), &fault)
	assert.Empty(t, v.String()+eldercare.Verdict(6).String()+eldercare.Verdict(255).String())
	assert.Equal(t, "not checked 未核对", v.Text(standards.English)+" "+eldercare.Verdict(9).Text(standards.Chinese))
}
