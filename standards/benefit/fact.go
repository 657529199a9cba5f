package benefit

import "github.com/openminzheng/zhuzhou/internal/lang"

// Fact is a fact of a household or a member that a decision needs or assumes.
type Fact uint8

const (
	ChildSchemeFact       Fact = iota + 1 // 儿童保障
	ComponentsFact                        // 多重残疾的各类等级
	IncomeFact                            // 收入
	LivingAllowanceFact                   // 其他生活类补贴
	LongTermCareFact                      // 长期照护需要
	NursingAllowanceFact                  // 其他护理类补贴
	OnDibaoFact                           // 是否已享受低保
	PropertyFact                          // 财产状况
	ResidenceFact                         // 户籍类别
	SelfCareFact                          // 生活自理能力
	SeriousIllnessFact                    // 是否为重病患者
	SupportFact                           // 法定义务人
	WorkInjuryNursingFact                 // 工伤保险生活护理费
)

// FactCount is one more than the last Fact: the length of a table by Fact.
const FactCount = WorkInjuryNursingFact + 1

var factWords = [FactCount]string{"", "childScheme", "components", "income", "livingAllowance", "longTermCare", "nursingAllowance", "onDibao", "property",
	"residence", "selfCare", "seriousIllness", "support", "workInjuryNursing"}

// assumedAs says what an unstated fact is taken for, where it is.
var assumedAs = [FactCount]string{ChildSchemeFact: "none", IncomeFact: "none", LivingAllowanceFact: "none", NursingAllowanceFact: "none", OnDibaoFact: "no",
	SupportFact: "capable", WorkInjuryNursingFact: "no"}

// AssumedAs returns the word that the fact is taken for while it is not stated, "" where it is not
// assumed.
func (f Fact) AssumedAs() string { return lang.Word(assumedAs[:], int(f)) }

// String returns the name of the field of the wire formats.
func (f Fact) String() string { return lang.Word(factWords[:], int(f)) }

// Text returns the fact's name in language l.
func (f Fact) Text(l Lang) string {
	if f >= FactCount {
		return ""
	}
	return l.In(factChinese[f], factEnglish[f])
}

var factChinese = [FactCount]string{"", "是否纳入孤儿或事实无人抚养儿童保障", "多重残疾的各残疾类别和等级", "收入", "是否享受其他生活类补贴", "是否需要长期照护", "是否享受其他护理类补贴",
	"是否已享受低保", "财产是否符合规定", "户籍类别（城市或农村）", "生活自理能力", "是否为重病患者", "法定义务人及其履行义务能力", "是否领取工伤保险生活护理费"}

var factEnglish = [FactCount]string{"", "whether in a children's scheme", "the components of the multiple disability", "income", "whether another living allowance is paid",
	"whether long-term care is needed", "whether another nursing allowance is paid", "whether already on dibao", "whether property is within the limit",
	"kind of hukou (urban or rural)", "self-care", "whether seriously ill", "legal supporters and whether they are able", "whether the work-injury nursing benefit is paid"}

// MarshalText implements encoding.TextMarshaler.
func (f Fact) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (f *Fact) UnmarshalText(text []byte) error { return readWord(f, factWords[:], text) }
