package standards_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// Section 3 of the law's notes: id, name, choices in order, default first. One choice: recorded, with no switch.
const readings = `
	R1  city-five            with-yunlong
	R2  average-assistance   caseload-average each-person
	R3  each-subsidy         each
	R4  at-the-line          low-income neither
	R5  effective-2020       calendar-year from-publication until-replaced
	R6  rounding             up-to-fen half-up-to-fen up-to-yuan
	R7  mixed-hukou          whole-household each-group
	R8  single-person-amount line-less-own-income full-line half-line
	R9  long-term-care       grade-alone tested
	R10 tekun-member         left-out
	R11 floor-as-line        may-be-higher exact
	R12 income-list          by-text as-2021
	R13 bands                exact-difference
	R14 tekun-minor-2021     under-18 under-16
	R15 absent-others        left-out counted
	R16 living-grade-one-two dibao-only grades-one-two
	R17 rural-exemptions     not-income income
	R18 changes-from         next-month
`

func TestReadings(t *testing.T) {
	all := standards.AllReadings()
	lines := strings.Split(strings.TrimSpace(readings), "\n")
	require.Len(t, all, len(lines))
	choices := map[standards.Choice]bool{}
	for i, text := range lines {
		want, got := strings.Fields(text), all[i]
		var codes []string
		for _, c := range got.Choices {
			codes = append(codes, c.String())
			assert.Equal(t, got.Reading, c.Reading())
			assert.NotEmpty(t, c.Text(standards.Chinese), c)
			assert.NotEmpty(t, c.Text(standards.English), c)
			assert.False(t, choices[c], "choices of different readings are different values")
			choices[c] = true

			chosen, ok := got.Reading.Choose(c.String())
			assert.True(t, ok)
			assert.Equal(t, c, chosen)
			assert.Equal(t, c, standards.Published().Choose(c).Choices().Of(got.Reading))
			assert.Equal(t, c, setOf(t, standards.Published().Choose(c), "2020-10-01").Choice(got.Reading))
		}
		assert.Equal(t, want, append([]string{got.ID, got.Name}, codes...))
		assert.Equal(t, want[1], got.Reading.String())
		assert.Equal(t, got.Question, got.Reading.Question())
		assert.Equal(t, got.Choices[0], got.Reading.Default())
		assert.Equal(t, got.Choices[0], onDay(t, "2020-10-01").Choice(got.Reading))
		assert.Equal(t, len(want) > 3, got.Reading.Switchable(), got.Name)
		for _, s := range []string{got.Question.Zh, got.Question.En, got.Why.En, got.Why.Zh} {
			assert.NotEmpty(t, s, got.Name)
		}
		_, ok := standards.Published().Document(got.Document)
		assert.True(t, ok, got.Name)
		none, ok := got.Reading.Choose("no-such-choice")
		assert.False(t, ok)
		assert.Zero(t, none)
	}
	for _, r := range []standards.Reading{0, standards.Reading(len(all) + 1), 255} {
		assert.Equal(t, "", r.String()+r.Info().Name+r.Question().En)
		assert.Equal(t, standards.Choice(0), r.Default())
		assert.Equal(t, standards.Choice(0), standards.Published().Choices().Of(r))
		assert.False(t, r.Switchable())
		_, ok := r.Choose("left-out")
		assert.False(t, ok)
	}
	for _, c := range []standards.Choice{0, standards.Choice(len(choices) + 1), 255} {
		assert.Equal(t, "", c.String()+c.Text(standards.English))
		assert.Zero(t, c.Reading())
	}
	var r standards.Reading
	assert.Equal(t, &standards.WordError{}, r.UnmarshalText(nil))
	all[0].Choices[0] = 0
	assert.Equal(t, standards.WithYunlong, standards.CityFiveReading.Default(), "what is returned is the caller's own")
}

