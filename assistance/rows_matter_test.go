package assistance_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
)

// concernsHouseholds reports whether rows of key k decide of households: all but the targets, which are for institutions and districts and
// matter in package eldercare.
func concernsHouseholds(k standards.Key) bool {
	return k < standards.Key(standards.TekunInstitutionShare) || k > standards.Key(standards.ElderCanteens)
}

// daysOf are the first and the last day of a row, within the days of the tables.
func daysOf(row standards.Standard) []standards.Date {
	_, last := standards.Span()
	if !row.Until.IsZero() && row.Until.Previous().Before(last) {
		last = row.Until.Previous()
	}
	return []standards.Date{row.From, last}
}

// placesOf are units in which a row can show: one of the city's and one of the counties' that it holds for.
func placesOf(row standards.Standard) []standards.Place {
	var in []standards.Place
	for _, p := range []standards.Place{standards.Tianyuan, standards.Youxian} {
		if p.In(row.Place) {
			in = append(in, p)
		}
	}
	return in
}

func kindsOf(row standards.Standard) []standards.Residence {
	if row.Residence != 0 {
		return []standards.Residence{row.Residence}
	}
	return []standards.Residence{standards.Urban, standards.Rural}
}

// moved are the rows that row could be with its value moved by the smallest unit: a fen, a year, a grade, an activity, or for a ratio about a
// millionth.
func moved(row standards.Standard) []standards.Standard {
	var rows []standards.Standard
	for _, by := range []int64{+1, -1} {
		next := row
		switch {
		case row.Amount.Stated():
			next.Amount = standards.Fen(row.Amount.Fen()+by, row.Amount.Per())
		case row.Number.Den == 1:
			next.Number.Num += by
		default:
			times := 999_999 / max(row.Number.Num, row.Number.Den)
			next.Number = standards.Fraction{Num: row.Number.Num*times + by, Den: row.Number.Den * times}
		}
		rows = append(rows, next)
	}
	return rows
}

// candidates are households about the edges of a row on a day: incomes about the line and its multiple, ages about a number, certificates,
// activities.
func candidates(set *standards.Set, row standards.Standard) []string {
	var all []string
	day := set.Day()
	for _, p := range placesOf(row) {
		for _, r := range kindsOf(row) {
			house := fmt.Sprintf("%s %s within", p, r)
			for _, facts := range []string{"", "support=none", "support=none cannot=eating,dressing,bed", "support=none cannot=eating,dressing,bed,toilet", "ill=yes"} {
				all = append(all, house+"; a "+facts)
			}
			line, err := set.Line(standards.DibaoLine, p, r)
			if err != nil {
				continue
			}
			annual := line.Amount.Annual()
			for _, fen := range []int64{annual - 1, annual, annual*3/2 - 1, annual * 3 / 2} {
				all = append(all, house+"; a transfer="+standards.Fen(fen, standards.PerYear).YuanText()+"/year")
			}
			for years := row.Number.Num - 1; years <= row.Number.Num+1 && years > 0 && row.Number.Den == 1; years++ {
				born := standards.Date{Year: day.Year - int(years), Month: day.Month, Day: day.Day}
				all = append(all, house+"; a "+born.String(), house+"; a support=none "+born.String(),
					house+"; a; b minor-child "+born.String())
			}
			for _, category := range []string{"visual", "hearing", "speech", "physical", "intellectual", "mental"} {
				for grade := 1; grade <= 4; grade++ {
					all = append(all, fmt.Sprintf("%s; a support=none %s-%d", house, category, grade), fmt.Sprintf("%s; a %s-%d", house, category, grade),
						fmt.Sprintf("%s; a transfer=%s/year; b %s-%d", house, standards.Fen(annual*5/2, standards.PerYear).YuanText(), category, grade))
				}
			}
		}
	}
	return all
}

// resultOf is what is decided, apart from what it rests on.
func resultOf(t *testing.T, set *standards.Set, household string) string {
	t.Helper()
	d, err := assistance.Assess(set, families.Stated(t, household))
	require.NoError(t, err)
	text, err := json.Marshal([]any{d.Category, d.Dibao.Part, d.LowIncome, d.Members, d.Total})
	require.NoError(t, err)
	return string(text)
}

// Every figure matters: some household is decided otherwise when it moves by its smallest unit, on its first day and on its last. The rows
// are restated in a draft; the readings are those under which each can show.
func TestEveryFigureMatters(t *testing.T) {
	rows := 0
	for _, row := range standards.Published().All() {
		if !concernsHouseholds(row.Key) || row.Key.IsList() {
			continue
		}
		rows++
		base := families.Standards(t, "2020-10-01 effective-2020=until-replaced average-assistance=each-person +topup").Tables().Choose(row.Under)
		days := daysOf(row)
		if row.Place == standards.Hunan { // a floor of the province shows where the city's own figures do not stand
			base = base.Choose(standards.FromPublication)
			if row.Residence == standards.Rural && row.From.Year == 2020 {
				days[1] = standards.Day(2020, 8, 31)
			}
		}
		for _, day := range days {
			before, err := base.At(day)
			require.NoError(t, err)
			found := ""
			for _, next := range moved(row) {
				tables, err := base.With(standards.Overlay{ID: "moved", Kind: standards.Draft, Rows: []standards.Standard{next}})
				if err != nil {
					continue // out of range for the key, such as a grade 0 of none
				}
				after, err := tables.At(day)
				require.NoError(t, err)
				for _, household := range candidates(before, row) {
					if resultOf(t, before, household) != resultOf(t, after, household) {
						found = household
						break
					}
				}
				if found != "" {
					break
				}
			}
			assert.NotEmpty(t, found, "on %s nothing turns on %s %s %s %s %s", day, row.Key, row.Place, row.Residence, row.Of, row.From)
		}
	}
	assert.Greater(t, rows, 30)
}

