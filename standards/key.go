package standards

// Key says what a row is about. Its five kinds are different types, so that a floor on an average, say, cannot be
// asked for where a payment's rate is wanted.
type Key uint8

type (
	LineKey    Key // a line that income is compared with
	RateKey    Key // a sum that is paid
	AverageKey Key // a floor on an average over a caseload
	NumberKey  Key // a ratio, an age, a grade, a count or a target
	ListKey    Key // a list, one row an entry
)

const (
	_ Key = iota
	keyDibaoLine
	keyDisabilityLiving
	keyDisabilityNursing
	keyTekunBasic
	keyTekunCare
	keyDibaoTopUp
	keyEldercareSubsidy
	keyAverageAssistance
	keyLowIncomeMultiple
	keyGraceMonths
	keyTekunElderAge
	keyTekunMinorAge
	keyTekunGrade
	keySinglePersonGrade
	keyLivingGrade
	keyNursingGrade
	keyTopUpElderAge
	keyTopUpMinorAge
	keyTopUpGrade
	keySelfCarePartly
	keyTekunInstitutionShare
	keyTekunInstitutions
	keyTekunBeds
	keyTekunNursingBeds
	keyCommunityCoverage
	keyServiceQuality
	keyNursingBedShare
	keyWorkerTraining
	keyElderCanteens
	keyDibaoNotIncome
	keyTekunNotIncome
	keyDibaoNotCounted
	keyNotExamined
	keyTekunNotWith
	keyLivingNotWith
	keyNursingNotWith
	keyJobCosts
	keyGrace
	keySelfCareActivity

	keyCount
)

// Lines.
const DibaoLine = LineKey(keyDibaoLine) // 最低生活保障标准

// Rates.
const (
	DisabilityLiving  = RateKey(keyDisabilityLiving)  // 困难残疾人生活补贴
	DisabilityNursing = RateKey(keyDisabilityNursing) // 重度残疾人护理补贴
	TekunBasic        = RateKey(keyTekunBasic)        // 特困人员基本生活标准
	TekunCare         = RateKey(keyTekunCare)         // 特困人员照料护理标准
	DibaoTopUp        = RateKey(keyDibaoTopUp)        // 低保家庭特殊困难成员增发
	EldercareSubsidy  = RateKey(keyEldercareSubsidy)  // 养老服务补贴
)

// Averages.
const AverageAssistance = AverageKey(keyAverageAssistance) // 月人均救助水平

// Numbers.
const (
	LowIncomeMultiple     = NumberKey(keyLowIncomeMultiple)     // 低保边缘家庭: the multiple of the line
	GraceMonths           = NumberKey(keyGraceMonths)           // 渐退期
	TekunElderAge         = NumberKey(keyTekunElderAge)         // 无劳动能力: 老年人
	TekunMinorAge         = NumberKey(keyTekunMinorAge)         // 无劳动能力: 未成年人
	TekunGrade            = NumberKey(keyTekunGrade)            // 无劳动能力: 残疾等级
	SinglePersonGrade     = NumberKey(keySinglePersonGrade)     // 参照单人户: 残疾等级
	LivingGrade           = NumberKey(keyLivingGrade)           // 生活补贴: 残疾等级
	NursingGrade          = NumberKey(keyNursingGrade)          // 护理补贴: 残疾等级
	TopUpElderAge         = NumberKey(keyTopUpElderAge)         // 增发: 老年人
	TopUpMinorAge         = NumberKey(keyTopUpMinorAge)         // 增发: 未成年人
	TopUpGrade            = NumberKey(keyTopUpGrade)            // 增发: 重度残疾人
	SelfCarePartly        = NumberKey(keySelfCarePartly)        // 部分丧失生活自理能力
	TekunInstitutionShare = NumberKey(keyTekunInstitutionShare) // 失能半失能特困人员集中供养率
	TekunInstitutions     = NumberKey(keyTekunInstitutions)     // 新改扩建特困人员集中供养机构
	TekunBeds             = NumberKey(keyTekunBeds)             // 新增床位
	TekunNursingBeds      = NumberKey(keyTekunNursingBeds)      // 新增护理床位
	CommunityCoverage     = NumberKey(keyCommunityCoverage)     // 社区养老服务设施覆盖率
	ServiceQuality        = NumberKey(keyServiceQuality)        // 符合《养老机构服务质量基本规范》的机构
	NursingBedShare       = NumberKey(keyNursingBedShare)       // 护理型床位占比
	WorkerTraining        = NumberKey(keyWorkerTraining)        // 护理员上岗培训率
	ElderCanteens         = NumberKey(keyElderCanteens)         // 长者餐厅
)

