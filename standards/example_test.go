package standards_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// The standard of a day and a place, and where it stands.
func ExampleAt() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range []standards.Place{standards.Tianyuan, standards.Youxian} {
		line, err := set.Line(standards.DibaoLine, p, standards.Rural)
		if err != nil {
			fmt.Println(err)
			return
		}
		document, _ := set.Tables().Document(line.Basis.Document)
		fmt.Println(p.Text(standards.Chinese), line.Amount.Text(standards.Chinese), line.Bound, document.Cite(line.Basis.Clause, standards.Chinese), line.Basis.Printed)
	}
	// Output:
	// 天元区 每月600.00元 exactly 《2020年株洲民政工作要点》第9项 600/月
	// 攸县 每年4320.00元 at-least 《2020年株洲民政工作要点》第9项 每人每年不低于4320元
}

// What no document states is not guessed.
func ExampleNotOnRecordError() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = set.Rate(standards.TekunBasic, standards.Youxian, standards.Urban, "")
	var missing *standards.NotOnRecordError
	if errors.As(err, &missing) {
		fmt.Println(missing.Text(standards.Chinese))
		fmt.Println(missing.Text(standards.English))
	}
	// Output:
	// 2020-10-01攸县城市特困人员基本生活标准无据可查
	// basic living standard of tekun support of Youxian, urban is not on record on 2020-10-01
}

// A county lays its own figure over the city's rows; one below the city's floor is refused.
func ExampleTables_With() {
	own := standards.Overlay{
		ID: "youxian-2020", Kind: standards.Supplement, Title: "攸县民政局公告", ApprovedBy: "株洲市人民政府",
		Rows: []standards.Standard{{
			Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban,
			Amount: standards.Fen(560_00, standards.PerMonth), From: standards.Day(2020, time.July, 1), Until: standards.Day(2021, time.January, 1),
			Basis: standards.Basis{Clause: "2"},
		}},
	}
	tables, err := standards.Published().With(own)
	if err != nil {
		fmt.Println(err)
		return
	}
	set, err := tables.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	line, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Urban)
	fmt.Println(line.Amount, line.Bound, line.Basis.Document, err)

	own.Rows[0].Residence, own.Rows[0].Amount = standards.Rural, standards.Fen(300_00, standards.PerMonth)
	_, err = standards.Published().With(own)
	fmt.Println(err)
	// Output:
	// 560.00 a month exactly youxian-2020 <nil>
	// standards: youxian-2020: rows[0].yuan "300.00 a month": is below the floor that holds there (dibao-line@county-five rural 4320.00 a year at-least 2020-01-01..2020-12-31)
}

// Another choice of a reading gives other tables; the first ones stay as they are.
func ExampleTables_Choose() {
	fromPublication := standards.Published().Choose(standards.FromPublication)
	for _, tables := range []*standards.Tables{standards.Published(), fromPublication} {
		set, err := tables.At(standards.Day(2020, time.March, 1))
		if err != nil {
			fmt.Println(err)
			return
		}
		line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
		fmt.Println(set.Choice(standards.Effective2020Reading), line.Place, line.Amount, line.Bound, err)
	}
	// Output:
	// calendar-year city-five 600.00 a month exactly <nil>
	// from-publication 430000 500.00 a month at-least <nil>
}

// What changed from one day to the next.
func ExampleDiff() {
	before, err := standards.At(standards.Day(2020, time.August, 24))
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := standards.At(standards.Day(2020, time.August, 25))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range standards.Diff(before, after) {
		fmt.Printf("[%s %s] -> [%s %s]\n", c.Before.Key, c.Before.Basis.Document, c.After.Key, c.After.Basis.Document)
	}
	// Output:
	// [ ] -> [job-costs reform-2020-08]
	// [ ] -> [grace reform-2020-08]
}

// The dibao lines of three years: in 2021 the floors of the province decide, in 2022 the figures of the city.
func ExampleDiff_years() {
	var sets []*standards.Set
	for _, day := range []standards.Date{standards.Day(2020, time.October, 1), standards.Day(2021, time.October, 1), standards.Day(2022, time.October, 1)} {
		set, err := standards.At(day)
		if err != nil {
			fmt.Println(err)
			return
		}
		sets = append(sets, set)
	}
	for i, after := range sets[1:] {
		fmt.Println(after.Day())
		for _, c := range standards.Diff(sets[i], after) {
			row := c.After
			if row.Key == 0 {
				row = c.Before
			}
			if row.Key != standards.Key(standards.DibaoLine) || row.Place == standards.CityFive {
				continue
			}
			fmt.Printf("  %s %s: %s -> %s\n", row.Place.Text(standards.English), row.Residence, c.Before.Amount, c.After.Amount)
		}
	}
	// Output:
	// 2021-10-01
	//   the five counties rural: 4320.00 a year -> not stated
	//   Hunan urban: 500.00 a month -> 550.00 a month
	//   Hunan rural: 4000.00 a year -> 4300.00 a year
	// 2022-10-01
	//   the five counties urban: not stated -> 600.00 a month
	//   the five counties rural: not stated -> 4600.00 a year
	//   Hunan urban: 550.00 a month -> not stated
	//   Hunan rural: 4300.00 a year -> not stated
}

// Months and years compare without a division.
func ExampleAmount_Compare() {
	floor := standards.Fen(4320_00, standards.PerYear)
	own := standards.Fen(360_00, standards.PerMonth)
	fmt.Println(own.Compare(floor), own == floor)
	// Output: 0 false
}

// What the documents leave open, and which key of a tables file would supply it.
func ExampleNotOnRecord() {
	for _, gap := range source.NotOnRecord()[:3] {
		fmt.Printf("%s (%s): %s\n", gap.What.In(standards.English), gap.Key, gap.Why.In(standards.English))
	}
	// Output:
	// urban dibao line of the five counties (dibao-line): item 9 gives the five counties a rural line only; what is on record is the province's floor
	// income line for low-income families, as a sum (low-income-line): the notice of 2022 raises it, and its restatement gives no sum; the multiple of the dibao line is used
	// basic living standard of tekun support (tekun-basic): set and published by the province or the city; no such text is on record, only that it is at least 1.3 times the dibao line
}
