// Package assistancetest checks tables, cases and households of one's own, in the style of
// testing/fstest: functions return an error that lists everything found, and need no testing
// package.
//
//	if err := assistancetest.RunCases(os.DirFS("testdata"), tables, "draft.cases.json"); err != nil {
//		t.Error(err)
//	}
//
// [RunCases] runs case files: households, each with a day and with what must come out.
// [CheckInvariants] tries, over generated households, the properties that sound tables have, and
// prints the simplest household that fails. [Coverage] finds the days on which a figure has no row,
// or two. A [Generator] makes households that are thick around every edge of the law, the same ones
// for the same seed.
//
// The functions return [Errors], whose elements are a [*CaseError], an [*InvariantError] or a
// [*CoverageError]; each has a text in Chinese and in English.
//
// The functions are pure but for what a file system reads, and safe for concurrent use; a Generator
// is not.
package assistancetest
