package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const filled = "../testdata/eldercare-institutions.csv"

// ran runs the program over a file that comes from stdin.
func ran(file string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(file), &out, &errs)
	return code, out.String(), errs.String()
}

// checked is the report on a file, as JSON has it.
type checked struct {
	Rows, Refused int
	Faults        []struct {
		Line          int
		Column, Value string
		Why           struct{ Zh, En string }
	}
	Subjects []struct {
		Kind, Place, Name string
		Line, Summed      int
		Targets           []target
	}
	Totals []struct {
		Kind, Key                                                 string
		Asked, Met, Missed, NotStated, NotApplicable, NotOnRecord int
		Wanting                                                   int64
	}
	Readings map[string]string
	Unlisted []string
}

type target struct {
	Key, Of, Verdict string
	Figure           *struct {
		Num, Den                         int64
		Bound, Document, Clause, Printed string
	}
	Part, Whole *int64
	Wanting     int64
	Add         []string
	Blank       []int
	Planned     bool
}

// check checks a file and returns the report; code is what the program must exit with.
func check(t *testing.T, code int, file string, args ...string) (got checked) {
	t.Helper()
	if !slices.Contains(args, "-on") {
		args = append(args, "-on", "2020-10-01")
	}
	exit, stdout, stderr := ran(file, append([]string{"-lang", "en", "-json", "-"}, args...)...)
	require.Equal(t, code, exit, stderr)
	require.NoError(t, json.Unmarshal([]byte(stdout), &got))
	return got
}

// of returns the target of the row on a line, 0 being that of listed institutions.
func (c checked) of(t *testing.T, line int, key string) target {
	t.Helper()
	for _, s := range c.Subjects {
		for _, found := range s.Targets {
			if s.Line == line && found.Key == key {
				return found
			}
		}
	}
	t.Fatalf("line %d has no target %s", line, key)
	return target{}
}

func TestReport(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		var stdout, stderr bytes.Buffer
		require.Equal(t, 0, run([]string{"-on", "2020-10-01", "-lang", lang, filled}, nil, &stdout, &stderr), stderr.String())
		assert.Empty(t, stderr.String())
		path := filepath.Join("testdata", "report."+lang+".golden")
		if *update {
			require.NoError(t, os.WriteFile(path, stdout.Bytes(), 0o600))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err, "run the test with -update")
		assert.Equal(t, string(want), stdout.String())
	}
}

