package caseload_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Every field of a decision is counted where it belongs, as often as the household's weight says or
// the caller does.
func TestTotalsOfOneDecision(t *testing.T) {
	part := func(v benefit.Verdict, fen int64, bound standards.Bound) benefit.Part {
		return benefit.Part{Verdict: v, Payment: benefit.Monthly(fen, bound)}
	}
	refused, open, missing := benefit.Part{Verdict: benefit.Ineligible}, benefit.Part{Verdict: benefit.Undetermined}, benefit.Part{Verdict: benefit.Eligible}
	h := assistance.Household{Division: standards.Youxian, Residence: standards.Rural, Weight: 3, Members: []assistance.Member{
		{ID: "a"}, {ID: "b", Placement: benefit.InInstitution}, {ID: "c"}}}
	d := assistance.Decision{Category: benefit.CategoryDibao, LowIncome: open,
		Dibao: assistance.Dibao{Part: part(benefit.Eligible, 700, standards.AtLeast), Members: 9, NotCovered: 2},
		Members: []assistance.MemberDecision{
			{ID: "a", Tekun: assistance.Tekun{Part: open, SelfCare: eldercare.None}, SinglePerson: part(benefit.Eligible, 11, standards.Exactly), Living: part(benefit.Eligible, 5, standards.Exactly), Nursing: missing},
			{ID: "b", Tekun: assistance.Tekun{Part: part(benefit.Eligible, 900, standards.AtLeast), SelfCare: eldercare.Partial}, SinglePerson: open, Living: part(benefit.Eligible, 7, standards.AtLeast), Nursing: refused},
			{ID: "c", Tekun: assistance.Tekun{Part: part(benefit.Eligible, 800, standards.Exactly)}, SinglePerson: refused, Living: refused, Nursing: open},
			{ID: "more than the household has", Tekun: assistance.Tekun{Part: part(benefit.Eligible, 1, standards.Exactly)}},
		},
		Needs: []benefit.Need{{Fact: benefit.PropertyFact}, {Fact: benefit.IncomeFact, Member: "a"}, {Fact: benefit.IncomeFact, Member: "b"},
			{Figure: benefit.Figure{Key: standards.Key(standards.TekunBasic), Place: standards.Youxian}},
			{Figure: benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural}, Above: families.Monthly(250), For: benefit.Of(benefit.Dibao)},
			{Figure: benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban}, Above: families.Monthly(50), For: benefit.Of(benefit.Living)}},
	}
	for _, w := range []int64{3, 1, 70} {
		var totals, want caseload.Totals
		if w == 3 {
			totals.Add(&h, &d)
		} else {
			totals.AddTimes(&h, &d, w)
		}
		c := &want.Cells[standards.Youxian.DivisionIndex()][standards.Rural]
		*c = caseload.Cell{Tally: caseload.Tally{Households: w, People: 3 * w}, TekunNeedCare: w, TekunPlaced: w, TekunUnknown: w}
		c.Category[benefit.CategoryDibao] = c.Tally
		c.Benefit[benefit.Dibao] = caseload.Paid{Recipients: 7 * w, Fen: 700 * w, AtLeast: 7 * w}
		c.Benefit[benefit.LowIncome] = caseload.Paid{Undetermined: 9 * w}
		c.Benefit[benefit.Tekun] = caseload.Paid{Recipients: 3 * w, Fen: 1701 * w, AtLeast: w, Undetermined: w}
		c.Benefit[benefit.SinglePerson] = caseload.Paid{Recipients: w, Fen: 11 * w, Undetermined: w}
		c.Benefit[benefit.Living] = caseload.Paid{Recipients: 2 * w, Fen: 12 * w, AtLeast: w}
		c.Benefit[benefit.Nursing] = caseload.Paid{Recipients: w, Missing: w, Undetermined: w}
		want.Facts[benefit.PropertyFact], want.Facts[benefit.IncomeFact] = w, w
		want.Figures[standards.TekunBasic], want.Figures[standards.DibaoLine] = w, w
		want.Lines[standards.Youxian.DivisionIndex()][standards.Rural][2] = w // 3000 yuan a year
		assert.Equal(t, want.Cells, totals.Cells)
		assert.True(t, want == totals)
		assert.Same(t, &totals.Cells[standards.Youxian.DivisionIndex()][standards.Rural], totals.CellOf(&h))

		// Of a household that is low-income, the verdict alone is counted.
		d := d
		d.LowIncome = benefit.Part{Verdict: benefit.Eligible}
		totals.AddTimes(&h, &d, w)
		assert.Equal(t, caseload.Paid{Recipients: 9 * w, Undetermined: 9 * w}, totals.All().Benefit[benefit.LowIncome], "it is paid nothing as such")

		// Merged, everything is counted twice.
		twice := want
		twice.Merge(&want)
		var doubled caseload.Totals
		for range 2 {
			d.LowIncome = open
			doubled.AddTimes(&h, &d, w)
		}
		assert.True(t, doubled == twice)
	}
}

