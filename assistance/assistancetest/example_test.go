package assistancetest_test

import (
	"fmt"
	"testing/fstest"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func ExampleRunCases() {
	files := fstest.MapFS{"a.cases.json": {Data: []byte(`{"cases":[
		{"name":"below the line","on":"2020-10-01",
		 "household":{"division":"Tianyuan","residence":"urban","property":"within","members":[{"id":"a","born":"1980-01-01","income":[]}]},
		 "expect":{"dibao":{"payment":{"yuan":"600"}}}}]}`)}}
	fmt.Println(assistancetest.RunCases(files, standards.Published()))
	// Output: <nil>
}

func ExampleCheckInvariants() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(assistancetest.CheckInvariants(set))
	// Output: <nil>
}

func ExampleCoverage() {
	fmt.Println(assistancetest.Coverage(standards.Published(), standards.Day(2020, time.January, 1), standards.Day(2020, time.December, 31)))
	// Output: <nil>
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
	found, err := assistancetest.Boundaries(standards.Published(), standards.Day(2020, time.October, 1), family,
		assistancetest.Quantity{Kind: assistancetest.MemberIncome, Member: "father"})
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
