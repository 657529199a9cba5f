package standards

// Key names the subject of a row, such as the dibao line. Its five kinds are different types, so
// that a floor on an average, say, cannot be asked for where a payment's rate is wanted.
type Key uint8

type (
	LineKey    Key // a line that income is compared with
	RateKey    Key // a sum that is paid
	AverageKey Key // a floor on an average over a caseload
	NumberKey  Key // a ratio, an age, a grade, a count or a target
	ListKey    Key // a list, one row an entry
)

// The keys, in the order of the tables: lines, rates, averages, numbers and lists.
const (
	DibaoLine     LineKey = iota + 1 // 最低生活保障标准
	LowIncomeLine                    // 低保边缘家庭人均收入基准线

	DisabilityLiving  RateKey = iota + 1 // 困难残疾人生活补贴
	DisabilityNursing                    // 重度残疾人护理补贴
	TekunBasic                           // 特困人员基本生活标准
	TekunCare                            // 特困人员照料护理标准
	DibaoTopUp                           // 低保家庭特殊困难成员增发
	DibaoMinimum                         // 低保金最低发放额
	DibaoBand                            // 低保金分档发放额
	EldercareSubsidy                     // 养老服务补贴

	AverageAssistance AverageKey = iota + 1 // 月人均救助水平

	LowIncomeMultiple     NumberKey = iota + 1 // 低保边缘家庭: the multiple of the line
	TekunBasicMultiple                         // 特困人员基本生活标准: the multiple of the line
	MinorAge                                   // 未成年人
	GraceMonths                                // 渐退期
	TekunElderAge                              // 无劳动能力: 老年人
	TekunMinorAge                              // 无劳动能力: 未成年人
	TekunGrade                                 // 无劳动能力: 残疾等级
	SinglePersonGrade                          // 参照单人户: 残疾等级
	LivingGrade                                // 生活补贴: 残疾等级
	NursingGrade                               // 护理补贴: 残疾等级
	TopUpElderAge                              // 增发: 老年人
	TopUpMinorAge                              // 增发: 未成年人
	TopUpGrade                                 // 增发: 重度残疾人
	SelfCarePartly                             // 部分丧失生活自理能力
	TekunInstitutionShare                      // 失能半失能特困人员集中供养率
	TekunInstitutions                          // 新改扩建特困人员集中供养机构
	TekunBeds                                  // 新增床位
	TekunNursingBeds                           // 新增护理床位
	CommunityCoverage                          // 社区养老服务设施覆盖率
	ServiceQuality                             // 符合《养老机构服务质量基本规范》的机构
	NursingBedShare                            // 护理型床位占比
	WorkerTraining                             // 护理员上岗培训率
	ElderCanteens                              // 长者餐厅

	DibaoNotIncome   ListKey = iota + 1 // 不计入家庭收入, for dibao
	TekunNotIncome                      // 不计入收入, for tekun
	DibaoNotCounted                     // 不计入共同生活的家庭成员
	CountingOpen                        // 长期共同居住: relations whose counting is open until it is stated
	NotExamined                         // absent: no benefit is examined
	TekunNotWith                        // schemes that exclude tekun
	LivingNotWith                       // what excludes the living subsidy
	NursingNotWith                      // what excludes the nursing subsidy
	JobCosts                            // 必要的就业成本: whose are deducted
	RigidCosts                          // 刚性支出
	Grace                               // 渐退: where it exists
	SelfCareActivity                    // 生活自理能力指标

	keyCount = iota + 1
)

// Form names the field of tables files in which a key's value is written.
type Form uint8

const (
	Money   Form = 1 << iota // yuan and per
	Ratio                    // ratio
	Share                    // percent
	Count                    // count
	Age                      // age
	Listing                  // nothing: the row is an entry of a list
)

// KeyInfo describes a Key: how its rows are written and what they mean.
type KeyInfo struct {
	Key       Key
	Name      string // as in tables files
	Form      Form   // one, or several that may stand
	Per       Period // the only period an amount may be for; zero: either
	Residence bool   // rows may differ by kind of hukou
	Of        []string
	OfNeeded  bool // every row must name one of Of
	Local     bool // a supplement may state it
	Text      Text
	kind      keyKind
	most      int64 // what a count may be at most; zero: anything usable
}

const grades = 4 // of a disability, 1 the most severe

// The classes of top-ups that go by a grade, and by neither an age nor a grade.
const (
	severeDisability = "severe-disability"
	seriousIllness   = "serious-illness"
)

