package verify_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/verify"
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

// Years later a decision is checked from its JSON, the household and the tables.
func ExampleDecision() {
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
	v, err := verify.Decision(old, h, standards.Published())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Same(), v.Text(benefit.Chinese))

	old.Dibao.Payment = benefit.Monthly(225_00, standards.AtLeast) // someone changed it
	v, err = verify.Decision(old, h, standards.Published())
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
	for _, c := range verify.Changes(before, after) {
		fmt.Println(c.Text(benefit.Chinese))
		fmt.Println(c.Text(benefit.English))
	}
	// Output:
	// 减发最低生活保障，由每月700.00元减至每月600.00元，减少每月100.00元（依据《社会救助暂行办法》（国务院令第649号）第十三条）。理由：
	// · 计入的家庭收入：father的收入每年7200.00元（依据《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）第十六条）
	// · 家庭收入每年7200.00元，低于农村低保标准每月600.00元 × 12个月 × 2人 = 每年14400.00元，符合收入条件（依据《2020年株洲民政工作要点》第9项）
	// · 低保金计算：低保标准每月600.00元 × 12个月 × 2人 − 收入每年7200.00元 = 每年7200.00元，折合每月600.00元（依据《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）第二十七条）
	// dibao is lowered by 100.00 yuan a month, from 700.00 yuan a month to 600.00 yuan a month (Interim Measures for Social Assistance, art. 13). Reasons:
	// - income that counts: father's income 7200.00 a year (Trial Measures for Dibao Review and Approval, art. 16)
	// - income 7200.00 a year is below the rural line 600.00 x 12 months x 2 people = 14400.00 a year: met (Zhuzhou civil affairs work points 2020, item 9)
	// - dibao payment: line 600.00 x 12 months x 2 people - income 7200.00 = 7200.00 a year = 600.00 a month (Trial Measures for Dibao Review and Approval, art. 27)
}
