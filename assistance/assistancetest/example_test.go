package assistancetest_test

import (
	"fmt"
	"testing/fstest"
	"time"

	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/standards"
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
