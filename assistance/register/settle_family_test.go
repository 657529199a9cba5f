package register_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

const familyHeader = "户号,县市区,家庭月收入,家庭年收入,月人均收入,年人均收入,姓名,出生日期,工资性收入(元/年)\n"

// yearly is wages a year, in yuan.
func yearly(yuan int64) []assistance.Income {
	return []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(yuan*100, perYear)}}
}

// The income of the family is checked against the incomes of its members and the household's own,
// and taken for their income where they state none.
func TestTheIncomeOfTheFamily(t *testing.T) {
	month := func(value, detail string) register.Errors {
		return register.Errors{{Line: 2, Column: "家庭月收入", Value: value, Code: "income-sum", Detail: detail}}
	}
	for _, c := range []struct {
		name, family           string
		first, second, own     string // wages a year of the members, and income of the household itself
		want, wantNext, wantOf []assistance.Income
		faults                 register.Errors
	}{
		{"nothing", ",,,", "", "", "", nil, nil, nil, nil},
		{"a month", "300,,,", "", "", "", none, none, other(300_00, perMonth), nil},
		{"a year", ",3600.01,,", "", "", "", none, none, other(3600_01, perYear), nil},
		{"none", "0,,,", "", "", "", none, none, nil, nil},
		{"none a year", ",0,,", "", "", "", none, none, nil, nil},
		{"both", "300,3600.06,,", "", "", "", none, none, other(300_00, perMonth), nil},
		{"a year that is not the month", "300,3600.07,,", "", "", "", nil, nil, nil,
			register.Errors{{Line: 2, Column: "家庭年收入", Value: "3600.07", Code: "income-sum", Detail: "300.00元/月"}}},

		{"the sum of both", "600,,,", "3000", "4200", "", yearly(3000), yearly(4200), nil, nil},
		{"more than both", "601,,,", "3000", "4200", "", yearly(3000), yearly(4200), nil, month("601", "600.00元/月")},
		{"less than both", "599,,,", "3000", "4200", "", yearly(3000), yearly(4200), nil, month("599", "600.00元/月")},
		{"a year that is less", ",7199,,", "3000", "4200", "", yearly(3000), yearly(4200), nil,
			register.Errors{{Line: 2, Column: "家庭年收入", Value: "7199", Code: "income-sum", Detail: "7200.00元/年"}}},
		{"a sum that is no whole fen a month", "5,,,", "100", "0", "", yearly(100), none, nil, month("5", "100.00元/年")},
		{"that sum, to the fen", "8.33,,,", "100", "0", "", yearly(100), none, nil, nil},
		{"the household's own income beside", "700,,,", "3000", "4200", "1200", yearly(3000), yearly(4200), yearly(1200), nil},
		{"without the household's own", "600,,,", "3000", "4200", "1200", yearly(3000), yearly(4200), yearly(1200), month("600", "700.00元/月")},

		{"nothing is left for the second", "250,,,", "3000", "", "", yearly(3000), none, nil, nil},
		{"something is left", "251,,,", "3000", "", "", yearly(3000), nil, nil, nil},
		{"less than the first has", "249,,,", "3000", "", "", yearly(3000), nil, nil, month("249", "250.00元/月")},
		{"the first has none, and something is left", "250,,,", "0", "", "", none, nil, nil, nil},
		{"the household's own alone", "100,,,", "", "", "1200", none, none, yearly(1200), nil},
		{"more than the household's own", "101,,,", "", "", "1200", nil, nil, yearly(1200), nil},

		// what is per head is rounded to yuan, or to fen
		{"per head", ",,300,", "", "", "", none, none, other(600_00, perMonth), nil},
		{"per head a year", ",,,3600", "", "", "", none, none, other(7200_00, perYear), nil},
		{"none per head", ",,0,", "", "", "", none, none, nil, nil},
		{"a yuan per head is some", ",,1,", "", "", "", none, none, other(2_00, perMonth), nil},
		{"a fen per head is some", ",,0.01,", "", "", "", none, none, other(2, perMonth), nil},
		{"a yuan per head a year is some", ",,,1", "", "", "", none, none, other(2_00, perYear), nil},
		{"per head of both", ",,300,", "3000", "4200", "", yearly(3000), yearly(4200), nil, nil},
		{"per head of both, rounded down", ",,300,", "3000", "4223", "", yearly(3000), yearly(4223), nil, nil},
		{"a yuan per head less", ",,300,", "3000", "4224", "", yearly(3000), yearly(4224), nil,
			register.Errors{{Line: 2, Column: "月人均收入", Value: "300", Code: "income-sum", Detail: "602.00元/月"}}},
		{"per head of both, rounded up", ",,300,", "3000", "4177", "", yearly(3000), yearly(4177), nil, nil},
		{"a yuan per head more", ",,300,", "3000", "4176", "", yearly(3000), yearly(4176), nil,
			register.Errors{{Line: 2, Column: "月人均收入", Value: "300", Code: "income-sum", Detail: "598.00元/月"}}},
		{"per head a year of both", ",,,3600", "3000", "4201", "", yearly(3000), yearly(4201), nil, nil},
		{"a yuan a year per head less", ",,,3600", "3000", "4202", "", yearly(3000), yearly(4202), nil,
			register.Errors{{Line: 2, Column: "年人均收入", Value: "3600", Code: "income-sum", Detail: "7202.00元/年"}}},
		{"per head leaves nothing", ",,300,", "7210", "", "", yearly(7210), none, nil, nil},
		{"per head leaves something", ",,300,", "7100", "", "", yearly(7100), nil, nil, nil},

		// per head beside the family
		{"per head beside the family", "600,,300,", "", "", "", none, none, other(600_00, perMonth), nil},
		{"per head beside it, rounded", "601.99,,300,", "", "", "", none, none, other(601_99, perMonth), nil},
		{"per head beside it, a yuan off", "602,,300,", "", "", "", nil, nil, nil,
			register.Errors{{Line: 2, Column: "月人均收入", Value: "300", Code: "income-sum", Detail: "602.00元/月"}}},
		{"per head beside it to the fen", "600.01,,300.01,", "", "", "", none, none, other(600_01, perMonth), nil},
		{"per head beside it, a fen off", "600,,300.01,", "", "", "", nil, nil, nil,
			register.Errors{{Line: 2, Column: "月人均收入", Value: "300.01", Code: "income-sum", Detail: "600.00元/月"}}},
		{"per head a year beside the year", ",7201,,3600", "", "", "", none, none, other(7201_00, perYear), nil},
		{"both per head, and both are off", ",9000,300,3600", "", "", "", nil, nil, nil,
			register.Errors{{Line: 2, Column: "月人均收入", Value: "300", Code: "income-sum", Detail: "9000.00元/年"},
				{Line: 2, Column: "年人均收入", Value: "3600", Code: "income-sum", Detail: "9000.00元/年"}}},

		// per head a month beside per head a year
		{"both per head", ",,300,3612", "", "", "", none, none, other(600_00, perMonth), nil},
		{"both per head, the year less", ",,300,3588", "", "", "", none, none, other(600_00, perMonth), nil},
		{"both per head, the year too much", ",,300,3613", "", "", "", nil, nil, nil,
			register.Errors{{Line: 2, Column: "年人均收入", Value: "3613", Code: "income-sum", Detail: "300.00元/月"}}},
		{"both per head, the year too little", ",,300,3587", "", "", "", nil, nil, nil,
			register.Errors{{Line: 2, Column: "年人均收入", Value: "3587", Code: "income-sum", Detail: "300.00元/月"}}},
		{"both per head to the fen", ",,300.01,3600.24", "", "", "", none, none, other(600_02, perMonth), nil},
		{"both per head, a fen off", ",,300.01,3600.25", "", "", "", nil, nil, nil,
			register.Errors{{Line: 2, Column: "年人均收入", Value: "3600.25", Code: "income-sum", Detail: "300.01元/月"}}},

		// the largest sum of a household
		{"the most per head", ",,1000000000,", "", "", "", none, none, other(2_000_000_000_00, perMonth), nil},
		{"more than that", ",,1000000000.01,", "", "", "", nil, nil, nil, nil},
		{"more than that a year", ",,,1000000000.01", "", "", "", nil, nil, nil, nil},
		{"as much beside the family", "2000000001,,1000000000.5,", "", "", "", none, none, other(2_000_000_001_00, perMonth), nil},
	} {
		records, faults := openAll(t, familyHeader+"甲,攸县,"+c.family+",张三,1990-01-01,"+c.first+"\n甲,,,,,,李四,1980-01-01,"+c.second+
			"\n甲,,,,,,,,"+c.own+"\n", register.Options{})
		require.Len(t, records, 1, c.name)
		assert.Equal(t, c.faults, faults, c.name)
		h := records[0].Household
		assert.Equal(t, c.want, h.Members[0].Income, c.name)
		assert.Equal(t, c.wantNext, h.Members[1].Income, c.name)
		assert.Equal(t, c.wantOf, h.Income, c.name)
	}
}

