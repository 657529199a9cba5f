package standards_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

func yuan(t testing.TB, text string, per standards.Period) standards.Amount {
	t.Helper()
	a, err := standards.ParseAmount(text, per.String())
	require.NoError(t, err)
	return a
}

func TestAmountIsAPlainValue(t *testing.T) {
	six := standards.Fen(600_00, standards.PerMonth)
	assert.True(t, six == yuan(t, "600", standards.PerMonth))
	assert.True(t, six == yuan(t, "600.00", standards.PerMonth))
	assert.False(t, six == standards.Fen(600_00, standards.PerYear))
	assert.Equal(t, uintptr(16), unsafe.Sizeof(six), "passed in two registers")
	assert.Equal(t, map[standards.Amount]int{six: 2}, map[standards.Amount]int{yuan(t, "600", standards.PerMonth): 2})

	var zero standards.Amount
	assert.False(t, zero.Stated())
	assert.False(t, zero == standards.Fen(0, standards.PerMonth), "not stated is not 0.00 a month")
	assert.True(t, standards.Fen(0, standards.PerMonth).Stated())
	assert.Equal(t, []string{"not stated", "未载明", "not stated"}, []string{zero.String(), zero.Text(standards.Chinese), zero.Text(standards.English)})
	assert.Error(t, zero.Check())
}

func TestAmountText(t *testing.T) {
	for _, tt := range []struct {
		fen               int64
		per               standards.Period
		text, zh, en, str string
	}{
		{600_00, standards.PerMonth, "600.00", "每月600.00元", "600.00 yuan a month", "600.00 a month"},
		{4320_00, standards.PerYear, "4320.00", "每年4320.00元", "4320.00 yuan a year", "4320.00 a year"},
		{0, standards.PerMonth, "0.00", "每月0.00元", "0.00 yuan a month", "0.00 a month"},
		{1, standards.PerMonth, "0.01", "每月0.01元", "0.01 yuan a month", "0.01 a month"},
		{10, standards.PerMonth, "0.10", "每月0.10元", "0.10 yuan a month", "0.10 a month"},
		{100, standards.PerMonth, "1.00", "每月1.00元", "1.00 yuan a month", "1.00 a month"},
		{-5, standards.PerMonth, "-0.05", "每月-0.05元", "-0.05 yuan a month", "-0.05 a month"},
		{math.MinInt64, standards.PerMonth, "-92233720368547758.08", "每月-92233720368547758.08元", "-92233720368547758.08 yuan a month", "-92233720368547758.08 a month"},
	} {
		a := standards.Fen(tt.fen, tt.per)
		assert.Equal(t, []string{tt.text, tt.zh, tt.en, tt.str}, []string{a.YuanText(), a.Text(standards.Chinese), a.Text(standards.English), a.String()})
		assert.Equal(t, tt.text, a.Yuan().StringFixed(2))
		assert.Equal(t, tt.fen, a.Fen())
	}
}

// What an AmountError says is wrong.
const (
	subFen   = "is not a whole number of fen"
	negative = "is negative"
	tooLarge = "is above 100000000000 yuan"
	noPeriod = "is for neither a month nor a year"
)

// why is what err says of its value.
func why(err *standards.AmountError) string {
	return strings.TrimPrefix(err.Text(standards.English), "amount "+strconv.Quote(err.Value)+" ")
}

