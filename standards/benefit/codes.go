package benefit

import "slices"

// Code names a kind of step. Codes are stable: they are never renamed.
type Code string

// The codes of the steps, in the order of the law. What a condition compares stands in Left and
// Right, and a computation in Terms and Value.
const (
	StepNotExamined Code = "member-not-examined" // nothing is examined of a member; Value: the absence

	StepTekunAbility  Code = "tekun-no-ability-to-work" // Op < under the age of minors, >= from the age of the old on, <= by the grade of a disability
	StepTekunScheme   Code = "tekun-child-scheme"       // Left: the children's scheme, which excludes or does not
	StepTekunIncome   Code = "tekun-income-below-line"  // Left: the member's own income; Right: the line
	StepTekunProperty Code = "tekun-property"           // Left: own property, or else the household's, against the limit
	StepTekunSupport  Code = "tekun-no-support"         // Left: those legally bound to support the member, as far as known
	StepTekunPayment  Code = "tekun-payment"            // the basic living standard and the care standard

	StepNotCounted      Code = "member-not-counted" // a member is not counted for dibao; Value: the absence or relation, or the caseworker's finding
	StepTekunNotCounted Code = "member-tekun"       // a tekun member is left out for dibao

	StepCountingOpen    Code = "counting-not-stated"       // whether members count is not stated, and the verdicts differ
	StepWay             Code = "way"                       // what the household comes to in one way of what is open; Left: the verdict on dibao
	StepRigidCosts      Code = "dibao-rigid-costs"         // Value: the rigid costs that are taken off
	StepJobCosts        Code = "dibao-job-costs"           // Value: the costs of working that are taken off
	StepDibaoTekunFirst Code = "dibao-tekun-first"         // dibao waits for a member's tekun
	StepIncomeOf        Code = "dibao-income-counted"      // whose income counts, and the sum
	StepDibaoIncome     Code = "dibao-income-below-line"   // Left: that sum; Right: the line for all of its people
	StepDibaoGrace      Code = "dibao-grace"               // income is above the line of a household on dibao, and the months of grace are not on record
	StepDibaoProperty   Code = "dibao-property"            // Left: how the household's property stands to the limit
	StepDibaoTopUp      Code = "dibao-topup"               // a member's top-up; Value: the class for which it is paid
	StepDibaoMinimum    Code = "dibao-each-person-minimum" // the average level as a minimum for each person
	StepDibaoLeast      Code = "dibao-least-payment"       // the least that a draft pays to an eligible household
	StepDibaoBand       Code = "dibao-band-payment"        // what a draft's band pays to the people of one kind of hukou
	StepDibaoPayment    Code = "dibao-payment"             // the line times the people, less their income, and the top-ups

	StepLowIncomeMixed    Code = "low-income-one-kind-on-dibao" // not examined: one kind of hukou is on dibao
	StepLowIncomeAbove    Code = "low-income-above-line"        // Left: income; Right: the line that it must not be below
	StepLowIncomeBelow    Code = "low-income-below-multiple"    // Left: income; Right: the multiple; the one term: the line times that and the people
	StepLowIncomeProperty Code = "low-income-property"          // Left: how the household's property stands to the limit

	StepSinglePersonFamily  Code = "single-person-family"  // Left: the verdict on the low-income family
	StepSinglePersonClass   Code = "single-person-class"   // Left: the disability, or the illness, by which someone may be covered alone
	StepSinglePersonIncome  Code = "single-person-income"  // Left: own income; Right: the line
	StepSinglePersonPayment Code = "single-person-payment" // the line, or half of it, less own income where the reading has it so

	StepLivingTekun       Code = "living-tekun"        // Left: the verdict on tekun, which excludes
	StepLivingWorkInjury  Code = "living-work-injury"  // Left: whether the work-injury nursing benefit is paid, which excludes
	StepLivingChildScheme Code = "living-child-scheme" // Left: the children's scheme, which excludes or does not
	StepLivingGrade       Code = "living-grade"        // Left: the grade of the certificate; Right: the least severe that is asked for
	StepLivingAllowance   Code = "living-allowance"    // Left: another living allowance; Right: the rate, which must not be lower
	StepLivingDibao       Code = "living-dibao"        // Left: the verdict on dibao
	StepLivingPayment     Code = "living-payment"      // the rate

	StepNursingTekun        Code = "nursing-tekun"          // Left: the verdict on tekun, which excludes
	StepNursingWorkInjury   Code = "nursing-work-injury"    // Left: whether the work-injury nursing benefit is paid, which excludes
	StepNursingChildScheme  Code = "nursing-child-scheme"   // Left: the children's scheme, which excludes or does not
	StepNursingGrade        Code = "nursing-grade"          // Left: the grade of the certificate; Right: the least severe that is asked for
	StepNursingAllowance    Code = "nursing-allowance"      // Left: another nursing allowance; Right: the rate, which must not be lower
	StepNursingLongTermCare Code = "nursing-long-term-care" // Left: whether long-term care is needed
	StepNursingPayment      Code = "nursing-payment"        // the rate

	StepEldercareClass   Code = "eldercare-subsidy-class"   // Left: age and self-care, for which there is a rate or none
	StepEldercarePayment Code = "eldercare-subsidy-payment" // the rate

	StepResidence Code = "residence-not-stated" // the kind of hukou is not stated; Left: the verdict if urban; Right: if rural
	StepTotal     Code = "total"                // the sum of the payments
)

// CodeInfo says what a step of one code is about.
type CodeInfo struct {
	Code    Code
	Chinese string
	English string
}

