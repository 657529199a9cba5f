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
	{"standards", []string{"standards/draft", "standards/wire", "standards/benefit", "assistance", "disability",
		"eldercare"}},
	{"standards/benefit", []string{"assistance", "disability", "eldercare", "assistance/months"}},
	{"standards/draft", []string{"assistance"}},
	{"disability", []string{"assistance", "assistance/caseload"}},
	{"eldercare", []string{"assistance", "assistance/caseload"}},
	{"assistance/internal/law", []string{"assistance", "assistance/months", "assistance/population",
		"assistance/caseload"}},
	{"assistance", []string{"assistance/verify", "assistance/whatif", "assistance/months", "assistance/caseload",
		"assistance/assistancetest"}},
	{"assistance/verify", []string{"assistance", "assistance/assistancetest"}},
	{"assistance/whatif", []string{"assistance", "assistance/assistancetest"}},
	{"assistance/months", nil},
	{"assistance/register", []string{"assistance/caseload", "assistance/population"}},
	{"assistance/population", []string{"assistance/caseload"}},
	{"assistance/caseload", []string{"assistance/assistancetest"}},
}

// apart are tests that measure the compiled code. They do not run here: the switches of the mutants
// cost time and memory.
var apart = []string{
	"standards TestLookUpsDoNotAllocate",
	"disability TestAllocations",
	"assistance TestAllocations",
	"assistance/months TestYearCostsNoMoreThanSixteenDecisions",
}
