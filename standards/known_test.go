package standards_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

func knownOn(t testing.TB, tables *standards.Tables, day string) *standards.Tables {
	t.Helper()
	k, err := tables.KnownOn(date(t, day))
	require.NoError(t, err)
	return k
}

func knownAt(t testing.TB, tables *standards.Tables, known, day string) *standards.Set {
	t.Helper()
	set, err := knownOn(t, tables, known).At(date(t, day))
	require.NoError(t, err)
	return set
}

// The city's figures of the whole year were published on 2020-09-01.
func TestCityFiguresAreKnownFromTheirPublication(t *testing.T) {
	for _, tt := range []struct {
		known, day string
		want       bool
	}{
		{"2020-01-15", "2020-01-01", false}, {"2020-08-31", "2020-01-01", false}, {"2020-09-01", "2020-01-01", true}, {"2020-09-01", "2020-12-31", true},
		{"2020-08-31", "2020-08-31", false}, {"2021-05-01", "2020-08-31", true},
	} {
		set := knownAt(t, standards.Published(), tt.known, tt.day)
		line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
		require.NoError(t, err)
		want := standards.HunanUrban2019 // the province's floor, while nobody knows of the city's figure
		if tt.want {
			want = standards.WorkPoints2020
		}
		assert.Equal(t, want, line.Basis.Document, "%v", tt)
		assert.Equal(t, date(t, tt.day), set.Day())
	}
}

// With everything known the Set is that of the tables.
func TestKnownLaterIsTheTables(t *testing.T) {
	first, last := standards.Span()
	k := knownOn(t, standards.Published(), last.String())
	for d := first; !last.Before(d); d = d.NextMonth() {
		want, err := standards.At(d)
		require.NoError(t, err)
		got, err := k.At(d)
		require.NoError(t, err)
		assert.Equal(t, want.Digest(), got.Digest(), d)
	}
	// From 2020-09-01 on, a day's standards are known on the day itself, but for those that are published late.
	late := map[string]bool{"2020-11-01": true, "2021-01-01": true, "2021-02-01": true, "2022-01-01": true, "2022-02-01": true, "2022-03-01": true, "2022-04-01": true}
	for d := date(t, "2020-09-01"); !last.Before(d); d = d.NextMonth() {
		got, err := knownOn(t, standards.Published(), d.String()).At(d)
		require.NoError(t, err)
		want, err := standards.At(d)
		require.NoError(t, err)
		assert.Equal(t, late[d.String()], want.Digest() != got.Digest(), d)
	}
}

// Figures of section 1.1 are known from the day on which their document, or the report of it, was published; until then what was known
// goes on where only they end it.
func TestLateFiguresAreKnownFromTheirDay(t *testing.T) {
	tables := standards.Published()
	until := tables.Choose(standards.UntilReplaced)
	for _, tt := range []struct {
		tables     *standards.Tables
		known, day string
		r          standards.Residence
		want       string
	}{
		{tables, "2020-11-19", "2020-11-05", standards.Urban, "500.00 a month at-least hunan-2019-07"},
		{tables, "2020-11-20", "2020-11-05", standards.Urban, "550.00 a month at-least xiangminfa-2020-34"},
		{tables, "2021-02-04", "2021-01-05", standards.Rural, "4000.00 a year at-least hunan-rural-2020"},
		{tables, "2021-02-05", "2021-01-05", standards.Rural, "4300.00 a year at-least xiangminfa-2021-4"},
		{tables, "2022-04-27", "2022-02-01", standards.Urban, "not on record"},
		{tables, "2022-04-28", "2022-02-01", standards.Urban, "600.00 a month exactly zhuzhou-2022-04"},
		{until, "2022-04-27", "2022-02-01", standards.Rural, "4320.00 a year at-least zhuzhou-2020"},
		{until, "2022-04-28", "2022-02-01", standards.Rural, "4600.00 a year at-least zhuzhou-2022-04"},
	} {
		set := knownAt(t, tt.tables, tt.known, tt.day)
		got := "not on record"
		if line, err := set.Line(standards.DibaoLine, standards.Youxian, tt.r); err == nil {
			got = value(line.Standard) + " " + string(line.Basis.Document)
		}
		assert.Equal(t, tt.want, got, "%s as known on %s", tt.day, tt.known)
	}
	assert.True(t, knownAt(t, until, "2022-04-27", "2022-02-01").Open(standards.Effective2020Reading))
	assert.False(t, onDay(t, "2022-02-01").Open(standards.Effective2020Reading))
	for known, want := range map[string]string{"2021-02-21": "", "2021-02-22": "70.00 a month at-least"} {
		rate, err := knownAt(t, tables, known, "2021-01-05").Rate(standards.DisabilityNursing, standards.Youxian, 0, "1")
		assert.Equal(t, want, map[bool]string{true: value(rate.Standard), false: ""}[err == nil], known)
	}
}