// Lists.
const (
	DibaoNotIncome   = ListKey(keyDibaoNotIncome)   // 不计入家庭收入, for dibao
	TekunNotIncome   = ListKey(keyTekunNotIncome)   // 不计入收入, for tekun
	DibaoNotCounted  = ListKey(keyDibaoNotCounted)  // 不计入共同生活的家庭成员
	NotExamined      = ListKey(keyNotExamined)      // absent: no benefit is examined
	TekunNotWith     = ListKey(keyTekunNotWith)     // schemes that exclude tekun
	LivingNotWith    = ListKey(keyLivingNotWith)    // what excludes the living subsidy
	NursingNotWith   = ListKey(keyNursingNotWith)   // what excludes the nursing subsidy
	JobCosts         = ListKey(keyJobCosts)         // 必要的就业成本: whose are deducted
	Grace            = ListKey(keyGrace)            // 渐退: where it exists
	SelfCareActivity = ListKey(keySelfCareActivity) // 生活自理能力指标
)

// Form is how a key's value is written.
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
	Chinese   string
	English   string
}

var (
	incomeOf   = incomeWords[1:]
	categoryOf = []string{"visual", "hearing", "speech", "physical", "intellectual", "mental"}
	gradeOf    = []string{"1", "2", "3", "4"}
	selfCareOf = []string{"full", "partial", "none"}
	schemeOf   = []string{"orphan", "unattended-full", "unattended-topped-up"}
	absenceOf  = []string{"prison", "compulsory-rehabilitation", "missing"}
	memberOf   = []string{"applicant", "spouse", "parent", "minor-child", "student", "dependent-adult-child", "independent-adult-child", "child-spouse",
		"grandchild", "grandparent", "sibling", "supported-relative", "clergy"}
	statusOf = []string{"tekun", "work-injury-nursing", "orphan", "unattended-full", "unattended-topped-up"}
)

