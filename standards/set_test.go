package standards_test

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

func TestNotOnRecordErrorText(t *testing.T) {
	set := onDay(t, "2020-10-01")
	for _, tt := range []struct {
		err    error
		en, zh string
	}{
		{second(set.Rate(standards.TekunBasic, standards.Youxian, standards.Urban, "")),
			"basic living standard of tekun support of Youxian, urban is not on record on 2020-10-01", "2020-10-01攸县城市特困人员基本生活标准无据可查"},
		{second(set.Rate(standards.TekunCare, standards.Hetang, 0, "partial")),
			"care standard of tekun support, by self-care (partial) of Hetang is not on record on 2020-10-01", "2020-10-01荷塘区特困人员照料护理标准 (partial)无据可查"},
	} {
		var missing *standards.NotOnRecordError
		require.True(t, errors.As(tt.err, &missing))
		assert.Equal(t, "standards: "+tt.en, tt.err.Error())
		assert.Equal(t, tt.en, missing.Text(standards.English))
		assert.Equal(t, tt.zh, missing.Text(standards.Chinese))
	}
}

func second[T any](_ T, err error) error { return err }

// What is asked of a Set outside its keys, places and words is not on record, and nothing panics.
func TestSetAnswersAnyQuestion(t *testing.T) {
	var zero standards.Set
	for _, set := range []*standards.Set{onDay(t, "2020-10-01"), &zero} {
		for k := range 256 {
			for _, p := range []standards.Place{0, 3, 430222, standards.Elsewhere, standards.China, standards.Hetang, 1<<32 - 1} {
				for _, r := range []standards.Residence{0, standards.Urban, standards.Rural, 3, 255} {
					for _, of := range []string{"", "1", "no-such-word", strings.Repeat("x", 1000)} {
						_, _ = set.Find(standards.Key(k), p, r, of)
						_ = standards.Key(k).StatedFor2020(p, r, of)
					}
					_, errLine := set.Line(standards.LineKey(k), p, r)
					_, errRate := set.Rate(standards.RateKey(k), p, r, "")
					_, errAverage := set.Average(standards.AverageKey(k), p, r)
					_, errNumber := set.Number(standards.NumberKey(k), p, r, "")
					for _, err := range []error{errLine, errRate, errAverage, errNumber} {
						if err != nil {
							assert.NotEmpty(t, err.Error())
						}
					}
				}
			}
			_ = set.OpenIncome(standards.IncomeListReading, standards.ListKey(k), standards.Residence(k))
			_ = set.Choice(standards.Reading(k))
			_ = set.Open(standards.Reading(k))
		}
	}
	_, err := zero.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	var missing *standards.NotOnRecordError
	assert.ErrorAs(t, err, &missing, "in the zero Set nothing is on record")
	assert.Empty(t, zero.Rows())
	assert.Equal(t, standards.UpToFen, zero.Choice(standards.RoundingReading))

	var tables standards.Tables
	assert.Equal(t, standards.Published().Choices(), tables.Choices(), "the zero Tables are the published ones")
	set := setOf(t, &tables, "2020-10-01")
	assert.Equal(t, onDay(t, "2020-10-01").Digest(), set.Digest())
}

func TestSetReturnsCopies(t *testing.T) {
	set := onDay(t, "2020-10-01")
	rows, digest := set.Rows(), set.Digest()
	for i := range rows {
		rows[i] = standards.Standard{}
	}
	line, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	require.NoError(t, err)
	line.Amount = standards.Amount{}
	again, err := set.Line(standards.DibaoLine, standards.Hetang, standards.Urban)
	require.NoError(t, err)
	assert.Equal(t, standards.Fen(600_00, standards.PerMonth), again.Amount)
	assert.Equal(t, digest, set.Digest())
	assert.NotEqual(t, standards.Standard{}, set.Rows()[0])
}

