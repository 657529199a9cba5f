// Package assume states facts that a household does not state (假定事项), for estimates and to see
// what a decision turns on.
//
//	facts, err := assume.Parse("property=within,income=none")
//	filled := facts.Apply(&household)
//	d, err := assistance.Assess(set, household)
//	d.Assume(filled...)
//
// What is stated is never changed, and everything that was filled in is listed.
package assume
