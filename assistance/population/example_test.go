package population_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func ExamplePopulation_Solve() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "household,division,residence,property,member,born,income_kind,income_yuan,income_per\n" +
		"h1,天元区,urban,within,a,1968-03-02,wages,200,month\nh2,荷塘区,urban,within,a,1971-05-09,wages,0,month\n,,,,b,2010-01-20,,,\n"
	packed, err := population.Pack(set, register.Households(register.Read(strings.NewReader(text))))
	if err != nil {
		fmt.Println(err)
		return
	}
	totals, err := packed.Simulate(set, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("by the line of 600:", totals.All().Benefit[benefit.Dibao].Fen/100, "yuan a month")
	solution, err := packed.Solve(context.Background(), population.Search{
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