// Two Sets of one day, rows and choices have one digest; whatever field of a row differs, the digests differ.
func TestDigest(t *testing.T) {
	assert.Equal(t, onDay(t, "2020-10-01").Digest(), onDay(t, "2020-10-01").Digest())
	assert.NotEqual(t, onDay(t, "2020-10-01").Digest(), onDay(t, "2020-10-02").Digest(), "the day")

	row := standards.Standard{Key: standards.Key(standards.DisabilityLiving), Place: standards.Youxian, Of: "1", Amount: standards.Fen(90_00, standards.PerMonth),
		Bound: standards.Exactly, From: date(t, "2020-03-01"), Until: date(t, "2021-01-01"), Basis: standards.Basis{Clause: "2", Printed: "90元"}}
	digest := func(id string, row standards.Standard) standards.Digest {
		tables, err := standards.Published().With(standards.Overlay{ID: id, Kind: standards.Draft, Rows: []standards.Standard{row}})
		require.NoError(t, err)
		return setOf(t, tables, "2020-10-01").Digest()
	}
	seen := map[standards.Digest]string{digest("own", row): "the row itself"}
	for name, change := range map[string]func(*standards.Standard){
		"Key":            func(s *standards.Standard) { s.Key = standards.Key(standards.DisabilityNursing) },
		"Place":          func(s *standards.Standard) { s.Place = standards.Chaling },
		"Of":             func(s *standards.Standard) { s.Of = "2" },
		"no Of":          func(s *standards.Standard) { s.Of = "" },
		"Amount":         func(s *standards.Standard) { s.Amount = standards.Fen(90_01, standards.PerMonth) },
		"Bound":          func(s *standards.Standard) { s.Bound = standards.AtLeast },
		"From":           func(s *standards.Standard) { s.From = date(t, "2020-03-02") },
		"Until":          func(s *standards.Standard) { s.Until = date(t, "2021-01-02") },
		"no Until":       func(s *standards.Standard) { s.Until = standards.Date{} },
		"Basis.Clause":   func(s *standards.Standard) { s.Basis.Clause = "3" },
		"Basis.Printed":  func(s *standards.Standard) { s.Basis.Printed = "九十元" },
		"a field joined": func(s *standards.Standard) { s.Basis.Clause, s.Basis.Printed = "290元", "" },
		"Residence": func(s *standards.Standard) {
			*s = standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban,
				Amount: standards.Fen(90_00, standards.PerYear), From: s.From}
		},
		"the other Residence": func(s *standards.Standard) {
			*s = standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural,
				Amount: standards.Fen(90_00, standards.PerYear), From: s.From}
		},
		"Period": func(s *standards.Standard) {
			*s = standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural,
				Amount: standards.Fen(90_00, standards.PerMonth), From: s.From}
		},
		"Number": func(s *standards.Standard) {
			*s = standards.Standard{Key: standards.Key(standards.TekunElderAge), Place: standards.Youxian, Number: standards.Whole(61), From: s.From}
		},
		"another Number": func(s *standards.Standard) {
			*s = standards.Standard{Key: standards.Key(standards.TekunElderAge), Place: standards.Youxian, Number: standards.Whole(62), From: s.From}
		},
		"an entry": func(s *standards.Standard) {
			*s = standards.Standard{Key: standards.Key(standards.Grace), Place: standards.Youxian, Residence: standards.Rural, From: s.From}
		},
	} {
		changed := row
		change(&changed)
		d := digest("own", changed)
		assert.Empty(t, seen[d], "%s and %s", name, seen[d])
		seen[d] = name
	}
	assert.Empty(t, seen[digest("other", row)], "the document")
	assert.Equal(t, "the row itself", seen[digest("own", row)])

	carried, err := standards.Published().With(standards.Overlay{ID: "carry", Kind: standards.Draft, Carry: date(t, "2020-12-31")})
	require.NoError(t, err)
	assert.NotEqual(t, setOf(t, carried, "2021-03-01").Digest(), onDay(t, "2021-03-01").Digest(), "what is carried")
	assert.NotEqual(t, setOf(t, carried, "2021-03-01").Digest(), setOf(t, standards.Published().Choose(standards.UntilReplaced), "2021-03-01").Digest(), "is not what applies")
}

func TestDigestText(t *testing.T) {
	d := onDay(t, "2020-10-01").Digest()
	assert.Len(t, d.String(), 64)
	text, err := json.Marshal(map[string]standards.Digest{"none": {}, "some": d})
	require.NoError(t, err)
	assert.Equal(t, `{"none":"","some":"`+d.String()+`"}`, string(text))
	var back map[string]standards.Digest
	require.NoError(t, json.Unmarshal(text, &back))
	assert.Equal(t, map[string]standards.Digest{"none": {}, "some": d}, back)
	for _, bad := range []string{"x", d.String()[1:], d.String() + "0", d.String() + "00", strings.Repeat("g", 64), strings.Repeat("0", 1000)} {
		var fault *standards.WordError
		assert.ErrorAs(t, d.UnmarshalText([]byte(bad)), &fault, bad)
	}
}