// Each target just below, at and just above its figure, of each of whom it is asked.
func TestEveryTargetBelowAtAndAbove(t *testing.T) {
	const (
		ofCity     = "city,Zhuzhou,"
		ofDistrict = "district,Youxian,"
		ofHome     = "institution,Youxian,A"
	)
	for _, row := range []struct {
		item, who, key, columns string
		at, whole               int64 // the least part that meets it, and of how many
	}{
		{"10", ofCity, "tekun-institution-share", "of_them_in_institutions,tekun_without_full_self_care", 501, 1001},
		{"12", ofCity, "tekun-institutions", "tekun_institutions_built", 2, 0},
		{"12", ofCity, "tekun-beds", "tekun_beds_added", 200, 0},
		{"12", ofCity, "tekun-nursing-beds", "tekun_nursing_beds_added", 160, 0},
		{"12", ofCity, "community-coverage", "communities_with_facilities,communities", 316, 351},
		{"13", ofCity, "service-quality", "institutions_meeting_standard,institutions", 150, 150},
		{"13", ofCity, "nursing-bed-share", "nursing_beds,beds", 5000, 9999},
		{"13", ofCity, "worker-training", "trained_workers,workers", 870, 870},
		{"10", ofDistrict, "tekun-institution-share", "of_them_in_institutions,tekun_without_full_self_care", 60, 120},
		{"12", ofDistrict, "community-coverage", "communities_with_facilities,communities", 31, 43},
		{"13", ofDistrict, "service-quality", "institutions_meeting_standard,institutions", 5, 5},
		{"13", ofDistrict, "nursing-bed-share", "nursing_beds,beds", 151, 301},
		{"13", ofDistrict, "worker-training", "trained_workers,workers", 44, 44},
		{"14", ofDistrict, "elder-canteens", "canteens", 1, 0},
		{"13", ofHome, "nursing-bed-share", "nursing_beds,beds", 41, 81},
		{"13", ofHome, "worker-training", "trained_workers,workers", 9, 9},
	} {
		for part := row.at - 1; part <= row.at+1; part++ {
			cells := strconv.FormatInt(part, 10)
			if row.whole > 0 {
				cells += "," + strconv.FormatInt(row.whole, 10)
			}
			if row.whole > 0 && part > row.whole {
				continue // more than all is refused
			}
			got := check(t, 0, "kind,place,name,"+row.columns+"\n"+row.who+","+cells+"\n").of(t, 2, row.key)
			verdict, wanting := "met", int64(0)
			if part < row.at {
				verdict, wanting = "missed", 1
			}
			assert.Equal(t, []any{verdict, wanting, part}, []any{got.Verdict, got.Wanting, *got.Part}, "item %s, %s%s: %s", row.item, row.who, row.key, cells)
			assert.Equal(t, []string{row.item, "zhuzhou-2020"}, []string{got.Figure.Clause, got.Figure.Document})
		}
	}
	for answer, verdict := range map[string]string{"yes": "met", "是": "met", "符合": "met", "no": "missed", "否": "missed", "不符合": "missed", "": "not-stated"} {
		got := check(t, 0, "kind,place,name,meets_standard\ninstitution,攸县,A,"+answer+"\n").of(t, 2, "service-quality")
		assert.Equal(t, verdict, got.Verdict, "item 13: %s", answer)
	}
}

// What a blank leaves open is not stated, and filling in what is asked for settles it.
func TestABlankIsNoMiss(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		code, sheet, stderr := ran("", "-sample", lang)
		require.Equal(t, 0, code, stderr)
		blank := check(t, 0, sheet)
		assert.Empty(t, blank.Unlisted)
		assert.Len(t, blank.Subjects, 13, "the city, ten units, the institution, and the institutions listed")
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(sheet, byteOrderMark))).ReadAll()
		require.NoError(t, err)
		for _, s := range blank.Subjects {
			for _, found := range s.Targets {
				if s.Kind == "listed" && found.Key == "service-quality" {
					require.Equal(t, []int{13}, found.Blank)
				}
				assert.Equal(t, "not-stated", found.Verdict)
				assert.Zero(t, found.Wanting)
				require.NotEmpty(t, found.Add)
				for _, add := range found.Add {
					c, ok := parseColumn(add)
					require.True(t, ok, add)
					switch {
					case s.Kind == "listed":
					case c == colMeetsStandard:
						rows[s.Line-1][c] = "是"
					default:
						rows[s.Line-1][c] = "7"
					}
				}
			}
		}
		var full strings.Builder
		require.NoError(t, csv.NewWriter(&full).WriteAll(rows))
		file := strings.ReplaceAll(full.String(), "\n全市,株洲市,,,7,7,7,7,7,7,7,7", "\n全市,株洲市,,,70,70,70,70,70,70,70,70")
		file = strings.ReplaceAll(file, "\ncity,Zhuzhou,,,7,7,7,7,7,7,7,7", "\ncity,Zhuzhou,,,70,70,70,70,70,70,70,70")
		for _, sum := range check(t, 0, file).Totals {
			assert.Zero(t, sum.NotStated, "%s %s", sum.Kind, sum.Key)
		}
	}
}

