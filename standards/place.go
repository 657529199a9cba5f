package standards

import (
	"slices"
	"strings"
)

// Place is a place that a row holds for or a household is registered in: one of Zhuzhou's ten
// county-level units, a group of them, the city, the province, or the country. Its value is the
// statistical code of a unit. The zero Place means "not stated".
type Place uint32

// The ten units (县市区), and the places that they lie in. 430271 is a statistical code; the people of
// Yunlong are registered under 430204.
const (
	Hetang   Place = 430202 // 荷塘区
	Lusong   Place = 430203 // 芦淞区
	Shifeng  Place = 430204 // 石峰区
	Tianyuan Place = 430211 // 天元区
	Yunlong  Place = 430271 // 云龙示范区
	Lukou    Place = 430212 // 渌口区, until 2018 株洲县 430221
	Youxian  Place = 430223 // 攸县
	Chaling  Place = 430224 // 茶陵县
	Yanling  Place = 430225 // 炎陵县
	Liling   Place = 430281 // 醴陵市

	DivisionCount = 10 // the number of these

	CityFive   Place = 1      // 城市五区: Hetang, Lusong, Shifeng, Tianyuan, Yunlong
	CountyFive Place = 2      // 五县市区: Lukou, Liling, Youxian, Chaling, Yanling
	Zhuzhou    Place = 430200 // 株洲市
	Hunan      Place = 430000 // 湖南省
	China      Place = 100000 // 全国
	Elsewhere  Place = 999999 // outside Zhuzhou: no row of this library is for it
)

const formerZhuzhouCounty = 430221

// placeInfo describes one place. A Set finds rows by its position in places.
type placeInfo struct {
	place   Place
	wider   [4]Place // the places that it lies in, the nearest first
	code    string
	chinese string
	english string
	aliases []string
}

var (
	inCityFive   = [4]Place{CityFive, Zhuzhou, Hunan, China}
	inCountyFive = [4]Place{CountyFive, Zhuzhou, Hunan, China}
	inZhuzhou    = [4]Place{Zhuzhou, Hunan, China}
	inHunan      = [4]Place{Hunan, China}
	inChina      = [4]Place{China}
	inNone       = [4]Place{}
)

var places = [...]placeInfo{
	{Hetang, inCityFive, "430202", "荷塘区", "Hetang", []string{"Hetang District"}},
	{Lusong, inCityFive, "430203", "芦淞区", "Lusong", []string{"Lusong District"}},
	{Shifeng, inCityFive, "430204", "石峰区", "Shifeng", []string{"Shifeng District"}},
	{Tianyuan, inCityFive, "430211", "天元区", "Tianyuan", []string{"Tianyuan District"}},
	{Yunlong, inCityFive, "430271", "云龙示范区", "Yunlong", []string{"云龙区", "Yunlong Demonstration Zone", "Yunlong District"}},
	{Lukou, inCountyFive, "430212", "渌口区", "Lukou", []string{"Lukou District", "株洲县", "Zhuzhou County"}},
	{Youxian, inCountyFive, "430223", "攸县", "Youxian", []string{"You County", "You Xian"}},
	{Chaling, inCountyFive, "430224", "茶陵县", "Chaling", []string{"Chaling County"}},
	{Yanling, inCountyFive, "430225", "炎陵县", "Yanling", []string{"Yanling County"}},
	{Liling, inCountyFive, "430281", "醴陵市", "Liling", []string{"Liling City"}},
	{CityFive, inZhuzhou, "city-five", "城市五区", "the city's five districts", nil},
	{CountyFive, inZhuzhou, "county-five", "五县市区", "the five counties", nil},
	{Zhuzhou, inHunan, "430200", "株洲市", "Zhuzhou", []string{"Zhuzhou City"}},
	{Hunan, inChina, "430000", "湖南省", "Hunan", []string{"湖南", "Hunan Province"}},
	{China, inNone, "china", "全国", "China", nil},
	{Elsewhere, inNone, "elsewhere", "外地", "elsewhere", nil},
}

