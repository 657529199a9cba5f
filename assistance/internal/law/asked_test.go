package law_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/internal/law"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

func rulesOf(t *testing.T, on string) *law.Rules { return law.Of(families.Standards(t, on)) }

// Whether a member counts who is no tekun, taken as having long lived together where that is open
// (220号 arts. 5, 10; 57号 arts. 7, 8).
func TestCounts(t *testing.T) {
	const october, july = "2020-10-01", "2021-07-01 +carry"
	for _, tt := range []struct {
		on       string
		absence  benefit.Absence
		found    standards.Answer
		relation benefit.Relation
		sole     bool
		want     bool
	}{
		{on: october, want: true},
		{on: october, relation: benefit.Spouse, want: true},
		{on: october, relation: benefit.Spouse, found: standards.Yes, want: true},
		{on: october, relation: benefit.Spouse, found: standards.No},
		{on: october, relation: benefit.ChildSpouse, want: true}, // open, which CountingOpen says
		{on: october + " +lists", relation: benefit.ChildSpouse},
		{on: october + " +lists", relation: benefit.ChildSpouse, found: standards.Yes, want: true}, // by the caseworker
		{on: october + " +lists", relation: benefit.ChildSpouse, sole: true, want: true},
		{on: october, sole: true, want: true},
		{on: october, sole: true, found: standards.Yes, want: true},
		{on: october, sole: true, found: standards.No},
		{on: october, absence: benefit.Clergy},
		{on: october, absence: benefit.Clergy, found: standards.Yes},
		{on: october, absence: benefit.Clergy, sole: true, want: true},
		{on: october, absence: benefit.Prison, found: standards.Yes},
		{on: october, absence: benefit.Prison, sole: true},
		{on: october, absence: benefit.Missing},
		{on: october, absence: benefit.Missing, found: standards.Yes, want: true}, // the finding goes before (R15)
		{on: october, absence: benefit.Missing, found: standards.No},
		{on: july, absence: benefit.Missing, found: standards.Yes},
		{on: july, absence: benefit.CompulsoryRehabilitation, found: standards.Yes},
	} {
		got := rulesOf(t, tt.on).Counts(standards.Tianyuan, tt.absence, tt.found, tt.relation, tt.sole)
		assert.Equal(t, tt.want, got, "%s: %s, found %s, %s, sole %t", tt.on, tt.absence, tt.found, tt.relation, tt.sole)
	}
}

// Who counts only by having long lived together (220号 art. 5(4); 57号 art. 7(4)).
func TestCountingOpen(t *testing.T) {
	for _, tt := range []struct {
		on       string
		relation benefit.Relation
		age      int
		want     bool
	}{
		{"2020-10-01", 0, 40, false}, {"2020-10-01", benefit.Spouse, 40, false}, {"2020-10-01", benefit.Sibling, 40, true},
		{"2020-10-01", benefit.Parent, 70, false}, {"2021-07-01 +carry", benefit.Parent, 70, true},
		{"2020-10-01", benefit.MinorChild, 17, false}, {"2020-10-01", benefit.MinorChild, 18, true},
	} {
		got := rulesOf(t, tt.on).CountingOpen(standards.Youxian, tt.relation, tt.age)
		assert.Equal(t, tt.want, got, "%s: %s of %d", tt.on, tt.relation, tt.age)
	}
}

func grades(c disability.Category, grade int) *disability.Grades {
	g := disability.Certificate{Category: c, Grade: grade}.Grades()
	return &g
}

// No ability to work (2016 text art. 5; 43号 art. 5), and the class of single-person cover (69号; 57号
// art. 8).
func TestClassesAskedFor(t *testing.T) {
	none := new(disability.Grades)
	for _, tt := range []struct {
		on             string
		age            int
		grades         *disability.Grades
		illness        standards.Answer
		unable, covers finding.Truth
	}{
		{"2020-10-01", 59, none, 0, finding.NotMet, finding.NotMet},
		{"2020-10-01", 60, none, standards.No, finding.Met, finding.NotMet},
		{"2020-10-01", 17, none, standards.Yes, finding.Met, finding.Met},
		{"2020-10-01", 18, none, 0, finding.NotMet, finding.NotMet},
		{"2020-06-02", 16, none, 0, finding.NotMet, finding.NotMet},
		{"2020-06-02", 15, none, 0, finding.Met, finding.NotMet},
		{"2020-10-01", 40, grades(disability.Mental, 2), 0, finding.Met, finding.Met},
		{"2020-10-01", 40, grades(disability.Mental, 3), 0, finding.NotMet, finding.Met},
		{"2021-07-01 +carry", 40, grades(disability.Mental, 3), 0, finding.Met, finding.Met},
		{"2020-10-01", 40, grades(disability.Physical, 2), 0, finding.NotMet, finding.Met},
		{"2020-10-01", 40, grades(disability.Multiple, 1), 0, finding.Unknown, finding.Met},
		{"2020-10-01", 40, grades(disability.Multiple, 3), 0, finding.NotMet, finding.Unknown},
	} {
		rules := rulesOf(t, tt.on)
		assert.Equal(t, tt.unable, rules.UnableToWork(standards.Youxian, tt.age, tt.grades), "%s: %d, %v", tt.on, tt.age, tt.grades)
		assert.Equal(t, tt.covers, rules.SinglePersonClass(standards.Youxian, tt.grades, tt.illness), "%s: %v, %s", tt.on,
			tt.grades, tt.illness)
	}
}

// The months of grace, where there is a grace period and its length is on record (item 6; 2020-08
// item 11; 57号 art. 33).
func TestGraceMonths(t *testing.T) {
	const urban, rural = standards.Urban, standards.Rural
	for _, tt := range []struct {
		on    string
		kind  standards.Residence
		works bool
		want  int
	}{
		{"2020-10-01 +grace", urban, true, 6}, {"2020-10-01 +grace", urban, false, 0}, {"2020-10-01 +grace", rural, true, 6},
		{"2020-10-01 +grace", rural, false, 6}, {"2020-10-01 +grace", 0, true, 0}, {"2020-10-01", rural, true, 0},
		{"2020-08-24 +grace", urban, true, 0}, {"2020-08-24 +grace", rural, false, 6},
		{"2021-07-01 +carry +grace", rural, false, 0}, {"2021-07-01 +carry +grace", rural, true, 6},
		{"2021-07-01 +carry +grace", urban, true, 6}, {"2020-10-01 +grace-by-kind", urban, true, 5},
		{"2020-10-01 +grace-by-kind", rural, true, 0},
	} {
		assert.Equal(t, tt.want, rulesOf(t, tt.on).GraceMonths(standards.Tianyuan, tt.kind, tt.works), "%s: %s, works %t", tt.on,
			tt.kind, tt.works)
	}
}
