package standards_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/standards"
)

// Clauses are cited as lawyers write them: articles and their items in Chinese numerals, with the number of the document.
func TestCite(t *testing.T) {
	for _, tt := range []struct {
		document standards.Document
		clause   string
		zh, en   string
	}{
		{standards.DibaoReview2012, "5(4)", "《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）第五条第（四）项", "Trial Measures for Dibao Review and Approval, art. 5(4)"},
		{standards.Order649, "10", "《社会救助暂行办法》（国务院令第649号）第十条", "Interim Measures for Social Assistance, art. 10"},
		{standards.Order649, "65", "《社会救助暂行办法》（国务院令第649号）第六十五条", "Interim Measures for Social Assistance, art. 65"},
		{standards.Tekun2016, "8", "《特困人员认定办法》（民发〔2016〕178号）第八条", "Measures for Tekun Identification (2016), art. 8"},
		{standards.Tekun2021, "", "《特困人员认定办法》（民发〔2021〕43号）", "Measures for Tekun Identification (2021)"},
		{standards.Children2019, "3(1)", "《关于进一步加强事实无人抚养儿童保障工作的意见》（民发〔2019〕62号）第三部分第（一）项", "Opinions on de facto unattended children, item 3(1)"},
		{standards.WorkPoints2020, "31", "《2020年株洲民政工作要点》第31项", "Zhuzhou civil affairs work points 2020, item 31"},
		{standards.Reform2020, "11", "《关于改革完善社会救助制度的意见》第11项", "Opinions on reforming social assistance, item 11"},
		{standards.Relief2020, "", "《关于进一步做好困难群众基本生活保障工作的通知》", "Notice on basic living security for people in difficulty (2020)"},
		{"youxian-2020", "2", "数据表youxian-2020第2项", "tables file youxian-2020, item 2"},
	} {
		assert.Equal(t, tt.zh, tt.document.Info().Cite(tt.clause, standards.Chinese))
		assert.Equal(t, tt.en, tt.document.Info().Cite(tt.clause, standards.English))
	}
	for n, want := range map[int]string{384: strings.Repeat("a", 384), 385: strings.Repeat("a", 384) + "…(385)"} {
		assert.Equal(t, "tables file x, item "+want, standards.Document("x").Info().Cite(strings.Repeat("a", n), standards.English), "a clause that nobody reads to its end")
	}
	articles := standards.DocumentInfo{Title: standards.Text{Zh: "办法"}, Articles: true}
	for clause, want := range map[string]string{"0": "办法第0条", "1": "办法第一条", "10": "办法第十条", "11": "办法第十一条", "19": "办法第十九条", "20": "办法第二十条", "99": "办法第九十九条", "100": "办法第100条", "附则": "办法第附则条"} {
		assert.Equal(t, want, articles.Cite(clause, standards.Chinese))
	}
}

// The texts of steps say beside the clause how well a document is known, where its text was not at hand or its date is not verified.
func TestCitation(t *testing.T) {
	for _, tt := range []struct {
		document standards.Document
		zh, en   string
	}{
		{standards.Order649, "《社会救助暂行办法》（国务院令第649号）第九条", "Interim Measures for Social Assistance, art. 9"},
		{standards.TwoSubsidies2015, "《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》（国发〔2015〕52号）第9项", "Opinions on the two disability subsidies, item 9"},
		{standards.SelfCare2016, "特困人员生活自理能力评估（各地对2016年办法的转述）第9项，转引", "Self-care of tekun people, as places restate the measures of 2016, item 9, second-hand"},
		{standards.RuralDibao2007, "《国务院关于在全国建立农村最低生活保障制度的通知》（国发〔2007〕19号）第9项，未核实", "Notice on rural dibao, item 9, unverified"},
		{standards.Reform2020, "《关于改革完善社会救助制度的意见》第9项，施行日期未核实", "Opinions on reforming social assistance, item 9, its date not verified"},
		{standards.Relief2020, "《关于进一步做好困难群众基本生活保障工作的通知》第9项，转引", "Notice on basic living security for people in difficulty (2020), item 9, second-hand"},
	} {
		info := tt.document.Info()
		assert.Equal(t, tt.zh, info.Citation("9", standards.Chinese))
		assert.Equal(t, tt.en, info.Citation("9", standards.English))
		assert.Equal(t, "see "+tt.en, string(info.AppendCitation([]byte("see "), "9", standards.English)))
		assert.Equal(t, []string{info.Title.Zh, info.Title.En}, []string{info.Name(standards.Chinese), info.Name(standards.English)})
	}
	var none *standards.DocumentInfo
	assert.Equal(t, "see ", string(none.AppendCitation(none.AppendCite([]byte("see "), "9", standards.Chinese), "9", standards.Chinese)))
}

func TestDateText(t *testing.T) {
	day := standards.Day(2020, time.September, 1)
	assert.Equal(t, []string{"2020年9月1日", "2020-09-01"}, []string{day.Text(standards.Chinese), day.Text(standards.English)})
	assert.Empty(t, standards.Date{}.Text(standards.Chinese))
}
