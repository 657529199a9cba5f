package disability_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
)

var categories = []disability.Category{disability.Visual, disability.Hearing, disability.Speech, disability.Physical, disability.Intellectual,
	disability.Mental, disability.Multiple}

func TestCategoryWords(t *testing.T) {
	words := []string{"visual", "hearing", "speech", "physical", "intellectual", "mental", "multiple"}
	for i, c := range categories {
		assert.Equal(t, words[i], c.String())
		got, ok := standards.Parse[disability.Category](words[i])
		assert.True(t, ok)
		assert.Equal(t, c, got)
		data, err := json.Marshal(disability.Component{Category: c, Grade: 2})
		require.NoError(t, err)
		assert.Equal(t, `{"category":"`+words[i]+`","grade":2}`, string(data))
		var back disability.Component
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, disability.Component{Category: c, Grade: 2}, back)
	}
	for _, word := range []string{"", "Visual", "multiple ", "deaf"} {
		_, ok := standards.Parse[disability.Category](word)
		assert.False(t, ok, word)
		var c disability.Category
		var fault *standards.WordError
		assert.ErrorAs(t, c.UnmarshalText([]byte(word)), &fault)
	}
	assert.Empty(t, disability.Category(0).String()+disability.Category(8).String()+disability.Category(255).String())
}

func multiple(grade int, components ...disability.Component) disability.Certificate {
	return disability.Certificate{Category: disability.Multiple, Grade: grade, Components: components}
}

func TestGradesOfACertificate(t *testing.T) {
	physical2, mental1, mental3 := disability.Component{Category: disability.Physical, Grade: 2}, disability.Component{Category: disability.Mental, Grade: 1},
		disability.Component{Category: disability.Mental, Grade: 3}
	for _, tt := range []struct {
		why      string
		give     disability.Certificate
		worst    uint8
		open     bool
		physical uint8
		mental   uint8
		category disability.Category
	}{
		{"the zero Certificate: none is stated", disability.Certificate{}, 0, false, 0, 0, 0},
		{"one category", disability.Certificate{Category: disability.Physical, Grade: 2}, 2, false, 2, 0, disability.Physical},
		{"multiple takes the grade of its worst component", multiple(1, physical2, mental1), 1, false, 2, 1, disability.Multiple},
		{"of two for one category the worse one", multiple(1, mental3, mental1, physical2), 1, false, 2, 1, disability.Multiple},
		{"components not stated", multiple(2), 2, true, 0, 0, disability.Multiple},
		{"components not stated, as an empty list", disability.Certificate{Category: disability.Multiple, Grade: 2, Components: []disability.Component{}}, 2, true, 0, 0,
			disability.Multiple},
		{"components belong to multiple alone", disability.Certificate{Category: disability.Physical, Grade: 2, Components: []disability.Component{mental1}}, 2, false, 2, 0,
			disability.Physical},
		{"no such category", disability.Certificate{Category: 200, Grade: 1}, 0, false, 0, 0, 0},
		{"no such grade", disability.Certificate{Category: disability.Mental, Grade: 5}, 0, false, 0, 0, 0},
		{"no such grade, though its low byte is one", disability.Certificate{Category: disability.Mental, Grade: 257}, 0, false, 0, 0, 0},
		{"negative", disability.Certificate{Category: disability.Mental, Grade: -255}, 0, false, 0, 0, 0},
		{"components that there are not", multiple(2, disability.Component{Category: 200, Grade: 2}, disability.Component{Category: disability.Multiple, Grade: 2},
			disability.Component{Category: disability.Mental, Grade: 258}, disability.Component{Grade: 1}), 2, true, 0, 0, disability.Multiple},
	} {
		g := tt.give.Grades()
		assert.Equal(t, tt.worst, g.Worst, tt.why)
		assert.Equal(t, tt.open, g.Open, tt.why)
		assert.Equal(t, []uint8{tt.physical, tt.mental}, []uint8{g.Single[disability.Physical], g.Single[disability.Mental]}, tt.why)
		assert.Zero(t, g.Single[0]+g.Single[disability.Multiple], tt.why)
		assert.Equal(t, tt.category, g.Category(), tt.why)
	}
}

