package register

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// vocabulary is a set of words that a column takes.
type vocabulary uint8

const (
	residenceWords vocabulary = iota
	coverageWords
	propertyWords
	answerWords
	relationWords
	absenceWords
	incomeWords
	perWords
	categoryWords
	gradeWords
	supportWords
	activityWords
	selfCareWords
	placementWords
	schemeWords
	placeWords // only those of the JSON format
	vocabularyCount
)

// aliases are the words that registers write, each with the word of the JSON format.
var aliases = [vocabularyCount]map[string]string{
	residenceWords: {"城市": "urban", "城镇": "urban", "非农业": "urban", "非农": "urban", "非农业户口": "urban", "城镇户口": "urban",
		"非农业家庭户口": "urban", "非农业家庭户": "urban", "非农业户": "urban", "非农户口": "urban", "城镇居民": "urban", "城市户口": "urban",
		"城镇户籍": "urban", "城市居民": "urban", "非农业集体户口": "urban",
		"农村": "rural", "农业": "rural", "农业户口": "rural", "农村户口": "rural", "农业家庭户口": "rural", "农业家庭户": "rural", "农业户": "rural",
		"农村居民": "rural", "农村户籍": "rural", "农业集体户口": "rural"},
	propertyWords: {"符合": "within", "符合规定": "within", "未超标": "within", "超标": "over", "超出": "over", "超出规定": "over",
		"不符合": "over", "不符合规定": "over"},
	answerWords: {"是": "yes", "有": "yes", "否": "no", "无": "no", "Y": "yes", "N": "no", "1": "yes", "0": "no"},
	coverageWords: {"是": "yes", "否": "no", "享受": "yes", "不享受": "no", "未享受": "no", "保障对象": "yes", "非保障对象": "no", "Y": "yes",
		"N": "no", "1": "yes", "0": "no"},
	relationWords: {"户主": "applicant", "本人": "applicant", "申请人": "applicant", "配偶": "spouse", "夫": "spouse", "妻": "spouse",
		"丈夫": "spouse", "妻子": "spouse",
		"爱人": "spouse", "老公": "spouse", "老婆": "spouse", "妻（夫）": "spouse",
		"继父": "parent", "继母": "parent", "养父": "parent", "养母": "parent", "继父或养父": "parent", "继母或养母": "parent", "爸爸": "parent",
		"妈妈": "parent", "父亲或母亲": "parent",
		"公公": relativeInLaw, "婆婆": relativeInLaw, "公婆": relativeInLaw, "岳父": relativeInLaw, "岳母": relativeInLaw,
		"岳父母": relativeInLaw, "配偶父母": relativeInLaw, "配偶的父母": relativeInLaw,
		"父母": "parent", "成年子女": "adult-child", "父亲": "parent", "母亲": "parent", "父": "parent", "母": "parent",
		"未成年子女": "minor-child", "在校生": "student", "在读子女": "student",
		"无独立生活能力成年子女": "dependent-adult-child", "不能独立生活的成年子女": "dependent-adult-child",
		"能独立生活的成年子女": "independent-adult-child", "独立生活成年子女": "independent-adult-child",
		"儿媳": "child-spouse", "儿媳妇": "child-spouse", "女婿": "child-spouse", "外孙子": "grandchild",
		"爷爷": "grandparent", "奶奶": "grandparent", "外公": "grandparent", "外婆": "grandparent", "哥哥": "sibling", "弟弟": "sibling",
		"姐姐": "sibling", "妹妹": "sibling", "哥": "sibling", "兄长": "sibling", "兄弟": "sibling", "姐妹": "sibling",
		"孙子": "grandchild", "孙女": "grandchild", "孙子女": "grandchild", "外孙": "grandchild", "外孙女": "grandchild",
		"外孙子女": "grandchild",
		"祖父":   "grandparent", "祖母": "grandparent", "祖父母": "grandparent", "外祖父": "grandparent", "外祖母": "grandparent",
		"外祖父母": "grandparent",
		"兄弟姐妹": "sibling", "兄": "sibling", "弟": "sibling", "姐": "sibling", "妹": "sibling",
		"其他法定赡养扶养抚养关系人": "supported-relative"},
	absenceWords: {"宗教教职人员": "clergy", "服刑": "prison", "在监狱服刑": "prison", "强制隔离戒毒": "compulsory-rehabilitation",
		"宣告失踪": "missing"},
	incomeWords: {"工资": "wages", "工资性收入": "wages", "经营": "business", "经营净收入": "business", "经营性收入": "business",
		"财产": "property", "财产净收入": "property", "财产性收入": "property",
		"转移": "transfer", "转移净收入": "transfer", "转移性收入": "transfer", "其他": "other", "其他收入": "other",
		"优待抚恤金": "veterans-pension",
		"奖励性补助": "reward", "基础养老金": "basic-pension", "高龄津贴": "old-age-allowance", "残疾人两项补贴": "disability-subsidy",
		"事实无人抚养儿童补贴": "child-subsidy", "其他社会救助": "relief", "救助款物": "relief"},
	perWords: {"月": "month", "每月": "month", "按月": "month", "年": "year", "每年": "year", "按年": "year"},
	categoryWords: {"视力": "visual", "视力残疾": "visual", "听力": "hearing", "听力残疾": "hearing", "言语": "speech", "言语残疾": "speech",
		"肢体": "physical", "肢体残疾": "physical",
		"智力": "intellectual", "智力残疾": "intellectual", "精神": "mental", "精神残疾": "mental", "多重": "multiple", "多重残疾": "multiple"},
	gradeWords: {"一级": "1", "二级": "2", "三级": "3", "四级": "4", "壹级": "1", "贰级": "2", "叁级": "3", "肆级": "4", "一": "1",
		"二": "2", "三": "3", "四": "4", "Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4", "I": "1", "II": "2", "III": "3", "IV": "4"},
	supportWords: {"无": "none", "无法定义务人": "none", "无能力": "incapable", "无履行义务能力": "incapable", "法定义务人无履行义务能力": "incapable",
		"有能力": "capable", "有履行义务能力": "capable", "法定义务人有履行义务能力": "capable"},
	activityWords: {"吃饭": "eating", "穿衣": "dressing", "上下床": "bed", "如厕": "toilet", "室内行走": "walking", "行走": "walking",
		"洗澡": "bathing"},
	selfCareWords: {"具备": "full", "能自理": "full", "全自理": "full", "具备生活自理能力": "full", "部分丧失": "partial", "半自理": "partial",
		"半失能": "partial", "部分丧失生活自理能力": "partial",
		"完全丧失": "none", "全护理": "none", "失能": "none", "不能自理": "none", "完全丧失生活自理能力": "none"},
	placementWords: {"分散": "home", "分散供养": "home", "集中": "institution", "集中供养": "institution"},
	schemeWords:    {"孤儿": "orphan", "事实无人抚养儿童全额": "unattended-full", "事实无人抚养儿童补差": "unattended-topped-up"},
}