// A whole of 0 has no share, and a 0 that is stated is one.
func TestNothingToCount(t *testing.T) {
	got := check(t, 0, "kind,place,workers,trained_workers,canteens,beds,nursing_beds\ndistrict,攸县,0,0,0,,5\n")
	assert.Equal(t, "not-applicable", got.of(t, 2, "worker-training").Verdict)
	assert.Equal(t, "missed", got.of(t, 2, "elder-canteens").Verdict)
	assert.Equal(t, "not-stated", got.of(t, 2, "nursing-bed-share").Verdict)
	assert.Equal(t, []string{"beds"}, got.of(t, 2, "nursing-bed-share").Add)
}

const homes = "kind,place,name,institutions,beds,nursing_beds,meets_standard,workers,trained_workers\n"

// What a unit leaves blank of item 13 is the sum of its institutions where it states that they are
// all, and nothing otherwise.
func TestSumOfInstitutions(t *testing.T) {
	const two = "institution,攸县,A,,100,60,是,5,5\ninstitution,攸县,B,,51,10,否,,\n"
	for _, row := range []struct{ name, unit, beds, workers, quality string }{
		{"all: 70 of 151, 1 of 2; the workers of B are not stated", "district,攸县,,2,,,,,\n", "missed 6", "not-stated 0", "missed 1"},
		{"not all", "district,攸县,,3,,,,,\n", "not-stated 0", "not-stated 0", "not-stated 0"},
		{"how many there are is not stated", "district,攸县,,,,,,,\n", "not-stated 0", "not-stated 0", "not-stated 0"},
		{"what it states itself stands beside what is summed", "district,攸县,,2,,70,,9,9\n", "missed 6", "met 0", "missed 1"},
		{"its own figures stand where not all are listed", "district,攸县,,3,200,100,,,\n", "met 0", "not-stated 0", "not-stated 0"},
		{"another unit's institutions are not its own", "district,攸县,,2,,,,,\ninstitution,醴陵市,C,,9,9,是,9,9\n", "missed 6", "not-stated 0", "missed 1"},
	} {
		got := check(t, 0, homes+row.unit+two)
		for key, want := range map[string]string{"nursing-bed-share": row.beds, "worker-training": row.workers, "service-quality": row.quality} {
			found := got.of(t, 2, key)
			assert.Equal(t, want, fmt.Sprintf("%s %d", found.Verdict, found.Wanting), "%s: %s", row.name, key)
		}
	}
	got := check(t, 0, homes+"district,攸县,,2,,,,,\n"+two)
	assert.Equal(t, []int{4}, got.of(t, 2, "worker-training").Blank)
	assert.Equal(t, 2, got.Subjects[0].Summed)
	assert.Len(t, got.Subjects, 3, "they are not shown together once more")

	got = check(t, 0, homes+two)
	require.Len(t, got.Subjects, 3)
	assert.Equal(t, "listed", got.Subjects[2].Kind)
	assert.Equal(t, int64(6), got.of(t, 0, "nursing-bed-share").Wanting)
	assert.Len(t, got.Unlisted, 11, "the city and ten units")

	got = check(t, 0, homes+"city,,,2,,,,,\n"+two)
	assert.Equal(t, int64(6), got.of(t, 2, "nursing-bed-share").Wanting, "the city consists of its institutions too")
}

// A refused row of an institution is one all the same: the unit does not consist of the others.
func TestARefusedInstitutionIsNotLeftOutOfTheSum(t *testing.T) {
	const file = "institution,攸县,A,,100,60,是,5,5\ninstitution,攸县,B,,many,10,是,2,2\n"
	got := check(t, 1, homes+"district,攸县,,2,,,,,\n"+file)
	assert.Equal(t, "not-stated", got.of(t, 2, "nursing-bed-share").Verdict)
	assert.Equal(t, 1, got.Refused)
	got = check(t, 1, homes+"district,攸县,,1,,,,,\n"+file)
	assert.Equal(t, 2, got.Refused, "the unit states 1, and 2 stand there")
	got = check(t, 1, homes+"district,攸县,,1,,,,,\ninstitution,攸县,A,,100,60,是,5,5\ninstitution,攸县,A,,100,60,是,5,5\n")
	assert.Equal(t, "met", got.of(t, 2, "nursing-bed-share").Verdict, "the same one twice is one")
}