// keyTable has one entry for each Key, at its own index.
var keyTable = [keyCount]KeyInfo{
	keyDibaoLine:         {Name: "dibao-line", Form: Money, Residence: true, Local: true, Chinese: "最低生活保障标准", English: "dibao line"},
	keyDisabilityLiving:  {Name: "disability-living", Form: Money, Per: PerMonth, Of: gradeOf, Local: true, Chinese: "困难残疾人生活补贴标准", English: "living subsidy for disabled people"},
	keyDisabilityNursing: {Name: "disability-nursing", Form: Money, Per: PerMonth, Of: gradeOf, Local: true, Chinese: "重度残疾人护理补贴标准", English: "nursing subsidy for severely disabled people"},
	keyTekunBasic:        {Name: "tekun-basic", Form: Money, Residence: true, Local: true, Chinese: "特困人员基本生活标准", English: "basic living standard of tekun support"},
	keyTekunCare:         {Name: "tekun-care", Form: Money, Per: PerMonth, Of: selfCareOf, OfNeeded: true, Local: true, Chinese: "特困人员照料护理标准", English: "care standard of tekun support, by self-care"},
	keyDibaoTopUp: {Name: "dibao-topup", Form: Money | Share, Per: PerMonth, Of: []string{"elderly", "minor", "severe-disability", "serious-illness"}, OfNeeded: true, Local: true,
		Chinese: "低保家庭特殊困难成员增发标准", English: "dibao top-up for a member in special hardship, a sum or a percent of the line"},
	keyEldercareSubsidy:  {Name: "eldercare-subsidy", Form: Money, Per: PerMonth, Local: true, Chinese: "养老服务补贴标准", English: "eldercare service subsidy, by age and self-care (`80`, `none`, `80/none`)"},
	keyAverageAssistance: {Name: "average-assistance", Form: Money, Per: PerMonth, Residence: true, Local: true, Chinese: "月人均救助水平", English: "floor on the average dibao payment per recipient-month"},

	keyLowIncomeMultiple: {Name: "low-income-multiple", Form: Ratio, Chinese: "低保边缘家庭收入为低保标准的倍数", English: "multiple of the line below which a family is low-income"},
	keyGraceMonths:       {Name: "grace-months", Form: Count, Residence: true, Local: true, Chinese: "渐退期月数", English: "months of the grace period"},
	keyTekunElderAge:     {Name: "tekun-elder-age", Form: Age, Chinese: "特困：老年人起始年龄", English: "age from which a person counts as unable to work"},
	keyTekunMinorAge:     {Name: "tekun-minor-age", Form: Age, Chinese: "特困：未成年人年龄上限（未满）", English: "age below which a person counts as unable to work"},
	keyTekunGrade:        {Name: "tekun-grade", Form: Count, Of: categoryOf, OfNeeded: true, Chinese: "特困：视为无劳动能力的最轻残疾等级", English: "least severe grade that counts as unable to work, by category"},
	keySinglePersonGrade: {Name: "single-person-grade", Form: Count, Of: categoryOf, OfNeeded: true, Chinese: "参照单人户：重残的最轻等级", English: "least severe grade for single-person cover, by category"},
	keyLivingGrade:       {Name: "disability-living-grade", Form: Count, Chinese: "困难残疾人生活补贴：最轻等级", English: "least severe grade for the living subsidy"},
	keyNursingGrade:      {Name: "disability-nursing-grade", Form: Count, Chinese: "重度残疾人护理补贴：最轻等级", English: "least severe grade for the nursing subsidy"},
	keyTopUpElderAge:     {Name: "dibao-topup-elder-age", Form: Age, Chinese: "增发：老年人起始年龄", English: "age from which the top-up for the old is due"},
	keyTopUpMinorAge:     {Name: "dibao-topup-minor-age", Form: Age, Chinese: "增发：未成年人年龄上限（未满）", English: "age below which the top-up for minors is due"},
	keyTopUpGrade:        {Name: "dibao-topup-grade", Form: Count, Chinese: "增发：重度残疾的最轻等级", English: "least severe grade for the top-up for the severely disabled"},
	keySelfCarePartly:    {Name: "self-care-partly-lost", Form: Count, Chinese: "部分丧失生活自理能力：不能达到的指标项数上限", English: "most activities not managed for self-care to be partly lost"},

	keyTekunInstitutionShare: {Name: "tekun-institution-share", Form: Share, Chinese: "失能半失能特困人员集中供养率", English: "share of tekun people without full self-care supported in institutions"},
	keyTekunInstitutions:     {Name: "tekun-institutions", Form: Count, Chinese: "新改扩建特困人员集中供养机构", English: "tekun institutions built or extended"},
	keyTekunBeds:             {Name: "tekun-beds", Form: Count, Chinese: "新增床位", English: "beds added"},
	keyTekunNursingBeds:      {Name: "tekun-nursing-beds", Form: Count, Chinese: "新增护理床位", English: "nursing beds added"},
	keyCommunityCoverage:     {Name: "community-coverage", Form: Share, Of: []string{"city", "county"}, OfNeeded: true, Chinese: "社区养老服务设施覆盖率", English: "community eldercare facility coverage"},
	keyServiceQuality:        {Name: "service-quality", Form: Share, Chinese: "符合《养老机构服务质量基本规范》的养老机构", English: "eldercare institutions that meet GB/T 35796-2017"},
	keyNursingBedShare:       {Name: "nursing-bed-share", Form: Share, Chinese: "养老机构护理型床位占比", English: "nursing beds as a share of institutions' beds"},
	keyWorkerTraining:        {Name: "worker-training", Form: Share, Chinese: "养老护理员上岗培训率", English: "eldercare workers with pre-post training"},
	keyElderCanteens:         {Name: "elder-canteens", Form: Count, Chinese: "各县市区长者餐厅", English: "elder canteens in each county-level unit"},

	keyDibaoNotIncome:   {Name: "dibao-not-income", Form: Listing, Residence: true, Of: incomeOf, OfNeeded: true, Chinese: "低保：不计入家庭收入", English: "kinds of income that do not count for dibao"},
	keyTekunNotIncome:   {Name: "tekun-not-income", Form: Listing, Of: incomeOf, OfNeeded: true, Chinese: "特困：不计入收入", English: "kinds of income that do not count for tekun"},
	keyDibaoNotCounted:  {Name: "dibao-not-counted", Form: Listing, Of: memberOf, OfNeeded: true, Chinese: "低保：不计入共同生活的家庭成员", English: "members who are not counted for dibao"},
	keyNotExamined:      {Name: "not-examined", Form: Listing, Of: absenceOf, OfNeeded: true, Chinese: "不予审核的人员", English: "absent people for whom nothing is examined"},
	keyTekunNotWith:     {Name: "tekun-not-with", Form: Listing, Of: schemeOf, OfNeeded: true, Chinese: "不再认定为特困人员的儿童保障", English: "children's schemes that exclude tekun"},
	keyLivingNotWith:    {Name: "disability-living-not-with", Form: Listing, Of: statusOf, OfNeeded: true, Chinese: "不享受困难残疾人生活补贴的情形", English: "what excludes the living subsidy"},
	keyNursingNotWith:   {Name: "disability-nursing-not-with", Form: Listing, Of: statusOf, OfNeeded: true, Chinese: "不享受重度残疾人护理补贴的情形", English: "what excludes the nursing subsidy"},
	keyJobCosts:         {Name: "job-costs", Form: Listing, Of: []string{"on-dibao", "anyone"}, OfNeeded: true, Chinese: "可扣减必要就业成本的对象", English: "whose job costs are deducted"},
	keyGrace:            {Name: "grace", Form: Listing, Residence: true, Chinese: "渐退", English: "kinds of hukou for which there is a grace period"},
	keySelfCareActivity: {Name: "self-care-activity", Form: Listing, Of: []string{"eating", "dressing", "bed", "toilet", "walking", "bathing"}, OfNeeded: true, Chinese: "生活自理能力指标", English: "activities by which self-care is assessed"},
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
		return l.In(keyTable[k].Chinese, keyTable[k].English)
	}
	return ""
}

// ParseKey reads the name of a key.
func ParseKey(s string) (Key, bool) {
	for k := Key(1); k < keyCount; k++ {
		if keyTable[k].Name == s {
			return k, true
		}
	}
	return 0, false
}

// MarshalText implements encoding.TextMarshaler.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *Key) UnmarshalText(text []byte) error { return unmarshalWord(k, text, ParseKey) }

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