// On no day of the span does it remain untold what was known of that day.
func TestEveryDayIsKnownOnItself(t *testing.T) {
	first, last := standards.Span()
	for d := first; !last.Before(d); d = d.Next() {
		_, err := knownOn(t, standards.Published(), d.String()).At(d)
		require.NoError(t, err, d)
	}
}

func TestPublications(t *testing.T) {
	type bounds struct {
		earliest, latest string
		unverified       bool
	}
	want := map[standards.Document]bounds{
		standards.WorkPoints2020:       {"2020-09-01", "2020-09-01", false},
		standards.Order649:             {"2014-02-21", "2014-02-21", false},
		standards.Order271:             {"1999-09-28", "1999-09-28", false},
		standards.SubsidiesRestated:    {"", "2016-01-01", false},
		standards.SelfCare2016:         {"", "2020-01-01", false},
		standards.HunanPlan2018:        {"2018-10-25", "2018-10-25", true},
		standards.ElderlyRights:        {"2018-12-29", "2018-12-29", false},
		standards.HunanUrban2019:       {"", "2019-07-01", false},
		standards.HunanRural2020:       {"", "2020-01-01", false},
		standards.HunanUrban2020:       {"2020-11-20", "2020-11-20", false},
		standards.HunanRural2021:       {"2021-02-05", "2021-02-05", false},
		standards.HunanSubsidies2021:   {"2021-02-22", "2021-02-22", true},
		standards.TekunMultiple:        {"", "2020-01-01", false},
		standards.ZhuzhouLines2022:     {"2022-04-28", "2022-04-28", false},
		standards.ZhuzhouSubsidies2022: {"", "2022-01-01", true},
		standards.RuralDibao2007:       {"2007-01-01", "2007-12-31", false},
		standards.DibaoReview2012:      {"2012-12-12", "2012-12-12", false},
		standards.TwoSubsidies2015:     {"2015-01-01", "2015-12-31", false},
		standards.Tekun2016:            {"2016-10-10", "2016-10-10", false},
		standards.Children2019:         {"2019-01-01", "2019-12-31", false},
		standards.Relief2020:           {"2020-01-01", "2020-06-03", true},
		standards.Reform2020:           {"", "2020-08-25", true},
		standards.DibaoReview2021:      {"2021-01-01", "2021-07-01", false},
		standards.Tekun2021:            {"2021-01-01", "2021-07-01", false},
		standards.MinorsProtection:     {"", "2020-01-01", false},
		standards.HunanSubsidies2015:   {},
	}
	got := map[standards.Document]bounds{standards.HunanSubsidies2015: {}}
	for _, p := range standards.Published().Publications() {
		got[p.Document] = bounds{p.Earliest.String(), p.Latest.String(), p.Unverified}
		_, listed := want[p.Document]
		assert.True(t, listed, p.Document)
	}
	for document, b := range want {
		if document != standards.HunanSubsidies2015 { // readings cite it, rows do not
			assert.Equal(t, b, got[document], document)
		}
	}
}

