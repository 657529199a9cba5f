package standards

import (
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// Reading is a question that the texts leave open. One choice is made for each, by default the
// first of its choices; a tables file or [Tables.Choose] makes another where there is one. A
// decision names every reading that it turns on.
type Reading uint8

const (
	CityFiveReading        Reading = iota + 1 // R1
	AverageReading                            // R2
	EachSubsidyReading                        // R3
	AtTheLineReading                          // R4
	Effective2020Reading                      // R5
	RoundingReading                           // R6
	MixedHukouReading                         // R7
	SinglePersonReading                       // R8
	LongTermCareReading                       // R9
	TekunMemberReading                        // R10
	FloorAsLineReading                        // R11
	IncomeListReading                         // R12
	BandsReading                              // R13
	TekunMinor2021Reading                     // R14
	AbsentOthersReading                       // R15
	LivingGradeReading                        // R16
	RuralExemptionsReading                    // R17
	ChangesFromReading                        // R18

	readingCount
)

// Choice is one answer to a Reading. Choices of different readings are different values.
type Choice uint8

const (
	WithYunlong Choice = iota + 1 // 城市五区 are Hetang, Lusong, Shifeng, Tianyuan and Yunlong; Lukou is of the county five

	CaseloadAverage // 400 and 223 a month are averages over all recipients, and nobody's own minimum
	EachPerson      // they are what each person is paid at least

	EachSubsidy // 100 and 80 a month are the rate of each of the two disability subsidies

	LowIncomeAtTheLine // income just at the dibao line makes a low-income family
	NeitherAtTheLine   // it makes neither a dibao nor a low-income family

	CalendarYear    // the city's figures apply from 2020-01-01 to 2020-12-31
	FromPublication // from the day of their publication to 2020-12-31
	UntilReplaced   // from 2020-01-01 on, until those of 2022

	UpToFen     // a fraction of a fen counts as a whole one
	HalfUpToFen // half a fen or more counts as a whole one, less as none
	UpToYuan    // a fraction of a yuan counts as a whole one

	WholeHousehold // the income per head of the whole household is compared with the line of each kind of hukou
	EachGroup      // the members of each kind are taken for themselves, with their own income

	LineLessOwnIncome // single-person cover pays the line less the person's own income
	FullLine          // it pays the line
	HalfLine          // it pays half the line

	GradeAlone         // the nursing subsidy goes by the grade alone
	LongTermCareTested // the person must need long-term care as well

	TekunLeftOut // a tekun member and that income do not count for the dibao of the others

	FloorMayBeHigher // the county's own figure may be above the floor on record: what rests on it is at least that, or undetermined
	FloorExact       // the floor is taken for the county's figure, for estimates

	ListByText // before 2021-07-01 what does not count as income goes by the texts then in force
	ListAs2021 // the lists of 2021-07-01 hold before that day too

	ExactDifference // dibao pays the exact difference to the line, not by bands

	MinorUnder18 // from 2021-07-01 a tekun minor is under 18
	MinorUnder16 // under 16

	AbsentLeftOut // before 2021-07-01 people in compulsory rehabilitation or declared missing are left out, as after it
	AbsentCounted // before 2021-07-01 they are examined as anyone

	LivingOnDibao        // the living subsidy asks for dibao, whatever the grade
	LivingGradesOneOrTwo // grade 1 or 2 alone gives it, to those without wages

	RuralNotIncome // before 2021-07-01 veterans' pensions and rewards of rural members are not income
	RuralIncome    // they are income

	FromNextMonth // a change of facts counts from the month after it

	choiceCount
)

// ReadingInfo describes a Reading: its number in the law's notes, its name on the wire, the
// question in both languages, its choices, default first, and why the default is the default.
type ReadingInfo struct {
	Reading  Reading
	ID       string // R1 ... R18
	Name     string // as on the wire
	Question Text
	Choices  []Choice
	Why      Text // why the default is the default
	Document Document
	Clause   string
	From     Date // the first day on which the question is open; zero: on all days
	Until    Date // the first day after
}

// choiceInfo describes a Choice.
type choiceInfo struct {
	Reading Reading
	Code    string // as on the wire
	Text    Text

	figures span // the days on which the figures of the 2020 document apply under this choice
	listsOf Date // the day whose lists apply before it under this choice
}

// span is a run of days, its end the first day after; a zero end means no end.
type span struct{ from, until Date }

func (s span) has(d Date) bool {
	return !d.Before(s.from) && (s.until.IsZero() || d.Before(s.until))
}

var readingTable = [readingCount]ReadingInfo{
	CityFiveReading: {ID: "R1", Name: "city-five", Document: WorkPoints2020, Clause: "9",
		Question: Text{Zh: "哪些地方属于城市五区？", En: "which places are 城市五区?"}, Choices: []Choice{WithYunlong},
		Why: Text{Zh: "第31项将渌口区与市区分列，故城市五区含云龙、不含渌口", En: "item 31 sets Lukou apart from 市区, so the five are those with Yunlong and without Lukou"}},
	AverageReading: {ID: "R2", Name: "average-assistance", Document: WorkPoints2020, Clause: "9",
		Question: Text{Zh: "400元、223元指什么？", En: "what are the 400 and the 223?"}, Choices: []Choice{CaseloadAverage, EachPerson},
		Why: Text{Zh: "月人均救助水平是资金除以人月数的统计数，不是个人最低额", En: "月人均救助水平 is money paid over recipient-months, a statistic and not one person's minimum"}},
	EachSubsidyReading: {ID: "R3", Name: "each-subsidy", Document: WorkPoints2020, Clause: "31",
		Question: Text{Zh: "100元、80元是哪一项补贴的标准？", En: "which subsidy are 100 and 80 the rate of?"}, Choices: []Choice{EachSubsidy},
		Why: Text{Zh: "第31项统称两项补贴标准，按每一项理解", En: "item 31 speaks of the standard of the two subsidies; it is taken as that of each"}},
	AtTheLineReading: {ID: "R4", Name: "at-the-line", Document: Relief2020,
		Question: Text{Zh: "人均收入恰等于低保标准的家庭属于哪一类？", En: "where does a family exactly at the line belong?"}, Choices: []Choice{LowIncomeAtTheLine, NeitherAtTheLine},
		Why: Text{Zh: "2021年办法第八条以不符合低保条件为限，不留空档", En: "article 8 of the 2021 measures takes all who are not eligible for dibao, which leaves no hole"}},
	Effective2020Reading: {ID: "R5", Name: "effective-2020", Document: WorkPoints2020, Until: begin2022,
		Question: Text{Zh: "2020年的标准自何日起适用？", En: "when do the 2020 figures apply?"}, Choices: []Choice{CalendarYear, FromPublication, UntilReplaced},
		Why: Text{Zh: "文件为年度工作要点，未载明生效日期", En: "the document is a plan for the year and states no effective date"}},
	RoundingReading: {ID: "R6", Name: "rounding", Document: DibaoReview2012, Clause: "27",
		Question: Text{Zh: "不足一分的尾数如何处理？", En: "how is a payment that is not whole fen rounded?"}, Choices: []Choice{UpToFen, HalfUpToFen, UpToYuan},
		Why: Text{Zh: "未见取整规定；进位到分，补足后不低于标准", En: "no rule is on record; up to the fen leaves nobody below the line"}},
	MixedHukouReading: {ID: "R7", Name: "mixed-hukou", Document: DibaoReview2012, Clause: "11",
		Question: Text{Zh: "成员分属城乡户籍的，人均收入如何计算？", En: "how is income per head taken where members are of both kinds?"}, Choices: []Choice{WholeHousehold, EachGroup},
		Why: Text{Zh: "收入以共同生活的家庭为单位，标准按户籍类别", En: "income is that of the household living together; the line goes by kind of hukou"}},
	SinglePersonReading: {ID: "R8", Name: "single-person-amount", Document: Relief2020,
		Question: Text{Zh: "参照单人户纳入的，发放多少？", En: "what does single-person cover pay?"}, Choices: []Choice{LineLessOwnIncome, FullLine, HalfLine},
		Why: Text{Zh: "参照单人户，即以本人收入补差", En: "covered as a household of one, so by the difference from the person's own income"}},
	LongTermCareReading: {ID: "R9", Name: "long-term-care", Document: HunanSubsidies2015,
		Question: Text{Zh: "护理补贴是否审核长期照护需要？", En: "is the need for long-term care tested?"}, Choices: []Choice{GradeAlone, LongTermCareTested},
		Why: Text{Zh: "湖南的规定不作要求", En: "Hunan's rules do not ask for it"}},
	TekunMemberReading: {ID: "R10", Name: "tekun-member", Document: Order649,
		Question: Text{Zh: "家庭中的特困人员是否计入低保？", En: "does a tekun member of a household with others count for dibao?"}, Choices: []Choice{TekunLeftOut},
		Why: Text{Zh: "特困与低保不重复享受", En: "tekun support and dibao are not given together"}},
	FloorAsLineReading: {ID: "R11", Name: "floor-as-line", Document: WorkPoints2020, Clause: "9",
		Question: Text{Zh: "只知下限的县市区标准如何使用？", En: "how is a county figure used that is known only as a floor?"}, Choices: []Choice{FloorMayBeHigher, FloorExact},
		Why: Text{Zh: "印发的是“不低于”，当地标准可以更高", En: "what is printed is 不低于: the county's own figure may be higher"}},
	IncomeListReading: {ID: "R12", Name: "income-list", Document: DibaoReview2012, Clause: "16", Until: measures2021,
		Question: Text{Zh: "2021年7月1日前哪些收入不计入？", En: "what does not count as income before 2021-07-01?"}, Choices: []Choice{ListByText, ListAs2021},
		Why: Text{Zh: "按当时有效的规定", En: "by the texts then in force"}},
	BandsReading: {ID: "R13", Name: "bands", Document: Reform2020, Clause: "5", From: reform2020,
		Question: Text{Zh: "2020年8月25日起低保金按档还是按差额发放？", En: "is the difference paid exactly or by bands from 2020-08-25?"}, Choices: []Choice{ExactDifference},
		Why: Text{Zh: "未见分档标准", En: "no bands are on record"}},
	TekunMinor2021Reading: {ID: "R14", Name: "tekun-minor-2021", Document: Tekun2021, Clause: "5", From: measures2021,
		Question: Text{Zh: "2021年7月1日起特困未成年人以多少岁为限？", En: "up to what age is a minor tekun from 2021-07-01?"}, Choices: []Choice{MinorUnder18, MinorUnder16},
		Why: Text{Zh: "中办国办意见第5项已延长至18周岁", En: "item 5 of the 2020 opinions raised it to 18"}},
	AbsentOthersReading: {ID: "R15", Name: "absent-others", Document: DibaoReview2012, Clause: "5", Until: measures2021,
		Question: Text{Zh: "2021年7月1日前强制隔离戒毒和宣告失踪的人员是否计入？", En: "do people in compulsory rehabilitation or declared missing count before 2021-07-01?"}, Choices: []Choice{AbsentLeftOut, AbsentCounted},
		Why: Text{Zh: "第五条留待省级认定，未见规定；2021年办法不计入", En: "article 5 leaves them to a finding of the province that is not on record; the 2021 measures leave them out"}},
	LivingGradeReading: {ID: "R16", Name: "living-grade-one-two", Document: TwoSubsidies2015,
		Question: Text{Zh: "一级、二级残疾人不是低保对象的，是否享受生活补贴？", En: "does grade 1 or 2 alone give the living subsidy?"}, Choices: []Choice{LivingOnDibao, LivingGradesOneOrTwo},
		Why: Text{Zh: "国务院意见和湖南的规定以低保为条件；2022年、2023年的指南另有说法", En: "the national and the provincial rules ask for dibao; guides of 2022 and 2023 say otherwise"}},
	RuralExemptionsReading: {ID: "R17", Name: "rural-exemptions", Document: RuralDibao2007, Until: measures2021,
		Question: Text{Zh: "2021年7月1日前农村成员的优待抚恤金和奖励是否计入收入？", En: "do veterans' pensions and rewards of rural members count before 2021-07-01?"}, Choices: []Choice{RuralNotIncome, RuralIncome},
		Why: Text{Zh: "国发〔2007〕19号未见原文，按通行理解不计入", En: "the text of 2007 no. 19 was not seen; they are taken not to count"}},
	ChangesFromReading: {ID: "R18", Name: "changes-from", Document: Order649, Clause: "13",
		Question: Text{Zh: "家庭情况变化自哪一月起计算？", En: "from when does a change of facts count?"}, Choices: []Choice{FromNextMonth},
		Why: Text{Zh: "发放以月为单位，自变化的次月起", En: "payments are by the month; a change counts from the next"}},
}

var choiceTable = [choiceCount]choiceInfo{
	WithYunlong:        {Reading: CityFiveReading, Code: "with-yunlong", Text: Text{Zh: "荷塘、芦淞、石峰、天元、云龙", En: "Hetang, Lusong, Shifeng, Tianyuan and Yunlong"}},
	CaseloadAverage:    {Reading: AverageReading, Code: "caseload-average", Text: Text{Zh: "全部对象的平均数", En: "an average over the caseload"}},
	EachPerson:         {Reading: AverageReading, Code: "each-person", Text: Text{Zh: "每人的最低额", En: "a minimum for each person"}},
	EachSubsidy:        {Reading: EachSubsidyReading, Code: "each", Text: Text{Zh: "每一项补贴", En: "each of the two"}},
	LowIncomeAtTheLine: {Reading: AtTheLineReading, Code: "low-income", Text: Text{Zh: "低保边缘家庭", En: "a low-income family"}},
	NeitherAtTheLine:   {Reading: AtTheLineReading, Code: "neither", Text: Text{Zh: "两者都不是", En: "neither"}},
	CalendarYear: {Reading: Effective2020Reading, Code: "calendar-year", Text: Text{Zh: "2020年全年", En: "the calendar year 2020"},
		figures: span{begin2020, begin2021}},
	FromPublication: {Reading: Effective2020Reading, Code: "from-publication", Text: Text{Zh: "自公布之日起至2020年底", En: "from publication to the end of 2020"},
		figures: span{published2020, begin2021}},
	UntilReplaced: {Reading: Effective2020Reading, Code: "until-replaced", Text: Text{Zh: "自2020年初至新标准施行", En: "from the beginning of 2020 until replaced"},
		figures: span{begin2020, begin2022}},
	UpToFen:              {Reading: RoundingReading, Code: "up-to-fen", Text: Text{Zh: "进位到分", En: "up to the fen"}},
	HalfUpToFen:          {Reading: RoundingReading, Code: "half-up-to-fen", Text: Text{Zh: "四舍五入到分", En: "to the nearest fen, a half up"}},
	UpToYuan:             {Reading: RoundingReading, Code: "up-to-yuan", Text: Text{Zh: "进位到元", En: "up to the yuan"}},
	WholeHousehold:       {Reading: MixedHukouReading, Code: "whole-household", Text: Text{Zh: "全家同一人均收入，各按其标准", En: "one per-capita income, each kind against its own line"}},
	EachGroup:            {Reading: MixedHukouReading, Code: "each-group", Text: Text{Zh: "城乡分别计算", En: "each kind alone"}},
	LineLessOwnIncome:    {Reading: SinglePersonReading, Code: "line-less-own-income", Text: Text{Zh: "低保标准减本人收入", En: "the line less the person's own income"}},
	FullLine:             {Reading: SinglePersonReading, Code: "full-line", Text: Text{Zh: "低保标准全额", En: "the full line"}},
	HalfLine:             {Reading: SinglePersonReading, Code: "half-line", Text: Text{Zh: "低保标准的一半", En: "half the line"}},
	GradeAlone:           {Reading: LongTermCareReading, Code: "grade-alone", Text: Text{Zh: "只看等级", En: "the grade alone decides"}},
	LongTermCareTested:   {Reading: LongTermCareReading, Code: "tested", Text: Text{Zh: "须有长期照护需要", En: "the need is tested"}},
	TekunLeftOut:         {Reading: TekunMemberReading, Code: "left-out", Text: Text{Zh: "不计入人口和收入", En: "left out of members and income"}},
	FloorMayBeHigher:     {Reading: FloorAsLineReading, Code: "may-be-higher", Text: Text{Zh: "当地标准可能更高", En: "the county's own may be higher"}},
	FloorExact:           {Reading: FloorAsLineReading, Code: "exact", Text: Text{Zh: "视同当地标准（测算用）", En: "taken as exact, for estimates"}},
	ListByText:           {Reading: IncomeListReading, Code: "by-text", Text: Text{Zh: "按当时的规定", En: "by the texts then in force"}},
	ListAs2021:           {Reading: IncomeListReading, Code: "as-2021", Text: Text{Zh: "按2021年的规定", En: "by the 2021 lists"}, listsOf: measures2021},
	ExactDifference:      {Reading: BandsReading, Code: "exact-difference", Text: Text{Zh: "按实际差额", En: "the exact difference"}},
	MinorUnder18:         {Reading: TekunMinor2021Reading, Code: "under-18", Text: Text{Zh: "未满18周岁", En: "under 18"}},
	MinorUnder16:         {Reading: TekunMinor2021Reading, Code: "under-16", Text: Text{Zh: "未满16周岁", En: "under 16"}},
	AbsentLeftOut:        {Reading: AbsentOthersReading, Code: "left-out", Text: Text{Zh: "不计入", En: "left out"}},
	AbsentCounted:        {Reading: AbsentOthersReading, Code: "counted", Text: Text{Zh: "计入", En: "counted"}},
	LivingOnDibao:        {Reading: LivingGradeReading, Code: "dibao-only", Text: Text{Zh: "以低保为条件", En: "dibao is asked for"}},
	LivingGradesOneOrTwo: {Reading: LivingGradeReading, Code: "grades-one-two", Text: Text{Zh: "一级、二级即可（无工资收入）", En: "grade 1 or 2 suffices, without wages"}},
	RuralNotIncome:       {Reading: RuralExemptionsReading, Code: "not-income", Text: Text{Zh: "不计入收入", En: "they are not income"}},
	RuralIncome:          {Reading: RuralExemptionsReading, Code: "income", Text: Text{Zh: "计入收入", En: "they are income"}},
	FromNextMonth:        {Reading: ChangesFromReading, Code: "next-month", Text: Text{Zh: "自次月起", En: "from the next month on"}},
}

// Info describes r.
func (r Reading) Info() ReadingInfo {
	if r >= readingCount {
		return ReadingInfo{}
	}
	info := readingTable[r]
	info.Reading = r
	info.Choices = append([]Choice(nil), info.Choices...)
	return info
}

// Question returns what r asks.
func (r Reading) Question() Text {
	if r >= readingCount {
		return Text{}
	}
	return readingTable[r].Question
}

// AllReadings lists every reading, R1 first.
func AllReadings() []ReadingInfo {
	all := make([]ReadingInfo, 0, readingCount-1)
	for r := Reading(1); r < readingCount; r++ {
		all = append(all, r.Info())
	}
	return all
}

// Default returns the choice made where nobody makes another.
func (r Reading) Default() Choice {
	if r == 0 || r >= readingCount {
		return 0
	}
	return readingTable[r].Choices[0]
}

// Switchable reports whether r has more than one choice.
func (r Reading) Switchable() bool { return r < readingCount && len(readingTable[r].Choices) > 1 }

// Choose finds the choice of r with this code.
func (r Reading) Choose(code string) (Choice, bool) {
	if r < readingCount {
		for _, c := range readingTable[r].Choices {
			if choiceTable[c].Code == code {
				return c, true
			}
		}
	}
	return 0, false
}

// String returns the name of r on the wire, such as at-the-line.
func (r Reading) String() string {
	if r < readingCount {
		return readingTable[r].Name
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler.
func (r Reading) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Reading) UnmarshalText(text []byte) error {
	for one := Reading(1); r != nil && one < readingCount; one++ {
		if readingTable[one].Name == string(text) {
			*r = one
			return nil
		}
	}
	return &WordError{Value: string(text)}
}

// Reading returns the reading that c is a choice of, zero where c is none.
func (c Choice) Reading() Reading {
	if c < choiceCount {
		return choiceTable[c].Reading
	}
	return 0
}

// Text returns what c decides, in language l.
func (c Choice) Text(l Lang) string {
	if c < choiceCount {
		return choiceTable[c].Text.In(l)
	}
	return ""
}

// String returns the code of c on the wire, such as low-income.
func (c Choice) String() string {
	if c < choiceCount {
		return choiceTable[c].Code
	}
	return ""
}

// MarshalText writes the code of c, and nothing for no choice.
func (c Choice) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Choices are the choices made for some readings: those that a decision turns on, or all that a Set
// was made under. It is comparable; the zero Choices names none.
type Choices [readingCount]Choice

// Of returns the choice made for r, zero where r is not named.
func (c Choices) Of(r Reading) Choice {
	if r < readingCount {
		return c[r]
	}
	return 0
}

// Fields names the fields of the wire formats, see [Amount.Fields]: one for each reading that a
// choice is made for.
func (c *Choices) Fields(f *wire.Fields) {
	for _, r := range readingsByName {
		f.Special(readingTable[r].Name, c[r] != 0, func(dst []byte) []byte {
			return wire.AppendString(dst, c[r].String())
		}, func(v wire.Value, path string, faults *wire.Faults) {
			choice, ok := r.Choose(v.Text())
			if !ok || v.Kind() != wire.String {
				wire.NotOneOf(faults, path, v.Text(), readingTable[r].Choices)
			}
			c[r] = choice
		})
	}
}

// String lists the choices as reading=choice, in order of name, with spaces between.
func (c Choices) String() string {
	var text []string
	for _, r := range readingsByName {
		if c[r] != 0 {
			text = append(text, r.String()+"="+c[r].String())
		}
	}
	return strings.Join(text, " ")
}

// MarshalText writes the text of String, for formats other than JSON.
func (c Choices) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// MarshalJSON writes an object of names and codes, in order of name.
func (c Choices) MarshalJSON() ([]byte, error) { return wire.Marshal(&c) }

// readingsByName is the order of an object's names on the wire.
var readingsByName = [...]Reading{AbsentOthersReading, AtTheLineReading, AverageReading, BandsReading, ChangesFromReading, CityFiveReading,
	EachSubsidyReading, Effective2020Reading, FloorAsLineReading, IncomeListReading, LivingGradeReading, LongTermCareReading, MixedHukouReading,
	RoundingReading, RuralExemptionsReading, SinglePersonReading, TekunMemberReading, TekunMinor2021Reading}

// UnmarshalJSON reads the form that MarshalJSON writes, strictly.
func (c *Choices) UnmarshalJSON(data []byte) error { return wire.Unmarshal(data, c) }