func TestYuanRefuses(t *testing.T) {
	dec := decimal.RequireFromString
	for _, tt := range []struct {
		give decimal.Decimal
		per  standards.Period
		want string
	}{
		{dec("0.001"), standards.PerMonth, subFen},
		{dec("600.005"), standards.PerMonth, subFen},
		{dec("0.0099999999999999999999"), standards.PerYear, subFen},
		{dec("-0.01"), standards.PerMonth, negative},
		{dec("-0.001"), standards.PerMonth, negative},
		{dec("100000000000.01"), standards.PerMonth, tooLarge},
		{dec("100000000000.001"), standards.PerMonth, tooLarge},
		{dec("0.009"), standards.PerMonth, subFen},
		{dec("1000000000000"), standards.PerMonth, tooLarge},
		{decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 64), 0), standards.PerMonth, tooLarge},
		{dec("600"), 0, noPeriod},
		{dec("600"), 3, noPeriod},
		{dec("0"), 0, noPeriod},
	} {
		_, err := standards.Yuan(tt.give, tt.per)
		var fault *standards.AmountError
		require.ErrorAs(t, err, &fault, tt.give)
		assert.Equal(t, tt.want, why(fault), tt.give)
		assert.NotContains(t, err.Error(), "is not an amount")
	}
	for value, give := range map[string]decimal.Decimal{ // as it is shown: in full, or by its length
		"0.0000000000000000000000000000000000000001": decimal.New(1, -40),
		"1 digits with exponent -41":                 decimal.New(1, -41),
		"1" + strings.Repeat("0", 40):                decimal.New(1, 40),
		"1 digits with exponent 41":                  decimal.New(1, 41),
		strings.Repeat("7", 40):                      dec(strings.Repeat("7", 40)),
		"41 digits with exponent 0":                  dec(strings.Repeat("7", 41)),
		"-0.1":                                       dec("-0.1"),
	} {
		a, err := standards.Yuan(give, standards.PerMonth)
		var fault *standards.AmountError
		require.ErrorAs(t, err, &fault, value)
		assert.Equal(t, value, fault.Value)
		assert.Equal(t, standards.Amount{}, a)
	}
	for _, text := range []string{"0", "0.00", "0.01", "600", "600.0", "600.000000", "100000000000", "100000000000.00"} {
		a, err := standards.Yuan(dec(text), standards.PerMonth)
		require.NoError(t, err, text)
		assert.True(t, a.Yuan().Equal(dec(text)), text)
	}
}

// An exponent is four bytes long and stands for a number that may be a billion digits long: none is written out.
func TestYuanIsQuickWithHugeExponents(t *testing.T) {
	padded := decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(100_000), nil), -100_000) // 1.000...
	for _, tt := range []struct {
		name string
		give decimal.Decimal
		want string // empty: none
	}{
		{"1e1000000", decimal.New(1, 1_000_000), tooLarge},
		{"1e-1000000", decimal.New(1, -1_000_000), subFen},
		{"the largest exponent", decimal.New(1, math.MaxInt32), tooLarge},
		{"the smallest exponent", decimal.New(1, math.MinInt32), subFen},
		{"negative, the largest exponent", decimal.New(-1, math.MaxInt32), negative},
		{"negative, the smallest exponent", decimal.New(-1, math.MinInt32), negative},
		{"nil, the largest exponent", decimal.New(0, math.MaxInt32), ""},
		{"nil, the smallest exponent", decimal.New(0, math.MinInt32), ""},
		{"one, with a hundred thousand zeros", padded, ""},
		{"one and a little, with as many", padded.Add(decimal.New(1, -100_000)), subFen},
	} {
		done := make(chan error, 1)
		go func() {
			_, err := standards.Yuan(tt.give, standards.PerMonth)
			done <- err
		}()
		select {
		case err := <-done:
			if tt.want == "" {
				assert.NoError(t, err, tt.name)
				continue
			}
			var fault *standards.AmountError
			require.ErrorAs(t, err, &fault, tt.name)
			assert.Equal(t, tt.want, why(fault), tt.name)
			assert.Less(t, len(err.Error()), 200, tt.name)
		case <-time.After(20 * time.Second):
			t.Fatalf("%s takes too long", tt.name)
		}
	}
}

func TestParseAmountRefuses(t *testing.T) {
	for _, text := range []string{
		"", "NaN", "nan", "Inf", "+Inf", "-1", "+1", "1e3", "1E3", ".5", "5.", ".", "1.2.3", "６００", " 600", "600 ", "6 00", "1,000", "0x10", "1_000", "六百", "600元",
		strings.Repeat("9", 41), strings.Repeat("9", 1_000_000),
	} {
		_, err := standards.ParseAmount(text, "month")
		var fault *standards.AmountError
		assert.ErrorAs(t, err, &fault, "%.60q", text)
	}
	for _, per := range []string{"", "Month", "day", "months", "每月"} {
		_, err := standards.ParseAmount("600", per)
		var fault *standards.AmountError
		require.ErrorAs(t, err, &fault, per)
		assert.Equal(t, noPeriod, why(fault))
	}
}