func TestDiff(t *testing.T) {
	show := func(changes []standards.Change) []string {
		var all []string
		for _, c := range changes {
			at, was, is := c.After, "-", "-"
			if c.Before.Key != 0 {
				at, was = c.Before, value(c.Before)
			}
			if c.After.Key != 0 {
				is = value(c.After)
			}
			all = append(all, strings.Join(strings.Fields(strings.Join([]string{at.Key.String(), at.Place.String(), at.Residence.String(), at.Of}, " ")), " ")+": "+was+" -> "+is)
		}
		return all
	}
	assert.Empty(t, standards.Diff(onDay(t, "2020-01-01"), onDay(t, "2020-06-02")))
	assert.Equal(t, []string{
		"low-income-multiple china: - -> 3/2 exactly",
		"tekun-minor-age china: 16 exactly -> 18 exactly",
		"single-person-grade china visual: - -> 2 exactly",
		"single-person-grade china hearing: - -> 2 exactly",
		"single-person-grade china speech: - -> 2 exactly",
		"single-person-grade china physical: - -> 2 exactly",
		"single-person-grade china intellectual: - -> 3 exactly",
		"single-person-grade china mental: - -> 3 exactly",
	}, show(standards.Diff(onDay(t, "2020-06-02"), onDay(t, "2020-06-03"))), "69号")
	assert.Equal(t, []string{
		"job-costs china on-dibao: - -> listed",
		"grace china work: - -> listed",
	}, show(standards.Diff(onDay(t, "2020-08-24"), onDay(t, "2020-08-25"))), "the 2020-08 text")
	ended := show(standards.Diff(onDay(t, "2020-12-31"), onDay(t, "2021-01-01")))
	assert.Len(t, ended, len(workPoints)+4, "and the grace of item 6, the province's rural floor and its two rates")
	assert.Equal(t, "dibao-line city-five: 600.00 a month exactly -> -", ended[0])
	assert.Contains(t, ended, "dibao-line 430000 rural: 4000.00 a year at-least -> 4300.00 a year at-least")
	assert.Equal(t, []string{
		"dibao-line city-five: - -> 650.00 a month exactly",
		"dibao-line county-five urban: - -> 600.00 a month exactly",
		"dibao-line county-five rural: - -> 4600.00 a year at-least",
		"dibao-line 430000 urban: 550.00 a month at-least -> -",
		"dibao-line 430000 rural: 4300.00 a year at-least -> -",
		"disability-living city-five: - -> 100.00 a month exactly",
		"disability-living county-five: - -> 80.00 a month exactly",
		"disability-living 430000: 70.00 a month at-least -> -",
		"disability-nursing city-five: - -> 100.00 a month exactly",
		"disability-nursing county-five: - -> 80.00 a month exactly",
		"disability-nursing 430000: 70.00 a month at-least -> -",
	}, show(standards.Diff(onDay(t, "2021-12-31"), onDay(t, "2022-01-01"))), "2022")
	assert.Equal(t, []string{"dibao-line 430000 urban: 500.00 a month at-least -> 550.00 a month at-least"}, show(standards.Diff(onDay(t, "2020-10-31"), onDay(t, "2020-11-01"))))

	row := func(k standards.RateKey, p standards.Place, fen int64) standards.Standard {
		return standards.Standard{Key: standards.Key(k), Place: p, Amount: standards.Fen(fen, standards.PerMonth), From: date(t, "2020-01-01")}
	}
	tables, err := standards.Published().With(standards.Overlay{ID: "reform", Kind: standards.Draft, Rows: []standards.Standard{
		row(standards.DisabilityLiving, standards.CityFive, 120_00), row(standards.DisabilityNursing, standards.CityFive, 100_00),
		row(standards.DisabilityLiving, standards.Youxian, 90_00), row(standards.TekunBasic, standards.Zhuzhou, 780_00),
	}})
	require.NoError(t, err)
	assert.Equal(t, []string{
		"disability-living 430223: - -> 90.00 a month exactly",
		"disability-living city-five: 100.00 a month exactly -> 120.00 a month exactly",
		"tekun-basic 430200: - -> 780.00 a month exactly",
	}, show(standards.Diff(onDay(t, "2020-10-01"), setOf(t, tables, "2020-10-01"))), "a restated figure that is the same is no change")
	back := standards.Diff(setOf(t, tables, "2020-10-01"), onDay(t, "2020-10-01"))
	assert.Equal(t, "disability-living 430223: 90.00 a month exactly -> -", show(back)[0])
}

