package months_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/standards"
)

// A household granted dibao in December 2019, whose income rose in October 2020 and was recorded in December.
const exampleAccount = `{"history":{"id":"h-17",
 "versions":[
  {"from":"2020-01-01","recorded":"2019-12-16","household":{"division":"430211","residence":"urban","property":"within",
   "members":[{"id":"mother","born":"1976-03-14","income":[{"kind":"wages","yuan":"200","per":"month"}]}]}},
  {"from":"2020-10-08","recorded":"2020-12-04","household":{"division":"430211","residence":"urban","property":"within",
   "members":[{"id":"mother","born":"1976-03-14","income":[{"kind":"wages","yuan":"450","per":"month"}]}]}}],
 "grants":[{"part":"dibao","approved":"2019-12-20"}]},
 "payments":[{"month":"2020-10","part":"dibao","yuan":"400.00","paid":"2020-10-09"},{"month":"2020-11","part":"dibao","yuan":"400.00","paid":"2020-11-09"}]}`

func exampleOf() (account months.Account) {
	if err := json.Unmarshal([]byte(exampleAccount), &account); err != nil {
		fmt.Println(err)
	}
	return account
}

func ExampleCalendar_Arrears() {
	account := exampleOf()
	ledger, err := months.NewCalendar(standards.Published()).Arrears(account.History, account.Payments, months.Month{}, months.Month{}, standards.Day(2020, time.December, 31))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range ledger.Rows[7:] {
		fmt.Println(row.Month, row.Due.Amount.YuanText(), row.Paid, row.Difference, row.Causes)
	}
	fmt.Println("still to be paid", ledger.Totals.Underpaid, "and paid too much", ledger.Totals.Overpaid)
	// Output:
	// 2020-08 400.00 0.00 400.00 [{published-late 100.00} {payment-missed 300.00}]
	// 2020-09 400.00 0.00 400.00 [{payment-missed 400.00}]
	// 2020-10 400.00 400.00 0.00 []
	// 2020-11 150.00 400.00 -250.00 [{recorded-late -250.00}]
	// 2020-12 150.00 0.00 150.00 [{payment-missed 150.00}]
	// still to be paid 3750.00 and paid too much 250.00
}

func ExampleCalendar_Decide() {
	account := exampleOf()
	from, to := months.Month{Year: 2020, Month: time.October}, months.Month{Year: 2020, Month: time.November}
	for _, known := range []standards.Date{standards.Day(2020, time.August, 20), standards.Day(2020, time.November, 30), standards.Day(2020, time.December, 31)} {
		decided, err := months.NewCalendar(standards.Published()).Decide(account.History, from, to, known)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println("known on", known)
		for _, d := range decided {
			fmt.Println(" ", d.Month, d.Due[0].Text(standards.English))
		}
	}
	// Output:
	// standards: the day on which 《关于改革完善社会救助制度的意见》 (reform-2020-08) was published is not on record, so whether it was known on 2020-08-20 cannot be told (2020-08-25 at the latest); the standards of 2020-10-01 rest on it
	// known on 2020-11-30
	//   2020-10 dibao: due, 400.00 yuan a month
	//   2020-11 dibao: due, 400.00 yuan a month
	// known on 2020-12-31
	//   2020-10 dibao: due, 400.00 yuan a month
	//   2020-11 dibao: due, 150.00 yuan a month
}

func ExampleCalendar_NextReview() {
	account := exampleOf()
	for _, known := range []standards.Date{standards.Day(2020, time.January, 10), standards.Day(2020, time.September, 1), standards.Day(2021, time.July, 1)} {
		review, err := months.NewCalendar(standards.Published()).NextReview(account.History, known)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(review.Text(standards.English))
	}
	// Output:
	// next review by 2020-01-20 (income not fixed, able to work; the last was on 2019-12-20; Trial Measures for Dibao Review and Approval, art. 33)
	// next review by 2020-06-20 (income not fixed, able to work; the last was on 2019-12-20; Opinions on reforming social assistance, item 7), overdue
	// next review by 2020-06-20 (income not fixed, able to work; the last was on 2019-12-20; Measures for Dibao Review and Confirmation, art. 31), overdue
}

// One calendar serves many households under the same tables.
func ExampleCalendar() {
	account := exampleOf()
	calendar := months.NewCalendar(standards.Published())
	month := months.Month{Year: 2020, Month: time.October}
	for _, known := range []standards.Date{standards.Day(2020, time.September, 30), standards.Day(2021, time.January, 5)} {
		decided, err := calendar.Decide(account.History, month, month, known)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(decided[0].Month, decided[0].Total.Text(standards.English))
	}
	// Output:
	// 2020-10 400.00 yuan a month
	// 2020-10 400.00 yuan a month
}