// relativeInLaw is the relation of the spouse's parents: they count where the law binds someone of
// the household to support them and they live in it for long, which is to be found.
const relativeInLaw = "supported-relative"

// childWords are the words for a child, grown or not (GB/T 4761).
var childWords = []string{"子", "女", "子女", "儿子", "女儿", "独生子", "独生女", "长子", "长女", "次子", "次女", "三子", "三女", "四子", "四女",
	"五子", "五女", "六子", "六女", "大儿子", "小儿子",
	"大女儿", "小女儿", "二女", "二儿子", "二女儿", "养子", "养女", "继子", "继女", "养子或继子", "养女或继女", "其他儿子", "其他女儿", "儿", "之子", "之女", "幼子",
	"幼女", "小孩", "孩子"}

// unifiedHukou are the words of a hukou that is neither urban nor rural.
var unifiedHukou = []string{"居民", "居民户", "居民户口", "统一居民户口", "城乡统一居民户口", "居民家庭户", "居民家庭户口", "居民集体户", "居民集体户口", "家庭户",
	"家庭户口",
	"集体户", "集体户口"}

// unclear lists words of registers that could mean two things, which no alias guesses, and what to
// write instead.
var unclear = []struct {
	columns []column
	words   []string
	instead string
}{
	{[]column{colProperty, colOwnProperty}, []string{"是", "否", "有", "无"}, "符合规定 (within), 超出规定 (over)"},
	{[]column{colRelation}, []string{"其他", "其它", "其他亲属", "其他关系", "非亲属", "亲属", "侄子", "侄女", "侄儿", "外甥", "外甥女", "弟媳", "嫂",
		"嫂子", "姐夫", "妹夫", "伯父", "叔父", "姑姑", "舅舅",
		// whether the law binds anyone to support them
		"曾祖父", "曾祖母", "曾孙", "曾孙子", "曾孙女", "孙媳", "孙媳妇", "孙女婿", "前妻", "前夫", "媳妇"},
		"其他法定赡养扶养抚养关系人 (supported-relative), 或另列“是否计入”写 否 (counted no) 而不写关系"},
	{[]column{colAbsence}, []string{"失踪"}, "宣告失踪 (missing)"},
	{[]column{colIncomeKind}, []string{"抚恤金"}, "优待抚恤金 (veterans-pension), 转移净收入 (transfer)"},
	{[]column{colIncomeKind}, []string{"奖励"}, "奖励性补助 (reward), 工资 (wages)"},
	{[]column{colIncomeKind}, []string{"残疾人补贴"}, "残疾人两项补贴 (disability-subsidy), 转移净收入 (transfer)"},
	{[]column{colIncomeKind}, []string{"儿童基本生活费"}, "事实无人抚养儿童补贴 (child-subsidy), 转移净收入 (transfer)"},
}