// R5: the first and the last day on which the figures of 2020 apply, under each choice.
func TestEffective2020(t *testing.T) {
	for _, tt := range []struct {
		choice    standards.Choice
		on, notOn []string
	}{
		{standards.CalendarYear, []string{"2020-01-01", "2020-08-31", "2020-12-31"}, []string{"2021-01-01", "2021-12-31", "2022-01-01"}},
		{standards.FromPublication, []string{"2020-09-01", "2020-12-31"}, []string{"2020-01-01", "2020-08-31", "2021-01-01"}},
		{standards.UntilReplaced, []string{"2020-01-01", "2020-12-31", "2021-01-01", "2021-07-01", "2021-12-31"}, []string{"2022-01-01", "2022-10-19"}},
	} {
		tables := standards.Published().Choose(tt.choice)
		for _, day := range tt.on {
			for _, figure := range workPoints {
				row, ok := setOf(t, tables, day).Find(figure.key, figure.place, standards.Rural, figure.of)
				if figure.residences != nil && figure.residences[0] == standards.Urban {
					row, ok = setOf(t, tables, day).Find(figure.key, figure.place, standards.Urban, figure.of)
				}
				require.True(t, ok, "%s on %s: %s", tt.choice, day, figure.printed)
				assert.Equal(t, figure.want, value(row))
			}
		}
		for _, day := range tt.notOn {
			set := setOf(t, tables, day)
			for _, figure := range workPoints {
				row, _ := set.Find(figure.key, figure.place, standards.Rural, figure.of)
				assert.NotEqual(t, standards.WorkPoints2020, row.Basis.Document, "%s on %s: %s", tt.choice, day, figure.printed)
			}
			line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
			require.NoError(t, err)
			assert.Equal(t, day < "2022", line.Place == standards.Hunan, "the province's floor decides until there is another figure of the city")
			assert.True(t, standards.Key(standards.DibaoLine).StatedFor2020(standards.Hetang, standards.Urban, ""))
			assert.False(t, standards.Key(standards.DibaoLine).StatedFor2020(standards.Youxian, standards.Urban, ""))
		}
		// Rural grace is no figure of the year: it does not turn on this reading.
		_, ok := setOf(t, tables, "2020-03-01").Listed(standards.Grace, standards.Youxian, standards.Rural, "")
		assert.True(t, ok, tt.choice)
		// Nor do the national rules.
		age, err := setOf(t, tables, "2021-03-01").Number(standards.TekunElderAge, standards.Youxian, 0, "")
		require.NoError(t, err)
		assert.Equal(t, 60, age.Number.Int())
	}
}

// R14: 43号 prints "under 16" again; the default is 18, by item 5 of the 2020-08 text.
func TestTekunMinor2021(t *testing.T) {
	for _, tt := range []struct {
		choice   standards.Choice
		day      string
		want     int
		document standards.Document
	}{
		{standards.MinorUnder18, "2021-06-30", 18, standards.Reform2020},
		{standards.MinorUnder18, "2021-07-01", 18, standards.Reform2020},
		{standards.MinorUnder16, "2021-06-30", 18, standards.Reform2020},
		{standards.MinorUnder16, "2021-07-01", 16, standards.Tekun2021},
		{standards.MinorUnder16, "2020-06-02", 16, standards.Order649},
	} {
		n, err := setOf(t, standards.Published().Choose(tt.choice), tt.day).Number(standards.TekunMinorAge, standards.Hetang, 0, "")
		require.NoError(t, err)
		assert.Equal(t, []any{tt.want, tt.document}, []any{n.Number.Int(), n.Basis.Document}, "%s on %s", tt.choice, tt.day)
	}
}

// The ages between which someone's case turns on R14 are those of its two choices.
func TestOpenAges(t *testing.T) {
	assert.Equal(t, [2]int{16, 18}, new(standards.Set).OpenAges())
}