// Parts are added by their verdict and their bound.
func TestAddingParts(t *testing.T) {
	for _, row := range []struct {
		part benefit.Part
		want caseload.Paid
	}{
		{benefit.Part{Payment: benefit.Monthly(1, standards.Exactly)}, caseload.Paid{}},
		{benefit.Part{Verdict: benefit.Ineligible, Payment: benefit.Monthly(1, standards.Exactly)}, caseload.Paid{}},
		{benefit.Part{Verdict: benefit.Undetermined, Payment: benefit.Monthly(1, standards.Exactly)}, caseload.Paid{Undetermined: 7}},
		{benefit.Part{Verdict: benefit.Eligible, Payment: benefit.Monthly(1, standards.Exactly)}, caseload.Paid{Recipients: 7, Fen: 90}},
		{benefit.Part{Verdict: benefit.Eligible, Payment: benefit.Monthly(1, standards.AtLeast)}, caseload.Paid{Recipients: 7, Fen: 90, AtLeast: 7}},
		{benefit.Part{Verdict: benefit.Eligible}, caseload.Paid{Recipients: 7, Fen: 90, Missing: 7}},
		{benefit.Part{Verdict: benefit.Eligible, Payment: benefit.Payment{Bound: standards.AtLeast}}, caseload.Paid{Recipients: 7, Fen: 90, Missing: 7}},
	} {
		var got caseload.Paid
		got.Add(row.part, 7, 90)
		assert.Equal(t, row.want, got, row.part)
	}
}

// Tekun people are counted by self-care and placement, for item 10.
func TestAddingTekunPeople(t *testing.T) {
	for _, row := range []struct {
		care      eldercare.SelfCare
		placement benefit.Placement
		want      caseload.Cell
	}{
		{0, 0, caseload.Cell{TekunUnknown: 5}},
		{0, benefit.InInstitution, caseload.Cell{TekunUnknown: 5}},
		{eldercare.Full, benefit.InInstitution, caseload.Cell{}},
		{eldercare.Full, 0, caseload.Cell{}},
		{eldercare.Partial, benefit.InInstitution, caseload.Cell{TekunNeedCare: 5, TekunPlaced: 5}},
		{eldercare.Partial, benefit.AtHome, caseload.Cell{TekunNeedCare: 5}},
		{eldercare.None, 0, caseload.Cell{TekunNeedCare: 5, TekunUnplaced: 5}},
	} {
		var got caseload.Cell
		got.AddTekun(row.care, row.placement, 5)
		assert.Equal(t, row.want, got, "%s %s", row.care, row.placement)
	}
}

// Facts and figures are counted bit by bit; what is neither is nothing.
func TestAddingNeeds(t *testing.T) {
	var got, want caseload.Totals
	last := len(want.Facts) - 1
	got.AddNeeds(1|1<<last|1<<(last+1)|1<<63, 1|1<<5|1<<63, 2)
	got.AddNeeds(1<<last, 0, 1)
	want.Facts[0], want.Facts[last] = 2, 3
	want.Figures[0], want.Figures[5], want.Figures[63] = 2, 2, 2
	assert.True(t, want == got)
}

