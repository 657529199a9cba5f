package assistance

import (
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/standards"
)

// The words of the fields, in the order of their types.
var (
	answerWords    = [...]fields.Word{{Word: "yes", Label: lang.Text{Zh: "是", En: "yes"}}, {Word: "no", Label: lang.Text{Zh: "否", En: "no"}}}
	residenceWords = [...]fields.Word{{Word: "urban", Label: lang.Text{Zh: "城市", En: "urban"}}, {Word: "rural", Label: lang.Text{Zh: "农村", En: "rural"}}}
	propertyWords  = [...]fields.Word{{Word: "within", Label: lang.Text{Zh: "符合规定", En: "within the limit"}}, {Word: "over", Label: lang.Text{Zh: "超出规定", En: "over the limit"}}}
	relationWords  = [...]fields.Word{
		{Word: "applicant", Label: lang.Text{Zh: "申请人", En: "applicant"}},
		{Word: "spouse", Label: lang.Text{Zh: "配偶", En: "spouse"}},
		{Word: "parent", Label: lang.Text{Zh: "父母", En: "parent"}},
		{Word: "minor-child", Label: lang.Text{Zh: "未成年子女", En: "minor child"}},
		{Word: "student", Label: lang.Text{Zh: "在校接受本科及以下学历教育的成年子女", En: "grown child in education up to a first degree"}},
		{Word: "dependent-adult-child", Label: lang.Text{Zh: "不能独立生活的成年子女", En: "grown child who cannot live independently"}},
		{Word: "adult-child", Label: lang.Text{Zh: "成年子女", En: "grown child"}},
		{Word: "independent-adult-child", Label: lang.Text{Zh: "能独立生活的成年子女", En: "grown child who can live independently"}},
		{Word: "child-spouse", Label: lang.Text{Zh: "儿媳、女婿", En: "spouse of a child"}},
		{Word: "grandchild", Label: lang.Text{Zh: "孙子女、外孙子女", En: "grandchild"}},
		{Word: "grandparent", Label: lang.Text{Zh: "祖父母、外祖父母", En: "grandparent"}},
		{Word: "sibling", Label: lang.Text{Zh: "兄弟姐妹", En: "brother or sister"}},
		{Word: "supported-relative", Label: lang.Text{Zh: "其他具有法定赡养、扶养、抚养义务关系并长期共同居住的人员", En: "other relative whom the law binds to support, living in the household for long"}},
	}
	absenceWords = [...]fields.Word{
		{Word: "clergy", Label: lang.Text{Zh: "连续三年以上脱离家庭独立生活的宗教教职人员", En: "clergy living apart for three years or more"}},
		{Word: "prison", Label: lang.Text{Zh: "在监狱内服刑", En: "in prison"}},
		{Word: "compulsory-rehabilitation", Label: lang.Text{Zh: "强制隔离戒毒", En: "in compulsory drug rehabilitation"}},
		{Word: "missing", Label: lang.Text{Zh: "宣告失踪", En: "declared missing"}},
	}
	incomeWords = [...]fields.Word{
		{Word: "wages", Label: lang.Text{Zh: "工资性收入", En: "wages"}},
		{Word: "business", Label: lang.Text{Zh: "经营净收入", En: "net business income"}},
		{Word: "property", Label: lang.Text{Zh: "财产净收入", En: "net property income"}},
		{Word: "transfer", Label: lang.Text{Zh: "转移净收入", En: "net transfers"}},
		{Word: "other", Label: lang.Text{Zh: "其他收入", En: "other income"}},
		{Word: "veterans-pension", Label: lang.Text{Zh: "优待抚恤金", En: "veterans' pension"}},
		{Word: "reward", Label: lang.Text{Zh: "奖励性补助", En: "reward"}},
		{Word: "basic-pension", Label: lang.Text{Zh: "基础养老金", En: "basic pension"}},
		{Word: "old-age-allowance", Label: lang.Text{Zh: "高龄津贴", En: "old-age allowance"}},
		{Word: "disability-subsidy", Label: lang.Text{Zh: "残疾人两项补贴", En: "disability subsidies"}},
		{Word: "child-subsidy", Label: lang.Text{Zh: "事实无人抚养儿童补贴", En: "subsidy for unattended children"}},
		{Word: "relief", Label: lang.Text{Zh: "其他社会救助", En: "other relief"}},
	}
	categoryWords = [...]fields.Word{
		{Word: "visual", Label: lang.Text{Zh: "视力残疾", En: "visual"}},
		{Word: "hearing", Label: lang.Text{Zh: "听力残疾", En: "hearing"}},
		{Word: "speech", Label: lang.Text{Zh: "言语残疾", En: "speech"}},
		{Word: "physical", Label: lang.Text{Zh: "肢体残疾", En: "physical"}},
		{Word: "intellectual", Label: lang.Text{Zh: "智力残疾", En: "intellectual"}},
		{Word: "mental", Label: lang.Text{Zh: "精神残疾", En: "mental"}},
		{Word: "multiple", Label: lang.Text{Zh: "多重残疾", En: "multiple"}},
	}
	supportWords = [...]fields.Word{
		{Word: "none", Label: lang.Text{Zh: "无法定义务人", En: "no supporters"}},
		{Word: "incapable", Label: lang.Text{Zh: "法定义务人无履行义务能力", En: "supporters are not able"}},
		{Word: "capable", Label: lang.Text{Zh: "法定义务人有履行义务能力", En: "supporters are able"}},
	}
	activityWords = [...]fields.Word{
		{Word: "eating", Label: lang.Text{Zh: "自主吃饭", En: "eating"}},
		{Word: "dressing", Label: lang.Text{Zh: "自主穿衣", En: "dressing"}},
		{Word: "bed", Label: lang.Text{Zh: "自主上下床", En: "getting into and out of bed"}},
		{Word: "toilet", Label: lang.Text{Zh: "自主如厕", En: "using the toilet"}},
		{Word: "walking", Label: lang.Text{Zh: "室内自主行走", En: "walking indoors"}},
		{Word: "bathing", Label: lang.Text{Zh: "自主洗澡", En: "bathing"}},
	}
	selfCareWords = [...]fields.Word{
		{Word: "full", Label: lang.Text{Zh: "具备", En: "full"}},
		{Word: "partial", Label: lang.Text{Zh: "部分丧失", En: "partly lost"}},
		{Word: "none", Label: lang.Text{Zh: "完全丧失", En: "wholly lost"}},
	}
	placementWords = [...]fields.Word{{Word: "home", Label: lang.Text{Zh: "分散供养", En: "at home"}}, {Word: "institution", Label: lang.Text{Zh: "集中供养", En: "in an institution"}}}
	schemeWords    = [...]fields.Word{
		{Word: "orphan", Label: lang.Text{Zh: "孤儿", En: "orphan"}},
		{Word: "unattended-full", Label: lang.Text{Zh: "事实无人抚养儿童，全额", En: "unattended, full rate"}},
		{Word: "unattended-topped-up", Label: lang.Text{Zh: "事实无人抚养儿童，补差", En: "unattended, topped up"}},
	}
)

// placeWords are the divisions, and elsewhere for a member.
func placeWords(ofMember bool) []fields.Word {
	var all []fields.Word
	add := func(p standards.Place) {
		label := lang.Text{Zh: p.Text(standards.Chinese), En: p.Text(standards.English)}
		all = append(all, fields.Word{Word: p.String(), Label: label})
	}
	for _, p := range standards.Divisions() {
		add(p)
	}
	if ofMember {
		add(standards.Elsewhere)
	}
	return all
}