// R12: under as-2021 the lists of dibao of 2021-07-01 hold on every day before it.
func TestIncomeList(t *testing.T) {
	of := func(kinds ...standards.IncomeKind) standards.IncomeKinds {
		var set standards.IncomeKinds
		for _, k := range kinds {
			set |= 1 << k
		}
		return set
	}
	dibao2021 := of(standards.VeteransPension, standards.Reward, standards.BasicPension, standards.DisabilitySubsidy, standards.ChildSubsidy, standards.Relief)
	tekun2020 := of(standards.BasicPension, standards.OldAgeAllowance, standards.DisabilitySubsidy, standards.ChildSubsidy)
	tekun2021 := of(standards.VeteransPension, standards.BasicPension, standards.OldAgeAllowance, standards.ChildSubsidy)
	for _, tt := range []struct {
		choice              standards.Choice
		day                 string
		urban, rural, tekun standards.IncomeKinds
	}{
		{standards.ListByText, "2020-01-01", of(standards.VeteransPension, standards.DisabilitySubsidy, standards.ChildSubsidy),
			of(standards.VeteransPension, standards.Reward, standards.DisabilitySubsidy, standards.ChildSubsidy),
			tekun2020},
		{standards.ListAs2021, "2020-01-01", dibao2021, dibao2021, tekun2020},
		{standards.ListAs2021, "2021-06-30", dibao2021, dibao2021, tekun2020},
		{standards.ListByText, "2021-07-01", dibao2021, dibao2021, tekun2021},
		{standards.ListAs2021, "2021-07-01", dibao2021, dibao2021, tekun2021},
	} {
		set := setOf(t, standards.Published().Choose(tt.choice), tt.day)
		assert.Equal(t, tt.urban, notIncome(set, standards.DibaoNotIncome, standards.Urban), "%s on %s", tt.choice, tt.day)
		assert.Equal(t, tt.rural, notIncome(set, standards.DibaoNotIncome, standards.Rural), "%s on %s", tt.choice, tt.day)
		assert.Equal(t, tt.tekun, notIncome(set, standards.TekunNotIncome, standards.Urban), "%s on %s", tt.choice, tt.day)
		assert.Equal(t, tt.tekun, notIncome(set, standards.TekunNotIncome, standards.Rural), "%s on %s", tt.choice, tt.day)
	}
	// What the two lists treat otherwise, while the question is open.
	for _, c := range []standards.Choice{standards.ListByText, standards.ListAs2021} {
		set := setOf(t, standards.Published().Choose(c), "2020-10-01")
		assert.Equal(t, of(standards.Reward, standards.BasicPension, standards.Relief), set.OpenIncome(standards.IncomeListReading, standards.DibaoNotIncome, standards.Urban), c)
		assert.Equal(t, of(standards.BasicPension, standards.Relief), set.OpenIncome(standards.IncomeListReading, standards.DibaoNotIncome, standards.Rural), c)
		assert.Zero(t, set.OpenIncome(standards.IncomeListReading, standards.TekunNotIncome, standards.Rural), c)
		assert.Zero(t, setOf(t, standards.Published().Choose(c), "2021-07-01").OpenIncome(standards.IncomeListReading, standards.DibaoNotIncome, standards.Urban), c)
	}
}

// R17: what rural members have of veterans' pensions and rewards before 2021-07-01.
func TestRuralExemptions(t *testing.T) {
	both := standards.IncomeKinds(0).With(standards.VeteransPension).With(standards.Reward)
	for c, want := range map[standards.Choice]standards.IncomeKinds{standards.RuralNotIncome: both, standards.RuralIncome: 0} {
		set := setOf(t, standards.Published().Choose(c), "2020-10-01")
		assert.Equal(t, want, notIncome(set, standards.DibaoNotIncome, standards.Rural)&both, c)
		assert.Equal(t, both, set.OpenIncome(standards.RuralExemptionsReading, standards.DibaoNotIncome, standards.Rural), c)
		assert.Zero(t, set.OpenIncome(standards.RuralExemptionsReading, standards.DibaoNotIncome, standards.Urban), c)
		assert.Equal(t, both, notIncome(setOf(t, standards.Published().Choose(c), "2021-07-01"), standards.DibaoNotIncome, standards.Rural)&both, c)
	}
}