// A document that may or may not have been known is named, where its rows are in force, and nowhere else.
func TestUntoldPublicationIsNamed(t *testing.T) {
	for _, tt := range []struct {
		known, day string
		document   standards.Document
	}{
		{"2020-05-01", "2020-06-02", ""}, {"2020-05-01", "2020-06-03", standards.Relief2020}, {"2020-06-03", "2020-06-03", ""},
		{"2020-06-03", "2020-08-25", standards.Reform2020}, {"2021-03-01", "2021-06-30", ""}, {"2021-03-01", "2021-07-01", standards.DibaoReview2021},
		{"2019-12-30", "2020-01-01", standards.Children2019}, {"2019-12-31", "2020-01-01", standards.MinorsProtection}, {"2020-01-01", "2020-01-01", ""},
	} {
		_, err := knownOn(t, standards.Published(), tt.known).At(date(t, tt.day))
		if tt.document == "" {
			assert.NoError(t, err, "%v", tt)
			continue
		}
		var untold *standards.PublicationError
		if assert.True(t, errors.As(err, &untold), "%v: %v", tt, err) {
			assert.Equal(t, date(t, tt.known), untold.Known)
			assert.Equal(t, date(t, tt.day), untold.On)
			assert.Contains(t, standards.Published().Publications(), untold.Between)
			assert.Equal(t, untold.Document, untold.Between.Document)
			assert.Contains(t, untold.Error(), string(untold.Document))
			assert.NotEqual(t, untold.Text(standards.Chinese), untold.Text(standards.English))
		}
		if tt.known >= "2020" && tt.known < "2021" { // elsewhere several are untold, and the first row names one
			assert.Equal(t, tt.document, untold.Document, "%v", tt)
		}
	}
}

// The error says what is not on record, which bound is, and whose standards turn on it.
func TestPublicationErrorText(t *testing.T) {
	_, err := knownOn(t, standards.Published(), "2020-05-01").At(date(t, "2020-06-03"))
	laid, errLaid := standards.Published().With(overlayOf("undated", ""))
	require.NoError(t, errLaid)
	_, errUndated := laid.KnownOn(date(t, "2020-10-01"))
	for _, tt := range []struct {
		err    error
		zh, en string
	}{
		{err, "《关于进一步做好困难群众基本生活保障工作的通知》（minfa-2020-69）何日公布无据可查，2020-05-01是否已经公布无法断定（至迟2020-06-03），而2020-06-03的标准以其为据",
			"the day on which 《关于进一步做好困难群众基本生活保障工作的通知》 (minfa-2020-69) was published is not on record, so whether it was known on " +
				"2020-05-01 cannot be told (2020-06-03 at the latest); the standards of 2020-06-03 rest on it"},
		{errUndated, "made up（undated）何日公布无据可查，2020-10-01是否已经公布无法断定",
			"the day on which made up (undated) was published is not on record, so whether it was known on 2020-10-01 cannot be told"},
	} {
		var untold *standards.PublicationError
		require.ErrorAs(t, tt.err, &untold)
		assert.Equal(t, []string{tt.zh, tt.en, "standards: " + tt.en},
			[]string{untold.Text(standards.Chinese), untold.Text(standards.English), untold.Error()})
	}
}

// What was not known by a day neither holds nor goes on; what it ends does, without an end.
func TestDecidingAsKnown(t *testing.T) {
	minor, multiple := standards.Key(standards.TekunMinorAge), standards.Key(standards.LowIncomeMultiple)
	for _, tt := range []struct {
		known string
		key   standards.Key
		want  []string
	}{
		{"2019-12-31", minor, []string{"2020-01-01 to 2020-06-03 china  16 exactly", "2020-06-03 to  china  16 exactly"}},
		{"2019-12-31", multiple, nil},
		{"2020-05-01", minor, []string{"2020-01-01 to 2020-06-03 china  16 exactly"}}, // then it is untold
		{"2020-05-01", multiple, nil},
		{"2020-10-01", minor, []string{"2020-01-01 to 2020-06-03 china  16 exactly", "2020-06-03 to 2020-08-25 china  18 exactly",
			"2020-08-25 to 2021-07-01 china  18 exactly", "2021-07-01 to  china  18 exactly"}},
		{"2020-10-01", multiple, []string{"2020-06-03 to 2021-07-01 china  3/2 exactly", "2021-07-01 to  china  3/2 exactly"}},
	} {
		assert.Equal(t, tt.want, spans(knownOn(t, standards.Published(), tt.known).Deciding(), tt.key), "%s, known on %s", tt.key, tt.known)
	}
}

