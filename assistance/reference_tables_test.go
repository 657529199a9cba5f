package assistance_test

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/standards"
)

// referenceTables returns the tables of g, half of the time with a draft laid over them that restates anything: lists, classes, and
// figures, of any place, exact or as floors.
func referenceTables(g *assistancetest.Generator) *standards.Tables {
	tables := g.Tables()
	if g.Intn(2) == 0 {
		return tables
	}
	laid, err := tables.With(wildDraft(g))
	if err != nil {
		return tables // it conflicts with what g laid
	}
	return laid
}

func wildDraft(g *assistancetest.Generator) standards.Overlay {
	var rows []standards.Standard
	from, _ := standards.Span()
	places := []standards.Place{standards.China, standards.China, standards.Zhuzhou, standards.CityFive, standards.CountyFive, standards.Tianyuan, standards.Youxian}
	add := func(s standards.Standard) {
		if g.Intn(6) == 0 {
			s.From = from
			if s.Place == standards.China {
				s.Place = places[g.Intn(len(places))]
			}
			if !s.Key.IsList() {
				s.Bound = standards.Bound(1 + g.Intn(2))
			}
			rows = append(rows, s)
		}
	}
	month := func(fen int) standards.Amount {
		return standards.Fen(int64(fen+g.Intn(fen)), standards.PerMonth)
	}
	money := func(fen int) standards.Amount {
		if g.Intn(2) == 0 {
			return standards.Fen(month(fen).Annual()+int64(g.Intn(12)), standards.PerYear)
		}
		return month(fen)
	}
	for _, info := range standards.Keys() {
		if !info.Key.IsList() || info.Key == standards.Key(standards.SelfCareActivity) {
			continue
		}
		for _, of := range slices.Concat(info.Of, []string{""}) {
			if of != "" || !info.OfNeeded {
				add(standards.Standard{Key: info.Key, Place: standards.China, Of: of})
			}
		}
	}
	number := func(k standards.NumberKey, most int) {
		info := standards.Key(k).Info()
		of := ""
		if info.OfNeeded {
			of = info.Of[g.Intn(len(info.Of))]
		}
		add(standards.Standard{Key: info.Key, Place: standards.China, Of: of, Number: standards.Whole(int64(g.Intn(most)))})
	}
	number(standards.TekunGrade, 7)
	number(standards.SinglePersonGrade, 7)
	number(standards.NursingGrade, 7)
	number(standards.LivingGrade, 7)
	number(standards.TopUpGrade, 7)
	number(standards.TopUpElderAge, 90)
	number(standards.TopUpMinorAge, 90)
	number(standards.MinorAge, 40)
	add(standards.Standard{Key: standards.Key(standards.TekunBasicMultiple), Place: standards.China, Number: standards.Fraction{Num: int64(1 + g.Intn(20)), Den: 7}})
	add(standards.Standard{Key: standards.Key(standards.DibaoMinimum), Place: standards.China, Amount: month(3_000)})
	for i, from := range []string{"0", "1200", "3600.5"} { // a band pays less than the one below: month adds up to half
		pay := 27_000 >> (2 * i)
		add(standards.Standard{Key: standards.Key(standards.DibaoBand), Place: standards.Youxian, Of: from, Amount: month(pay)})
		add(standards.Standard{Key: standards.Key(standards.DibaoBand), Place: standards.Tianyuan, Residence: standards.Rural, Of: from, Amount: month(pay)})
	}
	add(standards.Standard{Key: standards.Key(standards.LowIncomeMultiple), Place: standards.China, Number: standards.Fraction{Num: int64(1 + g.Intn(30)), Den: 7}})
	for _, p := range standards.Divisions() {
		for _, r := range standards.Residences() {
			add(standards.Standard{Key: standards.Key(standards.DibaoLine), Place: p, Residence: r, Amount: money(40_000)})
			add(standards.Standard{Key: standards.Key(standards.TekunBasic), Place: p, Residence: r, Amount: money(50_000)})
			add(standards.Standard{Key: standards.Key(standards.AverageAssistance), Place: p, Residence: r, Amount: month(20_000)})
			add(standards.Standard{Key: standards.Key(standards.GraceMonths), Place: p, Residence: r, Number: standards.Whole(6)})
			add(standards.Standard{Key: standards.Key(standards.LowIncomeLine), Place: p, Residence: r, Amount: money(60_000)})
		}
		for _, k := range []standards.RateKey{standards.DisabilityLiving, standards.DisabilityNursing, standards.TekunCare, standards.DibaoTopUp} {
			info := standards.Key(k).Info()
			classes := info.Of
			if k == standards.DibaoTopUp {
				classes = append(classes, "elderly/80", "minor/6", "severe-disability/1")
			}
			for _, of := range classes {
				s := standards.Standard{Key: info.Key, Place: p, Of: of, Amount: month(7_000)}
				if k == standards.DibaoTopUp && g.Intn(2) == 0 {
					s.Amount, s.Number = standards.Amount{}, standards.Percent(int64(g.Intn(50)))
				}
				add(s)
			}
		}
	}
	return standards.Overlay{ID: "wild", Kind: standards.Draft, Title: "random", Rows: rows}
}
