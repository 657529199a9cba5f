package desk

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// reported decides a register and returns the decisions, what was said, and the files of -summary,
// -totals and -page.
func reported(t *testing.T, register string, args ...string) (decisions, said string, s wireSummary, totals [][]string, page string) {
	t.Helper()
	dir := t.TempDir()
	name := func(file string) string { return filepath.Join(dir, file) }
	_, decisions, said = ran(t, register, append(args, "-summary", name("s"), "-totals", name("t"), "-page", name("p"))...)
	read := func(file string) string {
		data, err := os.ReadFile(name(file))
		require.NoError(t, err, said)
		return string(data)
	}
	require.NoError(t, json.Unmarshal([]byte(read("s")), &s))
	marked := read("t")
	require.True(t, strings.HasPrefix(marked, byteOrderMark), "for spreadsheet programs")
	totals, err := csv.NewReader(strings.NewReader(marked[len(byteOrderMark):])).ReadAll()
	require.NoError(t, err)
	return decisions, said, s, totals, read("p")
}

// What is written, the summary, the table of costs, the JSON and the page tie to the fen, with
// households that stand for several, that are refused, and of both kinds of hukou.
func TestEverythingTiesToTheFen(t *testing.T) {
	const header = "household,division,residence,property,weight,member,born,member_residence,own_income_month_yuan,disability_category,disability_grade\n"
	register := header + "w,天元区,urban,within,7,m,1975-01-01,,333.33,,\n" +
		"both,荷塘区,,within,2,m,1975-01-01,urban,100,,\nboth,,,,,n,1976-01-01,rural,0,,\n" +
		"open,攸县,rural,,3,m,1975-01-01,,0,physical,1\nrefused,nowhere,urban,within,,m,1975-01-01,,0,,\n" +
		"cover,石峰区,urban,within,5,m,1970-01-01,,1700,,\ncover,,,,,n,1971-01-01,,0,physical,1\n" +
		"subsidised,攸县,rural,within,,m,1975-01-01,,11.11,visual,2\nlast,醴陵市,urban,within,,m,1975-01-01,,0,,\n"
	for name, text := range map[string]string{"weights": register, "generated": generated(t)} {
		decisions, said, s, totals, page := reported(t, text)
		var written [3]int64 // dibao, all, and the households on dibao
		for _, row := range table(t, decisions) {
			weight, code := wire.ParseFen(row["weight"])
			require.Empty(t, code)
			dibao, _ := wire.ParseFen(row["dibao_yuan"])
			all, code := wire.ParseFen(row["total_yuan"])
			require.Empty(t, code)
			written[0] += dibao * (weight / 100)
			written[1] += all * (weight / 100)
			if row["dibao_verdict"] == "eligible" {
				written[2] += weight / 100
			}
		}
		require.Positive(t, written[0], name)
		assert.Equal(t, written[1], s.All.Month.Fen, name)
		assert.Equal(t, s.TotalYuan, s.All.Month.Number())
		assert.Equal(t, s.TotalBound.String(), s.All.Month.Bound())
		for _, list := range [][]wireCost{s.Costs, s.ByBenefit, s.ByPlace} {
			var month, year sheet.Sum
			for _, one := range list {
				month, year = month.Plus(one.Month), year.Plus(one.Year)
			}
			assert.Equal(t, s.All.Month.Fen, month.Fen, name)
			assert.Equal(t, s.All.Year.Fen, year.Fen, name)
			assert.Equal(t, s.All.Month.Fen*12, year.Fen, name)
		}
		for _, one := range s.ByBenefit {
			was := s.Benefit[one.Benefit.String()]
			assert.Equal(t, money{one.People, one.Month.Number(), was.AtLeast, was.Missing, one.Undetermined}, was)
			if one.Benefit == benefit.Dibao {
				assert.Equal(t, written[0], one.Month.Fen)
				assert.Equal(t, written[2], one.Households)
				assert.Equal(t, s.OnDibao-s.Alone, one.People)
			}
		}
		all := totals[len(totals)-1]
		assert.Equal(t, []string{"all", "all", "all"}, all[:3])
		assert.Equal(t, []string{s.All.Month.Number(), s.All.Year.Number(), s.All.Month.Bound()}, all[7:])
		assert.Len(t, totals, 1+len(s.Costs)+len(s.ByBenefit)+len(s.ByPlace)+1)
		for i, one := range append(append(append(s.Costs, s.ByBenefit...), s.ByPlace...), s.All) {
			assert.Equal(t, one.Month.Number(), totals[i+1][7])
			assert.Equal(t, count(one.Households), totals[i+1][3])
			assert.Equal(t, count(one.People), totals[i+1][4])
			if one.Month.Fen == 0 && one.Month.AtLeast {
				continue // a word stands in its place
			}
			assert.Contains(t, page, "<td>"+one.Month.Yuan()+"</td><td>"+one.Year.Wan()+"</td>", name)
		}
		assert.Contains(t, said, s.All.Month.Yuan(), name)
		assert.Contains(t, said, s.All.Year.Wan(), name)
		assert.NotContains(t, page, "<script")
		assert.NotRegexp(t, `(src|href)=`, page)
	}
}