// One Set serves any number of goroutines.
func TestSetIsSafeForConcurrentUse(t *testing.T) {
	tables, err := standards.Published().With(standards.Overlay{ID: "own", Kind: standards.Supplement})
	require.NoError(t, err)
	set := setOf(t, tables, "2020-10-01")
	want := set.Digest()
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			for range 50 {
				for _, p := range standards.Divisions() {
					if line, err := set.Line(standards.DibaoLine, p, standards.Rural); err != nil || !line.Amount.Stated() {
						t.Errorf("%s: %v", p, err)
					}
				}
				if own, err := tables.At(set.Day()); err != nil || own.Digest() != want || set.Digest() != want {
					t.Errorf("another digest: %v", err)
				}
				if len(set.Rows()) == 0 || len(tables.All()) == 0 {
					t.Error("no rows")
				}
				if chosen := tables.Choose(standards.EachPerson); chosen.Choices() == tables.Choices() {
					t.Error("Choose changed its receiver")
				}
				if made := set.Derived(keyOfForm, func(s *standards.Set) any { return &form{s.Day()} }).(*form); made.day != set.Day() {
					t.Errorf("derived %v", made)
				}
				_, _, _ = set.OpenIncome(standards.IncomeListReading, standards.DibaoNotIncome, standards.Rural), tables.Overlays(), set.Refs()
			}
		})
	}
	wg.Wait()
}

// form and otherForm are forms of a Set that two packages might make.
type (
	form      struct{ day standards.Date }
	otherForm struct{ day standards.Date }
)

const (
	keyOfForm      = "form"
	keyOfOtherForm = "other form"
)

// What one package derives of a Set is made once, whoever else derives something else of it, before or in between.
func TestDerived(t *testing.T) {
	set, made := onDay(t, "2020-10-01"), 0
	derive := func(s *standards.Set) any {
		made++
		return &form{s.Day()}
	}
	other := set.Derived(keyOfOtherForm, func(s *standards.Set) any {
		s.Derived(keyOfForm, derive) // what is derived may go by something else that is
		return &otherForm{s.Day()}
	})
	first := set.Derived(keyOfForm, derive).(*form)
	assert.Equal(t, 1, made)
	assert.Equal(t, set.Day(), first.day)
	assert.Same(t, first, set.Derived(keyOfForm, derive))
	assert.Same(t, other, set.Derived(keyOfOtherForm, func(*standards.Set) any { return nil }))
	assert.Equal(t, 1, made)
	assert.Equal(t, standards.Date{}, (*standards.Set)(nil).Derived(keyOfForm, derive).(*form).day)
	assert.Equal(t, standards.Date{}, new(standards.Set).Derived(keyOfForm, derive).(*form).day)
	assert.NotSame(t, first, onDay(t, "2020-10-01").Derived(keyOfForm, derive))
	assert.Nil(t, set.Derived("no build", nil))
	var inner any
	outer := onDay(t, "2020-10-01").Derived(keyOfForm, func(s *standards.Set) any {
		inner = s.Derived(keyOfForm, derive) // as if by another goroutine, in the time that this takes
		return &form{}
	})
	assert.Same(t, inner, outer, "of two that are made, the first is kept")
}

func TestLookUpsDoNotAllocate(t *testing.T) {
	set := onDay(t, "2020-10-01")
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		line, _ := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
		rate, _ := set.Rate(standards.DisabilityLiving, standards.Youxian, standards.Rural, "2")
		sinkAmount = max(line.Amount.Annual(), rate.Amount.Annual())
	}))
}

var (
	sinkSet    *standards.Set
	sinkAmount int64
	sinkForm   *form
)

func BenchmarkAt(b *testing.B) {
	day := date(b, "2020-10-01")
	b.ReportAllocs()
	for b.Loop() {
		sinkSet, _ = standards.At(day)
	}
}

func BenchmarkDerived(b *testing.B) {
	set := onDay(b, "2020-10-01")
	b.ReportAllocs()
	for b.Loop() {
		sinkForm = set.Derived(keyOfForm, func(s *standards.Set) any { return &form{s.Day()} }).(*form)
	}
}

func BenchmarkLine(b *testing.B) {
	set := onDay(b, "2020-10-01")
	b.ReportAllocs()
	for b.Loop() {
		line, _ := set.Line(standards.DibaoLine, standards.Youxian, standards.Rural)
		sinkAmount = line.Amount.Annual()
	}
}

func BenchmarkRate(b *testing.B) {
	set := onDay(b, "2020-10-01")
	b.ReportAllocs()
	for b.Loop() {
		rate, _ := set.Rate(standards.DisabilityLiving, standards.Youxian, standards.Rural, "2")
		sinkAmount = rate.Amount.Annual()
	}
}
