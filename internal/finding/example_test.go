package finding_test

import (
	"fmt"

	"github.com/openminzheng/zhuzhou/internal/finding"
)

// One condition that is not met refuses, whatever else is unknown; otherwise one that is unknown
// leaves the verdict open.
func ExampleTruth_And() {
	income, property := finding.Met, finding.Unknown
	fmt.Println(income.And(property).Verdict())
	fmt.Println(finding.NotMet.And(property).Verdict())
	fmt.Println(income.And(finding.If(true)).Verdict())
	// Output:
	// undetermined
	// ineligible
	// eligible
}
