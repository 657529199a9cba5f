package benefit

import "github.com/openminzheng/zhuzhou/standards"

// Fact is a fact of a household or a member that a decision needs or assumes.
type Fact uint8

const (
	ChildSchemeFact       Fact = iota + 1 // 儿童保障
	ComponentsFact                        // 多重残疾的各类等级
	CountedFact                           // 是否计入共同生活的家庭成员
	GuideExclusionsFact                   // 指南所列暂不享受生活补贴的其他情形
	IncomeFact                            // 收入
	LivingAllowanceFact                   // 其他生活类补贴
	LongTermCareFact                      // 长期照护需要
	LowIncomePropertyFact                 // 低保边缘家庭的财产状况
	NursingAllowanceFact                  // 其他护理类补贴
	OnDibaoFact                           // 是否已享受低保
	OverLineSinceFact                     // 收入超过低保标准的起始日
	OwnPropertyFact                       // 特困：本人财产状况
	PropertyFact                          // 财产状况
	ResidenceFact                         // 户籍类别
	SelfCareFact                          // 生活自理能力
	SeriousIllnessFact                    // 是否为重病患者
	SupportFact                           // 法定义务人
	SupportOwedFact                       // 应当给付的赡养费
	WorkInjuryNursingFact                 // 工伤保险生活护理费

	FactCount = WorkInjuryNursingFact + 1 // one more than the last: the length of a table by Fact
)

// factInfo describes a fact: its word in the wire formats, what it is taken for while it
// is not stated, where it is, and its name in two languages.
type factInfo struct{ word, as, chinese, english string }

var factTable = [FactCount]factInfo{
	ChildSchemeFact: {"childScheme", "none", "是否纳入孤儿或事实无人抚养儿童保障", "whether in a children's scheme"},
	ComponentsFact:  {"components", "", "多重残疾的各残疾类别和等级", "the components of the multiple disability"},
	CountedFact:     {"counted", "", "是否计入共同生活的家庭成员", "whether counted as a member living with the household"},
	GuideExclusionsFact: {"guideExclusions", "none", "是否有指南所列暂不享受生活补贴的其他情形",
		"whether one of the guides' other exclusions from the living subsidy applies"},
	IncomeFact:            {"income", "none", "收入", "income"},
	LivingAllowanceFact:   {"livingAllowance", "none", "是否享受其他生活类补贴", "whether another living allowance is paid"},
	LongTermCareFact:      {"longTermCare", "", "是否需要长期照护", "whether long-term care is needed"},
	LowIncomePropertyFact: {"lowIncomeProperty", "within", "财产是否符合低保边缘家庭的规定", "whether property is within the limit for low-income families"},
	NursingAllowanceFact:  {"nursingAllowance", "none", "是否享受其他护理类补贴", "whether another nursing allowance is paid"},
	OnDibaoFact:           {"onDibao", "no", "是否已享受低保", "whether already on dibao"},
	OverLineSinceFact:     {"overLineSince", "", "收入自何日起超过低保标准", "the day from which income is over the line"},
	OwnPropertyFact:       {"ownProperty", "within", "本人财产是否符合特困人员的规定", "whether own property is within the limit for tekun"},
	PropertyFact:          {"property", "", "财产是否符合规定", "whether property is within the limit"},
	ResidenceFact:         {"residence", "", "户籍类别（城市或农村）", "kind of hukou (urban or rural)"},
	SelfCareFact:          {"selfCare", "", "生活自理能力", "self-care"},
	SeriousIllnessFact:    {"seriousIllness", "", "是否为重病患者", "whether seriously ill"},
	SupportFact:           {"support", "capable", "法定义务人及其履行义务能力", "legal supporters and whether they are able"},
	SupportOwedFact:       {"supportOwed", "none", "不计入的成年子女应当给付的赡养费", "support owed by a grown child who is not counted"},
	WorkInjuryNursingFact: {"workInjuryNursing", "no", "是否领取工伤保险生活护理费", "whether the work-injury nursing benefit is paid"},
}

// info describes f, with empty words for no fact.
func (f Fact) info() factInfo {
	if f >= FactCount {
		return factInfo{}
	}
	return factTable[f]
}

// AssumedAs returns the word that the fact is taken for while it is not stated, "" where it is not
// assumed.
func (f Fact) AssumedAs() string { return f.info().as }

// String returns the name of the field of the wire formats.
func (f Fact) String() string { return f.info().word }

// Text returns the fact's name in language l.
func (f Fact) Text(l Lang) string { return l.In(f.info().chinese, f.info().english) }

// MarshalText implements encoding.TextMarshaler.
func (f Fact) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (f *Fact) UnmarshalText(text []byte) error {
	for known := ChildSchemeFact; known < FactCount; known++ {
		if factTable[known].word == string(text) && f != nil {
			*f = known
			return nil
		}
	}
	return &standards.WordError{Value: string(text)}
}
