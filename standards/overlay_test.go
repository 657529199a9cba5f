package standards_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// ownLine is a usable row of a county: its own urban dibao line, 500 yuan a month from the middle of 2020.
func ownLine() standards.Standard {
	return standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban,
		Amount: standards.Fen(560_00, standards.PerMonth), From: standards.Day(2020, time.July, 1), Until: standards.Day(2021, time.January, 1),
		Basis: standards.Basis{Clause: "2", Printed: "每人每月560元"}}
}

func supplement(rows ...standards.Standard) standards.Overlay {
	return standards.Overlay{ID: "own", Kind: standards.Supplement, Title: "攸县公告", ApprovedBy: "株洲市人民政府", Rows: rows}
}

// strike takes an entry out of the list of what is not income for dibao.
func strike(of string) standards.Standard {
	return standards.Standard{Key: standards.Key(standards.DibaoNotIncome), Place: standards.China, Of: of, Struck: true,
		From: standards.Day(2021, time.July, 1), Basis: standards.Basis{Clause: "3"}}
}

func draft(rows ...standards.Standard) standards.Overlay {
	return standards.Overlay{ID: "own", Kind: standards.Draft, Rows: rows}
}

// with returns ownLine changed.
func with(change func(*standards.Standard)) standards.Standard {
	row := ownLine()
	change(&row)
	return row
}

func money(k standards.Key, p standards.Place, r standards.Residence, fen int64, per standards.Period) standards.Standard {
	return standards.Standard{Key: k, Place: p, Residence: r, Amount: standards.Fen(fen, per), From: standards.Day(2020, time.January, 1)}
}

func number(k standards.NumberKey, f standards.Fraction) standards.Standard {
	return standards.Standard{Key: standards.Key(k), Place: standards.China, Number: f, From: standards.Day(2020, time.January, 1)}
}

// until ends a row with the year before another.
func until(s standards.Standard, year int) standards.Standard {
	s.Until = standards.Day(year, time.January, 1)
	return s
}

func TestSupplement(t *testing.T) {
	tables, err := standards.Published().With(supplement(ownLine(),
		until(money(standards.Key(standards.DibaoLine), standards.Youxian, standards.Rural, 4320_00, standards.PerYear), 2021),
		with(func(s *standards.Standard) {
			s.Key, s.Residence, s.Of, s.Amount = standards.Key(standards.DisabilityLiving), 0, "1", standards.Fen(120_00, standards.PerMonth)
		})))
	require.NoError(t, err)
	set := setOf(t, tables, "2020-10-01")
	line, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Urban)
	require.NoError(t, err)
	want := ownLine()
	want.Bound, want.Basis.Document = standards.Exactly, "own"
	assert.Equal(t, want, line.Standard, "as stated, with its document and a bound")
	assert.Equal(t, standards.HunanUrban2019, urbanLine(t, tables, "2020-06-30", standards.Youxian), "from its first day")
	assert.Equal(t, standards.HunanUrban2020, urbanLine(t, tables, "2021-01-01", standards.Youxian), "to the day before its until")
	assert.Equal(t, standards.HunanUrban2019, urbanLine(t, tables, "2020-10-01", standards.Chaling), "for its own place")

	rural, err := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	assert.Equal(t, "4320.00 a year exactly own", value(rural.Standard)+" "+string(rural.Basis.Document), "at the floor, and known now")
	for of, want := range map[string]string{"": "80.00 a month at-least", "1": "120.00 a month exactly", "2": "80.00 a month at-least"} {
		rate, err := set.Rate(standards.DisabilityLiving, standards.Youxian, 0, of)
		require.NoError(t, err)
		assert.Equal(t, want, value(rate.Standard), "grade %q", of)
	}

	refs := set.Refs()
	require.Len(t, refs, 1)
	assert.Equal(t, "own", refs[0].ID)
	assert.Equal(t, standards.Supplement, refs[0].Kind)
	assert.NotEqual(t, standards.Digest{}, refs[0].SHA256)
	info, ok := tables.Document("own")
	assert.True(t, ok)
	assert.Equal(t, standards.DocumentInfo{Document: "own", Title: standards.Text{Zh: "攸县公告", En: "攸县公告"}, Standing: standards.Supplied}, info)
	_, ok = standards.Published().Document("own")
	assert.False(t, ok)
}

