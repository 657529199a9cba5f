package benefit_test

import (
	"fmt"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A step says in either language what was compared with what, and under which clause: here a household of two with 6000 yuan a year, where only a
// floor of the line is on record.
func ExampleStep_Text() {
	line := standards.Fen(4320_00, standards.PerYear)
	step := benefit.Step{
		Code: benefit.StepDibaoIncome, Part: benefit.Dibao, Residence: standards.Rural, Result: benefit.ResultMet,
		Left:     benefit.Quantity{Amount: standards.Fen(6000_00, standards.PerYear), Bound: standards.Exactly},
		Op:       "<",
		Right:    benefit.Quantity{Amount: standards.Fen(8640_00, standards.PerYear), Bound: standards.AtLeast},
		Terms:    []benefit.Term{{What: "line", Amount: line, Bound: standards.AtLeast, Times: standards.Whole(2)}},
		Document: standards.WorkPoints2020, Clause: "9",
	}
	fmt.Println(step.Text(benefit.English))
	fmt.Println(step.Text(benefit.Chinese))
	// Output:
	// income 6000.00 a year is below the rural line of at least 4320.00 x 2 people = at least 8640.00 a year: met (Zhuzhou civil affairs work points 2020, item 9)
	// 家庭收入每年6000.00元，低于农村低保标准每年不低于4320.00元 × 2人 = 每年不低于8640.00元，符合收入条件（依据《2020年株洲民政工作要点》第9项）
}

// A payment has an amount that is known exactly or as a lower limit. The zero Payment is not stated:
// something is due, and how much is not on record.
func ExamplePayment() {
	for _, p := range []benefit.Payment{
		benefit.Monthly(220_00, standards.Exactly),
		benefit.Monthly(220_00, standards.AtLeast),
		{},
	} {
		fmt.Println(p.Stated(), p.Amount.Fen(), p.Text(benefit.English))
	}
	// Output:
	// true 22000 220.00 yuan a month
	// true 22000 at least 220.00 yuan a month
	// false 0 amount not on record
}

// A payment says how it is known.
func ExamplePayment_Text() {
	payment := benefit.Monthly(220_00, standards.AtLeast)
	fmt.Println(payment.Text(benefit.English))
	fmt.Println(payment.Text(benefit.Chinese))
	fmt.Println(benefit.Payment{}.Text(benefit.English))
	// Output:
	// at least 220.00 yuan a month
	// 每月不低于220.00元
	// amount not on record
}
