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
	// 计入的家庭收入：father的收入每年6000.00元（依据《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）第十六条）
	// income that counts: father's income 6000.00 a year (Trial Measures for Dibao Review and Approval, art. 16)
	// 家庭收入每年6000.00元，低于农村低保标准每年不低于4320.00元 × 2人 = 每年不低于8640.00元，符合收入条件（依据《2020年株洲民政工作要点》第9项）
	// income 6000.00 a year is below the rural line of at least 4320.00 x 2 people = at least 8640.00 a year: met (Zhuzhou civil affairs work points 2020, item 9)
	// 家庭财产符合当地规定，符合财产条件（依据《社会救助暂行办法》（国务院令第649号）第九条）
	// the household's property is within the local limit: met (Interim Measures for Social Assistance, art. 9)
	// 低保金计算：低保标准每年不低于4320.00元 × 2人 − 收入每年6000.00元 = 每年不低于2640.00元，折合每月不低于220.00元（依据《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）第二十七条）
	// dibao payment: line of at least 4320.00 x 2 people - income 6000.00 = at least 2640.00 a year = at least 220.00 a month (Trial Measures for Dibao Review and Approval, art. 27)
}
