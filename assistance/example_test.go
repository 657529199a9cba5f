package assistance_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// mother is a mother in Tianyuan with wages of 900 yuan a month, and her child.
func mother() assistance.Household {
	return assistance.Household{
		ID: "h-1", Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within,
		Members: []assistance.Member{
			{ID: "mother", Born: standards.Day(1985, time.May, 2), Relation: benefit.Applicant,
				Income: []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(900_00, standards.PerMonth)}}},
			{ID: "child", Born: standards.Day(2012, time.March, 9), Relation: benefit.MinorChild, Income: []assistance.Income{}},
		},
	}
}

// Households that come one after another are decided in the memory of one Decision.
func ExampleDecision_Assess() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := `[{"id":"h1","division":"430211","residence":"urban","property":"within","members":[{"id":"a","born":"1968-03-02","income":[]}]},
		{"id":"h2","division":"430211","residence":"urban","property":"within","members":[
			{"id":"a","born":"1968-03-02","income":[{"kind":"wages","yuan":"250","per":"month"}]}]}]`
	var d assistance.Decision
	for h, err := range assistance.Read(strings.NewReader(text)) {
		if err == nil {
			err = d.Assess(set, &h.Household)
		}
		fmt.Println(d.ID, d.Dibao.Payment.Text(standards.English), err)
	}
	// Output:
	// h1 600.00 yuan a month <nil>
	// h2 350.00 yuan a month <nil>
}

func ExampleAssess() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := assistance.Assess(set, mother())
	if err != nil {
		fmt.Println(err)
		return
	}
	if d.Dibao.Verdict == benefit.Eligible {
		fmt.Println("dibao:", d.Dibao.Payment.Amount.Yuan().StringFixed(2), "yuan a month")
	}
	fmt.Println(d.Category.Text(standards.English)+",", d.Total.Text(standards.English))
	fmt.Println(d.Category.Text(standards.Chinese) + "，" + d.Total.Text(standards.Chinese))
	// Output:
	// dibao: 300.00 yuan a month
	// dibao household, 300.00 yuan a month
	// 最低生活保障家庭，每月300.00元
}

// A fact that is not stated leaves a verdict undetermined: never a denial, never a guess.
func ExampleAssess_undetermined() {
	set, _ := standards.At(standards.Day(2020, time.October, 1))
	h := mother()
	h.Property = 0
	d, err := assistance.Assess(set, h)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Dibao.Verdict.Text(standards.English)+", if met", d.Dibao.IfMet.Text(standards.English))
	for _, need := range d.Needs {
		fmt.Println("needs:", need.Fact.Text(standards.English))
	}
	// Output:
	// undetermined, if met 300.00 yuan a month
	// needs: whether property is within the limit
}

// The city's document gives the counties no urban line. A county states its own in a tables file.
func ExampleAssess_supplement() {
	h := mother()
	h.Division = standards.Youxian
	h.Members[0].Income[0].Amount = standards.Fen(1100_00, standards.PerMonth)
	day := standards.Day(2020, time.October, 1)

	overlay, err := draft.Read(strings.NewReader(`{"id":"youxian-2020","kind":"supplement","title":"a made-up notice","rows":[
		{"key":"dibao-line","place":"430223","residence":"urban","yuan":"560","per":"month","from":"2020-01-01","until":"2021-01-01","clause":"2"}]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	supplemented, err := standards.Published().With(overlay)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, tables := range []*standards.Tables{standards.Published(), supplemented} {
		set, err := tables.At(day)
		if err != nil {
			fmt.Println(err)
			return
		}
		d, err := assistance.Assess(set, h)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(d.Dibao.Verdict, d.Dibao.Payment.Amount)
		for _, need := range d.Needs {
			fmt.Println("needs", need.Figure, "above", need.Above)
		}
		for _, ref := range d.Tables {
			fmt.Println("rests on", ref.Kind, ref.ID)
		}
	}
	// Output:
	// undetermined not stated
	// needs dibao-line@430223/urban above 6600.00 a year
	// eligible 20.00 a month
	// rests on supplement youxian-2020
}

// Where the law leaves a choice, a reading is switched in Go or in a tables file, and the decision names it.
func ExampleAssess_reading() {
	h := mother()
	h.Members[0].Income[0].Amount = standards.Fen(1200_00, standards.PerMonth) // exactly at the line
	for _, choice := range []standards.Choice{standards.LowIncomeAtTheLine, standards.NeitherAtTheLine} {
		set, err := standards.Published().Choose(choice).At(standards.Day(2020, time.October, 1))
		if err != nil {
			fmt.Println(err)
			return
		}
		d, err := assistance.Assess(set, h)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(standards.AtTheLineReading, "=", d.Readings.Of(standards.AtTheLineReading), "->", d.Category)
	}
	// Output:
	// at-the-line = low-income -> low-income
	// at-the-line = neither -> none
}

// One household that cannot be used does not stop the others.
func ExampleRead() {
	const lines = `{"id":"h-1","division":"430211","members":[{"id":"a","born":"1985-05-02"}]}
{"id":"h-2","division":"430211","members":[{"id":"a","born":"1985-05-02","income":[{"kind":"wages","yuan":"-5","per":"week"}]}]}
{"id":"h-3","division":"攸县","members":[{"id":"a","born":"1985-05-02"}]}`
	for entry, err := range assistance.Read(strings.NewReader(lines)) {
		h := entry.Household
		var faults assistance.Errors
		if errors.As(err, &faults) {
			fmt.Println(h.ID, "is refused:")
			fmt.Println(faults.Text(standards.English))
			continue
		}
		fmt.Println(h.ID, h.Division.Text(standards.English))
	}
	// Output:
	// h-1 Tianyuan
	// h-2 is refused:
	// not one of the values accepted here: "week" at members[0].income[0].per (accepted: month, year)
	// not an amount in yuan with at most two decimals: "-5" at members[0].income[0].yuan
	// h-3 Youxian
}

func ExampleCheck() {
	set, _ := standards.At(standards.Day(2020, time.October, 1))
	h := mother()
	h.Members[1].ID = "mother"
	h.Members[1].Born = standards.Day(2021, time.March, 9)
	_, err := assistance.Check(set, h)
	var faults assistance.Errors
	if errors.As(err, &faults) {
		for _, fault := range faults {
			fmt.Println(fault.Path, fault.Code)
		}
		fmt.Println(faults.Text(standards.Chinese))
	}
	// Output:
	// members[1].id duplicate-id
	// members[1].born date-range
	// 编号重复：“mother”，位于：members[1].id
	// 日期超出范围：“2021-03-09”，位于：members[1].born
}

// A household is written in the same form as it is read.
func ExampleHousehold_MarshalJSON() {
	text, err := json.MarshalIndent(mother(), "", " ")
	fmt.Println(string(text), err)
	// Output:
	// {
	//  "id": "h-1",
	//  "division": "430211",
	//  "residence": "urban",
	//  "property": "within",
	//  "members": [
	//   {
	//    "id": "mother",
	//    "born": "1985-05-02",
	//    "relation": "applicant",
	//    "income": [
	//     {
	//      "kind": "wages",
	//      "yuan": "900.00",
	//      "per": "month"
	//     }
	//    ]
	//   },
	//   {
	//    "id": "child",
	//    "born": "2012-03-09",
	//    "relation": "minor-child",
	//    "income": []
	//   }
	//  ]
	// } <nil>
}
