package notice_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/standards"
)

func TestCapitals(t *testing.T) {
	for fen, want := range map[int64]string{
		0:              "零元整",
		1:              "壹分",
		10:             "壹角整",
		99:             "玖角玖分",
		100:            "壹元整",
		105:            "壹元零伍分",
		150:            "壹元伍角整",
		1000:           "壹拾元整",
		1010_05:        "壹仟零壹拾元零伍分",
		380_00:         "叁佰捌拾元整",
		555_34:         "伍佰伍拾伍元叁角肆分",
		1000_50:        "壹仟元伍角整",
		1004_00:        "壹仟零肆元整",
		1680_32:        "壹仟陆佰捌拾元叁角贰分",
		16409_02:       "壹万陆仟肆佰零玖元零贰分",
		107000_53:      "壹拾万柒仟元伍角叁分",
		100001_00:      "壹拾万零壹元整",
		2000_0500_00:   "贰仟万零伍佰元整",
		1_0000_0001_00: "壹亿零壹元整",
		1_0001_0000_00: "壹亿零壹万元整",
		math.MaxInt64:  "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分",
	} {
		assert.Equal(t, want, notice.Capitals(standards.Fen(fen, standards.PerMonth)), fen)
	}
	assert.Empty(t, notice.Capitals(standards.Amount{}))
	assert.Empty(t, notice.Capitals(standards.Fen(-1, standards.PerMonth)))
}

// Capital numerals read back give the amount, to the fen: the reader is written apart, by the value of each character.
func FuzzCapitals(f *testing.F) {
	for _, fen := range []int64{0, 1, 10, 105, 380_00, 10_0000_00, 1_0000_0001_00, math.MaxInt64} {
		f.Add(fen)
	}
	f.Fuzz(func(t *testing.T, fen int64) {
		if fen < 0 {
			return
		}
		text := notice.Capitals(standards.Fen(fen, standards.PerMonth))
		assert.Equal(t, big.NewInt(fen).String(), readCapitals(text).String(), text)
		assert.NotContains(t, text, "零零")
		assert.Equal(t, fen%10 == 0, strings.HasSuffix(text, "整"), text)
	})
}

// readCapitals reads capital numerals, in fen.
func readCapitals(text string) *big.Int {
	digits := map[rune]int64{'零': 0, '壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9}
	units := map[rune]int64{'拾': 10, '佰': 100, '仟': 1000}
	var above, group, digit, fen big.Int // whole 亿; what follows them; the last digit
	wan := new(big.Int)
	for _, r := range text {
		switch d, ok := digits[r]; {
		case ok:
			digit.SetInt64(d)
		case units[r] != 0:
			group.Add(&group, digit.Mul(&digit, big.NewInt(units[r])))
			digit.SetInt64(0)
		case r == '万':
			wan.Mul(group.Add(&group, &digit), big.NewInt(10_000))
			group.SetInt64(0)
			digit.SetInt64(0)
		case r == '亿':
			group.Add(group.Add(&group, &digit), wan)
			above.Mul(above.Add(&above, &group), big.NewInt(100_000_000))
			wan.SetInt64(0)
			group.SetInt64(0)
			digit.SetInt64(0)
		case r == '元':
			group.Add(group.Add(&group, &digit), wan)
			fen.Mul(above.Add(&above, &group), big.NewInt(100))
			digit.SetInt64(0)
		case r == '角':
			fen.Add(&fen, digit.Mul(&digit, big.NewInt(10)))
			digit.SetInt64(0)
		case r == '分':
			fen.Add(&fen, &digit)
		}
	}
	return &fen
}