// listed says how an entry of a list shows: a household that it touches, with %s for the word, and what stands in the word's place for a
// household that it does not touch, which is decided as the first would be if the entry were struck out.
type listed struct{ household, untouched, shown string }

// inList finds how a row shows. Words that are facts of their own, such as clergy, stand as they are.
func inList(t *testing.T, row standards.Standard) listed {
	t.Helper()
	scheme := func(part string) listed {
		switch row.Of {
		case "tekun":
			return listed{"within; a; b 1950-01-01 physical-1 support=%s", "capable", part}
		case "work-injury-nursing":
			return listed{"within; a; b physical-1 injury=%s", "no", part}
		}
		return listed{"within; a; b 2015-01-01 physical-1 %s", "", part}
	}
	switch standards.ListKey(row.Key) {
	case standards.DibaoNotIncome:
		return listed{"within; a %s=100", "other", "income"}
	case standards.TekunNotIncome:
		return listed{"within; a 1950-01-01 support=none %s=9000", "other", "a tekun"}
	case standards.DibaoNotCounted:
		return listed{"within; a; b %s", "", "people"}
	case standards.NotExamined:
		return listed{"within; a; b physical-1 %s", "", "b nursing"}
	case standards.TekunNotWith:
		return listed{"within; a 2015-01-01 support=none %s", "", "a tekun"}
	case standards.LivingNotWith:
		return scheme("b living")
	case standards.NursingNotWith:
		return scheme("b nursing")
	case standards.JobCosts:
		if row.Of == "anyone" {
			return listed{"within on-dibao=no job-costs=%s; a wages=500", "0", "income"}
		}
		return listed{"within on-dibao=yes job-costs=%s; a wages=500", "0", "income"}
	case standards.Grace:
		if row.Of == "" { // whatever raised the income
			return listed{"within on-dibao=%s; a transfer=9000", "no", "dibao"}
		}
		return listed{"within on-dibao=%s; a wages=9000", "no", "dibao"}
	case standards.RigidCosts:
		return listed{"within rigid-costs=%s; a transfer=500", "0", "income"}
	case standards.CountingOpen:
		return listed{"within; a; b %s", "", "dibao"}
	case standards.SelfCareActivity:
		return listed{"within; a cannot=%s", "", "a self-care"}
	}
	t.Fatalf("no household shows %s", row.Key)
	return listed{}
}

// wordIn is the word by which a household has what a row lists.
func wordIn(row standards.Standard) string {
	switch {
	case row.Of == "tekun":
		return "none" // support
	case row.Of == "work-injury-nursing" || row.Key == standards.Key(standards.Grace):
		return "yes"
	case row.Key == standards.Key(standards.JobCosts), row.Key == standards.Key(standards.RigidCosts):
		return "100"
	}
	return row.Of
}

// Every entry of a list matters, on its first day and on its last, in every kind of hukou that it is for: the household that it touches is
// decided otherwise than the one that it does not touch. And it is the row that decides: on a day on which the entry does not stand, the two
// are decided alike, and otherwise once a draft enters it.
func TestEveryListEntryMatters(t *testing.T) {
	const always = "effective-2020=until-replaced floor-as-line=exact"
	entered := 0
	first, last := standards.Span()
	for _, row := range standards.Published().All() {
		if !concernsHouseholds(row.Key) || !row.Key.IsList() {
			continue
		}
		show := inList(t, row)
		for _, r := range kindsOf(row) {
			said := func(set *standards.Set, word string) string {
				household := strings.Replace(fmt.Sprintf("Tianyuan %s ", r)+show.household, "%s", word, 1)
				d, err := assistance.Assess(set, families.Stated(t, household))
				require.NoError(t, err)
				return said(t, d, show.shown+" ?")
			}
			differ := func(set *standards.Set) bool { return said(set, wordIn(row)) != said(set, show.untouched) }
			name := fmt.Sprintf("%s %s %s %s of %s", row.Key, row.Of, row.Residence, r, row.From)
			for _, day := range daysOf(row) {
				assert.True(t, differ(families.Standards(t, day.String()+" "+always)), "%s on %s", name, day)
			}
			for _, day := range []standards.Date{first, row.From.Previous(), row.Until, last} {
				if day.Before(first) || last.Before(day) || standsOn(day, row, r) {
					continue
				}
				without := families.Standards(t, day.String()+" "+always)
				assert.False(t, differ(without), "%s does not stand on %s", name, day)
				draft := row
				draft.From, draft.Until = first, standards.Date{}
				tables, err := without.Tables().With(standards.Overlay{ID: "entered", Kind: standards.Draft, Rows: []standards.Standard{draft}})
				require.NoError(t, err)
				with, err := tables.At(day)
				require.NoError(t, err)
				assert.True(t, differ(with), "%s entered on %s", name, day)
				entered++
			}
		}
	}
	assert.Greater(t, entered, 10)
}

// standsOn reports whether any row lists on day d what row does, for kind of hukou r; it says so of the zero day too.
func standsOn(d standards.Date, row standards.Standard, r standards.Residence) bool {
	return d.IsZero() || slices.ContainsFunc(standards.Published().All(), func(other standards.Standard) bool {
		same := other.Key == row.Key && other.Of == row.Of && (other.Residence == 0 || other.Residence == r)
		// Those on dibao are among anyone, and those who work among whoever has grace.
		wider := other.Key == row.Key && (other.Of == "anyone" && row.Key == standards.Key(standards.JobCosts) ||
			other.Of == "" && row.Key == standards.Key(standards.Grace) && other.Residence == r)
		return (same || wider) && other.InForce(d)
	})
}
