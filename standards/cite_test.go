package standards_test

import (
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
		{"youxian-2020", "2", "数据表youxian-2020第2项", "tables file youxian-2020, item 2"},
	} {
		assert.Equal(t, tt.zh, tt.document.Info().Cite(tt.clause, standards.Chinese))
		assert.Equal(t, tt.en, tt.document.Info().Cite(tt.clause, standards.English))
	}
	articles := standards.DocumentInfo{Title: standards.Text{Zh: "办法"}, Articles: true}
	for clause, want := range map[string]string{"1": "办法第一条", "20": "办法第二十条", "99": "办法第九十九条", "100": "办法第100条", "附则": "办法第附则条"} {
		assert.Equal(t, want, articles.Cite(clause, standards.Chinese))
	}
}

func TestDateText(t *testing.T) {
	day := standards.Day(2020, time.September, 1)
	assert.Equal(t, []string{"2020年9月1日", "2020-09-01"}, []string{day.Text(standards.Chinese), day.Text(standards.English)})
	assert.Empty(t, standards.Date{}.Text(standards.Chinese))
}