// Income that is taken from that per head is a warning, since it may be rounded.
func TestIncomePerHeadIsAWarning(t *testing.T) {
	for family, column := range map[string]string{",,300,": "月人均收入", ",,,300": "年人均收入", "300,,,": "", "600,,300,": "", ",,0,": ""} {
		for _, read := range []func(testing.TB, string, register.Options) ([]register.Record, register.Errors){openAll, sheetAll} {
			records, faults := read(t, familyHeader+"甲,攸县,,,,,张三,1990-01-01,\n甲,,"+family+",李四,1980-01-01,\n", register.Options{})
			require.Empty(t, faults)
			if column == "" {
				assert.Empty(t, records[0].Warnings, family)
				continue
			}
			require.Len(t, records[0].Warnings, 1)
			w := *records[0].Warnings[0]
			assert.Contains(t, []string{"", "E3", "F3"}, w.Cell)
			w.Cell = ""
			assert.Equal(t, register.Error{Line: 3, Column: column, Value: "300", Code: register.CodePerHead}, w)
		}
	}
}

// A household that is refused for something else is not refused for its sum too.
func TestASumOfAHouseholdThatIsRefused(t *testing.T) {
	_, faults := openAll(t, familyHeader+"甲,攸县,9,,,,张三,1990-01-01,100\n甲,长沙,,,,,李四,1980-01-01,5\n", register.Options{})
	assert.Equal(t, register.Errors{{Line: 3, Column: "县市区", Value: "长沙", Code: "unknown-place"}}, faults)
}

