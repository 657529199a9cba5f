package caseload_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A register as a county office keeps it, with one identity number that cannot be right.
const register = `户主姓名,县市区,户口性质,家庭财产,姓名,身份证号,工资性收入,收入周期
张三,天元区,城镇,符合规定,张三,11010519491231002X,200,每月
李四,天元区,城镇,符合规定,李四,110105194912310021,,
`

func ExampleReadCSV_fault() {
	for record, err := range caseload.ReadCSV(strings.NewReader(register)) {
		fmt.Println(record.Household.ID, len(record.Household.Members), err)
	}
	// Output:
	// 张三 1 <nil>
	// 李四 1 line 3, column "身份证号": not an identity number: length, day of birth or check character: "110105194912310021"
}

func ExampleDecide() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	var totals caseload.Totals
	for result, err := range caseload.Decide(context.Background(), set, caseload.ReadCSV(strings.NewReader(register)), caseload.DecideOptions{}) {
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

func ExamplePopulation_Solve() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	register := "household,division,residence,property,member,born,income_kind,income_yuan,income_per\n" +
		"h1,天元区,urban,within,a,1968-03-02,wages,200,month\nh2,荷塘区,urban,within,a,1971-05-09,,,\n,,,,b,2010-01-20,,,\n"
	population, err := caseload.Pack(set, caseload.Households(caseload.ReadCSV(strings.NewReader(register))))
	if err != nil {
		fmt.Println(err)
		return
	}
	totals, err := population.Simulate(set, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("by the line of 600:", totals.All().Benefit[benefit.Dibao].Fen/100, "yuan a month")
	solution, err := population.Solve(context.Background(), caseload.Search{
		Figure: standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive, Bound: standards.Exactly},
		From:   standards.Fen(500_00, standards.PerMonth), To: standards.Fen(800_00, standards.PerMonth), Step: standards.Fen(1_00, standards.PerMonth),
		Budget: 1800_00,
	}, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("to the fen:", len(solution.Exact))
	fmt.Println("less:", solution.Under.Amount, "spends", solution.Under.Fen)
	fmt.Println("more:", solution.Over.Amount, "spends", solution.Over.Fen)
	// Output:
	// by the line of 600: 1600 yuan a month
	// to the fen: 0
	// less: 666.00 a month spends 179800
	// more: 667.00 a month spends 180100
}
