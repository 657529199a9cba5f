package assistancetest

import (
	"slices"
	"time"

	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
)

// Tables returns valid tables: the published ones, or these with a random draft, a random
// supplement, or other choices of the readings.
func (g *Generator) Tables() *standards.Tables {
	tables := standards.Published()
	if g.oneIn(4) {
		return tables
	}
	if g.oneIn(2) {
		for _, r := range standards.AllReadings() {
			if g.oneIn(3) {
				tables = tables.Choose(pick(g, r.Choices...))
			}
		}
	}
	if g.oneIn(2) {
		tables = lay(tables, g.supplement())
	}
	if g.oneIn(2) {
		tables = lay(tables, g.draft())
	}
	return tables
}

// lay lays o over tables if it can be.
func lay(tables *standards.Tables, o standards.Overlay) *standards.Tables {
	if laid, err := tables.With(o); err == nil {
		return laid
	}
	return tables
}

// supplement is a county's own figures.
func (g *Generator) supplement() standards.Overlay {
	o := standards.Overlay{ID: "supplement", Kind: standards.Supplement, Title: "random"}
	from, until := g.span()
	row := func(k standards.Key, p standards.Place, r standards.Residence, of string, a standards.Amount) {
		if !g.oneIn(4) {
			bound := pick(g, standards.Exactly, standards.Exactly, standards.AtLeast)
			o.Rows = append(o.Rows, standards.Standard{Key: k, Place: p, Residence: r, Of: of, Amount: a, Bound: bound,
				From: from, Until: until})
		}
	}
	divisions := standards.Divisions()
	for _, p := range divisions[len(divisions)/2:] {
		row(standards.Key(standards.DibaoLine), p, standards.Urban, "", g.amount(39_000, 71_000))
		row(standards.Key(standards.DibaoLine), p, standards.Rural, "", g.amount(37_000, 61_000))
	}
	for _, r := range standards.Residences() {
		row(standards.Key(standards.TekunBasic), standards.Zhuzhou, r, "", g.amount(50_000, 90_000))
		if !g.oneIn(2) {
			o.Rows = append(o.Rows, g.graceMonths(r, from, until))
		}
	}
	for s := eldercare.Full; s <= eldercare.None; s++ {
		row(standards.Key(standards.TekunCare), standards.Zhuzhou, 0, s.String(), g.monthly(11_000, 90_000))
	}
	for _, of := range standards.Key(standards.DibaoTopUp).Info().Of {
		if g.oneIn(3) {
			o.Rows = append(o.Rows, g.topUp(of, from, until))
		}
	}
	return o
}

func (g *Generator) graceMonths(r standards.Residence, from, until standards.Date) standards.Standard {
	return standards.Standard{Key: standards.Key(standards.GraceMonths), Place: standards.Zhuzhou, Residence: r,
		Number: standards.Whole(int64(g.Intn(standards.MonthsPerYear + 1))), Bound: standards.Exactly, From: from,
		Until: until}
}

func (g *Generator) topUp(of string, from, until standards.Date) standards.Standard {
	row := standards.Standard{Key: standards.Key(standards.DibaoTopUp), Place: standards.Zhuzhou, Of: of,
		Bound: standards.Exactly, From: from, Until: until}
	switch g.Intn(3) {
	case 0:
		row.Number = standards.Percent(int64(g.Intn(41)))
	case 1:
		row.Number = standards.Fraction{Num: int64(g.Intn(401)), Den: 1000}
	default:
		row.Amount = standards.Fen(int64(g.Intn(20_000)), standards.PerMonth)
	}
	return row
}

