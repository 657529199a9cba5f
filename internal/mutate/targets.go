package main

// target is a package whose code is mutated.
type target struct {
	dir string // from the root of the module
	// The packages whose tests run after its own, those most likely to kill first. A package
	// without tests of its own is tested through them alone.
	also []string
}

// targets are the packages that the mutation test is about. One that does not exist is passed over,
// so that this table may name packages before they are made and after they are gone.
var targets = []target{
	{"standards", []string{"standards/source", "standards/draft", "standards/benefit", "disability", "eldercare",
		"assistance"}},
	{"standards/source", nil},
	{"standards/benefit", []string{"internal/finding", "disability", "eldercare", "assistance"}},
	{"standards/draft", []string{"assistance"}},
	{"internal/finding", []string{"disability", "eldercare", "assistance"}},
	{"disability", []string{"assistance"}},
	{"eldercare", []string{"assistance"}},
	{"assistance/internal/law", []string{"assistance", "assistance/whatif", "assistance/verify", "assistance/months",
		"assistance/population", "assistance/caseload"}},
	{"assistance", []string{"assistance/verify", "assistance/whatif", "assistance/register", "assistance/months"}},
	{"assistance/verify", []string{"assistance"}},
	{"assistance/whatif", []string{"assistance"}},
	{"assistance/months", nil},
	{"assistance/register", []string{"assistance/caseload", "assistance/population"}},
	{"assistance/caseload", []string{"assistance/population"}},
	{"assistance/population", nil},
}

// apart are tests that measure the compiled code. They do not run here: the switches of the mutants
// cost time and memory.
var apart = []string{
	"standards TestLookUpsDoNotAllocate",
	"disability TestAllocations",
	"assistance TestAllocations",
	"assistance TestAllocationsOfReading",
	"assistance TestDecisionsInMemoryUsedAgainAllocateNothing",
	"assistance/months TestYearTakesTheMemoryOfEightDecisions",
}
