package caseload_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A register as a county office keeps it, with one identity number that cannot be right.
const kept = `户主姓名,县市区,户口性质,家庭财产,姓名,身份证号,工资性收入,收入周期
张三,天元区,城镇,符合规定,张三,11010519491231002X,200,每月
李四,天元区,城镇,符合规定,李四,110105194912310021,,
`

func ExampleDecide() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	var totals caseload.Totals
	for result, err := range caseload.Decide(context.Background(), set, register.Read(strings.NewReader(kept)), caseload.DecideOptions{}) {
		if err != nil {
			continue // it says why
		}
		fmt.Println(result.Household.ID, result.Decision.Category, result.Decision.Total.Text(standards.English))
		totals.Add(&result.Household, &result.Decision)
	}
	dibao := totals.All().Benefit[benefit.Dibao]
	fmt.Println(dibao.Recipients, "recipient,", dibao.Fen, "fen")
	// Output:
	// 张三 dibao 400.00 yuan a month
	// 1 recipient, 40000 fen
}

// Totals are sums of integers: of parts of a caseload they come to the same as of the whole.
func ExampleTotals() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	var parts [2]caseload.Totals
	for i, place := range []standards.Place{standards.Tianyuan, standards.Youxian} {
		h := assistance.Household{Division: place, Residence: standards.Rural, Property: benefit.Within,
			Members: []assistance.Member{{ID: "a", Born: standards.Day(1990, time.January, 1), Income: []assistance.Income{}}}}
		d, err := assistance.Assess(set, h)
		if err != nil {
			fmt.Println(err)
			return
		}
		parts[i].Add(&h, &d)
	}
	totals := parts[0]
	totals.Merge(&parts[1])
	all, county := totals.All(), totals.Of(standards.Youxian, standards.Rural)
	fmt.Println(all.Households, all.Benefit[benefit.Dibao].Recipients, all.Benefit[benefit.Dibao].Fen)
	fmt.Println(county.Benefit[benefit.Dibao].Fen, county.Benefit[benefit.Dibao].AtLeast)
	fmt.Println(all.Due())
	// Output:
	// 2 2 96000
	// 36000 1
	// 96000 at-least <nil>
}
