package standards_test

import (
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/standards"
)

// A day is a day of the calendar, without a clock or a time zone. The zero Date is not stated.
func ExampleDate() {
	born := standards.Day(2004, time.February, 29)
	day, err := standards.ParseDate("2020-10-01")
	fmt.Println(day, err, born.AgeOn(day), born.Birthday(18), born.Before(day))
	_, err = standards.ParseDate("2021-02-29")
	fmt.Println(err)
	fmt.Println(standards.Date{}.IsZero())
	// Output:
	// 2020-10-01 <nil> 16 2022-03-01 true
	// standards: "2021-02-29" is not a day of the form 2020-09-01
	// true
}

// A place is a county-level unit, a group of them, the city, the province or the country.
func ExamplePlace() {
	place, ok := standards.ParseDivision("攸县")
	fmt.Println(place, place.Text(standards.English), ok)
	fmt.Println(place.In(standards.CountyFive), place.In(standards.CityFive), place.In(standards.Zhuzhou))
	_, ok = standards.ParseDivision("长沙县")
	fmt.Println(ok)
	// Output:
	// 430223 Youxian true
	// true false true
	// false
}

// An amount is whole fen for a month or for a year, as the text states it. The zero Amount is not
// stated, which is not 0 yuan.
func ExampleAmount() {
	line := standards.Fen(4320_00, standards.PerYear)
	read, err := standards.ParseAmount("360.00", "month")
	fmt.Println(line, read, err, line.Annual() == read.Annual(), line == read)
	fmt.Println(line.Text(standards.Chinese))
	none := standards.Fen(0, standards.PerMonth)
	fmt.Println(none.Stated(), standards.Amount{}.Stated())
	// Output:
	// 4320.00 a year 360.00 a month <nil> true false
	// 每年4320.00元
	// true false
}

// A Set holds the standards of one day. Each kind of figure is asked for by its own method, and
// comes with the row that states it.
func ExampleSet() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	line, err := set.Line(standards.DibaoLine, standards.Tianyuan, standards.Urban)
	fmt.Println(line.Amount, line.Bound, line.Basis.Document, line.Basis.Clause, err)
	rate, err := set.Rate(standards.DisabilityNursing, standards.Tianyuan, standards.Urban, "")
	fmt.Println(rate.Amount, rate.Bound, rate.Basis.Document, rate.Basis.Clause, err)
	fmt.Println(set.Day(), set.Choice(standards.EachSubsidyReading) == standards.EachSubsidy)
	// Output:
	// 600.00 a month exactly zhuzhou-2020 9 <nil>
	// 100.00 a month exactly zhuzhou-2020 31 <nil>
	// 2020-10-01 true
}

// Tables hold the rows of all days. A Set of one day is made of them.
func ExampleTables() {
	tables := standards.Published()
	for _, year := range []int{2020, 2021, 2022} {
		day := standards.Day(year, time.June, 1)
		set, err := tables.At(day)
		if err != nil {
			fmt.Println(err)
			return
		}
		line, err := set.Line(standards.DibaoLine, standards.Liling, standards.Rural)
		fmt.Println(day, line.Amount, line.Bound, line.Place.Text(standards.English), err)
	}
	// Output:
	// 2020-06-01 4320.00 a year at-least the five counties <nil>
	// 2021-06-01 4300.00 a year at-least Hunan <nil>
	// 2022-06-01 4600.00 a year at-least the five counties <nil>
}
