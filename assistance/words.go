package assistance

import (
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/standards"
)

// words are a text in Chinese and English.
type words lang.Text

func (w words) in(l standards.Lang) string { return lang.Text(w).In(l) }

// Word is a word that a field takes.
type Word struct {
	Word string // in JSON and case files
	name words
}

// Text says in language l what the word means.
func (w Word) Text(l standards.Lang) string { return w.name.in(l) }

// The words of the fields, in the order of their types.
var (
	answerWords    = [...]Word{{"yes", words{"是", "yes"}}, {"no", words{"否", "no"}}}
	residenceWords = [...]Word{{"urban", words{"城市", "urban"}}, {"rural", words{"农村", "rural"}}}
	propertyWords  = [...]Word{{"within", words{"符合规定", "within the limit"}}, {"over", words{"超出规定", "over the limit"}}}
	relationWords  = [...]Word{
		{"applicant", words{"申请人", "applicant"}},
		{"spouse", words{"配偶", "spouse"}},
		{"parent", words{"父母", "parent"}},
		{"minor-child", words{"未成年子女", "minor child"}},
		{"student", words{"在校接受本科及以下学历教育的成年子女", "grown child in education up to a first degree"}},
		{"dependent-adult-child", words{"不能独立生活的成年子女", "grown child who cannot live independently"}},
		{"adult-child", words{"成年子女", "grown child"}},
		{"independent-adult-child", words{"能独立生活的成年子女", "grown child who can live independently"}},
		{"child-spouse", words{"儿媳、女婿", "spouse of a child"}},
		{"grandchild", words{"孙子女、外孙子女", "grandchild"}},
		{"grandparent", words{"祖父母、外祖父母", "grandparent"}},
		{"sibling", words{"兄弟姐妹", "brother or sister"}},
		{"supported-relative", words{"其他具有法定赡养、扶养、抚养义务关系并长期共同居住的人员", "other relative whom the law binds to support, living in the household for long"}},
	}
	absenceWords = [...]Word{
		{"clergy", words{"连续三年以上脱离家庭独立生活的宗教教职人员", "clergy living apart for three years or more"}},
		{"prison", words{"在监狱内服刑", "in prison"}},
		{"compulsory-rehabilitation", words{"强制隔离戒毒", "in compulsory drug rehabilitation"}},
		{"missing", words{"宣告失踪", "declared missing"}},
	}
	incomeWords = [...]Word{
		{"wages", words{"工资性收入", "wages"}},
		{"business", words{"经营净收入", "net business income"}},
		{"property", words{"财产净收入", "net property income"}},
		{"transfer", words{"转移净收入", "net transfers"}},
		{"other", words{"其他收入", "other income"}},
		{"veterans-pension", words{"优待抚恤金", "veterans' pension"}},
		{"reward", words{"奖励性补助", "reward"}},
		{"basic-pension", words{"基础养老金", "basic pension"}},
		{"old-age-allowance", words{"高龄津贴", "old-age allowance"}},
		{"disability-subsidy", words{"残疾人两项补贴", "disability subsidies"}},
		{"child-subsidy", words{"事实无人抚养儿童补贴", "subsidy for unattended children"}},
		{"relief", words{"其他社会救助", "other relief"}},
	}
	categoryWords = [...]Word{
		{"visual", words{"视力残疾", "visual"}},
		{"hearing", words{"听力残疾", "hearing"}},
		{"speech", words{"言语残疾", "speech"}},
		{"physical", words{"肢体残疾", "physical"}},
		{"intellectual", words{"智力残疾", "intellectual"}},
		{"mental", words{"精神残疾", "mental"}},
		{"multiple", words{"多重残疾", "multiple"}},
	}
	supportWords = [...]Word{
		{"none", words{"无法定义务人", "no supporters"}},
		{"incapable", words{"法定义务人无履行义务能力", "supporters are not able"}},
		{"capable", words{"法定义务人有履行义务能力", "supporters are able"}},
	}
	activityWords = [...]Word{
		{"eating", words{"自主吃饭", "eating"}},
		{"dressing", words{"自主穿衣", "dressing"}},
		{"bed", words{"自主上下床", "getting into and out of bed"}},
		{"toilet", words{"自主如厕", "using the toilet"}},
		{"walking", words{"室内自主行走", "walking indoors"}},
		{"bathing", words{"自主洗澡", "bathing"}},
	}
	selfCareWords = [...]Word{
		{"full", words{"具备", "full"}},
		{"partial", words{"部分丧失", "partly lost"}},
		{"none", words{"完全丧失", "wholly lost"}},
	}
	placementWords = [...]Word{{"home", words{"分散供养", "at home"}}, {"institution", words{"集中供养", "in an institution"}}}
	schemeWords    = [...]Word{
		{"orphan", words{"孤儿", "orphan"}},
		{"unattended-full", words{"事实无人抚养儿童，全额", "unattended, full rate"}},
		{"unattended-topped-up", words{"事实无人抚养儿童，补差", "unattended, topped up"}},
	}
)

// placeWords are the divisions, and elsewhere for a member.
func placeWords(ofMember bool) []Word {
	var all []Word
	add := func(p standards.Place) {
		all = append(all, Word{p.String(), words{p.Text(standards.Chinese), p.Text(standards.English)}})
	}
	for _, p := range standards.Divisions() {
		add(p)
	}
	if ofMember {
		add(standards.Elsewhere)
	}
	return all
}