// draft is proposed law: lines, rates, ages, grades and the multiple, and sometimes the city's
// figures carried on.
func (g *Generator) draft() standards.Overlay {
	o := standards.Overlay{ID: "draft", Kind: standards.Draft, Title: "random"}
	from, until := g.span()
	if g.oneIn(2) {
		o.Carry = standards.Day(2020, time.December, 31)
	}
	add := func(s standards.Standard) {
		if g.oneIn(2) {
			s.Bound, s.From, s.Until = standards.Exactly, from, until
			o.Rows = append(o.Rows, s)
		}
	}
	categories := standards.Key(standards.TekunGrade).Info().Of
	number := func(k standards.NumberKey, of string, n int) {
		add(standards.Standard{Key: standards.Key(k), Place: standards.China, Of: of, Number: standards.Whole(int64(n))})
	}
	add(standards.Standard{Key: standards.Key(standards.DibaoLine), Place: standards.CityFive,
		Amount: g.amount(55_000, 80_000)})
	add(standards.Standard{Key: standards.Key(standards.DisabilityLiving), Place: standards.CityFive,
		Amount: g.monthly(9_000, 4_000)})
	add(standards.Standard{Key: standards.Key(standards.DisabilityNursing), Place: standards.Zhuzhou, Of: "1",
		Amount: g.monthly(9_000, 4_000)})
	add(standards.Standard{Key: standards.Key(standards.LowIncomeMultiple), Place: standards.China,
		Number: pick(g, standards.Fraction{Num: 2, Den: 1}, standards.Fraction{Num: 5, Den: 4})})
	number(standards.TekunElderAge, "", 55+g.Intn(10))
	number(standards.TekunMinorAge, "", 14+g.Intn(6))
	number(standards.TekunGrade, pick(g, categories...), 1+g.Intn(4))
	number(standards.SinglePersonGrade, pick(g, categories...), 1+g.Intn(4))
	number(standards.NursingGrade, "", 1+g.Intn(4))
	number(standards.LivingGrade, "", 1+g.Intn(4))
	number(standards.SelfCarePartly, "", 1+g.Intn(5))
	add(standards.Standard{Key: standards.Key(standards.AverageAssistance), Place: standards.Zhuzhou,
		Residence: standards.Rural,
		Amount:    g.monthly(20_000, 9_000)})
	if g.oneIn(4) {
		add(standards.Standard{Key: standards.Key(standards.DibaoMinimum), Place: standards.China,
			Amount: g.monthly(2_000, 9_000)})
		for _, band := range g.bands() {
			band.Bound, band.From, band.Until = standards.Exactly, from, until
			o.Rows = append(o.Rows, band)
		}
	}
	for i := range o.Rows {
		if o.Rows[i].Key.IsList() {
			o.Rows[i].Bound = 0
		}
	}
	return o
}

// bands are none to three bands of dibao: the first from no income on, and each pays less than the
// one before it.
func (g *Generator) bands() []standards.Standard {
	var rows []standards.Standard
	from := [...]string{"0", "1200", "3600"}
	for range from {
		sum := g.monthly(9_000, 40_000)
		if g.oneIn(2) {
			rows = append(rows, standards.Standard{Key: standards.Key(standards.DibaoBand), Place: standards.CityFive,
				Amount: sum})
		}
	}
	slices.SortFunc(rows, func(a, b standards.Standard) int { return b.Amount.Compare(a.Amount) })
	for i := range rows {
		rows[i].Of = from[i]
	}
	return rows
}

// span is a run of days that contains most of the days of Day.
func (g *Generator) span() (from, until standards.Date) {
	first, _ := standards.Span()
	return pick(g, first, standards.Day(2020, time.August, 25), standards.Day(2021, time.January, 1)),
		pick(g, standards.Date{}, standards.Day(2021, time.July, 1), standards.Day(2022, time.January, 1))
}

// monthly returns a sum a month of least fen and up to more.
func (g *Generator) monthly(least, more int) standards.Amount {
	return standards.Fen(int64(least+g.Intn(more)), standards.PerMonth)
}

// amount returns a sum of least to most fen a month, stated a month or a year.
func (g *Generator) amount(least, most int) standards.Amount {
	fen := int64(least + g.Intn(most-least))
	if g.oneIn(3) {
		return standards.Fen(fen*standards.MonthsPerYear+int64(g.Intn(standards.MonthsPerYear)), standards.PerYear)
	}
	return standards.Fen(fen, standards.PerMonth)
}