// within tells whether c belongs to a class as the country states it.
func within(set *standards.Set, c disability.Certificate, class standards.NumberKey) finding.Truth {
	g, limits := c.Grades(), disability.LimitsOf(set, standards.China, class)
	return g.Within(&limits)
}

// The classes, by category from visual to mental: the least severe grade that belongs, 0 for none.
var classes = []struct {
	clause    string
	class     standards.NumberKey
	from, to  string // the first and the last day
	least     [6]int // visual hearing speech physical intellectual mental
	undecided []int  // grades for which multiple without components would decide
	all       []int  // grades at which multiple belongs whatever its components are
}{
	{"2016 text: intellectual or mental grade 1 or 2, physical grade 1", standards.TekunGrade, "2020-01-01", "2021-06-30", [6]int{0, 0, 0, 1, 2, 2}, []int{1, 2}, nil},
	{"43号 art. 5: intellectual or mental 1 to 3, physical 1 or 2, visual 1", standards.TekunGrade, "2021-07-01", "2021-12-31", [6]int{1, 0, 0, 2, 3, 3}, []int{1, 2, 3}, nil},
	{"before 69号 there is no single-person cover", standards.SinglePersonGrade, "2020-01-01", "2020-06-02", [6]int{}, nil, nil},
	{"69号: grades 1 and 2, grade 3 intellectual or mental", standards.SinglePersonGrade, "2020-06-03", "2021-06-30", [6]int{2, 2, 2, 2, 3, 3}, []int{3}, []int{1, 2}},
	{"57 art. 8: the same", standards.SinglePersonGrade, "2021-07-01", "2021-12-31", [6]int{2, 2, 2, 2, 3, 3}, []int{3}, []int{1, 2}},
}

func TestWithinAClass(t *testing.T) {
	for _, class := range classes {
		for _, day := range []string{class.from, class.to} {
			set := onDay(t, day)
			assert.Equal(t, finding.NotMet, within(set, disability.Certificate{}, class.class), "no certificate")
			for i, least := range class.least {
				for grade := disability.MostSevere; grade <= disability.LeastSevere; grade++ {
					c := disability.Certificate{Category: categories[i], Grade: grade}
					assert.Equal(t, finding.If(grade <= least), within(set, c, class.class), "%s, on %s: %s %d", class.clause, day, c.Category, grade)
				}
			}
			for grade := disability.MostSevere; grade <= disability.LeastSevere; grade++ {
				want := finding.NotMet
				for _, g := range class.undecided {
					if g == grade {
						want = finding.Unknown
					}
				}
				for _, g := range class.all {
					if g == grade {
						want = finding.Met
					}
				}
				assert.Equal(t, want, within(set, multiple(grade), class.class), "%s, on %s: multiple %d, components not stated", class.clause, day, grade)
			}
		}
	}
}

// A multiple disability belongs to a class by any of its components: every pair of them, against the two singly. Without components
// it belongs if whatever they could be belongs, and does not if nothing they could be does: every possibility is tried.
func TestWithinByComponents(t *testing.T) {
	for _, class := range classes {
		set := onDay(t, class.to)
		fits := func(grades [6]int) bool {
			for i, grade := range grades {
				if grade != 0 && grade <= class.least[i] {
					return true
				}
			}
			return false
		}
		possible := map[int][2]int{} // by worst grade: how many possibilities belong, and how many do not
		for n := range 5 * 5 * 5 * 5 * 5 * 5 {
			var grades [6]int
			var parts []disability.Component
			worst := 5
			for i := range grades {
				if grades[i], n = n%5, n/5; grades[i] != 0 {
					parts = append(parts, disability.Component{Category: categories[i], Grade: grades[i]})
					worst = min(worst, grades[i])
				}
			}
			if len(parts) < 2 {
				continue
			}
			tally := possible[worst]
			if fits(grades) {
				tally[0]++
			} else {
				tally[1]++
			}
			possible[worst] = tally
			if got, want := within(set, multiple(worst, parts...), class.class), finding.If(fits(grades)); got != want {
				t.Fatalf("%s: %v is %v, want %v", class.clause, parts, got, want)
			}
		}
		for grade, tally := range possible {
			want := finding.Unknown
			switch {
			case tally[0] == 0:
				want = finding.NotMet
			case tally[1] == 0:
				want = finding.Met
			}
			assert.Equal(t, want, within(set, multiple(grade), class.class), "%s: multiple %d, components not stated", class.clause, grade)
		}
	}
}

