package wire_test

import (
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/lang"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

func Example() {
	input := `{"id": "father", "yuan": "500.00"}
{"id": "son", "Yuan": 80.005, "months": 1.5}
{"id": "daughter" "yuan": 0}
{"id": "mother", "yuan": 12.5}`

	for item, err := range wire.Values(strings.NewReader(input)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		var faults wire.Faults
		o := faults.Object(item.Value, "", "id", "yuan", "months")
		if v, ok := faults.Required(o, "yuan"); ok {
			if fen, ok := faults.Money(v, o.Path("yuan")); ok {
				fmt.Println(wire.FormatFen(fen))
			}
		}
		if v, ok := o.Get("months"); ok {
			faults.Int(v, o.Path("months"), 1, 12)
		}
		if !faults.Empty() {
			fmt.Println(faults.All().Text(lang.English))
		}
	}
	// Output:
	// 500.00
	// field name differs from a known one in upper and lower case: "80.005" at Yuan
	// wrong type of value: "1.5" at months
	// line 3, column 19: not valid JSON: a comma or } is wanted here
	// 12.50
}