func TestAmountCheck(t *testing.T) {
	for _, tt := range []struct {
		give standards.Amount
		want string
	}{
		{standards.Fen(0, standards.PerMonth), ""},
		{standards.Fen(standards.MaxYuan*100, standards.PerYear), ""},
		{standards.Fen(standards.MaxYuan*100+1, standards.PerYear), tooLarge},
		{standards.Fen(-1, standards.PerMonth), negative},
		{standards.Fen(1, 0), noPeriod},
		{standards.Fen(1, 9), noPeriod},
		{standards.Fen(standards.MaxYuan*100, 0), noPeriod},
	} {
		err := tt.give.Check()
		if tt.want == "" {
			assert.NoError(t, err)
			continue
		}
		var fault *standards.AmountError
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, tt.want, why(fault))
		text, err := json.Marshal(tt.give)
		if tt.want != tooLarge {
			assert.ErrorAs(t, err, &fault, "what cannot be used is not written")
			continue
		}
		require.NoError(t, err, "sums may pass the limit")
		var read standards.Amount
		require.NoError(t, json.Unmarshal(text, &read))
		assert.Equal(t, tt.give, read)
	}
	assert.Equal(t, `standards: amount "x" is not an amount`, (&standards.AmountError{Value: "x"}).Error())
	assert.Equal(t, `金额“x”不是金额`, (&standards.AmountError{Value: "x"}).Text(standards.Chinese))
}

func TestAmountCompare(t *testing.T) {
	for _, tt := range []struct {
		why  string
		a, b standards.Amount
		want int
	}{
		{"4320 a year is 360.00 a month exactly", standards.Fen(4320_00, standards.PerYear), standards.Fen(360_00, standards.PerMonth), 0},
		{"a fen a year below", standards.Fen(4319_99, standards.PerYear), standards.Fen(360_00, standards.PerMonth), -1},
		{"a fen a year above", standards.Fen(4320_01, standards.PerYear), standards.Fen(360_00, standards.PerMonth), +1},
		{"a year that twelve does not divide", standards.Fen(4300_00, standards.PerYear), standards.Fen(358_33, standards.PerMonth), +1},
		{"and the next fen a month", standards.Fen(4300_00, standards.PerYear), standards.Fen(358_34, standards.PerMonth), -1},
		{"the largest, no overflow", standards.Fen(standards.MaxYuan*100, standards.PerMonth), standards.Fen(standards.MaxYuan*100, standards.PerYear), +1},
		{"not stated is nothing", standards.Amount{}, standards.Fen(0, standards.PerMonth), 0},
	} {
		assert.Equal(t, tt.want, tt.a.Compare(tt.b), tt.why)
		assert.Equal(t, -tt.want, tt.b.Compare(tt.a), tt.why)
	}
}