// A rule that a later text ends goes on for those who do not know of that text.
func TestRulesGoOnUntilTheirEndIsKnown(t *testing.T) {
	set := knownAt(t, standards.Published(), "2020-12-31", "2021-08-01")
	today := onDay(t, "2021-08-01")
	age := func(s *standards.Set) string {
		n, err := s.Number(standards.TekunMinorAge, standards.Hetang, 0, "")
		require.NoError(t, err)
		return n.Number.String()
	}
	assert.Equal(t, "18", age(set))
	for _, row := range set.Rows() {
		assert.True(t, row.InForce(set.Day()), line(row))
	}
	_, ok := set.Listed(standards.CountingOpen, standards.Hetang, 0, "parent")
	assert.False(t, ok, "parents count under the text of 2012")
	_, ok = today.Listed(standards.CountingOpen, standards.Hetang, 0, "parent")
	assert.True(t, ok)
	_, ok = set.Listed(standards.CountingOpen, standards.Hetang, 0, "independent-adult-child")
	assert.True(t, ok)
	_, ok = set.Listed(standards.JobCosts, standards.Hetang, 0, "on-dibao")
	assert.True(t, ok)
	_, ok = set.Listed(standards.JobCosts, standards.Hetang, 0, "anyone")
	assert.False(t, ok)
	before := onDay(t, "2021-06-01")
	for _, r := range standards.Residences() {
		assert.Equal(t, notIncome(before, standards.DibaoNotIncome, r), notIncome(set, standards.DibaoNotIncome, r))
		assert.Equal(t, notIncome(before, standards.TekunNotIncome, r), notIncome(set, standards.TekunNotIncome, r))
	}
	// The rows in force are those of the day before the new texts, of each key.
	for _, row := range before.Rows() {
		if _, found := set.Find(row.Key, row.Place, row.Residence, row.Of); !found && row.Residence != 0 {
			t.Errorf("%v is gone", row)
		}
	}
}

// A choice that calls for the lists of 2021 is no question of what was known.
func TestChosenListsStay(t *testing.T) {
	tables := standards.Published().Choose(standards.ListAs2021)
	set := knownAt(t, tables, "2020-10-01", "2020-10-01")
	want, err := tables.At(date(t, "2020-10-01"))
	require.NoError(t, err)
	assert.Equal(t, want.Digest(), set.Digest())
}

func overlayOf(id, issued string) standards.Overlay {
	o := standards.Overlay{ID: id, Kind: standards.Supplement, Title: "made up", Rows: []standards.Standard{
		{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban, Amount: standards.Fen(560_00, standards.PerMonth), From: standards.Day(2020, 1, 1), Until: standards.Day(2022, 1, 1)}}}
	o.Issued, _ = standards.ParseDate(issued)
	return o
}

func TestTablesFilesAreKnownFromTheirIssue(t *testing.T) {
	o := overlayOf("youxian", "2020-07-15")
	o.Kind, o.Choices = standards.Draft, []standards.Choice{standards.UpToYuan}
	tables, err := standards.Published().With(o)
	require.NoError(t, err)
	for known, want := range map[string]bool{"2020-07-14": false, "2020-07-15": true, "2020-12-31": true} {
		set := knownAt(t, tables, known, "2020-03-01")
		line, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Urban)
		require.NoError(t, err)
		assert.Equal(t, want, line.Basis.Document == "youxian", known)
		assert.Equal(t, want, len(set.Refs()) == 1, known)
		assert.Equal(t, want, set.Choice(standards.RoundingReading) == standards.UpToYuan, known)
	}
	chosen := tables.Choose(standards.HalfUpToFen)
	for _, known := range []string{"2020-07-14", "2020-07-15"} {
		assert.Equal(t, standards.HalfUpToFen, knownAt(t, chosen, known, "2020-03-01").Choice(standards.RoundingReading))
	}
}