var (
	incomeOf   = incomeWords[1:]
	categoryOf = []string{"visual", "hearing", "speech", "physical", "intellectual", "mental"}
	gradeOf    = [grades]string{"1", "2", "3", "4"}
	selfCareOf = []string{"full", "partial", "none"}
	schemeOf   = []string{"orphan", "unattended-full", "unattended-topped-up"}
	absenceOf  = []string{"prison", "compulsory-rehabilitation", "missing"}
	relationOf = memberOf[:len(memberOf)-1]
	memberOf   = []string{"applicant", "spouse", "parent", "minor-child", "student", "dependent-adult-child", "adult-child", "independent-adult-child",
		"child-spouse", "grandchild", "grandparent", "sibling", "supported-relative", "clergy"}
	activityOf = [...]string{"eating", "dressing", "bed", "toilet", "walking", "bathing"}
	hardshipOf = []string{"elderly", "minor", severeDisability, seriousIllness}
	statusOf   = []string{"tekun", "work-injury-nursing", "orphan", "unattended-full", "unattended-topped-up"}
)

// keyTable has one entry for each Key, at its own index.
var keyTable = [keyCount]KeyInfo{
	DibaoLine:         {Name: "dibao-line", kind: lineKind, Form: Money, Residence: true, Local: true, Text: Text{Zh: "最低生活保障标准", En: "dibao line"}},
	LowIncomeLine:     {Name: "low-income-line", kind: lineKind, Form: Money, Residence: true, Local: true, Text: Text{Zh: "低保边缘家庭人均收入基准线", En: "per-capita income below which a family is low-income, where a place publishes it"}},
	DisabilityLiving:  {Name: "disability-living", kind: rateKind, Form: Money, Per: PerMonth, Of: gradeOf[:], Local: true, Text: Text{Zh: "困难残疾人生活补贴标准", En: "living subsidy for disabled people"}},
	DisabilityNursing: {Name: "disability-nursing", kind: rateKind, Form: Money, Per: PerMonth, Of: gradeOf[:], Local: true, Text: Text{Zh: "重度残疾人护理补贴标准", En: "nursing subsidy for severely disabled people"}},
	TekunBasic:        {Name: "tekun-basic", kind: rateKind, Form: Money, Residence: true, Local: true, Text: Text{Zh: "特困人员基本生活标准", En: "basic living standard of tekun support"}},
	TekunCare:         {Name: "tekun-care", kind: rateKind, Form: Money, Per: PerMonth, Of: selfCareOf, OfNeeded: true, Local: true, Text: Text{Zh: "特困人员照料护理标准", En: "care standard of tekun support, by self-care"}},
	DibaoTopUp: {Name: "dibao-topup", kind: rateKind, Form: Money | Share, Per: PerMonth, Of: hardshipOf, OfNeeded: true, Local: true,
		Text: Text{Zh: "低保家庭特殊困难成员增发标准", En: "dibao top-up for a member in special hardship, a sum or a percent of the line"}},
	DibaoMinimum:      {Name: "dibao-minimum", kind: rateKind, Form: Money, Per: PerMonth, Text: Text{Zh: "低保金最低发放额", En: "least dibao payment to an eligible household"}},
	DibaoBand:         {Name: "dibao-band", kind: rateKind, Form: Money, Per: PerMonth, Residence: true, Text: Text{Zh: "低保金分档发放额", En: "dibao payment for each person by bands, from a per-capita income in yuan a year on"}},
	EldercareSubsidy:  {Name: "eldercare-subsidy", kind: rateKind, Form: Money, Per: PerMonth, Local: true, Text: Text{Zh: "养老服务补贴标准", En: "eldercare service subsidy, by age and self-care (`80`, `none`, `80/none`)"}},
	AverageAssistance: {Name: "average-assistance", kind: averageKind, Form: Money, Per: PerMonth, Residence: true, Local: true, Text: Text{Zh: "月人均救助水平", En: "floor on the average dibao payment per recipient-month"}},

	LowIncomeMultiple:  {Name: "low-income-multiple", kind: numberKind, Form: Ratio, Text: Text{Zh: "低保边缘家庭收入为低保标准的倍数", En: "multiple of the line below which a family is low-income"}},
	TekunBasicMultiple: {Name: "tekun-basic-multiple", kind: numberKind, Form: Ratio, Text: Text{Zh: "特困人员基本生活标准为低保标准的倍数", En: "multiple of the line that the basic living standard of tekun support is at least"}},
	MinorAge:           {Name: "minor-age", kind: numberKind, Form: Age, Text: Text{Zh: "成年年龄", En: "age from which a child is no minor"}},
	GraceMonths:        {Name: "grace-months", kind: numberKind, Form: Count, Residence: true, Local: true, Text: Text{Zh: "渐退期月数", En: "months of the grace period"}},
	TekunElderAge:      {Name: "tekun-elder-age", kind: numberKind, Form: Age, Text: Text{Zh: "特困：老年人起始年龄", En: "age from which a person counts as unable to work"}},
	TekunMinorAge:      {Name: "tekun-minor-age", kind: numberKind, Form: Age, Text: Text{Zh: "特困：未成年人年龄上限（未满）", En: "age below which a person counts as unable to work"}},
	TekunGrade:         {Name: "tekun-grade", kind: numberKind, Form: Count, most: grades, Of: categoryOf, OfNeeded: true, Text: Text{Zh: "特困：视为无劳动能力的最轻残疾等级", En: "least severe grade that counts as unable to work, by category"}},
	SinglePersonGrade:  {Name: "single-person-grade", kind: numberKind, Form: Count, most: grades, Of: categoryOf, OfNeeded: true, Text: Text{Zh: "参照单人户：重残的最轻等级", En: "least severe grade for single-person cover, by category"}},
	LivingGrade:        {Name: "disability-living-grade", kind: numberKind, Form: Count, most: grades, Text: Text{Zh: "困难残疾人生活补贴：最轻等级", En: "least severe grade for the living subsidy"}},
	NursingGrade:       {Name: "disability-nursing-grade", kind: numberKind, Form: Count, most: grades, Text: Text{Zh: "重度残疾人护理补贴：最轻等级", En: "least severe grade for the nursing subsidy"}},
	TopUpElderAge:      {Name: "dibao-topup-elder-age", kind: numberKind, Form: Age, Text: Text{Zh: "增发：老年人起始年龄", En: "age from which the top-up for the old is due"}},
	TopUpMinorAge:      {Name: "dibao-topup-minor-age", kind: numberKind, Form: Age, Text: Text{Zh: "增发：未成年人年龄上限（未满）", En: "age below which the top-up for minors is due"}},
	TopUpGrade:         {Name: "dibao-topup-grade", kind: numberKind, Form: Count, most: grades, Text: Text{Zh: "增发：重度残疾的最轻等级", En: "least severe grade for the top-up for the severely disabled"}},
	SelfCarePartly:     {Name: "self-care-partly-lost", kind: numberKind, Form: Count, most: int64(len(activityOf)), Text: Text{Zh: "部分丧失生活自理能力：不能达到的指标项数上限", En: "most activities not managed for self-care to be partly lost"}},

	TekunInstitutionShare: {Name: "tekun-institution-share", kind: numberKind, Form: Share, Text: Text{Zh: "失能半失能特困人员集中供养率", En: "share of tekun people without full self-care supported in institutions"}},
	TekunInstitutions:     {Name: "tekun-institutions", kind: numberKind, Form: Count, Text: Text{Zh: "新改扩建特困人员集中供养机构", En: "tekun institutions built or extended"}},
	TekunBeds:             {Name: "tekun-beds", kind: numberKind, Form: Count, Text: Text{Zh: "新增床位", En: "beds added"}},
	TekunNursingBeds:      {Name: "tekun-nursing-beds", kind: numberKind, Form: Count, Text: Text{Zh: "新增护理床位", En: "nursing beds added"}},
	CommunityCoverage:     {Name: "community-coverage", kind: numberKind, Form: Share, Of: []string{"city", "county"}, OfNeeded: true, Text: Text{Zh: "社区养老服务设施覆盖率", En: "community eldercare facility coverage"}},
	ServiceQuality:        {Name: "service-quality", kind: numberKind, Form: Share, Text: Text{Zh: "符合《养老机构服务质量基本规范》的养老机构", En: "eldercare institutions that meet GB/T 35796-2017"}},
	NursingBedShare:       {Name: "nursing-bed-share", kind: numberKind, Form: Share, Text: Text{Zh: "养老机构护理型床位占比", En: "nursing beds as a share of institutions' beds"}},
	WorkerTraining:        {Name: "worker-training", kind: numberKind, Form: Share, Text: Text{Zh: "养老护理员上岗培训率", En: "eldercare workers with pre-post training"}},
	ElderCanteens:         {Name: "elder-canteens", kind: numberKind, Form: Count, Text: Text{Zh: "各县市区长者餐厅", En: "elder canteens in each county-level unit"}},

	DibaoNotIncome:   {Name: "dibao-not-income", kind: listKind, Form: Listing, Residence: true, Of: incomeOf, OfNeeded: true, Text: Text{Zh: "低保：不计入家庭收入", En: "kinds of income that do not count for dibao"}},
	TekunNotIncome:   {Name: "tekun-not-income", kind: listKind, Form: Listing, Of: incomeOf, OfNeeded: true, Text: Text{Zh: "特困：不计入收入", En: "kinds of income that do not count for tekun"}},
	DibaoNotCounted:  {Name: "dibao-not-counted", kind: listKind, Form: Listing, Of: memberOf, OfNeeded: true, Text: Text{Zh: "低保：不计入共同生活的家庭成员", En: "members who are not counted for dibao"}},
	CountingOpen:     {Name: "dibao-counting-open", kind: listKind, Form: Listing, Of: relationOf, OfNeeded: true, Text: Text{Zh: "低保：须长期共同居住才计入的家庭成员", En: "relations that count for dibao only by having long lived together, which the caller states"}},
	NotExamined:      {Name: "not-examined", kind: listKind, Form: Listing, Of: absenceOf, OfNeeded: true, Text: Text{Zh: "不予审核的人员", En: "absent people for whom nothing is examined"}},
	TekunNotWith:     {Name: "tekun-not-with", kind: listKind, Form: Listing, Of: schemeOf, OfNeeded: true, Text: Text{Zh: "不再认定为特困人员的儿童保障", En: "children's schemes that exclude tekun"}},
	LivingNotWith:    {Name: "disability-living-not-with", kind: listKind, Form: Listing, Of: statusOf, OfNeeded: true, Text: Text{Zh: "不享受困难残疾人生活补贴的情形", En: "what excludes the living subsidy"}},
	NursingNotWith:   {Name: "disability-nursing-not-with", kind: listKind, Form: Listing, Of: statusOf, OfNeeded: true, Text: Text{Zh: "不享受重度残疾人护理补贴的情形", En: "what excludes the nursing subsidy"}},
	JobCosts:         {Name: "job-costs", kind: listKind, Form: Listing, Of: []string{"on-dibao", "anyone"}, OfNeeded: true, Text: Text{Zh: "可扣减必要就业成本的对象", En: "whose job costs are deducted"}},
	RigidCosts:       {Name: "rigid-costs", kind: listKind, Form: Listing, Text: Text{Zh: "可扣减的刚性支出", En: "rigid costs are deducted"}},
	Grace:            {Name: "grace", kind: listKind, Form: Listing, Residence: true, Of: []string{"work"}, Text: Text{Zh: "渐退", En: "kinds of hukou for which there is a grace period"}},
	SelfCareActivity: {Name: "self-care-activity", kind: listKind, Form: Listing, Of: activityOf[:], OfNeeded: true, Text: Text{Zh: "生活自理能力指标", En: "activities by which self-care is assessed"}},
}