func TestAmountJSON(t *testing.T) {
	for _, a := range []standards.Amount{
		standards.Fen(600_00, standards.PerMonth), standards.Fen(4320_00, standards.PerYear), standards.Fen(0, standards.PerYear), standards.Fen(1, standards.PerMonth),
		standards.Fen(standards.MaxYuan*100, standards.PerMonth),
	} {
		text, err := json.Marshal(a)
		require.NoError(t, err)
		assert.Equal(t, fmt.Sprintf(`{"yuan":"%s","per":"%s"}`, a.YuanText(), a.Per()), string(text))
		var back standards.Amount
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, a, back)
	}
	kept := standards.Fen(1, standards.PerMonth)
	for _, text := range []string{`{}`, `{"yuan":"600"}`, `{"per":"month"}`, `{"yuan":"-1","per":"month"}`, `{"yuan":"0.005","per":"month"}`,
		`{"yuan":"0380.00","per":"month"}`, `{"yuan":"600","yuan":"600","per":"month"}`, `{"Yuan":"600","per":"month"}`, `{"yuan":"600","per":"month","bound":"exactly"}`,
		`{"yuan":null,"per":"month"}`, `{"yuan":["600"],"per":"month"}`, `{"yuan":"600","per":1}`, `{"yuan":1e3,"per":"month"}`, `null`, `"600"`, `[`} {
		assert.Error(t, json.Unmarshal([]byte(text), &kept), text)
		assert.Equal(t, standards.Fen(1, standards.PerMonth), kept, "a failed read changes nothing")
	}
	assert.Error(t, kept.UnmarshalJSON([]byte(`{"yuan":"600","per":"month"} {}`)), "nothing may follow")
	for text, want := range map[string]string{ // each fault once
		`{}`:                             `required field is missing at per; required field is missing at yuan`,
		`{"yuan":["600"]}`:               `required field is missing at per; wrong type of value: "[...]" at yuan`,
		`{"yuan":true,"per":"day"}`:      `not one of the values accepted here: "day" at per (accepted: month, year); wrong type of value: "true" at yuan`,
		`{"yuan":"1.001","per":"month"}`: `not an amount in yuan with at most two decimals: "1.001" at yuan`,
	} {
		assert.EqualError(t, kept.UnmarshalJSON([]byte(text)), want, text)
	}
	for _, text := range []string{`{"yuan":600,"per":"month"}`, `{"per":"month","yuan":"600.0"}`, `{"yuan":600.00,"per":"month"}`} {
		var read standards.Amount
		require.NoError(t, json.Unmarshal([]byte(text), &read), text)
		assert.Equal(t, standards.Fen(600_00, standards.PerMonth), read, text)
	}
}

// Money is text of the form (0|[1-9][0-9]*)(\.[0-9]{1,2})? (design, section 5), wherever it is read.
func TestMoneyGrammar(t *testing.T) {
	grammar := regexp.MustCompile(`^(0|[1-9][0-9]*)(\.[0-9]{1,2})?$`)
	for _, text := range []string{"0", "0.0", "0.00", "0.01", "5", "10", "600", "600.5", "600.05", "01", "00", "00.10", "0380.00", "007", "600.", ".5", "600.000", "600.001",
		"+1", "-1", "-0", "1e3", "1_000", " 1", "1 ", "", "9.9.9"} {
		a, err := standards.ParseAmount(text, "month")
		assert.Equal(t, grammar.MatchString(text), err == nil, "%q", text)
		if err != nil {
			assert.Equal(t, standards.Amount{}, a, "%q", text)
		}
	}
	above := "100000000000.01"
	_, err := standards.ParseAmount(above, "year")
	var fault *standards.AmountError
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, tooLarge, why(fault))
	var sum standards.Amount
	require.NoError(t, json.Unmarshal([]byte(`{"yuan":"`+above+`","per":"year"}`), &sum), "a sum of amounts may be above the limit")
	assert.Equal(t, above, sum.YuanText())
	_, err = standards.ParseAmount(strings.Repeat("9", 30), "year")
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, tooLarge, why(fault))
}

// What is refused comes with no amount: nothing that a caller forgets to check can be paid.
func TestNoAmountBesideAnError(t *testing.T) {
	for _, y := range []decimal.Decimal{decimal.New(1, 0), decimal.Zero, decimal.New(5, -1)} {
		for _, per := range []standards.Period{0, 3, 9} {
			a, err := standards.Yuan(y, per)
			var fault *standards.AmountError
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, noPeriod, why(fault))
			assert.Equal(t, standards.Amount{}, a)
		}
	}
}