// The income of a family of one is that person's own, whatever else is stated.
func TestTheIncomeOfAFamilyOfOne(t *testing.T) {
	records, faults := openAll(t, "户号,县市区,家庭月收入,姓名,出生日期,残疾类别,残疾等级,是否重病,离家原因\n甲,攸县,300,张三,1990-01-01,肢体,二级,是,服刑\n", register.Options{})
	require.Empty(t, faults)
	assert.Nil(t, records[0].Household.Income)
	assert.Equal(t, other(300_00, perMonth), records[0].Household.Members[0].Income)
}

// Of several, the own income of one for whom it could decide something by itself stays not stated:
// of a disabled person, of an ill one, of one without support, and of one with a hukou of their
// own (暂行办法 art. 3, 4).
func TestWhoseIncomeIsStatedByThatOfTheFamily(t *testing.T) {
	for _, c := range []struct {
		cells  string
		stated bool
	}{
		{",,,,", true}, {"肢体,二级,,,", false}, {"无,无,,,", true}, {",,是,,", false}, {",,否,,", true}, {",,,无能力,", false}, {",,,无,", false},
		{",,,有能力,", true}, {",,,,农村", false},
	} {
		records, faults := openAll(t, "户号,县市区,家庭月收入,姓名,出生日期,残疾类别,残疾等级,是否重病,support,成员户口性质\n"+
			"甲,攸县,300,张三,1990-01-01,"+c.cells+"\n甲,,,李四,1990-01-01,,,,,\n", register.Options{})
		require.Empty(t, faults, c.cells)
		assert.Equal(t, other(300_00, perMonth), records[0].Household.Income)
		assert.Equal(t, c.stated, records[0].Household.Members[0].Income != nil, c.cells)
		assert.Equal(t, none, records[0].Household.Members[1].Income)
	}
}