// Each refusal names line, column and value in both languages, and the other rows are checked.
func TestRefusals(t *testing.T) {
	const header = "kind,place,name,meets_standard,institutions,beds,nursing_beds,canteens\n"
	const good = "district,荷塘区,,,,,,1\n"
	for _, row := range []struct{ rows, en, zh string }{
		{"shop,攸县,A,,,,,\n", `line 3, column "kind": write institution, district or city: "shop"`, "第 3 行，列“kind”：须写明是养老机构、县市区还是全市：“shop”"},
		{",攸县,A,,,,,\n", `line 3, column "kind": write institution, district or city`, "第 3 行，列“kind”：须写明是养老机构、县市区还是全市"},
		{"district,长沙市,,,,,,\n", `line 3, column "place": write one of the ten county-level units: "长沙市"`, "第 3 行，列“place”：须是株洲市十个县市区之一：“长沙市”"},
		{"district,430105,,,,,,\n", `line 3, column "place": write one of the ten county-level units: "430105"`, "第 3 行，列“place”：须是株洲市十个县市区之一：“430105”"},
		{"city,攸县,,,,,,\n", `line 3, column "place": in the row of the city leave it blank or write Zhuzhou: "攸县"`, "第 3 行，列“place”：全市一行，此处须留空或写株洲市：“攸县”"},
		{"institution,攸县,,,,,,\n", `line 3, column "name": name the institution`, "第 3 行，列“name”：须写明是哪一家机构"},
		{"institution,攸县,A,大概,,,,\n", `line 3, column "meets_standard": write yes or no, and leave it blank where it is not known: "大概"`, "第 3 行，列“meets_standard”：须写“是”或“否”；不清楚的请留空：“大概”"},
		{"institution,攸县,A,,,120张,,\n", `line 3, column "beds": write a whole number in digits alone, and leave it blank where it is not known: "120张"`, "第 3 行，列“beds”：须是 0 或正整数，只写数字；不清楚的请留空：“120张”"},
		{"institution,攸县,A,,,\"1,200\",,\n", `line 3, column "beds": write a whole number in digits alone, and leave it blank where it is not known: "1,200"`, "第 3 行，列“beds”：须是 0 或正整数，只写数字；不清楚的请留空：“1,200”"},
		{"institution,攸县,A,,,-1,,\n", `line 3, column "beds": write a whole number in digits alone, and leave it blank where it is not known: "-1"`, "第 3 行，列“beds”：须是 0 或正整数，只写数字；不清楚的请留空：“-1”"},
		{"institution,攸县,A,,,,50%,\n", `line 3, column "nursing_beds": write a whole number in digits alone, and leave it blank where it is not known: "50%"`, "第 3 行，列“nursing_beds”：须是 0 或正整数，只写数字；不清楚的请留空：“50%”"},
		{"institution,攸县,A,,,10000001,,\n", `line 3, column "beds": above 10000000: "10000001"`, "第 3 行，列“beds”：大于 10000000：“10000001”"},
		{"institution,攸县,A,,,99999999999999999999,,\n", `line 3, column "beds": above 10000000: "99999999999999999999"`, "第 3 行，列“beds”：大于 10000000：“99999999999999999999”"},
		{"institution,攸县,A,,,80,90,\n", `line 3, column "nursing_beds": more than the 80 of "beds": "90"`, "第 3 行，列“nursing_beds”：大于“beds”的 80：“90”"},
		{"institution,攸县,A,,,,,1\n", `line 3, column "canteens": leave it blank in the row of an institution: "1"`, "第 3 行，列“canteens”：养老机构的行不填此列，请留空：“1”"},
		{"district,荷塘区,,,,,,2\n", `line 3, column "place": it already stands on line 2: "荷塘区"`, "第 3 行，列“place”：与第 2 行重复：“荷塘区”"},
		{"district,攸县,,,,,,,多\n", `line 3: 9 cells, and the header has 8 columns: "多"`, "第 3 行：有 9 个单元格，表头只有 8 列：“多”"},
		{"district,攸县,,,,8\"0,,\n", `line 3: a quotation mark is misplaced`, "第 3 行：引号用得不对"},
		{"district,攸县,\"\n,,,,,\n", `line 3: a quotation mark is not closed, and nothing was read down to line 4`, "第 3 行：引号没有配对，到第 4 行为止没有读入"},
		{"institution,攸县,A,,,80,50,\ndistrict,攸县,,,,79,,\n", `line 4, column "beds": less than the 80 of the rows listed: "79"`, "第 4 行，列“beds”：小于所列各行合计的 80：“79”"},
		{"institution,攸县,A,,,80,50,\ndistrict,攸县,,,1,81,,\n", `line 4, column "beds": all institutions are listed (1), and they come to 80: "81"`, "第 4 行，列“beds”：与所列全部 1 所机构合计的 80 不一致：“81”"},
		{"institution,攸县,A,,,80,50,\ndistrict,攸县,,,0,,,\n", `line 4, column "institutions": less than the 1 of the rows listed: "0"`, "第 4 行，列“institutions”：小于所列各行合计的 1：“0”"},
		{"district,攸县,,,4,,,\ncity,,,,3,,,\n", `line 4, column "institutions": less than the 4 of the rows listed: "3"`, "第 4 行，列“institutions”：小于所列各行合计的 4：“3”"},
	} {
		for lang, want := range map[string]string{"en": "standard input: " + row.en + "\n", "zh": "标准输入：" + row.zh + "\n"} {
			code, stdout, stderr := ran(header+good+row.rows, "-on", "2020-10-01", "-lang", lang, "-")
			assert.Equal(t, 1, code, row.rows)
			assert.Equal(t, want, stderr)
			assert.Contains(t, stdout, map[string]string{"en": "Hetang (line 2)", "zh": "荷塘区（第 2 行）"}[lang])
		}
		assert.Equal(t, 1, check(t, 1, header+good+row.rows).Refused)
	}
	got := check(t, 1, header+good+"institution,攸县,A,大概,,80,90,\n")
	require.Len(t, got.Faults, 2, "every fault of a row")
	last := got.Faults[1]
	assert.Equal(t, []any{3, "nursing_beds", "90", `more than the 80 of "beds"`}, []any{last.Line, last.Column, last.Value, last.Why.En})
}