// insteadOf returns what to write instead of a word of column c that could mean two things, and
// nothing for any other word.
func insteadOf(c column, word []byte) string {
	for _, u := range unclear {
		if slices.Contains(u.columns, c) && slices.Contains(u.words, string(word)) {
			return u.instead
		}
	}
	return ""
}

// words reads the words of a column, those of the JSON format or those of registers. It remembers
// what it read.
type words[T any] struct {
	vocabulary vocabulary
	parse      func(string) (T, bool)
	known      map[string]T
	names      map[string]string // of the words in Chinese, as the table of facts has them

	last      []byte // the cell that was read last, which most often comes again
	lastValue T
}

// maxKnown limits the words of a column that are remembered.
const maxKnown = 1 << 12

func newWords[T any](v vocabulary, parse func(string) (T, bool)) *words[T] {
	return &words[T]{vocabulary: v, parse: parse, known: map[string]T{}}
}

// fieldOfWords names the field whose words a vocabulary has in the table of facts.
var fieldOfWords = [vocabularyCount]string{residenceWords: "residence", propertyWords: "property",
	answerWords: "onDibao", relationWords: "relation", absenceWords: "absence",
	incomeWords: "income", categoryWords: "disability.category", supportWords: "support", activityWords: "cannot",
	selfCareWords: "selfCare", placementWords: "placement", schemeWords: "childScheme"}

// name gives w the Chinese names of its words.
func (w *words[T]) name(known []fields.Field) {
	for _, f := range known {
		if f.Name != fieldOfWords[w.vocabulary] {
			continue
		}
		w.names = map[string]string{}
		for _, word := range f.Words {
			w.names[word.Label.In(standards.Chinese)] = word.Word
		}
	}
}

// read reads a cell, and reports whether it is a word of the column.
func (w *words[T]) read(cell []byte) (T, bool) {
	if bytes.Equal(cell, w.last) && len(cell) > 0 {
		return w.lastValue, true
	}
	if v, ok := w.known[string(cell)]; ok {
		w.last, w.lastValue = append(w.last[:0], cell...), v
		return v, true
	}
	word := string(cell)
	if alias, ok := aliases[w.vocabulary][word]; ok {
		word = alias
	}
	v, ok := w.parse(word)
	if !ok {
		v, ok = w.parse(w.names[word])
	}
	if ok && len(w.known) < maxKnown {
		w.known[string(cell)] = v
	}
	return v, ok
}

// dictionary holds the words of every column that takes words.
type dictionary struct {
	answer      *words[standards.Answer]
	residence   *words[standards.Residence]
	division    *words[standards.Place]
	ownDivision *words[standards.Place]
	property    *words[benefit.Property]
	ownProperty *words[benefit.Property]
	relation    *words[benefit.Relation]
	coverage    *words[standards.Answer]
	absence     *words[benefit.Absence]
	kind        *words[standards.IncomeKind]
	per         *words[standards.Period]
	category    *words[disability.Category]
	grade       *words[int]
	support     *words[benefit.Support]
	activity    *words[eldercare.Activity]
	selfCare    *words[eldercare.SelfCare]
	placement   *words[benefit.Placement]
	scheme      *words[benefit.ChildScheme]
}

func newDictionary() dictionary {
	d := dictionary{
		answer:      newWords(answerWords, standards.Parse[standards.Answer]),
		residence:   newWords(residenceWords, parseHukou),
		division:    newWords(placeWords, parseDivision),
		ownDivision: newWords(placeWords, parseOwnDivision),
		property:    newWords(propertyWords, lang.Read[benefit.Property]),
		ownProperty: newWords(propertyWords, lang.Read[benefit.Property]),
		relation:    newWords(relationWords, parseRelation),
		coverage:    newWords(coverageWords, standards.Parse[standards.Answer]),
		absence:     newWords(absenceWords, lang.Read[benefit.Absence]),
		kind:        newWords(incomeWords, standards.Parse[standards.IncomeKind]),
		per:         newWords(perWords, standards.Parse[standards.Period]),
		category:    newWords(categoryWords, standards.Parse[disability.Category]),
		grade:       newWords(gradeWords, parseGrade),
		support:     newWords(supportWords, lang.Read[benefit.Support]),
		activity:    newWords(activityWords, standards.Parse[eldercare.Activity]),
		selfCare:    newWords(selfCareWords, standards.Parse[eldercare.SelfCare]),
		placement:   newWords(placementWords, lang.Read[benefit.Placement]),
		scheme:      newWords(schemeWords, lang.Read[benefit.ChildScheme]),
	}
	known := assistance.Fields()
	d.residence.name(known)
	d.property.name(known)
	d.ownProperty.name(known)
	d.relation.name(known)
	d.absence.name(known)
	d.kind.name(known)
	d.category.name(known)
	d.support.name(known)
	d.activity.name(known)
	d.selfCare.name(known)
	d.placement.name(known)
	d.scheme.name(known)
	return d
}