// A draft may widen a class to every grade that there is, of any category.
func TestWithinAWideClass(t *testing.T) {
	for _, category := range categories[:len(categories)-1] {
		set := with(t, "2020-10-01", standards.Draft, standards.Standard{Key: standards.Key(standards.TekunGrade), Place: standards.China, Of: category.String(),
			Number: standards.Whole(disability.LeastSevere), From: standards.Day(2020, 1, 1)})
		assert.Equal(t, finding.Met, within(set, disability.Certificate{Category: category, Grade: 4}, standards.TekunGrade))
		assert.Equal(t, finding.Unknown, within(set, multiple(4), standards.TekunGrade), category)
	}
}

// Grades of a certificate that there is not belong to no class, whatever else is said of them.
func TestGradesOfNoCertificate(t *testing.T) {
	limits := disability.LimitsOf(onDay(t, "2020-10-01"), standards.China, standards.SinglePersonGrade)
	g := disability.Grades{Open: true}
	assert.Equal(t, finding.NotMet, g.Within(&limits))
	g.Single[disability.Mental] = 1
	assert.Equal(t, finding.NotMet, g.Within(&limits))
	assert.False(t, disability.Certificate{}.Stated())
	for _, category := range categories {
		assert.True(t, disability.Certificate{Category: category, Grade: 4}.Stated(), category)
	}
}

// A draft may state a class for one place only.
func TestWithinAClassOfAPlace(t *testing.T) {
	set := with(t, "2020-10-01", standards.Draft, standards.Standard{Key: standards.Key(standards.TekunGrade), Place: standards.CountyFive, Of: "hearing",
		Number: standards.Whole(1), From: standards.Day(2020, 1, 1)})
	g := disability.Certificate{Category: disability.Hearing, Grade: 1}.Grades()
	for _, p := range standards.Divisions() {
		limits := disability.LimitsOf(set, p, standards.TekunGrade)
		assert.Equal(t, finding.If(p.In(standards.CountyFive)), g.Within(&limits), p)
	}
}

func TestCertificateOnTheWire(t *testing.T) {
	const text = `{"category":"multiple","grade":1,"components":[{"category":"visual","grade":3},{"category":"mental","grade":1}],"longTermCare":"yes"}`
	var c disability.Certificate
	require.NoError(t, json.Unmarshal([]byte(text), &c))
	assert.True(t, c.Stated())
	data, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Equal(t, text, string(data))
	data, err = json.Marshal(disability.Certificate{Category: disability.Speech, Grade: 4})
	require.NoError(t, err)
	assert.Equal(t, `{"category":"speech","grade":4}`, string(data))
	assert.Error(t, json.Unmarshal([]byte(strings.Replace(text, "visual", "sight", 1)), &c))
}

func FuzzGrades(f *testing.F) {
	f.Add(uint8(4), 1, uint8(0), 0, uint8(0), 0)
	f.Add(uint8(7), 2, uint8(5), 2, uint8(6), 3)
	f.Add(uint8(7), 257, uint8(200), -1, uint8(7), 4)
	sets := []*standards.Set{onDay(f, "2020-01-01"), onDay(f, "2020-06-03"), onDay(f, "2021-07-01"), new(standards.Set)}
	f.Fuzz(func(t *testing.T, category uint8, grade int, c1 uint8, g1 int, c2 uint8, g2 int) {
		c := disability.Certificate{Category: disability.Category(category), Grade: grade,
			Components: []disability.Component{{Category: disability.Category(c1), Grade: g1}, {Category: disability.Category(c2), Grade: g2}}}
		g := c.Grades()
		if g.Worst > disability.LeastSevere || g.Worst == 0 && g != (disability.Grades{}) || g.Category() > disability.Multiple {
			t.Errorf("%+v has %+v", c, g)
		}
		for _, set := range sets {
			for _, class := range []standards.NumberKey{standards.TekunGrade, standards.SinglePersonGrade, standards.NumberKey(255)} {
				if got := within(set, c, class); got < finding.Met || got > finding.Unknown || got != finding.NotMet && g.Worst == 0 {
					t.Errorf("%+v is within %v: %v", c, class, got)
				}
			}
		}
	})
}