// Info describes k.
func (k Key) Info() KeyInfo {
	if k >= keyCount {
		return KeyInfo{}
	}
	info := keyTable[k]
	info.Key = k
	info.Of = append([]string(nil), info.Of...)
	return info
}

// keyKind tells the five kinds of key apart, as the types of their constants do.
type keyKind uint8

const (
	lineKind keyKind = iota + 1
	rateKind
	averageKind
	numberKind
	listKind
)

func (k Key) is(kind keyKind) bool { return k < keyCount && keyTable[k].kind == kind }

// IsLine reports whether k is a [LineKey].
func (k Key) IsLine() bool { return k.is(lineKind) }

// IsRate reports whether k is a [RateKey].
func (k Key) IsRate() bool { return k.is(rateKind) }

// IsAverage reports whether k is an [AverageKey].
func (k Key) IsAverage() bool { return k.is(averageKind) }

// IsList reports whether k is a [ListKey].
func (k Key) IsList() bool { return k.is(listKind) }

// Keys lists every key with its description, in the order of the tables.
func Keys() []KeyInfo {
	all := make([]KeyInfo, 0, keyCount-1)
	for k := Key(1); k < keyCount; k++ {
		all = append(all, k.Info())
	}
	return all
}

// String returns the name of k in tables files, such as dibao-line.
func (k Key) String() string {
	if k < keyCount {
		return keyTable[k].Name
	}
	return ""
}

// Text returns what k is in language l.
func (k Key) Text(l Lang) string {
	if k < keyCount {
		return keyTable[k].Text.In(l)
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *Key) UnmarshalText(text []byte) error {
	for one := Key(1); k != nil && one < keyCount; one++ {
		if keyTable[one].Name == string(text) {
			*k = one
			return nil
		}
	}
	return &WordError{Value: string(text)}
}

// ofIndex returns the position of a row's Of among k's words, counted from 1; 0 is "no Of".
func (k Key) ofIndex(of string) (int, bool) {
	if of == "" {
		return 0, true
	}
	for i, word := range keyTable[k].Of {
		if word == of {
			return i + 1, true
		}
	}
	return 0, false
}