// The income of a family in which somebody may not count is refused: nobody knows whose it is.
func TestWhoseIncomeIsNotKnown(t *testing.T) {
	days := map[string]standards.Date{"": {}, "2020": standards.Day(2020, time.October, 1), "before": standards.Day(2021, time.June, 30),
		"from": standards.Day(2021, time.July, 1)}
	for _, c := range []struct {
		on, born, cells string // relation, counted, absence
		refused         bool
	}{
		{"", "1990-01-01", ",,", false}, {"", "1990-01-01", "配偶,,", false}, {"", "1990-01-01", "本人,,", false}, {"", "1990-01-01", "在校生,,", false},
		{"", "1990-01-01", "不能独立生活的成年子女,,", false}, {"", "1990-01-01", "长子,,", true}, {"", "1990-01-01", "孙子,,", true},
		{"", "1990-01-01", "孙子,是,", false}, {"", "1990-01-01", "配偶,否,", true}, {"", "1990-01-01", "配偶,,服刑", true}, {"", "1990-01-01", "孙子,是,服刑", true},
		{"2020", "2002-10-02", "未成年子女,,", false}, {"2020", "2002-10-01", "未成年子女,,", true}, {"2020", "2002-11-01", "女,,", false},
		{"", "2002-10-01", "未成年子女,,", false},
		// a parent counts until 民发〔2021〕57号 art. 7
		{"", "1960-01-01", "父亲,,", true}, {"2020", "1960-01-01", "父亲,,", false}, {"before", "1960-01-01", "父亲,,", false}, {"from", "1960-01-01", "父亲,,", true},
	} {
		for _, sheet := range []bool{false, true} {
			read := openAll
			if sheet {
				read = sheetAll
			}
			records, faults := read(t, "户号,县市区,家庭月收入,姓名,出生日期,与户主关系,是否计入,离家原因\n"+
				"甲,攸县,300,张三,1990-01-01,户主,,\n甲,,,李四,"+c.born+","+c.cells+"\n", register.Options{On: days[c.on]})
			var want register.Errors
			if c.refused {
				want = register.Errors{{Line: 3, Column: "家庭月收入", Code: "whose-income"}}
				if sheet {
					want[0].Cell = "C3"
				}
				assert.Nil(t, records[0].Household.Income)
			}
			assert.Equal(t, want, faults, c)
		}
	}
}

// In a register of certificates nothing is known of the family, and what it says of its income is
// not taken.
func TestTheFamilyOfACertificate(t *testing.T) {
	records, faults := openAll(t, "姓名,身份证号,残疾类别,残疾等级,家庭月收入,月收入\n张三,11010519491231002X,肢体,二级,300,\n李四,430223196803020017,肢体,二级,,5\n",
		register.Options{Division: standards.Youxian})
	require.Empty(t, faults)
	require.Len(t, records, 2)
	assert.Nil(t, records[0].Household.Members[0].Income)
	assert.Nil(t, records[0].Household.Income)
	assert.Equal(t, other(5_00, perMonth), records[1].Household.Members[0].Income)
}
