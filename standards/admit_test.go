package standards_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// Each fault of a tables file, as it is told in both languages.
func TestWithRefuses(t *testing.T) {
	earlier := standards.Overlay{ID: "earlier", Kind: standards.Draft, Choices: []standards.Choice{standards.UpToYuan},
		Rows: []standards.Standard{ownLine(), with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence, s.Bound = standards.Key(standards.DisabilityLiving), standards.CountyFive, 0, standards.AtLeast
			s.Amount = standards.Fen(95_00, standards.PerMonth)
		})}}
	changed := func(change func(*standards.Standard)) standards.Overlay { return draft(with(change)) }
	file := func(change func(*standards.Overlay)) standards.Overlay {
		o := draft(ownLine())
		change(&o)
		return o
	}
	tests := []struct {
		why   string
		laid  []standards.Overlay
		fault string
		text  string // in English
		zh    string // in it
	}{
		{"no id", []standards.Overlay{file(func(o *standards.Overlay) { o.ID = "" })}, "id",
			": id: the id is empty, taken, or not 1 to 64 letters, digits, - . _", "编号"},
		{"an id with a space", []standards.Overlay{file(func(o *standards.Overlay) { o.ID = "a b" })}, "id", `a b: id "a b": the id is empty`, "编号"},
		{"an id in other letters", []standards.Overlay{file(func(o *standards.Overlay) { o.ID = "攸县" })}, "id", "the id is empty", "编号"},
		{"an id too long", []standards.Overlay{file(func(o *standards.Overlay) { o.ID = strings.Repeat("a", 65) })}, "id", "…(65)\": the id is empty", "编号"},
		{"the id of a published document", []standards.Overlay{file(func(o *standards.Overlay) { o.ID = "order-649" })}, "id", `order-649: id "order-649"`, "编号"},
		{"the id of another file", []standards.Overlay{draft(), draft()}, "id", `own: id "own"`, "编号"},
		{"no kind", []standards.Overlay{file(func(o *standards.Overlay) { o.Kind = 0 })}, "kind", "own: kind: is neither a draft nor a supplement", "草案"},
		{"no such kind", []standards.Overlay{file(func(o *standards.Overlay) { o.Kind = 9 })}, "kind", "is neither", "补充"},
		{"no such choice", []standards.Overlay{file(func(o *standards.Overlay) { o.Choices = []standards.Choice{0} })}, "choice", "own: readings: is no choice", "读法"},
		{"two choices of one reading", []standards.Overlay{file(func(o *standards.Overlay) { o.Choices = []standards.Choice{standards.UpToFen, standards.UpToYuan} })},
			"choice", `own: readings "up-to-yuan": is no choice of a reading, or a second one of the same`, "读法"},
		{"carry before the span", []standards.Overlay{file(func(o *standards.Overlay) { o.Carry = standards.Day(2019, time.December, 31) })}, "carry",
			`own: carry "2019-12-31": is outside the days of the tables`, "沿用"},
		{"carry on no day", []standards.Overlay{file(func(o *standards.Overlay) { o.Carry = standards.Day(2020, time.February, 30) })}, "carry", "carry", "沿用"},
		{"no key", []standards.Overlay{changed(func(s *standards.Standard) { s.Key = 0 })}, "key", "own: rows[0].key: is no key", "项目"},
		{"no such key", []standards.Overlay{changed(func(s *standards.Standard) { s.Key = 255 })}, "key", "own: rows[0].key: is no key", "项目"},
		{"no place", []standards.Overlay{changed(func(s *standards.Standard) { s.Place = 0 })}, "place", `own: rows[0].place "0": is no place`, "地方"},
		{"elsewhere", []standards.Overlay{changed(func(s *standards.Standard) { s.Place = standards.Elsewhere })}, "place", "is no place", "地方"},
		{"no such kind of hukou", []standards.Overlay{changed(func(s *standards.Standard) { s.Residence = 3 })}, "residence", "own: rows[0].residence", "城乡"},
		{"a kind of hukou for a subsidy", []standards.Overlay{changed(func(s *standards.Standard) { s.Key = standards.Key(standards.DisabilityLiving) })},
			"residence", `own: rows[0].residence "urban": the key does not go by kind of hukou`, "城乡"},
		{"a class for a line", []standards.Overlay{changed(func(s *standards.Standard) { s.Of = "1" })}, "of", `own: rows[0].of "1": is not a class of this key`, "类别"},
		{"a class missing", []standards.Overlay{draft(money(standards.Key(standards.TekunCare), standards.Youxian, 0, 100_00, standards.PerMonth))}, "of",
			"own: rows[0].of: is not a class of this key, or the class it needs is missing", "类别"},
		{"a percent for a line", []standards.Overlay{changed(func(s *standards.Standard) { s.Amount, s.Number = standards.Amount{}, standards.Percent(50) })},
			"number", `own: rows[0].yuan "50%"`, "范围"},
		{"money for an age", []standards.Overlay{draft(money(standards.Key(standards.TekunElderAge), standards.China, 0, 60_00, standards.PerMonth))}, "form",
			`own: rows[0].yuan "60.00 a month": the value is not written as this key's is`, "写法"},
		{"money and a number", []standards.Overlay{changed(func(s *standards.Standard) { s.Number = standards.Whole(1) })}, "form", "is not written", "写法"},
		{"neither", []standards.Overlay{changed(func(s *standards.Standard) { s.Amount = standards.Amount{} })}, "form", "own: rows[0].yuan: the value is not written", "写法"},
		{"neither, of a ratio", []standards.Overlay{draft(number(standards.LowIncomeMultiple, standards.Fraction{}))}, "form", "own: rows[0].ratio: the value", "写法"},
		{"a negative amount", []standards.Overlay{changed(func(s *standards.Standard) { s.Amount = standards.Fen(-1, standards.PerMonth) })}, "amount",
			`own: rows[0].yuan "-0.01 a month": is not a usable amount`, "金额"},
		{"an amount too large", []standards.Overlay{changed(func(s *standards.Standard) { s.Amount = standards.Fen(1<<62, standards.PerMonth) })}, "amount", "is not a usable", "金额"},
		{"a line of nothing", []standards.Overlay{changed(func(s *standards.Standard) { s.Amount = standards.Fen(0, standards.PerMonth) })}, "amount", "0.00 a month", "金额"},
		{"a year where the key is monthly", []standards.Overlay{draft(money(standards.Key(standards.DisabilityLiving), standards.Youxian, 0, 1200_00, standards.PerYear))},
			"period", `own: rows[0].per "year": the key's amounts are for a month`, "按月"},
		{"no period", []standards.Overlay{changed(func(s *standards.Standard) { s.Amount = standards.Fen(500_00, 0) })}, "period", "own: rows[0].per", "按月"},
		{"a ratio of nothing", []standards.Overlay{draft(number(standards.LowIncomeMultiple, standards.Fraction{Num: 0, Den: 1}))}, "number",
			`own: rows[0].ratio "0": is out of range for this key`, "范围"},
		{"a ratio over nothing below", []standards.Overlay{draft(number(standards.LowIncomeMultiple, standards.Fraction{Num: 3, Den: -2}))}, "number", "is out of range", "范围"},
		{"an age of a thousand", []standards.Overlay{draft(number(standards.TekunElderAge, standards.Whole(1000)))}, "number", `own: rows[0].age "1000"`, "范围"},
		{"half an age", []standards.Overlay{draft(number(standards.TekunElderAge, standards.Fraction{Num: 121, Den: 2}))}, "number", `rows[0].age "121/2"`, "范围"},
		{"more than all", []standards.Overlay{draft(number(standards.NursingBedShare, standards.Percent(101)))}, "number", `own: rows[0].percent "101%"`, "范围"},
		{"a negative count", []standards.Overlay{draft(number(standards.TekunBeds, standards.Whole(-1)))}, "number", `own: rows[0].count "-1"`, "范围"},
		{"a number for a list", []standards.Overlay{draft(number(standards.NumberKey(standards.Grace), standards.Whole(1)))}, "number", "is out of range", "范围"},
		{"no such bound", []standards.Overlay{changed(func(s *standards.Standard) { s.Bound = 3 })}, "bound", "own: rows[0].bound: states no bound", "下限"},
		{"no first day", []standards.Overlay{changed(func(s *standards.Standard) { s.From = standards.Date{} })}, "from", "own: rows[0].from: states no first day", "起始"},
		{"a first day that is none", []standards.Overlay{changed(func(s *standards.Standard) { s.From = standards.Day(2020, time.June, 31) })}, "from", "2020-06-31", "起始"},
		{"an empty span", []standards.Overlay{changed(func(s *standards.Standard) { s.Until = s.From })}, "until",
			`own: rows[0].until "2020-07-01": the span is empty: until is not after from`, "截止"},
		{"a span backwards", []standards.Overlay{changed(func(s *standards.Standard) { s.Until = standards.Day(2020, time.June, 30) })}, "until", "the span is empty", "截止"},
		{"a supplement for the national rule", []standards.Overlay{supplement(number(standards.TekunElderAge, standards.Whole(55)))}, "national",
			`own: rows[0].key "tekun-elder-age": a supplement never touches a national rule`, "国家和省的规定"},
		{"a supplement for the country", []standards.Overlay{supplement(money(standards.Key(standards.TekunBasic), standards.China, 0, 780_00, standards.PerMonth))},
			"national", `own: rows[0].key "tekun-basic"`, "国家和省的规定"},
		{"a supplement restates an exact figure", []standards.Overlay{supplement(money(standards.Key(standards.DibaoLine), standards.Hetang, standards.Urban, 650_00, standards.PerMonth))},
			"on-record", "own: rows[0] \"dibao-line@430202 urban 650.00 a month\": an exact figure is on record; a supplement cannot restate it (dibao-line@city-five 600.00 a month 2020-01-01..2020-12-31)", "确定的标准"},
		{"a supplement below a floor", []standards.Overlay{supplement(money(standards.Key(standards.DibaoLine), standards.Youxian, standards.Rural, 359_99, standards.PerMonth))},
			"below-floor", `own: rows[0].yuan "359.99 a month": is below the floor that holds there (dibao-line@county-five rural 4320.00 a year at-least 2020-01-01..2020-12-31)`, "下限"},
		{"a supplement below a floor for one grade", []standards.Overlay{supplement(with(func(s *standards.Standard) {
			s.Key, s.Residence, s.Of, s.Amount = standards.Key(standards.DisabilityNursing), 0, "1", standards.Fen(79_99, standards.PerMonth)
		}))}, "below-floor", `own: rows[0].yuan "79.99 a month": is below the floor that holds there (disability-nursing@county-five 80.00 a month at-least 2020-01-01..2020-12-31)`, "下限"},
		{"a supplement restates an exact figure for one grade", []standards.Overlay{supplement(with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence, s.Of, s.Amount = standards.Key(standards.DisabilityLiving), standards.Hetang, 0, "1", standards.Fen(120_00, standards.PerMonth)
		}))}, "on-record", "a supplement cannot restate it (disability-living@city-five 100.00 a month 2020-01-01..2020-12-31)", "确定的标准"},
		{"a supplement strikes an entry out", []standards.Overlay{supplement(strike("veterans-pension"))}, "strike",
			`own: rows[0].strike "veterans-pension": only a draft strikes an entry out of a list, and with the clause that does so`, "删去"},
		{"an entry struck out under no clause", []standards.Overlay{draft(func() standards.Standard { s := strike("reward"); s.Basis.Clause = ""; return s }())}, "strike",
			`own: rows[0].strike "reward"`, "条款"},
		{"a line struck out", []standards.Overlay{changed(func(s *standards.Standard) { s.Struck = true })}, "strike", "own: rows[0].strike", "草案"},
		{"a supplement for the province", []standards.Overlay{supplement(with(func(s *standards.Standard) { s.Place = standards.Hunan }))}, "national",
			`own: rows[0].key "dibao-line": a supplement never touches a national rule, nor one of the province`, "国家"},
		{"a supplement below the province's floor", []standards.Overlay{supplement(with(func(s *standards.Standard) { s.Amount = standards.Fen(499_99, standards.PerMonth) }))},
			"below-floor", `own: rows[0].yuan "499.99 a month": is below the floor that holds there (dibao-line@430000 urban 500.00 a month at-least 2020-01-01..2020-10-31)`, "下限"},
		{"a supplement that a later floor of the province passes", []standards.Overlay{supplement(with(func(s *standards.Standard) { s.Amount = standards.Fen(549_99, standards.PerMonth) }))},
			"below-floor", `(dibao-line@430000 urban 550.00 a month at-least 2020-11-01..2021-12-31)`, "下限"},
		{"a supplement without an end, of what the city states from 2022 on", []standards.Overlay{supplement(with(func(s *standards.Standard) { s.Until = standards.Date{} }))},
			"on-record", `(dibao-line@county-five urban 600.00 a month 2022-01-01..)`, "确定的标准"},
		{"one figure twice", []standards.Overlay{draft(ownLine(), with(func(s *standards.Standard) {
			s.From = standards.Day(2020, time.December, 31)
			s.Until = standards.Date{}
		}))},
			"overlap", "own: rows[1] \"dibao-line@430223 urban 560.00 a month\": states one figure twice for one place and time (rows[0])", "两次"},
		{"one figure twice, once for both kinds", []standards.Overlay{draft(ownLine(), with(func(s *standards.Standard) { s.Residence = 0 }))}, "overlap", "rows[0]", "两次"},
		{"one figure in two files", []standards.Overlay{earlier, changed(func(s *standards.Standard) { s.Amount = standards.Fen(570_00, standards.PerMonth) })},
			"conflict", "own: rows[0] \"dibao-line@430223 urban 570.00 a month\": conflicts with what another file states for the same place and time " +
				"(earlier: rows[0] dibao-line@430223 urban 560.00 a month)", "冲突"},
		{"two choices in two files", []standards.Overlay{earlier, {ID: "own", Kind: standards.Draft, Choices: []standards.Choice{standards.UpToFen}}}, "conflict",
			`own: readings "up-to-fen": conflicts with what another file states for the same place and time (earlier: up-to-yuan)`, "冲突"},
		{"below a floor of another file", []standards.Overlay{earlier, supplement(until(money(standards.Key(standards.DisabilityLiving), standards.Youxian, 0, 90_00, standards.PerMonth), 2021))},
			"below-floor", "own: rows[0] \"disability-living@430223 90.00 a month\": is below the floor that holds there " +
				"(earlier: rows[1] disability-living@county-five 95.00 a month at-least)", "下限"},
		{"a wider floor above a county's own figure", []standards.Overlay{
			{ID: "county", Kind: standards.Supplement, Rows: []standards.Standard{until(money(standards.Key(standards.DisabilityLiving), standards.Youxian, 0, 90_00, standards.PerMonth), 2021)}},
			draft(with(func(s *standards.Standard) {
				s.Key, s.Place, s.Residence, s.Bound = standards.Key(standards.DisabilityLiving), standards.Zhuzhou, 0, standards.AtLeast
				s.Amount = standards.Fen(100_00, standards.PerMonth)
			}))}, "below-floor", "county: rows[0] \"disability-living@430223 90.00 a month\": is below the floor that holds there " +
			"(own: rows[0] disability-living@430200 100.00 a month at-least)", "下限"},
		{"a carry of another day", []standards.Overlay{{ID: "earlier", Kind: standards.Draft, Carry: standards.Day(2020, time.June, 30)},
			{ID: "own", Kind: standards.Draft, Carry: standards.Day(2020, time.December, 31)}}, "conflict",
			`own: carry "2020-12-31": conflicts with what another file states for the same place and time (earlier: 2020-06-30)`, "冲突"},
		{"a grade that there is not", []standards.Overlay{draft(with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence, s.Of, s.Amount, s.Number = standards.Key(standards.TekunGrade), standards.China, 0, "visual", standards.Amount{}, standards.Whole(5)
		}))}, "number", `own: rows[0].count "5": is out of range for this key`, "范围"},
		{"more activities than there are", []standards.Overlay{draft(number(standards.SelfCarePartly, standards.Whole(7)))}, "number",
			`own: rows[0].count "7": is out of range for this key`, "范围"},
	}
	seen := map[string]bool{"month-end": true, "shadowed": true, "not-approved": true, "no-clause": true, "no-title": true} // see TestWarnings
	for _, tt := range tests {
		base := standards.Published()
		tables, err := base.With(tt.laid...)
		assert.Nil(t, tables, tt.why)
		var faults standards.RowErrors
		require.ErrorAs(t, err, &faults, tt.why)
		require.Len(t, faults, 1, "%s: %v", tt.why, err)
		assert.Equal(t, tt.fault, faults[0].Code, tt.why)
		assert.Contains(t, faults[0].Text(standards.English), tt.text, tt.why)
		assert.Contains(t, faults.Text(standards.Chinese), tt.zh, tt.why)
		assert.Equal(t, "standards: "+faults[0].Text(standards.English), err.Error(), tt.why)
		seen[tt.fault] = true
	}
	for _, code := range standards.RowCodes() {
		assert.True(t, seen[code], "%s has no test", code)
		e := standards.RowError{Table: "t", Row: -1, Code: code}
		assert.Greater(t, len(e.Text(standards.English)), len("t: ?"))
		assert.NotEqual(t, e.Text(standards.Chinese), e.Text(standards.English))
	}
	assert.Equal(t, "t: ?", (&standards.RowError{Table: "t", Row: -1, Code: "else"}).Text(standards.English))
}

