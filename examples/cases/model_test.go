package main

// This file is a model to copy: it tests a draft in go test. Copy it beside your own draft.json, draft.cases.json and register, change the
// package clause and what stands in the block of var, and run go test.

import (
	"os"
	"slices"
	"testing"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// What the draft is held to.
var (
	folder   = os.DirFS("../testdata") // where the draft, its cases and the register are
	before   = standards.Day(2020, time.December, 31)
	firstDay = standards.Day(2021, time.January, 1) // the days that the draft is for
	lastDay  = standards.Day(2021, time.August, 31)

	// How much more the draft may cost than the standards before, over the register, in fen a month.
	mostMore int64 = 0

	// The incomes of the family below, in fen a month, at which a fen more makes the total jump: 650
	// yuan for each of two people, where single-person cover begins, and one and a half times that,
	// where it ends.
	knownCliffs = []int64{1300_00, 1950_00}
	family      = assistance.Household{
		Division: standards.Tianyuan, Residence: standards.Urban, Property: benefit.Within, Members: []assistance.Member{
			{ID: "father", Born: standards.Day(1970, time.January, 1), Relation: benefit.Applicant},
			{ID: "son", Born: standards.Day(2008, time.January, 1), Relation: benefit.MinorChild, SeriousIllness: standards.Yes, Income: []assistance.Income{}},
		},
	}
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

// on makes the standards of a day.
func on(t *testing.T, tables *standards.Tables, day standards.Date) *standards.Set {
	t.Helper()
	set, err := tables.At(day)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// What must come out comes out: each case is a subtest under its clause.
func TestDraftCases(t *testing.T) {
	for c, err := range assistancetest.Results(folder, draftTables(t), "draft-2021.cases.json") {
		t.Run(c.Title(), func(t *testing.T) {
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// Every figure of the draft is touched by a case.
func TestDraftIsTouched(t *testing.T) {
	if err := assistancetest.Untouched(folder, draftTables(t), "draft-2021.cases.json"); err != nil {
		t.Error(err)
	}
}

// The draft keeps every property that sound tables have, on its first day and on each on which the
// standards change.
func TestDraftInvariants(t *testing.T) {
	tables := draftTables(t)
	var last *standards.Set
	for day := firstDay; !lastDay.Before(day); day = day.Next() {
		set := on(t, tables, day)
		if last != nil && len(standards.Diff(last, set)) == 0 {
			continue
		}
		last = set
		if err := assistancetest.CheckInvariants(set); err != nil {
			t.Errorf("on %s: %v", day, err)
		}
	}
}

// The draft leaves no figure out, from its first day to the last that the library covers.
func TestDraftCoverage(t *testing.T) {
	if err := assistancetest.Coverage(draftTables(t), firstDay, lastDay); err != nil {
		t.Error(err)
	}
}

// The draft costs no more than it may, over the register: every household is decided before and after,
// as old as on the first day.
func TestDraftCosts(t *testing.T) {
	file, err := folder.Open("reform-households.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	was, is := on(t, standards.Published(), before), on(t, draftTables(t), firstDay)
	var c caseload.Comparison
	for record, err := range register.Read(file) {
		if err == nil {
			err = c.Add(firstDay, was, is, &record.Household)
		}
		if err != nil {
			t.Errorf("line %d: %v", record.Line, err)
		}
	}
	all, known := c.Before.All(), c.After.All()
	old, _, err := all.Due()
	if err != nil {
		t.Fatal(err)
	}
	now, _, err := known.Due()
	if err != nil {
		t.Fatal(err)
	}
	if now-old > mostMore {
		t.Errorf("the draft costs %d fen a month more, which may be %d", now-old, mostMore)
	}
}

// The draft opens no cliff for the family but those that are known.
func TestDraftCliffs(t *testing.T) {
	found, err := whatif.Boundaries(draftTables(t), firstDay, family, whatif.Quantity{Kind: whatif.MemberIncome, Member: "father"})
	if err != nil {
		t.Fatal(err)
	}
	var cliffs []int64
	for _, b := range found {
		if b.Cliff {
			cliffs = append(cliffs, b.After.At)
		}
		if b.Reversal == whatif.UnexplainedReversal || b.Cliff && !slices.Contains(knownCliffs, b.After.At) {
			t.Error(b.Text(standards.English))
		}
	}
	if !slices.Equal(cliffs, knownCliffs) {
		t.Errorf("cliffs at %v fen a month, and not at %v", cliffs, knownCliffs)
	}
}