// codeTable lists every code there is, in the order of the law. A code is added here when a step
// is; none is ever renamed.
var codeTable = [...]CodeInfo{
	{StepNotExamined, "不予审核的人员", "a member for whom nothing is examined"},

	{StepTekunAbility, "特困：无劳动能力", "tekun: no ability to work"},
	{StepTekunScheme, "特困：未纳入儿童保障", "tekun: no children's scheme excludes it"},
	{StepTekunIncome, "特困：本人收入低于低保标准", "tekun: own income below the dibao line"},
	{StepTekunProperty, "特困：财产符合规定", "tekun: property within the limit"},
	{StepTekunSupport, "特困：无法定义务人或者义务人无履行义务能力", "tekun: nobody legally bound and able to support"},
	{StepTekunPayment, "特困：救助供养金的计算", "tekun: how the payment is made up"},

	{StepNotCounted, "不计入共同生活的家庭成员", "a member who is not counted for dibao"},
	{StepTekunNotCounted, "特困人员不计入低保家庭", "a tekun member, left out for dibao"},

	{StepCountingOpen, "成员是否计入未载明，各种情形结论不同", "whether members count is not stated, and the verdicts differ"},
	{StepWay, "未载明事项的一种情形", "one way of what is open"},
	{StepRigidCosts, "低保：扣减刚性支出", "dibao: rigid costs taken off"},
	{StepJobCosts, "低保：扣减必要的就业成本", "dibao: costs of working taken off"},
	{StepDibaoTekunFirst, "低保、低保边缘：须先认定特困", "dibao and low-income family: wait for tekun"},
	{StepIncomeOf, "低保：计入的家庭收入", "dibao: the income that counts"},
	{StepDibaoIncome, "低保：收入低于低保标准", "dibao: income below the line"},
	{StepDibaoGrace, "低保：渐退期", "dibao: the grace period"},
	{StepDibaoProperty, "低保：财产符合规定", "dibao: property within the limit"},
	{StepDibaoTopUp, "低保：特殊困难成员增发", "dibao: top-up for a member in special hardship"},
	{StepDibaoMinimum, "低保：每人不低于月人均救助水平", "dibao: the average level as a minimum for each person"},
	{StepDibaoLeast, "低保：草案规定的最低发放额", "dibao: the least that a draft pays"},
	{StepDibaoBand, "低保：草案规定的分档发放", "dibao: a draft's band"},
	{StepDibaoPayment, "低保：低保金的计算", "dibao: how the payment is made up"},

	{StepLowIncomeMixed, "低保边缘：另一户籍类别享受低保", "low-income family: one kind of hukou is on dibao"},
	{StepLowIncomeAbove, "低保边缘：收入不低于低保标准", "low-income family: income not below the line"},
	{StepLowIncomeBelow, "低保边缘：收入低于低保标准的规定倍数", "low-income family: income below the multiple of the line"},
	{StepLowIncomeProperty, "低保边缘：财产符合规定", "low-income family: property within the limit"},

	{StepSinglePersonFamily, "参照单人户：家庭属于低保边缘家庭", "single-person cover: in a low-income family"},
	{StepSinglePersonClass, "参照单人户：重度残疾人或者重病患者", "single-person cover: severely disabled or seriously ill"},
	{StepSinglePersonIncome, "参照单人户：本人收入低于低保标准", "single-person cover: own income below the line"},
	{StepSinglePersonPayment, "参照单人户：低保金的计算", "single-person cover: how the payment is made up"},

	{StepLivingTekun, "生活补贴：未享受特困供养", "living subsidy: not tekun"},
	{StepLivingWorkInjury, "生活补贴：未领取工伤保险生活护理费", "living subsidy: no work-injury nursing benefit"},
	{StepLivingChildScheme, "生活补贴：儿童保障", "living subsidy: children's scheme"},
	{StepLivingGrade, "生活补贴：残疾等级", "living subsidy: disability grade"},
	{StepLivingAllowance, "生活补贴：另享受的生活类补贴", "living subsidy: another living allowance"},
	{StepLivingDibao, "生活补贴：低保对象", "living subsidy: on dibao"},
	{StepLivingPayment, "生活补贴：标准", "living subsidy: the rate"},

	{StepNursingTekun, "护理补贴：未享受特困供养", "nursing subsidy: not tekun"},
	{StepNursingWorkInjury, "护理补贴：未领取工伤保险生活护理费", "nursing subsidy: no work-injury nursing benefit"},
	{StepNursingChildScheme, "护理补贴：儿童保障", "nursing subsidy: children's scheme"},
	{StepNursingGrade, "护理补贴：残疾等级", "nursing subsidy: disability grade"},
	{StepNursingAllowance, "护理补贴：另享受的护理类补贴", "nursing subsidy: another nursing allowance"},
	{StepNursingLongTermCare, "护理补贴：需要长期照护", "nursing subsidy: need for long-term care"},
	{StepNursingPayment, "护理补贴：标准", "nursing subsidy: the rate"},

	{StepEldercareClass, "养老服务补贴：年龄和自理能力", "eldercare subsidy: age and self-care"},
	{StepEldercarePayment, "养老服务补贴：标准", "eldercare subsidy: the rate"},

	{StepResidence, "户籍类别未载明，两种情形结论不同", "kind of hukou not stated, and the verdicts differ"},
	{StepTotal, "各项合计", "the sum of the payments"},
}

// Codes lists every code with what a step of that code is about, in the order of the law.
func Codes() []CodeInfo { return slices.Clone(codeTable[:]) }

// Text says in language l what a step of code c is about, and is c itself for a code that is not
// known.
func (c Code) Text(l Lang) string {
	for i := range codeTable {
		if codeTable[i].Code == c {
			return l.In(codeTable[i].Chinese, codeTable[i].English)
		}
	}
	return string(c)
}