// urbanLine is the document of the urban dibao line of a place.
func urbanLine(t *testing.T, tables *standards.Tables, day string, p standards.Place) standards.Document {
	t.Helper()
	line, err := setOf(t, tables, day).Line(standards.DibaoLine, p, standards.Urban)
	require.NoError(t, err)
	return line.Basis.Document
}

// A nearer floor gives way to a higher one of a wider place, and to nothing else; a draft may go below a floor.
func TestFloorsOfWiderPlaces(t *testing.T) {
	at := func(p standards.Place, fen int64, bound standards.Bound) standards.Standard {
		row := money(standards.Key(standards.DibaoLine), p, standards.Rural, fen, standards.PerMonth)
		row.Bound = bound
		return row
	}
	for _, tt := range []struct {
		why  string
		rows []standards.Standard
		want string
	}{
		{"the county floor is above the province's", nil, "4320.00 a year at-least"},
		{"a higher floor of the city", []standards.Standard{at(standards.Zhuzhou, 400_00, standards.AtLeast)}, "400.00 a month at-least"},
		{"a higher floor of the province", []standards.Standard{at(standards.Hunan, 400_00, standards.AtLeast)}, "400.00 a month at-least"},
		{"a lower floor of the city", []standards.Standard{at(standards.Zhuzhou, 350_00, standards.AtLeast)}, "4320.00 a year at-least"},
		{"a higher exact figure of the city is no floor", []standards.Standard{at(standards.Zhuzhou, 400_00, standards.Exactly)}, "4320.00 a year at-least"},
		{"a floor never lowers an exact figure", []standards.Standard{at(standards.Youxian, 380_00, standards.Exactly), at(standards.Zhuzhou, 370_00, standards.AtLeast)},
			"380.00 a month exactly"},
		{"a draft below the floor", []standards.Standard{at(standards.Youxian, 300_00, standards.AtLeast)}, "300.00 a month at-least"},
	} {
		tables, err := standards.Published().With(draft(tt.rows...))
		require.NoError(t, err, tt.why)
		line, err := setOf(t, tables, "2020-10-01").Line(standards.DibaoLine, standards.Youxian, standards.Rural)
		require.NoError(t, err, tt.why)
		assert.Equal(t, tt.want, value(line.Standard), tt.why)
	}
	floor := money(standards.Key(standards.DisabilityLiving), standards.Zhuzhou, 0, 120_00, standards.PerMonth)
	floor.Bound = standards.AtLeast
	tables, err := standards.Published().With(draft(floor))
	require.NoError(t, err)
	for p, want := range map[standards.Place]string{standards.Hetang: "100.00 a month exactly", standards.Youxian: "120.00 a month at-least"} {
		rate, err := setOf(t, tables, "2020-10-01").Rate(standards.DisabilityLiving, p, 0, "")
		require.NoError(t, err)
		assert.Equal(t, want, value(rate.Standard), "the nearer figure stays where it is exact, %s", p)
	}
}

