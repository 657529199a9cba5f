package whatif_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/disability"
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

func octoberSet() *standards.Set {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
	}
	return set
}

// What would have to change for a family that is refused.
func ExampleNearest() {
	h := family()
	h.Division = standards.Tianyuan // where the line and the rates are exact
	h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(2000_00, standards.PerMonth)}}
	ways, err := whatif.Nearest(octoberSet(), h)
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

// While property is not stated, dibao may be due or not.
func ExampleBetween() {
	h := family()
	h.Division, h.Property = standards.Tianyuan, 0
	r, err := whatif.Between(octoberSet(), h)
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

// Three people in Tianyuan, one of them severely disabled: a fen more than 1799.99 yuan a month, and the family gets more.
func ExampleBoundaries() {
	none := []assistance.Income{}
	family := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "father", Born: standards.Day(1970, time.January, 1), Income: none},
		{ID: "mother", Born: standards.Day(1972, time.January, 1), Income: none},
		{ID: "son", Born: standards.Day(1995, time.January, 1), Income: none, Support: benefit.Capable,
			Disability: disability.Certificate{Category: disability.Physical, Grade: 1}},
	}}
	found, err := whatif.Boundaries(standards.Published(), standards.Day(2020, time.October, 1), family,
		whatif.Quantity{Kind: whatif.MemberIncome, Member: "father"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range found {
		fmt.Println(b.Quantity.Value(&b.Before, standards.English), "->", b.Quantity.Value(&b.After, standards.English))
		fmt.Println("  total:", b.Before.Decision.Total.Text(standards.English), "->", b.After.Decision.Total.Text(standards.English))
		fmt.Println("  cliff:", b.Cliff, b.Reversal.Text(standards.English))
	}
	// Output:
	// 1799.99 yuan a month -> 1800.00 yuan a month
	//   total: 200.01 yuan a month -> 800.00 yuan a month
	//   cliff: true passing the line opens single-person cover, and with it the living subsidy
	// 2699.99 yuan a month -> 2700.00 yuan a month
	//   total: 800.00 yuan a month -> 100.00 yuan a month
	//   cliff: true
}