// What is undetermined stands beside the sum that is known, with a word in place of a zero.
func TestUndeterminedIsNoZero(t *testing.T) {
	const text = "household,division,residence,property,member,born,own_income_month_yuan\na,天元区,urban,within,m,1975-01-01,100\nb,攸县,rural,,m,1975-01-01,0\nb,,,,n,1975-01-01,0\n"
	_, said, s, totals, page := reported(t, text)
	assert.Regexp(t, `Youxian +rural +0 +0 +2 +undetermined\n`, said)
	assert.Contains(t, said, "households that wait for something: 1, with 2 people; what is undetermined has no amount and is in no sum above, which does not mean 0\n")
	assert.Contains(t, page, "<td>0</td><td>0</td><td>2</td><td>undetermined</td>")
	assert.Equal(t, []string{"Youxian", "rural", "all", "0", "0", "2", "1", "0.00", "0.00", "at-least"}, totals[len(totals)-2])
	assert.Equal(t, wireCost{Households: 1, People: 1, Undetermined: 2, Waiting: 1, Month: sheet.Sum{Fen: 500_00, AtLeast: true}, Year: sheet.Sum{Fen: 6000_00, AtLeast: true}}, s.All)
	assert.Contains(t, page, "whether property is within the limit (a column property, or -property)")
}

// The page tells what the sums leave out and what was taken for something.
func TestThePageTellsWhatTheSumsAre(t *testing.T) {
	const text = "户编号,县市区,户口性质,家庭财产,姓名,出生日期,月收入,残疾类别,残疾等级\n甲,天元区,城镇,符合规定,张三,1970-01-01,500,肢体,1级\n丁,某区,城镇,符合规定,钱七,1980-01-01,0,,\n"
	_, _, _, totals, page := reported(t, text, "-lang", "zh", "-tables", "../../testdata/youxian-2020.json", "-assume", "income=none")
	assert.Equal(t, []string{"地方", "户籍", "项目", "户数", "人数", "待定人数", "有待定事项的户数", "每月（元）", "全年（元）", "金额是否确定"}, totals[0])
	for _, want := range []string{"<title>社会救助登记表汇总：按2020年10月1日的标准</title>", `<html lang="zh-CN">`, "补充：youxian-2020，", "未能审核的 1 户不在任何合计之内。",
		"income=none", "<h2>登记表未载明而作了认定的</h2>", "法定义务人及其履行义务能力</td><td class=\"t\">有能力</td><td>1</td>", "月人均救助水平约每月100.00元"} {
		assert.Contains(t, page, want)
	}
	assert.NotContains(t, page, "按地方和户籍类别</h2>\n<div class=\"scroll\"><table></table>")
}

// A register without people has no totals, and one of certificates those of the two subsidies.
func TestTotalsOfOtherRegisters(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.html")
	code, out, said := ran(t, "户主姓名,保障人数,月保障金额,县市区,户口性质\n张三,2,300,天元区,城镇\n", "-page", file)
	assert.Equal(t, 2, code)
	assert.Empty(t, out)
	assert.Contains(t, said, "nobody is decided, so there are neither totals nor a page of them")
	assert.NoFileExists(t, file)
	_, _, s, _, page := reported(t, "姓名,县市区,残疾证号,户口性质\n张三,天元区,43021119800302123X11,城镇\n")
	for _, one := range s.ByBenefit {
		assert.True(t, one.Benefit == benefit.Living || one.Benefit == benefit.Nursing, one.Benefit.String())
	}
	assert.Contains(t, page, "the two subsidies alone are decided")
}

// A register of heads alone is warned of, with a column of relations too; where it says how many people
// there are, nobody is taken for a household of one.
func TestHeadsAlone(t *testing.T) {
	heads := func(header, cell string) string {
		text := "户编号,县市区,户口性质,家庭财产,姓名,出生日期,与户主关系,月收入" + header + "\n"
		for _, id := range []string{"甲", "乙", "丙"} {
			text += id + ",天元区,城镇,符合规定," + id + ",1970-01-01,户主,100" + cell + "\n"
		}
		return text
	}
	_, out, said := ran(t, heads("", ""))
	assert.Len(t, table(t, out), 3)
	assert.Contains(t, said, "warning: every household has one person, and people is not stated; if the register lists heads alone, these decisions are wrong\n")
	_, out, said = ran(t, heads(",家庭人口数", ",4"))
	assert.Empty(t, table(t, out))
	assert.Contains(t, said, "0 households with 0 people decided, 3 refused")
}