// Bands of a line are 1,200 yuan a year wide, and the last has no end.
func TestBandOfALine(t *testing.T) {
	for _, row := range []struct {
		above standards.Amount
		want  int
	}{
		{standards.Amount{}, 0}, {standards.Fen(-1, standards.PerYear), 0}, {standards.Fen(0, standards.PerMonth), 0}, {standards.Fen(1199_99, standards.PerYear), 0},
		{standards.Fen(1200_00, standards.PerYear), 1}, {standards.Fen(2399_99, standards.PerYear), 1}, {standards.Fen(100_00, standards.PerMonth), 1}, {standards.Fen(2400_00, standards.PerYear), 2},
		{standards.Fen(31*1200_00-1, standards.PerYear), 30}, {standards.Fen(31*1200_00, standards.PerYear), 31}, {standards.Fen(32*1200_00, standards.PerYear), 31}, {standards.Fen(standards.MaxYuan*100, standards.PerMonth), 31},
	} {
		assert.Equal(t, row.want, caseload.Band(row.above), row.above)
	}
}

// A household stands for as many as its weight says, and for one where it says nothing.
func TestWeight(t *testing.T) {
	for weight, want := range map[int]int64{-3: 1, 0: 1, 1: 1, 2: 2, assistance.MaxWeight: assistance.MaxWeight} {
		assert.Equal(t, want, caseload.Weight(&assistance.Household{Weight: weight}), weight)
	}
}

// The kind of hukou that a household is counted under: that of all members, else its own.
func TestKindOf(t *testing.T) {
	const urban, rural = standards.Urban, standards.Rural
	for _, row := range []struct {
		own     standards.Residence
		members []standards.Residence
		want    standards.Residence
	}{
		{urban, nil, urban}, {0, nil, 0}, {urban, []standards.Residence{0}, urban}, {urban, []standards.Residence{rural}, rural},
		{rural, []standards.Residence{urban, urban}, urban}, {rural, []standards.Residence{urban, 0}, rural}, {urban, []standards.Residence{rural, rural, 0}, urban},
		{0, []standards.Residence{urban, rural}, 0}, {0, []standards.Residence{rural, rural, rural}, rural}, {0, []standards.Residence{rural, rural, 0}, 0},
	} {
		h := assistance.Household{Residence: row.own}
		for _, r := range row.members {
			h.Members = append(h.Members, assistance.Member{Residence: r})
		}
		assert.Equal(t, row.want, caseload.KindOf(&h), "%s %v", row.own, row.members)
	}
}

// Cells are summed by place and kind of hukou.
func TestSumsOfCells(t *testing.T) {
	var totals caseload.Totals
	var reach caseload.Reach
	for i := range totals.Cells {
		for k := range totals.Cells[i] {
			n := int64(1) << (3*i + k) // one bit each
			totals.Cells[i][k].Households, totals.Cells[i][k].TekunPlaced = n, n
			reach.Cells[i][k].Due.People, reach.Cells[i][k].Open.Households, reach.Cells[i][k].Benefit[benefit.Living] = n, n, n
		}
	}
	for _, place := range append([]standards.Place{standards.Zhuzhou, standards.CityFive, standards.CountyFive, standards.China, standards.Elsewhere}, standards.Hetang, standards.Yanling) {
		for kind := standards.Residence(0); kind <= standards.Rural+1; kind++ {
			want := int64(0)
			for i, division := range standards.Divisions() {
				for k := range totals.Cells[i] {
					if division.In(place) && (kind == 0 || standards.Residence(k) == kind) {
						want += 1 << (3*i + k)
					}
				}
			}
			assert.Equal(t, caseload.Cell{Tally: caseload.Tally{Households: want}, TekunPlaced: want}, totals.Of(place, kind), "%s %s", place, kind)
			reached := caseload.Reached{Due: caseload.Tally{People: want}, Open: caseload.Tally{Households: want}}
			reached.Benefit[benefit.Living] = want
			assert.Equal(t, reached, reach.Of(place, kind), "%s %s", place, kind)
		}
	}
	assert.Equal(t, totals.Of(standards.Zhuzhou, 0), totals.All())
	assert.Equal(t, reach.Of(standards.Zhuzhou, 0), reach.All())
	assert.Equal(t, int64(1)<<(3*standards.DivisionCount)-1, totals.All().Households)
}

