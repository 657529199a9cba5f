package disability_test

import (
	"fmt"
	"time"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A person alone, without a household: on dibao in Youxian, with a certificate of grade 1.
func Example() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	certificate := disability.Certificate{Category: disability.Intellectual, Grade: 1}
	p := disability.Person{Place: standards.Youxian, Grades: certificate.Grades(), Dibao: benefit.Eligible}

	living, nursing := disability.Living(set, p), disability.Nursing(set, p)
	fmt.Println("living: ", living.Verdict, living.Payment.Text(benefit.English))
	fmt.Println("nursing:", nursing.Verdict, nursing.Payment.Text(benefit.English))
	for _, a := range nursing.Assumed {
		fmt.Println("assumed:", a.Fact, a.As)
	}
	// Output:
	// living:  eligible at least 80.00 yuan a month
	// nursing: eligible at least 80.00 yuan a month
	// assumed: nursingAllowance none
	// assumed: workInjuryNursing no
}

// Another living allowance is compared with the rate. In the counties only a floor is on record, so one above it leaves the answer
// open, and the figure that would settle it is named.
func ExampleLiving() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	p := disability.Person{
		Place: standards.Liling, Grades: disability.Certificate{Category: disability.Visual, Grade: 3}.Grades(), Dibao: benefit.Eligible,
		WorkInjuryNursing: standards.No, LivingAllowance: standards.Fen(90_00, standards.PerMonth),
	}
	living := disability.Living(set, p)
	fmt.Println(living.Verdict.Text(benefit.Chinese))
	for _, need := range living.Needs {
		fmt.Println(need.Figure, "above", need.Above)
	}

	p.Place = standards.Tianyuan // the rate is known here, and higher
	fmt.Println(disability.Living(set, p).Payment.Text(benefit.Chinese))
	// Output:
	// 待定
	// disability-living@430281 above 89.99 a month
	// 每月100.00元
}

// Whether the need for long-term care is tested is a reading. Under the national text it is, and has to be stated.
func ExampleNursing() {
	tables := standards.Published().Choose(standards.LongTermCareTested)
	set, err := tables.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	p := disability.Person{Place: standards.Hetang, Grades: disability.Certificate{Category: disability.Physical, Grade: 2}.Grades()}
	for _, care := range []standards.Answer{0, standards.Yes, standards.No} {
		p.LongTermCare = care
		nursing := disability.Nursing(set, p)
		fmt.Printf("%q: %s %d\n", care, nursing.Verdict, len(nursing.Needs))
	}
	// Output:
	// "": undetermined 1
	// "yes": eligible 0
	// "no": ineligible 0
}