// Every fault is reported at once, in order.
func TestWithReportsAllFaults(t *testing.T) {
	o := draft(ownLine(), with(func(s *standards.Standard) { s.Key = 0 }), with(func(s *standards.Standard) { s.From = standards.Date{} }), ownLine())
	o.ID, o.Kind = "", 0
	_, err := standards.Published().With(o)
	var faults standards.RowErrors
	require.ErrorAs(t, err, &faults)
	var got []string
	for _, f := range faults {
		got = append(got, f.Code)
	}
	assert.Equal(t, []string{"id", "kind", "key", "from", "overlap"}, got)
	assert.Equal(t, 5, len(strings.Split(faults.Text(standards.Chinese), "\n")))
	assert.Equal(t, "standards: "+strings.ReplaceAll(faults.Text(standards.English), "\n", "; "), err.Error())
	var first *standards.RowError
	require.ErrorAs(t, err, &first)
	assert.Same(t, faults[0], first)
}

func TestWarnings(t *testing.T) {
	for _, tt := range []struct {
		why  string
		row  standards.Standard
		want string
	}{
		{"until as it should be", ownLine(), ""},
		{"until on the last day of a month", with(func(s *standards.Standard) { s.Until = standards.Day(2020, time.December, 31) }),
			`own: rows[0].until "2020-12-31": note: until is the first day after the span, and this is the last day of a month`},
		{"until on 28 February of a leap year", with(func(s *standards.Standard) {
			s.From, s.Until = standards.Day(2020, time.January, 1), standards.Day(2020, time.February, 28)
		}), ""},
		{"until on 29 February", with(func(s *standards.Standard) {
			s.From, s.Until = standards.Day(2020, time.January, 1), standards.Day(2020, time.February, 29)
		}), "last day of a month"},
		{"a rate for the city, where the groups have theirs", until(money(standards.Key(standards.DisabilityLiving), standards.Zhuzhou, 0, 150_00, standards.PerMonth), 2021),
			`own: rows[0].place "430200": note: a nearer row goes before it everywhere, so it has no effect (disability-living@430200 150.00 a month)`},
		{"a rate of one grade for the city", with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence, s.Of = standards.Key(standards.DisabilityLiving), standards.Zhuzhou, 0, "1"
		}), "a nearer row goes before it everywhere"},
		{"a line for the city: the counties have no urban one", money(standards.Key(standards.DibaoLine), standards.Zhuzhou, standards.Urban, 500_00, standards.PerMonth), ""},
		{"a rural line for the city", until(money(standards.Key(standards.DibaoLine), standards.Zhuzhou, standards.Rural, 500_00, standards.PerMonth), 2021), "a nearer row goes before it everywhere"},
		{"a floor above that of the counties", with(func(s *standards.Standard) {
			s.Place, s.Residence, s.Bound = standards.CountyFive, standards.Rural, standards.AtLeast
			s.Place = standards.Zhuzhou
		}), ""},
		{"a rate that began before the span", with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence, s.From = standards.Key(standards.DisabilityLiving), standards.Zhuzhou, 0, standards.Day(2019, time.January, 1)
		}), "a nearer row goes before it everywhere"},
		{"a rate for one day", with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence, s.Until = standards.Key(standards.DisabilityLiving), standards.Zhuzhou, 0, standards.Day(2020, time.July, 2)
		}), "a nearer row goes before it everywhere"},
		{"a rate for a year in which nothing is nearer", with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence = standards.Key(standards.DisabilityLiving), standards.Zhuzhou, 0
			s.From, s.Until = standards.Day(2021, time.January, 1), standards.Day(2022, time.January, 1)
		}), ""},
		{"a rate without end, where nearer ones go beyond the span", with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence = standards.Key(standards.DisabilityLiving), standards.Zhuzhou, 0
			s.From, s.Until = standards.Day(2022, time.January, 1), standards.Date{}
		}), "a nearer row goes before it everywhere"},
		{"a line without end, from where nearer ones have none", with(func(s *standards.Standard) {
			s.Place, s.From, s.Until = standards.Zhuzhou, standards.Day(2022, time.January, 1), standards.Date{}
		}), "a nearer row goes before it everywhere"},
		{"a figure of which nothing is on record", money(standards.Key(standards.TekunBasic), standards.Zhuzhou, standards.Urban, 780_00, standards.PerMonth), ""},
		{"a figure after the span", with(func(s *standards.Standard) {
			s.Key, s.Place, s.From, s.Until = standards.Key(standards.TekunBasic), standards.Zhuzhou, standards.Day(2023, time.January, 1), standards.Date{}
		}), ""},
		{"an average for the province, where the city has its own", with(func(s *standards.Standard) {
			s.Key, s.Place = standards.Key(standards.AverageAssistance), standards.Hunan
		}), "a nearer row goes before it everywhere"},
		{"a class for the province, where the city has its own", with(func(s *standards.Standard) {
			s.Key, s.Place, s.Residence, s.Of = standards.Key(standards.CommunityCoverage), standards.Hunan, 0, "city"
			s.Amount, s.Number = standards.Amount{}, standards.Percent(95)
		}), "a nearer row goes before it everywhere"},
		{"a rural line for the province in a year without one of the city", with(func(s *standards.Standard) {
			s.Place, s.Residence = standards.Hunan, standards.Rural
			s.From, s.Until = standards.Day(2021, time.January, 1), standards.Day(2022, time.January, 1)
		}), ""},
	} {
		tt.row.Basis.Clause = "1"
		o := draft(tt.row)
		o.Title = "x"
		_, err := standards.Published().With(o)
		require.NoError(t, err, "%s: a warning is no fault", tt.why)
		notes := o.Warnings()
		if tt.want == "" {
			assert.Empty(t, notes, tt.why)
			continue
		}
		require.Len(t, notes, 1, tt.why)
		assert.Contains(t, notes.Text(standards.English), tt.want, tt.why)
		assert.Contains(t, notes.Text(standards.Chinese), "提示")
	}
}