func TestReadingsAreOpenOnTheirDays(t *testing.T) {
	for _, info := range standards.AllReadings() {
		if info.From.IsZero() && info.Until.IsZero() {
			for _, day := range []string{"2020-01-01", "2022-10-19"} {
				assert.True(t, onDay(t, day).Open(info.Reading), "%s on %s", info.Name, day)
			}
		}
	}
	assert.False(t, onDay(t, "2020-10-01").Open(standards.Reading(len(standards.AllReadings())+1)))
	for _, tt := range []struct {
		reading standards.Reading
		on, off string
	}{
		{standards.BandsReading, "2020-08-25", "2020-08-24"},
		{standards.IncomeListReading, "2021-06-30", "2021-07-01"},
		{standards.TekunMinor2021Reading, "2021-07-01", "2021-06-30"},
		{standards.AbsentOthersReading, "2021-06-30", "2021-07-01"},
		{standards.RuralExemptionsReading, "2021-06-30", "2021-07-01"},
		{standards.Effective2020Reading, "2021-12-31", "2022-01-01"},
	} {
		assert.True(t, onDay(t, tt.on).Open(tt.reading), "%s on %s", tt.reading, tt.on)
		assert.False(t, onDay(t, tt.off).Open(tt.reading), "%s on %s", tt.reading, tt.off)
	}
	assert.False(t, onDay(t, "2020-10-01").Open(0))
	assert.False(t, onDay(t, "2020-10-01").Open(255))
}

// Every other reading is left to those who decide: a Set has the same rows whatever is chosen. So R11: a floor stays a floor.
func TestOtherReadingsLeaveTheRows(t *testing.T) {
	for _, r := range standards.AllReadings() {
		switch r.Reading {
		case standards.Effective2020Reading, standards.IncomeListReading, standards.TekunMinor2021Reading, standards.AbsentOthersReading,
			standards.RuralExemptionsReading:
			continue
		}
		for _, c := range r.Choices {
			for _, day := range []string{"2020-01-01", "2020-10-01", "2021-03-01", "2021-07-01"} {
				set := setOf(t, standards.Published().Choose(c), day)
				assert.Equal(t, onDay(t, day).Rows(), set.Rows(), "%s on %s", c, day)
				assert.Equal(t, c == r.Reading.Default(), set.Digest() == onDay(t, day).Digest(), "%s: the digest names the choice", c)
			}
		}
	}
	line, err := setOf(t, standards.Published().Choose(standards.FloorExact), "2020-10-01").Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	assert.Equal(t, standards.AtLeast, line.Bound)
}

func TestChoose(t *testing.T) {
	base := standards.Published()
	chosen := base.Choose(standards.EachPerson, standards.UpToYuan).Choose(standards.UpToFen, 0, 255)
	assert.Equal(t, base.Choose(standards.EachPerson).Choices(), chosen.Choices(), "what is no choice chooses nothing")
	assert.NotNil(t, base)
	assert.Equal(t, standards.EachPerson, chosen.Choices().Of(standards.AverageReading))
	assert.Equal(t, standards.UpToFen, chosen.Choices().Of(standards.RoundingReading), "later ones go before earlier ones")
	assert.Equal(t, standards.CaseloadAverage, base.Choices().Of(standards.AverageReading), "the tables beneath do not change")

	draft := standards.Overlay{ID: "draft", Kind: standards.Draft, Choices: []standards.Choice{standards.HalfUpToFen, standards.NeitherAtTheLine}}
	after, err := base.With(draft)
	require.NoError(t, err)
	assert.Equal(t, standards.HalfUpToFen, after.Choices().Of(standards.RoundingReading))
	assert.Equal(t, standards.UpToYuan, after.Choose(standards.UpToYuan).Choices().Of(standards.RoundingReading), "and before those of tables files,")
	before, err := base.Choose(standards.UpToYuan).With(draft)
	require.NoError(t, err)
	assert.Equal(t, standards.UpToYuan, before.Choices().Of(standards.RoundingReading), "in whichever order they come")
	assert.Equal(t, standards.NeitherAtTheLine, before.Choices().Of(standards.AtTheLineReading))
}