// A draft strikes an entry out of a list for the kinds of hukou and the days that it says; what it strikes is an ended row to Diff.
func TestStrike(t *testing.T) {
	rural := strike("reward")
	rural.Residence = standards.Rural
	tables, err := standards.Published().With(draft(strike("veterans-pension"), rural))
	require.NoError(t, err)
	before, set := onDay(t, "2021-07-01"), setOf(t, tables, "2021-07-01")
	for _, r := range standards.Residences() {
		for of, want := range map[string]bool{"veterans-pension": false, "reward": r == standards.Urban, "relief": true} {
			_, listed := set.Listed(standards.DibaoNotIncome, standards.Youxian, r, of)
			assert.Equal(t, want, listed, "%s %s", r, of)
		}
	}
	_, listed := setOf(t, tables, "2021-06-30").Listed(standards.DibaoNotIncome, standards.Youxian, standards.Urban, "veterans-pension")
	assert.True(t, listed, "from its first day")
	assert.NotEqual(t, before.Digest(), set.Digest())

	var gone []string
	for _, c := range standards.Diff(before, set) {
		assert.Zero(t, c.After)
		gone = append(gone, c.Before.Of+" "+c.Before.Residence.String())
	}
	assert.Equal(t, []string{"veterans-pension ", "reward rural"}, gone)
}

// The nearest row wins, and in one place the row laid over the others.
func TestNearestRowWins(t *testing.T) {
	tables, err := standards.Published().With(draft(
		money(standards.Key(standards.DibaoLine), standards.Zhuzhou, 0, 550_00, standards.PerMonth),
		money(standards.Key(standards.DibaoLine), standards.CountyFive, 0, 420_00, standards.PerMonth),
		money(standards.Key(standards.DibaoLine), standards.Lukou, standards.Rural, 480_00, standards.PerMonth),
	))
	require.NoError(t, err)
	set := setOf(t, tables, "2020-10-01")
	for _, tt := range []struct {
		place     standards.Place
		residence standards.Residence
		want      string
	}{
		{standards.Lukou, standards.Rural, "480.00 a month exactly"},
		{standards.Lukou, standards.Urban, "420.00 a month exactly"},
		{standards.Youxian, standards.Rural, "4320.00 a year at-least"}, // see below
		{standards.Youxian, standards.Urban, "420.00 a month exactly"},
		{standards.Hetang, standards.Urban, "600.00 a month exactly"},
		{standards.CityFive, standards.Urban, "600.00 a month exactly"},
		{standards.Zhuzhou, standards.Urban, "550.00 a month exactly"},
	} {
		if tt.place == standards.Youxian && tt.residence == standards.Rural {
			tt.want = "420.00 a month exactly" // laid over the published floor of the same group
		}
		line, err := set.Line(standards.DibaoLine, tt.place, tt.residence)
		require.NoError(t, err)
		assert.Equal(t, tt.want, value(line.Standard), "%s %s", tt.place, tt.residence)
	}
	_, err = set.Line(standards.DibaoLine, standards.China, standards.Urban)
	assert.Error(t, err)
	both, err := set.Line(standards.DibaoLine, standards.Youxian, 0)
	require.NoError(t, err)
	assert.Equal(t, "420.00 a month exactly", value(both.Standard), "asked for both kinds, one row must govern both")
	_, err = set.Line(standards.DibaoLine, standards.Lukou, 0)
	assert.Error(t, err)
}