// What is due in all, and when it is a lower limit or cannot be told.
func TestDueByHand(t *testing.T) {
	of := func(n benefit.Name, p caseload.Paid) caseload.Cell {
		var c caseload.Cell
		c.Benefit[benefit.Dibao], c.Benefit[benefit.Nursing] = caseload.Paid{Recipients: 1, Fen: 100}, caseload.Paid{Recipients: 1, Fen: 20}
		c.Benefit[n] = p
		return c
	}
	for _, row := range []struct {
		name  string
		cell  caseload.Cell
		fen   int64
		bound standards.Bound
		err   error
	}{
		{"nothing", caseload.Cell{}, 0, standards.Exactly, nil},
		{"exactly", of(benefit.Living, caseload.Paid{Recipients: 1, Fen: 3}), 123, standards.Exactly, nil},
		{"one at least", of(benefit.Living, caseload.Paid{Recipients: 1, Fen: 3, AtLeast: 1}), 123, standards.AtLeast, nil},
		{"one is missing", of(benefit.Tekun, caseload.Paid{Recipients: 1, Missing: 1}), 120, standards.AtLeast, nil},
		{"one is undetermined", of(benefit.SinglePerson, caseload.Paid{Undetermined: 1}), 120, standards.AtLeast, nil},
		{"a low-income family is undetermined", of(benefit.LowIncome, caseload.Paid{Undetermined: 1}), 120, standards.AtLeast, nil},
		{"the most that can be told", of(benefit.Living, caseload.Paid{Recipients: 1, Fen: math.MaxInt64 - 121}), math.MaxInt64 - 1, standards.Exactly, nil},
		{"one fen more", of(benefit.Living, caseload.Paid{Recipients: 1, Fen: math.MaxInt64 - 120}), 0, 0, &caseload.OverflowError{}},
	} {
		fen, bound, err := row.cell.Due()
		assert.Equal(t, row.err, err, row.name)
		assert.Equal(t, [2]int64{row.fen, int64(row.bound)}, [2]int64{fen, int64(bound)}, row.name)
	}
	err := &caseload.OverflowError{}
	assert.EqualError(t, err, "caseload: the payments come to 9223372036854775807 fen a month or more, too much to be added up")
	assert.Equal(t, "每月合计达到或超过 9223372036854775807 分，无法相加", err.Text(standards.Chinese))
}

// People on dibao are those whom it covers and those under single-person cover; the average of item
// 9 is over both.
func TestTheAverageOfThoseOnDibao(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	totalsOf := func(dibao, alone caseload.Paid) *caseload.Totals {
		var totals caseload.Totals
		cell := &totals.Cells[standards.Hetang.DivisionIndex()][standards.Urban]
		cell.Benefit[benefit.Dibao], cell.Benefit[benefit.SinglePerson], cell.Benefit[benefit.Living] = dibao, alone, caseload.Paid{Recipients: 9, Fen: 900_00, AtLeast: 9}
		return &totals
	}
	for _, row := range []struct {
		name         string
		dibao, alone caseload.Paid
		average      benefit.Payment
		met          standards.Answer
		err          error
	}{
		{"both", caseload.Paid{Recipients: 3, Fen: 1200_00}, caseload.Paid{Recipients: 1, Fen: 600_00}, benefit.Monthly(450_00, standards.Exactly), standards.Yes, nil},
		{"dibao at least", caseload.Paid{Recipients: 3, Fen: 900_00, AtLeast: 1}, caseload.Paid{Recipients: 1, Fen: 300_00}, benefit.Monthly(300_00, standards.AtLeast), 0, nil},
		{"dibao is missing of one", caseload.Paid{Recipients: 3, Fen: 900_00, Missing: 1}, caseload.Paid{Recipients: 1, Fen: 300_00}, benefit.Monthly(300_00, standards.AtLeast), 0, nil},
		{"cover at least", caseload.Paid{Recipients: 3, Fen: 900_00}, caseload.Paid{Recipients: 1, Fen: 300_00, AtLeast: 1}, benefit.Monthly(300_00, standards.AtLeast), 0, nil},
		{"cover is missing of one", caseload.Paid{Recipients: 3, Fen: 900_00}, caseload.Paid{Recipients: 1, Fen: 300_00, Missing: 1}, benefit.Monthly(300_00, standards.AtLeast), 0, nil},
		{"exactly too little", caseload.Paid{Recipients: 3, Fen: 900_00, Undetermined: 7}, caseload.Paid{}, benefit.Monthly(300_00, standards.Exactly), standards.No, nil},
		{"nobody", caseload.Paid{}, caseload.Paid{}, benefit.Payment{}, 0, nil},
		{"the most that can be told", caseload.Paid{Recipients: 1, Fen: math.MaxInt64 - 2}, caseload.Paid{Fen: 1}, benefit.Monthly(math.MaxInt64-1, standards.Exactly), standards.Yes, nil},
		{"too much to be told", caseload.Paid{Recipients: 1, Fen: math.MaxInt64 - 1}, caseload.Paid{Fen: 1}, benefit.Payment{}, 0, &caseload.OverflowError{}},
	} {
		t.Run(row.name, func(t *testing.T) {
			totals := totalsOf(row.dibao, row.alone)
			got, err := totals.Average(set, standards.CityFive, standards.Urban)
			assert.Equal(t, row.err, err)
			assert.Equal(t, row.average, got.Average)
			assert.Equal(t, row.met, got.Met)
			cell := totals.All()
			people, alone := cell.OnDibao()
			assert.Equal(t, [2]int64{row.dibao.Recipients + row.alone.Recipients, row.alone.Recipients}, [2]int64{people, alone})
		})
	}
	_, err := totalsOf(caseload.Paid{}, caseload.Paid{}).Average(nil, standards.CityFive, standards.Urban)
	assert.EqualError(t, err, "required field is missing at standards")
}

