package main

// This file is a model to copy: it tests a draft in go test. Copy it beside your own draft.json and draft.cases.json, change the package
// clause, the two names and the days, and run go test.

import (
	"os"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// Where the draft and its cases are, and the days that it is for.
var (
	folder   = os.DirFS("../testdata")
	firstDay = standards.Day(2021, time.January, 1)
	lastDay  = standards.Day(2021, time.August, 31)
)

func draftTables(t *testing.T) *standards.Tables {
	t.Helper()
	file, err := folder.Open("draft-2021.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	overlay, err := draft.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := standards.Published().With(overlay)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// What must come out comes out.
func TestDraftCases(t *testing.T) {
	if err := assistancetest.RunCases(folder, draftTables(t), "draft-2021.cases.json"); err != nil {
		t.Error(err)
	}
}

// The draft keeps every property that sound tables have.
func TestDraftInvariants(t *testing.T) {
	set, err := draftTables(t).At(firstDay)
	if err != nil {
		t.Fatal(err)
	}
	if err := assistancetest.CheckInvariants(set); err != nil {
		t.Error(err)
	}
}

// The draft leaves no figure out, from its first day to the last that the library covers.
func TestDraftCoverage(t *testing.T) {
	if err := assistancetest.Coverage(draftTables(t), firstDay, lastDay); err != nil {
		t.Error(err)
	}
}

// The draft's cliffs for a family are those that are known: a fen of income more, and single-person cover begins or ends.
func TestDraftCliffs(t *testing.T) {
	family := assistance.Household{Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
		{ID: "father", Born: standards.Day(1970, time.January, 1), Relation: benefit.Applicant},
		{ID: "son", Born: standards.Day(2008, time.January, 1), Relation: benefit.MinorChild, SeriousIllness: standards.Yes, Income: []assistance.Income{}},
	}}
	found, err := whatif.Boundaries(draftTables(t), firstDay, family, whatif.Quantity{Kind: whatif.MemberIncome, Member: "father"})
	if err != nil {
		t.Fatal(err)
	}
	var cliffs []int64
	for _, b := range found {
		if b.Cliff {
			cliffs = append(cliffs, b.After.At)
		}
		if b.Reversal == whatif.UnexplainedReversal {
			t.Error(b.Text(standards.English))
		}
	}
	// 650 yuan a month for two people, and one and a half times that
	if len(cliffs) != 2 || cliffs[0] != 1300_00 || cliffs[1] != 1950_00 {
		t.Errorf("cliffs at %v fen a month", cliffs)
	}
}