// A draft's carry lets the city's figures go on after their year, each marked with the day it is of.
func TestCarry(t *testing.T) {
	o := draft(with(func(s *standards.Standard) {
		s.Place, s.Residence, s.From, s.Until = standards.CityFive, 0, standards.Day(2021, time.January, 1), standards.Date{}
		s.Amount = standards.Fen(650_00, standards.PerMonth)
	}))
	o.Carry = standards.Day(2020, time.December, 31)
	tables, err := standards.Published().With(o)
	require.NoError(t, err)
	for _, tt := range []struct {
		day     string
		place   standards.Place
		want    string
		carried string
	}{
		{"2020-12-31", standards.Hetang, "600.00 a month exactly", ""},
		{"2021-01-01", standards.Hetang, "650.00 a month exactly", ""},
		{"2020-12-31", standards.Youxian, "4320.00 a year at-least", ""},
		{"2021-01-01", standards.Youxian, "4320.00 a year at-least", "2020-12-31"},
		{"2021-12-31", standards.Youxian, "4320.00 a year at-least", "2020-12-31"},
		{"2022-01-01", standards.Youxian, "4600.00 a year at-least", ""}, // the city restates it
	} {
		line, err := setOf(t, tables, tt.day).Line(standards.DibaoLine, tt.place, standards.Rural)
		require.NoError(t, err, tt.day)
		assert.Equal(t, []string{tt.want, tt.carried}, []string{value(line.Standard), line.Carried.String()}, "%s on %s", tt.place, tt.day)
	}
	set := setOf(t, tables, "2021-03-01")
	for _, row := range set.Rows() {
		assert.Equal(t, row.Basis.Document == standards.WorkPoints2020 && !row.Key.IsList(), !row.Carried.IsZero(), line(row))
	}
	n, err := set.Number(standards.TekunMinorAge, standards.Hetang, 0, "")
	require.NoError(t, err)
	assert.Equal(t, standards.Reform2020, n.Basis.Document, "national rules are those of the day")

	early := o
	early.Carry = standards.Day(2020, time.June, 30)
	tables, err = standards.Published().Choose(standards.FromPublication).With(early)
	require.NoError(t, err)
	line, err := setOf(t, tables, "2021-03-01").Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	assert.Equal(t, standards.HunanRural2021, line.Basis.Document, "what was not on record on the carry day is not carried")
	tables, err = standards.Published().Choose(standards.UntilReplaced).With(o)
	require.NoError(t, err)
	line, err = setOf(t, tables, "2021-03-01").Line(standards.DibaoLine, standards.Youxian, standards.Rural)
	require.NoError(t, err)
	assert.True(t, line.Carried.IsZero(), "what applies by itself is not carried")
}

func TestWithDoesNotChangeItsReceiver(t *testing.T) {
	base := standards.Published()
	digest := setOf(t, base, "2020-10-01").Digest()
	o := supplement(ownLine())
	o.Choices = []standards.Choice{standards.UpToYuan}
	once, err := base.With(o)
	require.NoError(t, err)
	other := draft()
	other.ID = "other"
	twice, err := once.With(other)
	require.NoError(t, err)
	_, err = once.With(o)
	require.Error(t, err)

	assert.Equal(t, []int{0, 1, 2}, []int{len(base.Overlays()), len(once.Overlays()), len(twice.Overlays())})
	assert.Equal(t, digest, setOf(t, base, "2020-10-01").Digest())
	assert.Equal(t, standards.UpToFen, base.Choices().Of(standards.RoundingReading))
	assert.Len(t, once.All(), len(base.All())+1)

	// Neither what was handed in nor what is handed out is the tables' own.
	before := setOf(t, once, "2020-10-01").Digest()
	o.Rows[0].Amount, o.Choices[0] = standards.Fen(1, standards.PerMonth), standards.HalfUpToFen
	out := once.Overlays()
	out[0].Rows[0].Amount, out[0].Choices[0], out[0].ID = standards.Fen(1, standards.PerMonth), standards.HalfUpToFen, "changed"
	assert.Equal(t, before, setOf(t, once, "2020-10-01").Digest())
	assert.Equal(t, "own", once.Overlays()[0].ID)
	assert.Equal(t, []standards.Choice{standards.UpToYuan}, once.Overlays()[0].Choices)
	assert.Equal(t, ownLine().Amount, once.Overlays()[0].Rows[0].Amount)
	assert.Equal(t, standards.Document(""), o.Rows[0].Basis.Document, "what is handed in is not changed")
}

// What With fills in cannot be forged by a row: the document, the carry mark, the reading.
func TestWithOwnsTheMarks(t *testing.T) {
	tables, err := standards.Published().With(draft(with(func(s *standards.Standard) {
		s.Basis.Document, s.Carried, s.Under = standards.WorkPoints2020, standards.Day(2020, time.January, 1), standards.MinorUnder16
	})))
	require.NoError(t, err)
	line, err := setOf(t, tables, "2020-10-01").Line(standards.DibaoLine, standards.Youxian, standards.Urban)
	require.NoError(t, err)
	assert.Equal(t, standards.Document("own"), line.Basis.Document)
	assert.True(t, line.Carried.IsZero())
	assert.Zero(t, line.Under)
}