// Where every row is refused there is a report of nothing, and nobody is said to have met anything.
func TestEveryRowRefused(t *testing.T) {
	code, stdout, _ := ran("kind,place\ndistrict,nowhere\n", "-on", "2020-10-01", "-lang", "en", "-")
	assert.Equal(t, 1, code)
	assert.Contains(t, stdout, "(rows read: 1, refused of them: 1)\n0 targets asked: 0 met, 0 missed, 0 not stated\n")
	assert.Contains(t, stdout, "  there is no row to check\n")
}

// A file of which nothing can be used ends the run, and the message says what to do.
func TestUnusableFiles(t *testing.T) {
	for _, row := range []struct{ file, en string }{
		{"", "no header: the first row names the columns (-sample en prints a sheet)"},
		{"kind,place\n", "nothing stands below the header"},
		{"kind,place\n,\n", "nothing stands below the header"},
		{"kind,beds\ndistrict,1\n", `line 1: the header has no column "place"; the first row names the columns (-sample en prints a sheet)`},
		{"\n2020年养老机构情况表,,\n", `line 2: the header has no column "kind"; the first row names the columns (-sample en prints a sheet)`},
		{"kind,place,类别\ncity,,\n", `line 1: "kind" and "类别" are the same column`},
		{"kind,place\n\xd6\xea\xd6\xde,\n", `line 2: not UTF-8; in the spreadsheet choose "Save as", and there "CSV UTF-8"`},
		{"k\x00i\x00", `line 1: not UTF-8; in the spreadsheet choose "Save as", and there "CSV UTF-8"`},
		{"kind,place\n" + strings.Repeat("city,\n", maxRows+1), "more than 100000 rows"},
	} {
		code, stdout, stderr := ran(row.file, "-on", "2020-10-01", "-lang", "en", "-")
		assert.Equal(t, 2, code)
		assert.Empty(t, stdout)
		assert.Equal(t, "eldercare: standard input: "+row.en+"\n", stderr)
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{}, {"-"}, {"-on", "2020-10-01"}, {"-on", "2020-10-01", "-", "-"}, {"-on", "2020-10-01", "-json", "-csv", "-"}, {"-sample", "fr"},
		{"-sample", "zh", "-"}, {"-on", "October", "-"}, {"-on", "2030-01-01", "-"}, {"-on", "2020-10-01", "no-such-file"}, {"-on", "2020-10-01", "-tables", "no-such-file", "-"}} {
		code, stdout, stderr := ran("", append(args, "-lang", "en")...)
		assert.Equal(t, 2, code, args)
		assert.Empty(t, stdout)
		assert.NotEmpty(t, stderr)
	}
	code, stdout, _ := ran("", "-h", "-lang", "zh")
	assert.Equal(t, 0, code)
	assert.Equal(t, usageZh, stdout)
}