func TestTablesFileWithoutIssueIsRefused(t *testing.T) {
	tables, err := standards.Published().With(overlayOf("undated", ""))
	require.NoError(t, err)
	_, err = tables.KnownOn(date(t, "2020-10-01"))
	var untold *standards.PublicationError
	require.True(t, errors.As(err, &untold))
	assert.Equal(t, standards.Document("undated"), untold.Document)
	assert.Contains(t, untold.Text(standards.Chinese), "undated")
}

func TestKnownOnNoDay(t *testing.T) {
	for _, d := range []standards.Date{{}, standards.Day(2020, 2, 30), standards.Day(-1, 13, 99)} {
		_, err := standards.Published().KnownOn(d)
		var bad *standards.DateError
		assert.True(t, errors.As(err, &bad), "%v", d)
	}
	_, err := knownOn(t, standards.Published(), "2020-10-01").At(date(t, "2019-12-31"))
	var outside *standards.DayError
	assert.True(t, errors.As(err, &outside))
}

// What was known grows: a row known on a day is known on every later one, or is replaced by what is.
func TestKnownGrows(t *testing.T) {
	tables := standards.Published()
	day := "2020-06-01"
	set := map[string]int{}
	for _, known := range []string{"2020-01-01", "2020-05-31", "2020-08-31", "2020-09-01", "2021-12-31"} {
		set[known] = len(knownAt(t, tables, known, day).Rows())
	}
	assert.Equal(t, set["2020-01-01"], set["2020-08-31"])
	assert.Less(t, set["2020-08-31"], set["2020-09-01"])
	assert.Equal(t, set["2020-09-01"], set["2021-12-31"])
	assert.NotEmpty(t, knownOn(t, tables, "2020-01-01").Publications())
	assert.Empty(t, knownOn(t, tables, "2020-01-01").Overlays())
}

// What was known on a day is all that its tables have, whatever is asked of them: of later tables of theirs too.
func TestKnownTablesKeepToTheirDay(t *testing.T) {
	known := knownOn(t, standards.Published(), "2020-08-31")
	for _, rows := range [][]standards.Standard{known.All(), known.Deciding()} {
		assert.NotEmpty(t, rows)
		for _, row := range rows {
			assert.NotEqual(t, standards.WorkPoints2020, row.Basis.Document)
			assert.NotEqual(t, standards.Tekun2021, row.Basis.Document)
		}
	}
	want := knownAt(t, standards.Published(), "2020-08-31", "2020-03-01").Digest()
	assert.Equal(t, want, knownAt(t, known, "2020-12-31", "2020-03-01").Digest(), "known later, it is known no better")
	assert.NotEqual(t, want, knownAt(t, knownOn(t, standards.Published(), "2020-12-31"), "2020-09-01", "2020-03-01").Digest())
	assert.Equal(t, want, knownAt(t, knownOn(t, standards.Published(), "2020-12-31"), "2020-08-31", "2020-03-01").Digest(), "known earlier, it is known less")

	laid, err := known.With(overlayOf("youxian", ""))
	require.NoError(t, err)
	set := setOf(t, laid, "2020-03-01")
	_, err = set.Line(standards.DibaoLine, standards.Youxian, standards.Urban)
	assert.NoError(t, err, "laid over them, a file is taken as known")
	line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	require.NoError(t, err)
	assert.Equal(t, standards.HunanUrban2019, line.Basis.Document)
	assert.Equal(t, want, setOf(t, known.Choose(standards.CalendarYear), "2020-03-01").Digest())
}

// The city's figures of the whole year were published in September; before, the province's floor was known.
func ExampleTables_KnownOn() {
	march := standards.Day(2020, 3, 1)
	for _, day := range []standards.Date{march, standards.Day(2020, 9, 1)} {
		known, err := standards.Published().KnownOn(day)
		if err != nil {
			fmt.Println(err)
			return
		}
		set, err := known.At(march)
		if err != nil {
			fmt.Println(err)
			return
		}
		line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
		fmt.Println(day, line.Amount, line.Bound, err)
	}
	// Output:
	// 2020-03-01 500.00 a month at-least <nil>
	// 2020-09-01 600.00 a month exactly <nil>
}