// The share of item 10 is known where what is not stated does not matter: at least half of those who
// need care, of the city or of a unit.
func TestPlacementByHand(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for _, row := range []struct {
		needCare, placed, unplaced, unknown int64
		want                                eldercare.Verdict
		wanting                             int64
	}{
		{0, 0, 0, 0, eldercare.NotApplicable, 0},
		{10, 5, 0, 0, eldercare.Met, 0},
		{10, 4, 0, 0, eldercare.Missed, 1},
		{10, 4, 1, 0, eldercare.NotStated, 0}, // five of ten, perhaps
		{10, 3, 1, 0, eldercare.Missed, 2},
		{10, 5, 5, 0, eldercare.Met, 0},
		{10, 5, 0, 1, eldercare.NotStated, 0}, // five of eleven, perhaps
		{10, 6, 0, 2, eldercare.Met, 0},
		{10, 6, 0, 3, eldercare.NotStated, 0},
		{10, 4, 0, 1, eldercare.Missed, 1},    // five of eleven at most
		{10, 4, 0, 2, eldercare.NotStated, 0}, // six of twelve, perhaps
		{10, 3, 1, 2, eldercare.NotStated, 0}, // six of twelve, perhaps
		{0, 0, 0, 1, eldercare.NotStated, 0},
	} {
		var totals caseload.Totals
		totals.Cells[standards.Hetang.DivisionIndex()][standards.Rural] = caseload.Cell{TekunNeedCare: row.needCare, TekunPlaced: row.placed, TekunUnplaced: row.unplaced, TekunUnknown: row.unknown}
		for _, place := range []standards.Place{standards.Zhuzhou, standards.Hetang} {
			got, err := totals.Placement(set, place)
			require.NoError(t, err)
			assert.Equal(t, row.want, got.Verdict, "%+v", row)
			assert.Equal(t, row.wanting, got.Wanting, "%+v", row)
			assert.Equal(t, standards.TekunInstitutionShare, got.Key)
			assert.Equal(t, place, got.Place)
			assert.Equal(t, eldercare.ShareOf(row.placed, row.needCare), got.Actual)
		}
		got, err := totals.Placement(set, standards.Youxian)
		require.NoError(t, err)
		assert.Equal(t, eldercare.NotApplicable, got.Verdict, "of another unit")
	}
	var totals caseload.Totals
	for _, without := range []*standards.Set{nil, {}, families.Standards(t, "2021-10-01")} {
		got, err := totals.Placement(without, standards.Zhuzhou)
		require.NoError(t, err)
		assert.Equal(t, eldercare.NotOnRecord, got.Verdict)
	}
	for _, place := range []standards.Place{0, standards.CityFive, standards.Elsewhere} {
		for _, unplaced := range []int64{0, 1} {
			totals.Cells[0][1] = caseload.Cell{TekunNeedCare: 1, TekunUnplaced: unplaced}
			got, err := totals.Placement(set, place)
			assert.Error(t, err, place)
			assert.Zero(t, got)
		}
	}
	totals.Cells[0][1] = caseload.Cell{TekunNeedCare: 1, TekunPlaced: 2, TekunUnplaced: 1}
	_, err := totals.Placement(set, standards.Zhuzhou)
	assert.Error(t, err, "more are placed than there are")
}
