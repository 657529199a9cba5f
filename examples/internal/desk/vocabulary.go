package desk

import (
	"io"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// printHeaders lists every header and value that is known, in Chinese and English.
func printHeaders(w io.Writer) error {
	var b strings.Builder
	for _, c := range register.Vocabulary() {
		b.WriteString(c.Name + "  " + c.Text(standards.Chinese) + " / " + c.Text(standards.English) + "\n")
		if others := c.Headers[min(1, len(c.Headers)):]; len(others) > 0 {
			b.WriteString("    " + strings.Join(others, "、") + "\n")
		}
		for _, v := range c.Values {
			b.WriteString("      " + v.Word)
			if len(v.Written) > 0 {
				b.WriteString(" = " + strings.Join(v.Written, "、"))
			}
			b.WriteByte('\n')
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// printSample writes a register to fill in, with invented people.
func printSample(w io.Writer, language string) error {
	_, err := io.WriteString(w, map[string]string{"zh": sampleZh, "en": sampleEn}[language])
	return err
}

// The samples state the same four households; the numbers are no one's.
const (
	sampleZh = `户编号,县市区,户口性质,家庭财产,家庭人口数,月保障金额,姓名,身份证号,与户主关系,月收入,残疾类别,残疾等级,是否重病,开户银行
A1,天元区,城镇,符合规定,3,900,张一,43021119650302001X,户主,600,,,,某银行
A1,,,,,,李二,430211196812110027,配偶,0,肢体,二级,,
A1,,,,,,张三,430211201005060039,女,,,,,
A2,荷塘区,城镇,符合规定,1,600,王四,430202195001010056,户主,0,,,,某银行
A3,攸县,农村,符合规定,2,,赵五,430223197207080050,户主,1500,,,,某银行
A3,,,,,,赵六,430223199501020066,子,0,,,是,
A4,芦淞区,城镇,超出规定,1,,孙七,430203198001010072,户主,0,,,,某银行
`
	sampleEn = `household,division,residence,property,people,paid_dibao_yuan,member,id_number,relation,own_income_month_yuan,disability_category,disability_grade,serious_illness,bank
A1,430211,urban,within,3,900,Zhang-1,43021119650302001X,applicant,600,,,,a bank
A1,,,,,,Li-2,430211196812110027,spouse,0,physical,2,,
A1,,,,,,Zhang-3,430211201005060039,minor-child,,,,,
A2,430202,urban,within,1,600,Wang-4,430202195001010056,applicant,0,,,,a bank
A3,430223,rural,within,2,,Zhao-5,430223197207080050,applicant,1500,,,,a bank
A3,,,,,,Zhao-6,430223199501020066,adult-child,0,,,yes,
A4,430203,urban,over,1,,Sun-7,430203198001010072,applicant,0,,,,a bank
`
)