func TestChoicesJSON(t *testing.T) {
	text, err := json.Marshal(standards.Published().Choices())
	require.NoError(t, err)
	assert.Equal(t, `{"absent-others":"left-out","at-the-line":"low-income","average-assistance":"caseload-average","bands":"exact-difference",`+
		`"changes-from":"next-month","city-five":"with-yunlong","each-subsidy":"each","effective-2020":"calendar-year","floor-as-line":"may-be-higher","income-list":"by-text",`+
		`"living-grade-one-two":"dibao-only","long-term-care":"grade-alone","mixed-hukou":"whole-household","rounding":"up-to-fen","rural-exemptions":"not-income","single-person-amount":"line-less-own-income",`+
		`"tekun-member":"left-out","tekun-minor-2021":"under-18"}`, string(text), "sorted by name")
	var back standards.Choices
	require.NoError(t, json.Unmarshal(text, &back))
	assert.Equal(t, standards.Published().Choices(), back)

	text, err = json.Marshal(standards.Choices{})
	require.NoError(t, err)
	assert.Equal(t, `{}`, string(text))

	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var some standards.Choices
		for _, r := range standards.AllReadings() {
			if n := random.IntN(len(r.Choices) + 1); n > 0 {
				some[r.Reading] = r.Choices[n-1]
			}
		}
		text, err := json.Marshal(some)
		require.NoError(t, err)
		var back standards.Choices
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, some, back)
	}

	kept := standards.Published().Choices()
	for _, bad := range []string{`{"no-such":"left-out"}`, `{"rounding":"left-out"}`, `{"rounding":""}`, `{"rounding":1}`, `[]`, `null`, `{"Rounding":"up-to-fen"}`,
		`{"rounding":"up-to-yuan","rounding":"up-to-fen"}`} {
		assert.Error(t, json.Unmarshal([]byte(bad), &kept), bad)
		assert.Equal(t, standards.Published().Choices(), kept)
	}
	broken := standards.Choices{}
	broken[standards.RoundingReading] = 255
	_, err = json.Marshal(broken)
	assert.NoError(t, err, "a value that is no choice does not panic")
}

// In formats other than JSON choices are their words, in order of name.
func TestChoicesAsText(t *testing.T) {
	var some standards.Choices
	assert.Equal(t, "", some.String())
	some[standards.RoundingReading], some[standards.AtTheLineReading] = standards.UpToYuan, standards.NeitherAtTheLine
	some[standards.CityFiveReading] = standards.WithYunlong // the choice whose number is one
	assert.Equal(t, "at-the-line=neither city-five=with-yunlong rounding=up-to-yuan", some.String())
	text, err := some.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, some.String(), string(text))
	text, err = standards.UpToYuan.MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "up-to-yuan", string(text))
}

// What the city's document of 2020 states, under whichever reading and on whatever day: figures, for their places, kinds of hukou and
// classes, and neither the rules of others nor entries of lists.
func TestStatedFor2020(t *testing.T) {
	line, living, coverage := standards.Key(standards.DibaoLine), standards.Key(standards.DisabilityLiving), standards.Key(standards.CommunityCoverage)
	for _, tt := range []struct {
		key       standards.Key
		place     standards.Place
		residence standards.Residence
		of        string
		want      bool
	}{
		{line, standards.Hetang, standards.Urban, "", true}, {line, standards.Hetang, standards.Rural, "", true},
		{line, standards.Youxian, standards.Rural, "", true}, {line, standards.Youxian, standards.Urban, "", false},
		{line, standards.Zhuzhou, standards.Rural, "", false}, {line, standards.Elsewhere, standards.Rural, "", false},
		{living, standards.Youxian, standards.Rural, "1", true}, {living, standards.Youxian, standards.Urban, "", true},
		{coverage, standards.Youxian, standards.Urban, "city", true}, {coverage, standards.Youxian, standards.Urban, "county", true},
		{coverage, standards.Youxian, standards.Urban, "", false}, {coverage, standards.China, standards.Urban, "city", false},
		{standards.Key(standards.ElderCanteens), standards.Hetang, standards.Urban, "", true},
		{standards.Key(standards.TekunBasic), standards.Hetang, standards.Urban, "", false},
		{standards.Key(standards.TekunElderAge), standards.Hetang, standards.Urban, "", false},
		{standards.Key(standards.Grace), standards.Hetang, standards.Rural, "", false},
		{standards.Key(standards.SelfCareActivity), standards.Hetang, standards.Rural, "bed", false},
		{0, standards.Hetang, standards.Urban, "", false}, {255, standards.Hetang, standards.Urban, "", false},
	} {
		assert.Equal(t, tt.want, tt.key.StatedFor2020(tt.place, tt.residence, tt.of), "%v", tt)
	}
	for _, r := range []standards.Reading{0, standards.RoundingReading, 255} {
		assert.Zero(t, onDay(t, "2020-10-01").OpenIncome(r, standards.DibaoNotIncome, standards.Rural), "another reading opens no kind of income")
	}
}
