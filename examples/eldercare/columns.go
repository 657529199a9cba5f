package main

import (
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
)

// kind is what a row is of. The zero kind is none.
type kind uint8

const (
	city        kind = 1 << iota // 全市
	district                     // 县市区
	institution                  // 养老机构
	listed                       // the institutions of a unit that stand in the file, together: no row of the file
)

// kindNames are the words of the files, the one to write first.
var kindNames = map[kind][]string{
	city:        {"city", "全市", "市", "全市合计"},
	district:    {"district", "县市区", "区县", "县级"},
	institution: {"institution", "养老机构", "机构"},
}

func (k kind) String() string {
	if k == listed {
		return "listed"
	}
	return kindNames[k][0]
}

// MarshalText implements encoding.TextMarshaler.
func (k kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Text returns the kind in language l.
func (k kind) Text(l standards.Lang) string {
	if k == listed {
		return l.In("所列机构合计", "listed institutions")
	}
	return l.In(kindNames[k][1], kindNames[k][0])
}

func parseKind(word string) (kind, bool) {
	for k, names := range kindNames {
		for _, name := range names {
			if strings.EqualFold(word, name) {
				return k, true
			}
		}
	}
	return 0, false
}

// column is a column of the file.
type column uint8

const (
	colKind column = iota
	colPlace
	colName
	colMeetsStandard
	colInstitutions
	colMeeting
	colBeds
	colNursingBeds
	colWorkers
	colTrained
	colTekun
	colTekunIn
	colCommunities
	colCovered
	colCanteens
	colBuilt
	colBedsAdded
	colNursingBedsAdded
	columns
)

// firstCount is the first column that holds a count.
const firstCount = colInstitutions

// columnTable holds of each column the kinds of rows that it is for and its headers: the English
// and the Chinese one to write, then others that are read.
var columnTable = [columns]struct {
	of    kind
	names []string
}{
	colKind:             {city | district | institution, []string{"kind", "类别", "类型"}},
	colPlace:            {city | district | institution, []string{"place", "县市区", "所在县市区", "行政区划", "division"}},
	colName:             {city | district | institution, []string{"name", "机构名称", "名称"}},
	colMeetsStandard:    {institution, []string{"meets_standard", "是否符合服务质量基本规范"}},
	colInstitutions:     {city | district, []string{"institutions", "养老机构数"}},
	colMeeting:          {city | district, []string{"institutions_meeting_standard", "符合服务质量基本规范的机构数"}},
	colBeds:             {city | district | institution, []string{"beds", "机构床位数", "床位数"}},
	colNursingBeds:      {city | district | institution, []string{"nursing_beds", "其中护理型床位数", "护理型床位数"}},
	colWorkers:          {city | district | institution, []string{"workers", "养老护理员数"}},
	colTrained:          {city | district | institution, []string{"trained_workers", "其中经上岗培训人数", "经上岗培训人数"}},
	colTekun:            {city | district, []string{"tekun_without_full_self_care", "失能半失能特困人员数"}},
	colTekunIn:          {city | district, []string{"of_them_in_institutions", "其中集中供养人数"}},
	colCommunities:      {city | district, []string{"communities", "社区数"}},
	colCovered:          {city | district, []string{"communities_with_facilities", "其中有养老服务设施的社区数", "有养老服务设施的社区数"}},
	colCanteens:         {district, []string{"canteens", "长者餐厅数"}},
	colBuilt:            {city, []string{"tekun_institutions_built", "新改扩建特困供养机构数"}},
	colBedsAdded:        {city, []string{"tekun_beds_added", "特困供养机构新增床位数", "新增床位数"}},
	colNursingBedsAdded: {city, []string{"tekun_nursing_beds_added", "其中新增护理床位数", "新增护理床位数"}},
}

// String returns the English header, which stands in JSON.
func (c column) String() string { return columnTable[c].names[0] }

// MarshalText implements encoding.TextMarshaler.
func (c column) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Text returns the header in language l.
func (c column) Text(l standards.Lang) string { return l.In(columnTable[c].names[1], c.String()) }

// askedOf reports whether a row of kind k may state something in the column.
func (c column) askedOf(k kind) bool { return columnTable[c].of&k != 0 }

func parseColumn(header string) (column, bool) {
	for c := range columns {
		for _, name := range columnTable[c].names {
			if strings.EqualFold(header, name) {
				return c, true
			}
		}
	}
	return 0, false
}

// asked is a target: its short name in the table, and the columns that it is checked by. A plain
// count has no whole.
type asked struct {
	key         standards.NumberKey
	zh, en      string
	part, whole column
	share       bool
}

// askedTable holds every target, in the order of the items.
var askedTable = [...]asked{
	{standards.TekunInstitutionShare, "失能半失能特困人员集中供养", "tekun people in institutions", colTekunIn, colTekun, true},
	{standards.TekunInstitutions, "新改扩建特困供养机构", "tekun institutions built", colBuilt, 0, false},
	{standards.TekunBeds, "新增床位", "beds added", colBedsAdded, 0, false},
	{standards.TekunNursingBeds, "新增护理床位", "nursing beds added", colNursingBedsAdded, 0, false},
	{standards.CommunityCoverage, "社区养老服务设施覆盖", "communities with facilities", colCovered, colCommunities, true},
	{standards.ServiceQuality, "符合服务质量基本规范", "service standard met", colMeeting, colInstitutions, true},
	{standards.NursingBedShare, "护理型床位占比", "nursing beds", colNursingBeds, colBeds, true},
	{standards.WorkerTraining, "养老护理员上岗培训", "workers trained", colTrained, colWorkers, true},
	{standards.ElderCanteens, "长者餐厅", "elder canteens", colCanteens, 0, false},
}

func askedBy(key standards.NumberKey) asked {
	for _, a := range askedTable {
		if a.key == key {
			return a
		}
	}
	return asked{}
}

// parts are the columns that count a part of another column.
var parts = [...]struct{ part, whole column }{
	{colTekunIn, colTekun}, {colCovered, colCommunities}, {colMeeting, colInstitutions}, {colNursingBeds, colBeds},
	{colTrained, colWorkers}, {colNursingBedsAdded, colBedsAdded},
}
