package caseload_test

import (
	"context"
	"fmt"
	"strings"
	"time"

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