// parseHukou reads a kind of hukou. It is 0 where the hukou is neither urban nor rural.
func parseHukou(s string) (standards.Residence, bool) {
	if slices.Contains(unifiedHukou, s) {
		return 0, true
	}
	return standards.Parse[standards.Residence](s)
}

// asksWhetherWithin reports whether a header asks whether property is within the limit.
func asksWhetherWithin(header string) bool { return strings.Contains(header, "是否符合") }

// parseWithin reads the answer to whether property is within the limit, or the word of the JSON
// format.
func parseWithin(s string) (benefit.Property, bool) {
	switch s {
	case "是":
		return benefit.Within, true
	case "否":
		return benefit.Over, true
	}
	return lang.Read[benefit.Property](s)
}

// parseOwnDivision reads the place of a member's own hukou, which may be outside the city.
func parseOwnDivision(s string) (standards.Place, bool) {
	if s == standards.Elsewhere.String() || s == standards.Elsewhere.Text(standards.Chinese) {
		return standards.Elsewhere, true
	}
	return parseDivision(s)
}

// parseDivision reads a division, be it with the township behind it or without its own ending:
// 湖南省株洲市天元区嵩山路街道, 天元.
func parseDivision(s string) (standards.Place, bool) {
	if p, ok := standards.ParseDivision(s); ok {
		return p, true
	}
	name := strings.Map(normalRune, s)
	for _, above := range [...]string{"湖南省", "湖南", "株洲市", "株洲"} {
		if cut, ok := strings.CutPrefix(name, above); ok && !strings.HasPrefix(cut, "县") {
			name = strings.TrimLeft(cut, "-/)\\、") // > is ) by now
		}
	}
	for _, p := range standards.Divisions() {
		full := p.Text(standards.Chinese)
		bare := []rune(full)
		short := string(bare[:len(bare)-1])
		if strings.HasPrefix(name, full) || len(bare) > 2 && name == short {
			return p, true
		}
	}
	return standards.ParseDivision(name)
}

// parseRelation reads a relation. A child whose kind the word does not tell is childOfHead.
func parseRelation(s string) (benefit.Relation, bool) {
	if slices.Contains(childWords, s) {
		return childOfHead, true
	}
	return lang.Read[benefit.Relation](s)
}

// parseDisability reads category and grade that stand in one cell, such as 肢体二级; either may be
// missing.
func parseDisability(cell []byte) (category disability.Category, grade int, ok bool) {
	text := strings.Map(normalRune, string(cell))
	for alias, word := range aliases[categoryWords] {
		rest, cut := strings.CutPrefix(text, alias)
		if !cut || strings.HasPrefix(rest, "残疾") { // the longer alias stands there
			continue
		}
		category, ok = standards.Parse[disability.Category](word)
		if rest != "" {
			grade, ok = parseGrade(rest)
		}
		return category, grade, ok
	}
	grade, ok = parseGrade(text)
	return 0, grade, ok
}

// parseGrade reads the grade of a disability: 1, 一级, 1级, Ⅰ级, 一级残疾.
func parseGrade(s string) (int, bool) {
	s = strings.ToUpper(strings.TrimSuffix(strings.Map(normalRune, s), "残疾"))
	bare := strings.TrimSuffix(s, "级")
	n, ok := wholeNumber([]byte(cmp.Or(aliases[gradeWords][s], aliases[gradeWords][bare], bare)))
	return n, ok && n >= disability.MostSevere && n <= disability.LeastSevere
}

// ParseDivision reads a division as registers write it, with its township or without its ending.
func ParseDivision(s string) (standards.Place, bool) { return parseDivision(s) }

// ParseResidence reads a kind of hukou as registers write it.
func ParseResidence(s string) (standards.Residence, bool) {
	r, ok := newDictionary().residence.read([]byte(s))
	return r, ok && r != 0
}

// ParseProperty reads as registers write it whether property is within the limit.
func ParseProperty(s string) (benefit.Property, bool) {
	return newDictionary().property.read([]byte(s))
}