// English headers, a byte order mark, other line ends and codes of places change nothing. A column
// that is not read is warned of.
func TestOtherWaysToWriteIt(t *testing.T) {
	chinese := check(t, 0, "类别,县市区,长者餐厅数,社区数,其中有养老服务设施的社区数\n县市区,攸县,1,10,7\n").Subjects
	for _, file := range []string{
		"\uFEFFkind,place,canteens,communities,communities_with_facilities\r\ndistrict,430223,1,10,7\r\n",
		"Kind , PLACE,canteens,communities,communities_with_facilities\ndistrict, youxian ,1,10,7",
		"communities,communities_with_facilities,canteens,place,kind,phone\n10,7,1,湖南省株洲市攸县,区县,\n",
	} {
		assert.Equal(t, chinese, check(t, 0, file).Subjects)
	}
	code, _, stderr := ran("kind,place,护理床位\ndistrict,攸县,5\n", "-on", "2020-10-01", "-lang", "en", "-")
	assert.Equal(t, 0, code)
	assert.Equal(t, "warning: standard input: line 1, column \"护理床位\": this column is not read\n", stderr)
}

// The targets are those of the day: planned before they were published, none after the year, a
// draft's where one is laid over.
func TestTheDay(t *testing.T) {
	const file = "kind,place,canteens\ndistrict,攸县,1\n"
	asked := check(t, 0, file)
	assert.False(t, asked.of(t, 2, "elder-canteens").Planned)
	assert.Equal(t, "calendar-year", asked.Readings["effective-2020"])
	assert.True(t, check(t, 0, file, "-on", "2020-08-31").of(t, 2, "elder-canteens").Planned)
	without := check(t, 0, file, "-on", "2021-03-01").of(t, 2, "elder-canteens")
	assert.Equal(t, "not-on-record", without.Verdict)
	assert.Nil(t, without.Figure)

	draft := filepath.Join(t.TempDir(), "draft.json")
	require.NoError(t, os.WriteFile(draft, []byte(`{"id":"d","kind":"draft","title":"SAMPLE","rows":[{"key":"elder-canteens","place":"430200","count":3,
		"bound":"at-least","from":"2021-01-01","clause":"3"}]}`), 0o600))
	with := check(t, 0, file, "-on", "2021-03-01", "-tables", draft).of(t, 2, "elder-canteens")
	assert.Equal(t, []any{"missed", int64(2), "3"}, []any{with.Verdict, with.Wanting, with.Figure.Clause})
	_, text, _ := ran(file, "-on", "2021-03-01", "-lang", "en", "-tables", draft, "-")
	assert.Contains(t, text, "draft, not law in force: d  SAMPLE\n")
	assert.Contains(t, text, "tables file d, item 3  elder canteens                ≥3 canteens       1  missed     2 canteens\n")
	_, text, _ = ran(file, "-on", "2021-03-01", "-lang", "zh", "-")
	assert.Contains(t, text, "该日没有可据的目标；可用 -tables 载入")
}