// Whole fen and decimals agree, printed and read back.
func FuzzAmount(f *testing.F) {
	for _, n := range []int64{0, 1, 99, 100, 600_00, 4320_00, -1, standards.MaxYuan * 100, math.MaxInt64, math.MinInt64} {
		f.Add(n, true)
		f.Add(n, false)
	}
	f.Fuzz(func(t *testing.T, fen int64, monthly bool) {
		per := standards.PerYear
		if monthly {
			per = standards.PerMonth
		}
		a, other := standards.Fen(fen, per), decimal.New(fen, -2)
		if a.YuanText() != other.StringFixed(2) || !a.Yuan().Equal(other) {
			t.Fatalf("%d fen: %s, as a decimal %s", fen, a.YuanText(), other)
		}
		made, errMade := standards.Yuan(other, per)
		read, errRead := standards.ParseAmount(a.YuanText(), per.String())
		if usable := a.Check() == nil; usable != (errMade == nil) || usable != (errRead == nil) {
			t.Fatalf("%d fen: checked %v, from a decimal %v, from text %v", fen, a.Check(), errMade, errRead)
		} else if usable && (made != a || read != a) {
			t.Fatalf("%d fen: from a decimal %v, from text %v", fen, made, read)
		} else if usable && a.Compare(standards.Fen(fen, standards.PerMonth)) != other.Mul(decimal.New(a.Annual(), 0)).Cmp(other.Mul(decimal.New(fen*12, 0))) {
			t.Fatalf("%d fen: months and years compare otherwise than decimals", fen)
		}
	})
}

// Every text is either refused or the number that decimal reads in it.
func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{"600", "600.00", "0.001", "-1", "1e9", "", ".", "5.", "00.10", "100000000000.01", "1e-1000000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := standards.ParseAmount(s, "month")
		if err != nil {
			if a != (standards.Amount{}) {
				t.Errorf("ParseAmount(%q) = %v with an error", s, a)
			}
			return
		}
		if d, err := decimal.NewFromString(s); err != nil || !d.Equal(a.Yuan()) || a.Check() != nil {
			t.Errorf("ParseAmount(%q) = %v; decimal reads %v (%v)", s, a, d, err)
		}
	})
}

func TestFraction(t *testing.T) {
	for _, tt := range []struct {
		give  standards.Fraction
		text  string
		whole int
	}{
		{standards.Fraction{}, "", 0},
		{standards.Whole(60), "60", 60},
		{standards.Percent(50), "50%", 0},
		{standards.Percent(100), "100%", 1},
		{standards.Fraction{3, 2}, "3/2", 1},
		{standards.Whole(0), "0", 0},
	} {
		assert.Equal(t, tt.text, tt.give.String())
		assert.Equal(t, tt.whole, tt.give.Int(), tt.text)
		assert.Equal(t, tt.text != "", tt.give.Stated(), tt.text)
	}
	assert.Equal(t, 0, standards.Fraction{3, 2}.Compare(standards.Percent(150)), "as printed, not reduced, and equal all the same")
	assert.False(t, standards.Fraction{3, 2} == standards.Percent(150))
	assert.Equal(t, -1, standards.Percent(50).Compare(standards.Percent(70)))
	assert.Equal(t, +1, standards.Whole(1).Compare(standards.Percent(90)))
	assert.Equal(t, uintptr(16), unsafe.Sizeof(standards.Fraction{}))
}

func TestFractionText(t *testing.T) {
	for _, f := range []standards.Fraction{{}, standards.Whole(60), standards.Whole(0), standards.Percent(50), standards.Percent(100), {3, 2}, {-1, 2}, {1, 10}, {10, 11},
		{math.MaxInt64, math.MaxInt64}, {math.MinInt64, 1}} {
		data, err := json.Marshal(f)
		require.NoError(t, err)
		assert.Equal(t, strconv.Quote(f.String()), string(data))
		back := standards.Whole(7)
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, f, back)
	}
	read := standards.Whole(7)
	require.NoError(t, read.UnmarshalText([]byte("5/1")))
	assert.Equal(t, standards.Whole(5), read)
	for _, s := range []string{"x", "1.5", "3/0", "3/-2", "/2", "3/", "%", "50%%", "3/2/1", "99999999999999999999", "1/99999999999999999999", " 1", "５"} {
		read := standards.Whole(7)
		var fault *standards.WordError
		assert.ErrorAs(t, read.UnmarshalText([]byte(s)), &fault, s)
		assert.Equal(t, standards.Whole(7), read, s)
	}
}
