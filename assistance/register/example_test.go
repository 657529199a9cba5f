package register_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// A register as a county office keeps it, with one identity number that cannot be right.
const kept = `户主姓名,县市区,户口性质,家庭财产,姓名,身份证号,工资性收入,收入周期
张三,天元区,城镇,符合规定,张三,11010519491231002X,200,每月
李四,天元区,城镇,符合规定,李四,110105194912310021,,
`

func ExampleRead() {
	text := "户号,县市区,户口性质,财产状况,姓名,出生日期,收入类别,收入,收入周期\nh1,天元区,城镇,符合,张三,1968-03-02,工资,500,月\n"
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		return
	}
	for r, err := range caseload.Decide(context.Background(), set, register.Read(strings.NewReader(text)), caseload.DecideOptions{}) {
		fmt.Println(r.Decision.ID, r.Decision.Category, r.Decision.Total.Text(standards.English), err)
	}
	// Output: h1 dibao 100.00 yuan a month <nil>
}

// A record is one household, where it stands, what it is paid now, and the columns that are passed
// through.
func ExampleRecord() {
	text := "户号,县市区,户口性质,姓名,出生日期,月保障金额,联系电话\nh1,天元区,城镇,张三,1968-03-02,400,0731-1\nh1,,,张小三,2010-01-01,,\n"
	for r, err := range register.Read(strings.NewReader(text), "联系电话") {
		fmt.Println(r.Household.ID, r.Household.Division.Text(standards.English), len(r.Household.Members), err)
		fmt.Println(r.Line, r.Rows, r.PaidOf.Dibao, r.Kept)
	}
	// Output:
	// h1 Tianyuan 2 <nil>
	// 2 2 400.00 a month [0731-1]
}

func ExampleRead_fault() {
	for record, err := range register.Read(strings.NewReader(kept)) {
		fmt.Println(record.Household.ID, len(record.Household.Members), err)
	}
	// Output:
	// 张三 1 <nil>
	// 李四 1 line 3, column "身份证号": not an identity number: length, day of birth or check character: "1101**********0021"
}
