package draft_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

const youxian = `{"id":"youxian-2020","kind":"supplement","title":"made-up figures","approvedBy":"nobody",
 "rows":[{"key":"dibao-line","place":"攸县","residence":"urban","yuan":"560","per":"month","from":"2020-07-01","until":"2021-01-01","clause":"2"}]}`

// A county's own figure fills what the city's document does not give.
func Example() {
	overlay, err := draft.Read(strings.NewReader(youxian))
	if err != nil {
		fmt.Println(err)
		return
	}
	tables, err := standards.Published().With(overlay)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, on := range []standards.Date{standards.Day(2020, time.June, 30), standards.Day(2020, time.July, 1)} {
		set, err := tables.At(on)
		if err != nil {
			fmt.Println(err)
			return
		}
		line, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Urban)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(line.Amount, line.Bound, line.Basis.Document, line.Basis.Clause+line.Basis.At)
	}
	// Output:
	// 500.00 a month at-least hunan-2019-07 [2019-07]
	// 560.00 a month exactly youxian-2020 2
}

func ExampleParse_faults() {
	_, err := draft.Parse([]byte(`{"id":"youxian-2020","kind":"supplement",
 "rows":[{"key":"dibao-line","place":"430223","Residence":"urban","yuan":500,"from":"2020-07-00"}]}`))
	fmt.Println(strings.ReplaceAll(err.Error(), "; ", "\n"))
	// Output:
	// field name differs from a known one in upper and lower case: "urban" at rows[0].Residence
	// required field is missing at rows[0].per
	// not a date such as 2020-10-01: "2020-07-00" at rows[0].from
}

func ExampleAppendRow() {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	line, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	if err != nil {
		fmt.Println(err)
		return
	}
	document, _ := set.Tables().Document(line.Basis.Document)
	fmt.Printf("%s\n", draft.AppendRow(nil, line.Standard, draft.Extra{Document: document}))
	// Output:
	// {"key":"dibao-line","place":"county-five","residence":"rural","yuan":"4320.00","per":"year","bound":"at-least","from":"2020-01-01","until":"2021-01-01","clause":"9","printed":"每人每年不低于4320元","document":"zhuzhou-2020","standing":"archived","file":"zhuzhou-2020-work-points.txt","completeness":"whole","sha256":"2d8467f5d404f5a7e4be6927056a5f8c59fd15df193b37f41d260073c0f237bb"}
}
