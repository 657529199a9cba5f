package standards_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// The ten units as the law's notes list them.
var units = []struct {
	place                  standards.Place
	code, chinese, english string
	group                  standards.Place
}{
	{standards.Hetang, "430202", "荷塘区", "Hetang", standards.CityFive},
	{standards.Lusong, "430203", "芦淞区", "Lusong", standards.CityFive},
	{standards.Shifeng, "430204", "石峰区", "Shifeng", standards.CityFive},
	{standards.Tianyuan, "430211", "天元区", "Tianyuan", standards.CityFive},
	{standards.Yunlong, "430271", "云龙示范区", "Yunlong", standards.CityFive},
	{standards.Lukou, "430212", "渌口区", "Lukou", standards.CountyFive},
	{standards.Youxian, "430223", "攸县", "Youxian", standards.CountyFive},
	{standards.Chaling, "430224", "茶陵县", "Chaling", standards.CountyFive},
	{standards.Yanling, "430225", "炎陵县", "Yanling", standards.CountyFive},
	{standards.Liling, "430281", "醴陵市", "Liling", standards.CountyFive},
}

func TestDivisions(t *testing.T) {
	divisions := standards.Divisions()
	require.Len(t, units, len(divisions))
	for i, u := range units {
		assert.Equal(t, u.place, divisions[i])
		assert.Equal(t, []string{u.code, u.chinese, u.english}, []string{u.place.String(), u.place.Text(standards.Chinese), u.place.Text(standards.English)})
		assert.Equal(t, []standards.Place{u.group, standards.Zhuzhou, standards.Hunan, standards.China, 0},
			[]standards.Place{u.place.Within(), u.group.Within(), standards.Zhuzhou.Within(), standards.Hunan.Within(), standards.China.Within()})
		assert.True(t, u.place.IsDivision())
		assert.Equal(t, i, u.place.DivisionIndex())
		for _, p := range everyPlace() {
			assert.Equal(t, p == u.place || p == u.group || p == standards.Zhuzhou || p == standards.Hunan || p == standards.China, u.place.In(p), "%v in %v", u.place, p)
		}
		for _, s := range []string{
			u.code, u.code + "001", u.code + "001200", u.chinese, "株洲市" + u.chinese, "湖南省株洲市" + u.chinese, "湖南省" + u.chinese, u.english,
		} {
			got, ok := standards.ParseDivision(s)
			assert.True(t, ok, s)
			assert.Equal(t, u.place, got, s)
			got, ok = standards.Parse[standards.Place](s)
			assert.True(t, ok, s)
			assert.Equal(t, u.place, got, s)
		}
	}
}

func TestParseDivisionOtherNames(t *testing.T) {
	for s, want := range map[string]standards.Place{
		"430221": standards.Lukou, "430221001": standards.Lukou, "430221001001": standards.Lukou, "株洲县": standards.Lukou, "湖南省株洲市株洲县": standards.Lukou,
		"Zhuzhou County": standards.Lukou, "Lukou District": standards.Lukou, "云龙区": standards.Yunlong, "Yunlong Demonstration Zone": standards.Yunlong,
		"You County": standards.Youxian, "Liling City": standards.Liling, "tianyuan": standards.Tianyuan, "TIANYUAN DISTRICT": standards.Tianyuan,
	} {
		got, ok := standards.ParseDivision(s)
		assert.True(t, ok, s)
		assert.Equal(t, want, got, s)
	}
}

func TestParseDivisionRefuses(t *testing.T) {
	for _, s := range []string{
		"", "430200", "430000", "100000", "430222", "430201", "430104", "430271 ", " 430271", "43022", "4302230", "43022300", "430223-01", "4302230010",
		"４３０２２３", "430223００１", "株洲市", "湖南省", "湖南省株洲市", "城市五区", "五县市区", "city-five", "county-five", "china", "elsewhere", "999999", "攸", "长沙市", "Zhuzhou", "1", "2", "-43022",
	} {
		p, ok := standards.ParseDivision(s)
		assert.False(t, ok, s)
		assert.Zero(t, p, s)
	}
	for _, p := range []standards.Place{0, 3, standards.CityFive, standards.CountyFive, standards.Zhuzhou, standards.China, standards.Elsewhere, 430221, 430222} {
		assert.False(t, p.IsDivision(), p)
		assert.Equal(t, -1, p.DivisionIndex(), p)
	}
}

func TestParsePlace(t *testing.T) {
	for s, want := range map[string]standards.Place{
		"city-five": standards.CityFive, "城市五区": standards.CityFive, "county-five": standards.CountyFive, "五县市区": standards.CountyFive,
		"430200": standards.Zhuzhou, "株洲市": standards.Zhuzhou, "Zhuzhou": standards.Zhuzhou, "china": standards.China, "全国": standards.China,
		"430000": standards.Hunan, "湖南省": standards.Hunan, "Hunan": standards.Hunan, "elsewhere": standards.Elsewhere,
	} {
		got, ok := standards.Parse[standards.Place](s)
		assert.True(t, ok, s)
		assert.Equal(t, want, got, s)
	}
	for _, s := range []string{"", "外地", "440000", "１", "city five", "湖北省"} {
		_, ok := standards.Parse[standards.Place](s)
		assert.False(t, ok, s)
	}
	for _, p := range append(everyPlace(), standards.Elsewhere) {
		text, err := json.Marshal(p)
		require.NoError(t, err)
		var back standards.Place
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, p, back)
	}
	var p standards.Place
	var fault *standards.WordError
	assert.ErrorAs(t, json.Unmarshal([]byte(`"430222"`), &p), &fault)
}

func TestNoRowIsForElsewhere(t *testing.T) {
	assert.Equal(t, standards.Place(0), standards.Elsewhere.Within())
	set := onDay(t, "2020-10-01")
	for _, k := range standards.Keys() {
		for _, of := range ofs(k) {
			for _, p := range []standards.Place{standards.Elsewhere, 0, 430222} {
				_, ok := set.Find(k.Key, p, standards.Rural, of)
				assert.False(t, ok, "%s %s", k.Name, p)
			}
		}
	}
}

// The row that governs a unit says where it holds: the group, the city or the country that it is for.
func TestGoverningRowNamesItsPlace(t *testing.T) {
	set := onDay(t, "2020-10-01")
	for _, u := range units {
		rate, err := set.Rate(standards.DisabilityLiving, u.place, 0, "")
		require.NoError(t, err)
		assert.Equal(t, u.group, rate.Place)
		average, err := set.Average(standards.AverageAssistance, u.place, standards.Urban)
		require.NoError(t, err)
		assert.Equal(t, standards.Zhuzhou, average.Place)
		age, err := set.Number(standards.TekunElderAge, u.place, 0, "")
		require.NoError(t, err)
		assert.Equal(t, standards.China, age.Place)
	}
	// Lukou is a statutory district, and none of 城市五区.
	line, err := set.Line(standards.DibaoLine, standards.Lukou, standards.Rural)
	require.NoError(t, err)
	assert.Equal(t, standards.Fen(4320_00, standards.PerYear), line.Amount)
	line, err = set.Line(standards.DibaoLine, standards.Lukou, standards.Urban)
	require.NoError(t, err)
	assert.Equal(t, standards.Hunan, line.Place)
}