const (
	divisions = DivisionCount   // the first of places
	rowPlaces = len(places) - 1 // all but Elsewhere
)

// Divisions are the ten county-level units, those of 城市五区 first.
func Divisions() [divisions]Place {
	var all [divisions]Place
	for i := range all {
		all[i] = places[i].place
	}
	return all
}

// index returns p's position in places, -1 if there is none.
func (p Place) index() int {
	for i := range places {
		if places[i].place == p {
			return i
		}
	}
	return -1
}

// info describes p. The zero Place has no description.
func (p Place) info() *placeInfo {
	if i := p.index(); i >= 0 {
		return &places[i]
	}
	return &placeInfo{}
}

// IsDivision reports whether p is one of the ten units.
func (p Place) IsDivision() bool { i := p.index(); return i >= 0 && i < divisions }

// DivisionIndex returns p's position in [Divisions], -1 if it is none of the ten units.
func (p Place) DivisionIndex() int {
	if i := p.index(); i < divisions {
		return i
	}
	return -1
}

// Within returns the next wider place: a unit's group, a group's city, the city's province, the
// province's country. It is zero for China.
func (p Place) Within() Place { return p.info().wider[0] }

// In reports whether p is q or lies in it.
func (p Place) In(q Place) bool {
	return p == q && p != 0 || q != 0 && slices.Contains(p.info().wider[:], q)
}

// String returns the word of the wire formats: a six-digit code, city-five, county-five, china or
// elsewhere.
func (p Place) String() string { return p.info().code }

// Text returns the name of p in language l.
func (p Place) Text(l Lang) string { i := p.info(); return l.In(i.chinese, i.english) }

// ParseDivision reads one of the ten units: its code of 6 digits, a town's of 9 or a village's of
// 12 within it, or its Chinese or English name, the Chinese one with or without the province and
// the city. The former Zhuzhou County (株洲县, 430221) is read as Lukou.
func ParseDivision(s string) (Place, bool) {
	code := divisionCode(s)
	name := strings.TrimPrefix(strings.TrimPrefix(s, "湖南省"), "株洲市")
	for i := range places[:divisions] {
		if p := &places[i]; p.place == code || p.named(name) {
			return p.place, true
		}
	}
	return 0, false
}

// parsePlace reads any place that a row can hold for: a unit as in [ParseDivision], city-five,
// county-five, 430200, 430000 or china, by code or name.
func parsePlace(s string) (Place, bool) {
	for i := range places[divisions:rowPlaces] {
		if p := &places[divisions+i]; p.code == s || p.named(s) {
			return p.place, true
		}
	}
	return ParseDivision(s)
}

func (i *placeInfo) named(s string) bool {
	if s == i.chinese || strings.EqualFold(s, i.english) {
		return true
	}
	for _, alias := range i.aliases {
		if strings.EqualFold(s, alias) {
			return true
		}
	}
	return false
}

// divisionCode reads the first six digits of a code of 6, 9 or 12 digits. It is 0 for anything else.
func divisionCode(s string) Place {
	var code int
	if n := len(s); n == 6 || n == 9 || n == 12 {
		if _, ok := digits(s); ok {
			code, _ = digits(s[:6])
		}
	}
	if code == formerZhuzhouCounty {
		return Lukou
	}
	return Place(code)
}

// MarshalText implements encoding.TextMarshaler.
func (p Place) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler. It reads a unit as [ParseDivision] does,
// city-five, county-five, 430200, 430000 or china by code or name, and elsewhere, where no row can
// hold.
func (p *Place) UnmarshalText(text []byte) error {
	read, ok := parsePlace(string(text))
	if string(text) == Elsewhere.String() {
		read, ok = Elsewhere, true
	}
	if !ok || p == nil {
		return &WordError{Value: string(text)}
	}
	*p = read
	return nil
}
