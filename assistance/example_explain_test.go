package assistance_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// family is a father and his disabled son in You County.
func family() assistance.Household {
	var h assistance.Household
	if err := json.Unmarshal([]byte(`{"id":"h-17","division":"攸县","residence":"rural","property":"within","members":[
		{"id":"father","born":"1968-03-02","relation":"applicant","income":[{"kind":"wages","yuan":"500.00","per":"month"}]},
		{"id":"son","born":"1995-07-15","relation":"dependent-adult-child","income":[],"disability":{"category":"intellectual","grade":1}}]}`), &h); err != nil {
		fmt.Println(err)
	}
	return h
}

func october() *standards.Set {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
	}
	return set
}

func ExampleExplain() {
	d, err := assistance.Explain(october(), family())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, step := range d.Steps {
		if step.Part == benefit.Dibao {
			fmt.Println(step.Text(benefit.Chinese))
			fmt.Println(step.Text(benefit.English))
		}
	}
	// Output:
	// 计入的家庭收入：father的收入每年6000.00元（依据《最低生活保障审核审批办法（试行）》第16条）
	// income that counts: father's income 6000.00 a year (Trial Measures for Dibao Review and Approval, art. 16)
	// 家庭收入每年6000.00元，低于农村低保标准每年不低于4320.00元 × 2人 = 每年不低于8640.00元，符合收入条件（依据《2020年株洲民政工作要点》第9项）
	// income 6000.00 a year is below the rural line of at least 4320.00 x 2 people = at least 8640.00 a year: met (Zhuzhou civil affairs work points 2020, item 9)
	// 家庭财产符合当地规定，符合财产条件（依据《社会救助暂行办法》第9条）
	// the household's property is within the local limit: met (Interim Measures for Social Assistance, art. 9)
	// 低保金计算：低保标准每年不低于4320.00元 × 2人 − 收入每年6000.00元 = 每年不低于2640.00元，折合每月不低于220.00元（依据《最低生活保障审核审批办法（试行）》第27条）
	// dibao payment: line of at least 4320.00 x 2 people - income 6000.00 = at least 2640.00 a year = at least 220.00 a month (Trial Measures for Dibao Review and Approval, art. 27)
}

// What would have to change for a family that is refused.
func ExampleNearest() {
	h := family()
	h.Division = standards.Tianyuan // where the line and the rates are exact
	h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(2000_00, standards.PerMonth)}}
	ways, err := assistance.Nearest(october(), h)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range ways {
		fmt.Println(w.Text(benefit.Chinese))
		fmt.Println(w.Text(benefit.English))
	}
	// Output:
	// 家庭收入低于每年14400.00元（每月1200.00元）的，可享受最低生活保障
	// dibao would be due if the household's income is below 14400.00 yuan a year, that is 1200.00 yuan a month
	// 家庭收入低于每年21600.00元（每月1800.00元）的，可认定为低保边缘家庭
	// low-income family if the household's income is below 21600.00 yuan a year, that is 1800.00 yuan a month
	// son：家庭收入低于每年21600.00元（每月1800.00元）的，可享受困难残疾人生活补贴
	// son: living subsidy would be due if the household's income is below 21600.00 yuan a year, that is 1800.00 yuan a month
}

// Years later a decision is checked from its JSON, the household and the tables.
func ExampleVerify() {
	h := family()
	d, err := assistance.Assess(october(), h)
	if err != nil {
		fmt.Println(err)
		return
	}
	stored, err := json.Marshal(d)
	if err != nil {
		fmt.Println(err)
		return
	}

	var old assistance.Decision
	if err := json.Unmarshal(stored, &old); err != nil {
		fmt.Println(err)
		return
	}
	v, err := assistance.Verify(old, h, standards.Published())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Same(), v.Text(benefit.Chinese))

	old.Dibao.Payment = benefit.Monthly(225_00, standards.AtLeast) // someone changed it
	v, err = assistance.Verify(old, h, standards.Published())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Same(), v.Text(benefit.English))
	// Output:
	// true 复核一致：2020-10-01的家庭h-17重新审核的结果与原决定相同
	// false differs: dibao.payment.yuan was 225.00 and is 220.00
}

// What a rise in income means for the family.
func ExampleChanges() {
	h := family()
	h.Division = standards.Tianyuan
	before, err := assistance.Explain(october(), h)
	if err != nil {
		fmt.Println(err)
		return
	}
	h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(600_00, standards.PerMonth)}}
	after, err := assistance.Explain(october(), h)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range assistance.Changes(before, after) {
		fmt.Println(c.Text(benefit.Chinese))
		fmt.Println(c.Text(benefit.English))
	}
	// Output:
	// 减发最低生活保障，由每月700.00元减至每月600.00元，减少每月100.00元（依据《社会救助暂行办法》第13条）。理由：
	// · 计入的家庭收入：father的收入每年7200.00元（依据《最低生活保障审核审批办法（试行）》第16条）
	// · 家庭收入每年7200.00元，低于农村低保标准每月600.00元 × 12个月 × 2人 = 每年14400.00元，符合收入条件（依据《2020年株洲民政工作要点》第9项）
	// · 低保金计算：低保标准每月600.00元 × 12个月 × 2人 − 收入每年7200.00元 = 每年7200.00元，折合每月600.00元（依据《最低生活保障审核审批办法（试行）》第27条）
	// dibao is lowered by 100.00 yuan a month, from 700.00 yuan a month to 600.00 yuan a month (Interim Measures for Social Assistance, art. 13). Reasons:
	// - income that counts: father's income 7200.00 a year (Trial Measures for Dibao Review and Approval, art. 16)
	// - income 7200.00 a year is below the rural line 600.00 x 12 months x 2 people = 14400.00 a year: met (Zhuzhou civil affairs work points 2020, item 9)
	// - dibao payment: line 600.00 x 12 months x 2 people - income 7200.00 = 7200.00 a year = 600.00 a month (Trial Measures for Dibao Review and Approval, art. 27)
}

// While property is not stated, dibao may be due or not.
func ExampleBetween() {
	h := family()
	h.Division, h.Property = standards.Tianyuan, 0
	r, err := assistance.Between(october(), h)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Text(benefit.Chinese))
	fmt.Println(r.Text(benefit.English))
	// Output:
	// 每月100.00元至900.00元之间
	// between 100.00 and 900.00 yuan a month
}