func TestOverlayDigest(t *testing.T) {
	sum := func(o standards.Overlay) standards.Digest {
		tables, err := standards.Published().With(o)
		require.NoError(t, err)
		return tables.Overlays()[0].SHA256
	}
	assert.Equal(t, sum(draft(ownLine())), sum(draft(ownLine())))
	seen := map[standards.Digest]bool{sum(draft(ownLine())): true}
	for name, change := range map[string]func(*standards.Overlay){
		"ID":      func(o *standards.Overlay) { o.ID = "other" },
		"Kind":    func(o *standards.Overlay) { o.Kind = standards.Supplement },
		"Title":   func(o *standards.Overlay) { o.Title = "x" },
		"Number":  func(o *standards.Overlay) { o.Number = "x" },
		"Issuer":  func(o *standards.Overlay) { o.Issuer = "x" },
		"Issued":  func(o *standards.Overlay) { o.Issued = standards.Day(2020, time.July, 1) },
		"Rows":    func(o *standards.Overlay) { o.Rows[0].Amount = standards.Fen(501_00, standards.PerMonth) },
		"Choices": func(o *standards.Overlay) { o.Choices = []standards.Choice{standards.UpToYuan} },
		"Carry":   func(o *standards.Overlay) { o.Carry = standards.Day(2020, time.December, 31) },
	} {
		o := draft(ownLine())
		change(&o)
		d := sum(o)
		assert.False(t, seen[d], name)
		seen[d] = true
	}
	o := draft(ownLine())
	o.SHA256[0] = 7
	assert.Equal(t, o.SHA256, sum(o), "that of the file where it is known")
}

func TestEldercareClass(t *testing.T) {
	for _, tt := range []struct {
		of       string
		age      int
		selfCare string
		ok       bool
	}{
		{"", 0, "", true}, {"80", 80, "", true}, {"none", 0, "none", true}, {"80/none", 80, "none", true}, {"100/partial", 100, "partial", true}, {"150", 150, "", true},
		{"151", 0, "", false}, {"080", 0, "", false}, {"0", 0, "", false}, {"80/", 0, "", false}, {"/none", 0, "", false}, {"none/80", 0, "", false}, {"80/bad", 0, "", false},
		{"80/none/1", 0, "", false}, {"-1", 0, "", false}, {"９０", 0, "", false}, {"bad", 0, "", false}, {"1000", 0, "", false},
	} {
		age, selfCare, ok := standards.Standard{Of: tt.of}.EldercareClass()
		assert.Equal(t, []any{tt.age, tt.selfCare, tt.ok}, []any{age, selfCare, ok}, tt.of)
		row := money(standards.Key(standards.EldercareSubsidy), standards.Youxian, 0, 100_00, standards.PerMonth)
		row.Of = tt.of
		_, err := standards.Published().With(supplement(row))
		assert.Equal(t, tt.ok, err == nil, tt.of)
	}
}

// A file of any size is laid without harm: here one row for each age and self-care grade in each place.
func TestManyRows(t *testing.T) {
	o := draft()
	for _, p := range everyPlace() {
		for _, of := range []string{"", "60", "70", "80", "90", "full", "partial", "none", "80/none", "90/none"} {
			row := money(standards.Key(standards.EldercareSubsidy), p, 0, 100_00, standards.PerMonth)
			row.Of = of
			o.Rows = append(o.Rows, row)
		}
	}
	tables, err := standards.Published().With(o)
	require.NoError(t, err)
	assert.Len(t, setOf(t, tables, "2020-10-01").Rows(), len(onDay(t, "2020-10-01").Rows())+len(o.Rows))
}