// Totals and the rows of the CSV tie to the targets of the JSON, number by number.
func TestOutputsTieToEachOther(t *testing.T) {
	content, err := os.ReadFile(filled)
	require.NoError(t, err)
	report := check(t, 0, string(content))
	var wanting, verdicts [2]int64
	code, stdout, _ := ran(string(content), "-on", "2020-10-01", "-lang", "en", "-csv", "-")
	require.Equal(t, 0, code)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(stdout, byteOrderMark))).ReadAll()
	require.NoError(t, err)
	rows = rows[1:]
	for _, s := range report.Subjects {
		for _, found := range s.Targets {
			require.NotEmpty(t, rows)
			row := rows[0]
			rows = rows[1:]
			assert.Equal(t, []string{s.Kind, s.Name, numeral(found.Part), numeral(found.Whole)}, []string{strings.Replace(row[0], "listed institutions", "listed", 1), row[2], row[6], row[7]})
			if found.Verdict == "met" || found.Verdict == "missed" {
				assert.Equal(t, strconv.FormatInt(found.Wanting, 10), row[9])
			} else {
				assert.Empty(t, row[9])
			}
			if s.Kind != "listed" {
				wanting[0] += found.Wanting
				verdicts[0]++
			}
		}
	}
	assert.Empty(t, rows)
	for _, sum := range report.Totals {
		wanting[1] += sum.Wanting
		verdicts[1] += int64(sum.Met + sum.Missed + sum.NotStated + sum.NotApplicable + sum.NotOnRecord)
		assert.Equal(t, sum.Asked, sum.Met+sum.Missed+sum.NotStated+sum.NotApplicable+sum.NotOnRecord)
	}
	assert.Equal(t, wanting[0], wanting[1])
	assert.Equal(t, verdicts[0], verdicts[1])
}

// numeral is n in digits, "" where there is none.
func numeral(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

// Nothing in a name moves the cursor of a terminal or is a formula to a spreadsheet.
func TestNames(t *testing.T) {
	const file = "kind,place,name\ninstitution,攸县,=1+1\x1b[2J\n"
	_, text, _ := ran(file, "-on", "2020-10-01", "-lang", "en", "-")
	assert.NotContains(t, text, "\x1b")
	_, sheet, _ := ran(file, "-on", "2020-10-01", "-lang", "en", "-csv", "-")
	assert.Contains(t, sheet, "institution,Youxian,'=1+1")
}

// Every column has its headers to itself, every target its columns.
func TestColumns(t *testing.T) {
	seen := map[string]column{}
	for c := range columns {
		for _, name := range columnTable[c].names {
			other, twice := seen[name]
			assert.False(t, twice, "%s: %v and %v", name, other, c)
			seen[name] = c
		}
	}
	for _, a := range askedTable {
		assert.GreaterOrEqual(t, a.part, firstCount, a.en)
		assert.Equal(t, a.share, a.whole >= firstCount, a.en)
		assert.Equal(t, a.share, standards.Key(a.key).Info().Form&standards.Share != 0, a.en)
	}
}

// A file that no register can be is refused before it is read whole.
func TestTooLarge(t *testing.T) {
	code, stdout, stderr := ran(strings.Repeat("x", maxSize+1), "-lang", "en", "-on", "2020-10-01", "-")
	assert.Equal(t, 2, code)
	assert.Empty(t, stdout)
	assert.Equal(t, "eldercare: standard input: the file is above 32 MB\n", stderr)
}
