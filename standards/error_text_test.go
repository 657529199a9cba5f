package standards_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/standards"
)

// What cannot be read is said in both languages, shortened, and with nothing that moves a cursor.
func TestTextsOfFaults(t *testing.T) {
	long := strings.Repeat("区", 100)
	refused := func(yuan, per string) *standards.AmountError {
		_, err := standards.ParseAmount(yuan, per)
		return err.(*standards.AmountError)
	}
	for _, tt := range []struct {
		err interface {
			error
			Text(standards.Lang) string
		}
		zh, en string
	}{
		{&standards.DateError{Value: "2020-9-1"}, "“2020-9-1”不是日期（格式如 2020-09-01）", `"2020-9-1" is not a day of the form 2020-09-01`},
		{&standards.WordError{Value: "a\x1b[2J\u202eb"}, `“a\x1b[2J\u202eb”不是此处可用的取值`, `"a\x1b[2J\u202eb" is not a word known here`},
		{&standards.WordError{Value: long}, "“" + long[:3*64] + "…(100)”不是此处可用的取值", `"` + long[:3*64] + `…(100)" is not a word known here`},
		{refused("1.001", "month"), "金额“1.001”不是整分", `amount "1.001" is not a whole number of fen`},
		{standards.Fen(-100, standards.PerYear).Check().(*standards.AmountError), "金额“-1.00”是负数", `amount "-1.00" is negative`},
		{refused("1000000000000", "month"), "金额“1000000000000.00”超过100000000000元", `amount "1000000000000.00" is above 100000000000 yuan`},
		{refused("1", ""), "金额“1 per ”既不按月也不按年", `amount "1 per " is for neither a month nor a year`},
		{&standards.AmountError{Value: "x"}, "金额“x”不是金额", `amount "x" is not an amount`},
		{&standards.DayError{Day: standards.Day(2019, time.May, 1), First: standards.Day(2020, time.January, 1), Last: standards.Day(2022, time.October, 19)},
			"2019-05-01不在已核对国家规定的期间（2020-01-01至2022-10-19）内",
			"2019-05-01 is outside the days for which the national rules were checked, 2020-01-01 to 2022-10-19"},
		{&standards.DayError{Day: standards.Day(2022, time.October, 20), First: standards.Day(2020, time.January, 1), Last: standards.Day(2022, time.October, 19)},
			"2022-10-20不在已核对国家规定的期间（2020-01-01至2022-10-19）内：自2022-10-20起施行的低保扩围通知开启的规定尚未编入",
			"2022-10-20 is outside the days for which the national rules were checked, 2020-01-01 to 2022-10-19: " +
				"the notice extending dibao from 2022-10-20 opens rules that are not encoded"},
		{&standards.DayError{Day: standards.Day(2023, time.February, 29), First: standards.Day(2020, time.January, 1), Last: standards.Day(2022, time.October, 19)},
			"2023-02-29不在已核对国家规定的期间（2020-01-01至2022-10-19）内",
			"2023-02-29 is outside the days for which the national rules were checked, 2020-01-01 to 2022-10-19"},
	} {
		assert.Equal(t, tt.zh, tt.err.Text(standards.Chinese))
		assert.Equal(t, tt.en, tt.err.Text(standards.English))
		assert.Equal(t, "standards: "+tt.en, tt.err.Error())
	}
}