// Of what may be absent (section 5) title and clause are none; a file without them is not refused, for it may be a sketch.
func TestWarningsOfWhatIsNotNamed(t *testing.T) {
	unnamed := with(func(s *standards.Standard) { s.Basis.Clause = "" })
	texts := func(rows ...standards.Standard) []string {
		return strings.Split(draft(rows...).Warnings().Text(standards.English), "\n")
	}
	title := "own: title: note: the document that the figures come from is not named"
	assert.Equal(t, []string{title}, texts(ownLine()))
	assert.Equal(t, []string{title, "own: rows[1].clause: note: it does not say on which item of the document it rests"}, texts(ownLine(), unnamed))
	assert.Equal(t, []string{title, "own: rows[0].clause: note: it does not say on which item of the document it rests (rows[2])"}, texts(unnamed, ownLine(), unnamed))
	many := slices.Repeat([]standards.Standard{unnamed}, 1000)
	assert.Equal(t, "own: rows[0].clause: note: it does not say on which item of the document it rests (rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7], rows[8], rows[9], …)",
		texts(many...)[1])
	assert.Empty(t, supplement(ownLine()).Warnings())
	unapproved := supplement(ownLine())
	unapproved.ApprovedBy = ""
	assert.Equal(t, "own: approvedBy: note: it does not say who approved the figures (dibao lines are set by the province or the city: order 649, art. 10)",
		unapproved.Warnings().Text(standards.English))
	assert.Contains(t, draft(unnamed).Warnings().Text(standards.Chinese), "own: rows[0].clause：提示：未写明")
}
